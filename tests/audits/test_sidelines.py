"""The largest orders that a house takes beside its daily business: what it offers, and what it leaves open of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.accountability import accountability
from auditor.audits.self_service import self_service
from auditor.model import Finding, Link, Region
from auditor.replies import replies
from auditor.sidelines import sideline
from auditor.site import Site

INN = (
    "/ The Curlew | Inn and bed and breakfast by the marsh",
    "[first heading 1] feature: Four rooms above the marsh",
    "[first sentence] feature: Guests wake to geese, and breakfast is laid until ten.",
    "[main sentence] feature: A night for two costs £96.",
    "[main sentence] feature: Check-in from 3 pm, check-out by 11 am.",
)
REST = (
    "/about About",
    "[main sentence] company: It began in a shed.",
    "/find Find us",
    "[main sentence] other: By the quay.",
)
HALL = "[main sentence] feature: Our function room is ideal for weddings and private parties."


def site(*lines: str, of: tuple[str, ...] = INN, name: str = "The Curlew") -> Site:
    return example("\n".join((*of, *lines, *REST)), name=name)


def told(*lines: str, of: tuple[str, ...] = INN) -> Finding | None:
    return next((f for f in perform(self_service, site(*lines, of=of)).findings if f.kind == "sideline"), None)


def test_large_orders_without_number_price_and_contents_are_told_with_their_line_and_what_is_missing():
    finding = told(HALL)
    assert finding is not None
    assert finding.title.startswith("Of its largest orders (“function room”, “weddings”, “private parties”) nothing")
    assert "says for how many, what it costs or what is included" in finding.title
    assert [quoted.text for quoted in finding.quotes] == [
        "Our function room is ideal for weddings and private parties."
    ]
    assert finding.lead
    assert "[number]" in finding.proposal
    assert "[price]" in finding.proposal


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("Up to eighty guests sit at round tables for a wedding.", ("what it costs", "what is included")),
        ("The hall seats 60 for private hire.", ("what it costs", "what is included")),
        ("Private hire includes tables, linen and a barman.", ("for how many", "what it costs")),
    ],
)
def test_what_a_line_says_of_them_is_not_missed(line, lacks):
    found = sideline(site(HALL, f"[main sentence] feature: {line}"))
    assert found is not None
    assert found.lacks == lacks


@pytest.mark.parametrize(
    "line",
    ["Private hire of the hall costs from £400.", "Weddings begin at £2,900 for the day.", "Party food is £14 a head."],
)
def test_a_price_for_them_ends_it(line):
    assert sideline(site(HALL, f"[main sentence] feature: {line}")) is None


def test_a_price_under_their_heading_or_on_their_page_is_a_price_for_them():
    assert (
        sideline(site(HALL, "[main heading 2] feature: Private hire", "[main sentence] feature: £40 an hour.")) is None
    )
    assert sideline(site(HALL, "/weddings The barn", "[main sentence] feature: £2,900 from Friday to Sunday.")) is None


def test_the_price_of_a_room_is_none_and_a_sum_beside_a_price_that_is_put_off_is_none():
    assert sideline(site(HALL, "[main sentence] feature: The attic room is £70.")) is not None
    put_off = "[main sentence] feature: Each further guest is £5 (what weddings cost depends on your needs)."
    found = sideline(site(HALL, put_off))
    assert found is not None
    assert "what it costs" in found.lacks


def test_where_only_the_price_is_missing_it_does_not_lead():
    finding = told(HALL, "[main sentence] feature: The hall seats 60 for a wedding; the price includes linen.")
    assert finding is not None
    assert not finding.lead
    assert finding.title.endswith("says what it costs")


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: The garden is perfect for birthday parties.",  # a place for it
        "[main heading 2] feature: Weddings and private events",
        "[main bullet] feature: Banquet hall",
    ],
)
def test_a_heading_or_an_entry_that_names_them_or_a_place_for_them_offers_them(line):
    assert sideline(site(line)) is not None


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: Our rooms are perfect for birthday parties of geese.",  # in passing, once
        "[main heading 2] other: Can we hold a wedding in the barn?",
        "[main heading 2] other: How Ada planned her wedding on the marsh in June",
        "[main sentence] policy: Weddings are not available in the barn.",
        "[main quote cite=Ada Wren] feature: The perfect venue for our wedding.",
    ],
)
def test_a_word_in_passing_a_question_a_story_and_a_guests_word_offer_nothing(line):
    assert sideline(site(line)) is None


def test_who_lives_of_such_days_and_who_has_no_place_for_them_is_asked_elsewhere():
    venue = (
        "/ Low Barn | Wedding venue and venue hire",
        "[first heading 1] feature: A wedding venue on the marsh",
        "[main sentence] feature: Your wedding breakfast is laid in the barn, with a dance floor and a marquee.",
    )
    assert sideline(site(HALL, of=venue, name="Low Barn")) is None
    walls = (
        "/ Fenwick & Daughter | Plasterers in Alnwick",
        "[first heading 1] feature: Plastering of ceilings and walls",
        "[first sentence] feature: We look after your house from March to November.",
    )
    assert sideline(site("[main heading 2] feature: Private events", of=walls, name="Fenwick & Daughter")) is None


@pytest.mark.parametrize(
    ("url", "internal"), [("https://example.com/files/barn.pdf", True), ("https://files.example.net/barn.pdf", False)]
)
def test_a_document_on_them_that_was_not_read_may_hold_it(url, internal):
    def linked(label: str) -> Site:
        found = site(HALL)
        home = found.pages[0]
        link = Link(url, label, Region.MAIN, internal)
        page = replace(home.page, links=(*home.page.links, link))
        return replace(found, pages=(replace(home, page=page), *found.pages[1:]))

    assert sideline(linked("Sketch of the barn")) is not None
    assert sideline(linked("Wedding brochure")) is None


AGENCY = (
    "/ Staithe | Recruitment agency for kitchens",
    "[first heading 1] feature: Recruitment for kitchens by the sea",
    "[first sentence] feature: Employers meet candidates for permanent and temporary posts.",
    "[main heading 2] feature: Job seekers",
)


def offered(*lines: str, of: tuple[str, ...] = AGENCY, name: str = "Staithe") -> Finding | None:
    judged = perform(accountability, site(*lines, of=of, name=name))
    return next((f for f in judged.findings if f.kind == "reserved"), None)


@pytest.mark.parametrize("line", ["Visa & Migration Advice", "Mortgage advice", "Legal advice"])
def test_advice_that_law_reserves_is_told_where_nothing_names_who_may_give_it(line):
    finding = offered(f"[main heading 3] feature: {line}")
    assert finding is not None
    assert (
        finding.title
        == f"It offers “{line}”, and nothing on the 3 pages read names a registered adviser, a lawyer or a body behind it"
    )
    assert [quoted.text for quoted in finding.quotes] == [line]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Visa & Migration Advice", "Ada Wren, MARN 0000000."),
        ("Mortgage advice", "Authorised and regulated for credit."),
        ("Legal advice", "By a solicitor on Fridays."),
    ],
)
def test_a_body_or_who_may_give_it_anywhere_is_enough(line, body):
    assert offered(f"[main heading 3] feature: {line}", f"[main sentence] company: {body}") is None


def test_people_who_are_placed_vouch_for_no_advice():
    nurses = "[main sentence] feature: Registered nurses, cooks and porters for tonight."
    assert offered("[main heading 3] feature: Visa & Migration Advice", nurses) is not None


@pytest.mark.parametrize(
    "lines",
    [
        ["[main sentence] feature: Ask your bank for mortgage advice before you sign for a house by the sea."],
        ["[main heading 3] other: Do you give legal advice?"],
        ["[main heading 2] feature: Sectors", "[main bullet] feature: Mortgage advice"],
    ],
)
def test_a_word_in_passing_a_question_and_the_trade_of_those_served_offer_nothing(lines):
    assert offered(*lines) is None


def test_who_is_asked_for_the_body_anyway_is_not_asked_twice():
    lawyers = (
        "/ Wren | Legal services and conveyancing",
        "[first heading 1] feature: Legal services by the sea",
        "[first sentence] feature: Our clients bring wills, contracts and visas to us for advice.",
    )
    assert offered("[main heading 3] feature: Legal advice", of=lawyers, name="Wren") is None


def test_an_agency_that_speaks_to_candidates_is_asked_for_posts_and_where_to_send_a_cv():
    def missing(*lines: str) -> bool:
        return any(
            r.question.id == "posts" and r.state == "not found"
            for r in replies(site(*lines, of=AGENCY, name="Staithe"))
        )

    assert missing("[main sentence] feature: We help with your next step.")
    assert not missing("[main sentence] feature: Send your CV to Ada.")
    assert not missing("[main sentence] feature: Two openings for cooks.")
