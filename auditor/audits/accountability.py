"""Who stands behind it: people with a name, a house with an address, somebody who answers for what is sent in?

Why it matters
--------------
Whoever lets somebody into a house, a mouth, a car or a tax return looks up first who that is. "Our qualified team" gives
nothing to look up; a name, the body that examined it, an address and a word on what happens to the telephone number do.

How it is measured
------------------
*People.* A site leans on its people where a line praises what they can ("our experienced surveyors", "qualified
accountants") or counts on who they are ("family-run", "speak directly to the engineer"), where an "I" speaks to the
customer, where years of experience are counted, where customers thank somebody by name, or where {MIN_MET} of them or more
speak of "the dentist". It is told where not one of its people is named on the pages read, or nobody has the name that is
thanked. Whoever might be named counts as named: in a line, a heading, a picture's text, a mailbox, or because the company is
called after him; the dead, and who invented what is used, do not. A page about the company that names nobody is told too, where no other page does. It leads where body, house, car, child or papers are handed over.
Where such a line calls them qualified, certified, chartered or registered, a body, a school, a register or a number
is looked for anywhere. A credential shown as "pending" is told, and people of whom {FIRST_NAMES} or more have a first name and nobody a surname;
so is advice that law reserves in many countries (on visas, law, money, insurance), offered where nothing names who may give it.

*The house.* Where a form asks for {MIN_PERSONAL} personal fields or more, a postal address, a registered name or
number, and a privacy notice are looked for in every line, menu, footer and link; it is told where {MIN_LACKING} of
them or more are missing, the address among them. Those who have no such form and give a number to call are asked for
address and name. A free mailbox is quoted beside it.

*Together.* Where two of people, house, cover ("fully insured" and no insurer) and customers' names are left open, people or house
among them, one finding tells it with the lines of all; then the
audits of proof and of who vouches leave their part to it. Of those who come into houses, offices or accounts, cover is left open too
where no line says a word on insurance or a licence.

Both are put to those who sell, where no page named for what would be missing was left unread; the house on
{MIN_PAGES} pages or more whose footers were read. Credit where a line tells what one of them has learned
or done, {TEAM} or more are named with their post, or somebody is named as whom to ask for ("Contact:", "Owner", a number); no child, no player in the news, no first name alone. There is no score: a factory may sell without a face.

How to fix it
-------------
Name who does the work, with what they have learned and since when; put the registered name, the address and what happens
to the data at the foot of every page.

Limit
-----
Names in pictures, footers that a script draws, and what is written for search engines alone are not seen.

Fails
-----
/ Acme
[first heading 1] feature: Pumps for dairies mended by our experienced engineers
[first sentence] feature: Every pump goes back on the same day.
[main bullet] company: Our fully trained technicians
[nav link /contact] other: Contact
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.
/contact Contact
[main sentence] other: Call 0123 456 7890.

Passes
------
/ Acme
[first heading 1] feature: Pumps for dairies mended by our experienced engineers
[first sentence] feature: Every pump goes back on the same day.
[main sentence] company: Jo Ray, chief engineer, trained at Hilltop College and joined in 2009.
[nav link /contact] other: Contact
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.
/contact Contact
[main sentence] other: Call 0123 456 7890.

Sources
-------
Show that there is a real organisation, that honest people stand behind it, and what they can: Fogg 2002, "Stanford Guidelines for
Web Credibility", 3 to 5. Authority (who says it, with what credentials, reachable where) as one of five questions to a
source: Metzger 2007, "Making sense of credibility on the Web". The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import business, many_served, one_served
from auditor.cues import rare
from auditor.entities import How, Kind, entities
from auditor.figures.contacts import phones
from auditor.model import Copy, Finding, JudgedPage, PageKind, Quote, Tier
from auditor.organisation import organisation
from auditor.sidelines import reserved
from auditor.site import Site
from auditor.standing import (
    DATA,
    FIRST_NAMES,  # noqa: F401  the manual names it
    MIN_LACKING,
    MIN_MET,  # noqa: F401  the manual names it
    MIN_PAGES,
    MIN_PERSONAL,  # noqa: F401
    House,
    People,
    awaited,
    by_first_name,
    house,
    nobody_there,
    people,
    together,
)
from auditor.strength import called
from auditor.team import BESIDE, SHORT, Known, away, known, told, unnamed
from auditor.text import listed, word_count
from auditor.voices import LONG, person

TOGETHER = 6
"""Lines shown where several things are told as one."""

TEAM = 2
"""People named with their post, or under a heading of the team, from which it is credit: a judgement."""

_HANDED = {
    "health": "is to be treated by somebody",
    "building": "lets somebody into the house",
    "repair": "leaves a car or a machine with somebody",
    "advice": "hands money and papers to somebody",
    "children": "leaves a child with somebody",
    "classes": "sends a child to somebody",
    "it": "lets somebody into rooms and accounts",
    "beauty": "puts hair and skin into somebody's hands",
    "care": "gives somebody old or frail into care",
    "cleaning": "lets somebody into the house",
    "gardens": "lets somebody into the garden",
    "moving": "lets somebody carry all he owns",
    "pets": "leaves an animal with somebody",
    "vets": "gives an animal to be treated",
}
"""What is handed over to people, by kind of business: there a name is asked for first."""


@audit(passes="It shows who stands behind it", fails="It leaves open who stands behind it", version=14)
def accountability(site: Site) -> Verdict:
    """Whether people and a house stand behind what is offered."""
    keep = _credit(site)
    whole = _together(site)
    lone = (_people(site) or _by_first_name(site) or _nobody_named(site), _house(site))
    made = (*((whole,) if whole else lone), _awaited(site), _reserved(site))
    findings = [entry for entry in made if entry is not None]
    named, nobody = known(site), unnamed(site)
    if named and not nobody:
        more = f", and {len(named) - 3} more" if len(named) > 3 else ""
        shown = [entry.name for entry in named[:3]]
        summary = f"It names its people: {', '.join(shown) if more else listed(shown)}{more}."
    elif nobody:
        summary = f"Nobody was recognised on the {site.read} read as one of its people of today."
    else:
        summary = f"Whether one of its people is named on the {site.read} read could not be told."
    return Verdict(
        summary,
        None,
        findings,
        keep,
        {"named": len(named), "nobody": nobody},
        title="" if findings or keep else "Whether somebody stands behind it",
    )


def _found(
    kind: str,
    title: str,
    shown: Iterable[Quote],
    why: str,
    fix: str,
    proposal: str,
    weight: float,
    *,
    lead: bool,
    most: int = 3,
) -> Finding:
    quotes = list(dict.fromkeys(shown))[:most]
    return finding(
        "accountability",
        kind,
        Tier.PROOF,
        title,
        quotes,
        why=why,
        fix=fix,
        proposal=proposal,
        weight=weight,
        lead=lead,
        key=kind,
    )


def _people(site: Site) -> Finding | None:
    """It leans on people whom it does not name, or calls qualified without what lets anybody check it."""
    lean = people(site)
    if lean is None:
        return None
    own, bare, thanks, gone = lean.praised, lean.bare, lean.thanks, lean.past
    who, many, read = one_served(site), many_served(site), site.read
    names = list(dict.fromkeys(entry.name for entry in thanks[:3]))
    if gone:
        title = f"Those of its people of whom it tells are of its past, and nobody who works there today is named on the {read} read"
    elif thanks and own:
        title = f"{many.capitalize()} thank {listed(names)}, and of “{own[0][2]}” the site itself names nobody"
    elif thanks:
        title = f"{many.capitalize()} thank {listed(names)}, and outside their words {'none of those names stands' if len(names) > 1 else 'that name does not stand'} on the {read} read"
    elif own and bare:
        title = f"It praises “{bare[0][2]}”, and not one of them is named on the {read} read, nor a body or school that qualified them, nor a number to look up"
    elif own:
        title = f"It praises “{own[0][2]}”, and names nobody on the {read} read"
    elif bare:
        title = f"It says “{bare[0][2]}”, and nothing on the {read} read lets a reader check it: no body, no school, no register, no number"
    elif lean.years:
        title = f"It counts on “{lean.years[0][2]}”, and not one of its people is named on the {read} read"
    elif lean.leant:
        title = f"It counts on who its people are (“{lean.leant[0][2]}”), and names not one of them on the {read} read"
    elif lean.alone:
        title = f"Somebody speaks as “I” to the {who}, and nothing on the {read} read says who that is"
    else:
        title = f"Its {many} speak of “{lean.met[0][2].lower()}”, and not one of its people is named on the {read} read"
    home = any(page is site.home for page, _, _ in (*own, *bare, *lean.years, *lean.leant, *lean.alone))
    said = {copy.text for _, copy, _ in (*own, *lean.years, *lean.leant, *lean.alone, *lean.met)}
    several = len(said) > 1 or len(names) > 1
    handed = _handed(site)
    return _found(
        "people" if lean.nobody or thanks else "unchecked",
        title,
        map(quote, _leaning(lean)),
        f"Whoever {handed or 'buys from people'} wants to know who they are and what they have learned, and looks it up first.",
        "Name them where they are praised: who they are, what they do, since when, and who examined them.",
        "[Name], [what they do], [examined or registered by whom, number], with us since [year].",
        0.7 if handed and lean.nobody else 0.68 if bare and own else 0.66 if thanks or home else 0.6,
        lead=bool(thanks and (own or several)) or (lean.nobody and bool(handed or gone or home or several)),
    )


def _nobody_named(site: Site) -> Finding | None:
    """It has a page about itself, or takes what one gives to people alone, and names nobody anywhere, though no line leans on them."""
    about = next((page for page in site.pages if page.kind is PageKind.ABOUT and not page.twin_of), None)
    handed = _handed(site)
    if people(site) or not nobody_there(site) or len(site.pages) < MIN_PAGES or not (about or handed):
        return None
    shown = [copy for copy in about.copy if copy.unit.region.is_copy][:1] if about else []
    name = called(site, about) if about else ""
    return _found(
        "nobody-named",
        f"{name[0].upper()}{name[1:]} names nobody, and no other of the {site.read} read does"
        if name
        else f"Nobody who comes, answers or does the work is named on the {site.read} read",
        [quote(copy) for copy in shown],
        f"Whoever {handed or 'buys from people'} wants to know who they are, and opens the page about them for that.",
        "Say who owns it and who answers, since when, and what they have learned.",
        "[Name] owns and runs it since [year]; [name] answers the telephone.",
        0.66 if handed else 0.6,
        lead=True,
    )


def _by_first_name(site: Site) -> Finding | None:
    """Its people have a first name and no other."""
    lines = by_first_name(site)
    if not lines:
        return None
    handed = _handed(site)
    entrusted = bool(handed) or organisation(site).kind in ("charity", "school")
    words = listed([f"“{told}”" for *_, told in lines[:MOST_AWAITED]])
    return _found(
        "first-names",
        f"Of its people it gives first names alone ({words}): not one of them stands with a surname on the {site.read} read",
        [quote(copy) for _, copy, _ in lines],
        f"Whoever {handed or 'entrusts somebody with what is dear to them'} wants to look that person up, and cannot.",
        "Give each the surname, the post, what was learned and since when; name who answers for the whole.",
        "[First name and surname], [post], [examined or registered by whom], with us since [year].",
        0.68 if entrusted else 0.6,
        lead=entrusted,
    )


def _awaited(site: Site) -> Finding | None:
    """A credential that it shows, and says itself that it has not yet got."""
    lines = awaited(site)
    if not lines:
        return None
    words = listed([f"“{told}”" for told in dict.fromkeys(told for *_, told in lines[:MOST_AWAITED])])
    return _found(
        "awaited",
        f"It shows {words}: by its own words, what is to vouch for it is still to come",
        [quote(copy) for _, copy, _ in lines],
        "Whoever needs the paper (an authority, an insurer, a court) reads that it is not there, and goes to somebody who has it.",
        "Take it out until it is granted, or say what holds today: who has examined you, under which number, and when the rest is due.",
        "[Body], [number], since [month and year].",
        0.85,
        lead=True,
    )


MOST_AWAITED = 3
"""Credentials still to come that a title names."""


def _reserved(site: Site) -> Finding | None:
    """Advice that law reserves in many countries, offered with nobody named who may give it."""
    lines = reserved(site)
    if not lines:
        return None
    return _found(
        "reserved",
        f"It offers “{lines[0].text}”, and nothing on the {site.read} read names a registered adviser, a lawyer or a body behind it",
        [quote(copy) for copy in lines],
        "In many countries only who is registered or admitted may give it, and customers are warned to look up the number first: where none stands, the careful go elsewhere.",
        "Name who gives it and where he can be looked up; where a partner does, name the partner; where nobody may, take the line off.",
        "[Name], [registered agent, adviser or lawyer], gives it: look [him or her] up under no. [number] at [address of the register].",
        0.78,
        lead=True,
    )


def _handed(site: Site) -> str:
    """What is handed over to those who do the work, by the kind of business, or ""."""
    kind = business(site)
    if kind is None:
        return ""
    grown = kind.kind == "classes" and one_served(site) != "parent" and organisation(site).one != "family"
    return "learns from somebody" if grown else _HANDED.get(kind.kind, "")


def _leaning(lean: People) -> list[Copy]:
    """The lines that lean on people, the most telling first."""
    shown = [*lean.past[:1], *(entry.copy for entry in lean.thanks[:2])]
    found = (*lean.bare[: bool(lean.praised)], *lean.praised, *lean.bare, *lean.years, *lean.leant, *lean.alone)
    return [*shown, *(copy for _, copy, _ in (*found, *lean.met))]


def _house(site: Site) -> Finding | None:
    """A form asks for a person's details, or it asks to be called, and nothing says whose house that is."""
    found = house(site)
    if found is None:
        return None
    asks = f"A form asks for {listed(found.asks)}" if found.asks else "It asks to be called"
    mail = f"; mail goes to a free mailbox ({found.mailbox[1]})" if found.mailbox else ""
    notice = DATA in found.lacks
    return _found(
        "house",
        f"{asks}, and the {site.read} read give {listed([f'no {what}' for what in found.lacks])}{mail}",
        [quote(copy) for copy in (found.at, *_mailbox(found)) if copy is not None],
        "Whoever calls or sends in a name and a number wants to know who gets them, and looks the house up first"
        + ("; in many countries the notice is the law's as well." if notice else "."),
        f"Put {listed([f'the {what}' for what in found.lacks])} at the foot of every page"
        + (", and the notice beside the form." if notice else "."),
        "[Registered name], [number], [address]." + (" What we do with your details: [link]." if notice else ""),
        0.62 if len(found.lacks) > MIN_LACKING else 0.58,
        lead=True,
    )


