"""What a site tells twice and not alike, beside its figures: sentences, prices of a block and its table, names, sizes, stories, areas.

Each is a :class:`Discord`: a sentence about the site, and the lines that show it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, islice

from auditor import naming, slips
from auditor.areas import LISTS, told_apart
from auditor.facts import number
from auditor.figures import ANY
from auditor.model import Copy, JudgedPage, Region, Role
from auditor.site import Site
from auditor.tables import tables
from auditor.things import GENERAL, READ
from auditor.voices import quoted


@dataclass(frozen=True, slots=True)
class Discord:
    """Two tellings of one thing. A tuple among ``lines`` is a row of a table; ``weight`` orders findings (0-1)."""

    kind: str
    title: str
    lines: tuple[tuple[Copy, ...], ...]
    fix: str
    weight: float
    lead: bool = True


AGREE = "Agree on one and use it everywhere, or name beside each the product or place it holds for."


def discords(site: Site) -> Iterator[Discord]:
    """Everything of these kinds that a site tells twice and not alike, the gravest kind first."""
    for read in (_prices, _sentences, _stories, _sizes, _own_name, _names, _areas, _copyright):
        yield from read(site)


def _prices(site: Site) -> Iterator[Discord]:
    """Services that one page prices in two ways, as one."""
    pairs = list(priced_twice(site))
    if pairs:
        (price, other, _), more = pairs[0], len(pairs) - 1
        title = f"“{price.unit.heading}” has two prices on one page: “{price.text}” and, in a table, “{other.text}”"
        title += _so_have(more)
        lines = tuple(line for one, _, row in pairs[:2] for line in ((one,), row))
        fix = "Decide which price holds and show it once; where parts or VAT make the difference, say so beside each."
        yield Discord("two-prices", title, lines, fix, 0.9)


def _sentences(site: Site) -> Iterator[Discord]:
    """One sentence that was changed on one page and not on the other, each pair once."""
    told: set[str] = set()
    for one, other, value, its_value in versions(site):
        if not {one.text, other.text} <= told:
            told |= {one.text, other.text}
            title = f"One sentence stands in two versions: “{value}” and “{its_value}”"
            yield Discord("versions", title, ((one,), (other,)), AGREE, 0.8)


def _stories(site: Site) -> Iterator[Discord]:
    """A story whose years do not add up."""
    for first, span, last, (began, years, then) in islice(out_of_order(site), 1):
        title = f"Its story does not add up: {years} years from {began} are not over by {then}"
        fix = "Count the years once more, or say which years overlap."
        yield Discord("story", title, ((first,), (span,), (last,)), fix, 0.8)


def _sizes(site: Site) -> Iterator[Discord]:
    """A size that a sentence offers among others and the site's own tables of those do not have."""
    for copy, missing, said, cell in islice(unlisted(site), 1):
        title = f"It offers {said}, and {missing} stands in none of its own tables"
        fix = (
            "Take it out of the sentence, or put it into the table; where it belongs to another range, name the range."
        )
        yield Discord("size", title, ((copy,), (cell,)), fix, 0.8)


def _names(site: Site) -> Iterator[Discord]:
    """Bodies whose names stand in two forms, as one."""
    pairs = list(named_twice(site))
    if pairs:
        (_, name, _, its_name), more = pairs[0], len(pairs) - 1
        title = f"One body has two names: “{name}” and “{its_name}”" + _so_have(more)
        lines = tuple((copy,) for pair in pairs[:2] for copy in (pair[0], pair[2]))
        fix = "Look up what each calls itself and use that everywhere: members and inspectors know the name."
        yield Discord("name", title, lines, fix, 0.7)


def _own_name(site: Site) -> Iterator[Discord]:
    """The company's own name in several spellings."""
    forms = own_name(site)
    if len(forms) > 1:
        written = [f"“{name}”" for name in forms]
        title = f"It writes its own name as {', '.join(written[:-1])} and {written[-1]}"
        fix = "Decide how the name is written, and write it so everywhere: a name is searched for as it is read."
        yield Discord("own-name", title, tuple((copy,) for copy in forms.values()), fix, 0.7)


def _areas(site: Site) -> Iterator[Discord]:
    """The area served, told in two ways."""
    for one, other in islice(told_apart(site), 1):
        what = f"Two lists of {one.what} differ" if one.what in LISTS else "The area it serves is told in two ways"
        title = f"{what}: “{one.words}” and “{other.words}”"
        fix = "Say once where you go and where you do not, and have every page say the same; where one service goes farther, name it."
        yield Discord("area", title, ((one.copy,), (other.copy,)), fix, 0.6)


