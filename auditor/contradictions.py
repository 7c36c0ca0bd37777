"""When two facts of one kind cannot both be true, and how each kind's contradiction is told.

Rounding, bounds and ranges are no contradiction: "within 24 hours" and "within one business day" agree, "25+" and
"over 20" may. Sentences that begin alike on two pages are held against each other by their figures. Phone numbers and addresses for mail are held against each other for slips of one sign. Of sides taken in
words, a yes is held against a no: the gravest is a promise made at large that the small print takes back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice, product

from rapidfuzz.distance import OSA

from auditor.facts import Fact, Kind
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.stances import NO, THINGS, YES
from auditor.tables import tables
from auditor.things import GENERAL, READ

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


def _ages_apart(one: Fact, other: Fact) -> bool:
    return (one.least, one.value) != (other.least, other.value)


def _wider(factor: float) -> Callable[[Fact, Fact], bool]:
    return lambda one, other: max(one.value, other.value) >= factor * min(one.value, other.value)


def _one_is_nothing(one: Fact, other: Fact) -> bool:
    """Free against charged, no term against one."""
    return (one.value == 0) != (other.value == 0)


def _costs(one: Fact, other: Fact) -> bool:
    """Two prices of one thing: two that hold, or one that is under what prices are said to start from."""
    return one.unit == other.unit and one.least == one.value and other.least == other.value and _unequal(one, other)


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
    Kind.CAPACITY: (_unequal, "The number of {subject} that one place takes is given as {values}"),
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


def mistaken(found: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Contact data that differ from others by one slip: the rarer of the two, then the one that stands more often.

    Numbers that differ in their last :data:`LINES_APART` digits are lines of one office, those of one text or of equal
    standing are meant: each stands on as many pages as the other.
    """
    by_value: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        by_value[fact.subject].append(fact)
    if len(by_value) > MOST_CONTACTS:
        return []
    pairs = []
    for one, other in combinations(sorted(by_value), 2):
        if not _slip(one, other):
            continue
        few, many = sorted((by_value[one], by_value[other]), key=lambda facts: len({fact.page.url for fact in facts}))
        pages = [len({fact.page.url for fact in facts}) for facts in (few, many)]
        if pages[0] < pages[1] and not _blocks(few) & _blocks(many):
            pairs.append((few[0], many[0]))
    return pairs


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
    """Whether a fact stands where few read: on a page of terms, or of policies."""
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


_SHUT, _HOURS = ("seven-days",), ("round-the-clock", "phone")
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
    for subject in _HOURS if fact.value else _SHUT:
        yield replace(fact, kind=Kind.STANCE, subject=subject, value=NO)


def _prominence(fact: Fact) -> tuple[int, str, int]:
    return fact.page.clicks or 0, fact.page.url, fact.copies[0].unit.order


def _of_one(yes: Fact, no: Fact) -> bool:
    """Whether two sides speak of the same: of the whole company, or of one thing that both name or stand under."""
    if THINGS[yes.subject].whole:
        return yes.copies[0].unit.id != no.copies[0].unit.id
    if yes.page.url == no.page.url:
        return bool(yes.copies[0].unit.heading) and yes.copies[0].unit.heading == no.copies[0].unit.heading
    return yes.topic == no.topic or bool(yes.topic & no.topic)


# --- one sentence in two versions -------------------------------------------------------------------------------------

ALIKE = 8
"""Words with which two sentences of different pages must begin alike to be one sentence that was changed in one place."""

BEHIND = 4
"""Words behind the last one alike within which each of the two must name its figure."""

_TOKEN = re.compile(
    r"(?P<clock>\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)|(?P<money>[$£€]\s?\d[\d,.]*)|(?P<count>\d[\d,.]*)|[^\W\d_][\w'’]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\bwww\.|https?:|@|(?:^|\s)©|\bcopyright\b|\b(?:suite|street|st|road|rd|ave(?:nue)?|floor)\b", re.I
)


def versions(site: Site) -> list[tuple[Copy, Copy, str, str]]:
    """Sentences that begin alike on two pages and then name two figures of one kind, each pair with both figures' words.

    The figures are two times of day, two sums of money, or two numbers before the same word. At least one of the pages
    speaks for the whole company: two products may each have their own figure in the same sentence.
    """
    begun: dict[tuple[str, ...], list[tuple[JudgedPage, Copy]]] = defaultdict(list)
    for page in site.pages:
        if page.twin_of or page.kind not in READ:
            continue
        for copy in page.copy:
            quoted = copy.unit.role is Role.QUOTE or copy.unit.cite
            if quoted or len(copy.text) > LONGEST_VERSION or not copy.unit.region.is_copy or _ADDRESS.search(copy.text):
                continue
            # the tokens of a whole site would take more memory than its copy: they are found again where they are compared
            tokens = list(islice(_TOKEN.finditer(copy.text), ALIKE + 1))
            if len(tokens) > ALIKE:
                begun[tuple(_bare(token) for token in tokens[:ALIKE])].append((page, copy))
    found = []
    for places in begun.values():
        compared = [(*place, list(_TOKEN.finditer(place[1].text))) for place in places[:MOST_VERSIONS] if places[1:]]
        for (page, copy, tokens), (other, its_copy, its_tokens) in combinations(compared, 2):
            if page.url == other.url or not {page.kind, other.kind} & GENERAL:
                continue
            if pair := _figures_apart(tokens, its_tokens):
                found.append((copy, its_copy, *pair))
                break
    return found


