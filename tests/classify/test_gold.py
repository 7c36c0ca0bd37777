"""The gate on real copy: needs ../shared/gold, and is skipped, saying so, where that is absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.classify.card import card
from auditor.classify.dataset import read_examples, read_records
from auditor.classify.evaluate import evaluate
from auditor.classify.gate import FLOORS, below_floor, figures_of, raise_floors
from auditor.classify.metamorphic import FAMILIES
from auditor.classify.packs import MODELS
from auditor.model import Label

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
CORPUS = MODELS.parent / "corpus"
needs_gold = pytest.mark.skipif(not (GOLD / "dev.jsonl").exists(), reason="../shared/gold is not here")
needs_floors = pytest.mark.skipif(not FLOORS.exists(), reason="no floors are pinned yet")


@needs_gold
@pytest.mark.shared
@needs_floors
@pytest.mark.parametrize("mode", ["default", "fast"])
def test_no_figure_on_dev_fell_below_its_floor(mode: str) -> None:
    path = GOLD / "dev.jsonl"
    assert below_floor(evaluate(path, mode=mode, full=False), path, mode=mode) == []


@needs_gold
@pytest.mark.shared
def test_no_gold_text_stands_in_the_project() -> None:
    texts = {str(record["text"]).strip() for record in read_records(GOLD / "train.jsonl")}
    long = {text for text in texts if len(text) > 80}
    for path in sorted(CORPUS.glob("*.jsonl")):
        assert not long & {example.item.text.strip() for example in read_examples(path)}
    sentences = {text for family in FAMILIES for pair in family.pairs for text in pair if len(text) > 20}
    assert not texts & sentences


def test_extra_labels_hold_no_text() -> None:
    for path in sorted((MODELS.parent / "labels").glob("*.jsonl")):
        for record in read_records(path):
            assert set(record) <= {"id", "label", "second"}
            assert record["label"] in set(Label)
            assert record.get("second", "other") in set(Label)


def test_floors_rise_silently_and_do_not_fall(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    rows = [
        {"text": "Refunds will not be issued after the 14-day cancellation period.", "label": "policy", "site": "a"},
        {"text": "The app includes a dashboard with reports and templates.", "label": "feature", "site": "a"},
        {"text": "Learn more", "label": "other", "site": "b"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    floors = tmp_path / "floors.json"
    report = evaluate(path, mode="fast", full=False)
    first = raise_floors(report, path, mode="fast", floors=floors)
    assert below_floor(report, path, mode="fast", floors=floors) == []
    report.macro_f1 -= 0.2
    assert raise_floors(report, path, mode="fast", floors=floors) == first
    assert any("macro_f1" in line for line in below_floor(report, path, mode="fast", floors=floors))
    path.write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    assert "not the file" in below_floor(report, path, mode="fast", floors=floors)[0]
    assert set(figures_of(report)) == set(first)


@needs_floors
def test_shipped_floors_name_their_data() -> None:
    for pinned in json.loads(FLOORS.read_text(encoding="utf-8")).values():
        assert len(pinned["digest"]) == 16
        assert pinned["floors"]["macro_f1"] > 0.3


def test_the_card_is_in_step_with_the_weights() -> None:
    assert (MODELS / "CARD.md").read_text(encoding="utf-8") == card()


def test_the_weights_are_data_and_small() -> None:
    files = [path for path in MODELS.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} <= {".json", ".md", ".npz", ".onnx"}
    assert sum(path.stat().st_size for path in files) < 36_000_000
