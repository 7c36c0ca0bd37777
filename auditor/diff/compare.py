"""Two runs in, their Diff out: a pure function of what they recorded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from auditor.addresses import on_site
from auditor.changes import (
    AUDIT,
    PEOPLE,
    SCHEMA,
    Audited,
    Cause,
    Diff,
    FindingChange,
    FindingState,
    LineChange,
    MethodChange,
    Move,
    PageChange,
    PageState,
    Side,
)
from auditor.diff.ends import Scope
from auditor.diff.findings import Past, finding_changes
from auditor.diff.lines import Edits, line_changes
from auditor.diff.members import Unknown
from auditor.diff.pages import PagePair, page_changes, pair_pages, shortfall, unread
from auditor.diff.shares import moves, withheld
from auditor.model import Finding, JudgedPage, Run, Score, SkipReason

if TYPE_CHECKING:
    from auditor.diff.draws import LabelErrors

SETTINGS = (
    "max_pages",
    "max_depth",
    "include",
    "exclude",
    "language",
    "name",
    "rival",
    "fast",
    "label_budget",
    "comments",
)
"""Settings that change what a run finds; where they differ between two runs, the diff says so."""

SMALLEST = 1.0
"""A score that moved by fewer points is not called moved: scores are told in whole points (a judgement)."""

UNREAD = frozenset({PageState.LOST, PageState.REGAINED})

Commons = tuple[tuple[Audited, Sequence[JudgedPage]], tuple[Audited, Sequence[JudgedPage]]]
"""Both sides, each with those of its pages that the other has as well."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """Scores (0-100) that only running audits again can tell (:mod:`auditor.reaudit`): by dimension, by AUDIT and audit.

    ``common`` are the scores of both sides on the pages that both read; ``spread`` the ends of the 95 % interval of
    the difference of the scores when the changed lines' labels are drawn from their error.
    """

    common: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What running audits again needs to know: both sides by one method, and what differs between them.

    ``common`` are the pages that both read, ``units`` the ids of the units whose label error does not cancel, ``same``
    the unit before of a unit after, ``moved`` the audits whose score differs.
    """

    before: Audited
    after: Audited
    common: tuple[Sequence[JudgedPage], Sequence[JudgedPage]]
    units: tuple[Collection[str], Collection[str]]
    same: Mapping[str, str]
    moved: tuple[str, ...]

    @property
    def came_or_went(self) -> bool:
        """True where one side has a page that the other has not."""
        return any(
            len(side.pages) != len(kept) for side, kept in zip((self.before, self.after), self.common, strict=True)
        )


def compare(
    before: Audited,
    after: Audited,
    *,
    errors: Callable[[], LabelErrors],
    again: Audited | None = None,
    rescore: Callable[[Changed], Rescored] | None = None,
    on_common: Callable[[Commons, Collection[str]], tuple[Sequence[Finding], Sequence[Finding]]] | None = None,
    past: Past | None = None,
    why_not_again: str = "",
) -> Diff:
    """Everything that moved from ``before`` to ``after``, each with its cause.

    ``again`` is the earlier run judged by the later one's method; it is left out where both have one method. Where the
    methods differ and it cannot be had, ``why_not_again`` says why, and figures are not compared. ``errors`` gives what
    labels are worth, and is asked where lines differ. ``rescore`` runs audits again to tell the causes and the label
    error of a score's move; without it neither is told. ``on_common`` gives what audits find on the pages that both
    runs read, by which what pages that came or went did to a finding is told from what was mended. ``past`` is the history of the findings; without it nothing is
    reopened and every standing finding dates from ``before``.
    """
    base = again or before
    pairs = pair_pages(base, after)
    states = page_changes(pairs, base, after)
    short = shortfall(base, after, states)
    apart = {change.url for change in states if change.state in UNREAD}
    read = [pair for pair in pairs if not (_only(pair) and _only(pair) in apart)]
    edits = line_changes(read)
    lines = edits.changes
    if again is not None:
        lines += line_changes(pair_pages(before, again), method=True).changes
    same_ruler = again is not None or (
        before.run.method == after.run.method and labels_set(before.run) == labels_set(after.run)
    )
    why = short or (
        "" if same_ruler else f"Another method, and the earlier pages could not be judged again: {why_not_again}"
    )
    findings = finding_changes(
        before.run,
        base.run,
        after.run,
        lines=edits.same,
        scope=_scope(base, after, pairs, states, on_common),
        past=past or Past(),
    )
    shares, scores, audits = _figures(before, base, after, read, edits, errors, rescore, why)
    return Diff(
        schema=SCHEMA,
        site=after.run.site,
        name=after.run.name,
        before=_side(before.run),
        after=_side(after.run),
        comparable=not short,
        why_not=short,
        again="judged again" if again is not None else "" if same_ruler else why_not_again,
        verdict_again=base.run.verdict,
        pages=_pages(states, lines, pairs),
        lines=lines,
        findings=findings,
        shares=shares,
        scores=tuple(_with_findings(move, _audits_of(move.name, base.run, after.run), findings) for move in scores),
        audits=tuple(_with_findings(move, {move.name}, findings) for move in audits),
        method=_method(before.run, after.run),
        notes=_notes(before.run, after.run),
    )


