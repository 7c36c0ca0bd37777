"""The end of a run: its manifest, its record, its row in the index, and the runs before it packed, in this order.

The run is there once its ``run.json`` is; whatever is killed or fails after that is made good by the next run or look.
"""

from __future__ import annotations

from pathlib import Path

from auditor import record
from auditor.errors import OutputError, UsageError
from auditor.history.manifest import write_manifest
from auditor.history.retention import settle
from auditor.model import Run


def index_trouble(folder: Path, database: str) -> str:
    """Why a run in this folder could not be entered into the index, as a sentence for its warnings; "" where it can."""
    return _entered(folder, database, None)


def finish(run: Run, folder: Path, database: str, *, keep_reports: bool) -> str:
    """Write a run's manifest and record, enter it, pack the runs before it; gives what there is to tell after that.

    That is what went wrong once the run was written, and which earlier report the run repeats, so that it went; "" where
    there is nothing.

    Raises OutputError where the run itself cannot be written.
    """
    text = record.run_text(run)
    write_manifest(folder, {"run.json": text})
    # a folder with a run.json is a finished run: everything that belongs to it is there by now
    record.write(folder / "run.json", text)
    trouble = _entered(folder, database, run)
    place = folder.absolute()
    try:
        repeated = settle(place.parent.parent, place.parent.name, keep_reports=keep_reports)
    except (OSError, OutputError) as error:
        trouble = f"{trouble} Earlier runs could not be packed and take more room than they need: {error}".strip()
        repeated = None
    gone = repeated and (
        f"This run repeats {repeated.parent.name}/{repeated.name}, whose report was removed: {folder / 'report.html'} reads "
        f"the same, 'auditor report {repeated.parent.name}/{repeated.name}' writes it again, --keep-reports keeps such reports."
    )
    return f"{trouble} {gone or ''}".strip()


def _entered(folder: Path, database: str, run: Run | None) -> str:
    # imported here: SQLAlchemy costs a fifth of a second, and commands that make no run do not need it
    from auditor.history.index import open_index

    place = folder.absolute()
    try:
        with open_index(place.parent.parent, database) as index:
            if run is not None:
                index.put(run, place)
    except (OutputError, UsageError) as error:
        return f"This run is kept and not yet in the index of all runs. {error}"
    return ""
