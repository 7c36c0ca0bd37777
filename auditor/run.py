"""The whole path in one function: crawl, extract, label, assemble, audit, score, record, report.

The only module that knows the path. Pages stream from the crawl's process, already extracted, and are labelled here
on threads while the crawl goes on; every page is on disk before it is counted. Each stage also runs apart, from what
the one before left in the run's folder::

    output/<host>/snapshots/         page bodies, shared by all runs of the host
    output/<host>/labels.sqlite      what the model said of each line, so that a re-audit asks for new lines alone
    output/<host>/<run>/plan.json    target and settings; a folder with a plan and no run.json is an unfinished run
    output/<host>/<run>/crawl.jsonl  what was fetched and skipped, as it happened
    output/<host>/<run>/run.json     the Run; copy.jsonl the labelled copy; then report.html and the rest
"""

from __future__ import annotations

import contextlib
import gc
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from auditor import __version__, crawl, decisions, history, lexicon, record, report
from auditor.addresses import home, known_as
from auditor.audit import Audit, catalogue, perform_all
from auditor.classify.kept import NAME as LABELS
from auditor.classify.pages import Labeller
from auditor.classify.shares import share_model
from auditor.errors import EmptySite, OutputError, UsageError
from auditor.extract import extract_page
from auditor.focus import chosen_pages, kind_profiles, page_record, sampled, site_profile
from auditor.layout import lay_out
from auditor.method import manuals, method_facts, method_version
from auditor.model import AuditResult, Coverage, Page, Readable, Run, Served, Skip, SkipReason
from auditor.organisation import organisation
from auditor.score import dimension_scores, overall, praise, verdict
from auditor.settings import DECISIONS, SECRETS, Settings, changed
from auditor.site import Site, assemble, missing_pages
from auditor.snapshots import SnapshotStore
from auditor.spread import collecting_seldom

EXAMPLES = 50
"""Skipped URLs kept by name in the run for each reason; the rest are counted."""

UNTOLD = frozenset(
    "output database formats workers proxy ca_file show_score decisions today full trust_lastmod keep_reports "
    "min_score max_drop baseline".split()
)
"""Settings that do not change what is found, or are nobody's business: left out of run.json."""

_ASKED_WITH = {"base_url", "language", "user_agent", *SECRETS}
"""Settings by which the same address gives another page: what a run with others of them kept proves nothing."""

_UNPLANNED = {"database", "workers", "formats", "show_score", "proxy", "full", "trust_lastmod", "keep_reports"}
_UNPLANNED |= {"min_score", "max_drop", "baseline"}
"""Settings that a run begun with others of them may be taken up with."""

_UNREADABLE = {
    Readable.EMPTY: SkipReason.EMPTY,
    Readable.SHELL: SkipReason.SHELL,
    Readable.LOGIN: SkipReason.LOGIN,
    Readable.STUB: SkipReason.REDIRECT,
    Readable.BLOCKED: SkipReason.BLOCKED,
    Readable.MISSING: SkipReason.HTTP_ERROR,
}


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


def audit(name: str, settings: Settings, watch: Watch | None = None, *, fresh: bool = False) -> tuple[Run, Path]:
    """Audit a target from its address to its report; gives the Run and its folder.

    An unfinished run of the same target and settings is taken up where it stopped unless ``fresh``. Raises the errors
    of :mod:`auditor.errors`; whatever was fetched by then is kept.
    """
    watch = watch or Watch()
    target = crawl.resolve(name, settings)
    _decided(settings)  # a file that cannot be read is said before an hour of crawling
    with history.writing(settings.output, target.host), collecting_seldom():
        folder = _run_folder(target, settings, fresh=fresh)
        began = perf_counter()
        with _labeller(settings, folder) as labeller:
            kept = _crawl(target, settings, folder, watch, labeller)
            fetched = perf_counter()
            return _finish(target, settings, folder, kept, labeller, watch, {"crawl": fetched - began}), folder


def audited_before(name: str, settings: Settings) -> bool:
    """Whether the site of a target has a finished run in the output folder."""
    return bool(history.finished(settings.output, crawl.resolve(name, settings).host))


def fetch(name: str, settings: Settings, watch: Watch | None = None, *, fresh: bool = False) -> Path:
    """Crawl only: the run's folder, ready for :func:`judge`."""
    target = crawl.resolve(name, settings)
    with history.writing(settings.output, target.host):
        folder = _run_folder(target, settings, fresh=fresh)
        _crawl(target, settings, folder, watch or Watch(), None)
    return folder


