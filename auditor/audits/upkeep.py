"""Is the site kept up: does a page still hold what its name promises?

Why it matters
--------------
Somebody opens "Events" because they want to come. A page that says there are none, under a menu that offers them and a home page
that praises them, tells them that nobody looks after the place. News that ended years ago and "New for 2016" say the same.

How it is measured
------------------
*Age.* What a line calls new, next or still to come with a year that is over ({OVER} years or more before {MADE}, in which
this measure was written: no clock is asked, so the same pages say the same for ever); so with fees, menus, seasons and
term dates under such a year, what "currently" holds since such a month or bars the way on a page updated then, and an inspection called the latest that is {EXAMINED} years old, where the page names no later year. The newest year of a site, where a
copyright, an update, news, an award or a date by itself names it, it lies {ASLEEP} years or more before {MADE}, and nothing
in texts, titles or addresses could be a later one. An age that was counted on one day ("for 61 years") beside the founding
year. A link to a service that was shut down, or its name. And *news*: pages called news, blog, press or events, and the years in
their lines; where two lines or more are dated, the newest year is held against the newest that any other page names, and
told where {OLD} years or more lie between. Archives, vacancies, terms and customers' words are left out.

*Emptiness.* A page that says that what it is named for is not there ("no events planned"), where it says little else
({THIN} words of copy or fewer beside what stands on most pages), and with it the line of another page that promises the same thing, by the public word list
"upkeep". A page that others lead to and that holds fewer than {FEW} words beside what stands on many pages, with the pictures of its own; galleries,
forms, hours, maps, addresses, tables and prices are left out, and pages in which a script may draw something. Of a page of a product or service it is told up to {FEW_OF_AN_OFFER} words, where they are one sentence without a figure; and of one that lists {MIN_NAMED} names or more, {NAMES_A_SENTENCE} or more to a sentence and hardly a figure, that it says nothing of them. Links named for a timetable, prices or a menu that lead to files, where no page is so named. There
is no score: a site without news has none to keep.

How to fix it
-------------
Take the page out of the menu until there is something on it, or say when the next will be; give old news its own place
under "Archive". Write "since 1947" in place of a count of years: it never grows old.

Limit
-----
What a script or another site's calendar shows is not seen; a year in a picture neither. An old copy of a site is
told as old.

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
[main sentence] feature: You take a pump apart, change its seals and run it dry and wet; we bring the tools and the soup.

Sources
-------
Guideline 8, "update your site's content often": Fogg 2002, "Stanford Guidelines for Web Credibility". When services were shut
down: their makers' notices. The thresholds are judgements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor import lexicon
from auditor.answers import too_little_read
from auditor.audit import Verdict, audit, finding, quote
from auditor.bygone import ASLEEP, EXAMINED, MADE, OVER, Bygone, announced, closed, counted, lapsed, newest  # noqa: F401  the manual names them
from auditor.concordance import entries
from auditor.figures.dates import years
from auditor.hollow import (  # noqa: F401  the manual names them
    FEW,
    FEW_OF_AN_OFFER,
    MIN_NAMED,
    NAMES_A_SENTENCE,
    OFFERS,
    SENTENCE,
    bare_pages,
    documented,
    named_only,
)
from auditor.model import Copy, Finding, JudgedPage, PageKind, Quote, Region, Tier
from auditor.site import Site
from auditor.strength import called
from auditor.text import listed, word_count
from auditor.voices import LONG, quoted

THIN = 120
"""Words of copy up to which a page that says that there is nothing has nothing else to say."""

OLD = 3
"""Years between its newest news and the newest year it names elsewhere from which the news is old."""

STALE = 5
"""Years behind :data:`~auditor.bygone.MADE` from which the newest year of a site stands among what to correct first, whoever reads it: a judgement."""

MOST_SHOWN = 120
"""Letters of a line that a title shows."""

LONGEST_REST = 60
"""Letters of a clause behind the words that promise."""

DATED = 2
"""Dated lines from which a page tells news, and no line of history."""

_NEWS = re.compile(r"\b(?:news(?:room)?|blog|press|latest|updates?|events?|what'?s on|diary|journal)\b", re.I)
_KEPT = re.compile(r"\b(?:archives?|past|previous|history|results?|letters?)\b", re.I)
_THING = re.compile(r"[a-z]{4,}")
_WAITS = re.compile(r"\b(?:coming soon|details? (?:to|will) follow|watch this space)\b", re.I)
"""What is to come is put off."""

SHOWN = 3
"""Places shown with one finding."""


@audit(
    passes="Whether its pages hold what they are named for",
    fails="Some of its pages no longer hold what they are named for",
    version=13,
)
def upkeep(site: Site) -> Verdict:
    """What the pages tell of their age, and what is named and not there."""
    if len(site.pages) < 2:
        return Verdict.not_enough("Only one page was read: no page was promised by another.")
    silent = site.pages_with(entries("upkeep", "nothing"))
    empty = [entry for page in silent if (entry := _empty(site, page)) is not None]
    made = (
        *_aged(site),
        *empty[:1],
        _documented(site),
        None if empty else _bare(site),
        _named_only(site),
    )
    findings = [entry for entry in made if entry is not None]
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
    own = [copy for copy in page.copy if copy.unit.region.is_copy and not site.framed(copy.text)]
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
                    # the pattern ends at the thing; a reader reads to the end of the clause
                    rest = copy.text[copy.text.index(words) + len(words) :] if words in copy.text else ""
                    return copy, words + re.split(r"[,.;:!?–]", rest, maxsplit=1)[0][:LONGEST_REST]
    return None


def _called_news(page: JudgedPage) -> bool:
    """Whether a page tells news by its name."""
    name = _name(page)
    return (
        not page.twin_of
        and (page.kind is PageKind.BLOG or _NEWS.search(name) is not None)
        and _KEPT.search(name) is None
    )


def _aged(site: Site) -> Iterator[Finding | None]:
    """What dates the site: what was to come, its newest year or its news, a count that stood still, what was shut down."""
    over = announced(site)
    said = {entry.copies[0].text for entry in over}
    past = [entry for entry in lapsed(site) if entry.copies[0].text not in said]
    last = None if too_little_read(site) else newest(site)
    asleep = last is not None and all(last.year >= entry.year for entry in (*over, *past))
    if over or past:
        waits = _waiting(site) if asleep and over else []
        later = f"is dated later than {last.year}" if last and past else "is dated later"
        more = f"; nothing on the {site.read} read {later}" if asleep else ""
        told = [_named(over)] if over else []
        told += [f"{'what' if over else 'What'} it shows as current is from {_over(past)}"] if past else []
        yield finding(
            "upkeep",
            "announced" if over else "lapsed",
            Tier.VISIBLE,
            f"{'; '.join(told)}{more}",
            [
                quote(copy)
                for copy in dict.fromkeys(
                    (*(entry.copies[0] for entry in (*over[:SHOWN], *past[:SHOWN])), *waits[:SHOWN])
                )
            ],
            why="It tells every reader that nobody has looked at the page since, and makes the rest doubtful."
            if over
            else "Nobody can tell whether it still holds: whoever would come or pay has to ask, or goes where it is clear.",
            fix="Say what has become of it, or take it out; then read the page through for what else is over."
            if over
            else "Put what holds today in its place, with its year, or take it out until it is settled.",
            weight=0.7 if over else 0.75,
        )
    news = _news(site)
    yield news
    if last is not None and news is None and not over and not past:
        stale = last.year <= MADE - STALE
        yield finding(
            "upkeep",
            "dated",
            Tier.VISIBLE if stale else Tier.PROOF,
            f"Nothing on the {site.read} read is dated later than {last.year}",
            [quote(copy) for copy in last.copies[:SHOWN]],
            why="A reader asks whether anybody is still there, and whether prices, hours and people are still as the pages say.",
            fix="Read the pages through once, correct what is no longer so, and tell what is new with its month and year.",
            proposal="[Month and year]: [what is new].",
            weight=(0.8 if stale else 0.65) if last.shown else (0.68 if stale else 0.4),
            lead=stale,
            key="dated",
        )
    if (count := counted(site)) is not None:
        began = count.year - int(re.findall(r"\d+", count.words)[0])
        yield finding(
            "upkeep",
            "counted",
            Tier.VISIBLE,
            f"Counted from {began}, “{count.words}” was written in {count.year}",
            [quote(copy) for copy in count.copies],
            why="The figure gives away when the page was last looked at.",
            fix=f"Write “since {began}”: it never grows old.",
            weight=0.6,
            key="counted",
        )
    if (gone := closed(site)) is not None:
        each = f"Each of the {site.read} read links" if gone.pages == len(site.pages) else f"{gone.pages} pages link"
        where = each if gone.pages > 1 else "A page links"
        yield finding(
            "upkeep",
            "ended",
            Tier.VISIBLE,
            f"{where} to {gone.name}, which was shut down in {gone.year}"
            if gone.pages
            else f"It names {gone.name}, which was shut down in {gone.year}: “{_cut(gone.shown.text)}”",
            [gone.shown],
            why="Whoever takes it arrives nowhere, and learns when somebody last looked.",
            fix="Take it out everywhere, or put in its place what is used today.",
            weight=0.55,
            key=gone.name,
        )


def _named(over: list[Bygone]) -> str:
    shown = ", ".join(f"“{_cut(entry.words)}”" for entry in over[:SHOWN])
    return f"It calls new or still to come what is years past: {shown}"


def _over(past: list[Bygone]) -> str:
    """The years of what is shown as today's, and its words."""
    named = listed([str(year) for year in sorted({entry.year for entry in past[:SHOWN]})])
    return f"{named}: {', '.join(f'“{_cut(entry.words)}”' for entry in past[:SHOWN])}"


