"""What an edit did to the figures of a line: sums, times, hours, shares and counts, each as it was and as it is now.

A figure that became another one is a changed condition and not better or worse writing: whether 45 is better than 60
depends on who pays. So it is told with both values, and nobody is congratulated on it. Pure functions over text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.changes import Measure, ValueChange
from auditor.figures import ANY, number
from auditor.figures.contacts import phones

MOST = 3
"""Changed figures of one line that its sentence names."""

LONGEST = 600
"""Characters of a line that are read for figures."""

_SIGN = r"(?:[$€£₹¥]|\b(?:rs\.?|inr|usd|eur|gbp|aud|cad|nzd|chf|zar|aed)(?=\s?\d))"
_COINS = r"(?:[€₹]|/-|(?:usd|eur|gbp|inr|dollars?|euros?|pounds?|rupees?|pence|cents?)\b)"
_NUMBER = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?"
_TO = r"\s*(?:-|–|—|to|or|and)\s*"
_UNITS = "second|sec|minute|min|hour|hr|day|night|week|month|year|yr|decade"
_CLOCK = r"\d{1,2}(?:[:.][0-5]\d)?"
_HALF = r"\s*[ap]\.?m\b\.?"

_PRICE = re.compile(
    rf"{_SIGN}\s?{_NUMBER}(?:\s?(?:k|m|bn|million|thousand)\b)?(?:{_TO}{_SIGN}?\s?{_NUMBER})?|{_NUMBER}\s?{_COINS}",
    re.I,
)
_FREE = re.compile(
    r"\b(?:no|zero|without|never (?:charge|pay|a|any)|(?:do|does|will) not charge|(?:don't|doesn't|won't) charge)\b"
    r"[^.,;:!?]{0,30}?\b(?:fees?|charges?|costs?|surcharges?|deposits?)\b"
    r"|\bfree of charge\b|\b(?:at )?no (?:extra |additional )?(?:cost|charge)\b|\bcosts? (?:you )?nothing\b|\bcomplimentary\b"
    r"|\bon the house\b|(?<![-\w])free(?![-\w])(?! (?:from|of|to|up|time|will|flow)\b)",
    re.I,
)
_NOT_FREE = re.compile(
    r"\b(?:feel|set|toll|risk|pain|hassle|stress|worry|sugar|gluten|smoke|drug|debt|duty|tax)[- ]$", re.I
)
_HOURS = re.compile(
    rf"{_CLOCK}(?:{_HALF})?\s*(?:-|–|—|to|until|till)\s*{_CLOCK}{_HALF}|\d{{1,2}}[:.][0-5]\d\s*(?:-|–|—|to|until|till)\s*\d{{1,2}}[:.][0-5]\d"
    rf"|\b{_CLOCK}{_HALF}",
    re.I,
)
_TIME = re.compile(
    rf"(?:{ANY}(?:{_TO}{ANY})?|\b(?:half )?an?)\s?[\s-]?(?:(?:working|business|calendar|full) )?(?:{_UNITS})s?\b"
    r"|\b(?:same|next)[- ](?:working |business )?day\b|\bovernight\b|\blifetime\b|\b24/7\b|\bround[- ]the[- ]clock\b",
    re.I,
)
_SHARE = re.compile(rf"{_NUMBER}\s?(?:%|percent\b|per cent\b)", re.I)
_COUNT = re.compile(rf"(?<![\w.,/-]){ANY}(?![\w/-]|[.,]\d)\+?(?:\s+[a-z’']+s\b)?", re.I)
_DATED = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
_ASKED = re.compile(
    r"\b(?:costs?|prices?|priced|fees?|charges?|charged|rates?|pay(?:able)?|from|per|each|only|deposit)\b", re.I
)
"""Words by which a sum is asked for, where the line is otherwise about what a customer gained or lost."""

_BOUNDLESS = re.compile(
    r"\b(?:unlimited|lifetime|always|never|no|zero|none|without|any|all|every|anytime|immediate(?:ly)?|instant(?:ly)?|same[- ]day|free|"
    r"24/7|round[- ]the[- ]clock)\b",
    re.I,
)
"""Words that promise without bound: a figure in their place is a limit and nothing gained."""


@dataclass(frozen=True, slots=True)
class _Value:
    """One figure of a line: its sort, what it is compared by, its words, and where they begin. Free is a price of ""."""

    measure: Measure
    key: str
    words: str
    start: int

    @property
    def free(self) -> bool:
        return self.key == "free"


_READ = (
    (Measure.HOURS, _HOURS),
    (Measure.PRICE, _FREE),
    (Measure.PRICE, _PRICE),
    (Measure.SHARE, _SHARE),
    (Measure.TIME, _TIME),
    (Measure.COUNT, _COUNT),
)
"""What is looked for first has its words to itself."""


def values_changed(before: str, after: str, *, gained: bool = False) -> tuple[ValueChange, ...]:
    """Which figures of a line became others, prices first; "" for a line that was not there before, or is gone.

    Figures are paired in their order within one sort (what is free, and what it costs, are one). A price without a
    partner is told alone; of other sorts only what stands on both sides is a change. ``gained`` says that the line is
    about what a customer gained or lost: there a sum without a partner counts as a price only where it is asked for.
    """
    if _DATED.search(before) or _DATED.search(after):
        return ()
    old, new = list(_values(before)), list(_values(after))
    went, came = _without(old, new), _without(new, old)
    found = []
    for measure in Measure:
        first, second = ([value for value in side if value.measure is measure] for side in (went, came))
        found += [ValueChange(measure, a.words, b.words) for a, b in zip(first, second, strict=False)]
        if measure is Measure.PRICE:
            alone = [*first[len(second) :], *second[len(first) :]]
            if gained and not _ASKED.search(f"{before} {after}"):
                alone = [value for value in alone if value.free]
            if not before or not after:
                alone = [value for value in alone if not value.free]
            found += [
                ValueChange(measure, value.words if value in went else "", "" if value in went else value.words)
                for value in alone
            ]
    return tuple(found)


def bounded_now(went: Sequence[str], came: Sequence[str]) -> bool:
    """Whether words that promised without bound went ("always", "any", "same day") where a figure came."""
    kept = " ".join(came).casefold()
    return any(match[0].casefold() not in kept.split() for match in _BOUNDLESS.finditer(" ".join(went)))


def said(changes: Sequence[ValueChange]) -> str:
    """The changed figures in a phrase: "£45, now £60"; "" where there are none."""
    told = [_said(change) for change in changes[:MOST]]
    more = len(changes) - MOST
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _said(change: ValueChange) -> str:
    if change.before and change.after:
        return f"{change.before}, now {change.after}"
    words = change.before or change.after
    verb = ("names" if any(sign.isdigit() for sign in words) else "says") if change.after else ""
    told = words if any(sign.isdigit() for sign in words) else f"“{words}”"
    return f"now {verb} {told}" if change.after else f"no longer {'names' if told == words else 'says'} {told}"


def _values(text: str) -> Iterator[_Value]:
    """The figures of a line, in the order of the text."""
    text = text[:LONGEST]
    taken: list[tuple[int, int]] = list(phones(text))
    found = [_Value(Measure.CONTACT, re.sub(r"\D", "", text[a:b]), text[a:b].strip(), a) for a, b in taken]
    for measure, pattern in _READ:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken):
                continue
            free = pattern is _FREE
            if (free and _NOT_FREE.search(text[:start])) or (measure is Measure.COUNT and match[0].casefold() in _ONE):
                continue
            taken.append((start, end))
            words = match[0].strip(" .,")
            key = "free" if free else _key(measure, words)
            found.append(_Value(measure, key, _with_thing(text, start, end) if free else words, start))
    return iter(sorted(found, key=lambda value: value.start))


_ONE = {"one", "zero"}


def _with_thing(text: str, start: int, end: int) -> str:
    """What is said to be free, with the thing that it is said of where that follows: "free delivery"."""
    words = text[start:end]
    if words.casefold() not in ("free", "complimentary"):
        return words
    after = re.match(r"\s+[\w-]+", text[end:])
    return words + after[0] if after else words


def _key(measure: Measure, words: str) -> str:
    """What tells two figures of one sort apart: their values and units, however they are written."""
    plain = words.casefold().replace("–", "-").replace("—", "-")
    if measure is Measure.COUNT:
        match = re.match(ANY, plain, re.I)
        return f"{number(match[0]):g}" if match else plain
    spelt = re.sub(rf"\b{ANY}", lambda match: f"{number(match[0]):g}", plain, flags=re.I)
    spelt = re.sub(r"\ban?\b", "1", spelt)
    return re.sub(r"(?<=[a-z])s\b|[\s.-]", "", re.sub(r"\b(?:to|or|and)\b", "-", spelt))


def _without(values: Sequence[_Value], others: Sequence[_Value]) -> list[_Value]:
    """The values that the other side has not, each as often as it lacks it; what stands there in the same words is that one."""
    words = Counter((value.measure, value.words.casefold()) for value in others)
    left = Counter((value.measure, value.key) for value in others)
    rest = []
    for value in values:
        if words[value.measure, value.words.casefold()]:
            words[value.measure, value.words.casefold()] -= 1
            left[value.measure, value.key] -= 1
        else:
            rest.append(value)
    found = []
    for value in rest:
        if left[value.measure, value.key] > 0:
            left[value.measure, value.key] -= 1
        else:
            found.append(value)
    return found
