"""The opening of the home page: what is said of it, and what is not."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.first_screen import FAR, NEAR, first_screen
from auditor.model import AuditResult, Finding, Status

PRODUCT = "[main sentence] feature: The housing is cast in one piece and painted twice before it leaves the hall."
TALK = "\n".join(PRODUCT.replace("painted", f"painted {n} times") for n in range(9))


def said(text: str) -> AuditResult:
    return perform(first_screen, example(text))


def kinds(result: AuditResult) -> list[str]:
    return [found.kind for found in result.findings]


def test_the_words_before_the_first_line_about_a_customer_are_counted():
    result = said(
        """
        / Acme
        [first heading 1] feature: Pumps for dairy farms
        [first sentence] company: We have been here since 1921.
        [main sentence] outcome: Hilltop Dairy milks 40 minutes less a day.
        [main sentence] feature: Stainless steel and cast iron, with or without a tank.
        """
    )
    assert result.numbers["words_to_customer"] == 10
    assert result.numbers["customer_line"] == "Hilltop Dairy milks 40 minutes less a day."
    assert kinds(result) == []


def test_a_line_that_slides_past_again_is_not_read_again():
    band = "[first sentence] feature: Cast iron pumps\n[first sentence] feature: Steel tanks\n"
    once, often = (
        said(
            "/ Acme\n[first heading 1] feature: Pumps for dairy farms\n"
            + band * times
            + "[main sentence] outcome: Hilltop Dairy milks 40 minutes less a day.\n"
            + TALK
        )
        for times in (1, 6)
    )
    assert often.numbers["words_to_customer"] == once.numbers["words_to_customer"] == 9
    assert often.numbers["home_words"] == once.numbers["home_words"]


def test_tips_are_no_lines_about_a_customer():
    result = said(
        "/ Acme\n[first heading 1] feature: Pumps for dairy farms\n[main heading 2] other: Milking tips\n"
        "[main sentence] outcome: Clean udders keep the milk of a herd sound.\n" + TALK
    )
    assert result.numbers["words_to_customer"] is None


def test_a_generic_promise_is_no_line_about_a_customer():
    result = said("/ Acme\n[first heading 1] outcome: Achieve more with better results\n" + TALK)
    assert result.numbers["words_to_customer"] is None


def test_you_does_not_decide():
    with_you = said("/ Acme\n[first heading 1] feature: You get our pumps for your dairy farm\n" + TALK)
    without = said("/ Acme\n[first heading 1] feature: We sell our pumps to dairy farms\n" + TALK)
    assert with_you.score == without.score


@pytest.mark.parametrize(
    ("headline", "anyone"),
    [
        ("Quality you can trust", True),
        ("Your trusted partner for innovative solutions", True),
        ("Excellence in everything we do", True),
        ("Solutions that drive success", True),
        ("Pumps you can trust", False),
        ("40 years of quality", False),
        ("Quality welding for shipyards", False),
        ("Drains cleared today", False),
    ],
)
def test_a_headline_that_could_be_anyones(headline, anyone):
    result = said(f"/ Acme\n[first heading 1] company: {headline}\n{TALK}")
    assert ("anyone" in kinds(result)) is anyone


@pytest.mark.parametrize(
    ("line", "anyone"),
    [
        ("[first heading 2] company: Quality you can trust", True),
        ("[first heading 4] company: Quality you can trust", False),
        ("[first heading 2] company: Trusted by leading companies", False),
        ("[first heading 2] company: Our quality services", False),
    ],
)
def test_a_slogan_beside_a_plain_headline_is_read_too(line, anyone):
    result = said(f"/ Acme\n[first heading 1] feature: Pump repair in Ohio\n{line}\n{TALK}")
    assert ("anyone" in kinds(result)) is anyone


def test_under_a_bare_name_the_next_line_is_the_headline():
    result = said(
        f"/ Acme\n[first heading 1] company: Welcome to Acme\n[first heading 2] company: Quality first\n{TALK}"
    )
    assert "Quality first" in next(found.title for found in result.findings if found.kind == "anyone")


def test_a_score_board_is_named_with_its_figures():
    result = said(
        "/ Acme\n[first heading 1] feature: Pumps for dairy farms\n"
        "[first sentence] company: Over 40 years of experience.\n[first sentence] company: 500+ happy customers.\n"
        "[second sentence] company: 35 employees and 120 five-star reviews.\n" + TALK
    )
    found = next(found for found in result.findings if found.kind == "scoreboard")
    assert "500+" in found.title


def test_round_the_clock_is_no_score():
    result = said(
        "/ Acme\n[first heading 1] feature: Pumps for dairy farms\n[first sentence] feature: Call us 24/7.\n"
        "[first sentence] company: 40 years of experience and 500 customers.\n" + TALK
    )
    assert "scoreboard" not in kinds(result)


def test_one_description_on_every_page_is_found_and_quoted():
    pages = "\n".join(f"/product/{n} Pump {n}\ndescription: Acme makes pumps.\n{PRODUCT}" for n in range(4))
    result = said(
        f"/ Acme\ndescription: Acme makes pumps.\n[first heading 1] outcome: Keep milking all night\n{TALK}\n{pages}"
    )
    found = next(found for found in result.findings if found.kind == "same-description")
    assert found.quotes[0].text == "Acme makes pumps."
    assert found.quotes[0].source == "meta description"
    assert "every one of the 5 pages" in found.title


def test_one_title_on_every_page_is_told_together_with_what_is_said_of_descriptions():
    def told(titles: tuple[str, ...], described: str = "") -> str:
        home = f"/ Acme\n{described}\n[first heading 1] outcome: Keep milking all night\n{TALK}"
        pages = "\n".join(f"/product/{n} {title}\n{described}\n{PRODUCT}" for n, title in enumerate(titles))
        found = said(f"{home}\n{pages}").findings
        return next((entry.title for entry in found if entry.kind in ("same-title", "same-description")), "")

    same = ("Acme",) * 3
    head = "The same title stands on all 4 pages read"
    assert told(same) == f"{head}, whatever they are about, and none has a description"
    both = f"{head}, and the same description behind every one of them"
    assert told(same, "description: Acme makes pumps for every dairy.") == both
    assert told(("Acme", "Acme", "Pump two")) == ""


def test_two_pages_say_nothing_of_descriptions():
    result = said(f"/ Acme\n[first heading 1] outcome: Keep milking all night\n{TALK}\n/about About\n{PRODUCT}")
    assert not {"same-description", "no-description"} & set(kinds(result))


def test_a_customer_in_the_headline_is_praised():
    result = said(
        "/ Acme\n[first heading 1] outcome: Keep milking when a pump fails at four in the morning\n"
        "[first sentence] feature: Acme rents and repairs hygienic pumps for farms of any size.\n"
    )
    assert result.score == 1
    assert [kept.kind for kept in result.keep] == ["customer-first"]


def test_too_few_words_are_not_judged():
    assert said("/ Acme\n[first heading 1] company: Acme").status is Status.NOT_ENOUGH


def test_the_score_falls_with_the_distance():
    near = said("/ Acme\n[first heading 1] problem: Your pump stops at four in the morning\n" + TALK)
    far = said(
        "/ Acme\n[first heading 1] feature: Pumps\n" + TALK + "\n[main sentence] problem: Your pump stops at night."
    )
    assert near.score is not None
    assert far.score is not None
    assert near.score > far.score
    assert NEAR < FAR


ABOUT_US = """
/about About
[main sentence] company: Acme repairs milking pumps for dairies between the two rivers.
[main sentence] company: We serve farms throughout Kerry and Cork.
"""
DEEP = f"""{ABOUT_US}
/pricing Prices
[main sentence] feature: A seal that leaks within five years is replaced free of charge.
[main sentence] feature: We tell you if a new pump is not worth it.
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[first heading 1] other: est. 1951", "The headline is a year, “est. 1951”"),
        (
            "[first heading 1] problem: Are you looking for a pump fitter?",
            "The headline asks what every rival could ask, “Are you looking for a pump fitter?”",
        ),
        (
            "[first heading 1] other: Acme\n[first heading 3] other: What is a pump?\n[first sentence] feature: A pump moves milk.",
            "The headline is the name, “Acme”",
        ),
        (
            "[overlay heading 2] other: Coronavirus\n[first heading 1] feature: Pumps lent by the week",
            "The first thing a visitor reads is a notice, “Coronavirus”",
        ),
        (
            "[first sentence] other: Caption Text",
            "The home page opens with its builder's sample text, “Caption Text”",
        ),
    ],
)
def test_what_stands_in_for_a_headline_is_told_with_what_can_be_counted_on_elsewhere(line, told):
    entry = next(entry for entry in said(f"/ Acme\n{line}\n{TALK}{DEEP}").findings if entry.kind == "stands-in")
    best = "We tell you if a new pump is not worth it."
    assert entry.title.startswith(
        f"{told}, and what can be counted on stands elsewhere: “{best}” (the page “Prices”) and “"
    )
    # beside them stands what they are to replace, and no other line of the home page
    home = [quote.text for quote in entry.quotes if quote.url.endswith("/")]
    assert (len(home), entry.quotes[1].text) == (1, best)
    assert entry.fix.endswith("and put the best of these lines under it, with a link to where it is told in full.")


