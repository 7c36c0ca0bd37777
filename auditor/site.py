"""What an audit may see: the judged pages of one site and the facts computed once from them.

A :class:`Site` is immutable and holds no HTML, network or settings. It is assembled after labelling: repeats are
counted once, near-identical template pages are clustered, the company's names are settled, and clicks from the home
page are counted along the pages' own links.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from msgspec import structs
from rapidfuzz.distance import OSA

from auditor import lexicon, naming, spelling
from auditor.concordance import Concordance, Sought
from auditor.layout import Layout, lay_out
from auditor.leftovers import leftover, notes
from auditor.model import Copy, JudgedPage, Judgement, Label, Page, PageKind, Readable, Region, Skip, SkipReason
from auditor.text import only_counts, word_count

if TYPE_CHECKING:
    from auditor.classify import ShareModel

FOCUS_KINDS = frozenset(
    {
        PageKind.HOME,
        PageKind.PRODUCT,
        PageKind.SERVICE,
        PageKind.SOLUTION,
        PageKind.PRICING,
        PageKind.ABOUT,
        PageKind.MISSION,
        PageKind.CUSTOMERS,
        PageKind.TESTIMONIAL,
        PageKind.BLOG,
        PageKind.CONTACT,
        PageKind.OTHER,
    }
)
"""Page kinds whose copy counts towards focus; policy, docs, support, careers and investors have their own bars."""

SELLING_KINDS = frozenset({PageKind.HOME, PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION, PageKind.PRICING})
"""Page kinds that a buyer reads to decide."""

_WORD = re.compile(r"[^\W\d_][\w&'’.-]*")
_SHORT_FORM = re.compile(r"(?<![\w.-])[A-Z][A-Z&]{1,5}(?![\w-])")
SHARED_TITLE = 0.3
"""Share of the pages whose titles must share a part for it to count as a name once for each."""

CALLED = 3
"""Lines, on two pages or more, in which the first word of a name stands alone inside a sentence, for it to be a form of it.

