"""A list that stands in two versions, one with an entry that the other lacks; and what is offered at large, and elsewhere on a condition.

Two lists are one where they stand under one word, one holds all that the other names, and one of them speaks for the whole house.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from auditor.cues import rare
from auditor.discord import Discord
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import GENERAL, READ, SECTION, nouns
from auditor.voices import quoted

LONGEST, SHORTEST = 160, 3
"""Characters of a list that is read, and entries that the shorter one must have."""

LONGEST_LIST = 8
"""Entries beyond which a list is a catalogue of which one page shows a part."""

MORE = 2
"""Entries that the longer list may have beyond the shorter: with more it is another list."""

MOST_HELD = 30
"""Lists that share an entry and are held against each other."""

OF_WORDS = 4
"""Words of one entry; more make a clause."""

_LIST = re.compile(r"(?:(?P<label>[^:,]{3,60}):\s*)?(?P<list>[^:;.,!?\d]{2,45}(?:, [^:;.,!?\d]{2,45})+)\.?")
_COMMAS = re.compile(r"(?:^|: ?)[^:;.,!?\d]{2,45}, [^:;.,!?\d]{2,45},? ")
_SPLIT = re.compile(r",? (?:and|&|or) |, ")
_OPEN = re.compile(
    r"\b(?:such as|includ\w+|like|e\.g|etc|more|others?|various|many|some|any|from|we|you|is|are|with)\b", re.I
)
"""What says that a list names examples, or is a sentence."""
_ASKED = re.compile(
    r"\b(?:require[ds]?|requirements?|must|needs?|needed|proof|bring|accepted|we accept|payment|vaccin\w+|documents?)\b",
    re.I,
)
"""Over what a visitor must have: one entry too few, and he is turned away."""


class _List(NamedTuple):
    page: JudgedPage
    copy: Copy
    entries: frozenset[str]
    written: dict[str, str]
    over: frozenset[str]
    asked: bool


def discords(site: Site) -> Iterator[Discord]:
    """One list in two versions, and one thing offered with and without a condition."""
    yield from islice(_versions(site), 1)
    yield from islice(_conditions(site), 1)


def _own(site: Site, page: JudgedPage, copy: Copy) -> bool:
    said = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and not copy.unit.href
    return said and not page.twin_of and page.kind in READ and copy.unit.id not in quoted(site, page)


def _versions(site: Site) -> Iterator[Discord]:
    found: list[_List] = []
    for page, copy in site.lines_with(_COMMAS):
        match = _LIST.fullmatch(copy.text) if len(copy.text) <= LONGEST and _own(site, page, copy) else None
        if match is None or _OPEN.search(copy.text):
            continue
        written = {entry.strip().casefold(): entry.strip() for entry in _SPLIT.split(match["list"]) if entry.strip()}
        if SHORTEST <= len(written) <= LONGEST_LIST and all(entry.count(" ") < OF_WORDS for entry in written):
            said = f"{match['label'] or ''} {copy.unit.heading} {copy.unit.before}"
            over = nouns(said) - SECTION - nouns(match["list"])
            found.append(_List(page, copy, frozenset(written), written, over, _ASKED.search(said) is not None))
    by_entry: dict[str, list[_List]] = defaultdict(list)
    for one in found:
        for entry in one.entries:
            by_entry[entry].append(one)
    pairs = (
        (less, more)
        for alike in by_entry.values()
        for less in alike[:MOST_HELD]
        for more in alike[:MOST_HELD]
        if _lacks(less, more)
    )
    for less, more in sorted(pairs, key=lambda pair: not (pair[0].asked or pair[1].asked)):
        missing = [more.written[entry] for entry in more.written if entry not in less.entries]
        title = f"One list stands in two versions: “{missing[0]}” is in one of them alone"
        asked = less.asked or more.asked
        fix = "Decide what belongs to it, and give the whole list in both places; if it is two lists, say what each is for."
        yield Discord("lists", title, ((less.copy,), (more.copy,)), fix, 0.89 if asked else 0.55, lead=asked)


def _lacks(less: _List, more: _List) -> bool:
    """Whether one list is another of the same thing without an entry or two."""
    apart = less.page is not more.page and bool({less.page.kind, more.page.kind} & GENERAL)
    return (
        apart
        and less.entries < more.entries
        and len(more.entries - less.entries) <= MORE
        and bool(less.over & more.over)
    )


# --- at large, and on a condition ---------------------------------------------------------------------------------------

_ONLY = r"(?:when|where|if) (?:applicable|possible|available|needed)|(?:on|by|upon) request(?: only)?|at (?:an )?(?:extra|additional) (?:cost|charge)|(?:an )?(?:extra|additional) (?:cost|charge)s?(?: applies| apply)?|subject to availability|weather permitting|coming soon"
_CONDITION = rare(rf"[(,–—-] ?(?:{_ONLY})\)?\W*$", re.I)
_ON_CONDITION = re.compile(rf"(?P<what>[^(,–—]{{6,80}}?)\s*[(,–—-] ?(?P<only>{_ONLY})\)?\W*", re.I)
_CLEAN = re.compile(r"[\W_]+")


def _conditions(site: Site) -> Iterator[Discord]:
    """An entry of an offer that stands on another page word for word, and with a condition."""
    bound = [
        (page, copy, match)
        for page, copy in site.lines_with(_CONDITION)
        if len(copy.text) <= LONGEST and (match := _ON_CONDITION.fullmatch(copy.text)) and _own(site, page, copy)
    ]
    wanted = {_bare(match["what"]) for _, _, match in bound if " " in match["what"].strip()}
    if not wanted:
        return
    at_large: dict[str, list[tuple[JudgedPage, Copy]]] = defaultdict(list)
    for page in site.pages:
        for copy in page.copy:
            if len(copy.text) <= LONGEST and (bare := _bare(copy.text)) in wanted and _own(site, page, copy):
                at_large[bare].append((page, copy))
    for page, copy, match in bound:
        for its_page, other in at_large[_bare(match["what"])][:MOST_HELD]:
            if its_page is not page:
                title = f"What one page offers without a condition another offers “{match['only']}”: “{other.text}”"
                fix = "Say on both pages when it is to be had and what it costs, or offer it without the condition."
                yield Discord("on-condition", title, ((other,), (copy,)), fix, 0.7)


def _bare(text: str) -> str:
    return _CLEAN.sub(" ", text.casefold().replace("&", "and")).strip()
