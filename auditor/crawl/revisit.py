"""A site read again: what an earlier run kept need not be sent a second time.

A page that an earlier run kept is asked for with its validators (RFC 9110, 13.1): where the server answers that it has
not changed (304), the kept body stands for it, and the outcome is that of a crawl that was sent it again. On this machine
a port may serve another folder today, whose files bear the same date: there a date alone proves nothing until one page was
sent and is the kept one. Where the user trusts the sitemap, a page that it dates before the kept copy is not asked for at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from auditor.crawl.answers import Fetch, Outcome
from auditor.crawl.guard import is_loopback
from auditor.model import Snapshot
from auditor.snapshots import SnapshotStore, digest_of

SETTLED = timedelta(seconds=2)
"""How much older than its fetch a Last-Modified must be to prove anything: a page may change twice within the second
that the date counts in (RFC 9110, 8.8.2.2)."""
DAY_OFF = timedelta(hours=12)
"""A date without a time zone may be that of any place on earth; the farthest behind UTC counts."""

_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
_RENEWED = ("etag", "last-modified", "link", "x-robots-tag")
"""Headers of a 304 that take the place of the kept ones (RFC 9111, 3.2); those of the body stay with the body."""

NOT_CHANGED = "304"
NOT_ASKED = "lastmod"


class Revisits:
    """What an earlier run kept of a site: ``earlier`` by URL, ``dates`` the sitemap's where it is trusted."""

    def __init__(self, earlier: Mapping[str, Snapshot], store: SnapshotStore, fetch: Fetch) -> None:
        self.earlier = earlier
        self.store = store
        self.fetch = fetch
        self.dates: Mapping[str, str] = {}
        self._same_site: set[str] = set()
        """Addresses of this machine (host and port) that serve what they served before: shown by a body or an entity tag."""

    async def ask(self, url: str, place: str) -> Outcome:
        """What ``place`` answers, where the page called ``url`` is to be found."""
        before = self.earlier.get(url)
        if before is None or before.final_url != place:
            return await self.fetch(place)
        if _older(self.dates.get(url, ""), before) and (kept := self._kept(before, NOT_ASKED)) is not None:
            return kept
        conditions, host = validators(before), urlsplit(place)
        dated = "If-None-Match" not in conditions and is_loopback(host.hostname or "")
        doubted = dated and host.netloc not in self._same_site
        if not conditions or doubted or not self.store.path(before.digest).exists():
            answer = await self.fetch(place)
            if doubted and answer.status == before.status and digest_of(answer.body) == before.digest:
                self._same_site.add(host.netloc)
            return answer
        answer = await self.fetch(place, conditions=conditions)
        if answer.status != 304:
            return answer
        self._same_site.add(host.netloc)
        renewed = {name: answer.headers[name] for name in _RENEWED if name in answer.headers}
        kept = self._kept(replace(before, headers=before.headers | renewed), NOT_CHANGED)
        return kept if kept is not None else await self.fetch(place)

    def known(self, sent: Snapshot) -> Snapshot:
        """The snapshot of an earlier run where this one is equal to it but for when and how fast it came, else this one.

        ``fetched`` so says since when the page is known to be what it is, and runs that found the same share their record.
        """
        before = self.earlier.get(sent.url)
        if before is not None and replace(sent, fetched=before.fetched, elapsed=before.elapsed) == before:
            return before
        return sent

    def _kept(self, before: Snapshot, why: str) -> Outcome | None:
        """The kept page as an answer; None where its body is no longer what it was."""
        try:
            body = self.store.get(before.digest)
        except KeyError:
            return None
        return Outcome(
            before.final_url, before.status, dict(before.headers), body, before.elapsed, before=before, unsent=why
        )


def validators(before: Snapshot) -> dict[str, str]:
    """The request headers that ask for a page only if it is not the one kept; empty where the server gave no means."""
    conditions = {}
    if _ETAG.fullmatch(before.headers.get("etag", "")):
        conditions["If-None-Match"] = before.headers["etag"]
    modified = before.headers.get("last-modified", "")
    try:
        if parsedate_to_datetime(modified) + SETTLED <= datetime.fromisoformat(before.fetched):
            conditions["If-Modified-Since"] = modified
    except (TypeError, ValueError, OverflowError):
        pass  # no date, or one that nobody can read, or at the end of time: the entity tag alone decides
    return conditions


def _older(date: str, before: Snapshot) -> bool:
    """Whether a sitemap's date lies safely before a page was fetched."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            latest = datetime.fromisoformat(date).replace(tzinfo=UTC) + timedelta(days=1) + DAY_OFF
        else:
            latest = datetime.fromisoformat(date)
            if latest.tzinfo is None:
                latest = latest.replace(tzinfo=UTC) + DAY_OFF
        return latest < datetime.fromisoformat(before.fetched)
    except (TypeError, ValueError, OverflowError):
        return False
