"""Forms that cannot send, and that are announced and not there.

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
from auditor.site import Site
from auditor.strength import called
from auditor.voices import LONG, TEACHING

LEAST_FIELDS = 3
"""Fields of a form from which it takes an enquiry, and no search or newsletter."""

_BELOW = re.compile(
    r"\b(?:complet\w+|fill\w*(?: in| out| up)?|us(?:e|ing)|submit\w*|via|through|send)\b[^.!?]{0,40}\bform\b[^.!?]{0,12}\bbelow\b|\bthe form below\b",
    re.I,
)
_OPENS_MAIL = re.compile(
    r"\b(?:opens?|launch(?:es)?|open(?:ing|ed)|starts?)\b[^.!?]{0,30}\b(?:e-?mail|mail) (?:app(?:lication)?|client|program(?:me)?|software)\b",
    re.I,
)
"""Says that what is filled in is handed to the visitor's own program for mail."""
_SENDS = re.compile(r"submi|\bform\b|\bsend|button|enquir|inquir|request", re.I)
"""Says that it is the form that does so, and no address beside it."""


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
        _card(site),
        _sample(site),
        _unsent(site),
        _unwired(site),
        _by_mail(site),
        _formless(site),
    ):
        if found is not None:
            yield found


_CARD_NUMBER = re.compile(r"\bcard[ _-]?(?:number|no\b|num\b)|\bcc[ _-]?num", re.I)
_CARD_CODE = re.compile(r"\b(?:cvv|cvc|csc)2?\b|\b(?:security|verification)[ _-]?code\b", re.I)
_FOR_WHAT = re.compile(r"\b(?:amount|total|invoice|order|booking|reference|deposit|balance)\b|[£$€₹]\s?\d", re.I)


def _card(site: Site) -> Saying | None:
    """A form of the site's own that asks for a card's number and its code, on a page that leaves out whom one pays, or for what."""
    for page, door in doors_of(site, "form"):
        asked = f"{door.text} | {door.detail}".replace("_", " ")
        if not (_CARD_NUMBER.search(asked) and _CARD_CODE.search(asked)):
            continue
        said = [page.page.title, *(copy.text for copy in page.copy)]
        lacks = [
            what
            for what, there in (
                ("whom one pays", any(site.name_pattern.search(text) for text in said)),
                ("for what", any(_FOR_WHAT.search(text) for text in (asked, *said))),
                ("how to get back", any(link.internal for link in page.page.links)),
            )
            if not there
        ]
        if lacks:
            name = called(site, page)
            return Saying(
                "card",
                f"{name[0].upper()}{name[1:]} asks for a card's number and its security code, and does not say {', '.join(lacks[:-1])}{' or ' * (len(lacks) > 1)}{lacks[-1]}",
                _over(page, door),
                "A bare sheet that wants a card's number and code is what fraud looks like: whoever has ordered stops there, and calls or stays away.",
                "Take it off until the payment service's own page takes the card; say there who is paid, for which invoice, how much, and what comes then.",
                0.95,
            )
    return None


_TEST = "Send yourself a message from it today; then let the form send to a service or program that delivers it."
_LOST = "Whoever filled it in waits for an answer, and nobody hears of it."


def _sample(site: Site) -> Saying | None:
    """A form that is sent to an address for tests or examples."""
    for page, door in doors_of(site, "sample"):
        path = door.detail.partition("/")[2]
        what = (
            "an address that stands in tutorials and for tests"
            if "your" not in path.casefold()
            else "a sample in whose place its own address was to stand"
        )
        title = f"The form on {called(site, page)} is addressed to {door.detail}, {what}: nobody of the company gets what it sends"
        why = "Unless a script sends it elsewhere, whoever filled it in waits for an answer, and what they wrote of themselves went to strangers."
        return Saying("unsent", title, _over(page, door), why, _TEST, 0.93)
    return None


def _unsent(site: Site) -> Saying | None:
    """A form whose target can receive nothing, that has none, or no field of which bears a name."""
    for page, door in (*doors_of(site, "program"), *doors_of(site, "unsent"), *doors_of(site, "nameless")):
        where = f"the form on {called(site, page)}"
        why = _LOST
        if door.kind == "program":
            host, _, path = door.detail.partition("/")
            title = f"The form sends what is filled in to a program, /{path}, and {host} runs none: it hands out files as they are"
        elif door.kind == "nameless":
            title = f"T{where[1:]} sends nothing of what is filled in: none of its fields bears a name, and a browser sends only what has one"
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
