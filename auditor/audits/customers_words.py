"""Which of its customers' own words and results never reach its headings?

Why it matters
--------------
Customers say in their own words why they came and what they got: that somebody explained it, that it was done the same
day, that it no longer hurts. The next customer looks for just these words. Where they stand in reviews alone and the
headings say "professional" and "quality", the site has its best words written for it and does not use them.

How it is measured
------------------
Quotations of customers are found by their markup and marks; those count that are signed or stand in marks, each once. A public word list ("praises") names what customers praise,
theme by theme; general praise (great, professional, recommend) is left out. A theme is theirs where {MIN_SAID}
quotations or more and at least {SHARE} of all name it; it reaches the headings where any heading, page title or
description outside pages of reviews has a word of the theme. A finding is made for the {MOST} most named themes that do
not. A result is a quoted line that is surely about an outcome, or in which the customer tells what came of it; where
{MIN_RESULTS} or more customers tell one and no heading shares {SHARED} words of its own with any of them, that is a
finding. Under {MIN_QUOTES} quotations nothing is said. There is no score: taking reviews down must not earn anything.

How to fix it
-------------
Write a heading from the customers' words, on the page it is about, and keep the name beside it.

Limit
-----
It sees the words in a theme's list, in English, and reviews that stand in a page's own text. Ask the customer before a
review becomes a headline.

Fails
-----
/ Acme
[first heading 1] company: Quality pumps since 1921
[first sentence] feature: Pumps of stainless steel for dairies.
[main heading] other: What farmers say
[main quote cite=Jo Ray, Hilltop Dairy] company: They explained every part of the new parlour to us.
[main quote cite=Al Fenn, Low Farm] company: Great people, and he explained why the old pump had failed.
[main quote cite=Di Moss, Moss Farm] company: She answered all my questions on the first call.
[main quote cite=Ed Hay, Hay Farm] company: Very professional, I would recommend them.
[main quote cite=Bo Lund, Lund Farm] company: Lovely company to deal with.

Passes
------
/ Acme
[first heading 1] company: Pumps explained in plain words, by the people who build them
[first sentence] feature: Pumps of stainless steel for dairies.
[main heading] other: What farmers say
[main quote cite=Jo Ray, Hilltop Dairy] company: They explained every part of the new parlour to us.
[main quote cite=Al Fenn, Low Farm] company: Great people, and he explained why the old pump had failed.
[main quote cite=Di Moss, Moss Farm] company: She answered all my questions on the first call.
[main quote cite=Ed Hay, Hay Farm] company: Very professional, I would recommend them.
[main quote cite=Bo Lund, Lund Farm] company: Lovely company to deal with.

Sources
-------
Visitors follow the words they came with: Spool, Perfetti and Brittan 2004, "Designing for the Scent of Information",
User Interface Engineering. Themes and thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.entities import customers_words as quotations_of_customers
from auditor.model import Copy, Finding, JudgedPage, Label, PageKind, Quote, Role, Tier
from auditor.passages import OPEN
from auditor.site import SELLING_KINDS, Site
from auditor.statement import own_words
from auditor.strength import called
from auditor.text import word_count
from auditor.voices import Quotation, quoted

MIN_QUOTES = 5
"""Quotations under which nothing is said of what customers say."""

MIN_SAID = 3
"""Quotations that must name a theme."""

SHARE = 0.1
"""Share of the quotations that must name a theme."""

MOST = 2
"""Themes told at most: the most named."""

MIN_RESULTS = 2
"""Customers who tell a result from which it is worth a heading."""

SHARED = 2
"""Words of its own that a heading must share with a quoted result to tell it."""

LONGEST = 30
"""Words up to which a quoted line could become a heading."""

_FIRST_PERSON = re.compile(r"\b(?:i|me|my|we|us|our)\b", re.I)
_THEMES = {
    "explained": "that things are explained and questions answered",
    "quick": "that it goes quickly",
    "reached": "that somebody can be reached",
    "price": "the price",
    "easy": "that it is easy",
    "honest": "that nobody is pressed and the truth is told",
    "gentle": "that it does not hurt or frighten",
    "tidy": "that it is left clean",
    "punctual": "that people come when they said",
    "lasting": "that it holds",
    "after": "that help goes on afterwards",
}
_STORIES = (PageKind.TESTIMONIAL, PageKind.CUSTOMERS, PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS)


@audit(
    passes="Its headings use the words of its customers",
    fails="What its customers praise never reaches its headings",
    version=8,
)
def customers_words(site: Site) -> Verdict:
    """Themes and results of customers, and whether any heading has them."""
    said = [entry for entry in quotations_of_customers(site) if entry.cite or OPEN.match(entry.text)]
    if len(said) < MIN_QUOTES:
        if not said:
            return Verdict.not_applicable(
                f"No quotation of a customer was recognised in the text of the {site.read} read."
            )
        count = f"{len(said)} quotation{'s' * (len(said) != 1)}"
        return Verdict.not_enough(f"Only {count} of customers on the {site.read} read: too few.", quotations=len(said))
    words = lexicon.load("praises")
    heads = _headings(site)
    themes = {name: [entry for entry in said if words.has(entry.text, name)] for name in _THEMES}
    reached = {name for name in _THEMES if any(words.has(text, name) for text, _ in heads)}
    ranked = sorted(_THEMES, key=lambda name: (-len(themes[name]), name))
    lacking = [name for name in ranked if name not in reached and len(themes[name]) >= max(MIN_SAID, SHARE * len(said))]
    results = [copy for entry in said if (copy := _result(entry)) is not None]
    findings = [_theme(site, name, themes[name], len(said)) for name in lacking[:MOST]]
    findings += [entry for entry in (_results(site, results, heads),) if entry is not None]
    numbers = {
        "quotations": len(said),
        "themes": {name: len(themes[name]) for name in ranked if themes[name]},
        "reached": sorted(name for name in reached if themes[name]),
        "results": len(results),
    }
    told = [f"{len(themes[name])} name {_THEMES[name]}" for name in ranked[:3] if len(themes[name]) >= MIN_SAID]
    summary = "; ".join((f"{len(said)} quotations of customers were read", *told)) + "."
    return Verdict(summary, None, findings, numbers=numbers)


def _headings(site: Site) -> list[tuple[str, JudgedPage]]:
    """Headings, titles and descriptions outside pages of reviews."""
    found: list[tuple[str, JudgedPage]] = []
    for page in site.pages:
        if page.kind in _STORIES:
            continue
        spoken = quoted(site, page)
        found += [
            (copy.text, page)
            for copy in page.copy
            if copy.unit.role is Role.HEADING
            and copy.unit.region.is_copy
            and copy.unit.id not in spoken
            and not copy.unit.cite
        ]
        found += [(text, page) for text in (page.page.title, page.page.description) if text]
    return found


def _line(entry: Quotation, name: str) -> Copy:
    """The line of a quotation that names the theme, the shortest first; the first line where only all of it does."""
    words = lexicon.load("praises")
    lines = [copy for copy in entry.copies if words.has(copy.text, name)]
    return min(lines, key=lambda copy: (word_count(copy.text), copy.unit.order), default=entry.copies[0])


def _theme(site: Site, name: str, entries: Sequence[Quotation], total: int) -> Finding:
    lines = sorted(
        ((_line(entry, name), entry) for entry in entries),
        key=lambda pair: (word_count(pair[0].text) > LONGEST, pair[0].unit.page, pair[0].unit.order),
    )
    best, speaker = lines[0]
    page = _about(site, entries)
    head = _head(page)
    return finding(
        "customers-words",
        f"theme-{name}",
        Tier.PROMOTE,
        f"{len(entries)} of {total} customers quoted praise {_THEMES[name]}, and no heading says so",
        [*(quote(copy) for copy, _ in lines[:3]), *([head] if head else [])],
        why="The next customer looks for what the last one praised, and scans headings for it.",
        fix=f"Write a heading on {called(site, page)} from these words, with the customer's name beside it.",
        proposal=_signed(best, speaker),
        weight=0.35,
        lead=False,
        key=name,
    )


def _signed(copy: Copy, entry: Quotation) -> str:
    text = copy.text.strip(' "“”„«»')
    return f"“{text}” — {entry.cite.strip()}" if entry.cite else f"“{text}”"


def _about(site: Site, entries: Sequence[Quotation]) -> JudgedPage:
    """The page that these customers speak of: the selling page whose headline shares most of their words, else home."""
    text = " ".join(entry.text for entry in entries).casefold()
    best: tuple[int, JudgedPage | None] = (0, None)
    for page in site.of_kind(*sorted(SELLING_KINDS - {PageKind.HOME})):
        head = next((copy for copy in page.copy if copy.unit.level == 1), None)
        names = {word.casefold() for word in own_words(site.name_pattern.sub(" ", head.text))} if head else set()
        shared = sum(text.count(word) for word in names if len(word) > 4)
        if names and all(word in text for word in names) and shared > best[0]:
            best = (shared, page)
    return best[1] or site.home or entries[0].page


def _head(page: JudgedPage) -> Quote | None:
    copy = next((copy for copy in page.copy if copy.unit.role is Role.HEADING and copy.unit.region.is_copy), None)
    return quote(copy) if copy else None


def _result(entry: Quotation) -> Copy | None:
    """The line of a quotation that tells a result: surely about an outcome, or what the customer got."""
    facts = lexicon.load("specifics")
    for copy in entry.copies:
        sure = copy.label is Label.OUTCOME and copy.sure
        if (
            (sure or facts.has(copy.text, "did"))
            and _FIRST_PERSON.search(entry.text)
            and 4 <= word_count(copy.text) <= LONGEST
        ):
            return copy
    return None


def _results(site: Site, results: Sequence[Copy], heads: Sequence[tuple[str, JudgedPage]]) -> Finding | None:
    """Results that customers tell and no heading shares."""
    if len(results) < MIN_RESULTS:
        return None
    told = [{word.casefold() for word in own_words(text)} for text, _ in heads]
    lacking = [copy for copy in results if not any(len(_own(copy) & words) >= SHARED for words in told)]
    if len(lacking) < len(results):
        return None
    page = site.home or site.pages[0]
    head = _head(page)
    return finding(
        "customers-words",
        "results",
        Tier.PROMOTE,
        f"{len(results)} customers tell what they got, and no heading repeats one of these results",
        [*map(quote, lacking[:3]), *([head] if head else [])],
        why="A result in a customer's words is what the next one hopes for; in a review alone few read it.",
        fix=f"Write a heading on {called(site, page)} from one of these lines, with the customer's name beside it.",
        proposal="“" + lacking[0].text.strip(' "“”„«»') + "”",
        weight=0.35,
        lead=False,
        key="results",
    )


def _own(copy: Copy) -> set[str]:
    return {word.casefold() for word in own_words(re.sub(r"[“”\"]", " ", copy.text))}
