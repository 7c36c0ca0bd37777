"""How somebody is reached: telephone numbers, addresses for mail and places, and what only looks like them."""

from __future__ import annotations

import pytest

from auditor.addresses import MAIL
from auditor.figures.contacts import contacts, located, phones


def numbers(text: str) -> list[str]:
    return [text[start:end] for start, end in phones(text)]


@pytest.mark.parametrize(
    "number",
    [
        "1300 123 456", "1800 12 34 56", "(02) 9000 0000", "+44 (0)161 496 0000", "+442079460000", "01548 854545", "0161 496 0000",
        "020 7946 0000", "09 123 4567", "01 23 45 67 89", "030-1234567", "(212) 555-0100", "212.555.0100", "1-212-555-0100", "+1 212 555 0100",
        "1-800-MILKING", "98765 43210", "+27 82 123 4567",
    ],
)  # fmt: skip
def test_a_telephone_number_is_known_by_its_form(number):
    assert numbers(f"We answer {number} until six.") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Certified to ISO 9001-20155 since spring.",
        "The barn was rebuilt 2017-2020.",
        "Please give order no. 0154 885 4545 when you write.",
        "VAT no. 012 3456 789",
        "Registered charity number 01548 854545",
        "Fax: 01548 854546",
        "Herds of 1,200 and 1,450 paid £12,500 - 14,900.",
        "Open 08.00-12.00 13.00-17.00",
        "From 05.06.2024 - 12.06.2024",
        "Bolts of 0.25 0.50 0.75 1.00 mm",
        "Suite 200 90210",
        "Part 60.120.340 or 4100-2200-7",
        "Call before 2017-2020 prices end.",
        "Call 24 hours a day",
    ],
)
def test_what_is_no_telephone_number_is_not_taken_for_one(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call 13 12 34", "13 12 34"),
        ("13 12 34", "13 12 34"),
        ("Sizes 13 12 34", ""),
        ("130000", ""),
        ("Tel: 6123 4567", "6123 4567"),
        ("Made 6123 4567 times", ""),
        ("Ring us on 854545", "854545"),
        ("Ring the bell 854545 times", ""),
    ],
)
def test_a_short_number_is_one_behind_a_word_that_says_so_or_alone(text, number):
    assert numbers(text) == ([number] if number else [])


def test_each_of_several_numbers_is_found_and_a_fax_that_is_a_telephone_too():
    assert numbers("01548 854545 or 07700 900123, fax 01548 854546") == ["01548 854545", "07700 900123"]
    assert numbers("Tel/Fax: 01548 854545") == ["01548 854545"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+44 (0)161 496 0000", "0161 496 0000"),
        ("+44 161 496 0000", "0161 4960000"),
        ("+27 82 123 4567", "082 123 4567"),
        ("+61 2 9000 0000", "(02) 9000 0000"),
        ("1 212 555 0100", "(212) 555-0100"),
    ],
)
def test_one_number_is_one_with_and_without_its_country(one, other):
    assert [figure.subject for figure in contacts(one)] == [figure.subject for figure in contacts(other)] != []


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("12 Mill Road", True),
        ("12 mill stones", False),
        ("P.O. Box 12", True),
        ("Whitby YO21 1QL", True),
        ("Tested to EN 14885", False),
        ("Albany, NY 12207", True),
        ("Gerberstraße 12, 50667 Köln", True),
        ("12, 50667 bolts", False),
        ("Low Bank, Ashby Rd, Coalville", True),
        ("the bank, a mill lane, and so on", False),
        ("Ennis V95 X2T4", True),
        ("Bolt D12 4567", False),
    ],
)
def test_a_place_is_a_street_with_its_house_a_box_or_a_code(text, there):
    assert located(text) is there


def test_an_address_for_mail_is_read_to_its_end_and_in_time_that_grows_with_the_line():
    assert MAIL.findall("Write to milk.round@hill-farm.co.example, or to @hilltop.") == [
        "milk.round@hill-farm.co.example"
    ]
    assert MAIL.search("a." * 200_000) is None
