"""What those who buy from one kind of business ask before they write, and where a site answers it.

A kind of business is a file under ``data/buyers``: how such a site is known (what it calls itself, what its lines speak
of), and the questions of its buyers, gravest first by ``grave``. Of each question it holds what answers it
(``answered``, ``topic`` in a heading, ``outright`` as few sites do), what is half an answer (``half``), what makes it press (``urgent``), in what a page
that was not read would be named for (``elsewhere``), the words without which no heading or title lets anybody ask it (``where``), and a line to write
in its place. In a pattern ``<sum>``, ``<number>``, ``<clock>``, ``<time>`` and ``<span>`` stand for money, a number, an hour of the day, a length of time up to months, and one of any length;
``<cancel>``, ``<back>``, ``<gratis>`` and ``<harm>`` for who does not come, what becomes of the money, what costs nothing, and what is broken. In doubt
a question counts as answered, and one of two halves by either; and a site is of no kind.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from auditor import lexicon
from auditor.answers import FOUND, LINKED, OPEN, answer, too_little_read, unread
from auditor.audit import quote
from auditor.lexicon import Lexicon
from auditor.model import Copy, JudgedPage, PageKind, Quote, Region, Role
from auditor.organisation import KINDS, organisation, served
from auditor.site import SELLING_KINDS, Site
from auditor.text import word_count
from auditor.voices import LONG, once, quoted

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing."""

TOLD = 3
"""Open questions that are told at most: who reads more of them reads none."""

GRAVE = 0.6
"""Gravity from which the gravest open question is told."""

MIN_SIGNS = 2
"""Places of a site that have to speak for one kind of business before it is taken for one."""

AHEAD = 1.3
"""How far the signs of one kind must outweigh those of any other, as a factor.

A judgement made on the tuning sites."""

NAMED = 3
"""Times that a kind is named in headings or menus from which more tells nothing new."""

SPOKEN = 2
"""Different things that lines have to speak of before they are a sign: a word in passing is none."""

PLAIN = 0.1
"""Share of the lines from which they tell a kind whose words nobody else uses (``plain``), whatever it calls itself.

A judgement: a house by the sea may bear any name."""

HEADINGS = 8
"""Headings of the home page that are read for what it calls itself."""

_WEIGHTS = {"name": 3.0, "title": 3.0, "description": 2.0, "type": 3.0, "headings": 0.7, "menu": 0.7, "lines": 2.0}
"""What each place tells of the kind: the name and title are one word, headings and menus count by the line."""

_CALLED = {"name", "title", "description", "type", "plainly"}

