"""A buyer's eight questions: answered with the place, linked and not read, or not found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.self_service import QUESTIONS, self_service
from auditor.model import AuditResult, Link, Region, Status

REST = [
    "/about About",
    "[main sentence] company: We build pumps.",
    "/contact Contact",
    "[main sentence] other: A form.",
]


def judged(*lines: str) -> AuditResult:
    return perform(self_service, example("\n".join(("/ Acme", *lines, *REST))))


def state(question: str, *lines: str) -> tuple[str, str]:
    entry = next(e for e in judged(*lines).numbers["answers"] if e["question"] == QUESTIONS[question])
    return entry["state"], entry["text"]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "The small pump costs from $900."),
        ("price", "The small plan costs 180 euros a month."),
        ("price", "Our advice is free of charge."),
        ("terms", "Deposits are refunded within 14 days."),
        ("person", "Ring Jo Ray on 555-010-2030."),
        ("person", "Write to jo@acme.example."),
    ],
)
def test_an_answer_in_a_line_is_found_with_its_words(question, line):
    label = "policy" if question == "terms" else "feature"
    assert state(question, f"[main sentence] {label}: {line}") == ("answered", line)


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("process", "How it works"),
        ("process", "Getting started is easy"),
        ("audience", "Industries we serve"),
        ("faq", "Frequently asked questions"),
        ("comparison", "GX-200 vs HX-300"),
        ("comparison", "Which is right for a small parlour?"),
        ("terms", "Returns and refunds"),
    ],
)
def test_a_heading_that_names_the_answer_is_its_place(question, heading):
    assert state(question, f"[main heading] feature: {heading}") == ("answered", heading)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "[main sentence] feature: Cover up to $50,000 a year."),
        ("price", "[main sentence] outcome: Saves a dairy $900 a month."),
        ("price", "[main sentence] feature: With RS232 and RS485."),
        ("comparison", "[main heading] feature: The VSPD control unit"),
        ("process", "[main bullet] feature: 1. Control unit, three points"),
        ("person", "[main sentence] feature: Built since 1921."),
    ],
)
def test_what_only_looks_like_an_answer_is_none(question, line):
    assert state(question, line)[0] == "not found"


def test_steps_told_in_prose_are_an_answer():
    lines = ["Once the visit is done, we send a drawing.", "We then build the pump.", "Finally we run it in with you."]
    assert state("process", *(f"[main sentence] feature: {line}" for line in lines))[0] == "answered"


def test_reviews_on_a_platform_are_linked_and_not_read():
    assert state("proof", "[main button] other: Trustpilot") == ("linked, not read", "Trustpilot")


def test_the_deciding_questions_left_open_are_one_finding():
    result = judged("[first button /contact] other: Contact us")
    open_still = next(found for found in result.findings if found.kind == "unanswered")
    assert "what it costs" in open_still.title
    assert "how it compares" not in open_still.title
    assert "3 pages read" in open_still.title
    assert result.score is None


def test_a_finding_quotes_the_site_even_where_nothing_calls_to_action():
    found = judged("[main heading] feature: Pumps for dairies").findings[0]
    assert [q.text for q in found.quotes] == ["Pumps for dairies"]


def test_praised_prices_without_a_price_are_told_and_with_one_are_not():
    praise = "[first sentence] company: We sell at competitive prices."
    assert "praised-price" in {f.kind for f in judged(praise).findings}
    price = "[main sentence] feature: The small pump costs from $900."
    assert "praised-price" not in {f.kind for f in judged(praise, price).findings}


def test_no_price_anywhere_is_told_where_the_buyer_pays_himself():
    pumps = "[first heading 1] feature: Pumps for dairies"
    assert "no-price" in kinds(pumps)
    assert "no-price" not in kinds(pumps, "[main sentence] feature: The small pump costs from $900.")
    assert "no-price" not in kinds(pumps, "[main sentence] company: We sell at competitive prices.")  # told as praise
    assert "no-price" not in kinds(pumps, "[main sentence] policy: We accept most insurance and Medicare.")
    assert "no-price" not in kinds(pumps, "[main sentence] feature: The firmware is open source.")
    assert "no-price" not in kinds(pumps, "[main button] other: Donate")


@pytest.mark.parametrize(
    "answer",
    [
        "We reply within two working days.",
        "We'll come out and measure the parlour.",
        "What to expect",
        "During your estimate we look at the wiring as well.",
        "The free estimate takes half an hour.",
    ],
)
def test_something_free_to_begin_with_needs_a_word_on_what_happens_then(answer):
    offer = "[first button /contact] other: Get your free estimate"
    found = next(entry for entry in judged(offer).findings if entry.kind == "next-step")
    assert "“free estimate”" in found.title
    assert "next-step" not in kinds(offer, f"[main heading] other: {answer}")
    assert "next-step" not in kinds("[first button /contact] other: Contact us")


def kinds(*lines: str) -> set[str]:
    return {found.kind for found in judged(*lines).findings}


def test_too_few_pages_or_too_many_unread_miss_nothing():
    assert perform(self_service, example("/ Acme\n[main sentence] feature: Pumps.")).status is Status.NOT_ENOUGH
    site = example("\n".join(("/ Acme", "[main sentence] feature: Pumps.", *REST)))
    links = tuple(Link(f"https://example.com/p{n}", f"Pump {n}", Region.MAIN, True) for n in range(9))
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=links)), *site.pages[1:])
    capped = perform(self_service, replace(site, pages=pages, home=pages[0]))
    assert capped.status is Status.NOT_ENOUGH
    assert "9 pages" in capped.summary
    assert capped.findings == ()


def test_an_address_is_one_page_however_it_is_written():
    site = example("\n".join(("/ Acme", "[main sentence] feature: Pumps.", *REST)))
    links = tuple(
        Link(f"https://example.com/{name}", "Home", Region.NAV, True)
        for name in ("index.html", "#top", "about/", "about?x=1", "logo.png")
    )
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=links)), *site.pages[1:])
    assert perform(self_service, replace(site, pages=pages)).numbers["pages_linked_and_not_read"] == 0


def test_a_club_is_not_said_to_have_no_members():
    result = perform(
        self_service, example("/ Hill Rowing Club\n[first heading 1] company: Come and row", name="Hill Rowing Club")
    )
    assert result.summary == "It is the site of a club: what it answers is asked of companies alone."
