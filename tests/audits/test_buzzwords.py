"""Buzzwords: lines that any company could print, and lines that only look like them."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.buzzwords import buzzwords
from auditor.model import Status, Tier

OWN = [f"[main heading 2] feature: {text}" for text in (
    "Pumps for breweries", "Seals cut on the spot", "A test bench on the canal", "Night calls in four counties",
    "Cast iron from our foundry", "Stainless steel for dairies", "Spare pumps on a trailer", "Three fitters and a dog",
)]  # fmt: skip


def judged(text: str, role: str = "first heading 1", label: str = "company"):
    return perform(buzzwords, example("\n".join(["/service/a Acme | Repairs", f"[{role}] {label}: {text}", *OWN])))


@pytest.mark.parametrize(
    "text",
    [
        "Quality You Can Trust",
        "Your trusted partner",
        "Commitment to Quality",
        "Excellence in everything we do",
        "Acme: innovative solutions for a better tomorrow",
        "Your success is our success",
        "Where quality meets innovation",
        "Integrity, passion and trust",
        "We will meet and exceed customer expectations.",
    ],
)
def test_a_line_that_any_rival_could_print_is_shown(text):
    result = judged(text)
    assert [quoted.text for finding in result.findings for quoted in finding.quotes] == [text]
    assert result.findings[0].lead
    assert result.findings[0].tier is Tier.FIRST_SCREEN


@pytest.mark.parametrize(
    "text",
    [
        "Quality pumps you can trust",
        "Trusted stainless pumps for breweries",
        "Quality control you can trust since 1921",
        "Your trusted partner, Hilltop Dairy says",
        "Trusted by leading organizations",
        "Our core values",
        "Need a partner you can trust?",
        "Read more about our commitment to quality here",
        "Tolerances held to 0.01 mm for the highest quality",
        "Peace of mind while the cows are at pasture",
    ],
)
def test_a_line_with_something_of_its_own_or_a_mere_label_is_left_alone(text):
    assert not judged(text).findings


def test_a_section_label_is_no_claim():
    assert not judged("Commitment to Quality", label="other").findings


def test_lines_far_down_do_not_lead():
    result = judged("Commitment to Quality", role="main heading 3")
    assert not result.findings[0].lead
    assert result.findings[0].tier is Tier.REST


def test_a_customers_praise_is_not_the_companys_slogan():
    assert not judged("Quality and service you can trust", role="first quote cite=Jo Ray").findings


def test_the_home_pages_headline_counts_and_is_left_to_the_first_screens_audit():
    result = perform(
        buzzwords, example("\n".join(["/ Acme", "[first heading 1] company: Quality you can trust", *OWN]))
    )
    assert not result.findings
    assert result.score < 1


def test_few_lines_give_no_score_but_still_show_the_line():
    result = perform(buzzwords, example("/about Acme\n[first heading 1] company: Quality you can trust"))
    assert result.score is None
    assert result.findings
    assert (
        perform(buzzwords, example("/ Acme\n[first heading 1] feature: Pumps for breweries")).status
        is Status.NOT_ENOUGH
    )


def test_a_short_sentence_that_opens_a_paragraph_is_quiet_where_the_paragraph_says_what_is_meant():
    start = ["/service/a Acme | Plans", "[first heading 1] feature: Plans for a burial at sea", *OWN]
    label = "[first sentence] outcome: Quality you can trust."
    meant = "[first sentence] feature: The coffin is built of oak by two joiners in Whitby, who sign the lid."
    alone = perform(buzzwords, example("\n".join([start[0], start[1], label, *OWN])))
    explained = perform(buzzwords, example("\n".join([start[0], start[1], label, meant, *OWN])))
    assert (alone.numbers["anyone's"], explained.numbers["anyone's"]) == (1, 0)


OFFERS = ("seals", "valves", "night-calls", "test-runs")


def stencilled(line: str, offers: tuple[str, ...] = OFFERS, kind: str = "service") -> list[str]:
    pages = [
        f"/{kind}/{offer} {offer.title()}\n[main heading 1] feature: {line.format(offer.replace('-', ' ').title())}\n[main sentence] feature: Ask us for {offer}."
        for offer in offers
    ]
    result = perform(buzzwords, example("\n".join(["/ Acme", *OWN, *pages])))
    return [entry.title for entry in result.findings if entry.kind == "stencilled"]


def test_a_line_in_which_only_the_name_of_the_offer_changes_is_told_with_its_pages():
    assert stencilled("{} with a personal approach.") == [
        "One line stands on 4 pages with only a name exchanged: “Night Calls with a personal approach.”, “Seals with a personal approach.”"
    ]


def test_three_such_pages_a_label_and_one_line_word_for_word_are_left_alone():
    assert stencilled("{} with a personal approach.", OFFERS[:3]) == []
    assert stencilled("{} Services in Ansty") == []
    assert stencilled("Repairs with a personal approach.") == []
    assert stencilled("{} with a personal approach.", kind="blog") == []


SOLD = (
    ("hedges", "We cut hedges of every height and take the cuttings away with us."),
    ("lawns", "Lawns are mown, edged and fed by the same careful gardener each time."),
    ("ponds", "Ponds are emptied, scrubbed and filled again without harming the fish."),
)
LONG_OFFER = " ".join(["Tell us what you would like to have done and we shall gladly talk it over with you."] * 3)


def offered(more: str = "", elsewhere: str = "", sold=SOLD, path: str = "service"):
    pages = [
        f"/{path}/{name} {name.title()}\n[main heading 1] feature: {name.title()} in good hands\n[main sentence] feature: {line}\n[main sentence] feature: For your {name}: {LONG_OFFER}"
        for name, line in sold
    ]
    pages[0] += f"\n{more}"
    result = perform(buzzwords, example("\n".join(["/ Acme", *OWN, *pages, "/about About", elsewhere])))
    return next((entry for entry in result.findings if entry.kind == "figureless"), None)


def test_pages_of_offers_without_a_figure_are_told_with_a_line_of_each():
    found = offered()
    assert found.title == "Not one of its 3 pages of services holds a figure: no price, no size, no quantity"
    assert found.why.endswith("Nor was a price found on the 5 pages read.")
    assert [entry.text for entry in found.quotes] == [line for _, line in SOLD]
    assert found.lead
    years = offered("[main sentence] company: We have kept gardens for over 30 years.")
    assert "holds a figure but “for over 30 years”: no price" in years.title
    for name in ("Our app runs on Windows 11 and Microsoft 365.", "Help is there 24/7.", "1. Write to us"):
        assert offered(f"[main sentence] feature: {name}") is not None


@pytest.mark.parametrize(
    "figure",
    [
        "A hedge of 12 metres takes a morning.",
        "Most ponds are done within two days.",
        "The first half an hour is for looking round.",
    ],
)
def test_a_figure_on_one_of_three_or_a_price_anywhere_is_enough(figure):
    assert offered(f"[main sentence] feature: {figure}") is None
    assert offered(elsewhere="[main sentence] feature: An hour costs £28.") is None
    assert offered("[nav link /our-prices] other: Prices") is None
    assert offered("[nav link /our-shed] other: Our shed") is not None
    assert offered(sold=SOLD[:2]) is None
    assert offered(path="blog") is None


def test_most_of_them_without_a_figure_are_told_with_how_many_there_are():
    wordy = tuple((name, f"{line} {LONG_OFFER}") for name, line in SOLD)
    hedge = ("walls", "A wall of four metres is built by two of us within three days.")
    found = offered(sold=(*wordy, hedge))
    assert found.title == "3 of its 4 pages of services hold no figure: no price, no size, no quantity"
    assert [entry.text.split(" Tell")[0] for entry in found.quotes] == [line for _, line in SOLD]
    assert offered(sold=(*wordy, hedge, ("paths", "A path is laid in two days."))) is None  # three of five are not most
    assert offered(sold=(*SOLD, hedge)) is None  # of few words each, they are another finding


def test_the_words_of_praise_that_stand_in_the_place_of_figures_are_counted():
    sold = tuple(
        (name, f"{line} A neat gate and a neat path are left by skilled hands, and the {name} look neat.")
        for name, line in SOLD
    )
    assert "Instead “neat” stands 9 times" in offered(sold=sold).why
    assert "skilled" not in offered(sold=sold).why  # three times are no habit
    assert "Instead" not in offered().why
    once = "[main sentence] feature: " + "Neat, neat, neat, neat, neat, neat, neat, neat and neat again."
    assert "Instead" not in offered(once).why  # on one page of four


def test_a_line_under_a_package_is_shown_before_another():
    line = "Spring cut, autumn cut and a clean gate at the end."
    found = offered(f"[main heading 2] feature: The hedge package\n[main sentence] feature: {line}")
    assert found.quotes[0].text == line


def test_a_customers_figure_is_not_the_pages_own():
    assert offered("[main quote cite=Di Moss, Ashby] company: They were done in 40 minutes.") is not None


def test_what_is_told_of_the_stencil_and_of_the_figure_is_one_finding():
    sold = tuple((name, f"{name.title()} with a personal approach.") for name in ("hedges", "lawns", "ponds", "paths"))
    result = offered(sold=sold)
    assert "One line stands on 4 pages with only a name exchanged: “" in result.why
    assert {entry.text for entry in result.quotes} >= {"Hedges with a personal approach."}


TELLS = (
    "Every bench is built by the two of us in the old mill by the weir.",
    "The oak comes from the estate across the valley and dries in our loft.",
    "We oil each board three times by hand before it leaves the house.",
    "Whoever orders a bench may come and choose the tree with us.",
)


def echoed(first: tuple[str, ...], second: tuple[str, ...]):
    about, craft = ("\n".join(f"[main sentence] company: {line}" for line in lines) for lines in (first, second))
    text = "\n".join(["/ Acme", *OWN, f"/about About\n{about}", f"/service/craft Craft\n{craft}"])
    result = perform(buzzwords, example(text))
    return next((entry for entry in result.findings if entry.kind == "echoed"), None)


def test_two_pages_that_say_the_same_are_told_with_the_lines():
    more = "In winter the mill is shut and we carve spoons by the fire."
    found = echoed(TELLS, (*TELLS, more))
    assert (
        found.title
        == "The page “About” and the page “Craft” say the same: 4 of the 4 lines of the one stand on the other"
    )
    assert [entry.text for entry in found.quotes][:2] == [TELLS[0]] * 2
    shorter = tuple(line.rsplit(" by ", 1)[0] + "." if " by " in line else line for line in TELLS)
    assert echoed(TELLS, shorter) is not None


def test_a_few_lines_in_common_and_prices_are_no_echo():
    other = tuple(
        f"{word} benches leave the mill on the cart of a neighbour." for word in ("Green", "Long", "Low", "Old", "New")
    )
    assert echoed((*TELLS[:3], *other), (*TELLS, "In winter the mill is shut and we carve spoons by the fire.")) is None
    priced = tuple(f"{line.rstrip('.')} for £{number}0." for number, line in enumerate(TELLS, 4))
    assert echoed(priced, priced) is None


ROOMS = "A quiet room with a wide bed and a window on the marsh."


def sold_alike(*lines: str):
    result = perform(buzzwords, example("\n".join(["/rooms Acme | Rooms", *lines, *OWN])))
    return [finding for finding in result.findings if finding.kind == "sold-alike"]


def room(name: str, price: str = "", text: str = ROOMS) -> list[str]:
    return [f"[main heading 3] feature: {name}", f"[main sentence] feature: {text}"] + (
        [f"[main sentence] feature: {price}"] if price else []
    )


def test_two_offers_with_one_sentence_and_two_prices_are_told_with_both():
    (finding,) = sold_alike(*room("Heron Room", "£120 a night"), *room("Teal Room", "£95 a night"))
    assert finding.title == (
        "“Heron Room” and “Teal Room” are sold with one and the same sentence, and cost “£120 a night” and “£95 a night”"
    )
    assert [quoted.text for quoted in finding.quotes] == [ROOMS, "£120 a night", "£95 a night"]
    assert finding.lead


def test_without_two_prices_it_does_not_lead():
    (finding,) = sold_alike(*room("Heron Room", "£95 a night"), *room("Teal Room", "£95 a night"))
    assert finding.title == "“Heron Room” and “Teal Room” are sold with one and the same sentence"
    assert not finding.lead


def test_entries_without_headings_are_told_by_their_prices_and_named_by_the_tabs_before_them():
    line = f"[main bullet] feature: {ROOMS}"
    rows = [line, "[main bullet] feature: 5000/- with meals", line, "[main bullet] feature: 4000/- with meals"]
    tabs = ["[main bullet] feature: Heron rooms", "[main bullet] feature: Teal rooms"]
    (named,) = sold_alike("[main heading 2] feature: Rooms", *tabs, *rows)
    assert named.title.startswith(
        "“Heron rooms” and “Teal rooms” are sold with one and the same sentence, and cost “5000"
    )
    (bare,) = sold_alike("[main heading 2] feature: Rooms", *rows)
    assert bare.title.startswith("2 offers on the page “Rooms” are sold with")
    assert not sold_alike("[main heading 2] feature: Rooms", line, line)


@pytest.mark.parametrize(
    "lines",
    [
        [*room("Heron Room", "£120"), "[main bullet] feature: With a bath", *room("Teal Room", "£95")],  # more is said
        [*room("Heron Room", "£120"), *room("Teal Room", "£95", ROOMS.replace("wide", "narrow"))],
        [*room("Rent cover (6 months)", "£39"), *room("Rent cover (12 months)", "£53")],  # the name says what differs
        [*room("Who sleeps in the heron room?"), *room("Who sleeps in the teal room?")],
        [*room("Heron Room", text="Ask for a key."), *room("Teal Room", text="Ask for a key.")],
    ],
)
def test_offers_that_something_else_tells_apart_are_left_alone(lines):
    assert not sold_alike(*lines)
