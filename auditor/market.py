"""Sites of a market: several runs compared, and dated sets of one's own audits to hold a site against.

A benchmark set is a file with a name, a day, and the figures of the runs it was made of, so that a report can say what
stands behind a percentile. No percentile is given from fewer than :data:`ENOUGH` sites: from a handful it would be an
accident of who happens to be in it.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import count
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter, ValidationError

from auditor import record
from auditor.audit import catalogue, perform
from auditor.classify.shares import share_model, true_given_answer
from auditor.diff.draws import LabelErrors, redrawn
from auditor.errors import UsageError
from auditor.focus import MIN_PAGES
from auditor.history import hosts_of, resolve_run
from auditor.model import AuditResult, Run, Score
from auditor.rivals import CAP, Contender, compare, cut_to
from auditor.score import dimension_scores
from auditor.site import Site
from auditor.versus import Versus

ENOUGH = 100
"""Sites in a set from which a percentile is given (METHOD, section 1)."""

DRAWS = 39
"""Draws of a score's interval: the lowest and the highest of 39 enclose 95 of 100 (1 in 40 is beyond either).

Each is the home page and half of the other pages, whose spread is that of a sample of all of them (Shao and Wu 1989, the
delete-half jackknife), with every line under what it may truly be. The interval always holds the score itself.
"""

SAME = 0.5
"""Share of the pages of the smaller of two runs that both have, above which they are two copies of one site."""

FOLDER = "benchmarks"
SCHEMA = 1

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,60}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One site of a set: the run it rests on and its figures (shares 0-1, scores 0-100; None: no number)."""

    host: str
    run: str
    finished: str
    pages: int
    shares: dict[str, float | None]
    scores: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A named and dated set. ``left_out`` are hosts whose last run was not taken, each with the reason."""

    schema: int
    name: str
    made: str
    method: str
    entries: tuple[Entry, ...]
    left_out: dict[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one figure of a site stands in a set.

    ``below`` and ``above`` count the sites under and over it of ``of`` that have the figure; ``percentile`` (0-100) is
    None where the set has fewer than ENOUGH of them.
    """

    measure: str
    value: float
    below: int
    above: int
    of: int
    percentile: float | None


def side_by_side(
    folders: Sequence[Path], cap: int = CAP, progress: Callable[[int, int], None] = lambda done, of: None
) -> Versus:
    """The runs in these folders compared on the same scope; raises UsageError where they cannot be.

    ``progress`` hears of (done, to do) while the scores' intervals are drawn.
    """
    contenders = [Contender(record.read_run(folder), tuple(record.read_copy(folder))) for folder in folders]
    runs = [contender.run for contender in contenders]
    if len({run.site for run in runs}) < len(runs):
        raise UsageError("The same site is named twice; 'auditor diff' compares two runs of one site.")
    small = [bool(run.settings.get("fast")) for run in runs]
    if any(small) and not all(small):
        fast, other = small.index(True), small.index(False)
        raise UsageError(
            f"{runs[fast].site} was labelled by the small model (--fast) and {runs[other].site} by the default one, so a "
            f"difference could be the model's; first run: auditor judge {shlex.quote(str(folders[fast]))} --no-fast"
        )
    last = max(runs, key=lambda run: run.finished)
    for run, folder in zip(runs, folders, strict=True):
        if run.method != last.method:
            budget = last.settings.get("label_budget")
            option = f" --label-budget {budget}" if budget not in (None, run.settings.get("label_budget")) else ""
            raise UsageError(
                f"{run.site} was judged by {run.method} and {last.site} by {last.method}, so a difference could be the "
                f"ruler's; first run: auditor judge {shlex.quote(str(folder))}{option}"
            )
    language = str(last.settings.get("language", "en"))
    mode = "fast" if last.settings.get("fast") else "default"
    correction = share_model(mode, language)
    errors = LabelErrors(true_given_answer(mode, language), correction)
    done = count(1)

    def step() -> None:
        progress(next(done), DRAWS * len(folders))

    return compare(contenders, partial(_perform, errors=errors, step=step), correction=correction, cap=cap)


def _perform(
    site: Site, errors: LabelErrors | None = None, step: Callable[[], None] = lambda: None
) -> tuple[Sequence[AuditResult], Sequence[Score]]:
    """The results and scores of a site; with ``errors``, each score of MIN_PAGES or more with its interval (DRAWS)."""
    results = tuple(perform(entry, site) for entry in catalogue())
    scores = dimension_scores(results)
    if errors is None or len(site.pages) < MIN_PAGES:
        return results, scores
    drawn = []
    for rng in _luck(site):
        drawn.append(_drawn(site, errors, rng))
        step()
    return results, [_between(score, [draw[score.name] for draw in drawn]) for score in scores]


def _luck(site: Site) -> Iterator[np.random.Generator]:
    """A source of chance for every draw, settled by the words of the site."""
    basis = "\n".join(sorted(copy.unit.id for page in site.pages for copy in page.copy))
    seed = int.from_bytes(hashlib.blake2s(basis.encode(), digest_size=8).digest(), "big")
    return (np.random.default_rng([seed, draw]) for draw in range(DRAWS))


