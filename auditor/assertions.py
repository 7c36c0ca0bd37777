"""What a site asserts and leaves bare: words that would convince, where nothing on it would let a reader check them.

Word lists "claims" (what is asserted) and "vouchers" (what would show it). Each kind asks one question of every site:
where is the cover, the test, the platform of the reviews, the giver and the year of the award, the source of the figure?
An assertion is told only in the company's own voice, and only where no page read holds what would show it; a figure
about the world is held against the lines around it, since each needs its own source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.concordance import entries
from auditor.cues import rare
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, YEAR, once, quoted

KINDS = ("cure", "cover", "effect", "reviews", "winner", "statistic")
"""That a disease ends, that a customer is protected, that it works, that many reviewed it, that it won awards, and how the world is."""

FEW = 20
"""Reviews under which nobody asks where they stand: the site may show them all. A judgement."""

OWN_REACH = 40
"""Characters before a figure in which "we" makes it the company's own."""

BEGUN = 12
"""Words of what studies are said to show that are told."""

BADGE = 4
"""Words up to which a line that says that one is covered is a badge, and no rule, whatever its label."""

AROUND = 3
"""Lines before and after a figure in which its source is looked for, beside its own paragraph: a judgement."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line that asserts something; ``words`` are those that do."""

    page: JudgedPage
    copy: Copy
    words: str


@dataclass(frozen=True, slots=True)
class Bare:
    """What is asserted of one kind and shown nowhere, the most prominent line first.

    ``lacks`` names what a reader would look for: for awards "giver" and "year", for cover "number" or "sum", for what is told
    of the world "source" where the first line gives a figure, "study" where it calls on studies.
    """

    kind: str
    said: tuple[Said, ...]
    lacks: tuple[str, ...] = ()

    @property
    def different(self) -> list[str]:
        """The words of its lines, but for those that hold nothing that earlier ones do not."""
        told: list[str] = []
        for said in self.said:
            if not any(set(said.words.casefold().split()) <= set(words.casefold().split()) for words in told):
                told.append(said.words)
        return told


@once
def bare(site: Site) -> dict[str, Bare]:
    """The kinds of assertion that nothing on the site shows."""
    finders = {
        "cure": _cure,
        "cover": _cover,
        "effect": _effect,
        "reviews": _reviews,
        "winner": _winner,
        "statistic": _statistic,
    }
    found = {kind: finders[kind](site) for kind in KINDS}
    return {kind: entry for kind, entry in found.items() if entry is not None and entry.said}


def _asserted(site: Site, kind: str, *, footers: bool = True) -> Iterator[Said]:
    """The lines that assert this in the site's own voice: the home page first, headings before sentences."""
    lists = lexicon.load("claims")
    for page, copy in site.lines_with(entries("claims", kind), home_first=True):
        region = copy.unit.region
        badge = kind == "cover" and region is Region.ASIDE  # beside the copy, where badges stand
        if (
            page.twin_of
            or page.kind in TEACHING
            or not (copy.counted or badge)
            or region in (Region.NAV, Region.OVERLAY)
            or (region is Region.FOOTER and not footers)
        ):
            continue
        if (found := lists.find(copy.text[:LONG], kind)) and not _elses(site, page, copy, kind, found[0].start):
            yield Said(page, copy, copy.text[found[0].start : found[0].end].strip(" .,!"))


def _elses(site: Site, page: JudgedPage, copy: Copy, kind: str, start: int) -> bool:
    """Whether a line is not the company's own assertion: a question, advice, a customer's words, a rule.

    ``start`` is where in the line it is asserted.
    """
    problem = copy.label is Label.PROBLEM and kind != "statistic"
    badge = kind == "cover" and word_count(copy.text) <= BADGE
    if (copy.label is Label.POLICY and not badge) or problem or copy.text.rstrip().endswith("?") or copy.unit.cite:
        return True
    lists = lexicon.load("claims")
    advised = kind in ("cover", "effect") and (
        lists.has(copy.text[:LONG], "advice") or _told_of_others(copy.text, start)
    )
    return advised or lists.has(copy.text[:LONG], "customer") or copy.unit.id in quoted(site, page)


_OTHERS = re.compile(
    r"\b(?:register|association|institute|institution|federation|society|council|guild) (?:of|for)\b|\bmembers (?:of|are|must)\b",
    re.I,
)
_THEY = re.compile(r"\b(?:they|these|those|whom?|which|members)(?: \w+){0,3}\W*$", re.I)


