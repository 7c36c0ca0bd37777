"""Is the customer focus that the site declares also shown in what it says?

Why it matters
--------------
"Customers come first" costs nothing, and every rival says it. Readers believe what they can see: their own problem
described, a result named, a promise with a measure and a remedy. A declaration with little behind it makes a reader
doubt the rest.

How it is measured
------------------
*Say*: declarations of customer focus (public word list with sources: "declarations"), in the company's own voice: a
customer's quote, a negation ("we do not just say ...") and words about others are left out. Each counts by what it
claims (POINTS; a line that claims several counts for each), {FIRST_FACTOR} times as much on the home page's first screen or in a heading, and {FOOTER_FACTOR}
times in a footer; {SAY_FULL} points are full. Its range is that of a count (Poisson). *Show*: the share of lines that
name a specific result or a problem of a customer, among lines about customer, product or company; {SHOW_FULL} is full
and makes {TALK_WEIGHT} of the figure; generic promises do not count. Of a site too large for the large model these are the lines
that it read, and a page drawn as a sample counts for as many as it stands for. The rest is evidence, {POINT} for each kind
found: a customer's quoted result (as promote finds it) or what was won for one in money, a promise of service with a measure
(service-measured), a guarantee with a remedy or a term, help for those who have bought (after-sale), terms that give
the customer a way out (policy-friction). Its range is that of a share (Wilson). Each of the strongest declarations is
set beside the evidence for the same promise (TOPICS). "Not found" is said only of a kind of which no line, label,
link or picture's text of any page so much as speaks. The score is 1 less what is said beyond
what is shown. A finding is made where even the upper end of *show* stays under *say* and under {HALF}, the share under
{SELDOM} and two declarations or more are found, or where a declaration stands beside a term of the site's own that
shifts the risk to the customer. Where a range is wider than half of its axis, the site is placed in no field.

How to fix it
-------------
Take the strongest declaration and put in its place what it means: who got what, how fast you answer, what happens
when it goes wrong. Then the declaration is not needed.

Limit
-----
Words only. It compares what a site says with what the same site shows, never with what the company does. Where
nothing is declared it does not apply.

Fails
-----
/ Acme
[first heading 1] company: At Acme, customers come first
[first sentence] company: Your satisfaction is our top priority.
[main sentence] company: We go above and beyond for every client and treat our customers like family.
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
/policy/terms Terms of sale
[main sentence] policy: Deposits are non-refundable once a pump has been ordered.

Passes
------
/ Acme
[first heading 1] company: At Acme, customers come first
[first sentence] outcome: Hilltop Dairy milks 40 minutes less a day.
[main sentence] problem: A pump that stops in the night spoils a day's milk.
[main sentence] outcome: Your herd is milked by six, and the driver finds a full cool tank.
[main sentence] feature: We answer every call within 15 minutes, day and night.
[main sentence] feature: Every repair has a two-year guarantee.
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
[main sentence] problem: Worn seals let the vacuum drop and the udders suffer.
[main sentence] feature: Our pumps come in stainless steel.
[main sentence] feature: Each pump has a double seal.
[main sentence] feature: Cast iron pumps are painted twice.
[main sentence] feature: A tank can be ordered with every pump.
[main sentence] feature: All pumps run on three phases.
[main sentence] company: Our fitters have worked here for decades.
[main sentence] company: We were awarded the county medal.
[main sentence] feature: Seals are kept in stock.

Sources
-------
Declared and shown focus is the founding idea of this product. Word lists: declarations, reversals, commitments,
specifics, terms. Wilson 1927, Journal of the American Statistical Association 22(158).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.evidence import Evidence, Shown, evidence, missing
from auditor.focus import Z, focus_copy, lines_worth, share_of, site_standing, wilson
from auditor.model import Copy, Dimension, Finding, JudgedPage, Label, PageKind, Region, Role, Tier
from auditor.opening import is_of_customer
from auditor.site import FOCUS_KINDS, Site
from auditor.terms import harsh_terms
from auditor.text import listed
from auditor.voices import quoted

MIN_UNITS = 15
"""Fewer lines about customer, product or company than this: not enough to judge."""

POINTS = {"first": 3.0, "priority": 2.0, "listen": 2.0, "relationship": 1.0, "service": 1.0}
"""What a declaration claims: that customers come first, are a priority, are heard; closeness; good service."""

SAY_FULL = 10
FIRST_FACTOR = 1.5
FOOTER_FACTOR = 0.5

SHOW_FULL = 0.3
"""Share of specific results and problems at which the talk is fully shown: about every third line."""

TALK_WEIGHT = 0.7
POINT = 0.06
"""What each kind of evidence adds: five kinds make up what the talk leaves."""

WHOLE = 0.6
"""Share of a line that its declaration must fill where the label is too close to call: "Customers come first." """

MOST_SAID = 200
"""Declarations that are looked at, the strongest: many more than a site makes, and each is held against each."""

PAIRS = 5
"""Declarations set beside what the site shows at most, one of each topic."""

SELDOM = 0.1
"""A finding needs a share of specific results and problems under this, and two declarations: one may slip in."""

HALF = 0.5
"""Where much begins, on both axes: what is shown beyond this is no finding, however much is said."""

TOPICS: tuple[tuple[str, str, tuple[Evidence, ...]], ...] = (
    ("satisfaction", r"satisf|happ|delight|expectation", (Evidence.GUARANTEE, Evidence.RESULT)),
    ("the customer's success", r"success|succeed|goal|\bwin", (Evidence.RESULT,)),
    ("being heard", r"listen|understand|number|care about|extra mile|beyond", (Evidence.MEASURE, Evidence.AFTER)),
    ("good service", r"service|care|experience|treat|comfort|safety", (Evidence.MEASURE, Evidence.GUARANTEE)),
    ("lasting partnership", r"partner|relationship|lasting|long.term", (Evidence.AFTER, Evidence.FAIR)),
)
"""What a declaration promises, by its words, and the kinds of evidence that would show it."""

FIRST = ("putting customers first", (Evidence.FAIR, Evidence.GUARANTEE, Evidence.RESULT))
"""The same for whoever says that customers come first, and for the rest."""

_NOT_HERE = (PageKind.BLOG, PageKind.DOCS, PageKind.POLICY, PageKind.TESTIMONIAL)
_OWN = re.compile(r"\b(?:we|our|us|my)\b", re.I)
_TURNED = re.compile(r"(?<=[\w,.] )(?:you|your)\b", re.I)
_NOT_SAID = (Role.QUOTE, Role.LINK, Role.BUTTON)


@dataclass(frozen=True, slots=True)
class _Declared:
    copy: Copy
    group: str
    points: float
    words: str


@audit(
    passes="The customer focus it declares is also shown",
    fails="It declares more customer focus than it shows",
    version=11,
    dimension=Dimension.SAY_SHOW,
    weight=1.0,
)
def say_show(site: Site) -> Verdict:
    """Declarations against what is shown."""
    said = _declarations(site)
    declared = [entry for entry in said if entry.copy.sure]
    if not declared:
        return Verdict.not_applicable(
            f"None of the declarations of customer focus that its list knows was recognised on the {site.read} crawled; it does not know all."
        )
    stand = site_standing(site)
    lines = [
        (page, copy)
        for page in site.of_kind(*sorted(FOCUS_KINDS))
        if stand.get(page.url, 1.0)
        for copy in focus_copy(page, once=True)
    ]
    if len(lines) < MIN_UNITS:
        return Verdict.not_enough(f"Only {len(lines)} lines to compare a declaration with.")
    hits = sum(is_of_customer(copy) for _, copy in lines)
    share = share_of(lines, is_of_customer, stand)
    found = evidence(site)
    worth = lines_worth(lines, stand)
    low, high = wilson(share * worth, worth)
    show, show_low, show_high = (_shown(part, len(found)) for part in (share, low, high))
    total = sum(entry.points for entry in said)
    spread = Z / math.sqrt(len(said))
    say, say_low, say_high = (min(1.0, total * factor / SAY_FULL) for factor in (1, max(0.0, 1 - spread), 1 + spread))
    findings = [
        entry
        for entry in (_gap(site, declared, hits, len(lines), min(say, HALF) - show_high), _terms(site, declared))
        if entry is not None
    ]
    keep = [_kept(declared, found)] if show >= say and len(found) > 1 else []
    numbers = {
        "say": round(say, 4),
        "say_low": round(say_low, 4),
        "say_high": round(say_high, 4),
        "show": round(show, 4),
        "show_low": round(show_low, 4),
        "show_high": round(show_high, 4),
        "declarations": [
            {"text": entry.copy.text, "url": entry.copy.unit.page, "group": entry.group} for entry in declared[:10]
        ],
        "declared": len(declared),
        "specific_lines": hits,
        "lines": len(lines),
        "evidence": [kind.value for kind in found],
        "evidence_missing": [kind.value for kind in missing(site)],
        "pairs": _pairs(site, declared, found),
        "position": "not measured" if max(say_high - say_low, show_high - show_low) > HALF else _position(say, show),
    }
    summary = (
        f"It declares customer focus {len(declared)} time{'s' * (len(declared) != 1)};"
        f" {hits} of {len(lines)} lines name a specific result or a problem of a customer."
    )
    neutral = "" if findings or show >= say else "How much customer focus it declares, and how much it shows"
    return Verdict(summary, 1 - max(0.0, say - show), findings, keep, numbers, title=neutral)


def _declarations(site: Site) -> list[_Declared]:
    """The site's declarations in its own voice, strongest first; one whose label is too close to call bears no finding."""
    said, turned = lexicon.load("declarations"), lexicon.load("reversals")
    found = []
    for page in site.pages:
        if page.twin_of or page.kind in _NOT_HERE:
            continue
        said_by_others = quoted(site, page)
        for copy in page.copy:
            unit = copy.unit
            spoken = copy.counted or (unit.region is Region.FOOTER and page is site.home)
            if not spoken or unit.region in (Region.NAV, Region.OVERLAY):
                continue
            if (
                unit.role in _NOT_SAID
                or unit.cite
                or unit.id in said_by_others
                or re.match(r"[\"“]|if\b", copy.text, re.I)
            ):
                continue
            if page.kind is PageKind.CUSTOMERS and not _OWN.search(copy.text):
                continue  # told of somebody, or by him
            if copy.label in (Label.POLICY, Label.PROBLEM) or re.search(r"\b(?:he|she|his|her)\b", copy.text, re.I):
                continue
            text = copy.text
            if copy.label is Label.COMPANY and not said.has(text):
                text = _TURNED.sub(_as_ours, text)  # "your satisfaction is your priority": the pronoun proves nothing
            hits = [hit for hit in said.find(text) if not turned.has(text[: hit.start], "before")]
            groups = {hit.group for hit in hits}
            if not copy.sure and sum(hit.end - hit.start for hit in hits) < WHOLE * len(copy.text):
                continue
            if groups == {"service"} and not re.search(r"\b(?:we|our|us|my)\b", copy.text, re.I):
                continue
            if copy.label in (Label.FEATURE, Label.SPEC) and not re.search(
                r"\b(?:we|our|us|my|your?)\b", copy.text, re.I
            ):
                continue  # "patient-focused examination" is the name of a service
            if groups:
                group = max(groups, key=lambda name: (POINTS[name], name))
                words = " ".join(text[hit.start : hit.end] for hit in hits if hit.group == group)
                claimed = sum(POINTS[name] for name in groups)  # by claim: said in one sentence or in two is the same
                found.append(_Declared(copy, group, claimed * _prominence(site, page, copy), words))
    found.sort(key=lambda entry: (-entry.points, entry.copy.unit.page, entry.copy.unit.order))
    kept: list[_Declared] = []
    for entry in found[:MOST_SAID]:
        text = entry.copy.text.casefold()
        if not any(text in other.copy.text.casefold() or other.copy.text.casefold() in text for other in kept):
            kept.append(entry)
    return kept


