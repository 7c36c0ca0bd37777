"""Who else is named: customers outside quotations, partners, award bodies."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from auditor import lexicon, naming, spelling
from auditor.cues import rare
from auditor.entities.book import How, Kind, Register
from auditor.entities.lines import Lines, trimmed
from auditor.entities.people import CARD, REACH
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.passages import NAMELIKE
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import (
    LONG,
    TEACHING,
    YEAR,
    marked,
    named,
    once,
    proper,
)

_LOGO = re.compile(r" logo$", re.I)


@once
def clients(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines that seem to name a customer outside quotations: lists of clients, case headings, logos."""
    return tuple((page, copy) for page, copy, _ in _client_lines(site))


@once
def _client_lines(site: Site) -> tuple[tuple[JudgedPage, Copy, tuple[tuple[str, How, bool], ...]], ...]:
    """The lines that seem to name a customer, each with the names in it, how they were told and whether surely."""
    lists, common = lexicon.load("vouchers"), site.common_words
    found: list[tuple[JudgedPage, Copy, tuple[tuple[str, How, bool], ...]]] = []
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.counted and copy.unit.region.is_copy]
        for copy in lines:
            if names := _names_in(site, page, copy, lists, common):
                found.append((page, copy, names))
        alts = (image.alt for image in page.page.images if image.alt)
        logos = [
            _LOGO.sub("", alt) for alt in alts if _LOGO.search(alt) or (NAMELIKE.match(alt) and word_count(alt) <= 4)
        ]
        logos = [name for name in logos if proper(name, common)]
        crowd = (copy for copy in page.copy if logos and lexicon.load("claims").has(copy.text, "crowd"))
        above = next(crowd, None) or next(
            (copy for copy in lines if logos and marked(site, copy, "client") and _heads(copy)), None
        )
        if above is not None and logos:
            found.append((page, above, tuple((name, How.LOGO, True) for name in logos)))
    return tuple(found)


_STORIES = re.compile(r"case[-_ ]?stud|customer|client|portfolio|success[-_ ]?stor", re.I)


_KIND = re.compile(r"\W*the ([A-Z][a-z]+)\b(?! (?:of )?[A-Z])")
"""A word with its article: "worked with the Military" names nobody."""


_WHOSE = re.compile(
    r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s? (?=(?:very )?(?:leading|top|largest|biggest|best|finest|foremost|major|most [a-z]+|premier|busiest|oldest)\b)"
)
"""A place before what is best in it: "some of Ireland's leading trainers" names nobody."""


def _heads(copy: Copy) -> bool:
    return word_count(copy.text) <= 5 and (copy.unit.role is Role.HEADING or copy.text.endswith(":"))


def _names_in(
    site: Site, page: JudgedPage, copy: Copy, lists: lexicon.Lexicon, common: frozenset[str]
) -> tuple[tuple[str, How, bool], ...]:
    """The customers that a line names: after words that say so, in a case heading, on a page of customers."""
    text, heads = copy.text[:LONG], copy.unit.role in (Role.HEADING, Role.LINK)
    if marked(site, copy, "client"):
        for match in lists.find(text, "client"):
            rest = _WHOSE.sub(" ", text[match.end :])
            kind = _KIND.match(rest)
            if proper(rest, common) and not (kind and spelling.is_word(kind[1].casefold())):
                return tuple((name, How.SAID, True) for name in _listed(rest, common)) or ((rest, How.SHAPE, False),)
    if (had := _AS_CLIENT.search(text)) and (names := _listed(had["who"], common)):
        return tuple((name, How.SAID, True) for name in names)
    if chosen := _chosen(site, text, lists):
        return tuple((name, How.SAID, True) for name in chosen)
    if heads and marked(site, copy, "case"):
        case = lists.find(text, "case")[0]
        how = text[: case.end] if text[:4].lower() == "how " else text
        if proper(how, common):
            names = _listed(how[4:] if how is not text else text[case.end :] or text[: case.start], common)
            return tuple((name, How.STORY, True) for name in names[:1]) or ((how, How.SHAPE, False),)
    told = page.kind is PageKind.CUSTOMERS and copy.unit.role is Role.HEADING and not text.endswith("?")
    if told and word_count(text) <= 4 and NAMELIKE.match(text) and text.split()[0] in proper(text, common):
        return ((text, How.STORY, _STORIES.search(f"{page.page.title} {urlsplit(page.url).path}") is not None),)
    if told and word_count(text) <= 12 and proper(text, common):
        return tuple((name, How.SHAPE, False) for name in _listed(text, common)[:1]) or ((text, How.SHAPE, False),)
    return ()


_AS_CLIENT = rare(
    r"\b(?:having|have|had|with|count(?:s|ed)?|includ(?:e|es|ing)) (?P<who>(?-i:[A-Z])[^.;:!?]{1,80}?) (?:as|among|amongst) (?:an? |one of |our |its |the |the list of ){0,2}(?:[\w-]+ )?(?:clients?|customers?)\b",
    re.I,
)
"""Somebody "as our client": the name stands before the word."""

_LEGAL = rare(rf"(?:^|[ ,]+){naming.FIRM}\b")
_ELSEWHERE = re.compile(r"\b(?:by|from)\b|[.;!?] ")
"""What parts a firm from the words before it: it makes what is supplied, or stands in another sentence."""
_ITS_THINGS = re.compile(
    r"['’]s? |\.? (?!(?:and|or|as|at|for|in|with|since|to|who|which|on|among|through|during|directly|because|where|when|is|are|has|have)\b)[a-z]"
)
"""What follows a firm whose products are meant, and not itself."""


