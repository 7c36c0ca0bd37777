"""A site audited again: what did not change is neither sent nor labelled again, and the result is that of a full audit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from auditor import record
from auditor.crawl.revisit import validators
from auditor.model import Snapshot
from auditor.run import audit
from auditor.settings import Settings
from tests.crawl.conftest import Server

HTML = "text/html; charset=utf-8"
NAMES = ("index", "sails", "repairs", "about", "prices")
LINES = {
    "index": ["Sails that bring you home", "Your boat leaves our loft ready for the season."],
    "sails": ["Hand-cut sails", "Each sail is cut from Dacron of 280 g and sewn twice along every seam."],
    "repairs": ["Repairs while you wait", "A torn luff is mended before the tide turns, so you lose no day at sea."],
    "about": ["Who we are", "Two sisters opened this loft in 1974, and their daughters run it today."],
    "prices": ["What it costs", "A new mainsail for a boat of eight metres starts at 1,900 pounds."],
}


def _page(name: str) -> bytes:
    links = "".join(f"<li><a href='/{other}'>{other.title()}</a>" for other in NAMES[1:])
    head, *lines = LINES[name]
    body = f"<h1>{head}</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<!doctype html><html lang=en><title>{head} | Tern Sails</title><body><nav><ul>{links}</ul></nav>"
        f"<main>{body}</main></body></html>"
    ).encode()


class Loft:
    """The site on a real server: pages with an entity tag, with a date, with neither. ``answers`` counts by status."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.answers: list[tuple[str, int]] = []
        self.bodies = {name: _page(name) for name in NAMES}
        self.dates = {"about": formatdate(1_700_000_000, usegmt=True)}
        for name in NAMES:
            server.pages["/" if name == "index" else f"/{name}"] = self._answer(name)
        days = "".join(f"<url><loc>{server.url}{name}</loc><lastmod>2020-05-01</lastmod></url>" for name in NAMES[1:])
        sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{days}</urlset>'
        server.pages["/sitemap.xml"] = (200, {"content-type": "application/xml"}, sitemap)

    def _answer(self, name: str):
        def answer(handler) -> None:
            body = self.bodies[name]
            headers = {"content-type": HTML}
            if name in ("index", "sails", "repairs"):
                headers["etag"] = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            if name in self.dates:
                headers["last-modified"] = self.dates[name]
            same = handler.headers.get("If-None-Match") == headers.get("etag", "none")
            if "etag" not in headers and "last-modified" in headers:
                same = handler.headers.get("If-Modified-Since") == headers["last-modified"]
            status = 304 if same else 200
            self.answers.append((name, status))
            if status == 304:
                headers.pop("content-type")
            handler.reply(status, headers, b"" if status == 304 else body)

        return answer

    def audited(self, output: Path, **settings: object) -> tuple[bytes, bytes, dict[str, int]]:
        """The run without its volatile fields, its copy, and the status that each page was answered with."""
        self.answers.clear()
        told = Settings(output=output, fast=True, formats=("json",), workers=1, **settings)
        _, folder = audit(self.server.url, told, fresh=True)
        run = json.loads((folder / "run.json").read_bytes())
        bare = {key: value for key, value in run.items() if key not in record.VOLATILE}
        pages = b"".join(map(record.page_text, record.read_copy(folder)))
        return json.dumps(bare).encode(), pages, dict(self.answers)


@pytest.fixture
def loft() -> Iterator[Loft]:
    server = Server()
    yield Loft(server)
    server.close()


def test_an_audit_of_what_changed_equals_a_full_audit_of_the_same_bytes(loft: Loft, tmp_path: Path) -> None:
    first = loft.audited(tmp_path / "again")
    assert set(first[2].values()) == {200}
    unchanged = loft.audited(tmp_path / "again")
    assert unchanged[:2] == first[:2]
    assert unchanged[2] == {"index": 304, "sails": 304, "repairs": 304, "about": 304, "prices": 200}

    LINES["repairs"][1] = "Bring it at low tide and sail again at high tide: you lose no day at sea."
    loft.bodies["repairs"] = _page("repairs")
    loft.bodies["prices"] = loft.bodies["prices"].replace(b"1,900", b"2,100")
    again = loft.audited(tmp_path / "again")
    assert again[2] == {"index": 304, "sails": 304, "repairs": 200, "about": 304, "prices": 200}
    whole = loft.audited(tmp_path / "again", full=True)
    assert set(whole[2].values()) == {200}
    assert again[:2] == whole[:2]
    assert again[1] != first[1]
    assert b"2,100 pounds" in again[1]


