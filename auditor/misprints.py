"""Misprints that need several lines of a site to be seen: words that it writes otherwise elsewhere, and marks that are left out.

Pure functions of texts; what each is worth is said in :mod:`auditor.audits.visible_errors`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise

from rapidfuzz.distance import OSA

from auditor import lexicon, spelling
from auditor.cues import rare
from auditor.inflections import inflected, mistyped, plain, regular, stems
from auditor.model import Copy, Role
from auditor.passages import around

SHORTEST_SMALL, SHORTEST_NAMED = 5, 6
"""Letters that a word must have to be held against one that the site writes: in small letters; with a capital, or in capitals."""

SHORTEST_CHANGED, SHORTEST_LONGER = 7, 9
"""Letters from which it may have a wrong letter, and with a capital or at its end one too many: names are so made, and shorter words are names.

On the words that no dictionary knows of 99 sites (41 tuning sites and 58 rebuilt ones), those with a letter left out or two turned
round beside a word of the site were misprints in 49 cases of 51, whatever their capitals; with a letter too many in 14 of 22."""

SHORTEST_KIN = 7
"""Letters from which a word is held against words of which the site writes another form ("Cushons" beside "cushion")."""

SHORTEST_FORMED = 6
"""Letters from which a word is asked whether its ending is put on as endings are.

