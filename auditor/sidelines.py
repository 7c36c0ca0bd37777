"""What is offered beside the daily business, and what is left open of it: days for many, and advice that law reserves.

The largest orders of a house are weddings, functions and company days. Houses that live of such days are asked in the questions of their buyers (:mod:`auditor.buyers`); here are those where people eat,
stay or come to see something, and others whose lines offer a place for it. Read is what speaks of such a day: a line, the
heading over it, the page's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.answers import own_lines, too_little_read, unread
from auditor.buyers import business
from auditor.cues import rare
from auditor.figures.money import SUM
from auditor.model import Copy, Label, PageKind, Region, Role
from auditor.organisation import organisation
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, once, quoted

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing."""

NAMED = 6
"""Words up to which a heading, a title or an entry of a list names what is offered."""

HOW_MANY, HOW_MUCH, WITH_WHAT = "for how many", "what it costs", "what is included"
"""What somebody who plans such a day asks first, as clauses."""

_HOSTS = frozenset({"lodging", "tables", "museums", "tours"})
"""Kinds of business that have a place for it."""

_OCCASIONS = (
    r"(?:weddings?(?: receptions?| ceremon(?:y|ies))?|marriage (?:programs?|functions?|ceremon(?:y|ies)|parties)|civil ceremon(?:y|ies)"
    r"|functions? (?:rooms?|suites?|halls?|hire|facilities|bookings?|catering)|banquet(?:s|ing)?(?: (?:halls?|rooms?|suites?|facilities))?"
    r"|convention (?:halls?|cent(?:re|er)s?)|conferences? (?:rooms?|halls?|suites?|facilities|venue|hire|packages?|delegates?)"
    r"|(?:private|exclusive|venue|room|hall) hire|(?:private|corporate|company|business|special|group) (?:events?|functions?|parties|dining|celebrations?|outings?)"
    r"|(?:birthday|christmas|office|hen|stag|children['’]s|anniversary|retirement|engagement) part(?:y|ies)|group (?:bookings?|visits?)"
    r"|(?:outside|event|wedding|mobile) (?:catering|bars?)|team[- ](?:building|days)|family reunions?|functions (?:and|&) (?:events|parties|weddings))"
)
_OCCASION = rare(rf"\b{_OCCASIONS}\b", re.I)
"""A day that somebody gives for many."""

_BESIDE = re.compile(
    r"\b(?:and|&|or|at|our|your|the|in|with|for|private|corporate|events?|functions?|part(?:y|ies)|meetings?|celebrations?|receptions?|conferences?|conventions?|banquets?|"
    r"rooms?|halls?|suites?|venues?|hire|packages?|catering|facilities|services?|bookings?|special|other|lawns?|gardens?|barn)\b|[\W_]+",
    re.I,
)
"""What stands beside it in a name and names nothing else."""

_OFFERS = re.compile(
    r"\b(?:available|cater(?:s|ed|ing)?|perfect|ideal|suitable|host(?:s|ed|ing)?|venues?|hire|offer(?:s|ed|ing)?|we (?:do |can |also )?(?:allow|provide|accommodate|organi[sz]e|arrange)|"
    r"capacity|well (?:planned|laid|equipped|appointed)|everything you need|book(?:ings?)?|planning (?:a|an|your)|welcome)\b",
    re.I,
)
"""How a line offers it."""

_PLACE = re.compile(
    r"\b(?:venues?|function rooms?|banquet\w*|halls?|barn|lawns?|gardens?|grounds|marquee|our (?:room|space|restaurant|farm|house))\b",
    re.I,
)

_OF_IT = re.compile(
    rf"\b(?:{_OCCASIONS}|functions?|events?|part(?:y|ies)|receptions?|banquets?|conferences?|delegates?|groups?|meetings?|celebrations?|(?<!self )(?<!self-)catering|hire)\b",
    re.I,
)
"""What tells that a line speaks of such days."""

