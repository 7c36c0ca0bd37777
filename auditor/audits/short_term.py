"""Do mission and company pages set aims for the company's own money and rank?

Why it matters
--------------
"Profitable growth" and "number one" are what a company wants for itself. Owners may want to read them; a customer
learns to be the means. Aims for customers serve both readers.

How it is measured
------------------
The home page and the pages about mission and company: lines in the company's own voice with words of an aim and, in
the same line, the company's own growth, profit, owners or market share (public list "short-term"), or a rank that it
wants to reach (list "mission"). What customers gain is left out, and so are customers' words, questions and what is
said to candidates and investors elsewhere. A mission statement that is only a rank has a finding by the audit of
missions. It is quiet unless money is named, or {RANKS} lines set a rank as aim. It gives no score.

How to fix it
-------------
Say what customers have when the aim is reached; tell owners about growth on the page for owners.

Limit
-----
Words only. A cooperative's or charity's "growth" may be its members'.

Fails
-----
/about Acme
[first heading 1] company: About us
[first sentence] company: Our goal is sustained growth and higher shareholder value.
[main sentence] company: We aim to be the leading pump maker of the county.

Passes
------
/about Acme
[first heading 1] company: About us
[first sentence] company: Our goal is that no dairy of the county stands still for more than two hours.
[main sentence] company: We have grown with our customers since 1921.

Sources
-------
Components of mission statements: Pearce and David 1987, "Corporate Mission Statements: The Bottom Line", Academy of
Management Executive 1(2). Word lists: short-term, mission.
"""

from __future__ import annotations

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, Label, PageKind, Role, Tier
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import quoted

RANKS = 2
"""Lines with a rank as aim from which they are told; one is said by nearly everybody."""

LONGEST = 45
"""Words from which a line is a paragraph, whose aim is not plain."""

MIN_LINES = 2
"""Fewer lines about the company on these pages than this: not enough to judge."""

_KINDS = (PageKind.HOME, PageKind.ABOUT, PageKind.MISSION)


@audit(
    passes="Mission and company pages set no aims for the company's own money",
    fails="Mission and company pages set aims for the company's own money or rank",
    version=2,
)
def short_term(site: Site) -> Verdict:
    """Judge a site."""
    lines = [
        copy
        for page, copy in site.copy(*_KINDS)
        if copy.unit.role not in (Role.QUOTE, Role.LINK, Role.BUTTON)
        and not copy.unit.cite
        and copy.unit.id not in quoted(site, page)
        and copy.label in (Label.COMPANY, Label.OUTCOME)
        and word_count(copy.text) <= LONGEST
    ]
    if len(lines) < MIN_LINES:
        return Verdict.not_enough("Hardly a line about the company stands on the home, company and mission pages.")
    money = [copy for copy in lines if _aims(copy.text, "money")]
    rank = [copy for copy in lines if copy not in money and _aims(copy.text, "rank")]
    numbers = {"lines": len(lines), "aims_of_money": len(money), "aims_of_rank": len(rank)}
    found = _finding(money, rank)
    summary = (
        f"Of {len(lines)} lines about the company, {len(money)} set aims of its own money and {len(rank)} of rank."
    )
    return Verdict(summary, findings=found, numbers=numbers)


def _aims(text: str, kind: str) -> bool:
    """Whether a line sets the company such an aim: the aim and the thing in one line, and the thing not the customer's."""
    own = lexicon.load("short-term")
    if not own.has(text, "aim") or text.rstrip().endswith("?"):
        return False
    hits = own.find(text, "money") if kind == "money" else lexicon.load("mission").find(text, "rank")
    hits = [hit for hit in hits if not own.has(text[hit.start : hit.end], "giving")]
    theirs = own.find(text, "theirs")
    return any(not any(other.start < hit.end and hit.start < other.end for other in theirs) for hit in hits)


def _finding(money: list[Copy], rank: list[Copy]) -> list[Finding]:
    if not money and len(rank) < RANKS:
        return []
    lines = [*money, *rank]
    what = "the company's own growth or profit" if money else "its own rank"
    return [
        finding(
            "short-term",
            "money" if money else "rank",
            Tier.REST,
            f"{len(lines)} line{'s' * (len(lines) != 1)} on the home, company or mission page set{'s' * (len(lines) == 1)} {what} as the aim",
            [quote(copy) for copy in lines[:3]],
            why="Customers who read it learn that they are the means.",
            fix="Say what customers have when the aim is reached; tell owners about growth on the page for owners.",
            proposal="[What customers have then], by [when].",
            weight=0.15,
            lead=False,
            key=lines[0].text.casefold(),
        )
    ]
