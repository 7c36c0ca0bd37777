"""Who and what a site names: the company and its forms, products, customers, its people, partners, award bodies.

No model: structured data, titles, what stands beside a name (a job, marks of quotation, "clients include"), how often a
name stands in the middle of a sentence, and the word list "names". Each name has one kind, says how it was told and
where. What is told by a shape alone is kept and not *sure*: an audit that says "not found" asks for all, one that names
somebody asks for the sure ones. Names are data from strangers: bounded in number and length, and escaped by whoever writes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from urllib.parse import unquote, urlsplit

from auditor import lexicon, naming, spelling
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count
from auditor.voices import LONG, SPLIT, TEACHING, YEAR, Who, marked, named, once, proper, quotations, quoted, speakers

MOST = 300
"""Names of one kind that are kept; who names more has a directory."""

WITNESSES = 5
"""Places kept of each name."""

REPEATED = 2
"""Times a name stands inside sentences, from which it is no accident of capitals."""

CARD = 8
"""Words of a line that can be a name with a job."""


class Kind(StrEnum):
    """What a name is the name of, in the order in which one is chosen where several could be."""

    COMPANY = "company"
    STAFF = "one of its people"
    CUSTOMER = "customer"
    PARTNER = "partner"
    AWARD = "award or award body"
    PRODUCT = "product"
    PERSON = "person"


class How(StrEnum):
    """What told it."""

    DECLARED = "structured data"
    NAMED = "declared name"
    FORM = "form of the name"
    QUOTED = "speaker of a quotation"
    LISTED = "list under a heading that says so"
    SAID = "words before or behind it"
    LOGO = "logo"
    STORY = "heading of a story"
    JOB = "job beside it"
    PAGE = "page of its own"
    MARK = "trade mark sign"
    SHAPE = "how it is written"


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a name stands and how it was told. ``text`` is the line or field, ``unit`` its id or ""."""

    how: How
    page: str
    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a site names. ``forms`` are the ways it is written, ``name`` the fullest.

    ``sure``: told by more than how it is written. ``human``: a person's name.
    """

    kind: Kind
    name: str
    forms: tuple[str, ...]
    told: tuple[Witness, ...]
    sure: bool = True
    human: bool = False


@dataclass(frozen=True)
class Entities:
    """Everything a site names, the company first, then by kind and place."""

    found: tuple[Entity, ...]

    def of(self, *kinds: Kind, sure: bool = False) -> tuple[Entity, ...]:
        """The names of these kinds (or of all), or only those that are sure."""
        return tuple(entry for entry in self.found if (not kinds or entry.kind in kinds) and (entry.sure or not sure))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all names in small letters, without possessive endings: what is no typing error."""
        return frozenset(
            word.casefold()
            for entry in self.found
            for form in entry.forms
            for word in re.findall(r"[^\W\d_]+", form)
            if len(word) > 1
        )

    @cached_property
    def _index(self) -> dict[str, tuple[tuple[str, Entity], ...]]:
        """First word of a form, in small letters -> the forms, longest first."""
        index: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        for entry in self.found:
            for form in entry.forms:
                if start := re.search(r"\w+", form):
                    index[start[0].casefold()].append((form[start.start() :].casefold(), entry))
        return {word: tuple(sorted(forms, key=lambda pair: -len(pair[0]))) for word, forms in index.items()}

    def find(self, text: str, *kinds: Kind) -> list[tuple[int, int, Entity]]:
        """Where names of these kinds (or of all) stand in a text, none overlapping; the longest wins.

        A name written with a capital is found in any letters but small ones.
        """
        found: list[tuple[int, int, Entity]] = []
        folded, last = text.lower(), 0
        if len(folded) != len(text):
            folded = text  # a sign that grows when it is made small: then only the exact form is found
        for match in _TOKEN.finditer(text):
            start = match.start()
            if start < last or (forms := self._index.get(match[0].casefold())) is None:
                continue
            for form, entry in forms:
                end = start + len(form)
                if (
                    (not kinds or entry.kind in kinds)
                    and folded.startswith(form, start)
                    and not text[end : end + 1].isalnum()
                ):
                    if text[start:end].islower() and not any(name.islower() for name in entry.forms):
                        continue
                    found.append((start, end, entry))
                    last = end
                    break
        return found

    def without(self, text: str, *kinds: Kind, by: str = " ") -> str:
        """The text with names of these kinds (or of all) replaced."""
        parts, last = [], 0
        for start, end, _ in self.find(text, *kinds):
            parts += [text[last:start], by]
            last = end
        return "".join([*parts, text[last:]])

    def kind_of(self, name: str) -> Kind | None:
        """What a name is the name of; None where the site does not name it."""
        return self._kinds.get(naming.key(name))

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return {naming.key(form): entry.kind for entry in reversed(self.found) for form in entry.forms}


