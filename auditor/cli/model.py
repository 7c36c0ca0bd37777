"""Commands about the classifier: model train, model evaluate, model card."""

from __future__ import annotations

import click


@click.group()
def model() -> None:
    """Train, evaluate and describe the classifier."""
