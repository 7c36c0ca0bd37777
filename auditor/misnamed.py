"""What is named twice and not alike: people, places and customers; the company itself, who signs its pages; and terms."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from auditor import lexicon, naming, slips, spelling
from auditor.inflections import cased, inflected, plain
from auditor.model import Copy, Quote, Region, Role
from auditor.site import Site
from auditor.things import READ
from auditor.voices import quoted

LONGEST = 1000
"""Characters of a line in which names are read."""

TWICE = 2
"""Places in which a spelling of the company's name must stand: one is a slip of a finger."""

MOST_SPELLINGS = 3
"""Spellings of the name that are shown."""


def own_name(site: Site) -> dict[str, Copy]:
    """The spellings of the company's name that differ in spaces, marks or capitals within a word, the most frequent first.

    Each with the first line that has it. Capitals throughout and small letters at the beginning of words tell nothing.
    """
    name = naming.short(site.name)
    found: dict[str, list[tuple[str, Copy]]] = defaultdict(list)
    forms_in = cache(lambda text: list(slips.forms_of_name(name, [text[:LONGEST]]).elements()))
    for page in site.pages:
        for copy in () if page.twin_of or page.kind not in READ else page.copy:
            if not (copy.unit.region.is_copy or copy.unit.region is Region.FOOTER):
                continue
            for form in forms_in(copy.unit.text):
                if copy.unit.id not in quoted(site, page):
                    found[re.sub(r"(?<=[a-z])(?=[A-Z])", "|", form).casefold()].append((form, copy))
    often = sorted((places for places in found.values() if len(places) >= TWICE), key=len, reverse=True)
    return {places[0][0]: places[0][1] for places in often[:MOST_SPELLINGS]}


# --- a name in two spellings ------------------------------------------------------------------------------------------

_PAIR = re.compile(r"(?=\b(?P<one>[A-Z][\w'’]+)(?P<joint> (?:(?:and|&|of|the|de|van|von) )?)(?P<other>[A-Z][\w'’]+))")
_SMALL = re.compile(r"\b[a-z]{5,}")
_LETTERS = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+")
"""A word of a name, "O'Hara" among them."""
SHORTEST, SHORTEST_OF_TWO = 5, 8
"""Letters of a name from which one that differs by a letter is a slip, and from which one that differs by two is."""

OFTEN, RARE = 3, 100_000
"""Lines from which both spellings are meant; uses in the dictionary's count up to which a word may be a slip of a name."""

MOST_NAMED = 100
"""Words beside one name above which that is no name ("Street"), or the site a directory of people."""

_LISTED = (Role.BULLET, Role.CELL, Role.LINK)
_TITLES = frozenset("mr mrs ms miss dr prof professor rev sir".split())


class Place(NamedTuple):
    """Where a name stands: as it is written, the line, and the list that the line is an entry of ("" for none)."""

    name: str
    line: Copy | Quote
    listed: str


def spelled_twice(site: Site) -> list[list[Place]]:
    """Names of which one word stands in several spellings beside the same other word: "Carla Mayhew" and "Carla Mahew".

    Of each spelling the first place, the most frequent spelling first. Read are copy, titles and what stands behind pictures. Nobody can tell from the site which is right: where one is written far oftener, or
    is a plain word with a slip in it, that is told as an error (:mod:`auditor.slips`). Two of one line or list are two; so
    are two that stand often, two that a dictionary counts often ("Marie", "Maria") and inflections. A word that also stands
    in small letters is no name.
    """
    beside: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    small: set[str] = set()
    for line, listed in _lines(site):
        text = line.text[:LONGEST]
        small.update(_SMALL.findall(text))
        for match in _PAIR.finditer(text):
            one, other = (_key(match[word]) for word in ("one", "other"))
            if one not in naming.LEAD and other not in naming.LEAD:
                place = Place(match["one"] + match["joint"] + naming.owner(match["other"]), line, listed)
                beside["", other][one].append(place)
                beside[one, ""][other].append(place)
    found: list[dict[str, Place]] = []
    for shared, words in beside.items():
        # two customers may well be Mrs Marten and Mrs Martin
        least = SHORTEST_OF_TWO if _TITLES & set(shared) else SHORTEST
        # behind one given name two spellings are one person's, whatever a dictionary knows of either
        person = shared[0] in lexicon.load("names").terms("given")
        may_be = (word for word in words if len(word) >= least and _LETTERS.fullmatch(word) and word not in small)
        names = sorted(may_be, key=lambda word: (-len(words[word]), word))
        for many, few in combinations(names, 2) if len(names) <= MOST_NAMED else ():
            if _one_name(few, many, person=person) and not _both_meant(
                words[few], words[many], known=spelling.is_word(many)
            ):
                known = next((forms for forms in found if forms.keys() & {few, many}), None)
                if known is None:
                    found.append(known := {})
                known.setdefault(many, words[many][0])
                known.setdefault(few, words[few][0])
    # the company's own name with a slip in it is told as an error
    return [forms for forms in map(list, map(dict.values, found)) if not site.name_pattern.search(forms[0].name)]


