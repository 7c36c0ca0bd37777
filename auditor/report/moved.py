"""What moved between two runs, in words: what got better, what got worse, what to do, and why the figures went.

A rendering of the :class:`~auditor.changes.Diff`: everything said here was decided there. A move of a figure is told
as one only where the diff calls it; a page that came or went, and a ruler that changed, are told apart from the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.changes import (
    Cause,
    Diff,
    Edit,
    FindingChange,
    FindingState,
    Line,
    LineChange,
    Measure,
    PageChange,
    PageState,
    Side,
)
from auditor.likeness import marked
from auditor.model import Label, PageKind, Region, Tier
from auditor.report.fates import FindingShown, finding_shown, grown, listed_moves, partly, unmended
from auditor.report.figures import figure_sentences, scores_in_a_word
from auditor.report.safe import bounded, link_to, place
from auditor.report.words import KINDS, LABELS, counted, day, number
from auditor.text import listed

FRONT = 6
"""Items under *better* and *worse* on the first screen at most; the rest are counted."""

TODO = 4
"""Things to do on the first screen at most."""

CONTRADICTIONS = "one-voice"
"""The audit whose findings are contradictions; all other findings of the first tier are errors."""

LISTED = 1500
"""Lines listed in the HTML at most; the JSON has every one."""

_REGIONS = (Region.FIRST, Region.SECOND, Region.MAIN)
_VERBS = {
    Edit.ADDED: "New",
    Edit.REMOVED: "Removed",
    Edit.REWORDED: "Reworded",
    Edit.REPLACED: "Replaced",
    Edit.MOVED: "Moved",
    Edit.RELABELLED: "Read differently",
}

_PLACES = {Region.NAV: " in the menu", Region.FOOTER: " in the footer", Region.ASIDE: " beside the copy"}

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of an edit: its words in pieces (text, differs), what it is about, and where it stands."""

    pieces: Pieces
    label: str
    group: str
    href: str
    page: str
    field: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One edit as shown. ``head`` says what happened, ``where`` on how many pages beyond the first."""

    id: str
    head: str
    before: SideShown | None
    after: SideShown | None
    why: str
    where: str
    gain: int

    @property
    def sides(self) -> tuple[tuple[str, SideShown], ...]:
        """The sides that there are, named."""
        both = (("Before", self.before), ("Now", self.after))
        return tuple((name, side) for name, side in both if side is not None)

    @property
    def labels(self) -> str:
        """What the line is about: "Feature → Outcome", or one label where it kept it."""
        return " → ".join(dict.fromkeys(side.label for _, side in self.sides if side.label))


@dataclass(frozen=True, slots=True)
class Moved:
    """Everything that the first screen says, in order."""

    headline: tuple[str, ...]
    compared: str
    figures: tuple[str, ...]
    better: tuple[FindingShown | Shown, ...]
    better_more: int
    worse: tuple[FindingShown | Shown, ...]
    worse_more: int
    none_worse: str
    changed: tuple[Shown, ...]
    changed_more: int
    todo: tuple[FindingShown, ...]
    apart: tuple[str, ...]


def moved(diff: Diff) -> Moved:
    """The first screen of a diff."""
    better, worse, changed = _better(diff), _worse(diff), conditions(diff)
    return Moved(
        headline=headline(diff),
        compared=compared(diff),
        figures=tuple(figure_sentences(diff)),
        better=tuple(better[:FRONT]),
        better_more=max(0, len(better) - FRONT),
        worse=tuple(worse[:FRONT]),
        worse_more=max(0, len(worse) - FRONT),
        none_worse=none_worse(diff),
        changed=tuple(shown_edit(change, diff.site) for change in changed[:FRONT]),
        changed_more=max(0, len(changed) - FRONT),
        todo=tuple(todo(diff)),
        apart=tuple(apart(diff)),
    )


def headline(diff: Diff) -> tuple[str, ...]:
    """The verdict on the change in a sentence or two."""
    if diff.still:
        return (
            f"Nothing moved since {when(diff, diff.before)}: {counted(diff.after.judged, 'page')} read, no line changed.",
        )
    if not diff.comparable:
        return ("This run read less of the site than the one before: not comparable.",)
    parts = counts_in_words(diff)
    first = f"{listed(parts)}." if parts else _quiet(diff)
    first = first[0].upper() + first[1:]
    gone = sum(change.state is PageState.GONE for change in diff.pages)
    if gone >= MOST_GONE * diff.before.judged and gone > 1:
        # the scores of what is left say nothing of the site that was
        return (
            f"{gone} of the {number(diff.before.judged)} pages read before are gone; what follows speaks of the rest.",
            first,
        )
    return (first, *scores_in_a_word(diff))


MOST_GONE = 0.5
"""Share of the pages read before that are gone, from which that is told before anything else: a judgement."""


def counts_in_words(diff: Diff) -> list[str]:
    """What moved by its words, as counts: "2 lines better", "1 new contradiction"."""
    edits = diff.edits(Cause.TEXT)
    won, lost = (sum(1 for change in edits if change.gain == sign) for sign in (1, -1))
    new = _new(diff)
    visible = [change for change in new if change.finding.tier is Tier.VISIBLE]
    clashes = sum(change.finding.audit == CONTRADICTIONS for change in visible)
    errors = len(visible) - clashes
    fixed = diff.found(FindingState.FIXED, cause=Cause.TEXT)
    changed = conditions(diff)
    prices = sum(change.priced for change in changed)
    parts = []
    if prices:
        parts.append(f"{counted(prices, 'price or fee', 'prices or fees')} changed")
    if won:
        parts.append(f"{counted(won, 'line')} better")
    if lost:
        parts.append(f"{counted(lost, 'line')} worse")
    if fixed:
        parts.append(f"{counted(len(fixed), 'finding')} fixed")
    parts += listed_moves(diff)
    if clashes:
        parts.append(counted(clashes, "new contradiction"))
    if errors:
        parts.append(counted(errors, "new error"))
    if left := len(new) - len(visible):
        parts.append(counted(left, "other new finding" if visible else "new finding"))
    if others := len(changed) - prices:
        parts.append(f"{counted(others, 'other figure' if prices else 'figure')} changed")
    return parts


def _quiet(diff: Diff) -> str:
    edits, read = _edited(diff)
    if edits:
        return f"{counted(edits, 'line')} changed, none for better or worse."
    if read:
        return f"{counted(read, 'line')} read differently beside what changed; their words are the same."
    if diff.pages:
        return "Pages came or went; no line of the others changed."
    return "Only the method changed; the copy is the same."


def compared(diff: Diff) -> str:
    """What was compared with what, in a sentence."""
    first, last = diff.before, diff.after
    pages = f"{counted(last.judged, 'page')} read on {when(diff, last)} against {number(first.judged)} on {when(diff, first)}"
    edits, read = _edited(diff)
    lines = f"{counted(edits, 'edit')} found" if edits else "no line changed"
    beside = f", and {counted(read, 'line')} of the same words read differently" if read else ""
    return f"{pages}; {lines}{beside}."


def _edited(diff: Diff) -> tuple[int, int]:
    """How many lines the site changed, and how many of the same words only read differently in their changed page."""
    changes = diff.edits(Cause.TEXT)
    read = sum(change.edit is Edit.RELABELLED for change in changes)
    return len(changes) - read, read


def when(diff: Diff, side: Side) -> str:
    """The day of a run; with its time (UTC) where both runs are of one day, to the second where they are of one minute."""
    times = diff.before.finished, diff.after.finished
    if times[0][:10] != times[1][:10]:
        return day(side.finished)
    return f"{day(side.finished)} at {side.finished[11:19] if times[0][:16] == times[1][:16] else side.finished[11:16]}"


def _still(change: PageChange) -> str:
    """Of a page that is gone and linked to, by how many pages, in brackets."""
    links = change.reason.rpartition("; ")[2] if change.state is PageState.GONE else ""
    return f" ({links})" if "still link" in links else ""


def none_worse(diff: Diff) -> str:
    """What stands under *worse* where no line and no finding does."""
    if any(map(_still, diff.pages)):
        return "No line got worse; but a page is gone to which others still link: their visitors meet an error."
    return "No line got worse, and nothing new was found."


def apart(diff: Diff) -> list[str]:
    """What is no edit of the copy and must not be taken for one: pages, ruler, settings."""
    found = []
    if diff.why_not:
        found.append(diff.why_not)
    for state, words in (
        (PageState.LOST, "{} not read this time"),
        (PageState.GONE, "{} no longer on the site"),
        (PageState.ADDED, "{} new"),
        (PageState.REGAINED, "{} read again"),
    ):
        pages = [change for change in diff.pages if change.state is state]
        if pages:
            names = listed([place(change.url, diff.site) + _still(change) for change in pages[:3]])
            more = f" and {number(len(pages) - 3)} more" if len(pages) > 3 else ""
            found.append(f"{words.format(counted(len(pages), 'page'))}: {names}{more}.".replace("  ", " "))
    if gone := [change for change in unmended(diff) if not change.retold]:
        names = "; ".join(f"{bounded(change.finding.title, 110)} ({change.why})" for change in gone[:3])
        more = f"; and {number(len(gone) - 3)} more" if len(gone) > 3 else ""
        found.append(
            f"{counted(len(gone), 'finding')} told no more, and nobody mended {'it' if len(gone) == 1 else 'them'}: {names}{more}."
        )
    if retold := sum(change.retold for change in unmended(diff)):
        found.append(f"{counted(retold, 'finding')} told another way now, of the same lines.")
    unseen = len(diff.found(FindingState.UNSEEN))
    if unseen:
        found.append(
            f"{counted(unseen, 'finding')} not seen, as pages were not read this time: neither fixed nor standing."
        )
    found.extend(method_sentences(diff))
    found.extend(diff.notes)
    return found


def method_sentences(diff: Diff) -> list[str]:
    """What the ruler did, in words; empty where it is the same."""
    if not diff.method:
        return []
    names = f" ({listed(parts[:5])})" if (parts := _parts(diff)) else ""
    found = []
    if diff.again == "judged again":
        found.append(
            f"The method changed between the runs{names}: the earlier pages were judged again by the later one, and what "
            "that alone did is shown apart."
        )
        edits = len(diff.edits(Cause.METHOD))
        seen = [change for change in diff.findings if change.cause is Cause.METHOD]
        if edits or seen:
            found.append(
                f"It reads {counted(edits, 'unchanged line')} differently and accounts for {counted(len(seen), 'finding')} that came or went."
            )
        if diff.verdict_again != diff.before.verdict:
            found.append(f"By it, the earlier verdict would have been: “{diff.verdict_again}”")
    else:
        found.append(f"The method changed between the runs{names}; figures are not compared, because {diff.again}")
    return found


def _parts(diff: Diff) -> list[str]:
    """The parts of the ruler that differ, the model first: it reads every line."""
    models = [change for change in diff.method if change.name == "model"]
    audits = [change.name for change in diff.method if change.name not in ("method", "model")]
    return [f"the model that labels lines: {c.before}, then {c.after}" for c in models] + audits


def _better(diff: Diff) -> list[FindingShown | Shown]:
    fixed = [finding_shown(change, diff) for change in diff.found(FindingState.FIXED, cause=Cause.TEXT)]
    less = [finding_shown(change, diff, more=False) for change in partly(diff)]
    return [*[shown_edit(change, diff.site) for change in _won(diff, 1)], *fixed, *less]


def _worse(diff: Diff) -> list[FindingShown | Shown]:
    new = [finding_shown(change, diff) for change in _new(diff)]
    more = [finding_shown(change, diff, less=False) for change in grown(diff)]
    return [*new, *more, *[shown_edit(change, diff.site) for change in _won(diff, -1)]]


def conditions(diff: Diff) -> list[LineChange]:
    """The lines of which a figure became another one and that are neither better nor worse for it, prices first.

    Beside the copy proper (menus, footers) only what a customer pays, and when and where to reach the house.
    """
    told = {Measure.PRICE, Measure.HOURS, Measure.CONTACT}
    found = [
        change
        for change in diff.edits(Cause.TEXT)
        if not change.gain
        and change.values
        and (change.shown.region.is_copy or told & {value.measure for value in change.values})
    ]
    return sorted(found, key=lambda change: (not change.priced, _depth(change.shown)))


def _new(diff: Diff) -> list[FindingChange]:
    found = diff.found(FindingState.NEW, FindingState.REOPENED)
    return [change for change in found if change.cause is not Cause.METHOD and not change.retold]


def _won(diff: Diff, sign: int) -> list[LineChange]:
    """The lines won or lost, as a visitor meets them: home page first, first screen first."""
    found = [change for change in diff.edits(Cause.TEXT) if change.gain == sign]
    return sorted(found, key=lambda change: (change.shown.kind is not PageKind.HOME, _depth(change.shown)))


def _depth(line: Line) -> int:
    return _REGIONS.index(line.region) if line.region in _REGIONS else len(_REGIONS)


def todo(diff: Diff) -> list[FindingShown]:
    """What to do next: what is new first, then what has stood longest among what leads."""
    more = grown(diff)
    new = [change for change in [*_new(diff), *more] if change.finding.lead]
    standing = [change for change in diff.found(FindingState.STANDING) if change.finding.lead and change not in more]
    standing.sort(key=lambda change: (change.since, -change.runs))
    # the order of tiers holds among those of one age: sort is stable
    return [finding_shown(change, diff) for change in [*new, *standing][:TODO]]


def shown_edit(change: LineChange, host: str) -> Shown:
    """One edit as shown, its differing words marked."""
    first: Pieces = ((change.before.text, False),) if change.before else ()
    second: Pieces = ((change.after.text, False),) if change.after else ()
    if change.edit is Edit.REWORDED and change.before and change.after:
        first, second = marked(bounded(change.before.text), bounded(change.after.text))
    elif change.edit is Edit.REPLACED:
        first, second = ((first[0][0], True),), ((second[0][0], True),)
    more = len(change.pages) - 1
    parts = []
    if more:
        parts.append(f"and on {counted(more, 'more page')}")
    if change.likewise:
        parts.append(f"and likewise on {counted(change.likewise, 'page')} of the same template")
    return Shown(
        change.id,
        _VERBS[change.edit] + _field(change.shown),
        _side(change.before, first, host),
        _side(change.after, second, host),
        change.why,
        " ".join(parts),
        change.gain,
    )


def _field(line: Line) -> str:
    """What sort of line it is, where that is not the copy: " title", " in the menu"."""
    return f" {line.source}" if line.source != "text" else _PLACES.get(line.region, "")


def _side(line: Line | None, pieces: Pieces, host: str) -> SideShown | None:
    if line is None:
        return None
    whole = bounded("".join(text for text, _ in pieces))
    cut = pieces if len(whole) == sum(len(text) for text, _ in pieces) else ((whole, pieces[0][1]),)
    field = "" if line.source == "text" else line.source
    return SideShown(
        cut,
        label_word(line),
        line.label.rollup.value if line.label else "other",
        link_to(line.url, line.text if not field else ""),
        place(line.url, host),
        field,
    )


def label_word(line: Line) -> str:
    """What a line is about, in a word: "Outcome", "Feature, unsure"; "" for titles and descriptions."""
    if line.label is None:
        return ""
    return LABELS[Label(line.label)][0] + ("" if line.sure else ", unsure")


def pages_shown(diff: Diff) -> list[tuple[str, list[PageChange]]]:
    """The pages that came, went or changed, by what happened to them."""
    names = {
        PageState.LOST: "Not read this time",
        PageState.GONE: "Gone from the site",
        PageState.ADDED: "New",
        PageState.REGAINED: "Read again",
        PageState.MOVED: "At another address",
        PageState.CHANGED: "Changed",
    }
    found = []
    for state, name in names.items():
        pages = [change for change in diff.pages if change.state is state]
        if pages:
            found.append((name, pages))
    return found


def by_page(diff: Diff, cause: Cause) -> list[tuple[str, str, list[Shown]]]:
    """The edits of a cause by page: (place of the page, its kind, edits), at most LISTED edits."""
    found: dict[str, tuple[str, list[Shown]]] = {}
    for change in diff.edits(cause)[:LISTED]:
        line = change.shown
        found.setdefault(line.url, (KINDS[line.kind], []))[1].append(shown_edit(change, diff.site))
    return [(place(url, diff.site), kind, edits) for url, (kind, edits) in found.items()]
