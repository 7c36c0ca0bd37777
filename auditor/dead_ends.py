"""What leads nowhere or elsewhere: calls to act, buttons, a footer's documents, a page's own menu, numbers that are not dialled.

Read from the markup of pages as :class:`~auditor.model.Door`. What anything in its markup could give to a script is
none. What is to be said of them stands in :mod:`auditor.audits.doors`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from auditor.cues import rare
from auditor.figures.contacts import DIALLED, made_up, phones, same_number
from auditor.journey import stage_of
from auditor.model import Copy, Door, JudgedPage, Link, PageKind, Region, Role
from auditor.naming import bare_words
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, once

OWN_MENU = 3
"""Links of a page's own menu that lead nowhere from which it is told: one may be a slip of a single heading."""

MOST_WORDS = 8
"""Words up to which a link to nothing is a call to act or a document's name."""

_CALL = re.compile(
    r"\b(?:(?:learn|read|find out|see|discover|view) (?:more|all|details)|(?:book|order|register|download)(?:s|ings?)?|buy|shop|reserve|apply|enrol+|"
    r"donate|subscribe|get started|start|request|contact|call|e-?mail|enquire|inquire|schedule|get a)\b",
    re.I,
)
_GOES = re.compile(r"\b(?:check out|click here|more details|more info(?:rmation)?|see|read)\b", re.I)
_LEGAL = re.compile(r"(?:privacy|cookies?|terms|refund|returns?|legal|imprint)\b[\w &]*", re.I)
_PAPERS = re.compile(
    r"(?:[\w'’]+ ){0,3}(?:insurance|licen[cs]es?|certificates?|accreditations?|registrations?|complaints|safeguarding|brochures?|catalogues?|"
    r"prospectus|price list|reports?)\b[\w &'’]*",
    re.I,
)
"""Documents that somebody looks for before trusting or buying, as a footer names them."""


def doors_of(site: Site, kind: str) -> Iterator[tuple[JudgedPage, Door]]:
    """The doors of a kind, with their pages; near copies of a template are left out."""
    for page in site.pages:
        if not page.twin_of:
            for door in page.page.doors:
                if door.kind == kind:
                    yield page, door


def dead_ends(site: Site) -> list[tuple[JudgedPage, Door]]:
    """Calls to act, and documents in the footer, whose link has no target or one that is not there."""
    return [
        (page, door)
        for page, door in doors_of(site, "nowhere")
        if (
            door.region is Region.FOOTER
            and word_count(door.text) <= MOST_WORDS
            and (_LEGAL.fullmatch(door.text.strip()) or _PAPERS.fullmatch(door.text.strip()))
        )
        or (
            door.region.is_copy
            and word_count(door.text) <= MOST_WORDS
            and (_CALL.search(door.text) or _GOES.search(door.text) or stage_of(door.text))
        )
    ]


def inert(site: Site) -> list[tuple[JudgedPage, Door]]:
    """Buttons that call to act and do nothing."""
    return [
        (page, door)
        for page, door in doors_of(site, "button")
        if word_count(door.text) <= MOST_WORDS
        and (_CALL.search(door.text) or _GOES.search(door.text) or stage_of(door.text))
    ]


def misdialled(site: Site) -> dict[tuple[str, str], list[tuple[JudgedPage, Link]]]:
    """Telephone numbers as they are shown, and as their links dial them where that is another number: pair -> places.

    Where a link shows none, the number shown is one of the site's that its own misses by a digit or by two that changed places,
    while its own is shown nowhere.
    """
    found: dict[tuple[str, str], list[tuple[JudgedPage, Link]]] = {}
    invented = {_end(entry.number) for entry in made_up_numbers(site)}
    for page, link, dialled in _dialling(site):
        spans = phones(link.text)
        if _end(dialled) in invented or (link.url.startswith("http") and _RUNG.search(link.text)):
            continue
        if len(spans) == 1:
            shown = link.text[slice(*spans[0])]
            if not same_number(shown, dialled):
                found.setdefault((shown, dialled), []).append((page, link))
        elif not spans:
            everywhere = _shown(site)
            near = next((shown for shown in everywhere if _slipped(shown, dialled)), "")
            if near and not any(same_number(shown, dialled) for shown in everywhere):
                found.setdefault((near, dialled), []).append((page, link))
    return found


