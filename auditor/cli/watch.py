"""Commands that watch sites: watch add, watch list, watch remove, watch run."""

from __future__ import annotations

import json
import signal
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any
from zoneinfo import ZoneInfo

import click

from auditor import crawl
from auditor import settings as configuration
from auditor import watch as watching
from auditor.cli.options import config_option, setting_options
from auditor.errors import EXIT_NOTHING, UsageError
from auditor.report.safe import shown

_OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Folder that runs and watches are kept in. [default: output]"
)


@click.group()
def watch() -> None:
    """Audit sites again and again, and tell what moved.

    \b
    auditor watch add https://example.com --cron "0 6 * * mon" --zone Europe/Berlin --to mail --contact you@example.org
    auditor watch add ./public --every 1d --to file
    auditor watch run            (stays and works; or from cron or a systemd timer: auditor watch run --once)

    Where messages lead stands under [deliver] of auditor.toml or in AUDITOR_DELIVER_* variables ('auditor settings').
    """


@watch.command()
@click.argument("target")
@click.option("--cron", default="", help="When, as a cron expression: '0 6 * * mon' is every Monday at six.")
@click.option("--every", default="", help="Or how often: 6h, 1d, 2w.")
@click.option("--zone", default="", help="Time zone of --cron, such as Europe/Berlin. [default: this machine's]")
@click.option("--on-change", is_flag=True, help="Only look then, and audit where sitemap or key pages have changed.")
@click.option(
    "--to",
    "channels",
    multiple=True,
    type=click.Choice(watching.CHANNELS),
    help="Where messages go. May be given again.",
)
@setting_options()
@config_option
def add(
    target: str,
    cron: str,
    every: str,
    zone: str,
    on_change: bool,
    channels: tuple[str, ...],
    config: Path | None,
    **flags: Any,
) -> None:
    """Watch TARGET (a URL or a folder of HTML); adding it again changes its schedule and keeps its history."""
    settings = configuration.load(config, flags=flags)
    found = crawl.resolve(target, settings)
    target = str(Path(target).expanduser().resolve()) if found.folder is not None else found.start
    to = configuration.delivery(config)
    for channel in channels:
        watching.ready(channel, to)
    now = datetime.now(UTC)
    when = watching.schedule(cron, every, zone, now)
    due = watching.next_after(when, now)
    assert due is not None
    secret = next((name for name in configuration.SECRETS if flags.get(name)), "")
    if secret:
        raise UsageError(
            f"--{secret} would be kept with the watch; set AUDITOR_{secret.upper()} here and for 'auditor watch run'."
        )
    signed = tuple(name for name in configuration.SECRETS if getattr(settings, name) and found.folder is None)
    given = {key: _plain(value) for key, value in flags.items() if value is not None and key != "output"}
    if settings.decisions.is_file():
        given["decisions"] = str(settings.decisions.resolve())  # the loop may run in another folder
    book = watching.Book(settings.output)
    entry = watching.Watched(
        watching.watch_id(target), target, when, due.isoformat(), tuple(channels), on_change, given, signed
    )
    if signed:
        _alone(book, entry)
    again = book.add(entry)
    click.echo(
        f"{'Changed' if again else 'Watching'} {entry.id}: {target}, {when}{', if it changed' if on_change else ''}"
    )
    click.echo(
        f"Next: {_local(entry.due, when.zone)}. Nothing happens unless 'auditor watch run' does: keep it running, or"
    )
    click.echo("let cron or a systemd timer call 'auditor watch run --once' every few minutes.")
    if signed:
        names = " and ".join(f"AUDITOR_{name.upper()}" for name in signed)
        click.echo(f"It is read with {names}, which goes to this site alone: set it for 'auditor watch run' too.")
    click.echo(f"To audit it at once: auditor watch run --once --now {entry.id}")
    if not channels:
        click.echo("No --to was given: what moved is only printed and reported.")


