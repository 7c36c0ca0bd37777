"""What a site claims of itself, what could bear it out, and how near the two stand.

Word lists "claims" and "vouchers"; no model but the labels. A claim's words are taken only where the company says them
of itself; a proof is anything of a kind that the claim could rest on, so that "not found" is said with care.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor import lexicon
from auditor.cues import rare
from auditor.entities import Kind, clients, customers_words, entities
from auditor.model import Copy, JudgedPage, Label, Region, Role
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count
from auditor.voices import (
    LONG,
    NAMED,
    NO_MARKS,
    QUIET,
    TEACHING,
    YEAR,
    marked,
    marks,
    once,
    quoted,
)

CLAIMS = ("rank", "among", "price", "absolute", "record", "crowd", "independent")
"""Kinds of claim, in the order in which one is chosen where a line makes several; to be among the first is a rank too."""

MOST_WORDS = 45
"""A line of more words is a paragraph: what it claims is not plain."""

MOST_CLAIMS = 200
"""Claims of a site that are looked at, the most prominent: many more than a company makes, and each is held against all that
could prove it."""

TOP = (Region.FIRST, Region.SECOND)
_NOT_CLAIMS = (Label.OTHER, Label.POLICY, Label.PROBLEM)
_NEAR = 40
_SELF = re.compile(r"\b(?:we|our|ours|us|i|my|me)\b", re.I)
_UP_TO = re.compile(r"\b(?:up to|as much as)\b", re.I)


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
class Proof:
    """Something that a claim can rest on.

    ``kind``: "customer" (a quotation with a name), "saved" (a customer on the price), "client" (named), "source",
    "platform" (for reviews), "rated" (with a figure there), "award", "measure", "won" (for customers, in money), "result" (surely one, with a figure),
    "remedy", "warranty", "match" (another's price), "price".
    """

    page: JudgedPage
    copy: Copy
    kind: str


SUPPORT: dict[str, tuple[str, ...]] = {
    "rank": ("source", "award", "rated"),
    "price": ("match", "price", "saved", "source"),
    "absolute": ("remedy", "measure", "warranty", "source"),
    "record": ("customer", "client", "measure", "platform", "won", "result"),
    "crowd": ("customer", "client", "platform"),
    "independent": ("source",),
}
"""Which kinds of proof a kind of claim can rest on."""


@once
def claims(site: Site) -> tuple[Claim, ...]:
    """The claims of a site in its own voice, most prominent first; the same words are one claim."""
    lists = lexicon.load("claims")
    found: list[Claim] = []
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        spoken = quoted(site, page)
        for copy in page.copy:
            if not copy.counted or not copy.unit.region.is_copy or copy.unit.id in spoken:
                continue
            if copy.label in _NOT_CLAIMS or word_count(copy.text) > MOST_WORDS:
                continue
            matches = [match for match in lists.find(copy.text, *CLAIMS) if _claims(site, page, copy, match)]
            if matches:
                match = min(matches, key=lambda m: (CLAIMS.index(m.group), m.start))
                found.append(
                    Claim(
                        page,
                        copy,
                        "rank" if match.group == "among" else match.group,
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
    return tuple(kept[:MOST_CLAIMS])


def _claims(site: Site, page: JudgedPage, copy: Copy, match: lexicon.Match) -> bool:
    """Whether these words claim it of this company: not of others, not as an aim or a question, not denied."""
    text = copy.text
    if text.rstrip().endswith("?") or lexicon.load("claims").has(text, "customer"):
        return False
    for other in lexicon.load("claims").find(text, "other"):
        if match.group == "among" and other.start >= match.start:
            continue  # "one of the best" is what it says itself
        if other.start <= match.end + 2 and other.end >= match.start - _NEAR:
            return False
    if match.group == "among":
        return _of_itself(site, copy, match)
    if match.group == "absolute" and _AIM.search(text[: match.start]):
        return False
    if match.group in ("rank", "crowd") and _of_another(site, text, match):
        return False
    if match.group in ("absolute", "independent") or _SELF.search(text) or site.name_pattern.search(text):
        return True
    if match.group == "record":
        told = (
            copy.label is Label.COMPANY and copy.sure and "client" in match.term
        )  # "excellent results for his clients"
        return told or copy.unit.role is Role.HEADING
    if match.group == "rank" and not match.start and page is site.home and copy.unit.region in TOP:
        return copy.unit.role not in (Role.LINK, Role.BUTTON)  # "The best service in town." says it of itself there
    return copy.unit.role is Role.HEADING or (copy.label is Label.COMPANY and copy.sure)


_EITHER = re.compile(r"\b(?:we|our|ours|us|i|my|me|you|your)\b", re.I)
"""Whose it is by its pronoun; "you" turned for "we" changes nothing."""
_AIM = re.compile(
    r"\b(?:striv\w+|tr(?:y|ies|ied|ying)|aim\w*|endeavou?r\w*|work(?:s|ing)? hard) to\b|\b(?:our|the) (?:\w+ )?(?:goals?|aims?)\b",
    re.I,
)
"""What is aimed at is not promised."""
_IT = re.compile(r"(?:^|[.;,] )(?:it|she|he|they)(?: has| have| had)?\s*$", re.I)
_HOUSE = re.compile(
    r"^[^.;]{0,60}?\b(?:compan(?:y|ies)|firms?|makers?|manufacturers?|suppliers?|providers?|practices?|clinics?|agenc(?:y|ies)|shops?|schools?"
    r"|specialists?|contractors?|surgeons?|dentists?|lawyers?|attorneys?|advis[eo]rs?|brokers?|builders?|installers?|teams?)\b",
    re.I,
)


def _of_itself(site: Site, copy: Copy, match: lexicon.Match) -> bool:
    """Whether the company is the one that is among the best: "we are one of ...", "it was one of the first firms"."""
    if copy.label is not Label.COMPANY:
        return False
    before, after = copy.text[max(0, match.start - 2 * _NEAR) : match.start], copy.text[match.end :]
    own = _EITHER.search(before) or site.name_pattern.search(before)
    return bool(own) or (_IT.search(before) is not None and _HOUSE.search(after) is not None)


_SUBJECT = re.compile(
    r"(?<![\w'’])([a-z]?[A-Z][\w&'’.-]*),?(?: (?:is|are|was|has|have))?"
    r"(?: (?:widely|now|also|today|become|been|known|considered|regarded|as))* ?$"
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


_COPULA = re.compile(
    r"^(?:(?:is|are|am|as|was|were|remains?|became|become|been|being|considered|now|still|today|also|already|widely|generally|often"
    r"|consistently|regarded|known|recogni[sz]ed|ranked|seen|always) )+",
    re.I,
)
_ON = re.compile(
    r"(?: (?!(?:in|for|of|to|with|and|that|who|which|on|at|by|when|so|from|is|are|since|over|or|across|throughout|around|within|under)\b)"
    r"\w[\w'’&+,-]*(?<!,)){1,4}"
)


_AMONG = re.compile(
    r"(?: (?!(?:that|who|which|to|in|at|with|since|when|so|from|by|where|because|while|but|for)\b)[\w&'’-]+(?<!,)){1,8}"
)
"""What one is among the best of: "desired gas and oil field tooling companies"."""

_WHAT = re.compile(r"(?: (?:the |all |your )?[^\W\d_][\w'’&-]*){1,3}")
"""What a claim of rank is for: "the first choice for professional growers"."""


_DANGLING = re.compile(r"(?:\s+(?:for|in|of|the|an?|to|at|and|with|by|on))+$", re.I)
"""Words that a phrase cannot end with: what they lead to is left out."""


def _phrase(text: str, match: lexicon.Match) -> str:
    """The words that claim it, as one would quote them: "the leader", "the county's most trusted pump company"."""
    words = text[match.start : match.end]
    if match.group == "among":
        return _COPULA.sub("", _DANGLING.sub("", words + (more[0] if (more := _AMONG.match(text, match.end)) else "")))
    open_end = match.group in ("crowd", "absolute") or re.search(r"most[- ]\w+$", words, re.I)
    if open_end and (more := _ON.match(text, match.end)):
        words += more[0]
    if re.search(r"\b(?:for|in|of)$", words) and (more := _WHAT.match(text, match.end)):
        words += more[0]
    return _COPULA.sub("", _DANGLING.sub("", words).strip(" .,;:·—–-"))


def specificity(text: str) -> int:
    """0-4: a point each for a figure with its unit, a comparison, a time span, a named source."""
    marks = lexicon.load("claims")
    named = lexicon.load("vouchers").has(text, "source", "platform")
    return sum(marks.has(text, group) for group in ("figure", "baseline", "span")) + named


def _prominence(site: Site, page: JudgedPage, copy: Copy) -> float:
    home = site.home is not None and page.url == site.home.url
    loud = copy.unit.role is Role.HEADING or copy.unit.region is Region.FIRST
    return (0.6 if home else 0.3) + (0.3 if loud else 0.0) + (0.1 if copy.unit.region in TOP else 0.0)


# --- proofs ---------------------------------------------------------------------------------------------------------

_FOUND = ("source", "platform", "remedy", "match", "price", "warranty", "won")
_REVIEWED = re.compile(r"\b(?:reviews?|rat(?:ed|ings?)|stars?|recommend\w*)\b|[★⭐]", re.I)
_COUNTABLE = re.compile(r"\b(?:oldest|largest|biggest|longest)\b", re.I)
_MEASURED = rare(
    r"\b(?!100\b)\d{1,2}(?:\.\d+)?\s?(?:%|percent\b|per cent\b) (?:[\w-]+ ){0,2}?"
    r"(?:on[- ]time|uptime|first[- ]time|satisf\w+|success|accura\w+|retention"
    r"|of (?:our|all) (?:\w+ )?(?:orders|deliveries|jobs|clients|customers|cases|parts))",
    re.I,
)


@once
def proofs(site: Site) -> tuple[Proof, ...]:
    """Everything on the site that a claim could rest on, in page order."""
    lists = lexicon.load("vouchers")
    spoken = [entry for entry in customers_words(site) if entry.who in NAMED]
    found = [Proof(entry.page, entry.copies[0], "customer") for entry in spoken]
    for entry in spoken:
        found += [Proof(entry.page, copy, "saved") for copy in entry.copies if lists.has(copy.text, "cheap")]
    found += [Proof(page, copy, "client") for page, copy in clients(site)]
    known = entities(site)
    named = {proof.copy.unit.id for proof in found}
    firms = any(not entry.human for entry in known.of(Kind.CUSTOMER, sure=True))
    for page in site.pages:
        if page.twin_of or page.kind in QUIET:
            continue
        for copy in page.copy:
            if not copy.counted or copy.unit.region in (Region.NAV, Region.OVERLAY):
                continue
            found += [Proof(page, copy, kind) for kind in _proves(site, page, copy)]
            if firms and page.kind not in TEACHING and copy.unit.id not in named:
                hits = known.find(copy.text[:LONG], Kind.CUSTOMER)
                if any(entry.sure and not entry.human for _, _, entry in hits):
                    found.append(Proof(page, copy, "client"))
    return tuple(found)


def _proves(site: Site, page: JudgedPage, copy: Copy) -> list[str]:
    text = copy.text[:LONG]
    kinds = set(marks(site).get(copy.unit.id, NO_MARKS).intersection(_FOUND))
    if "platform" in kinds and marked(site, copy, "award") and not _REVIEWED.search(text):
        kinds.discard("platform")  # its award is no review
    if "platform" in kinds and re.search(r"\d", text):
        kinds.add("rated")
    if page.kind not in SELLING_KINDS:
        kinds.discard("price")
    if marked(site, copy, "award") and (YEAR.search(text) or re.search(r"\b(?:by|from) (?:the )?[A-Z]", text)):
        kinds.add("award")
    facts = lexicon.load("specifics")
    if copy.label is Label.OUTCOME and copy.sure and facts.has(text, "money", "share", "ratio", "time"):
        kinds |= set() if facts.has(text, "third") else {"result"}
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
        if rank == 0:
            break
    return tuple(Near)[best[0]], best[1]


def _same_block(claim: Claim, proof: Proof) -> bool:
    return proof.page.url == claim.page.url and proof.copy.unit.block == claim.copy.unit.block


def award_giver(text: str, sold: dict[str, Copy]) -> str:
    """The company among those sold whose name an award's words hold, or "".

    A name of several words must stand whole, unless its first is spelled like no other word ("iA Financial": iA).
    """
    for name in sorted(sold, key=lambda entry: (-len(entry), entry)):
        first = name.split()[0]
        forms = [name] + ([first] if re.fullmatch(r"[a-z]+[A-Z]\w*|[A-Z]{2,}", first) and len(name.split()) > 1 else [])
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms):
            return name
    return ""
