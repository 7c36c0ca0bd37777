"""What dates a site: what it announces of a year that is over, a count of years that stood still, a service
that was shut down, its newest year.

Pure functions of the copy. What lies behind is held against :data:`MADE`, the year in which this was written: whatever
is read is read in that year or later, so no clock is asked and the same pages say the same for ever.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.concordance import Sought
from auditor.cues import rare
from auditor.figures.dates import ENTRY, is_over, years
from auditor.model import Copy, JudgedPage, Link, PageKind, Quote, Region, Role
from auditor.site import Site
from auditor.things import latest_year
from auditor.voices import LONG, quoted

MADE = 2026
"""The year in which this measure was written: the earliest that "now" can be."""

OVER = 2
"""Years behind :data:`MADE` from which what is announced is over wherever and whenever it is read: a judgement."""

ASLEEP = 4
"""Years behind :data:`MADE` from which a site whose newest year it is seems left alone: a judgement."""

NOT_NEWS = 10
"""Years from which a count that the house makes with "we" is its age, and no time of one of its works: a judgement."""

LONG_ENOUGH = 20
"""Years from which a count in the company's own voice is its age, and no person's time in a post: a judgement."""

AFTER = 12
"""Letters behind a year in which it goes on as a span: "2012 to 2018"."""

MOST = 2000
"""Characters of a text or address that are looked at."""

_ROUND = 5
"""An age that five divides is told roughly on purpose ("over 40 years"); any other was counted on one day."""

_DIGITS = re.compile(r"20[0-4]\d|\d[/.-]\d")
_MAIL = re.compile(r"\S+@\S+")
_ANY = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)|(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](\d\d)(?!\d)")
"""Whatever might be a year: enough for being silent, not for being told."""

_MONTHLY = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(20[0-4]\d)(?![\d/])")
_MONTH = r"(?:(?:early|mid|late|spring|summer|autumn|fall|winter|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)[- ]+(?:of )?)?"
_ANNOUNCES = rare(
    rf"\bnew for (?:the )?{_MONTH}20\d\d\b|^new in {_MONTH}20\d\d\b"
    rf"|^in {_MONTH}20\d\d\b[^.]{{0,80}}\b(?:will|is going to|are going to|shall)\b"
    rf"|\b(?:will|expected to|set to|due to|going to|planned to|hope to) (?:[^ .]+ ){{1,8}}(?:by|in|from) {_MONTH}20\d\d\b"
    rf"|\b(?:coming|launching|opening|arriving|available|starting) (?:soon )?(?:in |from |for )?{_MONTH}20\d\d\b"
    rf"|\b(?:book|enrol|register|appl)\w* (?:\w+ ){{0,3}}(?:now|open)\b[^.]{{0,30}}\b20\d\d\b"
    rf"|\b20\d\d\b[^.]{{0,30}}\b(?:book|enrol|registration|appl|places|tickets)\w* (?:are |is )?now\b"
    rf"|\bnow (?:booking|enrol+ing|taking bookings|on sale|open)\b[^.]{{0,30}}\b20\d\d\b"
    rf"|\b(?:our|the) next\b[^.]{{0,60}}\b20\d\d\b|\bupcoming\b[^.]{{0,40}}\b20\d\d\b",
    re.I,
)
"""A line that calls what it dates new, next or still to come."""

_PAST = re.compile(r"\b(?:was|were|had|decided|began|used to|went on)\b", re.I)
_OF_THEN = re.compile(
    r"change[-_ ]?log|release[-_ ]?notes|\b(?:releases|history|archives?|past|timeline|milestones|minutes)\b", re.I
)
"""Pages that tell what was said in its time."""
_NOT_TO_COME = re.compile(
    r"\b(?:since|after|before|until|by|with|upon|on|when|first|ever) (?:\w+ ){0,2}?(?:coming|launching|opening|arriving|starting)\b"
    r"|\b(?:our|the) next (?:\w+ )?(?:years?|decades?|months?|days?|weeks?|mornings?|summer|winter|spring|autumn|season|steps?|chapters?|generations?|came|brought|followed)\b"
    r"|\b(?:built|made|bought|sold|manufactured|registered|published|founded|established|issued|signed|opened|launched|introduced|dating|models?|cars?|vehicles?|macs?|versions?) (?:in|by|from) (?:19|20)\d\d"
    r"|\bfrom (?:19|20)\d\d\b(?! ?(?:on\b|onwards))|\b20\d\d (?:to|until|through|[-–—]) ?(?:19|20)?\d\d",
    re.I,
)
"""What a year tells of that lies back or is a thing's make: "since opening in 2014", "fits cars from 2012"."""
_AWARD = re.compile(r"\b(?:awards?|awarded|winners?|voted|rated|champions?|finalists?|ranked|of the year)\b", re.I)
_SETS_DATE = re.compile(r"©|\(c\)|\bcopyright\b|\b(?:updated|modified|revised|reviewed)\b", re.I)
_NEWS = re.compile(r"\b(?:news(?:room)?|latest|updates?|events?|what'?s on|diary)\b", re.I)
_AGE = rare(
    r"\b(?:for|over|than|nearly|almost|in our|celebrating|the last|the past) (?P<count>\d\d\d?)(?:st|nd|rd|th)? years?\b(?! (?:old|of age|later|ago|guarantee|warranty))",
    re.I,
)
_PERSON = re.compile(r"\b(?:I|he|she|his|her|my|was|were|worked|spent|combined)\b", re.I)
_EXPERIENCED, _WE = re.compile(r"\b(?:experience|qualified)\b", re.I), re.compile(r"\b(?:we|our)\b", re.I)
"""Experience and a qualification are somebody's, unless the house says "we"."""
_BEGAN = rare(
    r"\b(?:founded|established|est\.?|since|started|began|opened|entered the \w+(?: \w+)? (?:business|trade))\b[^.;]{0,40}?\b(?P<year>1[89]\d\d|20[0-2]\d)\b",
    re.I,
)

