"""Whether anything on the pages read speaks of a thing, before a report says that it was found nowhere.

What is said to be missing is refuted by one button, foot, table, picture's text, review or page of cases in plain sight.
So the question here is the widest: all that a visitor or a search engine reads of the site, in every region and role,
the words of customers and terms included, whatever their label. Whatever may be the thing counts as the thing: these
patterns decide what is *not* said, never what is credited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from auditor.cues import rare
from auditor.entities import customers_words
from auditor.model import JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, once, proper


class Thing(StrEnum):
    """What may stand anywhere on a site."""

    RESULT = "what came of it for a customer, with a figure"
    MEASURE = "how soon, how long or how often"
    REMEDY = "what holds when it goes wrong"
    AFTER = "help for those who have bought"
    WAY_OUT = "a way out for the customer"
    CASES = "cases, projects or verdicts"


_AMOUNT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|twice|double)\b", re.I
)
_SPOKEN = {
    Thing.RESULT: re.compile(
        r"\b(?:w[io]n|won|verdicts?|settle\w*|recover\w*|awarded|obtained|secured|saved?|saving|cut|reduc\w+|increas\w+|grew|doubled|halved|"
        r"sold|cured?|healed|lost|gained|rais(?:ed|ing)|improv\w+|earn\w*|passed|finished|completed|back (?:to|in|on|at|up)|down to|up to|instead of)\b",
        re.I,
    ),
    Thing.MEASURE: re.compile(
        r"\b(?:within|under|less than|after|every|in|takes?|by) (?:just |only |about |around |approximately )?(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|twenty-four|forty-eight)"
        r"[ -]?(?:(?:to|or|[-–]) ?\w+ )?(?:working |business |calendar )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)\b"
        r"|\b(?:same|next)[- ](?:working |business )?day\b|\b24 ?/ ?7\b|\b24[- ]?h(?:ou)?rs?\b|\b\d[\d.]* ?(?:%|per ?cent)|around the clock",
        re.I,
    ),
    Thing.REMEDY: re.compile(
        r"guarantee|warrant(?:y|ies)\b|(?<!non)(?<!non[- ])(?<!no )refund|money[- ]back|\bfor free\b|free of charge|\bno (?:extra |additional )?(?:charge|fee)|"
        r"re-?do (?:it|the)|(?:put|make) (?:it|things|that) right|not (?:\w+ )?(?:happy|satisfied)|unless (?:you|we) win|no[- ]win",
        re.I,
    ),
    Thing.AFTER: re.compile(
        r"\bsupport\b|\bhelp ?(?:desk|line|cent(?:re|er)|page)\b|after[- ]?(?:care|sales?|hours)|maintenance|\bservic(?:e|ing) (?:plan|contract|visit|call)|\brepairs?\b|"
        r"\b(?:existing|current|past|returning) (?:clients?|customers?|members?|patients?|owners?)\b|"
        r"\b(?:clients?|customers?|members?|patients?|owners?)['’]?s? (?:area|portal|log ?in|support|service|care|cent(?:re|er)|resources)\b|"
        r"\b(?:log|sign) ?in\b|my account|\bfaqs?\b|frequently asked|\bmanuals?\b|care guide|user guide|emergenc|troubleshoot|warranty|\breturns\b|track (?:your|my) ",
        re.I,
    ),
    Thing.WAY_OUT: re.compile(
        r"cancel|(?<!non)(?<!non[- ])(?<!no )refund|money[- ]back|free of charge|\bfor free\b|\bno (?:obligation|(?:long[- ]term )?contract|tie|lock|win|fee)|unless (?:you|we) win|"
        r"chang\w+ your mind|withdraw|free trial|\breturn (?:it|them|the|your|any)|without (?:charge|penalty|obligation)|at any time",
        re.I,
    ),
}
"""What a line holds that may speak of a thing; a judgement, and wide on purpose. A result has an amount beside it."""

_CASED = rare(
    r"\b(?:verdicts?|settlements?|case (?:results?|stud(?:y|ies)|histor(?:y|ies)|reports?)|success stor(?:y|ies)|portfolio|track record|what we(?:['’]ve| have) done"
    r"|(?:recent|past|previous|completed|selected|notable|featured|our|client) (?:results|projects|work|works|jobs|cases|installations)|projects)\b|^cases$",
    re.I,
)
NAME = 6
"""Words up to which a part of a title, or an address, is the name of a page."""

_TOLD = re.compile(
    r"(?<![\w.])(?:19|20)\d\d\b|[$€£₹]\s?\d|(?<![\d,])\d[\d,]* ?(?:%|percent|million|sq|tonnes?|tons?|units)", re.I
)
CASES, CASE, CAPTION = 3, 12, 2
"""Lines under the name of cases, and words of each, from which they are told; a line of fewer words, down to the last, that
holds a year, a sum, a measure or a name is told as well: judgements."""


def texts(site: Site) -> Iterator[str]:
    """All that a visitor or a search engine reads of the site, page by page, repeated lines too."""
    for page in site.pages:
        yield page.page.title
        yield page.page.description
        yield from (copy.text for copy in page.copy)
        yield from (image.alt for image in page.page.images if image.alt)
        yield from (link.text for link in page.page.links)


@once
def spoken_of(site: Site) -> frozenset[Thing]:
    """Everything of which any line of any page read may speak."""
    found: set[Thing] = set()
    if any(_AMOUNT.search(copy.text) for said in customers_words(site) for copy in said.copies):
        found.add(Thing.RESULT)
    for text in dict.fromkeys(texts(site)):
        if len(found) == len(_SPOKEN):
            break
        line = text[:LONG]
        found |= {thing for thing in _SPOKEN if thing not in found and _speaks(thing, line)}
    if cases(site) is not None:
        found.add(Thing.CASES)
    return frozenset(found)


def _speaks(thing: Thing, line: str) -> bool:
    return _SPOKEN[thing].search(line) is not None and (thing is not Thing.RESULT or _AMOUNT.search(line) is not None)


@once
def cases(site: Site) -> JudgedPage | None:
    """The page that tells cases, projects or verdicts, under its own name or under a heading: they stand for customers."""
    headed = {page.url for page in site.pages_with(_CASED)}
    for page in site.pages:
        if page.twin_of or page.kind in (PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS):
            continue
        under = page is not site.home and _named(page)
        if not under and page.url not in headed:
            continue
        whole, told, level = under, 0, 0
        for copy in page.copy:
            if not copy.unit.region.is_copy:
                continue
            if copy.unit.role is Role.HEADING and not whole:
                if _CASED.search(copy.text) and word_count(copy.text) <= CASE:
                    under, level, told = True, copy.unit.level, 0
                    continue
                if under and copy.unit.level <= level:
                    under = False
            told += under and _tells(site, copy.text[:LONG])
            if told >= CASES:
                return page
    return None


def _named(page: JudgedPage) -> bool:
    """Whether a page is called after cases, in its address or in a short part of its title; a long one may speak of anything."""
    titles = re.split(r" [|–—:-] |[|:]", page.page.title)
    address = re.sub(r"[-_/.]", " ", page.url.split("/", 3)[-1])
    return any(_CASED.search(name) and word_count(name) <= NAME for name in (*titles, address))


def _tells(site: Site, text: str) -> bool:
    """Whether a line under such a name tells a case: a sentence, or a caption with a year, a sum or a name."""
    words = word_count(text)
    if words >= CASE:
        return True
    return words >= CAPTION and (_TOLD.search(text) is not None or bool(proper(text, site.common_words)))