def judge(folder: Path, watch: Watch | None = None, *, into: Path | None = None, **changes: Any) -> tuple[Run, Path]:
    """Judge the snapshots of a run's folder again with today's method; the run's files are replaced.

    With ``into`` they stay, and run.json and copy.jsonl are written there, without reports. ``changes`` are settings
    that take the place of those the run was begun with; None leaves one as it was.
    """
    watch = watch or Watch()
    target, settings = read_plan(folder)
    settings = changed(settings, {key: value for key, value in changes.items() if value is not None})
    watch.stage("Reading what was kept")
    began = perf_counter()
    kept = Kept(target.names(settings.base_url))
    place = folder.absolute()
    lock = history.writing(place.parent.parent, place.parent.name) if into is None else contextlib.nullcontext()
    with lock, collecting_seldom(), _labeller(settings, folder) as labeller:
        if into is None:
            record.unpack(folder)
        for event in crawl.replay(target, settings, folder, _store(folder), extract_page):
            _take(event, kept, watch, labeller)
        timing = {"extract": perf_counter() - began}
        return _finish(target, settings, folder, kept, labeller, watch, timing, into), into or folder


def render(folder: Path, formats: Sequence[str], *, show_score: bool = False) -> dict[str, Path]:
    """Write the reports of a run again from its run.json and copy.jsonl; format -> path of its file."""
    run = record.read_run(folder)
    pages = list(record.read_copy(folder))
    place = folder.absolute()
    with history.writing(place.parent.parent, place.parent.name):
        written = report.write(
            run, pages, folder, formats, manuals=manuals(), method=method_facts(run), show_score=show_score
        )
        history.write_manifest(folder)
    return written


def _labeller(settings: Settings, folder: Path) -> Labeller:
    # the fast model answers quicker than a file does, and its work is Python's, which runs on one thread at a time
    return Labeller(
        "fast" if settings.fast else "default",
        settings.language,
        threads=settings.workers or int(settings.fast),
        kept=None if settings.fast else folder.parent / LABELS,
        recall=not settings.full,
        beside=_read_ahead,
        budget=0 if settings.fast else settings.label_budget,
    )


def _read_ahead(page: Page) -> None:
    """What the audits will ask first of every line, while the crawl waits for the site."""
    lexicon.read_ahead(unit.text for unit in page.units)


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


def _decided(settings: Settings) -> decisions.Decisions:
    """The decisions file of these settings; one that was named must be there."""
    return decisions.read(settings.decisions, named=settings.decisions != DECISIONS)


def _today(settings: Settings, folder: Path) -> date:
    """The day by which dismissals have expired or not: the one given, or the one on which the run began."""
    return date.fromisoformat(settings.today) if settings.today else _began(folder).date()


def _began(folder: Path) -> datetime:
    return datetime.fromtimestamp((folder / "plan.json").stat().st_mtime, UTC)


def _store(folder: Path) -> SnapshotStore:
    return SnapshotStore(folder.parent / "snapshots")


def _run_folder(target: crawl.Target, settings: Settings, *, fresh: bool) -> Path:
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


def _crawl(target: crawl.Target, settings: Settings, folder: Path, watch: Watch, labeller: Labeller | None) -> Kept:
    watch.stage(f"Reading {target.start if target.folder is None else f'the folder {target.folder}'}")
    kept, earlier = Kept(target.names(settings.base_url)), {}
    read: history.Extract = extract_page
    if (last := _last(settings, folder)) is not None:
        earlier = {snapshot.url: snapshot for snapshot in crawl.kept(last)}
        if labeller:
            kept.recall = history.recall(last, history.code_of(labeller.version))
            read = kept.recall.reader(extract_page, earlier)
    wanted = labeller is not None
    for event in crawl.crawl(
        target, settings, folder, _store(folder), read, stop=watch.stop, earlier=earlier, pages=wanted
    ):
        _take(event, kept, watch, labeller)
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


def _take(event: object, kept: Kept, watch: Watch, labeller: Labeller | None) -> None:
    match event:
        case crawl.Kept(page=page) if page is not None:
            kept.pages.append(page := known_as(page, *kept.names))
            if labeller and _why_not(page, labeller.language) is None:
                said = kept.recall.judgements(page)
                if said is None:
                    labeller.submit(page)
                else:
                    labeller.recall(page, said[0], small=said[1])
        case crawl.Skipped(skip=skip):
            kept.skips.append(skip)
        case crawl.Progress(kept=done, queued=queued):
            watch.progress(done, queued)
        case crawl.Warned(text=text):
            kept.warnings.append(text)
        case crawl.Finished():
            kept.finished = event


