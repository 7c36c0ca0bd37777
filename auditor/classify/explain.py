"""Is *why* true? Removing the words named must lower the label's probability more than removing other words."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from auditor.classify.classifier import TrainedClassifier
from auditor.classify.spans import words_with_places
from auditor.model import Item, Label


@dataclass(frozen=True, slots=True)
class DeletionResult:
    """Mean fall of the probability without the named words and without as many random ones."""

    units: int
    fall: float
    fall_random: float
    wins: float

    def line(self) -> str:
        """One sentence."""
        return (
            f"why: without the named words the probability falls by {self.fall:.3f}, without as many random words by "
            f"{self.fall_random:.3f}; the named fall is larger in {self.wins:.0%} of {self.units} units"
        )


def deletion_check(
    judge: TrainedClassifier, items: Sequence[Item], *, most: int = 250, seed: int = 13
) -> DeletionResult:
    """Delete the named words of items of at least six words, and random other words for comparison."""
    chance = random.Random(seed)  # noqa: S311 a sample, not a secret
    chosen = [item for item in items if len(item.text.split()) >= 6]
    chance.shuffle(chosen)
    falls, randoms, wins = [], [], []
    for item in chosen[:most]:
        (judgement,) = judge.label([item])
        named = [place for place in words_with_places(item.text) if _inside(item.text, place, judgement.why)]
        places = words_with_places(item.text)
        if not named or len(named) >= len(places):
            continue
        label = list(Label).index(judgement.label)
        rest = [place for place in places if place not in named]
        without = float(judge.probabilities(replace(item, text=_cut(item.text, named)))[label])
        # The same number of words, drawn at random from those not named (all of them if fewer are left).
        drawn = chance.sample(rest, min(len(named), len(rest)))
        other = float(judge.probabilities(replace(item, text=_cut(item.text, drawn)))[label])
        falls.append(judgement.probability - without)
        randoms.append(judgement.probability - other)
        wins.append(without < other)
    if not falls:
        return DeletionResult(0, 0.0, 0.0, 0.0)
    return DeletionResult(len(falls), float(np.mean(falls)), float(np.mean(randoms)), float(np.mean(wins)))


def _inside(text: str, place: tuple[int, int], spans: Sequence[str]) -> bool:
    """Whether a word lies in the first occurrence of one of the spans."""
    for span in spans:
        start = text.find(span)
        if start >= 0 and start <= place[0] and place[1] <= start + len(span):
            return True
    return False


def _cut(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text without the words at these places."""
    for start, end in sorted(places, reverse=True):
        text = text[:start] + text[end:]
    return " ".join(text.split())
