"""What a site claims of itself, who is named and quoted on it, and how near the two stand.

Light and deterministic: word lists ("claims", "vouchers"), structure, and names by their capitals; no model but the
labels. Where it is in doubt whether somebody is named, the answer is yes: audits built on this say "not found", and
must not say it of what is there.
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
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count

CLAIMS = ("rank", "price", "absolute", "record", "crowd", "independent")
"""Kinds of claim, in the order in which one is chosen where a line makes several."""

MOST_WORDS = 45
"""A line of more words is a paragraph: what it claims is not plain."""

TOP = (Region.FIRST, Region.SECOND)
_TEACHING = (PageKind.BLOG, PageKind.DOCS, PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS)
_QUIET = frozenset({PageKind.DOCS, PageKind.POLICY})
_STORIES = (PageKind.CUSTOMERS, PageKind.TESTIMONIAL)
_NOT_CLAIMS = (Label.OTHER, Label.POLICY, Label.PROBLEM)
_NEAR = 40
_SELF = re.compile(r"\b(?:we|our|ours|us|i|my|me)\b", re.I)
_UP_TO = re.compile(r"\b(?:up to|as much as)\b", re.I)


_T = TypeVar("_T")


def _once(fact: Callable[[Site], _T]) -> Callable[[Site], _T]:
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


class Near(StrEnum):
    """How far the nearest proof stands from a claim."""

    BLOCK = "block"
    PAGE = "page"
    LINKED = "linked page"
    SITE = "site"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Claim:
    """A line that claims something of the company. ``words`` are the words that do; ``specificity`` is 0-4."""

    page: JudgedPage
    copy: Copy
    kind: str
    words: str
    specificity: int
    prominence: float


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


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that a claim can rest on.

    ``kind``: "customer" (a quotation with a name), "saved" (a customer on the price), "client" (named), "source",
    "platform" (for reviews), "rated" (with a figure there), "award", "measure", "won" (for customers, in money), "remedy", "warranty", "match" (another's price), "price".
    """

    page: JudgedPage
    copy: Copy
    kind: str


SUPPORT: dict[str, tuple[str, ...]] = {
    "rank": ("source", "award", "rated"),
    "price": ("match", "price", "saved", "source"),
    "absolute": ("remedy", "measure", "warranty", "source"),
    "record": ("customer", "client", "measure", "platform", "won"),
    "crowd": ("customer", "client", "platform"),
    "independent": ("source",),
}
"""Which kinds of proof a kind of claim can rest on."""


@_once
def claims(site: Site) -> tuple[Claim, ...]:
    """The claims of a site in its own voice, most prominent first; the same words are one claim."""
    said = lexicon.load("claims")
    found: list[Claim] = []
    for page in site.pages:
        if page.twin_of or page.kind in _TEACHING:
            continue
        quoted = _quoted(page)
        for copy in page.copy:
            if not copy.counted or not copy.unit.region.is_copy or copy.unit.id in quoted:
                continue
            if copy.label in _NOT_CLAIMS or word_count(copy.text) > MOST_WORDS:
                continue
            matches = [match for match in said.find(copy.text, *CLAIMS) if _claims(site, page, copy, match)]
            if matches:
                match = min(matches, key=lambda m: (CLAIMS.index(m.group), m.start))
                found.append(
                    Claim(
                        page,
                        copy,
                        match.group,
                        _phrase(copy.text, match),
                        specificity(copy.text),
                        _prominence(site, page, copy),
                    )
                )
    found.sort(key=lambda entry: (-entry.prominence, entry.copy.unit.page, entry.copy.unit.order))
    seen: set[tuple[str, str]] = set()
    kept = []
    for entry in found:
        key = (entry.kind, entry.words.casefold().replace("’", "'"))
        if key not in seen:
            seen.add(key)
            kept.append(entry)
    return tuple(kept)


def _claims(site: Site, page: JudgedPage, copy: Copy, match: lexicon.Match) -> bool:
    """Whether these words claim it of this company: not of others, not as an aim or a question, not denied."""
    text = copy.text
    if text.rstrip().endswith("?") or lexicon.load("claims").has(text, "customer"):
        return False
    for other in lexicon.load("claims").find(text, "other"):
        if other.start <= match.end + 2 and other.end >= match.start - _NEAR:
            return False
    if match.group in ("rank", "crowd") and _of_another(site, text, match):
        return False
    if match.group in ("absolute", "independent") or _SELF.search(text) or site.name_pattern.search(text):
        return True
    if match.group in ("price", "record"):
        return copy.unit.role is Role.HEADING
    return copy.unit.role is Role.HEADING or (copy.label is Label.COMPANY and copy.sure)


