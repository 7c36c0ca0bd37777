"""N-gram features of an item as hashed indices: numpy and the standard library only.

Every feature is a string hashed with CRC-32 into one of ``rows`` rows; features of one block are weighed by the
block's weight over the root of their number. Training and use share these functions. The hashes of a word are kept,
and a pair's hash goes on from its first word's: building and encoding the strings was most of the time of a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
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


def text_features(text: str) -> tuple[list[int], list[int]]:
    """Word features (one and two words) and character features (3 to 5 within a word) of the unit, each once."""
    grams: dict[int, None] = {}
    pairs: dict[int, None] = {}
    chars: dict[int, None] = {}
    last = _BEGINNING
    for word in words_of(text):
        single, follows, characters = _word(word)
        grams[single] = None
        pairs[_crc(follows, last)] = None
        chars.update(dict.fromkeys(characters))
        last = single
    pairs[_crc(b" >", last)] = None
    return [*(grams | pairs)], [*chars]


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
    if digits := sum(map(str.isdigit, text)):
        found.append("digit")
        found.append(f"digits {min(4, digits // 3)}")
    if _UNIT.search(text):
        found.append("unit")
    if text.isupper():
        found.append("upper")
    if lower & _FIRST_PERSON:
        found.append("first person")
    if lower & _SECOND_PERSON:
        found.append("second person")
    return found


def own_features(text: str, role: str) -> tuple[list[int], list[int], list[int]]:
    """The hashes of a unit's own features: words, characters, shape."""
    shape = dict.fromkeys(_crc(name.encode()) for name in shape_features(text, role))
    return *text_features(text), [*shape]


def context_features(mark: str, text: str) -> list[int]:
    """The hashes of the words of one context; ``mark`` is the block's letter."""
    begun = _crc(f"{mark} ".encode())
    return [*dict.fromkeys(_crc(word.encode(), begun) for word in words_of(text))]


def blocks_of(item: Item) -> Iterator[list[int]]:
    """The hashed features of an item, each once, block by block in the order of :data:`BLOCKS`."""
    text, before, heading, page = view(item)
    yield from own_features(text, item.role)
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
