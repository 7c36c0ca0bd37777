"""Does the mission statement speak of the people it is for?

Why it matters
--------------
A mission is the one sentence in which a company may say whom it serves and what gets better for them. Most say how
good the company wants to be. A reader who finds a rank ("the leading provider") or stock words that fit any firm
learns nothing, and staff who look for a direction find none.

How it is measured
------------------
The statement is looked for under headings (our mission, vision, purpose), in sentences that say so ("we exist to
..."), and on pages made for it. A picture's caption and how it all began, where they stand first under the heading, are
no part of it; one that goes on in a list is not judged. It is asked three questions, answered yes or no with the words they rest on: does it
mention the people served; does it say what changes for them; is it specific, that is, do at least {OWN_WORDS} words
of its own remain without the name, stock words and bare words for customers? "Debatable" means that they are helped,
but to what is left open. Three yeses are credit where what changes has {OWN_WORDS} words of its own beside names and those served. Then: who gains by its main verbs (customers, products, the company), and is it a mission,
a description of the business, a rank slogan or a list of virtues. Last, whether its own words are heard again on
other pages.

How to fix it
-------------
Name the people, say what is different for them afterwards, and use a word that only your trade or your house would
use. Leave rank, growth and virtues for other places: they are results of a mission, not one.

Limit
-----
Yes or no with quotes, no score. It reads words in English; a statement with three yeses may still not be lived, and
one with none may stand on the wall of a house that serves its customers well.

Fails
-----
/about Acme | About us
[main heading 2] other: Our mission
[main sentence] company: To be the leading provider of innovative solutions and exceed our targets.

Passes
------
/about Acme | About us
[main heading 2] other: Our mission
[main sentence] outcome: We help dairy farmers keep milking when a pump fails at four in the morning.

Sources
-------
The three questions are the founding idea of this product. Pearce and David 1987, "Corporate Mission Statements: The
Bottom Line", Academy of Management Executive 1(2), name customers among the components of a mission. Word lists:
mission, served, stock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, Label, PageKind, Role, Rollup, Tier
from auditor.site import SELLING_KINDS, Site
from auditor.statement import OWN_WORDS, StatementVerdict, judge_statement, own_words, served
from auditor.text import word_count, words

__all__ = ["OWN_WORDS", "judge_statement", "mission"]

MAX_SENTENCES = 3
"""Sentences read under a mission heading: what follows is commentary."""

MIN_WORDS = 4
"""A statement shorter than this is a slogan over a picture."""

NOT_HERE = (PageKind.BLOG, PageKind.CUSTOMERS, PageKind.TESTIMONIAL, PageKind.POLICY, PageKind.DOCS, PageKind.SUPPORT)

_TEXT = (Role.SENTENCE, Role.BULLET, Role.HEADING, Role.CELL)


@dataclass(frozen=True, slots=True)
class _Found:
    page: JudgedPage
    units: tuple[Copy, ...]
    noun: str
    verdict: StatementVerdict


@audit(
    passes="Its mission speaks of the people it is for",
    fails="Its mission does not speak of the people it is for",
    version=7,
)
def mission(site: Site) -> Verdict:
    """Find the statement and judge it."""
    found = sorted(_statements(site), key=_rank)
    pages = len(site.pages)
    if not found:
        return Verdict.not_applicable(
            f"No statement that calls itself a mission, vision or purpose was recognised on the {site.read} crawled."
        )
    first = next((entry for entry in found if not _goes_on(entry)), found[0])
    if _goes_on(first):
        listed = f"The {first.noun} goes on in a list, which is not judged"
        return Verdict(f"{listed}.", numbers={"pages": pages}, title=listed)
    said = first.verdict
    echoes = _echo(site, first)
    findings = [entry] if (entry := _finding(first)) else []
    praised = said.answers() == ("yes", "yes", "yes") and _its_own(said)
    keep = [_kept(first)] if praised else []
    summary = f"The {first.noun} {_answers(said)}."
    if said.specific.answer == "yes" and pages > 1:
        summary += f" Its own words are heard again on {echoes} of {max(0, pages - 1)} other pages."
    numbers = {
        "statements": [_numbers(entry) for entry in found[:5]],
        "echo_pages": echoes,
        "pages": pages,
    }
    named = said.customers.answer == "yes" or said.contribution.answer == "yes"
    neutral = "" if findings or named else f"The {first.noun} was found; whom it is for was not"
    return Verdict(summary, None, findings, keep, numbers, title=neutral)


def _statements(site: Site) -> Iterator[_Found]:
    aims = lexicon.load("mission")
    seen: set[str] = set()
    for page in site.pages:
        if page.twin_of or page.kind in NOT_HERE:
            continue
        copies = [copy for copy in page.copy if copy.unit.region.is_copy and copy.unit.role in _TEXT]
        for i, copy in enumerate(copies):
            units: list[Copy] = []
            if aims.has(copy.text, "heading"):
                units = _under(copies[i + 1 :])
            elif aims.has(copy.text, "phrase") and not copy.unit.cite:
                units = [copy]
            if not units:
                continue  # most lines
            text = " ".join(unit.text for unit in units)
            noun = _noun(site.name_pattern.sub("", copy.text))
            if word_count(text) < MIN_WORDS or text.casefold() in seen:
                continue
            seen.add(text.casefold())
            yield _Found(page, tuple(units), noun, judge_statement(text, _name(site, text)))


def _under(copies: list[Copy]) -> list[Copy]:
    """The sentences that follow a mission heading, up to the next heading."""
    units: list[Copy] = []
    for copy in copies:
        if copy.unit.role is Role.HEADING or len(units) == MAX_SENTENCES:
            break
        if not units and (_is_caption(copy) or _HISTORY.search(copy.text)):
            continue
        enough = word_count(" ".join(unit.text for unit in units)) > 12
        if units and enough and (copy.unit.block != units[0].unit.block or _DESCRIBES.match(copy.text)):
            break
        units.append(copy)
    return units


def _goes_on(entry: _Found) -> bool:
    """Whether what it aims at follows in a list."""
    return entry.units[-1].text.rstrip().endswith(":")


_DESCRIBES = re.compile(r"(?:The )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)* (?:is|are|was) (?:an? |the |one of |\w+['’]s )")
"""How a line begins that says what the company is: a new thought, where no heading parts it from its mission."""

_HISTORY = re.compile(
    r"\b(?:founded|established|incorporated|started|began|opened)\b.{0,60}\b(?:1[89]|20)\d\d\b|^\W*(?:Initially|Originally)\b"
)
"""What tells how it all began before the statement comes."""


def _is_caption(copy: Copy) -> bool:
    """Whether a line names what a picture beside the statement shows: about nothing, without a stop, written like a name or dated."""
    text = copy.text.strip()
    if copy.label is not Label.OTHER or text.endswith((".", "!", "?", ":", ";", ",")):
        return False
    told = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in told)
    return bool(re.search(r"\b(?:19|20)\d\d\W*$", text)) or (len(told) > 1 and capitals >= 0.75 * len(told))


def _name(site: Site, text: str) -> str:
    """The name by which the statement calls the company."""
    found = site.name_pattern.search(text)
    return found[0] if found else site.name


def _noun(text: str) -> str:
    lower = text.casefold()
    return next((noun for noun in ("mission", "vision", "purpose", "values") if noun in lower), "mission")


def _rank(entry: _Found) -> tuple[object, ...]:
    order = ("mission", "purpose", "vision", "values")
    kinds = (PageKind.MISSION, PageKind.ABOUT, PageKind.HOME)
    where = kinds.index(entry.page.kind) if entry.page.kind in kinds else len(kinds)
    return order.index(entry.noun), where, entry.page.url, entry.units[0].unit.order


def _answers(said: StatementVerdict) -> str:
    parts = [
        "mentions the people served" if said.customers.answer == "yes" else "does not mention the people served",
        {
            "yes": "says what changes for them",
            "no": "does not say what changes for them",
            "debatable": "leaves open what changes for them",
        }[said.contribution.answer],
        "has words of its own" if said.specific.answer == "yes" else "could be any company's",
    ]
    return f"{parts[0]}, {parts[1]} and {parts[2]}"


def _finding(entry: _Found) -> Finding | None:
    """One finding, where the statement's own words show whom it serves instead; silence is held against nobody."""
    said, noun = entry.verdict, entry.noun
    told = any(copy.label.rollup is Rollup.CUSTOMER for copy in entry.units)
    if noun == "values" or said.kind == "values" or told or not (said.beneficiary or said.kind == "rank slogan"):
        return None
    if said.kind == "rank slogan" and said.contribution.answer == "no":
        title = f"The {noun} speaks of the company's own rank or growth, not of what changes for a customer"
    elif said.customers.answer == "no" and said.beneficiary == "products":
        title = f"The {noun} serves the products: nobody who is to gain from them is named"
    elif said.customers.answer == "no" and said.beneficiary == "company":
        title = f"The {noun} serves the company: nobody outside it who is to gain is named"
    elif said.customers.answer == "yes" and said.contribution.answer == "no":
        title = f"The {noun} mentions customers but does not say what changes for them"
    elif said.specific.answer == "no":
        title = f"The {noun} could be any company's: take the name away and no word of its own is left"
    else:
        return None
    own = ", ".join(f"“{word}”" for word in said.remains[:4] if not word[0].isupper())
    words_left = f" (your own words so far: {own})" if own else ""
    return finding(
        "mission",
        said.kind.replace(" ", "-") if said.kind == "rank slogan" else "criteria",
        Tier.REST,
        title,
        [quote(copy) for copy in entry.units],
        why="A mission is where a customer and a new colleague look for whom the company is there, and what for.",
        fix="Say whom you serve and what is different for them afterwards, in a word only your trade would use.",
        proposal=f"We help [whom you serve] [do, keep or avoid what]{words_left}.",
        weight=0.6 if entry.page.kind in (PageKind.HOME, PageKind.MISSION) else 0.4,
        lead=said.kind == "rank slogan" or said.customers.answer == "no",
    )


