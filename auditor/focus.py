"""How the copy of a scope divides into customer, product and company talk, and how sure that is.

Shares are over units labelled customer, product or company; policy, other and unsure units stand beside them with
their counts. A site's figure weighs page kinds by :data:`KIND_WEIGHTS`, so that adding or deleting spec pages does
not move it; a kind that is missing is scope, not a zero. Every figure is a pure function of its input: the bootstrap
is seeded with the counts themselves.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from auditor.model import Copy, JudgedPage, Label, PageKind, Profile, Region, Rollup, Share
from auditor.site import FOCUS_KINDS, Site, is_generic

KIND_WEIGHTS: dict[str, float] = {
    "home": 0.25,
    "offer": 0.35,
    "pricing": 0.05,
    "about": 0.10,
    "proof": 0.10,
    "blog": 0.10,
    "other": 0.05,
}
"""Weight of each group of page kinds in the site's figure, renormalised over the groups that have focus copy.

A judgement, not a measurement: the pages a buyer meets first and decides on carry 0.65. Public so that anyone can
redo the sum; the report prints the unweighted figure beside it.
"""

GROUPS: dict[PageKind, str] = {
    PageKind.HOME: "home",
    PageKind.PRODUCT: "offer",
    PageKind.SERVICE: "offer",
    PageKind.SOLUTION: "offer",
    PageKind.PRICING: "pricing",
    PageKind.ABOUT: "about",
    PageKind.MISSION: "about",
    PageKind.CUSTOMERS: "proof",
    PageKind.TESTIMONIAL: "proof",
    PageKind.BLOG: "blog",
    PageKind.CONTACT: "other",
    PageKind.OTHER: "other",
}

SCREEN_WEIGHTS: dict[Region, float] = {Region.FIRST: 57, Region.SECOND: 17, Region.MAIN: 26}
"""Share of viewing time by screen, in percent: Fessenden, "Scrolling and Attention", Nielsen Norman Group 2018
(eye tracking, 120 participants): 57 % above the fold, 17 % on the second screen, 26 % on all the rest."""

MIN_UNITS = 15
"""Fewer focus units than this: counts and words, no percentage (METHOD, section 1)."""

MIN_PAGES = 8
"""Fewer pages than this in a scope of several pages: counts and words, no percentage (METHOD, section 1)."""

DRAWS = 1000
FOCUS = (Rollup.CUSTOMER, Rollup.PRODUCT, Rollup.COMPANY)
_COLUMN = {Rollup.CUSTOMER: 0, Rollup.PRODUCT: 1, Rollup.COMPANY: 2}

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def in_words(share: float) -> str:
    """A share (0-1) as a word: never, seldom, sometimes, often, mostly."""
    for bound, word in ((0.005, "never"), (0.15, "seldom"), (0.35, "sometimes"), (0.60, "often")):
        if share < bound:
            return word
    return "mostly"


def focus_copy(page: JudgedPage, *, once: bool) -> list[Copy]:
    """The sure units of a page's copy proper that are customer, product or company talk.

    ``once`` leaves out units that are counted elsewhere on the site.
    """
    return [
        copy
        for copy in page.copy
        if copy.unit.region.is_copy and copy.sure and copy.label.rollup in _COLUMN and (copy.counted or not once)
    ]


def profile(scope: str, pages: Sequence[JudgedPage], *, once: bool = True) -> Profile:
    """The profile of these pages taken together, each unit alike. Twins are left out."""
    pages = [page for page in pages if not page.twin_of]
    counts: Counter[str] = Counter({label.value: 0 for label in Label})
    unsure = specific = 0
    rows = []
    for page in pages:
        for copy in page.copy:
            if not copy.unit.region.is_copy or (once and not copy.counted):
                continue
            if not copy.sure:
                unsure += 1
                continue
            counts[copy.label.value] += 1
            specific += copy.label is Label.OUTCOME and not is_generic(copy.text)
        rows.append(_row(page, once=once))
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    enough = int(table.sum()) >= MIN_UNITS and (len(pages) == 1 or len(pages) >= MIN_PAGES)
    weights = np.ones(len(pages))
    shares = (
        _shares(table, np.zeros(len(pages), dtype=np.int64), np.ones(1), enough=enough) if len(weights) else _none()
    )
    return Profile(scope, len(pages), dict(counts), unsure, specific, shares, _prominent(pages, once=once))


def site_profile(site: Site) -> Profile:
    """The site's profile: focus pages only, page kinds weighted by KIND_WEIGHTS."""
    pages = [page for page in site.pages if page.kind in FOCUS_KINDS and not page.twin_of]
    plain = profile("site", pages)
    rows = [(page, _row(page, once=True)) for page in pages]
    groups = sorted({GROUPS[page.kind] for page, row in rows if sum(row)}, key=list(KIND_WEIGHTS).index)
    if not groups:
        return plain
    keep = [(page, row) for page, row in rows if GROUPS[page.kind] in groups]
    table = np.array([row for _, row in keep], dtype=np.int64).reshape(-1, 3)
    strata = np.array([groups.index(GROUPS[page.kind]) for page, _ in keep], dtype=np.int64)
    weights = np.array([KIND_WEIGHTS[group] for group in groups])
    enough = int(table.sum()) >= MIN_UNITS and len(keep) >= MIN_PAGES
    shares = _shares(table, strata, weights / weights.sum(), enough=enough)
    by_group: dict[str, list[JudgedPage]] = defaultdict(list)
    for page, _ in keep:
        by_group[GROUPS[page.kind]].append(page)
    prominent = {roll.value: 0.0 for roll in FOCUS}
    for group, weight in zip(groups, weights / weights.sum(), strict=True):
        for key, value in _prominent(by_group[group], once=True).items():
            prominent[key] += float(weight) * value
    return Profile(
        "site",
        plain.pages,
        plain.counts,
        plain.unsure,
        plain.specific,
        shares,
        {k: round(v, 4) for k, v in prominent.items()},
    )


