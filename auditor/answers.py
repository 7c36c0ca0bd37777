"""Where a website answers what is asked of it before anybody is spoken to: a buyer's questions, a giver's, a newcomer's.

Word list "answers". Each question is looked for in the pages read, their titles, headings and lines; failing that, in the
labels of what the site links to and was not read. In doubt it counts as answered: audits built on this say "not found".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote, urlsplit

from auditor import lexicon
from auditor.addresses import alike
from auditor.audit import quote
from auditor.claims import proofs
from auditor.entities import customers_words
from auditor.figures.money import SUM
from auditor.journey import Stage, calls
from auditor.model import Copy, JudgedPage, Label, PageKind, Quote, Region, Role
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, once, quoted

MIN_QUESTIONS = 4
"""Questions on one page from which it answers frequent questions."""

MIN_STEPS = 3
"""Sentences on the pages of offers that tell one step after another ("once ... we", "then we") from which it tells the process."""

UNREAD = 0.5
"""Share of the pages linked on the site that were not read, above which nothing is said to be missing. A judgement."""

ASIDE = 60
"""Characters before and behind a price in which a word may say that it is not the vendor's."""

FOUND, LINKED, OPEN = "answered", "linked, not read", "not found"

_ASSET = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|css|js|ico|xml|zip|mp[34]|webm|json)$", re.I)
_GLUE = re.compile(r"[-_+./]+")
_STEP = re.compile(r"^(?:step )?\d{1,2}[.):]? \w|^step (?:one|two|three|\d)\b", re.I)
_ASKS = re.compile(
    r"(?:what|which|who|where|when|why|how|do|does|did|is|are|can|could|will|would|should|may|must|have|has)\b", re.I
)
"""How a question begins that wants an answer; "Or maybe a gift for your staff?" wants none."""

_DENIED = re.compile(r"\b(?:no|without|any) (?:\w+ ){0,4}?warrant|\bdisclaim|\bwarranties of\b", re.I)
"""What a website says of its own words, and no condition of a sale."""

_WHO = re.compile(r"\b(?:we|our|us|you|your|i|my)\b", re.I)

_APART = (PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS)


@dataclass(frozen=True, slots=True)
class Answer:
    """The best answer found to one question. ``state`` is FOUND, LINKED or OPEN; ``quote`` shows the place."""

    question: str
    state: str
    quote: Quote | None = None


def _address(url: str) -> str:
    """A page's address without what does not tell pages apart."""
    return alike(unquote(url)).casefold()


def _linked(site: Site) -> dict[str, tuple[str, str]]:
    """The pages and documents of the site that its pages link to: key -> (label, the page that links)."""
    first: dict[str, tuple[str, str]] = {}
    for page in site.pages:
        for link in page.page.links:
            if link.internal and link.url not in first:
                first[link.url] = link.text, page.url
    found: dict[str, tuple[str, str]] = {}
    for url, where in first.items():
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and not _ASSET.search(parts.path):
            found.setdefault(_address(url), where)
    return found


@once
def unread(site: Site) -> dict[str, tuple[str, str]]:
    """What the site links to on itself and was not read, though it may be there: address -> (label, the page that links)."""
    known = {*(_address(page.url) for page in site.pages), *map(_address, site.missing)}
    return {key: link for key, link in _linked(site).items() if key not in known}


def too_little_read(site: Site) -> bool:
    """Whether more of the pages it links to were left unread (:data:`UNREAD`) than lets anybody say that something is missing."""
    others = unread(site)
    return len(others) > UNREAD * (len(others) + len(site.pages))