def _its_own(said: StatementVerdict) -> bool:
    """Whether what is said to change is anybody's own: not where nothing but names and words for those served is left of it."""
    change = said.contribution.quote
    people = {word.casefold() for match in served(change) for word in words(change[match.start : match.end])}
    own = {word.casefold() for word in own_words(change) if word[0].islower()} - people
    return len(own) >= OWN_WORDS


def _kept(entry: _Found) -> Finding:
    return finding(
        "mission",
        "three-yeses",
        Tier.REST,
        f"The {entry.noun} names whom it is for and what changes for them, in words of its own",
        [quote(copy) for copy in entry.units],
        why="It passes all three questions.",
        fix="Keep it, and let the home page say the same.",
    )


def _echo(site: Site, entry: _Found) -> int:
    """Other pages on which at least two of the statement's own words stand together in one unit."""
    own = {word.casefold() for word in entry.verdict.remains}
    if len(own) < OWN_WORDS:
        return 0
    return sum(
        1
        for page in site.pages
        if page.url != entry.page.url
        and page.kind in SELLING_KINDS | {PageKind.ABOUT, PageKind.CUSTOMERS}
        and any(
            len(own & {word.casefold() for word in words(copy.text)}) >= OWN_WORDS
            for copy in page.copy
            if copy.unit.region.is_copy
        )
    )


def _numbers(entry: _Found) -> dict[str, object]:
    said = entry.verdict
    return {
        "noun": entry.noun,
        "url": entry.page.url,
        "text": said.text,
        "kind": said.kind,
        "customers": said.customers.answer,
        "contribution": said.contribution.answer,
        "specific": said.specific.answer,
        "beneficiary": said.beneficiary or "nobody named",
        "remains": list(said.remains[:12]),
    }
