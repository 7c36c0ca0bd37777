"""Which of a buyer's questions does the site answer without a salesperson?

Why it matters
--------------
Buyers read alone before they speak to anybody, and strike out whoever leaves their question open. What a salesperson
answers ten times a week can stand on a page once. A question that only "contact us" answers is asked of a rival.

How it is measured
------------------
A business whose kind two independent signs tell (what it calls itself; headings, menu, lines; a heading or lines among them) is asked the few hard questions of any buyer of that kind
(public files, "buyers"): what a guest who cancels gets back. Of any other only the price, whom to reach and how soon one hears is asked.
*Answered* is a question whose subject stands beside its figure or rule in one line of running copy, or under a heading that is
the question itself; headings, hints, quotations, articles, cases and privacy notices answer nothing. *Not found* is one of which no line so much as speaks (of a figure that is asked for: speaks with a figure), in
pages read, links and documents linked. What lies between is left out of the table; a page linked and not read counts as *linked, not read*.

One finding names the gravest questions of the trade that are not found, at most three, with what is said instead; it leads from a gravity of {DECIDES} on. First comes a question that
the site, of whatever kind, puts itself ("Are you insured?") and dodges: its reply has neither the subject nor a figure, a yes, a no or a way to more, or sends one to somebody, or says that it varies. Else a price is not asked of who
reckons it for nothing (a free estimate or quote) and promises no open prices, nor where insurers pay, where the home page gives it away, or where the name or title says that things are made to order or advice is sold,
or a heading or menu names what is made to a drawing.
Prices that are praised where no price may be are told with their words, and so are weddings, functions and other days for many that a host offers and no line prices.

No finding is made under {MIN_PAGES} pages, or where more than half of the pages it links to were not read. There is no score. A charity and a congregation have no buyers, and are asked where
gifts go (not where the link for them leads to another body), what one does and whom the work has reached; where headings speak of that, whom it helps, how one gives, whom to ring in an emergency; what a first visit is like.
A club is asked what belonging costs, how one joins and when it meets. An authority is not judged, nor a school, but for those of small children and for courses. It is told where {PENDING} lines
or more announce what visitors came for (dates, prices, places, goods) instead of giving it.

How to fix it
-------------
Answer on the page of the offer: a price or an example with its price, the rule with its figure, the questions you are
asked most.

Limit
-----
"Not found" means not on the pages read: documents, pictures and what a script loads are not seen. That every question has a line
does not say that the lines are good.

Fails
-----
/ Acme
[nav link /product/gx] other: Products
[first heading 1] feature: Pumps at competitive prices
[first sentence] company: Acme has built pumps since 1921.
[first button /contact] other: Contact us for more information
/product/gx GX-200
[main sentence] feature: A pump of stainless steel with a double seal.
/contact Contact
[main sentence] other: Fill in the form.

Passes
------
/ Acme
[nav link /product/gx] other: Products
[nav link /pricing] other: Prices
[first heading 1] feature: Pumps for dairies
[first sentence] company: Acme has built pumps since 1921.
[main heading] other: How it works
[main bullet] feature: 1. You send us the drawing of your parlour.
[main bullet] feature: 2. We bring the pump and run it in.
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
/product/gx GX-200
[main heading] other: GX-200 or HX-300: which is better for a small parlour?
[main sentence] feature: The GX-200 milks ten cows, the HX-300 forty.
/pricing Prices
[main sentence] feature: The GX-200 costs from $900.
[main sentence] policy: Payment is due 30 days after delivery; deposits are refunded within 14 days.
/contact Contact
[main sentence] other: Ask Jo Ray on 555 010 2030.

Sources
-------
Buyers are far in their decision before they call: Adamson, Dixon and Toman 2012, "The End of Solution Sales", Harvard
Business Review 90(7-8). Of METHOD's list whom it is for, proof, terms, comparison, frequent questions and how it works are no longer asked here: on thirty-three
sites that readers judged, fewer than half of the lines that were taken for answers to them were any. The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor import lexicon
from auditor.answers import (
    DOUBTED,
    FOUND,
    OPEN,
    answer,
    doors,
    for_readers,
    free_estimate,
    names_a_price,
    too_little_read,
    unread,
)
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import ANYBODY, Business, business, dealings, load
from auditor.concordance import entries
from auditor.lexicon import Lexicon
from auditor.model import Finding, Label, Link, PageKind, Quote, Role, Tier
from auditor.organisation import organisation
from auditor.replies import DECIDES, MIN_PAGES, Reply, replies, told
from auditor.sidelines import HOW_MANY, HOW_MUCH, WITH_WHAT, sideline
from auditor.site import SELLING_KINDS, Site
from auditor.text import listed, word_count
from auditor.voices import LONG, quoted

FAR = 0.38
"""Weight of questions that decide nothing by themselves: with the findings, and not on the first screen."""

SHOWN = 6
"""Places shown with them."""

IN_TITLE = 3
"""Words for them that a title names."""

PENDING = 2
"""Lines that announce what is still to come from which that is told; one is a notice."""

QUESTIONS = {"person": "whom to reach"}
"""What everybody is asked beside the questions of a kind of business, and how it is said."""

A_PRICE = "any price at all"
"""The question that a price answers where one was found."""

ASKED = {
    "charity": {
        "accounts": "where the money goes",
        "worth": "what one gift does",
        "reached": "whom it has reached",
        "person": "whom to ask",
    },
    "club": {"person": "whom to ask"},
    "faith": {"firstvisit": "what a first visit is like", "person": "whom to ask"},
}
"""The same of those who sell nothing, by their kind."""

_THEIRS = re.compile(r"\b(?:i|my|mine|me|they|them|their|he|she|him|his|her|gave us|for us)\b", re.I)
"""Words of a customer who tells of the company, in marks of quotation or not."""

_CHEAP = re.compile(r"\blow(?:est)?[- ]costs?\b", re.I)
_SPEAKS = re.compile(r"\b(?:our|we|us|your?)\b|\bat (?:a |the )?low(?:est)?\b", re.I)
"""A “low cost, clean agent” is a property of the thing; “our low cost” praises the price."""

_CARRIAGE = re.compile(r"\b(?:ship\w*|deliver\w*|freight|postage|pick-?up|transport\w*)\b", re.I)
"""What is low here is what the carriage costs, and no price of the vendor's is praised."""

