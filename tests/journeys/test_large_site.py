"""A site of more lines than the large model may read, from the folder to the report, and again after an edit."""

from __future__ import annotations

import random
from pathlib import Path

from auditor import record
from auditor import report as reports
from auditor import run as path
from auditor.changes import Cause
from auditor.reaudit import diff
from auditor.settings import Settings, changed

WHO = "Your orchard|The press|Our cellar|A late frost|Each barrel|The picker|Every bottle|Two cousins".split("|")
WHAT = (
    "loses no more fruit to the wasps|holds 220 litres of juice|has stood in the village since 1911|is rinsed twice|"
    "saves the family its Saturday|answers before noon|weighs 40 kilos empty|stops paying for spoiled must"
).split("|")


def written(folder: Path, pages: int = 11) -> None:
    folder.mkdir()
    for number in range(pages):
        draw = random.Random(f"cider {number}")
        lines = "".join(
            f"<p>{draw.choice(WHO)} {draw.choice(WHAT)} in week {number + 3} of row {row}.</p>" for row in range(4)
        )
        links = "".join(f'<a href="press-{n}.html">Press {n}</a>' for n in range(1, pages)) if not number else ""
        (folder / ("index.html" if not number else f"press-{number}.html")).write_text(
            f'<!DOCTYPE html><html lang="en"><title>Press {number} | Rowan Cider</title><main><h1>Press {number} for '
            f"growers</h1>{lines}{links}</main></html>",
            encoding="utf-8",
        )


def test_a_part_is_read_by_the_large_model_it_is_said_and_an_edit_turns_no_other_line(tmp_path: Path) -> None:
    written(tmp_path / "cider")
    settings = Settings(output=tmp_path / "output", label_budget=30, workers=1, formats=("html",))
    first, one = path.audit(str(tmp_path / "cider"), settings)
    told = first.coverage.sampled
    assert told is not None
    assert 15 <= told.lines < told.of_lines
    assert 3 <= told.pages < told.of_pages == 11
    sentence = f"{told.lines} of {told.of_lines} lines of copy were read by the large model"
    assert sentence in "\n".join(reports.summary_lines(first))
    assert sentence in (one / "report.html").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    pages = {page.url: page for page in record.read_copy(one)}
    assert sum(not page.small for page in pages.values()) == told.pages
    assert any(page.beside for page in pages.values())

    name = next(url for url, page in sorted(pages.items()) if page.small).rpartition("/")[2]
    edited = tmp_path / "cider" / name
    edited.write_text(edited.read_text(encoding="utf-8").replace("of row 3.", "of the last row."), encoding="utf-8")
    second, two = path.audit(str(tmp_path / "cider"), changed(settings, {"formats": ()}))
    assert second.method == first.method
    moved = diff(one, two)
    assert {url.rpartition("/")[2] for change in moved.edits(Cause.TEXT) for url in change.pages} == {name}
    assert not any(move.called for move in moved.shares)
    again = {page.url: page for page in record.read_copy(two)}
    assert {url for url, page in again.items() if page.small} == {url for url, page in pages.items() if page.small}

    whole, _ = path.judge(two, label_budget=0)
    assert whole.coverage.sampled is None
    assert whole.method != first.method, "another budget is another method"
    assert "large model" not in "\n".join(reports.summary_lines(whole))
