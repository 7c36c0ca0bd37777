"""Are its promises of service defined and measured, or only praised?

Why it matters
--------------
"Fast, friendly, responsive service" is what every supplier says, so it decides nothing. "Answered within 4 hours; in
2024 we kept it for 96 of 100 calls" can be compared, repeated to a colleague and relied on. Who writes the measure
down also learns whether it is kept: define it, then measure it.

How it is measured
------------------
By a public word list ("service"), in the company's own voice, for five kinds: to be answered soon, to be fast, to be
on time, to be available, to satisfy. A promise is *defined* where it names a time, a rate or a rule; it is an adjective
where it only praises. A finding is made for a kind that is praised in {MIN_LINES} lines or more, or once in a heading
or on the home page's first screen, where no defined promise of the same kind stands on the pages read. A rate ("98 %
satisfaction") is *measured* where the lines around it say who counted, when, or of how many; a finding is made where
they do not. Aims, questions, denials, articles, job offers, customers' words and what a customer loses or pays when
plans change are left out. There is no score:
deleting an adjective must not earn anything. What is defined counts in say-show as evidence.

How to fix it
-------------
Write beside the adjective how soon, how often or how many, counted from when; then publish how often you kept it, and
what a customer gets when you do not.

Limit
-----
Words only: it does not know how the service is. A measure may stand in a contract or a document that was not read.

Fails
-----
/ Acme
[first heading 1] feature: Pumps and pump repair
[first heading 2] feature: Fast and reliable pump repair service
[main sentence] company: Our team offers prompt support and quick turnaround.
[main sentence] company: We are known for our fast service on every farm.
[main sentence] feature: Pumps come in stainless steel.

Passes
------
/ Acme
[first heading 1] feature: Pumps and pump repair
[first heading 2] feature: Fast repair: a fitter is on site within 4 hours
[main sentence] company: Our team gives prompt support: we call back within 15 minutes, day and night.
[main sentence] company: In 2024 we kept the 4 hours for 96% of 312 calls.

Sources
-------
Responsiveness and reliability as measurable dimensions of service: Parasuraman, Zeithaml and Berry 1988, "SERVQUAL",
Journal of Retailing 64(1). The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor import lexicon
from auditor.anywhere import Thing, spoken_of
from auditor.audit import Verdict, audit, finding, quote
from auditor.concordance import entries
from auditor.entities import customers_words
from auditor.model import Copy, Finding, PageKind, Region, Role, Tier
from auditor.organisation import organisation
from auditor.promises import KINDS, Promise, promises
from auditor.site import Site, is_counted
from auditor.voices import LONG

MIN_LINES = 2
"""Lines of praise from which a kind is said to be praised."""

MIN_WORDS = 150
"""Fewer words of copy on the site than this: not enough to judge."""

SHOWN = 3
"""Lines quoted with one finding."""

AROUND = 2
"""Lines before and after a rate in which who counted, when or of how many is looked for."""

_ALWAYS = re.compile(r"24\W{0,3}7|24[\W_]?(?:hours?|hrs?)|around the clock", re.I)
"""That one can call at any time, which does not say how soon somebody answers or comes."""

_HEARD = re.compile(
    r"\b(?:same|next) (?:business |working )?(?:day|morning|afternoon|evening)\b|\bon the spot\b|\bstraight ?away\b|\bovernight\b"
    r"|\b(?:within|in|after|under|took|than) (?:just |only |about |under |less than )?(?:an?|the|\d+|one|two|three|four|five|half an) (?:few )?(?:minutes?|hours?|days?|weeks?)\b",
    re.I,
)
"""How fast it was, in a customer's words."""

_ASKED = {
    "answer": ("how soon one is answered", "Say within which time you answer, and during which hours.", "We answer within [time], [which days and hours]; in [year] we kept it in [share] of cases."),
    "speed": ("how fast it is", "Say how long it takes, counted from what to what.", "[Time] from [order or call] to [done]; in [year] we kept it in [share] of cases."),
    "punctuality": ("how often it is on time", "Publish the share of dates kept last year, and what a customer gets when you are late.", "[Share] on time in [year], counted by [the date promised]."),
    "uptime": ("how much of the time it runs", "Publish the availability promised and the availability measured.", "[Share] availability in [year]; below [share] you get [remedy]."),
    "satisfaction": ("how good it is or what happens when it is not", "Publish a rating with its source and number, or what a customer gets who is not satisfied.", "[Rating] from [how many] customers in [year], asked by [whom]."),
}  # fmt: skip


