"""From logits to a calibrated judgement: mixing, temperature, decision, abstention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.model import Judgement, Label

Array = npt.NDArray[np.float64]
LABELS: tuple[Label, ...] = tuple(Label)


def log_softmax(logits: npt.NDArray[Any]) -> Array:
    """Log probabilities along the last axis, in double precision."""
    wide = logits.astype(np.float64)
    shifted = wide - wide.max(axis=-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


class Answer(NamedTuple):
    """What is answered for one unit: the place of its label, all seven probabilities, whether unsure, whether leading."""

    place: int
    probabilities: tuple[float, ...]
    unsure: bool
    leading: bool

    def judgement(self, why: tuple[str, ...] = ()) -> Judgement:
        """The answer in the product's words."""
        place, row, unsure, leading = self
        return Judgement(LABELS[place], row[place], row, unsure, leading, why)


@dataclass(frozen=True, slots=True)
class Decision:
    """How log probabilities of the models become one calibrated distribution and an answer.

    ``weights`` has one number a model, ``bias`` one a label: together vector scaling, fitted on held-out natural units.
    ``lift`` is added to the log probabilities for choosing the label only (rare labels are found more often), never
    to the probability shown. ``unsure`` and ``leading`` are thresholds on the probability, one a label.
    """

    weights: tuple[float, ...]
    bias: tuple[float, ...]
    lift: tuple[float, ...]
    unsure: tuple[float, ...]
    leading: tuple[float, ...]

    @classmethod
    def read(cls, stored: Mapping[str, Sequence[float]]) -> Decision:
        """The decision from its part of ``meta.json``."""
        return cls(**{name: tuple(float(value) for value in stored[name]) for name in cls.__slots__})

    def stored(self) -> dict[str, list[float]]:
        """The decision as its part of ``meta.json``."""
        return {name: [round(value, 5) for value in getattr(self, name)] for name in self.__slots__}

    def probabilities(self, logits: Sequence[npt.NDArray[Any]]) -> Array:
        """Calibrated probabilities from the logits of the models, in their order."""
        mixed = np.asarray(self.bias, dtype=np.float64) + sum(
            weight * log_softmax(part) for weight, part in zip(self.weights, logits, strict=True)
        )
        result: Array = np.exp(log_softmax(mixed))
        return result

    def choose(self, probabilities: Array) -> npt.NDArray[np.int64]:
        """The index of the label that is answered."""
        chosen: npt.NDArray[np.int64] = np.argmax(np.log(probabilities + 1e-12) + np.asarray(self.lift), axis=-1)
        return chosen

    def judge(self, probabilities: Array) -> Judgement:
        """The judgement of one unit."""
        (answer,) = self.answers(probabilities[None])
        return answer.judgement()

    def answers(self, probabilities: Array) -> list[Answer]:
        """What is answered for many units, one a row."""
        rounded = np.round(probabilities, 6)
        best = self.choose(rounded)
        probability = np.take_along_axis(rounded, best[:, None], axis=-1)[:, 0]
        unsure = probability < np.asarray(self.unsure)[best]
        leading = probability >= np.asarray(self.leading)[best]
        rows = map(tuple, rounded.tolist())
        return list(map(Answer, best.tolist(), rows, unsure.tolist(), leading.tolist()))
