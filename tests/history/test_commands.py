"""The commands about kept runs, as a person or a script gives them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import cli
from auditor.errors import AuditorError, Busy, UsageError
from auditor.history import writing
from tests.history.conftest import Keep

HOST = "fenwick.example"


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs a command over the test's output folder; an error of ours is raised."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, **options: object) -> Result:
        done = CliRunner().invoke(cli, [*words, "--output", str(tmp_path / "output")], **options)
        if isinstance(done.exception, AuditorError):
            raise done.exception
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return run


def test_history_lists_sites_and_the_runs_of_one_newest_first(keep: Keep, tell) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    keep(HOST, "20261102T080000Z", method="2027.1")
    keep("saltmarsh.example_8000", "20261103T080000Z")
    rows = tell("history").output.splitlines()
    assert [row.split()[:2] for row in rows] == [["site", "runs"], [HOST, "2"], ["saltmarsh.example_8000", "1"]]
    rows = tell("history", "https://fenwick.example/").output.splitlines()
    assert [row.split()[0] for row in rows] == ["run", "20261102T080000Z", "20261101T080000Z"]
    assert ("new method" in rows[1], "new method" in rows[2]) == (True, False)
    # the order of the report, not of the alphabet
    assert rows[0].split("findings")[1].split() == ["first", "screen", "focus", "say-show", "proof", "one", "voice"]
    assert rows[1].split()[1:3] == ["2026-11-02", "08:00"]
    assert "1 earlier run: --last 2 shows it." in tell("history", HOST, "--last", "1").output
    with pytest.raises(UsageError, match="no finished run of 'fenwic'"):
        tell("history", "fenwic")


def test_runs_of_one_minute_are_told_apart_by_their_seconds(keep: Keep, tell) -> None:
    keep(HOST, "20261101T080000Z")
    keep(HOST, "20261101T080040Z")
    rows = [row.split()[1:3] for row in tell("history", HOST).output.splitlines()[1:]]
    assert rows == [["2026-11-01", "08:00:40"], ["2026-11-01", "08:00:00"]]


def test_show_tells_since_when_each_finding_has_stood(keep: Keep, tell) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    keep(HOST, "20261102T080000Z", "draft", "gap")
    said = tell("show", HOST).output
    assert "since 2026-11-01, 2 runs: A gap is left: draft" in said
    assert "since 2026-11-02, 1 run: A gap is left: gap" in said
    assert json.loads(tell("show", f"{HOST}~1", "--json").output)["id"] == "20261101T080000Z"
    assert tell("show", HOST, "--copy").output == ""


def test_export_gives_a_row_a_run_and_runs_no_formula(keep: Keep, tell, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z", verdict='=HYPERLINK("http://evil.example")')
    keep(HOST, "20261102T080000Z", "draft")
    rows = list(csv.DictReader(io.StringIO(tell("export", HOST).output)))
    assert [(row["id"], row["findings"], row["score focus"]) for row in rows] == [
        ("20261101T080000Z", "0", "31.0"), ("20261102T080000Z", "1", "31.0"),
    ]  # fmt: skip
    assert rows[0]["verdict"].startswith("'=")
    told = json.loads(tell("export", "--format", "json").output)
    assert [run["scores"]["proof"] for run in told] == [48.0, 48.0]
    tell("export", "--out", str(tmp_path / "history.csv"))
    assert (tmp_path / "history.csv").read_bytes().startswith(b"\xef\xbb\xbfhost,id")


def test_verify_names_what_was_changed_and_says_so_to_scripts(keep: Keep, tell) -> None:
    folder = keep(HOST, "20261101T080000Z", "draft", bodies=(b"<p>one</p>", b"<p>two</p>"))
    assert tell("verify").exit_code == 0
    (folder / "report.html").unlink()
    assert tell("verify", HOST).exit_code == 0
    run = folder / "run.json"
    run.write_text(run.read_text().replace("31.0", "91.0"))
    one, two = sorted((folder.parent / "snapshots").rglob("*.zst"))
    one.unlink()
    two.write_bytes(b"not gzip")
    done = tell("verify")
    assert done.exit_code == 5
    for words in (
        r"run\.json was changed after the run",
        r"fenwick\.example/\d is gone",
        r"fenwick\.example/\d is damaged",
    ):
        assert re.search(words, done.output), (words, done.output)
    assert "1 run checked, 1 with differences" in done.output


def test_a_report_written_again_does_not_bless_a_changed_record(keep: Keep, tell) -> None:
    from auditor.history import differences, write_manifest

    folder = keep(HOST, "20261101T080000Z")
    (folder / "crawl.jsonl").write_text("{}")
    (folder / "report.html").write_text("written again")
    write_manifest(folder)
    assert [sentence.split()[0].rsplit("/", 1)[1] for sentence in differences(folder)] == ["crawl.jsonl"]


def test_a_report_is_written_again_for_a_run_by_any_of_its_names(keep: Keep, tell) -> None:
    first, last = (keep(HOST, f"2026110{day}T080000Z", "draft") for day in (1, 2))
    for name, folder in ((f"{HOST}~1", first), (f"https://{HOST}/", last), (first.name, first), (str(last), last)):
        assert tell("report", name, "--format", "md").output.split() == [str(folder / "summary.md")]
    for command in ("report", "judge"):
        with pytest.raises(UsageError, match=r"did you mean 'fenwick\.example'"):
            tell(command, "fenwik.example")
        names = CliRunner().invoke(cli, [command, "--help"]).output
        assert "example.com~1 for the one before" in " ".join(names.split())


def test_prune_keeps_the_last_runs_and_every_page_that_they_need(keep: Keep, tell) -> None:
    shared, old, new = b"<p>shared</p>", b"<p>old</p>", b"<p>new</p>"
    for day in range(1, 6):
        keep(HOST, f"2026110{day}T080000Z", bodies=(shared, old if day < 4 else new))
    torn = keep(HOST, "20261031T080000Z").joinpath("run.json")
    torn.unlink()  # a run that was never finished, older than the last one
    said = tell("prune", "--keep", "2", "--dry-run").output
    assert "4 runs would be removed" in said
    said = tell("prune", HOST, "--keep", "2").output
    assert said == "Removed 4 runs and 1 page that no kept run needs.\n"
    assert [row.split()[0] for row in tell("history", HOST).output.splitlines()[1:]] == [
        "20261105T080000Z",
        "20261104T080000Z",
    ]
    assert tell("verify").exit_code == 0
    assert "Removed 0 runs" in tell("prune", "--keep", "1", "--older-than", "2020-01-01").output
    assert "Removed 1 run " in tell("prune", "--older-than", "2099-01-01").output
    assert tell("verify").exit_code == 0
    for words, sentence in (
        (("prune",), "Say what to keep"),
        (("prune", "--older-than", "soon"), "is no age"),
        (("prune", "--older-than", "99999y"), "is no age"),
    ):
        with pytest.raises(UsageError, match=sentence):
            tell(*words)


def test_purge_removes_a_host_from_the_index_too(keep: Keep, tell) -> None:
    keep(HOST, "20261101T080000Z")
    keep("saltmarsh.example", "20261101T080000Z")
    tell("history")
    assert tell("purge", HOST, "--yes").output == f"Removed 1 run of {HOST}.\n"
    assert [row.split()[0] for row in tell("history").output.splitlines()] == ["site", "saltmarsh.example"]


def test_purge_that_nobody_answers_removes_nothing_and_says_so(keep: Keep, tell) -> None:
    folder = keep(HOST, "20261101T080000Z")
    with pytest.raises(UsageError, match=r"Nothing was removed: purge asks first; --yes"):
        tell("purge", HOST)
    assert folder.is_dir()


def test_reindex_makes_a_damaged_index_anew(keep: Keep, tell, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z")
    (tmp_path / "output" / "history.sqlite").write_bytes(b"damaged" * 1000)
    said = tell("reindex").output
    assert "is kept as" in said
    assert "The index holds 1 run of 1 site." in said


def test_a_host_that_is_being_written_is_left_to_its_writer(keep: Keep, tell, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z")
    with (
        writing(tmp_path / "output", HOST),
        pytest.raises(Busy, match=rf"{HOST} is being worked on by process \d+ since"),
    ):
        tell("prune", "--keep", "1")
    assert "Removed 0 runs" in tell("prune", "--keep", "1").output


def test_two_hundred_runs_are_listed_at_once(keep: Keep, tell) -> None:
    for number in range(200):
        keep(HOST, f"20261101T08{number // 60:02}{number % 60:02}Z", "draft", "gap")
    tell("history")
    began = time.process_time()
    rows = tell("history", HOST, "--last", "200").output.splitlines()
    assert len(rows) == 201
    assert time.process_time() - began < 0.5


def test_help_costs_no_database() -> None:
    import subprocess

    code = "import sys; from auditor.cli import cli; cli(['--help'], standalone_mode=False); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
