"""From a target to what is kept of it: a run's folder and plan, the crawl that fills it, and the pages it found.

What judges pages is not loaded for it: whoever only fetches waits for nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from auditor import crawl, history, record
from auditor.addresses import known_as
from auditor.columns import keep_together
from auditor.errors import OutputError, UsageError
from auditor.extract import extract_page
from auditor.model import Page, Skip
from auditor.settings import SECRETS, Settings
from auditor.snapshots import SnapshotStore

_ASKED_WITH = {"base_url", "language", "user_agent", *SECRETS}
"""Settings by which the same address gives another page: what a run with others of them kept proves nothing."""

_UNPLANNED = {"database", "workers", "formats", "show_score", "proxy", "full", "trust_lastmod", "keep_reports"}
_UNPLANNED |= {"min_score", "max_drop", "baseline"}
"""Settings that a run begun with others of them may be taken up with."""


@dataclass
class Watch:
    """Where a run says what it is doing (``stage``) and what is to be known when it is done (``note``), and asks whether
    to stop. The default says nothing and never stops.
    """

    stage: Callable[[str], None] = lambda words: None
    note: Callable[[str], None] = lambda words: None
    progress: Callable[[int, int], None] = lambda kept, queued: None
    labelled: Callable[[int, int], None] = lambda done, of: None
    stop: Callable[[], bool] = lambda: False


@dataclass
class Kept:
    """What a crawl left, before it is judged; ``names`` as crawl.Target gives them."""

    names: tuple[str, str] = ("", "")
    pages: list[Page] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    finished: crawl.Finished | None = None
    warnings: list[str] = field(default_factory=list)
    recall: history.Recall = field(default_factory=history.Recall)


Judge = Callable[[Page, history.Recall], object]
"""Whoever is told of each page, with what is recalled of an earlier run."""


def fetch(name: str, settings: Settings, watch: Watch | None = None, *, fresh: bool = False) -> Path:
    """Crawl only: the run's folder, ready for :func:`judge`."""
    target = crawl.resolve(name, settings)
    with history.writing(settings.output, target.host):
        folder = run_folder(target, settings, fresh=fresh)
        gather(target, settings, folder, watch or Watch())
    return folder


def read_plan(folder: Path) -> tuple[crawl.Target, Settings]:
    """The target and settings that a run's folder was begun with; raises UsageError where it is no such folder."""
    try:
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        target = plan["target"]
        return (
            crawl.Target(
                target["name"], target["start"], target["host"], Path(target["folder"]) if target["folder"] else None
            ),
            Settings(**plan["settings"]),
        )
    except FileNotFoundError:
        raise UsageError(f"{folder} is not a run's folder: it holds no plan.json.") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder / 'plan.json'} cannot be read: {error}.") from None


def begun(folder: Path) -> datetime:
    """When a run was begun, UTC."""
    return datetime.fromtimestamp((folder / "plan.json").stat().st_mtime, UTC)


def store(folder: Path) -> SnapshotStore:
    """The page bodies of a run's host."""
    return SnapshotStore(folder.parent / "snapshots")


def run_folder(target: crawl.Target, settings: Settings, *, fresh: bool) -> Path:
    """The folder of an unfinished run with the same plan, or a new one."""
    plan = {
        "target": {
            "name": target.name,
            "start": target.start,
            "host": target.host,
            "folder": str(target.folder) if target.folder else "",
        },
        "settings": settings.model_dump(mode="json", exclude=_UNPLANNED),
    }
    text = json.dumps(plan, indent=1, sort_keys=True) + "\n"
    host = settings.output / target.host
    try:
        host.mkdir(parents=True, exist_ok=True)
        if not fresh:
            for old in sorted(host.glob("*/plan.json"), reverse=True):
                if not (old.parent / "run.json").exists() and old.read_text(encoding="utf-8") == text:
                    return old.parent
        last = max((path.parent.name for path in host.glob("*/plan.json")), key=history.order, default="")
        stamp, first = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"), 0
        if last and history.order(last) > history.order(stamp):
            stamp, first, _ = history.order(last)  # the clock was set back: filed right after the last run
        for n in range(first, first + 1000):
            folder = host / (f"{stamp}-{n}" if n else stamp)
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            break
    except OSError as error:
        raise OutputError(
            f"Cannot write to {host}: {error.strerror or error}; give a folder you may write to with --output."
        ) from None
    record.write(folder / "plan.json", text.encode())
    return folder


def gather(
    target: crawl.Target,
    settings: Settings,
    folder: Path,
    watch: Watch,
    *,
    judge: Judge | None = None,
    labeller: str = "",
) -> Kept:
    """Crawl into a run's folder, and give what was found; ``judge`` is called with each page as it comes.

    Without it the pages themselves are not asked for. ``labeller`` is the version of what judges them: what an earlier run
    made of the same bytes by the same code is recalled.
    """
    watch.stage(f"Reading {target.start if target.folder is None else f'the folder {target.folder}'}")
    kept, earlier = Kept(target.names(settings.base_url)), {}
    read: history.Extract = extract_page
    if (last := _last(settings, folder)) is not None:
        earlier = {snapshot.url: snapshot for snapshot in crawl.kept(last)}
        if judge is not None:
            kept.recall = history.recall(last, history.code_of(labeller))
            read = kept.recall.reader(extract_page, earlier)
    wanted = judge is not None
    for event in crawl.crawl(
        target, settings, folder, store(folder), read, stop=watch.stop, earlier=earlier, pages=wanted
    ):
        take(event, kept, watch, judge)
    if same := sum(crawl.unsent(folder).values()):
        watch.stage(f"{same} of {len(list(crawl.kept(folder)))} pages had not changed since the last audit")
    if kept.finished:
        record.write(folder / "crawl.json", crawl.ending(kept.finished, kept.skips))
    return kept


def _last(settings: Settings, folder: Path) -> Path | None:
    """The folder of the host's last finished run, where it asked in the same way and may be built on."""
    runs = [place for place in history.finished(folder.parent.parent, folder.parent.name) if place != folder]
    if settings.full or not runs:
        return None
    try:
        _, then = read_plan(runs[-1])
    except UsageError:
        return None
    asked, now = (plan.model_dump(mode="json", include=_ASKED_WITH) for plan in (then, settings))
    return runs[-1] if asked == now else None


def take(event: object, kept: Kept, watch: Watch, judge: Judge | None = None) -> None:
    """Take in one event of a crawl, or of one told again."""
    match event:
        case crawl.Kept(page=page) if page is not None:
            kept.pages.append(page := known_as(page, *kept.names))
            keep_together(page.units)
            if judge is not None:
                judge(page, kept.recall)
        case crawl.Skipped(skip=skip):
            kept.skips.append(skip)
        case crawl.Progress(kept=done, queued=queued):
            watch.progress(done, queued)
        case crawl.Warned(text=text):
            kept.warnings.append(text)
        case crawl.Finished():
            kept.finished = event
