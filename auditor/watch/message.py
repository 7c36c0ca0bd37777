"""What is told after a re-audit: a verdict as the subject, and under 150 words of what a person can use.

A message is a pure function of a diff, the later run and the day. Changes of the site and changes of the ruler never
share a message. If nothing changed it is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from auditor.changes import PEOPLE
from auditor.diff import Diff, Edit, FindingChange, FindingState, LineChange, Move, PageChange, PageState
from auditor.model import Finding, Run, Standing
from auditor.report.fates import heading, listed_moves, moves_said
from auditor.report.moved import conditions
from auditor.report.ranking import leads, ranked
from auditor.report.safe import bounded, place, shown
from auditor.report.words import counted, day, percent, points
from auditor.text import digest, listed
from auditor.watch.lines import edit_line, in_order, quoted

MOST_WORDS = 150
"""A message stays under so many words, its subject included."""

LINES = 6
"""Changed lines told one by one; the rest are counted."""

SOON = timedelta(days=14)
"""A dismissal that expires within this time is announced."""

CONTRADICTIONS = "one-voice"
BROKEN = "visible-errors"


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``kind`` is first, changed, still, method, unlike (not comparable) or trouble.

    ``lines`` are the body, plain text; ``numbers`` are for programs. ``made`` is the UTC time in ISO form; ``id`` stays
    the same however often the message is made of the same runs.
    """

    id: str
    kind: str
    site: str
    subject: str
    lines: tuple[str, ...]
    made: str
    run: str = ""
    report: str = ""
    numbers: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """Words of subject and body."""
        return len(" ".join((self.subject, *self.lines)).split())

    def plain(self) -> dict[str, Any]:
        """The message as plain values."""
        return asdict(self)


def first(run: Run, report: str, today: date) -> Message:
    """The message after the first audit of a site: there is nothing to compare with yet."""
    findings = sum(len(result.findings) for result in run.results)
    subject = f"First audit: {run.verdict}"
    lines = [
        f"{counted(run.coverage.read, 'page')} read, {counted(findings, 'finding')}. From now on you hear what moved."
    ]
    return _message("first", run, subject, [*lines, *_action(run, ()), *_expiring(run, today)], report)


def after(diff: Diff, run: Run, report: str, today: date) -> tuple[Message, ...]:
    """The messages after a re-audit: what moved on the site, and apart from it what moved because the ruler did."""
    found = []
    ruler = diff.method or any(change.cause.value == "method" for change in diff.lines)
    if ruler:
        found.append(_method(diff, run, report))
    if not diff.comparable:
        return (*found, _unlike(diff, run, report))
    edits, pages, findings = _own(diff)
    called = [move for move in (*diff.scores, *diff.shares) if _moved(move)]
    standing = diff.found(FindingState.STANDING)
    turned = [change for change in standing if change.moved]
    if not (edits or pages or findings or called or turned):
        return (*found, _still(run, report, standing, today))
    parts = [
        [edit_line(change) for change in edits[:LINES]],
        [f"{len(edits)} changed lines in all, in the report."] if len(edits) > LINES else [],
        _findings("Fixed", findings, FindingState.FIXED),
        _turned(turned),
        _findings("Back again", findings, FindingState.REOPENED),
        _findings("New", findings, FindingState.NEW),
        _findings("Told no more, though nobody mended it", findings, FindingState.GONE),
        _pages(pages),
        [_score(move) for move in called],
        _standing(standing, today),
        _expiring(run, today),
        _action(run, [change.after for change in [*findings, *(c for c in turned if c.came)] if change.after]),
    ]
    counts = _counts(edits, conditions(diff), findings, pages, turned)
    scores = {move.name: [move.before, move.after] for move in called}
    numbers: dict[str, Any] = {**counts, "standing": len(standing), "scores": scores}
    subject = _verdict(counts, listed_moves(diff), called)
    return (*found, _message("changed", run, subject, _within(subject, parts), report, numbers))


