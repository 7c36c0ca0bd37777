"""Who works there today: whether a site names its people, and what it tells of them.

No model but the labels; word lists "names" and "vouchers". There are three answers: somebody is surely named, nobody is, or it
cannot be told. Whoever might be somebody of its own is taken for one before it is said that nobody is named: a name in a line, a
heading, a picture's text, a mail address. Customers under their own words are not, nor the dead, nor who invented what is used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Set
from itertools import pairwise
from typing import NamedTuple

from auditor import areas, lexicon, spelling
from auditor.cues import Likely, rare
from auditor.entities import Entity, How, Kind, customers_words, entities
from auditor.figures.contacts import phones
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.site import Site, is_counted
from auditor.text import word_count
from auditor.voices import LONG, once, person, quotations, quoted

_STORIES = (PageKind.CUSTOMERS, PageKind.TESTIMONIAL, PageKind.BLOG, PageKind.POLICY)

NEAR, SHORT = 4, 6
"""Lines around a quotation in which its speaker's name may stand, and words of a line that can be it with his place: judgements."""


@once
def unnamed(site: Site) -> bool:
    """Whether not one of its people is named on any page read, nor is it called after one."""
    speakers = _speakers(site)
    lines = list(_own_lines(site, speakers))  # below each once: menus and footers say the same on every page
    texts = {text: None for text in dict.fromkeys(lines) if not _GONE.search(text) and not _OTHERS.search(text)}
    lines = [text for text in lines if text in texts]
    people = [entry.name for entry in entities(site).of(Kind.STAFF, Kind.PERSON) if entry.human]
    named = (name not in speakers and any(_apart(site, name) in text for text in texts) for name in people)
    own = _FULL.fullmatch(site.name) and not any(spelling.is_word(word.casefold()) for word in site.name.split())
    if own or person(site.name)[1] or any(named) or any(map(_pictured, site.pages)):
        return False
    names = {text for text in texts if _FIRST.fullmatch(text)}
    pairs = (pair for pair in dict.fromkeys(pairwise(lines)) if not names.isdisjoint(pair)) if names else ()
    return not any(_names_somebody(site, text) for text in texts) and not any(
        _card(site, one, other) or _card(site, other, one) for one, other in pairs
    )


def _apart(site: Site, name: str) -> str:
    """The surname by which somebody is told from others, or his first name where the company has the surname."""
    first, *_, last = f"{name} {name}".split()
    return first if last in site.name else last


_GONE = rare(
    r"\b(?:died|passed away|deceased|in (?:loving )?memory of|(?:our|the) late [A-Z]|posthumous\w*)\b|\bborn\b[^.]{0,40}\b1[0-8]\d\d\b|\b(?:1[89]|20)\d\d ?[-–—] ?(?:19|20)\d\d\)"
)
"""What tells of somebody who is no longer there."""
_OTHERS = rare(
    r"\b(?i:invented|devised|discovered|pioneered|(?:originally|first) (?:developed|designed|made)) (?:in \w+ )?by\b|\bJournal of\b|\bet al\b"
)
"""What names somebody who made or studied what is used: none of its people."""


def away(text: str) -> bool:
    """Whether a line tells of somebody who is no longer there, of a child, or of a player and a result: nobody to deal with."""
    return _GONE.search(text) is not None or lexicon.load("names").has(text, "player")


@once
def past(site: Site) -> tuple[Copy, ...]:
    """The lines that tell of somebody of its people who has died."""
    return tuple(
        copy
        for page, copy in site.lines_with(_GONE)
        if is_counted(page, copy)
        and page.kind not in _STORIES
        and _GONE.search(copy.text[:LONG])
        and (any(entities(site).find(copy.text, Kind.STAFF, Kind.PERSON)) or _TWO_NAMES.search(copy.text[:LONG]))
    )


_TEAM = re.compile(
    r"(?:meet )?(?:the|our|your) (?:[\w-]+ )?(?:team|staff|people|crew|family|dentists|doctors|instructors|teachers|experts)|meet \w+|team|staff|who we are",
    re.I,
)


