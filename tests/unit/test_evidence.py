"""What a site shows of the care it declares: one witness for each kind of evidence."""

from __future__ import annotations

import pytest

from auditor.audit import example
from auditor.evidence import Evidence, evidence


def found(text: str) -> dict[Evidence, str]:
    return {kind: shown.quote.text for kind, shown in evidence(example(text)).items()}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[main quote cite=Jo Ray, Hilltop] outcome: They cut our milking time by 40 minutes a day.", Evidence.RESULT),
        ("[main sentence] feature: We call you back within 15 minutes.", Evidence.MEASURE),
        ("[main sentence] feature: We give a two-year guarantee on every repair.", Evidence.GUARANTEE),
        ("[nav link /x] other: Technical support", Evidence.AFTER),
        ("[main sentence] policy: You can cancel your service plan at any time.", Evidence.FAIR),
    ],
)
def test_each_kind_has_its_witness(text, kind):
    words = text.split(": ", 1)[1]
    assert found("/ Acme\n" + text).get(kind) == words


@pytest.mark.parametrize(
    "text",
    [
        "[main sentence] feature: Our emergency line is open 24/7.",
        "[main sentence] company: We always deliver on time.",
        "[main sentence] feature?: We call you back within 15 minutes.",
        "[main sentence] company: We give you ongoing support.",
        "[main sentence] policy: Deposits are non-refundable.",
        "[main sentence] problem: A guarantee of two years is rare.",
    ],
)
def test_what_shows_nothing_is_no_evidence(text):
    assert found("/ Acme\n" + text) == {}


def test_what_was_won_for_somebody_is_a_result_and_a_price_is_none():
    won = "[main sentence] company: April 2019: $90,000 verdict for a driver whose leg was broken."
    assert Evidence.RESULT in found(f"/ Acme\n/results Verdicts\n{won}")
    assert Evidence.RESULT not in found(
        "/ Acme\n[main sentence] feature: A hearing costs $900 with a driver's licence."
    )


def test_an_offer_is_no_help_for_those_who_have_bought():
    link = "/ Acme\n[nav link /product/training] other: Training"
    assert Evidence.AFTER in found(f"{link}\n/about About us")
    assert Evidence.AFTER not in found(f"{link}\n/product/training Training\n[main sentence] feature: We train.")
