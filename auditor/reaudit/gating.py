"""Gates of a run on disk: what it is measured from, and the file that keeps a baseline in a repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from auditor import record
from auditor.audit import catalogue
from auditor.changes import Baseline, Diff, Gate
from auditor.diff.gates import Numbers, baseline_of, faultless, hold, limits
from auditor.diff.pages import unread
from auditor.errors import ConfigError, UsageError
from auditor.history import resolve_run
from auditor.model import Run, Score
from auditor.reaudit.compared import before, diff, skipped
from auditor.score import overall
from auditor.settings import Settings

if TYPE_CHECKING:
    from auditor.gather import Watch

_BASELINES = TypeAdapter(Baseline)


def prepared(settings: Settings) -> Path | Baseline | None:
    """What the settings name as baseline, if they do; raises ConfigError or UsageError where a gate is none.

    To be called before the run is made: what cannot work is said before an hour of crawling, and a site's name means
    the last run until then.
    """
    audits = [entry.id for entry in catalogue() if entry.weight > 0]
    limits("min_score", settings.min_score, audits)
    drops = limits("max_drop", settings.max_drop, audits)
    if settings.baseline:
        if not drops:
            raise ConfigError("baseline is what max_drop is measured from; set max_drop as well, such as --max-drop 5.")
        return _named(settings)
    return None


def gates(
    run: Run, folder: Path, settings: Settings, baseline: Path | Baseline | None, watch: Watch
) -> tuple[tuple[Gate, ...], Diff | None]:
    """Every gate of the settings and whether the run in ``folder`` holds it, and the comparison where one was made.

    ``baseline`` is what :func:`prepared` gave; None means the finished run before this one.
    """
    audits = [entry.id for entry in catalogue() if entry.weight > 0]
    least = limits("min_score", settings.min_score, audits)
    drops = limits("max_drop", settings.max_drop, audits)
    if not drops:
        return hold(run, least, drops, None, overall_of=_overall), None
    against = baseline or before(folder)
    if isinstance(against, Baseline):
        if against.site != run.site:
            raise UsageError(f"{settings.baseline} is a baseline of {against.site}, and this is a run of {run.site}.")
        missed = [skip.url for skip in skipped(run, folder) if unread(skip)]
        return hold(run, least, drops, against, missed, overall_of=_overall), None
    if against is None:
        return hold(run, least, drops, None, overall_of=_overall), None
    found = diff(against, folder, watch)
    # of a run judged again it is not known whether what has no number had a fault
    clean = faultless(record.read_run(against)) if not found.again else ()
    return hold(run, least, drops, found, before=clean, overall_of=_overall), found


def _overall(scores: Numbers) -> float | None:
    """The overall score of these dimensions."""
    return overall([Score(name, value, None, None, ()) for name, value in scores.items()]).value


def _named(settings: Settings) -> Path | Baseline:
    """The baseline that the settings name: a file of ours, else a run."""
    path = Path(settings.baseline)
    if path.is_file():
        return read_baseline(path)
    if path.suffix == ".json":
        raise ConfigError(f"There is no baseline {path}; make it with: auditor baseline RUN --to {path}")
    return resolve_run(settings.output, settings.baseline)


def read_baseline(path: Path) -> Baseline:
    """The baseline in this file; raises ConfigError where it is none."""
    try:
        return _BASELINES.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it was not written by 'auditor baseline'"
        raise ConfigError(f"{path} is no baseline: {reason}.") from None


def baseline_json(folder: Path) -> bytes:
    """The baseline of the run in this folder, as it is written to a file; raises UsageError where there is none."""
    return _BASELINES.dump_json(baseline_of(record.read_run(folder)), indent=1) + b"\n"
