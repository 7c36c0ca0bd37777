"""The path of a comparison: read both runs, judge again what was judged by another method, compare, remember."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor import __version__, record
from auditor.classify.shares import share_model, true_given_answer
from auditor.diff import Audited, Changed, Diff, LabelErrors, Rescored, compare, labels_set
from auditor.errors import AuditorError, OutputError, UsageError
from auditor.history import bodies_of, finished, order
from auditor.model import Run, Skip, SkipReason
from auditor.reaudit.ledger import past

if TYPE_CHECKING:
    from auditor.run import Watch

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
    skips = {skip.url: skip for skip in skipped(run, folder)}
    return Audited(run, tuple(record.read_copy(folder)), skips)


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


def _ruler(folder: Path) -> tuple[str, frozenset[tuple[str, str]]]:
    """What a run was judged by: the method, and the labels that people had set."""
    try:
        told = json.loads(record.read_file(folder, "run.json"))
        people = frozenset((one["id"], one["label"]) for one in told.get("decided", ()) if one["label"])
        return str(told["method"]), people
    except (OSError, UsageError, ValueError, KeyError, TypeError):
        return "", frozenset()


def diff(earlier: Path, later: Path, watch: Watch | None = None) -> Diff:
    """What moved from the run in ``earlier`` to the run in ``later`` (their folders).

    Where the two were judged by different methods, the earlier pages are judged again by the later one (and both by
    today's where the later one's is no longer at hand). Raises UsageError where the runs are of two sites or one is
    not finished.
    """
    told = watch or _Quiet()
    old, new = read(earlier), read(later)
    if old.run.site != new.run.site:
        raise UsageError(
            f"{earlier} is a run of {old.run.site} and {later} one of {new.run.site}; name two runs of one site."
        )
    again, why = None, ""
    if (old.run.method, labels_set(old.run)) != (new.run.method, labels_set(new.run)):
        told.stage("Judging the earlier pages by the later method")
        again, new, why = _by_one_method(earlier, later, old, new, watch)
    mode = "fast" if new.run.settings.get("fast") else "default"
    language = str(new.run.settings.get("language", "en"))
    errors = LabelErrors(true_given_answer(mode, language), share_model(mode, language))
    rescore = partial(_rescored, host=later.parent, errors=errors, told=told)
    return compare(old, new, errors=errors, again=again, rescore=rescore, past=past(earlier), why_not_again=why)


def _by_one_method(
    before: Path, after: Path, old: Audited, new: Audited, watch: Watch | None
) -> tuple[Audited | None, Audited, str]:
    """The earlier run by the later method, the later run by the same, and why it cannot be had ("" where it can)."""
    fast = bool(new.run.settings.get("fast"))
    people = labels_set(new.run)
    for kept in sorted((before.parent / AGAIN).glob(f"{before.name}-*/run.json")):
        found = _known(kept.parent, old)
        if found is not None and (found.run.method, labels_set(found.run)) == (new.run.method, people):
            return found, new, ""
    try:
        again = _judged_again(before, old, fast, people, watch)
        if again.run.method != new.run.method:
            new = _judged_again(after, new, fast, people, watch)
    except AuditorError as error:
        return None, new, str(error)
    if again.run.method != new.run.method:
        return None, new, "the two runs were made in different modes or languages."
    return again, new, ""


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
    folder: Path, original: Audited, fast: bool, people: frozenset[tuple[str, str]], watch: Watch | None
) -> Audited:
    """The run in ``folder`` by today's method and decisions, in a folder of its own.

    ``people`` are the labels that people had set in the later run: what was judged before they did is judged anew.
    Raises where its pages are no longer kept.
    """
    # imported here: this costs a second, and only judging again needs it
    from auditor import run as path
    from auditor.audit import catalogue
    from auditor.classify import load
    from auditor.method import method_version

    language = str(original.run.settings.get("language", "en"))
    method = method_version(catalogue(), load("fast" if fast else "default", language).version)
    tail = hashlib.blake2s(f"{method}{sorted(people) or ''}".encode(), digest_size=5).hexdigest()
    place = folder.parent / AGAIN / f"{folder.name}-{tail}"
    if (place / "run.json").exists() and (found := _known(place, original)) is not None:
        return found
    store, wanted = record.bodies(folder), bodies_of(folder)
    missing = sum(not store.path(digest).exists() for digest in wanted)
    if missing:
        raise UsageError(f"{missing:,} of its {len(wanted):,} pages are no longer kept.")
    run, _ = path.judge(folder, watch, fast=fast, into=place)
    return Audited(run, tuple(record.read_copy(place)), original.skips)


def _rescored(changed: Changed, *, host: Path, errors: LabelErrors, told: Any) -> Rescored:
    """The audits run again, or what they said the last time on the same two runs."""
    basis = json.dumps(
        [
            __version__,
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
    found = rescored(changed, errors, told.progress)
    with contextlib.suppress(OutputError):
        of = [side.run.id for side in (changed.before, changed.after)]  # it goes with them when they are pruned
        kept = {"runs": of, "common": found.common, "spread": found.spread, "why": found.why}
        record.write(file, json.dumps(kept).encode())
    return found
