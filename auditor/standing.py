"""Who stands behind it: what a site leaves unsaid of its people, its house, its cover and its customers' names.

Each is asked by itself. Where two of them are left open, one of them people or house, it is one question of whoever would look the
firm up, and is told once, with the lines of all (:func:`together`): the audits that would tell a part of it leave that to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor import lexicon, spelling
from auditor.answers import own_lines, unread
from auditor.anywhere import texts
from auditor.assertions import Bare, bare
from auditor.buyers import business, one_served
from auditor.cues import rare
from auditor.entities import Kind, customers_words, entities
from auditor.figures.contacts import addressed, located, phones
from auditor.leaning import experienced, leant_on, met, praised, spoken_for, unchecked
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.naming import FIRM
from auditor.organisation import OF_THINGS, bound_to_secrecy, organisation
from auditor.site import Site
from auditor.team import known, past, posts, unnamed
from auditor.text import word_count
from auditor.thanks import Thanked, thanked
from auditor.voices import LONG, TEACHING, Quotation, Who, once, person, quoted, share_of_lines, told_of

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing of the house: a judgement."""

MIN_MET = 2
"""Customers who speak of those who did the work from which it lives by its people: a judgement."""

MIN_PERSONAL = 2
"""Fields of a form (name, mail, telephone) from which it asks for more than a newsletter's: a judgement."""

MIN_LACKING = 2
"""What is missing of address, registered name and notice, the address among it, from which it is told: a judgement."""

MIN_QUOTES = 3
"""Quotations of customers from which it is said that not one has a full name: a judgement."""

FEW_QUOTES = 2
"""The same, where it is one thing among others."""

MIN_TOGETHER = 2
"""What is left open of people, house, cover and customers' names, from which it is told as one: a judgement."""

GATHERED = 0.05
"""Share of lines with a word of giving from which a site is a charity's: a judgement."""

TEAM = 2
"""People with their post from whom on nobody asks whom customers thank: a judgement."""

COVERS = frozenset({"insured", "covered"})
"""The questions of a trade (``data/buyers``) that ask for the cover."""

_Line = tuple[JudgedPage, Copy, str]
"""A line, its page, and the words of it that are told."""

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
_POST, _LEGAL, DATA = "postal address", "registered name or number", "privacy notice"
_MAP = re.compile(r"\bmaps?\b|maps\.|goo\.gl|directions", re.I)
_CONTACT = re.compile(r"contact|touch|find|where|reach|location|map", re.I)
_ASKS = re.compile(r"contact|touch|quot|enquir|inquir|appointment|book|message|talk|estimate|apply", re.I)
_FREE = re.compile(
    r"\b[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|icloud|aol|btinternet|gmx|proton(?:mail)?)\.[a-z.]{2,6}\b",
    re.I,
)
_FIELDS = (
    ("a name", re.compile(r"name", re.I)),
    ("an email address", re.compile(r"mail", re.I)),
    ("a telephone number", re.compile(r"phone|tel\b|mobile", re.I)),
)


@dataclass(frozen=True, slots=True)
class People:
    """How a site leans on people whom it does not name; each field holds the lines that do, with the words.

    ``past`` tells of those who are gone, ``bare`` calls its people qualified without what lets anybody check it; ``nobody`` is
    whether no line names anybody who works there.
    """

    nobody: bool
    past: tuple[Copy, ...] = ()
    thanks: tuple[Thanked, ...] = ()
    praised: tuple[_Line, ...] = ()
    bare: tuple[_Line, ...] = ()
    years: tuple[_Line, ...] = ()
    leant: tuple[_Line, ...] = ()
    alone: tuple[_Line, ...] = ()
    met: tuple[_Line, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """What ``lacks`` of address, registered name and notice where a form ``asks`` for a person's details or a number is given.

    ``at`` is the heading over the form or the line with the number, ``mailbox`` a free one, with its line.
    """

    asks: tuple[str, ...]
    at: Copy | None
    lacks: tuple[str, ...]
    mailbox: tuple[Copy, str] | None


@dataclass(frozen=True, slots=True)
class Together:
    """What is left open at once: of people, house, cover (a protection that is only asserted) and customers' names."""

    people: People | None
    house: House | None
    cover: Bare | None
    nameless: tuple[Quotation, ...]
    silent: bool
    """Whether it works on others' premises and says no word on insurance or a licence."""


def nobody_there(site: Site) -> bool:
    """Whether none of the people of somebody who sells is named, and no page was left unread that may name them."""
    return organisation(site).sells and unnamed(site) and not _left_out(site, _PEOPLE)


_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)


