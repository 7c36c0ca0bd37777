"""Which line is which: paired by likeness and by place, never by set difference."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.diff import Cause, Diff, Edit, compare, likeness, marked
from auditor.diff.values import said, values_changed
from auditor.likeness import assign, matched
from auditor.report.moved import compared
from tests.diff.drawn import ERRORS, audited

NONE: frozenset[str] = frozenset()

WORKSHOP = """
/ Tarn Joinery | Staircases
[nav link] other: Staircases
[first heading 1] company: Joiners in the valley since 1968
[first sentence] feature: We build oak, ash and larch staircases to measure.
[main heading 2] other: What we do
[main sentence] feature: Every tread is cut, sanded and oiled in our own shop.
[main sentence] outcome: Your family can use the stairs again on the evening of the first day.
[main sentence] company: Four joiners and two apprentices work here.
[footer sentence] other: Tarn Joinery, Mill Row 3
/service Repairs | Tarn Joinery
[nav link] other: Staircases
[first heading 1] feature: Repairs to creaking stairs
[first sentence] problem: A loose tread on a dark landing is how people fall.
[main sentence] feature: We screw, wedge and glue from below, so the carpet stays where it is.
[footer sentence] other: Tarn Joinery, Mill Row 3
"""


def moved(before: str, after: str) -> Diff:
    return compare(
        audited(before, audits=NONE),
        audited(after, run="20260201T000000Z", day="2026-02-01", audits=NONE),
        errors=ERRORS,
    )


def told(diff: Diff) -> list[tuple[str, str, str]]:
    return [
        (change.edit.value, change.before.text if change.before else "", change.after.text if change.after else "")
        for change in diff.lines
    ]


def test_nothing_moved_is_nothing() -> None:
    diff = moved(WORKSHOP, WORKSHOP)
    assert (diff.lines, diff.pages, diff.still) == ((), (), True)


def test_a_line_that_gains_a_figure_is_one_line_reworded_with_its_label_before_and_after() -> None:
    after = WORKSHOP.replace(
        "outcome: Your family can use the stairs again on the evening of the first day.",
        "outcome: Your family can use the stairs again by 6 pm on the first day.",
    )
    (change,) = moved(WORKSHOP, after).lines
    assert (change.edit, change.cause) == (Edit.REWORDED, Cause.TEXT)
    assert change.before is not None
    assert change.after is not None
    assert (change.before.label, change.after.label) == ("outcome", "outcome")
    assert 0.5 <= change.likeness < 1
    assert (change.gain, change.why) == (1, "now with a figure")


def test_a_claim_about_the_offer_gains_and_loses_its_figure_too_but_a_spec_does_not() -> None:
    vague, exact = (
        "We build oak, ash and larch staircases to measure.",
        "We build oak, ash and larch staircases in 3 weeks.",
    )
    first, second = WORKSHOP, WORKSHOP.replace(vague, exact)
    assert [change.gain for change in moved(first, second).lines] == [1]
    assert [change.gain for change in moved(second, first).lines] == [-1]
    spec = [text.replace(f"feature: {line}", f"spec: {line}") for text, line in ((first, vague), (second, exact))]
    assert [change.gain for change in moved(*spec).lines] == [0]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("We charge no call-out fee", "We charge a call-out fee of £45", "no call-out fee, now £45"),
        ("Delivery costs €4.50", "Delivery is free", "€4.50, now free"),
        ("Free delivery", "Free delivery over $30", "now names $30"),
        (
            "Zero call-out fees and a free quote",
            "A call-out fee of £45 and a free quote",
            "Zero call-out fees, now £45",
        ),
        ("Estimates are free", "Estimates on request", "no longer says “free”"),
        (
            "Rs. 4,500 for 45 minutes",
            "Rs. 5,200 for 60 minutes",
            "Rs. 4,500, now Rs. 5,200; 45 minutes, now 60 minutes",
        ),
        ("£200 a month", "£200 a year", "a month, now a year"),
        ("Same-day repairs", "Repairs within 3 days", "Same-day, now 3 days"),
        ("We reply within one day", "We reply within 1 day", ""),
        ("Feel free to call on 25 May", "Feel free to ring on 25 May", ""),
        ("© 2025 Tarn Joinery", "© 2026 Tarn Joinery", ""),
        ("We build to measure", "We build in 3 weeks", ""),
    ],
)
def test_a_figure_that_became_another_is_told_with_both_values(before: str, after: str, told: str) -> None:
    assert said(values_changed(before, after)) == told


def test_another_price_or_period_is_no_gain_and_takes_none_away_whatever_the_line_is_about() -> None:
    line = "Your family can use the stairs again on the evening of the first day."
    for was, now, told in (
        ("Your stairs are ready in 3 days.", "Your stairs are ready in 9 days.", "3 days, now 9 days"),
        ("Your stairs need no call-out fee.", "Your stairs need a call-out fee of £45.", "no call-out fee, now £45"),
    ):
        sides = [WORKSHOP.replace(line, text) for text in (was, now)]
        for pair, values in ((sides, told), (sides[::-1], ", now ".join(reversed(told.split(", now "))))):
            (change,) = moved(*pair).lines
            assert (change.gain, change.why) == (0, values)
    # a line that came to be about the customer wins nothing where its price changed with it
    priced = [WORKSHOP.replace(f"outcome: {line}", text) for text in ("feature: Fitting costs £80 a stair.", "outcome: For £95 a stair your fitting costs no sleep.")]  # fmt: skip
    (change,) = moved(*priced).lines
    assert change.gain == 0


def test_a_figure_in_place_of_a_word_without_bound_is_a_limit_and_no_gain() -> None:
    line = "We build oak, ash and larch staircases to measure."
    sides = [WORKSHOP.replace(line, text) for text in ("We repair any staircase.", "We repair staircases of up to 14 treads.")]  # fmt: skip
    assert [change.gain for change in moved(*sides).lines] == [0]


def test_a_headline_replaced_by_quite_another_is_shown_as_before_and_after() -> None:
    after = WORKSHOP.replace(
        "company: Joiners in the valley since 1968", "outcome: A staircase your grandchildren will race down"
    )
    (change,) = moved(WORKSHOP, after).lines
    assert (change.edit, change.gain, change.why) == (Edit.REPLACED, 1, "now about the customer")


def test_a_line_whose_words_stay_and_whose_label_moves_is_listed() -> None:
    after = WORKSHOP.replace("problem: A loose tread", "other: A loose tread")
    (change,) = moved(WORKSHOP, after).lines
    assert change.edit is Edit.RELABELLED
    assert change.gain == 0
    # it is no edit of the site's, beside one that is
    told = compared(moved(WORKSHOP, after.replace("feature: We screw", "feature: We always screw")))
    assert told.endswith("; 1 edit found, and 1 line of the same words read differently.")


def test_lines_added_and_removed_are_not_paired_where_they_are_not_alike() -> None:
    after = WORKSHOP.replace("[main sentence] company: Four joiners and two apprentices work here.\n", "").replace(
        "[main sentence] feature: We screw",
        "[main bullet] feature: Estimates are free within ten miles of the shop.\n[main sentence] feature: We screw",
    )
    assert told(moved(WORKSHOP, after)) == [
        ("removed", "Four joiners and two apprentices work here.", ""),
        ("added", "", "Estimates are free within ten miles of the shop."),
    ]


def test_a_line_that_moves_to_another_page_is_moved_and_not_lost() -> None:
    line = "[main sentence] outcome: Your family can use the stairs again on the evening of the first day.\n"
    after = WORKSHOP.replace(line, "").replace(
        "[main sentence] feature: We screw", line + "[main sentence] feature: We screw"
    )
    (change,) = moved(WORKSHOP, after).lines
    assert change.edit is Edit.MOVED
    assert change.before is not None
    assert change.after is not None
    assert (change.before.url, change.after.url) == ("https://example.com/", "https://example.com/service")
    assert change.gain == 0


def test_an_edit_made_in_every_footer_is_one_edit_on_two_pages() -> None:
    (change,) = moved(WORKSHOP, WORKSHOP.replace("Mill Row 3", "Mill Row 5")).lines
    assert change.edit is Edit.REWORDED
    assert change.pages == ("https://example.com/", "https://example.com/service")


def test_two_like_lines_are_paired_across_by_the_greatest_total_likeness() -> None:
    before = ["oak stairs for narrow houses", "ash stairs for narrow houses in town"]
    after = ["ash stairs for narrow houses", "oak stairs for narrow houses in town"]
    # taking the nearest first would pair each with its own first words and lose nothing here; the total decides
    pairs = assign(before, after, 0.5)
    total = sum(like for _, _, like in pairs)
    swapped = likeness(before[0], after[1]) + likeness(before[1], after[0])
    straight = likeness(before[0], after[0]) + likeness(before[1], after[1])
    assert total == pytest.approx(max(swapped, straight))


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=4), min_size=1, max_size=4).filter(
        lambda rows: len({len(row) for row in rows}) == 1
    )
)
def test_the_assignment_is_the_best_of_all(rows: list[list[int]]) -> None:
    from itertools import permutations

    weights = {(i, j): value / 10 for i, row in enumerate(rows) for j, value in enumerate(row) if value}
    height, width = len(rows), len(rows[0])
    size = max(height, width)
    best = max(
        sum(weights.get((i, order[i]), 0.0) for i in range(height)) for order in permutations(range(size), height)
    )
    found = matched(weights, height, width)
    assert sum(value for _, _, value in found) == pytest.approx(best, abs=1e-4)
    assert len({i for i, _, _ in found}) == len({j for _, j, _ in found}) == len(found)


LINES = st.lists(st.text("abc ", max_size=12).filter(str.strip), max_size=6)


@settings(max_examples=40)
@given(LINES, LINES)
def test_looking_only_at_rare_words_misses_no_pair(before: list[str], after: list[str]) -> None:
    every = {
        (i, j): like
        for i, one in enumerate(before)
        for j, other in enumerate(after)
        if (like := likeness(one, other)) >= 0.5
    }
    assert assign(before, after, 0.5) == matched(every, len(before), len(after))


def test_words_that_differ_are_marked_on_both_sides_and_the_rest_is_not() -> None:
    first, second = marked("We answer within two working days.", "We answer within 4 hours.")
    assert first == (("We answer within ", False), ("two working days", True), (".", False))
    assert second == (("We answer within ", False), ("4 hours", True), (".", False))


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_marked_pieces_are_the_lines_themselves(one: str, other: str) -> None:
    first, second = marked(one, other)
    assert "".join(text for text, _ in first) == one
    assert "".join(text for text, _ in second) == other
    assert likeness(one, other) == likeness(other, one)


TWINS = "".join(
    f"/product/{wood} {wood.title()} stairs | Tarn Joinery\n"
    f"[first heading 1] feature: {wood.title()} stairs\n"
    f"[main sentence] feature: {wood.title()} stairs leave our shop within six weeks of the order.\n"
    f"[main sentence] feature: The wood comes from one forest and is dried for two years before it is cut.\n"
    for wood in ("oak", "ash", "larch", "beech", "elm")
)


def test_one_edit_to_a_template_is_one_edit_on_its_pages() -> None:
    from dataclasses import replace

    def twinned(text: str, run: str):  # type: ignore[no-untyped-def]
        made = audited("/ Tarn Joinery\n[first heading 1] feature: Stairs\n" + text, run=run, audits=NONE)
        model = "https://example.com/product/ash"
        pages = tuple(
            replace(page, twin_of=model if "/product/" in page.url and page.url != model else "") for page in made.pages
        )
        return replace(made, pages=pages)

    diff = compare(
        twinned(TWINS, "20260101T000000Z"),
        twinned(TWINS.replace("six weeks", "four weeks"), "20260201T000000Z"),
        errors=ERRORS,
    )
    (change,) = diff.lines
    assert change.after is not None
    assert change.after.text == "Ash stairs leave our shop within four weeks of the order."
    assert change.likewise == 4
    assert sum(page.lines for page in diff.pages) >= 1


def test_a_site_rewritten_from_end_to_end_is_compared_in_seconds() -> None:
    def page(name: int, salt: str) -> str:
        lines = "".join(
            f"[main sentence] feature: {salt} part {name * 41 + n} is turned from {salt}{n * 7 % 13} bar and kept on shelf {n}.\n"
            for n in range(40)
        )
        return f"/product/p{name} Part {name}\n[first heading 1] feature: Part {name}\n{lines}"

    before = audited("".join(page(n, "steel") for n in range(12)), audits=NONE)
    after = audited("".join(page(n, "brass") for n in range(12)), run="20260201T000000Z", audits=NONE)
    began = time.process_time()
    diff = compare(before, after, errors=ERRORS)
    assert time.process_time() - began < 3
    assert len(diff.lines) > 300
