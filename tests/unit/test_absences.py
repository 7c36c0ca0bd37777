"""What stands on none of the pages read: a number, a way to write, a place."""

from __future__ import annotations

import pytest

from auditor.absences import absent
from auditor.model import Judgement, Label
from auditor.site import Site, assemble
from tests.extract.pages import body

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)
WORK = (
    "We come to your home and lay the cables along the skirting.",
    "We test every socket before we leave your house.",
    "A survey on site takes an hour.",
)
PHONE, MAIL, PLACE = "<p>Ring 01632 960001</p>", "<p>jo@brightwire.example</p>", "<p>12 Quay Street, Hull HU1 2AB</p>"


def site(*more: str, foot: str = "", pages: int = 5, title: str = "Bright Wire") -> Site:
    """A site of an electrician, whose pages end with ``foot``; ``more`` stands on the last of them."""
    made = []
    for n in range(pages):
        lines = "".join(
            f"<p>{line}</p>" for line in (WORK if n == 0 else (f"We have done {n + 3} houses of this kind.",))
        )
        last = "".join(more) if n == pages - 1 else ""
        html = f"<title>{title if n == 0 else f'Job {n}'}</title><h1>Wires, part {n}</h1>{lines}{last}<footer><p>All rights reserved</p>{foot}</footer>"
        made.append(body(html, "/" if n == 0 else f"/job{n}.html"))
    labels = [[PLAIN for _ in page.units] for page in made]
    return assemble("bright-wire", made, labels, start="https://example.com/", name="Bright Wire")


def test_what_stands_nowhere_is_told_once_with_the_way_that_is_left():
    only = absent(site(foot=PHONE + PLACE))
    assert only is not None
    assert (
        only.title
        == "The 5 pages read give no email address and no form: the telephone, 01632 960001, is the only way in"
    )
    assert only.fix.startswith("Give an address for mail or a form")
    three = "<p>Hollow Road 01632 960002</p><p>Mill Lane 01632 960003</p><p>Again 01632 960002</p>"
    several = absent(site(three, foot=PHONE + PLACE))
    assert several is not None
    assert several.title.endswith("no email address and no form: there are only telephone numbers, 3 of them")
    assert several.fix.endswith("Say beside each number who answers it, and for what.")
    assert len(several.shown) == 3
    write = absent(site(foot=MAIL + PLACE))
    assert write is not None
    assert write.title.endswith(
        "no telephone number: whoever needs an answer now can only write, to jo@brightwire.example"
    )
    both = absent(site(foot=MAIL))
    assert both is not None
    assert both.title == "The 5 pages read give no telephone number and no town, county or address"
    assert both.fix.startswith("Give a number, and when somebody answers it; say where you are")
    assert absent(site(foot=PHONE + MAIL + PLACE)) is None


@pytest.mark.parametrize(
    "more",
    [
        "<p><a href='tel:+441632960001'>Ring the van</a></p>",
        "<p><a href='https://wa.me/441632960001'>Message the van</a></p>",
        "<img src=van.jpg alt='Ring 01632 960001'>",
        "<p>Call us today</p><img src=number.gif>",
        "<p>044 / 960 00 01</p>",
    ],
)
def test_a_number_behind_a_link_or_a_picture_is_one(more):
    assert absent(site(more, foot=MAIL + PLACE)) is None


@pytest.mark.parametrize(
    "more",
    [
        "<form action=/send><input name=who><input name=mail><textarea name=what></textarea></form>",
        "<iframe src='https://forms.example/7'></iframe>",
        "<p>jo [at] brightwire.example</p>",
        "<p><a href=# id=mail>E-mail us</a></p>",
        "<script src='/js/contact-form.js'></script>",
    ],
)
def test_whatever_may_be_a_way_to_write_is_one(more):
    assert absent(site(more, foot=PHONE + PLACE)) is None


@pytest.mark.parametrize("frame", ["https://www.google.com/maps/embed?pb=1", "https://www.youtube.com/embed/x"])
def test_a_map_or_a_film_is_no_form(frame):
    found = absent(site(f"<iframe src='{frame}'></iframe>", foot=PHONE + PLACE))
    assert found is not None
    assert "no form" in found.title


@pytest.mark.parametrize(
    "more",
    [
        "<p>We work in Harwick and around it.</p>",
        "<p>Most of our work is across the UK.</p>",
        "<p>Our van stands in Aurora, IL by night.</p>",
        "<p>We send cables nationwide.</p>",
        "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>",
        "<p><a href='https://goo.gl/maps/x'>Where the van stands</a></p>",
    ],
)
def test_whatever_may_name_a_place_is_one(more):
    assert absent(site(more, foot=PHONE + MAIL)) is None


@pytest.mark.parametrize(("title", "told"), [("Electrician Harwick", False), ("Bright Wire", True)])
def test_a_town_in_the_title_is_a_place(title, told):
    assert (absent(site(foot=PHONE + MAIL, title=title)) is not None) is told


@pytest.mark.parametrize("more", ["<p>© 2011–2019</p>", "<p>We laid 12 000 metres.</p>"])
def test_years_and_sums_are_no_number(more):
    found = absent(site(more, foot=MAIL + PLACE))
    assert found is not None
    assert "no telephone number" in found.title


def test_a_contact_page_without_words_may_be_drawn_by_a_script():
    pages = [
        body(f"<h1>Wires {n}</h1><p>We lay cables in {n + 2} rooms.</p><footer>{PHONE + PLACE}</footer>", f"/{n}.html")
        for n in range(5)
    ]
    for text, told in (("", False), ("<p>Come to the shop, we are there all day.</p>", True)):
        read = [*pages, body(f"<h1>Contact</h1>{text}<footer>{PHONE + PLACE}</footer>", "/contact.html")]
        made = assemble(
            "bright-wire", read, [[PLAIN for _ in page.units] for page in read], start="https://example.com/0.html"
        )
        assert (absent(made) is not None) is told


def test_nothing_is_missed_where_little_was_read_or_a_script_may_draw_the_foot():
    assert absent(site(foot=PHONE + PLACE, pages=4)) is None
    bare = [body(f"<h1>Wires {n}</h1><p>We lay cables in {n + 2} rooms.</p>", f"/{n}.html") for n in range(6)]
    labels = [[PLAIN for _ in page.units] for page in bare]
    assert absent(assemble("bright-wire", bare, labels, start="https://example.com/0.html", name="Bright Wire")) is None


def test_a_house_that_receives_people_is_to_say_how_one_gets_there_and_not_where_it_works():
    guests = "".join(f"<p>Our guests have {n} rooms with a bed of oak.</p>" for n in range(3, 13))
    house, trade = absent(site(guests, foot=PHONE + MAIL)), absent(site(foot=PHONE + MAIL))
    assert house is not None
    assert trade is not None
    assert house.fix.startswith("Say where you are and how one gets there: at the top")
    assert trade.fix.startswith("Say where you are and in which towns you work: at the top")