@watch.command("list")
@_OUTPUT
@config_option
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
def list_(output: Path | None, config: Path | None, as_json: bool) -> None:
    """List what is watched, when it is due, and which messages wait to be delivered."""
    book = _book(output, config)
    watches, waiting = book.watches(), book.outbox()
    if as_json:
        rows = [watching.states(entry) for entry in watches]
        left = [
            {"channel": one.channel, "subject": one.message["subject"], "tries": one.tries, "next": one.next, "error": one.error}
            for one in waiting
        ]  # fmt: skip
        click.echo(json.dumps({"watches": rows, "outbox": left}, indent=1))
        return
    if not watches:
        click.echo("Nothing is watched. Begin with: auditor watch add TARGET --every 1d")
    for entry in watches:
        told = f" to {', '.join(entry.channels)}" if entry.channels else ""
        click.echo(f"{entry.id}  {shown(entry.target)}")
        click.echo(
            f"          {watching.states(entry)['schedule']}{told}; next {_local(entry.due, entry.schedule.zone)}"
        )
        if entry.trouble:
            click.echo(f"          the last audit failed: {shown(entry.trouble)}")
    for one in waiting:
        click.echo(_waits(one))


@watch.command()
@click.argument("name", metavar="WATCH")
@_OUTPUT
@config_option
def remove(name: str, output: Path | None, config: Path | None) -> None:
    """Watch WATCH (its id or target) no more; its runs and waiting messages stay."""
    book = _book(output, config)
    entry = book.find(name)
    book.remove(entry)
    click.echo(f"No longer watched: {shown(entry.target)}")


@watch.command()
@click.option("--once", is_flag=True, help="Do what is due now and end: for cron and systemd timers.")
@click.option("--now", "hurry", metavar="WATCH", help="Take this one (its id or target) as due now.")
@_OUTPUT
@config_option
def run(once: bool, hurry: str | None, output: Path | None, config: Path | None) -> None:
    """Audit what is due, tell what moved, wait for the next. What was missed is caught up once.

    With --once it ends with 3 where a site could not be audited. Ctrl-C and SIGTERM stop it; an audit under way is taken
    up by the next.
    """
    settings = configuration.load(config, flags={"output": output})
    if once:  # a timer that calls with another folder would do nothing, and say so to nobody
        _watched(settings.output)
    loop = watching.Loop(settings.output, config, tell=_tell)
    stop = threading.Event()

    def end(_: int, __: FrameType | None) -> None:
        stop.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    with loop.alone():
        if hurry:
            loop.book.hasten(loop.book.find(hurry), loop.clock())
        if once:
            before = {(one.id, one.channel): one.tries for one in loop.book.outbox()}
            failed = loop.turn()
            for one in loop.book.outbox():  # what failed in this turn was told by it
                if one.tries and one.tries == before.get((one.id, one.channel)):
                    _tell(f"Still {_waits(one)}; again at {one.next[:16]} UTC.")
            raise SystemExit(EXIT_NOTHING if failed else 0)
        count = len(loop.book.watches())
        _tell(f"Watching {count} site{'s' if count != 1 else ''}; Ctrl-C ends it.")
        try:
            loop.run(stop)
        except KeyboardInterrupt:
            if not stop.is_set():
                raise
            _tell("Stopped; an audit under way is taken up by the next 'auditor watch run'.")  # asked to by SIGTERM


def _book(output: Path | None, config: Path | None) -> watching.Book:
    return watching.Book(_watched(configuration.load(config, flags={"output": output}).output))


def _watched(output: Path) -> Path:
    if not (output / "watch.db").exists():
        raise UsageError(f"Nothing is watched in {output}; begin with: auditor watch add TARGET --every 1d")
    return output


def _alone(book: watching.Book, entry: watching.Watched) -> None:
    """Raise UsageError where another watched site has secrets: 'watch run' is given one of each, and it would get both."""
    other = next((one for one in book.watches() if one.secrets and one.id != entry.id), None)
    if other is not None:
        raise UsageError(
            f"{other.target} is watched with a secret of its own, which would be sent here too; watch this site in "
            f"another folder (--output), with an 'auditor watch run' of its own."
        )


def _plain(value: Any) -> Any:
    return (
        [str(part) for part in value] if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value
    )


def _local(time: str, zone: str) -> str:
    return datetime.fromisoformat(time).astimezone(ZoneInfo(zone)).strftime("%a %d %b %Y %H:%M ") + zone


def _waits(one: watching.Waiting) -> str:
    """A message that is not delivered, and why."""
    failed = f"failed {'once' if one.tries == 1 else f'{one.tries} times'}: {shown(one.error)}"
    state = failed if one.tries else "not tried yet; the next 'auditor watch run' delivers it"
    return f"waiting for {one.channel}: {shown(one.message['subject'])} ({state})"


def _tell(words: str) -> None:
    click.echo(f"{datetime.now(UTC).strftime('%Y-%m-%d %H:%M')} {shown(words)}")
