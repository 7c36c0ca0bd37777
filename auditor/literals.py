"""What a regular expression says of the texts that it matches, read from the expression itself: the strings that they hold.

Whoever has many expressions and many texts looks for these strings first (:mod:`auditor.cues`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as syntax  # type: ignore[attr-defined]
from typing import Any

EDGE = "\b"
"""Stands in a text, and in a cue, where a word begins or ends: "art" is in "start", and as a word of its own it is not."""


def edged(small: str) -> str:
    """A text in small letters with its words' edges marked, for looking for cues in it."""
    return EDGE + EDGE.join(_WORDS.findall(small)) + EDGE


_WORDS = re.compile(r"\w+|\W+")


def needed(pattern: str) -> tuple[tuple[str, ...], int, bool]:
    """Strings of which a text holds one where a pattern matches it in any case, how many digits in a row it holds, and
    whether the match begins where the text does.

    The strings are in lower case, with the edges of words marked (:func:`edged`); the empty one stands in every text. Raises
    re.error where it is no pattern.
    """
    parsed = syntax.parse(pattern, re.I)
    return tuple(sorted(_needed(parsed))), _digits(parsed), parsed[0] == _AT_START


def bounded(pattern: str) -> str:
    """A pattern whose numbers are as long as numbers are: a line of digits and commas is read in time that grows with it."""
    return pattern.replace(r"\d[\d,.]*", r"\d[\d,.]{0,15}").replace(r"\d[\d.,]*", r"\d[\d.,]{0,15}")


def is_cut(text: str, start: int) -> bool:
    """Whether what is found at this place is the end of another word: "free training" in "hassle-free training"."""
    return text[start : start + 4].lower() == "free" and _SPARED.search(text, max(0, start - 12), start) is not None


_SPARED = re.compile(r"(?:\w[-‐‑]|\b(?:hassle|stress|worry|trouble|pain|risk) )$", re.I)
"""What stands before a "free" that says what one is spared, and nothing of money."""


def lowered(pattern: str) -> re.Pattern[str] | None:
    """What finds in a text of plain letters, made small, the places that the pattern has in any case in the text itself.

    A search that ignores case passes over no branch by its first letter. None where a part of the pattern minds the case. Raises re.error where it is no pattern.
    """
    parsed = syntax.parse(pattern, re.I)
    small = _small(parsed)
    if small is None:
        return None
    small.state.flags &= ~re.I
    found: re.Pattern[str] = compiler.compile(small, 0)
    return found


def _small(parsed: Any) -> Any:
    """A parsed pattern with its letters made small, as far as they are plain; None where a part of it sets flags."""
    found = []
    for part, detail in parsed:
        if part in (ops.LITERAL, ops.NOT_LITERAL):
            made: Any = _small_letter(detail)
        elif part is ops.IN:
            made = list(chain.from_iterable(map(_small_sign, detail)))
        elif part is ops.BRANCH:
            options = list(map(_small, detail[1]))
            made = None if None in options else (detail[0], options)
        elif part is ops.SUBPATTERN:
            group, sets, clears, body = detail
            body = _small(body)
            made = None if body is None or sets or clears else (group, sets, clears, body)
        elif part in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            body = _small(detail[2])
            made = None if body is None else (*detail[:2], body)
        elif part in (ops.ASSERT, ops.ASSERT_NOT):
            body = _small(detail[1])
            made = None if body is None else (detail[0], body)
        elif part in (ops.AT, ops.ANY, ops.GROUPREF, ops.CATEGORY):
            made = detail
            if made is None:  # of "any sign"
                found.append((part, detail))
                continue
        else:
            return None
        if made is None:
            return None
        found.append((part, made))
    return syntax.SubPattern(parsed.state, found)


def _small_letter(code: int) -> int:
    return ord(chr(code).lower()) if code < _NOT_PLAIN else code


