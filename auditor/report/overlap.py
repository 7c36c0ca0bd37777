"""Which findings are one thing to do, and take one place on the report's first screen.

Each audit asks its own question, and several may answer it with the same words of the site. Whoever mends those words has done
all of it at once, so it is told once; what two audits say of two different things in one line is two things:

1. Complaints of one kind (:data:`COMPLAINTS`) are one, whatever they quote: three ways of saying that no figure stands anywhere.
   So is what one of the questions of a trade asks (:data:`ASKED`), once these are told: how long the work is guaranteed.
2. Two findings that name the same words of a line are one where all lines of the one are among the other's, where both fault
   what the lines say and begin with that line, or where both set lines against each other.
3. What is missing on the whole site (:data:`ABSENCES`) rests on no line: its quote shows only where it would be looked for. So it
   is with lines that a title which says that something is missing does not name (:func:`auditor.accord.faults`), and with slips of
   the pen (:data:`SLIPS`), which are not what a line says.

A pure function of two findings. The rules are judgements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.accord import faults
from auditor.model import Finding, Tier

COMPLAINTS = (
    frozenset({"buzzwords/figureless", "promote/no-figure", "proof/cases-without-result"}),
    frozenset({"promote/no-figure", "who-vouches/nobody"}),
    frozenset({"self-service/no-price", "self-service/praised-price"}),
    frozenset({"way-in/unsaid", "way-in/far-phone"}),
    frozenset({"first-screen/same-title", "visible-errors/called", "visible-errors/nameless"}),
    frozenset({"upkeep/dated", "upkeep/news"}),
    frozenset({"upkeep/lapsed", "upkeep/announced", "visible-errors/outdated"}),
    frozenset({"one-voice/spelled", "visible-errors/slips"}),
    frozenset({"visible-errors/unfinished", "upkeep/bare", "upkeep/empty"}),
    frozenset({"one-voice/years", "one-voice/founding-year", "upkeep/counted"}),
)
"""Kinds (``audit/kind``) that ask for one thing: a result with its figure, three customers asked, a price, what stands beside a number, a title for each page, something of this year, what is over taken down, a word written right, an empty page filled, how old the house is."""

TRADE = "self-service/trade"
"""The kind that names several questions of a trade in one finding."""

ASKED = {
    "after-sale/promised-warranty": re.compile(r"\bguaranteed?\b"),
    "buzzwords/figureless": re.compile(r"\bcosts?\b|\bfees?\b"),
    "proof/unshown-cover": re.compile(r"\binsured\b"),
    "self-service/no-price": re.compile(r"\bcosts?\b|\bfees?\b"),
    "self-service/praised-price": re.compile(r"\bcosts?\b|\bfees?\b"),
    "service-measured/praised-speed": re.compile(r"\bhow (?:long|soon) (?:it|delivery|a)\b"),
}
"""Kinds that ask for what may be one of those questions, by the words in which the trade asks it."""

ABSENCES = frozenset(
    {"who-vouches/nobody", "who-vouches/own-people", "first-screen/unaddressed"}
    | {f"accountability/{kind}" for kind in ("people", "nobody-named", "unchecked", "house", "stranger")}
)
"""Kinds that say of the whole site, or of its whole first page, that something stands nowhere."""

SLIPS = "visible-errors"
"""The audit that reads the letters of a line and not what it says."""

_NAMED = re.compile("“([^”]+)”")


def one_thing(one: Finding, other: Finding) -> bool:
    """Whether a finding is mended by one stroke with another that is told before it."""
    kinds = {_kind(one), _kind(other)}
    if len(kinds) == 2 and any(kinds <= complaint for complaint in COMPLAINTS):
        return True
    if _kind(other) == TRADE and _kind(one) in ASKED and ASKED[_kind(one)].search(_NAMED.sub("", other.title)):
        return True
    mine, theirs = _rests_on(one), _rests_on(other)
    if _proposes(one, theirs) or _proposes(other, mine):
        return True
    mixed = (one.tier is Tier.VISIBLE) != (other.tier is Tier.VISIBLE)
    shared = [line for line in mine if line in theirs and _overlap(mine[line], theirs[line])]
    if mixed:
        # what contradicts another line in a few words is one thing, what the whole line is blamed for another
        shared = [line for line in shared if line not in mine[line] and line not in theirs[line]]
    if not shared:
        return False
    if len(shared) in (len(mine), len(theirs)):
        return True
    return not mixed and (one.tier is Tier.VISIBLE or next(iter(mine)) == next(iter(theirs)) in shared)


def names(found: Finding, line: str) -> list[str]:
    """The words of a line that a finding's title names: itself, or parts of it."""
    return [words for words in _NAMED.findall(found.title) if words.rstrip("…") in line]


def _kind(found: Finding) -> str:
    return f"{found.audit}/{found.kind}"


def _rests_on(found: Finding) -> dict[str, list[str]]:
    """The lines that a finding faults, each with the words of it that count: those that its title names, or all of them."""
    if found.audit == SLIPS or _kind(found) in ABSENCES:
        return {}
    # what search engines show of a page is another thing to mend than the same words on it
    lines = dict.fromkeys(quote.text for quote in faults(found) if quote.source == "text")
    parts = {line: names(found, line) for line in lines}
    named = {line: words for line, words in parts.items() if words} or {line: [line] for line in lines}
    return {line.casefold(): [part.casefold() for part in words] for line, words in named.items()}


def _proposes(found: Finding, lines: dict[str, list[str]]) -> bool:
    """Whether a finding proposes the very line that another begins with: it need not be told to be moved up as well."""
    return bool(found.proposal) and found.proposal.casefold() == next(iter(lines), None)


def _overlap(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether words named of one line are, or hold, words named of it elsewhere."""
    others = list(others)
    return any(one in other or other in one for one in some for other in others)
