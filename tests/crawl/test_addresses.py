import pytest

from auditor.addresses import canonical, home, origin_of, same_site, settle, trap
from auditor.model import Link, Page, PageKind, Readable, Region

BASE = "https://www.example.com/a/b.html"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("c.html", "https://www.example.com/a/c.html"),
        ("/x", "https://www.example.com/x"),
        ("../../../z", "https://www.example.com/z"),
        ("//cdn.example.net/y", "https://cdn.example.net/y"),
        ("?p=2", "https://www.example.com/a/b.html?p=2"),
        ("#top", BASE),
        ("", BASE),
        ("HTTP://EXAMPLE.com:80", "http://example.com/"),
        ("https://example.com:443/a?b=1#f", "https://example.com/a?b=1"),
        ("http://example.com:8000", "http://example.com:8000/"),
        ("http://example.com./a", "http://example.com/a"),
        ("http://user:secret@example.com/", "http://example.com/"),
        ("http:\\\\example.com\\a", "http://example.com/a"),
        (" \n/a\tb\r\n", "https://www.example.com/ab"),
        ("/a b/ü", "https://www.example.com/a%20b/%C3%BC"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("/x?b=2&a=1", "https://www.example.com/x?a=1&b=2"),
        ("/x?utm_source=mail&gclid=1&fbclid=2&mc_cid=3&a=1", "https://www.example.com/x?a=1"),
        ("/x?utm_source=mail", "https://www.example.com/x"),
        ("/x;jsessionid=0A1B?a=1", "https://www.example.com/x?a=1"),
        ("/x?PHPSESSID=abc&a=1", "https://www.example.com/x?a=1"),
        ("/x?sid=0123456789abcdef01", "https://www.example.com/x"),
        ("/x?sid=7", "https://www.example.com/x?sid=7"),
        ("/index.html", "https://www.example.com/index.html"),
    ],
)
def test_a_link_has_one_name(url, name):
    assert canonical(url, BASE) == name
    assert canonical(name) == name


@pytest.mark.parametrize(
    "url",
    [
        "mailto:a@b.example",
        "tel:+1",
        "javascript:void(0)",
        "JavaScript:x",
        "data:text/html,x",
        "ftp://x.example/",
        "blob:x",
        "http://",
        "http://:80/",
        "https://a b.example/",
        "http://\ud800.example/",
        "http://x.example:99999/",
        "x" * 9000,
    ],
)
def test_what_leads_to_no_page_has_no_name(url):
    assert canonical(url, BASE) is None


def test_a_relative_link_without_a_base_has_no_name():
    assert canonical("/x") is None


def test_www_and_apex_and_both_schemes_are_one_site():
    origin = "https://www.example.com"
    assert same_site("http://example.com/x", origin)
    assert same_site("http://www.example.com:80/x", origin)
    assert not same_site("https://shop.example.com/", origin)
    assert not same_site("https://www.example.com:8443/", origin)
    assert not same_site("https://example.com.evil.example/", origin)
    assert not same_site("mailto:x", origin)
    assert same_site("http://127.0.0.1:8000/x", "http://127.0.0.1:8000")
    assert not same_site("http://127.0.0.1:8001/x", "http://127.0.0.1:8000")


def test_an_address_of_the_site_is_spelled_as_the_site_is():
    assert home("http://example.com/a?b=1", "https://www.example.com") == "https://www.example.com/a?b=1"
    assert home("https://example.com/", "http://127.0.0.1:8000/", "https://www.example.com") == "http://127.0.0.1:8000/"
    assert home("https://other.example/", "https://www.example.com") == "https://other.example/"
    assert origin_of("https://a.example/b") == "https://a.example"


def test_a_page_is_settled_in_the_sites_own_spelling():
    links = tuple(Link(url, "", Region.MAIN, False) for url in ("https://example.com/x", "https://other.example/"))
    page = Page(
        "http://127.0.0.1:8000/", "", PageKind.HOME, "", "", "", "en", Readable.YES, links=links,
        canonical="https://www.example.com/",
    )  # fmt: skip
    settled = settle(page, "http://127.0.0.1:8000", "https://example.com")
    assert [(link.url, link.internal) for link in settled.links] == [
        ("http://127.0.0.1:8000/x", True),
        ("https://other.example/", False),
    ]
    assert settled.canonical == "http://127.0.0.1:8000/"
    assert settle(settled, "http://127.0.0.1:8000", "https://example.com") is settled


@pytest.mark.parametrize(
    "path",
    [
        "/logout", "/account/sign-out.php", "/wp-admin/", "/cart", "/shop/cart/", "/checkout/step1", "/?add-to-cart=3",
        "/p?action=logout", "/events/2031-05/", "/calendar/2031/05/", "/calendar/month/2031/05", "/x?month=5&year=2031",
        "/a/b/a/b", "/a/a/a", "/" + "x/" * 20, "/" + "x" * 1500, "/?s=word", "/search?q=a", "/p?sort=price",
        "/p?filter[color]=red", "/p?a=1&b=2&c=3&d=4&e=5", "/post?replytocom=4", "/?tribe-bar-date=2031-01-01",
    ],
)  # fmt: skip
def test_a_trap_is_not_entered(path):
    assert trap("https://example.com" + path)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/calendar-of-events.html", "/events/2024/05/open-day", "/news/2024/05/", "/products?page=2", "/?p=12",
        "/payments/checkout", "/search-engine-marketing",
        "/search/local-seo", "/blog/how-to-log-out", "/a/b/c/d", "/cart-systems/", "/en/en-us/",
        "/order-management", "/shipping/carts-and-dollies",
    ],
)  # fmt: skip
def test_a_page_that_only_sounds_like_a_trap_is_read(path):
    assert trap("https://example.com" + path) == ""


def test_what_is_no_address_is_on_no_site():
    assert not same_site("/x", "")
    assert not same_site("//x/y", "/")
    assert not same_site("http://example.com.evil.example/", "http://example.com")
    assert not same_site("http://example.comx/", "http://example.com")
