"""The gate: floors under the classifier's figures, pinned with a digest of the data they were measured on.

Floors rise silently (``raise_floors`` after a better measurement) and fall only on purpose, by editing the file.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from auditor.classify.evaluate import Report
from auditor.classify.packs import MODELS
from auditor.classify.train import digest_of

FLOORS = MODELS / "floors.json"
SLACK = 0.005


def figures_of(report: Report) -> dict[str, float]:
    """The figures that have floors; those for which less is better are negated, those not measured left out."""
    f1 = {line.label: line.f1 for line in report.labels}
    found = {
        "macro_f1": report.macro_f1,
        "rollup": report.rollup,
        "f1_outcome": f1["outcome"],
        "f1_problem": f1["problem"],
        "finding_precision": report.finding[0],
        "minus_share_error": -report.share_error,
        "minus_calibration_error": -report.calibration_error,
    }
    return {name: value for name, value in found.items() if math.isfinite(value)}


def below_floor(report: Report, path: Path, *, mode: str = "default", floors: Path = FLOORS) -> list[str]:
    """What fell below its floor, one sentence each; data other than those pinned are said so and not judged."""
    pinned: dict[str, Any] = json.loads(floors.read_text(encoding="utf-8")).get(mode, {})
    if pinned.get("digest") != digest_of(path):
        return [f"{path.name} is not the file that the floors were measured on ({pinned.get('digest')})."]
    found = figures_of(report)
    return [
        f"{name} is {found.get(name, math.nan):.3f}, its floor is {floor:.3f}"
        for name, floor in pinned["floors"].items()
        if not found.get(name, math.nan) >= floor - 1e-9
    ]


def raise_floors(report: Report, path: Path, *, mode: str = "default", floors: Path = FLOORS) -> dict[str, float]:
    """Lift every floor to just under its figure; a floor that is already higher stays."""
    stored: dict[str, Any] = json.loads(floors.read_text(encoding="utf-8")) if floors.exists() else {}
    digest = digest_of(path)
    old = stored.get(mode, {}).get("floors", {}) if stored.get(mode, {}).get("digest") == digest else {}
    new = {
        name: round(max(value - SLACK * (100 if name == "minus_share_error" else 1), old.get(name, -1e9)), 4)
        for name, value in figures_of(report).items()
    }
    stored[mode] = {"data": path.name, "digest": digest, "floors": new}
    floors.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return new