def _pictured(page: JudgedPage) -> bool:
    """Whether its people may be named in pictures: two or more without a text, on a page with a heading that announces them."""
    mute = sum(not image.alt and image.region.is_copy for image in page.page.images)
    return mute > 1 and any(
        copy.unit.role is Role.HEADING and _TEAM.fullmatch(copy.text.strip(" .!:")) for copy in page.copy
    )


def _card(site: Site, name: str, post: str) -> bool:
    """Whether two short lines may be a name and its post: "Jo Ray", "Chief engineer"."""
    return (
        _FIRST.fullmatch(name) is not None
        and word_count(post) <= SHORT
        and lexicon.load("names").has(post, "job")
        and _strange(site, name)
    )


def _strange(site: Site, name: str) -> bool:
    """Whether some word of a name is a given name, or none of the language nor of its own name or trade."""
    if not lexicon.load("names").terms("given", "called", "word").isdisjoint(name.casefold().split()):
        return True
    words = (word.casefold().strip(".") for word in name.split())
    return any(len(word) > 1 and not spelling.is_word(word) and word not in site.common_words for word in words)


@once
def _speakers(site: Site) -> frozenset[str]:
    """Whoever signs customers' words, and the short lines around these in which he may be named without a job."""
    names = lexicon.load("names")
    found: set[str] = set()
    for entry in customers_words(site):
        found.update((entry.cite, *(part.strip() for part in entry.cite.split(","))))
        first, last = entry.copies[0].unit.order, entry.copies[-1].unit.order
        start = bisect_left(entry.page.copy, first - NEAR, key=lambda copy: copy.unit.order)
        end = bisect_left(entry.page.copy, last + NEAR + 1, lo=start, key=lambda copy: copy.unit.order)
        for copy in entry.page.copy[start:end]:
            sentence = _SMALL.search(copy.text) is not None or names.has(copy.text, "job")
            if word_count(copy.text) <= SHORT and not sentence:
                found.update((copy.text, copy.text.strip(" —–-~.,")))
    return frozenset(found)


_SMALL = re.compile(r"(?<!\S)(?!(?:and|the|from)\b)[a-z]{3}")
"""A word without a capital: the line is no signature."""


def _own_lines(site: Site, speakers: frozenset[str]) -> Iterable[str]:
    """Every line that is neither surely a customer's nor his signature, and what pictures are said to show."""
    marked = [entry for entry in quotations(site) if entry.bounded and entry.copies[0].unit.role is not Role.QUOTE]
    said = {copy.unit.id for entry in marked for copy in entry.copies}
    signed = {text for text in site.texts if text in speakers or text.strip(" —–-~.,") in speakers}
    for page in site.pages:
        for unit in (copy.unit for copy in page.copy):
            if unit.id not in said and unit.role is not Role.QUOTE and unit.text not in signed:
                yield unit.text[:LONG]
        yield from (image.alt[:LONG] for image in page.page.images if image.alt)


