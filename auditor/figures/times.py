"""Spans of time in a line: replies, deliveries, warranties, returns, trials, notices, terms, stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from auditor.cues import rare
from auditor.figures.base import ANY, SPAN, Figure, Kind, number
from auditor.literals import lowered

_LENGTH = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "hr": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "month": 30.0,
    "year": 365.0,
    "yr": 365.0,
}
TIME = re.compile(
    rf"(?P<within>\b(?:with)?in(?:side)? (?:as little as )?|\bunder |\bless than |\bup to |\bno (?:more|longer) than |\bat most )?(?:(?P<an>\ban?)|{SPAN})"
    r"(?:\s*\(\d+\))?(?: or more)?[\s-]*(?P<business>(?:business|working|calendar|week)[\s-]*)?(?P<unit>minutes?|hours?|hrs?|days?|nights?|weeks?|months?|years?|yrs?)\b"
    r"|(?P<same>\b(?:the )?same[\s-](?:business[\s-])?day\b)|(?P<next>\b(?:the )?next[\s-](?:business[\s-]|working[\s-])?day\b)",
    re.I,
)


_SMALL_TIME = lowered(TIME.pattern)


@dataclass(frozen=True, slots=True)
class Time:
    """A span of time in days, where it stands, the unit it is told in, and whether it is a limit ("within")."""

    low: float
    high: float
    start: int
    end: int
    unit: str
    within: bool


_UNITS = re.compile("minute|hour|hr|day|night|week|month|year|yr")
"""What each span of time has, in lower case: a cheap look first."""


@lru_cache(maxsize=1 << 6)
def times(text: str) -> tuple[Time, ...]:
    """Spans of time in days; a business day counts as seven fifths of one from three of them on."""
    small = text.lower()
    return tuple(_times(text, small)) if _UNITS.search(small) else ()  # reader after reader asks for those of a line


def _times(text: str, small: str) -> Iterator[Time]:
    # of what is found no capital is asked
    for match in _SMALL_TIME.finditer(small) if text.isascii() and _SMALL_TIME else TIME.finditer(text):
        if match["same"] or match["next"]:
            yield Time(0.0, 1.0, match.start(), match.end(), "day", True)
            continue
        if match["an"] and not match["within"]:
            continue
        low = 1.0 if match["an"] else number(match["low"])
        high = number(match["high"]) if match["high"] else low
        unit = match["unit"].casefold().rstrip("s")
        length = _LENGTH[unit]
        if (
            unit == "day"
            and (match["business"] or "").casefold().startswith(("business", "working", "week"))
            and high >= 3
        ):
            length *= 7 / 5
        if high < low or (match["low"] and re.fullmatch(r"(?:19|20)\d\d", match["low"])):
            continue
        within = bool(match["within"])
        yield Time(0.0 if within else low * length, high * length, match.start(), match.end(), unit, within)


def _cued(
    text: str, time: Time, before: re.Pattern[str], after: re.Pattern[str], reach: int = 60
) -> re.Match[str] | None:
    """The cue that a span of time belongs to, in its own clause: the last before it, else the first behind it."""
    ahead = re.split(r"[.;!?]\s|\s[—–]\s", text[max(0, time.start - reach) : time.start])[-1]
    hits = list(before.finditer(ahead))
    if hits and not TIME.search(ahead[hits[-1].end() :]):
        return hits[-1]
    behind = re.split(r"[.;!?](?:\s|$)", text[time.end : time.end + 45])[0]
    hit = after.search(behind)
    return hit if hit and not re.search(r"\d", behind[: hit.start()]) else None


_REPLY = re.compile(
    r"\b(?P<reply>repl(?:y|ies)|respon(?:d|ds|se|ses|ding)|answer(?:s|ed)?|(?:get|gets|come|getting) back to (?:you|people)|(?:calls?|rings?|phones?) (?:you|back)|return (?:your|all|every|my) (?:phone )?(?:calls?|messages?)"
    r"|be in touch|in touch with you|contact you|hear(?:s)? (?:back|from us)|follow up)\b|\b(?P<quote>quotes?|quotation|quoted|estimates?|proposals?)\b",
    re.I,
)
_REPLY_AFTER = re.compile(
    r"^[\s-]*(?:\w+[\s-]){0,2}?(?:(?P<reply>repl(?:y|ies)|respon(?:d|ds|se)|answers?|call-?backs?)|(?P<quote>quotes?|quotations?|quoting|estimates?))\b",
    re.I,
)
_NOT_REPLY = rare(
    r"\b(?:emergenc|arriv|at your door|on[- ]site|attend|call-?out|dispatch|valid|hold|good for|accident|appeal|claim|court|insurer|must|(?<!what )you (?:must|should|have|need)|your (?:reply|response|answer))",
    re.I,
)


def replies(text: str) -> Iterator[Figure]:
    """How soon an enquiry is answered or a quote given, in hours."""
    if _NOT_REPLY.search(text):
        return
    for time in times(text):
        hit = _cued(text, time, _REPLY, _REPLY_AFTER) if time.unit in ("minute", "hour", "hr", "day", "week") else None
        round_the_clock = re.match(
            r"\s*(?:a|per|/|x|,) ?\s?(?:day|7|seven|365)|-?\d|[\s-]*(?:time |arrival )?(?:slots?|windows?)\b",
            text[time.end :],
        )
        online = time.unit == "minute" and hit is not None and hit["quote"]  # a form that counts at once
        if hit and not round_the_clock and not online and time.high <= 21:
            quote = hit["quote"] or re.search(
                r"\b(?:back to you|reply|respond) with\b|\bquot", text[max(0, time.start - 45) : time.start], re.I
            )
            yield Figure(
                Kind.REPLY, "quote" if quote else "reply", time.low * 24, time.high * 24, "hours", time.start, time.end
            )


_SENT = (
    r"(?P<dispatch>ship(?:s|ped|ment|ping)?|dispatch(?:ed|es)?|(?:leaves?|out of) (?:our|the) (?:warehouse|dock|factory|door|shop|plant|facility)|sen[dt] out|goes? out|out the door|on (?:its|the|a) (?:way|truck|road))"
    r"|(?P<delivery>deliver(?:y|ies|s|ed)?|arriv(?:e|es|al)|(?:at|on) your (?:door(?:step)?|dock|site)|in your hands|with you|reach(?:es)? you)"
    r"|(?P<lead>lead[- ]?times?|turn-?around(?: time)?s?|production(?: time)?s?|(?:is|are|be) (?:ready|finished|completed?)|build times?|delivery times?|made)"
)
_SENT_BEFORE = rare(rf"\b(?:{_SENT})\b", re.I)
_SENT_AFTER = re.compile(
    rf"^[\s-]*(?:(?:of|for|from|after|before|until|we|they|it|your|the|order|orders|to|an?|jobs?|parts?|goods|standard|normal|typical) )*(?:{_SENT}|(?P<leave>leave))\b",
    re.I,
)
_NOT_SENT = rare(
    r"\b(?:return|refund|warrant|guarantee|notice|cancel|baby|babies|speech|message|results?|training|service deliver|years? of|experience|storage|trial|deliver(?:ing|ed|s)? (?:results|value|quality|excellence))",
    re.I,
)  # fmt: skip


def deliveries(text: str) -> Iterator[Figure]:
    """How soon an order leaves, arrives or is made, in days."""
    if _NOT_SENT.search(text):
        return
    spans = list(times(text))
    if len(spans) > 1:
        return  # samples in three days and the rest in three weeks: which is which is not told apart
    for time in spans:
        if time.unit in ("minute", "year", "yr", "night") or time.high > 366:
            continue
        hit = _cued(text, time, _SENT_BEFORE, _SENT_AFTER)
        if hit:
            subject = "lead time" if hit["lead"] else "dispatch" if hit["dispatch"] else "delivery"
            leaves = hit.groupdict().get("leave")
            subject = "dispatch" if leaves else subject
            if hit["dispatch"] and re.search(
                r"\b(?:takes?|time|arriv|standard|ground)\b", text[max(0, time.start - 40) : time.end + 20], re.I
            ):
                subject = "delivery"
            yield Figure(Kind.DELIVERY, subject, time.low, time.high, "days", time.start, time.end)


_GUARD = re.compile(r"\b(?P<cue>warrant(?:y|ied|ies|ed)|guarantee[ds]?)\b", re.I)
_GUARD_AFTER = re.compile(r"^[\s,'-]*(?:[\w-]+[\s-]+){0,4}?(?P<cue>warrant(?:y|ies)|guarantees?)\b", re.I)
_NOT_GUARD = re.compile(
    r"\bmoney[- ]back|\bsatisfaction|\bprice|\brates?\b|\bdeliver|\bship|\bvoid|\bvisa\b|\brespon|\brepl(?:y|ies)|\barriv|\bturnaround|\breturn",
    re.I,
)
_LIFETIME = re.compile(
    r"\blife-?time (?:[\w-]+ ){0,2}?(?:warranty|guarantee)|\b(?:warrant(?:y|ied|ed)|guarantee[ds]?) for (?:life|a lifetime)\b",
    re.I,
)


def warranties(text: str) -> Iterator[Figure]:
    """How long work and goods are warranted, in days."""
    if _NOT_GUARD.search(text):
        return
    for time in times(text):
        if time.unit in ("day", "week", "month", "year", "yr") and _cued(text, time, _GUARD, _GUARD_AFTER, 50):
            yield Figure(Kind.WARRANTY, "warranty", time.high, time.high, "days", time.start, time.end)
    for match in _LIFETIME.finditer(text):
        yield Figure(Kind.WARRANTY, "warranty", inf, inf, "days", match.start(), match.end())


_BACK = re.compile(
    r"\b(?:money[- ]back|returns? (?:policy|window|period)|(?:can|may|must|to) (?:be )?(?:return|exchange)(?:ed)?|return (?:it|them|any|your|unused|items?|products?|goods|the|for)|returned|sen[dt] (?:it|them|any\w*|items?|goods|the \w+) back"
    r"|refund(?:ed|able)?(?! (?:is|are|will be)? ?(?:process|issu))|returns? (?:are )?(?:accepted|allowed|welcome)|accept returns|bring (?:it|them) back|change your mind)\b",
    re.I,
)
_BACK_AFTER = re.compile(
    r"^[\s,'-]*(?:(?:[\w-]+[\s-]+){0,3}?(?:money[- ]back|returns?(?: policy| period| window)?|refund(?:s| policy| period)?|exchanges?)|to (?:return|send|change your mind|get your money))\b",
    re.I,
)
_NOT_BACK = re.compile(
    r"\b(?:process(?:ed|ing)?|issued?|credited|appear|receive (?:your|the|a) refund|reimburse|tax|filing|call|visit|to work|on investment|cancel|arrival|check-?in|booking|reservation|deposit|damaged|defective|faulty|lease)",
    re.I,
)
_NEVER_BACK = re.compile(
    r"\b(?:all sales (?:are )?final|no (?:returns?|refunds?)(?: (?:or|and) (?:returns?|refunds?|exchanges?))?(?! (?:after|within|later|on|for|if|hassle|questions))|(?:do not|don't|cannot) (?:accept|take|offer) (?:any )?(?:returns|refunds))\b",
    re.I,
)


def returns(text: str) -> Iterator[Figure]:
    """How long goods can be returned, in days; 0 where they cannot."""
    if _NOT_BACK.search(text):
        return
    for time in times(text):
        if time.unit in ("day", "week", "month", "year", "yr") and _cued(text, time, _BACK, _BACK_AFTER):
            yield Figure(Kind.REFUND, "return period", time.high, time.high, "days", time.start, time.end)
    for match in _NEVER_BACK.finditer(text):
        yield Figure(Kind.REFUND, "return period", 0.0, 0.0, "days", match.start(), match.end())


_TRY = re.compile(
    r"\b(?:trials?|try (?:it|us|them|the \w+|\w+) (?:out )?(?:free|for free|at no cost)?|test (?:it|drive))\b", re.I
)
_TRY_AFTER = re.compile(r"^[\s,'-]*(?:[\w-]+[\s-]+){0,3}?(?:trial|to try)\b", re.I)


def trials(text: str) -> Iterator[Figure]:
    """How long something can be tried, in days."""
    if re.search(r"\b(?:clinical|jury|court|bench|by) trial|\btrial (?:lawyer|attorney|date|court|judge)", text, re.I):
        return
    for time in times(text):
        if time.unit in ("day", "week", "month") and _cued(text, time, _TRY, _TRY_AFTER, 30):
            yield Figure(Kind.TRIAL, "trial", time.high, time.high, "days", time.start, time.end)


_NOTICE = re.compile(
    r"^[\s,'-]*(?:\w+[\s-]){0,3}?(?:notice|before|prior|in advance|ahead|of (?:arrival|check-?in|the (?:start|date|appointment)))",
    re.I,
)
_FREE_TO_GO = rare(
    r"\b(?:no (?:long[- ]term |binding |annual |yearly |fixed |minimum )?(?:contracts?|commitments?)(?! (?:work|manufactur|research|of))|without (?:a |any )?(?:long[- ]term )?(?:contract|commitment)"
    r"|cancel (?:your \w+ |it )?(?:at any ?time|any ?time|whenever you (?:like|want|wish))|never (?:a|any) (?:binding |long[- ]term )?contract|(?:leave|stop|quit) (?:at )?any ?time|month[- ]to[- ]month|no lock-?in)\b",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:contract|agreement|commitment|commit|minimum term|term of|sign (?:up )?for|bound|tied|(?:membership|subscription|plan)s? (?:runs?|lasts?)(?: for)?(?: a minimum of| at least)?)\b",
    re.I,
)
_BOUND_AFTER = re.compile(
    r"^[\s,'-]*(?:(?:minimum|initial|service|fixed|maintenance|cleaning|binding) )?(?:contract|term|commitment|agreement)\b",
    re.I,
)


def cancellations(text: str) -> Iterator[Figure]:
    """How long before it a booking or contract can be cancelled, in days."""
    for time in times(text):
        if time.unit in ("hour", "hr", "day", "week", "month") and _NOTICE.search(text[time.end : time.end + 60]):
            bound = (
                "termination"
                if re.search(r"\b(?:terminat|contract|agreement|subscription|membership|service)", text, re.I)
                else "cancellation"
            )
            yield Figure(Kind.CANCEL, bound, time.high, time.high, "days", time.start, time.end)


def terms(text: str) -> Iterator[Figure]:
    """How long a customer is bound, in months; 0 where not at all."""
    for match in _FREE_TO_GO.finditer(text):
        yield Figure(Kind.TERM, "contract", 0.0, 0.0, "months", match.start(), match.end())
        return
    for time in times(text):
        if time.unit in ("month", "year", "yr") and _cued(text, time, _BOUND, _BOUND_AFTER, 40):
            months = 12 * time.high / 365 if time.unit != "month" else time.high / 30
            if 1 < months <= 120:
                yield Figure(Kind.TERM, "contract", months, months, "months", time.start, time.end)


_NIGHTS = (
    rare(
        rf"\b(?:min(?:imum|\.)?|at least|no (?:fewer|less) than)(?: (?:length of )?(?:stays?|bookings?|rentals?))?(?: (?:is|of|are|for \w+ is|required is)| ?:)?(?: a)? (?P<low>{ANY})[\s-]*(?:\(\d\) )?nights?\b",
        re.I,
    ),
    rare(
        rf"(?P<low>{ANY})[\s-]*(?:\(\d\) )?nights?(?:[\s-](?:stay|booking|rental))?(?: (?:is|as) (?:the|our))?[\s-]*(?:min\b\.?|minimum|at (?:the )?least|or (?:more|longer))",
        re.I,
    ),
    rare(
        rf"\b(?:book(?:ed|ings?)?|stays?|rent(?:ed|als?)?|reservations?)\b[^.;!?]{{0,25}}\b(?:for|of|are|start(?:s|ing)? (?:at|from)|from) (?P<low>{ANY})[\s-]*nights?(?: (?:or (?:more|longer)|and (?:up|longer)|upwards?)|$)",
        re.I,
    ),
)
_ONE_NIGHT = re.compile(
    r"\b(?:one|single|1)[- ]night (?:stays?|bookings?|rentals?) (?:are |is )?(?:welcome|available|possible|fine|ok|accepted)|\bno minimum (?:stay|nights?|booking)\b|\bbook (?:just )?(?:one|a single|1) night\b",
    re.I,
)
_NOT_ONE = re.compile(
    r"\b(?:no|not (?:accept|offer|rent|take)(?: for)?) (?:one|single|1)[- ]night (?:stays?|bookings?|rentals?)", re.I
)


def stays(text: str) -> Iterator[Figure]:
    """The smallest stay, in nights."""
    for pattern in _NIGHTS:
        if match := pattern.search(text):
            value = number(match["low"])
            yield Figure(Kind.STAY, "stay", value, value, "nights", match.start(), match.end())
            return
    for value, pattern in ((2.0, _NOT_ONE), (1.0, _ONE_NIGHT)):
        if match := pattern.search(text):
            yield Figure(Kind.STAY, "stay", value, value, "nights", match.start(), match.end())
            return
