"""Commands that make or handle runs: audit, demo, crawl, judge, report."""

from __future__ import annotations

import signal
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from auditor import report as reports
from auditor import run as path
from auditor import settings as configuration
from auditor.cli.options import CRAWL_ONLY, config_option, setting_options
from auditor.cli.places import RUN_NAMES, output_option
from auditor.errors import UsageError
from auditor.history import resolve_run
from auditor.model import Run
from auditor.report.safe import shown

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("target")
@setting_options()
@config_option
@click.option("--open", "show", is_flag=True, help="Open the report in a browser when it is done.")
@click.option("--fresh", is_flag=True, help="Start anew even if an unfinished run could be taken up.")
@click.option("--junit", type=FILE, default=None, help="Write the gates as JUnit XML to this file.")
@click.option("--comment", type=FILE, default=None, help="Write gates and changes as Markdown, for a pull request.")
def audit(
    target: str,
    config: Path | None,
    show: bool,
    fresh: bool,
    junit: Path | None,
    comment: Path | None,
    **flags: Any,
) -> int:
    """Crawl TARGET (a URL or a folder of HTML), judge its copy, and write the report.

    \b
    auditor audit https://example.com --contact you@example.org
    auditor audit ./public --open
    auditor audit ./public --min-score focus=50 --max-drop 5 --baseline auditor-baseline.json

    Ctrl-C ends the crawl and reports on what was kept; a killed run is taken up by the same command. A gate that is
    broken (--min-score, --max-drop) gets a sentence and exit code 10.
    """
    settings = configuration.load(config, flags=flags)
    if not (settings.min_score or settings.max_drop or settings.baseline or junit or comment):
        with watching() as watch:
            run, folder = path.audit(target, settings, watch, fresh=fresh)
        _tell(run, folder, show)
        return 0
    from auditor.cli import gates
    from auditor.reaudit import gating

    baseline = gating.prepared(settings)
    if settings.max_drop and baseline is None and not path.audited_before(target, settings):
        click.echo(
            "auditor: --max-drop has nothing to measure from yet: this site has no earlier run, and no --baseline is given.",
            err=True,
        )
    with watching() as watch:
        run, folder = path.audit(target, settings, watch, fresh=fresh)
        held = gates.hold(run, folder, settings, baseline, watch, junit=junit, comment=comment)
    _tell(run, folder, show)
    return gates.tell(held)


DEMO = "brightwater-pumps.example"
"""The host of the made-up site that ``auditor demo`` audits."""


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder that the run is written to.",
)
@click.option(
    "--open/--no-open", "show", default=None, help="Open the report in a browser. [default: if there is a screen]"
)
def demo(output: Path, show: bool | None) -> None:
    """Audit the website of a small made-up company: the first thing to try."""
    with resources.as_file(resources.files("auditor") / "data" / "demo") as folder, watching() as watch:
        settings = configuration.Settings(output=output, base_url=f"https://{DEMO}")
        run, where = path.audit(str(folder), settings, watch, fresh=True)
    _tell(run, where, _has_screen() if show is None else show)


@click.command()
@click.argument("target")
@setting_options(only=CRAWL_ONLY)
@config_option
@click.option("--fresh", is_flag=True, help="Start anew even if an unfinished run could be taken up.")
def crawl(target: str, config: Path | None, fresh: bool, **flags: Any) -> None:
    """Fetch the pages of TARGET and keep them; prints the run's folder, for: auditor judge FOLDER."""
    settings = configuration.load(config, flags=flags)
    with watching() as watch:
        folder = path.fetch(target, settings, watch, fresh=fresh)
    click.echo(folder)


@click.command(epilog=RUN_NAMES)
@click.argument("run")
@click.option("--fast/--no-fast", default=None, help="Label with the small model. [default: as the run was begun]")
@setting_options(only=frozenset({"label_budget", "database", "decisions", "today"}))
@output_option
@click.option("--open", "show", is_flag=True, help="Open the report in a browser when it is done.")
def judge(run: str, fast: bool | None, show: bool, output: Path | None, **flags: Any) -> None:
    """Judge the pages kept of RUN with today's method, and write its reports again.

    \b
    auditor judge example.com
    auditor judge output/example.com/20261101T080000Z --fast

    A run that auditor crawl made is named by its folder.
    """
    folder = _run(run, output)
    with watching(partial=False) as watch:
        judged, folder = path.judge(folder, watch, fast=fast, **flags)
    _tell(judged, folder, show)