_TWO_NAMES = re.compile(r"\b([A-Z][a-z]{2,})(?=(?: [A-Z]\.?)? [A-Z][a-z]+)")
_TITLED = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Capt|Captain|Rev|Sir|Lady|Lord)\b\.? [A-Z]|\b(?:I am|I['’]m|[Mm]y name is) [A-Z]|\b[Mm]eet [A-Z]\w+ and [A-Z]"
)
_INTRODUCED = re.compile(
    r"\b(?:I am|I['’]m|[Mm]y name is|(?:run|founded|owned|led|started|taught|hosted|operated|managed) by|[Mm]eet|[Aa]sk for|[Ss]peak (?:to|with)"
    r"|[Hh]osts?,?|[Oo]wners?,?|[Ff]ounders?,?|[Dd]irector,?) ([A-Z][a-z]{2,})\b"
)
_MAILBOX = re.compile(r"\b([a-z]+)(?:[._-][a-z]+)?@", re.I)
_MAKER = rare(r"\b(?:web ?)?(?:site|design\w*|developed|built|hosted|powered|photo\w*)\b[^.]{0,20}\bby\b", re.I)
"""Who made the website or took the pictures is none of its people."""
_ALONE = re.compile(
    r"\b(?=[A-Z])(?<!San )(?<!Santa )(?<!Saint )(?<!St )(?<!St\. )(?<!Mount )(?<!Lake )(?<!Port )(?<!Fort )(?<!in )(?<!of )(?<!near )([A-Z][a-z]{2,})(?:['’]s)? "
    r"(?!and (?:his|her|their)\b)[a-z]"
)
"""A word with a capital of which something is told; "Joe and his team" is a customer's."""
_CALLED = re.compile(
    r"\b(?=[A-Z])(?<!San )(?<!Santa )(?<!Saint )(?<!St )(?<!St\. )(?<!Mount )(?<!Lake )(?<!Port )(?<!Fort )(?<!in )(?<!of )(?<!near )"
    r"([A-Z][^\W\d_A-Z]{2,})\b(?! and (?:his|her|their)\b)(?! [A-Z])"
)
"""A word with a capital wherever it stands; "in Florence" is a town, "Thomas Street" a street."""
_THANKED = re.compile(r"\bthank\w*(?: \w+){0,5} (?:to )?$|\b(?:recommend\w*|asked) $", re.I)
"""Whom a line thanks or recommends is named by a customer."""
_SIGNED = re.compile(
    r"(?:\b(?:[Cc]heers|[Tt]hanks|(?:[Bb]est|[Gg]ood|[Ww]arm) wishes|(?:(?:[Kk]ind|[Bb]est|[Ww]arm) )?[Rr]egards|[Ss]incerely|[Yy]ours|[Ll]ove),?[ –—-]+"
    r"|\b(?:engineer|chef|cook|coach|teacher|therapist|doctor|dentist|vet|nurse|owner|founder|manager|driver|host|guide|tutor|name|person|contact|trainer|instructor)"
    r" (?:is|will be) )([A-Z][^\W\d_A-Z]{2,})\b(?! [a-z])"
)
"""Under a letter, and "your engineer is"."""
_FAMILY = re.compile(
    r"\b(?i:run|owned|led|founded|started|managed|made|grown|kept|(?:19|20)\d\d) by the (?!(?:[A-Z][a-z]+ )?[Ff]amily\b)[A-Z][^\W\d_]+s\b|\b[Tt]he (?!Whole |Entire |Same |New |Royal )[A-Z][^\W\d_]{2,} [Ff]amily\b(?! of\b)"
)
_KINSMAN = re.compile(
    r"(?<![Mm]y )\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|father|mother|dad|mum|nephew|niece|cousin),? [A-Z][a-z]+\b"
)
_FOUNDER = re.compile(
    r"\b(?i:founded|set up|established|started|run|owned|led|bought|opened)(?: \w+){0,2} by ([A-Z][a-z]+) ([A-Z][a-z]{2,})\b"
)
_TRADER = re.compile(
    rf"(?<!{' )(?<!'.join(('Ltd', 'Limited', 'LLP', 'LLC', 'plc', 'PLC', 'Inc', 'GmbH'))} )\b(?:t/a\b|[Tt]rading as\b)"
)
"""Whoever trades under a name and is no company is somebody."""
_INITIALS = rare(
    r"(?:^|[,|(©–]\s?|\b(?:by|and|is|(?:19|20)\d\d) )(?!U\. ?[SK]\.|P\. ?O\.|D\. ?C\.)((?:[A-Z]\. ?){1,3})([A-Z][^\W\d_A-Z]{2,})\b"
)
"""One initial before a word of the language may count a list ("A. Payment"); two may not."""
_PAIR = re.compile(r"\b([A-Z][a-z]{2,}) (?:and|&) ([A-Z][a-z]{2,})\b")
_WORKERS = re.compile(
    r"(?:[\w-]+ ){0,2}(?:[a-z]+(?:ers|ors|ists|ians|ics|men|women)|guides|nurses|coaches|crew|team|staff)", re.I
)
_LIST = re.compile(r"([^:]{3,40}): (?=[A-Z])([^:]{3,200})")
_UP, _NAME = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_a-zß-öø-ÿ][^\W\d_'’-]['’\w-]*"
_FULL = rare(rf"(?:{_NAME}|{_UP}\.?)(?: {_UP}\.?)?(?: {_NAME}){{1,2}}")
_FIRST = re.compile(rf"{_UP}[a-zß-öø-ÿ'’-]{{2,}}|{_FULL.pattern}")
_ACRONYM = re.compile(r"[A-Z]{2}|[A-Z]+\d")
"""A word with two capitals together names a make or a place ("TP-Link Omada", "MIDC Bhosari"), where no given name is beside it."""
_POST = re.compile(rf"\W*({_FULL.pattern}|{_NAME}) ?(?:,|[-–—|(:]) ?(.{{3,60}})")


