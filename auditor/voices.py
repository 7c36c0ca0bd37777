"""Who speaks on a site and who is named: quotations with their speakers, customers, companies whose products it sells.

Light and deterministic: the word list "vouchers", structure, and names by their capitals. Where it is in doubt whether
somebody is named, the answer is yes: audits built on this say "not found", and must not say it of what is there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

from auditor import lexicon
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.site import Site
from auditor.text import word_count

TEACHING = (PageKind.BLOG, PageKind.DOCS, PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS)
"""Page kinds in which nothing is claimed of the company to a buyer."""

QUIET = frozenset({PageKind.DOCS, PageKind.POLICY})
"""Page kinds in which nothing is a proof."""

LONG = 600
"""Characters of a line that are read; more is no line of copy."""

_STORIES = (PageKind.CUSTOMERS, PageKind.TESTIMONIAL)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_T = TypeVar("_T")


def once(fact: Callable[[Site], _T]) -> Callable[[Site], _T]:
    """A fact of a site, computed once and kept with it, as its own cached properties are."""

    @wraps(fact)
    def known(site: Site) -> _T:
        kept: dict[str, Any] = site.__dict__
        name = f"claims.{fact.__name__}"
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


NAMED = (Who.FULL, Who.NAME, Who.FIRST)


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


_MARKS = (
    *("composite", "withheld", "award", "partners", "announced", "superseded", "certificate", "source", "platform"),
    *("remedy", "match", "price", "warranty", "won", "client", "case"),
)
NO_MARKS: frozenset[str] = frozenset()


@once
def marks(site: Site) -> dict[str, frozenset[str]]:
    """Unit id -> the groups of the list "vouchers" that stand in its text, for every counted unit that has any."""
    lists = lexicon.load("vouchers")
    found = {}
    for page in site.pages:
        if page.twin_of or page.kind in QUIET:
            continue
        for copy in page.copy:
            if copy.counted and copy.unit.region is not Region.NAV:
                text = copy.text[:LONG]
                first = {match.group for match in lists.find(text, *_MARKS)}
                if first:  # what one group covers may hide another's
                    rest = {group for group in _MARKS if group not in first and lists.has(text, group)}
                    found[copy.unit.id] = frozenset(first | rest)
    return found


def marked(site: Site, copy: Copy, *groups: str) -> bool:
    """Whether any of these groups stands in a unit's text."""
    return not marks(site).get(copy.unit.id, NO_MARKS).isdisjoint(groups)


# --- who speaks -----------------------------------------------------------------------------------------------------

_OPEN = re.compile(r"^\s*[\"“„«]")
_CLOSE = re.compile(r"[\"”»][.!]?\s*$")
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|sir|capt|rev)s?\.? +", re.I)
_PARTS = re.compile(r"\s*(?:,|–|—|\||·|•|/|\(|\n| - )\s*")
_NAMELIKE = re.compile(r"^[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|da|van|von|der|la|le|bin|al|and|&))*$")
_TAIL = 7


_MARKED = re.compile(
    r"[\"“”„«»]|\b(?:testimonials?|reviews?|feedback|stories)\b"
    r"|\b(?:clients|customers|guests|patients|families|people|they) (?:say|said|think|tell)\b",
    re.I,
)
"""What makes an indented passage somebody's words: marks of quotation, or a heading that promises them."""


@once
def quotations(site: Site) -> tuple[Quotation, ...]:
    """The quotations on the site, each once, in page order: customers' and its own people's."""
    found = []
    for page in site.pages:
        if page.twin_of or (page.kind in TEACHING and page.kind is not PageKind.CAREERS):
            continue
        blocks = list(_blocks(page))
        spoken = [_said(page, block) for block in blocks]
        beside = _beside(site, blocks, spoken)
        for place, (said, tail) in enumerate(spoken):
            if said and any(copy.counted for copy in said):
                cite = ", ".join(copy.text.strip(" ,.") for copy in tail) or said[0].unit.cite or beside.get(place, "")
                if cite or page.kind in _STORIES or any(_MARKED.search(copy.text + copy.unit.heading) for copy in said):
                    found.append(Quotation(page, tuple(said), cite, _who(site, page, cite, said)))
    return tuple(found)


