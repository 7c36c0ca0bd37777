"""Which page of one run is which page of the other, and whether the later run read as much as the earlier one.

A page keeps its identity by its URL (by its path, where one of the runs read a copy of the site at another origin); one
that went is paired with one that came where a redirect leads from the old URL to the new one, or where half of their
lines are the same. A page that is missing is *gone* where the site itself
says so (it is linked no more, or answers 404 or 410, or leads to another page) and *lost* where this run could not read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.addresses import origin_of
from auditor.changes import Audited, Cause, PageChange, PageState
from auditor.likeness import LIKE, likeness, matched
from auditor.model import JudgedPage, Skip, SkipReason

COMMON = 20
"""A line that stands on more pages than this (menu, footer) says nothing about which page was renamed."""

_GONE = frozenset({SkipReason.ABSENT, SkipReason.REDIRECT, SkipReason.DUPLICATE, SkipReason.OFFSITE})


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page before and after; one of them is None where it has no partner."""

    before: JudgedPage | None
    after: JudgedPage | None

    @property
    def same_bytes(self) -> bool:
        """True where the server sent the very same page, so that no text can have changed."""
        if self.before is None or self.after is None or not self.after.page.snapshot:
            return False
        return self.before.page.snapshot == self.after.page.snapshot


def pair_pages(before: Audited, after: Audited) -> list[PagePair]:
    """Every page of both runs once, with its partner where it has one; later pages first in URL order, then the rest."""
    old = {page.url: page for page in before.pages}
    new = {page.url: page for page in after.pages}
    partner = {url: url for url in new if url in old}
    if not partner:
        there = {_path(url): url for url in old}
        partner = {url: there[_path(url)] for url in new if _path(url) in there}
    known = set(partner.values())
    left = [page for url, page in sorted(old.items()) if url not in known]
    came = [page for url, page in sorted(new.items()) if url not in partner]
    for page in list(left):
        skip = after.skips.get(page.url)
        target = skip.detail.removeprefix("to ") if skip and skip.reason is SkipReason.REDIRECT else ""
        found = next((other for other in came if other.url == target), None)
        if found is not None:
            partner[found.url] = page.url
            left.remove(page)
            came.remove(found)
    for i, j, _ in matched(_alike(left, came), len(left), len(came)):
        partner[came[j].url] = left[i].url
    taken = set(partner.values())
    pairs = [PagePair(old.get(partner.get(url, "")), new[url]) for url in sorted(new)]
    return pairs + [PagePair(old[url], None) for url in sorted(old) if url not in taken]


def _path(url: str) -> str:
    return url.removeprefix(origin_of(url))


def _is_elsewhere(old: str, new: str) -> bool:
    """Whether a page moved within its site; one read from a copy at another origin did not."""
    return old != new and (origin_of(old) == origin_of(new) or _path(old) != _path(new))


def _alike(left: Sequence[JudgedPage], came: Sequence[JudgedPage]) -> dict[tuple[int, int], float]:
    """(place in left, place in came) -> share of common lines, from LIKE on; a like address breaks ties."""
    where: dict[str, list[int]] = defaultdict(list)
    sizes = [_lines(page) for page in left]
    for i, lines in enumerate(sizes):
        for text in lines:
            where[text].append(i)
    weights: dict[tuple[int, int], float] = {}
    for j, page in enumerate(came):
        mine = _lines(page)
        shared: dict[int, int] = defaultdict(int)
        for text in mine:
            if len(where[text]) <= COMMON:
                for i in where[text]:
                    shared[i] += 1
        for i, count in shared.items():
            value = 2 * count / (len(mine) + len(sizes[i]))
            if value >= LIKE:
                weights[i, j] = value + 0.01 * likeness(
                    *(p.url.replace("-", " ").replace("/", " ") for p in (left[i], page))
                )
    return weights


def _lines(page: JudgedPage) -> set[str]:
    return {copy.text.casefold() for copy in page.copy if copy.unit.region.is_copy}


def page_changes(pairs: Sequence[PagePair], before: Audited, after: Audited) -> list[PageChange]:
    """What happened to each page that is not the same on both sides, edits not yet counted."""
    found = []
    for pair in pairs:
        if pair.before is None and pair.after is not None:
            skip = before.skips.get(pair.after.url)
            reason = "" if skip is None or not unread(skip) else told(skip)
            state = PageState.REGAINED if reason else PageState.ADDED
            found.append(_change(pair.after, state, Cause.SCOPE, reason=reason))
        elif pair.after is None and pair.before is not None:
            lost, reason = _missing(pair.before.url, after)
            if not lost and (links := linking(after.pages, pair.before.url)):
                reason = f"{reason}; {links:,} page{'s' * (links > 1)} still link{'s' * (links == 1)} to it"
            found.append(_change(pair.before, PageState.LOST if lost else PageState.GONE, Cause.SCOPE, reason=reason))
        elif pair.before is not None and pair.after is not None and _is_elsewhere(pair.before.url, pair.after.url):
            found.append(_change(pair.after, PageState.MOVED, Cause.TEXT, was=pair.before.url))
    return found


def _change(page: JudgedPage, state: PageState, cause: Cause, *, was: str = "", reason: str = "") -> PageChange:
    lines = 0 if was else sum(1 for copy in page.copy if copy.unit.region.is_copy)
    return PageChange(page.url, state, cause, page.page.title, page.kind, was, reason, lines)


def linking(pages: Sequence[JudgedPage], url: str) -> int:
    """How many of these pages link to an address."""
    return sum(any(link.url == url for link in page.page.links) for page in pages)


def _missing(url: str, after: Audited) -> tuple[bool, str]:
    """Whether a page that the later run lacks was lost (and not removed by its owner), and the reason in words."""
    skip = after.skips.get(url)
    if skip is not None:
        return unread(skip), told(skip)
    if not after.run.coverage.complete:
        return True, "the crawl was interrupted before it"
    if any(after.run.coverage.skipped.get(reason.value) for reason in (SkipReason.CAP, SkipReason.DEPTH)):
        return True, "not reached before the page cap or depth limit"
    left = linking(after.pages, url)
    return False, "it was not found" if left else "no page or sitemap links to it any more"


def unread(skip: Skip) -> bool:
    """True where the page may well be there, but was not read."""
    if skip.reason is SkipReason.HTTP_ERROR:
        return not skip.detail.endswith(("404", "410"))
    return skip.reason not in _GONE


def told(skip: Skip) -> str:
    """A skip in a phrase."""
    return (
        f"{skip.reason.value}: {skip.detail}" if skip.detail and skip.detail != skip.reason.value else skip.reason.value
    )


def shortfall(before: Audited, after: Audited, changes: Sequence[PageChange]) -> str:
    """What the later run lacks against the earlier one, in a sentence; "" where the two can be compared."""
    lost = [change for change in changes if change.state is PageState.LOST]
    if not lost and (after.run.coverage.complete or not before.run.coverage.complete):
        return ""
    if not lost:
        return "The later crawl was interrupted, so it may have read less than the site has."
    total = len(before.pages)
    which = f"{len(lost):,} of the {total:,} pages" if total > 1 else "the page"
    verb = "was" if len(lost) == 1 else "were"
    return f"{which[0].upper()}{which[1:]} that the earlier run judged {verb} not read this time ({lost[0].reason})."
