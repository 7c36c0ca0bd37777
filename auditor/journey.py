"""What a site offers at each stage of a customer's life with it, and what it promises for after the sale.

Word list "journey". A *place* is a page, a link, a button or a heading that serves a stage, by its label, its kind or
where it leads. A *pledge* is a promise of something that comes after the sale, in the company's own voice; it is *met*
where any place or line of the pages read, or a link that leads out of them, gives what a customer needs to call it in.
In doubt a pledge is met: audits built on this say "not found".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from auditor import lexicon
from auditor.addresses import MAIL
from auditor.concordance import entries
from auditor.cues import rare
from auditor.figures.contacts import phones
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, once, quoted


class Stage(StrEnum):
    """A stage of a customer's life with a product, in its order."""

    DISCOVER = "discover"
    EVALUATE = "evaluate"
    BUY = "buy"
    START = "start"
    USE = "use"
    HELP = "get help"
    LEAVE = "renew or leave"


AFTER = (Stage.START, Stage.USE, Stage.HELP, Stage.LEAVE)
"""The stages after the sale."""

PLEDGES = ("support", "warranty", "returns", "training", "portal", "maintenance")
"""What may be promised for after the sale."""

LONGEST_LABEL = 8
"""Words from which a link is a sentence and no label."""

MOST_WORDS = 45
"""A line of more words is a paragraph: what it promises is not plain."""

_ORDER = (
    (Stage.LEAVE, "leave"), (Stage.HELP, "help"), (Stage.START, "start"), (Stage.USE, "use"), (Stage.BUY, "buy"),
    (Stage.EVALUATE, "evaluate"), (Stage.DISCOVER, "discover"),
)  # fmt: skip
_CUSTOMERS_PAGES = frozenset({PageKind.SUPPORT, PageKind.DOCS, PageKind.CONTACT, PageKind.OTHER})
"""Page kinds whose titles and headings may speak to those who have bought; elsewhere "getting started" is for buyers."""