def _as_ours(match: re.Match[str]) -> str:
    return "our" if len(match[0]) == 4 else "we"


def _prominence(site: Site, page: JudgedPage, copy: Copy) -> float:
    if copy.unit.region is Region.FOOTER:
        return FOOTER_FACTOR
    first = page is site.home and copy.unit.region is Region.FIRST
    return FIRST_FACTOR if first or copy.unit.role is Role.HEADING else 1.0


def _shown(share: float, kinds: int) -> float:
    return min(1.0, TALK_WEIGHT * min(1.0, share / SHOW_FULL) + POINT * kinds)


def _topic(entry: _Declared) -> tuple[str, tuple[Evidence, ...]]:
    """What a declaration promises, and the kinds of evidence that would show it."""
    for name, pattern, kinds in TOPICS:
        if re.search(pattern, entry.words, re.I):
            return name, kinds
    return FIRST


def _various(declared: list[_Declared]) -> list[_Declared]:
    """The strongest declaration of each topic."""
    best: dict[str, _Declared] = {}
    for entry in declared:
        best.setdefault(_topic(entry)[0], entry)
    return list(best.values())[:PAIRS]


def _pairs(site: Site, declared: list[_Declared], found: dict[Evidence, Shown]) -> list[dict[str, Any]]:
    """Declarations beside what the site shows about the same promise; plain values for the report.

    The hardest of the site's own terms stands once, beside the first declaration that it bears on.
    """
    hard = [term.copy for term in harsh_terms(site) if _sure_term(term.copy)][:1]
    pairs, lacking = [], missing(site)
    for entry in _various(declared):
        name, kinds = _topic(entry)
        against = hard.pop() if hard and name in (FIRST[0], TOPICS[0][0]) else None
        quotes = {kind: found[kind].quote for kind in kinds if kind in found}
        pairs.append(
            {
                "topic": name,
                "said": {"text": entry.copy.text, "url": entry.copy.unit.page},
                "shown": [
                    {"kind": kind.value, "text": shown.text, "url": shown.url, "source": shown.source}
                    for kind, shown in quotes.items()
                ],
                "missing": [kind.value for kind in kinds if kind in lacking],
                "against": {"text": against.text, "url": against.unit.page} if against is not None else None,
            }
        )
    return pairs