def _lines(site: Site) -> Iterator[tuple[Copy | Quote, str]]:
    """What a visitor reads of each page, its title and what stands behind its pictures, each text once; and the list it is in."""
    seen: set[str] = set()
    for page in site.pages:
        if page.twin_of:
            continue
        for copy in page.copy:
            if copy.text not in seen and copy.unit.region is not Region.OVERLAY:
                seen.add(copy.text)
                yield copy, f"{page.url} {copy.unit.heading}" if copy.unit.role in _LISTED else ""
        for text, source in ((page.page.title, "title"), *((image.alt, "alt") for image in page.page.images)):
            if text and text not in seen:
                seen.add(text)
                yield Quote(text, page.url, source), ""


def _key(word: str) -> str:
    """A word of a name without its possessive ending, its accents and its capitals."""
    bare = unicodedata.normalize("NFKD", naming.owner(word)).casefold()
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _one_name(one: str, other: str, *, person: bool = False) -> bool:
    """Whether two words are spellings of one name, as far as their letters and, unless it is a ``person``'s, the dictionary tell."""
    most = 2 if min(len(one), len(other)) >= SHORTEST_OF_TWO else 1
    return (
        one[0] == other[0]
        and OSA.distance(one, other, score_cutoff=most) <= most
        and one.rstrip("s") != other.rstrip("s")
        and one[:-1] != other[:-1]  # "Bianca" and "Bianco"
        and min(map(_uses, (one, other))) <= RARE
        and (person or _unknown_alike(one, other))
    )


def _unknown_alike(one: str, other: str) -> bool:
    """Whether a dictionary knows both words or neither, and they are no forms of one word."""
    return (
        plain(one) != plain(other)
        and not inflected(one, other)
        and spelling.is_word(one) is spelling.is_word(other)
        # a plain word beside what only looks like one is an error of spelling, and told as that
        and not (max(map(_uses, (one, other))) >= spelling.FAMILIAR and min(map(_uses, (one, other))) == 0)
    )


def _uses(word: str) -> int:
    """How often books use a word."""
    return spelling.frequencies().get(word, 0)


def _both_meant(few: Sequence[Place], many: Sequence[Place], *, known: bool) -> bool:
    """Whether two spellings are two names: both stand often, in one line, or side by side in one list.

    Also where a name that is not ``known`` is written far oftener than the other: then the other is told as an error.
    """
    lines, its_lines = ({place.line.text for place in places} for places in (few, many))
    lists, its_lists = ({place.listed for place in places} - {""} for places in (few, many))
    error = not known and len(many) >= max(spelling.SURE, slips.OFTENER * len(few))
    return len(few) >= OFTEN or bool(lines & its_lines) or bool(lists & its_lists) or error


# --- who signs the pages ----------------------------------------------------------------------------------------------

_MARKED = re.compile(r"©|opyright|\(c\)")
_SIGNED = re.compile(
    r"^\W*(?:©|\([cC]\)|[Cc]opyright)(?:\s*(?:©|\([cC]\)|[Cc]opyright\b|by\b|(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|[Pp]resent))?|[,.:|–-]))*\s*"
    r"(?P<owner>[A-Z][\w'’]*(?:,? (?:[A-Z][\w'’]*|&|and|of|the)){0,6})"
)
_NO_OWNER = re.compile(
    r"^(?:all|rights|design|website|web|site|powered|theme|photo|image|picture|content|the|our|your|this|under|company|crown|google|openstreetmap|wix|wordpress|squarespace|shopify|microsoft)\b",
    re.I,
)


