"""The table of pages, worst first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import PageRecord, Rollup, Run
from auditor.report.bars import Segment, group_counts, mini
from auditor.report.safe import bounded, link, place
from auditor.report.words import APART, FOCUS, SHORT

ROWS = 200
"""Pages listed in the report; the rest are counted (all of them are in pages.csv)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One page of the table."""

    kind: str
    title: str
    path: str
    href: str
    copy: str
    clicks: str
    customer: int
    product: int
    company: int
    rest: int
    unsure: int
    bar: tuple[Segment, ...]
    note: str


def worst_first(run: Run) -> list[PageRecord]:
    """Pages with the most talk beside the customer first.

    Sorted by (customer + 1) / (focus lines + 3), so that a page of two lines is not called worse than one of fifty;
    pages without focus lines, kinds apart from focus, and twins come last.
    """
    return sorted(run.pages, key=_badness)


def _badness(page: PageRecord) -> tuple[int, float, int, int, str]:
    counts = group_counts(page.profile.counts)
    total = sum(counts[group] for group in FOCUS)
    last = 3 if page.twin_of else 2 if page.kind in APART else 0 if total else 1
    likeness = (counts[Rollup.CUSTOMER] + 1) / (total + 3) if last == 0 else 0.0
    return last, round(likeness, 9), page.clicks if page.clicks is not None else 10**6, -total, page.url


def rows(run: Run, copies: Mapping[str, str], limit: int = ROWS) -> list[Row]:
    """The table's first ``limit`` rows; ``copies`` says where a page's copy stands."""
    result = []
    for page in worst_first(run)[:limit]:
        counts = group_counts(page.profile.counts)
        note = ""
        if page.twin_of:
            note = f"near-copy of {place(page.twin_of, run.site)}"
        elif page.readable.value != "yes":
            note = page.readable.value
        elif page.kind in APART:
            note = "apart from focus"
        result.append(
            Row(
                kind=SHORT[page.kind],
                title=bounded(page.title, 110) or "(no title)",
                path=place(page.url, run.site),
                href=link(page.url),
                copy=copies.get(page.url, ""),
                clicks="" if page.clicks is None else str(page.clicks),
                customer=counts[Rollup.CUSTOMER],
                product=counts[Rollup.PRODUCT],
                company=counts[Rollup.COMPANY],
                rest=counts[Rollup.TERMS] + counts[Rollup.OTHER],
                unsure=page.profile.unsure,
                bar=mini(page.profile),
                note=note,
            )
        )
    return result
