"""Areas: where a company says it works, as a whole and in parts, and two tellings that cannot both be meant."""

from __future__ import annotations

import pytest

from auditor.areas import told_apart
from auditor.audit import example

AREA = "/coverage/map Acme | Where we work"


def apart(one: str, other: str, where: str = AREA) -> list[tuple[str, str]]:
    site = example(f"/ Acme\n[main sentence] company: {one}\n{where}\n[main sentence] company: {other}")
    return [(area.words, its.words) for area, its in told_apart(site)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We mend roofs throughout New York.", "Our vans work throughout New York's Capital Region."),
        ("We serve the entire Pacific region.", "Our surveyors are available across Fiji and the Western Pacific."),
        ("We serve families in Ohio, Indiana, and Kentucky.", "Our lorries deliver throughout Ohio and Indiana."),
        ("We cover the OH-IN-KY corner.", "We serve growers in Ohio and Indiana."),
        ("Our course is approved by Hale, Marsh and Dunmore counties.", "It is accepted by Hale and Marsh counties."),
        ("We cover all of Fenland, from the wash to the weald.", "Our vans serve south & west Fenland."),
        ("Complete coverage of Fenland", "We clean carpets and serve homes around north Fenland."),
        ("We serve Hale County and Marsh County.", "Our crews work in Hale, Marsh and Dunmore counties."),
    ],
)
def test_a_whole_and_its_part_and_two_lists_are_told_apart(one, other):
    assert len(apart(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We mend roofs throughout New York.", "Our vans work throughout New York."),
        ("We serve the entire Pacific region.", "The Western Pacific is deep."),  # nobody is served
        ("We serve Western Idaho.", "Our vans work throughout Western Idaho."),
        ("We serve families in Ohio, Indiana, and Kentucky.", "We serve families in Kentucky, Ohio & Indiana."),
        ("We serve families in Ohio, Indiana, and Kentucky.", "We serve states such as Ohio and Indiana."),
        ("We serve Hale and Marsh counties.", "We serve Hale, Marsh and Dunmore counties and beyond."),
        ("We serve families in Ohio, Indiana, and Kentucky.", "We serve OH-IN-KY."),
        ("We mend roofs throughout Kent, Surrey and Sussex.", "Our vans serve West Kent."),  # a list of counties
        ("We mend roofs throughout New York.", "The train runs through East York and West York."),
    ],
)
def test_one_area_in_other_words_and_open_lists_are_not(one, other):
    assert apart(one, other) == []


def test_two_services_may_have_two_areas():
    site = example(
        "/services/barns Barns\n[main sentence] company: We serve Hale and Marsh counties.\n"
        "/services/silos Silos\n[main sentence] company: We serve Hale, Marsh and Dunmore counties."
    )
    assert list(told_apart(site)) == []


def test_what_a_customer_says_of_an_area_is_not_read():
    site = example(
        "/ Acme\n[main sentence] company: We serve the entire Pacific.\n"
        "/about A\n[main quote cite=Jo, Rill] company: They serve the Western Pacific well."
    )
    assert list(told_apart(site)) == []
