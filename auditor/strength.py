"""How strong a line of copy is: what in it is specific, and where on the site the strongest lines stand.

A strong line names a result, a customer's own words about one, or hard work that others would rather not take on, and
says how much, how fast, for whom or what. The vendor's own counts (years, clients, stars), third parties' figures,
averages and suppositions add nothing. Points are public (:data:`POINTS`), so that anyone can redo the sum.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from auditor import lexicon, naming
from auditor.concordance import entries
from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Role
from auditor.site import FOCUS_KINDS, Site, is_generic
from auditor.statement import own_words
from auditor.text import word_count, words_unread
from auditor.voices import Quotation, once
from auditor.voices import quoted as quoted_on

POINTS: dict[str, float] = {
    "money": 2.0,
    "share": 2.0,
    "time": 2.0,
    "ratio": 1.5,
    "once": 2.0,
    "hard": 2.5,
    "open": 2.5,
    "scene": 1.5,
    "named customer": 1.0,
    "customer's words": 1.0,
    "own words": 0.5,
}
"""What a line gains by naming this once. A judgement by rank, not a measurement: figures first, then hard cases, then a
face behind it; a scene is what a customer tells was done and when ("dropped it off, ready by lunch"). A line's subject adds 1 for an outcome and 0.5 for a problem."""

STRONG = 2.5
"""Points from which a line is strong: a result with a figure, or a hard case with one more detail."""

MOST_FIGURES = 4.0
"""Most points from figures together: a third number adds nothing."""

OWN_ENOUGH = 3
"""Own words (no stock words) from which a line shows something one can picture."""

_FIGURES = ("money", "share", "time", "ratio", "once")
_SOURCES = FOCUS_KINDS - {PageKind.BLOG, PageKind.PRICING, PageKind.CONTACT}
_ASIDE = (Role.LINK, Role.BUTTON)


@dataclass(frozen=True, slots=True)
class Strong:
    """One strong line. ``kind``: "result", "customer result", "promise" or "hard case"; ``depth``: words above it on its page."""

    page: JudgedPage
    copy: Copy
    kind: str
    points: float
    reasons: tuple[str, ...]
    depth: int
    at_home: bool


def reasons(text: str, *, cite: str = "", quoted: bool = False) -> tuple[str, ...]:
    """What is specific in a line, in the order of POINTS; nothing where its figures are not the vendor's customers'."""
    facts = lexicon.load("specifics")
    if facts.has(text, "third"):
        return ()
    found = _named(text, cite=cite, quoted=quoted)
    if len(own_words(facts.replace(text, " ", "vendor"))) >= OWN_ENOUGH:
        found.add("own words")
    return tuple(reason for reason in POINTS if reason in found)


def _named(text: str, *, cite: str, quoted: bool) -> set[str]:
    """What is specific in a line, but for words of its own."""
    facts = lexicon.load("specifics")
    if facts.has(text):
        bare = facts.replace(text, " ", "vendor")
        found = set(facts.count(bare, *_FIGURES, "hard", "open"))
    else:
        bare, found = text, set[str]()
    if cite:
        found.add("named customer")
    if quoted or cite or facts.has(bare, "voice"):
        found.add("customer's words")
    if quoted and facts.has(bare, "deed") and facts.has(bare, "when"):
        found.add("scene")
    return found


def figures(text: str) -> list[str]:
    """The words of a line that make it strong, exactly as they stand: its figures, or the hard case it names."""
    facts = lexicon.load("specifics")
    bare = facts.replace(text, lambda match: " " * (match.end - match.start), "vendor")
    return [text[match.start : match.end] for match in facts.find(bare, *_FIGURES, "hard", "open")]


def points(label: Label, why: Iterable[str]) -> float:
    """The sum for a line of this label with these reasons."""
    why = list(why)
    counted = min(MOST_FIGURES, sum(POINTS[reason] for reason in why if reason in _FIGURES))
    rest = sum(POINTS[reason] for reason in why if reason not in _FIGURES)
    return counted + rest + {Label.OUTCOME: 1.0, Label.PROBLEM: 0.5}.get(label, 0.0)


