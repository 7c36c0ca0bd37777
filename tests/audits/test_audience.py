"""Audience: everybody, long lists with a word to nobody, and lines that a rival could say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.audience import audience
from auditor.model import Status

FILL = (
    "[main sentence] feature: "
    + "The yard lies behind the old station and holds sixty pumps of every make we sell. " * 3
)


def judged(*lines: str, rivals: tuple[str, ...] = ()):
    return perform(audience, replace(example("\n".join(["/ Acme", *lines, FILL])), rivals=rivals))


@pytest.mark.parametrize(
    "line",
    [
        "Pumps for businesses of all sizes",
        "We serve every industry with the same care.",
        "Our fitters work with all types of customers.",
        "From small businesses to large corporations, we fit them all.",
        "No customer is too small.",
        "We have something for everyone.",
    ],
)
def test_words_that_take_in_everybody_are_told(line):
    (found,) = judged(f"[main sentence] feature: {line}").findings
    assert found.kind == "everybody"
    assert "[the kind of customer you know best]" in found.proposal


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: We insure farms of all sizes.",
        "[main sentence] feature: No job is too large or too small.",
        "[main sentence] feature: Dairy companies of all sizes rent from us.",
        "[main sentence] feature: Businesses of all sizes, from dairies to breweries, rent from us.",
        "[main sentence] feature: We carry all your hose needs.",
        "[main link /x] other: All industries",
        "[main quote cite=Jo Ray, Hilltop] feature: They serve businesses of all sizes.",
        "[main sentence] problem: Do businesses of all sizes need a pump?",
    ],
)
def test_a_trade_named_a_link_a_question_or_a_customers_words_are_left_alone(line):
    assert not [found for found in judged(line).findings if found.kind == "everybody"]


TRADES = (
    "Aerospace Automotive Construction Dairy Defense Electronics Energy Forestry Healthcare Marine Medical Mining"
    " Packaging Rail"
).split()


def test_a_long_list_of_trades_with_a_word_to_none_is_told_and_two_of_them_stand_in_the_pattern():
    lines = ["[main heading] other: Industries we serve", *[f"[main bullet] feature: {trade}" for trade in TRADES]]
    (found,) = judged(*lines).findings
    assert found.kind == "list"
    assert "lists 14 trades, and none of them is spoken of anywhere else" in found.title
    assert found.proposal.startswith("Aerospace: [what changes for them].")


def test_one_sentence_that_lists_them_all_is_a_list_too():
    (found,) = judged(f"[main sentence] feature: We supply {', '.join(TRADES[:-1])} and {TRADES[-1]}.").findings
    assert found.kind == "list"


def test_a_list_whose_trades_are_spoken_of_elsewhere_is_no_fault():
    lines = ["[main heading] other: Industries we serve", *[f"[main bullet] feature: {trade}" for trade in TRADES]]
    said = [
        f"[main sentence] outcome: In {trade.lower()} our pumps run for a year without a stop." for trade in TRADES[:5]
    ]
    assert not judged(*lines, "[main heading] other: What they say", *said).findings


OWN = [
    "[main sentence] company: Acme values its customers and their trust.",
    "[main sentence] company: Acme offers quality service and quality products.",
    "[main sentence] company: At Acme, we are committed to excellence.",
    "[main sentence] company: Acme was founded in Laxley in 1979.",
]


def test_without_rivals_nothing_is_swapped():
    assert not judged(*OWN).findings
    assert "could_be_a_rivals" not in judged(*OWN).numbers


def test_with_a_rival_the_lines_it_could_say_are_told_and_the_one_it_could_not_is_praised():
    result = judged(*OWN, rivals=("Northway",))
    (found,) = result.findings
    assert found.title == "3 of the 4 lines that name the company would read the same with Northway in its place"
    assert "“Northway values its customers and their trust.”" in found.why
    assert [entry.quotes[0].text for entry in result.keep] == ["Acme was founded in Laxley in 1979."]


def test_who_it_is_for_is_a_fact_without_a_score_and_its_own_trade_is_not_among_it():
    result = perform(
        audience,
        example(
            "/ Acme plumbing\n[first heading 1] feature: Plumbing for breweries and hotels\n"
            "[main sentence] feature: We help homeowners in an emergency.\n" + FILL
        ),
    )
    assert result.score is None
    assert result.numbers["named_industry"] == ["breweries", "hotels"]
    assert result.numbers["named_role"] == ["homeowners"]
    assert result.numbers["named_situation"] == ["emergency"]


def test_two_ways_to_say_one_kind_are_counted_once_and_an_article_is_no_situation():
    numbers = judged(
        "[main sentence] feature: We help owners, also where they are behind on the rent.",
        "[main sentence] feature: We work with business owners, whether behind on rent or behind on most of their taxes.",
        "[main sentence] feature: A letter comes for every owner who is behind on a.",
    ).numbers
    assert numbers["named_role"] == ["business owners"]
    assert numbers["named_situation"] == ["behind on rent", "behind on taxes"]
    assert (numbers["role_mentions"], numbers["situation_mentions"]) == (2, 3)
    numbers = judged(
        "[main sentence] feature: We help small businesses.",
        "[main sentence] feature: This pump is for a small business.",
    ).numbers
    assert (numbers["named_size"], numbers["size_mentions"]) == (["small businesses"], 2)


def test_too_few_words_are_not_judged():
    assert perform(audience, example("/ Acme\n[main sentence] feature: Pumps.")).status is Status.NOT_ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "We teach children from all walks of life, of every ethnic and economic background.",
        "Our clients come from all walks of life, faiths and abilities, and pay by income levels.",
        "An inclusive studio with something for everyone.",
    ],
)
def test_openness_to_everybody_is_fairness_and_no_want_of_focus(line):
    assert not judged(f"[first heading 1] company: {line}").findings


def test_a_charity_may_serve_everybody():
    line = "[first sentence] company: We help people from all walks of life."
    assert [found.kind for found in judged(line).findings] == ["everybody"]
    assert not judged(line, "[main sentence] company: We are a registered charity in the valley.").findings
