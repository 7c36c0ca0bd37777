"""One writer a host: whoever makes, judges or removes runs of a host holds its lock, and the next one is told."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from auditor.errors import Busy, OutputError

LOCK = ".lock"
HOLDER = ".writer"
"""The lock itself, which the operating system lets go of when its holder dies, and beside it who the holder is."""


@contextlib.contextmanager
def writing(output: Path, host: str) -> Iterator[None]:
    """Hold the lock of a host; raises Busy where another process (or thread) holds it, OutputError where it cannot be.

    A process that was killed leaves no lock behind: the lock is the operating system's and not the file's existence.
    """
    from filelock import FileLock, Timeout

    folder = output / host
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise Busy(_held(folder, host)) from None
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            f"Cannot write to {folder}: {reason}; give a folder you may write to with --output."
        ) from None
    try:
        with contextlib.suppress(OSError):  # who writes is a courtesy; a full disk is told by what has to be written
            since = datetime.now(UTC).isoformat(timespec="seconds")
            (folder / HOLDER).write_text(json.dumps({"pid": os.getpid(), "since": since}), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / HOLDER).unlink()
        lock.release()


def _held(folder: Path, host: str) -> str:
    try:
        holder = json.loads((folder / HOLDER).read_text(encoding="utf-8"))
        who = f"process {int(holder['pid'])} since {str(holder['since'])[11:16]} UTC"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"{host} is being worked on by {who}; wait until that has ended, or stop it, and try again."
