"""With which page a folder begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.crawl import resolve
from auditor.errors import TargetError
from auditor.settings import Settings


def _site(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text(f"<title>{name}</title><p>Boats mended on the quay.</p>")
    return folder


def test_a_folder_without_an_index_begins_with_the_one_page_that_is_called_home(tmp_path: Path) -> None:
    target = resolve(str(_site(tmp_path, "about.html", "homepage.html", "work.html")), Settings())
    assert target.start.endswith("/homepage.html")
    assert resolve(str(_site(tmp_path, "index.html")), Settings()).start.endswith("/")


def test_of_two_pages_that_may_be_the_first_the_user_is_asked(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="has no index page to begin with"):
        resolve(str(_site(tmp_path, "home.html", "start.html", "work.html")), Settings())


def test_an_index_is_one_in_whatever_letters_it_is_written(tmp_path: Path) -> None:
    assert resolve(str(_site(tmp_path, "Index.html", "work.html")), Settings()).start.endswith("/")
