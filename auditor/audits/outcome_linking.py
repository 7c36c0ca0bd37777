"""Does the copy say what its features lead to?

Why it matters
--------------
Buyers do not want a double seal; they want the milk to stay in the pipe. Most product copy stops at the property, some
goes on to the benefit, and little reaches what is different in the customer's day. Whoever knows the trade makes the
last step alone; the one who signs the order often does not.

How it is measured
------------------
Pages that sell (home, products, services, solutions) are read block by block: a heading with the lines under it. A
block *offers* where {MIN_WORDS} words or more stand in lines that are surely features or specifications (words, so that
splitting a sentence changes nothing); bare names and lists of places, uses and data are no offers. The deepest rung it reaches is *outcome* (it names a specific
result or a trouble of the customer), *benefit* (a generic promise, a line that the classifier half takes for an outcome,
or words of purpose and change: public list "links"), or *attribute*. What the block above or below reaches counts too.
A page whose offering lines are specifications to a share of {DATASHEET} is left out: a datasheet is supposed to be
that. No finding is made: that a page says nothing of what changes for the customer was told on sites never tuned on,
and readers signed none of ten, for one line of it always did (rooms of a lodge, a timetable, what a camera is set up
for). The deepest rung of each page is given, and what joins a feature to what it leads to is credited. The share that is
given is that of offering blocks that reach an outcome, page by page, and the mean of the pages: link words and generic
promises earn nothing, and repeats count once. Under {MIN_BLOCKS} offering blocks there is none. It carries no score.

How to fix it
-------------
Keep the feature, and add to it what somebody can do then, or no longer has to: "so that ...", with who and how much.

Limit
-----
Blocks are what headings make of a page. An outcome shown in a picture or told in a linked case story is not seen.
That features exist is never held against a page.

Fails
-----
/ Acme
[first heading 1] outcome: Hilltop Dairy milks 40 minutes less a day
/product/gx GX pump
[first heading 1] feature: GX pump
[first sentence] feature: The GX pump has a double mechanical seal and a flushed bearing housing of stainless steel.
[main heading 2] feature: Impeller
[main sentence] feature: The impeller has two stages with open vanes and sits on a shaft of chrome steel.
[main heading 2] feature: Panel
[main sentence] feature: The control panel has two buttons, a lamp and a socket for the cable of the tank.
[main heading 2] feature: Connections
[main sentence] feature: Flange and clamp connections are standard and come in four widths with a set of gaskets.
[main heading 2] feature: Trolley
[main sentence] feature: A trolley with four wheels and a shelf for the hose comes with it from the works.

Passes
------
/ Acme
[first heading 1] outcome: Hilltop Dairy milks 40 minutes less a day
/product/gx GX pump
[first heading 1] feature: GX pump
[first sentence] feature: The GX pump has a double mechanical seal and a flushed bearing housing.
[first sentence] outcome: No milk drips on the parlour floor, and your vet finds nothing to write down.
[main bullet] feature: Two-stage impeller with open vanes
[main bullet] feature: Control panel with two buttons and a lamp
[main bullet] spec: Stainless steel housing, 1.4404
[main sentence] feature: A trolley with four wheels and a shelf for the hose comes with it.

Sources
-------
Attribute, consequence, value as a ladder: Gutman 1982, "A Means-End Chain Model Based on Consumer Categorization
Processes", Journal of Marketing 46(2). Thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, Label, PageKind, Role, Tier
from auditor.opening import chance
from auditor.site import Site, is_generic
from auditor.text import word_count, words

MIN_WORDS = 12
"""Words in lines that are surely feature or specification, from which a block offers something."""

PLAIN_WORDS = 2
"""Words in small letters from which a line describes something and is no bare name."""

DATASHEET = 0.5
"""Share of specifications among a page's offering lines from which it is a datasheet."""

HALF_TAKEN = 0.25
"""Probability of outcome and problem together from which no finding calls a line a bare attribute."""

MIN_BLOCKS = 5
"""Fewer offering blocks than this give no share."""

_KINDS = (PageKind.HOME, PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION)
_OFFERS = (Label.FEATURE, Label.SPEC)


