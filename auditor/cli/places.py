"""Where runs are and what they are called: options of commands that read no settings, and so do not load them."""

from __future__ import annotations

from pathlib import Path

import click

RUN_NAMES = (
    "A run's names: its folder, its id, a site for its last run, example.com~1 for the one before, "
    "example.com@2026-11-01 for the last one by that day."
)
"""What may stand for RUN, at the end of the help of every command that takes one."""

output_option = click.option(
    "--output", type=click.Path(path_type=Path), help="Folder that runs are written to. [default: output]"
)

kept_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    envvar="AUDITOR_OUTPUT",
    help="Folder that runs are kept in.",
)
