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
from typing import Any, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, Implementation

from auditor import literals
from auditor.literals import EDGE, edged, lowered

KEPT = "cues.json"
"""The file of cues under ``data``."""


class Cue(NamedTuple):
    """What a text must show for a pattern to match it, in any case.

    It holds one of ``strings`` in lower case with its words' edges marked (:func:`edged`; the empty one stands in every
    text), and ``digits`` digits in a row; ``begins`` says that the pattern matches at its beginning alone.
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
    return Cue(*literals.needed(pattern))


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
        # modules are imported when they are needed, often after the first look: one that did not know it would let
        # every text pass
        _rare_look.cache_clear()
        forget()

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


def looks(texts: Iterable[str]) -> list[int]:
    """What each of these texts may hold of the rare expressions, for :func:`likely`."""
    return [_MAY.get(text) or _look(text) for text in texts]


def likely(pattern: re.Pattern[str], looks: Sequence[int]) -> Iterable[int]:
    """The places of the texts in which an expression may be found, by the :func:`looks` at them: all unless it is rare."""
    expression: object = pattern
    if not isinstance(expression, Rare):
        return range(len(looks))
    bit = expression._bit
    return [place for place, may in enumerate(looks) if may & bit]


def rare_shapes() -> list[str]:
    """The patterns of all that were made with :func:`rare` so far."""
    return [one.pattern for one in _RARE]


def forget() -> None:
    """Let go of what was seen of lines, when a site is judged."""
    _MAY.clear()
    _BEFORE.clear()


_RARE: list[Rare] = []
_MAY: dict[str, int] = {}
"""A text -> the expressions that it may hold, as the bits of a number; every bit beyond those there were is set."""
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
        for cue in {cue for cue, _, _ in _all(look, edged(small))}:
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
        # of few expressions: to mark the edges of a text's words takes longer than a search or two in vain
        for cue in {cue.replace(EDGE, "") for cue in work_out(shape).strings}:
            cued[cue].append(name)
    always = cued.pop("", [])
    return AhoCorasick(cued), tuple(cued.values()), always


def _all(look: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
    return look.find_matches_as_indexes(text, overlapping=True)


def digest(pattern: str) -> str:
    """What a pattern's cue is kept under."""
    return blake2s(pattern.encode(), digest_size=8, person=_WRITTEN).hexdigest()


_WRITTEN = b"edged"
"""How cues are written: one that is kept from before they were written so is not found."""


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
