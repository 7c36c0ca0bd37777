"""How the copy of a scope divides into customer, product and company talk, and how sure that is.

Shares are over units labelled customer, product or company; policy and other stand beside them with their counts.
Every unit counts by its most likely label: leaving out the unsure ones would favour whatever is easy to label. How many
are unsure is said, and each is marked in the copy. A site's figure weighs page kinds by :data:`KIND_WEIGHTS`, so that adding or deleting spec pages does
not move it; a kind that is missing is scope, not a zero. Every figure is a pure function of its input: the bootstrap
is seeded with the counts themselves.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from auditor.classify import ShareModel
from auditor.model import Copy, JudgedPage, Label, PageKind, PageRecord, Profile, Region, Rollup, Share
from auditor.site import FOCUS_KINDS, Site, is_generic
from auditor.voices import once as kept

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
"""Share of viewing time by screen, in percent: the first, the second, all the rest (SCREEN_SOURCE)."""

SCREEN_SOURCE = "Fessenden, Scrolling and Attention, Nielsen Norman Group 2018 (eye tracking, 120 participants)"

PROMINENCES: dict[str, dict[Region, float] | None] = {
    "every line alike": None,
    "each screen alike": dict.fromkeys(SCREEN_WEIGHTS, 1.0),
    "viewing time": SCREEN_WEIGHTS,
}
"""Three ways to weigh a line by where it stands: how far a score hangs on the choice is printed (explain score)."""

MIN_UNITS = 15
"""Fewer focus units than this: counts and words, no percentage (METHOD, section 1)."""

MIN_PAGES = 8
"""Fewer pages than this in a scope, a page kind as well as a site: counts and words, no percentage (METHOD, section 1)."""

DRAWS = 500
AT_ONCE = 1 << 16
"""Pages drawn at once: each takes 0.1 KB meanwhile, and all draws of 20,000 pages together took over a gigabyte."""

FOCUS = (Rollup.CUSTOMER, Rollup.PRODUCT, Rollup.COMPANY)
_FOLD = np.array([[label.rollup is roll for roll in FOCUS] for label in Label], dtype=np.int64)

Floats = npt.NDArray[np.float64]


Z = 1.96
"""Standard deviations either side of the mean that hold 95 of 100 draws of a normal distribution."""


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (0-1): Wilson 1927, Journal of the American Statistical Association 22(158)."""
    share = hits / total
    centre = share + Z * Z / (2 * total)
    reach = Z * math.sqrt(share * (1 - share) / total + Z * Z / (4 * total * total))
    scale = 1 + Z * Z / total
    return (centre - reach) / scale, (centre + reach) / scale


def in_words(share: float) -> str:
    """A share (0-1) as a word: hardly ever, seldom, sometimes, often, mostly.

    Never "never": the labels are judged one by one, and a single line that was misread would refute it.
    """
    for bound, word in ((0.005, "hardly ever"), (0.15, "seldom"), (0.35, "sometimes"), (0.60, "often")):
        if share < bound:
            return word
    return "mostly"


def prominent_share(
    lines: Sequence[tuple[JudgedPage, Copy]], hits: Callable[[Copy], bool], weights: dict[Region, float] | None
) -> float:
    """The share (0-1) of lines that hit, each weighted by its screen; pages count by their number of lines.

    A screen's weight is shared among its lines and renormalised over the screens that a page has; without weights
    every line counts alike.
    """
    if not lines:
        return 0.0
    if weights is None:
        return sum(hits(copy) for _, copy in lines) / len(lines)
    pages: dict[str, dict[Region, list[Copy]]] = defaultdict(lambda: defaultdict(list))
    for page, copy in lines:
        pages[page.url][copy.unit.region].append(copy)
    total = 0.0
    for screens in pages.values():
        whole = sum(weights[region] for region in screens)
        share = sum(
            weights[region] / whole * sum(map(hits, copies)) / len(copies) for region, copies in screens.items()
        )
        total += share * sum(map(len, screens.values()))
    return total / len(lines)


