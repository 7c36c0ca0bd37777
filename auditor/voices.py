"""Who speaks on a site: quotations with their speakers, and what a name is written like.

Light and deterministic: the word list "vouchers", structure, and names by their capitals. Where it is in doubt whether
somebody is named, the answer is yes: audits built on this say "not found", and must not say it of what is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, wraps
from itertools import dropwhile
from typing import Any, TypeVar

from auditor import lexicon, naming, spelling
from auditor.cues import rare
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.passages import CLOSE, NAMELIKE, OPEN, PERSON, TAIL, aside, passages, promising, tells_of, unmarked
from auditor.passages import of_the_house as its_own
from auditor.site import Site
from auditor.text import word_count

TEACHING = (PageKind.BLOG, PageKind.DOCS, PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS)
"""Page kinds in which nothing is claimed of the company to a buyer."""

QUIET = frozenset({PageKind.DOCS, PageKind.POLICY})
"""Page kinds in which nothing is a proof."""

LONG = 600
"""Characters of a line that are read; more is no line of copy."""

_STORIES = (PageKind.CUSTOMERS, PageKind.TESTIMONIAL)
YEAR = rare(r"\b(?:19|20)\d\d\b")

_T = TypeVar("_T")


def once(fact: Callable[[Site], _T]) -> Callable[[Site], _T]:
    """A fact of a site, computed once and kept with it, as its own cached properties are."""
    name = f"{fact.__module__}.{fact.__name__}"

    @wraps(fact)
    def known(site: Site) -> _T:
        kept: dict[str, Any] = site.__dict__
        if name not in kept:
            kept[name] = fact(site)
        result: _T = kept[name]
        return result

    return known


class Who(StrEnum):
    """Who a quotation names as its speaker, strongest first."""

    FULL = "a name with a company or place"
    NAME = "a full name"
    FIRST = "a first name"
    INITIALS = "initials"
    KIND = "a role or kind of customer"
    NOBODY = "nobody"
    OWN = "its own people"
    AUTHORITY = "a regulator or inspector"


NAMED = (Who.FULL, Who.NAME, Who.FIRST)
NO_CUSTOMER = (Who.OWN, Who.AUTHORITY)
"""Speakers who bought nothing: the company's own people, and those whose office it is to judge it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words set as somebody's, with the name given to them."""

    page: JudgedPage
    copies: tuple[Copy, ...]
    cite: str
    who: Who

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(copy.text for copy in self.copies)

    @property
    def bounded(self) -> bool:
        """Whether it is sure where it begins and ends: by marks, markup or a name; else several may be one."""
        first = self.copies[0]
        return bool(self.cite) or first.unit.role is Role.QUOTE or OPEN.match(first.text) is not None


_MARKS = (
    *("composite", "withheld", "award", "partners", "announced", "certificate", "source", "platform"),
    *("remedy", "match", "price", "warranty", "won", "client", "case"),
)
NO_MARKS, SUPERSEDED = frozenset[str](), "superseded"


@once
def marks(site: Site) -> dict[str, frozenset[str]]:
    """Unit id -> the groups of "vouchers" (or an edition of "editions") in its text, for every counted unit that has any."""
    lists, editions = lexicon.load("vouchers"), lexicon.load("editions")
    found = {}
    for page in site.pages:
        if page.twin_of or page.kind in QUIET:
            continue
        for copy in page.copy:
            if copy.counted and copy.unit.region is not Region.NAV:
                text = copy.text[:LONG]
                first = {match.group for match in lists.find(text, *_MARKS)} | {SUPERSEDED for _ in editions.find(text)}
                if first:  # what one group covers may hide another's
                    rest = {group for group in _MARKS if group not in first and lists.has(text, group)}
                    found[copy.unit.id] = frozenset(first | rest)
    return found


def marked(site: Site, copy: Copy, *groups: str) -> bool:
    """Whether any of these groups stands in a unit's text."""
    return not marks(site).get(copy.unit.id, NO_MARKS).isdisjoint(groups)


# --- who speaks -----------------------------------------------------------------------------------------------------

_PARTS = re.compile(r"\s*(?:,|–|—|\||·|•|/|\(|\n| - )\s*")
_MARKED = re.compile(
    r"[\"“”„«»]|\b(?:testimonials?|reviews?|feedback|stories)\b"
    r"|\b(?:clients|customers|guests|patients|families|people|they) (?:say|said|think|tell)\b",
    re.I,
)
"""What makes an indented passage somebody's words: marks of quotation, or a heading that promises them."""