def _mailbox(found: House) -> list[Copy]:
    """The line with a free mailbox, where the mailbox stands in its text."""
    return [found.mailbox[0]] if found.mailbox and found.mailbox[1] in found.mailbox[0].text else []


def _together(site: Site) -> Finding | None:
    """People, house, cover and customers' names, as far as they are left open, told as one."""
    found = together(site)
    if found is None:
        return None
    lean, walls, cover, customers = found.people, found.house, found.cover, found.nameless
    lacks = [f"no {what}" for what in walls.lacks] if walls else []
    if lean:
        lacks.insert(0, _no_name(site, lean))
    elif unnamed(site):
        lacks.insert(0, "no name of anybody who works there")
    if cover:
        lacks.append(f"no insurer behind “{cover.said[0].words}”")
    elif found.silent:
        lacks.append("no word on insurance or a licence")
    if customers:
        lacks.append(f"no full name under what {len(customers)} {many_served(site)} say")
    mail = f"; mail goes to a free mailbox ({walls.mailbox[1]})" if walls and walls.mailbox else ""
    handed = _handed(site)
    insured = "; and who insures you, up to what sum, and under which licence you work, if one is needed"
    told = lean is not None and "“" in _no_name(site, lean)  # the line that the title names is shown first
    shown = [
        *(_leaning(lean)[:2] if lean and told else ()),
        *(entry.copy for entry in (cover.said[:1] if cover else ())),
        *(_leaning(lean)[:2] if lean and not told else ()),
        *(entry.copies[0] for entry in customers[:2]),
        *((walls.at, *_mailbox(walls)) if walls else ()),
    ]
    return _found(
        "stranger",
        f"The {site.read} read give {listed(lacks)}{mail}",
        [quote(copy) for copy in shown if copy is not None],
        f"{f'Whoever {handed}' if handed else 'Whoever does not know a firm'} looks it up before calling; a firm of which nothing can be looked up is passed over for one that shows itself.",
        "Put who owns it and who comes or answers, with what they have learned, on the home page"
        + ("; address and registered name or number at the foot of every page" if walls else "")
        + (
            "; and who insures you, up to what sum, beside the words."
            if cover
            else f"{insured}."
            if found.silent
            else "."
        ),
        "[Name] owns and runs it since [year]."
        + (" [Registered name and number], [address]." if walls else "")
        + (" Insured by [insurer] up to [sum]." if cover or found.silent else ""),
        0.9 if handed and (lean or unnamed(site)) else 0.8,
        lead=True,
        most=TOGETHER,
    )


