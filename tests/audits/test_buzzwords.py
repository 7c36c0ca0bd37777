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
