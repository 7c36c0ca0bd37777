"""Sides taken in words: yes or no to one thing that a customer asks about ("no hidden fees", "cash only").

The words are in the list "stances"; :data:`THINGS` says of each thing whom it speaks of and how two opposite sides are
told. A side is taken only where its clause does not deny it and does not speak of others, and only in the company's own
voice. A side is a figure of :attr:`Kind.STANCE`: 1 for yes, 0 for no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor import lexicon
from auditor.cues import rare
from auditor.figures import HOPED, OTHERS, Figure, Kind, circumstances
from auditor.model import Copy, JudgedPage, Label, PageKind
from auditor.site import Site
from auditor.text import word_count
from auditor.things import topic
from auditor.voices import quoted


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to which a company says yes or no.

    ``promise`` and ``denial`` name the two sides in the words of a title ("It promises ... and ..."). ``whole``: a
    company has one answer, whatever page it speaks on; else each product, service or place may have its own. ``fine``:
    the no contradicts only where it stands in the small print, since said openly it is a price like others. ``private``:
    it is read on pages about data as well. ``unsure``: a second desk explains it more often than a slip does.
    """

    promise: str
    denial: str
    whole: bool = True
    fine: bool = False
    private: bool = False
    unsure: bool = False


THINGS: dict[str, Thing] = {
    "fees": Thing("that no fee is hidden", "adds one", fine=True),
    "free-shipping": Thing("free shipping", "adds its cost"),
    "deposit": Thing("that nothing is paid in advance", "asks for it", whole=False),
    "deposit-kept": Thing("the money back to who gives notice", "keeps the deposit", whole=False),
    "credit-check": Thing("to ask for no credit check", "asks for one"),
    "unlimited": Thing("something without limit", "sets one", fine=True),
    "fixed-price": Thing("a fixed price", "leaves it open", fine=True),
    "tax": Thing("prices with the tax in them", "adds it"),
    "beaten": Thing("to beat any price", "only under conditions"),
    "money-back": Thing("the money back", "refuses refunds"),
    "satisfaction": Thing("satisfaction", "refuses refunds"),
    "leaving": Thing("that a customer may leave at any time", "binds the customer"),
    "cards": Thing("that cards are taken", "refuses them"),
    "every-card": Thing("that every card is taken", "refuses one"),
    "financing": Thing("payment over time", "refuses it"),
    "price-match": Thing("to match a lower price", "refuses to"),
    "commission": Thing("to work without commission", "tells of being paid one"),
    "seven-days": Thing("to be open every day", "names a day when it is closed"),
    "round-the-clock": Thing("to be open day and night", "keeps hours"),
    "phone": Thing("to be reached day and night", "keeps hours", unsure=True),
    "visit": Thing("a visit at any time", "keeps hours"),
    "all-year": Thing("to be open all year", "names months when it is closed", whole=False),
    "appointment": Thing("that nobody needs an appointment", "asks for one", whole=False),
    "new-clients": Thing("to take new people on", "turns them away"),
    "waiting": Thing("that there is no waiting list", "keeps one", whole=False),
    "emergency": Thing("help in an emergency", "says that there is none"),
    "family": Thing("that a family owns it", "names another owner"),
    "independent": Thing("that it is independent", "names whom it belongs to"),
    "own-people": Thing("that its own people do the work", "gives work to others"),
    "new-firm": Thing("the freshness of a new firm", "counts its decades"),
    "solo": Thing("that one person does it all", "speaks of its team"),
    "volunteers": Thing("that it is run by volunteers", "speaks of paid staff"),
    "small-jobs": Thing("that no job is too small", "names the smallest it takes"),
    "made-here": Thing("that it makes everything at home", "tells of work done abroad"),
    "by-hand": Thing("that everything is made by hand", "tells of machines"),
    "insurance": Thing("that it takes insurance", "refuses it"),
    "delivery": Thing("to deliver", "says that it does not"),
    "abroad": Thing("to ship abroad", "says that it does not"),
    "whole-country": Thing("to serve the whole country or state", "names a smaller area"),
    "children": Thing("that children are welcome", "turns them away", whole=False),
    "public": Thing("that it is open to the public", "closes the door to it", whole=False),
    "shop": Thing("a shop to visit", "says that there is none"),
    "sign-up": Thing("that nobody needs to sign up", "asks for it", whole=False),
    "wheelchair": Thing("access for wheelchairs", "says that there is none", whole=False),
    "parking": Thing("parking", "says that there is none", whole=False),
    "results": Thing("that results are guaranteed", "guarantees none"),
    "same-day": Thing("the same day", "only where it can be done", unsure=True),
    "cure": Thing("a cure", "says that none is meant"),
    "compliance": Thing("compliance", "warrants none", fine=True),
    "safety": Thing("safety", "says that it is no safety device"),
    "law-firm": Thing("lawyers of its own", "says that it is no law firm"),
    "lender": Thing("to lend", "says that it is no lender"),
    "authorised": Thing("a maker's authority", "says that it has none"),
    "on-time": Thing("that the date of delivery is guaranteed", "guarantees none"),
    "painless": Thing("that it does not hurt at all", "says almost", whole=False),
    "chemicals": Thing("to do without chemicals", "uses them", whole=False),
    "organic": Thing("that all of it is organic", "says some of it", whole=False),
    "allergens": Thing("that something is free of what makes people ill", "cannot say so", whole=False),
    "sharing": Thing("that data are shared with nobody", "names who gets them", private=True),
    "selling": Thing("to sell no data", "says that it may", private=True),
    "cookies": Thing("that nobody is tracked", "tells what tracks", private=True),
    "security": Thing("that data are safe without question", "says that nobody can promise it", private=True),
}
"""Every thing of the list "stances", by the name of its groups."""

