"""What a page says of itself, and whether it can be read."""

import pickle

import pytest

from auditor.extract import extract_page, similarity
from auditor.model import Readable, Snapshot
from tests.extract.pages import ORIGIN, body, read, texts

ENGLISH = (
    "We mend the roofs of homes and barns, and you can see what it costs before we start with the work for you. " * 4
)
GERMAN = (
    "Wir reparieren die Dächer von Häusern und Scheunen, und Sie sehen vorher, was es kostet und wie lange es dauert. "
    * 4
)


def test_the_head_is_read() -> None:
    page = read(
        "<html lang=en-GB><head><title> Roofs &amp; gutters |  Hale Roofing </title>"
        "<meta name=description content='We mend &lt;b&gt;roofs&lt;/b&gt; in Leeds.'>"
        "<link rel=canonical href='http://example.com/roofs'><meta name=robots content='noindex, nofollow'>"
        "<meta http-equiv=refresh content='30; url=/new'></head><body><p>Hi there, Leeds.</p></body></html>"
    )
    assert page.title == "Roofs & gutters | Hale Roofing"
    assert page.description == "We mend roofs in Leeds."
    assert page.canonical == "https://example.com/roofs"
    assert page.refresh == "https://example.com/new"
    assert (page.index, page.follow, page.lang) == (False, False, "en")


def test_robots_may_stand_in_the_header() -> None:
    page = read("<p>Hi</p>", x_robots_tag="noindex")
    assert (page.index, page.follow) == (False, True)


def test_names_come_from_structured_data_first() -> None:
    page = read(
        "<title>Roofs | Hale Roofing</title><meta property='og:site_name' content='Hale'>"
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":["Organization"],'
        '"name":"Hale &amp; Daughters &lt;b&gt;Roofing&lt;/b&gt; Ltd"},{"@type":"Person","name":"Jo Hale"}]}</script>'
        "<body><img src=/img/logo.svg alt='Hale Roofing logo'><p>Hi there.</p><footer>© 2019–2026 Hale Roofing Ltd. All rights reserved.</footer>"
    )
    assert page.names[:2] == ("Hale & Daughters Roofing Ltd", "Hale")
    assert "Hale Roofing" in " ".join(page.names)
    assert page.schema_types == ("Organization", "Person")


def test_a_copyright_line_and_a_title_name_the_company() -> None:
    assert read("<p>Hi.</p><footer><p>Copyright © 2026 Brook Dairy Inc. All Rights Reserved.</p></footer>").names == (
        "Brook Dairy Inc",
    )
    assert read("<title>About us - Brook Dairy</title><h1>About us</h1>").names == ("Brook Dairy",)


@pytest.mark.parametrize("data", ["{", "[1, 2", '{"@type": 5}', "null", '{"@type":["a",{}]}', "[" * 5000])
def test_broken_structured_data_is_passed_over(data: str) -> None:
    assert texts(read(f"<script type='application/ld+json'>{data}</script><p>Hi there.</p>")) == ["Hi there."]


def test_links_are_absolute_and_in_the_sites_own_spelling() -> None:
    page = read(
        "<base href='/shop/'><p>See <a href='pumps.html#top'>pumps</a>, <a href='http://www.example.com/b'>b</a>,"
        " <a rel=nofollow href='https://other.org/'>them</a>, <a href='mailto:a@b.c'>mail</a>, <a href='#x'>here</a>.</p>"
    )
    assert [(link.url, link.text, link.internal, link.follow) for link in page.links] == [
        ("https://example.com/shop/pumps.html", "pumps", True, True),
        ("https://example.com/b", "b", True, True),
        ("https://other.org/", "them", False, False),
    ]


