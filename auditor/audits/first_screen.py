"""What is the first thing a visitor reads: the customer, the product, or the company?

Why it matters
--------------
More than half of the time that people spend looking at a page goes to what they see without scrolling. Whoever came
with a trouble or a goal looks there for words of their own. A headline that any firm could use, or a row of the firm's
own figures, spends that time on nothing.

How it is measured
------------------
On the home page: the subject of the title, the meta description, the headline (H1), the line under it, the first
button and the first picture (by its alternative text or file name). A headline "could be anyone's" where nothing is left of it without the name,
stock words and words for customers: no number, no trade, no mechanism; a heading that only names a section is none. A first screen that shows the name and no more, or a home page
of up to {THIN} different words, is told with the sentence that says what the company is; one of fewer than {MIN_WORDS} words before others of {MIN_TOLD} too. A notice, the
builder's sample text, a year, a question whether the trade is wanted, or the name may stand in for a headline. It promises a feeling where, but for that and its name, it has at most one word that is not the trade's. It praises or ranks the company where it does so in words of its trade and neither the line under it nor the first {NEAR} words turn to the customer.
Of these faults one is told at most, with what no line of the first screen says (what is done, in no word of the menu or of a page's title; for whom; where, while a line
further on tells it), and with the lines elsewhere that a customer can count on or check, where there are some (as the audit promote finds them).
That a home page of {LONG_ENOUGH} words or more is about nobody else is told of companies alone, and only where no line may be about a customer by
any reading and the word "you" stands nowhere on it. The company's own score is named where
{SCOREBOARD} or more of its own counts (years, clients, stars) stand on the first screens and no customer's result
with a figure does. Pictures are counted by what their words tell of: a customer, a result, people, the product; that is
a fact shown with each page, and moves no figure. On all pages: descriptions that are missing, or the same, and one title on all of them, which moves no figure. Score: {DISTANCE_WEIGHT} for the words
before the first line about a customer (a promise that is anybody's, of a feeling and hardly more or of nothing at all, is no such line; full marks up to {NEAR} words, none from {FAR}, even steps by ratio between; half of it for the first line that
is likely about a customer, half for the first that surely is), {HEADLINE_WEIGHT} for the
headline and its sub-line, {DESCRIPTION_WEIGHT} for descriptions.

How to fix it
-------------
Say first what is different for a customer afterwards, in the words of the best line you already have further down;
let the figures about yourself follow as proof. Give each page a description of what its visitor gets.

Limit
-----
Six to twelve lines: counts, never a percentage. A short line for the customer ("No waiting lists") may be read as one about the offer, so the
words before the first of them enter the score and are told nowhere. Where a page's first screen is guessed from the order of its markup,
a picture or a slide that a script puts first is not seen.

Fails
-----
/ Acme
[first heading 1] company: Quality you can trust
[first sentence] company: Acme has served the region for over 40 years, with 1,200 clients and 35 employees.
[first button] other: Learn more
[second sentence] feature: Our pumps come in stainless steel and cast iron, for flat and sloping yards, with a tank.
[second sentence] feature: Every pump is assembled, run in and tested by one fitter, who signs the plate on its side.
[main sentence] feature: We keep seals, shafts, bearings and impellers in stock for every pump that we ever built.
[main sentence] company: Three generations of the family have worked at the bench, and the fourth is learning it.
[main sentence] company: Our workshop stands where it always stood, between the church and the old station.
[main sentence] outcome: Hilltop Dairy milks 40 minutes less a day.

Passes
------
/ Acme
description: Pumps that keep a dairy milking.
[first heading 1] outcome: Keep milking when a pump fails at four in the morning
[first sentence] feature: Acme rents and repairs hygienic pumps.
[second sentence] company: Family-owned since 1921.
[main sentence] feature: Stainless steel and cast iron.

Sources
-------
57 % of viewing time above the fold: Fessenden, "Scrolling and Attention", Nielsen Norman Group 2018. The other
thresholds are judgements, made on the tuning sites and public above.
"""

from __future__ import annotations

import re
from collections import Counter

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.headlines import fault, unsaid
from auditor.model import Copy, Dimension, Finding, Quote, Region, Role, Rollup, Tier
from auditor.opening import FAR as FAR
from auditor.opening import (
    FEELING,
    MIN_PAGES,
    NEAR,
    Opening,
    nearness,
    read_opening,
    says_of,
    subject_of,
    subjects,
    undescribed,
)
from auditor.opening import THIN as THIN
from auditor.organisation import organisation, receives
from auditor.pictures import count, shows
from auditor.reasons import buried_reasons, cut, elsewhere
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import called, strongest
from auditor.text import listed, word_count

LONG_ENOUGH = 100
"""Words of a home page from which it is told that none of them is "you": more than a first screen holds."""

