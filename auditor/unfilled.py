"""What a bought template holds until somebody fills it in, and nobody did: customers' cards, counters and galleries."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from auditor.audit import quote
from auditor.leftovers import cards
from auditor.model import Copy
from auditor.places import Hit, Spot
from auditor.site import Site
from auditor.text import listed, word_count

COUNTERS = 3
"""Counters of one page that carry the same number from which it is the template's: two may be alike by chance."""

SMALLEST = 1000
"""Number from which that is told: "24" hours and "100" % may well stand three times."""

LABEL = 5
"""Words up to which a line says what a counter counts."""

_NUMBER = re.compile(r"(\d[\d,.]*)\s?[+k%]?", re.I)


def left(site: Site) -> Iterator[Hit]:
    """What a template left on a site; each kind once."""
    yield from _cards(site)
    yield from _counters(site)
    yield from _tiles(site)


def _cards(site: Site) -> Iterator[Hit]:
    """All cards of customers' words that hold the template's, as one: the first, and how many there are."""
    count, first, said = 0, None, dict[str, None]()
    for page in site.pages:
        held = {unit.id for unit in cards(page.page)}
        card: set[str] = set()
        for copy in page.copy if held and not page.twin_of else ():
            if copy.unit.id not in held:
                continue
            if not card or copy.text in card:  # the next one begins as this one did
                count, card = count + 1, set()
            card.add(copy.text)
            said[copy.text] = None
            first = first or (page, copy)
    if first:
        page, copy = first
        spot = Spot(copy.text, quote(copy), page, 1.0, copy)
        many = f"{count} card{'s' * (count > 1)}"
        yield Hit("card", spot, "”, “".join(list(said)[:COUNTERS]), many)


def _counters(site: Site) -> Iterator[Hit]:
    """Numbers that stand alone over what they count, all of one page the same."""
    for page in site.pages:
        counted: dict[str, list[tuple[Copy, str]]] = defaultdict(list)
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        for copy, under in pairwise(lines):
            if (match := _NUMBER.fullmatch(copy.text)) and under.text[:1].isalpha() and word_count(under.text) <= LABEL:
                counted[match[1]].append((copy, under.text))
        if len(counted) != 1 or page.twin_of:
            continue
        ((number, places),) = counted.items()
        labels = list(dict.fromkeys(label for _, label in places))
        if len(labels) >= COUNTERS and int(re.sub(r"\D", "", number)) >= SMALLEST:
            copy = places[0][0]
            yield Hit(
                "counters",
                Spot(copy.text, quote(copy), page, 1.0, copy),
                copy.text,
                listed([f"“{label}”" for label in labels]),
            )
            return


TILES = 2
"""Times that one heading's tiles say only what was to be shown in them, from which nobody meant it: a caption may be called so once."""

_STAND_IN = re.compile(
    r"(?:(?:your|our|an?|add|insert|upload|project|product|team|staff|sample|gallery|work|job|room|property|company|client|partner|before|after) )*"
    r"(?:photo(?:graph)?|image|picture|video|logo|headshot)s?(?: (?:here|goes here|placeholder|coming soon|to come))?(?: ?#?\d{1,2})?"
    r"|before ?(?:/|&|and|-|–) ?after(?: (?:photo|image|picture)s?)?",
    re.I,
)
"""What stands where a picture was to be shown, as the whole line."""


def _tiles(site: Site) -> Iterator[Hit]:
    """Galleries without a picture: headings under which nothing could show one, over tiles that say what was to stand there."""
    for page in site.pages:
        bare = {door.text for door in page.page.doors if door.kind == "bare"}
        lines = [copy for copy in page.copy if copy.unit.region.is_copy] if bare and not page.twin_of else []
        for head in (copy for copy in lines if copy.unit.level and copy.text in bare):
            tiles = [
                copy
                for copy in lines
                if copy.unit.heading == head.text and _STAND_IN.fullmatch(copy.text.strip(" .:!()[]"))
            ]
            if len(tiles) >= TILES:
                said = Counter(copy.text for copy in tiles).most_common(1)[0][0]
                told = (
                    f": {len(tiles)} tiles say “{said}”"
                    if tiles[0].text == tiles[1].text
                    else f": its tiles say “{said}”"
                )
                yield Hit("pictures", Spot(head.text, quote(head), page, 1.0, head), head.text, told, quote(tiles[0]))
