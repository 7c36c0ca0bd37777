"""Lines of a website that are no words of the company to its readers: a builder's sample and adverts, and its maker's notes.

Such a line has the label "other" and is counted nowhere (:mod:`auditor.site`); it is told where it stands
(:mod:`auditor.errata`). Word lists "leftovers" and, for notes that need no other line, "visible-errors".
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.model import Page, PageKind

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
    return frozenset({*asides(pages), *noted})


def _texts(pages: Iterable[Page]) -> dict[str, None]:
    return dict.fromkeys(unit.text for page in pages if page.kind not in TEACHING for unit in page.units)