_NUMBER = (
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|(?:a )?hundred|(?:a |half a )?dozen)\b"
)
_SPANS = rf"(?:(?:{_NUMBER}|\b(?:an?|half an?|few|several|couple of|first|next|last)\b)(?: ?(?:-|–|to|or) ?{_NUMBER})?\+?[ -](?:\w+ )?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|fortnights?"
_SHAPES = {
    "<sum>": r"(?:[£$€₹¥] ?\d|\b(?:rs\.?|usd|eur|gbp|aud|cad|zar|r) ?\d|\b\d[\d,.]* ?(?:euros?|dollars?|pounds|rupees|usd|eur|gbp|€|₹)|\b\d+ ?p\b|"
    rf"{_NUMBER}(?: (?:and )?\w+)? (?:euros?|dollars?|pounds?|quid|pence)\b|\b(?:tenner|fiver)\b)",
    "<span>": rf"{_SPANS}|years?)\b)",
    "<time>": rf"{_SPANS})\b|\bfortnight\b)",
    "<number>": _NUMBER,
    "<clock>": r"(?:\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|h\b|uhr\b|o.clock)|\b\d{1,2}[:.]\d\d\b|\b(?:noon|midday|midnight|lunch ?time)\b|\b\w+ o.clock\b|"
    r"\b(?:half|quarter|ten|five|twenty) (?:past|to) \w+|\b(?:from|until|till|to|at|by|before|after|between|around|about) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b(?! ?(?:%|\w*(?:minutes?|hours?|days?|weeks?|months?|years?|people|guests?|children|of|per|more|and a half|hundred|thousand|million|big|small|\d)\b)))",
    "<gratis>": r"(?:\b(?:free|nothing|gratis|no (?:charge|cost|fee|obligation|bill)|not charged|(?:without|never|don.t|do not|won.t) (?:any )?(?:charge|cost|fee|bill|obligation|paying)|"
    r"on us|on the house|complimentary|for the asking)\b)",
    "<cancel>": r"(?:\b(?:cancel\w*|postpon\w*|withdraw\w*|unwell|(?:is|are|fall|be) ill|ill(?=\?)|calls? (?:it|the \w+|things) off|called off|chang\w+ (?:your|their) (?:mind|plans)|(?:pull|back|drop)(?:s|ed)? out|(?:can.t|cannot|can not|unable to|couldn.t) "
    r"(?:come|make|attend|be there|keep|get here|travel)|falls? (?:through|ill|sick)|(?:plans|dates|things|life) change|(?:move|shift|swap|change|rebook|rearrange)s? (?:it|the|your) ?(?:date|day|booking|appointment|lesson|class|stay|session|slot)?|"
    r"no longer (?:come|need)|(?:don.t|doesn.t|do not|not) (?:come|turn up|show up|arrive)|no[- ]shows?|miss(?:es|ed|ing)?|don.t need (?:it|the)|(?:tell|told|let|ring|warn) us|notice|warning|too ill|forget)\b)",
    "<back>": r"(?:\b(?:(?:get|gets|give|gives|have|send|pay|receive|hand|comes?|money|deposit|all|it|rest|half|payment|fee|penny|sum)\b[^.?]{0,30}\bback|refund\w*|returned|"
    r"(?:you|guests?|they|we|nobody) (?:only |will |.ll )?(?:los[et]s?|owe|pay|forfeit|keep|charge|ask|hold|retain|return|credit|move|take|bill|freeze|waive|let|find)|costs? (?:you )?nothing|nothing to pay|no (?:charge|fee|cost|penalty)|"
    r"free|charged?|forfeit\w*|credit(?:ed)?|transfer\w*|deposits?|half (?:the )?(?:price|fee|cost)|in full|payable|fees?|is (?:lost|kept|gone|yours|due)|billed|halved|half|(?:another|any other|the (?:next|following)) (?:date|day|week|time|class|session|lesson))\b)",
    "<harm>": r"(?:\b(?:damag\w+|break(?:s|age|ages)?|broken?|scratch\w*|chip\w*|crack\w*|knock(?:s|ed)?|spill\w*|goes? wrong|went wrong|smash\w*|dent\w*|mishap\w*|accidents?|spoil\w*|harm\w*|mark(?:s|ed)? (?:your|the|a)|ruin\w*)\b)",
}
_OF_PRICES = {
    "answered": (
        r"\b(?:from|only|just|price[sd]?|rates?|fees?|costs?|starting at|starts at|charge[sd]?|tariff)(?: \w+){0,3}?:? ?<sum>",
        r"<sum>[\d.,]*[^.]{0,12}(?:\bper\b|/|\beach\b|\ban?\b|\bp\.?p\b)",
        r"\b(?:is|are|at|for|pay|pays|come[s]? to|about|around|under|between|usually|start[s]?|takes?|expect|of)\b(?: \w+){0,2} <sum>(?![\d.,]* ?(?:m\b|k\b|million|billion|bn))(?![^.]*\b(?:liability|insur\w+|indemnity|cover(?:ed)?|raised|saved|donat\w+|turnover)\b)",
        r"^[^.£$€]{2,40}[:,–-]? <sum>[\d.,]*(?:$|[.,;])",
        r"\b(?:costs? (?:you )?nothing|free for (?:ever|life|good|all)|for nothing)\b",
    ),
    "half": (
        r"\bhow much (?:does|do|is|are|will|would)\b",
        r"\bwhat (?:does|do|will|would) [^?]{1,60} cost\b",
        r"\bwhat(?:'s| is| are) (?:the|your) (?:\w+ ){0,2}(?:costs?|prices?|fees?|rates?|charges?)\b",
    ),
}
"""What any kind's question for the price has as an answer, in whatever money, and how a site asks it itself."""

_PARTS = ("outright", "answered", "topic", "half", "urgent", "where", "elsewhere")
HALVES = 2
"""Lines with half an answer that are shown for one question."""

SHORTEST, LONGEST = 4, 25
"""Words from which and up to which the line under a question is told as half an answer to it: "Yes" is a whole one."""

WHOLE = 10
"""Words up to which a line with half an answer is told whole."""

_FOR = re.compile(r" (?:for|serving) [^|–—:·]*", re.I)
"""Whom something is for: “rotas for care homes” come from no care home."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_AWAY = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|pinterest|google|whatsapp|wa|t|yelp|trustpilot|goo)\."
)
"""Where a link leads that sells and explains nothing of the site's."""


_Half = tuple[Copy, str, str, str]
"""A line, its words that are half an answer, the pattern that found them, and the site's own question that it stands under."""