def at_odds(site: Site) -> bool:
    """Whether two telephone numbers that the site shows are one but for a slip: one of them reaches nobody."""
    shown = list(_shown(site))[:MOST_SHOWN]
    return any(_slipped(one, other) and not same_number(one, other) for one, other in combinations(shown, 2))


MOST_SHOWN = 100
"""Numbers from which a site is a directory, and two that are much alike are two people's."""


def _slipped(one: str, other: str) -> bool:
    """Whether two numbers are one but for a digit too many or too few, one other digit, or two neighbours that changed places.

    Another digit among the last is no slip: a house's numbers often differ there.
    """
    first, second = _end(one), _end(other)
    apart = [place for place in range(min(len(first), len(second))) if first[place] != second[place]]
    if len(first) == len(second) and len(apart) == 1:
        return apart[0] < len(first) - LINES
    if len(first) == len(second) and sorted(first) == sorted(second):
        return len(apart) == 2 and apart[1] == apart[0] + 1
    longer, shorter = sorted((re.sub(r"\D", "", number) for number in (one, other)), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _end(number: str) -> str:
    return re.sub(r"\D", "", number)[-_COMPARED:]


LINES = 4
"""Digits from the right in which the numbers of one house may differ: ten thousand lines."""

_COMPARED = 9
"""Digits from the right in which two numbers are compared, whatever country's code or trunk stands before them."""


class MadeUp(NamedTuple):
    """A number that was put in for a real one: as it is dialled or shown, how that is seen, its links, its lines, the real one shown or ""."""

    number: str
    how: str
    links: list[tuple[JudgedPage, Link]]
    lines: list[Copy]
    real: str


def made_up_numbers(site: Site) -> list[MadeUp]:
    """The made-up numbers that links dial or lines show, those of links first; none on a site that is itself an example."""
    if _EXAMPLE.search(site.host):
        return []
    links: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    lines: dict[str, list[Copy]] = defaultdict(list)
    called: dict[str, tuple[str, str]] = {}
    for page, link, dialled in _dialling(site):
        if how := made_up(dialled):
            links[_end(dialled)].append((page, link))
            called.setdefault(_end(dialled), (dialled, how))
    shown = _shown(site)
    for number, copies in shown.items():
        given = [copy for copy in copies if not _GIVEN.search(copy.text[: copy.text.find(number)])]
        if given and (how := made_up(number)):
            lines[_end(number)] += given
            called.setdefault(_end(number), (number, how))
    real = next((number for number in sorted(shown, key=lambda one: -len(shown[one])) if not made_up(number)), "")
    return [MadeUp(*told, links[end], lines[end], real) for end, told in called.items()]


_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$")
"""Hosts kept for examples (RFC 2606)."""

_GIVEN = re.compile(r"(?:\be\.? ?g\b\.?|\b(?:examples?|format|such as|like|sample)\b)[^.!?]*$", re.I)
"""Words before a number that is shown as an example of one: in a form's field, or in a text on how to write them."""


@once
def _shown(site: Site) -> dict[str, list[Copy]]:
    """The telephone numbers that the site shows, each with its lines; those of manuals and articles left out."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for page, copy in site.lines_with(DIALLED):
        if page.kind not in (PageKind.DOCS, PageKind.BLOG) and copy.unit.region is not Region.OVERLAY:
            for start, end in phones(copy.text[:LONG]):
                found[copy.text[start:end]].append(copy)
    return found


_RINGS = rare(
    r"(?:tel|sms):(.+)|https?://(?:www\.)?wa\.me/(\+?\d{7,15})\b|https?://(?:api|web)\.whatsapp\.com/send/?\?(?:.*&)?phone=(?:%2B|\+)?(\d{7,15})\b"
)


_RUNG = re.compile(r"\b(?:call|ring|tel|telephone|phone|landline|office)\b", re.I)
"""Words by which a number in a link that messages may be another one, for calls."""


def _dialling(site: Site) -> Iterator[tuple[JudgedPage, Link, str]]:
    """The links that dial, text or message a number, with the number as they have it."""
    for page in site.pages:
        for link in page.page.links:
            if match := _RINGS.match(link.url):
                yield page, link, next(filter(None, match.groups())).strip()


_PLANTED = {
    "gambling": r"casinos?|(?:online |[a-z]*\d+)slots?|slots?\d+|slot ?gacor|gacor|togel|judi|sbobet|baccarat|roulette|bookmakers?|poker|(?:sports? )?betting|bos\d{2,}|bro\d{3,}",
    "medicines on the black market": r"viagra|cialis|levitra|tramadol|kamagra",
    "lenders": r"payday ?loans?|cash ?advance ?loans?",
    "essays for hire": r"essay ?writing|write my essay|buy ?essays?|dissertation ?writing",
    "pornography": r"porn\w*|xxx|escorts",
    "forgeries": r"replica ?(?:watches|handbags|rolex\w*)|fake ?(?:watches|ids?)",
}
"""What those sell who plant links in other people's sites (Google, Spam policies for web search: hacked content, link spam)."""
_PLANTED_SHAPES = {name: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.I) for name, words in _PLANTED.items()}