_TOKEN = re.compile(r"(?<!\w)\w+")
_INITIAL = re.compile(r"[ .][^\W\d_]\.$")


@dataclass(slots=True)
class _Entry:
    forms: dict[str, None] = field(default_factory=dict)
    told: list[Witness] = field(default_factory=list)
    sure: bool = False
    human: bool = False


class _Register:
    """Names as they are found: one entry for each kind and key."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries: dict[tuple[Kind, str], _Entry] = {}
        self.own = {naming.key(form) for form in site.called}
        self.counts: Counter[Kind] = Counter()

    def add(
        self,
        kind: Kind,
        name: str,
        how: How,
        page: JudgedPage,
        seen: Copy | str,
        *,
        sure: bool = True,
        human: bool = False,
    ) -> None:
        """Take in one name; what is no name by its letters, and the company's own, is passed over."""
        name = (
            " ".join(name.split()).strip(' ,.;:|·•–—-"“”()')
            if not _INITIAL.search(name)
            else name.strip(' ,;:|·•–—-"“”(')
        )
        key = naming.key(name)
        if len(key) < 2 or len(name) > naming.LONGEST or not any(sign.isalpha() for sign in name):
            return
        if key in self.own and not (kind is Kind.STAFF and human):
            return
        if (kind, key) not in self.entries:
            if self.counts[kind] >= MOST:
                return
            self.counts[kind] += 1
        entry = self.entries.setdefault((kind, key), _Entry())
        entry.forms[name] = None
        entry.sure, entry.human = entry.sure or sure, entry.human or human
        if len(entry.told) < WITNESSES:
            unit = "" if isinstance(seen, str) else seen.unit.id
            entry.told.append(Witness(how, page.url, seen if isinstance(seen, str) else seen.text, unit))

    def has(self, name: str, *kinds: Kind) -> bool:
        return any((kind, naming.key(name)) in self.entries for kind in kinds)

    def settled(self) -> Iterator[Entity]:
        """The entries, each name under one kind: the first of the order that is sure, else the first."""
        order = {kind: place for place, kind in enumerate(Kind)}
        best: dict[str, Kind] = {}
        for kind, key in sorted(self.entries, key=lambda at: (not self.entries[at].sure, order[at[0]])):
            best.setdefault(key, kind)
        for (kind, key), entry in sorted(self.entries.items(), key=lambda item: order[item[0][0]]):
            if best[key] is kind:
                forms = tuple(sorted(entry.forms, key=lambda form: (-len(form), form)))
                yield Entity(kind, forms[0], forms, tuple(entry.told), entry.sure, entry.human)


@once
def entities(site: Site) -> Entities:
    """Everything the site names, computed once."""
    book = _Register(site)
    _declared(site, book)
    _speakers(site, book)
    lines = _Lines(site)
    _people(site, lines, book)
    _customers(site, lines, book)
    _partners(site, book)
    _bodies(site, lines, book)
    _products(site, lines, book)
    return Entities((*_company(site, lines), *book.settled()))