MIN_PRICED, PRICED = 3, 0.5
"""Pages of offers with a price, and their share, from which it is credit."""


@audit(
    passes="What a buyer who reads alone finds",
    fails="A buyer who reads alone is left with open questions",
    version=31,
)
def self_service(site: Site) -> Verdict:
    """The checklist of a buyer who reads alone."""
    house = organisation(site)
    kind = business(site)
    asked = QUESTIONS if house.sells else ASKED.get(house.kind, {})
    if not asked and kind is None:
        return Verdict.not_applicable(f"It is the site of {house.named}: what is asked of it is not listed here.")
    others = unread(site)
    own = replies(site)
    answers = [answer(site, question, others) for question in asked]
    # one price answers not what everything costs
    rows = [
        (A_PRICE if reply.question.price and reply.state == FOUND else reply.question.asks, reply.state, reply.place)
        for reply in own
    ]
    rows += [(asked[entry.question], entry.state, entry.quote) for entry in answers]
    doubted = sum(state == DOUBTED for _, state, _ in rows)
    rows = [row for row in rows if row[1] != DOUBTED]
    numbers = {
        "answers": [
            {
                "question": question,
                "state": state,
                **{key: getattr(place, key, "") for key in ("text", "url", "source")},
            }
            for question, state, place in rows
        ],
        "not_judged": doubted,
        "business": kind.kind if kind else "",
        "pages_read": len(site.pages),
        "pages_linked_and_not_read": len(others),
    }
    answered = sum(state == FOUND for _, state, _ in rows)
    more = f"; {len(others)} more page{'s are' if len(others) != 1 else ' is'} linked and w{'ere' if len(others) != 1 else 'as'} not read"
    summary = f"{answered} of {len(rows)} question{'s' if len(rows) != 1 else ''} {'is' if answered == 1 else 'are'} answered on the {site.read} read{more if others else ''}."
    if len(site.pages) < MIN_PAGES:
        return Verdict.not_enough(f"Only {site.read} read: too few to say that an answer is missing.", **numbers)
    if too_little_read(site):
        few = f"{len(others)} pages that the site links to were not read: too many to say that an answer is missing."
        return Verdict.not_enough(few, **numbers)
    still_open = [entry.question for entry in answers if entry.state == OPEN]
    trade = _trade(site, kind or load(ANYBODY))
    if house.sells:
        price = next((reply for reply in own if reply.question.price), None)
        open_price = price is not None and price.state == OPEN and price not in told(site) and not free_estimate(site)
        bare = (_priced(site) or _no_price(site, price)) if price and open_price else None
        made = [trade, bare, _large(site)]
    else:
        made = [trade, _gifts(site, still_open), _reached(site, still_open), _first_visit(site, still_open)]
    findings = [entry for entry in (*made, _pending(site)) if entry is not None]
    return Verdict(summary, None, findings, [*(_hard(kind, own) if kind else ()), *_priced_offers(site)], numbers)


