"""Misspellings, by strong evidence only: better silent than wrong, for these words go before a chief executive.

A word is called misspelled when it is on the list of common misspellings (``data/lexicons/misspellings.toml``), or
when it is unknown, and turning two neighbouring letters round, adding, dropping or changing one gives a word that is
common and that the site itself uses. Known words are ``data/words.txt``, their inflections, and whatever the site
writes more than :data:`RARE` times: a product's name or a term of the trade is never a mistake. British and American
spellings of one word are the same word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from auditor import lexicon

RARE = 2
"""A word written more often than this on a site is meant to be written so."""

SURE = 3
"""Uses of the right word on the same site that make a one-letter difference evidence (a turn of letters needs none)."""

SHORTEST_TURN, SHORTEST_EDIT, SHORTEST_SLIP = 6, 8, 9
"""Letters a word must have to be suspected: of two letters turned round; of one letter more, less or other than a word
that the site uses; of one letter more or less than a common word that the site does not use."""

_LETTERS, _VOWELS = "abcdefghijklmnopqrstuvwxyz", "aeiou"
_SUFFIXES = (
    ("ies", "y"), ("ied", "y"), ("iest", "y"), ("ier", "y"), ("ily", "y"), ("iness", "y"), ("s", ""), ("es", ""), ("es", "e"),
    ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ings", ""), ("ings", "e"), ("er", ""), ("er", "e"),
    ("ers", ""), ("ers", "e"), ("or", ""), ("or", "e"), ("ors", ""), ("ors", "e"), ("est", ""), ("est", "e"), ("ly", ""),
    ("ly", "le"), ("ally", ""), ("ness", ""), ("less", ""), ("ful", ""), ("fully", ""), ("able", ""), ("able", "e"),
    ("ably", "able"), ("ment", ""), ("ments", ""), ("al", ""), ("ally", "al"), ("ity", "e"), ("ity", ""), ("ion", ""),
    ("ion", "e"), ("ions", "e"), ("ize", ""), ("ized", ""), ("ise", ""), ("ised", ""), ("y", ""), ("ish", ""), ("like", ""),
    ("ability", "able"), ("izes", "y"), ("ize", "y"), ("ized", "y"), ("izing", "y"), ("ises", "y"), ("ise", "y"), ("ised", "y"),
    ("oses", "osis"), ("izes", ""), ("izing", ""), ("ization", ""), ("ization", "e"), ("isation", "e"), ("ility", "le"),
    ("cy", "t"), ("cies", "t"), ("ous", ""), ("ously", ""), ("ic", ""), ("ical", ""), ("ics", ""), ("proof", ""), ("wise", ""), ("tight", ""), ("free", ""), ("hood", ""), ("ship", ""), ("some", ""),
)  # fmt: skip
_PREFIXES = (
    "un re non pre mis dis over under out up down sub super inter multi micro mini semi anti auto co de en em fore back side"
    " hand home work water fire self hydro electro thermo photo bio geo pneumo cyber tele mono poly nano ultra hyper infra"
    " intra extra trans counter cross eco air land sea sun snow rain wind wood stone steel iron glass paper"
).split()  # fmt: skip


@cache
def known_words() -> frozenset[str]:
    """The common words and names of ``data/words.txt``."""
    text = (resources.files("auditor") / "data" / "words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def listed() -> dict[str, str]:
    """Common misspelling -> the word that was meant."""
    return {
        term: meant.replace("_", " ") for meant, terms in lexicon.load("misspellings").groups.items() for term in terms
    }


def misspelled(counts: Mapping[str, int], titled: Mapping[str, int] | None = None) -> dict[str, str]:
    """The misspelled words among a site's words, each with what was meant. ``counts`` is uses per lower-case word.

    ``titled`` are words that stand only capitalised: names, mostly. One of them is misspelled only where the site
    itself writes the other word in lower case at least :data:`SURE` times.
    """
    found = {word: listed()[word] for word in counts if word in listed()}
    for word, count in sorted(counts.items()):
        if count <= RARE and len(word) >= SHORTEST_TURN and word not in found and word.isascii() and word.isalpha():
            meant = "" if is_word(word) else _parted(word) or _meant(word, counts)
            if meant:
                found[word] = meant
    for word, count in sorted((titled or {}).items()):
        if count == 1 and word not in counts and len(word) >= SHORTEST_EDIT and word.isascii() and not is_word(word):
            meant = _meant(word, counts)
            if counts.get(meant, 0) >= SURE:
                found[word] = meant
    return found


def is_word(word: str) -> bool:
    """True for a common word, its inflections, and compounds of two common words."""
    known = known_words()
    if word in known or plain(word) in known:
        return True
    for stem in _stems(word):
        if stem in known or plain(stem) in known or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known):
            return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and (rest in known or any(stem in known for stem in _stems(rest))):
            return True
    return any(
        word[:cut] in known and (word[cut:] in known or any(stem in known for stem in _stems(word[cut:])))
        for cut in range(4, len(word) - 3)
    )


def _stems(word: str) -> list[str]:
    return [word[: -len(old)] + new for old, new in _SUFFIXES if word.endswith(old) and len(word) - len(old) >= 3]


def plain(word: str) -> str:
    """One spelling for British and American forms of a word."""
    for british, american in _VARIANTS:
        word = british.sub(american, word)
    return word


_VARIANTS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"our", "or"), (r"ae|oe", "e"), (r"is(e[drs]?|ing|ation|ations|able)$", r"iz\1"), (r"ys(e[drs]?|ing)$", r"yz\1"),
        (r"([bcdgptv])re(s?)$", r"\1er\2"), (r"ll", "l"), (r"mme?(s?)$", r"m\1"), (r"ogue(s?)$", r"og\1"),
        (r"nce(s?)$", r"nse\1"), (r"ph", "f"), (r"eab", "ab"), (r"ageing", "aging"), (r"dgement", "dgment"),
        (r"yre(s?)$", r"ire\1"), (r"mould", "mold"), (r"grey", "gray"), (r"inium", "inum"), (r"ss(e[sd]|ing)$", r"s\1"),
        (r"tt(e[rd]|ing)", r"t\1"), (r"pp(e[rd]|ing)", r"p\1"), (r"ence", "ance"), (r"ent(s?|ly)$", r"ant\1"),
    )
)  # fmt: skip


def _meant(word: str, counts: Mapping[str, int]) -> str:
    """The common word that ``word`` was meant to be, or "" where the evidence is thin."""
    turned = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}
    near = {w for w in turned if w in known_words() and plain(w) != plain(word)}
    if len(near) == 1:
        return near.pop()
    if len(word) < SHORTEST_EDIT:
        return ""
    edits = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    edits |= {word[:i] + letter + word[i:] for i in range(1, len(word) + 1) for letter in _LETTERS}
    edits |= {
        word[:i] + letter + word[i + 1 :] for i in range(1, len(word)) if word[i] in _VOWELS for letter in _VOWELS
    }
    close = {w for w in edits - {word} if counts.get(w, 0) >= SURE and is_word(w) and plain(w) != plain(word)}
    if len(word) >= SHORTEST_SLIP:
        close |= {w for w in edits if w in known_words() and len(w) != len(word) and plain(w) != plain(word)}
    close = {w for w in close if not _inflected(w, word)}
    return close.pop() if len(close) == 1 else ""


_FIRST_JOINTS = frozenset("is are was have has your our the with from and".split())
_LAST_JOINTS = frozenset("are was have has your our the with from and".split())
"""Words of the language that are run together with their neighbours; shorter ones begin or end too many rare words."""


def _parted(word: str) -> str:
    """The two words that were run together ("isused"): one of them a joint of the language, the other known."""
    for cut in range(2, len(word) - 2):
        one, other = word[:cut], word[cut:]
        first = one in _FIRST_JOINTS and len(other) > 3 and other in known_words()
        if first or (other in _LAST_JOINTS and len(one) > 3 and one in known_words()):
            return f"{one} {other}"
    return ""


def _inflected(one: str, other: str) -> bool:
    """True where two words differ only by an ending or a beginning that words take."""
    short, long = sorted((one, other), key=len)
    return (
        long.startswith(short)
        or long.endswith(short)
        or bool(set(_stems(one)) & {other, *_stems(other)} or one in _stems(other))
    )
