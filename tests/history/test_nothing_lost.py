"""Nothing kept is lost, whatever is killed, full, read-only or wrong about the time."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from auditor import record
from auditor.errors import OutputError
from auditor.history import differences, finished, writing
from auditor.history.index import open_index
from auditor.run import audit
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore

HOST = "hollow-oak.example"
LINES = {
    "index.html": "<h1>Stairs that end the creak</h1><p>Your household sleeps through the night.</p>"
    "<p>Each tread is 32 mm ash, glued and wedged from below.</p><a href='about.html'>About us</a>",
    "about.html": "<h1>About us</h1><p>We are four joiners and an apprentice in a barn outside Ludlow.</p>",
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    for name, body in LINES.items():
        page = f"<!doctype html><html lang=en><title>Hollow Oak</title><body><main>{body}</main></body></html>"
        (folder / name).write_text(page)
    return folder


def _settings(output: Path) -> Settings:
    return Settings(output=output, fast=True, workers=1, formats=("json", "csv"), base_url=f"https://{HOST}")


def _told(folder: Path) -> tuple[dict[str, object], bytes]:
    run = json.loads(record.read_file(folder, "run.json"))
    bare = {key: value for key, value in run.items() if key not in record.VOLATILE}
    return bare, b"".join(map(record.page_text, record.read_copy(folder)))


@pytest.fixture(scope="module")
def whole(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], bytes]:
    """What an audit that nobody disturbed comes to."""
    _, folder = audit(str(shop), _settings(tmp_path_factory.mktemp("whole")))
    return _told(folder)


def _forked(work: Callable[[], object]) -> tuple[int, str]:
    """Runs ``work`` in a process of its own; gives its signal (0: none) and what it said or raised."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            said = work()
        except OutputError as error:
            said = f"OutputError: {error}"
        except BaseException:
            said = traceback.format_exc()
        os.write(into, str(said).encode())
        os._exit(0)
    os.close(into)
    with open(out, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, said


def _die_at(monkeypatch: pytest.MonkeyPatch, pattern: str, *, after: bool) -> None:
    """Have this process killed where a file of this pattern is given its name: just before that, or just after."""
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        hit = Path(target).match(pattern)
        if hit and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        done = rename(self, target)
        if hit:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize(
    ("pattern", "after"),
    [
        ("kept/*/*.zst", True),
        ("copy.jsonl", False),
        ("manifest.json", True),
        ("run.json", True),
    ],
)
def test_an_audit_killed_at_a_write_is_taken_up_and_comes_to_the_same_run(
    shop: Path, whole: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, after: bool
) -> None:
    with monkeypatch.context() as patch:
        _die_at(patch, pattern, after=after)
        killed, said = _forked(lambda: audit(str(shop), _settings(tmp_path)))
    assert (killed, said) == (signal.SIGKILL, "")
    begun = [path.parent for path in tmp_path.glob("*/*/plan.json")]
    if finished(tmp_path, HOST):
        # all that was left to do was the index, which the next look at it takes in
        assert (pattern, after) == ("run.json", True)
        with open_index(tmp_path) as index:
            assert index.sync().added == 1
    else:
        _, folder = audit(str(shop), _settings(tmp_path))
        assert [folder] == begun
    assert _told(begun[0]) == whole
    assert differences(begun[0]) == []


def test_a_snapshot_killed_while_it_is_written_is_written_whole_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SnapshotStore(tmp_path)
    with monkeypatch.context() as patch:
        _die_at(patch, "*.zst", after=False)
        assert _forked(lambda: store.put(b"<p>kept</p>"))[0] == signal.SIGKILL
    assert list(store.digests()) == []
    digest = store.put(b"<p>kept</p>")
    assert (store.get(digest), store.state(digest)) == (b"<p>kept</p>", "")
    assert store.keep_only({digest}) == 0
    assert [path.suffix for path in tmp_path.glob("*/*")] == [".zst"]


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    def hold() -> None:
        with writing(tmp_path, HOST):
            os.kill(os.getpid(), signal.SIGKILL)

    assert _forked(hold)[0] == signal.SIGKILL
    with writing(tmp_path, HOST):
        pass


def _bounded(most: int, work: Callable[[], object]) -> Callable[[], object]:
    """``work`` with a disk on which no file grows beyond ``most`` bytes."""

    def run() -> object:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return work()

    return run


def test_a_disk_that_fills_up_gets_one_sentence_and_costs_nothing_that_was_kept(
    shop: Path, whole: object, tmp_path: Path
) -> None:
    killed, said = _forked(_bounded(6_000, lambda: audit(str(shop), _settings(tmp_path))))
    assert killed == 0
    assert said.startswith("OutputError: Cannot write "), said
    assert "free some space or give another --output." in said
    assert "\n" not in said
    _, folder = audit(str(shop), _settings(tmp_path))
    assert [folder] == [path.parent for path in tmp_path.glob("*/*/plan.json")]
    assert _told(folder) == whole


def test_an_index_without_room_is_a_warning_and_no_lost_run(shop: Path, tmp_path: Path) -> None:
    killed, said = _forked(_bounded(40_000, lambda: audit(str(shop), _settings(tmp_path))[0].warnings))
    assert killed == 0, said
    assert "This run is kept and not yet in the index of all runs." in said
    with open_index(tmp_path) as index:
        assert index.sync().added == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user, which root alone may")
def test_a_folder_that_may_not_be_written_gets_one_sentence(shop: Path, tmp_path: Path) -> None:
    output = Path("/tmp") / f"auditor-readonly-{os.getpid()}"
    output.mkdir()
    with writing(tmp_path, HOST), open_index(tmp_path):
        pass  # what these load, the other user may not be able to read
    try:

        def try_lock() -> None:
            os.setuid(65534)
            with writing(output, HOST):
                pass

        def try_index() -> None:
            os.setuid(65534)
            open_index(output)

        for work in (try_lock, try_index):
            killed, said = _forked(work)
            assert killed == 0
            assert said.startswith("OutputError: "), said
            assert "--output" in said
            assert said.count("\n") == 0
    finally:
        shutil.rmtree(output)


def test_a_clock_that_was_set_back_files_the_run_after_the_last_one_and_says_so(shop: Path, tmp_path: Path) -> None:
    ahead = tmp_path / HOST / "20991231T000000Z"
    ahead.mkdir(parents=True)
    (ahead / "plan.json").write_text("{}")
    run, folder = audit(str(shop), _settings(tmp_path))
    assert folder.name == "20991231T000000Z-1"
    assert "The clock of this machine stands before an earlier run of hollow-oak.example" in run.warnings[0]
    run, folder = audit(str(shop), _settings(tmp_path))
    assert (folder.name, [path.name for path in finished(tmp_path, HOST)]) == (
        "20991231T000000Z-2", ["20991231T000000Z-1", "20991231T000000Z-2"],
    )  # fmt: skip


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "kept.json")
    (tmp_path / "kept.json").write_bytes(b"old")
    assert record.write(tmp_path / "link", b"new") == tmp_path / "link"
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kept.json").read_bytes() == b"new"
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        heard = pool.submit((tmp_path / "pipe").read_bytes)
        record.write(tmp_path / "pipe", b"through it")
        assert heard.result(timeout=10) == b"through it"
    assert (tmp_path / "pipe").is_fifo()
    if Path("/dev/full").is_char_device():
        with pytest.raises(OutputError, match="Cannot write /dev/full: No space left on device"):
            record.write(Path("/dev/full"), b"x")
        assert Path("/dev/full").is_char_device()


def test_a_name_for_an_open_pipe_is_written_through() -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb") as reader, os.fdopen(write, "wb") as writer:
        assert record.write(Path(f"/dev/fd/{writer.fileno()}"), b"through it") == Path(f"/dev/fd/{writer.fileno()}")
        assert reader.read(10) == b"through it"


def test_a_link_that_leads_to_itself_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OutputError, match="leads back to itself"):
        record.write(tmp_path / "loop", b"x")