_PROMISED = re.compile(r"(?:your|a named|speak|talk|deal)", re.I)


def _no_name(site: Site, lean: People) -> str:
    """That its people are not named, with the words that lean on them."""
    if lean.thanks:
        names = list(dict.fromkeys(entry.name for entry in lean.thanks[:3]))
        return f"no name of anybody who works there, though {many_served(site)} thank {listed(names)}"
    if lean.praised:
        return f"not one name behind “{lean.praised[0][2]}”"
    # who is promised to somebody who buys is named to him; who owns or has the years, to everybody
    if said := [words for _, _, words in (*lean.years, *lean.leant) if not _PROMISED.match(words)]:
        return f"nobody's name behind “{said[0]}”"
    if lean.leant:
        return "no name of anybody who works there"
    return "nobody's name behind the “I” that speaks" if lean.alone else "no name of anybody who works there today"


def _credit(site: Site) -> list[Finding]:
    """People are named, with what they can, with what they do, or as whom to ask for."""
    can, named = [copy for copy in told(site) if _LEARNED.search(copy.text)], _each_with_his_own(known(site))
    with_post = [entry for entry in named if entry.beside]
    dealt = _dealt_with(site, named)
    shown: list[Copy] = list(can)[:3]
    if can:
        can.sort(key=lambda copy: _TAUGHT.search(copy.text) is None)
        shown = can[:3]
        learned = _TAUGHT.search(can[0].text) is not None
        title = f"It says of its people {'what they have learned and done' if learned else 'what they have done, and for how long'}"
        weight = 0.6
    elif len(named) >= TEAM and with_post:
        more = f", and {len(named) - 2} more" if len(named) > 2 else ""
        both = " and ".join(map(_with_post, with_post[:2])) if not more else ", ".join(map(_with_post, with_post[:2]))
        title, weight = f"It names its people and what they do: {both}{more}", 0.5
        shown = [copy for entry in with_post[:2] for copy in (entry.copy, entry.beside) if copy]
    elif named := [entry for entry in named if entry.name in dealt]:
        shown = list(dict.fromkeys(dealt[entry.name] for entry in named))[:3]
        names = [entry.name for entry in named if dealt[entry.name] in shown]
        more = f", and {len(named) - len(names)} more" if len(named) > len(names) else ""
        title, weight = f"It names whom one deals with: {', '.join(names) if more else listed(names)}{more}", 0.45
    else:
        return []
    return [
        finding(
            "accountability",
            "people-named",
            Tier.PROOF,
            title,
            [quote(copy) for copy in shown],
            why="Whoever is to be let in, trusted or called is somebody.",
            fix="Keep the names, and say beside each what they do and have learned.",
            weight=weight,
            key="people-named",
        )
    ]


