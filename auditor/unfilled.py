"""What a bought template holds until somebody fills it in, and nobody did: customers' cards, counters, a headline of another trade."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from auditor.audit import quote
from auditor.leftovers import cards
from auditor.model import Copy, PageKind, Region
from auditor.places import Hit, Spot, prominence
from auditor.site import Site
from auditor.text import listed, word_count

COUNTERS = 3
"""Counters of one page that carry the same number from which it is the template's: two may be alike by chance."""

SMALLEST = 1000
"""Number from which that is told: "24" hours and "100" % may well stand three times."""

LABEL = 5
"""Words up to which a line says what a counter counts."""

_NUMBER = re.compile(r"(\d[\d,.]*)\s?[+k%]?", re.I)

_TRADES = {
    "logistics": "logist|freight|transport|haul|cargo|shipping|courier|warehous|forwarding|relocat|moving",
    "construction": "construct|build|contract|renovat|roof|carpent|joiner|concrete|paving|develop",
    "cleaning": "clean|wash|janitor|housekeep|maid",
    "insurance": "insur|broker|underwrit",
    "travel": "travel|tour|trip|holiday|vacation|flight|hotel",
    "marketing": "market|advertis|brand|seo|campaign|media",
    "real estate": "real estate|propert|letting|realt|landlord|homes",
    "law": "law|legal|attorney|solicitor|litigat|court",
    "recruitment": "recruit|staffing|hiring|vacanc|candidate",
    "accounting": "account|tax|bookkeep|audit|payroll",
    "software": "software|app|develop|program|code|digital",
    "architecture": "architect|building|planning|interior",
    "catering": "cater|food|menu|kitchen|chef",
    "solar": "solar|photovolt|panels|energy",
}
"""Trades that templates are sold for, and how words begin by which a site would speak of one."""

_TRADE = re.compile(
    rf"(?:we(?: are|['’]re)|your) (?:[\w-]+ ){{0,4}}?({'|'.join(_TRADES)}) (?:company|firm|agency|business|service provider)\b",
    re.I,
)


def left(site: Site) -> Iterator[Hit]:
    """What a template left on a site; each kind once."""
    yield from _cards(site)
    yield from _counters(site)
    yield from _stranger(site)


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


def _stranger(site: Site) -> Iterator[Hit]:
    """A heading or a line of a first screen that names a trade of which the site speaks nowhere else."""
    for page in site.pages:
        for copy in page.copy if page.kind is not PageKind.BLOG else ():
            own = copy.unit.level or copy.unit.region is Region.FIRST
            match = _TRADE.match(copy.text) if own and copy.unit.region.is_copy else None
            if match and not _speaks(site, copy.text, _TRADES[match[1].casefold()]):
                yield Hit(
                    "stranger",
                    Spot(copy.text, quote(copy), page, prominence(site, page, copy), copy),
                    copy.text,
                    match[1].casefold(),
                )
                return


def _speaks(site: Site, line: str, begins: str) -> bool:
    """Whether any other text of the site holds a word that begins so."""
    word = re.compile(rf"\b(?:{begins})", re.I)
    if word.search(f"{site.name} | {' | '.join((*site.names, *site.navigation))}") or re.search(begins, site.host):
        return True
    for page in site.pages:
        alts = (image.alt or "" for image in page.page.images)
        said = (page.page.title, page.page.description, *(copy.text for copy in page.copy), *alts)
        if any(text != line and word.search(text) for text in said):
            return True
    return False