def _cut(text: str) -> str:
    """A line for a title: whole where it is short, else its beginning."""
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN].rsplit(" ", 1)[0] + "…"


def _waiting(site: Site) -> list[Copy]:
    """Lines that put off what is to come."""
    return [copy for _, copy in site.copy() if len(copy.text) < LONG and _WAITS.search(copy.text)]


def _bare(site: Site) -> Finding | None:
    """Pages that others lead to and that hold hardly a word of their own."""
    bare = bare_pages(site)
    if not bare:
        return None
    first = bare[0]
    beside = f" beside {first.pictures} pictures" if first.pictures >= SHOWN else ""
    many = {0: "no word", 1: "one word"}.get(first.words, f"{first.words} words")
    others = " and ".join(f"{called(site, entry.page)} {entry.words or 'none'}" for entry in bare[1:3])
    more = f"; {others}" if others else ""
    name = called(site, first.page)
    offered = first.page.kind in OFFERS
    said = [copy for copy in first.copies if word_count(copy.text) >= SENTENCE and not copy.unit.level]
    holds = f"one sentence, “{_cut(said[0].text)}”, and no figure" if offered and said else f"{many} of its own"
    shown = [quote(copy) for entry in bare[:SHOWN] for copy in entry.copies[:SHOWN]]
    return finding(
        "upkeep",
        "bare",
        Tier.PROOF,
        f"{name[0].upper()}{name[1:]} holds {holds}{beside}{more}",
        shown or [Quote(first.page.page.title or name, first.page.url, "title")],
        why="Whoever chose it wanted to know more than its name, and search engines and phones read words.",
        fix="Write on it what it is about, for whom, and what to do next, in three sentences of your own; or take it out of the menu.",
        weight=0.78 if offered else 0.6,
        key=first.page.url,
    )


