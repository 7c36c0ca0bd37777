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
        ("bound", "You may cancel free of charge up to two days before.", "You may cancel up to two days before."),
        ("bound", "If it is not for you after two lessons, you will be refunded.", "Deposits are not refunded."),
        ("bound", "Every repair has a 12 month warranty.", "The manufacturer gives a 12 month warranty."),
        ("bound", "No joining fee, no contract.", "Do I have to sign a contract?"),
        ("bound", "We tell you what it needs and what it costs before anything happens.", "We tell you what it costs."),
        ("heard", "We reply within one working day.", "Please reply to the invoice within one working day."),
        ("heard", "Samples are delivered within 48 hours.", "Samples are delivered fast."),
        ("heard", "Choose a 2-hour delivery slot.", "Shorter 2-hour slots waste the driver's time."),
        ("heard", "Within two days you get a reply.", "Pumps can be returned within two days of delivery."),
        ("inside", "New tyres come with balancing included.", "Balancing is not included."),
        ("inside", "We visit you at home at no extra cost.", "We visit you at home."),
        ("long", "We allow 45 minutes for the first assessment.", "The first assessment is 45 minutes away by train."),
        ("long", "The course has six two-hour sessions.", "Students may work 40 hours a week while the session lasts."),
        ("long", "Each lesson lasts about an hour.", "Jackets may be kept on for the first 20 minutes of the lesson."),
        ("long", "First visit (about 45 minutes)", "The visit that we had two hours before changed everything."),
        ("bring", "Bring the passport of every driver.", "See what you can bring to the table, documents aside."),
        ("bring", "You should wear sturdy shoes in the yard.", "Nobody likes to wear new shoes."),
        ("bring", "Please wear loose clothing for the treatment.", "We wear clean clothes on every visit."),
        ("bring", "Send us the drawing and the quantity.", "We send the drawing and the quantity."),
        ("open", "New singers simply turn up on a Monday.", "Please do not simply turn up: write first."),
        ("open", "We lend rackets, and no experience is needed.", "No experience is needed for this position."),
        ("origin", "Our oak is bought from Fell Sawmill.", "Gift cards can be bought at Fell Sawmill."),
        ("origin", "The flour is milled at Marl Mill.", "Having grown up in Marl, Jo knows the mill."),
        ("way", "There is free parking behind the practice.", "We pave any driveway with free parking."),
        (
            "way",
            "One room is on the ground floor for patients who cannot take the stairs.",
            "Our shop is on two floors.",
        ),
        ("way", "Free parking at the gate.", "Is there free parking? +"),
        ("inside", "A second coat is done at no extra cost.", "By law a second coat is done at no extra cost."),
        ("bound", "You will be refunded in full.", "The locker takes a coin, which is refunded."),
        ("number", "Arborist certificate number NY-5802A", "Enter your licence number 5802-1234"),
        ("number", "Registered charity 1035042", "Call 01035 042111"),
        ("free", "Come to our open day: no boots needed, and it's free!", "The pump is free of lead, says the survey."),
        ("free", "A free taster lesson is held in May.", "Feel free to ask about a taster lesson."),
        ("free", "Start your free trial.", "Please check your email for the link to your free trial."),
        ("hours", "Saturday 9am - 4pm", "Saturday closed"),
        ("hours", "Saturday: 9:00AM to 4:00PM", "Saturday: 9:00AM to 4:00OM"),
        ("hours", "Open Mon - Sat, 8 am - 6 pm", "Samples leave in 3–7 days and pumps in 7–20 days."),
        ("hours", "Sat 10am-4pm", "Sundays Pump Works, 01482-550101"),
        ("hours", "Sunday 10 to 4", "Each Sunday there is care for children 0-2."),
        ("inside", "Delivery is included.", "At no extra cost to you, every order gives money to the hospice."),
        ("long", "Each lesson lasts 90 minutes.", "Why a 90 minute lesson lasts longer in your head"),
        ("long", "A session takes 20 minutes.", "Power taken per 20 minute session: 2 kWh"),
        ("free", "The first lesson is free.", "Earn a free lesson when your friend has booked five."),
        ("long", "A 45 minute appointment is enough.", "You might need a few 45 minute appointments."),
    ],
)
def test_what_is_told_plainly_is_credit_and_what_only_sounds_like_it_is_none(kind, told, other):
    assert kind in kinds_of(told)
    assert kind not in kinds_of(other)


