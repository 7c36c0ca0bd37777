"""Does what it asks visitors to do lead to what it says?

Why it matters
--------------
A button that leads nowhere, a form that is announced and not there, a price list without a price: whoever had decided to
act is turned away at the last step, and nobody tells the owner. None of it is a matter of taste.

How it is measured
------------------
Eleven things are looked for. A *link to nothing*: a call to act in the copy, or a document named in the footer, whose link has no target, or one on the page
that is not there, where nothing in the markup lets a script take it up; and a page's *own menu* of {OWN_MENU} links or more whose
headings are there and bear no name that could be reached. A *link to a missing page* of the site, in a menu or the copy: one that answered 404 or 410, or in a folder a file
named .html that is not in it while most of the others are. An *address for mail* that is shown and another that the link writes to. A *form below* on a page without
a form or anything in which one may be embedded. A *form that posts to a page of HTML*, where neither the host nor a script is told of it. A *booking form* of a house with rooms that has {MIN_FIELDS} fields or more and asks for no
date; and of anybody, a day or an hour that a visitor may pick, where no form asks for it and nothing is embedded or linked that may; or *pictures to include*, where the page's form takes no file. A *heading or page named for prices* under which no sum stands, nothing explains why, and no link leads on.
There is no score: a site without doors has nothing to
be marked down for.

How to fix it
-------------
Walk every path as a customer would, with the phone in hand, once a quarter; where a page is not ready, take its door away.

Limit
-----
Links and forms are read from the markup: what a script does to them unseen is not known, so a link that any name in its
markup could give to a script is left out.

Fails
-----
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] feature: A pump of stainless steel with a double seal.
[main heading 2] other: Pricing & Plans
[main sentence] feature: Learn how the pumps fit your dairy, their prices and features.
[main heading 2] other: About the workshop
[main sentence] company: Acme has built pumps since 1921.

Passes
------
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] feature: A pump of stainless steel with a double seal.
[main heading 2] other: Pricing & Plans
[main sentence] feature: The small pump costs $900, the large one $1,400.
[main heading 2] other: About the workshop
[main sentence] company: Acme has built pumps since 1921.

Sources
-------
Links that look alike and act alike, and no dead ends: Krug 2014, "Don't Make Me Think", chapters 3 and 6. The
thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.dead_ends import OWN_MENU as OWN_MENU
from auditor.dead_ends import dead_ends, doors_of, meant_for, over, own_menu
from auditor.model import Copy, Finding, JudgedPage, Label, Link, PageKind, Quote, Region, Role, Tier
from auditor.organisation import organisation
from auditor.site import Site
from auditor.strength import called
from auditor.text import word_count
from auditor.voices import LONG, TEACHING, quoted

MIN_FIELDS = 4
"""Fields of a form from which it means to take a booking, and not a name to call back."""

LEAST_FIELDS = 3
"""Fields of a form from which it takes an enquiry, and no search or newsletter."""

SECTION = 25
"""Lines under a heading that are read as its own."""

MIN_NIGHTS = 2
"""Lines that speak of bedrooms, nights or checking in from which a house of such a name lets rooms."""

SHOWN = 3
"""Places shown with one finding."""

_BELOW = re.compile(
    r"\b(?:complet\w+|fill\w*(?: in| out| up)?|us(?:e|ing)|submit\w*|via|through|send)\b[^.!?]{0,40}\bform\b[^.!?]{0,12}\bbelow\b|\bthe form below\b",
    re.I,
)
_HOUSE = re.compile(
    r"\b(?:hotel|guest ?house|b&b|bed (?:and|&) breakfast|holiday (?:home|cottage|let|flat|apartment)s?|cottages?|self[- ]catering|lodges?|"
    r"resort|hostel|villas?|chalets?|camp ?sites?|cabins?|\w+ inn)\b",
    re.I,
)
_NIGHTS = re.compile(
    r"\b(?:bed ?rooms?|(?:guest|double|twin|single|family|executive|suite) rooms?|sleeps \w+|per night|a night|nightly|"
    r"check(?:ing)?[- ]?(?:in|out)\b|stay(?:s|ing)? with us|your stay)\b",
    re.I,
)
_BOOKS = re.compile(r"\b(?:book|books|booking|bookings|reserve|reservations?)\b", re.I)
_DATE = re.compile(
    r"\bdates?\b|date\b|arriv|depart|check[-_ ]?(?:in|out)|night|\bwhen\b|\bdays?\b|\btime\b|calendar|\bfrom\b.{0,40}\b(?:to|until)\b|"
    r"month|week|stay",
    re.I,
)
_PICKS = re.compile(
    r"\b(?:pick|choose|select) (?:an? |your |the |preferred |own |convenient )*(?:time|date|day|slot|appointment)s?(?: (?:&|and|or|slot) (?:date|time|day))?\b",
    re.I,
)
_ATTACHED = re.compile(
    r"(?<!we )(?<!prices )\b(?:include|attach|upload)\b (?:[\w'’]+ ){0,4}?(?:photos?|photographs?|pictures|images|drawings?|floor plans?|sketch(?:es)?|files?|cv|r[eé]sum[eé])\b",
    re.I,
)
_TAKES = re.compile(r"\bfiles?\b|upload|attach|dropzone", re.I)
"""What a form's words or fields have that takes a file."""
_ELSEHOW = re.compile(r"e-?mail|@|whats ?app|messenger|\btext us\b|\bby post\b|\bsms\b", re.I)
_PRICES = re.compile(
    r"(?:our |the |current |business |full )?(?:(?:\w+ (?:and|&) )?(?:pricing|price ?lists?|prices|tariffs?|rates|fees)(?: (?:and|&) \w+)?)",
    re.I,
)
# wider than figures.money.SUM: under a heading for prices a bare "4.50", a share or "free" is an answer as well
_SUM = re.compile(
    r"[$£€₹¥]\s?\d|\d\s?(?:[$£€₹¥]|/-)|\b(?:usd|eur|gbp|inr|aud|cad|chf|rs\.?|nzd|zar|sek|nok|dkk|kr)\s?\d"
    r"|\d\s?(?:usd|eur|gbp|inr|aud|cad|chf|nzd|zar|sek|nok|dkk|kr|dollars?|euros?|pounds?|pence|cents?|p)\b|\d\s?%|\bfree\b|\d[.,]\d\d\b",
    re.I,
)
_WHY = re.compile(
    r"\b(?:quot(?:e|es|ed|ation)|estimates?|depend\w*|vary|varies|custom|tailor\w*|bespoke|individual\w*|each|every|case[- ]by[- ]case|call|"
    r"contingen\w*|no fee|included|click|see|view|download|pdf|calculat\w*|log ?in|coming soon|insur\w*|table|sheet)\b",
    re.I,
)
"""What explains that no sum stands there, or tells where it does."""


