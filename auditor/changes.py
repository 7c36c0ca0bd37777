"""What moved between two runs of one site, and why: the nouns that comparison, gates, report and messages share.

Everything has a cause. TEXT: somebody changed the words. SCOPE: a page came, went, or could not be read this time.
METHOD: the ruler changed, so the pages of the earlier run were judged again by the later one's method; what differs
between the two readings of the same bytes is the ruler's, and never the site's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model import Finding, JudgedPage, Label, Member, PageKind, Region, Role, Run, Skip

PEOPLE = "labels set by people"
"""Name of the part of the ruler that people are: labels set by hand (auditor.decisions)."""

SCHEMA = 2
"""Version of a diff as JSON; rises with every change that a reader would trip over."""


AUDIT = "audit:"
"""Goes before an audit's id where numbers of audits and dimensions stand together: two of each share a name."""


class Cause(StrEnum):
    """Why something differs between two runs."""

    TEXT = "text"
    SCOPE = "scope"
    METHOD = "method"


class Edit(StrEnum):
    """What happened to a line. REPLACED: another line stands in its place; RELABELLED: same words, another label."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    REPLACED = "replaced"
    MOVED = "moved"
    RELABELLED = "relabelled"


RETOLD = "another finding says it of the same line now"
"""Why a finding is told no more where the later run says as much or more of its lines under another kind, or, of a new one that
weighs no more than the one before it, why it is no news.
"""


class Measure(StrEnum):
    """What sort of figure a line states; in the order in which changes are told, what is paid first."""

    PRICE = "price"
    HOURS = "hours"
    CONTACT = "number to call"
    TIME = "time"
    SHARE = "share"
    COUNT = "count"


class PageState(StrEnum):
    """What happened to a page. GONE: the site no longer has it; LOST: the later run could not read it."""

    ADDED = "added"
    REGAINED = "read again"
    GONE = "gone"
    LOST = "lost"
    MOVED = "moved"
    CHANGED = "changed"


class FindingState(StrEnum):
    """What happened to a finding. FIXED: the words or links that it rests on were mended. GONE: it is told no more, and nobody
    mended it: its page went, what it missed stands on a page that was not read before, or another finding says it now.
    UNSEEN: pages were not read this time, so nothing is known of it.

    DISMISSED: people dismissed what the later run has; whether it was there before is nobody's task, so it is not told.
    """

    NEW = "new"
    REOPENED = "reopened"
    STANDING = "standing"
    FIXED = "fixed"
    GONE = "gone"
    UNSEEN = "not seen"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Audited:
    """One run as it is compared: the Run, its judged pages, and every URL that it found and did not judge."""

    run: Run
    pages: tuple[JudgedPage, ...]
    skips: Mapping[str, Skip] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two runs, as the diff names it. ``judged`` and ``kept`` count pages."""

    id: str
    finished: str
    auditor: str
    method: str
    judged: int
    kept: int
    complete: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Line:
    """A unit of copy on one side; ``source`` is "text", "title" or "meta description" (these have no label).

    ``probability`` (0-1) is the label's; ``counted`` says that the unit takes part in the site's shares.
    """

    text: str
    url: str
    unit: str = ""
    source: str = "text"
    label: Label | None = None
    probability: float = 0.0
    sure: bool = False
    region: Region = Region.MAIN
    role: Role = Role.SENTENCE
    kind: PageKind = PageKind.OTHER
    counted: bool = False


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A figure that became another one, in the site's words; ``before`` or ``after`` is "" where a price came or went."""

    measure: Measure
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """One edit: the line before and after, what it is about before and after, and where.

    ``likeness`` is 0-1 (1: the same words). ``pages`` are all pages on which the same edit was made, the one shown
    first; ``likewise`` counts pages of the same template whose lines changed by the same words. ``gain`` is 1 where a
    line about the customer was won, 0 or -1 where one was lost (:func:`auditor.diff.lines.gain`), and ``why`` says so.
    ``values`` are the figures that became others (:mod:`auditor.diff.values`): a changed condition, never a gain.
    """

    id: str
    edit: Edit
    cause: Cause
    before: Line | None
    after: Line | None
    likeness: float
    pages: tuple[str, ...]
    likewise: int = 0
    gain: int = 0
    why: str = ""
    values: tuple[ValueChange, ...] = ()

    @property
    def priced(self) -> bool:
        """True where a price or fee came, went or became another one."""
        return any(value.measure is Measure.PRICE for value in self.values)

    @property
    def shown(self) -> Line:
        """The line as it stands now, or as it last stood."""
        line = self.after or self.before
        assert line is not None
        return line


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that came, went or changed. ``was`` is its earlier URL where it moved; ``lines`` counts its edits."""

    url: str
    state: PageState
    cause: Cause
    title: str
    kind: PageKind
    was: str = ""
    reason: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Spread:
    """One thing that a finding lists, on how many pages it stood and stands.

    ``edited`` is the part of the difference that pages of both runs made: below 0 where it was mended on some of them; 0
    too where that cannot be told from pages that came or went.
    """

    name: str
    before: int
    after: int
    edited: int = 0


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding across the two runs. ``key`` is the id under which it was first seen, and stays.

    ``since`` is the UTC day (ISO) of the run that first had it, ``runs`` how many runs before the later one had it.
    ``mended`` of the ``of`` things that it lists (of one that lists none: of the lines that it quoted) are no longer among
    them; both are 0 where none was mended. Of a finding that stands, ``came`` and ``went`` are the things it lists that
    are new and that were mended, and ``spread`` those that stand on more or fewer pages. ``why`` says in a phrase why one that nobody mended is told
    no more, or why one is new though its lines are not.
    """

    key: str
    state: FindingState
    cause: Cause
    before: Finding | None
    after: Finding | None
    since: str = ""
    runs: int = 0
    mended: int = 0
    of: int = 0
    came: tuple[Member, ...] = ()
    went: tuple[Member, ...] = ()
    spread: tuple[Spread, ...] = ()
    why: str = ""

    @property
    def retold(self) -> bool:
        """True where only the kind of finding differs by which something of the same lines is told."""
        return self.why == RETOLD

    @property
    def moved(self) -> bool:
        """True of a finding that stands where what it lists is not what it was."""
        return bool(self.mended or self.came or self.went or self.spread)

    @property
    def finding(self) -> Finding:
        """The finding as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Move:
    """How one figure went: shares 0-1, scores 0-100; None where there is no number.

    ``before`` and ``after`` as recorded; ``again`` the earlier run by the later method (equal to ``before`` where the
    method is the same). The three causes add up: ``method + scope + text == after - before``; None where a part could
    not be told apart. ``low`` and ``high`` are the ends of the 95 % interval of ``after - again`` from the label error
    of the changed lines alone; ``called`` is true where it leaves zero out.
    """

    name: str
    before: float | None
    again: float | None
    after: float | None
    method: float | None = None
    scope: float | None = None
    text: float | None = None
    low: float | None = None
    high: float | None = None
    called: bool = False
    why: str = ""
    counts: tuple[int, int, int, int] | None = None
    """For shares: lines of the group and of all groups, before and after."""
    findings: tuple[int, int] = (0, 0)
    """For scores: findings of its audits that were fixed (some of their lines count), and that are new, on the site."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the label error of the changed lines could do to the difference of a share (0-1), as drawn.

    ``low`` and ``high`` are the ends of its 95 % interval, ``text`` the difference on the pages that both runs read (None
    where these are all pages), ``uncertain`` says that any counted line is among the changed ones.
    """

    text: float | None
    low: float
    high: float
    uncertain: bool


@dataclass(frozen=True, slots=True)
class MethodChange:
    """One part of the ruler that is another one: an audit ("mission", "2", "3") or the rest of the method."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A threshold and whether a run holds it: ``passed`` is None where there was nothing to compare with.

    ``kind`` is "min-score", "max-drop" or "baseline", ``name`` what it is set on, ``said`` one sentence.
    """

    kind: str
    name: str
    passed: bool | None
    said: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a committed file keeps of a run to hold later ones against: figures and pages, no copy.

    ``scores`` are 0-100 by dimension (and "overall"), ``audits`` by audit; ``pages`` the paths that were judged;
    ``faultless`` the dimensions without a number because no fault was found (:func:`auditor.diff.gates.faultless`).
    """

    baseline: int
    site: str
    run: str
    finished: str
    auditor: str
    method: str
    scores: dict[str, float | None]
    audits: dict[str, float | None]
    pages: tuple[str, ...]
    faultless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that moved between two runs of a site.

    ``comparable`` is false where the later run read less than the earlier one; ``why_not`` says what it lacks, and the
    figures are withheld (no :class:`Move` has a number). ``again`` says how the earlier run was judged by the later
    method: "" (same method), "judged again", or why it could not be. Lines, pages and findings are in reading order.
    """

    schema: int
    site: str
    name: str
    before: Side
    after: Side
    comparable: bool
    why_not: str
    again: str
    verdict_again: str
    pages: tuple[PageChange, ...] = ()
    lines: tuple[LineChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    shares: tuple[Move, ...] = ()
    scores: tuple[Move, ...] = ()
    audits: tuple[Move, ...] = ()
    method: tuple[MethodChange, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def still(self) -> bool:
        """True where nothing moved: no line, no page, no finding, no figure, same method."""
        states = {FindingState.STANDING, FindingState.DISMISSED}
        return not (
            self.pages
            or self.lines
            or self.method
            or not self.comparable
            or any(change.state not in states or change.moved for change in self.findings)
            or any(move.called for move in (*self.shares, *self.scores))
        )

    def found(self, *states: FindingState, cause: Cause | None = None) -> list[FindingChange]:
        """The findings in these states, of one cause or of any."""
        return [change for change in self.findings if change.state in states and cause in (None, change.cause)]

    def edits(self, cause: Cause = Cause.TEXT) -> list[LineChange]:
        """The lines that changed for this cause."""
        return [change for change in self.lines if change.cause is cause]