def _told_of_others(text: str, start: int) -> bool:
    """Whether a line speaks of a body, of its members, or of "them" before ``start``: their cover is not the company's."""
    before = text[:start]
    return _THEY.search(re.split(r"[.!?;]\s", before)[-1]) is not None or (
        _OTHERS.search(text) is not None and not _OWN.search(before)
    )


def _shown(site: Site, group: str) -> bool:
    """Whether a line, a picture's text or a link of any page shows it."""
    lists = lexicon.load("vouchers")
    if any(lists.has(text[:LONG], group) for text in site.texts_with(entries("vouchers", group))):
        return True
    # the links of a menu stand on every page: each text once
    texts = {link.text for page in site.pages for link in page.page.links}
    texts |= {image.alt for page in site.pages for image in page.page.images if image.alt}
    return any(lists.has(text[:LONG], group) for text in texts)


REACH = 60
"""Characters between what ends a disease and the disease: "combat joint pain, stiffness and arthritis". A judgement."""

_UNTOLD = frozenset({*TEACHING, PageKind.TESTIMONIAL, PageKind.CUSTOMERS})


def _cure(site: Site) -> Bare | None:
    """Lines that say flatly of what is sold beside medicine that a disease is ended or kept away, on pages that name no source.

    The therapy stands in the line, in its heading or just before it.
    """
    lists = lexicon.load("cures")
    found = []
    # whatever else stands on their pages, these alone may end a disease or make a birth easy
    lines = site.lines_with(entries("cures", "birth", "disease", "medical"))
    told = {page.url for page, copy in lines if _ended(lists, copy.text[:LONG])}
    sources = site.lines_with(entries("cures", "sourced"))
    sourced = {page.url for page, copy in sources if lists.has(copy.text[:LONG], "sourced")} if told else set()
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.url not in told or page.twin_of or page.kind in _UNTOLD or page.url in sourced:
            continue
        before = ""
        for copy in page.copy:
            text, about, before = copy.text[:LONG], f"{copy.unit.heading} {before}", copy.text[:LONG]
            if copy.unit.region in (Region.NAV, Region.OVERLAY) or text.endswith("?") or copy.unit.cite:
                continue
            if not (words := _ended(lists, text)) or lists.has(text, "hedged") or not copy.counted:
                continue
            if lists.has(f"{about} {text}", "therapy") and copy.unit.id not in quoted(site, page):
                found.append(Said(page, copy, words))
    return Bare("cure", tuple(sorted(found, key=lambda said: -len(said.words)))) if found else None


_WHOSE = re.compile(
    r"[’']?s?[ -](?:patients?|sufferers?|survivors?|carers?|care|charit|research|nurs|support|awareness|friendly|clinics?|specialists?|treatments?|society|trust)",
    re.I,
)
"""What makes an illness tell whom something is for."""


def _ended(lists: lexicon.Lexicon, text: str) -> str:
    """The words by which a line ends a disease or makes a birth easy, or ""."""
    if birth := lists.words(text, "birth"):
        return birth
    for does, whom in (("ends", ("disease", "medical")), ("treats", ("medical",))):
        ills = [ill for ill in lists.find(text, *whom) if not _WHOSE.match(text, ill.end)]
        for act in lists.find(text, does) if ills else ():
            told = [ill for ill in ills if 0 <= ill.start - act.end <= REACH * (1 + (does == "treats"))]
            if told and not re.search(r"[.;!?]", text[act.end : told[-1].start]):
                return text[act.start : told[-1].end]
    return ""


_INSURED = re.compile(r"insur|bond", re.I)


def _cover(site: Site) -> Bare | None:
    made = list(_asserted(site, "cover"))
    if not made or _shown(site, "covered"):
        return None
    numbered = _shown(site, "licensed")
    said = [
        entry  # a number of a licence does not show who insures
        for entry in made
        if not numbered or "licen" not in entry.words.casefold() or _INSURED.search(entry.words)
    ]
    asks = "number" if said and "licen" in said[0].words.casefold() and not numbered else "sum"
    return Bare("cover", tuple(said), (asks,))


def _effect(site: Site) -> Bare | None:
    made = tuple(_asserted(site, "effect"))
    return Bare("effect", made) if made and not _shown(site, "tested") else None


_PLATFORMS = re.compile(
    r"(?:^|\.)(?:google|goo|trustpilot|yelp|tripadvisor|checkatrade|trustatrader|yell|facebook|fb|g2|capterra|feefo|reviews"
    r"|houzz|angi|angieslist|homeadvisor|bbb|avvo|healthgrades|zocdoc|doctify|booking|airbnb|ratedpeople|mybuilder|birdeye"
    r"|freeindex|surecritic|carwise|cylex|nextdoor|clutch|glassdoor|justdial|practo)\.",
    re.I,
)
"""Hosts on which customers speak, as a link to reviews names them."""
_MANY = re.compile(r"\d[\d,.]*")


