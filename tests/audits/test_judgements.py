"""The verdicts on real findings are kept whole: they name an audit, a version, and the error of what was wrong."""

from __future__ import annotations

import json
import re

import pytest

from auditor.audit import catalogue
from tests.measure.precision import JUDGEMENTS, SETS, TUNED, WHOLE, first_screens, rows

FILES = sorted(JUDGEMENTS.glob("*.jsonl"))
GONE = {"testimony"}
"""Audits that are no more, for what readers said of them: their verdicts stay."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_verdict_names_a_finding_by_its_id_and_says_what_was_wrong(path):
    assert (path.stem in {entry.id for entry in catalogue()}) is (path.stem not in GONE)
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        judging = {"set"} if told.get("set") in WHOLE else {"set", "lead"} if "set" in told else set()
        assert (
            set(told) - {"kind"} == {"finding", "version", "verdict", "error"} | judging
        )  # a kind by which it is counted
        assert told.get("set", TUNED) in (*SETS, *WHOLE)
        assert told.get("lead", False) in (True, False)
        assert re.fullmatch(r"[0-9a-f]{16}", told["finding"])
        assert told["verdict"] in ("right", "arguable", "wrong")
        assert told["error"] or told["verdict"] == "right"  # a right finding may carry a remark


def test_the_table_counts_each_verdict_once():
    judged = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)
    assert sum(row.fired for row in rows()) == judged


def test_what_is_judged_on_sites_never_tuned_on_is_counted_apart():
    for sites in SETS[1:]:
        fresh = [row for row in rows() if row.sites == sites]
        assert fresh
        assert 0 < first_screens(sites).fired <= sum(row.fired for row in fresh)
