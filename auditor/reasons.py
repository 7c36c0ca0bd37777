"""Which of its own lines would persuade a buyer, told by what kind of reason each gives, and where they stand.

A buyer asks every site the same: what happens if it goes wrong, what it costs, how soon it is done, who does it, who had
it done before, what nobody else has. A line that answers with something that can be checked is a reason (word list
"reasons", the strong lines of :mod:`auditor.strength`, prices, the age of the house). Customers' praise, rules for the reader,
articles and other people's figures are none.

:data:`KINDS` orders them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor import lexicon
from auditor.answers import gives_a_price
from auditor.figures.base import uncased
from auditor.figures.money import SUM
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.opening import Opening, says_what, where_it_works
from auditor.organisation import organisation
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import Strong, alike, figures, worth_moving
from auditor.text import doubled, word_count
from auditor.voices import LONG, once, quoted

KINDS: dict[str, tuple[int, int, str]] = {
    "own": (5, 5, "what it has of its own"),
    "spared": (4, 4, "what is done for the customer in person"),
    "age": (4, 5, "how long it has been at it"),
    "customer result": (2, 2, "a customer's own account of a result"),
    "candid": (3, 4, "advice against its own interest"),
    "remedy": (3, 4, "what it puts right or pays back"),
    "care": (1, 1, "how few share one who looks after them"),
    "hard case": (1, 1, "the hard work that it takes on"),
    "cover": (1, 1, "the cover it carries"),
    "promise": (1, 1, "a promise with its measure"),
    "open door": (1, 1, "what nobody has to pay or bring"),
    "gratis": (4, 8, "what costs nothing extra"),
    "hands": (4, 8, "who does the work"),
    "speed": (3, 6, "how soon it is done"),
    "result": (1, 2, "what a customer gains"),
    "checked": (1, 2, "how the work is proved"),
    "price": (3, 9, "what it costs"),
    "record": (1, 4, "how much it has done already"),
    "won": (0, 1, "who has recognised it"),
    "able": (0, 1, "what it can do, measured"),
    "named": (0, 1, "whom it has worked for"),
    "fixed": (0, 1, "a price that stays"),
}
"""Kind of reason -> on how many sites readers named the best line of it as buried, on how many there was one, and what it tells.

Counted in November 2026 on 24 small websites, of which people had named 91 lines as buried before any output was seen. With the
counts of the other 23 alone, the lines chosen on the one left out held 37 of the 91 (39 with all counts, 37 with all
kinds alike), and one or more on 20 of the 24. Ten kinds rest on one site: little more than an order. The word list was widened on the
same sites, so expect less of another."""


def readily(kind: str) -> float:
    """How readily a kind of reason is named (0-1): its counts, drawn towards a third where they are few."""
    named, had, _ = KINDS[kind]
    return (named + 1) / (had + 3)


_FOUND = frozenset(
    {
        "candid",
        "care",
        "spared",
        "own",
        "remedy",
        "cover",
        "gratis",
        "speed",
        "record",
        "fixed",
        "hands",
        "scale",
        "able",
        "named",
        "won",
        "checked",
    }
)
_SOLD = frozenset({"remedy", "gratis", "fixed", "price", "cover", "speed"})
"""Reasons that only who sells can give: elsewhere they are rules, or other people's money."""

_NOT_HERE = frozenset({PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG, PageKind.DOCS})
_PLAIN = frozenset({"remedy", "gratis", "candid", "fixed", "care", "spared"})
"""Reasons that their words alone give, whatever the label."""
_SEVERAL = frozenset({"hands", "hard case"})
_RULES = frozenset({"gratis"})
"""Reasons that may stand in the terms alone."""

NEAR_TOP = 75
"""Words from the top of the home page within which a line is not buried: about what a first screen holds."""

BARE = 3
"""Words from which a credential may stand alone."""

SHORTEST, LONGEST = 5, 45
"""A line of fewer words is a label; one of more a paragraph, and nothing to move up."""