def _dealt_with(site: Site, named: Sequence[Known]) -> dict[str, Copy]:
    """Those known whom some line presents as somebody to deal with, by name, and that line.

    He is listed under its team, or a post, number, mailbox or "contact" stands with his name or beside it. A first name alone is
    nobody to look up, but with his own number or post, or where a line names several.
    """
    pages = {page.url: page for page in site.pages}
    names = {entry.name.casefold() for entry in named}
    said: dict[str, Copy] = {}
    for text, copy in {copy.text[:LONG]: copy for page in site.pages for copy in page.copy}.items():
        for name in names - said.keys():
            if name in text.casefold() and not away(text) and _presents(text):
                said[name] = copy
    staff = entities(site).of(Kind.STAFF)
    listed_there = {entry.name for entry in staff if any(seen.how is How.LISTED for seen in entry.told)}
    several = Counter(entry.copy.unit.id for entry in named)
    found = {}
    for entry in named:
        line = entry.copy if _presents(entry.copy.text[:LONG]) else said.get(entry.name.casefold(), entry.copy)
        full = " " in entry.name or several[entry.copy.unit.id] > 1 or _with_post_or_number(entry.copy.text[:LONG])
        there = entry.beside or entry.name in listed_there or entry.name.casefold() in said
        if full and (there or any(_presents(text) for text in _around(pages[entry.copy.unit.page], entry.copy))):
            found[entry.name] = line
    return found


