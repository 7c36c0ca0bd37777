"""Commands about kept runs: history, show, prune, purge, export, verify, reindex."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from auditor import history as kept
from auditor import settings as configuration
from auditor.cli.places import RUN_NAMES, output_option
from auditor.errors import EXIT_CHANGED, DamagedIndex, OutputError, UsageError

if TYPE_CHECKING:
    from auditor.history.index import Index

Command = TypeVar("Command", bound=Callable[..., Any])

_DATABASE = click.option(
    "--database", metavar="URL", help="Index of all runs. [default: history.sqlite in the output folder]"
)


def _places(command: Command) -> Command:
    return output_option(_DATABASE(command))


@click.command(epilog=RUN_NAMES)
@click.argument("site", required=False)
@click.option("--last", type=click.IntRange(1), default=20, show_default=True, help="Show so many runs of a site.")
@_places
def history(site: str | None, last: int, output: Path | None, database: str | None) -> None:
    """List the audited sites, or the runs of SITE, newest first.

    \b
    auditor history
    auditor history example.com --last 50
    """
    told = configuration.load(flags={"output": output, "database": database})
    found = _summaries(told, _hosts(site, told.output))
    if site is None:
        sites = [_site_row(entry) for entry in kept.sites_of(found)]
        _table(("site", "runs", "last audited", "pages", "findings", "verdict"), sites, "No site has been audited yet.")
        return
    if not found:
        raise UsageError(_unknown(told.output, site))
    names = _score_names(found)
    shown = found[::-1][:last]
    methods = {run.id: run.method for run in found}
    before = dict(zip([run.id for run in found[1:]], [run.id for run in found], strict=False))
    rows = []
    crowded = len({run.started[:16] for run in shown}) < len(shown)  # two runs of one minute are told by their seconds
    for run in shown:
        changed = run.id in before and methods[before[run.id]] != run.method
        notes = ["new method"] * changed + ["incomplete"] * (not run.complete)
        scores = [_number(run.scores.get(name)) for name in names]
        rows.append(
            (run.id, _day(run.started, seconds=crowded), str(run.judged), str(run.findings), *scores, ", ".join(notes))
        )
    _table(("run", "begun (UTC)", "pages", "findings", *names, ""), rows, "")
    if len(found) > len(shown):
        rest = len(found) - len(shown)
        click.echo(f"{_count(rest, 'earlier run')}: --last {len(found)} shows {'them' if rest > 1 else 'it'}.")


@click.command(epilog=RUN_NAMES)
@click.argument("run")
@click.option("--json", "as_json", is_flag=True, help="Print the whole run as JSON, upgraded to today's schema.")
@click.option("--copy", "as_copy", is_flag=True, help="Print its pages with their labelled copy, one JSON line each.")
@output_option
def show(run: str, as_json: bool, as_copy: bool, output: Path | None) -> None:
    """Show RUN: when and how it was made, what it says, and since when each finding has stood, reworded or not.

    \b
    auditor show example.com
    auditor show example.com~1 --json | jq .coverage
    """
    from auditor import record, report
    from auditor.reaudit.ledger import past
    from auditor.report.safe import shown

    folder = kept.resolve_run(configuration.load(flags={"output": output}).output, run)
    found = record.read_run(folder)
    if as_json:
        click.echo(record.run_text(found), nl=False)
        return
    if as_copy:
        for page in record.read_copy(folder):
            click.echo(record.page_text(page), nl=False)
        return
    for line in report.summary_lines(found):
        click.echo(line)
    click.echo(f"\nRun {folder}, begun {_day(found.started)} UTC, auditor {found.auditor}, method {found.method}")
    known = past(folder.absolute()).known
    findings = [(result.id, finding) for result in found.results for finding in result.findings]
    if findings:
        click.echo(f"\n{_count(len(findings), 'finding')}, the longest standing first:")
    for audit, finding in sorted(findings, key=lambda pair: (known[pair[1].id].since, pair[1].id)):
        since, runs = known[finding.id].since, _count(known[finding.id].runs, "run")
        click.echo(f"  {finding.id[:8]}  {audit:<15} since {since}, {runs}: {shown(finding.title)}")


@click.command()
@click.argument("site", required=False)
@click.option("--keep", type=click.IntRange(1), metavar="N", help="Keep the last N runs of each site.")
@click.option("--older-than", metavar="AGE", help="Remove runs begun longer ago: 90d, 12w, 6m, 1y, or before a date.")
@click.option("--dry-run", is_flag=True, help="Only say what would be removed.")
@_places
def prune(
    site: str | None, keep: int | None, older_than: str | None, dry_run: bool, output: Path | None, database: str | None
) -> None:
    """Remove old runs of SITE, or of every site, and the pages that no kept run needs.

    \b
    auditor prune --keep 12
    auditor prune example.com --older-than 1y --dry-run

    The newest finished run of a site always stays. Given both, a run goes that is neither among the last N nor young
    enough. Page bodies are shared by runs: one stays as long as a run that refers to it.
    """
    from auditor.history.retention import due, moment, remove

    if keep is None and older_than is None:
        raise UsageError("Say what to keep: --keep 12, or --older-than 90d.")
    told = configuration.load(flags={"output": output, "database": database})
    before = moment(older_than) if older_than is not None else None
    hosts = _hosts(site, told.output) or kept.hosts_of(told.output)
    runs = bodies = 0
    for host in hosts:
        with kept.writing(told.output, host):
            going = due(told.output, host, keep, before)
            if dry_run:
                for folder in going:
                    click.echo(folder)
            else:
                bodies += remove(told.output, host, going).bodies
            runs += len(going)
    if dry_run:
        click.echo(f"{_count(runs, 'run')} would be removed.")
        return
    with _index(told, hosts):
        click.echo(f"Removed {_count(runs, 'run')} and {_count(bodies, 'page')} that no kept run needs.")


@click.command()
@click.argument("host")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_places
def purge(host: str, yes: bool, output: Path | None, database: str | None) -> None:
    """Remove every run, report and page kept of HOST, and what the index knows of it."""
    from auditor.history.retention import purge as remove

    told = configuration.load(flags={"output": output, "database": database})
    known = host == kept.host_of(host) and (told.output / host).is_dir()
    if known and not yes:
        try:
            agreed = click.confirm(f"Remove everything kept of {host} under {told.output}?")
        except click.Abort:  # Ctrl-C, or nobody there to answer
            raise UsageError("Nothing was removed: purge asks first; --yes removes without asking.") from None
        if not agreed:
            click.echo("Nothing was removed.")
            return
    with kept.writing(told.output, host) if known else contextlib.nullcontext():
        count = remove(told.output, host)
    with _index(told, [host]):
        click.echo(f"Removed {_count(count, 'run')} of {host}.")


@click.command()
@click.argument("site", required=False)
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write. [default: print]")
@_places
def export(site: str | None, form: str, out: Path | None, output: Path | None, database: str | None) -> None:
    """Export the history of SITE, or of every site: one row a run, with scores, shares and their intervals.

    \b
    auditor export --out history.csv
    auditor export example.com --format json | jq '.[-1].scores'

    Scores are 0-100, shares 0-1 with the ends of their 95 % interval; an empty cell is a number that was not given.
    """
    from auditor import record

    told = configuration.load(flags={"output": output, "database": database})
    hosts = _hosts(site, told.output)
    runs = _summaries(told, hosts)
    if site is not None and not runs:
        raise UsageError(_unknown(told.output, site))
    text = _as_json(runs) if form == "json" else _as_csv(runs)
    if out is None:
        click.echo(text, nl=False)
    else:
        record.write(out, (b"\xef\xbb\xbf" if form == "csv" else b"") + text.encode())
        click.echo(f"Wrote {_count(len(runs), 'run')} to {out}.", err=True)


@click.command(epilog=RUN_NAMES)
@click.argument("names", metavar="[RUN]...", nargs=-1)
@output_option
def verify(names: tuple[str, ...], output: Path | None) -> None:
    """Check that the files of each RUN (of all, if none is named) are as they were when it was made.

    Compares the records, the reports and the page bodies with the run's manifest, and names what differs. Exit code 5
    where anything does. A report that was removed is no difference: auditor report writes it again.
    """
    told = configuration.load(flags={"output": output})
    _there(told.output)
    folders = [kept.resolve_run(told.output, name) for name in names]
    if not names:
        folders = [folder for host in kept.hosts_of(told.output) for folder in kept.finished(told.output, host)]
    wrong = 0
    with _progress("Checking", len(folders)) as step:
        for done, folder in enumerate(folders):
            step(done)
            found = kept.differences(folder)
            wrong += bool(found)
            for sentence in found:
                click.echo(sentence)
    click.echo(f"{_count(len(folders), 'run')} checked, {wrong or 'none'} with differences.")
    if wrong:
        raise click.exceptions.Exit(EXIT_CHANGED)


@click.command()
@_places
def reindex(output: Path | None, database: str | None) -> None:
    """Make the index of all runs anew from their files. Nothing else is ever needed to repair it."""
    from auditor.history.glance import NAME

    told = configuration.load(flags={"output": output, "database": database})
    try:
        with _index(told, clear=True):
            pass
    except DamagedIndex:
        if told.database:
            raise
        aside = told.output / f"{NAME}.damaged"
        (told.output / NAME).replace(aside)
        click.echo(f"The old index was damaged and is kept as {aside}.")
    with _index(told, clear=True) as index, _progress("Reading runs", 0) as step:
        synced = index.sync(told=step)
    for sentence in synced.unreadable:
        click.echo(f"Left out: {sentence}")
    click.echo(f"The index holds {_count(synced.added, 'run')} of {_count(len(kept.hosts_of(told.output)), 'site')}.")


def _summaries(told: configuration.Settings, hosts: Sequence[str]) -> list[kept.RunSummary]:
    """The finished runs of a host (of all where none is named), each host's newest last, in step with the files."""
    found = kept.glance(told.output, told.database, hosts)
    if found is None:
        with _index(told, hosts) as index:
            found = index.runs(hosts[0] if hosts else None)
    return found