def trouble(site: str, why: str, key: str, made: str) -> Message:
    """The message where a site could not be audited; told once, until it can be again."""
    subject = f"Could not be audited ({shown(site)})"
    return Message(digest("trouble", site, key), "trouble", site, subject, (shown(bounded(why, 300)),), made)


_NO_CHANGE = (Edit.MOVED, Edit.RELABELLED)
"""Edits of which the words are the same."""

_TOLD = (FindingState.NEW, FindingState.REOPENED, FindingState.FIXED, FindingState.GONE)

_CAME = (FindingState.NEW, FindingState.REOPENED)


def _own(diff: Diff) -> tuple[list[LineChange], list[Any], list[FindingChange]]:
    """Lines, pages and findings that changed on the site, not through the ruler."""
    edits = [change for change in diff.lines if change.cause.value == "text" and change.edit not in _NO_CHANGE]
    pages = [page for page in diff.pages if page.state is not PageState.CHANGED]
    told = [change for change in diff.findings if change.state in _TOLD and change.cause.value != "method"]
    findings = [change for change in told if not change.retold]  # only told under another kind
    return in_order(edits), pages, findings


def _counts(
    edits: Sequence[LineChange],
    figures: Sequence[LineChange],
    findings: Sequence[FindingChange],
    pages: Sequence[PageChange],
    turned: Sequence[FindingChange],
) -> dict[str, int]:
    """What moved, in numbers for programs; the subject is made of the same ones."""
    states = [change.state for change in findings]
    new = [change.finding.audit for change in findings if change.state in _CAME]
    came = [page.state for page in pages]
    return {
        "lines": len(edits),
        "better": sum(change.gain > 0 for change in edits),
        "worse": sum(change.gain < 0 for change in edits),
        "prices": sum(change.priced for change in figures),
        "figures": sum(not change.priced for change in figures),
        **{state.value: states.count(state) for state in _TOLD},
        "new contradictions": new.count(CONTRADICTIONS),
        "new visible errors": new.count(BROKEN),
        "new places": sum(len(change.came) for change in turned),
        "mended places": sum(change.mended for change in turned),
        "lost pages": came.count(PageState.LOST),
        "pages gone": came.count(PageState.GONE),
        "new pages": came.count(PageState.ADDED),
        "pages moved": came.count(PageState.MOVED),
        "pages read again": came.count(PageState.REGAINED),
    }


def _verdict(counts: Mapping[str, int], turned: Sequence[str], called: Sequence[Move]) -> str:
    """The subject: what moved, weightiest first, in at most three parts."""
    other = counts["new"] + counts["reopened"] - counts["new contradictions"] - counts["new visible errors"]
    told = counts["better"] + counts["worse"] + counts["prices"] + counts["figures"]
    rest = counts["lines"] - told
    parts = [
        _part(counts["prices"], "price or fee", "changed", "prices or fees"),
        _part(counts["better"], "line", "better"),
        _part(counts["worse"], "line", "worse"),
        _part(counts["new contradictions"], "new contradiction"),
        _part(counts["new visible errors"], "new visible error"),
        *turned,
        _part(counts["lost pages"], "page", "not readable"),
        _part(counts["fixed"], "finding", "fixed"),
        _part(other, "new finding"),
        _part(counts["pages gone"], "page", "gone"),
        _part(counts["figures"], "figure", "changed"),
        _part(rest, "other line" if told else "line", "changed"),
        _part(counts["new pages"], "new page"),
        _part(counts["pages moved"] + counts["pages read again"], "page", "moved or back"),
        _part(counts["gone"], "finding", "told no more"),
        f"{listed([move.name for move in called])} moved" if called else "",
    ]
    return ", ".join([part for part in parts if part][:3]) or "Findings moved"


def _part(count: int, noun: str, verb: str = "", many: str = "") -> str:
    return f"{counted(count, noun, many)} {verb}".rstrip() if count else ""


