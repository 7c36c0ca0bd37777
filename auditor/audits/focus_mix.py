"""Does the copy talk about the customer's results and problems, the product, or the company itself?

Why it matters
--------------
Buyers look for what will be different for them. Features and figures answer the second question ("how?"), the
company's history a third. A page for buyers that never gets to the first question leaves the translation to the
reader.

How it is measured
------------------
Each line of copy is labelled by what it is about (codebook). Shares are over lines about customer, product or
company; terms, support, docs, careers and investor pages stay out. Results count where they are specific; generic
promises ("achieve more") are shown apart and count nothing here, so that stuffing them in changes nothing. Each kind
of page has the mix it is for: a product or service page is supposed to describe the product, and is asked only for
{OFFER_FULL} of customer talk, a home or solution page for {HOME_FULL}; specification lines, table cells, customers'
quotes and bare names of products stay out of the sum; pricing, about, customer and blog pages are asked for nothing.
A kind's score rises evenly from 0 at no customer talk to 1 at that share; the audit's score is the mean over the
kinds present, weighted by {HOME_WEIGHT} for home, {SOLUTION_WEIGHT} for solution pages and {OFFER_WEIGHT} for
product and service pages; a kind with fewer than {MIN_UNITS} lines weighs less by as much as it has less, and one kind
must have them. Lines about a customer are counted as on the first screen, so that no two figures disagree;
of a site too large for the large model those that it read, a page drawn as a sample for as many as it stands for;
one too close to call that is the customer's by its "you" alone is none.
A finding is made where a kind has at least {MIN_UNITS} such lines, the share is under a third of what the kind is asked
for, and the upper end of its range stays under that even if every line is counted that may be about the customer. Its
title counts every line, as the profile does, quotations and headings of {LABEL} words or fewer aside, and says how many of the customer's are sure. It says on how many
of the pages not one line turns to the customer, names the heading with the most lines on the product under it, and
proposes for pages of offers the site's own best line about a customer from another page, where it has one that says
something new. Whoever has nobody to sell to has no pages of offers to judge.

How to fix it
-------------
Do not delete specifications. Put before them one line that says what they change for whom: yours from another page,
or what a customer told you. Begin with the block that the finding names.

Limit
-----
It describes copy, not conversion: no share is right for every trade. Under {MIN_UNITS} lines it gives counts and no
finding.

Fails
-----
/ Acme
[first heading 1] company: The leading maker of pumps
[first sentence] company: Family owned since 1921.
[first sentence] company: We are proud of our quality.
[main sentence] feature: Our pumps come in stainless steel.
[main sentence] feature: Each pump has a double seal.
[main sentence] feature: Cast iron pumps are painted twice.
[main sentence] feature: A tank can be ordered with every pump.
[main sentence] feature: All pumps run on three phases.
[main sentence] company: Our fitters have worked here for decades.
[main sentence] company: We were awarded the county medal.
[main sentence] feature: Seals are kept in stock.
[main sentence] feature: Bearings are sealed for life.
[main sentence] feature: The control panel has two buttons.
[main sentence] company: Our workshop is in the old station.
[main sentence] feature: Pumps are delivered on pallets.
[main sentence] feature: Hoses are sold by the metre.

Passes
------
/ Acme
[first heading 1] outcome: Keep milking when a pump fails at four in the morning
[first sentence] problem: A pump that stops in the night spoils a day's milk.
[first sentence] outcome: Hilltop Dairy milks 40 minutes less a day.
[main sentence] feature: Our pumps come in stainless steel.
[main sentence] feature: Each pump has a double seal.
[main sentence] feature: Cast iron pumps are painted twice.
[main sentence] feature: A tank can be ordered with every pump.
[main sentence] feature: All pumps run on three phases.
[main sentence] company: Our fitters have worked here for decades.
[main sentence] outcome: Your herd is milked by six, and the driver finds a full cool tank.
[main sentence] feature: Seals are kept in stock.
[main sentence] problem: Worn seals let the vacuum drop and the udders suffer.
[main sentence] feature: The control panel has two buttons.
[main sentence] company: Our workshop is in the old station.
[main sentence] feature: Pumps are delivered on pallets.
[main sentence] outcome: A seal changed on Friday saves the weekend.

Sources
-------
The question is the founding idea of this product; what is asked of each kind of page is a judgement, not a
benchmark. Interval of a share: Wilson 1927, Journal of the American Statistical Association 22(158), with each
page's lines taken as one sample.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from auditor.audit import Verdict, audit, finding, quote
from auditor.entities import customers_words
from auditor.focus import (
    PROMINENCES,
    focus_copy,
    in_words,
    prominent_share,
    share_of,
    site_profile,
    site_standing,
    wilson,
)
from auditor.likeness import LIKE_ELSEWHERE, likeness
from auditor.model import Copy, Dimension, Finding, JudgedPage, Label, PageKind, Profile, Role, Rollup, Tier
from auditor.opening import HINT, LIKELY, is_of_customer, names_section, told
from auditor.organisation import organisation
from auditor.site import FOCUS_KINDS, Site
from auditor.statement import own_words
from auditor.strength import called, strongest
from auditor.text import doubled, word_count
from auditor.voices import quoted

MIN_UNITS = 15
"""Fewer lines about customer, product or company than this: counts, and no finding (METHOD, section 1)."""

NAME_WORDS = 3
"""A product line of no more words is a name in a list, not talk.