def _small_sign(sign: tuple[Any, Any]) -> list[tuple[Any, Any]]:
    """A sign of a set, and what it is in small letters."""
    kind, value = sign
    if kind is ops.LITERAL:
        return [(kind, _small_letter(value))]
    if kind is ops.RANGE:
        first, last = max(value[0], ord("A")), min(value[1], ord("Z"))
        if first <= last:
            return [sign, (kind, (_small_letter(first), _small_letter(last)))]
    return [sign]


_NOT_PLAIN = 128


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
_ANY_LETTER = (ops.CATEGORY, ops.CATEGORY_WORD)
_AT_START = (ops.AT, ops.AT_BEGINNING)


def _any_letter(sequence: Sequence[Any]) -> bool:
    """Whether a parsed pattern is one sign of a set that all letters and digits are in."""
    (part, detail), *more = sequence
    return not more and part is ops.IN and _ANY_LETTER in detail and detail[0][0] is not ops.NEGATE


_TAKE_NOTHING = (ops.AT, ops.ASSERT_NOT)
_BARE = "\a"
"""Stands in a string that is followed through a pattern where no letter or digit can stand beside it."""
_AT = {
    place: frozenset({_BARE}) for place in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING, ops.AT_END, ops.AT_END_STRING)
}
_AT[ops.AT_BOUNDARY] = frozenset({EDGE})
"""What is known of the signs beside a place that an expression is bound to."""


def _needed(sequence: Iterable[Any]) -> frozenset[str]:
    """The most telling of what the parts of a parsed pattern need: every part has to match, so one of them is enough."""
    sequence = list(sequence)
    again = _repeated(sequence)
    if again is not None:
        return frozenset[str]().union(*map(_needed, again))
    offers = [_NONE_SURE]
    runs = _NONE_SURE  # the strings of which one stands before the next part
    for place, (part, detail) in enumerate(sequence):
        if part is ops.ASSERT and detail[0] > 0 and len(runs) * len(ahead := _heads(detail[1])) <= _MOST:
            offers.append(_joined(runs, ahead))
        whole = _strings(part, detail)
        if whole is not None and len(runs) * len(whole) <= (_SIDES if _optional(whole) else _MOST):
            runs = _joined(runs, whole)
            continue
        heads = _heads([(part, detail)])
        offers.append(_joined(runs, heads) if len(runs) * len(heads) <= _MOST else runs)
        runs = _NONE_SURE
        options = (
            detail[1]
            if part is ops.BRANCH
            else [detail[3]]
            if part is ops.SUBPATTERN
            else [detail[2]]
            if part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0
            else []
        )
        if options:
            once = part not in (ops.MAX_REPEAT, ops.MIN_REPEAT) or detail[1] == 1
            before = [one for one in sequence[max(0, place - 1) : place] if one[0] in _TAKE_NOTHING and once]
            after = [one for one in sequence[place + 1 : place + 2] if one[0] in _TAKE_NOTHING and once]
            offers.append(frozenset[str]().union(*(_needed([*before, *option, *after]) for option in options)))
    offers.append(runs)
    return min(map(_least, offers), key=lambda offer: (sum(map(_commonness, offer)), sorted(offer)))


def _least(offer: frozenset[str]) -> frozenset[str]:
    """An offer without the strings that hold another of them: "day" stands wherever "days" does."""
    offer = frozenset(map(_marked, offer))
    return frozenset(one for one in offer if not any(other in one for other in offer if other != one))


def _marked(string: str) -> str:
    """A string with its words' edges marked, as :func:`edged` does; at its ends where they are known to be such."""
    core = string.replace(EDGE, "").replace(_BARE, "")
    if not core:
        return ""
    first = string[0] == EDGE or (string[0] == _BARE and _WORD.match(core[0]))
    last = string[-1] == EDGE or (string[-1] == _BARE and _WORD.match(core[-1]))
    return (EDGE if first else "") + EDGE.join(_WORDS.findall(core)) + (EDGE if last else "")


_WORD = re.compile(r"\w")