def _company(site: Site, lines: _Lines) -> Iterator[Entity]:
    """The company itself: its names, and every form of them."""
    if not site.called:
        return
    told: list[Witness] = []
    names = set(site.names)
    for page in site.pages:
        for name in page.page.names:
            if name in names and len(told) < WITNESSES:
                told.append(Witness(How.NAMED, page.url, name))
    human = named(site, naming.short(site.name))[1]
    longer = {
        name for name in lines.seen if (match := site.name_pattern.match(name)) and _TRADE.fullmatch(name, match.end())
    }
    forms = tuple(sorted({*site.called, *longer}, key=lambda form: (-len(form), form)))
    yield Entity(Kind.COMPANY, site.name, forms, tuple(told), True, human)


_TRADE = re.compile(
    r",? (?:Law(?: Firm| Group| Offices?)?|Group|Team|Agency|Company|Co\.?|Inc\.?|LLC|Ltd\.?|Limited|GmbH|e\.V\.?)"
)


_PART_KIND = {
    "person": Kind.STAFF,
    "reviewer": Kind.CUSTOMER,
    "customer": Kind.CUSTOMER,
    "award": Kind.AWARD,
    "body": Kind.PARTNER,
    "brand": Kind.PARTNER,
    "product": Kind.PRODUCT,
}


def _declared(site: Site, book: _Register) -> None:
    """What structured data names."""
    for page in site.pages:
        for part, name in page.page.declared:
            kind = _PART_KIND.get(part)
            if kind is not None and word_count(name) <= CARD:
                human = part in ("person", "reviewer")
                if part == "person" and page.kind in (PageKind.BLOG, PageKind.CUSTOMERS, PageKind.TESTIMONIAL):
                    kind = Kind.PERSON
                book.add(kind, name, How.DECLARED, page, name, human=human)


# --- people ---------------------------------------------------------------------------------------------------------

_REACH = 48


def _speakers(site: Site, book: _Register) -> None:
    """Who is quoted: customers and the company's own people."""
    for entry in quotations(site):
        for name, firm in speakers(entry.cite):
            own = entry.who is Who.OWN
            if name:
                kind = Kind.STAFF if own else Kind.CUSTOMER
                book.add(kind, name, How.QUOTED, entry.page, entry.cite, human=True)
            if firm and not own:
                book.add(Kind.CUSTOMER, firm, How.QUOTED, entry.page, entry.cite)


@dataclass(slots=True)
class _Seen:
    """A name-like phrase: how often inside sentences, on which pages, and where first."""

    page: JudgedPage
    copy: Copy
    inside: int = 0
    pages: set[str] = field(default_factory=set)


class _Lines:
    """The site's lines once, with the name-like phrases in them."""

    def __init__(self, site: Site) -> None:
        self.copies: list[tuple[JudgedPage, list[Copy]]] = []
        self.seen: dict[str, _Seen] = {}
        self.held: dict[str, list[tuple[int, int]]] = {}
        self.said: set[str] = set()
        for page in site.pages:
            if page.twin_of:
                continue
            lines = [copy for copy in page.copy if copy.counted and copy.unit.region.is_copy]
            self.copies.append((page, lines))
            if page.kind is PageKind.POLICY:
                continue
            self.said |= quoted(site, page)
            for copy in lines:
                text = copy.text[:LONG]
                spans = [span for start, end in naming.phrases(text) for span in _trimmed(text, start, end)]
                if not spans:
                    continue
                self.held[copy.unit.id] = spans
                prose = copy.unit.id not in self.said and _is_prose(text, spans)
                for start, end in spans:
                    seen = self.seen.setdefault(text[start:end], _Seen(page, copy))
                    seen.pages.add(page.url)
                    seen.inside += prose and start > 0 and text[:start].rstrip()[-1:] not in _STOPS

    def spans(self, copy: Copy) -> list[tuple[int, int]]:
        """Where a line is written like a name."""
        return self.held.get(copy.unit.id, [])


