"""The CSV files: every unit, every finding, every page, safe to open in a spreadsheet.

Files start with a byte order mark, without which Excel misreads anything that is not ASCII; read them as ``utf-8-sig``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from auditor.model import JudgedPage, Label, Region, Role, Rollup, Run
from auditor.report.bars import group_counts
from auditor.report.pagelist import worst_first
from auditor.report.ranking import Entry, entry, leads, ranked
from auditor.report.safe import cell

UNIT_COLUMNS = (
    "page kind order region role level heading text label group probability unsure why folded counted copies "
    "overridden_label cite block selector id read_by_small_model"
).split()

FINDING_COLUMNS = (
    "rank tier audit kind title quote url source place other_quotes why fix proposal weight first_screen aside dismissed id"
).split()

PAGE_COLUMNS = (
    "url kind kind_why title lang readable clicks units words customer product company terms other unsure "
    "specific_outcomes near_copy_of snapshot"
).split()


def write_units(file: IO[str], pages: Sequence[JudgedPage]) -> None:
    """Every unit of every page, in page order."""
    writer = csv.writer(file)
    writer.writerow(UNIT_COLUMNS)
    writer.writerows(_unit_rows(pages))


def write_findings(file: IO[str], run: Run) -> None:
    """Every finding in rank order; further quotes of one finding share a cell, each with its URL."""
    _write(file, FINDING_COLUMNS, _finding_rows(run))


def write_pages(file: IO[str], run: Run) -> None:
    """Every page, worst first."""
    _write(file, PAGE_COLUMNS, _page_rows(run))


def _write(file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows(map(cell, row) for row in rows)


def _unit_rows(pages: Sequence[JudgedPage]) -> Iterator[tuple[str | int | float, ...]]:
    """The rows as cells: what is the site's own passes :func:`cell`, our own words and numbers need not."""
    sampled = any(page.small for page in pages)
    for page in pages:
        url, kind = cell(page.url), page.kind.value
        # of a site that two models read; where one read it all, the run says which
        small = "yes" if page.small else "no" if sampled else ""
        for copy in page.copy:
            unit, judgement = copy.unit, copy.judgement
            label, group = _NAMES[judgement.label]
            yield (
                url if unit.page == page.url else cell(unit.page),
                kind,
                unit.order,
                _PLACES[unit.region],
                _PLACES[unit.role],
                unit.level or "",
                cell(unit.heading),
                cell(unit.text),
                label,
                group,
                round(judgement.probability, 4),
                "yes" if judgement.unsure else "no",
                cell(" | ".join(judgement.why)) if judgement.why else "",
                "yes" if unit.folded else "no",
                "yes" if copy.counted else "no",
                copy.copies,
                copy.overridden.value if copy.overridden else "",
                cell(unit.cite) if unit.cite else "",
                unit.block,
                cell(unit.selector),
                cell(unit.id),
                small,
            )


_NAMES = {label: (label.value, label.rollup.value) for label in Label}
_PLACES = {member: member.value for member in (*Region, *Role)}
"""Our own words for labels and places: a dictionary answers faster than an enum's property does."""


def _finding_rows(run: Run) -> Iterator[tuple[object, ...]]:
    entries = ranked(run)
    chosen = leads(run, entries)
    front = {entry.finding.id for entry in chosen.numbered}
    for item in entries:
        yield _finding_row(item, item.rank, item.finding.id in front, "")
    for decided in run.decided:
        if decided.finding is not None:
            ends = f"until {decided.until}" if decided.until else "for good"
            why = f"{ends}: {decided.reason}"
            yield _finding_row(entry(decided.finding, 0, run.site), "", False, why)


def _finding_row(item: Entry, rank: int | str, front: bool, dismissed: str) -> tuple[object, ...]:
    finding = item.finding
    first = finding.quotes[0] if finding.quotes else None
    return (
        rank,
        finding.tier.value,
        finding.audit,
        finding.kind,
        finding.title,
        first.text if first else "",
        first.url if first else "",
        first.source if first else "",
        first.place if first else "",
        " | ".join(f"“{quote.text}” {quote.url}" for quote in finding.quotes[1:]),
        finding.why,
        finding.fix,
        finding.proposal,
        finding.weight,
        front,
        item.aside,
        dismissed,
        finding.id,
    )


def _page_rows(run: Run) -> Iterator[tuple[object, ...]]:
    for page in worst_first(run):
        counts = group_counts(page.profile.counts)
        yield (
            page.url,
            page.kind.value,
            page.kind_why,
            page.title,
            page.lang,
            page.readable.value,
            page.clicks,
            page.units,
            page.words,
            *(counts[group] for group in Rollup),
            page.profile.unsure,
            page.profile.specific,
            page.twin_of,
            page.snapshot,
        )
