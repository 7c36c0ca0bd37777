"""How old a company says it is: years in business and of experience, decades told in words, the founding year, generations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.cues import rare
from auditor.figures.base import ANY, Figure, Kind, number, uncased
from auditor.naming import FIRM

_MORE = r"(?P<more>(?:over|more than|nearly|almost|close to|the (?:past|last))\s+)?"
_SPAN = rf"{_MORE}\b(?P<number>{ANY}|\ba)(?P<plus>\s?\+)?[\s-]+(?P<unit>years?|decades?)(?:['’]s?)?"
_WE = r"(?:we|our (?:team|family|company|firm|shop|practice|agency|business|crews?))"
_SPANS = (
    re.compile(
        rf"{_SPAN}\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?"
        r"(?P<what>in business|experience|serving|of service|service(?! (?:life|interval|plan|contract))|in the (?:industry|business|trade))\b",
        re.I,
    ),
    re.compile(rf"\bin business for {_SPAN}", re.I),
    re.compile(rf"^for {_SPAN},? {_WE}\b", re.I),
    re.compile(
        rf"\b{_WE}(?:['’]ve| have| has) (?:proudly |successfully )?(?:been \w+ing|served|built|helped|protected|provided|delivered|supplied|offered|made|sold|worked|cared)\b[^.;!?]{{0,60}}? for {_SPAN}",
        re.I,
    ),
    re.compile(
        rf"\b(?:founded|established|started|opened|incorporated|in business)\b[^.;!?]{{0,20}} {_SPAN} ago\b", re.I
    ),
    re.compile(rf"\bcelebrating (?:our )?{_SPAN} (?:of|in|as|serving)\b", re.I),
    re.compile(
        rf"\b(?:has|have|['’]ve) (?:proudly )?been an? (?:[\w&'’-]+,? ){{0,6}}?(?:company|business|firm|shop|practice|agency|studio|salon|school|club) (?:[\w&'’-]+ ){{0,4}}?for {_SPAN}",
        re.I,
    ),
    re.compile(
        rf"^(?:with |(?:our|celebrating) )?{_SPAN} of (?:protecting|helping|serving|building|delivering|providing|making|caring|excellence|quality|trust|craftsmanship|dedication|integrity|tradition)\b",
        re.I,
    ),
)
_AT_WORK_FOR = _SPANS[2:4]
"""What says how long one thing has been done: a company may be older than that, and no younger."""
_UNIT = re.compile(r"year|decade", re.I)
"""What each of these has: a cheap look first."""
_NOT_ITS_AGE = re.compile(
    r"\b(?:prior|previous)\b|, an? [\w -]{3,40} with\b|\b(?:with|of) (?:a )?minimum\b|\bmust\b|\brequire|\bwarrant|\bguarantee",
    re.I,
)
DECADE = 9
"""Years by which a decade told in words may be exceeded before it is another decade."""


_DECADES = re.compile(
    rf"\b(?:{_WE}(?:['’]ve| have| has)|been|serving|served|trusted|in business|trading)\b[^.;!?]{{0,50}}? for (?:many |several )?decades\b",
    re.I,
)
"""Decades that nobody counts: two at the least."""


def spans(text: str) -> Iterator[Figure]:
    """Years in business, of one thing done ("work") or of experience: from as many as are named to as many as the words allow."""
    if _UNIT.search(text) is None or _NOT_ITS_AGE.search(text):
        return
    done: list[tuple[int, int]] = []
    for pattern in _SPANS:
        at_work = pattern in _AT_WORK_FOR
        for match in pattern.finditer(text):
            start, end = match.span("number")
            if any(start < other and one < end for one, other in done):
                continue
            decades = match["unit"].casefold().startswith("decade")
            if match["number"].casefold() == "a" and not decades:
                continue
            low = (1.0 if match["number"].casefold() == "a" else number(match["number"])) * (10 if decades else 1)
            nearly = (match["more"] or "").strip().casefold() in ("nearly", "almost", "close to")
            high = low + DECADE if decades and not nearly else low
            if 3 <= low <= 250:
                done.append((start, end))
                what = "work" if at_work else "business"
                if (match.groupdict().get("what") or "").casefold() == "experience":
                    what = "experience"
                begins = match.start("more") if match["more"] else start
                ends = match.end() if match.groupdict().get("what") else match.end("unit")
                yield Figure(Kind.YEARS, what, low - (5 if decades and nearly else 0), high, "years", begins, ends)
    for match in _DECADES.finditer(text):
        yield Figure(Kind.YEARS, "business", 20.0, 250.0, "years", *match.span())


_AS = re.compile(
    rf"\b(?P<number>{ANY}) years(?:['’])? as an? (?!part\b|whole\b|result\b|child\b)[a-z-]+(?: [a-z-]+){{0,2}}", re.I
)


def tenures(text: str) -> Iterator[Figure]:
    """How long somebody has been in a trade: "9 years as a joiner"."""
    for match in _AS.finditer(text) if " as a" in text else ():
        value = number(match["number"])
        yield Figure(Kind.YEARS, "as", value, value, "years", *match.span())


def at_least(text: str, figure: Figure) -> bool:
    """True where the words of a span say that it is more."""
    return re.search(r"\d\s?\+|\bover\b|\bmore than\b", text[figure.start : figure.end], re.I) is not None


_ROUGH = re.compile(
    r"\b(?:in|during|since) (?P<when>the (?P<part>early|mid|middle|late)?(?: of the)?[- ]?(?P<decade>(?:1[89]|20)\d0)['’]?s),? (?:[\w'’.&-]+ ){0,6}?(?:founded|established|started|opened|launched|introduced|began|set up|formed|created)\b"
    r"|\b(?:founded|established|started|opened|launched|began|set up|formed|created)\b[^.;!?\d]{0,50}\b(?:in|during) (?P<when2>the (?P<part2>early|mid|middle|late)?[- ]?(?P<decade2>(?:1[89]|20)\d0)['’]?s)",
    re.I,
)
_PARTS = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (6, 9), "": (0, 9)}
"""Years of a decade that its beginning, its middle and its end may mean."""
_YEAR = r"(?P<year>1[89]\d\d|20[0-4]\d)\b"
_FOUNDED = rare(
    r"\b(?:(?:founded|established|incorporated|est\.?)(?:\s+(?:in|since))?(?:\s+\w+){0,2}?|in (?:business|operation) since|(?:family|locally)[- ]owned(?: and(?: family)?[- ]operated)? since"
    r"|(?:we|company|business|firm|shop|practice|agency|club|organi[sz]ation|it) (?:was |were )?(?:first )?(?:started|began|opened(?: its| our)?(?: doors)?|formed|launched|created|set up|born)(?: (?:out|business|work|operations|trading|life))?(?: for business)?(?: back)? in"
    r"|(?:founded|established|started|set up|formed|launched|created) by (?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}),? in|(?:founded|started|opened|launched) (?:this|the|our|my|his|her|their)(?: own)? (?:company|business|firm|shop|practice|agency|clinic|studio|salon)(?: back)? in|(?:doors|doors open) in(?: (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: of)?)?|(?<![a-z] )since(?= (?:1[89]\d\d|20[0-4]\d),? (?:our|we|the (?:family|company|firm|shop)|my family)\b)|(?:history|roots|story) (?:dates?|goes|reach(?:es)?|go) back to|(?:company|business|firm|shop|family) dates back to)\s+"
    rf"{_YEAR}|^since (?P<alone>1[89]\d\d|20[0-4]\d)\W*$"
    r"|\bin (?P<own>1[89]\d\d|20[0-4]\d),? (?:(?:he|she|they|we|I) )?(?:founded|incorporated|established|started|set up|opened(?: up)?|launched) (?:his|her|their|our|my|the|this)(?: own)?(?: [\w-]+){0,3}? (?:company|business|firm|shop|practice|agency|clinic|studio|salon)\b",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\b(?:sister|parent|mother|second|third|new|another|additional|first (?:store|branch|location)|by|association|institute|program(?:me)?|partner(?:ship)?|subsidiary|acquired|committee|campaign|award|league|"
    r"camp|department|division|branch|office|chapter|team|fund|festival|event|board|council|guild|auxiliary|show|"
    r"gala|city|town|county|village|brand|series)\b",
    re.I,
)
_AT_WORK = rare(
    rf"\b(?:serving|providing|protecting|building|helping|delivering|crafting|making|supplying|manufacturing|trusted|operating|trading)\b[^.;!?\d]{{0,60}}\bsince {_YEAR}|^since {_YEAR.replace('year', 'then')},? (?=(?-i:[A-Z]))"
    rf"|\b(?:family|independently)[- ]run since {_YEAR.replace('year', 'run')}|\b(?:family|independent)(?:[- ](?:run|owned))? (?:business|firm|company|practice|shop) since {_YEAR.replace('year', 'firm')}",
    re.I,
)


_HOUSED = re.compile(
    r"\W*(?:we|our)\b[^.;!?]{0,30}\b(?:operat\w+|work\w*|based|located|hous\w+|mov\w+|trad\w+)\b[^.;!?]{0,60}"
    r"\b(?:facility|facilities|premises|plant|site|unit|building|workshop|factory|showroom|location|address)\b",
    re.I,
)
"""What follows a year since which a company is in a place: it may be older than that."""

_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def beginnings(text: str) -> Iterator[Figure]:
    """The year of foundation, as a part of a decade (subject "about") or a year, and since which it has worked ("work")."""
    if _ANY_YEAR.search(text) is None:
        return
    for match in _FOUNDED.finditer(text):
        if not _OF_ANOTHER.search(text[: match.start()][-40:]) and not _HOUSED.match(text, match.end()):
            year = float(match["year"] or match["alone"] or match["own"])
            yield Figure(Kind.FOUNDED, "company", year, year, "", *match.span())
    for match in _ROUGH.finditer(text):
        if not _OF_ANOTHER.search(text[: match.start()][-40:]) and not _OF_ANOTHER.search(match[0]):
            first, last = _PARTS[(match["part"] or match["part2"] or "").casefold()]
            decade = float(match["decade"] or match["decade2"])
            when = match.span("when" if match["when"] else "when2")
            yield Figure(Kind.FOUNDED, "about", decade + first, decade + last, "", *when)
    for match in _AT_WORK.finditer(text):
        year = float(match["year"] or match["then"] or match["run"] or match["firm"])
        yield Figure(Kind.FOUNDED, "work", year, year, "", *match.span())


_FORM = re.compile(rf"(?:,? (?:{FIRM}|Co|PC)\b)?\.?,?")
"""The legal form behind a name."""


def told(text: str, named: int, *, spans_too: bool) -> Iterator[Figure]:
    """What a line says of the company's beginning and, where ``spans_too``, of its years.

    ``named`` is where the company's name ends that the line begins with, 0 without one: it says what "we" would.
    """
    form = _FORM.match(text, named) if named > 1 else None
    behind = form.end() - 2 if form else 0
    plain = f"We{text[behind + 2 :]}" if form else text
    for figure in (*beginnings(plain), *(spans(plain) if spans_too else ())):
        start = figure.start + behind if figure.start else 0
        yield replace(figure, start=start, end=figure.end + behind)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_GENERATION = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS[1:])}|[2-9](?:nd|rd|th))[- ]generation(?:[- ](?:family|owned|run|operated)\b|(?:,)? (?:[\w-]+ )?(?:business|firm|company|farm|shop|owners?|family|bakers|builders|growers|farmers|butchers|brewers|jewellers|jewelers|tailors|roofers|plumbers|painters|carpenters)\b)"
    rf"|\b(?:in (?:its|our|the)|now|run by the|owned by the) (?P<its>{'|'.join(_ORDINALS[1:])}|[2-9](?:nd|rd|th)) generation\b"
    rf"|\b(?P<count>two|three|four|five|six|seven|[2-9]) generations of (?:our|the|one|the same) (?:\w+ )?family\b",
    re.I,
)


def generations(text: str) -> Iterator[Figure]:
    """The generation in which a family runs the company, as a number."""
    for match in _GENERATION.finditer(text):
        said = uncased(match["nth"] or match["its"] or "")
        value = (
            number(match["count"])
            if match["count"]
            else float(said[0] if said[0].isdigit() else _ORDINALS.index(said) + 1)
        )
        yield Figure(Kind.GENERATION, "family", value, value, "", *match.span())
