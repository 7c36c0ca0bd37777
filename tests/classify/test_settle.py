"""A page settles its lines: what its other lines are about counts for each, and for nothing else."""

from __future__ import annotations

import json
import random

import numpy as np
import pytest
from click.testing import CliRunner

from auditor.classify import load
from auditor.classify.decision import LABELS, Decision
from auditor.classify.settle import PSEUDO, Settling, fields
from auditor.cli import cli
from auditor.model import Item, Judgement, Label, Region

USUAL = tuple(1 / 7 for _ in LABELS)
FLAT = (0.0,) * 7
SETTLING = Settling(USUAL, Decision((1.0, 1.0), FLAT, FLAT, (0.5,) * 7, (0.9,) * 7))


def judged(**chances: float) -> Judgement:
    rest = (1 - sum(chances.values())) / (7 - len(chances))
    spread = tuple(chances.get(label.value, rest) for label in LABELS)
    best = int(np.argmax(spread))
    return Judgement(LABELS[best], spread[best], spread, spread[best] < 0.5, spread[best] >= 0.9, ("its words",))


DOUBTFUL = judged(problem=0.44, feature=0.46)
PROBLEM = judged(problem=0.94)
FEATURE = judged(feature=0.94)
LINE = Item("Nobody answers the phone after five o'clock", url="/help")


def others(count: int) -> list[Item]:
    return [Item(f"A line of the page with number {number} in it", url="/help") for number in range(count)]


def test_an_undecided_line_goes_with_the_lines_around_it():
    among_problems = SETTLING.settle([LINE, *others(6)], [DOUBTFUL, *[PROBLEM] * 6])[0]
    among_features = SETTLING.settle([LINE, *others(6)], [DOUBTFUL, *[FEATURE] * 6])[0]
    assert among_problems.label is Label.PROBLEM
    assert among_features.label is Label.FEATURE
    assert among_features.why == ("its words",)
    assert among_problems.why == ()  # the words of another label explain nothing


def test_a_sure_line_is_not_talked_over():
    sure = judged(policy=0.98)
    assert SETTLING.settle([LINE, *others(6)], [sure, *[FEATURE] * 6])[0].label is Label.POLICY


def test_no_finding_rests_on_what_the_page_lends():
    lent = SETTLING.settle([LINE, *others(30)], [DOUBTFUL, *[PROBLEM] * 30])[0]
    assert lent.label is Label.PROBLEM
    assert lent.probability > 0.8
    assert lent.unsure
    assert not lent.leading


def test_a_line_alone_on_its_page_stays_what_it_is():
    (settled,) = SETTLING.settle([LINE], [DOUBTFUL])
    assert settled.label is DOUBTFUL.label
    assert settled.probabilities == pytest.approx(DOUBTFUL.probabilities, abs=1e-5)


def test_menus_and_footers_neither_count_nor_move():
    menu = [Item(f"A long line of the menu number {n}", region=Region.NAV.value, url="/help") for n in range(20)]
    settled = SETTLING.settle([LINE, *menu], [DOUBTFUL, *[PROBLEM] * 19, DOUBTFUL])
    assert settled[0].probabilities == pytest.approx(DOUBTFUL.probabilities, abs=1e-5)
    assert settled[1:] == [*[PROBLEM] * 19, DOUBTFUL]


def test_equal_lines_count_once_and_never_for_themselves():
    again = [Item("Nobody answers  the phone after five O'CLOCK", url="/help")] * 40
    settled = SETTLING.settle([LINE, *again], [DOUBTFUL, *[PROBLEM] * 40])[0]
    assert settled.probabilities == pytest.approx(DOUBTFUL.probabilities, abs=1e-5)


def test_short_lines_do_not_count():
    words = [Item(text, url="/help") for text in ("Learn more", "Our team", "Home")]
    field = fields([LINE, *words], np.array([PROBLEM.probabilities] * 4), np.array(USUAL))
    assert field[0] == pytest.approx(np.full(7, -np.log(7)))


def test_the_field_is_the_mean_of_the_others_with_a_few_imagined_usual_lines():
    items = [LINE, *others(2)]
    alone = np.array([one.probabilities for one in (DOUBTFUL, PROBLEM, FEATURE)])
    mean = (alone[1] + alone[2] + PSEUDO / 7) / (2 + PSEUDO)
    assert np.exp(fields(items, alone, np.array(USUAL))[0]) == pytest.approx(mean)


def test_the_order_of_lines_changes_nothing():
    classifier = load("fast")
    items = [LINE, *others(3), Item("Founded in 1962 by two sisters from Leeds", url="/help")]
    items += [
        Item("Parts arrive late and the night shift waits", url="/help"),
        Item("Stainless body, 24 V motor", url="/help"),
    ]
    known = dict(zip(items, classifier.settle(items, classifier.label(items)), strict=True))
    shuffled = list(items)
    random.Random(5).shuffle(shuffled)
    assert dict(zip(shuffled, classifier.settle(shuffled, classifier.label(shuffled)), strict=True)) == known


def test_a_label_that_the_page_changed_is_explained_by_words_of_the_line():
    classifier = load("fast")
    page = [Item(f"You must cancel {n} days before arrival or the deposit is not refunded", url="/t") for n in range(9)]
    lines = [
        Item(text, url="/t")
        for text in (
            "A card is asked for when you book the second room",
            "Changes are made by telephone between nine and five",
            "Children under four share a bed with their parents",
            "Dogs sleep in the boot room or in the car",
            "The balance is taken from the card on arrival",
            "Towels are changed every third day on request",
        )
    ]
    items = [*lines, *page]
    alone = classifier.label(items)
    changed = [
        (item, new)
        for item, old, new in zip(items, alone, classifier.settle(items, alone), strict=True)
        if new.label is not old.label
    ]
    assert changed
    for item, new in changed:
        assert new.why
        assert all(span in item.text for span in new.why)


def test_the_command_reads_lines_with_one_url_as_one_page_and_others_alone():
    lines = [{"text": item.text, "url": "/a"} for item in others(3)] + [
        {"text": LINE.text},
        {"text": LINE.text, "url": "/b"},
    ]
    done = CliRunner().invoke(cli, ["label", "--fast", "--format", "jsonl"], input="\n".join(map(json.dumps, lines)))
    assert done.exit_code == 0, done.output
    answers = [json.loads(line) for line in done.output.splitlines()]
    assert [answer["text"] for answer in answers] == [line["text"] for line in lines]
    classifier = load("fast")
    items = [Item(item.text, url="/a") for item in others(3)]
    settled = classifier.settle(items, classifier.label(items))
    assert [answer["probability"] for answer in answers[:3]] == [round(one.probability, 4) for one in settled]
    assert answers[3]["probability"] == round(classifier.label([Item(LINE.text)])[0].probability, 4)
