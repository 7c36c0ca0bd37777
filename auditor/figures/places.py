"""What a place holds and whom it is for: guests, rooms, ages, premises, the area served, times of day, house rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from math import inf

from auditor.cues import rare
from auditor.figures.base import ANY, DIGITS, SPAN, Figure, Kind, number

_SLEEPS = re.compile(
    rf"\b(?P<verb>sleeps?|sleeping(?: space)? for|accommodat(?:es?|ing|ion for)|beds for|(?:room|space|capacity) for|cater(?:s|ing)? for|seats?|seating (?:for|capacity(?: of)?)|holds|fits)"
    rf"(?: (?P<most>up to|a maximum of|at most|as many as|comfortably|between))*\s+{SPAN}(?P<plus>\+)?(?:\s+(?P<who>guests?|people|persons?|adults?|visitors|diners|attendees|friends))?(?!\s*(?:%|percent|[-\s]?(?:inch|mm|cm|feet|ft|lb|kg|ton|gallon|nights?|days?|hours?|minutes?|years?|bedrooms?|cars?|vehicles?|orders?|patterns?|lengths?|applications?))|[.,]?\d)",
    re.I,
)
_UP_TO = re.compile(
    rf"\b(?:up to|maximum(?: occupancy)?(?: is| of|:)?|max\.?|no more than|limit(?:ed to| of)|occupancy(?: is| of|:)?|perfect for|ideal for|suitable for)(?: parties of| groups of| a party of)?\s+{SPAN}\s+(?P<who>guests?|people|persons|adults|overnight guests|visitors)\b",
    re.I,
)

_BEYOND = re.compile(
    rf"\b(?:(?:room|space|capacity|seating) for|capacity of|accommodat(?:es?|ing)|cater(?:s|ing)? for|sleeps|seats?|holds)"
    rf" (?:over|more than|upwards of|in excess of)\s+(?P<low>{ANY})\s+(?:guests|people|persons|adults|visitors|diners|attendees)\b",
    re.I,
)
_ASKED_FOR_WHO = ("holds", "fits", "room for", "space for", "capacity for", "cater for", "caters for", "catering for", "accommodates", "accommodate", "accommodating")  # fmt: skip


def capacities(text: str) -> Iterator[Figure]:
    """How many people a place holds; without an upper end where it is said to hold more than a number."""
    for match in _BEYOND.finditer(text):
        yield Figure(Kind.CAPACITY, "guests", number(match["low"]), inf, "", match.start(), match.end())
    for match in (*_SLEEPS.finditer(text), *_UP_TO.finditer(text)):
        groups = match.groupdict()
        verb = (groups.get("verb") or "").casefold()
        subject = "seats" if verb.startswith("seat") else "guests"
        if verb in _ASKED_FOR_WHO and not groups.get("who"):
            continue
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        if 1 <= high <= 5000 and low <= high:
            yield Figure(Kind.CAPACITY, subject, high, high, "", match.start(), match.end())


_ROOMS = rare(
    rf"(?<![\d$€£.,-])(?P<low>{ANY})(?P<half>\.5|½| (?:and a half|1/2))?[\s-]+(?:(?:full|private|separate|large|spacious|queen|king|double|single|twin|cozy|cosy|upstairs|downstairs|master)[\s-]+){{0,2}}(?P<what>bedrooms?|beds?(?! and breakfast)|bath(?:room)?s?|kitchens?|exam(?:ination)? rooms?|treatment rooms?|operator(?:y|ies)|conference rooms?|meeting rooms?|classrooms?|gyms?|fireplaces?|parking spaces?)\b",
    re.I,
)
_ROOM = {"bath": "bathroom", "bathroom": "bathroom", "bed": "bed", "operatorie": "operatory"}


def rooms(text: str) -> Iterator[Figure]:
    """How many rooms of a kind a place has."""
    for match in _ROOMS.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if re.search(
            r"\b(?:to|or|and|from|up to|-|–|per|each|every|one of|additional|extra|second|more)\s*$", before, re.I
        ):
            continue
        what = match["what"].casefold().rstrip("s")
        value = number(match["low"]) + (0.5 if match["half"] and not match["low"].endswith(".5") else 0)
        yield Figure(Kind.ROOMS, _ROOM.get(what, what), value, value, "", match.start(), match.end())


_AGES = (
    re.compile(
        r"\bage[sd]?(?: of| from| between|:)?\s+(?P<low>\d{1,2})(?:\s*(?:-|–|—|to|through|and|thru)\s*(?P<high>\d{1,2})|\s*(?P<up>\+|and (?:up|over|older|above)|or (?:older|over)|years and (?:up|older|over)))(?!\s*(?:months|%|weeks))",
        re.I,
    ),
    rare(
        r"\b(?:children|kids|boys|girls|youngsters|young people|pupils) (?:from |between )(?:the ages of )?(?P<low>\d{1,2})\s*(?:-|–|—|to|and)\s*(?P<high>\d{1,2})\b(?P<up>)(?! ?(?:months|minutes|weeks|schools|countries|families|per|%|[ap]m))",
        re.I,
    ),
    rare(
        r"(?<![\d$.,])(?P<low>\d{1,2})\s*(?:-|–|—|to)\s*(?P<high>\d{1,2})[\s-]*(?:years?|yrs?\.?)[\s-]*(?:of age|old)s?\b(?P<up>)",
        re.I,
    ),
)
_OLD_ENOUGH = re.compile(
    rf"\b(?:must be|have to be|minimum age(?: is| of|:)?|need to be)(?: at least)?\s+(?P<low>{ANY})(?:\s+(?:years|yrs)(?: of age| old)?|\s+or (?:older|over)|\s*\+|\s*$|\.|,|\s+to\s)",
    re.I,
)


_AND_MONTHS = re.compile(
    r"\b(?:age[ds]?|children)\b[^.;!?\d]{0,40}?\b(?:from|is|of|at)(?: the age of)? (?P<low>\d{1,2}) years?,? (?:and )?(?P<months>\d{1,2}) months?\b",
    re.I,
)
"""A least age told to the month: "children aged from 2 years 6 months"."""


def ages(text: str) -> Iterator[Figure]:
    """Which ages it is for, in years."""
    exact = _AND_MONTHS.search(text)
    if exact is not None:
        value = float(exact["low"]) + float(exact["months"]) / 12
        yield Figure(Kind.AGES, "least age", value, value, "years", exact.start(), exact.end())
        return
    for pattern in _AGES:
        for match in pattern.finditer(text):
            low, high = float(match["low"]), float(match["high"] or 0) or inf
            if low < high and low <= 65:
                yield Figure(Kind.AGES, "ages", low, high, "years", match.start(), match.end())
    for match in _OLD_ENOUGH.finditer(text):
        value = number(match["low"])
        if 3 <= value <= 30:
            who = re.search(
                r"\bto (driv|rent|check|book|volunteer|apply|enrol|play|sign|drink|enter|join|rid)",
                text,
                re.I,
            )
            yield Figure(
                Kind.AGES,
                f"age to {who[1].casefold()}" if who else "least age",
                value,
                value,
                "years",
                match.start(),
                match.end(),
            )


_PLACE_SIZE = re.compile(
    rf"(?P<low>{DIGITS})[\s-]*(?:sq(?:uare|\.)?[\s.-]*(?P<unit>f(?:ee|oo)?t|m(?:et(?:er|re)s?)?)|(?P<acre>acres?))\b\.?,?\s+(?:of\s+)?(?:(?:[\w,&-]+)\s+){{0,3}}?(?P<what>facilit(?:y|ies)|plant|shop|factory|clinic|office|building|warehouse|showroom|workshop|centre|center|studio|campus|property|resort|farm|venue|ranch|grounds)\b"
    rf"|\b(?P<what2>facility|plant|shop|factory|clinic|building|warehouse|showroom|workshop|campus|property|resort|farm|grounds)\b[^.;!?]{{0,40}}?(?P<low2>{DIGITS})[\s-]*(?:sq(?:uare|\.)?[\s.-]*(?P<unit2>f(?:ee|oo)?t|m(?:et(?:er|re)s?)?)|(?P<acre2>acres?))\b",
    re.I,
)  # fmt: skip
_RADIUS = re.compile(
    rf"\b(?:within|(?:up )?to|inside)(?: an?)?(?: radius of)? (?:about )?(?P<low>{ANY})[\s-]*(?P<unit>miles?|km|kilomet(?:er|re)s)\b(?: radius)?(?! (?:away|from (?:the )?(?:beach|park|lake|downtown|airport|town|trail)|per|an hour|walk|drive))|\b(?P<low2>{ANY})[\s-]*(?P<unit2>miles?|km|kilomet(?:er|re))[\s-]+radius\b",
    re.I,
)
_SERVED = re.compile(
    r"\b(?:serv(?:e|es|ing|ice)|deliver|cover|travel|work|area|install|customers?|homes|radius|collect|come to)\b", re.I
)
_OCLOCK = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?P<half>a\.?m\.?|p\.?m\.?|noon)?|(?P<noon>noon)"
_CHECKED = re.compile(r"check[\s-]?(?:in|out)", re.I)
_CHECK = (
    re.compile(
        rf"\bcheck[\s-]?(?P<way>in|out)\b(?:[ :–-]{{1,3}}(?:tim(?:e|es|ing|ings)|is|are|begins|starts|from|after|at|by|before|any ?time|between|available)\b)*[ :–-]{{0,3}}(?:{_OCLOCK})(?![\d%])",
        re.I,
    ),
    # "4 pm check-in"
    re.compile(rf"(?<![\d.:])(?:{_OCLOCK}) (?:for )?check[\s-]?(?P<way>in|out)\b", re.I),
)


def places(text: str) -> Iterator[Figure]:
    """The size of premises, the area served, and times of arriving and leaving."""
    for match in _PLACE_SIZE.finditer(text):
        if re.search(r"\b(?:second|another|new|additional|sister|addition)\b", text, re.I):
            continue
        what = (match["what"] or match["what2"]).casefold()
        what = re.sub(r"^(?:plant|shop|factory|building|workshop|facilities)$", "facility", what)
        acre = match["acre"] or match["acre2"]
        metric = (match["unit"] or match["unit2"] or "").casefold().startswith("m")
        value = number(match["low"] or match["low2"]) * (10.764 if metric else 1.0)
        yield Figure(
            Kind.SIZE, f"{what} in {'acres' if acre else 'square feet'}", value, value, "", match.start(), match.end()
        )
    if _SERVED.search(text):
        for match in _RADIUS.finditer(text):
            value = number(match["low"] or match["low2"])
            miles = value if (match["unit"] or match["unit2"]).casefold().startswith("mile") else value / 1.609
            if miles >= 2:
                whose = "delivery radius" if re.search(r"\bdeliver", text, re.I) else "radius"
                yield Figure(Kind.RADIUS, whose, miles, miles, "miles", match.start(), match.end())
    for match in chain.from_iterable(check.finditer(text) for check in _CHECK) if _CHECKED.search(text) else ():
        if re.search(r"\b(?:early|late|express|self)[ -]$", text[: match.start()], re.I):
            continue
        hour = 12.0 if match["noon"] else int(match["hour"]) % 24 + int(match["minute"] or 0) / 60
        half = (match["half"] or "").casefold()
        if not match["noon"] and not half and not match["minute"]:
            continue
        late = half.startswith("p") or (not half and match["way"].casefold() == "in" and hour < 9)
        hour = hour % 12 + 12 if late or half == "noon" else hour
        yield Figure(Kind.CLOCK, f"check-{match['way'].casefold()}", hour, hour, "o'clock", match.start(), match.end())


_RULES = (
    ("pets", 0.0, re.compile(r"\b(?:no (?:pets|dogs|animals)(?: (?:allowed|permitted|please))?|(?:pets|dogs|animals) (?:are )?(?:not (?:allowed|permitted|accepted)|prohibited)|(?:not|cannot|can't|unable to) (?:accept|allow|take|permit)(?: any)? (?:pets|dogs|animals)|pet[- ]free)\b", re.I)),
    ("pets", 1.0, re.compile(r"\b(?:pet|dog)[- ]friendly\b|\b(?:pets|dogs)(?: are| is)? (?:always )?(?:welcome|allowed|accepted|permitted)\b|\bwelcome (?:your )?(?:pets|dogs)\b", re.I)),
    ("smoking", 0.0, re.compile(r"\bno smoking\b|\bnon-?smoking\b|\bsmoke-?free\b|\bsmoking (?:is )?(?:not (?:allowed|permitted)|prohibited)\b", re.I)),
    ("smoking", 1.0, re.compile(r"\bsmoking (?:is )?(?:allowed|permitted)\b|\bsmoking (?:rooms?|cabins?)\b", re.I)),
    ("kitchen", 2.0, re.compile(r"\b(?:full|complete|fully[- ](?:equipped|stocked|furnished|functional))(?:,? \w+)? kitchens?\b|\bkitchens? (?:is|are) fully (?:equipped|stocked)\b", re.I)),
    ("kitchen", 1.0, re.compile(r"\bkitchen-?ettes?\b|\b(?:small|mini|basic|partial) kitchens?\b", re.I)),
    ("kitchen", 0.0, re.compile(r"\b(?:no|without (?:a )?|lacks? a) kitchens?\b|\bdo(?:es)? not have (?:a )?kitchens?\b", re.I)),
    ("wi-fi", 1.0, re.compile(r"\b(?:free|high[- ]speed|complimentary|offer|with|have|has) (?:wi-?fi|wireless internet)\b|\bwi-?fi (?:in|throughout|available|included)\b", re.I)),
    ("wi-fi", 0.0, re.compile(r"\b(?:no|without|not have|not offer) (?:wi-?fi|internet|wireless internet)\b", re.I)),
)  # fmt: skip


def rules(text: str) -> Iterator[Figure]:
    """What is allowed or there: pets, smoking, a kitchen, wi-fi."""
    done: set[str] = set()
    for subject, value, pattern in _RULES:
        match = pattern.search(text)
        if match and subject not in done:
            done.add(subject)
            yield Figure(Kind.ALLOWED, subject, value, value, "", match.start(), match.end())