EARLY = 100
"""Words within which a line that is surely about a customer keeps the page from being called silent of him."""

SHOWN = 0.1
"""What the weight of a finding about the headline gains where lines that say more can be shown."""

SCOREBOARD = 3
"""The company's own counts on the first screens from which they are a score board."""

TELLING = 10
"""A smaller count ("8 provinces") is a fact about the offer."""

SAME = 0.5
"""Share of pages with one description, or with none, from which it is worth saying."""

OWN = 3
"""Own words (no stock words) without which an opening line about the customer earns no praise."""

MIN_WORDS = 20
"""Fewer words of copy on the home page than this: not enough to judge."""

MIN_TOLD = 200
"""Words on the other pages from which a home page of fewer than MIN_WORDS leaves out what the site could say. A judgement."""

DISTANCE_WEIGHT = 0.5
HEADLINE_WEIGHT = 0.3
DESCRIPTION_WEIGHT = 0.2


@audit(
    passes="Its first screen speaks of the customer",
    fails="Its first screen does not speak of the customer",
    version=26,
    dimension=Dimension.FIRST_SCREEN,
    weight=1.0,
)
def first_screen(site: Site) -> Verdict:
    """Read the opening of the home page, and the descriptions of all pages."""
    if site.home is None:
        return Verdict.not_enough("The home page was not among the pages read.")
    opening = read_opening(site.home)
    headline = _headline(site, opening)
    if opening.words < MIN_WORDS and headline is not None and headline.kind == "silent":
        return Verdict(_summary(opening), None, [headline], [], _numbers(site, opening))
    if opening.words < MIN_WORDS and (bare := _bare_home(site, opening)) is not None:
        return Verdict(_summary(opening), None, [bare], [], _numbers(site, opening))
    if opening.words < MIN_WORDS:
        return Verdict.not_enough(f"The home page has only {opening.words} words of copy.", words=opening.words)
    says_nothing = headline is not None and headline.kind in ("silent", "stands-in")
    made = (
        headline,
        None if says_nothing else _unaddressed(site, opening),
        _scoreboard(site, opening),
        _descriptions(site),
    )
    findings = [entry for entry in made if entry is not None]
    score = (
        DISTANCE_WEIGHT * (nearness(opening.ahead) + nearness(opening.surely)) / 2
        + HEADLINE_WEIGHT * says_of(site, opening)
        + DESCRIPTION_WEIGHT * (1 - undescribed(site)[0])
    )
    title = _title(opening, findings)
    return Verdict(_summary(opening), score, findings, _keep(opening), _numbers(site, opening), title=title)


def _bare_home(site: Site, opening: Opening) -> Finding | None:
    """A home page of a few words before pages that tell more."""
    others = [page for page in site.pages if page is not site.home and not page.twin_of]
    told = sum(word_count(copy.text) for page in others for copy in page.copy if copy.counted)
    if len(others) < MIN_PAGES - 1 or told < MIN_TOLD or site.home is None:
        return None
    shown = [copy for copy in site.home.copy if copy.unit.region.is_copy and copy.unit.role is not Role.BUTTON][:2]
    return finding(
        "first-screen",
        "bare-home",
        Tier.FIRST_SCREEN,
        f"The home page has {opening.words} word{'s' * (opening.words != 1)} of copy: it does not say what is offered, to whom or where",
        [quote(copy) for copy in shown],
        why="Most visitors arrive there, and whoever does not know the name learns nothing; search engines read words alone.",
        fix=f"Say in three lines what it is, for whom and where,{' from what price,' * organisation(site).sells} and what to do next; the other pages tell it already.",
        weight=0.85,
        key="bare-home",
    )


def _title(opening: Opening, findings: list[Finding]) -> str:
    """What stands over it where "speaks of the customer" and "does not" would both say more than was found."""
    early = opening.surely is not None and opening.surely <= EARLY
    maybe = opening.may_open
    if any(entry.kind not in _DESCRIPTIONS for entry in findings):
        return "Its first screen could speak more clearly of the customer" if maybe else ""
    if not early:
        return "Whether its first screen speaks of the customer is too close to call" if maybe else _OPEN
    return "Its first screen speaks of the customer, and its titles or descriptions say little" if findings else ""


_DESCRIPTIONS = frozenset({"same-description", "no-description", "same-title"})
_OPEN = "How its home page opens"


