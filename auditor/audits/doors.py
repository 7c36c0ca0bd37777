"""Does what it asks visitors to do lead to what it says?

Why it matters
--------------
A button that leads nowhere, a form that is announced and not there, a price list without a price: whoever had decided to
act is turned away at the last step, and nobody tells the owner. None of it is a matter of taste.

How it is measured
------------------
A *link to nothing*: a call to act in the copy, or a document named in the footer, whose link has no target ("#", or an empty address), or one on the page
that is not there, where no script may take it up; and a page's *own menu* of {OWN_MENU} links or more whose
headings are there and bear no name that could be reached. A *link to a missing page* of the site, in a menu or the copy: one that answered 404 or 410, or in a folder a file
named .html that is not in it while most of the others are. A *button* that calls to act and stands in no form and no link, bears nothing by which a script could find it, and whose page has no script that was not read or
could mean it. A *telephone number* that is shown and another that the link dials, texts or messages, or one that a link without a number
or a picture's text misses by a slip; one that was *made up* (it counts up from 1 or down from 9, ends in seven noughts, or is kept for films and plays); and an *address for mail* that is shown and another that the link writes to. A *mailbox of another domain*, where {ON_PAGES} pages or more give it in place of one that bears the site's name, or where all mail goes to a domain
that is nearly the site's own; free mailboxes are left out. A *network's front page* in place of its own page there. Links to *gambling* and the like of which its copy does not speak.

Of forms: one *that cannot send*, because it posts to a page of HTML where neither the host nor a script is told of it, or to a program on a host that runs none, or names no target and no script could take it up, or
as it stands elsewhere on the site with a target and here without; one that opens the visitor's own mail program; one that is *announced below* and not there, where nothing may hold one. A *booking form* of a house with rooms that has {MIN_FIELDS} fields or more and asks for no
date; and of anybody, a day or an hour that a visitor may pick, where no form asks for it and nothing is embedded or linked that may; or *pictures to include*, where the page's form takes no file. Last, a *heading or page named for prices* under which no sum stands, nothing explains why, and no link leads on.
There is no score.

How to fix it
-------------
Walk every path as a customer would, with the phone in hand, once a quarter; where a page is not ready, take its door away.

Limit
-----
Links, forms and buttons are read from the markup: what a script does to them unseen is not known, so what any name in the
markup, or any script that was not read, could bring to life is left out, and nothing is said to work.

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
Links that look alike and act alike, and no dead ends: Krug 2014, "Don't Make Me Think", chapters 3 and 6. Numbers that nobody
has: Ofcom, "Telephone numbers for use in TV and radio drama programmes"; 555-0100 to 555-0199: ATIS-0300115. The
thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urljoin, urlsplit

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, members, quote
from auditor.dead_ends import OWN_MENU as OWN_MENU
from auditor.dead_ends import (
    dead_ends,
    doors_of,
    front_pages,
    in_pictures,
    inert,
    made_up_numbers,
    meant_for,
    misdialled,
    over,
    own_menu,
    planted,
    slip_of,
)
from auditor.figures.contacts import phones
from auditor.forms import MIN_FIELDS, sayings  # noqa: F401  the manual names the fields
from auditor.mailboxes import ON_PAGES, elsewhere  # noqa: F401  the manual names the pages
from auditor.model import Copy, Finding, JudgedPage, Label, Link, PageKind, Quote, Region, Role, Tier
from auditor.site import Site
from auditor.strength import called
from auditor.text import listed, word_count
from auditor.voices import LONG, TEACHING, quoted

SECTION = 25
"""Lines under a heading that are read as its own."""

NAMED = 40
"""Letters of a link that a title shows; all of it is quoted."""

SHOWN = 3
"""Places shown with one finding."""

MOST_NUMBERS = 3
"""Telephone numbers told that their links do not dial."""

_PRICES = re.compile(
    r"(?:our |the |current |business |full )?(?:(?:\w+ (?:and|&) )?(?:pricing|price ?lists?|prices|tariffs?|rates|fees)(?: (?:and|&) \w+)?)",
    re.I,
)
# wider than figures.money.SUM: under a heading for prices a bare "4.50", a share or "free" is an answer as well
_SUM = re.compile(
    r"[$£€₹¥]\s?\d|\d\s?(?:[$£€₹¥]|/-)|\b(?:usd|eur|gbp|inr|aud|cad|chf|rs\.?|nzd|zar|sek|nok|dkk|kr)\s?\d"
    r"|\d\s?(?:usd|eur|gbp|inr|aud|cad|chf|nzd|zar|sek|nok|dkk|kr|dollars?|euros?|pounds?|pence|cents?|p)\b|\d\s?%|\bfree\b|\d[.,]\d\d\b"
    r"|\b(?:hundred|thousand|ten|twelve|fifteen|[a-z]{2,5}ty(?:-[a-z]+)?) (?:dollars|euros|pounds|pence|cents)\b",
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
    version=13,
)
def doors(site: Site) -> Verdict:
    """Links to nothing, forms that are not there, and labels that their pages do not keep."""
    if not any(copy.unit.region.is_copy for page in site.pages for copy in page.copy):
        return Verdict.not_enough("No line of copy was read.")
    made = [
        _planted(site),
        *_mails(site),
        _elsewhere(site),
        _nowhere(site),
        _gone(site),
        _unplaced(site),
        _inert(site),
        *_made_up(site),
        *_dialled(site),
        *_pictured(site),
        _front(site),
        *_forms(site),
        *_unpriced(site),
    ]
    findings = [entry for entry in made if entry is not None]
    dead = sum(door.kind == "nowhere" for page in site.pages for door in page.page.doors)
    numbers = {
        "links without a target": dead,
        "links to missing pages": len(site.missing),
        "forms": sum(door.kind == "form" and bool(door.detail) for page in site.pages for door in page.page.doors),
    }
    sure = [entry for entry in findings if entry.kind != "absent-page"]
    if not sure:
        held = [f"{dead} link{'s have' if dead > 1 else ' has'} no target, which a script may give"] * bool(dead)
        if any(door.kind == "unwired" for page in site.pages for door in page.page.doors):
            held.append("one form names neither where it sends to nor its fields, which a script may do")
        rest = "; ".join(held) or "what scripts do with buttons and forms was not read"
        told = f"No call to act, form or number that leads to nothing was found on the {site.read} read; {rest}."
        title = "No call to act was found that leads to nothing" if held or findings else ""
        return Verdict(told, None, findings, [], numbers, title=title)
    many = len(sure) != 1
    told = f"{len(sure)} thing{'s' * many} that lead{'s' * (not many)} to nothing or elsewhere {'were' if many else 'was'} found on the {site.read} read."
    return Verdict(told, None, findings, [], numbers)


def _planted(site: Site) -> Finding | None:
    """Links to gambling and the like that its own copy does not speak of."""
    found = planted(site)
    if not found:
        return None
    places = [place for entries in found.values() for place in entries]
    pages = len({page.url for page, _ in places})
    names = list(dict.fromkeys(f"“{link.text or link.url}”" for _, link in places))
    return finding(
        "doors",
        "planted",
        Tier.VISIBLE,
        f"{pages} page{' links' if pages == 1 else 's link'} to {listed(sorted(found))}: {listed(names[:SHOWN])}",
        list(dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in places))[:SHOWN],
        why="Strangers who get into a website plant such links. Visitors take it for hacked, and search engines may drop it.",
        fix="Take the links out, then have somebody find out how they came in: change the passwords and bring the software up to date.",
        weight=1.0,
        key="\n".join(sorted(found)),
    )


def _gone(site: Site) -> Finding | None:
    """Links in menus or copy to pages of the site that are not there, told once with the pages that link to them."""
    links: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    for page in site.pages if site.missing else ():
        for link in page.page.links:
            if link.url in site.missing and link.text and (link.region is Region.NAV or link.region.is_copy):
                links[link.url].append((page, link))
    if not links:
        return None
    url, places = max(links.items(), key=lambda entry: (len({page.url for page, _ in entry[1]}), entry[0]))
    text = next((link.text for _, link in places if link.text), "") or url
    text = text if len(text) <= NAMED else text[:NAMED].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"
    # in footers too
    everywhere = {(link.url, page.url) for page in site.pages for link in page.page.links if link.url in links}
    pages = sum(linked == url for linked, _ in everywhere)
    on = f"{urlsplit(url).path}, on {pages} page{'s' * (pages > 1)}"
    leads = f"“{text}” leads to a page that is not {'in the folder that was read' if site.copied else 'there'}, {on}"
    others = len(links) - 1
    more = f"; so do links to {others} other{'s' * (others > 1)}" if others else ""
    said = (
        places[:SHOWN]
        if not others
        else [entry[0] for entry in [places, *(found for found in links.values() if found is not places)][:SHOWN]]
    )
    return finding(
        "doors",
        "absent-page" if site.copied else "missing-page",
        Tier.REST if site.copied else Tier.VISIBLE,
        leads + more,
        list(dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in said)),
        why="If it is not on the server either, whoever presses it meets an error page."
        if site.copied
        else "Whoever presses it wanted just that, and meets an error page.",
        fix=_mended(site, sorted(links)),
        weight=0.3 if site.copied else 0.8,
        lead=not site.copied,
        key="missing-page",
        members=members((_path(linked), page) for linked, page in everywhere),
    )


def _path(url: str) -> str:
    """An address without its site, as people name a page."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _mended(site: Site, dead: Sequence[str]) -> str:
    """What is to be done about links to pages that are not there: which page each was meant for, where its address tells."""
    there = {_bare_path(page.url): urlsplit(page.url).path for page in site.pages}
    slips = [(urlsplit(url).path, there[_bare_path(url)]) for url in dead if _bare_path(url) in there]
    lost = [urlsplit(url).path for url in dead if _bare_path(url) not in there]
    steps = [f"let {listed([f'{wrong} lead to {right}' for wrong, right in slips[:SHOWN]])}"] * bool(slips)
    if lost:
        named = f"{', '.join(lost[:SHOWN])}{f' and {len(lost) - SHOWN} more' * (len(lost) > SHOWN)}"
        ahead = (
            f"see whether {named} {'is' if len(lost) == 1 else 'are'} there on the server; if not, put"
            if site.copied
            else "put"
        )
        what = ("it" if len(lost) == 1 else "them") if site.copied else named
        steps.append(
            f"{ahead} {what} back, or let the links lead to what took {'its' if len(lost) == 1 else 'their'} place"
        )
    told = "; ".join(steps)
    return f"{told[0].upper()}{told[1:]}."