_NONE = re.compile(r"\b(?:no|not|without|never|zero)\b[^.,;]{0,15}$", re.I)
"""What takes back the words behind it: “no callout fees” announces none."""

_ORDERS = re.compile(r"\b(?:book|reserve|order|buy|shop|availability|check (?:dates|rates))\b", re.I)
"""A link to where one orders: the answer may stand there, and has to be given before."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a buyer, as a clause, with the line to ``write``; ``grave`` is 0-1."""

    id: str
    asks: str
    write: str
    grave: float
    price: bool = False


@dataclass(frozen=True, slots=True)
class Business:
    """A kind of business: who buys from it, what they ask, and the words of it all (groups "cancelling", "cancelling half")."""

    kind: str
    buyer: str
    questions: tuple[Question, ...]
    words: Lexicon


@dataclass(frozen=True, slots=True)
class Half:
    """A place with what it says instead of an answer; ``asked`` is the site's own question over it, or ""."""

    place: Quote
    says: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site says to a question: answered, linked or not found, with its place, and the half answer or the line that presses."""

    question: Question
    state: str
    place: Quote | None = None
    half: tuple[Half, ...] = ()
    urgent: tuple[Half, ...] = ()
    away: Half | None = None
    """A link that leaves the site, where it may be told before one orders."""
    outright: bool = False
    """Whether ``place`` answers it as few sites do."""

    @property
    def instead(self) -> str:
        """What stands in an answer's place, in brackets behind a blank; "" where nothing does."""
        if self.half:
            first = self.half[0]
            return f" (to “{first.asked}” it says “{first.says}”)" if first.asked else f" (it says only “{first.says}”)"
        if self.away:
            return f" (“{self.away.says}” leads away from the site)"
        return f" (beside “{self.urgent[0].says}”)" if self.urgent else ""

    @property
    def places(self) -> list[Quote]:
        """Where that stands."""
        return [half.place for half in (*self.half, *self.urgent[:1], *([self.away] if self.away else []))]


def kinds() -> tuple[str, ...]:
    """Every kind of business there is."""
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in _folder().iterdir() if entry.name.endswith(".toml"))
    )


@cache
def load(kind: str) -> Business:
    """A kind of business; raises ValueError where its file lacks who buys or what a question needs."""
    data = _data(kind)
    groups = {}
    questions = []
    for entry in data["questions"]:
        unknown = set(entry) - {*_PARTS, "id", "asks", "grave", "price", "write"}
        if unknown or not entry.get("asks") or not entry.get("write"):
            raise ValueError(
                f"buyers of {kind}, {entry.get('id')}: unknown or lacking {sorted(unknown) or 'asks, write'}"
            )
        plain = {key: entry[key] for key in ("id", "asks", "write", "grave", "price") if key in entry}
        questions.append(Question(**plain))
        for part in _PARTS:
            patterns = [*entry.get(part, ()), *(_OF_PRICES.get(part, ()) if entry.get("price") else ())]
            if patterns:
                groups[f"{entry['id']} {part}"] = {"patterns": [_spelt(pattern) for pattern in patterns]}
    words = lexicon.build(f"buyers of {kind}", {**_told(data), "groups": groups})
    return Business(kind, str(data["buyer"]), tuple(questions), words)


@cache
def signs() -> Lexicon:
    """By what each kind is known: the groups "lodging named", "lodging speaks" and "lodging not", which rules it out."""
    groups: dict[str, Any] = {}
    for kind in kinds():
        data = _data(kind)
        for part in ("named", "speaks", "not"):
            if data["signs"].get(part):
                groups[f"{kind} {part}"] = {"patterns": data["signs"][part]}
    return lexicon.build("kinds of business", {**_told(_data(kinds()[0])), "groups": groups})


def patterns() -> list[str]:
    """Every regular expression of all kinds: their cues are kept with those of the word lists (:mod:`auditor.cues`)."""
    return [pattern for words in (signs(), *(load(kind).words for kind in kinds())) for pattern in words.patterns]


@cache
def _data(kind: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / f"{kind}.toml").read_text(encoding="utf-8"))


def _folder() -> Any:
    return resources.files("auditor") / "data" / "buyers"


def _told(data: dict[str, Any]) -> dict[str, Any]:
    return {key: data[key] for key in ("about", "source", "licence")}


def _spelt(pattern: str) -> str:
    for short, shape in _SHAPES.items():
        pattern = pattern.replace(short, shape)
    return pattern


