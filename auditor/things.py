"""The things that a site is about, product by product and place by place, and the words that tell them apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from auditor.cues import rare
from auditor.figures import Figure, Kind
from auditor.model import Copy, JudgedPage, PageKind
from auditor.site import Site
from auditor.text import word_count

READ = frozenset(PageKind) - {
    PageKind.BLOG,
    PageKind.CUSTOMERS,
    PageKind.TESTIMONIAL,
    PageKind.DOCS,
    PageKind.INVESTORS,
}
"""Page kinds on which a company speaks of itself; articles and customers' stories speak of others."""

GENERAL = frozenset(
    {
        PageKind.HOME,
        PageKind.ABOUT,
        PageKind.MISSION,
        PageKind.CONTACT,
        PageKind.PRICING,
        PageKind.SUPPORT,
        PageKind.POLICY,
    }
)
"""Page kinds whose facts speak for the whole company unless the sentence says otherwise."""


@lru_cache(maxsize=1 << 13)
def nouns(text: str) -> frozenset[str]:
    """The content words of a name, singular and lower case: what two names can share."""
    found = _WORD.findall(text.casefold())
    return frozenset(map(_singular, found)) - _PLAIN


def _singular(word: str) -> str:
    """A word without the ending of the plural, as near as a comparison of names needs it."""
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word[-1] == "s" != word[-2] else word


_WORD = re.compile(r"[a-z]{3,}")


_PLAIN = frozenset("the and for with our all from your custom new more best free per any this that".split())


SECTION = frozenset(
    """rate policy policie faq question answer direction reservation booking order ordering shipping delivery return warranty
    term condition information info guest area attraction location map contact resource gallery photo special offer event
    home welcome service product capability equipment facility history story team quality price pricing payment help
    support overview detail page website site about history value mission service process step choose promise
    guarantee commitment difference customer client people visit hour open call today started work works things know before
    plan your next start begin get got make see find read learn need want here there what when where which who how why""".split()
)
"""Words of headings and titles that name a section and no thing."""

MOST_THINGS = 400
"""Products, services and places that are told apart by name; a larger catalogue is told apart by its pages."""


def things(site: Site) -> dict[str, frozenset[str]]:
    """Page URL -> the words by which what the page is about differs from what other pages are about.

    Two pages about "Elk Cabin" and "Bear Cabin" are told apart by "elk" and "bear"; a page about a section of the
    site ("Rates and policies") is about nothing in particular and is left out.
    """
    named: dict[str, frozenset[str]] = {}
    for page in site.pages:
        if page.twin_of or page.kind in GENERAL or page.kind not in READ:
            continue
        title = re.split(r"\s+(?:[|–—·»-]|::)\s+", site.name_pattern.sub(" ", page.page.title).strip(" |–—·»-"))[0]
        head = next((copy.text for copy in page.copy if copy.unit.level == 1 and word_count(copy.text) <= 8), "")
        # under the company's name alone a page is about what its title says
        name = nouns(site.name_pattern.sub(" ", head)) - SECTION or nouns(title) - SECTION
        if name:
            named[page.url] = name
    counts = Counter(noun for name in set(named.values()) for noun in name)
    common = {noun for noun, count in counts.items() if count >= 3 and count >= 0.4 * len(named)}
    return {url: (name - common or name) for url, name in list(named.items())[:MOST_THINGS]}


@dataclass(frozen=True)
class Known:
    """The things of a site by the address of their page, or by their name."""

    own: dict[str, frozenset[str]]

    def named(self, said: frozenset[str]) -> frozenset[str]:
        """The thing of the most words that stands among these; empty where none does."""
        held = (thing for word in said for thing in self._by_word.get(word, ()) if thing <= said)
        return max(held, key=lambda thing: (len(thing), sorted(thing)), default=frozenset())

    @cached_property
    def _by_word(self) -> dict[str, list[frozenset[str]]]:
        """Each thing under one of its words, so that a line asks only for those that it may name."""
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for thing in set(self.own.values()):
            found[min(thing)].append(thing)
        return found


