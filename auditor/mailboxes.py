"""Mailboxes that are not where the site is: of another house on some of its pages, or of one that is nearly the site's own.

An address for mail is another's only beside one of the house's own: a firm may well have all its mail with its parent, its
provider or the firm that bought it. Free mailboxes are of no house.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from rapidfuzz.distance import OSA

from auditor import naming
from auditor.addresses import MAIL
from auditor.model import Copy, PageKind, Region
from auditor.site import Site
from auditor.text import word_count

ON_PAGES = 2
"""Pages that give one house's mailbox and not the other's from which neither is a slip."""

MOST_WORDS = 6
"""Words of a line that gives a mailbox to write to, and does not tell of somebody's: "Email: shop@hill.example"."""

SLIP = 2
"""Letters by which two houses differ at most that are taken for each other."""

SHARED, SHORTEST = 6, 8
"""Letters with which two houses begin, and the letters of the shorter one, from which one is taken for the other: judgements."""

_FREE = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|outlook|hotmail|live|msn|icloud|me|mac|aol|gmx|proton(?:mail)?|zoho|fastmail|"
    r"(?:bt|o2|sky|tesco)(?:internet|connect|)|[\w-]*(?:broadband|net)|virginmedia|ntlworld|talktalk|comcast|verizon|att|sbcglobal|cox|charter|example|company|domain)\."
)
"""Houses where anybody has a mailbox, those that sell the line into the house, and those of examples."""

_LENT = re.compile(
    r"\.(?:github\.io|gitlab\.io|netlify\.app|pages\.dev|web\.app|wixsite\.com|weebly\.com|wordpress\.com|blogspot\.com|square\.site|business\.site|godaddysites\.com|myshopify\.com|jimdo\w*\.com|webflow\.io|vercel\.app)$"
)
"""Hosts whose name before the point is no house of its own."""


_OTHERS = (PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG, PageKind.CUSTOMERS)
"""Pages that may name somebody else's mailbox for a reason: an authority's, a parent firm's, a customer's."""


class Elsewhere(NamedTuple):
    """A mailbox of another house, its line, on how many pages it stands, and what is the house's own: a mailbox and its line, or the host."""

    mailbox: str
    copy: Copy
    pages: int
    own: str
    own_copy: Copy | None


def elsewhere(site: Site) -> Elsewhere | None:
    """The mailbox of another house that pages give in place of the site's own, or that is nearly the site's own."""
    houses: dict[str, dict[str, tuple[str, Copy]]] = defaultdict(dict)
    for page in site.pages:
        if page.twin_of or page.kind in _OTHERS:
            continue
        for copy in page.copy:
            if "@" not in copy.text or copy.unit.region is Region.OVERLAY:
                continue
            for mailbox in MAIL.findall(copy.text):
                house = mailbox.rpartition("@")[2].casefold()
                if not _FREE.match(house):
                    houses[house].setdefault(page.url, (mailbox, copy))
    return _in_place(site, houses) or _nearly(site, houses)


def _in_place(site: Site, houses: dict[str, dict[str, tuple[str, Copy]]]) -> Elsewhere | None:
    """Of two houses, the one that is not the site's own, where no page gives both."""
    if len(houses) != 2 or any(len(places) < ON_PAGES for places in houses.values()):
        return None
    name = naming.key(site.name)
    own = [house for house in houses if _akin(_stem(house), name) or _stem(house) == _stem(site.host)]
    if len(own) != 1:
        return None
    (other,) = (house for house in houses if house not in own)
    told_of = any(word_count(copy.text) > MOST_WORDS for _, copy in houses[other].values())
    if told_of or houses[other].keys() & houses[own[0]].keys():
        return None
    (mailbox, copy), (its_own, own_copy) = (next(iter(houses[house].values())) for house in (other, own[0]))
    return Elsewhere(mailbox, copy, len(houses[other]), its_own, own_copy)


def _nearly(site: Site, houses: dict[str, dict[str, tuple[str, Copy]]]) -> Elsewhere | None:
    """A house whose name is nearly that of the site's host, where no mailbox is of the host's own."""
    stem = _stem(site.host)
    if "." not in site.host or _LENT.search(site.host) or len(stem) < SHORTEST or len(houses) != 1:
        return None
    ((house, places),) = houses.items()
    its = _stem(house)
    if its == stem or len(its) < SHORTEST:
        return None
    shared = (
        len(its) > SHARED
        and its[:SHARED] == stem[:SHARED]
        and (its.startswith(stem[:-SLIP]) or stem.startswith(its[:-SLIP]))
    )
    if not shared and OSA.distance(its, stem, score_cutoff=SLIP) > SLIP:
        return None
    mailbox, copy = next(iter(places.values()))
    return Elsewhere(mailbox, copy, len(places), site.host.removeprefix("www."), None)


def _stem(host: str) -> str:
    """The name of a host without what stands around it: "hillfarm" of "www.hill-farm.co.uk"."""
    parts = host.casefold().removeprefix("www.").split(".")
    rest = parts[:-1]
    if len(rest) > 1 and len(rest[-1]) <= 3:  # "co.uk"
        rest = rest[:-1]
    return re.sub(r"\W", "", rest[-1]) if rest else parts[0]


def _akin(stem: str, name: str) -> bool:
    return len(stem) > SLIP + 1 and len(name) > SLIP + 1 and (stem in name or name in stem)
