"""What the crawling process is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.crawl.target import Target
from auditor.model import Page, Snapshot
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore

Extract = Callable[[Snapshot, bytes, str], Page | None]
"""(snapshot, body, origin of the site) -> the page, or None where there is none in it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One crawl: where, how, where to keep what it finds, and how to read a page."""

    target: Target
    settings: Settings
    folder: Path
    store: SnapshotStore
    extract: Extract
