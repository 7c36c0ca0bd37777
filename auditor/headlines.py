"""What is wrong with the first thing a visitor reads, and what the first screen certainly leaves unsaid.

One fault at most is told of a home page: a name or a notice where the headline should be, a line that is anybody's, a
feeling, praise of the company itself. What is called unsaid stands in no line of the first screen, nor in the name, nor on
the first button.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditor import lexicon
from auditor.model import Copy, Label, Region, Role
from auditor.opening import (
    FEELING,
    LIKELY,
    NEAR,
    WELCOME,
    Opening,
    is_of_customer,
    is_stock,
    names_section,
    of_the_trade,
    only_name,
    own_in,
    read_opening,
    says_what,
    silence,
    stand_in,
    told,
    where_it_works,
)
from auditor.organisation import organisation
from auditor.site import Site
from auditor.text import word_count
from auditor.things import SECTION, nouns
from auditor.voices import once

SLOGAN = 12
"""A line under a bare name is read as the headline up to this many words."""

SENTENCE = 5
"""Words from which the first line of a page without a headline is read in its place."""

_RANK = re.compile(
    r"\b(?:best|premier|leading|leader|world[- ]class|most (?!of\b)\w+|number one|no\. ?1|(?:most )?trusted|ultimate|finest|preferred|"
    r"top[- ]rated|foremost|unmatched|unrivall?ed)\b|#\s?1\b",
    re.I,
)
"""Words that rank the company above others. "Best for" and the like are read as rank too: the reader is not told why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with how the home page opens: ``says`` is the sentence, ``words`` what it quotes after it, ``lines`` what it rests on.

    ``first`` is what a visitor asks first and finds answered only further on, a phrase and the line for each; with fewer
    than ``least`` lines to show further on nothing is told. ``leads``: whether it may stand first whatever else is found.
    """

    kind: str
    says: str
    words: str
    lines: tuple[Copy, ...]
    why: str
    fix: str
    key: str
    weight: float = 0.75
    proposal: str = ""
    first: dict[str, Copy] = field(default_factory=dict)
    least: int = 0
    leads: bool = True


@once
def fault(site: Site) -> Fault | None:
    """The one thing that is wrong with the home page's opening; None where nothing is."""
    if site.home is None:
        return None
    opening = read_opening(site.home)
    made = (make(site, opening) for make in (_silent, _stands_in, _anyone, _feeling, _of_itself))
    return next((found for found in made if found is not None), None)


def unsaid(site: Site, opening: Opening) -> list[str]:
    """What no line of the first screen says, as clauses: "what is done", "for whom it is", "where it works"."""
    shown = [*opening.pieces, *opening.lines, *([opening.button] if opening.button else [])]
    text = " . ".join(copy.text for copy in shown)
    missing = []
    trade = _trade(site)
    # a word of the name that stands somewhere in small letters is a word of the trade
    named = any(word in copy.text for word in nouns(site.name) for page in site.pages for copy in page.copy)
    if trade and not named and not trade & nouns(text):
        missing.append("what is done")
    people = lexicon.load("served").has(f"{site.name} . {text}", "customers", "people", "organisations", "you")
    if not (people or lexicon.load("audience").has(text) or _FOR.search(text)):
        missing.append("for whom it is")
    if where_it_works(site, opening) is not None:
        missing.append("where it works")
    return missing


_FOR = re.compile(r"\bfor (?:(?:the|all|every|any|our) )?[a-z]", re.I)
"""What may name whom it is for, in words that no list knows."""


def _trade(site: Site) -> frozenset[str]:
    """The words by which the site itself names what it offers: those of its menu and of its pages' titles."""
    titles = {page.page.title for page in site.pages}
    labels = {link.text for page in site.pages for link in page.page.links if link.region is Region.NAV}
    found = frozenset(word for text in titles | labels for word in nouns(text))
    return found - SECTION - nouns(site.name)