def _audits_of(name: str, *runs: Run) -> set[str]:
    """The audits that a dimension's score was made of in any of these runs."""
    return {part for run in runs for score in run.scores if score.name == name for part, _, _ in score.parts}


def _with_findings(move: Move, audits: Collection[str], findings: Sequence[FindingChange]) -> Move:
    """The move with how many findings of its audits went and came on the site."""
    own = [change for change in findings if change.finding.audit in audits and change.cause is not Cause.METHOD]
    fixed = sum(change.state is FindingState.FIXED or bool(change.mended) for change in own)
    new = sum(change.state in (FindingState.NEW, FindingState.REOPENED) and not change.retold for change in own)
    return replace(move, findings=(fixed, new))


def _only(pair: PagePair) -> str:
    """The URL of a page without a partner, else ""."""
    page = pair.after if pair.before is None else pair.before if pair.after is None else None
    return page.url if page else ""


def _scope(
    base: Audited,
    after: Audited,
    pairs: Sequence[PagePair],
    states: Sequence[PageChange],
    on_common: Callable[[Commons, Collection[str]], tuple[Sequence[Finding], Sequence[Finding]]] | None,
) -> Scope:
    """Which pages the two sides have, as what became of their findings hangs on it."""
    both = [(pair.before, pair.after) for pair in pairs if pair.before and pair.after]
    commons = (base, [old for old, _ in both]), (after, [new for _, new in both])
    silent = frozenset(on_site(url) for url, skip in after.skips.items() if unread(skip))
    seen = base.run.coverage
    whole = seen.complete and not any(seen.skipped.get(reason.value) for reason in (SkipReason.CAP, SkipReason.DEPTH))
    added = _urls(states, PageState.ADDED)
    return Scope(
        frozenset(added | _urls(states, PageState.REGAINED)),
        frozenset(added if whole else ()),
        Unknown(frozenset(_urls(states, PageState.GONE)), frozenset(_urls(states, PageState.LOST)), silent),
        {old.url: new for old, new in both},
        {new.url: old for old, new in both},
        None if on_common is None else lambda audits: on_common(commons, audits),
    )


def _urls(changes: Sequence[PageChange], state: PageState) -> set[str]:
    return {change.url for change in changes if change.state is state}


def _side(run: Run) -> Side:
    seen = run.coverage
    return Side(run.id, run.finished, run.auditor, run.method, seen.read, seen.kept, seen.complete, run.verdict)


def _pages(
    states: Sequence[PageChange], lines: Sequence[LineChange], pairs: Sequence[PagePair]
) -> tuple[PageChange, ...]:
    """The pages that came, went or moved, then those with edits; each with the number of its edits."""
    edits: dict[str, int] = {}
    for change in lines:
        if change.cause is Cause.TEXT:
            for url in change.pages:
                edits[url] = edits.get(url, 0) + 1
    for pair in pairs:
        if pair.before and pair.after and pair.before.url != pair.after.url:
            edits[pair.after.url] = edits.get(pair.after.url, 0) + edits.pop(pair.before.url, 0)
    known = {change.url for change in states}
    found = [replace(change, lines=edits.get(change.url, change.lines)) for change in states]
    for pair in pairs:
        page = pair.after
        if page is not None and pair.before is not None and edits.get(page.url) and page.url not in known:
            title = page.page.title
            found.append(PageChange(page.url, PageState.CHANGED, Cause.TEXT, title, page.kind, lines=edits[page.url]))
    return tuple(found)


