"""Is the site kept up: does a page still hold what its name promises?

Why it matters
--------------
Somebody opens "Events" because they want to come. A page that says there are none, under a menu that offers them and a home page
that praises them, tells them that nobody looks after the place. News that ended years ago says the same.

How it is measured
------------------
Two things are looked for, by the public word list "upkeep". A page that says that what it is named for is not there ("no events
planned"), where it says little else ({THIN} words of copy or fewer), and with it the line of another page that promises the same
thing. And *news*: pages called news, blog, press or events, and the years in their lines; where two lines or more are dated, the
newest year is held against the newest that any other page names, and told where {OLD} years or more lie between. Archives,
vacancies and terms are left out. There is no score: a site without news has none to keep.

How to fix it
-------------
Take the page out of the menu until there is something on it, or say when the next will be; give old news its own place
under "Archive".

Limit
-----
What a script or another site's calendar shows is not seen; a year in a picture neither.

Fails
-----
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] company: We hold regular workshops for herdsmen in our hall.
[nav link /workshops] other: Workshops
/workshops Workshops
[main heading 1] other: Workshops
[main sentence] other: Sorry, there are currently no workshops planned.

Passes
------
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] company: We hold regular workshops for herdsmen in our hall.
[nav link /workshops] other: Workshops
/workshops Workshops
[main heading 1] other: Workshops
[main sentence] other: The next workshop is on 4 March: seals and how to change them.

Sources
-------
Guideline 8, "update your site's content often": Fogg 2002, "Stanford Guidelines for Web Credibility". The thresholds are judgements.
"""

from __future__ import annotations

import re

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.figures.dates import years
from auditor.model import Copy, Finding, JudgedPage, PageKind, Region, Tier
from auditor.site import Site
from auditor.strength import called
from auditor.text import word_count
from auditor.voices import LONG, quoted

THIN = 120
"""Words of copy up to which a page that says that there is nothing has nothing else to say."""

OLD = 3
"""Years between its newest news and the newest year it names elsewhere from which the news is old."""

DATED = 2
"""Dated lines from which a page tells news, and no line of history."""

_NEWS = re.compile(r"\b(?:news(?:room)?|blog|press|latest|updates?|events?|what'?s on|diary|journal)\b", re.I)
_KEPT = re.compile(r"\b(?:archives?|past|previous|history|results?|letters?)\b", re.I)
_THING = re.compile(r"[a-z]{4,}")


@audit(
    passes="Whether its pages hold what they are named for",
    fails="Some of its pages no longer hold what they are named for",
    version=1,
)
def upkeep(site: Site) -> Verdict:
    """Pages that say that there is nothing, and news that ended."""
    if len(site.pages) < 2:
        return Verdict.not_enough("Only one page was read: no page was promised by another.")
    empty = [entry for page in site.pages if (entry := _empty(site, page)) is not None]
    findings = [entry for entry in (*empty[:1], _news(site)) if entry is not None]
    pages = sum(_called_news(page) for page in site.pages)
    told = f"Pages that say that there is nothing on them: {len(empty) or 'none'} of the {site.read} read; pages of news: {pages or 'none'}."
    return Verdict(told, None, findings, numbers={"empty": len(empty), "news pages": pages})


def _name(page: JudgedPage) -> str:
    """What a page is called, by its title, its first heading and its address."""
    first = next((copy.text for copy in page.copy if copy.unit.region.is_copy and copy.unit.level), "")
    return re.sub(r"[-_/.]", " ", f"{page.page.title} | {first} | {page.url.split('/', 3)[-1]}")


def _empty(site: Site, page: JudgedPage) -> Finding | None:
    """A page that says that what it is named for is not there."""
    if page.twin_of or page is site.home or page.kind in (PageKind.CAREERS, PageKind.POLICY, PageKind.SUPPORT):
        return None
    own = [copy for copy in page.copy if copy.unit.region.is_copy]
    lists = lexicon.load("upkeep")
    said = [copy for copy in own if lists.has(copy.text[:LONG], "nothing")]
    if not said or sum(word_count(copy.text) for copy in own) > THIN:
        return None
    named = _roots(_name(page))
    line = said[0]
    things = _roots(line.text) & named
    promise = _promise(site, page, things or _roots(line.text))
    if not things and promise is None:
        return None
    shown = [quote(line)]
    name = called(site, page)
    title = f"{name[0].upper()}{name[1:]} says that there is nothing on it: “{line.text[:LONG]}”"
    if promise is not None:
        copy, words = promise
        shown.append(quote(copy))
        title += f", and another page promises “{words}”"
    return finding(
        "upkeep",
        "empty",
        Tier.PROOF,
        title,
        shown,
        why="Whoever opened it came for just that, and learns that nobody looks after it.",
        fix="Take it out of the menu until there is something, or say when the next will be and how one hears of it.",
        proposal="[The next one]: [date]; leave your address and hear first.",
        weight=0.75 if promise is not None else 0.6,
        lead=promise is not None,
        key=page.url,
    )


def _roots(text: str) -> set[str]:
    """The words of a text without the ending of the plural."""
    return {word.removesuffix("s") for word in _THING.findall(text.casefold())} - {
        "currently",
        "available",
        "planned",
        "page",
        "html",
        "sorry",
    }


def _promise(site: Site, page: JudgedPage, things: set[str]) -> tuple[Copy, str] | None:
    """The line of another page that promises what this one lacks, and its words."""
    lists = lexicon.load("upkeep")
    for other in sorted(site.pages, key=lambda other: (other is not site.home, other.url)):
        if other is page or other.kind in (PageKind.POLICY, PageKind.CAREERS, PageKind.BLOG):
            continue
        for copy in other.copy:
            if copy.unit.region.is_copy and not copy.unit.cite and copy.unit.id not in quoted(site, other):
                words = lists.words(copy.text[:LONG], "promised")
                if words and _roots(words) & things:
                    return copy, words
    return None


def _called_news(page: JudgedPage) -> bool:
    """Whether a page tells news by its name."""
    name = _name(page)
    return (
        not page.twin_of
        and (page.kind is PageKind.BLOG or _NEWS.search(name) is not None)
        and _KEPT.search(name) is None
    )


def _news(site: Site) -> Finding | None:
    """News whose newest entry is years older than the newest year that the site names elsewhere."""
    told: list[tuple[int, Copy]] = []
    elsewhere: list[tuple[int, Copy]] = []
    for page in site.pages:
        if page.kind is PageKind.POLICY:
            continue
        news = _called_news(page)
        for copy in page.copy:
            if "20" in copy.text and copy.unit.region is not Region.NAV and (found := years(copy.text[:LONG])):
                # what stands under every page dates the site, on a page of news too
                (told if news and copy.unit.region.is_copy else elsewhere).append((max(found), copy))
    if len(told) < DATED or not elsewhere:
        return None
    newest, line = max(told, key=lambda entry: entry[0])
    latest, dates = max(elsewhere, key=lambda entry: entry[0])
    if latest - newest < OLD:
        return None
    return finding(
        "upkeep",
        "news",
        Tier.PROOF,
        f"The newest of its news is of {newest}; elsewhere the site names {latest}",
        list(dict.fromkeys((quote(line), quote(dates)))),
        why="A reader asks whether anybody is still there, and whether the rest is as old.",
        fix="Write one piece of news of this year, or call the page an archive and take it out of the menu.",
        proposal="[Month and year]: [what was done for whom].",
        weight=0.6,
        key="news",
    )
