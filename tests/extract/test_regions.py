"""Where a text stands: navigation, the first screens, an aside, the footer."""

from auditor.model import Readable, Region
from tests.extract.pages import body, copy, inside, read, unit

LONG = "We mend roofs in Leeds and York, and we leave your garden as we found it every single time. " * 4


def test_navigation_and_footer_are_kept_apart_from_the_copy() -> None:
    page = body(
        "<header><a href='/'><img src=/logo.png alt='Hale Roofing logo'></a><nav><ul><li><a href='/a'>Roofs</a></li></ul></nav>"
        "<a href='tel:1'>555 0100</a></header><main><h1>Dry again by dinner</h1><p>We mend roofs.</p></main>"
        "<footer><p>Hale Roofing, Leeds</p><a href='/privacy'>Privacy</a><p>© 2026 Hale Roofing Ltd</p></footer>"
    )
    assert copy(page) == ["Dry again by dinner", "We mend roofs."]
    assert inside(page, Region.NAV) == ["Roofs", "555 0100"]
    assert inside(page, Region.FOOTER) == ["Hale Roofing, Leeds", "Privacy", "© 2026 Hale Roofing Ltd"]
    assert [link.region for link in page.links] == [Region.NAV, Region.NAV, Region.FOOTER]


def test_a_menu_that_is_no_nav_is_still_a_menu() -> None:
    table = "".join(
        f"<td><a href='/{name}'>{name}</a></td>" for name in ("Home", "Roofs", "Gutters", "Prices", "Contact")
    )
    page = body(f"<table><tr>{table}</tr></table><h1>Dry again by dinner</h1><p>{LONG}</p>")
    assert inside(page, Region.NAV) == ["Home", "Roofs", "Gutters", "Prices", "Contact"]
    assert copy(page)[0] == "Dry again by dinner"


def test_a_menu_is_known_by_its_name() -> None:
    page = body(
        "<div id='mainMenu'><ul><li><a href=/>Home</a></li><li><a href=/r>Roofs</a></li></ul></div>"
        "<div class=breadcrumb><a href=/>Home</a> › Roofs</div><h1>Roofs</h1><p>We mend roofs.</p>"
    )
    assert copy(page) == ["Roofs", "We mend roofs."]


def test_a_menu_of_dishes_is_copy() -> None:
    page = body("<h1>Menu</h1><div class='menu'><h3>Soup</h3><p>Leek and potato, with our own bread.</p></div>")
    assert copy(page) == ["Menu", "Soup", "Leek and potato, with our own bread."]


def test_a_header_with_the_headline_is_copy() -> None:
    page = body("<header class=hero><h1>Dry again by dinner</h1><p>Roofs mended in a day.</p></header>")
    assert copy(page) == ["Dry again by dinner", "Roofs mended in a day."]


def test_the_footer_of_a_card_or_a_quotation_is_not_the_pages() -> None:
    page = body(
        "<article><p>We mend roofs.</p><footer>Posted by Jo Hale</footer></article><p>More roofs.</p>"
        "<blockquote>They came back to sweep up after the storm.<footer>Ada, Hull</footer></blockquote><p>The end.</p>"
    )
    assert inside(page, Region.FOOTER) == []


def test_a_footer_without_a_tag_is_known_by_its_name_or_its_rights() -> None:
    named = body(f"<p>{LONG}</p><div id='footer'><p>12 Mill Road</p></div>")
    rights = body(
        f"<p>{LONG * 3}</p><div><p>12 Mill Road, Leeds</p><p>Copyright 2026 Hale Roofing. All rights reserved.</p></div>"
    )
    assert inside(named, Region.FOOTER) == ["12 Mill Road"]
    assert inside(rights, Region.FOOTER)[0] == "12 Mill Road, Leeds"


def test_an_aside_is_neither_copy_nor_menu() -> None:
    page = body(f"<main><p>{LONG}</p></main><aside><h3>Also read</h3><a href='/x'>Slates or tiles?</a></aside>")
    assert inside(page, Region.ASIDE) == ["Also read", "Slates or tiles?"]


def test_a_banner_that_is_marked_as_beside_the_page_and_opens_it_is_its_copy() -> None:
    def banner(before: str, name: str = "banner") -> list[str]:
        return inside(
            body(
                f"{before}<div class={name} role=complementary><h3>Dry by dinner</h3></div><main><p>{LONG}</p></main>"
            ),
            Region.ASIDE,
        )

    assert banner("<nav><a href=/>Home</a></nav>") == []
    assert banner(f"<p>{LONG}</p>") == ["Dry by dinner"]
    assert banner("", "sidebar") == ["Dry by dinner"]


