"""What those who vouch for a site leave out: when, where and with what result they speak.

Two questions a sceptical reader asks of any proof: is it dated and whose is it; how old is it beside the site's own latest year? No model but the labels; word lists "names" and "vouchers". Where a date, a place
or a name might stand near, the answer is that it does: what is told as missing is missing on every page read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor import lexicon
from auditor.cues import rare
from auditor.entities import customers_words, spoken
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.opening import chance
from auditor.site import SELLING_KINDS, Site, is_counted
from auditor.strength import tells_result
from auditor.text import word_count
from auditor.voices import LONG, YEAR, Quotation, Who, marked, once, proper, quoted, speakers, told_of

NEAR = 4
"""Lines before and after a quotation in which its date or place may stand: a judgement."""

SHORT = 12
"""Words of a line that can be a date or a place beside a quotation."""

MIN_SIGNED = 3
"""Signed quotations from which those without a name are left out of the count."""

OLD = 5
"""Years between the newest proof and the site's own latest year from which the proof is called old: a judgement."""

_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:\d+|an?|one|two|three|four|five|six|last) (?:day|week|month|year)s? ago\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
    re.I,
)
_PLACED = re.compile(r"[A-Z][\w.'’ -]+, (?:[A-Z]{2}\b|[A-Z][a-z]+)")


RUN, WHOLE = 20, 12
"""Words in a row, and words of a whole quotation, that two people do not find alike: judgements."""

_HEAD = re.compile(r"[^,–—|(]*")
_NAMED = (Who.FULL, Who.NAME, Who.FIRST, Who.INITIALS)


class Twice(NamedTuple):
    """One story under two signatures: both quotations, and the line of each with which it begins to be the same."""

    one: Quotation
    other: Quotation
    lines: tuple[Copy, Copy]


