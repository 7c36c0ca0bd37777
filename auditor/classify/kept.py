"""Labels kept between runs of a host: what a model said of exactly this input is not asked again.

One row an item: (model version, everything the model reads of it) -> its judgement, to the last digit. A cache and no
evidence: where it is gone, damaged or cannot be written, everything is labelled anew and comes out the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from auditor.model import Item, Judgement, Label

NAME = "labels.sqlite"
MOST_VERSIONS = 2
"""Model versions kept, the last used ones: the default and the fast model of one installation."""
_BATCH = 500
"""Keys looked up in one statement; SQLite before 3.32 takes 999 at most."""
_TABLES = """
create table if not exists version (id integer primary key, name text unique not null, used integer not null);
create table if not exists label (version integer not null, item blob not null, judgement text not null,
    primary key (version, item)) without rowid;
"""


class KeptLabels:
    """The labels of one model version in one file; safe to use from several threads of one process.

    ``trouble`` is a sentence where the file cannot be used, else "".
    """

    def __init__(self, path: Path, version: str) -> None:
        """Open the file, or make it; never raises for what is wrong with it."""
        self.path = path
        self.trouble = ""
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._open(version)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                path.unlink()  # no database any more: begun anew
                self._open(version)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def _open(self, version: str) -> None:
        self._db = db = sqlite3.connect(self.path, check_same_thread=False, timeout=5)
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = off")  # what a power cut takes is labelled again
        db.executescript(_TABLES)
        with db:
            (last,) = db.execute("select coalesce(max(used), 0) from version").fetchone()
            db.execute(
                "insert into version (name, used) values (?, ?) on conflict (name) do update set used = excluded.used",
                (version, last + 1),
            )
            old = "select id from version order by used desc limit -1 offset ?"
            db.execute(f"delete from label where version in ({old})", (MOST_VERSIONS,))  # noqa: S608 - our own words
            db.execute(f"delete from version where id in ({old})", (MOST_VERSIONS,))  # noqa: S608
            (self._version,) = db.execute("select id from version where name = ?", (version,)).fetchone()

    def find(self, items: Iterable[Item]) -> dict[Item, Judgement]:
        """The judgements kept of these items; those that are not kept are left out."""
        if self._db is None:
            return {}
        keys = {_key(item): item for item in items}
        wanted = list(keys)
        found: dict[Item, Judgement] = {}
        try:
            for begin in range(0, len(wanted), _BATCH):
                batch = wanted[begin : begin + _BATCH]
                marks = ",".join("?" * len(batch))
                query = f"select item, judgement from label where version = ? and item in ({marks})"  # noqa: S608
                with self._lock:
                    rows = self._db.execute(query, (self._version, *batch)).fetchall()
                found.update((keys[bytes(key)], _judgement(text)) for key, text in rows)
        except (sqlite3.Error, ValueError, TypeError) as error:
            self._give_up(error)
            return {}
        return found

    def keep(self, judged: Mapping[Item, Judgement]) -> None:
        """Keep these judgements."""
        if self._db is None or not judged:
            return
        rows = [(self._version, _key(item), _text(judgement)) for item, judgement in judged.items()]
        try:
            with self._lock, self._db:
                self._db.executemany("insert or replace into label values (?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            if self._db is not None:
                self._db.close()
            self._db = None

    def _give_up(self, error: Exception) -> None:
        self.close()
        self.trouble = f"Labels could not be kept in {self.path} ({error}); the next run labels everything again."


_PARTS = attrgetter(*(part.name for part in fields(Item)))
"""All that an item holds, in order: ``dataclasses.astuple`` copies each part first, in twenty times as long."""


def _key(item: Item) -> bytes:
    return hashlib.blake2b("\0".join(_PARTS(item)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _text(judgement: Judgement) -> str:
    it = judgement
    values = [it.label.value, it.probability, it.probabilities, it.unsure, it.leading, it.why]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _judgement(text: str) -> Judgement:
    label, probability, probabilities, unsure, leading, why = json.loads(text)
    return Judgement(Label(label), probability, tuple(probabilities), unsure, leading, tuple(why))
