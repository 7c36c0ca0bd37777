"""What a site says to the questions that buyers of its kind ask (:mod:`auditor.buyers`), and which of them it leaves open.

A question is *answered* only by running copy that holds its subject beside its figure or rule, and *not found* only where no
line of its own so much as speaks of it and no customer's answers it; of what lies between nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.answers import DOUBTED, FOUND, LINKED, NOT_OFFERS, OPEN, answer, free_estimate, too_little_read, unread
from auditor.audit import quote
from auditor.buyers import ANYBODY, FIGURE, Question, business, load
from auditor.cues import rare
from auditor.lexicon import Lexicon
from auditor.model import Copy, JudgedPage, Label, PageKind, Quote, Region, Role
from auditor.organisation import organisation
from auditor.site import Site
from auditor.standing import COVERS, together
from auditor.text import word_count
from auditor.voices import LONG, once, quoted

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing."""

TOLD = 3
"""Open questions that are told at most: who reads more of them reads none."""

GRAVE = 0.6
"""Gravity from which an open question is told, where none is open that decides."""

DECIDES = 0.7
"""Gravity from which a question is near enough to a buyer's mind to decide whether he writes; less grave ones are not told beside it."""

HALVES = 2
"""Lines with half an answer that are shown for one question."""

SHORTEST, LONGEST = 4, 25
"""Words from which and up to which the line under a question is told as half an answer to it: "Yes" is a whole one."""

WHOLE = 10
"""Words up to which a line with half an answer is told whole."""

TEXT = 6
"""Words of a line under a heading that names the answer from which it is a text: fewer are a label."""

NAMES = 3
"""Words up to which a heading names its subject and nothing beside it."""

BADGED = ("registered",)
"""Questions that a badge may answer, in a picture's words or file name."""

_FILE = re.compile(r"^data:.*|^.*/|[\W_]+")

_NO_RULES = (*NOT_OFFERS, PageKind.DOCS)
"""Page kinds in which nothing is said of what holds between the site and a buyer."""

_REPLY = re.compile(r"\b(?:quot(?:e|es|ation|ations)|estimates?|repl(?:y|ies)|respon[ds]\w*)\b", re.I)
_FOR_EXAMPLE = rare(r"\(?(?:e\.?g\b|for example|for instance|such as)", re.I)
"""How a hint in a form begins."""

_PUT_OFF = re.compile(
    r"\b(?:depends?|depending|var(?:y|ies)|based on|comes? down to|accordingly|(?:contact|call|phone|ring|e-?mail|ask) (?:us|me|our)|get in touch|let you know|fixed|transparent|competitive|affordable)\b",
    re.I,
)
"""An answer without a figure that sends whoever asked to somebody."""

_DEFER = re.compile(
    r"\b(?:discuss (?:your|the|it|this|what)|advise (?:you\b|on\b)|talk (?:it|this|things) (?:over|through)|let you know|case[- ]by[- ]case|clearer (?:idea|picture|time\w*|price)|once we (?:know|understand|have seen))",
    re.I,
)
"""The same in any line of an answer: what is asked will be told later."""

_DEPENDS = re.compile(r"\b(?:depends?|depending|var(?:y|ies)|based on|comes? down to)\b", re.I)
"""How an answer begins that has measures and gives none."""

_ROUGHLY = re.compile(
    r"\b(?:minutes|hours|days|weeks|months|years|overnight|(?:same|next)[- ]day|life-?time|for life|half|double|nothing|included|no (?:extra )?(?:charge|cost))\b",
    re.I,
)
"""What is a measure without a number."""

_TELEPHONE = re.compile(r"\+?\(?\d(?:[ ()./-]{0,2}\d){8,}")
"""A telephone number: no figure that answers anything but whom to ring."""

_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:is|are|am|do|does|did|have|has|can|could|will|would|may|must|should)\b", re.I
)
"""How a question begins that a yes or a no answers."""

_SHOWS_PRICES = re.compile(
    r"\b(?:see|view|download|check|visit|read|click)\b[^.]{0,40}\b(?:pric\w+|costs?|rates?|fees?|guide|page|list|table|menu|here)\b",
    re.I,
)
"""An answer about prices that shows where they stand."""

