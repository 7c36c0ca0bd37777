r"""Word lists: phrases and patterns in ``data/lexicons/*.toml``, compiled once; find, count and replace.

A list is one file. It names what it is, where its entries come from and under which licence, and sorts them into
groups. A *term* is a literal phrase (whole words in any case, any white space, straight or curly apostrophe, hyphen
or blank); a *pattern* is a regular expression, for what a phrase cannot say; it sees plain apostrophes and hyphens.

    about = "Sentences in which a company says that it puts customers first."
    source = "Written for this project from ..."
    licence = "Apache-2.0"

    [groups.first]
    terms = ["customers come first"]
    patterns = ['\bputs? (?:our |the )?customers? first\b']

A group may name a ``source`` of its own. What one call finds never overlaps: the leftmost match wins, and of two that
start together the longest.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from importlib import resources
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as syntax  # type: ignore[attr-defined]
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Match:
    """One entry found: where it stands, the entry as the list writes it, and the entry's group."""

    start: int
    end: int
    term: str
    group: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One compiled word list."""

    name: str
    about: str
    source: str
    licence: str
    groups: dict[str, tuple[str, ...]]
    sources: dict[str, str] = field(default_factory=dict)
    # by the word they begin with, one expression for each group
    _phrases: dict[str, tuple[_Search, ...]] = field(default_factory=dict)
    _entries: dict[str, str] = field(default_factory=dict)
    _patterns: tuple[_Search, ...] = ()
    # what must stand in a text -> the places of the patterns that it may then match; by its first three letters
    _cues: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = field(default_factory=dict)
    _beginnings: frozenset[str] = frozenset()

    def find(self, text: str, *groups: str) -> list[Match]:
        """The entries in this text, in order, none overlapping; of these groups or of all."""
        kept: list[Match] = []
        for match in _hits(self, text):
            if (not groups or match.group in groups) and (not kept or match.start >= kept[-1].end):
                kept.append(match)
        return kept

    def has(self, text: str, *groups: str) -> bool:
        """True where any entry of these groups (or of all) stands in the text."""
        return bool(self.find(text, *groups))

    def count(self, text: str, *groups: str) -> Counter[str]:
        """How often each group is found in the text."""
        return Counter(match.group for match in self.find(text, *groups))

    def replace(self, text: str, by: str | Callable[[Match], str] = " ", *groups: str) -> str:
        """The text with every entry of these groups (or of all) replaced."""
        parts, last = [], 0
        for match in self.find(text, *groups):
            parts += [text[last : match.start], by if isinstance(by, str) else by(match)]
            last = match.end
        return "".join([*parts, text[last:]])

    def knows(self, word: str, *groups: str) -> bool:
        """True where the word, or what it comes from by an everyday ending, is a literal entry of these groups."""
        return _knows(self, word, groups)

    def terms(self, *groups: str) -> frozenset[str]:
        """The literal entries of these groups (or of all), folded: for asking whether one word is in the list."""
        return _terms(self, groups)


class _Search:
    """One expression of a list and its group; compiled when it is first tried, since most never are."""

    def __init__(self, group: str, shape: Callable[[], str]) -> None:
        self.group = group
        self._shape = shape

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(self._shape(), re.I)


class _Looked(NamedTuple):
    """A text made ready for search: with plain signs, in lower case; its words and its runs of three letters."""

    plain: str
    lower: str
    words: frozenset[str]
    threes: frozenset[str]


@lru_cache(maxsize=1 << 9)
def _look(text: str) -> _Looked:
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    threes = frozenset(map("".join, zip(lower, lower[1:], lower[2:], strict=False)))
    return _Looked(plain, lower, frozenset(_TOKEN.findall(lower)), threes)


@lru_cache(maxsize=1 << 15)
def _hits(entry: Lexicon, text: str) -> tuple[Match, ...]:
    """Every entry of every group in this text, overlaps between groups included; audits ask for the same text again."""
    look = _look(text)
    found = []
    ends: dict[str, int] = {}
    for word in () if look.words.isdisjoint(entry._phrases) else _TOKEN.finditer(look.plain):
        for search in entry._phrases.get(word[0].lower(), ()):
            group = search.group
            if word.start() >= ends.get(group, 0) and (hit := search.expression.match(look.plain, word.start())):
                found.append(Match(hit.start(), hit.end(), entry._entries[_fold(hit[0])], group))
                ends[group] = hit.end()
    likely = [cue for begun in look.threes & entry._beginnings for cue in entry._cues[begun]]
    likely += entry._cues.get("", ())
    for place in {place for cue, places in likely if cue in look.lower for place in places}:
        search = entry._patterns[place]
        hits = search.expression.finditer(look.plain)
        found += [Match(hit.start(), hit.end(), search.expression.pattern, search.group) for hit in hits if hit[0]]
    return tuple(sorted(found, key=lambda match: (match.start, -match.end, match.group, match.term)))


@lru_cache(maxsize=1 << 14)
def _knows(entry: Lexicon, word: str, groups: tuple[str, ...]) -> bool:
    return not _terms(entry, groups).isdisjoint(_forms(_fold(word).removesuffix("'s").strip("'")))


@cache
def _terms(entry: Lexicon, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_fold(term) for name in groups or entry.groups for term in entry.groups[name])


def names() -> tuple[str, ...]:
    """Every list there is."""
    folder = resources.files("auditor") / "data" / "lexicons"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load(name: str) -> Lexicon:
    """The list of this name, compiled."""
    entry = resources.files("auditor") / "data" / "lexicons" / f"{name}.toml"
    return build(name, tomllib.loads(entry.read_text(encoding="utf-8")))


def build(name: str, data: dict[str, object]) -> Lexicon:
    """A list from parsed TOML; raises ValueError where it does not say what it is, its source or its licence."""
    missing = [key for key in ("about", "source", "licence", "groups") if not data.get(key)]
    groups = data.get("groups")
    if missing or not isinstance(groups, dict):
        raise ValueError(f"lexicon {name}: says nothing of {', '.join(missing) or 'groups'}")
    entries: dict[str, str] = {}
    phrases: dict[str, list[_Search]] = defaultdict(list)
    patterns: list[_Search] = []
    needed: dict[str, list[int]] = defaultdict(list)
    for group, body in groups.items():
        unknown = set(body) - {"terms", "patterns", "source"}
        if unknown:
            raise ValueError(f"lexicon {name}, group {group}: unknown key {sorted(unknown)[0]}")
        for term in body.get("terms", ()):
            if _fold(term) in entries:
                raise ValueError(f"lexicon {name}: {term!r} stands twice")
            entries[_fold(term)] = term
        for first, terms in _by_first(body.get("terms", ())).items():
            phrases[first].append(_Search(group, partial(_alternatives, terms)))
        for pattern in body.get("patterns", ()):
            for cue in cues(pattern):
                needed[cue].append(len(patterns))
            patterns.append(_Search(group, partial(str, pattern)))
    begun_with: dict[str, list[tuple[str, tuple[int, ...]]]] = defaultdict(list)
    for cue, places in needed.items():
        begun_with[cue[:3] if len(cue) >= 3 else ""].append((cue, tuple(places)))
    return Lexicon(
        name,
        str(data["about"]),
        str(data["source"]),
        str(data["licence"]),
        {group: tuple(body.get("terms", ())) for group, body in groups.items()},
        {group: str(body["source"]) for group, body in groups.items() if "source" in body},
        {first: tuple(found) for first, found in phrases.items()},
        entries,
        tuple(patterns),
        {begun: tuple(found) for begun, found in begun_with.items()},
        frozenset(begun_with),
    )


_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ly", ""))


def _forms(word: str) -> list[str]:
    """A word and the words it may come from: "strives" -> strive, "planning" -> plan."""
    forms = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            forms.append(stem + instead)
            if ending in ("ing", "ed") and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms


_PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u00a0", "''\"\"-- ")
"""Typographic signs and their plain twins, one for one, so that places in the text stay true."""


def _fold(text: str) -> str:
    """One spelling of a phrase: lower case, plain signs, single blanks for white space and hyphens."""
    return _GAP.sub(" ", text.translate(_PLAIN)).strip().lower()


_GAP = re.compile(r"[\s-]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def _by_first(terms: Iterable[str]) -> dict[str, list[str]]:
    """The phrases by the word or sign they begin with."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        found[_TOKEN.findall(_fold(term))[0]].append(term)
    return found


