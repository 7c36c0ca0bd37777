"""Shares of a site's talk from the answers on its pages, with an interval: point and bootstrap, on counts alone.

Of a site too large for the large model (:mod:`.sample`) the counts are estimates: what the large model answered where it
read, and for the rest what it would have answered as far as the sample tells (:class:`.shares.Bridge`). The bootstrap draws
the sample's pages anew as well, so that the interval holds the error of sampling. A pure function of its input: it is seeded with the
counts themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from auditor.classify.shares import FOCUS, LABELS, Bridge, ShareModel

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DRAWS = 500
AT_ONCE = 1 << 16
"""Pages drawn at once: each takes 0.1 KB meanwhile, and all draws of 20,000 pages together took over a gigabyte."""

FOLD = np.array([[label.rollup is roll for roll in FOCUS] for label in LABELS], dtype=np.int64)


@dataclass(frozen=True)
class Answers:
    """What was answered on the pages of a scope, a row a page.

    ``read`` (n, 7) counts the answers in force, ``strata`` (n) says which stratum a page is of and ``weights`` what each of
    these weighs. ``small`` (n) marks the pages that the small model read, ``drawn`` those that both did, of which
    ``met`` (n, 49) counts the pairs of answers, small by large; ``everywhere`` (m, 49) has these of the whole site. Where
    it is None, every answer counts as it was given.
    """

    read: Ints
    strata: Ints
    weights: Floats
    small: npt.NDArray[np.bool_]
    drawn: npt.NDArray[np.bool_]
    met: Ints
    everywhere: Ints | None = None

    def counts(self) -> Floats:
        """The large model's answers of every stratum (strata, 7), estimated where it did not read."""
        result: Floats = self._counted(lambda rows, sample: rows.sum(axis=0, dtype=float)[None])[0]
        return result

    def shares(self, correction: ShareModel | None) -> tuple[Floats, Floats, Floats]:
        """The shares of talk (3), and the low and high ends of their 95 % intervals.

        A two-stage bootstrap: pages within their stratum, those that the large model read, the drawn and the others each for
        themselves, then units within a page. Drawing units as well keeps a stratum of one page (the home page) from having
        no uncertainty at all. With a correction, every draw takes the error of one held-out site as well.
        """
        point = mixed(self.counts()[None], self.weights, correction, None)[0]
        seed = hashlib.blake2s(self.read.tobytes() + self.strata.tobytes(), digest_size=8).digest()
        rng = np.random.default_rng(int.from_bytes(seed, "big"))
        draws = self._counted(lambda rows, sample: _drawn(rows, rng, sample=sample))
        rates = correction.rate_draws(rng, DRAWS) if correction else None
        low, high = np.percentile(mixed(draws, self.weights, correction, rates), [2.5, 97.5], axis=0)
        return point, low, high

    def _counted(self, taken: Callable[[Ints, bool], Floats]) -> Floats:
        """The answers of every stratum (n, strata, 7), by one way of taking rows together (n sums of them), which is told
        of what is a sample.
        """
        found = []
        everywhere = None if self.everywhere is None else taken(self.everywhere, True)
        for stratum in range(len(self.weights)):
            mine = self.strata == stratum
            if everywhere is None:
                found.append(taken(self.read[mine], False))
                continue
            here = taken(self.met[mine & self.drawn], True)
            met = here.reshape(len(here), len(LABELS), len(LABELS)).sum(axis=1)
            rest = Bridge.of(here, everywhere).crossed(taken(self.read[mine & self.small], False))
            found.append(taken(self.read[mine & ~self.small & ~self.drawn], False) + met + rest)
        return np.stack(found, axis=1)


def _drawn(rows: Ints, rng: np.random.Generator, *, sample: bool) -> Floats:
    """What DRAWS draws answer, a row each: as many pages as there are, then as many units within each of them.

    Of a ``sample`` one page less is drawn, and counted for as many as there are: of a few pages as many again vary too
    little (Rao and Wu 1988, Journal of the American Statistical Association 83(401)). A few draws at a time (AT_ONCE); the
    numbers are those of all at once.
    """
    if not len(rows):
        return np.zeros((DRAWS, rows.shape[1]))
    sizes = rows.sum(axis=1)
    chances = (rows + 1e-9) / (sizes[:, None] + 1e-9 * rows.shape[1])
    step = max(1, AT_ONCE // len(rows))
    many = max(1, len(rows) - sample)
    small = np.min_scalar_type(len(rows))
    drawn = [rng.integers(0, len(rows), size=(min(step, DRAWS - k), many)).astype(small) for k in range(0, DRAWS, step)]
    found = np.concatenate([rng.multinomial(sizes[picks], chances[picks]).sum(axis=1) for picks in drawn]).astype(float)
    return found if many == len(rows) else found * (len(rows) / many)


def mixed(counts: Floats, weights: Floats, correction: ShareModel | None, rates: Floats | None) -> Floats:
    """Focus shares (n, 3) of answered counts (n, strata, 7): corrected, then mixed by the weights of the strata."""
    shares = np.zeros((len(counts), len(weights), len(FOCUS)))
    known = np.zeros((len(counts), len(weights)))
    for stratum in range(len(weights)):
        answered = counts[:, stratum, :]
        true = correction.mixes(answered, rates) if correction else answered
        folded = true @ FOLD
        sizes = folded.sum(axis=1, keepdims=True)
        shares[:, stratum, :] = np.divide(folded, sizes, out=np.zeros_like(folded), where=sizes > 0)
        known[:, stratum] = weights[stratum] * ((answered @ FOLD).sum(axis=1) > 0)
    whole = known.sum(axis=1, keepdims=True)
    summed = (shares * known[:, :, None]).sum(axis=1)
    result: Floats = np.divide(summed, whole, out=np.zeros_like(summed), where=whole > 0)
    return result
