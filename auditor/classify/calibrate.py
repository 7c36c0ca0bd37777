"""Calibration and thresholds from held-out predictions (training time; numpy only)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classify.decision import LABELS, Array, Decision, log_softmax

Ints = npt.NDArray[np.int64]
CUSTOMER = (0, 1)


def macro_f1(truth: Ints, guess: Ints) -> float:
    """Mean of the labels' F1."""
    return float(np.mean(f1_by_label(truth, guess)))


def f1_by_label(truth: Ints, guess: Ints) -> list[float]:
    """F1 of each label."""
    scores = []
    for k in range(len(LABELS)):
        hit = float(((guess == k) & (truth == k)).sum())
        scores.append(2 * hit / max(1.0, float((guess == k).sum() + (truth == k).sum())))
    return scores


def expected_calibration_error(confidence: Array, right: npt.NDArray[np.bool_], bins: int = 10) -> float:
    """Mean distance of confidence and accuracy over bins of equal mass."""
    order = np.argsort(confidence, kind="stable")
    total = 0.0
    for part in np.array_split(order, bins):
        if len(part):
            total += len(part) * abs(float(confidence[part].mean()) - float(right[part].mean()))
    return total / max(1, len(order))


def fit_scaling(
    logits: Sequence[npt.NDArray[Any]], truth: Ints, *, rounds: int = 400
) -> tuple[list[float], list[float]]:
    """Weights of the models and biases of the labels that minimise the log loss (gradient descent, deterministic)."""
    parts = [log_softmax(part) for part in logits]
    count, classes = parts[0].shape
    weights = np.full(len(parts), 1.0 / len(parts))
    bias = np.zeros(classes)
    hot = np.eye(classes)[truth]
    moment = np.zeros(len(parts) + classes)
    second = np.zeros_like(moment)
    for step in range(1, rounds + 1):
        mixed = bias + sum(weight * part for weight, part in zip(weights, parts, strict=True))
        gap = (np.exp(log_softmax(np.asarray(mixed))) - hot) / count
        slope = np.array([float((gap * part).sum()) for part in parts])
        whole = np.concatenate([slope, gap.sum(axis=0) + 1e-3 * bias])
        moment = 0.9 * moment + 0.1 * whole
        second = 0.99 * second + 0.01 * whole**2
        move = 0.02 * (moment / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
        weights = weights - move[: len(parts)]
        bias = bias - move[len(parts) :]
    return [float(value) for value in weights], [float(value) for value in bias - bias.mean()]


def threshold(confidence: Array, right: npt.NDArray[np.bool_], goal: float, *, least: int = 25) -> float:
    """The smallest confidence above which precision reaches the goal on ``least`` units or more; else 0.99."""
    if not len(confidence):
        return 0.99
    order = np.argsort(-confidence, kind="stable")
    # One imagined error more: what is chosen as the best cut looks better than it will prove on other sites.
    precision = np.cumsum(right[order]) / (np.arange(len(order)) + 2)
    good = [k for k in range(len(order)) if precision[k] >= goal and k + 1 >= min(least, len(order))]
    return float(np.clip(confidence[order[good[-1]]], 0.0, 0.99)) if good else 0.99


def fit_decision(
    logits: Sequence[npt.NDArray[Any]],
    truth: Ints,
    natural: npt.NDArray[np.bool_],
    *,
    finding: float = 0.86,
    leading: float = 0.9,
    rest: float = 0.7,
    before: Sequence[float] | None = None,
    alone: Array | None = None,
) -> Decision:
    """Everything that turns logits into judgements, from held-out predictions.

    The probability shown is fitted to units drawn at random, where rare labels are rare. The label answered is the
    models' own (they learnt with weights for rare labels): its lift takes the fitted bias out again. Lifts searched for
    macro-F1 were better on the units they were searched on and worse on others. ``before`` is a bias that already stands
    in the first of the ``logits``: the lift takes it out as well. With ``alone`` (probabilities of lines read without their
    page) the thresholds of outcomes and problems are on these: of a hundred held-out lines surest by them 86 were right,
    by the settled ones 85, and of the forty surest 36 against 33.
    """
    weights, bias = fit_scaling([part[natural] for part in logits], truth[natural])
    flat = tuple(0.0 for _ in LABELS)
    plain = Decision(tuple(weights), tuple(bias), flat, flat, flat)
    probabilities = plain.probabilities(logits)
    lift = [-value for value in bias]
    if before is not None:
        lift = [value - weights[0] * earlier for value, earlier in zip(lift, before, strict=True)]
    chooser = Decision(tuple(weights), tuple(bias), tuple(lift), flat, flat)
    guess = chooser.choose(probabilities)
    confidence = probabilities[np.arange(len(guess)), guess]
    if alone is not None:
        confidence = np.where(np.isin(guess, CUSTOMER), alone[np.arange(len(guess)), guess], confidence)
    right = guess == truth
    unsure, top = [], []
    for k in range(len(LABELS)):
        # Outcomes and problems are few: their thresholds are set on both together.
        mine = np.isin(guess, CUSTOMER) if k in CUSTOMER else guess == k
        unsure.append(threshold(confidence[mine], right[mine], finding if k in CUSTOMER else rest))
        top.append(max(unsure[-1], threshold(confidence[mine], right[mine], leading)))
    return Decision(tuple(weights), tuple(bias), tuple(lift), tuple(unsure), tuple(top))


def confusion_counts(truth: Ints, guess: Ints) -> Array:
    """Counts: row true, column answered."""
    table = np.zeros((len(LABELS), len(LABELS)))
    np.add.at(table, (truth, guess), 1.0)
    return table
