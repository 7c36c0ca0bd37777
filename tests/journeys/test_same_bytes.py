"""Same bytes, same version, same numbers; and nothing lost when a run is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from auditor import record
from tests.journeys.conftest import DEMO, ROOT, Auditor, run_folder


def _files(output: Path) -> dict[str, bytes]:
    folder = run_folder(output)
    run = json.loads((folder / "run.json").read_text())
    for key in record.VOLATILE:
        run.pop(key)
    return {"run.json": json.dumps(run).encode(), "copy.jsonl": (folder / "copy.jsonl").read_bytes()} | {
        name: (folder / name).read_bytes() for name in ("units.csv", "findings.csv")
    }


def test_two_audits_of_the_same_bytes_are_byte_equal_whatever_the_hash_seed_and_the_workers(
    auditor: Auditor, tmp_path: Path
) -> None:
    told = []
    for name, seed, workers in (("a", "1", "1"), ("b", "4711", "3")):
        done = auditor(
            "audit",
            DEMO,
            "--fast",
            "--workers",
            workers,
            "--output",
            tmp_path / name,
            cwd=tmp_path,
            PYTHONHASHSEED=seed,
        )
        assert done.returncode == 0, done.stderr
        told.append(_files(tmp_path / name))
    assert told[0] == told[1]


def test_a_killed_audit_is_taken_up_by_the_same_command_and_comes_to_the_same_run(
    auditor: Auditor, tmp_path: Path
) -> None:
    whole = auditor("audit", DEMO, "--fast", "--output", tmp_path / "whole", cwd=tmp_path)
    assert whole.returncode == 0, whole.stderr
    command = [sys.executable, "-m", "auditor", "audit", str(DEMO), "--fast", "--output", str(tmp_path / "killed")]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        journal = next((tmp_path / "killed").glob("*/*/crawl.jsonl"), None)
        if journal is not None and journal.read_bytes().count(b"\n") >= 4:
            break
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = journal.read_bytes() if journal else b""
    assert kept.count(b"\n") >= 4
    again = auditor("audit", DEMO, "--fast", "--output", tmp_path / "killed", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert _files(tmp_path / "killed") == _files(tmp_path / "whole")
    assert (
        run_folder(tmp_path / "killed").joinpath("crawl.jsonl").read_bytes().startswith(kept[: kept.rindex(b"\n") + 1])
    )
