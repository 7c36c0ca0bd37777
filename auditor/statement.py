"""One mission, vision, purpose or values statement, judged by three questions and two remarks.

Does it mention the people served; does it say what changes for them; is it somebody's own once the company's name and
stock words are gone? Who gains by its verbs; is it a mission, a description of the business, a rank or a list of
virtues? Words only: a statement with three yeses may still not be lived.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern

from auditor import lexicon, naming
from auditor.lexicon import Match
from auditor.text import sentences, words

REACH = 9
"""Words between a giving verb and the people it gives to: "make every patient's first night at home a safe one"."""

OWN_WORDS = 2
"""Different words that must remain, without the name and stock words, for a statement to be somebody's own."""

VIRTUES = 0.6
"""Share of a statement's content words that are virtues from which it is a list of values."""

LEAST_WORDS = 4
"""A text of fewer words is a slogan at most (the mission audit passes over it too)."""

UNKNOWN = 1 / 3
"""Share of a text's words that no dictionary knows beyond which nothing is said of it (a judgement): names stay below."""

_AIMED = re.compile(
    r"^\W*(?:to|that|so that|because) \w|\b(?:we|our|us|my|I)\b|\b(?:should|shall|must)\b"
    r"|^\W*\w+(?:ing\b| (?:the|a|an|every|each|all) )",
    re.I,
)
"""An aim, by its form: "to end...", "we want...", "every child should...", "ending...", "bring the..."."""

SO_YOU = re.compile(
    r"\b(?:so (?:that )?(?:you|your)|what(?:so)?ever your|whether (?:you(?:['’]re| are| want| need)|your)|around (?:the way )?you|(?:is|are) yours|the sooner you"
    r"|you(?:['’]ll| will| can) (?:know|feel|understand|enjoy|save|never|be (?:able|free)))\b",
    re.I,
)
"""How a line turns to what the reader gets or is about to do, whatever it is labelled."""

