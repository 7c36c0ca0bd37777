"""Does what it asks visitors to do lead to what it says?

Why it matters
--------------
A button that leads nowhere, a form that is announced and not there, a number that rings elsewhere: whoever had decided to
act is turned away at the last step, and nobody tells the owner. None of it is a matter of taste.

How it is measured
------------------
A *link to nothing*: a call to act in the copy, or a document named in the footer, whose link has no target ("#", or an empty address), or one on the page
that is not there, where no script may take it up; and a page's *own menu* of {OWN_MENU} links or more whose
headings are there and bear no name that could be reached. A *link to a missing page* of the site, in a menu or the copy: one that answered 404 or 410, or in a folder a file
named .html that is not in it while most of the others are; an address for mail, a number, another website's address or a *note* ("link to be added") written as if it were a page. A *button* that calls to act and stands in no form and no link, bears nothing by which a script could find it, and whose page has no script that was not read or
could mean it. A *telephone number* that is shown and another that the link dials, texts or messages, or one that a link without a number
misses by a slip; one that was *made up* (it counts up from 1 or down from 9, ends in seven noughts, or is kept for films and plays); and an *address for mail* that is shown and another that the link writes to. Links to *gambling* and the like of which its copy does not speak. Links
to *nobody's address* (a host without a dot, "localhost", example.com), and to a network's *front page*, where none leads to a page of its own there.

Of forms: one *that cannot send*, because it is addressed to a service for tests, an example or a sample ("/f/YOUR_FORM_ID"), posts to a page of HTML where neither the host nor a script is told of it, or to a program on a host that runs none, has no field with a name, or names no target and no script could take it up, or
as it stands elsewhere on the site with a target and here without; one that opens the visitor's own mail program; one that is *announced below* and not there, where nothing may hold one; one that asks for a *card's number and code* on a page that does not say whom one pays, or for what. There is no score.

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
[first sentence] feature: Fill in the form below and we send you a seal to try.

Passes
------
/ Acme
[first heading 1] feature: Pumps for dairies
[first sentence] feature: Write to us and we send you a seal to try.

Sources
-------
Links that look alike and act alike, and no dead ends: Krug 2014, "Don't Make Me Think", chapters 3 and 6. Numbers that nobody
has: Ofcom, "Telephone numbers for use in TV and radio drama programmes"; 555-0100 to 555-0199: ATIS-0300115. Hosts
kept for examples: RFC 2606, RFC 6761; of fields only those with a name are sent: WHATWG, HTML, "Constructing the entry list". The
thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from auditor.addresses import on_site
from auditor.audit import Verdict, audit, finding, members, quote
from auditor.dead_ends import OWN_MENU as OWN_MENU
from auditor.dead_ends import (
    dead_ends,
    doors_of,
    front_pages,
    inert,
    made_up_numbers,
    meant_for,
    misdialled,
    nobodys,
    over,
    own_menu,
    planted,
    slip_of,
    written_as_page,
)
from auditor.figures.contacts import phones
from auditor.forms import sayings
from auditor.model import Finding, JudgedPage, Link, Quote, Region, Tier
from auditor.site import Site
from auditor.strength import called
from auditor.text import listed

NAMED = 40
"""Letters of a link that a title shows; all of it is quoted."""

SHOWN = 3
"""Places shown with one finding."""

MOST_NUMBERS = 3
"""Telephone numbers told that their links do not dial."""


@audit(
    passes="Where its calls to act lead",
    fails="Some of what it asks visitors to do leads to nothing",
    version=17,
)
def doors(site: Site) -> Verdict:
    """Links to nothing, forms that are not there, and labels that their pages do not keep."""
    if not any(copy.unit.region.is_copy for page in site.pages for copy in page.copy):
        return Verdict.not_enough("No line of copy was read.")
    made = [
        _planted(site),
        *_mails(site),
        _nowhere(site),
        *_written_as_pages(site),
        _gone(site),
        _unplaced(site),
        _inert(site),
        *_made_up(site),
        *_dialled(site),
        _left(site),
        *_forms(site),
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
    for page, link in _to_missing(site):
        if link.text and (link.region is Region.NAV or link.region.is_copy) and not written_as_page(link.url):
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
    others = len({urlsplit(linked).path for linked in links}) - 1  # what is asked of a page is another address of it
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
        members=members((on_site(linked), page) for linked, page in everywhere),
    )


def _to_missing(site: Site) -> Iterator[tuple[JudgedPage, Link]]:
    """The links to pages of the site that are not there, with the pages that they stand on."""
    for page in site.pages if site.missing else ():
        for link in page.page.links:
            if link.url in site.missing:
                yield page, link


_LACKS = {
    "mail": ("an address for mail stands in the link as if it were a page: {}", "Put “mailto:” before the address."),
    "elsewhere": (
        "another website's address stands in the link as if it were a page: {}",
        "Put “https://” before the address.",
    ),
    "number": ("a telephone number stands in the link as if it were a page: {}", "Put “tel:” before the number."),
    "note": (
        "where an address belongs stands a note to whoever was to put it in: {}",
        "Put the address in, or take the link out.",
    ),
}


def _written_as_pages(site: Site) -> list[Finding]:
    """Links whose address is no page's: one for mail, a number, another website's, or a note; one finding for each kind of slip."""
    slips: dict[str, list[tuple[JudgedPage, Link]]] = defaultdict(list)
    for page, link in _to_missing(site):
        if kind := written_as_page(link.url):
            slips[kind].append((page, link))
    found = []
    for kind, places in slips.items():
        text = next((link.text for _, link in places if link.text), "")
        text = text if len(text) <= NAMED else text[:NAMED].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"
        written = listed(
            [f"“{unquote(urlsplit(url).path).strip('/')}”" for url in dict.fromkeys(link.url for _, link in places)][
                :SHOWN
            ]
        )
        pages = len({page.url for page, _ in places})
        what, fix = _LACKS[kind]
        found.append(
            finding(
                "doors",
                "written-as-page",
                Tier.VISIBLE,
                f"{f'“{text}”' if text else 'A link without words'} leads to nothing{f', on {pages} pages' * (pages > 1)}: {what.format(written)}",
                list(dict.fromkeys(Quote(link.text or link.url, page.url, "link") for page, link in places))[:SHOWN],
                why="Whoever presses it meets an error page, and has to find the way alone.",
                fix=f"{fix} Then press the link once.",
                weight=0.8,
                lead=True,
                key=kind,
            )
        )
    return found


def _mended(site: Site, dead: Sequence[str]) -> str:
    """What is to be done about links to pages that are not there: which page each was meant for, where its address tells."""
    there = {_bare_path(page.url): urlsplit(page.url).path for page in site.pages}
    slips = list(
        dict.fromkeys((urlsplit(url).path, there[_bare_path(url)]) for url in dead if _bare_path(url) in there)
    )
    lost = list(dict.fromkeys(urlsplit(url).path for url in dead if _bare_path(url) not in there))
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


def _left(site: Site) -> Finding | None:
    """Links to addresses that are nobody's, and to the front pages of networks in place of its own page there."""
    lost, fronts = nobodys(site), front_pages(site)
    places = [*lost, *(place for found in fronts.values() for place in found)]
    if not places:
        return None
    said = []
    if lost:
        url = lost[0][1].url.rstrip("/")
        said.append(f"{_links(lost)} “{url}”, an address that nobody can reach")
    if fronts:
        named = listed(sorted(fronts))
        where = "the front page" if len(fronts) == 1 else "the front pages"
        said.append(f"{_links(places[len(lost) :])} {where} of {named}, and to no page of its own there")
    return finding(
        "doors",
        "nobodys" if lost else "front-page",
        Tier.VISIBLE,
        "; ".join(said),
        [
            Quote(link.text or link.url, page.url, "link")
            for page, link in {link.url: (page, link) for page, link in places[::-1]}.values()
        ][::-1],
        why="Whoever presses it wanted to see what you show there, and meets an error or a stranger's door.",
        fix="Put the address of your own page into each link, or take the link away; then press each once.",
        weight=0.8 if lost else 0.75,
        key="\n".join(sorted({link.url for _, link in places})),
        members=members((link.text or link.url, page.url) for page, link in places),
    )


def _links(places: Sequence[tuple[JudgedPage, Link]]) -> str:
    """How links are called, with the pages they stand on and their verb: "An icon on 6 pages leads to"."""
    names = list(dict.fromkeys(link.text for _, link in places if link.text))
    icons = len({link.url for _, link in places if not link.text})
    said = [f"“{name}”" for name in names[:SHOWN]] + [f"{icons} icons" if icons > 1 else "An icon"] * bool(icons)
    pages = len({page.url for page, _ in places})
    return f"{listed(said)} on {pages} page{'s' * (pages > 1)} lead{'s' * (len(said) == 1 and icons < 2)} to"


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
