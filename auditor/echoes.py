"""What says again what stands elsewhere on the site: two pages with the same lines, two offers with one sentence.

Facts of the words as they were read; what frames most pages, prices and customers' words are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from auditor.figures.money import SUM
from auditor.likeness import words
from auditor.model import Copy, JudgedPage, Label, PageKind, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, once, quoted

FRAMES = 2
"""Pages on which a line may stand without being taken for what frames the pages."""

LEAST_WORDS = 6
"""Words from which a line says something of its own."""

MIN_ECHOED = 4
HALF = 0.5
"""Lines that two pages share, and their share of the lines of the shorter one, from which one is told to be the other again: judgements."""

BEGINS, MOST_ALIKE = 4, 6
"""Words by which two lines begin alike, and pages above which a beginning tells nothing: judgements."""

ALIKE = 0.85
"""Share of the words of two lines, counted once, that both hold, from which they say the same; a line within the other does too."""

SAME, LONGEST_NAME = 8, 6
"""Words from which one sentence under two offers is what sells both, and up to which a line is an offer's name: judgements."""

_READ = (
    *(PageKind.HOME, PageKind.ABOUT, PageKind.MISSION, PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION),
    *(PageKind.CUSTOMERS, PageKind.TESTIMONIAL, PageKind.OTHER),
)
_SUM = re.compile(r"[£$€₹]|\d")


@dataclass(frozen=True, slots=True)
class Echo:
    """A page most of whose lines stand on another one: ``lines`` are pairs of a line here and there, ``of`` how many there are here."""

    page: JudgedPage
    other: JudgedPage
    lines: tuple[tuple[Copy, Copy], ...]
    of: int


@once
def echoes(site: Site) -> tuple[Echo, ...]:
    """Pages that say another one again, those with the most lines in common first."""
    own = {page.url: list(_own(site, page)) for page in site.pages if page.kind in _READ and not page.twin_of}
    on = Counter(text for lines in own.values() for text in {copy.text.casefold() for copy in lines})
    pages = {page.url: page for page in site.pages}
    left = {url: [copy for copy in lines if on[copy.text.casefold()] <= FRAMES] for url, lines in own.items()}
    found = []
    for one, other in _likely(left):
        short, long = sorted((one, other), key=lambda url: (len(left[url]), url))
        lines = tuple(_shared(left[short], left[long]))
        if len(lines) >= max(MIN_ECHOED, HALF * len(left[short])):
            found.append(Echo(pages[short], pages[long], lines, len(left[short])))
    return tuple(sorted(found, key=lambda echo: (-len(echo.lines), echo.page.url)))


def _likely(left: dict[str, list[Copy]]) -> list[tuple[str, str]]:
    """The pairs of pages with MIN_ECHOED lines or more that begin alike; how many are looked at grows with the lines."""
    begun: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for url, lines in left.items():
        for copy in lines:
            begun[words(copy.text)[:BEGINS]].add(url)
    pairs = Counter(
        pair for urls in begun.values() if len(urls) <= MOST_ALIKE for pair in combinations(sorted(urls), 2)
    )
    return sorted(pair for pair, count in pairs.items() if count >= MIN_ECHOED)


def _own(site: Site, page: JudgedPage) -> Iterator[Copy]:
    """The lines of a page's copy that say something by themselves."""
    spoken = quoted(site, page)
    for copy in page.copy:
        line = copy.unit.region.is_copy and copy.unit.role in (Role.SENTENCE, Role.BULLET, Role.HEADING)
        theirs = copy.unit.id in spoken or bool(copy.unit.cite)
        if line and not theirs and word_count(copy.text[:LONG]) >= LEAST_WORDS and not _SUM.search(copy.text[:LONG]):
            yield copy


