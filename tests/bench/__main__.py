"""How fast an audit is, beside what others need to crawl alone: ``python -m tests.bench [--pages N] [--rounds N]``.

A server of its own process serves a site on the loopback; ours and the peers crawl it in turns, nobody polite. Printed
are pages per second and the ratio to each peer, CPU time a page (the server's apart), the peak of the memory of all
processes of a run (PSS: shared pages count once), and the stages of ours. Ratios hold on a busy machine better than
seconds do, and CPU time better than either. No test reads a clock: this is run by hand.

Peers: a CrawlSpider with Scrapy's defaults, and ``advertools.crawl`` where ``--advertools PYTHON`` names an interpreter
that has it (it is no dependency of this project). Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
ADVERTOOLS = (
    "import os, sys; os.environ['PATH'] = os.path.dirname(sys.executable) + os.pathsep + os.environ['PATH'];"
    "import advertools; place = sys.argv[1].split('/')[2];"
    # by itself it takes the port for a part of the name, and Scrapy then asks for no page
    "advertools.crawl(sys.argv[1], sys.argv[2], follow_links=True, allowed_domains=[place.split(':')[0], place],"
    " custom_settings={'LOG_ENABLED': False, 'ROBOTSTXT_OBEY': False})"
)
TICK = os.sysconf("SC_CLK_TCK")
EVERY = 0.2
"""Seconds between two looks at the memory of a run's processes."""


class Failed(Exception):
    """A run that came to nothing, with the reason; the others are still told."""


