"""Misspellings, by strong evidence only: better silent than wrong, for these words go before a chief executive.

A word is called misspelled when it is on the list of common misspellings (``data/lexicons/misspellings.toml``), or
when it is unknown, and turning two neighbouring letters round, adding, dropping or changing one gives a word that is
common in English or that the site itself uses. Known words are ``data/words.txt`` and the dictionary of symspellpy
(82,765 words with how often books use them: Google Books Ngram, cut to the words of SCOWL), their inflections, and
whatever the site writes more than :data:`RARE` times: a product's name or a term of the trade is never a mistake.
British and American spellings of one word are the same word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from sys import intern

from rapidfuzz.distance import OSA

from auditor import lexicon
from auditor.inflections import MISHEARD, inflected, plain, stems

RARE = 2
"""A word written more often than this on a site is meant to be written so."""

SURE = 3
"""Uses of the right word on the same site that make a one-letter difference evidence (a turn of letters needs none)."""

SHORTEST_TURN, SHORTEST_EDIT, SHORTEST_SLIP = 6, 8, 7
"""Letters a word must have to be suspected: of two letters turned round; of one letter more, less or other than a word
that the site uses; of one letter more, less or beside on the keyboard than a word common in English."""

COMMON, FAMILIAR = 1_000_000, 10_000_000
"""Uses in the dictionary's count from which a word is one that was meant; from which a shorter or capitalised one is.

Judgements made on the tuning sites: names and terms of a trade have their nearest neighbours below."""

EVERYDAY = 40_000_000
"""Uses in the dictionary's count from which a word is what five to seven letters with one slip were meant to be ("souce")."""

SHORTEST_SLIGHT = 5
"""Letters a word must have to be suspected by an everyday word alone."""

SHORTEST_CAPITALISED, HEARD, SELDOM = 8, 5_000_000, 500_000
"""Letters from which a word with a capital amid a line is suspected, and uses of the word that was meant: names of people
and firms have rarer neighbours, or are shorter. With a letter left out or two turned round it is suspected beside seldom ones."""

LONGER_THAN_NAMES = 12
"""Letters from which a word with a capital and one wrong letter is beside a word that is heard every day no name."""

SHORTEST_DOUBLED = 6
"""Letters a word must have to be suspected of a doubled letter too many ("pannel")."""

LONGEST = 30
"""Letters of the longest word that is looked at: what is longer is a code, or written to take time."""

MOST_UNKNOWN = 1_000, 5_000
"""Unknown words of a site in lower case, and with a capital (most are names), beyond which only listed misspellings are
told: nothing that wrong is English copy, and each is compared with hundreds of others."""

_LETTERS, _VOWELS = "abcdefghijklmnopqrstuvwxyz", "aeiou"
_PREFIXES = (
    "un re non pre mis dis over under out up down sub super inter multi micro mini semi anti auto co de fore back side"
    " hand home work water fire self hydro electro thermo photo bio geo pneumo cyber tele mono poly nano ultra hyper infra"
    " intra extra trans counter cross eco air land sea sun snow rain wind wood stone steel iron glass paper"
).split()  # fmt: skip


@cache
def known_words() -> frozenset[str]:
    """The common words and names of ``data/words.txt``, and the words of the dictionary."""
    text = (resources.files("auditor") / "data" / "words.txt").read_text(encoding="utf-8")
    own = frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
    return own | (frequencies().keys() - listed().keys())


@cache
def frequencies() -> dict[str, int]:
    """The words of symspellpy's English dictionary with their uses in Google Books."""
    text = (resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2}


@cache
def listed() -> dict[str, str]:
    """Common misspelling -> the word that was meant."""
    return {
        term: meant.replace("_", " ") for meant, terms in lexicon.load("misspellings").groups.items() for term in terms
    }


