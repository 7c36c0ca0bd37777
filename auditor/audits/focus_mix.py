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
product and service pages. A finding is made where a kind has at least {MIN_UNITS} such lines and the upper end of
the share's range stays under what the kind is asked for, and the share itself under a third of it.

How to fix it
-------------
Do not delete specifications. Put before them one line that says what they change for whom, and link each block of
features to the result it leads to.

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

import math
import re
from collections import Counter
from dataclasses import replace

from auditor.audit import Verdict, audit, finding, quote
from auditor.focus import PROMINENCES, focus_copy, in_words, prominent_share, site_profile
from auditor.model import Copy, Dimension, Finding, JudgedPage, Label, PageKind, Profile, Role, Rollup, Tier
from auditor.site import Site, is_generic
from auditor.text import word_count

MIN_UNITS = 15
"""Fewer lines about customer, product or company than this: counts, and no finding (METHOD, section 1)."""

NAME_WORDS = 3
"""A product line of no more words is a name in a list, not talk."""

HOME_FULL = 0.3
"""Share of customer talk at which a home or solution page has full marks: about every third line."""

OFFER_FULL = 0.2
"""The same for a product or service page: every fifth line, specification lines left out of the sum."""

HOME_WEIGHT = 0.4
SOLUTION_WEIGHT = 0.2
OFFER_WEIGHT = 0.4

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
    version=2,
    dimension=Dimension.FOCUS,
    weight=1.0,
)
def focus_mix(site: Site) -> Verdict:
    """The mix of each kind of page, against what that kind is for."""
    whole = site_profile(site)
    groups = {name: _lines(site, kinds) for name, (kinds, _, _) in ASKED.items()}
    judged = {name: lines for name, lines in groups.items() if len(lines) >= MIN_UNITS}
    numbers: dict[str, object] = {
        "counts": whole.counts,
        "specific_outcomes": whole.specific,
        "kinds": {name: _mix(lines) for name, lines in groups.items() if lines},
    }
    if not judged:
        total = sum(map(len, groups.values()))
        return Verdict.not_enough(f"Only {total} lines on pages for buyers: too few for a share.", **numbers)
    weights = {name: ASKED[name][2] for name in judged}
    by_prominence = {
        way: round(
            sum(
                weights[name] * min(1.0, prominent_share(lines, _counts, screens) / ASKED[name][1])
                for name, lines in judged.items()
            )
            / sum(weights.values()),
            4,
        )
        for way, screens in PROMINENCES.items()
    }
    numbers["by_prominence"] = by_prominence
    score = sum(weights[name] * min(1.0, _share(lines) / ASKED[name][1]) for name, lines in judged.items())
    findings = [entry for name, lines in judged.items() if (entry := _finding(name, lines)) is not None]
    findings = [replace(entry, lead=entry.lead and place == 0) for place, entry in enumerate(findings)]
    keep = [_kept(name, lines) for name, lines in judged.items() if _share(lines) >= ASKED[name][1]]
    return Verdict(_summary(whole, judged), score / sum(weights.values()), findings, keep, numbers)


def _lines(site: Site, kinds: tuple[PageKind, ...]) -> list[tuple[JudgedPage, Copy]]:
    """The lines of these pages that say something; specifications, tables and bare names stay out."""
    return [
        (page, copy)
        for page in site.of_kind(*kinds)
        for copy in focus_copy(page, once=True)
        if copy.label is not Label.SPEC and copy.unit.role not in _NO_TALK
        if not copy.unit.cite
        if copy.label is not Label.FEATURE or word_count(copy.text) > NAME_WORDS
    ]


def _counts(copy: Copy) -> bool:
    """True for a line about the customer that counts: a problem, or a specific result."""
    return copy.label.rollup is Rollup.CUSTOMER and not (copy.label is Label.OUTCOME and is_generic(copy.text))


def _share(lines: list[tuple[JudgedPage, Copy]]) -> float:
    return sum(_counts(copy) for _, copy in lines) / len(lines)


def _upper(share: float, total: int) -> float:
    """Upper end of the Wilson interval (95 %)."""
    z = 1.96
    centre = share + z * z / (2 * total)
    reach = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (centre + reach) / (1 + z * z / total)


