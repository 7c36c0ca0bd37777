"""Where a link names one year and the page behind it another: "Dates for 2024" leads to "Dates for 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.discord import Discord
from auditor.model import Copy, JudgedPage, Link, Quote
from auditor.site import Site
from auditor.things import nouns

LONGEST = 80
"""Characters of a link's words, and of a heading, that are read."""

ALIKE = 2
"""Words besides the year that a link and what it leads to must share."""

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.])")
_GO = frozenset(
    "view see read click here find check get download more full list page back next previous latest current past archive".split()
)
"""Words of a link that name nothing of what it leads to."""


def discords(site: Site) -> Iterator[Discord]:
    """The first link whose year is not that of the page that it leads to."""
    for page, link, line in _misled(site):
        title = f"A link says “{link.text.strip()}”, and leads to “{line.text}”"
        fix = "Give link and page the same year; where the page's is over, take it down or call it past."
        shown = Quote(link.text.strip(), page.url, "link")
        yield Discord("other-year", title, ((shown,), (line,)), fix, 0.85)
        return


def _misled(site: Site) -> Iterator[tuple[JudgedPage, Link, Copy]]:
    for page in site.pages:
        if page.twin_of:
            continue
        for link in page.page.links:
            years = set(_YEAR.findall(link.text)) if link.internal and len(link.text) <= LONGEST else None
            target = site.page(link.url) if years else None
            if not years or target is None or target is page:
                continue
            named = nouns(_YEAR.sub(" ", link.text)) - _GO
            lines = [copy for copy in target.copy if len(copy.text) <= LONGEST and not copy.unit.href]
            alike = [copy for copy in lines if len(named) >= ALIKE and named <= nouns(copy.text)]
            told = [(copy, set(_YEAR.findall(copy.text))) for copy in alike]
            if not any(years & its for _, its in told):
                yield from ((page, link, copy) for copy, its in told if its)
