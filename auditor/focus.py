"""How the copy of a scope divides into customer, product and company talk, and how sure that is.

Shares are over units labelled customer, product or company; policy and other stand beside them with their counts.
Every unit counts by its most likely label: leaving out the unsure ones would favour whatever is easy to label. How many
are unsure is said, and each is marked in the copy. A site's figure weighs page kinds by :data:`KIND_WEIGHTS`, so that adding or deleting spec pages does
not move it; a kind that is missing is scope, not a zero. Every figure is a pure function of its input. Of a site too
large for the large model the counts are estimates (:mod:`auditor.classify.estimate`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType

import numpy as np

from auditor.classify import ShareModel
from auditor.classify.estimate import FOLD, Answers, Floats, Ints
from auditor.classify.sample import Candidate, Reading, choose, lines_of
from auditor.classify.shares import FOCUS
from auditor.layout import Layout
from auditor.model import Copy, JudgedPage, Label, Page, PageKind, PageRecord, Profile, Region, Sampled, Share
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

ASIDE = 0.05
"""Weight of the pages of other kinds (support, policy, careers) where the lines that the large model reads are dealt out.

A judgement: they have bars of their own and no part in the site's figure."""

NAMED_FIRST = ("home", "offer", "pricing", "about", "proof")
"""Groups whose pages the large model reads first on a large site, the nearest to the home page before the others."""

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

Z = 1.96
"""Standard deviations either side of the mean that hold 95 of 100 draws of a normal distribution."""


def wilson(hits: float, total: float) -> tuple[float, float]:
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


def chosen_pages(pages: Sequence[Page], laid: Layout, budget: int) -> dict[str, Reading]:
    """Which model reads which page, by URL, where the large one may read ``budget`` lines; 0: all.

    Near-copies of a template count in no share: on a large site they are left to the small model.
    """
    if not budget or sum(map(lines_of, pages)) <= budget:
        return {}

    def importance(page: Page) -> tuple[bool, int, float, int, str]:
        group = GROUPS.get(page.kind, "")
        clicks, length, url = laid.rank(page)
        return page != laid.home, clicks, -KIND_WEIGHTS.get(group, 0.0), length, url

    asked = [
        Candidate(page.url, GROUPS.get(page.kind, ""), lines_of(page), GROUPS.get(page.kind) in NAMED_FIRST)
        for page in sorted(pages, key=importance)
        if page.url not in laid.twins
    ]
    return dict.fromkeys(laid.twins, Reading.SMALL) | choose(asked, KIND_WEIGHTS | {"": ASIDE}, budget)


def sampled(pages: Sequence[JudgedPage]) -> Sampled | None:
    """How much of these pages the large model read; None where one model read them all."""
    if not any(page.small for page in pages):
        return None
    lines = [(lines_of(page.page), not page.small) for page in pages]
    large = sum(count for count, read in lines if read)
    return Sampled(large, sum(count for count, _ in lines), sum(read for _, read in lines), len(pages))


def standing(pages: Sequence[JudgedPage]) -> dict[str, float]:
    """How many pages each of these stands for, by URL, where only those that the large model read are to be counted.

    A drawn page stands for those of its group that were not (by lines, Horvitz and Thompson 1952), one that the small
    model read for none; without a drawn one in its group it stands for itself. Empty where one model read them all.
    """
    if not any(page.small for page in pages):
        return {}
    left: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for page in pages:
        if (page.small or page.beside) and not page.twin_of:
            counted = sum(copy.counted and copy.unit.region.is_copy for copy in page.copy)
            left[GROUPS.get(page.kind, "")][bool(page.beside)] += counted
    found = {}
    for page in pages:
        unread, drawn = left[GROUPS.get(page.kind, "")]
        if page.beside and drawn:
            found[page.url] = 1 + unread / drawn
        elif page.small and drawn:
            found[page.url] = 0.0
    return found


@kept
def site_standing(site: Site) -> dict[str, float]:
    """:func:`standing` of a site's pages."""
    return standing(site.pages)