def _silent(site: Site, opening: Opening) -> Fault | None:
    """A first screen, or a whole home page, that says neither what this is nor for whom, while a sentence elsewhere does."""
    if (found := silence(site, opening)) is None:
        return None
    first, line, whole = found
    labels = {link.text for page in site.pages for link in page.page.links if link.internal}
    if not whole and nouns(first.text) & frozenset(word for text in labels for word in nouns(text)) - SECTION:
        return None  # a name that says what is sold, in the words of its own menu
    return Fault(
        "silent",
        f"The home page says “{first.text}” and no more" if whole else "The first screen shows the name and no more",
        "",
        (first, line),
        why="Whoever does not know the name cannot tell what is offered here, or to whom, and goes back to the list.",
        fix="Put the line that says it directly under the name, shortened, with whom it is for.",
        key=opening.page.url,
        weight=0.8,
        proposal=line.text,
        first={"the line that says what it is": line},
    )


_SHOWN = {
    "notice": "The first thing a visitor reads is a notice, “{}”",
    "sample": "The home page opens with its builder's sample text, “{}”",
    "year": "The headline is a year, “{}”",
    "question": "The headline asks what every rival could ask, “{}”",
    "name": "The headline is the name, “{}”",
}


_ASKED = {
    "notice": "A notice stands between whoever comes for the first time and what you do.",
    "question": "It says nothing yet of who answers, or of what one gets here that one gets nowhere else.",
}


def _stands_in(site: Site, opening: Opening) -> Fault | None:
    """A notice, a year, a name or a question where the headline should be, and what a buyer asks first told further on."""
    if (found := stand_in(site, opening)) is None:
        return None
    kind, line = found
    if kind == "name" and says_what(site, opening.lines) is not None:
        return None
    first = {}
    what = says_what(site) if kind != "question" else None
    if what is not None and what not in opening.lines and not _HISTORY.search(what.text):
        first["what it is and does"] = what
    if (place := where_it_works(site, opening)) is not None and place is not what:
        first["where it works"] = place
    return Fault(
        "stands-in",
        _SHOWN[kind].format(line.text),
        "",
        (line,),
        why=_ASKED.get(kind, "Whoever does not know you asks first what is done, for whom, where and why by you."),
        fix="Let the notice follow the headline, if it still holds"
        if kind == "notice" and opening.headline is not None
        else "Say in the headline what is done and for whom",
        key=line.text.casefold(),
        first=first,
        least=2 if kind in ("question", "name") else 0,
    )


_HISTORY = re.compile(
    r"\b(?:has|have) been\b|\bwas (?:founded|started|established)\b|\b(?:leading edge|family[- ]owned)\b", re.I
)
"""What tells how long, and not what is done."""


def _anyone(site: Site, opening: Opening) -> Fault | None:
    """A headline, or the line under one that is only a name, of which nothing is left without stock words."""
    if opening.headline is None:
        return None
    lines, under = opening.pieces, opening.under
    welcome = WELCOME.match(opening.heading) is not None
    if only_name(site, opening.heading) and under is not None:
        short = under.unit.role is Role.HEADING or word_count(under.text) <= SLOGAN
        if short and (is_stock(site, under.text) or not welcome) and told(under) < LIKELY:
            lines, under, welcome = (under,), None, False
        elif not welcome:
            return None
    text = " ".join(copy.text for copy in lines)
    named = only_name(site, text)
    below = under if welcome and named and under is not None and told(under) >= LIKELY else None
    if welcome and under is not None and below is None and not under.sure:
        return None
    if not named and not is_stock(site, text):
        line = _other_slogan(site, opening)
        if line is None:
            return None
        lines, text, under = (line,), line.text, None
        named = welcome = only_name(site, text)
    if welcome and named and not organisation(site).sells:
        return None  # the name of a club or a congregation says who meets there, and where
    headline = "The headline" if opening.headline in lines else "A headline on the first screen"
    bare = f"But for the name, {headline[0].lower()}{headline[1:]}" if site.name_pattern.search(text) else headline
    return Fault(
        "anyone",
        "The headline bids welcome, and what customers gain stands under it"
        if below
        else f"{headline} bids welcome and says nothing"
        if named and welcome
        else "The headline is the company's name and nothing else"
        if named
        else f"{bare} could stand on any company's website",
        "" if named and not welcome else text,
        (*lines, *([under] if under is not None else [])),
        why="A greeting tells a stranger nothing."
        if named and welcome
        else "Without the name it says neither for whom, nor what, nor how: no number, no trade, no result.",
        fix="Let the line under it be the headline" if below else "Replace it with a line that only you can say",
        key=text.casefold(),
        weight=0.5 if below else 0.75,
        proposal=below.text if below else "",
        leads=not named,
    )