def _trade(site: Site, kind: Business) -> Finding | None:
    """What those who buy from such a business ask first, and no line answers, with what is said instead."""
    still = told(site)
    if not still:
        return None
    clauses: list[str] = []
    shown: list[Quote] = []
    for place, reply in enumerate(still):
        # what stands instead is told of the first alone: of the others it is quoted beneath
        clauses.append(reply.question.asks + reply.instead * (place == 0))
        shown += reply.places
    said = f"{'; '.join(clauses[:-1])}; or {clauses[-1]}" if len(clauses) > 1 else clauses[0]
    priced = [reply.place for reply in replies(site) if reply.question.price and reply.place]
    gravest = still[0].grave
    return finding(
        "self-service",
        "trade",
        Tier.PROOF,
        f"No line on the {site.read} read says {said}",
        list(dict.fromkeys(shown))[:SHOWN] or priced or _offered(site)[:1] or doors(site),
        why=f"{kind.buyer[:1].upper()}{kind.buyer[1:]} asks {'these' if len(clauses) > 1 else 'this'} before the first message; whoever finds no answer goes to somebody else."
        + " What a site asks itself and does not answer is read as a no." * still[0].dodged,
        fix=f"Answer {'each' if len(clauses) > 1 else 'it'} in one line, where people are asked to book, join, call or write.",
        proposal=" ".join(reply.question.write for reply in still),
        weight=0.6 + 0.28 * gravest if gravest >= DECIDES else FAR,
        lead=gravest >= DECIDES,
        key="trade",
    )


_LARGE = {
    HOW_MANY: "[Room] seats [number] at tables and holds [number] standing.",
    HOW_MUCH: "[A day, or a head] costs from [price].",
    WITH_WHAT: "In it: [rooms, tables, food, staff]; not in it: [what], about [how much].",
}
"""What is left open of the largest orders, and the line to write."""


def _large(site: Site) -> Finding | None:
    """The largest orders that a house takes beside its business, with what they leave open."""
    side = sideline(site)
    if side is None:
        return None
    *others, last = side.lacks
    lacks = f"{', '.join(others)} or {last}" if others else last
    return finding(
        "self-service",
        "sideline",
        Tier.PROOF,
        f"Of its largest orders (“{'”, “'.join(side.words[:IN_TITLE])}”) nothing on the {site.read} read says {lacks}",
        [quote(copy) for copy in side.lines][:SHOWN],
        why="These are the largest bills that such a house writes; whoever plans one for many writes to three houses, and first to the one that says this.",
        fix=f"Say {listed(side.lacks)} where it is offered, with one such day that was held there as an example, and whom to ask for.",
        proposal=" ".join(_LARGE[what] for what in side.lacks),
        weight=0.8 if others else 0.5,
        lead=bool(others),
        key="sideline",
    )


def _hard(kind: Business, own: Sequence[Reply]) -> list[Finding]:
    """Credit: what few sites of the kind answer stands there."""
    found = [(reply, reply.place) for reply in own if reply.question.rare and reply.state == FOUND and reply.place]
    if not found:
        return []
    return [
        finding(
            "self-service",
            "trade-answered",
            Tier.PROOF,
            f"It says what {kind.buyer} rarely finds told: {'; '.join(reply.question.asks for reply, _ in found)}",
            [place for _, place in found][:SHOWN],
            why="Few sites of the kind say it, and whoever reads it here has one reason less to look on.",
            fix="Keep it where it stands, and up to date.",
            weight=0.5 + 0.25 * max(reply.question.grave for reply, _ in found),
            key="trade-answered",
        )
    ]


