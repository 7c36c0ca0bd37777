"""What a site shows of the care that it declares: one line for each kind of evidence, whichever audit measures it.

Drawn from the facts that the audits of proof, service, after-sale and terms share, so that a declaration can be held
against what the same site shows about the same thing. Each kind has one witness: the most telling line found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor import lexicon
from auditor.addresses import alike
from auditor.anywhere import Thing, spoken_of
from auditor.claims import proofs
from auditor.journey import AFTER, places
from auditor.model import JudgedPage, Label, PageKind, Quote, Region
from auditor.promises import promises
from auditor.site import FOCUS_KINDS, Site
from auditor.strength import strongest
from auditor.terms import own_terms
from auditor.voices import once, quoted


class Evidence(StrEnum):
    """A kind of evidence, as the report names it."""

    RESULT = "a customer's result"
    MEASURE = "a promise of service with a measure"
    GUARANTEE = "a guarantee with its length or remedy"
    AFTER = "help for those who have bought"
    FAIR = "terms that give the customer a way out"


@dataclass(frozen=True, slots=True)
class Shown:
    """One kind of evidence with its witness."""

    kind: Evidence
    page: JudgedPage
    quote: Quote


_ALWAYS = re.compile(r"24\W{0,3}7|24\W?hours?", re.I)
_OURS = re.compile(r"\b(?:we|our|us|i|my)\b|money[- ]back", re.I)
_OFFERS = (PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION)
_SOLD = (PageKind.BLOG, PageKind.DOCS, PageKind.CAREERS, PageKind.INVESTORS)


@once
def evidence(site: Site) -> dict[Evidence, Shown]:
    """The kinds of evidence found on the site, each with its witness, in the order of Evidence."""
    finders = {
        Evidence.RESULT: _result,
        Evidence.MEASURE: _measure,
        Evidence.GUARANTEE: _guarantee,
        Evidence.AFTER: _after,
        Evidence.FAIR: _fair,
    }
    found = {kind: find(site) for kind, find in finders.items()}
    return {kind: shown for kind, shown in found.items() if shown is not None}


_MAY = {
    Evidence.RESULT: {Thing.RESULT, Thing.CASES},
    Evidence.MEASURE: {Thing.MEASURE},
    Evidence.GUARANTEE: {Thing.REMEDY},
    Evidence.AFTER: {Thing.AFTER},
    Evidence.FAIR: {Thing.WAY_OUT},
}


def missing(site: Site) -> tuple[Evidence, ...]:
    """The kinds of evidence of which no line of any page read so much as speaks, in the order of Evidence."""
    spoken, found = spoken_of(site), evidence(site)
    return tuple(kind for kind in Evidence if kind not in found and spoken.isdisjoint(_MAY[kind]))


def _quote(page: JudgedPage, unit: str) -> Quote:
    copy = next(copy for copy in page.copy if copy.unit.id == unit)
    return Quote(copy.text, page.url, "text", copy.unit.region.value, copy.unit.id, copy.label.value)


def _result(site: Site) -> Shown | None:
    """A customer's words about one, else what was won for somebody in money: a verdict, a settlement."""
    told = [(line.page, line.copy) for line in strongest(site) if line.kind == "customer result"]
    told += [(proof.page, proof.copy) for proof in proofs(site) if proof.kind == "won"]
    return Shown(Evidence.RESULT, told[0][0], _quote(told[0][0], told[0][1].unit.id)) if told else None


def _measure(site: Site) -> Shown | None:
    """A time or a rate; that a line is open day and night says when, and not how soon."""
    for entry in promises(site):
        plain = entry.copy.unit.region.is_copy and entry.copy.sure and entry.copy.label is not Label.OTHER
        if entry.page.kind not in FOCUS_KINDS:
            continue
        if entry.defined and plain and entry.kind != "satisfaction" and not _ALWAYS.fullmatch(entry.words):
            return Shown(Evidence.MEASURE, entry.page, _quote(entry.page, entry.copy.unit.id))
    return None


def _guarantee(site: Site) -> Shown | None:
    facts = lexicon.load("commitments")
    spoken = {page.url: quoted(site, page) for page in site.pages}
    for page, copy in site.copy(*sorted(FOCUS_KINDS - {PageKind.BLOG})):
        own = copy.sure and copy.label not in (Label.OTHER, Label.PROBLEM) and copy.unit.id not in spoken[page.url]
        if (
            own
            and _OURS.search(copy.text)
            and facts.has(copy.text, "remedy", "guarantee")
            and not facts.has(copy.text, "hard")
        ):
            return Shown(Evidence.GUARANTEE, page, _quote(page, copy.unit.id))
    return None


def _after(site: Site) -> Shown | None:
    """A page or a heading for customers, else a link that leads to one; a promise of help alone is none, nor is an offer."""
    offered = {alike(page.url) for page in site.pages if page.kind in _OFFERS}
    found = [
        place
        for place in places(site)
        if place.stage in AFTER and place.page.kind not in _SOLD and alike(place.target) not in offered
    ]
    found.sort(key=lambda place: (("page", "heading", "link", "button").index(place.kind), place.page.url))
    for place in found:
        if place.copy is not None and place.copy.unit.region is not Region.OVERLAY:
            return Shown(Evidence.AFTER, place.page, _quote(place.page, place.copy.unit.id))
        if place.copy is None:
            return Shown(
                Evidence.AFTER,
                place.page,
                Quote(place.text, place.page.url, "title" if place.kind == "page" else "link"),
            )
    return None


def _fair(site: Site) -> Shown | None:
    lists = lexicon.load("terms")
    for page, copy in own_terms(site):
        if copy.sure and lists.has(copy.text, "fair"):
            return Shown(Evidence.FAIR, page, _quote(page, copy.unit.id))
    return None
