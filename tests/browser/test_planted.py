"""Attacks planted in every corner of a real site, audited by the command, and every output looked at."""

from __future__ import annotations

import csv
import html
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open
from tests.crawl.conftest import Server
from tests.journeys.conftest import Auditor, auditor, run_folder
from tests.report.hostile import PAYLOADS

pytestmark = pytest.mark.browser
__all__ = ["auditor"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
RAW = (
    "<img src=//evil.example/x.png onerror=window.pwned=1><svg onload=window.pwned=2><iframe srcdoc='<script>top.pwned=3</script>'></iframe>"
    "<script>window.pwned=4</script><style>*{background:url(//evil.example/s)}</style><link rel=stylesheet href=//evil.example/c.css>"
    "<meta http-equiv=refresh content='9;url=javascript:window.pwned=5'><object data=//evil.example/o></object>"
    "<form action=//evil.example/f><input autofocus onfocus=window.pwned=6></form><a href='javascript:window.pwned=7' ping=//evil.example/p>Buy now</a>"
)  # fmt: skip


def _page(number: int, links: str) -> bytes:
    """A page with the attacks as text in every place that is read, and as markup beside it."""
    told = [html.escape(PAYLOADS[(number + step) % len(PAYLOADS)][:300]) for step in range(len(PAYLOADS))]
    lines = "".join(f"<p>Our pump {number}-{n} says {text} to every farm.</p><li>{text}" for n, text in enumerate(told))
    return (
        f"<!doctype html><html lang=en><head><title>{told[0]} pumps {number}</title><meta name=description content='{told[1]}'>"
        f"<meta property=og:site_name content='{told[2]}'></head><body class='{told[3]}'><nav><a href=/>{told[4]}</a>{links}</nav>"
        f"<main><h1>{told[0]} pumps for farms</h1><p>Farmers get their water back within a day.</p><img src=a.png alt='{told[1]}'>{lines}"
        f"<blockquote>{told[5]} saved our harvest in 2024.<cite>{told[6]}</cite></blockquote></main>{RAW}</body></html>"
    ).encode("utf-8", "replace")  # fmt: skip


@pytest.fixture(scope="module")
def planted(auditor: Auditor, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the run, and what the command printed."""
    folder = tmp_path_factory.mktemp("planted")
    server = Server()
    names = [f"/{quote(PAYLOADS[n][:60].encode('utf-8', 'replace'))}" for n in range(4)]
    names += ["/=cmd.html", "/..%2f..%2fetc", "/con"]
    links = "".join(f"<a href='{html.escape(name)}'>{html.escape(PAYLOADS[n])}</a>" for n, name in enumerate(names))

    def answer(handler) -> None:  # type: ignore[no-untyped-def]
        if handler.path in ("/robots.txt", "/sitemap.xml"):
            handler.reply(404, {"content-type": "text/plain\x1b[31m"}, b"")
            return
        number = names.index(handler.path) + 1 if handler.path in names else 0
        handler.reply(200, {"content-type": "text/html"}, _page(number, links))

    server.pages = {"*": answer}
    try:
        done = auditor("audit", server.url, "--fast", "--output", folder / "out", cwd=folder)
    finally:
        server.close()
    assert done.returncode == 0, done.stderr
    assert len(server.paths) > 5
    return run_folder(folder / "out"), done.stdout + done.stderr


def test_nothing_planted_runs_or_calls_out_in_any_page_of_the_report(
    open_page: Open, planted: tuple[Path, str]
) -> None:
    reports = [planted[0] / "report.html", *sorted((planted[0] / "pages").glob("*.html"))]
    for report in reports:
        page, seen = open_page(report)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        page.mouse.move(300, 300)
        page.keyboard.press("Tab")
        page.wait_for_timeout(50)
        assert page.evaluate("window.pwned") is None
        assert (seen.requests, seen.complaints) == ([], []), report.name
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert "default-src 'none'" in policy
        assert page.evaluate("[...document.links].map(a => a.protocol).filter(p => !/^(https?|file):$/.test(p))") == []


def test_nothing_planted_is_a_formula_markup_or_a_control_sequence_elsewhere(planted: tuple[Path, str]) -> None:
    folder, printed = planted
    for name in ("units.csv", "findings.csv", "pages.csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            cells = [value for row in csv.reader(file) for value in row]
        assert cells
        assert [value for value in cells if value.lstrip()[:1] in tuple("=+@\uff1d") and value] == []
    assert "<" not in (folder / "summary.md").read_text(encoding="utf-8")
    for path in sorted(folder.iterdir()):
        if path.suffix in (".html", ".csv", ".md"):
            assert not _CONTROL.search(path.read_text(encoding="utf-8-sig")), path.name
    assert not _CONTROL.search(printed)


def test_no_word_of_the_site_names_a_file(planted: tuple[Path, str]) -> None:
    host = planted[0].parent
    names = {path.relative_to(host.parent).as_posix() for path in host.rglob("*")}
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._/-]+", name)] == []
