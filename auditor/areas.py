"""The area that a company says it serves, in every form: wholes and parts of one region, lists of states and of counties.

Only lines that say where the company works are read. A region is known by its proper name alone: which town lies in
which county is not. A list that says that it is open ("such as", "and beyond") is held against none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from auditor import lexicon
from auditor.cues import rare
from auditor.model import Copy, JudgedPage, Region, Role
from auditor.site import Site
from auditor.things import GENERAL, READ


@dataclass(frozen=True, slots=True)
class Area:
    """An area served: ``what`` is its region, or "states" and "counties"; ``extent`` the part of it, or the names listed."""

    what: str
    extent: frozenset[str]
    words: str
    copy: Copy
    page: JudgedPage


_SERVED = rare(
    r"\b(?:serv(?:e|es|ed|ing|ices?)|cover(?:s|age|ing)?|throughout|across|works? (?:in|with)|respond\w*|mobili[sz]e|available|deliver\w*|approved|accepted|represents?|partners? with)\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:includ\w+|such as|like|beyond|and more|plus|surrounding|nearby|neighbou?r\w*|around|especially|core|further|elsewhere|other|beyond)\b",
    re.I,
)
"""What leaves a list open."""

_NAME = r"(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{3,})?)"
_WHOLE = re.compile(
    rf"\b(?:(?:(?:serv(?:e|es|ed|ing)|cover(?:s|ing)?|across|throughout) (?:the (?:entire|whole)|all of(?: the)?)(?: state of)?|[Cc]omplete coverage of) {_NAME}|throughout(?: the)?(?: state of)? {_NAME.replace('name', 'through')}(?! ?(?:,|and\b|&)))(?! ?(?:['’]s|[Cc]ount|[Cc]apital|[Mm]etro|[A-Z]))"
)
_PART = re.compile(
    rf"\b(?P<part>Upstate|Downstate|(?:South|North)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|Eastern|Western|East|West|Central) {_NAME}(?!['’]s| (?:Street|Road|Avenue|Coast))"
    rf"|\b(?P<side>(?:south|north|east|west|mid)(?:(?: ?(?:&|and|/) ?)(?:south|north|east|west|mid))?) {_NAME.replace('name', 'sided')}(?!['’]s| (?:Street|Road|Avenue|Coast))"
    rf"|\b{_NAME.replace('name', 'held')}(?:['’]s (?P<capital>Capital) (?:Region|District)| (?P<metro>Metropolitan) Area)"
)
_STATES = dict(
    pair.split("=")
    for pair in (
        "Alabama=AL Alaska=AK Arizona=AZ Arkansas=AR California=CA Colorado=CO Connecticut=CT Delaware=DE Florida=FL Georgia=GA "
        "Hawaii=HI Idaho=ID Illinois=IL Indiana=IN Iowa=IA Kansas=KS Kentucky=KY Louisiana=LA Maine=ME Maryland=MD Massachusetts=MA "
        "Michigan=MI Minnesota=MN Mississippi=MS Missouri=MO Montana=MT Nebraska=NE Nevada=NV New_Hampshire=NH New_Jersey=NJ "
        "New_Mexico=NM New_York=NY North_Carolina=NC North_Dakota=ND Ohio=OH Oklahoma=OK Oregon=OR Pennsylvania=PA Rhode_Island=RI "
        "South_Carolina=SC South_Dakota=SD Tennessee=TN Texas=TX Utah=UT Vermont=VT Virginia=VA Washington=WA West_Virginia=WV "
        "Wisconsin=WI Wyoming=WY"
    ).split()
)
_BY_NAME = {name.replace("_", " "): code for name, code in _STATES.items()}
_STATE = "|".join(sorted((*_BY_NAME, *_BY_NAME.values()), key=lambda name: (-len(name), name)))
_LISTED = re.compile(rf"\b(?:{_STATE})(?:(?:, (?:and |& )?| and | & |[-/])(?:{_STATE}))+\b")
_ONE_STATE = re.compile(rf"\b(?:{_STATE})\b")
_PLACE = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?"
_COUNTIES = re.compile(
    rf"\b(?P<several>{_PLACE}(?:(?:, (?:and |& )?| and | & ){_PLACE})+) [Cc]ounties\b|\b(?P<each>{_PLACE} County(?:(?:, (?:and |& )?| and | & ){_PLACE} County)+)\b"
)
_BETWEEN = re.compile(r", (?:and |& )?| and | & ")
_TOWN_FIRST = re.compile(rf"^[A-Z][\w.'’-]+, (?:{'|'.join(sorted(_STATES.values()))})\b")


def town_first(text: str) -> bool:
    """Whether a line begins with a town of one word and its state: "Arvada, CO plumbers" names nobody."""
    return "," in text[:40] and _TOWN_FIRST.match(text) is not None


LISTS = ("states", "counties")
"""What is listed by name."""

LONGEST = 400
"""Characters of a line that is read."""


def areas(site: Site) -> Iterator[Area]:
    """Every area that the company says it serves, pages in their order; quotations left out."""
    for page, copy in site.lines_with(_SERVED):
        unit = copy.unit
        told = unit.region.is_copy or unit.region is Region.FOOTER
        quoted = unit.role is Role.QUOTE or unit.cite or not told
        if page.twin_of or page.kind not in READ or quoted or len(copy.text) > LONGEST:
            continue
        if _named(copy.text) and _SERVED.search(copy.text):
            yield from _areas(page, copy)


_CUES = AhoCorasick(
    (
        "throughout|entire |whole |all of |coverage of |south |north |east |west |mid |Upstate|Downstate|North|South|East|West|Central|Capital|Metropolitan| Count| count|"
        + "|".join(_BY_NAME)
    ).split("|")
)
_CODES = rare(r"\b[A-Z]{2}(?:[-/]|, )[A-Z]{2}\b")


def _named(text: str) -> bool:
    """A cheap look: whether a line may name an area at all."""
    return bool(_CUES.find_matches_as_indexes(text)) or _CODES.search(text) is not None


def _areas(page: JudgedPage, copy: Copy) -> Iterator[Area]:
    for match in _WHOLE.finditer(copy.text):
        yield Area(match["name"] or match["through"], frozenset({"whole"}), match[0], copy, page)
    for match in _PART.finditer(copy.text):
        part = (match["part"] or match["side"] or match["capital"] or match["metro"]).casefold()
        yield Area(match["name"] or match["sided"] or match["held"], frozenset({part}), match[0], copy, page)
    if _OPEN.search(copy.text):
        return
    for match in _LISTED.finditer(copy.text):
        codes = frozenset(_BY_NAME.get(name, name) for name in _ONE_STATE.findall(match[0]))
        yield Area("states", codes, match[0], copy, page)
    for match in _COUNTIES.finditer(copy.text) if "ount" in copy.text else ():
        listed = _BETWEEN.split((match["several"] or match["each"]).replace(" County", ""))
        names = frozenset(name.rsplit(" ", 1)[-1] for name in listed)
        yield Area("counties", names, match[0], copy, page)


def told_apart(site: Site) -> Iterator[tuple[Area, Area]]:
    """Two forms of one area that cannot both be meant: the whole of a region and a part of it, or two lists.

    One of the two stands where the site speaks for the whole company.
    """
    by_what: dict[str, list[Area]] = defaultdict(list)
    for area in areas(site):
        by_what[area.what].append(area)
    for what, found in sorted(by_what.items()):
        first = sorted(found, key=lambda area: (area.page.kind not in GENERAL, area.page.clicks or 0, area.page.url))
        one = next((area for area in first if what in LISTS or area.extent == {"whole"}), None)
        other = one and next((area for area in first if area.extent != one.extent), None)
        if one and other and {one.page.kind, other.page.kind} & GENERAL:
            yield one, other


_ROW = re.compile(r"(?:\b[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?, ){4}")
_LED_BY_PEOPLE = re.compile(r"\b(?:team|staff|crew|by|with|people|family|partners|directors|owners?)\b", re.I)
"""What leads a row of names that may be of people."""


def in_a_row(text: str) -> bool:
    """Whether a line holds a row of names of towns or makes: no people are spoken of before it, and most are no given names."""
    row = _ROW.search(text) if text.count(",") >= 4 else None
    if row is None or _LED_BY_PEOPLE.search(text[: row.start()]):
        return False
    given = lexicon.load("names").terms("given", "called")
    called = [word.casefold() in given for word in re.findall(r"[A-Z][a-z]{2,}", row[0])]
    return sum(called) < len(called) / 2
