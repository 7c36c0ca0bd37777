"""How far the shares of talk could have moved by the label error of the changed lines alone.

A changed line is drawn again and again from what it may truly be: its own label with that label's calibrated
probability, else what the answer turned out to be on held-out copy where it was wrong (the classifier's stored confusion,
read from answer to truth). All else stays, corrected as in :mod:`auditor.focus`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from msgspec import structs

from auditor.changes import Drawn
from auditor.classify import ShareModel
from auditor.classify.shares import FOCUS
from auditor.focus import GROUPS, KIND_WEIGHTS
from auditor.model import Copy, JudgedPage, Label
from auditor.site import FOCUS_KINDS

DRAWS = 2000
"""Draws of an interval: its ends move by less than half a point from seed to seed."""

Floats = npt.NDArray[np.float64]
_FOLD = np.array([[label.rollup is roll for roll in FOCUS] for label in Label], dtype=np.float64)
_GROUPS = tuple(KIND_WEIGHTS)
_LABELS = tuple(Label)
_STEPS = 20
_WEIGHTS = np.array([KIND_WEIGHTS[group] for group in _GROUPS])


@dataclass(frozen=True, slots=True)
class LabelErrors:
    """What the classifier's answers are worth: P(true label | answer) from held-out copy, and the share correction.

    ``truth`` has a row an answer and a column a true label, in the order of :class:`Label`; rows add up to one.
    """

    truth: Floats
    correction: ShareModel

    def chances(self, label: Label, probability: float) -> Floats:
        """What a line answered with this label may truly be: seven chances that add up to one."""
        place = _LABELS.index(label)
        rest: Floats = self.truth[place].copy()
        rest[place] = 0.0
        rest *= (1 - probability) / max(float(rest.sum()), 1e-12)
        rest[place] = probability
        return rest


Key = tuple[int, int, int]
"""Group of page kinds, label, and twentieths of the label's probability: lines of one key are drawn alike."""


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counted lines of one side by group of page kinds (rows) and label (columns): all of them, and the changed ones.

    ``moved`` are those changed alone, ``paired`` those reworded under one label in one group, drawn with their partner.
    """

    answered: Floats
    moved: Counter[Key]
    paired: Counter[Key]

    @property
    def still(self) -> Floats:
        """The lines that did not change."""
        left: Floats = self.answered.copy()
        for (row, column, _), count in (self.moved + self.paired).items():
            left[row, column] -= count
        return left


def redrawn(copy: Copy, number: float | None, errors: LabelErrors) -> Copy:
    """The line under what it may truly be, by a number drawn from 0 to 1; as it is for None, and where a person set its label.

    In a draw it is that for certain: a rule that asks for probabilities must not find there what was drawn otherwise.
    """
    if number is None or copy.overridden is not None:
        return copy
    label = copy.label
    if number >= copy.judgement.probability:
        chances = errors.chances(copy.label, copy.judgement.probability)
        chances[_LABELS.index(copy.label)] = 0.0
        ends = np.cumsum(chances) + copy.judgement.probability
        label = _LABELS[min(int(np.searchsorted(ends, number, side="right")), len(_LABELS) - 1)]
    certain = tuple(float(one is label) for one in _LABELS)
    return structs.replace(copy, judgement=replace(copy.judgement, label=label, probabilities=certain))


def drawn(
    pages: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    common: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    changed: tuple[Collection[str], Collection[str]],
    same: Mapping[str, str],
    errors: LabelErrors,
) -> dict[str, Drawn]:
    """What label error could do to the difference of each share; arguments as in :func:`auditor.diff.shares.moves`."""
    whole = _tallies(pages, changed, same)
    ends = _drawn(whole, errors)
    text = None
    if any(len(side) != len(part) for side, part in zip(pages, common, strict=True)):
        parts = [_tally(_counted_anew(side)) for side in common]
        text = _point(parts[1], errors) - _point(parts[0], errors)
    found = {}
    for column, roll in enumerate(FOCUS):
        low, high = (float(end) for end in np.percentile(ends[:, column], [2.5, 97.5]))
        uncertain = any(side.moved or side.paired for side in whole)
        found[roll.value] = Drawn(None if text is None else float(text[column]), low, high, uncertain)
    return found


def _lines(pages: Sequence[JudgedPage]) -> Iterator[tuple[int, Copy]]:
    """Every counted line with its group of page kinds."""
    for page in pages:
        if page.kind in FOCUS_KINDS and not page.twin_of:
            row = _GROUPS.index(GROUPS[page.kind])
            for copy in page.copy:
                if copy.counted and copy.unit.region.is_copy:
                    yield row, copy


def _tally(pages: Sequence[JudgedPage]) -> _Tally:
    answered = np.zeros((len(_GROUPS), len(Label)))
    for row, copy in _lines(pages):
        answered[row, _LABELS.index(copy.label)] += 1
    return _Tally(answered, Counter(), Counter())


def _tallies(
    pages: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    changed: tuple[Collection[str], Collection[str]],
    same: Mapping[str, str],
) -> tuple[_Tally, _Tally]:
    before, after = _tally(pages[0]), _tally(pages[1])
    old = {copy.unit.id: (row, copy) for row, copy in _lines(pages[0]) if copy.unit.id in changed[0]}
    for row, copy in _lines(pages[1]):
        if copy.unit.id not in changed[1]:
            continue
        key = _key(row, copy)
        was = same.get(copy.unit.id, "")
        if was in old and old[was][0] == row and old[was][1].label is copy.label:
            # one truth for both sides; the surer of the two answers tells how likely it is
            key = max(key, _key(*old.pop(was)))
            before.paired[key] += 1
            after.paired[key] += 1
        else:
            after.moved[key] += 1
    before.moved.update(_key(row, copy) for row, copy in old.values())
    return before, after


def _key(row: int, copy: Copy) -> Key:
    sure = 1.0 if copy.overridden is not None else copy.judgement.probability
    return row, _LABELS.index(copy.label), min(_STEPS, max(0, round(sure * _STEPS)))


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
            copy=tuple(
                structs.replace(copy, counted=first.get(copy.text.casefold()) == copy.unit.id) for copy in page.copy
            ),
        )
        for page in pages
    ]


def _point(tally: _Tally, errors: LabelErrors) -> Floats:
    """The shares as the report states them: all answers corrected, kinds weighted."""
    shares: Floats = _mixed((tally.answered * errors.correction.factors)[None], tally.answered)[0]
    return shares


def _drawn(sides: tuple[_Tally, _Tally], errors: LabelErrors) -> Floats:
    """Draws (n, 3) of the difference of the shares, changed lines by what they may truly be."""
    basis = b"".join(
        side.answered.tobytes() + repr((sorted(side.moved.items()), sorted(side.paired.items()))).encode()
        for side in sides
    )
    rng = np.random.default_rng(int.from_bytes(hashlib.blake2s(basis, digest_size=8).digest(), "big"))
    both = _truths(sides[0].paired, errors, rng)
    shares = [
        _mixed(both + _truths(side.moved, errors, rng) + side.still * errors.correction.factors, side.answered)
        for side in sides
    ]
    return shares[1] - shares[0]


def _truths(lines: Counter[Key], errors: LabelErrors, rng: np.random.Generator) -> Floats:
    """Draws (n, groups, 7) of the true labels of these lines, counted."""
    counts = np.zeros((DRAWS, len(_GROUPS), len(Label)))
    for (row, column, step), count in sorted(lines.items()):
        counts[:, row, :] += rng.multinomial(count, errors.chances(_LABELS[column], step / _STEPS), size=DRAWS)
    return counts


def _mixed(counts: Floats, answered: Floats) -> Floats:
    """Focus shares (n, 3) of counts (n, groups, 7), groups weighted as in :func:`auditor.focus.site_profile`."""
    folded = counts @ _FOLD
    sizes = folded.sum(axis=2, keepdims=True)
    shares = np.divide(folded, sizes, out=np.zeros_like(folded), where=sizes > 0)
    weights = _WEIGHTS * ((answered @ _FOLD).sum(axis=1) > 0)
    result: Floats = (shares * weights[None, :, None]).sum(axis=1) / max(float(weights.sum()), 1e-12)
    return result
