"""Runs drawn by hand, and every database that the index may live in."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from auditor import record
from auditor.history import write_manifest
from auditor.model import AuditResult, Finding, Quote, Run, Status, Tier
from tests.report import northbeck

Keep = Callable[..., Path]


@pytest.fixture(scope="session")
def bare() -> Run:
    """A run with no pages and no findings."""
    return northbeck.run([])


def finding(name: str) -> Finding:
    quote = Quote(f"We are the {name} of boats", "https://fenwick.example/about")
    return Finding(
        f"{name:0<16}", "visible-errors", "gap", Tier.VISIBLE, f"A gap is left: {name}", (quote,), "", "Fill it."
    )


@pytest.fixture
def keep(tmp_path: Path, bare: Run) -> Keep:
    """Keeps a finished run of a host, made of a few files, with these findings; gives its folder."""

    def make(host: str, run_id: str, *findings: str, bodies: tuple[bytes, ...] = (), **changes: object) -> Path:
        folder = tmp_path / "output" / host / run_id
        folder.mkdir(parents=True)
        result = AuditResult(
            "visible-errors", 1, "", Status.INFORMATIVE, "", findings=tuple(finding(name) for name in findings)
        )
        begun = datetime.strptime(run_id[:16], "%Y%m%dT%H%M%SZ").isoformat() + "+00:00"
        run = replace(bare, id=run_id, site=host, started=begun, finished=begun, results=(result,), **changes)
        (folder / "plan.json").write_text("{}")
        store = record.bodies(folder)
        lines = ['{"kind":"start","url":"https://fenwick.example/"}\n']
        for number, body in enumerate(bodies):
            url = f"https://fenwick.example/{number}"
            lines.append(f'{{"kind":"kept","url":"{url}","digest":"{store.put(body)}"}}\n')
        (folder / "crawl.jsonl").write_text("".join(lines))
        record.write_copy((), folder)
        (folder / "report.html").write_text(f"<p>{run_id}</p>")
        text = record.run_text(run)
        write_manifest(folder, {"run.json": text})
        record.write(folder / "run.json", text)
        return folder

    return make


def _postgres_programs() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps them out of the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return places[-1].parent if places else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, without a database name: AUDITOR_TEST_POSTGRES, or one started here."""
    given = os.environ.get("AUDITOR_TEST_POSTGRES", "")
    if given:
        yield given.rstrip("/")
        return
    programs = _postgres_programs()
    if programs is None:
        pytest.skip("needs PostgreSQL (apt install postgresql), or AUDITOR_TEST_POSTGRES=postgresql://user@host")
    # the server refuses to be run by root
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="auditor-pg-"))
    if user:
        shutil.chown(folder, user)

    def run(*words: str) -> None:
        subprocess.run(
            [str(programs / words[0]), *words[1:]],
            user=user,
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            timeout=120,
        )

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "auditor", "--auth", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=20"
    run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://auditor@/{{database}}?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """What to give to --database: a file of SQLite beside the output, and a database of its own on a real PostgreSQL."""
    if request.param == "sqlite":
        yield ""
        return
    import sqlalchemy as sa

    server = request.getfixturevalue("postgres")
    pattern = server if "{database}" in server else server + "/{database}"
    name = f"auditor_test_{os.getpid()}_{abs(hash(tmp_path)) % 10**8}"
    url = sa.make_url(pattern.format(database="postgres")).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        db.execute(sa.text(f'create database "{name}"'))
    yield pattern.format(database=name)
    with engine.connect() as db:
        db.execute(sa.text(f'drop database "{name}" with (force)'))
    engine.dispose()
