"""The company's people, by the job beside their names, and others named in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor import lexicon, spelling
from auditor.entities.book import How, Kind, Register
from auditor.entities.lines import Lines, is_prose
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import (
    LONG,
    SPLIT,
    Who,
    named,
    quotations,
    sample_names,
    speakers,
)

CARD = 8
"""Words of a line that can be a name with a job."""


REACH = 48
"""Characters before a name in which it is looked for what it is the name of."""


def find_speakers(site: Site, book: Register) -> None:
    """Who is quoted: customers and the company's own people."""
    samples = set(map(id, sample_names(site)))
    for entry in quotations(site):
        if entry.who is Who.AUTHORITY:
            continue
        for name, firm in () if id(entry) in samples else speakers(entry.cite):
            own = entry.who is Who.OWN
            if name:
                kind = Kind.STAFF if own else Kind.CUSTOMER
                book.add(kind, name, How.QUOTED, entry.page, entry.cite, human=True)
            if firm and not own:  # one word may be a town
                sure = " " in firm or lexicon.load("names").has(firm, "organisation")
                book.add(Kind.CUSTOMER, firm, How.QUOTED, entry.page, entry.cite, sure=sure)


_TEAM = re.compile(
    r"\b(?:team|staff|leadership|board|trustees|committee|attorneys|lawyers|doctors|dentists|founders|officers|coaches|crew)\b",
    re.I,
)


def find_people(site: Site, lines: Lines, book: Register) -> None:
    """The company's people by the job beside their names, and others who are named in full."""
    names = lexicon.load("names")
    for page, copies in lines.copies:
        if page.kind in (PageKind.POLICY, PageKind.DOCS, PageKind.TESTIMONIAL):
            continue
        stories = page.kind in (PageKind.BLOG, PageKind.CUSTOMERS, PageKind.INVESTORS)
        team = ""
        for place, copy in enumerate(copies):
            text = copy.text[:LONG]
            if (copy.unit.role is Role.HEADING or text.endswith(":")) and not named(site, text)[0]:
                team = text if _TEAM.search(text) and word_count(text) <= CARD else ""
            if copy.unit.id in lines.said or not lines.spans(copy):
                continue
            if team and not stories and word_count(text) <= 4 and _plausible(*named(site, text)):
                book.add(Kind.STAFF, named(site, text)[0], How.LISTED, page, copy, human=True)
            if not stories and word_count(text) <= CARD:
                _card(site, page, copies, place, book)
            for start, end in lines.spans(copy):
                name, told = named(site, text[start:end])
                if not told or " " not in name:
                    continue
                if book.has(name, Kind.CUSTOMER):  # whoever founded the house is no customer, though he is quoted on it
                    if not stories and (begun := _FOUNDED.match(text, end)) and _house(site, text[begun.end() :]):
                        book.add(Kind.STAFF, name, How.SAID, page, copy, human=True)
                    continue
                before, after = text[max(0, start - REACH) : start], text[end : end + 2 * REACH]
                works = names.has(before, "introduces") or names.has(after, "works") or _job_behind(after)
                if works and not stories:
                    book.add(Kind.STAFF, name, How.SAID, page, copy, human=True)
                elif is_prose(text, [(start, end)]) or (
                    not spelling.is_word(name.split()[-1].casefold())
                    and name.split()[0].casefold() in names.terms("given")
                ):
                    book.add(Kind.PERSON, name, How.SHAPE, page, copy, human=True, sure=told)


_FOUNDED = re.compile(
    r",? (?:and [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? )?(?:(?:co-)?founded|started|opened|established|set up|took over) (?:the |our |this )?"
)
_HOUSES = re.compile(
    r"(?:\w+ )?(?:shop|company|firm|business|practice|studio|school|club|workshop|clinic|agency|yard|centre|center)\b",
    re.I,
)


def _house(site: Site, text: str) -> bool:
    """Whether a text begins with the company, by its name or as what it is."""
    return _HOUSES.match(text) is not None or site.name_pattern.match(text) is not None


def _job_behind(after: str) -> bool:
    """Whether a job follows a name: ", founder of the yard"."""
    inner = re.match(r"\s*[,(–—|-]\s*(?:our |the |an? )?([^.,;()]{3,60})", after)
    return inner is not None and lexicon.load("names").has(inner[1], "job")


def _card(site: Site, page: JudgedPage, copies: Sequence[Copy], place: int, book: Register) -> None:
    """A card of one of its people: a name with a job in the same line, or in the next or the last short one."""
    names = lexicon.load("names")
    copy = copies[place]
    head, *rest = [part for part in SPLIT.split(copy.text.strip(" —–-~")) if part] or [""]
    if (known := names.find(head, "job")) and not rest and known[0].start == 0:
        return  # "Attorney Jane Roe" is read in its sentence
    name, told = named(site, head)
    if not _plausible(name, told) or (not told and any(word.casefold() in site.small_words for word in name.split())):
        return
    job = any(names.has(part, "job", "degree") for part in rest) or names.has(copy.text, "degree")
    for near in (place + 1, place - 1):
        if job or not 0 <= near < len(copies):
            break
        other = copies[near]
        text = other.text
        if (
            word_count(text) <= CARD
            and names.has(text, "job")
            and not named(site, SPLIT.split(text)[0])[1]
            and not text.endswith("?")
        ):
            job = abs(other.unit.block - copy.unit.block) <= 2
    titled = names.has(copy.text, "honorific") and not book.has(name, Kind.CUSTOMER)  # "Mrs Jane Roe" under her review
    if job or titled:
        book.add(Kind.STAFF, name, How.JOB, page, copy, human=True, sure=told or job)


def _plausible(name: str, told: bool) -> bool:
    """Whether a name without a known given name may be a person's: some word of it is none of the language."""
    if not told and any(word.isupper() and len(word) > 2 for word in name.split()):
        return False  # a short form of the trade, and a thing
    if not told and any(spelling.is_word(word.casefold()) for word in name.split()[1:-1] if len(word) > 3):
        return False  # "Brinell Hardness Tester"
    return bool(name and told) or any(
        not spelling.is_word(word.casefold().strip(".")) for word in name.split() if len(word) > 2
    )