def test_where_nothing_can_be_counted_on_what_a_visitor_asks_first_is_told():
    result = said(f"/ Acme\n[first heading 1] other: est. 1951\n{TALK}{ABOUT_US}")
    entry = next(entry for entry in result.findings if entry.kind == "stands-in")
    assert entry.title == "The headline is a year, “est. 1951”; what it is and does and where it works stand further on"
    assert entry.why.startswith("Nothing on the first screen says for whom it is or where it works. ")


@pytest.mark.parametrize(
    "line",
    [
        "[first heading 1] problem: Still waiting for the pump fitter at noon?",
        "[first heading 1] other: Acme\n[first sentence] feature: Milking pumps, lent and mended in Kerry.",
        "[first heading 1] feature: Milking pumps since 1951",
        "[first heading 1] feature: Milking pumps\n[first sentence] company: They came all through the pandemic.",
    ],
)
def test_a_headline_that_says_something_is_left(line):
    assert "stands-in" not in kinds(said(f"/ Acme\n{line}\n{TALK}{DEEP}"))


def test_where_nothing_stands_further_on_a_question_is_left():
    asked = "[first heading 1] problem: Are you looking for a pump fitter?"
    assert "stands-in" not in kinds(said(f"/ Acme\n{asked}\n{TALK}"))