def test_where_a_page_has_all_its_text_in_asides_they_are_the_page() -> None:
    links = "".join(f"<li><a href=/{n}>Slates number {n}</a></li>" for n in range(6))
    page = body(f"<h2>Roofs</h2><aside><h3>Slates</h3><p>{LONG}</p></aside><aside><ul>{links}</ul></aside>")
    assert copy(page)[:2] == ["Roofs", "Slates"]
    assert LONG.split(". ")[0].rstrip(".") in " ".join(copy(page))
    assert "Slates number 1" not in copy(page)


def test_what_stands_lower_comes_on_a_later_screen() -> None:
    sections = "".join(f"<section><h2>Section {n}</h2><p>{LONG}</p></section>" for n in range(12))
    page = body(f"<header><nav><a href=/>Home</a></nav></header><main><h1>Dry again by dinner</h1>{sections}</main>")
    assert unit(page, "Dry again by dinner").region is Region.FIRST
    assert unit(page, "Section 0").region is Region.FIRST
    assert unit(page, "Section 11").region is Region.MAIN
    order = [region for region in (unit.region for unit in page.units) if region.is_copy]
    assert order == sorted(order, key=[Region.FIRST, Region.SECOND, Region.MAIN].index)
    assert Region.SECOND in order


def test_columns_beside_each_other_stand_equally_high() -> None:
    cards = "".join(f"<div class='col-md-4'><h3>Card {n}</h3><p>{LONG}</p></div>" for n in range(3))
    page = body(f"<h1>Dry again</h1><div class='row'>{cards}</div>")
    assert {unit(page, f"Card {n}").region for n in range(3)} == {Region.FIRST}


def test_a_tall_hero_pushes_what_follows_to_the_second_screen() -> None:
    style = "<style>.hero{min-height:100vh;display:flex}</style>"
    page = read(f"{style}<div class=hero><h1>Dry again</h1></div><h2>What we do</h2><p>{LONG}</p>")
    assert unit(page, "Dry again").region is Region.FIRST
    assert unit(page, "What we do").region is Region.SECOND


def test_images_carry_what_the_markup_says_of_them() -> None:
    page = body(
        "<main><p>Hi there.</p><img src='/roof.jpg' alt='A dry roof' width=300 height=200><img src=x.png></main>"
    )
    assert [(image.src, image.alt, image.width, image.height) for image in page.images] == [
        ("https://example.com/roof.jpg", "A dry roof", 300, 200),
        ("https://example.com/x.png", None, 0, 0),
    ]
    assert page.images[0].region is Region.FIRST


def test_a_menu_with_descriptions_and_the_buttons_beside_it_are_navigation() -> None:
    items = "".join(
        f"<li><a href='/{n}'>Roof {n}</a><p>Slates, tiles and felt for every kind of roof number {n}</p></li>"
        for n in range(20)
    )
    page = body(
        f"<header><nav><h3>Roofs</h3><ul>{items}</ul></nav><a class=btn href='/c'>Contact us</a></header><h1>Dry again</h1>"
    )
    assert copy(page) == ["Dry again"]


def test_a_header_that_makes_a_promise_is_copy() -> None:
    page = body(
        "<nav><a href='/'>Home</a></nav><header class=masthead><div>Dry again by dinner</div><a href='/c'>Call us</a></header>"
    )
    assert copy(page) == ["Dry again by dinner", "Call us"]


def test_links_with_pictures_are_no_menu() -> None:
    cards = "".join(f"<div><a href='/{n}'><img src='/{n}.jpg' alt=''>Barn {n}</a></div>" for n in range(6))
    assert copy(body(f"<main><h1>Our work</h1><div>{cards}</div></main>"))[1:] == [f"Barn {n}" for n in range(6)]


def test_an_opening_with_a_button_fills_most_of_the_first_screen() -> None:
    hero = "<section class=hero><h1>Dry again by dinner</h1><p>Roofs mended in a day.</p><a href='/c' class=btn>Call us</a></section>"
    page = body(f"<nav><a href='/'>Home</a></nav>{hero}<section><h2>What we do</h2><p>{LONG}</p></section>")
    assert unit(page, "Call us").region is Region.FIRST
    assert {unit.region for unit in page.units if unit.heading == "What we do"} == {Region.SECOND}


def test_a_page_of_four_lines_around_its_own_footer_is_no_footer() -> None:
    menu = "<nav><a href='/'>Home</a><a href='/kit'>Kit</a></nav>"
    page = body(
        f"<div id=wrap>{menu}<div id=room><div id=left><section><h3>Our kit:</h3><ul><li>Band saw 40</li><li>Press</li></ul>"
        "</section></div><aside>Ring 01632 960111</aside><footer>&copy; 2019 Acme Pumps</footer></div></div>"
    )
    assert copy(page) == ["Our kit:", "Band saw 40", "Press"]
    assert page.readable is Readable.YES
