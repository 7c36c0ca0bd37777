"""Dates of a line: those whose day of the week does not fit ("Monday, March 11, 2025" was a Tuesday), and the years named.

Pure functions over text. Only dates with a day of the week, a day, a month's name and a year say enough to be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from auditor.cues import rare

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATED = rare(
    r"\b(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?\.?,? (?:the )?"
    r"(?:(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\.? (?P<number>\d{1,2})(?:st|nd|rd|th)?,?"
    r"|(?P<first>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<second>[A-Z][a-z]{2})[a-z]{0,6},?) (?P<year>(?:19|20)\d\d)\b"
)


def misdated(text: str) -> Iterator[tuple[str, str]]:
    """The words of each date that names a wrong day of the week, and the day that it falls on."""
    for match in _DATED.finditer(text):
        month = _MONTHS.get((match["month"] or match["second"]).casefold())
        if month is None:
            continue
        try:
            falls = date(int(match["year"]), month, int(match["number"] or match["first"])).weekday()
        except ValueError:  # no calendar has such a day
            continue
        if not _DAYS[falls].startswith(match["day"]):
            yield match[0], _DAYS[falls]


_YEAR = rare(r"(?<![\d/.$£€-])(20[0-4]\d)(?:\s?[/–-]\s?(?:20)?(\d\d))?(?![\d/-]|\s?[%+])")


def years(text: str) -> list[int]:
    """The years that a text names, of a season over two ("2024/25") the second."""
    found = []
    for match in _YEAR.finditer(text):
        first = int(match[1])
        last = first // 100 * 100 + int(match[2] or 0)
        found.append(last if last == first + 1 else first)
    return found


ENTRY = 9
"""Words of an entry at most: a longer text tells of a year and announces nothing."""

_YEARLY = re.compile(
    r"\b(?:schedules?|leagues?|calendars?|seasons?|officers|committees?|trustees|classes|courses|registration|summer|winter|spring|autumn|fixtures|"
    r"program(?:me)?s?|camps?|meetings?|raffle|picnic|dinner|fees|prices|rates|tournaments?|enrol?ment|term dates|opening times)\b",
    re.IGNORECASE,
)
"""What comes round again each year, or is chosen or set anew."""

_PAST = re.compile(
    r"\b(?:archives?|past|previous|former|results?|history|winners?|scores?|recap|photos?|gallery|reports?|minutes|since|established|founded|"
    r"copyright|awards?|news(?:letter)?s?|reviews?|recipients?|highlights|class of|alumni|was|were|celebrated|completed)\b|©",
    re.IGNORECASE,
)


def is_over(text: str, beside: str, now: int) -> bool:
    """True for an entry for what comes round each year whose newest year is before ``now``.

    ``beside`` is what stands over it: archives, results and reports name years that are over on purpose.
    """
    named = years(text) if len(text.split()) <= ENTRY else []
    return bool(named) and max(named) < now and bool(_YEARLY.search(text)) and not _PAST.search(f"{text} {beside}")
