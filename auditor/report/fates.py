"""What became of findings between two runs, in words: new, back, fixed, gone unmended, and what a standing one lists now.

A rendering of :class:`~auditor.changes.FindingChange`: everything said here was decided there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.changes import Cause, Diff, FindingChange, FindingState, Spread
from auditor.model import Member
from auditor.report.ranking import Said, blanks, said, to_fill_in
from auditor.report.safe import bounded
from auditor.report.words import counted, day, number
from auditor.text import listed

NAMED = 3
"""Things of a finding's list that are named; the rest are counted."""

LONGEST = 60
"""Characters of one of them."""

_STATES = {
    FindingState.NEW: "New",
    FindingState.REOPENED: "Back again",
    FindingState.STANDING: "Standing",
    FindingState.FIXED: "Fixed",
    FindingState.GONE: "Gone, not fixed",
    FindingState.UNSEEN: "Not seen",
    FindingState.DISMISSED: "Dismissed",
}

_FRESH = (FindingState.NEW, FindingState.REOPENED)

_NOUNS = {
    "missing-page": "broken link",
    "absent-page": "broken link",
    "nowhere": "dead link",
    "inert": "dead button",
    "slips": "slip",
    "left": "leftover",
}
"""What a finding of a kind lists; of other kinds it is a fault."""


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding across the runs, as shown; ``head`` says what became of it, ``age`` since when it stands."""

    key: str
    state: str
    head: str
    title: str
    fix: str
    proposal: tuple[tuple[str, bool], ...]
    quotes: tuple[Said, ...]
    age: str
    cause: str
    lead: bool

    @property
    def pattern(self) -> bool:
        """True where the proposal is little but blanks: a pattern to fill in, not the site's own words."""
        return to_fill_in(self.proposal, self.quotes)


def partly(diff: Diff) -> list[FindingChange]:
    """The findings that still stand and of whose list some was mended, or stands on fewer pages."""
    return [
        change
        for change in diff.found(FindingState.STANDING)
        if change.mended or any(one.edited < 0 for one in change.spread)
    ]


def grown(diff: Diff) -> list[FindingChange]:
    """The findings that stood before and list something new now, or list it on more pages."""
    return [
        change
        for change in diff.found(FindingState.STANDING)
        if change.came or any(one.edited > 0 for one in change.spread)
    ]


def unmended(diff: Diff) -> list[FindingChange]:
    """The findings that are told no more though nobody mended them, first those that went with their pages."""
    return sorted(diff.found(FindingState.GONE), key=lambda change: change.cause is not Cause.SCOPE)


def listed_moves(diff: Diff) -> list[str]:
    """What standing findings list more and less than before, as counts: "1 new broken link", "1 broken link mended"."""
    counts: dict[tuple[str, str], int] = {}
    lines = 0
    for change in diff.found(FindingState.STANDING):
        noun = _NOUNS.get(change.finding.kind, "fault")
        for told, count in (
            ("new {}", len(change.came)),
            ("{} on more pages", sum(one.edited > 0 for one in change.spread)),
            ("{} mended", len(change.went)),
            ("{} on fewer pages", sum(one.edited < 0 for one in change.spread)),
        ):
            counts[told, noun] = counts.get((told, noun), 0) + count
        lines += bool(change.mended and not change.went)
    order = ("new {}", "{} on more pages", "{} mended", "{} on fewer pages")
    told_of = sorted(counts.items(), key=lambda entry: (order.index(entry[0][0]), entry[0][1]))
    found = [_counted(count, told, noun) for (told, noun), count in told_of if count]
    return found + ([f"{counted(lines, 'finding')} partly fixed"] if lines else [])


def _counted(count: int, told: str, noun: str) -> str:
    before, after = told.split("{}")
    return f"{counted(count, before + noun)}{after}"


def heading(change: FindingChange) -> str:
    """What a standing finding lists, as a heading over what moved in it: "Broken links"; of one that lists no such thing its title."""
    noun = _NOUNS.get(change.finding.kind, "")
    return f"{noun.capitalize()}s" if noun and change.finding.members else bounded(change.finding.title, 60)


