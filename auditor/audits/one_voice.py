"""Does the site say the same thing wherever it states a figure?

Why it matters
--------------
A buyer who reads "25+ carriers" on one page and "15+" on the next does not know which is true, and begins to doubt the
figures he cannot check. Such lines are mostly written by different hands at different times: nobody lied, nobody looked.

How it is measured
------------------
Figures the company states about itself are read from sentences, headings and tables: counts (customers, carriers,
countries, employees, ...), years in business and the founding year, the smallest order, how soon an enquiry is
answered, warranty, return and trial periods, opening hours, how large a piece can be worked, and phone numbers with
what their links dial. Two figures are set side by side only where they speak of the same thing: one kind, one noun, one
process. Counts must differ by a factor of {APART}, minimum orders by {FAR_APART}; a size must exceed the
largest in the site's own lists by a factor of {BEYOND}; years in business are checked against the founding year only where the site
states both and a copyright year. Customers' words, articles and customers' stories are not read. Where one of the two
stands on a product's page, the finding says that it may be product-specific. Score: {HARD} off for each contradiction,
{SOFT} where a product may explain it.

How to fix it
-------------
Agree on one figure, keep it in one place, and have every page take it from there; where two figures are right for two
products, name the product beside each.

Limit
-----
Only what stands in text is compared. Two products may have two figures for good reason. Claims without a figure
("fast", "large") are not compared.

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

from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.audit import Verdict, audit, finding, quote
from auditor.facts import Fact, Kind, facts, latest_year
from auditor.model import Dimension, Finding, Quote, Tier
from auditor.site import Site

APART = 1.15
"""Factor between two counts of one thing from which they contradict each other."""

FAR_APART = 2.0
"""Factor between two minimum orders, or two response times, from which they contradict each other."""

YEARS_APART = 3
"""Years between two ages of the company from which they contradict each other."""

BEYOND = 1.1
"""Factor by which a claimed size must exceed the largest that the site's own lists name."""

HARD, SOFT = 0.25, 0.1
"""What a contradiction takes off the score; what one takes off that a product may explain."""

SHOWN = 4
"""Values shown side by side."""

PROMISED = 3
"""Pages on which a promise must stand unchanged to be praised."""

_NEAR = {
    "diameter": {"diameter", "swing"}, "length": {"length", "travel"}, "size": {"travel", "length", "diameter", "x-axis"},
    "width": {"width", "travel"}, "height": {"height", "travel"}, "swing": {"swing", "diameter"}, "travel": {"travel", "length"},
}  # fmt: skip
_WHY = "A reader who meets both does not know which is true, and trusts the other figures less."
_SPECIFIC = " It may be product-specific; then neither place says so."


@audit(
    passes="Its figures agree wherever they are stated",
    fails="Its figures contradict each other",
    dimension=Dimension.ONE_VOICE,
    weight=1.0,
)
def one_voice(site: Site) -> Verdict:
    """Judge a site."""
    found = facts(site)
    groups: dict[tuple[Kind, str], list[Fact]] = defaultdict(list)
    for fact in found:
        groups[(fact.kind, fact.subject)].append(fact)
    compared = sum(1 for group in groups.values() if len({fact.copies[0].unit.id for fact in group}) > 1)
    findings: list[Finding] = []
    for (kind, subject), group in sorted(groups.items()):
        findings.extend(_compare(site, kind, subject, group))
    findings.extend(_age(site, groups))
    findings.extend(_reach([fact for fact in found if fact.kind is Kind.REACH]))
    findings.sort(key=lambda entry: (-entry.weight, entry.id))
    soft = sum(1 for entry in findings if not entry.lead)
    hard = len(findings) - soft
    numbers = {"facts": len(found), "compared": compared, "contradictions": hard, "perhaps product-specific": soft}
    if not compared and not findings:
        return Verdict.not_enough(
            "No figure is stated twice on the pages read: there is nothing to compare.", **numbers
        )
    summary = (
        f"{compared} figures stand in more than one place; {len(findings)} of them contradict themselves."
        if findings
        else f"{compared} figures stand in more than one place, and they agree."
    )
    score = 1 - min(1.0, HARD * hard + SOFT * soft)
    return Verdict(summary, score=score, findings=findings, keep=_kept(groups), numbers=numbers)


