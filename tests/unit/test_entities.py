"""Who and what a site names."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

from auditor.audit import example
from auditor.entities import Entities, How, Kind, customers_words, entities, spoken
from auditor.site import Site
from auditor.voices import once


def names(site: Site, kind: Kind, *, sure: bool = True) -> set[str]:
    return {entry.name for entry in entities(site).of(kind, sure=sure)}


def told(site: Site, name: str) -> set[How]:
    return {witness.how for entry in entities(site).found if name in entry.forms for witness in entry.told}


@pytest.mark.parametrize(
    ("name", "line", "form"),
    [
        ("Hill Farm Pumps Ltd", "HFP is open on Sundays. Ask HFP.", "HFP"),
        ("Larch & Moss", "Larch and Moss repairs clocks.", "Larch and Moss"),
        ("Orrin.io", "Orrin reads the meter at night.", "Orrin"),
        ("The Quarry Trust", "Quarry Trust keeps four homes.", "Quarry Trust"),
        ("Quarry Lane Society", "The Quarry Lane Society (QLS) meets on Mondays.", "QLS"),
    ],
)
def test_the_company_is_known_by_the_forms_that_its_copy_uses(name: str, line: str, form: str) -> None:
    copy = "\n".join(f"[main sentence] company: {sentence}." for sentence in line.strip(".").split(". "))
    site = example(f"/ Home\n{copy}", name=name)
    (company,) = entities(site).of(Kind.COMPANY)
    assert form in company.forms
    assert site.name_pattern.search(f"ask {form} first")


def test_initials_that_are_nobodys_are_no_name() -> None:
    site = example(
        "/ Home\n[main sentence] feature: With AI it learns.\n[main sentence] feature: AI reads.",
        name="Acme Industries",
    )
    assert entities(site).of(Kind.COMPANY)[0].forms == ("Acme Industries",)


def test_a_sole_trader_is_the_company_and_a_person() -> None:
    site = example("/ Martha Quill\n[main sentence] company: Martha Quill binds books.", name="Martha Quill")
    (company,) = entities(site).of(Kind.COMPANY)
    assert company.human


def test_speakers_of_quotations_are_customers_with_their_firms() -> None:
    site = example("""
        / Acme
        [main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
        [main quote cite=Sam Lowe & Ann Pike, Quarry Lane School] company: They came on a Sunday when the boiler broke.
        [main quote cite=Verified customer] company: They are friendly people and I will come again soon.
    """)
    assert names(site, Kind.CUSTOMER) == {"Jo Ray", "Hilltop Dairy", "Sam Lowe", "Ann Pike", "Quarry Lane School"}
    assert told(site, "Hilltop Dairy") == {How.QUOTED}


def test_a_place_a_job_and_a_platform_behind_a_speaker_are_no_customers() -> None:
    site = example("""
        / Acme
        [main quote cite=Ann B., Houston] company: They came on a Sunday when the boiler broke.
        [main quote cite=Paul Reed, Director] company: They came on a Monday when the boiler broke.
        [main quote cite=Eve Holt, Google Review] company: They came on a Tuesday when the boiler broke.
    """)
    assert names(site, Kind.CUSTOMER) == {"Ann B.", "Paul Reed", "Eve Holt"}


def test_its_people_are_told_by_the_job_beside_their_names() -> None:
    site = example("""
        / Acme
        [main sentence] company: Acme was founded in 1990 by Walter Finch.
        /about About
        [main heading 3] other: Jane Thorne
        [main sentence] other: Head of service
        [main heading 3] other: Omar Bell, Director
        [main heading 2] other: Board of trustees
        [main bullet] other: Ruth Alder
        [main bullet] other: Quick Answers
        [main sentence] company: Dr. Ida Marsh is our dentist for children.
        [main heading 3] other: Who We Serve
        [main sentence] other: Director of nothing
    """)
    assert names(site, Kind.STAFF) == {"Walter Finch", "Jane Thorne", "Omar Bell", "Ruth Alder", "Ida Marsh"}


def test_customers_outside_quotations_are_told_by_lists_and_stories() -> None:
    site = example("""
        / Acme
        [main sentence] company: Our clients include Northvale Brewery, Orrin and the city of Leeds.
        [main heading 2] other: Our clients
        [main bullet] other: Pemberly Foods
        [main bullet] other: Tandem Rail
        [main sentence] company: We look after every one of them in the same way, day and night.
        /customers Stories
        [main heading 2] outcome: How Quillon cut its waste in half
    """)
    assert names(site, Kind.CUSTOMER) == {"Northvale Brewery", "Orrin", "Pemberly Foods", "Tandem Rail", "Quillon"}


def test_partners_and_awards_are_told_by_the_words_before_them() -> None:
    site = example("""
        / Acme
        [main sentence] company: We are members of the Guild of Pump Makers.
        [main sentence] company: In 2021 we won the Northern Export Award.
        [main sentence] company: We work with many carriers: Pemberly Mutual and Orrin.
    """)
    assert "Guild of Pump Makers" in names(site, Kind.PARTNER)
    assert {"Pemberly Mutual", "Orrin"} <= names(site, Kind.PARTNER)
    assert names(site, Kind.AWARD) == {"Northern Export Award"}


def test_products_are_told_by_their_pages_and_signs() -> None:
    site = example("""
        / Acme
        [main sentence] feature: The Quillon™ dries hay overnight.
        [main sentence] feature: Most farms choose Pellow for the small barn.
        [main sentence] feature: A barn with Pellow needs no fan.
        [main sentence] feature: It runs on Windows and everybody knows Windows well.
        /product/pellow Pellow | Acme
        [first heading 1] feature: Pellow
        /product/bw-200 BW-200 | Acme
        [first heading 1] feature: Dryer BW-200
    """)
    found = names(site, Kind.PRODUCT)
    assert {"Pellow", "BW-200"} <= found
    assert "Windows" not in found
    assert "Quillon" in names(site, Kind.PRODUCT, sure=False) - found, "the sign stands behind others' names as often"


def test_what_structured_data_names_is_taken_at_its_word() -> None:
    from dataclasses import replace

    site = example("/ Acme\n[main sentence] feature: Pumps.")
    page = replace(
        site.pages[0],
        page=replace(
            site.pages[0].page,
            declared=(("person", "Ida Marsh"), ("product", "Pellow"), ("award", "Northern Export Award")),
        ),
    )
    site = replace(site, pages=(page,), home=page)
    assert names(site, Kind.STAFF) == {"Ida Marsh"}
    assert names(site, Kind.PRODUCT) == {"Pellow"}
    assert told(site, "Northern Export Award") == {How.DECLARED}


def test_a_name_has_one_kind_and_says_where_it_stands() -> None:
    site = example("""
        / Acme
        [main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
        /customers Stories
        [main heading 2] other: Case study: Hilltop Dairy
    """)
    (dairy,) = [entry for entry in entities(site).found if entry.name == "Hilltop Dairy"]
    assert dairy.kind is Kind.CUSTOMER
    assert {witness.page for witness in dairy.told} == {"https://example.com/", "https://example.com/customers"}


def test_names_are_found_in_a_text_and_taken_out_of_it() -> None:
    site = example("""
        / Acme
        [main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
    """)
    known = entities(site)
    assert [entry.name for _, _, entry in known.find("HILLTOP DAIRY asked Acme, and Jo Ray's barn")] == [
        "Hilltop Dairy",
        "Acme",
        "Jo Ray",
    ]
    assert known.without("Acme’s pump at Hilltop Dairy", Kind.COMPANY, by="[name]") == "[name]’s pump at Hilltop Dairy"
    assert known.find("Hilltop Dairymen and a hilltop dairy") == []
    assert {"hilltop", "dairy", "jo", "ray"} <= known.words


def test_hostile_sites_are_bounded_in_names_and_time() -> None:
    lines = [
        f"[main quote cite=Ann Z{place:04}x, Firm{place:04}] company: They were <b>kind</b> to us on day {place} of it."
        for place in range(1500)
    ]
    lines += [
        "[main sentence] company: " + "Our clients include " + ", ".join(f"Zorb{n}" for n in range(120))
        for _ in range(30)
    ]
    site = example("/ Acme\n" + "\n".join(lines))
    began = time.process_time()
    known: Entities = entities(site)
    known.find(" ".join(f"Firm{n:04}" for n in range(1500)))
    assert time.process_time() - began < 10
    assert all(len(known.of(kind)) <= 300 for kind in Kind)


def test_the_first_word_of_the_name_is_a_form_of_it_where_it_stands_alone_unless_it_is_a_place() -> None:
    def called(head: str, *lines: str) -> bool:
        pages = [f"/{number} {number}\n[main sentence] company: {line}" for number, line in enumerate(lines)]
        return head in example("/ Home\n" + "\n".join(pages), name=f"{head} Tax and Accounting").called

    lines = ("Ask what {} does for farms.", "We think {} is right for shops.", "Then {} sends the papers.")
    assert called("Quillon", *(line.format("Quillon") for line in lines))
    assert not called("Quillon", *(line.format("Quillon") for line in lines), "Our yard in Quillon is open.")
    assert not called("Prompt", *(line.format("Prompt") for line in lines), "We are prompt.")
    assert not called("Quillon", lines[0].format("Quillon"))


def test_two_facts_of_one_name_do_not_answer_for_each_other() -> None:
    def fact_of(module: str) -> Callable[[Site], str]:
        def places(site: Site) -> str:
            return f"{module} of {site.name}"

        places.__module__ = module
        return once(places)

    site = example("/ Acme\n[main sentence] company: Acme repairs clocks.")
    assert [fact_of(module)(site) for module in ("journey", "streets")] == ["journey of Acme", "streets of Acme"]


def test_thousands_of_reviews_are_told_apart_in_time_that_grows_with_their_number() -> None:
    syllables = ("ba", "ke", "lo", "mu", "ri", "sta", "pre", "vo", "gni", "dol", "wex", "tra", "hul", "sen")
    words = [a + b + c for a in syllables for b in syllables for c in syllables]
    draw = Random(5)
    reviews = [" ".join(draw.sample(words, 20)) for _ in range(1500)]
    lines = [
        f"[main quote cite=Jo {words[n].title()}] feature: They mended my {text} in a day."
        for n, text in enumerate(reviews)
    ]
    site = example("\n".join(["/testimonial/all Acme", *lines, lines[7].replace("in a day", "within a day")]))
    spoken(site)
    began = time.process_time()
    assert len(customers_words(site)) == len(set(reviews))
    assert time.process_time() - began < 1.5  # an eighth of a second; each held against each took over two
