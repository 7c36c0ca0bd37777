"""What does the site tell so plainly that it should stay?

Why it matters
--------------
Whoever rewrites a site throws away what was best on it unless somebody says so: a price that stands there, a rule that binds
the house, how long it takes, what to bring, who can come in with a wheelchair. These lines are dull to write and are what a
buyer came for.

How it is measured
------------------
Each is a question to every line of the site's own, answered by its words: what does it cost ({MIN_PRICES} prices or more, or one with what
is in it, on a page named for prices, or {MIN_ITEMS} things with their prices on one page; a special offer is none); what does the house bind itself to (a refund, a guarantee with its time, no contract, a price before the work);
within what time does one hear from it; how long does a lesson, a visit or a treatment take; what happens first, second, third ({MIN_STEPS} steps or more under a heading
that promises them); what is the visitor told to bring, to wear or to send; how does one get in and where does one park; is it open in the evening or at the weekend;
under what number can it be looked up; does a first step cost nothing; which questions are answered ({MIN_ASKED} or more with their answers).
Customers' words, blogs, jobs and the form that a customer fills in are left out. It only praises: there is no score and no finding.

How to fix it
-------------
Keep these lines when the pages are rewritten, and put the one that decides beside the button.

Limit
-----
It reads words, in English: prices in pictures and in files are not seen. That a thing is told does not make it good.

Fails
-----
/ Acme
[first heading 1] company: Acme, pumps since 1921
[first sentence] feature: Pumps of every size for dairies and breweries.

Passes
------
/ Acme
[first heading 1] company: Acme, pumps since 1921
[first sentence] feature: A service visit costs £85, travel within 20 miles and the first hour included.
[main sentence] policy: You may cancel free of charge up to two days before the visit.

Sources
-------
What careful readers credited on sites read before any output (about one line in six each for prices, people and what happens; then
terms, limits, names of customers, access, hours). The counts are judgements.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, PageKind, Region, Role, Tier
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, quoted

MIN_PRICES = 2
"""Lines with a price from which a page named for prices tells what things cost."""

MIN_ITEMS = 3
"""Things with their price from which a site tells what they cost without such a page: one at the foot of a page is a teaser."""

MOST_ITEM = 8
"""Words of a line that names what the price under it is for."""

MIN_STEPS = 3
"""Steps under a heading that promises them."""

MOST_STEP = 8
"""Words of a heading that names a step."""

MIN_ASKED = 4
"""Questions with an answer under them."""

MOST_WORDS = 60
"""Words of a line that is shown."""

TELLING = 4
"""Words from which a line tells something by itself, and is shown first."""

SHOWN = 3
"""Lines shown of each."""

_OTHERS_PAGES = (PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS, PageKind.CUSTOMERS, PageKind.TESTIMONIAL)


@dataclass(frozen=True, slots=True)
class _Merit:
    """One thing told plainly, by its group of the list "merits": what is said of it, and how much it weighs."""

    kind: str
    title: str
    weight: float
    why: str
    fix: str
    terms: bool = False
    """Whether pages of terms are read for it too."""


_MERITS = (
    _Merit(
        "bound",
        "It binds itself in words that it can be held to",
        0.64,
        "A rule with its number takes away the fear of the wrong choice; a promise without one does not.",
        "Keep it, and put it beside the button that it makes easier to press.",
        terms=True,
    ),
    _Merit(
        "heard",
        "It says when one hears from it, or when it comes",
        0.56,
        "Who knows when an answer comes waits for it.",
        "Keep it beside every form and number, and keep the time.",
    ),
    _Merit(
        "inside",
        "It says what is included",
        0.54,
        "What is in the price decides between two that look alike.",
        "Keep it, and put it beside the price.",
    ),
    _Merit(
        "long",
        "It says how long it takes",
        0.5,
        "Who knows how long it takes can plan the day, and comes.",
        "Keep it, and put it where one books.",
    ),
    _Merit(
        "bring",
        "It says what to bring, to wear or to send",
        0.5,
        "Who comes or writes prepared gets an answer at the first time.",
        "Keep it, and show it before the form or the booking.",
    ),
    _Merit(
        "way",
        "It says how one gets in or where one parks",
        0.48,
        "Whoever is slow on the stairs or comes by car asks this first, and seldom aloud.",
        "Keep it, and put it with the address.",
    ),
    _Merit(
        "number",
        "It gives a number under which it can be looked up",
        0.5,
        "A number can be checked by anybody; a badge cannot.",
        "Keep it, with a link to the register where it stands.",
    ),
    _Merit(
        "free",
        "A first step costs nothing, and it says so",
        0.46,
        "A step that costs nothing is taken by those who are not sure yet.",
        "Keep it, and put it on the first screen.",
    ),
    _Merit(
        "hours",
        "It gives its hours, evening or weekend among them",
        0.42,
        "Whoever works in the day looks for just these hours.",
        "Keep them beside the telephone number on every page.",
    ),
)
_PRICED = re.compile(
    r"(?<![a-z])(?:fees?|pric(?:e|es|ing|elist)|rates?|tariffs?|costs?|charges?|tuition)(?![a-df-rt-z]|ly)", re.I
)
"""An address of a page of prices, whatever else it is."""
_WHERE = re.compile(r"\*|(?:if|when|where|unless)\b", re.I)
"""A note or a special case, that is not shown."""
_OFFER = re.compile(
    r"\b(?:specials?|ask about|value|deducted|reduced|was|sale|offer|(?:for|at) (?:the )?price of)\b", re.I
)
"""What is told to draw somebody in, or taken away: no price that one can reckon with."""
_BROKEN = re.compile(r"\d ?~|[a-z][£$€]\d")
"""A price that was mistyped, or runs into the word before it: not what one shows as an example."""
_NO_ITEM = re.compile(
    r"\bper (?!session|lesson|class|visit|treatment|appointment|course|round|ticket)\w+|\b(?:each|from|inc\w*|excl?\w*|vat|gst|tax|plus|and|the|for|our|your|are|is|costs?|pric\w+|charges?|fees?|rates?|only|just|hours?|hourly"
    r"|days?|daily|weeks?|weekly|months?|monthly|years?|yearly|nights?|persons?|people|minimum|maximum|starting|starts?|total|within|radius|mins?|minutes?|\w{1,2})\b",
    re.I,
)
"""Words beside a price that do not say what it is for."""
_ASIDE = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]{3}")
_NOT_ITS_OWN = {
    "hours": re.compile(r"class|course|event|calendar", re.I),
    "way": re.compile(r"area|nearby|attraction|things-to", re.I),
}
"""By kind, pages on which it is told of something else: the hours of a class, the parking at the beach."""
_STEP = re.compile(r"^\W*(?:step )?(?:\d{1,2}|one|two|three|four|five)\b[.):\s–-]*", re.I)


@audit(passes="What it tells plainly", fails="What it tells plainly", version=2)
def merits(site: Site) -> Verdict:
    """What stands there plainly and should stay."""
    own = list(_own(site))
    priced = _prices(own)
    shown = {copy.text for copy in priced.quotes} if priced else set()
    keep = [entry for entry in (priced, *_told(own, shown), _steps(site), _asked(site)) if entry is not None]
    told = ", ".join(sorted(entry.kind for entry in keep))
    summary = (
        f"{len(keep)} thing{'s' * (len(keep) != 1)} that a buyer asks {'are' if len(keep) != 1 else 'is'} told plainly on the {site.read} read."
        if keep
        else f"None of what its list knows to praise (a price, a rule, a time, a step, hours, a way in) was recognised on the {site.read} read; it does not know all."
    )
    return Verdict(summary, None, (), keep, {"kinds": told}, title="" if keep else "What it tells plainly")


def _own(site: Site) -> Iterable[tuple[JudgedPage, Copy, str]]:
    """The site's own lines, each text once; what a form asks for and what others say are left out."""
    seen: set[str] = set()
    for page in site.pages:
        if page.twin_of or page.kind in _OTHERS_PAGES:
            continue
        spoken = quoted(site, page)
        for copy in page.copy:
            text = copy.text[:LONG]
            if copy.unit.region in (Region.NAV, Region.OVERLAY) or copy.unit.id in spoken or text in seen:
                continue
            if copy.unit.role is not Role.QUOTE and word_count(text) <= MOST_WORDS:
                seen.add(text)
                yield page, copy, text


