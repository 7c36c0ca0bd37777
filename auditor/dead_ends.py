"""What leads nowhere or elsewhere: calls to act, buttons, a footer's documents, a page's own menu, numbers that are not dialled.

Read from the markup of pages as :class:`~auditor.model.Door`. What anything in its markup could give to a script is
none. What is to be said of them stands in :mod:`auditor.audits.doors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from auditor.figures.contacts import phones, same_number
from auditor.journey import stage_of
from auditor.model import Door, JudgedPage, Link, Region, Role
from auditor.naming import bare_words
from auditor.site import Site
from auditor.text import word_count

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
    """Telephone numbers as they are shown, and as their links dial them where that is another number: pair -> places."""
    found: dict[tuple[str, str], list[tuple[JudgedPage, Link]]] = {}
    for page in site.pages:
        for link in page.page.links:
            if not link.url.startswith("tel:") or len(spans := phones(link.text)) != 1:
                continue
            shown, dialled = link.text[slice(*spans[0])], link.url[4:].strip()
            if not same_number(shown, dialled):
                found.setdefault((shown, dialled), []).append((page, link))
    return found


def own_menu(site: Site) -> tuple[JudgedPage, dict[str, Door]] | None:
    """The first page whose own menu leads to places on it that bear no name, while the headings they speak of are there."""
    for page in site.pages:
        if page.twin_of or sum(len(door.detail) > 2 for door in page.page.doors if door.kind == "nowhere") < OWN_MENU:
            continue
        headings = {bare_words(copy.text) for copy in page.copy if copy.unit.role is Role.HEADING}
        dead = {
            door.text: door
            for door in page.page.doors
            if door.kind == "nowhere" and len(door.detail) > 2 and bare_words(door.text) in headings
        }
        if len(dead) >= OWN_MENU:
            return page, dead
    return None


def over(page: JudgedPage, door: Door) -> str:
    """The heading over a link to nothing, "" where it has none."""
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
