"""The fast model: hashed n-grams times a table of weights, numpy only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

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

KNOWN_TEXTS = 1 << 13
"""Texts and contexts whose shares are kept, twice as many at most: menus, headings and repeated lines come back within that many."""
AT_ONCE = 128
"""Texts whose features are added up together: enough to pay for the calls, few enough for a small table of their rows."""
_CONTEXTS = ((3, "b"), (4, "h"), (5, "p"))
"""Place in BLOCKS and mark of each context, in the order of a view."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Share = list[float]
"""What something gives to each label."""


class Recent(Generic[K, V]):
    """What was worked out lately, by key, at most about twice ``most``.

    Threads may share it: what is found never differs, only whether it is found.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._new: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def of(self, keys: Iterable[K]) -> dict[K, V]:
        """What is known of these."""
        new, old = self._new, self._old
        return {key: found for key in keys if (found := new.get(key, old.get(key))) is not None}

    def keep(self, found: Mapping[K, V]) -> None:
        """Keep these, and let go of the oldest where there are too many."""
        if len(self._new) >= self._most:
            self._old, self._new = self._new, {}
        self._new.update(found)

    def all_of(self, keys: Iterable[K], work_out: Callable[[Sequence[K]], Sequence[V]]) -> dict[K, V]:
        """What is to be said of these, worked out some at a time where it is not known."""
        wanted = dict.fromkeys(keys)
        known = self.of(wanted)
        missing = [key for key in wanted if key not in known]
        for begin in range(0, len(missing), AT_ONCE):
            some = missing[begin : begin + AT_ONCE]
            known.update(zip(some, work_out(some), strict=True))
        if missing:
            self.keep(known)
        return known


class LinearModel:
    """Weights of the seven labels for every hashed feature; rows that say nothing are not stored."""

    def __init__(self, table: Floats, bias: Floats) -> None:
        self._table = table.astype(np.float64)  # what is added up in double precision is not turned into it each time
        self._bias = bias.astype(np.float64)
        self._own: Recent[tuple[str, str], Share] = Recent(KNOWN_TEXTS)
        self._context: Recent[tuple[int, str, str], Share] = Recent(KNOWN_TEXTS)
        self._pulls: Recent[str, Share] = Recent(KNOWN_WORDS)
        self._shapes = lru_cache(KNOWN_WORDS)(self._shape_share)

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
        if not views:
            return np.empty((0, len(Label)))
        texts = [(text, role) for (text, *_), role in zip(views, roles, strict=True)]
        own = self._own.all_of(texts, self._own_shares)
        rows = np.array([own[text] for text in texts])
        for place, (block, mark) in enumerate(_CONTEXTS, 1):
            around = [(block, mark, view[place]) for view in views]
            given = self._context.all_of(around, self._context_shares)
            rows += np.array([given[context] for context in around])
        result: Doubles = rows + self._bias
        return result

    def _own_shares(self, asked: Sequence[tuple[str, str]]) -> list[Share]:
        """What units' own features give to each label: words, characters, shape."""
        found = self._sums([block for text, _ in asked for block in text_features(text)], (0, 1))
        shapes = [self._shapes(shape_of(text, role)) for text, role in asked]
        shares: list[Share] = (found[0::2] + found[1::2] + np.array(shapes)).tolist()
        return shares

    def _shape_share(self, shape: Shape) -> Share:
        """What a shape gives to each label."""
        share: Share = self._sums([shape_hashes(shape)], (2,))[0].tolist()
        return share

    def _context_shares(self, asked: Sequence[tuple[int, str, str]]) -> list[Share]:
        """What contexts give to each label."""
        blocks = [context_features(mark, text) for _, mark, text in asked]
        shares: list[Share] = self._sums(blocks, [block for block, _, _ in asked]).tolist()
        return shares

    def _sums(self, blocks: Sequence[Collection[int]], kinds: Sequence[int]) -> Doubles:
        """The weights of each block of features added up, a row a block; ``kinds`` are their places in BLOCKS, over and over.

        The sums are exact in any order: a weight has 24 binary digits, its last one worth 2 ** -29 or more, and double
        precision holds 53.
        """
        counts = list(map(len, blocks))
        total = np.zeros((len(blocks), len(Label)))
        full = [place for place, count in enumerate(counts) if count]
        if not full:
            return total
        hashes = np.fromiter(chain.from_iterable(blocks), np.int64, sum(counts)) & (ROWS - 1)
        starts = np.cumsum([0, *(counts[place] for place in full[:-1])])
        sums = np.add.reduceat(self._table.take(hashes, axis=0), starts, axis=0)
        weights = [BLOCKS[kinds[place % len(kinds)]][1] / counts[place] ** 0.5 for place in full]
        total[full] = sums * np.array(weights)[:, None]
        return total

    def _margins(self, words: Sequence[str]) -> list[Share]:
        """How much words by themselves pull towards each label, beyond the mean of their pull towards the others."""
        given = np.array(self._own_shares([(word, "") for word in words]))
        rest = (given.sum(axis=1, keepdims=True) - given) / (len(Label) - 1)
        margins: list[Share] = (given - rest).tolist()
        return margins

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]:
        """How much each word of the text pulls towards a label: start, end, pull (see :meth:`word_pulls`)."""
        return self.word_pulls([(item.text, label)])[0]

    def word_pulls(self, asked: Sequence[tuple[str, int]]) -> list[list[tuple[int, int, float]]]:
        """How much each word of each text pulls towards the label beside it: start, end, pull.

        The pull of a word is the drop of the label's margin over the mean of the others when the word is left out of
        its own n-grams; the features are linear, so this is a sum of their weights.
        """
        places = [[(match[0], match.start(), match.end()) for match in WORD.finditer(text)] for text, _ in asked]
        pulls = self._pulls.all_of((word for found in places for word, _, _ in found), self._margins)
        return [
            [(start, end, pulls[word][label]) for word, start, end in found]
            for found, (_, label) in zip(places, asked, strict=True)
        ]
