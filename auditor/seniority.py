"""For how many years a company says that it has been at it, wherever it says so, and which two counts exclude each other.

Read is what the house says of itself: "in business for 30 years", "for over 30 years", "nearly 50 years of experience".
Not read are the years of a person, those that several people have together, and what lasts, is warranted or is borrowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.discord import Discord
from auditor.figures import ANY, number
from auditor.model import Copy, Role
from auditor.site import Site
from auditor.things import READ, nouns
from auditor.voices import quoted

APART, YEARS_APART = 1.15, 3
"""Factor and years between two counts from which rounding and a page's age do not explain both."""

DECADE = 9
"""Years by which decades told in words may be exceeded before they are other decades."""

SHORTEST, LONGEST = 5, 250
"""Years that a company counts: fewer is news, more is a monument's."""

LINE = 320
"""Characters of a line that is read."""

MOST = 200
"""Counts of a site, the smallest, that are held against each other."""

SHOWN = 3
"""Lines that are shown."""

_WAYS = {2: "two", 3: "three"}


@dataclass(frozen=True, slots=True)
class Count:
    """One count of years: from ``least`` to ``most``, ``about`` the one trade it is of (nothing: the whole house).

    ``what`` is "experience" or "business"; ``side`` is 1 for "more than", -1 for "nearly", else 0; ``told`` the number.
    """

    copy: Copy
    words: str
    what: str
    told: float
    least: float
    most: float
    side: int
    about: frozenset[str]