def quotations(site: Site) -> tuple[Quotation, ...]:
    """The quotations on the site, each once, in page order: customers' and its own people's."""
    return _heard(site)[0]


@once
def _heard(site: Site) -> tuple[tuple[Quotation, ...], dict[str, frozenset[str]]]:
    """The quotations, and for each page the ids of its lines that are somebody's words.

    Both from one reading of a page: where its passages begin and end is needed for nothing else, and is not kept.
    """
    found, lists = [], lexicon.load("vouchers")
    ids: dict[str, frozenset[str]] = {}
    for page in site.pages:
        found_here = passages(page)
        spoken = [_said(page, block, announced=announced) for block, announced in found_here]
        beside = _beside(site, [block for block, _ in found_here], spoken)
        spoken = [
            ([], []) if said and tells_of(said, _people(said, beside.get(place, ""))) else (said, tail)
            for place, (said, tail) in enumerate(spoken)
        ]
        ids[page.url] = frozenset(copy.unit.id for passage, _ in spoken for copy in passage) | unmarked(page)
        if page.twin_of or (page.kind in TEACHING and page.kind is not PageKind.CAREERS):
            continue
        for place, (passage, tail) in enumerate(spoken):
            said = list(dropwhile(lambda copy: lists.has(copy.text, "leads-in"), passage))
            promised = bool(said) and promising(said[0])
            if page.kind is PageKind.CONTACT and not promised and said and not OPEN.match(said[0].text):
                continue  # the name beside it is whom to ask
            if said and any(copy.counted for copy in said):
                cite = ", ".join(copy.text.strip(" ,.") for copy in tail) or _cited(said[0]) or beside.get(place, "")
                set_so = page.kind in _STORIES or found_here[place][1]
                set_so = set_so or (bool(cite) and (promised or _quoted_or_signed(said, cite)))
                if set_so or _somebodys(said):
                    cite = cite if set_so else ""
                    found.append(Quotation(page, tuple(said), cite, _who(site, page, cite, said)))
    signed = {entry.cite for entry in found if entry.cite and entry.who is not Who.OWN}
    led = [entry for entry in found if entry.who is Who.OWN and entry.cite in signed and promising(entry.copies[0])]
    return tuple(entry for entry in found if entry not in led), ids  # its own words over a customer's, in one frame


def _people(said: Sequence[Copy], name: str) -> list[str]:
    """The names of people that stand over a passage, beside it or with it."""
    return [person(_PARTS.split(one)[0])[0] for one in (name, said[0].unit.heading, said[0].unit.cite)]


def _cited(copy: Copy) -> str:
    """The name that a page gives with a line; where its review was given is none."""
    cite = copy.unit.cite
    return "" if cite and lexicon.load("vouchers").has(cite, "given-on") else cite


def _quoted_or_signed(said: Sequence[Copy], cite: str) -> bool:
    """Whether signed words are somebody's: in marks, told of oneself, or under what is surely somebody's name.

    An indented passage is layout until then: opening hours and lists of duties are indented too, and what stands beside
    them is their next line.
    """
    if OPEN.match(said[0].text) or lexicon.load("vouchers").has(cite, "authority"):
        return True
    cite = _WHEN.sub("", cite)
    if (cite.isupper() and word_count(cite) > 3) or re.search(r"\d|[.!?:]$", _SHORT_FORMS.sub("", cite).strip()):
        return False
    if any(_FIRST_PERSON.search(copy.text) for copy in said):
        return True
    head, *rest = SPLIT.split(cite.strip(" —–-~"))
    if rest and word_count(head) > 1 and person(head)[0]:
        return True  # "Mara Holt, Holt & Daughters": two names or more, and where they belong
    lists = lexicon.load("vouchers")
    if lists.has(cite, "kind", "role", "platform") or re.fullmatch(r"(?:[A-Z]\.? ?){1,3}", head) or _firm(head):
        return True
    names = [person(one) for one in _TOGETHER.split(head)]
    odd = any(not spelling.is_word(word.casefold()) for word in _WORD.findall(head))
    ones = _TOGETHER.split(head)
    sure = [told or _given(one) for one, (_, told) in zip(ones, names, strict=True)]  # "Di & Bo Lund"
    couple = any(sure) and all(name or known for (name, _), known in zip(names, sure, strict=True))
    return couple or (odd and all(name for name, _ in names))


