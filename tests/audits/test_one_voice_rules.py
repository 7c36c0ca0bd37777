"""One voice, rule against rule: when food is served, what is refused and granted, how many are in a group, what a link leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from auditor.model import Link, Region
from auditor.signposts import discords as signposts
from auditor.sittings import sittings

TERMS, ABOUT = "/terms Terms and conditions", "/about Acme | About"


def told(*lines: str, kind: str) -> list[str]:
    return [entry.title for entry in perform(one_voice, example("\n".join(lines))).findings if entry.kind == kind]


def pair(one: str, other: str, *, kind: str, where: str = ABOUT, label: str = "feature") -> list[str]:
    return told("/ Acme", f"[main sentence] {label}: {one}", where, f"[main sentence] {label}: {other}", kind=kind)


# --- when food is served ------------------------------------------------------------------------------------------------


def test_the_sittings_of_a_line_belong_to_the_days_before_or_behind_them():
    behind = sittings("Food is served 12-2pm and 6-9pm Monday to Saturday & 12-3pm on Sundays")
    assert {(one.day, one.begins, one.ends) for one in behind if one.day in ("sat", "sun")} == {
        ("sat", 12, 14), ("sat", 18, 21), ("sun", 12, 15)
    }  # fmt: skip
    before = sittings("Lunch: Mon-Fri 12-2.30pm, Sunday 12-4pm")
    assert {(one.day, one.ends) for one in before if one.day in ("fri", "sun")} == {("fri", 14.5), ("sun", 16)}
    assert [one.day for one in sittings("Food served: 12-2pm & 6-9pm (6-8pm Sundays)")] == ["", "", "sun"]


HEADER = "Food served: 12pm - 2pm & 6pm - 9pm (6pm - 8pm Sundays)"


def test_a_meal_that_ends_at_two_times_on_one_day_is_told():
    other = "Food is served from 12pm - 2pm and 6pm - 9pm Monday to Saturday & 12pm - 3pm on Sundays."
    title = "When food is served on Sundays is told in two ways: “12pm - 2pm” and “12pm - 3pm”"
    assert pair(HEADER, other, kind="served") == [title]


@pytest.mark.parametrize(
    "other",
    [
        "Food is served 12pm - 2pm and 6pm - 9pm Monday to Saturday and 6pm - 8pm on Sundays.",  # the same
        "Food is served 12pm - 3pm on Christmas Day.",
        "Lunch is served 12pm - 3pm.",  # another meal
        "Food was enjoyed by 12 of us, 3pm - 4pm.",
        "Food is served 10am - 11.30am on Fridays.",  # another sitting
    ],
)
def test_other_meals_other_sittings_and_holidays_are_not(other):
    assert pair(HEADER, other, kind="served") == []


def test_two_lines_of_one_page_on_a_meal_are_two_rooms():
    rooms = [
        "[main sentence] feature: Bar food served 12pm - 3pm.",
        "[main sentence] feature: Garden food served 12pm - 4pm.",
    ]
    assert told("/ Acme", f"[main sentence] feature: {HEADER}", ABOUT, *rooms, kind="served") == []


# --- closed, and open ---------------------------------------------------------------------------------------------------

SHUT = "Our shops are currently closed due to the flood."
HOURS = "Opening hours: Mon-Sat 10am-5pm"


def test_a_house_that_is_closed_and_gives_its_hours_beside_is_told():
    lines = ["/ Acme", "/shops Shops", f"[main sentence] feature: {SHUT}", f"[main sentence] feature: {HOURS}"]
    assert told(*lines, kind="shut") == [
        "It says “Our shops are currently closed”, and its opening hours stand beside it"
    ]


@pytest.mark.parametrize(
    "notice",
    [
        "Our shops are closed on Mondays.",
        "Our shops are currently closed until 5 January due to the flood.",
        "The gate is closed at night.",
        "Are our shops currently closed?",
    ],
)
def test_a_day_off_and_a_closure_with_its_end_are_not(notice):
    lines = ["/ Acme", "/shops Shops", f"[main sentence] feature: {notice}", f"[main sentence] feature: {HOURS}"]
    assert told(*lines, kind="shut") == []


# --- refused, and granted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refusal", "grant", "title"),
    [
        ("No refunds will be given.", "Refunds are given if a class is cancelled by us.", "One line says “No refunds will be given”, and another “Refunds are given”"),
        ("No refunds will be provided for courses that stop for reasons outside our control.", "Refunds will be offered in circumstances outside our control, such as a flood; reasons are checked.", "One line says “No refunds will be provided”, and another “Refunds will be offered”"),
        ("Dogs are not permitted.", "Dogs are welcome in the bar.", "One line says “Dogs are not permitted”, and another “Dogs are welcome”"),
        ("We do not accept cheques.", "Cheques are accepted at the yard.", "One line says “We do not accept cheques”, and another “Cheques are accepted”"),
        ("No booking form is needed.", "A booking form is required for each child.", "One line says “No booking form is needed”, and another “A booking form is required”"),
    ],
)  # fmt: skip
def test_what_one_line_refuses_and_another_grants_is_told(refusal, grant, title):
    assert pair(refusal, grant, kind="granted", where=TERMS, label="policy") == [title]


@pytest.mark.parametrize(
    ("refusal", "grant"),
    [
        (
            "No refunds will be given after the first class.",
            "Refunds are given within 14 days.",
        ),  # one case and another
        ("Dogs are not permitted.", "Assistance dogs are welcome."),  # other dogs
        ("If no refunds are given, ask us why.", "Refunds are given within 14 days."),
        ("Are dogs not permitted?", "Dogs are welcome in the bar."),
        ("No experience is required.", "Experience is required for the loft."),  # of what?
        ("The cost of dogs is not accepted.", "Dogs are accepted."),  # not the dogs are refused
    ],
)
def test_other_cases_other_things_and_questions_are_not(refusal, grant):
    assert pair(refusal, grant, kind="granted", where=TERMS, label="policy") == []


def test_a_rule_and_the_exception_right_behind_it_are_one_rule():
    rule = [
        "[main sentence] policy: No refunds will be given.",
        "[main sentence] policy: Refunds are given if we cancel.",
    ]
    assert told("/ Acme", TERMS, *rule, kind="granted") == []


def test_two_products_may_have_each_its_own_rule():
    dogs = [
        "/product/ash Ash",
        "[main sentence] feature: Dogs are not permitted.",
        "/product/elm Elm",
        "[main sentence] feature: Dogs are welcome.",
    ]
    assert told("/ Acme", *dogs, kind="granted") == []


# --- how many, and for how much -----------------------------------------------------------------------------------------


def test_a_largest_group_and_a_larger_one_elsewhere_are_told():
    title = "A group is told to have 4 at most, and 6 elsewhere: “a maximum of 4 children” and “group of 6”"
    small = "Our lessons are small, with a maximum of 4 children in each."
    assert pair(small, "30 minutes in a group of 6: £9", kind="group", where="/fees Fees") == [title]


@pytest.mark.parametrize(
    "other",
    [
        "30 minutes in a group of 3: £9",
        "A private group of 12 may book the lake.",
        "A class of 60 minutes: £9",
        "Children in a group of 400 schools.",
    ],
)
def test_smaller_groups_private_ones_and_minutes_are_not(other):
    small = "Our lessons are small, with a maximum of 4 children in each."
    assert pair(small, other, kind="group", where="/fees Fees") == []


def test_how_many_of_its_people_are_trained_for_one_thing_is_told_where_two_lines_differ():
    two = "Two of our therapists are trained to treat horses."
    three = "Three of us are qualified to treat horses."
    title = "How many of its people do one thing is told in two ways: “Two of our therapists” and “Three of us”"
    assert pair(two, three, kind="of-us") == [title]
    for other in (
        "Three of us are qualified to treat feet.",
        "At least three of us are qualified to treat horses.",
        "Three of us speak of horses.",
        "Three of our stables are registered for horses.",
        "Two of us are qualified to treat horses.",
    ):
        assert pair(two, other, kind="of-us") == []


def test_what_costs_nothing_more_and_is_charged_elsewhere_is_told():
    free, charged = (
        "Playtime at no additional fee",
        "Dogs fetched after noon will be charged $12 for an hour of playtime.",
    )
    title = "What costs nothing more in one line is charged in another: “Playtime at no additional fee” and “be charged $12 for an hour of playtime”"
    assert pair(free, charged, kind="free-charged", where="/service/stay Stay") == [title]
    for other in (
        "Dogs fetched after noon will be charged $12 for an extra night.",
        "Playtime is included for $12 a night.",
        "Will we be charged $12 for an hour of playtime?",
    ):
        assert pair(free, other, kind="free-charged", where="/service/stay Stay") == []


# --- a link, and what it leads to ---------------------------------------------------------------------------------------


def led(link: str, *lines: str) -> list[str]:
    site = example("\n".join(["/ Acme", "[main sentence] feature: Music by the lake.", "/dates Dates", *lines]))
    way = Link("https://example.com/dates", link, Region.MAIN, internal=True)
    pages = [replace(page, page=replace(page.page, links=(way,))) if page is site.home else page for page in site.pages]
    return [discord.title for discord in signposts(replace(site, pages=tuple(pages), home=pages[0]))]


def test_a_link_that_names_another_year_than_its_page_is_told():
    assert led("View 2024 lake concerts", "[main heading 1] feature: 2023 Lake Concerts by Night") == [
        "A link says “View 2024 lake concerts”, and leads to “2023 Lake Concerts by Night”"
    ]


@pytest.mark.parametrize(
    ("link", "heading"),
    [
        ("View 2024 lake concerts", "2024 Lake Concerts by Night"),
        ("View 2024 lake concerts", "Our 2023 report"),  # of something else
        ("View lake concerts", "2023 Lake Concerts by Night"),
        ("View 2024 lake concerts", "Lake Concerts 2023 and 2024"),
    ],
)
def test_a_link_without_a_year_of_another_thing_or_of_the_same_year_is_not(link, heading):
    assert led(link, f"[main heading 1] feature: {heading}") == []
