"""A run is found by every name that a person may give it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from auditor import record
from auditor.errors import UsageError
from auditor.history import hosts_of, resolve_run, runs_of
from auditor.model import Run


def _keep(bare: Run, folder: Path, started: str) -> None:
    record.write_run(replace(bare, id=folder.name, site=folder.parent.name, started=started), folder)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory, bare: Run) -> Path:
    output = tmp_path_factory.mktemp("output")
    for run_id, started in (
        ("20261101T080000Z", "2026-11-01T08:00:00+00:00"),
        ("20261101T080000Z-2", "2026-11-01T08:00:00+00:00"),
        ("20261101T080000Z-10", "2026-11-01T18:00:00+00:00"),
        ("20261103T080000Z", "2026-11-03T08:00:00+00:00"),
    ):
        _keep(bare, output / "saltmarsh.example_8000" / run_id, started)
    _keep(bare, output / "fenwick.example" / "20261103T080000Z", "2026-11-03T08:00:00+00:00")
    unfinished = output / "fenwick.example" / "20261104T080000Z"
    unfinished.mkdir()
    (unfinished / "plan.json").write_text("{}")
    return output


def test_the_runs_of_a_host_come_newest_last_and_only_the_finished_ones(output: Path) -> None:
    assert [run.id for run in runs_of(output, "saltmarsh.example_8000")] == [
        "20261101T080000Z", "20261101T080000Z-2", "20261101T080000Z-10", "20261103T080000Z",
    ]  # fmt: skip
    assert [run.id for run in runs_of(output, "fenwick.example")] == ["20261103T080000Z"]
    assert runs_of(output, "nobody.example") == []
    assert hosts_of(output) == ["fenwick.example", "saltmarsh.example_8000"]


@pytest.mark.parametrize(
    ("name", "run_id"),
    [
        ("saltmarsh.example_8000", "20261103T080000Z"),
        ("saltmarsh.example:8000", "20261103T080000Z"),
        ("http://saltmarsh.example:8000/", "20261103T080000Z"),
        ("www.saltmarsh.example:8000", "20261103T080000Z"),
        ("saltmarsh.example:8000~0", "20261103T080000Z"),
        ("saltmarsh.example:8000~1", "20261101T080000Z-10"),
        ("saltmarsh.example:8000~3", "20261101T080000Z"),
        ("saltmarsh.example:8000@2026-11-02", "20261101T080000Z-10"),
        ("saltmarsh.example:8000@2026-11-01T12:00", "20261101T080000Z-2"),
        ("20261101T080000Z-2", "20261101T080000Z-2"),
        ("saltmarsh.example_8000/20261101T080000Z", "20261101T080000Z"),
    ],
)
def test_every_spelling_finds_its_run(output: Path, name: str, run_id: str) -> None:
    assert resolve_run(output, name) == output / "saltmarsh.example_8000" / run_id


def test_a_folder_is_its_own_name(output: Path) -> None:
    folder = output / "fenwick.example" / "20261103T080000Z"
    assert resolve_run(Path("elsewhere"), str(folder)) == folder


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("saltmarsh.example:8000~4", "has 4 runs; .* number 5 from last"),
        ("saltmarsh.example:8000@2026-10-01", "no run by 2026-10-01; its first was begun on 2026-11-01 at 08:00 UTC"),
        ("fenwik.example", "did you mean 'fenwick.example'"),
        ("fenwick.example@2026-13-45", "2026-13-45 is no date"),
        ("20261103T080000Z", "the id of 2 runs; give one of fenwick.example/20261103T080000Z, saltmarsh"),
        ("20200101T000000Z", "no finished run 20200101T000000Z"),
        ("..", "known hosts: fenwick.example, saltmarsh.example_8000"),
        ("", "known hosts"),
    ],
)
def test_a_name_that_means_no_run_gets_a_sentence(output: Path, name: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        resolve_run(output, name)


def test_an_unfinished_run_is_called_so(output: Path) -> None:
    with pytest.raises(UsageError, match="is not finished"):
        resolve_run(output, str(output / "fenwick.example" / "20261104T080000Z"))