_STOCK = ("function", "praise", "business")
_WEAK_MAKE = re.compile(r"^(?:mak|bring|giv)", re.I)
_EASED = re.compile(
    r"\b(?:affordable|possible|accessible|available|simple|easy|fair|safe|\w{2,}er|free|less \w+|more \w+)\b"
)
_HELPED = re.compile(
    r"\b(?:help|helps|helping|enable|enables|enabling|empower|empowers|empowering|let|lets|letting)\s+(?!our\b|its\b)(?:[a-z-]+\s+){0,2}?([a-z-]{3,}[^\Ws]s)"
    r"\s+(?!and\b|or\b|of\b|in\b|with\b|by\b|for\b|on\b|at\b|from\b|is\b|are\b|that\b|which\b)[a-z]",
    re.I,
)
_WISHED = re.compile(
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:(?:shall|should|will|can|may|to|never|always|no longer)\s+(?!be\b|buy|choose|expect|prefer|receive|recogni|rely|trust|turn to|know|love|want)"
    r"(?P<deed>[a-z]{3,})|(?:are|is) (?P<freed>freed|spared|saved|relieved)|(?P<does>comes?|keeps?|stays?|sleeps?|gets?|reach(?:es)?))\b",
    re.I,
)
"""What is wished for the people served: "every village shall have water", "nurses to spend less time", "they are freed"."""
_THINGS = frozenset(
    "goals dreams ideas needs costs results products services solutions systems lives operations sales profits revenues "
    "standards processes projects markets buildings homes vehicles machines always things others".split()
)
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:['’.,/&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question with its answer ("yes", "no" or "debatable"), the words it rests on and a remark."""

    answer: str
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatementVerdict:
    """What is said of one statement. ``beneficiary``: customers, products, company or "" (nobody by its verbs)."""

    text: str
    kind: str
    customers: Criterion
    contribution: Criterion
    specific: Criterion
    beneficiary: str
    remains: tuple[str, ...]

    def answers(self) -> tuple[str, str, str]:
        """The three answers: mentions customers, contributes to their lives, specific."""
        return self.customers.answer, self.contribution.answer, self.specific.answer


def judge_statement(text: str, name: str = "") -> StatementVerdict:
    """Judge one statement; ``name`` is the company's, taken out before asking what is its own."""
    aims = lexicon.load("mission")
    body = aims.replace(text, lambda match: " " * (match.end - match.start), "opener")
    people = served(body)
    rank = aims.find(body, "rank", "gain")
    remains = own_words(body, name)
    customers = (
        Criterion("yes", _cut(text, people[0])) if people else Criterion("no", note="nobody who is served is named")
    )
    contribution, helped = _contribution(text, body, name, people)
    specific = (
        Criterion("yes", remains[0], "without the name and stock words there remains: " + ", ".join(remains[:8]))
        if len({_root(word) for word in remains}) >= OWN_WORDS
        else Criterion(
            "no", remains[0] if remains else "", f"without the name and stock words {_left(remains)} remains"
        )
    )
    gains = _beneficiary(body, rank, contribution, helped)
    kind = _kind(body, rank, contribution, gains)
    return StatementVerdict(text, kind, customers, contribution, specific, gains, remains)


def _left(remains: tuple[str, ...]) -> str:
    return f"nothing but {' and '.join(remains[:2])}" if remains else "nothing of its own"


def why_none(verdict: StatementVerdict, known: Callable[[str], bool]) -> str:
    """Why a text does not read as a mission at all, as a clause, or "" where it may be one.

    It has too few words, is in words that no dictionary knows, or nothing in it says what it is for: no aim, no "we",
    nobody served, nothing sold. ``known`` says whether a word in small letters is in the dictionary.
    """
    said = words(verdict.text)
    if len(said) < LEAST_WORDS:
        return f"it has {len(said)} word{'s' if len(said) != 1 else ''}, and fewer than {LEAST_WORDS} say no purpose"
    unknown = [word for word in said if word.isalpha() and not known(word.lower())]
    if len(unknown) > UNKNOWN * len(said):
        return f"the dictionary does not know {', '.join(unknown[:3])}"
    aims = lexicon.load("mission")
    if verdict.kind == "mission" and not (
        verdict.beneficiary or verdict.customers.answer == "yes" or _AIMED.search(verdict.text)
        or aims.has(verdict.text, "opener", "phrase", "help")
    ):  # fmt: skip
        return "no verb says what it is for, and nobody who gains by it is named"
    return ""


def served(text: str) -> list[Match]:
    """Where a text names people or organisations that a company serves, "you" among them; staff and owners are not."""
    people = lexicon.load("served")
    barred = people.find(text, "not")
    found = people.find(text, "customers", "people", "organisations", "you")
    # whoever is helped *to do* something is served, whatever trade the list does not know: "help dairies keep"
    found += [
        Match(match.start(1), match.end(1), match[1].lower(), "organisations")
        for match in _HELPED.finditer(text)
        if match[1].lower() not in _THINGS and not any(other.start < match.end(1) <= other.end for other in found)
    ]
    return sorted(
        (m for m in found if not any(m.start < other.end and other.start < m.end for other in barred)),
        key=lambda m: (m.start, m.end),
    )


@cache
def _bare_people() -> frozenset[str]:
    """Words for customers that say nothing of who they are."""
    return lexicon.load("served").terms("customers") | {"people", "person", "persons", "no one", "nobody"}


@lru_cache(maxsize=64)
def _called(name: str) -> re.Pattern[str]:
    """Matches every form of a company's name: "Hill & Dale Ltd" is also Hill and Dale, and Hill & Dale's."""
    short = naming.initials(name)
    return re.compile(rf"(?:{naming.pattern((*naming.forms(name), *short), short).pattern})(?:['’]s\b)?", re.I)


@lru_cache(maxsize=1 << 14)
def _is_stock(word: str) -> bool:
    """Whether a word is a bare word for customers or stands in every line of copy, or all of its parts do."""
    stock, bare = lexicon.load("stock"), _POSSESSIVE.sub("", word)
    if bare.lower() in _bare_people() or stock.knows(bare, *_STOCK):
        return True
    return all(stock.knows(part, *_STOCK) for part in bare.split("-") if part)


@lru_cache(maxsize=1 << 15)
def own_words(text: str, name: str = "") -> tuple[str, ...]:
    """The words that remain without the company's name, stock words and bare words for customers, in order."""
    if name:
        text = _called(name).sub(" ", text)
    trades = lexicon.load("trades")
    text = lexicon.load("mission").replace(text, " ", "opener")
    kept = [text[match.start : match.end] for match in trades.find(text)]
    kept += [word for word in words(trades.replace(text)) if not _is_stock(word)]
    return tuple(map(intern, dict.fromkeys(kept)))  # a site says the same words in thousands of lines


def _contribution(text: str, body: str, name: str, people: list[Match]) -> tuple[Criterion, bool]:
    """Whether it says what changes for the people served, and whether any verb gives to them at all."""
    aims = lexicon.load("mission")
    helped = open_ended = False
    for verb in aims.find(body, "help"):
        after = _same_sentence(body, verb.end)
        target = next((match for match in _targets(after, verb.end, people) if _distance(after, match) <= REACH), None)
        if target is None:
            continue
        phrase = body[verb.start : verb.end]
        between = after[: target.start]
        if _WEAK_MAKE.match(phrase) and re.search(r"\bfor\b", between) and not _EASED.search(between):
            continue
        helped = True
        if aims.has(phrase, "weak"):
            given = re.search(r"\bwith\b(.*)", after[target.end :])
            open_ended = open_ended or bool(given and own_words(given[1], name))
            continue
        rest = aims.replace(between + " " + after[target.start :], " ", "open")
        if own_words(rest, name):
            said = text[verb.start : verb.end + len(after)].strip()
            return Criterion("yes", said), True
        open_ended = True
    for target in people:
        after = _same_sentence(body, target.end)
        wished = _WISHED.match(after)
        if wished and len(own_words(after[wished.start(wished.lastgroup or 0) :], name)) >= OWN_WORDS:
            return Criterion("yes", text[target.start : target.end + len(after)].strip()), True
    if open_ended:
        return Criterion("debatable", note="it says that they are helped, but to what is left open"), True
    return Criterion("no", note="nothing is said to change for the people served"), helped


def _targets(after: str, start: int, people: list[Match]) -> list[Match]:
    """Whom a verb may give to: the people served who are named in ``after``, which begins at ``start``."""
    found = [
        Match(match.start - start, match.end - start, match.term, match.group)
        for match in people
        if start <= match.start and match.end <= start + len(after)
    ]
    if people:
        found += [Match(hit.start(), hit.end(), "them", "them") for hit in re.finditer(r"\b(?:them|they)\b", after)]
    return sorted(found, key=lambda match: match.start)


def _beneficiary(body: str, rank: list[Match], contribution: Criterion, helped: bool) -> str:
    aims = lexicon.load("mission")
    if contribution.answer == "yes" or (helped and not rank):
        return "customers"
    if rank or aims.has(body, "company"):
        return "company"
    if aims.has(body, "products") or any(hit.group == "offers" for hit in aims.find(body, "describe", "offers")):
        return "products"
    return ""


def _kind(body: str, rank: list[Match], contribution: Criterion, gains: str) -> str:
    aims, stock = lexicon.load("mission"), lexicon.load("stock")
    content = [word for word in words(body) if not stock.knows(word, "function")]
    virtues = sum(len(words(match.term)) for match in aims.find(body, "values"))
    if content and gains != "customers" and not rank and virtues >= VIRTUES * len(content):
        return "values"
    if rank and contribution.answer != "yes":
        return "rank slogan"
    if contribution.answer == "no" and gains != "customers" and aims.has(body, "describe", "offers", "products"):
        return "business description"
    return "mission"


def _same_sentence(body: str, start: int) -> str:
    """What follows ``start`` up to the end of its sentence."""
    rest = body[start:]
    first = next(iter(sentences(rest)), "")
    place = rest.find(first)
    return rest[: place + len(first)] if place >= 0 else rest


def _distance(after: str, match: Match) -> int:
    return len(_WORD.findall(after[: match.start]))


def _root(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower())[:6]


def _cut(text: str, match: Match) -> str:
    return text[match.start : match.end]
