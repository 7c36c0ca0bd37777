"""What is named and holds nothing: pages of hardly a word, offers without a figure, what is looked up in files alone.

Facts of the pages as they were read; what a script or a picture shows is not seen, and pages that are for pictures, forms
or an address are left out by their names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from auditor.cues import rare
from auditor.figures.contacts import phones
from auditor.model import Copy, Door, JudgedPage, Label, Link, PageKind, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, once, quoted

FEW = 25
"""Words of its own under which a page that is no form, picture or address holds little but its name: a judgement."""

FEW_OF_AN_OFFER = 40
"""The same for a page of a product or service, of which a sentence is expected beside its name, and that has one at most: a judgement."""

SENTENCE = 6
"""Words from which a line of such a page is a sentence."""

MIN_OFFERS, MIN_SAID = 3, 150
"""Pages of offers, and words on them, from which it is told that none of them holds a figure: judgements."""

MIN_OF_A_PAGE, MOST_OF = 80, 2 / 3
"""Where some pages of offers hold a figure: words from which a page without one counts, and the share of them from which it is told: judgements."""

ASKED = 3
"""Fields of a form of its own from which a page is for filling in, and no page for reading; a search and a newsletter have fewer: a judgement."""

LISTED = 2
"""Pages on which a line of a page's own stands at least: its own, and one that lists it; on larger sites half of the pages."""

LONGEST_NAME = 6
"""Words up to which a heading names what stands under it."""

MIN_NAMED = 12
"""Names that a page of offers lists at least, from which it is told that it says nothing of any: a judgement."""

NAMES_A_SENTENCE = 6
"""Names to each sentence of such a page, at least: a judgement."""

_SHOWS = re.compile(
    r"\b(?:galler\w+|photos?|pictures?|images?|portfolio|videos?|slide\w*|contact\w*|directions?|maps?|location|find|hours|open(?:ing)?|book(?:ing)?s?|reserv\w+|"
    r"enquir\w+|inquir\w+|request|quotes?|estimates?|apply|forms?|sign|log ?in|register|account|search|basket|cart|shop|store|checkout|thanks?|thank-you|success|"
    r"404|not found|error|links|site ?map|download\w*|subscribe|newsletter|calendar|donate|index|legal|privacy|cookies?|terms|footer|header|nav|partials?)\b",
    re.I,
)
"""Pages that are for something else than reading."""

_LOOKED_UP = re.compile(
    r"\b(?:schedule|time ?table|class times|price ?list|prices|pricing|fees|tariff|rates|menu|opening (?:hours|times))(?=s?\b)",
    re.I,
)
"""What people come to a page to look up."""

_NO_COPY = (
    PageKind.CONTACT, PageKind.POLICY, PageKind.CAREERS, PageKind.SUPPORT, PageKind.DOCS, PageKind.INVESTORS,
    PageKind.MISSION,  # a mission is one statement, and no fault where it stands alone
)  # fmt: skip
OFFERS = (PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION)
"""Page kinds on which something is offered."""
_SUM = rare(r"[£$€₹]\s?\d|\d\s?[£$€₹]")
_DIGIT = re.compile(r"\d")
_AGE = re.compile(
    r"\b(?:(?:for|over|more than|nearly|almost|combined) )*(?:\d+|ten|twenty|thirty|forty|fifty)\+? ?(?:years?|decades?)(?:['’])?(?! (?:warrant|guarant))|\b(?:19|20)\d\d\b",
    re.I,
)
"""How long it has been there, and years: no figure of what is offered."""
_NAMED_BY = re.compile(
    r"^\W*(?:[Ss]tep )?\d{1,2}(?:[.):]|$)|\b[A-Z]\w*[- ]?\d\w*|\b\d[A-Z]\b|\b24 ?/ ?7\b|\b[A-Za-z]+\d\w*|\b365\b"
)
"""Figures that count a list or belong to a name ("Microsoft 365", "3D")."""
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an?|same|next)[- ](?:\w+[- ])?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|visits?|stages?|steps?|sizes?|models?|coats?|rooms?)\b",
    re.I,
)
"""A figure in words."""


