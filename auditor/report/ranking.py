"""Findings in the order a reader meets them, and which of them stand on the report's first screen.

What stands first is what costs a reader's trust or his way in, whoever he is: two lines that cannot both be true, a door that leads
nowhere, a fact that has been overtaken. Then what he looks for and finds nowhere: who stands behind it, who vouches for it, what
it costs, what is different for him afterwards. How it is written comes last, unless it stands where everybody reads it first. The
order follows what problems do to those who meet them: how many, how hard, how often (Nielsen 1994, "Severity Ratings for Usability
Problems": a cosmetic one is mended when there is time), and what readers of websites said that they judge by (Fogg et al. 2001,
"What Makes Web Sites Credible?", CHI 2001: a real organisation, ways to reach it, what is out of date, and errors of any size,
which cost most where they are seen first). Each finding's weight is said beside its audit; the numbers below are judgements.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from auditor.accord import agreed
from auditor.model import Finding, Quote, Run, Tier
from auditor.naming import bare_words
from auditor.report.overlap import one_thing
from auditor.report.safe import bounded, in_quotes, link_to, place
from auditor.report.signed import aside, may_lead, read_by_others

FRONT = 8
"""Findings on the first screen at most, corrections and changes together."""

CORRECTIONS = 3
"""Corrections that stand on the first screen whatever else there is; further ones take places by their weight."""

CHANGES = 5
"""Changes proposed on the first screen at most."""

PER_AUDIT = 2
"""Changes on the first screen that one audit may have."""

GRAVE = 0.6
"""Weight from which a change stands before lighter ones of any tier."""

STYLE = frozenset(
    {f"visible-errors/{kind}" for kind in ("slips", "twofold", "variant", "unnamed", "called", "quoted", "described")}
    | {"one-voice/spelled"}
)
"""Kinds that are about how something is written."""

LOUD = 0.65
"""Weight from which they stand among what to correct today: that of a misspelling in a heading or on the home page."""

SMALL, AHEAD = 0.5, 3
"""Weight under which they stand behind as many others as that, or not at all; and under which a change is light."""

WORTH = 0.4
"""Weight from which a finding that is not sure or grave enough to lead fills a place that the leading ones leave."""

KEEPS = 4
"""Lines praised on the first screen at most, the heaviest: a judgement."""

PER_PRAISE = 3
"""Lines praised on the first screen that one audit may have."""

QUOTES = 6
"""Quotes shown with one finding; the rest are counted."""

OWN_WORDS = 4
"""Fewer words of the site than this, or no more than blanks and words of ours, make a proposal a pattern to fill in."""

_BLANK = re.compile(r"(\[[^\[\]\n]{1,160}\])")


@dataclass(frozen=True, slots=True)
class Said:
    """One quote as shown: ``href`` is "" where the page may not be linked, ``field`` is "" for visible text."""

    text: str
    href: str
    page: str
    url: str
    field: str
    label: str

    @property
    def quoted(self) -> str:
        """The text in one pair of quotation marks."""
        return in_quotes(self.text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as shown. ``rank`` counts from 1 over all findings; ``now`` is the line a proposal replaces."""

    rank: int
    finding: Finding
    quotes: tuple[Said, ...]
    more: int
    proposal: tuple[tuple[str, bool], ...]
    versus: bool

    @property
    def moved(self) -> bool:
        """True where the proposal is the quoted line itself, to be moved and not rewritten."""
        line = bare_words(self.now.text) if self.now else ""
        proposal = "".join(piece for piece, _ in self.proposal)
        return bool(line) and line in bare_words(proposal) and not any(blank for _, blank in self.proposal)

    @property
    def pattern(self) -> bool:
        """True where the proposal is little but blanks: a pattern to fill in, not the site's own words."""
        return to_fill_in(self.proposal, self.quotes)

    @property
    def aside(self) -> bool:
        """True where readers refused findings of this kind nearly always."""
        return aside(self.finding)

    @property
    def verdicts(self) -> tuple[int, int]:
        """Findings of this kind that careful readers signed on sites unseen, and how many they read."""
        return read_by_others(self.finding)

    @property
    def now(self) -> Said | None:
        """The first quote: the line as it stands today."""
        return self.quotes[0] if self.quotes else None


@dataclass(frozen=True, slots=True)
class Leads:
    """What the first screen shows of the findings, and how many of each sort stay below."""

    correct: tuple[Entry, ...]
    correct_more: int
    change: tuple[Entry, ...]
    consider: tuple[Entry, ...]
    keep: tuple[Entry, ...]

    @property
    def numbered(self) -> tuple[Entry, ...]:
        """The findings in the order in which they are numbered."""
        return (*self.correct, *self.change, *self.consider)


