"""The nouns: what takes less room is the same to whoever looks at it."""

from __future__ import annotations

import pickle
import sys
from dataclasses import astuple, replace

import msgspec
from pydantic import TypeAdapter

from auditor.model import _HELD, Judgement, Label, lean

GIVEN = Judgement(
    Label.OUTCOME, 0.412345, (0.412345, 0.3, 0.1, 0.000001, 0.087654, 0.05, 0.05), True, False, ("trucks", "on time")
)


def test_a_lean_judgement_is_the_one_it_was_made_of_in_memory_and_on_disk() -> None:
    light = lean(GIVEN, GIVEN.why)
    assert light is not GIVEN
    assert (light, hash(light), repr(light), astuple(light)) == (GIVEN, hash(GIVEN), repr(GIVEN), astuple(GIVEN))
    assert pickle.loads(pickle.dumps(light)) == GIVEN
    assert replace(light, unsure=False) == replace(GIVEN, unsure=False)
    written = TypeAdapter(Judgement).dump_json(light)
    assert written == TypeAdapter(Judgement).dump_json(GIVEN)
    assert msgspec.json.decode(written, type=Judgement) == GIVEN


def test_a_lean_judgement_takes_less_room() -> None:
    held = _HELD.__get__(lean(GIVEN, ()))
    floats = sys.getsizeof(GIVEN.probabilities) + sum(map(sys.getsizeof, GIVEN.probabilities))
    assert 3 * sys.getsizeof(held) < floats


def test_probabilities_of_more_digits_stay_to_the_last_of_them() -> None:
    third = replace(GIVEN, probabilities=(1 / 3, 1 / 3, 1 / 3, 0.0, 0.0, 0.0, 0.0))
    assert lean(third, ()).probabilities == third.probabilities
