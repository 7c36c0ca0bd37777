"""Which of its own lines would persuade a buyer, told by what kind of reason each gives, and where they stand.

A buyer asks every site the same: what happens if it goes wrong, what it costs, how soon it is done, who does it, who had
it done before, what nobody else has. Every line that a buyer may meet is ranked against the site's other lines by what it
shows (:mod:`auditor.worth`, learnt from marked lines); rules for the reader, articles, other people's figures and what the
top of the home page says already stand aside. The kind of reason is told by the word list "reasons" and by what a line
shows; it orders nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from auditor import lexicon
from auditor.answers import gives_a_price
from auditor.figures.base import uncased
from auditor.figures.money import SUM
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.opening import Opening, says_what, where_it_works
from auditor.organisation import organisation
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import alike, figures, invented_on
from auditor.text import doubled, word_count
from auditor.voices import LONG, once, quoted
from auditor.worth import worth

KINDS: dict[str, str] = {
    "candid": "advice against its own interest",
    "remedy": "what it puts right or pays back",
    "gratis": "what costs nothing extra",
    "care": "how few share one who looks after them",
    "spared": "what is done for the customer in person",
    "cover": "the cover it carries",
    "fixed": "a price that stays",
    "open": "what nobody has to pay or bring",
    "won": "who has recognised it",
    "hands": "who does the work",
    "checked": "how the work is proved",
    "record": "how much it has done already",
    "scale": "how much it has done already",
    "named": "whom it has worked for",
    "able": "what it can do, measured",
    "own": "what it has of its own",
    "speed": "how soon it is done",
    "age": "how long it has been at it",
    "customer": "a customer's own words",
    "price": "what it costs",
    "figure": "a figure that can be checked",
    "people": "who the people are",
    "way": "how it works",
}
"""Kind of reason -> what it tells, in a phrase. Of several that a line gives, the first here names it."""

_LISTED = frozenset(KINDS) - {"open", "age", "customer", "price", "figure", "people", "way"}
_SOLD = frozenset({"remedy", "gratis", "fixed", "price", "cover", "speed"})
"""Reasons that only who sells can give: elsewhere they are rules, or other people's money."""

_NOT_HERE = frozenset({PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG, PageKind.DOCS})

NEAR_TOP = 75
"""Words from the top of the home page within which a line is not buried: about what a first screen holds."""

BARE = 3
"""Words from which a credential may stand alone."""

SHORTEST, LONGEST = 5, 45
"""A line of fewer words is a label; of more words a paragraph, and nothing to move up."""

MOST = 5
"""Lines named at once: enough for an owner to find his own best one among them, few enough to be read."""

OF_A_KIND = 2
"""Lines of one kind among them."""

LEAST = 0.5
"""Worth under which a line is not named beside better ones. A judgement: on small sites about three lines reach it."""

FURTHER = 0.75
"""Worth under which a line is not named beside two better ones: two good lines are believed, a weak third takes from both. A judgement."""

GOOD = 1.0
"""Worth of the best line from which it is told that good ones are buried, and not that these come nearest: what readers
marked as a good line."""

LOOKED = 200
"""Lines that are looked at closely, those worth most: on a site of a thousand like lines the rest tell nothing new."""

BEST_OF = 10
"""Lines from which the best of them is told as such where none is worth LEAST: of fewer, somebody has to be the best."""

GENERATION = 25
"""Years that a generation at the work counts for."""

COUNTED_TO = 2020
"""The year to which a founding year is counted: no clock is read, so that the same pages give the same findings."""

ALIKE = 0.6
"""Share of its own words that the top of the home page must hold for a line to be told there already."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line that would persuade. ``depth``: words above it on its page; ``worth`` orders them (:mod:`auditor.worth`)."""

    page: JudgedPage
    copy: Copy
    kind: str
    depth: int
    at_home: bool
    worth: float

    @property
    def tells(self) -> str:
        """What kind of reason it gives, in a phrase."""
        return KINDS[self.kind]


