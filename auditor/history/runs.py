"""The finished runs under an output folder, and the names that a person may give them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from auditor import record
from auditor.errors import UsageError
from auditor.model import Dimension, Run

_BACK = re.compile(r"(?P<host>.+)~(?P<back>\d{1,6})")
_DATED = re.compile(r"(?P<host>.+)@(?P<when>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?)")
_STAMP = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a list of runs shows of one: its place, its dates (UTC, ISO form), its method and its figures.

    ``kept`` and ``judged`` count pages, ``scores`` are 0-100 by dimension and ``overall`` likewise (None: no number),
    ``findings`` counts those of all audits, ``complete`` is false where the crawl was interrupted or shut out.
    ``shares`` are (value, low, high), 0-1, of customer, product and company talk on the whole site.
    """

    id: str
    host: str
    folder: Path
    target: str
    name: str
    started: str
    finished: str
    auditor: str
    method: str
    kept: int
    judged: int
    complete: bool
    verdict: str
    scores: dict[str, float | None]
    overall: float | None
    findings: int
    shares: dict[str, tuple[float | None, float | None, float | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What a list of sites shows of one: its number of finished runs, and the last of them."""

    host: str
    runs: int
    last: RunSummary


def summary_of(run: Run, folder: Path) -> RunSummary:
    """A run as a list shows it."""
    return RunSummary(
        id=folder.name,
        host=folder.parent.name,
        folder=folder,
        target=run.target,
        name=run.name,
        started=run.started,
        finished=run.finished,
        auditor=run.auditor,
        method=run.method,
        kept=run.coverage.kept,
        judged=run.coverage.read,
        complete=run.coverage.complete,
        verdict=run.verdict,
        scores=in_order({score.name: score.value for score in run.scores}),
        overall=run.overall.value,
        findings=sum(len(result.findings) for result in run.results),
        shares={name: (share.value, share.low, share.high) for name, share in sorted(run.profile.shares.items())},
    )


def in_order(scores: Mapping[str, float | None]) -> dict[str, float | None]:
    """Scores by dimension in the order of the report; others after them."""
    known = [dimension.value for dimension in Dimension]
    place = {name: known.index(name) if name in known else len(known) for name in scores}
    return {name: scores[name] for name in sorted(scores, key=lambda name: (place[name], name))}


def hosts_of(output: Path) -> list[str]:
    """The hosts with a finished run under ``output``, sorted."""
    return sorted({path.parent.parent.name for path in output.glob("*/*/run.json")})


def runs_of(output: Path, host: str) -> list[RunSummary]:
    """The finished runs of a host, newest last; empty where there is none."""
    return [summary_of(record.read_run(folder), folder) for folder in finished(output, host)]


def sites_of(runs: Iterable[RunSummary]) -> list[SiteSummary]:
    """The hosts of these runs (each host's newest last), sorted, each with its number of runs and its last one."""
    found: dict[str, list[RunSummary]] = {}
    for run in runs:
        found.setdefault(run.host, []).append(run)
    return [SiteSummary(host, len(of), of[-1]) for host, of in sorted(found.items())]


def resolve_run(output: Path, name: str) -> Path:
    """The folder of the finished run that ``name`` means; raises UsageError with the nearest names where none is.

    Understood are a run's folder, ``host/run-id``, a run id, a host or URL (its last run), ``host~1`` (the one before
    the last, and so on), and ``host@2026-11-01`` (the last one begun by the end of that day, UTC; a time may follow as
    ``T12:00``).
    """
    path = Path(name).expanduser()
    for place in (path, output / name):
        if (place / "run.json").is_file():
            return place
    if path.is_dir() and (path / "plan.json").is_file():
        raise UsageError(f"The run in {path} is not finished: give the command that began it again, or judge it.")
    if _STAMP.fullmatch(name):
        return _only(name, sorted(found.parent for found in output.glob(f"*/{name}/run.json")))
    if (match := _BACK.fullmatch(name)) and (folders := _of(output, match["host"])):
        back = int(match["back"])
        if back >= len(folders):
            raise UsageError(f"{match['host']} has {_runs(len(folders))}; {name} would be number {back + 1} from last.")
        return folders[-1 - back]
    if (match := _DATED.fullmatch(name)) and (folders := _of(output, match["host"])):
        return _by(folders, match["host"], match["when"])
    if folders := _of(output, name):
        return folders[-1]
    known = hosts_of(output)
    near = difflib.get_close_matches(host_of(_bare(name)), known, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else f"known hosts: {', '.join(known[:10]) or 'none'}."
    raise UsageError(f"There is no finished run '{name}' in {output}; {hint}")


def order(run_id: str) -> tuple[str, int, str]:
    """The place of a run id among those of its host: by its time, then by its number within that second."""
    match = _STAMP.fullmatch(run_id)
    return (match[1], int(match[2] or 0), "") if match else (run_id, 0, run_id)


def ahead(run_id: str, started: str) -> bool:
    """Whether a run's id is of a later minute than its start: it was numbered after one that a faster clock began."""
    match = _STAMP.fullmatch(run_id)
    if match is None:
        return False
    numbered = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return numbered > datetime.fromisoformat(started) + timedelta(minutes=1)


def finished(output: Path, host: str) -> list[Path]:
    """The folders of a host's finished runs, newest last."""
    return sorted((path.parent for path in (output / host).glob("*/run.json")), key=lambda path: order(path.name))


def _of(output: Path, name: str) -> list[Path]:
    """The folders of the finished runs of a host, however it is spelled; newest last."""
    host = folder_of(output, name)
    return finished(output, host) if host not in ("", ".", "..") else []


def folder_of(output: Path, name: str) -> str:
    """The name of a host's folder under ``output``: the one that is there, with www. or without it.

    Its own spelling comes first: two sites that were audited under both names stay two.
    """
    host = host_of(name)
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return other if host.strip(".") and not finished(output, host) and finished(output, other) else host


def host_of(name: str) -> str:
    """A host, ``host:port`` or URL as the name of its folder."""
    netloc = urlsplit(name).netloc if "://" in name else name.strip("/")
    return re.sub(r"[^a-z0-9._-]+", "_", netloc.lower().strip("[]").replace("]:", ":")).strip(".")


def _bare(name: str) -> str:
    return re.split(r"[@~]", name)[0]


def _only(name: str, found: Sequence[Path]) -> Path:
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"There is no finished run {name}; 'auditor history' lists them.")
    spelled = ", ".join(f"{path.parent.name}/{path.name}" for path in found)
    raise UsageError(f"{name} is the id of {len(found)} runs; give one of {spelled}.")


def _by(folders: Sequence[Path], host: str, when: str) -> Path:
    try:
        moment = datetime.fromisoformat(when.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        raise UsageError(f"{when} is no date; give one such as {host}@2026-11-01.") from None
    if "T" not in when:
        moment += timedelta(days=1, seconds=-1)
    found = [folder for folder in folders if datetime.fromisoformat(record.read_run(folder).started) <= moment]
    if not found:
        first = record.read_run(folders[0]).started
        raise UsageError(f"{host} has no run by {when}; its first was begun on {first[:16].replace('T', ' at ')} UTC.")
    return found[-1]


def _runs(number: int) -> str:
    return f"{number} run{'s' if number != 1 else ''}"