Of the 213,769 words of two old dictionaries (Webster's of 1934, GCIDE) 20 are taken for such, archaic ones ("advocatess")."""

LONG_TERM = 12
"""Letters from which a word that no dictionary knows is a term and no name of a person."""


def respelled(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words that differ by one slip of the hand from a word that the site writes as often, each with that word.

    A letter is left out or two are turned round, whatever the capitals; or one is too many or wrong, in words that are no
    names. What was meant is "" where another common word is as near ("busineses"). Where a prefix or a second word
    may make it a word ("disbursments" is no "dis-"), the site must write the other :data:`auditor.spelling.SURE` times. An
    unknown word of :data:`LONG_TERM` letters is a term, and told beside another that is known, or written oftener.
    """
    uses: Counter[str] = Counter()
    small: Counter[str] = Counter()
    mixed: set[str] = set()  # a capital amid them: made so, or two words run together
    for text in dict.fromkeys(texts):
        words = spelling.words(text)
        uses.update(map(str.casefold, words))
        small.update(word for word in words if word.islower())
        mixed |= {word.casefold() for word in words if not (word[1:].islower() or word.isupper())}
    suspects = [
        word
        for word, count in sorted(uses.items())
        if (SHORTEST_SMALL if small[word] else SHORTEST_NAMED) <= len(word) <= spelling.LONGEST
        if count <= spelling.RARE and word.isascii() and word not in mixed and not spelling.is_form(word)
    ][: spelling.MOST_UNKNOWN[1]]
    forms: dict[str, list[str]] = defaultdict(list)
    for word in suspects:
        for form in (word, *_shorter(word)):
            forms[form].append(word)
    beside: dict[str, set[str]] = defaultdict(set)
    for other in uses if suspects else ():
        if SHORTEST_SMALL - 1 <= len(other) <= spelling.LONGEST + 1:
            for form in (other, *_shorter(other)):
                for word in forms.get(form, ()):
                    beside[word].add(other)
    found: dict[str, str] = {}
    for word in sorted(beside):
        if terms := [other for other in beside[word] if _is_term(word, other, uses)]:
            found[word] = terms[0] if len(terms) == 1 else ""
            continue
        near = [
            other
            for other in beside[word]
            if _is_misprint(word, other, named=not small[word], usual=bool(small[other]))
        ]
        if len(near) != 1 or uses[near[0]] < uses[word]:
            continue
        if uses[near[0]] < spelling.SURE and (spelling.is_plain_word(word) or spelling.compound(word)):
            continue
        rivals = spelling.turned(word) | spelling.resized(word)
        found[word] = near[0] if not _familiar(rivals - {*near}) else ""
    for word in suspects:
        if word not in found and len(word) >= SHORTEST_KIN and (meant := _of_kin(word, small)):
            found[word] = meant
    return found


def _of_kin(word: str, small: Counter[str]) -> str:
    """The one word of which a form stands on the site in small letters, where ``word`` lacks one of its letters or has two turned round, or ""."""
    known = spelling.frequencies()
    near = [
        other for other in spelling.turned(word) | spelling.lengthened(word) if known.get(other, 0) >= spelling.SELDOM
    ]
    if len(near) != 1 or not _is_misprint(word, near[0], named=not small[word], usual=False):
        return ""
    forms = (near[0] + "s", near[0].removesuffix("s"), *stems(near[0]))
    return near[0] if any(small[form] for form in forms if form != near[0] and len(form) >= SHORTEST_SMALL) else ""


def misformed(texts: Sequence[str]) -> dict[str, str]:
    """Words in small letters whose ending is put on as none is ("makeing"), each with the common word that was meant.

    Of "countrys" nothing is said to be meant: it may be of many or of one. No dictionary knows the word, and the site writes
    it no more than :data:`auditor.spelling.RARE` times.
    """
    uses = Counter(word for text in texts for word in spelling.words(text) if word.islower())
    known, used = spelling.known_words(), spelling.frequencies()
    found: dict[str, str] = {}
    for word, count in uses.items():
        if count > spelling.RARE or not SHORTEST_FORMED <= len(word) <= spelling.LONGEST or word in known:
            continue
        if word.isascii() and spelling.is_form(word):
            right = (form for form in regular(word) if used.get(form, 0) >= spelling.COMMON)
            if meant := next((form for form in right if plain(form) != plain(word)), ""):
                found[word] = "" if word.endswith("ys") else meant
    return found


def far_off(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words that no one slip makes of another but several do, or that stand often, each with what was meant.

    Told are: words in small letters of which a common word is had by turning two letters or adding one, written up to
    :data:`HABIT` times (a name or term has no such neighbour); words of all the letters of one familiar word in another
    order ("renotaved"); and words in small letters with :data:`WIDE` slips, whose first three letters and last two are
    those of a word that the site writes, or else of one common word. Names end otherwise (:data:`auditor.spelling.NO_NAMES_END`).
    """
    small, titled = Counter[str](), Counter[str]()
    for text in texts:
        for word in spelling.words(text) if "{" not in text and not spelling.is_foreign(text) else ():
            (small if word.islower() else titled)[word.casefold()] += 1
    used, found = spelling.frequencies(), dict[str, str]()
    own = _by_ends(word for word in {*small, *titled} & used.keys())
    least = {word for word in (*small, *titled) if SHORTEST_FAR <= len(word) <= spelling.LONGEST and word.isascii()}
    for word in sorted(least)[: spelling.MOST_UNKNOWN[1]]:
        if spelling.is_word(word) or any(spelling.is_word(word + end) for end in ("d", "s", "r")):
            continue
        close = spelling.turned(word) | spelling.lengthened(word)
        near = [other for other in close if used.get(other, 0) >= spelling.COMMON and plain(other) != plain(word)]
        if spelling.RARE < small[word] <= HABIT and len(near) == 1:
            found[word] = near[0]
        if small[word] + titled[word] > spelling.RARE or near:
            continue
        ends = word[0], word[-2:]
        mixed = [other for other in _common().get(ends, ()) if sorted(other) == sorted(word)]
        if len(mixed) == 1 and (small[word] or mixed[0].endswith(spelling.NO_NAMES_END)):
            found[word] = mixed[0]
        elif small[word] and (wide := _wide(word, own.get(ends, ())) or _wide(word, _common().get(ends, ()))):
            found[word] = wide[0] if len(wide) == 1 else ""
    return {word: _AMERICAN.sub("is", meant) if _BRITISH.search(word) else meant for word, meant in found.items()}


_BRITISH, _AMERICAN = re.compile(r"is(?:e[ds]|ing)$"), re.compile(r"iz(?=(?:e[ds]|ing)$)")


HABIT, WIDE, SHORTEST_FAR = 9, 2, 8
"""Times that a misspelled word in small letters may stand on a site; slips in one word; letters that it must have.

Of the 33 unknown words that 92 sites wrote more than twice in small letters, one had a common word beside it, and was a slip."""


def _wide(word: str, others: Iterable[str]) -> list[str]:
    """Those of the words that are WIDE slips from this one and begin as it does."""
    return [
        other
        for other in others
        if other[:3] == word[:3]
        and OSA.distance(word, other, score_cutoff=WIDE) <= WIDE
        and not inflected(word, other)
        and plain(word) != plain(other)
    ]


@cache
def _common() -> Mapping[tuple[str, str], Sequence[str]]:
    """The common words of the dictionary by how they begin and end."""
    return _by_ends(word for word, times in spelling.frequencies().items() if times >= spelling.COMMON)


def _by_ends(words: Iterable[str]) -> Mapping[tuple[str, str], Sequence[str]]:
    """Words of nearly SHORTEST_FAR letters and more by their first letter and their last two."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_FAR - 1:
            found[word[0], word[-2:]].append(word)
    return found


def settled(found: Mapping[str, str], texts: Sequence[str]) -> dict[str, str]:
    """Misspelled words with what was meant, where the site's own words say otherwise than the list of misspellings does.

    A word of the site that differs by one letter more or less or by two turned round, and that it writes :data:`auditor.spelling.SURE`
    times where it never writes the listed one, is what was meant; written less often, nothing is said to be.
    """
    uses = Counter(word.casefold() for text in texts for word in spelling.words(text))
    told = dict(found)
    for word, meant in found.items():
        if word in spelling.listed() and not uses[meant]:
            near = spelling.turned(word) | spelling.resized(word)
            near = {other for other in near if plain(other) != plain(meant) and not inflected(other, meant)}
            own = [other for other in near if uses[other] and spelling.frequencies().get(other, 0) >= spelling.SELDOM]
            if own:
                told[word] = own[0] if len(own) == 1 and uses[own[0]] >= spelling.SURE else ""
    return told


def _shorter(word: str) -> set[str]:
    """The word without one of its letters, but for the first."""
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def _familiar(words: Iterable[str]) -> bool:
    """Whether one of these is a common word."""
    return any(spelling.frequencies().get(word, 0) >= spelling.COMMON for word in words)


def _is_misprint(word: str, other: str, *, named: bool, usual: bool) -> bool:
    """True where a slip of the hand makes ``word`` of ``other``, a known word that the site writes in small letters (``usual``) or not."""
    if other == word or other not in spelling.known_words() or plain(other) == plain(word):
        return False
    given = lexicon.load("names").terms("given") if named else ()
    if named and (word in given or other in given or (other.endswith(_NAMES_END) and not usual)):
        return False
    size, more = len(word), len(other) - len(word)
    if other[:-1] == word:  # no ending that words take
        return size >= spelling.SHORTEST_SLIP and other[-1] in spelling.CUT_OFF
    if word[:-1] == other:
        return size >= SHORTEST_LONGER and (not named or other.endswith(spelling.NO_NAMES_END))
    if more > 0:
        return True
    if inflected(word, other):
        return False
    if more < 0:
        doubled = any(word[at] == word[at - 1] and word[:at] + word[at + 1 :] == other for at in range(1, size))
        return usual and size >= SHORTEST_LONGER and not doubled if named else True
    if sorted(word) == sorted(other):
        return True
    wrong = size >= SHORTEST_CHANGED and other in mistyped(word)
    return wrong and (not named or other.endswith(spelling.NO_NAMES_END))


_NAMES_END = tuple("son sen ley ton ham ford wood field man stein berg burg ville worth land".split())


def _is_term(word: str, other: str, uses: Mapping[str, int]) -> bool:
    """True where a long unknown word differs in one place amid it from another that is known, or written oftener."""
    if min(len(word), len(other)) < LONG_TERM or spelling.is_word(word) or other == word:
        return False
    if word[:3] != other[:3] or word[-3:] != other[-3:] or plain(word) == plain(other):
        return False
    return (len(word) != len(other) or sorted(word) == sorted(other)) and (
        spelling.is_word(other) or uses[other] > uses[word]
    )


_STRAY = re.compile(r"[a-z][.!?][<>](?=\s|$)")
_COMMA = re.compile(
    r"\b(?:including|such as), (?!(?:but|however|where|for|when|if|of|and|in|among|without|as|at|most|not|notably|to|by|on)\b)[a-z]+"
)


def marks(text: str) -> Iterator[str]:
    """The words at a sign left behind a stop, at a comma behind "including", and between two kinds of quotation marks."""
    if found := _STRAY.search(text) or _COMMA.search(text):
        yield around(text, found.start(), found.end())
    if text.count('"') == 1 == text.count("“") + text.count("”"):
        first, last = sorted((text.index('"'), max(text.find("“"), text.find("”"))))
        if (text[last] in '"”') and first < last - 1:
            yield text[first : last + 1]


def unclosed(copies: Sequence[Copy]) -> Iterator[tuple[str, str]]:
    """Texts of a page with a bracket or mark of quotation that neither they nor the next :data:`AHEAD` lines close, and the words from it on.

    A line that is cut off, and one that ends in a short form ("(rev."), where it may have been taken apart, tell nothing; nor
    does a mark ahead of a whole line, which each paragraph of a long quotation may have.
    """
    for at, copy in enumerate(copies):
        text = copy.unit.text
        left = [pair for pair in _PAIRS if text.count(pair[0]) == text.count(pair[1]) + 1]
        if not left or not copy.unit.region.is_copy or set("{};=") & set(text) or text.endswith(("…", "...")):
            continue
        later = "".join(other.text for other in copies[at + 1 : at + 1 + AHEAD])
        for pair in left:
            start = _left_open(text, pair)
            words = text[start:]
            if not _BRACKETED.match(words) or (words[-1] == "." and len(words.split()) < SHORTEST_BRACKETED):
                continue
            if (pair == "()" or start) and not _closes(later, pair):
                yield text, words


_PAIRS = ("()", "“”")
_BRACKETED = re.compile(r"[(“][\w£$€“\"'‘][^()”]*[a-z]{3}")
AHEAD, SHORTEST_BRACKETED = 12, 4
"""Lines behind a bracket that may close it, and words from which a sentence within brackets is whole."""


def _closes(later: str, pair: str) -> bool:
    """Whether what is open is closed there."""
    return 0 in accumulate((1 if sign == pair[0] else -1 for sign in later if sign in pair), initial=1)


def _left_open(text: str, pair: str) -> int:
    """Where the first of these marks stands that is not closed."""
    open_: list[int] = []
    for at, sign in enumerate(text):
        if sign == pair[0]:
            open_.append(at)
        elif sign == pair[1] and open_:
            open_.pop()
    return open_[0] if open_ else 0


_TWO_CAPITALS = rare(r"(?<![\w/.@#&-])(?:[A-Z]{2}[a-z]{2,}|THe|OUr|YOu)(?![\w/@-]|\.\w)")


def two_capitals(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Texts with a known word of which the second letter is a capital too ("THe"), and it; what a site writes so oftener is meant."""
    first, uses = dict[str, str](), Counter[str]()
    for text in dict.fromkeys(texts):
        for match in _TWO_CAPITALS.finditer(text):
            uses[match[0]] += 1
            first.setdefault(match[0], text)
    for word, count in uses.items():
        if count <= spelling.RARE and spelling.frequencies().get(word.casefold(), 0) >= spelling.SELDOM:
            yield first[word], word


_STOPPED, _STOP = re.compile(r"[a-z]{2}[)”\"]?[.!?]$"), 4


def _stopped(text: str) -> bool:
    """Whether a line ends with a stop behind a word."""
    return _STOPPED.search(text[-_STOP:]) is not None


_SHORTENED = rare(r"\b(?:etc|approx|incl|inc|ltd|co|no|vs|max|min|misc|dept|est|ext|tel|e\.g|i\.e)\.$", re.I)
_BEGUN_SMALL = re.compile(r"[a-z]{2,}(?:,? [\w'’-]+){0,2}")
SIBLINGS = 3
"""Other sentences below a heading of their own, all with a capital, beside which one without is a slip."""


def small(copies: Sequence[Copy]) -> Iterator[tuple[str, str]]:
    """Sentences of a page that begin with a small letter, and their first words.

    They stand behind the end of another in the same paragraph, or below a heading where no other such sentence does so.
    """
    below: list[tuple[str, re.Match[str] | None]] = []  # the first sentences below headings
    for before, copy in pairwise(copies):
        if copy.unit.role is not Role.SENTENCE or not copy.unit.region.is_copy or not _stopped(copy.text):
            continue
        begun = _BEGUN_SMALL.match(copy.text)
        ended = _stopped(before.text) and not _SHORTENED.search(before.text) and " " in before.text
        if before.unit.role is Role.HEADING:
            below.append((copy.text, begun))
        elif begun and ended and before.unit.role is Role.SENTENCE and before.unit.block == copy.unit.block:
            yield copy.text, begun[0]
    without = [(text, begun[0]) for text, begun in below if begun]
    if len(without) == 1 and len(below) > SIBLINGS:
        yield from without


_SENTENCE = re.compile(r"\b(?:we|you|our|your|they|is|are|was|can|will|has|have)\b", re.I)
_BARE_END = re.compile(r"[a-z]$")
FEWEST_ENDED, SHORTEST_SENTENCE, MOST_UNENDED = 8, 8, 3
"""Paragraphs of two sentences and more that a site must end with a stop, words of a last sentence without one, and how many of
these a site may have for them to be slips and no habit. Judgements: told on the 41 tuning sites are six, all slips."""


def unended(pages: Iterable[Sequence[Copy]]) -> list[tuple[str, str]]:
    """Last sentences of paragraphs that end without a stop, with their last words, on a site that ends nearly all with one."""
    ended, without = 0, dict[str, str]()
    for copies in pages:
        for before, copy, after in zip(copies, copies[1:], [*copies[2:], None], strict=False):
            last = after is None or after.unit.block != copy.unit.block
            paragraph = before.unit.block == copy.unit.block and before.unit.role is copy.unit.role is Role.SENTENCE
            if not (last and paragraph and copy.unit.region.is_copy):
                continue
            words = copy.text.split()
            if len(words) < SHORTEST_SENTENCE:
                continue
            bare = _BARE_END.search(copy.text) and _SENTENCE.search(copy.text) and "..." not in copy.text
            ended += copy.text[-1] in ".!?"
            if bare and _stopped(before.text):
                without[copy.text] = " ".join(words[-4:])
    return list(without.items()) if ended >= FEWEST_ENDED and len(without) <= MOST_UNENDED else []


_VERB = "(?:is|are|was|were|have|has|had|can|will|offer|offers|provide|provides|use|uses|work|works|take|takes|need|needs|specialise|specialize|look|do|does)"
_GOES_ON = re.compile(
    r", (?:we|they|there|it|you|this|these|he|she|I) (?:[a-z]+ly |also |just |then )?" + _VERB + r"\b"
)
_BEGUN = re.compile(
    r"(?:We|They|It|There|This|These|The|Our|I|He|She|(?:[A-Z]\w+ ){1,3}(?=is|are|has|offers|provides|was))\b[^,;:.?!()–—\"“”]*? "
    + _VERB
    + r" \w"
)
_HANGS = re.compile(
    r"\b(?:if|when|whenever|as|because|although|though|while|whilst|since|that|which|who|whom|whose|whether|where|wherever|what|how|why|once|after|"
    r"before|until|unless|so|both|not|either|neither|nor|whatever|whichever|should|more|less|only|upon|given|due|despite|said|say|says|think|know|believe|"
    r"hope|mean|means|suppose|guess)\b",
    re.I,
)


def spliced(text: str) -> str:
    """The words at a comma between two sentences of which neither hangs on the other ("We are small, we can move fast."), or ""."""
    found = _GOES_ON.search(text)
    if not found or text[-1] != ".":
        return ""
    first = text[: found.start()]
    if not _BEGUN.match(first) or any(mark in first for mark in ',;:.?!()–—"“”') or _HANGS.search(first):
        return ""
    return around(text, found.start(), found.end())


_LEADS_IN = re.compile(
    r"(?:And|But|So|Or|If|When|Once|While|As|Since|Upon|After|Before|Because|Although|Though|Unless|Until|With|Without|For|From|In|On|At|By|To|During|"
    r"Whether|Whatever|However|Therefore|Also|Then)\b"
)
LEADING, FIRST_WORD = 2, 30
"""Words ahead of a comma that are no sentence, and characters within which the comma stands."""


def leads_in(before: str, words: str) -> bool:
    """True where a comma ends no sentence but what leads into one, so that the capital behind it is all that is wrong."""
    begun = re.split(r"[.!?:] ", before + words.split(",")[0])[-1]
    return "," in words[:FIRST_WORD] and (bool(_LEADS_IN.match(begun)) or len(begun.split()) <= LEADING)


_LATIN = re.compile(
    r"\b(?:lorem|ipsum|dolor|sit|amet|consectetur|adipisc?ing|elit|sed|eiusmod|tempor|incididunt|labore|dolore|magna|aliqua|enim|minim|veniam|quis|nostrud|vestibulum|nulla|vel|nec)\b",
    re.I,
)
LATIN = 0.5
"""Share of a text's words that must be Latin filler for it to be filler, and not a text about it."""


def is_filler(text: str) -> bool:
    """True for a text that is Latin filler, and does not speak of it."""
    return len(_LATIN.findall(text)) >= LATIN * max(1, len(text.split()))
