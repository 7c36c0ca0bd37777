"""What does the site tell so plainly that it should stay?

Why it matters
--------------
Whoever rewrites a site throws away what was best on it unless somebody says so: a price that stands there, a rule that binds
the house, how long it takes, what to bring, who can come in with a wheelchair. These lines are dull to write and are what a
buyer came for.

How it is measured
------------------
Each is a question to every line of the site's own, answered by its words: what does it cost ({MIN_PRICES} prices or more, or one with what
is in it, on a page named for prices, {MIN_ITEMS} things with their prices on one page, or two headings of offers with a price under each; a special offer is none); what does the house bind itself to (a refund, a guarantee with its time, no contract, a price before the work);
within what time does one hear from it; how long does a lesson, a visit or a treatment take; what happens first, second, third ({MIN_STEPS} steps or more under a heading
that promises them, or {MIN_LISTED} lines in a row under one that says that it tells what happens); what is the visitor told to bring, to wear or to send; how does one get in and where does one park; is it open in the evening or at the weekend;
under what number can it be looked up (another body's charity number is none); does a first step cost nothing; may one simply come, or without things or knowledge; where does what it works with come from, by name; which questions are answered ({MIN_ASKED} or more with their answers).
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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.cues import rare
from auditor.model import Copy, Finding, JudgedPage, PageKind, Region, Role, Tier
from auditor.replies import told as left_open
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

MIN_LISTED = 4
"""Bullets or sentences right under a heading that says that it tells what happens, from which they are steps."""

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


@dataclass(frozen=True, slots=True)
class _Row:
    """A price with its lines; ``name`` is what it is for where that stands beside or over it."""

    name: str
    copies: tuple[Copy, ...]


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
        "It says how soon it answers or delivers",
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
        "open",
        "It says that one may simply come, or what one need not bring or know",
        0.48,
        "Who has never been there fears to do something wrong, and stays at home.",
        "Keep it, and put it on the first screen with day, time and place.",
    ),
    _Merit(
        "origin",
        "It says by name where what it works with comes from",
        0.44,
        "A name can be looked up; “the finest materials” cannot.",
        "Keep it, and put it beside each thing that is made of it.",
    ),
    _Merit(
        "hours",
        "It gives its hours, evening or weekend among them",
        0.42,
        "Whoever works in the day looks for just these hours.",
        "Keep them beside the telephone number on every page.",
    ),
)
_OFFERED = (PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION, PageKind.PRICING)
_PRICED = rare(
    r"(?<![a-z])(?:fees?|pric(?:e|es|ing|elist)|rates?|tariffs?|costs?|charges?|tuition)(?![a-df-rt-z]|ly)", re.I
)
"""An address of a page of prices, whatever else it is."""
_WHERE = re.compile(r"\*|(?:if|when|where|unless)\b", re.I)
"""A note or a special case, that is not shown."""
_OFFER = rare(r"\b(?:specials?|ask about|value|deducted|reduced|was|sale|offer|(?:for|at) (?:the )?price of)\b", re.I)
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
_PRESSED = (Role.BUTTON, Role.LINK)
_STEP = re.compile(r"^\W*(?:step )?(?:\d{1,2}|one|two|three|four|five)\b[.):\s–-]*", re.I)


@audit(passes="What it tells plainly", fails="What it tells plainly", version=9)
def merits(site: Site) -> Verdict:
    """What stands there plainly and should stay."""
    own = list(_own(site))
    priced = _prices(own)
    shown = {copy.text for copy in priced.quotes} if priced else set()
    keep = [entry for entry in (priced, *_told(site, own, shown), _steps(site), _asked(site)) if entry is not None]
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
            if copy.unit.role is not Role.QUOTE and word_count(text) <= MOST_WORDS and text not in site.noted:
                seen.add(text)
                yield page, copy, text


def _told(site: Site, own: Sequence[tuple[JudgedPage, Copy, str]], shown: set[str]) -> Iterable[Finding]:
    """Each kind with its lines; a line that has been shown for one kind is not shown for another."""
    words, shown = lexicon.load("merits"), set(shown)
    telling = [line for line in own if words.has(line[2])]
    for merit in _MERITS:
        found = [
            copy
            for page, copy, text in telling
            if (merit.terms or page.kind is not PageKind.POLICY) and text not in shown
            if words.has(text, merit.kind) and not words.has(text, f"{merit.kind}-not")
            if merit.kind not in _NOT_ITS_OWN or not _NOT_ITS_OWN[merit.kind].search(urlsplit(page.url).path)
            if merit.kind != "number" or not (_CREDIT.search(text) or _of_another(site, text))
        ]
        found.sort(key=lambda copy: word_count(copy.text) < TELLING)
        title = merit.title
        if merit.kind == "hours" and not found and (found := _apart(own)):
            title += f" ({' '.join(copy.text.strip(' :') for copy in found)})"
        if found:
            shown.update(copy.text[:LONG] for copy in found[:SHOWN])
            yield _kept(merit.kind, title, found, merit.why, merit.fix, merit.weight)


_CREDIT = re.compile(r"\b(?:made|built|designed|developed|powered|created|web ?site|web ?design) by\b", re.I)
_CHARITY = re.compile(r"\bcharity\b", re.I)
_NO_BODY = frozenset(
    "a an the our we is are registered reg uk charity number england wales scotland scottish and of for in &".split()
)


def _of_another(site: Site, text: str) -> bool:
    """Whether a charity's number is that of another body, whose name stands before it: "part of Synod House, charity no. 1"."""
    match = _CHARITY.search(text)
    name: list[str] = []
    for word in reversed(re.findall(r"[\w'’&.-]+|[^\w\s]", text[: match.start()] if match else "")):
        plain = word.strip(".").casefold()
        if not (word[0].isupper() or plain in _NO_BODY or (word == "," and not name)):
            break
        name += [plain] * (plain not in _NO_BODY and word != ",")
    own = {plain.strip(".,") for each in (site.name, *site.names) for plain in each.casefold().split()[:2]} - _NO_BODY
    return bool(name) and not own & set(name)