def _figures(
    before: Audited,
    base: Audited,
    after: Audited,
    pairs: Sequence[PagePair],
    edits: Edits,
    errors: Callable[[], LabelErrors],
    rescore: Callable[[Changed], Rescored] | None,
    why: str,
) -> tuple[tuple[Move, ...], tuple[Move, ...], tuple[Move, ...]]:
    """The moves of shares, scores and audits; without numbers where ``why`` says that they cannot be compared."""
    names = [*(score.name for score in after.run.scores), after.run.overall.name]
    audits = [AUDIT + result.id for result in after.run.results if result.weight > 0]
    if why:
        shares = tuple(
            withheld(base.run.profile.shares[name], share, name, why)
            for name, share in after.run.profile.shares.items()
            if name in base.run.profile.shares
        )
        scores, others = (
            tuple(Move(name.removeprefix(AUDIT), None, None, None, why=why) for name in of) for of in (names, audits)
        )
        return shares, scores, others
    both = [(pair.before, pair.after) for pair in pairs if pair.before and pair.after]
    common = [old for old, _ in both], [new for _, new in both]
    units = uncertain(base.pages, common[0], edits.before), uncertain(after.pages, common[1], edits.after)
    profiles = before.run.profile, base.run.profile, after.run.profile
    shares = moves(profiles, (base.pages, after.pages), common, units, edits.same, errors)
    told = [_scores(run) for run in (before.run, base.run, after.run)]
    moved = tuple(name.removeprefix(AUDIT) for name in audits if told[1].get(name, (None, ""))[0] != told[2][name][0])
    changed = Changed(base, after, common, units, edits.same, moved)
    rescored = rescore(changed) if rescore and moved else Rescored()
    scores, others = (tuple(_score(name, told, rescored, changed) for name in of) for of in (names, audits))
    return shares, scores, others


def uncertain(pages: Sequence[JudgedPage], common: Sequence[JudgedPage], edited: Collection[str]) -> set[str]:
    """Ids of the units whose label error does not cancel: edited ones, and all of pages that came or went."""
    kept = {page.url for page in common}
    return {
        copy.unit.id
        for page in pages
        for copy in page.copy
        if copy.unit.region.is_copy and (page.url not in kept or copy.unit.id in edited)
    }


def _scores(run: Run) -> dict[str, tuple[float | None, str]]:
    """Every number of a run, 0-100: dimensions and overall by name, audits by AUDIT and their id."""
    scores: list[Score] = [*run.scores, run.overall]
    found = {score.name: (score.value, score.why) for score in scores}
    found |= {
        AUDIT + result.id: (None if result.score is None else round(100 * result.score, 1), result.status.value)
        for result in run.results
    }
    return found


def _score(
    name: str, told: Sequence[dict[str, tuple[float | None, str]]], rescored: Rescored, changed: Changed
) -> Move:
    (first, _), (middle, _), (last, why) = (side.get(name, (None, "not measured")) for side in told)
    ruler = None if first is None or middle is None else round(middle - first, 1)
    if middle is None or last is None:
        return Move(name.removeprefix(AUDIT), first, middle, last, ruler, why=why or "not measured before")
    total = last - middle
    text: float | None = total
    if total and changed.came_or_went:
        old, new = rescored.common.get(name, (None, None))
        text = None if old is None or new is None else new - old
    low, high = rescored.spread.get(name, (None, None))
    called = (
        abs(total) >= SMALLEST and any(changed.units) and low is not None and high is not None and (low > 0 or high < 0)
    )
    return Move(
        name.removeprefix(AUDIT),
        first,
        middle,
        last,
        method=ruler,
        scope=None if text is None else round(total - text, 1),
        text=None if text is None else round(text, 1),
        low=None if low is None else round(min(low, total), 1),
        high=None if high is None else round(max(high, total), 1),
        called=called,
        why="" if total == 0 or low is not None else rescored.why or "its label error could not be drawn",
    )


def _method(before: Run, after: Run) -> tuple[MethodChange, ...]:
    """Which parts of the ruler differ, as far as two runs can tell."""
    people = [len(labels_set(run)) for run in (before, after)]
    hands = () if labels_set(before) == labels_set(after) else (MethodChange(PEOPLE, *map(str, people)),)
    if before.method == after.method:
        return hands
    old = {result.id: str(result.version) for result in before.results}
    new = {result.id: str(result.version) for result in after.results}
    found = [
        MethodChange(name, old.get(name, "none"), new.get(name, "none"))
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    ]
    modes = ["small" if run.settings.get("fast") else "default" for run in (before, after)]
    if modes[0] != modes[1]:
        found.append(MethodChange("model", modes[0], modes[1]))
    return (*found, *hands, MethodChange("method", before.method, after.method))


def labels_set(run: Run) -> frozenset[tuple[str, str]]:
    """The labels that people had set when this run was judged, whether they met a line or not."""
    return frozenset((decided.id, decided.label) for decided in run.decided if decided.label)


def _notes(before: Run, after: Run) -> tuple[str, ...]:
    found = []
    for name in SETTINGS:
        old, new = before.settings.get(name), after.settings.get(name)
        if old != new and name != "fast" and (name != "label_budget" or None not in (old, new)):
            found.append(f"The setting {name} was {_told(old)} and is {_told(new)}.")
    return tuple(found)


def _told(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "empty"
    return str(value) if value not in ("", None) else "empty"