def _given(text: str) -> bool:
    """Whether one word is a person's name and none of the language."""
    word = text.casefold()
    given = word in lexicon.load("names").terms("given")
    return _NAME_WORD.fullmatch(text) is not None and (given or not spelling.is_word(word))


_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]e|[Mm]y)\b|^\W*(?:They|He|She)\b")
_WHEN = re.compile(r"[ ,(–—|·-]{1,3}(?:(?:\d\d?(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? (?:\d\d?, )?)?(?:19|20)\d\d\)?$")
_SHORT_FORMS = re.compile(r"\b(?:[A-Z]|Jr|Sr|Co|Inc|Ltd|Esq|D\.D\.S|Ph\.D|M\.D)\.")


def _somebodys(said: Sequence[Copy]) -> bool:
    """Whether words that nobody signs are a customer's: promised by their heading, or told by somebody of somebody.

    A motto in marks ("He who wipes tears ...") is neither.
    """
    if any(map(promising, said)):
        return True
    return any(_MARKED.search(copy.text) for copy in said) and any(PERSON.search(copy.text) for copy in said)


def _beside(
    site: Site, blocks: Sequence[Sequence[Copy]], spoken: Sequence[tuple[list[Copy], list[Copy]]]
) -> dict[int, str]:
    """Names that stand in a block of their own beside a quotation: its place -> the name.

    They stand under the quotations of a page or over them; whichever fits more of the page's quotations is believed.
    """
    if all(not said or tail or _cited(said[0]) for said, tail in spoken):
        return {}
    common = site.common_words
    sides: list[dict[int, str]] = []
    for step in (1, -1):
        names = {}
        for place, (said, tail) in enumerate(spoken):
            if not said or tail or _cited(said[0]):
                continue
            near = place + step
            while (
                step < 0 <= near and place - near <= _ASIDES and not spoken[near][0] and all(map(aside, blocks[near]))
            ):
                near -= 1  # over a review stand its stars and its date, and the name over these
            if 0 <= near < len(blocks) and not spoken[near][0] and (name := _name_line(blocks[near], common)):
                names[place] = name
        sides.append(names)
    return max(sides, key=len)  # under, where both fit alike


_ASIDES = 2
"""Lines between a review and the name over it."""


def _name_line(block: Sequence[Copy], common: frozenset[str]) -> str:
    """The name that a block consists of, or ""."""
    first = block[0].text.strip()
    if len(block) > 3 or re.search(r"\d", first) or lexicon.load("vouchers").has(first, "given-on"):
        return ""  # a measure, a price, an address, a platform
    ones = _TOGETHER.split(SPLIT.split(first.strip(" —–-~"))[0])
    told = all(person(one)[1] for one in ones)
    if block[0].unit.role is Role.HEADING and not (told or any(map(_persons, ones))):
        return ""  # "Great Service": what the review is about
    if any(word_count(copy.text) > (TAIL + 5 if told and copy is block[0] else TAIL) for copy in block):
        return ""
    dashed = first[:1] in "—–-~"
    bare = naming.signed(first.strip(" —–-~"))
    head = _PARTS.split(bare)[0].strip(" .")
    telling = [word for word in _WORD.findall(head) if len(word) > 2]
    named = NAMELIKE.match(head) and word_count(head) <= 4 and 0 < len(telling) == len(proper(head, common))
    initials = re.fullmatch(r"(?:[A-Z][\w'’-]+ )?(?:[A-Z]\.? ?){1,3}", head)
    if not (told or named or initials or (dashed and NAMELIKE.match(head))):
        return ""
    return ", ".join(copy.text.strip(" ,.—–-~") for copy in block if not aside(copy))


def _persons(text: str) -> bool:
    """Whether a heading over somebody's words is a person's name: one given name, or a word of it none of the language."""
    odd = any(not spelling.is_word(word.casefold()) for word in _WORD.findall(text) if len(word.strip(".")) > 1)
    return _given(text) or (bool(person(text)[0]) and odd)


def _said(page: JudgedPage, block: Sequence[Copy], *, announced: bool = False) -> tuple[list[Copy], list[Copy]]:
    """The quoted lines of a block, and the short lines after them that may name the speaker."""
    if announced and not CLOSE.search(block[-1].text):
        return list(block), []
    closes = [place for place, copy in enumerate(block) if CLOSE.search(copy.text)]
    marked = block[0].unit.role is Role.QUOTE
    if not marked and page.kind is not PageKind.TESTIMONIAL and not OPEN.match(block[0].text):
        return [], []
    if not marked and not closes:
        return [], []
    last = closes[-1] if closes else len(block) - 1
    said = list(block[: last + 1])
    if block[0].unit.role is Role.HEADING or sum(word_count(copy.text) for copy in said) < 5:
        return [], []
    lists = lexicon.load("vouchers")
    tail = [
        copy for copy in block[last + 1 :] if word_count(copy.text) <= TAIL and not lists.has(copy.text, "given-on")
    ][:3]
    return said, tail


