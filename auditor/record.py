"""A Run on disk and back: ``run.json`` (one object) and ``copy.jsonl`` (one judged page a line).

The schema is the dataclasses of :mod:`auditor.model`; :data:`SCHEMA` is its version. Old runs are upgraded when they
are read (:data:`UPGRADES`), never rewritten; one of each version stays in the tests for ever. Files are written to a
part first and renamed, so that a killed process leaves a whole file or none.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from auditor.errors import OutputError, UsageError
from auditor.model import JudgedPage, Run
from auditor.snapshots import SnapshotStore

SCHEMA = 1
"""Version of run.json and copy.jsonl; rises with every change that an old reader would trip over."""

VOLATILE = ("id", "started", "finished", "timing", "today")
"""Fields of run.json that differ between two audits of the same bytes; everything else is byte-equal."""

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Schema version -> what turns a run.json of that version into one of the next."""


@cache
def _runs() -> TypeAdapter[Run]:
    return TypeAdapter(Run)


@cache
def _pages() -> TypeAdapter[JudgedPage]:
    return TypeAdapter(JudgedPage)


def run_text(run: Run) -> bytes:
    """A run as ``run.json`` holds it."""
    return _runs().dump_json(run, indent=1) + b"\n"


def write_run(run: Run, folder: Path) -> Path:
    """Write ``run.json``; raises OutputError."""
    return write(folder / "run.json", run_text(run))


def bodies(folder: Path) -> SnapshotStore:
    """The page bodies of a run's host."""
    return SnapshotStore(folder.parent / "snapshots")


def read_file(folder: Path, name: str) -> bytes:
    """One of a run's records as it was written; raises FileNotFoundError where there is none, and OSError."""
    return (folder / name).read_bytes()


def read_run(folder: Path) -> Run:
    """The run of this folder, upgraded to today's schema; raises UsageError where there is none or it is newer."""
    path = folder / "run.json"
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(
            f"{folder} holds no run.json; name a run's folder, such as output/example.com/<run>."
        ) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from None
    version = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(version, int) or version > SCHEMA:
        raise UsageError(f"{path} has schema {version!r}; this auditor reads up to {SCHEMA}. Use a newer auditor.")
    while version < SCHEMA:
        data = UPGRADES[version](data)
        version = data["schema"]
    try:
        return _runs().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path} is not a run: {where}: {first['msg']}.") from None


def write_copy(pages: Iterable[JudgedPage], folder: Path) -> Path:
    """Write ``copy.jsonl``, pages in the order given; raises OutputError."""
    return write(folder / "copy.jsonl", b"".join(map(page_text, pages)))


def page_text(page: JudgedPage) -> bytes:
    """A judged page as a line of JSON."""
    return _pages().dump_json(page) + b"\n"


def read_copy(folder: Path) -> Iterator[JudgedPage]:
    """The judged pages of a run, one by one; raises UsageError where the file is missing or damaged."""
    path = folder / "copy.jsonl"
    try:
        with open(path, "rb") as lines:
            for line in lines:
                yield _pages().validate_json(line)
    except FileNotFoundError:
        raise UsageError(f"{folder} holds no copy.jsonl; run 'auditor judge {folder}' to make it again.") from None
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} cannot be read: {str(error).splitlines()[0]}.") from None


def write(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all; raises OutputError with what to do."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # the name must not be on disk before what it names
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write {path}: {reason}; free some space or give another --output.") from None
    return path
