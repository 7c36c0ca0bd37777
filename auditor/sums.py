"""Numbers that stand in one passage and do not add up: an age beside the years of a life, a number over the cards that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from auditor.discord import Discord
from auditor.figures import ANY, number
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import READ
from auditor.voices import LONG


def discords(site: Site) -> Iterator[Discord]:
    """What does not add up within one passage, the first of each kind."""
    pages = [page for page in site.pages if page.kind in READ and not page.twin_of]
    for read in (_lives, _cards):
        for discord in (entry for page in pages for entry in read(page)):
            yield discord
            break


# --- how old somebody was ---------------------------------------------------------------------------------------------

_LIFE = re.compile(
    r"\b(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? \((?:born |b\. ?)?(?P<born>1[6-9]\d\d|20\d\d) ?[-–—] ?(?:died |d\. ?)?(?P<died>1[6-9]\d\d|20\d\d)\)"
)
_AGE = re.compile(
    r"\b(?:die[ds]|death|pass(?:ed|es|ing) away|killed|lost (?:his|her) life)\b[^.;]{0,40}?\b(?:at(?: the)? age(?: of)?|at|aged) (?P<age>\d{1,3})\b(?! ?(?:[A-Z%:]|am\b|pm\b|o'|years? (?:of|later|after|before)|days|months|weeks))"
)
LIVES = range(12, 111)
"""Years between two dates behind a name that are a life: fewer is a time in office, more an age."""


def _lives(page: JudgedPage) -> Iterator[Discord]:
    """An age at death that the years of birth and death beside the name exclude."""
    for place, copy in enumerate(page.copy):
        life = _LIFE.search(copy.text[:LONG]) if ")" in copy.text else None
        if life is None or (span := int(life["died"]) - int(life["born"])) not in LIVES:
            continue
        for line in (copy, *_passage(page.copy, place)):
            if (age := _AGE.search(line.text[:LONG])) and int(age["age"]) not in (span, span - 1):
                title = f"{life['name']} is said to have died at {age['age']}, and the years beside the name ({life['born']}–{life['died']}) make it {span - 1} or {span}"
                fix = "Ask the family or look at the record, and correct the years or the age."
                yield Discord("life", title, tuple((each,) for each in dict.fromkeys((copy, line))), fix, 0.95)
                break


def _passage(copies: Sequence[Copy], place: int) -> Iterator[Copy]:
    """The lines behind this one that speak of the same: those under it where it is a heading, else those of its block."""
    first = copies[place].unit
    for copy in copies[place + 1 :]:
        if copy.unit.role is Role.HEADING or (first.role is not Role.HEADING and copy.unit.block != first.block):
            break
        yield copy


# --- a number over its cards ------------------------------------------------------------------------------------------

_COUNTS = re.compile(
    rf"(?:our |the |these |your )?(?P<number>{ANY}) (?:(?!(?:of|and|or|in|to|for|with|at|on|from|that|who)\b)[a-z][\w'’-]* ){{0,3}}?(?P<noun>[a-z][a-z-]{{2,}}s)\b(?! of\b)",
    re.I,
)
_SPANS = re.compile(
    r"(?:years?|decades?|days|hours|minutes|weeks|months|times|miles|steps|pounds|dollars|generations|nights|centuries|seasons|stars|locations)$",
    re.I,
)
_OPEN = re.compile(r"\b(?:over|more than|at least|up to|some|many|including|such as|of the|from)\b|\+", re.I)
COUNTED, MISSING = 5, 2
"""Things from which their number over a list is no accident, and how many of them may be missing for it to be their list."""


def _cards(page: JudgedPage) -> Iterator[Discord]:
    """A heading that counts what follows, over fewer headings of one level; one more may be an introduction."""
    heads = [
        copy for copy in page.copy if copy.unit.role is Role.HEADING and copy.unit.level and copy.unit.region.is_copy
    ]
    for place, copy in enumerate(heads):
        told = _COUNTS.match(copy.text)
        if told is None or _SPANS.search(told["noun"]) or _OPEN.search(copy.text):
            continue
        cards = _below(heads, place)
        count = int(number(told["number"]))
        if count >= COUNTED and 0 < count - len(cards) <= MISSING:
            title = f"“{copy.text}” stands over {len(cards)}: {', '.join(card.text for card in cards)}"
            fix = "Count them once more: name the one that is missing, or change the number everywhere."
            yield Discord("cards", title, ((copy,), *((card,) for card in cards)), fix, 0.9)


def _below(heads: Sequence[Copy], place: int) -> list[Copy]:
    """The highest headings under this one."""
    level = heads[place].unit.level
    under = list(takewhile(lambda head: head.unit.level > level, heads[place + 1 :]))
    return [head for head in under if head.unit.level == min(each.unit.level for each in under)]
