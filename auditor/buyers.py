"""What those who buy from one kind of business ask before they write, and where a site answers it.

A kind of business is a file under ``data/buyers``: how such a site is known (what it calls itself, what its lines speak
of), and the questions of its buyers, gravest first by ``grave``, each with a line to write in the answer's place and, where
it is not asked of all, the words of a heading or title that let it be asked (``where``). What no kind's buyers are sure to ask and any site may
ask itself is listed once, for all (``own``, in "anybody"; ``unless`` names kinds whose buyers mean something else by it). What a question is about is the same in every trade and stands in
``subjects.toml`` under its id: where a line speaks of it (``mention``; with ``needs`` only one that holds that too), the answer itself (``answered``: the subject
beside its figure or rule), what is known to be none (``half``), a heading with the answer under it (``topic``), and what else a
page that was not read would be named for (``elsewhere``). In a pattern ``<sum>``, ``<number>``, ``<clock>``, ``<time>`` and ``<span>`` stand for money, a number, an hour of the day, a length of time
up to months, and one of any length.

In doubt a site is of no kind. What it says to the questions: :mod:`auditor.replies`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from auditor import lexicon
from auditor.cues import rare
from auditor.lexicon import Lexicon
from auditor.model import PageKind, Role
from auditor.organisation import OF_THINGS, organisation, receives, served
from auditor.site import SELLING_KINDS, Site, is_counted
from auditor.voices import LONG, once

MIN_SIGNS = 2
"""Independent places of a site that have to speak for one kind of business before it is taken for one; a heading or its lines
among them: a word of the title may be another trade's ("hair removal"), and a menu repeats it."""

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

_WEIGHTS = {
    "name": 3.0,
    "title": 3.0,
    "description": 2.0,
    "type": 3.0,
    "says": 2.0,
    "headings": 0.7,
    "menu": 0.7,
    "lines": 2.0,
}
"""What each place tells of the kind: the name and title are one word, headings and menus count by the line."""

_CALLED = {"name", "title", "description", "type", "says", "plainly"}

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
    r"\b(?:half|quarter|ten|five|twenty) (?:past|to) \w+|\b(?:from|until|till|(?<!up )to|at|by|before|after|between|around|about) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b(?! ?(?:%|\w*(?:minutes?|hours?|days?|weeks?|months?|years?|people|guests?|children|of|per|more|times|monthly|equal|and a half|hundred|thousand|million|big|small|\d)\b)))",
}

_PARTS = ("mention", "answered", "topic", "half", "asked", "elsewhere")
SUBJECTS, ANYBODY = "subjects", "anybody"
"""The files that are no kind: what questions are about, and what is asked of whoever sells."""

_FOR = re.compile(r" (?:for|serving) [^|–—:·]*", re.I)
"""Whom something is for: “rotas for care homes” come from no care home."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a buyer, as a clause, with the line to ``write``; ``grave`` is 0-1.

    ``needs`` must stand in a line that speaks of it for it to be an answer; few sites of the kind answer a ``rare`` one. One that is
    ``own`` is asked only where the site puts it itself.
    """

    id: str
    asks: str
    write: str
    grave: float
    price: bool = False
    rare: bool = False
    own: bool = False
    needs: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """A kind of business: who buys from it, what they ask, and the words of it all (groups "cancelling", "cancelling half")."""

    kind: str
    buyer: str
    questions: tuple[Question, ...]
    words: Lexicon


def kinds() -> tuple[str, ...]:
    """Every kind of business there is."""
    files = (entry.name for entry in _folder().iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted({name.removesuffix(".toml") for name in files} - {SUBJECTS, ANYBODY}))


