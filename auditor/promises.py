"""What a company promises of its service: in adjectives, or with a time, a rate or a rule that can be checked.

Word list "service". A promise is taken only where the company makes it in its own voice: not from customers' words,
articles, questions, negations or aims. Each is of one kind, so that an adjective is compared only with a measure of
the same thing: "prompt replies" with "within 4 hours", never with "delivered in 3 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor import lexicon
from auditor.concordance import entries
from auditor.cues import rare
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, once, quoted

KINDS = ("answer", "speed", "punctuality", "uptime", "satisfaction")
"""What is promised: to be answered soon, to be fast, to be on time, to be available, to satisfy."""

MOST_WORDS = 40
"""A line of more words is a paragraph: what it promises is not plain."""

_NOT_HERE = frozenset({PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG, PageKind.TESTIMONIAL, PageKind.CUSTOMERS})
"""Page kinds where others speak, or to others."""

_NOT_SAID = (Label.OTHER, Label.PROBLEM)
_SELF = re.compile(r"\b(?:we|our|us|i|my)\b", re.I)
_SAYS = re.compile(r"\b(?:we|our|us|i|my|you|your)\b", re.I)
_TOLD = rare(
    r"\b(?:was|were|had|did|repaired|fixed|came|got|identified|finished|arrived|took|made|gave|cheaper|could|by building)\b",
    re.I,
)
_EXAMPLE = re.compile(r"\W*(?:e\.? ?g\.|for example|for instance)", re.I)
"""How a hint in a field of a form begins: what somebody else might write there."""
_MONEY_BACK = rare(r"\bmoney[- ]back\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|no|without|don't|doesn't|cannot|can't|isn't|aren't|instead of|rather than)\W+(?:\w+\W+){0,3}$",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:other|others|competitors?|most|many|some) (?:\w+ )?(?:companies|firms|shops|suppliers|contractors|agencies)\b|\b(?:they|their|he|she|his|her|if you)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of service. ``words`` are those that promise; ``defined`` says that a time, rate or rule is named."""

    page: JudgedPage
    copy: Copy
    kind: str
    words: str
    defined: bool
    prominence: float


@once
def promises(site: Site) -> tuple[Promise, ...]:
    """The promises of service of a site, most prominent first; a line gives at most one of each kind."""
    found = [entry for page, copy in site.lines_with(entries("service")) for entry in _of_line(site, page, copy)]
    found.sort(key=lambda entry: (-entry.prominence, entry.copy.unit.page, entry.copy.unit.order, entry.kind))
    return tuple(found)


def _of_line(site: Site, page: JudgedPage, copy: Copy) -> Iterator[Promise]:
    if page.twin_of or page.kind in _NOT_HERE or not _own(copy) or copy.unit.id in quoted(site, page):
        return
    words, text = lexicon.load("service"), copy.text[:LONG]
    if not words.has(text) or _EXAMPLE.match(text):
        return
    for kind in KINDS:
        measured = _defined(words, text, kind)
        if measured and copy.unit.role is not Role.QUOTE and copy.label is not Label.PROBLEM:
            yield _promise(site, page, copy, kind, measured, defined=True)
        elif page.kind not in TEACHING and _praises(copy) and (said := _plain(words, text, kind)):
            yield _promise(site, page, copy, kind, said, defined=False)


def _defined(words: lexicon.Lexicon, text: str, kind: str) -> lexicon.Match | None:
    """The measure that this text names for a kind, or None; what the customer gets back counts in its own voice."""
    found = words.find(text, f"{kind}_defined")
    if not found and kind != "satisfaction":
        return None
    if words.has(text, "terms") or (kind == "speed" and words.has(text, "apart")):
        return None
    if _TOLD.search(text) and not _SAYS.search(text):
        return None
    if not found and kind == "satisfaction" and (_SELF.search(text) or _MONEY_BACK.search(text)):
        found = words.find(text, "remedy")
    return found[0] if found and not words.has(text, "privacy") else None


def _own(copy: Copy) -> bool:
    unit = copy.unit
    return (
        copy.counted
        and unit.region not in (Region.NAV, Region.OVERLAY)
        and not unit.cite
        and unit.text[:1] not in '"“„«'
        and not unit.text.rstrip().endswith("?")
    )


def _praises(copy: Copy) -> bool:
    """Whether a line may praise the service: copy of the company's, short enough to be plain, surely labelled."""
    fits = copy.unit.region.is_copy and copy.unit.role not in (Role.LINK, Role.BUTTON, Role.QUOTE, Role.CELL)
    return fits and copy.sure and copy.label not in _NOT_SAID and word_count(copy.text) <= MOST_WORDS


def _plain(words: lexicon.Lexicon, text: str, kind: str) -> lexicon.Match | None:
    """The adjective that this text uses of the company's own service, or None."""
    found = words.find(text, kind)
    if not found or _OTHERS.search(text) or words.has(text, "target") or lexicon.load("vouchers").has(text, "award"):
        return None
    return next((match for match in found if not _DENIED.search(text[: match.start])), None)


def _promise(site: Site, page: JudgedPage, copy: Copy, kind: str, match: lexicon.Match, *, defined: bool) -> Promise:
    home = site.home is not None and page.url == site.home.url
    loud = copy.unit.role is Role.HEADING or copy.unit.region is Region.FIRST
    weight = (0.6 if home else 0.3) + (0.3 if loud else 0.0)
    said = copy.text[match.start : match.end]
    bare = lexicon.load("service").find(said, "measure") if defined else []
    said = said[bare[-1].start : bare[-1].end] if bare else said
    return Promise(page, copy, kind, said.strip(" ,.;:"), defined, weight)
