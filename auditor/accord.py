"""What a report may not say in one breath: the last look at all findings and lines of praise, before they are written.

Each audit asks its own question, and two answers can contradict each other on one page of the report: a line praised and
faulted, a thing credited and said to be found nowhere, a line to be moved to the top that another finding calls mere
praise. Three public rules decide which falls, whatever the audits:

1. What is shown stands, and what says that it was found nowhere falls: a price that is quoted is there.
2. What is praised falls where a finding faults the same line, or names its figure as one side of a contradiction; so do
   hours on a page that says that the house is closed. What is praised by several lines falls with one that is taken back.
3. What is to be moved to the top falls where another finding faults the line.

A pure function of the results; it adds nothing and changes no score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.model import AuditResult, Finding, Quote, Tier

WHOLE = 24
"""Letters from which a line that stands within another is the same words: a judgement."""

SHOWN: dict[str, tuple[str, ...]] = {
    "a price": ("merits/prices", "self-service/priced-offers"),
    "a remedy": ("proof/remedy",),
    "a named customer": ("who-vouches/full-names",),
    "a telephone number": ("way-in/reachable",),
    "somebody of its people": ("accountability/people-named",),
    "a number in a register": ("merits/number",),
    "its hours": ("merits/hours",),
    "how soon it answers": ("merits/heard",),
    "what happens next": ("merits/steps",),
    "what to bring or send": ("merits/bring",),
}
"""What is credited by which lines of praise (``audit/kind``)."""

_DENIED = {
    "a price": r"\bno price(?:, range| and no comparison)\b|\bwithout a price\b|\bsays (?:[^“]*[; ])?what (?:it|an? (?!missed)[\w', -]{3,40}?) costs\b",
    "a remedy": r"\bno measured figure and no remedy\b|\bwhat happens when it is not\b",
    "a named customer": r"\bis named or quoted\b|\bis given a (?:full )?name\b|\bno customer, result or figure\b",
    "a telephone number": r"\bno telephone number\b",
    "somebody of its people": r"\bnames nobody\b|\bnot one of (?:them|its people) is named\b|\bnames not one of them\b|\bnobody who works there\b"
    r"|\bno name of anybody\b|\bnobody['’]s name\b|\bnot one name\b",
    "a number in a register": r"\bno registered name or number\b|\bnor a number to look up\b|\bno register, no number\b",
    "its hours": r"\bwhen somebody (?:is there|answers)\b",
    "how soon it answers": r"\bhow soon (?:one (?:hears|is answered)|somebody acts)\b|\bsays within which time\b",
    "what happens next": r"\bwhat happens then\b",
    "what to bring or send": r"\bwhat to (?:bring|send)\b",
}
"""Words of a title that say of the same thing that it stands nowhere; what a title quotes of the site is left out."""

DENIED = {thing: re.compile(words, re.I) for thing, words in _DENIED.items()}

_ABSENT = re.compile(r"\bno\b|\bnot\b|\bnothing\b|\bnobody\b|\bwithout\b|\bnames not\b", re.I)
_NAMED = re.compile("“([^”]+)”")
_INSTEAD = {("first-screen", kind) for kind in ("anyone", "of-itself", "silent")}
"""Findings that fault their first line and recommend the others in its place."""

_CONTRADICTS = ("one-voice", "doors")
"""Audits whose titles name the two sides of a contradiction."""


def agreed(results: Sequence[AuditResult]) -> tuple[AuditResult, ...]:
    """The results without what the rest of them refutes; an audit whose findings all fall says its summary instead."""
    findings = [found for result in results for found in result.findings]
    praises = [praise for result in results for praise in result.keep]
    refuted = {id(found) for found in findings if _refuted(found, findings, praises)}
    standing = [found for found in findings if id(found) not in refuted]
    refuted |= {id(found) for found in standing if _recommends(found) and _faulted_by(found, standing)}
    standing = [found for found in standing if id(found) not in refuted]
    return tuple(_without(result, refuted, standing) for result in results)


def _without(result: AuditResult, refuted: set[int], standing: Sequence[Finding]) -> AuditResult:
    left = tuple(found for found in result.findings if id(found) not in refuted)
    kept = tuple(praise for entry in result.keep if (praise := _unfaulted(entry, standing)) is not None)
    if left == result.findings and kept == result.keep:
        return result
    title = result.summary if result.findings and not left else result.title
    return replace(result, findings=left, keep=kept, title=title)


def denied(title: str) -> frozenset[str]:
    """The things of which a finding's title says that they stand nowhere."""
    own = _NAMED.sub("“”", title)
    if not _ABSENT.search(own):
        return frozenset()
    return frozenset(thing for thing, words in DENIED.items() if words.search(own))


