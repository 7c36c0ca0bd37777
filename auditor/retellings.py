"""Every reader of what a site tells twice and not alike beside its figures, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor import (
    borrowed,
    bygone,
    charges,
    granted,
    limits,
    offers,
    seniority,
    signposts,
    sittings,
    sums,
    tallies,
    twice,
)
from auditor.discord import Discord
from auditor.site import Site

READERS: tuple[Callable[[Site], Iterator[Discord]], ...] = (
    *(module.discords for module in (sums, borrowed, offers, charges, seniority, sittings, limits, granted, twice, tallies, signposts)),
    bygone.still_new,
)  # fmt: skip
"""Each gives its own kinds; what an earlier one has told of the same lines is not told again."""