_PRIVACY = re.compile(r"\b(?:privacy|cookies?|data protection|gdpr)\b", re.I)
_OF_DATA = "data"
"""Pages on what becomes of a visitor's data, and the one question that they answer."""

_OPENLY = re.compile(
    r"\b(?:up-?front|transparent|clear|honest|open|no[- ]surprises?)\b[^.;]{0,20}\b(?:pric\w+|fees?|rates?|costs?|charges?)\b|\bno hidden \w+",
    re.I,
)
"""What is said of prices that can be seen."""

_AWAY = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|pinterest|google|whatsapp|wa|t|yelp|trustpilot|goo)\."
)
"""Where a link leads that sells and explains nothing of the site's."""


_Half = tuple[Copy, str, str]
"""A line, its words that are half an answer, and the pattern that found them."""

_PUT = re.compile(
    r"^\W*(?:q(?:uestion)?\b\W*)?(?:\d+\W+)?(?:(?:and|so|but) )?(?:what|how|who|when|where|which|whose|is|are|am|do|does|did|have|has|can|could|will|would|may|must|"
    r"should|if)\b",
    re.I,
)
"""How a question begins that a buyer puts; “Tired of waiting?” is none."""

_SETTLED = re.compile(
    r"^(?:\W*\w+){0,3}?\W*\b(?:yes|no)\b(?=\W*$|[,.;!–—])|^\W*(?:a(?:nswer)?[:.]\W*)?(?:yes|yep|yeah|no|nope|none|nothing|never|always|sure|of course|absolutely|certainly|definitely|indeed|correct|not (?:yet|currently|at)|"
    r"(?:we|i|they|it|you) (?:do|are|am|can|will|have|is|does|don.t|aren.t|can.t|won.t|cannot)(?=\W*$|[,.;!]))\b",
    re.I,
)
"""How an answer begins that settles a question."""

_POINTS = re.compile(
    r"\b(?:see|view|click|tap|here|page|below|above|beneath|table|list|download|read|check|visit)\b", re.I
)
"""An answer that shows where more is said."""

REPLY = 8
"""Lines under a question that are read as its answer."""

LONGEST_QUESTION = 160
"""Letters from which a line with a question mark is no heading of an answer."""


_NONE = re.compile(r"\b(?:no|not|without|never|zero)\b[^.,;]{0,15}$", re.I)
"""What takes back the words behind it: “no callout fees” announces none."""

_ORDERS = re.compile(r"\b(?:book|reserve|order|buy|shop|availability|check (?:dates|rates))\b", re.I)
"""A link to where one orders: the answer may stand there, and has to be given before."""


@dataclass(frozen=True, slots=True)
class Half:
    """A place with what it says instead of an answer ("" where that is long); ``asked`` is the site's own question over it."""

    place: Quote
    says: str
    asked: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site says to a question: answered, linked, not found or doubtful, with its place, and the half answer."""

    question: Question
    state: str
    place: Quote | None = None
    half: tuple[Half, ...] = ()
    away: Half | None = None
    """A link that leaves the site, where it may be told before one orders."""

    @property
    def dodged(self) -> bool:
        """Whether the site puts this question itself and does not answer it there."""
        return any(half.asked for half in self.half)

    @property
    def grave(self) -> float:
        """How grave it is that this is left open, 0-1: what the site itself asks, and dodges, is read as a no."""
        return 1.0 if self.dodged else self.question.grave

    @property
    def instead(self) -> str:
        """What stands in an answer's place, in brackets behind a blank; "" where nothing does."""
        if self.half:
            first = self.half[0]
            if first.asked and first.says:
                return f" (to its own question “{first.asked.text}” it says “{first.says}”)"
            if first.asked:
                return f" (its own question “{first.asked.text}” stands there without the answer)"
            return f" (it says “{first.says}”)"
        if self.away:
            return f" (“{self.away.says}” leads away from the site)"
        return ""

    @property
    def open_prices(self) -> bool:
        """Whether it promises that its prices are open instead of telling one: then the offer of an estimate is no answer."""
        return any(_OPENLY.search(half.says) for half in self.half)

    @property
    def places(self) -> list[Quote]:
        """Where that stands."""
        halves = (*self.half, *([self.away] if self.away else []))
        return [place for half in halves for place in (half.asked, half.place) if place]