def planted(site: Site) -> dict[str, list[tuple[JudgedPage, Link]]]:
    """Links to other sites of a trade that strangers plant links for, and of which no line of the copy speaks: trade -> places."""
    found: dict[str, list[tuple[JudgedPage, Link]]] = {}
    for page in site.pages:
        for link in page.page.links if page.kind is not PageKind.BLOG else ():
            if link.internal or not link.url.startswith("http"):
                continue
            shown = f"{link.text} {urlsplit(link.url).hostname or ''}".replace("-", " ").replace(".", " ")
            for name, shape in _PLANTED_SHAPES.items():
                if shape.search(shown):
                    found.setdefault(name, []).append((page, link))
    links = {link.text for places in found.values() for _, link in places}
    spoken = [text for text in site.texts if text not in links] if found else []
    return {name: places for name, places in found.items() if not any(map(_PLANTED_SHAPES[name].search, spoken))}


_FRONT = re.compile(
    r"https?://(?:www\.|m\.)?(?P<network>(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|pinterest|threads|google)\.com|threads\.net)/?(?:\?(?:hl|lang|utm_\w+)=[^&]*)?"
)


_NOBODYS = re.compile(r"^[^.:]+$|(?:^|\.)(?:example\.(?:com|net|org)|test|invalid|localhost)$|^127(?:\.\d+){3}")
"""Hosts that nobody else can reach: without a dot ("https://twitter"), kept for examples, or the visitor's own computer."""


def nobodys(site: Site) -> list[tuple[JudgedPage, Link]]:
    """Links to hosts that nobody can reach; a site that is itself on such a host may mean its own."""
    mine = _LOCAL if _NOBODYS.search(site.host) else ()
    hosts = ((page, link, urlsplit(link.url).hostname or "") for page, link in _outward(site))
    return [(page, link) for page, link, host in hosts if host and _NOBODYS.search(host) and host not in mine]


_LOCAL = ("localhost", "127.0.0.1")


def front_pages(site: Site) -> dict[str, list[tuple[JudgedPage, Link]]]:
    """Links to the front page of a network, which is nobody's page there: its host -> places.

    None where another link leads to a page on it, unless the link itself says so in words ("Our Facebook page"); and not of
    a search engine alone, to which an article may send its readers.
    """
    found: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    others = (link.url for _, link in _outward(site) if not _FRONT.fullmatch(link.url))
    own = {".".join((urlsplit(url).hostname or "").split(".")[-2:]) for url in others}
    for page, link in _outward(site):
        match = _FRONT.fullmatch(link.url)
        if match and (link.text or match["network"] not in own):
            found[match["network"]].append((page, link))
    return dict(found) if found.keys() - {"google.com"} else {}


