"""The walk over a site: which URL is fetched next, what an answer means, when it is enough. No Scrapy in here.

Pages are fetched several at a time and *taken in* strictly in the order in which they were asked for. So the order in
which links are found, and with a page cap the pages that are kept, depend on the site alone and not on which answer
came first; and a resumed crawl, which finds earlier answers in the journal, walks the same way again.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from auditor.addresses import canonical
from auditor.crawl import sitemaps
from auditor.crawl.answers import KEPT_HEADERS, Fetch, Outcome, Sink
from auditor.crawl.entrance import MOST_HOPS, Entrance, StartFailed
from auditor.crawl.events import Failed, Finished, Progress, Skipped, Warned
from auditor.crawl.frontier import MOST_QUERIES, Frontier, Visit
from auditor.crawl.guard import names_private
from auditor.crawl.job import Job
from auditor.crawl.journal import Entry, Journal
from auditor.crawl.reading import Asked, Desk, Gist, read
from auditor.crawl.source import TRANSIENT, Source
from auditor.crawl.twins import Twins
from auditor.crawl.ward import Ward
from auditor.errors import AuditorError
from auditor.model import Skip, SkipReason, Snapshot
from auditor.snapshots import digest_of

MOST_LATE = 10
"""Pages that failed for the moment and are asked for once more when all others have been; enough for a few, not an outage."""
MOST_FAILURES = 20
"""Failed or refused requests in a row after which the site counts as gone."""
MOST_WARNINGS = 20
AHEAD = 8
"""Answers that may wait for an earlier one, beside those under way."""
SITEMAP_DEPTH = 2
"""Clicks that a page counts for which only the sitemap, or a file of the folder, names; such pages are queued when all
that is linked from the start page is taken in."""
SAME_QUERIES = 6
"""So many queries in a row that give a page known already, and no other one on that path is asked for."""
PACE = 0.25
"""Seconds between two Progress events."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a URL answered; where that is a page and it was read ahead of its turn, what was asked and what came of it."""

    arrival: Outcome | Entry
    asked: Asked | None = None
    gist: Gist | None = None


