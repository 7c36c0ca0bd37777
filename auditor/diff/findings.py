"""Which finding of one run is which finding of the other, and since when it stands.

A finding's id hangs on its audit, its kind and the words it quotes, so it changes when somebody edits those words. Its
*key* does not: a finding of the same audit and kind whose quoted lines are the same lines (moved, or reworded within
likeness) is the same finding, and keeps the id under which it was first seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditor.changes import RETOLD, Cause, FindingChange, FindingState
from auditor.diff.ends import Scope, begun, ended
from auditor.diff.members import compared
from auditor.likeness import LIKE, likeness, matched
from auditor.model import Finding, Quote, Run, Tier

SAME = 0.5
"""Share of its quoted lines that must be found again for a finding to be the same one."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is known of a finding from the runs before: its key, the day it was first seen, how many runs had it."""

    key: str
    since: str
    runs: int


@dataclass(frozen=True, slots=True)
class Past:
    """The history of a site's findings: of those in the earlier run (by id), and of those that were gone by then."""

    known: Mapping[str, Sighting] = field(default_factory=dict)
    closed: tuple[tuple[Sighting, Finding], ...] = ()


def findings_of(run: Run) -> list[Finding]:
    """Every finding of a run, heaviest of the first tier first; ids last so that the order is total.

    One that is dismissed still stands on the site: it is neither fixed when it is dismissed nor new when it comes back.
    """
    tiers = list(Tier)
    found = [finding for result in run.results for finding in result.findings]
    found += [decided.finding for decided in run.decided if decided.finding is not None]
    return sorted(found, key=lambda entry: (tiers.index(entry.tier), -entry.weight, entry.audit, entry.kind, entry.id))


def same_findings(
    before: Sequence[Finding], after: Sequence[Finding], *, lines: Mapping[str, str] | None = None
) -> dict[int, int]:
    """Place in ``after`` -> place in ``before`` of the same finding.

    ``lines`` maps the unit id of a line after to that of the line before (:mod:`auditor.diff.lines`); without it lines
    are told by their likeness alone. Within one audit and kind, equal ids are paired first.
    """
    lines = lines or {}
    groups: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, finding in enumerate(before):
        groups[finding.audit, finding.kind][0].append(i)
    for j, finding in enumerate(after):
        groups[finding.audit, finding.kind][1].append(j)
    found: dict[int, int] = {}
    for old, new in groups.values():
        ids: dict[str, list[int]] = defaultdict(list)
        for i in old:
            ids[before[i].id].append(i)
        for j in new:
            if ids[after[j].id]:
                found[j] = ids[after[j].id].pop(0)
        left = [i for rest in ids.values() for i in rest]
        came = [j for j in new if j not in found]
        weights = {}
        for a, i in enumerate(left):
            for b, j in enumerate(came):
                value = _alike(before[i], after[j], lines)
                if value >= SAME:
                    weights[a, b] = value
        found.update({came[b]: left[a] for a, b, _ in matched(weights, len(left), len(came))})
    return found


def _alike(before: Finding, after: Finding, lines: Mapping[str, str]) -> float:
    """Share of the quoted lines of the shorter finding that stand in the other, the same or reworded."""
    if not before.quotes or not after.quotes:
        return 0.0
    units = {quote.unit for quote in before.quotes if quote.unit}
    again = 0.0
    for quote in after.quotes:
        if lines.get(quote.unit) in units:
            again += 1.0
        else:
            # likeness is looked for on any page: a line that moved is the same line
            best = max(likeness(other.text, quote.text) for other in before.quotes)
            again += best if best >= LIKE else 0.0
    return min(1.0, again / min(len(before.quotes), len(after.quotes)))