def supplies_people(site: Site) -> bool:
    """Whether those whom it praises may be those whom it finds for others."""
    kind = business(site)
    return kind is not None and kind.kind == "recruiters"


@once
def people(site: Site) -> People | None:
    """How it leans on people without naming them, or calls them qualified without what lets anybody check it; None where it does not."""
    if not organisation(site).sells:
        return None
    unread_of_them = _left_out(site, _PEOPLE)
    nobody = unnamed(site) and not unread_of_them
    thanks = thanked(site) if len(posts(site)) < TEAM else ()
    own, unproved = praised(site) if nobody else (), () if unread_of_them else unchecked(site)
    if supplies_people(site):  # "registered nurses" are whom it finds for others
        own, unproved = (
            tuple(entry for entry in told if _OURS.search(entry[1].text[:LONG])) for told in (own, unproved)
        )
    gone = past(site) if nobody else ()
    rest = nobody and not own and not thanks
    years, leant, alone = (experienced(site), leant_on(site), spoken_for(site)) if rest else ((), (), ())
    seen = met(site) if rest and len(met(site)) >= MIN_MET else ()
    if not (gone or thanks or own or unproved or years or leant or alone or seen):
        return None
    return People(nobody, gone, tuple(thanks), own, unproved, years, leant, alone, seen)


@once
def house(site: Site) -> House | None:
    """What would say whose house it is where a form asks for a person's details, or it asks to be called; None where it is said."""
    if not organisation(site).sells:
        return None
    asked = _asked(site)
    lines = _said(site)
    reached = next((copy for copy in lines if phones(copy.text[:LONG])), None)
    # where no footer was read, a script may draw it with the address in it
    footed = any(copy.unit.region is Region.FOOTER for copy in lines)
    if not (asked or reached) or len(site.pages) < MIN_PAGES or not footed or _left_out(site, _HOUSE):
        return None
    lacking = [what for what in _lacking(site, lines) if asked or what != DATA]
    if _POST not in lacking or len(lacking) < MIN_LACKING:
        return None
    mails = ((copy, f"{copy.text[:LONG]} {copy.unit.href[:LONG]}") for copy in lines)
    free = next(((copy, match[0]) for copy, text in mails if "@" in text and (match := _FREE.search(text))), None)
    head = reached
    if asked is not None:
        headings = [copy for copy in asked[0].copy if copy.unit.region.is_copy and copy.unit.role is Role.HEADING]
        head = next((copy for copy in headings if _ASKS.search(copy.text)), headings[0] if headings else None)
    return House(tuple(asked[1]) if asked else (), head, tuple(lacking), free)


def nameless(site: Site, least: int = MIN_QUOTES) -> tuple[Quotation, ...]:
    """The customers' words, where there are ``least`` of them or more and not one has a full name."""
    if not organisation(site).sells or share_of_lines(site, "charity") >= GATHERED:
        return ()  # who is helped is often kept unnamed for his own sake
    if intimate(site):
        return ()
    said = customers_words(site)
    bounded = [entry for entry in said if entry.bounded]
    signed = [entry for entry in bounded if entry.cite]
    if len(signed) >= least:
        bounded = signed  # what stands in marks between signed reviews may be its own motto
    if len(bounded) < least or any(entry.who in (Who.FULL, Who.NAME) or told_of(site, entry) for entry in said):
        return ()
    if 2 * sum(map(_placed, bounded)) >= len(bounded):
        return ()
    return tuple(bounded)