_CAPITAL = re.compile(r"[A-Z@]")
_CAPITALISED = re.compile(r"[A-Z][^\W\d_A-Z]{2,}")
"""What :data:`_TWO_NAMES`, :data:`_ALONE` and :data:`_CALLED` may take for a name."""

_LIKELY = Likely(
    {
        "maker": _MAKER, "titled": _TITLED, "introduced": _INTRODUCED, "signed": _SIGNED, "founder": _FOUNDER,
        "kinsman": _KINSMAN, "family": _FAMILY, "trader": _TRADER,
    }
)  # fmt: skip


def _names_somebody(site: Site, text: str) -> bool:
    """Whether a line may name one of its people: a given name before another capital, a title, "run by", a name alone, a mailbox."""
    if _CAPITAL.search(text) is None and (text.isascii() or not any(map(str.isupper, text))):
        return False
    likely = _LIKELY.among(text)
    if ("maker" in likely and _MAKER.search(text)) or areas.in_a_row(text):
        return False
    if text.isupper():
        text = text.title()
        likely = _LIKELY.among(text)
    names = lexicon.load("names")
    given = names.terms("given", "called")
    capitals = {word.casefold() for word in _CAPITALISED.findall(text)}  # most lines have no name among them
    shapes = () if given.isdisjoint(capitals) else (_TWO_NAMES, _ALONE)
    if person(text)[1] or any(match[1].casefold() in given for shape in shapes for match in shape.finditer(text)):
        return True
    if "@" in text and any(match[1].casefold() in given for match in _MAILBOX.finditer(text)):
        return True
    introduced = [shape for name, shape in (("introduced", _INTRODUCED), ("signed", _SIGNED)) if name in likely]
    if any(_strange(site, match[1]) for shape in introduced for match in shape.finditer(text)):
        return True
    if ("titled" in likely and _TITLED.search(text)) or _called(text, capitals) or _behind(site, text, likely):
        return True
    told = _LIST.match(text)
    listed = told is not None and (
        names.has(told[1], "job") or _TEAM.fullmatch(told[1]) is not None or _WORKERS.fullmatch(told[1]) is not None
    )
    parts = re.split(r",? and |, | & ", told[2].strip(" .")) if told and listed else ()
    post = _POST.match(text)
    called = [post[1]] if post and names.has(post[2], "job") else []
    if any(_strange(site, name) for name in (*filter(_FIRST.fullmatch, parts), *called)):
        return True
    return not names.has(text, "place", "town", "organisation") and any(
        not any(
            spelling.is_word(word.casefold()) or word.casefold() in site.common_words or _ACRONYM.search(word)
            for word in match[0].split()[:2]
        )
        and site.name_pattern.search(match[0]) is None
        and match[0].split()[-1] not in site.name
        for match in _FULL.finditer(text)
    )


def _called(text: str, capitals: Set[str]) -> bool:
    """Whether a line holds a given name where no town, street or customer is spoken of, or two that may be names as a pair."""
    names = lexicon.load("names")
    sure, may = names.terms("given", "called"), names.terms("given", "called", "word")
    if may.isdisjoint(capitals):
        return False
    if any(
        match[1].casefold() in sure and not _THANKED.search(text[: match.start()]) for match in _CALLED.finditer(text)
    ):
        return True
    return any(one.casefold() in may and other.casefold() in may for one, other in _PAIR.findall(text))


