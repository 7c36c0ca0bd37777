"""A concordance of a site: in which of its lines an expression or an entry of a word list is found.

A hundred questions are asked of every line, and each finds something in a few; menus and footers stand on every page. Here
each text is asked once by each of them, however many lines say it, and whoever asks again is told from memory which lines
those are.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from auditor import cues, lexicon
from auditor.model import Copy, JudgedPage

CUT = 300
"""Characters of a line that whoever reads its beginning alone reads at least."""


class Entries(NamedTuple):
    """What stands in these groups of a word list (:mod:`auditor.lexicon`), or in any group."""

    words: str
    groups: tuple[str, ...]


Sought = re.Pattern[str] | Entries
"""What is looked for in the lines of a site."""


def entries(words: str, *groups: str) -> Entries:
    """The entries of these groups of a word list, or of all, to be looked for in the lines of a site."""
    return Entries(words, groups)


class Concordance:
    """The lines of these pages by what is found in them, in the order of the pages.

    Of what is looked for, any will do. It is found in all of a line; a line of more than :data:`CUT` characters is always told,
    since who asks may read no more than its beginning, and what is found there need not be found in all of it.
    """

    def __init__(self, pages: Sequence[JudgedPage]) -> None:
        self._pages = pages
        self._starts = array("I", accumulate((len(page.copy) for page in pages), initial=0))
        numbers: dict[str, int] = {}
        said = array("I", (numbers.setdefault(copy.unit.text, len(numbers)) for page in pages for copy in page.copy))
        self.texts = tuple(numbers)
        many = array("I", bytes(said.itemsize * len(numbers)))
        for number in said:
            many[number] += 1
        # of one text after the other, where it stands
        self._firsts = array("I", accumulate(many, initial=0))
        self._places = array("I", bytes(said.itemsize * len(said)))
        free = self._firsts[:]
        for place, number in enumerate(said):
            self._places[free[number]] = place
            free[number] += 1
        self._long = frozenset(number for text, number in numbers.items() if len(text) > CUT)
        self._by_pattern: dict[re.Pattern[str], array[int]] = {}
        self._by_group: dict[str, dict[str, array[int]]] = {}

    def texts_with(self, sought: Sequence[Sought]) -> Iterator[str]:
        """The texts in which any of this is found, each once."""
        return (self.texts[number] for number in self._numbers(sought))

    def lines_with(
        self, sought: Sequence[Sought], first: JudgedPage | None = None
    ) -> Iterator[tuple[JudgedPage, Copy]]:
        """The lines in which any of this is found, with their pages; those of the page ``first`` before the others."""
        ends = self._firsts
        places = sorted(
            chain.from_iterable([self._places[ends[number] : ends[number + 1]] for number in self._numbers(sought)])
        )
        at = next((place for place, page in enumerate(self._pages) if page is first), None)
        if at is not None:
            start, end = (bisect_left(places, self._starts[place]) for place in (at, at + 1))
            places = [*places[start:end], *places[:start], *places[end:]]
        for place in places:
            number = bisect_right(self._starts, place) - 1
            page = self._pages[number]
            yield page, page.copy[place - self._starts[number]]

    def _numbers(self, sought: Sequence[Sought]) -> list[int]:
        if not sought:
            raise ValueError("nothing is sought")
        found = [self._listed(one) if isinstance(one, Entries) else [self._matched(one)] for one in sought]
        return sorted(self._long.union(*chain.from_iterable(found)))

    @cached_property
    def _looks(self) -> list[int]:
        return cues.looks(self.texts)

    def _matched(self, pattern: re.Pattern[str]) -> array[int]:
        """The numbers of the texts in which an expression is found."""
        found = self._by_pattern.get(pattern)
        if found is None:
            search, texts = pattern.search, self.texts
            may = cues.likely(pattern, self._looks)
            found = array("I", (number for number in may if search(texts[number]) is not None))
            self._by_pattern[pattern] = found
        return found

    def _listed(self, sought: Entries) -> Iterable[array[int]]:
        """The numbers of the texts in which entries stand, by group."""
        groups = self._by_group.get(sought.words)
        if groups is None:
            groups = self._by_group[sought.words] = defaultdict(lambda: array("I"))
            groups_in = lexicon.load(sought.words).groups_in
            for number, text in enumerate(self.texts):
                for group in groups_in(text):
                    groups[group].append(number)
        return [groups[group] for group in sought.groups] if sought.groups else groups.values()
