"""The command that only fetches: nothing of what judges is loaded for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor import gather
from auditor import settings as configuration
from auditor.cli.options import CRAWL_ONLY, config_option, setting_options
from auditor.cli.progress import watching


@click.command()
@click.argument("target")
@setting_options(only=CRAWL_ONLY)
@config_option
@click.option("--fresh", is_flag=True, help="Start anew even if an unfinished run could be taken up.")
def crawl(target: str, config: Path | None, fresh: bool, **flags: Any) -> None:
    """Fetch the pages of TARGET and keep them; prints the run's folder, for: auditor judge FOLDER."""
    settings = configuration.load(config, flags=flags)
    with watching() as watch:
        folder = gather.fetch(target, settings, watch, fresh=fresh)
    click.echo(folder)
