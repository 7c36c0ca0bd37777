"""The method as the report prints it: what was measured with what, and where it stops."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import AuditResult, Label, PageKind, Run, Score, Status
from auditor.report.safe import bounded
from auditor.report.words import KINDS, LABELS, number, percent, points, sentence

KNOWN = frozenset(
    "kind_weights kind_groups screen_weights screen_source thresholds labels card confusion accuracy limits".split()
)

PANEL = ("Why it matters", "How it is measured", "How to fix it", "Limit", "Sources")
"""Sections of an audit's manual that the report shows (the examples are for ``auditor explain``)."""

FACTS = 12
"""Numbers of one informative audit that are listed; longer ones are counted."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One audit's result with its manual. ``sections`` are (heading, blocks); a block is a paragraph or a list."""

    id: str
    version: int
    title: str
    status: str
    question: str
    summary: str
    limit: str
    score: str
    sections: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    facts: tuple[tuple[str, str], ...]
    more_facts: int


@dataclass(frozen=True, slots=True)
class Dial:
    """One dimension: its score in words and figures, with the parts that anyone can add up again."""

    name: str
    value: str
    range: str
    width: float
    low: float | None
    high: float | None
    parts: tuple[tuple[str, str, str], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Method:
    """The method section."""

    kind_weights: tuple[tuple[str, str, str], ...]
    screen_weights: tuple[tuple[str, str], ...]
    screen_source: str
    constants: tuple[tuple[str, str], ...]
    labels: tuple[tuple[str, str, str], ...]
    card: tuple[str, ...]
    accuracy: str
    confusion: tuple[tuple[str, ...], ...]
    limits: tuple[str, ...]


def panels(run: Run, manuals: Mapping[str, Mapping[str, Any]]) -> list[Panel]:
    """Every audit of the run, by id."""
    return [_panel(result, manuals.get(result.id, {})) for result in sorted(run.results, key=lambda result: result.id)]


def _panel(result: AuditResult, manual: Mapping[str, Any]) -> Panel:
    sections = manual.get("sections", {})
    facts = tuple(flat(result.numbers))
    return Panel(
        id=result.id,
        version=result.version,
        title=result.title,
        status=result.status.value,
        question=str(manual.get("question", "")),
        summary=result.summary,
        limit=result.limit,
        score="" if result.score is None else f"{points(result.score * 100)} of 100",
        sections=tuple((heading, blocks(str(sections[heading]))) for heading in PANEL if sections.get(heading)),
        facts=facts[:FACTS] if result.status is Status.INFORMATIVE else (),
        more_facts=max(0, len(facts) - FACTS) if result.status is Status.INFORMATIVE else 0,
    )


def flat(numbers: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Plain values as (name, text), one level of nesting unfolded, lists as far as they stay short."""
    rows: list[tuple[str, str]] = []
    for key, value in numbers.items():
        name = f"{prefix}{str(key).replace('_', ' ')}"
        if isinstance(value, Mapping):
            if not prefix:
                rows += flat(value, f"{name}: ")
        elif isinstance(value, str | int | float | bool) or value is None:
            rows.append((name, plain(value)))
        elif isinstance(value, Sequence) and all(isinstance(part, str | int | float) for part in value):
            rows.append((name, bounded(", ".join(plain(part) for part in value[:12]), 240)))
    return rows


def plain(value: object) -> str:
    """A constant as text: shares and floats short, yes and no for truth, a dash for nothing."""
    if value is None or value == "" or value == [] or value == ():
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return bounded(", ".join(str(part) for part in value), 300)
    if isinstance(value, int) and abs(value) >= 10_000:
        return number(value)
    return bounded(str(value), 300)


_ITEM = re.compile(r"^\s*[-*]\s+")


def blocks(text: str) -> tuple[tuple[str, ...], ...]:
    """A manual's text as blocks: ("p", paragraph) or ("ul", item, item, ...)."""
    result: list[tuple[str, ...]] = []
    for chunk in re.split(r"\n\s*\n", text.replace("``", "").strip()):
        lines = chunk.splitlines()
        if lines and _ITEM.match(lines[0]):
            items: list[str] = []
            for line in lines:
                if _ITEM.match(line):
                    items.append(_ITEM.sub("", line).strip())
                else:
                    items[-1] += " " + line.strip()
            result.append(("ul", *items))
        elif lines:
            result.append(("p", " ".join(line.strip() for line in lines)))
    return tuple(result)


def dial(score: Score, results: Sequence[AuditResult] = ()) -> Dial:
    """A score as shown; without a value it says *not measured* and why, in the words of its audits (``results``)."""
    thin = [
        sentence(result.summary)
        for result in results
        if score.value is None and result.weight and result.dimension and result.dimension.value == score.name
        if result.status in (Status.NOT_ENOUGH, Status.NOT_APPLICABLE) and result.summary
    ]
    measured = score.value is not None
    interval = (
        f"{points(score.low)}\u2013{points(score.high)}"
        if score.low is not None and score.high is not None and measured
        else ""
    )
    return Dial(
        name=score.name[:1].upper() + score.name[1:],
        value=points(score.value) if score.value is not None else "not measured",
        range=interval,
        width=round(min(100.0, max(0.0, score.value)), 1) if score.value is not None else 0.0,
        low=score.low if measured else None,
        high=score.high if measured else None,
        parts=tuple((name, points(value), f"{weight:g}") for name, value, weight in score.parts),
        why=score.why if "failed to run" in score.why else " ".join(thin) or score.why,
    )


def method(given: Mapping[str, Any]) -> Method:
    """The method section from the constants it was given; what was not given is not invented."""
    groups: dict[str, list[str]] = {}
    for kind, group in dict(given.get("kind_groups", {})).items():
        groups.setdefault(str(group), []).append(KINDS[PageKind(str(kind))])
    labels = dict(given.get("labels", {}))
    constants = [
        (str(name).replace("_", " "), plain(value)) for name, value in dict(given.get("thresholds", {})).items()
    ]
    constants += flat({key: value for key, value in given.items() if key not in KNOWN})
    accuracy = given.get("accuracy")
    return Method(
        kind_weights=tuple(
            (str(name), f"{weight:g}", ", ".join(groups.get(str(name), [])))
            for name, weight in dict(given.get("kind_weights", {})).items()
        ),
        screen_weights=tuple(
            (str(name), f"{weight:g}") for name, weight in dict(given.get("screen_weights", {})).items()
        ),
        screen_source=str(given.get("screen_source", "")),
        constants=tuple(constants),
        labels=tuple(
            (label.rollup.value, name, str(labels.get(label.value, short))) for label, (name, short) in LABELS.items()
        ),
        card=tuple(str(line) for line in given.get("card", ())),
        accuracy=percent(accuracy) if isinstance(accuracy, float) else str(accuracy or ""),
        confusion=_confusion(given.get("confusion")),
        limits=tuple(str(line) for line in given.get("limits", ())),
    )


def _confusion(given: Any) -> tuple[tuple[str, ...], ...]:
    """The classifier's confusion as a table: {"labels": [...], "rows": [[...]]}, true labels down, given ones across."""
    if not isinstance(given, Mapping) or not given.get("rows"):
        return ()
    names = [str(name) for name in given.get("labels", [label.value for label in Label])]
    table: list[tuple[str, ...]] = [("", *names)]
    for name, row in zip(names, given["rows"], strict=True):
        table.append((name, *(plain(value) for value in row)))
    return tuple(table)
