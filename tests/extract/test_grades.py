"""Reading grades by named formulas, without a download."""

import socket

import pytest

from auditor import text
from auditor.text import grades, syllables

PLAIN = ["We mend your roof in one day.", "You see the price before we start."] * 12
HARD = [
    "Comprehensive organisational capabilities facilitate interdepartmental implementation of heterogeneous technologies."
] * 15


def test_plain_words_grade_lower_than_hard_ones() -> None:
    plain, hard = grades(PLAIN), grades(HARD)
    assert plain is not None
    assert hard is not None
    assert plain.flesch_reading_ease > 80 > 0 > hard.flesch_reading_ease
    assert plain.flesch_kincaid < 5 < 15 < hard.flesch_kincaid
    assert plain.gunning_fog < 8 < hard.gunning_fog


def test_under_a_hundred_words_there_is_no_grade() -> None:
    assert grades(PLAIN[:10]) is None
    assert grades([]) is None


def test_labels_are_left_out_and_the_share_says_so() -> None:
    found = grades([*PLAIN, *["Learn more"] * 50])
    assert found is not None
    assert found.sentences == len(PLAIN)
    assert found.share == pytest.approx(168 / 268, abs=0.01)


def test_stops_and_hyphens_inside_a_sentence_do_not_make_more_sentences() -> None:
    dotted = grades(["Dr. Ray cut 3.5 days off the U.S. state-of-the-art build by 5 p.m. today."] * 10)
    assert dotted is not None
    assert dotted.sentences == 10
    assert dotted.flesch_reading_ease > 60


def test_no_grade_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert grades(PLAIN) is not None


def test_grades_are_those_of_textstat_over_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*PLAIN, *HARD, "It's ours: the crew's 'best' van, and yours!", "Rain or shine, we'll come"]
    monkeypatch.setattr(text, "AT_ONCE", 7)
    found = grades(lines)
    assert found is not None
    whole = ". ".join(text._INNER_STOP.sub("", text.fold(line)) for line in lines) + "."
    textstat = text._textstat()
    for name in ("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "coleman_liau_index"):
        kept = getattr(found, name.removesuffix("_grade").removesuffix("_index"))
        assert kept == round(getattr(textstat, name)(whole), 1), name


@pytest.mark.parametrize(
    ("word", "count"),
    [("table", 2), ("cleaned", 1), ("needed", 2), ("insurance", 3), ("reliable", 4), ("area", 3), ("idea", 3), ("lifetime", 2),
     ("safely", 2), ("manufacturing", 5), ("businesses", 3), ("client", 2), ("variety", 4), ("previous", 3), ("we're", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count