A judgement."""

SLIP, SHORTEST_BORNE = 2, 10
"""Letters by which two spellings of one name differ at most, and the letters that such a name has at least: judgements."""

MOST_NAMES = 4
"""Names of a company that are believed, and other spellings of them."""

_TITLE_PARTS = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*|\s*[»›]\s*")
_TOWN = re.compile(r"[A-Z][\w.'’ &-]+(?:, (?!PA|PC|SA|NV|AG|BV)(?:[A-Z]{2}|UK|USA)(?: \d{5})?|(?<=s) in [A-Z][\w' -]+)")
SHORT_FORM = 3
"""Pages on which a word in capitals stands that is a short form of the trade ("NFC"), and no name, if on more."""

PARTIAL = 0.2
"""Share of the linked pages missing from a folder above which it holds a part of the site: a judgement."""


@dataclass(frozen=True)
class Site:
    """One site, as audits see it. ``pages`` stand in URL order; ``home`` is None where the start page was not kept.

    ``correction`` knows the classifier's errors on held-out sites; without it shares are as counted. ``rivals`` are
    names that the person who runs the audit gave, ``comments`` says whether he wants those in the pages' source read.
    """

    host: str
    name: str
    names: tuple[str, ...]
    pages: tuple[JudgedPage, ...]
    home: JudgedPage | None = None
    correction: ShareModel | None = None
    rivals: tuple[str, ...] = ()
    comments: bool = False
    missing: frozenset[str] = frozenset()
    """Pages of the site that its pages link to and that are not there (:func:`missing_pages`)."""
    copied: bool = False
    """Whether the pages are files of a folder: what is missing there may stand on the server."""

    @property
    def read(self) -> str:
        """How many pages were read, as it is told: "27 pages", "one page"."""
        return f"{len(self.pages):,} pages" if len(self.pages) != 1 else "one page"

    def of_kind(self, *kinds: PageKind) -> tuple[JudgedPage, ...]:
        """Pages of these kinds, in URL order, twins left out."""
        return tuple(page for page in self.pages if page.kind in kinds and not page.twin_of)

    def copy(self, *kinds: PageKind) -> Iterator[tuple[JudgedPage, Copy]]:
        """Every counted unit of the copy proper (first screen to the end of main), of these kinds or of all."""
        for page, units in self._counted:
            if not kinds or page.kind in kinds:
                for unit in units:
                    yield page, unit

    @cached_property
    def _counted(self) -> list[tuple[JudgedPage, list[Copy]]]:
        return [
            (page, [unit for unit in page.copy if unit.counted and unit.unit.region.is_copy])
            for page in self.pages
            if not page.twin_of
        ]

    def lines_with(self, *sought: Sought, home_first: bool = False) -> Iterator[tuple[JudgedPage, Copy]]:
        """The lines of all pages, in their order or the home page's first, in which any of this is found.

        Of long ones (:data:`auditor.concordance.CUT`) all: who reads less than all of them has to look again.
        """
        return self._concordance.lines_with(sought, self.home if home_first else None)

    def pages_with(self, *sought: Sought) -> Collection[JudgedPage]:
        """The pages on which any of these lines stands, in their order."""
        return {page.url: page for page, _ in self.lines_with(*sought)}.values()

    def texts_with(self, *sought: Sought) -> Iterator[str]:
        """What these lines say, each text once."""
        return self._concordance.texts_with(sought)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that stands on any page, once; twins' too."""
        return self._concordance.texts

    @cached_property
    def _concordance(self) -> Concordance:
        return Concordance(self.pages)

    def words(self, *kinds: PageKind) -> int:
        """How many words :meth:`copy` has."""
        return sum(count for kind, count in self._words if not kinds or kind in kinds)

    @cached_property
    def _words(self) -> list[tuple[PageKind, int]]:
        return [(page.kind, sum(word_count(unit.text) for unit in units)) for page, units in self._counted]

    def page(self, url: str) -> JudgedPage | None:
        """The page of this URL, if it was kept."""
        return self._by_url.get(url)

    @cached_property
    def _by_url(self) -> dict[str, JudgedPage]:
        return {page.url: page for page in self.pages}

    @cached_property
    def called(self) -> tuple[str, ...]:
        """Every form of the company's name, longest first: as given and declared, and the short forms its copy uses."""
        given = [name for name in dict.fromkeys((self.name, *self.names)) if len(name) > 1]
        found = {form for name in given for form in naming.forms(name)}
        behind = re.compile(naming.pattern(found).pattern + r"[\s,“\"]*\((?-i:[“\"]?([A-Z][A-Z&]{1,5})[”\"]?)\)", re.I)
        initials = {form for name in given for form in naming.initials(name)}
        told: Counter[str] = Counter()
        for text in self.lines:
            if "(" in text:
                found.update(match[1] for match in behind.finditer(text))
            if initials and not text.isupper():
                told.update(initials.intersection(_SHORT_FORM.findall(text)))
        found |= {form for form in told if told[form] >= 2}
        found |= {head for name in given if (head := self._head(name))}
        return tuple(sorted(found, key=lambda form: (-len(form), form)))

    def _head(self, name: str) -> str:
        """The first word of a name, where the copy calls the company by it alone; else ""."""
        head, _, rest = naming.short(name).partition(" ")
        words = lexicon.load("names")
        if (
            not rest
            or len(head) < 4
            or head.isupper()
            or head.casefold() in naming.LEAD | self.small_words
            or words.has(head, "place", "town")
        ):
            return ""
        alone = re.compile(rf"[a-z,] {re.escape(head)}(?:['’]s)?(?= [a-z]|[.,;:!?](?: |$))")
        held = [text for text in self.lines if head in text]
        if any(re.search(rf"\b(?:in|across|throughout|around|near) {re.escape(head)}\b", text) for text in held):
            return ""  # a place
        said = [self.lines[text] for text in held if alone.search(text)]
        return head if len(said) >= CALLED and len({place for places in said for place in places}) > 1 else ""

    @cached_property
    def lines(self) -> dict[str, tuple[int, ...]]:
        """Every text that stands on the site, with the places of its pages in ``pages``; twins left out."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, page in enumerate(self.pages):
            if not page.twin_of:
                for text in dict.fromkeys(copy.text for copy in page.copy):
                    found[text].append(place)
        return {text: tuple(places) for text, places in found.items()}

    def framed(self, text: str) -> bool:
        """Whether a line stands on most of the pages (more than half, and more than two): no page's own, whatever its region."""
        return len(self.lines.get(text, ())) > max(2, len(self.pages) // 2)

    @cached_property
    def _told_words(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that it writes small somewhere, and those in capitals on more than SHORT_FORM pages."""
        small, known, shouted = set[str](), set[str](), set[str]()
        capitals: dict[str, set[int]] = defaultdict(set)
        for text, places in self.lines.items():
            words = set(_WORD.findall(text))
            for word in words - known:
                if word[0].islower():
                    small.update((word, word.rstrip(".'’-")))
                elif word.isupper():
                    shouted.add(word)
            known |= words
            for word in shouted & words:
                capitals[word.casefold()].update(places)
        return frozenset(small), frozenset(word for word, places in capitals.items() if len(places) > SHORT_FORM)

    @property
    def small_words(self) -> frozenset[str]:
        """The words that it writes small somewhere."""
        return self._told_words[0]

    @property
    def short_forms(self) -> frozenset[str]:
        """The words in capitals on more than SHORT_FORM pages: short forms of its trade ("NFC")."""
        return self._told_words[1]

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The words that name nobody else: those that it writes small somewhere, its own names, its trade's short forms.

        A word in capitals on more than SHORT_FORM pages ("NFC") is a short form of the trade.
        """
        own = {word.casefold() for name in (self.name, *self.names) for word in _WORD.findall(name)}
        return frozenset().union(*self._told_words, own)

    @cached_property
    def name_pattern(self) -> re.Pattern[str]:
        """Matches any form of the company's name as whole words; never matches where none is known.

        A name that is a plain word of the language ("Compass"), and a short form, only with its capitals.
        """
        exact = {form for form in self.called if form.isupper() or spelling.is_word(form.casefold())}
        return naming.pattern(self.called, exact)

    def is_called(self, words: str, text: str) -> bool:
        """Whether the company's name, where this text has it, begins with these words (in small letters)."""
        return any(told[0].casefold().startswith(words) for told in self.name_pattern.finditer(text))

    @cached_property
    def noted(self) -> frozenset[str]:
        """Texts that are meant for whoever makes the website: nothing may rest on them (:mod:`auditor.leftovers`)."""
        return notes(page.page for page in self.pages)

    @cached_property
    def navigation(self) -> tuple[str, ...]:
        """Texts of the menu links, most pages first, each once."""
        counts: Counter[str] = Counter()
        for page in self.pages:
            counts.update(
                {link.text for link in page.page.links if link.region is Region.NAV and link.internal and link.text}
            )
        return tuple(text for text, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def is_counted(page: JudgedPage, copy: Copy) -> bool:
    """Whether a unit is among those of :meth:`Site.copy`: counted, and of the copy proper."""
    return copy.counted and copy.unit.region.is_copy and not page.twin_of


def assemble(
    host: str,
    pages: Sequence[Page],
    judgements: Sequence[Sequence[Judgement]],
    *,
    start: str,
    name: str = "",
    correction: ShareModel | None = None,
    rivals: Sequence[str] = (),
    comments: bool = False,
    missing: frozenset[str] = frozenset(),
    copied: bool = False,
    laid: Layout | None = None,
    small: Collection[str] = (),
    beside: Mapping[str, tuple[Label, ...]] = MappingProxyType({}),
) -> Site:
    """The Site of these pages and the judgement of each of their units (same order as ``page.units``).

    ``laid`` is how the pages lie to each other, where that is known; ``small`` and ``beside`` are by URL what
    :class:`auditor.model.JudgedPage` says of a site of which the large model read a part.
    """
    order = sorted(range(len(pages)), key=lambda i: pages[i].url)
    pages = [pages[i] for i in order]
    judgements = [judgements[i] for i in order]
    names = company_names(host, pages, name)
    laid = laid or lay_out(pages, start)
    home, clicks, twins = laid.home, laid.clicks, laid.twins
    first: dict[str, str] = {}
    copies: Counter[str] = Counter()
    # each text once: a site says the same on many pages
    folded = {text: text.casefold() for page in pages for text in {unit.text for unit in page.units}}
    noted = notes(pages)
    said_by_nobody = cache(lambda text, href: bool(text in noted or leftover(text, href) or only_counts(text)))
    for page in sorted(pages, key=laid.rank):
        for unit in page.units:
            key = folded[unit.text]
            copies[key] += 1
            if page.url not in twins and unit.region.is_copy:
                first.setdefault(key, unit.id)
    judged = []
    for page, labels in zip(pages, judgements, strict=True):
        left = {unit.id for unit in page.units if said_by_nobody(unit.text, unit.href)}
        copy = tuple(
            Copy(
                unit,
                _certain(judgement, Label.OTHER) if left and unit.id in left else judgement,
                counted=first.get(key := folded[unit.text]) == unit.id and not (left and unit.id in left),
                copies=copies[key],
            )
            for unit, judgement in zip(page.units, labels, strict=True)
        )
        url = page.url
        judged.append(JudgedPage(page, copy, twins.get(url, ""), clicks.get(url), url in small, beside.get(url, ())))
    found = next((page for page in judged if home and page.url == home.url), None)
    called = names[0] if names else host
    return Site(host, called, names, tuple(judged), found, correction, tuple(rivals), comments, missing, copied)


def missing_pages(pages: Sequence[Page], skips: Sequence[Skip], *, copied: bool) -> frozenset[str]:
    """What these pages link to on their own site and was found to be missing (404, 410, or a page that says so).

    In a copy of a site (``copied``: a folder) only files named .html count, and addresses that are the link's own words, and none where more than PARTIAL of those
    that are linked are missing: then the copy is partial, and the site may be whole.
    """
    gone = {
        skip.url
        for skip in skips
        if skip.reason is SkipReason.ABSENT or (skip.reason is SkipReason.HTTP_ERROR and skip.detail in _GONE)
    }
    links = {(link.url, link.text) for page in pages for link in page.links if link.internal}
    linked = {url for url, text in links if not copied or _a_file(urlsplit(url).path.lower(), text)}
    return frozenset() if copied and len(linked & gone) > PARTIAL * len(linked) else frozenset(linked & gone)


def _a_file(path: str, text: str) -> bool:
    """Whether an address is a page's for certain: named .html, or what should have been one and says what the link says."""
    return path.endswith((".html", ".htm")) or (" " in text and unquote(path).endswith(f"/{text.casefold()}"))


_GONE = frozenset({"answered 404", "answered 410", Readable.MISSING.value})


def company_names(host: str, pages: Sequence[Page], given: str = "") -> tuple[str, ...]:
    """The company's names, best first: the given one, then those that most pages declare, then their other spellings.

    A name declared by structured data or ``og:site_name`` on several pages beats a title suffix on one; a part that a share of
    SHARED_TITLE of the titles share counts once for each; so does what the home page spells as its address; one that shares
    letters with the host name counts twice, one that is it ten times; one that the copy speaks of up to twice. What the home page
    bears as its title and most pages as a line counts more than a picture's description on each, all of most titles as what it
    bears; of two spellings that differ by SLIP letters the one that is written more often is believed. A town is no name, nor part of it where the copy leaves it out.
    """
    stem = re.sub(r"^www\.|\.[a-z.]+$|[^a-z0-9]", "", urlsplit(f"//{host}").hostname or host)
    votes: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    parts: Counter[str] = Counter()
    for page in pages:
        for place, text in enumerate(page.names[:3]):
            folded = naming.key(text)
            if 2 <= len(folded) <= 60 and not _TOWN.fullmatch(text):
                votes[folded] += (3, 2, 1)[place]
                spelt[folded][text] += 1
        parts.update({part.strip() for part in _TITLE_PARTS.split(page.title[:200]) if 3 <= len(part.strip()) <= 60})
    titles = {page.title.strip() for page in pages if page.kind is PageKind.HOME}
    for part, count in sorted(parts.items()):
        folded = naming.key("" if lexicon.load("leftovers").has(part, "untitled") else part)  # a template's is nobody's
        most = max(2, len(pages) / 2)
        whole = sum(page.title.strip() == part for page in pages) > most
        borne = count > most and " " in part and not _TOWN.fullmatch(part) and any(part in title for title in titles)
        known = folded and (folded in votes or (stem and folded in stem) or part in titles or whole or borne)
        if count >= max(2, SHARED_TITLE * len(pages)) and known:
            votes[folded] += count * (3 if part in titles else 1)  # all of the home page's title is as good as declared
            spelt[folded][part] += count
    for page in pages if stem else ():
        if page.kind is PageKind.HOME:  # what the address spells, as the home page writes it
            written = {unit.text[at:end] for unit in page.units for at, end in naming.phrases(unit.text[:400])}
            for text in sorted(written):
                folded = naming.key(text)
                if folded in votes or (len(folded) > 3 and len(folded) > 0.3 * len(stem) and stem.startswith(folded)):
                    votes[folded] += 1
                    spelt[folded][text] += 1
    for folded in votes:
        if folded == stem:
            votes[folded] *= 10
        elif stem and (folded in stem or stem in folded):
            votes[folded] *= 2
    for title, (lines, whole) in _borne(pages).items():
        folded = naming.key(title)
        near = next((key for key in sorted(votes) if key != folded and _slipped(key, folded)), "")
        if near:
            for form in (title, *spelt[near]):  # the one that is written more often
                spelt[near][form] = sum(form in unit.text for page in pages for unit in page.units) + (form == title)
        elif folded in votes or (whole and lines > len(pages) / 2):  # a slogan may be a part of many titles
            votes[folded] += 4 * lines  # a declared name counts 3 on each page
            spelt[folded][title] += lines
    weights = {folded: float(count) for folded, count in votes.items()}
    for folded in sorted(votes, key=lambda name: (-votes[name], name))[: 2 * MOST_NAMES]:
        forms = tuple(spelt[folded])
        said = sum(any(form in unit.text for unit in page.units for form in forms) for page in pages)
        weights[folded] *= 1 + said / len(pages)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]
    floor = max(weights.values(), default=0.0) * 0.3
    names = [given] if given else []
    first = given or (max(spelt[ranked[0][0]], key=lambda text: (spelt[ranked[0][0]][text], text)) if ranked else "")
    rest = []
    for folded, weight in ranked:
        # a name and its short form are one, whichever of them is used more
        paired = any(form in naming.initials(first) or first in naming.initials(form) for form in spelt[folded])
        if weight >= floor or paired:
            others = [text for text, _ in sorted(spelt[folded].items(), key=lambda item: (-item[1], item[0]))]
            bare = naming.short(others[0])
            names.append(bare if bare in others else others[0])
            rest += others
    bare = "" if given else naming.unplaced(first, {unit.text for page in pages for unit in page.units})
    return tuple(dict.fromkeys([bare] * bool(bare) + names + rest[:MOST_NAMES]))


def _borne(pages: Sequence[Page]) -> dict[str, tuple[int, bool]]:
    """The parts of the home page's title that may be a name -> on how many pages a line says it, and whether it is all of the title."""
    found: dict[str, tuple[int, bool]] = {}
    for title in dict.fromkeys(page.title[:200].strip() for page in pages if page.kind is PageKind.HOME):
        for part in dict.fromkeys(part.strip() for part in _TITLE_PARTS.split(title)):
            if " " not in part or len(naming.key(part)) < SHORTEST_BORNE or _TOWN.fullmatch(part):
                continue
            if lines := sum(any(part in unit.text for unit in page.units) for page in pages):
                found[part] = lines, part == title
    return found


def _slipped(one: str, other: str) -> bool:
    """Whether two names differ by a slip or by the way in which two countries spell a word."""
    long = min(len(one), len(other)) >= SHORTEST_BORNE and one[0] == other[0]
    return long and OSA.distance(one, other, score_cutoff=SLIP) <= SLIP


def relabel(site: Site, overrides: dict[str, Label]) -> Site:
    """The site with people's labels in force: unit id -> label. An overridden unit is never unsure."""
    if not overrides:
        return site
    pages = tuple(
        replace(page, copy=tuple(_override(unit, overrides.get(unit.unit.id)) for unit in page.copy))
        for page in site.pages
    )
    home = next((page for page in pages if site.home and page.url == site.home.url), None)
    return replace(site, pages=pages, home=home)


def _override(copy: Copy, label: Label | None) -> Copy:
    if label is None:
        return copy
    return structs.replace(copy, judgement=_certain(copy.judgement, label), overridden=copy.label)


def _certain(judgement: Judgement, label: Label) -> Judgement:
    """The judgement with a label that is taken as certain; the model's own probabilities stay beside it."""
    return replace(judgement, label=label, probability=1.0, unsure=False, leading=True, why=())


@lru_cache(maxsize=1 << 13)
def is_generic(text: str) -> bool:
    """True for an outcome that any company could promise: no number, no named thing, no direction with an object.

    What only declares that customers matter ("customers come first") promises nothing and is generic too. Generic outcomes stay outcomes by label and are shown apart; no finding is built on them (METHOD, section 3).
    """
    text = lexicon.load("declarations").replace(text, " ")
    words = re.findall(r"[A-Za-z][A-Za-z'-]*|\d[\d.,%]*", text)
    if any(word[0].isdigit() for word in words):
        return False
    content = [word for word in words if word.lower() not in _EMPTY_WORDS]
    return len(content) < 2


_EMPTY_WORDS = frozenset(
    """a an the and or of to in on for with your you yours our we us it its is are be at by from as that this these those all every any more most better best faster easier further higher
    greater next new full true real great achieve unlock reach grow growth grows growing boost drive drives driving deliver delivers delivering maximise maximize increase improve
    improves enhance empower enable transform succeed success successful results result outcome outcomes roi potential value goals goal dreams business businesses company brand life
    lives future level levels performance efficiency productivity excellence possible possibilities opportunity opportunities today tomorrow now ahead stay take get make let help helps
    helping win winning thrive experience peace mind solution solutions productive efficient profitable competitive edge bottom line""".split()
)
