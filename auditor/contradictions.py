"""When two facts of one kind cannot both be true, and how each kind's contradiction is told.

Rounding, bounds and ranges are no contradiction: "within 24 hours" and "within one business day" agree, "25+" and
"over 20" may. Phone numbers and addresses for mail are held against each other for slips of one sign. Of sides taken in
words, a yes is held against a no: the gravest is a promise made at large that the small print takes back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice, product
from math import isinf

from rapidfuzz.distance import OSA

from auditor.facts import Fact, Kind
from auditor.model import PageKind
from auditor.stances import NO, SHARED, THINGS, YES
from auditor.things import nouns

APART = 1.15
"""Factor between two counts of one thing from which they contradict each other."""

FAR_APART = 2.0
"""Factor between two minimum orders, or two response times, from which they contradict each other."""

SLACK = 1.25
"""Factor by which two spans of time must miss each other."""


def _apart(one: Fact, other: Fact) -> bool:
    """Spans of time that miss each other, or two limits of which one is twice the other."""
    if one.value > other.value:
        one, other = other, one
    limits = one.least == 0 == other.least or (one.bound == other.bound == "exact")
    return other.least > SLACK * one.value or (limits and other.value >= FAR_APART * one.value)


def _unequal(one: Fact, other: Fact) -> bool:
    """Two values that are not the same but for rounding (twelve months are a year)."""
    low, high = sorted((one.value, other.value))
    return high > 1.03 * low


def _room_apart(one: Fact, other: Fact) -> bool:
    """Two numbers that one place holds: unequal, or "up to 70" beside "over 70"."""
    most, more = sorted((one, other), key=lambda fact: fact.value)
    if isinf(more.value):
        return most.value <= more.least
    return _unequal(one, other)


def _ages_apart(one: Fact, other: Fact) -> bool:
    return (one.least, one.value) != (other.least, other.value)


def _wider(factor: float) -> Callable[[Fact, Fact], bool]:
    return lambda one, other: max(one.value, other.value) >= factor * min(one.value, other.value)


def _one_is_nothing(one: Fact, other: Fact) -> bool:
    """Free against charged, no term against one."""
    return (one.value == 0) != (other.value == 0)


def _costs(one: Fact, other: Fact) -> bool:
    """Two prices of one thing: two that hold, or one that is under what prices are said to start from."""
    both = one.page is not other.page and all(_FROM.search(fact.copies[0].text) for fact in (one, other))
    told = one.unit == other.unit and one.least == one.value and other.least == other.value
    return told and not both and _unequal(one, other)


_FROM = re.compile(r"\bfrom (?:only |just )?[$£€₹]", re.I)
"""Least prices of two pages: the one of a town or a branch may be higher than the least of all."""


STATED: dict[Kind, tuple[Callable[[Fact, Fact], bool], str]] = {
    Kind.REPLY: (_apart, "An answer is promised within different times: {values}"),
    Kind.DELIVERY: (_apart, "The {subject} is given as {values}"),
    Kind.WARRANTY: (_unequal, "The warranty is given as {values}"),
    Kind.REFUND: (_unequal, "The return period is given as {values}"),
    Kind.CANCEL: (_unequal, "The notice for a {subject} is given as {values}"),
    Kind.TRIAL: (_unequal, "The trial is given as {values}"),
    Kind.TERM: (_one_is_nothing, "A customer is free to go in one place and bound in another: {values}"),
    Kind.PRICE: (_costs, "One thing has two prices: {values}"),
    Kind.FREE: (_one_is_nothing, "The {subject} is free in one place and charged in another: {values}"),
    Kind.GENERATION: (_unequal, "The family is in a different generation in different places: {values}"),
    Kind.DEPOSIT: (_unequal, "The deposit is given as {values}"),
    Kind.STAY: (_unequal, "The smallest stay is given as {values}"),
    Kind.CAPACITY: (_room_apart, "How many {subject} one place holds is told in two ways: {values}"),
    Kind.ROOMS: (_unequal, "The number of rooms of one place is given as {values}"),
    Kind.AGES: (_ages_apart, "The ages it is for are given as {values}"),
    Kind.MONEY: (_wider(APART), "The money {subject} is given as {values}"),
    Kind.RATE: (_wider(1.01), "The {subject} rate is given as {values}"),
    Kind.SIZE: (_wider(APART), "The size of the {subject} is given as {values}"),
    Kind.RADIUS: (_wider(APART), "The area served is given as {values}"),
    Kind.CLOCK: (_unequal, "The time of {subject} is given as {values}"),
    Kind.ALLOWED: (_unequal, "It says both {values}"),
}
"""For each kind that lines state: when two values cannot both be true, and how it is told."""

NEEDS_A_THING = frozenset({Kind.PRICE, Kind.CAPACITY, Kind.ROOMS})
"""Kinds of which a company has as many as it has things: compared only where both name the same thing."""

NEEDS_A_TIME = frozenset({Kind.MONEY})
"""Kinds that mean nothing without the time they cover."""

TOPICAL = frozenset(
    {Kind.DELIVERY, Kind.WARRANTY, Kind.REFUND, Kind.CANCEL, Kind.TRIAL, Kind.TERM, Kind.FREE, Kind.DEPOSIT, Kind.STAY, Kind.CLOCK, Kind.ALLOWED}
)  # fmt: skip
"""Kinds that differ from thing to thing: two lines that name different things are not compared."""

UNSURE = frozenset({Kind.WARRANTY, Kind.ROOMS, Kind.ALLOWED, Kind.CAPACITY})
"""Kinds that a second product or place explains more often than a slip does."""


SHORTEST_LOCAL = 5
"""Letters before the @ from which one more, less or other is a slip and no second mailbox."""

LINES_APART = 2
"""Digits at the end of a phone number in which the lines of one office differ."""

NEIGHBOURS = 4
"""Between the numbers of two houses that may be one company's."""

