"""Runs drawn as labelled copy (syntax: ``auditor/audit.py``), judged by the real audits, for comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from auditor import record
from auditor.audit import catalogue, example, perform
from auditor.classify.shares import share_model, true_given_answer
from auditor.diff import Audited
from auditor.diff.draws import LabelErrors
from auditor.focus import kind_profiles, site_profile
from auditor.model import Coverage, PageRecord, Run, Skip, SkipReason
from auditor.score import dimension_scores, overall, verdict
from auditor.site import Site

ERRORS = partial(LabelErrors, true_given_answer("fast"), share_model("fast"))
START = "https://example.com"


def audited(
    text: str,
    *,
    run: str = "20260101T000000Z",
    day: str = "2026-01-01",
    method: str = "1+a",
    skips: Mapping[str, tuple[SkipReason, str]] | None = None,
    complete: bool = True,
    audits: frozenset[str] | None = None,
) -> Audited:
    """The run of this site; ``skips`` are paths found and not judged, ``audits`` the ones to run (all where None)."""
    site = example(text)
    site = replace(site, correction=ERRORS().correction, pages=tuple(map(_with_bytes, site.pages)))
    return judged(site, run=run, day=day, method=method, skips=skips, complete=complete, audits=audits)


def _with_bytes(page):  # type: ignore[no-untyped-def]
    basis = repr([copy.text for copy in page.copy]) + page.page.title + page.page.description
    return replace(page, page=replace(page.page, snapshot=hashlib.sha256(basis.encode()).hexdigest()))


def judged(
    site: Site,
    *,
    run: str = "20260101T000000Z",
    day: str = "2026-01-01",
    method: str = "1+a",
    skips: Mapping[str, tuple[SkipReason, str]] | None = None,
    complete: bool = True,
    audits: frozenset[str] | None = None,
) -> Audited:
    """The run of this site, as :mod:`auditor.run` would record it."""
    left = {START + path: Skip(START + path, reason, detail) for path, (reason, detail) in (skips or {}).items()}
    results = tuple(perform(entry, site) for entry in catalogue() if audits is None or entry.id in audits)
    scores = dimension_scores(results)
    whole = site_profile(site)
    counts: dict[str, int] = {}
    for skip in left.values():
        counts[skip.reason.value] = counts.get(skip.reason.value, 0) + 1
    pages = tuple(
        PageRecord(
            page.url, page.page.title, page.kind, "", "en", page.page.snapshot, page.page.readable, len(page.copy), 0,
            page.clicks, page.twin_of, whole,
        )
        for page in site.pages
    )  # fmt: skip
    twins = sum(bool(page.twin_of) for page in site.pages)
    made = Run(
        schema=record.SCHEMA,
        id=run,
        auditor="0.1.0",
        method=method,
        site=site.host,
        name=site.name,
        target=START,
        started=f"{day}T08:00:00+00:00",
        finished=f"{day}T08:05:00+00:00",
        settings={"max_pages": 200, "fast": True, "language": "en"},
        coverage=Coverage(
            len(pages) + len(left), len(pages), len(pages) - twins, twins, counts, tuple(left.values()), {"en": len(pages)},
            "allowed", complete,
        ),
        verdict=verdict(whole),
        profile=whole,
        profiles=kind_profiles(site),
        results=results,
        scores=scores,
        overall=overall(scores),
        pages=pages,
    )  # fmt: skip
    return Audited(made, site.pages, left)
