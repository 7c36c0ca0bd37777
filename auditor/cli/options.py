"""Options that commands share: one flag a setting, made from the settings themselves so that none is undocumented."""

from __future__ import annotations

import re
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import click

from auditor.settings import Settings, sentences

Command = TypeVar("Command", bound=Callable[..., Any])

CRAWL_ONLY = frozenset(
    "output database max_pages max_depth include exclude contact user_agent delay concurrency timeout max_page_bytes "
    "ignore_robots i_own_this_site base_url proxy ca_file auth header cookie allow_private full trust_lastmod".split()
)
"""The settings that `auditor crawl` takes; the rest concern judging."""


_NAMED = re.compile(r"\b(?:" + "|".join(key for key in Settings.model_fields if "_" in key) + r")\b")
"""Settings that a sentence on another setting names: in help they are called by their flags."""


def setting_options(*, only: frozenset[str] | None = None) -> Callable[[Command], Command]:
    """A flag for every setting (or those named), all unset by default so that files and environment show through."""

    def decorate(command: Command) -> Command:
        fields = [(key, info) for key, info in Settings.model_fields.items() if only is None or key in only]
        for key, info in reversed(fields):
            command = _option(key, info)(command)
        return command

    return decorate


def _option(key: str, info: Any) -> Callable[[Command], Command]:
    flag = "--" + key.replace("_", "-")
    text = _NAMED.sub(lambda name: f"--{name[0].replace('_', '-')}", sentences()[key].rstrip("."))
    if key == "formats":
        return click.option(
            "--format", "formats", help=f"{text}. [default: {','.join(info.default)}]", callback=_comma, metavar="LIST"
        )
    if info.annotation is bool:
        return click.option(f"{flag}/--no-{key.replace('_', '-')}", key, default=None, help=text + ".")
    if get_origin(info.annotation) is tuple:
        return click.option(flag, key, multiple=True, callback=_unset, help=text + ". May be given again.")
    if key == "auth":
        return click.option(flag, key, default=None, help=f"{text}.", metavar="TEXT", callback=_whole)
    kind = _kind(info.annotation)
    shown = f" [default: {info.default}]" if str(info.default) else ""
    return click.option(flag, key, type=kind, default=None, help=f"{text}.{shown}", metavar=_metavar(kind))


def _kind(annotation: Any) -> Any:
    if annotation is Path:
        return click.Path(path_type=Path)
    if get_origin(annotation) in (Literal, types.UnionType):
        return click.Choice(get_args(annotation))
    return annotation


def _metavar(kind: Any) -> str | None:
    return {int: "N", float: "N", str: "TEXT"}.get(kind) if isinstance(kind, type) else None


def _comma(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value is not None else None


def _unset(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    return value or None


def _whole(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A user name with its password, which is asked for where it is left out."""
    if not value or ":" in value or not sys.stdin.isatty():
        return value
    return f"{value}:{click.prompt(f'Password for {value}', hide_input=True, err=True)}"


config_option = click.option(
    "--config", type=click.Path(path_type=Path), default=None, help="Settings file. [default: auditor.toml, if there]"
)
