"""Near-identical pages: a small fingerprint of a page's copy, and how alike two are.

The fingerprint is a min-hash signature of the copy's word runs (one permutation in 64 bins, empty bins borrowing from
the next full one: Shrivastava and Li 2014), so that the share of equal places estimates the share of equal runs. The
words of the page's own name (heading, address) are left out first: a row of product pages made from one template comes
out alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import accumulate

from auditor.extract.tree import COPY
from auditor.model import Page, Unit
from auditor.text import normal, words

SIZE = 64
"""Places of a fingerprint."""
RUN = 4
"""Words hashed together."""
_BORROWED = 1 << 27
"""Added for each step that a value was borrowed over (hashes within a bin are smaller)."""
_NONE = 1 << 32
"""Above all hashes."""


def shingles(units: Iterable[Unit], own: Iterable[str]) -> tuple[int, ...]:
    """The fingerprint of a page's copy, () where it is too short; ``own`` are texts that name the page."""
    names = {word for text in own for word in words(normal(text)) if len(word) > 2}
    whole = normal(" ".join([unit.text for unit in units if unit.region in COPY]))
    sequence = [word for word in words(whole) if word not in names]
    if len(sequence) < RUN:
        return ()
    line = " ".join(sequence).encode()
    starts = list(accumulate([len(word) + 1 for word in line.split(b" ")], initial=0))
    runs = [line[start : end - 1] for start, end in zip(starts, starts[RUN:], strict=False)]
    least = [_NONE] * SIZE
    for value in map(zlib.crc32, runs):
        if value < least[value % SIZE]:
            least[value % SIZE] = value
    return tuple(_borrow([-1 if value == _NONE else value // SIZE for value in least]))


def _borrow(bins: list[int]) -> list[int]:
    """The bins with each empty one filled from the next full one to its right, round the end."""
    filled = list(bins)
    value, steps = -1, 0
    for place in range(2 * SIZE - 1, -1, -1):
        here = place % SIZE
        if bins[here] >= 0:
            value, steps = bins[here], 0
        elif value >= 0:
            steps += 1
            filled[here] = value + steps * _BORROWED
    return filled


def similarity(a: Page, b: Page) -> float:
    """How alike the copy of two pages is, 0 to 1: an estimate of shared word runs over all word runs."""
    if a.digest and a.digest == b.digest:
        return 1.0
    if not a.shingles or not b.shingles:
        return 0.0
    return sum(ours == theirs for ours, theirs in zip(a.shingles, b.shingles, strict=False)) / SIZE
