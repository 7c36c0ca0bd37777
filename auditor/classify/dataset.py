"""Labelled units read from JSON lines, their vendors, and the folds of cross-validation."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.classify.inputs import item_of_record, squeeze
from auditor.errors import UsageError
from auditor.model import Item, Label

LABELS: tuple[Label, ...] = tuple(Label)
_INDEX = {label.value: number for number, label in enumerate(LABELS)}

# Sites of one owner are one vendor: they share wording, so they may not stand on both sides of a split.
_SAME_VENDOR = {
    "canonical.com": "canonical",
    "maas.io": "canonical",
    "ubuntu.com": "canonical",
    "juju.is": "canonical",
    "snapcraft.io": "canonical",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled unit: the item, its label, the second label considered, and where it comes from."""

    id: str
    item: Item
    label: int
    second: int | None
    site: str
    vendor: str
    industry: str
    sample: str
    source: str


def vendor_of(site: str) -> str:
    """The owner of a site, so that sister sites fall into one fold. ``owner+host`` names are read by both parts."""
    owner, _, host = site.rpartition("+")
    return _SAME_VENDOR.get(host.lower(), site.lower() if not owner else f"{owner}+{host}".lower())


def text_id(text: str) -> str:
    """A stable id for a unit that brings none."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:12]


def example_of(record: dict[str, Any], source: str) -> Example:
    """A labelled example from one JSON record; raises UsageError where it has no text or no label of ours."""
    if not isinstance(record.get("text"), str) or record.get("label") not in _INDEX:
        raise UsageError(f"A line of {source} has no text, or no label of {', '.join(_INDEX)}.")
    site = str(record.get("site") or source)
    second = record.get("second")
    return Example(
        id=str(record.get("id") or text_id(str(record["text"]))),
        item=item_of_record(record),
        label=_INDEX[str(record["label"])],
        second=_INDEX[str(second)] if second and second in _INDEX and second != record["label"] else None,
        site=site,
        vendor=vendor_of(site),
        industry=str(record.get("industry") or ""),
        sample=str(record.get("sample") or "natural"),
        source=source,
    )


def read_records(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line; raises UsageError where it holds none or anything else."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no file of JSON lines: {error}.") from None
    if not found or not all(isinstance(record, dict) for record in found):
        raise UsageError(f"{path} holds no JSON lines of labelled texts.")
    return found


def read_examples(path: Path, source: str = "") -> list[Example]:
    """The labelled units of a file of JSON lines."""
    return [example_of(record, source or path.stem) for record in read_records(path)]


def read_joined(texts: Path, labels: Iterable[Path], source: str) -> list[Example]:
    """Labels kept by id, joined with the file that holds the texts; ids without a text are left out."""
    by_id = {record["id"]: record for record in read_records(texts)}
    joined = []
    for path in sorted(labels):
        for label in read_records(path):
            if label["id"] in by_id:
                joined.append(example_of({**by_id[label["id"]], "second": None, **label}, source))
    return joined


def pages_of(examples: Sequence[Example]) -> dict[tuple[str, str], list[int]]:
    """Which rows stand on one page of one site; rows that name no page are pages of their own."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        found[example.site, example.item.url or f"#{row}"].append(row)
    return dict(found)


def folds(examples: Sequence[Example], count: int = 5) -> dict[str, int]:
    """Vendors dealt into folds of like size and like numbers of rare labels; the same for the same data."""
    tallies: dict[str, Counter[int]] = defaultdict(Counter)
    for example in examples:
        tallies[example.vendor][example.label] += 1
    totals = Counter(example.label for example in examples)
    loads: list[dict[int, float]] = [dict.fromkeys(range(len(LABELS)), 0.0) for _ in range(count)]
    chosen: dict[str, int] = {}

    def share(vendor: str, label: int) -> float:
        return tallies[vendor][label] / max(1, totals[label])

    order = sorted(tallies, key=lambda vendor: (-sum(share(vendor, k) for k in range(len(LABELS))), vendor))
    for vendor in order:

        def cost(fold: int, vendor: str = vendor) -> float:
            return sum((loads[fold][k] + share(vendor, k)) ** 2 - loads[fold][k] ** 2 for k in range(len(LABELS)))

        best = min(range(count), key=lambda fold: (cost(fold), fold))
        chosen[vendor] = best
        for k in range(len(LABELS)):
            loads[best][k] += share(vendor, k)
    return chosen