def _copyright(site: Site) -> Iterator[Discord]:
    """One copyright notice with two years: pages left out when the others were brought up to date."""
    notices: dict[str, dict[int, list[Copy]]] = defaultdict(lambda: defaultdict(list))
    for page in site.pages:
        found = {} if page.twin_of else {notice: copy for copy in page.copy if (notice := _dated(copy.text))}
        for (words, year), copy in found.items():
            notices[words][year].append(copy)
    for years in notices.values():
        newest, *_, oldest = sorted(years, reverse=True) if len(years) > 1 else (0, 0)
        if newest:
            pages = f"{len(years[oldest])} page{'s' * (len(years[oldest]) != 1)}"
            title = f"The copyright year is {newest} here and {oldest} there, on {pages}"
            fix = "Let the template write the year on every page, or leave it out; then look what else those pages missed."
            yield Discord("copyright", title, ((years[newest][0],), (years[oldest][0],)), fix, 0.4, lead=False)
            return


_ONE_YEAR = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[^.;|\d]{0,60}(?P<year>(?:19|20)\d\d)(?!\d| ?[-–—/,&] ?(?:\d|present))", re.I
)
"""A copyright of one year: a span of years ends at the newest and says nothing of the page."""


def _dated(text: str) -> tuple[str, int] | None:
    """Whose copyright a notice names, in its words without the year, and the year."""
    if not ("©" in text or "opyright" in text or "(c)" in text):
        return None
    match = _ONE_YEAR.search(text[:LONGEST])
    if match is None:
        return None
    owner = text[: match.start("year")] + re.split(r"[.·|,–-]", text[match.end() : match.end() + 60])[0]
    return " ".join(owner.casefold().split()), int(match["year"])


def _so_have(more: int) -> str:
    return f"; so {'have' if more > 1 else 'has'} {more} more" * bool(more)


# --- names and sizes ------------------------------------------------------------------------------------------------

_BODY = re.compile(
    r"Association|Society|Institute|Institution|Congress|Council|Board|Department|Ministry|University|College|Federation|Chamber|"
    r"Commission|Agency|Authority|Academy|Union|Foundation|Bureau|Guild|Register|Registry|Committee|Alliance|Coalition"
)
_BIG = r"[A-Z][\w'’-]*\w"
_NAME = re.compile(rf"\b{_BIG}(?: (?:(?:of|on|for|in)(?: the)? |and |& )?{_BIG}){{2,9}}")
_JOINING = frozenset("of on for and & in the".split())
OF_A_NAME = 4
"""Words with a capital of which a name must consist before two orders of them are two forms of one name."""


def named_twice(site: Site) -> Iterator[tuple[Copy, str, Copy, str]]:
    """Associations, councils, schools and the like that are named in the same words in another order, or joined otherwise."""
    forms: dict[tuple[str, ...], dict[tuple[str, ...], tuple[Copy, str]]] = defaultdict(dict)
    for page in site.pages:
        for copy in () if page.twin_of else page.copy:
            if copy.unit.role is Role.QUOTE or _BODY.search(copy.text) is None:
                continue
            for match in _NAME.finditer(copy.text[:LONGEST]):
                words = [word.casefold() for word in match[0].split()]
                big = sorted(word for word in words if word not in _JOINING)
                if len(big) < OF_A_NAME or not _BODY.search(match[0]) or site.name_pattern.search(match[0]):
                    continue
                form = tuple("and" if word == "&" else word for word in words if word != "the")
                forms[tuple(big)].setdefault(form, (copy, match[0]))
    for written in forms.values():
        if len(written) > 1:
            (copy, name), (other, its_name), *_ = written.values()
            yield copy, name, other, its_name


TWICE = 2
"""Places in which a spelling of the company's name must stand: one is a slip of a finger."""

MOST_SPELLINGS = 3
"""Spellings of the name that are shown."""


def own_name(site: Site) -> dict[str, Copy]:
    """The spellings of the company's name that differ in spaces, marks or capitals within a word, the most frequent first.

    Each with the first line that has it. Capitals throughout and small letters at the beginning of words tell nothing.
    """
    name = naming.short(site.name)
    found: dict[str, list[tuple[str, Copy]]] = defaultdict(list)
    for page in site.pages:
        for copy in () if page.twin_of or page.kind not in READ else page.copy:
            if not (copy.unit.region.is_copy or copy.unit.region is Region.FOOTER):
                continue
            for form in slips.forms_of_name(name, [copy.text[:LONGEST]]).elements():
                if copy.unit.id not in quoted(site, page):
                    found[re.sub(r"(?<=[a-z])(?=[A-Z])", "|", form).casefold()].append((form, copy))
    often = sorted((places for places in found.values() if len(places) >= TWICE), key=len, reverse=True)
    return {places[0][0]: places[0][1] for places in often[:MOST_SPELLINGS]}


_MEASURE = r"\d+(?:\.\d+)?"
_OFFERED = re.compile(
    rf"\b(?P<first>{_MEASURE}) ?(?P<unit>mm|cm|inch|ml|litres?|kg|gsm)?(?P<rest>(?:, {_MEASURE} ?(?:(?P=unit))?)*,? (?:and|or|&) {_MEASURE} ?(?P<last>mm|cm|inch|ml|litres?|kg|gsm))\b"
)
_UNITS = re.compile(r"\d ?(?:mm|cm|inch|ml|litre|kg|gsm)")
LISTED = 6
"""Cells with a measure in one unit from which a site's tables list what can be had."""