SEAL, SHAFT, RING = (f"[main bullet] feature: {line}" for line in ("Seal £12", "Shaft £90", "Ring £3"))


def priced(address: str, *lines: str) -> list[str]:
    """The lines shown as prices of a page."""
    told = judged("\n".join((f"{FIRST}{address} A page", *lines))).keep
    return [shown.text for entry in told if entry.kind == "prices" for shown in entry.quotes]


def test_prices_are_open_on_a_page_that_is_named_for_them_or_for_three_things_on_one_page():
    assert priced("/repairs", SEAL, SHAFT, RING) == ["Seal £12", "Shaft £90", "Ring £3"]
    assert priced("/repairs", SEAL, SHAFT) == []
    assert priced("/our-prices", SEAL, SHAFT) == ["Seal £12", "Shaft £90"]
    assert priced("/our-prices", SEAL) == []
    assert priced("/fees", "[main sentence] feature: A visit costs £85 per hour.") == ["A visit costs £85 per hour."]
    assert priced("/corporate", SEAL, SHAFT) == []


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Acme is part of Synod House, charity no. 242199", False),
        ("© 2026 Acme Chapel · Synod House charity no. 242199 · Complaints", False),
        ("© 2026 Acme · Made by Jo Ray · charity no. 242199", False),
        ("© 2026 Acme · Registered Charity No. 242199", True),
        ("Acme Trust, a registered charity, no. 242199", True),
        ("Acme Trust for England and Wales is a charity, no. 242199", True),
        ("We are a charity, no. 242199", True),
    ],
)
def test_a_number_is_its_own_where_no_other_bodys_name_stands_before_it(line, own):
    assert ("number" in kinds(f"[footer sentence] other: {line}")) is own


def test_a_special_offer_is_no_price_told_openly():
    offer = "[main sentence] feature: Ask about our £58 pump special."
    assert priced("/prices", offer, SEAL) == []
    assert priced("/repairs", SEAL, SHAFT, offer) == []


def test_a_sum_stands_with_what_it_is_for_and_a_mistyped_one_is_not_shown():
    table = [f"[main cell] feature: {text}" for text in ("Pump overhaul", "£240", "Motor rewind", "£310")]
    assert priced("/prices", *table) == ["Pump overhaul", "£240", "Motor rewind", "£310"]
    (told,) = judged("\n".join((f"{FIRST}/prices A page", *table))).keep
    assert told.title == "It says openly what it costs (“Pump overhaul” £240; “Motor rewind” £310)"
    assert priced("/prices", SEAL, *table) == ["Seal £12"]
    assert priced("/repairs", *table) == []
    assert priced("/prices", SEAL, SHAFT, "[main bullet] feature: Oil £10~ per litre included") == [
        "Seal £12",
        "Shaft £90",
    ]


def test_a_price_under_a_heading_that_names_what_it_is_for_is_told_with_the_heading():
    cards = [
        f"[main heading 2] feature: {name}\n[main sentence] feature: {price}"
        for name, price in (("Hedges", "£120 minimum charge"), ("Ponds", "£75 per hour"))
    ]
    (told,) = judged("\n".join((f"{FIRST}/service/garden Garden", *cards))).keep
    assert told.title == "It says openly what it costs (“Hedges” £120 minimum charge; “Ponds” £75 per hour)"
    assert "prices" not in {
        entry.kind for entry in judged("\n".join((f"{FIRST}/service/garden Garden", cards[0]))).keep
    }
    assert "prices" not in {entry.kind for entry in judged("\n".join((f"{FIRST}/blog/garden Garden", *cards))).keep}


def test_sums_that_are_no_prices_are_none():
    assert "prices" not in kinds("[main cell] feature: £12", "[main cell] feature: £90")
    assert "prices" not in kinds(
        "[main bullet] feature: $40,000 of harm to one person", "[main bullet] feature: $1M of cover for each"
    )
    assert "prices" not in kinds(
        "[main bullet] policy: Open an account with $0.", "[main bullet] policy: Save $5 a day: invest $200 a month."
    )
    assert "prices" not in kinds(
        "[main bullet] feature: Give £10 a month", "[main bullet] company: In those days fees were £2 and £3."
    )
    assert "prices" not in kinds("[main cell] feature: Hill Dairy £532,127", "[main cell] feature: Low Farm £849,000")


