"""What runs share is kept once; a run reads the same packed or not, and one of every schema for ever."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import crawl, record
from auditor.errors import UsageError
from auditor.history import differences, resolve_run
from auditor.history.finish import finish
from auditor.history.retention import due, remove, settle
from auditor.model import JudgedPage, Run, Served
from tests.history.conftest import Keep
from tests.report import northbeck

HOST = "fenwick.example"
SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def pages() -> list[JudgedPage]:
    return northbeck.pages()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("version", sorted(path.name for path in SCHEMAS.iterdir()))
def test_a_run_of_every_schema_reads_in_full(version: str) -> None:
    (folder,) = (path.parent for path in SCHEMAS.glob(f"{version}/*/*/run.json"))
    run = record.read_run(folder)
    assert run.schema == record.SCHEMA
    copy = list(record.read_copy(folder))
    assert [page.url for page in copy] == [page.url for page in run.pages]
    assert "Stairs that end the creak" in {unit.text for page in copy for unit in page.copy}
    assert [snapshot.url for snapshot in crawl.kept(folder)]
    assert resolve_run(SCHEMAS / version, "hollow-oak.example") == folder


def test_an_older_run_keeps_its_word_for_those_served(tmp_path: Path) -> None:
    (old,) = SCHEMAS.glob("1/*/*/run.json")
    data = json.loads(old.read_bytes())
    first = next(result for result in data["results"] if result["id"] == "first-screen")
    first["numbers"]["served"] = {"one": "member", "many": "members"}
    (tmp_path / "run.json").write_text(json.dumps(data))
    assert record.read_run(tmp_path).served == Served("member", "members")
    assert record.read_run(old.parent).served == Served()


def test_there_is_a_run_of_every_schema() -> None:
    assert sorted(int(path.name) for path in SCHEMAS.iterdir()) == list(range(1, record.SCHEMA + 1))


def test_copy_comes_back_as_it_went_in_and_is_kept_once(tmp_path: Path, pages: list[JudgedPage]) -> None:
    record.write_copy(pages, tmp_path / HOST / "one")
    size = _size(tmp_path)
    record.write_copy(pages, tmp_path / HOST / "two")
    assert _size(tmp_path) - size < size / 4
    assert list(record.read_copy(tmp_path / HOST / "two")) == pages
    shutil.rmtree(tmp_path / HOST / "kept")
    with pytest.raises(UsageError, match="no longer kept"):
        list(record.read_copy(tmp_path / HOST / "two"))


def test_a_packed_run_reads_as_it_was_written_to_the_byte(keep: Keep) -> None:
    folder = keep(HOST, "20261101T080000Z", "draft", bodies=(b"<p>one</p>",), timing={"crawl": 1.25, "label": 3.0})
    names = [name for name in record.PACKED if (folder / name).exists()]
    before = {name: (folder / name).read_bytes() for name in names}
    time = (folder / "run.json").stat().st_mtime_ns
    record.pack(folder)
    assert {path.name for path in folder.iterdir()} == {"plan.json", "manifest.json", "report.html", "run.json"}
    assert {name: record.read_file(folder, name) for name in names} == before
    assert (folder / "run.json").stat().st_mtime_ns == time
    assert differences(folder) == []
    with pytest.raises(FileNotFoundError):
        record.read_file(folder, "crawl.json")
    record.unpack(folder)
    assert {name: (folder / name).read_bytes() for name in names} == before


def test_two_hundred_audits_that_found_the_same_take_little_more_room_than_one(
    keep: Keep, tmp_path: Path, bare: Run, pages: list[JudgedPage]
) -> None:
    whole = northbeck.run(pages)
    changes = {name: getattr(whole, name) for name in ("pages", "profile", "profiles", "results")}
    for number in range(30):
        folder = keep(HOST, f"20261101T0800{number:02}Z", timing={"crawl": number / 7})
        run = record.read_run(folder)
        text = record.run_text(type(run)(**{**{k: getattr(run, k) for k in run.__dataclass_fields__}, **changes}))
        record.write_copy(pages, folder)
        (folder / "report.html").write_bytes(os.urandom(200_000))
        record.write(folder / "run.json", text)
        gone = settle(tmp_path / "output", HOST)
        assert gone == (folder.with_name(f"20261101T0800{number - 1:02}Z") if number else None)
        if number == 0:
            one = _size(tmp_path / "output")
    more = (_size(tmp_path / "output") - one) / 29
    assert more < 3_000, more
    assert len(list((tmp_path / "output").rglob("report.html"))) == 1


def test_a_run_that_found_something_else_keeps_its_report(keep: Keep, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    keep(HOST, "20261102T080000Z", "draft", "gap")
    settle(tmp_path / "output", HOST)
    assert len(list((tmp_path / "output").rglob("report.html"))) == 2
    keep(HOST, "20261103T080000Z", "draft", "gap")
    settle(tmp_path / "output", HOST, keep_reports=True)
    assert len(list((tmp_path / "output").rglob("report.html"))) == 3


def test_the_report_that_reads_as_the_one_that_went_is_named(keep: Keep) -> None:
    first, second = (keep(HOST, f"2026110{day}T080000Z", "draft") for day in (1, 2))
    told = [finish(record.read_run(folder), folder, "", keep_reports=False) for folder in (first, second)]
    gone = f"This run repeats {HOST}/{first.name}, whose report was removed: {second / 'report.html'} reads the same, "
    assert told[0] == ""
    assert told[1].startswith(gone)
    assert [(folder / "report.html").exists() for folder in (first, second)] == [False, True]


def test_what_a_kept_run_needs_outlives_the_runs_it_shares_it_with(
    keep: Keep, tmp_path: Path, pages: list[JudgedPage]
) -> None:
    output = tmp_path / "output"
    folders = [keep(HOST, f"2026110{day}T080000Z", "draft") for day in range(1, 5)]
    for folder, some in zip(folders, (pages, pages[:4], pages[:4], pages[2:6]), strict=True):
        record.write_copy(some, folder)
    settle(output, HOST)
    going = due(output, HOST, 2, None)
    assert going == folders[:2]
    remove(output, HOST, going)
    assert list(record.read_copy(folders[2])) == pages[:4]
    assert list(record.read_copy(folders[3])) == pages[2:6]
    kept = set(record.shared(folders[3]).digests())
    assert kept == record.parts_of(folders[2]) | record.parts_of(folders[3])


def test_pruning_takes_what_was_computed_to_compare_a_run_and_leaves_what_is_of_a_kept_one(keep: Keep) -> None:
    ids = ["20261101T080000Z", "20261101T080000Z-2", "20261102T080000Z"]
    first, twin, last = (keep(HOST, name) for name in ids)
    again = first.parent / "again"
    store = record.shared(again / "any")
    for folder in (first, twin, last):
        place = again / f"{folder.name}-0123456789"
        place.mkdir(parents=True)
        shared = store.put(folder.name.encode())
        line = f'{{"url":"https://fenwick.example/","kept":{{"page":"{shared}","copy":"{shared}"}}}}\n'
        (place / "copy.jsonl").write_text(line)
    for number, pair in enumerate(
        [(ids[0], ids[1]), (f"{ids[1]}-0123456789", ids[2]), (f"{ids[0]}-0123456789", ids[2])]
    ):
        record.write(again / f"scores-{number}.json", json.dumps({"runs": pair}).encode())
    record.write(again / "scores-old.json", b'{"common": {}}')
    remove(first.parent.parent, HOST, [first])
    left = sorted(path.name for path in again.iterdir())
    assert left == [f"{ids[1]}-0123456789", f"{ids[2]}-0123456789", "kept", "scores-1.json"]
    assert sum(1 for path in (again / "kept").rglob("*") if path.is_file()) == 2


_KILLED = """
import os, sys
from pathlib import Path
from auditor import record
folder, writes = Path(sys.argv[1]), int(sys.argv[2])
def counted(call):
    def wrapped(*args, **more):
        global writes
        if writes == 0:
            os.kill(os.getpid(), 9)
        writes -= 1
        return call(*args, **more)
    return wrapped
Path.replace, Path.unlink, os.utime = counted(Path.replace), counted(Path.unlink), counted(os.utime)
record.pack(folder)
print("through")
"""


def test_packing_killed_at_any_of_its_writes_loses_nothing(keep: Keep) -> None:
    folder = keep(HOST, "20261101T080000Z", "draft", bodies=(b"<p>one</p>",))
    names = [name for name in record.PACKED if (folder / name).exists()]
    before = {name: (folder / name).read_bytes() for name in names}
    for writes in range(20):
        words = [sys.executable, "-c", _KILLED, str(folder), str(writes)]
        done = subprocess.run(words, capture_output=True, env={**os.environ, "PYTHONPATH": "."}, check=False)
        assert {name: record.read_file(folder, name) for name in names} == before, writes
        assert differences(folder) == [], writes
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        record.unpack(folder)  # from the start, one write further
        shutil.rmtree(folder.parent / "kept", ignore_errors=True)
    assert (done.stdout, writes >= 6) == (b"through\n", True)
