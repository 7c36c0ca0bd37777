"""What names look like in writing: the forms of one name, and what in a line is written like a name.

Strings only; whose names they are is for :mod:`auditor.entities` to tell. Every expression here runs in linear time: what
is searched was written by strangers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

LONGEST = 80
"""Characters of a name; more is a sentence."""

_UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĘĚĞĢĪĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_WORD = rf"(?:[{_UPPER}][\w'’.+-]*|[a-z]{{1,2}}[{_UPPER}]\w+|\d+[A-Za-z][\w-]*)"
_JOINT = r"(?: (?:&|of|de|del|da|van|von|der|la|le|du) (?:the |la |der )?| )"
_PHRASE = re.compile(rf"(?<![\w@/.#$-]){_WORD}(?:{_JOINT}(?:{_WORD}|\d[\d.]*\+?(?![\w%])))*")
FIRM = r"(?:Inc|Incorporated|LLC|LLP|PLLC|Ltd|LTD|Limited|Corp|Corporation|GmbH|PLC|Plc|plc)"
"""The legal forms that tell a firm wherever they stand, as they are written."""
_LEGAL = re.compile(
    rf"(?:\s*,\s*|\s+)(?:{FIRM}|l\.l\.c|co|company|pty|pte|cic|s\.a"
    r"|s\.r\.l|b\.v|e\.v|(?-i:AB|AG|SA|PA|PC|BV|NV|OY|LP|SE))\.?$",
    re.I,
)
_DOMAIN = re.compile(r"\.(?:com|io|ai|net|org|app|dev|co(?:\.uk)?|uk|de|eu|us)$", re.I)
_THE = re.compile(r"^the\s+", re.I)
_AND = re.compile(r"\s+(?:&|\+|and)\s+", re.I)
_SIGN = re.compile(r"[\W_]+")
_BARE = re.compile(r"[^\W_]+")
_PART = re.compile(rf"[{_UPPER}][^\W{_UPPER}_]*|\d+|[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset("and of for the in at on de la van von der & +".split())


def short(name: str) -> str:
    """The name without its legal form: "Hill & Dale Pumps, Inc." is called "Hill & Dale Pumps"."""
    name = " ".join(name[: 2 * LONGEST].split()).strip(" ,|–—-")
    for _ in range(3):  # "Pty Ltd"
        bare = _LEGAL.sub("", name)
        if bare == name or len(bare) < 3:
            break
        name = bare.strip(" ,")
    return name


def key(name: str) -> str:
    """What the forms of one name have in common: its letters and figures, legal form and leading article left out."""
    return _SIGN.sub("", _AND.sub(" and ", _THE.sub("", short(name))).casefold())


def forms(name: str) -> tuple[str, ...]:
    """The ways in which a company's name is written in its own copy, the given one first, the longest of the rest next.

    Without the legal form, the article and the ending of a domain; with "&" for "and" and the other way round.
    """
    name = " ".join(name[: 2 * LONGEST].split())
    found = {name, short(name), _THE.sub("", short(name)), name.rstrip(" .")}
    found |= {_DOMAIN.sub("", form) for form in found}
    found |= {_AND.sub(by, form) for form in found for by in (" & ", " and ") if _AND.search(form)}
    kept = [form for form in found if len(form) > 1 and (len(form) > 3 or form == name or form.isupper())]
    return tuple(sorted(kept, key=lambda form: (form != name, -len(form), form)))


@lru_cache(maxsize=1 << 12)
def bare_words(text: str) -> str:
    """The words of a text alone, in small letters: "About-us!" and "about us" are one."""
    return " ".join(_BARE.findall(text.casefold()))


def initials(name: str) -> tuple[str, ...]:
    """The short forms that a name's initials give, of three letters or more: "Hill Farm Pumps" is "HFP"."""
    words = [part for word in re.findall(r"[^\W_]+", short(name)) for part in _PART.findall(word)]
    every = "".join(word[0].upper() for word in words)
    main = "".join(word[0].upper() for word in words if word.casefold() not in _SMALL)
    return tuple(dict.fromkeys(found for found in (main, every) if 3 <= len(found) <= 6 and found.isalpha()))


