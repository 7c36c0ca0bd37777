"""Does the site say the same thing everywhere, in figures and in yes or no?

Why it matters
--------------
A buyer who reads "25+ carriers" on one page and "15+" on the next does not know which is true, and begins to doubt the
figures that cannot be checked. Such lines are mostly written by different hands at different times: nobody lied, nobody looked.

How it is measured
------------------
Figures that the company states about itself are read from sentences, headings and tables: counts, years in business, the
founding year, generations, orders, times of answer and delivery, warranties, returns, trials, contract terms, prices, what is
free, deposits, stays, rooms, house rules, ages, sums raised, rates, premises, the area served, opening hours, sizes and
tolerances, and contact data that differ by one slip.

Two are set side by side only where they speak of one thing (kind, noun, product, place, season, plan)
and cannot both be true: a range holds what is within it, a bound what lies beyond. Counts must differ by a
factor of {APART}, smallest orders and times by {FAR_APART}; a size must exceed the largest in the site's own lists by
{BEYOND}; years in business are checked against the founding year where the site dates itself, and counts of the
whole company where they stand on more than {PAGES_ALIKE} pages. Several values on one page are alternatives.
Customers' words, articles, questions and others' facts are not read.

{SIDES} promises are read in words as well, with what takes them back (the public list "stances": "no hidden fees", "a booking fee
is added"): money, refunds, trials, gifts, hours, contracts, who answers, who does the work, who may come, who sees the data.
One contradicts the other where both are meant for one thing and neither is tied to a condition.

Page is held against page for more: the years that the house counts of itself; what a thing costs on its own page and on
another's; lines in another firm's name, headings that sell in another town; a count and its list;
a time guaranteed and aimed at; charges with two sums; what costs nothing more and is charged.

Told besides: another firm's name in a copied sentence or a copyright line; a name spelled in two ways; a
street with two towns, codes or numbers; its own name in two forms, one in titles and one in the text, or two names that say what it is; two copyright
years; shows always on and none planned; a region served whole and in part; two sentences of two pages that share {SAME}
words and name two times, sums, numbers or degrees ("king", "super king").

Score: {HARD} off for each contradiction, {SOFT} where a product's page may explain it, and the finding says so. Where fewer than {COMPARED}
figures stand in more than one line, there is no number unless a grave contradiction was found.

How to fix it
-------------
Agree on one figure, keep it in one place, and have every page take it from there; where two figures are right for two
products, name the product beside each. A promise with a limit is stronger with the limit beside it than in the terms.

Limit
-----
Only what stands in text is compared. Two products may have two figures for good reason. Claims that say neither a figure
nor yes or no ("fast", "large") are not compared, nor what only sense tells (two descriptions of one firm). Which thing
a line speaks of is read from its sentence, its heading and its page.

Fails
-----
/ Acme
[first sentence] company: We compare 25+ carriers for you.
[main sentence] feature: Every enquiry gets a reply within 24 hours.
/about Acme | About
[main sentence] company: With over 15 carriers on our books we know the market.
/contact Acme | Contact
[main sentence] feature: We reply within 3 business days.

Passes
------
/ Acme
[first sentence] company: We compare 25+ carriers for you.
[main sentence] feature: Every enquiry gets a reply within 24 hours.
/about Acme | About
[main sentence] company: With over 25 carriers on our books we know the market.
[main quote cite=Jo Ray, Hilltop] outcome: They compared 12 carriers for us.
/contact Acme | Contact
[main sentence] feature: We reply within 1 business day.

Sources
-------
Conflicting statements as a reason to distrust a source: Hovland and Weiss 1951; Fogg et al. 2001, "What Makes Web
Sites Credible?", CHI 2001. The factors are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import isinf

from auditor.audit import Verdict, audit, finding, quote
from auditor.contradictions import (
    APART,
    FAR_APART,
    NEEDS_A_THING,
    NEEDS_A_TIME,
    STATED,
    TOPICAL,
    UNSURE,
    aged,
    in_small_print,
    in_two_lines,
    mistaken,
    moved,
    opposed,
    said,
    two_houses,
)
from auditor.discord import AGREE
from auditor.facts import Fact, Kind, facts, latest_year
from auditor.figures.money import EACH_TAUGHT
from auditor.model import Copy, Dimension, Finding, Quote, Role, Status, Tier
from auditor.restated import ALIKE
from auditor.retellings import READERS
from auditor.site import Site
from auditor.stances import THINGS

SAME = ALIKE
"""Words that two versions of one sentence share."""

COMPARED = 10
"""Figures that stand more than once under which agreement says nothing.

