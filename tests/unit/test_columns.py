"""What pages hold in columns takes less room, and is the same to whoever looks at it."""

from __future__ import annotations

import pickle
import sys
from dataclasses import astuple, replace

import msgspec
import pytest
from msgspec import structs
from pydantic import TypeAdapter

from auditor.columns import _ALL, alone, keep_together, lean
from auditor.model import Judgement, Label, Page, PageKind, Readable, Region, Role, Unit

GIVEN = Judgement(
    Label.OUTCOME, 0.412345, (0.412345, 0.3, 0.1, 0.000001, 0.087654, 0.05, 0.05), True, False, ("trucks", "on time")
)


def same(why):
    return why


def test_a_lean_judgement_is_the_one_it_was_made_of_in_memory_and_on_disk() -> None:
    other = replace(GIVEN, label=Label.SPEC, probability=0.000001, why=())
    for light, given in zip(lean([other, GIVEN], same), (other, GIVEN), strict=True):
        assert light is not given
        assert (light, hash(light), repr(light), astuple(light)) == (given, hash(given), repr(given), astuple(given))
        assert pickle.loads(pickle.dumps(light)) == given
        assert replace(light, unsure=False) == replace(given, unsure=False)
        written = TypeAdapter(Judgement).dump_json(light)
        assert written == TypeAdapter(Judgement).dump_json(given)
        assert msgspec.json.decode(written, type=Judgement) == given


def test_lean_judgements_take_less_room() -> None:
    told = lean([GIVEN] * 10, same)
    rows = {id(row): row for row in map(_ALL.__get__, told)}
    floats = sys.getsizeof(GIVEN.probabilities) + sum(map(sys.getsizeof, GIVEN.probabilities))
    assert 6 * sum(map(sys.getsizeof, rows.values())) < 10 * floats


def test_a_page_of_many_lines_has_each_judgement_in_its_place() -> None:
    given = [replace(GIVEN, probability=n / 10**6, probabilities=(n / 10**6,) + (0.0,) * 6) for n in range(1000)]
    assert lean(given, same) == given


def test_probabilities_of_more_digits_stay_to_the_last_of_them() -> None:
    third = replace(GIVEN, probability=1 / 3, probabilities=(1 / 3, 1 / 3, 1 / 3, 0.0, 0.0, 0.0, 0.0))
    told = lean([GIVEN, third, GIVEN], same)
    assert told == [GIVEN, third, GIVEN]
    assert lean([third], same)[0].probability == third.probability


def test_a_probability_that_is_none_of_the_seven_is_kept() -> None:
    certain = replace(GIVEN, probability=1.0)
    assert lean([certain], same)[0].probability == 1.0


@pytest.mark.parametrize("shingles", [(), (0, 1, 2**64 - 1), (2**64, -1)])
def test_the_shingles_of_a_page_are_those_that_it_was_given(shingles) -> None:
    page = Page("https://a.example/", "", PageKind.HOME, "", "", "", "en", Readable.YES, shingles=shingles)
    assert page.shingles == shingles
    assert pickle.loads(pickle.dumps(page)) == page == replace(page)


def drawn(*names: str) -> tuple[Unit, ...]:
    return tuple(Unit(name, "https://a.example/", n, "Ask us", Role.LINK, Region.NAV) for n, name in enumerate(names))


@pytest.mark.parametrize(
    "names",
    [
        ("00ff00ff00ff", "aaaaaaaaaaaa"),
        ("é0ff00ff00ff",),
        ("00FF00FF00FF",),
        ("00ff00ff00f", "00ff00ff00ff0"),
        ("u", "aaaaaaaaaaaa"),
        ("",),
        (),
    ],
)
def test_units_whose_identities_are_held_together_are_the_units_they_were(names) -> None:
    units = drawn(*names)
    keep_together(units)
    keep_together(units)
    assert tuple(unit.id for unit in units) == names
    assert units == drawn(*names)
    assert [hash(unit) for unit in units] == [hash(unit) for unit in drawn(*names)]
    assert pickle.loads(pickle.dumps(units)) == drawn(*names)
    assert not units or structs.replace(units[0], text="Ask") != units[0]
    assert msgspec.json.encode([*map(alone, units)]) == msgspec.json.encode(drawn(*names))


def test_no_identity_that_is_held_in_a_row_is_written_as_anything_else() -> None:
    units = drawn("00ff00ff00ff", "aaaaaaaaaaaa")
    keep_together(units)
    with pytest.raises(TypeError):
        msgspec.json.encode(units)


def test_units_out_of_their_order_keep_their_identities() -> None:
    units = drawn("00ff00ff00ff", "aaaaaaaaaaaa")[::-1]
    keep_together(units)
    assert [unit.id for unit in units] == ["aaaaaaaaaaaa", "00ff00ff00ff"]
