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
called after him; those of whom it is told that they died, and who invented or studied what is used, do not. Where neither
can be told, nothing is said. It leads where body, house, car, child or papers are handed over.
Where such a line calls them qualified, certified, chartered or registered, a body, a school, a register or a number
is looked for anywhere.

*The house.* Where a form asks for {MIN_PERSONAL} personal fields or more, a postal address, a registered name or
number, and a privacy notice are looked for in every line, menu, footer and link; it is told where {MIN_LACKING} of
them or more are missing, the address among them. Those who have no such form and give a number to call are asked for
address and name. Mail that goes to a free mailbox is quoted beside it.

Both are put to those who sell, where no page was left unread that is named for what would be missing; the house on
{MIN_PAGES} pages or more whose footers were read. Credit where a line tells what somebody of its people has learned
or done, {TEAM} or more are named with their post, or somebody is named as whom to ask for ("Contact:", "Owner", a number). There is no score: a factory may sell without a face.

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
from collections.abc import Iterable, Sequence
from itertools import pairwise

from auditor.answers import unread
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import business, one_served
from auditor.figures.contacts import addressed, located, phones
from auditor.leaning import experienced, leant_on, met, praised, spoken_for, unchecked
from auditor.model import Copy, Finding, JudgedPage, Quote, Region, Role, Tier
from auditor.naming import FIRM
from auditor.organisation import organisation
from auditor.site import Site
from auditor.team import Known, known, past, posts, told, unnamed
from auditor.text import listed
from auditor.thanks import thanked
from auditor.voices import LONG

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing of the house: a judgement."""

MIN_MET = 2
"""Customers who speak of those who did the work from which it lives by its people: a judgement."""

MIN_PERSONAL = 2
"""Fields of a form (name, mail, telephone) from which it asks for more than a newsletter's: a judgement."""

MIN_LACKING = 2
"""What is missing of address, registered name and notice, the address among it, from which it is told: a judgement."""

TEAM = 2
"""People named with their post, or under a heading of the team, from which it is credit: a judgement."""