def ranked(run: Run) -> list[Entry]:
    """Every finding of the run: those of the first screen as they stand there, then the rest, then those aside.

    The rest: first tier first, heavier before lighter, ties by audit and id; aside are kinds that readers of other sites
    refused nearly always (:func:`auditor.report.signed.aside`).
    """
    tiers = list(Tier)
    found = [finding for result in agreed(run.results) for finding in result.findings]
    found.sort(key=lambda f: (tiers.index(f.tier), -f.weight, f.audit, f.kind, f.id))
    entries = [entry(finding, rank, run.site) for rank, finding in enumerate(found, 1)]
    first = _chosen(entries).numbered
    shown = {item.rank for item in first}
    rest = sorted((item for item in entries if item.rank not in shown), key=lambda item: item.aside)
    order = [*first, *rest]
    return [replace(item, rank=rank) for rank, item in enumerate(order, 1)]


def kept(run: Run) -> list[Entry]:
    """Every line worth keeping, heaviest first."""
    found = [praise for result in agreed(run.results) for praise in result.keep]
    found.sort(key=lambda f: (-f.weight, f.audit, f.kind, f.id))
    return [entry(finding, rank, run.site) for rank, finding in enumerate(found, 1)]


def leads(run: Run, entries: Sequence[Entry]) -> Leads:
    """What stands on the first screen: at most FRONT findings, and up to KEEPS lines to keep."""
    best = [item for item in kept(run) if item.finding.lead and may_lead(item.finding)]
    chosen = _chosen(entries)
    shown = {quote.text for item in chosen.numbered for quote in item.finding.quotes}
    fresh = []
    for item in spread(_once_a_line(best), PER_PRAISE):
        lines = {quote.text for quote in item.finding.quotes}
        # what a finding shows above, or what has been praised, is not praised under another name
        if not lines or not lines <= shown:
            fresh.append(item)
            shown |= lines
    return replace(chosen, keep=tuple(fresh[:KEEPS]))


def _chosen(entries: Sequence[Entry]) -> Leads:
    """The findings of the first screen: those that lead, and of the others the gravest where places are left.

    None of a kind that readers of sites unseen mostly did not sign (:mod:`auditor.report.signed`): those come after it. No two
    that are one thing to do (:mod:`auditor.report.overlap`).
    """
    entries = [item for item in entries if may_lead(item.finding)]
    allowed = [item for item in entries if item.finding.lead]
    visible = [item for item in allowed if item.finding.tier is Tier.VISIBLE]
    loud = _style_third([item for item in visible if not _is_quiet_style(item.finding)])
    grave = sorted(
        (item for item in allowed if item.finding.tier is not Tier.VISIBLE),
        key=lambda item: (item.finding.weight < GRAVE, item.rank),
    )
    wanted, first = _distinct(loud), spread(_distinct(grave), PER_AUDIT)[:CHANGES]
    # a light change gives its place to a correction that weighs more
    light = sum(item.finding.weight < SMALL for item in first)
    heavier = sum(item.finding.weight >= SMALL for item in wanted[FRONT - len(first) :])
    most = len(first) - min(light, heavier)
    correct = _by_audit(wanted, FRONT - most)
    change = spread(_distinct(grave, correct), PER_AUDIT)[:most]
    room = FRONT - len(change)
    told = Counter(item.finding.audit for item in change)
    spare = [
        item
        for item in entries
        if item.finding.weight >= WORTH and item not in loud and item not in change
        # a slip that is not sure stays below; two figures that may both be true are worth a look before a small fee
        if item.finding.tier is not Tier.VISIBLE or item in visible or item.finding.audit == "one-voice"
        if told[item.finding.audit] < PER_AUDIT
    ]
    spare.sort(key=lambda item: (-item.finding.weight, item.rank))
    fresh = _distinct(spare, (*correct, *change))
    # one of each audit before a second of any
    second = [item for item in spread(fresh, PER_AUDIT) if item not in spread(fresh, 1)]
    places = [item for item in (*spread(fresh, 1), *second) if told[item.finding.audit] < PER_AUDIT]
    # a fourth slip is not told before what would cost a customer: from there on the heavier one stands
    free = room - min(len(correct), CORRECTIONS)
    rivals = sorted([*correct[CORRECTIONS:], *places[:free]], key=lambda item: -item.finding.weight)[:free]
    correct = [item for place, item in enumerate(correct) if place < CORRECTIONS or item in rivals]
    consider = _behind([item for item in places if item in rivals], len(correct) + len(change))
    left = _distinct([item for item in visible if item not in consider], [*consider, *change])
    more = sum(item not in correct for item in left)
    return Leads(tuple(correct), more, tuple(change), tuple(consider), ())


