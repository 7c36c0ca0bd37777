"""Commands that make or handle runs: audit, demo, judge, report."""

from __future__ import annotations

import webbrowser
from importlib import resources
from pathlib import Path
from typing import Any

import click

from auditor import report as reports
from auditor import run as path
from auditor import settings as configuration
from auditor.cli.options import config_option, setting_options
from auditor.cli.places import RUN_NAMES, output_option
from auditor.cli.progress import watching
from auditor.errors import UsageError
from auditor.history import resolve_run
from auditor.model import Run

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
