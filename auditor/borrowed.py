"""What another firm left in the copy: lines that speak in its name, headings that sell in its town.

A text that was taken over from another site, or from a template, keeps the other's name and town in a line or two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor import naming
from auditor.cues import rare
from auditor.discord import Discord
from auditor.misnamed import introduced
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.things import READ, nouns, things
from auditor.voices import quoted

OFTEN = 3
"""Pages that name the company, and lines that name its town, before a line with another is one left over."""

LEFT = 3
"""Lines in which another town may stand and be left over: more are meant."""

LESS = 0.5
"""Pages with the other firm's name, of those with the company's, up to which it is the one that is left over."""

SHOWN = 3
"""Lines that are shown."""

LONGEST = 300
"""Characters of a line that is read."""

_NAME = r"[A-Z][\w&'’-]+(?: (?:& |and |of |the )?[A-Z][\w&'’-]+){1,4}"
_SPEAKS = rare(
    rf"\b(?:At|Here at|We at|we at|At the|Us at) (?P<name>{_NAME}),? (?:we|our|you)\b|\bWe,? at (?P<name2>{_NAME}),"
    rf"|\b[Tt]he term [“\"'‘](?P<name3>{_NAME})[”\"'’]"
)
_TRADE = (
    "Academy|Accountants|Accountancy|Autos?|Bakery|Barbers?|Boutique|Brewery|Builders|Caf[eé]|Catering|Cattery|Cleaners|Cleaning|Clinic|College|"
    "Construction|Dairy|Decorators|Dental|Dentists?|Electrical|Electricians?|Florists?|Garage|Gym|Heating|Hospital|Hotel|Inn|Joinery|Kennels?|"
    "Landscapes?|Landscaping|Lettings|Lodge|Motors|Movers|Nursery|Optic(?:al|ians?)|Pharmacy|Photography|Physio\\w*|Plumbers|Plumbing|Pre-?school|"
    "Removals|Restaurant|Roofers|Roofing|Salon|School|Solicitors|Spa|Studios?|Surgery|Surveyors|Tyres|Veterinary|Vets?|Workshop"
)
"""What the names of small firms say that they are. "Centre", "Agency", "Services" and legal forms are in everybody else's names too."""
_FIRM = rf"(?:[A-Z][\w&'’-]+ (?:(?:& |and |of )?[A-Z][\w&'’-]+ ){{0,3}}?)(?:{_TRADE})"
_ADDRESSED = rare(
    rf"\b(?i:come(?: back| along)? to|choos(?:e|ing)|contact|call|visit|trust|book(?:ing)? with|welcome to|bring (?:it|them|your \w+) to) (?:the )?(?P<name>{_FIRM})"
    r"[,;–—-]? (?:(?:and|where|as|because|for) )?(?:we|our|you)\b"
    rf"|\b(?i:come back to|choos(?:e|ing)) (?:the )?(?P<name2>{_FIRM})(?: (?:for|to|today|now|when|as|because)\b|[.!?]|$)"
)
"""Asks its readers to come to a firm, and goes on as "we"; or bids them choose it."""
_PARTY = rare(
    rf"\b(?:belong(?:s|ed)? to|between you and|(?:customers?|clients?|pupils?|students?|patients?|guests?|members?|staff|employees?|terms|policy|policies) of|by using) (?:the )?(?P<name>{_FIRM})(?!['’]s? [a-z])\b"
    rf"|(?:^|[.!?] )(?:The )?(?P<name2>{_FIRM}) (?:reserves? the right|accepts? no|(?:will|shall) not be (?:held )?(?:liable|responsible)|(?:is|are) not (?:liable|responsible|able to accept))\b"
)
"""In terms and policies: the firm whose they are."""
_PLACE = re.compile(
    r"\b(?P<what>[A-Za-z]{4,}) (?i:in|across|throughout) (?P<place>[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?|[A-Z]{4,})\b(?! ?(?:[Ss]treet|STREET|[Rr]oad|ROAD))"
)
_IN = re.compile(r" (?:in|IN) ")
_JOBS = re.compile(r"project|galler|case|portfolio|work|news|recent|blog", re.I)
"""What the address of a page of single jobs says."""
_NO_PLACE = frozenset(
    "january february march april may june july august september october november december spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday "
    "english french german spanish welsh chinese business person general action advance stock touch love mind history excel word windows christmas easter step section table figure "
    "your our their this that these those most many some every both what which case part full need order total detail details place time style line minutes hours days weeks months years house home".split()
)


def discords(site: Site) -> Iterator[Discord]:
    """Another firm that speaks in the copy as its own, and another town in which it sells, as one."""
    firm, town = _speaker(site), _town(site)
    if not (firm or town):
        return
    told, fixes, lines = [], [], []
    if firm:
        name, said, ours = firm
        told.append(
            f"Another firm's text stands in its copy: “{name}” in {_count(len(said), 'line')} of a site of “{naming.short(site.name)}”"
        )
        fixes.append(f"put your own name for “{name}” or take the line out")
        lines += [*said[:SHOWN], ours]
    if town:
        place, sold, home, pages, ours = town
        sells = f"{_count(len(sold), 'line')} {'sells' if len(sold) == 1 else 'sell'} in {place} what {pages} pages sell in {home}"
        told.append(sells if firm else sells[0].upper() + sells[1:])
        fixes.append(f"put {home} for {place}, or say elsewhere that you work there too")
        lines += [*(copy for copy in sold[: SHOWN - 1] if copy not in lines), ours]
    fix = "; ".join(fixes)
    yield Discord("other-firm", "; ".join(told), tuple((copy,) for copy in lines), f"{fix[0].upper()}{fix[1:]}.", 0.95)


