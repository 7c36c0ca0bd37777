"""What a site tells twice and not alike, beside its figures: whose it is, sentences, prices of a block and its table, names, what there is none of, areas.

Each is a :class:`~auditor.discord.Discord`: a sentence about the site, and the lines that show it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from auditor import naming
from auditor.areas import LISTS, told_apart
from auditor.discord import AGREE, Discord
from auditor.misnamed import Place, introduced, own_name, several_names, signed, spelled_twice, spoken_of
from auditor.model import Copy, Role
from auditor.restated import renamed_firm, versions
from auditor.site import Site
from auditor.tables import tables
from auditor.text import listed
from auditor.things import nouns


def discords(site: Site) -> Iterator[Discord]:
    """Everything of these kinds that a site tells twice and not alike, the gravest kind first."""
    for read in (
        _firms,
        _spoken_of,
        _prices,
        _sentences,
        _absent,
        _own_name,
        _spelled,
        _areas,
        _copyright,
    ):
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


def _firms(site: Site) -> Iterator[Discord]:
    """Another firm where the company names itself: under its pages, in a customer's words, or in two of its sentences.

    One sentence alone may be of a brand that it sells ("Why choose ..."); whoever says how the two belong together has said it.
    """
    signs = signed(site)
    said = [pair for pair in renamed_firm(site) if not _SENDS_ON.search(pair[0].text)]
    praised = [pair for pair in said if pair[0].unit.role is Role.QUOTE]
    times = Counter(name for _, _, name in said)
    others = dict.fromkeys(
        [*islice(signs, 1, None), *(name for *_, name in praised), *(name for name in times if times[name] > 1)]
    )
    others = {name: None for name in others if not introduced(site, name)}
    if others:
        # the longest names most of it: "Hill Farm Pumps" and not "Hill"
        title = f"Two firms' names stand on it as its own: “{naming.short(site.name)}” and “{max(others, key=len)}”"
        title += ", in one customer's words too" * bool(praised)
        # a customer's words that praise two firms weigh most; behind the first pair the other firm's line comes first
        signed_so = [
            (signs[owner][0], places[0]) for places in (next(iter(signs.values()), []),) for owner in [*signs][1:2]
        ]
        pairs = [(copy, other) for copy, other, _ in praised[:1]] + signed_so
        pairs += [(other, copy) for copy, other, _ in said if (copy, other) not in pairs]
        lines = tuple((line,) for pair in pairs[:PAIRS] for line in pair)
        fix = "Put the name you trade under into every text, footer and mailbox; if it has changed, say so in one sentence."
        yield Discord("two-firms", title, lines, fix, 0.95)


def _spoken_of(site: Site) -> Iterator[Discord]:
    """A firm that its pages' titles call by one name, which no line has, and its text by another."""
    if found := spoken_of(site):
        shown, copy, name = found
        title = f"Its pages' titles say “{naming.short(site.name)}”, which no line does; the text speaks of “{name}”"
        fix = "Put the name you trade under into titles and text alike; if it has changed, say so in one sentence."
        yield Discord("two-names", title, ((shown,), (copy,)), fix, 0.9)


_SENDS_ON = re.compile(r"\b(?:website|web site|click|visit|follow|facebook|page|link|download|app)\b", re.I)
"""What sends a reader on, to others as to itself."""

PAIRS = 3
"""Pairs of lines that show that two firms are named."""


def _spelled(site: Site) -> Iterator[Discord]:
    """Names in several spellings, as one; beneath the rest where a visitor reads one spelling alone."""
    names = sorted(spelled_twice(site), key=lambda forms: not _seen_twice(forms))
    if names:
        written = [f"“{place.name}”" for place in names[0]]
        title = f"One name is spelled {_TIMES.get(len(written), 'several ways')}: {', '.join(written[:-1])} and {written[-1]}"
        title += f"; so {'are' if len(names) > 2 else 'is'} {len(names) - 1} more" * (len(names) > 1)
        lines = tuple((place.line,) for forms in names[:3] for place in forms)
        fix = "Find out how it is written, and write it so everywhere."
        seen = _seen_twice(names[0])
        yield Discord("spelled", title, lines, fix, 0.6 if seen else 0.4, lead=seen)


def _seen_twice(forms: Sequence[Place]) -> bool:
    """Whether a visitor reads two spellings: what stands behind a picture is for machines and for those who cannot see."""
    return sum(isinstance(place.line, Copy) for place in forms) > 1


_TIMES = {2: "in two ways", 3: "in three ways"}


def _sentences(site: Site) -> Iterator[Discord]:
    """One sentence that was changed on one page and not on the other, each pair once."""
    told: set[str] = set()
    for one, other, words, its_words, sure in versions(site):
        if not {one.text, other.text} <= told:
            told |= {one.text, other.text}
            title = f"One sentence stands in two versions: “{words}” and “{its_words}”"
            yield Discord("versions", title, ((one,), (other,)), AGREE, 0.8 if sure else 0.45, lead=sure)