def test_where_it_works_is_not_missed_where_the_first_screen_names_a_place():
    asked = "[first heading 1] problem: Are you looking for a pump fitter?\n[first sentence] feature: Pumps {}."

    def why(where: str) -> str:
        found = said(f"/ Acme\n{asked.format(where)}\n{TALK}{DEEP}").findings
        return next(entry.why for entry in found if entry.kind == "stands-in")

    assert "where it works" in why("mended while you wait")
    for place in ("mended in Tralee", "and pumps alone: Salem, OR, and its farms"):
        assert "where it works" not in why(place), place


def test_a_page_without_a_headline_is_read_from_its_first_sentence():
    first = "[first sentence] company: We are the leading firm for milking pumps in four counties."
    entry = next(entry for entry in said(f"/ Acme\n{first}\n{TALK}").findings if entry.kind == "of-itself")
    assert entry.title.startswith("The first sentence praises the company")
    plain = "[first sentence] company: We are an open workshop run for the good of everybody in the valley."
    assert "of-itself" not in kinds(said(f"/ Acme\n{plain}\n{TALK}"))


def test_a_first_level_heading_as_long_as_a_paragraph_is_no_headline():
    long = " ".join(["Pumps that are made to look well and to stand up to every knock of a farm"] * 2)
    lines = f"[first heading 2] company: Quality you can trust\n[first heading 1] feature: {long}"
    assert "“Quality you can trust”" in "".join(entry.title for entry in said(f"/ Acme\n{lines}\n{TALK}").findings)


def test_where_the_site_has_no_line_to_propose_none_is_made_up():
    result = said(f"/ Acme » Hydraulic press repair\n[first heading 1] company: Quality you can trust\n{TALK}")
    assert "anyone" in kinds(result)
    assert not any(found.proposal for found in result.findings)


def test_a_headline_that_praises_the_company_in_the_words_of_its_trade_is_told():
    praise = "[first heading 1] company: Ansty's premier milking pump firm"
    plain = "[first heading 1] company: When nobody else answers at four in the morning, I do"
    turned = "[first sentence] outcome: Hilltop Dairy milks 40 minutes less a day with our pumps"
    assert "of-itself" in {found.kind for found in said(f"/ Acme\n{praise}\n{TALK}").findings}
    assert "of-itself" not in {found.kind for found in said(f"/ Acme\n{plain}\n{TALK}").findings}
    assert "of-itself" not in {found.kind for found in said(f"/ Acme\n{praise}\n{turned}\n{TALK}").findings}