@once
def told_twice(site: Site) -> Twice | None:
    """The first two quotations of different people that hold the same words."""
    first: dict[tuple[str, ...], Quotation] = {}
    for entry in spoken(site):
        if entry.who not in _NAMED:
            continue
        words = re.findall(r"\w+", entry.text.casefold())
        runs = {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
        for run in sorted({*runs, tuple(words)} if len(words) >= WHOLE else runs):
            before = first.setdefault(run, entry)
            if before is not entry and not _may_be_one(before.cite, entry.cite):
                return Twice(before, entry, _same_line(before, entry))
    return None


def _may_be_one(one: str, other: str) -> bool:
    """Whether two signatures may be one person's: a name in common, or initials that fit."""
    heads = [_HEAD.match(cite)[0] for cite in (one, other)]  # type: ignore[index]  # it matches nothing, too
    words = [{word.casefold() for word in re.findall(r"[^\W\d_]{3,}", head)} for head in heads]
    letters = ["".join(re.findall(r"\b[^\W\d_]", head)).casefold() for head in heads]
    return (
        not all(letters)
        or bool(words[0] & words[1])
        or letters[0].startswith(letters[1])
        or letters[1].startswith(letters[0])
    )


def _same_line(one: Quotation, other: Quotation) -> tuple[Copy, Copy]:
    """The longest of the first lines that both hold; where none is the same, their first ones."""
    lines = {copy.text.casefold(): copy for copy in one.copies}
    shared = ((lines[copy.text.casefold()], copy) for copy in other.copies if copy.text.casefold() in lines)
    return next((pair for pair in shared if word_count(pair[1].text) >= LINE), (one.copies[0], other.copies[0]))


LINE = 6
"""Words of a line that is shown as said by two."""


@dataclass(frozen=True, slots=True)
class Thin:
    """Customers' quotations, of how many the date, the place or company and a result are told, and whether the place
    where they can be read and asked about stands beside any ("Google review").
    """

    said: tuple[Quotation, ...]
    dated: int
    placed: int
    results: int
    elsewhere: bool


@once
def thin(site: Site) -> Thin:
    """What the quotations that are surely bounded tell of themselves, with the lines around them."""
    said = [entry for entry in customers_words(site) if entry.bounded and word_count(entry.text) > 3]
    signed = [entry for entry in said if entry.cite]
    if len(signed) >= MIN_SIGNED:
        said = signed  # what stands between signed reviews without a name may be the company's own
    around = [_around(entry) for entry in said]
    return Thin(
        tuple(said),
        sum(any(_DATED.search(text) for text in texts) for texts in around),
        sum(_placed(site, entry, texts) for entry, texts in zip(said, around, strict=True)),
        sum(tells_result(entry) or _came_of_it(entry) for entry in said),
        any(_elsewhere(text) for texts in around for text in texts[:-1]),
    )


def _elsewhere(text: str) -> bool:
    return lexicon.load("vouchers").has(text, "platform", "given-on")


_CAME = re.compile(
    r"\b(?:better|faster|cheaper|sooner|saved?|fix(?:ed)?|solved|repaired|ready|back (?:on|to|up|running)|came back|no longer|running|gone|finally"
    r"|cured|passed|won|sold|improved|reduced|stopped|leak\w*|before)\b",
    re.I,
)
"""Words with which a customer may tell what came of it: then it is not said that none does."""


def _came_of_it(entry: Quotation) -> bool:
    return any(copy.label is Label.OUTCOME or _CAME.search(copy.text[:LONG]) for copy in entry.copies)


def _around(entry: Quotation) -> list[str]:
    first, last = entry.copies[0].unit.order, entry.copies[-1].unit.order
    start = bisect_left(entry.page.copy, first - NEAR, key=lambda copy: copy.unit.order)
    end = bisect_left(entry.page.copy, last + NEAR + 1, lo=start, key=lambda copy: copy.unit.order)
    lines = [copy.text for copy in entry.page.copy[start:end]]
    return [entry.cite, *(text[:LONG] for text in lines if word_count(text) <= SHORT), entry.text]


def _placed(site: Site, entry: Quotation, around: Sequence[str]) -> bool:
    """Whether it is told where the speaker belongs: a company, a town, a story of one customer, in its name or beside it."""
    if entry.who is Who.FULL or told_of(site, entry) or any(firm for _, firm in speakers(entry.cite)):
        return True
    names = lexicon.load("names")
    return any(_PLACED.search(text) or names.has(text, "town") for text in around if word_count(text) <= SHORT)


@dataclass(frozen=True, slots=True)
class Aged:
    """The newest year of the site's proof, its lines with the newest first, and the site's own latest year."""

    last: int
    lines: tuple[Copy, ...]
    latest: int
    dates_itself: Copy


_STAMP = rare(r"©|(?<!\d)\(c\)(?!\s*\()|\bcopyright\b|\b(?:modified|updated|last changed)\b", re.I)
_BEGAN = re.compile(
    r"\b(?:since|began|begun|started|founded|established|built|opened|born|joined|dating|dates? back|model|history)\b",
    re.I,
)
"""What a year may be of that says nothing of how old a proof is."""
_REPORT = re.compile(r"\b(?:report|inspection|inspected|award|certificate|survey|rating|rated)\b", re.I)

_EDITION = re.compile(r"(?<=\d) ?: ?(?:19|20)\d\d\b")
"""The edition of a standard behind its number."""


def _stamped(text: str) -> list[str]:
    """The years of a line in which a page dates itself."""
    found = YEAR.findall(text)
    return found if found and _STAMP.search(text) else []


@once
def aged(site: Site) -> Aged | None:
    """How old its proof is: the years in customers' stories, reports and awards against the year it stamps itself with.

    A dated review anywhere makes it young enough: reviews are dated one by one.
    """
    stamps = [
        (int(year), copy)
        for page, copy in site.lines_with(_STAMP)
        if page.kind is not PageKind.BLOG and copy.unit.region is not Region.NAV
        for year in _stamped(copy.text[:LONG])
    ]
    if not stamps:
        return None
    latest, itself = max(stamps, key=lambda stamp: stamp[0])
    lists = lexicon.load("vouchers")
    proof: list[tuple[int, Copy]] = []
    for page, copy in site.lines_with(YEAR):
        if page.twin_of or page.kind in (PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS):
            continue
        text = copy.text[:LONG]
        if not copy.unit.region.is_copy or _STAMP.search(text) or _BEGAN.search(text):
            continue
        if page.kind is PageKind.CUSTOMERS or (_REPORT.search(text) and lists.has(text, "authority", "award")):
            # the 2000 of "ISO 9001:2000" is its edition's
            proof += [(int(year), copy) for year in YEAR.findall(_EDITION.sub(" ", text))]
    proven = {year for year, _ in proof}
    reviewed = {int(year) for entry in thin(site).said for text in _around(entry) for year in YEAR.findall(text)}
    if not proven or max(proven | reviewed) > latest - OLD:
        return None
    proof.sort(key=lambda entry: (-entry[0], entry[1].unit.page, entry[1].unit.order))
    return Aged(max(proven), tuple(dict.fromkeys(copy for _, copy in proof)), latest, itself)


_CLIENTS = re.compile(
    r"^(?:(?!for\b|to\b|by\b|with\b|from\b|of\b|what\b|new\b|existing\b|your\b)[\w&'’-]+ ){0,3}(?:clients|customers|partners and clients|trusted by)\W*$",
    re.I,
)
FOLLOWING = 6
"""Lines under such a heading in which a name is looked for."""
_ANNOUNCED = re.compile(r"\b(?:following|including|includes?|such as|some of (?:our|them))\W*$", re.I)
"""How a line ends that leads on to pictures."""
LISTED = 8
"""Words of a line that can be one of a list of names."""
LOGOS = 3
"""Pictures without words from which the page shows its customers by them: a judgement."""


@once
def pictured(site: Site) -> bool:
    """Whether customers are shown as pictures alone: nothing under their heading, nor in the pictures' own texts, names one."""
    for page in site.pages:
        if page.twin_of or page.kind in (PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS):
            continue
        mute = [
            image.region
            for image in page.page.images
            if not (image.alt or "").strip() and image.region not in (Region.NAV, Region.FOOTER)
        ]
        if len(mute) < LOGOS:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        for place, copy in enumerate(lines):
            if copy.unit.role is not Role.HEADING or not _CLIENTS.match(copy.text):
                continue
            under: list[Copy] = []
            for line in lines[place + 1 : place + 1 + FOLLOWING]:
                if line.unit.role is Role.HEADING and 0 < line.unit.level <= copy.unit.level:
                    break
                under.append(line)
            below = sum(region is not Region.FIRST or copy.unit.region is Region.FIRST for region in mute)
            announced = not under or any(_ANNOUNCED.search(line.text) for line in under)
            if below >= LOGOS and announced and not any(_named_client(site, line) for line in under):
                return True
    return False


def _named_client(site: Site, line: Copy) -> bool:
    """Whether a line under such a heading names somebody: a list's short line, or a sentence that says who they are."""
    text = line.text[:LONG]
    if word_count(text) <= LISTED:
        return bool(proper(text, site.common_words))
    return any(proper(text[match.end :], site.common_words) for match in lexicon.load("vouchers").find(text, "client"))


UNMARKED = 2
"""Lines in a customer's voice from which customers are heard, marked as quoted or not."""

_RECOMMENDED = rare(
    r"\b(?:(?:highly|would|definitely|strongly|always|can(?:not|'t)?) (?:\w+ ){0,3}recommend|recommend (?:them|him|her|this|their)|"
    r"thank you (?:\w+ ){0,3}for (?:your|the|making|helping)|(?:they|he|she|(?:his|her|their) (?:team|crew|staff|work)) "
    r"(?:\w+ )?(?:did|were|was|went|made|took|came|showed|gave|helped|saved|answered|explained|listened)\b.{0,80}\b(?:me|my|our|us|job|work|time|great|excellent|amazing|wonderful|professional\w*|friendly|helpful))",
    re.I,
)


def heard_unmarked(site: Site) -> bool:
    """Whether lines stand there that customers must have said, though nothing marks them as quoted."""
    told = (copy for page, copy in site.lines_with(_RECOMMENDED) if is_counted(page, copy))
    return sum(_RECOMMENDED.search(copy.text) is not None for copy in told) >= UNMARKED


def brought_in(site: Site) -> bool:
    """Whether a script or a frame brings in customers' reviews, whose words and names were not read."""
    return any(door.kind == "reviews" for page in site.pages for door in page.page.doors)


_OTHERS = re.compile(
    r"\b(?:they|them|their|theirs|he|she|his|her|him|you|your|it|thanks?|thank\w*|recommend\w*|staff|team|service|company|crew|people|guys|everyone|everybody)\b",
    re.I,
)


def speaks_of_others(site: Site, entry: Quotation) -> bool:
    """Whether words that are to be credited as a customer's speak of somebody else: a house that says "we" alone speaks itself."""
    if entry.who is Who.FULL or tells_result(entry) or not re.search(r"\bwe\b", entry.text, re.I):
        return True
    return _OTHERS.search(entry.text) is not None or site.name_pattern.search(entry.text) is not None


@once
def unspoken(site: Site) -> tuple[Copy, Copy | None] | None:
    """Where customers' words are announced and none stand: that line, and the company's own words under it, if these stand there."""
    lists = lexicon.load("vouchers")
    bare: Copy | None = None
    for page, copy in site.copy():
        if copy.unit.role in (Role.LINK, Role.BUTTON) or len(copy.text) > LONG:
            continue
        headed = lists.has(copy.text, "announcing") or _VOICE.fullmatch(copy.text)
        if headed and (under := _own_words(site, page, copy)):
            return copy, under
        if bare is None and marked(site, copy, "announced") and _nothing_under(page, copy):
            bare = copy
    return None if bare is None else (bare, None)


NOTHING = 25
"""Words under a promise of customers' words up to which none follow: what is announced may stand there without marks."""

SELF = 5
"""Words from which a line speaks of somebody."""


def _nothing_under(page: JudgedPage, announcer: Copy) -> bool:
    """Whether hardly a word follows up to the next heading."""
    lines = [copy for copy in page.copy if copy.unit.region.is_copy and copy.unit.role not in (Role.LINK, Role.BUTTON)]
    place = next(n for n, copy in enumerate(lines) if copy.unit.id == announcer.unit.id)
    under = 0
    for copy in lines[place + 1 :]:
        if copy.unit.level and copy.unit.level <= (announcer.unit.level or copy.unit.level):
            break
        under += word_count(copy.text)
    return under <= NOTHING


def _own_words(site: Site, page: JudgedPage, announcer: Copy) -> Copy | None:
    """The line right under a promise of customers' words, where the company speaks there of itself."""
    lines = [copy for copy in page.copy if copy.unit.region.is_copy]
    place = next(n for n, copy in enumerate(lines) if copy.unit.id == announcer.unit.id)
    under = next(iter(lines[place + 1 : place + 2]), None)
    if under is None or under.unit.level or under.unit.cite or under.unit.role is Role.QUOTE:
        return None
    begun = " ".join(site.name.split()[:2])  # the beginning of a longer name is a form of it here
    name = site.name_pattern.match(under.text) or re.match(re.escape(begun) + r"\b", under.text)
    own = _WE.match(under.text) or (name and " " in begun and _IS.match(under.text, name.end()))
    return under if own and word_count(under.text) >= SELF else None


_VOICE = re.compile(r"\W*(?:our )?(?:customer|client|guest|patient|parent|member)s?['’]?s?['’]? voice\W*", re.I)
_WE = re.compile(
    r"(?:We (?:are (?:very |so |rightly )?proud|pride|strive|aim)|We['’]re proud|Our (?:\w+ ){0,3}reputation)\b"
)
_IS = re.compile(
    r"(?: \w+)? (?:is|has been|was|are) [^.!?]{0,60}\b(?:certified|accredited|registered|established|founded|incorporated|committed|dedicated|leading|premier|foremost|speciali[sz]\w+)\b",
    re.I,
)
"""The company as who speaks, and as of whom is told what customers hardly tell of it."""


def renowned(site: Site) -> tuple[tuple[Copy, str], ...]:
    """Lines that claim customers of rank, and then those that claim a reputation, each with those words."""
    return *_claimed(site, "prominent"), *_claimed(site, "reputation")


def _claimed(site: Site, group: str) -> tuple[tuple[Copy, str], ...]:
    lists = lexicon.load("vouchers")
    found: dict[str, tuple[Copy, str]] = {}
    for page, copy in site.copy():
        if page.kind in _NOT_OF_ITSELF or copy.unit.id in quoted(site, page):
            continue
        if match := next(iter(lists.find(copy.text[:LONG], group)), None):
            words = copy.text[match.start : match.end]
            found.setdefault(words.casefold(), (copy, words))
    return tuple(found.values())


_NOT_OF_ITSELF = frozenset(map(PageKind, "blog docs support policy careers investors".split()))
"""Kinds of pages that speak of others' customers, or to those who would work there."""


PROMISED, FEWEST, MOST_PROMISED = 0.85, 3, 12
"""Probability that a line is about a customer's result from which it is a promise, and its least and most words. Judgements."""


def promised(site: Site) -> list[tuple[Copy, str]]:
    """The surest result that the site promises in a few words, the home page's first; and those words. Empty where none is."""
    lines = [
        (page is site.home, chance(copy), copy)
        for page in site.pages
        if page.kind in SELLING_KINDS and not page.twin_of
        for copy in page.copy
        if copy.label is Label.OUTCOME and copy.sure and copy.unit.region.is_copy and not copy.unit.cite
        if copy.unit.role in (Role.HEADING, Role.SENTENCE) and FEWEST <= word_count(copy.text) <= MOST_PROMISED
        if chance(copy) >= PROMISED and not copy.text.endswith("?") and copy.unit.id not in quoted(site, page)
    ]
    best = max(lines, key=lambda line: line[:2], default=None)
    return [(best[2], best[2].text.strip(" .!"))] if best else []
