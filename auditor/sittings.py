"""When food is served, told in two ways; and a house that is closed and gives its hours.

A line that names a meal is read for its sittings, day by day: "Food served 11-3 and 5-8pm (5-7pm Sundays)". Two lines of
two pages disagree where one sitting of one day begins alike and ends otherwise, or the other way round.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.cues import rare
from auditor.discord import Discord
from auditor.figures.hours import DAYS, days_of
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.site import Site
from auditor.things import READ, nouns
from auditor.voices import quoted

LONGEST = 300
"""Characters of a line that is read."""

MOST_HELD = 40
"""Lines on one meal that are held against each other."""

EVERY = ""
"""The day of a sitting that a line ties to none."""

_MEAL = rare(
    r"\b(?P<meal>food|meals|lunch(?:es)?|dinners?|breakfasts?|suppers?|brunch|sunday (?:lunch|roast)s?|carvery|(?:cream |afternoon )?teas?|kitchen)\b"
    r"(?P<between>[^.;!?\d]{0,40}?)(?=\b(?:mon|tue|wed|thu|fri|sat|sun|daily|\d))",
    re.I,
)
_IS_SERVED = re.compile(r"\bserv|\btimes\b|\bhours\b|\bavailable\b|\bopen\b|:|\bfrom\b|^\W*$", re.I)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?"
_DAYS = re.compile(
    rf"\b(?P<first>{_DAY}|weekdays?|weekends?|daily|every day|7 days(?: a week)?|seven days(?: a week)?)(?:\s*(?P<join>-|–|—|to|through|until|&|and|/)\s*(?P<last>{_DAY}))?",
    re.I,
)
_RANGE = re.compile(
    r"(?<![\d:.£$€])(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?\s*(?P<p>[ap]\.?m\b\.?|noon)?\s*(?:-|–|—|to|until|till)\s*(?P<h2>\d{1,2})(?:[:.](?P<m2>[0-5]\d))?\s*(?P<p2>[ap]\.?m\b\.?|noon)?(?![\d%])",
    re.I,
)
_SOME_TIMES = re.compile(
    r"\b(?:christmas|xmas|new year|boxing|easter|bank|public|holidays?|festive|valentine|mother|father|halloween|winter|summer|autumn|spring|season(?:al)?|january|february|march|april|june|july|august|september|october|november|december"
    r"|take-?away|deliver\w*|children|kids|special|offer|fixed|set|early bird|party|function|wedding|until further)\b",
    re.I,
)
"""What has times of its own: a season, a holiday, an offer."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """From when to when something is served on one day (:data:`EVERY`: on any that has none of its own), in hours."""

    day: str
    begins: float
    ends: float
    words: str


def discords(site: Site) -> Iterator[Discord]:
    """A meal whose times differ on one day; a house that is closed and gives its hours."""
    yield from _served(site)
    yield from _shut(site)


def _served(site: Site) -> Iterator[Discord]:
    found: dict[str, dict[str, list[tuple[str, Copy]]]] = defaultdict(lambda: defaultdict(list))
    for page, copy in site.lines_with(_MEAL):
        match = _MEAL.search(copy.text) if _own(site, page, copy) else None
        if match and _IS_SERVED.search(match["between"]) and not _SOME_TIMES.search(f"{copy.text} {copy.unit.heading}"):
            found[match["meal"].casefold()][copy.text].append((page.url, copy))
    for meal, texts in sorted(found.items()):
        own = Counter(url for places in texts.values() for url in {url for url, _ in places} if _once(places))
        # a page with several lines of its own on one meal sets days or rooms side by side
        lines = [places[0][1] for places in texts.values() if not _once(places) or own[places[0][0]] == 1]
        for one, other in combinations(lines[:MOST_HELD], 2):
            if clash := _apart(sittings(one.text), sittings(other.text)):
                first, second = clash
                day = f" on {_NAMES[first.day]}" if first.day else ""
                title = f"When {meal} is served{day} is told in two ways: “{first.words}” and “{second.words}”"
                fix = "Ask the kitchen which holds, and give the same times on every page."
                yield Discord("served", title, ((one,), (other,)), fix, 0.9)
                return


def _once(places: Sequence[tuple[str, Copy]]) -> bool:
    """Whether a line stands on one page alone: what stands on several is the house's rule."""
    return len({url for url, _ in places}) == 1


