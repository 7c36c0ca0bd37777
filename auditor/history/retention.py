"""How long runs are kept: pruned by number or age, purged by host. What kept runs share stays.

A run's folder is first renamed to a name that nothing takes for a run and then removed, so that a killed process leaves
a whole run or none; what it left is removed by the next one. The caller holds the host's lock.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import shutil
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from auditor import record
from auditor.errors import OutputError, UsageError
from auditor.history.manifest import bodies_of, reports_of
from auditor.history.runs import finished, order

_GONE = ".gone-"
_AGE = re.compile(r"(\d{1,5})\s*([dwmy])[a-z]*")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_STAMP = re.compile(r"\d{8}T\d{6}Z")


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed of a host, or would be: runs by folder, and (once done) page bodies that no kept run needs."""

    runs: tuple[Path, ...] = ()
    bodies: int = 0


def moment(text: str, now: datetime | None = None) -> datetime:
    """``90d``, ``12w``, ``6m``, ``1y`` ago or a date as YYYY-MM-DD, in UTC; raises UsageError."""
    match = _AGE.fullmatch(text.strip().lower())
    try:
        if match:
            return (now or datetime.now(UTC)) - timedelta(days=int(match[1]) * _DAYS[match[2]])
        return datetime.fromisoformat(text.strip()).replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # OverflowError: before the first of all years
        raise UsageError(f"'{text}' is no age; give one such as 90d, 12w, 6m, 1y, or a date as 2026-11-01.") from None


def due(output: Path, host: str, keep: int | None, before: datetime | None) -> list[Path]:
    """The run folders of a host that retention lets go, oldest first.

    ``keep`` is the number of finished runs that stay, ``before`` the time before whose start a run must lie; where both
    are given a run must fail both. The newest finished run always stays, and so does an unfinished one after it.
    """
    folders = finished(output, host)
    stays = set(folders[-max(keep or 1, 1) :])
    going = [folder for folder in folders if folder not in stays]
    if folders:
        last = order(folders[-1].name)
        unfinished = {path.parent for path in (output / host).glob("*/plan.json")} - set(folders)
        going += [folder for folder in unfinished if order(folder.name) < last]
    if before is not None:
        going = [folder for folder in going if (began := _began(folder)) is not None and began < before]
    return sorted(going, key=lambda folder: order(folder.name))


def remove(output: Path, host: str, folders: Sequence[Path]) -> Pruned:
    """Remove these runs of a host, and the page bodies that no run left needs. Raises OutputError."""
    place = output / host
    try:
        for left in place.glob(f"{_GONE}*"):
            shutil.rmtree(left)
        for folder in folders:
            shutil.rmtree(folder.rename(place / f"{_GONE}{folder.name}"))
        _forget(place)
        # a run that is under way elsewhere would hold the lock, so what no folder names is needed by nobody
        wanted: set[str] = set()
        parts: set[str] = set()
        for plan in place.glob("*/plan.json"):
            wanted.update(bodies_of(plan.parent))
            parts.update(record.parts_of(plan.parent))
        bodies = record.bodies(place / "any").keep_only(wanted)
        record.shared(place / "any").keep_only(parts)
        compared = [path.parent for path in place.glob("again/*/copy.jsonl")]
        needed = {digest for folder in compared for digest in record.parts_of(folder)}
        record.shared(place / "again" / "any").keep_only(needed)
    except OSError as error:
        raise OutputError(
            f"Cannot remove runs from {place}: {error.strerror or error}; check its permissions."
        ) from None
    return Pruned(tuple(folders), bodies)


_UNREADABLE = (ValueError, KeyError, TypeError, EOFError, zlib.error, gzip.BadGzipFile)


def _forget(place: Path) -> None:
    """Remove what was computed to compare runs that are no longer there: it is used by no other, and can be made again."""
    for folder in place.glob("again/*-*/"):
        # a run of the same second may be called the same and a number: what stands before the method's digest counts
        if not (place / folder.name.rpartition("-")[0]).is_dir():
            shutil.rmtree(folder)
    for file in [*place.glob("again/scores-*.json"), *place.glob("again/diff-*.json.gz")]:
        try:
            data = file.read_bytes()
            of = [str(run) for run in json.loads(gzip.decompress(data) if file.suffix == ".gz" else data)["runs"]]
        except _UNREADABLE:  # cut short, no gzip at all, or written before it named its runs
            of = []
        if not of or not all((place / run).is_dir() or (place / "again" / run).is_dir() for run in of):
            file.unlink()


def purge(output: Path, host: str) -> int:
    """Remove every run and page body of a host; gives the number of runs. Raises UsageError where there is none."""
    folder = output / host
    if host in ("", ".", "..") or "/" in host or "\\" in host or not folder.is_dir():
        known = sorted(path.name for path in output.iterdir() if path.is_dir()) if output.is_dir() else []
        raise UsageError(f"There are no runs of '{host}' in {output}; known: {', '.join(known) or 'none'}.")
    number = len(list(folder.glob("*/plan.json")))
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise OutputError(f"Cannot remove {folder}: {error.strerror or error}; check its permissions.") from None
    return number


def _began(folder: Path) -> datetime | None:
    """When a run was begun, by its id (UTC)."""
    match = _STAMP.match(folder.name)
    return datetime.strptime(match[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if match else None


def settle(output: Path, host: str, *, keep_reports: bool = False) -> Path | None:
    """Pack the runs of a host that are not its newest one, and let go of reports that the newest one repeats.

    Gives the run whose reports went, None where none did.

    A run that the newest one repeats (the same findings, scores and copy from the same pages) needs no report of its own:
    it would read word for word the same, and ``auditor report`` writes it again. Raises OutputError, OSError.
    """
    folders = finished(output, host)
    if len(folders) < 2:
        return None
    newest = folders[-1]
    for folder in folders[:-1]:
        record.pack(folder)
    last = folders[-2]
    if keep_reports or record.frozen_digest(last) != record.frozen_digest(newest):
        return None
    if record.read_file(last, "copy.jsonl") != record.read_file(newest, "copy.jsonl"):
        return None
    there = {report.relative_to(newest) for report in reports_of(newest)}
    going = [report for report in reports_of(last) if report.relative_to(last) in there]
    for report in going:
        report.unlink()
    with contextlib.suppress(OSError):  # none, or not empty
        (last / "pages").rmdir()
    return last if going else None
