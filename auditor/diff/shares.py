"""How far the shares of talk moved, and whether the label error of the changed lines alone could have done it.

Lines that did not change carry the same label on both sides, so whatever is wrong with it cancels. A changed line is
drawn again and again from what its answer turned out to be on held-out copy (the classifier's stored confusion, read
from answer to truth); the unchanged ones stay as they are, corrected as in :mod:`auditor.focus`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from auditor.classify import ShareModel
from auditor.diff.nouns import Move
from auditor.focus import FOCUS, GROUPS, KIND_WEIGHTS
from auditor.model import JudgedPage, Label, Profile, Share
from auditor.site import FOCUS_KINDS

DRAWS = 2000
"""Draws of an interval: its ends move by less than half a point from seed to seed."""

Floats = npt.NDArray[np.float64]
_FOLD = np.array([[label.rollup is roll for roll in FOCUS] for label in Label], dtype=np.float64)
_GROUPS = tuple(KIND_WEIGHTS)
_WEIGHTS = np.array([KIND_WEIGHTS[group] for group in _GROUPS])


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """What the classifier's answers are worth: P(true label | answer) from held-out copy, and the share correction.

    ``truth`` has a row an answer and a column a true label, in the order of :class:`Label`; rows add up to one.
    """

    truth: Floats
    correction: ShareModel


@dataclass(frozen=True, slots=True)
class _Tally:
    """Lines of one side by group of page kinds (rows) and label (columns): those unchanged, those changed."""

    still: Floats
    moved: Floats


def moves(
    before: Profile,
    again: Profile,
    after: Profile,
    pages: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    changed: tuple[Collection[str], Collection[str]],
    common: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    errors: LabelErrors,
) -> tuple[Move, ...]:
    """The move of the customer, product and company share of the site.

    ``pages`` are those of the earlier run (by the later method) and of the later one, ``changed`` the ids of their
    changed units, ``common`` the pages that both runs read: what moved on these is TEXT, the rest SCOPE.
    """
    whole = [_tally(side, ids) for side, ids in zip(pages, changed, strict=True)]
    drawn = _drawn(whole, errors)
    text = None
    if any(len(side) != len(part) for side, part in zip(pages, common, strict=True)):
        parts = [_tally(_counted_anew(side), ids) for side, ids in zip(common, changed, strict=True)]
        text = _point(parts[1], errors) - _point(parts[0], errors)
    found = []
    for column, roll in enumerate(FOCUS):
        first, middle, last = (side.shares[roll.value] for side in (before, again, after))
        counts = (middle.count, middle.total, last.count, last.total)
        if middle.value is None or last.value is None:
            why = "too few pages or lines for a percentage"
            found.append(Move(roll.value, first.value, middle.value, last.value, counts=counts, why=why))
            continue
        total = last.value - middle.value
        part = total if text is None else float(text[column])
        low, high = (float(end) for end in np.percentile(drawn[:, column], [2.5, 97.5]))
        called = any(side.moved.sum() for side in whole) and (low > 0 or high < 0)
        found.append(
            Move(
                roll.value,
                first.value,
                middle.value,
                last.value,
                method=None if first.value is None else round(middle.value - first.value, 4),
                scope=round(total - part, 4),
                text=round(part, 4),
                low=round(min(low, total), 4),
                high=round(max(high, total), 4),
                called=bool(called and (total > 0) == (low > 0)),
                counts=counts,
            )
        )
    return tuple(found)


def withheld(before: Share, after: Share, name: str, why: str) -> Move:
    """A share of which only the counts may be told."""
    return Move(name, None, None, None, counts=(before.count, before.total, after.count, after.total), why=why)


def _tally(pages: Sequence[JudgedPage], changed: Collection[str]) -> _Tally:
    still, moved = (np.zeros((len(_GROUPS), len(Label))) for _ in range(2))
    labels = list(Label)
    for page in pages:
        if page.kind not in FOCUS_KINDS or page.twin_of:
            continue
        row = _GROUPS.index(GROUPS[page.kind])
        counts: Counter[tuple[bool, Label]] = Counter(
            (copy.unit.id in changed, copy.label) for copy in page.copy if copy.counted and copy.unit.region.is_copy
        )
        for (is_changed, label), count in counts.items():
            (moved if is_changed else still)[row, labels.index(label)] += count
    return _Tally(still, moved)


def _counted_anew(pages: Sequence[JudgedPage]) -> list[JudgedPage]:
    """The pages with every line counted where it stands first among these (as :func:`auditor.site.assemble` does)."""
    first: dict[str, str] = {}
    for page in sorted(
        pages, key=lambda page: (10**6 if page.clicks is None else page.clicks, len(page.url), page.url)
    ):
        if not page.twin_of:
            for copy in page.copy:
                if copy.unit.region.is_copy:
                    first.setdefault(copy.text.casefold(), copy.unit.id)
    return [
        replace(
            page,
            copy=tuple(replace(copy, counted=first.get(copy.text.casefold()) == copy.unit.id) for copy in page.copy),
        )
        for page in pages
    ]


def _point(tally: _Tally, errors: LabelErrors) -> Floats:
    """The shares as the report states them: all answers corrected, kinds weighted."""
    answered = tally.still + tally.moved
    shares: Floats = _mixed((answered * errors.correction.factors)[None], answered)[0]
    return shares


def _drawn(sides: Sequence[_Tally], errors: LabelErrors) -> Floats:
    """Draws (n, 3) of the difference of the shares, changed lines by what they may truly be."""
    basis = b"".join(table.tobytes() for side in sides for table in (side.still, side.moved))
    rng = np.random.default_rng(int.from_bytes(hashlib.blake2s(basis, digest_size=8).digest(), "big"))
    shares = []
    for side in sides:
        counts = np.repeat((side.still * errors.correction.factors)[None], DRAWS, axis=0)
        for row, column in zip(*np.nonzero(side.moved), strict=True):
            counts[:, row, :] += rng.multinomial(int(side.moved[row, column]), errors.truth[column], size=DRAWS)
        shares.append(_mixed(counts, side.still + side.moved))
    return shares[1] - shares[0]


def _mixed(counts: Floats, answered: Floats) -> Floats:
    """Focus shares (n, 3) of counts (n, groups, 7), groups weighted as in :func:`auditor.focus.site_profile`."""
    folded = counts @ _FOLD
    sizes = folded.sum(axis=2, keepdims=True)
    shares = np.divide(folded, sizes, out=np.zeros_like(folded), where=sizes > 0)
    weights = _WEIGHTS * ((answered @ _FOLD).sum(axis=1) > 0)
    result: Floats = (shares * weights[None, :, None]).sum(axis=1) / max(float(weights.sum()), 1e-12)
    return result
