"""Where a website answers what is asked of it before anybody is spoken to: a buyer's questions, a giver's, a newcomer's.

Word list "answers". Each question is looked for in the pages read, their titles, headings and lines; failing that, in the
labels of what the site links to and was not read. What may be an answer and is not sure to be one is doubtful: then nothing
is said of the question.
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
from auditor.concordance import Sought, entries
from auditor.cues import rare
from auditor.figures.money import SUM
from auditor.journey import Stage, calls
from auditor.model import Copy, JudgedPage, Label, PageKind, Quote, Region, Role
from auditor.site import SELLING_KINDS, Site, is_counted
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, once, quoted

MIN_STEPS = 3
"""Sentences on the pages of offers that tell one step after another ("once ... we", "then we") from which it tells the process."""

UNREAD = 0.5
"""Share of the pages linked on the site that were not read, above which nothing is said to be missing. A judgement."""

ASIDE = 60
"""Characters before and behind a price in which a word may say that it is not the vendor's."""

FOUND, LINKED, OPEN, DOUBTED = "answered", "linked, not read", "not found", "not judged"

_ASSET = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|css|js|ico|xml|zip|mp[34]|webm|json)$", re.I)
_GLUE = re.compile(r"[-_+./]+")
_STEP = re.compile(r"^(?:step )?\d{1,2}[.):]? \w|^step (?:one|two|three|\d)\b", re.I)
_WHO = re.compile(r"\b(?:we|our|us|you|your|i|my)\b", re.I)

_APART = (PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS)
NOT_OFFERS = (*_APART, PageKind.CUSTOMERS, PageKind.TESTIMONIAL)
"""Page kinds whose sums and rules are those of another case, or are told to others than buyers."""

_MONEY = rare(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand))"
    r" ?(?:euros?|dollars?|pounds?|pence|p|quid|rupees?|rand)\b|\bR ?\d{2}",
    re.I,
)
"""Money in words, or signs that mean other things as well: no price for sure, and no word of none being given."""

_CONTINGENT = rare(
    r"\bno[- ]win,? ?(?:-|–)? ?no[- ]fees?\b|\b(?:no|pay) (?:\w+ )?(?:fees?|nothing|costs?) (?:\w+ )?(?:unless|until|if we (?:don['’]t|do not)) |\bcontingen(?:cy|t)\b[^.]{0,30}\b(?:fees?|basis|representation)\b",
    re.I,
)
"""How a fee is reckoned that falls due when something is won."""

_DONE = re.compile(
    r"\b(?:complet\w+|recent(?:ly)?|past|projects?|portfolio|track record|contracts?|references|case stud(?:y|ies))\b",
    re.I,
)
"""A heading over work that is done: what it came to is nobody's price."""

