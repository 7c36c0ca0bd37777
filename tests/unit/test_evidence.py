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
