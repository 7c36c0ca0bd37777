"""What one service or product costs, told on its own page and on another with two prices.

A page is known by the names that the site itself links to it with, and by its own headline. A block of another page that
is headed by that name speaks of the same thing: a card of the home page, a line of the price list. Only prices of one
kind are compared: per hour with per hour, "from" with "from".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.discord import Discord
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.tables import tables
from auditor.things import GENERAL, READ, SECTION, nouns

MOST_PAGES = 400
"""Pages whose offers are told apart by name; a larger catalogue is kept by a system and not by hand."""

NAMED = 60
"""Characters of a name by which a page is linked."""

LINE = 160
"""Characters of a line in which a price is read: a longer one speaks of more than the price."""


_SUM = re.compile("[$£€₹]")
_PRICE = re.compile(
    r"(?P<from>\b(?:from|starting (?:at|from)|starts? (?:at|from)|prices from|as low as)\s*:?\s*(?:just |only )?)?(?P<sign>[$£€₹])\s?(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)(?![\d,.]*\d)(?!\s*(?:-|–|to)\s*[$£€₹]?\d)"
    r"(?P<per>\s*(?:/|per|an?|each|p/)\s*(?P<each>hours?|hr?|h|nights?|days?|weeks?|months?|mo|years?|yr|persons?|people|pp|adult|child|class|lesson|session|visit|room|m2|m²|sq\.? ?m|sq\.? ?ft)\b)?",
    re.I,
)
_EACH = {"h": "hour", "hr": "hour", "mo": "month", "yr": "year", "pp": "person", "people": "person"}
_NO_PRICE = re.compile(
    r"\b(?:saves?|savings?|off|discount|deposit|worth|was|were|voucher|gift|fine|penalt|up to|over|under|more than|less than|minimum|min\.?|extra|additional|plus|add|each additional|second|postage|delivery|shipping|insurance|fee|fees|charge|repeat|vat|tax|members?|child|children|students?|concessions?|seniors?|pensioners?|oaps?|infants?|toddlers?|off-peak|weekend|sunday|bank holiday|sale|offer|special|value|deal|introductory|first|new (?:clients|customers))\b",
    re.I,
)
"""What makes a sum another than the price of the thing, or the price of some."""


@dataclass(frozen=True, slots=True)
class _Price:
    copy: Copy
    words: str
    value: float
    unit: str
    least: bool


def discords(site: Site) -> Iterator[Discord]:
    """Things with two prices on two pages, as one."""
    if len(site.pages) > MOST_PAGES:
        return
    names = _names(site)
    prices: list[tuple[str, _Price, _Price]] = []
    for page in site.pages:
        if page.twin_of or page.kind not in READ:
            continue
        for heading, block in (*_blocks(page).items(), *_lines(page)):
            found = _prices(block)
            url = _named(names, heading, page.url) if found else None
            if url is None or (own := site.page(url)) is None:
                continue
            if pair := _differ(found, _own_prices(names, own)):
                prices.append((heading, *pair))
    yield from _two_prices([*prices, *_rows(site)])


def _two_prices(prices: Sequence[tuple[str, _Price, _Price]]) -> Iterator[Discord]:
    by_name: dict[str, tuple[str, _Price, _Price]] = {}
    for entry in prices:
        by_name.setdefault(entry[0].casefold(), entry)
    if by_name:
        (heading, one, other), *more = by_name.values()
        title = f"“{heading}” costs “{one.words}” on one page and “{other.words}” on another"
        if more:
            title += f"; “{more[0][0]}” “{more[0][1].words}” and “{more[0][2].words}”"
        # the title names the second pair: four prices side by side are not read as two pairs
        lines = ((one.copy,), (other.copy,))
        fix = "Decide which price holds and write it on both pages; where they are two offers, name each."
        yield Discord("two-prices", title, lines, fix, 0.95)


# --- what a page is called ------------------------------------------------------------------------------------------


def _names(site: Site) -> dict[frozenset[str], str | None]:
    """The words of the names by which pages of one thing are linked or headed -> their address; None for a name of two."""
    found: dict[frozenset[str], str | None] = {}
    of_things = {page.url for page in site.pages if not page.twin_of and page.kind not in GENERAL and page.kind in READ}
    named: list[tuple[str, str]] = []
    for page in site.pages:
        for link in page.page.links:
            url = link.url.partition("#")[0]
            if url in of_things and url != page.url and link.text and len(link.text) <= NAMED:
                named.append((link.text, url))
        if page.url in of_things:
            named += [(copy.text, page.url) for copy in page.copy if copy.unit.level == 1 and len(copy.text) <= NAMED]
    for text, url in dict.fromkeys(named):
        words = nouns(text)
        if words - SECTION:
            found[words] = url if found.get(words, url) == url else None
    return found


def _named(names: dict[frozenset[str], str | None], heading: str, here: str) -> str | None:
    """The page whose name a heading is, in the same words, or in two and more of those that no other page's name has all of."""
    words = nouns(heading)
    if not words - SECTION or len(heading) > NAMED:
        return None
    if words in names:
        url = names[words]
    elif len(words) > 1:
        held = {its for name, its in names.items() if words < name and len(name) <= len(words) + 1}
        url = held.pop() if len(held) == 1 else None
    else:
        return None
    return url if url and urlsplit(url).path != urlsplit(here).path else None


