"""The site as something to ask: over the network, in a folder, or in the journal of an earlier run."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from auditor.addresses import canonical, home, origin_of, same_site
from auditor.crawl.answers import Fetch, Outcome
from auditor.crawl.folder import FolderSite
from auditor.crawl.job import Job
from auditor.crawl.journal import Entry, Journal
from auditor.crawl.revisit import Revisits
from auditor.model import SkipReason

TRANSIENT = {SkipReason.UNREACHABLE, SkipReason.BLOCKED, SkipReason.INTERRUPTED}
"""Reasons that may be gone when an interrupted crawl goes on; everything else is not asked again."""
T = TypeVar("T")

SPELLINGS = 3
"""Redirects followed between http and https or www. and none, for one page."""


class Source:
    """One site. ``origin`` is its own, as far as it is known; ``alias`` another one whose addresses mean this site."""

    def __init__(self, job: Job, journal: Journal, fetch: Fetch) -> None:
        self.job = job
        self.journal = journal
        self.fetch = fetch
        target = job.target
        self.folder = None if target.folder is None else FolderSite(target.folder, job.settings.max_page_bytes)
        self.origin = journal.origin or origin_of(target.start)
        # a folder's pages are named after the base URL itself; a server answers for what the base URL names
        self.alias = "" if self.folder is not None else origin_of(canonical(job.settings.base_url) or "")
        self.revisits = Revisits(job.earlier, job.store, fetch)
        self.stopped = False
        self._tasks: set[asyncio.Task[Any]] = set()

    def address(self, url: str, base: str = "") -> str:
        """The canonical address in the site's own spelling, "" where there is none."""
        return home(canonical(url, base) or "", self.origin, self.alias)

    def owns(self, url: str) -> bool:
        """Whether an address in the site's own spelling is the site's."""
        return same_site(url, self.origin)

    def adopt(self, origin: str) -> None:
        """Take another origin for the site's own."""
        self.origin = origin
        self.journal.adopt(origin)

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin to do something that :meth:`stop` cancels."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def stop(self) -> None:
        """Drop what is under way."""
        self.stopped = True
        for task in list(self._tasks):
            task.cancel()

    async def page(self, url: str, *, first: bool = False) -> Outcome | Entry:
        """What a page's address answers: from the journal where an earlier run has it, else from the site.

        ``first`` is the start URL, whose redirects say what the site's origin is; any other page that lives under
        another spelling of the site (http for https, www. for none) keeps its one name.
        """
        entry = self.journal.entries.get(url)
        if entry is not None and self._holds(entry):
            return entry
        if self.folder is not None:
            return self._read(url)
        place = url
        outcome = await self.revisits.ask(url, place)
        for _ in range(SPELLINGS):
            there = canonical(outcome.headers["location"], place) if outcome.is_redirect else None
            if first or not there or there == place or home(there, self.origin, self.alias) != url:
                break
            place = home(there, origin_of(there) if same_site(there, self.origin) else self.origin, self.alias)
            if place == outcome.url:
                break
            outcome = await self.revisits.ask(url, place)
        return outcome

    async def file(self, url: str, limit: int) -> Outcome:
        """What the address of something that is not a page answers (robots.txt, a sitemap), up to ``limit`` bytes."""
        if self.folder is not None:
            return self._read(url)
        return await self.fetch(url, any_type=True, limit=limit)

    def _holds(self, entry: Entry) -> bool:
        if entry.snapshot is not None:
            return not self.job.store.state(entry.snapshot.digest)
        return entry.skip is not None and entry.skip.reason not in TRANSIENT

    def _read(self, url: str) -> Outcome:
        assert self.folder is not None
        answer = self.folder.answer(url)
        if answer.status == 413:
            most = self.job.settings.max_page_bytes
            return Outcome(url, reason=SkipReason.TOO_LARGE, detail=f"over {most} bytes")
        headers = {"content-type": answer.content_type} if answer.content_type else {}
        if answer.location:
            headers["location"] = answer.location
        return Outcome(url, answer.status, headers, answer.body)