def _speaker(site: Site) -> tuple[str, list[Copy], Copy] | None:
    """The firm of "At Brightway Cleaners, we ...", or whom the terms define, on a site of a company of another name, its lines, and one of the company's."""
    named = site.name_pattern
    ours = [(page.url, copy) for page, copy in site.lines_with(named) if named.search(copy.text)]
    if len({url for url, _ in ours}) < OFTEN:
        return None  # the name is not sure enough to convict another
    # a word of the trade is in many names
    own = {word for name in (site.name, *site.names) for word in nouns(name)} - site.small_words
    subjects = set(things(site).values())
    found: dict[str, list[Copy]] = defaultdict(list)
    for page, copy in _lines(site, _SPEAKS, _ADDRESSED, _PARTY):
        if match := _spoken(page, copy.text):
            name = naming.short(next(filter(None, match.groupdict().values())))
            strange = not site.name_pattern.search(name) and not nouns(name) & own and nouns(name) not in subjects
            if strange and not _in_host(site, name) and copy.unit.id not in quoted(site, page):
                found[name].append(copy)
    for name, said in found.items():
        # what else names it comes with it: headings that it signs, the rest of its terms
        named = re.compile(rf"\b{re.escape(name)}\b", re.I)
        pages = {page.url for page, copy in site.lines_with(named) if named.search(copy.text)}
        if len(pages) > LESS * len({url for url, _ in ours}) or _of_the_house(site, name) or introduced(site, name):
            continue
        said += [copy for _, copy in _lines(site, named) if named.search(copy.text) and copy not in said]
        return name, said, min((copy for _, copy in ours), key=lambda copy: copy.unit.role is not Role.SENTENCE)
    return None


def _spoken(page: JudgedPage, text: str) -> re.Match[str] | None:
    """Where a firm speaks in a line, is asked to be come to by those who go on as "we", or is whose these terms are."""
    terms = _PARTY.search(text) if page.kind is PageKind.POLICY else None
    return _SPEAKS.search(text) or _ADDRESSED.search(text) or terms


def _of_the_house(site: Site, name: str) -> bool:
    """Whether a name is that of something the company runs: it heads a block or a link, or "our" stands before it."""
    ours = re.compile(rf"\b[Oo]ur {re.escape(name)}\b")
    return any(
        ours.search(copy.text) or (copy.unit.role is not Role.SENTENCE and copy.text.casefold() == name.casefold())
        for page in site.pages
        for copy in page.copy
    )


def _town(site: Site) -> tuple[str, list[Copy], str, int, Copy] | None:
    """A town in which lines sell what most pages sell in another: it, its lines, the other, its pages, and one of its lines."""
    by_place: dict[str, list[tuple[str, str, Copy]]] = defaultdict(list)
    for page, copy in _lines(site, _IN):
        for match in _PLACE.finditer(copy.text):
            place = match["place"].title()
            if not set(place.casefold().split()) & _NO_PLACE:
                by_place[place].append((next(iter(nouns(match["what"])), ""), page.url, copy))
    pages = {place: len({url for _, url, _ in lines}) for place, lines in by_place.items()}
    home = max(pages, key=lambda place: (pages[place], place), default="")
    if not home or pages[home] < OFTEN:
        return None
    trade = {what for what, _, _ in by_place[home]} - {""}
    strange = []
    for place, lines in sorted(by_place.items()):
        where = re.compile(rf"\b{re.escape(place)}\b", re.I)
        sold = list(dict.fromkeys(copy for what, _, copy in lines if what in trade))
        if place == home or not sold or len(sold) > LEFT:
            continue
        if home.split()[0] in place.split() or place.split()[0] in home.split():
            continue  # a name that holds the other's, or a part of one place
        titled = any(where.search(page.page.title) or place.casefold() in page.url.casefold() for page in site.pages)
        elsewhere = any(where.search(copy.text) and copy not in sold for _, copy in _lines(site, where))
        if not titled and not elsewhere:
            ours = min((copy for *_, copy in by_place[home]), key=lambda copy: not copy.unit.level)
            strange.append((place, sold, home, pages[home], ours))
    # several towns are where its jobs were
    return strange[0] if len(strange) == 1 and not _JOBS.search(strange[0][1][0].unit.page) else None


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}" if count > 1 else f"one {what}"


def _in_host(site: Site, name: str) -> bool:
    bare = re.sub(r"[^a-z]", "", name.casefold())
    return bare in re.sub(r"[^a-z]", "", site.host.casefold())


def _lines(site: Site, *sought: re.Pattern[str]) -> Iterator[tuple[JudgedPage, Copy]]:
    """The lines with any of these on the pages on which the company speaks of itself, each text once."""
    seen: set[str] = set()
    for page, copy in site.lines_with(*sought):
        if page.twin_of or page.kind not in READ or copy.text in seen:
            continue
        if copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and len(copy.text) <= LONGEST:
            seen.add(copy.text)
            yield page, copy
