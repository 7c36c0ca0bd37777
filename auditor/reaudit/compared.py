"""The path of a comparison: read both runs, judge again what was judged by another method, compare, remember."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from auditor import record
from auditor.changes import Audited, Diff
from auditor.diff import Changed, Commons, Past, Rescored, compare, labels_set
from auditor.errors import AuditorError, OutputError, UsageError
from auditor.history import bodies_of, finished, order, own_code
from auditor.model import Finding, Run, Skip, SkipReason
from auditor.reaudit.ledger import past

if TYPE_CHECKING:
    from auditor.diff.draws import LabelErrors
    from auditor.gather import Watch

AGAIN = "again"
"""Folder of a host for what was computed to compare its runs."""


@dataclass(frozen=True, slots=True)
class _Quiet:
    """A watch that says nothing."""

    stage: Callable[[str], None] = lambda words: None
    progress: Callable[[int, int], None] = lambda done, left: None


def read(folder: Path) -> Audited:
    """The finished run in ``folder`` as it is compared; raises UsageError where there is none."""
    run = record.read_run(folder)
    return Audited(run, tuple(record.read_copy(folder)), _skips(run, folder))


def _skips(run: Run, folder: Path) -> dict[str, Skip]:
    return {skip.url: skip for skip in skipped(run, folder)}


def skipped(run: Run, folder: Path) -> tuple[Skip, ...]:
    """Every URL that a run found and did not judge: those it names, and all that its crawl left out."""
    try:
        # read here and not by auditor.crawl, whose loading takes longer than the whole comparison
        rows = json.loads(record.read_file(folder, "crawl.json"))["skips"]
        left = [Skip(url, SkipReason(reason), detail) for url, reason, detail in rows]
    except (OSError, UsageError, ValueError, KeyError, TypeError):
        left = []
    return (*run.coverage.examples, *left)


def before(folder: Path) -> Path | None:
    """The finished run of the same host before the one in this folder, or None."""
    earlier = [
        run for run in finished(folder.parent.parent, folder.parent.name) if order(run.name) < order(folder.name)
    ]
    return earlier[-1] if earlier else None


def at_hand(one: Path, other: Path) -> bool:
    """True where the two were judged by one method, so that nothing has to be judged again to compare them."""
    return _ruler(one) == _ruler(other)


@dataclass(frozen=True, slots=True)
class _Hand:
    """As much of a decision as tells the ruler."""

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Ruler:
    """As much of a run as tells what it was judged by: the method, and the labels that people had set."""

    method: str
    decided: tuple[_Hand, ...] = ()


def _ruler(folder: Path) -> tuple[str, frozenset[tuple[str, str]]]:
    """What a run was judged by."""
    try:
        told = msgspec.json.decode(record.read_file(folder, "run.json"), type=_Ruler)
    except (OSError, UsageError, ValueError):
        return "", frozenset()
    return told.method, frozenset((hand.id, hand.label) for hand in told.decided if hand.label)


def diff(earlier: Path, later: Path, watch: Watch | None = None) -> Diff:
    """What moved from the run in ``earlier`` to the run in ``later`` (their folders).

    Where the two were judged by different methods, the earlier pages are judged again by the later one (and both by
    today's where the later one's is no longer at hand). Raises UsageError where the runs are of two sites or one is
    not finished.
    """
    told = watch or _Quiet()
    runs = record.read_run(earlier), record.read_run(later)
    if runs[0].site != runs[1].site:
        raise UsageError(
            f"{earlier} is a run of {runs[0].site} and {later} one of {runs[1].site}; name two runs of one site."
        )
    one_ruler = (runs[0].method, labels_set(runs[0])) == (runs[1].method, labels_set(runs[1]))
    known = past(earlier)
    errors = partial(_errors, runs[1])
    if one_ruler and _same_copy(earlier, later, *runs):
        # no line and no page differs, so none has to be read
        old, new = (Audited(run, (), _skips(run, folder)) for run, folder in zip(runs, (earlier, later), strict=True))
        return compare(old, new, errors=errors, past=known)
    kept = _kept(earlier, later, known)
    with contextlib.suppress(OSError, EOFError, ValueError, zlib.error):
        return msgspec.json.decode(gzip.decompress(kept.read_bytes()), type=_Kept).diff
    old, new = read(earlier), read(later)
    again, why, judged = None, "", new
    if not one_ruler:
        told.stage("Judging the earlier pages by the later method")
        again, judged, why = _by_one_method(earlier, later, old, new, watch)
    rescore = partial(_rescored, host=later.parent, errors=errors, told=told)
    asked = _OnCommon(errors)
    found = compare(
        old, judged, errors=errors, again=again, rescore=rescore, on_common=asked, past=known, why_not_again=why
    )
    if not why and judged is new:  # what could not be judged again today may be another day
        with contextlib.suppress(OutputError):
            text = msgspec.json.encode(_Kept((earlier.name, later.name), found))
            record.write(kept, gzip.compress(text, 1, mtime=0))
    return found


@dataclass(slots=True)
class _OnCommon:
    """What audits find on the pages that both runs have, each asked once a side."""

    errors: Callable[[], LabelErrors]
    known: dict[str, tuple[list[Finding], list[Finding]]] = field(default_factory=dict)

    def __call__(self, commons: Commons, audits: Collection[str]) -> tuple[list[Finding], list[Finding]]:
        from auditor.reaudit.rescoring import findings_on

        before: list[Finding] = []
        after: list[Finding] = []
        for audit in audits:
            if audit not in self.known:
                errors = self.errors()
                one, other = (findings_on(side, pages, [audit], errors) for side, pages in commons)
                self.known[audit] = one, other
            before += self.known[audit][0]
            after += self.known[audit][1]
        return before, after


def _errors(run: Run) -> LabelErrors:
    """What the labels of this run are worth."""
    from auditor.classify.shares import share_model, true_given_answer
    from auditor.diff.draws import LabelErrors

    mode, language = "fast" if run.settings.get("fast") else "default", str(run.settings.get("language", "en"))
    return LabelErrors(true_given_answer(mode, language), share_model(mode, language))


def _same_copy(earlier: Path, later: Path, old: Run, new: Run) -> bool:
    """Whether two runs hold the same pages with the same labels, and give them the same scores."""
    names = ("copy.jsonl",)
    state = record.states(earlier, names)
    scores = [{result.id: result.score for result in run.results} for run in (old, new)]
    return bool(state) and state == record.states(later, names) and scores[0] == scores[1]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A comparison as it is kept, and the runs that it goes with when they are pruned."""

    runs: tuple[str, str]
    diff: Diff


