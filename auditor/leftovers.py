"""Lines of a website that are no words of the company to its readers: a builder's sample and adverts, and its maker's notes.

So are cards of customers' words that still hold the template's names. Such a line has the label "other" and is counted nowhere (:mod:`auditor.site`); it is told where it stands
(:mod:`auditor.errata`). Word lists "leftovers" and, for notes that need no other line, "visible-errors".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.cues import rare
from auditor.model import Page, PageKind, Role, Unit

TEACHING = frozenset({PageKind.DOCS, PageKind.SUPPORT, PageKind.BLOG})
"""Kinds of pages that may speak of templates, notes and code because that is their subject."""

OF_FILLER = frozenset(
    {"placeholder text", "replace this text", "this is placeholder text", "this is sample text", "this is dummy text"}
)
"""Notes that may stand in a text about filler, which nobody forgot there."""


def leftover(text: str, href: str = "") -> str:
    """The words by which a line is known as left by the website's builder (sample copy, a link that advertises it), or ""."""
    words = lexicon.load("leftovers")
    if found := words.words(text, "builder", "sample"):
        return found
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:  # an address may be any text
        host = ""
    return text if host and words.knows(host.removeprefix("www."), "advertiser") else ""


def asides(pages: Iterable[Page]) -> dict[str, int]:
    """Texts in which whoever made the website speaks of its making: 1, or 0 for one that is none by its own words alone.

    What only repeats the company's papers as a stranger would ("the profile lists ...") counts where another line of the
    site is surely such a note: by itself it may be about another firm's profile.
    """
    left = lexicon.load("leftovers")
    texts = _texts(pages)
    found = {text: 1 for text in texts if left.has(text, "maker")}
    return found | {text: 0 for text in texts if found and text not in found and left.has(text, "hearsay")}


def notes(pages: Iterable[Page]) -> frozenset[str]:
    """Every text of these pages that is meant for whoever makes the website: asides, and what is to stand in a place."""
    pages = tuple(pages)
    listed = lexicon.load("visible-errors")
    noted = (text for text in _texts(pages) if listed.words(text, "note").casefold() not in {"", *OF_FILLER})
    held = (unit.text for page in pages for unit in cards(page))
    return frozenset({*asides(pages), *noted, *held})


def cards(page: Page) -> list[Unit]:
    """What a template left of cards with customers' words: names and posts of nobody, and Latin said by them, in page order.

    A name of nobody alone may be asked for in a form, or head a table: it counts beside Latin, beside a note to the owner, or over
    somebody's words with his post.
    """
    if page.kind in TEACHING:
        return []
    units, words = page.units, lexicon.load("visible-errors")
    asked = " ".join(door.text for door in page.doors if door.kind == "form")
    quotes = {at for at, unit in enumerate(units) if unit.role is Role.QUOTE and unit.text not in asked}
    said = {at for at in quotes if words.has(units[at].text, "lorem")}
    said |= {at for at in quotes if len(_SPLIT.split(units[at].cite)) > 1 and _of_nobody(units[at].cite)}
    blank = {at for at, unit in enumerate(units) if _of_nobody(unit.text) and unit.text not in asked}
    noted = {at for at, unit in enumerate(units) if not unit.level and words.has(unit.text, "note")} if blank else set()
    names = set()
    for at in blank:
        if told := {at - 1, at + 1} & noted:  # what is to be said, and under it who is to say it
            names.add(at)
            said |= told
        beside = set(range(at - NEAR, at + NEAR + 1))
        pair = {at - 1, at + 1} & blank
        if beside & said or (
            pair and beside & quotes and _SURELY.search(" ".join(units[one].text for one in (at, *pair)))
        ):
            names.add(at)
            said |= {one for one in beside & quotes if _of_nobody(units[one].cite)}
    return [units[at] for at in sorted(names | said)]


NEAR = 4
"""Lines between a name and the words said under it, or over it, at most: a post, and the words' first sentences."""

_PLACEHOLDER = re.compile(
    r"(?:client|customer|person|reviewer|author|patient|user|guest|member|company|your|full)(?:['’]?s)? (?:full )?name(?: here)?|name here"
    r"|profession|designation|occupation|job title|(?:your |company )?(?:title|role|position)(?: here)?|your company|company",
    re.I,
)


_SURELY = re.compile(r"client|customer|profession|designation|testimonial|reviewer|author|patient|guest", re.I)
"""What a card is signed with, and hardly any form asks for."""

_SPLIT = re.compile(r"\s*[,|/–—]\s*|\s+-\s+")


_STANDS_THERE = rare(r"name|profession|designation|occupation|title|role|position|company", re.I)
"""What each of these has: hardly a line does."""


def _of_nobody(text: str) -> bool:
    """Whether a text only says what is to stand there: "Client Name", "Your name, Company"."""
    if len(text) > 60 or _STANDS_THERE.search(text) is None:
        return False
    return all(map(_PLACEHOLDER.fullmatch, _SPLIT.split(text.strip(" -–—~,.:"))))


def _texts(pages: Iterable[Page]) -> dict[str, None]:
    return dict.fromkeys(unit.text for page in pages if page.kind not in TEACHING for unit in page.units)