def _headline(site: Site, opening: Opening) -> Finding | None:
    """What is wrong with the first thing a visitor reads, with the lines that say more and stand elsewhere."""
    if (found := fault(site)) is None:
        return None
    asked = list(found.first.values())
    reasons = [reason for reason in buried_reasons(site) if reason.copy not in asked]
    if not reasons and len(asked) < found.least:
        return None
    silent = found.kind == "silent"
    title = f"{found.says}: “{found.words}”" if found.words else found.says
    if reasons and found.words:
        title = f"{found.says} (“{cut(found.words)}”)"
    if asked and (silent or not reasons):
        where = _place(site, asked[0]) if silent else "further on"
        title += f"; {listed(list(found.first))} stand{'s' * (len(asked) == 1)} {where}"
    if reasons:
        title += f", and what can be counted on stands elsewhere: {elsewhere(site, reasons)}"
    # beside the lines that are to take its place the headline stands alone
    shown = (found.lines[0], *(reason.copy for reason in reasons)) if reasons else (*found.lines, *asked)
    missing = [] if silent else unsaid(site, opening)
    why = f"Nothing on the first screen says {' or '.join(missing)}. " if missing else ""
    return finding(
        "first-screen",
        found.kind,
        Tier.FIRST_SCREEN,
        title,
        [quote(copy) for copy in dict.fromkeys(shown)],
        why=why + found.why,
        fix=found.fix.rstrip(".") + (_UNDER if reasons else "."),
        proposal=found.proposal,
        weight=min(1.0, found.weight + (SHOWN if reasons else 0.0)),
        lead=found.leads or bool(reasons),
        key=found.key,
    )


_UNDER = ", and put the best of these lines under it, with a link to where it is told in full."


def _place(site: Site, copy: Copy) -> str:
    page = next(page for page in site.pages if page.url == copy.unit.page)
    return "further down" if page is site.home else f"on {called(site, page)}"


def _unaddressed(site: Site, opening: Opening) -> Finding | None:
    """A company's home page on which no line may be about a customer, by any reading, and none says "you"."""
    if opening.customer is not None or opening.hint is not None or opening.words < LONG_ENOUGH:
        return None
    copies = [copy for copy in opening.page.copy if copy.unit.region.is_copy]
    if any(_YOU.search(copy.text) for copy in copies) or not organisation(site).sells or receives(site):
        return None
    talk = [copy for copy in opening.lines if copy.sure and copy.label.rollup in (Rollup.PRODUCT, Rollup.COMPANY)]
    shown = [copy for copy in talk if word_count(copy.text) > 2][:2]
    if not shown:
        return None
    return finding(
        "first-screen",
        "unaddressed",
        Tier.FIRST_SCREEN,
        "The home page never says “you”, and no line of it is clearly about a customer's result or problem",
        [quote(copy) for copy in shown],
        why="Visitors look for their own trouble or goal first; here they find: " + subjects(opening) + ".",
        fix="Open with what is different for a customer afterwards; let the product and the company follow.",
        weight=0.7,
        key=opening.page.url,
    )


_YOU = re.compile(r"\by(?:ou|our|ours|ourself)\b", re.I)


def _scoreboard(site: Site, opening: Opening) -> Finding | None:
    facts = lexicon.load("specifics")
    top = (Region.FIRST, Region.SECOND)
    if any(line.at_home and line.copy.unit.region in top for line in strongest(site)):
        return None
    counts: dict[str, tuple[str, Copy]] = {}
    for copy in opening.page.copy:
        if copy.unit.region in top and copy.unit.role not in (Role.BUTTON, Role.LINK):
            for match in facts.find(copy.text, "vendor"):
                said = copy.text[match.start : match.end].strip(" ,")
                number = re.search(r"\d[\d,.]*", said)
                if number and float(number[0].strip(".,").replace(",", "")) >= TELLING and "24" not in number[0]:
                    counts.setdefault(number[0].strip(".,"), (said, copy))
    if len(counts) < SCOREBOARD:
        return None
    shown = [said for said, _ in counts.values()][:4]
    return finding(
        "first-screen",
        "scoreboard",
        Tier.FIRST_SCREEN,
        f"The first screens count the company ({', '.join(f'“{said}”' for said in shown)}) and show no customer's result",
        [quote(copy) for copy in dict.fromkeys(copy for _, copy in [*counts.values()][:4])],
        why="A count of years, clients or stars tells how big you are, not what a customer gets.",
        fix="Put one customer's result with its figure where the counts stand, and the counts below it as proof.",
        proposal="[Customer’s name]: [what changed, with a figure].",
        weight=0.55,
        key="\n".join(shown),
    )