def _kept(earlier: Path, later: Path, known: Past) -> Path:
    """Where the comparison of these two runs is kept: what it rests on is in its name."""
    names = ("run.json", "copy.jsonl", "crawl.json")
    basis = json.dumps(
        [
            own_code(),
            [(folder.name, record.states(folder, names)) for folder in (earlier, later)],
            {name: asdict(seen) for name, seen in known.known.items()},
            [(asdict(seen), finding.id) for seen, finding in known.closed],
        ],
        sort_keys=True,
    )
    name = hashlib.blake2s(basis.encode(), digest_size=8).hexdigest()
    return later.parent / AGAIN / f"diff-{name}.json.gz"


def _by_one_method(
    before: Path, after: Path, old: Audited, new: Audited, watch: Watch | None
) -> tuple[Audited | None, Audited, str]:
    """The earlier run by the later method, the later run by the same, and why it cannot be had ("" where it can)."""
    mode = _mode(new.run)
    people = labels_set(new.run)
    for kept in sorted((before.parent / AGAIN).glob(f"{before.name}-*/run.json")):
        found = _known(kept.parent, old)
        if found is not None and (found.run.method, labels_set(found.run)) == (new.run.method, people):
            return found, new, ""
    try:
        again = _judged_again(before, old, mode, people, watch)
        if again.run.method != new.run.method:
            new = _judged_again(after, new, mode, people, watch)
    except AuditorError as error:
        return None, new, str(error)
    if again.run.method != new.run.method:
        return None, new, "the two runs were made in different modes or languages."
    return again, new, ""


