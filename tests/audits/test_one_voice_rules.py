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
    behind = sittings("Food is served 11-3pm and 5-8pm Monday to Saturday & 11-4pm on Sundays")
    assert {(one.day, one.begins, one.ends) for one in behind if one.day in ("sat", "sun")} == {
        ("sat", 11, 15), ("sat", 17, 20), ("sun", 11, 16)
    }  # fmt: skip
    before = sittings("Lunch: Mon-Fri 12-2.30pm, Sunday 12-4pm")
    assert {(one.day, one.ends) for one in before if one.day in ("fri", "sun")} == {("fri", 14.5), ("sun", 16)}
    assert [one.day for one in sittings("Food served: 11am-3pm & 5-8pm (5-7pm Sundays)")] == ["", "", "sun"]


HEADER = "Food served: 11am - 3pm & 5pm - 8pm (5pm - 7pm Sundays)"


def test_a_meal_that_ends_at_two_times_on_one_day_is_told():
    other = "Food is served from 11am - 3pm and 5pm - 8pm Monday to Saturday & 11am - 4pm on Sundays."
    title = "When food is served on Sundays is told in two ways: “11am - 3pm” and “11am - 4pm”"
    assert pair(HEADER, other, kind="served") == [title]


@pytest.mark.parametrize(
    "other",
    [
        "Food is served 11am - 3pm and 5pm - 8pm Monday to Saturday and 5pm - 7pm on Sundays.",  # the same
        "Food is served 11am - 4pm on Christmas Day.",
        "Lunch is served 11am - 4pm.",  # another meal
        "Food was enjoyed by 11 of us, 3pm - 4pm.",
        "Food is served 8am - 9.30am on Fridays.",  # another sitting
    ],
)
def test_other_meals_other_sittings_and_holidays_are_not(other):
    assert pair(HEADER, other, kind="served") == []


def test_two_lines_of_one_page_on_a_meal_are_two_rooms():
    rooms = [
        "[main sentence] feature: Bar food served 11am - 4pm.",
        "[main sentence] feature: Garden food served 11am - 5pm.",
    ]
    assert told("/ Acme", f"[main sentence] feature: {HEADER}", ABOUT, *rooms, kind="served") == []


# --- closed, and open ---------------------------------------------------------------------------------------------------

SHUT = "Our barns are currently closed because of the flood."
HOURS = "Opening hours: Tue-Sat 11am-4pm"


def test_a_house_that_is_closed_and_gives_its_hours_beside_is_told():
    lines = ["/ Acme", "/barns Barns", f"[main sentence] feature: {SHUT}", f"[main sentence] feature: {HOURS}"]
    assert told(*lines, kind="shut") == [
        "It says “Our barns are currently closed”, and its opening hours stand beside it"
    ]


@pytest.mark.parametrize(
    "notice",
    [
        "Our barns are closed on Mondays.",
        "Our barns are currently closed until 5 January because of the flood.",
        "The gate is closed at night.",
        "Are our barns currently closed?",
    ],
)
def test_a_day_off_and_a_closure_with_its_end_are_not(notice):
    lines = ["/ Acme", "/barns Barns", f"[main sentence] feature: {notice}", f"[main sentence] feature: {HOURS}"]
    assert told(*lines, kind="shut") == []