def _drawn(site: Site, errors: LabelErrors, rng: np.random.Generator) -> dict[str, float | None]:
    """The scores of the home page and half of the others, each line under what it may truly be."""
    others = [page.url for page in site.pages if site.home is None or page.url != site.home.url]
    left_out = set(rng.choice(others, size=len(others) // 2, replace=False).tolist())
    pages = [page for page in site.pages if page.url not in left_out]
    told = [
        replace(
            page, copy=tuple(redrawn(copy, float(number), errors) for copy, number in zip(page.copy, luck, strict=True))
        )
        for page in pages
        for luck in [rng.random(len(page.copy))]
    ]
    part = cut_to(site, told)
    results = [perform(entry, part) for entry in catalogue() if entry.weight > 0]
    return {score.name: score.value for score in dimension_scores(results)}


def _between(score: Score, drawn: Sequence[float | None]) -> Score:
    """The score with its interval; without one where it has no number, or a draw has none.

    Draws that all agree tell nothing of how far they might have gone: half of the pages may each hold no contradiction.
    """
    known = [value for value in drawn if value is not None]
    if score.value is None or len(known) < len(drawn) or min(known) == max(known):
        return score
    return replace(score, low=min(score.value, *known), high=max(score.value, *known))


# --- benchmark sets -------------------------------------------------------------------------------------------------


def build(output: Path, name: str, today: date, hosts: Sequence[str] = (), made_up: str = "") -> tuple[Benchmark, Path]:
    """A set of the last finished run of each host (all under ``output`` but ``made_up`` where none are named), and its file.

    Only complete runs of one method are taken, the method that most of them have, and of two that read the same pages
    under two addresses the later one. Raises UsageError where that leaves none, or where the name is no name for a file.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' cannot name a set; use letters, figures, blanks, dots and hyphens.")
    left_out = {}
    read = (record.read_run(resolve_run(output, host)) for host in (hosts or hosts_of(output)))
    runs = {run.site: run for run in read}  # however a host is spelt, it is one site
    if not hosts and made_up in runs:
        del runs[made_up]
        left_out[made_up] = "it is the made-up site of auditor demo"
    methods = [run.method for run in runs.values()]
    most = max(sorted(set(methods)), key=methods.count, default="")
    for host, run in runs.items():
        if run.method != most:
            left_out[host] = f"judged by another method ({run.method})"
        elif not run.coverage.complete:
            left_out[host] = "its crawl was interrupted"
    taken = [run for host, run in runs.items() if host not in left_out]
    for run in taken:
        if again := next((other for other in taken if _later(other, run) and _same_pages(other, run)), None):
            left_out[run.site] = f"it has the pages of {again.site}, which was audited later"
    entries = tuple(_entry(runs[host]) for host in sorted(runs) if host not in left_out)
    if not entries:
        raise UsageError(f"There is no complete run in {output} to make a set of; audit some sites first.")
    made = Benchmark(SCHEMA, name, today.isoformat(), most, entries, dict(sorted(left_out.items())))
    path = output / FOLDER / f"{name.lower().replace(' ', '-')}-{today.isoformat()}.json"
    text = json.dumps(asdict(made), indent=1, ensure_ascii=False) + "\n"
    return made, record.write(path, text.encode())


def _later(one: Run, other: Run) -> bool:
    return (one.finished, one.site) > (other.finished, other.site)


def _same_pages(one: Run, other: Run) -> bool:
    """Whether two runs read one site: more than SAME of the pages of the smaller stand in both, by title, words and labels."""
    pages, others = (
        {
            (page.title, page.words, *sorted(page.profile.counts.items()))
            for page in run.pages
            if sum(page.profile.counts.values())
        }
        for run in (one, other)
    )
    return len(pages & others) > SAME * min(len(pages), len(others))


def _entry(run: Run) -> Entry:
    return Entry(
        run.site,
        run.id,
        run.finished,
        run.coverage.read,
        {name: share.value for name, share in run.profile.shares.items()},
        {score.name: score.value for score in run.scores},
    )


def sets(output: Path) -> list[Path]:
    """The files of the sets under ``output``, by name and day."""
    return sorted((output / FOLDER).glob("*.json"))


@cache
def _adapter() -> TypeAdapter[Benchmark]:
    return TypeAdapter(Benchmark)


def read(output: Path, name: str) -> Benchmark:
    """The set of this name (the latest of its days), file, or name and day; raises UsageError where there is none."""
    path = Path(name)
    if not path.is_file():
        stem = name.lower().replace(" ", "-")
        found = [
            file
            for file in sets(output)
            if file.stem == stem or re.fullmatch(rf"{re.escape(stem)}-\d{{4}}-\d\d-\d\d", file.stem)
        ]
        if not found:
            known = ", ".join(file.stem for file in sets(output)) or "none"
            raise UsageError(f"There is no benchmark set '{name}' in {output}; known: {known}.")
        path = found[-1]
    try:
        made = _adapter().validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} is no benchmark set: {str(error).splitlines()[0]}.") from None
    if made.schema > SCHEMA:
        raise UsageError(f"{path} was written by a newer auditor; use that one.")
    return made


def standings(made: Benchmark, run: Run) -> list[Standing]:
    """Where a site's figures stand in a set, its own entry left out; raises UsageError where the methods differ."""
    if run.method != made.method:
        raise UsageError(
            f"The set '{made.name}' was judged by {made.method} and this run by {run.method}: they cannot be compared."
        )
    own = _entry(run)
    others = [entry for entry in made.entries if entry.host != run.site]
    found = []
    for kind in ("shares", "scores"):
        for measure, value in getattr(own, kind).items():
            values = sorted(other for entry in others if (other := getattr(entry, kind).get(measure)) is not None)
            if value is not None and values:
                below, to = bisect_left(values, value), bisect_right(values, value)
                # half of the equal ones count as below: the usual percentile rank
                rank = 100 * (below + (to - below) / 2) / len(values)
                known = len(values) >= ENOUGH
                found.append(
                    Standing(measure, value, below, len(values) - to, len(values), round(rank, 1) if known else None)
                )
    return found
