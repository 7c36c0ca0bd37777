"""The index of all runs: a database that answers quickly what the runs' files say, and is rebuilt from them at any time.

SQLite beside the output by default, PostgreSQL by URL. The files are the truth: :meth:`Index.sync` brings the index in
step with them, whatever was killed, copied, removed or edited meanwhile. Importing this costs a fifth of a second
(SQLAlchemy), so only what :mod:`auditor.history.glance` cannot answer does; alembic is imported only where a migration is due.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from auditor import record
from auditor.errors import DamagedIndex, OutputError, UsageError
from auditor.history.glance import HEAD, NAME, PATIENCE, PLAIN, stamp, summaries
from auditor.history.manifest import manifest_digest
from auditor.history.runs import RunSummary, finished, hosts_of, summary_of
from auditor.history.tables import meta, runs, scores, shares, sites
from auditor.model import Run

BATCH = 50
"""Runs taken in with one transaction where many are new to the index."""
_MIGRATING = 7_118_204_551
"""The number of the PostgreSQL advisory lock under which one process at a time migrates; no meaning beyond that."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What it took to bring an index in step with the files: runs taken in, runs let go, and what could not be read."""

    added: int = 0
    gone: int = 0
    unreadable: tuple[str, ...] = ()


class Index:
    """The index of the runs under ``output``. A context manager; safe for several processes."""

    def __init__(self, engine: Engine, output: Path, place: str) -> None:
        """Use :func:`open_index` instead."""
        self.engine = engine
        self.output = output
        self.place = place

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()

    def sync(self, hosts: Iterable[str] | None = None, told: Callable[[int, int], None] | None = None) -> Synced:
        """Bring the index in step with the files of these hosts (all where None).

        ``told`` hears of (done, to do) while runs are taken in. A run that cannot be read is left out and named.
        """
        named = hosts is not None
        wanted = {host: finished(self.output, host) for host in (hosts if hosts is not None else hosts_of(self.output))}
        with self._reading() as db:
            known = {
                (row.host, row.run): row.stamp
                for row in db.execute(
                    sa.select(sites.c.host, runs.c.run, runs.c.stamp).join(runs).where(sites.c.place == self.place)
                )
                if not named or row.host in wanted
            }
        there = {(host, folder.name): folder for host, folders in wanted.items() for folder in folders}
        due = [(key, folder) for key, folder in there.items() if known.get(key) != stamp(folder)]
        gone = [key for key in known if key not in there]
        unreadable = []
        for begin in range(0, len(due), BATCH):
            ready = []
            for done, (_, folder) in enumerate(due[begin : begin + BATCH], begin):
                if told is not None:
                    told(done, len(due))
                try:
                    ready.append((record.read_run(folder), folder))
                except UsageError as error:
                    unreadable.append(str(error))
            with self._writing() as db:
                for run, folder in ready:
                    self._put(db, run, folder)
        for host, name in gone:
            self.remove(host, name)
        return Synced(len(due) - len(unreadable), len(gone), tuple(unreadable))

    def put(self, run: Run, folder: Path) -> None:
        """Take a run in, in one transaction; one of the same id makes place. Raises OutputError."""
        with self._writing() as db:
            self._put(db, run, folder)

    def _put(self, db: Connection, run: Run, folder: Path) -> None:
        summary = summary_of(run, folder)
        row = {
            "run": folder.name,
            "stamp": stamp(folder),
            "manifest": manifest_digest(folder),
            "schema": run.schema,
            "found": run.coverage.found,
            "skipped": run.coverage.skipped,
            **{key: getattr(summary, key) for key in PLAIN},
        }
        site = self._site(db, summary.host)
        db.execute(sa.delete(runs).where(runs.c.site == site, runs.c.run == folder.name))
        number = db.execute(sa.insert(runs).values(site=site, **_plain(row)).returning(runs.c.id)).scalar_one()
        _many(db, scores, [{"run": number, **score} for score in _scores(run)])
        _many(db, shares, [{"run": number, **share} for share in _shares(run)])

    def remove(self, host: str, run: str | None = None) -> None:
        """Forget a run, or with None a host and all its runs."""
        with self._writing() as db:
            site = sa.select(sites.c.id).where(sites.c.place == self.place, sites.c.host == host).scalar_subquery()
            if run is not None:
                db.execute(sa.delete(runs).where(runs.c.site == site, runs.c.run == run))
            if run is None or not db.execute(sa.select(runs.c.id).where(runs.c.site == site).limit(1)).first():
                db.execute(sa.delete(sites).where(sites.c.place == self.place, sites.c.host == host))

    def clear(self) -> None:
        """Forget all runs of this output."""
        with self._writing() as db:
            db.execute(sa.delete(sites).where(sites.c.place == self.place))

    def runs(self, host: str | None = None) -> list[RunSummary]:
        """The finished runs of a host, or of all, each host's newest last."""
        query = sa.select(sites.c.host, runs).join(runs, runs.c.site == sites.c.id).where(sites.c.place == self.place)
        if host is not None:
            query = query.where(sites.c.host == host)
        wanted = query.with_only_columns(runs.c.id)
        site_wide = sa.select(shares).where(shares.c.run.in_(wanted), shares.c.scope == "site")
        with self._reading() as db:
            return summaries(
                self.output,
                (row._asdict() for row in db.execute(query)),
                (row._asdict() for row in db.execute(sa.select(scores).where(scores.c.run.in_(wanted)))),
                (row._asdict() for row in db.execute(site_wide)),
            )

    def _site(self, db: Connection, host: str) -> int:
        place = sa.select(sites.c.id).where(sites.c.place == self.place, sites.c.host == host)
        found = db.execute(place).scalar()
        if found is None:
            found = db.execute(sa.insert(sites).values(place=self.place, host=host).returning(sites.c.id)).scalar_one()
        return int(found)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(self.engine.url), self.engine.connect() as db:
            yield db

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(self.engine.url), self.engine.connect().execution_options(writes=True) as db, db.begin():
            if db.dialect.name == "postgresql":
                # two first runs of one host would both make its row
                db.execute(sa.text("lock table sites in share row exclusive mode"))
            yield db