def finding_changes(
    before: Run,
    again: Run,
    after: Run,
    *,
    lines: Mapping[str, str],
    scope: Scope,
    past: Past,
) -> tuple[FindingChange, ...]:
    """What became of every finding.

    ``before`` is the earlier run as recorded, ``again`` by the later method (the same where the method is), ``scope``
    the pages that each has. A finding whose pages were not read is *not seen*: it is neither fixed nor standing. One that
    went though nobody mended it is *gone* (:mod:`auditor.diff.ends`). One that people dismissed in ``after`` is that and
    nothing else.
    """
    recorded, old, new = findings_of(before), findings_of(again), findings_of(after)
    ruler = (
        {j: recorded[i] for j, i in same_findings(recorded, old).items()}
        if again is not before
        else dict(enumerate(old))
    )
    ruled = {finding.id for finding in ruler.values()}
    pairs = same_findings(old, new, lines=lines)
    closed = {j: past.closed[i][0] for j, i in _reopened(past, new, pairs).items()}
    day = after.finished[:10]
    dismissed = {decided.finding.id for decided in after.decided if decided.finding is not None}
    changes = []
    for j, finding in enumerate(new):
        if j in pairs:
            first = ruler.get(pairs[j])
            seen = past.known.get(first.id) if first else None
            cause = Cause.METHOD if first is None else Cause.TEXT
            state = FindingState.STANDING if first else FindingState.NEW
            change = _change(state, cause, first, finding, seen, before.finished[:10] if first else day)
            changes.append(_with_members(change, old[pairs[j]], finding, lines, scope) if first else change)
        else:
            cause, why = begun(finding, scope, same_findings)
            state = FindingState.REOPENED if j in closed else FindingState.NEW
            changes.append(replace(_change(state, cause, None, finding, closed.get(j), day), why=why))
    changes = [
        replace(
            change, state=FindingState.DISMISSED, cause=Cause.TEXT, mended=0, of=0, came=(), went=(), spread=(), why=""
        )
        if change.finding.id in dismissed
        else change
        for change in changes
    ]
    kept = set(pairs.values())
    fresh = [finding for j, finding in enumerate(new) if j not in pairs]
    for i, finding in enumerate(old):
        first = ruler.get(i)
        if i in kept or first is None:  # what only the new ruler saw, and now is gone, was never told
            continue
        state, cause, why = ended(finding, fresh, scope, same_findings)
        change = _change(state, cause, first, None, past.known.get(first.id), before.finished[:10])
        changes.append(replace(change, why=why))
    for finding in recorded:
        if finding.id not in ruled:
            seen = past.known.get(finding.id)
            changes.append(_change(FindingState.FIXED, Cause.METHOD, finding, None, seen, before.finished[:10]))
    return tuple(_no_news(changes))


def _no_news(changes: Sequence[FindingChange]) -> Iterator[FindingChange]:
    """The changes; a new finding is no news where one of its audit that weighed as much or more was told of its lines."""
    retold = [change.finding for change in changes if change.state is FindingState.GONE and change.retold]
    for change in changes:
        lines = {quote.text for quote in change.finding.quotes}
        fresh = change.state in (FindingState.NEW, FindingState.REOPENED)
        heavier = (
            old.audit == change.finding.audit
            and old.weight >= change.finding.weight
            and lines & {quote.text for quote in old.quotes}
            for old in retold
        )
        yield replace(change, why=RETOLD) if fresh and any(heavier) else change


def _with_members(
    change: FindingChange, before: Finding, after: Finding, lines: Mapping[str, str], scope: Scope
) -> FindingChange:
    """The change of a standing finding with what became of the things it lists; of its quoted lines where it lists none."""
    if before.members and after.members:
        told = compared(before, after, scope.unknown, scope.came)
        mended = len(told.went)
        return replace(
            change, mended=mended, of=told.of if mended else 0, came=told.came, went=told.went, spread=told.spread
        )
    mended, of = _mended(before, after, lines, scope.unknown.gone | scope.unknown.lost)
    return replace(change, mended=mended, of=of)


def _mended(before: Finding, after: Finding, lines: Mapping[str, str], away: Collection[str]) -> tuple[int, int]:
    """How many of the lines that an error or contradiction quoted it no longer quotes, of how many; 0 and 0 for none.

    Lines of pages that are ``away`` do not count: nobody mended them. A finding that quotes as many lines as before may
    have more than it quotes, so nothing is said of it.
    """
    read = [quote for quote in before.quotes if quote.url not in away]
    if after.tier is not Tier.VISIBLE or len(after.quotes) >= len(read):
        return 0, 0
    left = list(after.quotes)
    for quote in read:
        again = next((other for other in left if _same_line(quote, other, lines)), None)
        if again is not None:
            left.remove(again)
    still = len(after.quotes) - len(left)
    return len(read) - still, len(read)


def _same_line(before: Quote, after: Quote, lines: Mapping[str, str]) -> bool:
    if before.unit and lines.get(after.unit, after.unit) == before.unit:
        return True
    return likeness(before.text, after.text) >= LIKE


def _reopened(past: Past, new: Sequence[Finding], pairs: Mapping[int, int]) -> dict[int, int]:
    """Place among the new findings -> place in ``past.closed`` of the finding that came back."""
    fresh = [j for j in range(len(new)) if j not in pairs]
    found = same_findings([finding for _, finding in past.closed], [new[j] for j in fresh])
    return {fresh[b]: a for b, a in found.items()}


def _change(
    state: FindingState, cause: Cause, before: Finding | None, after: Finding | None, seen: Sighting | None, day: str
) -> FindingChange:
    told = after or before
    assert told is not None
    first = before or told
    if seen is None:
        return FindingChange(first.id, state, cause, before, after, day, 1 if before else 0)
    return FindingChange(seen.key, state, cause, before, after, seen.since, seen.runs)
