"""Words of a text with their places, and the spans that carried a label."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:[''’.,\-–/%][^\W_]+)*[%°]?")
_LITTLE = frozenset(
    "a an and are as at be been by for from has have in is it its of on or that the their this to was were will with "
    "than then there these those but so "
    "you your we our us".split()
)


def words_with_places(text: str) -> list[tuple[int, int]]:
    """Start and end of every word."""
    return [(match.start(), match.end()) for match in WORD.finditer(text)]


def spans_of(text: str, pulls: Sequence[tuple[int, int, float]], most: int = 3) -> tuple[str, ...]:
    """The strongest words as exact substrings of the text, neighbours joined, strongest first.

    Kept are the words that pull at least a third as much as the strongest one, and no more than two in five of them
    (a context-reading model spreads its reasons over the sentence); little words only inside a span.
    """
    strong = max([pull for _, _, pull in pulls], default=0.0)
    if strong <= 0:
        return ()
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that is two in lower case would shift what follows
        lowered = text
    little = [lowered[start:end] in _LITTLE for start, end, _ in pulls]
    ranked = sorted([pull for (_, _, pull), small in zip(pulls, little, strict=True) if not small], reverse=True)
    least = max(strong / 3, ranked[min(len(ranked), math.ceil(0.4 * len(ranked)) + 1) - 1] if ranked else strong)
    runs: list[tuple[float, int, int, bool]] = []
    joined = False
    for (start, end, pull), small in zip(pulls, little, strict=True):
        if pull < least or (small and not joined):
            joined = False
            continue
        if joined:
            total, first, _, _ = runs[-1]
            runs[-1] = (total - pull, first, end, small)
        else:
            runs.append((-pull, start, end, small))
        joined = True
    runs.sort()
    trimmed = (_trim(text[start:end]) if small else text[start:end] for _, start, end, small in runs[:most])
    return tuple(dict.fromkeys(span for span in trimmed if span))


def _trim(span: str) -> str:
    """A span without little words at its end."""
    span = span.rstrip()
    while span:
        *_, last = span.rsplit(None, 1)
        if last.lower() not in _LITTLE:
            break
        span = span[: -len(last)].rstrip()
    return span