def open_index(output: Path, database: str = "") -> Index:
    """The index of the runs under ``output``, its tables made or brought up to date; raises UsageError, OutputError.

    ``database`` is a ``postgresql://`` URL, a file of SQLite, or "" for ``history.sqlite`` in the output folder.
    """
    url, place = _place(output, database)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"Cannot write to {output}: {error.strerror or error}; give another --output or --database."
            ) from None
    engine = _engine(url)
    index = Index(engine, output, place)
    with contextlib.ExitStack() as undo:
        undo.enter_context(index)
        with _told(url):
            _migrate(engine)
        undo.pop_all()
    return index


def passing_index(output: Path) -> Index:
    """An index in memory, for an output folder that can be read and not written; :meth:`Index.sync` fills it."""
    engine = _engine(make_url("sqlite://"))
    with engine.begin() as db:
        meta.create_all(db)
    return Index(engine, output, "")


def _place(output: Path, database: str) -> tuple[URL, str]:
    """The URL of a database, and what its rows call this output folder."""
    if not database:
        return URL.create("sqlite", database=str(output / NAME)), ""
    if "://" not in database:
        return URL.create("sqlite", database=database), str(output.resolve())
    try:
        url = make_url(database)
    except ArgumentError:
        raise UsageError(
            "--database is no URL of a database; give one such as postgresql://user@localhost/auditor."
        ) from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise UsageError(f"--database takes postgresql:// or a file of SQLite, not {url.drivername}://.")
    return url, str(output.resolve())


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        try:
            return sa.create_engine(
                url, connect_args={"connect_timeout": int(PATIENCE), "options": f"-c lock_timeout={PATIENCE:.0f}s"}
            )
        except (ImportError, NoSuchModuleError):
            raise UsageError("PostgreSQL needs its extra; install it with: pip install 'auditor[postgres]'.") from None
    pool = sa.StaticPool if url.database in (None, "", ":memory:") else sa.NullPool
    engine = sa.create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False}, poolclass=pool)

    @sa.event.listens_for(engine, "connect")
    def _connected(db: Any, _: Any) -> None:
        # the driver begins no transaction by itself: ours hold tables being made too
        db.isolation_level = None
        db.execute("pragma foreign_keys = on")
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = normal")

    @sa.event.listens_for(engine, "begin")
    def _began(db: Connection) -> None:
        db.exec_driver_sql("begin immediate" if db.get_execution_options().get("writes") else "begin")

    return engine


def _migrate(engine: Engine) -> None:
    """Take the steps that the database has not taken, all in one transaction."""
    with engine.connect() as db:
        if _revision(db) == HEAD:
            return
    with engine.connect().execution_options(writes=True) as db, db.begin():
        if db.dialect.name == "postgresql":
            db.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
        now = _revision(db)
        if now == HEAD:
            return  # another process was first
        if now is not None and now > HEAD:
            raise UsageError(
                f"The index {engine.url.render_as_string()} was made by a newer auditor; "
                "use that one, or give another --database."
            )
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = db
        command.upgrade(config, "head")


def _revision(db: Connection) -> str | None:
    if not sa.inspect(db).has_table("alembic_version"):
        return None
    found = db.execute(sa.text("select version_num from alembic_version")).scalar()
    return str(found) if found is not None else None


@contextlib.contextmanager
def _told(url: URL) -> Iterator[None]:
    """What the database says made into a sentence, without its password."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        where = url.render_as_string(hide_password=True)
        if isinstance(error, OperationalError) and "locked" in cause:
            what = f"is written by another process and stayed locked for {PATIENCE:.0f} s; try again"
        elif "full" in cause:
            what = "cannot be written: the disk is full; free some space or give another --database"
        elif "readonly" in cause or "unable to open" in cause:
            what = f"cannot be written ({cause}); give a place you may write to with --output or --database"
        elif "not a database" in cause or "malformed" in cause:
            raise DamagedIndex(
                f"The index {where} is damaged; 'auditor reindex' makes it again from the runs' files."
            ) from None
        else:
            what = f"cannot be used: {cause}; 'auditor reindex' makes it again, or give another --database"
        raise OutputError(f"The index {where} {what}.") from None


def _scores(run: Run) -> Iterator[dict[str, Any]]:
    for score in (*run.scores, run.overall):
        yield {"name": score.name, "value": score.value, "low": score.low, "high": score.high}


def _shares(run: Run) -> Iterator[dict[str, Any]]:
    for scope, profile in [("site", run.profile), *((profile.scope, profile) for profile in run.profiles)]:
        for name, share in sorted(profile.shares.items()):
            yield {
                "scope": scope,
                "name": name,
                "count": share.count,
                "total": share.total,
                "value": share.value,
                "low": share.low,
                "high": share.high,
            }


def _many(db: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        db.execute(sa.insert(table), [_plain(row) for row in rows])


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row without NUL in its texts, which PostgreSQL does not take and a website may send."""
    return {key: value.replace("\0", "") if isinstance(value, str) else value for key, value in row.items()}
