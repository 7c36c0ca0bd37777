"""Counts of what a company has or has served, in a line: customers, branches, machines, with how far each is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor import lexicon
from auditor.figures.base import ANY, OURS, Kind, circumstances, number, small

_WIDE = rf"(?P<number>{ANY})"
NEUTRAL = frozenset(
    """happy satisfied loyal trusted leading major top different unique verified five-star 5-star real amazing great active
    total full-time dedicated skilled trained experienced certified licensed other various reputable best top-rated insurance
    and & + partner proud delighted valued individual""".split()
)
_OTHERS = re.compile(
    r"\b(?:up to|per|each|every|your|you|if|minimum|maximum|at least|less than|fewer than|under|first|limit|one of|out of|"
    r"another|only|their|his|her|they|he|she|company with|companies with|teams? of|businesses with|covered|next|(?:last|past)(?! (?:year|season|summer)))\b[^.]{0,25}$"
    r"|\b(?:teams|companies|businesses|firms|employers|groups|schools|plants|organi[sz]ations)\s+$",
    re.I,
)
_REACHED = re.compile(
    r"\b(?:serv(?:e|es|ed|ing)|help(?:s|ed)|reach(?:es|ed)|came|attend(?:s|ed)?|shelter(?:s|ed)|fed|housed|taught|trained)\b",
    re.I,
)
MANY = 50
"""People from which a number is one that a company says of its reach."""
_MORE = ("over", "more than", "nearly", "almost")
_KEPT = frozenset(
    "cabins rooms offices machines presses trucks employees attorneys technicians engineers volunteers programs".split()
)
"""What a company has and can be counted on a walk through the house."""
_DOORS = frozenset({"offices", "shops", "clinics"})
"""What a company may have two of, and a third is news."""
_FLOWING = frozenset("customers families patients projects children students members volunteers reviews".split())
"""What is counted over a time: those of one year are not those of all."""
_FOR_ONE = re.compile(r" (?:who|that) (?:trust|rely on|depend on|count on|choose|come to|chose) us (?:for|with) ", re.I)
"""What says that those who were counted are customers of one service."""

SHORT = 6
"""Words up to which a text that names nobody ("Est. 1985") speaks of the company whose page it stands on."""


class Count(NamedTuple):
    """A count that a text makes: what of, how many, how far that is sure, its words, and what it is tied to."""

    subject: str
    value: float
    bound: str
    words: str
    condition: frozenset[str]


def counts(text: str) -> Iterator[Count]:
    """Every count that a line makes of its own house."""
    if not lexicon.load("counts").has(text):
        return
    pattern, by_noun = _counted()
    for match in pattern.finditer(text):
        words = [word for word in match["between"].split() if word.casefold() not in NEUTRAL]
        words = [word for word in words if not re.fullmatch(r"[A-Z]\w+(?:an|ish|ese)", word)]
        lead = (match["more"] or "").strip().casefold()
        served = _REACHED.search(text) is not None and number(match["number"]) >= MANY
        loud = bool(match["plus"]) or served or lead in _MORE or len(text.split()) <= SHORT
        group = by_noun[re.sub(r"[\s-]+", " ", match["noun"].casefold())]
        owned = lead in ("our", "have", "with", "across", "from") and small(match["number"])
        owned = owned or (lead in ("our", "have") and group in _KEPT and OURS.search(text) is not None)
        value = number(match["number"]) * (1000 if match["thousand"] else 1)
        if (
            not (loud or owned)
            or value < (2 if group in _DOORS else 3)
            or (re.fullmatch(r"(?:19|20)\d\d", match["number"]) and not match["plus"])
            or _OTHERS.search(text[: match.start()])
        ):
            continue
        subject = " ".join([*(word.casefold() for word in words), group])
        condition = circumstances(text, Kind.COUNT) if group in _FLOWING else frozenset()
        condition |= {"for one service"} if _FOR_ONE.match(text[match.end() :]) else frozenset()
        bound = "at least" if match["plus"] or lead in ("over", "more than") else "exact"
        yield Count(subject, value, bound, match[0].strip(), condition)


def nouns_counted() -> dict[str, str]:
    """The nouns that a company counts -> the things they mean (word list "counts")."""
    return _counted()[1]


@cache
def _counted() -> tuple[re.Pattern[str], dict[str, str]]:
    groups = lexicon.load("counts").groups
    by_noun = {term: group for group, terms in groups.items() for term in terms}
    names = "|".join(
        re.escape(noun).replace(r"\ ", r"[\s-]") for noun in sorted(by_noun, key=lambda noun: (-len(noun), noun))
    )
    pattern = re.compile(
        rf"(?P<more>(?:over|more than|nearly|almost|around|about|some|with|our|have|across|from|serving|of)\s+)?(?<![\d.,$€£#-]){_WIDE}"
        rf"(?P<thousand>\s?[kK]\b)?(?P<plus>\s?\+)?\s+(?P<between>(?:[\w'’&-]+\s+){{0,2}}?)(?P<noun>{names})\b(?!['’-])",
        re.I,
    )
    return pattern, by_noun
