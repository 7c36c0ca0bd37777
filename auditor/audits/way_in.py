"""Does whoever wants to buy, ask or join find the way in?

Why it matters
--------------
Somebody who has decided to write or call asks four things first: who answers, when, how soon, and what happens then. A form
alone answers none of them, and "as soon as possible" is the answer of those who do not know.

How it is measured
------------------
Of {EVERYWHERE} pages or more, or where one is called contact: is there a telephone number on any, an email address or a form, and of those who sell the name of a town, an
address or a map? Whatever may be one counts; nothing is said where a script may draw the foot of the pages, or a page that may say it was not read. By the public word list "loose". Does any line say when somebody is there, how soon one hears, or
what happens then (a first talk, the steps)? Where none does, half an answer ("shortly") is quoted. Does a line of an offer
ask to act on a page where nothing can be pressed for it, or to call, while no link of the site dials the number that stands there? Has the home page the telephone number that another page has? All are
put to sites of {MIN_PAGES} pages or more whose links were read; hours and answers are asked of those who sell. Praise of its answers that is told by service-measured is not told again. Menus and footers count as part of their page; a
telephone number on every page is credit, unless a link dials another one, two that are shown differ by a slip, or nothing else is given. There is no score: a
shop in a street needs less than a firm that nobody sees.

How to fix it
-------------
Put beside every number and form who answers, at what hours, how soon, and what happens from there to the result.

Limit
-----
What a script draws, a map or a picture shows, is not seen.

Fails
-----
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] feature: A pump of stainless steel with a double seal.
[nav link /contact] other: Contact
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.
/contact Contact
[main sentence] other: Send your message and we will contact you as soon as possible.

Passes
------
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] feature: A pump of stainless steel with a double seal.
[nav link /contact] other: Contact
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.
/contact Contact
[main sentence] other: Jo Ray answers on weekdays from 7 am, a message within one day.

Sources
-------
Information that is asked for and not there: Redish 2012, "Letting Go of the Words", chapter 6. The thresholds are judgements made
on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from auditor import lexicon
from auditor.absences import MIN_PAGES as EVERYWHERE  # noqa: F401  the manual names it
from auditor.absences import absent
from auditor.addresses import MAIL
from auditor.answers import own_lines_with, process, too_little_read, unread
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import dealings
from auditor.concordance import entries
from auditor.dead_ends import at_odds, misdialled
from auditor.figures.contacts import located, phones
from auditor.model import Copy, Finding, JudgedPage, PageKind, Quote, Region, Role, Tier
from auditor.organisation import organisation
from auditor.promises import promises
from auditor.site import Site
from auditor.strength import called
from auditor.text import listed, word_count
from auditor.voices import LONG, TEACHING, once

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing on the site."""

SHOWN = 3
"""Places shown with one finding."""

FEW_PAGES = 0.5
"""Share of the pages with a telephone number above which the home page may well have one that was not read."""

MOST_HEADING = 4
"""Words of a heading that names a page: "Contact us and find us"."""

_ASIDE = ("far-phone",)
"""What is true and graver for some trades than for others: it fills a place of the report's first screen and takes none."""

_ACTS = re.compile(
    r"contact|touch|call|mail|quote|book|schedul|demo|consult|enquir|inquir|start|order|apply|estimate|appointment|request|whats|form|register|sign|tel:",
    re.I,
)
"""What a link that answers a call to act is named for."""

_CONTACT = re.compile(r"\b(?:contacts?|touch|reach us|enquir\w+|inquir\w+)\b", re.I)


@audit(passes="What whoever wants to act is told", fails="Whoever wants to act is left at the door", version=11)
def way_in(site: Site) -> Verdict:
    """What somebody learns who is about to write, call or apply."""
    if len(site.pages) < MIN_PAGES:
        return Verdict.not_enough(f"Only {site.read} read: too few to say that something is missing.")
    if not any(page.page.links for page in site.pages):
        return Verdict.not_enough("No link was read: what menus and footers say is not known.")
    nowhere = _absent(site)
    made = [nowhere, _unsaid(site), _mute(site), _undialled(site), None if nowhere else _far_phone(site)]
    findings = [entry for entry in made if entry is not None]
    page = _contact_page(site)
    here = _ways(page) if page else {}
    numbers = {"contact_page": page.url if page else "", "gives": sorted(here)}
    if here:
        told = f"The contact page gives {listed(_named(here))}."
    elif anywhere := dict.fromkeys(way for each in site.pages for way in _ways(each) if way != "hours"):
        told = f"The {site.read} read give {listed(_named(anywhere))}; {'the contact page gives none' if page else 'none is called contact'}."
    else:
        told = "No page was read that gives an address, an email address or a telephone number."
    return Verdict(
        told,
        None,
        findings,
        [] if any(entry.kind == "absent" for entry in findings) else _reachable(site),
        numbers,
    )


