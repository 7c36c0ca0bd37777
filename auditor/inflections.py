"""Forms of an English word, by its letters alone: what it may be inflected from, one spelling for both sides of the ocean.

And what a slip of the hand makes of it. Pure functions of words in small letters. What is a word at all is known to :mod:`auditor.spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SUFFIXES = (
    ("ies", "y"), ("ied", "y"), ("iest", "y"), ("ier", "y"), ("ily", "y"), ("iness", "y"), ("s", ""), ("es", ""), ("es", "e"),
    ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ings", ""), ("ings", "e"), ("er", ""), ("er", "e"),
    ("ers", ""), ("ers", "e"), ("or", ""), ("or", "e"), ("ors", ""), ("ors", "e"), ("est", ""), ("est", "e"), ("ly", ""),
    ("ly", "le"), ("ally", ""), ("ness", ""), ("less", ""), ("ful", ""), ("fully", ""), ("able", ""), ("able", "e"),
    ("ably", "able"), ("ment", ""), ("ments", ""), ("al", ""), ("ally", "al"), ("ity", "e"), ("ity", ""), ("ion", ""),
    ("ion", "e"), ("ions", "e"), ("ize", ""), ("ized", ""), ("ise", ""), ("ised", ""), ("y", ""), ("ish", ""), ("like", ""),
    ("ability", "able"), ("izes", "y"), ("ize", "y"), ("ized", "y"), ("izing", "y"), ("ises", "y"), ("ise", "y"), ("ised", "y"),
    ("oses", "osis"), ("izes", ""), ("izing", ""), ("ization", ""), ("ization", "e"), ("isation", "e"), ("ility", "le"),
    ("cy", "t"), ("cies", "t"), ("ous", ""), ("ously", ""), ("ic", ""), ("ical", ""), ("ation", "e"), ("ations", "e"), ("ics", ""), ("proof", ""), ("wise", ""), ("tight", ""), ("free", ""), ("hood", ""), ("ship", ""), ("some", ""),
)  # fmt: skip


def stems(word: str) -> list[str]:
    """What a word may be a form of: itself without each ending that it has."""
    return [word[: -len(old)] + new for old, new in _SUFFIXES if word.endswith(old) and len(word) - len(old) >= 3]


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """One spelling for British and American forms of a word."""
    for british, american in _VARIANTS:
        word = british.sub(american, word)
    return word


_VARIANTS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"our", "or"), (r"ae|oe", "e"), (r"is(e[drs]?|ing|ation|ations|able)$", r"iz\1"), (r"ys(e[drs]?|ing)$", r"yz\1"),
        (r"([bcdgptv])re(s?)$", r"\1er\2"),
        (r"(?<=[aeiou])ll(?=(?:e[drn]|ing|ers|ors?|ous(?:ly)?|ment|ments|fully?|ery|ist|ists|est|s)?$)", "l"), (r"(?<=i)lls(?=fu)", "ls"), (r"mme?(s?)$", r"m\1"), (r"ogue(s?)$", r"og\1"),
        (r"nce(s?)$", r"nse\1"), (r"ph", "f"), (r"eab", "ab"), (r"ageing", "aging"), (r"dgement", "dgment"),
        (r"yre(s?)$", r"ire\1"), (r"mould", "mold"), (r"grey", "gray"), (r"inium", "inum"), (r"(?<=[ou][cs])uss(e[sd]|ing)$", r"us\1"), (r"(?<=bia)ss(ed|es|ing)$", r"s\1"),
        (r"(?<=[ei])tt(e[rd]|ing)$", r"t\1"), (r"(?<=[ia])pp(e[rd]|ing)$", r"p\1"), (r"ence", "ance"), (r"(?<!m)ent(s?|ly)$", r"ant\1"),
    )
)  # fmt: skip


def regular(word: str) -> Iterator[str]:
    """What a word would be if its ending were put on as endings are: "countries" for "countrys", "making" for "makeing".

    A letter that is doubled and need not be, or the other way round, an e kept or dropped, a y left before -es and -ness, an l of -ally
    and the e of -ed left out, -es for -s and -s for -es, and an s ahead of -ship. Whether any of these is a word is known elsewhere.
    """
    if not _MAY_DOUBLE.search(word):
        yield from (word[: match.start()] + word[match.start() + 1 :] for match in _DOUBLED.finditer(word))
    for pattern, right in _REGULAR:
        if pattern.search(word):
            yield pattern.sub(right, word)


_DOUBLED = re.compile(r"(?<=[a-z]{2})(?:([^aeiou])(?=\1)|e(?=e[ds]$))")
_MAY_DOUBLE = re.compile(r"^[^aeiou]*[aeiou]([bdgmnprt])\1(?:e[rd]s?|ing|y)$|[a-z](?<!s)(?:less|ness)$")
_REGULAR = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (r"(?<=[bcdfklmnprstvz])eing$", "ing"), (r"(?<=[bcdfghklmnprstvz])ys$", "ies"), (r"(?<=[bcdfghklmnprstvz])yed$", "ied"),
        (r"(?<=[bcdfghklmnprstvz])y(ness|ful|fully|est|er)$", r"i\1"), (r"(?<=[aiu])ly$", "lly"), (r"(?<=[a-z]{3}[bcdfghklmnprstvwxz])d$", "ed"),
        (r"(?<=[bdfklmnprt])es$", "s"), (r"(ch|sh|x|ss|zz)s$", r"\1es"), (r"(?<=[a-z]{7})y$", "ly"), (r"(?<=[a-z]{3})aion(s?)$", r"ation\1"),
        (r"(?<=[bcdfgklmnprstvz][aeiou])([bdgmnprt])(ed|ing)$", r"\1\1\2"), (r"sship(s?)$", r"ship\1"),
    )
)  # fmt: skip


def inflected(one: str, other: str) -> bool:
    """True where two words differ only by an ending or a beginning that words take."""
    short, long = sorted((one, other), key=len)
    return (
        long.startswith(short)
        or long.endswith(short)
        or bool(set(stems(one)) & {other, *stems(other)} or one in stems(other))
    )


_KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol", "a": "qsz", "s": "adwx",
    "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jlim", "l": "kop", "z": "axs", "x": "zcsd", "c": "xvdf", "v": "cbfg",
    "b": "vngh", "n": "bmhj", "m": "njk",
}  # fmt: skip
"""Keys beside each other on an English keyboard."""

_ALIKE = {
    "s": "cz", "c": "sk", "z": "s", "m": "n", "n": "m", "d": "t", "t": "d", "b": "p", "p": "b", "v": "fw", "f": "v", "g": "j", "j": "g", "k": "c",
    "l": "r", "r": "l", "w": "v", "y": "i", "i": "y",
}  # fmt: skip
"""Letters that sound alike."""

MISHEARD = {letter: _KEYS[letter] + _ALIKE.get(letter, "") for letter in _KEYS}
"""What may stand for a letter: its neighbours on the keyboard, and what sounds like it."""


def mistyped(word: str) -> set[str]:
    """The word with a vowel for a vowel amid it, or with a letter for one that lies beside it or sounds like it."""
    places = range(1, len(word) - 1)
    letters = [MISHEARD[word[i]] + "aeiou" * (word[i] in "aeiou") for i in places]
    return {word[:i] + letter + word[i + 1 :] for i, those in zip(places, letters, strict=True) for letter in those}


def cased(meant: str, word: str) -> str:
    """What was meant with the capitals of the word as it stands."""
    return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant
