"""What a re-audit says moved, as a person meets it: real folders are edited, audited again and compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from auditor.cli import cli

LINES = {
    "index": (
        "Dry cellars in the harbour town",
        "We pump out flooded cellars and find where the water comes from.",
        "Our call-out is free, whatever the hour.",
        "A survey costs £45 and takes 90 minutes.",
        "We work with 25 plumbers in the county.",
    ),
    "pumps": (
        "Pumps for hire",
        "Because we charge zero delivery fees, hire costs what the list says.",
        "The small pump empties a cellar of thirty square metres overnight.",
    ),
    "about": ("Who we are", "Two brothers began with one pump in 1994.", "The yard is open 8 am to 6 pm."),
}

Lines = dict[str, tuple[str, ...]]
Say = Callable[..., str]


def page(lines: Lines, name: str, more: str = "") -> str:
    head, *rest = lines[name]
    menu = "".join(f'<li><a href="{other}.html">{escape(lines[other][0])}</a></li>' for other in lines)
    body = "".join(f"<p>{escape(line)}</p>" for line in rest)
    return (
        f"<!doctype html><html lang=en><title>{escape(head)} | Quayside Pumps</title><body><nav><ul>{menu}</ul></nav>"
        f"<main><h1>{escape(head)}</h1>{body}{more}</main></body></html>"
    )


class Site:
    """The site in a folder, audited again after every edit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "quayside"
        self.folder.mkdir()
        for name in LINES:
            (self.folder / f"{name}.html").write_text(page(LINES, name), encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / f"{name}.html"
        text = file.read_text(encoding="utf-8")
        assert escape(old) in text or old in text, old
        file.write_text(text.replace(escape(old), escape(new)).replace(old, new), encoding="utf-8")

    def audit(self, *words: str) -> Any:
        told = ["audit", str(self.folder), "--base-url", "https://quayside.example", "--fast", "--format", "json"]
        return CliRunner().invoke(cli, [*told, *words])

    def said(self) -> str:
        """What the comparison of the last two audits prints."""
        return CliRunner().invoke(cli, ["diff", "quayside.example"], catch_exceptions=False).output

    def told(self) -> dict[str, Any]:
        """The comparison as programs get it."""
        done = CliRunner().invoke(cli, ["diff", "quayside.example", "--print", "json"], catch_exceptions=False)
        found: dict[str, Any] = json.loads(done.output)
        return found


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    made = Site(tmp_path)
    assert made.audit().exit_code == 0
    return made


def test_a_fee_where_there_was_none_and_every_changed_figure_are_told_with_both_values_and_never_as_better(
    site: Site,
) -> None:
    site.edit("pumps", "Because we charge zero delivery fees, hire", "Because we charge a delivery fee of £30, hire")
    site.edit("index", "costs £45 and takes 90 minutes", "costs £60 and takes 90 minutes")
    site.edit("index", "with 25 plumbers", "with 15 plumbers")
    site.edit("about", "8 am to 6 pm", "9 am to 4 pm")
    site.audit()
    said = site.said()
    assert "2 prices or fees changed" in said.splitlines()[0]
    assert "2 other figures changed" in said.splitlines()[0]
    assert "better" not in said.splitlines()[0]
    assert "\nBetter:" not in said
    at = [
        said.index(f"Reworded, {words} (")
        for words in (
            "£45, now £60",
            "zero delivery fees, now £30",
            "25 plumbers, now 15 plumbers",
            "8 am to 6 pm, now 9 am to 4 pm",
        )
    ]
    assert max(at[:2]) < min(at[2:])  # what is paid is told first
    # and back again, which is no more a loss than it was a gain
    site.edit("pumps", "Because we charge a delivery fee of £30, hire", "Because we charge zero delivery fees, hire")
    site.audit()
    back = site.said()
    assert "1 price or fee changed" in back.splitlines()[0]
    assert "line" not in back.splitlines()[0]
    assert "£30, now zero delivery fees" in back
    assert "\nWorse:" not in back
    (change,) = site.told()["lines"]
    assert change["values"] == [{"measure": "price", "before": "£30", "after": "zero delivery fees"}]
