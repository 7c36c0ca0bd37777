"""What a site tells twice and not alike: the noun that every reader of it gives."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import Copy, Quote


@dataclass(frozen=True, slots=True)
class Discord:
    """Two tellings of one thing. A tuple among ``lines`` is a row of a table; ``weight`` orders findings (0-1)."""

    kind: str
    title: str
    lines: tuple[tuple[Copy | Quote, ...], ...]
    fix: str
    weight: float
    lead: bool = True


AGREE = "Agree on one and use it everywhere, or name beside each the product or place it holds for."
