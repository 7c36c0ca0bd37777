"""What a vendor's own sales and service terms ask of the customer: the lines that are terms, and the hard ones among them.

Only the vendor's own rules of sale and service count: not law and what others rule, not the use of the website, not
privacy and cookies. Word list "terms". Read by the audits of terms and of declared against shown customer focus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor import lexicon
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import once

HARSH = ("no-refund", "no-return", "forfeit", "fee", "discretion", "change", "renewal", "deadline", "costs")
"""Kinds of hard terms, hardest first: money that does not come back before fees, discretion and short deadlines."""

SHORTEST, LONGEST = 3, 90
"""A line of fewer words is a cell or a label, of more words a paragraph of law whose point no pattern finds."""

_NOT_HERE = (PageKind.BLOG, PageKind.DOCS, PageKind.CAREERS, PageKind.INVESTORS, PageKind.TESTIMONIAL)
_NOT_TERMS = (Role.HEADING, Role.LINK, Role.BUTTON, Role.QUOTE)


@dataclass(frozen=True, slots=True)
class Term:
    """A hard term: its line, its kind (one of HARSH), and the words that make it hard, as they stand."""

    page: JudgedPage
    copy: Copy
    kind: str
    words: str


_UNLESS = re.compile(r"[^.;!?]{0,30}?\b(?:unless|except|provided)\b[^.;!?]{0,80}(?=[.;!?]|$)", re.I)
"""What takes a rule back in some case, behind its words."""


@once
def own_terms(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines of the vendor's own sales and service terms, in page order, each once."""
    found = []
    for page in site.pages:
        if page.twin_of or page.kind in _NOT_HERE or not _about_sales(page):
            continue
        found += [(page, copy) for copy in page.copy if copy.unit.region.is_copy and _is_term(page, copy)]
    return tuple(found)


def _about_sales(page: JudgedPage) -> bool:
    """Whether a page of terms is about the sale: not about the website, data, a brand or conduct."""
    lists = lexicon.load("terms")
    first = next((copy.text for copy in page.copy if copy.unit.level == 1), "")
    slug = page.url.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ")
    return not any(lists.has(text, "legal-page") for text in (slug, first, page.page.title))


def _is_term(page: JudgedPage, copy: Copy) -> bool:
    if not copy.counted or copy.unit.cite or copy.unit.role in _NOT_TERMS:
        return False
    if page.kind is not PageKind.POLICY and not (copy.label is Label.POLICY and copy.sure):
        return False  # most lines
    if _foreign(copy.text) or _foreign(copy.unit.heading):
        return False
    if not SHORTEST <= word_count(copy.text) <= LONGEST or copy.text.rstrip().endswith("?"):
        return False
    if page.kind is PageKind.POLICY:
        return copy.label is not Label.OTHER or not copy.sure
    return lexicon.load("terms").has(copy.text, "sale")


def _foreign(text: str) -> bool:
    return lexicon.load("terms").has(text, "website", "foreign")


@once
def harsh_terms(site: Site) -> tuple[Term, ...]:
    """The hard terms among them, hardest kind first, then in page order."""
    lists = lexicon.load("terms")
    found = []
    for page, copy in own_terms(site):
        if lists.has(copy.text, "soft"):
            continue
        denied = lists.find(copy.text, "not")
        for kind in HARSH:
            match = next(
                (
                    hit
                    for hit in lists.find(copy.text, kind)
                    if not any(other.start < hit.end and hit.start < other.end for other in denied)
                ),
                None,
            )
            if match is not None:
                # with what softens it: half of a rule is another rule
                softened = _UNLESS.match(copy.text, match.end)
                end = softened.end() if softened else match.end
                found.append(Term(page, copy, kind, copy.text[match.start : end].rstrip()))
                break
    return tuple(sorted(found, key=lambda term: (HARSH.index(term.kind), term.page.url, term.copy.unit.order)))


def reaches_somebody(page: JudgedPage) -> bool:
    """Whether a page, its footer and menu counted, gives a phone number, a mail address or a way to contact somebody."""
    lists = lexicon.load("terms")
    if any(lists.has(copy.text, "person") for copy in page.copy if copy.unit.region is not Region.OVERLAY):
        return True
    return any("contact" in f"{link.url} {link.text}".casefold() for link in page.page.links)