def test_a_button_that_sends_the_browser_to_a_page_is_a_link_to_it() -> None:
    page = read(
        "<p>Oak stairs.</p><button onclick=\"location.href='order.html'\">Order now</button>"
        "<div onclick='window.location = \"/ask\";'>Ask us</div><input type=button value=Prices onclick=\"window.open('prices.html','_blank')\">"
        "<a href='#' onclick=\"document.location.assign('/steps'); return false\">Steps</a>"
        "<a href=\"javascript:window.location.href='/rails'\">Rails</a>"
    )
    assert [(link.url.removeprefix("https://example.com"), link.text) for link in page.links] == [
        ("/order.html", "Order now"), ("/ask", "Ask us"), ("/prices.html", "Prices"), ("/steps", "Steps"), ("/rails", "Rails"),
    ]  # fmt: skip
    assert not [door for door in page.doors if door.kind in ("nowhere", "button")]


def test_what_a_press_does_is_no_link_where_it_names_no_whole_address() -> None:
    page = read(
        "<p>Oak stairs.</p><button onclick=\"location.href='/stair?of=' + wood\">One</button><button onclick=\"open('menu')\">Two</button>"
        "<button onclick=\"go('order.html')\">Three</button><button onclick='location.reload()'>Four</button>"
    )
    assert page.links == ()


def test_links_to_an_alias_lead_home() -> None:
    snapshot = Snapshot(f"{ORIGIN}/a", f"{ORIGIN}/a", 200, {}, "", "")
    page = extract_page(
        snapshot, b"<a href='https://hale-roofing.co.uk/b'>b</a>", ORIGIN, ("https://hale-roofing.co.uk",)
    )
    assert [(link.url, link.internal) for link in page.links] == [("https://example.com/b", True)]


def test_comments_with_prose_are_kept_and_code_is_not() -> None:
    page = read(
        "<!-- adapt this text before launch please --><!--[if IE]><p>old browsers go here now</p><![endif]-->"
        "<!-- wp:paragraph --><!-- function a() { return b; } --><!-- footer --><p>Hi there.</p>"
    )
    assert page.comments == ("adapt this text before launch please",)


@pytest.mark.parametrize(
    ("html", "lang"),
    [
        (f"<html lang=de><p>{GERMAN}</p>", "de"),
        (f"<html lang=en><p>{GERMAN}</p>", "de"),
        (f"<html><p>{ENGLISH}</p>", "en"),
        ("<html lang=fr-CA><p>Bonjour.</p>", "fr"),
        ("<html><p>GX-200</p>", ""),
        ("<html xml:lang=nl><p>GX-200</p>", "nl"),
        ("<html><link rel=alternate hreflang=es href='/page.html'><p>GX-200</p>", "es"),
        ("<html lang=en><p>" + "私たちは屋根を直します。" * 30 + "</p>", "ja"),
    ],
)
def test_the_language_is_the_texts_where_there_is_enough(html: str, lang: str) -> None:
    assert read(html).lang == lang


BRANCHES = "".join(
    f"<p>{who}, {where}. Tel: +91 98{n}0 11{n}22{n}. {who.split()[0].lower()}@hollowoak.com.example www.hollowoak.com</p>"
    for n, (who, where) in enumerate([
        ("Joaquim da Cruz", "12 Rua de Ourem, Panaji, Goa"), ("Maria dos Anjos", "7 MG Road, Pune"), ("Anil do Rosario", "Plot No. 4, Mapusa"),
        ("Lucia das Neves", "Shop no 3, Fort de Baga"), ("Ravi e Costa", "Unit 9, Vasco da Gama"), ("Seema de Mello", "21 Park Lane, Nashik"),
        ("Tomas de Braganca", "5 Rua de Natal, Margao"), ("Edwin da Gama", "18 Hill Road, Surat"),
    ])
)  # fmt: skip
"""A page of names and addresses: small words of Portuguese in them, and none of English."""


def test_names_addresses_and_mail_boxes_are_no_evidence_of_a_language() -> None:
    assert read(f"<html lang=en><h1>Contact</h1>{BRANCHES}</html>").lang == "en"
    undeclared = read("<h1>Contact</h1>" + "<p>Anil Rao, anil@hollowoak.com, www.hollowoak.com, Surat</p>" * 6)
    assert undeclared.lang == ""


