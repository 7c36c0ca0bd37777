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
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources


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
    _phrases: tuple[tuple[re.Pattern[str], str], ...] = ()
    _entries: dict[str, str] = field(default_factory=dict)
    _patterns: tuple[tuple[re.Pattern[str], str, str], ...] = ()

    def find(self, text: str, *groups: str) -> list[Match]:
        """The entries in this text, in order, none overlapping; of these groups or of all."""
        text = text.translate(_PLAIN)
        found = []
        for phrases, group in self._phrases:
            if not groups or group in groups:
                for hit in phrases.finditer(text):
                    found.append(Match(hit.start(), hit.end(), self._entries[_fold(hit[0])], group))
        for pattern, term, group in self._patterns:
            if not groups or group in groups:
                found.extend(Match(hit.start(), hit.end(), term, group) for hit in pattern.finditer(text) if hit[0])
        found.sort(key=lambda match: (match.start, -match.end, match.group, match.term))
        kept: list[Match] = []
        for match in found:
            if not kept or match.start >= kept[-1].end:
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
        folded = _fold(word).removesuffix("'s").strip("'")
        entries = _terms(self, groups)
        return any(form in entries for form in _forms(folded))

    def terms(self, *groups: str) -> frozenset[str]:
        """The literal entries of these groups (or of all), folded: for asking whether one word is in the list."""
        return _terms(self, groups)


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
    phrases: list[tuple[re.Pattern[str], str]] = []
    patterns: list[tuple[re.Pattern[str], str, str]] = []
    for group, body in groups.items():
        unknown = set(body) - {"terms", "patterns", "source"}
        if unknown:
            raise ValueError(f"lexicon {name}, group {group}: unknown key {sorted(unknown)[0]}")
        for term in body.get("terms", ()):
            if _fold(term) in entries:
                raise ValueError(f"lexicon {name}: {term!r} stands twice")
            entries[_fold(term)] = term
        if body.get("terms"):
            phrases.append((_alternatives(body["terms"]), group))
        patterns += [(re.compile(entry, re.I), entry, group) for entry in body.get("patterns", ())]
    return Lexicon(
        name,
        str(data["about"]),
        str(data["source"]),
        str(data["licence"]),
        {group: tuple(body.get("terms", ())) for group, body in groups.items()},
        {group: str(body["source"]) for group, body in groups.items() if "source" in body},
        tuple(phrases),
        entries,
        tuple(patterns),
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
    return re.sub(r"[\s-]+", " ", text.translate(_PLAIN)).strip().lower()


def _alternatives(terms: Iterable[str]) -> re.Pattern[str]:
    """One expression for all phrases, longest first."""
    shapes = []
    for term in sorted({_fold(term) for term in terms}, key=lambda term: (-len(term), term)):
        body = re.escape(term).replace(r"\ ", r"[\s-]+")
        head = r"(?<!\w)" if term[0].isalnum() else ""
        tail = r"(?!\w)" if term[-1].isalnum() else ""
        shapes.append(head + body + tail)
    return re.compile("|".join(shapes), re.I)