@audit(
    passes="Where its calls to act lead",
    fails="Some of what it asks visitors to do leads to nothing",
    version=8,
)
def doors(site: Site) -> Verdict:
    """Links to nothing, forms that are not there, and labels that their pages do not keep."""
    if not any(copy.unit.region.is_copy for page in site.pages for copy in page.copy):
        return Verdict.not_enough("No line of copy was read.")
    made = [
        *_mails(site),
        _nowhere(site),
        _gone(site),
        _unplaced(site),
        _formless(site),
        _unsent(site),
        _undated(site) or _unpicked(site),
        _unattached(site),
        *_unpriced(site),
    ]
    findings = [entry for entry in made if entry is not None]
    dead = sum(door.kind == "nowhere" for page in site.pages for door in page.page.doors)
    numbers = {
        "links without a target": dead,
        "links to missing pages": len(site.missing),
        "forms": sum(door.kind == "form" and bool(door.detail) for page in site.pages for door in page.page.doors),
    }
    if not findings and dead:
        held = f"{dead} link{'s have' if dead > 1 else ' has'} no target, which a script may give"
        told = f"No call to act that leads to nothing was found on the {site.read} read; {held}."
        return Verdict(told, None, numbers=numbers, title="No call to act was found that leads to nothing")
    found = f"{len(findings)} thing{'s' * (len(findings) != 1)}" if findings else "Nothing"
    return Verdict(
        f"{found} that lead{'' if len(findings) > 1 else 's'} to nothing on the {site.read} read.",
        None,
        findings,
        [],
        numbers,
    )


