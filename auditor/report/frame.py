"""What every page and every Markdown text of ours is made of: templates, their environment, styles and script."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from auditor import __version__
from auditor.report.ranking import Said
from auditor.report.safe import bounded, link, markdown, shown
from auditor.report.words import counted, day, number


def templates() -> Path:
    """The folder of templates: inside the package in a wheel, beside it in a checkout."""
    inside = Path(__file__).resolve().parents[1] / "templates"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "templates"


@cache
def environment() -> Environment:
    """Jinja with autoescape everywhere, undefined names as errors, and every expression made visible."""
    env = Environment(
        loader=FileSystemLoader(templates()),
        bytecode_cache=_compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(number=number, counted=counted, day=day, link=link, bounded=bounded)
    return env


def _compiled() -> BytecodeCache | None:
    """Where templates are kept as they were compiled, so that a page of one second does not take two; None for nowhere.

    A folder of this user alone under the user's cache (``XDG_CACHE_HOME``, else ``~/.cache``); what runs from it is
    trusted like auditor itself, so one that others may write to is not used. Where it cannot be made or written,
    templates are compiled each time.
    """
    try:
        place = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "auditor" / "templates"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        seen = place.stat()
    except (OSError, RuntimeError):  # RuntimeError: this user has no home
        return None
    owner = getattr(os, "getuid", lambda: seen.st_uid)()
    return _Kept(str(place)) if seen.st_uid == owner and not seen.st_mode & 0o022 else None


class _Kept(FileSystemBytecodeCache):
    """Compiled templates on disk. What cannot be read or written is as if it had never been kept."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        # what a filter makes of a constant is compiled in, so another auditor keeps its own
        return super().get_cache_key(f"{__version__} {name}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def _finalize(value: Any) -> Any:
    return shown(value) if type(value) is str else "" if value is None else value


def _inlined(*names: str) -> tuple[Markup, str]:
    """Static files to inline as one, and their source expression for the content security policy."""
    text = "".join(_static(name) for name in names)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"'sha256-{digest}'"  # noqa: S704 - our own files


@cache
def _static(name: str) -> str:
    text = (templates() / "static" / name).read_text(encoding="utf-8").replace("\r\n", "\n")
    text = re.sub(r"/\*.*?\*/\s*|^\s+", "", text, flags=re.S | re.M)
    if "</" in text:
        raise ValueError(f"static/{name} must not hold '</'")
    return text


def frame(*sheets: str) -> dict[str, Any]:
    """What every page is made of: its style sheets and script, and the policy that lets only these in."""
    css, css_hash = _inlined(*sheets)
    script, script_hash = _inlined("report.js")
    policy = (
        f"default-src 'none'; style-src {css_hash}; script-src {script_hash}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    return {"css": css, "script": script, "policy": policy}


def markdown_environment() -> Environment:
    """Jinja for Markdown: every expression that is plain text passes the Markdown escape."""
    env = Environment(  # noqa: S701 - Markdown: every expression passes the Markdown escape instead
        loader=FileSystemLoader(templates()),
        bytecode_cache=_compiled(),
        undefined=StrictUndefined,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(day=day, address=_address, counted=counted)
    return env


class Ready(str):
    """Text that is Markdown already."""

    __slots__ = ()


def _escaped(value: Any) -> Any:
    return markdown(value) if type(value) is str else value


def _address(said: Said) -> Ready:
    """Where a quote stands, as a link where it may be one."""
    safe = link(said.url)
    if not safe:
        return Ready(markdown(said.page))
    target = safe.replace("(", "%28").replace(")", "%29").replace("|", "%7C").replace("`", "%60")
    return Ready(f"[{markdown(said.page)}]({target})")
