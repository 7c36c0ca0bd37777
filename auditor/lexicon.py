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

A group may name a ``source`` of its own. One with ``words = true`` holds words that lines are made of ("the", "company"):
it is asked word by word (:meth:`Lexicon.knows`), and never looked for in a text. What one call finds never overlaps: the leftmost match wins, and of two that
start together the longest.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache, partial, reduce
from importlib import resources
from itertools import chain, pairwise
from operator import or_
from threading import Lock
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from auditor import cues, literals

KNOWN = 1 << 17
"""Lines whose entries are kept: about half a kilobyte each, so that a site of some thousand pages is read once."""

KNOWN_PIECES = 1 << 13
"""Other texts, mostly pieces of lines, whose entries each list keeps."""


class Match(NamedTuple):
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
    # what must stand in a text -> the places of the patterns that it may then match
    _cues: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _words: frozenset[str] = frozenset()  # the groups that are never looked for in a text
    _place: int = -1  # among the shipped lists

    @property
    def patterns(self) -> tuple[str, ...]:
        """The regular expressions of all groups."""
        return tuple(search.written for search in self._patterns)

    def find(self, text: str, *groups: str) -> list[Match]:
        """The entries in this text, in order, none overlapping; ValueError for a group that is asked word by word."""
        hits = self._hits(text, groups)
        if not hits or (len(hits) == 1 and not groups):
            return list(hits)
        kept: list[Match] = []
        for match in hits:
            if (not groups or match.group in groups) and (not kept or match.start >= kept[-1].end):
                kept.append(match)
        return kept

    def has(self, text: str, *groups: str) -> bool:
        """True where any entry of these groups (or of all) stands in the text."""
        hits = self._hits(text, groups)
        return bool(hits) and (not groups or not {match.group for match in hits}.isdisjoint(groups))

    def words(self, text: str, *groups: str) -> str:
        """The words of the text that are the first entry of these groups (or of all), "" where there is none."""
        found = self.find(text, *groups)
        return text[found[0].start : found[0].end] if found else ""

    def _hits(self, text: str, groups: tuple[str, ...] = ()) -> tuple[Match, ...]:
        """Every entry of every group in a text: a line of a site that was read ahead, or a piece of one."""
        if self._words and not self._words.isdisjoint(groups):
            raise ValueError(f"lexicon {self.name}: {', '.join(groups)} is asked word by word, by knows()")
        read, place = _LINES.get(text) or _LINES_BEFORE.get(text), self._place
        if read is None or place < 0:
            shelf = _alone(self)
            return shelf.hits(self, text, shelf.read(text))
        may = read[0] >> _LIST * place & _ANY
        if not may:
            return ()
        if may == _FOUND:
            found: tuple[Match, ...] = read[_KNOWN + (read[0] & _BEFORE[place]).bit_count()]
            return found
        return _shipped().hits(self, text, read)

    def groups_in(self, text: str) -> frozenset[str]:
        """The groups of which any entry stands in the text, whatever entries of others cover it."""
        return frozenset([match.group for match in self._hits(text)])

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
    """One expression of a list and its group; compiled when it is first tried, since most never are.

    ``seconds`` are, for phrases that begin with one word, the words that they go on with; None for one that does not.
    ``digits`` stand in a row in whatever it matches; ``begins`` says that it matches at the beginning alone.
    """

    def __init__(
        self,
        group: str,
        shape: Callable[[], str],
        *,
        seconds: frozenset[str | None] = frozenset(),
        digits: int = 0,
        begins: bool = False,
    ) -> None:
        self.group = group
        self.seconds = seconds
        self.digits = digits
        self.begins = begins
        self._shape = shape

    @property
    def written(self) -> str:
        """The expression as it is written."""
        return self._shape()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(literals.bounded(self.written), re.I)

    @cached_property
    def _quick(self) -> re.Pattern[str] | None:
        return literals.lowered(literals.bounded(self.written))

    def places(self, plain: str, small: str) -> list[re.Match[str]]:
        """Where a text has it, that is not empty; ``small`` is the text in small letters where all of them are plain, else ""."""
        expression, text = (self._quick, small) if small and self._quick else (self.expression, plain)
        first = expression.match(text) if self.begins else expression.search(text)
        if first is None or self.begins:  # three in four have none
            return [first] if first and first[0] else []
        return [hit for hit in (first, *expression.finditer(text, first.end())) if hit[0]]


_Cued = tuple[tuple[int, ...], int]
"""What a cue may mean: patterns as numbers, and their lists as bits (:data:`_PATTERNS`)."""
_BITS = 12
_PATTERN = (1 << _BITS) - 1
"""A pattern's number on a shelf: the place of its list, and in these bits its own place in the list."""
_ROW = 5
"""Digits in a row from which more tell no more patterns apart."""
_PATTERNS, _PHRASES, _FOUND, _ANY = 1, 2, 4, 7
"""What a text may hold of a list, and that this was found: bits of a number, :data:`_LIST` of them for each list."""
_LIST = 3
_BEFORE = [sum(_FOUND << _LIST * before for before in range(place)) for place in range(1 << 8)]
"""For the place of a list, the bits of those before it that say that they were found."""