def _why_not(page: Page, language: str) -> SkipReason | None:
    """Why a kept page is not judged, or None."""
    if page.readable is not Readable.YES:
        return _UNREADABLE[page.readable]
    if page.lang and page.lang != language:
        return SkipReason.LANGUAGE
    return None


def _finish(
    target: crawl.Target,
    settings: Settings,
    folder: Path,
    kept: Kept,
    labeller: Labeller,
    watch: Watch,
    timing: dict[str, float],
    into: Path | None = None,
) -> Run:
    began = perf_counter()
    finished = kept.finished
    named = partial(home, origin=kept.names[0], alias=kept.names[1])
    aliases = {named(url): named(first) for url, first in finished.aliases.items()} if finished else {}
    pages, skips = [], [replace(skip, url=named(skip.url)) for skip in kept.skips]
    for page in sorted(kept.pages, key=lambda page: page.url):
        reason = _why_not(page, settings.language)
        if page.url in aliases:
            skips.append(Skip(page.url, SkipReason.DUPLICATE, f"same page as {aliases[page.url]}"))
        elif reason is not None:
            skips.append(Skip(page.url, reason, page.lang if reason is SkipReason.LANGUAGE else page.readable.value))
        else:
            pages.append(page)
    if not pages:
        if not kept.pages and finished and not finished.complete:
            raise EmptySite("The crawl was stopped before a page was kept; the same command begins it again.")
        raise target.nothing(kept.pages, skips)
    watch.stage(f"Labelling the copy of {len(pages)} pages")
    start = named(home(target.start, finished.origin) if finished else target.start)
    laid = lay_out(pages, start)
    judgements = labeller.all_judgements(pages, watch.labelled, chosen_pages(pages, laid, labeller.budget))
    labeller.rest()
    gc.collect()  # parts of the model hold each other
    labelled = perf_counter()
    watch.stage("Judging")
    site = assemble(
        target.host,
        pages,
        judgements,
        start=start,
        name=settings.name,
        correction=share_model(labeller.mode, settings.language),
        rivals=settings.rival,
        comments=settings.comments,
        missing=missing_pages(pages, skips, copied=target.folder is not None),
        copied=target.folder is not None,
        laid=laid,
        small=labeller.small,
        beside=labeller.beside,
    )
    decided = _decided(settings)
    elsewhere = decisions.elsewhere(decided, target.host)
    if into is None and target.local and elsewhere == len(decided.dismiss) + len(decided.relabel) > 0:
        # told here and never in the report: whose decisions they are is no business of this site's owner
        watch.note(
            f"No decision in {settings.decisions} is for {target.host}, so none was applied ({elsewhere} for other sites); "
            "--base-url names the site that this is a copy of."
        )
    today = _today(settings, folder)
    site, labels_set = decisions.set_labels(site, decided.relabel)
    place = into or folder
    entries = catalogue()
    code = history.code_of(labeller.version)
    told = {name: getattr(settings, name) for name in ("name", "rival", "comments", "language", "fast")}
    told |= {"missing": sorted(site.missing), "host": site.host, "home": site.home.url if site.home else ""}
    copied: list[Callable[[], Path]] = [partial(record.write_copy, site.pages, place)]
    before, basis = None, ""
    if kept.recall.run is not None:  # the last run's results hold where they rest on the same copy
        copied.pop()()
        basis = history.basis_of(code, place, **told)
        before = kept.recall.result(basis)
    for known in labeller.recalled if before is None else ():
        _read_ahead(known)
    results = before.results if before else perform_all(entries, site, processes=settings.workers, beside=copied)
    basis = basis or history.basis_of(code, place, **told)
    results, dismissed = decisions.dismiss(results, decided.dismiss, site.host, today)
    timing = timing | {"label": labelled - began, "audits": perf_counter() - labelled}
    run = _run(target, settings, folder, site, results, entries, labeller, kept, skips, timing, before)
    run = replace(run, today=today.isoformat(), decided=(*dismissed, *labels_set), code=code, basis=basis)
    lexicon.forget()
    if into is not None:
        record.write_run(run, into)
        return run
    if trouble := history.index_trouble(folder, settings.database):
        run = replace(run, warnings=(*run.warnings, trouble))
    watch.stage("Writing the report")
    formats = tuple(name for name in settings.formats if name != "json")
    method, show, many = method_facts(run), settings.show_score, settings.workers
    judged_pages = site.pages
    # the report needs the labelled copy alone, and what comes after it not even that
    del site, pages, judgements, copied
    kept.pages.clear()
    labeller.recalled.clear()
    report.write(run, judged_pages, folder, formats, manuals=manuals(), method=method, show_score=show, processes=many)
    del judged_pages
    if told_after := history.finish(run, folder, settings.database, keep_reports=settings.keep_reports):
        watch.note(told_after)
    return run


