"""The classifier's interface: shape of a judgement, independence of neighbours, missing context, certain cases."""

from __future__ import annotations

import ast
import random
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.classify import classifier as module
from auditor.classify import load
from auditor.classify.classifier import TrainedClassifier
from auditor.errors import UsageError
from auditor.model import Item, Label


def test_every_module_that_a_label_hangs_on_is_in_the_classifiers_version() -> None:
    here = Path(module.__file__).parent
    reached, left = set[str](), ["classifier.py"]
    while left:
        name = left.pop()
        reached.add(name)
        for node in ast.walk(ast.parse((here / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("auditor.classify."):
                other = f"{(node.module or '').rpartition('.')[2]}.py"
                left += [other] if other not in reached else []
    assert reached == set(module._CODE)


ITEMS = (
    Item("Cut the hours your planners lose to retyping orders.", before="Why planners switch", role="sentence"),
    Item("Maximum working pressure 16 bar, stainless steel 1.4404", heading="Technical data", role="cell"),
    Item("Founded in 1962, we are the region's largest family bakery.", title="About us", url="/about"),
    Item("Cancellations less than 24 hours before the visit are charged in full.", url="https://example.org/terms"),
    Item("Learn more", role="button"),
    Item("Still chasing late invoices every month?", role="heading", region="first", page_kind="home"),
    Item("The dashboard lists every open order and its due date."),
    Item("+44 1632 960 123"),
    Item(""),
    Item("日本語の文です。"),
    Item("x" * 5000),
)
MODES = ("default", "fast")


@pytest.fixture(scope="module", params=MODES)
def judge(request: pytest.FixtureRequest) -> TrainedClassifier:
    classifier = load(request.param)
    assert isinstance(classifier, TrainedClassifier)
    return classifier


def test_a_judgement_is_whole(judge: TrainedClassifier) -> None:
    for item, found in zip(ITEMS, judge.label(ITEMS), strict=True):
        assert len(found.probabilities) == len(Label)
        assert abs(sum(found.probabilities) - 1) < 1e-4
        assert found.probability == found.probabilities[list(Label).index(found.label)]
        assert not (found.unsure and found.leading)
        for span in found.why:
            assert span
            assert span in item.text


def test_labels_do_not_depend_on_neighbours_or_order(judge: TrainedClassifier) -> None:
    alone = [judge.label([item])[0] for item in ITEMS]
    assert judge.label(ITEMS) == alone
    order = list(range(len(ITEMS)))
    random.Random(5).shuffle(order)
    assert judge.label([ITEMS[k] for k in order]) == [alone[k] for k in order]


def test_a_line_that_reads_the_same_on_another_page_is_judged_once(judge: TrainedClassifier) -> None:
    here = Item("Ring us before noon and we fit it the same day.", title="Boilers", url="https://a.example/heating?x=1")
    (first,) = judge.label([here])
    (again,) = judge.label([replace(here, url="https://a.example/heating#now", region="main")])
    (other,) = judge.label([replace(here, url="https://a.example/careers")])
    assert again is first
    assert other is not first


def test_asking_why_does_not_change_the_label(judge: TrainedClassifier) -> None:
    for bare, full in zip(judge.label(ITEMS, why=False), judge.label(ITEMS), strict=True):
        assert bare.why == ()
        assert (bare.label, bare.probabilities) == (full.label, full.probabilities)


def test_clear_units_are_known_without_context(judge: TrainedClassifier) -> None:
    clear = {
        "Refunds will not be issued after the 14-day cancellation period.": Label.POLICY,
        "The app includes a dashboard with reports and templates.": Label.FEATURE,
        "Learn more": Label.OTHER,
        "office@example.org": Label.OTHER,
        "Our company was founded in 1985 and employs 120 people.": Label.COMPANY,
    }
    found = judge.label([Item(text) for text in clear])
    assert [judgement.label for judgement in found] == list(clear.values())


def test_versions_tell_modes_apart_and_stay_the_same() -> None:
    assert load("default").version == load("default").version
    assert load("default").version != load("fast").version


def test_unknown_modes_and_languages_say_what_is_known() -> None:
    with pytest.raises(UsageError, match="default, fast"):
        load("quick")
    with pytest.raises(UsageError, match="known: en"):
        load("default", "tlh")
    assert load("fast", "en-GB").version == load("fast", "en").version


def test_confusion_rows_are_rates(judge: TrainedClassifier) -> None:
    assert judge.confusion.shape == (7, 7)
    assert abs(judge.confusion.sum(axis=1) - 1).max() < 1e-3
