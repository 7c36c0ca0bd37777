"""Has a site changed? A look at its sitemap and its key pages, a small part of an audit's requests.

The look is a crawl of its own, by the same rules (robots.txt, pace, private addresses), that keeps nothing. Pages that
the last run kept are asked for with their validators (ETag, Last-Modified), so that what has not changed is not sent. It sees
what the sitemaps say (addresses and last-modified dates) and the words of the key pages: the start page and those it
links first. A page that neither shows up in the sitemap nor lies near the start may change unseen: an audit by the
clock, however seldom, is its complement.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from auditor import crawl, record
from auditor.crawl.folder import FolderSite
from auditor.extract import extract_page
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from auditor.text import digest

KEY_PAGES = 12
"""Pages that are looked at."""

KEY_DEPTH = 1
"""Clicks from the start page to the farthest of them."""


class _Behind(SnapshotStore):
    """A store before another one: what that one keeps is read from it, what is new is kept here."""

    def __init__(self, folder: Path, behind: SnapshotStore) -> None:
        super().__init__(folder)
        self.behind = behind

    def path(self, digest: str) -> Path:
        """Where the body of this digest is kept, or would be."""
        kept = self.behind.path(digest)
        return kept if kept.exists() else super().path(digest)


def signs(
    target: crawl.Target,
    settings: Settings,
    stop: Callable[[], bool] = lambda: False,
    last: Path | None = None,
) -> dict[str, str]:
    """Name -> digest of what was looked at: equal twice where nothing of it changed.

    ``last`` is the folder of the last run, whose pages need not be sent again. Raises the errors of a crawl where the
    site cannot be read.
    """
    if target.folder is not None:
        return dict(_files(target.folder))
    # one request at a time: which pages are the key ones must not depend on which answers first
    few = {"max_pages": KEY_PAGES, "max_depth": min(KEY_DEPTH, settings.max_depth), "concurrency": 1}
    settings = settings.model_copy(update=few)
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="auditor-look-") as name:
        store, earlier = SnapshotStore(Path(name) / "snapshots"), {}
        if last is not None and not settings.full:
            earlier = {snapshot.url: snapshot for snapshot in crawl.kept(last)}
            store = _Behind(store.folder, record.bodies(last))
        for event in crawl.crawl(target, settings, Path(name), store, extract_page, stop=stop, earlier=earlier):
            match event:
                case crawl.Kept(page=page) if page is not None:
                    found[page.url] = digest(page.title, page.description, page.digest)
                case crawl.Finished(stamp=stamp) if stamp:
                    found["sitemap"] = stamp
    return dict(sorted(found.items()))


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in FolderSite(folder, limit=0).files():
        with open(path, "rb") as file:
            yield path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").hexdigest()[:16]
