"""Where does the site hide its own best lines?

Why it matters
--------------
Most companies have said the convincing thing already: a customer's result with a number in it, a hard case that
others turn away. It stands in a review far down a page, or on a page that a menu does not lead to, while the first
screen says what every rival says. Moving a line costs nothing and needs no new claim.

How it is measured
------------------
Among the lines that are surely about a customer's result, and lines that name hard cases, those are strong that say
how much, how fast, for whom or what: money, a share, a time, a ratio, something done at once, a named customer, a
customer's own words, or what takes away the risk of beginning ("no referral needed"; points and word lists are public: POINTS in auditor.strength, list "specifics"). A line needs
{STRONG} points. The vendor's own counts (years, clients, stars), figures of third parties, averages, suppositions,
blog posts and stories that call themselves composite do not count. A customer's own words count without a figure where
they surely tell a result, or tell what was done and when ("dropped it off, ready by lunch"). Lines with the same figures tell one result, in whatever words. What the first screen
says already in nearly the same words is left out. A strong line is buried where it does not stand
on the home page, or more than {NEAR_TOP} words down it. It gives no score: a line can be buried only where there is
one. That there is no result with a figure is told if not one line that may be about a customer (probability {FAINT} or more)
and no customer's words hold a figure on {MIN_PAGES} pages and {ENOUGH} words or more of a company that does not give its goods away or
sell a good time (lodging, meals, music). How long the house has stood ({OLD} years or more, a generation counted as
{GENERATION}) is told where another page or the footer says it and the home page says nothing of it, or tells of a time
{OLDER} times shorter or more. At most {MOST} are shown, no more than {PER_PAGE} of a page and one of the company's own promises.

How to fix it
-------------
Move the line, or a link to it with its words, to the first screen of the home page, and to the top of the page it
belongs to. Keep the customer's words and name as they are.

Limit
-----
It uses only what is there, in English, and ranks by what is specific in a line, not by what would sell. Ask the
customer before a review becomes a headline.

Fails
-----
/ Acme pumps
[first heading 1] company: The leading maker of pumps
[first sentence] company: Family owned and proud of it.
/testimonial/reviews Reviews
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.

Passes
------
/ Acme pumps
[first heading 1] outcome: Hilltop Dairy milks 40 minutes less a day since it changed its pump
[first sentence] feature: Pumps for parlours of any size.

Sources
-------
Tier and name after the founding idea of this product ("buried gold"). That people look at the first screen most:
Fessenden, "Scrolling and Attention", Nielsen Norman Group 2018.
"""

from __future__ import annotations

import re
from collections import Counter

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Finding, Label, PageKind, Region, Role, Tier
from auditor.opening import chance
from auditor.organisation import bound_to_secrecy, organisation
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import STRONG as STRONG
from auditor.strength import Strong, called, figures, worth_moving
from auditor.text import word_count
from auditor.voices import quoted

NEAR_TOP = 75
"""Words from the top of the home page within which a line is not buried: about what a first screen holds."""

OLD = 30
"""Years from which how long a house has stood is worth its place on the home page."""

OLDER = 1.5
"""How many times the age that the home page tells the one told elsewhere must be."""

GENERATION = 25
"""Years that a generation at the work counts for."""

COUNTED_TO = 2020
"""The year to which a founding year is counted: no clock is read, so that the same pages give the same findings."""

MOST = 5
"""Findings at most: a list of ten moves is a list of none."""

MOST_TOLD = 200
"""Strong lines that are looked at, the strongest: many more than a site has, and each is held against each."""

PER_PAGE = 2
"""Findings of one page at most; the home page may give one more."""

MIN_WORDS = 30
"""Fewer words of copy on the whole site than this: nothing could be buried."""

MIN_PAGES = 4
"""Pages, apart from policies, articles and careers, under which nothing is said to be missing."""

ENOUGH = 400
"""Words on them under which neither is."""

FAINT = 0.2
"""Probability of being about a customer from which a line with a figure may be a result: then nothing is missing."""

_NO_RESULTS = frozenset({PageKind.POLICY, PageKind.BLOG, PageKind.CAREERS, PageKind.INVESTORS})

_TOLD = ("result", "customer result", "promise")
"""Kinds of strong lines after which nobody may say that there is no result with a figure, or a scene of it."""

ALIKE = 0.6
"""Two lines that share this much of their own words are one line told twice, and so is a line and the first screen."""


