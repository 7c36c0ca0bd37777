"""Typed facts of a site: figures it states about itself, with what they speak of, so that two of them can be compared.

A fact is a value in one unit, the thing it speaks of (``subject``: carriers, reply, diameter), what narrows it
(``scope``: the product, process or page it stands under; empty where it speaks for the whole company) and the words it
was read from. Only what the company says of itself is read: not customers' words, not articles, not sizes of customers.
Every pattern is linear in the text and texts are cut at :data:`LONGEST` characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from auditor import sizes
from auditor.cues import rare
from auditor.entities import Kind as Named
from auditor.entities import entities
from auditor.figures import UNITS, WORDS, Figure, Kind, ages, circumstances, figures, number
from auditor.figures.base import OURS
from auditor.figures.contacts import contacts
from auditor.figures.counts import NEUTRAL, SHORT, Count, counts, nouns_counted
from auditor.figures.hours import Open, opening
from auditor.figures.money import EACH_TAUGHT
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import Site
from auditor.stances import SITE_USE, THINGS, named_beside, sides, stances, tied_to
from auditor.tables import Table, tables
from auditor.text import word_count
from auditor.things import GENERAL, READ, SECTION, Known, holds_for, latest_year, nouns, things, topic

__all__ = ["Fact", "Kind", "facts", "latest_year", "nouns", "number"]

LONGEST = 1000
"""Characters of a text that are read for facts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure. ``bound`` is "at least", "at most" or "exact"; ``copies`` are the units that carry it.

    ``value`` is the figure, or the upper end of a range that begins at ``low`` (None for a single figure).
    ``condition`` holds the circumstances that the text ties it to (a season, a plan, a year); ``every`` is true where
    the text says that it holds for all ("every pump", "any order"), wherever it stands. ``rows`` are, for a fact of a
    table, the header and the row that it stands in; ``topic`` the things that its line names.
    """

    kind: Kind
    subject: str
    value: float
    unit: str
    bound: str
    words: str
    copies: tuple[Copy, ...]
    page: JudgedPage
    scope: frozenset[str] = frozenset()
    place: str = "sentence"
    low: float | None = None
    condition: frozenset[str] = frozenset()
    every: bool = False
    rows: tuple[tuple[Copy, ...], ...] = ()
    topic: frozenset[str] = frozenset()

    @property
    def general(self) -> bool:
        """True where it speaks for the whole company."""
        return not self.scope

    @property
    def least(self) -> float:
        """The lower end of a range; of a single figure the figure."""
        return self.value if self.low is None else self.low


def facts(site: Site) -> tuple[Fact, ...]:
    """Every fact of the site, pages in URL order, each value of a subject once for a page."""
    found: dict[tuple[object, ...], Fact] = {}
    # a product that a line names is what the line speaks of, wherever it stands
    products = {product.name: nouns(product.name) - SECTION for product in entities(site).of(Named.PRODUCT, sure=True)}
    known = Known({name: words for name, words in products.items() if words} | things(site))
    named = entities(site)
    of_others = cache(lambda text: named.begins(text, Named.CUSTOMER, Named.PARTNER))
    for page in site.pages:
        if page.twin_of:
            continue
        own = [copy for copy in _own(page) if page.kind not in READ or not of_others(copy.text)]
        for fact in _page_facts(site, page, own, known):
            key = (fact.kind, fact.subject, fact.value, fact.unit, fact.bound, fact.scope, page.url, fact.place)
            found.setdefault((*key, fact.condition, fact.every), fact)
    _line.cache_clear()  # nothing else asks for it
    return tuple(found.values())


_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_DIGIT = re.compile(r"\d")
_NUMBER_WORD = rare(rf"\bwithin an?\b|\bdecades\b|\b(?:{WORDS})\b", re.I)
_TEAM = rare(r"team|people|staff|leadership|doctors?\b|attorneys|lawyers|bios?\b|partners?\b", re.I)
_PERSON = rare(r"\b(?:he|she|his|her|Dr|Mr|Mrs|Ms|founder|owner|president|my|I|combined|collective|employees)\b")

_OWN_STORY = re.compile(
    rf"{OURS.pattern}|^(?:Founded|Established|Est\.|Since)\b|(?i:\b(?:years in business|in business (?:for|since))\b)"
)


class _Line(NamedTuple):
    """What a text says by itself, whatever page it stands on: read once, since a site says the same on many pages."""

    figures: tuple[Figure, ...]
    sides: tuple[Figure, ...]
    ordered: bool
    counts: tuple[Count, ...]
    claimed: tuple[sizes.Size, ...]
    numbered: bool
    contacts: tuple[Figure, ...]


@lru_cache(maxsize=1 << 15)
def _line(text: str) -> _Line | None:
    """What is read in a text; None for most: nothing."""
    numbered = _DIGIT.search(text) is not None or _NUMBER_WORD.search(text) is not None
    line = _Line(
        figures(text),
        stances(text),
        _ORDERED.search(text) is not None,
        tuple(counts(text)) if numbered else (),
        tuple(sizes.claimed(text)) if numbered else (),
        numbered,
        tuple(contacts(text)),
    )
    return line if any(line) else None


def _page_facts(site: Site, page: JudgedPage, own: Sequence[Copy], known: Known) -> Iterator[Fact]:
    for table in tables(page):
        yield from _table_facts(table)
    if page.kind not in READ:
        # terms that a guide or article of the company's own states about its orders are still its terms
        for copy in own:
            yield from _minimum(page, copy)
        return
    lines = [(copy, line) for copy in own if (line := _line(copy.text)) is not None]
    for copy, line in lines:
        if page.kind is not PageKind.CAREERS:
            if line.figures:
                yield from _stated(site, page, copy, line.figures, known)
            if line.sides:
                yield from _taken(site, page, copy, line.sides, known)
        if line.ordered:
            yield from _minimum(page, copy)
        if not line.numbered:
            continue
        if line.counts:
            yield from _counts(page, copy, line.counts)
        yield from _reach(page, copy, line.claimed)
        ours = _OWN_STORY.search(copy.text) or site.name_pattern.search(copy.text) or len(copy.text.split()) <= SHORT
        yield from _ages(site, page, copy, own=bool(ours))
    yield from _scoreboard(page, own)
    head = [copy for copy in page.copy if copy.unit.region is Region.NAV]  # a bar over the menu gives them as well
    yield from _hours(page, [*own, *head], known)
    for copy, line in lines:
        if line.contacts:
            yield from _contacts(page, copy, line.contacts)
    for copy in head:
        # a bar over the menu promises too ("Spaces available"); an entry of the menu does not
        if not copy.unit.href and page.kind is not PageKind.CAREERS and (line := _line(copy.text)) and line.sides:
            yield from _taken(site, page, copy, line.sides, known)
        yield from _contacts(page, copy, tuple(contacts(copy.text[:LONGEST])))


def _own(page: JudgedPage) -> Iterator[Copy]:
    """The units in which the company speaks of itself."""
    for copy in page.copy:
        unit = copy.unit
        quoted = unit.role is Role.QUOTE or unit.cite or unit.text[:1] in '"“'
        if quoted or unit.region in (Region.OVERLAY, Region.NAV) or len(unit.text) > LONGEST:
            continue
        yield copy


def _place(copy: Copy) -> str:
    return {Role.HEADING: "heading", Role.CELL: "table"}.get(copy.unit.role, "sentence")


def _scope(page: JudgedPage, *texts: str) -> frozenset[str]:
    """What narrows a fact on this page: nothing on general pages, the product or service elsewhere."""
    if page.kind in GENERAL:
        return frozenset()
    return nouns(page.page.title.split("|")[0]) or frozenset({page.url})


def _counts(page: JudgedPage, copy: Copy, found: Sequence[Count]) -> Iterator[Fact]:
    for subject, value, bound, words, condition in found:
        yield Fact(
            Kind.COUNT, subject, value, "", bound, words, (copy,), page, _scope(page), _place(copy), condition=condition
        )


_SCORE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\s?([kK])?\s?(\+)?")


def _scoreboard(page: JudgedPage, own: Sequence[Copy]) -> Iterator[Fact]:
    """Counts whose figure and noun stand in two units, one under the other."""
    by_noun = nouns_counted()
    for figure, label in pairwise(own):
        match = (
            _SCORE.fullmatch(figure.text) if figure.text[:1] in tuple("123456789") else None
        )  # "0" waits for a visitor
        if match is None:
            continue
        words = label.text.casefold().split()
        if not 1 <= len(words) <= 4 or figure.unit.region is not label.unit.region:
            continue
        said = " ".join(words)
        known = [noun for noun in by_noun if noun in said and re.search(rf"\b{re.escape(noun)}\b", said)]
        if known:
            noun = max(known, key=lambda noun: (len(noun), noun))
            rest = [word for word in said.split(noun)[0].split() if word not in NEUTRAL]
            value = number(match[1]) * (1000 if match[2] else 1)
            subject = " ".join([*rest, by_noun[noun]])
            bound = "at least" if match[3] else "exact"
            yield Fact(
                Kind.COUNT, subject, value, "", bound, f"{figure.text} {label.text}", (figure, label), page, _scope(page), "heading"
            )  # fmt: skip


def _ages(site: Site, page: JudgedPage, copy: Copy, *, own: bool) -> Iterator[Fact]:
    """Years in business or of experience, of the company and not of a person, when it says that it began, and time in a trade."""
    name = site.name_pattern.match(copy.text) if own else None
    persons = _TEAM.search(urlsplit(page.url).path) or _PERSON.search(copy.text)
    for figure in (
        ages.told(copy.text, name.end() if name else 0, spans_too=not persons) if own else ages.tenures(copy.text)
    ):
        words = copy.text[figure.start : figure.end]
        bound = "at least" if figure.kind is Kind.YEARS and ages.at_least(copy.text, figure) else "exact"
        low = figure.low if figure.low < figure.high else None
        yield Fact(
            figure.kind, figure.subject, figure.high, figure.unit, bound, words, (copy,), page, frozenset(), _place(copy), low
        )  # fmt: skip


_MINIMUM = re.compile(
    rf"\b(?:(?P<scope>[A-Za-z-]+(?: [A-Za-z-]+)?)\s+)?(?:MOQs?|minimum (?:order|run|quantity)s?(?: (?:quantity|size|quantities))?|minimum runs?|(?:smallest|lowest) (?:order|run|batch|quantity)|(?:orders?|runs?|batches|quantities) as (?:few|little|small|low) as|in quantities from)\b"
    rf"(?P<verb>[\w\s:,-]{{0,20}}?)\s*{_NUMBER}\s*(?P<unit>pcs?|pieces?|units?|items?|sets?|kg|tons?|tonnes?|cases?|pallets?|rolls?)\b(?P<tail>[^.;!?—]{{0,80}})",
    re.I,
)

_NO_MINIMUM = re.compile(
    r"\bno (?:MOQs?|minimums?(?: (?:order|run|quantity)s?(?: (?:quantity|size))?)?)\b(?! (?:stay|nights?|term|age|contract|balance|period|commitment|spend))|\bone[- ]offs? (?:are )?(?:welcome|accepted)",
    re.I,
)

_ORDERED = rare(r"moq|minimum|smallest|lowest| as (?:few|little|small|low) as|in quantities|one[- ]offs? ", re.I)
"""What one of both must have: a cheap look first."""


def _minimum(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """The smallest order that is taken; one piece where the text says that there is no minimum."""
    if not _ORDERED.search(copy.text):
        return
    if (match := _NO_MINIMUM.search(copy.text)) and not copy.text.endswith("?"):
        every = page.kind in GENERAL or OURS.search(copy.text) is not None
        scope = frozenset[str]() if every else _scope(page)
        yield Fact(
            Kind.MINIMUM, "order", 1.0, "pieces", "exact", match[0], (copy,), page, scope, _place(copy), every=every
        )
    for match in _MINIMUM.finditer(copy.text):
        narrowed = re.search(r"\bfor ([\w\s,&/-]+?)(?:$|,? (?:and are|but|which|with)\b)", match["tail"] or "")
        scope = nouns(narrowed[1]) if narrowed else nouns(match["scope"] or "") - _VERBS
        if not scope and page.kind not in GENERAL and copy.unit.region.is_copy:
            scope = _scope(page)
        bound = "at least" if re.search(r"\b(?:start|from|begin)", match["verb"] or "", re.I) else "exact"
        words = match[0][:90].strip()
        value = number(match["number"])
        yield Fact(Kind.MINIMUM, "order", value, "pieces", bound, words, (copy,), page, scope, _place(copy))


_VERBS = frozenset("low the our typical their its your every real below that why start from with same standard".split())
# --- what a line states, and of what --------------------------------------------------------------------------------

_DEPARTMENT = re.compile(
    r"\b(emergency|support|service|parts|showroom|sales|kitchen|lobby|drive-?thr\w+|phone|retail|warehouse|gym|pool|office|admissions?|tax season|summer|winter|holiday)\b",
    re.I,
)
_PRICED = frozenset(
    "from start starting cost price priced rate fee charge only just plan each per month year night week hour day about around simple straightforward typical".split()
)


def _stated(site: Site, page: JudgedPage, copy: Copy, read: Sequence[Figure], known: Known) -> Iterator[Fact]:
    """Terms, times, prices, rooms and rules that a line states, each with what it holds for."""
    if page.kind is PageKind.POLICY and copy.label is Label.POLICY and SITE_USE.search(page.url):
        return
    taken: list[Figure] = []
    several = Counter(
        (figure.kind, figure.subject) for figure in {(f.kind, f.subject, f.low, f.high): f for f in read}.values()
    )
    for figure in read:
        if several[figure.kind, figure.subject] > 1:
            continue  # a line with several values of one thing sets alternatives side by side
        if any(other.start < figure.end and figure.start < other.end and _same(other, figure) for other in taken):
            continue
        taken.append(figure)
        if figure.kind is Kind.REPLY and page.kind is PageKind.POLICY:
            continue
        if figure.kind is Kind.AGES and not (_MEANT.search(copy.text) or site.name_pattern.search(copy.text)):
            continue
        about: frozenset[str] = frozenset()
        scope, every = holds_for(page, copy, figure, known)
        if figure.kind is Kind.CAPACITY and not scope and (one := _ONE_PLACE.search(copy.text[: figure.start])):
            scope = nouns(one[1])
        if figure.kind is Kind.PRICE:
            if _NO_PRICE.search(copy.text) or copy.label not in (Label.FEATURE, Label.POLICY, Label.OTHER, Label.SPEC):
                continue
            scope = _priced(copy, figure, scope) or scope
            each = figure.unit.partition("/")[2]
            if each in EACH_TAUGHT:
                # "£8 a class" under "Yoga", "cost per group class" on the page "Yoga": one thing where both name yoga
                scope = (scope & nouns(copy.text)) - _TAUGHT | {each}
                about = nouns(f"{copy.unit.heading} {page.page.title.split('|')[0]}") - SECTION - _TAUGHT - _PRICED
        condition = circumstances(copy.text, figure.kind, copy.unit.heading)
        if {"sample", "large"} <= condition:
            continue  # the line speaks of both
        words = copy.text[figure.start : figure.end].strip(" .,;")
        yield Fact(
            figure.kind, figure.subject, round(figure.high, 3), figure.unit or UNITS.get(figure.kind, ""),
            "at most" if figure.low < figure.high else "exact", words, (copy,), page, scope, _place(copy),
            round(figure.low, 3), condition, every, topic=about or topic(copy.text, figure.end),
        )  # fmt: skip


def _taken(site: Site, page: JudgedPage, copy: Copy, read: Sequence[Figure], known: Known) -> Iterator[Fact]:
    """The sides that a line takes in words, each with what it holds for."""
    for side in sides(site, page, copy, read):
        scope = frozenset[str]() if THINGS[side.subject].whole else holds_for(page, copy, side, known)[0]
        words = copy.text[side.start : side.end].strip(" .,;")
        yield Fact(
            Kind.STANCE, side.subject, side.high, "", "exact", words, (copy,), page, scope, _place(copy),
            condition=tied_to(copy, side), topic=named_beside(copy.text, side),
        )  # fmt: skip


_TAUGHT = frozenset("group class lesson size time fee cost full detail appointment schedule timetable".split())
"""Words beside a class or lesson that name no thing of their own: one with several people is the one meant by default."""

_NO_PRICE = re.compile(
    r"\b(?:their|salary|salaries|income|wages?|donat\w+|give|suggested|sponsors?|average|median|limit|total|max(?:imum)?|min(?:imum)?\.?|eligible|on sale|was|penalty|verdict)\b",
    re.I,
)
_ONE_PLACE = re.compile(
    r"\b(?:the|our|this|an?)((?: [a-z]+){1,2}) (?:(?:that|which|has|with|can|will|comfortably) )*$", re.I
)
_MEANT = re.compile(
    r"\b(?:we|our|us|must|minimum age|open to|programs? for|welcomes?|(?:for|from) (?:all )?(?:boys|girls|kids|children|youth))\b",
    re.I,
)


def _same(one: Figure, other: Figure) -> bool:
    """True for two readings of one figure: a charge is no price as well, a capacity is read once."""
    return one.kind is other.kind or {one.kind, other.kind} <= {Kind.FREE, Kind.PRICE, Kind.DEPOSIT}


def _priced(copy: Copy, figure: Figure, scope: frozenset[str]) -> frozenset[str]:
    """What a price is asked for: the words before it in its clause, else those of its heading."""
    clause = re.split(r"[.;!?:]\s|,\s|\band\b", copy.text[: figure.start])[-1]
    said = nouns(clause) - _PRICED - SECTION
    after = re.match(
        r"\s*(?:/\s*\w+|per \w+|an? \w+)?\s*for (?:an?|the|your|every|each)?\s*((?:[\w-]+\s?){1,4})",
        copy.text[figure.end :],
    )
    if not said and after:
        said = nouns(after[1]) - _PRICED - SECTION
    return said or scope or nouns(copy.unit.heading) - _PRICED - SECTION


def _reach(page: JudgedPage, copy: Copy, claimed: Sequence[sizes.Size]) -> Iterator[Fact]:
    """How large a piece can be worked: what a sentence claims ("up to"), and what an entry of a list says."""
    if copy.unit.role is Role.CELL:
        return
    around = (copy.text, copy.unit.heading, page.page.title)
    entry = copy.unit.role is Role.BULLET or (copy.unit.role is Role.SENTENCE and copy.text[-1:] not in ".!?")
    entries = sizes.listed(copy.text) if entry else ()
    for place, found in (("sentence", claimed), ("list", entries)):
        for size in found:
            process = frozenset({sizes.process_of(*around, before=size.before)} - {""})
            yield Fact(
                Kind.REACH, size.dimension, size.inches, "inches", "at most", size.words, (copy,), page, process, place
            )


def _table_facts(table: Table) -> Iterator[Fact]:
    """Minimum orders and largest dimensions that stand in a table, under the header that names them."""
    for column, head in enumerate(table.header):
        label = head.text.casefold()
        minimum = re.search(r"\bmoq\b|\bmin(?:imum)?\.? (?:order|qty|quantity)", label)
        dimension = sizes.dimension_of(head.text)
        for row in table.rows:
            if column >= len(row) or len(row) != len(table.header):
                continue
            cell = row[column]
            if minimum and (match := re.match(rf"{_NUMBER}\s*(?:pcs?|pieces?|units?)?\b", cell.text)):
                yield Fact(
                    Kind.MINIMUM, "order", number(match["number"]), "pieces", "exact", cell.text, (row[0], cell), table.page, nouns(row[0].text),
                    "table", rows=(table.header, row),
                )  # fmt: skip
            reached = sizes.best(dimension, cell.text, head.text) if dimension and cell is not row[0] else None
            if reached:
                yield _cell(table, dimension, reached, head, row, cell)
    # the other way round: a row for each property
    for row in (table.header, *table.rows):
        dimension = sizes.dimension_of(row[0].text)
        for cell in row[1:]:
            if dimension and (reached := sizes.best(dimension, cell.text, row[0].text)):
                yield _cell(table, dimension, reached, row[0], row, cell)


def _cell(table: Table, dimension: str, inches: float, head: Copy, row: tuple[Copy, ...], cell: Copy) -> Fact:
    process = sizes.process_of(head.text, row[0].text, table.heading, table.page.page.title)
    copies = tuple(dict.fromkeys((row[0], head, cell)))
    rows = (row,) if row == table.header else (table.header, row)
    return Fact(
        Kind.REACH, dimension, round(inches, 6), "inches", "at most", cell.text, copies, table.page, frozenset({process} - {""}),
        "table", rows=rows,
    )  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _opened(text: str) -> tuple[Open, ...]:
    return tuple(opening(text[:LONGEST]))  # a footer's hours stand on every page


def _hours(page: JudgedPage, own: Sequence[Copy], known: Known) -> Iterator[Fact]:
    """Opening hours, a fact for each day, where the page speaks for the whole company or at its head or foot."""
    for place, copy in enumerate(own):
        if page.kind not in GENERAL and copy.unit.region not in (Region.NAV, Region.FOOTER):
            continue  # a page of one shop among several gives that shop's hours
        copies: tuple[Copy, ...] = (copy,)
        found = _opened(copy.text)
        if not found and word_count(copy.text) <= 3 and place + 1 < len(own):  # the day and its times in two cells
            after = own[place + 1]
            if re.match(r"\s*(?:\d|closed)", after.text, re.I):
                found = _opened(f"{copy.text} {after.text[:60]}")
            copies = (copy, after)
        if not found:
            continue
        around = " ".join((copy.unit.heading, copy.text))
        condition = frozenset(match.casefold() for match in _DEPARTMENT.findall(around)) - {"office", "phone"}
        scope = known.named(nouns(around))
        for entry in found:
            words = copy.text[entry.start : entry.end].strip() if len(copies) == 1 else " ".join(c.text for c in copies)
            value = round(entry.opens * 100 + entry.closes, 3)
            yield Fact(
                Kind.HOURS, entry.day, value, "", "exact", words, copies, page, scope, _place(copy), None, condition
            )


def _contacts(page: JudgedPage, copy: Copy, found: Sequence[Figure]) -> Iterator[Fact]:
    """Phone numbers, addresses for mail and street addresses as they are shown."""
    for shown in found:
        words = copy.text[shown.start : shown.end]
        yield Fact(shown.kind, shown.subject, 0.0, shown.unit, "exact", words, (copy,), page, place=_place(copy))