@audit(
    passes="It says how soon, how often or how well in a way that can be checked",
    fails="It praises its service without saying how soon, how often or how well",
    version=13,
)
def service_measured(site: Site) -> Verdict:
    """Adjectives and measures of service, kind by kind."""
    if not organisation(site).sells:
        return Verdict.not_applicable(f"It is the site of {organisation(site).named}: it sells no service.")
    words = site.words()
    made = promises(site)
    plain = [entry for entry in made if not entry.defined]
    defined = [entry for entry in made if entry.defined]
    if not made:
        if words < MIN_WORDS:
            return Verdict.not_enough(f"Only {words} words of copy were read: too little to judge.", words=words)
        return Verdict.not_applicable(
            f"None of the promises of service that its list knows was recognised on the {site.read} read; it does not know all."
        )
    soon = [entry for entry in defined if entry.kind not in ("answer", "speed") or not _ALWAYS.fullmatch(entry.words)]
    findings = [
        entry
        for kind in KINDS
        if (entry := _praised(site, [p for p in plain if p.kind == kind], [p for p in soon if p.kind == kind]))
    ]
    findings += _rates(site)
    numbers = {
        "praised": {kind: len({p.copy.text for p in plain if p.kind == kind}) for kind in KINDS},
        "defined": {kind: len({p.copy.text for p in defined if p.kind == kind}) for kind in KINDS},
        "measures": [{"kind": p.kind, "words": p.words, "text": p.copy.text, "url": p.page.url} for p in defined[:20]],
    }
    praised, told = (len({entry.copy.text for entry in group}) for group in (plain, defined))
    summary = (
        f"{praised} line{'s praise' if praised != 1 else ' praises'} its service in adjectives;"
        f" {told} name{'s' * (told == 1)} a time, a rate or a rule."
    )
    neutral = "" if findings or defined else "How it speaks of its service"
    return Verdict(summary, None, findings, numbers=numbers, title=neutral)


def _praised(site: Site, plain: Sequence[Promise], defined: Sequence[Promise]) -> Finding | None:
    """One kind that is praised, and nowhere defined."""
    copies: dict[str, Promise] = {}
    for entry in plain:
        copies.setdefault(entry.copy.text.casefold(), entry)
    lines = list(copies.values())
    loud = [entry for entry in lines if entry.copy.unit.role is Role.HEADING or _first(site, entry)]
    if defined or not (len(lines) >= MIN_LINES or loud):
        return None
    asked, fix, proposal = _ASKED[lines[0].kind]
    best = lines[0]
    if best.kind == "satisfaction" and (customers_words(site) or spoken_of(site) & {Thing.REMEDY, Thing.CASES}):
        return None  # customers, cases or what holds when it goes wrong say how good it is
    if best.kind == "answer" and any(
        lexicon.load("loose").has(text[:LONG], "heard") for text in site.texts_with(entries("loose", "heard"))
    ):
        return None  # terms, help and articles say it too
    heard = best.kind == "speed" and any(
        _HEARD.search(copy.text) for said in customers_words(site) for copy in said.copies
    )
    times = f"{len(lines)} lines praise" if len(lines) > 1 else "It praises"
    return finding(
        "service-measured",
        f"praised-{best.kind}",
        Tier.PROOF,
        f"{times} its service (“{best.words}”), and "
        + (f"only a customer says {asked}" if heard else f"nothing on the {site.read} read says {asked}"),
        [quote(entry.copy) for entry in lines[:SHOWN]],
        why="Every rival uses the same adjectives; a figure can be compared, repeated and relied on.",
        fix=fix,
        proposal=f"{best.words}: {proposal}",
        weight=0.35 + 0.25 * best.prominence,
        lead=False,
        key=best.kind,
    )


def _first(site: Site, entry: Promise) -> bool:
    return entry.page is site.home and entry.copy.unit.region is Region.FIRST


def _rates(site: Site) -> list[Finding]:
    """Rates of satisfaction, punctuality or availability of which nothing says who counted them, when, of how many."""
    facts = lexicon.load("service")
    found: dict[str, Finding] = {}
    for page, copy in site.lines_with(entries("service", "rate")):
        hits = facts.find(copy.text, "rate") if is_counted(page, copy) and not copy.unit.cite else []
        if (
            not hits
            or not copy.sure
            or page.kind in (PageKind.TESTIMONIAL, PageKind.BLOG)
            or facts.has(copy.text, "target", "level")
        ):
            continue
        place = page.copy.index(copy)
        around = page.copy[max(0, place - AROUND) : place + AROUND + 1]
        if any(facts.has(line.text, "method") for line in around):
            continue
        words = copy.text[hits[0].start : hits[0].end]
        found.setdefault(words.casefold(), _rate(copy, words))
    return list(found.values())


def _rate(copy: Copy, words: str) -> Finding:
    return finding(
        "service-measured",
        "rate-without-method",
        Tier.PROOF,
        f"It gives a rate (“{words}”) and does not say who counted, when, or of how many",
        [quote(copy)],
        why="A rate without its year and number cannot be checked, and reads as a guess.",
        fix="Add the year, the number of cases and who counted them.",
        proposal=f"{words} ([how many] cases, [year], counted by [whom])",
        weight=0.5,
        lead=False,
        key=words.casefold(),
    )