_WHOLE = frozenset({Kind.GENERATION, Kind.REPLY, Kind.RADIUS, Kind.SIZE, Kind.RATE, Kind.MONEY})
"""Kinds that a company has once, whatever page it speaks on."""

_WHOLE_FREE = frozenset({"shipping", "consultation", "estimate", "callout", "parking", "wi-fi", "breakfast"})
_EVERY = re.compile(
    r"\b(?:all|every|each|any|both)\b(?! (?:time|days?|weeks?|months?|years?|hours?|others?|about|the time|you|we|in|over|questions?|at|kinds?|types?|sorts?)\b)"
    r"|\b(?:throughout|across) (?:our|the)\b",
    re.I,
)


def holds_for(page: JudgedPage, copy: Copy, figure: Figure, known: Known) -> tuple[frozenset[str], bool]:
    """What a figure holds for (nothing named: the whole company), and whether the text says that it holds for all."""
    whole = (figure.kind in _WHOLE and figure.subject != "quote") or (
        figure.kind is Kind.FREE and figure.subject in _WHOLE_FREE
    )
    if _EVERY.search(copy.text):
        return frozenset(), True
    own = known.own.get(page.url, frozenset())
    named = frozenset[str]() if whole else known.named(nouns(copy.text)) or known.named(nouns(copy.unit.heading))
    if named:
        return named, False
    if whole or page.kind in GENERAL or not own:
        return frozenset(), False
    return own, False


_SUBJECT = rare(
    r"^\W*(?:(?:all|every|each|our|the|your|this|these|any|most|of|for|on|in|free|no)\s+)*((?:[\w'’-]+\s+){0,3}?)(?:(?:is|are|was|has|have|carr(?:y|ies)|comes?|can|may|must|will|takes?|"
    r"starts?|begins?|costs?|covers?|holds?|needs?|ships?|arrives?|leaves?|run|runs|stay|stays)\b|:)",
    re.I,
)
_HELD = re.compile(
    r"\b(?:for|of|on|in)\s+(?:(?:all|every|any|each|our|the|your|an?|both|one|two)\s+)*((?:[a-z'’-]+\s?){1,2})", re.I
)
_GENERIC = (
    frozenset(
        """work order product item client customer booking stay appointment membership member guest repair job project part unit purchase company
    everything quote estimate email mail enquiry inquiry message question call reply response answer day week month night year inbox return refund
    shipping delivery payment total date cost door doors cabin cottage town parking trial standard normal typical turnaround turn lead time
    minimum maximum deposit cancellation notice contract commitment guarantee money back pet dog animal smoking kitchen good them they these
    that this there here you she its it's it we've we'll who what whole half consultation evaluation initial phone free charge fee advance
    full complete fully equipped workmanship labour labor sale final sales departure arrival check out one two three four five six seven eight ten first least home people person needed required requirement nothing house please sorry""".split()
    )
    | SECTION
)


def topic(text: str, end: int) -> frozenset[str]:
    """The things that a line ties a figure to by name: its subject, and what stands behind "for", "on" or "in" after it.

    Empty where it names none but what every house has (orders, guests, work): then it speaks of the whole house.
    """
    found: frozenset[str] = frozenset()
    if subject := _SUBJECT.match(text[:120]):
        found |= nouns(subject[1])
    if held := _HELD.search(re.split(r"[.;!?]", text[end : end + 60])[0]):
        found |= nouns(held[1])
    return found - _GENERIC


def latest_year(site: Site) -> int:
    """The newest year in a copyright line or one that says when a page was updated, 0 without one: the site's "now"."""
    years = [
        int(year)
        for text in site.texts_with(_COPYRIGHT)
        if ("19" in text or "20" in text) and _COPYRIGHT.search(text)
        for year in re.findall(r"\b(?:19[89]\d|20[0-4]\d)\b", text[:1000])
    ]
    return max(years, default=0)


_COPYRIGHT = rare(r"©|\(c\)|\bcopyright\b|\b(?:last|page) updated\b|\beffective (?:date|as of)\b", re.I)