_STOPS = frozenset('.!?:;“"‘(•·|–—')


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the function words that stand at its head because a sentence begins there."""
    while True:
        stop = text.find(" ", start, end)
        word = text[start : stop if stop > 0 else end]
        if word.casefold() not in naming.LEAD and naming.owner(word).casefold() not in naming.LEAD:
            break
        if stop < 0:
            return
        start = stop + 1
        while start < end and not (text[start].isupper() or text[start].isdigit()):
            stop = text.find(" ", start, end)
            if stop < 0:
                return
            start = stop + 1
    if end - start > 1:
        yield start, end


def _is_prose(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a sentence and no title in capitals: most of it stands outside the spans."""
    return sum(end - start for start, end in spans) < 0.6 * len(text) and text.count(" ") >= 4


_TEAM = re.compile(
    r"\b(?:team|staff|leadership|board|trustees|committee|attorneys|lawyers|doctors|dentists|founders|officers|coaches|crew)\b",
    re.I,
)


def _people(site: Site, lines: _Lines, book: _Register) -> None:
    """The company's people by the job beside their names, and others who are named in full."""
    names = lexicon.load("names")
    for page, copies in lines.copies:
        if page.kind in (PageKind.POLICY, PageKind.DOCS, PageKind.TESTIMONIAL):
            continue
        stories = page.kind in (PageKind.BLOG, PageKind.CUSTOMERS, PageKind.INVESTORS)
        team = ""
        for place, copy in enumerate(copies):
            text = copy.text[:LONG]
            if (copy.unit.role is Role.HEADING or text.endswith(":")) and not named(site, text)[0]:
                team = text if _TEAM.search(text) and word_count(text) <= CARD else ""
            if copy.unit.id in lines.said or not lines.spans(copy):
                continue
            if team and not stories and word_count(text) <= 4 and _plausible(*named(site, text)):
                book.add(Kind.STAFF, named(site, text)[0], How.LISTED, page, copy, human=True)
            if not stories and word_count(text) <= CARD:
                _card(site, page, copies, place, book)
            for start, end in lines.spans(copy):
                name, told = named(site, text[start:end])
                if not told or " " not in name or book.has(name, Kind.CUSTOMER):
                    continue
                before, after = text[max(0, start - _REACH) : start], text[end : end + 2 * _REACH]
                works = names.has(before, "introduces") or names.has(after, "works") or _job_behind(after)
                if works and not stories:
                    book.add(Kind.STAFF, name, How.SAID, page, copy, human=True)
                elif not spelling.is_word(name.split()[-1].casefold()) or _is_prose(text, [(start, end)]):
                    book.add(Kind.PERSON, name, How.SHAPE, page, copy, human=True, sure=told)


def _job_behind(after: str) -> bool:
    """Whether a job follows a name: ", founder of the yard"."""
    inner = re.match(r"\s*[,(–—|-]\s*(?:our |the |an? )?([^.,;()]{3,60})", after)
    return inner is not None and lexicon.load("names").has(inner[1], "job")


def _card(site: Site, page: JudgedPage, copies: Sequence[Copy], place: int, book: _Register) -> None:
    """A card of one of its people: a name with a job in the same line, or in the next or the last short one."""
    names = lexicon.load("names")
    copy = copies[place]
    head, *rest = [part for part in SPLIT.split(copy.text.strip(" —–-~")) if part] or [""]
    if (known := names.find(head, "job")) and not rest and known[0].start == 0:
        return  # "Attorney Jane Roe" is read in its sentence
    name, told = named(site, head)
    if not name or not _plausible(name, told):
        return
    job = any(names.has(part, "job", "degree") for part in rest) or names.has(copy.text, "degree")
    for near in (place + 1, place - 1):
        if job or not 0 <= near < len(copies):
            break
        other = copies[near]
        text = other.text
        if (
            word_count(text) <= CARD
            and names.has(text, "job")
            and not named(site, SPLIT.split(text)[0])[1]
            and not text.endswith("?")
        ):
            job = abs(other.unit.block - copy.unit.block) <= 2
    titled = names.has(copy.text, "honorific")
    if job or titled:
        book.add(Kind.STAFF, name, How.JOB, page, copy, human=True, sure=told or job)