@cache
def load(kind: str) -> Business:
    """A kind of business, or what anybody is asked; raises ValueError where its file lacks who buys or what a question needs."""
    data, subjects = _data(kind), _data(SUBJECTS)
    groups = {}
    questions = []
    asked = {entry.get("id") for entry in data["questions"]}
    # what any site may ask itself is read of every kind
    own = [
        {**entry, "own": True}
        for entry in _data(ANYBODY)["own"]
        if entry["id"] not in asked and kind not in entry.get("unless", ())
    ]
    for entry in (*data["questions"], *own):
        unknown = set(entry) - {"id", "asks", "grave", "price", "rare", "where", "write", "own", "unless"}
        subject = subjects.get(entry.get("id"))
        if unknown or not entry.get("asks") or not entry.get("write") or not subject:
            raise ValueError(
                f"buyers of {kind}, {entry.get('id')}: unknown or lacking {sorted(unknown) or 'asks, write or its subject'}"
            )
        needs = subject.get("needs")
        plain = {key: value for key, value in entry.items() if key not in ("where", "unless")}
        questions.append(Question(**plain, needs=re.compile(_spelt(needs), re.I) if needs else None))
        parts = {part: subject.get(part) for part in _PARTS} | {"where": entry.get("where")}
        for part, patterns in parts.items():
            if patterns:
                groups[f"{entry['id']} {part}"] = {"patterns": [_spelt(pattern) for pattern in patterns]}
    words = lexicon.build(f"buyers of {kind}", {**_told(data), "groups": groups})
    return Business(kind, str(data["buyer"]), tuple(questions), words)


@cache
def signs() -> Lexicon:
    """By what each kind is known: "lodging named", "lodging speaks", "lodging not", which rules it out; and "health loosely".

    What is named loosely ("clinic") may be another trade's: its lines have to speak of the kind as well.
    """
    groups: dict[str, Any] = {}
    for kind in kinds():
        data = _data(kind)
        for part in ("named", "loosely", "speaks", "not"):
            if data["signs"].get(part):
                groups[f"{kind} {part}"] = {"patterns": data["signs"][part]}
    return lexicon.build("kinds of business", {**_told(_data(kinds()[0])), "groups": groups})


def patterns() -> list[str]:
    """Every regular expression of all kinds: their cues are kept with those of the word lists (:mod:`auditor.cues`)."""
    return [
        pattern
        for words in (signs(), *(load(kind).words for kind in (*kinds(), ANYBODY)))
        for pattern in words.patterns
    ]


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


FIGURE = re.compile(_spelt("(?:<sum>|<span>)"), re.I)
"""A sum of money or a length of time, in figures or in words."""


_SCHOOL = re.compile(
    r"\b(?:primary|infants?|juniors?|elementary|middle|high|secondary|grammar|prep(?:aratory)?)\b(?: \S+){0,3} (?:school|academy)\b",
    re.I,
)


@once
def business(site: Site) -> Business | None:
    """The kind of business that a site is of; None where its signs are few or speak for two."""
    house = organisation(site)
    if house.small and _SCHOOL.search(f"{site.name} | {site.home.page.title if site.home else ''}"):
        return None  # who goes there is asked neither for a fee nor how many one adult looks after
    if house.kind == "club" or (house.small and not _teaches(site)):
        return load("club" if house.kind == "club" else "children")  # told by its name and by how it speaks
    if house.kind not in ("company", "school", "charity"):
        return None
    kind = _told_by_signs(site)
    if house.kind == "charity":
        return kind if kind is not None and kind.kind in _OF_CHARITIES else load("charity")
    return None if house.kind == "school" and kind is not None and kind.kind != "classes" else kind


_OF_CHARITIES = frozenset({"children", "museums", "venues"})
"""Kinds of business whose questions are asked of a charity too, as it were one."""


def _teaches(site: Site) -> bool:
    """Whether a school for children is one for a single skill by its name or title ("swim school"), and no nursery by them."""
    texts = (site.name, site.home.page.title if site.home else "")
    called = {group.partition(" ")[0] for text in texts for group in signs().groups_in(text[:LONG])}
    return "classes" in called and "children" not in called


