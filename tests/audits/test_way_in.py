"""The way in: what a contact page gives, when and how soon somebody answers, how one applies."""

from __future__ import annotations

import pytest

from auditor.audit import perform
from auditor.audits.way_in import way_in
from auditor.model import Finding, Judgement, Label
from auditor.site import Site, assemble
from tests.extract.pages import body

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)


def site(*pages: tuple[str, str], name: str = "Hollow Oak") -> Site:
    """A site of these pages (path, body), every line of it sure to be about the offer."""
    read_pages = [body(html, path) for path, html in pages]
    labels = [[PLAIN for _ in page.units] for page in read_pages]
    return assemble("example.com", read_pages, labels, start="https://example.com/", name=name)


def told(*pages: tuple[str, str], name: str = "Hollow Oak") -> dict[str, Finding]:
    return {entry.kind: entry for entry in perform(way_in, site(*pages, name=name)).findings}


HOME = (
    "/",
    "<h1>Boats mended on the quay</h1><p>We mend hulls of oak and larch.</p><a href=/work.html>Work</a> <a href=/contact.html>Contact</a>",
)
WORK = ("/work.html", "<h1>Work</h1><p>Hulls, decks and masts, all year round.</p>")
MENU = "<nav><a href=/>Home</a> <a href=/hulls.html>Hulls</a> <a href=/service.html>Service</a></nav>"
CONTACT = ("/contact.html", "<h1>Contact</h1><p>Write to jo@hollowoak.example.</p>")


def test_a_site_that_says_neither_when_nor_how_soon_is_told_with_what_it_does_say():
    page = ("/contact.html", "<h1>Contact</h1><p>Send your message and we will contact you as soon as possible.</p>")
    found = told(HOME, WORK, page)["unsaid"]
    assert found.title.endswith("how soon one hears or what happens then; it says “contact you as soon as possible”")
    assert found.quotes[0].text == "Send your message and we will contact you as soon as possible."


@pytest.mark.parametrize(
    "line",
    [
        "We answer within one day.",
        "Monday to Friday, 8am to 5pm.",
        "The first call costs nothing: a free consultation.",
        "My phone is always on.",
        "Please call me any time.",
        "Call anytime, and leave a word if nobody picks up.",
        "Somebody is available at all times.",
        "Ring by day and night.",
        "Tell us what you need, and we'll follow up with a quote.",
    ],
)
def test_a_site_that_says_when_or_how_soon_is_left_alone(line):
    assert "unsaid" not in told(HOME, WORK, (CONTACT[0], f"{CONTACT[1]}<p>{line}</p>"))


def test_a_promised_answer_without_a_time_is_told_where_the_hours_are_known():
    page = ("/contact.html", "<h1>Contact</h1><p>Monday to Friday, 8am to 5pm.</p><p>We will answer you shortly.</p>")
    assert told(HOME, WORK, page)["unsaid"].title.startswith(
        "It promises an answer (“answer you shortly”), and nothing on the 3 pages"
    )


ASKS = "<h1>Work</h1><p>Hulls, decks and masts.</p><p>Schedule a visit to the yard.</p>"


def test_a_call_to_act_with_nothing_to_press_is_told():
    found = told(HOME, ("/work.html", ASKS), CONTACT)["mute"]
    assert found.title == "“Schedule a visit to the yard” asks to act, and nothing there but the menu can be pressed"


@pytest.mark.parametrize(
    "more", ["<p>555-010-2030</p>", "<a href=/contact.html>Contact us</a>", "<form><input name=day></form>", "<a href=mailto:jo@hollowoak.example>Jo</a>"]
)  # fmt: skip
def test_a_call_to_act_with_something_to_press_is_left_alone(more):
    assert "mute" not in told(HOME, ("/work.html", ASKS + more), CONTACT)


CALLED = "<h1>Work</h1><p>Hulls, decks and masts.</p><p>Call Hollow Oak today for a date.</p>"


def test_a_number_over_the_menu_answers_a_call_and_is_told_where_no_link_dials_it():
    over = "<header><nav>555-010-2030 <a href=/>Home</a></nav></header>"
    found = told(HOME, ("/work.html", over + CALLED), CONTACT)
    assert "mute" not in found
    assert found["undialled"].title == (
        "It asks to be called, and its number (555-010-2030) is plain text on the 1 page that shows it: no link dials it"
    )


@pytest.mark.parametrize(
    "more",
    ["<a href=tel:5550102030>555-010-2030</a>", "<button>555-010-2030</button>", "<a href=https://wa.me/15550102030>Write</a> 555-010-2030", ""],
)  # fmt: skip
def test_a_number_that_may_be_dialled_or_is_not_there_is_not_called_plain_text(more):
    assert "undialled" not in told(HOME, ("/work.html", CALLED + f"<p>{more}</p>"), CONTACT)


