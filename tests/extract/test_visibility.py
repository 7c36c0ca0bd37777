"""What a visitor sees, what a click reveals, and what nobody ever sees."""

import pytest

from auditor.model import Region
from tests.extract.pages import body, copy, inside, read, texts, unit


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>No.</p>",
        "<p style='display: none'>No.</p>",
        "<div style='DISPLAY:NONE;color:red'><p>No.</p></div>",
        "<template><p>No.</p></template>",
        "<noscript><p>No.</p></noscript>",
        "<script>var a = 'No.';</script>",
        "<style>p{color:red}</style>",
        "<span class='sr-only'>No.</span>",
        "<a class='skip-link' href='#main'>No.</a>",
        "<span class='visually-hidden'>No.</span>",
        "<h1 style='text-indent:-9999px'>No.</h1>",
        "<p style='position:absolute;left:-10000px'>No.</p>",
        "<div class='d-none'>No.</div>",
        "<div class='lg:hidden'>No.</div>",
        "<input type=hidden value='No.'>",
        "<div class='invalid-feedback'>No.</div>",
        "<div class='w-form-done'>No.</div>",
        "<select multiple><option>No.</option></select>",
        "<iframe>No.</iframe>",
        "<datalist><option>No.</option></datalist>",
        "<!-- No. -->",
    ],
)
def test_text_that_nobody_sees_is_not_extracted(hidden: str) -> None:
    assert texts(body(f"<p>Yes.</p>{hidden}<p>Also.</p>")) == ["Yes.", "Also."]


@pytest.mark.parametrize(
    "shown",
    [
        "<p aria-hidden=true>Yes.</p>",
        "<div class='hidden md:block'>Yes.</div>",
        "<div class='d-none d-lg-flex'>Yes.</div>",
        "<p style='opacity:0'>Yes.</p>",
        "<details open><p>Yes.</p></details>",
        "<div class='tab-pane active'>Yes.</div>",
        "<div class='collapse show'>Yes.</div>",
    ],
)
def test_text_that_is_seen_stays(shown: str) -> None:
    page = body(shown)
    assert texts(page) == ["Yes."]
    assert not page.units[0].folded


@pytest.mark.parametrize(
    "folded",
    [
        "<details><summary>Is it safe?</summary><p>It is.</p></details>",
        "<div class='accordion-item'><h3>Is it safe?</h3><div class='accordion-collapse collapse'><p>It is.</p></div></div>",
        "<p>Is it safe?</p><div role=tabpanel hidden><p>It is.</p></div>",
        "<button aria-expanded=false aria-controls=a1>Is it safe?</button><div id=a1><p>It is.</p></div>",
        "<button onclick=\"show('a1')\">Is it safe?</button><div id=a1 style='display:none'><p>It is.</p></div>",
        "<div class='faq-question'>Is it safe?</div><div class='x' style='display:none'><p>It is.</p></div>",
        "<div class='carousel'><div class='slide'>Is it safe?</div><div class='slide' style='display:none'>It is.</div></div>",
        "<p>Is it safe?</p><div class='tab-pane'>It is.</div>",
    ],
)
def test_text_that_a_click_reveals_is_folded_copy(folded: str) -> None:
    page = body(f"<main>{folded}</main>")
    assert copy(page) == ["Is it safe?", "It is."]
    assert unit(page, "It is.").folded
    assert not unit(page, "Is it safe?").folded


def test_the_pages_own_style_is_read_where_it_is_simple() -> None:
    page = read(
        "<html><head><style>/* a { */ .gone, #away { display:none } p.off{visibility:hidden}"
        ".ear{position:absolute;clip:rect(0 0 0 0)} .menu-x{display:none} .menu-x{display:block}"
        ".answer-x{display:none} .item.open .answer-x{display:block}"
        "@media (max-width:600px){.desk{display:none}} @media print{.desk{display:none}}"
        "@media (min-width:768px){.wide{display:none}} .btn:hover{display:none}"
        "</style></head><body><p class=gone>a1</p><p id=away>a2</p><p class=off>a3</p><span class=off>s3</span>"
        "<p class=ear>a4</p><p class='menu-x'>a5</p><p class='answer-x'>a6</p><p class=desk>a7</p><p class=wide>a8</p>"
        "<p class=btn>a9</p></body></html>"
    )
    assert texts(page) == ["s3", "a5", "a6", "a7", "a9"]
    assert [unit.text for unit in page.units if unit.folded] == ["a6"]