# --- refused, and granted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refusal", "grant", "title"),
    [
        ("No refunds will be given.", "Refunds are given if a class is cancelled by us.", "One line says “No refunds will be given”, and another “Refunds are given”"),
        ("No vouchers will be issued for walks that storms and floods call off.", "Vouchers are issued in case of storms and floods, and last a year.", "One line says “No vouchers will be issued”, and another “Vouchers are issued”"),
        ("Dogs are not permitted.", "Dogs are welcome in the bar.", "One line says “Dogs are not permitted”, and another “Dogs are welcome”"),
        ("We do not accept cheques.", "Cheques are accepted at the yard.", "One line says “We do not accept cheques”, and another “Cheques are accepted”"),
        ("Sorry, no dogs.", "Well-behaved dogs are welcome in the bar.", "One line says “Sorry, no dogs”, and another “Well-behaved dogs are welcome”"),
        ("Once you have paid, no refunds are given for storms and floods.", "Refunds are given if storms and floods close the lake.", "One line says “no refunds are given”, and another “Refunds are given”"),
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
        ("Sorry, no dogs.", "Guide dogs are welcome."),
        ("No dogs, no fuss", "Dogs are welcome in the bar."),  # nobody is told to leave one at home
        ("No refunds are given once the class has begun.", "Full refunds are given within 14 days."),
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


# --- lists, and conditions ----------------------------------------------------------------------------------------------


def test_a_list_of_what_is_asked_for_that_another_page_gives_with_one_entry_more_is_told():
    home = [
        "/ Acme",
        "[main heading 2] feature: Papers required for boats",
        "[main bullet] feature: Boats: Licence, Insurance, Gas check",
    ]
    stay = [
        "/service/day Day hire",
        "[main heading 2] feature: Papers required for boats",
        "[main bullet] feature: Licence, Insurance, Gas check, Mooring slip",
    ]
    assert told(*home, *stay, kind="lists") == [
        "One list stands in two versions: “Mooring slip” is in one of them alone"
    ]
    for other in (
        "Licence, Insurance, Gas check",
        "Licence, Insurance, Gas check, Slip, Crew list and Log",  # another list
        "Papers such as Licence, Insurance, Gas check, Slip",
        "Licence, Slip, Insurance",
    ):
        assert told(*home, *stay[:2], f"[main bullet] feature: {other}", kind="lists") == []
    assert told(*home, stay[0], stay[2].replace("feature: ", "feature: Cars: "), kind="lists") == []  # of others


def test_two_products_each_have_a_list_of_their_own():
    lists = ["Colours: Red, Green, Blue", "Colours: Red, Green, Blue, Black"]
    pages = [
        line for n, text in enumerate(lists) for line in (f"/product/p{n} Pump {n}", f"[main bullet] feature: {text}")
    ]
    assert told("/ Acme", *pages, kind="lists") == []
    assert len(told("/ Acme", f"[main bullet] feature: {lists[0]}", *pages[2:], kind="lists")) == 1


def test_what_is_offered_at_large_and_elsewhere_on_a_condition_is_told():
    title = "What one page offers without a condition another offers “on request”: “Lawn & hedge trimming”"
    assert pair("Lawn & hedge trimming", "Lawn and hedge trimming (on request)", kind="on-condition") == [title]
    for other in (
        "Lawn and hedge trimming (our speciality)",
        "Roof trimming (on request)",
        "Lawn and hedge trimming",
    ):
        assert pair("Lawn & hedge trimming", other, kind="on-condition") == []


# --- how many, and for how much -----------------------------------------------------------------------------------------


def test_a_largest_group_and_a_larger_one_elsewhere_are_told():
    title = "A group is told to have 5 at most, and 8 elsewhere: “a maximum of 5 riders” and “group of 8”"
    small = "Rides go out with a maximum of 5 riders to a group."
    assert pair(small, "An hour in a group of 8: £9", kind="group", where="/fees Fees") == [title]


@pytest.mark.parametrize(
    "other",
    [
        "An hour in a group of 3: £9",
        "A private group of 12 may book the lake.",
        "A class of 60 minutes: £9",
        "Children in a group of 400 schools.",
    ],
)
def test_smaller_groups_private_ones_and_minutes_are_not(other):
    small = "Rides go out with a maximum of 5 riders to a group."
    assert pair(small, other, kind="group", where="/fees Fees") == []


def test_how_many_of_its_people_are_trained_for_one_thing_is_told_where_two_lines_differ():
    two = "Two of our tutors are trained to teach the harp."
    three = "Four of us are qualified to teach the harp."
    title = "How many of its people do one thing is told in two ways: “Two of our tutors” and “Four of us”"
    assert pair(two, three, kind="of-us") == [title]
    for other in (
        "Four of us are qualified to teach the oboe.",
        "At least four of us are qualified to teach the harp.",
        "Four of us speak of the harp.",
        "Four of our rooms are registered for the harp.",
        "Two of us are qualified to teach the harp.",
    ):
        assert pair(two, other, kind="of-us") == []


def test_what_costs_nothing_more_and_is_charged_elsewhere_is_told():
    free, charged = (
        "Supper at no extra charge",
        "Guests who come after nine will be charged £12 for a late supper.",
    )
    title = "What costs nothing more in one line is charged in another: “Supper at no extra charge” and “be charged £12 for a late supper”"
    assert pair(free, charged, kind="free-charged", where="/service/stay Stay") == [title]
    for other in (
        "Guests who come after nine will be charged £12 for the porter.",
        "Supper is included for £12 a night.",
        "Will we be charged £12 for a late supper?",
    ):
        assert pair(free, other, kind="free-charged", where="/service/stay Stay") == []


# --- a link, and what it leads to ---------------------------------------------------------------------------------------


def led(link: str, *lines: str) -> list[str]:
    site = example("\n".join(["/ Acme", "[main sentence] feature: Cheese by the river.", "/dates Dates", *lines]))
    way = Link("https://example.com/dates", link, Region.MAIN, internal=True)
    pages = [replace(page, page=replace(page.page, links=(way,))) if page is site.home else page for page in site.pages]
    return [discord.title for discord in signposts(replace(site, pages=tuple(pages), home=pages[0]))]


def test_a_link_that_names_another_year_than_its_page_is_told():
    assert led("See 2024 market days", "[main heading 1] feature: 2023 Market Days by the River") == [
        "A link says “See 2024 market days”, and leads to “2023 Market Days by the River”"
    ]


@pytest.mark.parametrize(
    ("link", "heading"),
    [
        ("See 2024 market days", "2024 Market Days by the River"),
        ("See 2024 market days", "Our 2023 report"),  # of something else
        ("See market days", "2023 Market Days by the River"),
        ("See 2024 market days", "Market Days 2023 and 2024"),
    ],
)
def test_a_link_without_a_year_of_another_thing_or_of_the_same_year_is_not(link, heading):
    assert led(link, f"[main heading 1] feature: {heading}") == []