def _presents(text: str) -> bool:
    """Whether a line holds a post, a number, a mailbox or a word by which somebody is presented."""
    return _with_post_or_number(text) or "@" in text or _ASK_FOR.search(text) is not None


def _with_post_or_number(text: str) -> bool:
    return lexicon.load("names").has(text, "job") or bool(phones(text))


def _around(page: JudgedPage, copy: Copy) -> list[str]:
    """The short lines over and under a name that stands alone, under it up to the next name."""
    place = next((n for n, other in enumerate(page.copy) if other.unit.id == copy.unit.id), -1)
    if place < 0 or word_count(copy.text) > SHORT:
        return []
    found = [other.text for other in page.copy[max(0, place - 1) : place]]
    for other in page.copy[place + 1 : place + 1 + BESIDE]:
        if person(other.text)[0]:
            break
        found.append(other.text)
    return [text for text in found if word_count(text) <= SHORT]


_ASK_FOR = rare(
    r"\b(?:contact|call|ask for|speak to|owners?|owned|proprietors?|(?:run|led|founded) by|founders?|welcomes?|my name is|i am|i['’]m)\b",
    re.I,
)


_TAUGHT = re.compile(
    r"\b(?:[Qq]ualif\w+|[Gg]raduat\w+|[Dd]egrees?|diplomas?|[Cc]ertifi\w+|[Cc]hartered|[Aa]ccredited|[Tt]rained|[Ss]tud(?:ied|ying)|apprentice\w*|B\.?Sc|M\.?Sc|B\.?A\.?|BFA|M\.?B\.?A|Ph\.?D|J\.?D"
    r"|University|College|School)\b"
)
"""What somebody has learned, and where."""
_LEARNED = re.compile(
    r"\b(?:qualified|graduat\w+|degrees?|diplomas?|certificat\w+|[Cc]ertified|[Cc]hartered|accredited|[Rr]egistered|[Ll]icen[sc]ed|[Ff]ellow|trained"
    r"|stud(?:ied|ying)|apprentice\w*|B\.?Sc|M\.?Sc|B\.?A\.?|BFA|M\.?B\.?A|Ph\.?D|J\.?D|University|College|School|career|worked|served|joined"
    r"|(?:since|in) (?:19|20)\d\d (?:as|with|at|from|for)|(?:teaching|performing|practi[sc]ing|working) since"
    r"|(?!least\b)[\w-]+ years(?! old\b| of age\b| ago\b| later\b|['’]? old\b))\b"
)
"""A qualification, a school, an employer or years of work: at what age somebody began is none."""
_CALLED = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)\W{1,3}(?=\+?\(?\d)")
"""A name before a number."""


def _each_with_his_own(named: Sequence[Known]) -> list[Known]:
    """Those named, all whom a line gives with his own number; none in a line with a number that some line gives to several."""
    numbers: dict[str, set[str]] = {}
    shared: set[str] = set()
    for entry in named:
        text = entry.copy.text[:LONG]
        given = numbers[text] = {re.sub(r"\D", "", text[start:end]) for start, end in phones(text)}
        if len(given) < len(_CALLED.findall(text)):
            shared |= given
    result: dict[str, Known] = {}
    for entry in named:
        text = entry.copy.text[:LONG]
        if numbers[text] & shared:
            continue
        with_number = _CALLED.findall(text)
        for name in with_number if entry.name in with_number else [entry.name]:
            result.setdefault(name.casefold(), entry if name == entry.name else Known(name, entry.copy))
    whole = {entry.name.split()[0] for entry in result.values() if " " in entry.name}
    return [entry for entry in result.values() if " " in entry.name or entry.name not in whole]


def _with_post(entry: Known) -> str:
    return f"{entry.name} ({entry.beside.text.strip(' .,')})" if entry.beside else entry.name
