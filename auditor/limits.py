"""How many, and for how much, told in two ways: the largest group, how many of its people do a thing, what is free and is charged.

Each is a figure that two lines give of one thing; what tells that it is one thing is asked strictly, since courses, teams
and offers that share a word are many. Pure functions of the lines of a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from auditor.cues import rare
from auditor.discord import Discord
from auditor.figures import ANY, number
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import GENERAL, READ, SECTION, nouns
from auditor.voices import quoted

LONGEST = 400
"""Characters of a line that is read."""

MOST_HELD = 60
"""Lines of one side that are held against the other's."""

LARGEST = 40
"""The most in one group or of one staff that is compared; more is a crowd."""


def discords(site: Site) -> Iterator[Discord]:
    """One of each kind."""
    for read in (_groups, _of_us, _free):
        yield from islice(read(site), 1)


def _own(site: Site, page: JudgedPage, copy: Copy) -> bool:
    said = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and len(copy.text) <= LONGEST
    told = said and not page.twin_of and page.kind in READ and not copy.text.endswith("?")
    return told and copy.unit.id not in quoted(site, page)


# --- the largest group --------------------------------------------------------------------------------------------------

_TAUGHT = r"class(?:es)?|groups?|lessons?|courses?|sessions?|workshops?|tours?|walks?|treks?"
_WHO = r"children|people|pupils|students|swimmers|participants|dogs|guests|clients|persons|adults|learners|delegates|riders|players|kids|babies|walkers|attendees"
_MOST = rare(
    rf"\b(?:maximum(?: size| number)? of|a max(?:imum)? of|max\.?|no more than|never more than|at most|limited to|maximum:?) (?:only )?(?P<most>{ANY})\b(?: (?:{_WHO})\b)?",
    re.I,
)
_OF = rare(
    rf"\b(?:{_TAUGHT}) of (?:up to |about |around )?(?P<of>{ANY})\b(?! (?:years?|months?|weeks?|minutes?|hours?|mins?|days?)\b)"
    rf"|\b(?P<in>{ANY}) (?:{_WHO}) (?:per|in a|in each|in every|to a) (?:{_TAUGHT})\b",
    re.I,
)
_SAYS_GROUP = re.compile(rf"\b(?:{_TAUGHT})\b", re.I)
_OTHERS = re.compile(
    r"\b(?:private|large|larger|school|corporate|hen|stag|party|parties|discount|minimum|at least|if|except|unless)\b",
    re.I,
)
"""What names groups that have a size of their own."""


def _groups(site: Site) -> Iterator[Discord]:
    """A largest group, and a larger one elsewhere."""
    largest: list[tuple[int, str, JudgedPage, Copy]] = []
    named: list[tuple[int, str, JudgedPage, Copy]] = []
    for page, copy in site.lines_with(_MOST, _OF):
        if not _own(site, page, copy) or _OTHERS.search(copy.text):
            continue
        if (match := _MOST.search(copy.text)) and _SAYS_GROUP.search(copy.text):
            largest.append((int(number(match["most"])), match[0], page, copy))
            continue
        for match in _OF.finditer(copy.text):
            named.append((int(number(match["of"] or match["in"])), match[0], page, copy))
    pairs = product(largest[:MOST_HELD], sorted(named, key=lambda one: -one[0])[:MOST_HELD])
    for (most, words, page, copy), (many, its_words, its_page, its_copy) in pairs:
        if page is not its_page and 1 < most < many <= LARGEST and page.kind in GENERAL:
            title = f"A group is told to have {most} at most, and {many} elsewhere: “{words}” and “{its_words}”"
            fix = "Say how many are in a group, and where one course has larger ones, name the course beside each."
            yield Discord("group", title, ((copy,), (its_copy,)), fix, 0.84)


# --- how many of its people ---------------------------------------------------------------------------------------------

_MANY = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d"
_PEOPLE = re.compile(
    rf"\b(?P<more>at least |over |more than |up to )?(?P<many>{_MANY}) of (?:us|(?:our|the) (?:\w+ ){{0,2}}?(?P<who>[a-z]+s|staff|team|people))\b(?P<rest>[^.;!?]{{0,160}})",
    re.I,
)
_OF_THEM = rare(rf"\b(?:{_MANY}) of (?:us|our|the)\b", re.I)
_QUALITY = {
    "trained": r"\b(?:train|qualif|licen[cs]|certif|register|accredit|charter|able to|member)",
    "language": r"\b(?:speak|fluent|bilingual)",
    "resident": r"\b(?:live|reside|work full|work part)",
}
_STAFF = re.compile(
    r"ists?$|ians?$|ers?$|ors?$|ants?$|staff|team|people|vets|nurses|partners|trustees|solicitors|directors|engineers",
    re.I,
)