def _plausible(name: str, told: bool) -> bool:
    """Whether a name without a known given name may be a person's: some word of it is none of the language."""
    return told or any(not spelling.is_word(word.casefold().strip(".")) for word in name.split() if len(word) > 2)


# --- customers ------------------------------------------------------------------------------------------------------

_LOGO = re.compile(r" logo$", re.I)
_NAMELIKE = re.compile(r"^[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|da|van|von|der|la|le|bin|al|and|&))*$")


@once
def clients(site: Site) -> tuple[tuple[JudgedPage, Copy], ...]:
    """The lines that seem to name a customer outside quotations: lists of clients, case headings, logos."""
    return tuple((page, copy) for page, copy, _ in _client_lines(site))


@once
def _client_lines(site: Site) -> tuple[tuple[JudgedPage, Copy, tuple[tuple[str, How, bool], ...]], ...]:
    """The lines that seem to name a customer, each with the names in it, how they were told and whether surely."""
    lists, common = lexicon.load("vouchers"), site.common_words
    found: list[tuple[JudgedPage, Copy, tuple[tuple[str, How, bool], ...]]] = []
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.counted and copy.unit.region.is_copy]
        for copy in lines:
            if names := _names_in(site, page, copy, lists, common):
                found.append((page, copy, names))
        alts = (image.alt for image in page.page.images if image.alt)
        logos = [
            _LOGO.sub("", alt) for alt in alts if _LOGO.search(alt) or (_NAMELIKE.match(alt) and word_count(alt) <= 4)
        ]
        logos = [name for name in logos if proper(name, common)]
        crowd = (copy for copy in page.copy if logos and lexicon.load("claims").has(copy.text, "crowd"))
        above = next(crowd, None) or next(
            (copy for copy in lines if logos and marked(site, copy, "client") and _heads(copy)), None
        )
        if above is not None and logos:
            found.append((page, above, tuple((name, How.LOGO, True) for name in logos)))
    return tuple(found)


def _heads(copy: Copy) -> bool:
    return word_count(copy.text) <= 5 and (copy.unit.role is Role.HEADING or copy.text.endswith(":"))


def _names_in(
    site: Site, page: JudgedPage, copy: Copy, lists: lexicon.Lexicon, common: frozenset[str]
) -> tuple[tuple[str, How, bool], ...]:
    """The customers that a line names: after words that say so, in a case heading, on a page of customers."""
    text, heads = copy.text[:LONG], copy.unit.role in (Role.HEADING, Role.LINK)
    if marked(site, copy, "client"):
        for match in lists.find(text, "client"):
            rest = text[match.end :]
            if proper(rest, common):
                return tuple((name, How.SAID, True) for name in _listed(rest, common)) or ((rest, How.SHAPE, False),)
    if heads and marked(site, copy, "case"):
        case = lists.find(text, "case")[0]
        how = text[: case.end] if text[:4].lower() == "how " else text
        if proper(how, common):
            names = _listed(how[4:] if how is not text else text[case.end :] or text[: case.start], common)
            return tuple((name, How.STORY, True) for name in names[:1]) or ((how, How.SHAPE, False),)
    told = page.kind is PageKind.CUSTOMERS and copy.unit.role is Role.HEADING and not text.endswith("?")
    if told and word_count(text) <= 12 and proper(text, common):
        return tuple((name, How.SHAPE, False) for name in _listed(text, common)[:1]) or ((text, How.SHAPE, False),)
    return ()


def _listed(text: str, common: frozenset[str]) -> list[str]:
    """The names in what follows "clients include": phrases with a word of their own, no places."""
    names = lexicon.load("names")
    found = []
    for part in re.split(r"[,;:]| and (?=[A-Z])", text):
        for start, end in naming.phrases(part):
            for first, last in _trimmed(part, start, end):
                name = part[first:last]
                placed = names.has(name, "place", "town") and not names.has(name, "organisation")
                if proper(name, common) and not placed:
                    found.append(name)
    return found


