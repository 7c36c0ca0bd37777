"""How a page opens: the parts a visitor meets first, and the words before the first line about a customer.

A line is about a customer where it tells a specific result or a problem; a generic promise, a button or a bare
allusion ("Need something custom?") is not enough. ``ahead`` counts to the first line the classifier is sure of,
``perhaps`` to the first it may be wrong about: what is claimed rests on the nearer of the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from auditor import lexicon
from auditor.model import Copy, Image, JudgedPage, Label, Region, Role, Rollup
from auditor.site import is_generic
from auditor.statement import own_words
from auditor.text import word_count

_ASIDE = (Role.BUTTON, Role.LINK)


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of one page. ``lines`` are those of the first screen, links and buttons left out."""

    page: JudgedPage
    headline: Copy | None
    under: Copy | None
    button: Copy | None
    picture: Image | None
    lines: tuple[Copy, ...]
    words: int
    ahead: int | None
    perhaps: int | None
    customer: Copy | None


def read_opening(page: JudgedPage) -> Opening:
    """The opening of a page, top to bottom in the order of its copy."""
    copies = [copy for copy in page.copy if copy.unit.region.is_copy]
    first = [copy for copy in copies if copy.unit.region is Region.FIRST]
    headline = _headline(copies)
    after = [copy for copy in first if headline is not None and copy.unit.order > headline.unit.order]
    ahead = perhaps = customer = None
    count = 0
    for copy in copies:
        if about_customer(copy):
            perhaps = count if perhaps is None else perhaps
            if copy.sure:
                ahead, customer = count, copy
                break
        count += word_count(copy.text)
    return Opening(
        page,
        headline,
        next((copy for copy in after if copy.unit.role in (Role.SENTENCE, Role.HEADING)), None),
        next((copy for copy in first if copy.unit.role is Role.BUTTON), None),
        _picture(page),
        tuple(copy for copy in first if copy.unit.role not in _ASIDE),
        sum(word_count(copy.text) for copy in copies),
        ahead,
        perhaps,
        customer,
    )


def about_customer(copy: Copy) -> bool:
    """True for a line that tells a specific result or a problem, by its likeliest label."""
    if copy.label.rollup is not Rollup.CUSTOMER or copy.unit.role in _ASIDE or word_count(copy.text) < 3:
        return False
    return not (copy.label is Label.OUTCOME and is_generic(copy.text)) and bool(own_words(copy.text))


def shown_in(image: Image) -> str:
    """What a picture says of itself: its alternative text and the words of its file name."""
    name = unquote(urlsplit(image.src).path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return f"{image.alt or ''} {re.sub(r'[-_+0-9]+', ' ', name)}"


def _headline(copies: list[Copy]) -> Copy | None:
    headings = [copy for copy in copies if copy.unit.role is Role.HEADING]
    top = next((copy for copy in headings if copy.unit.level == 1), None)
    return top or next(
        (copy for copy in headings if copy.unit.region is Region.FIRST and copy.label is not Label.OTHER), None
    )


def _picture(page: JudgedPage) -> Image | None:
    words = lexicon.load("pictures")
    return next(
        (image for image in page.page.images if image.region.is_copy and not words.has(shown_in(image), "furniture")),
        None,
    )