def _bare_path(url: str) -> str:
    """The path of an address without what a slip changes: capitals, its ending, a last slash, blanks."""
    return _ENDING.sub("", unquote(urlsplit(url).path).casefold().rstrip("/")).replace(" ", "")


_ENDING = re.compile(r"(?:/index|/default)?\.(?:html?|php|aspx?)$")


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


def _elsewhere(site: Site) -> Finding | None:
    """A mailbox of another house in place of the site's own, or one that is nearly the site's own."""
    found = elsewhere(site)
    if found is None:
        return None
    many = f"{found.pages} page{'s' * (found.pages > 1)}"
    if found.own_copy is None:
        title = f"The site is at {found.own}, and its mail goes to another domain: “{found.mailbox}”"
        why = "Whoever remembers the site's address writes to a mailbox of that name, and a mail from the other one looks like somebody else's."
        fix = f"Have mail to {found.own} arrive too, and show that one everywhere."
    else:
        title = f"On {many} mail goes to “{found.mailbox}”, and on others to “{found.own}”: two domains, and only the second bears its name"
        why = "Whoever writes from those pages does not know who reads it, and you may never see it."
        fix = f"Put the address that you read on all pages, and find out where mail to {found.mailbox} went."
    return finding(
        "doors",
        "mailbox",
        Tier.VISIBLE,
        title,
        [quote(copy) for copy in (found.copy, found.own_copy) if copy is not None],
        why=why,
        fix=fix,
        weight=0.75 if found.own_copy is None else 0.9,
        key=found.mailbox.casefold(),
    )


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
        members=members((door.text, page.url) for page, door in dead),
    )