def unplaced(name: str, lines: Collection[str]) -> str:
    """A name without the places behind its commas ("Hill Garage, Penbey, Harle"), where more lines call it so than with them; else ""."""
    bare = name.partition(",")[0].strip()
    if bare == name or " " not in bare or short(name) != name:
        return ""
    plain = [line.replace("’", "'") for line in lines]
    with_places = sum(name.replace("’", "'") in line for line in plain)
    return bare if sum(bare.replace("’", "'") in line for line in plain) > 2 * with_places else ""


def pattern(names: Iterable[str], exact: Collection[str] = ()) -> re.Pattern[str]:
    """Matches any of these names as whole words, longest first; never matches where there is none.

    In any case of letters, but for names in ``exact``: a short form ("CARE") or a plain word of the language ("Compass").
    A plain word counts as a name with its capital or in capitals only.
    """
    ordered = sorted({name for name in names if len(name) > 1}, key=lambda name: (-len(name), name))
    if not ordered:
        return re.compile(r"(?!)")
    shapes = []
    for name in ordered:
        shape = _shape(name)
        shapes.append(f"(?-i:{shape}|{_shape(name.upper())})" if name in exact else shape)
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)", re.I)


def _shape(name: str) -> str:
    return re.sub(r"['’]", "['’]", re.sub(r"(?:\\\s)+", r"\\s+", re.escape(name)))


def phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where a line is written like a name: runs of words with a capital, and what joins them."""
    for match in _PHRASE.finditer(text):
        end = match.end()
        while text[end - 1] in ".,'’-" and not text[match.start() : end].endswith(("Co.", "Inc.", "Bros.", "Jr.")):
            if end - match.start() > 2 and text[end - 3] in " ." and text[end - 1] == ".":
                break  # an initial: "Ann B."
            end -= 1
        if text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        if end - match.start() > 1:
            yield match.start(), end


def owner(word: str) -> str:
    """A word without its possessive ending."""
    return _POSSESSIVE.sub("", word)


LEAD = frozenset(
    """the a an our your my his her their its this that these those with at in for from to of on by as and but or if how why what when where who which we you i it
    he she they is are was all no not get see read about contact call welcome join visit use using choose new more every each both one two three meet ask
    whether while since after before because then than so also only just even still once until during under over between here there now today like via
    into your yours ours let make start learn find discover explore try view shop buy book order request download check can do does did will would should may might must has have had be been
    named called voted dear hello hi hey thanks thank please yes""".split()
)
"""Words with which sentences and headings begin, and no name does."""


_KIND = re.compile(
    r"\b(?:[A-Z][\w&]*(?: (?:& |and )?))+(?:\d+ )?(?:companies|firms|clubs|underwriters|trusts|majors|funds|insurers|organi[sz]ations"
    r"|businesses|corporations|enterprises|agencies|carriers|clients|customers)\b|\b(?:Fortune|FTSE|Inc\.?) \d[\d,]*\b"
)
"""Capitals that name a kind of customer and nobody: "P&I clubs", "Fortune 100 companies"."""


def without_kinds(text: str) -> str:
    """The text without the capitals that name a kind of customer: "clubs" of "P&I clubs" goes with them."""
    return _KIND.sub(" ", text) if any(sign.isupper() for sign in text) else text


_AROUND = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|sir|capt|rev)s?\.? +|^(?:love|(?:(?:kind|best) )?(?:regards|wishes)|from)(?:[ ,]+|$)"
    r"|(?:\s*(?:\b[xX]+\b|[^\w\s.)’']+))+$",
    re.I,
)


def signed(text: str) -> str:
    """The name in a signature, without title, greeting, kisses and signs: "Love Jo Ray x x" is Jo Ray; "" where there is none."""
    return _AROUND.sub("", _AROUND.sub("", text)).strip()
