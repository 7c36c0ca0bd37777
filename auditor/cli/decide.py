"""Commands that keep people's decisions: dismiss, relabel, decisions."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from auditor import decisions as kept
from auditor import record
from auditor import settings as configuration
from auditor.cli.places import output_option
from auditor.errors import UsageError
from auditor.history import hosts_of, resolve_run
from auditor.model import Copy, Finding, Label
from auditor.report.safe import bounded, shown
from auditor.text import normal

Noun = TypeVar("Noun", Finding, Copy)

LEAST = 4
"""Characters of an id that may stand for it."""

_FILE = click.option(
    "--decisions",
    "file",
    type=click.Path(path_type=Path),
    help="File that decisions are kept in; it belongs beside the site's sources. [default: auditor-decisions.toml]",
)
_RUN = click.option("--run", "name", metavar="RUN", help="Run or site to look in. [default: the last run of each site]")
_WHO = click.option("--who", default=None, help="Who decides. [default: the name you are logged in with]")


@click.command()
@click.argument("finding")
@click.option("--reason", required=True, help="Why it need not be told again; the report prints it.")
@click.option("--until", metavar="DATE", help="Last day that it holds, as YYYY-MM-DD.")
@click.option("--for-good", is_flag=True, help="It holds as long as its words stand.")
@_WHO
@_RUN
@_FILE
@output_option
def dismiss(
    finding: str,
    reason: str,
    until: str | None,
    for_good: bool,
    who: str | None,
    name: str | None,
    file: Path | None,
    output: Path | None,
) -> None:
    """Dismiss FINDING until a day or for good: an id from the report or findings.csv, or words of its title or quote.

    \b
    auditor dismiss 603c2b6a --reason "The new terms say 30" --until 2031-03-31
    auditor dismiss "return period" --reason "The lawyers know" --for-good

    A dismissed finding is listed apart in the report, with reason and day; scores stay as measured. It comes back after
    that day, and where its words become other words.
    """
    if bool(until) == for_good:
        raise UsageError("Say how long it holds: either --until DATE, such as 2027-03-31, or --for-good.")
    told = configuration.load(flags={"decisions": file, "output": output})
    folders = _folders(told.output, name)
    found: list[tuple[Path, Finding]] = [
        (folder, entry) for folder in folders for result in record.read_run(folder).results for entry in result.findings
    ]
    folder, chosen = _one(
        "finding", finding, found, lambda entry: (entry.title, *(quote.text for quote in entry.quotes)), _titled
    )
    last = _day(until) if until else None
    if last is not None and last < _now():
        raise UsageError(f"--until {until} is over; give a day to come.")
    run = record.read_run(folder)
    entry = kept.dismissal(chosen, run.site, reason=reason, until=last, decided=_now(), who=_name(who))
    again = kept.keep(told.decisions, entry)
    click.echo(
        f"Dismissed{' anew' if again else ''} {f'until {last.isoformat()}' if last else 'for good'}: "
        f"{shown(bounded(chosen.title, 100))}"
    )
    _next(told.decisions, folder, entry.id)


@click.command()
@click.argument("unit")
@click.argument("label", type=click.Choice([label.value for label in Label]))
@click.option("--reason", default="", help="Why; the report prints it.")
@_WHO
@_RUN
@_FILE
@output_option
def relabel(
    unit: str, label: str, reason: str, who: str | None, name: str | None, file: Path | None, output: Path | None
) -> None:
    """Give UNIT the label that a person says it has: an id from units.csv, or the line's own words.

    \b
    auditor relabel "We get your trucks back on the road the same day" outcome

    The label holds for these words wherever they stand on the site, and when they are reworded a little. Figures and
    findings rest on it from the next audit on; the report marks every such line.
    """
    told = configuration.load(flags={"decisions": file, "output": output})
    found = [
        (folder, copy)
        for folder in _folders(told.output, name)
        for page in record.read_copy(folder)
        for copy in page.copy
    ]
    folder, chosen = _one("line", unit, found, lambda copy: (copy.text,), lambda copy: copy.text)
    entry = kept.override(
        chosen, Label(label), record.read_run(folder).site, decided=_now(), reason=reason, who=_name(who)
    )
    kept.keep(told.decisions, entry)
    head = f"Confirmed as {label}" if entry.was == label else f"{entry.was} is now {label}"
    click.echo(f"{head}: {shown(bounded(chosen.text, 100))}")
    if chosen.copies > 1:
        click.echo(f"The line stands {chosen.copies} times on the site; the label holds for all of them.")
    _next(told.decisions, folder, entry.id)


@click.group(invoke_without_command=True)
@_FILE
@click.pass_context
def decisions(context: click.Context, file: Path | None) -> None:
    """List what was dismissed and relabelled, and take decisions back.

    \b
    auditor decisions
    auditor decisions undo 5d01e7f2

    Each decision has an id of its own, which stands first in its line; undo takes the id of the finding too. How each decision fared in a run stands in its report, under "Decided by people".
    """
    context.obj = path = configuration.load(flags={"decisions": file}).decisions
    if context.invoked_subcommand:
        return
    found = kept.read(path)
    if not found.dismiss and not found.relabel:
        click.echo(f"{path} holds no decision. 'auditor dismiss' and 'auditor relabel' make one.")
    for entry in found.dismiss:
        state = "expired" if kept.over(entry, _now()) else _ends(entry)
        click.echo(f"{entry.id}  dismissed {state}: {shown(bounded(entry.title, 100))}")
        click.echo(f"          {shown(bounded(entry.reason, 200))} ({_by(entry.who, entry.decided, entry.site)})")
    for line in found.relabel:
        click.echo(f"{line.id}  {line.was or 'any label'} is {line.label.value}: {shown(bounded(line.text, 100))}")
        told = f"{shown(bounded(line.reason, 200))} " if line.reason else ""
        click.echo(f"          {told}({_by(line.who, line.decided, line.site)})")


@decisions.command()
@click.argument("decision")
@click.pass_obj
def undo(file: Path, decision: str) -> None:
    """Take DECISION back: its id or the beginning of it, or the id of the finding that was dismissed."""
    entry = kept.undo(file, decision)
    words = entry.title if isinstance(entry, kept.Dismissal) else entry.text
    click.echo(f"Taken back: {shown(bounded(words, 100))}")


def _ends(entry: kept.Dismissal) -> str:
    return entry.until if isinstance(entry.until, str) else f"until {entry.until.isoformat()}"


def _by(who: str, when: date, site: str) -> str:
    return ", ".join(part for part in (shown(who), when.isoformat(), shown(site)) if part)


def _folders(output: Path, name: str | None) -> list[Path]:
    if name:
        return [resolve_run(output, name)]
    hosts = hosts_of(output)
    if not hosts:
        raise UsageError(f"There is no finished run in {output}; audit a site first, or name its folder with --output.")
    return [resolve_run(output, host) for host in hosts]


def _one(
    what: str,
    asked: str,
    found: Iterable[tuple[Path, Noun]],
    texts: Callable[[Noun], tuple[str, ...]],
    title: Callable[[Noun], str],
) -> tuple[Path, Noun]:
    """The one finding or line that the user means: by its id, its exact words, or words that only it holds.

    Words are looked for as they are written, then in any order: a title is remembered by its words.
    """
    found = list(found)
    words, said = normal(asked), _said(asked)
    ways: list[Callable[[Noun], Any]] = [
        lambda noun: _id(noun) == asked or (len(asked) >= LEAST and _id(noun).startswith(asked)),
        lambda noun: words in map(normal, texts(noun)),
        lambda noun: len(words) >= LEAST and any(words in normal(text) for text in texts(noun)),
        lambda noun: len(words) >= LEAST and any(said <= _said(text) for text in texts(noun)),
    ]
    for way in ways:
        hits = {(title(noun), folder.parent.name): (folder, noun) for folder, noun in reversed(found) if way(noun)}
        if len(hits) == 1:
            return next(iter(hits.values()))
        if hits:
            hosts = sorted({folder.parent.name for folder, _ in hits.values()})
            listed = "; ".join(
                f"{_id(noun)} {shown(bounded(texts(noun)[0], 60))}" + (f" ({folder.parent.name})" if hosts[1:] else "")
                for folder, noun in list(hits.values())[:5]
            )
            which = f"name the site with --run, such as --run {hosts[0]}" if hosts[1:] else "give the id of one"
            raise UsageError(f"'{asked}' fits {len(hits)} {what}s; {which}: {listed}.")
    where, looked = ("findings.csv", "titles and quotes") if what == "finding" else ("units.csv", "lines")
    raise UsageError(
        f"There is no {what} '{asked}' in the last run (looked for among ids and the words of {looked}); {where} beside "
        "the report lists them with their ids."
    )


def _said(text: str) -> set[str]:
    """The words of a text, without the marks around them."""
    return {word for part in normal(text).split() if (word := part.strip("\"'“”‘’«».,:;!?()[]"))}


def _id(noun: Finding | Copy) -> str:
    return noun.id if isinstance(noun, Finding) else noun.unit.id


def _titled(finding: Finding) -> str:
    return f"{finding.title} {finding.id}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--until '{text}' is no date; give one as YYYY-MM-DD, such as 2027-03-31.") from None


def _now() -> date:
    return datetime.now(UTC).date()


def _name(who: str | None) -> str:
    if who is not None:
        return who
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have no name for the user it runs as
        return ""


def _next(file: Path, folder: Path, key: str) -> None:
    click.echo(f"Kept in {file}; in force from the next audit on. To see it in this run: auditor judge {folder}")
    click.echo(f"To take it back: auditor decisions undo {key}")
