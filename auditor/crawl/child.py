"""The crawling process: reads its job from standard input, writes events to standard output, ends with its parent."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import logging
import os
import pickle
import queue
import signal
import ssl
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import BinaryIO

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings as ScrapySettings

from auditor.crawl import settings as scrapy_settings
from auditor.crawl.events import Event, Failed, frame
from auditor.crawl.job import Job
from auditor.crawl.spiders.site import SiteSpider

MOST_WAITING = 16_000_000
"""Bytes of events that may wait for the reader before the crawl pauses."""
LAST_WORDS = 3.0
"""Seconds between the wish to stop and the end of the process, whatever hangs."""


class Pipe:
    """Sends events to the parent from a thread of its own, so that a slow reader does not stop the network."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.waiting = 0
        self.frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._write, daemon=True)
        self.thread.start()

    def send(self, event: Event | Failed) -> None:
        """Queue an event."""
        data = frame(event)
        self.waiting += len(data)
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
                self.waiting -= len(data)
            self.out.flush()
        except OSError:
            os._exit(0)  # nobody listens any more


def main() -> None:
    """Run one crawl. The parent ends it by closing our standard input, or by ending itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.ERROR)
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)  # what any library prints must not get between the events
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent, over a pipe
    if job.settings.ca_file:
        _trust(Path(job.settings.ca_file))
    pipe = Pipe(out)
    process = AsyncCrawlerProcess(_project_settings(), install_root_handler=False)
    crawler = process.create_crawler(SiteSpider)
    process.crawl(crawler, job=job, sink=pipe)
    threading.Thread(target=_watch, args=(crawler,), daemon=True).start()
    process.start(install_signal_handlers=False)
    pipe.close()
    os._exit(0)


def _project_settings() -> ScrapySettings:
    settings = ScrapySettings()
    settings.setmodule(scrapy_settings, priority="project")
    return settings


def _watch(crawler: object) -> None:
    """Wait for the end of standard input, then stop the crawl, and soon after that the process."""
    from twisted.internet import reactor

    with contextlib.suppress(OSError, ValueError):
        sys.stdin.buffer.read()
    timer = threading.Timer(LAST_WORDS, os._exit, (0,))
    timer.daemon = True
    timer.start()
    walk = getattr(getattr(crawler, "spider", None), "walk", None)
    if walk is None:
        os._exit(0)
    reactor.callFromThread(walk.stop)


def _trust(extra: Path) -> None:
    """Have OpenSSL trust the authorities in a PEM file beside those of the system."""
    paths = ssl.get_default_verify_paths()
    known = b""
    for place in (paths.cafile, paths.openssl_cafile, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/cert.pem"):
        if place and Path(place).is_file():
            known = Path(place).read_bytes()
            break
    handle, name = tempfile.mkstemp(prefix="auditor-ca-", suffix=".pem")
    with os.fdopen(handle, "wb") as both:
        both.write(known + b"\n" + extra.read_bytes())
    atexit.register(lambda: Path(name).unlink(missing_ok=True))
    os.environ["SSL_CERT_FILE"] = name
    os.environ["SSL_CERT_DIR"] = paths.capath or paths.openssl_capath or ""


def run() -> None:
    """As :func:`main`; an error of ours is printed whole (the parent quotes its last line) and ends the process."""
    try:
        main()
    except Exception:  # noqa: BLE001 - the last place that can report it
        traceback.print_exc()
        os._exit(1)
