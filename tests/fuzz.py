"""Coverage-guided fuzzing: ``python -m tests.fuzz TARGET --seconds N`` (needs the extra ``fuzz``: atheris).

A target takes any bytes and fails only where a promise is broken. ``tests/test_fuzz.py`` runs the same targets for a
moment with hypothesis, and on everything that was ever found (FOUND).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SLOWEST = 20
"""Seconds of computing for one input of a few kilobytes."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def extraction(data: bytes) -> None:
    """Any body gives one page that can be written down, whose texts hold no control characters."""
    from auditor.extract import extract_page
    from auditor.model import Snapshot
    from auditor.record import page_digest
    from auditor.text import fold

    head, _, body = data.partition(b"\n")
    headers = {"content-type": head.decode("latin-1")} if head[:4] == b"text" else {}
    snapshot = Snapshot("https://a.example/b/c?d", "https://a.example/b/c?d", 200, headers, "0", "2026-11-22T00:00:00Z")
    began = time.process_time()
    page = extract_page(snapshot, body if headers else data, "https://a.example")
    assert time.process_time() - began < SLOWEST
    assert page_digest(page)  # it can be written down
    assert len({unit.id for unit in page.units}) == len(page.units)
    for unit in page.units:
        assert unit.text == fold(unit.text) != ""
        assert not _CONTROL.search(unit.text)
    for link in page.links:
        assert link.url.startswith(("http://", "https://"))
        assert link.url.isascii()


def urls(data: bytes) -> None:
    """Any two addresses: one name or none, that stays the same; a private host is told whatever its spelling."""
    from auditor.addresses import canonical, home, origin_of, same_site, trap
    from auditor.crawl.guard import Guard, address, is_loopback, is_public, names_private

    first, _, second = _text(data).partition("\n")
    name = canonical(first, canonical(second) or "https://www.a.example/b/c?d")
    if name is not None:
        assert re.fullmatch(r"https?://[!-~]+", name)
        assert "#" not in name
        assert "@" not in origin_of(name)
        assert canonical(name) == name
        assert same_site(name, origin_of(name))
        assert home(name, origin_of(name)) == name
        trap(name)
    host = first[:300]
    ip = address(host)
    assert is_loopback(host) is False or names_private(host)
    if ip is not None:
        admitted = Guard("a.example", 443).admit("a.example", 443, [str(ip)])
        assert bool(admitted) is is_public(ip) is not names_private(host)


def robots(data: bytes) -> None:
    """Any robots.txt can be read, in time, and asks for a delay within bounds."""
    from auditor.crawl import robots as robots_txt

    began = time.process_time()
    rules = robots_txt.read(200, data)
    for url in ("https://a.example/", "https://a.example/" + "a" * 300 + "?b=" + "a" * 300):
        assert rules.allows(url) in (True, False)
    assert 0 <= rules.delay <= robots_txt.LONGEST_DELAY
    assert all(isinstance(url, str) for url in rules.sitemaps)
    assert time.process_time() - began < SLOWEST


def sitemap(data: bytes) -> None:
    """Any sitemap can be read, in time and room; no entity in it is loaded or unfolded."""
    from auditor.crawl import sitemaps

    began = time.process_time()
    found = [*sitemaps.parse(data)[0], *sitemaps.parse(data)[1]]
    assert all(isinstance(url, str) and "root:" not in url for url in found)
    assert sum(map(len, found)) <= sitemaps.MOST_BYTES
    assert time.process_time() - began < SLOWEST