def _priced(site: Site) -> Finding | None:
    """Prices are praised, and none is given."""
    words = lexicon.load("answers")
    said = [
        copy
        for page, copy in site.lines_with(entries("answers", "priced"), home_first=True)
        if for_readers(page, copy)
        and copy.sure
        and copy.counted
        and copy.unit.region.is_copy
        and copy.label in (Label.FEATURE, Label.COMPANY, Label.OUTCOME)
        and copy.unit.id not in quoted(site, page)
        and not copy.text.endswith("?")
        and words.has(copy.text[:LONG], "priced")
        and not _THEIRS.search(copy.text)
        and (_SPEAKS.search(copy.text) or not _CHEAP.search(copy.text))
        and not _CARRIAGE.search(f"{copy.unit.before} {copy.text}"[:LONG])
        and not re.match(
            rf"(?:{site.name_pattern.pattern}) (?:has|have|had|did|was|were|gave|helped|not only)\b", copy.text, re.I
        )
    ]
    if not said:
        return None
    praise = words.words(said[0].text[:LONG], "priced")
    return finding(
        "self-service",
        "praised-price",
        Tier.PROOF,
        f"It praises its prices (“{praise}”), and no price, range or example was found on the {site.read} read",
        list(dict.fromkeys(map(quote, said)))[:3],
        why="A reader cannot tell what “competitive” is without a figure, and every rival says it.",
        fix="Give one example with its price, or the range in which most prices lie and what moves them.",
        proposal=f"{praise}: [a usual {dealings(site).usual}] costs [from … to …].",
        weight=0.55,
        lead=False,
        key="praised-price",
    )


def _no_price(site: Site, price: Reply) -> Finding | None:
    """No price at all, where the buyer pays himself and the site is more than a card."""
    words = lexicon.load("answers")
    insured = site.lines_with(entries("answers", "insured"))
    if any(for_readers(page, copy) and words.has(copy.text[:LONG], "insured") for page, copy in insured):
        return None
    if site.home is None or any(words.has(copy.text[:LONG], "gratis") for copy in site.home.copy):
        return None  # what is given away needs no price
    if any(
        words.has(text[:LONG], "made-to-order")
        for text in (site.name, site.home.page.title, site.home.page.description)
    ):
        return None  # what is made to somebody's drawing is priced by the drawing
    titles = (page.page.title for page in site.pages if page.kind is not PageKind.BLOG)
    headed = (copy.text for copy in site.home.copy if copy.unit.role is Role.HEADING)
    if any(words.has(text[:LONG], "to-drawing") for text in (*titles, *site.navigation, *headed)):
        return None
    shown = _offered(site)
    if not shown:
        return None  # nothing is offered on a page of its own: what it would cost is not asked yet
    return finding(
        "self-service",
        "no-price",
        Tier.PROOF,
        f"No price, range or example with its price was found on the {site.read} read{price.instead}",
        price.places or shown,
        why="What it costs is the first thing a buyer asks, and who finds no answer asks a rival who gives one.",
        fix="Give the range in which most prices lie, or one example with its price, and what moves it.",
        proposal=f"[A usual {dealings(site).usual}] costs [from … to …]; [what] makes it more, [what] less.",
        weight=0.42,
        lead=False,
        key="no-price",
    )


def _offered(site: Site) -> list[Quote]:
    """What is offered, by the first headings of its own pages: that is where an answer is looked for, not on a button."""
    pages = site.of_kind(*sorted(SELLING_KINDS - {PageKind.HOME}))
    heads = [copy for page in pages for copy in page.copy if copy.unit.level and copy.unit.region.is_copy]
    return [quote(copy) for copy in heads if word_count(copy.text) > 1][:2]


def _pending(site: Site) -> Finding | None:
    """Lines that announce what a visitor came for instead of giving it."""
    words = lexicon.load("answers")
    lines = [
        copy
        for page, copy in site.lines_with(entries("answers", "pending"), home_first=True)
        if copy.counted and page.kind is not PageKind.POLICY and for_readers(page, copy)
        if words.has(copy.text[:LONG], "pending")
    ]
    shown = list({copy.text.casefold(): copy for copy in reversed(lines)}.values())[::-1]
    if len(shown) < PENDING:
        return None
    return finding(
        "self-service",
        "pending",
        Tier.PROOF,
        f"{len(shown)} lines announce what is still to come, where a visitor looks for it now",
        [quote(copy) for copy in shown[:4]],
        why="Whoever comes for it finds it is not there yet, and has no day on which to come back.",
        fix="Give what is known today, with a date for the rest; take down what has no date.",
        proposal="[What is there now]; [what follows] on [date].",
        weight=0.6,
        lead=False,
        key="pending",
    )


