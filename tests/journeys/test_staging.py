"""An audit of a site behind a password: the whole output, and what is printed, hold no secret."""

from __future__ import annotations

import gzip
from base64 import b64encode
from pathlib import Path

from auditor import record
from tests.crawl.conftest import Server
from tests.journeys.conftest import Auditor, run_folder

AUTH, KEY = "preview:s3cret-word", "k3y-9f8e7d6c"
TOKEN = b64encode(AUTH.encode()).decode()


def test_no_secret_is_in_any_file_or_word_of_an_audit(auditor: Auditor, tmp_path: Path) -> None:
    def answer(handler) -> None:  # type: ignore[no-untyped-def]
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
    assert {path.suffix for path in written} >= {".gz", ".html", ".json", ".jsonl", ".csv", ".md"}
    told = [gzip.decompress(data) if path.suffix == ".gz" else data for path, data in written.items()]
    for word in ("s3cret", KEY, TOKEN):
        assert not [text for text in (*told, done.stdout.encode(), done.stderr.encode()) if word.encode() in text]