class Rung(IntEnum):
    """How far up the ladder a block gets."""

    ATTRIBUTE = 0
    BENEFIT = 1
    OUTCOME = 2


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading with the lines under it. ``copies`` are all of them, ``offers`` those that surely offer."""

    page: JudgedPage
    copies: tuple[Copy, ...]
    offers: tuple[Copy, ...]
    rung: Rung

    @property
    def offering(self) -> bool:
        return sum(word_count(copy.text) for copy in self.offers) >= MIN_WORDS


@audit(
    passes="The copy says what its features lead to",
    fails="What its features lead to",
    version=7,
)
def outcome_linking(site: Site) -> Verdict:
    """Judge a site."""
    pages = [(page, _blocks(page)) for page in site.of_kind(*_KINDS)]
    pages = [(page, blocks) for page, blocks in pages if not _datasheet(blocks)]
    offering = [block for _, blocks in pages for block in blocks if block.offering]
    rungs = {rung.name.lower(): sum(block.rung is rung for block in offering) for rung in Rung}
    numbers = {
        "offering_blocks": len(offering),
        "deepest_rung": rungs,
        "pages": {page.url: max(block.rung for block in blocks).name.lower() for page, blocks in pages if blocks},
    }
    if not offering:
        return Verdict.not_enough(
            "No block that describes what is offered was found on the pages that sell.", **numbers
        )
    shares = [_reached(blocks) for _, blocks in pages if any(block.offering for block in blocks)]
    reached = sum(shares) / len(shares) if len(offering) >= MIN_BLOCKS else None
    numbers["reached"] = None if reached is None else round(reached, 3)
    summary = (
        f"{len(offering)} blocks describe what is offered: {rungs['outcome']} reach{'es' * (rungs['outcome'] == 1)} a result or a trouble of the customer,"
        f" {rungs['benefit']} a benefit, {rungs['attribute']} stop{'s' * (rungs['attribute'] == 1)} at the property."
    )
    keep = _kept(offering)
    if reached is None and not keep:
        return Verdict.not_enough(
            f"{len(offering)} blocks that describe what is offered are too few to judge.", **numbers
        )
    return Verdict(summary, None, (), keep, numbers, title="" if keep else "What its features lead to")


def _blocks(page: JudgedPage) -> list[_Block]:
    """The blocks of a page, each with its deepest rung, those of its neighbours counted."""
    groups = list(_groups(page))
    rungs = [max((_rung(copy) for copy in group), default=Rung.ATTRIBUTE) for group in groups]
    blocks = []
    for place, group in enumerate(groups):
        near = max(rungs[max(0, place - 1) : place + 2])
        offers = tuple(copy for copy in group if copy.counted and copy.sure and copy.label in _OFFERS and _says(copy))
        blocks.append(_Block(page, tuple(group), offers, near))
    return blocks


def _groups(page: JudgedPage) -> Iterator[list[Copy]]:
    """The copy of a page cut at its headings; headings that follow each other stay together."""
    group: list[Copy] = []
    for copy in page.copy:
        if not copy.unit.region.is_copy:
            continue
        if copy.unit.role is Role.HEADING and group and group[-1].unit.role is not Role.HEADING:
            yield group
            group = []
        group.append(copy)
    if group:
        yield group


def _says(copy: Copy) -> bool:
    """Whether a line describes something: no bare name, no list of places, uses or data."""
    if copy.unit.role in (Role.LINK, Role.BUTTON, Role.HEADING, Role.QUOTE):
        return False
    plain = sum(word.islower() for word in words(copy.text))
    return plain >= PLAIN_WORDS and not lexicon.load("links").has(copy.unit.heading, "aside")


def _rung(copy: Copy) -> Rung:
    """How far one line gets, in doubt further."""
    if copy.label in (Label.OUTCOME, Label.PROBLEM) and not is_generic(copy.text):
        return Rung.OUTCOME
    if chance(copy) >= HALF_TAKEN:
        return Rung.BENEFIT
    return Rung.BENEFIT if lexicon.load("links").has(copy.text, "link", "effect") else Rung.ATTRIBUTE


def _datasheet(blocks: Sequence[_Block]) -> bool:
    offers = [copy for block in blocks for copy in block.offers]
    return bool(offers) and sum(copy.label is Label.SPEC for copy in offers) >= DATASHEET * len(offers)


def _reached(blocks: Sequence[_Block]) -> float:
    offering = [block for block in blocks if block.offering]
    return sum(block.rung is Rung.OUTCOME for block in offering) / len(offering)


def _kept(offering: Sequence[_Block]) -> list[Finding]:
    """Credit: a line that joins a feature to what it leads to, in one sentence."""
    links = lexicon.load("links")
    joined = [
        copy
        for block in offering
        for copy in block.copies
        if copy.label is Label.OUTCOME
        and copy.judgement.leading
        and copy.counted
        and not is_generic(copy.text)
        and 8 <= word_count(copy.text) <= 35
        and links.has(copy.text, "link")
    ]
    joined.sort(key=lambda copy: (-copy.judgement.probability, copy.unit.id))
    return [
        finding(
            "outcome-linking",
            "linked",
            Tier.REST,
            "It says what comes of what it offers",
            [quote(copy)],
            why="One sentence holds both the means and what it is good for.",
            fix="Keep it, and write the others like it.",
            weight=0.3,
        )
        for copy in joined[:2]
    ]
