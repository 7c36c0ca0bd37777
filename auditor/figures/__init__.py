"""Figures in a line of copy: what kind each is, its value or range, and the circumstances that the line ties it to.

Pure functions over text. A figure says nothing of who or what it holds for; :mod:`auditor.facts` settles that. Values
are in one unit a kind (:data:`UNITS`), ranges have two ends, an open end is infinite. What a line says of others
("most shops need six weeks"), asks, or only hopes for is no figure. Every pattern is linear in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from ahocorasick_rs import AhoCorasick

from auditor.figures import ages, money, places, times
from auditor.figures.base import ANY, HOPED, OTHERS, UNITS, WORDS, Figure, Kind, circumstances, number, small

__all__ = [
    "ANY", "HOPED", "OTHERS", "UNITS", "WORDS", "Figure", "Kind", "ages", "circumstances", "figures", "number", "small",
]  # fmt: skip


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a line that it states of its own house."""
    return () if text.endswith("?") else tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    cued = {place for cue, _, _ in _CUES.find_matches_as_indexes(lower, overlapping=True) for place in _CUED[cue]}
    if not cued:
        return
    numeric = _NUMERIC.search(lower) is not None
    for place in sorted(cued):
        read, needs_number, _ = _READERS[place]
        if numeric or not needs_number:
            for figure in read(plain):
                before = plain[max(0, figure.start - 60) : figure.start]
                clause = re.split(r"[.;!?]\s", before)[-1]
                if OTHERS.search(clause) or (figure.kind is not Kind.AGES and HOPED.search(clause)):
                    continue
                yield figure


_PLAIN = str.maketrans("‘’“”‐‑\u00a0", "''\"\"-- ")


Reader = Callable[[str], Iterator[Figure]]
_READERS: tuple[tuple[Reader, bool, tuple[str, ...]], ...] = tuple(
    (read, numeric, tuple(cues.split("|")))
    for read, numeric, cues in (
        (times.replies, True, "repl|respon|answer|back|touch|contact|hear|follow|quot|estimate|proposal"),
        (times.deliveries, True, "ship|dispatch|deliver|arriv|lead|turn|production|ready|finish|complete|door|hands|warehouse|made|leave|truck"),
        (times.warranties, False, "warrant|guarantee"),
        (times.returns, False, "return|refund|money|send|sent|final|exchange|change your mind"),
        (times.trials, True, "trial|try |test "),
        (times.cancellations, True, "cancel|terminat"),
        (times.terms, False, "contract|commit|cancel|month|agreement|lock|any time|anytime"),
        (times.stays, False, "night|minimum stay"),
        (places.capacities, True, "sleep|accommodat|seat|guest|people|person|adult|visitor|room for|occupan"),
        (places.rooms, True, "bed|bath|kitchen|room|operator|gym|fireplace|parking"),
        (places.ages, True, "age|old|must be|children|kids|boys|girls|young|pupils"),
        (ages.generations, False, "generation"),
        (money.charges, False, "free|complimentary|no |zero|fee|charge|$|€|£|₹|included|on the house|nothing"),
        (money.sums, True, "$|€|£|₹"),
        (money.shares, False, "%|percent|deposit"),
        (places.places, True, "sq|acre|mile|km|kilomet|check"),
        (places.rules, False, "pet|dog|smok|kitchen|wi-fi|wifi|internet|animal"),
    )
)  # fmt: skip
"""Each reader, whether it needs a number in the text, and strings of which the text must hold one: a cheap look first."""
_MEANT: dict[str, list[int]] = defaultdict(list)
for _place, _reader in enumerate(_READERS):
    for _string in _reader[2]:
        _MEANT[_string].append(_place)
_CUED = tuple(_MEANT.values())
_CUES = AhoCorasick(_MEANT)
_NUMERIC = re.compile(rf"\d|(?:same|next)[- ]|\b(?:with|ins)i(?:n|de) an?\b|\b(?:{WORDS})\b")
