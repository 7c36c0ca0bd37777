"""The crawling process: reads its job from standard input, writes events to standard output, ends with its parent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from typing import BinaryIO, NoReturn

from auditor.crawl.answers import Outcome
from auditor.crawl.events import Event, Failed, Framed, frame
from auditor.crawl.job import Job
from auditor.crawl.journal import Journal
from auditor.crawl.reading import Desk
from auditor.crawl.target import Target
from auditor.crawl.walk import Walk
from auditor.errors import AuditorError

MOST_WAITING = 8_000_000
"""Bytes of events that may wait for the reader before the crawl pauses."""
LAST_WORDS = 3.0
"""Seconds between the wish to stop and the end of the process, whatever hangs."""
MOST_READERS = 4
"""Processes that read pages; reading one takes about four times the computing that fetching it does."""


class Pipe:
    """Sends events to the parent from a thread of its own, so that a slow reader does not stop the network."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        # each counted up by one thread alone: two that add to and take from one number lose a step now and then
        self._queued = 0
        self._written = 0
        self.frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._write, daemon=True)
        self.thread.start()

    @property
    def waiting(self) -> int:
        """Bytes that are queued and not written yet."""
        return self._queued - self._written

    def send(self, event: Event | Failed | Framed) -> None:
        """Queue an event."""
        data = event if isinstance(event, bytes) else frame(event)
        self._queued += len(data)
        self.frames.put(data)

    async def room(self) -> None:
        """Wait while more than MOST_WAITING bytes have not been read."""
        while self.waiting > MOST_WAITING:
            await asyncio.sleep(0.02)

    def close(self) -> None:
        """Write what is queued, and return when it is written."""
        self.frames.put(None)
        self.thread.join()

    def _write(self) -> None:
        try:
            while (data := self.frames.get()) is not None:
                self.out.write(data)
                if self.frames.empty():
                    self.out.flush()
                self._written += len(data)
            self.out.flush()
        except OSError:
            os._exit(0)  # nobody listens any more; the reading process ends as it finds nobody asking


def main() -> None:
    """Run one crawl. The parent ends it by closing our standard input, or by ending itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.ERROR)
    events = os.dup(1)
    os.dup2(2, 1)  # what any library prints must not get between the events
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent, over a pipe
    desk = Desk.open(job, events, _readers(job.target)) if job.target.folder is None else None
    pipe = Pipe(os.fdopen(events, "wb", buffering=1 << 16))
    if job.target.folder is not None:
        asyncio.run(_read_folder(job, pipe))
    else:
        _crawl_server(job, pipe, desk)
    pipe.close()
    _end(desk)


def _readers(target: Target) -> int:
    """How many processes read a site's pages: one keeps up with any that is asked politely."""
    return min(MOST_READERS, os.cpu_count() or 1) if target.local else 1


def _end(desk: Desk | None) -> NoReturn:
    """End this process, and with it the one that reads pages."""
    if desk is not None:
        desk.close()
    os._exit(0)


async def _read_folder(job: Job, pipe: Pipe) -> None:
    """Walk a folder of files: no network, so none of Scrapy, which takes longer to load than most folders to read."""
    try:
        journal = Journal.open(job.folder, job.target.start)
        with contextlib.closing(journal):
            walk = Walk(job, journal, _no_network, pipe)
            loop = asyncio.get_running_loop()
            _watch(lambda: loop.call_soon_threadsafe(walk.stop))
            await walk.run()
    except AuditorError as error:
        pipe.send(Failed(type(error).__name__, str(error)))


async def _no_network(
    url: str, *, any_type: bool = False, limit: int = 0, conditions: Mapping[str, str] | None = None
) -> Outcome:
    raise AssertionError(f"a folder's page was to be fetched: {url}")


def _crawl_server(job: Job, pipe: Pipe, desk: Desk | None) -> None:
    """Walk a site over the network, with Scrapy's downloader."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.settings import Settings as ScrapySettings

    from auditor.crawl import settings as scrapy_settings
    from auditor.crawl.spiders.site import SiteSpider

    settings = ScrapySettings()
    settings.setmodule(scrapy_settings, priority="project")
    process = AsyncCrawlerProcess(settings, install_root_handler=False)
    crawler = process.create_crawler(SiteSpider)
    process.crawl(crawler, job=job, sink=pipe, desk=desk)

    def stop() -> None:
        from twisted.internet import reactor

        walk = getattr(crawler.spider, "walk", None)
        if walk is None:
            _end(desk)
        reactor.callFromThread(walk.stop)

    _watch(stop, desk)
    process.start(install_signal_handlers=False)


def _watch(stop: Callable[[], object], desk: Desk | None = None) -> None:
    """Wait, in a thread, for the end of standard input; then stop the crawl, and soon after that the process."""

    def wait() -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stdin.buffer.read()
        timer = threading.Timer(LAST_WORDS, _end, (desk,))
        timer.daemon = True
        timer.start()
        with contextlib.suppress(RuntimeError):  # the crawl has just ended by itself
            stop()

    threading.Thread(target=wait, daemon=True).start()


def run() -> None:
    """As :func:`main`; an error of ours is printed whole (the parent quotes its last line) and ends the process."""
    try:
        main()
    except Exception:  # noqa: BLE001 - the last place that can report it
        traceback.print_exc()
        os._exit(1)