A judgement, and the one that this audit hangs on most."""

LABEL = 2
"""A heading of no more words names a section or a service and is no line on it; a judgement on the finding's words alone."""

HOME_FULL = 0.3
"""Share of customer talk at which a home or solution page has full marks: about every third line.

A judgement."""

OFFER_FULL = 0.2
"""The same for a product or service page: every fifth line, specification lines left out of the sum.

A judgement."""

HOME_WEIGHT = 0.4
SOLUTION_WEIGHT = 0.2
OFFER_WEIGHT = 0.4
"""What each kind of page weighs in the score: a judgement, renormalised over the kinds that a site has lines of."""

PROVEN = 2
"""Sure lines about a customer without which no credit is given; a judgement that moves no score and no finding."""

BLOCK = 3
"""Lines under one heading from which it is named as the place to begin; a judgement that words a fix and no more."""

SHORT, LONG = 5, 30
"""Words of a line that is quoted or proposed: a whole sentence, and no paragraph."""

OWN = 3
"""Own words (no stock words) that a line needs to be proposed elsewhere; a judgement on proposals alone."""

_LEANS = re.compile(r"(?:this|that|these|those|it|they|he|she|so|and|but|or|which|then|also|here|there)\b", re.I)
"""How a line begins that leans on the one before it: alone it says nothing."""

_READER = re.compile(r"\byour?s?\b", re.I)
"""A line proposed for another page speaks to its reader."""

_NOT_OURS = frozenset({PageKind.BLOG, PageKind.TESTIMONIAL, PageKind.CONTACT, PageKind.OTHER})
_NO_TALK = (Role.CELL, Role.LINK, Role.BUTTON, Role.CAPTION, Role.QUOTE)

ASKED: dict[str, tuple[tuple[PageKind, ...], float, float]] = {
    "home page": ((PageKind.HOME,), HOME_FULL, HOME_WEIGHT),
    "solution pages": ((PageKind.SOLUTION,), HOME_FULL, SOLUTION_WEIGHT),
    "product and service pages": ((PageKind.PRODUCT, PageKind.SERVICE), OFFER_FULL, OFFER_WEIGHT),
}
"""What is asked of each kind of page: its kinds, the share with full marks, its weight."""


