"""The classifier that ships: items in, judgements out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from auditor.classify.decision import Array, Decision
from auditor.classify.inputs import View, squeeze, view
from auditor.classify.linear import LinearModel
from auditor.classify.packs import LanguagePack, pack_of
from auditor.classify.settle import Settling
from auditor.classify.spans import spans_of
from auditor.errors import UsageError
from auditor.model import Item, Judgement, Label

MODES = ("default", "fast")
KNOWN = 1 << 15
"""Texts of which it is kept what is said of them alone, whatever the size of the site."""
RECENT = 1 << 13
"""Judgements kept for lines that come back, half a kilobyte each: a menu comes back with the next page, other lines hardly ever."""
_PLACE = {label: place for place, label in enumerate(Label)}
_SURELY_OTHER = np.array([1 - 0.002 * (len(Label) - 1) if label is Label.OTHER else 0.002 for label in Label])
# What decides a label besides the weights: part of the version.
_CODE = (
    "classifier.py",
    "decision.py",
    "encoder.py",
    "features.py",
    "inputs.py",
    "linear.py",
    "packs.py",
    "settle.py",
    "spans.py",
)


class Classifier(Protocol):
    """What the rest of the product knows of a classifier."""

    version: str
    """Identity of weights and code, derived from their content."""

    confusion: Array
    """Held-out confusion: row = true label, column = answered label, rates that add up to one in a row."""

    def label(self, items: Sequence[Item], *, why: bool = True) -> list[Judgement]:
        """A judgement for every item read alone, in order; it never depends on the others."""
        ...

    def settle(self, items: Sequence[Item], judgements: Sequence[Judgement], *, why: bool = True) -> list[Judgement]:
        """The judgements of all lines of one page, in order, each in the light of the page (:mod:`.settle`)."""
        ...


class _Model(Protocol):
    def logits(self, item: Item) -> npt.NDArray[Any]: ...

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]: ...


class _Cheap(_Model, Protocol):
    def logits_of(self, views: Sequence[View], roles: Sequence[str]) -> Array: ...


class _Read(NamedTuple):
    """All that the models read of an item, and its exact text: not its address, but the words in it; not its region."""

    text: str
    role: str
    view: View


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

    def answers(self, probabilities: Array) -> npt.NDArray[np.bool_]:
        """Where the cheap model answers alone, one a row."""
        allowed = np.isin(probabilities.argmax(axis=-1), sorted(self.labels))
        result: npt.NDArray[np.bool_] = allowed & (probabilities.max(axis=-1) >= self.least)
        return result


class TrainedClassifier:
    """Models whose logits are mixed and calibrated; equal items of one call are judged once.

    The cheap model reads many items at once, and in fast mode it is alone; the dear ones stand before it in the mix.
    """

    def __init__(
        self,
        dear: Sequence[_Model],
        cheap: _Cheap,
        decision: Decision,
        confusion: Array,
        version: str,
        pack: LanguagePack,
        cascade: Cascade | None = None,
        settling: Settling | None = None,
    ):
        self.version = version
        self.confusion = confusion
        self._dear = tuple(dear)
        self._cheap = cheap
        self._decision = decision
        self._recent = _Recent()
        self._certain = lru_cache(KNOWN)(partial(_is_certain, pack.certain))
        self._spans = lru_cache(KNOWN)(self._cheap_spans)
        self._cascade = cascade
        self._settling = settling

    def label(self, items: Sequence[Item], *, why: bool = True) -> list[Judgement]:
        """A judgement for every item, in order."""
        read = [_Read(item.text, item.role, view(item)) for item in items]
        known = self._recent.of(read) if why else {}
        fresh = {one: item for one, item in zip(read, items, strict=True) if one not in known}
        # one at a time where a model is dear: it explains the item that it read last
        step = 1 if self._dear else max(1, len(fresh))
        queue = list(fresh.items())
        for k in range(0, len(queue), step):
            known |= self._judge(queue[k : k + step], why)
        if why:
            self._recent.keep(known)
        return [known[one] for one in read]

    def settle(self, items: Sequence[Item], judgements: Sequence[Judgement], *, why: bool = True) -> list[Judgement]:
        """The judgements of all lines of one page, in order, each in the light of the page.

        Where that changes a label, the cheap model names the words that speak for the new one.
        """
        if self._settling is None:
            return list(judgements)
        settled = self._settling.settle(items, judgements)
        return [
            _with(new, self._spans(item.text, _PLACE[new.label])) if why and new.label is not old.label else new
            for item, old, new in zip(items, judgements, settled, strict=True)
        ]

    def probabilities(self, item: Item) -> Array:
        """The calibrated probabilities of one item."""
        found: Array = self._read([(_Read(item.text, item.role, view(item)), item)])[0][0]
        return found

    def _read(self, items: Sequence[tuple[_Read, Item]]) -> tuple[Array, list[_Model]]:
        """The probabilities, a row an item, and the model whose words explain each."""
        cheap = self._cheap.logits_of([read.view for read, _ in items], [read.role for read, _ in items])
        if self._dear:
            found = np.empty((len(items), len(Label)))
            rest = np.ones(len(items), dtype=bool)
            if self._cascade is not None:
                alone = self._cascade.decision.probabilities([cheap])
                rest = ~self._cascade.answers(alone)
                found[~rest] = alone[~rest]
        else:
            found, rest = self._decision.probabilities([cheap]), np.zeros(len(items), dtype=bool)
        explains: list[_Model] = [self._cheap] * len(items)
        for k, (read, item) in enumerate(items):
            if self._certain(read.text):
                found[k] = _SURELY_OTHER
            elif rest[k]:
                found[k] = self._decision.probabilities([*(model.logits(item) for model in self._dear), cheap[k]])
                explains[k] = self._dear[0]
        return found, explains

    def _judge(self, items: Sequence[tuple[_Read, Item]], why: bool) -> dict[_Read, Judgement]:
        found, explains = self._read(items)
        chosen, bare = self._decision.judge_all(found)
        return {
            read: _with(judgement, self._why(model, read.text, item, label)) if why else judgement
            for (read, item), model, label, judgement in zip(items, explains, chosen, bare, strict=True)
        }

    def _why(self, model: _Model, text: str, item: Item, label: int) -> tuple[str, ...]:
        return self._spans(text, label) if model is self._cheap else spans_of(text, model.word_pull(item, label))

    def _cheap_spans(self, text: str, label: int) -> tuple[str, ...]:
        """The words that carried a label for the cheap model, which looks for them in the text alone."""
        return spans_of(text, self._cheap.word_pull(Item(text), label))


def _with(bare: Judgement, why: tuple[str, ...]) -> Judgement:
    return Judgement(bare.label, bare.probability, bare.probabilities, bare.unsure, bare.leading, why)


class _Recent:
    """The judgements of what was read lately, at most about twice :data:`RECENT`.

    A menu line comes back on every page, and what has not come back for that long will hardly do so. Threads may share
    it: what is found never differs, only whether it is found.
    """

    def __init__(self) -> None:
        self._new: dict[_Read, Judgement] = {}
        self._old: dict[_Read, Judgement] = {}

    def of(self, read: Iterable[_Read]) -> dict[_Read, Judgement]:
        """What is known of these."""
        new, old = self._new, self._old
        return {one: found for one in read if (found := new.get(one) or old.get(one)) is not None}

    def keep(self, found: Mapping[_Read, Judgement]) -> None:
        """Keep these, and let go of the oldest where there are too many."""
        if len(self._new) >= RECENT:
            self._old, self._new = self._new, {}
        self._new.update(found)


def _is_certain(pattern: re.Pattern[str] | None, text: str) -> bool:
    """Whether a text can only be ``other``."""
    text = squeeze(text)
    return not text or (pattern is not None and pattern.fullmatch(text) is not None)


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
    *names, last = stored["models"]
    dear: list[_Model] = []
    if names:
        from auditor.classify.encoder import EncoderModel

        dear += [EncoderModel(folder / name, folder / "tokenizer.json") for name in names]
    here = Path(__file__).resolve().parent
    parts = [folder / "meta.json", *(folder / name for name in stored["models"]), *(here / name for name in _CODE)]
    version = f"{pack.language}-{mode}-{_version([path for path in parts if path.exists()])}"
    confusion = np.array(stored["confusion"], dtype=np.float64)
    cascade = Cascade.read(stored["cascade"]) if "cascade" in stored else None
    settling = Settling.read(stored["settling"]) if "settling" in stored else None
    cheap, decision = LinearModel.load(folder / last), Decision.read(stored["decision"])
    return TrainedClassifier(dear, cheap, decision, confusion, version, pack, cascade, settling)