def _inert(site: Site) -> Finding | None:
    """Buttons that call to act, and that no form, link or script takes up."""
    dead = inert(site)
    if not dead:
        return None
    names = list(dict.fromkeys(door.text for _, door in dead))
    page = dead[0][0]
    pages = len({page.url for page, _ in dead})
    where = f"on {called(site, page)}{f' and {pages - 1} more' if pages > 1 else ''}"
    several = len(names) > 1
    return finding(
        "doors",
        "inert",
        Tier.VISIBLE,
        f"The button{'s' * several} {listed([f'“{name}”' for name in names[:SHOWN]])} {where} do{'es' * (not several)} nothing: "
        f"{'they stand' if several else 'it stands'} in no link and no form, and no script of the page takes {'them' if several else 'it'} up",
        list(dict.fromkeys(Quote(door.text, page.url, "link") for page, door in dead))[:SHOWN],
        why="It is the first thing that somebody presses who has made up their mind, and nothing happens.",
        fix="Make it a link to the page or form that it promises, and press it once on a telephone.",
        weight=0.85,
        key="inert",
        members=members((door.text, page.url) for page, door in dead),
    )


def _made_up(site: Site) -> Iterator[Finding]:
    """Telephone numbers that were put in for real ones, each once."""
    for entry in made_up_numbers(site)[:MOST_NUMBERS]:
        urls = {page.url for page, _ in entry.links} | {copy.unit.page for copy in entry.lines}
        pages = sorted((page for page in site.pages if page.url in urls), key=lambda page: page is not site.home)
        more = f" and {len(pages) - 1} more page{'s' * (len(pages) > 2)}" if len(pages) > 1 else ""
        where = f"on {called(site, pages[0])}{more}"
        names = list(dict.fromkeys(f"“{link.text}”" for _, link in entry.links if link.text and not phones(link.text)))
        said = f"{listed(names[:SHOWN])} {where} ring{'s' * (len(names) == 1)}" if names else f"A link {where} rings"
        real = f"; the number shown is {entry.real}" if entry.real else ""
        yield finding(
            "doors",
            "made-up",
            Tier.VISIBLE,
            f"{said if entry.links else f'The number shown {where} is'} {entry.number}, a number {entry.how}{real}",
            [
                *dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in entry.links),
                *map(quote, entry.lines),
            ][:SHOWN],
            why="Whoever calls it reaches nobody and goes to the next firm, and you never learn that they called.",
            fix=f"Let {'them' if len(names) > 1 else 'it'} ring {entry.real}, and press it once on a telephone on each page."
            if entry.real
            else "Put your own number there, where it is shown and in the link, and call it once from the page.",
            weight=0.97,
            key=entry.number,
        )


