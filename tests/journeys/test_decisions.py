"""Dismissing and relabelling as a person does it: from a report, into a file, into the next audit."""

from __future__ import annotations

import csv
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor import record
from auditor.cli import cli
from auditor.errors import ConfigError, UsageError
from auditor.model import Standing
from tests.journeys.conftest import DEMO, run_folder

HOME = """<!doctype html><html lang=en><title>Wharf Bakery</title><body><main>
<h1>Bread from the wharf</h1><p>We deliver to over 40 cafés before six in the morning.</p>
<p>Orders can be changed until eight the evening before.</p><p>Recieve our list of loaves by post.</p>
<p>Our ovens are fired with beech from the valley.</p><p><a href="about.html">About us</a></p></main></body></html>"""
ABOUT = """<!doctype html><html lang=en><title>About | Wharf Bakery</title><body><main>
<h1>About the bakery</h1><p>Founded by two sisters in 1988.</p><p>Today more than 25 cafés sell our rye.</p>
</main></body></html>"""


@pytest.fixture
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bakery"
    folder.mkdir()
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    (folder / "about.html").write_text(ABOUT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def _say(*words: str | Path) -> str:
    """What a command prints; the command runs in this process, as the whole of auditor is slow to start."""
    result = CliRunner().invoke(cli, [str(word) for word in words])
    if result.exception:
        raise result.exception
    return result.output


def test_a_decision_is_made_from_a_report_and_shown_in_the_next(bakery: Path, tmp_path: Path) -> None:
    _say("audit", bakery, "--fast")
    folder = run_folder(tmp_path / "output")
    for words, says in (
        (("dismiss", "nowhere said", "--reason", "r", "--until", "2031-01-01"), "There is no finding 'nowhere said'"),
        (("dismiss", "Recieve", "--reason", "r", "--until", "next May"), "give one as YYYY-MM-DD"),
        (("dismiss", "Recieve", "--reason", "r", "--until", "2020-01-01"), "is over; give a day to come"),
        (("dismiss", "Recieve", "--reason", "r"), "either --until DATE"),
        (("dismiss", "Recieve", "--reason", "r", "--until", "2031-01-01", "--for-good"), "either --until DATE"),
        (("relabel", "cafés", "outcome"), "fits 2 lines; give the id of one"),
        (("audit", bakery, "--decisions", "no.toml"), "There is no decisions file no.toml"),
    ):
        with pytest.raises(UsageError, match=says):
            _say(*words)
    assert not Path("auditor-decisions.toml").exists()

    assert "Recieve" in _say("dismiss", "Recieve", "--reason", "Printed so on purpose", "--until", "2031-05-01")
    line = "Orders can be changed until eight the evening before."
    assert "is now policy" in _say("relabel", line, "policy", "--reason", "Cafés must keep to it")
    assert "1 finding dismissed and 1 label set by people" in _say("judge", folder, "--today", "2031-05-01")
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert "Recieve" not in summary
    assert "1 finding dismissed and 1 label set by people" in summary
    run = record.read_run(folder)
    assert [entry.standing for entry in run.decided] == [Standing.IN_FORCE, Standing.IN_FORCE]
    assert not any("Recieve" in quote.text for result in run.results for f in result.findings for quote in f.quotes)
    report = (folder / "report.html").read_text(encoding="utf-8")
    for words in ("Decided by people", "Printed so on purpose", "until 1\xa0May\xa02031", "label set by a person"):
        assert words in report, words
    with open(folder / "findings.csv", encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["dismissed"]]
    assert [(row["rank"], row["dismissed"]) for row in rows] == [("", "until 2031-05-01: Printed so on purpose")]

    assert "1 dismissal has expired" in _say("judge", folder, "--today", "2031-05-02")
    assert "That day is over: it is back." in (folder / "report.html").read_text(encoding="utf-8")
    with pytest.raises(ConfigError, match="is no day of the calendar"):
        _say("judge", folder, "--today", "2031-02-30")
    assert "dismissed until 2031-05-01" in _say("decisions")
    dismissed = run.decided[0].finding
    assert dismissed is not None
    assert "Taken back" in _say("decisions", "undo", dismissed.id)
    assert "dismissed" not in _say("decisions")

    # the same words on a second audited site: an id would fit both
    shutil.copytree(folder.parent, folder.parent.with_name("mill"))
    with pytest.raises(UsageError, match=r"name the site with --run, such as --run bakery: .+ \(mill\)") as error:
        _say("relabel", "Our ovens are fired with beech from the valley.", "feature")
    assert "(bakery)" in str(error.value)


def test_a_dismissal_for_good_has_no_last_day(bakery: Path, tmp_path: Path) -> None:
    _say("audit", bakery, "--fast")
    assert "Dismissed for good: " in _say("dismiss", "Recieve", "--reason", "The old spelling is ours", "--for-good")
    assert "dismissed for good: " in _say("decisions")
    folder = run_folder(tmp_path / "output")
    _say("judge", folder, "--today", "2099-01-01")
    (entry,) = record.read_run(folder).decided
    assert (entry.standing, entry.until) == (Standing.IN_FORCE, "")
    assert "for good: The old spelling is ours" in (folder / "findings.csv").read_text(encoding="utf-8-sig")
    assert ", for good" in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("ends", [("--for-good",), ("--until", "2031-05-01")])
def test_what_was_dismissed_is_no_task_in_the_next_comparison_until_it_expires(
    bakery: Path, tmp_path: Path, ends: tuple[str, ...]
) -> None:
    _say("audit", bakery, "--fast", "--format", "json")
    _say("dismiss", "misspelled recieve", "--reason", "Our founder wrote it so", *ends)
    (bakery / "about.html").write_text(ABOUT.replace("1988", "1991"), encoding="utf-8")
    _say("audit", bakery, "--fast", "--format", "json")
    told = _say("diff", "bakery", "--to", tmp_path / "told")
    assert "1 edit found" in told
    assert "Recieve" not in told
    (page,) = (tmp_path / "told").glob("*.html")
    assert "<h3>Dismissed" in page.read_text(encoding="utf-8")
    assert not any("Recieve" in file.read_text(encoding="utf-8") for file in (tmp_path / "told").glob("*.md"))
    _say("judge", max(Path("output/bakery").glob("2*/run.json")).parent, "--today", "2031-05-02")
    assert ("Recieve" in _say("diff", "bakery", "--to", tmp_path / "later")) == (ends[0] == "--until")


def test_the_examples_of_dismiss_work_on_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _say("audit", DEMO, "--fast", "--format", "json", "--base-url", "https://brightwater-pumps.example")
    examples = [line.split() for line in _say("dismiss", "--help").splitlines() if line.startswith("  auditor dismiss")]
    assert len(examples) == 2
    for words in examples:
        assert "The return period is given as" in _say(*shlex.split(" ".join(words))[1:])


def test_a_decision_made_for_one_site_never_touches_anothers_run(bakery: Path) -> None:
    def fared(*words: str | Path) -> tuple[str, list[str]]:
        """What an audit prints, and the decisions its newest run knows of."""
        said = _say("audit", *words, "--fast")
        folder = max(Path("output").glob("*/*/run.json"), key=lambda path: path.stat().st_mtime_ns).parent
        return said, [entry.standing.value for entry in record.read_run(folder).decided]

    other = bakery.with_name("mill")
    shutil.copytree(bakery, other)
    fared(bakery, "--base-url", "https://www.wharf.example")
    _say(
        "dismiss", "Recieve", "--reason", "Printed so on purpose", "--until", "2031-05-01", "--run", "www.wharf.example"
    )
    _say("relabel", "Founded by two sisters in 1988.", "other", "--run", "www.wharf.example")
    for words in ((other,), (bakery, "--base-url", "https://mill.example")):
        said, standings = fared(*words)
        assert standings == []
        assert "so none was applied (2 for other sites); --base-url names the site" in said
        assert "wharf.example" not in said
    said, standings = fared(other, "--base-url", "https://wharf.example")
    assert standings == ["in force", "in force"]
    assert "none was applied" not in said