def _customers(site: Site, lines: _Lines, book: _Register) -> None:
    """Who is named as a customer outside quotations."""
    for page, copy, told in _client_lines(site):
        for name, how, sure in told:
            if word_count(name) <= CARD:
                book.add(Kind.CUSTOMER, name, how, page, copy, sure=sure)
    lists, common = lexicon.load("vouchers"), site.common_words
    for page, copies in lines.copies:
        if page.kind in TEACHING:
            continue
        for place, copy in enumerate(copies):
            if _heads(copy) and marked(site, copy, "client") and not lists.has(copy.text, "announced"):
                for other in copies[place + 1 : place + 40]:
                    name = other.text.strip(" .")
                    if word_count(name) > 5 or other.unit.role is Role.HEADING or not _NAMELIKE.match(name):
                        break
                    if proper(name, common):
                        book.add(Kind.CUSTOMER, name, How.LISTED, page, other)


# --- partners and award bodies --------------------------------------------------------------------------------------


@once
def partners(site: Site) -> dict[str, Copy]:
    """Companies whose products it sells, as it lists them: name -> the line that says so."""
    lists = lexicon.load("vouchers")
    found: dict[str, Copy] = {}
    for page in site.pages:
        if page.twin_of or page.kind in TEACHING:
            continue
        for place, copy in enumerate(page.copy):
            if not marked(site, copy, "partners") or not copy.unit.region.is_copy:
                continue
            hits = lists.find(copy.text[:LONG], "partners")
            rest = re.split(r"\s[–—-]\s|:", copy.text[hits[-1].end :], maxsplit=1)
            for part in re.split(r",| and ", rest[-1]) if len(rest) > 1 else ():
                if _NAMELIKE.match(part.strip(" .").removesuffix(" more")) or _odd(part):
                    found[part.strip(" .")] = copy  # the sentence names it: the best witness
            if word_count(copy.text) > CARD:
                continue
            for other in page.copy[place + 1 : place + 40]:
                name = other.text.strip()
                if word_count(name) > 4 or not (name[:1].isalnum() and any(sign.isupper() for sign in name)):
                    break
                if marked(site, other, "award", "partners") or YEAR.search(name):
                    break
                found.setdefault(name, copy)
    return found


def _odd(text: str) -> bool:
    """A name by its spelling: iA Financial, eBay."""
    return re.match(r"\s*[a-z]?[A-Z]{1,}\w*(?: [A-Z]\w+){0,3}\s*\.?$", text) is not None


def _partners(site: Site, book: _Register) -> None:
    """Companies whose products it sells."""
    by_url = {copy.unit.page: page for page in site.pages for copy in page.copy[:1]}
    for name, copy in partners(site).items():
        book.add(Kind.PARTNER, name, How.LISTED, by_url[copy.unit.page], copy)


_MEMBER = re.compile(
    r"^(?:proud |active |certified |accredited )?(?:members? of (?:the )?)?(.{2,50}?)(?: \w+)? members?$", re.I
)
_PRIZE = re.compile(r"\b(?:Award|Prize|Medal|Trophy)s?$")


def _bodies(site: Site, lines: _Lines, book: _Register) -> None:
    """Bodies that the company belongs to or is approved by, awards and who gives them."""
    names = lexicon.load("names")
    for page, copies in lines.copies:
        if page.kind in TEACHING:
            continue
        for copy in copies:
            if copy.unit.id in lines.said:
                continue
            text = copy.text[:LONG]
            short = word_count(text) <= 6 and _MEMBER.match(text)
            for start, end in lines.spans(copy):
                name = text[start:end]
                before = text[max(0, start - _REACH) : start]
                if _PRIZE.search(name) and word_count(name) > 1 and start > 0:
                    book.add(Kind.AWARD, name, How.SAID, page, copy)
                    continue
                placed = names.has(name, "place", "town") and not names.has(name, "organisation")
                if placed or not (before or short) or named(site, name)[1]:
                    continue
                elif names.has(before, "belongs"):
                    book.add(Kind.PARTNER, name, How.SAID, page, copy)
                elif (
                    names.has(before, "awards")
                    and proper(name, site.common_words)
                    and not names.has(" " + name, "degree")
                ):
                    book.add(Kind.AWARD, name, How.SAID, page, copy)
                elif short and (body := re.match(r"[A-Z][A-Z&]{2,7}\b", name)):
                    book.add(Kind.PARTNER, body[0], How.SAID, page, copy)