@once
def buried_reasons(site: Site) -> tuple[Reason, ...]:
    """Up to MOST lines that the top of the home page does not tell, the one worth most first.

    OF_A_KIND of each kind, one customer, never two that tell the same; after two only what is worth FURTHER; where none of
    BEST_OF or more is worth LEAST, the best one alone.
    """
    lines = sorted(_lines(site), key=lambda line: (-line.worth, line.page is site.home, line.depth, line.copy.unit.id))
    chosen: list[Reason] = []
    for entry in _reasons(site, lines[:LOOKED]):
        if entry.worth < (FURTHER if len(chosen) > 1 else LEAST) and (chosen or len(lines) < BEST_OF):
            break
        same = sum(other.kind == entry.kind for other in chosen)
        if same < (1 if entry.kind == "customer" else OF_A_KIND) and not any(
            alike(entry.copy.text, other.copy.text) for other in chosen
        ):
            chosen.append(entry)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


_HISTORY = re.compile(
    r"\b(?:has|have) been\b|\bwas (?:founded|started|established)\b|\b(?:leading edge|family[- ]owned)\b", re.I
)
"""What tells how long, and not what is done."""

TOLD = 3
"""Things at most that a first screen is told to leave to other places."""


def told_further_on(site: Site, opening: Opening, *, what: bool) -> list[tuple[str, Copy]]:
    """Up to TOLD things that a visitor asks first and the first screen does not say, each with the line that answers it.

    ``what``: whether what it is and does is among them; then come where it works and its best reasons.
    """
    found: dict[str, Copy] = {}
    line = says_what(site) if what else None
    if line is not None and line not in opening.lines and not _HISTORY.search(line.text):
        found["what it is and does"] = line
    if (place := where_it_works(site, opening)) is not None and place is not line:
        found["where it works"] = place
    for reason in buried_reasons(site):
        if reason.worth >= LEAST:
            found.setdefault(reason.tells, reason.copy)
    return list(found.items())[:TOLD]


class _Line(NamedTuple):
    """One line that might be moved up; ``groups`` of the word list that it holds, ``theirs``: a customer's."""

    worth: float
    page: JudgedPage
    copy: Copy
    depth: int
    theirs: bool
    groups: frozenset[str]


def _lines(site: Site) -> Iterator[_Line]:
    """Every line of the pages that a buyer reads that is no part of the page's making, each once."""
    if site.home is None:
        return
    lists, seen = lexicon.load("reasons"), set[str]()
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.twin_of or page.kind in _NOT_HERE:
            continue
        depth, spoken, invented = 0, quoted(site, page), invented_on(page)
        for copy in page.copy:
            above, unit = depth, copy.unit
            if unit.region.is_copy:
                depth += word_count(copy.text)
            elif unit.region in (Region.NAV, Region.OVERLAY):
                continue
            if unit.role in (Role.LINK, Role.BUTTON) or unit.id in invented or copy.text.casefold() in seen:
                continue
            seen.add(copy.text.casefold())
            if not BARE <= word_count(copy.text) <= LONGEST or _ASIDE.search(copy.text):
                continue
            groups = lists.groups_in(copy.text[:LONG])
            if "not-theirs" in groups or (word_count(copy.text) < SHORTEST and "hands" not in groups):
                continue
            if page.kind is PageKind.POLICY and "gratis" not in groups:
                continue  # the one generous term
            theirs = unit.id in spoken or unit.role is Role.QUOTE or bool(unit.cite)
            yield _Line(_worth(site, copy), page, copy, above, theirs, groups)


def _reasons(site: Site, lines: Iterable[_Line]) -> Iterator[Reason]:
    """Those of the lines that give a reason and are not told at the top of the home page, in their order."""
    sells, top = organisation(site).sells, _top(site)
    for line in lines:
        copy = line.copy
        kind = "customer" if line.theirs else _kind(site, line.page, copy, line.groups)
        if (kind in _SOLD and not sells) or _no_reason(site, line.page, copy, kind):
            continue
        if copy.text.casefold() in top.lines or doubled(copy.text) or _told(copy, top):
            continue
        yield Reason(line.page, copy, kind, line.depth, line.page is site.home, line.worth)


_ASIDE = re.compile(
    r"[?:]\s*$|[©@→←]|https?:|www\.|\d{3}\W{1,2}\d{3,4}\W?\d{3,4}\b|\b\d{4,6}[ -]\d{4,6}\b|^(?:phone|tel|fax)\b|\{[{%]",
    re.I,
)
"""What is no line to move up: a question, an announcement of a list, a number to call, a mark of the page's making."""

_GENEROUS = frozenset({"candid", "remedy", "gratis", "care", "spared", "cover", "fixed", "open"})
"""Kinds that are a reason in whatever form they are told, as a term or a rule too."""