def _finding(name: str, lines: list[tuple[JudgedPage, Copy]]) -> Finding | None:
    asked = ASKED[name][1]
    share = _share(lines)
    if share >= asked / 3 or _upper(share, len(lines)) >= asked:
        return None
    hits = sum(_counts(copy) for _, copy in lines)
    rolls = Counter(copy.label.rollup for _, copy in lines)
    chief = Rollup.PRODUCT if rolls[Rollup.PRODUCT] >= rolls[Rollup.COMPANY] else Rollup.COMPANY
    talk = [f"{rolls[roll]} about the {roll.value}" for roll in (Rollup.PRODUCT, Rollup.COMPANY) if rolls[roll]]
    first, *more = [*talk, f"{hits or 'none'} about what a customer gains"]
    joint = " and " if len(more) == 1 else ", "
    title = f"Of {len(lines)} lines on the {name}, {first.replace(' about', ' are about')}{joint}{' and '.join(more)}"
    return finding(
        "focus-mix",
        name.split()[0],
        Tier.REST,
        title,
        [quote(copy) for copy in _typical(lines, chief)],
        why="Whoever reads here is deciding; what it would change for him he has to work out himself.",
        fix="Put one line before each block that says what it changes for whom; keep the rest.",
        proposal=_proposal(lines),
        weight=0.5 + ASKED[name][2] / 2 - share,
        lead=share < asked / 4,
        key=name,
    )


_NO_STEM = re.compile(r"[$€£\d]|^(?:while|when|if|as|although|because|since|after|before|for|with|by|in|on|at)\b", re.I)
"""Prices and dates lead to nothing, and half a sentence takes no tail."""


def _proposal(lines: list[tuple[JudgedPage, Copy]]) -> str:
    """The shortest whole feature line of these pages, with the blank it leaves open."""
    whole = [
        copy.text.rstrip(" .;:!")
        for _, copy in lines
        if copy.label is Label.FEATURE and copy.sure and copy.text.endswith(".") and copy.unit.role is Role.SENTENCE
        if word_count(copy.text) >= 6 and " so " not in copy.text and not _NO_STEM.search(copy.text)
    ]
    line = min(whole, key=lambda text: (word_count(text), text), default="[What you do]")
    return f"{line}, so that [which customer] [can do, keep or avoid what]."


def _typical(lines: list[tuple[JudgedPage, Copy]], roll: Rollup) -> list[Copy]:
    """Three lines that show the talk: surest first, of ordinary length, from different pages where possible."""
    fit = [
        (page, copy)
        for page, copy in lines
        if copy.label.rollup is roll and copy.unit.role is Role.SENTENCE and 5 <= word_count(copy.text) <= 30
        if copy.sure and copy.text.endswith(".")
    ] or [(page, copy) for page, copy in lines if copy.label.rollup is roll and copy.sure]
    fit.sort(key=lambda item: (-round(item[1].judgement.probability, 2), item[0].url, item[1].unit.order))
    chosen: dict[str, Copy] = {}
    for page, copy in fit:
        chosen.setdefault(page.url, copy)
    first = list(chosen.values())
    return [*first, *(copy for _, copy in fit if copy not in first)][:3]


def _kept(name: str, lines: list[tuple[JudgedPage, Copy]]) -> Finding:
    sure = [copy for _, copy in lines if _counts(copy) and copy.sure]
    best = [copy for copy in sure if not copy.text.endswith("?") and word_count(copy.text) > 4]
    best.sort(key=lambda copy: (-round(copy.judgement.probability, 2), copy.unit.id))
    hits = sum(_counts(copy) for _, copy in lines)
    return finding(
        "focus-mix",
        "good-" + name.split()[0],
        Tier.REST,
        f"On the {name}, {hits} of {len(lines)} lines are about what changes for a customer",
        [quote(copy) for copy in best[:2]],
        why="Buyers find themselves there.",
        fix="Keep it so when the pages are rewritten.",
        key=name,
    )


def _mix(lines: list[tuple[JudgedPage, Copy]]) -> dict[str, object]:
    rolls = Counter(copy.label.rollup.value for _, copy in lines)
    return {
        "lines": len(lines),
        "customer": rolls["customer"],
        "customer_specific": sum(_counts(copy) for _, copy in lines),
        "product": rolls["product"],
        "company": rolls["company"],
        "share": round(_share(lines), 4) if len(lines) >= MIN_UNITS else None,
    }


def _summary(whole: Profile, judged: dict[str, list[tuple[JudgedPage, Copy]]]) -> str:
    shares = {key: share.word for key, share in whole.shares.items()}
    parts = [f"on the {name} {in_words(_share(lines))}" for name, lines in judged.items()]
    return (
        f"It talks {shares['product']} about the product, {shares['company']} about the company and"
        f" {shares['customer']} about the customer; of specific results and problems {', '.join(parts)}."
    )
