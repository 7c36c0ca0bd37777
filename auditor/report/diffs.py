"""A Diff in; HTML, Markdown, JSON and a few lines for the terminal out. Sees only the nouns, and decides nothing."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.changes import Cause, Diff
from auditor.errors import OutputError
from auditor.report.fates import FindingShown, findings_shown
from auditor.report.figures import figures
from auditor.report.frame import Ready, environment, frame, markdown_environment
from auditor.report.moved import (
    LISTED,
    Pieces,
    Shown,
    by_page,
    method_sentences,
    moved,
    pages_shown,
    when,
)
from auditor.report.safe import bounded, link_to, markdown, place, shown

if TYPE_CHECKING:
    from jinja2 import Environment

FORMATS = ("html", "md", "json")
"""Formats that a diff is written in."""

TERMINAL = 160
"""Characters of one line in the terminal."""

COMMENT = 12
"""Edits listed in the Markdown; the rest are counted."""


def diff_json(diff: Diff) -> str:
    """The whole diff as JSON."""
    return msgspec.json.format(msgspec.json.encode(diff), indent=1).decode() + "\n"


def read_diff(text: str | bytes) -> Diff:
    """A diff from its JSON; raises msgspec's ValidationError where it is none."""
    return msgspec.json.decode(text, type=Diff)


def diff_html(diff: Diff) -> str:
    """The diff as one self-contained page."""
    scope, ruler = len(diff.edits(Cause.SCOPE)), len(diff.edits(Cause.METHOD))
    context = {
        "diff": diff,
        "front": moved(diff),
        "was": when(diff, diff.before),
        "now": when(diff, diff.after),
        "figures": figures(diff),
        "with_method": bool(diff.method),
        "pages": pages_shown(diff),
        "text": by_page(diff, Cause.TEXT),
        "scope": by_page(diff, Cause.SCOPE),
        "scope_count": scope,
        "ruler": by_page(diff, Cause.METHOD),
        "ruler_count": ruler,
        "lines_more": sum(max(0, len(diff.edits(cause)) - LISTED) for cause in Cause),
        "findings": findings_shown(diff),
        "method": method_sentences(diff),
        "is_line": _is_line,
        "place": place,
        "link_to": link_to,
        **frame("report.css", "diff.css"),
    }
    return environment().get_template("diff.html.j2").render(context)


def _is_line(item: Any) -> bool:
    return isinstance(item, Shown)


@cache
def _markdown() -> Environment:
    env = markdown_environment()
    env.filters.update(pieces=_struck)
    env.globals.update(is_line=_is_line)
    return env


def _struck(pieces: Pieces, mark: str) -> Ready:
    """Words with those that differ struck through or bold."""
    told = []
    for text, differs in pieces:
        body = text.strip()
        if not differs or not body:
            told.append(markdown(text) if body else text)
            continue
        head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        told.append(f"{head}{mark}{markdown(body)}{mark}{tail}")
    return Ready("".join(told))


def diff_markdown(diff: Diff) -> str:
    """The diff as Markdown, fit for the comment on a pull request."""
    edits = [(page, kind, lines) for page, kind, lines in by_page(diff, Cause.TEXT)]
    rows = [(page, line) for page, _, lines in edits for line in lines]
    context = {
        "diff": diff,
        "front": moved(diff),
        "rows": rows[:COMMENT],
        "rows_more": max(0, len(rows) - COMMENT),
        "figures": [row for row in figures(diff) if not row.name.startswith("audit ") and row.said != "same"],
        "method": bool(diff.method),
    }
    return _markdown().get_template("diff.md.j2").render(context)


def diff_lines(diff: Diff) -> list[str]:
    """The diff in a few plain lines for a terminal; no control character of the site survives in them."""
    front = moved(diff)
    lines = [shown(" ".join(front.headline))]
    if diff.still:
        return lines
    lines += [shown(front.compared), *(shown(line) for line in front.figures)]
    for name, items, more in (
        ("Better", front.better, front.better_more),
        ("Worse", front.worse, front.worse_more),
        ("Prices and figures that changed", front.changed, front.changed_more),
    ):
        if items:
            lines += ["", f"{name}:"]
            for item in items:
                lines += _item(item)
            if more:
                lines.append(f"  and {more:,} more in the page")
    if front.todo:
        lines += ["", "To do:"]
        for place_, item in enumerate(front.todo, 1):
            lines.append(f"  {place_}. {_cut(item.title)} ({item.head.lower()}, {shown(item.age)})")
            lines.append(f"     {_cut(item.fix)}")
    if front.apart:
        lines += ["", "Not the words:", *(f"  {shown(line)}" for line in front.apart)]
    return lines


def _item(item: FindingShown | Shown) -> list[str]:
    if isinstance(item, FindingShown):
        return [f"  {item.head}: {_cut(item.title)} ({shown(item.age)})"]
    told = [f"  {item.head}{f', {item.why}' if item.why else ''} ({shown(item.sides[-1][1].page)})"]
    for sign, side in (("-", item.before), ("+", item.after)):
        if side is not None:
            label = f"[{side.label}] " if side.label else ""
            told.append(f"    {sign} {label}{_cut(''.join(text for text, _ in side.pieces))}")
    return told


def _cut(text: str) -> str:
    return shown(bounded(text, TERMINAL))


def write_diff(diff: Diff, folder: Path, formats: Collection[str], *, stem: str) -> dict[str, Path]:
    """Write the asked-for formats into ``folder`` as ``stem``.html, .md and .json; raises OutputError."""
    made = {"html": diff_html, "md": diff_markdown, "json": diff_json}
    written: dict[str, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FORMATS:
            if name in formats:
                text = made[name](diff)
                written[name] = _put(folder / f"{stem}.{name}", text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write the diff to {folder}: {reason}; choose another --to.") from error
    return written


def _put(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
    return path
