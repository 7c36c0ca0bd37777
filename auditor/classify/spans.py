"""Words of a text with their places, and the spans that carried a label."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:[''’.,\-–/%][^\W_]+)*[%°]?")
_LITTLE = frozenset(
    "a an and are as at be been by for from has have in is it its of on or that the their this to was were will with "
    "than then there these those but so "
    "you your we our us".split()
)


def words_with_places(text: str) -> list[tuple[int, int]]:
    """Start and end of every word."""
    return [(match.start(), match.end()) for match in _WORD.finditer(text)]


def spans_of(text: str, pulls: Sequence[tuple[int, int, float]], most: int = 3) -> tuple[str, ...]:
    """The strongest words as exact substrings of the text, neighbours joined, strongest first.

    Kept are the words that pull at least a third as much as the strongest one, and no more than two in five of them
    (a context-reading model spreads its reasons over the sentence); little words only inside a span.
    """
    strong = max((pull for _, _, pull in pulls), default=0.0)
    if strong <= 0:
        return ()
    ranked = sorted((pull for start, end, pull in pulls if text[start:end].lower() not in _LITTLE), reverse=True)
    least = max(strong / 3, ranked[min(len(ranked), math.ceil(0.4 * len(ranked)) + 1) - 1] if ranked else strong)
    runs: list[tuple[int, int, float]] = []
    joined = False
    for start, end, pull in pulls:
        little = text[start:end].lower() in _LITTLE
        if pull < least or (little and not joined):
            joined = False
            continue
        if joined:
            first, _, total = runs[-1]
            runs[-1] = (first, end, total + pull)
        else:
            runs.append((start, end, pull))
        joined = True
    runs.sort(key=lambda run: (-run[2], run[0]))
    trimmed = (_trim(text[start:end]) for start, end, _ in runs[:most])
    return tuple(dict.fromkeys(span for span in trimmed if span))


def _trim(span: str) -> str:
    """A span without little words at its end."""
    words = list(re.finditer(r"\S+", span))
    while words and words[-1].group().lower() in _LITTLE:
        words.pop()
    return span[: words[-1].end()] if words else ""
