"""What buyers of one kind of business ask: which kind a site is of, what answers, and what is told where nothing does."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from auditor import buyers, cues
from auditor.audit import example, perform
from auditor.audits.loose_ends import loose_ends
from auditor.audits.self_service import self_service
from auditor.model import Finding, Link, Region
from auditor.site import Site

INN = (
    "/ The Curlew | Bed and breakfast by the marsh",
    "[first heading 1] feature: Four rooms above the marsh",
    "[first sentence] feature: Guests wake to geese, and breakfast is laid until ten.",
    "[main sentence] feature: Each room has a double bed and its own shower room.",
    "[main sentence] feature: A night for two costs £96.",
    "[main sentence] feature: Check-in from 3 pm, check-out by 11 am.",
    "[main sentence] feature: Well-behaved dogs are welcome.",
)
GARDEN = (
    "/ Fenwick & Daughter | Gardeners in Alnwick",
    "[first heading 1] feature: Hedges, lawns and borders",
    "[first sentence] feature: We look after your garden from March to November.",
    "[main sentence] feature: Free estimates for homeowners.",
)
REST = (
    "/about About",
    "[main sentence] company: It began in a shed.",
    "/find Find us",
    "[main sentence] other: By the quay.",
)
NAMES = {INN: "The Curlew", GARDEN: "Fenwick & Daughter"}


def site(*lines: str, of: tuple[str, ...]) -> Site:
    return example("\n".join((*of, *lines, *REST)), name=NAMES[of])


def told(*lines: str, of: tuple[str, ...] = INN) -> Finding | None:
    return next((f for f in perform(self_service, site(*lines, of=of)).findings if f.kind == "trade"), None)


def open_still(*lines: str, of: tuple[str, ...] = INN) -> set[str]:
    return {reply.question.id for reply in buyers.replies(site(*lines, of=of)) if reply.state == "not found"}


def kind(text: str, name: str) -> str:
    found = buyers.business(example("\n".join((text, *REST)), name=name))
    return found.kind if found else ""


def test_the_cues_of_their_patterns_are_kept():
    found = buyers.patterns()
    assert len(found) > 300
    assert {cues.digest(pattern) for pattern in found} <= set(cues._kept())


@pytest.mark.parametrize("name", buyers.kinds())
def test_every_kind_has_four_questions_or_more_that_are_clauses_with_a_line_to_write(name):
    one = buyers.load(name)
    assert len(one.questions) >= 4
    assert len({question.id for question in one.questions}) == len(one.questions)
    for question in one.questions:
        assert question.asks.split()[0] in {
            "what",
            "who",
            "whether",
            "which",
            "how",
            "until",
            "by",
            "from",
            "when",
            "where",
            "on",
            "for",
            "with",
            "in",
        }
        assert "[" in question.write
        assert question.write.endswith((".", "]"))
        assert 0 < question.grave <= 1
        assert question.price or f"{question.id} answered" in one.words.groups


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("\n".join(INN), "The Curlew", "lodging"),
        ("\n".join(GARDEN), "Fenwick & Daughter", "building"),
        (
            "/ Ostler Law\n[first heading 1] feature: Solicitors for farms\n[main sentence] feature: Your contracts, your court.",
            "Ostler Law",
            "advice",
        ),
        (
            "/ Tamar Spindles | CNC machining\n[first heading 1] feature: Precision parts in brass\n[main sentence] spec: Turned and milled to 5 microns.",
            "Tamar Spindles",
            "makers",
        ),
        (
            "/ Wherry | Boat repairs\n[first heading 1] feature: Outboard servicing\n[main sentence] feature: We overhaul your engine.",
            "Wherry",
            "repair",
        ),
        ("/ Hill Rowing Club\n[first heading 1] company: We row on Tuesdays", "Hill Rowing Club", "club"),
        (
            "/ Ostrea | Seafood restaurant\n[first heading 1] feature: Our restaurant\n[main sentence] feature: Lunch and dinner from two chefs.",
            "Ostrea",
            "tables",
        ),
        (
            "/ Tithe Barn | Wedding venue\n[first heading 1] feature: Weddings and events\n[main sentence] feature: Your wedding breakfast, a dance floor.",
            "Tithe Barn",
            "venues",
        ),
        (
            "/ Brine | Chandlery shop\n[first heading 1] feature: Shop ropes\n[main sentence] feature: Forty brands in stock.",
            "Brine",
            "shops",
        ),
        (
            "/ Low Kiln | Pottery classes\n[first heading 1] feature: Evening classes\n[main sentence] feature: Beginners have lessons with two teachers.",
            "Low Kiln",
            "classes",
        ),
        (
            "/ Tallyho | Stock software\n[first heading 1] feature: The app that counts sheep\n[main sentence] feature: The dashboard shows your data.",
            "Tallyho",
            "software",
        ),
        (
            "/ Fernlink | IT support\n[first heading 1] feature: Managed IT services\n[main sentence] feature: Remote support for your servers.",
            "Fernlink",
            "it",
        ),
        (
            "/ Harker Physiotherapy\n[first heading 1] feature: Physiotherapy for backs\n[main sentence] feature: Patients leave with exercises.",
            "Harker",
            "health",
        ),
        (
            "/ Conkers | Childcare\n[first heading 1] feature: A day nursery in the orchard\n[main sentence] feature: Children and parents.",
            "Conkers",
            "children",
        ),
        # one sign is none, whatever it is
        ("/ The Curlew\n[first heading 1] feature: A place to think", "The Curlew Inn", ""),
        ("/ Marl\n[first heading 1] feature: We write letters for you", "Marl", ""),
        # a house that is sold receives no guests
        ("\n".join(INN).replace("Bed and breakfast by the marsh", "Cottage for sale"), "The Curlew", ""),
    ],
)
def test_a_kind_of_business_is_known_by_two_signs(text, name, found):
    assert kind(text, name) == found


def test_a_house_whose_name_says_nothing_is_known_by_what_its_lines_speak_of():
    lines = [line.replace("| Bed and breakfast by the marsh", "") for line in INN]
    rooms = ["[nav link /rooms] other: Guest rooms", "[main sentence] feature: Your stay begins with tea."]
    assert kind("\n".join((*lines, *rooms)), "Curlew Hall") == "lodging"
    assert kind("\n".join(lines), "Curlew Hall") == ""


def test_the_gravest_open_questions_are_told_with_what_is_said_instead():
    found = told("[first button] other: Book now")
    assert found
    assert "what a guest who must cancel gets back (beside “Book now”)" in found.title
    assert "what a night costs" not in found.title
    assert found.quotes[0].text == "Book now"
    assert found.proposal.startswith("You pay [share] when you book")
    assert found.lead


@pytest.mark.parametrize(
    "line",
    [
        "Cancel up to five days before and we keep nothing.",
        "Deposits are returned in full if you cancel by Thursday.",
        "The deposit is non-refundable.",
    ],
)
def test_a_rule_answers(line):
    assert "cancelling" in open_still()
    assert "cancelling" not in open_still(f"[main sentence] policy: {line}")
    assert told(f"[main sentence] policy: {line}") is None  # no other question of that weight is open


def test_what_customers_say_answers_nothing():
    said = "Free cancellation two days before, how kind."
    assert "cancelling" in open_still(f"[main quote cite=Jo Ray, Leeds] outcome: {said}")
    assert "cancelling" not in open_still(f"[main sentence] policy: {said}")


def test_insured_is_half_an_answer_and_a_sum_is_one():
    found = told("[main bullet] feature: Fully insured", of=GARDEN)
    assert found
    assert (
        "who pays if something of the customer's is broken, and up to what sum (it says only “Fully insured”)"
        in found.title
    )
    assert "damage" not in open_still("[main bullet] feature: Insured up to £2 million", of=GARDEN)


def test_a_word_in_a_long_line_is_no_half_answer():
    long = (
        "[main sentence] company: After the flood our own insurance took a year to send anybody who could read a map."
    )
    found = told(long, of=GARDEN)
    assert found
    assert "it says only “insurance”" not in found.title
    assert "who pays if something" in found.title


def test_what_stands_under_its_own_question_is_told_with_it_and_not_again():
    asked = (
        "[main heading 3] other: How much does a hedge cost?",
        "[main sentence] other: That depends on the hedge, so please ring.",
    )
    found = told(*asked, of=GARDEN)
    assert found
    assert "(to “How much does a hedge cost?” it says “That depends on the hedge, so please ring”)" in found.title
    assert "asked" not in {f.kind for f in perform(loose_ends, site(*asked, of=GARDEN)).findings}
    other = (
        "[main heading 3] other: How long is the guarantee?",
        "[main sentence] other: That depends on the hedge, so please ring us.",
    )
    assert "asked" in {f.kind for f in perform(loose_ends, site(*other, of=INN)).findings}


def test_a_price_that_is_missing_is_told_once_with_the_questions_of_the_trade():
    praise = "[main sentence] company: We work at competitive prices."
    kinds = [f.kind for f in perform(self_service, site(praise, of=GARDEN)).findings]
    assert kinds.count("trade") == 1
    assert not {"praised-price", "no-price", "unanswered"} & set(kinds)


def test_where_waste_goes_is_asked_of_those_whose_headings_speak_of_gardens():
    assert "waste" in open_still(of=GARDEN)
    plain = tuple(
        line.replace("Hedges, lawns and borders", "Taps and boilers").replace("Gardeners", "Plumbers")
        for line in GARDEN
    )
    NAMES[plain] = "Fenwick & Daughter"
    assert "waste" not in open_still(of=plain)
    assert "waste" not in open_still("[main sentence] feature: Cuttings are taken away and composted.", of=GARDEN)


def linked(*links: Link) -> Site:
    bare = site(of=INN)
    home = replace(bare.pages[0], page=replace(bare.pages[0].page, links=links))
    return replace(bare, pages=(home, *bare.pages[1:]), home=home)


def state(of: Site, question: str) -> str:
    return next(reply.state for reply in buyers.replies(of) if reply.question.id == question)


def test_what_may_stand_on_a_page_that_was_not_read_is_not_called_missing():
    terms = Link("https://example.com/booking-terms", "Booking terms", Region.FOOTER, True)
    assert state(linked(terms), "cancelling") == "linked, not read"
    assert state(linked(Link("https://example.com/walks", "Walks", Region.FOOTER, True)), "cancelling") == "not found"


def test_a_link_to_book_elsewhere_answers_nothing_and_is_told():
    away = linked(Link("https://rooms.example.net/curlew", "Book your stay", Region.MAIN, False))
    assert state(away, "cancelling") == "not found"
    found = next(f for f in perform(self_service, away).findings if f.kind == "trade")
    assert "(“Book your stay” leads away from the site)" in found.title
    paper = linked(Link("https://files.example.net/terms.pdf", "Booking conditions", Region.FOOTER, False))
    assert state(paper, "cancelling") == "linked, not read"


def test_a_club_is_asked_what_a_year_costs():
    club = "/ Hill Rowing Club\n[first heading 1] company: Become a member\n"
    pages = "\n".join(
        f"/p{n} Page {n}\n[main sentence] company: The boats lie at the quay on Mondays." for n in range(3)
    )

    def title(*lines: str) -> str:
        found = perform(self_service, example("\n".join((club, *lines, pages)), name="Hill Rowing Club")).findings
        return next((entry.title for entry in found if entry.kind == "trade"), "")

    fees = "[main sentence] policy: Send your application with a $10 fee.\n[main heading] other: Summer\n[main sentence] feature: Lobster supper (fee $20)."
    assert "what a year costs (it says only “Send your application with a $10 fee”)" in title(fees)
    assert "what a year costs" not in title("[main sentence] feature: A year of membership costs £60.")


def test_a_sum_in_any_money_is_a_price():
    assert "price" in open_still(of=tuple_without_price())
    assert "price" not in open_still("[main sentence] feature: From R1 250", of=tuple_without_price())


def tuple_without_price() -> tuple[str, ...]:
    bare = tuple(line for line in INN if "£96" not in line)
    NAMES[bare] = "The Curlew"
    return bare


def test_what_is_denied_is_no_half_answer_and_mending_damage_pays_for_none():
    lines = "[main sentence] feature: We mend lawns with damaged edges and repair what moles have broken."
    assert "damage" in open_still(lines, of=GARDEN)
    assert "damage" not in open_still(
        "[main sentence] policy: If we break anything of yours, we replace it.", of=GARDEN
    )
    denied = "[main sentence] feature: Whatever the distance and the day of the week, we never add a travel charge."
    found = told(denied, of=GARDEN)
    assert found
    assert "travel charge" not in found.title


def test_a_name_that_says_nothing_is_made_up_for_by_headings_and_menu_together():
    heads = (
        "[first heading 1] feature: Roofing and gutters",
        "[main heading] feature: Plastering",
        "[main heading] feature: Painting and decorating",
    )
    menu = ("[nav link /roofs] other: Roofing", "[nav link /walls] other: Plastering")
    said = (
        "[main sentence] feature: We look after your house.",
        "[main sentence] feature: Free estimates for homeowners.",
    )
    assert kind("\n".join(("/ Corvid", *heads, *menu, *said)), "Corvid") == "building"
    assert kind("\n".join(("/ Corvid", *heads, *said)), "Corvid") == ""


LINES = tomllib.loads((Path(__file__).parent / "answers_of_buyers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", buyers.kinds())
def test_every_question_is_answered_in_many_wordings_and_not_by_any_line(name):
    one = buyers.load(name)
    for question in one.questions:
        lines = LINES[name][question.id]
        assert len(lines["answers"]) >= 6
        assert len(lines["none"]) >= 3
        groups = [f"{question.id} {part}" for part in ("answered", "topic", "outright")]
        groups = [group for group in groups if group in one.words.groups]
        assert [line for line in lines["answers"] if not one.words.has(line, *groups)] == [], question.id
        assert [line for line in lines["none"] if one.words.has(line, *groups)] == [], question.id


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Staff rotas for care homes", ""),
        ("Care homes in Leeds", "health"),
        ("Websites for restaurants", ""),
        ("Restaurant on the quay", "tables"),
        ("Laundry for hotels and guest houses", ""),
        ("Hotel for walkers", "lodging"),
        ("Signs of spring", ""),
        ("Shop signs and signage", "makers"),
        ("Second Spring", ""),
        ("Compression springs", "makers"),
    ],
)
def test_whom_something_is_for_and_a_proper_name_tell_no_kind(title, found):
    named = {
        kind for kind, part in map(str.split, buyers.signs().groups_in(buyers._FOR.sub(" ", title))) if part == "named"
    }
    assert (found in named) if found else not named


def test_a_number_of_the_charities_register_in_the_footer_is_a_charitys():
    text = "/ Tamar Springs | Compression springs\n[first heading 1] feature: Compression springs\n[main sentence] spec: Wound and machined to 5 microns."
    assert kind(text, "Tamar") == "makers"
    assert kind(f"{text}\n[footer sentence] other: Registered charity 1100220.", "Tamar") == ""
    assert kind(f"{text}\n[footer sentence] other: We give to a registered charity every year.", "Tamar") == "makers"
