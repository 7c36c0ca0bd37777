"""What one line grants and another refuses: "No refunds will be given" here, "Refunds will be given if ..." there.

The thing may be any; only the act is known (:data:`_ACTS`): that it is given, allowed or needed. A refusal without a condition
is held against whatever grants the same thing; one with a condition only against a line that names the same condition, since
most rules refuse in one case and grant in another. Read is what the company says of itself, not what it asks or quotes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from auditor.cues import rare
from auditor.discord import Discord
from auditor.model import Copy, JudgedPage, PageKind, Role
from auditor.site import Site
from auditor.stances import SITE_USE
from auditor.things import GENERAL, READ, nouns
from auditor.voices import quoted

LONGEST = 400
"""Characters of a line that is read."""

MOST_HELD = 30
"""Lines on one thing, of either side, that are held against each other."""

SHARED = 2
"""Words of a refusal's condition that a line must name to speak of the same case."""

OF_A_NAME = 3
"""Words before the act that may name the thing."""

NEAR = 4
"""Lines of one page within which a rule and its exception stand together."""

_ACTS = {
    "give": "give given offer offered provide provided make made issue issued available included supplied".split(),
    "allow": "allow allowed accept accepted permit permitted take taken welcome admitted".split(),
    "need": "require required need needed necessary compulsory mandatory essential".split(),
}
_ACT = {word: act for act, words in _ACTS.items() for word in words}
_DONE = "|".join(
    word for word in _ACT if word not in ("give", "offer", "provide", "make", "issue", "allow", "accept", "permit", "take", "require", "need")
)  # fmt: skip
_DO = "give|offer|provide|make|issue|allow|accept|permit|take|require|need"
_SOME = r"(?:also |always |only |usually |normally |generally |currently |now |ever |often )?"
_SAID = rare(
    rf"\b(?P<verb>(?:is|are|will|shall|can|may|must|has|have|were|was)(?P<not> not| never|n['’]t)?|cannot|can['’]t|won['’]t) {_SOME}(?:be |been )?{_SOME}(?P<act>{_DONE})\b",
    re.I,
)
"""That something is given, allowed or needed; the thing stands before it."""
_NO = rare(rf"\bno (?P<thing>(?:[a-z-]+ ){{0,2}}[a-z-]+) (?P<act>{_DONE})\b", re.I)
_SIGN = rare(
    r"^\W*(?:(?P<marked>sorry[,:]?|strictly|absolutely) )?no (?P<thing>(?:[a-z-]+ ){0,2}?[a-z-]+)(?P<asked>,? please| (?:or )?exchanges?)?\W*$",
    re.I,
)
"""A notice that says no more than what is refused: "Sorry, no dogs"."""
_OF_USE = frozenset("assistance guide service support hearing registered emotional therapy".split())
"""Animals that are let in where no others are."""
_WE = rare(
    rf"\bwe (?P<not>do not|don['’]t|cannot|can['’]t|are unable to|are not able to|will not|won['’]t|never|no longer)?(?:(?<=we )| ){_SOME}(?:can |will |do )?(?P<act>{_DO}) (?P<no>no )?(?P<thing>(?:[a-z'’-]+ ){{0,3}}[a-z-]+)",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|where|while|once|after|before|within|outside|during|except|without|other than|less than|more than|provided|only|but|however|for|due to|in the (?:case|event)|at this time|yet|under \d)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.,;:!?()–—]| (?:and|but|or|so|that|which|as) ", re.I)
_EDGE = frozenset("the a an any all our your their these those this some such further other full".split())
_INTO = frozenset("of for in on at to with from by as than during after before about into per".split())
_DENIES = re.compile(
    r"\b(?:no|not|never|nor|without|cannot|nothing|if|whether|unless|until|when|where)\b|n['’]t\b", re.I
)
_ANY_TIME = re.compile(
    r"^\W*(?:at (?:any time|all)|under any circumstances|whatsoever|please|here|on (?:the )?(?:site|premises))?\W*$",
    re.I,
)
_NO_THING = frozenset(
    """it they them we you he she one ones this that these those there here what which who people person everyone anyone someone information
    action payment experience work use data cookie support time service access way more less thing something nothing everything anything
    part place option choice alternative care step decision effort change attempt sense sure liability responsibility warranty guarantee difference exception need
    help advice account mistake judgement appearance look note break turn pride advantage photo picture minute hour day week""".split()
)
"""What is given, taken or needed in so many senses that two lines seldom mean one thing by it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """That a thing is given, allowed or needed, or that it is not (``refused``); ``case`` are the words of its condition."""

    thing: frozenset[str]
    head: frozenset[str]
    act: str
    refused: bool
    words: str
    bound: bool
    case: frozenset[str]
    page: JudgedPage
    copy: Copy


def discords(site: Site) -> Iterator[Discord]:
    """The first thing that one line refuses and another grants, of each act."""
    held: dict[tuple[str, frozenset[str]], tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for rule in rules(site):
        held[rule.act, rule.head][rule.refused].append(rule)
    told: set[str] = set()
    for (act, _), (grants, refusals) in sorted(held.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
        pairs = product(islice(refusals, MOST_HELD), islice(grants, MOST_HELD))
        pair = next((pair for pair in pairs if _opposed(*pair)), None)
        if pair and act not in told:
            told.add(act)
            refusal, grant = pair
            title = f"One line says “{refusal.words}”, and another “{grant.words}”"
            fix = "Decide which holds, and write the rule once, with its exceptions beside it."
            yield Discord("granted", title, ((refusal.copy,), (grant.copy,)), fix, 0.86)


def rules(site: Site) -> Iterator[Rule]:
    """Every rule of this kind in a line of the company's own, pages in the order of their addresses."""
    for page, copy in site.lines_with(_SAID, _NO, _WE, _SIGN):
        text, unit = copy.text, copy.unit
        spoken = unit.region.is_copy and unit.role is not Role.QUOTE and len(text) <= LONGEST and not text.endswith("?")
        if not spoken or page.twin_of or page.kind not in READ or page.kind is PageKind.CAREERS:
            continue
        if not SITE_USE.search(page.url) and unit.id not in quoted(site, page):
            yield from _rules(page, copy)


