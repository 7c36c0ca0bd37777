"""Commands that look at several sites: compare, benchmark."""

from __future__ import annotations

import json
import webbrowser
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor import settings as configuration
from auditor.cli.options import config_option, setting_options
from auditor.cli.places import kept_option
from auditor.errors import UsageError
from auditor.history import resolve_run

if TYPE_CHECKING:
    from auditor.market import Standing
    from auditor.settings import Settings


@click.command()
@click.argument("sites", nargs=-1, required=True, metavar="SITE SITE...")
@click.option(
    "--cap", type=click.IntRange(1, 1000), default=20, show_default=True, help="Pages of one kind compared at most."
)
@click.option("--fresh", is_flag=True, help="Audit each site anew, even where there is a run of it.")
@click.option(
    "--to", type=click.Path(path_type=Path), help="Folder to write to. [default: compare/ in the output folder]"
)
@click.option("--print", "printed", type=click.Choice(["md", "json"]), help="Print this instead, and write no file.")
@click.option("--open", "show", is_flag=True, help="Open the comparison in a browser when it is done.")
@setting_options()
@config_option
def compare(
    sites: tuple[str, ...],
    cap: int,
    fresh: bool,
    to: Path | None,
    printed: str | None,
    show: bool,
    config: Path | None,
    **flags: Any,
) -> None:
    """Put sites side by side on the same pages: what tells them apart, what all say, what only one says.

    \b
    auditor compare www.example.com www.example.org
    auditor compare https://example.com https://example.org --max-pages 50 --contact you@example.org

    A SITE is one that was audited (its last run, or any run as 'auditor diff' names them), or a URL or folder, which is
    audited now by the same settings. The same number of pages of each kind is compared; there is no ranking, and a
    difference is told only where intervals leave each other out. Writes HTML, Markdown and JSON.
    """
    settings = configuration.load(config, flags=flags)
    if len(sites) < 2:
        raise UsageError("Name two sites or more; 'auditor diff' compares two runs of one.")
    folders = [_folder(site, settings, fresh) for site in sites]
    from auditor import market
    from auditor.cli.progress import watching
    from auditor.report import versus as reports

    with watching(partial=False) as watch:

        def drawing(done: int, of: int) -> None:
            if done == 1:  # sites of few pages have nothing to draw
                watch.stage("Drawing the intervals of the scores")
            watch.progress(done, of)

        found = market.side_by_side(folders, cap, drawing)
    if printed:
        click.echo(reports.versus_markdown(found) if printed == "md" else reports.versus_json(found), nl=False)
        return
    for line in reports.versus_lines(found):
        click.echo(line)
    written = reports.write_versus(found, to or settings.output / "compare", ("html", "md", "json"))
    click.echo(f"\nComparison: {written['html']}")
    if show:
        webbrowser.open(written["html"].resolve().as_uri())


def _folder(site: str, settings: Settings, fresh: bool) -> Path:
    """The finished run that is meant, or a new one."""
    if not fresh:
        try:
            return resolve_run(settings.output, site)
        except UsageError:
            if "://" not in site and not Path(site).expanduser().is_dir():
                raise
    secret = next((name for name in configuration.SECRETS if getattr(settings, name)), "")
    if secret:
        raise UsageError(
            f"--{secret} would be sent to every site that is compared; first audit the one that it is for, then compare "
            f"without it."
        )
    from auditor import run as path
    from auditor.cli.progress import watching

    with watching(partial=False) as watch:
        return path.audit(site, settings, watch, fresh=fresh)[1]


@click.group()
def benchmark() -> None:
    """Dated sets of your own audits to hold a site against.

    \b
    auditor benchmark build "pump makers"          the last run of every site under output/
    auditor benchmark show "pump makers" www.example.com

    A percentile is given only from 100 sites up; below, how many stand over and under a site is all that is said.
    """


@benchmark.command()
@click.argument("name")
@click.argument("hosts", nargs=-1)
@kept_option
def build(name: str, hosts: tuple[str, ...], output: Path) -> None:
    """Make a set called NAME of the last run of each of HOSTS (all that were audited, where none are named)."""
    from auditor import market
    from auditor.cli.runs import DEMO

    made, path = market.build(output, name, datetime.now(UTC).date(), hosts, made_up=DEMO)
    many = f"{len(made.entries)} site{'s' * (len(made.entries) != 1)}"
    click.echo(f"{made.name}, {made.made}: {many}. {_enough(len(made.entries))}")
    for host, why in made.left_out.items():
        click.echo(f"  left out: {host}, {why}")
    click.echo(f"Set: {path}")


@benchmark.command("list")
@kept_option
def list_(output: Path) -> None:
    """List the sets there are."""
    from auditor import market

    files = market.sets(output)
    for file in files:
        made = market.read(output, str(file))
        click.echo(f"{made.name}, {made.made}: {len(made.entries)} sites, method {made.method} ({file})")
    if not files:
        click.echo("There is no set yet. Make one with: auditor benchmark build NAME")


@benchmark.command()
@click.argument("name")
@click.argument("site")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@kept_option
def show(name: str, site: str, as_json: bool, output: Path) -> None:
    """Hold the last run of SITE against the set NAME (its latest day; name and day joined by a hyphen take another)."""
    from auditor import market, record
    from auditor.report.words import estimate, points

    made = market.read(output, name)
    run = record.read_run(resolve_run(output, site))
    found = market.standings(made, run)
    if as_json:
        told = {
            "set": made.name,
            "made": made.made,
            "sites": len(made.entries),
            "standings": [asdict(one) for one in found],
        }
        click.echo(json.dumps(told, indent=1))
        return
    click.echo(
        f"{run.site} against “{made.name}” of {date.fromisoformat(made.made):%d %B %Y} ({len(made.entries)} sites)."
    )
    click.echo(_enough(len(made.entries)))
    for one in found:
        share = run.profile.shares.get(one.measure)
        value = estimate(share) if share else points(one.value)
        label = f"talk about the {one.measure}" if share else one.measure
        rank = f"; percentile {points(one.percentile)}" if one.percentile is not None else ""
        click.echo(f"  {label}: {value}; {_place(one)}{rank}")
    if not found:
        click.echo("  The site has no figure that others of the set have.")


def _place(one: Standing) -> str:
    """Where a figure stands among the others: "the other site stands lower", "of 12 others 3 higher, 9 lower"."""
    if one.of == 1:
        return "the other site stands " + ("lower" if one.below else "higher" if one.above else "the same")
    told = [f"{count} {word}" for count, word in ((one.above, "higher"), (one.below, "lower")) if count]
    same = one.of - one.above - one.below
    return f"of {one.of} others {', '.join([*told, *([f'{same} the same'] if same else [])])}"


def _enough(sites: int) -> str:
    from auditor.market import ENOUGH

    if sites >= ENOUGH:
        return "Percentiles are of these sites and no others: not of a trade, not of the web."
    return f"Too few for percentiles: {ENOUGH} sites are needed."
