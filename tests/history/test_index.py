"""The index says what the files say, on every database, whatever happened in between."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from auditor.errors import DamagedIndex, OutputError, UsageError
from auditor.history import runs_of, sites_of
from auditor.history.glance import HEAD, NAME, glance
from auditor.history.index import open_index, passing_index
from auditor.history.tables import meta
from auditor.model import Run
from tests.history.conftest import Keep
from tests.journeys.conftest import ROOT

HOST = "fenwick.example"


def test_the_index_says_what_the_files_say(keep: Keep, tmp_path: Path, database: str) -> None:
    keep(HOST, "20261101T080000Z", "draft", name="Fenwick\0Boats")
    keep(HOST, "20261101T080000Z-1", "draft", "placeholder")
    keep("saltmarsh.example_8000", "20261103T080000Z")
    output = tmp_path / "output"
    with open_index(output, database) as index:
        assert (index.sync().added, index.sync().added) == (3, 0)
        for host in (HOST, "saltmarsh.example_8000"):
            told = index.runs(host)
            assert [run.id for run in told] == [run.id for run in runs_of(output, host)]
            assert [run.scores for run in told] == [run.scores | {"overall": 38.0} for run in runs_of(output, host)]
            assert [run.shares for run in told] == [run.shares for run in runs_of(output, host)]
        assert [(site.host, site.runs, site.last.id) for site in sites_of(index.runs())] == [
            (HOST, 2, "20261101T080000Z-1"), ("saltmarsh.example_8000", 1, "20261103T080000Z"),
        ]  # fmt: skip
        assert index.runs(HOST)[0].name == "FenwickBoats"


def test_files_that_came_went_or_were_written_anew_are_noticed(keep: Keep, tmp_path: Path, database: str) -> None:
    first = keep(HOST, "20261101T080000Z", "draft")
    keep(HOST, "20261102T080000Z")
    with open_index(tmp_path / "output", database) as index:
        index.sync()
        shutil.rmtree(first)
        keep(HOST, "20261103T080000Z")
        again = tmp_path / "output" / HOST / "20261102T080000Z" / "run.json"
        again.write_text(again.read_text().replace("It says what you make.", "It says what they gain."))
        synced = index.sync([HOST])
        assert (synced.added, synced.gone) == (2, 1)
        assert [run.verdict[:23] for run in index.runs(HOST)] == ["It says what they gain.", "It says what you make. "]
        (tmp_path / "output" / HOST / "20261103T080000Z" / "run.json").write_text('{"schema": 1, "torn')
        assert "cannot be read" in index.sync().unreadable[0]
        shutil.rmtree(tmp_path / "output" / HOST)
        assert index.sync([HOST]).gone == 2
        assert sites_of(index.runs()) == []


def test_an_index_in_step_is_read_without_what_writes_it_and_any_other_is_not(
    keep: Keep, bare: Run, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    keep(HOST, "20261101T080000Z", "draft", name="Fenwick")
    folder = keep(
        HOST,
        "20261102T080000Z",
        overall=replace(bare.overall, value=None),
        coverage=replace(bare.coverage, complete=False),
    )
    keep("saltmarsh.example_8000", "20261103T080000Z")
    assert glance(output, "") is None
    for database in ("", str(tmp_path / "elsewhere.db")):
        with open_index(output, database) as index:
            index.sync()
            assert glance(output, database) == index.runs()
            assert glance(output, database, [HOST]) == index.runs(HOST)
        assert [run.complete for run in glance(output, database) or ()] == [True, False, True]
    (folder / "run.json").touch()
    assert glance(output, "", ["saltmarsh.example_8000"]) is not None
    assert (glance(output, ""), glance(output, "", [HOST])) == (None, None)
    with open_index(output) as index, index.engine.begin() as db:
        index.sync()
        db.execute(sa.text("update alembic_version set version_num = '0000'"))
    assert glance(output, "") is None
    (output / "history.sqlite").write_bytes(b"no database at all" * 100)
    assert glance(output, "") is None
    assert glance(output, "postgresql://nobody@localhost/none") is None


def test_listing_the_history_loads_nothing_that_only_writing_it_needs(keep: Keep, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    output = tmp_path / "output"
    words = "import sys; sys.argv[1:] = ['history', '--output', sys.argv[1]]\n"
    words += "from auditor.cli import cli; cli.main(standalone_mode=False)\n"
    words += "print(sorted({'sqlalchemy', 'alembic', 'numpy', 'jinja2', 'lxml'} & set(sys.modules)))"
    told = [
        subprocess.run([sys.executable, "-c", words, str(output)], capture_output=True, check=True, text=True).stdout
        for _ in range(2)
    ]
    assert [text.splitlines()[-1] for text in told] == ["['alembic', 'sqlalchemy']", "[]"]
    assert told[0].splitlines()[:-1] == told[1].splitlines()[:-1]


def test_the_migrations_come_to_the_tables_that_the_code_names(tmp_path: Path, database: str) -> None:
    with open_index(tmp_path, database) as index:
        there = sa.inspect(index.engine)
        for table in meta.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in there.get_columns(table.name)}
            assert columns == {column.name: column.nullable for column in table.columns}, table.name
        with index.engine.connect() as db:
            assert db.execute(sa.text("select version_num from alembic_version")).scalar() == HEAD
    with open_index(tmp_path, database) as index:
        assert sites_of(index.runs()) == []


def test_an_index_of_an_earlier_auditor_is_brought_up_to_date_and_keeps_its_rows(
    keep: Keep, tmp_path: Path, database: str
) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    url = database.replace("postgresql://", "postgresql+psycopg://") or f"sqlite:///{tmp_path / 'output' / NAME}"
    engine = sa.create_engine(url)
    with engine.begin() as db:
        config = Config()
        config.set_main_option("script_location", str(ROOT / "auditor" / "history" / "migrations"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
        db.execute(sa.text("insert into sites (place, host) values ('elsewhere', 'tidewater.example')"))
        assert sa.inspect(db).has_table("findings")
    with open_index(tmp_path / "output", database) as index:
        index.sync()
        assert [(run.host, run.findings) for run in index.runs()] == [(HOST, 1)]
    with engine.connect() as db:
        assert db.execute(sa.text("select version_num from alembic_version")).scalar() == HEAD
        assert not sa.inspect(db).has_table("findings")
        assert "tidewater.example" in set(db.execute(sa.text("select host from sites")).scalars())
    engine.dispose()


def test_two_outputs_in_one_database_do_not_see_each_other(keep: Keep, tmp_path: Path, database: str) -> None:
    keep(HOST, "20261101T080000Z")
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "output", other)
    shared = database or str(tmp_path / "shared.sqlite")
    with open_index(tmp_path / "output", shared) as one, open_index(other, shared) as two:
        assert (one.sync().added, two.sync().added) == (1, 1)
        two.clear()
        assert (len(one.runs()), len(two.runs())) == (1, 0)


def test_many_writers_at_once_all_get_their_run_in(keep: Keep, tmp_path: Path, database: str) -> None:
    from auditor import record

    folders = [keep(f"site{n}.example", "20261101T080000Z", "draft") for n in range(8)]
    trouble: list[Exception] = []

    def enter(folder: Path) -> None:
        try:
            with open_index(tmp_path / "output", database) as index:
                index.put(record.read_run(folder), folder)
        except Exception as error:
            trouble.append(error)

    threads = [threading.Thread(target=enter, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    with open_index(tmp_path / "output", database) as index:
        assert len(sites_of(index.runs())) == 8
        assert index.sync().added == 0


_SLOWLY = """
import sys
from pathlib import Path
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from auditor import record
from auditor.history import index as module
output, database, where = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
def wait(*_):
    print("now", flush=True)
    sys.stdin.read()