_NAMES = dict(zip(DAYS, "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(), strict=True))


def _own(site: Site, page: JudgedPage, copy: Copy) -> bool:
    """Whether a line is one of the company's own: in the copy, in a footer or in a bar that gives the hours."""
    unit = copy.unit
    said = unit.region is not Region.OVERLAY and unit.role is not Role.QUOTE and len(copy.text) <= LONGEST
    return said and not page.twin_of and page.kind in READ and unit.id not in quoted(site, page)


def sittings(text: str) -> list[Sitting]:
    """The times of a line with their days, which stand before all of them or behind each."""
    spans = [*_RANGE.finditer(text)]
    named = [*_DAYS.finditer(text)]
    found: list[Sitting] = []
    before = bool(named) and bool(spans) and named[0].start() < spans[0].start()
    for span in spans:
        begins = _hour(span["h"], span["m"], span["p"] or _half(span))
        ends = _hour(span["h2"], span["m2"], span["p2"] or "pm")
        if not begins < ends:
            continue
        if before:
            day = next((name for name in reversed(named) if name.end() <= span.start()), None)
        else:
            day = next((name for name in named if name.start() >= span.end()), None)
            if day and "(" in text[span.end() : day.start()]:
                day = None  # what is in brackets is told of another day
        days = days_of(day["first"], day["join"], day["last"]) if day else (EVERY,)
        found += [Sitting(name, begins, ends, span[0].strip()) for name in days]
    return found


def _half(span: re.Match[str]) -> str:
    """Which half of the day a time without one is in: that of its end, unless it would then be later than the end."""
    end = span["p2"] or "pm"
    return end if int(span["h"]) % 12 <= int(span["h2"]) % 12 else "am"


def _hour(hour: str, minute: str | None, half: str) -> float:
    value = int(hour) % 12 + int(minute or 0) / 60
    return value + 12 * (half.casefold().startswith(("p", "n")) or int(hour) > 12)


def _apart(one: list[Sitting], other: list[Sitting]) -> tuple[Sitting, Sitting] | None:
    """The first two sittings of one day that differ at one end alone."""
    mine, theirs = _by_day(one), _by_day(other)
    for day in (*DAYS, EVERY):
        for first in _of(mine, day):
            for second in _of(theirs, day):
                same = (first.begins == second.begins, first.ends == second.ends)
                if (
                    any(same)
                    and not all(same)
                    and not _told(first, _of(theirs, day))
                    and not _told(second, _of(mine, day))
                ):
                    return (
                        first
                        if first.day or not second.day
                        else Sitting(second.day, first.begins, first.ends, first.words)
                    ), second
    return None


def _told(sitting: Sitting, others: list[Sitting]) -> bool:
    return any((sitting.begins, sitting.ends) == (other.begins, other.ends) for other in others)


def _by_day(found: list[Sitting]) -> dict[str, list[Sitting]]:
    days: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in found:
        days[sitting.day].append(sitting)
    return days


def _of(days: Mapping[str, list[Sitting]], day: str) -> list[Sitting]:
    """The sittings of a day: its own, and those of every day that none of its own takes the place of."""
    own = days.get(day, [])
    if day == EVERY:
        return own
    # a line that tells some days and no rule for the others says nothing of these
    return own + [
        each for each in days.get(EVERY, []) if not any(s.begins < each.ends and each.begins < s.ends for s in own)
    ]


# --- closed, and open ---------------------------------------------------------------------------------------------------

_CLOSED = rare(
    r"\b(?P<who>we|(?:our|the|both(?: of)? our|all(?: of)? our) (?P<what>(?:[a-z]+ ){0,2}[a-z]+)) (?:is|are|remains?) (?P<how>(?:currently|temporarily|now|presently|still|all|sadly) )*(?:closed|shut)\b(?P<more>[^.;!?]{0,80})",
    re.I,
)
_FOR_NOW = re.compile(
    r"\b(?:currently|temporarily|presently|at present|at the moment|until further notice|for the foreseeable|for now|due to|because of|owing to|permanently|for good)\b",
    re.I,
)
_AN_END = re.compile(
    r"\b(?:until (?!further)|till|from|re-?open\w*|on|for (?:lunch|christmas|easter|the (?:day|season|winter|summer|night|weekend|holidays?))|between|during|after|to (?:new|the public)|\d{1,2} ?[ap]m)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.I,
)
_HOURS = rare(
    r"\b(?:open(?:ing)?(?: hours| times)?|hours)\b\W{0,3}[^.;!?]{0,30}\b(?:mon|tue|wed|thu|fri|sat|sun|daily|every day)[^.;!?]{0,30}\d",
    re.I,
)


def _shut(site: Site) -> Iterator[Discord]:
    """A house or its shops that are closed for now, and opening hours of theirs on the same page, or the house's anywhere."""
    closed: list[tuple[JudgedPage, Copy, str, frozenset[str]]] = []
    hours: list[tuple[JudgedPage, Copy]] = []
    for page, copy in site.lines_with(_CLOSED, _HOURS):
        if not _own(site, page, copy) or page.kind is PageKind.POLICY:
            continue
        match = _CLOSED.search(copy.text)
        if (
            match
            and (_FOR_NOW.search(match[0]) or _FOR_NOW.search(copy.text[: match.start()]))
            and not _AN_END.search(match["more"])
        ):
            what = nouns(match["what"] or "") - {"currently", "temporarily"}
            words = match[0].removesuffix(match["more"]) if match["more"] else match[0]
            closed.append((page, copy, words, what))
        elif not match and _HOURS.search(copy.text):
            hours.append((page, copy))
    for page, copy, words, what in closed:
        for its_page, line in hours:
            if its_page is page or not what or what & nouns(f"{line.text} {line.unit.heading}"):
                title = f"It says “{words}”, and its opening hours stand beside it"
                title = title if its_page is page else f"It says “{words}”, and gives opening hours elsewhere"
                fix = "Take the notice down if the doors are open; if not, say until when they are closed, beside the hours too."
                yield Discord("shut", title, ((copy,), (line,)), fix, 0.92)
                return
