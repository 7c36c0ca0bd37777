"""Commands that explain: explain, settings."""

from __future__ import annotations

import difflib
from importlib import resources
from pathlib import Path

import click

from auditor.errors import UsageError

RECIPES = ("github", "gitlab")
"""Forges that there is a pipeline for."""


@click.command()
@click.argument("audit", required=False)
@click.argument("run", required=False)
def explain(audit: str | None, run: str | None) -> None:
    """Explain AUDIT, or list them all. Also: auditor explain codebook, auditor explain score.

    \b
    auditor explain first-screen
    auditor explain score www.example.com

    With a RUN (a folder, or a site for its last run) auditor explain score prints that run's sums, to be redone by
    hand, and how far they hang on how much more a line counts the higher it stands. auditor explain github and auditor explain gitlab print a
    pipeline that audits a built site before it is published.
    """
    if run is not None and audit != "score":
        raise UsageError("Only a score is explained by a run: auditor explain score www.example.com.")
    if audit == "codebook":
        click.echo((resources.files("auditor") / "data" / "CODEBOOK.md").read_text(encoding="utf-8"))
        return
    if audit == "score":
        _sums(_run(run)) if run is not None else _score()
        return
    if audit in RECIPES:
        recipe = resources.files("auditor") / "data" / "recipes" / f"{audit}.yml"
        click.echo(recipe.read_text(encoding="utf-8"), nl=False)
        return
    from auditor.audit import HEADINGS, catalogue

    entries = {entry.id: entry for entry in catalogue()}
    if audit is None:
        width = max(map(len, entries))
        for entry in entries.values():
            click.echo(f"{entry.id:<{width}}  {entry.manual.question}")
        click.echo(f"{'codebook':<{width}}  What each label means.\n{'score':<{width}}  How scores are made.")
        click.echo(f"{' or '.join(RECIPES):<{width}}  A pipeline that audits a built site before it is published.")
        return
    if audit not in entries:
        near = difflib.get_close_matches(audit, (*entries, "codebook", "score", *RECIPES), n=1)
        hint = (
            f"did you mean '{near[0]}'?" if near else f"known: {', '.join((*entries, 'codebook', 'score', *RECIPES))}."
        )
        raise UsageError(f"There is no audit '{audit}'; {hint}")
    entry = entries[audit]
    where = (
        f"dimension {entry.dimension.value}, weight {entry.weight:g}" if entry.dimension else "informative, unscored"
    )
    click.echo(f"{entry.id} (version {entry.version}; {where})\n{entry.manual.question}\n")
    for heading in HEADINGS:
        if heading == "Fails":
            click.echo(
                "In the examples '/ Acme' is a page with its title, and a line of it reads [screen role] label: copy.\n"
            )
        click.echo(f"{heading}\n{'-' * len(heading)}\n{entry.manual.sections[heading]}\n")


def _score() -> None:
    from auditor.audit import catalogue
    from auditor.score import DIMENSION_WEIGHTS, MIN_DIMENSIONS

    click.echo(
        "A dimension's score is the mean of its scored audits, each by its weight, times 100. Not applicable and not\n"
        "enough to judge weigh nothing. Where the main audit of a dimension (the heaviest) has no score, or one of its\n"
        "audits failed, the dimension is not measured: it has no number and stays out of the overall score.\n"
        f"The overall score is the mean of the dimensions, by their weights; it needs {MIN_DIMENSIONS} of them.\n"
    )
    entries = catalogue()
    for dimension, weight in DIMENSION_WEIGHTS.items():
        click.echo(f"{dimension.value:<14} {weight:.2f} of the overall score")
        for entry in entries:
            if entry.dimension is dimension and entry.weight:
                click.echo(f"  {entry.id:<20} weight {entry.weight:g}")


def _run(name: str) -> Path:
    """The folder of the run that is meant, wherever it lies, else by the names that the history knows."""
    from auditor import settings as configuration
    from auditor.history import resolve_run

    return resolve_run(configuration.load().output, name)


def _sums(folder: Path) -> None:
    """The sums behind the scores of one run, and the scores under other weightings of where a line stands."""
    from auditor.record import read_run
    from auditor.score import sensitivity

    run = read_run(folder)
    click.echo(f"{run.site}: the scores of {folder.name}, as sums\n")
    for score in (*run.scores, run.overall):
        shown = score.why or "not measured" if score.value is None else f"{score.value:.1f}"
        click.echo(f"{score.name:<14} {shown}")
        total = sum(weight for _, _, weight in score.parts)
        for name, value, weight in score.parts if score.value is not None else ():
            click.echo(f"  {name:<20} {value:6.1f} x {weight:.2f} / {total:.2f} = {value * weight / total:6.2f}")
    ways = sensitivity(run.results)
    if not ways:
        click.echo("\nThis run does not say how its scores hang on where a line stands: judge it again.")
        return
    click.echo("\nBy how much more a line counts the higher it stands (the first way is in force)")
    values = [overall.value for _, overall in ways.values() if overall.value is not None]
    for way, (focus, overall) in ways.items():
        parts = (
            f"{name} {'-' if s.value is None else f'{s.value:.1f}'}"
            for name, s in (("focus", focus), ("overall", overall))
        )
        click.echo(f"  {way:<20} " + "   ".join(parts))
    if len(values) > 1:
        click.echo(f"  The overall score moves by {max(values) - min(values):.1f} points between them.")


@click.command()
def settings() -> None:
    """List every setting: its default, its flag, and what it does.

    Later ones win: defaults, auditor.toml, AUDITOR_* variables (AUDITOR_MAX_PAGES=50), flags (--max-pages 50).
    """
    from auditor.settings import describe

    for name, default, text in describe():
        click.echo(f"{name} = {default!r}\n    {text}")
