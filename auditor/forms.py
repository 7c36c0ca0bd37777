"""Forms that cannot send, that ask for what they cannot take, and that are announced and not there.

Read from the markup of pages as :class:`~auditor.model.Door`; what a script may take up is no such form
(:mod:`auditor.extract.ways`). What is said of them is made a finding by :mod:`auditor.audits.doors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.audit import quote
from auditor.dead_ends import doors_of
from auditor.model import Copy, Door, JudgedPage, Quote, Role
from auditor.organisation import organisation
from auditor.site import Site
from auditor.strength import called
from auditor.voices import LONG, TEACHING

MIN_FIELDS = 4
"""Fields of a form from which it means to take a booking, and not a name to call back."""

LEAST_FIELDS = 3
"""Fields of a form from which it takes an enquiry, and no search or newsletter."""

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
_ONLINE = re.compile(
    r"\b(?:real[- ]time|live) availability\b|\bonline (?:booking|appointment|scheduling) (?:form|system|tool|calendar)\b|\bbook(?: (?:us|now|an? [\w-]+|your [\w-]+))? online\b",
    re.I,
)
"""What is booked at once, where a form for it must ask for the day."""
_ATTACHED = re.compile(
    r"(?<!we )(?<!prices )\b(?:include|attach|upload)\b (?:[\w'’]+ ){0,4}?(?:photos?|photographs?|pictures|images|drawings?|floor plans?|sketch(?:es)?|files?|cv|r[eé]sum[eé])\b",
    re.I,
)
_TAKES = re.compile(r"\bfiles?\b|upload|attach|dropzone", re.I)
"""What a form's words or fields have that takes a file."""
_ELSEHOW = re.compile(r"e-?mail|@|whats ?app|messenger|\btext us\b|\bby post\b|\bsms\b", re.I)
_OPENS_MAIL = re.compile(
    r"\b(?:opens?|launch(?:es)?|open(?:ing|ed)|starts?)\b[^.!?]{0,30}\b(?:e-?mail|mail) (?:app(?:lication)?|client|program(?:me)?|software)\b",
    re.I,
)
"""Says that what is filled in is handed to the visitor's own program for mail."""
_SENDS = re.compile(r"submi|\bform\b|\bsend|button|enquir|inquir|request", re.I)
"""Says that it is the form that does so, and no address beside it."""


MANY_FIELDS = 6
"""Fields of a form from which it asks all that an answer needs, so that it could ask whom to answer."""

_WHO = re.compile(
    r"name|mail|phone|\btel|mobile|\bcell|contact|\bcall|whats ?app|address|compan|\bfirm\b|\bwho\b|account|member|\buser|log ?in|passw|customer (?:no|number|id)",
    re.I,
)
"""What asks who somebody is, or how he is reached."""
_NAMED = re.compile(r"\b(?:your|full|first|last|contact) name\b|\bname ?[:*]|e-?mail|phone|mobile", re.I)
"""The same in the words beside the fields."""
_COINED = re.compile(r"(?:field|input|item|question|control)[-_]?\d|\bq\d", re.I)
"""Names of fields that say nothing of what is asked."""
_NO_ENQUIRY = re.compile(
    r"search|filter|quiz|survey|vote|poll|calculat|anonymous|feedback|estimator|configurator"
    r"|\bcart\b|basket|quantity|\bqty\b|variant|swatch|add[-_ ]to|checkout|coupon|consent|cookie",
    re.I,
)
"""Forms that mean to answer at once, or to nobody, or that lay things into a basket."""
_NO_QUESTION = re.compile(r"^\s*(?:submit|button|reset|image|file)\b", re.I)
"""A field that nobody fills in."""
_ANSWERS = re.compile(
    r"\b(?:get|come) back to you\b|\b(?:contact|call|answer|reply to|write to|email|respond to) you\b|\b(?:be|get|come) (?:back )?in touch (?:with you\b|within\b|soon\b|shortly\b)|\bhear from us\b|\b(?:send|give) you an? (?:quote|price|offer|estimate)\b",
    re.I,
)
"""Promises that whoever fills in a form is answered."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is to be said of a form: ``weight`` is 0-1, as in :class:`~auditor.model.Finding`."""

    kind: str
    title: str
    quotes: Sequence[Quote]
    why: str
    fix: str
    weight: float


