"""What says again what stands elsewhere on the site: two pages with the same lines.

Facts of the words as they were read; what frames most pages, prices and customers' words are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

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

BEGINS, MOST_ALIKE = 4, 6
"""Words by which two lines begin alike, and pages above which a beginning tells nothing: judgements."""

ALIKE = 0.85
"""Share of the words of two lines, counted once, that both hold, from which they say the same; a line within the other does too."""

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
