"""The loop: whatever is due is audited, one after the other, told, and delivered.

One loop works on an output folder at a time (a lock that dies with its process), so two audits never overlap. A watch
that was due while nothing ran is caught up once. An audit that a crash cut off is taken up where it stopped; one that
was finished but not told is told.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from filelock import FileLock, Timeout

from auditor import crawl, reaudit, record
from auditor import run as path
from auditor import settings as configuration
from auditor.errors import AuditorError, ConfigError, UsageError
from auditor.gather import Watch
from auditor.history import resolve_run
from auditor.settings import SECRETS, Settings
from auditor.watch import message
from auditor.watch.book import Book, Watched
from auditor.watch.delivery import Undelivered, deliver
from auditor.watch.signs import signs
from auditor.watch.timing import next_after

NAP = 30.0
"""Longest sleep in seconds: a clock that is set anew is noticed within it."""

STALE = timedelta(days=1)
"""An audit cut off longer ago than this is begun anew: half of its pages would be of another day."""

NEW_NORMAL = 3
"""Runs in a row that cannot be compared with the baseline until the last of them becomes the baseline."""


class Loop:
    """Works off the watches of an output folder."""

    def __init__(
        self,
        output: Path,
        config: Path | None = None,
        *,
        tell: Callable[[str], None] = lambda words: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        watch: Watch | None = None,
    ) -> None:
        """Use the watches under ``output``; ``tell`` takes what happens in single lines."""
        self.output = output
        self.config = config
        self.tell = tell
        self.clock = clock
        self.watch = watch or Watch()
        self.book = Book(output)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock of the output folder; raises UsageError where another loop holds it."""
        lock = FileLock(self.output / "watch.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise UsageError(
                f"Another 'auditor watch run' is at work in {self.output}; what is due is in its hands."
            ) from None
        try:
            yield
        finally:
            lock.release()

    def run(self, stop: Event) -> None:
        """Work until ``stop`` is set."""
        while not stop.is_set():
            self.turn()
            stop.wait(self._nap())

    def _nap(self) -> float:
        times = [entry.due for entry in self.book.watches()] + [waiting.next for waiting in self.book.outbox()]
        left = [(datetime.fromisoformat(time) - self.clock()).total_seconds() for time in times]
        return max(0.0, min([NAP, *left]))

    def turn(self) -> int:
        """Audit whatever is due and deliver whatever waits; gives how many audits failed."""
        failed = 0
        for entry in self.book.watches():
            now = self.clock()
            if entry.finished and now < datetime.fromisoformat(entry.finished) - timedelta(minutes=1):
                self.tell(
                    f"The clock went back: {entry.target} was last audited at {entry.finished[:16]}, later than now."
                )
            if datetime.fromisoformat(entry.due) <= now:
                failed += not self._one(entry, now)
        self.post()
        return failed

    def post(self) -> None:
        """Deliver the messages whose time has come; what fails stays in the outbox."""
        waits = self.book.outbox(self.clock())
        if not waits:
            return
        try:
            to = configuration.delivery(self.config)
        except AuditorError as error:  # a settings file broken while the loop runs must not end it
            self.tell(f"Nothing is delivered until this is mended: {error}")
            return
        for waiting in waits:
            try:
                deliver(waiting.channel, waiting.message, to)
            except Undelivered as error:
                later = self.book.failed(waiting, str(error), self.clock(), error.left)
                self.tell(f"Not delivered by {waiting.channel}: {error}; again at {later.next[:16]} UTC.")
            else:
                self.book.delivered(waiting)
                self.tell(f"Told by {waiting.channel}: {waiting.message['subject']}")

    def _one(self, entry: Watched, now: datetime) -> bool:
        """One watch: audit, compare, put the messages into the outbox, set the next time. False where it failed."""
        crashed = entry.begun
        begun = self.book.begin(entry, now)
        if begun is None:
            return True
        entry = begun
        told: Sequence[message.Message] = ()
        try:
            settings = configuration.load(self.config, flags=entry.flags | {"output": self.output})
            settings = self._own_secrets(entry, settings)
            target = crawl.resolve(entry.target, settings)
            last = self.output / entry.last if entry.last else None
            seen = signs(target, settings, self.watch.stop, last) if entry.on_change else {}
            if entry.on_change and entry.last and seen == entry.signs and not crashed:
                self.tell(f"Looked at {entry.target}: unchanged.")
            else:
                folder = self._audited(entry, settings, target.host, crashed, now)
                entry, told = self._compared(replace(entry, signs=seen), folder)
            entry = replace(entry, trouble="")
        except AuditorError as error:
            entry, told = self._failed(entry, str(error), now)
        except Exception as error:  # noqa: BLE001 - a fence: a bug met on one site must not end the watch of the others
            place = traceback.extract_tb(error.__traceback__)[-1]
            why = f"a bug in auditor: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
            entry, told = self._failed(entry, why, now)
        done = self.clock()
        # a schedule that never comes again (an edited table) is looked at once a year rather than lost
        due = next_after(entry.schedule, done) or done + timedelta(days=366)
        self.book.end(
            replace(entry, due=due.isoformat(), finished=done.isoformat()), [one.plain() for one in told], done
        )
        return not entry.trouble

    def _own_secrets(self, entry: Watched, settings: Settings) -> Settings:
        """The settings with the secrets that the site was added with, and no other: those are another site's."""
        given = [name for name in SECRETS if getattr(settings, name)]
        for name in entry.secrets:
            if name not in given:
                raise ConfigError(
                    f"It was added with AUDITOR_{name.upper()}, which is not set now; set it for 'auditor watch run'."
                )
        foreign = [name for name in given if name not in entry.secrets]
        if foreign:
            names = " and ".join(f"AUDITOR_{name.upper()}" for name in foreign)
            self.tell(f"{entry.target} is read without {names}: with it set, 'auditor watch add' makes it this site's.")
        return settings.model_copy(update={name: Settings.model_fields[name].default for name in foreign})

    def _failed(self, entry: Watched, why: str, now: datetime) -> tuple[Watched, Sequence[message.Message]]:
        self.tell(f"{entry.target} could not be audited: {why}")
        if entry.trouble:  # told when it began
            return replace(entry, trouble=why), ()
        return replace(entry, trouble=why), (message.trouble(entry.target, why, now.isoformat(), now.isoformat()),)

    def _audited(self, entry: Watched, settings: Settings, host: str, crashed: str, now: datetime) -> Path:
        """The folder of a finished run: a new one, the one that a crash cut off, or the one it left untold."""
        if crashed:
            done = self._newest(host)
            if done and _name(done) != entry.last and record.read_run(done).started >= crashed[:19]:
                self.tell(f"Audited before it was cut off: {entry.target}")
                return done
        fresh = not crashed or now - datetime.fromisoformat(crashed) > STALE
        self.tell(f"Auditing {entry.target}")
        return path.audit(entry.target, settings, self.watch, fresh=fresh)[1]

    def _compared(self, entry: Watched, folder: Path) -> tuple[Watched, Sequence[message.Message]]:
        """The watch with its new baseline, and what is told of the run in ``folder``."""
        run = record.read_run(folder)
        today = date.fromisoformat(run.today or run.finished[:10])
        report = str(folder / "report.html") if (folder / "report.html").exists() else ""
        name = _name(folder)
        before = self._baseline(entry, folder)
        if before is None:
            return replace(entry, baseline=name, last=name, apart=0), (message.first(run, report, today),)
        diff = reaudit.diff(before, folder, self.watch)
        told = message.after(diff, run, report, today)
        if diff.comparable or entry.apart + 1 >= NEW_NORMAL:
            return replace(entry, baseline=name, last=name, apart=0), told
        return replace(entry, baseline=_name(before), last=name, apart=entry.apart + 1), told

    def _baseline(self, entry: Watched, folder: Path) -> Path | None:
        """The run to compare with: the last one that could be compared, else the newest before this one."""
        kept = self.output / entry.baseline
        if entry.baseline and kept != folder and (kept / "run.json").is_file():
            return kept
        host = folder.parent.name
        newest = self._newest(host)
        return self._newest(f"{host}~1") if newest == folder else newest

    def _newest(self, name: str) -> Path | None:
        try:
            return resolve_run(self.output, name)
        except UsageError:  # there is none
            return None


def _name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def states(entry: Watched) -> dict[str, Any]:
    """Where a watch stands, as ``auditor watch list`` shows it."""
    return {
        "id": entry.id,
        "target": entry.target,
        "schedule": f"{entry.schedule}{', if it changed' if entry.on_change else ''}",
        "next": entry.due,
        "last": entry.last,
        "channels": list(entry.channels),
        "trouble": entry.trouble,
    }