_CLOSED = (
    (
        "Google+",
        r"\bGoogle(?:\+(?!\w)(?!\d)| Plus\b(?! (?:Code|Codes)\b))",
        r"//plus\.google\.com|//(?:www\.)?google\.com/\+",
        2019,
    ),
    ("Skype", r"\bSkype\b(?! for Business)", r"//(?:join|web)\.skype\.com", 2025),
    ("Yahoo Groups", r"\bYahoo!? Groups?\b", r"//groups\.yahoo\.com", 2020),
    ("Google Hangouts", r"\bGoogle Hangouts?\b", r"//hangouts\.google\.com", 2022),
    ("Picasa Web Albums", r"\bPicasa\b", r"//picasaweb\.google\.", 2016),
    ("Vine", r"\bon (?-i:Vine\b(?! [A-Z]))", r"//vine\.co/", 2017),
    ("Periscope", r"\bon (?-i:Periscope\b(?! [A-Z]))", r"//(?:www\.)?periscope\.tv/|//(?:www\.)?pscp\.tv/", 2021),
    ("StumbleUpon", r"\bStumbleUpon\b", r"//(?:www\.)?stumbleupon\.com", 2018),
    ("GeoCities", r"\bGeoCities\b", r"//(?:www\.)?geocities\.com", 2009),
    ("Flash Player", r"\bFlash Player\b", r"get\.adobe\.com/flashplayer|macromedia\.com/go/getflash", 2020),
)
"""Services that were shut down, how a line and how a link names them, and the year in which they were (their makers' notices)."""

_CLOSURES = tuple((name, re.compile(words, re.I), re.compile(link, re.I), year) for name, words, link, year in _CLOSED)


@dataclass(frozen=True, slots=True)
class Closed:
    """A service that was shut down, the year, the pages that link to it, and the line or link that names it first."""

    name: str
    year: int
    pages: int
    shown: Quote


@dataclass(frozen=True, slots=True)
class Bygone:
    """Lines that a year dates: ``words`` of the first, the year, and whether they stand in the copy and not under it."""

    year: int
    words: str
    copies: tuple[Copy, ...]
    shown: bool = True


def _lines(site: Site, *sought: Sought) -> Iterator[tuple[JudgedPage, Copy]]:
    """The site's own lines with any of this, customers' words and terms left out; the home page first."""
    for page, copy in site.lines_with(*sought, home_first=True):
        told = not page.twin_of and page.kind not in (PageKind.POLICY, PageKind.CAREERS)
        own = copy.unit.region is not Region.OVERLAY and not copy.unit.cite
        if told and own and copy.unit.id not in quoted(site, page):
            yield page, copy