MOST = 3
"""Lines named at once: a list of ten moves is a list of none."""

OLD = 30
"""Years from which how long a house has stood is worth its place on the home page."""

OLDER = 1.5
"""How many times the age that the home page tells the one told elsewhere must be."""

GENERATION = 25
"""Years that a generation at the work counts for."""

COUNTED_TO = 2020
"""The year to which a founding year is counted: no clock is read, so that the same pages give the same findings."""

ALIKE = 0.6
"""Share of its own words that the top of the home page must hold for a line to be told there already."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line that would persuade. ``depth``: words above it on its page; ``worth`` orders them, the most readily named first."""

    page: JudgedPage
    copy: Copy
    kind: str
    depth: int
    at_home: bool
    worth: float

    @property
    def tells(self) -> str:
        """What kind of reason it gives, in a phrase."""
        return KINDS[self.kind][2]


@once
def buried_reasons(site: Site) -> tuple[Reason, ...]:
    """Up to MOST reasons that the top of the home page does not tell, the most readily named first.

    One of each kind, then a second of what people are and of hard work where places are left; never two lines that tell the same.
    """
    found = sorted(_all(site), key=lambda entry: (-entry.worth, entry.at_home, entry.depth, entry.copy.unit.id))
    chosen: list[Reason] = []
    for again in (False, True):
        for entry in found:
            if len(chosen) == MOST:
                break
            if entry in chosen or (
                any(other.kind == entry.kind for other in chosen) and not (again and entry.kind in _SEVERAL)
            ):
                continue
            if not any(alike(entry.copy.text, other.copy.text) for other in chosen):
                chosen.append(entry)
    return tuple(sorted(chosen, key=lambda entry: (-entry.worth, entry.copy.unit.id)))


_HISTORY = re.compile(
    r"\b(?:has|have) been\b|\bwas (?:founded|started|established)\b|\b(?:leading edge|family[- ]owned)\b", re.I
)
"""What tells how long, and not what is done."""


def told_further_on(site: Site, opening: Opening, *, what: bool) -> list[tuple[str, Copy]]:
    """Up to MOST things that a visitor asks first and the first screen does not say, each with the line that answers it.

    ``what``: whether what it is and does is among them; then come where it works and its best reasons.
    """
    found: dict[str, Copy] = {}
    line = says_what(site) if what else None
    if line is not None and line not in opening.lines and not _HISTORY.search(line.text):
        found["what it is and does"] = line
    if (place := where_it_works(site, opening)) is not None and place is not line:
        found["where it works"] = place
    for reason in buried_reasons(site):
        found.setdefault(reason.tells, reason.copy)
    return list(found.items())[:MOST]


def _all(site: Site) -> Iterator[Reason]:
    """Every reason that is buried, each line once, with the kind that counts most."""
    if site.home is None:
        return
    words, sells = lexicon.load("reasons"), organisation(site).sells
    strong = {entry.copy.unit.id: entry for entry in worth_moving(site)}
    top, known = _top(site), _age_at_home(site)
    seen = set(top.lines)
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.twin_of or page.kind in _NOT_HERE:
            continue
        depth, spoken = 0, quoted(site, page)
        for copy in page.copy:
            above, unit = depth, copy.unit
            if unit.region.is_copy:
                depth += word_count(copy.text)
            elif unit.region in (Region.NAV, Region.OVERLAY):
                continue
            if unit.role in (Role.LINK, Role.BUTTON) or copy.text.casefold() in seen:
                continue
            seen.add(copy.text.casefold())
            if not BARE <= word_count(copy.text) <= LONGEST or copy.text.rstrip().endswith(("?", ":")):
                continue
            theirs = unit.id in spoken or unit.role is Role.QUOTE or bool(unit.cite)
            kinds = _kinds(site, page, copy, words, strong.get(unit.id), theirs=theirs, known=known)
            if not sells:
                kinds -= _SOLD
            if page.kind is PageKind.POLICY:
                kinds &= _RULES
            if word_count(copy.text) < SHORTEST:
                kinds &= {"hands"}
            if not kinds or doubled(copy.text) or _told(copy, top):
                continue
            kind = max(sorted(kinds), key=readily)
            yield Reason(page, copy, kind, above, page is site.home, _worth(site, page, copy, kind, len(kinds)))