@dataclass
class Measured:
    """One run: seconds on the wall, CPU seconds, the server's, the peak in MB, pages; CPU by process; ours' stages."""

    wall: float
    cpu: float
    server: float
    peak: float
    pages: int
    by_process: list[float] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """Run the bench and print its table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--pages", type=int, default=2000, help="pages of the site (default 2000)")
    asked.add_argument("--rounds", type=int, default=3, help="how often each is run (default 3)")
    asked.add_argument("--advertools", default="", metavar="PYTHON", help="an interpreter that has advertools")
    asked.add_argument("--default-labels", action="store_true", help="also our audit with the default labels")
    asked.add_argument("--only", default="", help="run only what has this word in its name")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="auditor-bench-") as place:
        folder = Path(place)
        server, url = _serve(given.pages, folder)
        try:
            _bench(given, folder, server, url)
        finally:
            server.kill()
            server.wait()


def _bench(given: argparse.Namespace, folder: Path, server: subprocess.Popen[bytes], url: str) -> None:
    runners = _runners(url, folder, given)
    found: dict[str, list[Measured]] = defaultdict(list)
    failed: set[str] = set()
    for turn in range(given.rounds):
        for name, (command, count) in runners.items():
            if given.only not in name or name in failed:
                continue
            try:
                measured = _run(command(turn), server.pid, folder)
                measured.pages, measured.stages = count(turn)
            except Failed as error:
                failed.add(name)
                print(f"  {name} is left out: {error}", flush=True)
                continue
            found[name].append(measured)
            each = measured.cpu / max(1, measured.pages) * 1000
            print(
                f"  {name}, round {turn + 1}: {measured.pages} pages, {measured.wall:.1f} s, {each:.1f} ms CPU a page",
                flush=True,
            )
    print(_table(found))
    print(f"auditor --help: {median(_help() for _ in range(5)):.2f} s CPU")
    if failed:
        raise SystemExit(f"Nothing could be measured of {', '.join(sorted(failed))}.")


def _runners(
    url: str, folder: Path, given: argparse.Namespace
) -> dict[str, tuple[Callable[[int], list[str]], Callable[[int], tuple[int, dict[str, float]]]]]:
    """Name -> (command of a round, what it did in that round: pages and seconds by stage)."""
    most = str(given.pages * 2)

    def ours(word: str, *more: str) -> Callable[[int], list[str]]:
        place = "-".join([word, *more])
        return lambda turn: [
            *(sys.executable, "-m", "auditor", word, url, "--max-pages", most, "--concurrency", "16", *more),
            *("--output", str(folder / f"{place}-{turn}")),
        ]

    def kept(place: str) -> Callable[[int], tuple[int, dict[str, float]]]:
        def count(turn: int) -> tuple[int, dict[str, float]]:
            (plan,) = (folder / f"{place}-{turn}").glob("*/*/plan.json")
            diary = (plan.parent / "crawl.jsonl").read_text(encoding="utf-8")
            run = plan.parent / "run.json"
            stages = json.loads(run.read_text(encoding="utf-8"))["timing"] if run.exists() else {}
            return diary.count('"kind":"kept"'), stages

        return count

    def spider(turn: int) -> list[str]:
        return [sys.executable, str(ROOT / "tests" / "bench" / "spider.py"), url]

    def lines(turn: int) -> tuple[int, dict[str, float]]:
        written = folder / f"advertools-{turn}.jsonl"
        if not written.exists() or not written.stat().st_size:
            raise Failed("it wrote nothing; run it by hand with that interpreter to see why.")
        return written.read_bytes().count(b"\n"), {}

    runners = {
        "CrawlSpider": (spider, lambda turn: (given.pages, {})),
        "audit --fast": (ours("audit", "--fast"), kept("audit---fast")),
        "crawl and extract": (ours("crawl"), kept("crawl")),
    }
    if given.default_labels:
        runners["audit"] = (ours("audit"), kept("audit"))
    if given.advertools:
        command = [given.advertools, "-c", ADVERTOOLS, url]
        runners["advertools.crawl"] = (lambda turn: [*command, str(folder / f"advertools-{turn}.jsonl")], lines)
    else:
        print("advertools.crawl is left out: name an interpreter that has it with --advertools.")
    return runners


def _serve(pages: int, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    port_file = folder / "port"
    server = subprocess.Popen([sys.executable, "-m", "tests.bench.serve", str(pages), str(port_file)], cwd=ROOT)
    while not port_file.exists():
        if server.poll() is not None:
            raise SystemExit("The bench's server did not start.")
        time.sleep(0.1)
    return server, f"http://127.0.0.1:{port_file.read_text(encoding='utf-8')}/"


def _run(command: list[str], server: int, folder: Path) -> Measured:
    """Run a command in ``folder`` and watch it and whatever it starts; raises Failed.

    Not in the project: Scrapy would take the settings of its ``scrapy.cfg`` for those of a peer.
    """
    before, began = _cpu(server), time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak, cpu, over = 0.0, {}, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(EVERY):
            family = _family(process.pid)
            peak = max(peak, sum(map(_memory, family)))
            cpu.update({pid: used for pid in family if (used := _cpu(pid))})

    watcher = threading.Thread(target=watch)
    watcher.start()
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    over.set()
    watcher.join()
    if process.returncode:
        raise Failed(f"{' '.join(command)} failed: {said.decode(errors='replace')[-500:]}")
    return Measured(
        wall, used.ru_utime + used.ru_stime, _cpu(server) - before, peak, 0, sorted(cpu.values(), reverse=True)
    )


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        for task in Path(f"/proc/{pid}/task").iterdir():
            if task.name != str(pid):
                children += (task / "children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _memory(pid: int) -> float:
    """Proportional set size in MB, 0 where the process is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def _cpu(pid: int) -> float:
    """CPU seconds of a process, 0 where it is gone."""
    try:
        values = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(values[11]) + int(values[12])) / TICK


def _help() -> float:
    before = os.times()
    subprocess.run([sys.executable, "-m", "auditor", "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _table(found: dict[str, list[Measured]]) -> str:
    """Medians over the rounds, and ratios of pages a second and of CPU time to every peer."""
    peers = [name for name in ("CrawlSpider", "advertools.crawl") if name in found]
    rows = [["", "pages/s", "CPU ms/page", "server ms/page", "peak MB", *(f"x {peer}" for peer in peers)]]
    for name, runs in found.items():
        rate = median(run.pages / run.wall for run in runs)
        row = [
            name,
            f"{rate:.1f}",
            f"{median(run.cpu / run.pages * 1000 for run in runs):.1f}",
            f"{median(run.server / run.pages * 1000 for run in runs):.1f}",
            f"{median(run.peak for run in runs):.0f}",
        ]
        rows.append(row + [f"{rate / median(run.pages / run.wall for run in found[peer]):.2f}" for peer in peers])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    for name, runs in found.items():
        last = runs[-1]
        shares = ", ".join(f"{used / last.pages * 1000:.1f}" for used in last.by_process)
        lines.append(f"{name}: CPU ms a page by process, seen to the last look: {shares}")
        if last.stages:
            lines.append(
                f"{name}: seconds by stage: " + ", ".join(f"{key} {value:.1f}" for key, value in last.stages.items())
            )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
