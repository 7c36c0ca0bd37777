"""The commands as a newcomer meets them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from auditor import record
from tests.journeys.conftest import Auditor, run_folder

LABELS = {"outcome", "problem", "feature", "spec", "company", "policy", "other"}


def _page(title: str, *lines: str) -> str:
    return f"<!doctype html><html lang=en><title>{title}</title><body><main>{''.join(lines)}</main></body></html>"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A tiny site in a folder."""
    folder = tmp_path / "shop"
    folder.mkdir()
    body = [
        f"<h1>Pumps for dairies</h1><p>Our pump number {n} has a steel casing and ships in a crate.</p>"
        for n in range(6)
    ]
    (folder / "index.html").write_text(_page("Hilltop Pumps", *body, "<p><a href='about.html'>About us</a></p>"))
    (folder / "about.html").write_text(
        _page("About | Hilltop Pumps", "<h1>About us</h1><p>Founded in 1921 by two brothers.</p>")
    )
    return folder


def test_an_audit_of_a_folder_writes_every_format_and_says_where(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    done = auditor("audit", shop, "--output", tmp_path / "out", "--fast", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = run_folder(tmp_path / "out")
    assert str(folder / "report.html") in done.stdout
    assert {"run.json", "copy.jsonl", "report.html", "units.csv", "findings.csv", "summary.md"} <= {
        path.name for path in folder.iterdir()
    }
    run = record.read_run(folder)
    assert [page.url.rsplit("/", 1)[1] for page in run.pages] == ["", "about.html"]
    with open(folder / "units.csv", encoding="utf-8-sig", newline="") as file:
        assert any("Founded in 1921" in row[key] for row in csv.DictReader(file) for key in row)
    assert list(folder.glob("*.part")) == []


def test_only_the_formats_asked_for_are_written(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    done = auditor("audit", shop, "--output", tmp_path / "out", "--fast", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in run_folder(tmp_path / "out").iterdir()} == {
        "plan.json", "crawl.jsonl", "crawl.json", "run.json", "copy.jsonl", "manifest.json",
    }  # fmt: skip


def test_the_stages_run_apart_and_come_to_the_same_run(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    whole = auditor("audit", shop, "--output", tmp_path / "a", "--fast", cwd=tmp_path)
    assert whole.returncode == 0, whole.stderr
    crawled = auditor("crawl", shop, "--output", tmp_path / "b", cwd=tmp_path)
    assert crawled.returncode == 0, crawled.stderr
    folder = Path(crawled.stdout.strip())
    judged = auditor("judge", folder, "--fast", cwd=tmp_path)
    assert judged.returncode == 0, judged.stderr
    assert _settled(run_folder(tmp_path / "a")) == _settled(folder)
    first = (folder / "report.html").read_bytes()
    rendered = auditor("report", folder, cwd=tmp_path)
    assert rendered.returncode == 0, rendered.stderr
    assert (folder / "report.html").read_bytes() == first


def _settled(folder: Path) -> dict[str, object]:
    data = json.loads((folder / "run.json").read_text())
    return {key: value for key, value in data.items() if key not in record.VOLATILE}


def test_label_answers_words_and_lines_and_json_lines_in_order(auditor: Auditor, tmp_path: Path) -> None:
    words = auditor("label", "Founded in 1921", "IP67 rated", "--fast", cwd=tmp_path)
    assert words.returncode == 0, words.stderr
    assert [line.split()[0].rstrip("?") for line in words.stdout.splitlines()] == ["company", "spec"]
    lines = auditor(
        "label",
        "--fast",
        "--format",
        "jsonl",
        cwd=tmp_path,
        stdin='Founded in 1921\n\n{"text": "IP67 rated", "role": "cell"}\n',
    )
    assert lines.returncode == 0, lines.stderr
    answers = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == ["Founded in 1921", "IP67 rated"]
    for answer in answers:
        assert answer["label"] in LABELS
        assert 0 <= answer["probability"] <= 1
        assert isinstance(answer["unsure"], bool)
        assert all(span in answer["text"] for span in answer["why"])
        assert abs(sum(answer["probabilities"].values()) - 1) < 0.01


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"text": 5}', 'Line 1 of standard input has no "text"'),
        ('{"text": "x", "role": "banner"}', "role 'banner' is none of heading"),
        ('{"text": ', "Line 1 of standard input is not JSON"),
    ],
)
def test_a_bad_line_is_named(auditor: Auditor, tmp_path: Path, line: str, sentence: str) -> None:
    done = auditor("label", "--fast", cwd=tmp_path, stdin=line + "\n")
    assert (done.returncode, sentence in done.stderr, done.stderr.count("\n")) == (2, True, 1), done.stderr


def test_explain_teaches_one_audit_and_names_the_nearest(auditor: Auditor, tmp_path: Path) -> None:
    assert "How to fix it" in auditor("explain", "mission", cwd=tmp_path).stdout
    assert "deciding questions" in auditor("explain", "codebook", cwd=tmp_path).stdout
    assert "of the overall score" in auditor("explain", "score", cwd=tmp_path).stdout
    wrong = auditor("explain", "misson", cwd=tmp_path)
    assert (wrong.returncode, "did you mean 'mission'?" in wrong.stderr) == (2, True)


def test_a_mission_statement_is_judged_by_itself(auditor: Auditor, tmp_path: Path) -> None:
    done = auditor("mission", "We aim to be No. 1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "rank slogan" in done.stdout


def test_purge_removes_a_host_and_nothing_else(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    assert auditor("audit", shop, "--output", tmp_path / "out", "--fast", cwd=tmp_path).returncode == 0
    (tmp_path / "out" / "other.example").mkdir()
    assert auditor("purge", "..", "--yes", "--output", tmp_path / "out", cwd=tmp_path).returncode == 2
    host = run_folder(tmp_path / "out").parent.name
    asked = auditor("purge", host, "--output", tmp_path / "out", cwd=tmp_path, stdin="n\n")
    assert (asked.returncode, asked.stdout.splitlines()[-1][-20:]) == (0, "Nothing was removed.")
    done = auditor("purge", host, "--yes", "--output", tmp_path / "out", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"Removed 1 run of {host}.\n")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"other.example", "history.sqlite"}


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("audit", "http://127.0.0.1:9/"), 3, "127.0.0.1"),
        (("audit", "https://example.com"), 2, "--contact"),
        (("audit", "https://example.com", "--contact", "me"), 2, "such as you@example.org"),
        (("audti", "."), 2, "did you mean 'audit'?"),
        (("frobnicate",), 2, "auditor --help"),
        (("explain", "scores"), 2, "did you mean 'score'?"),
        (("explain", "score", "nosite"), 2, "no finished run 'nosite'"),
        (("purge", "nosite"), 2, "no runs of 'nosite'"),
        (("audit", "nowhere/at/all.txt", "--contact", "a@b.example"), 2, ""),
        (("audit", ".", "--config", "none.toml"), 2, "Cannot read none.toml"),
        (("audit", ".", "--ignore-robots"), 2, "--i-own-this-site"),
        (("audit", "."), 2, ""),
        (("judge", "."), 2, "no finished run '.'"),
        (("report", "."), 2, "no finished run '.'"),
        (("label", "x", "--language", "xx"), 2, "xx"),
    ],
)
def test_bad_input_gets_one_sentence_and_its_exit_code(
    auditor: Auditor, tmp_path: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    done = auditor(*words, cwd=tmp_path)
    lines = [line for line in done.stderr.splitlines() if line and not line.endswith("...")]
    assert (done.returncode, len(lines)) == (code, 1), done.stderr
    assert lines[0].startswith("auditor: ")
    assert lines[0].endswith((".", "?"))
    assert sentence in lines[0]
    assert "Traceback" not in done.stderr


def test_a_file_where_the_output_should_be_gets_a_sentence(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = auditor("audit", shop, "--output", tmp_path / "taken", "--fast", cwd=tmp_path)
    assert (done.returncode, "--output" in done.stderr) == (2, True), done.stderr


def test_a_misspelt_key_in_the_settings_file_is_named(auditor: Auditor, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("max_page = 3\n")
    done = auditor("audit", shop, cwd=tmp_path)
    assert (done.returncode, "did you mean 'max_pages'?" in done.stderr) == (2, True), done.stderr