@audit(
    passes="Its strongest lines stand where people look first",
    fails="Its strongest lines stand where few people look",
    version=14,
)
def promote(site: Site) -> Verdict:
    """Find the strong lines and say where they stand."""
    if site.home is None:
        return Verdict.not_enough("The home page was not among the pages read.")
    if sum(word_count(copy.text) for _, copy in site.copy()) < MIN_WORDS and len(site.pages) == 1:
        return Verdict.not_enough("There are too few words on the site to have a best line.")
    lines = [line for line in _distinct(worth_moving(site)[:MOST_TOLD]) if not _told_above(site, line)]
    shown = [line for line in lines if not _buried(line)]
    buried = [line for line in lines if _buried(line)]
    numbers = {
        "strong_lines": len(lines),
        "near_the_top_of_home": len(shown),
        "buried": len(buried),
        "lines": [_numbers(line) for line in lines[:20]],
    }
    told = any(line.kind in _TOLD for line in worth_moving(site))
    made = (None if told else _figureless(site), _untold(site))
    bare = [entry for entry in made if entry is not None]
    if not lines:
        summary = (
            f"No line with a customer's result and a figure, or a hard case, was found on the {site.read} crawled."
        )
        title = "No line was found that is strong enough to be moved up"
        return Verdict(summary, None, bare, numbers=numbers, title=title)
    findings = [*(_finding(site, line, place) for place, line in enumerate(_few(buried))), *bare]
    keep = [_kept(line) for line in shown[:2]]
    summary = (
        f"Of {len(lines)} strong line{'s' * (len(lines) != 1)}, {len(shown)}"
        f" stand{'s' * (len(shown) == 1)} near the top of the home page."
    )
    return Verdict(summary, None, findings, keep, numbers)


def _told_above(site: Site, line: Strong) -> bool:
    """Whether the home page's first screen says nearly the same already, so that there is nothing to move up."""
    own = {word.casefold() for word in own_words(line.copy.text)}
    first = [copy for copy in site.home.copy if copy.unit.region is Region.FIRST] if site.home else []
    told = {word.casefold() for copy in first if copy is not line.copy for word in own_words(copy.text)}
    figured = {re.sub(r"[\s-]+", " ", part.casefold()) for part in figures(line.copy.text)}
    above = " ".join(re.sub(r"[\s-]+", " ", copy.text.casefold()) for copy in first if copy is not line.copy)
    return bool(own) and len(own & told) > ALIKE * len(own) and all(part in above for part in figured)


def _figureless(site: Site) -> Finding | None:
    """Not one line, sure or not, by whomever, that could be a result with a figure: there is nothing to move up."""
    pages = [page for page in site.pages if page.kind not in _NO_RESULTS]
    given = lexicon.load("answers")
    lines = [(page, copy) for page in pages for copy in page.copy if copy.unit.region.is_copy]
    if not organisation(site).sells or (site.home and any(given.has(copy.text, "gratis") for copy in site.home.copy)):
        return None  # what is given away is not weighed up
    if lexicon.load("journey").has(f"{site.name} | {site.home.page.title if site.home else ''}", "leisure"):
        return None  # nobody counts a good time
    if len(pages) < MIN_PAGES or sum(word_count(copy.text) for _, copy in lines) < ENOUGH:
        return None
    facts = lexicon.load("specifics")
    for page, copy in lines:
        if facts.has(copy.text, "money", "share", "time", "ratio") and (
            chance(copy) >= FAINT
            or copy.unit.role is Role.QUOTE
            or copy.unit.cite
            or copy.unit.id in quoted(site, page)
        ):
            return None
    own = [copy for page, copy in lines if page is site.home]
    sure = [copy for copy in own if copy.sure and word_count(copy.text) > 2 and len(own_words(copy.text)) > 1]
    said = [copy for copy in sure if copy.label is Label.OUTCOME]
    shown = said[:2] or [copy for copy in sure if copy.label in (Label.COMPANY, Label.FEATURE)][:1]
    if not shown:
        return None
    secret = bound_to_secrecy(site)  # their figures may be told where nobody is named
    return finding(
        "promote",
        "no-figure",
        Tier.PROMOTE,
        f"On the {site.read} read, no line says with a figure what changed for a customer: not how much, how"
        " soon or how often",
        [quote(copy) for copy in shown],
        why="A result with a figure is what a rival cannot copy; without one, every promise here could be theirs.",
        fix="Tell how two matters ended, without names: what was at stake, what came of it, and in how long."
        if secret
        else "Ask three customers what is different, in hours, money or share, and put the best answer on the first screen.",
        proposal="[What was at stake]: [what came of it], in [time]."
        if secret
        else "[Customer’s name] [does what] in [time] instead of [time before].",
        weight=0.45,
        lead=False,
        key="no-figure",
    )


_COUNTED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AGES = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINAL)}|[3-9](?:rd|th))[- ]generation\b|\b(?P<count>{'|'.join(_COUNTED)}) generations\b"
    r"|\b(?:over|more than|almost|nearly) (?P<years>\d{2,3}) years\b|\b(?:since|founded in|established in|built in) (?:the )?(?P<year>1[6-9]\d\d)(?:['’]?s)?\b",
    re.I,
)
"""How a line tells how long there have been people who do this."""

