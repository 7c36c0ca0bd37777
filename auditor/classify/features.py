"""N-gram features of an item as hashed indices: numpy and the standard library only.

Every feature is a string hashed with CRC-32 into one of ``rows`` rows; features of one block are weighed by the
block's weight over the root of their number. Training and use share these functions. The hashes of a word are kept,
and a pair's hash goes on from its first word's: building and encoding the strings was most of the time of a label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple
from zlib import crc32 as _crc

import numpy as np
import numpy.typing as npt

from auditor.classify.inputs import view
from auditor.model import Item

ROWS = 1 << 18
KNOWN_WORDS = 1 << 14
"""Words whose hashes are kept (a few hundred bytes each)."""
BLOCKS: tuple[tuple[str, float], ...] = (
    ("word", 1.0),
    ("char", 1.0),
    ("shape", 0.7),
    ("before", 0.35),
    ("heading", 0.45),
    ("page", 0.5),
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_UNIT = re.compile(
    r"\d\s?(?:mm|cm|m|km|kg|g|lb|lbs|in|ft|v|w|kw|kwh|hz|mhz|ghz|gb|tb|mb|psi|bar|°c|°f|rpm|ml|l|a|ah|nm|µm|microns?)\b",
    re.IGNORECASE,
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FIRST_PERSON = frozenset("we our us ours i my we're we've we'll i'm".split())
_SECOND_PERSON = frozenset("you your yours you're you've you'll".split())


def words_of(text: str) -> list[str]:
    """Lower-case words, numbers as ``0`` and punctuation marks, in order."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]


@lru_cache(maxsize=KNOWN_WORDS)
def _word(word: str) -> tuple[int, bytes, tuple[int, ...]]:
    """Of one word: the hash of its own feature, what follows another word's hash for the pair, its characters'."""
    chars: dict[int, None] = {}
    if len(word) > 2:
        padded = f" {word} "
        for size in (3, 4, 5):
            for k in range(len(padded) - size + 1):
                chars[_crc(f"c {padded[k : k + size]}".encode())] = None
    encoded = word.encode()
    return _crc(b"w " + encoded), b" " + encoded, tuple(chars)


def forget() -> None:
    """Let go of the words whose hashes are kept."""
    _word.cache_clear()


_BEGINNING = _crc(b"w <")


def text_features(text: str) -> tuple[set[int], set[int]]:
    """Word features (one and two words) and character features (3 to 5 within a word) of the unit, each once."""
    grams: set[int] = set()
    chars: set[int] = set()
    last = _BEGINNING
    for word in words_of(text):
        single, follows, characters = _word(word)
        grams.add(single)
        grams.add(_crc(follows, last))
        chars.update(characters)
        last = single
    grams.add(_crc(b" >", last))
    return grams, chars


class Shape(NamedTuple):
    """What is visible of a unit without reading; few of them are different."""

    role: str
    length: int
    """In steps, 0 to 7."""
    end: str
    """The last character where it is no letter or digit, else "a"."""
    capitals: int
    """The share of words that begin with one, in thirds."""
    digits: int
    """In steps, 0 to 4; -1 where there is none."""
    unit: bool
    upper: bool
    first_person: bool
    second_person: bool


def shape_of(text: str, role: str) -> Shape:
    """Length, ending, capitals, digits, units, persons, role."""
    words = text.split()
    count = len(words)
    length = min(count, 3) if count < 4 else 4 if count < 7 else 5 if count < 12 else 6 if count < 22 else 7
    end = text[-1] if text and not text[-1].isalnum() else "a"
    lower = set(map(str.strip, text.lower().replace("’", "'").split(), repeat(".,!?:;")))
    capitals = sum([word[0].isupper() for word in words]) / max(1, count)
    plain = text.encode("ascii", "ignore")
    digits = len(plain) - len(plain.translate(None, b"0123456789"))
    if len(plain) < len(text):
        digits += sum(map(str.isdigit, _BEYOND_ASCII.findall(text)))
    return Shape(
        role,
        length,
        end,
        round(capitals * 3),
        min(4, digits // 3) if digits else -1,
        bool(digits) and _UNIT.search(text) is not None,
        text.isupper(),
        not lower.isdisjoint(_FIRST_PERSON),
        not lower.isdisjoint(_SECOND_PERSON),
    )


def shape_hashes(shape: Shape) -> tuple[int, ...]:
    """The hashes of a shape's features, each once."""
    role, length, end = shape.role, shape.length, shape.end
    found = [f"length {length}", f"end {end}", f"role {role}", f"role {role} {length}", f"length {length} {end}"]
    found.append(f"capitals {shape.capitals}")
    if shape.digits >= 0:
        found += ["digit", f"digits {shape.digits}"]
    found += [
        name
        for name, holds in (
            ("unit", shape.unit),
            ("upper", shape.upper),
            ("first person", shape.first_person),
            ("second person", shape.second_person),
        )
        if holds
    ]
    return tuple(dict.fromkeys(_crc(name.encode()) for name in found))


def context_features(mark: str, text: str) -> set[int]:
    """The hashes of the words of one context; ``mark`` is the block's letter."""
    begun = _crc(f"{mark} ".encode())
    return {_crc(word.encode(), begun) for word in words_of(text)}


def blocks_of(item: Item) -> Iterator[Collection[int]]:
    """The hashed features of an item, each once, block by block in the order of :data:`BLOCKS`."""
    text, before, heading, page = view(item)
    yield from text_features(text)
    yield shape_hashes(shape_of(text, item.role))
    yield context_features("b", before)
    yield context_features("h", heading)
    yield context_features("p", page)


def hashed(item: Item, rows: int = ROWS) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Row indices and weights of an item's features."""
    indices: list[int] = []
    weights: list[float] = []
    for (_, block_weight), hashes in zip(BLOCKS, blocks_of(item), strict=True):
        indices += hashes
        weights += [block_weight / max(1, len(hashes)) ** 0.5] * len(hashes)
    return np.array(indices, dtype=np.int64) & (rows - 1), np.array(weights, dtype=np.float32)