def _absent(site: Site) -> Finding | None:
    """What a visitor needs to call, write or come stands on none of the pages."""
    left = any(_LEFT.search(f"{label} {key}"[:LONG]) for key, (label, _) in unread(site).items())
    said = None if left or too_little_read(site) else absent(site)
    if said is None:
        return None
    shown = [quote(copy) for copy in said.shown][:SHOWN]
    return _found("absent", said.title, shown, said.why, said.fix, said.proposal, said.weight)


_LEFT = re.compile(r"\b(?:contact|about|imprint|impressum|find us|locations?|where|directions|areas?)\b", re.I)
"""A page that was linked and not read, and may say it."""


def _reachable(site: Site) -> list[Finding]:
    """Credit: a telephone number stands on every page."""
    if misdialled(site) or at_odds(site) or not all("telephone number" in _ways(page) for page in site.pages):
        return []
    # the number itself, as it stands in a header or a button, and no sentence about something else that ends in it
    shown = min(
        (copy for copy in site.pages[0].copy if phones(copy.text)), key=lambda copy: word_count(copy.text), default=None
    )
    if shown is None:
        return []
    return [
        finding(
            "way-in",
            "reachable",
            Tier.PROOF,
            f"Its telephone number stands on each of the {site.read} read",
            [quote(shown)],
            why="Whoever has made up their mind finds it without a search.",
            fix="Keep it there, with the hours at which somebody answers.",
            weight=0.3,
            key="reachable",
        )
    ]


def _has(copy: Copy, *groups: str) -> bool:
    return lexicon.load("loose").has(copy.text[:LONG], *groups)


def _lines(site: Site, *groups: str) -> list[tuple[JudgedPage, Copy]]:
    """The lines of the site in which any of these groups stands, on whatever page."""
    return [(page, copy) for page, copy in site.lines_with(entries("loose", *groups)) if _has(copy, *groups)]


def _own(site: Site, group: str) -> list[Copy]:
    """The site's own lines in which this group stands."""
    return [copy for _, copy in own_lines_with(site, entries("loose", group)) if _has(copy, group)]


def _part(copy: Copy, group: str) -> str:
    return lexicon.load("loose").words(copy.text[:LONG], group)


def _found(kind: str, title: str, shown: Sequence[Quote], why: str, fix: str, proposal: str, weight: float) -> Finding:
    return finding(
        "way-in",
        kind,
        Tier.PROOF,
        title,
        list(dict.fromkeys(shown)),
        why=why,
        fix=fix,
        proposal=proposal,
        weight=weight,
        lead=kind not in _ASIDE and weight > 0.5,
        key=kind,
    )


def _named(ways: Iterable[str]) -> list[str]:
    """Ways with their articles: "an address", "the hours"."""
    return [f"{'the' if way == 'hours' else 'an' if way[0] in 'ae' else 'a'} {way}" for way in ways]


@once
def _contact_page(site: Site) -> JudgedPage | None:
    """The page called contact, if it was read; else one that opens under such a heading, whatever its address is called."""
    pages = [page for page in site.pages if page.kind is PageKind.CONTACT and not page.twin_of]
    named = [
        page
        for page in pages
        if _CONTACT.search(re.sub(r"[-_/]", " ", f"{page.url.split('/', 3)[-1]} {page.page.title}"))
    ]
    return next(iter(named), None) or next(
        (page for page in site.pages if _headed(page) and page is not site.home), None
    )


def _headed(page: JudgedPage) -> bool:
    """Whether a page's first heading is about contact, and a number or an email address stands under it."""
    own = [copy for copy in page.copy if copy.unit.region.is_copy]
    first = next((copy for copy in own if copy.unit.role is Role.HEADING), None)
    return (
        first is not None
        and len(first.text.split()) <= MOST_HEADING
        and _CONTACT.search(first.text) is not None
        and not page.twin_of
        and any(_reached(copy.text) for copy in own)
    )


