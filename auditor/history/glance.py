"""The list of runs read out of an index of SQLite that is in step with the files, without loading SQLAlchemy.

Whoever asks for the history most often finds nothing new: then two questions to the file answer it, and loading what can
also write and migrate it would take most of the time. Where anything else is the case there is no answer here, and
:mod:`auditor.history.index` gives it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from auditor.history.runs import RunSummary, finished, hosts_of, in_order, order

NAME = "history.sqlite"
"""The index in an output folder."""

HEAD = "0002"
"""The migration that the tables are the result of."""

PATIENCE = 10.0
"""Seconds that a writer waits for another one before it gives up (SQLite's busy timeout, PostgreSQL's lock timeout)."""

PLAIN = (
    "target", "name", "started", "finished", "auditor", "method", "kept", "judged", "complete", "verdict", "overall",
    "findings",
)  # fmt: skip
"""Columns of a run that are fields of its summary."""

_RUNS = "select host, runs.* from sites join runs on runs.site = sites.id where place = ?"
_SCORES = "select scores.* from sites join runs on site = sites.id join scores on scores.run = runs.id where place = ?"
_SHARES = (
    "select shares.* from sites join runs on site = sites.id join shares on shares.run = runs.id "
    "where place = ? and scope = 'site'"
)


def glance(output: Path, database: str, hosts: Sequence[str] = ()) -> list[RunSummary] | None:
    """The finished runs of these hosts (of all where none is named), each host's newest last.

    None where the index is no file of SQLite, is of another version, cannot be read, or is not in step with the files.
    """
    if "://" in database:
        return None
    path, place = (Path(database), str(output.resolve())) if database else (output / NAME, "")
    if not path.is_file() or not output.is_dir():
        return None
    there = {
        (host, folder.name): stamp(folder) for host in (hosts or hosts_of(output)) for folder in finished(output, host)
    }
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE, isolation_level=None)
        ) as db:
            db.row_factory = sqlite3.Row
            db.execute("begin")  # all that follows is of one moment
            if [row[0] for row in db.execute("select version_num from alembic_version")] != [HEAD]:
                return None
            rows = [row for row in db.execute(_RUNS, (place,)) if not hosts or row["host"] in hosts]
            if {(row["host"], row["run"]): row["stamp"] for row in rows} != there:
                return None
            scores = db.execute(_SCORES, (place,)).fetchall()
            shares = db.execute(_SHARES, (place,)).fetchall()
    except sqlite3.Error:
        return None
    return summaries(output, map(dict, rows), map(dict, scores), map(dict, shares))


def summaries(
    output: Path,
    rows: Iterable[Mapping[str, Any]],
    scores: Iterable[Mapping[str, Any]],
    shares: Iterable[Mapping[str, Any]],
) -> list[RunSummary]:
    """Runs from the rows of the index: those of ``runs`` with their host, of ``scores``, and of ``shares`` site-wide."""
    values: dict[int, dict[str, float | None]] = defaultdict(dict)
    for score in scores:
        values[score["run"]][score["name"]] = score["value"]
    told: dict[int, dict[str, tuple[float | None, float | None, float | None]]] = defaultdict(dict)
    for share in shares:
        told[share["run"]][share["name"]] = (share["value"], share["low"], share["high"])
    found = [
        RunSummary(
            id=row["run"],
            host=row["host"],
            folder=output / row["host"] / row["run"],
            scores=in_order(values[row["id"]]),
            shares=told[row["id"]],
            **{key: row[key] for key in PLAIN} | {"complete": bool(row["complete"])},
        )
        for row in rows
    ]
    return sorted(found, key=lambda run: (run.host, order(run.id)))


def stamp(folder: Path) -> str:
    """What changes when a run's record is written anew."""
    try:
        return str((folder / "run.json").stat().st_mtime_ns)  # its size changes when it is packed, its time does not
    except OSError:
        return ""
