"""Shares of what a site talks about, corrected for the classifier's known confusion.

A classifier that takes 5 % of product talk for outcomes finds outcomes on every site. Its held-out confusion says how
often each true label is answered as each label; the most plausible true mix is the one that explains the counts of
answers seen (a maximum of the likelihood, found by EM, with a weak prior towards the mix of the training sites).
``draw`` gives one plausible mix given that the confusion itself is known from finite counts: many draws, together
with a bootstrap over pages, make the interval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.model import Label, Rollup

Array = npt.NDArray[np.float64]
LABELS: tuple[Label, ...] = tuple(Label)
FOCUS: tuple[Rollup, ...] = (Rollup.CUSTOMER, Rollup.PRODUCT, Rollup.COMPANY)


def as_counts(counts: Mapping[Label, float] | Sequence[float]) -> Array:
    """Counts in the order of :class:`Label`."""
    if isinstance(counts, Mapping):
        return np.array([float(counts.get(label, 0.0)) for label in LABELS])
    return np.array(counts, dtype=np.float64)


def rolled(mix: Array) -> dict[Rollup, float]:
    """Focus shares (customer, product, company: parts of their sum) and terms and other as parts of everything."""
    sums = dict.fromkeys(Rollup, 0.0)
    for label, value in zip(LABELS, mix, strict=True):
        sums[label.rollup] += float(value)
    focus = sum(sums[group] for group in FOCUS)
    whole = sum(sums.values())
    return {group: sums[group] / ((focus if group in FOCUS else whole) or 1.0) for group in Rollup}


@dataclass(frozen=True)
class ShareModel:
    """Confusion as counts (row true, column answered), the prior mix, and the prior's weight in units."""

    confusion: Array
    prior: Array
    strength: float = 10.0
    rounds: int = 60

    @property
    def rates(self) -> Array:
        """Confusion as rates a row, a hint of the identity added so that no rate is zero."""
        counts = self.confusion + 0.5 * self.prior[None, :] + 0.5 * np.eye(len(LABELS))
        result: Array = counts / counts.sum(axis=1, keepdims=True)
        return result

    def mix(self, counts: Mapping[Label, float] | Sequence[float], rates: Array | None = None) -> Array:
        """The most plausible true mix of the seven labels behind the counts of answers."""
        seen = as_counts(counts)
        table = self.rates if rates is None else rates
        if seen.sum() <= 0:
            return self.prior.copy()
        pseudo = self.prior * self.strength
        mix = (seen + pseudo) / (seen + pseudo).sum()
        for _ in range(self.rounds):
            joint = mix[:, None] * table
            expected = (joint / np.maximum(joint.sum(axis=0, keepdims=True), 1e-12)) @ seen
            mix = (expected + pseudo) / (expected + pseudo).sum()
        result: Array = mix
        return result

    def correct(self, counts: Mapping[Label, float] | Sequence[float]) -> dict[Rollup, float]:
        """Corrected shares: customer, product and company as parts of their sum, terms and other of everything."""
        return rolled(self.mix(counts))

    def raw(self, counts: Mapping[Label, float] | Sequence[float]) -> dict[Rollup, float]:
        """Shares as counted, in the same form."""
        return rolled(as_counts(counts))

    def draw(self, counts: Mapping[Label, float] | Sequence[float], rng: np.random.Generator) -> dict[Rollup, float]:
        """One plausible set of corrected shares: the confusion is drawn from what is known of it."""
        alpha = self.confusion + 0.5 * self.prior[None, :] + 0.5 * np.eye(len(LABELS))
        table = np.array([rng.dirichlet(row) for row in alpha])
        return rolled(self.mix(counts, table))

    def interval(
        self, counts: Mapping[Label, float] | Sequence[float], *, level: float = 0.9, draws: int = 400, seed: int = 13
    ) -> dict[Rollup, tuple[float, float]]:
        """An interval for every share from the confusion's uncertainty and the units' own sampling (a multinomial)."""
        rng = np.random.default_rng(seed)
        seen = as_counts(counts)
        total = round(seen.sum())
        if total <= 0:
            return dict.fromkeys(Rollup, (0.0, 1.0))
        drawn = [self.draw(rng.multinomial(total, seen / seen.sum()).astype(float).tolist(), rng) for _ in range(draws)]
        low, high = (1 - level) / 2, (1 + level) / 2
        return {
            group: (
                float(np.quantile([one[group] for one in drawn], low)),
                float(np.quantile([one[group] for one in drawn], high)),
            )
            for group in Rollup
        }

    def rate_draws(self, rng: np.random.Generator, draws: int) -> Array:
        """Plausible confusion rates given its finite counts: an array of (draws, 7, 7)."""
        alpha = self.confusion + 0.5 * self.prior[None, :] + 0.5 * np.eye(len(LABELS))
        return np.stack([rng.dirichlet(row, size=draws) for row in alpha], axis=1)

    def mixes(self, counts: Array, rates: Array | None = None) -> Array:
        """:meth:`mix` for many rows of counts (n, 7), each with its own rates (n, 7, 7) or all with the model's."""
        tables = np.broadcast_to(self.rates if rates is None else rates, (len(counts), len(LABELS), len(LABELS)))
        pseudo = self.prior * self.strength
        base = counts + pseudo
        found: Array = base / base.sum(axis=1, keepdims=True)
        for _ in range(self.rounds):
            answered = np.maximum(np.einsum("nt,nta->na", found, tables), 1e-12)
            expected = found * np.einsum("nta,na->nt", tables, counts / answered) + pseudo
            found = expected / expected.sum(axis=1, keepdims=True)
        return found
