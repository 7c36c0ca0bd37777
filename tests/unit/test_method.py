"""The identity of the method: whatever is our own and decides a result moves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.method import method_version


@pytest.mark.parametrize("name", ["words.txt", "terms.toml", "misspellings.toml"])
def test_a_changed_word_list_or_dictionary_is_another_method(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = method_version([], "en-fast")
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: whole(path) + b"x" * (path.name == name))
    assert method_version([], "en-fast") != before


def test_line_ends_are_no_part_of_the_method(monkeypatch: pytest.MonkeyPatch) -> None:
    before = method_version([], "en-fast")
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: whole(path).replace(b"\n", b"\r\n"))
    assert method_version([], "en-fast") == before