def _other_slogan(site: Site, opening: Opening) -> Copy | None:
    """Another heading that bids welcome, or of the first two levels that praises in stock words; a section's label is none."""
    praise = lexicon.load("stock")
    for copy in opening.lines:
        fits = copy.unit.role is Role.HEADING and word_count(copy.text) > 2 and is_stock(site, copy.text)
        praises = copy.unit.level <= 2 and praise.has(copy.text, "praise")
        # the second half of a headline is read with the first
        half = copy in opening.pieces
        if fits and not half and (praises or WELCOME.match(copy.text)) and not names_section(copy.text):
            return copy
    return None


def _feeling(site: Site, opening: Opening) -> Fault | None:
    """A headline, or the line under a mere name, that promises a feeling in words of the trade, and nothing that is seen or counted."""
    lines, under = opening.pieces, opening.under
    if not lines or not organisation(site).sells:
        return None  # what a charity or a school is for may be no more than a hope
    plain = not FEELING.search(opening.heading) and all(
        of_the_trade(site, word) for word in own_in(site, opening.heading)
    )
    if under is not None and plain:
        lines = (under,)
        region = [copy for copy in opening.lines if copy.unit.order > under.unit.order]
        under = next((copy for copy in region if copy.unit.role in (Role.SENTENCE, Role.HEADING)), None)
    text = " ".join(copy.text for copy in lines)
    if word_count(text) > SLOGAN or re.search(r"\d", text) or lines[0].unit.region is not Region.FIRST:
        return None
    said = FEELING.search(text)
    own = own_in(site, text)
    if said is None or sum(not of_the_trade(site, word) for word in own) > 1 or any(map(is_of_customer, lines)):
        return None
    if under is not None and under.sure and told(under) >= LIKELY and not FEELING.search(under.text):
        return None  # what is promised stands under it
    return Fault(
        "feeling",
        "The headline promises what anybody could promise",
        text,
        (*lines, *([under] if under is not None else [])),
        why="A feeling or a better life is what everybody promises; what one gets, by when and for whom only you can say.",
        fix="Say what is done, kept or over for a customer, by when",
        key=text.casefold(),
        weight=0.6,
        leads=False,
    )


def _of_itself(site: Site, opening: Opening) -> Fault | None:
    """A headline about the company, with no line under it that turns to the customer."""
    line, under = opening.headline, opening.under
    if line is None:  # a page without a headline is read from its first sentence
        line, under = next((copy for copy in opening.lines if word_count(copy.text) >= SENTENCE), None), None
    if line is not None and only_name(site, line.text) and under is not None and word_count(under.text) <= SLOGAN:
        line, under = under, None
    if line is None or not line.sure or line.label not in (Label.COMPANY, Label.FEATURE) or only_name(site, line.text):
        return None
    ranks = _RANK.search(site.name_pattern.sub(" ", line.text)) is not None
    praises = line.label is Label.COMPANY and lexicon.load("stock").has(line.text, "praise")
    if not ranks and (not praises or opening.headline is None):
        return None  # "When nobody takes your case, I will" speaks of the company too, and is no boast
    if is_stock(site, line.text) or (under is not None and (not under.sure or told(under) >= LIKELY)):
        return None  # told by another fault, or the line under it makes up for it
    if opening.hint is not None and opening.hint <= NEAR:
        return None
    return Fault(
        "of-itself",
        f"The {'headline' if opening.headline else 'first sentence'} praises the company",
        line.text,
        tuple(copy for copy in (line, under) if copy is not None),
        why="Whoever comes with a trouble or a goal looks in the headline for it, and finds the company there.",
        fix="Say in the headline what is different for a customer afterwards",
        key=line.text.casefold(),
        weight=0.65,
    )