def test_a_bare_welcome_is_told_unless_the_next_line_turns_to_the_customer():
    bare = "[first heading 1] company: Welcome to Acme\n[first sentence] feature: Pumps of all makes are lent and mended here"
    turned = "[first heading 1] company: Welcome to Acme\n[first sentence] outcome: Hilltop Dairy milks 40 minutes less a day"
    assert "bids welcome" in "".join(found.title for found in said(f"/ Acme\n{bare}\n{TALK}").findings)
    found = next(entry for entry in said(f"/ Acme\n{turned}\n{TALK}").findings if entry.kind == "anyone")
    assert "stands under it" in found.title
    assert found.proposal == "Hilltop Dairy milks 40 minutes less a day"
    assert "says nothing" in "".join(found.title for found in said(f"/ Acme\n{bare}\n{TALK}").findings)
    greeted = "[first heading 1] company: Welcome to St Bride's Church\n[first sentence] other: Sunday at ten."
    church = perform(first_screen, example(f"/ St Bride's Church\n{greeted}\n{TALK}", name="St Bride's Church"))
    assert "bids welcome" not in "".join(found.title for found in church.findings)


def test_a_headline_of_short_sentences_in_a_row_is_read_as_a_whole():
    row = "[first heading 1] feature: Local service.\n[first heading 1] feature: Honest people.\n[first sentence] feature: Real results."
    found = next(entry for entry in said(f"/ Acme\n{row}\n{TALK}").findings if entry.kind == "anyone")
    assert "“Local service. Honest people. Real results.”" in found.title
    assert [quote.text for quote in found.quotes][:3] == ["Local service.", "Honest people.", "Real results."]


def test_the_name_of_a_section_is_no_headline():
    lines = "[first heading] company: Our valued customers\n[first sentence] feature: Pumps on loan"
    found = said(f"/ Acme\n{lines}\n{TALK}").findings
    assert not [entry for entry in found if entry.kind in ("anyone", "of-itself")]


TRADE = "\n".join(
    f"/{name} {name}\n[first sentence] feature: We file taxes and keep the books for families." for name in "abc"
)


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("File your taxes with confidence", True),
        ("Stress-free taxes in Harrogate", True),
        ("Books for a brighter tomorrow", True),
        ("Your refund in your account by March, with confidence", False),  # says what, and by when
        ("Taxes filed in 3 days, with peace of mind", False),  # a figure
        ("Taxes and books for families", False),
    ],
)
def test_a_headline_that_promises_a_feeling_in_words_of_the_trade_is_told(headline, told):
    under = "[first sentence] feature: We file taxes, and keep the books of families in three towns of the county, at your table or ours."
    result = said(f"/ Ledger\n[first heading 1] outcome: {headline}\n{under}\n{TRADE}")
    assert ("feeling" in kinds(result)) is told


def test_a_feeling_with_what_it_rests_on_right_under_it_is_left_alone():
    under = "[first sentence] outcome: Families who came to us last spring had their refund by the ninth of March."
    result = said(f"/ Ledger\n[first heading 1] outcome: File your taxes with confidence\n{under}\n{TRADE}")
    assert "feeling" not in kinds(result)


@pytest.mark.parametrize("headline", ["Rest with peace of mind", "Milk with confidence.", "Freedom for your farm"])
def test_a_headline_that_promises_a_feeling_is_not_the_first_line_about_a_customer(headline):
    text = f"/ Acme\n[first heading 1] outcome: {headline}\n{PRODUCT}\n[main sentence] outcome: Hilltop Dairy milks 40 minutes less a day."
    result = said(text)
    assert result.numbers["customer_line"] == "Hilltop Dairy milks 40 minutes less a day."
    assert result.numbers["headline"]["about"] == "generic promise"
    alone = said(f"/ Acme\n[first heading 1] outcome: {headline}\n{TALK}")
    assert alone.numbers["words_to_customer"] is None
    assert alone.score < 0.5
    assert alone.title == "Its first screen does not speak of the customer"


