"""What a site says that a customer can count on or check, and where it stands.

Only hard kinds of lines are named (word list "reasons"): what costs nothing, what is put right, a measure, a register's
number, a counted record, what others do not take on. Praise, lives and years are none, however well they read. What the
home page tells stands aside, and so do rules, other people's affairs, half thoughts and pieces of a list: nothing that is
named would have to be found or rewritten first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor import lexicon
from auditor.charges import taken_back
from auditor.model import Copy, JudgedPage, Label, PageKind, Role
from auditor.organisation import organisation
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import alike, called, invented_on
from auditor.text import doubled, listed, word_count
from auditor.voices import LONG, once, quoted

KINDS: dict[str, str] = {
    "gained": "what came of it for a customer",
    "candid": "when it advises against its own interest",
    "gratis": "what costs nothing",
    "remedy": "what it puts right or pays back",
    "rare": "what others do not take on",
    "care": "how few share one who looks after them",
    "open": "that one may simply come",
    "comes": "that it comes to the customer",
    "included": "what the price holds",
    "cover": "up to what sum it is insured",
    "backed": "who has authorised it",
    "range": "what it has or can do, measured",
    "able": "what it can do, measured",
    "own": "what it has of its own",
    "record": "how much it has done already",
    "checked": "how the work is proved",
    "spared": "what is done for the customer in person",
    "hours": "when one can come",
}
"""Kind of reason -> what it tells, in a phrase. Of several that a line gives, the first here names it; the order is that
in which kinds are told: what is rarest first (a judgement)."""

_SOLD = frozenset({"remedy", "gratis", "cover"})
"""Reasons that only who sells can give: elsewhere they are rules, or other people's money."""

_GENEROUS = frozenset({"candid", "remedy", "gratis", "care", "spared", "cover", "included", "comes", "open"})
"""Kinds that are a reason in whatever form they are told, as a term or a rule too."""

_NOT_HERE = frozenset({PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG, PageKind.DOCS})

BARE, SHORTEST, LONGEST = 5, 6, 40
"""A line of fewer words is a label (what costs nothing may be said in BARE); of more words a paragraph, and nothing to move up."""

MOST = 3
"""Lines named at once: few enough to be read and believed."""

IN_TITLE = 2
"""Lines that a title shows; all are quoted under it."""

CUT = 120
"""Characters of a line that a title shows; all of it is quoted under it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line that a customer can count on or check; ``own``: in the company's own voice, or spoken to the reader."""

    page: JudgedPage
    copy: Copy
    kind: str
    own: bool

    @property
    def tells(self) -> str:
        """What kind of reason it gives, in a phrase."""
        return KINDS[self.kind]


@once
def buried_reasons(site: Site) -> tuple[Reason, ...]:
    """Up to MOST lines that the home page does not tell, first one of each kind in the order of KINDS, never two alike.

    Of one kind those in the company's own voice come first, then the shorter ones.
    """
    home = _at_home(site)
    found = [entry for entry in _ranked(site) if entry.page is not site.home and not _told(site, entry, home)]
    taken = Counter[str]()
    ranked = []
    for entry in found:
        ranked.append((taken[entry.kind], entry))
        taken[entry.kind] += 1
    chosen: list[Reason] = []
    for place, entry in sorted(ranked, key=lambda item: item[0]):
        if place and not any(map(str.isdigit, entry.copy.text)):
            continue  # another one of a kind has to tell another figure
        if len(chosen) < MOST and not any(alike(entry.copy.text, other.copy.text) for other in chosen):
            chosen.append(entry)
    return tuple(chosen)


NEAR_TOP = 75
"""Words from the top of the home page within which a line is met by whoever opens it: about what a first screen holds."""

SEEN = 25
"""Words of a line up to which it is seen at a glance."""


def shown_reasons(site: Site) -> list[Reason]:
    """The lines near the top of the home page that a customer can count on, in the order of KINDS."""
    above, near = 0, set[str]()
    for copy in site.home.copy if site.home else ():
        if copy.unit.region.is_copy:
            if above <= NEAR_TOP and word_count(copy.text) <= SEEN:
                near.add(copy.unit.id)
            above += word_count(copy.text)
    return [entry for entry in _ranked(site) if entry.copy.unit.id in near]


@once
def _ranked(site: Site) -> list[Reason]:
    """All lines that give a reason, in the order of KINDS; of one kind own ones first, then the shorter ones."""
    order = list(KINDS)
    return sorted(
        _settled(site, _reasons(site)),
        key=lambda entry: (
            order.index(entry.kind),
            not entry.own,
            word_count(entry.copy.text),
            entry.page.url,
            entry.copy.unit.id,
        ),
    )