@once
def replies(site: Site) -> tuple[Reply, ...]:
    """What a site says to each question that is asked of its kind of business, or of anybody who sells; in the order of the list."""
    kind = business(site) or (load(ANYBODY) if organisation(site).sells else None)
    if kind is None:
        return ()
    words, others = kind.words, unread(site)
    of = {question.id: question for question in kind.questions}
    dodges = _dodges(site, words, of)
    said, groups_in = _Said(dodges), cache(words.groups_in)  # what stands on every page stands under many headings
    for page, copy, own in _lines(site):
        if not own:
            # what a customer tells answers nobody, and what it tells cannot be called untold
            said.touched.update(
                group.removesuffix(" answered") for group in groups_in(copy.text[:LONG]) if group.endswith(" answered")
            )
            continue
        text, over = copy.text[:LONG], _over(copy)
        groups, above = groups_in(text), groups_in(over) if over else frozenset[str]()
        if copy.unit.role is Role.HEADING:
            said.where.update(groups)
        for name in {group.rpartition(" ")[0] for group in groups | above}:
            said.hear(of[name], words, page, copy, over, groups, above)
    said.where.update(group for page in site.pages for group in words.groups_in(page.page.title))
    said.touched |= {name for name in BADGED if name in of and _on_a_badge(site, words, name)}
    unread_names = [label for label, _ in others.values()]
    leads: dict[str, Half] = {}
    for page in site.pages:
        for link in page.page.links:
            if link.internal or not link.text or _AWAY.search(link.url):
                continue
            if not _ORDERS.search(link.text):
                unread_names.append(link.text)
                continue
            for group in words.groups_in(link.text[:LONG]):
                leads.setdefault(group.rpartition(" ")[0], Half(Quote(link.text, page.url, "link"), link.text))
    named = {
        group.rpartition(" ")[0]
        for label in unread_names
        for group in words.groups_in(label[:LONG])
        if group.endswith(" elsewhere")
    }
    asked = [
        entry
        for entry in kind.questions
        if (f"{entry.id} where" not in words.groups or f"{entry.id} where" in said.where)
        and (not entry.own or entry.id in dodges)
    ]
    return tuple(_replied(site, entry, said, named, leads, others) for entry in asked)


def _on_a_badge(site: Site, words: Lexicon, name: str) -> bool:
    """Whether what stands behind a picture, or its file's name, speaks of this question."""
    told = {f"{image.alt or ''} {_FILE.sub(' ', image.src)}" for page in site.pages for image in page.page.images}
    return any(f"{name} mention" in words.groups_in(text[:LONG]) for text in sorted(told))


def _replied(
    site: Site,
    question: Question,
    said: _Said,
    named: set[str],
    leads: dict[str, Half],
    others: dict[str, tuple[str, str]],
) -> Reply:
    dodge = said.dodges.get(question.id)
    halves = (*([dodge[0]] if dodge else []), *_shown(said.halves.get(question.id, [])))[:HALVES]
    if question.price:
        general = answer(site, "price", others)
        if general.state == FOUND:
            return Reply(question, FOUND, general.quote)
        if question.id in said.found:
            return Reply(question, FOUND, quote(said.found[question.id]))
        doubted = general.state == DOUBTED
    else:
        if question.id in said.found:
            return Reply(question, FOUND, quote(said.found[question.id]))
        doubted = question.id in said.touched
    if question.id in named:
        return Reply(question, LINKED)
    return Reply(question, DOUBTED if doubted else OPEN, None, halves, leads.get(question.id))