def _sure_term(copy: Copy) -> bool:
    return copy.label is Label.POLICY and copy.judgement.leading


def _gap(site: Site, declared: list[_Declared], hits: int, total: int, gap: float) -> Finding | None:
    strong = [entry for entry in declared if POINTS[entry.group] > 1]
    if gap <= 0 or not strong or len(declared) < 2 or hits / total >= SELDOM:
        return None
    best = strong[0].copy
    lacking = [kind.value for kind in missing(site)]
    absent = f" Not found on the {site.read} crawled: {', '.join(lacking)}." if lacking else ""
    more = [entry.copy for entry in strong[1:3]]
    return finding(
        "say-show",
        "gap",
        Tier.SAY_SHOW,
        f"It declares customer focus {len(declared)} time{'s' * (len(declared) != 1)}, yet {hits} of its {total} lines"
        " clearly name a result or a problem of a customer",
        [quote(best), *map(quote, more)],
        why="A declaration that little on the site bears out reads as a phrase, and every rival has it too." + absent,
        fix="Replace the declaration with what it means: who got what, how fast you answer, what you do when it fails.",
        proposal="[Customer’s name] [got what result with a figure]. We answer within [your measured time].",
        weight=min(1.0, 0.5 + gap),
        lead=gap >= 0.1,
        key=best.text.casefold(),
    )