_SUBJECT = re.compile(
    r"(?<![\w'’])([a-z]?[A-Z][\w&'’.-]*),?(?: (?:is|are|was|has|have))?(?: (?:widely|now|also|today|become|been|known|considered|regarded|as))* ?$"
)
_AFTER = re.compile(r"[^,.;]{0,60}, (?:the )?([A-Z][\w&'’.-]*)")
_FIRST_WORDS = frozenset(
    "we i it our my he she they this that as here at and the in why your today with a an from".split()
)


def _of_another(site: Site, text: str, match: lexicon.Match) -> bool:
    """Whether the words are said of somebody else, by name: "Initech is the leader", "As a leading maker, Initech"."""
    before = _SUBJECT.search(text[: match.start])
    who = text[before.start() : match.start] if before and before[1].casefold() not in _FIRST_WORDS else ""
    if (
        not who
        and re.match(r"\s*as (?:an? |the )?$", text[: match.start], re.I)
        and (after := _AFTER.match(text, match.end))
    ):
        who = after[1]
    if not who or re.search(r"['’]s\b", who) or who.split()[0].casefold().strip(",") in _FIRST_WORDS:
        return False
    return not site.name_pattern.search(text[max(0, match.start - _NEAR) : match.start] + " " + who)


_COPULA = re.compile(r"^(?:is|are|am|as|remains?|became|become|been|considered) ", re.I)
_ON = re.compile(
    r"(?: (?!(?:in|for|of|to|with|and|that|who|which|on|at|by|when|so|from|is|are|since|over|or)\b)[\w'’&+,-]*[\w'’&+-]){1,4}"
)


def _phrase(text: str, match: lexicon.Match) -> str:
    """The words that claim it, as one would quote them: "the leader", "Northeast's Most Dependable Drainage Company"."""
    words = text[match.start : match.end]
    open_end = match.group in ("crowd", "absolute") or re.search(r"most[- ]\w+$", words, re.I)
    if open_end and (more := _ON.match(text, match.end)):
        words += more[0]
    return _COPULA.sub("", words.strip(" .,;:·—–-"))


def specificity(text: str) -> int:
    """0-4: a point each for a figure with its unit, a comparison, a time span, a named source."""
    marks = lexicon.load("claims")
    named = lexicon.load("vouchers").has(text, "source", "platform")
    return sum(marks.has(text, group) for group in ("figure", "baseline", "span")) + named


def _prominence(site: Site, page: JudgedPage, copy: Copy) -> float:
    home = site.home is not None and page.url == site.home.url
    loud = copy.unit.role is Role.HEADING or copy.unit.region is Region.FIRST
    return (0.6 if home else 0.3) + (0.3 if loud else 0.0) + (0.1 if copy.unit.region in TOP else 0.0)


# --- who speaks -----------------------------------------------------------------------------------------------------

_OPEN = re.compile(r"^\s*[\"“„«]")
_CLOSE = re.compile(r"[\"”»][.!]?\s*$")
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|sir|capt|rev)s?\.? +", re.I)
_PARTS = re.compile(r"\s*(?:,|–|—|\||·|•|/|\(|\n| - )\s*")
_NAMELIKE = re.compile(r"^[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|da|van|von|der|la|le|bin|al|and|&))*$")
_TAIL = 7


@_once
def quotations(site: Site) -> tuple[Quotation, ...]:
    """The quotations on the site, each once, in page order: customers' and its own people's."""
    found = []
    for page in site.pages:
        if page.twin_of or (page.kind in _TEACHING and page.kind is not PageKind.CAREERS):
            continue
        for block in _blocks(page):
            said, tail = _said(page, block)
            if said and any(copy.counted for copy in said):
                cite = ", ".join(copy.text.strip(" ,.") for copy in tail) or said[0].unit.cite
                found.append(Quotation(page, tuple(said), cite, _who(site, page, cite, said)))
    return tuple(found)


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


def _quoted(page: JudgedPage) -> set[str]:
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
_LOGO = re.compile(r"^(.{2,40}?) logo$", re.I)


def common_words(site: Site) -> frozenset[str]:
    """The words that name nobody else: those that the site writes small somewhere, its own names, its trade's short forms.

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


@_once
def clients(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines that seem to name a customer outside quotations: lists of clients, case headings, logos."""
    lists, said = lexicon.load("vouchers"), lexicon.load("claims")
    common = common_words(site)
    found: list[tuple[JudgedPage, Copy]] = []
    for page in site.pages:
        if page.twin_of or page.kind in _TEACHING:
            continue
        for copy in page.copy:
            if not copy.counted or not copy.unit.region.is_copy:
                continue
            heads = copy.unit.role in (Role.HEADING, Role.LINK)
            for match in lists.find(copy.text[:400], "client", *(("case",) if heads else ())):
                told = match.group == "client"
                rest = (
                    copy.text[match.end :]
                    if told
                    else (match.term[:4] == "^how" and copy.text[: match.end]) or copy.text
                )
                if proper(rest, common):
                    found.append((page, copy))
                    break
            else:
                heading = page.kind is PageKind.CUSTOMERS and copy.unit.role is Role.HEADING and copy.text[-1:] != "?"
                if heading and word_count(copy.text) <= 12 and proper(copy.text, common):
                    found.append((page, copy))
        logos = [hit[1] for image in page.page.images if image.alt and (hit := _LOGO.match(image.alt))]
        above = next(
            (copy for copy in page.copy if said.has(copy.text, "crowd") or lists.has(copy.text, "client")), None
        )
        if above is not None and any(proper(name, common) for name in logos):
            found.append((page, above))
    return tuple(found)