def test_a_page_under_the_heading_contact_is_the_contact_page_whatever_its_address_is_called():
    page = ("/about.html", "<h1>Contact</h1><p>Jo Ray, telephone 555-010-2030, jo@hollowoak.example</p>")
    verdict = perform(way_in, site(HOME, WORK, page))
    assert verdict.numbers["contact_page"] == "https://example.com/about.html"
    assert verdict.summary == "The contact page gives an email address and a telephone number."


def test_ways_that_stand_on_other_pages_are_not_denied_where_none_is_called_contact():
    page = ("/story.html", "<h1>How we began</h1><p>Jo Ray, telephone 555-010-2030.</p>")
    assert perform(way_in, site(HOME, WORK, page)).summary == (
        "The 3 pages read give a telephone number; none is called contact."
    )


def test_a_number_that_the_home_page_lacks_is_told_with_its_page():
    page = ("/contact.html", "<h1>Contact</h1><p>Ring us on 555-010-2030.</p>")
    found = told((HOME[0], MENU + HOME[1]), WORK, page)["far-phone"]
    assert found.title == "The home page gives no telephone number; it stands on the page “Contact”"


def test_a_link_to_whatsapp_gives_the_home_page_a_number():
    page = ("/contact.html", "<h1>Contact</h1><p>Ring us on 555-010-2030.</p>")
    chat = '<p><a href="https://wa.me/15550102030">Chat with us</a></p>'
    assert "far-phone" in told((HOME[0], MENU + HOME[1]), WORK, page)
    assert "far-phone" not in told((HOME[0], MENU + HOME[1] + chat), WORK, page)


def test_a_home_page_whose_menu_a_script_draws_is_not_said_to_lack_a_number():
    page = ("/contact.html", "<h1>Contact</h1><p>Ring us on 555-010-2030.</p>")
    assert "far-phone" not in told(HOME, WORK, page)


def test_an_answer_that_stands_in_an_article_is_found_too():
    ask = ("/contact.html", "<h1>Contact</h1><p>Write to us at yard@oak.example, we answer as soon as possible.</p>")
    help_ = "<h1>Questions</h1><p>{}</p><p>Hulls are painted in May.</p>"
    silent = told(HOME, ask, ("/blog/masts.html", help_.format("Masts are of spruce.")))
    heard = told(HOME, ask, ("/blog/masts.html", help_.format("We answer every message within 24 hours.")))
    assert "unsaid" in silent
    assert "unsaid" not in heard


def test_a_number_on_every_page_is_credit_with_the_line_that_gives_it():
    foot = (
        "<p>To hire the slipway for a week call the yard on 01482 550101 and ask for Ben.</p>"
        "<footer><p><a href='tel:+441482550101'>Call us</a></p><p>Ring 01482 550101</p></footer>"
    )
    pages = [(path, html + foot) for path, html in (HOME, WORK, CONTACT)]
    (kept,) = perform(way_in, site(*pages)).keep
    assert kept.title == "Its telephone number stands on each of the 3 pages read"
    wrong = [(path, html.replace("+441482550101'>Call us", "+441482550102'>01482 550101")) for path, html in pages]
    assert perform(way_in, site(*wrong)).keep == ()
    turned = [(path, html.replace("</footer>", "<p>Ring 01842 550101</p></footer>")) for path, html in pages]
    assert perform(way_in, site(*turned)).keep == ()
    assert [quote.text for quote in kept.quotes] == ["Ring 01482 550101"]
    assert perform(way_in, site(*pages[:2], CONTACT)).keep == ()


def test_a_number_that_is_the_only_way_in_is_told_and_no_credit():
    bare = ("/contact.html", "<h1>Contact</h1><p>We are on the quay from Monday to Saturday.</p>")
    for more, told_of in (("", True), ("<p>jo@hollowoak.example</p>", False)):
        foot = f"<footer><p>Ring 01482 550101</p><p>12 Quay Street, Hull HU1 2AB</p>{more}</footer>"
        result = perform(way_in, site(*[(path, html + foot) for path, html in (HOME, WORK, bare)]))
        assert ("absent" in [entry.kind for entry in result.findings]) is told_of
        assert bool(result.keep) is not told_of


def test_a_notice_of_a_day_on_which_nobody_is_there_is_no_hours():
    shut = "Please note that there will be no slipway on Monday 22 October from 9am to 5pm."
    for line, given in (
        ("We are here on Monday to Friday, 9am to 5pm.", ["email address", "hours"]),
        (shut, ["email address"]),
    ):
        page = (CONTACT[0], f"{CONTACT[1]}<p>{line}</p>")
        assert perform(way_in, site(HOME, WORK, page)).numbers["gives"] == given


def test_the_number_of_whoever_sells_the_tickets_is_none_of_the_house():
    page = ("/concerts.html", "<h1>Concerts</h1><p>{}</p>")
    own, sold = "Ring us on 555-010-2030.", "Call the Harbour Hall box office on 555-010-2030."
    assert "far-phone" in told((HOME[0], MENU + HOME[1]), WORK, (page[0], page[1].format(own)))
    assert "far-phone" not in told((HOME[0], MENU + HOME[1]), WORK, (page[0], page[1].format(sold)))
