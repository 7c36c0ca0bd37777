"""Near-identical pages: a small fingerprint of a page's copy, and how alike two are.

The fingerprint holds the smallest hashes of the word runs of the copy (a bottom-k sketch). The words of the page's own
name (heading, address) are left out first, so that a row of product pages made from one template comes out alike.
"""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable

from auditor.model import Page, Unit
from auditor.text import normal, words

SIZE = 64
"""Hashes kept of a page."""
RUN = 4
"""Words hashed together."""


def shingles(units: Iterable[Unit], own: Iterable[str]) -> tuple[int, ...]:
    """The fingerprint of a page's copy; ``own`` are texts that name the page (its words do not count)."""
    names = {word for text in own for word in words(normal(text)) if len(word) > 2}
    sequence = [word for unit in units if unit.region.is_copy for word in words(normal(unit.text)) if word not in names]
    if len(sequence) < RUN:
        return ()
    hashes = {zlib.crc32(" ".join(sequence[place : place + RUN]).encode()) for place in range(len(sequence) - RUN + 1)}
    return tuple(heapq.nsmallest(SIZE, hashes))


def similarity(a: Page, b: Page) -> float:
    """How alike the copy of two pages is, 0 to 1 (an estimate of shared word runs over all word runs)."""
    if a.digest and a.digest == b.digest:
        return 1.0
    if not a.shingles or not b.shingles:
        return 0.0
    ours, theirs = set(a.shingles), set(b.shingles)
    smallest = heapq.nsmallest(SIZE, ours | theirs)
    return sum(1 for value in smallest if value in ours and value in theirs) / len(smallest)
