"""What a site answers, and who asks and listens: the terms between the walk, Scrapy and the pipe."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from auditor.crawl.events import Event, Failed, Framed
from auditor.model import SkipReason, Snapshot

READ_HEADERS = (
    "content-type",
    "content-language",
    "content-encoding",
    "last-modified",
    "etag",
    "link",
    "x-robots-tag",
    "location",
    "retry-after",
)
"""The answer's headers that are read at all; the last two are not kept with a snapshot."""
KEPT_HEADERS = READ_HEADERS[:7]

_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_UNPRINTED = re.compile(r"[^!-~]+")
_FEED = re.compile(rb"<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.I)
_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x1f\x8b", b"\x7fELF", b"BZh")

NOISE = 0.05
"""Share of bytes that no text has from which a body is taken for binary data (of random bytes 0.09 are such)."""
_NO_TEXT = bytes([*range(0x01, 0x09), *range(0x10, 0x1B), *range(0x1C, 0x20)])
_BEGINS = re.compile(rb"<(?:!doctype|html|head|body|title|meta|main|div|p)\b", re.I)


def _is_noise(head: bytes) -> bool:
    """Whether a body begins with what no text begins with; one of two bytes a letter has such bytes, and markup."""
    odd = len(head) - len(head.translate(None, _NO_TEXT))
    return odd > NOISE * len(head) and not _BEGINS.search(head.replace(b"\0", b""))


@dataclass(slots=True)
class Outcome:
    """What one request came to: an answer (``status``, lower-case ``headers``, ``body``) or the reason for none.

    ``status`` is 0 where there was no answer; ``reason`` and ``detail`` then say why. ``url`` is the address fetched,
    ``elapsed`` the seconds until the headers were there. ``before`` is the snapshot of an earlier run that stands for an
    answer that was not sent, and ``unsent`` says why it was not (see :mod:`auditor.crawl.revisit`).
    """

    url: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    elapsed: float = 0.0
    reason: SkipReason | None = None
    detail: str = ""
    before: Snapshot | None = None
    unsent: str = ""

    @property
    def is_redirect(self) -> bool:
        """Whether the answer sends elsewhere."""
        return self.status in (301, 302, 303, 307, 308) and "location" in self.headers

    @property
    def not_html(self) -> str:
        """What the answer is where it is not HTML ("application/pdf"), or "" where it is or may be."""
        packed = _UNPRINTED.sub("", self.headers.get("content-encoding", "")).lower()[:80]
        if self.body and packed not in ("", "identity"):  # of one that could be unpacked the header is gone
            return f"packed in a way nobody asked for ({packed})"
        kind = _UNPRINTED.sub("", self.headers.get("content-type", "").partition(";")[0]).lower()[:80]
        if kind and kind not in _HTML_TYPES:
            return kind
        head = self.body[:1024].lstrip()
        if head.startswith(_BINARY) or (b"\0" in head and b"<" not in head) or _is_noise(head):
            return "binary data" + (f" sent as {kind}" if kind else "")
        if head.startswith((b"<?xml", b"<rss", b"<feed")) and (feed := _FEED.search(head)):
            return f"a feed ({feed[1].decode().lower()})" + (f" sent as {kind}" if kind else "")
        if not kind and head and b"<" not in head:
            return "of no stated type"
        return ""


class Fetch(Protocol):
    """Fetches one address, with retries; failures are outcomes and never raised."""

    def __call__(
        self, url: str, *, any_type: bool = False, limit: int = 0, conditions: Mapping[str, str] | None = None
    ) -> Awaitable[Outcome]:
        """Fetch ``url``; ``any_type`` reads what is not HTML too, and of it the first ``limit`` bytes only.

        ``conditions`` are request headers by which the server may answer 304 instead.
        """


class Sink(Protocol):
    """Where events go."""

    def send(self, event: Event | Failed | Framed) -> None:
        """Take an event; never waits. Framed ones come only where a reading process is at work."""

    async def room(self) -> None:
        """Wait while the reader is far behind."""
