"""What the pages of a site hold in columns: less room in memory for what there is one of for every line, and few look at.

The nouns stay what they are (:mod:`auditor.model`): whoever asks one of them by its names is told what it was made with. A
site of 20,000 pages has two and a half million lines, and numbers and identities of their own would take as much room as
all else.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from msgspec import structs

from auditor.model import Copy, Judgement, Label, Page, Unit

_ALL: Any = Judgement.__dict__["probabilities"]
_ONE: Any = Judgement.__dict__["probability"]
_PARTS = struct.Struct(f"{len(Label)}I")
_WHOLE = 10**6
_LABELS = tuple(Label)
_NONE = b"\0" * _PARTS.size


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


# the eight floats of a judgement would take twice the room of all else that it says: where it stands in a row, it knows the
# row and its place in it
type.__setattr__(Judgement, "probabilities", property(_probabilities, _ALL.__set__))
type.__setattr__(Judgement, "probability", property(_probability, _ONE.__set__))


class Judged(Sequence[Judgement]):
    """The judgements of a page's units, in order, in a tenth of the room.

    What is said of a line but for its probabilities is said of many on a site, and is one for all of them; the probabilities of
    a page stand in a row, as whole numbers. Whoever asks for a judgement is given one with its own.
    """

    __slots__ = ("odds", "said")

    def __init__(self, units: Sequence[Unit], judgements: Sequence[Judgement], known: dict[Any, Any]) -> None:
        """``known`` holds what is said of any line of the site: it is looked up there, and put there where it is new."""
        same = known.setdefault
        said: list[Judgement] = []
        rows: list[bytes] = []
        first = len(units)
        for place, (unit, one) in enumerate(zip(units, judgements, strict=True)):
            row = _packed(one) if unit.region.is_copy else b""  # menus and footers say the same on every page
            if not row:
                said.append(same(one, one))
                continue
            first = min(first, place)
            rows += [_NONE] * (place - first - len(rows))
            rows.append(row)
            key = one.label, one.unsure, one.leading, one.why
            found = known.get(key)
            if found is None:
                why = tuple([same(word, word) for word in one.why])
                found = same(key, Judgement(one.label, _APART, _APART, one.unsure, one.leading, why))
            said.append(found)
        self.said = tuple(said)
        self.odds = _Odds(first, b"".join(rows))

    def __len__(self) -> int:
        return len(self.said)

    def __getitem__(self, place: Any) -> Any:
        """A judgement, or several in a list."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return self.odds.whole(self.said[place], place % len(self))

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


def _packed(judgement: Judgement) -> bytes:
    """The probabilities of a judgement as whole numbers; b"" where they have more digits than the classifier gives."""
    given = judgement.probabilities
    parts = [int(part * _WHOLE + 0.5) for part in given]
    exact = len(parts) == len(_LABELS) and tuple([part / _WHOLE for part in parts]) == given
    return _PARTS.pack(*parts) if exact and given[_LABELS.index(judgement.label)] == judgement.probability else b""


class _Odds:
    """The probabilities of a page's lines, from the ``first`` one that has its own on."""

    __slots__ = ("first", "rows")

    def __init__(self, first: int, rows: bytes) -> None:
        self.first = first
        self.rows = rows

    def whole(self, said: Judgement, place: int) -> Judgement:
        """What is said of the line at this place, as a judgement of its own."""
        if _ALL.__get__(said) is not None:
            return said
        row: Any = self.rows
        return Judgement(said.label, place - self.first, row, said.unsure, said.leading, said.why)


_APART: Any = None
"""The probability and probabilities of what is said of many lines: each has its own."""

_SAID: Any = Copy.__dict__["judgement"]


def _judgement(copy: Copy) -> Judgement:
    said: Judgement = _SAID.__get__(copy)
    if _ALL.__get__(said) is not None:
        return said
    whole: Judgement = _ID.__get__(copy.unit).odds.whole(said, copy.unit.order)
    return whole


def _equal(copy: Copy, other: object) -> Any:
    if not isinstance(other, Copy):
        return NotImplemented
    return all(getattr(copy, field) == getattr(other, field) for field in Copy.__struct_fields__)


type.__setattr__(Copy, "__eq__", _equal)
type.__setattr__(Copy, "__hash__", lambda copy: hash(copy.unit))
# read where it stands, without the probabilities: few ask for those
type.__setattr__(Copy, "_said", _SAID)
type.__setattr__(Copy, "judgement", property(_judgement))
type.__setattr__(Copy, "label", property(lambda copy: copy._said.label, doc=Copy.label.__doc__))
type.__setattr__(Copy, "sure", property(lambda copy: not copy._said.unsure, doc=Copy.sure.__doc__))


def said_of(units: Sequence[Unit], judgements: Sequence[Judgement]) -> Sequence[Judgement]:
    """What a :class:`Copy` of each of these units of a page is made with: it takes the least room where they are held together.

    It is for nothing else: what comes back may have no probabilities.
    """
    row: Any = _ID.__get__(units[0]) if units else ""
    if type(row) is str or not isinstance(judgements, Judged):
        return judgements
    row.odds = judgements.odds
    return judgements.said


def on_its_own(copy: Copy) -> Copy:
    """The line with a unit and a judgement of its own, as it is written down."""
    return structs.replace(copy, unit=alone(copy.unit), judgement=copy.judgement)


class _Row:
    """The identities of a page's units, one after the other, and what is said of them."""

    __slots__ = ("held", "odds")

    def __init__(self, held: bytes) -> None:
        self.held = held
        self.odds: _Odds | None = None


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