def _told_by_signs(site: Site) -> Business | None:
    """The kind of which there are signs enough, and more than of any other."""
    weights = _weighed(site)
    ranked = sorted(weights, key=lambda kind: (-sum(weights[kind].values()), kind))
    if not ranked:
        return None
    best = weights[ranked[0]]
    rival = sum(weights[ranked[1]].values()) if len(ranked) > 1 else 0.0
    # name, title and description are one sign: they say the same; and so are lines that tell the kind plainly
    independent = bool(_CALLED & set(best)) + len(
        set(best) - _CALLED - ({"lines"} if _CALLED & set(best) == {"plainly"} else set())
    )
    # a name may say nothing where headings and menu say it twice over
    called = bool(_CALLED & set(best)) or min(best.get("headings", 0), best.get("menu", 0)) > _WEIGHTS["menu"]
    if not called or independent < MIN_SIGNS or sum(best.values()) < AHEAD * rival:
        return None
    if not {"headings", "lines"} & set(best):
        return None
    return load(ranked[0])


_ONE = {
    "advice": "client",
    "beauty": "client",
    "care": "family",
    "children": "parent",
    "engineers": "client",
    "funerals": "family",
    "health": "patient",
    "insurance": "client",
    "lodging": "guest",
    "museums": "visitor",
    "property": "client",
    "recruiters": "employer",
    "tables": "guest",
    "tours": "guest",
    "vets": "client",
}


def one_served(site: Site) -> str:
    """What one of those is called whom it serves: in the site's own word, or in that of its kind of business."""
    own, kind, house = served(site), business(site), organisation(site)
    if house.one == "family":
        return "customer"  # the organisation says a family for it: whoever is taught there is a child, and is not asked
    if kind is not None and kind.kind == "classes":
        return _taught(site) or own  # parents, who pay, before their children, whatever lessons call these
    return own if kind is None or own != "customer" else _ONE.get(kind.kind, own)


def many_served(site: Site) -> str:
    """What several of those are called whom it serves."""
    one = one_served(site)
    return f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"


@dataclass(frozen=True, slots=True)
class Dealings:
    """The few nouns in which advice is put to a kind of business.

    ``usual`` is one of what it sells, ``measure`` what figures say of one, ``then`` what comes once somebody has written, and
    ``told`` what those whom it served can tell of it.
    """

    usual: str
    measure: str
    then: str
    told: str = "what changed for them"


_JOBS = Dealings("job", "[how large], done in [time]", "[first step], [second step], done in [time]")
_ANY = Dealings(
    "job or order", "[how large or how many], [how long it takes]", "[first step], [second step], [how long it takes]"
)
_STAYS = Dealings(
    "stay or visit",
    "[for how many], [how long]",
    "[how one knows that it is booked], [what is paid when]",
    "what it was like",
)
_LESSONS = Dealings(
    "course",
    "[how many lessons], [how long]",
    "[a first visit or lesson], [when it begins]",
    "what came of the lessons",
)
_VISITS = Dealings(
    "visit or session",
    "[how long], [how often]",
    "[a first visit or talk], [what is agreed], [when it begins]",
    "how it went for them",
)
_ORDERS = Dealings(
    "order", "[how many], delivered in [time]", "[the offer], [what is needed for it], delivered in [time]"
)
_GOODS = replace(_ORDERS, told="how it has served them")
_CASES = Dealings(
    "assignment",
    "[what is done], [how long it takes]",
    "[a first talk], [what is needed for it], [how long it usually takes]",
)
_DEALINGS = {
    kind: dealt
    for kinds_of, dealt in (
        ("building cleaning gardens moving repair security", _JOBS),
        ("lodging museums tables tours venues", _STAYS),
        ("classes", _LESSONS),
        ("beauty care children funerals health occasions pets vets", _VISITS),
        ("distributors freight makers print", _ORDERS),
        ("craft shops", _GOODS),
        ("advice engineers insurance it property recruiters software", _CASES),
    )
    for kind in kinds_of.split()
}


def dealings(site: Site) -> Dealings:
    """In which nouns advice is put to this site; where its kind of business is not known, in such as fit any."""
    kind = business(site)
    if kind is None:
        return _LESSONS if organisation(site).kind == "school" else _STAYS if receives(site) else _ANY
    return _DEALINGS.get(kind.kind, _ANY)


TAUGHT = 3
"""Times that lessons speak of parents, or of students, from which these are whom they serve: a judgement."""

_LEARNS = rare(r"\b(parent|student|pupil)s?\b", re.I)


