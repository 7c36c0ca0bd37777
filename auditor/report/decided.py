"""What people decided about this site, as the report shows it: apart from the findings, and never silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Decided, Label, Quote, Run, Standing
from auditor.report.ranking import Said, said
from auditor.report.words import LABELS, counted, day
from auditor.text import listed


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as shown. ``how`` is when, by whom and until when, ``move`` the labels before and after."""

    id: str
    title: str
    quote: Said | None
    reason: str
    how: str
    move: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, by how it fared. ``labels`` are lines whose label a person set."""

    dismissed: tuple[Decision, ...]
    labels: tuple[Decision, ...]
    expired: tuple[Decision, ...]
    unmatched: tuple[Decision, ...]

    @property
    def any(self) -> bool:
        """True where there is something to show."""
        return bool(self.dismissed or self.labels or self.expired or self.unmatched)


def decisions(run: Run) -> Decisions:
    """The decisions of this run."""

    def those(standing: Standing, *, labels: bool | None = None) -> tuple[Decision, ...]:
        return tuple(
            _decision(entry, run.site)
            for entry in run.decided
            if entry.standing is standing and (labels is None or bool(entry.label) is labels)
        )

    return Decisions(
        those(Standing.IN_FORCE, labels=False),
        those(Standing.IN_FORCE, labels=True),
        those(Standing.EXPIRED),
        those(Standing.UNMATCHED),
    )


def lapsed(run: Run) -> dict[str, str]:
    """Finding id -> a sentence, for findings that are back because their dismissal has expired."""
    return {
        entry.subject: f"Dismissed until {day(entry.until)}{_by(entry)} (“{entry.reason}”). That day is over: it is back."
        for entry in run.decided
        if entry.standing is Standing.EXPIRED
    }


def decided_sentences(run: Run) -> list[str]:
    """What a reader of the first screen should know of the decisions; empty where there are none."""
    found = decisions(run)
    lines = []
    parts = []
    if found.dismissed:
        parts.append(f"{counted(len(found.dismissed), 'finding')} dismissed")
    if found.labels:
        parts.append(f"{counted(len(found.labels), 'label')} set")
    if parts:
        lines.append(
            f"{listed(parts)[:1].upper()}{listed(parts)[1:]} by people: listed in the report under “Decided by people”."
        )
    if found.expired:
        count = len(found.expired)
        lines.append(
            f"{counted(count, 'dismissal')} {'has' if count == 1 else 'have'} expired: "
            f"{'the finding is' if count == 1 else 'those findings are'} back."
        )
    if found.unmatched:
        lines.append(f"{counted(len(found.unmatched), 'decision')} matched nothing on the site any more.")
    return lines


def _decision(entry: Decided, host: str) -> Decision:
    move = ""
    if entry.label:
        was = LABELS[Label(entry.was)][0].lower() if entry.was else "any label"
        move = f"{was} is now {LABELS[Label(entry.label)][0].lower()}"
    quote = said(Quote(entry.quote, entry.page), host) if entry.quote else None
    return Decision(entry.id, entry.title, quote, entry.reason, _how(entry), move)


def _how(entry: Decided) -> str:
    parts: Sequence[str] = (
        f"decided {day(entry.decided)}{_by(entry)}",
        f"until {day(entry.until)}" if entry.until else "" if entry.label else "for good",
        f"the line was {entry.note} since" if entry.note else "",
    )
    return ", ".join(part for part in parts if part)


def _by(entry: Decided) -> str:
    return f" by {entry.who}" if entry.who else ""
