"""Training of the linear model (training time only: scipy, extra ``train``).

Multinomial logistic regression on the hashed n-grams with soft targets, so that the same code learns from people's
labels and from an encoder's probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classify.decision import LABELS, log_softmax
from auditor.classify.features import ROWS, hashed
from auditor.model import Item

Floats = npt.NDArray[np.float32]


def matrix(items: Sequence[Item]) -> Any:
    """Sparse matrix of the items' features."""
    from scipy.sparse import csr_matrix

    pairs = [hashed(item) for item in items]
    ends = np.cumsum([0, *(len(indices) for indices, _ in pairs)])
    indices = np.concatenate([indices for indices, _ in pairs])
    weights = np.concatenate([weights for _, weights in pairs])
    found = csr_matrix((weights, indices, ends), shape=(len(items), ROWS), dtype=np.float32)
    found.sum_duplicates()
    return found


def class_weights(soft: Floats, power: float) -> Floats:
    """One weight a unit: rarer labels weigh more, the mean is one."""
    counts = soft.sum(axis=0)
    by_label = (counts.mean() / np.maximum(counts, 1.0)) ** power
    weights: Floats = (soft @ by_label).astype(np.float32)
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def fit(
    features: Any, soft: Floats, *, weights: Floats | None = None, penalty: float = 0.05, rounds: int = 70
) -> tuple[Floats, Floats]:
    """Table and bias that minimise the weighted cross-entropy with soft targets and a ridge penalty."""
    from scipy.optimize import minimize

    used = np.unique(features.indices)
    local = features[:, used]
    turned = local.T.tocsr()
    count, width, classes = local.shape[0], len(used), len(LABELS)
    weight = np.ones(count, dtype=np.float32) if weights is None else weights

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        table = flat[: width * classes].reshape(width, classes).astype(np.float32)
        bias = flat[width * classes :]
        logs = log_softmax(local @ table + bias)
        gap = ((np.exp(logs) - soft) * weight[:, None]).astype(np.float32)
        value = -float((weight[:, None] * soft * logs).sum()) + 0.5 * penalty * float(
            (table.astype(np.float64) ** 2).sum()
        )
        slope = (turned @ gap).astype(np.float64) + penalty * table
        return value, np.concatenate([slope.ravel(), gap.sum(axis=0).astype(np.float64)])

    start = np.zeros(width * classes + classes)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8})
    table = np.zeros((ROWS, classes), dtype=np.float32)
    table[used] = best.x[: width * classes].reshape(width, classes)
    return table, best.x[width * classes :].astype(np.float32)


def one_hot(labels: Sequence[int], seconds: Sequence[int | None], share: float = 0.25) -> Floats:
    """Targets from labels; where a second label was considered it gets its share."""
    soft = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, (label, second) in enumerate(zip(labels, seconds, strict=True)):
        soft[row, label] = 1.0 if second is None else 1.0 - share
        if second is not None:
            soft[row, second] = share
    return soft
