"""Half answers: a question without its figure, a fixed price that moves, a note without its mark, a document that is not there."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.loose_ends import loose_ends
from auditor.model import Finding, Judgement, Label

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)

SHED = "[first heading 1] feature: Boats mended on the quay"


def drawn(*lines: str) -> dict[str, Finding]:
    text = "\n".join(("/ Acme", SHED, *(f"[main sentence] feature: {line}" for line in lines)))
    return {entry.kind: entry for entry in perform(loose_ends, example(text)).findings}


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


INN = (
    "/ The Curlew | Inn and bed and breakfast by the marsh",
    "[first heading 1] feature: Four rooms above the marsh",
    "[first sentence] feature: Guests wake to geese in rooms with a double bed.",
    "[main sentence] feature: Check-in from 3 pm, check-out by 11 am.",
    "[main heading 2] feature: Rooms",
)
ROOMS = ("[main bullet] feature: Heron suite: £120 with meals", "[main bullet] feature: Teal suite: £95 with meals")


def per_what(*lines: str, of: tuple[str, ...] = INN, name: str = "The Curlew"):
    text = "\n".join((*of, *lines, "/about About", "[main sentence] company: It began in a shed."))
    return next((f for f in perform(loose_ends, example(text, name=name)).findings if f.kind == "per-what"), None)


def test_prices_of_rooms_that_say_nowhere_for_what_they_are_told_with_two_of_them():
    found = per_what(*ROOMS)
    assert found.title == (
        "It gives prices of rooms (“Heron suite: £120 with meals” and “Teal suite: £95 with meals”), and no line says whether per night, per room or per person"
    )
    assert [quoted.text for quoted in found.quotes] == ["Heron suite: £120 with meals", "Teal suite: £95 with meals"]


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: Prices are per room with breakfast.",
        "[main bullet] feature: Wren suite: £70 a night",
        "[main sentence] feature: The nightly rate holds all year.",
        "[main bullet] feature: Wren suite, £70 for two people",
    ],
)
def test_one_line_that_says_for_what_is_enough(line):
    assert per_what(*ROOMS, line) is None


def test_one_price_the_price_of_a_meal_and_those_of_other_trades_are_left_alone():
    assert per_what(ROOMS[0]) is None
    assert per_what(ROOMS[0], "[main bullet] feature: Packed lunch £9", "[main bullet] feature: Parking £4") is None
    joiners = (
        "/ Fenwick | Joiners in Alnwick",
        "[first heading 1] feature: Joinery for houses",
        "[main sentence] feature: We fit stairs in your home.",
        "[main heading 2] feature: Rooms",
    )
    assert per_what(*ROOMS, of=joiners, name="Fenwick") is None
