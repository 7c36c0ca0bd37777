"""What a site sells, by name."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from auditor import lexicon, naming, spelling
from auditor.entities.book import How, Kind, Register
from auditor.entities.lines import Lines, trimmed
from auditor.entities.people import CARD
from auditor.model import Copy, JudgedPage, PageKind
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count
from auditor.things import SECTION, nouns
from auditor.voices import (
    LONG,
    named,
    proper,
)

REPEATED = 2
"""Times a name stands inside sentences, from which it is no accident of capitals."""


SHORT = 5
"""Letters of a word in capitals up to which it is a short form ("SEO") and no product's name by its page alone."""

OFTEN = 5
"""Times from which it is a name even though the site writes it small elsewhere (an address, a command)."""


_MODEL = re.compile(r"(?<![\w-])[A-Z]{1,5}-?\d{1,5}[A-Z]{0,2}(?![\w-])")
_MARKS = re.compile(r"([^\W_][\w'’+. -]{1,50}?)\s?[™®℠]")
_NO_PRODUCT = frozenset({PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS, PageKind.CUSTOMERS, PageKind.TESTIMONIAL})


def find_products(site: Site, lines: Lines, book: Register) -> None:
    """Names of what it sells: on product pages, with a trade mark sign, or with a page of their own and in sentences."""
    names, common = lexicon.load("names"), site.common_words
    marks: list[tuple[str, JudgedPage, Copy]] = []
    for page, copies in lines.copies:
        for copy in copies:
            text = copy.text
            if copy.unit.level == 1 and page.kind is PageKind.PRODUCT and word_count(text) <= 4:
                bare = site.name_pattern.sub(" ", text)
                for start, end in naming.phrases(bare):
                    for first, last in trimmed(bare, start, end):
                        if _own_word(bare[first:last], common):
                            book.add(Kind.PRODUCT, bare[first:last], How.PAGE, page, copy)
                            for word in proper(bare[first:last], common):  # it is called by that alone
                                if _own_word(word, common):
                                    book.add(Kind.PRODUCT, word, How.PAGE, page, copy)
                for model in _MODEL.findall(text):
                    book.add(Kind.PRODUCT, model, How.PAGE, page, copy)
            if "®" in text or "™" in text or "℠" in text:
                for match in _MARKS.finditer(text[:LONG]):
                    for start, end in naming.phrases(match[1]):
                        for first, last in trimmed(match[1], start, end):
                            if last == len(match[1]):
                                marks.append((match[1][first:last], page, copy))
    titles = _own_pages(site)
    starts: set[str] = set()
    begun = {text for page in site.of_kind(PageKind.PRODUCT) for text in (page.page.title, _headline(page))}
    for text in begun:
        parts = text.split()
        starts |= {" ".join(parts[:end]) for end in range(1, min(len(parts), CARD))}
    for name, page, copy in marks:  # the sign stands behind others' names as often
        key = naming.key(name)
        own = key in titles or (len(key) > 3 and any(title.startswith(key) for title in titles))
        book.add(Kind.PRODUCT, name, How.MARK, page, copy, sure=own or site.name_pattern.search(name) is not None)
    inside = [(name, seen) for name, seen in lines.seen.items() if seen.inside]
    menu = {text.casefold() for text in site.navigation}
    known = {
        word
        for (kind, _), entry in book.entries.items()
        if kind is Kind.PRODUCT
        for form in entry.forms
        for word in form.split()
    }
    for name, seen in sorted(inside, key=lambda item: (-item[1].inside, item[0])):
        if seen.page.kind in _NO_PRODUCT or word_count(name) > 5:
            continue
        key = naming.key(name)
        taken = book.has(name, Kind.CUSTOMER, Kind.STAFF, Kind.PARTNER, Kind.AWARD) or key in book.own
        if taken or named(site, name)[1] or names.has(name, "place", "town", "job"):
            continue
        begins = site.name_pattern.match(name)
        if begins and begins.end() < len(name):
            if seen.inside < REPEATED and key not in titles and name.casefold() not in menu:
                continue
            thing = nouns(name[begins.end() :]) - SECTION - _HOUSE
            if thing and not names.has(name, "organisation") and not any(own.startswith(key) for own in book.own):
                book.add(
                    Kind.PRODUCT, name, How.SAID, seen.page, seen.copy
                )  # the company's name, and a thing's behind it
        elif seen.inside >= REPEATED and (key in titles or (seen.inside > REPEATED and name in starts)):
            if name.isupper() and name.isalpha() and len(name) <= SHORT:
                continue  # a short form of the trade that has a page
            own = any(sign.isdigit() for sign in name) and key in titles
            own = own or _own_word(name, site.short_forms if seen.inside >= OFTEN else common)
            if own or not known.isdisjoint(name.split()):
                book.add(Kind.PRODUCT, name, How.PAGE, seen.page, seen.copy)
                known.update(word for word in name.split() if not spelling.is_word(word.casefold()))


_HOUSE = frozenset(
    "advantage pledge way store shop blog family experience website app news report tip law trade".split()
)
"""What a house has that is none of its products, beside the words of sections."""


def _own_word(name: str, common: frozenset[str]) -> bool:
    """Whether a name holds a word that is none of the language, and that the site never writes small."""
    return any(not spelling.is_word(naming.owner(word).casefold()) for word in proper(name, common))


def _headline(page: JudgedPage) -> str:
    return next((copy.text for copy in page.copy if copy.unit.level == 1), "")


def _own_pages(site: Site) -> dict[str, JudgedPage]:
    """What selling pages are called, by key: their first heading, the first part of their title, their address."""
    found: dict[str, JudgedPage] = {}
    for page in site.pages:
        if page.twin_of or page.kind not in SELLING_KINDS | {PageKind.OTHER, PageKind.DOCS}:
            continue
        head = _headline(page)
        title = re.split(r"\s+[|–—·:»-]\s+", page.page.title)[0]
        slug = unquote(urlsplit(page.url).path.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
        for text in (head, site.name_pattern.sub(" ", title), slug):
            if text and word_count(text) <= 8:
                found.setdefault(naming.key(text), page)
    return found