_PEOPLE = re.compile(
    r"\b(?:about|team|staff|people|who we are|meet|our story|story|history|doctors?|dentists?|attorneys?|lawyers?|bio(?:graphy|s)?|profiles?|crew)\b",
    re.I,
)
_HOUSE = re.compile(
    r"\b(?:contact|about|imprint|impressum|legal|privacy|terms|find us|locations?|where|directions|company)\b", re.I
)
_NOTICE = re.compile(
    r"\bprivacy(?: (?:policy|notice|statement|promise)|\W*$)|^privacy\b|\bdata (?:protection|policy)\b|\b(?:gdpr|popia|ccpa|dsgvo|rgpd)\b|\bcookies? (?:policy|notice)\b"
    r"|\bdatenschutz|\bconfidentialit|\bprivac(?:idad|yverklaring)|\b(?:how we (?:look after|use|handle|treat|keep|protect|store)|what (?:we do|happens) (?:with|to)) your (?:\w+ )?(?:data|details|information|number|email)\b"
    r"|^\W*(?:your|my) (?:personal )?(?:data|details|information)\W*$"
    r"|\b(?:never|not|won['’]t|don['’]t) (?:pass|share|sell|give|lend|rent|show)\b.{0,30}\b(?:number|details|e-?mail|address|data|information|names?)\b"
    r"|\bpersonal (?:data|information)\b.{0,60}\b(?:handled|processed|collected|stored|treated)\b"
    r"|\b(?:collect|process|store|hold|share|sell)\b.{0,40}\b(?:personal|your) (?:data|information|details)\b",
    re.I,
)
_AREAS = re.compile(r"\bareas?\b|cover", re.I)
"""A page that lists where it works, and not where it is."""
_ABOVE = re.compile(
    r"(?:our |postal |the )?(?:address(?:es)?|location|find us|how to find us|visit(?: us)?|where we are|where to find us|directions)",
    re.I,
)
"""The heading above an address."""
_SMALL = re.compile(r"(?<!\S)(?!(?:and|the|from)\b)[a-z]{3}")
"""A word without a capital: the line is no address."""
_REGISTERED = re.compile(
    rf"(?:\b[A-Z][\w&'’.]*|\)),? (?:{FIRM}|L\.L\.C|Pty|B\.?V|S\.?A\.?S?|P\.C|A\.?G|CIC|CC|e\.\s?[KV]|OHG|KG|Oyj?|ApS|A/S|S\.?r\.?l|s\.r\.o|d\.o\.o|[Pp]vt|[Pp]te)\b"
    r"|\b(?:OC|SC|NI|SO)\d{6}\b|\bHR[AB] ?\d|\bSRA\b(?:\W{0,3}(?i:no|number|id|ref)\b|\W{1,3}\d)|\b(?:KvK|FRN|SIREN|SIRET|CVR|RCS|NIF|CIF|EIN|ABN|ACN|CIN|GSTIN|UEN|NZBN)\b\W{0,3}(?i:n(?:[or]|ummer|umber)\b\W{0,3})?[A-Z]?\d"
    r"|\bFCA\b.{0,40}\b\d{6}\b|\b(?:VAT|GST|TVA|BTW|HST)\b\W{0,3}(?i:n[or]\b\W{0,3}|number\W{1,3})?(?:[A-Z]{2} ?)?\d{2}[\dA-Z ]{5}"
    r"|\b(?i:company (?:no|number|reg\w*)|registered (?:in|company|charity|office|number)|registration (?:no|number)|reg(?:istered)?\.? no|vat (?:no|number|reg\w*)|sole trader"
    r"|t/a|trading (?:as|name of)|(?:owned and )?operated by|amtsgericht|handelsregister|ust-?id\w*|charity (?:no|number|reg\w*)|firm reference (?:no|number)|org\.? ?(?:nr|no|number))\b"
)
_MAKER = re.compile(r"\b(?:web|web ?sites?|site|design(?:ed)?|developed|hosted|hosting|powered|courtesy)\b", re.I)
"""What stands beside the name of whoever made the website."""
_POST, _LEGAL, _DATA = "postal address", "registered name or number", "privacy notice"
_MAP = re.compile(r"\bmaps?\b|maps\.|goo\.gl|directions", re.I)
_CONTACT = re.compile(r"contact|touch|find|where|reach|location|map", re.I)
_ASKS = re.compile(r"contact|touch|quot|enquir|inquir|appointment|book|message|talk|estimate|apply", re.I)
_FREE = re.compile(
    r"\b[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|icloud|aol|btinternet|gmx|proton(?:mail)?)\.[a-z.]{2,6}\b",
    re.I,
)
_HANDED = {
    "health": "is to be treated by somebody",
    "building": "lets somebody into house or garden",
    "repair": "leaves a car or a machine with somebody",
    "advice": "hands money and papers to somebody",
    "children": "leaves a child with somebody",
    "classes": "sends a child to somebody",
    "it": "lets somebody into rooms and accounts",
}
"""What is handed over to people, by kind of business: there a name is asked for first."""
_FIELDS = (
    ("a name", re.compile(r"name", re.I)),
    ("an email address", re.compile(r"mail", re.I)),
    ("a telephone number", re.compile(r"phone|tel\b|mobile", re.I)),
)


@audit(passes="It shows who stands behind it", fails="It leaves open who stands behind it", version=3)
def accountability(site: Site) -> Verdict:
    """Whether people and a house stand behind what is offered."""
    keep = _credit(site)
    checks = (_people(site), _house(site)) if organisation(site).sells else ()
    findings = [entry for entry in checks if entry is not None]
    people, nobody = known(site), unnamed(site)
    if people and not nobody:
        more = f", and {len(people) - 3} more" if len(people) > 3 else ""
        shown = [entry.name for entry in people[:3]]
        summary = f"It names its people: {', '.join(shown) if more else listed(shown)}{more}."
    elif nobody:
        summary = f"No line that may name one of its people was found on the {site.read} read."
    else:
        summary = f"Whether one of its people is named on the {site.read} read could not be told."
    return Verdict(
        summary,
        None,
        findings,
        keep,
        {"named": len(people), "nobody": nobody},
        title="" if findings or keep else "Whether somebody stands behind it",
    )


def _left_out(site: Site, named: re.Pattern[str]) -> bool:
    """Whether a page was left unread that is named for what would be said to be missing."""
    return any(
        named.search(f"{label} {re.sub(r'[-_/.]', ' ', key)}"[:LONG]) for key, (label, _) in unread(site).items()
    )