def _behind(site: Site, text: str, likely: Set[str]) -> bool:
    """Whether a family, a sole trader or somebody with initials stands in a line; the company's own name is nobody's."""
    if "." in text:
        for match in _INITIALS.finditer(text):
            if match[2] not in site.name and (match[1].count(".") > 1 or not spelling.is_word(match[2].casefold())):
                return True
    founder = _FOUNDER.search(text) if "founder" in likely else None
    strange = founder is not None and not all(spelling.is_word(word.casefold()) for word in founder.groups())
    if founder and strange and not lexicon.load("names").has(founder[0], "organisation"):
        return True
    return any(
        shape.search(text)
        for name, shape in (("kinsman", _KINSMAN), ("family", _FAMILY), ("trader", _TRADER))
        if name in likely
    )


_CAN = re.compile(
    r"\b(?:qualified|graduat\w+|degrees?|diplomas?|certificat\w+|[Cc]ertified|[Cc]hartered|accredited|[Rr]egistered|registration|[Ll]icen[sc]ed|fellow"
    r"|members? of (?:the )?[A-Z]|trained|studied|apprentice\w*|B\.?Sc|M\.?Sc|B\.?A\.?|M\.?B\.?A|Ph\.?D|J\.?D|years|since (?:19|20)\d\d|in (?:19|20)\d\d"
    r"|founded|founding|formerly|previously|worked|served|career|partner|vice president|director|University|College|School)\b"
)
"""What somebody has learned, done or been, as it stands in a line about him."""
_GROUP = re.compile(r"\b(?i:team|staff|board|committee|department|program\w*|group|office|support)\b|-(?:[a-z]|Only)")
_MANY = re.compile(r"\b(?:team of|our team|professionals|experts)\b", re.I)  # a line about them tells of nobody
_GOES_ON = re.compile(r"(?:He|She|I|His|Her|My)\b")
_LED = re.compile(r"\b(?:founded|led|lead|run|owned|started|operated|managed|headed) by\b")
AT_HEAD = 12
"""Letters of a line in which the name stands of whom it speaks: a judgement."""
MIN_CAN = 2
"""Signs of what somebody can in a line from which it tells of one who is not surely of its people."""


def told(site: Site) -> tuple[Copy, ...]:
    """The lines that tell what its people have learned, done or been, one for each, the fullest first."""
    return tuple(dict.fromkeys(copy for _, copy in _histories(site)))


@once
def _histories(site: Site) -> tuple[tuple[str, Copy], ...]:
    """Of whom it is told what he has learned, done or been, with the fullest line; the fullest of all first."""
    cites = " ".join(entry.cite for entry in quotations(site))
    known = entities(site)
    ours = {entry.name for entry in known.of(Kind.STAFF, Kind.PERSON) if _own_person(site, entry, cites)}
    best: dict[str, tuple[int, Copy]] = {}
    for page in site.pages if ours else ():
        if page.kind in _STORIES or page.twin_of:
            continue
        spoken = quoted(site, page)
        here: Entity | None = None  # of whom the lines speak that go on with "he"
        for copy in page.copy:
            text = copy.text[:LONG]
            if copy.unit.region in (Region.NAV, Region.OVERLAY) or copy.unit.id in spoken or away(text):
                continue
            named = [entry for _, _, entry in known.find(text, Kind.STAFF, Kind.PERSON) if entry.name in ours]
            if word_count(text) <= SHORT:
                if named or copy.unit.level or person(text)[0]:
                    here = named[0] if named else None
                continue
            who = next((entry for entry in named if _speaks_of(site, entry, text)), None)
            can = 0 if _MANY.search(text) else len(_CAN.findall(text))
            if (
                who is None
                and not named
                and here
                and (can >= MIN_CAN or _GOES_ON.match(text) or text.startswith(tuple(here.name.split())))
            ):
                who = here
            if who is None:
                continue
            sure = who.kind is Kind.STAFF or who.name in site.name or _LED.search(text)
            if can >= (1 if sure else MIN_CAN) and can > best.get(who.name, (0, copy))[0]:
                best[who.name] = can, copy
    lines = sorted(best.items(), key=lambda line: (-line[1][0], line[1][1].unit.page, line[1][1].unit.order))
    return tuple((name, copy) for name, (_, copy) in lines)


