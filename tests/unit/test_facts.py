"""Facts: what a site states about itself, with its value, its subject and where it speaks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from auditor.audit import example
from auditor.facts import Kind, facts, latest_year
from auditor.model import Copy, Role
from auditor.site import Site
from auditor.tables import tables


def read(text: str, page: str = "/ Acme", role: str = "main sentence", label: str = "company"):
    return facts(example(f"{page}\n[{role}] {label}: {text}"))


def tabled(rows: list[list[str]], page: str = "/other/machines Machines", heading: str = "Turning") -> Site:
    """A site with one page that holds a table: rows of cells, the first its header."""
    lines = [page, f"[main heading 2] other: {heading}"]
    lines += [f"[main cell] spec: {cell}" for row in rows for cell in row]
    site = example("\n".join(lines))
    places = [
        f"main > table > {'thead tr > th' if y == 0 else f'tbody tr:nth-of-type({y}) > td'}:nth-of-type({x + 1})"
        for y, row in enumerate(rows)
        for x in range(len(row))
    ]
    pages = []
    for page_ in site.pages:
        copies: list[Copy] = []
        left = iter(places)
        for copy in page_.copy:
            unit = structs.replace(copy.unit, selector=next(left)) if copy.unit.role is Role.CELL else copy.unit
            copies.append(structs.replace(copy, unit=unit))
        pages.append(replace(page_, copy=tuple(copies)))
    return replace(site, pages=tuple(pages))


@pytest.mark.parametrize(
    ("text", "kind", "subject", "value"),
    [
        ("We compare 25+ Canadian insurers for you.", Kind.COUNT, "carriers", 25),
        ("Trusted by over 1,200 happy customers.", Kind.COUNT, "customers", 1200),
        ("We ship from three locations.", Kind.COUNT, "offices", 3),
        ("We have over 20 years of experience.", Kind.YEARS, "experience", 20),
        ("We were founded in 1985.", Kind.FOUNDED, "company", 1985),
        ("Est. 1985", Kind.FOUNDED, "company", 1985),
        ("MOQs start at 10 pieces for cards and tags.", Kind.MINIMUM, "order", 10),
        ("Minimum order quantity: 500 pcs", Kind.MINIMUM, "order", 500),
        ("We reply within 24 hours.", Kind.REPLY, "reply", 24),
        ("We respond to you within one business day.", Kind.REPLY, "reply", 24),
        ("A written quote follows within 2 days.", Kind.REPLY, "quote", 48),
        ("Every pump has a 2-year warranty.", Kind.WARRANTY, "warranty", 730),
        ("30-day money-back guarantee.", Kind.REFUND, "return period", 30),
        ("Start your 14-day free trial.", Kind.TRIAL, "trial", 14),
        ("Open Monday to Friday, 9:00 to 5:00.", Kind.HOURS, "fri", 917),
        ("Turning diameters to 20\" and lengths to 40\".", Kind.REACH, "diameter", 20),
        ("Milling up to 90 inches long.", Kind.REACH, "length", 90),
        ("Turning diameters up to 508 mm.", Kind.REACH, "diameter", 20),
        ('We hold tolerances down to ±.0005" on every part.', Kind.REACH, "tolerance", 0.0),
        ("Presses ranging from 110 to 1,000 tons.", Kind.REACH, "tonnage", 1000),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_value_and_what_it_speaks_of(text, kind, subject, value):
    found = [(fact.kind, fact.subject, round(fact.value, 2)) for fact in read(text)]
    assert (kind, subject, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Perfect for teams with 50+ employees.",
        "If you have more than 3 offices, call us.",
        "Up to 100 customers per day.",
        "Our founder has 30 years of experience.",
        "In 2019 customers asked for more.",
        "A member of the guild since 1990, she runs the shop.",
        'The shells are 2-5/8" to 5" thick-walled.',
        "A service life of 20+ years.",
        "Our emergency line answers within 2 hours.",
        "The guild, an association founded in 1901, is not ours.",
    ],
)
def test_figures_of_others_and_limits_are_no_facts_about_the_company(text):
    assert [fact.words for fact in read(text)] == []


def test_customers_words_articles_and_stories_are_not_read():
    assert not read("They compared 12 carriers for us.", role="main quote cite=Jo Ray")
    assert not read("We serve 25+ countries.", page="/blog/one Acme")
    assert not read("We serve 25+ countries.", page="/customers/one Acme")


def test_a_figure_and_its_noun_in_two_units_are_one_count():
    site = example("/ Acme\n[first heading 3] company: 25+\n[first sentence] company: Carriers compared")
    fact = facts(site)[0]
    assert (fact.subject, fact.value, len(fact.copies)) == ("carriers", 25, 2)


def test_a_fact_on_a_products_page_speaks_for_the_product():
    assert read("Every pump has a 2-year warranty.")[0].general
    assert not read("It has a 2-year warranty.", page="/product/gx GX pump")[0].general


def test_a_table_is_rebuilt_from_the_places_of_its_cells():
    site = tabled(
        [["Machine", "Max diameter", "Max length"], ["Lathe 1", '14.0"', '28.00"'], ["Lathe 2", '10"', '20"']]
    )
    table = tables(site.pages[0])[0]
    assert [cell.text for cell in table.header] == ["Machine", "Max diameter", "Max length"]
    assert [row[0].text for row in table.rows] == ["Lathe 1", "Lathe 2"]
    reach = {(fact.subject, fact.value, *fact.scope) for fact in facts(site) if fact.kind is Kind.REACH}
    assert ("diameter", 14.0, "turning") in reach
    assert ("length", 28.0, "turning") in reach


def test_a_table_that_has_a_row_for_each_property_is_read_too():
    site = tabled([["Model", "VL-5"], ["Turning diameter", '14.0"'], ["Turning length", '28.00"']])
    reach = {(fact.subject, fact.value) for fact in facts(site) if fact.kind is Kind.REACH}
    assert reach == {("diameter", 14.0), ("length", 28.0)}


def test_an_entry_of_a_list_of_machines_is_no_claim():
    lines = [
        "/other/shop Shop",
        "[main heading 2] other: CNC lathes",
        '[main bullet] spec: Mori SL-25, 14.0" diameter x 28.00" long',
    ]
    found = facts(example("\n".join(lines)))
    assert {(fact.subject, fact.value, fact.place, *fact.scope) for fact in found} == {
        ("diameter", 14.0, "list", "turning"), ("length", 28.0, "list", "turning"),
    }  # fmt: skip


def test_of_two_processes_in_a_sentence_the_nearer_one_owns_the_size():
    found = read('We turn diameters to 20" and offer milling to 90" on our mills.')
    assert {(fact.subject, fact.value, *fact.scope) for fact in found} == {
        ("diameter", 20.0, "turning"),
        ("size", 90.0, "milling"),
    }


def test_now_is_the_newest_year_of_the_sites_own_copyright_lines():
    assert latest_year(example("/ Acme\n[footer sentence] other: © 2019-2024 Acme")) == 2024
    assert latest_year(example("/ Acme\n[main sentence] company: Founded in 1985.")) == 0


@pytest.mark.parametrize(
    "text", ["1 " * 500, "over " * 200, "MOQ " * 250, "9" * 900, "reply within " * 70, '1" to ' * 150]
)
def test_hostile_text_is_read_in_bounded_time(text):
    assert read(text) is not None


def test_the_founding_of_a_part_or_a_partner_is_not_the_companys() -> None:
    site = example("/ Acme\n[main sentence] company: The Safety Committee was founded in 1987 by two foremen.")
    assert [fact for fact in facts(site) if fact.kind is Kind.FOUNDED] == []
    site = example("/ Acme\n[main sentence] company: Acme was founded in 1987 by two foremen.")
    assert [fact.value for fact in facts(site) if fact.kind is Kind.FOUNDED] == [1987.0]


def test_a_letter_that_only_looks_like_an_i_or_an_s_stops_no_reading():
    from auditor.figures.base import number

    assert (number("fıve"), number("ſix"), number("FİVE")) == (5, 6, 5)