MOST_CONTACTS = 1000
"""Numbers and addresses of a site above which it is a directory: two that differ by one sign are two people's there, and
to hold each against each would take time without bound."""


_NO_FIGURES = frozenset({Kind.CONTACT, Kind.ADDRESS, Kind.STANCE})


def in_two_lines(groups: Mapping[tuple[Kind, str, tuple[str, ...]], Sequence[Fact]]) -> int:
    """How many figures, each a kind, a subject and a circumstance, were held against another telling of themselves.

    A line that stands on every page is one telling, and the hours of a week are one figure.
    """
    return len(
        {
            (kind, "" if kind is Kind.HOURS else subject, condition)
            for (kind, subject, condition), group in groups.items()
            if kind not in _NO_FIGURES
            and len({" ".join(copy.text for copy in fact.copies).casefold() for fact in group}) > 1
        }
    )


def mistaken(found: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Contact data that differ from others by one slip: the rarer of the two, then the one that stands more often.

    Numbers that differ in their last :data:`LINES_APART` digits are lines of one office, those of one text or of equal
    standing are meant: each stands on as many pages as the other. Of two that differ behind the @ all addresses there count,
    whoever they reach.
    """
    by_value: dict[str, list[Fact]] = defaultdict(list)
    hosts: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        by_value[fact.subject].append(fact)
        hosts[fact.subject.partition("@")[2]].append(fact)
    if len(by_value) > MOST_CONTACTS:
        return []
    pairs = []
    for one, other in combinations(sorted(by_value), 2):
        if not _slip(one, other):
            continue
        behind = one.partition("@")[2] != other.partition("@")[2]
        standing = {
            value: len({fact.page.url for fact in (hosts[value.partition("@")[2]] if behind else by_value[value])})
            for value in (one, other)
        }
        few, many = sorted((one, other), key=standing.__getitem__)
        if standing[few] < standing[many] and not _blocks(by_value[few]) & _blocks(by_value[many]):
            pairs.append((by_value[few][0], by_value[many][0]))
    return pairs


def moved(found: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Two forms of one street address of which one names another town, or another code, than the other."""
    by_house: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in found:
        by_house[fact.subject].setdefault(fact.unit, fact)
    for forms in by_house.values():
        for one, other in combinations(islice(forms.values(), MOST_FORMS), 2):
            (town, code), (its_town, its_code) = (fact.unit.split("|") for fact in (one, other))
            # "Ayr" and "Ayr Ayrshire" are one town, the second with its county
            same = town.startswith(its_town) or its_town.startswith(town)
            if same != (code == its_code):
                yield one, other
                break


def two_houses(found: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Two house numbers in one street of one town, each on pages of its own: one office has one number."""
    streets: dict[str, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in found:
        if fact.kind is Kind.CONTACT and ", " in fact.subject:
            house, _, street = fact.subject.partition(" ")
            streets[street][int(house)].append(fact)
    for houses in streets.values():
        if len(houses) != 2:
            continue
        (one, first), (other, second) = sorted(houses.items(), key=lambda item: (-len(item[1]), item[0]))
        apart = not {fact.page.url for fact in first} & {fact.page.url for fact in second}
        if apart and abs(one - other) > NEIGHBOURS and not _slip(first[0].subject, second[0].subject):
            yield first[0], second[0]


MOST_FORMS = 6
"""Forms of one street address that are held against each other."""


def _blocks(found: Sequence[Fact]) -> set[tuple[str, object]]:
    return {(fact.page.url, fact.copies[0].unit.block) for fact in found}


def _slip(one: str, other: str) -> bool:
    """True for two numbers or two addresses (of houses: two numbers in one street) of which one is the other with a sign more, less, other or turned round."""
    if OSA.distance(one, other, score_cutoff=1) > 1 or ("@" in one) != ("@" in other):
        return False
    if " " in one or " " in other:
        house, its_house = (int(text.partition(" ")[0]) if " " in text else 0 for text in (one, other))
        return abs(house - its_house) > NEIGHBOURS
    if "@" not in one:
        return len(one) == len(other) and one[:-LINES_APART] != other[:-LINES_APART]
    (local, host), (its_local, its_host) = one.split("@", 1), other.split("@", 1)
    ending = host.partition(".")[2] != its_host.partition(".")[2]
    return not ending and (host != its_host or min(len(local), len(its_local)) >= SHORTEST_LOCAL)


SMALL_PRINT = re.compile(
    r"\bterms\b|\bconditions\b|\bpolic(?:y|ies)\b|\blegal\b|\bdisclaimers?\b|\bfine[- ]print\b", re.I
)
"""What the title or the address of a page of small print says."""


def in_small_print(fact: Fact) -> bool:
    """Whether a fact stands where few read: on a page of terms, or of policies, or behind an asterisk."""
    if fact.copies[0].text.startswith("*"):
        return True
    return fact.page.kind is PageKind.POLICY or SMALL_PRINT.search(re.sub(r"[/_-]", " ", fact.page.url)) is not None


def opposed(found: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """A yes and a no to one thing, under one circumstance and of one product or place; one pair for each thing.

    Of several the pair is taken whose no stands in the small print, then the one on the most prominent pages. A thing
    of which each product has its own is left out on a page that states both, unless two lines name the same product.
    """
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in chain.from_iterable(map(_sides, found)):
        groups[(fact.subject, tuple(sorted(fact.condition)), tuple(sorted(fact.scope)))].append(fact)
    told: set[str] = set()
    for (subject, _, _), group in sorted(groups.items()):
        if subject in told:
            continue
        order = sorted(group, key=_prominence)
        # by where they stand, in the open and in the small print
        yeses, noes = (
            [[fact for fact in side if in_small_print(fact) is small][:OF_ONE_SIDE] for small in (False, True)]
            for side in ([fact for fact in order if fact.value == YES], [fact for fact in order if fact.value != YES])
        )
        open_noes = [] if THINGS[subject].fine else noes[False]
        ways = ((yeses[said], denied) for said in (False, True) for denied in (noes[True], open_noes))
        pairs = (pair for way in ways for pair in product(*way) if _of_one(*pair))
        if pair := next(pairs, None):
            told.add(subject)
            yield pair


OF_ONE_SIDE = 100
"""Facts of one side, the most prominent, that are held against the other side's."""


_SHUT, _HOURS = ("seven-days",), ("round-the-clock", "phone", "visit")
_DESK = re.compile(
    r"\b(?:office|desk|counter|showroom|lobby|reception|admin\w*|visiting|online|portal|website|app|holidays?|christmas|easter|thanksgiving|(?:jan|febr)uary|march|april|june|july|august|(?:sept|nov|dec)ember|october|(?:store|shop) hours)\b",
    re.I,
)
"""Whose hours are not those of the service, and days that come once a year."""


def _sides(fact: Fact) -> Iterator[Fact]:
    """The sides that a fact takes; hours say no to a door that is said to be always open, an office's do not."""
    hours = fact.kind is Kind.HOURS and not fact.condition
    if fact.kind is not Kind.STANCE and not hours:
        return
    if hours or fact.subject in _SHUT + _HOURS:
        around = (text for copy in fact.copies for text in (copy.text, copy.unit.heading))
        if any(map(_DESK.search, around)):
            return
    if not hours:
        yield fact
        return
    taken = replace(fact, kind=Kind.STANCE, value=NO, unit="hours")
    for subject in _HOURS if fact.value else _SHUT:
        yield replace(taken, subject=subject)
    if fact.subject == "sat":
        yield replace(taken, subject="weekends", value=YES if fact.value else NO)


def _prominence(fact: Fact) -> tuple[int, str, int]:
    return fact.page.clicks or 0, fact.page.url, fact.copies[0].unit.order


def _of_one(yes: Fact, no: Fact) -> bool:
    """Whether two sides speak of the same: of the whole company, or of one thing that both name or stand under."""
    thing = THINGS[yes.subject]
    if yes.unit == no.unit == "hours":
        return False  # two times of one door are told as such
    if thing.case and len(_case(yes) & _case(no)) < SHARED:
        return False
    if thing.whole:
        return yes.copies[0].unit.id != no.copies[0].unit.id
    if yes.page.url == no.page.url:
        return bool(yes.copies[0].unit.heading) and yes.copies[0].unit.heading == no.copies[0].unit.heading
    return yes.topic == no.topic or bool(yes.topic & no.topic)


TITLED = 90
"""Letters of a line that stands whole in a title."""


def said(side: Fact) -> str:
    """The words that take a side: the whole line where it is short, so that it says of what."""
    line = side.copies[0].text
    return side.words if len(side.copies) > 1 or len(line) > TITLED else line.rstrip(".")


def _case(side: Fact) -> frozenset[str]:
    """The words of a line besides those that take the side."""
    return nouns(side.copies[0].text) - nouns(side.words)


# --- how old it is ----------------------------------------------------------------------------------------------------

YEARS_APART = 3
"""Years between two ages of the company from which they contradict each other."""

STALE = 4
"""Years by which an age that is told as it stands ("25 years in business") may lag behind the founding year."""


def aged(found: Sequence[Fact], now: int) -> tuple[str, Fact, Fact] | None:
    """What the site says of its beginning and of its years and cannot both be true by its own latest year ``now`` (0: none).

    A sentence that says so, and the two facts.
    """
    of = {what: [fact for fact in found if (fact.kind, fact.subject) == what] for what in _AGES}
    founded, rough, since, business, work, trade = of.values()
    if len({fact.value for fact in founded}) > 1:
        return None
    began = min((fact.least for fact in founded or rough), default=0.0)
    if not began:
        return _longer_than_it_is_old(business, work)
    first = (founded or rough)[0]
    told = f"was founded in {began:.0f}" if founded else f"puts its beginning in “{first.words}”"
    if earlier := [fact for fact in since if fact.value < began]:
        return f"It {told} and says that it has worked since {earlier[0].value:.0f}", first, earlier[0]
    age = now - began
    longest = max(business + work, key=lambda fact: (fact.least, fact.page.url), default=None)
    if now and longest and longest.least > age + 1:
        return f"It {told} and claims “{longest.words}” by {now}", first, longest
    stale = [fact for fact in business if fact.bound == "exact" and fact.value < age - STALE]
    # who started a company has been in its trade for as long
    names = set(re.findall(r"[A-Z]\w+", first.words.partition(" by ")[2]))
    own = (fact for fact in trade if fact.page is first.page and fact.value < age - 1)
    stale += [fact for fact in own if any(name in fact.copies[0].text for name in names)]
    if now and founded and stale:
        return f"It {told} and says “{stale[0].words}” in {now}", first, stale[0]
    return None


_AGES = (
    (Kind.FOUNDED, "company"), (Kind.FOUNDED, "about"), (Kind.FOUNDED, "work"),
    (Kind.YEARS, "business"), (Kind.YEARS, "work"), (Kind.YEARS, "as"),
)  # fmt: skip


def _longer_than_it_is_old(business: Sequence[Fact], work: Sequence[Fact]) -> tuple[str, Fact, Fact] | None:
    """The age of the company, and longer work than that."""
    if not business or not work:
        return None
    old = min(business, key=lambda fact: (fact.value, fact.page.url))
    long = max(work, key=lambda fact: (fact.value, fact.page.url))
    apart = long.least >= max(APART * old.value, old.value + YEARS_APART)
    return (f"It says “{old.words}” and “{long.words}”", old, long) if apart else None
