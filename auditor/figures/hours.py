"""Opening hours in a line of copy, day by day: "Mon-Fri 9-5, Sat 10 to 2, Sunday closed".

A pure function over text. Times are in hours from midnight; a closed day is 0 to 0. Days without times, times without
days and round-the-clock phrases ("24/7") are not read: they say too little of when a door is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from auditor.figures.base import uncased

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST = 24
"""Entries of one text that are read."""


@dataclass(frozen=True, slots=True)
class Open:
    """The hours of one day, and the words of the text that gave them."""

    day: str
    opens: float
    closes: float
    start: int
    end: int


_DAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b\.?"
_NAMED = rf"(?P<first>{_DAY}|weekdays?|weekends?|daily|every ?day|(?:seven|7) days(?: a week)?)"
_RANGE = rf"{_NAMED}(?:\s*(?P<join>-|–|—|to|through|thru|until|&|and|/|,)\s*(?P<last>{_DAY}))?"
_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>[0-5]\d)(?!\d))?\s*(?P<{0}p>a\.?m\b\.?|p\.?m\b\.?|noon)?"
_TIMES = rf"(?:{_CLOCK.format('a')}\s*(?:-|–|—|to|until|till)\s*(?:{_CLOCK.format('b')}|(?P<noon>noon|midnight))(?![\d%$])|(?P<shut>closed))"
_LINE = re.compile(rf"\b{_RANGE}\s*(?:[:,|(·•-]|from|hours|we are|is|are|\s)*\s*{_TIMES}", re.I)


_TURNED = re.compile(rf"(?<![\d:])(?<!\d[ -])\b{_TIMES}\s*,?\s*(?:on |open )?{_RANGE}", re.I)
"""The times before the days: "9 am to 5 pm, Monday to Friday"."""
_DIGIT = re.compile(r"\d")


_SHUT = re.compile(rf"\bclosed (?:all day )?(?:on )?{_RANGE}", re.I)


_TWO_DOORS = re.compile(
    r"\((?=[^()]*\d)[^()]*\b(?:open|reception|office|desk|phones?|lines|counter|kitchen|bar|shop)\b[^()]*\)", re.I
)
"""Other hours in brackets: the line itself says that there are two sorts, and which holds for what is not for a machine."""


def opening(text: str) -> Iterator[Open]:
    """The hours of every day that a text names, in its order; none where brackets tell those of another door."""
    if "(" in text and _TWO_DOORS.search(text):
        return
    for match in _SHUT.finditer(text[:200]):
        for day in days_of(match["first"], match["join"], match["last"]):
            yield Open(day, 0.0, 0.0, match.start(), match.end())
    entries = list(islice(_LINE.finditer(text), MOST + 1)) or (
        list(islice(_TURNED.finditer(text), 1)) if _DIGIT.search(text) else []
    )
    for count, match in enumerate(entries):
        if count == MOST:
            return
        if match["shut"]:
            opens = closes = 0.0
        else:
            opens = _time(match["ah"], match["am"], match["ap"] or "", morning=True)
            closes = 12.0 if match["noon"] else _time(match["bh"], match["bm"], match["bp"] or "", morning=False)
            if not match["ap"] and (match["bp"] or "").casefold().startswith("a") and closes > opens:
                closes = float(match["bh"])
            if opens >= closes or not (
                match["ap"] or match["bp"] or match["am"] or match["bm"] or match["noon"] or int(match["ah"]) >= 6
            ):
                continue
        for day in days_of(match["first"], match["join"], match["last"]):
            yield Open(day, opens, closes, match.start(), match.end())


def _time(hour: str, minute: str | None, half: str, *, morning: bool) -> float:
    """A time of day in hours; without am or pm an opening is in the morning and a closing in the afternoon."""
    value = int(hour) % 24 + int(minute or 0) / 60
    late = half.casefold().startswith(("p", "n")) if half else (not morning and value < 12)
    return value % 12 + 12 if late else value


def days_of(first: str, join: str | None, last: str | None) -> tuple[str, ...]:
    """The days from the first to the last of two that are named, or those two; "weekdays" and the like are their days."""
    start = uncased(first)[:3]
    if first.casefold().startswith("weekday"):
        return DAYS[:5]
    if first.casefold().startswith("weekend"):
        return DAYS[5:]
    if start not in DAYS:
        return DAYS
    if not last:
        return (start,)
    one, other = DAYS.index(start), DAYS.index(uncased(last)[:3])
    if join in ("&", "/", ",") or (join or "").casefold() == "and":
        return (DAYS[one], DAYS[other])
    return DAYS[one : other + 1] if one <= other else DAYS[one:] + DAYS[: other + 1]