YES, NO = 1.0, 0.0

CLAUSE = 120
"""Characters before a side's words in which a denial is looked for."""

_DENIED = rare(
    r"\b(?:not|never|no|nor|cannot|without|instead|rather|unlike|few|\w+n't|wish|imagine|if|whether|myth|nothing|nobody|none|beware|watch out|avoid)\b"
    r"|^\W*(?:many|most|other|few|cheap(?:er)?|large|big|national|typical) \w"
    r"|\b(?:many|most|other|some) (?:\w+ )?(?:companies|firms|shops|contractors|providers|agencies|clinics|suppliers)\b"
    r"|^\W*(?:(?:the|our|your|some|any) )?(?:\w+ )?(?:landlords?|employers?|suppliers?|sellers?|brokers?|gardeners?|carriers|manufacturers?|makers?|insurers?|agents?|vendors?|airlines?)\b"
    r"|\b(?:they|their|he|she|his|her|competitors?|others)\b",
    re.I,
)
_CLAUSES = re.compile(r"[.;!?:—–|•·]\s?|,? (?:but|and|so|yet|because) |, ")


def stances(text: str) -> tuple[Figure, ...]:
    """Every side that a line takes, each thing once; nothing of a question, of one that takes both, or of other firms."""
    return () if text.rstrip(" \"'”’").endswith("?") else tuple(_stances(text))


def _stances(text: str) -> Iterator[Figure]:
    lists = lexicon.load("stances")
    groups = lists.groups_in(text)
    for thing in THINGS if groups else ():
        if f"{thing}-no" not in groups and f"{thing}-yes" not in groups:
            continue
        denials = [match for match in lists.find(text, f"{thing}-no") if not _turned(text, match.start)]
        promises = [
            match
            for match in lists.find(text, f"{thing}-yes")
            if not _turned(text, match.start)
            and not any(match.start < other.end and other.start < match.end for other in denials)  # they say more
        ]
        taken = [*((YES, match) for match in promises), *((NO, match) for match in denials)]
        if len({side for side, _ in taken}) == 1:
            side, match = taken[0]
            yield Figure(Kind.STANCE, thing, side, side, "", match.start, match.end)


def _turned(text: str, start: int) -> bool:
    """Whether what stands before a side's words denies it, hopes for it or gives it to others."""
    before = text[max(0, start - CLAUSE) : start].replace("’", "'")
    sentence = re.split(r"[.;!?]\s", before)[-1]
    clause = _CLAUSES.split(before)[-1]
    return bool(_DENIED.search(clause) or OTHERS.search(sentence) or HOPED.search(sentence))


# --- whose side it is, and of what --------------------------------------------------------------------------------------

SITE_USE = re.compile(r"privacy|cookie|terms-of-use|disclaimer|accessib", re.I)
"""Addresses of pages about the use of the website and about data."""

PLAIN = 20
"""Words up to which a line that names nobody speaks of the company."""

_NAMES_ANOTHER = re.compile(
    r"^(?:The )?[A-Z][\w&'’.-]+(?: [A-Z&][\w&'’.-]*)+,? (?:is|are|was|has|have|offers|provides)\b"
)
_SPOKEN_TO = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|[Yy]ou|[Yy]our)\b")


def sides(site: Site, page: JudgedPage, copy: Copy, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """The sides that a line takes for the company, of those ``found`` in it (:func:`stances`).

    Not a customer's, a rival's or a partner's, and no trouble told.
    """
    if not found or copy.label is Label.PROBLEM or copy.unit.id in quoted(site, page):
        return ()
    named = site.name_pattern.search(copy.text) is not None
    if not named and _NAMES_ANOTHER.match(copy.text):
        return ()
    if not (named or page.kind is PageKind.POLICY or _SPOKEN_TO.search(copy.text)) and word_count(copy.text) > PLAIN:
        return ()
    if page.kind is PageKind.POLICY and copy.label is Label.POLICY and SITE_USE.search(page.url):
        found = [side for side in found if THINGS[side.subject].private]
    return tuple(side for side in found if not tied_to(copy, side) & {"if", "mostly"})


def tied_to(copy: Copy, side: Figure) -> frozenset[str]:
    """What a side is tied to: by its line without the words that take it, and by its heading."""
    around = _UNLESS_AGREED.sub(" ", f"{copy.text[: side.start]} {copy.text[side.end :]}")
    found = circumstances(around, side.kind)
    found |= circumstances(copy.unit.heading, side.kind) - {"if", "mostly"}
    return found - _SAID_BESIDE if THINGS[side.subject].whole else found


_UNLESS_AGREED = re.compile(
    r"\beven (?:if|when)\b|\b(?:want|need|like|get) some\b|\b(?:unless|except (?:where|as)) (?:otherwise )?(?:stated|noted|agreed|specified|indicated)(?: otherwise)?\b",
    re.I,
)
_SAID_BESIDE = frozenset({"weekend", "weekday", "online", "labour", "parts", "stock"})
"""What stands beside a side of the whole company and narrows nothing."""


def named_beside(text: str, side: Figure) -> frozenset[str]:
    """The things that a line names beside the words that take a side; nothing where the company takes it once for all."""
    if THINGS[side.subject].whole:
        return frozenset()
    # "is" holds the place of the words, so that what they are said of stands before a verb
    return topic(f"{text[: side.start]}is{text[side.end :]}", side.start + 2)
