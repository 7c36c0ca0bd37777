"""Sides taken in words: yes or no to one thing that a customer asks about ("no hidden fees", "cash only").

The words are in the list "stances", promise and what takes it back; :data:`THINGS` says of each thing whom it speaks of. A side is taken only where its clause does not deny it and does not speak of others, and only in the company's own
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
    """How the two sides of one thing are held against each other.

    ``whole``: a company has one answer, whatever page it speaks on; else each product, service or place may have its own.
    ``fine``: the no contradicts only where it stands in the small print, since said openly it is a price like others.
    ``private``: it is read on pages about data as well. ``unsure``: a second desk explains it more often than a slip does.
    ``even_if``: what stands beside a no excuses nothing, since the promise is just that there is no condition. ``case``:
    most houses say yes in one case and no in another, so both lines must name the same one (:data:`SHARED` words).
    """

    whole: bool = True
    fine: bool = False
    private: bool = False
    unsure: bool = False
    even_if: bool = False
    case: bool = False


_APART: dict[str, Thing] = {
    name: thing
    for names, thing in (
        ("fees unlimited fixed-price compliance", Thing(fine=True)),
        (
            "deposit deposit-kept all-year appointment waiting children public sign-up wheelchair parking",
            Thing(whole=False),
        ),
        ("painless chemicals organic allergens minimum-spend beginners free-quote", Thing(whole=False)),
        ("phone same-day pay-by", Thing(unsure=True)),
        ("by-hand trial match-or-refund voucher spaces in-stock answered same-person en-suite", Thing(even_if=True)),
        ("no-fees booking-fee admin-fee joining-fee card-fee", Thing(even_if=True)),
        ("sharing selling cookies security marketing", Thing(private=True)),
        ("seen-by", Thing(private=True, even_if=True)),
        ("refunds-given", Thing(case=True, even_if=True)),
    )
    for name in names.split()
}
"""The things of which a company may have several answers, or that are read in another way than most."""

THINGS: dict[str, Thing] = {
    name: _APART.get(name, Thing())
    for name in (*_APART, *(group.rpartition("-")[0] for group in lexicon.load("stances").groups))
}
"""Every thing of the list "stances", by the name of its groups."""

YES, NO = 1.0, 0.0

SHARED = 2
"""Words besides those of the sides that two lines share which name one case."""

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

PLAIN = 30
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
    return tuple(side for side in found if not tied_to(copy, side) & _BOUND)


def tied_to(copy: Copy, side: Figure) -> frozenset[str]:
    """What a side is tied to: by its line without the words that take it, and by its heading."""
    thing = THINGS[side.subject]
    around = _UNLESS_AGREED.sub(" ", f"{copy.text[: side.start]} {copy.text[side.end :]}")
    found = circumstances(around, side.kind)
    found |= circumstances(copy.unit.heading, side.kind) - _BOUND
    if thing.even_if:
        return found & _BOUND if side.high == YES and not thing.case else frozenset()
    return found - _SAID_BESIDE if thing.whole else found


_BOUND = frozenset({"if", "mostly"})
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
