"""Shares of what a site talks about, corrected for how the classifier counts, with an honest range.

Three corrections were measured on held-out sites: inverting the confusion matrix by maximum likelihood (EM), summing
calibrated probabilities, and multiplying the count of each answer by a factor (how often the label is true on held-out
copy for every time it is answered). The first two made the error larger than plain counting, because the confusion
differs too much from site to site; the factors are what is used (PROTOCOL.md, "Deviations").

How far the factors differ between held-out sites is kept as well: a draw takes the factors of one of these sites, so
that the range of many draws holds the site-to-site difference, which is larger than any sampling error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classify.packs import pack_of
from auditor.model import Label, Rollup

Array = npt.NDArray[np.float64]
LABELS: tuple[Label, ...] = tuple(Label)
FOCUS: tuple[Rollup, ...] = (Rollup.CUSTOMER, Rollup.PRODUCT, Rollup.COMPANY)
SITE_PSEUDO = 2.0
POOL_PSEUDO = 10.0
BRIDGE_LEAN, BRIDGE_PSEUDO = 5.0, 1.0
"""Lines by which what both models say of a stratum leans on the whole site, and that on the small model's word. A judgement:
of 1, 5, 20 and 60 lines the first erred least, or nearly, on two sites of 26 and 31 pages, with little bias (PROTOCOL.md)."""


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
    """Factors by which counts of answers are multiplied: over all held-out sites, and of every one of them."""

    factors: Array
    site_factors: Array
    prior: Array

    @classmethod
    def fit(cls, true: Sequence[Sequence[float]], answered: Sequence[Sequence[float]]) -> ShareModel:
        """The model from the true and the answered label counts of held-out sites, a row a site."""
        truth, seen = np.array(true, dtype=np.float64), np.array(answered, dtype=np.float64)
        factors = (truth.sum(axis=0) + POOL_PSEUDO) / (seen.sum(axis=0) + POOL_PSEUDO)
        # A site's own factors are drawn towards the common ones where it has few units of a label.
        sites = (truth + SITE_PSEUDO * factors) / (seen + SITE_PSEUDO)
        return cls(factors, sites, truth.sum(axis=0) / max(1.0, truth.sum()))

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> ShareModel:
        """The model from its part of ``meta.json``."""
        return cls(*(np.array(stored[name], dtype=np.float64) for name in ("factors", "site_factors", "prior")))

    def stored(self) -> dict[str, Any]:
        """The model as its part of ``meta.json``."""
        return {name: np.round(getattr(self, name), 4).tolist() for name in ("factors", "site_factors", "prior")}

    def mix(self, counts: Mapping[Label, float] | Sequence[float], factors: Array | None = None) -> Array:
        """The plausible true mix of the seven labels behind the counts of answers (adds up to one)."""
        seen = as_counts(counts)
        if seen.sum() <= 0:
            return self.prior.copy()
        scaled = seen * (self.factors if factors is None else factors)
        result: Array = scaled / scaled.sum()
        return result

    def mixes(self, counts: Array, factors: Array | None = None) -> Array:
        """:meth:`mix` for many rows of counts (n, 7), each with its own factors (n, 7) or all with the model's."""
        scaled = counts * (self.factors if factors is None else factors)
        whole = scaled.sum(axis=1, keepdims=True)
        result: Array = np.where(whole > 0, scaled / np.maximum(whole, 1e-12), self.prior)
        return result

    def rate_draws(self, rng: np.random.Generator, draws: int) -> Array:
        """Plausible factors, one row a draw: those of held-out sites drawn at random."""
        picked: Array = self.site_factors[rng.integers(0, len(self.site_factors), size=draws)]
        return picked

    def correct(self, counts: Mapping[Label, float] | Sequence[float]) -> dict[Rollup, float]:
        """Corrected shares: customer, product and company as parts of their sum, terms and other of everything."""
        return rolled(self.mix(counts))

    def raw(self, counts: Mapping[Label, float] | Sequence[float]) -> dict[Rollup, float]:
        """Shares as counted, in the same form."""
        return rolled(as_counts(counts))

    def draw(self, counts: Mapping[Label, float] | Sequence[float], rng: np.random.Generator) -> dict[Rollup, float]:
        """One plausible set of corrected shares, with the factors of a held-out site drawn at random."""
        return rolled(self.mix(counts, self.rate_draws(rng, 1)[0]))

    def interval(
        self, counts: Mapping[Label, float] | Sequence[float], *, level: float = 0.9, draws: int = 400, seed: int = 13
    ) -> dict[Rollup, tuple[float, float]]:
        """A range for every share from the classifier's site-to-site error and the units' own sampling."""
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


@dataclass(frozen=True)
class Bridge:
    """From what the small model answers to what the large one would: how the two met on lines drawn as a sample.

    Double sampling (Tenenbein 1970, Journal of the American Statistical Association 65(331)): of the lines that the small
    model gives one label, as many are taken for each label as the large model gave those of them in the sample. Unlike the
    confusion of held-out sites this is measured on the site itself, and by a random sample; it is the difference estimator of
    survey sampling within each answer (Cochran 1977, Sampling Techniques, 7 and 12), as prediction-powered inference is
    (Angelopoulos et al. 2023, Science 382). ``rates`` (n, 7, 7) has a row an answer of the small model, adding up to one.
    """

    rates: Array

    @classmethod
    def of(cls, met: Array, everywhere: Array) -> Bridge:
        """From counts (n, 49) of the lines that both read, small by large: of one stratum, and of the whole site.

        What is rare in the stratum leans on the site by BRIDGE_LEAN lines, and what is rare there on the small model's word
        by BRIDGE_PSEUDO.
        """
        size = len(LABELS)
        here, whole = (counts.reshape(-1, size, size) for counts in (met, everywhere))
        whole = _rates(whole + BRIDGE_PSEUDO * np.eye(size))
        return cls(_rates(here + BRIDGE_LEAN * whole))

    def crossed(self, counts: Array) -> Array:
        """Counts of the small model's answers (n, 7) as the large one would give them."""
        result: Array = np.einsum("ns,nsl->nl", counts, self.rates)
        return result


def _rates(counts: Array) -> Array:
    result: Array = counts / counts.sum(axis=-1, keepdims=True)
    return result


def share_model(mode: str = "default", language: str = "en") -> ShareModel:
    """The share correction stored with the weights of a mode."""
    meta = json.loads((pack_of(language).folder / "meta.json").read_text(encoding="utf-8"))
    return share_model_of(meta["modes"][mode])


def true_given_answer(mode: str = "default", language: str = "en") -> Array:
    """How often each label is true where one is answered, on held-out copy of a mode: a row an answer, adding up to one.

    Half a unit is added to every count, so that what was never seen on held-out copy is rare and not impossible.
    """
    meta = json.loads((pack_of(language).folder / "meta.json").read_text(encoding="utf-8"))
    counts = np.array(meta["modes"][mode]["confusion_counts"], dtype=np.float64).T + 0.5
    rates: Array = counts / counts.sum(axis=1, keepdims=True)
    return rates


def share_model_of(stored: dict[str, Any]) -> ShareModel:
    """The share correction from a mode's part of ``meta.json``."""
    return ShareModel.read(stored["shares"])
