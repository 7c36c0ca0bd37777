"""Figures in a line of copy: what kind each is, its value or range, and the circumstances that the line ties it to.

Pure functions over text. A figure says nothing of who or what it holds for; :mod:`auditor.facts` settles that. Values
are in one unit a kind (:data:`UNITS`), ranges have two ends, an open end is infinite. What a line says of others
("most shops need six weeks"), asks, or only hopes for is no figure. Every pattern is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import inf


class Kind(StrEnum):
    """What kind of figure it is."""

    COUNT = "count"
    YEARS = "years"
    FOUNDED = "founding year"
    MINIMUM = "minimum order"
    REPLY = "response time"
    DELIVERY = "delivery time"
    WARRANTY = "warranty"
    REFUND = "return period"
    CANCEL = "cancellation"
    TRIAL = "trial"
    TERM = "contract term"
    PRICE = "price"
    FREE = "free of charge"
    DEPOSIT = "deposit"
    STAY = "minimum stay"
    CAPACITY = "capacity"
    ROOMS = "rooms"
    AGES = "ages"
    MONEY = "money"
    RATE = "rate"
    SIZE = "size"
    RADIUS = "service area"
    CLOCK = "check-in"
    ALLOWED = "house rule"
    HOURS = "opening hours"
    REACH = "capability"
    PHONE = "phone"


UNITS = {
    Kind.REPLY: "hours", Kind.DELIVERY: "days", Kind.WARRANTY: "days", Kind.REFUND: "days", Kind.CANCEL: "days",
    Kind.TRIAL: "days", Kind.TERM: "months", Kind.STAY: "nights", Kind.AGES: "years", Kind.RATE: "percent",
    Kind.RADIUS: "miles", Kind.CLOCK: "o'clock", Kind.DEPOSIT: "percent", Kind.YEARS: "years", Kind.MINIMUM: "pieces",
}  # fmt: skip
"""The unit of each kind's values where it has one of its own; prices and sizes name theirs themselves."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: from ``low`` to ``high`` (equal for a point), the words, and where they stand in the text."""

    kind: Kind
    subject: str
    low: float
    high: float
    unit: str
    start: int
    end: int


_SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
ANY = rf"(?:{DIGITS}|\b(?:{WORDS})\b)"
_TO = r"\s*(?:-|–|—|to|or|and|through)\s*"
_SPAN = rf"(?P<low>{ANY})(?:{_TO}(?P<high>{ANY}))?"


def number(text: str) -> float:
    """A written number as a value: "1,200", "12.5", "three"."""
    return float(_SMALL[text.lower()]) if text.lower() in _SMALL else float(text.replace(",", ""))


def small(text: str) -> bool:
    """True for a number written as a word."""
    return text.lower() in _SMALL


# --- whose figure it is ---------------------------------------------------------------------------------------------

_OTHERS = re.compile(
    r"\b(?:most (?:other )?(?:\w+ )?(?:shops?|firms?|companies|providers?|suppliers?|hotels?|cabins?|people|customers|clients|owners?|businesses|lawyers)"
    r"|other (?:\w+ ){0,2}(?:shops?|firms?|companies|providers?|suppliers?)|competitors?|elsewhere|instead of|rather than|compared (?:to|with)|versus|vs\.?"
    r"|industry (?:average|standard|norm)|on average|the average|national(?:ly)?|typical(?:ly)? (?:\w+ )?(?:shop|firm|supplier|customer|client)s?"
    r"|used to|previous(?:ly)?|formerly|no longer|imagine|suppose|for example|e\.g\.|for instance|studies|study|survey|according to"
    r"|recommend(?:ed|s)?|should|needs? to be|by law|law requires|regulations?|doctors?|required by)\b",
    re.I,
)
_HOPED = re.compile(
    r"\b(?:goal|aim(?:s|ing)? (?:is|to|for)|target|strive|striving|hope to|designed to|committed to|working towards?)\b",
    re.I,
)

_CONDITIONS = {
    "weekend": r"week-?ends?|saturdays?|sundays?|fridays?",
    "holiday": r"holidays?|christmas|thanksgiving|easter|new year'?s|long weekends?",
    "season": r"(?:peak|high|low|off|summer|winter|fall|spring)[- ]?(?:season|months|rates?)|in season|june|july|august|december|january|february|october|summer|winter",
    "weekday": r"weekdays?|midweek|monday to thursday",
    "express": r"express|rush|priority|expedited|next[- ]day (?:delivery|shipping)|overnight|urgent|fast[- ]track",
    "emergency": r"emergenc(?:y|ies)|after[- ]hours|out[- ]of[- ]hours",
    "sample": r"samples?|prototypes?|first articles?|trial runs?",
    "custom": r"custom(?:i[sz]ed)?(?! ?ers?)|made[- ]to[- ]order|bespoke|personali[sz]ed|special orders?|printed",
    "stock": r"(?:in|from) stock|stock(?:ed)? (?:items?|parts?|products?|sizes?)|standard (?:items?|parts?|products?|sizes?)|off[- ]the[- ]shelf",
    "abroad": r"international(?:ly)?|overseas|abroad|outside (?:of )?the|europe|canada|mexico|alaska|hawaii|worldwide",
    "member": r"members?(?! of)|students?|seniors?|veterans?|nonprofits?|subscribers|pensioners",
    "child": r"child(?:ren)?|kids?|infants?|toddlers?|teens?|youth|juniors?|adults?",
    "first": r"first (?:visit|order|month|lesson|session|time|class|consultation|year|hour)|new (?:customers?|clients?|patients?|members?)",
    "large": r"bulk|large (?:orders?|quantit\w+|groups?|parties)|wholesale|volume|groups? of|production runs?",
    "plan": r"(?:gold|silver|bronze|platinum|enterprise|premium|professional|business|basic|starter|essential|plus|pro|deluxe|standard|annual|monthly) (?:plan|package|tier|members?|customers?|clients?|support|subscription|billing|membership)s?",
    "labour": r"labou?r|workmanship|installation",
    "parts": r"parts|materials?|components?",
    "maker": r"manufacturer'?s?|factory|extended|limited|optional",
    "used": r"used|refurbished|pre-?owned|clearance|sale items?|gift cards?|perishables?|final sale",
    "deposit": r"deposits?",
    "online": r"online|web(?:site)?|in[- ]store|by phone|by e-?mail",
    "if": r"if|unless|when|except|excluding|depending|subject to|provided|orders? (?:over|above|of)|spend|purchases? (?:over|of)|over [$€£]|above [$€£]|with (?:any|every|your|a|each|purchase)|where (?:possible|available)|selected|some|certain|most|usually|often|sometimes|starting",
}  # fmt: skip
_CIRCUMSTANCES = tuple((name, re.compile(rf"(?<![\w-])(?:{shape})(?![\w-])", re.I)) for name, shape in _CONDITIONS.items())
_YEAR = re.compile(r"\b(?:in|during|for|by|of|year|season|since)\s+((?:19|20)\d\d)\b", re.I)
_EACH = (
    ("a year", re.compile(r"\b(?:a|per|each|every|this|last) (?:calendar |school )?year\b|\bannual(?:ly)?\b|\byearly\b", re.I)),
    ("a month", re.compile(r"\b(?:a|per|each|every|this|last) month\b|\bmonthly\b", re.I)),
    ("a day", re.compile(r"\b(?:a|per|each|every|one|single) day\b|\bdaily\b", re.I)),
    ("a week", re.compile(r"\b(?:a|per|each|every) week\b|\bweekly\b", re.I)),
    ("ever", re.compile(r"\bsince\b|\bto date\b|\bso far\b|\bover the (?:past |last )?\w+ (?:years|decades)\b|\bin our history\b|\balumni\b", re.I)),
)  # fmt: skip


