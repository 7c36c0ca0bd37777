"""How one edit is told in one line of a message: what differs, not how the line begins."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.diff import LineChange
from auditor.likeness import marked
from auditor.model import Label, Role
from auditor.report.safe import bounded, in_quotes, place, shown
from auditor.report.words import LABELS

QUOTE = 70
"""Characters of one quoted line."""

LEAD = 24
"""Characters of what both sides share that stand ahead of their first difference, to a whole word."""

_MARKS = {1: "Better", -1: "Worse"}


def vanished(change: LineChange) -> bool:
    """True where a customer's words are gone from the site."""
    return change.after is None and change.before is not None and change.before.role is Role.QUOTE


def in_order(edits: Sequence[LineChange]) -> list[LineChange]:
    """The edits in the order in which they are told: what is paid, proof that went, other figures, gains, the counted ones."""
    return sorted(
        edits,
        key=lambda change: (
            not change.priced,
            not vanished(change),
            not (change.values and change.shown.region.is_copy),
            -abs(change.gain),
            not change.shown.counted,
        ),
    )


def edit_line(change: LineChange) -> str:
    """One edit in a line: changed figures by their values, else the words around the first difference."""
    old, new = change.before, change.after
    where = place(change.shown.url)
    pages = f", {len(change.pages)} pages" if len(change.pages) > 1 else ""
    mark = "Proof gone" if vanished(change) else _MARKS.get(change.gain, change.edit.value.capitalize())
    if change.values and not change.gain and old and new:
        return f"{'Price' if change.priced else 'Figure'} ({where}{pages}): {shown(bounded(change.why, 120))}"
    if old and new:
        first, second = differing(old.text, new.text)
        return f"{mark} ({where}{pages}): {in_quotes(shown(first))} is now {in_quotes(shown(second))}{_move(old.label, new.label)}"
    if new:
        return f"{mark} ({where}{pages}): {'' if mark == 'Added' else 'added '}{quoted(new.text)}{_named(new.label)}"
    assert old is not None
    gone = "" if mark in ("Proof gone", "Removed") else "gone "
    return f"{mark} ({where}{pages}): {gone}{quoted(old.text)}{_named(old.label)}"


def differing(before: str, after: str, limit: int = QUOTE) -> tuple[str, str]:
    """Both lines as far as they tell what differs: whole where they are short, else from a little ahead of the first difference."""
    if max(len(before), len(after)) <= limit:
        return before, after
    start = min(_shared(pieces) for pieces in marked(before, after))
    start = max(0, start - LEAD) and before.find(" ", start - LEAD) + 1 if start > LEAD else 0
    head = "…" if start else ""
    return tuple(head + bounded(text[start:], limit - len(head)) for text in (before, after))  # type: ignore[return-value]


def _shared(pieces: Sequence[tuple[str, bool]]) -> int:
    """Characters ahead of the first that differ."""
    return len(pieces[0][0]) if pieces and not pieces[0][1] else 0


def quoted(text: str, limit: int = QUOTE) -> str:
    """A line of the site in quotes, cut to ``limit`` characters."""
    return in_quotes(shown(bounded(text, limit)))


def _move(old: Label | None, new: Label | None) -> str:
    if old is None or new is None:
        return ""
    return f" [{_label(old)}]" if old is new else f" [{_label(old)} to {_label(new)}]"


def _named(label: Label | None) -> str:
    return f" [{_label(label)}]" if label else ""


def _label(label: Label) -> str:
    return LABELS[label][0].lower()