def signed(site: Site) -> dict[str, list[Copy]]:
    """Those whom the copyright lines of the pages name, the company first, with the lines; empty where they name one.

    Another owner shares no word with the company's name, begins the line, and stands on pages of his own: beside the
    company's own line he is whoever drew the page or took its pictures.
    """
    found: dict[str, dict[str, Copy]] = defaultdict(dict)
    ours: dict[str, Copy] = {}
    for page, copy in site.lines_with(_MARKED):
        if not _MARKED.search(copy.text) or len(copy.text) > LONGEST:
            continue
        match = _SIGNED.match(copy.text)
        owner = naming.short(match["owner"]) if match else ""
        if site.name_pattern.search(copy.text):
            ours.setdefault(page.url, copy)
        elif owner and copy.unit.region is Region.FOOTER and not _NO_OWNER.search(owner) and not _akin(site, owner):
            found[owner].setdefault(page.url, copy)
    others = {owner: list(places.values()) for owner, places in found.items() if not places.keys() & ours.keys()}
    return {site.name: list(ours.values()), **others} if ours and others else {}


TITLED, SPOKEN = 3, 2
"""Pages whose titles give a name, and pages whose text gives another in its place, from which neither is a slip: judgements."""

_SUBJECT = re.compile(
    r"(?:Welcome to )?(?P<name>[A-Z][\w&'’.-]+(?: (?:(?:and|of|the|&|a|your) )?[A-Z&][\w&'’.-]*){2,6})(?:,? (?:LLC|Inc\.?|Ltd\.?))?,? "
    r"(?:is|are|offers?|provides?|was|speciali[sz]es|formerly|serves?|supplies|prides)\b"
)
"""A line whose subject is a name."""


def spoken_of(site: Site) -> tuple[Quote, Copy, str] | None:
    """A page's title with the company's name, where no line of any page has it, a line that has another, and that name."""
    titled = [page for page in site.pages if site.name_pattern.search(page.page.title)]
    called = (copy for _, copy in site.lines_with(site.name_pattern) if site.name_pattern.search(copy.text))
    if len(titled) < TITLED or any(called):
        return None
    found: dict[str, dict[str, Copy]] = defaultdict(dict)
    for page, copy in site.lines_with(_SUBJECT):
        match = _SUBJECT.match(copy.text)
        said = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and page.kind in READ
        if match and said and copy.unit.id not in quoted(site, page):
            found[match["name"]].setdefault(page.url, copy)
    name, places = max(found.items(), key=lambda item: len(item[1]), default=("", {}))
    if len(places) < SPOKEN:
        return None
    page = titled[0]
    return Quote(page.page.title, page.url, "title"), next(iter(places.values())), name


_FIRMS = (
    "academy accountants agency associates bakery bar builders cafe catering cattery center centre charity church clinic club college construction "
    "consultants consulting design designs electrical engineering farm foundation gallery garage heating hotel inn institute interiors kennel kennels "
    "kitchens lettings motors nursery photography plumbing practice preschool restaurant roofing salon school services shop society solicitors "
    "solutions store studio studios surgery woodworking woodworks works workshop"
)
"""What a firm is, as its name says it at the end; "Group" or "Trading" may be whom it belongs to."""

_END_OF_NAME = rf"(?=$|[^\w\s'’&-]|['’]s\b| [|–—©-]|,? (?:{naming.FIRM}|in|is|are|was|can|will|offers?|provides?)\b)"


def several_names(site: Site) -> dict[str, Copy | Quote]:
    """The names that titles, menus, footers and first headings give the company, on :data:`TWICE` pages each, with a line of each.

    They begin with one word and say at the end what it is ("Hollow Oak Garage", "Hollow Oak MOT Centre"); a longer form of
    another is the same name, and so are one and many ("Center", "Centers").
    """
    head = next(
        (word for word in _NAME_WORD.findall(naming.short(site.name)) if word.casefold() not in naming.LEAD), ""
    )
    if len(head) < HEAD:
        return {}
    called = re.compile(
        rf"(?<![\w'’-]){re.escape(head)} (?:(?:&|and|[A-Z][\w.'’-]*) ){{0,3}}(?i:{_FIRMS.replace(' ', '|')}){_END_OF_NAME}"
    )
    found: dict[frozenset[str], dict[str, tuple[str, Copy | Quote]]] = defaultdict(dict)
    for page in site.pages:
        if page.twin_of:
            continue
        lines: list[Copy | Quote] = [Quote(page.page.title, page.url, "title")]
        lines += [copy for copy in page.copy if not copy.unit.region.is_copy or copy.unit.level == 1]
        for line in lines:
            for match in called.finditer(line.text[:LONGEST]):
                words = frozenset(word.removesuffix("s") for word in naming.bare_words(match[0]).split())
                found[words].setdefault(page.url, (match[0], line))
    often = sorted((words for words in found if len(found[words]) >= TWICE), key=lambda words: -len(found[words]))
    apart = [words for words in often if not any(words < other or other < words for other in often)]
    names = (next(iter(found[words].values())) for words in apart)
    return {name: line for name, line in names if not introduced(site, name)} if len(apart) > 1 else {}