def sayings(site: Site) -> Iterator[Saying]:
    """What is to be said of the site's forms, the gravest kind first; each kind once."""
    for found in (
        _unsent(site),
        _unwired(site),
        _by_mail(site),
        _anonymous(site),
        _undated(site) or _unpicked(site),
        _unattached(site),
        _formless(site),
    ):
        if found is not None:
            yield found


_TEST = "Send yourself a message from it today; then let the form send to a service or program that delivers it."
_LOST = "Whoever filled it in waits for an answer, and nobody hears of it."


def _unsent(site: Site) -> Saying | None:
    """A form whose target can receive nothing, or that has none."""
    for page, door in (*doors_of(site, "program"), *doors_of(site, "unsent")):
        where = f"the form on {called(site, page)}"
        why = _LOST
        if door.kind == "program":
            host, _, path = door.detail.partition("/")
            title = f"The form sends what is filled in to a program, /{path}, and {host} runs none: it hands out files as they are"
        elif door.detail:
            title = (
                f"T{where[1:]} sends what is filled in to {door.detail}, by its name a plain page that receives nothing"
            )
            why = "Unless the server does more with that page than its name shows, whoever asked waits for an answer, and nobody hears of it."
        else:
            title = f"T{where[1:]} has nowhere to send what is filled in: the page names no address for it, and no script there takes it up"
        return Saying("unsent", title, _over(page, door), why, _TEST, 0.9 if door.kind == "program" else 0.85)
    return None


def _unwired(site: Site) -> Saying | None:
    """A form that is sent on one page of the site, and as it stands on another has no target, and no field of it a name."""
    dead = list(doors_of(site, "unwired"))
    pages = {page.url for page, _ in dead}
    wired = [(page, door) for page, door in doors_of(site, "form") if page.url not in pages]
    for page, door in dead:
        twin = next((other for other, form in wired if form.text and form.text == door.text), None)
        if twin is None:
            continue
        same = [other for other, form in dead if form.text == door.text]
        on = called(site, page) + (f" and {len(same) - 1} more" if len(same) > 1 else "")
        return Saying(
            "unsent",
            f"As its HTML stands, the form on {on} has nowhere to send a message, and no field of it a name; the same form on {called(site, twin)} is wired",
            _over(page, door),
            "Unless a script puts that right, whoever filled it in waits for an answer, and nobody hears of it.",
            f"Send yourself a message from each; then give the form what it has on {called(site, twin)}: where it sends to, and a name for each field.",
            0.85,
        )
    return None


def _by_mail(site: Site) -> Saying | None:
    """A form that hands what is filled in to the visitor's own program for mail."""
    for page, door in doors_of(site, "by-mail"):
        return _handed(site, page, _over(page, door), f": its target is mailto:{door.detail}")
    for page in site.pages:
        if page.twin_of or not any(
            door.kind == "form" and door.detail.count("|") + 1 >= LEAST_FIELDS for door in page.page.doors
        ):
            continue
        for copy in page.copy:
            if "mail" in copy.text and _SENDS.search(copy.text) and (match := _OPENS_MAIL.search(copy.text[:LONG])):
                return _handed(site, page, [quote(copy)], f" (“{match[0]}”)")
    return None


def _handed(site: Site, page: JudgedPage, shown: Sequence[Quote], how: str) -> Saying:
    return Saying(
        "by-mail",
        f"The form on {called(site, page)} sends nothing itself: it opens the visitor's own mail program{how}",
        shown,
        "Whoever reads mail in a browser, or sits at somebody else's computer, has no such program: what was filled in is lost.",
        "Let a form service or a program of your host deliver it, and say on the page when an answer comes.",
        0.78,
    )


def _anonymous(site: Site) -> Saying | None:
    """A form of many questions whose answer is promised, and that does not ask whom to answer."""
    for page, door in doors_of(site, "form"):
        fields = [field for field in door.detail.split("|") if not _NO_QUESTION.match(field)]
        if page.twin_of or len(fields) < MANY_FIELDS or len(door.detail) >= MOST_READ:  # what is cut off may ask it
            continue
        if _NAMED.search(door.text) or (len(door.text) >= MOST_READ and _COINED.search(door.detail)):
            continue
        if any(map(_WHO.search, fields)) or _NO_ENQUIRY.search(
            f"{door.detail} {door.text} {page.url} {page.page.title}"
        ):
            continue
        said = next((copy for copy in page.copy if _ANSWERS.search(copy.text[:LONG])), None)
        if said is None:
            continue
        return Saying(
            "nobody-asked",
            f"The form on {called(site, page)} has {len(fields)} fields, and none asks for a name, an email address or a telephone number",
            [quote(said)],
            "Whoever fills it in is promised an answer, and nobody knows whom to answer.",
            "Ask first who it is and how to reach him: a name, and an email address or a telephone number.",
            0.9,
        )
    return None


