"""A page settles its lines: what its other lines are about is evidence for each of them.

A line read alone is often undecided ("Our results speak for themselves"), and the lines of one page are about like
things. So every line of the copy is judged twice: alone, and then with the mean of what was found of the page's other
lines, as a prior that stands against what is usual. The weights of both, and the thresholds afterwards, are fitted on
held-out vendors (``train.py``). Measured there, cross-validated by vendor: macro-F1 0.673 to 0.691 and roll-up 0.743 to
0.755 (3,157 units, encoder); 0.517 to 0.544 and 0.642 to 0.650 (16,064 units, n-grams). Means over the heading's
block, over role and page, over the whole site and over the nearest lines, beside the page's or in its place, added
nothing more (PROTOCOL.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from auditor.classify.decision import LABELS, Array, Decision, log_softmax
from auditor.classify.inputs import squeeze
from auditor.model import Item, Judgement, Region, Rollup

LEAST_WORDS = 4
"""Lines shorter than this are settled but do not count: buttons and names would drown the copy. With this bound the mean
of what is counted on extracted pages is nearest to that of the labelled units (seven sites, by answers, not labels)."""
PSEUDO = 3.0
"""Imagined lines of the usual mix on every page, so that a page of two lines decides little; 1 to 8 made no difference."""
_FLOOR = 1e-6
_COPY = {"", *(region.value for region in Region if region.is_copy)}


@dataclass(frozen=True, slots=True)
class Settling:
    """How judgements of a page's lines become settled: the usual mix, and a decision over (alone, page)."""

    usual: tuple[float, ...]
    decision: Decision

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Settling:
        """The settling from its part of ``meta.json``."""
        return cls(tuple(float(value) for value in stored["usual"]), Decision.read(stored["decision"]))

    def stored(self) -> dict[str, Any]:
        """The settling as its part of ``meta.json``."""
        return {"usual": [round(value, 5) for value in self.usual], "decision": self.decision.stored()}

    def settle(self, items: Sequence[Item], judgements: Sequence[Judgement]) -> list[Judgement]:
        """The judgements of all lines of one page, in order, settled; ``why`` is kept where the label is.

        Lines outside the copy (menus, footers) stay as they are: they stand on every page. How sure an outcome or a
        problem is goes by the line alone, so that no finding rests on what its page lends to it.
        """
        copy = [row for row, item in enumerate(items) if item.region in _COPY]
        alone = np.array([judgements[row].probabilities for row in copy]).reshape(-1, len(LABELS))
        field = fields([items[row] for row in copy], alone, np.array(self.usual))
        settled = self.decision.probabilities([np.log(np.maximum(alone, _FLOOR)), field])
        out = list(judgements)
        for row, (place, probabilities, unsure, leading) in zip(copy, self.decision.answers(settled), strict=True):
            old, label = out[row], LABELS[place]
            if label.rollup is Rollup.CUSTOMER:
                sure = old.probabilities[place]
                unsure, leading = sure < self.decision.unsure[place], sure >= self.decision.leading[place]
            why = old.why if label is old.label else ()
            out[row] = Judgement(label, probabilities[place], probabilities, unsure, leading, why)
        return out


def fields(items: Sequence[Item], alone: Array, usual: Array) -> Array:
    """Log odds that the page's other lines give each line, a row a line, against the usual mix.

    Equal lines of a page count once, and never for themselves.
    """
    texts = [squeeze(item.text).lower() for item in items]
    first: dict[str, int] = {}
    for row, (item, text) in enumerate(zip(items, texts, strict=True)):
        if item.region in _COPY and len(text.split()) >= LEAST_WORDS:
            first.setdefault(text, row)
    counted = np.zeros(len(items), dtype=bool)
    counted[list(first.values())] = True
    whole = alone[counted].sum(axis=0)
    number = int(counted.sum())
    own = np.array([first.get(text, -1) for text in texts], dtype=np.int64)
    counts_itself = own >= 0
    rest = np.where(counts_itself[:, None], whole - alone[own], whole)
    mixed = (rest + PSEUDO * usual) / (number - counts_itself + PSEUDO)[:, None]
    result: Array = log_softmax(np.log(np.maximum(mixed, _FLOOR)) - np.log(usual))
    return result