def test_another_site_on_the_same_port_with_files_of_the_same_date_is_read_as_what_it_is(
    loft: Loft, tmp_path: Path
) -> None:
    day = formatdate(1_700_000_000, usegmt=True)
    pages = {name: _page(name) for name in ("index", "about")}

    def dated(name: str):
        def answer(handler) -> None:
            same = handler.headers.get("If-Modified-Since") == day
            handler.reply(
                304 if same else 200, {"content-type": HTML, "last-modified": day}, b"" if same else pages[name]
            )

        return answer

    for name in NAMES:
        loft.server.pages["/" if name == "index" else f"/{name}"] = dated(name) if name in pages else (404, {}, b"")
    loft.server.pages["/sitemap.xml"] = (404, {}, b"")
    first = loft.audited(tmp_path)
    assert loft.audited(tmp_path)[:2] == first[:2]
    for name in pages:
        pages[name] = pages[name].replace(b"Tern Sails", b"Rook Masts").replace(b"boat", b"mast")
    _, copy, _ = loft.audited(tmp_path)
    assert b"mast leaves our loft" in copy
    assert b"boat leaves our loft" not in copy


def test_a_linked_page_that_is_gone_is_told_though_no_page_that_was_read_changed(loft: Loft, tmp_path: Path) -> None:
    loft.bodies["index"] = loft.bodies["index"].replace(b"</main>", b"<p><a href=/charter>Charter a boat</a></main>")
    found = []
    for status in (403, 404):
        loft.server.pages["/charter"] = (status, {"content-type": HTML}, "")
        run, copy, _ = loft.audited(tmp_path)
        doors = next(result for result in json.loads(run)["results"] if result["id"] == "doors")
        found.append((copy, [entry["title"] for entry in doors["findings"]]))
    assert found[0][1] == []
    assert found[1] == (found[0][0], ["“Charter a boat” leads to a page that is not there, /charter, on 1 page"])


def test_a_trusted_sitemap_saves_the_question_and_the_run_says_so(loft: Loft, tmp_path: Path) -> None:
    loft.audited(tmp_path)
    loft.bodies["prices"] = loft.bodies["prices"].replace(b"1,900", b"2,100")
    run, pages, answers = loft.audited(tmp_path, trust_lastmod=True)
    assert answers == {"index": 304}
    told = json.loads(run)
    assert told["coverage"]["unasked"] == 4
    assert "4 of 5 pages were not asked for again" in told["warnings"][0]
    assert b"1,900" in pages


def test_a_page_kept_no_longer_or_asked_for_otherwise_is_sent_again(loft: Loft, tmp_path: Path) -> None:
    first = loft.audited(tmp_path)
    one, two, *_ = sorted(tmp_path.glob("*/snapshots/*/*.zst"))
    one.unlink()
    two.write_bytes(two.read_bytes()[:40])
    again = loft.audited(tmp_path)
    assert again[:2] == first[:2]
    assert tmp_path.joinpath(one).exists()
    # a server may answer another user agent otherwise: what this one was sent proves nothing then
    assert set(loft.audited(tmp_path, user_agent="another one")[2].values()) == {200}


def _kept(**headers: str) -> Snapshot:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Snapshot("u", "u", 200, named, "", "2026-11-01T08:00:00+00:00")


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        (_kept(), {}),
        (_kept(etag='"a1"'), {"If-None-Match": '"a1"'}),
        (_kept(etag='W/"a1"'), {"If-None-Match": 'W/"a1"'}),
        (_kept(etag='"a"\r\nX-Evil: 1'), {}),
        (_kept(etag="unquoted"), {}),
        (_kept(last_modified="Sun, 01 Nov 2026 07:00:00 GMT"), {"If-Modified-Since": "Sun, 01 Nov 2026 07:00:00 GMT"}),
        (_kept(last_modified="Sun, 01 Nov 2026 07:59:59 GMT"), {}),
        (_kept(last_modified="yesterday"), {}),
        (_kept(last_modified="Fri, 31 Dec 9999 23:59:59 GMT"), {}),
    ],
)
def test_only_validators_that_prove_something_are_sent(before: Snapshot, asked: dict[str, str]) -> None:
    assert validators(before) == asked