def report(data: bytes) -> None:
    """Any text of a site is only text in HTML, in a spreadsheet, in Markdown and on a terminal."""
    from auditor.report.copytext import pieces
    from auditor.report.safe import bounded, cell, link, link_to, markdown, place, shown

    text = _text(data)
    assert not _CONTROL.search(shown(text))
    assert len(shown(text).splitlines()) <= 1
    told = str(cell(text))
    assert not _CONTROL.search(told)
    assert told.lstrip()[:1] not in tuple("=+-@\uff1d\uff0b\uff0d\uff20") or not told
    marked = markdown(text)
    assert "<" not in marked
    assert "\n" not in marked
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]`*]", marked)
    safe = link(text)
    assert not safe or re.fullmatch(r"(?i:https?)://[^\s<>\"\\]+", safe)
    assert not safe or link_to(text, text[::-1]).startswith(safe)
    assert len(bounded(text, 50)) <= 50
    assert not _CONTROL.search(shown(place(text, "a.example")))
    first, _, words = text.partition("\n")
    assert "".join(part for part, _ in pieces(first, tuple(words.split("\n")[:5]))) == first


TARGETS: dict[str, Callable[[bytes], None]] = {
    "extraction": extraction, "urls": urls, "robots": robots, "sitemap": sitemap, "report": report,
}  # fmt: skip

SEEDS: dict[str, tuple[bytes, ...]] = {
    "extraction": (
        b"text/html; charset=utf-16\n<p>a", b"<title>x</title><main><h1>A</h1><p>b <a href=/c>d</a><ul><li>e<table><tr><td>f",
        b"<style>.a{display:none}@media x{b{color:red}}</style><p class=a style='width:1px'>x<details><summary>s</summary>t",
        b"<script type=application/ld+json>{\"@type\":\"Organization\",\"name\":\"x\"}</script><meta http-equiv=refresh content='0;url=/a'>",
        b"</html><!-- x --><body hidden><svg><text>a</text></svg><select><option selected>b<input type=submit value=c>",
    ),
    "urls": (b"//www.a.example:80/../b;jsessionid=1?utm_source=x&a=b#c\nhttp://[::ffff:127.0.0.1]/", b"0x7f.1", b"2130706433", b"::ffff:7f00:1"),
    "robots": (b"User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 5\nRequest-rate: 1/10s\nSitemap: https://a.example/s.xml\n",),
    "sitemap": (
        b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc></url></urlset>",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><sitemapindex><sitemap><loc>&x;</loc></sitemap></sitemapindex>",
        b"https://a.example/b\nhttps://a.example/c\n", b"\x1f\x8b\x08\0\0\0\0\0",
    ),
    "report": (b"=1+1", b"[a](javascript:b) <b> `c` @d www.e.example", b"https://a.example/b?c#d", "\u202eabc\uff1d".encode(), b"one two\ntwo"),
}  # fmt: skip

FOUND: dict[str, tuple[bytes, ...]] = {
    "extraction": (
        b'<script type=application/ld+json>{"@type":["Organization","\\ud800"],"name":"a \\ud800"}</script>',
        b'<script type=application/ld+json>{"@type":["Organization"],"name":"a \\ud800 &lt;b&gt;c <b>d"}</script>',
    ),
    "urls": (),
    "robots": (),
    "sitemap": (),
    "report": (b"hTtps://s:/",),
}
"""Inputs that broke a promise once, shortened."""


def main() -> int:
    """Fuzz one target; exit code 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=TARGETS, metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="how long to look [default: 60]")
    parser.add_argument("--corpus", type=Path, help="folder of inputs to start from and add to")
    chosen = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed (pip install 'auditor[fuzz]'; Linux and macOS).", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["auditor", "protego", "w3lib"]):
        for seed in SEEDS[chosen.target]:
            TARGETS[chosen.target](seed)  # what a target needs is imported inside it, and so is watched
    with tempfile.TemporaryDirectory() as folder:
        corpus = chosen.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate((*SEEDS[chosen.target], *FOUND[chosen.target])):
            (corpus / f"seed-{number}").write_bytes(seed)
        flags = [
            f"-max_total_time={chosen.seconds}",
            "-max_len=4096",
            f"-timeout={2 * SLOWEST}",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *flags, "-rss_limit_mb=3000", str(corpus)], TARGETS[chosen.target])
        atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
