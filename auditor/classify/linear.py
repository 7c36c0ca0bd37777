"""The fast model: hashed n-grams times a table of weights, numpy only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.classify.features import (
    BLOCKS,
    KNOWN_WORDS,
    ROWS,
    Shape,
    context_features,
    shape_hashes,
    shape_of,
    text_features,
)
from auditor.classify.inputs import View, view
from auditor.classify.spans import WORD
from auditor.model import Item, Label

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

KNOWN_TEXTS = 1 << 14
"""Texts and contexts whose shares are kept: menus, headings and repeated lines come back within that many."""


class LinearModel:
    """Weights of the seven labels for every hashed feature; rows that say nothing are not stored."""

    def __init__(self, table: Floats, bias: Floats) -> None:
        self._table = table.astype(np.float64)  # what is added up in double precision is not turned into it each time
        self._bias = bias.astype(np.float64)
        self._own = lru_cache(KNOWN_TEXTS)(self._own_share)
        self._context = lru_cache(KNOWN_TEXTS)(self._context_share)
        self._shapes = lru_cache(KNOWN_WORDS)(self._shape_share)
        self._pulls = lru_cache(KNOWN_WORDS)(self._margins)

    @classmethod
    def load(cls, path: Path) -> LinearModel:
        """Read ``fast.npz``: ``rows`` (indices), ``weights`` (16 bit), ``bias``."""
        with np.load(path, allow_pickle=False) as stored:
            table = np.zeros((ROWS, len(Label)), dtype=np.float32)
            table[stored["rows"]] = stored["weights"].astype(np.float32) * stored["scale"].astype(np.float32)
            return cls(table, stored["bias"].astype(np.float32))

    @staticmethod
    def save(path: Path, table: Floats, bias: Floats, *, least: float = 0.02) -> None:
        """Write the table as 8-bit integers with one scale a label; rows whose weights are all small are left out."""
        rows = np.flatnonzero(np.abs(table).max(axis=1) > least)
        scale = np.abs(table[rows]).max(axis=0) / 127
        weights = np.round(table[rows] / scale).astype(np.int8)
        np.savez_compressed(
            path,
            rows=rows.astype(np.int32),
            weights=weights,
            scale=scale.astype(np.float32),
            bias=bias.astype(np.float32),
        )

    def logits(self, item: Item) -> Doubles:
        """The seven logits of an item."""
        result: Doubles = self.logits_of([view(item)], [item.role])[0]
        return result

    def logits_of(self, views: Sequence[View], roles: Sequence[str]) -> Doubles:
        """The seven logits of each of many items, one a row, from what the model reads of them.

        A text's share is the same wherever it stands, so each is added up once; a row never depends on its neighbours.
        """
        rows = [
            self._own(text, role)
            + self._context(3, "b", before)
            + self._context(4, "h", heading)
            + self._context(5, "p", page)
            for (text, before, heading, page), role in zip(views, roles, strict=True)
        ]
        return np.array(rows) + self._bias if rows else np.empty((0, len(Label)))

    def _own_share(self, text: str, role: str) -> Doubles:
        """What the unit's own features give to each label."""
        return self._sum(text_features(text), 0) + self._shapes(shape_of(text, role))

    def _shape_share(self, shape: Shape) -> Doubles:
        """What a shape gives to each label."""
        return self._sum([shape_hashes(shape)], 2)

    def _context_share(self, block: int, mark: str, text: str) -> Doubles:
        """What one context gives to each label."""
        return self._sum([context_features(mark, text)], block)

    def _sum(self, blocks: Sequence[Collection[int]], first: int) -> Doubles:
        total = np.zeros(len(Label))
        for hashes, (_, weight) in zip(blocks, BLOCKS[first:], strict=False):
            if hashes:
                rows = self._table.take(np.fromiter(hashes, np.int64, len(hashes)) & (ROWS - 1), axis=0)
                total += rows.sum(axis=0) * (weight / len(hashes) ** 0.5)
        return total

    def _margins(self, word: str) -> tuple[float, ...]:
        """How much a word by itself pulls towards each label, beyond the mean of its pull towards the others."""
        given = self._own(word, "")
        rest = (given.sum() - given) / (len(given) - 1)
        return tuple((given - rest).tolist())

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]:
        """How much each word of the text pulls towards a label: start, end, pull.

        The pull of a word is the drop of the label's margin over the mean of the others when the word is left out of
        its own n-grams; the features are linear, so this is a sum of their weights.
        """
        pulls = self._pulls
        return [(match.start(), match.end(), pulls(match[0])[label]) for match in WORD.finditer(item.text)]
