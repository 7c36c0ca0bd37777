"""How names are written, and how one name's forms are told."""

from __future__ import annotations

import time

import pytest

from auditor import naming


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Hill & Dale Pumps, Inc.", "Hill & Dale Pumps"),
        ("Orrin Pty Ltd", "Orrin"),
        ("Quarry Lane e.V.", "Quarry Lane"),
        ("Limited Edition Prints", "Limited Edition Prints"),
        ("Co", "Co"),
    ],
)
def test_the_legal_form_is_no_part_of_what_a_company_is_called(name: str, called: str) -> None:
    assert naming.short(name) == called


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ABC Ltd", "ABC"),
        ("Hill & Dale", "Hill and Dale"),
        ("The Larch Trust", "LARCH TRUST"),
        ("Ann’s Bakery", "Ann's Bakery"),
    ],
)
def test_the_forms_of_one_name_have_one_key(one: str, other: str) -> None:
    assert naming.key(one) == naming.key(other)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Hill & Dale Pumps, Inc.", "Ask Hill and Dale Pumps for a spare."),
        ("Orrin.io", "Orrin reads the meter."),
        ("Larch Bros.", "Larch Bros. has the saw."),
        ("Larch Bros.", "LARCH BROS HAS THE SAW"),
        ("The Larch Trust", "The home belongs to Larch Trust."),
        ("Ann's Bakery", "Nobody but Ann’s Bakery opens at five."),
        ("Kiln+", "With Kiln+, it dries overnight."),
    ],
)
def test_a_name_is_found_in_the_forms_its_own_copy_uses(name: str, line: str) -> None:
    assert naming.pattern(naming.forms(name)).search(line)


def test_a_name_is_found_as_a_whole_word_and_a_plain_word_only_with_its_capital() -> None:
    found = naming.pattern(["Compass"], exact={"Compass"})
    hits = [bool(found.search(text)) for text in ("Compass finds it", "COMPASS FINDS IT", "a compass", "Encompass")]
    assert hits == [True, True, False, False]


def test_initials_are_a_short_form_from_three_letters_on() -> None:
    assert naming.initials("Hill Farm Pumps Ltd") == ("HFP",)
    assert naming.initials("The Hill & Dale Foundation") == ("HDF", "THDF")
    assert naming.initials("OpenKilnSchool") == ("OKS",)
    assert naming.initials("Acme Industries") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("we asked Jo Ray of Hilltop Dairy twice", ["Jo Ray of Hilltop Dairy"]),
        ("the eKiln 40 and the BW-200 dry overnight", ["eKiln 40", "BW-200"]),
        ("write to info@orrin.io or see orrin.io/Help", []),
        ("it was Jo’s idea", ["Jo"]),
        ("reviewed by Ann B. last May", ["Ann B.", "May"]),
    ],
)
def test_a_line_shows_what_is_written_like_a_name(line: str, names: list[str]) -> None:
    assert [line[start:end] for start, end in naming.phrases(line)] == names


@pytest.mark.parametrize(
    "text", ["A of " * 50_000, "A" * 200_000, "A.'" * 60_000, "aB" * 90_000, "1" * 90_000 + "a", "A & " * 50_000]
)
def test_hostile_lines_are_read_in_bounded_time(text: str) -> None:
    began = time.process_time()
    list(naming.phrases(text))
    naming.key(text)
    naming.forms(text[:5000])
    naming.initials(text[:5000])
    assert time.process_time() - began < 2
