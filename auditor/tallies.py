"""Numbers that a site's own lines do not bear out: a count and the list that it counts, a promise and the same number only aimed at.

Also one number of two things, all of something that is not all to be had, and one place at two distances. Each is read from the lines alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from auditor.concordance import Sought
from auditor.cues import rare
from auditor.discord import Discord
from auditor.figures import ANY, number
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import GENERAL, READ, nouns
from auditor.voices import quoted

LONGEST = 400
"""Characters of a line that is read."""

MOST_HELD = 60
"""Lines with one number, or on one thing, that are held against each other."""


def discords(site: Site) -> Iterator[Discord]:
    """Every number that other lines do not bear out, one of a kind."""
    for read in (
        _numbered,
        _listed,
        _aimed_at,
        _counted_twice,
        _not_all,
        _qualified,
        _how_often,
        _distances,
    ):
        for discord in read(site):
            yield discord
            break


def _lines(site: Site, *sought: Sought) -> Iterator[tuple[JudgedPage, Copy]]:
    """The lines with any of this in which the company speaks of itself."""
    return ((page, copy) for page, copy in site.lines_with(*sought) if _own(site, page, copy))


def _own(site: Site, page: JudgedPage, copy: Copy) -> bool:
    said = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and len(copy.text) <= LONGEST
    return said and not page.twin_of and page.kind in READ and copy.unit.id not in quoted(site, page)


# --- a count and what it counts -------------------------------------------------------------------------------------

_ANNOUNCED = rare(
    rf"\b(?:the (?:following|below|next)|these|our|in|just|only) (?P<number>{ANY}) (?:[a-z-]+ ){{0,2}}(?P<noun>questions|steps|points|rules|stages|items|sections|ways|reasons|tips|parts|phases|fields)\b"
    rf"|^(?P<number2>(?i:{ANY})) (?:[A-Za-z-]+ ){{0,2}}(?P<noun2>(?i:questions|steps|points|rules|stages|ways|reasons|tips|phases))\b",
)
_NUMBERED = re.compile(
    r"(?i:(?:step|question|stage|phase|rule|tip|reason|no\.?|#)\s*)?(?P<nth>\d{1,2})\s?(?P<mark>[.):]|$)(?!\d)"
)
SOON = 3
"""Lines behind the announcement within which its list begins."""
FEWEST = 3
"""Numbers in a row that are a numbered list."""


def _numbered(site: Site) -> Iterator[Discord]:
    """A page that announces a number of questions or steps and numbers more of them, or fewer."""
    for page in site.pages_with(_ANNOUNCED):
        found = [copy for copy in page.copy if _own(site, page, copy)]
        for place, copy in enumerate(found):
            match = _ANNOUNCED.search(copy.text)
            if match is None or copy.text.endswith("?"):
                continue
            count = int(number(match["number"] or match["number2"]))
            last, entry = _run(found[place + 1 :])
            if entry and last >= FEWEST and last != count and count > 1:
                noun = (match["noun"] or match["noun2"]).casefold()
                title = f"It announces {count} {noun}, and the last of the list is number {last}"
                fix = "Let the list and its announcement give one number, or leave the number out."
                yield Discord("list", title, ((copy,), (entry,)), fix, 0.86)


def _run(found: Sequence[Copy]) -> tuple[int, Copy | None]:
    """The last number of the numbered list that begins soon in these lines, and its line; it leaves no number out."""
    last, entry, mark = 0, None, ""
    for place, copy in enumerate(found):
        match = _NUMBERED.match(copy.text)
        nth = int(match["nth"]) if match else 0
        if not last and place > SOON:
            break
        if match and nth == last + 1 and (not last or bool(match["mark"]) is bool(mark)):
            last, entry, mark = nth, copy, match["mark"]
        elif match and nth == 1 and bool(match["mark"]) is bool(mark):
            break  # another list
    return last, entry


_SUMMED = re.compile(
    rf"(?P<list>(?:[\w' -]+, ){{2,}}[\w' -]+?,? (?:and|&) [\w' -]+?)[,;:–—-]?\s(?P<number>{ANY}) (?:different )?(?P<noun>types|kinds|sorts|varieties)\b"
)
_TOLD = re.compile(
    rf"\b(?P<number>{ANY}) (?:[a-z-]+ ){{0,3}}(?P<noun>[a-z]{{4,}}s)\s?(?::|,? namely)\s(?P<list>(?:[^,.;:()]{{2,40}}, ){{1,}}[^,.;:()]{{2,40}}?,? (?:and|&) [^,.;:()]{{2,40}})(?:[.;]|$)",
    re.I,
)
_NAMELY, _KINDS = re.compile(r":|namely"), rare(r"types|kinds|sorts|varieties")
_OPEN = re.compile(
    r"\b(?:such as|including|include|like|e\.g|for example|among|etc|more|others?|at least|up to|from)\b", re.I
)


_PARTS = re.compile(rf"\b(?:with|which|that|each|plus|in|{ANY})\b", re.I)
"""What says that an entry of a list holds entries of its own."""


def _listed(site: Site) -> Iterator[Discord]:
    """A line that tells how many there are and lists them, more or fewer."""
    for _, copy in _lines(site, _NAMELY, _KINDS):
        if "," not in copy.text:
            continue
        for pattern, cued in ((_TOLD, _NAMELY), (_SUMMED, _KINDS)):
            match = pattern.search(copy.text) if cued.search(copy.text) else None
            if match is None or (pattern is _TOLD and _OPEN.search(copy.text)) or _PARTS.search(match["list"]):
                continue
            entries = [entry for entry in re.split(r",", match["list"]) if entry.strip()]
            joints = sum(len(re.findall(r" (?:and|&) ", f" {entry}")) for entry in entries)
            most, least = len(entries) + joints, len(entries)
            count = int(number(match["number"]))
            if not least <= count <= most and 2 < count < 40:
                title = f"It counts {count} {match['noun']} and names {most if count > most else least}: “{match[0].strip(' .;')}”"
                fix = "Count them once more, and name those that are missing or change the number."
                yield Discord("list", title, ((copy,),), fix, 0.8)


# --- what is promised, and only aimed at ------------------------------------------------------------------------------

_SURE = rare(r"\b(?:guarantee[ds]?|guaranteed|promise[ds]?|always|never (?:more|longer))\b", re.I)
_HOPED = rare(
    r"\b(?:we|will|and) (?:try|tries|aim|strive|hope|urge|endeavou?r|seek|do our best|make every effort)\b|\b(?:our aim|our goal|usually|normally|typically|generally|in most cases|where(?:ver)? possible|whenever possible|if possible|subject to|on average)\b",
    re.I,
)
_COMING = re.compile(
    r"\b(?:(?P<come>respon\w+|arriv\w+|attend\w*|with you|at your door|on[- ]?site|call-?out)|(?P<reply>repl(?:y|ies)|get back|call (?:you )?back|answer\w*)|(?P<send>deliver\w*|ship\w*|dispatch\w*|turn-?around|ready|completed?))\b",
    re.I,
)
BESIDE = 45
"""Letters between a guarantee and the time that it is for."""
_UNIT = rare(r"min|hour|hr|day", re.I)
_SPAN = re.compile(rf"(?<![\w$£€.,-])({ANY})[ -]?(min(?:ute)?s?|hours?|hrs?|(?:working |business )?days?)\b", re.I)


def _aimed_at(site: Site) -> Iterator[Discord]:
    """One time in which somebody comes, answers or delivers: guaranteed in one line, and in another only aimed at."""
    sure: dict[tuple[str | None, float, str], tuple[str, Copy]] = {}
    hoped: dict[tuple[str | None, float, str], tuple[str, Copy]] = {}
    for _, copy in _lines(site, _SURE, _HOPED):
        if _UNIT.search(copy.text) is None:
            continue
        if (said := _SURE.search(copy.text)) is None and _HOPED.search(copy.text) is None:
            continue
        what = _COMING.search(copy.text)
        spans = {(number(match[1]), match[2][:3].casefold()): match[0] for match in _SPAN.finditer(copy.text)}
        if what is None or len(spans) != 1:
            continue
        ((span, words),) = spans.items()
        if said and abs(copy.text.index(words) - said.start()) > BESIDE:
            continue  # something else is guaranteed
        side = sure if said and not _HOPED.search(copy.text) else hoped
        side.setdefault((what.lastgroup, *span), (words, copy))
    for key in sorted(sure.keys() & hoped.keys(), key=str):
        (words, copy), (its_words, its_copy) = sure[key], hoped[key]
        title = f"“{words}” is guaranteed in one line, and “{its_words}” in another is only aimed at"
        fix = "Decide whether it is a guarantee; if so, say it on both pages and what the customer gets when it is missed."
        yield Discord("aimed-at", title, ((copy,), (its_copy,)), fix, 0.92)


# --- one number of two things -----------------------------------------------------------------------------------------

_EXACT = rare(r"(?<![\w.,£$€#/-])(?P<number>\d{1,3}(?:,\d{3})+)(?![\w%]|[.,]\d)\s+(?P<what>(?:[A-Za-z'’-]+ ?){1,4})")
ROUND = 50
"""What a number is a multiple of that nobody counted."""
_WHOM = frozenset(
    "customer client patient guest visitor member user people family familie household person happy satisfied review rating client".split()
)
"""What one number may count under several names."""


def _counted_twice(site: Site) -> Iterator[Discord]:
    """One number, exact to the last digit, that counts one thing in one line and another in the next."""
    found: dict[int, list[tuple[frozenset[str], str, Copy]]] = defaultdict(list)
    for _, copy in _lines(site, _EXACT):
        for match in _EXACT.finditer(copy.text):
            count = int(match["number"].replace(",", ""))
            if count % ROUND:
                found[count].append((nouns(match["what"]), match[0].strip(), copy))
    for told in found.values():
        for (one, words, copy), (other, its_words, its_copy) in combinations(told[:MOST_HELD], 2):
            if one and other and not one & other and not (one & _WHOM and other & _WHOM):
                title = f"One number counts two things: “{words}” and “{its_words}”"
                fix = "Look up what was counted and name it alike in both places, with the year and the source."
                yield Discord("two-things", title, ((copy,), (its_copy,)), fix, 0.84)


# --- all, and not all ---------------------------------------------------------------------------------------------------

_NOT_ALL = rare(
    r"\bnot (?:all|every)(?: of our)? (?P<of>(?:[a-z-]+ ){0,2}?)(?P<noun>[a-z]{3,})(?: (?:is|are|can be|will be))(?: (?:always|currently))? (?:available|stocked|kept|covered|carried|offered|suitable|accepted|included|possible|supplied|in stock)\b",
    re.I,
)


def _not_all(site: Site) -> Iterator[Discord]:
    """All of something that is offered in one line, and in another not all of it is to be had."""
    for _, copy in _lines(site, _NOT_ALL):
        match = _NOT_ALL.search(copy.text) if "ot all " in copy.text or "ot every " in copy.text else None
        noun = next(iter(nouns(match["noun"])), "") if match else ""
        if match is None or not noun:
            continue
        offered = re.compile(
            rf"\b(?:all|every|any)(?: (?:makes|brands|models|types|kinds|shapes|colou?rs)(?: (?:and|&)|,))? {noun}(?:s|es)?\b(?! (?:depend|var))",
            re.I,
        )
        for _, other in _lines(site, offered):
            if (
                other.text != copy.text
                and (said := offered.search(other.text))
                and not re.search(r"\bnot\b|n['’]t\b", other.text)
            ):
                title = f"It offers “{said[0]}” and says “{match[0]}”"
                fix = "Say where the offer is made what of it has to be asked for."
                yield Discord("not-all", title, ((other,), (copy,)), fix, 0.78)
                break


# --- free, and free for some --------------------------------------------------------------------------------------------

_FREE = rare(r"\b(?:free|complimentary)\b(?! of| time| to| from)(?P<what>[^.;!?]{4,90})", re.I)
_FOR_SOME = re.compile(
    r"\b(?:for|with|to|on) (?:an? )?(?P<some>(?:qualif(?:ied|ying)|eligible|selected|participating) [a-z]+)\b", re.I
)
_TOLD_WHO = re.compile(r"\b(?:if|who|over|under|at least|minimum|more than|within|[$£€]\d)\b|\d", re.I)
SHARED = 1
"""Words besides "free" by which two lines speak of one thing that is free."""
_NO_THING = frozenset(
    "call today get your request schedule book start offer written fast quote estimate trial consultation any job done".split()
)


def _qualified(site: Site) -> Iterator[Discord]:
    """What is free in one line, and in another only for those who qualify, without a word on who does."""
    free = list(
        islice(((copy, match) for _, copy in _lines(site, _FREE) if (match := _FREE.search(copy.text))), MOST_HELD**2)
    )
    for copy, match in free:
        some = _FOR_SOME.search(match["what"])
        if some is None or _TOLD_WHO.search(copy.text):
            continue
        what = nouns(match["what"][: some.start()]) - _NO_THING
        for other, its in free:
            same = what & (nouns(its["what"][:60]) - _NO_THING)
            if other.text != copy.text and len(same) >= SHARED and not _FOR_SOME.search(other.text):
                title = f"What is free in one line is free “{some[0]}” in another, and nobody is told who qualifies"
                fix = "Say in one line, and in both places, who gets it free."
                yield Discord("qualified", title, ((copy,), (other,)), fix, 0.8)
                break


# --- how often --------------------------------------------------------------------------------------------------------

_WEEKLY = rare("weekly", re.I)
_OFTEN = re.compile(
    r"\b(?:one[- ]off|daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?)\b", re.I
)
CHOICES = 3
"""Words for how often that a line must list to be the choice that there is."""


def _how_often(site: Site) -> Iterator[Discord]:
    """How often something is to be had, listed in two ways on one page."""
    found: dict[str, list[tuple[frozenset[str], str, Copy]]] = defaultdict(list)
    for page, copy in _lines(site, _WEEKLY):
        if "weekly" not in copy.text.casefold() or copy.text.endswith("?") or page.kind in GENERAL:
            continue
        matches = list(_OFTEN.finditer(copy.text))
        choice = frozenset(match[0].casefold().replace(" ", "-") for match in matches)
        if len(choice) >= CHOICES:
            found[page.url].append((choice, copy.text[matches[0].start() : matches[-1].end()], copy))
    for told in found.values():
        for (one, words, copy), (other, its_words, its_copy) in combinations(told[:MOST_HELD], 2):
            if one != other:
                title = f"How often one can have it is listed in two ways on one page: “{words}” and “{its_words}”"
                fix = "Agree on the choice that there is, and list it once."
                yield Discord("how-often", title, ((copy,), (its_copy,)), fix, 0.72)


# --- one place at two distances ---------------------------------------------------------------------------------------

_LONG_WAY = rare(r"mile|km|ilomet")
_FAR = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?|{ANY})[ -]?(?P<unit>miles?|km|kilomet(?:re|er)s?)(?: \w+)? (?:from|to|of|outside|away from) (?:the (?:centre|center|town|city|village) of |the )?(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}})"
)
_HEADED = re.compile(
    r"(?:approx(?:imately|\.)? |about |just |only )?(?P<number>\d+(?:\.\d+)?) ?(?P<unit>miles?|km)(?: away)?\.?", re.I
)
_HERE = re.compile(r"\b(?:we|our|us)\b|\b(?:located|situated|set|lies)\b", re.I)
FAR_APART, LEAST = 1.25, 0.4
"""Factor, and miles, by which two distances must differ: rounding explains less."""


def _distances(site: Site) -> Iterator[Discord]:
    """How far it is from the house to a place, told in two ways."""
    found: dict[str, list[tuple[float, str, Copy, str]]] = defaultdict(list)
    for page, copy in _lines(site, _LONG_WAY):
        if _LONG_WAY.search(copy.text) is None:
            continue
        if only := _HEADED.fullmatch(copy.text.strip()):
            found[copy.unit.heading.casefold()].append((_miles(only), only[0], copy, page.url))
        named = site.name_pattern.search(copy.text) is not None
        if named or (page.kind in GENERAL and _HERE.search(copy.text)):
            for match in _FAR.finditer(copy.text):
                found[match["place"].casefold()].append((_miles(match), match[0], copy, page.url))
    for place, told in found.items():
        for (one, words, copy, url), (other, its_words, its_copy, its_url) in combinations(told[:MOST_HELD], 2):
            low, high = sorted((one, other))
            if url != its_url and place and high >= FAR_APART * low and high - low >= LEAST:
                title = f"Two distances to {place.title()} are given: “{words}” and “{its_words}”"
                fix = "Measure it once by road, and write it so everywhere."
                yield Discord("distance", title, ((copy,), (its_copy,)), fix, 0.84)


def _miles(match: re.Match[str]) -> float:
    return number(match["number"]) / (1.0 if match["unit"].casefold().startswith("mile") else 1.609)