_Read = tuple[Any, ...]
"""What one text holds of the lists of a shelf: those that it may hold and those that were found, as bits; the patterns that
may match, as numbers; then from :data:`_KNOWN` on the entries of each list that was found, in the lists' order.

There is one for every line of a site: nothing takes less room than a row. Threads share it, so it is never changed. A list that
was tried is found, or no longer among those that the text may hold.
"""
_KNOWN = 2


class _Shelf:
    """Lists that are searched together: a text is taken apart once, whichever of them is asked for.

    Audits ask for the same line in list after list (:func:`read_ahead`), and hardly a list has anything of a line: which
    of them may is settled for all at once, by the words that phrases begin and go on with and by the cues of the
    patterns, all of which are looked for in one pass (Aho and Corasick). What a list may have is tried when it is asked
    for. Of ``most`` texts, the latest, it is kept what they hold: in ``lines``, and before that in ``before``.
    """

    def __init__(self, lists: Iterable[Lexicon], most: int, lines: dict[str, _Read], before: dict[str, _Read]) -> None:
        self._lists, self._most, self._lines, self._before = tuple(lists), most, lines, before
        self._places = {entry.name: place for place, entry in enumerate(self._lists)}
        # the lists that have a phrase of this word, and those that have one that begins with these two
        self._words: dict[str, int] = defaultdict(int)
        self._pairs: dict[tuple[str, str], int] = defaultdict(int)
        cued: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self._lists):
            for first, searches in entry._phrases.items():
                for second in chain.from_iterable(search.seconds for search in searches):
                    if second is None:
                        self._words[first] |= _PHRASES << _LIST * place
                    else:
                        self._pairs[first, second] |= _PHRASES << _LIST * place
            for cue, places in entry._cues.items():
                cued[cue] += [place << _BITS | pattern for pattern in places]
        always = cued.pop("", [])
        self._cues = AhoCorasick(cued, implementation=Implementation.ContiguousNFA)
        # by the digits in a row of a text (a pattern that needs more of them is not looked for), by cue; "" at the end
        by_cue = [self._by_digits(numbers) for numbers in (*cued.values(), always)]
        self._cued = tuple([rows[digits] for rows in by_cue] for digits in range(_ROW + 1))

    def _by_digits(self, numbers: Sequence[int]) -> list[_Cued]:
        """What a cue of these patterns may mean in a text of so many digits in a row, from none on."""
        needed = [min(self._lists[one >> _BITS]._patterns[one & _PATTERN].digits, _ROW) for one in numbers]
        rows: list[_Cued] = []
        for digits in range(_ROW + 1):
            if digits and digits not in needed:
                rows.append(rows[-1])
                continue
            among = tuple(number for number, need in zip(numbers, needed, strict=True) if need <= digits)
            rows.append((among, reduce(or_, (_PATTERNS << _LIST * (number >> _BITS) for number in among), 0)))
        return rows

    def hits(self, entry: Lexicon, text: str, read: _Read) -> tuple[Match, ...]:
        """Every entry of every group of a list in this text, overlaps between groups included."""
        place = self._places[entry.name]
        may, likely = read[0] >> _LIST * place & _ANY, read[1]
        if may in (0, _FOUND):
            return tuple(read[_KNOWN + (read[0] & _BEFORE[place]).bit_count()]) if may else ()
        plain = _plain(text)
        matches = {*_phrases(entry, plain)} if may & _PHRASES else set()
        if may & _PATTERNS:
            small = plain.lower() if plain.isascii() else ""
            # in order: those of a list stand together
            for number in likely[bisect_left(likely, place << _BITS) : bisect_left(likely, (place + 1) << _BITS)]:
                search = entry._patterns[number & _PATTERN]
                for hit in search.places(plain, small):
                    start, end = hit.span()
                    if not literals.is_cut(plain, start):
                        matches.add(Match(start, end, search.written, search.group))
        found = tuple(sorted(matches, key=_by_place))
        with _ONE_AT_A_TIME:  # another thread may have found what the text holds of another list, or of this one
            may, _, *others = self._lines.get(text) or self._before.get(text) or read
            if not may >> _LIST * place & _FOUND:
                may &= ~((_PATTERNS | _PHRASES) << _LIST * place)
                if found:
                    others.insert((may & _BEFORE[place]).bit_count(), found)
                    may |= _FOUND << _LIST * place
                self._lines[text] = (may, likely, *others)
        return found

    def read(self, text: str) -> _Read:
        """What a text holds, and is kept to hold from now on."""
        read = self._lines.get(text)
        if read is None:
            if 2 * len(self._lines) >= self._most:
                self._before.clear()
                self._before.update(self._lines)
                self._lines.clear()
            read = self._lines[text] = self._before.get(text) or self.look(text)
        return read

    def look(self, text: str) -> _Read:
        """What a text may hold of the lists."""
        lower = _plain(text).lower()
        # lists of patterns alone have no use for the words
        words = [word for word in _TOKEN.findall(lower) if word != "-"] if self._words or self._pairs else []
        may = 0
        for word in self._words.keys() & words:
            may |= self._words[word]
        for pair in self._pairs.keys() & pairwise(words):
            may |= self._pairs[pair]
        likely: set[int] = set()
        cued = self._cued[min(max(map(len, _DIGITS.findall(lower)), default=0), _ROW)]
        for cue in {
            -1,
            *(cue for cue, _, _ in self._cues.find_matches_as_indexes(literals.edged(lower), overlapping=True)),
        }:
            numbers, lists = cued[cue]
            likely.update(numbers)
            may |= lists
        return may, tuple(sorted(likely))