_ESTIMATE = rare(
    r"(?:(?<!-)(?<!hassle )(?<!stress )(?<!worry )\bfree|\bno[- ]obligation|\bno[- ]cost|\bcomplimentary)\b[^.?]{0,60}\b(?:estimates?|quotes?|quotations?)\b|\b(?:estimates?|quotes?|quotations?) (?:\w+ )?(?:are |is )?(?:always )?(?:free|without obligation)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The best answer found to one question. ``state`` is FOUND, LINKED, OPEN or DOUBTED; ``quote`` shows the place."""

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
    for key, (label, url) in sorted(others.items()):
        if words.has(f"{label} {_slug(key)}"[:LONG], question):
            return Answer(question, LINKED, Quote(label or key, url, "link"))
    doubted = (question == "price" and _speaks_of_money(site)) or (question == "person" and _anywhere(site, "person"))
    return Answer(question, DOUBTED if doubted else OPEN)


def _anywhere(site: Site, group: str) -> bool:
    words = lexicon.load("answers")
    return any(words.has(text[:LONG], group) for text in site.texts_with(entries("answers", group)))


def _speaks_of_money(site: Site) -> bool:
    """Whether any line of its own may hold a price, in whatever words, on whatever page, or a fee that falls due when something is won."""
    reckoned = (copy.text for page, copy in site.lines_with(_CONTINGENT) if page.kind is not PageKind.BLOG)
    if any(_CONTINGENT.search(text[:LONG]) for text in reckoned):
        return True
    for page, copy in site.lines_with(SUM, _MONEY):
        text = copy.text[:LONG]
        match = SUM.search(text) or _MONEY.search(text)
        own = page.kind is not PageKind.TESTIMONIAL and not copy.unit.cite and copy.unit.role is not Role.QUOTE
        if (
            match
            and own
            and copy.unit.id not in quoted(site, page)
            and not _DONE.search(copy.unit.heading)
            and _of_the_vendor(text, match.start(), match.end())
        ):
            return True
    return False


@once
def free_estimate(site: Site) -> bool:
    """Whether what a job costs is reckoned for nothing: then no price can be asked of a page."""
    lines = (copy.text for page, copy in site.lines_with(_ESTIMATE) if for_readers(page, copy))
    links = {link.text for page in site.pages for link in page.page.links}
    return any(_ESTIMATE.search(text) for text in chain(lines, links) if "uot" in text or "stimate" in text)


def _slug(url: str) -> str:
    return _GLUE.sub(" ", unquote(urlsplit(url).path))


def for_readers(page: JudgedPage, copy: Copy, *, articles: bool = False) -> bool:
    """Whether a line is one of the copy proper, of a footer or an aside, of articles alone or without them."""
    told = page.kind is PageKind.BLOG if articles else page.kind not in _APART
    return told and copy.unit.region not in (Region.NAV, Region.OVERLAY)


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
            if own and copy.unit.id not in spoken and copy.text not in told and copy.text not in site.noted:
                told.add(copy.text)
                found.append((page, copy))
    return tuple(found)


def own_lines_with(site: Site, *sought: Sought) -> Iterator[tuple[JudgedPage, Copy]]:
    """The lines of :func:`own_lines` in which any of this is found (:meth:`Site.lines_with`), in their order."""
    own = _own_units(site)
    return ((page, copy) for page, copy in site.lines_with(*sought, home_first=True) if copy.unit.id in own)


@once
def _own_units(site: Site) -> frozenset[str]:
    return frozenset(copy.unit.id for _, copy in own_lines(site))


@once
def _price(site: Site) -> Quote | None:
    # a page of prices answers before a line that only mentions one
    cost = entries("answers", "cost")
    on_list = (
        (page, copy)
        for page, copy in site.lines_with(cost, SUM, home_first=True)
        if page.kind is PageKind.PRICING or _under_prices(copy)
    )
    listed = (quote(copy) for page, copy in on_list if copy.unit.region.is_copy and gives_a_price(site, page, copy))
    lines = ((page, copy) for page, copy in site.lines_with(cost, home_first=True) if for_readers(page, copy))
    named = (quote(copy) for page, copy in lines if names_a_price(site, page, copy))
    return next(chain(listed, named), None)


def gives_a_price(site: Site, page: JudgedPage, copy: Copy) -> bool:
    """Whether a line gives a price of the vendor's, as anywhere, or on a page or under a heading of prices as a sum beside what it is for."""
    listed = _under_prices(copy) and page.kind not in NOT_OFFERS
    on_list = (page.kind is PageKind.PRICING or listed) and copy.unit.region.is_copy
    return names_a_price(site, page, copy) or (on_list and _sum_of_the_vendor(copy))


def _under_prices(copy: Copy) -> bool:
    """Whether a line about what is offered stands under a heading of prices ("Fees from May")."""
    offer = copy.label in (Label.FEATURE, Label.SPEC)
    return offer and lexicon.load("answers").has(copy.unit.heading[:LONG], "price")


def _sum_of_the_vendor(copy: Copy) -> bool:
    match = SUM.search(copy.text[:LONG])
    return (
        match is not None
        and copy.label is not Label.PROBLEM
        and _for_what_is_sold(copy.text, match.start(), match.end())
    )


_BESIDE = re.compile(r"\b(?:extra|additional|optional|travel|mileage|surcharges?)\b[^.;]*$", re.I)
_BESIDE_BEHIND = re.compile(r"\W{0,2}(?:[\w/-]+ )?(?:extra|additional|surcharge|beyond|thereafter)\b", re.I)
"""Words before and behind a sum that comes on top of a price, and is none of what is sold."""


def _for_what_is_sold(text: str, start: int, end: int) -> bool:
    """Whether a sum is the vendor's, and more than what comes on top of it."""
    on_top = _BESIDE.search(text, 0, start) or _BESIDE_BEHIND.match(text, end)
    return on_top is None and _of_the_vendor(text, start, end)


_DUE = r"(?:deposits?|late (?:\w+ )?(?:fees?|charges?|payments?|collections?)|admin(?:istration|istrative)?|returned cheques?)"
_DUE_BEFORE = re.compile(rf"\b{_DUE}(?:\b[^.;]{{0,40}})?$", re.I)
_DUE_BEHIND = re.compile(rf"\W{{0,2}}(?:[\w-]+ ){{0,2}}{_DUE}\b", re.I)
"""Words before and behind a sum that is due beside the price, or instead of it."""


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
    if not matches or told or copy.unit.cite or copy.unit.id in quoted(site, page) or _DONE.search(copy.unit.heading):
        return False
    if copy.label in (Label.OUTCOME, Label.PROBLEM, Label.COMPANY) and not words.has(copy.unit.heading, "price"):
        return False
    # what a calculator shows before anything is put in is the price of nothing
    if words.has(f"{copy.unit.heading} | {page.page.title} | {_slug(page.url)}"[:LONG], "reckoned"):
        return False
    return not words.has(copy.text[:LONG], "lent") and any(
        _for_what_is_sold(copy.text, match.start, match.end) for match in matches
    )


def _of_the_vendor(text: str, start: int, end: int) -> bool:
    """Whether no word beside a price in its clause says that it is a loss, a limit or a saving, a deposit or a fine."""
    if any(_DUE_BEFORE.search(text, 0, place) for place in (start, end)) or _DUE_BEHIND.match(text, end):
        return False
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
    told = [
        copy
        for page, copy in site.lines_with(entries("answers", "steps"))
        if is_counted(page, copy) and page.kind in SELLING_KINDS and words.has(copy.text[:LONG], "steps")
    ]
    return quote(told[0]) if len(told) >= MIN_STEPS else None


def _person(site: Site) -> Quote | None:
    words = lexicon.load("answers")
    # a policy names whom to ask of itself, and a page of jobs where to send one's papers
    own = [page for page in site.pages if page.kind not in (PageKind.POLICY, PageKind.CAREERS)]
    said: dict[str, Copy] = {}
    for page, copy in site.lines_with(entries("answers", "person")):
        if copy.unit.region is not Region.OVERLAY and words.has(copy.text[:LONG], "person"):
            said.setdefault(page.url, copy)
    for page in sorted(own, key=lambda page: (page.kind is not PageKind.CONTACT, page is not site.home, page.url)):
        if page.url in said:
            return quote(said[page.url])
        for link in page.page.links:
            if link.url.startswith(("tel:", "mailto:")):
                return Quote(link.text or link.url, page.url, "link")
    return None


@once
def _heads(site: Site) -> list[Copy]:
    """Headings and short questions, each text once, for what a word list says of it hangs on nothing else."""
    heads: dict[str, Copy] = {}
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        for copy in page.copy:
            role, text = copy.unit.role, copy.unit.text
            if (role is Role.HEADING or ("?" in text and role is not Role.QUOTE)) and text not in heads:
                asked = role is Role.HEADING or (text.rstrip(" ▾▼+").endswith("?") and word_count(text) <= 16)
                if asked and for_readers(page, copy):
                    heads[text] = copy
    return list(heads.values())


def _headed(site: Site, question: str) -> Quote | None:
    """A heading, a question or a page's title that names the answer."""
    words = lexicon.load("answers")
    for copy in _heads(site):
        if words.has(copy.text[:LONG], question):
            return quote(copy)
    for page in site.pages:
        title = page.page.title
        if page.kind not in _APART and page is not site.home and words.has(title, question):
            return Quote(page.page.title, page.url, "title")
    return None


def _told(question: str) -> Callable[[Site], Quote | None]:
    """Where any line, or the title of a page, says something to a question that those who sell nothing are asked."""

    def find(site: Site) -> Quote | None:
        words = lexicon.load("answers")
        said: dict[str, Copy] = {}
        for page, copy in site.lines_with(entries("answers", question)):
            if (
                copy.unit.region is not Region.OVERLAY
                and copy.label is not Label.PROBLEM  # how many are in need is not how many were helped
                and words.has(copy.text[:LONG], question)
            ):
                said.setdefault(page.url, copy)
        for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
            if page.url in said:
                return quote(said[page.url])
            if words.has(page.page.title, question):
                return Quote(page.page.title, page.url, "title")
        return None

    return find


_FINDERS: dict[str, Callable[[Site], Quote | None]] = {
    "price": _price,
    "person": _person,
    **{name: _told(name) for name in ("accounts", "worth", "reached", "firstvisit")},
}
