"""Several sites side by side: the nouns that comparison and report share.

Seats stand in the order in which the sites were named, never by rank; what may be said of two of them is said where
their intervals leave each other out, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.model import Profile, Quote, Score

SCHEMA = 1
"""Version of a comparison as JSON; rises with every change that a reader would trip over."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One group of page kinds ("offer", "about"): pages that each site has of it, and how many of each were compared."""

    group: str
    found: tuple[int, ...]
    compared: int


@dataclass(frozen=True, slots=True)
class Swap:
    """The lines of one site in which the company's and its products' names were taken out.

    ``told`` lines were read, ``alike`` of them remain true with another company's name: they hold no figure, no other
    name and hardly a word of their own, or another of the sites says nearly the same. ``quotes`` are some of these.
    """

    told: int
    alike: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """One site as it is compared. ``profile``, ``scores`` and ``swap`` rest on the compared pages alone.

    ``words`` are those on the home page before the first line clearly about a customer (None: there is no such line, or it
    was not measured, as ``words_why`` says); ``only`` are lines that no other site here says.
    """

    host: str
    name: str
    run: str
    finished: str
    verdict: str
    judged: int
    pages: int
    profile: Profile
    scores: tuple[Score, ...]
    words: int | None
    words_why: str
    swap: Swap
    only: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What every site says: in a word, and one quote of each in the order of the seats."""

    what: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two sites whose intervals leave each other out: places of the seats, and the ends of both intervals.

    Shares are 0-1, scores 0-100.
    """

    measure: str
    more: int
    less: int
    high: tuple[float, float]
    low: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Versus:
    """Several sites side by side. ``together`` names the measures by which no two of them can be told apart."""

    schema: int
    auditor: str
    method: str
    seats: tuple[Seat, ...]
    slices: tuple[Slice, ...]
    apart: tuple[Apart, ...]
    together: tuple[str, ...]
    unmeasured: tuple[str, ...]
    shared: tuple[Shared, ...]
    notes: tuple[str, ...] = ()


def words_ahead(numbers: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Words on the home page before the first line that is clearly about a customer, and before the first that may be.

    ``numbers`` are those of the audit first-screen; None where there is no such line. The report and the comparison both
    tell the first of the two, so that one site has one number.
    """
    likely = numbers.get("words_to_customer")
    clear = likely if numbers.get("customer_sure", True) else numbers.get("words_to_sure")
    return clear if isinstance(clear, int) else None, likely if isinstance(likely, int) else None
