"""Bars of the profile: plain numbers for SVG, in percent of the width so that they fit every screen undistorted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import Label, PageKind, Profile, Rollup, Run, Share
from auditor.report.words import (
    APART,
    FOCUS,
    GROUPS,
    KINDS,
    WIDE,
    counted,
    estimate,
    in_percent,
    number,
    percent,
    span,
)
from auditor.text import listed

FEW = 15
"""Up to this many lines a bar is drawn as one block a line, so that nobody reads a share into it."""

BLOCK = 20
"""Pixels from one block to the next."""

ROOM = 5.0
"""Percent of the width a segment needs to carry its number."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One coloured stretch: ``x`` and ``width`` in percent; ``text`` is written in it where there is room."""

    group: str
    x: float
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words. ``whisker`` is the customer share's interval and best value in percent; ``blocks`` are (group, x in pixels)
    of one block a line, empty where stretches are drawn.
    """

    id: str
    name: str
    note: str
    label: str
    segments: tuple[Segment, ...]
    whisker: tuple[float, float, float] | None
    blocks: tuple[tuple[str, int], ...]
    figures: tuple[tuple[str, int | None, str], ...]


def group_counts(counts: Mapping[str, int]) -> dict[Rollup, int]:
    """Lines per group from lines per label."""
    result = dict.fromkeys(Rollup, 0)
    for label in Label:
        result[label.rollup] += counts.get(label.value, 0)
    return result


def lines_bar(ident: str, name: str, profile: Profile, *, every: bool = False, note: str = "") -> Bar:
    """A bar of counted lines: customer, product and company, or all five groups with ``every``."""
    counts = group_counts(profile.counts)
    groups = tuple(Rollup) if every else FOCUS
    total = sum(counts[group] for group in groups)
    share = profile.shares.get(Rollup.CUSTOMER.value)
    whisker = None if every else _whisker(share)
    if share is not None and share.why and share.total and not every:
        note = f"{note}, {share.why} for a percentage".removeprefix(", ")
    elif whisker and share is not None:
        note = f"{note}, customer share {estimate(share)}".removeprefix(", ")
    figures = tuple(
        (GROUPS[group][0], counts[group], _said(profile.shares.get(group.value)) if not every else "")
        for group in groups
    )
    spoken = listed([f"{GROUPS[group][0].lower()} {number(counts[group])}" for group in groups if counts[group]])
    label = f"{name}: {counted(total, 'line')}; {spoken}." if total else f"{name}: no lines to show."
    return Bar(
        ident,
        name,
        note,
        label,
        _segments({group.value: float(counts[group]) for group in groups}, texts=True),
        whisker,
        _blocks({group.value: counts[group] for group in groups}) if total < FEW else (),
        figures,
    )


def share_bar(ident: str, name: str, shares: Mapping[str, float], note: str, whisker: Share | None = None) -> Bar:
    """A bar of weighted shares, which are no counts."""
    total = sum(shares.get(group.value, 0.0) for group in FOCUS) or 1.0
    parts = {group: shares.get(group.value, 0.0) / total for group in FOCUS}
    spoken = listed([f"{GROUPS[group][0].lower()} {percent(parts[group])}" for group in FOCUS])
    segments = _segments({group.value: value for group, value in parts.items()}, texts=False)
    labelled = tuple(
        Segment(
            seg.group,
            seg.x,
            seg.width,
            percent(parts[Rollup(seg.group)]).replace("\u00a0", "") if seg.width > 8 else "",
        )
        for seg in segments
    )
    figures = tuple((GROUPS[group][0], None, percent(parts[group])) for group in FOCUS)
    return Bar(ident, name, note, f"{name}: {spoken}.", labelled, _whisker(whisker), (), figures)


def site_bars(run: Run) -> list[Bar]:
    """The site three ways: every line alike, pages weighted, and screens weighted; the first alone without percentages."""
    profile = run.profile
    shares = {key: share.value for key, share in profile.shares.items() if share.value is not None}
    bars = [lines_bar("bar-lines", "Every line alike", plain(profile))]
    customer = profile.shares.get(Rollup.CUSTOMER.value)
    if not customer or customer.low is None or customer.high is None or customer.high - customer.low >= WIDE:
        return bars
    if len(shares) == len(FOCUS):
        note = f"corrected for misread lines, customer share {span(customer.low, customer.high)}"
        bars.append(share_bar("bar-pages", "Weighted by kind of page", shares, note, customer))
    if profile.prominent and sum(profile.prominent.values()) > 0 and shares:
        bars.append(share_bar("bar-screens", "Weighted by screen", profile.prominent, "heuristic"))
    return bars


def weighed(run: Run) -> bool:
    """Whether the lines, counted alike, say otherwise than the weighted shares: one of the three lies outside its own range."""
    shares = run.profile.shares
    customer = shares.get(Rollup.CUSTOMER.value)
    if customer is None or not in_percent(customer):
        return False
    return any(
        share.total
        and share.low is not None
        and share.high is not None
        and not share.low <= share.count / share.total <= share.high
        for share in shares.values()
    )


def front_bar(run: Run) -> Bar:
    """The bar of the first screen: what the sentence over it says, counted lines or the weighted shares."""
    if not weighed(run):
        return lines_bar("bar-front", "The site", plain(run.profile))
    values = {key: share.value or 0.0 for key, share in run.profile.shares.items()}
    return share_bar("bar-front", "The site", values, "")


def kind_bars(run: Run) -> tuple[list[Bar], list[Bar]]:
    """A bar for each page kind: those within the measure of focus, and those apart from it."""
    within, apart = [], []
    for profile in run.profiles:
        kind = PageKind(profile.scope)
        name = KINDS[kind]
        if kind in APART:
            apart.append(lines_bar(f"bar-{kind.value}", name, profile, every=True, note=counted(profile.pages, "page")))
        else:
            within.append(lines_bar(f"bar-{kind.value}", name, profile, note=counted(profile.pages, "page")))
    return within, apart


def mini(profile: Profile) -> tuple[Segment, ...]:
    """The small bar of one page in the table of pages."""
    counts = group_counts(profile.counts)
    return _segments({group.value: float(counts[group]) for group in FOCUS}, texts=False)


def plain(profile: Profile) -> Profile:
    """The site's profile without its interval, which belongs to the weighted shares and not to the plain counts."""
    shares = {key: Share(s.count, s.total, None, None, None, s.word, s.why) for key, s in profile.shares.items()}
    return Profile(
        profile.scope, profile.pages, profile.counts, profile.unsure, profile.specific, shares, profile.prominent
    )


def _segments(values: Mapping[str, float], *, texts: bool) -> tuple[Segment, ...]:
    total = sum(values.values())
    if total <= 0:
        return ()
    result = []
    x = 0.0
    for group, value in values.items():
        width = 100 * value / total
        if value > 0:
            text = number(int(value)) if texts and width >= ROOM else ""
            result.append(Segment(group, _tidy(x), _tidy(width), text))
        x += width
    return tuple(result)


def _blocks(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    groups = [group for group, count in counts.items() for _ in range(count)]
    return tuple((group, index * BLOCK) for index, group in enumerate(groups))


def _whisker(share: Share | None) -> tuple[float, float, float] | None:
    if share is None or share.low is None or share.high is None or share.value is None:
        return None
    return _tidy(share.low * 100), _tidy(share.high * 100), _tidy(share.value * 100)


def _said(share: Share | None) -> str:
    """A share in its cell of the table: why one is told in a word stands once, in the note."""
    if share is None:
        return ""
    return estimate(share) if in_percent(share) or not share.total else share.word


def _tidy(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 2)
