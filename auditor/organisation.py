"""What kind of organisation a site is of, and so what those are called whom it serves.

A club has members, a college has students and a nursery has families; to call them customers loses the room. The kind is told by facts alone: by
the organisation's name, by what it says of itself in its own voice (what a gift to it does, "our club"), or by asking
for gifts on most of its pages. In doubt it is a company. Audits speak of customers and companies;
:meth:`Organisation.speak` puts the fitting words in.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from auditor import lexicon, naming
from auditor.concordance import entries
from auditor.cues import rare
from auditor.model import Copy, Label, PageKind, Region
from auditor.site import Site, is_counted
from auditor.voices import LONG, TEACHING, once, quoted, share_of_lines

GIVING = 0.5
"""Share of the pages that ask for a gift from which gifts are what the organisation lives on.

A judgement."""

MIN_PAGES = 3
"""Pages without which that share says nothing."""

SAID = 2
"""Lines in which a club or a congregation speaks of itself as one from which it is one."""

SPOKEN, SPOKEN_PAGES = 6, 3
"""Lines that speak of "the club", and pages with one, from which a site that speaks of its committee or meeting of members is a club's,
whatever its name. A judgement."""

MOSTLY, OFTEN = 3, 10
"""How many times as many lines speak of children, pupils and parents as of students, and how many of them, where a school's name would
be one of grown people ("academy"), and it teaches children. Judgements."""

GATHERED = 0.05
"""Share of lines with a word of worship without which "our ministry" names no congregation."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kind of organisation: its name, one of those it serves, several of them, and what it is called itself."""

    kind: str
    one: str
    many: str
    house: str
    small: bool = False
    """Whether small children are looked after there."""

    @property
    def sells(self) -> bool:
        """True for a company: it has buyers, prices and terms of sale."""
        return self.kind == "company"

    @property
    def named(self) -> str:
        """What it is called, with its article: "an organisation"."""
        return f"a{'n' * (self.house[0] in 'aeiou')} {self.house}"

    def speak(self, text: str) -> str:
        """Our own words in this organisation's; what stands between “ and ” is the site's, and stays."""
        if self.sells or not text:
            return text
        parts = re.split(r"(“[^”]*”)", text)
        return "".join(part if part.startswith("“") else self._said(part) for part in parts)

    def _said(self, text: str) -> str:
        if self.many.startswith("people "):
            text = re.sub(r"\b(?:the )?customer focus\b", f"care for the {self.many}", text)
            text = _OF_ONE.sub(lambda m: f"{_article(m[1])}{m[2]} of somebody it serves", text)
            text = _THE_ONE.sub(f"the {self.many}", _SOME_ONE.sub("somebody it serves", text))
            text = _ITS.sub(f"the {self.many}", text)
            text = _BARE.sub(lambda m: m[1] + "the " + self.many, text)
        text = _ONE.sub(lambda m: _cased(m[0], self.one), _MANY.sub(lambda m: _cased(m[0], self.many), text))
        text = re.sub(r"\b([Aa]) company\b", lambda m: m[1] + self.named[1:], text)
        return re.sub(r"\b[Cc]ompany\b", lambda m: _cased(m[0], self.house), text)


_OF_ONE = re.compile(r"\b(a|one|no|the) (?:customer|client|buyer)['’]s ((?:\w+ or )?\w+)")
_THE_ONE = re.compile(r"\bthe (?:customer|client|buyer)\b(?!['’])")
_SOME_ONE = re.compile(r"\ba (?:customer|client|buyer)\b(?!['’])")
_ITS = re.compile(r"\b(?:its|their) (?:customers|clients|buyers)\b(?!['’])")
_BARE = re.compile(r"(\b(?:about|for|of|to|its|from|by|with|and|what|that) )(?:customers|clients|buyers)\b(?!['’])")
_ONE = re.compile(r"\b(?:customer|client|buyer)\b", re.I)
_MANY = re.compile(r"\b(?:customers|clients|buyers)\b", re.I)


def _article(word: str) -> str:
    return "the " if word == "the" else "no " if word == "no" else "a "