LONGEST_VERSION, MOST_VERSIONS = 400, 12
"""Characters of a sentence that is compared, and places of one beginning that are held against each other."""


def _bare(token: re.Match[str]) -> str:
    return token[0].casefold().rstrip(".,")


def _figures_apart(one: list[re.Match[str]], other: list[re.Match[str]]) -> tuple[str, str] | None:
    """The figures in which two sentences that begin alike first differ; None where they differ in a name or in no figure."""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if _bare(a) != _bare(b)), None)
    if same is None:
        return None
    first, second = (
        next((n for n in range(same, min(same + BEHIND, len(row))) if row[n].lastgroup), None) for row in (one, other)
    )
    if (
        first is None
        or second is None
        or one[first].lastgroup != other[second].lastgroup
        or _bare(one[first]) == _bare(other[second])
    ):
        return None
    if any(token[0][0].isupper() for token in (*one[same:first], *other[same:second])):
        return None  # a name stands between: another thing is spoken of
    if one[first].lastgroup == "count" and [_bare(t) for t in one[first + 1 : first + 2]] != [
        _bare(t) for t in other[second + 1 : second + 2]
    ]:
        return None
    return one[first][0], other[second][0]


_ONE_PRICE = re.compile(
    r"(?:[$€£]\s?)?(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d|(?<=[$€£])\d+)(?:\s*\(?\s*(?:inc|incl|plus|ex|excl|\+)\.?\s*VAT\s*\)?)?",
    re.I,
)
"""A line that is a price and nothing else: no "from", no "a month", no second sum."""

TAX = (1.05, 1.27)
"""Factors between two prices that a sales tax (5 to 27 %) may explain where the lines say nothing else."""

OF_ONE_LIST = 3
"""Names of one list in which a word must stand for it to be what they all are ("car service") and not which one."""


def priced_twice(site: Site) -> Iterator[tuple[Copy, Copy, tuple[Copy, ...]]]:
    """Prices of a page's headed blocks that its table gives otherwise: the block's price, the table's, and its row.

    The names are the same words, but for those that say what all names of the list are. A heading or a row with several
    prices is left out, and so is a table under a heading of its own: it may be of another thing.
    """
    for page in site.pages:
        listed = [] if page.twin_of else tables(page)
        if not listed:
            continue
        blocks: dict[str, list[Copy]] = defaultdict(list)
        for copy in page.copy:
            if copy.unit.role is not Role.CELL and copy.unit.heading and _ONE_PRICE.fullmatch(copy.text):
                blocks[copy.unit.heading].append(copy)
        cards = {name: found[0] for name, found in blocks.items() if len(found) == 1}
        which, what = _told_apart(cards)
        for table in (table for table in listed if table.heading in cards):
            rows: dict[str, tuple[Copy, tuple[Copy, ...]]] = {}
            for row in table.rows:
                sums = [copy for copy in row[1:] if _ONE_PRICE.fullmatch(copy.text)]
                if len(sums) == 1:
                    rows[row[0].text] = sums[0], row
            its_which, its_what = _told_apart(rows)
            named: dict[frozenset[str], list[str]] = defaultdict(list)
            for name in rows:
                for words in {_words(name), its_which[name]} if what & its_what else {_words(name)}:
                    named[words].append(name)
            for card, price in cards.items():
                words = _words(card)
                for name in dict.fromkeys((*named[words], *named[which[card]])) if which[card] else ():
                    other, row = rows[name]
                    same = words == _words(name) or (which[card] == its_which[name] and what & its_what)
                    if same and words <= _words(name) and _priced_apart(price, other):
                        yield price, other, row


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.casefold()))


def _told_apart(names: Iterable[str]) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """For each name of a list the words that tell it from the others; and the words that many of them have."""
    words = {name: _words(name) for name in names}
    many = Counter(chain.from_iterable(words.values()))
    shared = frozenset(word for word, count in many.items() if count >= OF_ONE_LIST)
    return {name: found - shared for name, found in words.items()}, shared


def _priced_apart(one: Copy, other: Copy) -> bool:
    """Whether two prices differ by more than a tax that the dearer may hold and the cheaper leaves out."""
    (low, cheaper), (high, _) = sorted((_sum(copy), copy.text.casefold()) for copy in (one, other))
    taxed = "vat" in f"{one.text} {other.text}".casefold() and "inc" not in cheaper
    return low > 0 and high > low and not (taxed and TAX[0] <= high / low <= TAX[1])


def _sum(copy: Copy) -> float:
    match = _ONE_PRICE.fullmatch(copy.text)
    return float(match["sum"].replace(",", "")) if match else 0.0