def _phrases(entry: Lexicon, plain: str) -> Iterator[Match]:
    """The phrases of a list in a text; those of one group do not overlap."""
    # a phrase is the same with hyphens and without
    tokens = [(token[0].lower(), token.start()) for token in _TOKEN.finditer(plain) if token[0] != "-"]
    ends: dict[str, int] = {}
    for (word, start), (second, _) in zip(tokens, [*tokens[1:], ("", 0)], strict=True):
        for search in entry._phrases.get(word, ()):
            seconds = search.seconds
            if (None in seconds or second in seconds) and start >= ends.get(search.group, 0):
                hit = search.expression.match(plain, start)
                if hit is not None and not literals.is_cut(plain, start):
                    yield Match(hit.start(), hit.end(), entry._entries[_fold(hit[0])], search.group)
                    ends[search.group] = hit.end()


def _by_place(match: Match) -> tuple[int, int, str, str]:
    return match.start, -match.end, match.group, match.term


def _shipped() -> _Shelf:
    with _ONE_AT_A_TIME:
        return _assembled()


_ONE_AT_A_TIME = Lock()


@cache
def _assembled() -> _Shelf:
    return _Shelf(map(load, names()), KNOWN, _LINES, _LINES_BEFORE)


@lru_cache(maxsize=1 << 6)
def _alone(entry: Lexicon) -> _Shelf:
    return _Shelf([entry], KNOWN_PIECES, {}, {})


_LINES: dict[str, _Read] = {}
_LINES_BEFORE: dict[str, _Read] = {}
"""Lines that list after list will be asked of, and what they hold: at most about :data:`KNOWN`, the latest."""


@lru_cache(maxsize=1 << 14)
def _knows(entry: Lexicon, word: str, groups: tuple[str, ...]) -> bool:
    return not _terms(entry, groups).isdisjoint(_forms(_fold(word).removesuffix("'s").strip("'")))


@cache
def _terms(entry: Lexicon, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_fold(term) for name in groups or entry.groups for term in entry.groups[name])


def read_ahead(texts: Iterable[str]) -> None:
    """Settle what these lines of a site hold of any shipped list, so that whoever asks finds it ready.

    What is found never differs by it. Any thread may call it.
    """
    shelf = _shipped()
    for text in texts:
        shelf.read(text)


def forget() -> None:
    """Let go of what was settled of lines and of pieces of them, when a site is judged."""
    cues.forget()
    _LINES.clear()
    _LINES_BEFORE.clear()
    _alone.cache_clear()


@cache
def names() -> tuple[str, ...]:
    """Every list there is."""
    folder = resources.files("auditor") / "data" / "lexicons"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load(name: str) -> Lexicon:
    """The list of this name, compiled."""
    entry = resources.files("auditor") / "data" / "lexicons" / f"{name}.toml"
    return replace(build(name, tomllib.loads(entry.read_text(encoding="utf-8"))), _place=names().index(name))


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
    words = frozenset(group for group, body in groups.items() if body.get("words"))
    for group, body in groups.items():
        unknown = set(body) - {"terms", "patterns", "source", "words"}
        if unknown:
            raise ValueError(f"lexicon {name}, group {group}: unknown key {sorted(unknown)[0]}")
        for term in body.get("terms", ()):
            if _fold(term) in entries:
                raise ValueError(f"lexicon {name}: {term!r} stands twice")
            entries[_fold(term)] = term
        if group in words:
            if body.get("patterns"):
                raise ValueError(f"lexicon {name}, group {group}: a pattern is no word")
            continue
        for first, terms in _by_first(body.get("terms", ())).items():
            phrases[first].append(_Search(group, partial(_alternatives, terms), seconds=frozenset(map(_second, terms))))
        for pattern in body.get("patterns", ()):
            cue = cues.cue_of(pattern)
            for string in cue.strings:
                needed[string].append(len(patterns))
            patterns.append(_Search(group, partial(str, pattern), digits=cue.digits, begins=cue.begins))
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
        {cue: tuple(places) for cue, places in needed.items()},
        words,
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
_DIGITS = re.compile(r"\d+")


def _plain(text: str) -> str:
    """A text with plain signs, letter for letter."""
    return text if text.isascii() else text.translate(_PLAIN)


def _second(term: str) -> str | None:
    """The word or sign that a phrase goes on with, None for a phrase of one."""
    return next(iter(_TOKEN.findall(_fold(term))[1:]), None)


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