def _terms(site: Site, declared: list[_Declared]) -> Finding | None:
    """The strongest declaration beside the site's own term that shifts the risk to the customer."""
    strong = [entry for entry in declared if POINTS[entry.group] > 1]
    hard = [term for term in harsh_terms(site) if _sure_term(term.copy)]
    if not strong or not hard:
        return None
    return finding(
        "say-show",
        "terms",
        Tier.SAY_SHOW,
        "What it declares and what its own terms say stand far apart",
        [quote(strong[0].copy), quote(hard[0].copy)],
        why="Whoever meets the term after the promise will remember the promise.",
        fix="State the term's reason and what the customer can do, or soften it, or do not promise so much.",
        weight=0.6,
        lead=False,
    )


def _kept(declared: list[_Declared], found: dict[Evidence, Shown]) -> Finding:
    return finding(
        "say-show",
        "shown",
        Tier.SAY_SHOW,
        "What it declares it also shows: " + listed([kind.value for kind in found]),
        list(dict.fromkeys([quote(declared[0].copy), *(shown.quote for shown in found.values())])),
        why="A promise with a measure, a remedy or a customer behind it is believed.",
        fix="Keep the evidence near the declaration.",
    )


def _position(say: float, show: float) -> str:
    return f"says {'much' if say >= HALF else 'little'}, shows {'much' if show >= HALF else 'little'}"
