"""Readability: grades as facts, hard sentences quoted, nothing on a handful of words."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.readability import readability
from auditor.model import Status

PLAIN = [f"[main sentence] feature: We bring pump number {word} to your yard at night and fetch it in the morning." for word in (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)]  # fmt: skip
HARD = (
    "[main sentence] feature: " + "Notwithstanding organisational considerations and administrative particularities, " * 6
    + "we deliver."
)  # fmt: skip


def judged(*lines: str):
    return perform(readability, example("\n".join(["/ Acme", *lines])))


def test_plain_copy_gets_a_low_grade_and_no_finding():
    result = judged(*PLAIN)
    assert result.status is Status.INFORMATIVE
    assert result.score is None
    assert result.numbers["flesch_kincaid"] < 8
    assert not result.findings


def test_the_hardest_sentence_is_quoted_and_never_leads():
    result = judged(*PLAIN, HARD)
    assert [finding.kind for finding in result.findings] == ["hard"]
    assert not result.findings[0].lead


def test_a_hundred_words_are_the_least():
    result = judged(*PLAIN[:3])
    assert result.status is Status.NOT_ENOUGH


def test_headings_tables_and_customers_words_are_not_graded_and_the_share_says_so():
    cells = ["[main cell] spec: Tolerances of the housing after honing"] + [
        f"[main heading 2] feature: Pump {n} for dairies" for n in range(30)
    ]
    quoted = "[main quote cite=Jo Ray] outcome: " + HARD.partition(": ")[2]
    result = judged(*PLAIN, *cells, quoted)
    assert result.numbers["share"] < 0.7
    assert result.numbers["flesch_kincaid"] == judged(*PLAIN).numbers["flesch_kincaid"]
    assert not result.findings


def test_blog_and_documentation_are_not_what_buyers_are_graded_on():
    assert judged("/docs/a Acme", *PLAIN).status is Status.NOT_ENOUGH


PARTS = "[main sentence] feature: " + ", ".join(
    f"hydraulic {part} assemblies" for part in "pump valve housing impeller manifold coupling bearing gearbox".split() * 3
) + "."  # fmt: skip
NAMES = (
    "[main sentence] company: Also honoured that evening were Benedikt Oberhauser of the Laboratory Association, 18, Marguerite"
    " Delacroix-Villeneuve, 17, Outstanding Administrator Theodora Papadimitriou, Technology Ambassador Alessandro Montefiore,"
    " Community Volunteer Evangelina Castellanos-Rodriguez, and Extraordinary Participation Laureate Sebastian Achterberg."
)


@pytest.mark.parametrize("line", [PARTS, NAMES])
def test_a_list_of_things_or_names_is_no_hard_sentence_and_moves_no_grade(line):
    result = judged(*PLAIN, line)
    assert not result.findings
    assert result.numbers["flesch_kincaid"] == judged(*PLAIN).numbers["flesch_kincaid"]


@pytest.mark.parametrize("title", ["Privacy Policy", "Cookie notice", "Terms of sale"])
def test_what_the_law_asks_for_is_not_graded(title):
    result = judged(*PLAIN, f"/x {title} - Acme", f"[main heading 1] policy: {title}", HARD)
    assert not result.findings


def test_a_hard_sentence_that_holds_a_list_is_a_sentence():
    line = (
        "[main sentence] feature: Notwithstanding organisational considerations and administrative particularities of"
        " installations, our commercial and technical representatives communicate comprehensive and unambiguous documentation on housings, impellers, couplings,"
        " bearings, gearboxes, manifolds, to all of the interdisciplinary stakeholders who institutionalise their responsibilities across organisations."
    )
    assert [found.kind for found in judged(*PLAIN, line).findings] == ["hard"]