_RULE = re.compile(
    r"\b(?:must|should|required?|please|request|asked to|recommend(?:ed|s)?|advis(?:e|able|ed)|permitted|prohibited|"
    r"responsible for|subject to|valid for|in advance|deposit|cannot|can't)\b|\d ?[ap]\.?m\b|\b\d{1,2}[.:]\d\d\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.I,
)
"""What tells the reader what to do, or when."""

_WISHED = re.compile(r"\b(?:should|must|could|would|ought)\b", re.I)
"""What should be is no account of what was."""

_ANSWERED = re.compile(
    r"\b(?:get back|back to you|contact you|call you|reply|respond\w*|in touch|received your|inbox)\b", re.I
)
_SOON = re.compile(r"\b(?:hours?|minutes?|same|next|one|24|48)\b", re.I)
_HANGS = re.compile(
    r"[\W\d]*(?:they|it|this|these|those|that|such|also|and|but|so|then|now|however|instead|therefore|whether|because|"
    r"additionally|furthermore|otherwise|after (?:that|each|this)|in addition|as such|in summary)\b",
    re.I,
)
"""How a line begins that hangs on the one before it: it would have to be rewritten."""


def _no_reason(site: Site, page: JudgedPage, copy: Copy, kind: str) -> bool:
    """Whether a line cannot be moved up, whatever it shows: a rule, a wish, others' affairs, half a thought."""
    text = copy.text[:LONG]
    if kind == "customer":
        return _WISHED.search(text) is not None
    if _PRIVATE.search(text) or (kind not in _GENEROUS and (copy.label is Label.POLICY or _RULE.search(text))):
        return True
    own = _OWN.search(text) or site.name_pattern.search(text)
    if not own and (copy.label in (Label.OTHER, Label.PROBLEM) or lexicon.load("specifics").has(text, "third")):
        return True
    if not own and kind == "figure" and SUM.search(text):
        return True  # a fine, a sum of the law
    if _ANSWERED.search(text) and not _SOON.search(text):
        return True  # to be answered is not to be served
    if kind in _LISTED or kind in ("age", "open"):
        return False
    # a page of no known kind is a guide or a story: what stands there without "we" is about the world
    return bool(
        _HANGS.match(text)
        or _BIOGRAPHY.match(text)
        or (not own and page.kind is PageKind.OTHER and copy.label is not Label.OUTCOME)
    )


_BIOGRAPHY = re.compile(r"\W*(?:bio(?:graphy)?\b|(?:\w+ ){0,2}(?:he|she|his|her)\b)", re.I)
"""How a line begins that tells of somebody's life: of what he has learnt, the word list knows."""


_PRIVATE = re.compile(
    r"\b(?:died|passed away|bereaved)\b|\b(?:daughters?|sons?|child(?:ren)?|twins|boys?|girls?)\b[^.]{0,20}\baged \d",
    re.I,
)
"""Deaths and somebody's children: no line to sell with."""

_PEOPLE = re.compile(r"\b(?:he|she|his|her)\b|^(?:Dr|Mr|Mrs|Ms)\.? |^[A-Z][a-z]+ [A-Z][a-z]+ (?:is|was|has|brings)\b")


def _worth(site: Site, copy: Copy) -> float:
    """The worth of a line; the company's name in it counts as "we" does."""
    text = site.name_pattern.sub("we", copy.text[:LONG])
    return worth(text, copy.judgement.probabilities)


def _kind(site: Site, page: JudgedPage, copy: Copy, groups: frozenset[str]) -> str:
    """What kind of reason a line gives, for those who read of it."""
    text = copy.text[:LONG]
    kinds = set(groups & _LISTED)
    if lexicon.load("specifics").has(text, "open"):
        kinds.add("open")
    own = bool(_OWN.search(text) or site.name_pattern.search(text) or page.kind is PageKind.ABOUT)
    if house_age(text, own)[0]:
        kinds.add("age")
    if SUM.search(text) and gives_a_price(site, page, copy):
        kinds.add("price")
    if _PEOPLE.search(text):
        kinds.add("people")
    if re.search(r"\d", text):
        kinds.add("figure")
    return next((kind for kind in KINDS if kind in kinds), "way")


