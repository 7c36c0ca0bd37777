"""Where somebody's words begin and end on a page: blocks of copy, those of one quotation taken together.

A quotation may be opened in one paragraph and closed in a later one, and customers may speak without any marks under a
heading that promises it. What is the site's own voice under such a heading (an introduction, an invitation) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor import lexicon
from auditor.cues import Quick, rare
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.text import word_count

OPEN = re.compile(r"^\s*[\"“„«]")
CLOSE = re.compile(r"[\"”»][.!]?\s*$")
"""Marks of quotation at the beginning and at the end of a line."""

NAMELIKE = re.compile(r"^[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|da|van|von|der|la|le|bin|al|and|&))*$")
"""A line that is written as names are."""

TAIL = 7
"""Words up to which a line beside a quotation may name its speaker."""

PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|we|us|our|they|them|their)\b", re.I)
"""What somebody says who tells of himself, or of those who worked for him."""

_SPAN = 8
"""Blocks over which one quotation may run, or a passage under a heading that promises customers' words."""

_NO_ANNOUNCER = (PageKind.BLOG, PageKind.CAREERS)
_OWN_VOICE = Quick(
    r"\b(?:our|my) (?:\w+ )?(?:clients|customers|patients|guests|families|members|students)\b"
    r"|\b(?:we|i)(?:['’]ve| have) (?:\w+ )?(?:helped|served|worked with)\b|\b(?:read|see|view|leave|write) (?:\w+ ){0,3}reviews?\b|\bour work\b|\b(?:these|our) reviews\b|\breferrals\b"
)


def passages(page: JudgedPage) -> tuple[tuple[list[Copy], bool], ...]:
    """The blocks of a page, those of one quotation together; each with whether a heading promises customers' words.

    A quotation is opened in one paragraph and closed in a later one, or stands without marks under such a heading.
    """
    blocks = list(_blocks(page))
    found: list[tuple[list[Copy], bool]] = []
    level, place = 0, 0  # of the heading that promises, 0 where none does
    while place < len(blocks):
        block, first = blocks[place], blocks[place][0]
        place += 1
        announces = page.kind not in _NO_ANNOUNCER and _announces(first)
        if announces:
            level = first.unit.level or _UNLEVELLED
        elif level and (0 < first.unit.level <= level or _OVER.search(first.text)):
            level = 0
        if (
            level
            and len(block) > 1
            and not any(OPEN.match(copy.text) or copy.unit.role is Role.QUOTE for copy in block)
        ):
            # a heading and the words under it, or several people's words, in one card: each line by itself
            blocks[place - 1 : place] = [[copy] for copy in block]
            block = [first]
        opened = OPEN.match(block[0].text) is not None
        if announces or not (level or opened) or not _spoken_line(block):
            found.append((block, False))
            continue
        if opened and not any(CLOSE.search(copy.text) for copy in block):
            rest = next((n for n in range(place, min(place + _SPAN, len(blocks))) if _ends(blocks, place, n)), None)
            if rest is not None:
                block = [copy for part in blocks[place - 1 : rest + 1] for copy in part]
                place = rest + 1
                found.append((block, level > 0))
                continue
        signed = _signed(blocks, place - 1)
        if signed:
            found.append(([copy for part in blocks[place - 1 : signed] for copy in part], True))
            place = signed
            continue
        if not level or opened or block[0].unit.role is Role.QUOTE:
            found.append((block, False))
            continue
        end = place
        while (
            end < min(place + _SPAN, len(blocks)) and _spoken_line(blocks[end]) and not OPEN.match(blocks[end][0].text)
        ):
            end += 1
        block = [copy for part in blocks[place - 1 : end] for copy in part]
        place = end
        text = " ".join(copy.text for copy in block)
        found.append((block, bool(PERSON.search(text)) and word_count(text) >= _SHORTEST))
    return tuple(found)


_OVER = rare(
    r"\?$|^\W*(?:frequently asked|faqs?\b|questions)|\b(?:read|write|see|leave|view) (?:\w+ ){0,3}reviews?\b", re.I
)
"""What ends a passage of customers' words: questions, and the link to all of them."""

