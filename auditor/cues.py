"""Cues of a regular expression: a cheap look at a text before an expensive search.

What must stand in every text that an expression matches is read from the expression itself. That takes as long as to
compile it, so the cues of the word lists' patterns are worked out once, with ``python -m tests.docs``, and kept in
``data/cues.json`` under a digest of each pattern; a pattern that is not there yet is worked out when it is asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from hashlib import blake2s
from importlib import resources
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as syntax  # type: ignore[attr-defined]
from typing import Any, NamedTuple

KEPT = "cues.json"
"""The file of cues under ``data``."""


class Cue(NamedTuple):
    """What a text must show for a pattern to match it, in any case.

    It holds one of ``strings`` in lower case (the empty one stands in every text) and ``digits`` digits in a row;
    ``begins`` says that the pattern matches at its beginning alone.
    """

    strings: tuple[str, ...]
    digits: int
    begins: bool


def cue_of(pattern: str) -> Cue:
    """The cue of a pattern, as it is kept or else worked out."""
    kept = _kept().get(digest(pattern))
    return Cue(tuple(kept[0]), kept[1], kept[2]) if kept else work_out(pattern)


def work_out(pattern: str) -> Cue:
    """The cue of a pattern, read from the pattern; raises re.error where it is none."""
    parsed = syntax.parse(pattern, re.I)
    return Cue(tuple(sorted(_needed(parsed))), _digits(parsed), parsed[0] == _AT_START)


def digest(pattern: str) -> str:
    """What a pattern's cue is kept under."""
    return blake2s(pattern.encode(), digest_size=8).hexdigest()


def text(patterns: Iterable[str]) -> str:
    """The file of the cues of these patterns, a line each."""
    found = {digest(pattern): work_out(pattern) for pattern in patterns}
    lines = (f'"{key}": {json.dumps(list(cue), ensure_ascii=False)}' for key, cue in sorted(found.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def _kept() -> dict[str, Any]:
    place = resources.files("auditor") / "data" / KEPT
    found: dict[str, Any] = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
    return found


_NONE_SURE = frozenset({""})
"""The cues of a pattern that promises no literal: the empty string stands in every text."""


def _digits(sequence: Iterable[Any]) -> int:
    return max((_digits_of(part, detail) for part, detail in sequence), default=0)


def _digits_of(part: Any, detail: Any) -> int:
    """How many digits in a row one part of a parsed pattern takes at least."""
    if part is ops.LITERAL:
        return int(chr(detail).isdecimal())
    if part is ops.IN:
        return int(all(one == _ANY_DIGIT or (one[0] is ops.LITERAL and chr(one[1]).isdecimal()) for one in detail))
    if part is ops.BRANCH:
        return min(map(_digits, detail[1]))
    if part is ops.SUBPATTERN:
        return _digits(detail[3])
    if part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0:
        least, _, body = detail
        return least if len(body) == 1 and body[0][0] is ops.IN and _digits(body) else _digits(body)
    return 0


_ANY_DIGIT = (ops.CATEGORY, ops.CATEGORY_DIGIT)
_AT_START = (ops.AT, ops.AT_BEGINNING)


def _needed(sequence: Iterable[Any]) -> frozenset[str]:
    """The most telling of what the parts of a parsed pattern need: every part has to match, so one of them is enough."""
    offers = [_NONE_SURE]
    runs = _NONE_SURE  # the strings of which one stands before the next part
    for part, detail in sequence:
        whole = _strings(part, detail)
        if whole is not None and len(runs) * len(whole) <= _MOST:
            runs = _joined(runs, whole)
            continue
        heads = _heads([(part, detail)])
        offers.append(_joined(runs, heads) if len(runs) * len(heads) <= _MOST else runs)
        runs = _NONE_SURE
        if part is ops.BRANCH:
            offers.append(frozenset[str]().union(*map(_needed, detail[1])))
        elif part is ops.SUBPATTERN:
            offers.append(_needed(detail[3]))
        elif part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0:
            offers.append(_needed(detail[2]))
    offers.append(runs)
    return max(offers, key=lambda offer: (min(map(len, offer)), -len(offer)))


_MOST = 48
"""Strings that are followed side by side through a pattern."""


def _joined(runs: Iterable[str], ends: Iterable[str]) -> frozenset[str]:
    return frozenset(run + end for run in runs for end in ends)


def _strings(part: Any, detail: Any) -> frozenset[str] | None:
    """All that a part of a parsed pattern takes of a text in lower case, where that is a few strings."""
    if part is ops.LITERAL:
        return frozenset({chr(detail).lower()})
    if part in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):  # takes nothing
        return _NONE_SURE
    if part is ops.IN and all(kind is ops.LITERAL for kind, _ in detail):
        return frozenset(chr(value).lower() for _, value in detail)
    if part is ops.SUBPATTERN:
        return _all_strings(detail[3])
    if part is ops.BRANCH:
        found = [_all_strings(option) for option in detail[1]]
        return frozenset[str]().union(*(one for one in found if one is not None)) if None not in found else None
    return None


def _all_strings(sequence: Iterable[Any]) -> frozenset[str] | None:
    runs = _NONE_SURE
    for part, detail in sequence:
        whole = _strings(part, detail)
        if whole is None or len(runs) * len(whole) > _MOST:
            return None
        runs = _joined(runs, whole)
    return runs


def _heads(sequence: Iterable[Any]) -> frozenset[str]:
    """Strings of which one begins whatever a parsed pattern takes of a text in lower case."""
    runs = _NONE_SURE
    for part, detail in sequence:
        whole = _strings(part, detail)
        if whole is not None and len(runs) * len(whole) <= _MOST:
            runs = _joined(runs, whole)
            continue
        heads = _NONE_SURE
        if part is ops.BRANCH:
            heads = frozenset[str]().union(*map(_heads, detail[1]))
        elif part is ops.SUBPATTERN:
            heads = _heads(detail[3])
        elif part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0:
            heads = _heads(detail[2])
        return _joined(runs, heads) if len(runs) * len(heads) <= _MOST else runs
    return runs