def _outward(site: Site) -> Iterator[tuple[JudgedPage, Link]]:
    """The links that lead elsewhere, but for those that terms, articles and manuals name in their copy."""
    for page in site.pages:
        tells = page.kind in (PageKind.POLICY, PageKind.BLOG, PageKind.DOCS)
        for link in page.page.links:
            if not link.internal and link.url.startswith("http") and not (tells and link.region.is_copy):
                yield page, link


_WRITTEN_AS_PAGES = {
    "mail": re.compile(r"(?:.*/)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "elsewhere": re.compile(
        r"(?:.*/)?(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+\.(?:com|org|net|co\.uk|org\.uk|com\.au))(?:/.*)?"
    ),
    "number": re.compile(r"(?:.*/)?\+?[\d ()-]{9,}"),
    "note": re.compile(
        r"(?:.*/)?(?=.*\s)(?:.*\b(?:to be (?:added|inserted|confirmed|decided|done)|goes here|to (?:add|insert|come|follow))\b.*"
        r"|(?:add|insert|put|your|todo|tb[acd])\b.*\b(?:link|url|address|page)\b.*|(?:link|url)\b.*\b(?:here|todo|tb[acd])\b.*)",
        re.I,
    ),
}
"""What an address that should have been a page's is: one for mail, another website's, a telephone number, a note for whoever was to put it in."""


def written_as_page(url: str) -> str:
    """What was written where a page's address belongs ("mail", "elsewhere", "number", "note"); "" where it is a page's."""
    path = unquote(urlsplit(url).path).strip("/")
    return next((kind for kind, shape in _WRITTEN_AS_PAGES.items() if shape.fullmatch(path)), "")


def own_menu(site: Site) -> tuple[JudgedPage, dict[str, Door]] | None:
    """The first page whose own menu leads to places on it that bear no name, while the headings they speak of are there."""
    for page in site.pages:
        if page.twin_of or sum(map(_asks_for_a_place, page.page.doors)) < OWN_MENU:
            continue
        headings = {bare_words(copy.text) for copy in page.copy if copy.unit.role is Role.HEADING}
        dead = {
            door.text: door for door in page.page.doors if _asks_for_a_place(door) and bare_words(door.text) in headings
        }
        if len(dead) >= OWN_MENU:
            return page, dead
    return None


def _asks_for_a_place(door: Door) -> bool:
    """Whether a link to nothing names a place on its page ("#prices"); what is left to a script ("javascript:void(0)") names none."""
    return door.kind == "nowhere" and re.fullmatch(r"#\w.*", door.detail) is not None


def over(page: JudgedPage, door: Door) -> str:
    """The heading over a link to nothing, "" where it has none, or is a document's in the footer: what it is called says more."""
    if door.region is Region.FOOTER and (_LEGAL.fullmatch(door.text.strip()) or _PAPERS.fullmatch(door.text.strip())):
        return ""
    return next(
        (copy.unit.heading for copy in page.copy if (copy.text, copy.unit.href) == (door.text, door.detail)), ""
    )


def meant_for(site: Site, dead: Sequence[tuple[JudgedPage, Door]]) -> str:
    """Which page of the site a link to nothing was meant for: one that is called as the heading over the link."""
    named = {bare_words(other.url.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]): other.url for other in site.pages}
    for page, door in dead:
        meant = named.get(bare_words(over(page, door)), page.url)
        if meant != page.url:
            return f"What “{over(page, door)}” announces has its page already, {urlsplit(meant).path}: let the link lead there. Take away what has none."
    return ""


def slip_of(shown: str, dialled: str) -> str:
    """In what two numbers differ, where one digit more or less makes them one."""
    one, other = (re.sub(r"\D", "", number) for number in (shown, dialled))
    for longer, shorter, what in ((other, one, "many"), (one, other, "few")):
        if len(longer) == len(shorter) + 1 and any(
            longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
        ):
            return f", one digit too {what}"
    return ""