def test_a_headline_that_says_what_comes_of_it_beside_the_feeling_is_about_the_customer():
    line = "Milk on through a power cut, with peace of mind"
    result = said(
        f"/ Acme\n[first heading 1] outcome: {line}\n{TALK}\n{TRADE.replace('We file', 'Milk through a power cut. We file')}"
    )
    assert result.numbers["customer_line"] == line
    assert "feeling" not in kinds(result)
    assert result.title != "Its first screen does not speak of the customer"


def test_an_opening_that_only_promises_a_feeling_earns_no_praise():
    result = said(f"/ Ledger\n[first heading 1] outcome: File your taxes with confidence\n{TRADE}")
    assert result.keep == ()


SILENT = (
    "/ Acme",
    "[first heading 1] other: Acme",
    "[first button /about] other: Learn more",
    "[first heading 2] other: Who we are",
    "[second sentence] company: Our people have worked on farms, in dairies and at the bench of a foundry for a lifetime.",
    "[main sentence] feature: There is a yard, a bench and a stove, and somebody who answers before the second ring.",
)
ABOUT = (
    "/about About",
    "[main sentence] company: Acme repairs milking pumps for dairies between the two rivers.",
    "/contact Contact",
    "[main sentence] other: Ring the shop.",
)


def test_what_the_first_screen_says_of_is_not_called_unsaid():
    pages = "\n/pumps Milking pumps\n[main sentence] feature: Cast in one piece.\n/about About\n[main sentence] company: We serve farms throughout Kerry.\n"
    praise = "[first heading 1] company: The leading name of the valley"
    bare = said(f"/ Acme\n{praise}\n{TALK.replace('main', 'second')}{pages}")
    why = next(entry.why for entry in bare.findings if entry.kind == "of-itself")
    assert why.startswith("Nothing on the first screen says what is done or for whom it is or where it works. ")
    under = "[first sentence] feature: Milking pumps for farms in Kerry, lent and mended."
    told = said(f"/ Acme\n{praise}\n{under}\n{TALK.replace('main', 'second')}{pages}")
    why = next(entry.why for entry in told.findings if entry.kind == "of-itself")
    assert "Nothing on the first screen" not in why, why


def test_a_welcome_to_a_name_is_no_other_companys_headline():
    lines = "[first heading 1] feature: Vale Archers\n[first heading 2] feature: With the Vale Junior Archers, every Thursday at the old mill\n"
    found = perform(
        first_screen,
        example(
            f"/ Vale Archers\n{lines}[first heading 2] other: Welcome to Vale Archers\n{TALK}", name="Vale Archers"
        ),
    ).findings
    titles = [entry.title for entry in found if entry.kind == "anyone"]
    assert titles == ["A headline on the first screen bids welcome and says nothing: “Welcome to Vale Archers”"]
    named = said(f"/ Acme\n[first heading 1] company: Acme, quality you can trust\n{TALK}")
    assert any(entry.title.startswith("But for the name, the headline could stand on") for entry in named.findings)


YARD = "\n".join(
    f"[main sentence] feature: Barn number {n} is dry and wide and has a roof of slate." for n in range(12)
)


def test_a_company_s_long_home_page_that_never_turns_to_anybody_is_told():
    home = f"/ Acme\n[first heading 1] feature: Pumps for sheds and parlours\n{YARD}"
    (entry,) = said(home).findings
    assert (entry.kind, entry.lead) == ("unaddressed", True)
    assert entry.title.startswith("The home page never says “you”, and no line")
    guests = "\n/stay Stay\n" + "\n".join(
        f"[main sentence] feature: Guests of hut {n} light the stove." for n in range(8)
    )
    club = perform(first_screen, example(home, name="Vale Rowing Club")).findings
    silent = (
        said(f"{home}\n[main sentence] feature: Whatever you milk, a pump stands ready."),
        said(f"{home}\n[main sentence] outcome?: Milk flows on through the night without a stop."),
        said(home + guests),
        said(f"/ Acme\n[first heading 1] feature: Pumps for sheds and parlours\n{PRODUCT}"),
    )
    assert "unaddressed" not in {entry.kind for entry in club}
    for result in silent:
        assert "unaddressed" not in kinds(result)


