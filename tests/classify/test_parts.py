"""Parts of the classifier: what it reads, spans, shares, calibration, folds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from auditor.classify.calibrate import expected_calibration_error, fit_scaling, threshold
from auditor.classify.dataset import Example, folds, read_joined, vendor_of
from auditor.classify.decision import Decision, log_softmax
from auditor.classify.inputs import item_of_record, page_words, view
from auditor.classify.linear import LinearModel
from auditor.classify.measure import near_duplicates
from auditor.classify.packs import pack_of
from auditor.classify.shares import ShareModel
from auditor.classify.spans import spans_of, words_with_places
from auditor.model import Item, Label, Rollup


def test_page_words_read_urls_and_file_names() -> None:
    assert page_words("https://example.org/services/roof-repair.html?x=1") == "services roof repair"
    assert page_words("src/pages/aboutUs.tsx") == "about"
    assert page_words("https://example.org/") == "home"
    assert page_words("") == ""


def test_records_of_all_kinds_become_items() -> None:
    gold = item_of_record({"text": "Roof repair", "tag": "h2", "page": "index.html"})
    line = item_of_record({"text": "Roof repair", "role": "heading", "url": "index.html"})
    assert gold == line
    assert item_of_record({"text": "Roof repair"}) == Item("Roof repair")


def test_a_view_does_not_say_the_same_twice() -> None:
    text, before, heading, _ = view(Item("Roof repair", before="Services", heading="Roof repair", role="heading"))
    assert (text, before, heading) == ("Roof repair", "Services", "heading")
    assert view(Item("We mend roofs.", before="Roof repair", heading="Roof repair"))[1] == ""


def test_spans_are_exact_and_join_neighbours() -> None:
    text = "Cut month-end from five days to one, for good."
    pulls = [(s, e, 1.0 if text[s:e] in ("five", "days", "Cut") else 0.1) for s, e in words_with_places(text)]
    assert spans_of(text, pulls) == ("five days", "Cut")
    assert spans_of(text, [(0, 3, -1.0)]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Learn more",
        "Contact us today",
        "© 2024 Acme Ltd. All rights reserved.",
        "Tel: 01632 960123",
        "a@b.org",
        "Back to top →",
    ],
)
def test_certain_units_are_other(text: str) -> None:
    pattern = pack_of("en").certain
    assert pattern is not None
    assert pattern.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["Learn more about your rights", "Call us and sleep again", "24 V", "Home insurance", "Close the books in a day"],
)
def test_other_units_are_left_to_the_model(text: str) -> None:
    pattern = pack_of("en").certain
    assert pattern is not None
    assert not pattern.fullmatch(text)


def test_shares_are_corrected_towards_the_truth() -> None:
    rng = np.random.default_rng(2)
    rates = np.full((7, 7), 0.02) + np.eye(7) * 0.86
    rates[2, 0] = 0.10  # a tenth of feature talk is taken for outcome
    rates[2, 2] = 0.78
    true = rng.poisson([20, 10, 300, 10, 60, 20, 80], size=(12, 7))
    seen = np.array(
        [sum(rng.multinomial(n, row / row.sum()) for n, row in zip(site, rates, strict=True)) for site in true]
    )
    model = ShareModel.fit(true[1:].tolist(), seen[1:].tolist())
    assert ShareModel.read(json.loads(json.dumps(model.stored()))).factors == pytest.approx(model.factors, abs=1e-3)
    truth = model.raw(true[0].tolist())[Rollup.CUSTOMER]
    raw = model.raw(seen[0].tolist())[Rollup.CUSTOMER]
    counts = dict(zip(Label, seen[0].tolist(), strict=True))
    corrected = model.correct(counts)
    assert abs(corrected[Rollup.CUSTOMER] - truth) < abs(raw - truth)
    assert abs(corrected[Rollup.CUSTOMER] + corrected[Rollup.PRODUCT] + corrected[Rollup.COMPANY] - 1) < 1e-9
    low, high = model.interval(counts, draws=60)[Rollup.CUSTOMER]
    assert low < truth < high
    assert model.interval(counts, draws=20) == model.interval(counts, draws=20)


def test_many_mixes_are_the_same_as_one_by_one() -> None:
    model = ShareModel.fit([[5, 5, 50, 5, 10, 10, 20]] * 2, [[8, 4, 48, 3, 12, 10, 20]] * 2)
    counts = np.array([[3.0, 1, 30, 2, 9, 0, 7], [0.0] * 7])
    assert model.mixes(counts) == pytest.approx(np.array([model.mix(row.tolist()) for row in counts]))
    draws = model.rate_draws(np.random.default_rng(1), 2)
    assert model.mixes(counts, draws).sum(axis=1) == pytest.approx(1.0)


def test_scaling_recovers_a_temperature() -> None:
    rng = np.random.default_rng(3)
    logits = rng.normal(size=(4000, 7)) * 2
    chances = np.exp(log_softmax(logits))
    truth = np.array([rng.choice(7, p=row) for row in chances])
    weights, _ = fit_scaling([logits * 3], truth)
    assert weights[0] == pytest.approx(1 / 3, abs=0.05)


def test_thresholds_keep_their_promise() -> None:
    confidence = np.linspace(0, 1, 1000)
    right = np.random.default_rng(4).random(1000) < confidence
    least = threshold(confidence, right, 0.9)
    assert right[confidence >= least].mean() >= 0.9
    assert expected_calibration_error(confidence, right) < 0.05


def test_a_decision_survives_its_file() -> None:
    flat = (0.0,) * 7
    decision = Decision((1.0,), flat, (0.3, *flat[1:]), (0.6, *flat[1:]), (0.9, *flat[1:]))
    assert Decision.read(json.loads(json.dumps(decision.stored()))) == decision
    close = np.array([0.40, 0.05, 0.45, 0.02, 0.03, 0.03, 0.02])
    judged = decision.judge(close)
    assert (judged.label, judged.unsure) == (Label.OUTCOME, True)


def test_linear_weights_survive_their_file(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    table = np.zeros((1 << 18, 7), dtype=np.float32)
    rows = rng.integers(0, 1 << 18, 3000)
    table[rows] = rng.normal(size=(3000, 7))
    LinearModel.save(tmp_path / "w.npz", table, np.zeros(7, dtype=np.float32))
    assert np.abs(LinearModel.load(tmp_path / "w.npz")._table - table).max() < 0.05


def _example(site: str, label: int, text: str = "A line of copy here") -> Example:
    return Example(text, Item(text), label, None, site, vendor_of(site), "", "natural", "t")


def test_sister_sites_fall_into_one_fold() -> None:
    sites = ["canonical+ubuntu.com", "canonical+maas.io", "a+one", "b+two", "c+three", "d+four"]
    dealt = folds([_example(site, k % 7) for site in sites for k in range(20)], 3)
    assert vendor_of("canonical+ubuntu.com") == vendor_of("canonical+maas.io") == vendor_of("juju.is")
    assert set(dealt.values()) == {0, 1, 2}


def test_near_duplicates_ignore_case_and_marks() -> None:
    found = near_duplicates(
        [_example("s", 0, "We mend roofs fast!"), _example("s", 0, "Home")], ["we mend, roofs fast", "Home"]
    )
    assert found == 1


def test_labels_kept_by_id_are_joined_with_their_texts(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text('{"id": "1", "site": "s", "text": "We mend roofs."}\n', encoding="utf-8")
    (tmp_path / "l.jsonl").write_text(
        '{"id": "1", "label": "feature"}\n{"id": "2", "label": "spec"}\n', encoding="utf-8"
    )
    joined = read_joined(tmp_path / "texts.jsonl", [tmp_path / "l.jsonl"], "extra")
    assert [(example.id, example.item.text) for example in joined] == [("1", "We mend roofs.")]
