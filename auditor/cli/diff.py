"""Commands that compare runs: diff, baseline."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.places import kept_option
from auditor.errors import UsageError
from auditor.history import hosts_of, resolve_run


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@kept_option
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
        from auditor.cli.progress import watching

        with watching(partial=False) as watch:
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
        import webbrowser

        webbrowser.open(written["html"].resolve().as_uri())


def _runs(output: Path, a: str | None, b: str | None) -> tuple[Path, Path]:
    """The folders of the two runs that these names mean."""
    a = _only_host(output) if a is None else a
    after = resolve_run(output, a if b is None else b)
    if b is not None:
        return resolve_run(output, a), after
    from auditor.reaudit import before

    earlier = before(after)
    if earlier is None:
        raise UsageError(
            f"{after} is the first finished run of {after.parent.name}; audit the site again, then compare."
        )
    return earlier, after


@click.command()
@click.argument("run", required=False)
@kept_option
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), default=None, help="File to write. [default: print it]"
)
def baseline(run: str | None, output: Path, to: Path | None) -> None:
    """Keep the figures of RUN in a small file, for a repository: later audits are held against it.

    \b
    auditor baseline www.example.com --to auditor-baseline.json
    auditor audit ./public --baseline auditor-baseline.json --max-drop 5

    The file holds scores and the paths of the pages, no copy. A run is named as for auditor diff; left out, it is the
    last run of the only site under output/.
    """
    from auditor import record
    from auditor.reaudit.gating import baseline_json

    text = baseline_json(resolve_run(output, run or _only_host(output)))
    if to is None:
        click.echo(text.decode(), nl=False)
    else:
        click.echo(f"Baseline: {record.write(to, text)}")


def _only_host(output: Path) -> str:
    hosts = hosts_of(output)
    if len(hosts) != 1:
        known = f"known: {', '.join(hosts[:10])}" if hosts else "none yet; begin with: auditor audit TARGET"
        raise UsageError(f"Name the site or run that is meant ({known}).")
    return hosts[0]


def _coloured(line: str) -> str:
    if line.startswith("    - "):
        return click.style(line, fg="red")
    return click.style(line, fg="green") if line.startswith("    + ") else line