def _kinds(
    site: Site, page: JudgedPage, copy: Copy, words: lexicon.Lexicon, strong: Strong | None, *, theirs: bool, known: int
) -> set[str]:
    """The kinds of reason that a line gives, or none."""
    text = copy.text[:LONG]
    kinds = {strong.kind} if strong else set[str]()
    if theirs:  # praise is told by other audits; what a customer got, or does how often, is a strong line
        return kinds | ({"customer result"} if _SCALE.search(text) and _FIRST.search(text) else set())
    if words.has(text, "not-theirs"):
        return kinds
    found = {kind for kind in _FOUND if words.has(text, kind)} if words.has(text) else set[str]()
    own = bool(_OWN.search(text) or site.name_pattern.search(text))
    kinds |= {kind for kind in found if _holds(site, kind, page, copy, own)}
    if SUM.search(text) and copy.label is not Label.OTHER and gives_a_price(site, page, copy):
        kinds.add("price")
    told = copy.label is Label.COMPANY and copy.sure and not _OF_ONE.search(text)
    age = house_age(text, own or (page.kind is PageKind.ABOUT and text.startswith("It ")))[0] if told else 0
    if "scale" in kinds:
        kinds = kinds - {"scale"} | {"record"}
    if age >= max(OLD, OLDER * known):
        kinds.add("age")
    return kinds


_OWN = re.compile(
    r"\b(?:we|our|us|i|my|he|she|his|her|company-owned|in-house)\b|\b(?:the|this) (?:club|firm|family|company|palace|house|property|hotel|estate|farm|inn|school|shop|team|owner|founder)\b",
    re.I,
)
_OF_ONE = re.compile(r"\byears (?:of|in) (?:[\w-]+ ){0,5}experience\b|\b(?:married|born|lived)\b", re.I)
"""The years of one who works there."""
_SCALE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b(?:hundreds|thousands) of\b")
_FIRST = re.compile(r"\b(?:our|we|my|i)\b", re.I)
_NAME = re.compile(r"(?<=[a-z,;] )(?:the )?[A-Z][\w&]+")
_PERSON = re.compile(
    r"(?i:\b(?:he|she|his|her|I|my|we|staff|team|our \w+s)\b)|^[A-Z][a-z]+(?: [A-Z][\w.]*){0,3} (?:is|was|has|brings|holds|spent|served|worked|received|earned|joined|graduated|left)\b"
    r"|^(?:(?:Dr|Mr|Mrs|Ms)\.? |Licensed|Certified|Accredited|Member|B\.?A\b|M\.?A\b|After |Prior |Before )"
)
"""Who has learnt or been something."""
_DONE = re.compile(
    r"\b(?:we|our \w+|i)\b|\b(?:deliver\w*|dispatch\w*|ship(?:ped|s)?|arriv\w+|reach\w*|ready|results?|turnaround|on[- ]site|door|complete\w*|fixed|repaired|spend|takes?|usually|service)\b",
    re.I,
)
_FROM = re.compile(
    r"\b(?:days?|weeks?|hours?|minutes?) (?:of|from|after|before|prior|to (?:pay|cancel|return|respond|appeal))\b|\b(?:(?:reach|call|contact|see|visit|tell|notify) us\b|if you|you (?:have|need|may|can)|your (?:move|claim|appointment|deposit|order|payment|notice))\b",
    re.I,
)
_ANSWERS = re.compile(r"\b(?:get back|back to you|contact you|call you|reply|respond|in touch|inbox)\b", re.I)


TITLE = 6
"""Words up to which a line that names a credential is somebody's title, standing under his name."""