def test_what_a_gift_does_is_no_price():
    gifts = [
        f"[main sentence] outcome: {line}"
        for line in ("£12 cooks for four.", "£90 heats 2 halls.", "£3 feeds a child.")
    ]
    assert priced("/costs", SEAL, SHAFT) == ["Seal £12", "Shaft £90"]
    assert priced("/costs", *gifts) == []


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


def told(*lines: str) -> list[str]:
    """The heading and the steps that are shown."""
    keep = judged(FIRST + "\n".join(lines)).keep
    return [shown.text for entry in keep if entry.kind == "steps" for shown in entry.quotes]


def test_steps_that_are_only_counted_are_named_by_the_lines_under_them():
    plan = ("We look at the pump together.", "You get a plan with its price.", "We build and run it in.")
    steps = [f"[main heading 3] other: Step {n}\n[main sentence] feature: {line}" for n, line in enumerate(plan, 1)]
    assert told("[main heading 2] other: Our simple three-step process", *steps) == [
        "Our simple three-step process",
        plan[0],
        plan[2],
    ]
    assert told("[main heading 2] other: Our prizes", *steps) == []


WAY = (
    "The fitter looks at the pump for nothing and says what it needs.",
    "The floor round it is covered with sheets.",
    "The old seal is taken out and measured.",
    "A new one is cut, fitted and tested under water.",
)


def test_a_list_under_a_heading_that_promises_it_step_by_step_is_told_by_its_first_and_last_line():
    bullets = [f"[main bullet] feature: {line}" for line in WAY]
    assert told("[main heading 2] other: The repair of a pump step by step:", *bullets) == [
        "The repair of a pump step by step:",
        WAY[0],
        WAY[3],
    ]
    assert told("[main heading 2] other: A clear path from leak to run", *bullets)[1:] == [WAY[0], WAY[3]]
    assert told("[main heading 2] other: The repair of a pump step by step:", *bullets[:3]) == []
    assert told("[main heading 2] other: What we repair", *bullets) == []


def test_sentences_under_what_to_expect_are_told_by_the_first_two_and_headings_before_them():
    lines = [f"[main sentence] feature: {line}" for line in WAY]
    assert told("[main heading 2] other: What to expect when we come", *lines) == [
        "What to expect when we come",
        WAY[0],
        WAY[1],
    ]
    assert told("[main heading 2] other: What happens when you call us", *lines)[1:] == list(WAY[:2])
    assert told("[main heading 2] other: What happens after a flood", *lines) == []
    steps = [f"[main heading 3] feature: {name}" for name in ("Survey", "Quote", "Repair")]
    asked = [f"[main heading 2] other: What to expect when we come\n{lines[0]}", *lines[1:]]
    assert told(*asked, "[main heading 2] other: How it works", *steps)[1:] == ["Survey", "Repair"]


def test_questions_count_where_an_answer_stands_under_each():
    asked = [f"[main heading 3] other: How long does pump {n} last?" for n in range(4)]
    answered = [line for one in asked for line in (one, "[main sentence] feature: It lasts about ten years.")]
    assert "asked" in kinds(*answered)
    assert "asked" not in kinds(*asked)
    assert "asked" not in kinds(*answered[:6])


@pytest.mark.parametrize(
    ("kind", "line", "apart"),
    [
        ("hours", "Saturday 9am - 4pm", "/spring-classes"),
        ("way", "There is free parking beside the lake.", "/local-area"),
    ],
)
def test_hours_of_a_class_and_parking_at_a_lake_are_not_those_of_the_house(kind, line, apart):
    assert kind in {entry.kind for entry in judged(f"{FIRST}/contact Page\n[main sentence] other: {line}").keep}
    assert kind not in {entry.kind for entry in judged(f"{FIRST}{apart} Page\n[main sentence] other: {line}").keep}


def test_a_line_is_shown_for_one_thing_only():
    line = "[main sentence] feature: Licence number 28268427, and all work has a full one year warranty."
    assert kinds(line) == {"bound"}
    assert kinds(line, "[main sentence] feature: Charity number 1035042") == {"bound", "number"}


def test_what_customers_say_and_what_a_blog_tells_is_no_rule_of_the_house():
    said = "We reply within one working day."
    assert "heard" not in kinds(f"[main quote cite=Jo Ray, Low Farm] company: {said}")
    assert "heard" not in {entry.kind for entry in judged(f"{FIRST}/blog/x News\n[main sentence] feature: {said}").keep}
    assert "heard" in {entry.kind for entry in judged(f"{FIRST}/contact Contact\n[main sentence] feature: {said}").keep}