def _gone(site: Site) -> Finding | None:
    """Links in menus or copy to pages of the site that are not there, told once with the pages that link to them."""
    links: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    for page in site.pages if site.missing else ():
        for link in page.page.links:
            if link.url in site.missing and (link.region is Region.NAV or link.region.is_copy):
                links[link.url].append((page, link))
    if not links:
        return None
    url, places = max(links.items(), key=lambda entry: (len({page.url for page, _ in entry[1]}), entry[0]))
    text = next((link.text for _, link in places if link.text), "") or url
    pages = len({page.url for page, _ in places})
    leads = f"“{text}” leads to a page that is not there, {urlsplit(url).path}, on {pages} page{'s' * (pages > 1)}"
    others = len(links) - 1
    more = f"; so do links to {others} other{'s' * (others > 1)}" if others else ""
    said = (
        places[:SHOWN]
        if not others
        else [entry[0] for entry in [places, *(found for found in links.values() if found is not places)][:SHOWN]]
    )
    return finding(
        "doors",
        "missing-page",
        Tier.VISIBLE,
        leads + more,
        list(dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in said)),
        why="Whoever presses it wanted just that, and meets an error page.",
        fix=f"Put the page back, or let the link lead to what took its place: {', '.join(sorted(urlsplit(url).path for url in links)[:SHOWN])}.",
        weight=0.8,
        key="missing-page",
    )


def _mails(site: Site) -> list[Finding]:
    """Addresses for mail that write to another one than they show."""
    found: dict[str, Finding] = {}
    for page, door in doors_of(site, "mail"):
        found.setdefault(
            door.text.casefold(),
            finding(
                "doors",
                "mail",
                Tier.VISIBLE,
                f"It shows the address “{door.text}”, and the link writes to “{door.detail}”",
                [Quote(door.text, page.url, "link")],
                why="Whoever clicks writes elsewhere than whoever copies it; one of the two may be read by nobody.",
                fix="Make the link write to the address that is read.",
                weight=0.8,
                key=door.text.casefold(),
            ),
        )
    return list(found.values())


def _nowhere(site: Site) -> Finding | None:
    """Calls to act, and documents in the footer, whose link has no target or one that is not there."""
    dead = dead_ends(site)
    if not dead:
        return None
    names = list(dict.fromkeys(door.text for _, door in dead))
    above = list(dict.fromkeys(filter(None, (over(page, door) for page, door in dead))))
    said = ", ".join(f"“{name}”" for name in names[:SHOWN])
    under = f", as under “{above[0]}”" if above else ""
    places = f" in {len(dead)} places{under}" if len(dead) > 1 else f" under “{above[0]}”" if above else ""
    empty = sum(len(door.detail) < 3 for _, door in dead)
    why = "the link has no target" if empty else "what it points to is not on the page"
    if 0 < empty < len(dead):
        why = "the link has no target, or one that is not on the page"
    return finding(
        "doors",
        "nowhere",
        Tier.VISIBLE,
        f"{said} {'leads' if len(names) == 1 else 'lead'} nowhere{places}: {why}",
        list(dict.fromkeys(Quote(door.text, page.url, "link") for page, door in dead))[:SHOWN],
        why="Somebody who wanted to go on presses it, and nothing happens.",
        fix=meant_for(site, dead) or "Give each its page, or take it away.",
        weight=0.75,
        key="nowhere",
    )


def _unplaced(site: Site) -> Finding | None:
    """A page's own menu, whose links lead to places on it that bear no name, while the headings they speak of are there."""
    found = own_menu(site)
    if found is None:
        return None
    page, dead = found
    names = list(dead)
    return finding(
        "doors",
        "own-menu",
        Tier.VISIBLE,
        f"{len(names)} links on {called(site, page)} lead nowhere: the headings that they name are there, and cannot be reached from them",
        [Quote(name, page.url, "link") for name in names[:SHOWN]],
        why="Somebody presses the line they came for, and nothing moves.",
        fix=f"Give each heading the name that its link asks for: id=“{dead[names[0]].detail[1:]}” for “{names[0]}”.",
        weight=0.75,
        key=page.url,
    )