def _beside(
    site: Site, blocks: Sequence[Sequence[Copy]], spoken: Sequence[tuple[list[Copy], list[Copy]]]
) -> dict[int, str]:
    """Names that stand in a block of their own beside a quotation: its place -> the name.

    They stand under the quotations of a page or over them; whichever fits more of the page's quotations is believed.
    """
    if all(not said or tail or said[0].unit.cite for said, tail in spoken):
        return {}
    common = common_words(site)
    sides: list[dict[int, str]] = []
    for step in (1, -1):
        names = {}
        for place, (said, tail) in enumerate(spoken):
            near = place + step
            if said and not tail and not said[0].unit.cite and 0 <= near < len(blocks) and not spoken[near][0]:
                name = _name_line(blocks[near], common)
                if name:
                    names[place] = name
        sides.append(names)
    return max(sides, key=len)  # under, where both fit alike


def _name_line(block: Sequence[Copy], common: frozenset[str]) -> str:
    """The name that a block consists of, or ""."""
    if len(block) > 3 or any(word_count(copy.text) > _TAIL for copy in block):
        return ""
    first = block[0].text.strip()
    if re.search(r"\d", first):
        return ""  # a measure, a price, an address
    dashed = first[:1] in "—–-~"
    bare = _TITLE.sub("", first.strip(" —–-~"))
    head = _PARTS.split(bare)[0].strip(" .")
    telling = [word for word in _WORD.findall(head) if len(word) > 2]
    named = _NAMELIKE.match(head) and word_count(head) <= 4 and 0 < len(telling) == len(proper(head, common))
    initials = re.fullmatch(r"(?:[A-Z][\w'’-]+ )?(?:[A-Z]\.? ?){1,3}", head)
    if not (named or initials or (dashed and _NAMELIKE.match(head))):
        return ""
    return ", ".join(copy.text.strip(" ,.—–-~") for copy in block)


def _blocks(page: JudgedPage) -> Iterator[list[Copy]]:
    block: list[Copy] = []
    for copy in page.copy:
        if not copy.unit.region.is_copy:
            continue
        if block and copy.unit.block != block[0].unit.block:
            yield block
            block = []
        block.append(copy)
    if block:
        yield block


def _said(page: JudgedPage, block: Sequence[Copy]) -> tuple[list[Copy], list[Copy]]:
    """The quoted lines of a block, and the short lines after them that may name the speaker."""
    closes = [place for place, copy in enumerate(block) if _CLOSE.search(copy.text)]
    marked = block[0].unit.role is Role.QUOTE
    opened = bool(_OPEN.match(block[0].text))
    if not marked and not (closes and (opened or page.kind is PageKind.TESTIMONIAL)):
        return [], []
    last = closes[-1] if closes else len(block) - 1
    said = list(block[: last + 1])
    if block[0].unit.role is Role.HEADING or sum(word_count(copy.text) for copy in said) < 5:
        return [], []
    tail = [copy for copy in block[last + 1 :] if word_count(copy.text) <= _TAIL][:3]
    return said, tail


def quoted(page: JudgedPage) -> set[str]:
    """The ids of the lines that are somebody's words."""
    return {copy.unit.id for block in _blocks(page) for copy in _said(page, block)[0]}


def _who(site: Site, page: JudgedPage, cite: str, said: Sequence[Copy]) -> Who:
    lists = lexicon.load("vouchers")
    text = " ".join(copy.text for copy in said)[:2000]
    if site.name_pattern.search(cite) or (page.kind not in _STORIES and lists.has(text, "own")):
        return Who.OWN
    return speaker(cite)


def speaker(cite: str) -> Who:
    """What an attribution names: "Jo Ray, Hilltop Dairy" a name with a company, "J. R." initials."""
    lists = lexicon.load("vouchers")
    parts = [part.strip(" .)~*★-") for part in _PARTS.split(cite[:200].strip(' —–-~"“”'))]
    parts = [_TITLE.sub("", part) for part in parts if part]
    if not parts:
        return Who.NOBODY
    first = parts[0]
    if lists.has(first, "kind") or (lists.has(first, "role") and not (len(parts) > 1 and _NAMELIKE.match(parts[1]))):
        return Who.KIND
    if re.fullmatch(r"(?:[A-Z]\.? ?){1,3}", first):
        return Who.INITIALS
    words = first.split()
    if len(words) == 1 or (len(words) == 2 and len(words[1].strip(".")) == 1):
        return Who.FIRST
    return Who.FULL if len(parts) > 1 else Who.NAME