def elsewhere(site: Site, reasons: Iterable[Reason]) -> str:
    """Where these lines stand, in a phrase for a title: the first IN_TITLE with their pages, and how many more."""
    all_of_them = list(reasons)
    told = [f"“{cut(entry.copy.text)}” ({called(site, entry.page)})" for entry in all_of_them[:IN_TITLE]]
    if more := len(all_of_them) - len(told):
        told.append(f"{more} more")
    return listed(told)


def cut(text: str) -> str:
    """A line without marks around it, cut at a word where it is long."""
    text = text.strip(' "”“„«»')
    return text if len(text) <= CUT else text[: CUT - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def _reasons(site: Site) -> Iterator[Reason]:
    """Every line of the pages that a buyer reads that gives a reason; each once, the home page's first."""
    sells, seen = organisation(site).sells, set[str]()
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.url)):
        if page.twin_of or page.kind in _NOT_HERE:
            continue
        spoken = invented = None
        for copy in page.copy:
            unit, text = copy.unit, copy.text
            if not unit.region.is_copy or unit.role in (Role.LINK, Role.BUTTON) or text.casefold() in seen:
                continue
            groups = _groups(text)
            if not groups or "not-theirs" in groups or text in site.noted:
                continue  # most lines
            seen.add(text.casefold())
            if spoken is None or invented is None:
                spoken, invented = quoted(site, page), invented_on(site, page)
            theirs = unit.id in spoken or unit.role is Role.QUOTE or bool(unit.cite)
            kind = next((kind for kind in KINDS if kind in groups and (kind == "gained") is theirs), "")
            # whoever bids people come in speaks for the house
            own = kind == "open" or _OWN.search(text) is not None or site.name_pattern.search(text) is not None
            if not kind or (kind in _SOLD and not sells) or unit.id in invented:
                continue
            if (page.kind is PageKind.POLICY and (kind != "gratis" or "we may " in text.casefold())) or not _whole(
                text, kind, theirs=theirs
            ):
                continue  # of terms, the one generous one
            if theirs or not _anothers(copy, kind, own):
                yield Reason(page, copy, kind, own)