@dataclass(frozen=True, slots=True)
class Hollow:
    """A page that holds little, with its few lines; ``words`` of its own and ``pictures`` beside them."""

    page: JudgedPage
    words: int
    pictures: int
    copies: tuple[Copy, ...]


def _labels(site: Site) -> dict[str, list[str]]:
    """What menus and links call each page."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in site.pages:
        for link in page.page.links:
            if link.text and link.text not in found[link.url]:
                found[link.url].append(link.text)
    return found


def bare_pages(site: Site) -> list[Hollow]:
    """Pages that others lead to and that hold under :data:`FEW` words beside what stands on many pages; the barest first."""
    labels = _labels(site)
    found = []
    for entry in _hollow(site):
        names = labels.get(entry.page.url, [])
        if not names or entry.page.kind in _NO_COPY:
            continue
        if not any(_SHOWS.search(name) for name in (*names, _slug(entry.page))):
            found.append(entry)
    if 1 < len(found) >= len(site.pages) / 2:
        return []  # then a script draws the pages
    return sorted(found, key=lambda entry: (entry.words, entry.page.url))


@dataclass(frozen=True, slots=True)
class Named:
    """A page of offers that lists names and hardly a sentence: the names, each once, as they stand."""

    page: JudgedPage
    names: tuple[Copy, ...]


_PLACES = re.compile(
    r"\b(?:areas?|locations?|towns?|cities|counties|villages|regions?|where we|serv(?:e|ing) |clients?|customers?|partners?|brands|team|staff|members|"
    r"committee|people|trustees|sponsors|suppliers|distributors|stockists|dealers|links)\b",
    re.I,
)
"""A page of places or of people, of whom a name is enough."""


def named_only(site: Site) -> list[Named]:
    """Pages of offers that list :data:`MIN_NAMED` names or more, with hardly a figure or a sentence about any; the longest list first.

    Names that lead to pages of their own are a way there, and places, people and firms need no more than a name.
    """
    stands = Counter(text for page in site.pages for text in {copy.text.casefold() for copy in page.copy})
    found = []
    for page in site.of_kind(*OFFERS):
        heading = next((copy.text for copy in page.copy if copy.unit.level == 1 and copy.unit.region.is_copy), "")
        if page.twin_of or page.page.cut or _PLACES.search(f"{_slug(page)} | {page.page.title} | {heading}"):
            continue
        names: dict[str, Copy] = {}
        said = figures = ways = 0
        for copy in page.copy:
            unit = copy.unit
            if not unit.region.is_copy or unit.role in (Role.BUTTON, Role.CAPTION, Role.QUOTE):
                continue
            if stands[copy.text.casefold()] > LISTED:
                continue
            if word_count(copy.text) > LONGEST_NAME:
                said += 1
            elif not unit.level and not copy.text.endswith((":", "!", "?")):
                names.setdefault(copy.text.casefold(), copy)
                figures += bool(_DIGIT.search(copy.text))
                ways += bool(unit.href)
        many = len(names)
        if many >= max(MIN_NAMED, NAMES_A_SENTENCE * said) and max(figures, ways) * 10 <= many:
            found.append(Named(page, tuple(names.values())))
    return sorted(found, key=lambda entry: (-len(entry.names), entry.page.url))


_PACKAGE = re.compile(r"\b(?:package|plan|bundle|option|tier)s?\b", re.I)
"""A heading under which a figure is looked for first."""


@dataclass(frozen=True, slots=True)
class Figureless:
    """Pages of offers that hold no figure, each with the first line of its own that tells what is offered.

    ``of`` is how many pages of offers say enough to hold one; ``age`` are the words that say how long the firm has been there,
    the one figure that is left out, where there is no other.
    """

    pages: tuple[JudgedPage, ...]
    lines: tuple[Copy, ...]
    age: str
    of: int


@once
def figureless(site: Site) -> Figureless | None:
    """Pages of products and services that hold no price, time, size or number, where no price stands anywhere: all of them, of which
    there are some, or :data:`MOST_OF` of those that say something.
    """
    offers = [page for page in site.of_kind(*OFFERS) if not page.page.cut and not page.twin_of]
    if len(offers) < MIN_OFFERS or any(_SUM.search(text[:LONG]) for text in site.lines):
        return None
    stands = Counter(text for page in offers for text in {copy.text.casefold() for copy in page.copy})
    framed = frozenset(text for text, many in stands.items() if many > len(offers) / 2)
    said = [_said(site, page, framed) for page in offers]
    bare = [(page, entry) for page, entry in zip(offers, said, strict=True) if not entry.figure]
    if len(bare) < len(offers):
        # a page of a few words holds no figure, and nothing else: that is another finding
        bare = [(page, entry) for page, entry in bare if entry.words >= MIN_OF_A_PAGE]
        of = len(bare) + sum(entry.figure for entry in said)
        if len(bare) < MIN_OFFERS or len(bare) < MOST_OF * of:
            return None
    else:
        of = len(offers)
    lines = tuple(entry.first for _, entry in bare if entry.first)
    age = next((entry.age for entry in said if entry.age), "") if of == len(bare) else ""
    told = sum(entry.words for _, entry in bare) >= MIN_SAID and lines
    return Figureless(tuple(page for page, _ in bare), lines, age, of) if told else None


class _Said(NamedTuple):
    """What a page of an offer says in its own words: how many, the first line that tells what it is, how old the firm is, whether a figure stands there."""

    words: int
    first: Copy | None
    age: str
    figure: bool


def _said(site: Site, page: JudgedPage, framed: frozenset[str]) -> _Said:
    spoken = quoted(site, page)
    first: Copy | None = None
    words, age, figure = 0, "", False
    for copy in page.copy:
        text = copy.text[:LONG]
        other = not copy.unit.region.is_copy or copy.text.casefold() in framed or copy.unit.id in spoken
        if other or copy.unit.role is Role.QUOTE:
            continue
        words += word_count(text)
        if match := _AGE.search(text):
            age = age or match[0].strip()
        left = _NAMED_BY.sub(" ", _AGE.sub(" ", text)) if _DIGIT.search(text) or match else text
        if (_DIGIT.search(left) and not phones(text)) or _IN_WORDS.search(left):
            figure = True
            break
        telling = copy.label is Label.FEATURE and copy.sure and not copy.unit.level and word_count(text) >= SENTENCE
        # what is sold as a package is expected to say how much of what, more than any other line
        packed = _PACKAGE.search(copy.unit.heading) is not None
        if telling and (first is None or (packed and not _PACKAGE.search(first.unit.heading))):
            first = copy
    return _Said(words, first, age, figure)


def documented(site: Site) -> list[tuple[JudgedPage, Link, str]]:
    """Links named for what people look up that lead to a document or a picture of the site's own, with the kind of file; each file once.

    None where a page is named so too, by its title, its address or a link to it: then the document is for printing.
    """
    found: dict[str, tuple[JudgedPage, Link, str]] = {}
    there = {(word, page.url) for page in site.pages for word in _looked_up(f"{_slug(page)} | {page.page.title}")}
    filed: set[tuple[str, str]] = set()
    for page in site.pages:
        for link in page.page.links:
            file = _FILE.search(link.url) if link.internal else None
            words = _looked_up(link.text[:LONG])
            if file is None:
                there |= {(word, link.url.partition("#")[0]) for word in words if link.internal}
            elif page.kind not in (PageKind.POLICY, PageKind.CAREERS) and word_count(link.text) <= LONGEST_NAME:
                filed |= {(word, page.url) for word in words}
                shorter = link.url not in found or len(link.text) < len(found[link.url][1].text)
                if words and shorter and not page.twin_of:
                    found[link.url] = (page, link, file[1].upper())
    # a page that only hands out the file is none that holds what it is named for
    held = {word for word, url in there if (word, url) not in filed}
    return [entry for entry in found.values() if not _looked_up(entry[1].text) & held]


def _looked_up(text: str) -> set[str]:
    return {match.casefold() for match in _LOOKED_UP.findall(text)}


_FILE = re.compile(r"\.(pdf|docx?|xlsx?|jpe?g|png|gif|webp)(?:[?#]|$)", re.I)


def _hollow(site: Site) -> list[Hollow]:
    """Pages of under :data:`FEW` words beside what stands on many pages, where nothing else may hold more."""
    folded = {text: text.casefold() for text in site.texts}
    stands = Counter(text for page in site.pages for text in {folded[copy.unit.text] for copy in page.copy})
    many = max(LISTED, len(site.pages) // 2)
    # a logo and what else hangs on most pages is no picture of a page's own
    shown = Counter(src for page in site.pages for src in {image.src for image in page.page.images})
    # what hangs in most pages (a search box) is no page's own
    framed = sum(map(_embeds, site.pages)) <= len(site.pages) // 2
    drawn = Counter(
        door.detail for page in site.pages for door in set(page.page.doors) if door.kind in ("drawn", "form")
    )
    loads = {page.url for page, copy in site.lines_with(_LOADS) if _LOADS.search(copy.text[:LONG])}
    found = []
    for page in site.pages:
        if page is site.home or page.twin_of or not page.page.index or page.page.cut:
            continue
        if _may_hold_more(page, framed=framed, loads=page.url in loads):
            continue
        if any(_serves(door) and drawn[door.detail] <= max(1, len(site.pages) // 2) for door in page.page.doors):
            continue
        own = [
            copy
            for copy in page.copy
            if copy.unit.region.is_copy and copy.unit.role is not Role.BUTTON and stands[folded[copy.unit.text]] <= many
        ]
        if any(copy.unit.role is Role.CELL or _SUM.search(copy.text[:LONG]) for copy in own):
            continue  # a list of prices needs no words
        words = sum(word_count(copy.text) for copy in own)
        said = sum(word_count(copy.text) >= SENTENCE and not copy.unit.level for copy in own)
        offered = page.kind in OFFERS and said <= 1 and not any(_DIGIT.search(copy.text) for copy in own)
        if words < (FEW_OF_AN_OFFER if offered else FEW):
            found.append(Hollow(page, words, sum(shown[image.src] <= many for image in page.page.images), tuple(own)))
    return found


def _slug(page: JudgedPage) -> str:
    return re.sub(r"[-_/.]|html?$", " ", page.url.split("/", 3)[-1])


def _embeds(page: JudgedPage) -> bool:
    """Whether something is embedded in a page that may hold anything."""
    return any(door.kind == "form" and not door.text for door in page.page.doors)


def _serves(door: Door) -> bool:
    """Whether a page is for something else than reading: an element that a script may fill, a form that asks for several things."""
    return door.kind == "drawn" or (door.kind == "form" and door.detail.count("|") + 1 >= ASKED)


def _may_hold_more(page: JudgedPage, *, framed: bool, loads: bool) -> bool:
    """Whether something else than its text may hold what the page is for: what is embedded, a document, what a script loads."""
    if framed and _embeds(page):
        return True
    return loads or any(_PAPER.search(link.url) for link in page.page.links if link.region.is_copy)


_PAPER = rare(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|zip)\b", re.I)
_LOADS = rare(r"\bloading\b|\benable javascript\b|\bjavascript (?:is )?(?:required|disabled)\b|\bplease wait\b", re.I)
