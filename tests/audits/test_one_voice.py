"""One voice: two figures contradict each other only where they speak of the same thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor import contradictions
from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from auditor.model import Role, Status, Tier
from tests.unit.test_facts import tabled


def judged(*lines: str):
    return perform(one_voice, example("\n".join(lines)))


def kinds(*lines: str) -> list[str]:
    return sorted(finding.kind for finding in judged(*lines).findings)


ABOUT = "/about Acme | About"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("count", "We compare 25+ carriers.", "We work with over 15 insurers."),
        ("count", "Trusted by over 500 customers.", "Trusted by 2,000+ happy customers."),
        ("years", "We bring over 15 years of experience.", "Our shop has 25+ years of experience."),
        ("founding-year", "We were founded in 1985.", "Acme was established in 1989."),
        ("response-time", "We reply within 24 hours.", "We reply within 3 business days."),
        ("trial", "Start a 14-day free trial.", "Our 30-day trial is free."),
        ("return-period", "We give a 30-day money-back promise.", "A 14-day return period holds."),
        ("contract-term", "Cancel any time.", "You sign a 12-month contract."),
        ("minimum-order", "The minimum order is 10 pieces.", "Minimum order: 500 pieces."),
        ("years", "For over two decades, we have cleaned pumps.", "We have been cleaning pumps for 12 years."),
        ("founding-year", "We were founded in 2004.", "Trusted pump repair since 1998."),
        (
            "founding-year",
            "We were founded in 2004.",
            "Since 2011, we have been at work for the dairies of the county.",
        ),
        ("founding-year", "In 2004 we founded our own company.", "Our firm was founded in 2009."),
    ],
)
def test_two_values_of_one_thing_contradict_each_other(kind, one, other):
    result = judged("/ Acme", f"[main sentence] company: {one}", ABOUT, f"[main sentence] company: {other}")
    assert [finding.kind for finding in result.findings] == [kind]
    finding = result.findings[0]
    assert finding.tier is Tier.VISIBLE
    assert {quoted.text for quoted in finding.quotes} == {one, other}
    assert result.score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We compare 25+ carriers.", "We serve 40+ countries."),
        ("We reply within 24 hours.", "You hear back within 1 business day."),
        ("We bring over 15 years of experience.", "Our shop has 16 years of experience."),
        ("Trusted by over 500 customers.", "Trusted by 520+ customers."),
        ("We reply within 24 hours.", "A quote follows within 3 days."),
        ("Every enquiry is answered within 24 hours.", "Emergencies: we reply within 1 hour."),
        ("We have 25+ dairy customers.", "Trusted by over 500 customers."),
    ],
)
def test_figures_of_two_things_do_not(one, other):
    assert kinds("/ Acme", f"[main sentence] company: {one}", ABOUT, f"[main sentence] company: {other}") == []


def test_a_page_that_sets_two_plans_side_by_side_does_not_contradict_itself():
    lines = [
        "[main sentence] feature: Bronze: we reply within 2 days.",
        "[main sentence] feature: Gold: we reply within 4 hours.",
    ]
    assert kinds("/pricing Acme", *lines) == []


def test_two_product_pages_may_have_two_warranties():
    pump = ["/product/a Pump A", "[main sentence] feature: It has a 2-year warranty."]
    seal = ["/product/b Seal B", "[main sentence] feature: It has a 1-year warranty."]
    assert kinds(*pump, *seal) == []


def test_a_count_on_a_product_page_against_the_companys_is_told_to_be_perhaps_specific():
    pages = [
        "/ Acme",
        "[main sentence] company: We compare 25+ carriers.",
        "/product/v Visa cover",
        "[main heading 3] feature: 15+ carriers compared",
    ]
    finding = judged(*pages).findings[0]
    assert "product-specific" in finding.why


def test_more_years_in_business_than_the_founding_year_allows():
    lines = [
        "/ Acme",
        "[main sentence] company: We were founded in 2010.",
        "[main sentence] company: We have been serving farms with 30 years in business.",
        "[footer sentence] other: © 2024 Acme",
    ]
    assert kinds(*lines) == ["founding-year"]
    assert kinds(*lines[:3]) == []


def test_the_smallest_order_of_a_kind_against_the_sites_own_table():
    table = tabled(
        [["Product", "MOQ"], ["PVC Cards", "500 pcs"], ["Metal Card", "500 pcs"], ["Wristband", "1,000 pcs"]]
    )
    claim = example("/other/order Orders\n[main sentence] feature: MOQs start at 10 pieces for cards and tags.")
    site = replace(table, pages=tuple(sorted((*table.pages, *claim.pages), key=lambda page: page.url)))
    result = perform(one_voice, site)
    assert [finding.kind for finding in result.findings] == ["minimum-order"]
    assert "10 pieces" in result.findings[0].title
    assert "500" in result.findings[0].title


def test_a_capability_that_the_sites_own_table_does_not_reach():
    table = tabled([["Machine", "Max diameter"], ["Lathe 1", '14.0"'], ["Lathe 2", '10"']])
    claim = example('/service/a Turning\n[main sentence] feature: Turning diameters to 20" are our daily work.')
    site = replace(table, pages=tuple(sorted((*table.pages, *claim.pages), key=lambda page: page.url)))
    result = perform(one_voice, site)
    assert [finding.kind for finding in result.findings] == ["capability"]
    small = example('/service/a Turning\n[main sentence] feature: Turning diameters to 14" are our daily work.')
    site = replace(table, pages=tuple(sorted((*table.pages, *small.pages), key=lambda page: page.url)))
    assert not perform(one_voice, site).findings


def test_a_promise_that_stands_alike_on_three_pages_is_praised():
    pages = [
        line
        for n in range(3)
        for line in (f"/product/p{n} Pump {n}", f"[main sentence] feature: Call number {n}: we reply within 24 hours.")
    ]
    result = judged("/ Acme", *pages)
    assert [finding.kind for finding in result.keep] == ["steady"]


def test_a_site_that_states_nothing_twice_is_not_judged():
    assert judged("/ Acme", "[main sentence] company: We compare 25+ carriers.").status is Status.NOT_ENOUGH


def test_agreement_is_told_of_ten_figures_and_more_and_of_fewer_how_many_were_compared():
    one = ["[main sentence] company: We were founded in 1985."]
    few = judged("/ Acme", *one, ABOUT, "[main sentence] company: Acme was established in 1985.")
    assert (few.status, few.score) == (Status.NOT_ENOUGH, None)
    assert few.summary.startswith("Only 1 figure stands in two lines or more")
    lines = [
        ("We reply within 24 hours.", "Every letter has a reply within 24 hours."),
        ("Start a 14-day free trial.", "Our 14-day trial is free."),
        ("We give a 30-day money-back promise.", "A 30-day return period holds."),
        ("We compare 25+ carriers.", "We work with over 25 carriers."),
        ("The minimum order is 10 pieces.", "Minimum order: 10 pieces."),
        ("We ship to 40 countries.", "Our pumps run in 40 countries."),
        ("We employ 120 people and have 120 employees.", "The 120 employees meet on Mondays."),
        ("We speak 12 languages.", "Help comes in 12 languages."),
        ("The pumps carry a 5-year warranty.", "Each one has a 5-year warranty."),
        ("A deposit of 20% is due on order.", "We take a 20% deposit."),
        ("We serve 3,000 families.", "By now 3,000 families cook with us."),
        ("We were founded in 1985.", "Acme was established in 1985."),
    ]
    home, about = ([f"[main sentence] feature: {pair[side]}" for pair in lines] for side in (0, 1))
    enough = judged("/ Acme", *home, ABOUT, *about)
    count = enough.numbers["compared"]
    assert count >= 10
    assert enough.score == 1
    assert enough.summary == f"{count} figures stand in two lines or more, and no two of these disagree."
    home, about = ([f"[main sentence] feature: {pair[side]}" for pair in lines[:5]] for side in (0, 1))
    handful = judged("/ Acme", *home, ABOUT, *about)
    assert (handful.status, handful.score) == (Status.NOT_ENOUGH, None)
    assert handful.summary.startswith("Only 5 figures stand in two lines or more")
    wrong = judged(
        "/ Acme",
        "[main sentence] company: We were founded in 1985.",
        ABOUT,
        "[main sentence] company: Founded in 1989.",
    )
    assert wrong.summary == "1 contradiction was found; 1 figure stands in two lines or more."


def test_hours_and_lines_that_every_page_repeats_are_compared_once():
    week = ("Mondays 9 to 5", "Tuesdays 9 to 5", "Saturdays 10 to 2")
    footer = [f"[footer sentence] other: {day}" for day in week]
    pages = [part for path in ("/", "/about", "/contact") for part in (f"{path} Acme", *footer)]
    assert judged(*pages).numbers["compared"] == 0
    again = ["/visit Acme", *(f"[footer sentence] other: Open {day}" for day in week)]
    assert judged(*pages, *again).numbers["compared"] == 1


def test_a_trifle_is_told_and_no_score_praises_where_little_was_compared():
    one, other = ("[footer sentence] other: © 2019 Acme", "[footer sentence] other: © 2016 Acme")
    told = judged("/ Acme", one, ABOUT, other)
    assert [entry.kind for entry in told.findings] == ["copyright"]
    assert (told.score, told.status) == (None, Status.INFORMATIVE)
    assert (told.title, told.summary) == ("It tells some things in two ways", "1 thing is told in two ways.")
    grave = judged(
        "/ Acme",
        "[main sentence] company: We were founded in 1985.",
        ABOUT,
        "[main sentence] company: Founded in 1989.",
    )
    assert (grave.score, grave.status) == (0.75, Status.SCORED)
    assert grave.title == "It contradicts itself"


def test_an_age_beside_a_founding_year_is_a_comparison_too():
    told = judged(
        "/ Acme",
        "[main sentence] company: We were founded in 1985.",
        ABOUT,
        "[main sentence] company: We have been in business for 30 years.",
    )
    assert told.numbers["compared"] == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("For over two decades, we have cleaned pumps.", "We have been cleaning pumps for 24 years."),
        ("Nearly three decades of protecting herds.", "We have served dairies for 27 years."),
        ("We were founded in 1998.", "Serving the islands since 2004."),
        ("A decade of service to dairies.", "We warrant every hose for 25 years."),
        ("Call (360) 201-4455.", "Call (360) 201-4456 for parts."),
        ("Trusted by over 6,000 customers.", "Join 500+ customers who trust us for their yearly service."),
        ("Call (360) 201-4455.", "Fax: (360) 210-4455."),
        ("Write to pumps@hillfarm.example.", "Write to parts@hillfarm.example."),
    ],
)
def test_what_rounding_a_second_line_or_a_later_start_explains_is_no_contradiction(one, other):
    home = [
        "/ Acme",
        f"[main sentence] company: {one}",
        "/contact Acme | Contact",
        f"[main sentence] company: {one} Soon.",
    ]
    assert kinds(*home, ABOUT, f"[main sentence] company: {other}") == []


def test_a_number_in_the_bar_over_the_menu_is_held_against_the_one_at_the_foot():
    pages = [f"/{name} Acme | {name.title()}" for name in ("", "about", "team")]
    foot = "[footer sentence] other: Phone: 01482 617112"
    lines = [f"{page}\n{foot}" for page in pages]
    lines.append("/news Acme | News\n[nav sentence] other: 01482 671112")
    assert [finding.title for finding in judged(*lines).findings] == [
        "Two phone numbers differ by one slip: “01482 617112” and “01482 671112”"
    ]


def test_the_number_that_stands_on_fewer_pages_is_the_one_in_doubt():
    pages = [f"/{name} Acme | {name.title()}" for name in ("contact", "about", "team")]
    lines = [f"{page}\n[main sentence] other: Write to milk@hillfarm.example now." for page in pages]
    found = judged("/ Acme", "[main sentence] other: Write to milk@hilfarm.example.", *lines).findings
    assert [finding.title for finding in found] == [
        "Two addresses for mail differ by one slip: “milk@hillfarm.example” and “milk@hilfarm.example”"
    ]


def test_of_two_addresses_that_differ_behind_the_at_the_one_where_fewer_mailboxes_are_is_in_doubt():
    one = "/ Acme\n[main sentence] other: Write to milk@hill-farm.example."
    others = ["/contact Acme | Contact", "[main sentence] other: Write to milk@hillfarm.example."]
    assert kinds(one, *others) == []
    others += ["/team Acme | Team", "[main sentence] other: Write to eggs@hillfarm.example."]
    assert [finding.title for finding in judged(one, *others).findings] == [
        "Two addresses for mail differ by one slip: “milk@hillfarm.example” and “milk@hill-farm.example”"
    ]


def test_the_numbers_of_a_directory_are_not_held_against_each_other(monkeypatch):
    pages = [f"/{name} Acme | {name.title()}" for name in ("contact", "about")]
    lines = [f"{page}\n[main sentence] other: Call 0161 555 2391 or milk@hillfarm.example." for page in pages]
    home = "/ Acme\n[main sentence] other: Call 0161 555 7391 at night."
    assert [finding.kind for finding in judged(home, *lines).findings] == ["contact"]
    monkeypatch.setattr(contradictions, "MOST_CONTACTS", 2)
    assert judged(home, *lines).findings == ()


def test_a_count_of_the_whole_company_is_compared_where_each_page_speaks_of_one_town():
    towns = [("hill", "9"), ("dale", "9"), ("moor", "30"), ("lake", "30")]
    lines = [
        f"/service/{town} Pumps in {town.title()} | Acme\n[main sentence] company: We compare {count}+ carriers."
        for town, count in towns
    ]
    found = judged("/ Acme", "[main sentence] company: Pumps by the day.", *lines).findings
    assert [(finding.kind, finding.lead) for finding in found] == [("count", True)]
    assert kinds("/ Acme", "[main sentence] company: Pumps by the day.", *lines[1:3]) == []


def test_an_age_is_held_against_the_year_in_which_a_page_was_updated():
    lines = [
        "/ Acme",
        "[main sentence] company: We were founded in 2015.",
        ABOUT,
        "[main sentence] company: For over two decades, we have cleaned pumps.",
    ]
    assert kinds(*lines) == []
    assert kinds(*lines, "[main sentence] other: Last updated: March 2024") == ["founding-year"]


def test_a_class_that_costs_one_sum_in_the_list_of_fees_and_another_on_its_page_has_two_prices():
    fees = "/fees Fees | Acme\n[main heading 2] other: Pottery fees\n[main bullet] feature: Cost per group class£8.90"
    page = (
        "/pottery Pottery | Acme\n[main sentence] feature: Class sizes are 8 people per class, and cost £12 per class."
    )
    other = "/weaving Weaving | Acme\n[main sentence] feature: Classes cost £15 per class."
    found = judged("/ Acme", fees, page, other).findings
    assert [finding.title for finding in found] == ["One class has two prices: “£8.90” and “£12 per class”"]
    assert kinds("/ Acme", fees.replace("£8.90", "£12"), page, other) == []
    assert kinds("/ Acme", page, other) == []


def test_a_sentence_that_was_changed_on_one_page_alone_stands_in_two_versions():
    home = "/ Acme\n[main sentence] other: On Friday we start again at eight in the barn and go on until 5:00."
    page = "/service/course Course\n[main sentence] other: On Friday we start again at eight in the barn and end at 4:30 with lunch."
    found = judged(home, page).findings
    assert [entry.title for entry in found] == ["One sentence stands in two versions: “5:00” and “4:30”"]
    assert len(found[0].quotes) == 2


@pytest.mark.parametrize(
    "other",
    [
        "On Friday we start again at eight in the barn and go on until 5:00, with lunch.",
        "On Friday we start again at eight in the barn and eat for $12 each.",
        "On Friday we start again at eight in the barn and Hull ends at 4:30.",
        "On Friday we start again at nine and end at 4:30.",
    ],
)
def test_the_same_figure_another_sort_another_name_or_another_beginning_is_no_second_version(other):
    home = "/ Acme\n[main sentence] other: On Friday we start again at eight in the barn and go on until 5:00."
    assert kinds(home, f"/service/course Course\n[main sentence] other: {other}") == []


def test_two_products_may_have_their_own_figure_in_the_same_sentence():
    line = "[main sentence] feature: With a full tank on a cold day it will run for {} hours."
    assert kinds("/ Acme", f"/product/a A\n{line.format(9)}", f"/product/b B\n{line.format(12)}") == []


def test_one_block_on_many_pages_is_no_promise_made_alike_on_them():
    pages = [
        line
        for n in range(4)
        for line in (f"/product/p{n} Pump {n}", "[main sentence] feature: We reply to you within 24 hours.")
    ]
    assert judged("/ Acme", *pages).keep == ()


def test_the_hours_of_a_slot_are_no_time_in_which_an_answer_is_promised():
    pages = [
        line
        for n in range(3)
        for line in (f"/product/p{n} Pump {n}", f"[main sentence] feature: After quote {n} pick a 2 hour time slot.")
    ]
    assert judged("/ Acme", *pages).keep == ()


def priced(cards: dict[str, str], rows: list[list[str]], over: str = "") -> list[str]:
    """The titles of two prices, on a page with a block of its own for each name and then a table."""
    lines = ["/pricing Prices"]
    for name, price in cards.items():
        lines += [f"[main heading 3] feature: {name}", f"[main sentence] feature: {price}"]
    site = tabled(rows, page="\n".join(lines), heading=over or list(cards)[-1])
    if not over:  # the table follows the last block, under no heading of its own
        page = site.pages[0]
        repeated = [copy for copy in page.copy if copy.unit.role is Role.HEADING][-1]
        copies = tuple(copy for copy in page.copy if copy is not repeated)
        site = replace(site, pages=(replace(page, copy=copies),))
    return [found.title for found in perform(one_voice, site).findings if found.kind == "two-prices"]


CARDS = {"Short Check": "£40 (inc. VAT)", "Long Check": "£60 (inc. VAT)", "Winter Check": "£80 (inc. VAT)"}
HEADER = ["Service", "Price", "What is done"]


def test_a_service_with_one_price_in_its_block_and_another_in_the_table_is_told():
    (title,) = priced(CARDS, [HEADER, ["Short Check", "£55", "Seals"], ["Long Check", "£60", "Seals and hoses"]])
    assert title == "“Short Check” has two prices on one page: “£40 (inc. VAT)” and, in a table, “£55”"


def test_words_that_all_names_of_a_list_have_do_not_tell_two_services_apart():
    rows = [[f"{name} Pump Check", price, "Done on the farm"] for name, price in (("Short", "£55"), ("Long", "£90"))]
    (title,) = priced(CARDS, [HEADER, *rows, ["Winter Pump Check", "£80", "Done in October"]])
    assert title.endswith("; so has 1 more")


@pytest.mark.parametrize(
    ("row", "over"),
    [
        (["Short Check", "£40", "Seals"], ""),
        (["Short Check", "from £55", "Seals"], ""),
        (["Short Check", "£55 a month", "Seals"], ""),
        (["Short Check", "£55", "£70"], ""),
        (["Short Check for tanks", "£55", "Seals"], ""),
        (["Short Check", "£55", "Seals"], "Tractors"),
        (["Check", "£55", "Seals"], ""),
    ],
)
def test_prices_that_may_both_hold_are_not_told(row, over):
    assert priced(CARDS, [HEADER, row, ["Hose", "£9", "By the metre"]], over) == []


def test_a_price_that_differs_by_its_tax_is_not_told():
    cards = {"Short Check": "£60 (inc. VAT)", "Long Check": "£90"}
    assert priced(cards, [HEADER, ["Short Check", "£50", "Seals"], ["Hose", "£9", "By the metre"]]) == []


def test_hours_in_the_bar_over_the_menu_are_held_against_those_of_the_page():
    bar, page = "[nav sentence] other: Mon - Fri: 9am - 5pm", "[main bullet] other: Monday - Friday {}"
    others = [line for path in ("repairs", "prices", "about", "contact") for line in (f"/{path} {path}", bar)]
    (found,) = judged("/ Pender Repairs", bar, page.format("8am - 7pm"), *others).findings
    assert found.kind == "opening-hours"
    assert {entry.text for entry in found.quotes} == {"Mon - Fri: 9am - 5pm", "Monday - Friday 8am - 7pm"}
    assert not judged("/ Pender Repairs", bar, page.format("9am - 5pm"), *others).findings


def test_decades_of_excellence_are_counted_from_the_founding_year():
    lines = ("/ Pender", "[main sentence] company: We were founded in {}.", "[footer sentence] other: © 2024 Pender")
    claim = ("/about About", "[main heading 2] company: Two Decades of Excellence")
    (found,) = judged(lines[0], lines[1].format(2009), lines[2], *claim).findings
    assert found.title == "It was founded in 2009 and claims “Two Decades” by 2024"
    assert not judged(lines[0], lines[1].format(2003), lines[2], *claim).findings


def test_least_prices_of_two_towns_are_no_two_prices():
    pages = [
        f"/{town.lower()} Drains in {town} | Acme\n[main sentence] feature: Drains cleared {price} plus VAT."
        for town, price in (("Kettering", "from £95"), ("Corby", "from £85"))
    ]
    assert kinds("/ Acme", *pages) == []
    assert kinds("/ Acme", *(page.replace("from ", "for ") for page in pages)) == ["price"]


def test_a_nought_that_waits_for_a_visitor_to_count_is_no_count():
    home = "/ Acme\n[main heading 3] other: {}\n[main sentence] other: Customers\n/about About\n[main sentence] company: We serve over 40 customers."
    assert kinds(home.format("0")) == []
    assert "count" in kinds(home.format("90"))
