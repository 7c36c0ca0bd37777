"""Attacks planted in every corner of a real site, audited by the command, and every output looked at."""

from __future__ import annotations

import csv
import html
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from auditor import reaudit, record
from auditor.cli import cli
from auditor.watch import message
from auditor.watch.delivery import slack
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


def _page(number: int, links: str, shift: int = 0) -> bytes:
    """A page with the attacks as text in every place that is read, and as markup beside it; others for each shift."""
    number += shift
    told = [html.escape(PAYLOADS[(number + step) % len(PAYLOADS)][:300]) for step in range(len(PAYLOADS))]
    schema = json.dumps({"@type": ["Organization", told[7]], "name": PAYLOADS[number % len(PAYLOADS)]})
    lines = "".join(f"<p>Our pump {number}-{n} says {text} to every farm.</p><li>{text}" for n, text in enumerate(told))
    return (
        f"<!doctype html><html lang=en><head><title>{told[0]} pumps {number}</title><meta name=description content='{told[1]}'>"
        f"<meta property=og:site_name content='{told[2]}'><script type=application/ld+json>{schema.replace('</', '')}</script></head><body class='{told[3]}'><nav><a href=/>{told[4]}</a>{links}</nav>"
        f"<main><h1>{told[0]} pumps for farms</h1><p>Farmers get their water back within {shift + 2} days.</p><p>Maintainance and {told[8]} parts.</p><img src=a.png alt='{told[1]}'>{lines}"
        f"<blockquote>{told[5]} saved our harvest in 2024.<cite>{told[6]}</cite></blockquote></main>{RAW}</body></html>"
    ).encode("utf-8", "replace")  # fmt: skip