_BY_KIND = {
    PageKind.SUPPORT: Stage.EVALUATE, PageKind.DOCS: Stage.EVALUATE, PageKind.PRICING: Stage.EVALUATE, PageKind.CUSTOMERS: Stage.EVALUATE,
    PageKind.TESTIMONIAL: Stage.EVALUATE, PageKind.CONTACT: Stage.BUY, PageKind.HOME: Stage.DISCOVER,
    PageKind.PRODUCT: Stage.DISCOVER, PageKind.SERVICE: Stage.DISCOVER, PageKind.SOLUTION: Stage.DISCOVER, PageKind.BLOG: Stage.DISCOVER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Something that serves a stage. ``kind`` is "page", "link", "button" or "heading"; ``page`` is where it stands."""

    stage: Stage
    kind: str
    text: str
    page: JudgedPage
    target: str
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise of what comes after the sale. ``met`` says that something to call it in by was found."""

    kind: str
    page: JudgedPage
    copy: Copy
    words: str
    met: bool


@lru_cache(maxsize=1 << 14)
def stage_of(label: str) -> Stage | None:
    """The stage that a label serves, or None: "User guide" is use, "Get a quote" is buy."""
    words = lexicon.load("journey")
    return next((stage for stage, group in _ORDER if words.has(label, group)), None)


@once
def places(site: Site) -> tuple[Place, ...]:
    """What serves each stage, pages first, each label once for each target, in page order."""
    found: dict[tuple[str, str, str], Place] = {}
    for page in site.pages:
        for place in _places(site, page):
            key = (place.stage.value, place.text.casefold(), place.target)
            found.setdefault(key, place)
    return tuple(sorted(found.values(), key=lambda place: place.kind != "page"))


def _places(site: Site, page: JudgedPage) -> Iterator[Place]:
    title = re.split(r"\s+[|–—·]\s+|\s-\s", site.name_pattern.sub("", page.page.title))[0].strip(" |–—-")
    named = (stage_of(_slug(page.url)) or stage_of(title)) if page.kind in _CUSTOMERS_PAGES else None
    after = named if named in AFTER else None
    stage = after or _BY_KIND.get(page.kind)
    if stage is not None and not page.twin_of:
        yield Place(stage, "page", page.page.title or page.url, page, page.url)
    for link in page.page.links:
        if link.text and word_count(link.text) <= LONGEST_LABEL and (stage := stage_of(link.text)):
            yield Place(stage, "link", link.text, page, link.url)
    for copy in page.copy:
        role = copy.unit.role
        if not copy.counted or word_count(copy.text) > LONGEST_LABEL or page.kind is PageKind.POLICY:
            continue
        if role is Role.BUTTON and (stage := stage_of(copy.text)):
            yield Place(stage, "button", copy.text, page, copy.unit.href, copy)
        elif role is Role.HEADING and copy.unit.region.is_copy and page.kind in _CUSTOMERS_PAGES:
            stage = stage_of(copy.text)
            if stage in AFTER and stage is not None:
                yield Place(stage, "heading", copy.text, page, page.url, copy)


def _slug(url: str) -> str:
    name = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
    return re.sub(r"[-_+]+", " ", name)


@once
def calls(site: Site) -> tuple[Place, ...]:
    """The calls to action: buttons, and links that lead to a purchase, an enquiry or a telephone; each label once."""
    found: dict[str, Place] = {}
    for place in places(site):
        link = place.kind == "link" and place.stage is not Stage.DISCOVER and place.stage is not Stage.EVALUATE
        if place.kind == "button" or link:
            found.setdefault(place.text.casefold(), place)
    return tuple(found.values())


@once
def pledges(site: Site) -> tuple[Pledge, ...]:
    """The promises of what comes after the sale, the home page's first, each wording once."""
    words = lexicon.load("journey")
    found: dict[tuple[str, str], Pledge] = {}
    promised = entries("journey", *(f"promised_{kind}" for kind in PLEDGES))
    for page, copy in site.lines_with(promised, home_first=True):
        if page.twin_of or page.kind in TEACHING or not _own(copy) or copy.unit.id in quoted(site, page):
            continue
        for kind in PLEDGES:
            if kind == "support" and not (_OURS.search(copy.text) or copy.unit.role in (Role.HEADING, Role.BULLET)):
                continue
            for match in words.find(copy.text[:LONG], f"promised_{kind}")[:1]:
                said = copy.text[match.start : match.end]
                if kind == "warranty" and _of_others(copy.text, said):
                    continue
                pledge = Pledge(kind, page, copy, said, _met(site, kind))
                found.setdefault((kind, said.casefold()), pledge)
    return tuple(found.values())


def _of_others(text: str, said: str) -> bool:
    """Whether a warranty is that of the makers of what is bought in: theirs to keep, and no promise of the vendor's."""
    return _MAKERS.search(text) is not None and not _OURS.search(said)


def _own(copy: Copy) -> bool:
    unit = copy.unit
    plain = unit.region.is_copy and unit.role not in (Role.LINK, Role.BUTTON, Role.QUOTE, Role.CELL) and not unit.cite
    said = copy.label not in (Label.OTHER, Label.PROBLEM, Label.POLICY) and copy.sure and copy.counted
    said = said and not _JOIN.search(copy.text)
    return (
        plain
        and said
        and word_count(copy.text) <= MOST_WORDS
        and unit.text[:1] not in '"“„«'
        and not unit.text.endswith("?")
    )


def _met(site: Site, kind: str) -> bool:
    """Whether anything on the pages read, or a link that leads out of them, gives what the promise needs."""
    return kind in _kept(site)


_MAKERS = re.compile(
    r"\b(?:manufacturer|supplier|maker|brand|vendor)s?['’]?s?\b|\b(?:many|most|some|all|each|both) of (?:which|these|them|those)\b",
    re.I,
)
_JOIN = rare(r"\b(?:join|careers?|employees?|volunteers?|hiring)\b", re.I)
_OURS = re.compile(r"\b(?:we|our|us|i)\b", re.I)
_LABELS = {
    "support": re.compile(r"\b(?:support|help|service desk|troubleshoot\w*|emergenc\w+)\b", re.I),
    "warranty": re.compile(r"\b(?:warrant\w+|guarantees?)\b", re.I),
    "returns": re.compile(r"\b(?:returns?|refunds?|exchanges?)\b", re.I),
    "training": re.compile(r"\b(?:training|onboarding|courses?|tutorials?|videos?)\b", re.I),
    "portal": re.compile(r"\b(?:portal|log ?in|sign ?in|account|dashboard)\b", re.I),
    "maintenance": re.compile(r"\b(?:maintenance|service plans?|care plans?|memberships?)\b", re.I),
}


@once
def _kept(site: Site) -> frozenset[str]:
    """The kinds of pledge for which something to call them in by was found."""
    words = lexicon.load("journey")
    kept: set[str] = set()
    links: set[tuple[str, str]] = set()
    texts: set[str] = set()
    for page in site.pages:
        addressed = f"{_slug(page.url)} {page.page.title if page.kind is not PageKind.HOME else ''}"
        kept |= {kind for kind in PLEDGES if _LABELS[kind].search(addressed)}
        links |= {(link.text, link.url) for link in page.page.links}
        texts |= {copy.text[:LONG] for copy in page.copy if copy.unit.region is not Region.OVERLAY}
        if page.kind is PageKind.SUPPORT:
            kept.add("support")
    if any(MAIL.search(text) or phones(text) for text in texts):
        kept.add("support")  # whoever needs help can call or write
    kept |= {kind for kind in PLEDGES if any(_named(text, url, kind) for text, url in links)}
    kept |= {kind for kind in PLEDGES if kind not in kept and any(words.has(text, f"kept_{kind}") for text in texts)}
    return frozenset(kept)


def _named(text: str, url: str, kind: str) -> bool:
    """Whether a link names what the promise needs, by its label or by its address."""
    short = bool(text) and word_count(text) <= LONGEST_LABEL
    return bool(short and _LABELS[kind].search(text)) or bool(_LABELS[kind].search(_slug(url)))