def share_of(
    lines: Sequence[tuple[JudgedPage, Copy]], hits: Callable[[Copy], bool], stand: Mapping[str, float]
) -> float:
    """The share (0-1) of lines that hit, each counting as many times as its page stands for (:func:`standing`)."""
    if not stand:
        return sum(hits(copy) for _, copy in lines) / len(lines)
    weights = [(stand.get(page.url, 1.0), copy) for page, copy in lines]
    whole = sum(weight for weight, _ in weights)
    return sum(weight * hits(copy) for weight, copy in weights if weight) / whole if whole else 0.0


def lines_worth(lines: Sequence[tuple[JudgedPage, Copy]], stand: Mapping[str, float]) -> float:
    """How many lines drawn alike would tell as much as these, of which some stand for others (Kish 1965, Survey Sampling)."""
    weights = [stand.get(page.url, 1.0) for page, _ in lines]
    return sum(weights) ** 2 / (sum(weight * weight for weight in weights) or 1.0)


def prominent_share(
    lines: Sequence[tuple[JudgedPage, Copy]],
    hits: Callable[[Copy], bool],
    weights: dict[Region, float] | None,
    stand: Mapping[str, float] = MappingProxyType({}),
) -> float:
    """The share (0-1) of lines that hit, each weighted by its screen; pages count by their number of lines, and as they stand.

    A screen's weight is shared among its lines and renormalised over the screens that a page has; without weights
    every line counts alike.
    """
    if not lines:
        return 0.0
    if weights is None:
        return share_of(lines, hits, stand)
    pages: dict[str, dict[Region, list[Copy]]] = defaultdict(lambda: defaultdict(list))
    for page, copy in lines:
        pages[page.url][copy.unit.region].append(copy)
    total = 0.0
    for url, screens in pages.items():
        whole = sum(weights[region] for region in screens)
        share = sum(
            weights[region] / whole * sum(map(hits, copies)) / len(copies) for region, copies in screens.items()
        )
        total += share * sum(map(len, screens.values())) * stand.get(url, 1.0)
    return total / (sum(stand.get(page.url, 1.0) for page, _ in lines) or 1.0)


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
    scope: str,
    pages: Sequence[JudgedPage],
    *,
    once: bool = True,
    correction: ShareModel | None = None,
    met: Ints | None = None,
) -> Profile:
    """The profile of these pages taken together, each unit alike. Twins are left out.

    ``once`` leaves out units counted elsewhere on the site; with ``correction`` the shares are those that the
    classifier's known errors make most plausible, and the interval holds how far they differ from site to site. ``met`` is
    where both models met on the site (:func:`_meetings`); without it every line counts as it was answered.
    """
    pages = [page for page in pages if not page.twin_of]
    strata = np.zeros(len(pages), dtype=np.int64)
    shares, counts = _shares(pages, strata, np.ones(1), once=once, correction=correction, met=met)
    stand = standing(pages) if met is not None else {}
    return _profile(scope, pages, counts, shares, _prominent(pages, stand, once=once), stand, once=once)


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
        return profile("site", pages, met=_meetings(site.pages))
    weights = np.array([KIND_WEIGHTS[group] for group in groups])
    weights /= weights.sum()
    keep = [page for group in groups for page in by_group[group]]
    strata = np.array([groups.index(GROUPS[page.kind]) for page in keep], dtype=np.int64)
    met = _meetings(site.pages)
    shares, counts = _shares(keep, strata, weights, once=True, correction=site.correction, met=met)
    for page in pages:
        if not focus_copy(page, once=True):
            counts = counts + np.array(_answers(page, once=True))
    stand = standing(pages)
    prominent = dict.fromkeys((roll.value for roll in FOCUS), 0.0)
    for group, weight in zip(groups, weights, strict=True):
        for key, value in _prominent(by_group[group], stand, once=True).items():
            prominent[key] += float(weight) * value
    weighed = {key: round(value, 4) for key, value in prominent.items()}
    return _profile("site", pages, counts, shares, weighed, stand, once=True)


