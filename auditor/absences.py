"""What a visitor needs in order to call, write or come, and that stands on none of the pages read.

Silence is the rule: whatever may be a number, an address for mail, a form or the name of a place counts as one, and nothing is said of
a site whose foot may be drawn by a script.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor import lexicon
from auditor.addresses import MAIL
from auditor.anywhere import texts as texts_of
from auditor.cues import rare
from auditor.figures.contacts import DIALLED, addressed, located, phones, same_number
from auditor.model import Copy, JudgedPage, PageKind, Region
from auditor.organisation import organisation, receives
from auditor.site import Site, is_counted
from auditor.text import word_count
from auditor.voices import LONG, TEACHING

MIN_PAGES = 5
"""Pages read from which something is told to stand on none of them, where none is called contact."""

WHOLE = 0.5
"""Share of the pages with a foot, or with a number, mailbox or address, from which no script draws what is looked for: a judgement."""

VISITS = 3
"""Lines that speak of coming to the customer, or of receiving them, from which a house meets its customers: a judgement."""

SHOWN = 6
"""Numbers that are quoted."""

PHONE, WRITE, PLACE = "telephone number", "email address or form", "town, county or address"

_REACHED = re.compile(r"wa\.me|whatsapp|viber:|skype:|sms:|callto:", re.I)
_WRITES = rare(
    r"\be-?mail|contact form|message us|send (?:us )?(?:a )?message|enquir\w+ form|\[at\]|\(at\)|email-protection|messenger|m\.me/",
    re.I,
)
"""Words by which mail or a form is announced, and marks of an address that is hidden from programs."""

_MAPS = re.compile(r"\bmaps?\b|maps\.|goo\.gl|openstreetmap|directions", re.I)
_ANYWHERE = re.compile(
    r"\b(?:nation|country|state|county|world)[- ]?wide\b|\bremotely\b|\banywhere\b|\binternational|\bglobal(?:ly)?\b|(?-i:\b(?:UK|USA|UAE|NZ|NSW)\b|\b(?:the|in|across) US\b)",
    re.I,
)
"""Says that it works anywhere: that is a place enough."""

_AT = re.compile(
    r"\b(?:in|near|across|throughout|around|serving|covering|within|based at) (?:and around )?(?:the )?(?!(?:Touch|Advance|Person|Stock|Mind|Full|Action|Need|Use|Detail|Practice)\b)"
    r"(?P<name>[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+)*)"
)
_STATE = re.compile(r"\b[A-Z][a-z]+, [A-Z]{2}\b(?! ?[&/-])")
_VISITS = re.compile(
    r"\b(?:install(?:ed|ation|ations|s|ers?)?|fitted|on[- ]?site|call[- ]?outs?|site (?:visits?|surveys?)|home visits?|"
    r"your (?:home|house|premises|property|properties|garden|building|office|site)|homes? and business|business premises|"
    r"appointments?|clinic|showroom|workshop|visit us|drop in|come (?:and |to )?see us)\b",
    re.I,
)


class Absent(NamedTuple):
    """What was found nowhere, as a finding says it; ``weight`` is 0-1, under 0.6 where it may matter little."""

    title: str
    why: str
    fix: str
    proposal: str
    weight: float
    shown: tuple[Copy, ...]


_CAUSES = {
    PHONE: "Whoever is in a hurry, or wants to hear a voice first, calls somebody else.",
    WRITE: "Whoever cannot call at your hours, or wants to have it in writing, does not ask.",
    PLACE: "Nobody who searches with the name of a town finds it, and whoever lands there cannot tell whether to ask.",
}


def absent(site: Site) -> Absent | None:
    """What stands on none of the pages read of a number, a way to write and, of those who sell, a place."""
    if not _whole(site):
        return None
    texts = list(dict.fromkeys(texts_of(site)))
    lacking: list[str] = []
    numbers = _numbers(site)
    number = next(iter(numbers.values()), None)
    if number is None and not _linked(site, ("tel:",), _REACHED) and not any(map(_numbered, texts)):
        lacking.append(PHONE)
    formed = any(door.kind in ("form", "mail") for page in site.pages for door in page.page.doors)
    if not formed and not _linked(site, ("mailto:",), _WRITES) and not any(map(_written, texts)):
        lacking.append(WRITE)
    if organisation(site).sells and not placed(site, texts):
        lacking.append(PLACE)
    if not lacking:
        return None
    way = (
        number
        if PHONE not in lacking
        else next((copy for _, copy in site.lines_with(_AT_SIGN) if MAIL.search(copy.text)), None)
    )
    visits = _visits(site) if PLACE in lacking else []
    several = WRITE in lacking and len(numbers) > 1
    shown = [*(list(numbers.values())[:SHOWN] if several else [way] if way else []), *visits[:2]]
    # whoever receives people is come to, and goes to no town
    put, like = (_PUT | _COME, _LIKE | _FOUND) if receives(site) else (_PUT, _LIKE)
    meets = lacking != [PLACE] or len(visits) >= VISITS
    return Absent(
        f"The {site.read} read give {' and '.join(map(_NO.__getitem__, lacking))}{_left(lacking, way, list(numbers))}",
        " ".join(map(_CAUSES.__getitem__, lacking)),
        f"{'; '.join(map(put.__getitem__, lacking)).capitalize()}: at the top of the contact page, and at the foot of every page.{' Say beside each number who answers it, and for what.' * several}",
        " ".join(map(like.__getitem__, lacking)),
        0.8 if meets else 0.5,
        tuple(dict.fromkeys(shown)),
    )


_NO = {PHONE: "no telephone number", WRITE: "no email address and no form", PLACE: "no town, county or address"}
_PUT = {
    PHONE: "give a number, and when somebody answers it",
    WRITE: "give an address for mail or a form, and how soon one hears",
    PLACE: "say where you are and in which towns you work",
}
_LIKE = {
    PHONE: "[Number], [days and hours].",
    WRITE: "[Address for mail]: you hear within [time].",
    PLACE: "[Town], and [how far] around it.",
}

_COME = {PLACE: "say where you are and how one gets there"}
_FOUND = {PLACE: "[Street and town], [how one gets there]."}


def _left(lacking: list[str], way: Copy | None, tels: list[str]) -> str:
    """What is left to whoever wants to get in touch, where one way alone is."""
    if way is None or (PHONE in lacking) == (WRITE in lacking):
        return ""
    if WRITE in lacking:
        if len(tels) == 1:
            return f": the telephone, {tels[0]}, is the only way in"
        return f": there are only telephone numbers, {len(tels)} of them"
    match = MAIL.search(way.text)
    return f": whoever needs an answer now can only write, to {match[0]}" if match and lacking == [PHONE] else ""


_AT_SIGN = re.compile("@")


def _numbers(site: Site) -> dict[str, Copy]:
    """Every telephone number as it is first written, with the line that holds it."""
    found: dict[str, Copy] = {}
    for _, copy in site.lines_with(DIALLED):
        for start, end in phones(copy.text[:LONG]):
            tel = copy.text[start:end]
            if tel not in found and not any(same_number(tel, other) for other in found):
                found[tel] = copy
    return found


def _numbered(text: str) -> bool:
    """Whether a text gives a number that may be dialled, or asks to be called: then a picture or a script may hold it."""
    if phones(text[:LONG]) or _CALLS.search(text):
        return True
    return any(
        _LEAST <= sum(map(str.isdigit, match[0])) <= _MOST and not _YEARS.search(match[0])
        for match in _ROW.finditer(text[:LONG])
    )


def _written(text: str) -> bool:
    """Whether a text gives an address for mail, or says that there is a way to write."""
    return ("@" in text and MAIL.search(text) is not None) or _WRITES.search(text) is not None


_LEAST, _MOST = 7, 14
_ROW = re.compile(r"(?<![\w£$€.,])[+(]?\d[\d\s()./–-]{5,}\d(?!\w)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_CALLS = rare(
    r"\b(?:(?:call|phone|ring|telephone|text) (?:us|me|now|today|on|the)|give (?:us|me) a (?:call|ring|bell)|tel(?:ephone)?\s?(?:no\.?|number)?:)",
    re.I,
)
_THIN = 5
"""Words of its own under which a page called contact is drawn by a script, or is a picture."""


def _whole(site: Site) -> bool:
    """Whether enough was read, and what stands at the foot of each page with it."""
    named = [page for page in site.pages if "contact" in page.url.casefold() or page.kind is PageKind.CONTACT]
    if len(site.pages) < MIN_PAGES and not named:
        return False
    # what stands on other pages too is menu and foot
    if any(sum(word_count(copy.text) for copy in page.copy if copy.copies == 1) < _THIN for page in named):
        return False
    return sum(map(_footed, site.pages)) > WHOLE * len(site.pages)


def _footed(page: JudgedPage) -> bool:
    """Whether a page has a foot, or says how it is reached."""
    return any(copy.unit.region is Region.FOOTER for copy in page.copy) or any(
        phones(copy.text[:LONG]) or ("@" in copy.text and MAIL.search(copy.text)) for copy in page.copy
    )


def _linked(site: Site, schemes: tuple[str, ...], named: re.Pattern[str]) -> bool:
    """Whether any link has one of these schemes, or is named so."""
    told = {copy.unit.href for page in site.pages for copy in page.copy if copy.unit.href}
    told |= {f"{link.url} {link.text}" for page in site.pages for link in page.page.links}
    return any(text.casefold().startswith(schemes) or named.search(text) for text in told)


def _visits(site: Site) -> list[Copy]:
    """Lines that speak of coming to the customer or of receiving them."""
    return [
        copy
        for page, copy in site.lines_with(_VISITS)
        if is_counted(page, copy) and page.kind not in TEACHING and _VISITS.search(copy.text[:LONG])
    ]


def placed(site: Site, texts: list[str]) -> bool:
    """Whether anything may be the name of a place, an address or a map, or says that it works anywhere."""
    if any(door.kind == "map" for page in site.pages for door in page.page.doors) or _linked(site, ("geo:",), _MAPS):
        return True
    names = lexicon.load("names")
    if names.has(site.name, "town"):
        return True
    own = {word.casefold() for name in (site.name, *site.names) for word in re.findall(r"\w+", name)}
    for text in texts:
        line = text[:LONG]
        if located(line) or addressed(line) or _ANYWHERE.search(line) or names.has(line, "town") or _STATE.search(line):
            return True
        for match in _AT.finditer(line):
            words = [
                word.casefold().removesuffix("'s").removesuffix("’s")
                for word in re.split(r"[ -]", match["name"])
                if not word.isupper()
            ]
            if any(
                word not in own and word not in site.small_words and word.removesuffix("s") not in site.small_words
                for word in words
            ):
                return True
    # a title names the town first: "Roofer Wells"
    title = site.home.page.title if site.home else ""
    return any(
        word.casefold() not in own | site.small_words for word in re.findall(r"(?<=[a-z,|–—-] )[A-Z][a-z]{2,}\b", title)
    )