def _blocks(page: JudgedPage) -> dict[str, list[Copy]]:
    """The lines of a page by the heading they stand under, tables and lists of links left out; a heading that stands twice is none."""
    found: dict[str, list[Copy]] = defaultdict(list)
    times: dict[str, int] = defaultdict(int)
    for copy in page.copy:
        unit = copy.unit
        if not unit.region.is_copy:
            continue
        if unit.level:
            times[copy.text] += 1
        if unit.role not in (Role.LINK, Role.QUOTE) and unit.heading and not unit.level:
            found[unit.heading].append(copy)
    return {heading: lines for heading, lines in found.items() if times[heading] == 1}


def _lines(page: JudgedPage) -> Iterator[tuple[str, list[Copy]]]:
    """Lines that name a thing and then its price ("Rug cleaning from £48"), each under that name."""
    for copy in page.copy:
        if copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and _SUM.search(copy.text):
            match = _PRICE.search(copy.text[:LINE])
            if match and (name := copy.text[: match.start()].strip(" :–—-")):
                yield name, [copy]


# --- what it costs ----------------------------------------------------------------------------------------------------


def _prices(block: Sequence[Copy]) -> list[_Price]:
    """The prices of a block; of one kind (per hour, "from") those that stand alone."""
    found: dict[tuple[str, bool], list[_Price]] = defaultdict(list)
    several: set[tuple[str, bool]] = set()
    for copy in block:
        if len(copy.text) > LINE or _SUM.search(copy.text) is None:
            continue
        matches = list(_PRICE.finditer(copy.text))
        rest = _PRICE.sub(" ", copy.text)
        if len(matches) != 1 or _NO_PRICE.search(rest) or _SUM.search(rest):
            several |= set(map(_kind, matches))  # it speaks of several, or of another
            continue
        found[_kind(matches[0])].append(_read(copy, matches[0]))
    alone = (prices[0] for kind, prices in found.items() if kind not in several and len({p.value for p in prices}) == 1)
    return [price for price in alone if price.value]


def _kind(match: re.Match[str]) -> tuple[str, bool]:
    each = (match["each"] or "").casefold()
    each = _EACH.get(each, each.rstrip("s") if each not in ("class",) else each)
    return match["sign"] + (f"/{each}" if each else ""), bool(match["from"])


def _read(copy: Copy, match: re.Match[str]) -> _Price:
    unit, least = _kind(match)
    return _Price(copy, match[0].strip(" :"), float(match["sum"].replace(",", "")), unit, least)


def _own_prices(names: dict[frozenset[str], str | None], page: JudgedPage) -> list[_Price]:
    """The prices that a page gives for what it is about: "from" or for a unit, one of each kind, none of another page's thing."""
    lines = []
    for copy in page.copy:
        unit = copy.unit
        own = unit.region.is_copy and unit.role not in (Role.LINK, Role.QUOTE) and not unit.level
        if own and _SUM.search(unit.text) and _named(names, unit.heading, page.url) is None:
            lines.append(copy)
    return [price for price in _prices(lines) if price.least or "/" in price.unit]


def _differ(found: Sequence[_Price], its: Sequence[_Price]) -> tuple[_Price, _Price] | None:
    """Two prices of one kind that cannot both hold: two least ones, two per unit, or one under the least."""
    for one in found:
        for other in its:
            if one.unit != other.unit or one.value == other.value:
                continue
            if one.least == other.least and (one.least or "/" in one.unit):
                return one, other
            sum_, least = (other, one) if one.least else (one, other)
            if sum_.value < least.value and "/" in one.unit:
                return one, other
    return None


# --- rows of two price lists --------------------------------------------------------------------------------------------

OF_A_NAME = 2
"""Words that the name of a row must have to be held against a row of another page."""

_ONLY = re.compile(r"(?:from )?[$£€₹]\s?(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)", re.I)


def _rows(site: Site) -> Iterator[tuple[str, _Price, _Price]]:
    """Rows of tables on two pages, the price list among them, with one name under one header and two prices."""
    found: dict[tuple[str, str], dict[str, list[_Price]]] = defaultdict(lambda: defaultdict(list))
    general: set[str] = set()
    for page in site.pages:
        if page.twin_of or page.kind not in READ:
            continue
        if page.kind is PageKind.PRICING or page.kind is PageKind.HOME:
            general.add(page.url)
        for table in tables(page):
            for row in table.rows:
                for head, cell in zip(table.header[1:], row[1:], strict=False):
                    if (match := _ONLY.fullmatch(cell.text)) and len(nouns(row[0].text)) >= OF_A_NAME:
                        name = " ".join(row[0].text.casefold().split())
                        price = _Price(cell, cell.text, float(match["sum"].replace(",", "")), cell.text[0], False)
                        found[name, head.text.casefold()][page.url].append(price)
    for (name, _), by_page in found.items():
        if len(by_page) == 2 and general & by_page.keys() and all(len(prices) == 1 for prices in by_page.values()):
            (one,), (other,) = by_page.values()
            if one.value != other.value:
                yield name, one, other
