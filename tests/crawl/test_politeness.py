"""What a site asks for, in robots.txt and in its answers, against a real server."""

import gzip
import itertools
import time

import pytest

from auditor.errors import RobotsRefuse, Unreachable
from auditor.model import SkipReason
from tests.crawl.conftest import page

HTML = {"content-type": "text/html"}
TEXT = {"content-type": "text/plain"}
NO_MAP = {"/sitemap.xml": (404, TEXT, "")}


def firewall(status, after=10, **headers):
    """Answers so many pages and then turns everybody away."""
    count = itertools.count(1)
    links = [f"/{n}" for n in range(60)]

    def answer(handler):
        if next(count) > after:
            handler.reply(status, headers, b"no")
        else:
            handler.reply(200, HTML, page(f"page {handler.path}", *links).encode())

    return {**NO_MAP, "/robots.txt": (404, TEXT, ""), "*": answer}


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_the_first_half_megabyte_of_an_endless_robots_txt_is_obeyed(server, crawler, encoding):
    body = b"User-agent: *\nDisallow: /no\n" + b"".join(b"# line %d of the lawyers\n" % n for n in range(400_000))
    packed = {**TEXT, "content-encoding": encoding} if encoding else TEXT
    server.pages = {"/": page("home", "/no", "/yes"), "/yes": page("yes"), **NO_MAP}
    server.pages["/robots.txt"] = (200, packed, gzip.compress(body, 1) if encoding else body)
    result = crawler(server.url)
    assert result.paths == ["", "yes"]
    assert result.skips == {"/no": SkipReason.ROBOTS}


def test_a_robots_txt_that_nobody_can_unpack_forbids_everything(server, crawler):
    bomb = gzip.compress(b"User-agent: *\nDisallow: /no\n" + b"#" * 80_000_000, 1)
    server.pages = {"/": page("home"), "/robots.txt": (200, {**TEXT, "content-encoding": "gzip"}, bomb)}
    with pytest.raises(RobotsRefuse, match=r"robots\.txt is too large"):
        crawler(server.url)
    assert server.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        ((500, TEXT, ""), RobotsRefuse, "answered 500"),
        ((429, {**TEXT, "retry-after": "3600"}, ""), RobotsRefuse, "answered 429"),
        (lambda handler: time.sleep(4), Unreachable, r"robots\.txt: no answer within 1 s"),
        (lambda handler: handler.connection.shutdown(2), Unreachable, "dropped"),
    ],
)
def test_a_robots_txt_that_cannot_be_had_stops_the_crawl(server, crawler, answer, error, words):
    server.pages = {"/": page("home"), "/robots.txt": answer}
    with pytest.raises(error, match=words):
        crawler(server.url, timeout=1)
    assert "/" not in server.paths


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_robots_txt_that_is_not_for_us_forbids_nothing(server, crawler, status):
    server.pages = {"/": page("home"), "/robots.txt": (status, TEXT, "Disallow: /"), **NO_MAP}
    assert crawler(server.url).finished.robots == "none"


def test_a_firewall_that_asks_for_an_hour_of_rest_is_asked_nothing_more(server, crawler):
    server.pages = firewall(429, **{"Retry-After": "3600"})
    result = crawler(server.url)
    assert len(result.kept) == 10
    assert len(server.asked) <= 10 + 2 + 4, "ten pages, robots.txt, the sitemap, and what was under way"
    assert set(result.skips.values()) == {SkipReason.BLOCKED}
    assert "turned the crawl away after 10 pages (the site asked for a rest of 3600 s)" in result.warnings[-1]
    assert "--delay" in result.warnings[-1]
    assert not result.finished.complete
    assert result.adds_up()


@pytest.mark.parametrize("status", [403, 429])
def test_a_firewall_that_gives_no_time_is_left_after_twenty_refusals(server, crawler, status):
    server.pages = firewall(status)
    result = crawler(server.url)
    assert len(result.kept) == 10
    assert set(result.skips.values()) == {SkipReason.BLOCKED}
    assert f"answered {status}" in result.warnings[-1]
    assert result.adds_up()


def test_a_server_that_is_down_for_a_moment_is_asked_again_when_the_crawl_goes_on(server, crawler):
    server.pages = {"/": page("home", "/a", "/b"), "/a": (500, HTML, ""), "/b": (404, HTML, ""), **NO_MAP}
    assert crawler(server.url).skips == {"/a": SkipReason.HTTP_ERROR, "/b": SkipReason.HTTP_ERROR}
    server.pages |= {"/a": page("a"), "/b": page("b")}
    assert crawler(server.url).paths == ["", "a"], "an error of the moment is tried again, a missing page is not"


def test_a_page_that_fails_for_the_moment_is_asked_for_once_more_when_all_others_have_been(server, crawler):
    left = {"/a": 4, "/b": 99}

    def flaky(handler):
        left[handler.path] -= 1
        failing = left[handler.path] >= 0
        handler.reply(503 if failing else 200, HTML, b"" if failing else page("a", "/d").encode())

    server.pages = {"/": page("home", "/a", "/b", "/c"), "/a": flaky, "/b": flaky, "/c": page("c"), **NO_MAP}
    server.pages["/d"] = page("d")
    result = crawler(server.url)
    assert result.paths == ["", "c", "a", "d"]
    assert result.skips == {"/b": SkipReason.HTTP_ERROR}
    assert [path for path, _ in server.asked].count("/b") == 6
    assert result.finished.complete
    assert result.adds_up()
