"""What is the first thing a visitor reads: the customer, the product, or the company?

Why it matters
--------------
More than half of the time that people spend looking at a page goes to what they see without scrolling. Whoever came
with a trouble or a goal looks there for words of their own. A headline that any firm could use, or a row of the firm's
own figures, spends that time on nothing.

How it is measured
------------------
On the home page: the subject of the title, the meta description, the headline (H1), the line under it, the first
button and the first picture (by its alternative text or file name); and the words a visitor reads before the first
line about a specific result or a problem of a customer. A finding needs more than {LATE} words, and that no line the
classifier was unsure of stands earlier. A headline "could be anyone's" where nothing is left of it without the name,
stock words and words for customers: no number, no trade, no mechanism; a heading that only names a section is none. It
names the trade where all of its own words stand on a share of {TRADE} or more of the pages, a place aside, and it tells nothing: any
rival could put its name over it. A first screen that shows the name and no more, or a home page
of up to {THIN} different words, is told with the sentence that says what the company is, wherever it stands. Where a notice, the
builder's sample text, a year, a question whether the trade is wanted, or the name stands in for a headline, it is told with what a
visitor asks first and the site answers only further on: what it is and does, where it works, and the best of its reasons (those of the audit promote). It promises a feeling where, but for that and its name, it has at most one word that is not the trade's. It praises or ranks the company where it does so in words of its trade and neither the line under it nor the first {NEAR} words turn to the customer. The company's own score is named where
{SCOREBOARD} or more of its own counts (years, clients, stars) stand on the first screens and no customer's result
with a figure does. Pictures are counted by what their words tell of: a customer, a result, people, the product; that is
a fact shown with each page, and moves no figure. On all pages: descriptions that are missing, or the same, and one title on all of them, which moves no figure. Score: {DISTANCE_WEIGHT} for the
distance (a promise that is anybody's, of a feeling and hardly more or of nothing at all, is no such line; full marks up to {NEAR} words, none from {FAR}, even steps by ratio between; half of it for the first line that
is likely about a customer, half for the first that surely is), {HEADLINE_WEIGHT} for the
headline and its sub-line, {DESCRIPTION_WEIGHT} for descriptions.

How to fix it
-------------
Say first what is different for a customer afterwards, in the words of the best line you already have further down;
let the figures about yourself follow as proof. Give each page a description of what its visitor gets.

Limit
-----
Six to twelve lines: counts, never a percentage. Where a page's first screen is guessed from the order of its markup,
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
from auditor.model import Copy, Dimension, Finding, Label, Quote, Region, Role, Rollup, Tier
from auditor.opening import FAR as FAR
from auditor.opening import (
    FEELING,
    HINT,
    LIKELY,
    MIN_PAGES,
    NEAR,
    WELCOME,
    Opening,
    is_of_customer,
    is_stock,
    nearness,
    of_the_trade,
    only_name,
    other_slogan,
    own_in,
    read_opening,
    says_of,
    silence,
    stand_in,
    subject_of,
    subjects,
    told,
    undescribed,
)
from auditor.opening import THIN as THIN
from auditor.opening import TRADE as TRADE
from auditor.organisation import organisation
from auditor.pictures import count, shows
from auditor.reasons import buried_reasons, told_further_on
from auditor.site import Site
from auditor.statement import own_words
from auditor.strength import called, strongest
from auditor.text import listed, word_count

LATE = 100
"""Words before the first line about a customer from which a finding is made: more than a first screen holds."""

SLOGAN = 12
"""A line under a bare name is read as the headline up to this many words."""

SENTENCE = 5
"""Words from which the first line of a page without a headline is read in its place."""

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

DISTANCE_WEIGHT = 0.5
HEADLINE_WEIGHT = 0.3
DESCRIPTION_WEIGHT = 0.2


_TOLD = re.compile(r"\d|\b(?:i|we|you|they|no|not|never|nobody|will|when|if|so)\b", re.I)
"""What makes a headline a sentence that tells something: a figure, somebody who acts, a case, a denial."""

_HEADLINE = frozenset({"stands-in", "anyone", "of-itself", "trade", "feeling"})  # one headline is told once
_RANK = re.compile(
    r"\b(?:best|premier|leading|leader|world[- ]class|most (?!of\b)\w+|number one|no\. ?1|(?:most )?trusted|ultimate|finest|preferred|"
    r"top[- ]rated|foremost|unmatched|unrivall?ed)\b|#\s?1\b",
    re.I,
)
"""Words that rank the company above others. "Best for" and the like are read as rank too: the reader is not told why."""


@audit(
    passes="Its first screen speaks of the customer",
    fails="Its first screen does not speak of the customer",
    version=18,
    dimension=Dimension.FIRST_SCREEN,
    weight=1.0,
)
def first_screen(site: Site) -> Verdict:
    """Read the opening of the home page, and the descriptions of all pages."""
    if site.home is None:
        return Verdict.not_enough("The home page was not among the pages read.")
    opening = read_opening(site.home)
    silent = _silent(site, opening)
    if opening.words < MIN_WORDS and silent is not None:
        return Verdict(_summary(opening), None, [silent], [], _numbers(site, opening))
    if opening.words < MIN_WORDS:
        return Verdict.not_enough(f"The home page has only {opening.words} words of copy.", words=opening.words)
    findings: list[Finding] = [] if silent is None else [silent]
    makes = (_late, _of_itself, _scoreboard) if silent else (_stands_in, _late, _anyone, _of_itself, _scoreboard)
    for make in makes:
        entry = make(site, opening)
        again = entry and entry.kind in _HEADLINE and any(other.kind in _HEADLINE for other in findings)
        if entry and not again:
            findings.append(entry)
    findings += [entry] if (entry := _descriptions(site)) else []
    score = (
        DISTANCE_WEIGHT * (nearness(opening.ahead) + nearness(opening.surely)) / 2
        + HEADLINE_WEIGHT * says_of(site, opening)
        + DESCRIPTION_WEIGHT * (1 - undescribed(site)[0])
    )
    title = _title(opening, findings)
    return Verdict(_summary(opening), score, findings, _keep(opening), _numbers(site, opening), title=title)


def _title(opening: Opening, findings: list[Finding]) -> str:
    """What stands over it where "speaks of the customer" and "does not" would both say more than was found."""
    early = opening.surely is not None and opening.surely <= LATE
    maybe = opening.may_open
    if any(entry.kind not in _DESCRIPTIONS for entry in findings):
        return "Its first screen could speak more clearly of the customer" if maybe else ""
    if not early:
        return "Whether its first screen speaks of the customer is too close to call" if maybe else _OPEN
    return "Its first screen speaks of the customer, and its titles or descriptions say little" if findings else ""


_DESCRIPTIONS = frozenset({"same-description", "no-description", "same-title"})
_OPEN = "How its home page opens"


def _silent(site: Site, opening: Opening) -> Finding | None:
    """A first screen, or a whole home page, that says neither what this is nor for whom, while a sentence elsewhere does."""
    if (found := silence(site, opening)) is None:
        return None
    first, line, whole = found
    page = next(page for page in site.pages if page.url == line.unit.page)
    where = "further down" if page is site.home else f"on {called(site, page)}"
    return finding(
        "first-screen",
        "silent",
        Tier.FIRST_SCREEN,
        f"{f'The home page says “{first.text}”' if whole else 'The first screen shows the name'} and no more; the line that says what it is stands {where}",
        [quote(first), quote(line)],
        why="Whoever does not know the name cannot tell what is offered here, or to whom, and goes back to the list.",
        fix="Put the line that says it directly under the name, shortened, with whom it is for.",
        # what promote tells to be moved up is not proposed here as well
        proposal="" if any(reason.copy is line for reason in buried_reasons(site)) else line.text,
        weight=0.8,
        key=opening.page.url,
    )


_SHOWN = {
    "notice": "The first thing a visitor reads is a notice, “{}”",
    "sample": "The home page opens with its builder's sample text, “{}”",
    "year": "The headline is a year, “{}”",
    "question": "The headline asks what every rival could ask, “{}”",
    "name": "The headline is the name, “{}”",
}


def _stands_in(site: Site, opening: Opening) -> Finding | None:
    """A notice, a year, a name or a question where the headline should be, and what a buyer asks first told further on."""
    if (found := stand_in(site, opening)) is None:
        return None
    kind, line = found
    told = told_further_on(site, opening, what=kind != "question")
    if len(told) < (2 if kind in ("question", "name") else 1):
        return None
    return finding(
        "first-screen",
        "stands-in",
        Tier.FIRST_SCREEN,
        f"{_SHOWN[kind].format(line.text)}; {listed([phrase for phrase, _ in told])} stand{'s' * (len(told) == 1)} further on",
        [quote(line), *(quote(copy) for _, copy in told)],
        why="Whoever does not know you asks first what is done, for whom, where and why by you, and finds none of it here.",
        fix="Say in the headline what is done and for whom, and under it the best of these lines"
        + ("; let the notice follow, if it still holds." if kind == "notice" else "."),
        weight=0.75,
        key=line.text.casefold(),
    )


def _late(site: Site, opening: Opening) -> Finding | None:
    """No line about a customer, and no hint of one, for more than LATE words."""
    far = opening.words if opening.ahead is None else opening.ahead
    talk = [
        copy
        for copy in opening.lines
        if copy.sure and copy.label.rollup in (Rollup.PRODUCT, Rollup.COMPANY) and word_count(copy.text) > 2
    ]
    shown = list(dict.fromkeys(copy for copy in (opening.headline, *talk) if copy is not None))[:2]
    if min(far, opening.words if opening.hint is None else opening.hint) <= LATE or not shown:
        return None
    if opening.customer is not None and opening.headline is not None and opening.customer.text == opening.headline.text:
        return None  # said again below in other company: the headline is that line
    if opening.customer is not None and opening.customer.unit.region is Region.FIRST:
        return None  # beside the words counted, not under them: a page is not read in the order of its markup
    around = f"about {round(far, -1):,}"
    if opening.customer is None:
        title = f"The home page has {around} words, and no line in them is clearly about a customer's result or problem"
    else:
        title = f"A visitor reads {around} words on the home page before the first line about a customer"
        if lexicon.load("specifics").has(opening.customer.text, "third") and re.search(r"\d", opening.customer.text):
            title += ", and that one quotes a third party"
        shown.append(opening.customer)
    return finding(
        "first-screen",
        "late",
        Tier.FIRST_SCREEN,
        title,
        [quote(copy) for copy in shown],
        why="Visitors look for their own trouble or goal first; here they find: " + subjects(opening) + ".",
        fix="Open with what is different for a customer afterwards; let the product and the company follow.",
        # where one stands a little further on, the sentence over the report says how far
        weight=min(1.0, 0.6 + far / 2500) if opening.customer is None or far >= FAR else 0.38,
        lead=opening.customer is None or far >= FAR,
        key=opening.page.url,
    )


def _anyone(site: Site, opening: Opening) -> Finding | None:
    """A headline, or the line under one that is only a name, of which nothing is left without stock words."""
    if opening.headline is None:
        return None
    lines, under = opening.pieces, opening.under
    welcome = WELCOME.match(opening.heading) is not None
    if only_name(site, opening.heading) and under is not None:
        short = under.unit.role is Role.HEADING or word_count(under.text) <= SLOGAN
        if short and (is_stock(site, under.text) or not welcome) and told(under) < LIKELY:
            lines, under, welcome = (under,), None, False
        elif not welcome:
            return None
    text = " ".join(copy.text for copy in lines)
    named = only_name(site, text)
    below = under if welcome and named and under is not None and told(under) >= LIKELY else None
    if welcome and under is not None and below is None and not under.sure:
        return None
    if not named and not is_stock(site, text):
        line = other_slogan(site, opening)
        if line is None:
            return _feeling(site, opening) or _trade(site, opening)
        lines, text, under = (line,), line.text, None
    headline = "The headline" if opening.headline in lines else "A headline on the first screen"
    fix = "Let the line under it be the headline." if below else "Replace it with a line that only you can say."
    return finding(
        "first-screen",
        "anyone",
        Tier.FIRST_SCREEN,
        f"The headline bids welcome, and what customers gain stands under it: “{text}”"
        if below
        else f"The headline bids welcome and says nothing: “{text}”"
        if named and welcome
        else "The headline is the company's name and nothing else"
        if named
        else f"{headline} could stand on any company's website: “{text}”",
        [quote(copy) for copy in (*lines, *([under] if under is not None else []))],
        why="Without the name it says neither for whom, nor what, nor how: no number, no trade, no result.",
        fix=fix,
        proposal=below.text if below else "",
        weight=0.5 if below else 0.75,
        lead=not named,
        key=text.casefold(),
    )


def _trade(site: Site, opening: Opening) -> Finding | None:
    """A headline that names the trade, or the place, and says nothing that a rival could not say as well."""
    if opening.headline is None or opening.headline.unit.level != 1 or not organisation(site).sells:
        return None  # a club, a school or an authority has no rivals
    if only_name(site, opening.heading):
        return None  # no rival can put its name over another's, whatever trade the name tells
    if opening.headline.label is Label.OTHER and opening.headline.sure:
        return None  # the name of a section ("Calendar of Events") names no trade
    if (opening.hint is not None and opening.hint <= NEAR) or _of_itself(site, opening) is not None:
        return None
    text = opening.heading
    own = own_in(site, text)
    if not 2 < word_count(text) <= SLOGAN or _TOLD.search(text) or not all(of_the_trade(site, word) for word in own):
        return None
    if any(told(copy) >= HINT for copy in opening.pieces):
        return None
    under = [] if opening.under is None else [opening.under]
    return finding(
        "first-screen",
        "trade",
        Tier.FIRST_SCREEN,
        f"The headline names the trade, and every rival could put its name over it: “{text}”",
        [quote(copy) for copy in (*opening.pieces, *under)],
        why="It says what is sold and nothing of what a customer has from it; the next firm in the list says the same.",
        fix="Replace it with a line that only you can say.",
        weight=0.6,
        lead=False,
        key=text.casefold(),
    )


def _feeling(site: Site, opening: Opening) -> Finding | None:
    """A headline, or the line under a mere name, that promises a feeling in words of the trade, and nothing that is seen or counted."""
    lines, under = opening.pieces, opening.under
    plain = not FEELING.search(opening.heading) and all(
        of_the_trade(site, word) for word in own_in(site, opening.heading)
    )
    if under is not None and plain:
        lines = (under,)
        region = [copy for copy in opening.lines if copy.unit.order > under.unit.order]
        under = next((copy for copy in region if copy.unit.role in (Role.SENTENCE, Role.HEADING)), None)
    text = " ".join(copy.text for copy in lines)
    if word_count(text) > SLOGAN or re.search(r"\d", text) or lines[0].unit.region is not Region.FIRST:
        return None
    said = FEELING.search(text)
    own = own_in(site, text)
    if said is None or sum(not of_the_trade(site, word) for word in own) > 1 or any(map(is_of_customer, lines)):
        return None
    if under is not None and under.sure and told(under) >= LIKELY and not FEELING.search(under.text):
        return None  # what is promised stands under it
    return finding(
        "first-screen",
        "feeling",
        Tier.FIRST_SCREEN,
        f"The headline promises what anybody could promise (“{said[0]}”): “{text}”",
        [quote(copy) for copy in (*lines, *([under] if under is not None else []))],
        why="A feeling or a better life is what everybody promises; what one gets, by when and for whom only you can say.",
        fix="Say what is done, kept or over for a customer, by when.",
        weight=0.6,
        lead=False,
        key=text.casefold(),
    )


def _of_itself(site: Site, opening: Opening) -> Finding | None:
    """A headline about the company, with no line under it that turns to the customer."""
    line, under = opening.headline, opening.under
    if line is None:  # a page without a headline is read from its first sentence
        line, under = next((copy for copy in opening.lines if word_count(copy.text) >= SENTENCE), None), None
    if line is not None and only_name(site, line.text) and under is not None and word_count(under.text) <= SLOGAN:
        line, under = under, None
    if line is None or not line.sure or line.label not in (Label.COMPANY, Label.FEATURE) or only_name(site, line.text):
        return None
    ranks = _RANK.search(site.name_pattern.sub(" ", line.text)) is not None
    praises = line.label is Label.COMPANY and lexicon.load("stock").has(line.text, "praise")
    if not ranks and (not praises or opening.headline is None):
        return None  # "When nobody takes your case, I will" speaks of the company too, and is no boast
    if is_stock(site, line.text) or (under is not None and (not under.sure or told(under) >= LIKELY)):
        return None  # told by another finding, or the line under it makes up for it
    if opening.hint is not None and opening.hint <= NEAR:
        return None
    return finding(
        "first-screen",
        "of-itself",
        Tier.FIRST_SCREEN,
        f"The {'headline' if opening.headline else 'first line'} praises the company: “{line.text}”",
        [quote(copy) for copy in (line, under) if copy is not None],
        why="Whoever comes with a trouble or a goal looks in the headline for it, and finds the company there.",
        fix="Say in the headline what is different for a customer afterwards; let this line follow.",
        weight=0.65,
        key=line.text.casefold(),
    )


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
    head = f"The same title stands on all {len(pages)} pages read"
    quotes = [Quote(shared, pages[0].url, "title")] if shared else []
    fix = "Write one sentence for each page that says what its visitor gets there"
    why = "Search engines show a page by its title and description: the first thing a searching customer reads of you."
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
    if opening.ahead is None and opening.may_open:
        return (
            f"No line in the home page's {opening.words:,} words is clearly about a customer's result or problem;"
            " one of the first may be."
        )
    if opening.ahead is None:
        return (
            f"The home page's {opening.words:,} words hold no line about a specific result or a problem of a customer."
        )
    if opening.customer is None or opening.customer.sure:
        if opening.ahead == 0:
            return "The home page opens with a line about a customer's result or problem."
        return f"{opening.ahead:,} words stand on the home page before the first line about a customer's result or problem."
    where = f"stands after {opening.ahead:,} words" if opening.ahead else "opens the page"
    clear = f"; the first that clearly is stands after {opening.surely:,}" if opening.surely else ""
    return f"The first line that may be about a customer's result or problem {where}{clear}."


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