@once
def business(site: Site) -> Business | None:
    """The kind of business that a site is of; None where its signs are few or speak for two."""
    house = organisation(site)
    if house.kind == "club" or house is KINDS["nursery"]:
        return load("club" if house.kind == "club" else "children")  # told by its name and by how it speaks
    if house.kind not in ("company", "school"):
        return None
    weights = _weighed(site)
    ranked = sorted(weights, key=lambda kind: (-sum(weights[kind].values()), kind))
    if not ranked:
        return None
    best = weights[ranked[0]]
    rival = sum(weights[ranked[1]].values()) if len(ranked) > 1 else 0.0
    # name, title and description are one sign: they say the same
    independent = bool(_CALLED & set(best)) + len(set(best) - _CALLED)
    # a name may say nothing where headings and menu say it twice over
    called = bool(_CALLED & set(best)) or min(best.get("headings", 0), best.get("menu", 0)) > _WEIGHTS["menu"]
    if not called or independent < MIN_SIGNS or sum(best.values()) < AHEAD * rival:
        return None
    if house.kind == "school" and ranked[0] != "classes":
        return None
    return load(ranked[0])


_ONE = {"advice": "client", "children": "parent", "health": "patient", "lodging": "guest", "tables": "guest"}


def one_served(site: Site) -> str:
    """What one of those is called whom it serves: in the site's own word, or in that of its kind of business."""
    own, kind = served(site), business(site)
    return _ONE.get(kind.kind, own) if kind and own == "customer" else own


def _weighed(site: Site) -> dict[str, dict[str, float]]:
    """Kind -> place -> what it weighs there."""
    if site.home is None:
        return {}
    home = site.home
    heads = [copy.text for copy in home.copy if copy.unit.role is Role.HEADING and copy.unit.region.is_copy][:HEADINGS]
    menu = [*dict.fromkeys((*site.navigation, *(page.page.title for page in site.pages if page is not home)))]
    places = {
        "name": [site.name],
        "title": [home.page.title],
        "description": [home.page.description],
        "type": [_CAMEL.sub(" ", " ".join(home.page.schema_types))],
        "headings": heads,
        "menu": menu,
    }
    found: dict[str, dict[str, float]] = {}
    barred = signs().groups_in(f"{site.name} | {home.page.title} | {home.page.description}"[:LONG])
    for place, texts in places.items():
        many: Counter[str] = Counter()
        for text in texts:
            text = _FOR.sub(" ", text)
            many.update(
                group.removesuffix(" named") for group in signs().groups_in(text[:LONG]) if group.endswith("named")
            )
        for kind, count in many.items():
            if f"{kind} not" in barred:
                continue
            found.setdefault(kind, {})[place] = _WEIGHTS[place] * min(count, NAMED)
    spoken: dict[str, Counter[str]] = {}
    lines = 0
    for _, copy in site.copy(*sorted(SELLING_KINDS | {PageKind.ABOUT, PageKind.OTHER})):
        lines += 1
        for match in signs().find(copy.text[:LONG]):
            kind, _, part = match.group.rpartition(" ")
            if part == "speaks":
                spoken.setdefault(kind, Counter())[match.term] += 1
    most = max((sum(entry.values()) for entry in spoken.values()), default=0)
    for kind, entry in spoken.items():
        if len(entry) >= SPOKEN and kind in found:
            found[kind]["lines"] = _WEIGHTS["lines"] * sum(entry.values()) / most
            if _data(kind)["signs"].get("plain") and sum(entry.values()) >= PLAIN * lines:
                found[kind]["plainly"] = _WEIGHTS["lines"]
    return found


