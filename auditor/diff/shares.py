"""How far the shares of talk moved, and whether the label error of the changed lines alone could have done it.

Lines that did not change carry the same label on both sides, so whatever is wrong with it cancels; a reworded line that
kept its label is drawn once for both. What the changed ones could have done is drawn in :mod:`auditor.diff.draws`, which
is loaded only where lines differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from auditor.changes import Drawn, Move
from auditor.model import JudgedPage, Label, PageKind, Profile, Share
from auditor.site import FOCUS_KINDS

if TYPE_CHECKING:
    from auditor.diff.draws import LabelErrors

SMALLEST = 0.005
"""A share that moved by less is not called moved: it rounds to nothing (a judgement)."""

SAMPLED = "the large model read a sample of the site: the error of the drawing is not told apart from a change"


def moves(
    profiles: tuple[Profile, Profile, Profile],
    pages: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    common: tuple[Sequence[JudgedPage], Sequence[JudgedPage]],
    changed: tuple[Collection[str], Collection[str]],
    same: Mapping[str, str],
    errors: Callable[[], LabelErrors],
) -> tuple[Move, ...]:
    """The move of the customer, product and company share of the site.

    ``profiles`` are those of the earlier run, of the same by the later method, and of the later run; ``pages`` the
    pages of the latter two, ``common`` those of them that both runs read (what moved on these is TEXT, the rest
    SCOPE); ``changed`` the ids of their changed units and ``same`` which unit after is which before. ``errors`` is
    called where lines differ. Of a site of which the large model read a part, no move is called.
    """
    drawn: Mapping[str, Drawn] = {}
    part = next((SAMPLED for side in pages for page in side if page.small), "")
    if not part and (any(changed) or _counts(pages[0]) != _counts(pages[1])):
        from auditor.diff import draws

        drawn = draws.drawn(pages, common, changed, same, errors())
    found = []
    for name in profiles[2].shares:
        first, middle, last = (side.shares[name] for side in profiles)
        counts = (middle.count, middle.total, last.count, last.total)
        if middle.value is None or last.value is None:
            why = "too few pages or lines for a percentage"
            found.append(Move(name, first.value, middle.value, last.value, counts=counts, why=why))
            continue
        total = last.value - middle.value
        ruler = None if first.value is None else round(middle.value - first.value, 4)
        if part:
            found.append(Move(name, first.value, middle.value, last.value, ruler, counts=counts, why=part))
            continue
        ends = drawn.get(name, Drawn(None, 0.0, 0.0, uncertain=False))
        own = total if ends.text is None else ends.text
        low, high = ends.low, ends.high
        found.append(
            Move(
                name,
                first.value,
                middle.value,
                last.value,
                method=ruler,
                scope=round(total - own, 4),
                text=round(own, 4),
                low=round(min(low, total), 4),
                high=round(max(high, total), 4),
                called=ends.uncertain
                and abs(total) >= SMALLEST
                and ((total > 0 and low > 0) or (total < 0 and high < 0)),
                counts=counts,
            )
        )
    return tuple(found)


def withheld(before: Share, after: Share, name: str, why: str) -> Move:
    """A share of which only the counts may be told."""
    return Move(name, None, None, None, counts=(before.count, before.total, after.count, after.total), why=why)


def _counts(pages: Sequence[JudgedPage]) -> Counter[tuple[PageKind, Label]]:
    """Counted lines by kind of page and label: all that the shares rest on."""
    return Counter(
        (page.kind, copy.label)
        for page in pages
        if page.kind in FOCUS_KINDS and not page.twin_of
        for copy in page.copy
        if copy.counted and copy.unit.region.is_copy
    )
