"""Every check in one word: ``python -m tests``. Format, lint, strict types, import floors, docs in step, tests.

Further arguments go to pytest. Exit code 0 only if all of them passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
HERE = Path(PYTHON).parent


def main() -> int:
    chosen = sys.argv[1:]
    workers = str(min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1))
    checks = [
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("import floors", [str(HERE / "lint-imports"), "--no-cache"]),
        ("docs in step", [PYTHON, "-m", "tests.docs", "--check"]),
        ("tests", [PYTHON, "-m", "pytest", "-q", "-n", workers, "--dist", "loadfile", *chosen]),
    ]
    failed = []
    for name, command in checks:
        began = time.monotonic()
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        print(f"== {name}: {'ok' if code == 0 else f'FAILED ({code})'} in {time.monotonic() - began:.0f} s", flush=True)
        if code:
            failed.append(name)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