@_once
def partners(site: Site) -> dict[str, Copy]:
    """Companies whose products it sells, as it lists them: name -> the line that says so."""
    lists = lexicon.load("vouchers")
    found: dict[str, Copy] = {}
    for page in site.pages:
        if page.twin_of or page.kind in _TEACHING:
            continue
        for place, copy in enumerate(page.copy):
            hits = lists.find(copy.text, "partners") if copy.unit.region.is_copy else []
            if not hits:
                continue
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
                if lists.has(name, "award", "partners") or _YEAR.search(name):
                    break
                found.setdefault(name, copy)
    return found


def _odd(text: str) -> bool:
    """A name by its spelling: iA Financial, eBay."""
    return re.match(r"\s*[a-z]?[A-Z]{1,}\w*(?: [A-Z]\w+){0,3}\s*\.?$", text) is not None


# --- proofs ---------------------------------------------------------------------------------------------------------

_FOUND = ("source", "platform", "remedy", "match", "price", "warranty", "won")
_COUNTABLE = re.compile(r"\b(?:oldest|largest|biggest|longest)\b", re.I)
_MEASURED = re.compile(r"\b(?!100\b)\d{1,2}(?:\.\d+)?\s?(?:%|percent\b|per cent\b) (?:[\w-]+ ){0,2}?(?:on[- ]time|uptime|first[- ]time|satisf\w+|success|accura\w+|retention|of (?:our|all) (?:\w+ )?(?:orders|deliveries|jobs|clients|customers|cases|parts))", re.I)  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@_once
def proofs(site: Site) -> tuple[Proof, ...]:
    """Everything on the site that a claim could rest on, in page order."""
    lists = lexicon.load("vouchers")
    spoken = [entry for entry in customers_words(site) if entry.who in NAMED]
    found = [Proof(entry.page, entry.copies[0], "customer") for entry in spoken]
    for entry in spoken:
        found += [Proof(entry.page, copy, "saved") for copy in entry.copies if lists.has(copy.text, "cheap")]
    found += [Proof(page, copy, "client") for page, copy in clients(site)]
    for page in site.pages:
        if page.twin_of or page.kind in _QUIET:
            continue
        for copy in page.copy:
            if not copy.counted or copy.unit.region in (Region.NAV, Region.OVERLAY):
                continue
            found += [Proof(page, copy, kind) for kind in _proves(lists, page, copy)]
    return tuple(found)


def _proves(lists: lexicon.Lexicon, page: JudgedPage, copy: Copy) -> list[str]:
    text = copy.text[:600]
    kinds = {match.group for match in lists.find(text, *_FOUND)}
    if "platform" in kinds and re.search(r"\d", text):
        kinds.add("rated")
    if page.kind not in SELLING_KINDS:
        kinds.discard("price")
    if lists.has(text, "award") and (_YEAR.search(text) or re.search(r"\b(?:by|from) (?:the )?[A-Z]", text)):
        kinds.add("award")
    if _MEASURED.search(text) and not _UP_TO.search(text):
        kinds.add("measure")
    return sorted(kinds)


def nearest(claim: Claim, found: Sequence[Proof]) -> tuple[Near, Proof | None]:
    """The nearest proof that a claim can rest on, and how far it stands."""
    if _COUNTABLE.search(claim.words) and claim.specificity:
        return Near.BLOCK, None  # the size or the age stands beside it
    linked = {link.url for link in claim.page.page.links if link.internal}
    best: tuple[int, Proof | None] = (4, None)
    for proof in found:
        if proof.kind not in SUPPORT[claim.kind] or (
            proof.copy.unit.id == claim.copy.unit.id and proof.kind == "client"
        ):
            continue
        if proof.kind == "source" and not _same_block(claim, proof):
            continue  # what others found out about the world proves nothing of the company
        if proof.kind == "warranty" and "time" in claim.words:
            continue
        if proof.page.url == claim.page.url:
            rank = 0 if _same_block(claim, proof) else 1
        else:
            rank = 2 if proof.page.url in linked else 3
        if rank < best[0]:
            best = (rank, proof)
    return tuple(Near)[best[0]], best[1]


def _same_block(claim: Claim, proof: Proof) -> bool:
    return proof.page.url == claim.page.url and proof.copy.unit.block == claim.copy.unit.block