def _run(
    target: crawl.Target,
    settings: Settings,
    folder: Path,
    site: Site,
    results: tuple[AuditResult, ...],
    entries: Sequence[Audit],
    labeller: Labeller,
    kept: Kept,
    skips: Sequence[Skip],
    timing: dict[str, float],
    before: Run | None = None,
) -> Run:
    whole, house = before.profile if before else site_profile(site), organisation(site)
    scores = dimension_scores(results)
    complete = bool(kept.finished and kept.finished.complete)
    warnings = [*sorted(set(kept.warnings)), *filter(None, [labeller.trouble])]
    if history.ahead(folder.name, _began(folder).isoformat()):
        warnings.append(
            f"The clock of this machine stands before an earlier run of {target.host}, which it numbered "
            f"{folder.name.partition('-')[0]}; this run is filed right after that one."
        )
    unasked = crawl.unsent(folder)["lastmod"]
    if unasked:
        warnings.append(
            f"{unasked} of {len(kept.pages)} pages were not asked for again: the sitemap dates them before the last "
            "audit, and was trusted (--trust-lastmod)."
        )
    if not complete:
        warnings.append("The crawl was interrupted: this run speaks only of the pages kept by then.")
    if settings.ignore_robots:
        warnings.append("robots.txt was ignored, on the word of the person who ran this that the site is theirs.")
    signed_in = [name for name in SECRETS if getattr(settings, name)]
    if signed_in:
        given = " and ".join("--" + name for name in signed_in)
        warnings.append(f"The site was read with {given}: visitors without that may see other pages, or none.")
    return Run(
        schema=record.SCHEMA,
        id=folder.name,
        auditor=__version__,
        method=method_version(entries, labeller.version, labeller.budget),
        site=site.host,
        name=site.name,
        target=target.start,
        started=_began(folder).isoformat(timespec="seconds"),
        finished=datetime.now(UTC).isoformat(timespec="seconds"),
        settings=settings.model_dump(mode="json", exclude={*UNTOLD, *SECRETS} - set(signed_in)),
        coverage=_coverage(site, kept, skips, complete, unasked),
        verdict=before.verdict if before else house.speak(verdict(whole, praise(site))),
        profile=whole,
        profiles=before.profiles if before else kind_profiles(site),
        results=results,
        scores=scores,
        overall=overall(scores),
        pages=before.pages if before else tuple(page_record(page) for page in site.pages),
        warnings=tuple(warnings),
        timing={key: round(value, 3) for key, value in timing.items()},
        served=Served(house.one, house.many),
    )


def _coverage(site: Site, kept: Kept, skips: Sequence[Skip], complete: bool, unasked: int) -> Coverage:
    unique = {(skip.url, skip.reason): skip for skip in skips}
    ordered = [unique[key] for key in sorted(unique, key=lambda key: (key[1].value, key[0]))]
    shown: Counter[str] = Counter()
    examples = []
    for skip in ordered:
        shown[skip.reason.value] += 1
        if shown[skip.reason.value] <= EXAMPLES:
            examples.append(skip)
    twins = sum(1 for page in site.pages if page.twin_of)
    return Coverage(
        found=len({page.url for page in kept.pages} | {skip.url for skip in skips}),
        kept=len(kept.pages),
        judged=len(site.pages) - twins,
        twins=twins,
        skipped=dict(sorted(shown.items())),
        examples=tuple(examples),
        languages=dict(sorted(Counter(page.lang or "unknown" for page in kept.pages).items())),
        robots=kept.finished.robots if kept.finished else "unknown",
        complete=complete,
        unasked=unasked,
        sampled=sampled(site.pages),
    )
