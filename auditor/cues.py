"""Cues of a regular expression: a cheap look at a text before an expensive search.

What must stand in every text that an expression matches is read from the expression itself. That takes as long as to
compile it, so the cues of the word lists' patterns and of those that few lines have (:func:`rare`) are worked out once,
with ``python -m tests.docs``, and kept in ``data/cues.json`` under a digest of each pattern; a pattern that is not there yet is worked out when it is asked for.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from hashlib import blake2s
from importlib import resources
from itertools import chain
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as syntax  # type: ignore[attr-defined]
from typing import Any, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, Implementation

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


def bounded(pattern: str) -> str:
    """A pattern whose numbers are as long as numbers are: a line of digits and commas is read in time that grows with it."""
    return pattern.replace(r"\d[\d,.]*", r"\d[\d,.]{0,15}").replace(r"\d[\d.,]*", r"\d[\d.,]{0,15}")


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


class Sieve:
    """Expressions in any case, by name, of which a text has few: one look tells which of them are worth a search.

    The look is for their cues, all in one pass; it is made ready when it is first asked for.
    """

    def __init__(self, shapes: Mapping[str, str]) -> None:
        self._shapes = dict(shapes)

    def found(self, text: str) -> tuple[str, ...]:
        """The names of the expressions that are found in a text, in their order."""
        small = text.lower()
        look, cued, always = self._look
        hits = _all(look, small)
        if not hits and not always:
            return ()
        tried = {*always, *chain.from_iterable([cued[cue] for cue, _, _ in hits])}
        return tuple([name for name in self._shapes if name in tried and self._has(name, text, small)])

    def _has(self, name: str, text: str, small: str) -> bool:
        expression, quick = self._expressions[name]
        found = quick.search(small) if quick and text.isascii() else expression.search(text)
        return found is not None

    @cached_property
    def _expressions(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
        return {name: (re.compile(shape, re.I), lowered(shape)) for name, shape in self._shapes.items()}

    @cached_property
    def _look(self) -> tuple[AhoCorasick, tuple[list[str], ...], list[str]]:
        return _looks(self._shapes)


class Quick:
    """One expression in any case, where no more is asked than whether a text has it, and most have not."""

    def __init__(self, shape: str) -> None:
        self._sieve = Sieve({"": shape})

    def search(self, text: str) -> bool:
        """Whether the expression is found in a text."""
        return bool(self._sieve.found(text))


class Likely:
    """Compiled expressions, by name, of which a text has few: one look tells which of them may be found in it.

    The look is for their cues, all in one pass; it is made ready when it is first asked for.
    """

    def __init__(self, shapes: Mapping[str, re.Pattern[str]]) -> None:
        self._shapes = {name: shape.pattern for name, shape in shapes.items()}

    def among(self, text: str) -> frozenset[str]:
        """The names of those that may be found in a text; no other one is."""
        look, cued, always = self._look
        return frozenset(chain(always, *[cued[cue] for cue, _, _ in _all(look, text.lower())]))

    @cached_property
    def _look(self) -> tuple[AhoCorasick, tuple[list[str], ...], list[str]]:
        return _looks(self._shapes)


class Rare:
    """An expression that few lines have: it stands for the compiled one, which is made when a text may hold it.

    One look at a text tells of all such expressions at once which of them it may hold (by their cues), and is kept; so
    is what was searched for in vain: a site says the same on many pages, and asks the same of a line in many places.
    """

    def __init__(self, shape: str, flags: int | re.RegexFlag = 0) -> None:
        assert not flags & re.X, "a cue is read from a pattern without comments"
        self.pattern = shape
        self.flags = flags
        self._bit = 1 << len(_RARE)
        _RARE.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As a compiled expression's."""
        may = _MAY.get(text) or _look(text)
        if not may & self._bit:
            return None
        found = self.compiled.search(text, *span)
        if found is None and not span:
            _MAY[text] = may & ~self._bit
        return found

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """As a compiled expression's."""
        return self.compiled.match(text, *span) if (_MAY.get(text) or _look(text)) & self._bit else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As a compiled expression's."""
        return self.compiled.fullmatch(text) if (_MAY.get(text) or _look(text)) & self._bit else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As a compiled expression's."""
        return self.compiled.finditer(text, *span) if (_MAY.get(text) or _look(text)) & self._bit else iter(())

    def findall(self, text: str) -> list[Any]:
        """As a compiled expression's."""
        may = _MAY.get(text) or _look(text)
        found = self.compiled.findall(text) if may & self._bit else []
        if not found:
            _MAY[text] = may & ~self._bit
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)