def _shared(lines: list[Copy], others: list[Copy]) -> Iterator[tuple[Copy, Copy]]:
    """The lines that stand among others as well, begun alike and word for word but for little."""
    begun: dict[tuple[str, ...], list[Copy]] = defaultdict(list)
    for other in others:
        begun[words(other.text)[:BEGINS]].append(other)
    for copy in lines:
        bag = frozenset(words(copy.text))
        near = begun.get(words(copy.text)[:BEGINS], [])[:MOST_ALIKE]
        found = next((other for other in near if _alike(bag, frozenset(words(other.text)))), None)
        if found is not None:
            yield copy, found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both >= ALIKE * max(len(one), len(other)) or both == min(len(one), len(other)) >= LEAST_WORDS


@dataclass(frozen=True, slots=True)
class Alike:
    """One sentence that sells several offers of a page: its lines, the offers' names and their lines with prices, where they have them."""

    lines: tuple[Copy, ...]
    names: tuple[str, ...]
    prices: tuple[Copy, ...]


@once
def sold_alike(site: Site) -> tuple[Alike, ...]:
    """Offers beside each other that one sentence of :data:`SAME` words or more sells, those with different prices first.

    Under headings nothing else is said of either but the price; without headings of their own they are told by different prices.
    """
    found = []
    for page in site.pages:
        if page.twin_of or page.kind not in (*_READ, PageKind.PRICING):
            continue
        spoken = quoted(site, page)
        read = [
            copy
            for copy in page.copy
            if copy.unit.region.is_copy
            and copy.unit.role in (Role.SENTENCE, Role.BULLET, Role.HEADING, Role.CELL)
            and not (copy.unit.cite or copy.unit.id in spoken)
        ]
        stands = defaultdict[str, list[int]](list)
        for place, copy in enumerate(read):
            tells = copy.label in (Label.FEATURE, Label.OUTCOME) and not copy.unit.level
            if tells and word_count(copy.text[:LONG]) >= SAME:
                stands[copy.text.casefold()].append(place)
        found += [entry for places in stands.values() if len(places) > 1 and (entry := _sold(read, places))]
    return tuple(sorted(found, key=lambda entry: not entry.prices))


def _sold(read: list[Copy], places: list[int]) -> Alike | None:
    """The offers that the sentence at these places sells; None where it sells one, or where more is said of each."""
    lines = tuple(read[place] for place in places)
    names = tuple(line.unit.heading for line in lines)
    if len(set(names)) == len(names):
        levels = {copy.unit.level for copy in read if copy.unit.level and copy.text in names}
        named = all(0 < word_count(name) <= LONGEST_NAME and not name.endswith("?") for name in names)
        # what differs by a figure alone ("6 months", "12 months") says in its name what differs
        if not named or len(levels) != 1 or len({_NO_LETTERS.sub("", name) for name in names}) < len(names):
            return None
        blocks = [[copy for copy in read if copy.unit.heading == name and not copy.unit.level] for name in names]
        told = [{copy.text for copy in block if not SUM.search(copy.text[:LONG])} for block in blocks]
        if any(block != told[0] for block in told):
            return None
    elif len(set(names)) == 1:
        ends = [*places[1:], len(read)]
        blocks = [read[place + 1 : min(end, place + 1 + NEAR)] for place, end in zip(places, ends, strict=True)]
        # tabs that are no headings stand in a row before the first of what they open
        tabs = read[max(0, places[0] - len(places)) : places[0]]
        row = len(tabs) == len(places) and all(
            not copy.unit.level and word_count(copy.text) <= LONGEST_NAME and not SUM.search(copy.text) for copy in tabs
        )
        names = tuple(copy.text for copy in tabs) if row else ()
    else:
        return None
    priced = [next((copy for copy in block if SUM.search(copy.text[:LONG])), None) for block in blocks]
    prices = tuple(copy for copy in priced if copy is not None)
    if len(prices) < len(lines) or len({copy.text for copy in prices}) < len(lines):
        prices = ()
    headed = lines[0].unit.heading != lines[1].unit.heading
    return Alike(lines, names, prices) if headed or prices else None


NEAR = 2
"""Lines behind a sentence in which the price stands of what it sells."""
_NO_LETTERS = re.compile(r"[\d\W]+")
