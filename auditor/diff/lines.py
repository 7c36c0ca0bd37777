"""Which line of one run is which line of the other: unchanged, reworded, replaced, moved, added or removed.

Within two paired pages equal lines are paired first, then lines that are alike (globally, :mod:`auditor.likeness`),
then the one line that left a gap with the one of its make that fills it. What is left over is looked for on other
pages. An edit made on many pages, or by the same words on pages of one template, is one change.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.changes import Cause, Edit, Line, LineChange, Measure, ValueChange
from auditor.diff.pages import PagePair
from auditor.diff.values import bounded_now, said, values_changed
from auditor.likeness import LIKE, LIKE_ELSEWHERE, assign, likeness, script, words
from auditor.model import Copy, JudgedPage, Label, Role, Rollup
from auditor.site import FOCUS_KINDS, is_generic

MOVABLE = 4
"""Fewer words than this are a label that may stand anywhere: never called moved to another page."""

SHORT = 4
"""Words up to which a line that took another's place is a label with its figure ("£45", "From £60")."""

_FIGURE = re.compile(r"\d")
_BROAD = (Edit.ADDED, Edit.REMOVED)

Pair = tuple[Line | None, Line | None, float]


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits between two runs: as listed, and unit by unit.

    ``before`` and ``after`` are the ids of the units whose label error does not cancel between the runs (moved lines
    keep theirs); ``same`` maps the unit id of a line after to that of the line it was before.
    """

    changes: tuple[LineChange, ...]
    before: frozenset[str]
    after: frozenset[str]
    same: Mapping[str, str]


def line_changes(pairs: Sequence[PagePair], *, method: bool = False) -> Edits:
    """Every edit between these pages, in the order of the later pages, equal edits once.

    With ``method`` all of it is the ruler's: the two readings are of the same bytes.
    """
    old: set[str] = set()
    new: set[str] = set()
    same: dict[str, str] = {}
    raw: list[tuple[PagePair, Pair]] = []
    for pair in pairs:
        raw.extend((pair, edit) for edit in _within(pair))
    raw = _across(raw)
    changes: dict[tuple[object, ...], list[tuple[str, LineChange, str]]] = defaultdict(list)
    for pair, (before, after, like) in raw:
        cause = _cause(pair, before, after, method=method)
        edit = _edit(before, after, like)
        if edit is None:
            continue
        line = after or before
        assert line is not None
        values = _values(edit, before, after)
        won, why = gain(edit, before, after, values)
        if before and after and after.unit:
            same[after.unit] = before.unit
        if edit is not Edit.MOVED:
            old |= {before.unit} if before else set()
            new |= {after.unit} if after else set()
        change = LineChange(
            "", edit, cause, before, after, round(like, 4), (line.url,), gain=won, why=why, values=values
        )
        page = pair.after or pair.before
        assert page is not None
        changes[_sort_of(change)].append((line.url, change, page.twin_of))
    listed = tuple(_likewise([_once(group) for group in changes.values()]))
    return Edits(listed, frozenset(old), frozenset(new), same)


def _sort_of(change: LineChange) -> tuple[object, ...]:
    """What makes two edits one: the words and labels on both sides."""
    sides = tuple((line.text, line.source, line.label) if line else None for line in (change.before, change.after))
    return change.edit, change.cause, sides


def _once(group: Sequence[tuple[str, LineChange, str]]) -> tuple[LineChange, str]:
    """The edits of one sort as one, its counted place first, and the page whose template it follows ("" for none)."""
    ordered = sorted(group, key=lambda entry: (bool(entry[2]), not entry[1].shown.counted))
    shown = ordered[0][1]
    urls = tuple(dict.fromkeys(url for url, _, _ in ordered))
    basis = "\n".join(
        [
            shown.edit.value,
            shown.cause.value,
            *(line.text if line else "" for line in (shown.before, shown.after)),
            urls[0],
        ]
    )
    identity = hashlib.blake2s(basis.encode(), digest_size=6).hexdigest()
    twin = ordered[0][2] if all(entry[2] for entry in group) else ""
    return replace(shown, id=identity, pages=urls), twin


def _likewise(changes: Sequence[tuple[LineChange, str]]) -> Iterator[LineChange]:
    """The changes, those of twin pages folded into the one that changed the same words on their model."""
    models: dict[tuple[object, ...], int] = {}
    result: list[LineChange] = []
    for change, twin in sorted(changes, key=lambda entry: bool(entry[1])):
        key: tuple[object, ...] = ()
        if change.before and change.after:
            labels = (change.before.label, change.after.label, change.shown.role)
            key = (change.edit, change.cause, labels, script(change.before.text, change.after.text))
            if twin and key in models:
                model = result[models[key]]
                result[models[key]] = replace(model, likewise=model.likewise + len(change.pages))
                continue
            models.setdefault(key, len(result))
        result.append(change)
    yield from sorted(result, key=_place)


def _place(change: LineChange) -> tuple[object, ...]:
    line = change.shown
    return (not line.region.is_copy, change.edit in _BROAD and change.cause is Cause.SCOPE)


def _cause(pair: PagePair, before: Line | None, after: Line | None, *, method: bool) -> Cause:
    if method or pair.same_bytes:
        return Cause.METHOD
    if pair.before is None or pair.after is None:
        # a line that left a page for another one was edited; one that came or went with its page was not
        return Cause.TEXT if before and after else Cause.SCOPE
    if before and after and before.text == after.text and pair.before.small is not pair.after.small:
        return Cause.METHOD  # on a site read by two models, this page fell to the other
    return Cause.TEXT


def _edit(before: Line | None, after: Line | None, like: float) -> Edit | None:
    """What happened between the two sides; None where nothing did."""
    if before is None or after is None:
        return Edit.REMOVED if after is None else Edit.ADDED
    if before.text != after.text:
        return Edit.REWORDED if like else Edit.REPLACED
    if before.label is not after.label:
        return Edit.RELABELLED
    return Edit.MOVED


def _values(edit: Edit, before: Line | None, after: Line | None) -> tuple[ValueChange, ...]:
    """The figures that an edit changed. Of two lines that share a place and no words only what is paid is one thing, unless they are short."""
    if edit in (Edit.MOVED, Edit.RELABELLED):
        return ()
    sides = [line for line in (before, after) if line is not None]
    gained = all(line.label is not None and line.label.rollup is Rollup.CUSTOMER and line.sure for line in sides)
    found = values_changed(before.text if before else "", after.text if after else "", gained=gained)
    if edit is Edit.REPLACED and any(len(words(line.text)) > SHORT for line in sides):
        return tuple(value for value in found if value.measure is Measure.PRICE)
    return found


def gain(edit: Edit, before: Line | None, after: Line | None, values: Sequence[ValueChange] = ()) -> tuple[int, str]:
    """Whether an edit won (1) or lost (-1) something for the customer, and why in a phrase; 0 otherwise.

    Only where both labels are sure, in the copy proper of pages that count towards focus. A line about the customer is
    worth more than one about product or company, a specific one more than a generic promise; at equal worth a figure
    gained is a gain, but not in place of a word without bound. Moves and relabelled lines win nothing: their words are
    the same. Nothing is won where ``values`` changed: another price, period or count is another condition, and the
    phrase says which; what the line lost beside it is told all the same.
    """
    won, why = _gain(edit, before, after)
    told = said(values)
    if not values:
        return won, why
    lost = won < 0 and why != _FIGURE_GONE
    return (-1, f"{why}; {told}") if lost else (0, told)


_FIGURE_GONE = "its figure is gone"


def _gain(edit: Edit, before: Line | None, after: Line | None) -> tuple[int, str]:
    if edit in (Edit.MOVED, Edit.RELABELLED):
        return 0, ""
    sides = [line for line in (before, after) if line is not None]
    if not all(line.sure and line.region.is_copy and line.kind in FOCUS_KINDS and line.label for line in sides):
        return 0, ""
    first, second = (_worth(line) for line in (before, after))
    if first != second:
        better = second > first
        if before is None or after is None:
            return (1, "a line about the customer more") if better else (-1, "a line about the customer less")
        if {first, second} == {1, 2}:
            return (1, "a promise made specific") if better else (-1, "a specific result made a general promise")
        return (1, "now about the customer") if better else (-1, "no longer about the customer")
    if before is not None and after is not None and after.label is not None:
        figures = [bool(_FIGURE.search(line.text)) for line in sides]
        claims = after.label.rollup in (Rollup.CUSTOMER, Rollup.COMPANY) or after.label is Label.FEATURE
        if claims and figures[0] != figures[1]:
            if figures[1] and bounded_now(*script(before.text, after.text)):
                return 0, ""
            return (1, "now with a figure") if figures[1] else (-1, _FIGURE_GONE)
    return 0, ""


def _worth(line: Line | None) -> int:
    """2 for a specific line about the customer, 1 for a general promise, 0 for all others and for none."""
    if line is None or line.label is None or line.label.rollup is not Rollup.CUSTOMER:
        return 0
    return 1 if is_generic(line.text) else 2


def line_of(copy: Copy, page: JudgedPage) -> Line:
    """A unit as a line of the diff."""
    unit, judgement = copy.unit, copy.judgement
    return Line(
        unit.text,
        unit.page,
        unit.id,
        "text",
        judgement.label,
        judgement.probability,
        copy.sure,
        unit.region,
        unit.role,
        page.kind,
        counted=copy.counted and unit.region.is_copy and page.kind in FOCUS_KINDS and not page.twin_of,
    )


def pair_units(before: Sequence[Copy], after: Sequence[Copy]) -> list[tuple[int | None, int | None, float]]:
    """Every unit of two pages once, with its partner and their likeness (0: they share a place and no words)."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, copy in enumerate(before):
        places[copy.text].append(i)
    partner: dict[int, tuple[int, float]] = {}
    for j, copy in enumerate(after):
        if places[copy.text]:
            partner[j] = (places[copy.text].pop(0), 1.0)
    left = sorted(i for rest in places.values() for i in rest)
    came = [j for j in range(len(after)) if j not in partner]
    near = assign([before[i].text for i in left], [after[j].text for j in came], LIKE)
    for a, b, like in near:
        partner[came[b]] = (left[a], like)
    for i, j in _gaps(before, after, partner):
        partner[j] = (i, 0.0)
    taken = {i for i, _ in partner.values()}
    found: list[tuple[int | None, int | None, float]] = []
    for j in range(len(after)):
        found.append((partner[j][0], j, partner[j][1]) if j in partner else (None, j, 0.0))
    return found + [(i, None, 0.0) for i in range(len(before)) if i not in taken]


