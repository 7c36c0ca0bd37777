"""One voice in what does not add up: an age beside the years of a life, a number over its cards, a new house and the year it opened."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice


def told(*lines: str, kind: str) -> list[str]:
    findings = perform(one_voice, example("\n".join(["/ Acme", *lines]))).findings
    return [entry.title for entry in findings if entry.kind == kind]


@pytest.mark.parametrize(
    "line",
    [
        "Her death after a short illness at 71 left the choir without a voice.",
        "She died at the age of 71.",
        "She passed away peacefully, aged 71, in the house that she was born in.",
    ],
)
def test_an_age_that_the_years_of_a_life_exclude_is_told(line):
    lines = ["[main heading 3] company: Ada Merrow (1931–1993)", f"[main sentence] company: {line}"]
    assert told(*lines, kind="life") == [
        "Ada Merrow is said to have died at 71, and the years beside the name (1931–1993) make it 61 or 62"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["[main heading 3] company: Ada Merrow (1931–1993)", "[main sentence] company: She died at 61."],
        ["[main heading 3] company: Ada Merrow (1931–1993)", "[main sentence] company: She died aged 62."],
        ["[main heading 3] company: Ada Merrow (1931–1993)", "[main sentence] company: She died at 71 Mill Lane."],
        ["[main heading 3] company: Ada Merrow (1931–1993)", "[main heading 3] company: Tom Ray", "[main sentence] company: He died at 71."],
        ["[main heading 3] company: Mayor Ada Merrow (1981–1989)", "[main sentence] company: She died at 71."],
        ["[main heading 3] company: Ada Merrow (1931–1993)", "[main sentence] company: She sang until 71."],
    ],
)  # fmt: skip
def test_an_age_that_fits_and_one_of_somebody_else_are_not(lines):
    assert told(*lines, kind="life") == []


def test_the_age_is_read_beside_the_years_in_one_line_too():
    assert told("[main sentence] company: Ada Merrow (1931-1993) died at 71.", kind="life")
    assert not told("[main sentence] company: Ada Merrow (1931-1993) died at 62.", kind="life")


CARDS = [f"[main heading 3] feature: {name}" for name in ("Spring Bowl", "Rose Cup", "Mill Plate", "Lantern Shield")]


def test_a_heading_that_counts_more_than_the_cards_beneath_it_is_told_with_their_names():
    assert told("[main heading 2] feature: Six prizes to win each year", *CARDS, kind="cards") == [
        "“Six prizes to win each year” stands over 4: Spring Bowl, Rose Cup, Mill Plate, Lantern Shield"
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Four prizes to win each year",
        "Three prizes and a party",  # one card more may be an introduction
        "Five years of prizes",
        "More than six prizes to win",
        "Twenty prizes to win each year",  # another list's number
        "Prizes to win each year",
    ],
)
def test_a_heading_whose_number_fits_or_counts_something_else_is_not(heading):
    assert told(f"[main heading 2] feature: {heading}", *CARDS, kind="cards") == []


def test_cards_under_the_next_heading_are_not_counted():
    lines = ["[main heading 2] feature: Six prizes to win each year", *CARDS, "[main heading 2] feature: Past winners"]
    later = ["[main heading 3] feature: Ray Cole", "[main heading 3] feature: Ida Moss"]
    assert told(*lines, *later, kind="cards")
    assert not told(*lines[:-1], *later, kind="cards")


NEWS = "/news Acme | News"


@pytest.mark.parametrize(
    ("new", "opened", "what"),
    [
        ("Your children play in a new, sunny classroom.", "Mayor Ives helped to open the classroom in May 2012.", "a new, sunny classroom"),
        ("We see you in our new clinic by the bridge.", "The grand opening of Acme's office was in 2015.", "our new clinic"),
    ],
)  # fmt: skip
def test_a_house_that_is_called_new_years_after_it_opened_is_told(new, opened, what):
    lines = [f"[main sentence] feature: {new}", NEWS, f"[main sentence] company: {opened}"]
    assert told(*lines, kind="still-new") == [
        f"It speaks of “{what}”, and another line says that it opened in {opened[-5:-1]}"
    ]


@pytest.mark.parametrize(
    ("new", "opened"),
    [
        ("We see you in our new clinic.", "The grand opening of Acme's clinic was in 2025."),
        ("We see you in our new clinic.", "The grand opening of the bakery's shop was in 2015."),  # somebody else's
        ("We see you in our new clinic.", "Photographs of the open day at Acme's office in 2015."),
        ("In 2015 we moved to a new clinic.", "The grand opening of Acme's clinic was in 2015."),
        ("We see you in our clinic.", "The grand opening of Acme's clinic was in 2015."),
    ],
)
def test_what_is_new_or_tells_of_then_is_not(new, opened):
    lines = [f"[main sentence] feature: {new}", NEWS, f"[main sentence] company: {opened}"]
    assert told(*lines, kind="still-new") == []


def test_of_two_openings_the_later_one_counts():
    lines = ["[main sentence] feature: We see you in our new clinic.", NEWS]
    old = "[main sentence] company: Acme opened its first clinic in 2009."
    new = "[main sentence] company: Acme opened its second clinic in 2025."
    assert told(*lines, old, kind="still-new")
    assert not told(*lines, old, new, kind="still-new")