def _holds(site: Site, kind: str, page: JudgedPage, copy: Copy, own: bool) -> bool:
    """Whether a line whose words are those of a kind is the vendor's own reason."""
    if not copy.sure and kind not in _PLAIN:
        return False
    if kind in ("hands", "named", "won"):
        named = copy.label is Label.COMPANY and _NAME.search(copy.text) is not None
        if kind != "hands" or not named:
            return named
        # to have worked for the house itself is no credential
        person = _PERSON.search(copy.text) is not None or word_count(copy.text) <= TITLE
        return person and lexicon.load("reasons").has(site.name_pattern.sub(" ", copy.text[:LONG]), "hands")
    if kind == "scale":
        return copy.label is Label.COMPANY and own
    if kind == "checked" and copy.unit.role is Role.BULLET and page.kind in (PageKind.SERVICE, PageKind.PRODUCT):
        return copy.label is Label.FEATURE  # what belongs to the service
    if kind in ("own", "record", "checked", "able"):
        return copy.label is Label.COMPANY or (own and copy.label in (Label.FEATURE, Label.OUTCOME, Label.SPEC))
    if kind == "cover":
        return own or copy.label is Label.COMPANY
    if kind == "speed":
        plain = copy.label not in (Label.POLICY, Label.PROBLEM) and not _FROM.search(copy.text)
        soon = (
            _DONE.search(copy.text) is not None and _ANSWERS.search(copy.text) is None
        )  # to be answered is not to be served
        return plain and soon and page.kind not in (PageKind.POLICY, PageKind.CUSTOMERS)
    return copy.label is not Label.PROBLEM


_REACHED = re.compile(r"\w@\w|\d{3}\W{1,2}\d{3,4}\W?\d{3,4}\b")
"""A number or an address in a line: it asks to call, and would have to be cut."""

_GOES_ON = re.compile(r"(?:whether|because|in addition|therefore|as such)\b", re.I)
"""How a line begins that hangs on the one before it."""


def _worth(site: Site, page: JudgedPage, copy: Copy, kind: str, count: int) -> float:
    """How readily a line is named: by its kind; a little by its own words, its figures and who speaks in it."""
    text = copy.text
    worth = readily(kind) + 0.04 * (count - 1)
    worth += 0.05 * bool(re.search(r"\b(?:we|our|us|i|my|he|she)\b", text, re.I) or site.name_pattern.search(text))
    worth += 0.03 * bool(re.search(r"\d", text)) + 0.005 * min(10, len(own_words(text)))
    worth -= 0.05 * bool(_GOES_ON.match(text))
    worth -= 0.1 * bool(_REACHED.search(text))
    worth -= (
        0.05 * (word_count(text) > 30)
        + 0.05 * (not copy.sure or copy.label is Label.OTHER)
        + 0.03 * (page is site.home)
    )
    if kind == "customer result":  # with a figure it is the first thing to tell, without one praise is near
        worth += 0.1 if re.search(r"\d", text) else -0.1
    worth += 0.05 * (kind == "price" and page.kind is PageKind.PRICING)
    return worth


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands near the top of the home page: its lines, their own words, the text in one row, its numbers."""

    lines: frozenset[str]
    words: frozenset[str]
    text: str
    numbers: frozenset[str]


def _top(site: Site) -> _Top:
    depth, found = 0, list[str]()
    for copy in site.home.copy if site.home else ():
        if copy.unit.region.is_copy:
            if depth <= NEAR_TOP:
                found.append(copy.text)
            depth += word_count(copy.text)
    row = " ".join(re.sub(r"[\s-]+", " ", text.casefold()) for text in found)
    return _Top(
        frozenset(text.casefold() for text in found),
        frozenset(word.casefold() for text in found for word in own_words(text)),
        row,
        frozenset(re.findall(r"\d+", row)),
    )


def _told(copy: Copy, top: _Top) -> bool:
    """Whether the top of the home page says nearly the same already, with all its figures."""
    parts = [re.sub(r"[\s-]+", " ", part.casefold()) for part in figures(copy.text)]
    if not all(part in top.text for part in parts):
        return False
    if any(re.search(r"\d", part) for part in parts):
        return True
    if not top.numbers.issuperset(re.findall(r"\d+", copy.text)):
        return False  # it tells of more, or of other years
    own = {word.casefold() for word in own_words(copy.text)}
    return bool(own) and len(own & top.words) > ALIKE * len(own)


def _age_at_home(site: Site) -> int:
    """About how many years the home page gives the house; 0 where it says nothing of it."""
    if site.home is None:
        return 0
    texts = [copy.text for copy in site.home.copy if copy.unit.region.is_copy]
    return max(house_age(text, own=True)[0] for text in (*texts, site.home.page.title, site.home.page.description))


_COUNTED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AGES = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINAL)}|[3-9](?:rd|th))[- ]generation\b|\b(?P<count>{'|'.join(_COUNTED)}) generations\b"
    r"|\b(?:over|more than|almost|nearly) (?P<years>\d{2,3}) years\b|\b(?:since|(?:founded|established|built|begun|opened|(?:was|were) (?:first )?started|started (?:as|by|out|trading))\b[^.]{0,60}? in) (?:the )?(?:early |late |mid[- ]?)?(?P<year>1[6-9]\d\d)(?:['’]?s)?\b",
    re.I,
)
"""How a line tells how long there have been people who do this."""

OLDEST = 250
"""Years above which only a founding year is believed to be a house's age; more are mostly years of many, added up."""

