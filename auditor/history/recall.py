"""What the last run of a host worked out and this one need not work out again.

Everything after the crawl is a pure function of bytes, code and settings, so what is equal going in is equal coming out:
a page of the same bytes is read as it was, a page read the same keeps its labels, and a site of the same labelled pages
has the same results. Each step is taken only where what went in is found equal by its digest; whatever is not, or is no
longer kept, is worked out as if there had been no run before.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from auditor import __version__, record
from auditor.errors import UsageError
from auditor.model import Judgement, Page, Run, Snapshot
from auditor.snapshots import SnapshotStore

Extract = Callable[[Snapshot, bytes, str], Page | None]
_PACKAGE = Path(__file__).resolve().parent.parent
_OWN = (
    "**/*.py",
    "data/lexicons/*",
    "data/cues.json",
    "data/words.txt",
    "data/model/**/meta.json",
)


@dataclass(frozen=True)
class KeptPages:
    """Reads pages as ``extract`` does, but for those that the last run read from the same bytes. Can be pickled."""

    extract: Extract
    store: SnapshotStore
    known: Mapping[str, tuple[Snapshot, str]]

    def __call__(self, snapshot: Snapshot, body: bytes, origin: str) -> Page | None:
        """The page in a snapshot."""
        before, digest = self.known.get(snapshot.url, (None, ""))
        if before is not None and _same(before, snapshot) and snapshot.url.startswith(origin):
            with contextlib.suppress(KeyError, ValueError):
                return record.read_page(digest, self.store)
        return self.extract(snapshot, body, origin)


@dataclass(frozen=True)
class Recall:
    """The last run of a host, as far as the same code made it; empty where there is none or another code did."""

    run: Run | None = None
    folder: Path = Path()
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def reader(self, extract: Extract, earlier: Mapping[str, Snapshot]) -> Extract:
        """What reads pages: ``earlier`` are the snapshots that the last run read, by URL."""
        known = {url: (earlier[url], page) for url, (page, _) in self.parts.items() if url in earlier}
        return KeptPages(extract, record.shared(self.folder), known) if known else extract

    def judgements(self, page: Page) -> tuple[list[Judgement], bool] | None:
        """What :func:`auditor.record.read_judgements` gives of a page that the last run read the same; None where it is not known."""
        digests = self.parts.get(page.url)
        if digests is None or record.page_digest(page) != digests[0]:
            return None
        with contextlib.suppress(KeyError, ValueError):
            return record.read_judgements(digests[1], record.shared(self.folder))
        return None

    def result(self, basis: str) -> Run | None:
        """The last run where it rests on the very same, and no person's decision stands in it."""
        return self.run if self.run is not None and self.run.basis == basis and not self.run.decided else None


def recall(folder: Path, code: str) -> Recall:
    """What the finished run in ``folder`` worked out by this ``code``."""
    try:
        run = record.read_run(folder)
        if run.code != code:
            return Recall()
        return Recall(run, folder, record.named_parts(folder))
    except (UsageError, OSError, ValueError, KeyError, TypeError):
        return Recall()


def basis_of(code: str, folder: Path, **told: Any) -> str:
    """The digest of all that a run's results rest on: code, labelled pages (``copy.jsonl``), and what it was told."""
    digest = hashlib.sha256(json.dumps([code, told], sort_keys=True, default=str).encode())
    digest.update(record.read_file(folder, "copy.jsonl"))
    return digest.hexdigest()[:32]


def code_of(classifier: str) -> str:
    """The identity of what reads and judges pages: our own code and word lists, the parser, the classifier's version."""
    return hashlib.sha256(f"{_code()} {classifier}".encode()).hexdigest()[:16]


@cache
def _code() -> str:
    from lxml import etree

    parts = (own_code(), etree.LIBXML_VERSION, etree.LXML_VERSION, version("symspellpy"))
    return hashlib.sha256(" ".join(map(str, parts)).encode()).hexdigest()


@cache
def own_code() -> str:
    """The identity of all that is our own and can move a result: every module, the word lists, the models' figures.

    Whole, and not file by file: whatever is kept under it is worked out anew after any change, and none can be forgotten.
    """
    digest = hashlib.sha256(__version__.encode())
    for pattern in _OWN:
        for path in sorted(_PACKAGE.glob(pattern)):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _same(before: Snapshot, now: Snapshot) -> bool:
    """Whether two snapshots hold the same page: all but when and how fast it came."""
    return replace(before, fetched=now.fetched, elapsed=now.elapsed, headers=_read(before)) == replace(
        now, headers=_read(now)
    )


def _read(snapshot: Snapshot) -> dict[str, str]:
    return {name: value for name, value in snapshot.headers.items() if name not in ("etag", "last-modified")}