def _named_only(site: Site) -> Finding | None:
    """A page that names what is offered and says nothing about any of it."""
    lists = named_only(site)
    if not lists:
        return None
    first = lists[0]
    name = called(site, first.page)
    shown = [quote(copy) for copy in first.names[:SHOWN]]
    others = f"; {called(site, lists[1].page)} {len(lists[1].names)}" if lists[1:] else ""
    return finding(
        "upkeep",
        "names",
        Tier.PROOF,
        f"{name[0].upper()}{name[1:]} names {len(first.names)} things and says of none what it is for, how large or long it is, or what it costs{others}",
        shown,
        why="Whoever does not know the names already cannot choose among them, and whoever does cannot compare: both ask the one who explains.",
        fix="Give each name a line: who takes it and for what, its size or time, and its price or the least it costs; begin with those that sell most.",
        proposal=f"“{first.names[0].text}”: for [whom], [size or time], from [price].",
        weight=0.82,
        key=first.page.url,
    )


def _documented(site: Site) -> Finding | None:
    """What people look up, in documents alone."""
    found = documented(site)
    if not found:
        return None
    named = listed([f"“{link.text}” ({kind})" for _, link, kind in found[:SHOWN]])
    more = f", and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return finding(
        "upkeep",
        "document",
        Tier.PROOF,
        f"What people look up first is a file, and no page is named for it: {named}{more}",
        [Quote(link.text, page.url, "link") for page, link, _ in found[:SHOWN]],
        why="On a telephone a file is hardly read, and no search finds a sum or a dish in it.",
        fix="Put what is in it on a page of its own, as text; keep the file beside it for printing.",
        weight=0.6,
        key="document",
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
        proposal="[Month and year]: [what is new].",
        weight=0.6,
        key="news",
    )
