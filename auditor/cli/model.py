"""Commands about the classifier: model train, model evaluate, model card."""

from __future__ import annotations

import json
from pathlib import Path

import click

from auditor.errors import EXIT_GATE

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def model() -> None:
    """Train, evaluate and describe the classifier."""


@model.command()
@click.argument("file", type=FILE)
@click.option("--fast", is_flag=True, help="Measure the small model.")
@click.option("--language", default="en", show_default=True, help="Language pack to measure.")
@click.option("--train", type=FILE, help="Training texts, to count near duplicates of FILE among them.")
@click.option("--quick", is_flag=True, help="Leave out the deletion check, the metamorphic suite and the speed.")
@click.option("--gate", is_flag=True, help="Exit with 10 where a figure fell below its pinned floor.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def evaluate(file: Path, fast: bool, language: str, train: Path | None, quick: bool, gate: bool, form: str) -> None:
    """Measure the classifier on FILE: JSON lines with text, label, site and, where known, context.

    Prints precision, recall and F1 a label, macro-F1, five-way roll-up accuracy, calibration, the customer share's error
    a site before and after correction, the precision of what findings may quote, and speed. Lines with
    "sample": "natural" are those that shares, calibration and precision are computed on.
    """
    from auditor.classify.evaluate import evaluate as measure

    mode = "fast" if fast else "default"
    report = measure(file, mode=mode, language=language, train=train, full=not quick)
    click.echo(json.dumps(report.record(), default=str, indent=1) if form == "json" else report.text())
    if gate:
        from auditor.classify.gate import below_floor

        fallen = below_floor(report, file, mode=mode)
        for sentence in fallen:
            click.echo(f"auditor: {sentence}", err=True)
        if fallen:
            raise click.exceptions.Exit(EXIT_GATE)


@model.command()
@click.option("--language", default="en", show_default=True, help="Language pack to describe.")
def card(language: str) -> None:
    """Print the model card: what the weights are, what they were trained on, how well they do."""
    from auditor.classify.card import card as describe

    click.echo(describe(language))


@model.command()
@click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with train.jsonl (and unlabelled.jsonl). [default: none: the project's own corpus alone]",
)
@click.option(
    "--work", type=click.Path(path_type=Path), required=True, help="Folder for checkpoints; a stopped training goes on."
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write the weights. [default: where they ship]")
@click.option("--seed", default=13, show_default=True, help="Seed of everything random.")
def train(gold: Path | None, work: Path, out: Path | None, seed: int) -> None:
    """Train the weights again (needs the extra: pip install 'auditor[train]'; hours on two cores)."""
    from auditor.classify.train import Sources, train_all

    folder = train_all(Sources(gold=gold, seed=seed), work, out, log=click.echo)
    click.echo(f"Weights: {folder}")