def _is_quiet_style(found: Finding) -> bool:
    """Whether it is a matter of how something is written, where few read it: that is told after what costs a customer."""
    return _is_style(found) and found.weight < LOUD


def _style_third(entries: Sequence[Entry]) -> list[Entry]:
    """The corrections in order, the first matter of style in third place, or behind the others where they are fewer."""
    wrong = [item for item in entries if not _is_style(item.finding)]
    style = [item for item in entries if _is_style(item.finding)]
    return [*wrong[: CORRECTIONS - 1], *style[:1], *wrong[CORRECTIONS - 1 :], *style[1:]]


def _is_style(found: Finding) -> bool:
    return f"{found.audit}/{found.kind}" in STYLE


def _behind(entries: Sequence[Entry], before: int) -> list[Entry]:
    """The entries that follow ``before`` others, without trifles of style that would stand among the first."""
    result: list[Entry] = []
    for item in entries:
        small = _is_quiet_style(item.finding) and item.finding.weight < SMALL
        if not small or before + len(result) >= AHEAD:
            result.append(item)
    return result


def _distinct(entries: Iterable[Entry], told: Iterable[Entry] = ()) -> list[Entry]:
    """The entries in order, without those that are one thing with an earlier one or with one of ``told``."""
    before = [item.finding for item in told]
    result = []
    for item in entries:
        if not any(one_thing(item.finding, other) for other in before):
            before.append(item.finding)
            result.append(item)
    return result


def _once_a_line(entries: Iterable[Entry]) -> list[Entry]:
    """Praise in order, without that of which another audit has begun with the same line."""
    begun: dict[str, str] = {}
    return [
        item
        for item in entries
        if item.now is None or begun.setdefault(item.now.text.casefold(), item.finding.audit) == item.finding.audit
    ]


def spread(entries: Iterable[Entry], most: int) -> list[Entry]:
    """The entries in order, no audit more often than ``most``."""
    seen: Counter[str] = Counter()
    result = []
    for item in entries:
        seen[item.finding.audit] += 1
        if seen[item.finding.audit] <= most:
            result.append(item)
    return result


def _by_audit(entries: Sequence[Entry], room: int) -> list[Entry]:
    """Up to ``room`` entries, two of an audit before a third of any: neither typos nor contradictions hide the others."""
    seen: Counter[str] = Counter()
    turns = []
    for order, item in enumerate(entries):
        turns.append((seen[item.finding.audit] // 2, order, item))
        seen[item.finding.audit] += 1
    chosen = sorted(turns, key=lambda turn: turn[:2])[:room]
    return [item for _, _, item in sorted(chosen, key=lambda turn: turn[1])]


def entry(finding: Finding, rank: int, host: str) -> Entry:
    """One finding as the report shows it."""
    return Entry(
        rank,
        finding,
        tuple(said(quote, host) for quote in finding.quotes[:QUOTES]),
        max(0, len(finding.quotes) - QUOTES),
        blanks(bounded(finding.proposal)),
        finding.tier is Tier.VISIBLE and len(finding.quotes) > 1,
    )


def said(quote: Quote, host: str) -> Said:
    """One quote as the report shows it, linked to its words on the page where they are visible text."""
    text = quote.text if quote.source == "text" else ""
    return Said(
        bounded(quote.text),
        link_to(quote.url, text),
        place(quote.url, host),
        quote.url,
        "" if quote.source == "text" else quote.source,
        quote.label,
    )


def to_fill_in(pieces: Sequence[tuple[str, bool]], quotes: Sequence[Said]) -> bool:
    """True where a proposal in pieces (see :func:`blanks`) is little but blanks and words that stand in no quote."""
    said = {word for quote in quotes for word in bare_words(quote.text).split()}
    plain = bare_words(" ".join(piece for piece, blank in pieces if not blank)).split()
    own = sum(word in said for word in plain)
    filled = bare_words(" ".join(piece for piece, blank in pieces if blank)).split()
    return bool(filled) and own < max(OWN_WORDS, len(filled) + len(plain) - own + 1)


def blanks(proposal: str) -> tuple[tuple[str, bool], ...]:
    """A proposal in pieces: (text, is it a [blank] for the owner to fill)."""
    return tuple((piece, bool(_BLANK.fullmatch(piece))) for piece in _BLANK.split(proposal) if piece)