HEAD = 4
"""Letters of the word that a company's names begin with, at least: shorter ones are initials and places."""

_NAME_WORD = re.compile(r"[A-Z][\w'’-]+")


def introduced(site: Site, name: str) -> bool:
    """Whether a line says how another name belongs to the company: that it founded or runs it, is part of it, or was called so."""
    squeezed = re.sub(r"\W", "", name.casefold())
    return len(squeezed) >= SHORTEST and any(
        squeezed in re.sub(r"\W", "", copy.text.casefold()) and _BELONGS.search(copy.text) is not None
        for _, copy in site.copy()
        if copy.unit.region.is_copy and len(copy.text) <= LONGEST
    )


SHORTEST = 5
"""Letters of a name from which it is looked for with its blanks closed ("HillFarm")."""

_BELONGS = re.compile(
    r"\b(?:(?:co-?)?found(?:ed|er)|started|launched|created|(?:also|now) (?:run|own)s?|owns|acquired|bought|merged|sister (?:company|firm|brand|site)"
    r"|parent (?:company|firm)|(?:part|division|brand|branch|arm|subsidiary|member|trading name|trading style) of|trad(?:es|ing) as|d/?b/?a|doing business as"
    r"|(?:formerly|previously|also|now) (?:known as|called|trading as)|renamed|rebranded)\b",
    re.I,
)
"""What says how two names belong together."""


def _akin(site: Site, owner: str) -> bool:
    """Whether an owner's name shares a word with one of the company's, is made of its initials, or stands in its address."""
    words = {word for name in (site.name, *site.names) for word in re.findall(r"[a-z]{3,}", name.casefold())}
    own = re.findall(r"[a-z]{3,}", owner.casefold())
    initials = {form for name in (site.name, *site.names) for form in naming.initials(name)}
    host = re.sub(r"[^a-z]", "", site.host.casefold())
    return bool(words & set(own)) or owner in initials or not own or "".join(own) in host


def mistermed(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Terms of two words with one slip in a word, beside the term as the site writes it: text, words, what was meant.

    "Filer Press" where the site writes "filter press" :data:`OF_TERM` times, and that often as often; the slip may be a word,
    but none that stands elsewhere on the site.
    """
    pairs, uses, first = Counter[tuple[str, str]](), Counter[str](), dict[tuple[str, str], tuple[str, str]]()
    for text in dict.fromkeys(texts):
        found = list(spelling.WORD.finditer(text)) if "{" not in text and not spelling.is_foreign(text) else []
        uses.update(match[0].casefold() for match in found)
        for one, other in pairwise(found):
            if text[one.end() : other.start()] == " ":
                pair = one[0].casefold(), other[0].casefold()
                pairs[pair] += 1
                first.setdefault(pair, (text, text[one.start() : other.end()]))
    beside: dict[tuple[int, str, str], list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        beside[0, pair[1], pair[0][0]].append(pair)
        beside[1, pair[0], pair[1][0]].append(pair)
    told: set[str] = set()
    for term in (pair for pair, count in pairs.items() if count >= OF_TERM and min(map(len, pair)) >= SHORTEST_BESIDE):
        for at in (0, 1):
            right = term[at]
            for pair in beside[at, term[1 - at], right[0]]:
                word = pair[at]
                if min(len(word) + 1, len(right)) < SHORTEST_OF_TERM or pairs[pair] * OF_TERM > pairs[term]:
                    continue
                if uses[word] > pairs[pair] or OSA.distance(word, right, score_cutoff=1) != 1 or word in told:
                    continue
                if not inflected(word, right) and plain(word) != plain(right):
                    told.add(word)
                    text, words = first[pair]
                    parts = words.split()
                    parts[at] = cased(right, parts[at])
                    yield text, words, " ".join(parts)


OF_TERM, SHORTEST_OF_TERM, SHORTEST_BESIDE = 4, 6, 4
"""Times a term must stand, and oftener than its variant; letters of the word that has the slip, and of the one beside it.

On 92 sites these told 15 variants, all slips; with words of five letters "Greek salad" is one of "green salad"."""
