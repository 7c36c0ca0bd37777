"""What is still to be fetched: every URL of the site once, and a reason for each that is not to be."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import SplitResult, urlsplit

from auditor.addresses import trap
from auditor.crawl.robots import Robots
from auditor.model import Skip, SkipReason
from auditor.settings import Settings

MOST_KNOWN = 200_000
"""URLs remembered; those found beyond are counted only."""
MOST_QUERIES = 100
"""Different queries followed on one path: endless paging and parameters end here."""

_FILES = re.compile(
    r"\.(?:pdf|mp[34]|m4[av]|mov|avi|wmv|webm|ogg|wav|zip|gz|tgz|rar|7z|tar|exe|msi|dmg|apk|iso|docx?|xlsx?|pptx?|odt|ods|"
    r"odp|rtf|csv|json|xml|rss|atom|ics|vcf|txt|dwg|dxf|step|stp|stl|swf|kml)",
    re.I,
)
_PARTS = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|js|mjs|map|woff2?|ttf|otf|eot|eps|psd|ai)", re.I
)
"""Links to these show a part of a page, such as a larger picture: no page, and no document that one might miss."""


@dataclass(slots=True)
class Visit:
    """A URL in the queue: how many clicks from the start, and how many redirects led to it."""

    url: str
    depth: int
    hops: int = 0


class Frontier:
    """The queue, first in, first out. URLs come in the site's own spelling; known ones cost one look into a set."""

    def __init__(self, settings: Settings, robots: Robots, skip: Callable[[Skip], None]) -> None:
        self.settings = settings
        self.robots = robots
        self.skip = skip
        self.queue: deque[Visit] = deque()
        self.known: set[str] = set()
        self._uncounted = 0
        self._queries: Counter[str] = Counter()

    @property
    def found(self) -> int:
        """The site's distinct URLs seen so far."""
        return len(self.known) + self._uncounted

    def offer(self, url: str, depth: int, hops: int = 0) -> None:
        """Queue a URL of the site that is not known yet, or say why it is not to be fetched."""
        if url in self.known:
            return
        if len(self.known) >= MOST_KNOWN:
            self._uncounted += 1
            return
        parts = urlsplit(url)
        suffix = parts.path[parts.path.rfind(".") :] if "." in parts.path[-6:] else ""
        if suffix and _PARTS.fullmatch(suffix):
            return
        self.known.add(url)
        skip = self._refusal(url, parts, suffix, depth)
        if skip is None:
            self.queue.append(Visit(url, depth, hops))
        else:
            self.skip(skip)

    def _refusal(self, url: str, parts: SplitResult, suffix: str, depth: int) -> Skip | None:
        path = parts.path
        if suffix and _FILES.fullmatch(suffix):
            return Skip(url, SkipReason.NOT_HTML, suffix[1:].lower())
        if not self._wanted(path):
            return Skip(url, SkipReason.PATTERN, path)
        why = trap(url)
        if not why and parts.query:
            self._queries[path] += 1
            if self._queries[path] > MOST_QUERIES:
                why = "endless variations of one path"
        if why:
            return Skip(url, SkipReason.TRAP, why)
        if depth > self.settings.max_depth:
            return Skip(url, SkipReason.DEPTH, f"{depth} clicks from the start")
        if not self.robots.allows(url):
            return Skip(url, SkipReason.ROBOTS)
        return None

    def _wanted(self, path: str) -> bool:
        include, exclude = self.settings.include, self.settings.exclude
        if include and not any(fnmatchcase(path, pattern) for pattern in include):
            return False
        return not any(fnmatchcase(path, pattern) for pattern in exclude)