def _findings(title: str, changes: Sequence[FindingChange], state: FindingState) -> list[str]:
    found = [change.finding for change in changes if change.state is state]
    if not found:
        return []
    order = {CONTRADICTIONS: 0, BROKEN: 1}
    found.sort(key=lambda finding: (order.get(finding.audit, 2), -finding.weight))
    shown_titles = [shown(bounded(finding.title, 80)) for finding in found[:2]]
    more = f" (+{len(found) - 2})" if len(found) > 2 else ""
    return [f"{title}: {'; '.join(shown_titles)}{more}"]


def _pages(pages: Iterable[Any]) -> list[str]:
    """Pages lost or blocked, apart from what the site itself did."""
    lines = []
    names = (
        (PageState.LOST, "Not readable this time"),
        (PageState.GONE, "Pages gone"),
        (PageState.ADDED, "New pages"),
        (PageState.REGAINED, "Readable again"),
    )
    pages = list(pages)
    for state, name in names:
        found = [page for page in pages if page.state is state]
        if found:
            reason = f" ({shown(bounded(found[0].reason, 40))})" if state is PageState.LOST and found[0].reason else ""
            more = f" (+{len(found) - 2})" if len(found) > 2 else ""
            lines.append(f"{name}: {', '.join(place(page.url) for page in found[:2])}{more}{reason}")
    moved = sum(page.state is PageState.MOVED for page in pages)
    return lines + ([f"{counted(moved, 'page')} moved to another address."] if moved else [])


def _moved(move: Move) -> bool:
    """True where a figure moved beyond its interval, by more than the ruler alone."""
    return move.called and move.after is not None and move.again is not None and move.after != move.again


def _score(move: Move) -> str:
    assert move.again is not None
    assert move.after is not None
    share = max(abs(move.again), abs(move.after)) <= 1 and move.counts is not None
    said = percent if share else points
    name = f"Share about {move.name}" if share else move.name.capitalize()
    return f"{name}: {said(move.again)} to {said(move.after)}, beyond its interval."


def _standing(standing: Sequence[FindingChange], today: date) -> list[str]:
    if not standing:
        return []
    days = [(today - date.fromisoformat(change.since[:10])).days for change in standing if change.since]
    age = f", the oldest for {counted(max(days), 'day')}" if days and max(days) > 0 else ""
    return [f"Still open: {counted(len(standing), 'finding')}{age}."]


def _turned(turned: Sequence[FindingChange]) -> list[str]:
    """What standing findings list that is new or was mended: they stand, but what was done, and what broke, is told."""
    return [f"{shown(heading(change))}: {shown('; '.join(moves_said(change)))}" for change in turned[:3]]


def _expiring(run: Run, today: date) -> list[str]:
    soon = [
        decided
        for decided in run.decided
        if decided.standing is Standing.IN_FORCE and decided.until and date.fromisoformat(decided.until) <= today + SOON
    ]
    if not soon:
        return []
    soonest = min(soon, key=lambda decided: decided.until)
    more = f" (+{len(soon) - 1})" if soon[1:] else ""
    return [f"Dismissal ends {day(soonest.until)}: {shown(bounded(soonest.title, 70))}{more}"]


def _action(run: Run, fresh: Sequence[Finding]) -> list[str]:
    """One thing to do, with a draft: the best of what is new, else of what the report puts first."""
    chosen = leads(run, ranked(run))
    entries = [*chosen.correct, *chosen.change] or [*chosen.consider]
    new = {finding.id for finding in fresh}
    entries.sort(key=lambda entry: (entry.finding.id not in new, not entry.finding.proposal, entry.rank))
    if not entries:
        return []
    finding = entries[0].finding
    where = f" ({place(finding.quotes[0].url, run.site)})" if finding.quotes else ""
    lines = [f"To do{where}: {shown(bounded(finding.fix, 130))}"]
    if finding.quotes and not entries[0].moved:
        lines.append(f"Line: {quoted(finding.quotes[0].text)}")
    if finding.proposal:
        lines.append(f"{'To fill in' if entries[0].pattern else 'Draft'}: {quoted(finding.proposal, 160)}")
    return lines


