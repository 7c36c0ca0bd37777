"""Said and shown as a picture: where the site stands on two axes, how far that is sure, and the declarations in pairs.

Plain numbers for an inline SVG of SIDE units; everything that it shows stands in words beside it too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import AuditResult, Quote, Run
from auditor.report.ranking import Said, said
from auditor.report.words import points
from auditor.text import listed

SIDE = 300.0
"""Units along each axis."""

HALF = 0.5
"""Where much begins on both axes, as the audit says-show has it."""

_AUDIT = "say-show"


@dataclass(frozen=True, slots=True)
class Pair:
    """A declaration, what the site shows about the same promise as (kind, its line), and what was not found."""

    topic: str
    declared: Said
    shown: tuple[tuple[str, Said], ...]
    missing: str
    against: Said | None


@dataclass(frozen=True, slots=True)
class Picture:
    """The site's place: ``x`` and ``y`` of the point, the box of its range (x, y, width, height), in units from top left.

    ``placed`` is False where a range is too wide for a point; ``label`` says all of it in one sentence; ``figures`` are (axis, value, range) as text, 0 to 100.
    """

    x: float
    y: float
    box: tuple[float, float, float, float]
    placed: bool
    name: str
    label: str
    reaches: str
    figures: tuple[tuple[str, str, str], ...]
    evidence: tuple[str, ...]
    missing: tuple[str, ...]
    pairs: tuple[Pair, ...]


def picture(run: Run) -> Picture | None:
    """The picture of this run; None where nothing was declared or too little stands on the site to compare."""
    result = next((entry for entry in run.results if entry.id == _AUDIT), None)
    if result is None:
        return None
    values = _values(result)
    if values is None:
        return None
    (say, say_low, say_high), (show, show_low, show_high) = values
    axes = (("Says", say, say_low, say_high), ("Shows", show, show_low, show_high))
    vague = [high - low > HALF for _, _, low, high in axes]
    name = quadrant(say, show) if not any(vague) else "cannot be placed"
    corners = {quadrant(x, y) for x in (say_low, say_high) for y in (show_low, show_high)}
    others = sorted(corners - {name}) if not any(vague) else []
    figures = tuple(
        (axis, "not measured" if wide else points(value * 100), f"{points(low * 100)} to {points(high * 100)}")
        for wide, (axis, value, low, high) in zip(vague, axes, strict=True)
    )
    told = "; ".join(
        f"{axis.lower()} {value}{' of 100' * (not wide)}, from {span}"
        for wide, (axis, value, span) in zip(vague, figures, strict=True)
    )
    reaches = f"The range also reaches into: {'; '.join(others)}." if others else ""
    if any(vague):
        reaches = "Too little stands there to say how much: a range wider than half of an axis is not measured."
    likely = "most likely " if others else ""
    numbers = result.numbers
    return Picture(
        x=_tidy(say * SIDE),
        y=_tidy((1 - show) * SIDE),
        box=(
            _tidy(say_low * SIDE),
            _tidy((1 - show_high) * SIDE),
            _tidy((say_high - say_low) * SIDE),
            _tidy((show_high - show_low) * SIDE),
        ),
        placed=not any(vague),
        name=f"{likely}{name}",
        label=f"The site {likely}{name}: {told}. {reaches}".strip(),
        reaches=reaches,
        figures=figures,
        evidence=_texts(numbers.get("evidence")),
        missing=_texts(numbers.get("evidence_missing")),
        pairs=tuple(_pair(entry, run.site) for entry in _maps(numbers.get("pairs"))),
    )


def quadrant(say: float, show: float) -> str:
    """The field of a point, in words."""
    return f"says {'much' if say >= HALF else 'little'}, shows {'much' if show >= HALF else 'little'}"


def _values(result: AuditResult) -> tuple[tuple[float, float, float], tuple[float, float, float]] | None:
    """(value, low, high) of both axes, 0-1; None where the audit gave none."""
    found = []
    for axis in ("say", "show"):
        numbers = [result.numbers.get(key) for key in (axis, f"{axis}_low", f"{axis}_high")]
        if not all(isinstance(value, int | float) for value in numbers):
            return None
        value, low, high = (min(1.0, max(0.0, float(number))) for number in numbers if number is not None)
        found.append((value, min(low, value), max(high, value)))
    return found[0], found[1]


def _pair(entry: Mapping[str, Any], host: str) -> Pair:
    shown = tuple((str(line.get("kind", "")), _said(line, host)) for line in _maps(entry.get("shown")))
    against = entry.get("against")
    return Pair(
        str(entry.get("topic", "")),
        _said(entry.get("said", {}), host),
        shown,
        listed(_texts(entry.get("missing"))),
        _said(against, host) if isinstance(against, Mapping) else None,
    )


def _said(line: Mapping[str, Any], host: str) -> Said:
    return said(Quote(str(line.get("text", "")), str(line.get("url", "")), str(line.get("source", "text"))), host)


def _maps(given: Any) -> list[Mapping[str, Any]]:
    return [entry for entry in given if isinstance(entry, Mapping)] if isinstance(given, Sequence) else []


def _texts(given: Any) -> tuple[str, ...]:
    return tuple(str(entry) for entry in given) if isinstance(given, Sequence) and not isinstance(given, str) else ()


def _tidy(value: float) -> float:
    return round(value, 1)