def kind_profiles(site: Site) -> tuple[Profile, ...]:
    """A profile for every page kind present, focus kinds first, in the order of PageKind."""
    kinds = sorted(
        {page.kind for page in site.pages}, key=lambda kind: (kind not in FOCUS_KINDS, list(PageKind).index(kind))
    )
    return tuple(profile(kind.value, [page for page in site.pages if page.kind is kind]) for kind in kinds)


def _row(page: JudgedPage, *, once: bool) -> tuple[int, int, int]:
    counts = Counter(_COLUMN[copy.label.rollup] for copy in focus_copy(page, once=once))
    return counts[0], counts[1], counts[2]


def _shares(table: Counts, strata: npt.NDArray[np.int64], weights: Floats, *, enough: bool) -> dict[str, Share]:
    """Shares and 95 % intervals by a two-stage bootstrap: pages within their stratum, then units within a page.

    Drawing units as well keeps a stratum of one page (the home page) from having no uncertainty at all.
    """
    point = _combine(table[None, :, :].astype(float), strata, weights)[0]
    seed = hashlib.blake2s(table.tobytes() + strata.tobytes(), digest_size=8).digest()
    rng = np.random.default_rng(int.from_bytes(seed, "big"))
    draws = np.zeros((DRAWS, len(weights), 3))
    for stratum in range(len(weights)):
        rows = table[strata == stratum]
        totals = rows.sum(axis=1)
        chances = (rows + 1e-9) / (totals[:, None] + 3e-9)
        picks = rng.integers(0, len(rows), size=(DRAWS, len(rows)))
        drawn = rng.multinomial(totals[picks], chances[picks])
        draws[:, stratum, :] = drawn.sum(axis=1)
    sums = draws.sum(axis=2, keepdims=True)
    known = (sums[:, :, 0] > 0) * weights[None, :]
    shares = np.divide(draws, sums, out=np.zeros_like(draws), where=sums > 0)
    total = known.sum(axis=1, keepdims=True)
    mixed = np.divide((shares * known[:, :, None]).sum(axis=1), total, out=np.zeros((DRAWS, 3)), where=total > 0)
    low, high = np.percentile(mixed, [2.5, 97.5], axis=0)
    counts = table.sum(axis=0)
    result = {}
    for roll, column in _COLUMN.items():
        value = float(point[column])
        result[roll.value] = Share(
            int(counts[column]),
            int(counts.sum()),
            round(value, 4) if enough else None,
            round(float(min(low[column], value)), 4) if enough else None,
            round(float(max(high[column], value)), 4) if enough else None,
            in_words(value),
        )
    return result


def _combine(draws: Floats, strata: npt.NDArray[np.int64], weights: Floats) -> Floats:
    mixed = np.zeros((len(draws), 3))
    known = 0.0
    for stratum, weight in enumerate(weights):
        counts = draws[:, strata == stratum, :].sum(axis=1)
        if counts.sum() > 0:
            mixed += weight * counts / counts.sum(axis=1, keepdims=True)
            known += float(weight)
    return mixed / known if known else mixed


def _none() -> dict[str, Share]:
    return {roll.value: Share(0, 0, None, None, None, "never") for roll in FOCUS}


def _prominent(pages: Sequence[JudgedPage], *, once: bool) -> dict[str, float]:
    """Shares where a unit weighs its screen's viewing time, shared among the focus units of that screen."""
    totals = {roll.value: 0.0 for roll in FOCUS}
    for page in pages:
        screens: dict[Region, list[Copy]] = defaultdict(list)
        for copy in focus_copy(page, once=once):
            screens[copy.unit.region].append(copy)
        weight = sum(SCREEN_WEIGHTS[region] for region in screens)
        for region, copies in screens.items():
            for copy in copies:
                totals[copy.label.rollup.value] += SCREEN_WEIGHTS[region] / weight / len(copies)
    total = sum(totals.values())
    return {key: round(value / total, 4) if total else 0.0 for key, value in totals.items()}