@audit(
    passes="It talks about what changes for the customer where buyers decide",
    fails="It seldom talks about what changes for the customer where buyers decide",
    version=11,
    dimension=Dimension.FOCUS,
    weight=1.0,
)
def focus_mix(site: Site) -> Verdict:
    """The mix of each kind of page, against what that kind is for."""
    whole, stand = site_profile(site), site_standing(site)
    groups = {name: _lines(site, kinds) for name, (kinds, _, _) in ASKED.items()}
    hits = {id(copy) for lines in groups.values() for _, copy in lines if is_of_customer(copy)}
    judged = {name: lines for name, lines in groups.items() if len(lines) >= MIN_UNITS}
    shares = {name: share_of(lines, lambda copy: id(copy) in hits, stand) for name, lines in groups.items() if lines}
    numbers: dict[str, object] = {
        "counts": whole.counts,
        "specific_outcomes": whole.specific,
        "quoted_company_lines": _praise(site),
        "kinds": {name: _mix(lines, hits, shares[name]) for name, lines in groups.items() if lines},
    }
    if not judged:
        total = sum(map(len, groups.values()))
        return Verdict.not_enough(f"Only {total} lines on pages for buyers: too few for a share.", **numbers)
    # a home page of seven lines is little evidence, and a score that leaves it out says of the site what its home page denies
    weights = {name: ASKED[name][2] * min(1.0, len(groups[name]) / MIN_UNITS) for name in shares}
    by_prominence = {
        way: round(
            sum(
                weights[name]
                * min(
                    1.0, prominent_share(groups[name], lambda copy: id(copy) in hits, screens, stand) / ASKED[name][1]
                )
                for name in shares
            )
            / sum(weights.values()),
            4,
        )
        for way, screens in PROMINENCES.items()
    }
    numbers["by_prominence"] = by_prominence
    score = sum(weights[name] * min(1.0, share / ASKED[name][1]) for name, share in shares.items())
    told_of = [name for name in judged if organisation(site).sells or ASKED[name][0][0] is PageKind.HOME]
    findings = [entry for name in told_of if (entry := _finding(site, name, judged[name], shares[name])) is not None]
    where = " and ".join(name for name in told_of if name.split()[0] in {entry.kind for entry in findings})
    title = f"On the {where} it seldom talks about what changes for the customer" if findings else ""
    if not findings and any(shares[name] < ASKED[name][1] for name in judged):
        title = "What it talks about where buyers decide"
    keep = [
        entry
        for name, lines in judged.items()
        if shares[name] >= ASKED[name][1]
        for entry in _kept(name, lines, hits, stand)
    ]
    return Verdict(
        _summary(whole, {name: shares[name] for name in judged}),
        score / sum(weights.values()),
        findings,
        keep,
        numbers,
        title=title,
    )


def _lines(site: Site, kinds: tuple[PageKind, ...]) -> list[tuple[JudgedPage, Copy]]:
    """The lines of these pages that say something; specifications, tables and bare names stay out.

    Of a site too large for the large model, those of the pages that it read.
    """
    stand = site_standing(site)
    return [
        (page, copy)
        for page in site.of_kind(*kinds)
        if stand.get(page.url, 1.0)
        for copy in focus_copy(page, once=True)
        if copy.label is not Label.SPEC and copy.unit.role not in _NO_TALK
        if not _somebodys(site, page, copy)
        if copy.label is not Label.FEATURE or word_count(copy.text) > NAME_WORDS
    ]


def _somebodys(site: Site, page: JudgedPage, copy: Copy) -> bool:
    """Whether a line is a customer's words: praise of the company in them is no talk of itself."""
    return copy.unit.role is Role.QUOTE or bool(copy.unit.cite) or copy.unit.id in quoted(site, page)


def _praise(site: Site) -> int:
    """Counted lines on the company that are customers' own words: the bar over the report says how many."""
    said = {copy.unit.id for entry in customers_words(site) for copy in entry.copies}
    return sum(
        copy.label is Label.COMPANY and copy.unit.id in said
        for page in site.of_kind(*sorted(FOCUS_KINDS))
        for copy in focus_copy(page, once=True)
    )