def _apart(own: Sequence[tuple[JudgedPage, Copy, str]]) -> list[Copy]:
    """A day at the weekend and its hours in two cells beside each other."""
    words = lexicon.load("merits")
    for (_, one, day), (_, other, hours) in pairwise(own):
        if words.has(day, "weekend") and words.has(hours, "clock") and one.unit.page == other.unit.page:
            return [one, other]
    return []


def _kept(
    kind: str,
    title: str,
    shown: Sequence[Copy],
    why: str,
    fix: str,
    weight: float,
    *,
    lead: bool = True,
    most: int = SHOWN,
) -> Finding:
    return finding(
        "merits",
        kind,
        Tier.PROOF,
        title,
        [quote(copy) for copy in shown[:most]],
        why=why,
        fix=fix,
        weight=weight,
        lead=lead,
        key=kind,
    )


def _prices(own: Sequence[tuple[JudgedPage, Copy, str]]) -> Finding | None:
    """What it costs: things with their prices, on a page that is named for them or in some number."""
    words = lexicon.load("merits")
    tables: list[_Row] = []
    headed: list[_Row] = []
    lines: dict[str, list[_Row]] = defaultdict(list)
    sums, full = Counter[str](), False
    for place, (page, copy, text) in enumerate(own):
        if not words.has(text, "price") or words.has(text, "price-not"):
            continue
        named = _PRICED.search(urlsplit(page.url).path) is not None
        if (page.kind is PageKind.POLICY and not named) or _OFFER.search(text) or _WHERE.match(text):
            continue
        if lexicon.load("answers").has(text, "worth"):
            continue  # what a gift does costs nobody anything
        sums[page.url] += named
        full = full or (named and words.has(text, "included"))
        before, over = own[place - 1][1] if place else copy, copy.unit.heading
        if _names(words.replace(text, " ", "price")):
            if not _BROKEN.search(text):
                lines[page.url].append(_Row("", (copy,)))
        elif (
            named
            and before.unit.page == copy.unit.page
            and before.unit.order + 1 == copy.unit.order
            and word_count(before.text) <= MOST_ITEM
            and not words.has(before.text, "price")
            and _names(before.text)
        ):
            tables.append(_Row(before.text.strip(" :"), (before, copy)))
        elif page.kind in _OFFERED and 0 < word_count(over) <= MOST_ITEM and _names(over):
            headed.append(_Row(over.strip(" :"), (copy,)))
    of_prices = [row for url in sums if sums[url] for row in lines[url]] or tables
    several = full or any(count >= MIN_PRICES for count in sums.values())
    elsewhere = [row for url in lines if len(lines[url]) >= MIN_ITEMS for row in lines[url]]
    under = headed if len({row.name for row in headed}) >= MIN_PRICES else []
    if not (chosen := (of_prices if of_prices and several else elsewhere) or under):
        return None
    chosen.sort(
        key=lambda row: (
            not row.name and word_count(row.copies[-1].text) < TELLING,
            not row.name and not words.has(row.copies[-1].text, "included"),
        )
    )
    rows = list({row.name or row.copies[0].text: row for row in reversed(chosen)}.values())[::-1][:SHOWN]
    told = "; ".join(f"“{row.name}” {row.copies[-1].text.rstrip(' .,;')}" for row in rows if row.name)
    shown = [copy for row in rows for copy in row.copies]
    return _kept(
        "prices",
        f"It says openly what it costs ({told})" if told else "It says openly what it costs",
        shown,
        "A price in the open saves the call that most people do not make.",
        "Keep the prices, with what is in them and since when they hold.",
        0.62,
        most=len(shown),
    )


