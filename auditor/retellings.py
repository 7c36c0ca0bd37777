"""Every reader of what a site tells twice and not alike beside its figures, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor import borrowed, charges, offers, seniority, tallies, twice
from auditor.discord import Discord
from auditor.site import Site

READERS: tuple[Callable[[Site], Iterator[Discord]], ...] = tuple(
    module.discords for module in (borrowed, offers, charges, seniority, twice, tallies)
)
"""Each gives its own kinds; what an earlier one has told of the same lines is not told again."""
