"""A Run or a Diff in; HTML, CSV and Markdown out. Sees only the model, and decides nothing: what is shown was judged before.

Same Run, same bytes: no clock, no randomness, every order settled. Renderings are loaded when they are asked for: a
comparison does without those of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any

from auditor.errors import OutputError
from auditor.model import JudgedPage, Run

__all__ = ["FORMATS", "summary_lines", "write"]

FORMATS = ("html", "csv", "md")
"""Formats written here; json (run.json) is the run itself and is kept by its recorder."""


def write(
    run: Run,
    pages: Sequence[JudgedPage],
    folder: Path,
    formats: Collection[str],
    *,
    manuals: Mapping[str, Mapping[str, Any]],
    method: Mapping[str, Any],
    show_score: bool = False,
) -> dict[str, Path]:
    """Write the asked-for formats into ``folder`` and say where: html, units, findings, pages, md -> path.

    ``pages`` are the run's judged pages with their copy; ``manuals`` maps an audit's id to its ``question`` and
    ``sections``; ``method`` holds the constants that the method section prints (see :func:`auditor.report.ruler.method`).
    Raises OutputError where the folder cannot be written.
    """
    from auditor.report import html, tables
    from auditor.report.markdown import summary

    pages = sorted(pages, key=lambda page: page.url)
    written: dict[str, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if "html" in formats:
            text = html.report(run, pages, manuals=manuals, method=method, show_score=show_score)
            written["html"] = _put(folder / "report.html", lambda file: file.write(text))
            _put_further(folder / "pages", html.further(run, pages))
        if "csv" in formats:
            written["units"] = _put(folder / "units.csv", lambda file: tables.write_units(file, pages), bom=True)
            written["findings"] = _put(folder / "findings.csv", lambda file: tables.write_findings(file, run), bom=True)
            written["pages"] = _put(folder / "pages.csv", lambda file: tables.write_pages(file, run), bom=True)
        if "md" in formats:
            words = summary(run, pages)
            written["md"] = _put(folder / "summary.md", lambda file: file.write(words))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write the report to {folder}: {reason}; choose another --output.") from error
    return written


def summary_lines(run: Run, pages: Sequence[JudgedPage] = ()) -> list[str]:
    """The run in a few plain lines for a terminal; no control character of the site survives in them."""
    from auditor.report import markdown

    return markdown.summary_lines(run, pages)


def _put(path: Path, fill: Callable[[IO[str]], object], *, bom: bool = False) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        fill(file)
    part.replace(path)
    return path


def _put_further(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the linked files and remove those of an earlier rendering that this one does not have."""
    kept = set()
    for name, text in files:
        folder.mkdir(exist_ok=True)
        _put(folder / name, partial(_fill, text=text))
        kept.add(name)
    for old in sorted(folder.glob("copy-*.html")) if folder.is_dir() else ():
        if old.name not in kept:
            old.unlink()


def _fill(file: IO[str], text: str) -> None:
    file.write(text)