def _told(own: Sequence[tuple[JudgedPage, Copy, str]], shown: set[str]) -> Iterable[Finding]:
    """Each kind with its lines; a line that has been shown for one kind is not shown for another."""
    words, shown = lexicon.load("merits"), set(shown)
    for merit in _MERITS:
        found = [
            copy
            for page, copy, text in own
            if (merit.terms or page.kind is not PageKind.POLICY) and text not in shown
            if words.has(text, merit.kind) and not words.has(text, f"{merit.kind}-not")
            if merit.kind not in _NOT_ITS_OWN or not _NOT_ITS_OWN[merit.kind].search(urlsplit(page.url).path)
        ]
        found.sort(key=lambda copy: word_count(copy.text) < TELLING)
        title = merit.title
        if merit.kind == "hours" and not found and (found := _apart(own)):
            title += f" ({' '.join(copy.text.strip(' :') for copy in found)})"
        if found:
            shown.update(copy.text[:LONG] for copy in found[:SHOWN])
            yield _kept(merit.kind, title, found, merit.why, merit.fix, merit.weight)


def _apart(own: Sequence[tuple[JudgedPage, Copy, str]]) -> list[Copy]:
    """A day at the weekend and its hours in two cells beside each other."""
    words = lexicon.load("merits")
    for (_, one, day), (_, other, hours) in pairwise(own):
        if words.has(day, "weekend") and words.has(hours, "clock") and one.unit.page == other.unit.page:
            return [one, other]
    return []


