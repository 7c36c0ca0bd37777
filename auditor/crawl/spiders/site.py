"""The spider: Scrapy's downloader, politeness and shutdown around :class:`auditor.crawl.walk.Walk`.

``auditor audit`` runs it in a process of its own (:mod:`auditor.crawl.child`). By hand, in the project's folder:
``scrapy crawl site -a target=https://example.com -a contact=you@example.com -O pages.jsonl``.
"""

from __future__ import annotations

import contextlib
import dataclasses
import tempfile
import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.logformatter import LogFormatter
from scrapy.utils.misc import load_object

from auditor.crawl import settings as scrapy_settings
from auditor.crawl.access import Access
from auditor.crawl.answers import Sink
from auditor.crawl.events import Event, Failed, Framed, Kept
from auditor.crawl.fetching import Fetcher
from auditor.crawl.guard import Guard, is_loopback
from auditor.crawl.job import Job
from auditor.crawl.journal import Journal
from auditor.crawl.reading import Desk
from auditor.crawl.resolving import GuardedResolver
from auditor.crawl.target import resolve
from auditor.crawl.walk import Walk
from auditor.errors import AuditorError
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore

EXTRACT = "auditor.extract.extract_page"


class Silence(LogFormatter):
    """No log line for every request."""

    def crawled(self, *_: Any) -> None:  # type: ignore[override]
        """Nothing (Scrapy's interface)."""
        return None


class SiteSpider(Spider):
    """Crawls one site; without a sink (by hand) it yields one item for each kept page."""

    name = "site"

    def __init__(self, job: Job, sink: Sink | None = None, desk: Desk | None = None, **_: Any) -> None:
        super().__init__()
        self.job = job
        self.desk = desk
        self.items = _Items() if sink is None else None
        self.sink: Sink = sink or self.items or _Items()
        self.walk: Walk | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> SiteSpider:
        """Make the spider of a job, or of ``-a target=... -a contact=...``, and set Scrapy up for it."""
        job = kwargs.pop("job", None) or _job_by_hand(**kwargs)
        crawler.settings.setdict(_changes(job), priority="spider")
        spider = cls(job, kwargs.get("sink"), kwargs.get("desk"))
        spider._set_crawler(crawler)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Walk the site. No request goes through Scrapy's scheduler: the walk has its own order."""
        from twisted.internet import reactor

        host = urlsplit(self.job.target.start)
        loopback = is_loopback(host.hostname or "")
        proxy = urlsplit(self.job.settings.proxy)
        guard = Guard(
            host.hostname or "",
            host.port or (443 if host.scheme == "https" else 80),
            self.job.settings.allow_private,
            ((proxy.hostname or "").lower(), proxy.port or 80) if self.job.settings.proxy else None,
        )
        GuardedResolver.install(reactor, guard)
        access = Access(self.job.settings, self.job.target.start)
        fetch = Fetcher(self.crawler, self.job.settings, guard, access, loopback=loopback)
        try:
            journal = Journal.open(self.job.folder, self.job.target.start)
            with contextlib.closing(journal):
                slow_down = None if loopback else fetch.slow_down
                self.walk = Walk(self.job, journal, fetch, self.sink, slow_down=slow_down, desk=self.desk)
                await self.walk.run()
        except AuditorError as error:
            self.sink.send(Failed(type(error).__name__, str(error)))
        except Exception:
            traceback.print_exc()  # Scrapy would only log it, and nobody reads its log
            raise
        for item in self.items.taken if self.items is not None else ():
            yield item


class _Items:
    """A sink that makes an item of each kept page."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []

    def send(self, event: Event | Failed | Framed) -> None:
        if isinstance(event, Kept):
            self.taken.append(dataclasses.asdict(event.snapshot))

    async def room(self) -> None:
        return


def _job_by_hand(target: str = "", extract: str = EXTRACT, output: str = "", **settings: Any) -> Job:
    chosen = Settings(**settings)
    folder = Path(output) if output else Path(tempfile.mkdtemp(prefix="auditor-"))
    return Job(resolve(target, chosen), chosen, folder, SnapshotStore(folder / "snapshots"), load_object(extract))


def _changes(job: Job) -> dict[str, Any]:
    chosen = job.settings
    polite = job.target.folder is None and not is_loopback(urlsplit(job.target.start).hostname or "")
    agent = chosen.user_agent.strip() or scrapy_settings.USER_AGENT
    return scrapy_settings.for_run(
        delay=chosen.delay if polite else 0.0,
        concurrency=chosen.concurrency,
        timeout=chosen.timeout,
        max_bytes=chosen.max_page_bytes,
        user_agent=f"{agent} (+{chosen.contact.strip()})" if chosen.contact.strip() else agent,
        proxy=bool(chosen.proxy),
        polite=polite,
    )
