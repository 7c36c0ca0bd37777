"""Navigation: what the labels of a menu are named after, and what buyers want that no menu leads to."""

from __future__ import annotations

import pytest

from auditor import lexicon
from auditor.audit import example, perform
from auditor.audits.navigation import _ORDER, navigation
from auditor.model import Status, Tier


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("For dairies", "customers"),
        ("Who we serve", "customers"),
        ("Markets Served", "customers"),
        ("Commercial Drains", "customers"),
        ("Blocked sinks", "customers"),
        ("Business Wills", "customers"),
        ("Business Cards", ""),
        ("How to find us", "door"),
        ("How do I clean a tank?", "customers"),
        ("Applications", "customers"),
        ("Children's dentistry", "customers"),
        ("About us", "company"),
        ("Our story", "company"),
        ("Why choose Acme", "company"),
        ("Case studies", "proof"),
        ("Reviews", "proof"),
        ("Pricing", "price"),
        ("Blog", "learn"),
        ("Loan calculator", "learn"),
        ("Services", "offer"),
        ("Contact us", "door"),
        ("Get a free quote", "door"),
        ("555 010 2030", "door"),
        ("Terms & Conditions", "door"),
        ("Drain Unblocking", ""),
        ("Bookkeeping", ""),
        ("GX-200", ""),
        ("Retirement Planning", ""),
    ],
)
def test_a_label_is_sorted_by_what_it_is_named_after(label, group):
    menu = lexicon.load("menu")
    assert next((name for name in _ORDER if menu.has(label, name)), "") == group


def site(*lines: str):
    return perform(navigation, example("\n".join(lines)))


OFFERS = [
    f"[nav link /product/p{n}] other: {kind} pumps" for n, kind in enumerate("Yard Well Tank Tide Feed Mast".split(), 1)
]


def test_a_menu_of_products_is_counted_and_no_fault():
    result = site("/ Acme", *OFFERS, *[f"/product/p{n} Pump" for n in range(1, 7)])
    assert result.findings == ()
    assert (
        result.summary
        == "Of 6 menu labels with content, 6 name offers and 0 name customers, their trades or situations."
    )
    customers = site(
        "/ Acme", *OFFERS, "[nav link /x] other: For breweries", "/x X", *[f"/product/p{n} Pump" for n in range(1, 7)]
    )
    assert "6 name offers and 1 name customers" in customers.summary


def test_a_wrong_label_is_told_though_the_menu_has_few():
    pages = (
        "/about About us",
        "[main sentence] company: We mend boats.",
        "/prices Prices",
        "[main sentence] feature: From $900.",
    )
    result = site("/ Acme", "[nav link /about] other: Prices", *pages)
    assert [finding.kind for finding in result.findings] == ["misled"]
    assert result.summary == "The menu has too few labels to say what it is named after."


def test_a_short_menu_of_services_is_no_fault():
    lines = [
        "[nav link /service/a] other: Tiling",
        "[nav link /service/b] other: Plastering",
        "[nav link /about] other: About us",
    ]
    assert not site("/ Acme", *lines, "/service/a A", "/service/b B").findings


def test_a_price_on_a_page_that_no_menu_leads_to_is_named():
    page = ["/other Tips", "[main sentence] feature: Well pumps rent for $40 a day."]
    result = site("/ Acme", *OFFERS, *[f"/product/p{n} Pump" for n in range(1, 7)], *page)
    (found,) = [finding for finding in result.findings if finding.kind == "unreached"]
    assert found.title == "The page “Tips” gives a price (“$40 a day”), and no way leads to it from the home page"


def test_customers_stories_that_nothing_links_to_are_named_and_linked_ones_are_not():
    hidden = site(
        "/ Acme", *OFFERS, "/testimonial/a What farmers say", "[main quote] outcome: Milking went on without a break."
    )
    assert [finding.kind for finding in hidden.findings if finding.kind == "unreached"] == ["unreached"]
    linked = ["[nav link /testimonial/a] other: Reviews", "/testimonial/a What farmers say"]
    assert "unreached" not in {finding.kind for finding in site("/ Acme", *OFFERS, *linked).findings}


def test_a_page_that_asks_for_a_review_holds_no_customer_s_words():
    def kinds(line: str) -> list[str]:
        return [entry.kind for entry in site("/ Acme", *OFFERS, "/testimonial/a Rate our work", line).findings]

    assert "unreached" not in kinds("[main quote] other: Leave us a review and other farmers can make up their mind.")
    assert "unreached" in kinds("[main sentence] other: I came to milk and stayed for my cheese.")
    assert "unreached" in kinds("[main quote] other: I rarely leave a review, and this time the milk did it for me.")


def test_a_site_without_a_menu_is_not_judged():
    assert site("/ Acme", "[main sentence] feature: Pumps.").status is Status.NOT_APPLICABLE
    assert site("/ Acme", "[nav link /about] other: About us").status is Status.NOT_ENOUGH


def test_a_draft_that_no_link_leads_to_is_told_and_one_that_is_linked_is_not():
    menu = "/ Acme\n[nav link /about] other: About us\n[nav link /pumps] other: Pumps\n[nav link /hire] other: Hire\n"
    pages = "/about About\n/pumps Pumps\n/hire Hire\n/head-b Header mockup B\n[main sentence] feature: A row of links."
    (found,) = [f for f in perform(navigation, example(menu + pages)).findings if f.kind == "draft"]
    assert found.title == "A draft is published, and no link leads to it: “Header mockup B”"
    assert (found.tier, found.lead) == (Tier.VISIBLE, True)
    linked = menu + "[main link /head-b] other: See it\n" + pages
    assert "draft" not in {f.kind for f in perform(navigation, example(linked)).findings}


def test_entries_whose_pages_were_not_read_are_counted_apart():
    pages = [f"/product/p{n} Pump" for n in range(1, 7)]
    assert site("/ Acme", *OFFERS, "[nav link /unread/a] other: Roof Gardens", *pages).summary.endswith(
        "1 of them leads to pages that were not read."
    )


MENU = ("[nav link /about] other: About us", "[nav link /prices] other: Prices", "[nav link /boats] other: Boats")
PAGES = (
    "/about About us", "[main sentence] company: We mend boats.", "/boats Boats", "[main sentence] feature: Hulls of oak.",
    "/prices Prices", "[main sentence] feature: A hull costs from $900.",
)  # fmt: skip


def told(*lines: str) -> dict[str, str]:
    return {entry.kind: entry.title for entry in perform(navigation, example("\n".join(lines))).findings}


def test_a_label_that_is_the_name_of_another_page_is_told():
    found = told("/ Acme", *MENU, "[nav link /write] other: Projects", *PAGES, "/write Write to us", "[main sentence] other: Ask.",
                 "/more-projects Work", "[main sentence] feature: A mill.")  # fmt: skip
    assert found["misled"] == "“Projects” leads to /write, and the page of that name is /more-projects"


def test_a_label_whose_page_speaks_of_it_is_left_alone():
    pages = (
        "/write Write to us",
        "[main sentence] other: Tell us of your projects.",
        "/projects Work",
        "[main sentence] feature: A mill.",
    )
    assert "misled" not in told("/ Acme", *MENU, "[nav link /write] other: Projects", *PAGES, *pages)
