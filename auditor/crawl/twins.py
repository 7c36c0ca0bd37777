"""Which kept URLs are one page: the same bytes, the same copy, or a canonical link that can be believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.crawl.events import Event, Finished, Skipped, Warned
from auditor.model import Page, Skip, SkipReason, Snapshot

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
    _seen_bodies: set[str] = field(default_factory=set)
    _seen_copies: set[str] = field(default_factory=set)

    def note(self, snapshot: Snapshot, copy: str, canonical: str) -> str:
        """Take a kept page in; says what it has in common with one taken in before: "bytes", "copy" or nothing ("").

        ``copy`` is the digest of the page's copy ("" where it has none), ``canonical`` the address that it calls itself.
        """
        url = snapshot.url
        seen = "bytes" if snapshot.digest in self._seen_bodies else "copy" if copy in self._seen_copies else ""
        self._bodies[url] = snapshot.digest
        self._seen_bodies.add(snapshot.digest)
        if copy:
            self._copies[url] = copy
            self._seen_copies.add(copy)
        if canonical:
            self._canonical[url] = canonical
        return seen

    def aliases(self) -> dict[str, str]:
        """For each URL that is the same page as another, the one that stands for both (never itself an alias).

        Pages whose canonical link is believed stand behind the page it names; of the others, those with the same bytes
        or the same copy are one, and the start URL, else one that is named as canonical, else the shortest, else the
        alphabetically first stands for it.
        """
        behind = self._believed()
        if self.start in behind:
            behind.setdefault(behind.pop(self.start), self.start)
        named = set(self._canonical.values())

        def rank(url: str) -> tuple[bool, bool, int, str]:
            return url != self.start, url not in named, len(url), url

        for url in sorted(behind):
            circle = _chain(behind, url)
            if circle[-1] in circle[:-1]:
                del behind[min(circle[circle.index(circle[-1]) :], key=rank)]
        leader = {url: url for url in self._bodies if url not in behind}

        def find(url: str) -> str:
            while leader[url] != url:
                leader[url] = leader[leader[url]]
                url = leader[url]
            return url

        for digests in (self._bodies, self._copies):
            groups: dict[str, list[str]] = defaultdict(list)
            for url, digest in digests.items():
                if url in leader:
                    groups[digest].append(url)
            for urls in groups.values():
                for url in urls[1:]:
                    first, second = sorted((find(urls[0]), find(url)), key=rank)
                    leader[second] = first
        best = {url: find(_chain(behind, url)[-1]) for url in sorted(self._bodies)}
        return {url: same for url, same in best.items() if same != url}

    def _believed(self) -> dict[str, str]:
        """The canonical links that name another kept page and are not a template's mistake."""
        links = {url: there for url, there in self._canonical.items() if there != url and there in self._bodies}
        named: dict[str, set[str]] = defaultdict(set)
        for url, there in links.items():
            if not _same_path(url, there):
                named[there].add(self._copies.get(url, self._bodies[url]))
        return {
            url: there for url, there in links.items() if len(named[there]) < DOUBTED_FROM or _same_path(url, there)
        }

    def doubted(self) -> list[str]:
        """The addresses that too many different pages name as their canonical one (a template's mistake), sorted."""
        believed = self._believed()
        links = {url: there for url, there in self._canonical.items() if there != url and there in self._bodies}
        return sorted({there for url, there in links.items() if url not in believed})


def copy_of(page: Page) -> str:
    """The digest of a page's copy, "" where it has none."""
    return page.digest if page.units else ""


def _same_path(one: str, two: str) -> bool:
    return one.partition("?")[0] == two.partition("?")[0]


def _chain(behind: dict[str, str], url: str) -> list[str]:
    """A URL and those that it leads to, one after the other; in a circle the last one is there twice."""
    chain = [url]
    while url in behind:
        url = behind[url]
        chain.append(url)
        if url in chain[:-1]:
            break
    return chain


def ending(twins: Twins, last: Finished) -> Iterator[Event]:
    """The last event with its aliases, a skip for each of them before it, and canonical links that are not believed."""
    for url in twins.doubted():
        yield Warned(f"Different pages all name {url} as their canonical address; each is judged by itself.")
    aliases = twins.aliases()
    for url, same in aliases.items():
        yield Skipped(Skip(url, SkipReason.DUPLICATE, f"same page as {same}"))
    yield Finished(last.origin, last.found, last.robots, last.complete, last.sitemap, aliases, last.stamp)