def _reviews(site: Site) -> Bare | None:
    """A count of reviews; a link to where they can be read is looked for on every page that counts them."""
    said = [entry for entry in _asserted(site, "reviews") if _many(entry.words)]
    if not said or _shown(site, "platform"):
        return None
    for page in {entry.page.url: entry.page for entry in said}.values():
        if any(_PLATFORMS.search(urlsplit(link.url).netloc) for link in page.page.links if not link.internal):
            return None
    return Bare("reviews", tuple(said))


def _many(words: str) -> bool:
    number = _MANY.search(words)
    if number is None:
        return True  # "hundreds of reviews"
    digits = re.sub(r"\D", "", number[0])
    return (int(digits) if digits else 0) >= FEW or re.search(r"\dk", words, re.I) is not None


_AWARD = rare(r"award", re.I)
_SELF = re.compile(r"\b(?:we|our|us|i|my)\b|^\W*award[- ]winning\b", re.I)
_GIVEN = re.compile(
    r"\b(?:by|from|at|of) (?:the )?(?:\d{4} )?[A-Z]|\b(?!(?:Award|The|Our|An?|Won|Received|Winner|Several|Many)\b)[A-Z][\w'’&.-]+ (?:[\w'’&.-]+ ){0,4}?Awards?\b"
)


def _winner(site: Site) -> Bare | None:
    """Awards that it says it won: without the giver, or with the giver and no year, in any line that tells of awards."""
    said = [
        entry
        for entry in _asserted(site, "winner")
        if entry.copy.label in (Label.COMPANY, Label.FEATURE, Label.OTHER)
        and (
            _SELF.search(entry.copy.text)
            or site.name_pattern.search(entry.copy.text)
            or (entry.copy.unit.role is Role.HEADING and entry.page.kind is not PageKind.CUSTOMERS)
        )
    ]
    if not said:
        return None
    told = [copy for _, copy in site.lines_with(_AWARD) if "award" in copy.text[:LONG].casefold()]
    year = any(YEAR.search(copy.text) for copy in told)
    giver = any(_GIVEN.search(copy.text[:LONG]) and copy.unit.role is not Role.LINK for copy in told)
    lacks = tuple(part for part, there in (("giver", giver), ("year", year)) if not there)
    return Bare("winner", tuple(said), lacks) if lacks else None


_SOURCED = re.compile(
    r"\b(?:according to|source[ds]?\b|survey|stud(?:y|ies) (?:by|from|of|in)|reports?\b|research (?:by|from)|cit(?:es|ed|ing)|census"
    r"|statistics from|data from|published|[A-Z]{3,5}'?s? (?:data|figures|report|survey)|university|institute|bureau|association)\b"
)
_OWN = re.compile(r"\b(?:our|we|us|my|your)\b", re.I)


def _statistic(site: Site) -> Bare | None:
    """Figures about people or firms at large, and studies that nobody names, that no line around them gives a source for."""
    lists = lexicon.load("vouchers")
    said, counted = [], []
    for entry in _asserted(site, "statistic", footers=False):
        unit = entry.copy.unit
        before = entry.copy.text[: entry.copy.text.find(entry.words)]
        if _OWN.search(f"{before[-OWN_REACH:]} {entry.words}") or entry.page.kind in (
            PageKind.CUSTOMERS,
            PageKind.TESTIMONIAL,
        ):
            continue
        near = (
            copy.text[:LONG]
            for copy in entry.page.copy
            if copy.unit.block == unit.block or abs(copy.unit.order - unit.order) <= AROUND
        )
        if not any(_SOURCED.search(text) or lists.has(text, "source") for text in near):
            counted.append(_COUNTED.search(entry.words) is not None)
            said.append(entry if counted[-1] else replace(entry, words=_begun(entry)))
    return Bare("statistic", tuple(said), ("source" if counted and counted[0] else "study",))


_COUNTED = re.compile(r"\d|\b(?:out of|in)\b")
"""Whether what the word list found is a figure; what studies are said to show is told with words after it, which may hold both."""


def _begun(entry: Said) -> str:
    """The first words of what studies are said to show."""
    text = entry.copy.text
    words = text[text.find(entry.words) :].split()
    return " ".join(words[:BEGUN]).rstrip(" .,;:") + ("…" if len(words) > BEGUN else "")
