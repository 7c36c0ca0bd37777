"""The walk alone, over a dictionary of answers."""

import gzip
import random

import pytest

from auditor.crawl.answers import Outcome
from auditor.model import SkipReason
from tests.crawl.conftest import ORIGIN, page

HTML = {"content-type": "text/html"}


def redirect(to, status=301):
    return status, {"location": to}, ""


def gone(url):
    return Outcome(url, reason=SkipReason.UNREACHABLE, detail="the connection was refused")


def sitemap(*urls):
    return (
        200,
        {"content-type": "application/xml"},
        f"<urlset>{''.join(f'<url><loc>{u}</loc></url>' for u in urls)}</urlset>",
    )


def test_links_are_followed_and_each_page_is_fetched_once(walk):
    result = walk(
        {"/": page("home", "/a", "/a#x", "/b", "https://other.example/"), "/a": page("a", "/"), "/b": page("b", "/a")}
    )
    assert result.paths == ["", "a", "b"]
    assert sorted(walk.asked) == [ORIGIN + path for path in ("/", "/a", "/b", "/robots.txt", "/sitemap.xml")]
    assert result.finished.complete
    assert result.finished.robots == "none"
    assert result.adds_up()


def test_the_order_does_not_depend_on_which_answer_comes_first(walk, tmp_path):
    pages = {"/": page("home", *(f"/{n}" for n in range(40)))}
    pages |= {f"/{n}": page(f"page {n}", *(f"/{n}/{m}" for m in range(4))) for n in range(40)}
    pages |= {f"/{n}/{m}": page(f"page {n} {m}") for n in range(40) for m in range(4)}
    results = []
    for seed in (0, 1, 2):
        walk.folder = tmp_path / str(seed)
        result = walk(pages, seed=seed, max_pages=90, concurrency=16)
        results.append((result.kept, result.skipped))
        assert result.adds_up()
    assert results[0] == results[1] == results[2]
    assert len(results[0][0]) == 90


def test_a_page_cap_keeps_so_many_pages_and_says_what_it_left(walk):
    result = walk({"/": page("home", "/a", "/b", "/c")} | {f"/{n}": page(n) for n in "abc"}, max_pages=2)
    assert result.paths == ["", "a"]
    assert result.skips == {"/b": SkipReason.CAP, "/c": SkipReason.CAP}
    assert result.finished.complete
    assert not {ORIGIN + "/b", ORIGIN + "/c"} & set(walk.asked)


def test_depth_is_counted_in_clicks(walk):
    pages = {"/": page("home", "/a"), "/a": page("a", "/b"), "/b": page("b", "/c"), "/c": page("c")}
    result = walk(pages, max_depth=2)
    assert result.paths == ["", "a", "b"]
    assert result.skips == {"/c": SkipReason.DEPTH}


def test_include_and_exclude_go_by_path_and_the_start_is_always_read(walk):
    pages = {"/": page("home", "/p/a", "/p/b", "/about"), "/p/a": page("a"), "/p/b": page("b"), "/about": page("about")}
    result = walk(pages, include=("/p/*",), exclude=("*/b",))
    assert result.paths == ["", "p/a"]
    assert result.skips == {"/p/b": SkipReason.PATTERN, "/about": SkipReason.PATTERN}


def test_traps_are_skipped_and_said(walk):
    result = walk({"/": page("home", "/logout", "/x?sort=price", "/ok"), "/ok": page("ok")})
    assert result.paths == ["", "ok"]
    assert set(result.skips.values()) == {SkipReason.TRAP}


def test_endless_queries_on_one_path_come_to_an_end(walk):
    pages = {f"/list?page={n}": page(f"list {n}", f"/list?page={n + 1}") for n in range(300)}
    result = walk({"/": page("home", "/list?page=0"), **pages}, max_depth=100, max_pages=1000)
    assert 50 < len(result.kept) <= 101
    assert SkipReason.DEPTH in result.skips.values() or SkipReason.TRAP in result.skips.values()