@once
def strongest(site: Site) -> list[Strong]:
    """The strong lines of a site, best first: any of them could open the home page. Composite stories, policy talk, links
    and questions are left out.
    """
    found = []
    for page in site.pages:
        if page.twin_of or page.kind not in _SOURCES:
            continue
        depth, seen = 0, set[str]()
        invented, spoken = invented_on(site, page), quoted_on(site, page)
        for copy in page.copy:
            if not copy.unit.region.is_copy:
                continue
            strong = (
                _strong(site, page, copy, depth, quoted=copy.unit.id in spoken)
                if copy.unit.id not in invented
                else None
            )
            if strong is not None:
                found.append(strong)
            depth += words_unread(copy.text, seen)
    return sorted(found, key=_order)


_KINDS = ("customer result", "promise", "hard case", "result")


def _order(entry: Strong) -> tuple[float, int, int, int, str]:
    """More points first; of equals the kind harder to copy, then the shorter line, which is the easier to move."""
    words = word_count(entry.copy.text)
    return -entry.points, _KINDS.index(entry.kind), words, entry.depth, entry.copy.unit.id


def _strong(site: Site, page: JudgedPage, copy: Copy, depth: int, *, quoted: bool) -> Strong | None:
    unit = copy.unit
    if not copy.counted or unit.role in _ASIDE or unit.text.rstrip().endswith("?"):
        return None
    # on a page of customers whoever says "me" is one, with marks or without
    told = page.kind in (PageKind.CUSTOMERS, PageKind.TESTIMONIAL) and _MYSELF.search(unit.text) is not None
    quoted = quoted or told or unit.role is Role.QUOTE or bool(unit.cite)
    if copy.label is Label.OTHER and not quoted:
        return None
    if not quoted and unit.text.rstrip().endswith("!"):
        return None  # a call is no account
    most = points(copy.label, _named(unit.text, cite=unit.cite, quoted=quoted)) + POINTS["own words"]
    if most < STRONG:
        return None  # whatever words of its own it has: most lines end here, before these are looked for
    why = reasons(unit.text, cite=unit.cite, quoted=quoted)
    kind = _kind(site, page, copy, why, quoted)
    total = points(copy.label, why)
    if not kind or total < STRONG:
        return None
    at_home = site.home is not None and page.url == site.home.url
    return Strong(page, copy, kind, total, why, depth, at_home)


def _kind(site: Site, page: JudgedPage, copy: Copy, why: tuple[str, ...], quoted: bool) -> str:
    """What makes the line worth moving, or "" where nothing does.

    A customer's quoted result needs no label: a figure and what he got stand in his own words. All else needs a sure one.
    """
    facts, remedies = lexicon.load("specifics"), lexicon.load("commitments")
    measured = [reason for reason in why if reason in _FIGURES]
    if quoted:
        surely = copy.sure and copy.label is Label.OUTCOME
        if measured and (facts.has(copy.text, "did") or surely):
            return "customer result"
        # what changed for him needs no figure where he says so himself, in words of his own
        if _WISHED.search(copy.text):
            return ""  # what should be is no account of what was
        changed = facts.has(copy.text, "voice", "did", "deed") or lexicon.load("links").has(copy.text, "link", "effect")
        told = (surely and changed and copy.judgement.leading and not is_generic(copy.text)) or "scene" in why
        return "customer result" if told and "own words" in why else ""
    if not copy.sure or ("open" in why and copy.label is not Label.PROBLEM):
        return ""  # what takes away the risk of beginning opens a door, and no home page
    if copy.label is Label.OUTCOME and measured and facts.has(copy.text, "done"):
        return "result"  # its own deed, on whatever page it tells of it
    if page.kind is PageKind.OTHER:
        return ""
    if copy.label is Label.OUTCOME and measured and _somebody(site, page, copy.text):
        return "result"
    if copy.label is Label.FEATURE and "once" in why and (facts.has(copy.text, "enable") or _people(copy.text)):
        return "result"
    if measured and remedies.has(copy.text, "remedy") and _somebody(site, page, copy.text):
        return "" if _told_at_home(site, page, copy.text) else "promise"
    pledged = _somebody(site, page, copy.text) or "SLA" in copy.text
    if pledged and remedies.has(copy.text, "response") and _FAST.search(copy.text) and copy.label is not Label.PROBLEM:
        return "" if _told_at_home(site, page, copy.text) else "promise"
    if "hard" in why and re.search(r"\b(?:we|our|us|you|your|others?|nobody)\b", copy.text, re.I):
        return "hard case"
    return ""