def _refuted(found: Finding, findings: Sequence[Finding], praises: Sequence[Finding]) -> bool:
    """Whether a finding says that a thing stands nowhere which a line of praise shows, and nothing else faults that praise."""
    things = denied(found.title)
    if not things:
        return False
    others = [other for other in findings if not things & denied(other.title)]
    return any(
        f"{praise.audit}/{praise.kind}" in SHOWN[thing] and _unfaulted(praise, others) is not None
        for thing in sorted(things)
        for praise in praises
    )


def _recommends(found: Finding) -> bool:
    """Whether a finding recommends the lines that it quotes, to be moved to the top."""
    return found.audit == "promote" and found.kind != "no-figure"


def _faulted_by(found: Finding, findings: Iterable[Finding]) -> bool:
    """Whether an error, a contradiction or a want of proof is told of a line that this finding recommends."""
    faulted = _lines(other for other in findings if other.tier in (Tier.VISIBLE, Tier.PROOF))
    return any(_is_one_of(quote.text.casefold(), faulted) for quote in found.quotes if quote.source == "text")


def _lines(findings: Iterable[Finding]) -> set[str]:
    return {quote.text.casefold() for found in findings for quote in faults(found) if quote.source == "text"}


def faults(found: Finding) -> Sequence[Quote]:
    """The lines that a finding faults: not those that it recommends, counts, or shows beside what is missing."""
    if found.audit == "focus-mix":
        return ()
    if (found.audit, found.kind) in _INSTEAD:
        return found.quotes[:1]
    if found.tier is Tier.VISIBLE or not _ABSENT.search(_NAMED.sub("“”", found.title)):
        return found.quotes
    named = [words.casefold() for words in _NAMED.findall(found.title)]
    return [quote for quote in found.quotes if any(words in quote.text.casefold() for words in named)]


def _unfaulted(praise: Finding, findings: Iterable[Finding]) -> Finding | None:
    """What is praised without the lines that a finding faults, or None where nothing stands without them."""
    faults = [found for found in findings if found.tier is not Tier.PROMOTE]
    faulted, sides = _lines(faults), _sides(faults)
    shut = _shut(faults) if f"{praise.audit}/{praise.kind}" in SHOWN["its hours"] else frozenset()
    left = tuple(
        quote
        for quote in praise.quotes
        if not _is_one_of(quote.text.casefold(), faulted)
        and not any(side.search(quote.text) for side in sides)
        and quote.url not in shut
    )
    if len(left) == len(praise.quotes):
        return praise
    taken_back = _lines(found for found in faults if (found.audit, found.kind) == _TAKEN_BACK)
    if any(_is_one_of(quote.text.casefold(), taken_back) for quote in praise.quotes):
        return None  # its other lines promise the same
    # what a title names or counts line by line stands with all of them or not at all
    return replace(praise, quotes=left) if left and not re.search(r"[:“(]", praise.title) else None


def _shut(findings: Iterable[Finding]) -> frozenset[str]:
    """The pages that say that the house is closed, by a line that another finding calls years past."""
    return frozenset(
        quote.url
        for found in findings
        if (found.audit, found.kind) in _PAST
        for quote in found.quotes
        if _CLOSED.search(quote.text)
    )


_PAST = {("upkeep", "lapsed"), ("upkeep", "announced")}
_TAKEN_BACK = ("one-voice", "promise")
_CLOSED = re.compile(r"\bclosed\b|\bnot running\b", re.I)


def _is_one_of(line: str, lines: set[str]) -> bool:
    return line in lines or (
        len(line) >= WHOLE and any(line in text or (len(text) >= WHOLE and text in line) for text in lines)
    )


def _sides(findings: Iterable[Finding]) -> list[re.Pattern[str]]:
    """The figures that a contradiction names, as they stand in a line: "30 years", a number, a price."""
    named = {
        words
        for found in findings
        if found.tier is Tier.VISIBLE and found.audit in _CONTRADICTS
        for words in _NAMED.findall(found.title)
    }
    return [
        re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)", re.I) for words in sorted(named) if re.search(r"\d", words)
    ]