def _profile(
    scope: str,
    pages: Sequence[JudgedPage],
    counts: Ints,
    shares: dict[str, Share],
    prominent: dict[str, float],
    stand: Mapping[str, float],
    *,
    once: bool,
) -> Profile:
    unsure, specific = 0, 0.0
    for page in pages:
        for copy, beside in zip_longest(page.copy, page.beside):
            if not copy.unit.region.is_copy or (once and not copy.counted):
                continue
            unsure += not copy.sure
            if Label.OUTCOME in (copy.label, beside) and not is_generic(copy.text):
                specific += copy.label is Label.OUTCOME
                if beside is not None:  # what both say of the sample corrects what the small model says of the rest
                    specific += (stand.get(page.url, 1.0) - 1) * (
                        (copy.label is Label.OUTCOME) - (beside is Label.OUTCOME)
                    )
    told = {label.value: int(count) for label, count in zip(_LABELS, counts, strict=True)}
    many = min(told[Label.OUTCOME.value], max(0, round(specific)))
    return Profile(scope, len(pages), told, unsure, many, shares, prominent)


def kind_profiles(site: Site) -> tuple[Profile, ...]:
    """A profile for every page kind present, focus kinds first, in the order of PageKind."""
    kinds = sorted(
        {page.kind for page in site.pages}, key=lambda kind: (kind not in FOCUS_KINDS, list(PageKind).index(kind))
    )
    met = _meetings(site.pages)
    return tuple(
        profile(kind.value, [page for page in site.pages if page.kind is kind], correction=site.correction, met=met)
        for kind in kinds
    )


_LABELS = tuple(Label)


def _answers(page: JudgedPage, *, once: bool) -> list[int]:
    """How often each label was answered for the units of a page's copy proper."""
    counts = Counter(copy.label for copy in page.copy if copy.unit.region.is_copy and (copy.counted or not once))
    return [counts[label] for label in _LABELS]


def _met(page: JudgedPage, *, once: bool) -> list[int]:
    """How often the small model gave one label and the large one another, on a page that both read: small by large."""
    pairs = Counter(
        (beside, copy.label)
        for beside, copy in zip(page.beside, page.copy, strict=True)
        if copy.unit.region.is_copy and (copy.counted or not once)
    )
    return [pairs[small, large] for small in _LABELS for large in _LABELS]


def _meetings(pages: Sequence[JudgedPage]) -> Ints | None:
    """:func:`_met` of every drawn page of a site, a row each; None where one model read the site."""
    if not any(page.small for page in pages):
        return None
    drawn = [_met(page, once=True) for page in pages if page.beside and not page.twin_of]
    return np.array(drawn, dtype=np.int64).reshape(-1, len(_LABELS) ** 2)


def _shares(
    pages: Sequence[JudgedPage],
    strata: Ints,
    weights: Floats,
    *,
    once: bool,
    correction: ShareModel | None,
    met: Ints | None,
) -> tuple[dict[str, Share], Ints]:
    """Shares and 95 % intervals (:mod:`auditor.classify.estimate`), and beside them how often each label was answered."""
    if not pages:
        return {roll.value: Share(0, 0, None, None, None, "never") for roll in FOCUS}, np.zeros(len(Label), dtype=int)
    nothing = [0] * len(_LABELS) ** 2
    answers = Answers(
        np.array([_answers(page, once=once) for page in pages], dtype=np.int64),
        strata,
        weights,
        np.array([page.small for page in pages]),
        np.array([bool(page.beside) for page in pages]),
        np.array([] if met is None else [_met(page, once=once) if page.beside else nothing for page in pages]),
        met,
    )
    whole = np.rint(answers.counts().sum(axis=0)).astype(np.int64)
    counts = whole @ FOLD
    total = int(counts.sum())
    few = [name for name, short in (("lines", total < MIN_UNITS), ("pages", len(pages) < MIN_PAGES)) if short]
    enough = not few
    low = high = point = np.zeros(len(FOCUS))
    if enough:
        point, low, high = answers.shares(correction)
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
    }, whole


def _prominent(pages: Sequence[JudgedPage], stand: Mapping[str, float], *, once: bool) -> dict[str, float]:
    """Shares where a unit weighs its screen's viewing time, shared among the focus units of that screen; pages as they stand."""
    totals = {roll.value: 0.0 for roll in FOCUS}
    for page in pages:
        screens: dict[Region, list[Copy]] = defaultdict(list)
        for copy in focus_copy(page, once=once):
            screens[copy.unit.region].append(copy)
        weight = sum(SCREEN_WEIGHTS[region] for region in screens)
        for region, copies in screens.items():
            for copy in copies:
                totals[copy.label.rollup.value] += (
                    SCREEN_WEIGHTS[region] / weight / len(copies) * stand.get(page.url, 1.0)
                )
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