_NUMBER = (
    r"(?:\d[\d,]*|\b(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|two hundred))"
)
_MANY = re.compile(
    rf"{_NUMBER}\+?(?: [\w-]+){{0,3}}? (?:guests?|people|persons?|delegates?|diners|pax|covers|seated|standing|seats|visitors|heads)\b"
    rf"|\b(?:seat(?:s|ed|ing)?|capacity|up to|accommodat\w+|cater(?:s|ing)? for|holds?|part(?:y|ies) of|groups of)\b[^.;]{{0,25}}{_NUMBER}",
    re.I,
)
_WITH = re.compile(
    r"\b(?:includ(?:es?|ed|ing)|comes with|(?:set|sample|buffet|party|wedding|function|group) menus?|we supply)\b", re.I
)
_TELLS = {HOW_MANY: _MANY, HOW_MUCH: SUM, WITH_WHAT: _WITH}
_PUT_OFF = re.compile(r"\b(?:on (?:request|application)|worked out|depend\w*|discuss\w*)\b", re.I)
"""A line that puts off what it costs: a sum in it is another's."""

_TOLD_THERE = re.compile(
    rf"\b(?:{_OCCASIONS}|functions?|events?|part(?:y|ies)|brochures?|packages?|hire|groups?|prices?|pricing|tariff|rates)\b",
    re.I,
)
"""What a page or document would be named for that was not read and may tell it."""

_SIGNS = re.compile(r"[-_/.]")
_NOT_READ = (PageKind.DOCS, PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS, PageKind.TESTIMONIAL)


@dataclass(frozen=True, slots=True)
class Sideline:
    """Lines that offer such days, the words that name them there, and what is nowhere said of them, as clauses."""

    lines: tuple[Copy, ...]
    words: tuple[str, ...]
    lacks: tuple[str, ...]


@once
def sideline(site: Site) -> Sideline | None:
    """Days for many that a house offers beside its business and gives no price for, with what else it leaves open; None where it does not."""
    kind = business(site)
    if not organisation(site).sells or (kind is not None and kind.kind not in _HOSTS):
        return None
    if len(site.pages) < MIN_PAGES or too_little_read(site) or not site.pages_with(_OCCASION):
        return None
    left = [f"{label} {_SIGNS.sub(' ', key)}" for key, (label, _) in unread(site).items()]
    left += [link.text for page in site.pages for link in page.page.links if not link.internal]
    if any(_TOLD_THERE.search(text[:LONG]) for text in left):
        return None
    offered = {copy.text: copy for copy in _offered(site)}
    named = any(_names(text) for text in offered)
    placed = any(_PLACE.search(text[:LONG]) for text in offered)
    # one line in passing ("perfect for birthday parties") offers no such day
    if not (placed or (kind is not None and (named or len(offered) > 1))):
        return None
    found = {
        what
        for copy in _of_it(site)
        for what, pattern in _TELLS.items()
        if pattern.search(text := copy.text[:LONG]) and not (what == HOW_MUCH and _PUT_OFF.search(text))
    }
    lacks = tuple(what for what in _TELLS if what not in found)
    if HOW_MUCH not in lacks:
        return None
    lines = tuple(sorted(offered.values(), key=lambda copy: word_count(copy.text) <= NAMED))
    words: dict[str, str] = {}
    for copy in lines:
        for match in _OCCASION.finditer(copy.text[:LONG]):
            words.setdefault(match[0].casefold().rstrip("s"), match[0])
    return Sideline(lines, tuple(words.values()), lacks)


def _names(text: str) -> bool:
    """Whether a short text names such a day and nothing beside it."""
    return (
        word_count(text) <= NAMED
        and not text.endswith("?")
        and _OCCASION.search(text) is not None
        and not _BESIDE.sub("", _OCCASION.sub(" ", text))
    )


