"""Pages read in processes beside the crawling one."""

import asyncio
import os
from pathlib import Path

import pytest

from auditor.crawl import Target, ward
from auditor.crawl.events import Reader
from auditor.crawl.job import Job
from auditor.crawl.reading import Asked, Desk, Gist, read
from auditor.model import Snapshot
from auditor.settings import Settings
from auditor.snapshots import SnapshotStore
from tests.crawl import standin

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")

ORIGIN = "http://site.example"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    start = ORIGIN + "/"
    store = SnapshotStore(tmp_path / "s")
    return Job(Target(start, start, "site.example"), Settings(), tmp_path, store, standin.extract, patience=60)


def asked(number: int, markup: str) -> Asked:
    url = f"{ORIGIN}/{number}"
    return Asked(Snapshot(url, url, 200, {}, f"digest {number}", "", 0.0, 0), markup.encode(), ORIGIN, "", depth=number)


def test_pages_asked_for_at_once_get_each_its_own_answer_and_the_one_that_is_given_here(job):
    pages = [asked(n, f"<a href=/{n + 1}>on</a><p>Page {n} " + f"of copy {n} " * (n % 7) * 300) for n in range(40)]
    pages[11] = asked(11, "BREAKS EXTRACTION")

    async def ask(desk: Desk) -> list[Gist]:
        try:
            return await asyncio.gather(*map(desk.read, pages))
        finally:
            desk.close()
            await asyncio.sleep(0)

    unused, pipe = os.pipe()
    desk = Desk.open(job, pipe, 3)
    assert desk is not None
    found = asyncio.run(ask(desk))
    os.close(unused)
    os.close(pipe)
    reader = Reader()
    for page, gist in zip(pages, found, strict=True):
        here = read(job, None, page)
        assert isinstance(gist.event, bytes)
        assert reader.event(gist.event[4:]) == here.event
        assert (gist.found, gist.warning, gist.copy, gist.leads) == (here.found, here.warning, here.copy, here.leads)
    assert [gist.found for gist in found].count(False) == 1
    assert "broke (ValueError: cannot read this)" in found[11].warning


def test_the_note_of_the_process_that_died_is_the_one_that_is_found(tmp_path):
    notes = {number: tmp_path / (f"{ward.NAME}-{number}" if number else ward.NAME) for number in range(3)}
    for number, note in notes.items():
        note.write_text(f"{ORIGIN}/{number}\n")
    assert ward.read(tmp_path) == f"{ORIGIN}/0"
    ward.promote(tmp_path, 2)
    assert ward.read(tmp_path) == f"{ORIGIN}/2"
    ward.promote(tmp_path, 0)
    assert ward.read(tmp_path) == f"{ORIGIN}/2"
    ward.remove(tmp_path)
    assert ward.read(tmp_path) == ""
    assert not list(tmp_path.iterdir())


def test_where_the_system_allows_no_more_processes_there_are_fewer_or_none(job, monkeypatch):
    fork, allowed = os.fork, [1]

    def few() -> int:
        if not allowed:
            raise BlockingIOError("Resource temporarily unavailable")
        allowed.pop()
        return fork()

    monkeypatch.setattr(os, "fork", few)
    unused, pipe = os.pipe()
    desk = Desk.open(job, pipe, 3)
    assert desk is not None
    answer = asked(1, "<p>Page 1")

    async def ask() -> Gist:
        try:
            return await desk.read(answer)
        finally:
            desk.close()
            await asyncio.sleep(0)

    assert asyncio.run(ask()).found
    assert Desk.open(job, pipe, 3) is None
    os.close(unused)
    os.close(pipe)