def _names(text: str) -> bool:
    """Whether words beside or above a price say what it is for."""
    return not text.endswith("?") and _WORD.search(_NO_ITEM.sub(" ", _ASIDE.sub(" ", text))) is not None


def _steps(site: Site) -> Finding | None:
    """What happens first, second, third: headings under one that promises them, else a list, else sentences that tell it."""
    words = lexicon.load("merits")
    best: tuple[int, Copy, list[Copy]] | None = None
    for page in site.pages:
        sent = "thank" in page.url.casefold()  # what is shown when everything has been filled in
        if page.twin_of or sent or page.kind in _OTHERS_PAGES or page.kind is PageKind.POLICY:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy and copy.unit.role not in _PRESSED]
        for place, head in enumerate(lines):
            if not head.unit.level or not words.has(head.text[:LONG], "steps", "steps-told"):
                continue
            under = list(_under(lines, place))
            steps, worth = _headed(under), 3
            if len(steps) < MIN_STEPS:
                steps = _listed(under) if words.has(head.text[:LONG], "steps-told") else []
                worth = 2 if steps and steps[0].unit.role is Role.BULLET else 1
            if len(steps) >= MIN_STEPS and (best is None or worth > best[0]):
                best = worth, head, steps
    if best is None:
        return None
    worth, head, steps = best
    return _kept(
        "steps",
        f"It tells step by step what happens, from “{_first(steps[0])}” to “{_first(steps[-1])}”"
        if worth > 1
        else "It tells what happens before anybody has to ask",
        [head, steps[0], steps[-1] if worth > 1 else steps[1]],
        "Who sees the next step and the last one dares the first.",
        "Keep the steps, and say beside each how long it takes.",
        0.58,
    )


def _under(lines: Sequence[Copy], place: int) -> Iterator[Copy]:
    """The lines under a heading, to the next that promises steps or is of its rank or above."""
    for copy in lines[place + 1 :]:
        if copy.unit.level and copy.unit.level <= lines[place].unit.level:
            return
        yield copy


def _headed(under: Sequence[Copy]) -> list[Copy]:
    """The headings that name a step each; where they only count ("Step 1"), the lines under them."""
    found: list[Copy] = []
    for copy, after in pairwise([*under, under[-1]] if under else ()):
        if copy.unit.role is not Role.HEADING or lexicon.load("merits").has(copy.text[:LONG], "steps"):
            continue
        if word_count(copy.text) > MOST_STEP or copy.text.endswith("?"):
            break
        if _STEP.sub("", copy.text).strip(" .:"):
            found.append(copy)
        elif after.unit.role is not Role.HEADING:
            found.append(after)
    return found


def _listed(under: Sequence[Copy]) -> list[Copy]:
    """The bullets right under a heading, or the sentences, before anything else."""
    plain = [copy for copy in under if word_count(copy.text) > TELLING]
    role = plain[0].unit.role if plain else Role.HEADING
    if role not in (Role.BULLET, Role.SENTENCE) or any(copy.unit.level for copy in under[: len(plain)]):
        return []
    found = [copy for copy in plain if copy.unit.role is role]
    return found if len(found) >= MIN_LISTED and not any(copy.text.endswith("?") for copy in found) else []


def _first(copy: Copy) -> str:
    """A step's name, or the first words of the line that tells it."""
    name = (_STEP.sub("", copy.text) if copy.unit.level else copy.text).strip(" .:;")
    parts = name.split()
    return name if len(parts) <= MOST_STEP else f"{' '.join(parts[:MOST_STEP])} …"


def _asked(site: Site) -> Finding | None:
    """Questions with an answer under each, on one page; without those of which it is told that the answer leaves them open."""
    found: list[Copy] = []
    dodged = {half.asked.text for reply in left_open(site) for half in reply.half if half.asked}
    for page in site.pages:
        if page.twin_of or page.kind in _OTHERS_PAGES or page.kind is PageKind.POLICY:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        here = [
            one
            for one, other in pairwise(lines)
            if one.text.endswith("?") and (one.unit.role is Role.HEADING or one.unit.level) and word_count(one.text) > 3
            if not other.text.endswith("?") and word_count(other.text) > 3 and one.text not in dodged
        ]
        if len(here) > len(found):
            found = here
    if len(found) < MIN_ASKED:
        return None
    return _kept(
        "asked",
        f"It answers {len(found)} questions{'' if dodged else ' in a row'}",
        found,
        "Who reads alone at night has nobody to ask.",
        "Keep the questions, and put the one about money or time first.",
        0.38,
        lead=False,  # what the answers say cannot be told from their number
    )
