"""Why a score moved: the audits run again on the pages that both runs read, and on labels drawn from their error.

Nothing is fetched or labelled here. Two questions are answered with the audits themselves, because nothing else knows
how a score hangs on a line: how the score moved on the pages that both runs read (TEXT; the rest is SCOPE), and how far
it could have moved from the label error of the changed lines alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.audit import Audit, catalogue, perform
from auditor.changes import AUDIT, Audited
from auditor.diff import Changed, Rescored
from auditor.diff.draws import LabelErrors, redrawn
from auditor.model import Finding, JudgedPage, Run, SkipReason
from auditor.score import dimension_scores, overall
from auditor.site import Site, assemble, missing_pages

DRAWS = 39
"""Draws of a score's difference: the lowest and the highest of 39 enclose 95 of 100 (1 in 40 is beyond either)."""

MOST_PAGES = 300
"""Sites of more pages are not drawn: it would take minutes. Their scores are shown and no move of one is called."""


def rescored(changed: Changed, errors: LabelErrors, progress: Callable[[int, int], None]) -> Rescored:
    """The scores of both sides on their common pages, and the spread of the difference from label error."""
    entries = [entry for entry in catalogue() if entry.weight > 0]
    common = {}
    if changed.came_or_went:
        sides = [
            _scores(_site(side.run, pages, errors), entries)
            for side, pages in zip((changed.before, changed.after), changed.common, strict=True)
        ]
        common = {name: (sides[0].get(name), sides[1].get(name)) for name in sides[1]}
    if max(len(changed.before.pages), len(changed.after.pages)) > MOST_PAGES:
        return Rescored(common, why=f"its label error is not drawn on more than {MOST_PAGES} pages")
    moved = [entry for entry in entries if entry.id in changed.moved]
    return Rescored(common, _spread(changed, moved, errors, progress))


def findings_on(
    side: Audited, pages: Sequence[JudgedPage], audits: Collection[str], errors: LabelErrors
) -> list[Finding]:
    """What these audits find on these pages of a run, as if its other pages were not there."""
    kept = {page.url for page in pages}
    skips = tuple(side.skips.values())
    copied = any(skip.reason is SkipReason.ABSENT for skip in skips)
    gone = {page.url for page in side.pages if page.url not in kept}
    missing = missing_pages([page.page for page in pages], skips, copied=copied) | gone
    site = replace(_site(side.run, pages, errors), missing=frozenset(missing), copied=copied)
    return [finding for entry in catalogue() if entry.id in audits for finding in perform(entry, site).findings]


def _spread(
    changed: Changed, entries: Sequence[Audit], errors: LabelErrors, progress: Callable[[int, int], None]
) -> dict[str, tuple[float, float]]:
    """Lowest and highest difference of every score over the draws; audits that did not move stay as they are."""
    sides = (changed.before, changed.after)
    basis = "\n".join([*sorted(changed.units[0]), "", *sorted(changed.units[1])])
    rng = np.random.default_rng(int.from_bytes(hashlib.blake2s(basis.encode(), digest_size=8).digest(), "big"))
    draws: dict[str, list[float]] = {}
    # a line reworded under one label has one truth: both sides draw by the same number
    roots = [
        {unit: unit for unit in changed.units[0]},
        {unit: changed.same.get(unit, unit) for unit in changed.units[1]},
    ]
    names = sorted({root for side in roots for root in side.values()})
    for draw in range(DRAWS):
        luck = dict(zip(names, rng.random(len(names)), strict=True))
        told = []
        for side, root in zip(sides, roots, strict=True):
            numbers = {unit: luck[name] for unit, name in root.items()}
            pages = [_drawn(page, numbers, errors) for page in side.pages]
            told.append(_scores(_site(side.run, pages, errors), entries, side.run))
        for name, value in told[1].items():
            was = told[0].get(name)
            # a draw that leaves a side without a number shows no move: it speaks against calling one
            draws.setdefault(name, []).append(0.0 if value is None or was is None else value - was)
        progress(draw + 1, DRAWS)
    return {name: (min(values), max(values)) for name, values in draws.items()}


def _drawn(page: JudgedPage, numbers: Mapping[str, float], errors: LabelErrors) -> JudgedPage:
    """The page with the labels of these units drawn from what they may truly be."""
    if not any(copy.unit.id in numbers for copy in page.copy):
        return page
    return replace(page, copy=tuple(redrawn(copy, numbers.get(copy.unit.id), errors) for copy in page.copy))


def _site(run: Run, pages: Sequence[JudgedPage], errors: LabelErrors) -> Site:
    """The site of these pages as it was assembled for the run; labels are those that the pages carry."""
    return assemble(
        run.site,
        [page.page for page in pages],
        [[copy.judgement for copy in page.copy] for page in pages],
        start=run.target,
        name=str(run.settings.get("name", "")),
        correction=errors.correction,
        rivals=tuple(run.settings.get("rival", ())),
        small={page.url for page in pages if page.small},
        beside={page.url: page.beside for page in pages if page.beside},
    )


def _scores(site: Site, entries: Collection[Audit], run: Run | None = None) -> dict[str, float | None]:
    """Every score (0-100) of this site by name; with ``run``, audits that are not among ``entries`` keep its results."""
    results = {entry.id: perform(entry, site) for entry in entries}
    kept = [results.pop(result.id, result) for result in run.results] if run else []
    told = [*kept, *results.values()]
    dimensions = dimension_scores(told)
    found: dict[str, float | None] = {score.name: score.value for score in (*dimensions, overall(dimensions))}
    return found | {AUDIT + result.id: None if result.score is None else 100 * result.score for result in told}