def test_an_inline_element_that_the_style_sets_as_a_block_stands_apart() -> None:
    page = read(
        "<style>.t{display:block}</style><div><span class=t>Our price</span>from $9<br></div><h1>Cold<span class=t>Pressed</span></h1>"
    )
    assert texts(page) == ["Our price", "from $9", "Cold Pressed"]


@pytest.mark.parametrize(
    "overlay",
    [
        "<div class='cookie-banner'><p>We use cookies.</p><button>Accept</button></div>",
        "<div id='CookieConsent'><p>We use cookies.</p><button>Accept</button></div>",
        "<div class='modal fade'><p>We use cookies.</p><button>Accept</button></div>",
        "<div role=dialog><p>We use cookies.</p><button>Accept</button></div>",
        "<dialog><p>We use cookies.</p><button>Accept</button></dialog>",
        "<div class='newsletter popup'><p>We use cookies.</p><button>Accept</button></div>",
    ],
)
def test_consent_and_pop_ups_are_not_copy(overlay: str) -> None:
    page = body(f"<main><p>We mend roofs.</p></main>{overlay}")
    assert copy(page) == ["We mend roofs."]
    assert inside(page, Region.OVERLAY) == ["We use cookies.", "Accept"]


def test_a_page_about_cookies_or_modals_is_copy() -> None:
    assert copy(body("<article class='cookies'><h1 class='modal-title'>Oat cookies</h1></article>")) == ["Oat cookies"]


def test_the_menu_of_a_narrow_screen_is_navigation() -> None:
    page = body("<div class='mobile-nav'><a href='/a'>Roofs</a><a href='/b'>Gutters</a></div><p>We mend roofs.</p>")
    assert copy(page) == ["We mend roofs."]
    assert inside(page, Region.NAV) == ["Roofs", "Gutters"]


def test_links_in_what_is_hidden_are_still_known() -> None:
    page = body("<div style='display:none'><a href='/deep'>Deep</a></div><p>Hi there.</p>")
    assert [link.url for link in page.links] == ["https://example.com/deep"]


@pytest.mark.parametrize(
    "whole",
    [
        "<style>body{visibility:hidden}</style><h1>Dry again</h1><p>We mend roofs.</p>",
        "<div class='page-loader loading'><h1>Dry again</h1><p>We mend roofs.</p></div>",
        "<div class='drawer'><div class='drawer-content'><h1>Dry again</h1><p>We mend roofs.</p></div></div>",
        "<div style='display:none' id=app><h1>Dry again</h1><p>We mend roofs.</p></div>",
        "<div><template shadowrootmode=open><h1>Dry again</h1><p>We mend roofs.</p></template></div>",
    ],
)
def test_a_page_that_shows_itself_late_is_not_lost(whole: str) -> None:
    assert copy(read(whole)) == ["Dry again", "We mend roofs."]


def test_links_in_image_maps_and_frames_lead_somewhere() -> None:
    page = body("<p>Hi.</p><map><area href='/a' alt='Roofs'></map>")
    assert [(link.url, link.text) for link in page.links] == [("https://example.com/a", "Roofs")]
    frames = read("<html><frameset><frame src='/left.html'><frame src='/right.html'></frameset></html>")
    assert [link.url for link in frames.links] == ["https://example.com/left.html", "https://example.com/right.html"]


def test_a_page_of_the_site_shown_in_a_frame_is_followed_and_another_sites_is_no_link() -> None:
    page = read(
        "<p>What our guests say about the evening</p><iframe src='./guests.htm' width=160></iframe>"
        "<iframe src='https://video.example.net/embed/1'></iframe><iframe src='about:blank'></iframe><iframe></iframe>"
    )
    assert [(link.url, link.internal, link.follow) for link in page.links] == [
        ("https://example.com/guests.htm", True, True)
    ]