def test_queries_that_change_nothing_are_soon_not_asked_for(walk, tmp_path):
    links = [f"/contact?product={n}" for n in range(60)]
    pages = {"/": page("home", "/contact", *links), "/contact": page("contact")} | dict.fromkeys(links, page("contact"))
    outcomes = []
    for seed in (0, 3):
        walk.folder = tmp_path / str(seed)
        result = walk(pages, seed=seed)
        assert result.judged == {"", "contact"}
        assert sum("product" in url for url in walk.asked) < 40
        assert result.adds_up()
        outcomes.append((result.kept, result.skipped))
    assert outcomes[0] == outcomes[1]


def test_a_relative_link_that_eats_its_own_tail_ends(walk):
    class Tail(dict):
        def get(self, key, default=None):
            return page("tail", "more/") if key.startswith("/tail/") else super().get(key, default)

    result = walk(Tail({"/": page("home", "/tail/")}), max_depth=100)
    assert result.judged == {"", "tail/"}


def test_redirects_are_followed_within_the_site_only(walk):
    pages = {
        "/": page("home", "/old", "/out", "/mail", "/private", "/metadata"),
        "/old": redirect("/older"),
        "/older": redirect("/new", 302),
        "/new": page("new"),
        "/out": redirect("https://other.example/x"),
        "/mail": redirect("mailto:x@y.example"),
        "/private": redirect("http://127.0.0.1:8000/admin"),
        "/metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    }
    result = walk(pages)
    assert result.paths == ["", "new"]
    assert result.skips == {
        "/old": SkipReason.REDIRECT,
        "/older": SkipReason.REDIRECT,
        "/out": SkipReason.OFFSITE,
        "/mail": SkipReason.HTTP_ERROR,
        "/private": SkipReason.PRIVATE,
        "/metadata": SkipReason.PRIVATE,
    }
    assert all(url.startswith(ORIGIN) for url in walk.asked)


def test_redirect_circles_and_endless_chains_end(walk):
    pages = {
        "/": page("home", "/self", "/x", "/chain/0"),
        "/self": redirect("/self"),
        "/x": redirect("/y"),
        "/y": redirect("/x"),
    }
    pages |= {f"/chain/{n}": redirect(f"/chain/{n + 1}") for n in range(40)}
    result = walk(pages)
    assert result.paths == [""]
    assert result.skips["/self"] is SkipReason.HTTP_ERROR
    assert sum("chain" in url for url in walk.asked) == 11
    assert result.adds_up()


def test_the_start_url_leads_to_the_sites_own_origin(walk):
    pages = {
        "http://site.example/": redirect("https://site.example/"),
        "https://site.example/": redirect("https://www.site.example/"),
        "https://www.site.example/": page("home", "/a", "http://site.example/b", "https://shop.site.example/"),
        "https://www.site.example/a": page("a"),
        "https://www.site.example/b": page("b"),
    }
    result = walk(pages)
    assert result.kept == ["https://www.site.example/", "https://www.site.example/a", "https://www.site.example/b"]
    assert result.finished.origin == "https://www.site.example"
    assert result.skipped == []


def test_a_start_page_below_the_root_is_followed_to(walk):
    result = walk({"/": redirect("/en/"), "/en/": page("home", "/", "/a"), "/a": page("a")})
    assert result.paths == ["en/", "a"]
    assert result.skips == {"/": SkipReason.REDIRECT}


def test_a_page_under_the_sites_other_spelling_keeps_its_one_name(walk):
    pages = {
        "/": page("home", "/a", "/b"),
        "/a": redirect("https://www.site.example/a"),
        "/b": redirect("https://site.example/b"),
    }
    pages |= {"https://www.site.example/a": page("a"), "https://site.example/b": redirect("http://site.example/b")}
    result = walk(pages)
    assert result.paths == ["", "a"]
    assert result.skips["/b"] is SkipReason.HTTP_ERROR


@pytest.mark.parametrize(
    ("pages", "kind", "words"),
    [
        ({"/": (404, HTML, "")}, "Unreachable", "answered 404; check the address"),
        ({"/": (500, HTML, "")}, "Unreachable", "try again later"),
        ({"/": (403, HTML, "")}, "LoginWall", "403"),
        ({"/": (401, HTML, "")}, "LoginWall", "401"),
        ({"/": redirect("/login?next=/")}, "LoginWall", "sign-in"),
        ({"/": redirect("https://other.example/")}, "Unreachable", "https://other.example/"),
        ({"/": redirect("http://10.0.0.1/")}, "PrivateAddress", "10.0.0.1"),
        ({"/": redirect("/")}, "Unreachable", "circle"),
        ({"/": redirect("/a"), "/a": redirect("/")}, "Unreachable", "circle"),
        ({"/": (200, {"content-type": "application/pdf"}, "%PDF-")}, "NotHtml", "application/pdf"),
        ({"/": (200, HTML, b"\x89PNG\r\n")}, "NotHtml", "binary"),
        ({"/": (200, HTML, random.Random(7).randbytes(4000))}, "NotHtml", "binary"),
        ({"/": gone("/"), "/robots.txt": gone("/robots.txt")}, "Unreachable", "refused"),
        ({"/": "x", "/robots.txt": "User-agent: *\nDisallow: /"}, "RobotsRefuse", "robots.txt"),
        ({"/": "x", "/robots.txt": (503, {}, "")}, "RobotsRefuse", "503"),
        ({"/": "<meta http-equiv=refresh content='0; url=https://other.example/'>"}, "Unreachable", "other.example"),
    ],
)
def test_a_start_that_is_no_page_says_what_to_do(walk, pages, kind, words):
    failed = walk(pages).failed
    assert failed.kind == kind
    assert words in failed.message
    assert failed.message.count("\n") == 0


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16", "iso2022_jp", "cp1251"])
def test_a_page_in_another_encoding_is_no_binary_data(walk, charset):
    words = "水車小屋の粉" if charset == "iso2022_jp" else "Мука с мельницы: " * 40
    body = f"<html lang=ru><title>{words}</title><p>{words}</p>".encode(charset)
    assert walk({"/": (200, HTML, body)}).paths == [""]


def test_robots_txt_is_obeyed_for_our_own_token_and_named(walk):
    robots = "User-agent: *\nDisallow: /all\n\nUser-agent: auditor\nDisallow: /us/\nAllow: /us/ok\nCrawl-delay: 7\n"
    pages = {
        "/": page("home", "/all", "/us/no", "/us/ok"),
        "/robots.txt": robots,
        "/all": page("all"),
        "/us/ok": page("ok"),
    }
    result = walk(pages)
    assert result.paths == ["", "all", "us/ok"]
    assert result.skips == {"/us/no": SkipReason.ROBOTS}
    assert result.finished.robots == "obeyed"
    assert walk.delays == [7.0]


def test_a_crawl_delay_of_hours_is_cut_to_thirty_seconds(walk):
    walk({"/": page("home"), "/robots.txt": "User-agent: *\nCrawl-delay: 86400"})
    assert walk.delays == [30.0]


def test_robots_txt_is_ignored_only_where_the_owner_says_so(walk):
    pages = {"/": page("home", "/a"), "/a": page("a"), "/robots.txt": "User-agent: *\nDisallow: /"}
    result = walk(pages, ignore_robots=True, i_own_this_site=True)
    assert result.paths == ["", "a"]
    assert result.finished.robots == "ignored"


def test_robots_txt_that_nobody_may_read_forbids_nothing(walk):
    result = walk({"/": page("home"), "/robots.txt": (403, {}, "")})
    assert result.finished.robots == "none"


def test_a_robots_txt_of_ten_megabytes_is_read_in_part(walk):
    robots = "User-agent: *\nDisallow: /no\n" + "# filler\n" * 1_200_000
    result = walk({"/": page("home", "/no"), "/robots.txt": robots})
    assert result.skips == {"/no": SkipReason.ROBOTS}


def test_sitemaps_are_found_through_robots_indexes_and_gzip(walk):
    inner = "<urlset><url><loc>http://site.example/gz/a</loc></url></urlset>"
    index = (
        "<sitemapindex><sitemap><loc>/maps/a.xml.gz</loc></sitemap><sitemap><loc>/maps/b.xml</loc></sitemap>"
        "<sitemap><loc>/maps/index.xml</loc></sitemap></sitemapindex>"
    )
    pages = {
        "/": page("home", "/linked"),
        "/linked": page("linked", "/deeper"),
        "/deeper": page("deeper"),
        "/gz/a": page("a"),
        "/b": page("b"),
        "/robots.txt": "Sitemap: /maps/index.xml",
        "/maps/index.xml": (200, {}, index),
        "/maps/a.xml.gz": (200, {"content-type": "application/gzip"}, gzip.compress(inner.encode())),
        "/maps/b.xml": sitemap("http://www.site.example/b", "https://other.example/c"),
    }
    result = walk(pages)
    assert result.paths == ["", "linked", "deeper", "b", "gz/a"]
    assert result.finished.sitemap == 2


def test_a_billion_laughs_sitemap_makes_nobody_laugh(walk):
    laughs = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    body = laughs + "]><urlset><url><loc>&m;</loc></url><url><loc>http://site.example/a</loc></url></urlset>"
    result = walk({"/": page("home", "/a"), "/a": page("a"), "/sitemap.xml": (200, {}, body)})
    assert result.paths == ["", "a"]
    assert result.finished.sitemap <= 1


def test_a_sitemap_of_another_host_is_explained(walk):
    pages = {"/": page("home"), "/sitemap.xml": sitemap("https://www.example.com/", "https://www.example.com/a")}
    result = walk(pages)
    assert result.paths == [""]
    assert "--base-url https://www.example.com" in result.warnings[0]


def test_base_url_maps_what_sitemaps_canonicals_and_links_name(walk):
    canonical = "<link rel=canonical href='https://www.example.com/a'>"
    pages = {
        "/": page("home", "https://www.example.com/b", "https://example.com/c"),
        "/sitemap.xml": sitemap("https://www.example.com/", "https://www.example.com/a", "http://example.com/d"),
    } | {f"/{n}": page(n, head=canonical if n == "a" else "") for n in "abcd"}
    result = walk(pages, base_url="https://www.example.com")
    assert sorted(result.paths) == ["", "a", "b", "c", "d"]
    links = next(event.page.links for event in result.events if hasattr(event, "snapshot"))
    assert [(link.url, link.internal) for link in links] == [(ORIGIN + "/b", True), (ORIGIN + "/c", True)]


def test_what_is_not_html_is_named_and_not_kept(walk):
    pages = {
        "/": page("home", "/a.pdf", "/doc", "/png", "/untyped", "/photo.jpg", "/utf16"),
        "/doc": (200, {"content-type": "application/msword"}, "x"),
        "/png": (200, HTML, b"\x89PNG\r\n\x1a\n"),
        "/untyped": (200, {}, page("untyped")),
        "/utf16": (200, HTML, page("wide").encode("utf-16")),
    }
    result = walk(pages)
    assert set(result.paths) == {"", "untyped", "utf16"}
    assert result.skips == dict.fromkeys(("/a.pdf", "/doc", "/png"), SkipReason.NOT_HTML)
    assert result.detail("/a.pdf") == "pdf"
    assert ORIGIN + "/a.pdf" not in walk.asked


def test_errors_are_named(walk):
    pages = {"/": page("home", "/gone", "/no", "/down"), "/no": (403, HTML, ""), "/down": gone("/down")}
    result = walk(pages)
    assert result.skips == {"/gone": SkipReason.HTTP_ERROR, "/no": SkipReason.BLOCKED, "/down": SkipReason.UNREACHABLE}
    assert result.finished.complete


def test_a_site_that_dies_in_the_middle_leaves_what_was_kept(walk):
    names = [f"/{n}" for n in range(100)]
    pages = {"/": page("home", *names)} | {n: page(n) for n in names[:10]} | {n: gone(n) for n in names[10:]}
    result = walk(pages)
    assert len(result.kept) == 11
    assert not result.finished.complete
    assert "stopped answering" in result.warnings[-1]
    assert len(walk.asked) < 60
    assert result.adds_up()


def test_a_firewall_that_blocks_after_ten_pages_is_called_blocked(walk):
    names = [f"/{n}" for n in range(60)]
    result = walk(
        {"/": page("home", *names)} | {n: page(n) if k < 10 else (403, HTML, "") for k, n in enumerate(names)}
    )
    assert len(result.kept) == 11
    assert set(result.skips.values()) == {SkipReason.BLOCKED}
    assert not result.finished.complete


def test_one_page_under_two_urls_is_one_page(walk):
    pages = {
        "/": page("home", "/index.html", "/b?ref=1", "/a/long", "/b"),
        "/index.html": page("home", "/index.html", "/b?ref=1"),
    }
    pages |= {
        "/b?ref=1": page("same copy"),
        "/b": page("same copy", "/x"),
        "/a/long": page("same copy"),
        "/x": page("x"),
    }
    result = walk(pages)
    aliases = {k.removeprefix(ORIGIN): v.removeprefix(ORIGIN) for k, v in result.finished.aliases.items()}
    assert aliases == {"/index.html": "/", "/b?ref=1": "/b", "/a/long": "/b"}
    assert result.skips == dict.fromkeys(aliases, SkipReason.DUPLICATE)
    assert result.adds_up()


def test_a_canonical_link_names_the_page_that_stands_for_both(walk):
    head = "<link rel=canonical href='/real'>"
    pages = {"/": page("home", "/print"), "/print": page("for print", head=head), "/real": page("real")}
    result = walk(pages)
    assert result.judged == {"", "real"}
    assert result.finished.aliases == {ORIGIN + "/print": ORIGIN + "/real"}


def test_a_canonical_link_to_what_cannot_be_had_is_not_believed(walk):
    head = "<link rel=canonical href='/missing'>"
    result = walk({"/": page("home", "/a"), "/a": page("a", head=head)})
    assert result.judged == {"", "a"}
    assert result.finished.aliases == {}


def test_a_template_that_calls_every_page_the_home_page_is_not_believed(walk):
    head = "<link rel=canonical href='http://site.example/'>"
    pages = {"/": page("home", "/a", "/b", "/c", "/a?x=1", head=head)} | {f"/{n}": page(n, head=head) for n in "abc"}
    result = walk(pages | {"/a?x=1": page("a", head=head)})
    assert result.judged == {"", "a", "b", "c"}
    assert "canonical" in result.warnings[-1]


def test_a_refresh_stub_is_followed_and_not_kept(walk):
    stub = "<meta http-equiv=refresh content='0; url=/target'>"
    result = walk({"/": page("home", "/stub"), "/stub": stub, "/target": page("target")})
    assert result.judged == {"", "target"}
    assert result.skips == {"/stub": SkipReason.REDIRECT}


def test_a_stub_at_the_start_hands_over_to_its_target(walk):
    stub = "<meta http-equiv=refresh content='0; url=/home/'>"
    result = walk(
        {
            "/": stub,
            "/home/": page("home", "/a", "/home/index.html"),
            "/home/index.html": page("home", "/a"),
            "/a": page("a"),
        }
    )
    assert result.judged == {"home/", "a"}


def test_links_that_ask_not_to_be_followed_are_not(walk):
    nofollow = "<meta name=robots content=nofollow>"
    home = page("home", "/a") + "<a href=/c rel=nofollow>c</a>"
    result = walk({"/": home, "/a": page("a", "/b", head=nofollow), "/b": page("b"), "/c": page("c")})
    assert result.paths == ["", "a"]


def test_a_page_that_breaks_extraction_is_kept_and_the_crawl_goes_on(walk):
    result = walk({"/": page("home", "/bad", "/ok"), "/bad": "BREAKS EXTRACTION", "/ok": page("ok")})
    assert result.paths == ["", "bad", "ok"]
    assert "cannot read this" in result.warnings[0]


SITE = {"/": page("home", "/a", "/b", "/old", "/pdf", "/c?x=1")} | {
    "/a": page("a", "/a1", "/a2"), "/a1": page("a1"), "/a2": page("a1"), "/b": page("b", "/gone"), "/c?x=1": page("c"),
    "/old": redirect("/new"), "/new": page("new", "/d"), "/d": page("d"), "/pdf": (200, {"content-type": "application/pdf"}, ""),
    "/sitemap.xml": sitemap(ORIGIN + "/only-listed"), "/only-listed": page("listed"),
}  # fmt: skip


@pytest.mark.parametrize("stop_after", range(3, 17, 2))
def test_a_crawl_that_was_stopped_goes_on_to_the_same_end(walk, tmp_path, stop_after):
    whole = walk(SITE)
    walk.folder = tmp_path / "again"
    first = walk(SITE, stop_after=stop_after, seed=stop_after)
    asked = set(walk.asked)
    kept = list(first.kept)
    assert not first.finished.complete or stop_after > 14
    second = walk(SITE, seed=1)
    assert second.kept[: len(kept)] == kept
    assert [event.resumed for event in second.events if hasattr(event, "resumed")][: len(kept)] == [True] * len(kept)
    assert not set(kept) & set(walk.asked)
    assert (second.kept, second.skipped, second.finished) == (whole.kept, whole.skipped, whole.finished)
    assert asked


def test_a_torn_last_line_of_the_journal_is_dropped(walk):
    whole = walk(SITE)
    journal = walk.folder / "crawl.jsonl"
    data = journal.read_bytes()
    for cut in (len(data) - 1, len(data) - 30, len(data) // 2, 10, 0):
        journal.write_bytes(data[:cut])
        again = walk(SITE)
        assert (again.kept, again.skipped) == (whole.kept, whole.skipped)
    journal.write_bytes(data + b'{"kind":"kept","url":"http://site.exa')
    assert walk(SITE).kept == whole.kept


def test_a_journal_of_another_start_is_begun_anew(walk):
    walk(SITE)
    assert walk(SITE, start=ORIGIN + "/a").paths[0] == "a"


def test_a_body_that_is_missing_from_the_store_is_fetched_again(walk):
    whole = walk(SITE)
    for body in (walk.folder / "s").glob("*/*.zst"):
        body.unlink()
    again = walk(SITE)
    assert again.kept == whole.kept
    assert not any(event.resumed for event in again.events if hasattr(event, "resumed"))


def test_what_failed_for_the_moment_is_tried_again_on_resuming(walk):
    pages = {"/": page("home", "/a"), "/a": gone("/a")}
    assert walk(pages).skips == {"/a": SkipReason.UNREACHABLE}
    assert walk(pages | {"/a": page("a")}).paths == ["", "a"]


def test_a_sitemap_that_robots_names_on_another_host_is_explained_and_the_own_one_tried(walk):
    pages = {"/": page("home"), "/robots.txt": "Sitemap: https://www.example.com/map.xml", "/a": page("a")}
    result = walk(pages)
    assert "--base-url https://www.example.com" in result.warnings[0]
    assert walk(pages | {"/sitemap.xml": sitemap(ORIGIN + "/a")}).paths == ["", "a"]
    walk.folder = walk.folder / "mapped"
    mapped = pages | {"/map.xml": sitemap("https://www.example.com/a")}
    assert walk(mapped, base_url="https://www.example.com").paths == ["", "a"]


def test_variations_of_a_page_do_not_use_up_the_cap(walk):
    head = "<link rel=canonical href='/p'>"
    pages = {"/": page("home", "/p?c=1", "/p?c=2", "/p?c=3", "/a", "/p"), "/p": page("p", head=head), "/a": page("a")}
    pages |= {f"/p?c={n}": page(f"p in colour {n}", head=head) for n in (1, 2, 3)}
    assert walk(pages, max_pages=3).judged == {"", "a", "p"}


def test_a_feed_that_says_it_is_html_is_not(walk):
    feed = '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    xhtml = '<?xml version="1.0"?>' + page("really html")
    result = walk({"/": page("home", "/feed/", "/x"), "/feed/": feed, "/x": xhtml})
    assert result.paths == ["", "x"]
    assert result.detail("/feed/") == "a feed (rss) sent as text/html"


def test_where_https_is_not_answered_and_no_scheme_was_given_http_is_tried(walk, monkeypatch):
    pages = {"https://site.example/robots.txt": gone("x"), "/": page("home", "/a"), "/a": page("a")}
    assert walk(pages, start="https://site.example/", name="site.example").paths == ["", "a"]
    walk.folder = walk.folder / "again"
    assert walk(pages, start="https://site.example/").failed.kind == "Unreachable"


def test_a_capped_crawl_still_counts_what_the_sitemap_names(walk):
    pages = {"/": page("home", "/a", "/b"), "/a": page("a"), "/b": page("b"), "/sitemap.xml": sitemap(ORIGIN + "/c")}
    result = walk(pages, max_pages=2)
    assert result.paths == ["", "a"]
    assert result.skips == {"/b": SkipReason.CAP, "/c": SkipReason.CAP}
    assert result.finished.sitemap == 1
    assert result.adds_up()
