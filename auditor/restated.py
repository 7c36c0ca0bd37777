"""One sentence that stands in two versions: all its words are alike but a figure, a word of degree, or the name of the firm.

A sentence is written once and copied; where only one of the copies was changed, nobody has to judge what was meant. What
changes from page to page by design is left out: another thing in the same words, or a list set side by side on one page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from auditor import naming
from auditor.cues import rare
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import GENERAL, READ, nouns, things

ALIKE = 8
"""Words that two sentences must have alike, at the beginning or around the difference, to be one that was changed in one place."""

BEHIND = 4
"""Words behind the last one alike within which each of the two must name its figure."""

AROUND = 5
"""Words that a sentence must have beside the name of a firm for another in the same words to be the same sentence."""

OF_PRODUCTS = 3
"""Pages of products and services on which a sentence may stand in either version; on more, each page has its own."""

KEYED = 4
"""Words at the beginning, or at the end, that two sentences must share to be compared."""

LONGEST, MOST_VERSIONS = 400, 12
"""Characters of a sentence that is compared, and sentences of one beginning or ending that are held against each other."""

_TOKEN = re.compile(
    r"(?P<clock>\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)|(?P<money>[$£€]\s?\d[\d,.]*)|(?P<count>\d[\d,.]*)|[^\W\d_][\w'’]*",
    re.IGNORECASE,
)
_ADDRESS = rare(r"\bwww\.|https?:|@|(?:^|\s)©|\bcopyright\b|\b(?:suite|street|st|road|rd|ave(?:nue)?|floor)\b", re.I)
_DEGREES = (
    frozenset("all most many several some few every hundreds thousands dozens".split()),
    frozenset("single double twin queen king super".split()),
    frozenset("hourly daily weekly fortnightly monthly quarterly yearly annually annual".split()),
    frozenset("monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays".split()),
    frozenset("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()),
)  # fmt: skip
"""Words of which one excludes the other in the same place of the same sentence: how many, how wide a bed, how often, when."""


class Version(NamedTuple):
    """Two versions of a sentence, each with the words in which it differs; ``sure`` unless these are two vague amounts."""

    one: Copy
    other: Copy
    words: str
    its_words: str
    sure: bool


class _Line(NamedTuple):
    page: JudgedPage
    copy: Copy


def versions(site: Site) -> list[Version]:
    """Sentences of two pages that differ in a figure or in a word of degree, each pair with the words that differ.

    They begin alike and then name two times of day, two sums of money or two numbers before the same word; or all words
    around the difference are the same. At least one of the pages speaks for the whole company (of figures amid the sentence
    both), or the sentence names what it speaks of: two products may each have their own figure in the same sentence.
    """
    found: dict[str, list[Version]] = defaultdict(list)
    for one, other in _alike(site, quoted=False):
        if one.page.url == other.page.url or _ADDRESS.search(one.copy.text) or _ADDRESS.search(other.copy.text):
            continue
        tokens, its_tokens = _tokens(one.copy.text), _tokens(other.copy.text)
        first, last = _same(one.copy.text, other.copy.text)
        whole = bool({one.page.kind, other.page.kind} & GENERAL)
        alike = " ".join(map(_bare, tokens[:first]))
        if whole and first >= ALIKE and (pair := _figures_apart(tokens, its_tokens, first)):
            found[alike].append(Version(one.copy, other.copy, *pair, True))
            continue
        if first + last < ALIKE - 1:
            continue
        apart, its_apart = tokens[first : len(tokens) - last], its_tokens[first : len(its_tokens) - last]
        # what a page may say of its own product weighs less than what the company says twice
        whole = whole and ({one.page.kind, other.page.kind} <= GENERAL or not any(t.lastgroup for t in apart))
        if not (whole or _names_its_subject(site, tokens[:first])):
            continue
        behind = tokens[len(tokens) - last][0] if last else ""
        if pair := _degrees_apart(apart, its_apart, behind):
            vague = {_bare(token) for token in (*apart, *its_apart)} <= _DEGREES[0]
            found[alike].append(Version(one.copy, other.copy, *pair, not vague))
    some = islice(found.values(), MOST_FOUND)
    return [same[0] for same in some if not _filled_in(site, same)]


MOST_FOUND = 50
"""Sentences in several versions, the first, that are looked at: a site with more of them fills them in."""


def _filled_in(site: Site, same: Sequence[Version]) -> bool:
    """Whether a sentence is one that each page fills in for its own product: in a third wording, or on many such pages."""
    if len({words for version in same for words in (version.words, version.its_words)}) > 2:
        return True
    texts = {copy.text for version in same for copy in (version.one, version.other)}
    own = (page for page in site.pages if page.kind not in GENERAL)
    return sum(any(copy.text in texts for copy in page.copy) for page in own) > OF_PRODUCTS


def renamed_firm(site: Site) -> Iterator[tuple[Copy, Copy, str]]:
    """A sentence that names the company, and the same words with another name in its place: both lines, and that name.

    The other is the name of no page of the site: "Welcome to Elk Cabin" may stand beside "Welcome to Hill Cabins".
    """
    named = set(things(site).values())
    named_in = lru_cache(maxsize=HELD)(site.name_pattern.search)
    for one, other in _alike(site, quoted=True):
        ours, theirs = named_in(one.copy.text), named_in(other.copy.text)
        if (ours is None) is (theirs is None):
            continue
        line, its_line = (one, other) if ours else (other, one)
        match = ours or theirs
        tokens, its_tokens = _tokens(line.copy.text), _tokens(its_line.copy.text)
        first, last = _same(line.copy.text, its_line.copy.text)
        apart, its_apart = tokens[first : len(tokens) - last], its_tokens[first : len(its_tokens) - last]
        if match is None or first + last < AROUND or not apart or not its_apart:
            continue
        within = match.start() <= apart[0].start() and apart[-1].end() <= match.end()
        name = its_line.copy.text[its_apart[0].start() : its_apart[-1].end()]
        written = all(token[0][0].isupper() for token in its_apart) and not its_apart[0].lastgroup
        if within and written and _is_firm(name) and nouns(name) not in named:
            yield line.copy, its_line.copy, name


def _is_firm(name: str) -> bool:
    """Whether words with a capital are written like a firm's name: several of them, or one in capitals or with some within."""
    words = name.split()
    if any(word.casefold() in naming.LEAD for word in words):
        return False
    return len(words) > 1 or (len(name) > 2 and not name[1:].islower())


