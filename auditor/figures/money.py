"""Money in a line: what is free and what is charged, prices, deposits, sums raised, and rates in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.cues import rare
from auditor.figures.base import DIGITS, Figure, Kind, number

SUM = rare(r"(?:[$€£₹¥]|\b[Rr][Ss]\.?)\s?\d|\d\s?(?:[€₹]|/-)")
"""Where a sum of money begins, for who asks only whether one stands there. Names of money ("pounds") are left out: they
are weights as well."""

_SUM = r"(?P<sign>[$€£₹])\s?(?P<low>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>\s?(?:k|m|mm|bn|thousand|million|billion)\b)?"
_MONEY = re.compile(
    _SUM
    + rf"(?P<plus>\s?\+)?(?:\s*(?:-|–|—|to)\s*[$€£₹]?\s?(?P<high>{DIGITS}))?(?P<per>\s*(?:/|per|an?|each|every)\s*(?P<each>month|mo\b|year|yr|night|week|day|hour|hr|person|piece|visit|room|user|seat|session|guest|pet|load|sq\.? ?ft|square foot|child|page|return|bag|class|lesson|each))?",
    re.I,
)
_EACH_NAMES = {"mo": "month", "yr": "year", "hr": "hour", "pc": "piece", "sqft": "square foot", "sq ft": "square foot"}
EACH_TAUGHT = frozenset({"class", "lesson"})
"""What is sold one by one under many names: its price is compared where both lines are about the same thing."""

_COST_OF_ONE = re.compile(
    r"\b(?:cost|price|charge|fee)s? (?:per|of an?|of each|for an?|for each) (?:[a-z-]+ ){0,2}?(class|lesson)\s*:?\s*$",
    re.I,
)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_GIVEN = re.compile(
    r"\b(?:(?P<raised>rais(?:ed|ing)|fundrais\w+)|(?P<given>donated|awarded|granted|given (?:away|out|back)|distributed|in (?:grants|scholarships|aid))|(?P<won>recovered|won|secured|obtained|in (?:verdicts|settlements|recoveries|compensation))|(?P<saved>saved)|(?P<invested>invested|investment))\b",
    re.I,
)
_FREE_THINGS = {
    "shipping": r"shipping|delivery|postage|freight",
    "consultation": r"(?:initial |phone |legal |design |first )?consult(?:ation)?s?|case (?:review|evaluation)s?|strategy (?:call|session)s?",
    "estimate": r"estimates?|quot(?:e|es|ations?)",
    "callout": r"call-?outs?|call-?out charges?|service calls?|trip (?:charge|fee)s?|diagnos(?:is|tics?)|site visits?",
    "parking": r"(?<!valet )parking",
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
    rare(
        rf"\b(?:free|complimentary|no[- ]cost|no[- ]charge)(?:,? (?:no[- ]obligation|of charge|same-day|next-day|fast|standard|local|on-?site|in-?home|30[- ]minute|one[- ]hour|\w+[- ]minute|and (?:easy|confidential|fast))){{0,3}} (?:{_THING})\b(?!-)",
        re.I,
    ),
    rare(
        rf"\b(?:{_THING})(?: (?:is|are|comes?|stays?))? (?:always |completely |absolutely |100% )?(?:free(?! (?:from|of (?!charge))| (?:consult|quote|estimate|if|for (?!all|every|our|guests|customers)|with|on|over))|complimentary|at no (?:extra |additional )?(?:cost|charge)|(?:costs?) (?:you )?nothing|on (?:us|the house)|included)\b",
        re.I,
    ),
    rare(
        rf"\b(?:no|zero|never (?:a|any)|without (?:a|any)|(?:don't|never|do not) charge (?:a|an|any)?) ?(?:extra |additional |hidden )?(?:{_THING}) ?(?:fees?|charges?|costs?)\b|\b(?:no|zero) (?:charge|fee|cost) for (?:the |your |an? )?(?:initial )?(?:{_THING.replace('?P<t', '?P<u')})\b",
        re.I,
    ),
)
_IS_CHARGED = (
    rare(
        rf"\b(?:{_THING})(?: (?:fees?|charges?|costs?|rates?|price))?(?: (?:is|are|of|from|starts? (?:at|from)|costs?|will be|at|for|:))? ?:? ?(?:just |only |an? |a flat )?{_SUM}",
        re.I,
    ),
    re.compile(
        rf"{_SUM} (?:(?:flat|fixed|non-refundable|one-time|nightly|extra|additional|per|for|towards?|an?|the|each) ){{0,3}}(?:{_THING})(?: (?:fee|charge|cost|rate)s?)?\b",
        re.I,
    ),
    rare(
        rf"\b(?:a|an|the|our) (?:\w+ )?(?:{_THING}) (?:fee|charge)s? (?:applies|apply|is (?:charged|added|due)|will be (?:charged|added))",
        re.I,
    ),
    re.compile(rf"\b(?:we charge|charged|there is a (?:fee|charge)) for (?:the |your |an? |all )?(?:{_THING})\b", re.I),
)


def _named(match: re.Match[str]) -> str:
    for key, value in match.groupdict().items():
        if value and key[0] in "tu" and key[1:].isdigit():
            return _FREE_NAMES[int(key[1:])]
    return ""


def charges(text: str) -> Iterator[Figure]:
    """What is free, or costs something: 0 where it is free, the sum or (unnamed) 1 where it is not."""
    free = [match for pattern in _IS_FREE for match in pattern.finditer(text)]
    for match in free:
        if not re.search(
            r"\b(?:not|never|isn't|aren't|toll|duty|risk|worry|stress|hassle|fat|gluten)[\s-]*$",
            text[: match.start()],
            re.I,
        ):
            yield Figure(Kind.FREE, _named(match), 0.0, 0.0, "", match.start(), match.end())
    if free:
        return
    for pattern in _IS_CHARGED:
        for match in pattern.finditer(text):
            value = number(match["low"]) if match.groupdict().get("low") else 1.0
            name = _named(match)
            # a returned tax form, a cleaned house: what the house itself sells has a price, not a charge
            if (
                value and name not in ("cleaning", "returns", "inspection", "membership", "design", "installation")
            ) or re.search(r"fee|charge", match[0], re.I):
                yield Figure(Kind.FREE, name, value, value, "", match.start(), match.end())


def sums(text: str) -> Iterator[Figure]:
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
        if re.search(
            r"\b(?:sav(?:e|ed|es|ing)|worth|off|over|under|up to|discount|fine|penalt|tax|bonus|deposit|limit|coverage|budget|spend|value|income|insurance|for every|reward|credit|gift|fees? of|than)\b[^.]{0,18}$",
            before,
            re.I,
        ):
            continue
        if re.match(
            r"\s*(?:off|discount|in savings|value|worth|gift|credit|bonus|or (?:more|less)|\w* deposit)\b",
            text[match.end() :],
            re.I,
        ):
            continue
        lead = re.search(
            r"\b(?P<from>from|starting (?:at|from)|starts? (?:at|from)|as low as|begin(?:s|ning)? at)\s*(?:just |only |around |about )?$",
            before,
            re.I,
        )
        one = _COST_OF_ONE.search(before)
        priced = (
            lead
            or match["each"]
            or one
            or re.search(
                r"\b(?:costs?|price[ds]?(?: at| is|:)?|rate(?: is|:)|fee(?: is|:)|for (?:just |only )?|only|just|flat|is|are|:)\s*$",
                before,
                re.I,
            )
        )
        if priced or len(text.split()) <= 3:
            each = (match["each"] or (one[1] if one else "")).casefold()
            unit = match["sign"] + (f"/{_EACH_NAMES.get(each, each)}" if each else "")
            yield Figure(Kind.PRICE, "from" if lead else "price", low, high, unit, match.start(), match.end())


_DEPOSIT = (
    re.compile(r"(?P<low>\d{1,3})\s?(?:%|percent)\s+(?:[\w-]+ ){0,2}?deposit\b", re.I),
    re.compile(
        r"\b(?P<half>half) (?:of )?(?:the|your) (?:total|cost|price|amount)\b[^.;!?]{0,25}\bdeposit|\bdeposit (?:of|is) (?P<half2>half)\b",
        re.I,
    ),
    re.compile(r"\bdeposit (?:of|is|equal to)\s+(?P<low>\d{1,3})\s?(?:%|percent)", re.I),
)
_RATES = re.compile(
    r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b)\s*(?:of (?:our |all )?(?:clients|customers|patients|guests|families) (?:are |were |say they are )|(?:[\w-]+\s+){0,2}?)(?P<what>on[- ]time|uptime|satisf\w+|success|retention|repeat (?:business|customers|clients)|graduat\w+|pass rate|first[- ]time(?: fix| pass)?|recycled|placement|accura\w+|first[- ]pass)\b"
    r"|\b(?P<what2>on[- ]time(?: delivery)?|uptime|satisfaction|success|retention|graduation|accuracy)(?: rate)?s?(?:\s*:| (?:is|of|was|at|stands at|runs at))+ (?P<low2>\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b)",
    re.I,
)


def shares(text: str) -> Iterator[Figure]:
    """Deposits and rates, in percent."""
    for pattern in _DEPOSIT:
        for match in pattern.finditer(text):
            value = float(match.groupdict().get("low") or 50)
            yield Figure(Kind.DEPOSIT, "deposit", value, value, "percent", match.start(), match.end())
    if re.search(
        r"\bguarantee|\bup to\b|\bthan\b|\b(?:students|teens|people|patients|cases) (?:who|that|with)\b", text, re.I
    ):
        return
    for match in _RATES.finditer(text):
        what = (match["what"] or match["what2"]).casefold().replace("-", " ")
        value = float(match["low"] or match["low2"])
        if 20 <= value <= 100:
            yield Figure(
                Kind.RATE,
                re.sub(r"satisf\w+", "satisfaction", what.split(" delivery")[0]),
                value,
                value,
                "percent",
                match.start(),
                match.end(),
            )