_OWN = re.compile(
    r"\b(?:we|our|us|i|my|he|she|his|her|company-owned|in-house)\b|\b(?:the|this) (?:club|firm|family|company|palace|house|property|hotel|estate|farm|inn|school|shop|team|owner|founder)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands near the top of the home page: its lines, their own words, the text in one row, its numbers."""

    lines: frozenset[str]
    words: frozenset[str]
    text: str
    numbers: frozenset[str]


def _top(site: Site) -> _Top:
    depth, found = 0, list[str]()
    for copy in site.home.copy if site.home else ():
        if copy.unit.region.is_copy:
            if depth <= NEAR_TOP:
                found.append(copy.text)
            depth += word_count(copy.text)
    row = " ".join(re.sub(r"[\s-]+", " ", text.casefold()) for text in found)
    return _Top(
        frozenset(text.casefold() for text in found),
        frozenset(word.casefold() for text in found for word in own_words(text)),
        row,
        frozenset(re.findall(r"\d+", row)),
    )


def _told(copy: Copy, top: _Top) -> bool:
    """Whether the top of the home page says nearly the same already, with all its figures."""
    parts = [re.sub(r"[\s-]+", " ", part.casefold()) for part in figures(copy.text)]
    if not all(part in top.text for part in parts):
        return False
    if any(re.search(r"\d", part) for part in parts):
        return True
    if not top.numbers.issuperset(re.findall(r"\d+", copy.text)):
        return False  # it tells of more, or of other years
    own = {word.casefold() for word in own_words(copy.text)}
    return bool(own) and len(own & top.words) > ALIKE * len(own)


_COUNTED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AGES = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINAL)}|[3-9](?:rd|th))[- ]generation\b|\b(?P<count>{'|'.join(_COUNTED)}) generations\b"
    r"|\b(?:over|more than|almost|nearly) (?P<years>\d{2,3}) years\b|\b(?:since|(?:founded|established|built|begun|opened|(?:was|were) (?:first )?started|started (?:as|by|out|trading))\b[^.]{0,60}? in) (?:the )?(?:early |late |mid[- ]?)?(?P<year>1[6-9]\d\d)(?:['’]?s)?\b",
    re.I,
)
"""How a line tells how long there have been people who do this."""

OLDEST = 250
"""Years above which only a founding year is believed to be a house's age; more are mostly years of many, added up."""

_ADDED = re.compile(
    r"\b(?:combined|collective(?:ly)?|cumulative(?:ly)?|accumulated|aggregate|altogether|in total|total of|between (?:them|us)|"
    r"(?:team|staff|crew|people|employees|members|partners|founders?|owners?|owner|experts|specialists|professionals|"
    r"engineers?|technicians?|mechanics|fitters|machinists|attorneys?|lawyers?|solicitors|agents|advisers|advisors|"
    r"consultants|dentists?|doctors?|nurses|teachers|designers|craftsmen|plumbers|president|director|manager)\b"
    r"[^.;!?]{0,60}\b(?:has|have|with|of|bring|brings|offer|offers|share|shares|boasts?))\b",
    re.I,
)
"""The years of several people added up, or of those who work there: no age of the house."""

_FAMILY = re.compile(
    r"\b(?:famil(?:y|ies)|residence|ancest\w+|fathers?|mothers?|grand(?:father|mother|son|daughter|child|parent)\w*|sons?|daughters?|brothers?|sisters?|owned|"
    r"run by|founders?)\b",
    re.I,
)
"""Whose generations they are: a house's, and not a product's."""


def house_age(text: str, own: bool) -> tuple[int, str]:
    """About how many years a line gives the house, where it is its own, and its words."""
    best = (0, "")
    for match in _AGES.finditer(text):
        nth, count, years, year = match["nth"], match["count"], match["years"], match["year"]
        if nth or count:
            if not (own and _FAMILY.search(text)):
                continue  # a controller of the third generation
            said = uncased(nth or count)
            number = int(said[0]) if said[0].isdigit() else (_ORDINAL if nth else _COUNTED).index(said) + 3
            age = number * GENERATION
        elif not own or (years and (int(years) > OLDEST or _of_people(text, match))):
            continue
        else:
            age = int(years) if years else COUNTED_TO - int(year)
        best = max(best, (age, match[0]))
    return best


def _of_people(text: str, years: re.Match[str]) -> bool:
    """Whether the years of a line are those of people: "combined", "our engineers have", in the same sentence."""
    start = max(text.rfind(stop, 0, years.start()) for stop in ".!?") + 1
    end = re.search(r"[.!?]", text[years.end() :])
    return _ADDED.search(text[start : years.end() + end.start() if end else len(text)]) is not None