def _formless(site: Site) -> Finding | None:
    """A form is announced on a page that has none."""
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING or any(door.kind == "form" for door in page.page.doors):
            continue
        for copy in page.copy:
            if not copy.unit.region.is_copy or "below" not in copy.text.lower():
                continue
            if match := _BELOW.search(copy.text[:LONG]):
                said = copy.text[match.start() : match.end()]
                return finding(
                    "doors",
                    "form",
                    Tier.VISIBLE,
                    f"It says “{said}”, and no form was found on that page",
                    [quote(copy)],
                    why="Whoever wants to order or ask looks for it, and goes.",
                    fix="Put the form there, or say what to do instead: whom to write to, and what to send.",
                    weight=0.7,
                    key=said.casefold(),
                )
    return None


def _unsent(site: Site) -> Finding | None:
    """A form that posts what is filled in to a page of HTML, where nobody receives it."""
    for page, door in doors_of(site, "unsent"):
        shown = [quote(copy) for copy in page.copy if copy.unit.role is Role.HEADING][:1]
        return finding(
            "doors",
            "unsent",
            Tier.VISIBLE,
            f"The form on the page “{page.page.title or urlsplit(page.url).path}” sends what is filled in to a plain page, {door.detail}, which can receive nothing",
            shown or [Quote(page.page.title, page.url, "title")],
            why="Unless the server does more with that page than its address shows, whoever asked reads that it arrived, and nobody hears of it.",
            fix="Send yourself a message from it today; then let the form send to a service or program that delivers it.",
            weight=0.85,
            key="unsent",
        )
    return None


def _lets_rooms(site: Site) -> bool:
    """Whether a house lets rooms, and takes bookings of them."""
    if not organisation(site).sells:
        return False
    lines = [copy.text[:LONG] for _, copy in site.copy()]
    named = sum(_HOUSE.search(page.page.title) is not None for page in site.pages)
    own = f"{site.name} | {site.home.page.title if site.home else ''}"
    house = 2 * named >= len(site.pages) or _HOUSE.search(own)  # who sells to hotels has a page for them
    books = any(_BOOKS.search(link.text) for page in site.pages for link in page.page.links) or any(
        map(_BOOKS.search, lines)
    )
    return bool(house) and books and sum(map(bool, map(_NIGHTS.search, lines))) >= MIN_NIGHTS


def _undated(site: Site) -> Finding | None:
    """A form to book rooms with, which asks for no date."""
    for page, door in doors_of(site, "form"):
        named = f"{page.page.title} {page.url.rsplit('/', 1)[-1]}"
        if not _BOOKS.search(re.sub(r"[-_]", " ", named)) or door.detail.count("|") + 1 < MIN_FIELDS:
            continue
        if _DATE.search(f"{door.text} {door.detail}") or not _lets_rooms(site):
            continue
        shown = [quote(copy) for copy in page.copy if copy.unit.role is Role.HEADING][:1]
        return finding(
            "doors",
            "no-date",
            Tier.VISIBLE,
            "The form to book with asks for no date: neither arrival nor departure",
            shown or [Quote(page.page.title, page.url, "title")],
            why="A booking without its nights is none: the guest has to be called back, and books where it is done at once.",
            fix="Ask for arrival, departure, the room and how many come; say when the guest will hear.",
            weight=0.8,
            key="no-date",
        )
    return None


def _unpicked(site: Site) -> Finding | None:
    """A visitor may pick the day or the hour, and no form asks for it."""
    forms = [door for page in site.pages for door in page.page.doors if door.kind == "form"]
    full = [door for door in forms if door.detail.count("|") + 1 >= LEAST_FIELDS]
    # what is embedded, or stands on another site, may ask for it
    if not full or any(not door.detail or _DATE.search(f"{door.text} {door.detail}") for door in forms):
        return None
    if any(
        not link.internal and _BOOKS.search(f"{link.text} {link.url}")
        for page in site.pages
        for link in page.page.links
    ):
        return None
    said = [copy for page, copy in site.copy() if page.kind not in TEACHING and _PICKS.search(copy.text[:LONG])]
    if not said:
        return None
    match = _PICKS.search(said[0].text[:LONG])
    return finding(
        "doors",
        "no-date",
        Tier.VISIBLE,
        f"It says “{match[0] if match else said[0].text}”, and no form on the {site.read} read asks for one",
        [quote(copy) for copy in said[:SHOWN]],
        why="Whoever came to choose a time fills in a form that takes none, and waits to be called as with everybody else.",
        fix="Ask for day and hour in the form, with the place and what is to be done; or say that they are agreed by telephone.",
        weight=0.72,
        key="no-date",
    )