def _gifts(site: Site, still_open: list[str]) -> Finding | None:
    """It asks for gifts and does not say what becomes of them."""
    words = lexicon.load("answers")
    asks = [
        copy
        for page, copy in site.lines_with(entries("answers", "asks"), home_first=True)
        if for_readers(page, copy) and words.has(copy.text[:LONG], "asks") and page.kind is not PageKind.POLICY
    ]
    missing = [question for question in ("accounts", "worth") if question in still_open]
    if not asks or not missing or any(map(_given_elsewhere, _gift_links(site, words))):
        return None
    asks.sort(key=lambda copy: copy.unit.role in (Role.BUTTON, Role.LINK))
    parts = {"accounts": "where the money goes (no report, no accounts)", "worth": "what one gift does"}
    fixes = {"accounts": "show where last year's money went", "worth": "say what one gift of a given size does"}
    fix = " and ".join(fixes[entry] for entry in missing)
    return finding(
        "self-service",
        "gifts",
        Tier.PROOF,
        f"It asks for gifts, and nothing on the {site.read} read says {' or '.join(parts[entry] for entry in missing)}",
        list(dict.fromkeys(map(quote, asks)))[:3],
        why="Whoever gives wants to know what the gift does, and whoever gives much asks for the accounts.",
        fix=f"{fix[:1].upper()}{fix[1:]}, beside the button that asks for it.",
        proposal="[Amount] pays for [what, for whom]."
        if "worth" in missing
        else "[Share] of every gift went to [what] in [year]; the accounts: [link].",
        weight=0.6 if len(missing) > 1 else 0.42,
        lead=False,
        key="gifts",
    )


def _gift_links(site: Site, words: Lexicon) -> Iterator[Link]:
    """The links that ask for a gift and leave the site."""
    for page in site.pages:
        yield from (link for link in page.page.links if not link.internal and words.has(link.text[:LONG], "asks"))


def _given_elsewhere(link: Link) -> bool:
    """Whether a gift goes to another body, whose accounts stand with it, and not through a service that collects for anybody."""
    return not _COLLECTS.search(link.url)


_COLLECTS = re.compile(
    r"paypal|justgiving|donorbox|gofundme|stripe|cafonline|cafdonate|enthuse|givebutter|zeffy|gocardless|totalgiving|peoplesfundraising|easyfundraising"
    r"|localgiving|globalgiving|wonderful\.org|sumup|square|tithe\.?ly|pushpay|givelify|donately|networkforgood|every\.org|classy\.org|stewardship|give\.net"
    r"|qgiv|venmo|cash\.app|patreon|ko-fi|buymeacoffee|betterplace|mailto:|tel:",
    re.I,
)
"""Addresses of what collects gifts for anybody who asks."""


def _reached(site: Site, still_open: list[str]) -> Finding | None:
    """No line says how many were helped, or what was given out."""
    if "reached" not in still_open or not (shown := doors(site)):
        return None
    return finding(
        "self-service",
        "reached",
        Tier.PROOF,
        f"No line on the {site.read} read says with a figure whom its work has reached or what it has given",
        shown,
        why="What it sets out to do stands there; what it has done, a giver, a partner or a newspaper cannot repeat.",
        fix="Say on the home page how many, of whom, in which year, and what they have now.",
        proposal="In [year], [how many] [of whom] [got what].",
        weight=0.55,
        lead=False,
        key="reached",
    )


def _first_visit(site: Site, still_open: list[str]) -> Finding | None:
    """Nothing tells somebody who has never been there what to expect."""
    if "firstvisit" not in still_open or not (shown := doors(site)):
        return None
    return finding(
        "self-service",
        "first-visit",
        Tier.PROOF,
        f"Nothing on the {site.read} read tells somebody who has never been there what a first visit is like",
        shown,
        why="Those who belong know it; whoever thinks of coming for the first time fears to do something wrong.",
        fix="Say in five lines what happens, how long it lasts, what to wear, what there is for children, where to park.",
        proposal="We begin at [time] and finish at [time]. Come in by [which door]; [what happens]; afterwards [what].",
        weight=0.5,
        lead=False,
        key="first-visit",
    )


def _priced_offers(site: Site) -> list[Finding]:
    """Credit: a price stands on the pages of the offers themselves."""
    offers = [page for page in site.of_kind(PageKind.PRODUCT, PageKind.SERVICE) if not page.twin_of]
    cost = {
        page.url: copy
        for page, copy in reversed([*site.lines_with(entries("answers", "cost"))])
        if copy.unit.region.is_copy and names_a_price(site, page, copy)
    }
    priced = [cost.get(page.url) for page in offers]
    shown = [quote(copy) for copy in priced if copy is not None]
    if len(shown) < max(MIN_PRICED, PRICED * len(offers)):
        return []
    return [
        finding(
            "self-service",
            "priced-offers",
            Tier.PROOF,
            f"It gives a price on {len(shown)} of its {len(offers)} pages of products and services",
            shown[:3],
            why="What it costs is the first thing a buyer asks, and here nobody has to.",
            fix="Keep the prices on the pages of the offers, and up to date.",
            key="priced-offers",
        )
    ]
