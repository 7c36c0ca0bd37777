import gzip
from pathlib import Path

import pytest

from auditor.errors import OutputError
from auditor.snapshots import SnapshotStore, digest_of


def test_a_body_comes_back_as_it_went_in(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    body = "Zwölf Pumpen\x00".encode() * 500
    assert store.get(store.put(body)) == body


def test_equal_bodies_are_kept_once_with_equal_bytes(tmp_path: Path) -> None:
    one, two = SnapshotStore(tmp_path / "a"), SnapshotStore(tmp_path / "b")
    digest = one.put(b"same")
    assert one.put(b"same") == digest == two.put(b"same")
    assert one.path(digest).read_bytes() == two.path(digest).read_bytes()
    assert len(list((tmp_path / "a").rglob("*.zst"))) == 1


def test_a_damaged_body_is_not_given_out_and_is_written_anew(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    digest = store.put(b"as it was sent")
    other = store.put(b"as somebody would have it")
    for damage in (b"torn", store.path(other).read_bytes()):
        store.path(digest).write_bytes(damage)
        assert store.state(digest) == "damaged"
        with pytest.raises(KeyError):
            store.get(digest)
        assert store.put(b"as it was sent") == digest
        assert store.get(digest) == b"as it was sent"


def test_what_an_earlier_version_kept_is_read_counted_and_taken_away(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    body = b"as gzip packed it"
    digest = digest_of(body)
    old = tmp_path / digest[:2] / f"{digest}.gz"
    old.parent.mkdir()
    old.write_bytes(gzip.compress(body, mtime=0))
    assert store.put(body) == digest
    assert list(store.digests()) == [digest]
    assert store.path(digest) == old
    assert store.get(digest) == body
    assert store.keep_only({digest}) == 0
    old.write_bytes(b"torn")
    assert store.state(digest) == "damaged"
    assert store.put(body) == digest
    assert store.get(digest) == body
    assert not old.exists()
    old.write_bytes(gzip.compress(body, mtime=0))
    assert store.keep_only(()) == 2


def test_an_unknown_digest_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        SnapshotStore(tmp_path).get("0" * 64)


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(OutputError, match="Cannot write snapshots"):
        SnapshotStore(blocked).put(b"body")


def test_what_killed_processes_left_goes_with_the_bodies_that_nobody_wants(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    wanted, unwanted = store.put(b"wanted"), store.put(b"unwanted")
    parts = [tmp_path / f"{unwanted}.7.part", store.path(wanted).with_name(f"{wanted}.7.part")]
    for part in parts:
        part.write_bytes(b"torn")
    assert store.keep_only({wanted}) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [store.path(wanted)]