def announced(site: Site) -> list[Bygone]:
    """What is called new, next or still to come, with a year that is over: each line once, the home page's first.

    Articles and news tell what was to come when they were written; of them only the newest is told.
    """
    found: dict[str, Bygone] = {}
    for page, copy in _lines(site, _ANNOUNCES):
        if not copy.unit.region.is_copy or copy.unit.role is Role.QUOTE:
            continue
        text = copy.text[:LONG]
        match = _ANNOUNCES.search(text)
        named = years(match[0]) if match else []
        if not match or not named or max(years(text)) > MADE - OVER or _PAST.search(text[: match.end()]):
            continue
        if _NOT_TO_COME.search(text[: match.end() + AFTER]) or _OF_THEN.search(f"{page.page.title} {page.url}"):
            continue
        dated = [year for other in page.copy if other.unit.region.is_copy for year in years(other.text[:LONG])]
        if page.kind is PageKind.BLOG and max(dated) > max(named):
            continue
        found.setdefault(copy.text.casefold(), Bygone(max(named), copy.text, (copy,)))
    return list(found.values())


def lapsed(site: Site) -> list[Bygone]:
    """What is shown as today's and bears a year that is over, each line once, the home page's first.

    Fees, prices, menus, seasons and dates that come round each year, under their year; what "currently" holds since a month
    that is years past; what bars the way "at this time" on a page that says when it was updated; the newest inspection, where it is an
    old one; and the newest dates of a page that is called after them. Nothing on pages that name a later year.
    """
    found: dict[str, Bygone] = {}
    for page, copy in _lines(site, _THIS_CENTURY):
        name = f"{page.page.title} {page.url.rsplit('/', 1)[-1]}"
        if page.kind in _TOLD_THEN or not copy.unit.region.is_copy or copy.unit.role is Role.QUOTE:
            continue
        text = copy.text[:LONG]
        if not (named := years(text)) or max(named) > MADE - OVER or _OF_THEN.search(name):
            continue
        beside = f"{copy.unit.heading} {page.page.title}"
        yearly = is_over(text, beside, MADE - OVER + 1) or (_FEAST.search(text) and len(text.split()) <= ENTRY)
        if (yearly or _HOLDS.search(text)) and not _PAST.search(text) and _latest(page) <= MADE - OVER:
            found.setdefault(text.casefold(), Bygone(max(named), copy.text, (copy,)))
    for page in site.pages:
        own = [] if page.twin_of or page.kind in (PageKind.BLOG, PageKind.DOCS, PageKind.CAREERS) else _own(page)
        for copy in own:  # whoever tells of its inspection quotes it, and links it
            named = years(copy.text[:LONG]) if _EXAMINED.search(copy.text[:LONG]) else []
            if named and max(named) <= _latest(page) <= MADE - EXAMINED:
                found.setdefault(copy.text.casefold(), Bygone(max(named), copy.text, (copy,)))
        updated = next((copy for copy in own if _SETS_DATE.search(copy.text[:LONG]) and years(copy.text[:LONG])), None)
        if updated is None or _latest(page) > MADE - OVER:
            continue
        if (line := next((copy for copy in own if _BARS.search(copy.text[:LONG])), None)) is not None:
            year = max(years(updated.text[:LONG]))
            found.setdefault(line.text.casefold(), Bygone(year, line.text, (line, updated)))
    told = {entry.copies[0].unit.page for entry in found.values()}
    for page in site.pages:
        head = next((copy for copy in page.copy if copy.unit.level and _CALENDAR.fullmatch(copy.text.strip())), None)
        if head is None or page.twin_of or page.kind in _TOLD_THEN or head.unit.page in told:
            continue
        dated = [(max(named), copy) for copy in _own(page) if (named := years(copy.text[:LONG]))]
        newest = max((year for year, _ in dated), default=MADE)
        if len(dated) >= DATED and newest <= MADE - OVER:
            line = next(copy for year, copy in dated if year == newest)
            found.setdefault(line.text.casefold(), Bygone(newest, f"{head.text}: {line.text}", (line, head)))
    return list(found.values())


def _own(page: JudgedPage) -> list[Copy]:
    return [copy for copy in page.copy if copy.unit.region.is_copy]


def _latest(page: JudgedPage) -> int:
    """The latest year that a page's own lines name, 0 where they name none."""
    return max((year for copy in _own(page) for year in years(copy.text[:LONG])), default=0)


_THIS_CENTURY = re.compile("20")

DATED = 2
"""Lines with a year from which a page called after its dates holds them."""

_TOLD_THEN = frozenset(map(PageKind, "blog policy careers investors customers testimonial docs".split()))
"""Kinds of pages that tell what was so in its time."""

