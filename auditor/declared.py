"""What a site tells search engines and browsers of its pages: titles and descriptions that are missing, another page's, or cut off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor import lexicon, slips, spelling
from auditor.audit import quote
from auditor.model import Copy, JudgedPage, Quote, Region, Role
from auditor.places import Hit, Spot
from auditor.site import Site


def told(site: Site) -> Iterator[Hit]:
    """Pages without a title, with a title that names nobody, and with one or a description that is not theirs."""
    yield from _nameless(site)
    yield from _unnamed(site)
    yield from _declared(site)


def _nameless(site: Site) -> Iterator[Hit]:
    """Pages without a title that visitors are led to, as one: the first by its first heading, or by how its copy begins."""
    bare: list[tuple[JudgedPage, Copy]] = []
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.page.title.strip() or page.clicks is None or page.twin_of:
            continue
        copies = [copy for copy in page.copy if copy.unit.region.is_copy] or page.copy
        if copies:
            bare.append((page, next((copy for copy in copies if copy.unit.role is Role.HEADING), copies[0])))
    if bare and len(bare) < len(site.pages):
        page, copy = bare[0]
        yield Hit("nameless", Spot(copy.text, quote(copy), page, 0.8), copy.text, times=len(bare))


def _declared(site: Site) -> Iterator[Hit]:
    """Titles and descriptions that a tool or another site left behind pages, and the home page's title on others."""
    left = lexicon.load("leftovers")
    texts = {copy.text for page in site.pages for copy in page.copy if copy.unit.region is not Region.FOOTER}
    said = {word for text in texts for word in _LONG.findall(text.casefold())}
    places: dict[tuple[str, str, str], list[JudgedPage]] = defaultdict(list)
    titled: dict[str, list[JudgedPage]] = defaultdict(list)
    for page in site.pages:
        if page.page.title and not page.twin_of:
            titled[page.page.title].append(page)
        for text, source in ((page.page.title, "title"), (page.page.description, "meta description")):
            words = set(_LONG.findall(text.casefold()))
            strange = source != "title" and len(said) >= KNOWN and len(words) >= FOREIGN_WORDS and not words & said
            if text and (strange or left.has(text, "untitled")) and not spelling.is_foreign(text):
                places["untitled" if source == "title" else "foreign", text, source].append(page)
    own = {word for name in (site.name, *site.names) for word in _LONG.findall(name.casefold())}
    for title, pages in titled.items():
        label = set(_LONG.findall(title.casefold())) - own
        others = [page for page in pages if not label & _shown(site, page)]
        owned = "home" in label or any(label <= _shown(site, page) for page in pages if page is not site.home)
        if owned and label and 0 < len(others) < len(pages):
            places["called", title, "title"] = others
    for (kind, text, source), pages in places.items():
        spot = Spot(text, Quote(text, pages[0].url, source), pages[0], 0.8)
        yield Hit(kind, spot, text, times=len(pages))


def _unnamed(site: Site) -> Iterator[Hit]:
    """Titles that do not say whose page it is, where most do not: as one, by the first."""
    if site.name == site.host:
        return  # what it is called is not known
    titled = {page.page.title: page for page in reversed(site.pages) if page.page.title and not page.twin_of}
    if bare := slips.bare_titles(list(titled), site.called):
        page = titled[bare[-1]]
        yield Hit("unnamed", Spot(bare[-1], Quote(bare[-1], page.url, "title"), page, 0.8), bare[-1], times=len(bare))


def _shown(site: Site, page: JudgedPage) -> set[str]:
    """The longer words of a page's address and headings of first rank, and "home" of the home page."""
    headings = [copy.text for copy in page.copy if copy.unit.role is Role.HEADING and copy.unit.level == 1]
    path = urlsplit(page.url).path + " home" * (page is site.home)
    return set(_LONG.findall(" ".join((path, *headings)).casefold()))


_LONG = re.compile(r"[a-z]{4,}")
KNOWN, FOREIGN_WORDS = 100, 4
"""Different longer words of a site's copy, and of a description that has none of them, for that to be about another site."""


ENOUGH = 4
"""Words at the end of a description that must stand in the page's copy for the copy to say how they go on: a judgement."""


def severed(site: Site) -> Iterator[Hit]:
    """Descriptions for search engines that break off in a word, as the site's own copy shows, which goes on."""
    copy = "\n".join({" ".join(copy.text.split()) for page in site.pages for copy in page.copy})
    pages: dict[str, list[JudgedPage]] = defaultdict(list)
    for page in site.pages:
        if page.page.description[-1:].isalpha() and not page.twin_of:
            pages[page.page.description].append(page)
    for text, found in pages.items():
        last = text.split()[-ENOUGH:]
        if len(last) == ENOUGH and re.search(rf"(?<!\w){re.escape(' '.join(last))}[^\W\d_]", copy):
            spot = Spot(text, Quote(text, found[0].url, "meta description"), found[0], 0.8)
            yield Hit("severed", spot, "… " + " ".join(last), times=len(found))
