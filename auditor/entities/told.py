"""Everything that a site names, computed once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil

from auditor import lexicon, naming
from auditor.entities.book import WITNESSES, Entities, Entity, How, Kind, Register, Witness
from auditor.entities.lines import Lines
from auditor.entities.others import find_bodies, find_customers, find_partners
from auditor.entities.people import CARD, find_people, find_speakers
from auditor.entities.products import find_products
from auditor.model import PageKind
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import (
    NO_CUSTOMER,
    Quotation,
    Who,
    named,
    once,
    proper,
    quotations,
    sample_names,
    speakers,
)


@once
def entities(site: Site) -> Entities:
    """Everything the site names, computed once."""
    book = Register(site)
    _declared(site, book)
    find_speakers(site, book)
    lines = Lines(site)
    find_people(site, lines, book)
    find_customers(site, lines, book)
    find_partners(site, book)
    find_bodies(site, lines, book)
    find_products(site, lines, book)
    return Entities((*_company(site, lines), *book.settled()))


def _company(site: Site, lines: Lines) -> Iterator[Entity]:
    """The company itself: its names, and every form of them."""
    if not site.called:
        return
    told: list[Witness] = []
    names = set(site.names)
    for page in site.pages:
        for name in page.page.names:
            if name in names and len(told) < WITNESSES:
                told.append(Witness(How.NAMED, page.url, name))
    human = named(site, naming.short(site.name))[1]
    longer = {
        name for name in lines.seen if (match := site.name_pattern.match(name)) and _TRADE.fullmatch(name, match.end())
    }
    forms = tuple(sorted({*site.called, *longer}, key=lambda form: (-len(form), form)))
    yield Entity(Kind.COMPANY, site.name, forms, tuple(told), True, human)


ALIKE = 0.9
"""Share of a quotation's words that stand in a longer one from which it is the same review."""

LONG_ENOUGH = 12
"""Different words from which that share tells anything; a shorter review must stand in the longer one as it is."""

_TRADE = re.compile(rf",? (?:Law(?: Firm| Group| Offices?)?|Group|Team|Agency|Company|(?:Co|{naming.FIRM})\.?|e\.V\.?)")


_PART_KIND = {
    "person": Kind.STAFF,
    "reviewer": Kind.CUSTOMER,
    "customer": Kind.CUSTOMER,
    "award": Kind.AWARD,
    "body": Kind.PARTNER,
    "brand": Kind.PARTNER,
    "product": Kind.PRODUCT,
}


def _declared(site: Site, book: Register) -> None:
    """What structured data names."""
    for page in site.pages:
        for part, name in page.page.declared:
            kind = _PART_KIND.get(part)
            if kind is not None and word_count(name) <= CARD:
                human = part in ("person", "reviewer")
                if part == "person" and page.kind in (PageKind.BLOG, PageKind.CUSTOMERS, PageKind.TESTIMONIAL):
                    kind = Kind.PERSON
                book.add(kind, name, How.DECLARED, page, name, human=human)


_SAID = re.compile(
    r"[,.!?][”\"] ?(?:said|says|adds|added|explains|explained|recalls|recalled|notes|noted) ([^.!?“\"]{1,100})"
)
"""What stands behind quoted words in running text and names who said them."""

_HEAD = re.compile(r"\b(?:(?:co-?)?founder|(?:vice.)?president|ceo|owner|(?:executive )?director|our \w+)\b", re.I)
_HOUSE = re.compile(r"\b(?:of|at|for|with) (?:the )?(?=[A-Z])")


@once
def spoken(site: Site) -> tuple[Quotation, ...]:
    """The quotations; those of somebody who is told to be one of its people elsewhere are its own people's."""
    known = entities(site)

    last = {entity.name.split()[-1].casefold() for entity in known.of(Kind.STAFF, sure=True)}

    cites = {entry.cite for entry in quotations(site) if entry.cite.count(",") > 1}
    signed = {copy.unit.id for page in site.pages if cites for copy in page.copy if copy.text.strip(" ,.—–-") in cites}
    alone = {entity.name for entity in known.of(Kind.STAFF) if signed and all(s.unit in signed for s in entity.told)}

    def own(entry: Quotation) -> bool:
        names = [name for name, _ in speakers(entry.cite) if name]
        if entry.cite in cites and alone.issuperset(names) and not site.name_pattern.search(entry.cite):
            return False  # "Jo Ray, owner, Two Hands, Hull": an owner, of another house
        if names and any(_of_another_house(site, entry)):
            return False
        if names or entry.cite:
            return bool(names) and all(known.kind_of(name) is Kind.STAFF for name in names)
        said = _SAID.search(entry.text)
        if said is None:
            return False
        told = said[1]
        other = _HOUSE.search(told)
        if other and not site.name_pattern.match(told, other.end()):
            return False  # the head of another house
        return bool(_HEAD.search(told)) or any(word.casefold() in last for word in re.findall(r"[A-Z][\w'’-]+", told))

    return tuple(replace(entry, who=Who.OWN) if own(entry) else entry for entry in quotations(site))


def _of_another_house(site: Site, entry: Quotation) -> Iterator[bool]:
    """Whether a line under a speaker's name gives his post at another house: "Maintenance Manager, Northfield"."""
    lists = lexicon.load("names")
    for name, post in pairwise(entry.page.copy):
        match = _POST.fullmatch(post.text) if name.text.strip(" ,.—–-") == entry.cite else None
        if match and lists.has(match["post"], "job") and not site.name_pattern.search(match["house"]):
            placed = lists.has(match["house"], "place", "town")
            yield not placed and bool(proper(match["house"], site.common_words))


_POST = re.compile(r"(?P<post>[^,]{3,60}), (?P<house>(?:the )?[A-Z][\w&'’. -]{1,50}?)\.?")


@once
def customers_words(site: Site) -> tuple[Quotation, ...]:
    """The quotations that are neither its own people's nor an inspector's nor a template's, each review once in its longest telling."""
    samples = set(map(id, sample_names(site)))
    said = [entry for entry in spoken(site) if entry.who not in NO_CUSTOMER and id(entry) not in samples]
    read = {id(entry): re.findall(r"\w+", entry.text.casefold()) for entry in said}
    in_reviews = Counter(word for words in read.values() for word in set(words))
    kept: list[tuple[Quotation, set[str], str]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for entry in sorted(said, key=lambda entry: (-len(entry.text), entry.page.url, entry.copies[0].unit.order)):
        told = read[id(entry)]
        words, line = set(told), f" {' '.join(told)} "
        # whatever tells the same holds one of its rarest words: all but as many as it may lack
        rarest = sorted(words, key=lambda word: (in_reviews[word], word))[: len(words) - ceil(ALIKE * len(words)) + 1]
        near = (kept[place] for place in {place for word in rarest for place in holding[word]})
        if not any(
            line in text or (len(words) >= LONG_ENOUGH and len(words & other) >= ALIKE * len(words))
            for _, other, text in near
        ):
            for word in words:
                holding[word].append(len(kept))
            kept.append((entry, words, line))
    distinct = {id(entry) for entry, _, _ in kept}
    return tuple(entry for entry in said if id(entry) in distinct)
