"""What tells how much hangs on a threshold finds them by their docstrings, and changes what is made of them too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.measure.thresholds import ELSEWHERE, Threshold, moved, thresholds

ROOT = Path(__file__).resolve().parents[2]


def test_every_threshold_that_is_called_a_judgement_is_found_by_itself() -> None:
    found = {str(known): known for known in thresholds()}
    assert found["auditor.opening.LIKELY"].value == 0.45
    assert not [name for name in found if name.startswith(ELSEWHERE)]
    assert list(Threshold("any", "COUNT", 3).tried()) == [("half", 1), ("twice", 6)]
    assert list(Threshold("any", "SHARE", 0.6).tried()) == [("half", 0.3), ("twice", 1.0)]
    assert list(Threshold("any", "ONE", 1).tried()) == [("twice", 2)]


def test_each_number_of_a_table_is_tried_and_each_that_shares_a_docstring() -> None:
    found = {str(known): known for known in thresholds()}
    points = found["auditor.strength.POINTS['own words']"]
    assert (points.value, list(points.tried())) == (0.5, [("half", 0.25), ("twice", 1.0)])
    assert list(found["auditor.strength.POINTS['named customer']"].tried()) == [("half", 0.5), ("twice", 2.0)]
    assert {f"auditor.audits.focus_mix.{name}_WEIGHT" for name in ("HOME", "SOLUTION", "OFFER")} <= found.keys()
    assert not [name for name in found if name.startswith("auditor.audits.proof._SAID")]


@pytest.mark.parametrize(
    ("threshold", "printed"),
    [
        (Threshold("auditor.opening", "NEAR", 25), "opening.NEAR"),
        (Threshold("auditor.strength", "POINTS", 2.0, 1), "strength.POINTS['share']"),
        (Threshold("auditor.statement", "UNKNOWN", 3, 1), "round(1 / statement.UNKNOWN)"),
    ],
)
def test_a_module_is_imported_as_if_another_number_stood_in_it(threshold: Threshold, printed: str) -> None:
    code = (
        "import sys\n"
        "from tests.measure.thresholds import Threshold, _Changed\n"
        f"sys.meta_path.insert(0, _Changed({threshold!r}, 7))\n"
        "from auditor import opening, statement, strength\n"
        f"print({printed})\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "7"


def test_what_moved_is_told_in_counts() -> None:
    before = frozenset({"a", "b"}), {"one": 0.5, "two": 0.2}
    after = frozenset({"b", "c", "d"}), {"one": 0.7}
    assert (
        moved(before, after) == "1 went, 2 came; 1 score moved by 0.20 on average, 0.20 at the most; 1 measured or not"
    )
