"""What a page's pictures show, as far as their alternative text and file names tell: coarse, and only ever counted.

Word list "pictures". A picture whose words are those of an offer (a heading about a product or service, the page's own
headline) shows the product; one whose words tell of customers, results or people shows those. Furniture (logos, icons,
backgrounds) is counted apart; what says nothing is *not told*, which is no fault of the picture but of its words.
"""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from auditor import lexicon
from auditor.model import Image, JudgedPage, Label, PageKind, Region, Role
from auditor.text import word_count

SHOWS = ("customer", "result", "people", "product", "not told")
"""What a picture may show, in the order in which one is chosen where its words tell of several."""

_PEOPLE_KINDS = (PageKind.ABOUT, PageKind.CONTACT, PageKind.MISSION, PageKind.CAREERS)
_NAME = re.compile(
    r"(?:Dr\.? |Mr\.? |Ms\.? |Mrs\.? )?[A-Z][a-z]+(?: [A-Z]\.?)?(?: (?:de |van |von |al |el )?[A-Z][a-z'’-]+){1,2}"
)
_WORD = re.compile(r"[a-z]{4,}")
_PLAIN = frozenset("image photo picture banner hero home main page thumb about with from your the and for".split())


def shown_in(image: Image) -> str:
    """What a picture says of itself: its alternative text and the words of its file name."""
    name = unquote(urlsplit(image.src).path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return f"{image.alt or ''} {re.sub(r'[-_+0-9]+', ' ', name)}"


def is_furniture(image: Image) -> bool:
    """True for logos, icons, badges and backgrounds."""
    return lexicon.load("pictures").has(shown_in(image), "furniture")


def shows(image: Image, page: JudgedPage) -> str:
    """What a picture of this page shows: one of SHOWS."""
    words, told = lexicon.load("pictures"), shown_in(image)
    found = words.count(told)
    for group in ("customer", "result"):
        if found[group]:
            return group
    if found["people"] or (page.kind in _PEOPLE_KINDS and image.alt and _NAME.fullmatch(image.alt.strip())):
        return "people"
    own = set(_WORD.findall(told.casefold())) - _PLAIN
    return "product" if found["product"] or own & _offers(page) else "not told"


def _offers(page: JudgedPage) -> set[str]:
    """The words of the page's offers: its headings about products and services."""
    return {
        word
        for copy in page.copy
        if copy.unit.role is Role.HEADING
        and copy.sure
        and copy.label in (Label.FEATURE, Label.SPEC)
        and word_count(copy.text) <= 8
        for word in _WORD.findall(copy.text.casefold())
    } - _PLAIN


def count(page: JudgedPage, *regions: Region) -> dict[str, int]:
    """How many of a page's pictures show what, each file once, furniture left out; only what is found is listed.

    Of these regions, or of the copy proper where none is given.
    """
    chosen: dict[str, Image] = {}
    for image in page.page.images:
        if (image.region in regions if regions else image.region.is_copy) and not is_furniture(image):
            chosen.setdefault(image.src, image)
    found = Counter(shows(image, page) for image in chosen.values())
    return {name: found[name] for name in SHOWS if found[name]}
