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
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from auditor import __version__, crawl, decisions, history, lexicon, record, report
from auditor.addresses import home
from auditor.audit import Audit, catalogue, perform_all
from auditor.classify.kept import NAME as LABELS
from auditor.classify.pages import Labeller
from auditor.classify.shares import share_model
from auditor.errors import EmptySite
from auditor.extract import extract_page
from auditor.focus import chosen_pages, kind_profiles, page_record, sampled, site_profile
from auditor.gather import Kept, Watch, begun, gather, read_plan, run_folder, store, take
from auditor.layout import lay_out
from auditor.method import manuals, method_facts, method_version
from auditor.model import AuditResult, Coverage, Page, Readable, Run, Served, Skip, SkipReason
from auditor.organisation import organisation
from auditor.score import dimension_scores, overall, praise, verdict
from auditor.settings import DECISIONS, SECRETS, Settings, changed
from auditor.site import Site, assemble, missing_pages
from auditor.spread import collecting_seldom

EXAMPLES = 50
"""Skipped URLs kept by name in the run for each reason; the rest are counted."""

UNTOLD = frozenset(
    "output database formats workers proxy ca_file show_score decisions today full trust_lastmod keep_reports "
    "min_score max_drop baseline".split()
)
"""Settings that do not change what is found, or are nobody's business: left out of run.json."""

_UNREADABLE = {
    Readable.EMPTY: SkipReason.EMPTY,
    Readable.SHELL: SkipReason.SHELL,
    Readable.LOGIN: SkipReason.LOGIN,
    Readable.STUB: SkipReason.REDIRECT,
    Readable.BLOCKED: SkipReason.BLOCKED,
    Readable.MISSING: SkipReason.HTTP_ERROR,
}


def audit(name: str, settings: Settings, watch: Watch | None = None, *, fresh: bool = False) -> tuple[Run, Path]:
    """Audit a target from its address to its report; gives the Run and its folder.

    An unfinished run of the same target and settings is taken up where it stopped unless ``fresh``. Raises the errors
    of :mod:`auditor.errors`; whatever was fetched by then is kept.
    """
    watch = watch or Watch()
    target = crawl.resolve(name, settings)
    _decided(settings)  # a file that cannot be read is said before an hour of crawling
    with history.writing(settings.output, target.host), collecting_seldom():
        folder = run_folder(target, settings, fresh=fresh)
        began = perf_counter()
        with _labeller(settings, folder) as labeller:
            judge = partial(_submit, labeller)
            kept = gather(target, settings, folder, watch, judge=judge, labeller=labeller.version)
            fetched = perf_counter()
            return _finish(target, settings, folder, kept, labeller, watch, {"crawl": fetched - began}), folder


def audited_before(name: str, settings: Settings) -> bool:
    """Whether the site of a target has a finished run in the output folder."""
    return bool(history.finished(settings.output, crawl.resolve(name, settings).host))


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
        for event in crawl.replay(target, settings, folder, store(folder), extract_page):
            take(event, kept, watch, partial(_submit, labeller))
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


def _decided(settings: Settings) -> decisions.Decisions:
    """The decisions file of these settings; one that was named must be there."""
    return decisions.read(settings.decisions, named=settings.decisions != DECISIONS)


def _today(settings: Settings, folder: Path) -> date:
    """The day by which dismissals have expired or not: the one given, or the one on which the run began."""
    return date.fromisoformat(settings.today) if settings.today else begun(folder).date()


def _submit(labeller: Labeller, page: Page, recall: history.Recall) -> None:
    """Have a page labelled that is to be judged, where an earlier run's labels do not hold for it."""
    if _why_not(page, labeller.language) is None:
        said = recall.judgements(page)
        if said is None:
            labeller.submit(page)
        else:
            labeller.recall(page, said[0], small=said[1])


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
    del judgements  # each line has its own
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
    del site, pages, copied
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
    if history.ahead(folder.name, begun(folder).isoformat()):
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
        started=begun(folder).isoformat(timespec="seconds"),
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
