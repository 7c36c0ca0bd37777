"""Tables of what a buyer and a customer find (self-service, after-sale, service-measured) and what is to be corrected, as rows.

Each row is plain text and, where the audit gave a place, the site's own line with its link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import Quote, Run
from auditor.report.ranking import Said, said

EXAMPLES = 2
"""Places shown for one row; the rest are in run.json."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, what was found in words, and the places."""

    name: str
    state: str
    places: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its caption, the names of its three columns, its rows."""

    caption: str
    columns: tuple[str, str, str]
    rows: tuple[Row, ...]


def tables(run: Run) -> dict[str, Table]:
    """Audit id -> its table, for the audits of this run that have one."""
    found = {}
    for result in run.results:
        build = _BUILDERS.get(result.id)
        table = build(result.numbers, run.site) if build else None
        if table is not None and table.rows:
            found[result.id] = table
    return found


def _answers(numbers: Mapping[str, Any], host: str) -> Table:
    rows = [
        Row(_text(entry, "question").capitalize(), _text(entry, "state"), _places([entry], host))
        for entry in _maps(numbers.get("answers"))
    ]
    return Table("What somebody who reads alone finds", ("Question", "On the pages read", "Where"), tuple(rows))


def _stages(numbers: Mapping[str, Any], host: str) -> Table:
    stages, examples = numbers.get("stages"), numbers.get("found")
    found = examples if isinstance(examples, Mapping) else {}
    rows = [
        Row(str(stage).capitalize(), str(count), _places(_maps(found.get(stage)), host))
        for stage, count in (stages.items() if isinstance(stages, Mapping) else ())
    ]
    return Table(
        "What serves each stage", ("Stage", "Pages, and different labels", "After the sale, such as"), tuple(rows)
    )


def _service(numbers: Mapping[str, Any], host: str) -> Table:
    praised, defined = numbers.get("praised"), numbers.get("defined")
    measures = _maps(numbers.get("measures"))
    rows = [
        Row(
            str(kind).capitalize(),
            f"{many} praised, {defined.get(kind, 0)} with a measure",
            _places([entry for entry in measures if entry.get("kind") == kind], host),
        )
        for kind, many in (praised.items() if isinstance(praised, Mapping) and isinstance(defined, Mapping) else ())
        if isinstance(defined, Mapping) and (many or defined.get(kind))
    ]
    return Table("Promises of service", ("Kind", "Lines", "With a measure, such as"), tuple(rows))


def _corrections(numbers: Mapping[str, Any], host: str) -> Table:
    rows = [
        Row(f"“{_text(entry, 'words')}”", _text(entry, "wrong"), _places([entry], host))
        for entry in _maps(numbers.get("places"))
    ]
    return Table("Every place to correct", ("Words", "What is wrong", "Where"), tuple(rows))


_BUILDERS = {
    "visible-errors": _corrections,
    "self-service": _answers,
    "after-sale": _stages,
    "service-measured": _service,
}


def _places(entries: Sequence[Mapping[str, Any]], host: str) -> tuple[Said, ...]:
    """The places of these entries that have words, links and titles as such."""
    found = []
    for entry in entries:
        if _text(entry, "text"):
            source = _text(entry, "source") or {"page": "title", "link": "link"}.get(_text(entry, "kind"), "text")
            found.append(said(Quote(_text(entry, "text"), _text(entry, "url"), source), host))
    return tuple(found[:EXAMPLES])


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _maps(given: Any) -> list[Mapping[str, Any]]:
    return [entry for entry in given if isinstance(entry, Mapping)] if isinstance(given, Sequence) else []
