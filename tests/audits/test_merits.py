"""What a site tells so plainly that it should stay: prices, rules that bind the house, times, the way in."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.merits import merits
from auditor.model import AuditResult

FIRST = "/ Acme\n[first heading 1] feature: Pumps for dairies\n"


def judged(text: str) -> AuditResult:
    result = perform(merits, example(text))
    assert not result.findings
    assert result.score is None
    return result


def kinds(*lines: str) -> set[str]:
    return {entry.kind for entry in judged(FIRST + "\n".join(lines)).keep}


def kinds_of(text: str) -> set[str]:
    return kinds(f"[main sentence] feature: {text}")


@pytest.mark.parametrize(
    ("kind", "told", "other"),
    [
        ("prices", "A first visit costs £85 per hour.", "A first visit in our region costs £85 per hour on average."),
        ("bound", "You may cancel free of charge up to two days before.", "You may cancel up to two days before."),
        ("bound", "If it is not for you after two lessons, you will be refunded.", "Deposits are not refunded."),
        ("bound", "Every repair has a 12 month warranty.", "The manufacturer gives a 12 month warranty."),
        ("bound", "No joining fee, no contract.", "Do I have to sign a contract?"),
        ("bound", "We tell you what it needs and what it costs before anything happens.", "We tell you what it costs."),
        ("heard", "We reply within one working day.", "Please reply to the invoice within one working day."),
        ("heard", "Samples are delivered within 48 hours.", "Samples are delivered fast."),
        ("inside", "New tyres come with balancing included.", "Balancing is not included."),
        ("inside", "We visit you at home at no extra cost.", "We visit you at home."),
        ("long", "We allow 45 minutes for the first assessment.", "The first assessment is 45 minutes away by train."),
        ("long", "The course has six two-hour sessions.", "Students may work 40 hours a week while the session lasts."),
        ("bring", "Please wear loose clothing for the treatment.", "We wear clean clothes on every visit."),
        ("bring", "Send us the drawing and the quantity.", "We send the drawing and the quantity."),
        ("way", "There is free parking behind the practice.", "We pave any driveway with free parking."),
        (
            "way",
            "One room is on the ground floor for patients who cannot take the stairs.",
            "Our shop is on two floors.",
        ),
        ("number", "Arborist certificate number NY-5802A", "Enter your licence number 5802-1234"),
        ("number", "Registered charity 1035042", "Call 01035 042111"),
        ("free", "Come to our open day: no boots needed, and it's free!", "The pump is free of lead, says the survey."),
        ("free", "A free taster lesson is held in May.", "Feel free to ask about a taster lesson."),
        ("hours", "Saturday 9am - 4pm", "Saturday closed"),
        ("ways", "Message us on WhatsApp", "Share this with your WhatsApp group"),
        ("ways", "Call or text 0123 456 7890", "Call 0123 456 7890"),
        ("size", "Our 12 stables look on 45 acres.", "The plot has 0.45 acres."),
        ("size", "We have over 70 employees and 27 vehicles.", "For companies with over 70 employees and 27 vehicles."),
    ],
)
def test_what_is_told_plainly_is_credit_and_what_only_sounds_like_it_is_none(kind, told, other):
    assert kind in kinds_of(told)
    assert kind not in kinds_of(other)


def test_two_prices_are_told_openly_and_one_without_what_is_in_it_is_not():
    assert "prices" in kinds("[main bullet] feature: Seal £12", "[main bullet] feature: Shaft £90")
    assert "prices" not in kinds("[main bullet] feature: Seal £12")
    assert "prices" not in kinds("[main cell] feature: £12", "[main cell] feature: £90")
    assert "prices" not in kinds(
        "[main bullet] feature: $50,000 bodily injury per person", "[main bullet] feature: $1M of cover for each"
    )
    assert "prices" not in kinds("[main cell] feature: Hill Dairy £532,127", "[main cell] feature: Low Farm £849,000")


def test_what_a_gift_does_is_no_price():
    assert "prices" in kinds("[main sentence] feature: Seal £12", "[main sentence] feature: Shaft £90")
    assert "prices" not in kinds(
        "[main sentence] outcome: £12 cooks for four.", "[main sentence] outcome: £90 heats 2 halls."
    )


def test_a_price_on_a_page_of_terms_counts_where_the_page_is_one_of_prices():
    line = "[main sentence] policy: Our fees are £14.50 per session."
    assert "prices" in {entry.kind for entry in judged(f"{FIRST}/policy/fees Fees\n{line}").keep}
    assert "prices" not in {entry.kind for entry in judged(f"{FIRST}/policy/terms Terms\n{line}").keep}


def test_a_day_and_its_hours_in_two_cells_are_read_together():
    cells = ("[main cell] other: Saturday :", "[main cell] other: 9:00 - 2:00pm")
    (kept,) = judged(FIRST + "\n".join(cells)).keep
    assert kept.title == "It gives its hours, evening or weekend among them (Saturday 9:00 - 2:00pm)"
    assert "hours" not in kinds("[main cell] other: Monday :", "[main cell] other: 9:00 - 2:00pm")


def test_steps_stand_under_a_heading_that_promises_them():
    steps = [f"[main heading 3] feature: {name}" for name in ("Survey", "Quote", "Repair", "Handover")]
    (kept,) = judged(FIRST + "\n".join(("[main heading 2] other: How it works", *steps))).keep
    assert kept.title == "It tells step by step what happens, from “Survey” to “Handover”"
    assert "steps" not in kinds("[main heading 2] other: Our services", *steps)
    assert "steps" not in kinds("[main heading 2] other: How it works", *steps[:2])
    assert "steps" not in kinds(
        "[main heading 2] other: How it works", *(f"[main heading 3] other: Step {n}" for n in "123")
    )


def test_questions_count_where_an_answer_stands_under_each():
    asked = [f"[main heading 3] other: How long does pump {n} last?" for n in range(4)]
    answered = [line for one in asked for line in (one, "[main sentence] feature: It lasts about ten years.")]
    assert "asked" in kinds(*answered)
    assert "asked" not in kinds(*asked)
    assert "asked" not in kinds(*answered[:6])


def test_a_line_is_shown_for_one_thing_only():
    line = "[main sentence] feature: Licence number 28268427, and all work has a full one year warranty."
    assert kinds(line) == {"bound"}
    assert kinds(line, "[main sentence] feature: Charity number 1035042") == {"bound", "number"}


def test_what_customers_say_and_what_a_blog_tells_is_no_rule_of_the_house():
    said = "We reply within one working day."
    assert "heard" not in kinds(f"[main quote cite=Jo Ray, Low Farm] company: {said}")
    assert "heard" not in {entry.kind for entry in judged(f"{FIRST}/blog/x News\n[main sentence] feature: {said}").keep}
    assert "heard" in {entry.kind for entry in judged(f"{FIRST}/contact Contact\n[main sentence] feature: {said}").keep}