def customers_words(site: Site) -> tuple[Quotation, ...]:
    """The quotations that are not its own people's."""
    return tuple(entry for entry in quotations(site) if entry.who is not Who.OWN)


# --- who is named ---------------------------------------------------------------------------------------------------

SHORT_FORM = 3
_WORD = re.compile(r"[^\W\d_][\w&'’.-]*")
_LOGO = re.compile(r" logo$", re.I)


_SERVED = {plural + "s": plural for plural in ("customer", "client", "patient", "guest", "member", "student", "user")}


@once
def served(site: Site) -> str:
    """What the site calls one of those it serves: "customer", unless it says another word much more often."""
    counts = Counter(
        _SERVED[word]
        for _, copy in site.copy()
        for word in copy.text.lower().replace("'", " ").replace("’", " ").split()
        if word in _SERVED
    )
    best = max(sorted(counts), key=lambda word: counts[word], default="customer")
    return best if counts[best] >= 3 and counts[best] > 1.5 * counts["customer"] else "customer"


def common_words(site: Site) -> frozenset[str]:
    """The words that name nobody else: those that it writes small somewhere, its own names, its trade's short forms.

    A word in capitals on more than SHORT_FORM pages ("NFC") is a short form of the trade.
    """
    small: set[str] = set()
    pages: Counter[str] = Counter()
    for page in site.pages:
        if not page.twin_of:
            words = {word for copy in page.copy for word in _WORD.findall(copy.text)}
            small |= {word for word in words if word[0].islower()}
            pages.update({word.casefold() for word in words if word.isupper()})
    small |= {word for word, count in pages.items() if count > SHORT_FORM}
    own = {word.casefold() for name in (site.name, *site.names) for word in _WORD.findall(name)}
    return frozenset(small | own)


def proper(text: str, common: frozenset[str]) -> list[str]:
    """The capitalised words of a text that stand small nowhere on the site."""
    return [
        word
        for word in _WORD.findall(text)
        if word[0].isupper() and len(word) > 2 and "-" not in word and word.casefold().removesuffix("'s") not in common
    ]


@once
def clients(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines that seem to name a customer outside quotations: lists of clients, case headings, logos."""
    lists, common = lexicon.load("vouchers"), common_words(site)
    found: list[tuple[JudgedPage, Copy]] = []
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.counted and copy.unit.region.is_copy]
        found += [(page, copy) for copy in lines if _names_one(site, page, copy, lists, common)]
        alts = (image.alt for image in page.page.images if image.alt)
        logos = [
            _LOGO.sub("", alt) for alt in alts if _LOGO.search(alt) or (_NAMELIKE.match(alt) and word_count(alt) <= 4)
        ]
        crowd = (copy for copy in page.copy if logos and lexicon.load("claims").has(copy.text, "crowd"))
        above = next(crowd, None) or next(
            (copy for copy in lines if marked(site, copy, "client") and _heads(copy)), None
        )
        if above is not None and any(proper(name, common) for name in logos):
            found.append((page, above))
    return tuple(found)


def _heads(copy: Copy) -> bool:
    return word_count(copy.text) <= 5 and (copy.unit.role is Role.HEADING or copy.text.endswith(":"))


def _names_one(site: Site, page: JudgedPage, copy: Copy, lists: lexicon.Lexicon, common: frozenset[str]) -> bool:
    """Whether a line names a customer: after words that say so, in a case heading, on a page of customers."""
    text, heads = copy.text[:LONG], copy.unit.role in (Role.HEADING, Role.LINK)
    if marked(site, copy, "client") and any(proper(text[m.end :], common) for m in lists.find(text, "client")):
        return True
    if heads and marked(site, copy, "case"):
        how = text[: lists.find(text, "case")[0].end] if text[:4].lower() == "how " else text
        if proper(how, common):
            return True
    heads = page.kind is PageKind.CUSTOMERS and copy.unit.role is Role.HEADING and not text.endswith("?")
    return heads and word_count(text) <= 12 and bool(proper(text, common))


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
                if _NAMELIKE.match(part.strip(" .").removesuffix(" more")) or _odd(part):
                    found[part.strip(" .")] = copy  # the sentence names it: the best witness
            if word_count(copy.text) > 8:
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
