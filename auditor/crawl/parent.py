"""Our side of the crawl: starts the crawling process, passes its events on, ends it, and outlives its death."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO, cast
from urllib.parse import urlsplit

from auditor import errors
from auditor.addresses import origin_of
from auditor.crawl.events import Event, Failed, Finished, Kept, Progress, Warned, read
from auditor.crawl.events import event as decoded
from auditor.crawl.job import Extract, Job
from auditor.crawl.target import Target, require_contact
from auditor.crawl.twins import Twins, ending
from auditor.errors import AuditorError
from auditor.model import Snapshot
from auditor.settings import PREFIX, SECRETS, Settings
from auditor.snapshots import SnapshotStore

PATIENCE = 2.0
"""Seconds that the crawling process gets to end by itself once it is told to stop."""
MOST_UNREAD = 64
"""Events taken from the pipe before they are asked for."""

_SECRETS = {PREFIX + name.upper() for name in SECRETS}
# standard input brings the import path first, so that whatever this process can import the other one can too
_START = "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer); from auditor.crawl.child import run; run()"


def crawl(
    target: Target,
    settings: Settings,
    folder: Path,
    store: SnapshotStore,
    extract: Extract,
    *,
    stop: Callable[[], bool],
    earlier: Mapping[str, Snapshot] | None = None,
) -> Iterator[Event]:
    """Crawl a site and yield what happens as it happens; the last event is Finished.

    One crawling process is started; ``extract`` (a function that can be pickled, called with snapshot, body and the
    site's origin) runs there. ``folder`` holds the journal: calling again with the same folder goes on where a crawl
    stopped or died, kept pages first and not fetched again. ``earlier`` are the snapshots of an earlier run by URL: what
    the server says has not changed since is taken from the store. When ``stop`` turns true, or the generator is closed, the
    crawl ends within about two seconds and keeps what it has. Raises ConfigError, OutputError and the NothingToAudit
    family, with one sentence that says what to do.
    """
    require_contact(target, settings)
    if settings.ca_file and not Path(settings.ca_file).is_file():
        raise errors.ConfigError(f"There is no file {settings.ca_file}; give a PEM file to ca_file.")
    if settings.proxy and urlsplit(settings.proxy).scheme != "http":
        raise errors.ConfigError("--proxy is no HTTP proxy; give one such as http://proxy.example:3128.")
    job = Job(target, settings, folder.absolute(), store, extract, earlier or {})
    child = _Child(job)
    try:
        yield from _Relay(target).events(child, stop)
    finally:
        child.end()


class _Child:
    """The process and the thread that reads its events."""

    def __init__(self, job: Job) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-W", "ignore", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            start_new_session=True,
            env={name: value for name, value in os.environ.items() if name not in _SECRETS},
        )
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(pickle.dumps(sys.path) + pickle.dumps(job))
            self.process.stdin.flush()
        self.events: queue.Queue[bytes | None] = queue.Queue(MOST_UNREAD)
        self.over = False
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        pipe = cast(BinaryIO, self.process.stdout)
        with contextlib.suppress(OSError, ValueError):
            while (frame := read(pipe)) is not None and not self.over:
                self._put(frame)
        self._put(None)

    def _put(self, frame: bytes | None) -> None:
        while not self.over:
            with contextlib.suppress(queue.Full):
                self.events.put(frame, timeout=0.2)
                return

    def stop(self) -> None:
        """Ask the process to stop."""
        with contextlib.suppress(OSError, ValueError):
            assert self.process.stdin is not None
            self.process.stdin.close()

    def end(self) -> None:
        """See that the process is gone."""
        self.over = True
        self.stop()
        try:
            self.process.wait(timeout=0.2 if self.events.empty() else PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.thread.join(timeout=1)
        with contextlib.suppress(OSError, ValueError):
            assert self.process.stdout is not None
            self.process.stdout.close()
        self.errors.close()

    def last_words(self) -> str:
        """The last line that the process printed about its end, or ""."""
        self.errors.seek(0)
        lines = [line.strip() for line in self.errors.read()[-4000:].decode("utf-8", "replace").splitlines()]
        return next((line for line in reversed(lines) if line), "")


class _Relay:
    """Passes events on and keeps what is needed to end well without the other process."""

    def __init__(self, target: Target) -> None:
        self.twins = Twins(target.start)
        self.origin = origin_of(target.start)
        self.found = 0
        self.kept = 0

    def events(self, child: _Child, stop: Callable[[], bool]) -> Iterator[Event]:
        deadline = 0.0
        while True:
            if not deadline and stop():
                child.stop()
                deadline = time.monotonic() + PATIENCE
            try:
                frame = child.events.get(timeout=0.1)
            except queue.Empty:
                if deadline and time.monotonic() > deadline:
                    yield from self._end(Finished(self.origin, self.found, "unknown", False, 0))
                    return
                continue
            if frame is None:
                yield from self._died(child, stopped=bool(deadline))
                return
            event = decoded(frame)
            if isinstance(event, Failed):
                raise _error(event)
            if isinstance(event, Finished):
                yield from self._end(event)
                return
            if isinstance(event, Kept):
                self.kept += 1
                if self.kept == 1:
                    self.twins.start = event.snapshot.url
                    self.origin = origin_of(event.snapshot.url)
                self.twins.add(event.snapshot, event.page)
            elif isinstance(event, Progress):
                self.found = event.found
            yield event

    def _died(self, child: _Child, *, stopped: bool) -> Iterator[Event]:
        """The process is gone without a last event."""
        child.process.wait()
        if not stopped:
            why = child.last_words() or f"exit status {child.process.returncode}"
            if not self.kept:
                raise RuntimeError(f"The crawling process ended unexpectedly: {why}")
            yield Warned(f"The crawling process died ({why}); the report covers the {self.kept} pages kept until then.")
        yield from self._end(Finished(self.origin, max(self.found, self.kept), "unknown", False, 0))

    def _end(self, event: Finished) -> Iterator[Event]:
        yield from ending(self.twins, event)


def _error(event: Failed) -> AuditorError:
    kind = getattr(errors, event.kind, AuditorError)
    return cast(AuditorError, kind(event.message))