def _dialled(site: Site) -> list[Finding]:
    """Links that show one telephone number and dial another, each pair once."""
    found = []
    for (shown, dialled), places in misdialled(site).items():
        pages = len({page.url for page, _ in places})
        on = f" on {pages} pages" if pages > 1 else ""
        found.append(
            finding(
                "doors",
                "dials",
                Tier.VISIBLE,
                f"It shows the number {shown}, and the link dials {dialled}{slip_of(shown, dialled)}{on}",
                list(dict.fromkeys(Quote(link.text, page.url, "link") for page, link in places))[:SHOWN],
                why="Whoever presses it on a telephone reaches nobody, or somebody else, and calls the next firm.",
                fix=f"Let the link dial the number that it shows, or show the one that is right; then press it on a telephone{' on each page' if pages > 1 else ''}.",
                weight=0.92,
                key=f"{shown}\n{dialled}",
            )
        )
    return found[:MOST_NUMBERS]


def _pictured(site: Site) -> Iterator[Finding]:
    """Numbers that the text of a picture gives otherwise than the page."""
    for (number, shown), pages in list(in_pictures(site).items())[:MOST_NUMBERS]:
        on = f"{len(pages)} pages" if len(pages) > 1 else called(site, pages[0])
        yield finding(
            "doors",
            "pictured",
            Tier.VISIBLE,
            f"The text of a picture on {on} gives the number {number}, and the number shown is {shown}",
            [Quote(number, page.url, "alt") for page in pages[:SHOWN]],
            why="Who has pages read aloud, and who sees no pictures, is given the other one and reaches nobody.",
            fix=f"Write {shown} in the text of the picture, once you have made sure that it is the right one.",
            weight=0.7,
            key=f"{number}\n{shown}",
        )


def _front(site: Site) -> Finding | None:
    """Links that are to lead to its page on a network, and lead to the network's own front page."""
    found = front_pages(site)
    if not found:
        return None
    places = [place for entries in found.values() for place in entries]
    names = list(dict.fromkeys(f"“{link.text}”" if link.text else "An icon" for _, link in places))
    pages = len({page.url for page, _ in places})
    return finding(
        "doors",
        "front-page",
        Tier.VISIBLE,
        f"{listed(names[:SHOWN])} lead{'s' * (len(names) == 1)} to the front page of {listed(sorted(found))} on {pages} page{'s' * (pages > 1)}, and to no page of its own there",
        list(dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in places))[:SHOWN],
        why="Whoever presses it wanted to see what you show there, and is left at the network's door.",
        fix="Put the address of your own page there into the link, or take the link away.",
        weight=0.75,
        key="\n".join(sorted(found)),
    )


def _forms(site: Site) -> list[Finding]:
    """What is to be said of forms."""
    return [
        finding(
            "doors",
            said.kind,
            Tier.VISIBLE,
            said.title,
            list(dict.fromkeys(said.quotes)),
            why=said.why,
            fix=said.fix,
            weight=said.weight,
            key=said.kind,
        )
        for said in sayings(site)
    ]


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
            there = {urljoin(page.url, line.unit.href) for line in under if line.unit.href} - {page.url}
            if any(_SUM.search(line.text) for other, line in site.copy() if other.url in there):
                continue  # a teaser: what it announces stands where its button leads
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