def _cased(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() else new


COMPANY = Organisation("company", "customer", "customers", "company")
KINDS = {
    "charity": Organisation("charity", "person it serves", "people it serves", "organisation"),
    "club": Organisation("club", "member", "members", "club"),
    "faith": Organisation("faith", "visitor", "visitors", "community"),
    "school": Organisation("school", "student", "students", "school"),
    "nursery": Organisation("school", "family", "families", "school", small=True),
    "young": Organisation("school", "family", "families", "school"),
    "public": Organisation("public", "resident", "residents", "authority"),
}
"""The kinds that are no companies, and their words. Whoever teaches children, small ones or older, answers to families."""


@once
def organisation(site: Site) -> Organisation:
    """The kind of organisation that a site is of: its name first, then what it says of itself, then what it asks for."""
    words = lexicon.load("organisations")
    name = naming.short(site.name)
    if name == site.host:  # the home page's title may tell it all the same
        name = _TITLE.split(site.home.page.title.strip())[0] if site.home else ""
    if name:
        for kind in ("club", "faith", "school", "public"):
            if words.has(name, kind):
                return _school(site, name) if kind == "school" else KINDS[kind]
    together: dict[str, int] = {"ourclub": 0, "ourchurch": 0}
    gifts = governed = False
    clubs: dict[str, int] = {}
    for page, copy in site.lines_with(entries("organisations")):
        text = copy.text[:LONG]
        if not is_counted(page, copy) or page.kind in TEACHING or page.kind is PageKind.POLICY or not words.has(text):
            continue
        if copy.unit.id in quoted(site, page):
            continue
        gifts = gifts or words.has(text, "gifts")
        governed = governed or words.has(text, "governed")
        if words.has(text, "theclub"):
            clubs[page.url] = clubs.get(page.url, 0) + 1
        for group in together:
            together[group] += words.has(text, group)
        said = page.kind in _OWN_PAGES and copy.sure and copy.label in (Label.COMPANY, Label.OUTCOME)
        own = _OURS.search(text) or site.name_pattern.search(text)
        if said and own and words.has(text, "charity", "together"):
            return KINDS["charity"]
    if any(
        copy.unit.region is Region.FOOTER and _REGISTERED.search(copy.text[:LONG])
        for _, copy in site.lines_with(_REGISTERED)
    ):
        return KINDS["charity"]
    spoken = governed and len(clubs) >= SPOKEN_PAGES and sum(clubs.values()) >= SPOKEN
    if together["ourclub"] >= SAID or spoken:
        return KINDS["club"]
    if together["ourchurch"] >= SAID and share_of_lines(site, "congregation") >= GATHERED:
        return KINDS["faith"]
    give = site.lines_with(entries("organisations", "give"))
    asks = {
        page.url
        for page, copy in give
        if copy.unit.region is not Region.OVERLAY and words.has(copy.text[:LONG], "give")
    }
    asking = sum(
        page.url in asks or any(words.has(link.text[:LONG], "give") for link in page.page.links) for page in site.pages
    )
    if gifts and asking:
        return KINDS["charity"]  # a shop may speak of a buyer's gift, and asks for none
    return KINDS["charity"] if len(site.pages) >= MIN_PAGES and asking >= GIVING * len(site.pages) else COMPANY


def _school(site: Site, name: str) -> Organisation:
    """A school by the words for those whom it teaches; a nursery that does not speak of children grows plants."""
    words = lexicon.load("organisations")
    young, grown = (
        sum(
            is_counted(page, copy) and words.has(copy.text[:LONG], group)
            for page, copy in site.lines_with(entries("organisations", group))
        )
        for group in ("children", "students")
    )
    if words.has(name, "plants-too") and young < SAID:
        return COMPANY
    if words.has(name, "small-children"):
        own = _SMALL.search(name)
        return replace(KINDS["nursery"], house=own[0].lower()) if own else KINDS["nursery"]
    if words.has(name, "grown"):  # an academy's name is weaker than what all its lines speak of
        return KINDS["young" if young >= OFTEN and young > MOSTLY * grown else "school"]
    return KINDS["nursery" if young > grown else "school"]


_SMALL = re.compile(r"\b(?:nursery|kindergarten|pre-?school|play-?group)\b", re.I)
"""What a house for small children is called by its own name, and in our words then."""

_TITLE = re.compile(r"\s*(?:[,|:·]| [–—-] )")
"""Where the name at the head of a title ends."""

_REGISTERED = rare(
    r"(?:^|[|·.,:;©] ?|\bis an? )(?:uk |scottish |english )?registered charity\b\W{0,3}(?:[a-z]+\W{1,3}){0,5}(?:sc)?\d{5,7}\b",
    re.I,
)
"""The number of the register in a site's own footer."""

_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)
_OWN_PAGES = (PageKind.HOME, PageKind.ABOUT, PageKind.MISSION, PageKind.OTHER)


