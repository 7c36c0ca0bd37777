"""What pages hold in columns takes less room, and is the same to whoever looks at it."""

from __future__ import annotations

import pickle
import sys
from dataclasses import astuple, replace

import msgspec
import pytest
from msgspec import structs
from pydantic import TypeAdapter

from auditor.columns import Judged, alone, keep_together, on_its_own, said_of
from auditor.model import Copy, Judgement, Label, Page, PageKind, Readable, Region, Role, Unit

GIVEN = Judgement(
    Label.OUTCOME, 0.412345, (0.412345, 0.3, 0.1, 0.000001, 0.087654, 0.05, 0.05), True, False, ("trucks", "on time")
)


def lines(many: int, region: Region = Region.MAIN) -> tuple[Unit, ...]:
    return tuple(Unit(f"{n:012x}", "https://a.example/", n, "Ask us", Role.LINK, region) for n in range(many))


def judged(*given: Judgement) -> Judged:
    return Judged(lines(len(given)), given, {})


def copied(units: tuple[Unit, ...], judgements) -> tuple[Copy, ...]:
    return tuple(Copy(unit, one) for unit, one in zip(units, said_of(units, judgements), strict=True))


def test_a_judgement_among_those_of_its_page_is_the_one_it_was_made_of_in_memory_and_on_disk() -> None:
    other = replace(GIVEN, label=Label.SPEC, probability=0.000001, why=())
    for light, given in zip(judged(other, GIVEN), (other, GIVEN), strict=True):
        assert light is not given
        assert (light, hash(light), repr(light), astuple(light)) == (given, hash(given), repr(given), astuple(given))
        assert pickle.loads(pickle.dumps(light)) == given
        assert replace(light, unsure=False) == replace(given, unsure=False)
        written = TypeAdapter(Judgement).dump_json(light)
        assert written == TypeAdapter(Judgement).dump_json(given)
        assert msgspec.json.decode(written, type=Judgement) == given


def test_what_is_said_of_many_lines_is_held_once_and_probabilities_take_less_room() -> None:
    known: dict[object, object] = {}
    told = [Judged(lines(10), [replace(GIVEN, why=("trucks", "on time"))] * 10, known) for _ in range(2)]
    assert len({id(one) for page in told for one in page.said}) == 1
    floats = sys.getsizeof(GIVEN.probabilities) + sum(map(sys.getsizeof, GIVEN.probabilities))
    assert 6 * sys.getsizeof(told[0].odds.rows) < 10 * floats


def test_a_page_of_many_lines_has_each_judgement_in_its_place() -> None:
    given = [replace(GIVEN, probability=n / 10**6, probabilities=(n / 10**6,) + (0.0,) * 6) for n in range(1000)]
    told = judged(*given)
    assert told == given
    assert (told[3:5], told[-1], len(told)) == (given[3:5], given[-1], 1000)
    with pytest.raises(IndexError):
        told[1000]


def test_menus_between_the_lines_of_a_page_do_not_move_what_is_said_of_these() -> None:
    given = [replace(GIVEN, probability=n / 10**6, probabilities=(n / 10**6,) + (0.0,) * 6) for n in range(9)]
    units = tuple(
        structs.replace(unit, region=Region.NAV if unit.order in (0, 1, 4, 8) else Region.MAIN) for unit in lines(9)
    )
    keep_together(units)
    told = Judged(units, given, {})
    assert told == given
    assert [copy.judgement for copy in copied(units, told)] == given


def test_a_line_tells_its_judgement_whether_it_was_made_of_it_or_of_what_is_said_of_many() -> None:
    given = [GIVEN, replace(GIVEN, label=Label.SPEC, probability=0.000001, unsure=False, why=())]
    units = lines(2)
    keep_together(units)
    light, heavy = copied(units, Judged(units, given, {})), copied(lines(2), given)
    assert [(one.label, one.sure, one.judgement) for one in light] == [
        (one.label, not one.unsure, one) for one in given
    ]
    assert (light, hash(light[0])) == (heavy, hash(heavy[0]))
    assert light[0] != light[1]
    assert structs.replace(light[0], counted=False).judgement == GIVEN
    assert pickle.loads(pickle.dumps(light)) == heavy
    assert msgspec.json.encode([*map(on_its_own, light)]) == msgspec.json.encode(heavy)


def test_lines_that_are_not_held_together_have_their_judgements_whole() -> None:
    units = lines(2)
    assert said_of(units, judged(GIVEN, GIVEN)) == [GIVEN, GIVEN]
    assert [copy.judgement for copy in copied(units, judged(GIVEN, GIVEN))] == [GIVEN, GIVEN]


def test_probabilities_of_more_digits_stay_to_the_last_of_them() -> None:
    third = replace(GIVEN, probability=1 / 3, probabilities=(1 / 3, 1 / 3, 1 / 3, 0.0, 0.0, 0.0, 0.0))
    assert judged(GIVEN, third, GIVEN) == [GIVEN, third, GIVEN]
    assert judged(third)[0].probability == third.probability


def test_a_probability_that_is_none_of_the_seven_is_kept() -> None:
    certain = replace(GIVEN, probability=1.0)
    assert judged(certain)[0].probability == 1.0


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