_FEAST = re.compile(
    r"\b(?:christmas|xmas|new year(?:['’]?s)?(?: eve)?|easter|valentine['’]?s?|halloween|mother['’]?s day|father['’]?s day|thanksgiving)\b"
    r"[^.]{0,40}\b(?:menus?|lunch|dinner|party|parties|burger|offers?|specials?|packages?|opening|hours|orders?|brochure|gifts?)\b",
    re.I,
)
"""What is sold for one feast."""

_HOLDS = re.compile(
    r"^(?:as (?:of|at|from) )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december) 20\d\d\b"
    r"[^.]{0,80}\b(?:currently|at present|at the moment|presently|temporarily|until further notice|not running|now (?:closed|open))\b",
    re.I,
)
"""A month and year, and what holds since."""

EXAMINED = 6
"""Years behind :data:`MADE` from which the newest inspection that is named is an old one: a nursery in England is inspected at
least once in six (Ofsted, "Early years inspection handbook"), and most others more often."""

_EXAMINED = re.compile(
    r"\b(?:most recent(?:ly)?|latest|last)\b[^.]{0,40}\b(?:inspect\w+|assess(?:ed|ment)|rated|audit(?:ed)?|ofsted|cqc|estyn)\b|\b(?:inspect\w+|assess(?:ed|ment)) (?:was |were )?(?:most recently|last)\b",
    re.I,
)
"""What names the newest examination by somebody else."""

_BARS = re.compile(
    r"\b(?:at (?:this|the present) time|at present|at the moment|currently|presently|for the time being|until further notice|temporarily)\b"
    r"[^.]{0,60}\b(?:not (?:be )?(?:\w+ing|able|open|available|possible|allowed|permitted)|no (?:visitors|visits|tours|bookings)|unable|closed|suspended|cancelled|restricted)\b"
    r"|\b(?:not (?:\w+ing|able|open|available)|closed|suspended) (?:\w+ ){0,6}(?:at (?:this|the present) time|at present|at the moment|for the time being|until further notice)\b",
    re.I,
)
"""What bars the way for now."""

_CALENDAR = re.compile(
    r"(?:(?:our|school|club|class|course) )?(?:term (?:dates|times)|dates|time ?table|fixtures?(?: list)?|calendar|diary(?: dates)?|(?:class|course|event|lesson) (?:dates|schedule|calendar)|schedule|what['’]?s on|upcoming events)",
    re.I,
)
"""Headings under which people look for the next day."""


def counted(site: Site) -> Bygone | None:
    """An age that was counted on one day ("for 61 years") and the founding year beside it: the year in which it was true."""
    ages = [
        (int(match["count"]), match[0], copy)
        for _, copy in _lines(site, _AGE)
        if copy.unit.region.is_copy
        if "years" in copy.text and (match := _AGE.search(copy.text[:LONG])) and _of_the_house(copy.text[:LONG])
    ]
    # a count of the years gone by is the house's where it says "we", however few they are
    ages = [
        entry
        for entry in ages
        if entry[0] % _ROUND and (entry[0] >= LONG_ENOUGH or (entry[0] >= NOT_NEWS and _WE.search(entry[2].text)))
    ]
    if len({count for count, _, _ in ages}) != 1:
        return None
    own = (copy for _, copy in _lines(site, _BEGAN) if copy.unit.region.is_copy)
    began = [(int(match["year"]), copy) for copy in own if (match := _BEGAN.search(copy.text[:LONG]))]
    count, words, copy = ages[0]
    first = min(began, key=lambda entry: entry[0], default=None)
    if first is None or not MADE - 30 < first[0] + count <= MADE - ASLEEP:
        return None
    return Bygone(first[0] + count, words, tuple(dict.fromkeys((copy, first[1]))))


def _of_the_house(text: str) -> bool:
    """Whether years are told of the house: of no person, and as experience only where the house says "we"."""
    return not _PERSON.search(text) and (_EXPERIENCED.search(text) is None or _WE.search(text) is not None)


def closed(site: Site) -> Closed | None:
    """The service that was shut down and that most pages still link to; else one that a line offers today."""
    linked: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    for url, places in _places(site).items():
        for name, _, pattern, _ in _CLOSURES:
            if pattern.search(url):
                linked[name] += places
    years_of = {name: year for name, _, _, year in _CLOSURES}
    if linked:
        name = max(sorted(linked), key=lambda name: len({page.url for page, _ in linked[name]}))
        page, link = linked[name][0]
        return Closed(
            name,
            years_of[name],
            len({page.url for page, _ in linked[name]}),
            Quote(link.text or link.url, page.url, "link"),
        )
    for page, copy in _lines(site, _CLOSED_WORDS):
        if page.kind is PageKind.BLOG or _LEFT.search(copy.text):
            continue
        for name, words, _, year in _CLOSURES:
            if words.search(copy.text[:LONG]):
                return Closed(
                    name,
                    year,
                    0,
                    Quote(copy.text, page.url, "text", copy.unit.region.value, copy.unit.id, copy.label.value),
                )
    return None