def circumstances(text: str, kind: Kind, *around: str) -> frozenset[str]:
    """What a line ties its figures to: seasons, plans, places, years. Figures under different ones are not compared."""
    found = {name for name, shape in _CIRCUMSTANCES if any(shape.search(line) for line in (text, *around))}
    found -= _OWN.get(kind, frozenset())
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE):
        found = {"if"} & found
        found |= {name for name, shape in _EACH if shape.search(text)}
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.PRICE):
        found |= set(_YEAR.findall(text))
    return frozenset(found)


_OWN = {
    Kind.AGES: frozenset({"child", "member"}),
    Kind.FREE: frozenset({"emergency", "deposit"}),
    Kind.DEPOSIT: frozenset({"deposit", "online"}),
    Kind.STAY: frozenset({"if"}),
    Kind.HOURS: frozenset({"weekend", "weekday", "emergency"}),
    Kind.CLOCK: frozenset({"if"}),
    Kind.MINIMUM: frozenset({"large", "custom", "if"}),
    Kind.CAPACITY: frozenset({"child", "if", "large"}),
    Kind.ROOMS: frozenset({"if", "child"}),
    Kind.FOUNDED: frozenset(_CONDITIONS),
    Kind.YEARS: frozenset(_CONDITIONS),
    Kind.TRIAL: frozenset({"first", "if", "online"}),
    Kind.REPLY: frozenset({"online", "if", "first", "weekday", "large", "child", "parts"}),
    Kind.CANCEL: frozenset({"if", "online"}),
    Kind.REFUND: frozenset({"if", "online", "first", "parts"}),
    Kind.WARRANTY: frozenset({"if"}),
    Kind.SIZE: frozenset(_CONDITIONS),
    Kind.RADIUS: frozenset({"first", "online"}),
}
"""Words that are part of what a kind says and narrow nothing."""


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a line that it states of its own house."""
    if text.endswith("?"):
        return
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    numeric = _NUMERIC.search(lower) is not None
    for read, needs_number, cues in _READERS:
        if (numeric or not needs_number) and any(cue in lower for cue in cues):
            for figure in read(plain):
                before = plain[max(0, figure.start - 60) : figure.start]
                clause = re.split(r"[.;!?]\s", before)[-1]
                if _OTHERS.search(clause) or (figure.kind is not Kind.AGES and _HOPED.search(clause)):
                    continue
                yield figure


_PLAIN = str.maketrans("‘’“”‐‑\u00a0", "''\"\"-- ")


# --- spans of time --------------------------------------------------------------------------------------------------

_LENGTH = {"minute": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.0, "year": 365.0, "yr": 365.0}
_TIME = re.compile(
    rf"(?P<within>\b(?:with)?in (?:as little as )?|\bunder |\bless than |\bup to |\bno (?:more|longer) than |\bat most )?(?:(?P<an>\ban?)|{_SPAN})"
    r"(?:\s*\(\d+\))?[\s-]*(?P<business>(?:business|working|calendar|week)[\s-]*)?(?P<unit>minutes?|hours?|hrs?|days?|nights?|weeks?|months?|years?|yrs?)\b"
    r"|(?P<same>\b(?:the )?same[\s-](?:business[\s-])?day\b)|(?P<next>\b(?:the )?next[\s-](?:business[\s-]|working[\s-])?day\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Time:
    low: float
    high: float
    start: int
    end: int
    unit: str
    within: bool


def _times(text: str) -> Iterator[_Time]:
    """Spans of time in days; a business day counts as seven fifths of one from three of them on."""
    for match in _TIME.finditer(text):
        if match["same"] or match["next"]:
            yield _Time(0.0, 1.0, match.start(), match.end(), "day", True)
            continue
        if match["an"] and not match["within"]:
            continue
        low = 1.0 if match["an"] else number(match["low"])
        high = number(match["high"]) if match["high"] else low
        unit = match["unit"].casefold().rstrip("s")
        length = _LENGTH[unit]
        if unit == "day" and (match["business"] or "").casefold().startswith(("business", "working", "week")) and high >= 3:
            length *= 7 / 5
        if high < low or (match["low"] and re.fullmatch(r"(?:19|20)\d\d", match["low"])):
            continue
        within = bool(match["within"])
        yield _Time(0.0 if within else low * length, high * length, match.start(), match.end(), unit, within)


def _cued(text: str, time: _Time, before: re.Pattern[str], after: re.Pattern[str], reach: int = 60) -> re.Match[str] | None:
    """The cue that a span of time belongs to, in its own clause: the last before it, else the first behind it."""
    ahead = re.split(r"[.;!?]\s|\s[—–]\s", text[max(0, time.start - reach) : time.start])[-1]
    hits = list(before.finditer(ahead))
    if hits and not _TIME.search(ahead[hits[-1].end() :]):
        return hits[-1]
    behind = re.split(r"[.;!?](?:\s|$)", text[time.end : time.end + 45])[0]
    hit = after.search(behind)
    return hit if hit and not re.search(r"\d", behind[: hit.start()]) else None


_REPLY = re.compile(
    r"\b(?P<reply>repl(?:y|ies)|respon(?:d|ds|se|ses|ding)|answer(?:s|ed)?|(?:get|gets|come|getting) back to (?:you|people)|call(?:s)? (?:you )?back|return (?:your|all|every|my) (?:phone )?(?:calls?|messages?)"
    r"|be in touch|in touch with you|contact you|hear(?:s)? (?:back|from us)|follow up)\b|\b(?P<quote>quotes?|quotation|quoted|estimates?|proposals?)\b",
    re.I,
)
_REPLY_AFTER = re.compile(r"^[\s-]*(?:\w+[\s-]){0,2}?(?:(?P<reply>repl(?:y|ies)|respon(?:d|ds|se)|answers?|call-?backs?)|(?P<quote>quotes?|quotations?|quoting|estimates?))\b", re.I)
_NOT_REPLY = re.compile(r"\b(?:emergenc|arriv|at your door|on[- ]site|attend|call-?out|dispatch|valid|hold|good for|accident|appeal|claim|court|insurer|must|you (?:must|should|have|need)|your (?:reply|response|answer))", re.I)


def _replies(text: str) -> Iterator[Figure]:
    if _NOT_REPLY.search(text):
        return
    for time in _times(text):
        hit = _cued(text, time, _REPLY, _REPLY_AFTER) if time.unit in ("minute", "hour", "hr", "day", "week") else None
        if hit and time.high <= 21:
            quote = hit["quote"] or re.search(r"\b(?:back to you|reply|respond) with\b|\bquot", text[max(0, time.start - 45) : time.start], re.I)
            yield Figure(Kind.REPLY, "quote" if quote else "reply", time.low * 24, time.high * 24, "hours", time.start, time.end)


_SENT = (
    r"(?P<dispatch>ship(?:s|ped|ment|ping)?|dispatch(?:ed|es)?|(?:leaves?|out of) (?:our|the) (?:warehouse|dock|factory|door|shop)|sen[dt] out|goes? out|on (?:its|the) way)"
    r"|(?P<delivery>deliver(?:y|ies|s|ed)?|arriv(?:e|es|al)|(?:at|on) your (?:door(?:step)?|dock|site)|in your hands|with you|reach(?:es)? you)"
    r"|(?P<lead>lead[- ]?times?|turn-?around(?: time)?s?|production(?: time)?s?|(?:is|are|be) (?:ready|finished|completed?)|build times?|delivery times?|made)"
)
_SENT_BEFORE = re.compile(rf"\b(?:{_SENT})\b", re.I)
_SENT_AFTER = re.compile(rf"^[\s-]*(?:(?:of|for|from|after|your|the|standard|normal|typical) )*(?:{_SENT})\b", re.I)
_NOT_SENT = re.compile(
    r"\b(?:return|refund|warrant|guarantee|notice|cancel|baby|babies|speech|message|results?|training|service deliver|years? of|experience|storage|trial|deliver(?:ing|ed|s)? (?:results|value|quality|excellence))",
    re.I,
)  # fmt: skip


def _deliveries(text: str) -> Iterator[Figure]:
    if _NOT_SENT.search(text):
        return
    for time in _times(text):
        if time.unit in ("minute", "year", "yr", "night") or time.high > 366:
            continue
        hit = _cued(text, time, _SENT_BEFORE, _SENT_AFTER)
        if hit:
            subject = "lead time" if hit["lead"] else "dispatch" if hit["dispatch"] else "delivery"
            if hit["dispatch"] and re.search(r"\b(?:takes?|time|arriv|standard|ground)\b", text[max(0, time.start - 40) : time.end + 20], re.I):
                subject = "delivery"
            yield Figure(Kind.DELIVERY, subject, time.low, time.high, "days", time.start, time.end)


_GUARD = re.compile(r"\b(?P<cue>warrant(?:y|ied|ies|ed)|guarantee[ds]?)\b", re.I)
_GUARD_AFTER = re.compile(r"^[\s,'-]*(?:[\w-]+[\s-]+){0,4}?(?P<cue>warrant(?:y|ies)|guarantees?)\b", re.I)
_NOT_GUARD = re.compile(r"\bmoney[- ]back|\bsatisfaction|\bprice|\brates?\b|\bdeliver|\bship|\bvoid|\bvisa\b|\brespon|\brepl(?:y|ies)|\barriv|\bturnaround|\breturn", re.I)
_LIFETIME = re.compile(r"\blife-?time (?:[\w-]+ ){0,2}?(?:warranty|guarantee)|\b(?:warrant(?:y|ied|ed)|guarantee[ds]?) for (?:life|a lifetime)\b", re.I)


def _warranties(text: str) -> Iterator[Figure]:
    if _NOT_GUARD.search(text):
        return
    for time in _times(text):
        if time.unit in ("day", "week", "month", "year", "yr") and _cued(text, time, _GUARD, _GUARD_AFTER, 50):
            yield Figure(Kind.WARRANTY, "warranty", time.high, time.high, "days", time.start, time.end)
    for match in _LIFETIME.finditer(text):
        yield Figure(Kind.WARRANTY, "warranty", inf, inf, "days", match.start(), match.end())


_BACK = re.compile(
    r"\b(?:money[- ]back|returns? (?:policy|window|period)|(?:can|may|must|to) (?:be )?(?:return|exchange)(?:ed)?|return (?:it|them|any|your|unused|items?|products?|goods|the|for)|returned|sen[dt] (?:it|them|any\w*|items?|goods|the \w+) back"
    r"|refund(?:ed|able)?(?! (?:is|are|will be)? ?(?:process|issu))|returns? (?:are )?(?:accepted|allowed|welcome)|accept returns|bring (?:it|them) back|change your mind)\b",
    re.I,
)
_BACK_AFTER = re.compile(r"^[\s,'-]*(?:(?:[\w-]+[\s-]+){0,3}?(?:money[- ]back|returns?(?: policy| period| window)?|refund(?:s| policy| period)?|exchanges?)|to (?:return|send|change your mind|get your money))\b", re.I)
_NOT_BACK = re.compile(
    r"\b(?:process(?:ed|ing)?|issued?|credited|appear|receive (?:your|the|a) refund|reimburse|tax|filing|call|visit|to work|on investment|cancel|arrival|check-?in|booking|reservation|deposit|damaged|defective|faulty|lease)",
    re.I,
)
_NEVER_BACK = re.compile(r"\b(?:all sales (?:are )?final|no (?:returns?|refunds?)(?: (?:or|and) (?:returns?|refunds?|exchanges?))?(?! (?:after|within|later|on|for|if|hassle|questions))|(?:do not|don't|cannot) (?:accept|take|offer) (?:any )?(?:returns|refunds))\b", re.I)


def _returns(text: str) -> Iterator[Figure]:
    if _NOT_BACK.search(text):
        return
    for time in _times(text):
        if time.unit in ("day", "week", "month", "year", "yr") and _cued(text, time, _BACK, _BACK_AFTER):
            yield Figure(Kind.REFUND, "return period", time.high, time.high, "days", time.start, time.end)
    for match in _NEVER_BACK.finditer(text):
        yield Figure(Kind.REFUND, "return period", 0.0, 0.0, "days", match.start(), match.end())


_TRY = re.compile(r"\b(?:trials?|try (?:it|us|them|the \w+|\w+) (?:out )?(?:free|for free|at no cost)?|test (?:it|drive))\b", re.I)
_TRY_AFTER = re.compile(r"^[\s,'-]*(?:[\w-]+[\s-]+){0,3}?(?:trial|to try)\b", re.I)


def _trials(text: str) -> Iterator[Figure]:
    if re.search(r"\b(?:clinical|jury|court|bench|by) trial|\btrial (?:lawyer|attorney|date|court|judge)", text, re.I):
        return
    for time in _times(text):
        if time.unit in ("day", "week", "month") and _cued(text, time, _TRY, _TRY_AFTER, 30):
            yield Figure(Kind.TRIAL, "trial", time.high, time.high, "days", time.start, time.end)


_CANCELLED = re.compile(r"\bcancel(?:s|led|lations?|ed|ling|ing)?\b", re.I)
_NOTICE = re.compile(r"^[\s,'-]*(?:\w+[\s-]){0,3}?(?:notice|before|prior|in advance|ahead|of (?:arrival|check-?in|the (?:start|date|appointment)))", re.I)
_FREE_TO_GO = re.compile(
    r"\b(?:no (?:long[- ]term |binding |annual |yearly |fixed |minimum )?(?:contracts?|commitments?)(?! (?:work|manufactur|research|of))|without (?:a |any )?(?:long[- ]term )?(?:contract|commitment)"
    r"|cancel (?:at )?any ?time|(?:leave|stop|quit) (?:at )?any ?time|month[- ]to[- ]month|no lock-?in)\b",
    re.I,
)
_BOUND = re.compile(r"\b(?:contract|agreement|commitment|commit|minimum term|term of|sign (?:up )?for|bound|tied)\b", re.I)
_BOUND_AFTER = re.compile(r"^[\s,'-]*(?:(?:minimum|initial|service|fixed|maintenance|cleaning|binding) )?(?:contract|term|commitment|agreement)\b", re.I)


def _cancellations(text: str) -> Iterator[Figure]:
    for time in _times(text):
        if time.unit in ("hour", "hr", "day", "week", "month") and _NOTICE.search(text[time.end : time.end + 60]):
            bound = "termination" if re.search(r"\b(?:terminat|contract|agreement|subscription|membership|service)", text, re.I) else "cancellation"
            yield Figure(Kind.CANCEL, bound, time.high, time.high, "days", time.start, time.end)


def _terms(text: str) -> Iterator[Figure]:
    for match in _FREE_TO_GO.finditer(text):
        yield Figure(Kind.TERM, "contract", 0.0, 0.0, "months", match.start(), match.end())
        return
    for time in _times(text):
        if time.unit in ("month", "year", "yr") and _cued(text, time, _BOUND, _BOUND_AFTER, 40):
            months = 12 * time.high / 365 if time.unit != "month" else time.high / 30
            if 1 < months <= 120:
                yield Figure(Kind.TERM, "contract", months, months, "months", time.start, time.end)


_LEAST = re.compile(r"\b(?:min(?:imum|\.)?(?: (?:stay|booking|rental|of|is))*|at least|no (?:fewer|less) than|stays? of)\b", re.I)
_NIGHTS = (
    re.compile(rf"\b(?:min(?:imum|\.)?|at least|no (?:fewer|less) than)(?: (?:length of )?(?:stays?|bookings?|rentals?))?(?: (?:is|of|are|for \w+ is|required is)| ?:)?(?: a)? (?P<low>{ANY})[\s-]*(?:\(\d\) )?nights?\b", re.I),
    re.compile(rf"(?P<low>{ANY})[\s-]*(?:\(\d\) )?nights?(?:[\s-](?:stay|booking|rental))?(?: (?:is|as) (?:the|our))?[\s-]*(?:min\b\.?|minimum|at (?:the )?least|or (?:more|longer))", re.I),
    re.compile(rf"\b(?:book(?:ed|ings?)?|stays?|rent(?:ed|als?)?|reservations?)\b[^.;!?]{{0,25}}\b(?:for|of|are|start(?:s|ing)? (?:at|from)|from) (?P<low>{ANY})[\s-]*nights?(?: (?:or (?:more|longer)|and (?:up|longer)|upwards?)|$)", re.I),
)
_ONE_NIGHT = re.compile(r"\b(?:one|single|1)[- ]night (?:stays?|bookings?|rentals?) (?:are |is )?(?:welcome|available|possible|fine|ok|accepted)|\bno minimum (?:stay|nights?|booking)\b|\bbook (?:just )?(?:one|a single|1) night\b", re.I)
_NOT_ONE = re.compile(r"\b(?:no|not (?:accept|offer|rent|take)(?: for)?) (?:one|single|1)[- ]night (?:stays?|bookings?|rentals?)", re.I)


def _stays(text: str) -> Iterator[Figure]:
    ends = 0
    for pattern in _NIGHTS:
        for match in pattern.finditer(text):
            if match.start() >= ends:
                value, ends = number(match["low"]), match.end()
                yield Figure(Kind.STAY, "stay", value, value, "nights", match.start(), match.end())
                break
        if ends:
            return
    if match := _NOT_ONE.search(text):
        yield Figure(Kind.STAY, "stay", 2.0, 2.0, "nights", match.start(), match.end())
    elif match := _ONE_NIGHT.search(text):
        yield Figure(Kind.STAY, "stay", 1.0, 1.0, "nights", match.start(), match.end())


# --- people, rooms, ages --------------------------------------------------------------------------------------------

_SLEEPS = re.compile(
    rf"\b(?P<verb>sleeps?|sleeping(?: space)? for|accommodat(?:es?|ing|ion for)|beds for|room for|seats?|seating (?:for|capacity(?: of)?)|holds|fits)"
    rf"(?: (?P<most>up to|a maximum of|at most|as many as|comfortably|between))*\s+{_SPAN}(?P<plus>\+)?(?:\s+(?P<who>guests?|people|persons?|adults?|visitors|diners|attendees|friends))?(?!\s*(?:%|percent|[-\s]?(?:inch|mm|cm|feet|ft|lb|kg|ton|gallon|nights?|days?|hours?|minutes?|years?|bedrooms?|cars?|vehicles?|orders?|patterns?|lengths?|applications?))|[.,]?\d)",
    re.I,
)
_UP_TO = re.compile(rf"\b(?:up to|maximum(?: occupancy)?(?: is| of|:)?|max\.?|no more than|limit(?:ed to| of)|occupancy(?: is| of|:)?|perfect for|ideal for|suitable for)(?: parties of| groups of| a party of)?\s+{_SPAN}\s+(?P<who>guests?|people|persons|adults|overnight guests|visitors)\b", re.I)


def _capacities(text: str) -> Iterator[Figure]:
    for match in (*_SLEEPS.finditer(text), *_UP_TO.finditer(text)):
        groups = match.groupdict()
        verb = (groups.get("verb") or "").casefold()
        subject = "seats" if verb.startswith("seat") else "guests"
        if verb in ("holds", "fits", "room for", "accommodates", "accommodate", "accommodating") and not groups.get("who"):
            continue
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        if 1 <= high <= 5000 and low <= high:
            yield Figure(Kind.CAPACITY, subject, high, high, "", match.start(), match.end())


_ROOMS = re.compile(
    rf"(?<![\d$€£.,-])(?P<low>{ANY})(?P<half>\.5|½| (?:and a half|1/2))?[\s-]+(?:(?:full|private|separate|large|spacious|queen|king|double|single|twin|cozy|cosy|upstairs|downstairs|master)[\s-]+){{0,2}}(?P<what>bedrooms?|beds?(?! and breakfast)|bath(?:room)?s?|kitchens?|exam(?:ination)? rooms?|treatment rooms?|operator(?:y|ies)|conference rooms?|meeting rooms?|classrooms?|gyms?|fireplaces?|parking spaces?)\b",
    re.I,
)
_ROOM = {"bath": "bathroom", "bathroom": "bathroom", "bed": "bed", "operatorie": "operatory"}


def _rooms(text: str) -> Iterator[Figure]:
    for match in _ROOMS.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if re.search(r"\b(?:to|or|and|from|up to|-|–|per|each|every|one of|additional|extra|second|more)\s*$", before, re.I):
            continue
        what = match["what"].casefold().rstrip("s")
        value = number(match["low"]) + (0.5 if match["half"] and not match["low"].endswith(".5") else 0)
        yield Figure(Kind.ROOMS, _ROOM.get(what, what), value, value, "", match.start(), match.end())


_AGES = (
    re.compile(r"\bage[sd]?(?: of| from| between|:)?\s+(?P<low>\d{1,2})(?:\s*(?:-|–|—|to|through|and|thru)\s*(?P<high>\d{1,2})|\s*(?P<up>\+|and (?:up|over|older|above)|or (?:older|over)|years and (?:up|older|over)))(?!\s*(?:months|%|weeks))", re.I),
    re.compile(r"(?<![\d$.,])(?P<low>\d{1,2})\s*(?:-|–|—|to)\s*(?P<high>\d{1,2})[\s-]*(?:years?|yrs?\.?)[\s-]*(?:of age|old)s?\b(?P<up>)", re.I),
)
_OLD_ENOUGH = re.compile(rf"\b(?:must be|have to be|minimum age(?: is| of|:)?|need to be)(?: at least)?\s+(?P<low>{ANY})(?:\s+(?:years|yrs)(?: of age| old)?|\s+or (?:older|over)|\s*\+|\s*$|\.)", re.I)


def _ages(text: str) -> Iterator[Figure]:
    for pattern in _AGES:
        for match in pattern.finditer(text):
            low, high = float(match["low"]), float(match["high"] or 0) or inf
            if low < high and low <= 65:
                yield Figure(Kind.AGES, "ages", low, high, "years", match.start(), match.end())
    for match in _OLD_ENOUGH.finditer(text):
        value = number(match["low"])
        if 3 <= value <= 30:
            who = re.search(r"\b(driv|rent|check|book|volunteer|apply|member|guest|rider|camper|enrol|play|sign|primary)", text, re.I)
            yield Figure(Kind.AGES, f"age to {who[1].casefold()}" if who else "minimum age", value, value, "years", match.start(), match.end())


# --- money ----------------------------------------------------------------------------------------------------------

_SUM = r"(?P<sign>[$€£₹])\s?(?P<low>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>\s?(?:k|m|mm|bn|thousand|million|billion)\b)?"
_MONEY = re.compile(_SUM + rf"(?P<plus>\s?\+)?(?:\s*(?:-|–|—|to)\s*[$€£₹]?\s?(?P<high>{DIGITS}))?(?P<per>\s*(?:/|per|an?|each|every)\s*(?P<each>month|mo\b|year|yr|night|week|day|hour|hr|person|piece|visit|room|user|seat|session|guest|pet|load|sq\.? ?ft|square foot|child|page|return|bag|each))?", re.I)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_GIVEN = re.compile(r"\b(?:(?P<raised>rais(?:ed|ing)|fundrais\w+)|(?P<given>donated|awarded|granted|given (?:away|out|back)|distributed|in (?:grants|scholarships|aid))|(?P<won>recovered|won|secured|obtained|in (?:verdicts|settlements|recoveries|compensation))|(?P<saved>saved)|(?P<invested>invested|investment))\b", re.I)
_FREE_THINGS = {
    "shipping": r"shipping|delivery|postage|freight",
    "consultation": r"(?:initial |phone |legal |design |first )?consult(?:ation)?s?|case (?:review|evaluation)s?|strategy (?:call|session)s?",
    "estimate": r"estimates?|quot(?:e|es|ations?)",
    "callout": r"call-?outs?|call-?out charges?|service calls?|trip (?:charge|fee)s?|diagnos(?:is|tics?)|site visits?",
    "parking": r"parking",
    "wi-fi": r"wi-?fi|internet(?: access)?",
    "breakfast": r"breakfasts?",
    "cancellation": r"cancellations?",
    "setup": r"set-?up|onboarding|activation|registration|enrol?lment",
    "inspection": r"inspections?|surveys?|assessments?|check-?ups?|evaluations?",
    "installation": r"installations?|fitting",
    "returns": r"(?<!tax )returns?(?! (?:on|filing))",
    "collection": r"pick-?ups?|collection",
    "membership": r"memberships?",
    "samples": r"samples?",
    "pets": r"pets?|dogs?",
    "cleaning": r"cleaning",
    "tooling": r"tooling|artwork|design proofs?|proofs?",
    "admission": r"admission|entry|entrance",
}  # fmt: skip
_THING = "|".join(f"(?P<t{i}>{shape})" for i, shape in enumerate(_FREE_THINGS.values()))
_FREE_NAMES = tuple(_FREE_THINGS)
_IS_FREE = (
    re.compile(rf"\b(?:free|complimentary|no[- ]cost|no[- ]charge)(?:,? (?:no[- ]obligation|of charge|same-day|next-day|fast|standard|local|on-?site|in-?home|30[- ]minute|one[- ]hour|\w+[- ]minute|and (?:easy|confidential|fast))){{0,3}} (?:{_THING})\b(?!-)", re.I),
    re.compile(rf"\b(?:{_THING})(?: (?:is|are|comes?|stays?))? (?:always |completely |absolutely |100% )?(?:free(?! (?:from|of (?!charge))| (?:consult|quote|estimate|if|for|with|on|over))|complimentary|at no (?:extra |additional )?(?:cost|charge)|on (?:us|the house)|included)\b", re.I),
    re.compile(rf"\b(?:no|zero|never (?:a|any)|without (?:a|any)|(?:don't|never|do not) charge (?:a|an|any)?) ?(?:extra |additional |hidden )?(?:{_THING}) ?(?:fees?|charges?|costs?)\b|\b(?:no|zero) (?:charge|fee|cost) for (?:the |your |an? )?(?:initial )?(?:{_THING.replace('?P<t', '?P<u')})\b", re.I),
)
_IS_CHARGED = (
    re.compile(rf"\b(?:{_THING})(?: (?:fees?|charges?|costs?|rates?|price))?(?: (?:is|are|of|from|starts? (?:at|from)|costs?|will be|at|for|:))? ?:? ?(?:just |only |an? |a flat )?{_SUM}", re.I),
    re.compile(rf"{_SUM} (?:(?:flat|fixed|non-refundable|one-time|nightly|extra|additional|per|for|towards?|an?|the|each) ){{0,3}}(?:{_THING})(?: (?:fee|charge|cost|rate)s?)?\b", re.I),
    re.compile(rf"\b(?:a|an|the|our) (?:\w+ )?(?:{_THING}) (?:fee|charge)s? (?:applies|apply|is (?:charged|added|due)|will be (?:charged|added))", re.I),
    re.compile(rf"\b(?:we charge|charged|there is a (?:fee|charge)) for (?:the |your |an? |all )?(?:{_THING})\b", re.I),
)


def _named(match: re.Match[str]) -> str:
    for key, value in match.groupdict().items():
        if value and key[0] in "tu" and key[1:].isdigit():
            return _FREE_NAMES[int(key[1:])]
    return ""


def _charges(text: str) -> Iterator[Figure]:
    """What is free, or costs something: 0 where it is free, the sum or (unnamed) 1 where it is not."""
    free = [match for pattern in _IS_FREE for match in pattern.finditer(text)]
    for match in free:
        if not re.search(r"\b(?:not|never|isn't|aren't|toll|duty|risk|worry|stress|hassle|fat|gluten)[\s-]*$", text[: match.start()], re.I):
            yield Figure(Kind.FREE, _named(match), 0.0, 0.0, "", match.start(), match.end())
    if free:
        return
    for pattern in _IS_CHARGED:
        for match in pattern.finditer(text):
            value = number(match["low"]) if match.groupdict().get("low") else 1.0
            name = _named(match)
            # a returned tax form, a cleaned house: what the house itself sells has a price, not a charge
            if value and name not in ("cleaning", "returns", "inspection", "membership", "design", "installation") or re.search(r"fee|charge", match[0], re.I):
                yield Figure(Kind.FREE, name, value, value, "", match.start(), match.end())


def _sums(text: str) -> Iterator[Figure]:
    """Money that was raised, given, won; and prices."""
    for match in _MONEY.finditer(text):
        scale = (match["scale"] or "").strip().casefold()
        low = number(match["low"]) * _SCALE.get(scale, 1.0)
        high = number(match["high"]) * (_SCALE.get(scale, 1.0)) if match["high"] else low
        clause = text[max(0, match.start() - 50) : match.end() + 50]
        given = _GIVEN.search(clause)
        if given:
            subject = next(name for name, value in given.groupdict().items() if value)
            if low >= 1000:
                yield Figure(Kind.MONEY, subject, low, high, match["sign"], match.start(), match.end())
            continue
        if scale or high < low or not low:
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(r"\b(?:sav(?:e|ed|es|ing)|worth|off|over|under|up to|discount|fine|penalt|tax|bonus|deposit|limit|coverage|budget|spend|value|income|insurance|for every|reward|credit|gift|fees? of|than)\b[^.]{0,18}$", before, re.I):
            continue
        if re.match(r"\s*(?:off|discount|in savings|value|worth|gift|credit|bonus|or (?:more|less)|\w* deposit)\b", text[match.end() :], re.I):
            continue
        lead = re.search(r"\b(?P<from>from|starting (?:at|from)|starts? (?:at|from)|as low as|begin(?:s|ning)? at)\s*(?:just |only |around |about )?$", before, re.I)
        priced = lead or match["each"] or re.search(r"\b(?:costs?|price[ds]?(?: at| is|:)?|rate(?: is|:)|fee(?: is|:)|for (?:just |only )?|only|just|flat|is|are|:)\s*$", before, re.I)
        if priced or len(text.split()) <= 3:
            unit = match["sign"] + ("/" + match["each"].casefold()[:4].rstrip("s. ").replace("mo", "month"[:4]) if match["each"] else "")
            yield Figure(Kind.PRICE, "from" if lead else "price", low, high, unit, match.start(), match.end())


_DEPOSIT = (
    re.compile(r"(?P<low>\d{1,3})\s?(?:%|percent)\s+(?:[\w-]+ ){0,2}?deposit\b", re.I),
    re.compile(r"\bdeposit (?:of|is|equal to)\s+(?P<low>\d{1,3})\s?(?:%|percent)", re.I),
)
_RATES = re.compile(
    r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b)\s*(?:[\w-]+\s+){0,2}?(?P<what>on[- ]time|uptime|satisf\w+|success|retention|repeat (?:business|customers|clients)|graduat\w+|pass rate|first[- ]time(?: fix| pass)?|recycled|placement|accura\w+|first[- ]pass)\b"
    r"|\b(?P<what2>on[- ]time(?: delivery)?|uptime|satisfaction|success|retention|graduation|accuracy)(?: rate)?s?(?: (?:is|of|was|at|stands at|runs at))+ (?P<low2>\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b)",
    re.I,
)


def _shares(text: str) -> Iterator[Figure]:
    for pattern in _DEPOSIT:
        for match in pattern.finditer(text):
            value = float(match["low"])
            yield Figure(Kind.DEPOSIT, "deposit", value, value, "percent", match.start(), match.end())
    if re.search(r"\bguarantee|\bup to\b|\b(?:students|teens|people|patients|cases) (?:who|that|with)\b", text, re.I):
        return
    for match in _RATES.finditer(text):
        what = (match["what"] or match["what2"]).casefold().replace("-", " ")
        value = float(match["low"] or match["low2"])
        if 20 <= value <= 100:
            yield Figure(Kind.RATE, re.sub(r"satisf\w+", "satisfaction", what.split(" delivery")[0]), value, value, "percent", match.start(), match.end())


# --- places and times of day ----------------------------------------------------------------------------------------

_PLACE_SIZE = re.compile(
    rf"(?P<low>{DIGITS})[\s-]*(?:sq(?:uare|\.)?[\s.-]*(?P<unit>f(?:ee|oo)?t|m(?:et(?:er|re)s?)?)|(?P<acre>acres?))\b\.?,?\s+(?:of\s+)?(?:(?:[\w,&-]+)\s+){{0,3}}?(?P<what>facilit(?:y|ies)|plant|shop|factory|clinic|office|building|warehouse|showroom|workshop|centre|center|studio|campus|property|resort|farm|venue|ranch|grounds)\b"
    rf"|\b(?P<what2>facility|plant|shop|factory|clinic|building|warehouse|showroom|workshop|campus|property|resort|farm|grounds)\b[^.;!?]{{0,40}}?(?P<low2>{DIGITS})[\s-]*(?:sq(?:uare|\.)?[\s.-]*(?P<unit2>f(?:ee|oo)?t|m(?:et(?:er|re)s?)?)|(?P<acre2>acres?))\b",
    re.I,
)  # fmt: skip
_RADIUS = re.compile(rf"\b(?:within|(?:up )?to|inside)(?: an?)?(?: radius of)? (?:about )?(?P<low>{ANY})[\s-]*(?P<unit>miles?|km|kilomet(?:er|re)s)\b(?: radius)?(?! (?:away|from (?:the )?(?:beach|park|lake|downtown|airport|town|trail)|per|an hour|walk|drive))|\b(?P<low2>{ANY})[\s-]*(?P<unit2>miles?|km|kilomet(?:er|re))[\s-]+radius\b", re.I)
_SERVED = re.compile(r"\b(?:serv(?:e|es|ing|ice)|deliver|cover|travel|work|area|install|customers?|homes|radius|collect|come to)\b", re.I)
_OCLOCK = r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>a\.?m\.?|p\.?m\.?|noon)?|(?P<noon>noon)"
_CHECK = re.compile(rf"\bcheck[\s-]?(?P<way>in|out)\b(?: time)?s?(?: (?:is|are|begins|starts|from|after|at|by|before|any ?time|between|available))*\s*:?\s*(?:{_OCLOCK})(?![\d%])", re.I)


def _places(text: str) -> Iterator[Figure]:
    for match in _PLACE_SIZE.finditer(text):
        what = (match["what"] or match["what2"]).casefold()
        what = re.sub(r"^(?:plant|shop|factory|building|warehouse|workshop|facilities)$", "facility", what)
        acre = match["acre"] or match["acre2"]
        metric = (match["unit"] or match["unit2"] or "").casefold().startswith("m")
        value = number(match["low"] or match["low2"]) * (10.764 if metric else 1.0)
        yield Figure(Kind.SIZE, f"{what} in {'acres' if acre else 'square feet'}", value, value, "", match.start(), match.end())
    if _SERVED.search(text):
        for match in _RADIUS.finditer(text):
            value = number(match["low"] or match["low2"])
            miles = value if (match["unit"] or match["unit2"]).casefold().startswith("mile") else value / 1.609
            if miles >= 2:
                yield Figure(Kind.RADIUS, "radius", miles, miles, "miles", match.start(), match.end())
    for match in _CHECK.finditer(text):
        hour = 12.0 if match["noon"] else int(match["hour"]) % 24 + int(match["minute"] or 0) / 60
        half = (match["half"] or "").casefold()
        if not match["noon"] and not half and not match["minute"]:
            continue
        late = half.startswith("p") or (not half and match["way"].casefold() == "in" and hour < 9)
        hour = hour % 12 + 12 if late or half == "noon" else hour
        yield Figure(Kind.CLOCK, f"check-{match['way'].casefold()}", hour, hour, "o'clock", match.start(), match.end())


_RULES = (
    ("pets", 0.0, re.compile(r"\b(?:no (?:pets|dogs|animals)(?: (?:allowed|permitted|please))?|(?:pets|dogs|animals) (?:are )?(?:not (?:allowed|permitted|accepted)|prohibited)|not (?:accept|allow) (?:pets|dogs)|pet[- ]free)\b", re.I)),
    ("pets", 1.0, re.compile(r"\b(?:pet|dog)[- ]friendly\b|\b(?:pets|dogs)(?: are| is)? (?:always )?(?:welcome|allowed|accepted|permitted)\b|\bwelcome (?:your )?(?:pets|dogs)\b", re.I)),
    ("smoking", 0.0, re.compile(r"\bno smoking\b|\bnon-?smoking\b|\bsmoke-?free\b|\bsmoking (?:is )?(?:not (?:allowed|permitted)|prohibited)\b", re.I)),
    ("smoking", 1.0, re.compile(r"\bsmoking (?:is )?(?:allowed|permitted)\b|\bsmoking (?:rooms?|cabins?)\b", re.I)),
    ("kitchen", 2.0, re.compile(r"\b(?:full|complete|fully[- ](?:equipped|stocked|furnished|functional))(?:,? \w+)? kitchens?\b|\bkitchens? (?:is|are) fully (?:equipped|stocked)\b", re.I)),
    ("kitchen", 1.0, re.compile(r"\bkitchen-?ettes?\b|\b(?:small|mini|basic|partial) kitchens?\b", re.I)),
    ("kitchen", 0.0, re.compile(r"\b(?:no|without (?:a )?|lacks? a) kitchens?\b|\bdo(?:es)? not have (?:a )?kitchens?\b", re.I)),
    ("wi-fi", 1.0, re.compile(r"\b(?:free|high[- ]speed|complimentary|offer|with|have|has) (?:wi-?fi|wireless internet)\b|\bwi-?fi (?:in|throughout|available|included)\b", re.I)),
    ("wi-fi", 0.0, re.compile(r"\b(?:no|without|not have|not offer) (?:wi-?fi|internet|wireless internet)\b", re.I)),
)  # fmt: skip


def _rules(text: str) -> Iterator[Figure]:
    done: set[str] = set()
    for subject, value, pattern in _RULES:
        match = pattern.search(text)
        if match and subject not in done:
            done.add(subject)
            yield Figure(Kind.ALLOWED, subject, value, value, "", match.start(), match.end())


Reader = Callable[[str], Iterator[Figure]]
_READERS: tuple[tuple[Reader, bool, tuple[str, ...]], ...] = tuple(
    (read, numeric, tuple(cues.split("|")))
    for read, numeric, cues in (
        (_replies, True, "repl|respon|answer|back|touch|contact|hear|follow|quot|estimate|proposal"),
        (_deliveries, True, "ship|dispatch|deliver|arriv|lead|turn|production|ready|finish|complete|door|hands|warehouse|made"),
        (_warranties, False, "warrant|guarantee"),
        (_returns, False, "return|refund|money|send|sent|final|exchange|change your mind"),
        (_trials, True, "trial|try |test "),
        (_cancellations, True, "cancel|terminat"),
        (_terms, False, "contract|commit|cancel|month|agreement|lock|any time|anytime"),
        (_stays, False, "night|minimum stay"),
        (_capacities, True, "sleep|accommodat|seat|guest|people|person|adult|visitor|room for|occupan"),
        (_rooms, True, "bed|bath|kitchen|room|operator|gym|fireplace|parking"),
        (_ages, True, "age|old|must be"),
        (_charges, False, "free|complimentary|no |zero|fee|charge|$|€|£|₹|included|on the house"),
        (_sums, True, "$|€|£|₹"),
        (_shares, True, "%|percent"),
        (_places, True, "sq|acre|mile|km|kilomet|check"),
        (_rules, False, "pet|dog|smok|kitchen|wi-fi|wifi|internet|animal"),
    )
)  # fmt: skip
"""Each reader, whether it needs a number in the text, and strings of which the text must hold one: a cheap look first."""
_NUMERIC = re.compile(rf"\d|(?:same|next)[- ]|\bwithin an?\b|\b(?:{WORDS})\b", re.I)
