"""A crawl told again from what it left on disk: no network, no process, the same events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from auditor import record
from auditor.addresses import canonical, origin_of
from auditor.crawl.events import Event, Finished, Kept, Skipped, Warned
from auditor.crawl.job import Extract, read
from auditor.crawl.journal import Journal, kept
from auditor.crawl.target import Target
from auditor.crawl.twins import Twins, copy_of
from auditor.crawl.twins import ending as twins_ending
from auditor.errors import UsageError
from auditor.model import Skip, SkipReason
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore

NAME = "crawl.json"


def ending(finished: Finished, skips: Sequence[Skip]) -> bytes:
    """What to keep (as ``crawl.json``) of a crawl's end beside its journal, for :func:`replay`."""
    told = {key: value for key, value in asdict(finished).items() if key != "aliases"}
    rows = sorted({(skip.url, skip.reason.value, skip.detail) for skip in skips if skip.url not in finished.aliases})
    return json.dumps({"finished": told, "skips": rows}, ensure_ascii=False, indent=0).encode() + b"\n"


def replay(target: Target, settings: Settings, folder: Path, store: SnapshotStore, extract: Extract) -> Iterator[Event]:
    """The events of the crawl that was made into ``folder``, pages extracted anew; the last is Finished.

    A crawl that was killed before its end is told as far as it came, and is not complete. Raises UsageError where
    nothing was kept; a body that is gone from the store is a Warned.
    """
    snapshots = list(kept(folder))
    if not snapshots:
        raise UsageError(f"{folder} holds no pages; crawl first: auditor crawl TARGET.")
    finished, skips = _ending(folder, target)
    alias = "" if target.folder is not None else origin_of(canonical(settings.base_url) or "")
    twins = Twins(snapshots[0].url)
    for snapshot in snapshots:
        try:
            body = store.get(snapshot.digest)
        except KeyError:
            yield Warned(f"The body of {snapshot.url} is gone from the snapshots; the page was left out.")
            continue
        page, warning = read(extract, snapshot, body, finished.origin, alias)
        if warning:
            yield Warned(warning)
        copy, named = (copy_of(page), page.canonical) if page is not None else ("", "")
        twins.note(snapshot, copy, named)
        yield Kept(snapshot, page, resumed=True, copy=copy, canonical=named)
    for skip in skips:
        yield Skipped(skip)
    yield from twins_ending(twins, finished)


def _ending(folder: Path, target: Target) -> tuple[Finished, list[Skip]]:
    try:
        told = json.loads(record.read_file(folder, NAME))
        return Finished(**told["finished"]), [
            Skip(url, SkipReason(reason), detail) for url, reason, detail in told["skips"]
        ]
    except FileNotFoundError:
        journal = Journal.open(folder, target.start)
        journal.close()
        skips = [entry.skip for entry in journal.entries.values() if entry.skip is not None]
        origin = journal.origin or origin_of(target.start)
        return Finished(origin, len(journal.entries), "unknown", False, 0), skips
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder / NAME} cannot be read: {error}.") from None
