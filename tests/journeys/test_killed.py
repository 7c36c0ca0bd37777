"""Killed at every stage, on a full disk, by Ctrl-C: what was fetched stays, and the same command comes to the same end."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor import record
from auditor.cli import cli
from tests.crawl.conftest import Server
from tests.journeys.conftest import ROOT

STAGES = ("plan.json", "crawl.json", "copy.jsonl", "run.json")

# one interpreter for all of them: each audit is a fork that kills itself (-9) when it is about to write the file named
SCRIPT = """
import os, signal, sys
from pathlib import Path
from auditor import run
from auditor.settings import Settings

def audit(folder, output, stage):
    pid = os.fork()
    if pid == 0:
        def watch(event, args):
            path = str(args[1] if event == "os.rename" else args[0]) if args else ""
            if event in ("os.rename", "open") and path.rpartition("/")[2] == stage:
                os.kill(os.getpid(), signal.SIGKILL)
        if stage:
            sys.addaudithook(watch)
        try:
            run.audit(folder, Settings(output=output, fast=True, today="2026-11-22"))
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

folder, output, *stages = sys.argv[1:]
print(*(audit(folder, output + "/killed", stage) for stage in stages), audit(folder, output + "/killed", ""),
      audit(folder, output + "/whole", ""))
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    links = "".join(f"<a href=p{n}.html>Flour {n}</a> " for n in range(4))
    (folder / "index.html").write_text(
        f"<html lang=en><title>Mill</title><main><h1>Flour from the mill</h1><p>We grind since 1890.</p>{links}</main>"
    )
    for n in range(4):
        lines = "".join(
            f"<p>Flour number {n} with {k} percent bran bakes in an oven of {k} stones.</p>" for k in range(4)
        )
        (folder / f"p{n}.html").write_text(
            f"<html lang=en><title>Flour {n}</title><main><h1>Flour {n}</h1>{lines}</main>"
        )
    return folder


def _settled(output: Path) -> dict[str, object]:
    (done,) = output.glob("*/*/run.json")
    told: dict[str, object] = json.loads(done.read_text())
    files = {name: (done.parent / name).read_bytes() for name in ("copy.jsonl", "units.csv", "findings.csv")}
    return {key: value for key, value in told.items() if key not in record.VOLATILE} | files


def test_an_audit_killed_at_every_stage_comes_to_the_run_of_an_undisturbed_one(mill: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(mill), str(tmp_path), *STAGES],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["-9"] * len(STAGES) + ["0", "0"], done.stderr
    assert _settled(tmp_path / "killed") == _settled(tmp_path / "whole")
    # a run killed before its plan was there left a folder of its own, and nothing else did
    assert len(list((tmp_path / "killed").glob("*/*/plan.json"))) == 1


def test_a_full_disk_is_one_sentence_and_costs_nothing_that_was_fetched(tmp_path: Path) -> None:
    server = Server()
    page = "<html lang=en><title>Flour</title><p>Flour {}</p>" + "".join(f"<a href=/{n}>{n}</a>" for n in range(20))
    server.pages = {f"/{n}": page.format(n) for n in range(20)} | {"/": page.format("mill"), "/robots.txt": ""}

    def crawl(room: int) -> subprocess.CompletedProcess[str]:
        def limit() -> None:
            # no file longer than this: what a full disk does, without one
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

        return subprocess.run(
            [sys.executable, "-m", "auditor", "crawl", server.url, "--output", str(tmp_path / "out")],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, preexec_fn=limit, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    try:
        full = crawl(4_000)
        assert full.returncode == 2, full.stderr
        said = [line for line in full.stderr.splitlines() if line.startswith("auditor: ")]
        assert len(said) == 1
        assert "free some space" in said[0]
        assert "Traceback" not in full.stderr
        before = len(server.asked)
        freed = crawl(10_000_000)
        assert freed.returncode == 0, freed.stderr
    finally:
        server.close()
    kept = [json.loads(line) for line in (Path(freed.stdout.strip()) / "crawl.jsonl").read_text().splitlines()]
    assert len({line["url"] for line in kept if line["kind"] == "kept"}) == 21
    assert len([path for path in server.paths[before:] if path not in ("/robots.txt", "/sitemap.xml")]) < 21


# as above, by the command itself: a stage says its name when it begins, and the crawl asks whether to stop at each event
COMMAND = """
import contextlib, os, signal, sys, time
from dataclasses import replace
from auditor import cli
from auditor.cli import runs

watching = runs.watching

def audit(folder, output, stage="", name="SIGKILL", times=1):
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    asked = []

    def strike(here):
        for _ in range(times if here else 0):
            os.kill(os.getpid(), getattr(signal, name))
            time.sleep(0.02)

    def stop(before):
        asked.append(1)
        strike(stage == "crawl" and len(asked) == 3)
        return before()

    def stages(before, words):
        before(words)
        strike(stage and words.startswith(stage))

    @contextlib.contextmanager
    def struck():
        with watching() as watch:
            yield replace(watch, stage=lambda words: stages(watch.stage, words), stop=lambda: stop(watch.stop))

    def opened(event, args):
        strike(event == "open" and str(args[0]).endswith(stage))

    if "." in stage:
        sys.addaudithook(opened)
    runs.watching = struck
    os.dup2(os.open(output + ".log", os.O_CREAT | os.O_APPEND | os.O_WRONLY), 1)
    sys.argv = ["auditor", "audit", folder, "--fast", "--today", "2026-11-22", "--output", output]
    try:
        cli.main()
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(end.code)

folder, place = sys.argv[1:]
print(audit(folder, place + "/whole"))
for stage, name, times in (("crawl", "SIGINT", 2), ("Labelling", "SIGTERM", 2), ("Judging", "SIGINT", 2), ("Writing", "SIGTERM", 2)):
    print(audit(folder, place + "/taken-up", stage, name, times))
# the manifest is opened again where the finished run is entered into the index
print(audit(folder, place + "/taken-up", "manifest.json"), audit(folder, place + "/to-its-end", "Labelling", "SIGTERM"))
"""


def test_a_signal_at_every_stage_loses_nothing_and_the_same_command_comes_to_the_same_end(
    mill: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, str(mill), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    # a signal sent once lets the report be written; sent twice it stops at once
    assert done.stdout.split() == ["0", *["130"] * 4, "-9", "0"], done.stderr
    assert done.stderr.count("Stopped. Whatever was kept is still there") == 4
    assert _settled(tmp_path / "taken-up") == _settled(tmp_path / "to-its-end") == _settled(tmp_path / "whole")
    assert len(list((tmp_path / "taken-up").glob("*/*/plan.json"))) == 1, "every command took up what was begun"
    told = CliRunner().invoke(cli, ["history", "--output", str(tmp_path / "taken-up")])
    assert "mill  1 " in told.output, "the index is made good by the next look"