def quoted(site: Site, page: JudgedPage) -> frozenset[str]:
    """The ids of the lines of a page that are somebody's words."""
    return _heard(site)[1][page.url]


def _who(site: Site, page: JudgedPage, cite: str, said: Sequence[Copy]) -> Who:
    lists, text = lexicon.load("vouchers"), " ".join(copy.text for copy in said)[:2000]
    if site.name_pattern.search(cite) or (page.kind not in _STORIES and lists.has(text, "own")):
        return Who.OWN
    if page.kind not in _STORIES and not promising(said[0]) and its_own(page.page.title, said[0].unit.heading):
        return Who.OWN
    led = " ".join((said[0].unit.heading, *(copy.text for copy in said if copy.text.endswith(":"))))  # says whose
    if lists.has(cite or led, "authority") and not person(_PARTS.split(cite)[0])[1]:
        return Who.AUTHORITY
    return speaker(cite)


def speaker(cite: str) -> Who:
    """What an attribution names: "Jo Ray, Hilltop Dairy" a name with a company, "J. R." initials."""
    lists = lexicon.load("vouchers")
    parts = [part.strip(" .)~*★-") for part in _PARTS.split(cite[:200].strip(' —–-~"“”'))]
    signed = (naming.signed(part) for part in parts if part and not lists.has(part, "given-on"))
    parts = [name for name in signed if name]
    if not parts:
        return Who.NOBODY
    first = parts[0]
    if lists.has(first, "kind") or (lists.has(first, "role") and not (len(parts) > 1 and NAMELIKE.match(parts[1]))):
        return Who.KIND
    if re.fullmatch(r"(?:[A-Z]\.? ?){1,3}", first):
        return Who.INITIALS
    words = first.split()
    if len(words) == 1 or (len(words) == 2 and len(words[1].strip(".")) == 1):
        return Who.FIRST
    trade = spelling.is_word(words[0].casefold()) and not _given(words[0])
    if trade and lexicon.load("names").has(first, "job") and not (len(parts) > 1 and NAMELIKE.match(parts[1])):
        return Who.KIND  # "Shop owner"
    if _INITIALED.match(first) and lexicon.load("names").has(first, "job"):
        return Who.FIRST  # "Maria L. Startup Founder"
    return Who.FULL if len(parts) > 1 else Who.NAME


_INITIALED = re.compile(r"[A-Z][\w'’-]+ [A-Z]\.? [A-Z]")
_NAME_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?")
_PARTICLES = frozenset("de da del della van von der den la le bin al el di du dos".split())
SPLIT = re.compile(r"\s*(?:,|–|—|\||·|•|/|\(|\)|\n| - | at )\s*")
_TOGETHER = re.compile(r" (?:&|and) ")


@lru_cache(maxsize=1 << 12)
def person(text: str) -> tuple[str, bool]:
    """(a person's name without title and degrees, whether a given name says so); ("", False) for anything else."""
    words = lexicon.load("names")
    text = " ".join(text[:120].split()).strip(' ,"“”~*')
    titled = words.find(text, "honorific")
    bare = text[titled[0].end :] if titled else text
    if degree := words.find(bare, "degree"):
        bare = bare[: degree[0].start]
    parts = bare.strip(" ,").split()
    if not 1 <= len(parts) <= 4 or (len(parts) == 1 and not titled):
        return "", False
    if not all(_NAME_WORD.fullmatch(part) or part in _PARTICLES for part in parts) or parts[-1] in _PARTICLES:
        return "", False
    name = " ".join(parts)
    first, last = parts[0].casefold().strip("."), parts[-1].casefold().strip(".")
    given = words.terms("given")
    if words.has(name, "organisation", "job", "place") or any(
        hit.end - hit.start == len(name) for hit in words.find(name, "town")
    ):
        return "", False
    if first not in given and words.has(" ".join(parts[1:]), "town"):
        return "", False
    if any(re.split("['’]", part)[0].casefold() in naming.LEAD for part in parts):
        return "", False
    told = (
        bool(titled or degree)
        or first in given
        or (len(parts) > 2 and len(first) == 1 and parts[1].casefold() in given)
    )
    if not told and first in words.terms("word"):
        told = len(last) == 1 or not spelling.is_word(last)
    return name, told