def test_a_language_other_than_the_declared_one_needs_several_of_its_words_and_far_more_than_there_are_of_that() -> (
    None
):
    portuguese = "A oficina fica na rua de cima, e os barcos entram pelo rio. Não cobramos a visita, que é para o seu bem, com um café. "
    assert read(f"<html lang=en><p>{portuguese * 4}</p>").lang == "pt"
    assert read(f"<html lang=en><p>{portuguese * 4}</p><p>{ENGLISH * 3}</p>").lang == "en"
    assert read("<html lang=en><p>" + "Rua de Cima, Rio de Baixo, Porto de Mar, " * 12 + "</p>").lang == "en"


@pytest.mark.parametrize(
    ("html", "state"),
    [
        (f"<p>{ENGLISH}</p>", Readable.YES),
        ("<h1>Shop</h1>", Readable.EMPTY),
        ("<body></body>", Readable.EMPTY),
        ("<div id=root></div><script src=a.js></script>", Readable.SHELL),
        (
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id=x></div><script src=a.js></script>",
            Readable.SHELL,
        ),
        ("<div id=__next><div>Loading</div></div><script>1</script>", Readable.SHELL),
        ("<app-root></app-root><script src=a.js></script>", Readable.SHELL),
        (
            "<title>Sign in</title><form><label>Mail <input name=m></label><input type=password><button>Log in</button></form>",
            Readable.LOGIN,
        ),
        ("<meta http-equiv=refresh content='0;url=/new'><p>Moved.</p>", Readable.STUB),
        ("<title>Redirecting…</title><p>If you are not redirected, <a href=/n>click here</a>.</p>", Readable.STUB),
        ("<script>window.location.href='/n'</script>", Readable.STUB),
        ("<title>Just a moment...</title><p>Checking your browser before you go on.</p>", Readable.BLOCKED),
        (f"<p>{ENGLISH}</p><div class=modal><input type=password></div>", Readable.YES),
    ],
)
def test_a_page_says_whether_it_can_be_read(html: str, state: Readable) -> None:
    assert read(html).readable is state


def test_a_refused_page_is_blocked() -> None:
    assert read("<h1>Forbidden</h1>", status=403).readable is Readable.BLOCKED


def test_the_same_copy_under_two_addresses_is_one_page() -> None:
    one, other = (
        body(f"<nav><a href=/a>A</a></nav><main><p>{ENGLISH}</p></main>", "/a"),
        body(f"<main><p>{ENGLISH}</p></main>", "/b"),
    )
    assert one.digest == other.digest != ""
    assert body("<main><p>Other copy.</p></main>").digest != one.digest


def product(name: str) -> str:
    return f"<h1>{name}</h1><p>The {name} is made in our own plant. {ENGLISH}</p><p>Order the {name} with free samples today.</p>"


def test_pages_that_differ_in_a_name_are_near_identical() -> None:
    tag, band = body(product("Laundry tag"), "/laundry-tag.html"), body(product("Silicone band"), "/silicone-band.html")
    other = body(f"<h1>About us</h1><p>{GERMAN}</p>", "/about.html")
    assert similarity(tag, band) >= 0.8
    assert similarity(tag, other) < 0.2
    assert similarity(tag, tag) == 1.0


def test_a_page_is_plain_data_and_the_same_every_time() -> None:
    page = body(product("Laundry tag"))
    assert pickle.loads(pickle.dumps(page)) == page == body(product("Laundry tag"))


def test_a_page_that_says_it_is_missing_is_not_judged_whatever_its_status() -> None:
    def state(title: str, words: str = "We could not find it. Try the menu.") -> Readable:
        return read(f"<html lang=en><title>{title}</title><body><main><h1>Oh dear</h1><p>{words}</p></main>").readable

    for title in (
        "Page not found | Hilltop",
        "404",
        "Error 404 - Hilltop",
        "Hilltop - 404 not found",
        "This page doesn't exist",
    ):
        assert state(title) is Readable.MISSING, title
    for title in ("Lost and found", "404 Main Street, Leeds", "Why your 404 matters", "Hilltop"):
        assert state(title) is Readable.YES, title
    assert state("Page not found: the book", "We tell how pages get lost. " * 40) is Readable.YES
