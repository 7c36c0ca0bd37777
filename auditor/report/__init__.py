"""A Run or a Diff in; HTML, CSV and Markdown out. Sees only the model, and decides nothing: what is shown was judged before.

Same Run, same bytes: no clock, no randomness, every order settled. Renderings are loaded when they are asked for: a
comparison does without those of a run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any

from auditor.errors import OutputError
from auditor.model import JudgedPage, Run
from auditor.spread import spread

__all__ = ["FORMATS", "summary_lines", "write"]

FORMATS = ("html", "csv", "md")
"""Formats written here; json (run.json) is the run itself and is kept by its recorder."""


OWNED = 0.35
"""The share of what this process holds that a further one that writes a report comes to own, from above: after 2,000 pages it held
331 MB, and two came to 507 MB.

A page is rendered by one of them; the table of units alone reads them all.
"""


def write(
    run: Run,
    pages: Sequence[JudgedPage],
    folder: Path,
    formats: Collection[str],
    *,
    manuals: Mapping[str, Mapping[str, Any]],
    method: Mapping[str, Any],
    show_score: bool = False,
    processes: int = 0,
) -> dict[str, Path]:
    """Write the asked-for formats into ``folder`` and say where: html, units, findings, pages, md -> path.

    ``pages`` are the run's judged pages with their copy; ``manuals`` maps an audit's id to its ``question`` and
    ``sections``; ``method`` holds the constants that the method section prints (see :func:`auditor.report.ruler.method`).
    ``processes`` share the work (:func:`auditor.spread.spread`).
    Raises OutputError where the folder cannot be written.
    """
    from auditor.report import html, tables
    from auditor.report.markdown import summary

    pages = sorted(pages, key=lambda page: page.url)
    tasks: dict[str, Callable[[], Path]] = {}

    def put(key: str, name: str, fill: Callable[[IO[str]], object], *, bom: bool = False) -> None:
        tasks[key] = partial(_put, folder / name, fill, bom=bom)

    try:
        folder.mkdir(parents=True, exist_ok=True)
        if "html" in formats:
            whole = partial(html.report, run, pages, manuals=manuals, method=method, show_score=show_score)
            put("html", "report.html", partial(_fill, text=whole))
        if "csv" in formats:
            put("units", "units.csv", lambda file: tables.write_units(file, pages), bom=True)
            put("findings", "findings.csv", lambda file: tables.write_findings(file, run), bom=True)
            put("pages", "pages.csv", lambda file: tables.write_pages(file, run), bom=True)
        if "md" in formats:
            put("md", "summary.md", partial(_fill, text=partial(summary, run)))
        written = list(tasks)
        if "html" in formats:
            for name, text in html.further(run, pages):
                (folder / "pages").mkdir(exist_ok=True)
                put(name, f"pages/{name}", partial(_fill, text=text))
        done = spread(list(tasks.values()), processes, owned=OWNED)
        for old in sorted((folder / "pages").glob("copy-*.html")) if "html" in formats else ():
            if old.name not in tasks:  # of an earlier rendering
                old.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write the report to {folder}: {reason}; choose another --output.") from error
    return dict(zip(written, done, strict=False))


def summary_lines(run: Run) -> list[str]:
    """The run in a few plain lines for a terminal; no control character of the site survives in them."""
    from auditor.report import markdown

    return markdown.summary_lines(run)


def _put(path: Path, fill: Callable[[IO[str]], object], *, bom: bool = False) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        fill(file)
    part.replace(path)
    return path


def _fill(file: IO[str], text: Callable[[], str]) -> None:
    file.write(text())