RECEIVED = 8
"""Lines that speak of guests or of a place that people come to from which a house receives people."""


@once
def received(site: Site) -> tuple[Copy, ...]:
    """The lines that speak of guests or of a place that people come to."""
    loose = lexicon.load("loose")
    return tuple(
        copy
        for page, copy in site.lines_with(entries("loose", "receives"))
        if (page.kind not in TEACHING or page.kind is PageKind.POLICY) and copy.unit.region.is_copy
        if loose.has(copy.text[:LONG], "receives")
    )


def receives(site: Site) -> bool:
    """True for a house that people come to: enough of its lines say so."""
    return len(received(site)) >= RECEIVED


OF_THINGS = rare(
    r"\b(?:p\.?c|computers?|laptops?|macs?|i?phones?|mobiles?|tablets?|gadgets?|devices?|tech|data|web(?:site)?s?|tvs?|cameras?|consoles?|cars?|auto|vehicles?|vans?|"
    r"bikes?|bicycles?|cycles?|boats?|caravans?|engines?|ty?res?|tires?|dents?|windscreens?|windows?|doors?|glass|glazing|roofs?|drains?|boilers?|lawns?|hedges?|trees?|"
    r"plants?|roses?|shrubs?|gardens?|carpets?|leather|shoes?|boots?|handbags?|sofas?|furniture|books?|irons?|watch(?:es)?|clocks?|dolls?|toys?|teddy(?: bears?)?|"
    r"pianos?|guitars?|instruments?|jeans|denim|knives|knife|golf|screens?)['’]?s? (?:clinics?|doctors?|dr|surger(?:y|ies)|surgeons?|hospitals?|medics?|physicians?|nurser(?:y|ies)|rehab)\b",
    re.I,
)
"""What mends or grows things under a name from medicine or the care of children: a computer clinic has no patients."""


@once
def bound_to_secrecy(site: Site) -> bool:
    """Whether professional secrecy may forbid to name those served: told by its name, or by title and headline of its home page."""
    if not site.home:
        return False
    top = [copy.text for copy in site.home.copy if copy.unit.level in (1, 2)][:6]
    name, *said = (
        OF_THINGS.sub(" ", text) for text in (site.name, site.home.page.title, site.home.page.description, *top)
    )
    words = lexicon.load("organisations")
    return words.has(name, "secret") or sum(words.has(text, "secret") for text in said) > 1


_SERVED = rare(r"\b(customer|client|patient|guest|member|student)s\b", re.I)
_ITS_OWN = rare(r"\b(?:our|my) (?:[\w-]+ )?(member|student)s\b", re.I)
"""Members and students may be another's."""


@once
def served(site: Site) -> str:
    """What the site calls one of those it serves: "customer", unless it says another word much more often."""
    counts: Counter[str] = Counter()
    others = {"member", "student"}
    for page, copy in site.lines_with(_SERVED, _ITS_OWN):
        if is_counted(page, copy):
            counts.update(word.lower() for word in _SERVED.findall(copy.text[:LONG]))
            others.difference_update(word.lower() for word in _ITS_OWN.findall(copy.text[:LONG]))
    best = max(sorted(counts.keys() - others), key=lambda word: counts[word], default="customer")
    return best if counts[best] >= 3 and counts[best] > 1.5 * counts["customer"] else "customer"
