"""Typed facts of a site: figures it states about itself, with what they speak of, so that two of them can be compared.

A fact is a value in one unit, the thing it speaks of (``subject``: carriers, reply, diameter), what narrows it
(``scope``: the product, process or page it stands under; empty where it speaks for the whole company) and the words it
was read from. Only what the company says of itself is read: not customers' words, not articles, not sizes of customers.
Every pattern is linear in the text and texts are cut at
:data:`LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from auditor import lexicon, sizes
from auditor.model import Copy, JudgedPage, PageKind, Region, Role
from auditor.site import Site
from auditor.tables import Table, tables

LONGEST = 1000
"""Characters of a text that are read for facts."""

READ = frozenset(PageKind) - {
    PageKind.BLOG,
    PageKind.CUSTOMERS,
    PageKind.TESTIMONIAL,
    PageKind.DOCS,
    PageKind.INVESTORS,
}
"""Page kinds on which a company speaks of itself; articles and customers' stories speak of others."""

SHORT = 6
"""Words up to which a text that names nobody ("Est. 1985") speaks of the company whose page it stands on."""

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


class Kind(StrEnum):
    """What kind of figure a fact is."""

    COUNT = "count"
    YEARS = "years"
    FOUNDED = "founding year"
    MINIMUM = "minimum order"
    REPLY = "response time"
    WARRANTY = "warranty"
    REFUND = "return period"
    TRIAL = "trial"
    TERM = "contract term"
    HOURS = "opening hours"
    REACH = "capability"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure. ``bound`` is "at least", "at most" or "exact"; ``copies`` are the units that carry it."""

    kind: Kind
    subject: str
    value: float
    unit: str
    bound: str
    words: str
    copies: tuple[Copy, ...]
    page: JudgedPage
    scope: frozenset[str] = frozenset()
    place: str = "sentence"

    @property
    def general(self) -> bool:
        """True where it speaks for the whole company."""
        return not self.scope


def facts(site: Site) -> tuple[Fact, ...]:
    """Every fact of the site, pages in URL order, each value of a subject once for a page."""
    found: dict[tuple[object, ...], Fact] = {}
    for page in site.pages:
        if page.twin_of:
            continue
        for fact in _page_facts(site, page):
            key = (fact.kind, fact.subject, fact.value, fact.unit, fact.bound, fact.scope, page.url, fact.place)
            found.setdefault(key, fact)
    return tuple(found.values())


def latest_year(site: Site) -> int:
    """The newest year that the site itself gives in a copyright line, 0 where it gives none: its "now"."""
    years = [
        int(year)
        for page in site.pages
        for copy in page.copy
        if _COPYRIGHT.search(copy.text)
        for year in re.findall(r"\b(?:19[89]\d|20[0-4]\d)\b", copy.text[:LONGEST])
    ]
    return max(years, default=0)


_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
_SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_WIDE = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{_WORDS})\b)"
_ANY_NUMBER = re.compile(rf"\d|\bwithin an?\b|\b(?:{_WORDS})\b", re.I)
_NEUTRAL = frozenset(
    """happy satisfied loyal trusted leading major top different unique verified five-star 5-star real amazing great active
    total full-time dedicated skilled trained experienced certified licensed other various reputable best top-rated insurance
    and & + partner proud delighted valued individual""".split()
)
_OTHERS = re.compile(
    r"\b(?:up to|per|each|every|your|you|if|minimum|maximum|at least|less than|fewer than|under|first|limit|one of|out of|"
    r"another|only|their|his|her|they|he|she|company with|companies with|teams? of|businesses with|covered|next|last|past)\b[^.]{0,25}$"
    r"|\b(?:teams|companies|businesses|firms|employers|groups|schools|plants|organi[sz]ations)\s+$",
    re.I,
)
_TEAM = re.compile(r"team|people|staff|leadership|doctors?\b|attorneys|lawyers|bios?\b|partners?\b", re.I)
_PERSON = re.compile(r"\b(?:he|she|his|her|Dr|Mr|Mrs|Ms|founder|owner|president|my|I|combined|collective)\b")


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|itself)\b")


def number(text: str) -> float:
    """A written number as a value: "1,200", "12.5", "three"."""
    return float(_SMALL[text.lower()]) if text.lower() in _SMALL else float(text.replace(",", ""))


def _page_facts(site: Site, page: JudgedPage) -> Iterator[Fact]:
    for table in tables(page):
        yield from _table_facts(table)
    if page.kind not in READ:
        # terms that a guide or article of the company's own states about its orders are still its terms
        for copy in _own(page):
            yield from _minimum(page, copy)
        return
    own = list(_own(page))
    for copy in own:
        yield from _term(page, copy)
        if not _ANY_NUMBER.search(copy.text):
            continue
        for read in (_counts, _minimum, _reply, _periods, _reach, _hours, _phone):
            yield from read(page, copy)
        if _WE.search(copy.text) or site.name_pattern.search(copy.text) or len(copy.text.split()) <= SHORT:
            yield from _years(page, copy)
            yield from _founded(page, copy)
    yield from _scoreboard(page, own)


def _own(page: JudgedPage) -> Iterator[Copy]:
    """The units in which the company speaks of itself."""
    for copy in page.copy:
        unit = copy.unit
        quoted = unit.role is Role.QUOTE or unit.cite or unit.text[:1] in '"“'
        if quoted or unit.region in (Region.OVERLAY, Region.NAV) or len(unit.text) > LONGEST:
            continue
        yield copy


def _place(copy: Copy) -> str:
    return {Role.HEADING: "heading", Role.CELL: "table"}.get(copy.unit.role, "sentence")


def _scope(page: JudgedPage, *texts: str) -> frozenset[str]:
    """What narrows a fact on this page: nothing on general pages, the product or service elsewhere."""
    if page.kind in GENERAL:
        return frozenset()
    return nouns(page.page.title.split("|")[0]) or frozenset({page.url})


def nouns(text: str) -> frozenset[str]:
    """The content words of a name, singular and lower case: what two names can share."""
    found = re.findall(r"[a-z]{3,}", text.casefold())
    return frozenset(re.sub(r"(?<=[^s])s$", "", word) for word in found) - _PLAIN


_PLAIN = frozenset("the and for with our all from your custom new more best free per any this that".split())


@cache
def _counted() -> tuple[re.Pattern[str], dict[str, str]]:
    groups = lexicon.load("counts").groups
    by_noun = {term: group for group, terms in groups.items() for term in terms}
    names = "|".join(
        re.escape(noun).replace(r"\ ", r"[\s-]") for noun in sorted(by_noun, key=lambda noun: (-len(noun), noun))
    )
    pattern = re.compile(
        rf"(?P<more>(?:over|more than|nearly|almost|around|about|some|with|our|have|across|from|serving|of)\s+)?(?<![\d.,$€£#-]){_WIDE}"
        rf"(?P<thousand>\s?[kK]\b)?(?P<plus>\s?\+)?\s+(?P<between>(?:[\w'’&-]+\s+){{0,2}}?)(?P<noun>{names})\b(?!['’-])",
        re.I,
    )
    return pattern, by_noun


def _counts(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """Counts of what the company has or has served."""
    pattern, by_noun = _counted()
    for match in pattern.finditer(copy.text):
        words = [word for word in match["between"].split() if word.casefold() not in _NEUTRAL]
        words = [word for word in words if not re.fullmatch(r"[A-Z]\w+(?:an|ish|ese)", word)]
        lead = (match["more"] or "").strip().casefold()
        short = len(copy.text.split()) <= 6
        loud = bool(match["plus"]) or lead in ("over", "more than", "nearly", "almost") or short
        owned = lead in ("our", "have", "with", "across", "from") and match["number"].casefold() in _SMALL
        value = number(match["number"]) * (1000 if match["thousand"] else 1)
        if (
            not (loud or owned)
            or value < 3
            or (re.fullmatch(r"(?:19|20)\d\d", match["number"]) and not match["plus"])
            or _OTHERS.search(copy.text[: match.start()])
        ):
            continue
        subject = " ".join(
            [*(word.casefold() for word in words), by_noun[re.sub(r"[\s-]+", " ", match["noun"].casefold())]]
        )
        bound = "at least" if match["plus"] or lead in ("over", "more than") else "exact"
        yield Fact(Kind.COUNT, subject, value, "", bound, match[0].strip(), (copy,), page, _scope(page), _place(copy))


def _scoreboard(page: JudgedPage, own: Sequence[Copy]) -> Iterator[Fact]:
    """Counts whose figure and noun stand in two units, one under the other."""
    _, by_noun = _counted()
    for figure, label in pairwise(own):
        match = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)\s?([kK])?\s?(\+)?", figure.text)
        words = label.text.casefold().split()
        if match is None or not 1 <= len(words) <= 4 or figure.unit.region is not label.unit.region:
            continue
        said = " ".join(words)
        known = [noun for noun in by_noun if noun in said and re.search(rf"\b{re.escape(noun)}\b", said)]
        if known:
            noun = max(known, key=lambda noun: (len(noun), noun))
            rest = [word for word in said.split(noun)[0].split() if word not in _NEUTRAL]
            value = number(match[1]) * (1000 if match[2] else 1)
            subject = " ".join([*rest, by_noun[noun]])
            bound = "at least" if match[3] else "exact"
            words_seen = f"{figure.text} {label.text}"
            yield Fact(
                Kind.COUNT, subject, value, "", bound, words_seen, (figure, label), page, _scope(page), "heading"
            )


_YEARS = re.compile(
    rf"(?P<more>(?:over|more than|nearly|almost)\s+)?\b{_WIDE}(?P<plus>\s?\+)?[\s-]+years?(?:['’]s?)?\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?"
    r"(?P<what>in business|experience|serving|of service|service(?! (?:life|interval|plan|contract))|in the (?:industry|business|trade))\b",
    re.I,
)


def _years(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """Years in business or of experience, of the company and not of a person."""
    for match in _YEARS.finditer(copy.text):
        value = number(match["number"])
        if (
            3 <= value <= 250
            and not _TEAM.search(urlsplit(page.url).path)
            and not _PERSON.search(copy.text)
            and not re.search(r"\b(?:with|of) (?:a )?minimum\b|\bmust\b|\brequire", copy.text, re.I)
        ):
            what = "experience" if match["what"].casefold() == "experience" else "business"
            bound = (
                "at least"
                if match["plus"] or (match["more"] or "").strip().casefold() in ("over", "more than")
                else "exact"
            )
            yield Fact(Kind.YEARS, what, value, "years", bound, match[0], (copy,), page, frozenset(), _place(copy))


_FOUNDED = re.compile(
    r"\b(?:(?:founded|established|incorporated|est\.?)(?:\s+(?:in|since))?(?:\s+\w+){0,2}?|in business since|(?:family|locally)[- ]owned(?: and(?: family)?[- ]operated)? since)\s+"
    r"(?P<year>1[89]\d\d|20[0-4]\d)\b|^since (?P<alone>1[89]\d\d|20[0-4]\d)\W*$",
    re.I,
)


def _founded(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """The year in which the company says it was founded."""
    for match in _FOUNDED.finditer(copy.text):
        if not re.search(
            r"\b(?:by|association|institute|program(?:me)?|partner(?:ship)?|subsidiary|acquired|committee|campaign|award|league|"
            r"camp|department|division|branch|office|chapter|team|fund|festival|event|board|council|guild|auxiliary|show|"
            r"gala|city|town|county|village|brand|series)\b",
            copy.text[: match.start()][-40:],
            re.I,
        ):
            year = float(match["year"] or match["alone"])
            yield Fact(Kind.FOUNDED, "company", year, "", "exact", match[0], (copy,), page, frozenset(), _place(copy))


_MINIMUM = re.compile(
    rf"\b(?:(?P<scope>[A-Za-z-]+(?: [A-Za-z-]+)?)\s+)?(?:MOQs?|minimum (?:order|run|quantity)s?(?: (?:quantity|size|quantities))?|minimum runs?)\b"
    rf"(?P<verb>[\w\s:,-]{{0,20}}?)\s*{_NUMBER}\s*(?P<unit>pcs?|pieces?|units?|items?|sets?|kg|tons?|tonnes?|cases?|pallets?|rolls?)\b(?P<tail>[^.;!?—]{{0,80}})",
    re.I,
)


def _minimum(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """The smallest order that is taken."""
    for match in _MINIMUM.finditer(copy.text):
        narrowed = re.search(r"\bfor ([\w\s,&/-]+?)(?:$|,? (?:and are|but|which|with)\b)", match["tail"] or "")
        scope = nouns(narrowed[1]) if narrowed else nouns(match["scope"] or "") - _VERBS
        if not scope and page.kind not in GENERAL and copy.unit.region.is_copy:
            scope = _scope(page)
        bound = "at least" if re.search(r"\b(?:start|from|begin)", match["verb"] or "", re.I) else "exact"
        yield Fact(
            Kind.MINIMUM,
            "order",
            number(match["number"]),
            "pieces",
            bound,
            match[0][:90].strip(),
            (copy,),
            page,
            scope,
            _place(copy),
        )


_VERBS = frozenset("low the our typical their its your every real below that why start from with same standard".split())
_REPLY = re.compile(
    rf"\b(?P<verb>repl(?:y|ies)|respon(?:d|ds|se)|get back to you|return (?:your|all) calls?|be in touch|contact you|hear back|quotes?|quotation)\b[^.;!?]{{0,40}}?"
    rf"\bwithin\s+(?:(?P<about>an?)|{_WIDE})\s*(?P<business>business\s+|working\s+)?(?P<unit>hours?|days?|minutes?)\b",
    re.I,
)
_SPECIAL = re.compile(
    r"\b(?:emergenc|priority|urgent|premium|weekend|after hours|rush|express|enterprise|gold|critical)", re.I
)
_ARRIVES = re.compile(r"\b(?:arriv|at your door|on[- ]site|attend|call-?out|dispatch)", re.I)
_HOURS_IN = {"minute": 1 / 60, "hour": 1.0, "day": 24.0}


def _reply(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """How soon an enquiry is answered."""
    for match in _REPLY.finditer(copy.text):
        if _SPECIAL.search(copy.text) or _ARRIVES.search(copy.text) or page.kind is PageKind.POLICY:
            continue
        amount = number(match["number"]) if match["number"] else 1.0
        verb = match["verb"].casefold()
        brought = verb.startswith("quot") or re.search(r"\bback to you with\b", match[0], re.I)
        subject = "quote" if brought else "reply"
        value = amount * _HOURS_IN[match["unit"].casefold().rstrip("s")]
        yield Fact(Kind.REPLY, subject, value, "hours", "at most", match[0], (copy,), page, frozenset(), _place(copy))


_PERIODS = (
    (Kind.WARRANTY, re.compile(rf"\b{_WIDE}[\s-]*(?P<unit>years?|months?|days?)(?P<between>(?:[\s-]+[\w-]+){{0,3}}?)[\s-]+(?:warranty|guarantee)\b", re.I)),
    (Kind.WARRANTY, re.compile(rf"\bwarrant(?:y|ed|ies)\s+(?:is|of|for|period of)\s+(?:a period of\s+)?{_WIDE}[\s-]*(?P<unit>years?|months?)\b(?P<between>)", re.I)),
    (Kind.REFUND, re.compile(rf"\b{_WIDE}[\s-]*(?P<unit>days?)(?P<between>(?:[\s-]+[\w-]+){{0,2}}?)[\s-]+(?:money[\s-]back|returns?(?: policy| period| window)?|refund)\b", re.I)),
    (Kind.REFUND, re.compile(rf"\b(?:returns?|returned|refunds?|refunded)\b[^.;!?]{{0,50}}\bwithin\s+{_WIDE}\s*(?:calendar\s+|business\s+)?(?P<unit>days?)\b(?P<between>)", re.I)),
    (Kind.TRIAL, re.compile(rf"\b{_WIDE}[\s-]*(?P<unit>days?|weeks?|months?)(?P<between>(?:[\s-]+[\w-]+){{0,2}}?)[\s-]+trial\b", re.I)),
)  # fmt: skip
_FREE_TO_GO = re.compile(
    r"\b(?:no (?:long[- ]term |binding |annual |yearly |fixed )?(?:contracts?|commitments?)(?! (?:work|manufactur))|without (?:a |any )?(?:contract|commitment)|cancel (?:at )?any ?time)\b",
    re.I,
)
_BOUND = re.compile(
    rf"\b(?:{_WIDE}[\s-]months?[\s-](?:minimum|contract|term|commitment|agreement)\b|minimum (?:term|contract|commitment)(?: period)? (?:of|is) (?P<months>\d{{1,2}}) months?\b)",
    re.I,
)
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}


def _periods(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """Warranty, return and trial periods."""
    for kind, pattern in _PERIODS:
        for match in pattern.finditer(copy.text):
            special = _SPECIAL.search(copy.text) or re.search(
                r"\b(?:extended|labor|labour|parts|limited lifetime|manufacturer|optional|visa)\b", copy.text, re.I
            )
            if special:
                continue
            value = number(match["number"]) * _DAYS_IN[match["unit"].casefold().rstrip("s")]
            yield Fact(kind, kind.value, value, "days", "exact", match[0], (copy,), page, _scope(page), _place(copy))


def _reach(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """How large a piece can be worked: what a sentence claims ("up to"), and what an entry of a list says."""
    if copy.unit.role is Role.CELL:
        return
    around = (copy.text, copy.unit.heading, page.page.title)
    entries = sizes.listed(copy.text) if copy.unit.role is Role.BULLET else ()
    for place, found in (("sentence", sizes.claimed(copy.text)), ("list", entries)):
        for size in found:
            process = frozenset({sizes.process_of(*around, before=size.before)} - {""})
            yield Fact(
                Kind.REACH, size.dimension, size.inches, "inches", "at most", size.words, (copy,), page, process, place
            )


def _table_facts(table: Table) -> Iterator[Fact]:
    """Minimum orders and largest dimensions that stand in a table, under the header that names them."""
    for column, head in enumerate(table.header):
        label = head.text.casefold()
        minimum = re.search(r"\bmoq\b|\bmin(?:imum)?\.? (?:order|qty|quantity)", label)
        dimension = sizes.dimension_of(head.text)
        for row in table.rows:
            if column >= len(row) or len(row) != len(table.header):
                continue
            cell = row[column]
            if minimum and (match := re.match(rf"{_NUMBER}\s*(?:pcs?|pieces?|units?)?\b", cell.text)):
                yield Fact(
                    Kind.MINIMUM, "order", number(match["number"]), "pieces", "exact", cell.text, (row[0], cell), table.page, nouns(row[0].text), "table"
                )  # fmt: skip
            if dimension and cell is not row[0] and (found := sizes.lengths(cell.text)):
                yield _cell(table, dimension, max(found), head, row[0], cell)
    # the other way round: a row for each property
    for row in (table.header, *table.rows):
        dimension = sizes.dimension_of(row[0].text)
        for cell in row[1:]:
            if dimension and (found := sizes.lengths(cell.text)):
                yield _cell(table, dimension, max(found), row[0], row[0], cell)


def _cell(table: Table, dimension: str, inches: float, head: Copy, first: Copy, cell: Copy) -> Fact:
    process = sizes.process_of(head.text, first.text, table.heading, table.page.page.title)
    copies = tuple(dict.fromkeys((first, head, cell)))
    scope = frozenset({process} - {""})
    return Fact(
        Kind.REACH, dimension, round(inches, 3), "inches", "at most", cell.text, copies, table.page, scope, "table"
    )


_DAYS = r"(?P<days>mon(?:day)?\.?\s*(?:-|–|—|to|through|thru)\s*(?:fri|sat|sun)(?:day|urday)?\.?)"
_TIME = r"(\d{1,2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
_HOURS = re.compile(rf"{_DAYS}[\s:,|-]*(?:from\s+)?{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}", re.I)


def _term(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """How long a customer is bound: 0 where the text says that he is not."""
    if match := _FREE_TO_GO.search(copy.text):
        yield Fact(Kind.TERM, "contract", 0.0, "months", "exact", match[0], (copy,), page, _scope(page), _place(copy))
    elif match := _BOUND.search(copy.text):
        months = number(match["number"] or match["months"])
        yield Fact(
            Kind.TERM, "contract", months, "months", "exact", match[0], (copy,), page, _scope(page), _place(copy)
        )


def _hours(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """Opening hours on working days, where the page speaks for the whole company."""
    if page.kind not in GENERAL and copy.unit.region is not Region.FOOTER:
        return
    for match in _HOURS.finditer(copy.text):
        start, end = _clock(*match.groups()[1:4], morning=True), _clock(*match.groups()[4:7], morning=False)
        days = re.sub(r"[^a-z]", "", match["days"].casefold().replace("through", "to").replace("thru", "to"))
        days = days[:3] + "-" + re.split(r"to|(?<=mon)(?:day)?", days)[-1][:3]
        yield Fact(Kind.HOURS, days, start * 100 + end, "", "exact", match[0], (copy,), page, frozenset(), _place(copy))


def _clock(hour: str, minute: str | None, half: str | None, *, morning: bool) -> float:
    """A time of day in hours; without am or pm, an opening is in the morning and a closing in the afternoon."""
    value = int(hour) % 24 + int(minute or 0) / 60
    late = half[0].casefold() == "p" if half else (not morning and value < 12)
    return value % 12 + 12 if late else value


def _phone(page: JudgedPage, copy: Copy) -> Iterator[Fact]:
    """A phone number shown, with the number that its link dials."""
    if not copy.unit.href.casefold().startswith("tel:"):
        return
    dialled = re.sub(r"\D", "", copy.unit.href)
    shown = [re.sub(r"\D", "", part) for part in re.findall(r"\+?\(?\d[\d\s().-]{6,18}\d", copy.text)]
    if len(shown) == 1 and 7 <= len(shown[0]) <= 15 and len(dialled) >= 7:
        same = dialled[-7:] == shown[0][-7:]
        yield Fact(
            Kind.PHONE, dialled, float(not same), "", "exact", copy.text, (copy,), page, frozenset(), _place(copy)
        )