def _still(run: Run, report: str, standing: Sequence[FindingChange], today: date) -> Message:
    told = [*_standing(standing, today), *_expiring(run, today)]
    line = " ".join(["No change in your copy.", f"{counted(run.coverage.read, 'page')} read.", *told])
    return _message("still", run, "No change in your copy", [line], report, {"standing": len(standing)}, stamp=False)


def _method(diff: Diff, run: Run, report: str) -> Message:
    """What moved because the ruler did: old pages, judged again."""
    people = next((change for change in diff.method if change.name == PEOPLE), None)
    parts = [
        f"{change.name} {change.before} to {change.after}"
        for change in diff.method
        if change.name not in ("method", PEOPLE)
    ]
    ruler = people is None or len(diff.method) > 1
    told = (
        [f"auditor now measures otherwise ({shown(', '.join(parts[:4]) or 'word lists or weights')})"] if ruler else []
    )
    told += [f"people set labels ({people.before} before, {people.after} now)"] if people else []
    edits = [change for change in diff.lines if change.cause.value == "method"]
    findings = [change for change in diff.findings if change.cause.value == "method"]
    moved = [
        f"{move.name} {points(move.before)} to {points(move.again)}"
        for move in diff.scores
        if move.before is not None and move.again is not None and abs(move.again - move.before) >= 1
    ]
    lines = [f"Your site did not change by this: {' and '.join(told)}."]
    if edits or findings or moved:
        lines.append(
            f"On the old pages judged anew: {counted(len(edits), 'label')} and {counted(len(findings), 'finding')} differ"
            + (f"; {', '.join(moved[:4])}." if moved else ".")
        )
    elif diff.again not in ("", "judged again"):
        lines.append(f"The old pages could not be judged anew: {shown(bounded(diff.again, 160))}.")
    subject = "The measure changed, not your site" if ruler else "Labels set by people, no change of your site"
    return _message("method", run, subject, lines, report)


def _unlike(diff: Diff, run: Run, report: str) -> Message:
    lost = [page for page in diff.pages if page.state is PageState.LOST]
    lines = [shown(bounded(diff.why_not, 200)), *_pages(lost), "Nothing is called better or worse on this basis."]
    return _message("unlike", run, "Not comparable: less of the site could be read", lines, report)


def _message(
    kind: str,
    run: Run,
    subject: str,
    lines: Sequence[str],
    report: str,
    numbers: dict[str, Any] | None = None,
    *,
    stamp: bool = True,
) -> Message:
    subject = shown(subject).rstrip(".")
    own = [*lines, f"Report: {report}"] if stamp and report else list(lines)
    key = digest("message", kind, run.site, run.id)
    title = f"{subject} ({shown(run.site)})"
    return Message(key, kind, run.site, title, tuple(own), run.finished, run.id, report, numbers or {})


def _within(subject: str, parts: Sequence[Sequence[str]]) -> list[str]:
    """The parts in order, as many of their lines as stay under MOST_WORDS; the last part (what to do) always stays."""
    room = MOST_WORDS - 12 - len(subject.split())
    last = list(parts[-1])
    while len(last) > 1 and _count(last) > room // 2:
        last.pop()
    room -= _count(last)
    # every part gets its first line before any gets its second
    kept: set[tuple[int, int]] = set()
    turns = sorted((number, part) for part, lines in enumerate(parts[:-1]) for number in range(len(lines)))
    for number, part in turns:
        words = len(parts[part][number].split())
        if words <= room:
            kept.add((part, number))
            room -= words
    return [
        line for part, lines in enumerate(parts[:-1]) for number, line in enumerate(lines) if (part, number) in kept
    ] + last


def _count(lines: Iterable[str]) -> int:
    return sum(len(line.split()) for line in lines)
