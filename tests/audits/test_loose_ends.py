"""Half answers: a question without its figure, a fixed price that moves, a note without its mark, a document that is not there."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.loose_ends import loose_ends
from auditor.model import Finding, Judgement, Label
from auditor.site import Site, assemble
from tests.extract.pages import body

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)

SHED = "[first heading 1] feature: Boats mended on the quay"


def drawn(*lines: str) -> dict[str, Finding]:
    text = "\n".join(("/ Acme", SHED, *(f"[main sentence] feature: {line}" for line in lines)))
    return {entry.kind: entry for entry in perform(loose_ends, example(text)).findings}


def site(*pages: tuple[str, str]) -> Site:
    """A site of these pages (path, body), every line of it sure to be about the offer."""
    read_pages = [body(html, path) for path, html in pages]
    labels = [[PLAIN for _ in page.units] for page in read_pages]
    return assemble("example.com", read_pages, labels, start="https://example.com/", name="Hollow Oak")


def told(*pages: tuple[str, str]) -> dict[str, Finding]:
    return {entry.kind: entry for entry in perform(loose_ends, site(*pages)).findings}


@pytest.mark.parametrize(
    ("promise", "condition"),
    [
        ("The price we quote is the price you pay.", "Fitting is charged by the hour."),
        ("There are no hidden charges at our yard.", "A travel charge may apply outside the harbour."),
        ("We work at a fixed price.", "Our prices may vary with the tide."),
        ("You know exactly what you are paying.", "The price does not include materials."),
    ],
)
def test_a_final_price_is_told_with_what_moves_it(promise, condition):
    found = drawn(promise, condition)["final"]
    assert [quote.text for quote in found.quotes[:2]] == [promise, condition]
    assert promise.rstrip(".") in found.title


MOVED = "Our prices may vary with the tide."


def test_a_final_price_that_nothing_moves_is_left_alone():
    line = "We work at a fixed price, and it holds paint and labour."
    assert "final" in drawn(line, MOVED)
    assert "final" not in drawn(line, "We come to every harbour of the county.")


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("Fixed costs eat what a small yard earns.", False),
        ("A survey comes at a fixed cost.", True),
        ("Do you agree a fixed price before you begin?", False),
        ("Before we begin, a fixed price is agreed.", True),
        ("For a hull in the water a fixed price may be possible.", False),
        ("For a hull on the hard you get a fixed price.", True),
        ("There is no fixed price for a wreck.", False),
        ("There is a fixed fee for a wreck.", True),
    ],
)
def test_what_is_called_fixed_and_is_no_price_that_is_promised_is_left_alone(line, promised):
    assert ("final" in drawn(line, MOVED)) is promised


def test_a_price_that_troubles_the_reader_is_none_that_the_site_promises():
    line = "A fixed fee for a berth that stands empty eats what you earn."
    lines = "\n".join(("/ Acme", SHED, "[main sentence] {}: " + line, f"[main sentence] feature: {MOVED}"))
    kinds = {about: [found.kind for found in perform(loose_ends, example(lines.format(about))).findings] for about in ("problem", "feature")}  # fmt: skip
    assert kinds == {"problem": [], "feature": ["final"]}


def test_a_price_that_moves_in_its_own_sentence_is_quoted_first():
    found = drawn("We sell berths at a fixed price.", "Brokerage: a fixed fee, up to a maximum of 6 % of the boat.")
    assert found["final"].quotes[0].text == "Brokerage: a fixed fee, up to a maximum of 6 % of the boat."


def test_what_costs_nothing_is_told_beside_the_share_that_is_kept():
    found = drawn("We fight for the berth at no cost to you.", "Our fee is a third of the money you receive.")[
        "costless"
    ]
    assert (
        found.title == "It says “at no cost to you”, and keeps a share: “Our fee is a third of the money you receive”"
    )


@pytest.mark.parametrize(
    ("question", "answer", "lack"),
    [
        ("How much does a new keel cost?", "Every boat is another, so come by and ask.", "a price"),
        ("What is your typical lead time?", "That hangs on the season, tell us when you sail.", "a figure"),
        ("What is the guarantee on a repair?", "It covers faults of our own making.", "a figure"),
        ("What is the minimum order?", "We are flexible and look at each wish.", "a figure"),
        ("What is the largest boat you can lift?", "Bigger ones are lifted in parts, so ask us.", "a figure"),
        ("What makes of engine do you mend?", "Most of the larger makes, and we look first.", "a name"),
        ("Do I have to pay a deposit?", "It depends on the boat, we will advise accordingly.", "a rule"),
        ("What happens if there is more work than expected?", "Wood hides a lot, and an old hull most of all.", "what is done then"),
    ],
)  # fmt: skip
def test_a_question_of_its_own_without_what_it_asks_for_is_told_with_its_answer(question, answer, lack):
    found = drawn(question, answer)["asked"]
    assert found.title == f"It asks “{question}” and answers without {lack}: “{answer}”"
    assert [quote.text for quote in found.quotes] == [question, answer]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much does a new keel cost?", "Between $900 and $2,000."),
        ("How much does a survey cost?", "The survey is free, and so is the coffee."),
        ("What is your typical lead time?", "Three weeks in winter."),
        ("What happens if there is more work than expected?", "We stop, ring you and name the sum."),
        ("How much can a neglected hull cost you?", "More than most owners think of."),
        ("How soon do you need the boat?", "Tell us on the form below."),
        ("What areas do you serve?", "We work in Whitby and Dover."),
        ("How long does varnish last?", "Read more"),
        ("What does it cost to have a hull cleaned?", "All of our prices are given here, starting from:"),
        ("Why varnish at all?", "It depends on who looks at it."),
    ],
)
def test_a_question_that_is_answered_or_asks_for_no_figure_is_left_alone(question, answer):
    assert "asked" not in drawn(question, answer)


def test_several_open_questions_are_one_finding():
    found = drawn("How much does a keel cost?", "Ask at the shed.", "How long does it take?", "As the glue wants it.")
    assert found["asked"].title.endswith("“Ask at the shed.”; so it is with 1 more")


def test_a_charge_without_its_sum_is_told():
    found = drawn("There will be a charge for the second mooring.")["charge"]
    assert found.title == "It announces a charge and not its sum: “There will be a charge for the second mooring”"


@pytest.mark.parametrize(
    "line", ["There is a charge of $20 for the second mooring.", "There is no charge for the first night."]
)
def test_a_charge_with_its_sum_or_none_is_left_alone(line):
    assert "charge" not in drawn(line)


def test_a_least_price_alone_is_told_until_a_line_says_what_makes_it_more():
    found = drawn("From $988 a night.", "Two single beds and a stove.")["least"]
    assert found.title.startswith("It names a least price (“From $988 a night”), and nothing in its offers says")
    assert "least" not in drawn("From $988 a night.", "The price depends on the season.")
    assert "least" not in drawn("Boats from $2,000 to $5,000.")
    # of another time, or what something was cut from
    assert "least" not in drawn("In 1931 the grant was cut from $1,800 a year.")
    assert "least" not in drawn("The council reduced its grant from $900 a year.")


def test_a_trial_of_unknown_length_is_told_until_a_line_says_it():
    assert "trial" in drawn("Start your free trial of the tide table.")
    assert "trial" not in drawn("Start your free trial of the tide table.", "The 14-day trial ends by itself.")


def test_a_price_at_once_that_comes_days_later_is_told():
    found = drawn("Get your free estimate now!", "We will call you within 48 hours to arrange your estimate.")[
        "at-once"
    ]
    assert found.title.startswith(
        "It promises a price at once (“Get your free estimate now”), and answers later: “We will"
    )
    assert "at-once" not in drawn("Get your free estimate now!", "An estimate is with you within 2 minutes.")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("Mast, single: $325 (see note below)", "Mast, pair: $525 (see note below)", "** The harbour charges $82 on top."),
            "2 lines send the reader to a note (“(see note below)”) and carry no mark; the note is marked “**”",
        ),
        (("Mast, single: $325 (see note below)",), "The reader is sent to a note (“(see note below)”) that does not stand on the page"),
        (("Mast, single: $325", "* The harbour charges $82 on top."), "A note is marked “*”, and no line of the page carries that mark"),
        (("Masts from $325*",), "A mark leads to no note: “Masts from $325*”"),
    ],
)  # fmt: skip
def test_notes_and_marks_that_do_not_meet_are_told(lines, title):
    assert drawn(*lines)["mark"].title == title


@pytest.mark.parametrize(
    "lines",
    [
        ("Masts from $325*", "* The harbour charges $82 on top."),
        ("Fields marked * are required.", "Your name*"),
        ("A 5* yard in 2024, says the harbour master.",),
        ("Rated 4.9* by 120 owners.",),
        ("**Masts** are made of spruce.",),
        ("* Masts", "* Hulls", "* Decks", "* Keels", "* Sails"),
        ("Mast: $325 (see note below)", "Note: the harbour charges $82 on top."),
    ],
)
def test_notes_and_marks_that_meet_are_left_alone(lines):
    assert "mark" not in drawn(*lines)


HOME = (
    "/",
    "<h1>Boats mended on the quay</h1><p>We mend hulls of oak and larch.</p><a href=/work.html>Work</a> <a href=/contact.html>Contact</a>",
)
WORK = ("/work.html", "<h1>Work</h1><p>Hulls, decks and masts, all year round.</p>")
CONTACT = ("/contact.html", "<h1>Contact</h1><p>Write to jo@hollowoak.example.</p>")


def test_a_document_that_nothing_is_named_for_is_told_with_the_label_that_is_no_link():
    work = (
        "/work.html",
        "<h1>Work</h1><p>Please see our terms and conditions.</p><footer><p>Terms &amp; Conditions</p></footer>",
    )
    found = told(HOME, work, CONTACT)["referred"]
    assert found.title.startswith("It refers to “our terms and conditions”, and no page, link or heading of that name")
    assert found.title.endswith("; “Terms & Conditions” is no link")


def test_a_document_that_is_linked_is_left_alone():
    work = ("/work.html", "<h1>Work</h1><p>Please see our terms and conditions.</p><a href=/terms.html>Terms</a>")
    assert "referred" not in told(HOME, work, CONTACT)


def test_a_channel_and_a_page_that_the_reader_is_sent_to_without_a_link_are_told():
    work = ("/work.html", "<h1>Work</h1><p>For what happens on the quay you can visit us on Facebook.</p>")
    assert (
        told(HOME, work, CONTACT)["unlinked"].title
        == "It sends the reader to Facebook, and no link on the 3 pages read leads there"
    )
    work = ("/work.html", "<h1>Our Yard</h1><p>We mend masts too (See Contact for more information).</p>")
    assert told(HOME, work, CONTACT)["unlinked"].title == "It sends the reader to “Contact”, and the words are no link"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Visit us on Facebook.</p><a href=https://facebook.example/facebook>Our page</a>",
        "<p>We mend masts too (See <a href=/contact.html>Contact</a> for more information).</p>",
        "<p>See Whitby for miles from our quay, and see Dover below.</p>",
    ],
)
def test_a_reader_who_is_sent_on_with_a_link_is_left_alone(line):
    assert "unlinked" not in told(HOME, ("/work.html", f"<h1>Work</h1>{line}"), CONTACT)


def test_free_from_a_sum_is_no_least_price():
    assert "least" in drawn("Delivery from $60.", "Two single beds and a stove.")
    assert "least" not in drawn("Free delivery from $60.", "Two single beds and a stove.")