def _descriptions(site: Site) -> Finding | None:
    """What search engines show of the pages: descriptions that are missing or the same, one title on all of them."""
    pages = [page for page in site.pages if page.page.index]
    _, text, most = undescribed(site)
    missing = [page for page in pages if not page.page.description.strip()]
    titles = {page.page.title.strip() for page in pages}
    shared = titles.pop() if len(titles) == 1 and len(pages) >= MIN_PAGES else ""
    shared = "" if lexicon.load("leftovers").has(shared, "untitled") else shared  # that is told as what it is
    head = f"The same title stands on all {len(pages)} pages read"
    quotes = [Quote(shared, pages[0].url, "title")] if shared else []
    fix = "Write one sentence for each page that says what its visitor gets there"
    why = "Search engines show a page by its title and description: the first thing that anybody who searches reads of you."
    kind, tier, weight, key = "same-title", Tier.FIRST_SCREEN, 0.4, shared
    if most >= max(MIN_PAGES, SAME * len(pages)):
        url = next(page.url for page in pages if page.page.description.strip() == text)
        every = "every one" if most == len(pages) else f"{most}"
        title = f"The same description stands behind {every} of the {len(pages)} pages read, whatever they are about"
        title = f"{head}, and the same description behind {every} of them" if shared else title
        kind, quotes, key = "same-description", [*quotes, Quote(text, url, "meta description")], text
    elif shared:
        title = f"{head}, whatever they are about" + ", and none has a description" * (len(missing) == len(pages))
    elif len(missing) >= max(MIN_PAGES, SAME * len(pages)):
        some = f"{len(missing)} of the" if len(missing) < len(pages) else "All"
        title = f"{some} {len(pages)} pages read have no description for search results"
        quotes = [Quote(page.page.title, page.url, "title") for page in missing[:3] if page.page.title]
        kind, tier, weight, key = "no-description", Tier.REST, 0.2, "missing"
    else:
        return None
    fix += ", and give it a title of its own." if shared else "."
    lead = kind != "no-description"
    return finding("first-screen", kind, tier, title, quotes, why=why, fix=fix, weight=weight, lead=lead, key=key)


def _summary(opening: Opening) -> str:
    if opening.ahead == 0 and opening.customer is not None and opening.customer.sure:
        return "The home page opens with a line about a customer's result or problem."
    under = f"; under it stands “{cut(opening.under.text)}”" if opening.under else ""
    if opening.heading:
        return f"The headline is “{cut(opening.heading)}”{under}."
    first = next((copy for copy in opening.lines if word_count(copy.text) > 1), None)
    return (
        f"The home page begins with “{cut(first.text)}”, and has no headline."
        if first
        else "The home page has no headline."
    )


def _keep(opening: Opening) -> list[Finding]:
    if opening.customer is None or opening.ahead is None or opening.ahead > NEAR or not opening.customer.sure:
        return []
    if FEELING.search(opening.customer.text) or len(own_words(opening.customer.text)) < OWN:
        return []  # "File with confidence." begins with the customer and tells him nothing
    title = "The home page begins with the customer"
    return [
        finding(
            "first-screen",
            "customer-first",
            Tier.FIRST_SCREEN,
            title,
            [quote(opening.customer)],
            why="Visitors find their own trouble or goal at once.",
            fix="Keep it there.",
        )
    ]


def _numbers(site: Site, opening: Opening) -> dict[str, object]:
    picture = opening.picture
    texts = {copy.text.casefold(): copy for copy in opening.page.copy}
    title, description = opening.page.page.title, opening.page.page.description
    bare = site.name_pattern.sub("", title)
    bare_name = bool(title) and not own_words(bare)
    missing, _, same = undescribed(site)
    counts = Counter(subject_of(copy) for copy in opening.lines)
    return {
        "words_to_customer": opening.ahead,
        "may_open": opening.may_open,
        "customer_line": opening.customer.text if opening.customer and opening.customer.sure else None,
        "sure_line": opening.sure.text if opening.sure else None,
        "words_to_sure": opening.before(opening.sure) if opening.sure else None,
        "customer_sure": bool(opening.customer and opening.customer.sure),
        "home_words": opening.words,
        "title": {"text": title, "about": "name only" if bare_name else subject_of(texts.get(title.casefold()))},
        "description": {"text": description, "about": subject_of(texts.get(description.casefold()))},
        "headline": {"text": opening.headline.text if opening.headline else "", "about": subject_of(opening.headline)},
        "opens_with": opening.heading,
        "words_before_headline": opening.before(opening.headline) if opening.headline else None,
        "under": {"text": opening.under.text if opening.under else "", "about": subject_of(opening.under)},
        "button": opening.button.text if opening.button else "",
        "picture": {
            "alt": (picture.alt or "") if picture else "",
            "shows": shows(picture, opening.page) if picture else "",
        },
        "pictures": {
            "first screens": count(opening.page, Region.FIRST, Region.SECOND),
            "pages": {page.url: told for page in site.pages if not page.twin_of and (told := count(page))},
        },
        "first_screen_lines": dict(sorted(counts.items())),
        "same_description_pages": same,
        "undescribed_share": round(missing, 4),
    }
