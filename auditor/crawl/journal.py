"""The crawl's diary, ``crawl.jsonl``: what a killed run needs in order to go on where it was.

One line a fetched URL, appended and flushed when its body is in the store. A resumed crawl walks the site again in the
same order and takes from here whatever it fetched before, so its result is that of a run that nobody interrupted.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import IO, Any

from auditor import record
from auditor.errors import OutputError, UsageError
from auditor.model import Skip, SkipReason, Snapshot

NAME = "crawl.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one URL: a snapshot, or a skip with the address that it led to ("" where it led nowhere).

    ``unsent`` says of a snapshot why the site did not send it again ("" where it did).
    """

    snapshot: Snapshot | None = None
    skip: Skip | None = None
    target: str = ""
    unsent: str = ""


@dataclass(slots=True)
class Journal:
    """The diary of one crawl; ``entries`` are those of earlier runs by URL, ``origin`` what they took for the site."""

    path: Path
    start: str
    origin: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    _out: IO[str] | None = None

    @classmethod
    def open(cls, folder: Path, start: str) -> Journal:
        """Read what is there and get ready to append; a diary of another start URL is begun anew.

        A torn last line (the process was killed while it wrote) is cut off. Raises OutputError where ``folder`` cannot
        be written.
        """
        journal = cls(folder / NAME, start)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            whole = journal._load(journal.path.read_bytes() if journal.path.exists() else b"")
            mode = "r+" if journal.path.exists() else "w"
            out = open(journal.path, mode, encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by close()
            out.truncate(whole)
            out.seek(0, os.SEEK_END)
            journal._out = out
        except OSError as error:
            raise OutputError(
                f"Cannot write {journal.path}: {error.strerror or error}; give another folder to --output."
            ) from None
        if not whole:
            journal._write({"kind": "start", "url": start})
        return journal

    def _load(self, data: bytes) -> int:
        """Take in the lines that are whole; returns how many bytes they are."""
        whole = 0
        for line in data.splitlines(keepends=True):
            try:
                record = json.loads(line)
                if not line.endswith(b"\n") or not self._take(record):
                    break
            except (ValueError, KeyError, TypeError, AttributeError):
                break
            whole += len(line)
        if not whole:
            self.entries.clear()
        return whole

    def _take(self, record: dict[str, Any]) -> bool:
        kind = record.pop("kind")
        if kind == "start":
            return bool(record["url"] == self.start)
        if kind == "origin":
            self.origin = str(record["url"])
        elif kind == "kept":
            unsent = str(record.pop("unsent", ""))
            self.entries[record["url"]] = Entry(snapshot=Snapshot(**record), unsent=unsent)
        elif kind == "skip":
            skip = Skip(record["url"], SkipReason(record["reason"]), record["detail"])
            self.entries[skip.url] = Entry(skip=skip, target=record["target"])
        return True

    def adopt(self, origin: str) -> None:
        """Note the origin that the start URL led to."""
        if origin != self.origin:
            self.origin = origin
            self._write({"kind": "origin", "url": origin})

    def keep(self, snapshot: Snapshot, unsent: str = "") -> None:
        """Note a kept page; its body must be in the store already."""
        values = {item.name: getattr(snapshot, item.name) for item in fields(snapshot)}
        self._write({"kind": "kept", **values, **({"unsent": unsent} if unsent else {})})

    def skip(self, skip: Skip, target: str = "") -> None:
        """Note a URL that gave no page."""
        record = {"kind": "skip", "url": skip.url, "reason": skip.reason.value, "detail": skip.detail}
        self._write({**record, "target": target})

    def _write(self, record: dict[str, Any]) -> None:
        assert self._out is not None
        try:
            self._out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
            self._out.flush()
        except OSError as error:
            raise OutputError(
                f"Cannot write {self.path}: {error.strerror or error}; free some space or give another --output."
            ) from None

    def close(self) -> None:
        """Close the file; the journal can be read again by :meth:`open`."""
        if self._out is not None:
            self._out.close()
            self._out = None


def kept(folder: Path) -> Iterable[Snapshot]:
    """The snapshots that a crawl into ``folder`` kept, in the order they were kept; empty where there was none."""
    return [entry.snapshot for entry in _entries(folder) if entry.snapshot is not None]


def unsent(folder: Path) -> Counter[str]:
    """How many pages of a crawl the site did not send again, by the reason why."""
    return Counter(entry.unsent for entry in _entries(folder) if entry.unsent)


def _entries(folder: Path) -> Iterable[Entry]:
    journal = Journal(folder / NAME, "")
    try:
        data = record.read_file(folder, NAME)
        journal.start = json.loads(data.splitlines()[0])["url"]
    except (OSError, UsageError, ValueError, IndexError, KeyError, TypeError):
        return []
    journal._load(data)
    return journal.entries.values()
