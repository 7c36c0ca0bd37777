"""Where does the site hide its own best lines?

Why it matters
--------------
Most companies have said the convincing thing already: what they put right, what costs nothing, how soon it is done, a
customer's result with a number in it. It stands far down a page, or on one that a menu hardly leads to, while the first
screen says what every rival says. Moving a line costs nothing and needs no new claim.

How it is measured
------------------
Each line of the pages that a buyer reads is given a worth: the sum of one weight for each thing it shows (a figure, and of what;
who does it; entries of the word lists "reasons" and "specifics"), for what it is about, and the mean of its words' weights. The
weights were learnt from lines that readers marked as worth moving up or not, business by business (auditor.worth, command
"model worth", which prints how well businesses left out are ranked). Rules for the reader, half thoughts, articles, other people's affairs and what the top of
the home page says already ({NEAR_TOP} words, in nearly the same words or with the same figures) are left out. Up to {MOST} lines are told at
once, {OF_A_KIND} of a kind at most and one customer, none of a worth under {LEAST} beside better ones, and of one under {FURTHER} beside two. Where the best of them is worth less than {GOOD}, it is
told that these come nearest; nothing leads with one of less than {LEADS}. It gives no score: a line can be
buried only where there is one. A result that is stated without a figure (a line of {STATED_WORDS} words or more about a customer, probability {STATED} or
more) is told if not one line that may be about a customer (probability {FAINT} or more) and no customer's words hold a figure on {MIN_PAGES} pages and
{ENOUGH} words or more of a company that does not give its goods away, receive guests or sell a good time (lodging, meals, music).

How to fix it
-------------
Put the best of the lines on the first screen of the home page, with a link to where it is told in full. Keep a customer's words
and name as they are.

Limit
-----
It uses only what is there, in English, and ranks by what a line shows, not by what would sell: expect to see one of your own best lines
among those told, and one or two that you would leave where they are. Ask the customer before a review becomes a headline.

Fails
-----
/ Acme pumps
[first heading 1] company: The leading maker of pumps
[first sentence] company: Family owned and proud of it.
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
from auditor.model import Copy, Finding, Label, PageKind, Region, Role, Tier
from auditor.opening import chance
from auditor.organisation import bound_to_secrecy, organisation, receives
from auditor.reasons import FURTHER as FURTHER
from auditor.reasons import GOOD as GOOD
from auditor.reasons import LEAST as LEAST
from auditor.reasons import MOST as MOST
from auditor.reasons import NEAR_TOP as NEAR_TOP
from auditor.reasons import OF_A_KIND as OF_A_KIND
from auditor.reasons import Reason, buried_reasons
from auditor.site import Site
from auditor.strength import Strong, alike, called, worth_moving
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

LEADS = 1.5
"""Worth of the best line from which the finding stands on the report's first screen. Of nine sites read before anything was
mended (November 2026), the three that led with less were wrong, and the two that led with more arguable."""

MOST_TOLD = 200
"""Strong lines that are looked at, the strongest: each is held against each."""

_NO_RESULTS = frozenset({PageKind.POLICY, PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS})

_TOLD = ("result", "customer result", "promise")
"""Kinds of strong lines after which nobody may say that there is no result with a figure, or a scene of it."""


@audit(
    passes="Where its best lines stand",
    fails="Where its best lines stand",
    version=17,
)
def promote(site: Site) -> Verdict:
    """Find the lines that would persuade and say where they stand."""
    if site.home is None:
        return Verdict.not_enough("The home page was not among the pages read.")
    if sum(word_count(copy.text) for _, copy in site.copy()) < MIN_WORDS and len(site.pages) == 1:
        return Verdict.not_enough("There are too few words on the site to have a best line.")
    strong, buried = worth_moving(site), buried_reasons(site)
    shown = _distinct([line for line in strong[:MOST_TOLD] if not _deep(line)])
    numbers: dict[str, object] = {
        "near_the_top_of_home": len(shown),
        "buried": len(buried),
        "lines": [_numbers(reason) for reason in buried],
    }
    bare = None if any(line.kind in _TOLD for line in strong) else _figureless(site)
    findings = ([_finding(site, buried)] if buried else []) + ([bare] if bare else [])
    keep = [_kept(line) for line in shown[:2]]
    if not buried and not shown:
        summary = f"None of the lines on the {site.read} read gives a reason that could be moved up."
        return Verdict(summary, None, findings, numbers=numbers, title="Which of its lines would persuade")
    good = sum(reason.worth >= GOOD for reason in buried)
    summary = (
        f"{good} good line{'s' * (good != 1)} that would persuade stand{'s' * (good == 1)} where few people look;"
        f" {len(shown)} strong one{'s' * (len(shown) != 1)} near the top of the home page."
    )
    return Verdict(summary, None, findings, keep, numbers)


IN_TITLE = 2
"""Lines that the title shows; all are quoted under it."""


def _finding(site: Site, buried: tuple[Reason, ...]) -> Finding:
    """The best lines that few people meet, in one finding: it is one thing to do."""
    told = [f"{_line(reason)} ({_where(site, reason)})" for reason in buried[:IN_TITLE]]
    if more := len(buried) - len(told):
        told.append(f"{more} more")
    kinds = listed(list(dict.fromkeys(reason.tells for reason in buried)))
    quotes = [quote(reason.copy) for reason in buried]
    key = "\n".join(sorted(reason.copy.text for reason in buried))
    several = len(buried) > 1
    # a price alone is nothing to begin with
    leads = buried[0].worth >= LEADS and any(reason.kind != "price" for reason in buried)
    if buried[0].worth < GOOD:
        return finding(
            "promote",
            "nearest",
            Tier.PROMOTE,
            f"No line further on gives a strong reason; {'these come' if several else 'this comes'} nearest: {listed(told)}",
            quotes,
            why=f"{'They tell' if several else 'It tells'} {kinds}. Who has nothing better to move up has to write it.",
            fix="Write down what you do that others do not, with its figure or its name, and put it on the first screen.",
            weight=0.35,
            lead=False,
            key=key,
        )
    return finding(
        "promote",
        "customer-result" if buried[0].kind == "customer" and buried[0].at_home else "buried",
        Tier.PROMOTE,
        f"{'Lines' if several else 'A line'} that would persuade stand{'s' * (not several)} where few people look: {listed(told)}",
        quotes,
        why=f"{'They tell' if several else 'It tells'} {kinds}. A rival cannot copy what is already true of you, and whoever"
        " decides by the first screen never learns it.",
        fix=("Put the best of these lines" if several else "Put this line")
        + " on the first screen of the home page, shortened, with a link to where it is told in full.",
        weight=min(1.0, 0.5 + buried[0].worth / 4) if leads else 0.38,
        lead=leads,
        key=key,
    )


def _where(site: Site, reason: Reason) -> str:
    where = called(site, reason.page)
    if not reason.copy.unit.region.is_copy:
        return f"at the foot of {where}"
    return f"{round(reason.depth, -1):,} words down {where}" if reason.at_home else where


SHORT = 90
"""Characters of a line that the title shows; all of it is quoted under it."""


def _line(reason: Reason) -> str:
    """A line in marks, cut at a word where it is long, with the name that a customer gave to it."""
    cite = re.sub(r"\s+([,.])", r"\1", reason.copy.unit.cite).strip(" .")
    return f"“{_cut(reason.copy.text)}”" + (f" — {cite}" if cite else "")


def _cut(text: str) -> str:
    """A line without marks around it, cut at a word where it is long."""
    text = text.strip(' "”“„«»')
    return text if len(text) <= SHORT else text[: SHORT - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


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
        f"It says “{_cut(best.text)}”, and on the {site.read} read no line says with a figure how much, how soon or how often",
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


def _deep(line: Strong) -> bool:
    """Whether a line does not stand near the top of the home page."""
    return not (line.at_home and (line.copy.unit.region is Region.FIRST or line.depth <= NEAR_TOP))


def _distinct(lines: list[Strong]) -> list[Strong]:
    """Of lines that tell the same, the best."""
    kept: list[Strong] = []
    for line in lines:
        if not any(alike(line.copy.text, other.copy.text) for other in kept):
            kept.append(line)
    return kept


def _kept(line: Strong) -> Finding:
    return finding(
        "promote",
        "near-the-top",
        Tier.PROMOTE,
        "A strong line stands where visitors look first",
        [quote(line.copy)],
        why="It names " + _why(line) + ".",
        fix="Keep it there.",
    )


_SAID = {
    "money": "money",
    "share": "a share",
    "time": "a time",
    "ratio": "how much changed",
    "once": "something done at once",
    "hard": "a hard case",
    "open": "what nobody has to pay, bring or be",
    "scene": "what was done and when",
    "named customer": "who says it",
    "customer's words": "a customer's own words",
    "own words": "things one can picture",
}


def _why(line: Strong) -> str:
    said = [_SAID[reason] for reason in line.reasons]
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]


def _numbers(reason: Reason) -> dict[str, object]:
    return {
        "text": reason.copy.text,
        "url": reason.page.url,
        "kind": reason.kind,
        "worth": round(reason.worth, 4),
        "words_above": reason.depth,
        "on_home": reason.at_home,
    }
