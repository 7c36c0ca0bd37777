"""Slips that a site convicts itself of: it writes the same word, phrase, amount or mark right elsewhere, or no hand meant it.

What is told by a dictionary alone stands in :mod:`auditor.spelling`. Pure functions of texts: what they find is a slip
in any trade, because the site's own other lines say what was meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz.distance import OSA

from auditor import spelling

SAME_PHRASE = 100_000
"""Uses in the dictionary's count from which a word may be what was meant where the site writes the same phrase with it."""

NEAR = 2
"""Letters by which a word may differ from the one that the site writes in the same phrase."""


def written_right(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words that stand in a phrase which the site writes elsewhere with a known word of nearly the same letters.

    That both have the same neighbours (two words before and what follows, or one before and two that follow, of which two
    are known words) is evidence enough for words with a capital and for two letters: "Univerity College of" beside
    "University College of".
    """
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    uses: Counter[str] = Counter()
    suspects: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for text in dict.fromkeys(texts):
        words = ["", "", *(match[0].casefold() for match in spelling.WORD.finditer(text)), "", ""]
        for at in range(2, len(words) - 2):
            word, before, after = words[at], words[at - 2 : at], words[at + 1 : at + 3]
            uses[word] += 1
            if len(word) < spelling.SHORTEST_TURN:
                continue
            beside = ((*before, "", after[0]), (before[1], "", *after))
            keys = {key for key in beside if sum(map(spelling.is_word, filter(None, key))) > 1}
            if spelling.is_plain_word(word):
                for key in keys:
                    places[key].add(word)
            elif len(word) <= spelling.LONGEST and word.isascii():
                suspects[word] |= keys
    found: dict[str, str] = {}
    for word in sorted(suspects)[: spelling.MOST_UNKNOWN[1]]:
        if uses[word] > spelling.RARE:
            continue
        beside_it = (places.get(key, _NOTHING) for key in suspects[word])
        near = {other for words in beside_it if len(words) <= FILLS for other in words if _is_slip(word, other)}
        if len(near) == 1:
            found[word] = near.pop()
    return found


FILLS = 48
"""Known words that stand between the same words, above which these tell nothing of what was meant between them."""

_NOTHING: frozenset[str] = frozenset()


def _is_slip(word: str, other: str) -> bool:
    """True where ``word`` begins as ``other`` does, differs by up to NEAR letters, and is no form or spelling of it.

    A compound of two common words may be meant; one of a rare one ("univ ersty") is none.
    """
    return (
        word[0] == other[0]
        and OSA.distance(word, other, score_cutoff=NEAR) <= NEAR
        and min((spelling.frequencies().get(part, 0) for part in spelling.compound(word).split()), default=0)
        < spelling.COMMON
        and spelling.frequencies().get(other, 0) >= SAME_PHRASE
        and spelling.plain(word) != spelling.plain(other)
        and not spelling.inflected(word, other)
    )


SHORTEST_NAMED = 9
"""Letters that a word with a capital must have to be told by the site's own use of another: shorter ones may be names."""


def respelled(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words with a letter too many, too few or two turned round, beside the word as the site writes it mostly.

    What was meant is "" where another form of it is as near ("busineses"). Here a prefix or a second word that are known
    make no known word: "disbursments" is no "dis-", "platfrom" is no "plat from", where the site writes the other
    :data:`auditor.spelling.SURE` times. A word that only stands with a capital may be a name: the other must stand in
    lower case, and the difference be no doubled letter.
    """
    counts: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in dict.fromkeys(texts):
        words = [match[0] for match in spelling.WORD.finditer(text) if match[0][1:].islower()]
        counts.update(word.casefold() for word in words)
        small.update(word for word in words if word.islower())
    suspects = (
        word
        for word, count in sorted(counts.items())
        if count <= spelling.RARE and word.isascii()
        if (spelling.SHORTEST_SLIP if small[word] else SHORTEST_NAMED) <= len(word) <= spelling.LONGEST
        if not spelling.is_form(word)
    )
    found: dict[str, str] = {}
    for word in islice(suspects, spelling.MOST_UNKNOWN[0]):
        near_by = spelling.turned(word) | spelling.resized(word)
        used = counts if small[word] else small
        near = [other for other in near_by & used.keys() if used[other] >= spelling.SURE]
        near = [other for other in near if other in spelling.known_words()]
        near = [other for other in near if spelling.plain(other) != spelling.plain(word)]
        if len(near) != 1 or _may_be_meant(word, near[0], named=not small[word]):
            continue
        rivals = {other for other in near_by if spelling.frequencies().get(other, 0) >= spelling.COMMON}
        found[word] = near[0] if rivals <= set(near) else ""
    return found


def _may_be_meant(word: str, other: str, *, named: bool) -> bool:
    """True where ``word`` is a form of ``other``, or a name that is written much like it."""
    undoubled = re.compile(r"(.)\1")
    doubled = undoubled.sub(r"\1", word) == undoubled.sub(r"\1", other)
    return (
        word.startswith(other)
        or other.startswith(word)
        or spelling.frequencies().get(other, 0) < SAME_PHRASE
        or (named and doubled)
    )


_PLURALS = re.compile(r"(?<![\w'’-])((?i:children|women)|today|yesterday)(['’]?)s(?![\w'’-])")
_SPANS = re.compile(
    r"(?<![\w'’])((?:\d+|ten|fifteen|twenty|thirty|forty|fifty)\+? (?:years|months|weeks|days|hours))(['’]?)"
    r" (experience|notice|warranty|guarantee|work)\b"
)
_ACTORS = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]{3,}?)(['’]?)s (can|are|were|have|should|could)\b")


def apostrophes(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Where an apostrophe is missing or too many and the site writes the same words right: text, words, what was meant.

    Told are "childrens" beside "children's", "30 years experience" beside "years' experience", and "client's can" beside
    "clients can"; "todays" in lower case needs no other line. Each form once.
    """
    found: dict[tuple[str, ...], dict[bool, tuple[str, str, str]]] = defaultdict(dict)
    for text in dict.fromkeys(texts):
        for match in _PLURALS.finditer(text):
            word = match[1].casefold()
            found[(word,)].setdefault(bool(match[2]), (text, match[0], f"{match[1]}'s"))
            if word in ("today", "yesterday"):
                found[(word,)].setdefault(True, (text, match[0], ""))
        for match in _SPANS.finditer(text):
            unit = match[1].split()[-1]
            found[unit, match[3]].setdefault(bool(match[2]), (text, match[0], f"{match[1]}' {match[3]}"))
        for match in _ACTORS.finditer(text):
            right = (text, match[0], f"{match[1]}s {match[3]}")
            found["s", match[1].casefold(), match[3]].setdefault(not match[2], right)
    for forms in found.values():
        if True in forms and False in forms:
            yield forms[False]


_AMOUNT = re.compile(r"(?<![\w.,])([$£])([1-9]\d{0,2}([.,])\d00)(?![\d%]|[.,]\d|\w)")
_SMALL = re.compile(r"[$£]0?\.\d{3}(?!\d)")


def mispointed(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Amounts with a point among their thousands on a site that sets a comma there: text, words, what was meant.

    Ten thousand and more alone: "$2.500" may be the price of a litre. None where the site writes a price with three decimals.
    """
    if any(_SMALL.search(text) for text in texts):
        return
    found = [(text, match) for text in dict.fromkeys(texts) for match in _AMOUNT.finditer(text)]
    commas = {match[1] for _, match in found if match[3] == ","}
    for text, match in found:
        if match[3] == "." and match[1] in commas and len(match[2]) > len("9.900"):
            yield text, match[0], match[0].replace(".", ",")


_JOINED = re.compile(r"(?<![\w/@.#-])([A-Za-z]?[a-z]{2,})([.!?;:]|,(?=[a-z]))([A-Z]?[a-z]{2,})\b(?![./@(:-])")
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d\d?,(?:19|20)\d\d\b"
)
_TWO_STOPS = re.compile(r"\w(?:,,|;;|,\.|!\.|\?\.|(?<!\.)\.\.)(?=\s|$)")
_ABBREVIATED = re.compile(r"(?:etc|inc|ltd|co|corp|no|st|dr|approx|e\.g|i\.e)..$", re.I)


def stops(text: str) -> Iterator[tuple[str, str]]:
    """Stops without a blank behind them ("space"; one a text) and stops that stand twice ("stops"): which, and the words."""
    for match in _JOINED.finditer(text):
        one, stop, other = match.groups()
        ended = stop == "," or ((one[0].islower() or match.start() == 0) and other[0].isupper())
        if ended and all(word.casefold() in spelling.known_words() for word in (one, other)):
            yield "space", match[0]
            break
    else:
        if dated := _DATED.search(text):
            yield "space", dated[0]
    twice = _TWO_STOPS.search(text)
    if twice and not _ABBREVIATED.search(text[: twice.end()]):
        yield "stops", around(text, twice.start() + 1, twice.end())


def around(text: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` with one more on each side."""
    before = text.rfind(" ", 0, max(0, start - 1)) + 1
    after = text.find(" ", end + 1)
    return text[before : after if after > 0 else len(text)].strip()
