from __future__ import annotations

from pathlib import Path

import pytest

from auditor.report import write
from tests.report import hostile, northbeck


@pytest.fixture(scope="session")
def northbeck_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Northbeck's report."""
    folder = tmp_path_factory.mktemp("northbeck")
    judged = northbeck.pages()
    write(
        northbeck.run(judged), judged, folder, {"html", "csv", "md"}, manuals=northbeck.MANUALS, method=northbeck.METHOD
    )
    return folder


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the hostile site's report."""
    folder = tmp_path_factory.mktemp("hostile")
    judged = hostile.pages()
    write(hostile.run(judged), judged, folder, {"html", "csv", "md"}, manuals={}, method={})
    return folder
