"""Which kept URLs are one page: the same bytes, the same copy, or a canonical link that can be believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from auditor.model import Page, Snapshot

DOUBTED_FROM = 3
"""From so many pages of different copy that all name one other page as their canonical address, none is believed.

A template that gives every page the home page's canonical address is a common mistake; believing it would leave one
page of the site. Pages that differ from the canonical one in the query alone are believed always.
"""


@dataclass(slots=True)
class Twins:
    """Collects kept pages as they arrive; the outcome does not depend on the order in which they do."""

    start: str
    _bodies: dict[str, str] = field(default_factory=dict)
    _copies: dict[str, str] = field(default_factory=dict)
    _canonical: dict[str, str] = field(default_factory=dict)

    def add(self, snapshot: Snapshot, page: Page | None) -> bool:
        """Take a kept page in; true where it is surely another URL of a page that was taken in before."""
        url = snapshot.url
        copy = page.digest if page is not None and page.units else ""
        seen = snapshot.digest in self._seen_bodies or (bool(copy) and copy in self._seen_copies)
        self._bodies[url] = snapshot.digest
        self._seen_bodies.add(snapshot.digest)
        if copy:
            self._copies[url] = copy
            self._seen_copies.add(copy)
        if page is not None and page.canonical and page.canonical != url:
            self._canonical[url] = page.canonical
        return seen

    _seen_bodies: set[str] = field(default_factory=set)
    _seen_copies: set[str] = field(default_factory=set)

    def aliases(self) -> dict[str, str]:
        """For each URL that is the same page as another, the one that stands for both (never itself an alias)."""
        leader = {url: url for url in self._bodies}

        def find(url: str) -> str:
            while leader[url] != url:
                leader[url] = leader[leader[url]]
                url = leader[url]
            return url

        def rank(url: str) -> tuple[bool, int, str]:
            return url != self.start, len(url), url

        for digests in (self._bodies, self._copies):
            groups: dict[str, list[str]] = defaultdict(list)
            for url, digest in digests.items():
                groups[digest].append(url)
            for urls in groups.values():
                for url in urls[1:]:
                    _join(leader, find(urls[0]), find(url), rank)
        for url, target in sorted(self._believed().items()):
            root, best = find(url), find(target)
            # the canonical address stands for the page, unless the start URL is the other one
            if root != best and root != self.start:
                leader[root] = best
            elif root != best:
                leader[best] = root
        return {url: find(url) for url in sorted(leader) if find(url) != url}

    def _believed(self) -> dict[str, str]:
        """The canonical links that name a kept page and are not a template's mistake."""
        named: dict[str, list[str]] = defaultdict(list)
        for url, target in self._canonical.items():
            if target in self._bodies and url.partition("?")[0] != target.partition("?")[0]:
                named[target].append(url)
        doubted = {
            target
            for target, urls in named.items()
            if len({self._copies.get(url, self._bodies[url]) for url in urls}) >= DOUBTED_FROM
        }
        return {
            url: target
            for url, target in self._canonical.items()
            if target in self._bodies and (target not in doubted or url.partition("?")[0] == target.partition("?")[0])
        }

    def doubted(self) -> list[str]:
        """The addresses that too many different pages name as their canonical one (a template's mistake), sorted."""
        believed = self._believed()
        return sorted({t for u, t in self._canonical.items() if t in self._bodies and u not in believed})


def _join(leader: dict[str, str], one: str, two: str, rank: Callable[[str], tuple[bool, int, str]]) -> None:
    if one != two:
        first, second = sorted((one, two), key=rank)
        leader[second] = first
