"""Sitemaps, read with bounds on size, number and depth."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter, deque
from dataclasses import dataclass, field

from lxml import etree

from auditor.addresses import canonical, origin_of
from auditor.crawl.robots import Robots
from auditor.crawl.source import Source

MOST_FILES = 50
MOST_URLS = 50_000
MOST_BYTES = 20_000_000
"""Bytes of one sitemap after decompression (the protocol allows 50 MB, which is far more than is asked of it here)."""
DEEPEST = 3
"""Indexes within indexes, and redirects of sitemaps."""
ENOUGH = 5_000
"""No further sitemap is fetched once so many URLs, and twice the page cap, are listed."""


_COMMENT = re.compile(rb"<!--.*?-->", re.S)


@dataclass(slots=True)
class Listing:
    """What the sitemaps of a site name: its own URLs, shallow paths first, and the other host they name most, or "".

    ``stamp`` is a digest of what they say, comments left out: generators write the time into these.
    ``dates`` are the days and times that it gives for their last change, as they stand there.
    """

    urls: list[str] = field(default_factory=list)
    stranger: str = ""
    stamp: str = ""
    dates: dict[str, str] = field(default_factory=dict)


async def listing(source: Source, robots: Robots) -> Listing:
    """Fetch and read the sitemaps that robots.txt names, or /sitemap.xml, and those that they name in turn."""
    enough = max(ENOUGH, 2 * source.job.settings.max_pages)
    urls: dict[str, None] = {}
    strangers: Counter[str] = Counter()
    named = [source.address(url, source.origin + "/") for url in robots.sitemaps]
    strangers.update(origin_of(url) for url in named if url and not source.owns(url))
    waiting = deque((url, 0) for url in named if source.owns(url))
    if not waiting:
        waiting.append((f"{source.origin}/sitemap.xml", 0))
    asked: set[str] = set()
    said = hashlib.sha256()
    bodies: list[bytes] = []
    while waiting and len(asked) < MOST_FILES and len(urls) < enough:
        raw, level = waiting.popleft()
        url = source.address(raw, source.origin + "/")
        if url in asked or level > DEEPEST or not source.owns(url) or not robots.allows(url):
            continue
        asked.add(url)
        outcome = await source.file(url, MOST_BYTES)
        if outcome.is_redirect:
            waiting.appendleft((canonical(outcome.headers["location"], url) or "", level + 1))
            continue
        pages, more = parse(outcome.body) if outcome.status == 200 else ([], [])
        if pages or more:
            said.update(_COMMENT.sub(b"", _unzipped(outcome.body)))
        if source.job.settings.trust_lastmod and pages:
            bodies.append(outcome.body)
        waiting.extend((address, level + 1) for address in more)
        for page in pages:
            found = source.address(page)
            if found and source.owns(found):
                urls[found] = None
            elif found:
                strangers[origin_of(found)] += 1
    dates = {source.address(page): date for body in bodies for page, date in dated(body).items()}
    other = strangers.most_common(1)[0][0] if strangers and not urls else ""
    stamp = said.hexdigest()[:16] if urls else ""
    return Listing(sorted(urls, key=lambda url: url.count("/")), other, stamp, dates)


def parse(body: bytes) -> tuple[list[str], list[str]]:
    """(pages, further sitemaps) that a sitemap names, in order; empty lists where it cannot be read. Never raises.

    XML (entities are not expanded, nothing is loaded), gzip of it, or one address a line.
    """
    body = _unzipped(body)
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if not start.startswith(b"<"):
        if b"://" not in start:
            return [], []
        lines = body.decode("utf-8", "replace").splitlines()
        return [line.strip() for line in lines if line.strip().startswith(("http://", "https://"))][:MOST_URLS], []
    pages: list[str] = []
    indexes: list[str] = []
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, huge_tree=False
    )
    try:
        root = etree.fromstring(body.lstrip(), parser)
        found = () if root is None else root.iter("{*}loc", "loc")
        for element in found:
            parent = element.getparent()
            name = "" if parent is None else etree.QName(parent).localname.lower()
            text = (element.text or "").strip()
            if text and name == "url" and len(pages) < MOST_URLS:
                pages.append(text)
            elif text and name == "sitemap" and len(indexes) < MOST_FILES:
                indexes.append(text)
    except (etree.LxmlError, ValueError):
        return pages, indexes
    return pages, indexes


def dated(body: bytes) -> dict[str, str]:
    """Page -> the date of its last change, of a sitemap's pages that have one. Never raises."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    found: dict[str, str] = {}
    try:
        root = etree.fromstring(_unzipped(body).lstrip(), parser)
        for entry in () if root is None else root.iter("{*}url", "url"):
            page, date = entry.findtext("{*}loc"), entry.findtext("{*}lastmod")
            if page and date and len(found) < MOST_URLS:
                found[page.strip()] = date.strip()[:40]
    except (etree.LxmlError, ValueError):
        return found
    return found


def _unzipped(body: bytes) -> bytes:
    """The body, out of its gzip if it is in one, cut off at MOST_BYTES."""
    if not body.startswith(b"\x1f\x8b"):
        return body[:MOST_BYTES]
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MOST_BYTES)
    except zlib.error:
        return b""
