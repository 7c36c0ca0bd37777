"""Misprints that need several lines of a site to be seen: marks that became letters, and slips in words of capitals.

Pure functions of texts; what each is worth is said in :mod:`auditor.audits.visible_errors`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor import spelling
from auditor.inflections import inflected, plain

SEVERAL = 2
"""Different phrases between the same two letters from which these stand for marks: one may be a name."""

REACH = 5
"""Words over which such a phrase may run."""

SHORTEST = 6
"""Letters of a word in capitals that is held against another: shorter ones are short forms."""

AGAIN = 2
"""Lines that write the other word."""

_OPENED = re.compile(r"(?<![\w'’-])[A-Z][a-z](?=[A-Z\da-z][\w-]*)")
_BARE = re.compile(r"[\w-]+")


def framed(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Phrases between two letters that stand for marks of quotation: text, words, "".

    A conversion makes “dry” "Qxdryqx". The first word with the letters is none, and is one without; so is the
    last; and the same two letters stand around :data:`SEVERAL` different phrases of the site.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for text in dict.fromkeys(texts):
        for match in _OPENED.finditer(text):
            pair = match[0]
            if pair.lower() not in text[match.end() :]:
                continue
            tokens = list(_BARE.finditer(text, match.start()))[:REACH]
            if _is_word(tokens[0][0]) or not _is_word(tokens[0][0][2:].removesuffix(pair.lower())):
                continue
            for last in tokens:
                whole = last[0]
                if whole.endswith(pair.lower()) and not _is_word(whole) and _is_word(whole[:-2].removeprefix(pair)):
                    words = text[match.start() : last.end()]
                    found[pair].setdefault(words.casefold(), "")
                    found[pair][words.casefold()] = text
                    break
    for phrases in found.values():
        if len(phrases) >= SEVERAL:
            for words, text in phrases.items():
                start = text.casefold().index(words)
                yield text, text[start : start + len(words)], ""


def _is_word(text: str) -> bool:
    """Whether a word or its parts are of the language; a number and a short form in capitals count as such."""
    parts = [part for part in text.split("-") if part]
    return bool(parts) and all(
        part.isdigit() or (part.isupper() and len(part) > 1) or (len(part) > 1 and spelling.is_word(part.casefold()))
        for part in parts
    )


def capitals(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words in capitals, each with the known word that the site writes with one letter more, less or turned.

    The first and last letters are the same, the slip stands in few lines and the other word in more.
    """
    lines: dict[str, set[str]] = defaultdict(set)
    shouted: set[str] = set()
    for text in dict.fromkeys(texts):
        for word in spelling.words(text):
            lines[word.casefold()].add(text)
            if word.isupper() and SHORTEST <= len(word) <= spelling.LONGEST:
                shouted.add(word.casefold())
    found = {}
    for word in sorted(shouted):
        if len(lines[word]) > spelling.RARE or spelling.is_form(word):
            continue
        near = [
            other
            for other in (spelling.turned(word) | spelling.resized(word)) & lines.keys()
            if other[0] == word[0] and other[-1] == word[-1] and len(lines[other]) >= AGAIN
            if spelling.is_word(other) and plain(other) != plain(word) and not inflected(word, other)
        ]
        if len(near) == 1:
            found[word] = near[0]
    return found
