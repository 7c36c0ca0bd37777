"""The tables of the index, as the last migration leaves them. Times are UTC in ISO form: they sort as they read."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

meta = MetaData()

sites = Table(
    "sites",
    meta,
    Column("id", Integer, primary_key=True),
    Column("place", Text, nullable=False),  # the output folder; "" for the index that lies in it
    Column("host", Text, nullable=False),
    Unique("place", "host", name="sites_place_host"),
)

runs = Table(
    "runs",
    meta,
    Column("id", Integer, primary_key=True),
    Column("site", Integer, ForeignKey("sites.id", ondelete="CASCADE"), nullable=False),
    Column("run", String(64), nullable=False),
    Column("stamp", String(64), nullable=False),  # the time of run.json: another stamp is another run
    Column("manifest", String(64), nullable=False),
    Column("schema", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("started", String(40), nullable=False),
    Column("finished", String(40), nullable=False),
    Column("auditor", String(40), nullable=False),
    Column("method", String(80), nullable=False),
    Column("found", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("judged", Integer, nullable=False),
    Column("skipped", JSON, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("overall", Float),
    Column("findings", Integer, nullable=False),
    Unique("site", "run", name="runs_site_run"),
)

scores = Table(
    "scores",
    meta,
    Column("run", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
)

shares = Table(
    "shares",
    meta,
    Column("run", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("scope", String(80), primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("value", Float),
    Column("low", Float),
    Column("high", Float),
)