@pytest.fixture(scope="module")
def planted(auditor: Auditor, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the run, and what the command printed."""
    folder = tmp_path_factory.mktemp("planted")
    server = Server()
    server.pages = {"*": lambda handler: _answer(handler)}
    try:
        done = auditor("audit", server.url, "--fast", "--output", folder / "out", cwd=folder)
    finally:
        server.close()
    assert done.returncode == 0, done.stderr
    assert len(server.paths) > 5
    return run_folder(folder / "out"), done.stdout + done.stderr


NAMES = [f"/{quote(PAYLOADS[n][:60].encode('utf-8', 'replace'))}" for n in range(4)]
NAMES += ["/=cmd.html", "/..%2f..%2fetc", "/con"]
LINKS = "".join(f"<a href='{html.escape(name)}'>{html.escape(PAYLOADS[n])}</a>" for n, name in enumerate(NAMES))


def _answer(handler) -> None:  # type: ignore[no-untyped-def]
    if handler.path in ("/robots.txt", "/sitemap.xml"):
        handler.reply(404, {"content-type": "text/plain\x1b[31m"}, b"")
        return
    number = NAMES.index(handler.path) + 1 if handler.path in NAMES else 0
    handler.reply(200, {"content-type": "text/html"}, _page(number, LINKS))


class Told:
    """What the commands that look back, compare and tell have printed and written, over a folder of planted pages."""

    def __init__(self, folder: Path) -> None:
        self.printed: dict[str, str] = {}
        self.folder = folder
        for site, shift in (("mill", 0), ("mill", 3), ("farm", 5)):
            place = folder / site
            place.mkdir(exist_ok=True)
            (place / "index.html").write_bytes(_page(0, "<a href=a.html>more</a>", shift))
            (place / "a.html").write_bytes(_page(1, "", shift))
            gates = ("--min-score", "focus=99", "--junit", folder / "junit.xml", "--comment", folder / "comment.md")
            self("audit", place, "--fast", *(gates if shift else ()))
        self("diff", "mill", "--format", "html,md,json", "--to", folder / "diff")
        self("compare", "mill", "farm")
        self("show", "mill")
        self("show", "mill", "--json")
        self("show", "mill", "--copy")
        self("history")
        self("history", "mill")
        self("export", "--out", folder / "history.csv")
        self("export", "--format", "json")
        self("benchmark", "build", "all")
        self("benchmark", "show", "all", "mill")
        self("explain", "score", str(max(folder.glob("output/mill/2*"))))
        self("dismiss", "Maintainance", "--reason", "agreed", "--until", "2099-01-01", "--run", "mill")
        self("decisions")
        self("mission", f"Our mission is to help farmers {PAYLOADS[8]} win {PAYLOADS[9]}", "--name", PAYLOADS[9])

    def __call__(self, *words: str | Path) -> None:
        done = CliRunner().invoke(cli, [*map(str, words), *self._place(str(words[0]))])
        assert done.exit_code in (0, 10), (words, done.output, done.exception)
        self.printed[" ".join(map(str, words))] = done.output

    def _place(self, command: str) -> list[str]:
        own = [] if command in ("explain", "mission", "decisions") else ["--output", str(self.folder / "output")]
        dated = ["--decisions", str(self.folder / "decided.toml")] if command in ("dismiss", "decisions") else []
        return [*own, *dated]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(tmp_path_factory.mktemp("told"))


def _is_harmless(open_page: Open, report: Path) -> None:
    """Nothing in a page of ours runs, calls out, or leads anywhere but to the web."""
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


def test_nothing_planted_runs_or_calls_out_in_any_page_of_the_report(
    open_page: Open, planted: tuple[Path, str]
) -> None:
    reports = [planted[0] / "report.html", *sorted((planted[0] / "pages").glob("*.html"))]
    for report in reports:
        _is_harmless(open_page, report)


def test_nothing_planted_runs_in_a_comparison_of_runs_or_of_sites(open_page: Open, told: Told) -> None:
    (diff,) = told.folder.glob("diff/*.html")
    for report in (diff, told.folder / "output" / "compare" / "compare.html"):
        assert "window.pwned" in report.read_text(encoding="utf-8"), "the attacks are in it, as words"
        _is_harmless(open_page, report)


def test_nothing_planted_gets_through_a_command_that_looks_back_compares_or_tells(told: Told) -> None:
    for command, text in told.printed.items():
        assert not _CONTROL.search(text), command
    found = [
        path for path in told.folder.rglob("*") if path.suffix in (".md", ".json", ".csv", ".xml", ".toml", ".jsonl")
    ]
    assert {path.name for path in found} >= {"compare.md", "comment.md", "junit.xml", "history.csv", "decided.toml"}
    for path in found:
        assert not _CONTROL.search(path.read_text(encoding="utf-8-sig")), path.name
        if path.suffix == ".md":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"<(?!/?(?:details|summary)>)", text), path.name
            links = re.findall(r"(?<!\\)\]\(([^)]*)\)", text)
            assert [link for link in links if not link.startswith(("http://mill/", "http://farm/"))] == []
            assert not re.search(r"(?<!\]\()https?://|(?<=@)\w", text), path.name
    with (told.folder / "history.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [
            value for row in csv.reader(file) for value in row if value.lstrip()[:1] in tuple("=+@\uff1d") and value
        ] == []
    suites = ElementTree.parse(told.folder / "junit.xml").getroot()
    assert {element.tag for element in suites.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
    }


def test_nothing_planted_gets_out_of_a_line_of_a_message(told: Told) -> None:
    before, after = sorted(told.folder.glob("output/mill/2*"))
    run, day = record.read_run(after), date(2026, 11, 22)
    messages = [message.first(run, "", day), *message.after(reaudit.diff(before, after), run, "", day)]
    messages.append(
        message.trouble(PAYLOADS[8] + PAYLOADS[9], "\r\nBcc: all@evil.example" + PAYLOADS[8], "k", run.finished)
    )
    assert any("better" in one.subject or "changed" in one.subject for one in messages)
    for one in messages:
        for line in (one.subject, *one.lines):
            assert line.replace("\xa0", " ").isprintable(), line
        text = slack(one.plain())["text"]
        assert "<" not in text
        assert "://evil" not in text


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
