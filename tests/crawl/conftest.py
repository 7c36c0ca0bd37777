"""Two ways to try a crawl: the walk alone over a dictionary of answers, and the whole thing against real servers."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from auditor.crawl import Event, Finished, Kept, Progress, Skipped, Target, Warned, crawl, resolve
from auditor.crawl.answers import Outcome
from auditor.crawl.events import Failed
from auditor.crawl.job import Job
from auditor.crawl.journal import Journal
from auditor.crawl.twins import Twins, ending
from auditor.crawl.walk import Walk
from auditor.model import SkipReason
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from tests.crawl.standin import extract

Reply = str | bytes | tuple[int, dict[str, str], str | bytes]


def page(text: str, *links: str, head: str = "") -> str:
    """A small HTML page."""
    anchors = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return f"<!doctype html><html><head><title>{text}</title>{head}</head><body><p>{text}</p>{anchors}</body></html>"


@dataclass
class Result:
    """What a crawl said, sorted into what it said it about."""

    events: list[Event | Failed] = field(default_factory=list)

    @property
    def kept(self) -> list[str]:
        return [event.snapshot.url for event in self.events if isinstance(event, Kept)]

    @property
    def paths(self) -> list[str]:
        return [url.partition("://")[2].partition("/")[2] for url in self.kept]

    @property
    def judged(self) -> set[str]:
        return {path for url, path in zip(self.kept, self.paths, strict=True) if url not in self.finished.aliases}

    @property
    def skips(self) -> dict[str, SkipReason]:
        return {"/" + k.url.partition("://")[2].partition("/")[2]: k.reason for k in self.skipped}

    @property
    def skipped(self) -> list[Any]:
        return [event.skip for event in self.events if isinstance(event, Skipped)]

    def detail(self, path: str) -> str:
        return next(skip.detail for skip in self.skipped if skip.url.endswith(path))

    @property
    def warnings(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, Warned)]

    @property
    def finished(self) -> Finished:
        (last,) = [event for event in self.events if isinstance(event, Finished)]
        assert self.events[-1] is last
        return last

    @property
    def failed(self) -> Failed:
        last = self.events[-1]
        assert isinstance(last, Failed), last
        return last

    def adds_up(self) -> bool:
        """Every URL found has exactly one fate."""
        fates = [url for url in self.kept if url not in self.finished.aliases] + [skip.url for skip in self.skipped]
        return len(fates) == len(set(fates)) == self.finished.found


class Recorder:
    """A sink that keeps what it is sent."""

    def __init__(self) -> None:
        self.result = Result()

    def send(self, event: Event | Failed) -> None:
        self.result.events.append(event)

    async def room(self) -> None:
        return


ORIGIN = "http://site.example"


def answer(url: str, reply: Reply | None) -> Outcome:
    if reply is None:
        return Outcome(url, 404, {"content-type": "text/html"}, b"gone")
    if not isinstance(reply, tuple):
        reply = (200, {"content-type": "text/html; charset=utf-8"}, reply)
    status, headers, body = reply
    return Outcome(url, status, headers, body.encode() if isinstance(body, str) else body)


class Walker:
    """Runs the walk over ``pages`` (path or URL -> reply); ``asked`` lists what it fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def __call__(
        self,
        pages: dict[str, Any],
        *,
        start: str = ORIGIN + "/",
        seed: int = 0,
        stop_after: int = 0,
        name: str = "",
        **settings: Any,
    ) -> Result:
        sink, luck = Recorder(), random.Random(seed)
        chosen = Settings(**settings)
        job = Job(
            Target(name or start, start, "site.example"), chosen, self.folder, SnapshotStore(self.folder / "s"), extract
        )
        journal = Journal.open(self.folder, start)
        self.asked = []
        self.delays: list[float] = []

        async def fetch(url: str, *, any_type: bool = False, limit: int = 0) -> Outcome:
            self.asked.append(url)
            if seed:
                await asyncio.sleep(luck.random() / 500)
            if stop_after and len(self.asked) > stop_after:
                walk.stop()
                await asyncio.sleep(1)
            path = url.removeprefix(ORIGIN)
            reply = pages.get(url, pages.get(path))
            return reply if isinstance(reply, Outcome) else answer(url, reply)

        walk = Walk(job, journal, fetch, sink, slow_down=self.delays.append)
        asyncio.run(walk.run())
        journal.close()
        return with_aliases(sink.result, start)


def with_aliases(result: Result, start: str) -> Result:
    """What the parent does at the end."""
    last = result.events[-1]
    if not isinstance(last, Finished):
        return result
    twins = Twins(next(iter(result.kept), start))
    for event in result.events:
        if isinstance(event, Kept):
            twins.note(event.snapshot, event.copy, event.canonical)
    result.events[-1:] = list(ending(twins, last))
    return result


@pytest.fixture
def walk(tmp_path: Path) -> Walker:
    return Walker(tmp_path)


class Server:
    """A real server on a free port of loopback. ``pages`` maps a path to a reply, or to a function of the handler."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.pages: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                reply = outer.pages.get(self.path, outer.pages.get("*"))
                try:
                    if callable(reply):
                        reply(self)
                    else:
                        outcome = answer(self.path, reply)
                        self.reply(outcome.status, outcome.headers, outcome.body)
                except OSError:
                    self.close_connection = True

            def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "content-length" not in {name.lower() for name in headers}:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                return

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128
            address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

            def handle_error(self, *_: Any) -> None:
                return

        self.http = Quiet((host, port), Handler)
        self.port = self.http.server_address[1]
        self.url = f"http://{host}:{self.port}/"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def other_server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


class Crawler:
    """Runs a whole crawl, child process and all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.result = Result()

    def __call__(
        self,
        target: str | Path,
        *,
        read: Callable[..., Any] = extract,
        stop: Callable[[], bool] = lambda: False,
        seen: Callable[[Event], None] = lambda event: None,
        pages: bool = True,
        **settings: Any,
    ) -> Result:
        chosen = Settings(**settings)
        self.result = Result()
        store = SnapshotStore(self.folder / "snapshots")
        for event in crawl(resolve(str(target), chosen), chosen, self.folder, store, read, stop=stop, pages=pages):
            self.result.events.append(event)
            seen(event)
        assert not any(isinstance(event, Progress) for event in self.result.events[-1:])
        return self.result


@pytest.fixture
def crawler(tmp_path: Path) -> Crawler:
    return Crawler(tmp_path / "run")


def path_of(url: str) -> str:
    return urlsplit(url).path
