"""Declared and shown customer focus."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.say_show import POINT, say_show
from auditor.model import AuditResult, Status

PRODUCT = "\n".join(
    f"[main sentence] feature: Pump number {n} has a double seal and a painted housing." for n in range(20)
)
RESULTS = "\n".join(f"[main sentence] outcome: The farm in valley {n} milks an hour less a day." for n in range(12))
SAYS = (
    "[first heading 1] company: At Acme, customers come first\n"
    "[first sentence] company: Your satisfaction is our top priority.\n"
    "[main sentence] company: We treat our customers like family.\n"
)


def said(text: str) -> AuditResult:
    return perform(say_show, example("/ Acme\n" + text))


def test_much_said_and_little_shown_is_a_finding_with_the_strongest_words_first():
    result = said(SAYS + PRODUCT)
    assert [found.kind for found in result.findings] == ["gap"]
    assert result.findings[0].quotes[0].text == "At Acme, customers come first"
    assert result.numbers["position"] == "not measured"  # too few declarations to place the site
    assert result.numbers["show_low"] <= result.numbers["show"] <= result.numbers["show_high"]
    assert result.numbers["say_low"] <= result.numbers["say"] <= result.numbers["say_high"]


def test_a_site_that_declares_on_and_on_and_shows_nothing_is_placed():
    more = "".join(
        f"[main sentence] company: {line}\n"
        for line in (
            "We put our customers first.",
            "Our customers are at the heart of everything we do.",
            "Customer satisfaction is our highest priority.",
            "We go the extra mile for our customers.",
            "We listen to our customers.",
            "Your success is our success.",
        )
    )
    assert said(SAYS + more + PRODUCT).numbers["position"] == "says much, shows little"


def test_the_same_words_with_results_behind_them_are_none():
    result = said(SAYS + PRODUCT + "\n" + RESULTS)
    assert result.findings == ()


def test_generic_promises_do_not_help():
    stuffed = "\n".join(f"[main sentence] outcome: Achieve better results and success {'now ' * n}." for n in range(12))
    one, two = said(SAYS + PRODUCT), said(SAYS + PRODUCT + "\n" + stuffed)
    assert two.score is not None
    assert one.score is not None
    assert two.score <= one.score


@pytest.mark.parametrize(
    "line",
    [
        "[main quote cite=Jo Ray] company: They put their customers first.",
        "[main sentence] company: Most companies say that customers come first.",
        "[main sentence] company: We do not just say that customers come first.",
        "[main sentence] company?: We put our customers first.",
        "[nav link] company: Customers first",
        "[main sentence] feature: Customers pay first and we deliver second.",
        "[main heading] feature: Patient-focused examination",
    ],
)
def test_what_is_not_the_companys_own_declaration_is_none(line):
    assert said(line + "\n" + PRODUCT).status is Status.NOT_APPLICABLE


def test_the_same_declaration_told_twice_is_one():
    result = said(
        "[main sentence] company: We put our customers first.\n"
        "[main sentence] company: Our promise: we put our customers first.\n" + PRODUCT
    )
    assert result.numbers["declared"] == 1


def test_a_hard_term_stands_beside_the_declaration():
    terms = "/policy/sale Terms of sale\n[main sentence] policy: All deposits are non-refundable."
    result = said(SAYS + PRODUCT + "\n" + RESULTS + "\n" + terms)
    found = next(found for found in result.findings if found.kind == "terms")
    assert [quoted.text for quoted in found.quotes] == [
        "At Acme, customers come first",
        "All deposits are non-refundable.",
    ]


def test_terms_about_the_use_of_the_website_are_not_taken():
    terms = "/policy/use Terms of use\n[main sentence] policy: We are not responsible for links on this website."
    assert said(SAYS + PRODUCT + "\n" + RESULTS + "\n" + terms).findings == ()


def test_evidence_is_credited():
    result = said(
        SAYS + RESULTS + "\n[main sentence] feature: We answer every call within 15 minutes.\n"
        "[main sentence] feature: We give a two-year guarantee on every repair.\n" + PRODUCT
    )
    assert result.numbers["evidence"] == [
        "a promise of service with a measure",
        "a guarantee with its length or remedy",
    ]


def test_each_kind_of_declaration_stands_once_beside_what_would_show_it():
    result = said(SAYS + "[main sentence] company: We are committed to customer satisfaction.\n" + PRODUCT)
    pairs = {pair["topic"]: pair for pair in result.numbers["pairs"]}
    assert list(pairs) == ["putting customers first", "satisfaction", "good service"]
    assert pairs["satisfaction"]["said"]["text"] == "Your satisfaction is our top priority."
    assert pairs["satisfaction"]["missing"] == [
        "a guarantee with its length or remedy",
        "a customer's result",
    ]


def test_one_more_kind_of_evidence_moves_what_is_shown_by_its_point():
    one, two = said(SAYS + PRODUCT), said(SAYS + PRODUCT + "\n[main sentence] feature: We call back within 15 minutes.")
    assert two.numbers["show"] == pytest.approx(one.numbers["show"] + POINT)


def test_little_to_compare_with_is_not_judged():
    assert said(SAYS).status is Status.NOT_ENOUGH


def test_no_word_of_lying():
    result = said(SAYS + PRODUCT)
    text = " ".join([result.summary, *(found.title + found.why + found.fix for found in result.findings)]).lower()
    assert not any(word in text for word in ("lie", "liar", "dishonest", "false", "mislead", "hypocri"))


@pytest.mark.parametrize(
    "line",
    [
        "Your satisfaction, our commitment.",
        "Your peace of mind is our priority.",
        "The safety of your belongings is our highest priority.",
        "Our job isn't done until you are 100% satisfied.",
        "We prioritise customer satisfaction on every job we take.",
        "We build long-term relationships with our customers.",
    ],
)
def test_a_declaration_is_known_in_everyday_words(line):
    assert said(f"[main sentence] company: {line}\n" + PRODUCT).numbers["declared"] == 1


@pytest.mark.parametrize(
    "line",
    [
        "If you know someone whose customers come first, send them our way.",
        "“They go above and beyond for every client and so do their fitters.”",
        "We check the lamp first and your meter second.",
    ],
)
def test_what_only_sounds_like_a_declaration_is_none(line):
    assert said(f"[main sentence] company: {line}\n" + PRODUCT).status is Status.NOT_APPLICABLE


def test_a_declaration_counts_by_what_it_claims_in_one_sentence_or_in_two():
    once = said("[main sentence] company: Customers come first and your success is our success.\n" + PRODUCT)
    twice = said(
        "[main sentence] company: Customers come first.\n[main sentence] company: Your success is our success.\n"
        + PRODUCT
    )
    assert once.numbers["say"] == twice.numbers["say"]


def test_a_declaration_too_close_to_call_counts_and_bears_no_finding():
    result = said(SAYS + "[main sentence] company?: We listen to our customers.\n" + PRODUCT)
    assert result.numbers["declared"] == said(SAYS + PRODUCT).numbers["declared"]
    assert result.numbers["say"] >= said(SAYS + PRODUCT).numbers["say"]
    assert all("listen" not in quote.text for entry in result.findings for quote in entry.quotes)
