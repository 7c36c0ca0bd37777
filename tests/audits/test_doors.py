"""Links to nothing, forms that are not there and numbers that ring elsewhere: told from real markup."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import perform
from auditor.audits.doors import doors
from auditor.model import Finding, Judgement, Label, Skip, SkipReason
from auditor.report.ranking import WORTH
from auditor.site import Site, assemble, missing_pages
from tests.extract.pages import body

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)


def site(*pages: tuple[str, str]) -> Site:
    """A site of these pages (path, body), every line of it sure to be about the offer."""
    read_pages = [body(html, path) for path, html in pages]
    labels = [[PLAIN for _ in page.units] for page in read_pages]
    return assemble("example.com", read_pages, labels, start="https://example.com/", name="Hollow Oak")


def told(*pages: tuple[str, str]) -> dict[str, Finding]:
    return {entry.kind: entry for entry in perform(doors, site(*pages)).findings}


CARDS = (
    "<h1>Joinery for old houses</h1><p>We make windows, stairs and doors in our own shop.</p>"
    "<h2>Windows</h2><p>Sashes from oak and larch.</p><a class=button href=/windows.html>Learn more</a>"
    "<h2>Stairs</h2><p>Straight flights and winders.</p><a class=button href={stairs}>Learn more</a>"
)
STAIRS = ("/stairs.html", "<h1>Stairs</h1><p>We measure on a Tuesday and fit six weeks later.</p>")


def test_a_call_without_a_target_is_told_with_the_page_it_was_meant_for():
    found = told(("/", CARDS.format(stairs="#")), STAIRS)["nowhere"]
    assert found.title == "“Learn more” leads nowhere under “Stairs”: the link has no target"
    assert found.fix.startswith("What “Stairs” announces has its page already, /stairs.html")
    assert found.quotes[0].source == "link"


@pytest.mark.parametrize("wrong", ["/Windows.htm", "/windows.html/", "/windows"])
def test_an_address_that_misses_a_page_by_its_ending_is_told_with_the_page_it_was_meant_for(wrong):
    menu = f"<nav><a href={wrong}>Windows</a></nav>"
    whole = site(
        ("/", f"{menu}<h1>Joinery</h1><p>We make windows in our own shop.</p>"),
        ("/windows.html", f"{menu}<h1>Windows</h1><p>Sashes from oak and larch.</p>"),
    )
    missing = frozenset({f"https://example.com{wrong}"})
    (found,) = perform(doors, replace(whole, missing=missing)).findings
    assert found.fix == f"Let {wrong} lead to /windows.html."


@pytest.mark.parametrize(
    "stairs",
    [
        "/stairs.html",
        "'#' onclick='go()'",
        "'#' data-toggle=modal",
        "'#' id=more",
        "'#' role=button",
        "/stairs.html#top",
    ],
)
def test_a_link_that_leads_or_that_a_script_may_take_up_is_left_alone(stairs):
    assert told(("/", CARDS.format(stairs=stairs)), STAIRS) == {}


@pytest.mark.parametrize("name", ["js-more", "btn read-more-toggle", "carousel-next", "modal_open", "popup-link"])
def test_a_name_by_which_a_script_finds_a_link_keeps_it_out(name):
    html = CARDS.format(stairs="'#'").replace("class=button href='#'", f"class='{name}' href='#'")
    assert f"class='{name}'" in html
    assert told(("/", html), STAIRS) == {}


@pytest.mark.parametrize(
    ("link", "more", "dead"),
    [
        ("href=''", "", True),
        ("href='' class='btn btn-slide'", "", True),  # how it moves
        ("href='#' class='btn btn-slide'", "", False),
        ("href='' onclick='go()'", "", False),
        ("href='' class=js-more", "", False),
        ("href=''", "<div id=root></div>", False),  # a framework may listen to any element
        ("href=''", "<script type=module src=app.js></script>", False),
        ("href=''", "<script src=js/main.js></script>", True),
    ],
)
def test_a_call_with_an_empty_address_is_dead_where_no_script_may_mean_it(link, more, dead):
    html = f"<h1>Joinery</h1><p>Windows and stairs.</p><p><a {link}>Learn more</a></p>{more}"
    assert ("nowhere" in told(("/", html), STAIRS)) is dead


def test_a_form_that_a_script_may_wire_is_no_finding_and_is_not_passed_over():
    page = "<title>Write to us</title><h1>Write to us</h1>{}<script src=js/main.js></script>"
    bare, wired = (
        perform(doors, site(("/write.html", page.format(form)))) for form in (NAMELESS, ASK.format("action=/send"))
    )
    assert bare.findings == wired.findings == ()
    assert "one form names neither where it sends to nor its fields, which a script may do" in bare.summary
    assert "form names" not in wired.summary


def test_words_that_lead_nowhere_anywhere_may_be_opened_by_a_script():
    assert told(("/", "<h1>Joinery</h1><p>Windows and stairs.</p><p><a href='#'>Show more</a></p>")) == {}


@pytest.mark.parametrize(
    ("label", "call"),
    [
        ("Our notebook", False),
        ("Book a fitting", True),
        ("Facebook", False),
        ("Bookings", True),
        ("Recall of the 2019 hinges", False),
        ("Call the shop", True),
        ("Larch borders", False),
        ("Pre-order larch", True),
    ],
)
def test_a_label_calls_to_act_by_a_word_of_its_own_and_not_by_a_part_of_one(label, call):
    found = told(("/", f"<h1>Joinery</h1><p>Windows and stairs.</p><p><a href='#'>{label}</a></p>"))
    assert list(found) == ["nowhere"] * call


def test_a_place_on_the_page_that_is_not_there_is_a_link_to_nothing():
    ask = "<h1>Questions</h1><p>We fit in winter too.</p><p><a href='#ask-us'>Contact us</a></p>"
    assert told(("/faq.html", ask))["nowhere"].title.endswith("what it points to is not on the page")
    assert told(("/faq.html", ask + "<div id=ask-us><p>Ring the shop.</p></div>")) == {}


def test_an_address_for_mail_that_writes_elsewhere_is_told():
    html = "<h1>Ask us</h1><p>Write to <a href='mailto:{}?subject=Hi'>shop@oak.example</a> before noon.</p>"
    found = told(("/contact.html", html.format("old@elm.example")))["mail"]
    assert found.title == "It shows the address “shop@oak.example”, and the link writes to “old@elm.example”"
    assert told(("/contact.html", html.format("SHOP@oak.example"))) == {}
    assert told(("/contact.html", "<p>Ask <a href='mailto:old@elm.example'>the shop</a> for a date.</p>")) == {}


ORDER = "<h1>Samples</h1><p>Please complete the form below and we send three woods.</p>"


def test_a_form_that_is_announced_and_not_there_is_told():
    assert (
        told(("/samples.html", ORDER))["form"].title
        == "It says “complete the form below”, and no form was found on that page"
    )


@pytest.mark.parametrize(
    "more",
    [
        "<form><input name=name><textarea name=what></textarea></form>",
        "<iframe src='https://forms.example/1'></iframe>",
        "<div style='display:none'><form><input name=name></form></div>",
        "<script src='https://cdn.example/embed.js'></script>",
    ],
)
def test_where_a_form_may_stand_none_is_missed(more):
    assert told(("/samples.html", ORDER + more)) == {}


@pytest.mark.parametrize(
    ("wrong", "said", "fix"),
    [
        ("/ask@oakhall.example", "an address for mail stands in the link as if it were a page: “ask@oakhall.example”", "mailto:"),
        ("/stairs/www.oakhall.org", "another website's address stands in the link as if it were a page", "https://"),
        ("/01234%20567%20890", "a telephone number stands in the link as if it were a page: “01234 567 890”", "tel:"),
        ("/link%20to%20be%20added", "a note to whoever was to put it in: “link to be added”", "Put the address in"),
    ],
)  # fmt: skip
def test_what_is_no_pages_address_and_stands_in_a_link_as_one_is_told_as_what_it_is(wrong, said, fix):
    whole = site(("/", f"<h1>Joinery</h1><p>We make windows in <a href={wrong}>our own shop</a>.</p>"))
    (found,) = perform(doors, replace(whole, missing=frozenset({f"https://example.com{wrong}"}))).findings
    assert (found.kind, said in found.title, fix in found.fix) == ("written-as-page", True, True), found
    page = frozenset({"https://example.com/link-to-us"})
    plain = site(("/", "<h1>Joinery</h1><p>We make windows in <a href=/link-to-us>our own shop</a>.</p>"))
    assert [entry.kind for entry in perform(doors, replace(plain, missing=page)).findings] == ["missing-page"]


def test_a_bare_sheet_that_asks_for_a_cards_number_and_code_is_told_with_what_it_leaves_out():
    fields = "<label>Card number <input name=card_number></label><label>CVV <input name=cvv></label><label>Email <input name=mail></label>"
    home = ("/", "<h1>Hollow Oak Joinery</h1><p>We make windows in our own shop.</p><a href=/pay>Pay</a>")
    found = told(home, ("/pay", f"<h2>Payment form</h2><form id=pay>{fields}<button>Pay</button></form>"))["card"]
    assert found.title.endswith("does not say whom one pays, for what or how to get back")
    said = "<p>Pay Hollow Oak for your invoice here.</p><a href=/>Back to the shop</a>"
    assert "card" not in told(
        home, ("/pay", f"<h2>Payment form</h2>{said}<form id=pay>{fields}<button>Pay</button></form>")
    )
    plain = fields.replace("CVV", "Town").replace("cvv", "town")
    assert "card" not in told(home, ("/pay", f"<h2>Loyalty card</h2><form id=pay>{plain}<button>Ask</button></form>"))


def test_documents_at_the_foot_that_lead_nowhere_belong_to_no_heading_over_them():
    foot = "<footer><h3>Contact</h3><p>1 Mill Lane, Ludlow</p><p><a href=#>Privacy policy</a> <a href=#>Terms</a></p></footer>"
    found = told(
        ("/", f"<h1>Joinery</h1><p>We make windows in our own shop.</p>{foot}"),
        ("/contact.html", f"<h1>Contact</h1><p>Call us when a window sticks.</p>{foot}"),
    )["nowhere"]
    assert "under" not in found.title
    assert "contact.html" not in found.fix


def test_a_missing_page_that_is_asked_for_in_several_ways_is_told_once():
    menu = (
        "<nav>" + "".join(f"<a href=/windows?of={wood}>{wood.title()}</a>" for wood in ("oak", "ash", "elm")) + "</nav>"
    )
    whole = site(
        ("/", f"{menu}<h1>Joinery</h1><p>We make windows in our own shop.</p>"),
        ("/windows.html", f"{menu}<h1>Windows</h1><p>Sashes from oak and larch.</p>"),
    )
    missing = frozenset(f"https://example.com/windows?of={wood}" for wood in ("oak", "ash", "elm"))
    (found,) = perform(doors, replace(whole, missing=missing)).findings
    assert found.title.endswith("leads to a page that is not there, /windows, on 2 pages")
    assert found.fix == "Let /windows lead to /windows.html."


def test_a_site_without_copy_is_not_judged():
    assert perform(doors, site(("/", "<nav><a href=/>Home</a></nav>"))).status.value != "scored"


MENU = "<nav><a href=/windows.html>Windows</a><a href=/stairs.html>Stairs</a></nav>"


def test_a_menu_link_to_a_page_that_is_not_there_is_told_once_with_the_pages_that_link_it():
    windows = ("/windows.html", f"{MENU}<h1>Windows</h1><p>Sashes from oak and larch, glazed in our own shop.</p>")
    whole = site(("/", f"{MENU}<h1>Joinery</h1><p>We make windows and stairs in our own shop.</p>"), windows)
    gone = Skip("https://example.com/stairs.html", SkipReason.HTTP_ERROR, "answered 404")
    pages = [page.page for page in whole.pages]
    missing = missing_pages(pages, [gone], copied=False)
    (found,) = perform(doors, replace(whole, missing=missing)).findings
    assert found.title == "“Stairs” leads to a page that is not there, /stairs.html, on 2 pages"
    assert [quote.url for quote in found.quotes] == ["https://example.com/", "https://example.com/windows.html"]
    assert found.lead
    assert found.fix == "Put /stairs.html back, or let the links lead to what took its place."
    foot = ("/oak.html", "<h1>Oak</h1><p>It dries for nine years.</p><footer><a href=/stairs.html>Stairs</a></footer>")
    wider = replace(
        site(("/", f"{MENU}<h1>Joinery</h1><p>We make windows and stairs.</p>"), windows, foot), missing=missing
    )
    assert perform(doors, wider).findings[0].title.endswith("/stairs.html, on 3 pages")
    assert perform(doors, whole).findings == ()
    folder = perform(doors, replace(whole, missing=missing, copied=True))
    (absent,) = folder.findings
    assert absent.title == "“Stairs” leads to a page that is not in the folder that was read, /stairs.html, on 2 pages"
    assert (absent.why.startswith("If it is not on the server"), absent.lead, absent.weight < WORTH) == (
        True,
        False,
        True,
    )
    assert folder.summary.startswith("No call to act, form or number that leads to nothing was found")
    # half of what this folder links to is not in it: a part of the site was saved
    assert missing_pages(pages, [gone], copied=True) == frozenset()


@pytest.mark.parametrize(
    ("path", "reason", "detail", "told"),
    [
        ("/e.html", SkipReason.ABSENT, "", True),
        ("/e.html", SkipReason.HTTP_ERROR, "answered 503", False),  # back in an hour
        ("/e.html", SkipReason.CAP, "", False),
        ("/login", SkipReason.ABSENT, "", False),  # what a server makes is in no folder
        ("/unlinked.html", SkipReason.ABSENT, "", False),
    ],
)
def test_of_a_folder_a_missing_file_is_told_where_most_others_are_there(path, reason, detail, told):
    links = "".join(
        f"<a href=/{name}>To {name}</a> " for name in ("a.html", "b.html", "c.html", "d.html", "e.html", "login")
    )
    page = body(f"<p>{links}</p>", "/")
    missing = missing_pages([page], [Skip(f"https://example.com{path}", reason, detail)], copied=True)
    assert missing == ({"https://example.com/e.html"} if told else set())


def test_links_without_a_target_are_not_passed_over_where_nothing_is_told():
    result = perform(doors, site(("/", "<h1>Joinery</h1><p>Windows and stairs.</p><p><a href='#'>Show more</a></p>")))
    assert result.summary.endswith("on the one page read; 1 link has no target, which a script may give.")
    assert result.title == "No call to act was found that leads to nothing"
    assert result.numbers["links without a target"] == 1


def test_a_document_of_the_footer_without_a_target_is_told():
    found = told(
        ("/", "<h1>Joinery for old houses</h1><p>We make windows.</p><footer><a href=#>Privacy Policy</a></footer>")
    )["nowhere"]
    assert found.title == "“Privacy Policy” leads nowhere: the link has no target"


ASK = "<title>Inquiry</title><h1>Inquiry</h1><form {}><input name=n><input name=m><textarea name=t></textarea><button>Send</button></form>"


def test_a_form_that_posts_to_a_plain_page_is_told():
    found = told(("/inquiry.html", ASK.format("method=post action=thanks.html")))["unsent"]
    assert found.title == (
        "The form on the page “Inquiry” sends what is filled in to thanks.html, by its name a plain page that receives nothing"
    )


@pytest.mark.parametrize(
    "form",
    [
        "method=POST action=/thanks.html data-netlify=true",
        "method=post action=thanks.html netlify",
        "method=post action=thanks.html id=ask",
        "method=post action=thanks.html onsubmit='send(this)'",
        "method=post action=send.php",
        "method=post action=https://forms.example/f/1",
        "method=get action=results.html",
        "method=post action=inquiry.html",
        "method=post",
    ],
)
def test_a_form_that_the_host_or_a_script_may_take_up_is_not(form):
    assert "unsent" not in told(("/inquiry.html", ASK.format(form)))


@pytest.mark.parametrize(("name", "told_of"), [("Public Liability Insurance", True), ("Our suppliers", False)])
def test_a_paper_that_somebody_looks_for_is_told_where_the_footer_leads_nowhere(name, told_of):
    html = f"<h1>Ponies and lessons</h1><p>We teach all year.</p><footer><a href=#>{name}</a></footer>"
    assert ("nowhere" in told(("/", html))) is told_of


CONDITIONS = ("Tennis elbow", "Stiff neck", "Sprained ankle")


@pytest.mark.parametrize("named", [True, False])
def test_a_page_s_own_menu_whose_headings_cannot_be_reached_is_told_once(named):
    menu = "".join(f"<a href=#{name.split()[0]}>{name}</a> " for name in CONDITIONS)
    parts = "".join(
        f"<h2{' id=' + name.split()[0] if named else ''}>{name}</h2><p>We treat it every week.</p>"
        for name in CONDITIONS
    )
    found = told(("/", "<title>What we treat</title><h1>What we treat</h1>" + f"<div>{menu}</div>{parts}"))
    assert ("own-menu" in found) is not named
    if not named:
        assert found["own-menu"].title.startswith("3 links on the home page lead nowhere")
        assert (
            found["own-menu"].fix
            == "Give each heading the name that its link asks for: id=“Tennis” for “Tennis elbow”."
        )


def test_a_menu_of_places_that_a_script_may_draw_is_left_alone():
    menu = "".join(f"<a href=#{name.split()[0]}>{name}</a> " for name in CONDITIONS)
    assert "own-menu" not in told(("/", f"<h1>What we treat</h1><div>{menu}</div><p>We treat necks.</p>"))


@pytest.mark.parametrize("href", ["javascript:void(0)", "javascript:;", "#!"])
def test_a_menu_that_a_script_opens_names_no_places_that_could_be_missing(href):
    menu = "".join(f"<a href='{href}'>{name}</a> " for name in CONDITIONS)
    parts = "".join(f"<h2>{name}</h2><p>We treat it every week.</p>" for name in CONDITIONS)
    found = told(("/", "<title>What we treat</title><h1>What we treat</h1>" + f"<div>{menu}</div>{parts}"))
    assert "own-menu" not in found


@pytest.mark.parametrize(("href", "gone"), [("Contact Us", True), ("contact-us", False)])
def test_a_link_to_its_own_words_leads_to_no_page_of_a_folder(href, gone):
    pages = [
        body(f"<p>Need a duct? <a href='{href}'>Contact Us</a> today.</p><a href=/a.html>A</a>", "/"),
        *(
            body(
                "<p>Ducts.</p><a href=/a.html>A</a><a href=/b.html>B</a><a href=/c.html>C</a><a href=/d.html>D</a><a href=/e.html>E</a>",
                f"/{name}.html",
            )
            for name in "abc"
        ),
    ]
    target = next(link.url for link in pages[0].links if link.text == "Contact Us")
    skips = [Skip(target, SkipReason.ABSENT, "")]
    assert bool(missing_pages(pages, skips, copied=True)) is gone


RING = "<h1>Tyres fitted at the roadside</h1><p>Ring <a href='tel:{}'>{}</a> and we come.</p>"


@pytest.mark.parametrize(
    ("dialled", "shown", "more"),
    [
        ("(01)44960000", "(01) 496 0000", ", one digit too many"),
        ("016149600001", "0161 496 0000", ", one digit too many"),
        ("+44161496000", "0161 496 0000", ""),
        ("0161496000", "0161 496 0000", ", one digit too few"),
        ("+15552013049", "555 201 3040", ""),
        ("07700900123", "0161 496 0000", ""),
    ],
)
def test_a_number_that_the_link_does_not_dial_is_told_with_both(dialled, shown, more):
    found = told(("/", RING.format(dialled, shown)))["dials"]
    assert found.title == f"It shows the number {shown}, and the link dials {dialled}{more}"
    assert found.fix.startswith("Let the link dial the number that it shows")


@pytest.mark.parametrize(
    ("dialled", "shown"),
    [
        ("+441614960000", "0161 496 0000"),
        ("+44 161 496 0000", "+44 (0)161 496 0000"),
        ("00441614960000", "(0161) 496-0000"),
        ("+4401614960000", "0161 496 0000"),
        ("+15552013040", "(555) 201-3040"),
        ("+15552013040", "Call 555 201 3040 now"),
        ("+15552013040", "Call the shop"),
        ("+18006455464", "1-800-MILKING"),
        ("+441614960000", "0161 496 0000 or 0161 496 0001"),
    ],
)
def test_one_number_in_its_national_and_its_international_form_is_no_error(dialled, shown):
    assert told(("/", RING.format(dialled, shown))) == {}


def test_a_wrong_number_on_every_page_is_told_once():
    found = told(*[(path, RING.format("016149600001", "0161 496 0000")) for path in ("/", "/a.html", "/b.html")])
    assert list(found) == ["dials"]
    assert found["dials"].title.endswith("one digit too many on 3 pages")


def test_an_address_behind_its_own_icon_is_the_address():
    line = "<h1>Ask us</h1><p><a href='mailto:{}'><i>mail</i><span>shop@oak.example</span></a></p>"
    assert told(("/contact.html", line.format("shop@oak.example"))) == {}
    assert "mail" in told(("/contact.html", line.format("shop@elm.example")))


PRESS = "<h1>Books kept for cafés</h1><p>We keep them while you cook.</p><div class=hero>{}</div>{}"
TOGGLE = (
    "<script>document.getElementById('burger').addEventListener('click', () => nav.classList.toggle('open'));</script>"
)


@pytest.mark.parametrize("more", ["", TOGGLE, "<script src='/js/jquery-3.7.1.min.js'></script>"])
def test_a_button_that_nothing_takes_up_is_told(more):
    found = told(("/", PRESS.format("<button class=big>Get<br>started</button>", more)))["inert"]
    assert found.title.startswith("The button “Get started” on the home page does nothing: it stands in no link")
    assert found.lead


@pytest.mark.parametrize(
    ("button", "more"),
    [
        ("<button onclick='go()'>Get started</button>", ""),
        ("<button id=go>Get started</button>", ""),
        ("<button data-bs-toggle=modal>Get started</button>", ""),
        ("<button class='js-open'>Get started</button>", ""),
        ("<button disabled>Get started</button>", ""),
        ("<a href=/start.html><button>Get started</button></a>", ""),
        ("<form action=/start><button>Get started</button></form>", ""),
        ("<div onclick='go()'><button>Get started</button></div>", ""),
        ("<div data-card><button>Get started</button></div>", ""),
        ("<button>Get started</button>", "<script src='/js/main.js'></script>"),
        ("<button>Get started</button>", "<script type=module src='https://cdn.example/app.mjs'></script>"),
        ("<button>Get started</button>", "<script>document.querySelector('button').onclick = go;</script>"),
        ("<button>Get started</button>", "<script>$('.hero').on('click', go);</script>"),
        ("<button class=big>Get started</button>", "<script>for (const one of $$('.big')) one.onclick = go;</script>"),
        ("<button>Get started</button>", "<script>document.onclick = e => { if (e.target.innerText) go(); };</script>"),
        ("<button>Get started</button>", "<script>var s = document.createElement('script'); s.src = u;</script>"),
        ("<button>☰</button>", ""),
        ("<button>Oak</button>", ""),
    ],
)  # fmt: skip
def test_a_button_that_something_may_take_up_or_that_calls_to_nothing_is_left_alone(button, more):
    assert told(("/", PRESS.format(button, more))) == {}


def test_a_form_whose_program_its_host_does_not_run_is_told():
    html = ASK.format("action='https://hill-tyres.github.io/mail.php' name=ask id=ask")
    found = told(("/inquiry.html", html))["unsent"]
    assert found.title == (
        "The form sends what is filled in to a program, /mail.php, and hill-tyres.github.io runs none: it hands out files as they are"
    )
    script = "<script>document.getElementById('ask').onsubmit = post;</script>"
    assert "unsent" not in told(("/inquiry.html", html + script))
    assert "unsent" not in told(("/inquiry.html", html.replace("hill-tyres.github.io", "tyres.example")))


NAMELESS = (
    "<form class=col><label>Name <input type=text class=wide></label><label>Mail <input type=email></label>"
    "<textarea></textarea><input type=submit></form>"
)


def test_a_form_without_target_and_names_sends_nothing_where_no_script_takes_it_up():
    page = f"<title>Write to us</title><h1>Write to us</h1>{NAMELESS}"
    found = told(("/write.html", page))["unsent"]
    assert found.title.startswith("The form on the page “Write to us” has nowhere to send what is filled in")
    assert found.quotes[0].text == "Write to us"
    for more in (
        "<script src=js/main.js></script>",
        "<script>document.forms[0].onsubmit = go</script>",
    ):
        assert "unsent" not in told(("/write.html", page + more))
    for named in ("<form data-netlify=true class=col>", "<form id=ask class=col>", "<form class='js-ask'>"):
        other = page.replace("<form class=col>", named)
        assert other != page
        assert "unsent" not in told(("/write.html", other + "<script src=js/main.js></script>"))


def test_one_form_that_is_wired_on_one_page_and_not_on_another_is_told_though_scripts_were_not_read():
    script = "<script src=js/main.js></script>"
    home = NAMELESS.replace("<form class=col>", "<form class=col netlify>").replace("type=", "name=x type=")
    bare = f"<title>Our trades</title><h1>Our trades</h1>{NAMELESS}{script}"
    found = told(("/", f"<h1>Roofs</h1><p>We mend them.</p>{home}{script}"), ("/trades.html", bare))["unsent"]
    assert found.title.startswith("As its HTML stands, the form on the page “Our trades” has nowhere to send")
    assert found.title.endswith("the same form on the home page is wired")
    assert "unsent" not in told(("/", f"<h1>Roofs</h1><p>We mend them.</p>{NAMELESS}{script}"), ("/trades.html", bare))


@pytest.mark.parametrize(
    ("form", "line", "opened"),
    [
        ("action='mailto:shop@oak.example' method=post", "We answer at noon.", True),
        ("method=post action=/send", "Pressing the button opens your e-mail program with the enquiry.", True),
        ("method=post action=/send", "Open the mail that we send you.", False),
        ("method=post action=/send", "A click on the address opens your mail program.", False),
    ],
)
def test_a_form_that_only_opens_a_mail_program_is_told(form, line, opened):
    assert ("by-mail" in told(("/inquiry.html", ASK.format(form) + f"<p>{line}</p>"))) is opened


def test_what_was_not_looked_at_is_said_where_nothing_is_told():
    result = perform(doors, site(("/", "<h1>Joinery</h1><p>Windows and stairs.</p>")))
    assert result.summary == (
        "No call to act, form or number that leads to nothing was found on the one page read; "
        "what scripts do with buttons and forms was not read."
    )


def test_a_form_that_posts_to_another_host_is_left_to_it():
    assert "unsent" in told(("/inquiry.html", ASK.format("method=post action=thanks.html")))
    assert "unsent" not in told(
        ("/inquiry.html", ASK.format("method=post action=https://u:pw@forms.example/x.html?token=k"))
    )


ASKED = "<h1>Joinery</h1><h2>Ask us</h2><form action='{}' method=post><input name=who><input name=mail><textarea name=said></textarea><button>Send it</button></form>"


@pytest.mark.parametrize(
    "action",
    [
        "https://httpbin.org/post",
        "https://example.org/send",
        "http://localhost:3000/send",
        "https://formspree.io/f/YOUR_FORM_ID",
        "https://formspree.io/your@email.com",
        "/action_page.php",
    ],
)
def test_a_form_that_is_sent_to_an_address_for_tests_or_samples_is_told(action):
    found = told(("/", ASKED.format(action)))["unsent"]
    shown = action.partition("//")[2] or action
    assert found.title.startswith(f"The form on the home page is addressed to {shown}, ")
    assert [entry.text for entry in found.quotes] == ["Ask us"]


@pytest.mark.parametrize(
    "action",
    [
        "https://formspree.io/f/xkqwertz",
        "https://formspree.io/jo@oakjoinery.net",
        "https://contest.net/send",
        "/your-joiner.php",
    ],
)
def test_a_form_that_is_sent_to_somebody_is_no_sample(action):
    assert "unsent" not in told(("/", ASKED.format(action)))


def test_a_form_with_a_target_whose_fields_bear_no_name_sends_nothing():
    bare = "<h1>Joinery</h1><form action=https://post.oak.net/send method=post><input><input type=email><textarea></textarea></form>"
    assert told(("/", bare))["unsent"].title == (
        "The form on the home page sends nothing of what is filled in: none of its fields bears a name, and a browser sends only what has one"
    )
    assert "unsent" not in told(("/", bare.replace("<textarea>", "<textarea name=said>")))
    assert "unsent" not in told(("/", f"{bare}<script>document.forms[0].onsubmit = send</script>"))


SOCIAL = "<h1>Joinery</h1><p>We make windows.</p><footer>{}</footer>"


def icon(url: str) -> str:
    return f"<a href={url}><i class=fa></i></a>"


def test_links_to_nobodys_address_and_to_front_pages_of_networks_are_told_as_one():
    home = SOCIAL.format(icon("https://facebook.com") + icon("https://twitter") + icon("https://www.google.com/"))
    found = told(("/", home))
    assert found["nobodys"].title == (
        "An icon on 1 page leads to “https://twitter”, an address that nobody can reach; "
        "2 icons on 1 page lead to the front pages of facebook.com and google.com, and to no page of its own there"
    )
    assert "front-page" not in found
    assert told(("/", SOCIAL.format(icon("https://facebook.com"))))["front-page"].title.startswith("An icon on 1 page leads to")  # fmt: skip


@pytest.mark.parametrize(
    "links",
    [
        icon("https://facebook.com/oakjoinery"),
        icon("https://facebook.com") + icon("https://www.facebook.com/oakjoinery"),
        icon("https://twitter.com/#!/oakjoinery"),
        icon("https://www.google.com"),
        icon("https://fedex.com"),
    ],
)
def test_a_page_of_its_own_on_a_network_and_a_search_engine_alone_are_left(links):
    assert told(("/", SOCIAL.format(links))) == {}


def test_a_link_that_calls_itself_its_page_and_leads_to_the_front_page_is_told_beside_one_that_leads_there():
    links = icon("https://www.facebook.com/oakjoinery") + "<a href=http://facebook.com>Facebook page</a>"
    assert told(("/", SOCIAL.format(links)))["front-page"].title.startswith("“Facebook page” on 1 page leads to")


def test_of_whom_a_form_writes_to_only_an_address_is_shown():
    found = told(("/inquiry.html", ASK.format('method=post action="mailto:%1b[2J%3Cb%3Eask@tyres.example?subject=a"')))
    assert "mailto:ask@tyres.example" in found["by-mail"].title.replace("<b>", "")
    assert "\x1b" not in found["by-mail"].title
    assert "by-mail" not in told(("/inquiry.html", ASK.format('method=post action="mailto:%1b[2J"')))


def test_a_link_that_writes_to_several_shows_one_of_them():
    line = "<h1>Ask us</h1><p>Write to <a href='mailto:{}?cc=till@oak.example'>shop@oak.example</a> before noon.</p>"
    assert "mail" not in told(("/contact.html", line.format("till@oak.example,Shop@Oak.example")))
    assert "mail" in told(("/contact.html", line.format("till@oak.example,tills@oak.example")))


FOUNDRY = "<h1>Bells cast and hung</h1><p>Ring us on {shown}, Monday to Friday.</p><p><a href='{href}'>Call the foundry</a></p>"


def of_a_house(html: str) -> dict[str, Finding]:
    """What is told of a page of a house of its own; the pages of these tests are else on a host that is kept for examples."""
    return {
        entry.kind: entry for entry in perform(doors, replace(site(("/", html)), host="bellfounders.co.uk")).findings
    }


@pytest.mark.parametrize(
    ("href", "how"),
    [
        ("tel:+911234567890", "whose digits only count up"),
        ("tel:0123 456 7890", "whose digits only count up"),
        ("https://wa.me/919876543210", "whose digits only count down"),
        ("https://api.whatsapp.com/send?phone=441214960123&text=Hello", "that is kept for films and plays"),
        ("tel:+447700900123", "that is kept for films and plays"),
        ("tel:(555) 555-0142", "that is kept for films and plays"),
        ("sms:+15550000000", "of noughts"),
    ],
)
def test_a_link_that_rings_a_number_put_in_for_the_real_one_is_told_with_the_one_that_is_shown(href, how):
    found = of_a_house(FOUNDRY.format(href=href, shown="01905 730217"))
    assert list(found) == ["made-up"]
    assert found["made-up"].title.startswith("“Call the foundry” on the home page rings ")
    assert found["made-up"].title.endswith(f", a number {how}; the number shown is 01905 730217")
    assert found["made-up"].fix.startswith("Let it ring 01905 730217")


@pytest.mark.parametrize(
    "href", ["tel:01905730217", "https://wa.me/447911730217", "tel:0300 123 4567", "tel:+12125557788"]
)
def test_a_number_that_may_be_anybodys_or_is_sold_to_be_remembered_is_left_alone(href):
    assert of_a_house(FOUNDRY.format(href=href, shown="01905 730217")) == {}


def test_a_made_up_number_in_print_is_told_and_one_given_as_an_example_of_how_to_write_it_is_not():
    shown = "<h1>Bells cast and hung</h1><p>{} 01632 960187 {}</p>"
    found = of_a_house(shown.format("Ring us on", "before noon."))["made-up"]
    assert found.title == "The number shown on the home page is 01632 960187, a number that is kept for films and plays"
    assert found.fix.startswith("Put your own number there")
    assert of_a_house(shown.format("Write your number with its code, for example", "please.")) == {}
    assert (
        of_a_house(
            "<h1>Bells cast and hung</h1><form><label>Mobile</label><input placeholder='e.g. 07700 900123'></form>"
        )
        == {}
    )
    assert told(("/", shown.format("Ring us on", "before noon."))) == {}  # a host that is kept for examples


@pytest.mark.parametrize(
    ("dialled", "told_of"),
    [
        ("0190573021", True),  # the last digit was left out
        ("01905703217", True),  # two digits changed places
        ("01906730217", True),  # the code of another town
        ("01905730218", False),  # the next line of the same house
        ("07911402266", False),  # somebody's mobile
    ],
)
def test_a_link_without_a_number_that_misses_the_one_shown_by_a_slip_is_told(dialled, told_of):
    found = of_a_house(FOUNDRY.format(href=f"tel:{dialled}", shown="01905 730217"))
    assert ("dials" in found) is told_of
    if told_of:
        assert found["dials"].title.startswith(f"It shows the number 01905 730217, and the link dials {dialled}")


def test_a_message_to_a_mobile_from_a_card_with_the_number_to_call_is_no_slip():
    card = "<h1>Bells</h1><p>Cast here.</p><a href='https://wa.me/447911402266'>{}</a>"
    assert of_a_house(card.format("Call 01905 730217 or send a message")) == {}
    assert "dials" in of_a_house(card.format("WhatsApp 01905 730217"))


@pytest.mark.parametrize(
    ("link", "trade"),
    [
        ("<a href=https://fox77slot.example/>Fox77</a>", "gambling"),
        ("<a href=https://links.example/x>online casino</a>", "gambling"),
        ("<a href=https://cheap.example/>buy viagra</a>", "medicines on the black market"),
        ("<a href=https://slotted-angle.example/>Slotted angle</a>", ""),
        ("<a href=/casino.html>Casino night</a>", ""),
    ],
)
def test_links_that_strangers_plant_are_told_and_those_that_the_copy_speaks_of_are_not(link, trade):
    home = "<h1>Joinery for old houses</h1><p>We make windows in our own shop.</p>{}<footer>{}</footer>"
    found = told(("/", home.format("", link)))
    assert ("planted" in found) is bool(trade)
    if trade:
        assert found["planted"].title.startswith(f"1 page links to {trade}: “")
        spoken = "<p>We fit the casino, the poker room, online slots and roulette; viagra is none of our trades.</p>"
        assert "planted" not in told(("/", home.format(spoken, link)))
