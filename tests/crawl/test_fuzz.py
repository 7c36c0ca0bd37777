"""Whatever bytes and characters a site sends: no crash, and one name for one page."""

from __future__ import annotations

import gzip

from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.addresses import canonical, home, origin_of, same_site, trap
from auditor.crawl import robots, sitemaps
from auditor.crawl.answers import Outcome
from auditor.crawl.guard import Guard, address, is_loopback, names_private

PIECES = st.sampled_from(
    "http:// https:// HTTP:/ // / \\ .. . ? & = # % %2e %2F %00 %zz @ : :80 :443 :99999 [::1] [ ] www. example.com 127.0.0.1 "
    "0x7f.1 a A é ü \u202e \0 \r\n \t ; ;jsessionid=1 utm_source=x PHPSESSID=1 + ' \" < > | javascript: data: xn-- index.html".split(
        " "
    )
)
LINK = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


@settings(max_examples=400, deadline=None)
@given(LINK, LINK)
@example("http://[", "http://x.example/")
@example("//[::1", "http://x.example/")
@example("http://x.example:٣/", "")
@example("", "HTTP://\x80")
@example(";;JSESSIONID=", "")
@example("?", "http://x.example/%")
def test_a_link_has_one_name_or_none(link, base):
    for start in ("https://www.example.com/a/b?c", canonical(base) or ""):
        name = canonical(link, start)
        if name is None:
            continue
        assert name.isascii()
        assert not any(ord(character) <= 32 for character in name)
        assert name.startswith(("http://", "https://"))
        assert "#" not in name
        assert canonical(name) == name
        assert canonical(name, "https://other.example/") == name
        origin = origin_of(name)
        assert same_site(name, origin)
        assert "@" not in origin
        assert home(name, origin) == name
        assert canonical(home(name, "https://here.example", origin)) == home(name, "https://here.example", origin)
        trap(name)


@settings(max_examples=200, deadline=None)
@given(LINK)
def test_any_host_can_be_judged(host):
    ip = address(host)
    names_private(host)
    is_loopback(host)
    if ip is not None:
        assert Guard("example.com", 80).admit(host, 80, [str(ip)]) in ([], [str(ip)])


ROBOTS_PIECES = st.sampled_from(
    [
        b"User-agent: *\n",
        b"User-agent: auditor\r",
        b"Disallow: /\n",
        b"Disallow: *$\n",
        b"Allow: %zz\n",
        b"Crawl-delay: -1\n",
        b"Crawl-delay: nan\n",
        b"Crawl-delay: 1e999\n",
        b"Request-rate: 1/0\n",
        b"Request-rate: 0/5s\n",
        b"Sitemap:\n",
        b"\0",
        b"\xff",
        b"Sitemap: http://[\n",
        b"Disallow: " + b"*" * 50 + b"x\n",
        b"Visit-time: 99-1\n",
        b"#",
        b":",
        b" ",
        b"\xef\xbb\xbf",
        b"Host: \n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(ROBOTS_PIECES, max_size=12).map(b"".join)))
def test_any_robots_txt_can_be_read(body):
    rules = robots.read(200, body)
    rules.allows("http://example.com/" + "x" * 100)
    assert 0 <= rules.delay <= robots.LONGEST_DELAY
    assert all(isinstance(url, str) for url in rules.sitemaps)


SITEMAP_PIECES = st.sampled_from(
    [
        b"<?xml version='1.0'?>",
        b"<urlset>",
        b"<url>",
        b"<loc>",
        b"http://a.example/",
        b"</loc>",
        b"</url>",
        b"<sitemap>",
        b"&amp;",
        b"&x;",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        b"<![CDATA[",
        b"]]>",
        b"\0",
        b"\xff",
        b"<!--",
        b"-->",
        b"<sitemapindex>",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.lists(SITEMAP_PIECES, max_size=20).map(b"".join)), st.booleans())
def test_any_sitemap_can_be_read(body, zipped):
    pages, more = sitemaps.parse(gzip.compress(body) if zipped else body)
    assert all("root:" not in url for url in pages + more)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_answer_can_be_told_html_or_not(body, kind):
    what = Outcome("http://a.example/", 200, {"content-type": kind}, body).not_html
    assert what.isprintable()
    assert what.isascii()