def _speaks_of(site: Site, entry: Entity, text: str) -> bool:
    """Whether a line in which somebody is named is about him, and not about his book or his house."""
    place, firm = text.find(entry.name), site.name_pattern.search(text)
    titled = 0 < place <= AT_HEAD and lexicon.load("names").has(text[:place], "honorific", "job")
    within = firm is not None and firm[0] != entry.name and entry.name in firm[0] and text.count(entry.name) == 1
    return not within and (place == 0 or titled or _LED.search(text[:place]) is not None or firm is not None)


def _own_person(site: Site, entry: Entity, cites: str) -> bool:
    """Whether somebody named in full may be one of its people: sure, and no speaker of customers' words."""
    return (
        entry.human
        and entry.sure
        and " " in entry.name
        and len(entry.name.split()[-1].strip(".")) > 1
        and not _GROUP.search(entry.name)
        and entry.name not in cites
        and entry.name not in _speakers(site)
    )


@once
def posts(site: Site) -> tuple[Copy, ...]:
    """The lines that name its people with their post or in a list of them, one for each; speakers left out."""
    cites = " ".join(entry.cite for entry in quotations(site))
    units = {copy.unit.id: copy for page in site.pages if page.kind not in _STORIES for copy in page.copy}
    own = (entry for entry in entities(site).of(Kind.STAFF) if _own_person(site, entry, cites))
    said = ([seen.unit for seen in entry.told if seen.how in (How.JOB, How.LISTED)] for entry in own)
    lines = (next((units[unit] for unit in told if unit in units), None) for told in said)
    return tuple(line for line in lines if line is not None)


class Known(NamedTuple):
    """Somebody of its people who is surely named: his name, the line that names him, and his post or number where one stands beside it."""

    name: str
    copy: Copy
    beside: Copy | None = None


_ROLE = rare(
    r"(?i:\b(?<!previous )(?<!former )(?<!past )(?:contact(?: person)?|owner|co-owner|proprietor|operator|director|manager|managing director|host|founder|president|chair(?:man|woman|person)?"
    r"|secretary|treasurer|instructor|coach|captain|trainer|head teacher|principal)(?: (?:and|&) \w+)?)(?: ?[:–—-] ?|,? )"
)
"""A post or "Contact" before a name."""
_WELCOMES = rare(
    rf"^((?:{_FIRST.pattern}|{_NAME})(?:(?:, | & | and )(?:{_NAME}))*) (?:welcomes?|looks? forward to|will be glad to|invites?) "
)
_MY_NAME = rare(rf"\b(?:[Mm]y name is|I am|I['’]m) ({_FULL.pattern}|{_NAME})\b")
_RUN_BY = rare(rf"\b(?i:run|owned|led|lead|operated|managed|taught) by ((?:{_NAME} and )?{_FULL.pattern})")
_LINE = rare(rf"({_FIRST.pattern})(?: (?:[Cc]ell|[Mm]obile|[Tt]el))?\W{{1,3}}(?=[+(]?\d[\d() -]{{8,}})")
"""A name before its own telephone number."""
BESIDE = 4
"""Lines under a name in which his post, number or mailbox may stand: a judgement."""