def _finding(site: Site, name: str, lines: list[tuple[JudgedPage, Copy]], share: float) -> Finding | None:
    asked = ASKED[name][1]
    perhaps = sum(told(copy) >= HINT for _, copy in lines)
    if share >= asked / 3 or wilson(perhaps, len(lines))[1] >= asked:
        return None
    stand = site_standing(site)
    every = [
        (page, copy)
        for page in site.of_kind(*ASKED[name][0])
        if stand.get(page.url, 1.0)
        for copy in focus_copy(page, once=True)
    ]
    spoken = [copy for page, copy in every if not _somebodys(site, page, copy)]
    whole = [copy for copy in spoken if copy.label.rollup is Rollup.CUSTOMER or not _bare(copy)]
    rolls = Counter(copy.label.rollup for copy in whole)
    chief = Rollup.PRODUCT if rolls[Rollup.PRODUCT] >= rolls[Rollup.COMPANY] else Rollup.COMPANY
    talk = [f"{rolls[roll]} about the {roll.value}" for roll in (Rollup.PRODUCT, Rollup.COMPANY) if rolls[roll]]
    about = rolls[Rollup.CUSTOMER]
    surely = sum(copy.sure and told(copy) >= LIKELY for copy in whole)
    gains = f"{about or 'hardly one'} about a customer's result or problem"
    if about > surely:  # the sum must hold, and no more is said than is sure
        gains = f"{about} about the customer, {surely or 'hardly one'} of them clearly a specific result or problem"
    aside = ["quotations"] * (len(spoken) < len(every)) + ["the shortest headings"] * (len(whole) < len(spoken))
    own = f", {' and '.join(aside)} aside," if aside else ""
    first, *more = [*talk, gains]
    joint = " and " if len(more) == 1 else ", "
    pages_read = f"{name} read by the large model" if stand else name
    title = f"Of {len(whole)} lines on the {pages_read}{own or ','} {first.replace(' about', ' are about', 1)}{joint}{' and '.join(more)}"
    if rolls[chief] == len(whole):
        title = f"All {len(whole)} lines on the {pages_read}{own} are about the {chief.value}, hardly one about a customer's result or problem"
    silent, pages = _silent(lines)
    if len(pages) > 1 and silent and about:
        title += f"; {_of(len(silent), len(pages))} hardly one"
    heading, many = _block(lines)
    # for the home page first-screen and promote propose the line: one line proposed three times helps nobody
    line, where = _proposal(site, lines) if ASKED[name][0][0] is not PageKind.HOME else ("", "")
    fix = (
        "Begin each page with one line on what it changes for whom; keep the rest."
        if len(pages) > 1
        else ("Say first what it changes for whom; keep the rest.")
    )
    if heading:
        fix += f" Start where most is missing: the {many} lines on the product under “{heading}”."
    if line:
        fix += f" The line proposed is your own, from {where}; say it in this page's terms."
    return finding(
        "focus-mix",
        name.split()[0],
        Tier.REST,
        title,
        [quote(copy) for copy in _typical(lines, chief)],
        why="Those who read here are deciding; what it would change for them they have to work out alone.",
        fix=fix,
        proposal=line,
        # not on the first screen: the verdict over it says the same of the whole site, and on fresh sites a reader has
        # found none of these right as something to lead with (the rows of focus-mix in tests/measure/precision.py)
        weight=0.1 + ASKED[name][2] / 2 - share / 2,
        lead=False,
        key=name,
    )


def _bare(copy: Copy) -> bool:
    """Whether a line is a heading that only names a section or a service."""
    return copy.unit.role is Role.HEADING and word_count(copy.text) <= LABEL


def _of(some: int, whole: int) -> str:
    """How many pages, with their verb: “3 of the 7 pages have”, “both pages have”."""
    if some < whole:
        return f"{some} of the {whole} pages {'has' if some == 1 else 'have'}"
    return "both pages have" if whole == 2 else f"all {whole} pages have"


def _silent(lines: list[tuple[JudgedPage, Copy]]) -> tuple[list[str], list[str]]:
    """The pages of these lines on which no line is even likely to be about a customer, and all of them."""
    best: dict[str, float] = defaultdict(float)
    for page, copy in lines:
        best[page.url] = max(best[page.url], told(copy))
    return [url for url, chance in best.items() if chance < HINT], list(best)


def _proposal(site: Site, lines: list[tuple[JudgedPage, Copy]]) -> tuple[str, str]:
    """The site's best line about a customer that stands on none of these pages, and where; ("", "") where none does."""
    here = {page.url for page, _ in lines}
    strong = [(line.page, line.copy) for line in strongest(site)]
    sure = [
        (page, copy)
        for page, copy in site.copy(*sorted(FOCUS_KINDS - _NOT_OURS))
        if copy.sure and copy.judgement.leading and copy.label is Label.OUTCOME and told(copy) >= LIKELY
        if copy.unit.role is Role.SENTENCE and not copy.unit.cite and copy.text.endswith(".")
        if SHORT <= word_count(copy.text) <= LONG and len(own_words(copy.text)) >= OWN
        if not _LEANS.match(copy.text) and _READER.search(copy.text)
    ]
    sure.sort(key=lambda entry: (-round(entry[1].judgement.probability, 2), entry[0].url, entry[1].unit.order))
    for page, copy in (*strong, *sure):
        if page.url in here or copy.unit.role is Role.QUOTE or copy.unit.id in quoted(site, page) or doubled(copy.text):
            continue  # a customer's words are not the site's own
        if not any(likeness(copy.text, line.text) >= LIKE_ELSEWHERE for _, line in lines):
            return copy.text, called(site, page)
    return "", ""