_PROMISED = re.compile(
    r"\b(?:testimonials?|reviews?|feedback|stories|voices)\b"
    r"|\b(?:clients|customers|guests|patients|families|people|they) (?:are |have |had )?(?:say|saying|said|to say|think|tell)\b",
    re.I,
)


def promising(copy: Copy) -> bool:
    """Whether the heading over a line promises customers' words."""
    return _PROMISED.search(copy.unit.heading) is not None


_HOUSE = re.compile(
    r"^(?:our|the|meet(?: the| our)?) (?:(?!happy\b|other\b)\w+ )?(?:team|people|staff|crew|founders?|owners?|directors?|trustees|teachers|instructors|coaches|practitioners|therapists)\W*$"
    r"|^(?:team|staff|about (?:me|the (?:owners?|founders?|author)))\W*$"
    r"|\b(?:word|letter|message|note|welcome|greeting)s? from (?:the|our|your) (?:\w+ )?(?:owners?|founders?|directors?|head\w*|principal|chair\w*|president|ceo|manage\w+|pastor|team)\b"
    r"|^from (?:the|our) (?:\w+ )?(?:owners?|founders?|directors?|head\w*|principal|chair\w*|president|ceo|managers?|pastor|team)\W*$",
    re.I,
)
"""Names of a page or a heading under which its own people speak."""


def of_the_house(title: str, heading: str) -> bool:
    """Whether a page, by the first part of its title, or a heading is one of the company's own people."""
    return any(_HOUSE.search(name.strip()) for name in (heading, re.split(r" [|–—-] |[|:]", title)[0]))


_INVITES = Quick(
    r"\b(?:leav(?:e|ing)|writ(?:e|ing)|submit(?:ting)?|post(?:ing)?|giv(?:e|ing)|add(?:ing)?|shar(?:e|ing)) (?:us )?(?:\w+ ){0,3}(?:reviews?|feedback|testimonials?)\b"
)
_ONESELF = re.compile(r"\b(?:I|I['’]\w+|me|my)\b")


def _invites(said: Sequence[Copy]) -> bool:
    """Whether a passage asks its reader for a review: then it is the site's own voice.

    A customer may say that he leaves one, and says "I".
    """
    text = " ".join(copy.text for copy in said)
    return _INVITES.search(text) and not _ONESELF.search(text)


def tells_of(said: Sequence[Copy], people: Sequence[str]) -> bool:
    """Whether a passage without marks is the site's own voice: it asks for a review, or tells of one of these people.

    "Rosa trained in Leeds" is not Rosa's word.
    """
    if OPEN.match(said[0].text):
        return False
    if _invites(said):
        return True
    text = " ".join(copy.text for copy in said)
    names = [part for name in people for part in name.split() if len(part) > 2 and part in text]
    if not names or _ONESELF.search(text):
        return False
    return any(re.search(rf"\b{re.escape(name)}(?:['’]s)? (?:\w+ly )?[a-z]", text) for name in names)


_UNLEVELLED = 4
"""A line that promises customers' words and is no heading holds up to the next heading of this level."""

_SHORTEST = 6
"""Words from which a passage without marks is somebody's account."""


def _ends(blocks: Sequence[Sequence[Copy]], start: int, place: int) -> bool:
    """Whether a quotation opened before ``start`` closes in this block, with nothing but lines of it between."""
    between = blocks[start : place + 1]
    if not all(_spoken_line(block) for block in between) or any(OPEN.match(block[0].text) for block in between):
        return False
    return bool(CLOSE.search(blocks[place][-1].text)) and not any(
        CLOSE.search(copy.text) for block in between[:-1] for copy in block
    )


def _signed(blocks: Sequence[Sequence[Copy]], start: int) -> int:
    """Where a review ends that has a few words of it in marks as its title and a kind of customer under it; else 0."""
    title = blocks[start]
    if (
        len(title) != 1
        or not OPEN.match(title[0].text)
        or not CLOSE.search(title[0].text)
        or word_count(title[0].text) > 6
    ):
        return 0
    for place in range(start + 1, min(start + 5, len(blocks))):
        if lexicon.load("vouchers").has(blocks[place][0].text.strip(" —–-"), "kind"):
            return place if place > start + 1 else 0
        if not _spoken_line(blocks[place]):
            return 0
    return 0


