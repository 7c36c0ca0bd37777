"""What is advised is put in the words of the kind of business it is put to."""

from __future__ import annotations

import pytest

from auditor import buyers
from auditor.audit import example, perform
from auditor.audits.buzzwords import buzzwords
from auditor.audits.way_in import way_in
from auditor.audits.who_vouches import who_vouches
from auditor.model import Finding
from auditor.site import Site

INN = "/ The Curlew | Bed and breakfast by the marsh\n[first heading 1] feature: Four rooms above the marsh\n[first sentence] feature: Guests wake to geese; check-in from 3 pm.\n[nav link /contact] other: Contact"
HIRERS = "/ Larch | Recruitment agency\n[first heading 1] feature: Recruiters for farms\n[main sentence] feature: Candidates for your vacancies.\n[nav link /contact] other: Contact"
WALLS = "/ Fenwick & Daughter | Plasterers in Alnwick\n[first heading 1] feature: Plastering of ceilings and walls\n[first sentence] feature: We look after your house from March to November.\n[nav link /contact] other: Contact"
YARN = "/ Teasel | Some of this and that\n[first heading 1] feature: This and that\n[first sentence] feature: We do this on Mondays.\n[nav link /contact] other: Contact"
FREIGHT = "/ Skerry | Freight forwarders\n[first heading 1] feature: Freight by sea and road\n[first sentence] feature: Containers, pallets and customs clearance for every shipment.\n[nav link /contact] other: Contact"
GIFTS = "/ Rookery | Some of this and that\n[first heading 1] feature: Hedgehogs in winter\n[main sentence] company: Rookery is a registered charity and looks after them.\n[nav link /contact] other: Contact"
SADDLES = "/ Tansy | Handmade saddles\n[first heading 1] feature: Handmade saddles and bridles\n[first sentence] feature: Each is handmade from oak-tanned leather to your commission.\n[nav link /contact] other: Contact"
CLASS = (
    "/ Heron Academy | Saturdays in Ansty\n[first heading 1] feature: Saturdays for children\n[nav link /contact] other: Contact\n"
    + "\n".join(f"[main sentence] feature: In room {n} the children read, and our students draw." for n in range(1, 4))
    + "\n"
    + "\n".join(f"[main sentence] feature: Pupils of table {n} sing, and parents may stay." for n in range(1, 15))
)
REST = "\n".join(
    [
        *(
            f"[main sentence] company: Much is done here with care, and part {n} of it is done by hand on a bench of oak."
            for n in ("one", "two", "three", "four", "five", "six", "seven", "eight")
        ),
        "/about About",
        "[main sentence] company: It began in a shed.",
        "/contact Contact",
        "[main sentence] other: Send your message and we will contact you as soon as possible.",
    ]
)


def site(text: str) -> Site:
    return example(f"{text}\n{REST}", name=text.removeprefix("/ ").split(" |")[0])


def found(result, kind: str) -> Finding:
    return next(entry for entry in result.findings if entry.kind == kind)


@pytest.mark.parametrize(
    ("text", "why", "fix", "proposal"),
    [
        (INN, "A guest who does", "three guests, each with one sentence on what it was like.", "“[What it was like]” — [full name], [town], [month and year]."),
        (HIRERS, "An employer who does", "three employers, each with one sentence on what changed for them.", "“[What changed for them]” — [full name], [company], [town]."),
        (YARN, "A customer who does", "three customers, each with one sentence on what changed for them.", "“[What changed for them]” — [full name], [company], [town]."),
        (GIFTS, "Whoever would give, help or ask for help looks", "Let three people it serves speak, with their consent: one sentence each on what changed for them.", "“[What changed for them]” — [first name, with consent], [town]."),
        (SADDLES, "A customer who does", "three customers, each with one sentence on how it has served them.", "“[How it has served them]” — [full name], [town], [month and year]."),
        (CLASS, "A family who does", "Let three families speak, with their consent: one sentence each on what came of the lessons.", "“[What came of the lessons]” — [first name, with consent], [town]."),
    ],
)  # fmt: skip
def test_whoever_is_to_vouch_is_asked_for_what_he_can_tell_and_no_child_is_asked(text, why, fix, proposal):
    told = found(perform(who_vouches, site(text)), "nobody")
    assert told.why.startswith(why)
    assert told.fix.endswith(fix)
    assert told.proposal == proposal


def test_lessons_that_speak_of_parents_serve_them_whatever_they_call_the_children():
    home = "/ Otter | Ballet school\n[first heading 1] feature: Ballet lessons\n[main sentence] feature: Our teachers dance with beginners in small classes."
    students = "\n".join(f"[main sentence] feature: Students of row {n} stretch first." for n in range(4))
    parents = "\n".join(f"[main sentence] feature: Parents of row {n} wait outside." for n in range(3))
    assert buyers.one_served(site(f"{home}\n{students}")) == "student"
    assert buyers.one_served(site(f"{home}\n{students}\n{parents}")) == "parent"


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (INN, "Then: [how one knows that it is booked], [what is paid when]."),
        (HIRERS, "Then: [a first talk], [what is needed for it], [how long it usually takes]."),
        (FREIGHT, "Then: [the offer], [what is needed for it], delivered in [time]."),
        (WALLS, "Then: [first step], [second step], done in [time]."),
        (YARN, "Then: [first step], [second step], [how long it takes]."),
    ],
)
def test_what_comes_after_a_message_is_what_comes_there(text, then):
    assert found(perform(way_in, site(text)), "unsaid").proposal.endswith(then)


@pytest.mark.parametrize(
    ("text", "usual", "proposal"),
    [
        (HIRERS, "a usual assignment and its price", "[A usual assignment]: [what is done], [how long it takes], for [price], [what] included."),
        (WALLS, "a usual job and its price", "[A usual job]: [how large], done in [time], for [price], [what] included."),
    ],
)  # fmt: skip
def test_pages_without_a_figure_are_shown_a_usual_one_of_the_trade(text, usual, proposal):
    pages = "\n".join(
        f"/service/{name} {name.title()}\n[main heading 1] feature: {name.title()} in good hands\n[main sentence] feature: {name.title()} is done with care and taken away afterwards.\n[main sentence] feature: "
        + " ".join([f"Tell us what you would like of {name} and we shall gladly talk it over with you."] * 4)
        for name in ("sanding", "limewash", "cornice")
    )
    told = found(perform(buzzwords, site(f"{text}\n{pages}")), "figureless")
    assert usual in told.fix
    assert told.proposal == proposal


def test_every_kind_of_business_that_sells_has_its_words():
    assert set(buyers.kinds()) - {"charity", "club"} == set(buyers._DEALINGS)


def test_a_house_of_no_known_kind_that_receives_people_is_spoken_of_as_one():
    lines = "\n".join(f"[main sentence] feature: Our guests in room {n} look over the marsh." for n in range(1, 10))
    assert buyers.dealings(site(f"{YARN}\n{lines}")).told == "what it was like"
    assert buyers.dealings(site(YARN)).usual == "job or order"