@click.command(epilog=RUN_NAMES)
@click.argument("run")
@click.option("--format", "formats", default="html,csv,md", show_default=True, help="Which reports to write.")
@click.option("--show-score", is_flag=True, help="Show the overall score in the executive view.")
@output_option
@click.option("--open", "show", is_flag=True, help="Open the report in a browser when it is done.")
def report(run: str, formats: str, show_score: bool, output: Path | None, show: bool) -> None:
    """Write the reports of RUN again from its run.json.

    \b
    auditor report example.com --open
    auditor report example.com~1 --format html,md
    """
    wanted = tuple(name.strip() for name in formats.split(",") if name.strip() and name.strip() != "json")
    unknown = sorted(set(wanted) - {"html", "csv", "md"})
    if unknown:
        raise UsageError(f"--format takes html, csv, md and json, not {', '.join(unknown)}.")
    written = path.render(_run(run, output), wanted, show_score=show_score)
    for file in written.values():
        click.echo(file)
    if show and "html" in written:
        webbrowser.open(written["html"].resolve().as_uri())


def _run(name: str, output: Path | None) -> Path:
    """The folder of the run that is meant, one that is only crawled too; raises UsageError."""
    folder = Path(name).expanduser()
    if (folder / "plan.json").is_file():
        return folder
    return resolve_run(configuration.load(flags={"output": output}).output, name)


def _tell(run: Run, folder: Path, show: bool) -> None:
    for line in reports.summary_lines(run):
        click.echo(line)
    page = folder / "report.html"
    if page.exists():
        click.echo(f"\nReport: {page}")
        if show:
            webbrowser.open(page.resolve().as_uri())
    else:
        click.echo(f"\nRun: {folder}")


def _has_screen() -> bool:
    import os
    import sys

    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("darwin", "win32"))


class Pace:
    """How long the rest of a piece of work takes, by how long the part before it took. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began: float | None = None
        self._from = (0.0, 0)
        self._told = 0.0

    def left(self, done: int, of: int) -> str:
        """The time left in words; "" as long as there is nothing to tell it by.

        What is done in the first SETTLING seconds was done before anybody waited for it and says nothing of the rest.
        """
        now = self._clock()
        if self._began is None:
            self._began = self._told = now
        if now - self._began < SETTLING:
            self._from = (now, done)
            return ""
        since, first = self._from
        if done <= first or done >= of:
            return ""
        seconds = (now - since) / (done - first) * (of - done)
        return f"about {max(1, round(seconds))} s left" if seconds < 90 else f"about {round(seconds / 60)} min left"

    def due(self) -> bool:
        """True at most every TELL_EVERY seconds: time for one more line where there is no terminal to draw in."""
        now = self._clock()
        if now - self._told < TELL_EVERY:
            return False
        self._told = now
        return True


SETTLING = 1.0
"""Seconds from the start of a piece of work that tell nothing of its pace."""

TELL_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""


@contextmanager
def watching(*, partial: bool = True) -> Iterator[path.Watch]:
    """Progress on stderr, and Ctrl-C that asks the crawl to stop (a second one stops everything).

    ``partial`` is whether the pages kept so far are worth a report; where they are not, the first one stops everything.
    """
    stopped = threading.Event()

    def ask(_: int, __: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()
        console.print("Stopping: the report will speak of the pages kept so far (Ctrl-C again stops at once).")

    console = Console(stderr=True, highlight=False)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=None, left="")
        pace = Pace()

        def stage(words: str) -> None:
            words = shown(words)  # they may name a folder, and whoever named that may have been anybody
            bar.update(task, description=words, total=None, left="")
            if not console.is_terminal:
                console.print(f"{words} ...", markup=False)

        def progress(kept: int, queued: int) -> None:
            bar.update(task, completed=kept, total=kept + queued)

        def labelled(done: int, of: int) -> None:
            left = pace.left(done, of)
            bar.update(task, completed=done, total=of, left=left)
            if not console.is_terminal and pace.due() and done < of:
                console.print(f"Labelled {done} of {of} pages{', ' * bool(left)}{left}", markup=False)

        def note(words: str) -> None:
            console.print(shown(words), markup=False, soft_wrap=True)

        restore = _on_signals(ask) if partial else lambda: None
        try:
            yield path.Watch(stage=stage, note=note, progress=progress, labelled=labelled, stop=stopped.is_set)
        finally:
            restore()


def _on_signals(handler: Callable[[int, FrameType | None], None]) -> Callable[[], None]:
    old = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, previous in old.items():
            signal.signal(number, previous)

    return restore