def focus_copy(page: JudgedPage, *, once: bool) -> list[Copy]:
    """The units of a page's copy proper that are customer, product or company talk, sure or not.

    ``once`` leaves out units that are counted elsewhere on the site.
    """
    return [
        copy
        for copy in page.copy
        if copy.unit.region.is_copy and copy.label.rollup in FOCUS and (copy.counted or not once)
    ]


def profile(
    scope: str, pages: Sequence[JudgedPage], *, once: bool = True, correction: ShareModel | None = None
) -> Profile:
    """The profile of these pages taken together, each unit alike. Twins are left out.

    ``once`` leaves out units counted elsewhere on the site; with ``correction`` the shares are those that the
    classifier's known errors make most plausible, and the interval holds how far they differ from site to site.
    """
    pages = [page for page in pages if not page.twin_of]
    shares = _shares(pages, np.zeros(len(pages), dtype=np.int64), np.ones(1), once=once, correction=correction)
    return _profile(scope, pages, shares, _prominent(pages, once=once), once=once)


@kept
def site_profile(site: Site) -> Profile:
    """The site's profile: focus pages only, page kinds weighted by KIND_WEIGHTS."""
    pages = [page for page in site.pages if page.kind in FOCUS_KINDS and not page.twin_of]
    by_group: dict[str, list[JudgedPage]] = defaultdict(list)
    for page in pages:
        if focus_copy(page, once=True):
            by_group[GROUPS[page.kind]].append(page)
    groups = [group for group in KIND_WEIGHTS if group in by_group]
    if not groups:
        return profile("site", pages)
    weights = np.array([KIND_WEIGHTS[group] for group in groups])
    weights /= weights.sum()
    keep = [page for group in groups for page in by_group[group]]
    strata = np.array([groups.index(GROUPS[page.kind]) for page in keep], dtype=np.int64)
    shares = _shares(keep, strata, weights, once=True, correction=site.correction)
    prominent = dict.fromkeys((roll.value for roll in FOCUS), 0.0)
    for group, weight in zip(groups, weights, strict=True):
        for key, value in _prominent(by_group[group], once=True).items():
            prominent[key] += float(weight) * value
    return _profile("site", pages, shares, {key: round(value, 4) for key, value in prominent.items()}, once=True)


def _profile(
    scope: str, pages: Sequence[JudgedPage], shares: dict[str, Share], prominent: dict[str, float], *, once: bool
) -> Profile:
    counts = dict.fromkeys(Label, 0)
    unsure = specific = 0
    for page in pages:
        for copy in page.copy:
            if not copy.unit.region.is_copy or (once and not copy.counted):
                continue
            unsure += not copy.sure
            counts[copy.label] += 1
            specific += copy.label is Label.OUTCOME and not is_generic(copy.text)
    return Profile(
        scope, len(pages), {label.value: count for label, count in counts.items()}, unsure, specific, shares, prominent
    )


def kind_profiles(site: Site) -> tuple[Profile, ...]:
    """A profile for every page kind present, focus kinds first, in the order of PageKind."""
    kinds = sorted(
        {page.kind for page in site.pages}, key=lambda kind: (kind not in FOCUS_KINDS, list(PageKind).index(kind))
    )
    return tuple(
        profile(kind.value, [page for page in site.pages if page.kind is kind], correction=site.correction)
        for kind in kinds
    )


_LABELS = tuple(Label)


def _answers(page: JudgedPage, *, once: bool) -> list[int]:
    """How often each label was answered for the units of a page's copy proper."""
    counts = Counter(copy.label for copy in page.copy if copy.unit.region.is_copy and (copy.counted or not once))
    return [counts[label] for label in _LABELS]


