"""The classifier that ships: items in, judgements out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from auditor.classify.decision import Array, Decision
from auditor.classify.inputs import squeeze
from auditor.classify.linear import LinearModel
from auditor.classify.packs import LanguagePack, pack_of
from auditor.classify.spans import spans_of
from auditor.errors import UsageError
from auditor.model import Item, Judgement, Label

MODES = ("default", "fast")
_OTHER = list(Label).index(Label.OTHER)
# What decides a label besides the weights: part of the version.
_CODE = ("classifier.py", "decision.py", "encoder.py", "features.py", "inputs.py", "linear.py", "packs.py", "spans.py")


class Classifier(Protocol):
    """What the rest of the product knows of a classifier."""

    version: str
    """Identity of weights and code, derived from their content."""

    confusion: Array
    """Held-out confusion: row = true label, column = answered label, rates that add up to one in a row."""

    def label(self, items: Sequence[Item], *, why: bool = True) -> list[Judgement]:
        """A judgement for every item, in order; an item's judgement never depends on its neighbours."""
        ...


class _Model(Protocol):
    def logits(self, item: Item) -> npt.NDArray[np.float32]: ...

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]: ...


@dataclass(frozen=True, slots=True)
class Cascade:
    """When the last, cheap model may answer alone: for which labels, how sure, and how its logits are read."""

    labels: frozenset[int]
    least: float
    decision: Decision

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Cascade:
        """The cascade from its part of ``meta.json``."""
        labels = frozenset(list(Label).index(Label(name)) for name in stored["labels"])
        return cls(labels, float(stored["least"]), Decision.read(stored["decision"]))


class TrainedClassifier:
    """Models whose logits are mixed and calibrated; equal items of one call are judged once."""

    def __init__(
        self,
        models: Sequence[_Model],
        decision: Decision,
        confusion: Array,
        version: str,
        pack: LanguagePack,
        cascade: Cascade | None = None,
    ):
        self.version = version
        self.confusion = confusion
        self._models = tuple(models)
        self._decision = decision
        self._pack = pack
        self._cascade = cascade

    def label(self, items: Sequence[Item], *, why: bool = True) -> list[Judgement]:
        """A judgement for every item, in order."""
        known: dict[Item, Judgement] = {}
        for item in items:
            if item not in known:
                known[item] = self._judge(item, why)
        return [known[item] for item in items]

    def probabilities(self, item: Item) -> Array:
        """The calibrated probabilities of one item."""
        return self._read(item)[0]

    def _read(self, item: Item) -> tuple[Array, _Model]:
        """The probabilities, and the model whose words explain them."""
        certain = self._pack.certain
        if not item.text.strip() or (certain is not None and certain.fullmatch(squeeze(item.text))):
            sure = np.full(len(Label), 0.002)
            sure[_OTHER] = 1 - 0.002 * (len(Label) - 1)
            return sure, self._models[-1]
        cheap = self._models[-1].logits(item)
        if self._cascade is not None:
            found = self._cascade.decision.probabilities([cheap])
            best = int(found.argmax())
            if best in self._cascade.labels and found[best] >= self._cascade.least:
                return found, self._models[-1]
        logits = [*(model.logits(item) for model in self._models[:-1]), cheap]
        return self._decision.probabilities(logits), self._models[0]

    def _judge(self, item: Item, why: bool) -> Judgement:
        found, model = self._read(item)
        bare = self._decision.judge(found)
        if not why:
            return bare
        chosen = list(Label).index(bare.label)
        spans = spans_of(item.text, model.word_pull(item, chosen))
        return self._decision.judge(found, why=spans, chosen=chosen)


def _version(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        digest.update(
            path.read_bytes().replace(b"\r\n", b"\n") if path.suffix in (".py", ".json") else path.read_bytes()
        )
    return digest.hexdigest()[:12]


def load(mode: str = "default", language: str = "en") -> Classifier:
    """The classifier of a mode (``default`` or ``fast``) for a language."""
    if mode not in MODES:
        raise UsageError(f"There is no classifier mode '{mode}'; known: {', '.join(MODES)}.")
    pack = pack_of(language)
    folder = pack.folder
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    stored = meta["modes"][mode]
    models: list[_Model] = []
    for name in stored["models"]:
        if name.endswith(".onnx"):
            from auditor.classify.encoder import EncoderModel

            models.append(EncoderModel(folder / name, folder / "tokenizer.json"))
        else:
            models.append(LinearModel.load(folder / name))
    here = Path(__file__).resolve().parent
    parts = [folder / "meta.json", *(folder / name for name in stored["models"]), *(here / name for name in _CODE)]
    version = f"{pack.language}-{mode}-{_version([path for path in parts if path.exists()])}"
    confusion = np.array(stored["confusion"], dtype=np.float64)
    cascade = Cascade.read(stored["cascade"]) if "cascade" in stored else None
    return TrainedClassifier(models, Decision.read(stored["decision"]), confusion, version, pack, cascade)
