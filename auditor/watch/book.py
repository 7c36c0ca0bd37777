"""What is watched and what is still to be delivered, in one SQLite file beside the runs (``watch.db``).

A run's outcome and the messages about it are written in one transaction: a process that dies before it has left the
watch due, and the next one takes the audit up; one that dies after it has left the messages in the outbox. Secrets are
not in here: a watch names its channels, and where they lead stands in the settings.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from auditor.addresses import canonical
from auditor.errors import OutputError, UsageError
from auditor.text import digest
from auditor.watch.timing import Schedule

NAME = "watch.db"
VERSION = 1

FIRST_WAIT = timedelta(minutes=1)
"""Time until a delivery that failed is tried again; doubled with every further failure."""

LONGEST_WAIT = timedelta(hours=6)
"""The longest such time. No delivery is ever given up: what could not be delivered is listed until it could."""

STATE = ("signs", "finished", "baseline", "last", "apart", "trouble")
"""What the loop knows of a watch; the rest is what a person asked for."""

_TABLES = """
CREATE TABLE IF NOT EXISTS watch (id TEXT PRIMARY KEY, due TEXT NOT NULL, entry TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (
    id TEXT NOT NULL, channel TEXT NOT NULL, made TEXT NOT NULL, next TEXT NOT NULL, tries INTEGER NOT NULL,
    error TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (id, channel)
);
"""


@dataclass(frozen=True, slots=True)
class Watched:
    """One watch and where it stands. Times are UTC in ISO form.

    ``target`` is as auditor audit takes it (a folder by its whole path), ``flags`` the settings given with it,
    ``channels`` where its messages go. ``secrets`` names the secrets that it was added with (auth, header, cookie): they
    go to this site alone, and stand in the environment or the settings file, never here. ``on_change`` audits only where ``signs`` of the site have changed. ``begun`` is
    when an audit under way was begun, "" where none is; ``baseline`` and ``last`` are runs (``host/run-id``), ``apart``
    counts the runs since the baseline that could not be compared with it; ``trouble`` is why the last one failed.
    """

    id: str
    target: str
    schedule: Schedule
    due: str
    channels: tuple[str, ...] = ()
    on_change: bool = False
    flags: dict[str, Any] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    signs: dict[str, str] = field(default_factory=dict)
    begun: str = ""
    finished: str = ""
    baseline: str = ""
    last: str = ""
    apart: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One message on its way by one channel. ``error`` says why the last of its ``tries`` failed."""

    id: str
    channel: str
    made: str
    next: str
    tries: int
    error: str
    message: dict[str, Any]


class Book:
    """The table of watches and the outbox under an output folder."""

    def __init__(self, output: Path) -> None:
        """Open the file, or make it; raises OutputError where that cannot be done."""
        self.path = output / NAME
        try:
            output.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise UsageError(f"{self.path} was written by a newer auditor; use that one.")
            self._connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + _TABLES)
            self._connection.execute(f"PRAGMA user_version={VERSION}")
        except (OSError, sqlite3.Error) as error:
            raise self._broken(error) from None

    def _broken(self, error: Exception) -> OutputError:
        return OutputError(f"Cannot keep watches in {self.path}: {error}; free some space or give another --output.")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._broken(error) from None
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def watches(self) -> list[Watched]:
        """Every watch, the next one due first."""
        rows = self._connection.execute("SELECT entry FROM watch ORDER BY due, id").fetchall()
        return [_watched(json.loads(entry)) for (entry,) in rows]

    def find(self, name: str) -> Watched:
        """The watch of this id, beginning of an id, or target; raises UsageError where it is not one."""
        every = self.watches()
        place, address = str(Path(name).expanduser().resolve()), canonical(name) or canonical(f"https://{name}")
        loopback = canonical(f"http://{name}")
        found = [
            entry
            for entry in every
            if name and (entry.id.startswith(name) or entry.target in (name, place, address, loopback))
        ]
        if len(found) != 1:
            known = ", ".join(f"{entry.id} ({entry.target})" for entry in every) or "none"
            raise UsageError(f"{'No' if not found else 'More than one'} watch is '{name}'; known: {known}.")
        return found[0]

    def add(self, entry: Watched) -> bool:
        """Keep a watch; one of the same id is changed and keeps what is known of its runs. Gives whether there was one."""
        with self._writing() as connection:
            there = connection.execute("SELECT entry FROM watch WHERE id = ?", (entry.id,)).fetchone()
            if there is not None:
                old = _watched(json.loads(there[0]))
                entry = replace(entry, **{name: getattr(old, name) for name in STATE}, begun=old.begun)
            _put(connection, entry)
        return there is not None

    def remove(self, entry: Watched) -> None:
        """Forget a watch; messages on their way still go out."""
        with self._writing() as connection:
            connection.execute("DELETE FROM watch WHERE id = ?", (entry.id,))

    def hasten(self, entry: Watched, now: datetime) -> None:
        """Take a watch as due now."""
        with self._writing() as connection:
            _put(connection, replace(entry, due=now.isoformat()))

    def begin(self, entry: Watched, now: datetime) -> Watched | None:
        """Note that an audit is under way, and give the watch as it stands by now; None where it was removed meanwhile.

        An audit of another site may have taken an hour since ``entry`` was read. One that was cut off keeps the time of
        its first beginning.
        """
        with self._writing() as connection:
            there = connection.execute("SELECT entry FROM watch WHERE id = ?", (entry.id,)).fetchone()
            if there is None:
                return None
            entry = _watched(json.loads(there[0]))
            entry = replace(entry, begun=entry.begun or now.isoformat())
            _put(connection, entry)
        return entry

    def end(self, entry: Watched, messages: Sequence[dict[str, Any]], now: datetime) -> None:
        """Note an audit's outcome and put its messages into the outbox: both or neither.

        A watch that was removed meanwhile stays removed; one whose schedule was changed keeps its new one.
        """
        with self._writing() as connection:
            there = connection.execute("SELECT entry FROM watch WHERE id = ?", (entry.id,)).fetchone()
            if there is not None:
                now_kept = _watched(json.loads(there[0]))
                due = entry.due if now_kept.schedule == entry.schedule else now_kept.due
                state = {name: getattr(entry, name) for name in STATE}
                _put(connection, replace(now_kept, **state, due=due, begun=""))
            for message in messages:
                for channel in entry.channels:
                    connection.execute(
                        "INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, ?, 0, '', ?)",
                        (message["id"], channel, now.isoformat(), now.isoformat(), json.dumps(message)),
                    )

    def outbox(self, now: datetime | None = None) -> list[Waiting]:
        """Messages not yet delivered, oldest first; with ``now`` those whose time has come."""
        rows = self._connection.execute(
            "SELECT id, channel, made, next, tries, error, message FROM outbox ORDER BY made, rowid"
        ).fetchall()
        found = [
            Waiting(key, channel, made, later, tries, error, json.loads(told))
            for key, channel, made, later, tries, error, told in rows
        ]
        return [entry for entry in found if now is None or entry.next <= now.isoformat()]

    def delivered(self, entry: Waiting) -> None:
        """Take a message out of the outbox."""
        with self._writing() as connection:
            connection.execute("DELETE FROM outbox WHERE id = ? AND channel = ?", (entry.id, entry.channel))

    def failed(self, entry: Waiting, error: str, now: datetime, left: Sequence[str] = ()) -> Waiting:
        """Note why a message could not be delivered, when it is tried again, and for whom alone where others have it."""
        wait = min(FIRST_WAIT * 2 ** min(entry.tries, 20), LONGEST_WAIT)
        message = entry.message | ({"left": list(left)} if left else {})
        entry = replace(entry, tries=entry.tries + 1, error=error, next=(now + wait).isoformat(), message=message)
        with self._writing() as connection:
            connection.execute(
                "UPDATE outbox SET tries = ?, error = ?, next = ?, message = ? WHERE id = ? AND channel = ?",
                (entry.tries, entry.error, entry.next, json.dumps(message), entry.id, entry.channel),
            )
        return entry


def watch_id(target: str) -> str:
    """The id of the watch of a target: a target is watched once."""
    return digest("watch", target, size=4)


def _put(connection: sqlite3.Connection, entry: Watched) -> None:
    connection.execute(
        "INSERT INTO watch VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET due = excluded.due, entry = excluded.entry",
        (entry.id, entry.due, json.dumps(asdict(entry))),
    )


def _watched(values: dict[str, Any]) -> Watched:
    lists = {name: tuple(values.get(name, ())) for name in ("channels", "secrets")}
    return Watched(**values | lists | {"schedule": Schedule(**values["schedule"])})