def _shares(
    pages: Sequence[JudgedPage],
    strata: npt.NDArray[np.int64],
    weights: Floats,
    *,
    once: bool,
    correction: ShareModel | None,
) -> dict[str, Share]:
    """Shares and 95 % intervals by a two-stage bootstrap: pages within their stratum, then units within a page.

    Drawing units as well keeps a stratum of one page (the home page) from having no uncertainty at all. With a
    correction, every draw takes the error of one held-out site as well.
    """
    if not pages:
        return {roll.value: Share(0, 0, None, None, None, "never") for roll in FOCUS}
    read = np.array([_answers(page, once=once) for page in pages], dtype=np.int64)
    counts = read.sum(axis=0) @ _FOLD
    total = int(counts.sum())
    few = [name for name, short in (("lines", total < MIN_UNITS), ("pages", len(pages) < MIN_PAGES)) if short]
    enough = not few
    sums = np.array([[read[strata == stratum].sum(axis=0) for stratum in range(len(weights))]])
    low = high = point = np.zeros(len(FOCUS))
    if enough:
        low = high = point = _mixed(sums.astype(float), weights, correction, None)[0]
        seed = hashlib.blake2s(read.tobytes() + strata.tobytes(), digest_size=8).digest()
        rng = np.random.default_rng(int.from_bytes(seed, "big"))
        draws = np.zeros((DRAWS, len(weights), len(Label)))
        for stratum in range(len(weights)):
            draws[:, stratum, :] = _drawn(read[strata == stratum], rng)
        mixed = _mixed(draws, weights, correction, correction.rate_draws(rng, DRAWS) if correction else None)
        low, high = np.percentile(mixed, [2.5, 97.5], axis=0)
    return {
        roll.value: Share(
            int(counts[column]),
            total,
            round(float(point[column]), 4) if enough else None,
            round(float(min(low[column], point[column])), 4) if enough else None,
            round(float(max(high[column], point[column])), 4) if enough else None,
            # without a percentage the reader has the count alone, and the word must fit it
            in_words(float(point[column]) if enough else counts[column] / max(1, total)),
            "" if enough else f"too few {' and '.join(few)}",
        )
        for column, roll in enumerate(FOCUS)
    }


def _drawn(rows: npt.NDArray[np.int64], rng: np.random.Generator) -> Floats:
    """What DRAWS draws answer, a row each: as many pages as there are, then as many units within each of them.

    A few draws at a time (AT_ONCE); the numbers are those of all at once.
    """
    sizes = rows.sum(axis=1)
    chances = (rows + 1e-9) / (sizes[:, None] + 1e-9 * len(Label))
    step = max(1, AT_ONCE // len(rows))
    small = np.min_scalar_type(len(rows))
    drawn = [
        rng.integers(0, len(rows), size=(min(step, DRAWS - k), len(rows))).astype(small) for k in range(0, DRAWS, step)
    ]
    return np.concatenate([rng.multinomial(sizes[picks], chances[picks]).sum(axis=1) for picks in drawn]).astype(float)


def _mixed(counts: Floats, weights: Floats, correction: ShareModel | None, rates: Floats | None) -> Floats:
    """Focus shares (n, 3) of answered counts (n, strata, 7): corrected, then mixed by the weights of the strata."""
    shares = np.zeros((len(counts), len(weights), len(FOCUS)))
    known = np.zeros((len(counts), len(weights)))
    for stratum in range(len(weights)):
        answered = counts[:, stratum, :]
        true = correction.mixes(answered, rates) if correction else answered
        folded = true @ _FOLD
        sizes = folded.sum(axis=1, keepdims=True)
        shares[:, stratum, :] = np.divide(folded, sizes, out=np.zeros_like(folded), where=sizes > 0)
        known[:, stratum] = weights[stratum] * ((answered @ _FOLD).sum(axis=1) > 0)
    whole = known.sum(axis=1, keepdims=True)
    summed = (shares * known[:, :, None]).sum(axis=1)
    result: Floats = np.divide(summed, whole, out=np.zeros_like(summed), where=whole > 0)
    return result


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


def page_record(page: JudgedPage) -> PageRecord:
    """What a run keeps of a page beside its lines: its counts and its own profile."""
    own = page.page
    words = sum(len(copy.text.split()) for copy in page.copy if copy.unit.region.is_copy)
    alone = profile(own.url, [replace(page, twin_of="")], once=False)
    return PageRecord(
        own.url,
        own.title,
        own.kind,
        own.kind_why,
        own.lang,
        own.snapshot,
        own.readable,
        sum(1 for copy in page.copy if copy.unit.region.is_copy),
        words,
        page.clicks,
        page.twin_of,
        alone,
    )