if where == "migration":
    import alembic.operations
    alembic.operations.Operations.create_index = lambda *a, **k: wait()
else:
    module._many = wait
with module.open_index(output, database) as index:
    index.sync()
"""


@pytest.mark.parametrize("where", ["migration", "row"])
def test_a_process_killed_while_it_writes_leaves_the_index_as_it_was(
    keep: Keep, tmp_path: Path, database: str, where: str
) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    output = tmp_path / "output"
    if where == "row":
        with open_index(output, database):
            pass
    words = [sys.executable, "-c", _SLOWLY, str(output), database, where]
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"now\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert process.stdin is not None
    process.stdin.close()
    began = time.monotonic()
    with open_index(output, database) as index:
        assert index.runs() == []
        assert index.sync().added == 1
        assert [run.findings for run in index.runs(HOST)] == [1]
    assert time.monotonic() - began < 20


def test_an_index_of_a_newer_auditor_is_left_alone(tmp_path: Path, database: str) -> None:
    with open_index(tmp_path, database) as index, index.engine.begin() as db:
        db.execute(sa.text("update alembic_version set version_num = '9999'"))
    with pytest.raises(UsageError, match="made by a newer auditor"):
        open_index(tmp_path, database)


def test_a_damaged_index_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").write_bytes(b"no database at all" * 400)
    with pytest.raises(DamagedIndex, match="auditor reindex"):
        open_index(tmp_path)


def test_an_index_that_another_process_holds_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.history.index.PATIENCE", 0.2)
    with open_index(tmp_path) as index:
        holder = sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)
        holder.execute("begin immediate")
        with pytest.raises(OutputError, match="is written by another process"):
            index.clear()
        holder.close()


def test_a_database_that_is_none_gets_a_sentence_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"takes postgresql:// or a file of SQLite, not mysql://"):
        open_index(tmp_path, "mysql://a@b/c")
    with pytest.raises(UsageError, match="no URL of a database"):
        open_index(tmp_path, "://")
    with pytest.raises(OutputError) as caught:
        open_index(tmp_path, "postgresql://me:secret@127.0.0.1:9/none")
    assert "secret" not in str(caught.value)
    assert "cannot be used" in str(caught.value)


def test_an_output_that_cannot_be_written_is_read_all_the_same(keep: Keep, tmp_path: Path) -> None:
    keep(HOST, "20261101T080000Z", "draft")
    with passing_index(tmp_path / "output") as index:
        index.sync()
        assert [run.findings for run in index.runs()] == [1]
