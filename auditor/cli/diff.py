"""The command that compares two runs: diff."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from auditor.errors import UsageError
from auditor.history import resolve_run


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder that runs are kept in.",
)
@click.option("--format", "formats", default="html", show_default=True, help="What to write: html, md, json.")
@click.option(
    "--to", type=click.Path(path_type=Path), default=None, help="Folder to write to. [default: the later run's]"
)
@click.option(
    "--print",
    "printed",
    type=click.Choice(["md", "json"]),
    default=None,
    help="Print this instead of a summary, and write no file.",
)
@click.option("--open", "show", is_flag=True, help="Open the comparison in a browser when it is done.")
def diff(
    a: str | None, b: str | None, output: Path, formats: str, to: Path | None, printed: str | None, show: bool
) -> None:
    """Compare two runs of a site: what got better, what got worse, what to do.

    \b
    auditor diff                              the last two runs of the only site under output/
    auditor diff www.example.com              its last two runs
    auditor diff www.example.com~5 www.example.com
    auditor diff www.example.com@2026-10-01 www.example.com --format html,md,json

    A run is named by its folder, its id, host~N (N runs before the last) or host@DATE. Every change is put down to the
    words, to pages that came, went or could not be read, or to the method; where the method changed, the earlier pages
    are judged again by the later one and both numbers are shown. A run that read less of the site than the earlier one
    is not comparable, and says so first.
    """
    wanted = tuple(name.strip() for name in formats.split(",") if name.strip())
    if unknown := sorted(set(wanted) - {"html", "md", "json"}):
        raise UsageError(f"--format takes html, md and json, not {', '.join(unknown)}.")
    before, after = _runs(output, a, b)
    from auditor import reaudit
    from auditor.report import diffs

    if not reaudit.at_hand(before, after):
        from auditor.cli.runs import watching

        with watching() as watch:
            found = reaudit.diff(before, after, watch)
    else:
        found = reaudit.diff(before, after)
    if printed:
        click.echo(diffs.diff_markdown(found) if printed == "md" else diffs.diff_json(found), nl=False)
        return
    for line in diffs.diff_lines(found):
        click.echo(_coloured(line))
    written = diffs.write_diff(found, to or after, wanted, stem=f"diff-{before.name}")
    for name, path in written.items():
        click.echo(f"\nComparison: {path}" if name == "html" else f"As {name}: {path}")
    if show and "html" in written:
        webbrowser.open(written["html"].resolve().as_uri())


def _runs(output: Path, a: str | None, b: str | None) -> tuple[Path, Path]:
    """The folders of the two runs that these names mean."""
    from auditor.history import hosts_of

    if a is None:
        hosts = hosts_of(output)
        if len(hosts) != 1:
            known = f"known: {', '.join(hosts[:10])}" if hosts else "none yet; begin with: auditor audit TARGET"
            raise UsageError(f"Name the site to compare the last two runs of ({known}).")
        a = hosts[0]
    after = resolve_run(output, a if b is None else b)
    if b is not None:
        return resolve_run(output, a), after
    return _before(after), after


def _before(folder: Path) -> Path:
    """The finished run of the same host before this one."""
    from auditor.history.runs import order

    earlier = [path.parent for path in folder.parent.glob("*/run.json") if order(path.parent.name) < order(folder.name)]
    if not earlier:
        raise UsageError(
            f"{folder} is the first finished run of {folder.parent.name}; audit the site again, then compare."
        )
    return max(earlier, key=lambda path: order(path.name))


def _coloured(line: str) -> str:
    if line.startswith("    - "):
        return click.style(line, fg="red")
    return click.style(line, fg="green") if line.startswith("    + ") else line
