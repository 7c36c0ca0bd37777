"""How the pages of a site lie to each other: which is home, how far each is from it, and which are one template."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Page, PageKind

TWIN_LIKENESS = 0.8
"""Share of equal min-hash values from which two pages are one template with a name changed.

Estimates the Jaccard likeness of their word shingles (Broder 1997, "On the resemblance and containment of documents").
0.8, a judgement, keeps product pages apart that differ in a paragraph.
"""

_BANDS = 16
_FAR = 10**6
"""Clicks of a page that no link leads to: behind all others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``home`` is None where the start page was not kept; ``clicks`` are the fewest from there, by URL, of the pages that
    links lead to; ``twins`` names for each near-copy the page that it copies.
    """

    home: Page | None
    clicks: dict[str, int]
    twins: dict[str, str]

    def rank(self, page: Page) -> tuple[int, int, str]:
        """What pages are ordered by: nearest to home first, then the shortest address."""
        return _rank(page, self.clicks)


def lay_out(pages: Sequence[Page], start: str) -> Layout:
    """How these pages lie to each other, whatever order they come in; ``start`` is the address that the site begins with."""
    pages = sorted(pages, key=lambda page: page.url)
    home = _home(pages, start)
    clicks = _clicks(pages, home.url if home else start)
    return Layout(home, clicks, _twins(pages, clicks))


def _rank(page: Page, clicks: Mapping[str, int]) -> tuple[int, int, str]:
    return clicks.get(page.url, _FAR), len(page.url), page.url


def _home(pages: Sequence[Page], start: str) -> Page | None:
    exact = [page for page in pages if page.url == start]
    marked = [page for page in pages if page.kind is PageKind.HOME]
    shortest = sorted(marked, key=lambda page: (len(page.url), page.url))
    return next(iter(exact or shortest), None)


def _clicks(pages: Sequence[Page], start: str) -> dict[str, int]:
    """Fewest clicks from ``start`` to each page along the pages' own links."""
    targets = {page.url: [link.url for link in page.links if link.internal] for page in pages}
    seen = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for url in targets.get(here, ()):
            if url in targets and url not in seen:
                seen[url] = seen[here] + 1
                queue.append(url)
    return seen


def _twins(pages: Sequence[Page], clicks: dict[str, int]) -> dict[str, str]:
    """Page -> the page it is a near-copy of. Candidates come from bands of equal hashes, so cost stays linear."""
    rows = [page for page in pages if page.shingles and page.kind is not PageKind.HOME]
    rows.sort(key=lambda page: _rank(page, clicks))
    if len(rows) < 2:
        return {}
    import numpy as np

    width = min(len(page.shingles) for page in rows)
    table = np.array([page.shingles[:width] for page in rows], dtype=np.uint64)
    step = max(1, width // _BANDS)
    leaders: list[int] = []
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    twins: dict[str, str] = {}
    for i, page in enumerate(rows):
        keys = [(band, table[i, band * step : (band + 1) * step].tobytes()) for band in range(width // step)]
        near = sorted({leader for key in keys for leader in buckets[key]})
        best = next((j for j in near if float((table[i] == table[j]).mean()) >= TWIN_LIKENESS), None)
        if best is not None:
            twins[page.url] = rows[best].url
            continue
        leaders.append(i)
        for key in keys:
            buckets[key].append(i)
    return twins
