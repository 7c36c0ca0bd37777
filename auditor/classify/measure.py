"""Figures of a classifier on labelled units: pure functions, numpy only."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.classify.calibrate import CUSTOMER, expected_calibration_error, f1_by_label
from auditor.classify.dataset import LABELS, Example
from auditor.classify.shares import ShareModel
from auditor.model import Judgement, Rollup

_INDEX = {label: number for number, label in enumerate(LABELS)}
_ROLL = tuple(label.rollup for label in LABELS)
LEAST_UNITS = 30


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """Precision, recall and F1 of one label, and how many units carry it."""

    label: str
    precision: float
    recall: float
    f1: float
    units: int


@dataclass(frozen=True, slots=True)
class SiteFigures:
    """A site's customer share: as labelled by people, as counted, as corrected (all in points of focus talk)."""

    site: str
    units: int
    accuracy: float
    true: float
    raw: float
    corrected: float


def truth_of(examples: Sequence[Example]) -> npt.NDArray[np.int64]:
    """The labels given by people, as indices."""
    return np.array([example.label for example in examples], dtype=np.int64)


def answers_of(judgements: Sequence[Judgement]) -> npt.NDArray[np.int64]:
    """The labels answered, as indices."""
    return np.array([_INDEX[judgement.label] for judgement in judgements], dtype=np.int64)


def label_figures(truth: npt.NDArray[np.int64], guess: npt.NDArray[np.int64]) -> list[LabelFigures]:
    """One line for every label."""
    lines = []
    for k, (label, f1) in enumerate(zip(LABELS, f1_by_label(truth, guess), strict=True)):
        hit = float(((guess == k) & (truth == k)).sum())
        lines.append(
            LabelFigures(
                label.value,
                hit / max(1.0, float((guess == k).sum())),
                hit / max(1.0, float((truth == k).sum())),
                f1,
                int((truth == k).sum()),
            )
        )
    return lines


def rollup_accuracy(truth: npt.NDArray[np.int64], guess: npt.NDArray[np.int64]) -> float:
    """How often the five-way group is right."""
    return float(np.mean([_ROLL[a] == _ROLL[b] for a, b in zip(truth, guess, strict=True)]))


def or_second_accuracy(examples: Sequence[Example], guess: npt.NDArray[np.int64]) -> float:
    """How often the answer is the label or the second label that the reader considered."""
    return float(np.mean([g in (e.label, e.second) for e, g in zip(examples, guess, strict=True)]))


def calibration(examples: Sequence[Example], judgements: Sequence[Judgement]) -> float:
    """Expected calibration error of the answers' probabilities."""
    confidence = np.array([judgement.probability for judgement in judgements])
    return expected_calibration_error(confidence, truth_of(examples) == answers_of(judgements))


def finding_precision(
    examples: Sequence[Example], judgements: Sequence[Judgement], *, leading: bool
) -> tuple[float, int]:
    """Of the units called outcome or problem with enough confidence: the part that is right, and how many they are."""
    kept = [
        (example.label == _INDEX[judgement.label])
        for example, judgement in zip(examples, judgements, strict=True)
        if _INDEX[judgement.label] in CUSTOMER and (judgement.leading if leading else not judgement.unsure)
    ]
    return (sum(kept) / len(kept) if kept else float("nan")), len(kept)


def site_figures(
    examples: Sequence[Example], judgements: Sequence[Judgement], shares: ShareModel, *, least: int = LEAST_UNITS
) -> list[SiteFigures]:
    """The customer share of every site with enough units: true, counted and corrected."""
    by_site: dict[str, list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        by_site[example.site].append(row)
    lines = []
    for site, rows in sorted(by_site.items()):
        if len(rows) < least:
            continue
        truth = np.array([examples[row].label for row in rows])
        guess = answers_of([judgements[row] for row in rows])
        counts = [np.bincount(part, minlength=len(LABELS)).astype(float).tolist() for part in (truth, guess)]
        lines.append(
            SiteFigures(
                site,
                len(rows),
                float((truth == guess).mean()),
                100 * shares.raw(counts[0])[Rollup.CUSTOMER],
                100 * shares.raw(counts[1])[Rollup.CUSTOMER],
                100 * shares.correct(counts[1])[Rollup.CUSTOMER],
            )
        )
    return lines


def bootstrap(
    examples: Sequence[Example], value: Callable[[list[int]], float], *, draws: int = 1000, seed: int = 13
) -> tuple[float, float]:
    """A 90 % interval of a figure by drawing sites with replacement; ``value`` gets the drawn row numbers."""
    by_site: dict[str, list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        by_site[example.site].append(row)
    sites = sorted(by_site)
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(draws):
        rows = [row for number in rng.integers(0, len(sites), len(sites)) for row in by_site[sites[number]]]
        figure = value(rows)
        if not np.isnan(figure):
            found.append(figure)
    if not found:
        return float("nan"), float("nan")
    return float(np.quantile(found, 0.05)), float(np.quantile(found, 0.95))


def confusions(
    truth: npt.NDArray[np.int64], guess: npt.NDArray[np.int64], most: int = 12
) -> list[tuple[str, str, int]]:
    """The most frequent errors: true label, answered label, how often."""
    pairs = Counter((LABELS[a].value, LABELS[b].value) for a, b in zip(truth, guess, strict=True) if a != b)
    return [(a, b, count) for (a, b), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]


_LETTERS = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """Text with case and punctuation normalised."""
    return _LETTERS.sub(" ", text.lower()).strip()


def near_duplicates(examples: Sequence[Example], others: Sequence[str], *, least_words: int = 4) -> int:
    """How many texts of ``least_words`` words or more also stand among ``others``, but for case and marks."""
    known = {plain(text) for text in others}
    return sum(len(plain(e.item.text).split()) >= least_words and plain(e.item.text) in known for e in examples)