def moves_said(change: FindingChange, *, more: bool = True, less: bool = True) -> list[str]:
    """What a standing finding lists, a phrase each: what is new or on more pages, what was mended or is on fewer."""
    told = []
    if change.came and more:
        told.append(f"new: {_names(_member(member) for member in change.came)}")
    if change.mended and less:
        names = f": {_names(_name(member.name) for member in change.went)}" if change.went else ""
        thing = "line" if not change.went else _NOUNS.get(change.finding.kind, "fault")
        told.append(f"{number(change.mended)} of {counted(change.of, thing)} fixed{names}")
    spread = [one for one in change.spread if (more if one.edited > 0 else less if one.edited < 0 else more and less)]
    return told + [_spread(one) for one in spread[:NAMED]]


def _names(names: Iterable[str]) -> str:
    told = list(names)
    more = len(told) - NAMED
    return listed([*told[:NAMED], f"{number(more)} more"] if more > 0 else told)


def _name(name: str) -> str:
    """A thing as it is named: an address as it is, words in quotes."""
    return bounded(name, LONGEST) if name.startswith("/") else f"“{bounded(name, LONGEST)}”"


def _member(member: Member) -> str:
    return _name(member.name) + (f" (on {counted(member.pages, 'page')})" if member.pages > 1 else "")


def _spread(one: Spread) -> str:
    return f"{_name(one.name)} on {counted(one.before, 'page')}, now {number(one.after)}"


def finding_shown(change: FindingChange, diff: Diff, *, more: bool = True, less: bool = True) -> FindingShown:
    """One finding as shown; of one that stands only what it lists ``more``, or ``less``, where one of them is false."""
    finding = change.finding
    asked = change.after is not None and change.state is not FindingState.DISMISSED
    return FindingShown(
        change.key,
        change.state.value,
        _head(change, more=more, less=less),
        finding.title,
        finding.fix if asked else "",
        blanks(bounded(finding.proposal)) if asked else (),
        tuple(said(quote, diff.site) for quote in finding.quotes[:3]),
        _age(change, diff, more=more, less=less),
        change.cause.value,
        finding.lead,
    )


def _head(change: FindingChange, *, more: bool, less: bool) -> str:
    more = more and bool(change.came or any(one.edited > 0 for one in change.spread))
    less = less and bool(change.mended or any(one.edited < 0 for one in change.spread))
    if change.state is not FindingState.STANDING or not (more or less):
        return _STATES[change.state]
    return "Partly fixed, and more of it" if more and less else "More of it" if more else "Partly fixed"


def _age(change: FindingChange, diff: Diff, *, more: bool = True, less: bool = True) -> str:
    since = day(change.since) if change.since else ""
    if change.state is FindingState.NEW:
        return change.why or (
            "on a page that was not read before" if change.cause is Cause.SCOPE else "not there before"
        )
    if change.state is FindingState.REOPENED:
        return f"first seen {since}, and gone in between" + (f"; {change.why}" if change.why else "")
    if change.state in (FindingState.FIXED, FindingState.GONE):
        return f"{change.why}; stood since {since}" if change.why else f"stood since {since}"
    if change.state is FindingState.UNSEEN:
        return f"last seen {day(diff.before.finished)}"
    return "; ".join(
        [*moves_said(change, more=more, less=less), f"since {since}, in {counted(change.runs + 1, 'run')}"]
    )


def findings_shown(diff: Diff) -> list[tuple[str, list[FindingShown]]]:
    """Every finding by what became of it, worst news first."""
    told: list[tuple[str, Sequence[FindingChange]]] = [
        ("Back again", [c for c in diff.found(FindingState.REOPENED) if c.cause is not Cause.METHOD and not c.retold]),
        ("New", [c for c in diff.found(FindingState.NEW) if c.cause is not Cause.METHOD and not c.retold]),
        ("Told by another finding before", [c for c in diff.found(*_FRESH) if c.retold]),
        ("Fixed", diff.found(FindingState.FIXED, cause=Cause.TEXT)),
        ("Gone, and nobody mended it", unmended(diff)),
        ("Standing", diff.found(FindingState.STANDING)),
        ("Dismissed", diff.found(FindingState.DISMISSED)),
        ("Not seen: pages were not read", diff.found(FindingState.UNSEEN)),
        ("Seen by the new method only", diff.found(FindingState.NEW, cause=Cause.METHOD)),
        ("No longer raised by the new method", diff.found(FindingState.FIXED, cause=Cause.METHOD)),
    ]
    return [(name, [finding_shown(change, diff) for change in changes]) for name, changes in told if changes]