_ADDED = re.compile(
    r"\b(?:combined|collective(?:ly)?|cumulative(?:ly)?|accumulated|aggregate|altogether|in total|total of|between (?:them|us)|"
    r"(?:team|staff|crew|people|employees|members|partners|founders?|owners?|owner|experts|specialists|professionals|"
    r"engineers?|technicians?|mechanics|fitters|machinists|attorneys?|lawyers?|solicitors|agents|advisers|advisors|"
    r"consultants|dentists?|doctors?|nurses|teachers|designers|craftsmen|plumbers|president|director|manager)\b"
    r"[^.;!?]{0,60}\b(?:has|have|with|of|bring|brings|offer|offers|share|shares|boasts?))\b",
    re.I,
)
"""The years of several people added up, or of those who work there: no age of the house."""

_OWN_AGE = re.compile(r"\b(?:we|our|us|family|families|company|firm|business|workshop|practice)\b", re.I)


_FAMILY = re.compile(
    r"\b(?:famil(?:y|ies)|residence|ancest\w+|fathers?|mothers?|grand(?:father|mother|son|daughter|child|parent)\w*|sons?|daughters?|brothers?|sisters?|owned|"
    r"run by|founders?)\b",
    re.I,
)
"""Whose generations they are: a house's, and not a product's."""


def house_age(text: str, own: bool) -> tuple[int, str]:
    """About how many years a line gives the house, where it is its own, and its words."""
    best = (0, "")
    for match in _AGES.finditer(text):
        nth, count, years, year = match["nth"], match["count"], match["years"], match["year"]
        if nth or count:
            if not (own and _FAMILY.search(text)):
                continue  # a controller of the third generation
            said = uncased(nth or count)
            number = int(said[0]) if said[0].isdigit() else (_ORDINAL if nth else _COUNTED).index(said) + 3
            age = number * GENERATION
        elif not own or (years and (int(years) > OLDEST or _of_people(text, match))):
            continue
        else:
            age = int(years) if years else COUNTED_TO - int(year)
        best = max(best, (age, match[0]))
    return best


def _of_people(text: str, years: re.Match[str]) -> bool:
    """Whether the years of a line are those of people: "combined", "our engineers have", in the same sentence."""
    start = max(text.rfind(stop, 0, years.start()) for stop in ".!?") + 1
    end = re.search(r"[.!?]", text[years.end() :])
    return _ADDED.search(text[start : years.end() + end.start() if end else len(text)]) is not None