def named(site: Site, text: str) -> tuple[str, bool]:
    """As :func:`person`, with what the site itself says: a surname that it writes small elsewhere is none."""
    name, told = person(text)
    first, *rest = name.casefold().split() or [""]
    if rest and rest[-1] in site.small_words:
        return name, False
    return name, told or (bool(rest) and first in lexicon.load("names").terms("word"))


def speakers(cite: str) -> list[tuple[str, str]]:
    """Who an attribution names: (a person's name or "", a firm's name or "").

    "Jo Ray, Hilltop Dairy" is a person of a firm, "Hilltop Dairy" a firm; a job, a place and a platform are neither.
    """
    parts = [part.strip(' "“”—–-~*★') for part in SPLIT.split(cite[:200].strip(' —–-~"“”'))]
    parts = [part for part in parts if part]
    if not parts:
        return []
    firm = next((found for part in parts[1:] if (found := _firm(part))), "")
    people = [name for one in _TOGETHER.split(parts[0]) if (name := _speaker(one))]
    if people:
        return [(name, firm) for name in people]
    first = _firm(parts[0])
    return [("", first or firm)] if first or firm else []


def _speaker(text: str) -> str:
    """A speaker's name: a person's by its shape, or one given name."""
    lists = lexicon.load("vouchers")
    if lists.has(text, "kind", "role", "platform"):
        return ""
    name, _ = person(text)
    alone = text.strip(" .,")
    if (
        not name
        and _NAME_WORD.fullmatch(alone)
        and len(alone) > 2
        and not lexicon.load("names").has(alone + " ", "place", "town", "job", "honorific")
    ):
        return alone
    return name


def _firm(text: str) -> str:
    """The firm that a part of an attribution names, or ""."""
    names, lists = lexicon.load("names"), lexicon.load("vouchers")
    text = text.strip(" .")
    if names.has(text, "job") and (inner := re.search(r" (?:of|at|for|with) (?:the )?(?=[A-Z])", text)):
        text = text[inner.end() :]
    if not text or re.search(r"\d{3}|\$|%", text) or word_count(text) > 6 or not text[:1].isupper():
        return ""
    if lists.has(text, "platform", "role", "kind") or names.has(text, "job"):
        return ""
    organised = names.has(text, "organisation")
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not organised and (names.has(text, "place", "town") or all(spelling.is_word(word.casefold()) for word in words)):
        return ""
    spans = list(naming.phrases(text))
    return text if spans and spans[0][0] == 0 and spans[0][1] >= len(text) - 2 else ""


@once
def sample_names(site: Site) -> tuple[Quotation, ...]:
    """The quotations under a name that templates come with, and those on the same page under one as common."""
    lists = lexicon.load("vouchers")
    told = [(entry, lists.has(entry.cite, "sample-name")) for entry in quotations(site)]
    pages = {entry.page.url for entry, sure in told if sure}
    return tuple(
        entry for entry, sure in told if sure or (entry.page.url in pages and _COMMON.search(entry.cite) is not None)
    )


_COMMON = re.compile(r"\b(?:john|jane) smith\b", re.I)


def share_of_lines(site: Site, group: str) -> float:
    """The share (0-1) of the site's lines that have a word of this group of the list "vouchers"."""
    lists = lexicon.load("vouchers")
    lines = [lists.has(copy.text[:LONG], group) for _, copy in site.copy()]
    return sum(lines) / len(lines) if lines else 0.0


# --- who is named ---------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_][\w&'’.-]*")


def proper(text: str, common: frozenset[str]) -> list[str]:
    """The capitalised words of a text that stand small nowhere on the site, kinds of customer left out."""
    text = naming.without_kinds(text)
    return [
        word
        for word in _WORD.findall(text)
        if word[0].isupper() and len(word) > 2 and "-" not in word and word.casefold().removesuffix("'s") not in common
    ]


def told_of(site: Site, entry: Quotation) -> bool:
    """Whether the place of a quotation says whose it is: a case page, or a heading over one customer's story."""
    heading = entry.copies[0].unit.heading
    cased = lexicon.load("vouchers").has(heading, "case") and proper(heading, site.common_words)
    return entry.page.kind is PageKind.CUSTOMERS or bool(cased)