def _compare(site: Site, kind: Kind, subject: str, group: Sequence[Fact]) -> Iterator[Finding]:
    """The contradiction within one subject, if there is one."""
    values = sorted({fact.value for fact in group})
    if kind is Kind.COUNT and values[-1] >= APART * values[0] and any(fact.general for fact in group):
        yield _found(
            site, kind, f"The number of {subject} is given as {{values}}", group, specific=not _all_general(group)
        )
    elif kind is Kind.YEARS and values[-1] >= max(APART * values[0], values[0] + YEARS_APART):
        what = "experience" if subject == "experience" else "being in business"
        yield _found(site, kind, f"Years of {what} are given as {{values}}", group)
    elif kind is Kind.FOUNDED and len(values) > 1:
        yield _found(site, kind, "The company was founded in different years: {values}", group)
    elif kind is Kind.REPLY and values[-1] >= FAR_APART * values[0] and _pages_apart(group):
        title = (
            "An answer is promised within different times: {values}"
            if subject == "reply"
            else "A quote is promised within different times: {values}"
        )
        yield _found(site, kind, title, group)
    elif kind in (Kind.TRIAL, Kind.REFUND, Kind.WARRANTY):
        general = [fact for fact in group if fact.general]
        if len({fact.value for fact in general}) > 1:
            yield _found(
                site, kind, f"The {kind.value} is given as {{values}}", general, specific=kind is Kind.WARRANTY
            )
    elif kind is Kind.TERM and values[0] == 0.0 < values[-1]:
        yield _found(
            site, kind, "A customer is free to go in one place and bound in another: {values}", group, specific=True
        )
    elif kind is Kind.HOURS and len(values) > 1 and _pages_apart(group):
        yield _found(site, kind, "Opening hours differ from page to page: {values}", group, specific=True)
    elif kind is Kind.PHONE and values[-1] == 1.0:
        wrong = [fact for fact in group if fact.value == 1.0]
        yield _found(site, kind, "A link shows one phone number and dials another: {values}", wrong)
    elif kind is Kind.MINIMUM:
        yield from _minimum(site, group)


def _all_general(group: Sequence[Fact]) -> bool:
    """True where the values that differ all stand where the whole company speaks."""
    return len({fact.value for fact in group if fact.general}) > 1


def _pages_apart(group: Sequence[Fact]) -> bool:
    """True where no page gives two values itself: plans, teams or places set side by side are no contradiction."""
    by_page: dict[str, set[float]] = defaultdict(set)
    for fact in group:
        by_page[fact.page.url].add(fact.value)
    return all(len(values) == 1 for values in by_page.values())


def _minimum(site: Site, group: Sequence[Fact]) -> Iterator[Finding]:
    """A smallest order that no product of the kind it names can be ordered at."""
    tabled = {fact.page.url for fact in group if fact.place == "table"}
    for fact in sorted(group, key=lambda fact: (fact.value, fact.page.url not in tabled, fact.page.url)):
        named = [other for other in group if other.scope & fact.scope and not _lists(other)]
        if _lists(fact) and len(named) > 1 and min(other.value for other in named) >= FAR_APART * fact.value:
            first = sorted(
                named,
                key=lambda other: (
                    other.page is not fact.page,
                    other.place != "table",
                    other.value,
                    other.page.url,
                    other.copies[0].unit.order,
                ),
            )
            title = f"The smallest order is {fact.value:,.0f} pieces in one place and {min(o.value for o in named):,.0f} in another"
            yield _side_by_side(Kind.MINIMUM, title, [fact, first[0]], specific=False)
            return
    general = [fact for fact in group if fact.general and fact.place != "table"]
    if general and max(fact.value for fact in general) >= FAR_APART * min(fact.value for fact in general):
        yield _found(site, Kind.MINIMUM, "The smallest order is given as {values}", general)


def _lists(fact: Fact) -> bool:
    """True for a sentence that states the minimum of a kind of product rather than of the product its page is about."""
    return fact.place == "sentence" and any(noun in fact.copies[0].text.casefold() for noun in fact.scope)