def test_a_line_that_turns_to_the_reader_keeps_a_boast_from_being_told_and_one_that_does_not_does_not():
    boast = (
        "/ Acme\n[first heading 1] company: The leading pump firm of four counties\n[main sentence] feature: {}\n"
        + YARD
    )
    for plain in (
        "Every pump fits a shed or a parlour.",
        "You get our 24 V motor with the pump.",
        "You have four pumps to see in the yard.",
        "We ask what your dealer asks.",
    ):
        assert "of-itself" in kinds(said(boast.format(plain))), plain
    for turned in (
        "A pump for the farm, whether you are milking six cows or sixty.",
        "A yard that is built around you.",
        "Thursday at nine: that slot is yours.",
        "Whatever your shed, we have a hose for it.",
        "By the evening you will know what it costs.",
    ):
        assert "of-itself" not in kinds(said(boast.format(turned))), turned


def silent(*lines: str) -> list[Finding]:
    return [
        entry
        for entry in perform(first_screen, example("\n".join(lines))).findings
        if entry.kind in ("silent", "anyone")
    ]


def test_a_name_alone_is_told_with_the_line_that_says_what_stands_behind_it():
    (found,) = silent(*SILENT, *ABOUT)
    assert (
        found.title
        == "The first screen shows the name and no more; the line that says what it is stands on the page “About”"
    )
    assert found.proposal == "Acme repairs milking pumps for dairies between the two rivers."


@pytest.mark.parametrize(
    "line",
    [
        "[first sentence] feature: Milking pumps, mended the same day.",
        "[first sentence] feature?: Pumps for the dairies of two rivers",
        "(first image) A fitter kneels beside a milking pump at dawn",
    ],
)
def test_a_line_or_a_picture_that_says_more_than_the_name_keeps_it_quiet(line):
    found = silent(*SILENT[:3], line, *SILENT[3:], *ABOUT)
    assert [entry.kind for entry in found if entry.kind == "silent"] == []


def test_a_home_page_of_one_line_said_again_and_again_is_told():
    slides = ["[first bullet] company: The quiet side of the river"] + [
        "[main bullet] company: The quiet side of the river"
    ] * 9
    (found,) = silent("/ Acme", *slides, *ABOUT)
    assert found.title.startswith("The home page says “The quiet side of the river” and no more; ")
    (found,) = silent("/ Acme", slides[0], *ABOUT)
    assert found.kind == "silent"


def test_where_no_line_says_what_it_is_nothing_is_proposed():
    assert [
        entry.kind for entry in silent(*SILENT, "/about About", "[main sentence] company: We like rivers.", *ABOUT[2:])
    ] != ["silent"]


def test_no_title_denies_what_may_stand_in_the_first_lines():
    text = """
        / Acme
        [first heading 1] outcome?: Your herd is milked by six every morning
        [first sentence] company: We have been here since 1921.
        """
    result = said(text + TALK)
    assert (result.numbers["words_to_customer"], result.numbers["may_open"]) == (None, True)
    assert result.summary.startswith(
        "The headline is “Your herd is milked by six every morning”; under it stands “We have"
    )
    assert result.title == "Whether its first screen speaks of the customer is too close to call"


def test_descriptions_alone_do_not_make_a_first_screen_silent_of_the_customer():
    pages = "\n".join(f"/product/p{n} Pump {n}\ndescription: Acme\n{PRODUCT}" for n in range(4))
    result = said(
        f"/ Acme\ndescription: Acme\n[first heading 1] outcome: Your herd is milked by six every morning\n{TALK}\n{pages}"
    )
    assert kinds(result) == ["same-description"]
    assert result.title == "Its first screen speaks of the customer, and its titles or descriptions say little"
    assert result.summary == "The home page opens with a line about a customer's result or problem."


def test_a_home_page_of_a_few_words_before_pages_that_tell_more_is_told():
    line = "[main sentence] feature: Our rooms lie above the marsh, with a stove, a kitchen and a window to the east for the geese."
    more = "\n".join(
        f"/{name} {name.title()}\n" + "\n".join(line.replace("rooms", f"{name} {n}") for n in range(4))
        for name in ("rooms", "walks", "boats")
    )
    found = said(f"/ The Curlew\n[first heading 1] other: Select your dates\n{more}").findings
    assert [entry.title for entry in found if entry.kind == "bare-home"] == [
        "The home page has 3 words of copy: it does not say what is offered, to whom or where"
    ]
    assert "bare-home" not in kinds(
        said("/ The Curlew\n[first heading 1] other: Select your dates\n/rooms Rooms\n" + line)
    )
