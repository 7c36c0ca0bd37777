"""How strong a line of copy is: what in it is specific, and where on the site the strongest lines stand.

A strong line names a result, a customer's own words about one, or hard work that others would rather not take on, and
says how much, how fast, for whom or what. The vendor's own counts (years, clients, stars), third parties' figures,
averages and suppositions add nothing. Points are public (:data:`POINTS`), so that anyone can redo the sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor import lexicon
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import FOCUS_KINDS, Site
from auditor.statement import own_words
from auditor.text import word_count

POINTS: dict[str, float] = {
    "money": 2.0,
    "share": 2.0,
    "time": 2.0,
    "ratio": 1.5,
    "once": 1.5,
    "hard": 2.0,
    "named customer": 1.0,
    "customer's words": 1.0,
    "own words": 0.5,
}
"""What a line gains by naming this once. A judgement by rank, not a measurement: figures first, then hard cases, then a
face behind it; a line's subject adds 1 for an outcome and 0.5 for a problem."""

STRONG = 3.0
"""Points from which a line is strong: a result with a figure, or a hard case with one more detail."""

MOST_FIGURES = 4.0
"""Most points from figures together: a third number adds nothing."""

OWN_ENOUGH = 3
"""Own words (no stock words) from which a line shows something one can picture."""

LONGEST = 45
"""A line of more words than this is a paragraph, and no line to lead with."""

_FIGURES = ("money", "share", "time", "ratio", "once")
_SOURCES = FOCUS_KINDS - {PageKind.BLOG, PageKind.PRICING, PageKind.CONTACT}
_ASIDE = (Role.LINK, Role.BUTTON)


@dataclass(frozen=True, slots=True)
class Strong:
    """One strong line. ``kind``: "result", "customer result" or "hard case"; ``depth``: words above it on its page."""

    page: JudgedPage
    copy: Copy
    kind: str
    points: float
    reasons: tuple[str, ...]
    depth: int
    at_home: bool


def reasons(text: str, *, cite: str = "", quoted: bool = False) -> tuple[str, ...]:
    """What is specific in a line, in the order of POINTS; nothing where its figures are not the vendor's customers'."""
    facts = lexicon.load("specifics")
    if facts.has(text, "third"):
        return ()
    bare = facts.replace(text, " ", "vendor")
    found = set(facts.count(bare, *_FIGURES, "hard"))
    if cite:
        found.add("named customer")
    if quoted or cite or facts.has(bare, "voice"):
        found.add("customer's words")
    if len(own_words(bare)) >= OWN_ENOUGH:
        found.add("own words")
    return tuple(reason for reason in POINTS if reason in found)


def points(label: Label, why: Iterable[str]) -> float:
    """The sum for a line of this label with these reasons."""
    why = list(why)
    figures = min(MOST_FIGURES, sum(POINTS[reason] for reason in why if reason in _FIGURES))
    rest = sum(POINTS[reason] for reason in why if reason not in _FIGURES)
    return figures + rest + {Label.OUTCOME: 1.0, Label.PROBLEM: 0.5}.get(label, 0.0)


def strongest(site: Site) -> list[Strong]:
    """The strong lines of a site, best first; composite stories, policy talk, links and questions are left out."""
    found = []
    for page in site.pages:
        if page.twin_of or page.kind not in _SOURCES or _invented(page):
            continue
        depth = 0
        for copy in page.copy:
            if not copy.unit.region.is_copy:
                continue
            strong = _strong(site, page, copy, depth)
            if strong is not None:
                found.append(strong)
            depth += word_count(copy.text)
    return sorted(found, key=lambda entry: (-entry.points, not entry.at_home, entry.depth, entry.copy.unit.id))


def _strong(site: Site, page: JudgedPage, copy: Copy, depth: int) -> Strong | None:
    unit = copy.unit
    if not (copy.counted and copy.sure) or unit.role in _ASIDE or unit.text.rstrip().endswith("?"):
        return None
    if not 4 <= word_count(unit.text) <= LONGEST:
        return None
    quoted = unit.role is Role.QUOTE or bool(re.match(r"[\"“]", unit.text))
    why = reasons(unit.text, cite=unit.cite, quoted=quoted)
    figures = [reason for reason in why if reason in _FIGURES]
    hard = "hard" in why and copy.label in (Label.FEATURE, Label.COMPANY, Label.OUTCOME, Label.PROBLEM)
    if copy.label is Label.OUTCOME and figures:
        kind = "customer result" if quoted or unit.cite else "result"
    elif hard and not quoted:
        kind = "hard case"
    else:
        return None
    total = points(copy.label, why)
    if total < STRONG and kind != "hard case":
        return None
    at_home = site.home is not None and page.url == site.home.url
    return Strong(page, copy, kind, total, why, depth, at_home)


def _invented(page: JudgedPage) -> bool:
    """A page that says of itself that its stories are composite, or its names withheld."""
    facts = lexicon.load("specifics")
    return any(facts.has(copy.text, "composite") for copy in page.copy if copy.unit.region is not Region.NAV)


def called(site: Site, page: JudgedPage) -> str:
    """A page as one says it: "the home page", "the page “Services”"."""
    if site.home is not None and page.url == site.home.url:
        return "the home page"
    title = re.split(r"\s+(?:[|–—·»-]|::)\s+", page.page.title)[0].strip() or page.url.rsplit("/", 1)[-1]
    return f"the page “{title if len(title) <= 50 else title[:47].rstrip() + '…'}”"