def _there(output: Path) -> None:
    """Raise UsageError where there is no output folder: nothing to check is no good news."""
    if not output.is_dir():
        raise UsageError(f"There is no folder {output}; name the one that runs are written to with --output.")


@contextlib.contextmanager
def _index(told: configuration.Settings, hosts: Sequence[str] = (), *, clear: bool = False) -> Iterator[Index]:
    """The index, in step with the files of these hosts (all where none is named), or with ``clear`` empty."""
    from auditor.history.index import open_index, passing_index

    _there(told.output)
    try:
        index = open_index(told.output, told.database)
    except OutputError as error:
        if told.database or clear or isinstance(error, DamagedIndex):
            raise
        click.echo(f"auditor: {error} The runs' files were read instead.", err=True)
        index = passing_index(told.output)
    with index:
        if clear:
            index.clear()
        else:
            with _progress("Reading new runs", 0) as step:
                for sentence in index.sync(hosts or None, step).unreadable:
                    click.echo(f"auditor: left out: {sentence}", err=True)
        yield index


@contextlib.contextmanager
def _progress(words: str, total: int) -> Iterator[Callable[..., None]]:
    """A counter on stderr, where that is a terminal and there is something to wait for."""
    shown = False

    def step(done: int, whole: int = total) -> None:
        nonlocal shown
        if sys.stderr.isatty() and whole > 5:
            shown = True
            click.echo(f"\r{words}: {done} of {whole}", nl=False, err=True)

    yield step
    if shown:
        click.echo("\r\033[K", nl=False, err=True)


