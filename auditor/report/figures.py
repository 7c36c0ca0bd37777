"""How the figures of two runs went, in sentences and as rows; a move is told as one only where the diff calls it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.changes import Diff, Move
from auditor.report.words import FOCUS, GROUPS, counted, number, percent, points
from auditor.text import listed

UNCHANGED = 0.05
"""A score difference that is shown as none (a tenth of a point is the smallest that is shown)."""

TOLD = 1.0
"""A score difference under which there is no sentence: scores are told in whole points (a judgement)."""


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure as a row: recorded, by the later method, now, and what each cause did."""

    name: str
    before: str
    again: str
    after: str
    text: str
    scope: str
    method: str
    said: str
    called: bool


def scores_in_a_word(diff: Diff) -> list[str]:
    """Which scores rose and fell beyond label error, as at most one sentence."""
    called = [move for move in diff.scores if move.called and move.name != "overall" and not _by_pages(move)]
    up = [move.name for move in called if _difference(move) > 0]
    down = [move.name for move in called if _difference(move) < 0]
    found = []
    if up:
        found.append(f"{listed(up)} rose".capitalize())
    if down:
        found.append(f"{listed(down)} fell" if up else f"{listed(down)} fell".capitalize())
    return [f"{' and '.join(found)} beyond label error."] if found else []


def figure_sentences(diff: Diff) -> list[str]:
    """What the figures did, as far as it may be said."""
    if diff.why_not:
        return [diff.why_not, "Shares and scores are withheld: a run that read less is never an improvement."]
    if diff.again not in ("", "judged again"):
        return [f"The method changed and figures are not compared: {diff.again}"]
    moved = [move for move in diff.scores if move.name != "overall" and abs(_difference(move)) >= TOLD]
    found = [score_sentence(move) for move in moved]
    found += [_share_sentence(move) for move in diff.shares if move.called]
    if not found:
        found.append("No score moved." if diff.scores else "")
    if diff.verdict_again != diff.after.verdict:
        found.insert(0, f"The verdict was “{diff.verdict_again}” It is now “{diff.after.verdict}”")
    return [line for line in found if line]


def _difference(move: Move) -> float:
    return 0.0 if move.after is None or move.again is None else move.after - move.again


def _by_pages(move: Move) -> bool:
    """True where pages that came or went did more to a figure than the words did."""
    return move.text is not None and move.scope is not None and abs(move.scope) > abs(move.text)


def _by_findings(move: Move) -> str:
    """The findings that went where a score rose, or came where it fell: what did it, whatever labels may be worth."""
    fixed, new = move.findings
    if _difference(move) > 0 and fixed:
        return f"{counted(fixed, 'finding')} fixed"
    return counted(new, "new finding") if _difference(move) < 0 and new else ""


def score_sentence(move: Move) -> str:
    """How one score went and whether it is more than label error could do."""
    name, first, last = move.name.capitalize(), _points(move.again), _points(move.after)
    head = f"{name}: {first} to {last} of 100" + (", by pages that came or went" if _by_pages(move) else "")
    if move.low is None or move.high is None:
        return f"{head} ({move.why})." if move.why else f"{head}."
    if not move.called:
        done = _by_findings(move)
        return f"{head}, with {done}." if done else f"{head}; label error alone could have done that."
    if round(move.low) == round(move.high):
        return f"{head}."
    return (
        f"{head} (a change of {_signed(move.low)} to {_signed(move.high)} with the label error of the changed lines)."
    )


def _share_sentence(move: Move) -> str:
    group = GROUPS[next(roll for roll in FOCUS if roll.value == move.name)][0]
    assert move.again is not None
    assert move.after is not None
    verb = "rose" if move.after > move.again else "fell"
    cause = "by pages that came or went" if _by_pages(move) else "beyond label error"
    return f"{group} talk {verb} from {percent(move.again)} to {percent(move.after)}, {cause}."


def figures(diff: Diff) -> list[FigureShown]:
    """Every figure as a row: shares, then dimensions, then the overall score, then audits."""
    rows = []
    for move in diff.shares:
        group = GROUPS[next(roll for roll in FOCUS if roll.value == move.name)][0]
        rows.append(_row(f"{group} talk", move, share=True))
    rows += [_row(move.name.capitalize(), move) for move in diff.scores]
    rows += [_row(f"audit {move.name}", move) for move in diff.audits]
    return rows


def _row(name: str, move: Move, *, share: bool = False) -> FigureShown:
    def value(number_: float | None) -> str:
        return "" if number_ is None else percent(number_) if share else _points(number_)

    def step(number_: float | None) -> str:
        if number_ is None:
            return "?"
        scaled = number_ * 100 if share else number_
        return "0" if abs(scaled) <= UNCHANGED else _signed(scaled)

    known = move.again is not None and move.after is not None
    told = move.why
    if known:
        if abs(_difference(move)) <= (UNCHANGED / 100 if share else UNCHANGED):
            told = "same"
        elif move.called:
            told = "moved"
        elif move.low is not None:
            told = _by_findings(move) or "within label error"
    elif share and move.counts:
        one, all_one, other, all_other = move.counts
        told = f"{number(one)} of {number(all_one)} lines, then {number(other)} of {number(all_other)}"
    return FigureShown(
        name,
        value(move.before),
        value(move.again),
        value(move.after),
        step(move.text) if known else "",
        step(move.scope) if known else "",
        step(move.method) if known else "",
        told,
        move.called,
    )


def _points(value: float | None) -> str:
    return "no number" if value is None else points(value)


def _signed(value: float) -> str:
    rounded = f"{value:+.1f}" if abs(value) < 10 else f"{value:+.0f}"
    return rounded.replace("-", "−").removesuffix(".0")