def _repeated(sequence: Sequence[Any]) -> list[list[Any]] | None:
    """A sequence that takes a group of a few strings twice ("the the"), once for each of them written out; else None."""
    for place, (part, detail) in enumerate(sequence):
        if part is not ops.SUBPATTERN or (ops.GROUPREF, detail[0]) not in sequence[place:]:
            continue
        group = detail[0]
        strings = _all_strings(detail[3])
        if strings is not None and len(strings) <= _MOST:
            spelt = [[(ops.LITERAL, ord(letter)) for letter in string] for string in sorted(strings)]
            rest = sequence[place + 1 :]
            return [
                [
                    *sequence[:place],
                    *one,
                    *chain.from_iterable(one if it == (ops.GROUPREF, group) else [it] for it in rest),
                ]
                for one in spelt
            ]
    return None


def _commonness(string: str) -> float:
    """About the share of lines that a string stands in, and what it costs to look for it: a guess that only has to rank."""
    word = string.replace(EDGE, "").strip()
    if not string:
        return 1000.0
    ends = string.strip().startswith(EDGE) + string.strip().endswith(EDGE)
    if len(word) > 1 or (ends and word.isalnum()):
        return _LOOK + (0.5 if word in _EVERYWHERE else 0.4 ** (len(word) + ends) / (1, 1, 5)[ends])
    return _LOOK + (
        0.8 if word.isalpha() else 0.3 if word.isdigit() else 0.6 if word and word in ".,-" else _SIGN if word else 2.0
    )


_LOOK = 0.002
_SIGN = 0.03
_EVERYWHERE = frozenset(
    "a an and are as at be by can do for from have if in is it its my no not of on or our so that the their this to up us "
    "was we what when will with you your".split()
)

_MOST = 96
"""Strings that are followed side by side through a pattern."""
_SIDES = 4
"""The same where a part may be left out: more of them are long strings that tell little more than the short one after."""
_FEW = 10
"""Signs of a range, and times of a repetition, that are written out."""


def _joined(runs: Iterable[str], ends: Iterable[str]) -> frozenset[str]:
    return frozenset(run + end for run in runs for end in ends)


def _strings(part: Any, detail: Any) -> frozenset[str] | None:
    """All that a part of a parsed pattern takes of a text in lower case, where that is a few strings."""
    if part is ops.LITERAL:
        return frozenset({chr(detail).lower()})
    if part is ops.AT:
        return _AT.get(detail, _NONE_SURE)
    if part is ops.ASSERT_NOT and _any_letter(detail[1]):
        return frozenset({_BARE})
    if part in (ops.ASSERT, ops.ASSERT_NOT):  # takes nothing
        return _NONE_SURE
    if part is ops.IN and all(
        kind is ops.LITERAL or (kind is ops.RANGE and value[1] - value[0] < _FEW) for kind, value in detail
    ):
        spans = ((value, value) if kind is ops.LITERAL else value for kind, value in detail)
        return frozenset(chr(code).lower() for first, last in spans for code in range(first, last + 1))
    if part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[1] == 1:
        body = _all_strings(detail[2])
        return body if body is None or detail[0] else body | _NONE_SURE
    if part is ops.SUBPATTERN:
        return _all_strings(detail[3])
    if part is ops.BRANCH:
        found = [_all_strings(option) for option in detail[1]]
        return frozenset[str]().union(*(one for one in found if one is not None)) if None not in found else None
    return None


def _optional(strings: frozenset[str]) -> bool:
    """Whether a part that takes these strings may take nothing instead."""
    return len(strings) > 1 and any(map(_empty, strings))


def _empty(string: str) -> bool:
    return not string.strip(EDGE + _BARE)


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
        optional = whole is not None and _optional(whole) and not any(map(_empty, runs))
        if whole is not None and len(runs) * len(whole) <= _MOST and not optional:
            runs = _joined(runs, whole)
            continue
        heads = _NONE_SURE
        if part is ops.BRANCH:
            heads = frozenset[str]().union(*map(_heads, detail[1]))
        elif part is ops.SUBPATTERN:
            heads = _heads(detail[3])
        elif part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0:
            heads = _heads([*detail[2]] * min(detail[0], _FEW))
        return _joined(runs, heads) if len(runs) * len(heads) <= _MOST else runs
    return runs