def misspelled(counts: Mapping[str, int], titled: Mapping[str, int] | None = None) -> dict[str, str]:
    """The misspelled words among a site's words, each with what was meant. ``counts`` is uses per lower-case word.

    ``titled`` are words that stand capitalised where no name stands (:func:`auditor.audits.visible_errors`). One of them
    is misspelled only where the site itself writes the other word: in lower case at least :data:`SURE` times, or at all
    where it is a familiar one.
    """
    found = {word: listed()[word] for word in counts if word in listed()}
    found |= {word: whole for word in counts if word not in found and (whole := _form_of_listed(word))}
    found |= {word: day for word in (*counts, *(titled or ())) if (day := _day(word))}
    unknown = (
        word
        for word, count in sorted(counts.items())
        if count <= RARE and SHORTEST_SLIGHT <= len(word) <= LONGEST and word not in found
        if word.isascii() and word.isalpha() and not _is_made(word)
        if not (word.endswith("s") and counts.get(word[:-1], 0) + (titled or {}).get(word[:-1], 0) > 1)
    )
    suspects = list(islice(unknown, MOST_UNKNOWN[0] + 1))  # no more of them than tells that they are too many
    if len(suspects) > MOST_UNKNOWN[0]:
        return found
    for word in suspects:
        right = None if _is_joined(word) else _parted(word) or _meant(word, counts)
        if right is not None:
            found[word] = right
    titled = titled or {}
    names = (
        word
        for word, count in sorted(titled.items())
        if count <= RARE and word not in counts and SHORTEST_SLIP <= len(word) <= LONGEST
        if word.isascii() and not _is_made(word) and not _is_joined(word)
    )
    suspects = list(islice(names, MOST_UNKNOWN[1] + 1))
    if len(suspects) > MOST_UNKNOWN[1]:
        return found
    for word in suspects:
        meant = _meant(word, counts) or ""
        if not meant:
            continue
        familiar = len(meant) >= SHORTEST_SLIP and frequencies().get(meant, 0) >= FAMILIAR
        used = familiar and any(w[:2] == meant[:2] and plain(w) == plain(meant) for w in (*counts, *titled))
        if counts.get(meant, 0) >= SURE or used or is_sure(word, meant, amid=False):
            found[word] = meant
    return found


def _form_of_listed(word: str) -> str:
    """What a listed misspelling with an ending was meant to be ("superceeded"), or ""."""
    for end in _ENDINGS:
        meant = listed().get(word.removesuffix(end), "") if word.endswith(end) else ""
        meant = (meant.removesuffix("e") if end[0] in "ei" else meant) + end if meant else ""
        if meant in known_words() and plain(word) != plain(meant):
            return meant
    return ""


_ENDINGS = ("s", "d", "ed", "ing", "ly")


def _is_made(word: str) -> bool:
    """True for a common word, its inflections, and what is made of words that are used: the dictionary has many that are not.

    A word of which a prefix or another word may make one is none where the rest is rare ("preares", "comm inity").
    """
    if is_form(word):
        return True
    rests = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    rests += [word.removesuffix(end) for end in _ENDS if word.endswith(end)]
    return any(_is_used(rest) for rest in rests)


def _is_joined(word: str) -> bool:
    """True for two words that are used, written as one."""
    parts = compound(word).split()
    return bool(parts) and all(map(_is_used, parts))


def _is_used(word: str) -> bool:
    """True where a word, or what it is a form of, is used: the shorter, the more."""
    return any(
        len(form) > 3 and frequencies().get(form, 0) >= (FAMILIAR if len(form) == 4 else COMMON)
        for form in (word, *stems(word))
    )


def is_sure(word: str, meant: str, *, amid: bool = True) -> bool:
    """True for a slip that shows even in a word with a capital, which may be part of a name ("the Three Valleys Cosortium").

    A day or a long month, or a long word with two letters turned round, or one too many or too few, beside one word that
    is heard every day and has an ending that names of people and places seldom have. Where the capital says nothing, at
    the start of a sentence or in a title (``amid`` is false), a familiar word (:data:`FAMILIAR`) needs no such ending.
    """
    if meant in _DAYS:
        return True
    used = frequencies().get(meant, 0)
    slipped = meant in lengthened(word) or meant in turned(word)
    heard = used >= (SELDOM if slipped else HEARD) and meant.endswith(NO_NAMES_END)
    if len(word) < (SHORTEST_CAPITALISED if amid else SHORTEST_EDIT) or not (heard or (not amid and used >= FAMILIAR)):
        return False
    near = {other for other in turned(word) | resized(word) if frequencies().get(other, 0) >= COMMON}
    return near <= {meant} and (slipped or meant in near or (heard and len(word) >= LONGER_THAN_NAMES))