def _placed(entry: Quotation) -> bool:
    """Whether a quotation has a first name, an initial and a town ("Samira G., Leith"): who knows them knows who it is."""
    match = _INITIALED.match(entry.cite)
    return match is not None and not lexicon.load("names").has(match[1], "job")


_INITIALED = re.compile(r"[A-Z][\w'’-]+ [A-Z]\.?\s*[(,–—-]\s*([A-Z][\w'’ ,.-]{2,})")


def intimate(site: Site) -> bool:
    """Whether a site treats somebody's body or mind, by its kind, name, title or description: nobody is asked to sign for that."""
    kind = business(site)
    page = site.home.page if site.home else None
    told = (site.name, page.title, page.description) if page else (site.name,)
    return (kind is not None and kind.kind == "health") or any(
        lexicon.load("organisations").has(OF_THINGS.sub(" ", text[:LONG]), "body") for text in told
    )


@once
def together(site: Site) -> Together | None:
    """What of people, house, cover and customers' names is left open, where that is several, people or house among them.

    Of those who come into houses, offices or accounts, silence on insurance and licence counts as cover that is left open.
    """
    own = people(site)
    lean = own if own and own.nobody else None
    found = Together(lean, house(site), bare(site).get("cover"), _withheld(site), silent(site))
    if found.people is None and found.house is None:
        return None
    parts = (found.people, found.house, found.cover or found.silent, found.nameless)
    return found if sum(bool(part) for part in parts) >= MIN_TOGETHER else None


def _withheld(site: Site) -> tuple[Quotation, ...]:
    """Customers without a full name, where nobody keeps them back to protect them."""
    return () if bound_to_secrecy(site) or one_served(site) == "patient" else nameless(site, FEW_QUOTES)


def silent(site: Site) -> bool:
    """Whether it works on others' premises and no line or picture says a word on insurance or a licence."""
    kind = business(site)
    if kind is None or kind.kind not in _ON_PREMISES:
        return False
    texts = (copy.text[:LONG] for copy in _said(site))
    shown = (f"{image.alt or ''} {image.src[-LONG:]}" for page in site.pages for image in page.page.images)
    return not any(_COVERED.search(text) for text in (*texts, *shown))


_ON_PREMISES = frozenset({"building", "cleaning", "gardens", "it", "moving"})
"""Kinds of business whose people come into houses, offices and accounts."""
_COVERED = re.compile(r"\b(?:insur|licen[sc]|bonded|liabilit|indemnit)", re.I)
"""A word on what protects the customer, in whatever sense."""