@once
def replies(site: Site) -> tuple[Reply, ...]:
    """What a site says to each question that buyers of its kind ask, in the order of the list; nothing where it is of none."""
    kind = business(site)
    if kind is None:
        return ()
    words = kind.words
    said: dict[str, list[tuple[Copy, bool]]] = {}
    whole: dict[str, list[_Half]] = {}
    half = tuple(group for group in words.groups if group.endswith((" half", " urgent")))
    of_prices = {f"{question.id} half" for question in kind.questions if question.price}
    for page, copy in _lines(site):
        text = copy.text[:LONG]
        # what a heading asks, the line under it answers
        under = f"{copy.unit.heading[:LONG]}: {text}" if copy.unit.heading and copy.unit.heading != text else text
        found = words.groups_in(under)
        head = copy.unit.role is Role.HEADING or text.endswith("?")
        for group in found:
            if group.endswith((" topic", " where")) and not head:
                continue
            if group.endswith(" outright") and not words.has(text, group):
                continue  # credit is for what the line says itself
            said.setdefault(group, []).append((copy, page.kind is PageKind.BLOG))
        if text.endswith("?"):
            continue  # a question says nothing by halves; the line under it does
        for match in words.find(text, *half):
            if _NONE.search(text[: match.start]):
                continue
            whole.setdefault(match.group, []).append((copy, copy.text[match.start : match.end], match.term, ""))
        over = copy.unit.before if copy.unit.before.endswith("?") else copy.unit.heading
        if over.endswith("?") and SHORTEST <= word_count(text) <= LONGEST:
            for match in words.find(over[:LONG], *half):
                if match.group in of_prices and match.term not in _OF_PRICES["half"]:
                    continue  # only who asks for a price is owed one
                whole.setdefault(match.group, []).append((copy, copy.text.rstrip(".!"), match.term, over))
    titles = {group for page in site.pages for group in words.groups_in(page.page.title)}
    others = unread(site)
    named = [label for label, _ in others.values()]
    leads: dict[str, Half] = {}
    for page in site.pages:
        for link in page.page.links:
            if link.internal or not link.text or _AWAY.search(link.url):
                continue
            if not _ORDERS.search(link.text):
                named.append(link.text)
                continue
            for group in words.groups_in(f" {link.text}"[:LONG]):
                leads.setdefault(group, Half(Quote(link.text, page.url, "link"), link.text))
    away = {group for label in named for group in words.groups_in(f" {label}"[:LONG]) if group.endswith(" elsewhere")}
    result = []
    for question in kind.questions:
        if f"{question.id} where" in words.groups and not (
            said.get(f"{question.id} where") or f"{question.id} where" in titles
        ):
            continue
        result.append(_replied(site, question, said, whole, titles, away, leads, others))
    return tuple(result)


def _replied(
    site: Site,
    question: Question,
    said: dict[str, list[tuple[Copy, bool]]],
    whole: dict[str, list[_Half]],
    titles: set[str],
    away: set[str],
    leads: dict[str, Half],
    others: dict[str, tuple[str, str]],
) -> Reply:
    lines = said.get(f"{question.id} answered") or said.get(f"{question.id} topic") or []
    if question.price:
        general = answer(site, "price", others)
        if general.state != OPEN:
            return Reply(question, general.state, general.quote)
    plain = [copy for copy, _ in said.get(f"{question.id} outright", ()) if not copy.text.endswith("?")]
    if lines or plain:
        return Reply(question, FOUND, quote(plain[0] if plain else lines[0][0]), outright=bool(plain))
    if f"{question.id} topic" in titles or f"{question.id} elsewhere" in away:
        return Reply(question, LINKED)
    return Reply(
        question,
        OPEN,
        None,
        _shown(whole.get(f"{question.id} half", [])),
        _shown(whole.get(f"{question.id} urgent", [])),
        away=leads.get(f"{question.id} elsewhere"),
    )


def _shown(found: list[_Half]) -> tuple[Half, ...]:
    """The first lines that say different things, each with the words that say it: under its own question, in the copy, on a button.

    A word in a long line says nothing by itself and is left out.
    """
    by_pattern: dict[str, Half] = {}
    told: set[str] = set()
    for copy, part, pattern, asked in sorted(
        found, key=lambda entry: (not entry[3], entry[0].unit.role in (Role.BUTTON, Role.LINK))
    ):
        short = word_count(copy.text) <= WHOLE
        if (short or word_count(part) > 1) and copy.text not in told and pattern not in by_pattern:
            told.add(copy.text)
            by_pattern[pattern] = Half(quote(copy), copy.text.rstrip(".!") if short else part, asked)
    return tuple(by_pattern.values())[:HALVES]


@once
def told(site: Site) -> tuple[Reply, ...]:
    """The gravest questions that buyers of its kind ask and no line read answers; none where too little was read to say so."""
    kind = business(site)
    if kind is None or len(site.pages) < MIN_PAGES or too_little_read(site):
        return ()
    still = [reply for reply in replies(site) if reply.state == OPEN]
    still.sort(key=lambda reply: -reply.question.grave)
    return tuple(still[:TOLD]) if still and still[0].question.grave >= GRAVE else ()


def _lines(site: Site) -> Iterator[tuple[JudgedPage, Copy]]:
    """Every line that the site itself says outside menus, the home page's first."""
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.kind is PageKind.BLOG, page.url)):
        spoken = quoted(site, page)
        for copy in page.copy:
            if copy.unit.region in (Region.NAV, Region.OVERLAY) or copy.unit.cite or copy.unit.role is Role.QUOTE:
                continue
            if copy.unit.id not in spoken:
                yield page, copy