NO_NAMES_END = tuple(
    "ary ory tion tions sion sions ment ments ance ence ness ity ities ium ship ise ure ures ive ical ology ogies ing ings ics ous able"
    " ures ances ences ed ers less".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday january february september october november december".split()


def _day(word: str) -> str:
    """The day of the week or long month that an unknown word has one letter too many or too few for, or ""."""
    if word in known_words() or word.endswith("s"):
        return ""
    near = [day for day in _DAYS if abs(len(day) - len(word)) == 1 and OSA.distance(word, day, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else ""


WORD = re.compile(r"(?<![\w/.@'’&#-])[A-Za-z]+(?![\w/@'’…-]|\.[\w.])")
"""A word of letters alone that is no part of an address, a handle or a file's name, and not cut off by three dots."""

TITLE_CASE = 0.6
"""Share of a text's longer words that must be capitalised for it to be written as a title is."""

UNKNOWN = 0.3
"""Share of a text's words that the dictionary does not know from which it is in another language, or a list of names.

A judgement."""


def misspelled_in(texts: Sequence[str]) -> dict[str, str]:
    """The misspelled words of a site's texts, each with what was meant; a capital that may begin a name is left alone."""
    counts: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    named: set[str] = set()
    for text, times in Counter(texts).items():
        if _is_shouted(text):
            text = text.lower()
        title = _is_title(text)
        for match in WORD.finditer(text):
            word, low = match[0], match[0].casefold()
            if word.islower() or (low in listed() and len(word) > SHORTEST_SLIGHT):
                counts[low] += times
            elif word[1:].islower() or (word.isupper() and len(word) >= SHORTEST_CAPITALISED):
                titled[low] += times
                if word.isupper() or not (title or _begins(text, match.start())):
                    named.add(low)
    found = misspelled(counts, titled)
    return {word: meant for word, meant in found.items() if counts[word] or word not in named or is_sure(word, meant)}


@lru_cache(maxsize=1 << 14)
def words(text: str) -> tuple[str, ...]:
    """The words of a text (:data:`WORD`), in order: several readings of a site take the same texts apart.

    Equal words are one: a site has far fewer of them than its lines have places for words.
    """
    return tuple(map(intern, WORD.findall(text)))


@lru_cache(maxsize=1 << 14)
def is_foreign(text: str) -> bool:
    """True for a text of which so many words are unknown that one more proves nothing."""
    long = [word for word in words(text) if len(word) > 2]
    if not text.isascii() and _ACCENTED.search(text) and not _ENGLISH & set(long):
        return True
    unknown = sum(not is_word(word) for word in long if word.islower())
    return unknown > 1 and unknown >= UNKNOWN * len(long)


_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
_ENGLISH = frozenset(
    "the and our your for with from are was that this have has you who all not can will but its they their".split()
)
"""Words of three letters and more of which one stands in nearly every line of English that is no mere name."""

SHOUTED = 5
"""Longer words of a line set in capitals throughout, all but one of them known, from which it is read as if it were not."""


def _is_shouted(text: str) -> bool:
    """True for a line of capitals whose words but one are known: a sentence said loudly, no row of short forms."""
    long = [word for word in words(text) if len(word) > 3] if text.isupper() else []
    return len(long) >= SHOUTED and len(list(islice((word for word in long if not is_word(word.casefold())), 2))) < 2


def _is_title(text: str) -> bool:
    """True for a text that is capitalised throughout, of words that but one are known: a title, no person's name."""
    long = [word for word in words(text) if len(word) > 3]
    later = [word for word in long if not text.startswith(word)]
    if len(long) < 2 or sum(word[0].isupper() for word in later) < TITLE_CASE * len(later):
        return False
    unknown = (word for word in long if not is_word(word.casefold()))
    return len(list(islice(unknown, 2))) < 2  # told by the second one, however many there are


def _begins(text: str, at: int) -> bool:
    """True where a sentence begins at ``at`` and goes on in lower case: its capital says nothing of a name."""
    return (at == 0 or text[:at].rstrip()[-1:] in ".!?:") and bool(re.match(r"\w+,? [a-z]", text[at:]))


@lru_cache(maxsize=1 << 15)
def is_word(word: str) -> bool:
    """True for a common word, its inflections, and compounds of two common words."""
    return is_plain_word(word) or bool(compound(word))


@lru_cache(maxsize=65_536)
def is_plain_word(word: str) -> bool:
    """True for a common word, its inflections, and what a prefix or a short second word makes of it."""
    if is_form(word):
        return True
    known = known_words()
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and (rest in known or any(stem in known for stem in stems(rest))):
            return True
    return any(
        len(word) - len(end) > 3 and word == (rest := word.removesuffix(end)) + end and rest in known for end in _ENDS
    )


@lru_cache(maxsize=65_536)
def is_form(word: str) -> bool:
    """True for a common word and its inflections."""
    known = known_words()
    if word in known or plain(word) in known:
        return True
    return any(
        stem in known or plain(stem) in known or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known)
        for stem in stems(word)
    )


def compound(word: str) -> str:
    """The word with a blank where two known words of four letters and more meet in it, or ""."""
    known = known_words()
    for cut in range(4, len(word) - 3):
        if word[:cut] in known and (word[cut:] in known or any(stem in known for stem in stems(word[cut:]))):
            return f"{word[:cut]} {word[cut:]}"
    return ""


_ENDS = "end ends set sets box man net hub kit kits lab app bot pad bed off out way day log fix gap job top bar tag pro".split()
"""Short words that compounds end in ("backend", "skillset")."""


def turned(word: str) -> set[str]:
    """The word with two neighbouring letters turned round, in each way."""
    return {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}


def resized(word: str) -> set[str]:
    """The word with one letter less or more, but for the first, in each way."""
    added = {word[:i] + letter + word[i:] for i in range(1, len(word) + 1) for letter in _LETTERS}
    return added | {word[:i] + word[i + 1 :] for i in range(1, len(word))}


def lengthened(word: str) -> set[str]:
    """The word with a letter more amid it, or one at its end that is no ending."""
    ends = {word + letter for letter in CUT_OFF} if len(word) >= SHORTEST_SLIP else set()
    return ends | {word[:i] + letter + word[i:] for i in range(1, len(word)) for letter in _LETTERS}


@cache
def _by_letters() -> Mapping[str, Sequence[str]]:
    """The familiar words by their letters in alphabetical order."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, times in frequencies().items():
        if times >= FAMILIAR and len(word) >= SHORTEST_TURN:
            found["".join(sorted(word))].append(word)
    return found


def _meant(word: str, counts: Mapping[str, int]) -> str | None:
    """The common word that ``word`` was meant to be, "" where it may be one of several, or None where the evidence is thin."""
    least = SELDOM if len(word) >= SHORTEST_EDIT else COMMON
    near = {w for w in turned(word) if (frequencies().get(w, 0) >= least or counts.get(w)) and is_word(w)}
    near = {w for w in near if plain(w) != plain(word)}
    if len(near) == 1:
        return near.pop()
    if counts.get(word):  # "unquie": a name may have any order of letters
        mixed = [w for w in _by_letters().get("".join(sorted(word)), ()) if w[0] + w[-1] == word[0] + word[-1]]
        if len(mixed) == 1:
            return mixed[0]
    moved, fuller = resized(word), lengthened(word)
    vowels = {
        word[:i] + letter + word[i + 1 :] for i in range(1, len(word)) if word[i] in _VOWELS for letter in _VOWELS
    }
    letters = dict.fromkeys(_LETTERS, _LETTERS) if len(word) >= SHORTEST_ANY else MISHEARD
    beside = {word[:i] + letter + word[i + 1 :] for i in range(1, len(word)) for letter in letters[word[i]]}
    used, common = frequencies(), set[str]()
    if len(word) >= SHORTEST_SLIP:  # "complet", "departmen": no ending that words take
        cut = [word + end for end in CUT_OFF if used.get(word + end, 0) >= FAMILIAR]
        cut += [word[:-1]] * (word[-1] == word[-2] and used.get(word[:-1], 0) >= FAMILIAR)
        if len(cut) == 1:
            return cut[0]
    if len(word) >= SHORTEST_EDIT:
        edits = moved | vowels
        common |= {w for w in edits & counts.keys() if counts[w] >= SURE and is_word(w)}
    if len(word) >= SHORTEST_SLIP:
        common |= {w for w in moved & used.keys() if used[w] >= (least if w in fuller else COMMON)}
        least = COMMON if len(word) >= SHORTEST_EDIT else FAMILIAR
        common |= {w for w in (vowels | beside) & used.keys() if used[w] >= least}
    elif len(word) >= SHORTEST_DOUBLED:
        undoubled = {word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1]}
        common |= {w for w in undoubled if used.get(w, 0) >= FAMILIAR}
        common |= {w for w in fuller & used.keys() if used[w] >= HEARD}
        common |= {w for i in range(1, len(word)) if used.get(w := word[:i] + word[i - 1] + word[i:], 0) >= COMMON}
    close = {w for w in common - {word} if plain(w) != plain(word) and not inflected(w, word)}
    own = {
        w
        for w in moved & counts.keys()
        if counts[w] and is_word(w) and plain(w) != plain(word) and not inflected(w, word)
    }
    if len(word) >= SHORTEST_EDIT and len(own) == 1:
        return own.pop()  # the site writes it right elsewhere
    if not close and counts.get(word) == 1 and len(word) < SHORTEST_ANY:
        replaced = {word[:i] + letter + word[i + 1 :] for i in range(1, len(word)) for letter in _LETTERS}
        least, enough = (COMMON, EVERYDAY) if len(word) <= SHORTEST_SLIP else (FAMILIAR, FAMILIAR)
        close = {w for w in moved | replaced if used.get(w, 0) >= least and plain(w) != plain(word)}
        close = close if any(used[w] >= enough and not inflected(w, word) for w in close) else set()
    best = sorted(close, key=lambda w: (-used.get(w, 0), w))
    others = [w for w in best[1:] if plain(w) != plain(best[0])]
    if not best or (others and used.get(best[0], 0) < CLEAR * used.get(others[0], 0)):
        sure = best and (not fuller.isdisjoint(best) or used.get(best[0], 0) >= FAMILIAR)
        return "" if sure and counts.get(word) and len(word) >= SHORTEST_SLIP else None
    return best[0]


@lru_cache(maxsize=1 << 10)
def is_open(word: str, meant: str) -> bool:
    """True where another common word lies within two letters of ``word``, so that ``meant`` is a guess.

    The other word begins with the same :data:`ALIKE` letters and ends in the same one, is a familiar one, and is used
    more than a tenth (:data:`CLEAR`) as often as ``meant``. A word on the list of common misspellings, or one that was
    two, is never open.
    """
    if word in listed() or " " in meant or not meant:
        return False
    if word[:-1] != meant and frequencies().get(word[:-1], 0) >= COMMON:
        return True  # a letter too many at the end is as near: "pumpw" is "pump" as much as "pumps"
    least = max(FAMILIAR, frequencies().get(meant, 0) // CLEAR)
    return any(
        frequencies()[other] >= least
        and other != meant
        and plain(other) != plain(meant)
        and not inflected(other, meant)
        and OSA.distance(word, other, score_cutoff=APART) <= APART
        for other in _familiar().get((word[:ALIKE], word[-1:]), ())
    )


ALIKE, APART = 3, 2
"""First letters that another word must share to be one that may have been meant, and how many letters it may differ."""


@cache
def _familiar() -> Mapping[tuple[str, str], Sequence[str]]:
    """The familiar words of the dictionary by their first ALIKE letters and their last."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, times in frequencies().items():
        if times >= FAMILIAR:
            found[word[:ALIKE], word[-1]].append(word)
    return found


CLEAR = 10
"""Factor by which the commonest of several words that may have been meant must lead the next."""

CUT_OFF = "etlnkhmpc"
"""Last letters without which a word is none: no ending that words take."""

SHORTEST_ANY = 10
"""Letters from which any other letter may stand for one of a word."""


_FIRST_JOINTS = frozenset("is of for are was were have has your our the with from and".split())
_LAST_JOINTS = frozenset("by for are was were have has your our the with from and".split())
_SHORT_JOINTS = frozenset({"of", "by"})
"""Words of the language that are run together with their neighbours; shorter ones begin or end too many rare words."""

SHORTEST_JOINED = 6
"""Letters of the word that a short one ("of", "by") must be joined to."""


def _parted(word: str) -> str:
    """The two words that were run together ("isused"): one of them a joint of the language, the other known."""
    for cut in range(2, len(word) - 1):
        one, other = word[:cut], word[cut:]
        if (one in _FIRST_JOINTS and _joined(one, other)) or (other in _LAST_JOINTS and _joined(other, one)):
            return f"{one} {other}"
    return ""


def _joined(joint: str, word: str) -> bool:
    """True where ``word`` is common enough to have been run together with a joint of the language."""
    least = SHORTEST_JOINED if joint in _SHORT_JOINTS else 4
    used = COMMON if len(word) >= SHORTEST_CAPITALISED else FAMILIAR
    return len(word) >= least and frequencies().get(word, 0) >= used