def _rules(page: JudgedPage, copy: Copy) -> Iterator[Rule]:
    text = copy.text
    for match in _NO.finditer(text):
        yield from _rule(page, copy, match["thing"], _act(match), refused=True, span=match.span())
    sign = _SIGN.match(text)
    if sign and (sign["marked"] or sign["asked"]):
        for act in ("allow", "give"):
            yield from _rule(page, copy, sign["thing"], act, refused=True, span=(0, len(text)))
    for match in _SAID.finditer(text):
        before = _CLAUSE.split(text[: match.start()])[-1]
        words = re.findall(r"[\w'’-]+", before)[-OF_A_NAME - 1 :]
        refused = bool(match["not"]) or match["verb"].casefold() in ("cannot", "can't", "can’t", "won't", "won’t")
        low = [word.casefold() for word in words]
        first = low[0] if low else ""
        if "no" in low and not refused:
            words, refused, first = words[low.index("no") + 1 :], True, "no "
        elif _DENIES.search(" ".join(words)):
            continue
        if _INTO & {word.casefold() for word in words} or len(words) > OF_A_NAME:
            continue  # the thing is further back, or a sentence stands before it
        start = match.start() - len(before) + max(0, before.casefold().rfind(first))
        yield from _rule(page, copy, " ".join(words), _act(match), refused=refused, span=(start, match.end()))
    for match in _WE.finditer(text):
        thing = re.split(
            rf" (?:{'|'.join(sorted(_INTO))}|and|or|that|which|if|unless|until|when|where|because|so)\b", match["thing"]
        )[0]
        if not _DENIES.search(text[: match.start()][-20:]):
            refused = bool(match["not"] or match["no"])
            span = (match.start(), match.start("thing") + len(thing))
            yield from _rule(page, copy, thing, _act(match), refused=refused, span=span)


def _act(match: re.Match[str]) -> str:
    return _ACT[match["act"].casefold()]


def _rule(page: JudgedPage, copy: Copy, said: str, act: str, *, refused: bool, span: tuple[int, int]) -> Iterator[Rule]:
    """A rule where the words name a thing; nothing where they name one in general."""
    named = [word for word in re.findall(r"[a-z'’-]+", said.casefold()) if word not in _EDGE]
    thing, head = nouns(" ".join(named)), nouns(named[-1]) if named else frozenset[str]()
    if not head or head <= _NO_THING or named[-1] in _NO_THING:
        return
    text, (start, end) = copy.text, span
    rest = re.split(r"[.;!?]", text[end:])[0]
    lead = re.split(r"[.;!?]", text[:start])[-1]
    bound = not _ANY_TIME.match(rest) or _CONDITION.search(lead) is not None
    case = nouns(f"{lead} {rest}") - thing
    yield Rule(thing, head, act, refused, text[start:end].strip(" .,;:"), bound, case, page, copy)


def _opposed(refusal: Rule, grant: Rule) -> bool:
    """Whether a line refuses what another grants: in every case, or in one that both name."""
    if refusal.copy.text == grant.copy.text:
        return False
    more = grant.thing - refusal.thing
    # who lets no dogs in lets no small ones in
    if not refusal.thing <= grant.thing or more & _OF_USE or (more and (refusal.act == "need" or refusal.bound)):
        return False
    same = len(refusal.case & grant.case) >= SHARED
    if refusal.page is grant.page:
        near = abs(refusal.copy.unit.order - grant.copy.unit.order) <= NEAR
        return not near and (same or not (refusal.bound or grant.bound))
    # two products may each have their own rule
    whole = bool({refusal.page.kind, grant.page.kind} & GENERAL)
    return whole and (same or not refusal.bound)