def _left_out(site: Site, named: re.Pattern[str]) -> bool:
    """Whether a page was left unread that is named for what would be said to be missing."""
    return any(
        named.search(f"{label} {re.sub(r'[-_/.]', ' ', key)}"[:LONG]) for key, (label, _) in unread(site).items()
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
    licence = lexicon.load("merits")
    there = {
        _POST: mapped or any(located(text) or addressed(text) for text in where) or _announced(site),
        _LEGAL: any(
            (_REGISTERED.search(text) and not _MAKER.search(text)) or licence.has(text, "number") for text in texts
        ),
        DATA: any("privacy" in link.lower() for link in links)
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


@once
def awaited(site: Site) -> tuple[_Line, ...]:
    """Credentials that the site shows and, by its own words, has not yet got ("CPSS (Pending)"), each with its words."""
    found = []
    for page, copy in own_lines(site):
        text = copy.text[:LONG]
        match = _AWAITED.search(text) if "pending" in text.casefold() else None
        if match and not _OF_OTHERS.search(text) and not text.endswith("?"):
            words = match[0]
            # a bracket that begins before the words, or ends behind them, is none of them
            found.append((page, copy, words if words.find("(") > 0 else words.strip("()[]")))
    return tuple(found)


_PAPER = r"(?:accreditation|certification|certificate|licen[sc]e|licensing|registration|membership|charter(?:ship)?|insurance|approval)"
_AWAITED = re.compile(
    rf"(?-i:\b[A-Z]{{3,}}\b)(?: ?#| no\.?| number)? ?[([](?:[\w&/#. -]{{0,30}} )?pending[)\]]"
    rf"|[([][^()\[\]]{{0,40}}\b{_PAPER}s?(?: number| no\.?| status| ?#)?:? (?:is )?(?:still |currently )?pending[)\]]"
    rf"|(?-i:\b[A-Z][\w-]+) {_PAPER}s?(?: number| no\.?| status| ?#)?:? (?:is )?(?:still |currently )?pending\b"
    rf"|\b{_PAPER}s?(?: number| no\.?| status| ?#)?[:#]? ?[([]pending[)\]]",
    re.I,
)
"""A credential and, beside it, that it is awaited: a short form in capitals, or a word for a paper."""

_OF_OTHERS = re.compile(
    r"\b(?:you|your|if|when|while|until|whether|case|court|charges?|patents?|their|his|her)\b", re.I
)
"""What tells of papers that others wait for, or of the law."""


FIRST_NAMES = 2
"""People called by a first name alone from which it is the house's way of naming: a judgement."""


@once
def by_first_name(site: Site) -> tuple[_Line, ...]:
    """Its people whom one is to ask for, or who have a post, by a first name alone, each with his line; none where anybody has a surname.

    Whoever has one anywhere, in a title or a picture's text too, has one.
    """
    named = [entry.name for entry in known(site)] + [entry.name for entry in entities(site).of(Kind.STAFF)]
    named = [name for name in named if person(name)[0]]
    if any(" " in name.strip() for name in named):
        return ()
    names = lexicon.load("names")
    given = names.terms("given")
    found: dict[str, _Line] = {}
    asking = {page.url for page in site.pages_with(_ASKED_FOR)}
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING or page.kind is PageKind.TESTIMONIAL:
            continue
        spoken = quoted(site, page)
        lines = [
            c for c in page.copy if c.unit.region is not Region.NAV and not c.unit.cite and c.unit.id not in spoken
        ]
        for copy, under in pairwise(lines):
            text = copy.text.strip(" .,:–-")
            post = text.casefold() in given and word_count(under.text) <= POST and names.has(under.text, "job")
            if post and text[:1].isupper():
                found.setdefault(text, (page, copy, f"{text} ({under.text})"))
        for copy in lines if page.url in asking else ():
            for match in _ASKED_FOR.finditer(copy.text[:LONG]):
                for name in filter(None, (match["name"], match["other"])):
                    sure = name.casefold() in given or (match["at"] and not spelling.is_word(name.casefold()))
                    if sure or (match["mail"] or "").casefold().startswith(name.casefold()):
                        found.setdefault(name, (page, copy, name))
    if len(found) < FIRST_NAMES:
        return ()
    whole = re.compile(rf"\b(?:{'|'.join(map(re.escape, found))}) (?!(?:At|On|And|Or|If|For)\b)[A-Z][a-z]+")
    for text in texts(site):
        posted = names.has(text[:LONG], "job") and any(m[1].casefold() in given for m in _PAIR.finditer(text[:LONG]))
        if posted or whole.search(text):
            return ()
    return tuple(found.values())


_PAIR = re.compile(r"\b([A-Z][a-z]+) (?=[A-Z][a-z'’-]+\b)")
"""What may be a first name before a surname; beside a post it is taken for one."""

POST = 5
"""Words up to which a line under a name is a post."""

_ASKED_FOR = rare(
    r"\b(?:[Cc]ontact|[Cc]all|[Rr]ing|[Pp]hone|[Ee]-?mail|[Tt]ext|[Ss]peak (?:to|with)|[Tt]alk to|[Aa]sk(?:ing)? for) (?P<name>[A-Z][a-z]{2,})"
    r"(?:,? (?:and|or|&) (?P<other>[A-Z][a-z]{2,}))?\b(?!['’]| [A-Z])(?P<at> (?:at|on|by e-?mail at|\() ?(?:(?P<mail>[\w.-]+@)|\(?\+?\d))?"
)
"""Whom to ask for, by one name."""
