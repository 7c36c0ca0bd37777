"""Where on a site something is wrong in plain sight: a text with its place and how much it is seen, and what was meant."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import Copy, JudgedPage, Quote, Region, Role
from auditor.site import SELLING_KINDS, Site


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of the site, where it stands, and how much it is seen (0-1)."""

    text: str
    quote: Quote
    page: JudgedPage
    seen: float
    copy: Copy | None = None
    theirs: bool = False  # somebody's words, not the site's own

    @property
    def order(self) -> int:
        """Where the text stands on its page, 0 for a title."""
        return self.copy.unit.order if self.copy else 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where something is wrong: the words, what was meant or "", a quote to hold beside it.

    ``times`` is how often it stands on its page, or on how many pages where no copy shows it; ``pages`` on how many it does.
    """

    kind: str
    spot: Spot
    words: str
    meant: str = ""
    beside: Quote | None = None
    times: int = 1
    pages: int = 1


def prominence(site: Site, page: JudgedPage, copy: Copy) -> float:
    """How much a line is seen (0-1): most on the first screen of the home page."""
    first = page is site.home and copy.unit.region is Region.FIRST
    loud = copy.unit.role in (Role.HEADING, Role.BUTTON) or copy.unit.region is Region.FIRST
    return 1.0 if first else 0.8 if loud or page is site.home else 0.6 if page.kind in SELLING_KINDS else 0.4
