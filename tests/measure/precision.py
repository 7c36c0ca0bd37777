"""How many of an audit's findings were right: ``python tests/measure/precision.py`` prints the table.

The verdicts are in ``tests/audits/judgements``: one line a finding judged by a reader on real sites, by the finding's id
and the audit's version at the time, without the site's name or words. A later version was judged on the sites that the
earlier one was mended on, so its figure is a hope, not a measurement.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

JUDGEMENTS = Path(__file__).resolve().parent.parent / "audits" / "judgements"


def rows() -> list[tuple[str, int, int, int, str]]:
    """(audit, version, right, wrong, commonest error) of every audit judged, by name and version."""
    found = []
    for path in sorted(JUDGEMENTS.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for version in sorted({line["version"] for line in lines}):
            told = [line for line in lines if line["version"] == version]
            errors = Counter(line["error"] for line in told if line["verdict"] == "wrong")
            right = sum(line["verdict"] == "right" for line in told)
            worst = min(errors, key=lambda error: (-errors[error], error), default="")
            found.append((path.stem, version, right, len(told) - right, worst))
    return found


if __name__ == "__main__":
    print("| audit | version | fired | right | wrong | share right | typical error |\n|---|---|---|---|---|---|---|")
    for name, version, right, wrong, error in rows():
        share = f"{right / (right + wrong):.2f}"
        print(f"| {name} | {version} | {right + wrong} | {right} | {wrong} | {share} | {error} |")