Of n that agree, up to 3 in n may still be wrong elsewhere (the rule of three: Hanley and Lippman-Hand 1983, "If nothing goes
wrong, is everything all right?", JAMA 249): under ten, a third of them. That a third is too many to praise is a judgement."""

PAGES_ALIKE = 3
"""Pages beyond which counts of what the whole company has are compared, although each page speaks of one product or town."""

SIDES = len(THINGS)
"""Things of which sides taken in words are compared."""

BEYOND = 1.1
"""Factor by which a claimed size must exceed the largest that the site's own lists name."""

FORCES = 3
"""Forces named in bullets from which they are a list of presses."""

HARD, SOFT = 0.25, 0.1
"""What a contradiction takes off the score; what one takes off that a product may explain."""

PERHAPS = 0.6
"""Weight of two figures of which each may hold for something else: before whatever is only written badly."""

SHOWN = 4
"""Values shown side by side."""

PROMISED = 3
"""Pages on which a promise must stand unchanged to be praised."""

ROW = 240
"""Letters of a table's row that are quoted."""

_NEAR = {
    "diameter": {"diameter", "swing"}, "length": {"length", "travel"}, "size": {"travel", "length", "diameter", "x-axis"},
    "width": {"width", "travel"}, "height": {"height", "travel"}, "swing": {"swing", "diameter"}, "travel": {"travel", "length"},
}  # fmt: skip
_OF_THE_WHOLE = frozenset(
    "carriers customers families patients countries employees states languages partners brands".split()
)
_WORK = re.compile(r"\b(?:repairs|repair work|our work|all work|fitting)\b", re.I)
"""What is warranted where no part is."""
_WHY = "A reader who meets both does not know which is true, and trusts the other figures less."
_SPECIFIC = " It may be product-specific; then neither place says so."


@audit(
    passes="No two of the figures compared disagree",
    fails="It contradicts itself",
    version=29,
    dimension=Dimension.ONE_VOICE,
    weight=1.0,
)
def one_voice(site: Site) -> Verdict:
    """Judge a site."""
    found = facts(site)
    groups: dict[tuple[Kind, str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for fact in found:
        groups[(fact.kind, fact.subject, tuple(sorted(fact.condition)))].append(fact)
    if work := groups.get((Kind.WARRANTY, "warranty", ("labour",))):
        # a warranty "on our repairs" is one of work, though it does not say workmanship
        work += [fact for fact in groups.get((Kind.WARRANTY, "warranty", ()), []) if _WORK.search(fact.copies[0].text)]
    compared = in_two_lines(groups)
    ages = ((Kind.FOUNDED, "company", ()), (Kind.FOUNDED, "work", ()), (Kind.YEARS, "business", ()))
    compared += sum(key in groups for key in ages) > 1 and ages[0] in groups
    findings: list[Finding] = []
    for (kind, subject, _), group in sorted(groups.items()):
        if kind is Kind.STANCE:
            continue
        findings.extend(
            _compare(site, kind, subject, group) if kind not in STATED else _stated(site, kind, subject, group)
        )
    if age := aged(found, latest_year(site)):
        title, one, other = age
        findings.append(_side_by_side(one.kind, title, [one, other], specific=False, fix=_COUNT))
    findings.extend(_reach([fact for fact in found if fact.kind is Kind.REACH]))
    findings.extend(_contact(found))
    findings.extend(_opening(site, [fact for fact in found if fact.kind is Kind.HOURS]))
    findings.extend(_sides(found, findings))
    findings.extend(_discords(site, findings))
    findings.sort(key=lambda entry: (-entry.weight, entry.id))
    soft = sum(1 for entry in findings if not entry.lead)
    hard = len(findings) - soft
    numbers = {"facts": len(found), "compared": compared, "contradictions": hard, "perhaps product-specific": soft}
    if compared < COMPARED and not findings:
        few = (
            f"Only {_figures(compared)} in two lines or more: too few to tell whether the site contradicts itself."
            if compared
            else "No figure of the kinds that are compared was found in two lines on the pages read."
        )
        return Verdict(few, keep=_kept(groups), numbers=numbers, status=Status.NOT_ENOUGH)
    several = len(findings) > 1
    told = f"{len(findings)} contradiction{'s were' if several else ' was'} found"
    # what a second product may explain, or an old page, is no contradiction of the house
    told = told if hard else f"{soft} thing{'s are' if several else ' is'} told in two ways"
    summary = (
        (f"{told}; {_figures(compared)} in two lines or more." if compared else f"{told}.")
        if findings
        else f"{_figures(compared)} in two lines or more, and no two of these disagree."
    )
    # where little was compared, one trifle would be a score that praises
    score = 1 - min(1.0, HARD * hard + SOFT * soft) if hard or compared >= COMPARED else None
    title = "It tells some things in two ways" if findings and not hard else ""
    return Verdict(summary, score=score, findings=findings, keep=_kept(groups), numbers=numbers, title=title)


def _discords(site: Site, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is told twice and not alike beside the figures; nothing whose lines are told already."""
    told = {entry.text for found in findings for entry in found.quotes}
    for discord in (d for read in READERS for d in read(site)):
        quotes = [_row(line) for line in discord.lines]
        if not {entry.text for entry in quotes} <= told:
            key = "\n".join(entry.text for entry in quotes) if discord.kind == "versions" else ""
            yield finding(
                "one-voice", discord.kind, Tier.VISIBLE, discord.title, list(dict.fromkeys(quotes)),
                why=_WHY_AREA if discord.kind == "area" else _WHY, fix=discord.fix, weight=discord.weight,
                lead=discord.lead, key=key,
            )  # fmt: skip


_WHY_AREA = "Whoever lives at the edge cannot tell whether you come, and asks the firm next door."


def _figures(count: int) -> str:
    return f"{count} figure{'s' * (count != 1)} stand{'s' * (count == 1)}"


def _compare(site: Site, kind: Kind, subject: str, group: Sequence[Fact]) -> Iterator[Finding]:
    """The contradiction within one subject, if there is one."""
    values = sorted({fact.value for fact in group})
    everywhere = len({fact.page.url for fact in group}) > PAGES_ALIKE and subject in _OF_THE_WHOLE
    if kind is Kind.COUNT and values[-1] >= APART * values[0] and (everywhere or any(fact.general for fact in group)):
        yield _found(
            site, kind, f"The number of {subject} is given as {{values}}", group, specific=not _all_general(group)
        )
    elif kind is Kind.FOUNDED and subject == "company" and len(values) > 1:
        yield _found(site, kind, "The company was founded in different years: {values}", group)
    elif kind is Kind.MINIMUM:
        yield from _minimum(site, group)


# --- what lines state, thing by thing -------------------------------------------------------------------------------


def _stated(site: Site, kind: Kind, subject: str, group: Sequence[Fact]) -> Iterator[Finding]:
    """The contradiction among the facts of one kind, subject and circumstance: thing by thing, then all against one."""
    differ, title = STATED[kind]
    title = title.replace("{subject}", _SAID.get(subject, subject))
    if kind in (Kind.FREE, Kind.TERM, Kind.REFUND) and any("if" in fact.condition for fact in group):
        return
    if kind in NEEDS_A_TIME and not all(fact.condition for fact in group):
        return
    by_thing: dict[frozenset[str], list[Fact]] = defaultdict(list)
    for fact in group:
        by_thing[fact.scope].append(fact)
    for thing, members in sorted(by_thing.items(), key=lambda item: sorted(item[0])):
        pair = _first(_single(members), differ) if thing or kind not in NEEDS_A_THING else None
        if pair:
            title = title.replace("One thing", f"One {each}") if (each := _each(pair[0])) else title
            soft = kind in UNSURE and bool(thing) and not any(isinf(fact.value) for fact in pair)
            yield _found(site, kind, title, pair, specific=kind is Kind.TERM, soft=soft)
            return
    whole = [fact for fact in _single(by_thing.get(frozenset(), ())) if fact.every]
    single = [fact for members in by_thing.values() for fact in _single(members) if fact.scope]
    for fact in whole if kind not in NEEDS_A_THING or kind is Kind.ALLOWED else ():
        if pair := _first([fact, *single], differ, with_first=True):
            # "all our workmanship" leaves no product that could explain the other
            soft = kind in UNSURE and not (kind is Kind.WARRANTY and "labour" in fact.condition)
            yield _found(site, kind, title, pair, specific=soft or kind not in UNSURE, soft=soft)
            return


_SAID = {
    "dispatch": "time until an order leaves",
    "delivery": "delivery time",
    "cancellation": "booking to be cancelled",
    "termination": "contract to be ended",
}


def _single(members: Sequence[Fact]) -> list[Fact]:
    """The facts of pages that state one value: plans, seasons or places set side by side are no contradiction."""
    by_page: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for fact in members:
        by_page[fact.page.url].add((fact.least, fact.value))
    return [fact for fact in members if len(by_page[fact.page.url]) == 1]


def _first(
    members: Sequence[Fact], differ: Callable[[Fact, Fact], bool], *, with_first: bool = False
) -> list[Fact] | None:
    """The first two facts of different lines that cannot both be true, the most prominent page first."""
    order = members if with_first else sorted(members, key=lambda fact: (fact.page.clicks or 0, fact.page.url))
    pairs = ((order[0], other) for other in order[1:]) if with_first else combinations(order, 2)
    for one, other in pairs:
        if one.copies[0].text.casefold() == other.copies[0].text.casefold() or not differ(one, other):
            continue
        if not _needs_topic(one) or one.topic == other.topic or one.topic & other.topic:
            return [one, other]
    return None


def _needs_topic(fact: Fact) -> bool:
    """True for what differs from thing to thing: two lines that name different things are not compared."""
    return fact.kind in TOPICAL or bool(_each(fact))


def _each(fact: Fact) -> str:
    """What a price is asked for once each, where it is one of what is taught: "class", else ""."""
    each = fact.unit.partition("/")[2] if fact.kind is Kind.PRICE else ""
    return each if each in EACH_TAUGHT else ""


_DAY_NAMES = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}  # fmt: skip


def _contact(found: Sequence[Fact]) -> Iterator[Finding]:
    """Phone numbers and addresses for mail that differ by one slip: only one of the two reaches the company."""
    pairs = mistaken([fact for fact in found if fact.kind is Kind.CONTACT])
    if pairs:
        wrong, right = pairs[0]
        what = "addresses for mail" if "@" in right.words else "addresses" if " " in right.subject else "phone numbers"
        title = f"Two {what} differ by one slip: “{right.words}” and “{wrong.words}”"
        fix = "Try both, and put the one that reaches you everywhere."
        yield _side_by_side(Kind.CONTACT, title, [right, wrong], specific=False, fix=fix)
    for one, other in two_houses(found):
        title = f"One street has two house numbers: “{one.words}” and “{other.words}”"
        fix = "Find out where the office is and take the other number out, or say that there are two."
        yield _side_by_side(Kind.ADDRESS, title, [one, other], specific=False, fix=fix)
    for one, other in moved([fact for fact in found if fact.kind is Kind.ADDRESS]):
        title = f"One address stands in two forms: “{one.words}” and “{other.words}”"
        fix = "Find out which one post and maps take, and use it everywhere."
        yield _side_by_side(Kind.ADDRESS, title, [one, other], specific=False, fix=fix)


def _opening(site: Site, found: Sequence[Fact]) -> Iterator[Finding]:
    """Days on which the doors open or close at different times, told as one finding."""
    days: dict[tuple[str, frozenset[str], frozenset[str]], list[Fact]] = defaultdict(list)
    for fact in found:
        days[(fact.subject, fact.scope, fact.condition)].append(fact)
    pairs: dict[str, list[Fact]] = {}
    sure = set()
    for (day, _, _), members in days.items():
        odd = _odd_one_out(members)
        if pair := _first(_single(members), _other_hours) or odd:
            pairs.setdefault(day, pair)
            sure |= {day} if pair is odd else set()
    if pairs:
        named = [day for day in _DAY_NAMES if day in pairs]
        when = _DAY_NAMES[named[0]] + (
            f" and {len(named) - 1} more day{'s' * (len(named) > 2)}" if len(named) > 1 else ""
        )
        yield _found(
            site, Kind.HOURS, f"Opening hours on {when} differ: {{values}}", pairs[named[0]], soft=named[0] not in sure
        )


def _odd_one_out(members: Sequence[Fact]) -> list[Fact] | None:
    """Hours that stand on one page alone, beside those of that page and of several others."""
    pages: dict[float, dict[str, Fact]] = defaultdict(dict)
    for fact in members:
        pages[fact.value].setdefault(fact.page.url, fact)
    if len(pages) != 2:
        return None
    (few, many) = sorted(pages.values(), key=len)
    (url, odd), *more = few.items()
    return [many[url], odd] if not more and url in many and len(many) >= PAGES_ALIKE else None


def _other_hours(one: Fact, other: Fact) -> bool:
    return one.value != other.value


def _sides(found: Sequence[Fact], told: Sequence[Finding]) -> Iterator[Finding]:
    """A yes and a no to one thing; what the small print takes back is said so. Two lines already told are left out."""
    known = [{entry.unit for entry in finding.quotes} for finding in told]
    for yes, no in opposed(found):
        both = {yes.copies[0].unit.id, no.copies[0].unit.id}
        if any(both <= units for units in known):
            continue
        known.append(both)
        thing = THINGS[yes.subject]
        small = in_small_print(no) and not in_small_print(yes)
        title = f"Promised: “{said(yes)}”. Taken back{', in the small print' * small}: “{said(no)}”"
        yield finding(
            "one-voice",
            Kind.STANCE.value,
            Tier.VISIBLE,
            title,
            [entry for fact in (yes, no) for entry in _quoted(fact)],
            why=_WHY_SMALL_PRINT if small else _WHY_WORDS,
            fix=_SAY_THERE if small else _SAY_ONE,
            weight=0.45 if thing.unsure else 0.9 if small else 0.85,
            lead=not thing.unsure,
        )


_WHY_WORDS = "A reader who meets both does not know which holds, and asks somebody else."
_WHY_SMALL_PRINT = "What is promised at large is taken back where few read it. Whoever finds the second line after buying trusts neither."
_SAY_ONE = "Decide which holds, and say it in both places; where each holds for something else, name it beside each."
_SAY_THERE = "Say the limit beside the promise, or change the terms so that the promise holds."


def _all_general(group: Sequence[Fact]) -> bool:
    """True where the values that differ all stand where the whole company speaks."""
    return len({fact.value for fact in group if fact.general}) > 1


def _minimum(site: Site, group: Sequence[Fact]) -> Iterator[Finding]:
    """A smallest order that no product of the kind it names can be ordered at."""
    tabled = {fact.page.url for fact in group if fact.place == "table"}
    for fact in sorted(group, key=lambda fact: (fact.value, fact.page.url not in tabled, fact.page.url)):
        named = [other for other in group if other.scope & fact.scope and not _lists(other)]
        if _lists(fact) and len(named) > 1 and min(other.value for other in named) >= FAR_APART * fact.value:
            first = sorted(
                named,
                key=lambda other: (
                    other.value,
                    other.page is not site.home,
                    other.page is not fact.page,
                    other.page.url,
                    other.copies[0].unit.order,
                ),
            )
            title = f"The smallest order is {fact.value:,.0f} pieces in one place and {min(o.value for o in named):,.0f} in another"
            yield _side_by_side(Kind.MINIMUM, title, [fact, first[0]], specific=False)
            return
    free = next((fact for fact in group if fact.every and fact.value <= 1), None)
    tied = [fact for fact in group if fact.place == "table"]
    if free and tied and min(fact.value for fact in tied) >= FAR_APART:
        least = min(tied, key=lambda fact: (fact.value, fact.page.url))
        title = f"It says “{free.words}”, and its own table begins at {least.value:,.0f} pieces"
        yield _side_by_side(Kind.MINIMUM, title, [free, least], specific=False)
        return
    general = [fact for fact in group if fact.general and fact.place != "table"]
    if general and max(fact.value for fact in general) >= FAR_APART * min(fact.value for fact in general):
        yield _found(site, Kind.MINIMUM, "The smallest order is given as {values}", general)


def _lists(fact: Fact) -> bool:
    """True for a sentence that states the minimum of a kind of product rather than of the product its page is about."""
    return fact.place == "sentence" and any(noun in fact.copies[0].text.casefold() for noun in fact.scope)


def _reach(found: Sequence[Fact]) -> Iterator[Finding]:
    """Sizes, forces and tolerances that the site's own lists of machines do not reach, as one finding."""
    pairs: dict[tuple[str, str], tuple[Fact, Fact]] = {}
    for claim in sorted(found, key=lambda fact: (-_far(fact), fact.page.url)):
        process = next(iter(claim.scope), "")
        general = claim.subject in ("tolerance", "tonnage") and not process  # held against the best of all
        if claim.place != "sentence" or not (process or general) or (process, claim.subject) in pairs:
            continue
        near = _NEAR.get(claim.subject, {claim.subject})
        listed = [
            fact
            for fact in found
            if fact.place != "sentence" and fact.subject in near and (general or fact.scope == claim.scope)
        ]
        if claim.subject == "tonnage" and all(fact.place != "table" for fact in listed) and len(listed) < FORCES:
            continue  # one press named in passing is no list of presses
        best = max(listed, key=lambda fact: (_far(fact), fact.page.url), default=None)
        if best and _far(claim) > BEYOND * _far(best):
            pairs[(process, claim.subject)] = (claim, best)
    if pairs:
        (process, _), (claim, best) = next(iter(pairs.items()))
        where = f"On {process}, the text" if process else "The text"
        title = f"{where} says “{claim.words}” and the list of machines ends at “{best.words}”"
        yield _side_by_side(
            Kind.REACH, title, [fact for pair in list(pairs.values())[:SHOWN] for fact in pair], specific=False
        )


def _far(fact: Fact) -> float:
    """How much a figure says: a larger piece, a stronger press, a closer tolerance."""
    return 1 / fact.value if fact.subject == "tolerance" and fact.value else fact.value


def _found(
    site: Site, kind: Kind, title: str, group: Sequence[Fact], *, specific: bool = False, soft: bool = False
) -> Finding:
    """One finding with one quote for each value, the company's own voice first."""
    best: dict[object, Fact] = {}
    for fact in sorted(
        group, key=lambda fact: (not fact.general, fact.page is not site.home, len(fact.copies), fact.page.url)
    ):
        best.setdefault((fact.least, fact.value), fact)
    shown = list(best.values())[:SHOWN]
    values = [f"“{fact.words}”" for fact in shown]
    listed = values[0] if len(values) == 1 else ", ".join(values[:-1]) + " and " + values[-1]
    return _side_by_side(kind, title.format(values=listed), shown, specific=specific, soft=soft)


_COUNT = "Count the years once more and give the year it began in place of a number that ages; date the site anew if only its year is old."


def _side_by_side(
    kind: Kind, title: str, shown: Sequence[Fact], *, specific: bool, soft: bool = False, fix: str = AGREE
) -> Finding:
    quotes = [entry for fact in shown for entry in _quoted(fact)]
    return finding(
        "one-voice",
        kind.value.replace(" ", "-"),
        Tier.VISIBLE,
        title,
        list(dict.fromkeys(quotes)),
        why=_WHY + (_SPECIFIC if specific else ""),
        fix=fix,
        weight=PERHAPS if soft else 0.75 if specific else 0.88,
        lead=not soft,
    )


def _quoted(fact: Fact) -> list[Quote]:
    """The lines that carry a fact; of a table the row, and the header that says what its cells are."""
    if fact.place != "table" or not any(copy.unit.role is Role.CELL for copy in fact.copies):
        return [quote(copy) for copy in fact.copies]
    # how many one must order a row says alone; of sizes and times only the header says which they are
    rows = [_row(line) for line in fact.rows if line]
    return (rows[-1:] if fact.kind is Kind.MINIMUM else rows) or [quote(copy) for copy in fact.copies]


def _row(line: Sequence[Copy | Quote]) -> Quote:
    """A line, or one row of a table as it is read: its cells, one after the other."""
    text = ""
    for copy in line:
        longer = f"{text} {copy.text}".strip()
        if text and len(longer) > ROW:
            break
        text = longer
    first = line[0] if isinstance(line[0], Quote) else quote(line[0])
    return Quote(text, first.url, first.source, first.place, first.unit, first.label)


def _kept(groups: dict[tuple[Kind, str, tuple[str, ...]], list[Fact]]) -> list[Finding]:
    """A promise that stands unchanged on several pages: worth keeping."""
    for kind in (Kind.REPLY, Kind.WARRANTY, Kind.REFUND, Kind.TRIAL):
        for (other, _, _), group in sorted(groups.items()):
            # one block that stands on many pages is one place
            pages = {fact.copies[0].text.casefold(): fact.page.url for fact in group}
            if other is kind and len(set(pages.values())) >= PROMISED and len({fact.value for fact in group}) == 1:
                return [
                    finding(
                        "one-voice",
                        "steady",
                        Tier.VISIBLE,
                        f"One {kind.value} is promised alike on {len(set(pages.values()))} pages",
                        [quote(group[0].copies[0])],
                        why="A promise that never changes its wording is believed.",
                        fix="Keep it, and say beside it how often you kept it.",
                        weight=0.2,
                        lead=False,
                    )
                ]
    return []
