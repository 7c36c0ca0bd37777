"""What a history costs: ``python tests/measure/unchanged.py [--runs N]`` (200 by default; needs no real site).

A small site in a folder is audited N times with the small model, nothing changed in between, and then once more with a
rewritten copy. Printed are the room that one run and all of them take on disk (blocks, not lengths), by what it is taken
for, and the CPU that ``auditor history``, ``show`` and ``diff`` take with so many runs, each in a process of its own. On a
busy machine CPU grows too: the same for ``import sqlalchemy`` stands beside it as a yardstick. With ``--most 0.5`` it is
a gate: exit code 1 where one of them takes more.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
TURNS = 5
"""Each command is measured so often, in turn with the yardstick; the least of them is printed."""


def main() -> int:
    """Audit, measure, print."""
    from auditor.run import audit
    from auditor.settings import Settings
    from tests.diff.generations import BASE, write

    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--most", type=float, default=0.0, help="CPU seconds that a command may take; 0 only prints")
    told = parser.parse_args()
    runs = told.runs
    spent = []
    with tempfile.TemporaryDirectory() as place:
        output = Path(place) / "output"
        settings = Settings(output=output, base_url=BASE, fast=True)
        site = write(1, Path(place) / "site")
        rooms = []
        began = time.monotonic()
        for turn in range(runs):
            audit(str(site), settings, fresh=True)
            if turn in (0, runs - 1):
                rooms.append(_room(output))
            if sys.stderr.isatty():
                print(f"\r{turn + 1} of {runs}", end="", file=sys.stderr)
        print(f"{runs} audits of {len(list(site.rglob('*.html')))} pages in {time.monotonic() - began:.0f} s")
        for name in sorted(rooms[-1]):
            print(f"{name:<20}{rooms[0][name] / 1024:>10,.0f} KB{rooms[-1][name] / 1024:>10,.0f} KB")
        whole = [sum(room.values()) for room in rooms]
        print(f"{'all':<20}{whole[0] / 1024:>10,.0f} KB{whole[-1] / 1024:>10,.0f} KB  {whole[-1] / whole[0]:.2f} x")
        auditor = [sys.executable, "-m", "auditor"]
        yardstick = [sys.executable, "-c", "import sqlalchemy"]
        listed = [*auditor, "history", "--output", str(output)]
        compared = [*auditor, "diff", "--output", str(output)]
        spent.append(_cpu("history", listed, yardstick))
        spent.append(_cpu("history SITE", [*listed, BASE], yardstick))
        spent.append(_cpu("show", [*auditor, "show", BASE, "--output", str(output)], yardstick))
        spent.append(_cpu("diff, unchanged", compared, yardstick))
        spent.append(_cpu("diff, as JSON", [*compared, "--print", "json"], yardstick))
        audit(str(write(2, Path(place) / "rewritten")), settings, fresh=True)
        spent.append(_cpu("diff, rewritten", compared, yardstick))
    over = [seconds for seconds in spent if told.most and seconds > told.most]
    if over:
        print(f"{len(over)} of {len(spent)} commands take more than {told.most} s CPU")
    return int(bool(over))


def _room(output: Path) -> Counter[str]:
    """Bytes on disk by what they are for."""
    found: Counter[str] = Counter()
    for path in (path for path in output.rglob("*") if path.is_file()):
        parts = path.relative_to(output).parts
        name = "run folders" if len(parts) > 1 and parts[1][:1].isdigit() else "/".join(parts[1:2]) or parts[0]
        found[name] += path.lstat().st_blocks * 512
    return found


def _cpu(name: str, command: list[str], yardstick: list[str]) -> float:
    """Print the least CPU seconds of a command (user and system), and of the yardstick in the same moments; give them."""
    least = [1e9, 1e9]
    _spent(command)  # what is computed once is not measured
    for _ in range(TURNS):
        for place, words in enumerate((command, yardstick)):
            least[place] = min(least[place], _spent(words))
    print(f"{name:<20}{least[0]:>10.2f} s CPU (import sqlalchemy: {least[1]:.2f} s)", flush=True)
    return least[0]


def _spent(words: list[str]) -> float:
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