def _of_us(site: Site) -> Iterator[Discord]:
    """How many of its people are trained for one thing, in two numbers."""
    found: list[tuple[int, str, str, frozenset[str], frozenset[str], Copy]] = []
    for page, copy in site.lines_with(_OF_THEM):
        match = _PEOPLE.search(copy.text) if _own(site, page, copy) else None
        if match is None or match["more"] or not (match["who"] is None or _STAFF.search(match["who"])):
            continue
        kind = next((name for name, words in _QUALITY.items() if re.search(words, match["rest"], re.I)), "")
        if kind:
            said = nouns(match["rest"]) - _ANY_STAFF
            around = nouns(f"{copy.unit.heading} {page.page.title}") - SECTION - _ANY_STAFF
            found.append(
                (int(number(match["many"])), match[0].removesuffix(match["rest"]), kind, said, said | around, copy)
            )
    for one in found[:MOST_HELD]:
        for other in found[:MOST_HELD]:
            apart = one[0] < other[0] and one[2] == other[2] and one[5].text != other[5].text
            own = nouns(site.name) | {word for name in site.names for word in nouns(name)}
            if apart and ((one[3] & other[4]) | (one[4] & other[3])) - own:
                title = f"How many of its people do one thing is told in two ways: “{one[1]}” and “{other[1]}”"
                fix = "Count them, and name them: the same number and the same names in both places."
                yield Discord("of-us", title, ((one[5],), (other[5],)), fix, 0.88)


_ANY_STAFF = frozenset(
    "also are able treat treating teach work working help handle care use give offer provide make wish can train trained training qualify qualified licensed certified registered accredited chartered member have has been been who full fully both either their them they".split()
)


# --- free, and charged --------------------------------------------------------------------------------------------------

_NO_FEE = rare(
    r"(?P<thing>(?:[a-z-]+ ){0,2}[a-z-]+) (?:is |are )?(?:included )?(?:at|for|with) no (?:additional|extra|further) (?:fees?|charges?|costs?)\b"
    r"|\bno (?:additional|extra|further) (?:fees?|charges?|costs?) for (?P<thing2>(?:[a-z-]+ ){0,2}[a-z-]+)",
    re.I,
)
_CHARGED = rare(
    r"\b(?:is|are|be|a|an additional|an extra) charged? (?:of )?(?:an? (?:additional|extra) )?(?P<sum>[$£€] ?\d[\d.,]*\d|[$£€] ?\d)\b(?P<per>[^.;!?]{0,12}) for (?P<thing>[^.;!?]{3,60})",
    re.I,
)
_ALL = re.compile(r"\b(?:we|you|our|your|this|these|that|it|the|all|at|with|and|is|are|for|of|a|an)\b", re.I)


def _free(site: Site) -> Iterator[Discord]:
    """What costs nothing more in one line, and is charged with a sum in another."""
    free: list[tuple[str, frozenset[str], Copy]] = []
    charged: list[tuple[str, frozenset[str], Copy]] = []
    for page, copy in site.lines_with(_NO_FEE, _CHARGED):
        if not _own(site, page, copy):
            continue
        if match := _NO_FEE.search(copy.text):
            thing = (match["thing"] or match["thing2"]).split()
            named = [word for word in thing if not _ALL.fullmatch(word)]
            if named and (what := nouns(named[-1]) - _NO_THING):
                free.append((match[0].strip(), what, copy))
        elif match := _CHARGED.search(copy.text):
            charged.append((match[0].strip(), nouns(match["thing"]) - _NO_THING, copy))
    for words, what, copy in free[:MOST_HELD]:
        for its_words, its_what, its_copy in charged[:MOST_HELD]:
            if what <= its_what:
                title = f"What costs nothing more in one line is charged in another: “{words}” and “{its_words}”"
                fix = "Say beside the promise when it costs something and how much, or take the charge away."
                yield Discord("free-charged", title, ((copy,), (its_copy,)), fix, 0.9)


_NO_THING = frozenset(
    "service cost price fee charge extra time day hour week month year person people order thing work item product".split()
)
