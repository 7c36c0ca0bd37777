"""What those who vouch for a site leave to doubt: one story under two names, customers shown as pictures, a voice that is the
company's own, and those of rank whom nobody names. No model but the labels; word lists "names" and "vouchers".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor import lexicon
from auditor.claims import claims
from auditor.cues import rare
from auditor.entities import Kind, entities, spoken
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.opening import chance
from auditor.site import FOCUS_KINDS, Site, is_counted
from auditor.strength import tells_result
from auditor.text import word_count
from auditor.voices import LONG, Quotation, Who, marked, once, person, proper, quoted

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
        if (bare is None or not emptied(site, bare)) and marked(site, copy, "announced") and _nothing_under(page, copy):
            bare = copy if bare is None or emptied(site, copy) else bare
    return None if bare is None else (bare, None)


def emptied(site: Site, announcer: Copy) -> bool:
    """Whether nothing at all that could show it stands under what is announced: no picture, frame, script or element to be filled."""
    heads = (announcer.text, announcer.unit.heading)
    doors = (door for page in site.pages if page.url == announcer.unit.page for door in page.page.doors)
    return any(door.kind == "bare" and door.text in heads for door in doors)


def shown_elsewhere(site: Site, announcer: Copy) -> bool:
    """Whether what is announced may be shown by something whose words were not read: a widget for reviews, a frame, an element that a script fills."""
    if brought_in(site):
        return True
    doors = (door for page in site.pages if page.url == announcer.unit.page for door in page.page.doors)
    return any(door.kind == "drawn" or (door.kind == "form" and not door.text + door.detail) for door in doors)


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


def _promised(site: Site) -> list[tuple[Copy, str]]:
    """The surest result that the home page promises in a few words, and those words. Empty where none is."""
    home = site.home
    said = [
        copy
        for copy in (home.copy if home else ())
        if copy.label is Label.OUTCOME and copy.sure and copy.unit.region.is_copy and not copy.unit.cite
        if copy.unit.role in (Role.HEADING, Role.SENTENCE) and FEWEST <= word_count(copy.text) <= MOST_PROMISED
        if chance(copy) >= PROMISED and not copy.text.endswith("?")
        if home and copy.unit.id not in quoted(site, home)
    ]
    best = max(said, key=chance, default=None)
    return [(best, best.text.strip(" .!"))] if best else []


SHOWN = 3
"""Lines shown that need a witness."""

LEAST_WORDS, MOST_WORDS = 8, 45
"""Words of a line that is shown."""

_SERVED = re.compile(
    r"\b(?:customers?|clients?|patients?|members?|students?|guests?|families|homeowners|owners|donors)\b", re.I
)

_PLEASED = re.compile(
    r"\b(?:trust\w*|satisf\w+|happy|loyal\w*|reputation|relationships?|served|serving|helped|worked with|working with)\b",
    re.I,
)

_YEARS = re.compile(
    r"\b(?:over|more than|nearly|almost|for|past|last) (?:the )?(?:past |last )?(?:\d\d+|(?:ten|fifteen|twent|thirt|fort|fift|sixt|sevent|eight|ninet)y?(?:-[a-z]+)?) years\b(?! old)"
    r"|\b\d\d+\+? years(?:['’])? (?:of )?(?:[\w-]+ )?experience\b|\bsince (?:19|20)\d\d\b|\b(?:established|founded) (?:in )?(?:19|20)\d\d\b",
    re.I,
)
"""How long it has been at it: then it has had customers."""

_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)
_FOR = re.compile(r"^(?:for|past|last) ", re.I)


def unwitnessed(site: Site) -> list[tuple[Copy, str]]:
    """What most needs a witness, with the words that claim it: customers of rank, a crowd, a rank, pleased customers, years, praise."""
    told = [entry for entry in claims(site) if word_count(entry.words) > 2]
    found = [*renowned(site), *((e.copy, e.words) for kind in ("crowd", "rank") for e in told if e.kind == kind)]
    own = [
        copy
        for _, copy in site.copy(*sorted(FOCUS_KINDS - {PageKind.BLOG}))
        if copy.label is Label.COMPANY and copy.sure and word_count(copy.text) <= MOST_WORDS
    ]
    found += [(copy, "") for copy in own if _SERVED.search(copy.text) and _PLEASED.search(copy.text)]
    home = {copy.unit.id for copy in site.home.copy} if site.home else set()
    for copy in own:
        years = _YEARS.search(copy.text)
        ours = _OURS.search(copy.text) or site.name_pattern.search(copy.text)
        begun = copy.unit.id in home and not person(" ".join(copy.text.split()[:2]).strip(","))[0]
        if years and (ours or begun) and not any(entities(site).find(copy.text, Kind.STAFF, Kind.PERSON)):
            found.append((copy, _FOR.sub("", years[0])))
    found = found or [(copy, "") for copy in own if copy.unit.id in home and lexicon.load("boast").has(copy.text)]
    found = found if any(words for _, words in found) else [*_promised(site), *found]
    found = found or [(copy, "") for copy in site.home.copy if _says_it_can(copy)][:1] if site.home else found
    lines = {copy.text: (copy, words) for copy, words in reversed(found)}
    return list(reversed(lines.values()))[:SHOWN]


_NUMBERED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d[\d,.]*\+?(?: plus)? (?:\w+ ){0,2}(?:(?:years?|yrs?|decades?|reviews?|stars?|per ?cent)\b|%)|\d ?(?:%|\+)"
    rf"|\b\d[\d,.]* (?:\w+ ){{0,2}}{_SERVED.pattern}"
    r"|\b(?:decades?|generations?|centur(?:y|ies)|hundreds|thousands|dozens|scores) "
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|fifty|hundred)\b[^.]{0,25}\b(?:years?|decades?|generations?)\b",
    re.I,
)
"""A year, or a number of what has been done and for how many: whichever line holds it, and whatever it counts."""
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved|\b(?:updated|reviewed|effective)\b", re.I)
"""What a line says whose year is of its text and of nothing that the company has done."""


def unnumbered(site: Site) -> bool:
    """Whether no line at all, but for those of its copyright and its terms' date, holds a year or counts years, people served or things done."""
    lines = (copy.text[:LONG] for page in site.pages for copy in page.copy)
    return not any(_NUMBERED.search(text) and not _RIGHTS.search(text) for text in lines)


def _says_it_can(copy: Copy) -> bool:
    """Whether a line says what the company does for people, as something that one of them could bear out."""
    said = copy.sure and copy.label in (Label.COMPANY, Label.FEATURE, Label.OUTCOME) and copy.unit.role is Role.SENTENCE
    whole = copy.unit.region.is_copy and LEAST_WORDS <= word_count(copy.text) <= MOST_WORDS
    return said and whole and _WE_DO.search(copy.text) is not None


_WE_DO = re.compile(
    r"\b(?:we (?!are\b|have\b|believe\b|hope\b|want\b|love\b)[a-z]+|our (?:team|engineers|people))\b", re.I
)
