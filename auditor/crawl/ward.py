"""Sees to it that reading a page ends, and that it is known which page was being read when it did not.

The parser is C code that nothing in the process can interrupt, and some markup keeps it busy for hours (an element with
fifty thousand attributes) or brings it down. So the crawling process notes the page it is about to read and puts a
limit on its own computing time; where the limit or the page kills it, its parent finds the note, strikes the page off
and starts another one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from auditor.errors import OutputError

try:
    import resource
except ImportError:  # Windows: a page that brings the process down is still known, one without end is not ended
    resource = None  # type: ignore[assignment]

NAME = "crawl.reading"
ROOM = 1 << 14


class Ward:
    """The note of one reading process in ``folder``; ``patience`` is seconds of computing for one page.

    Where several processes read, each has a ``number`` and a note of its own.
    """

    def __init__(self, folder: Path, patience: int, number: int = 0) -> None:
        self.patience = patience
        try:
            self._note = os.open(_note(folder, number), os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError as error:
            raise OutputError(
                f"Cannot write to {folder}: {error.strerror or error}; free some space or give another --output."
            ) from None
        if resource is not None:
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
            self._usual = resource.getrlimit(resource.RLIMIT_CPU)

    @contextmanager
    def over(self, url: str) -> Iterator[None]:
        """While a page is read."""
        self._write(url.encode()[: ROOM - 1])
        self._limit(int(time.process_time()) + 1 + self.patience)
        yield
        self._limit(0)
        self._write(b"")

    def _write(self, text: bytes) -> None:
        with suppress(OSError):  # on a full disk a page is read without a note; the journal says that it is full
            os.lseek(self._note, 0, os.SEEK_SET)
            os.write(self._note, text + b"\n")

    def _limit(self, seconds: int) -> None:
        if resource is None:
            return
        soft, hard = self._usual
        if seconds and (soft == resource.RLIM_INFINITY or seconds < soft):
            soft = seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _note(folder: Path, number: int) -> Path:
    return folder / (f"{NAME}-{number}" if number else NAME)


def promote(folder: Path, number: int) -> None:
    """Make the note of one of several processes the one that :func:`read` finds."""
    if number:
        with suppress(OSError):
            _note(folder, number).replace(folder / NAME)


def read(folder: Path) -> str:
    """The page that a process was reading when it ended, or ""."""
    try:
        with open(folder / NAME, "rb") as note:
            return note.readline(ROOM).rstrip(b"\n").decode()
    except (OSError, ValueError):
        return ""


def remove(folder: Path) -> None:
    """Take the notes away."""
    with suppress(OSError):
        for note in folder.glob(f"{NAME}*"):
            note.unlink(missing_ok=True)
