"""What a report and a diff say of the ruler itself: the manuals, the public constants, the identity of the method."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from auditor import __version__
from auditor.audit import Audit, catalogue
from auditor.classify.packs import MODELS, pack_of
from auditor.focus import GROUPS, KIND_WEIGHTS, MIN_PAGES, MIN_UNITS, SCREEN_SOURCE, SCREEN_WEIGHTS
from auditor.layout import TWIN_LIKENESS
from auditor.model import Label, Run
from auditor.score import DIMENSION_WEIGHTS, SCORING
from auditor.settings import LABEL_BUDGET


def manuals() -> dict[str, dict[str, Any]]:
    """The manual of every audit, by id, as plain values for the report."""
    return {
        entry.id: {
            "question": entry.manual.question,
            "sections": entry.manual.sections,
            "version": entry.version,
            "dimension": entry.dimension.value if entry.dimension else "",
            "weight": entry.weight,
        }
        for entry in catalogue()
    }


def method_facts(run: Run) -> dict[str, Any]:
    """The public constants that the report's method section prints."""
    mode = "fast" if run.settings.get("fast") else "default"
    stored = json.loads((pack_of(run.settings.get("language", "en")).folder / "meta.json").read_text(encoding="utf-8"))
    held = stored["modes"][mode]["held_out"]
    return {
        "kind_weights": KIND_WEIGHTS,
        "kind_groups": {kind.value: group for kind, group in GROUPS.items()},
        "screen_weights": {region.value: weight for region, weight in SCREEN_WEIGHTS.items()},
        "screen_source": SCREEN_SOURCE,
        "thresholds": {
            "fewest units for a percentage": MIN_UNITS,
            "fewest pages for a percentage": MIN_PAGES,
            "likeness from which pages are one template": TWIN_LIKENESS,
            **{f"weight of {dimension.value} overall": weight for dimension, weight in DIMENSION_WEIGHTS.items()},
        },
        "confusion": {"labels": [label.value for label in Label], "rows": stored["modes"][mode]["confusion"]},
        "card": [
            f"Classifier: mode {mode}, trained on real and written copy; what it was trained on: auditor model card.",
            f"Measured on {held['units']} units of {held['vendors']} vendors unseen in training: "
            f"macro-F1 over seven labels {held['macro_f1']:.2f}.",
            *_readings(mode),
        ],
        "limits": [
            "It reads words, not conduct: what the site says, never what the company does.",
            "The words behind a label are those that pulled it most; they are a trace, not a proof.",
        ],
    }


def _readings(mode: str) -> list[str]:
    """The lines of the last measurement on sites never trained on that a reader needs: accuracy and what is quoted."""
    lines: dict[str, list[str]] = json.loads((MODELS / "readings.json").read_text(encoding="utf-8"))
    wanted = ("macro-F1", "outcome/problem after abstention", "calibration error")
    return ["On sites never trained on: " + line for line in lines.get(mode, []) if line.startswith(wanted)]


def method_version(entries: Sequence[Audit], classifier: str, budget: int = LABEL_BUDGET) -> str:
    """Identity of the method: the version, every audit's version, the sums, the lexicons, buyers' questions, dictionary, classifier,
    and another ``budget`` of lines than the usual one.
    """
    basis = [f"{entry.id}={entry.version}" for entry in entries]
    if budget != LABEL_BUDGET and "-fast-" not in classifier:
        basis.append(f"budget={budget}")
    basis += [classifier, f"symspellpy={version('symspellpy')}", f"score={SCORING}"]
    data = Path(__file__).parent / "data"
    lists = (*sorted((data / "lexicons").glob("*.toml")), *sorted((data / "buyers").glob("*.toml")))
    for path in (*lists, data / "words.txt"):
        basis.append(path.name + hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest())
    return f"{__version__}+{hashlib.blake2s(chr(10).join(basis).encode(), digest_size=4).hexdigest()}"