def _announces(copy: Copy) -> bool:
    return word_count(copy.text) <= 9 and lexicon.load("vouchers").has(copy.text, "announcing")


_RATED = re.compile(r"\b(?:stars?|ago|out of 5)\b|/ ?5\b|\b(?:19|20)\d\d\b", re.I)


_LETTER = re.compile(r"[A-Z]")


def aside(copy: Copy) -> bool:
    """Whether a line beside a review only rates or dates it, says where it was given, or is a letter in a picture's stead."""
    if _LETTER.fullmatch(copy.text):
        return True
    short = copy.unit.role is not Role.HEADING and word_count(copy.text) <= 5
    return short and (bool(_RATED.search(copy.text)) or lexicon.load("vouchers").has(copy.text, "given-on"))


_UNSAID = (Role.HEADING, Role.LINK, Role.BUTTON, Role.CELL)
_STOPPED = re.compile(r"[!.…][\"”»)]?$")
_LISTED = re.compile(r"[•·|]|^\W*[–—-]")


def _spoken_line(block: Sequence[Copy]) -> bool:
    """Whether a block may be part of what somebody says: sentences, no heading, button or label, not the site's own."""
    for copy in block:
        unit = copy.unit
        if unit.cite or unit.role in _UNSAID:
            return False
    text = " ".join(copy.text for copy in block)
    count = sum(word_count(copy.text) for copy in block)
    if count <= 4 and NAMELIKE.match(text.strip(" .~—–-")):
        return False
    whole = count > TAIL or bool(_STOPPED.search(text))
    return whole and not _LISTED.search(text) and not _OWN_VOICE.search(text)


def _blocks(page: JudgedPage) -> Iterator[list[Copy]]:
    block: list[Copy] = []
    for copy in page.copy:
        if not copy.unit.region.is_copy:
            continue
        if block and copy.unit.block != block[0].unit.block:
            yield block
            block = []
        block.append(copy)
    if block:
        yield block


_CUSTOMER = rare(
    r"\b(?:would(?:n['’]t| not)?|can(?:['’]t|not)|will|highly|definitely|strongly) (?:\w+ ){0,4}recommend (?:them|him|her|this (?:company|firm|team|family))\b"
    r"|\b(?:hesitate to|happy to|happily|highly) recommend (?:them|him|her)\b|\b(?:was|were|came|come) (?:highly )?recommended to (?:me|us)\b"
    r"|\b(?:we|i)(?:['’]ve| have|['’]m| am| are| was| were)? (?:been )?(?:so |very |really |extremely )(?:impressed|pleased|happy|delighted) with (?:their|his|her|them)\b",
    re.I,
)
"""What only a customer says: of "them", whom somebody recommends, or who were recommended to "me"."""
_ITS_OWN = rare(r"(?<!thank )\byour?\b|\b(?:our (?:clients|customers|patients|guests|services?|team|work))\b", re.I)


def unmarked(page: JudgedPage) -> frozenset[str]:
    """The ids of the lines in which a customer surely speaks, though nothing marks them: all under the same heading.

    None under a heading where the site itself speaks as well, to "you" or of "our customers".
    """
    found: set[str] = set()
    lines = [copy for copy in page.copy if copy.unit.region.is_copy]
    if not [copy for copy in lines if _CUSTOMER.search(copy.unit.text)]:
        return frozenset()  # most pages
    part: list[Copy] = []
    for copy in (*lines, None):
        if copy is None or copy.unit.role is Role.HEADING:
            if any(_CUSTOMER.search(line.text) for line in part) and not any(
                _ITS_OWN.search(line.text) for line in part
            ):
                found.update(line.unit.id for line in part)
            part = []
        else:
            part.append(copy)
    return frozenset(found)


def around(text: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` with one more on each side."""
    before = text.rfind(" ", 0, max(0, start - 1)) + 1
    after = text.find(" ", end + 1)
    return text[before : after if after > 0 else len(text)].strip()