def _found(
    kind: str, title: str, shown: Iterable[Quote], why: str, fix: str, proposal: str, weight: float, *, lead: bool
) -> Finding:
    quotes = list(dict.fromkeys(shown))[:3]
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
    unread_of_them = _left_out(site, _PEOPLE)
    nobody = unnamed(site) and not unread_of_them
    thanks = thanked(site) if len(posts(site)) < TEAM else ()
    own, bare = praised(site) if nobody else (), () if unread_of_them else unchecked(site)
    gone = past(site) if nobody else ()
    rest = nobody and not own and not thanks
    years, leant, alone = (experienced(site), leant_on(site), spoken_for(site)) if rest else ((), (), ())
    seen = met(site) if rest and len(met(site)) >= MIN_MET else ()
    if not (gone or thanks or own or bare or years or leant or alone or seen):
        return None
    who, read = one_served(site), site.read
    names = list(dict.fromkeys(entry.name for entry in thanks[:3]))
    if gone:
        title = f"Those of its people of whom it tells are of its past, and nobody who works there today is named on the {read} read"
    elif thanks and own:
        title = f"{who.capitalize()}s thank {listed(names)}, and of “{own[0][2]}” the site itself names nobody"
    elif thanks:
        title = f"{who.capitalize()}s thank {listed(names)}, and outside their words {'none of those names stands' if len(names) > 1 else 'that name does not stand'} on the {read} read"
    elif own and bare:
        title = f"It praises “{bare[0][2]}”, and not one of them is named on the {read} read, nor a body or school that qualified them, nor a number to look up"
    elif own:
        title = f"It praises “{own[0][2]}”, and names nobody on the {read} read"
    elif bare:
        title = f"It says “{bare[0][2]}”, and nothing on the {read} read lets a reader check it: no body, no school, no register, no number"
    elif years:
        title = (
            f"It counts on “{years[0][2]}”, and nothing on the {read} read says whose: not one of its people is named"
        )
    elif leant:
        title = f"It counts on who its people are (“{leant[0][2]}”), and names not one of them on the {read} read"
    elif alone:
        title = f"Somebody speaks as “I” to the {who}, and nothing on the {read} read says who that is"
    else:
        title = f"Its {who}s speak of “{seen[0][2].lower()}”, and not one of its people is named on the {read} read"
    shown: list[Copy] = [*gone[:1], *(entry.copy for entry in thanks[:2])]
    shown += [copy for _, copy, _ in (*bare[: bool(own)], *own, *bare, *years, *leant, *alone, *seen)]
    home = any(page is site.home for page, _, _ in (*own, *bare, *years, *leant, *alone))
    many = len({copy.text for _, copy, _ in (*own, *years, *leant, *alone, *seen)}) > 1 or len(names) > 1
    kind = business(site)
    handed = _HANDED.get(kind.kind, "") if kind else ""
    return _found(
        "people" if nobody or thanks else "unchecked",
        title,
        map(quote, shown),
        f"Whoever {handed or 'buys from people'} wants to know who they are and what they have learned, and looks it up first.",
        "Name them where they are praised: who they are, what they do, since when, and who examined them.",
        "[Name], [trade], [examined or registered by whom, number], with us since [year].",
        0.7 if handed and nobody else 0.68 if bare and own else 0.66 if thanks or home else 0.6,
        lead=bool(thanks and (own or many)) or (nobody and bool(handed or gone or home or many)),
    )


def _said(site: Site) -> list[Copy]:
    """Every line of every page, menus and footers counted once."""
    return list({copy.text: copy for page in site.pages for copy in page.copy}.values())


def _asked(site: Site) -> tuple[JudgedPage, list[str]] | None:
    """The page whose form asks for the most of a person, and for what."""
    found = [
        (page, [name for name, shape in _FIELDS if shape.search(f"{door.text} {door.detail}")])
        for page in site.pages
        for door in page.page.doors
        if door.kind == "form" and door.detail
    ]
    best = max(found, key=lambda entry: len(entry[1]), default=None)
    return best if best and len(best[1]) >= MIN_PERSONAL else None


