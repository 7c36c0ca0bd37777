"""Where does the site hide its own best lines?

Why it matters
--------------
Most companies have said the convincing thing already: what costs nothing, what they put right, what they measure, who
has authorised them. It stands on a page that a menu hardly leads to, while the first screen says what every rival says.
Moving a line costs nothing and needs no new claim.

How it is measured
------------------
Only lines of hard kinds are told, those that a customer can count on or check (word list "reasons"): nothing to pay, a wrong put right, a
measure, a register's number or who has authorised it, a record with its count, what others do not take on, a customer's
result with its figure. Up to {MOST} of them, one of each kind first, in a fixed order of kinds; a second one of a kind has to hold a figure.
Left out are lines of the home page and what any line of it tells already, rules for the reader, what is taken back in the same sentence, articles,
other people's affairs, somebody's life, half thoughts and pieces of lists, and guarantees of one site that do not last equally long. Where the headline has a fault,
the audit first-screen shows these lines with it, and nothing is told here. Where there is no such line, nothing is told at all. One that stands within {NEAR_TOP} words of the top of the home page is kept.
It gives no score: a line can be buried only where there is one. A result that is stated without a figure (a line of {STATED_WORDS} words or more about a customer, probability {STATED} or
more) is told if not one line that may be about a customer (probability {FAINT} or more) and no customer's words hold a figure on {MIN_PAGES} pages and
{ENOUGH} words or more of a company that does not give its goods away, receive guests or sell a good time (lodging, meals, music).

How to fix it
-------------
Put the best of the lines on the first screen of the home page, with a link to where it is told in full. Keep a customer's words
and name as they are.

Limit
-----
It uses only what is there, in English, and knows kinds of lines, not what would sell: a good line of no kind that it knows is not told.
Ask the customer before a review becomes a headline.

Fails
-----
/ Acme pumps
[first heading 1] feature: Milking pumps for dairies of any size
[first sentence] feature: Lent, mended and run in on the farm.
/testimonial/reviews Reviews
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.

Passes
------
/ Acme pumps
[first heading 1] outcome: Hilltop Dairy milks 40 minutes less a day since it changed its pump
[first sentence] feature: Pumps for parlours of any size.

Sources
-------
Tier and name after the founding idea of this product ("buried gold"). That people look at the first screen most:
Fessenden, "Scrolling and Attention", Nielsen Norman Group 2018.
"""

from __future__ import annotations

import re

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.headlines import fault
from auditor.model import Copy, Finding, Label, PageKind, Role, Tier
from auditor.opening import chance
from auditor.organisation import bound_to_secrecy, organisation, receives
from auditor.reasons import MOST as MOST
from auditor.reasons import NEAR_TOP as NEAR_TOP
from auditor.reasons import Reason, buried_reasons, elsewhere, shown_reasons
from auditor.site import Site
from auditor.strength import strongest
from auditor.text import listed, word_count
from auditor.voices import quoted

MIN_WORDS = 30
"""Fewer words of copy on the whole site than this: nothing could be buried."""

MIN_PAGES = 4
"""Pages, apart from policies, articles and careers, under which nothing is said to be missing."""

ENOUGH = 400
"""Words on them under which neither is."""

FAINT = 0.2
"""Probability of being about a customer from which a line with a figure may be a result: then nothing is missing."""

STATED, STATED_WORDS = 0.8, 6
"""Probability of being about a customer, and words, from which a line states a result that wants its figure. Judgements."""

_NO_RESULTS = frozenset({PageKind.POLICY, PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS})

_TOLD = ("result", "customer result", "promise")
"""Kinds of strong lines after which nobody may say that there is no result with a figure, or a scene of it."""


@audit(
    passes="Where its best lines stand",
    fails="Where its best lines stand",
    version=25,
)
def promote(site: Site) -> Verdict:
    """Find the lines that would persuade and say where they stand."""
    if site.home is None:
        return Verdict.not_enough("The home page was not among the pages read.")
    if site.words() < MIN_WORDS and len(site.pages) == 1:
        return Verdict.not_enough("There are too few words on the site to have a best line.")
    buried, shown = buried_reasons(site), shown_reasons(site)
    numbers: dict[str, object] = {
        "near_the_top_of_home": len(shown),
        "buried": len(buried),
        "lines": [_numbers(reason) for reason in buried],
    }
    bare = None if any(line.kind in _TOLD for line in strongest(site)) else _figureless(site)
    findings = [_finding(site, buried)] if buried and fault(site) is None else []
    findings += [bare] if bare else []
    keep = [_kept(line) for line in shown if not _boasts(line.copy)][:1]
    if not buried and not shown:
        summary = f"None of the kinds of line that it looks for was found on the {site.read} and missing on the home page; it does not know all."
        return Verdict(summary, None, findings, numbers=numbers, title="Which of its lines would persuade")
    few = len(buried) == 1
    summary = (
        f"{len(buried)} line{'s' * (not few)} that a customer can count on or check stand{'s' * few} on other pages alone;"
        f" {len(shown)} near the top of the home page."
    )
    return Verdict(summary, None, findings, keep, numbers)