# --- products -------------------------------------------------------------------------------------------------------

_MODEL = re.compile(r"(?<![\w-])[A-Z]{1,5}-?\d{1,5}[A-Z]{0,2}(?![\w-])")
_MARKS = re.compile(r"([^\W_][\w'’+. -]{1,50}?)\s?[™®℠]")
_NO_PRODUCT = frozenset({PageKind.BLOG, PageKind.POLICY, PageKind.CAREERS, PageKind.CUSTOMERS, PageKind.TESTIMONIAL})


def _products(site: Site, lines: _Lines, book: _Register) -> None:
    """Names of what it sells: on product pages, with a trade mark sign, or with a page of their own and in sentences."""
    names, common = lexicon.load("names"), site.common_words
    for page, copies in lines.copies:
        for copy in copies:
            text = copy.text
            if copy.unit.level == 1 and page.kind is PageKind.PRODUCT and word_count(text) <= 4:
                bare = site.name_pattern.sub(" ", text)
                for start, end in naming.phrases(bare):
                    for first, last in _trimmed(bare, start, end):
                        if proper(bare[first:last], common):
                            book.add(Kind.PRODUCT, bare[first:last], How.PAGE, page, copy)
                for model in _MODEL.findall(text):
                    book.add(Kind.PRODUCT, model, How.PAGE, page, copy)
            if "®" in text or "™" in text or "℠" in text:
                for match in _MARKS.finditer(text[:LONG]):
                    for start, end in naming.phrases(match[1]):
                        for first, last in _trimmed(match[1], start, end):
                            if last == len(match[1]):
                                book.add(Kind.PRODUCT, match[1][first:last], How.MARK, page, copy)
    titles = _own_pages(site)
    begun = {text for page in site.of_kind(PageKind.PRODUCT) for text in (page.page.title, _headline(page))}
    for name, seen in lines.seen.items():
        if seen.inside < REPEATED or seen.page.kind in _NO_PRODUCT or word_count(name) > 5:
            continue
        key = naming.key(name)
        known = book.has(name, Kind.CUSTOMER, Kind.STAFF, Kind.PARTNER, Kind.AWARD) or key in book.own
        if known or named(site, name)[1] or names.has(name, "place", "town", "job") or name.casefold() in common:
            continue
        if key in titles and (proper(name, common) or " " in name):
            book.add(Kind.PRODUCT, name, How.PAGE, seen.page, seen.copy)
        elif (
            (begins := site.name_pattern.match(name))
            and begins.end() < len(name)
            and not names.has(name, "organisation")
        ):
            book.add(Kind.PRODUCT, name, How.SAID, seen.page, seen.copy)  # the company's name with a thing's behind it
        elif seen.inside > REPEATED and any(title.startswith(name + " ") for title in begun):
            book.add(Kind.PRODUCT, name, How.PAGE, seen.page, seen.copy)


def _headline(page: JudgedPage) -> str:
    return next((copy.text for copy in page.copy if copy.unit.level == 1), "")


def _own_pages(site: Site) -> dict[str, JudgedPage]:
    """What selling pages are called, by key: their first heading, the first part of their title, their address."""
    found: dict[str, JudgedPage] = {}
    for page in site.pages:
        if page.twin_of or page.kind not in SELLING_KINDS | {PageKind.OTHER, PageKind.DOCS}:
            continue
        head = _headline(page)
        title = re.split(r"\s+[|–—·:»-]\s+", page.page.title)[0]
        slug = unquote(urlsplit(page.url).path.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
        for text in (head, site.name_pattern.sub(" ", title), slug):
            if text and word_count(text) <= 8:
                found.setdefault(naming.key(text), page)
    return found
