"""One voice, page against page: the years of the house, what a thing costs, whose copy it is, and numbers that lists bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from tests.unit.test_facts import tabled

ABOUT = "/about Acme | About"


def told(*lines: str, kind: str) -> list[str]:
    return [entry.title for entry in perform(one_voice, example("\n".join(lines))).findings if entry.kind == kind]


# --- years ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        ("Honest roofs for valley families for over 20 years.", "Slates and leadwork in Harle for Nearly 40 Years.", "It counts its years in two ways: “over 20 years” and “Nearly 40 Years”"),
        ("Put nearly 40 years of tax experience in your corner.", "With more than 40 years of tax experience, we keep it simple.", "It counts its years in two ways: “nearly 40 years of tax experience” and “more than 40 years of tax experience”"),
        ("We bring 12+ years of experience.", "Over 30 years of experience in slate.", "It counts its years in two ways: “12+ years of experience” and “Over 30 years of experience”"),
        ("We have been in business for over half a century.", "Family owned for 30 years.", "It counts its years in two ways: “30 years” and “over half a century”"),
        ("Established over 40 years.", "We have been in business for 25 years.", "It counts its years in two ways: “25 years” and “over 40 years”"),
        ("Family owned for 18 years.", "We have been in business for three decades.", "It counts its years in two ways: “18 years” and “three decades”"),
    ],
)  # fmt: skip
def test_two_counts_of_the_years_that_exclude_each_other_are_told(one, other, title):
    lines = ["/ Acme", f"[main sentence] company: {one}", ABOUT, f"[main sentence] company: {other}"]
    assert told(*lines, kind="years") == [title]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Honest roofs for valley families for over 20 years.", "Slates and leadwork in Harle for 21 years."),
        ("We bring over 30 years of experience.", "Over 12 years of experience in slate."),  # one trade may be younger
        ("We bring over 30 years of experience.", "Tom Baker brings over 12 years of experience."),
        ("We bring over 12 years of experience.", "Together they have over 70 years of experience."),
        ("We have been in business for 30 years.", "For the last 12 years we have also mended clocks."),
        ("We have been in business for 30 years.", "The village fair has been held for over 60 years."),
        ("We have been in business for 12 years.", "Our slates are guaranteed for over 30 years."),
        ("Nearly 40 years of roofs.", "Over 40 years of rain, and no leak: 12 years of moss on it."),
    ],
)
def test_years_of_one_trade_of_people_or_of_other_things_are_not(one, other):
    lines = ["/ Acme", f"[main sentence] company: {one}", ABOUT, f"[main sentence] company: {other}"]
    assert told(*lines, kind="years") == []


def test_the_years_of_a_customer_are_not_those_of_the_house():
    lines = ["/ Acme", "[main sentence] company: We have been in business for 30 years."]
    quote = "[main quote cite=Jo Ray, Hilltop] company: We have been in business for 12 years."
    own = "[main sentence] company: We have been in business for 12 years."
    assert (told(*lines, ABOUT, quote, kind="years"), len(told(*lines, ABOUT, own, kind="years"))) == ([], 1)


# --- prices -----------------------------------------------------------------------------------------------------------


def offered(card: str, own: str, *, name: str = "Rug Cleaning", kind: str = "two-prices") -> list[str]:
    return told(
        "/ Acme",
        "[nav link /service/rugs] other: Rug Cleaning",
        "[nav link /service/lofts] other: Loft Clearing",
        f"[main heading 3] feature: {name}",
        f"[main bullet] feature: {card}",
        "/service/rugs Acme",
        "[first heading 1] feature: Spotless rugs in Harle",
        f"[first sentence] feature: {own}",
        "/service/lofts Acme",
        "[first heading 1] feature: Lofts emptied",
        "[first sentence] feature: From £90",
        kind=kind,
    )


@pytest.mark.parametrize(
    ("card", "own"),
    [("£14 per hour.", "FROM £17/H"), ("From £48", "from £49"), ("£20 an hour", "£25 per hour"), ("$60/hr", "$75 per hour")],
)  # fmt: skip
def test_a_thing_that_costs_one_sum_on_its_card_and_another_on_its_page_is_told(card, own):
    (title,) = offered(card, own)
    assert title.startswith("“Rug Cleaning” costs “")


@pytest.mark.parametrize(
    ("card", "own"),
    [
        ("£17 per hour.", "FROM £17/H"),
        ("£20 per hour.", "FROM £17/H"),  # a dearer one is not excluded
        ("From £48", "£30 per hour"),
        ("From £48", "Save from £10"),
        ("From £48", "From £40 for members"),
        ("From £48", "Small rugs from £20, large ones from £60"),
        ("£48", "£55"),  # nobody says that either is the price of the whole
    ],
)
def test_prices_of_two_kinds_or_circumstances_may_both_hold(card, own):
    assert offered(card, own) == []


def test_the_price_of_another_thing_is_not_held_against_it():
    assert offered("From £48", "from £49", name="Loft Clearing") == [
        "“Loft Clearing” costs “From £48” on one page and “From £90” on another"
    ]
    assert offered("From £48", "from £49", name="Chimney Sweeping") == []


def test_a_line_that_names_the_thing_before_its_price_speaks_of_it():
    lines = ["/ Acme", "[nav link /service/rugs] other: Rug Cleaning", "[main bullet] feature: Rug cleaning from £48"]
    own = ["/service/rugs Acme", "[first heading 1] feature: Spotless rugs", "[first sentence] feature: From £52"]
    assert len(told(*lines, *own, kind="two-prices")) == 1


@pytest.mark.parametrize(("dearer", "found"), [("£31", 1), ("£29", 0)])
def test_a_row_of_the_price_list_is_held_against_the_same_row_of_the_services_page(dearer, found):
    header = ["Item", "Price"]
    list_ = tabled([header, ["Two-seat sofa", "£29"], ["Rug", "£9"]], page="/pricing Prices")
    own = tabled([header, ["Two-seat sofa", dearer], ["Rug", "£7"]], page="/service/sofas Sofas")
    site = replace(list_, pages=(*list_.pages, *own.pages))
    titles = [entry.title for entry in perform(one_voice, site).findings if entry.kind == "two-prices"]
    assert len(titles) == found


# --- another's copy ---------------------------------------------------------------------------------------------------


def borrowed(*lines: str, pages: int = 3) -> list[str]:
    site = ["/ Acme"]
    for nth, town in enumerate(["Harle"] * pages):
        site += [f"/service/s{nth} Acme", f"[main heading 2] feature: Gentle window cleaning in {town} {nth}", f"[main sentence] company: Acme comes on day {nth}."]  # fmt: skip
    return told(*site, "/service/last Acme", *lines, kind="other-firm")


def test_a_line_that_another_firm_speaks_is_told_with_the_headings_that_it_signs():
    lines = ["[main heading 2] feature: Gutters emptied by Brightway Cleaners", "[main sentence] feature: At Brightway Cleaners, we know every gutter."]  # fmt: skip
    assert borrowed(*lines) == [
        "Another firm's text stands in its copy: “Brightway Cleaners” in 2 lines of a site of “Acme”"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: If a pane drips again, come back to Brightway Garage and we will see to it.",
        "[main sentence] feature: Choose Brightway Garage for your windows.",
        "[main heading 2] feature: Welcome to Brightway Garage, where we look after your car",
    ],
)
def test_a_firm_to_which_readers_are_asked_to_come_by_those_who_go_on_as_we_is_told(line):
    assert borrowed(line) == [
        "Another firm's text stands in its copy: “Brightway Garage” in one line of a site of “Acme”"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: Come back to Acme Garage and we will see to it.",
        "[main sentence] feature: Contact Brightway Primary School for a place on the list.",
        "[main sentence] feature: Visit Brightway Hall and we will meet you there.",
        "[main sentence] feature: Customers of Brightway Garage park behind the church.",
        "[main quote cite=Jo] feature: Choose Brightway Garage for your windows.",
    ],
)
def test_a_house_that_is_only_named_is_no_other_firm(line):
    assert borrowed(line) == []


def test_whose_customers_the_terms_speak_of_is_told_and_whose_site_says_how_the_two_belong_together_is_not():
    line = "[main sentence] policy: Whoever ceases to belong to Jo's Driving School is taken off our list."
    policy = ["/policy Terms", line]
    assert borrowed(*policy) == [
        "Another firm's text stands in its copy: “Jo's Driving School” in one line of a site of “Acme”"
    ]
    assert borrowed(*policy, "/about About", "[main sentence] company: Acme was formerly known as Jo's Driving School.") == []  # fmt: skip


def test_what_the_company_runs_itself_is_no_other_firm():
    line = "[main sentence] feature: At Messy Forest Club, we light a fire."
    assert len(borrowed(line)) == 1
    assert borrowed(line, "[main sentence] feature: Bring boots to our Messy Forest Club.") == []
    assert borrowed(line, "[main heading 2] feature: Messy Forest Club") == []


def test_towns_in_which_its_jobs_were_are_none_that_it_sells_in_by_mistake():
    lines = [f"[main heading 2] feature: Window cleaning in {town} last week" for town in ("Dunmore", "Oxley")]
    assert len(borrowed(lines[0])) == 1
    assert borrowed(*lines) == []


def test_a_guarantee_of_something_else_is_none_of_the_time():
    sure = "[main sentence] feature: Our boilers have a full guarantee against rust and leaks, and we arrive in 45 minutes."
    hoped = "[main sentence] feature: We aim to arrive within 45 minutes."
    assert told("/ Acme", sure, ABOUT, hoped, kind="aimed-at") == []


def test_whom_the_terms_define_under_another_name_is_another_firm():
    line = "[main sentence] policy: The term “Brightway Cleaners” or “we” refers to the owner of the website."
    assert borrowed(line, "[main sentence] policy: Brightway Cleaners is not liable.") == [
        "Another firm's text stands in its copy: “Brightway Cleaners” in 2 lines of a site of “Acme”"
    ]
    assert borrowed(line.replace("Brightway Cleaners", "Acme Ltd")) == []


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: At Acme Windows, we know every gutter.",
        "[main sentence] feature: Gutters emptied by Brightway Cleaners.",
        "[main quote cite=Jo] feature: At Brightway Cleaners, we know every gutter.",
        "[main sentence] feature: At Christmas, we rest.",
    ],
)
def test_the_houses_own_name_a_quotation_and_a_season_are_no_other_firm(line):
    assert borrowed(line) == []


def test_a_heading_that_sells_in_another_town_is_told():
    line = "[main heading 2] feature: The best window cleaning in Dunmore starts here"
    assert borrowed(line) == ["One line sells in Dunmore what 3 pages sell in Harle"]
    assert borrowed(line, pages=2) == []
    assert borrowed(line, "[main bullet] feature: Harle, Dunmore and Oxley") == []  # it is served
    assert borrowed("[main heading 2] feature: Our founder was born in Dunmore") == []
    assert (
        borrowed("[main heading 2] feature: The best window cleaning in Harle Union starts here") == []
    )  # a part of it


def test_another_firm_and_its_town_are_one_finding():
    lines = ["[main heading 2] feature: Window cleaning in Dunmore by Brightway Cleaners", "[main sentence] feature: At Brightway Cleaners, we know every gutter."]  # fmt: skip
    assert borrowed(*lines) == [
        "Another firm's text stands in its copy: “Brightway Cleaners” in 2 lines of a site of “Acme”; one line sells in Dunmore what 3 pages sell in Harle"
    ]


# --- numbers and what bears them out ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("announced", "last", "found"),
    [
        ("Please answer the following 4 questions.", 5, ["It announces 4 questions, and the last of the list is number 5"]),
        ("Please answer the following 5 questions.", 5, []),
        ("Three steps to a dry cellar", 4, ["It announces 3 steps, and the last of the list is number 4"]),
        ("We answered 12 questions last week.", 5, []),
    ],
)  # fmt: skip
def test_a_numbered_list_is_held_against_the_number_that_announces_it(announced, last, found):
    lines = [f"[main bullet] feature: {nth}. Tell us what leaks {'again ' * nth}" for nth in range(1, last + 1)]
    assert told("/ Acme", f"[main heading 2] feature: {announced}", *lines, kind="list") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "We mend four things: pumps, hoses and valves.",
            ["It counts 4 things and names 3: “four things: pumps, hoses and valves”"],
        ),
        ("We mend three things: pumps, hoses and valves.", []),
        ("We mend four things: pumps and seals, hoses and valves.", []),
        ("We let four rooms: a double with bath, shower and balcony, a twin, a single and a loft.", []),
        ("We mend twelve things, such as: pumps, hoses and valves.", []),
        (
            "In stock: bolts, studs, nuts, pins and rivets 9 types of parts.",
            ["It counts 9 types and names 5: “bolts, studs, nuts, pins and rivets 9 types”"],
        ),
    ],
)
def test_a_count_is_held_against_what_its_own_line_names(line, found):
    assert told("/ Acme", f"[main sentence] feature: {line}", kind="list") == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("We aim to arrive within 45 min of your call.", 1),
        ("We usually arrive within 90 minutes of your call.", 0),
        ("We arrive within 45 minutes of your call.", 0),
        ("We aim to leave after 45 minutes.", 0),
    ],
)
def test_a_time_that_is_guaranteed_in_one_line_and_only_aimed_at_in_another_is_told(other, found):
    lines = ["/ Acme", "[main sentence] feature: Guaranteed 45 minute response, day and night!", ABOUT]
    assert len(told(*lines, f"[main sentence] feature: {other}", kind="aimed-at")) == found


@pytest.mark.parametrize(
    ("kind", "one", "other", "found"),
    [
        ("charge", "There is a $45 call-out charge.", "The call-out charge is $60.", 1),
        ("charge", "There is a $45 call-out charge.", "The call-out charge is $60 at weekends.", 0),
        ("charge", "There is a $45 call-out charge.", "The call-out charge is $45.", 0),
        ("charge", "There is a $45 call-out charge.", "The delivery charge is $60.", 0),
        ("charge", "There is a $45 call-out charge.", "A call-out charge of $45 by day, a call-out charge of $60 by night.", 0),
        ("threshold", "Free delivery on orders over £30", "Enjoy free delivery when you spend more than £50.", 1),
        ("threshold", "Free delivery on orders over £30", "Free express delivery on orders over £50", 0),
        ("smallest-order", "Minimum order value: £25", "The minimum order is £40.", 1),
        ("smallest-order", "Minimum order value: £25", "The minimum order for wholesale is £400.", 0),
    ],
)  # fmt: skip
def test_one_charge_with_two_sums_is_told(kind, one, other, found):
    lines = ["/ Acme", f"[main sentence] policy: {one}", "/support/terms Terms", f"[main sentence] policy: {other}"]
    assert len(told(*lines, kind=kind)) == found


def test_each_service_may_ask_for_a_deposit_of_its_own():
    lines = ["/ Acme", "[main sentence] policy: A deposit of £20 holds the place."]
    other = "[main sentence] policy: A £50 deposit holds the hall."
    assert told(*lines, "/service/parties Parties", other, kind="charge") == []
    assert len(told(*lines, "/pricing Prices", other, kind="charge")) == 1


@pytest.mark.parametrize(
    ("far", "found"),
    [("2 miles", ["Two distances to Harle are given: “1.5 miles from Harle” and “2 miles”"]), ("1.6 miles", [])],
)
def test_one_place_at_two_distances_is_told(far, found):
    lines = ["/ Acme", "[main sentence] feature: Acme is a farmhouse 1.5 miles from Harle and near the sea."]
    near = ["/other/area Around us", "[main heading 3] feature: Harle", f"[main sentence] feature: {far}"]
    assert told(*lines, *near, kind="distance") == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("1,286 Warning letters were sent.", "1,286 Landlords fined", ["One number counts two things: “1,286 Warning letters were sent” and “1,286 Landlords fined”"]),
        ("1,286 Warning letters were sent.", "1,286 letters in one year", []),
        ("1,286 happy customers", "1,286 families served", []),
        ("1,250 Warning letters were sent.", "1,250 Landlords fined", []),  # nobody counted either
        ("Call 1,286.50 a month", "1,286 Landlords fined", []),
    ],
)  # fmt: skip
def test_one_exact_number_of_two_things_is_told(one, other, found):
    lines = ["/ Acme", f"[main sentence] company: {one}", ABOUT, f"[main heading 2] company: {other}"]
    assert told(*lines, kind="two-things") == found


@pytest.mark.parametrize(
    ("offer", "found"),
    [
        ("Tyres of all makes & sizes while you wait.", ["It offers “all makes & sizes” and says “Not every size is in stock”"]),
        ("Tyres of many sizes while you wait.", []),
        ("We do not stock all sizes.", []),
        ("All sizes vary a little.", []),
    ],
)  # fmt: skip
def test_all_of_something_that_is_not_all_to_be_had_is_told(offer, found):
    lines = ["/ Acme", f"[main sentence] feature: {offer}", "/other/brands Brands"]
    assert told(*lines, "[main sentence] feature: Not every size is in stock.", kind="not-all") == found
    assert told(*lines, "[main sentence] feature: Not every size suits every car.", kind="not-all") == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Free camera inspection with qualified job", 1),
        ("Free camera inspection with any job", 0),
        ("Free camera inspection with qualified jobs over $500", 0),
        ("Free estimates with qualified job", 0),
    ],
)
def test_what_is_free_for_those_who_qualify_in_one_line_alone_is_told(other, found):
    lines = ["/ Acme", f"[main bullet] feature: {other}", "/service/drains Drains"]
    free = "[main sentence] feature: You get a free drain inspection with any job and a free estimate."
    assert len(told(*lines, free, kind="qualified")) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("We come on a daily, weekly, fortnightly and monthly basis.", 1),
        ("Choose fortnightly, one-off or weekly visits.", 0),
        ("Daily, weekly, or monthly?", 0),
        ("We come daily or weekly.", 0),
    ],
)
def test_how_often_it_is_to_be_had_is_told_where_one_page_lists_it_in_two_ways(other, found):
    lines = ["/service/gardens Gardens", "[main heading 2] feature: One-off, weekly or fortnightly visits"]
    assert len(told(*lines, f"[main sentence] feature: {other}", kind="how-often")) == found


@pytest.mark.parametrize(("mark", "found"), [("*", 1), ("", 0)])
def test_a_charge_behind_an_asterisk_takes_the_promise_of_none_back(mark, found):
    lines = ["/ Acme", "[main sentence] company: We don't believe in hidden charges!", "/service/rugs Rugs"]
    assert len(told(*lines, f"[main sentence] feature: {mark}Minimum charges apply.", kind="promise")) == found


def test_a_contradiction_is_told_however_few_figures_were_compared():
    lines = ["/ Acme", "[main sentence] company: We have been in business for 12 years.", ABOUT]
    result = perform(one_voice, example("\n".join([*lines, "[main sentence] company: In business for over 30 years."])))
    (entry,) = result.findings
    assert entry.lead
    assert "1 contradiction was found" in result.summary


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Check-in: from 16:00", "4.30 pm check-in, 10 am check-out", 1),
        ("Check-in timing – 13:00 hrs", "Check in from 2 pm.", 1),
        ("Check-in: from 16:00", "4 pm check-in, 10 am check-out", 0),
        ("Check-in: from 16:00", "Early check-in from 12:00", 0),
        ("Check-in: from 16:00", "Check in 12 bags at most.", 0),
    ],
)
def test_the_time_of_arriving_is_read_in_more_forms(one, other, found):
    lines = ["/ Acme", f"[main bullet] policy: {one}", ABOUT, f"[main sentence] policy: {other}"]
    assert len(told(*lines, kind="check-in")) == found