_MYSELF = re.compile(r"\b(?:I|me|my)\b")
_WISHED = re.compile(r"\b(?:goal is|should|must|could|would|ought|if|every|designed to)\b", re.I)
_FAST = re.compile(r"\b(?:minutes?|mins?|hours?|same[- ]day|next[- ]day)\b", re.I)


def _told_at_home(site: Site, page: JudgedPage, text: str) -> bool:
    """True where the home page makes this promise itself, with all its figures in one line or on its first screens."""
    numbers = set(re.findall(r"\d+", text))
    if site.home is None or not numbers:
        return False
    lines, top = _figured_at_home(site)
    if page.url != site.home.url and set[str].intersection(*(lines[number] for number in numbers)) - {text}:
        return True
    return all(top[number] - {text} for number in numbers)


@once
def _figured_at_home(site: Site) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """Figure -> the lines of the home page that it stands in, and those of them on its first two screens."""
    lines, top = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for copy in site.home.copy if site.home else ():
        for number in re.findall(r"\d+", copy.text) if copy.unit.region.is_copy else ():
            lines[number].add(copy.text)
            if copy.unit.region in (Region.FIRST, Region.SECOND):
                top[number].add(copy.text)
    return lines, top


def _people(text: str) -> bool:
    """True where people other than the reader do something: "Patrons stack books on a kiosk pad"."""
    return bool(lexicon.load("served").find(text, "people", "organisations"))


def _somebody(site: Site, page: JudgedPage, text: str) -> bool:
    """True where a result is somebody's: the vendor's, the reader's or a named customer's, not a fact of the world."""
    if page.kind in (PageKind.CUSTOMERS, PageKind.TESTIMONIAL) or site.name_pattern.search(text):
        return True
    if re.search(r"\b(?:we|our|us|you|your|my)\b", text, re.I) or lexicon.load("served").has(text, "customers"):
        return True
    return bool(re.search(r"[A-Z][a-z]+ [A-Z][a-z]+|\b(?:at|for|with) [A-Z][a-z]\w+", text))


def invented_on(site: Site, page: JudgedPage) -> frozenset[str]:
    """The units of a section that says of itself that its stories are composite, or its names withheld.

    A section runs from the heading above such a note to the next heading of the same or a higher level.
    """
    return _invented(site).get(page.url, _NOTHING)


_NOTHING = frozenset[str]()


@once
def _invented(site: Site) -> dict[str, frozenset[str]]:
    """:func:`invented_on`, page by page; most have none."""
    facts = lexicon.load("specifics")
    notes = {text for text in site.texts_with(entries("specifics", "composite")) if facts.has(text, "composite")}
    found = {page.url: _sections(page, notes) for page in site.pages if not page.twin_of} if notes else {}
    return {url: units for url, units in found.items() if units}