def _chosen(site: Site, text: str, lists: lexicon.Lexicon) -> list[str]:
    """The firms, told by their legal form, that a line names as having chosen the company or as being supplied by it."""
    if _LEGAL.search(text) is None:
        return []
    found = []
    for start, end in naming.phrases(text):
        for first, last in trimmed(text, start, end):
            form = _LEGAL.match(text, last)
            name = text[first : form.end() if form else last]
            if not _LEGAL.search(name) or site.name_pattern.search(name) or _LEGAL.match(name):
                continue
            before, after = text[:first], text[first + len(name) :]
            told = lists.find(before, "chosen")
            bought = told and not _ELSEWHERE.search(before, told[-1].end) and not _ITS_THINGS.match(after)
            if bought or lists.has(after[:REACH], "chooses"):
                found.append(name)
    return found


def _listed(text: str, common: frozenset[str]) -> list[str]:
    """The names in what follows "clients include": phrases with a word of their own, no places."""
    names = lexicon.load("names")
    found = []
    for part in re.split(r"[,;:]| and (?=[A-Z])", text):
        for start, end in naming.phrases(part):
            for first, last in trimmed(part, start, end):
                name = part[first:last]
                placed = names.has(name, "place", "town") and not names.has(name, "organisation")
                if proper(name, common) and not placed:
                    found.append(name)
    return found


def find_customers(site: Site, lines: Lines, book: Register) -> None:
    """Who is named as a customer outside quotations."""
    for page, copy, told in _client_lines(site):
        for name, how, sure in told:
            if word_count(name) <= CARD:
                book.add(Kind.CUSTOMER, name, how, page, copy, sure=sure)
    lists, common = lexicon.load("vouchers"), site.common_words
    for page, copies in lines.copies:
        if page.kind in TEACHING:
            continue
        for place, copy in enumerate(copies):
            if _heads(copy) and marked(site, copy, "client") and not lists.has(copy.text, "announced"):
                for other in copies[place + 1 : place + 40]:
                    name = other.text.strip(" .")
                    if word_count(name) > 5 or other.unit.role is Role.HEADING or not NAMELIKE.match(name):
                        break
                    if proper(name, common):
                        book.add(Kind.CUSTOMER, name, How.LISTED, page, other)


# --- partners and award bodies --------------------------------------------------------------------------------------


@once
def partners(site: Site) -> dict[str, Copy]:
    """Companies whose products it sells, as it lists them: name -> the line that says so."""
    lists = lexicon.load("vouchers")
    found: dict[str, Copy] = {}
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        for place, copy in enumerate(page.copy):
            if not marked(site, copy, "partners") or not copy.unit.region.is_copy:
                continue
            hits = lists.find(copy.text[:LONG], "partners")
            rest = re.split(r"\s[–—-]\s|:", copy.text[hits[-1].end :], maxsplit=1)
            for part in re.split(r",| and ", rest[-1]) if len(rest) > 1 else ():
                if NAMELIKE.match(part.strip(" .").removesuffix(" more")) or _odd(part):
                    found[part.strip(" .")] = copy  # the sentence names it: the best witness
            if word_count(copy.text) > CARD:
                continue
            for other in page.copy[place + 1 : place + 40]:
                name = other.text.strip()
                if word_count(name) > 4 or not (name[:1].isalnum() and any(sign.isupper() for sign in name)):
                    break
                if marked(site, other, "award", "partners") or YEAR.search(name):
                    break
                found.setdefault(name, copy)
    return found


def _odd(text: str) -> bool:
    """A name by its spelling: iA Financial, eBay."""
    return re.match(r"\s*[a-z]?[A-Z]{1,}\w*(?: [A-Z]\w+){0,3}\s*\.?$", text) is not None


def find_partners(site: Site, book: Register) -> None:
    """Companies whose products it sells."""
    by_url = {copy.unit.page: page for page in site.pages for copy in page.copy[:1]}
    for name, copy in partners(site).items():
        book.add(Kind.PARTNER, name, How.LISTED, by_url[copy.unit.page], copy)


_MEMBER = re.compile(
    r"^(?:proud |active |certified |accredited )?(?:members? of (?:the )?)?(.{2,50}?)(?: \w+)? members?$", re.I
)
_PRIZE = re.compile(r"\b(?:Award|Prize|Medal|Trophy)s?$")


def find_bodies(site: Site, lines: Lines, book: Register) -> None:
    """Bodies that the company belongs to or is approved by, awards and who gives them."""
    names = lexicon.load("names")
    for page, copies in lines.copies:
        if page.kind in TEACHING:
            continue
        for copy in copies:
            if copy.unit.id in lines.said or copy.text.endswith("?"):
                continue
            text = copy.text[:LONG]
            short = word_count(text) <= 6 and _MEMBER.match(text)
            for start, end in lines.spans(copy):
                name = text[start:end]
                before = text[max(0, start - REACH) : start]
                if (prize := _PRIZE.search(name)) and start > 0 and proper(name[: prize.start()], site.common_words):
                    book.add(Kind.AWARD, name, How.SAID, page, copy)
                    continue
                placed = names.has(name, "place", "town") and not names.has(name, "organisation")
                if placed or not (before or short) or named(site, name)[1]:
                    continue
                elif names.has(before, "belongs"):
                    book.add(Kind.PARTNER, name, How.SAID, page, copy)
                elif (
                    names.has(before, "awards")
                    and proper(name, site.common_words)
                    and not names.has(" " + name, "degree")
                ):
                    book.add(Kind.AWARD, name, How.SAID, page, copy)
                elif short and (body := re.match(r"[A-Z][A-Z&]{2,7}\b", name)):
                    book.add(Kind.PARTNER, body[0], How.SAID, page, copy)