_MORE = r"over|more than|in excess of|upwards of|at least"
_NEARLY = r"nearly|almost|approaching|close to|just under"
_SPAN = re.compile(
    rf"(?<![\w$£€.,/-])(?:(?:well )?(?:(?P<more>{_MORE})|(?P<nearly>{_NEARLY})|the (?:past|last)) )?(?P<number>{ANY})(?P<plus> ?\+| plus)?[ -](?P<unit>years?|decades?)\b['’]?(?! old\b|-old\b| ago\b| from\b| after\b| later\b)",
    re.I,
)
_CENTURY = re.compile(
    rf"\b(?:(?:well )?(?:(?P<more>{_MORE})|(?P<nearly>{_NEARLY})|the (?:past|last)) )?(?P<number>half an?|an? quarter of an?|quarter of an?)(?P<plus>)[ -](?P<unit>century)\b(?! ago\b)",
    re.I,
)
_EXPERIENCE = re.compile(
    r"\s+(?:of )?(?P<of>(?:[\w&.'’-]+,? ){0,5}?)(?P<noun>experience|expertise)\b(?: (?:in|with|of|across|as) (?P<in>[\w ,&'’-]{3,60}))?",
    re.I,
)
_BEHIND = re.compile(
    r"\s+(?:in business|in the (?:[\w-]+ ){0,3}(?:business|trade|industry)|of (?:[\w-]+ )?service|serving)\b", re.I
)
_FOR = re.compile(
    r"\b(?:for|over|spanning|celebrating|of|established)\s+$|\b(?:company|firm|business|practice|shop)\s+$", re.I
)
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|been|be|do|does|did|can|will|may)\b|['’](?:ve|s|re)\b", re.I)
_HOUSE = re.compile(
    r"\bin (?:business|operation)\b|\bin the (?:[\w-]+ ){0,3}(?:business|trade|industry)\b|\b(?:family|locally)[- ](?:owned|run)\b|\bserv(?:ed|ing|ice)\b|\boperating\b|\btrading\b|\bestablished\b"
    r"|\bbeen an? (?:[\w&'’-]+,? ){0,6}?(?:company|business|firm|shop|practice|agency|studio|salon|school|club)\b|\bbeen (?:here|around)\b|\blocated\b|\bat it\b",
    re.I,
)
_PERSON = re.compile(
    r"\b(?:I|me|(?i:he|she|his|her|him|himself|herself|dr|mr|mrs|ms|miss|my|founder|owner|president|director|principal|partner|manager|combined|collective|collectively|together|between|total|each|average|individual|employees?|members?"
    r"|father|son|brothers?|sisters?))\b"
)
_STAFF = re.compile(
    r"\b(?:team|staff|crew|technicians?|engineers?|surveyors?|instructors?|therapists?|people|who|whose|with an?)\b[^.;]*$",
    re.I,
)
_NOT = re.compile(
    r"\b(?:warrant|guarantee|lasts?\b|lasting|life|lived|aged?\b|ages\b|term|mortgage|loan|lease|every|each|next|within|up to|also|expanded|added|until|certified|award|rated|voted|member|accredit|licen[cs]ed|minimum|require|must\b|if\b|combined|studie|research|old\b|payback|repa(?:y|id)|data|history of|record)",
    re.I,
)
_TEAM = re.compile(
    r"team|people|staff|leadership|doctors?\b|attorneys|lawyers|bios?\b|partners?\b|trustees|committee", re.I
)
_ANY_TRADE = frozenset(
    "year proven industry professional hand practical combined trade business local field real world solid successful service quality wealth hard first related relevant behind strong collective firm company total customer client".split()
)
_DECADES = re.compile(r"\bfor (?:many |several )?decades\b", re.I)
"""Decades that nobody counts: two at the least."""
_CUE = re.compile(
    "|".join(written for cue in ("year", "decade", "centur") for written in (cue, cue.title(), cue.upper()))
)


def counts(site: Site) -> Iterator[Count]:
    """Every count of years that the house makes of itself, pages in the order of their addresses."""
    seen: set[str] = set()
    for page, copy in site.lines_with(_CUE):
        text = copy.text
        if text in seen or len(text) > LINE or page.twin_of or page.kind not in READ:
            continue
        if _TEAM.search(urlsplit(page.url).path):
            continue
        seen.add(text)
        theirs = copy.unit.role is Role.QUOTE or copy.unit.cite or copy.unit.id in quoted(site, page)
        if not theirs:
            yield from _counts(site, copy)


def _counts(site: Site, copy: Copy) -> Iterator[Count]:
    text = copy.text
    if text.endswith("?") or _NOT.search(text) or _PERSON.search(text) or _of_a_person(site, copy):
        return
    found = [*_SPAN.finditer(text), *(_CENTURY.finditer(text) if "entury" in text else ())]
    uncounted = _DECADES.search(text)
    if uncounted and not found and (_WE.search(text) or site.name_pattern.search(text)):
        yield Count(copy, uncounted[0], "business", 20.0, 20.0, LONGEST, 1, frozenset())
    if len(found) != 1:
        return  # two spans of one line are two things
    match = found[0]
    before, behind = text[: match.start()], text[match.end() :]
    if _STAFF.search(before):
        return
    experience = _EXPERIENCE.match(behind)
    ours = _WE.search(text) is not None or site.name_pattern.search(text) is not None
    if not (ours or experience or _VERB.search(text) is None):
        return  # of something else: "The fair has been held for over 20 years"
    about: frozenset[str] = frozenset()
    if experience:
        said = f"{experience['of']} {experience['in'] or ''}"
        about = nouns(site.name_pattern.sub(" ", said)) - _ANY_TRADE
    elif not (_FOR.search(before) or match.group().casefold().startswith(("the ",)) or _BEHIND.match(behind)):
        return
    elif not _HOUSE.search(text) and _VERB.search(text):
        about = nouns(site.name_pattern.sub(" ", before + behind)) - _ANY_TRADE or frozenset({"work"})
    decades = match["unit"][0] in "dD"
    half = 50.0 if "half" in match["number"].casefold() else 25.0
    told = half if match["unit"][0] in "cC" else number(match["number"]) * (10 if decades else 1)
    if not SHORTEST <= told <= LONGEST:
        return
    side = 1 if match["more"] or match["plus"] else -1 if match["nearly"] else 0
    least, most = told, told
    if decades:
        least, most = (told - 5, told) if side < 0 else (told, told + DECADE)
    end = match.end() + (experience.end("noun") if experience else 0)
    yield Count(
        copy, text[match.start() : end], "experience" if experience else "business", told, least, most, side, about
    )


def _of_a_person(site: Site, copy: Copy) -> bool:
    """Whether a line, or the heading it stands under, names somebody whose years they may be."""
    names = lexicon.load("names").terms("given")
    own = {word.casefold() for name in (site.name, *site.names) for word in re.findall(r"\w+", name)}
    words = re.findall(r"\b[A-Z][a-z]+\b", f"{copy.text} {copy.unit.heading}")
    return any(word.casefold() in names and word.casefold() not in own for word in words)


def apart(one: Count, other: Count) -> bool:
    """Whether two counts exclude each other: "nearly" beside "more than" the same number, or numbers too far apart.

    The years in one trade may be fewer than those of the house; they are not more, and of one trade they are the same.
    """
    few, many = sorted((one, other), key=lambda count: (count.told, count.copy.text))
    if few.what != many.what or (few.about and not few.about & many.about):
        return False
    if few.told == many.told:
        return few.side * many.side < 0
    return many.least >= max(APART * few.most, few.most + YEARS_APART)


def discords(site: Site) -> Iterator[Discord]:
    """Counts of the years of the house that exclude each other, as one: those farthest apart first."""
    found = sorted(counts(site), key=lambda count: count.told)
    pairs = [pair for pair in combinations(found[:MOST], 2) if apart(*pair)]
    if not pairs:
        return
    one, other = max(pairs, key=lambda pair: pair[1].least - pair[0].most)
    shown = [one, other]
    shown += [
        count for pair in pairs for count in pair if count.words.casefold() not in {c.words.casefold() for c in shown}
    ]
    written = [f"“{count.words}”" for count in dict.fromkeys(shown[:SHOWN])]
    title = f"It counts its years in {_WAYS[len(written)]} ways: {', '.join(written[:-1])} and {written[-1]}"
    fix = "Count from the year in which it began, and give that year in place of a number that ages; where one trade is older than the firm, say which."
    yield Discord("years", title, tuple((count.copy,) for count in dict.fromkeys(shown[:SHOWN])), fix, 0.92)