def _ways(page: JudgedPage) -> dict[str, Copy | None]:
    """How somebody is reached by what stands on a page, menu and footer counted: way -> its line."""
    found: dict[str, Copy | None] = {}
    for copy in page.copy:
        if copy.unit.region is not Region.OVERLAY:
            for way in _given(copy.text):
                found.setdefault(way, copy)
            for scheme, way in (("mailto:", "email address"), ("tel:", "telephone number")):
                if copy.unit.href.startswith(scheme):
                    found.setdefault(way, copy)
    for link in page.page.links:
        if link.url.startswith(("tel:", "https://wa.me/", "https://api.whatsapp.com/")):
            found.setdefault("telephone number", None)
    return found


@lru_cache(maxsize=1 << 15)
def _given(text: str) -> tuple[str, ...]:
    """The ways that a line gives; what menus and footers say comes back on every page."""
    read = (
        ("address", located(text)),
        ("email address", "@" in text and MAIL.search(text)),
        ("telephone number", phones(text)),
    )
    groups = {match.group for match in lexicon.load("loose").find(text[:LONG], "hours", "shut")}
    return tuple(way for way, there in (*read, ("hours", groups == {"hours"})) if there)


def _reached(text: str) -> bool:
    """Whether a line gives a telephone number or an address for mail."""
    given = _given(text)
    return "telephone number" in given or "email address" in given


def _unsaid(site: Site) -> Finding | None:
    """It asks to be written to or called, and says neither when somebody answers, how soon one hears, nor what happens then."""
    # what says it is believed wherever it stands, in a help page or an article too
    if not organisation(site).sells or _anywhere(site, "heard"):
        return None
    page = _contact_page(site)
    own = [copy for copy in page.copy if copy.unit.region not in (Region.NAV, Region.OVERLAY)] if page else []
    soon = [
        copy
        for page, copy in _lines(site, "soon")
        if page.kind not in TEACHING and copy.unit.region is not Region.OVERLAY
    ]
    if not soon and too_little_read(site):
        return None
    only = f"“{_part(soon[0], 'soon')}”" if soon else ""
    if _anywhere(site, "hours", "first-step"):
        # what is praised of its answers without a time is told by the audit of service
        if not soon or any(entry.kind == "answer" and not entry.defined for entry in promises(site)):
            return None
        title = f"It promises an answer ({only}), and nothing on the {site.read} read says within which time"
        shown = soon
    else:
        asks = [copy for copy in own if _has(copy, "invites")] or _own(site, "invites")
        ways = [copy for copy in own if _reached(copy.text)]
        shown = [*soon[:1], *asks, *ways]
        # who tells the steps of the work has told the most of it
        if not shown or (process(site) and not soon):
            return None
        shown.sort(key=lambda copy: (copy not in soon, copy.unit.role is Role.HEADING))
        open_ = "when somebody answers, how soon one hears or what happens then"
        title = f"Nothing on the {site.read} read says {open_}{f'; it says {only}' if soon else ''}"
    return _found(
        "unsaid",
        title,
        [quote(copy) for copy in dict.fromkeys(shown)][:SHOWN],
        "Before anybody calls they want to know who answers, when, and what they are in for.",
        "Say beside number and form: who answers, at what hours, how soon, and what comes then, step by step.",
        f"[Name] answers, [days and hours]; you hear within [time]. Then: {dealings(site).then}.",
        0.6,
    )


def _anywhere(site: Site, *groups: str) -> bool:
    """Whether any of these groups stands in a line, but for overlays."""
    return any(copy.unit.region is not Region.OVERLAY for _, copy in _lines(site, *groups))


def _mute(site: Site) -> Finding | None:
    """A line of an offer asks to act, and nothing on its page can be pressed for it."""
    found = [(page, copy) for page, copy in _told_to_act(site) if not _answerable(page, copy)]
    if not found:
        return None
    many = f" on {len(found)} pages" if len(found) > 1 else ""
    return _found(
        "mute",
        f"“{found[0][1].text.rstrip('.!')}” asks to act{many}, and nothing there but the menu can be pressed",
        [quote(copy) for _, copy in found[:SHOWN]],
        "Whoever has just been won over has to look for the way; some do not.",
        "Put the button, the number or the form right under the line.",
        "",
        0.64,
    )


