"""An audit of a site behind a password: the whole output, and what is printed, hold no secret."""

from __future__ import annotations

import contextlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from auditor import record
from auditor import run as path
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from auditor.watch import Loop, Watched, schedule, watch_id
from tests.crawl.conftest import Server
from tests.journeys.conftest import Auditor, run_folder

AUTH, KEY = "preview:s3cret-word", "k3y-9f8e7d6c"
TOKEN = b64encode(AUTH.encode()).decode()


def test_a_watch_reads_each_site_with_its_own_secret_and_never_with_anothers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(handler) -> None:  # type: ignore[no-untyped-def]
        known = handler.headers.get("Authorization") == f"Basic {TOKEN}"
        lines = "".join(f"<p>Crane number {n} lifts a boat of {n + 2} tons out of the water.</p>" for n in range(6))
        handler.reply(200 if known else 401, {"content-type": "text/html"}, f"<html lang=en>{lines}".encode())

    said: list[str] = []
    server = Server()
    server.pages = {"/": answer, "/robots.txt": ""}
    when = schedule("", "1d", "UTC", datetime.now(UTC))
    flags = {"fast": True, "formats": ["html"]}
    entry = Watched(watch_id(server.url), server.url, when, "2026-01-01T00:00:00+00:00", flags=flags, secrets=("auth",))
    loop = Loop(tmp_path / "out", tell=said.append)
    loop.book.add(entry)
    try:
        assert loop.turn() == 1
        assert "It was added with AUDITOR_AUTH, which is not set now" in said[-1]
        assert server.asked == []
        monkeypatch.setenv("AUDITOR_AUTH", AUTH)
        loop.book.hasten(entry, loop.clock())
        assert loop.turn() == 0
        before = len(server.asked)
        loop.book.hasten(replace(entry, secrets=()), loop.clock())  # as if it were not this site's
        assert loop.turn() == 1
    finally:
        server.close()
    assert f"{server.url} is read without AUDITOR_AUTH" in said[-3]
    assert "answered 401" in said[-1]
    assert server.asked[before:]
    assert not [headers for _, headers in server.asked[before:] if "authorization" in headers]
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not [data for data in written if b"s3cret" in data or TOKEN.encode() in data]


def _visible() -> Iterator[bytes]:
    """What a list of processes shows of ours, and what the crawling one was handed in its environment (Linux)."""
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (place / "cmdline").read_bytes()
            if b"auditor.crawl.child" in words:
                yield words + (place / "environ").read_bytes()
            elif b"-m\0auditor\0" in words:
                yield words


def test_no_secret_is_in_any_file_or_word_of_an_audit(auditor: Auditor, tmp_path: Path) -> None:
    shown: list[bytes] = []

    def answer(handler) -> None:  # type: ignore[no-untyped-def]
        shown.extend(_visible())
        if handler.headers.get("Authorization") != f"Basic {TOKEN}":
            handler.reply(401, {"content-type": "text/html"}, b"no")
            return
        lines = "".join(
            f"<p>On {handler.path} crane number {n} lifts a boat of {n + 2} tons out of the water.</p>"
            for n in range(6)
        )
        echo = "".join(f"<p>You sent us the header {name} with {value}.</p>" for name, value in handler.headers.items())
        body = f"<html lang=en><title>Cranes</title><h1>Cranes for harbours</h1>{lines}{echo}<a href=/more>More</a>"
        handler.reply(200, {"content-type": "text/html"}, body.encode())

    server = Server()
    server.pages = {"/": answer, "/more": answer, "/robots.txt": ""}
    secret = {"AUDITOR_AUTH": AUTH, "AUDITOR_HEADER": f"X-Preview: {KEY}", "AUDITOR_TRACEBACK": "1"}
    try:
        done = auditor("audit", server.url, "--fast", "--output", tmp_path / "out", cwd=tmp_path, **secret)
    finally:
        server.close()
    assert done.returncode == 0, done.stderr
    run = record.read_run(run_folder(tmp_path / "out"))
    assert len(run.pages) == 2
    assert run.settings["auth"] == "(given)"
    assert any("--auth and --header" in warning for warning in run.warnings)
    written = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {path.suffix for path in written} >= {".zst", ".html", ".json", ".jsonl", ".csv", ".md"}
    assert any(b"auditor.crawl.child" in text for text in shown) or not Path("/proc/self/cmdline").exists()
    told = [
        SnapshotStore(path.parents[1]).get(path.stem) if path.suffix == ".zst" else data
        for path, data in written.items()
    ]
    for word in ("s3cret", KEY, TOKEN):
        assert not [
            text for text in (*told, *shown, done.stdout.encode(), done.stderr.encode()) if word.encode() in text
        ]


def test_a_copy_on_this_machine_is_told_of_under_the_addresses_of_its_site(tmp_path: Path) -> None:
    lines = "".join(f"<p>Crane number {n} lifts a boat of {n + 2} tons out of the water.</p>" for n in range(6))
    home = f"<html lang=en><title>Quay</title><main>{lines}<a href='/hire'>Hire</a> <a href=/gone>Gone</a></main>"
    server = Server()
    server.pages = {"/": home, "/hire": home.replace("Crane", "Winch"), "/robots.txt": "", "/again": home}
    server.pages["/"] = home.replace("Gone</a>", "Gone</a><a href=/again>Again</a>")
    settings = Settings(output=tmp_path / "out", fast=True, base_url="https://www.quay.example")
    try:
        run, folder = path.audit(server.url, settings)
        again, _ = path.judge(folder)
    finally:
        server.close()
    assert [page.url for page in run.pages][:1] == ["https://www.quay.example/"]
    assert {urlsplit(page.url).netloc for page in (*run.pages, *again.pages)} == {"www.quay.example"}
    assert {urlsplit(skip.url).netloc for skip in run.coverage.examples} == {"www.quay.example"}
    assert run.pages == again.pages
    own = urlsplit(server.url).netloc
    told = [(folder / name).read_text(encoding="utf-8") for name in ("findings.csv", "units.csv", "summary.md")]
    assert not [name for name in told if own in name]
    assert f'href="http://{own}' not in (folder / "report.html").read_text(encoding="utf-8")
