"""Used wrongly, fed with what is no website, printed to where nobody reads: one sentence, and a code that means something."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import cli
from auditor.crawl.target import resolve
from auditor.errors import AuditorError, ConfigError, TargetError, UsageError
from auditor.settings import Settings
from auditor.watch import Book
from tests.journeys.conftest import ROOT

BYTES = b"caf\xe9".decode("utf-8", "surrogateescape")
"""An argument that is no UTF-8, as Python hands it on."""


def say(*words: str | Path, stdin: bytes | str = "") -> str:
    result = CliRunner().invoke(cli, [str(word) for word in words], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def run(*words: str, stdout: int | None = subprocess.PIPE, **environ: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "auditor", *words], env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def test_a_reader_who_has_seen_enough_is_no_failure() -> None:
    done = run("settings")
    assert done.stdout is not None
    done.stdout.close()  # as head does
    done.stdout = None
    _, said = done.communicate(timeout=60)
    assert (done.returncode, said) == (0, "")


def struck(opened: str, *words: str | Path) -> tuple[int, str]:
    """The exit code of a command that is sent SIGTERM when it opens a file of this name, and what it says on stderr."""
    code = (
        "import os, signal, sys\n"
        "from auditor import cli\n"
        "def hook(event, args, sent=[]):\n"
        f"    if event == 'open' and '{opened}' in str(args[0]) and not sent:\n"
        "        sent.append(os.kill(os.getpid(), signal.SIGTERM))\n"
        "sys.addaudithook(hook)\n"
        "cli.main()\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    argv = [sys.executable, "-c", code, *map(str, words)]
    done = subprocess.run(argv, env=environ, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr


STOPPED = "Stopped. Whatever was kept is still there; the same command goes on with it."


@pytest.mark.parametrize(
    ("words", "loads"), [("diff acme.example", "diff."), ("compare a.example b.example", "market."), ("label", "copy.")]
)
def test_a_command_that_is_asked_to_end_says_so_and_ends_as_with_ctrl_c(words: str, loads: str) -> None:
    code, said = struck(loads, *words.split())
    assert (code, said.strip()) == (130, STOPPED)


def test_a_comparison_that_is_asked_to_end_makes_no_report_of_half_a_site(tmp_path: Path) -> None:
    # an audit that is asked once makes one: test_killed
    for name in ("mill", "dairy"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(
            f"<html lang=en><title>{name}</title><p>We ask what the {name} needs."
        )
    sites, output = (tmp_path / "mill", tmp_path / "dairy"), tmp_path / "output"
    code, said = struck("copy.jsonl", "compare", *sites, "--fast", "--output", output)
    assert (code, said.strip().splitlines()[-1]) == (130, STOPPED)
    assert "will speak of the pages" not in said
    assert not list(output.rglob("report.html"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_under_standard_output_is_one_sentence() -> None:
    with open("/dev/full", "w") as full:
        done = run("settings", stdout=full.fileno())
        _, said = done.communicate(timeout=60)
    assert done.returncode == 2
    assert said == "auditor: Cannot go on: No space left on device; put that right, then give the same command.\n"


def test_an_error_cannot_steer_the_terminal_that_it_is_printed_on() -> None:
    for length in (200, 5000):
        done = run("show", "a\x1b[31m\u202e" + "b" * length)
        _, said = done.communicate(timeout=60)
        assert "a [31m b" in said
        assert (done.returncode, len(said) < 1200, said.count("\n")) == (2, True, 1)


@pytest.mark.parametrize(
    ("words", "error", "says"),
    [
        (("audit", "http://" + "a" * 300 + ".example"), TargetError, "is not a web address"),
        (("audit", "http://" + "a" * 64 + ".example"), TargetError, "is not a web address"),
        (("audit", "deck.pptx"), TargetError, "deck.pptx is not HTML"),
        (("audit", "pipe.html"), TargetError, "pipe.html is no folder and no HTML file"),
        (("audit", "pipes"), TargetError, "There is no HTML file in pipes"),
        (
            ("audit", "shelf"),
            TargetError,
            "shelf has no index page to begin with; name its first page, such as flour.html",
        ),
        (("audit", "/dev/zero"), TargetError, "/dev/zero is no folder and no HTML file"),
        (("audit", "site", "--name", BYTES), ConfigError, "'name' on the command line holds bytes that are no UTF-8"),
        (("audit", "site", "--today", "2026-02-30"), ConfigError, "'2026-02-30' is no day of the calendar"),
        (("audit", "site", "--config", "text.toml"), ConfigError, r'it takes a list; write exclude = \["..."\]'),
        (("audit", "site", "--output", "deck.pptx"), UsageError, "Cannot write to deck.pptx/site"),
        (("show", "junk"), UsageError, "junk/run.json is no run of auditor's"),
        (("verify", "--output", "nowhere"), UsageError, "There is no folder nowhere"),
        (("watch", "run", "--once", "--output", "nowhere"), UsageError, "Nothing is watched in nowhere"),
        (("model", "evaluate", "deck.pptx"), UsageError, "deck.pptx is no file of JSON lines"),
        (("model", "evaluate", "empty.jsonl"), UsageError, "empty.jsonl holds no JSON lines"),
        (("model", "evaluate", "odd.jsonl"), UsageError, "A line of odd has no text, or no label"),
    ],
)
def test_what_cannot_be_meant_is_told_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], error: type[AuditorError], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("site", "pipes", "junk", "shelf", "shelf/deep"):
        Path(folder).mkdir()
    for place in ("shelf/flour.html", "shelf/deep/bran.html"):
        Path(place).write_text("<html lang=en><p>Flour from the mill.")
    Path("site/index.html").write_text("<html lang=en><p>Flour from the mill.")
    Path("deck.pptx").write_bytes(b"PK\x03\x04\xd0\xff" + bytes(300))
    os.mkfifo("pipe.html")
    os.mkfifo("pipes/index.html")
    Path("junk/run.json").write_text("[]")
    Path("text.toml").write_text('exclude = "/old/*"')
    Path("empty.jsonl").write_text("\n")
    Path("odd.jsonl").write_text(json.dumps({"text": "Flour", "label": "bread"}))
    with pytest.raises(error, match=says):
        say(*words)
    assert not list(tmp_path.glob("output/*/*"))


def test_pipes_devices_and_links_in_circles_among_the_pages_are_passed_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<html lang=en><main><h1>Flour</h1><p>We grind flour in the valley.</main>")
    for name in ("sitemap.xml", "robots.txt", "pipe.html"):
        os.mkfifo(site / name)
    for name, where in (("up", ".."), ("self", "."), ("circle.html", "circle.html"), ("zero.html", "/dev/zero")):
        (site / name).symlink_to(where)
    folder = Path(say("crawl", site, "--output", tmp_path / "out").splitlines()[-1])
    kept = [json.loads(line) for line in (folder / "crawl.jsonl").read_text().splitlines()]
    assert [line["url"] for line in kept if line["kind"] == "kept"] == ["http://site/"]


def test_words_that_are_no_text_are_labelled_as_far_as_they_are() -> None:
    lines = b'caf\xe9 \xff\n{"text": "half \\ud800 of it"}\n{"text": "We grind \\u009b31m flour"}\n'
    told = say("label", "--fast", "--format", "jsonl", stdin=lines)
    assert [json.loads(line)["text"] for line in told.splitlines()][:2] == ["caf\ufffd \ufffd", "half \ufffd of it"]
    assert all(row.isprintable() for row in say("label", "--fast", stdin=lines).splitlines())
    with pytest.raises(UsageError, match="Line 1 of standard input is not JSON"):
        say("label", "--fast", stdin='{"text": "x", "a": ' + "[" * 100_000)


def test_a_pasted_mission_cannot_steer_the_terminal_nor_fill_it() -> None:
    text = "We \x1b[31m help \x9bcaf\u0142s\u202e win back an hour a day " + "and more " * 5000
    # nor does a terminal that lacks a character end the command
    told, said = run("mission", text, PYTHONIOENCODING="latin-1").communicate(timeout=60)
    assert said == ""
    assert "caf\\u0142s" in told
    assert all(row.isprintable() for row in told.splitlines())
    assert len(told) < 4000


def test_a_secret_goes_to_the_watched_site_that_it_was_given_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    add = ("--every", "1d", "--contact", "me@example.org")
    say("watch", "add", "https://open.example", *add)
    monkeypatch.setenv("AUDITOR_AUTH", "preview:s3cret-word")
    told = say("watch", "add", "https://staging.example", *add)
    assert "read with AUDITOR_AUTH, which goes to this site alone" in told
    with pytest.raises(UsageError, match="--auth would be kept with the watch"):
        say("watch", "add", "https://staging.example", *add, "--auth", "preview:s3cret-word")
    with pytest.raises(UsageError, match=r"staging\.example/ is watched with a secret of its own"):
        say("watch", "add", "https://other.example", *add)
    assert {entry.target: entry.secrets for entry in Book(Settings().output).watches()} == {
        "https://open.example/": (), "https://staging.example/": ("auth",)
    }  # fmt: skip
    assert b"s3cret" not in b"".join(path.read_bytes() for path in Settings().output.iterdir())
    with pytest.raises(UsageError, match="--auth would be sent to every site that is compared"):
        say("compare", "https://open.example", "https://staging.example", "--contact", "me@example.org")


def test_a_folder_without_an_index_begins_with_the_page_that_is_named(tmp_path: Path) -> None:
    for name, words in (("flour.html", "Flour from the mill."), ("bran.html", "Bran is what the sieve keeps.")):
        (tmp_path / name).write_text(f"<html lang=en><title>{words}</title><p>{words}")
    target = resolve(str(tmp_path / "flour.html"), Settings(base_url="https://mill.example"))
    assert (target.start, target.folder) == ("https://mill.example/flour.html", tmp_path)
