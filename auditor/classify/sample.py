"""Which pages of a large site the large model reads: those that matter most, and a sample of the others.

A page is read whole by one model, because its lines settle each other (:mod:`.settle`). Up to the budget the large one
reads them all. Beyond it, a part of the budget goes to the pages named first, and the rest to a random sample of what is
left, dealt over the strata by what each weighs in the site's figure and how much of it is left: the allocation that
makes the error of a weighted mean small (Neyman 1934, Journal of the Royal Statistical Society 97(4); the spread within
the strata is taken for alike). The small model reads the others, and the sample too: how the two differ there corrects
what it says of the rest (:class:`auditor.classify.shares.Bridge`).

A page is drawn where the hash of its address, a number from 0 to 1, is below the stratum's rate. So a page stays drawn
whatever becomes of its own lines or of other pages, until the rate moves; and that moves in steps (RATE), not with every page
that comes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from auditor.model import Page

FIRST = 0.4
"""Part of the budget for the pages that matter most; the sample has the rest. A judgement: findings rest on the first,
shares on both."""

RATE = 2 ** (-1 / 4)
"""A stratum's rate of drawing is a power of this: it steps down when the stratum has grown by a fifth, as a rule."""

LEAST = 2
"""Pages drawn from a stratum at least, whatever the budget: without one, nothing tells how the models differ there."""


class Reading(StrEnum):
    """Which model reads a page: the large one, both (it is drawn as a sample of the others), or the small one."""

    LARGE = "large"
    DRAWN = "drawn"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page to be read: its address, its stratum, how many lines of copy it has, and whether it may be named first."""

    url: str
    stratum: str
    lines: int
    first: bool


def lines_of(page: Page) -> int:
    """The distinct lines of a page's copy: what reading it costs."""
    return len({unit.text for unit in page.units if unit.region.is_copy})


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float], budget: int) -> dict[str, Reading]:
    """Which model reads which page, by URL. ``candidates`` stand in order of importance, ``weights`` are of their strata.

    ``budget`` is how many lines the large model may read; it reads somewhat more where LEAST pages of a stratum have more.
    """
    total: dict[str, int] = defaultdict(int)
    for one in candidates:
        total[one.stratum] += one.lines
    if sum(total.values()) <= budget:
        return {one.url: Reading.LARGE for one in candidates}
    found = dict.fromkeys((one.url for one in candidates), Reading.SMALL)
    spent = 0
    for one in candidates:
        if one.first:
            if spent and spent + one.lines > FIRST * budget:
                break
            spent += one.lines
            found[one.url] = Reading.LARGE
    left: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if found[one.url] is Reading.SMALL and one.lines:
            left[one.stratum].append(one)
    lines = {stratum: sum(one.lines for one in rest) for stratum, rest in left.items()}
    needs = {stratum: weights[stratum] * lines[stratum] / total[stratum] for stratum in lines}
    for stratum, allotted in _dealt(lines, needs, budget - spent).items():
        drawn = _drawn(left[stratum], allotted)
        for url in drawn:
            found[url] = Reading.DRAWN if len(drawn) < len(left[stratum]) else Reading.LARGE
    return found


def _dealt(lines: Mapping[str, int], needs: Mapping[str, float], budget: int) -> dict[str, float]:
    """How many lines each stratum may have read: by its need, and what one cannot use goes to the others."""
    dealt: dict[str, float] = {}
    open_still, rest = sorted(lines), float(max(0, budget))
    while open_still:
        whole = sum(needs[stratum] for stratum in open_still)
        shares = {stratum: rest * needs[stratum] / whole for stratum in open_still}
        full = [stratum for stratum in open_still if shares[stratum] >= lines[stratum]]
        if not full:
            return dealt | shares
        for stratum in full:
            dealt[stratum] = float(lines[stratum])
            rest -= lines[stratum]
            open_still.remove(stratum)
    return dealt


def _drawn(pages: Sequence[Candidate], allotted: float) -> list[str]:
    """The addresses of the pages drawn: all that the highest rate draws whose lines are not more than allotted."""
    luck = sorted((_luck(page.url), page.url, page.lines) for page in pages)
    rate = 1.0
    while sum(lines for number, _, lines in luck if number < rate) > allotted:
        rate *= RATE
    many = max(LEAST, sum(number < rate for number, _, _ in luck))
    return [url for _, url, _ in luck[:many]]


def _luck(url: str) -> float:
    """A number from 0 to 1 that an address has by chance and for good, on whatever host a copy of the site stands."""
    path = urlsplit(url)._replace(scheme="", netloc="").geturl()
    return int.from_bytes(hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") / 2**64
