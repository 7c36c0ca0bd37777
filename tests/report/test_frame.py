"""Compiled templates are kept where only their user may write, and nothing hangs on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from auditor.report import frame

NAME = "parts/moved.html.j2"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "auditor" / "templates"


def fresh() -> Environment:
    return frame.environment.__wrapped__()


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.cache"))


def test_a_template_is_compiled_once_for_all_processes_of_a_user(cache: Path) -> None:
    first = fresh().get_template(NAME)
    (file,) = kept(cache)
    assert cache.stat().st_mode & 0o777 == 0o700
    written = file.stat().st_mtime_ns
    again = fresh().get_template(NAME)
    assert again.root_render_func.__code__.co_code == first.root_render_func.__code__.co_code
    assert file.stat().st_mtime_ns == written


@pytest.mark.parametrize("torn", [b"", b"j2", b"j2\x05\x00garbage that is no code at all"])
def test_a_torn_one_is_compiled_again(cache: Path, torn: bytes) -> None:
    fresh().get_template(NAME)
    (file,) = kept(cache)
    whole = file.read_bytes()
    for data in (torn, whole[: len(whole) // 2]):
        file.write_bytes(data)
        assert fresh().get_template(NAME).module.edits([]).strip() == ""


def test_a_folder_that_others_may_write_to_is_not_used(cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    fresh().get_template(NAME)
    assert kept(cache) == []


def test_without_a_place_to_keep_them_templates_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert fresh().bytecode_cache is None
    assert fresh().get_template(NAME)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    env = fresh()
    (tmp_path / "auditor" / "templates").rmdir()  # gone between two looks: what cannot be written is not kept
    assert env.get_template(NAME)