def _mode(run: Run) -> dict[str, Any]:
    """The settings by which a run's lines were read."""
    # imported here: what is judged by one method already is compared without
    from auditor.settings import LABEL_BUDGET

    # a run from before there was a budget read what today's usual one would have it read, but for large sites
    return {"fast": bool(run.settings.get("fast")), "label_budget": run.settings.get("label_budget", LABEL_BUDGET)}


def _known(folder: Path, original: Audited) -> Audited | None:
    """What was judged again into this folder, if it is whole and of these very pages."""
    with contextlib.suppress(UsageError):
        found = Audited(record.read_run(folder), tuple(record.read_copy(folder)), original.skips)
        if _bytes(found.run) == _bytes(original.run):
            return found
    return None


def _bytes(run: Run) -> set[tuple[str, str]]:
    return {(page.url, page.snapshot) for page in run.pages}


def _judged_again(
    folder: Path, original: Audited, mode: Mapping[str, Any], people: frozenset[tuple[str, str]], watch: Watch | None
) -> Audited:
    """The run in ``folder`` by today's method and decisions, in a folder of its own.

    ``mode`` are the settings that say which model reads what, ``people`` the labels that people had set in the later run: what was judged before they did is judged anew.
    Raises where its pages are no longer kept.
    """
    # imported here: this costs a second, and only judging again needs it
    from auditor import run as path
    from auditor.audit import catalogue
    from auditor.classify import load
    from auditor.method import method_version

    language = str(original.run.settings.get("language", "en"))
    version = load("fast" if mode["fast"] else "default", language).version
    method = method_version(catalogue(), version, mode["label_budget"])
    tail = hashlib.blake2s(f"{method}{sorted(people) or ''}".encode(), digest_size=5).hexdigest()
    place = folder.parent / AGAIN / f"{folder.name}-{tail}"
    if (place / "run.json").exists() and (found := _known(place, original)) is not None:
        return found
    store, wanted = record.bodies(folder), bodies_of(folder)
    missing = sum(not store.path(digest).exists() for digest in wanted)
    if missing:
        raise UsageError(f"{missing:,} of its {len(wanted):,} pages are no longer kept.")
    run, _ = path.judge(folder, watch, into=place, **mode)
    return Audited(run, tuple(record.read_copy(place)), original.skips)


def _rescored(changed: Changed, *, host: Path, errors: Callable[[], LabelErrors], told: Any) -> Rescored:
    """The audits run again, or what they said the last time on the same two runs."""
    basis = json.dumps(
        [
            own_code(),
            [(side.run.method, side.run.id, side.run.finished) for side in (changed.before, changed.after)],
            [sorted(units) for units in changed.units],
            [[page.url for page in pages] for pages in changed.common],
            sorted(changed.moved),
        ]
    )
    name = hashlib.blake2s(basis.encode(), digest_size=8).hexdigest()
    file = host / AGAIN / f"scores-{name}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_bytes())
        return Rescored(
            {key: (first, second) for key, (first, second) in kept["common"].items()},
            {key: (float(low), float(high)) for key, (low, high) in kept["spread"].items()},
            str(kept["why"]),
        )
    from auditor.reaudit.rescoring import rescored

    told.stage("Telling the changed words from label error")
    found = rescored(changed, errors(), told.progress)
    with contextlib.suppress(OutputError):
        of = [side.run.id for side in (changed.before, changed.after)]  # it goes with them when they are pruned
        kept = {"runs": of, "common": found.common, "spread": found.spread, "why": found.why}
        record.write(file, json.dumps(kept).encode())
    return found
