"""The loop over a real folder: what is due is audited once, told once, and a crash loses neither."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from auditor import crawl, record
from auditor import run as path
from auditor.cli import cli
from auditor.errors import UsageError
from auditor.gather import run_folder
from auditor.settings import Settings
from auditor.watch import Book, Loop, Watched, schedule, watch_id
from auditor.watch.signs import signs

NOW = datetime.now(UTC).replace(microsecond=0)

HOME = """<!doctype html><html lang=en><title>Wharf Bakery</title><body><main>
<h1>Bread from the wharf</h1><p>Our ovens are fired with beech from the valley.</p>
<p>Orders can be changed until eight the evening before.</p><p>Recieve our list of loaves by post.</p>
<p>{line}</p></main></body></html>"""
PLAIN = "We bake rye, spelt and wheat on stone."
BETTER = "Your guests have warm bread at six, and you sleep an hour longer."


class Bench:
    """A site in a folder, a loop over it, a clock to set, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "bakery"
        self.site.mkdir()
        self.write(PLAIN)
        self.output = folder / "output"
        self.time = NOW
        self.said: list[str] = []
        self.file = folder / "told.jsonl"

    def write(self, line: str) -> None:
        (self.site / "index.html").write_text(HOME.format(line=line), encoding="utf-8")

    def loop(self) -> Loop:
        return Loop(self.output, tell=self.said.append, clock=lambda: self.time)

    def add(self, **changes: Any) -> Watched:
        when = schedule("", "1d", "UTC", self.time)
        flags = {"fast": True, "formats": ["html"]}
        entry = Watched(watch_id(str(self.site)), str(self.site), when, NOW.isoformat(), ("file",), flags=flags)
        entry = Watched(**{name: getattr(entry, name) for name in entry.__slots__} | changes)
        self.loop().book.add(entry)
        return entry

    def later(self, **time: float) -> None:
        self.time += timedelta(**time)

    @property
    def told(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]

    @property
    def runs(self) -> int:
        return len(list(self.output.glob("*/*/run.json")))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDITOR_DELIVER_FILE", str(tmp_path / "told.jsonl"))
    return Bench(tmp_path)


def test_a_site_is_audited_when_due_and_told_before_and_after(bench: Bench) -> None:
    bench.add(on_change=True)
    assert bench.loop().turn() == 0
    assert bench.loop().turn() == 0  # not due again
    bench.later(days=-3)
    bench.loop().turn()
    assert "The clock went back" in bench.said[-1]
    bench.later(days=4)
    bench.loop().turn()
    assert bench.said[-1] == f"Looked at {bench.site}: unchanged."
    assert bench.runs == 1
    bench.add(on_change=False, due=bench.time.isoformat())
    bench.later(days=9)  # nothing ran: it is caught up once
    bench.loop().turn()
    bench.loop().turn()
    bench.add(on_change=True, due=bench.time.isoformat())
    bench.write(BETTER)
    bench.loop().turn()
    assert [message["kind"] for message in bench.told] == ["first", "still", "changed"]
    last = bench.told[-1]
    assert any(PLAIN in line and BETTER in line for line in last["lines"]), last
    assert Path(last["report"]).is_file()
    assert bench.runs == 3


def test_an_audit_that_died_is_taken_up_and_a_finished_one_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.add()
    whole = path.audit

    def dies_before_the_end(*args: Any, **options: Any) -> Any:
        target = crawl.resolve(args[0], args[1])
        run_folder(target, args[1], fresh=True)
        raise KeyboardInterrupt

    def dies_after_the_end(*args: Any, **options: Any) -> Any:
        whole(*args, **options)
        raise KeyboardInterrupt

    for dies, runs in ((dies_before_the_end, 0), (dies_after_the_end, 1)):
        monkeypatch.setattr(path, "audit", dies)
        with pytest.raises(KeyboardInterrupt):
            bench.loop().turn()
        assert (bench.runs, bench.file.exists()) == (runs, False)
    monkeypatch.setattr(path, "audit", whole)
    bench.loop().turn()
    assert [message["kind"] for message in bench.told] == ["first"]
    assert len(list(bench.output.glob("*/*/plan.json"))) == 1  # the cut-off one was taken up, none was begun anew