class _Said:
    """What the lines of a site say to the questions, by their ids: an answer, what may be one, what is half of one."""

    def __init__(self, dodges: dict[str, _Dodge]) -> None:
        self.dodges = dodges
        self.found: dict[str, Copy] = {}
        self.touched: set[str] = set()
        self.halves: dict[str, list[_Half]] = {}
        self.where: set[str] = set()

    def hear(
        self,
        question: Question,
        words: Lexicon,
        page: JudgedPage,
        copy: Copy,
        over: str,
        groups: frozenset[str],
        above: frozenset[str],
    ) -> None:
        """One line, with the groups of words in it and in what stands above it."""
        name, text = question.id, copy.text[:LONG]
        asks = text.endswith("?")
        own = page.kind not in _NO_RULES and copy.unit.role is not Role.CAPTION
        dodging = self.dodges[name][1] if name in self.dodges else frozenset[str]()
        told = (
            f"{name} answered" in groups
            or (f"{name} mention" in above and _answers_it(words, name, over, text))
            or (f"{name} topic" in above and word_count(text) >= TEXT)
        )
        if told and name not in self.found and not asks and copy.unit.id not in dodging and _tells(page, copy, name):
            self.found[name] = copy
        if copy.unit.id in dodging:
            return
        over_it = {f"{name} mention", f"{name} asked", f"{name} topic"} & above
        if f"{name} half" in groups and not asks:
            for match in words.find(text, f"{name} half")[:1]:
                if own and not _NONE.search(text[: match.start]):
                    self.halves.setdefault(name, []).append((copy, copy.text[match.start : match.end], match.term))
            return
        if (
            not asks
            # what is asked and dodged is left in doubt by a line of its own alone, not by what one stands under
            and (f"{name} mention" in groups or (over_it and name not in self.dodges))
            and (question.needs is None or question.needs.search(text))
        ):
            self.touched.add(name)


_Dodge = tuple[Half, frozenset[str]]
"""A question of the site's own that it dodges, with what it says there, and the units in which it says it."""


def _dodges(site: Site, words: Lexicon, of: dict[str, Question]) -> dict[str, _Dodge]:
    """The questions that the site puts itself and leaves unanswered on the spot, by id: the reply speaks of something else or sends away."""
    found: dict[str, _Dodge] = {}
    for page in site.pages_with(_ASKED):
        if page.kind in _NO_RULES or page.twin_of:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        for place, copy in enumerate(lines):
            question = asks(copy.text)
            if not question.endswith("?") or len(question) > LONGEST_QUESTION or not _PUT.match(question):
                continue
            reply = under(lines, place)
            # a few words under a question are a form's, or a label
            if not reply or copy.unit.role is Role.QUOTE or word_count(reply[0].text) < SHORTEST:
                continue
            for name in sorted(
                group.removesuffix(" asked") for group in words.groups_in(question) if group.endswith(" asked")
            ):
                if _dodged(words, of[name], question, reply):
                    says = reply[0].text.rstrip(".!") if word_count(reply[0].text) <= LONGEST else ""
                    before = found[name][1] if name in found else frozenset()
                    half = found[name][0] if name in found else Half(quote(reply[0]), says, quote(copy))
                    found[name] = (half, before | {entry.unit.id for entry in reply})
    return found


_ASKED = rare(r"\?")


def _text(copy: Copy) -> str:
    return copy.text


def _dodged(words: Lexicon, question: Question, over: str, reply: Sequence[Copy]) -> bool:
    """Whether lines under a question leave it open: none speaks of its subject, or the first sends the reader to ask; no figure, no yes, no way to more."""
    said = _TELEPHONE.sub("", " ".join(map(_text, reply)))[:LONG]
    if _SETTLED.match(said) or re.search(r"\d", said) or said.rstrip().endswith(":"):
        return False
    depends = bool(_DEPENDS.search(_text(reply[0]))) and not (_ROUGHLY.search(said) or FIGURE.search(said))
    if question.needs is not None and question.needs.search(said) and not depends:
        return False
    if question.price and _SHOWS_PRICES.search(said):
        return False
    if any(_answers_it(words, question.id, over, copy.text[:LONG]) for copy in reply):
        return False
    spoken = (f"{question.id} answered", f"{question.id} mention")
    if words.groups_in(said).isdisjoint(spoken):
        return not _POINTS.search(said)
    sent_away = _PUT_OFF.search(reply[0].text) or _DEFER.search(said)
    return f"{question.id} answered" not in words.groups_in(said) and sent_away is not None


def asks(text: str) -> str:
    """A question without the sign that folds its answer away."""
    return text.rstrip(" ▾▼+–-")