def unlisted(site: Site) -> Iterator[tuple[Copy, str, str, Copy]]:
    """A measure that a sentence offers in a row of others, of which the site's tables hold all but that one.

    The sentence, the measure, the row, and a cell that holds one of the others.
    """
    tabled: dict[str, dict[str, Copy]] = defaultdict(dict)
    offers: list[tuple[Copy, re.Match[str]]] = []
    cells: Counter[str] = Counter()
    for page in site.pages:
        for copy in () if page.twin_of else page.copy:
            if not copy.unit.region.is_copy:
                continue
            if copy.unit.role is Role.CELL:
                for unit in {match[2] for match in _SIZED.finditer(copy.text[:LONGEST])}:
                    cells[unit] += 1
                    for value in re.findall(_MEASURE, copy.text[:LONGEST]):
                        if value not in tabled[unit] or len(copy.text) > len(tabled[unit][value].text):
                            tabled[unit][value] = copy  # the longest says most of what it is
            elif (
                page.kind in READ
                and copy.unit.role is not Role.QUOTE
                and (match := _OFFERED.search(copy.text[:LONGEST]))
            ):
                offers.append((copy, match))
    for copy, match in offers:
        values = re.findall(_MEASURE, match[0])
        held = tabled[match["last"]]
        missing = [value for value in values if value not in held]
        if cells[match["last"]] >= LISTED and len(missing) == 1 < len(values) - 1:
            there = next(value for value in values if value in held)
            yield copy, f"{missing[0]} {match['last']}", match[0], held[there]


_SIZED = re.compile(rf"({_MEASURE}) ?(mm|cm|inch|ml|litres?|kg|gsm)\b")


# --- a story in years ------------------------------------------------------------------------------------------------

_THERE = re.compile(
    rf"\b(?:worked|stayed|remained|spent|taught|practi[sc]ed|served|was|were) (?:there |here )?(?:for )?(?:over |more than )?(?P<years>{ANY}) years(?P<there> there)?\b",
    re.I,
)
_IN = re.compile(r"\b[Ii]n (?:(?:early|late|mid) )?(?P<year>(?:19|20)\d\d)\b")
_LEFT = re.compile(
    r"\b(?:I|we|[Hh]e|[Ss]he|[Tt]hey) (?:\w+ ){0,3}?(?:opened|started|founded|set up|established|launched|left|moved|decided)\b|\bopened\b"
)
NEAR = 3
"""Lines before and behind a span of years in which its story is read."""


def out_of_order(site: Site) -> Iterator[tuple[Copy, Copy, Copy, tuple[int, int, int]]]:
    """Stories of a page in which a span of years told of one place ends after the next place has begun.

    The line with the year it began in, the one with the span, the one with the year of the next; and the three numbers.
    """
    for page in site.pages:
        lines = [] if page.twin_of or page.kind not in READ else page.copy
        for place, copy in enumerate(lines):
            if "years" not in copy.text or (span := _THERE.search(copy.text)) is None:
                continue
            if not (span["there"] or " there " in span[0]):
                continue
            began = next((c for c in reversed(lines[max(0, place - NEAR) : place]) if _IN.search(c.text)), None)
            then = next(
                (c for c in lines[place + 1 : place + 1 + NEAR] if _IN.search(c.text) and _LEFT.search(c.text)), None
            )
            first, last = (_IN.search(c.text) if c else None for c in (began, then))
            if began and then and first and last and copy.unit.heading == began.unit.heading == then.unit.heading:
                numbers = int(first["year"]), int(number(span["years"])), int(last["year"])
                if numbers[0] <= numbers[2] and numbers[0] + numbers[1] > numbers[2] + 1:
                    yield began, copy, then, numbers


# --- one sentence in two versions -------------------------------------------------------------------------------------

LONGEST = 1000
"""Characters of a line in which names and sizes are read."""

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
    begins: dict[str, list[tuple[JudgedPage, Copy]] | None] = {}  # a text, wherever it stands
    for page in site.pages:
        if page.twin_of or page.kind not in READ:
            continue
        for copy in page.copy:
            quoted = copy.unit.role is Role.QUOTE or copy.unit.cite
            if quoted or len(copy.text) > LONGEST_VERSION or not copy.unit.region.is_copy:
                continue
            if copy.text not in begins:
                # the tokens of a whole site would take more memory than its copy: they are found again where they are compared
                tokens = list(islice(_TOKEN.finditer(copy.text), ALIKE + 1))
                whole = len(tokens) > ALIKE and not _ADDRESS.search(copy.text)
                begins[copy.text] = begun[tuple(map(_bare, tokens[:ALIKE]))] if whole else None
            same = begins[copy.text]
            if same is not None:
                same.append((page, copy))
    found = []
    for places in begun.values():
        some = places[:MOST_VERSIONS]
        if len({copy.text for _, copy in some}) < 2:
            continue  # most of them: a text on one page, or the same on several
        compared = [(*place, list(_TOKEN.finditer(place[1].text))) for place in some]
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