def _sections(page: JudgedPage, notes: Set[str]) -> frozenset[str]:
    """The units of the sections of a page in which one of these notes stands."""
    found: set[str] = set()
    starts: dict[int, None] = {}
    start = 0
    for place, copy in enumerate(page.copy):
        if copy.unit.level:
            start = place
        if copy.text in notes:
            found.add(copy.unit.id)
            starts[start] = None
    for start in starts:  # each once: sections nest no deeper than headings have levels
        level = page.copy[start].unit.level or 6
        for other in page.copy[start + 1 :]:
            if 0 < other.unit.level <= level:
                break
            found.add(other.unit.id)
    return frozenset(found)


ALIKE = 0.6
"""Two lines that share this much of their own words are one line told twice."""


def alike(line: str, other: str) -> bool:
    """Whether two lines tell the same: by their own words, or by the same figures and one own word."""
    return _same(*_said(line), *_said(other))


def _said(text: str) -> tuple[set[str], set[str]]:
    """The own words of a line, and its figures."""
    told = {re.sub(r"[\s-]+", " ", part.casefold()).rstrip("s") for part in figures(text)}
    return {word.casefold() for word in own_words(text)}, told


def _same(own: set[str], told: set[str], other: set[str], other_told: set[str]) -> bool:
    if own and other and len(own & other) > ALIKE * min(len(own), len(other)):
        return True
    figured = {part for part in told & other_told if re.search(r"\d", part)}
    return bool(figured) and told == other_told and bool(_roots(own) & _roots(other))


def _roots(words: set[str]) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s)$", "", word)[:6] for word in words if not re.search(r"\d", word)}


def called(site: Site, page: JudgedPage) -> str:
    """A page as one says it: "the home page", "the page “Services”"."""
    if site.home is not None and page.url == site.home.url:
        return "the home page"
    title = distinct_title(site, page)
    return f"the page “{title if len(title) <= 50 else title[:47].rstrip() + '…'}”"


_SEPARATOR = re.compile(r"\s+(?:[|–—·»-]|::)\s+")


def distinct_title(site: Site, page: JudgedPage) -> str:
    """What names this page and no other: a part of its title, else its first heading, else the end of its address."""
    names, common = _page_names(site)
    heading = next((copy.text for copy in page.copy if copy.unit.level == 1 and copy.unit.region.is_copy), "")
    for part in (*_SEPARATOR.split(page.page.title), heading):
        plain = naming.key(part)
        if plain and common[plain] == 1 and plain not in names:
            return " ".join(part.split())
    path = unquote(urlsplit(page.url).path.rstrip("/"), errors="replace")
    slug = path.rsplit("/", 1)[-1]
    return (slug if slug.isprintable() and not re.search(r"[<>“”]", slug) else "") or page.url


@once
def _page_names(site: Site) -> tuple[frozenset[str], Counter[str]]:
    """(the site's own names and the parts of its home page's title; on how many pages a title's part or heading stands)."""
    count: Counter[str] = Counter()
    for page in site.pages:
        heading = [copy.text for copy in page.copy if copy.unit.level == 1 and copy.unit.region.is_copy][:1]
        count.update({naming.key(part) for part in (*_SEPARATOR.split(page.page.title), *heading)})
    home = _SEPARATOR.split(site.home.page.title) if site.home else []
    return frozenset(naming.key(name) for name in (*site.names, *home)), count


def tells_result(entry: Quotation) -> bool:
    """Whether a customer's words tell a result: a figure with what he got, or a line that is surely an outcome."""
    return any(map(is_result, entry.copies))


def is_result(copy: Copy) -> bool:
    """Whether one line of a customer's words tells the result."""
    facts, lists = lexicon.load("specifics"), lexicon.load("vouchers")
    bare = facts.replace(copy.text, " ", "vendor")
    if facts.has(bare, *_FIGURES) and (lists.has(copy.text, "told") or _FIRST.search(copy.text)):
        return True
    if facts.has(copy.text, "did") and _FIRST.search(copy.text):
        return True
    return copy.label is Label.OUTCOME and copy.sure and not is_generic(copy.text)


_FIRST = re.compile(r"\b(?:I|me|my|we|us|our)\b", re.I)
