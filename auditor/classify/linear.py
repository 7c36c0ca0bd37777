"""The fast model: hashed n-grams times a table of weights, numpy only."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.classify.features import ROWS, hashed
from auditor.classify.spans import words_with_places
from auditor.model import Item, Label

Floats = npt.NDArray[np.float32]


class LinearModel:
    """Weights of the seven labels for every hashed feature; rows that say nothing are not stored."""

    def __init__(self, table: Floats, bias: Floats) -> None:
        self._table = table
        self._bias = bias

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

    def logits(self, item: Item) -> Floats:
        """The seven logits of an item."""
        indices, weights = hashed(item)
        result: Floats = weights @ self._table[indices] + self._bias
        return result

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]:
        """How much each word of the text pulls towards a label: start, end, pull.

        The pull of a word is the drop of the label's margin over the mean of the others when the word is left out of
        its own n-grams; the features are linear, so this is a sum of their weights.
        """
        places = words_with_places(item.text)
        if not places:
            return []
        pulls = []
        for start, end in places:
            indices, weights = hashed(Item(text=item.text[start:end]))
            rows = self._table[indices]
            margin = rows[:, label] - (rows.sum(axis=1) - rows[:, label]) / (rows.shape[1] - 1)
            pulls.append((start, end, float(weights @ margin)))
        return pulls