OLDEST = 250
"""Years above which only a founding year is believed to be a house's age; more are mostly years of many, added up."""

_ADDED = re.compile(
    r"\b(?:combined|collective(?:ly)?|cumulative(?:ly)?|accumulated|aggregate|altogether|in total|total of|between (?:them|us)|"
    r"(?:team|staff|crew|people|employees|members|partners|founders?|owners?|owner|experts|specialists|professionals|"
    r"engineers?|technicians?|mechanics|fitters|machinists|attorneys?|lawyers?|solicitors|agents|advisers|advisors|"
    r"consultants|dentists?|doctors?|nurses|teachers|designers|craftsmen|plumbers|president|director|manager)\b"
    r"[^.;!?]{0,60}\b(?:has|have|with|of|bring|brings|offer|offers|share|shares|boasts?))\b",
    re.I,
)
"""The years of several people added up, or of those who work there: no age of the house."""

_OWN_AGE = re.compile(r"\b(?:we|our|us|family|families|company|firm|business|workshop|practice)\b", re.I)


_FAMILY = re.compile(
    r"\b(?:famil(?:y|ies)|fathers?|mothers?|grand(?:father|mother|son|daughter|child|parent)\w*|sons?|daughters?|brothers?|sisters?|owned|"
    r"run by|founders?)\b",
    re.I,
)
"""Whose generations they are: a house's, and not a product's."""


def _age(text: str, own: bool) -> tuple[int, str]:
    """About how many years a line gives the house, where it is its own, and its words."""
    best = (0, "")
    for match in _AGES.finditer(text):
        nth, count, years, year = match["nth"], match["count"], match["years"], match["year"]
        if nth or count:
            if not (own and _FAMILY.search(text)):
                continue  # a controller of the third generation
            said = (nth or count).casefold()
            number = int(said[0]) if said[0].isdigit() else (_ORDINAL if nth else _COUNTED).index(said) + 3
            age = number * GENERATION
        elif not own or (years and (int(years) > OLDEST or _of_people(text, match))):
            continue
        else:
            age = int(years) if years else COUNTED_TO - int(year)
        best = max(best, (age, match[0]))
    return best


def _of_people(text: str, years: re.Match[str]) -> bool:
    """Whether the years of a line are those of people: "combined", "our engineers have", in the same sentence."""
    start = max(text.rfind(stop, 0, years.start()) for stop in ".!?") + 1
    end = re.search(r"[.!?]", text[years.end() :])
    return _ADDED.search(text[start : years.end() + end.start() if end else len(text)]) is not None


def _untold(site: Site) -> Finding | None:
    """How long the house has stood, told on another page or in the footer, and not on the home page."""
    home = [copy.text for copy in site.home.copy if copy.unit.region.is_copy] if site.home else []
    title = [site.home.page.title, site.home.page.description] if site.home else []
    known = max((_age(text, own=True)[0] for text in (*home, *title)), default=0)
    told = [
        (*_age(copy.text, bool(_OWN_AGE.search(copy.text) or site.name_pattern.search(copy.text))), page, copy)
        for page in site.pages
        if page.kind not in _NO_RESULTS and page.kind is not PageKind.CUSTOMERS
        for copy in page.copy
        if copy.label is Label.COMPANY
        and copy.sure
        and copy.text not in home
        and copy.unit.region not in (Region.NAV, Region.OVERLAY)
        and not copy.unit.cite
        and copy.unit.id not in quoted(site, page)
    ]
    if not told:
        return None
    age, words, page, copy = max(told, key=lambda entry: (entry[0], entry[2] is site.home))
    if age < OLD or age < OLDER * known:
        return None
    less = "tells of less" if known else "does not say it"
    where = f"is told on {called(site, page)}; the home page {less}"
    if page is site.home:
        where = "stands at the foot of the home page alone"
    return finding(
        "promote",
        "untold",
        Tier.PROMOTE,
        f"How long it has been at it (“{words}”) {where}",
        [quote(copy)],
        why="No rival can copy it, and whoever decides by the first page never learns it.",
        fix="Say it in one line near the top of the home page, with the name it began with.",
        weight=0.5,
        lead=False,
        key="untold",
    )


def _buried(line: Strong) -> bool:
    return not (line.at_home and (line.copy.unit.region is Region.FIRST or line.depth <= NEAR_TOP))


def _distinct(lines: list[Strong]) -> list[Strong]:
    """Of lines that tell the same result, in whatever words, the one that a visitor meets first on the home page."""
    groups: list[list[tuple[Strong, set[str], set[str]]]] = []
    for line in lines:
        own = {word.casefold() for word in own_words(line.copy.text)}
        told = {re.sub(r"[\s-]+", " ", part.casefold()).rstrip("s") for part in figures(line.copy.text)}
        same = (group for group in groups if any(_alike(own, told, *other[1:]) for other in group))
        group = next(same, None)
        if group is None:
            groups.append([(line, own, told)])
        else:
            group.append((line, own, told))
    return [
        min((entry[0] for entry in group), key=lambda line: (not line.at_home, _at(group, line))) for group in groups
    ]


