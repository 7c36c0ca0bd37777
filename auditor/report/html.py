"""The HTML report: one self-contained file, and linked local files for the copy of further pages.

Everything that comes from a site passes autoescape and :func:`auditor.report.safe.shown`; the only markup taken as it
stands is the report's own style sheet and script, named by hash in the content security policy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from auditor.model import JudgedPage, Label, Run, Status, Tier
from auditor.report import bars, checklists, copytext, coverage, pagelist, ruler, twobytwo
from auditor.report.decided import decisions, lapsed
from auditor.report.frame import environment, frame
from auditor.report.front import front
from auditor.report.ranking import kept, ranked
from auditor.report.safe import link, without_password
from auditor.report.words import FOCUS, GROUPS

FINDINGS = 150
"""Findings listed in the report; the rest are counted (all of them are in findings.csv)."""

KEPT = 12
"""Good lines listed in the report."""

OPEN = 60
"""Lines up to which the home page's copy stands open from the start."""

PAGES_IN_FILTER = 80
"""Pages that the filter of findings offers."""


def report(
    run: Run,
    pages: Sequence[JudgedPage],
    *,
    manuals: Mapping[str, Mapping[str, Any]],
    method: Mapping[str, Any],
    show_score: bool,
) -> str:
    """The whole of report.html."""
    entries = ranked(run)
    copies = copytext.addresses(pages)
    ordered = copytext.order(pages)
    within, apart = bars.kind_bars(run)
    urls = {said.url for entry in entries[:FINDINGS] for said in entry.quotes}
    listed_pages = sorted(urls)[:PAGES_IN_FILTER]
    good = kept(run)
    panels = ruler.panels(run, manuals)
    seen = copytext.pictures(run)
    context = {
        "run": run,
        "front": front(run),
        "strip": bars.front_bar(run),
        "few": bars.FEW,
        "home": _home(run),
        "show_score": show_score,
        "overall": ruler.dial(run.overall),
        "sentences": re.split(r"(?<=[.!?])\s+", run.verdict.strip()),
        "site_bars": bars.site_bars(run),
        "kind_bars": within,
        "apart_bars": apart,
        "missing": _missing(run),
        "outcomes": run.profile.counts.get(Label.OUTCOME.value, 0),
        "dials": [ruler.dial(score, run.results) for score in run.scores],
        "said": twobytwo.picture(run),
        "checklists": checklists.tables(run),
        "findings": [entry for entry in entries[:FINDINGS] if not entry.aside],
        "aside": [entry for entry in entries[:FINDINGS] if entry.aside],
        "findings_more": max(0, len(entries) - FINDINGS),
        "tiers": [tier.value for tier in Tier if any(entry.finding.tier is tier for entry in entries)],
        "audits": sorted({entry.finding.audit for entry in entries}),
        "audits_known": {panel.id for panel in panels},
        "filter_pages": listed_pages,
        "decided": decisions(run),
        "lapsed": lapsed(run),
        "kept": good[:KEPT],
        "kept_more": max(0, len(good) - KEPT),
        "rows": pagelist.rows(run, copies),
        "rows_more": max(0, len(run.pages) - pagelist.ROWS),
        "copies": [copytext.page_copy(page, run.site, seen.get(page.url, "")) for page in ordered[: copytext.INSIDE]],
        "chunks": _chunks(ordered),
        "copies_more": max(0, len(ordered) - copytext.INSIDE),
        "open_up_to": OPEN,
        "twins": sum(bool(page.twin_of) for page in pages),
        "panels": panels,
        "facts": [panel for panel in panels if panel.status == Status.INFORMATIVE.value],
        "silent": [panel for panel in panels if panel.status not in (Status.INFORMATIVE.value, Status.SCORED.value)],
        "ruler": ruler.method(method),
        "settings": [(name, without_password(value)) for name, value in ruler.flat(run.settings)],
        "target": without_password(run.target),
        "skipped": coverage.skipped(run),
        "languages": coverage.languages(run),
        "unsure": coverage.unsure(run),
        "by_sample": coverage.by_sample(run.coverage.sampled) if run.coverage.sampled else "",
        "ignored_robots": coverage.ignored_robots(run),
        "groups": [(roll.value, *GROUPS[roll]) for roll in FOCUS],
        **frame("report.css"),
    }
    return environment().get_template("report.html.j2").render(context)


def _home(run: Run) -> str:
    """The address of the site, that of which it was read a copy; "" for a folder that says of no address that it is its own."""
    named = str(run.settings.get("base_url") or "")
    if named and urlsplit(named).hostname == run.site:
        return link(without_password(named))
    return link(without_password(run.target), given=True) or link(f"https://{run.site}/")


def further(run: Run, pages: Sequence[JudgedPage]) -> Iterator[tuple[str, Callable[[], str]]]:
    """The linked files with the copy of the pages beyond those in the report: name, and what renders its HTML."""
    ordered = copytext.order(pages)
    seen = copytext.pictures(run)
    for name, start, end in _chunks(ordered):
        yield name, partial(_further, run, ordered, seen, start, end)


def _further(run: Run, ordered: Sequence[JudgedPage], seen: Mapping[str, str], start: int, end: int) -> str:
    context = {
        "run": run,
        "copies": [copytext.page_copy(page, run.site, seen.get(page.url, "")) for page in ordered[start - 1 : end]],
        "first": start,
        "last": end,
        "total": len(ordered),
        **frame("report.css"),
    }
    return environment().get_template("page.html.j2").render(context)


def _chunks(ordered: Sequence[JudgedPage]) -> list[tuple[str, int, int]]:
    """(file name, first page, last page) of every linked file, pages counted from 1."""
    starts = range(copytext.INSIDE, len(ordered), copytext.CHUNK)
    return [(copytext.chunk_name(start), start + 1, min(start + copytext.CHUNK, len(ordered))) for start in starts]


def _missing(run: Run) -> list[str]:
    """Kinds of page that a buyer looks for and that no page read was taken for: scope, not a fault."""
    present = {profile.scope for profile in run.profiles if profile.pages}
    if any((praise.audit, praise.kind) == ("merits", "prices") for result in run.results for praise in result.keep):
        present.add("pricing")  # prices that are praised were found, whatever their page is called
    wanted = (("pricing", "pricing"), ("customers", "customer or case"), ("about", "about"))
    names = [
        name for kind, name in wanted if kind not in present and not (kind == "customers" and "testimonial" in present)
    ]
    return names if "home" in present else ["home", *names]
