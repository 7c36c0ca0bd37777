"""Thresholds for pipelines: does this run hold what was asked of it?

A gate fails closed: a score without a number, a run that read less than its baseline, a baseline made by another method
that cannot be made again, all break it, each with a sentence. Only where there is no earlier run at all, or the baseline had
no number, is ``max_drop`` without an answer, and says so. One dimension is nothing but its faults (:data:`FAULTS_ALONE`):
where it has no number because none was found, a drop is measured as if it were 100, so that to mend the last one breaks none, and
``min_score`` is without an answer: too little to judge is no pass. No number of lost pages is allowed for: a score over fewer pages may rise by what it no
longer sees, and a gate that lets that pass is the one that matters. What failed for the moment is asked for once more by
the crawl itself, and what is meant to be gone answers 404 or 410.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from auditor.addresses import on_site
from auditor.changes import AUDIT, Baseline, Diff, Gate, Move
from auditor.errors import ConfigError
from auditor.model import Dimension, Run, Status

OVERALL = "overall"
_DIMENSIONS = {dimension.value.replace(" ", "-"): dimension.value for dimension in Dimension}

Limits = Mapping[str, float]
Numbers = Mapping[str, float | None]
OverallOf = Callable[[Numbers], float | None]
"""Scores of dimensions -> the overall score (:func:`auditor.score.overall`)."""

FAULTS_ALONE = {Dimension.ONE_VOICE.value: "one-voice"}
"""The dimension whose score is 100 less its faults, and the audit that finds them. Without a fault it has a number only where
much was compared; to a gate, which asks for no praise, none found is none found."""

BEST = 100.0


def limits(setting: str, texts: Iterable[str], audits: Collection[str]) -> dict[str, float]:
    """What each score is held to: "60", "focus=55", "audit:proof=40" by the name of the score.

    ``audits`` are the scored audits. Raises ConfigError with the names that there are.
    """
    found: dict[str, float] = {}
    for text in texts:
        name, _, number = text.rpartition("=")
        try:
            value = float(number)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 100:
            raise ConfigError(f"{setting} takes a number from 0 to 100, or NAME=NUMBER, not '{text}'.")
        found[_name(setting, name.strip().lower() or OVERALL, audits)] = value
    return found


def _name(setting: str, name: str, audits: Collection[str]) -> str:
    bare = name.removeprefix(AUDIT)
    if name == OVERALL:
        return name
    if name == bare and name.replace(" ", "-") in _DIMENSIONS:
        return _DIMENSIONS[name.replace(" ", "-")]
    if bare in audits:
        return AUDIT + bare
    known = ", ".join([OVERALL, *_DIMENSIONS, *sorted(set(audits) - set(_DIMENSIONS))])
    raise ConfigError(f"{setting}: '{name}' is no score; the scores are {known} ({AUDIT}NAME where two share a name).")


def numbers(run: Run) -> dict[str, float | None]:
    """Every score of a run, 0-100: dimensions and "overall" by name, audits by AUDIT and id."""
    found = {score.name: score.value for score in (*run.scores, run.overall)}
    scored = {result.id: result.score for result in run.results if result.weight > 0}
    return found | {AUDIT + name: None if score is None else round(100 * score, 1) for name, score in scored.items()}


def faultless(run: Run) -> tuple[str, ...]:
    """The dimensions of :data:`FAULTS_ALONE` that have no number in this run because their audit ran and found no fault."""
    results = {result.id: result for result in run.results}
    scores = {score.name: score.value for score in run.scores}
    return tuple(
        name
        for name, audit in FAULTS_ALONE.items()
        if scores.get(name) is None
        and audit in results
        and results[audit].score is None
        and results[audit].status in (Status.NOT_ENOUGH, Status.INFORMATIVE)
        and not any(finding.lead for finding in results[audit].findings)
    )


def as_counted(told: Numbers, best: Collection[str], overall_of: OverallOf | None) -> dict[str, float | None]:
    """The scores as gates count them: dimensions in ``best`` at 100, and with them the overall score."""
    found = dict(told)
    for name in best:
        found |= {name: BEST, AUDIT + FAULTS_ALONE[name]: BEST}
    if best and overall_of is not None:
        found[OVERALL] = overall_of({name: found.get(name) for name in _DIMENSIONS.values()})
    return found


def baseline_of(run: Run) -> Baseline:
    """What a file keeps of this run."""
    told = numbers(run)
    return Baseline(
        baseline=1,
        site=run.site,
        run=run.id,
        finished=run.finished,
        auditor=run.auditor,
        method=run.method,
        scores={name: value for name, value in told.items() if not name.startswith(AUDIT)},
        audits={name.removeprefix(AUDIT): value for name, value in told.items() if name.startswith(AUDIT)},
        pages=tuple(sorted({on_site(page.url) for page in run.pages})),
        faultless=faultless(run),
    )


def hold(
    run: Run,
    least: Limits,
    drops: Limits,
    against: Diff | Baseline | None,
    unread: Sequence[str] = (),
    *,
    before: Collection[str] = (),
    overall_of: OverallOf | None = None,
) -> tuple[Gate, ...]:
    """Every gate and whether this run holds it.

    ``against`` is the comparison with the baseline run, the baseline of a file, or None where there is no earlier run;
    ``unread`` are URLs that this run found and could not read. ``before`` are the dimensions of the baseline run without a
    fault (a file names its own), ``overall_of`` gives the overall score where one of them is counted.
    """
    best = faultless(run)
    told = as_counted(numbers(run), best, overall_of)
    whys = {score.name: score.why for score in (*run.scores, run.overall)}
    recorded = numbers(run)  # what was too little to judge is no pass: only a drop is measured from what was mended
    gates = [
        _least(name, recorded.get(name), limit, whys.get(name, ""), best, run.site)
        for name, limit in sorted(least.items())
    ]
    if not drops:
        return tuple(gates)
    if against is None:
        said = "There is no earlier run of this site to measure a drop from; the next run will have one."
        return (*gates, *(Gate("max-drop", shown(name), None, said) for name in sorted(drops)))
    if isinstance(against, Baseline):
        broken = _cannot(run, against, unread)
        was: dict[str, float | None] = {**against.scores, **{AUDIT + name: v for name, v in against.audits.items()}}
        moves = {name: Move(name, value, value, told.get(name)) for name, value in was.items()}
        before = against.faultless
    else:
        broken = against.why_not or (against.again if against.again not in ("", "judged again") else "")
        moves = {move.name: move for move in against.scores} | {AUDIT + move.name: move for move in against.audits}
    if broken:
        said = f"Not comparable with the baseline: {broken}{_way_on(against, broken)}"
        return (*gates, Gate("baseline", "comparable", False, said))
    if best or before:
        earlier = as_counted({name: move.again for name, move in moves.items()}, before, overall_of)
        moves = {name: _recounted(move, earlier[name], told.get(name)) for name, move in moves.items()}
    known = {*best, *before}
    return (*gates, *(_drop(name, moves.get(name), limit, known, run.site) for name, limit in sorted(drops.items())))


def _recounted(move: Move, before: float | None, after: float | None) -> Move:
    """The move as gates count it; what label error could do is known only of the numbers as they were recorded."""
    return move if (before, after) == (move.again, move.after) else Move(move.name, before, before, after)


def _least(name: str, value: float | None, limit: float, why: str, best: Collection[str], site: str) -> Gate:
    label = shown(name)
    asked = f"at least {limit:g} was asked"
    if value is None and _at_best(name, best):
        said = f"{_called(name)} has no number in this run: no contradiction was found, and too little was compared for a score; {asked}, and nothing says that it is less."
        return Gate("min-score", label, None, said)
    if value is None:
        reason = f" ({why})" if why not in ("", "not measured") else ""
        way = f"see what is too little for one with: auditor explain score {site}, or set the gate on a score that has one"
        return Gate("min-score", label, False, f"{_called(name)} has no number in this run{reason}; {asked}: {way}.")
    verb = "is" if value >= limit else "is only"
    said = f"{_called(name)} {verb} {value:.1f}; {asked}."
    return Gate("min-score", label, value >= limit, said)


def _at_best(name: str, best: Collection[str]) -> str:
    """That a number counts a dimension without a fault as 100; "" where it does not."""
    if not best or not (name in (OVERALL, *best) or name.removeprefix(AUDIT) in {FAULTS_ALONE[one] for one in best}):
        return ""
    which = f"{' and '.join(sorted(best))} " if name == OVERALL else ""
    return f" ({which}counted as {BEST:g} where no contradiction was found, though too little was compared for a score)"


def _allowed(limit: float) -> str:
    return "1 point was" if limit == 1 else f"{limit:g} points were"


def _drop(name: str, move: Move | None, limit: float, best: Collection[str], site: str) -> Gate:
    label = shown(name)
    if move is None or move.again is None:
        said = f"{_called(name)} had no number in the baseline, so there is no drop to measure; a run that has one can be named with --baseline."
        return Gate("max-drop", label, None, said)
    if move.after is None:
        said = (
            f"{_called(name)} had {move.again:.1f} in the baseline and has no number now: see what is too little for one "
            f"with: auditor explain score {site}, or measure from another run with --baseline."
        )
        return Gate("max-drop", label, False, said)
    fell = round(move.again - move.after, 1)
    note = _at_best(name, best)
    if fell <= limit:
        went = "did not fall" if fell <= 0 else f"fell by {fell:.1f}"
        said = f"{_called(name)} {went} ({move.again:.1f} to {move.after:.1f}){note}; {_allowed(limit)} allowed."
        return Gate("max-drop", label, True, said)
    said = (
        f"{_called(name)} fell by {fell:.1f} ({move.again:.1f} to {move.after:.1f}){note}; {_allowed(limit)} allowed."
    )
    if move.low is not None and not move.called:
        return Gate("max-drop", label, True, f"{said} Held: label error alone could have done that.")
    return Gate("max-drop", label, False, said)


def _cannot(run: Run, baseline: Baseline, unread: Sequence[str]) -> str:
    """Why this run cannot be held against the baseline of a file; "" where it can."""
    again = "measure it again with: auditor baseline"
    if baseline.method != run.method:
        return f"it was measured by another method ({baseline.method}, now {run.method}); {again}."
    lost = sorted(set(baseline.pages) & {on_site(url) for url in unread})
    if lost:
        return f"{len(lost)} of its {len(baseline.pages)} pages could not be read this time ({lost[0]})."
    if not run.coverage.complete:
        return "the crawl was interrupted."
    return ""


def _way_on(against: Diff | Baseline, broken: str) -> str:
    """What to do about a run that read less than its baseline; "" where the reason says it."""
    if "auditor baseline" in broken or (isinstance(against, Diff) and not against.why_not):
        return ""
    return (
        " Run the audit again: pages that failed for the moment are read then. If they are meant to be gone, let the site "
        "answer 404 or 410 for them or link to them no more, or measure from another run with --baseline."
    )


def shown(name: str) -> str:
    """A score's name as people write it."""
    return f"audit {name.removeprefix(AUDIT)}" if name.startswith(AUDIT) else name


def _called(name: str) -> str:
    told = shown(name)
    return "The overall score" if told == OVERALL else told[0].upper() + told[1:]
