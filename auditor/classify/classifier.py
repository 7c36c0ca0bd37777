"""The classifier that ships: items in, judgements out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from auditor.classify.decision import Array, Decision
from auditor.classify.inputs import View, squeeze, view
from auditor.classify.linear import LinearModel, Recent
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


class _Cheap(Protocol):
    def logits_of(self, views: Sequence[View], roles: Sequence[str]) -> Array: ...

    def word_pulls(self, asked: Sequence[tuple[str, int]]) -> list[list[tuple[int, int, float]]]: ...


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
        self._recent: Recent[_Read, Judgement] = Recent(RECENT)
        self._certain = lru_cache(KNOWN)(partial(_is_certain, pack.certain))
        self._spans: Recent[tuple[str, int], tuple[str, ...]] = Recent(KNOWN // 2)
        self._cascade = cascade
        self._settling = settling

    def label(self, items: Sequence[Item], *, why: bool = True) -> list[Judgement]:
        """A judgement for every item, in order."""
        read = [_Read(item.text, item.role, view(item)) for item in items]
        known = self._recent.of(read) if why else {}
        fresh = {one: item for one, item in zip(read, items, strict=True) if one not in known}
        if fresh:
            known |= self._judge(list(fresh.items()), why)
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
        changed = [
            row for row, (old, new) in enumerate(zip(judgements, settled, strict=True)) if new.label is not old.label
        ]
        asked = [(items[row].text, _PLACE[settled[row].label]) for row in changed if why]
        for row, spans in zip(changed, self._spans_of(asked), strict=False):
            new = settled[row]
            settled[row] = Judgement(new.label, new.probability, new.probabilities, new.unsure, new.leading, spans)
        return settled

    def probabilities(self, item: Item) -> Array:
        """The calibrated probabilities of one item."""
        found: Array = self._read([(_Read(item.text, item.role, view(item)), item)], why=False)[0][0]
        return found

    def _read(self, items: Sequence[tuple[_Read, Item]], why: bool) -> tuple[Array, dict[int, tuple[str, ...]]]:
        """The probabilities, a row an item, and by its row what a dear model says of an item that it was asked about."""
        cheap = self._cheap.logits_of([read.view for read, _ in items], [read.role for read, _ in items])
        said: dict[int, tuple[str, ...]] = {}
        if self._dear:
            found = np.empty((len(items), len(Label)))
            rest = np.ones(len(items), dtype=bool)
            if self._cascade is not None:
                alone = self._cascade.decision.probabilities([cheap])
                rest = ~self._cascade.answers(alone)
                found[~rest] = alone[~rest]
        else:
            found, rest = self._decision.probabilities([cheap]), np.zeros(len(items), dtype=bool)
        for k, (read, item) in enumerate(items):
            if self._certain(read.text):
                found[k] = _SURELY_OTHER
            elif rest[k]:
                found[k] = self._decision.probabilities([*(model.logits(item) for model in self._dear), cheap[k]])
                if why:  # at once: a dear model explains the item that it read last
                    (answer,) = self._decision.answers(found[k : k + 1])
                    said[k] = spans_of(read.text, self._dear[0].word_pull(item, answer.place))
        return found, said

    def _judge(self, items: Sequence[tuple[_Read, Item]], why: bool) -> dict[_Read, Judgement]:
        found, said = self._read(items, why)
        answers = self._decision.answers(found)
        asked = [(read.text, answer.place) for (read, _), answer in zip(items, answers, strict=True)] if why else []
        spans = iter(self._spans_of([one for k, one in enumerate(asked) if k not in said]))
        whys = [said[k] if k in said else next(spans) for k in range(len(asked))] or [()] * len(items)
        return {read: answer.judgement(why) for (read, _), answer, why in zip(items, answers, whys, strict=True)}

    def _spans_of(self, asked: Sequence[tuple[str, int]]) -> list[tuple[str, ...]]:
        """The words that carried each label for the cheap model, which looks for them in the text alone."""
        known = self._spans.all_of(asked, self._cheap_spans)
        return [known[one] for one in asked]

    def _cheap_spans(self, asked: Sequence[tuple[str, int]]) -> list[tuple[str, ...]]:
        return [spans_of(text, pulls) for (text, _), pulls in zip(asked, self._cheap.word_pulls(asked), strict=True)]


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