def answer(site: Site, question: str, others: dict[str, tuple[str, str]]) -> Answer:
    """The best answer to a question: on a page read, else on one that is linked and was not read."""
    place = _FINDERS[question](site)
    if place is not None:
        return Answer(question, FOUND, place)
    words = lexicon.load("answers")
    if question == "proof" and (reviews := _reviews(site)) is not None:
        return Answer(question, LINKED, reviews)
    for key, (label, url) in sorted(others.items()):
        if words.has(f"{label} {_slug(key)}"[:LONG], question):
            return Answer(question, LINKED, Quote(label or key, url, "link"))
    return Answer(question, OPEN)


def _reviews(site: Site) -> Quote | None:
    """A link to a place where customers write, which was not read."""
    words = lexicon.load("answers")
    for page in site.pages:
        for link in page.page.links:
            if not link.internal and words.has(
                f"{link.text} {urlsplit(link.url).netloc} {_slug(link.url)}"[:LONG], "platform"
            ):
                return Quote(link.text or link.url, page.url, "link")
        for copy in page.copy:
            if copy.unit.role in (Role.BUTTON, Role.HEADING, Role.LINK) and words.has(copy.text[:LONG], "platform"):
                return quote(copy)
    return None


def _slug(url: str) -> str:
    return _GLUE.sub(" ", unquote(urlsplit(url).path))


def lines_for_readers(site: Site, *, articles: bool = False) -> Iterator[tuple[JudgedPage, Copy]]:
    """The lines of the copy proper, and of footers and asides, of articles alone or without them; the home page's first."""
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.kind is PageKind.BLOG if articles else page.kind not in _APART:
            for copy in page.copy:
                if copy.unit.region not in (Region.NAV, Region.OVERLAY):
                    yield page, copy