def test_what_a_person_does_while_another_site_is_audited_stands(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.add(due=(NOW - timedelta(hours=1)).isoformat())
    dropped, quiet = (
        bench.add(id=name, target=str(shutil.copytree(bench.site, name))) for name in ("dropped", "quiet")
    )
    audited: list[str] = []
    whole = path.audit

    def audit(target: str, *args: Any, **options: Any) -> Any:
        if not audited:  # the first of the turn takes its time
            book = bench.loop().book
            book.remove(dropped)
            book.add(replace(quiet, channels=()))
        audited.append(target)
        return whole(target, *args, **options)

    monkeypatch.setattr(path, "audit", audit)
    bench.loop().turn()
    assert audited == [str(bench.site), quiet.target]
    assert {entry.target for entry in bench.loop().book.watches()} == set(audited)
    assert len(bench.told) == 1


def test_two_loops_never_work_on_one_folder(bench: Bench) -> None:
    busy = pytest.raises(UsageError, match="Another 'auditor watch run' is at work")
    with bench.loop().alone(), busy, bench.loop().alone():
        pass
    with bench.loop().alone():
        pass


def test_a_site_that_cannot_be_audited_is_told_once_and_does_not_stop_the_others(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(bench.site.parent / "gone")
    bench.add(id="gone", target=gone, due=(NOW - timedelta(hours=1)).isoformat())
    bench.add()

    def broken(*args: Any, **options: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(path, "audit", broken)
    assert bench.loop().turn() == 2
    bench.later(days=1)
    assert bench.loop().turn() == 2
    assert [(message["kind"], "gone" in message["site"]) for message in bench.told] == [
        ("trouble", True), ("trouble", False),
    ]  # fmt: skip
    assert "a bug in auditor: ZeroDivisionError in test_loop.py" in bench.told[-1]["lines"][0]


Serve = Callable[..., str]


def test_a_look_at_a_site_sees_words_and_sitemap_dates_and_nothing_else(serve: Serve) -> None:
    pages = {
        "/": "<html lang=en><title>A</title><body><main><p>Bread from the wharf.</p><a href=/rye>Rye</a></main></body></html>",
        "/rye": "<html lang=en><title>Rye</title><body><main><p>Rye on stone.</p></main></body></html>",
        "/sitemap.xml": "<urlset><url><loc>{origin}/deep</loc><lastmod>2026-01-01</lastmod></url></urlset>",
        "/deep": "<html lang=en><title>Deep</title><body><main><p>Deep down.</p></main></body></html>",
    }
    origin = serve(pages)
    settings = Settings(delay=0)

    def look() -> dict[str, str]:
        return signs(crawl.resolve(origin, settings), settings)

    before = look()
    assert sorted(name.removeprefix(origin) for name in before) == ["/", "/deep", "/rye", "sitemap"]
    pages["/"] = pages["/"].replace("<main>", "<main class=new><!-- built at noon -->")
    pages["/sitemap.xml"] = pages["/sitemap.xml"].replace("2026-01-01", "2026-02-01")
    pages["/rye"] = pages["/rye"].replace("stone", "brick")
    after = look()
    assert {name.removeprefix(origin) for name in before if after[name] != before[name]} == {"/rye", "sitemap"}


def test_a_look_at_a_site_that_was_audited_is_sent_only_what_changed(serve: Serve, tmp_path: Path) -> None:
    def page(name: str, words: str) -> str:
        return f"<html lang=en><title>{name}</title><body><main><p>{words}</p><a href=/rye>Rye</a></main></body></html>"

    pages = {"/": page("Wharf", "Bread from the wharf, baked at four."), "/rye": page("Rye", "Rye on stone for a day.")}
    asked: list[tuple[str, int]] = []
    origin = serve(pages, asked)
    settings = Settings(delay=0, fast=True, formats=(), output=tmp_path / "output")
    last = path.audit(origin, settings)[1]
    target = crawl.resolve(origin, settings)
    whole = signs(target, settings)
    kept = sorted(file.name for file in record.bodies(last).folder.rglob("*.zst"))
    asked.clear()
    assert signs(target, settings, last=last) == whole
    assert [status for place, status in asked if place in pages] == [304, 304]
    pages["/rye"] = page("Rye", "Rye on brick for a day.")
    asked.clear()
    after = signs(target, settings, last=last)
    assert [name for name in whole if after[name] != whole[name]] == [f"{origin}/rye"]
    assert sorted((place, status) for place, status in asked if place in pages) == [("/", 304), ("/rye", 200)]
    assert sorted(file.name for file in record.bodies(last).folder.rglob("*.zst")) == kept  # a look keeps nothing
    shutil.rmtree(last)
    assert signs(target, settings, last=last) == after


def test_the_commands_add_list_hurry_and_remove(bench: Bench) -> None:
    def say(*words: str) -> str:
        result = CliRunner().invoke(cli, ["watch", *words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    with pytest.raises(UsageError, match="begin with: auditor watch add"):
        say("list")
    words = ("bakery", "--cron", "0 6 * * mon", "--zone", "Europe/Berlin", "--to", "file", "--fast", "--format", "json")
    with pytest.raises(UsageError, match="Nothing says where mail leads"):
        say("add", *words, "--to", "mail")
    assert "Next: Mon" in say("add", *words)
    assert "Changed" in say("add", *words, "--on-change")
    assert "0 6 * * mon (Europe/Berlin), if it changed to file; next Mon" in say("list")
    told = say("run", "--once")
    assert bench.runs == 0, told
    assert "Told by file: First audit" in say("run", "--once", "--now", str(bench.site))
    listed = json.loads(say("list", "--json"))
    assert (len(listed["watches"]), listed["outbox"], listed["watches"][0]["trouble"]) == (1, [], "")
    assert record.read_run(bench.output / listed["watches"][0]["last"]).settings["fast"] is True
    assert "No longer watched" in say("remove", listed["watches"][0]["id"][:5])
    assert Book(bench.output).watches() == []


def test_what_could_not_be_delivered_is_told_with_its_reason_until_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDITOR_DELIVER_FILE", "/dev/full")
    site = tmp_path / "mill"
    site.mkdir()
    (site / "index.html").write_text("<html lang=en><title>Mill</title><main><h1>Flour by noon</h1></main></html>")

    def say(*words: str) -> str:
        return CliRunner().invoke(cli, ["watch", *words]).output

    say("add", str(site), "--every", "1d", "--to", "file", "--fast", "--format", "json")
    why = "/dev/full cannot be written (No space left on device)"
    assert f"Not delivered by file: {why}; again at" in say("run", "--once", "--now", str(site))
    assert f"(failed once: {why})" in say("list")
    later = say("run", "--once")
    assert "Still waiting for file: " in later
    assert f"(failed once: {why}); again at" in later


@pytest.mark.parametrize(
    "named", ["http://127.0.0.1:8102", "http://127.0.0.1:8102/", "HTTP://127.0.0.1:8102", "127.0.0.1:8102"]
)
def test_a_watch_is_found_by_its_address_however_it_is_spelled(tmp_path: Path, named: str) -> None:
    book = Book(tmp_path)
    when = schedule("", "1d", "UTC", NOW)
    target = "http://127.0.0.1:8102/"
    book.add(Watched(watch_id(target), target, when, NOW.isoformat()))
    assert book.find(named).target == target
    for other in ("http://127.0.0.1:8103", "http://127.0.0.1:8102/shop", ""):
        with pytest.raises(UsageError, match="No watch is"):
            book.find(other)