def _block(lines: list[tuple[JudgedPage, Copy]]) -> tuple[str, int]:
    """The heading of these pages with the most lines about the product and none about a customer, and how many."""
    blocks: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for page, copy in lines:
        if copy.unit.heading and copy.unit.role is not Role.HEADING and not names_section(copy.unit.heading):
            blocks[page.url, copy.unit.heading].append(copy)
    # a person's name or a label over a section is no block to rewrite
    offers = {
        (page.url, copy.text)
        for page in {page.url: page for page, _ in lines}.values()
        for copy in page.copy
        if copy.unit.role is Role.HEADING and copy.sure and copy.label.rollup is Rollup.PRODUCT
    }
    bare = {
        key: sum(copy.label.rollup is Rollup.PRODUCT for copy in found)
        for key, found in blocks.items()
        if key in offers and not any(told(copy) >= HINT for copy in found)
    }
    (_, heading), many = min(bare.items(), key=lambda item: (-item[1], item[0]), default=(("", ""), 0))
    return (heading, many) if many >= BLOCK else ("", 0)


def _typical(lines: list[tuple[JudgedPage, Copy]], roll: Rollup) -> list[Copy]:
    """Three lines that show the talk, as a visitor meets them: the highest sure sentence of each page, then the next."""
    fit = [
        (page, copy)
        for page, copy in lines
        if copy.label.rollup is roll and copy.sure and copy.judgement.leading and told(copy) < HINT
    ]
    whole = [
        entry for entry in fit if entry[1].unit.role is Role.SENTENCE and SHORT <= word_count(entry[1].text) <= LONG
    ]
    fit = whole or fit
    seen: Counter[str] = Counter()
    ordered: list[tuple[int, int, Copy]] = []
    for page, copy in fit:
        ordered.append((seen[page.url], len(ordered), copy))
        seen[page.url] += 1
    return [copy for _, _, copy in sorted(ordered, key=lambda entry: entry[:2])[:3]]


def _kept(name: str, lines: list[tuple[JudgedPage, Copy]], hits: set[int], stand: Mapping[str, float]) -> list[Finding]:
    """Credit, where the lines that are surely about a customer suffice for it and two of them can be shown."""
    sure = [copy for _, copy in lines if copy.sure and id(copy) in hits]
    best = [copy for copy in sure if not copy.text.endswith("?") and word_count(copy.text) > 4]
    if len(best) < PROVEN or len(sure) < ASKED[name][1] * len(lines):
        return []
    best.sort(key=lambda copy: (-round(copy.judgement.probability, 2), copy.unit.id))
    return [
        finding(
            "focus-mix",
            "good-" + name.split()[0],
            Tier.REST,
            f"On the {name}{' read by the large model' if stand else ''}, {len(sure)} of {len(lines)} lines that say something clearly name a customer's result or problem",
            [quote(copy) for copy in best[:2]],
            why="Buyers find themselves there.",
            fix="Keep it so when the pages are rewritten.",
            key=name,
        )
    ]


def _mix(lines: list[tuple[JudgedPage, Copy]], hits: set[int], share: float) -> dict[str, object]:
    rolls = Counter(copy.label.rollup.value for _, copy in lines)
    return {
        "lines": len(lines),
        "customer": rolls["customer"],
        "customer_specific": sum(id(copy) in hits for _, copy in lines),
        "product": rolls["product"],
        "company": rolls["company"],
        "share": round(share, 4) if len(lines) >= MIN_UNITS else None,
    }


def _summary(whole: Profile, shares: dict[str, float]) -> str:
    words = {key: share.word for key, share in whole.shares.items()}
    parts = [f"on the {name} {in_words(share)}" for name, share in shares.items()]
    return (
        f"It talks {words['product']} about the product, {words['company']} about the company and"
        f" {words['customer']} about the customer; of specific results and problems {', '.join(parts)}."
    )