def _gaps(
    before: Sequence[Copy], after: Sequence[Copy], partner: dict[int, tuple[int, float]]
) -> Iterator[tuple[int, int]]:
    """Lines that took another's place: between the same two neighbours, the only ones of their role and level."""
    taken = {i for i, _ in partner.values()}
    slots: dict[tuple[object, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    chain = _chain([(i, j) for j, (i, _) in sorted(partner.items())])
    ends_before, ends_after = [i for i, _ in chain], [j for _, j in chain]
    for i, copy in enumerate(before):
        if i not in taken:
            slots[bisect_left(ends_before, i), copy.unit.role, copy.unit.level][0].append(i)
    for j, copy in enumerate(after):
        if j not in partner:
            slots[bisect_left(ends_after, j), copy.unit.role, copy.unit.level][1].append(j)
    for first, second in slots.values():
        if len(first) == len(second) == 1:
            yield first[0], second[0]


def _chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that keep their order on both sides; what is outside it was moved."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for place, (i, _) in enumerate(pairs):
        at = bisect_left(tails, i)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(i)
            ends.append(place)
        else:
            tails[at], ends[at] = i, place
    chain = []
    here = ends[-1] if ends else -1
    while here >= 0:
        chain.append(pairs[here])
        here = back[here]
    return chain[::-1]


def _within(pair: PagePair) -> Iterator[Pair]:
    """The edits between two pages, or all lines of a page that has no partner."""
    old, new = pair.before, pair.after
    yield from _heads(old, new)
    if old is None or new is None:
        page = new or old
        for copy in page.copy if page else ():
            # menus and footers come and go with every page and say nothing of this one
            if page and copy.unit.region.is_copy:
                line = line_of(copy, page)
                yield (line, None, 0.0) if new is None else (None, line, 0.0)
        return
    found = pair_units(old.copy, new.copy)
    kept = set(_chain([(i, j) for i, j, _ in found if i is not None and j is not None]))
    for i, j, like in found:
        before = line_of(old.copy[i], old) if i is not None else None
        after = line_of(new.copy[j], new) if j is not None else None
        if before and after and before.text == after.text and before.label is after.label:
            moved = (i, j) not in kept and before.region is not after.region and len(words(after.text)) >= MOVABLE
            if not moved:
                continue
        yield before, after, like


def _heads(old: JudgedPage | None, new: JudgedPage | None) -> Iterator[Pair]:
    """Titles and meta descriptions that changed; they come and go with their page in silence."""
    if old is None or new is None:
        return
    for source, was, now in (
        ("title", old.page.title, new.page.title),
        ("meta description", old.page.description, new.page.description),
    ):
        if was != now:
            first = Line(was, old.url, source=source, role=Role.HEADING, kind=old.kind) if was else None
            second = Line(now, new.url, source=source, role=Role.HEADING, kind=new.kind) if now else None
            yield first, second, likeness(was, now) if first and second else 0.0


def _across(raw: list[tuple[PagePair, Pair]]) -> list[tuple[PagePair, Pair]]:
    """Lines that left one page and came on another are one moved line, reworded or not."""
    left: dict[str, int] = {}
    came: dict[str, int] = {}
    for place, (_, (before, after, _like)) in enumerate(raw):
        line = after or before
        if line is None or line.source != "text" or (before and after):
            continue
        if not line.region.is_copy or len(words(line.text)) < MOVABLE:
            continue
        (came if before is None else left).setdefault(line.text, place)
    pairs = [(left[text], came[text], 1.0) for text in sorted(left) if text in came]
    gone, new = (sorted(text for text in side if text not in other) for side, other in ((left, came), (came, left)))
    pairs += [(left[gone[a]], came[new[b]], like) for a, b, like in assign(gone, new, LIKE_ELSEWHERE)]
    merged: dict[int, tuple[PagePair, Pair]] = {}
    dropped = set()
    for i, j, like in pairs:
        before, after = raw[i][1][0], raw[j][1][1]
        if before is None or after is None or before.url == after.url:
            continue
        merged[j] = (PagePair(raw[i][0].before, raw[j][0].after), (before, after, like))
        dropped.add(i)
    return [merged.get(place, entry) for place, entry in enumerate(raw) if place not in dropped]