def _kept(
    kind: str, title: str, shown: Sequence[Copy], why: str, fix: str, weight: float, *, lead: bool = True
) -> Finding:
    return finding(
        "merits",
        kind,
        Tier.PROOF,
        title,
        [quote(copy) for copy in shown[:SHOWN]],
        why=why,
        fix=fix,
        weight=weight,
        lead=lead,
        key=kind,
    )


def _prices(own: Sequence[tuple[JudgedPage, Copy, str]]) -> Finding | None:
    """What it costs: things with their prices, on a page that is named for them or in some number."""
    words = lexicon.load("merits")
    tables: list[list[Copy]] = []
    lines: dict[str, list[Copy]] = defaultdict(list)
    sums, full = Counter[str](), False
    for place, (page, copy, text) in enumerate(own):
        named = _PRICED.search(urlsplit(page.url).path) is not None
        if (page.kind is PageKind.POLICY and not named) or _OFFER.search(text) or _WHERE.match(text):
            continue
        if not words.has(text, "price") or words.has(text, "price-not"):
            continue
        if lexicon.load("answers").has(text, "worth"):
            continue  # what a gift does costs nobody anything
        sums[page.url] += named
        full = full or (named and words.has(text, "included"))
        before = own[place - 1][1] if place else copy
        if _names(words.replace(text, " ", "price")):
            if not _BROKEN.search(text):
                lines[page.url].append(copy)
        elif (
            named
            and before.unit.page == copy.unit.page
            and before.unit.order + 1 == copy.unit.order
            and word_count(before.text) <= MOST_ITEM
            and not words.has(before.text, "price")
            and _names(before.text)
        ):
            tables.append([before, copy])
    of_prices = [[copy] for url in sums if sums[url] for copy in lines[url]] or tables
    several = full or any(count >= MIN_PRICES for count in sums.values())
    elsewhere = [[copy] for url in lines if len(lines[url]) >= MIN_ITEMS for copy in lines[url]]
    if not (chosen := of_prices if of_prices and several else elsewhere):
        return None
    chosen.sort(
        key=lambda line: (
            word_count(line[-1].text) < TELLING,
            not words.has(line[-1].text, "included"),
        )
    )
    shown: list[Copy] = []
    for line in chosen:
        shown += line if len(shown) + len(line) <= SHOWN else []
    return _kept(
        "prices",
        "It says openly what it costs",
        shown,
        "A price in the open saves the call that most people do not make.",
        "Keep the prices, with what is in them and since when they hold.",
        0.62,
    )


def _names(text: str) -> bool:
    """Whether words beside or above a price say what it is for."""
    return not text.endswith("?") and _WORD.search(_NO_ITEM.sub(" ", _ASIDE.sub(" ", text))) is not None


def _steps(site: Site) -> Finding | None:
    """What happens first, second, third: headings under one that promises them."""
    for page in site.pages:
        if page.twin_of or page.kind in _OTHERS_PAGES or page.kind is PageKind.POLICY:
            continue
        heads = [copy for copy in page.copy if copy.unit.role is Role.HEADING and copy.unit.region.is_copy]
        for place, head in enumerate(heads):
            if not lexicon.load("merits").has(head.text[:LONG], "steps"):
                continue
            under: list[Copy] = []
            for other in heads[place + 1 :]:
                ends = other.unit.level <= head.unit.level or lexicon.load("merits").has(other.text[:LONG], "steps")
                if ends or word_count(other.text) > MOST_STEP or other.text.endswith("?"):
                    break
                under.append(other)
            names = [_STEP.sub("", copy.text).strip(" .:") for copy in under]
            if len(under) >= MIN_STEPS and all(names):
                return _kept(
                    "steps",
                    f"It tells step by step what happens, from “{names[0]}” to “{names[-1]}”",
                    [head, under[0], under[-1]],
                    "Who sees the next step and the last one dares the first.",
                    "Keep the steps, and say beside each how long it takes.",
                    0.5,
                )
    return None


def _asked(site: Site) -> Finding | None:
    """Questions with an answer under each, on one page."""
    found: list[Copy] = []
    for page in site.pages:
        if page.twin_of or page.kind in _OTHERS_PAGES or page.kind is PageKind.POLICY:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        here = [
            one
            for one, other in pairwise(lines)
            if one.text.endswith("?") and (one.unit.role is Role.HEADING or one.unit.level) and word_count(one.text) > 3
            if not other.text.endswith("?") and word_count(other.text) > 3
        ]
        if len(here) > len(found):
            found = here
    if len(found) < MIN_ASKED:
        return None
    return _kept(
        "asked",
        f"It answers {len(found)} questions in a row",
        found,
        "Who reads alone at night has nobody to ask.",
        "Keep the questions, and put the one about money or time first.",
        0.38,
        lead=False,  # what the answers say cannot be told from their number
    )
