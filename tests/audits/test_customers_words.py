"""What customers praise and what they got, against the headings."""

from __future__ import annotations

import pytest

from auditor import lexicon
from auditor.audit import example, perform
from auditor.audits.customers_words import customers_words
from auditor.model import AuditResult, Status

HEAD = "[first heading 1] company: Quality pumps since 1921"
EXPLAINED = [
    "[main quote cite=Jo Ray, Hilltop] company: They explained every part of the parlour to us.",
    "[main quote cite=Al Fenn, Low Farm] company: He explained why the old pump had failed.",
    "[main quote cite=Di Moss, Moss Farm] company: She answered all my questions on the first call.",
]
GENERAL = [
    "[main quote cite=Ed Hay, Hay Farm] company: Very professional, would recommend them.",
    "[main quote cite=Bo Lund, Lund Farm] company: Lovely company to deal with, all of them.",
]


def judged(*lines: str) -> AuditResult:
    return perform(customers_words, example("\n".join(("/ Acme", *lines))))


def test_a_theme_of_three_customers_that_no_heading_says_is_told_in_their_words():
    result = judged(HEAD, *EXPLAINED, *GENERAL)
    assert [f.kind for f in result.findings] == ["theme-explained"]
    found = result.findings[0]
    assert found.title.startswith("3 of 5 customers")
    assert found.quotes[-1].text == "Quality pumps since 1921"
    assert found.proposal == "“They explained every part of the parlour to us.” — Jo Ray, Hilltop"
    assert "the home page" in found.fix


def test_a_heading_with_the_theme_answers_it():
    result = judged("[first heading 1] feature: Every repair explained in plain words", *EXPLAINED, *GENERAL)
    assert result.findings == ()


def test_general_praise_is_no_theme():
    lines = [
        f"[main quote cite=Jo Ray {n}, Farm] company: Great people at pump {n}, highly recommended." for n in range(8)
    ]
    assert judged(HEAD, *lines).findings == ()


def test_a_review_told_on_three_pages_is_one():
    again = [line for n in range(3) for line in (f"/product/p{n} Pump {n}", EXPLAINED[0] + " " + "Again. " * n)]
    result = judged(HEAD, EXPLAINED[0], *GENERAL, *again)
    assert result.numbers["quotations"] == 3


def test_results_that_no_heading_repeats_are_told():
    lines = [
        "[main quote cite=Jo Ray, Hilltop] outcome: We milk two hundred cows before breakfast now.",
        "[main quote cite=Al Fenn, Low Farm] outcome: Our vet bills fell by half within a year.",
    ]
    result = judged(HEAD, *lines, *GENERAL, EXPLAINED[0])
    assert [f.kind for f in result.findings] == ["results"]
    told = judged("[first heading 1] outcome: Milk two hundred cows before breakfast", *lines, *GENERAL, EXPLAINED[0])
    assert told.findings == ()


def test_few_quotations_say_nothing():
    assert judged(HEAD, *EXPLAINED).status is Status.NOT_ENOUGH
    assert judged(HEAD).status is Status.NOT_APPLICABLE


def test_a_review_is_signed_with_the_name_over_it_and_never_with_where_it_was_given():
    names = ("Mahika Modaro", "Charles M", "Eylin G", "Sarah", "Tom Marsh")
    given = [line.split(": ", 1)[1] for line in (*EXPLAINED, *GENERAL)]
    lines = [
        line
        for name, words in zip(names, given, strict=True)
        for line in (
            f"[main heading 3] other: {name}",
            f"[main quote cite=Google review] company: “{words}”",
            "[main sentence] other: Google review",
        )
    ]
    (found,) = (entry for entry in judged(HEAD, *lines).findings if entry.kind == "theme-explained")
    assert found.proposal == "“They explained every part of the parlour to us.” — Mahika Modaro"


def test_words_that_nobody_signs_and_no_marks_hold_are_counted_for_no_customer():
    unsigned = [line.replace(" cite=Jo Ray, Hilltop", "") for line in EXPLAINED]
    assert judged(HEAD, *EXPLAINED, *GENERAL).numbers["quotations"] == 5
    assert judged(HEAD, *unsigned, *GENERAL).numbers["quotations"] == 4
    marked = [line.replace("company: They", "company: “They").replace("to us.", "to us.”") for line in unsigned]
    assert judged(HEAD, *marked, *GENERAL).numbers["quotations"] == 5


def test_the_summary_names_a_theme_that_three_name_with_its_count():
    assert judged(HEAD, *EXPLAINED, *GENERAL).summary == (
        "5 quotations of customers were read; 3 name that things are explained and questions answered."
    )
    quick = "[main quote cite=Cy Orr, Orr Farm] company: They were quick about it."
    assert "quickly" not in judged(HEAD, *EXPLAINED, *GENERAL, quick).summary


@pytest.mark.parametrize(
    ("line", "theme", "names"),
    [
        ("I was in a great deal of pain.", "price", False),
        ("It was a great deal.", "price", True),
        ("Their parlour saved us two hours a day.", "price", False),
        ("Their quote saved us four hundred pounds.", "price", True),
        ("I can lift my churns without pain now.", "gentle", False),
        ("She was so gentle with my knee.", "gentle", True),
        ("Just a quick email to thank you.", "quick", False),
        ("A quick answer every time.", "quick", True),
    ],
)
def test_an_idiom_with_the_word_of_a_theme_does_not_name_it(line, theme, names):
    assert lexicon.load("praises").has(line, theme) is names