@once
def known(site: Site) -> tuple[Known, ...]:
    """Those of its people who are surely named and there today: by a post, a history, "Contact:", a welcome, a number."""
    speakers, names = _speakers(site), lexicon.load("names")
    found: dict[str, Known] = {}
    pages = {page.url: page for page in site.pages}
    for copy in (copy for copy in posts(site) if not areas.town_first(copy.text)):
        if away(copy.text) or _CITED.fullmatch(copy.text[:LONG]) or _signs(pages[copy.unit.page], copy):
            continue
        name = next((one for one in (copy.text, copy.text.split(",")[0]) if person(one)[0]), copy.text)
        name = " ".join(word for word in name.strip(" .,").split() if not _ACRONYM.match(word.strip("(")))
        found.setdefault(name.casefold(), Known(name, copy, _post_beside(pages[copy.unit.page], copy)))
    for full, copy in _histories(site):
        name = " ".join(word for word in full.split() if full.isupper() or not _ACRONYM.match(word))
        found.setdefault(name.casefold(), Known(name, copy))
    declared = {
        entry.name
        for entry in entities(site).of(Kind.STAFF, sure=True)
        if entry.human and " " in entry.name and any(seen.how is How.DECLARED for seen in entry.told)
    }
    done: set[str] = set()
    for page in site.pages:
        if page.kind in (PageKind.CUSTOMERS, PageKind.TESTIMONIAL, PageKind.BLOG) or page.twin_of:
            continue
        for place, copy in enumerate(page.copy):
            text = copy.unit.text[:LONG]
            again = text in done and page.kind is not PageKind.CONTACT  # what is said again names nobody new
            if again or copy.unit.id in quoted(site, page) or copy.unit.region is Region.OVERLAY or text.islower():
                continue
            cited = any(_CITED.fullmatch(other.text[:LONG]) for other in page.copy[max(0, place - 1) : place + 1])
            if cited or areas.town_first(text) or away(text) or _OTHERS.search(text) or _MAKER.search(text):
                continue
            done.add(text)
            sure = [text] if text in declared else []
            if page.kind is PageKind.CONTACT and _FULL.fullmatch(text):
                number = any(phones(other.text[:LONG]) for other in page.copy[place + 1 : place + 1 + BESIDE])
                odd = not any(spelling.is_word(word.casefold()) for word in text.split())
                sure += [text] if number and (odd or person(text)[1]) else []
            for name in (*sure, *(name for name in _names_of(text) if _is_name(site, name, text))):
                shown = name.title() if name.isupper() else name
                if shown not in speakers and not names.has(f"{shown} ", "organisation", "place", "town"):
                    found.setdefault(shown.casefold(), Known(shown, copy))
    called = (entry for key, entry in found.items() if not site.is_called(key, entry.copy.text))
    return tuple(entry for entry in called if not _GROUP.search(entry.name))


_DEVICE = re.compile(r"\b(?:Call|Tel|Telephone|Phone|Mobile|Cell|Fax|Office|Text|Email|Book)\b")


def _signs(page: JudgedPage, copy: Copy) -> bool:
    """Whether the line over a name is somebody's own account: then he may be a customer who signs it."""
    return any(other.unit.id == copy.unit.id and _MINE.search(over.text[:LONG]) for over, other in pairwise(page.copy))


_MARKED = r"[“\"‘][^”\"]{8,}[”\"’]"
_MINE = re.compile(rf"\bI(?:['’]\w+)? (?:have|had|was|am|would|ever|can)\b|\b[Mm]y \w+|^{_MARKED}$")
_CITED = rare(rf"{_MARKED}(?: ?[—–~-].*)?")


def _is_name(site: Site, name: str, text: str) -> bool:
    """Whether the words where a name must stand are one: no abbreviation, nobody's kinsman, no word of the language first."""
    if "©" in text or name.endswith(("'s", "’s")) or site.name_pattern.fullmatch(name) or _DEVICE.search(name):
        return False
    if not text.isupper() and _ACRONYM.search(name):
        return False
    return _strange(site, (name.title() if name.isupper() else name).split()[0])


def _names_of(text: str) -> Iterable[str]:
    """The names that a line surely gives of its people."""
    for match in list(_ROLE.finditer(text))[:1]:
        if (name := _FULL.match(text, match.end())) is not None:
            yield " ".join(name[0].split()[:2]) if text.isupper() else name[0]
    if text.isupper():
        return  # where a name ends cannot be told
    for shape in (_WELCOMES, _MY_NAME, _RUN_BY, _LINE):
        told = shape.search(text)
        yield from re.split(r", | & | and ", told[1]) if told else ()
    post = _POST.match(text)
    if post and lexicon.load("names").has(post[2], "job"):
        yield post[1]


def _post_beside(page: JudgedPage, copy: Copy) -> Copy | None:
    """The line under a name that gives his post, before the next name."""
    place = next((n for n, other in enumerate(page.copy) if other.unit.id == copy.unit.id), len(page.copy))
    for other in page.copy[place + 1 : place + 1 + BESIDE]:
        if person(other.text.split(",")[0])[0]:
            return None
        if word_count(other.text) <= SHORT and lexicon.load("names").has(other.text, "job"):
            return other
    return None