def rare(shape: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """An expression that few lines have (:class:`Rare`), with the methods of a compiled one that searches need."""
    return cast("re.Pattern[str]", Rare(shape, flags))


def rare_shapes() -> list[str]:
    """The patterns of all that were made with :func:`rare` so far."""
    return [one.pattern for one in _RARE]


def forget() -> None:
    """Let go of what was seen of lines, when a site is judged."""
    _MAY.clear()
    _BEFORE.clear()


_RARE: list[Rare] = []
_MAY: dict[str, int] = {}
"""A text -> the expressions that it may hold, as the bits of a number; every bit beyond those that the look knows is set."""
_BEFORE: dict[str, int] = {}
SEEN = 1 << 16
"""Texts of which is kept what they may hold: about two hundred bytes each; the latest of them, and as many before."""


def _look(text: str) -> int:
    """What a text may hold, seen before or now."""
    may = _BEFORE.pop(text, 0)
    if not may:
        look, cued, every, no_digits = _rare_look()
        small = text.lower()
        may = every
        for cue in {cue for cue, _, _ in _all(look, small)}:
            may |= cued[cue]
        if _DIGIT.search(small) is None:
            may &= no_digits
        if not text.isascii() and _ODD.search(text) is not None:
            may = -1
    if len(_MAY) >= SEEN:
        _BEFORE.clear()
        _BEFORE.update(_MAY)
        _MAY.clear()
    _MAY[text] = may
    return may


@cache
def _rare_look() -> tuple[AhoCorasick, tuple[int, ...], int, int]:
    """What finds cues of the expressions there are, what each cue may mean, what any text may hold, and one without digits."""
    cued: dict[str, int] = defaultdict(int)
    digits = 0
    for one in _RARE:
        cue = cue_of(one.pattern)
        for string in cue.strings:
            cued[string] |= one._bit
        digits |= one._bit if cue.digits else 0
    every = cued.pop("", 0) | -1 << len(_RARE)
    return AhoCorasick(cued, implementation=Implementation.ContiguousNFA), tuple(cued.values()), every, ~digits


_DIGIT = re.compile(r"\d")
_ODD = re.compile("[\u0130\u0131\u017f]")
"""Letters that in any case are an "i" or an "s", and are none when they are made small."""


def _looks(shapes: Mapping[str, str]) -> tuple[AhoCorasick, tuple[list[str], ...], list[str]]:
    """What finds the cues of expressions, the names of those that each is a cue of, and those that have none."""
    cued: dict[str, list[str]] = defaultdict(list)
    for name, shape in shapes.items():
        for cue in work_out(shape).strings:
            cued[cue].append(name)
    always = cued.pop("", [])
    return AhoCorasick(cued), tuple(cued.values()), always


def _all(look: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
    return look.find_matches_as_indexes(text, overlapping=True)


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
    sequence = list(sequence)
    again = _repeated(sequence)
    if again is not None:
        return frozenset[str]().union(*map(_needed, again))
    offers = [_NONE_SURE]
    runs = _NONE_SURE  # the strings of which one stands before the next part
    for part, detail in sequence:
        whole = _strings(part, detail)
        if whole is not None and len(runs) * len(whole) <= (_SIDES if "" in whole and len(whole) > 1 else _MOST):
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
    return min(map(_least, offers), key=lambda offer: (sum(map(_commonness, offer)), sorted(offer)))


def _least(offer: frozenset[str]) -> frozenset[str]:
    """An offer without the strings that hold another of them: "day" stands wherever "days" does."""
    return frozenset(one for one in offer if not any(other in one for other in offer if other != one))


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
    word = string.strip()
    if not string:
        return 1000.0
    if len(word) > 1:
        return _LOOK + (0.5 if word in _EVERYWHERE else 0.4 ** len(word))
    return _LOOK + (
        0.8 if word.isalpha() else 0.3 if word.isdigit() else 0.6 if word and word in ".,-" else _SIGN if word else 2.0
    )


_LOOK = 0.002
_SIGN = 0.03
_EVERYWHERE = frozenset(
    "an and are as at be by can do for from have if in is it its my no not of on or our so that the their this to up us "
    "was we what when will with you your".split()
)

_MOST = 48
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
    if part in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):  # takes nothing
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
        optional = whole is not None and "" in whole and len(whole) > 1
        if whole is not None and len(runs) * len(whole) <= _MOST and not (optional and "" not in runs):
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
