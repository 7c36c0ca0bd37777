"""What is told after a re-audit: a verdict as the subject, and under 150 words of what a person can use.

A message is a pure function of a diff, the later run and the day. Changes of the site and changes of the ruler never
share a message. If nothing changed it is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from auditor.changes import PEOPLE
from auditor.diff import Diff, Edit, FindingChange, FindingState, LineChange, Move, PageState
from auditor.model import Finding, Label, Role, Run, Standing
from auditor.report.ranking import leads, ranked
from auditor.report.safe import bounded, in_quotes, place, shown
from auditor.report.words import LABELS, counted, day, percent, points
from auditor.text import digest, listed

MOST_WORDS = 150
"""A message stays under so many words, its subject included."""

QUOTE = 70
"""Characters of one quoted line."""

LINES = 4
"""Changed lines told one by one; the rest are counted."""

SOON = timedelta(days=14)
"""A dismissal that expires within this time is announced."""

CONTRADICTIONS = "one-voice"
BROKEN = "visible-errors"
_MARKS = {1: "Better", -1: "Worse"}


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
    if not (edits or pages or findings or called):
        return (*found, _still(diff, run, report, standing, today))
    parts = [
        _edits(edits[:LINES]),
        [f"{len(edits)} changed lines in all, in the report."] if len(edits) > LINES else [],
        _findings("Fixed", findings, FindingState.FIXED),
        _partly(diff),
        _findings("Back again", findings, FindingState.REOPENED),
        _findings("New", findings, FindingState.NEW),
        _pages(pages),
        [_score(move) for move in called],
        _standing(standing, today),
        _expiring(run, today),
        _action(run, [change.after for change in findings if change.after]),
    ]
    numbers = {
        "lines": len(edits),
        "better": sum(change.gain > 0 for change in edits),
        "worse": sum(change.gain < 0 for change in edits),
        **{state.value: sum(change.state is state for change in findings) for state in _TOLD},
        "standing": len(standing),
        "lost pages": sum(page.state is PageState.LOST for page in pages),
        "scores": {move.name: [move.before, move.after] for move in called},
    }
    subject = _verdict(edits, findings, pages, called)
    return (*found, _message("changed", run, subject, _within(subject, parts), report, numbers))


def trouble(site: str, why: str, key: str, made: str) -> Message:
    """The message where a site could not be audited; told once, until it can be again."""
    subject = f"Could not be audited ({shown(site)})"
    return Message(digest("trouble", site, key), "trouble", site, subject, (shown(bounded(why, 300)),), made)


_NO_CHANGE = (Edit.MOVED, Edit.RELABELLED)
"""Edits of which the words are the same."""

_TOLD = (FindingState.NEW, FindingState.REOPENED, FindingState.FIXED)


def _own(diff: Diff) -> tuple[list[LineChange], list[Any], list[FindingChange]]:
    """Lines, pages and findings that changed on the site, not through the ruler."""
    edits = [change for change in diff.lines if change.cause.value == "text" and change.edit not in _NO_CHANGE]
    edits.sort(key=lambda change: (not _vanished(change), -abs(change.gain), not change.shown.counted))
    pages = [page for page in diff.pages if page.state is not PageState.CHANGED]
    findings = [change for change in diff.findings if change.state in _TOLD and change.cause.value != "method"]
    return edits, pages, findings


def _verdict(
    edits: Sequence[LineChange], findings: Sequence[FindingChange], pages: Sequence[Any], called: Sequence[Move]
) -> str:
    """The subject: what moved, weightiest first, in at most three parts."""
    better, worse = sum(change.gain > 0 for change in edits), sum(change.gain < 0 for change in edits)
    new = [change.finding for change in findings if change.state in (FindingState.NEW, FindingState.REOPENED)]
    clash = sum(finding.audit == CONTRADICTIONS for finding in new)
    broken = sum(finding.audit == BROKEN for finding in new)
    fixed = sum(change.state is FindingState.FIXED for change in findings)
    other = len(new) - clash - broken
    lost, gone, added = (
        sum(page.state is state for page in pages) for state in (PageState.LOST, PageState.GONE, PageState.ADDED)
    )
    parts = [
        f"{counted(better, 'line')} better" if better else "",
        f"{counted(worse, 'line')} worse" if worse else "",
        counted(clash, "new contradiction") if clash else "",
        counted(broken, "new visible error") if broken else "",
        f"{counted(lost, 'page')} not readable" if lost else "",
        f"{counted(fixed, 'finding')} fixed" if fixed else "",
        counted(other, "new finding") if other else "",
        f"{counted(len(edits), 'line')} changed" if edits and not better and not worse else "",
        f"{counted(gone, 'page')} gone" if gone else "",
        counted(added, "new page") if added else "",
        f"{counted(len(pages) - lost - gone - added, 'page')} moved or back"
        if len(pages) > lost + gone + added
        else "",
        f"{listed([move.name for move in called])} moved" if called else "",
    ]
    return ", ".join([part for part in parts if part][:3])


def _edits(edits: Sequence[LineChange]) -> list[str]:
    lines = []
    for change in edits:
        old, new = change.before, change.after
        mark = "Proof gone" if _vanished(change) else _MARKS.get(change.gain, change.edit.value.capitalize())
        where = place(change.shown.url)
        if old and new:
            lines.append(f"{mark} ({where}): {_said(old.text)} is now {_said(new.text)}{_move(old.label, new.label)}")
        elif new:
            lines.append(f"{mark} ({where}): added {_said(new.text)}{_named(new.label)}")
        elif old:
            gone = "" if mark == "Proof gone" else "gone "
            lines.append(f"{mark} ({where}): {gone}{_said(old.text)}{_named(old.label)}")
    return lines


def _move(old: Label | None, new: Label | None) -> str:
    if old is None or new is None:
        return ""
    return f" [{_label(old)}]" if old is new else f" [{_label(old)} to {_label(new)}]"


def _named(label: Label | None) -> str:
    return f" [{_label(label)}]" if label else ""


def _label(label: Label) -> str:
    return LABELS[label][0].lower()


def _findings(title: str, changes: Sequence[FindingChange], state: FindingState) -> list[str]:
    found = [change.finding for change in changes if change.state is state]
    if not found:
        return []
    order = {CONTRADICTIONS: 0, BROKEN: 1}
    found.sort(key=lambda finding: (order.get(finding.audit, 2), -finding.weight))
    shown_titles = [shown(bounded(finding.title, 80)) for finding in found[:2]]
    more = f" (+{len(found) - 2})" if len(found) > 2 else ""
    return [f"{title}: {'; '.join(shown_titles)}{more}"]


def _vanished(change: LineChange) -> bool:
    """True where a customer's words are gone from the site."""
    return change.after is None and change.before is not None and change.before.role is Role.QUOTE


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


def _partly(diff: Diff) -> list[str]:
    """Errors of which some were mended: they stand, but the work that was done is told."""
    found = [change for change in diff.found(FindingState.STANDING) if change.mended]
    return [f"Partly fixed, {c.mended} of {c.of} lines: {shown(bounded(c.finding.title, 70))}" for c in found[:2]]


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
        lines.append(f"Line: {_said(finding.quotes[0].text)}")
    if finding.proposal:
        lines.append(f"{'To fill in' if entries[0].pattern else 'Draft'}: {_said(finding.proposal, 160)}")
    return lines


def _still(diff: Diff, run: Run, report: str, standing: Sequence[FindingChange], today: date) -> Message:
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


def _said(text: str, limit: int = QUOTE) -> str:
    return in_quotes(shown(bounded(text, limit)))