MOST_READ = 1000
"""Characters of a form's words, and of its fields, that are kept (:mod:`auditor.extract.ways`)."""


def _over(page: JudgedPage, door: Door) -> list[Quote]:
    """What shows a form: the last heading before what is read in it, the page's first heading, or its title."""
    own = [copy for copy in page.copy if copy.unit.region.is_copy]
    inside = next((place for place, copy in enumerate(own) if copy.text and door.text.startswith(copy.text)), len(own))
    heads: list[Copy] = [copy for copy in own[:inside] if copy.unit.role is Role.HEADING]
    if inside == len(own):
        heads = heads[:1]
    return [quote(heads[-1])] if heads else [Quote(page.page.title or page.url, page.url, "title")]


def _formless(site: Site) -> Saying | None:
    """A form is announced on a page that has none."""
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING or any(door.kind == "form" for door in page.page.doors):
            continue
        for copy in page.copy:
            if not copy.unit.region.is_copy or "below" not in copy.text.lower():
                continue
            if match := _BELOW.search(copy.text[:LONG]):
                said = copy.text[match.start() : match.end()]
                return Saying(
                    "form",
                    f"It says “{said}”, and no form was found on that page",
                    [quote(copy)],
                    why="Whoever wants to order or ask looks for it, and goes.",
                    fix="Put the form there, or say what to do instead: whom to write to, and what to send.",
                    weight=0.7,
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


def _undated(site: Site) -> Saying | None:
    """A form to book rooms with, which asks for no date."""
    for page, door in doors_of(site, "form"):
        named = f"{page.page.title} {page.url.rsplit('/', 1)[-1]}"
        if not _BOOKS.search(re.sub(r"[-_]", " ", named)) or door.detail.count("|") + 1 < MIN_FIELDS:
            continue
        if _DATE.search(f"{door.text} {door.detail}") or not _lets_rooms(site):
            continue
        shown = [quote(copy) for copy in page.copy if copy.unit.role is Role.HEADING][:1]
        return Saying(
            "no-date",
            "The form to book with asks for no date: neither arrival nor departure",
            shown or [Quote(page.page.title, page.url, "title")],
            why="A booking without its nights is none: the guest has to be called back, and books where it is done at once.",
            fix="Ask for arrival, departure, the room and how many come; say when the guest will hear.",
            weight=0.8,
        )
    return None


def _unpicked(site: Site) -> Saying | None:
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
    own = [copy for page, copy in site.copy() if page.kind not in TEACHING]
    said = [(copy, match[0]) for copy in own if (match := _PICKS.search(copy.text[:LONG]))]
    asks = "one"
    if not said and organisation(site).sells:
        said = [(copy, match[0]) for copy in own if (match := _ONLINE.search(copy.text[:LONG]))]
        asks = "a day or an hour, and none leads to a calendar"
    if not said:
        return None
    words = list(dict.fromkeys(words for _, words in said))[: 1 if asks == "one" else 2]
    return Saying(
        "no-date",
        f"It says {' and '.join(f'“{each}”' for each in words)}, and no form on the {site.read} read asks for {asks}",
        [quote(copy) for copy, _ in said[:SHOWN]],
        why="Whoever came to choose a time fills in a form that takes none, and waits to be called as with everybody else.",
        fix="Ask for day and hour in the form, with the place and what is to be done; or say that they are agreed by telephone.",
        weight=0.72,
    )


def _unattached(site: Site) -> Saying | None:
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
            return Saying(
                "no-file",
                f"It asks to “{match[0]}”, and the form on that page takes no file",
                [quote(copy)],
                why="Whoever wants to do as asked finds no way to, and sends less than an answer needs.",
                fix="Give the form a field for files, or say beside it which way they come: by mail or by messenger.",
                weight=0.7,
            )
    return None