def _finding(site: Site, buried: tuple[Reason, ...]) -> Finding:
    """What a customer can count on and the home page does not tell, in one finding: it is one thing to do."""
    several = len(buried) > 1
    kinds = listed(list(dict.fromkeys(reason.tells for reason in buried)))
    return finding(
        "promote",
        "counted-on",
        Tier.PROMOTE,
        f"The home page leaves out what a customer can count on: {elsewhere(site, buried)}",
        [quote(reason.copy) for reason in buried],
        why=f"{'They tell' if several else 'It tells'} {kinds}. No line of the home page was found that says so.",
        fix=("Put the best of these lines" if several else "Put this line")
        + " on the first screen of the home page, shortened, with a link to where it is told in full.",
        weight=0.75,
        key="\n".join(sorted(reason.copy.text for reason in buried)),
    )


def _figureless(site: Site) -> Finding | None:
    """A result that is stated without its figure, where no line, sure or not, by whomever, could be one with a figure."""
    pages = [page for page in site.pages if page.kind not in _NO_RESULTS]
    given = lexicon.load("answers")
    lines = [(page, copy) for page in pages for copy in page.copy if copy.unit.region.is_copy]
    if not organisation(site).sells or (site.home and any(given.has(copy.text, "gratis") for copy in site.home.copy)):
        return None  # what is given away is not weighed up
    if len(pages) < MIN_PAGES or sum(word_count(copy.text) for _, copy in lines) < ENOUGH or _has_guests(site):
        return None
    facts = lexicon.load("specifics")
    # a figure is believed wherever it stands, in an article too
    for page, copy in [(each, copy) for each in site.pages for copy in each.copy if copy.unit.region.is_copy]:
        if facts.has(copy.text, "money", "share", "time", "ratio") and (
            chance(copy) >= FAINT
            or copy.unit.role is Role.QUOTE
            or copy.unit.cite
            or copy.unit.id in quoted(site, page)
        ):
            return None
    stated = [copy for page, copy in lines if _states(copy) and not page.twin_of]
    if not stated:
        return None
    best = max(stated, key=lambda copy: (round(chance(copy), 2), -len(copy.text), copy.text))
    secret = bound_to_secrecy(site)  # their figures may be told where nobody is named
    return finding(
        "promote",
        "no-figure",
        Tier.PROMOTE,
        f"Not one line on the {site.read} read gives a result with its figure: how much, how soon or how often",
        [quote(best)],
        why="A result with a figure is what a rival cannot copy; without one, every promise here could be theirs.",
        fix="Tell how two matters ended, without names: what was at stake, what came of it, and in how long."
        if secret
        else "Ask three customers what is different, in hours, money or share, and put the best answer on the first screen.",
        proposal="[What was at stake]: [what came of it], in [time]."
        if secret
        else "[Customer’s name] [does what] in [time] instead of [time before].",
        weight=0.45,
        lead=False,
        key="no-figure",
    )


def _has_guests(site: Site) -> bool:
    """True for a house that people come to for a good time, or to stay: nobody counts what it changed."""
    journey, home = lexicon.load("journey"), site.home
    said = (site.name, home.page.title, home.page.description) if home else (site.name,)
    return any(journey.has(text, "leisure") for text in said) or receives(site)


def _states(copy: Copy) -> bool:
    """True for a whole line that says in the company's own voice what is better afterwards, without a figure."""
    text = copy.text
    return (
        copy.sure
        and copy.label is Label.OUTCOME
        and word_count(text) >= STATED_WORDS
        and chance(copy) >= STATED
        and copy.unit.role not in (Role.QUOTE, Role.BUTTON)
        and not copy.unit.cite
        and text[:1] not in _MARKS
        and not _DIGIT.search(text)
        and bool(_EFFECT.search(text))
        and not _HOPED.search(text)
    )


_MARKS = ("“", '"', "”", "‘", "«")
_DIGIT = re.compile(r"\d|\b(?:half|double|twice|third)\b", re.I)
_EFFECT = re.compile(
    r"\b(?:helps|helping|ensures|ensuring|reduces|reducing|increases|improves|keeps|saves|saving|gives|lets|prevents|cuts|lowers|"
    r"shortens|protects|allows|enables|makes|avoids|boosts|so (?:that )?you|you (?:save|keep|avoid|spend|lose|gain)|"
    r"(?:they|products|systems|services|solutions) (?:help|give|reduce|save|keep|let|cut|improve))\b",
    re.I,
)
_HOPED = re.compile(
    r"\?|\b(?:goals?|aims?|mission|vision|strive|committed|commitment|hope|imagine|if|may|might|could|should)\b", re.I
)


def _boasts(copy: Copy) -> bool:
    """Whether a line ranks the company or tells of an award: that is a claim, and not to be counted on by itself."""
    return lexicon.load("claims").has(copy.text, "rank", "among", "winner") or "award" in copy.text.casefold()


def _kept(line: Reason) -> Finding:
    return finding(
        "promote",
        "near-the-top",
        Tier.PROMOTE,
        "What a customer can count on stands where visitors look first",
        [quote(line.copy)],
        why=f"It tells {line.tells}.",
        fix="Keep it there.",
    )


def _numbers(reason: Reason) -> dict[str, object]:
    return {"text": reason.copy.text, "url": reason.page.url, "kind": reason.kind}