def _taught(site: Site) -> str:
    """Whom lessons serve by the site's own word: parents, who pay, before those who learn; "" where it has none."""
    lines = (copy for page, copy in site.lines_with(_LEARNS) if is_counted(page, copy))
    said = Counter(word.casefold() for copy in lines for word in _LEARNS.findall(copy.text[:LONG]))
    return next((word for word in ("parent", "student", "pupil") if said[word] >= TAUGHT), "")


def buys_for_a_firm(site: Site) -> bool:
    """Whether those whom it serves may well be firms; not where its kind of business serves people at home."""
    kind = business(site)
    named = organisation(site).sells and one_served(site) in ("customer", "client", "employer")
    return named and (kind is None or kind.kind in _TO_FIRMS)


_TO_FIRMS = frozenset(
    "advice distributors engineers freight insurance it makers print recruiters security shops software venues".split()
)


_IS = rare(r"\b(?:is|are|we.re|i.m|i am)\b", re.I)
_WE_ARE = re.compile(
    r"^(?:(?:we|i)(?: are| am|.re|.m)|(?P<name>.{2,60}?) (?:is|are)) (?:an? |the |your |one of )(?P<what>[^.,;:()–—]{3,90})",
    re.I,
)
"""A line in which a site says what it is."""

_NOT_WHAT = re.compile(
    r"\b(?:who|which|that|with|to|members?|partners?|part|where|customers?|clients?|fans?|place)\b.*", re.I
)
"""What comes behind what it is, or makes it somebody else's."""


def _says_it_is(site: Site) -> Iterator[str]:
    """What the home page and the page about it say that it is: “Acme is an independent soil consultancy”."""
    for page, copy in site.lines_with(_IS):
        if (
            page.kind not in (PageKind.HOME, PageKind.ABOUT)
            or copy.unit.role is not Role.SENTENCE
            or not is_counted(page, copy)
        ):
            continue
        match = _WE_ARE.match(copy.text[:LONG])
        if match and (match["name"] is None or site.name_pattern.fullmatch(match["name"].strip())):
            yield _NOT_WHAT.sub("", match["what"])


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
    places["says"] = list(_says_it_is(site))
    found: dict[str, dict[str, float]] = {}
    surely: set[str] = set()
    barred = signs().groups_in(f"{site.name} | {home.page.title} | {home.page.description}"[:LONG])
    for place, texts in places.items():
        many: Counter[str] = Counter()
        for text in texts:
            groups = [
                group.rpartition(" ") for group in signs().groups_in(OF_THINGS.sub(" ", _FOR.sub(" ", text))[:LONG])
            ]
            surely.update(kind for kind, _, part in groups if part == "named")
            many.update({kind for kind, _, part in groups if part in ("named", "loosely")})
        for kind, count in many.items():
            if f"{kind} not" in barred:
                continue
            found.setdefault(kind, {})[place] = _WEIGHTS[place] * min(count, NAMED)
    spoken: dict[str, Counter[str]] = {}
    lines = 0
    for _, copy in site.copy(*sorted(SELLING_KINDS | {PageKind.ABOUT, PageKind.OTHER})):
        lines += 1
        text = copy.text[:LONG]
        # each kind reads the line by itself: a word may be two trades'
        for group in (group for group in signs().groups_in(text) if group.endswith(" speaks")):
            terms = (match.term for match in signs().find(text, group))
            spoken.setdefault(group.removesuffix(" speaks"), Counter()).update(terms)
    # what no name, heading or menu names takes nothing from those that they do
    most = max((sum(entry.values()) for kind, entry in spoken.items() if kind in found), default=0)
    of_all = max((sum(entry.values()) for entry in spoken.values()), default=0)
    for kind, entry in spoken.items():
        if 2 * sum(entry.values()) >= of_all:
            surely.add(kind)
        if len(entry) >= SPOKEN and kind in found:
            found[kind]["lines"] = _WEIGHTS["lines"] * sum(entry.values()) / most
            if _data(kind)["signs"].get("plain") and sum(entry.values()) >= PLAIN * lines:
                found[kind]["plainly"] = _WEIGHTS["lines"]
    return {kind: entry for kind, entry in found.items() if kind in surely}