_LEFT = re.compile(
    rf"{_PAST.pattern}|\b(?:used|until|till|no longer|not|never|instead|formerly|previously|replac\w*|shut|closed|ended|moved|switched|migrat\w*|left|since|alternatives?|rather than)\b|n['’]t\b",
    re.I,
)
"""What tells that a service is no longer used."""
_CLOSED_WORDS = rare(r"google|skype|yahoo|picasa|vine\b|periscope|stumble|geocities|flash", re.I)


def _places(site: Site) -> dict[str, list[tuple[JudgedPage, Link]]]:
    """The pages and links of each address outside the site, the home page first."""
    found: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        for link in page.page.links:
            if not link.internal:
                found[link.url].append((page, link))
    return found


def newest(site: Site) -> Bygone | None:
    """The newest year of a site that names none of the last :data:`ASLEEP` years, where a line sets it as a date.

    Nothing is said where anything in texts, titles or addresses might be a later year, nor of a site whose years all
    tell its history: a copyright, an update, news, an award or a date by itself has to name it.
    """
    texts: dict[str, None] = {}
    for page in site.pages:
        texts |= dict.fromkeys((page.url, page.page.title, page.page.description, *(copy.text for copy in page.copy)))
        texts |= dict.fromkeys(link.url for link in page.page.links)
        texts |= dict.fromkeys(part for image in page.page.images for part in (image.src, image.alt or ""))
    might = (match for text in texts if _DIGITS.search(text) for match in _ANY.finditer(_MAIL.sub("", text[:MOST])))
    latest = max((int(match[1] or f"20{match[2]}") for match in might), default=0)
    if not MADE - 30 < latest <= MADE - ASLEEP:
        return None
    found: dict[str, Copy] = {}
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        for copy in page.copy:
            dated = _SINCE.sub("", copy.text) if str(latest % 100) in copy.text else ""
            if dated and latest in _named(dated) and _sets(page, copy):
                found.setdefault(copy.text.casefold(), copy)
    if not found and latest_year(site) != latest:
        return None
    lines = sorted(found.values(), key=lambda copy: (not copy.unit.region.is_copy, bool(_SETS_DATE.search(copy.text))))
    if not lines:
        return None
    lines = list(
        dict.fromkeys((*_at_home(site, latest), *lines))
    )  # most visitors meet the year there, in whatever line
    shown = lines[0].unit.region.is_copy and not re.search(r"©|\(c\)|\bcopyright\b", lines[0].text, re.I)
    return Bygone(latest, lines[0].text, tuple(lines), shown)


def _at_home(site: Site, latest: int) -> list[Copy]:
    """The lines of the home page's own copy that name this year, customers' words left out; of history none."""
    if site.home is None:
        return []
    said = quoted(site, site.home)
    return [
        copy
        for copy in site.home.copy
        if copy.unit.region.is_copy and not copy.unit.cite and copy.unit.id not in said
        if latest in _named(_SINCE.sub("", copy.text))
    ]


_SINCE = re.compile(r"\b(?:since|est(?:ablished|\.)?(?: in)?|founded(?: in)?):? (?:19|20)\d\d\b", re.I)
"""A year in which something began: nothing is as old as that."""


def _named(text: str) -> list[int]:
    """The years that a text names, addresses left out; a month and year in figures ("05/2015") too."""
    plain = _MAIL.sub("", text[:LONG])
    return [*years(plain), *(int(match[1]) for match in _MONTHLY.finditer(plain))]


_ALONE = re.compile(r"\W*20\d\d\W*")


def _sets(page: JudgedPage, copy: Copy) -> bool:
    """Whether a line that names a year dates the site by it, and does not tell a story."""
    if _SETS_DATE.search(copy.text) or _AWARD.search(copy.text) or _ANNOUNCES.search(copy.text):
        return True
    if copy.unit.region is Region.FOOTER and _ALONE.fullmatch(copy.text):
        return True  # a copyright's year whose sign stands in another line
    return copy.unit.region.is_copy and (len(copy.text.split()) <= 4 or _NEWS.search(page.page.title) is not None)
