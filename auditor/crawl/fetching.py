"""One address fetched through Scrapy's downloader: retries, Retry-After, bounds of size and type, errors in words."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    StopDownload,
)

from auditor.crawl.access import Access
from auditor.crawl.answers import READ_HEADERS, Outcome
from auditor.crawl.guard import Guard
from auditor.model import SkipReason
from auditor.settings import Settings

SLOT = "site"
TRIES = 3
MOST_HEADER = 8192
LONGEST_WAIT = 60.0
"""Seconds: the largest Retry-After that is waited for; a site that asks for more is asked nothing further."""
LONGEST_RESTS = 300.0
"""Seconds of such rests in one crawl, after which a site that goes on asking for them is asked nothing further."""
MOST_FILE = 60_000_000
"""Bytes of a robots.txt or sitemap after decompression, and of its Content-Length, beyond which none of it is read."""
_AGAIN = {408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
_ACCEPT = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1", "Accept-Language": "en;q=0.8,*;q=0.5"}


class Fetcher:
    """Fetches addresses of one site, one slot of Scrapy's downloader for all of them."""

    def __init__(self, crawler: Crawler, settings: Settings, guard: Guard, access: Access, *, loopback: bool) -> None:
        self.crawler = crawler
        self.access = access
        self.settings = settings
        self.guard = guard
        self.backoff = 0.05 if loopback else 1.0
        self.headers = {"User-Agent": crawler.settings["USER_AGENT"], **_ACCEPT}
        if settings.language:
            self.headers["Accept-Language"] = f"{settings.language},{_ACCEPT['Accept-Language']}"
        self._turns = asyncio.Semaphore(settings.concurrency)
        self._open_at = 0.0
        self._rested = 0.0
        self._closed = ""
        crawler.signals.connect(self._headers_came, signals.headers_received)
        crawler.signals.connect(self._bytes_came, signals.bytes_received)

    async def __call__(
        self, url: str, *, any_type: bool = False, limit: int = 0, conditions: Mapping[str, str] | None = None
    ) -> Outcome:
        """What the address answers. Redirects are answers too; failures are outcomes with a reason."""
        outcome = Outcome(url)
        for attempt in range(1, TRIES + 1):
            # asked here and not in the downloader's queue, where a request no longer learns that the site wants a rest
            async with self._turns:
                while (wait := self._open_at - time.monotonic()) > 0:
                    await asyncio.sleep(wait)
                if self._closed:
                    return outcome if outcome.status else Outcome(url, reason=SkipReason.BLOCKED, detail=self._closed)
                outcome = await self._once(url, any_type, limit, conditions or {})
            if attempt == TRIES or not _worth_again(outcome, attempt):
                return outcome
            pause = _retry_after(outcome.headers.get("retry-after", ""))
            if outcome.status in (429, 503) and pause is not None:
                self._rest(pause)
            else:
                await asyncio.sleep(self.backoff * 2 ** (attempt - 1))
        return outcome

    def _rest(self, pause: float) -> None:
        """Give the whole site the rest of ``pause`` seconds that it asks for, not one address alone."""
        now = time.monotonic()
        until = max(self._open_at, now + pause)
        self._rested += until - max(self._open_at, now)
        if pause > LONGEST_WAIT or self._rested > LONGEST_RESTS:
            self._closed = f"the site asked for {'a rest' if pause > LONGEST_WAIT else 'rests'} of {pause:.0f} s"
        else:
            self._open_at = until

    def slow_down(self, delay: float) -> None:
        """Leave at least so many seconds between two requests from now on (robots.txt Crawl-delay)."""
        downloader = self.crawler.engine.downloader
        downloader.per_slot_settings[SLOT] = {"delay": max(delay, self.settings.delay), "concurrency": 1}
        slot = downloader.slots.get(SLOT)
        if slot is not None:
            slot.delay, slot.concurrency = max(delay, slot.delay), 1
        for extension in self.crawler.extensions.middlewares if self.crawler.extensions else ():
            if hasattr(extension, "mindelay"):
                extension.mindelay = max(delay, extension.mindelay)

    async def _once(self, url: str, any_type: bool, limit: int, conditions: Mapping[str, str]) -> Outcome:
        meta: dict[str, Any] = {"download_slot": SLOT, "download_timeout": self.settings.timeout}
        if any_type:
            meta["any_type"] = limit or self.settings.max_page_bytes
            meta["download_maxsize"] = MOST_FILE
        if self.settings.proxy:
            meta["proxy"] = self.settings.proxy
        started = time.monotonic()
        try:
            headers = {**self.headers, **self.access.headers(url), **conditions}
            request = Request(url, headers=headers, meta=meta, dont_filter=True)
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - the network fails in more ways than Scrapy has names for
            return self._failure(url, error)
        said: dict[str, str] = {}
        for name in READ_HEADERS:
            value = response.headers.get(name)
            if value is not None:
                said[name] = _text(self.access.hide(value))[:MOST_HEADER]
        if "dataloss" in response.flags and not response.body.rstrip().endswith(b"</html>"):
            return Outcome(url, reason=SkipReason.UNREACHABLE, detail="the connection dropped half-way")
        elapsed = request.meta.get("download_latency", time.monotonic() - started)
        return Outcome(url, response.status, said, self.access.hide(response.body), elapsed)

    def _failure(self, url: str, error: Exception) -> Outcome:
        reason, detail = SkipReason.UNREACHABLE, f"{type(error).__name__}: {error}"[:200]
        if isinstance(error, CannotResolveHostError):
            host = re.sub(r"^https?://", "", url).partition("/")[0].rpartition("@")[2]
            name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
            refused = self.guard.refused.get(name.strip("[]").lower())
            if refused is not None:
                return Outcome(url, reason=SkipReason.PRIVATE, detail=refused)
            detail = f"no address is known for {name}"
        elif isinstance(error, DownloadTimeoutError):
            detail = f"no answer within {self.settings.timeout:g} s"
        elif isinstance(error, DownloadConnectionRefusedError):
            detail = "the connection was refused"
        elif isinstance(error, DownloadCancelledError | IgnoreRequest):
            reason, detail = SkipReason.TOO_LARGE, f"over {self.settings.max_page_bytes} bytes"
        elif isinstance(error, DownloadFailedError):
            text = _reasons(error)
            if "certificate" in text.lower() or "VerificationError" in text:
                detail = "its certificate cannot be trusted (expired, self-signed or for another name); see ca_file"
            elif "SSL" in text:
                detail = "no secure connection could be made"
            else:
                detail = "the connection dropped before an answer"
        return Outcome(url, reason=reason, detail=detail)

    def _bytes_came(self, data: bytes, request: Request, spider: Any) -> None:
        """Read no further than what was asked for of a file."""
        if (most := request.meta.get("any_type")) is not None:
            request.meta["came"] = request.meta.get("came", 0) + len(data)
            if request.meta["came"] > most:
                raise StopDownload(fail=False)

    def _headers_came(self, headers: Any, body_length: int, request: Request, spider: Any) -> None:
        """Do not read on where the type says that it is no page (a PDF, a film)."""
        if "any_type" in request.meta:
            return
        kind = headers.get("Content-Type")
        if kind and b"html" not in kind.lower() and kind.strip():
            raise StopDownload(fail=False)


def _text(value: bytes) -> str:
    """A header as text: servers put UTF-8 into Location, whatever the standard says."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _reasons(error: BaseException) -> str:
    """All that is said in an error and in those behind it."""
    text, seen = [], 0
    cause: BaseException | None = error
    while cause is not None and seen < 5:
        text.append(f"{type(cause).__name__} {cause}")
        for inner in getattr(cause, "reasons", None) or ():
            text.append(f"{inner.type.__name__} {inner.value!r}")
        cause, seen = cause.__cause__, seen + 1
    return " ".join(text)


def _worth_again(outcome: Outcome, attempt: int) -> bool:
    if outcome.reason is SkipReason.UNREACHABLE:
        # a name that is not known, a certificate that is not trusted and a timeout seldom mend within a second
        patient = not outcome.detail.startswith(("no address", "its certificate", "no answer"))
        return patient or (outcome.detail.startswith("no answer") and attempt == 1)
    return outcome.status in _AGAIN


def _retry_after(value: str) -> float | None:
    """Seconds to wait; None where the header says nothing that can be read."""
    value = value.strip()
    if re.fullmatch(r"\d{1,9}", value):
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max((when - datetime.now(UTC)).total_seconds(), 0.0)
