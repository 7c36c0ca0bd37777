"""What the pages of a site hold in columns: less room in memory for what there is one of for every line, and few look at.

The nouns stay what they are (:mod:`auditor.model`): whoever asks one of them by its names is told what it was made with. A
site of 20,000 pages has two and a half million lines, and numbers and identities of their own would take as much room as
all else.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs

from auditor.model import Judgement, Label, Page, Unit

_ALL: Any = Judgement.__dict__["probabilities"]
_ONE: Any = Judgement.__dict__["probability"]
_PARTS = struct.Struct(f"{len(Label)}I")
_WHOLE = 10**6
_LABELS = tuple(Label)
_ROW = 256
"""Judgements whose probabilities are held together: to this number an integer takes no room of its own."""


def _probabilities(judgement: Judgement) -> tuple[float, ...]:
    held: tuple[float, ...] | bytes = _ALL.__get__(judgement)
    if type(held) is not bytes:
        return held  # type: ignore[return-value]  # a tuple, then
    return tuple([part / _WHOLE for part in _PARTS.unpack_from(held, _ONE.__get__(judgement) * _PARTS.size)])


def _probability(judgement: Judgement) -> float:
    if type(_ALL.__get__(judgement)) is bytes:
        return _probabilities(judgement)[_LABELS.index(judgement.label)]
    held: float = _ONE.__get__(judgement)
    return held


# A site holds a judgement for every unit, and its eight floats would be a third of all that a page takes: those of a page
# stand in a row, as whole numbers, and each judgement knows the row and its place in it.
type.__setattr__(Judgement, "probabilities", property(_probabilities, _ALL.__set__))
type.__setattr__(Judgement, "probability", property(_probability, _ONE.__set__))


def lean(judgements: Sequence[Judgement], why: Callable[[tuple[str, ...]], tuple[str, ...]]) -> list[Judgement]:
    """These judgements with their reasons as ``why`` gives them back, and their probabilities (of six digits, as the classifier
    gives them) in a tenth of the room.
    """
    told: list[Judgement] = []
    for start in range(0, len(judgements), _ROW):
        packed: list[tuple[Judgement, bytes]] = []
        for one in judgements[start : start + _ROW]:
            given = one.probabilities
            parts = [int(part * _WHOLE + 0.5) for part in given]
            exact = len(parts) == len(_LABELS) and tuple([part / _WHOLE for part in parts]) == given
            exact = exact and given[_LABELS.index(one.label)] == one.probability
            packed.append((one, _PARTS.pack(*parts) if exact else b""))
        row: Any = b"".join([bits for _, bits in packed])
        place = 0
        for one, bits in packed:
            told.append(Judgement(one.label, place, row, one.unsure, one.leading, why(one.why)) if bits else one)
            place += bool(bits)
    return told


class _Row:
    """The identities of a page's units, one after the other."""

    __slots__ = ("held",)

    def __init__(self, held: bytes) -> None:
        self.held = held


_ID: Any = Unit.__dict__["id"]
_BYTES = 6
"""Of an identity: two of its letters and digits are one."""


def _id(unit: Any) -> str:
    held: str | _Row = unit._identity
    if type(held) is str:
        return held
    start = unit.order * _BYTES
    return held.held[start : start + _BYTES].hex()  # type: ignore[union-attr]  # a row, then


type.__setattr__(Unit, "_identity", _ID)  # by this name it is got at in no time
type.__setattr__(Unit, "id", property(_id))


def keep_together(units: Sequence[Unit]) -> None:
    """Hold the identities of all units of one page in a row: as strings they take a tenth of the room of a page.

    Nobody sees it but who looks at the fields of a Struct past their names, as those do who write one down (:func:`alone`).
    Units whose identities are of another shape, and units out of their order, stay as they are.
    """
    names = [unit.id for unit in units]
    try:
        row = _Row(bytes.fromhex("".join(names)))
    except ValueError:
        return
    fit = row.held.hex() == "".join(names) and all(len(name) == 2 * _BYTES for name in names)
    if fit and all(unit.order == place for place, unit in enumerate(units)):
        for unit in units:
            _ID.__set__(unit, row)


def alone(unit: Unit) -> Unit:
    """The unit with an identity of its own, as it is written down."""
    return unit if type(_ID.__get__(unit)) is str else structs.replace(unit, id=unit.id)


_PRINT: Any = Page.__dict__["shingles"]


def _shingles(page: Page) -> tuple[int, ...]:
    held: tuple[int, ...] | bytes = _PRINT.__get__(page)
    return struct.unpack(f"{len(held) // 8}Q", held) if type(held) is bytes else held  # type: ignore[return-value]


def _set_shingles(page: Page, given: tuple[int, ...]) -> None:
    fit = all(0 <= one < 1 << 64 for one in given)
    _PRINT.__set__(page, struct.pack(f"{len(given)}Q", *given) if fit else given)


# as numbers in a tuple they would take two and a half kilobytes of each page
type.__setattr__(Page, "shingles", property(_shingles, _set_shingles))
