"""What does the site offer somebody who has already bought?

Why it matters
--------------
A customer lives longer with a purchase than with the decision. Where every button says "buy" and nothing says "start
here", "something is wrong" or "renew", those who have paid call the sales line or leave; and buyers look at how
customers are treated before they become one. Most of what a company could say here is work it does anyway.

How it is measured
------------------
Pages, links, buttons and headings are sorted by a public word list ("journey"), and pages by their kind, into seven
stages: discover, evaluate, buy, start, use, get help, renew or leave. That a site serves none of those after the sale
is told of nobody: a number and an address serve those who have bought as well, and of such findings on sites never
tuned on readers signed none. Promises of what comes after the sale (support, warranty, returns, training, a portal, a
maintenance plan) are taken from the company's own sure lines; a finding is made where nothing on the pages read, nor
any link on them, says how to call the promise in: no page, no label, no length of time, no number of its own. In doubt
the promise counts as met. There is no score: what a trade needs after the sale differs. What is found here counts in
say-show as evidence.

How to fix it
-------------
Add one page for people who have bought: how to start, what to do when something fails, whom to call and when, what a
guarantee covers and for how long, how to renew or leave. Link it from the menu.

Limit
-----
A club, a school, a congregation, an authority or a charity has no buyers: not applicable. A contract, an app or a mail may hold what the site does not. Labels are short: what a link leads to off the site was
not read. Fewer than {MIN_PAGES} pages are not enough to say that something is missing.

Fails
-----
/ Acme
[nav link /product/gx] other: Products
[nav link /contact] other: Contact
[first heading 1] feature: Pumps for dairies
[first button /contact] other: Get a quote
[first button /product/gx] other: Buy now
[second sentence] company: Every pump is backed by our full warranty.
[second button /contact] other: Request a demo
[main button /contact] other: Book a visit
/product/gx GX-200
[main sentence] feature: A pump of stainless steel with a double seal.
[main button /contact] other: Order a sample
/contact Contact
[main sentence] other: Write to us.

Passes
------
/ Acme
[nav link /product/gx] other: Products
[nav link /support] other: Support
[first heading 1] feature: Pumps for dairies
[first button /contact] other: Get a quote
[first button /product/gx] other: Buy now
[second sentence] company: Every pump is backed by our full warranty.
[second button /contact] other: Request a demo
[main button /contact] other: Book a visit
/product/gx GX-200
[main sentence] feature: The 5-year warranty covers seals, shaft and motor.
[main button /contact] other: Order a sample
/support Help with your pump
[main sentence] feature: Support on 555 010 2030, every day from 5 to 22.

Sources
-------
Stages before, at and after the purchase: Lemon and Verhoef 2016, "Understanding Customer Experience Throughout the
Customer Journey", Journal of Marketing 80(6). The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

from auditor.audit import Verdict, audit, finding, quote
from auditor.journey import AFTER, PLEDGES, Place, Stage, places, pledges
from auditor.model import Finding, Tier
from auditor.organisation import organisation
from auditor.site import Site

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing."""

SHOWN = 3
"""Examples quoted with one finding."""

_SAID = {
    "support": (
        "It promises help after the sale (“{}”), and {} says how to get it",
        "Name the way to that help: number or address, hours, and how soon one is answered.",
        "[Help line or address], [hours]: we answer within [time].",
        0.5,
    ),
    "warranty": (
        "It promises a warranty or guarantee (“{}”), and {} says for how long or what it covers",
        "State how long it runs, what it covers and how a customer calls it in.",
        "[How long] on [what is covered]; call [number] and we [what you do].",
        0.6,
    ),
    "returns": (
        "It promises returns or money back (“{}”), and {} says within which time or how",
        "State the days, the condition of the goods and the way to send them back.",
        "Send it back within [days]; we refund [what] within [days].",
        0.6,
    ),
    "training": (
        "It promises training (“{}”), and {} says what it holds or how long it takes",
        "Say what is taught, to whom, and how long it takes.",
        "[Hours] for [whom]: [what they can do afterwards].",
        0.4,
    ),
    "portal": (
        "It promises an account or portal for customers (“{}”), and {} links to it",
        "Link the portal where a customer looks for it: at the top of every page.",
        "",
        0.45,
    ),
    "maintenance": (
        "It offers a maintenance plan (“{}”), and {} says what it holds or costs",
        "State what the plan holds, how often you come and what it costs.",
        "[How often] [what you do] for [price] a [period].",
        0.45,
    ),
}


@audit(
    passes="What it offers existing customers",
    fails="It serves those who might buy better than those who have bought",
    version=10,
)
def after_sale(site: Site) -> Verdict:
    """What serves each stage, and what is promised for after the sale."""
    if not organisation(site).sells:
        return Verdict.not_applicable(
            f"It is the site of {organisation(site).named}: what comes after a sale is asked of companies alone."
        )
    if len(site.pages) < MIN_PAGES:
        return Verdict.not_enough(f"Only {len(site.pages)} of its pages were read: too few to miss anything.")
    found = places(site)
    by_stage = {stage: [place for place in found if place.stage is stage] for stage in Stage}
    promised = pledges(site)
    numbers = {
        "stages": {stage.value: _counts(by_stage[stage]) for stage in Stage},
        "promised": {kind: sum(entry.kind == kind for entry in promised) for kind in PLEDGES},
        "found": {
            stage.value: [
                {"text": p.text, "kind": p.kind, "url": p.page.url, "target": p.target} for p in by_stage[stage][:5]
            ]
            for stage in AFTER
        },
    }
    told = [f"{stage.value} {_total(by_stage[stage])}" for stage in Stage]
    summary = f"Pages and different calls to action, stage by stage: {', '.join(told)}."
    return Verdict(summary, None, _promised(site), numbers=numbers)


def _counts(found: list[Place]) -> str:
    pages = sum(place.kind == "page" for place in found)
    labels = _total(found) - pages
    told = [f"{many} {noun}{'s' * (many != 1)}" for many, noun in ((pages, "page"), (labels, "label")) if many]
    return ", ".join(told) or "none found"


def _total(found: list[Place]) -> int:
    return sum(p.kind == "page" for p in found) + len(
        {p.text.casefold() for p in found if p.kind in ("link", "button")}
    )


def _promised(site: Site) -> list[Finding]:
    """Promises of what comes after the sale that nothing says how to call in; one finding a kind."""
    missing = f"nothing on the {site.read} read"
    found = []
    for kind in PLEDGES:
        bare = [entry for entry in pledges(site) if entry.kind == kind and not entry.met]
        if not bare:
            continue
        title, fix, proposal, weight = _SAID[kind]
        found.append(
            finding(
                "after-sale",
                f"promised-{kind}",
                Tier.PROOF,
                title.format(bare[0].words, missing),
                list(dict.fromkeys(quote(entry.copy) for entry in bare))[:SHOWN],
                why="A promise without a way to call it in is worth nothing on the day it is needed, and careful buyers ask.",
                fix=fix,
                proposal=proposal,
                weight=weight,
                lead=False,
                key=f"{kind}\n{bare[0].words.casefold()}",
            )
        )
    return found
