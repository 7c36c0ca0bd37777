"""What the crawling process is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from auditor.addresses import settle
from auditor.crawl.target import Target
from auditor.model import Page, Snapshot
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore

_UNPRINTED = re.compile(r"[^ -~]+")

Extract = Callable[[Snapshot, bytes, str], Page | None]
"""(snapshot, body, origin of the site) -> the page, or None where there is none in it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One crawl: where, how, where to keep what it finds, how to read a page, and what an earlier run kept, by URL.

    ``patience`` is how many seconds of computing the process gives one page before it ends itself, 0 for no limit;
    ``pages`` whether whoever listens wants the pages themselves.
    """

    target: Target
    settings: Settings
    folder: Path
    store: SnapshotStore
    extract: Extract
    earlier: Mapping[str, Snapshot] = field(default_factory=dict)
    patience: int = 0
    pages: bool = True


def read(extract: Extract, snapshot: Snapshot, body: bytes, origin: str, alias: str) -> tuple[Page | None, str]:
    """(page, warning): the page in a snapshot, with its links in the site's own spelling.

    Extraction that breaks gives no page and a sentence that says so: one page must not end the crawl of its site.
    """
    try:
        page = extract(snapshot, body, origin)
    except Exception as error:  # noqa: BLE001 - whatever a hostile page brings about
        words = _UNPRINTED.sub(" ", str(error))[:200]
        return None, f"Reading {snapshot.url} broke ({type(error).__name__}: {words}); it is kept and not judged."
    if page is None:
        return None, ""
    return settle(page, origin, alias), f"{snapshot.url} was not read whole: {page.cut}." if page.cut else ""