def _age(site: Site, groups: dict[tuple[Kind, str], list[Fact]]) -> Iterator[Finding]:
    """Years in business that the founding year does not allow."""
    now, founded = latest_year(site), groups.get((Kind.FOUNDED, "company"), [])
    years = groups.get((Kind.YEARS, "business"), [])
    if not now or not founded or not years or len({fact.value for fact in founded}) > 1:
        return
    age = now - founded[0].value
    longest = max(years, key=lambda fact: (fact.value, fact.page.url))
    if longest.value > age + 1:
        title = f"It was founded in {founded[0].value:.0f} and claims {longest.value:.0f} years in business by {now}"
        yield _side_by_side(Kind.FOUNDED, title, [founded[0], longest], specific=False)


def _reach(found: Sequence[Fact]) -> Iterator[Finding]:
    """Sizes that the site's own lists of machines do not reach, as one finding."""
    pairs: dict[tuple[str, str], tuple[Fact, Fact]] = {}
    for claim in sorted(found, key=lambda fact: (-fact.value, fact.page.url)):
        process = next(iter(claim.scope), "")
        if claim.place != "sentence" or not process or (process, claim.subject) in pairs:
            continue
        near = _NEAR.get(claim.subject, {claim.subject})
        listed = [
            fact for fact in found if fact.place != "sentence" and fact.scope == claim.scope and fact.subject in near
        ]
        best = max(listed, key=lambda fact: (fact.value, fact.page.url), default=None)
        if best and claim.value > BEYOND * best.value:
            pairs[(process, claim.subject)] = (claim, best)
    if pairs:
        (process, _), (claim, best) = next(iter(pairs.items()))
        title = f"On {process}, the text says “{claim.words}” and the list of machines ends at “{best.words}”"
        yield _side_by_side(
            Kind.REACH, title, [fact for pair in list(pairs.values())[:SHOWN] for fact in pair], specific=False
        )


def _found(site: Site, kind: Kind, title: str, group: Sequence[Fact], *, specific: bool = False) -> Finding:
    """One finding with one quote for each value, the company's own voice first."""
    best: dict[object, Fact] = {}
    for fact in sorted(
        group, key=lambda fact: (not fact.general, fact.page is not site.home, len(fact.copies), fact.page.url)
    ):
        best.setdefault(fact.words if kind is Kind.PHONE else fact.value, fact)
    shown = list(best.values())[:SHOWN]
    values = [f"“{fact.words}”" for fact in shown]
    listed = values[0] if len(values) == 1 else ", ".join(values[:-1]) + " and " + values[-1]
    return _side_by_side(kind, title.format(values=listed), shown, specific=specific)


def _side_by_side(kind: Kind, title: str, shown: Sequence[Fact], *, specific: bool) -> Finding:
    quotes: list[Quote] = [quote(copy) for fact in shown for copy in fact.copies]
    soft = kind in (Kind.HOURS, Kind.WARRANTY)
    return finding(
        "one-voice",
        kind.value.replace(" ", "-"),
        Tier.VISIBLE,
        title,
        list(dict.fromkeys(quotes)),
        why=_WHY + (_SPECIFIC if specific else ""),
        fix="Agree on one figure and use it everywhere, or name beside each the product it holds for.",
        weight=0.45 if soft else 0.75 if specific else 0.88,
        lead=not soft,
    )


def _kept(groups: dict[tuple[Kind, str], list[Fact]]) -> list[Finding]:
    """A promise that stands unchanged on several pages: worth keeping."""
    for kind in (Kind.REPLY, Kind.WARRANTY, Kind.REFUND, Kind.TRIAL):
        for (other, _), group in sorted(groups.items()):
            pages = {fact.page.url for fact in group}
            if other is kind and len(pages) >= PROMISED and len({fact.value for fact in group}) == 1:
                return [
                    finding(
                        "one-voice",
                        "steady",
                        Tier.VISIBLE,
                        f"One {kind.value} is promised alike on {len(pages)} pages",
                        [quote(group[0].copies[0])],
                        why="A promise that never changes its wording is believed.",
                        fix="Keep it, and say beside it how often you kept it.",
                        weight=0.2,
                        lead=False,
                    )
                ]
    return []
