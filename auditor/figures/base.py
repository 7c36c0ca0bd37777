"""What a figure is, whose it is, and the circumstances that a line ties it to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from auditor.cues import Quick, Sieve


class Kind(StrEnum):
    """What kind of figure it is."""

    COUNT = "count"
    YEARS = "years"
    FOUNDED = "founding year"
    GENERATION = "generation"
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
    STANCE = "promise"
    HOURS = "opening hours"
    REACH = "capability"
    CONTACT = "contact"
    ADDRESS = "address"


UNITS = {
    Kind.REPLY: "hours", Kind.DELIVERY: "days", Kind.WARRANTY: "days", Kind.REFUND: "days", Kind.CANCEL: "days",
    Kind.TRIAL: "days", Kind.TERM: "months", Kind.STAY: "nights", Kind.AGES: "years", Kind.RATE: "percent",
    Kind.RADIUS: "miles", Kind.CLOCK: "o'clock", Kind.DEPOSIT: "percent", Kind.YEARS: "years", Kind.MINIMUM: "pieces",
}  # fmt: skip
"""The unit of each kind's values where it has one of its own; prices and sizes name theirs themselves."""


OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|itself)\b")
"""Words by which a line says that what it counts is the company's own."""


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
TO = r"\s*(?:-|–|—|to|or|and|through)\s*"
SPAN = rf"(?P<low>{ANY})(?:{TO}(?P<high>{ANY}))?"


def uncased(text: str) -> str:
    """``text`` in small letters, as a pattern that ignores case reads it: to it "ı", "İ" and "ſ" are i and s too."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def number(text: str) -> float:
    """A written number as a value: "1,200", "12.5", "three"."""
    word = uncased(text)
    return float(_SMALL[word]) if word in _SMALL else float(word.replace(",", ""))


def small(text: str) -> bool:
    """True for a number written as a word."""
    return uncased(text) in _SMALL


# --- whose figure it is ---------------------------------------------------------------------------------------------

OTHERS = Quick(
    r"\b(?:most (?:other )?(?:\w+ )?(?:shops?|firms?|companies|providers?|suppliers?|hotels?|cabins?|people|customers|clients|owners?|businesses|lawyers)"
    r"|other (?:\w+ ){0,2}(?:shops?|firms?|companies|providers?|suppliers?)|competitors?|elsewhere|instead of|rather than|compared (?:to|with)|versus|vs\.?"
    r"|industry (?:average|standard|norm)|on average|the average|national(?:ly)?|typical(?:ly)? (?:\w+ )?(?:shop|firm|supplier|customer|client)s?"
    r"|used to|previous(?:ly)?|formerly|no longer|imagine|suppose|for example|e\.g\.|for instance|studies|study|survey|according to"
    r"|(?<!will )(?<!'ll )recommend(?:ed|s)?|should|needs? to be|by law|law requires|regulations?|doctors?|required by)\b"
)
HOPED = Quick(
    r"\b(?:goal|aim(?:s|ing)? (?:is|to|for)|target|strive|striving|hope to|designed to|committed to|working towards?)\b"
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
    "if": r"if|unless|when|except|excluding|depending|subject to|provided|orders? (?:over|above|of)|spend|purchases? (?:over|of)|over [$€£]|above [$€£]|with (?:any |every |your |each |a )?(?:purchase|order|booking|stay)|where (?:possible|available)|selected|some|certain|starting|(?:one|two|three|four|five|several) of",
    "mostly": r"most|usually|often|sometimes|typical(?:ly)?|as (?:fast|quickly|soon) as|as little as|approximately",
}  # fmt: skip
_CIRCUMSTANCES = Sieve({name: rf"(?<![\w-])(?:{shape})(?![\w-])" for name, shape in _CONDITIONS.items()})
_YEAR = re.compile(r"\b(?:in|during|for|by|of|year|season)\s+((?:19|20)\d\d)\b", re.I)
_EACH = (
    ("a year", re.compile(r"\b(?:a|per|each|every|this|last) (?:calendar |school )?year\b|\bannual(?:ly)?\b|\byearly\b", re.I)),
    ("a month", re.compile(r"\b(?:a|per|each|every|this|last) month\b|\bmonthly\b", re.I)),
    ("a day", re.compile(r"\b(?:a|per|each|every|one|single) day\b|\bdaily\b", re.I)),
    ("a week", re.compile(r"\b(?:a|per|each|every) week\b|\bweekly\b", re.I)),
    ("ever", re.compile(r"\bsince\b|\bto date\b|\bso far\b|\bover the (?:past |last )?\w+ (?:years|decades)\b|\bin our history\b|\balumni\b", re.I)),
)  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _circumstances(line: str) -> tuple[str, ...]:
    return _CIRCUMSTANCES.found(line)


def circumstances(text: str, kind: Kind, *around: str) -> frozenset[str]:
    """What a line ties its figures to: seasons, plans, places, years. Figures under different ones are not compared."""
    found = {name for line in (text, *around) for name in _circumstances(line)}
    found -= _OWN.get(kind, frozenset())
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE):
        found = {"if", "mostly"} & found
        found |= {name for name, shape in _EACH if shape.search(text)}
    if kind in (Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.PRICE):
        found |= set(_YEAR.findall(text))
    if kind is Kind.REPLY and _LIVE.search(text):
        found.add("live")
    if kind is Kind.AGES:  # whom one programme is for says nothing of another
        found |= {word.casefold().rstrip("s") for line in (text, *around) for word in _PROGRAMME.findall(line)}
    return frozenset(found)


_LIVE = re.compile(r"\b(?:phones?|whats-?app|(?:live )?chat|text us|call or)\b", re.I)
_PROGRAMME = re.compile(
    r"\b(leagues?|camps?|class(?:es)?|program(?:me)?|teams?|clinics?|courses?|lessons?|tournaments?|workshops?|divisions?|sessions?"
    r"|teens?|toddlers?|preschool\w*|juniors?|scholarships?|after-?school|basketball|football|soccer|baseball|swim\w*|dance|art|music|mentor\w*)\b",
    re.I,
)
_OWN = {
    Kind.PRICE: frozenset({"plan"}),
    Kind.AGES: frozenset({"child", "member"}),
    Kind.FREE: frozenset({"emergency", "deposit"}),
    Kind.DEPOSIT: frozenset({"deposit", "online", "if"}),
    Kind.STAY: frozenset({"if"}),
    Kind.DELIVERY: frozenset({"parts", "labour", "maker", "deposit", "child", "member", "online"}),
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