def under(lines: Sequence[Copy], place: int) -> list[Copy]:
    """The lines under a question, to the next question or heading; none where the question is not one's end."""
    if not asks(lines[place].text).endswith("?"):
        return []
    found: list[Copy] = []
    for copy in lines[place + 1 : place + 1 + REPLY]:
        if copy.unit.role is Role.HEADING or asks(copy.text).endswith("?"):
            break
        if copy.unit.role not in (Role.BUTTON, Role.LINK):
            found.append(copy)
    return found


def _over(copy: Copy) -> str:
    """The site's own question that a line stands under, else its heading, else ""."""
    over = copy.unit.before if copy.unit.before.endswith("?") else copy.unit.heading
    return "" if over == copy.text else over[:LONG]


def _tells(page: JudgedPage, copy: Copy, name: str) -> bool:
    """Whether a line is running copy that says what holds: no heading, label, hint, article or case, nor a notice on visitors' data."""
    unit = copy.unit
    return (
        unit.role in (Role.SENTENCE, Role.BULLET, Role.CELL)
        and page.kind not in _NO_RULES
        and copy.label is not Label.PROBLEM
        and (name == _OF_DATA or not _PRIVACY.search(page.page.title))
    )


def _answers_it(words: Lexicon, name: str, over: str, text: str) -> bool:
    """Whether a line holds what its heading or question asks for: the answer begins there and ends in the line."""
    if _REPLY.search(text) or not (over.endswith("?") or word_count(over) <= NAMES):
        return False  # how soon a quote comes is what no other question asks
    if _WHETHER.match(over) and _PUT_OFF.search(text) and not _SETTLED.match(text):
        return False  # “Do you ...?” - “Call us” says neither
    joined = f"{over.rstrip('?')}: {text}"[:LONG]
    return any(match.end > len(over) + 2 for match in words.find(joined, f"{name} answered"))


def _shown(found: list[_Half]) -> tuple[Half, ...]:
    """The first lines that say different things, each with the words that say it: in the copy, on a button.

    A word in a long line says nothing by itself and is left out.
    """
    by_pattern: dict[str, Half] = {}
    told: set[str] = set()
    for copy, part, pattern in sorted(found, key=lambda entry: entry[0].unit.role in (Role.BUTTON, Role.LINK)):
        short = word_count(copy.text) <= WHOLE
        if (short or word_count(part) > 1) and copy.text not in told and pattern not in by_pattern:
            told.add(copy.text)
            by_pattern[pattern] = Half(quote(copy), copy.text.rstrip(".!") if short else part)
    return tuple(by_pattern.values())[:HALVES]


@once
def told(site: Site) -> tuple[Reply, ...]:
    """The gravest questions that buyers of its kind ask and no line read answers, of no kind those that it puts itself and dodges.

    None where too little was read to say so.
    """
    kind = business(site)
    if len(site.pages) < MIN_PAGES or too_little_read(site):
        return ()
    # who stands behind it is told as one, the cover with it
    elsewhere = COVERS if together(site) is not None else frozenset()
    still = [
        reply
        for reply in replies(site)
        if reply.state == OPEN
        and reply.grave >= GRAVE
        and not (reply.question.price and free_estimate(site) and not reply.open_prices and not reply.dodged)
        if (kind is not None and reply.question.id not in elsewhere) or reply.dodged
    ]
    deciding = [reply for reply in still if reply.grave >= DECIDES]
    return tuple(sorted(deciding or still, key=lambda reply: -reply.grave)[:TOLD])


def _lines(site: Site) -> Iterator[tuple[JudgedPage, Copy, bool]]:
    """Every line outside menus, the home page's first, and whether the site itself says it; what stands on many pages once under each heading."""
    told: set[tuple[str, str, str]] = set()
    for page in sorted(site.pages, key=lambda page: (page is not site.home, page.kind is PageKind.BLOG, page.url)):
        spoken = quoted(site, page)
        for copy in page.copy:
            unit = copy.unit
            if unit.region is Region.NAV:
                continue
            key = (unit.text, unit.heading, unit.before if unit.before.endswith("?") else "")
            if key in told or _FOR_EXAMPLE.match(unit.text) or unit.text in site.noted:
                continue
            told.add(key)
            theirs = unit.cite or unit.role is Role.QUOTE or unit.id in spoken or page.kind is PageKind.TESTIMONIAL
            yield page, copy, not theirs
