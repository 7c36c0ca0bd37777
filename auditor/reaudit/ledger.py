"""Since when each finding stands: the findings of a host's runs, chained from run to run.

``output/<host>/findings.json`` holds, for every run, which finding carries which key (:mod:`auditor.diff.findings`).
It is folded once a run, so that two runs of two hundred are compared without reading the other hundred and ninety-eight.
The runs' own files are the truth: it is made again from them where it is missing or a run was judged again. What it
knows of runs that were pruned since stays.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor import record
from auditor.diff import Past, Sighting, same_findings
from auditor.errors import OutputError, UsageError
from auditor.history.runs import order
from auditor.model import Finding, Quote, Tier

NAME = "findings.json"
SCHEMA = 1
QUOTES = 6
"""Quotes kept of a finding, enough to know it again."""


@dataclass(slots=True)
class Ledger:
    """What is known of a host's findings. ``runs`` stand in order, ``last`` is how each key's finding last read."""

    runs: dict[str, dict[str, Any]] = field(default_factory=dict)
    last: dict[str, dict[str, Any]] = field(default_factory=dict)
    since: dict[str, str] = field(default_factory=dict)


def past(folder: Path) -> Past:
    """The history of the findings of the run in ``folder``; empty where it is not among the runs of a host."""
    ledger = load(folder.parent)
    if folder.name not in ledger.runs:
        return Past()
    names = [name for name in ledger.runs if order(name) <= order(folder.name)]
    times: dict[str, int] = {}
    for name in names:
        for key in set(ledger.runs[name]["findings"].values()):
            times[key] = times.get(key, 0) + 1
    here = ledger.runs[folder.name]["findings"]
    open_now = set(here.values())
    known = {found: Sighting(key, ledger.since[key], times[key]) for found, key in here.items()}
    closed = tuple(
        (Sighting(key, ledger.since[key], count), _finding(ledger.last[key]))
        for key, count in times.items()
        if key not in open_now
    )
    return Past(known, closed)


def load(host: Path) -> Ledger:
    """The ledger of a host's folder, brought up to date with the runs in it and kept for the next time."""
    stamps = {path.parent.name: _stamp(path) for path in host.glob("*/run.json")}
    ledger = _read(host / NAME)
    fresh = sorted((name for name in stamps if name not in ledger.runs), key=order)
    changed = [
        name for name, entry in ledger.runs.items() if stamps.get(name, tuple(entry["stamp"])) != tuple(entry["stamp"])
    ]
    packed = [name for name in changed if record.packed(host / name)]
    for name in packed:  # it only moved to where runs share their records
        ledger.runs[name]["stamp"] = list(stamps[name])
    newest = max(ledger.runs, key=order, default="")
    if len(packed) < len(changed) or (fresh and newest and order(fresh[0]) < order(newest)):
        ledger = Ledger(since=ledger.since)
        fresh = sorted(stamps, key=order)
    for name in fresh:
        _fold(ledger, name, host / name, stamps[name])
    if fresh or changed:
        # it can be made again: a full or read-only disk costs time, not knowledge
        with contextlib.suppress(OutputError):
            text = json.dumps({"schema": SCHEMA, "runs": ledger.runs, "last": ledger.last, "since": ledger.since})
            record.write(host / NAME, text.encode())
    return ledger


def _stamp(path: Path) -> tuple[int, int]:
    return 0, path.stat().st_mtime_ns  # its size changes when it is packed, its time does not


def _read(path: Path) -> Ledger:
    try:
        told = json.loads(path.read_bytes())
        if told["schema"] == SCHEMA:
            return Ledger(dict(told["runs"]), dict(told["last"]), dict(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Ledger()


def _fold(ledger: Ledger, name: str, folder: Path, stamp: tuple[int, int]) -> None:
    """Take in one run: each of its findings gets the key of the one it is, or its own id as a new key."""
    try:
        told = json.loads(record.read_file(folder, "run.json"))
        day = str(told["finished"])[:10]
        found = [_kept(entry) for result in told["results"] for entry in result["findings"]]
        # a dismissed finding still stands on the site
        found += [_kept(entry["finding"]) for entry in told.get("decided", ()) if entry.get("finding")]
    except (OSError, UsageError, ValueError, KeyError, TypeError):
        return
    before = next(reversed(ledger.runs), "")
    open_before = set(ledger.runs[before]["findings"].values()) if before else set()
    keys: dict[str, str] = {}
    # what the run before had comes first; what is left may be one that had gone and came back
    for pool in (sorted(open_before), sorted(set(ledger.last) - open_before)):
        left = [entry for entry in found if entry["id"] not in keys]
        pairs = same_findings([_finding(ledger.last[key]) for key in pool], [_finding(entry) for entry in left])
        keys.update({left[j]["id"]: pool[i] for j, i in pairs.items()})
    for entry in found:
        key = keys.setdefault(entry["id"], entry["id"])
        ledger.last[key] = entry
        ledger.since[key] = min(day, ledger.since.get(key, day))
    ledger.runs[name] = {"stamp": list(stamp), "day": day, "findings": keys}


def _kept(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(entry["id"]),
        "audit": str(entry["audit"]),
        "kind": str(entry["kind"]),
        "quotes": [[str(quote["text"]), str(quote["url"])] for quote in entry["quotes"][:QUOTES]],
    }


def _finding(entry: dict[str, Any]) -> Finding:
    """As much of a finding as it takes to know it again."""
    quotes = tuple(Quote(text, url) for text, url in entry["quotes"])
    return Finding(entry["id"], entry["audit"], entry["kind"], Tier.REST, "", quotes, "", "")
