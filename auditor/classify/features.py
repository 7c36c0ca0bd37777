"""N-gram features of an item as hashed indices: numpy and the standard library only.

Every feature is a string hashed with CRC-32 into one of ``rows`` rows; features of one block are weighed by the
block's weight over the root of their number. Training and use share this function.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from auditor.classify.inputs import view
from auditor.model import Item

ROWS = 1 << 18
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
_FIRST_PERSON = frozenset("we our us ours i my we're we've we'll i'm".split())
_SECOND_PERSON = frozenset("you your yours you're you've you'll".split())


def words_of(text: str) -> list[str]:
    """Lower-case words, numbers as ``0`` and punctuation marks, in order."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]


def text_features(text: str) -> tuple[list[str], list[str]]:
    """Word features (one and two words) and character features (3 to 5 within a word) of the unit itself."""
    words = words_of(text)
    framed = ["<", *words, ">"]
    grams = [f"w {word}" for word in words]
    grams += [f"w {a} {b}" for a, b in pairwise(framed)]
    chars: list[str] = []
    for word in words:
        if len(word) > 2:
            padded = f" {word} "
            for size in (3, 4, 5):
                chars += [f"c {padded[k : k + size]}" for k in range(len(padded) - size + 1)]
    return grams, chars


def shape_features(text: str, role: str) -> list[str]:
    """What is visible without reading: length, ending, capitals, digits, units, persons, role."""
    words = text.split()
    count = len(words)
    length = min(count, 3) if count < 4 else 4 if count < 7 else 5 if count < 12 else 6 if count < 22 else 7
    end = text[-1] if text and not text[-1].isalnum() else "a"
    lower = {word.strip(".,!?:;").lower().replace("’", "'") for word in words}
    capitals = sum(word[:1].isupper() for word in words) / max(1, count)
    found = [f"length {length}", f"end {end}", f"role {role}", f"role {role} {length}", f"length {length} {end}"]
    found.append(f"capitals {round(capitals * 3)}")
    if any(character.isdigit() for character in text):
        found.append("digit")
        found.append(f"digits {min(4, sum(character.isdigit() for character in text) // 3)}")
    if _UNIT.search(text):
        found.append("unit")
    if text.isupper():
        found.append("upper")
    if lower & _FIRST_PERSON:
        found.append("first person")
    if lower & _SECOND_PERSON:
        found.append("second person")
    return found


def blocks_of(item: Item) -> Iterator[list[str]]:
    """The feature strings of an item, block by block in the order of :data:`BLOCKS`."""
    text, before, heading, page = view(item)
    grams, chars = text_features(text)
    yield grams
    yield chars
    yield shape_features(text, item.role)
    yield [f"b {word}" for word in words_of(before)]
    yield [f"h {word}" for word in words_of(heading)]
    yield [f"p {word}" for word in words_of(page)]


def hashed(item: Item, rows: int = ROWS) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Row indices and weights of an item's features."""
    indices: list[int] = []
    weights: list[float] = []
    mask = rows - 1
    crc = zlib.crc32
    for (_, block_weight), names in zip(BLOCKS, blocks_of(item), strict=True):
        unique = dict.fromkeys(names)
        if unique:
            indices += [crc(name.encode()) & mask for name in unique]
            weights += [block_weight / len(unique) ** 0.5] * len(unique)
    return np.array(indices, dtype=np.int64), np.array(weights, dtype=np.float32)