def _unattached(site: Site) -> Finding | None:
    """A visitor is to send pictures or drawings with the form on the page, and it takes no file."""
    for page in site.pages:
        forms = [door for door in page.page.doors if door.kind == "form"]
        if (
            page.twin_of
            or page.kind in TEACHING
            or not any(door.detail.count("|") + 1 >= LEAST_FIELDS for door in forms)
        ):
            continue
        if any(not door.detail or _TAKES.search(f"{door.text} {door.detail}") for door in forms):
            continue  # what is embedded may take one
        for copy in page.copy:
            match = _ATTACHED.search(copy.text[:LONG])
            if match is None or not copy.unit.region.is_copy or _ELSEHOW.search(copy.text[:LONG]):
                continue
            return finding(
                "doors",
                "no-file",
                Tier.VISIBLE,
                f"It asks to “{match[0]}”, and the form on that page takes no file",
                [quote(copy)],
                why="Whoever wants to do as asked finds no way to, and sends less than an answer needs.",
                fix="Give the form a field for files, or say beside it which way they come: by mail or by messenger.",
                weight=0.7,
                key="no-file",
            )
    return None


def _unpriced(site: Site) -> Iterator[Finding]:
    """Headings and titles named for prices with no sum under them."""
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        for place, copy in enumerate(lines):
            if copy.unit.role is not Role.HEADING or not _PRICES.fullmatch(copy.text.strip(" :")) or "?" in copy.text:
                continue
            under = _under(lines, place)
            if not under or any(_SUM.search(line.text) or _WHY.search(line.text) for line in under):
                continue
            if any(line.unit.href for line in under if line.unit.role is not Role.BUTTON) or _leads_on(page):
                continue
            yield _without_sum(site, page, copy)
            return


def _under(lines: Sequence[Copy], place: int) -> list[Copy]:
    """The lines under a heading, to the next one of its rank."""
    level = lines[place].unit.level
    found: list[Copy] = []
    for copy in lines[place + 1 : place + 1 + SECTION]:
        if copy.unit.role is Role.HEADING and 0 < copy.unit.level <= level:
            break
        found.append(copy)
    return found


def _leads_on(page: JudgedPage) -> bool:
    """Whether a link of the page's copy is itself named for prices: a teaser, and what it announces stands elsewhere."""
    return any(link.region.is_copy and _PRICES.search(link.text) and link.text for link in page.page.links)


def _without_sum(site: Site, page: JudgedPage, copy: Copy) -> Finding:
    elsewhere = next(
        (
            line
            for other, line in site.copy()
            if line.unit.page != page.url
            and other.kind not in (*TEACHING, PageKind.TESTIMONIAL)
            and lexicon.load("answers").has(line.text[:LONG], "cost")
            and line.label is Label.FEATURE
            and line.unit.id not in quoted(site, other)
        ),
        None,
    )
    found = f", while “{elsewhere.text}” stands elsewhere" if elsewhere and word_count(elsewhere.text) <= 12 else ""
    return finding(
        "doors",
        "unpriced",
        Tier.PROOF,
        f"Under “{copy.text}” no price stands{found}",
        [quote(copy), *([quote(elsewhere)] if elsewhere else [])],
        why="Whoever reads that word and finds no figure concludes that there is something to hide.",
        fix=f"Move “{elsewhere.text}” there."
        if found and elsewhere
        else "Put a price there, or a range and what moves it; or name it otherwise.",
        weight=0.6,
        lead=False,
        key=copy.text.casefold(),
    )