@once
def own_lines(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines in which the site itself speaks to those whom it serves, the home page's first; each text once.

    Left out are articles, documentation, terms, jobs, testimonials, and other people's words wherever they stand.
    """
    told: set[str] = set()
    found = []
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.twin_of or page.kind in TEACHING or page.kind is PageKind.TESTIMONIAL:
            continue
        spoken = quoted(site, page)
        for copy in page.copy:
            own = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and not copy.unit.cite
            if own and copy.unit.id not in spoken and copy.text not in told:
                told.add(copy.text)
                found.append((page, copy))
    return tuple(found)


@once
def _price(site: Site) -> Quote | None:
    # a page of prices answers before a line that only mentions one
    on_list = ((page, copy) for page, copy in lines_for_readers(site) if page.kind is PageKind.PRICING)
    listed = (quote(copy) for page, copy in on_list if copy.unit.region.is_copy and gives_a_price(site, page, copy))
    # an article on what such work costs answers too, after the pages of the offers
    every = chain(lines_for_readers(site), lines_for_readers(site, articles=True))
    named = (quote(copy) for page, copy in every if names_a_price(site, page, copy))
    return next(chain(listed, named), None)


def gives_a_price(site: Site, page: JudgedPage, copy: Copy) -> bool:
    """Whether a line gives a price of the vendor's, as anywhere, or on a page of prices as a sum beside what it is for."""
    on_list = page.kind is PageKind.PRICING and copy.unit.region.is_copy
    return names_a_price(site, page, copy) or (on_list and _sum_of_the_vendor(copy))


def _sum_of_the_vendor(copy: Copy) -> bool:
    match = SUM.search(copy.text[:LONG])
    return (
        match is not None and copy.label is not Label.PROBLEM and _of_the_vendor(copy.text, match.start(), match.end())
    )


_PRICE_LIST = re.compile(
    r"(?:the |our )?(?:prices?|pricing|costs?|fees?|rates?) (?:per|for|of|is|are|starts?|begins?|from)\b(?! (?:this|that|the project|the job))",
    re.I,
)
"""How a line begins that gives a price to whoever reads it, on whatever page."""


def names_a_price(site: Site, page: JudgedPage, copy: Copy) -> bool:
    """Whether a line gives a price of the vendor's, with its figure."""
    words = lexicon.load("answers")
    matches = words.find(copy.text[:LONG], "cost")
    told = page.kind is PageKind.CUSTOMERS and _PRICE_LIST.match(copy.text) is None  # what a customer's case cost
    if not matches or told or copy.unit.cite or copy.unit.id in quoted(site, page):
        return False
    if copy.label in (Label.OUTCOME, Label.PROBLEM, Label.COMPANY) and not words.has(copy.unit.heading, "price"):
        return False
    # what a calculator shows before anything is put in is the price of nothing
    if words.has(f"{copy.unit.heading} | {page.page.title} | {_slug(page.url)}"[:LONG], "reckoned"):
        return False
    return any(_of_the_vendor(copy.text, match.start, match.end) for match in matches)


def _of_the_vendor(text: str, start: int, end: int) -> bool:
    """Whether no word beside a price in its clause says that it is a loss, a limit or a saving."""
    before = re.split(r"[;:]\s|, (?:but|while|and)\b|\. ", text[max(0, start - ASIDE) : start])[-1]
    after = re.split(r"[;:]\s|, |\. ", text[end : end + ASIDE])[0]
    return not lexicon.load("answers").has(f"{before}{text[start:end]}{after}", "nobodys")


def doors(site: Site) -> list[Quote]:
    """Where the site asks to buy or to enquire, else its first heading: the place where the answer is missed."""
    found = [place for place in calls(site) if place.stage is Stage.BUY]
    shown = [quote(place.copy) if place.copy else Quote(place.text, place.page.url, "link") for place in found[:2]]
    if not shown:
        first = sorted(site.pages, key=lambda page: (page is not site.home, page.url))
        heads = (copy for page in first for copy in page.copy if copy.unit.role is Role.HEADING)
        shown = [quote(copy) for copy in heads if copy.unit.region.is_copy][:1]
    return shown


def process(site: Site) -> Quote | None:
    """Where it says how it works: a heading, numbered steps, or steps told one after another."""
    found = _headed(site, "process")
    if found is not None:
        return found
    words = lexicon.load("answers")
    for page in site.pages:
        steps = [
            copy
            for copy in page.copy
            if copy.unit.region.is_copy
            and _STEP.match(copy.text)
            and not copy.text.endswith(("?", ":"))
            and (_WHO.search(copy.text) or (copy.unit.role is Role.HEADING and copy.text[:4].casefold() == "step"))
        ]
        if len(steps) >= 3 and page.kind not in _APART and page.kind is not PageKind.POLICY:
            return quote(steps[0])
        heads = [copy for copy in page.copy if copy.unit.region.is_copy and copy.unit.role is Role.HEADING]
        for row in zip(heads, heads[1:], heads[2:], strict=False):
            kinds = [{match.group for match in words.find(copy.text[:LONG], "stage", "after")} for copy in row]
            if all(kinds) and any("after" in found for found in kinds) and page.kind not in _APART:
                return quote(row[0])
    told = [copy for _, copy in site.copy(*sorted(SELLING_KINDS)) if words.has(copy.text[:LONG], "steps")]
    return quote(told[0]) if len(told) >= MIN_STEPS else None


def _audience(site: Site) -> Quote | None:
    for page in site.of_kind(PageKind.SOLUTION):
        return Quote(page.page.title or page.url, page.url, "title")
    found = _headed(site, "audience", lambda text: not _asks_who_we_are(site, text))
    if found is not None:
        return found
    menu = lexicon.load("menu")
    for page in site.pages:
        for link in page.page.links:
            if (
                link.region is Region.NAV
                and link.internal
                and link.text
                and menu.has(link.text, "customers")
                and not link.text.endswith("?")
            ):
                return Quote(link.text, page.url, "link")
    return None


def _asks_who_we_are(site: Site, text: str) -> bool:
    """True for a heading over what the vendor is ("Who are Hilltop Pumps?"): it says of nobody that it is for him."""
    asked = re.search(r"\bwho (?:are|is)\b(.*)", text, re.I)
    return asked is not None and bool(re.match(r" (?:we|us)\b", asked[1], re.I) or site.name_pattern.search(asked[1]))


def _proof(site: Site) -> Quote | None:
    said = customers_words(site)
    if said:
        return quote(said[0].copies[0])
    evidence = [entry for entry in proofs(site) if entry.kind in ("client", "rated", "measure", "award")]
    return quote(evidence[0].copy) if evidence else None


def _terms(site: Site) -> Quote | None:
    words = lexicon.load("answers")
    for _, copy in lines_for_readers(site):
        if copy.label is Label.POLICY and words.has(copy.text[:LONG], "sold") and not _DENIED.search(copy.text):
            return quote(copy)
    return _headed(site, "terms")


def _faq(site: Site) -> Quote | None:
    found = _headed(site, "faq")
    if found is not None:
        return found
    for page in site.pages:
        if page.kind in _APART:
            continue
        asked = [
            copy
            for copy in page.copy
            if copy.unit.region.is_copy and copy.text.rstrip(" ▾▼+").endswith("?") and copy.unit.role is not Role.QUOTE
            if copy.unit.role is not Role.SENTENCE or _ASKS.match(copy.text)
        ]
        if len(asked) >= MIN_QUESTIONS:
            return quote(asked[0])
    return None


def _comparison(site: Site) -> Quote | None:
    return _headed(site, "comparison")


def _person(site: Site) -> Quote | None:
    words = lexicon.load("answers")
    for page in sorted(
        site.pages, key=lambda page: (page.kind is not PageKind.CONTACT, page is not site.home, page.url)
    ):
        for copy in page.copy:
            if copy.unit.region is not Region.OVERLAY and words.has(copy.text[:LONG], "person"):
                return quote(copy)
        for link in page.page.links:
            if link.url.startswith(("tel:", "mailto:")):
                return Quote(link.text or link.url, page.url, "link")
    return None


@once
def _heads(site: Site) -> list[Copy]:
    """Headings and short questions, each text once, for what a word list says of it hangs on nothing else."""
    heads: dict[str, Copy] = {}
    for _, copy in lines_for_readers(site):
        role, text = copy.unit.role, copy.text
        asked = "?" in text and text.rstrip(" ▾▼+").endswith("?") and word_count(text) <= 16
        if role is Role.HEADING or (asked and role is not Role.QUOTE):
            heads.setdefault(text, copy)
    return list(heads.values())


def _headed(site: Site, question: str, fits: Callable[[str], bool] = bool) -> Quote | None:
    """A heading, a question or a page's title that names the answer; ``fits`` may rule a wording out."""
    words = lexicon.load("answers")
    for copy in _heads(site):
        refused = (question == "terms" and _DENIED.search(copy.text)) or not fits(copy.text)
        if words.has(copy.text[:LONG], question) and not refused:
            return quote(copy)
    for page in site.pages:
        title = page.page.title
        if page.kind not in _APART and page is not site.home and words.has(title, question) and fits(title):
            return Quote(page.page.title, page.url, "title")
    return None


def _told(question: str) -> Callable[[Site], Quote | None]:
    """Where any line, or the title of a page, says something to a question that those who sell nothing are asked."""

    def find(site: Site) -> Quote | None:
        words = lexicon.load("answers")
        for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
            for copy in page.copy:
                if copy.unit.region is not Region.OVERLAY and words.has(copy.text[:LONG], question):
                    return quote(copy)
            if words.has(page.page.title, question):
                return Quote(page.page.title, page.url, "title")
        return None

    return find


_FINDERS: dict[str, Callable[[Site], Quote | None]] = {
    "price": _price, "process": process, "audience": _audience, "proof": _proof, "terms": _terms, "faq": _faq,
    "comparison": _comparison, "person": _person,
    **{name: _told(name) for name in ("accounts", "worth", "reached", "firstvisit")},
}  # fmt: skip