def _hosts(site: str | None, output: Path) -> list[str]:
    """The folder's name of a site, however it is spelled, as a list of one; empty where none is named."""
    return [] if site is None else [kept.folder_of(output, site)]


def _unknown(output: Path, site: str) -> str:
    known = kept.hosts_of(output)
    return f"There is no finished run of '{site}' in {output}; known: {', '.join(known[:10]) or 'none'}."


def _site_row(entry: kept.SiteSummary) -> tuple[str, ...]:
    last = entry.last
    return (entry.host, str(entry.runs), _day(last.started), str(last.judged), str(last.findings), last.verdict)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> None:
    """Rows under their headings, columns as wide as they need be; the last one runs on."""
    if not rows:
        click.echo(empty)
        return
    cells = [tuple(head), *(tuple(map(_printable, row)) for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    for row in cells:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(mark if mark.isprintable() else " " for mark in text)


def _as_json(runs: Sequence[kept.RunSummary]) -> str:
    rows = []
    for run in runs:
        row: dict[str, Any] = {name: getattr(run, name) for name in run.__dataclass_fields__}
        row["folder"] = str(run.folder)
        row["shares"] = {
            name: dict(zip(("value", "low", "high"), share, strict=True)) for name, share in run.shares.items()
        }
        rows.append(row)
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


_COLUMNS = (
    "host",
    "id",
    "started",
    "finished",
    "auditor",
    "method",
    "kept",
    "judged",
    "complete",
    "findings",
    "verdict",
)


def _as_csv(runs: Sequence[kept.RunSummary]) -> str:
    from auditor.report.safe import cell

    names = _score_names(runs)
    parts = sorted({name for run in runs for name in run.shares})
    out = io.StringIO()
    writer = csv.writer(out)
    ends = [f"{part} share{end}" for part in parts for end in ("", " low", " high")]
    writer.writerow([*_COLUMNS, "overall", *(f"score {name}" for name in names), *ends])
    for run in runs:
        shares = [value for part in parts for value in run.shares.get(part, (None, None, None))]
        values = [*(getattr(run, name) for name in _COLUMNS), run.overall, *(run.scores.get(name) for name in names)]
        writer.writerow([cell(value) if isinstance(value, str) else value for value in (*values, *shares)])
    return out.getvalue()


def _score_names(runs: Sequence[kept.RunSummary]) -> list[str]:
    """The names of the scores that any of these runs has, in the order of the report."""
    return [name for name in kept.in_order({name: None for run in runs for name in run.scores}) if name != "overall"]


def _day(moment: str, *, seconds: bool = False) -> str:
    return moment[: 19 if seconds else 16].replace("T", " ")


def _number(value: float | None) -> str:
    from auditor.report.words import points

    return "-" if value is None else points(value)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"
