"""Our side of the crawl: starts the crawling process, passes its events on, ends it, and outlives its death."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO, cast

from auditor import errors
from auditor.addresses import origin_of
from auditor.crawl import ward
from auditor.crawl.events import Event, Failed, Finished, Kept, Progress, Reader, Skipped, Warned, read
from auditor.crawl.job import Extract, Job
from auditor.crawl.journal import Journal
from auditor.crawl.target import Target, require_contact
from auditor.crawl.twins import Twins, ending
from auditor.errors import AuditorError
from auditor.model import Skip, SkipReason, Snapshot
from auditor.settings import PREFIX, SECRETS, Settings
from auditor.snapshots import SnapshotStore

PATIENCE = 2.0
"""Seconds that the crawling process gets to end by itself once it is told to stop."""
LONGEST_READING = 60
"""Seconds of computing for one page (ordinary ones take a hundredth of one); a page that takes more is left out."""
MOST_DEATHS = 5
"""Crawling processes that may die under a crawl; another one goes on where it was."""
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
    pages: bool = True,
) -> Iterator[Event]:
    """Crawl a site and yield what happens as it happens; the last event is Finished.

    One crawling process is started; ``extract`` (a function that can be pickled, called with snapshot, body and the
    site's origin) runs there. ``folder`` holds the journal: calling again with the same folder goes on where a crawl
    stopped or died, kept pages first and not fetched again. ``earlier`` are the snapshots of an earlier run by URL: what
    the server says has not changed since is taken from the store. Without ``pages`` they are read, to walk on from, and stay
    in the other process. When ``stop`` turns true, or the generator is closed, the
    crawl ends within about two seconds and keeps what it has. Raises ConfigError, OutputError and the NothingToAudit
    family, with one sentence that says what to do.
    """
    require_contact(target, settings)
    job = Job(target, settings, folder.absolute(), store, extract, earlier or {}, LONGEST_READING, pages)
    relay = _Relay(job)
    with _authorities(settings.ca_file) as trusted:
        try:
            while not relay.over:
                child = _Child(job, trusted)
                try:
                    yield from relay.events(child, stop)
                finally:
                    child.end()
        finally:
            ward.remove(job.folder)


@contextlib.contextmanager
def _authorities(extra: str) -> Iterator[dict[str, str]]:
    """The variables by which OpenSSL trusts the authorities in a PEM file beside those of the system."""
    if not extra:
        yield {}
        return
    if not Path(extra).is_file():
        raise errors.ConfigError(f"There is no file {extra}; give a PEM file to ca_file.")
    import ssl

    try:
        ssl.create_default_context(cafile=extra)
    except (OSError, ValueError):  # SSLError is an OSError
        raise errors.ConfigError(f"{extra} holds no certificate; give a PEM file to ca_file.") from None
    paths = ssl.get_default_verify_paths()
    known = b""
    for place in (paths.cafile, paths.openssl_cafile, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/cert.pem"):
        if place and Path(place).is_file():
            known = Path(place).read_bytes()
            break
    with tempfile.TemporaryDirectory(prefix="auditor-ca-") as folder:
        both = Path(folder) / "trusted.pem"
        both.write_bytes(known + b"\n" + Path(extra).read_bytes())
        yield {"SSL_CERT_FILE": str(both), "SSL_CERT_DIR": paths.capath or paths.openssl_capath or ""}


class _Child:
    """The process and the thread that reads its events."""

    def __init__(self, job: Job, environ: Mapping[str, str]) -> None:
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-W", "ignore", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            start_new_session=True,
            env={name: value for name, value in os.environ.items() if name not in _SECRETS} | dict(environ),
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
        if hasattr(os, "killpg"):  # the process that reads pages for it ends with it, whatever it is at
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
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
    """Passes events on, once each whatever process they come from, and keeps what is needed to end well without one."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.twins = Twins(job.target.start)
        self.reader = Reader()
        self.origin = origin_of(job.target.start)
        self.found = 0
        self.kept: set[str] = set()
        self.skips: dict[str, Skipped] = {}
        self.warned: set[str] = set()
        self.deaths: list[str] = []
        self.over = False

    def events(self, child: _Child, stop: Callable[[], bool]) -> Iterator[Event]:
        """The events of one process; ``over`` is true unless it died and another one is to go on."""
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
            event = self.reader.event(frame)
            if isinstance(event, Failed):
                raise _error(event)
            if isinstance(event, Finished):
                yield from self._end(event)
                return
            if self._is_news(event):
                yield event

    def _is_news(self, event: Event) -> bool:
        """Take an event in; whether it is to be passed on now (skips wait for the end: another process may mend one)."""
        if isinstance(event, Kept):
            url = event.snapshot.url
            self.skips.pop(url, None)
            if url in self.kept:
                return False
            if not self.kept:
                self.twins.start = url
                self.origin = origin_of(url)
            self.kept.add(url)
            self.twins.note(event.snapshot, event.copy, event.canonical)
        elif isinstance(event, Skipped):
            self.skips[event.skip.url] = event
            return False
        elif isinstance(event, Warned):
            news = event.text not in self.warned
            self.warned.add(event.text)
            return news
        elif isinstance(event, Progress):
            self.found = event.found
        return True

    def _died(self, child: _Child, *, stopped: bool) -> Iterator[Event]:
        """The process is gone without a last event: strike off the page that killed it, if one did, or end well."""
        code = child.process.wait()
        if not stopped:
            url = ward.read(self.job.folder)
            ward.remove(self.job.folder)
            self.deaths.append(url)
            slow = code == -getattr(signal, "SIGXCPU", 0)
            # a process may be killed by no fault of the page that it is reading; twice at the same page is no chance
            if url and (slow or self.deaths.count(url) > 1):
                why = (
                    f"reading it takes more than {self.job.patience} s" if slow else "reading it brings the reader down"
                )
                self._strike(url, why)
                yield Warned(f"{url} was left out: {why}.")
            why = child.last_words() or f"exit status {code}"
            if url and len(self.deaths) <= MOST_DEATHS:
                return
            if not self.kept:
                raise RuntimeError(f"The crawling process ended unexpectedly: {why}")
            yield Warned(
                f"The crawling process died ({why}); the report covers the {len(self.kept)} pages kept until then."
            )
        yield from self._end(Finished(self.origin, max(self.found, len(self.kept)), "unknown", False, 0))

    def _strike(self, url: str, why: str) -> None:
        if not self.kept and url == self.job.target.start:
            raise errors.NotHtml(f"{url} cannot be audited: {why}; give the address of another page.")
        with contextlib.closing(Journal.open(self.job.folder, self.job.target.start)) as journal:
            journal.skip(Skip(url, SkipReason.TOO_LARGE, why))

    def _end(self, event: Finished) -> Iterator[Event]:
        self.over = True
        yield from self.skips.values()
        yield from ending(self.twins, event)


def _error(event: Failed) -> AuditorError:
    kind = getattr(errors, event.kind, AuditorError)
    return cast(AuditorError, kind(event.message))