def _settled(site: Site, reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons, but for those of which their owner has to say first what holds.

    So it is with guarantees that do not all last equally long, and with what costs nothing more here and a sum there.
    """
    found = [entry for entry in reasons if taken_back(site, entry.copy.text) is None]
    spans = {span for entry in found for span in _spans(entry)}
    return found if len(spans) < 2 else [entry for entry in found if not _spans(entry)]


def _spans(entry: Reason) -> set[str]:
    """For how long a line guarantees, in its words; empty where it is about something else."""
    if entry.kind != "remedy" or not _GUARANTEE.search(entry.copy.text):
        return set()
    return {f"{match[1]} {match[2]}".casefold() for match in _SPAN.finditer(entry.copy.text)}


_GUARANTEE = re.compile(r"\b(?:warrant|guarant)", re.I)
_SPAN = re.compile(r"\b(\d+|one|two|three|five|six|ten|twelve)[- ](day|week|month|year)s?\b", re.I)

_ASIDE = re.compile(
    r"[?:…]\s*$|\.\.\.|[©@→←]|https?:|www\.|^\W*(?:phone|tel|fax|call|contact|schedule|book|request|download|claim|enter|thank|get|ask|sign|start|learn|apply|stop|know|track|review|list|write)\b|\{[{%]"
    r"|\byour (?:request|message|enquiry|inquiry|order|submission)\b",
    re.I,
)
"""What is no line to move up: a question, a call, an announcement of a list, an answer to a form, a mark of the page's making."""

_HEDGED = re.compile(
    r"\*|\b(?:terms|conditions) (?:and conditions )?apply\b|\((?:most|some)\b|\b(?:except|without being|where (?:required|applicable|possible)|may be able|if applicable|reasonabl[ey]|limited warrant(?:y|ies)|must|please|(?<!as )(?<!the )required)\b",
    re.I,
)
"""What takes back a part of what it gives, or asks for something first."""

_HANGS = re.compile(
    r"[\W\d]*(?:they|it|this|these|those|that|such|also|and|but|so|or|then|now|however|instead|therefore|whether|because|"
    r"additionally|furthermore|otherwise|as|which|who|in summary|in addition|he|she|his|her|(?:\w+ ){0,2}(?:he|she|his|her))\b",
    re.I,
)
"""How a line begins that hangs on the one before it, or tells of somebody's life: it would have to be rewritten."""

_PRIVATE = re.compile(
    r"\b(?:died|passed away|bereaved)\b|\b(?:daughters?|sons?|child(?:ren)?|twins|boys?|girls?)\b[^.]{0,20}\baged \d",
    re.I,
)
"""Deaths and somebody's children: no line to sell with."""


def _whole(text: str, kind: str, *, theirs: bool) -> bool:
    """Whether a line can stand where it is put as it is: a whole thought, in public, of fitting length."""
    if not (BARE if kind == "gratis" else SHORTEST) <= word_count(text) <= LONGEST or doubled(text):
        return False
    if not (text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'‘") or text.count("(") != text.count(")"):
        return False  # torn out of a sentence
    if not theirs and (_HANGS.match(text) or _HEDGED.search(text)):
        return False
    return not (_ASIDE.search(text) or _PRIVATE.search(text))


_RULE = re.compile(
    r"\b(?:must|should|(?<!as )(?<!the )required?|please|request|asked to|recommend(?:ed|s)?|advis(?:e|able|ed)|permitted|prohibited|"
    r"responsible for|subject to|valid for|in advance|deposit|cannot|can't)\b",
    re.I,
)
"""What tells the reader what to do."""

_OWN = re.compile(
    r"\b(?:we|our|us|i|my|company-owned|in-house|you|your)\b|\b(?:the|this) (?:club|firm|family|company|palace|house|property|hotel|estate|farm|inn|school|shop|team|owner|founder)\b",
    re.I,
)
"""The company's own voice, or one that speaks to the reader."""


def _anothers(copy: Copy, kind: str, own: bool) -> bool:
    """Whether a line is a rule for the reader, or about others than the company."""
    text = copy.text[:LONG]
    if kind not in _GENEROUS and (copy.label is Label.POLICY or _RULE.search(text)):
        return True
    if not own and (copy.label in (Label.OTHER, Label.PROBLEM) or not copy.sure):
        return True
    return not own and (kind == "record" or lexicon.load("specifics").has(text, "third"))


@dataclass(frozen=True, slots=True)
class _Home:
    """What the home page tells: the own words of each of its lines, and the kinds of reasons on it with their words."""

    lines: tuple[frozenset[str], ...]
    kinds: dict[str, frozenset[str]]
    free: tuple[str, ...]


def _at_home(site: Site) -> _Home:
    here = site.home.copy if site.home else ()
    # a label of the menu names where something is told, a longer line of it or of the foot tells it
    texts = {copy.text for copy in here if copy.unit.region.is_copy or word_count(copy.text) > LABEL}
    texts |= {image.alt for image in (site.home.page.images if site.home else ()) if image.alt}
    kinds: dict[str, set[str]] = {}
    for text in texts:
        for group in _groups(text):
            kinds.setdefault(group, set()).update(_roots(site, text))
    lines = {frozenset(_roots(site, text)) for text in texts}
    free = sorted({text.casefold() for text in texts if _FREE.search(text) and 1 < word_count(text) <= LABEL})
    return _Home(tuple(lines), {kind: frozenset(found) for kind, found in kinds.items()}, tuple(free))


LABEL = 4
"""Words up to which a button or a heading of the home page only names what is free: "Free consultation"."""
_FREE = re.compile(r"(?<!-)\bfree\b", re.I)


def _groups(text: str) -> frozenset[str]:
    """The kinds of reasons that a line may give."""
    found = lexicon.load("reasons").groups_in(text[:LONG])
    return found | {"gratis"} if lexicon.load("specifics").has(text[:LONG], "open") else found


def _roots(site: Site, text: str) -> set[str]:
    """The own words of a line, without the company's name, by their beginnings."""
    return {word.casefold()[:ROOT] for word in own_words(site.name_pattern.sub(" ", text))}


ROOT = 5
"""Letters by which forms of a word are known again."""

SHARED = 1
"""Own words that the lines of one kind on the home page must share with one elsewhere to tell it already."""

ALIKE = 0.6
"""Share of a line's own words that one line of the home page must hold to tell it already."""


def _told(site: Site, entry: Reason, home: _Home) -> bool:
    """Whether the home page tells nearly the same, wherever on it."""
    own = _roots(site, entry.copy.text)
    if len(home.kinds.get(entry.kind, frozenset()) & own) >= SHARED:
        return True
    if any(label in entry.copy.text.casefold() for label in home.free):
        return True
    # what else stands in the sentence ("..., and you keep the papers") does not make it news
    parts = [_roots(site, part) for part in _PARTS.split(entry.copy.text) if entry.kind in _groups(part)]
    parts = [own, *(part for part in parts if len(part) >= PART)]
    return any(len(part & line) > ALIKE * len(part) for part in parts for line in home.lines)


_PARTS = re.compile(r"[,;:–—]\s|\s(?:and|but|so)\s")
PART = 3
"""Own words of the part of a line that gives the reason from which the part alone is looked for on the home page."""