def _alike(site: Site, *, quoted: bool) -> Iterator[tuple[_Line, _Line]]:
    """Lines with other words that begin, or end, with the same words, each pair once, pages of the whole company first.

    With ``quoted`` also what others are quoted with, and what stands in footers.
    """
    keyed: dict[tuple[bool, str], list[_Line]] = defaultdict(list)
    left = {text for text in site.texts if len(text) <= LONGEST and text.count(" ") >= AROUND}
    for page in sorted(site.pages, key=lambda page: page.kind not in GENERAL):
        if page.twin_of or not (quoted or page.kind in READ):
            continue
        for copy in page.copy:
            unit = copy.unit
            text = unit.text
            if text in left and (quoted or (unit.region.is_copy and unit.role is not Role.QUOTE and not unit.cite)):
                left.remove(text)
                words = text.casefold().split()
                for at_end, key in ((False, words[:KEYED]), (True, words[-KEYED:])):
                    keyed[at_end, " ".join(key)].append(_Line(page, copy))
    told: set[tuple[str, str]] = set()
    for lines in keyed.values():
        for one, other in combinations(lines[:MOST_VERSIONS], 2):
            pair = (one.copy.text, other.copy.text)
            if pair not in told:
                told.add(pair)
                yield one, other


HELD = 1 << 6
"""Sentences whose words are kept: each is held against MOST_VERSIONS others before the next come."""


@lru_cache(maxsize=HELD)
def _tokens(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_TOKEN.finditer(text))


@lru_cache(maxsize=HELD)
def _bare_tokens(text: str) -> tuple[str, ...]:
    return tuple(map(_bare, _tokens(text)))


def _same(text: str, other_text: str) -> tuple[int, int]:
    """How many words two sentences share at their beginning, and how many of the rest at their end."""
    one, other = _bare_tokens(text), _bare_tokens(other_text)
    shorter = min(len(one), len(other))
    first = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    left = shorter - first
    last = next((n for n in range(left) if one[-1 - n] != other[-1 - n]), left)
    return first, last


def _bare(token: re.Match[str]) -> str:
    return token[0].casefold().rstrip(".,")


def _figures_apart(one: Sequence[re.Match[str]], other: Sequence[re.Match[str]], same: int) -> tuple[str, str] | None:
    """The figures in which two sentences that begin alike first differ; None where they differ in a name or in no figure."""
    first, second = (
        next((n for n in range(same, min(same + BEHIND, len(row))) if row[n].lastgroup), None) for row in (one, other)
    )
    if first is None or second is None or _of_no_kind(one[first], other[second]):
        return None
    if any(token[0][0].isupper() for token in (*one[same:first], *other[same:second])):
        return None  # a name stands between: another thing is spoken of
    if one[first].lastgroup == "count" and [_bare(t) for t in one[first + 1 : first + 2]] != [
        _bare(t) for t in other[second + 1 : second + 2]
    ]:
        return None
    return one[first][0], other[second][0]


def _of_no_kind(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words are no two figures of one kind: a time and a sum, or twice the same."""
    return one.lastgroup is None or one.lastgroup != other.lastgroup or _bare(one) == _bare(other)


def _degrees_apart(one: Sequence[re.Match[str]], other: Sequence[re.Match[str]], behind: str) -> tuple[str, str] | None:
    """The figures or words of degree in which two sentences differ that are alike before and behind them.

    A word of degree may also have another before it ("king" and "super king"); ``behind`` is the word that follows.
    """
    if len(one) == len(other) == 1:
        if not _of_no_kind(one[0], other[0]):
            return one[0][0], other[0][0]
        words = {_bare(one[0]), _bare(other[0])}
        return (one[0][0], other[0][0]) if any(words <= degrees for degrees in _DEGREES) else None
    more = one or other
    if (not one or not other) and len(more) == 1 and {_bare(more[0]), behind.casefold()} <= _DEGREES[1]:
        fuller = f"{more[0][0]} {behind}"
        return (fuller, behind) if one else (behind, fuller)
    return None


def _names_its_subject(site: Site, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether words name what the sentence speaks of: two with a capital, one behind the other, and not the company."""
    text = " ".join(token[0] for token in tokens)
    return any(
        a[0][0].isupper() and b[0][0].isupper() and a[0].casefold() not in naming.LEAD for a, b in pairwise(tokens)
    ) and not site.name_pattern.search(text)