class Walk:
    """One crawl of one site. :meth:`run` once; :meth:`stop`, from the same thread, ends it soon.

    Pages are read at the ``desk`` as soon as they are there, and without one here, when it is their turn.
    """

    def __init__(
        self,
        job: Job,
        journal: Journal,
        fetch: Fetch,
        sink: Sink,
        *,
        slow_down: Callable[[float], None] | None = None,
        desk: Desk | None = None,
    ) -> None:
        self.job = job
        self.settings = job.settings
        self.journal = journal
        self.sink = sink
        self.desk = desk
        self.ward = Ward(job.folder, job.patience) if job.patience else None
        self.source = Source(job, journal, fetch)
        self.entrance = Entrance(self.source, slow_down)
        self.frontier = Frontier(job.settings, self.entrance.robots, lambda skip: sink.send(Skipped(skip)))
        self.twins = Twins(job.target.start)
        self.kept = 0
        self.listed = 0
        self.stamp = ""
        self.failures = 0
        self.warnings = 0
        self.gone: SkipReason | None = None
        self._why_gone = ""
        self._recent: deque[tuple[float, int]] = deque(maxlen=12)
        self._same: dict[str, int] = {}
        self._late: dict[str, tuple[Visit, Skip]] = {}
        self._asked_late: set[str] = set()

    def stop(self) -> None:
        """End the crawl: what is under way is dropped, what is kept stays."""
        self.source.stop()

    async def run(self) -> None:
        """Walk the site; the last event is Finished or Failed."""
        ticking = asyncio.ensure_future(self._tick())
        try:
            await self._run()
        except (StartFailed, AuditorError) as error:
            kind = error.kind if isinstance(error, StartFailed) else type(error).__name__
            self.sink.send(Failed(kind, str(error)))
        except asyncio.CancelledError:
            if not self.source.stopped:
                raise
            self._finish()
        else:
            self._finish()
        finally:
            ticking.cancel()

    async def _run(self) -> None:
        url, arrival = await self.source.start(self.entrance.find())
        self.frontier.robots = self.entrance.robots
        for old, target in self.entrance.passed:
            if old not in self.frontier.known:
                self.frontier.known.add(old)
                self._skip(Skip(old, SkipReason.REDIRECT, f"to {target}"), target)
        self.frontier.known.add(url)
        self.twins.start = url
        listing: asyncio.Task[sitemaps.Listing] | None = None
        if self.settings.max_depth > 0 and self.settings.max_pages > 1:
            listing = self.source.start(sitemaps.listing(self.source, self.entrance.robots))
            if self.settings.trust_lastmod:
                self.source.revisits.dates = (await listing).dates
        try:
            first = Visit(url, 0)
            self._take(first, await self.source.start(self._look(first, arrival)))
            await self._walk(listing)
        finally:
            if listing is not None:
                listing.cancel()

    async def _walk(self, listing: asyncio.Task[sitemaps.Listing] | None) -> None:
        pending: deque[tuple[Visit, asyncio.Task[_Answer]]] = deque()
        queue = self.frontier.queue
        window, most = self.settings.concurrency + AHEAD, self.settings.max_pages
        seeds = self.source.folder is not None
        try:
            while self.gone is None and self.kept < most and not self.source.stopped:
                while queue and len(pending) < min(window, most - self.kept):
                    visit = queue.popleft()
                    if self._is_idle(visit):
                        pending.append((visit, self.source.start(_nothing(visit.url))))
                    else:
                        pending.append((visit, self.source.start(self._answer(visit))))
                if listing is not None and (not pending or pending[0][0].depth >= SITEMAP_DEPTH):
                    self._list(await listing)
                    listing = None
                elif pending:
                    visit, task = pending[0]
                    answer = await task
                    pending.popleft()
                    self._take(visit, answer)
                    await self.sink.room()
                elif seeds:
                    seeds = False
                    self._seed()
                elif self._late:
                    queue.extend(visit for visit, _ in self._late.values())
                    self._asked_late.update(self._late)
                    self._late.clear()
                    self.failures = 0
                else:
                    break
        finally:
            for _, task in pending:
                task.cancel()
            queue.extendleft(visit for visit, _ in reversed(pending))
        if listing is not None and self.gone is None and not self.source.stopped:
            # the cap was reached first; what the sitemap names beside counts among what was found and not read
            self._list(await listing)

    def _list(self, listing: sitemaps.Listing) -> None:
        self.listed = len(listing.urls)
        self.stamp = listing.stamp
        if listing.stranger:
            other = listing.stranger
            self._warn(f"The sitemap names {other} and not this server; add --base-url {other} if it is the same site.")
        for url in listing.urls:
            self.frontier.offer(url, min(SITEMAP_DEPTH, self.settings.max_depth))

    def _seed(self) -> None:
        """Queue the folder's files that nothing led to."""
        assert self.source.folder is not None
        for path in self.source.folder.paths(unserved=True):
            url = canonical(self.source.origin + path)
            if url is not None and self.settings.max_depth > 0:
                self.frontier.offer(url, min(SITEMAP_DEPTH, self.settings.max_depth))

    async def _answer(self, visit: Visit) -> _Answer:
        """What a URL answers. Runs ahead of :meth:`_take`, several at once, and changes nothing."""
        return await self._look(visit, await self.source.page(visit.url))

    async def _look(self, visit: Visit, arrival: Outcome | Entry) -> _Answer:
        """An answer, read where it is a page and another process reads them."""
        asked = self._asked(visit, arrival) if self.desk is not None else None
        if asked is None or self.desk is None:
            return _Answer(arrival)
        return _Answer(arrival, asked, await self.desk.read(asked))

    def _asked(self, visit: Visit, arrival: Outcome | Entry) -> Asked | None:
        """The page in an answer, to be read; None where it is none."""
        names = self.source.origin, self.source.alias, visit.depth
        if isinstance(arrival, Entry):
            if arrival.snapshot is None:
                return None
            body = self.job.store.get(arrival.snapshot.digest)
            return Asked(arrival.snapshot, body, *names, resumed=True, unsent=arrival.unsent)
        if self._verdict(visit, arrival)[0] is not None:
            return None
        snapshot = arrival.before or self.source.revisits.known(
            Snapshot(
                url=visit.url,
                final_url=arrival.url,
                status=arrival.status,
                headers={name: arrival.headers[name] for name in KEPT_HEADERS if name in arrival.headers},
                digest=digest_of(arrival.body),
                fetched=datetime.now(UTC).isoformat(timespec="seconds"),
                elapsed=round(arrival.elapsed, 4),
                size=len(arrival.body),
            )
        )
        return Asked(snapshot, arrival.body, *names, unsent=arrival.unsent)

    def _take(self, visit: Visit, answer: _Answer) -> None:
        """Deal with an answer: keep a page, or note why not and where it leads."""
        arrival = answer.arrival
        if self._is_idle(visit):
            # said again of an answer that was under way when it became known: the outcome must not depend on speed
            path = visit.url.partition("?")[0]
            self._skip(Skip(visit.url, SkipReason.DUPLICATE, f"the query changes nothing on {path}"))
            return
        if isinstance(arrival, Entry):
            if arrival.skip is not None:
                self._leave(visit, arrival.skip, arrival.target)
                return
        elif not self._is_page(visit, arrival):
            return
        asked = answer.asked or self._asked(visit, arrival)
        if asked is None:
            return
        if not asked.resumed and not asked.unsent:
            self.job.store.put(asked.body, digest=asked.snapshot.digest)
        self._page(visit, asked, answer.gist or read(self.job, self.ward, asked))

    def _is_page(self, visit: Visit, arrival: Outcome) -> bool:
        """Whether an answer is a page; where it is none, note why and where it leads."""
        skip, target = self._verdict(visit, arrival)
        if skip is not None:
            failed = skip.reason in TRANSIENT or arrival.status == 429 or arrival.status >= 500
            self.failures = self.failures + 1 if failed else 0
            if self.failures >= MOST_FAILURES:
                self.gone = SkipReason.BLOCKED if skip.reason is SkipReason.BLOCKED else SkipReason.UNREACHABLE
                self._why_gone = skip.detail
            passing = skip.reason is SkipReason.UNREACHABLE or arrival.status >= 500
            if passing and visit.url not in self._asked_late and len(self._late) + len(self._asked_late) < MOST_LATE:
                # one page lost makes a run that cannot be compared, so a moment's failure is not the last word
                self._late[visit.url] = visit, skip
                return False
            self._leave(visit, skip, target, lasting=not failed)
            return False
        self.failures = 0
        return True

    def _is_idle(self, visit: Visit) -> bool:
        """Whether the query of a URL is known to change nothing: SAME_QUERIES others on its path gave known pages."""
        path, mark, _ = visit.url.partition("?")
        return bool(mark) and self._same.get(path, 0) >= SAME_QUERIES

    def _verdict(self, visit: Visit, outcome: Outcome) -> tuple[Skip | None, str]:
        """Why an answer is no page, and where it leads; (None, "") for a page."""
        url = visit.url
        if outcome.reason is not None:
            return Skip(url, outcome.reason, outcome.detail), ""
        if outcome.is_redirect:
            return self._led(visit, self.source.address(outcome.headers["location"], outcome.url), "redirects")
        if outcome.status in (401, 403, 429):
            return Skip(url, SkipReason.BLOCKED, f"answered {outcome.status}"), ""
        if outcome.status == 404 and self.source.folder is not None:  # no server was asked
            return Skip(url, SkipReason.ABSENT, ""), ""
        if not 200 <= outcome.status < 300:
            return Skip(url, SkipReason.HTTP_ERROR, f"answered {outcome.status}"), ""
        kind = outcome.not_html
        return (Skip(url, SkipReason.NOT_HTML, kind), "") if kind else (None, "")

    def _led(self, visit: Visit, target: str, how: str) -> tuple[Skip, str]:
        """The skip of a URL that leads to another one, and that one where it may be followed."""
        if not target:
            return Skip(visit.url, SkipReason.HTTP_ERROR, f"{how} to no web address"), ""
        if not self.source.owns(target):
            private = names_private(urlsplit(target).hostname or "")
            return Skip(visit.url, SkipReason.PRIVATE if private else SkipReason.OFFSITE, f"{how} to {target}"), ""
        if target == visit.url:
            return Skip(visit.url, SkipReason.HTTP_ERROR, f"{how} to itself"), ""
        if visit.hops >= MOST_HOPS:
            return Skip(visit.url, SkipReason.HTTP_ERROR, f"more than {MOST_HOPS} redirects"), ""
        return Skip(visit.url, SkipReason.REDIRECT, f"to {target}"), target

    def _leave(self, visit: Visit, skip: Skip, target: str, *, lasting: bool = True) -> None:
        self._skip(skip, target, lasting=lasting)
        if target:
            self.frontier.offer(target, visit.depth, visit.hops + 1)

    def _skip(self, skip: Skip, target: str = "", *, lasting: bool = True) -> None:
        if lasting and skip.reason not in TRANSIENT and skip.url not in self.journal.entries:
            self.journal.skip(skip, target)
        self.sink.send(Skipped(skip))

    def _page(self, visit: Visit, asked: Asked, gist: Gist) -> None:
        """Take in a page that was read."""
        if gist.warning:
            self._warn(gist.warning)
        if gist.stub:
            skip, target = self._led(visit, gist.refresh, "refreshes")
            if not self.kept and visit.depth == 0:
                if not target:
                    raise StartFailed("Unreachable", f"{visit.url} {skip.detail}; give that address instead.")
                self.twins.start = target
            self._leave(visit, skip, target)
            return
        if not asked.resumed:
            self.journal.keep(asked.snapshot, asked.unsent)
        twin = self.twins.note(asked.snapshot, gist.copy, gist.canonical)
        path, mark, _ = visit.url.partition("?")
        # a page that calls itself a variation of the one without its query does not count against the page cap either
        variation = mark and gist.canonical not in ("", visit.url) and gist.canonical == path
        self.kept += not (twin or variation)
        if mark and self._same.get(path, 0) < SAME_QUERIES:
            self._same[path] = self._same.get(path, 0) + 1 if twin else -MOST_QUERIES
        self.sink.send(gist.event)
        # the links of a page that is known under another URL are known as well; where they are not (a relative link
        # that is taken from an ever longer address) they are a trap
        if not gist.found or twin == "bytes":
            return
        if gist.canonical and self.source.owns(gist.canonical):
            self.frontier.offer(gist.canonical, visit.depth)
        known, offer, depth = self.frontier.known, self.frontier.offer, visit.depth + 1
        for url in gist.leads:
            if url not in known:
                offer(url, depth)

    def _finish(self) -> None:
        for _, skip in self._late.values():
            self._skip(skip, lasting=False)
        reason, detail = SkipReason.CAP, f"after {self.settings.max_pages} pages"
        if self.source.stopped:
            reason, detail = SkipReason.INTERRUPTED, ""
        elif self.gone is not None:
            reason, detail = self.gone, "the site had stopped answering"
            unread = f"{len(self.frontier.queue)} known URLs were not read"
            if self.gone is SkipReason.BLOCKED:
                detail = "the site had turned the crawl away"
                self._warn(
                    f"The site turned the crawl away after {self.kept} pages ({self._why_gone}); {unread}: "
                    "try again later, with a larger --delay."
                )
            else:
                self._warn(f"The site stopped answering after {self.kept} pages ({self._why_gone}); {unread}.")
        for visit in self.frontier.queue:
            self.sink.send(Skipped(Skip(visit.url, reason, detail)))
        robots, complete = self.entrance.robots.word, not self.source.stopped and self.gone is None
        self.sink.send(Finished(self.source.origin, self.frontier.found, robots, complete, self.listed, {}, self.stamp))

    def _warn(self, text: str) -> None:
        self.warnings += 1
        if self.warnings <= MOST_WARNINGS:
            self.sink.send(Warned(text))

    async def _tick(self) -> None:
        """Say how far the crawl is, at a steady pace."""
        while True:
            await asyncio.sleep(PACE)
            now = time.monotonic()
            self._recent.append((now, self.kept))
            then, kept = self._recent[0]
            rate = (self.kept - kept) / (now - then) if now > then else 0.0
            self.sink.send(Progress(self.kept, len(self.frontier.queue), self.frontier.found, round(rate, 1)))


async def _nothing(url: str) -> _Answer:
    """An answer that nobody needed to ask for."""
    return _Answer(Outcome(url))
