"""What says again what stands elsewhere on the site: two pages with the same lines.

Facts of the words as they were read; what frames most pages, prices and customers' words are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from auditor.likeness import words
from auditor.model import Copy, JudgedPage, PageKind, Role
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

ALIKE = 0.85
"""Share of the words of two lines, counted once, that both hold, from which they say the same; a line within the other does too."""

MOST_PAGES = 200
"""Pages on which a word may stand by which lines are looked for: one on more of them is nothing of a page's own.

A judgement: without it, the time for a site that says the same of many things would grow with the square of its pages.
"""

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
    left = {
        url: [(frozenset(words(copy.text)), copy) for copy in lines if on[copy.text.casefold()] <= FRAMES]
        for url, lines in own.items()
    }
    found = []
    for one, other in _likely({url: lines for url, lines in left.items() if len(lines) >= MIN_ECHOED}):
        short, long = sorted((one, other), key=lambda url: (len(left[url]), url))
        lines = tuple(_shared(left[short], left[long]))
        if len(lines) >= max(MIN_ECHOED, HALF * len(left[short])):
            found.append(Echo(pages[short], pages[long], lines, len(left[short])))
    return tuple(sorted(found, key=lambda echo: (-len(echo.lines), echo.page.url)))


_Line = tuple[frozenset[str], Copy]
"""A line with its words."""


def _likely(left: dict[str, list[_Line]]) -> list[tuple[str, str]]:
    """The pairs of pages, in order, of which one may hold MIN_ECHOED lines of the other: few of all pairs.

    Of two lines that say the same, one holds the rarest word of the other that is within it, or, where each has words
    of its own, one of its few rarest: all of them cannot be missing.
    """
    often = Counter(word for lines in left.values() for bag, _ in lines for word in bag)
    holding: dict[str, set[str]] = defaultdict(set)
    rarest: dict[str, set[str]] = defaultdict(set)
    rare_first = {
        url: [sorted(bag, key=lambda word: (often[word], word)) for bag, _ in lines if bag]
        for url, lines in left.items()
    }
    for url, lines in rare_first.items():
        for line in lines:
            rarest[line[0]].add(url)
            for word in line:
                holding[word].add(url)
    pairs: Counter[tuple[str, str]] = Counter()
    for url, lines in rare_first.items():
        for line in lines:
            few = line[: len(line) - ceil(ALIKE * len(line)) + 1]
            places = [holding[word] for word in few] + [rarest[word] for word in line if word in rarest]
            others = set().union(*(place for place in places if len(place) <= MOST_PAGES))
            pairs.update((url, other) for other in others if other != url)
    return sorted({(min(pair), max(pair)) for pair, lines in pairs.items() if lines >= MIN_ECHOED})


def _own(site: Site, page: JudgedPage) -> Iterator[Copy]:
    """The lines of a page's copy that say something by themselves."""
    spoken = quoted(site, page)
    for copy in page.copy:
        line = copy.unit.region.is_copy and copy.unit.role in (Role.SENTENCE, Role.BULLET, Role.HEADING)
        theirs = copy.unit.id in spoken or bool(copy.unit.cite)
        if line and not theirs and word_count(copy.text[:LONG]) >= LEAST_WORDS and not _SUM.search(copy.text[:LONG]):
            yield copy


def _shared(lines: list[_Line], others: list[_Line]) -> Iterator[tuple[Copy, Copy]]:
    """The lines that stand among others as well, word for word but for little."""
    for bag, copy in lines:
        found = next((other for held, other in others if _alike(bag, held)), None)
        if found is not None:
            yield copy, found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both >= ALIKE * max(len(one), len(other)) or both == min(len(one), len(other)) >= LEAST_WORDS