def _told_to_act(site: Site) -> list[tuple[JudgedPage, Copy]]:
    """The last line of each page that offers something on which a reader is asked to act."""
    said: dict[str, tuple[JudgedPage, Copy]] = {}
    for page, copy in _lines(site, "told-to-act"):
        thanks = "thank" in page.url.casefold()
        if page.twin_of or thanks or page.kind in (*TEACHING, PageKind.CONTACT, PageKind.TESTIMONIAL):
            continue
        if copy.unit.region.is_copy and not copy.unit.href and copy.unit.role is Role.SENTENCE:
            said[page.url] = page, copy
    return list(said.values())


_CALLS = re.compile(r"\b(?:call|ring|phone|telephone) (?!(?:records?|escalation|system)\b)", re.I)
"""Asks to be called."""


def _undialled(site: Site) -> Finding | None:
    """It asks to be called where its number stands, and no link of the site dials it."""
    pressed = (link.url for page in site.pages for link in page.page.links)
    shown = (copy for page in site.pages for copy in page.copy if copy.unit.href or copy.unit.role in _PRESSED)
    # what is a button with the number on it may dial by a script
    if any(url.startswith(_DIALS) for url in pressed) or any(
        copy.unit.href.startswith(_DIALS) or phones(copy.text) for copy in shown
    ):
        return None
    asked = [(page, copy) for page, copy in _told_to_act(site) if _CALLS.search(copy.text)]
    found = [(page, copy, line) for page, copy in asked if (line := _ways(page).get("telephone number")) is not None]
    if not found:
        return None
    _, copy, line = found[0]
    line = copy if phones(copy.text) else line
    number = line.text[slice(*phones(line.text)[0])] if phones(line.text) else line.text
    pages = sum("telephone number" in _ways(page) for page in site.pages)
    return _found(
        "undialled",
        f"It asks to be called, and its number ({number}) is plain text on the {pages} page{'s' * (pages > 1)} that show{'s' * (pages == 1)} it: no link dials it",
        [quote(copy), quote(line)],
        "On a telephone a number is pressed; some make a link of it by themselves, on the others it has to be copied digit by digit.",
        "Make the number a link (tel:) wherever it stands, first in the line at the top.",
        "",
        0.55,
    )


_PRESSED = (Role.LINK, Role.BUTTON)
_DIALS = ("tel:", "sms:", "callto:", "https://wa.me/", "https://api.whatsapp.com/")


def _answerable(page: JudgedPage, asking: Copy) -> bool:
    """Whether anything on a page but its menu can be pressed, filled in or dialled; a number over the menu can be called."""
    aside = (Region.NAV, Region.OVERLAY)
    lines = [copy for copy in page.copy if copy.unit.region not in aside]
    return (
        (_CALLS.search(asking.text) is not None and "telephone number" in _ways(page))
        or any(door.kind in ("form", "mail") for door in page.page.doors)
        or any(copy.unit.role is Role.BUTTON or copy.unit.href.startswith(("mailto:", "tel:")) for copy in lines)
        or any(_reached(copy.text) for copy in lines)
        or any(
            link.url != page.url and link.text and _ACTS.search(f"{link.text} {link.url}")
            for link in page.page.links
            if link.region not in aside
        )
    )


def _far_phone(site: Site) -> Finding | None:
    """The home page gives no telephone number, and another page does."""
    home = site.home
    # where no menu or footer was read, a script may draw them with the number in them
    if home is None or not any(copy.unit.region in (Region.NAV, Region.FOOTER) for copy in home.copy):
        return None
    if "telephone number" in _ways(home) or not organisation(site).sells:
        return None
    shown = [
        (page, line)
        for page in site.pages
        if page.kind not in TEACHING
        and (line := _ways(page).get("telephone number")) is not None
        and not re.search(r"\bbox office\b|\btickets?\b", line.text, re.I)  # who sells the tickets is another house
    ]
    if not shown or len(shown) > FEW_PAGES * len(site.pages):
        return None
    page, line = shown[0]
    return _found(
        "far-phone",
        f"The home page gives no telephone number; it stands on {called(site, page)}",
        [quote(line)],
        "Whoever wants to call looks at the top of the first page, and then at the next firm.",
        "Put the number, as text that can be dialled, at the top and at the foot of every page.",
        "",
        0.5,
    )
