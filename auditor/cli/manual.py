"""Commands that explain: explain, settings."""

from __future__ import annotations

import difflib
from importlib import resources

import click

from auditor.errors import UsageError


@click.command()
@click.argument("audit", required=False)
def explain(audit: str | None) -> None:
    """Explain AUDIT, or list them all. Also: auditor explain codebook, auditor explain score."""
    if audit == "codebook":
        click.echo((resources.files("auditor") / "data" / "CODEBOOK.md").read_text(encoding="utf-8"))
        return
    if audit == "score":
        _score()
        return
    from auditor.audit import HEADINGS, catalogue

    entries = {entry.id: entry for entry in catalogue()}
    if audit is None:
        width = max(map(len, entries))
        for entry in entries.values():
            click.echo(f"{entry.id:<{width}}  {entry.manual.question}")
        click.echo(f"{'codebook':<{width}}  What each label means.\n{'score':<{width}}  How scores are made.")
        return
    if audit not in entries:
        near = difflib.get_close_matches(audit, entries, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(entries)}."
        raise UsageError(f"There is no audit '{audit}'; {hint}")
    entry = entries[audit]
    where = (
        f"dimension {entry.dimension.value}, weight {entry.weight:g}" if entry.dimension else "informative, unscored"
    )
    click.echo(f"{entry.id} (version {entry.version}; {where})\n{entry.manual.question}\n")
    for heading in HEADINGS:
        click.echo(f"{heading}\n{'-' * len(heading)}\n{entry.manual.sections[heading]}\n")


def _score() -> None:
    from auditor.audit import catalogue
    from auditor.score import DIMENSION_WEIGHTS, MIN_DIMENSIONS

    click.echo(
        "A dimension's score is the mean of its scored audits, each by its weight, times 100. Not applicable and not\n"
        "enough to judge weigh nothing; an audit that failed leaves its dimension without a number.\n"
        f"The overall score is the mean of the dimensions, by their weights; it needs {MIN_DIMENSIONS} of them.\n"
    )
    entries = catalogue()
    for dimension, weight in DIMENSION_WEIGHTS.items():
        click.echo(f"{dimension.value:<14} {weight:.2f} of the overall score")
        for entry in entries:
            if entry.dimension is dimension and entry.weight:
                click.echo(f"  {entry.id:<20} weight {entry.weight:g}")


@click.command()
def settings() -> None:
    """List every setting: its default, its flag, and what it does.

    Later ones win: defaults, auditor.toml, AUDITOR_* variables (AUDITOR_MAX_PAGES=50), flags (--max-pages 50).
    """
    from auditor.settings import describe

    for name, default, text in describe():
        click.echo(f"{name} = {default!r}\n    {text}")