def _alternatives(terms: Iterable[str]) -> str:
    """One expression for all phrases, longest first."""
    shapes = []
    for term in sorted({_fold(term) for term in terms}, key=lambda term: (-len(term), term)):
        body = re.escape(term).replace(r"\ ", r"[\s-]+")
        head = r"(?<!\w)" if term[0].isalnum() else ""
        tail = r"(?!\w)" if term[-1].isalnum() else ""
        shapes.append(head + body + tail)
    return "|".join(shapes)


# --- cues: a cheap look before an expensive search ------------------------------------------------------------------

_NONE_SURE = frozenset({""})
"""The cues of a pattern that promises no literal: the empty string stands in every text."""


def cues(pattern: str) -> frozenset[str]:
    """Strings in lower case of which every text that the pattern matches, in any case, holds at least one."""
    return _needed(syntax.parse(pattern, re.I))


def _needed(sequence: Iterable[Any]) -> frozenset[str]:
    """The most telling of what the parts of a parsed pattern need: every part has to match, so one of them is enough."""
    offers = [_NONE_SURE]
    run = ""
    for part, detail in sequence:
        if part is ops.LITERAL:
            run += chr(detail).lower()
            continue
        offers.append(frozenset({run}))
        run = ""
        if part is ops.BRANCH:
            offers.append(frozenset[str]().union(*map(_needed, detail[1])))
        elif part is ops.SUBPATTERN:
            offers.append(_needed(detail[3]))
        elif part in (ops.MAX_REPEAT, ops.MIN_REPEAT) and detail[0] > 0:
            offers.append(_needed(detail[2]))
    offers.append(frozenset({run}))
    return max(offers, key=lambda offer: (min(map(len, offer)), -len(offer)))
