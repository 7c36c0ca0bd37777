"""Audit results in, dimension scores and the verdict in words out.

A dimension's score is the mean of its scored audits, each by its weight, times 100. Not applicable and not enough to
judge weigh nothing, but a dimension whose main audit (the heaviest weight in it) has no score is *not measured*: the
lesser ones alone would answer another question under its name. An audit that failed to run leaves its dimension without
a number too. The overall score is the weighted mean of the dimensions that have a number, and needs
:data:`MIN_DIMENSIONS` of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.model import AuditResult, Dimension, Label, Profile, Rollup, Score, Status
from auditor.site import FOCUS_KINDS, Site
from auditor.voices import NO_CUSTOMER, quotations

DIMENSION_WEIGHTS: dict[Dimension, float] = {
    Dimension.FIRST_SCREEN: 0.25,
    Dimension.FOCUS: 0.30,
    Dimension.SAY_SHOW: 0.15,
    Dimension.PROOF: 0.15,
    Dimension.ONE_VOICE: 0.15,
}
"""Weight of each dimension in the overall score. A judgement, public and versioned: what a first visitor reads and
what most of the copy is about carry more than half."""

SCORING = 2
"""Version of the sums below, part of the method's identity; 2: no number without a dimension's main audit."""

MIN_DIMENSIONS = 3
"""Fewer dimensions with a number than this give no overall score."""


def dimension_scores(results: Sequence[AuditResult]) -> tuple[Score, ...]:
    """One score a dimension, in the order of Dimension. ``parts`` are (audit, its score 0-100, its weight)."""
    return tuple(_dimension(dimension, [r for r in results if r.dimension is dimension]) for dimension in Dimension)


def _dimension(dimension: Dimension, results: Sequence[AuditResult]) -> Score:
    broken = [result.id for result in results if result.status is Status.ERROR]
    scored = [result for result in results if result.score is not None and result.weight > 0]
    parts = tuple((result.id, round(100 * (result.score or 0.0), 1), result.weight) for result in scored)
    if broken:
        return Score(dimension.value, None, None, None, parts, f"not measured: {', '.join(broken)} failed to run")
    heaviest = max((result.weight for result in results), default=0.0)
    main = [result for result in results if result.weight == heaviest > 0]
    missing = [f"{result.id} {_UNSCORED[result.status]}" for result in main if result.score is None]
    if missing or not main:
        why = "not measured" + (f": {', '.join(missing)}" if missing else "")
        return Score(dimension.value, None, None, None, (), why)
    total = sum(weight for _, _, weight in parts)
    value = sum(score * weight for _, score, weight in parts) / total
    return Score(dimension.value, round(value, 1), None, None, parts)


_UNSCORED = {
    Status.SCORED: "has no score",
    Status.INFORMATIVE: "gives no score",
    Status.NOT_APPLICABLE: "is not applicable",
    Status.NOT_ENOUGH: "found not enough to judge",
}


def overall(scores: Sequence[Score]) -> Score:
    """The weighted mean of the dimensions that have a number; None, and why, under MIN_DIMENSIONS of them."""
    weights = {dimension.value: weight for dimension, weight in DIMENSION_WEIGHTS.items()}
    parts = tuple((score.name, score.value, weights[score.name]) for score in scores if score.value is not None)
    if len(parts) < MIN_DIMENSIONS:
        why = f"{len(parts)} of {len(scores)} dimensions have a number; {MIN_DIMENSIONS} are needed"
        return Score("overall", None, None, None, parts, why)
    total = sum(weight for _, _, weight in parts)
    return Score("overall", round(sum(value * weight for _, value, weight in parts) / total, 1), None, None, parts)


def sensitivity(results: Sequence[AuditResult]) -> dict[str, tuple[Score, Score]]:
    """How far the score hangs on how much more a line counts the higher it stands.

    Way of weighing -> (the focus score, the overall score) with every audit that says what it would have given so
    (``by_prominence`` among its numbers, 0-1); everything else as it is. The first way is the one in force.
    """
    ways: dict[str, float] = next(
        (result.numbers["by_prominence"] for result in results if "by_prominence" in result.numbers), {}
    )
    found = {}
    for way in ways:
        weighed = [
            replace(result, score=result.numbers["by_prominence"][way])
            if result.score is not None and "by_prominence" in result.numbers
            else result
            for result in results
        ]
        scores = dimension_scores(weighed)
        focus = next(score for score in scores if score.name == Dimension.FOCUS.value)
        found[way] = (focus, overall(scores))
    return found


def verdict(profile: Profile, praise: int = 0) -> str:
    """What the site talks about, in two short sentences a chief executive can repeat. No numbers, no advice.

    ``praise`` of its lines on the company are customers' own words (:func:`praise`): where the company leads by these
    alone, it is not the site that talks about itself.
    """
    shares = profile.shares
    total = shares[Rollup.CUSTOMER.value].total
    if total == 0:
        return "There was no copy here that could be judged."
    if total < FEWEST:
        return "Too few lines were read to say what it talks about."
    ranked = sorted(shares.items(), key=lambda item: (-(item[1].value or item[1].count / total), item[0]))
    leader = ranked[0][0]
    pair = {ranked[0][0], ranked[1][0]}
    ahead = ranked[0][1].count - ranked[1][1].count
    close = ahead / total < CLOSE
    seen = shares[Rollup.CUSTOMER.value]
    specific = profile.specific + profile.counts["problem"]
    troubles = profile.counts["problem"] > TROUBLES * profile.counts["outcome"]
    if leader == Rollup.CUSTOMER.value and not close:
        first = "It speaks of what troubles its customers." if troubles else "It says what changes for its customers."
        second = {
            Rollup.PRODUCT.value: "What it offers comes second.",
            Rollup.COMPANY.value: "The company itself comes second.",
        }[ranked[1][0]]
        if ranked[1][1].count < ranked[2][1].count:  # the bar beside it counts lines, and would say otherwise
            second = "What it offers and the company itself come after."
        return f"{first} {second}"
    # a lead that the bar of counted lines beside it contradicts is no lead
    if leader == Rollup.CUSTOMER.value or (Rollup.CUSTOMER.value in pair and ahead < 0):
        other = "what it offers" if Rollup.PRODUCT.value in pair else "itself"
        return f"It speaks of its customers and of {other} about equally."
    first = "It talks about the company itself."
    if leader == Rollup.PRODUCT.value:
        first = "It says what the company offers."
    if close and pair == {Rollup.PRODUCT.value, Rollup.COMPANY.value}:
        first = "It says what the company offers and who it is."
    elif leader == Rollup.COMPANY.value and ahead < praise:
        first = "Most of what it says of the company is praise by its customers."
    if specific == 0:
        return f"{first} Nothing on what changes for the customer was found."
    if troubles:
        return f"{first} It {seen.word} speaks of what troubles the customer."
    return f"{first} It {seen.word} says what changes for the customer."


FEWEST = 5
"""Lines about customers, product or company under which nothing is said of what a site talks about: a judgement."""

TROUBLES = 2
"""Lines on customers' troubles to one on what changes for them, above which the site is said to speak of troubles."""


def praise(site: Site) -> int:
    """How many of the lines that :func:`auditor.focus.site_profile` counts as company talk are the words of customers."""
    said = {
        copy.unit.id
        for quotation in quotations(site)
        if quotation.who not in NO_CUSTOMER and quotation.page.kind in FOCUS_KINDS
        for copy in quotation.copies
        if copy.counted and copy.unit.region.is_copy and copy.label is Label.COMPANY
    }
    return len(said)


CLOSE = 0.08
"""Two groups whose counts differ by less than this share of the focus copy are called about equal."""