def _house(site: Site) -> Finding | None:
    """A form asks for a person's details, or it asks to be called, and nothing says whose house that is."""
    asked = _asked(site)
    lines = _said(site)
    reached = next((copy for copy in lines if phones(copy.text[:LONG])), None)
    # where no footer was read, a script may draw it with the address in it
    footed = any(copy.unit.region is Region.FOOTER for copy in lines)
    if not (asked or reached) or len(site.pages) < MIN_PAGES or not footed or _left_out(site, _HOUSE):
        return None
    lacking = _lacking(site, lines)
    if asked is None:
        lacking = [what for what in lacking if what != _DATA]
    if _POST not in lacking or len(lacking) < MIN_LACKING:
        return None
    mails = ((copy, f"{copy.text[:LONG]} {copy.unit.href[:LONG]}") for copy in lines)
    free = next(((copy, match[0]) for copy, text in mails if "@" in text and (match := _FREE.search(text))), None)
    if asked is None:
        head, asks = reached, "It asks to be called"
    else:
        page, fields = asked
        headings = [copy for copy in page.copy if copy.unit.region.is_copy and copy.unit.role is Role.HEADING]
        head = next((copy for copy in headings if _ASKS.search(copy.text)), headings[0] if headings else None)
        asks = f"A form asks for {listed(fields)}"
    mail = f"; mail goes to a free mailbox ({free[1]})" if free else ""
    return _found(
        "house",
        f"{asks}, and the {site.read} read give {listed([f'no {what}' for what in lacking])}{mail}",
        [quote(copy) for copy in (head, free[0] if free and free[1] in free[0].text else None) if copy is not None],
        "Whoever calls or sends in a name and a number wants to know who gets them, and looks the house up first"
        + ("; in many countries the notice is the law's as well." if _DATA in lacking else "."),
        f"Put {listed([f'the {what}' for what in lacking])} at the foot of every page"
        + (", and the notice beside the form." if _DATA in lacking else "."),
        "[Registered name], [number], [address]."
        + (" What we do with your details: [link]." if _DATA in lacking else ""),
        0.62 if len(lacking) > MIN_LACKING else 0.58,
        lead=True,
    )


def _lacking(site: Site, lines: Sequence[Copy]) -> list[str]:
    """What a reader would look the house up by and does not find."""
    links = {f"{link.text[:LONG]} {link.url[:LONG]}" for each in site.pages for link in each.page.links}
    texts = [copy.text[:LONG] for copy in lines]
    where = [copy.text[:LONG] for copy in lines if not _AREAS.search(copy.unit.page.split("/", 3)[-1])]
    doors = [door for each in site.pages for door in each.page.doors if door.kind in ("form", "map")]
    # what is embedded on the page where one gets in touch may be a map
    mapped = any(_MAP.search(link) for link in links) or any(
        not door.text and not door.detail and _CONTACT.search(each.url)
        for each in site.pages
        for door in each.page.doors
        if door.kind in ("form", "map")
    )
    there = {
        _POST: mapped or any(located(text) or addressed(text) for text in where) or _announced(site),
        _LEGAL: any(_REGISTERED.search(text) and not _MAKER.search(text) for text in texts),
        _DATA: any("privacy" in link.lower() for link in links)
        or any(_NOTICE.search(text) for text in (*texts, *(door.text[:LONG] for door in doors), *links)),
    }
    return [what for what, given in there.items() if not given]


def _announced(site: Site) -> bool:
    """Whether a line that may be an address stands under a heading "Address", "Visit us" or "Where we are"."""
    return any(
        _ABOVE.fullmatch(one.text[:LONG].strip(" .:!")) is not None
        and other.text[:1].isupper()
        and other.unit.role is not Role.BUTTON
        and not _SMALL.search(text := other.text[:LONG])
        and "@" not in text
        and not phones(text)
        for page in site.pages
        if not _AREAS.search(page.url.split("/", 3)[-1])
        for one, other in pairwise(page.copy)
    )


def _credit(site: Site) -> list[Finding]:
    """People are named, with what they can, with what they do, or as whom to ask for."""
    can, named = [copy for copy in told(site) if _LEARNED.search(copy.text)], _each_with_his_own(known(site))
    with_post = [entry for entry in named if entry.beside]
    shown: list[Copy] = list(can)[:3]
    if can:
        title, weight = "It says of its people what they have learned and done", 0.6
    elif len(named) >= TEAM and with_post:
        more = f", and {len(named) - 2} more" if len(named) > 2 else ""
        both = " and ".join(map(_with_post, with_post[:2])) if not more else ", ".join(map(_with_post, with_post[:2]))
        title, weight = f"It names its people and what they do: {both}{more}", 0.5
        shown = [copy for entry in with_post[:2] for copy in (entry.copy, entry.beside) if copy]
    elif named:
        shown = list(dict.fromkeys(entry.copy for entry in named))[:3]
        names = [entry.name for entry in named if entry.copy in shown]
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
    return list(result.values())


def _with_post(entry: Known) -> str:
    return f"{entry.name} ({entry.beside.text.strip(' .,')})" if entry.beside else entry.name