def _at(group: list[tuple[Strong, set[str], set[str]]], line: Strong) -> int:
    """At home the line that stands highest, elsewhere the strongest."""
    return line.depth if line.at_home else [entry[0] for entry in group].index(line)


def _alike(own: set[str], told: set[str], other: set[str], other_told: set[str]) -> bool:
    """Whether two lines tell one result: by their own words, or by the same figures and one own word."""
    if own and other and len(own & other) > ALIKE * min(len(own), len(other)):
        return True
    figured = {part for part in told & other_told if re.search(r"\d", part)}
    return bool(figured) and told == other_told and bool(_roots(own) & _roots(other))


def _roots(words: set[str]) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s)$", "", word)[:6] for word in words if not re.search(r"\d", word)}


def _few(lines: list[Strong]) -> list[Strong]:
    """The best, not all of one page; of the company's own promises, and of customers on the home page, the best alone."""
    pages: Counter[str] = Counter()
    chosen: list[Strong] = []
    for line in lines:
        if line.kind in ("promise", "open door") and any(other.kind == line.kind for other in chosen):
            continue
        if line.kind == "customer result" and line.at_home and any(_same_place(line, other) for other in chosen):
            continue  # customers who speak down the home page stand together: the best of them stands for all
        if pages[line.page.url] < (PER_PAGE if not line.at_home else MOST - PER_PAGE) and len(chosen) < MOST:
            pages[line.page.url] += 1
            chosen.append(line)
    return chosen


def _same_place(line: Strong, other: Strong) -> bool:
    return (other.kind, other.at_home) == (line.kind, line.at_home)


def _finding(site: Site, line: Strong, place: int) -> Finding:
    where = called(site, line.page)
    depth = round(line.depth, -1) if line.depth >= 20 else line.depth
    down = f"{depth:,} words down {where}" if depth >= 50 else f"on {where}"
    only = "" if line.at_home else ", and not on the home page"
    figured = ", ".join(f"“{part}”" for part in figures(line.copy.text)[:2])
    what = {
        "customer result": "A customer's own account of a result{} stands",
        "result": "A line that shows what a customer gains{} stands",
        "promise": "A promise that names its measure{} stands",
        "open door": "A line that takes away what holds people back{} stands",
        "hard case": "The hard work that the company takes on{} is named",
    }[line.kind].format(f" ({figured})" if figured else "")
    cite = re.sub(r"\s+([,.])", r"\1", line.copy.unit.cite).strip(" .")
    return finding(
        "promote",
        line.kind.replace(" ", "-"),
        Tier.PROMOTE,
        f"{what} {down}{only}",
        [quote(line.copy)],
        why="It is more specific than what a visitor reads first, and it is already yours: " + _why(line) + ".",
        fix="Move it up to the first screen of the home page"
        + ("." if line.at_home else f", and to the top of {where}." if depth >= 50 else ", with a link to this page."),
        proposal=_told(line, cite),
        weight=max(0.5 * (line.kind == "open door"), min(1.0, line.points / 8)) - 0.01 * place,
        lead=line.copy.judgement.leading or line.kind in ("customer result", "promise"),
    )


def _told(line: Strong, cite: str) -> str:
    """The line as it would stand at the top: a customer's words in whole marks with his name, others as they are."""
    bare = line.copy.text.strip(' "“”„«»')
    quoted = line.kind == "customer result" or bare != line.copy.text.strip()
    return (f"“{bare}”" if quoted else line.copy.text) + (f" — {cite}" if cite else "")


def _kept(line: Strong) -> Finding:
    return finding(
        "promote",
        "near-the-top",
        Tier.PROMOTE,
        "A strong line stands where visitors look first",
        [quote(line.copy)],
        why="It names " + _why(line) + ".",
        fix="Keep it there.",
    )


_SAID = {
    "money": "money",
    "share": "a share",
    "time": "a time",
    "ratio": "how much changed",
    "once": "something done at once",
    "hard": "a hard case",
    "open": "what nobody has to pay, bring or be",
    "scene": "what was done and when",
    "named customer": "who says it",
    "customer's words": "a customer's own words",
    "own words": "things one can picture",
}


def _why(line: Strong) -> str:
    said = [_SAID[reason] for reason in line.reasons]
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]


def _numbers(line: Strong) -> dict[str, object]:
    return {
        "text": line.copy.text,
        "url": line.page.url,
        "kind": line.kind,
        "points": line.points,
        "words_above": line.depth,
        "on_home": line.at_home,
        "reasons": list(line.reasons),
    }
