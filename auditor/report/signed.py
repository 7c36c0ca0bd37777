"""How many findings of a kind careful readers signed on sites that nobody had tuned on, and what follows for the first screen.

``data/signed.json`` counts the verdicts in ``tests/audits/judgements`` (``python tests/measure/precision.py --write``).
A kind whose audit was mended since is counted with what it told before: it comes back by being read again.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from auditor.model import Finding

LEAST = 0.4
"""Least chance of being signed with which a kind stands on the first screen: one refusal does not take it away, two
without a signature do. A judgement, made with the verdicts up to the ninth set in sight and not by those of the tenth; what nobody has
judged yet begins at even."""


ASIDE = 0.25
"""Chance under which a kind leaves the list of findings for a fold at its end: five refusals without a signature do that, or
nine with one. A judgement, made with the verdicts up to the eleventh set in sight; METHOD asks 0.8 of whatever is told, and what is under it to be made quieter or put in an appendix."""


@cache
def verdicts() -> dict[str, tuple[int, int]]:
    """By ``audit/kind``, how many findings (and lines to keep) were signed without reserve, and how many were read."""
    text = (resources.files("auditor") / "data" / "signed.json").read_text(encoding="utf-8")
    return {kind: (signed, read) for kind, (signed, read) in json.loads(text).items()}


def read_by_others(found: Finding) -> tuple[int, int]:
    """Of the findings of this kind that were read on sites unseen: how many were signed, and of how many."""
    return verdicts().get(f"{found.audit}/{found.kind}", (0, 0))


def chance(signed: int, read: int) -> float:
    """How likely the next finding of a kind is signed: the mean of a beta distribution that began as if two of four had been."""
    return (signed + 2) / (read + 4)


def aside(found: Finding) -> bool:
    """Whether readers refused findings of this kind nearly always: it is kept for whoever does the work, apart from the others."""
    return chance(*read_by_others(found)) < ASIDE


def may_lead(found: Finding) -> bool:
    """Whether readers have signed findings of this kind often enough for the first screen."""
    return chance(*read_by_others(found)) >= LEAST
