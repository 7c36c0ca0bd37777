"""Whole runs of the product, as a person starts them: the command line, real folders and servers, files on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DEMO = ROOT / "auditor" / "data" / "demo"

Auditor = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def auditor() -> Auditor:
    """Runs ``auditor`` in a process of its own, in a folder of its own, without the caller's settings."""

    def run(
        *words: str | Path, cwd: Path, stdin: str | None = None, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("AUDITOR_")}
        clean |= {"PYTHONPATH": str(ROOT), **environ}
        return subprocess.run(
            [sys.executable, "-m", "auditor", *map(str, words)],
            cwd=cwd,
            input=stdin if stdin is not None else "",
            env=clean,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    return run


def run_folder(output: Path) -> Path:
    """The one run under an output folder."""
    found = sorted(output.glob("*/*/plan.json"))
    assert len(found) == 1, found
    return found[0].parent