def _absent(site: Site) -> Iterator[Discord]:
    """Something that there is all the time, and of which there is none."""
    for copy, other, said, denied in islice(none_of_it(site), 1):
        title = f"It says “{said}” and “{denied}”"
        fix = "Name the next one with its date, or take the promise out until there is one."
        yield Discord("absent", title, ((copy,), (other,)), fix, 0.75)


def _own_name(site: Site) -> Iterator[Discord]:
    """The company's own name in several spellings."""
    forms = own_name(site)
    if len(forms) > 1:
        written = [f"“{name}”" for name in forms]
        title = f"It writes its own name as {', '.join(written[:-1])} and {written[-1]}"
        fix = "Decide how the name is written, and write it so everywhere: a name is searched for as it is read."
        yield Discord("own-name", title, tuple((copy,) for copy in forms.values()), fix, 0.7)
    elif len(names := several_names(site)) > 1:
        title = f"It goes by {_SEVERAL.get(len(names), 'several')} names: {listed([f'“{name}”' for name in [*names][:MOST_NAMES]])}"
        fix = "Decide which name a customer is to remember, and put it into every title, header and footer; if one is the legal form of the other, say so once."
        yield Discord("own-names", title, tuple((line,) for line in names.values()), fix, 0.8)


_SEVERAL = {2: "two", 3: "three", 4: "four"}
MOST_NAMES = 4
"""Names of the company that are shown."""


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


# --- what there is, and is none of ------------------------------------------------------------------------------------

_SOME = r"(?P<what>(?:[A-Za-z'’-]+ ){0,2}[A-Za-z'’-]+)"
_NONE = (
    re.compile(
        rf"\b[Nn]o (?:more |further |other |new )?{_SOME} (?:(?:are|is|have been|currently|yet) )*(?:planned|scheduled|arranged|at present|at the moment|at this time)\b"
    ),
    re.compile(
        rf"^(?i:the |our )?{_SOME} (?:(?:is|are|will be|still) )*(?:to be (?:announced|confirmed|arranged)|TBA|TBC)[.!]?$"
    ),
)
"""That there is none of something now: of events and the like, not of what is asked of a visitor ("no booking needed")."""

_NEVER_NONE = re.compile(
    r"\b(?:regular(?:ly)?|weekly|monthly|every (?:day|week|month|weekend|season)|throughout|all year|year[- ]round|frequent(?:ly)?)\b",
    re.I,
)
AROUND_IT = 60
"""Letters between what there is and the word that says how often."""

_NOW = ("planned", "scheduled", "arranged", "at present", "at the moment", "at this time", "announced", "confirmed", "TBA", "TBC")  # fmt: skip


def none_of_it(site: Site) -> Iterator[tuple[Copy, Copy, str, str]]:
    """Lines that say that something is to be had all the time ("regular shows"), and that none is planned ("no shows planned").

    The first line, the second, and the words of each.
    """
    lines: dict[str, Copy] = {}
    for page in site.pages:
        for copy in () if page.twin_of else page.copy:
            if copy.unit.role is not Role.QUOTE:
                lines.setdefault(copy.text, copy)
    denials = ((text, _none_said(text[:LONGEST])) for text in lines)
    first = list(islice(((text, denied) for text, denied in denials if denied), MOST_DENIED))
    repeated = [text for text in lines if _NEVER_NONE.search(text[:LONGEST])] if first else []
    for text, denied in first:
        if named := nouns(denied["what"]) - _WHEN:
            found = ((other, said) for other in repeated if other != text and (said := _often(other, named)))
            for other, said in islice(found, 1):
                yield lines[other], lines[text], said, denied[0]


MOST_DENIED = 20
"""Lines that say that there is none of something, the first, that are held against all others."""


def _none_said(text: str) -> re.Match[str] | None:
    """Where a text says that there is none of something now."""
    if not any(word in text for word in _NOW):
        return None
    return next(filter(None, (none.search(text) for none in _NONE)), None)


_WHEN = frozenset("date time day month week year detail price".split())


def _often(text: str, named: frozenset[str]) -> str:
    """The words of a line that say how often there is one of the things named, and of which; "" where none do."""
    for often in _NEVER_NONE.finditer(text[:LONGEST]):
        start = max(0, often.start() - AROUND_IT)
        for word in re.finditer(r"[^\W\d_]+", text[start : often.end() + AROUND_IT]):
            if nouns(word[0]) & named:
                return text[min(often.start(), start + word.start()) : max(often.end(), start + word.end())]
    return ""


# --- prices ---------------------------------------------------------------------------------------------------------

LONGEST = 1000
"""Characters of a line that are read."""

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