def _offered(site: Site) -> Iterator[Copy]:
    """Lines of its own that offer such a day."""
    for page in site.pages_with(_OCCASION):
        if page.twin_of or page.kind in _NOT_READ:
            continue
        spoken = quoted(site, page)
        for copy in page.copy:
            text = copy.text[:LONG]
            own = (
                copy.unit.region.is_copy
                and copy.unit.role is not Role.QUOTE
                and not copy.unit.cite
                and copy.unit.id not in spoken
            )
            if not own or _OCCASION.search(text) is None or text.endswith("?"):
                continue
            told = (
                page.kind is not PageKind.BLOG
                and _OFFERS.search(text)
                and copy.label not in (Label.PROBLEM, Label.POLICY)
            )
            if _names(text) or (told and not _NEVER.search(text)):
                yield copy


_NEVER = re.compile(r"\b(?:not|no|never|cannot|n['’]t)\b", re.I)


def _of_it(site: Site) -> Iterator[Copy]:
    """Every line that speaks of such days, or stands under their name, wherever."""
    for page in site.pages:
        named = _OF_IT.search(_SIGNS.sub(" ", page.url.split("/", 3)[-1]))
        for copy in page.copy:
            label = copy.unit.before if word_count(copy.unit.before) <= NAMED else ""
            if copy.unit.region is not Region.NAV and (
                named or _OF_IT.search(f"{copy.unit.heading} | {label} | {copy.text}"[:LONG])
            ):
                yield copy


_ADVICE = re.compile(
    r"\b(?:visas?|(?:im)?migration|citizenship|legal|financial|mortgage|investment|pensions?|superannuation|insurance)(?: ?(?:&|and|/) ?\w+)? advice\b",
    re.I,
)
_MAY_ADVISE = re.compile(
    r"\b(?:licen[cs]\w+|accredit\w+|regulated|authori[sz]ed (?:and|by|rep\w*)|registration (?:no|number)"
    r"|registered (?:with|by|under|(?:\w+ )?(?:agents?|advis[eo]rs?|consultants?|practitioners?|providers?))"
    r"|marn|o?mara|oisc|iaa|rcic|cicc|iccrc|fca|afsl?|asic|nmls|fsp|sebi|sra|finra|chartered|solicitors?|attorneys?|lawyers?|barristers?|law society)\b",
    re.I,
)
"""What anywhere on a site, on a badge too, may name who may give it."""

_ASKED_ALREADY = frozenset({"advice", "insurance"})
"""Kinds of business of which buyers ask it anyway."""
_OF_OTHERS = re.compile(r"\b(?:industr|sectors?|clients?|customers?|partners?|who we)", re.I)
"""A heading over those whom it serves."""
_WHO_MAY = re.compile(r"\b(?:licen|regulat|accredit|about|team|people|legal|terms|credential|qualif)", re.I)


@once
def reserved(site: Site) -> tuple[Copy, ...]:
    """Lines that name advice which law reserves in many countries, where no line, link or picture names who may give it."""
    kind = business(site)
    if not organisation(site).sells or (kind is not None and kind.kind in _ASKED_ALREADY):
        return ()
    unread_pages = (f"{label} {_SIGNS.sub(' ', key)}" for key, (label, _) in unread(site).items())
    if len(site.pages) < MIN_PAGES or too_little_read(site) or any(map(_WHO_MAY.search, unread_pages)):
        return ()
    named = tuple(
        copy
        for page, copy in own_lines(site)
        if word_count(copy.text) <= NAMED
        and _ADVICE.search(copy.text)
        and not copy.text.endswith("?")
        and not _OF_OTHERS.search(copy.unit.heading)
        and page.kind is not PageKind.CUSTOMERS
    )
    return named if named and not any(_MAY_ADVISE.search(text[:LONG]) for text in _all_texts(site)) else ()


def _all_texts(site: Site) -> Iterator[str]:
    """Every line, link and picture's text and file name."""
    for page in site.pages:
        yield from (copy.text for copy in page.copy)
        yield from (link.text for link in page.page.links)
        yield from (f"{image.alt or ''} {_FILE.sub(' ', image.src)}" for image in page.page.images)


_FILE = re.compile(r"^data:.*|^.*/|[\W_]+")
