"""Everything that a site names, computed once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor import naming
from auditor.entities.book import WITNESSES, Entities, Entity, How, Kind, Register, Witness
from auditor.entities.lines import Lines
from auditor.entities.others import find_bodies, find_customers, find_partners
from auditor.entities.people import CARD, find_people, find_speakers
from auditor.entities.products import find_products
from auditor.model import PageKind
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import (
    Quotation,
    Who,
    named,
    once,
    quotations,
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


_TRADE = re.compile(
    r",? (?:Law(?: Firm| Group| Offices?)?|Group|Team|Agency|Company|Co\.?|Inc\.?|LLC|Ltd\.?|Limited|GmbH|e\.V\.?)"
)


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


@once
def spoken(site: Site) -> tuple[Quotation, ...]:
    """The quotations; those of somebody who is told to be one of its people elsewhere are its own people's."""
    known = entities(site)

    def own(entry: Quotation) -> bool:
        names = [name for name, _ in speakers(entry.cite) if name]
        return bool(names) and all(known.kind_of(name) is Kind.STAFF for name in names)

    return tuple(replace(entry, who=Who.OWN) if own(entry) else entry for entry in quotations(site))


def customers_words(site: Site) -> tuple[Quotation, ...]:
    """The quotations that are not its own people's."""
    return tuple(entry for entry in spoken(site) if entry.who is not Who.OWN)
