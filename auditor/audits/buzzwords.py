"""Which prominent lines could stand on any company's website?

Why it matters
--------------
"Quality you can trust" is true of nobody in particular. A line that fits a rival as well as it fits you spends the
reader's attention and gives no reason to choose; and because everybody prints it, nobody believes it.

How it is measured
------------------
Headings and the first screen's lines on the pages that a buyer reads, each text once. A line could be anyone's when it
has {SHORTEST} words or more, holds no figure and no name, and nothing of its own is left without the company's name,
function words and stock words (public lists); and it holds a stock phrase or at least {CLAIMS} claiming words. Plain
labels ("Our services", "Contact us") are no claims and are left out, and so is a short sentence that opens a paragraph which explains it. Score: full marks where none of the lines read
could be anyone's, none where {ALL} of them could, even steps between. Findings show at most {SHOWN} lines, first the
most prominent; the home page's headline counts here and is shown by the audit of the first screen. Under {MIN_LINES}
lines there is no score. Told beside it, and in no score: that none of {MIN_OFFERS} pages of products and services or more holds a figure (years of
being there, names and counts of a list are none) where no price stands on any page, or two thirds of those with {MIN_OF_A_PAGE} words hold none, with the words of praise that stand {MIN_WORN} times or more on half of the pages; a sentence or heading of {SHORTEST} words or more that stands on {STENCILLED} pages of
services or solutions with nothing exchanged but words of the page's own address; one sentence of {SAME} words or more that is all that is said, but for the price, of two offers beside each other; and two pages that share {MIN_ECHOED} lines or more and {HALF} of those of the shorter one, prices and what frames the pages left out.

How to fix it
-------------
Ask of each line what a rival could not say. Put in the trade, the number, the customer or the way you do it; if
nothing is left, delete the line: the next one will read louder.

Limit
-----
Words only: a plain line may still be the right one over a strong picture. A term of the trade that is also a stock word
("solutions" for a chemist) is not told apart.

Fails
-----
/ Acme
[first heading 1] company: Quality you can trust
[first sentence] company: We are committed to excellence in everything we do.
[main heading 2] company: Innovative solutions for a better tomorrow
[main heading 2] company: Your success is our success
/about Acme
[main heading 1] company: Passionate about your satisfaction
[main heading 2] company: Integrity and trust

Passes
------
/ Acme
[first heading 1] outcome: Keep milking when a pump fails at four in the morning
[first sentence] feature: We lend out hygienic pumps the same night, quality checked on our own test bench.
[main heading 2] other: Our services
[main heading 2] feature: Trusted stainless pumps for breweries
/about Acme
[main heading 1] company: A foundry on the canal since 1921
[main heading 2] company: Three fitters, one test bench

Sources
-------
Seeds of the word lists: Scott 2007, "The Gobbledygook Manifesto"; the Plain English Campaign; Fugere, Hardaway and
Warshawsky 2005, "Why Business People Speak Like Idiots". Lists: boast, stock, served.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from auditor import lexicon
from auditor.answers import too_little_read, unread
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import dealings
from auditor.echoes import HALF, MIN_ECHOED, SAME, echoes, sold_alike  # noqa: F401  the manual names them
from auditor.hollow import MIN_OF_A_PAGE, MIN_OFFERS, figureless  # noqa: F401  the manual names it
from auditor.model import Copy, Dimension, Finding, JudgedPage, Label, PageKind, Region, Role, Tier
from auditor.naming import bare_words
from auditor.opening import LABEL_WORDS, read_opening
from auditor.site import FOCUS_KINDS, Site
from auditor.statement import own_words
from auditor.strength import called
from auditor.text import listed, word_count
from auditor.voices import LONG

SHORTEST, LONGEST = 3, 30
"""A line of fewer words is a label, of more words a paragraph."""

CLAIMS = 2
"""Claiming words that make a line a claim where it holds no stock phrase."""

ALL = 0.5
"""Share of the lines read from which there are no marks."""

MIN_LINES = 8
"""Fewer prominent lines than this give no score."""

SHOWN = 5
"""Lines shown."""

MIN_WORN, MOST_WORN = 8, 3
"""Times that a word of praise stands, from which it is told as worn, and how many of them: judgements."""

WORN_ROOT = 4
"""Letters by which forms of a word of praise are one."""

STENCILLED = 4
"""Pages on which one line stands with only a name exchanged, from which that is told: a judgement."""

LABEL_OWN = 3
"""Own words in the sentence after a short one that opens a paragraph, from which that sentence says what is meant."""

_PLAIN = frozenset("services service in near for and the of our at company specialists experts".split())
"""Words that make a label of the name of an offer ("Roofing services in Ansty"), and no line."""

_KINDS = FOCUS_KINDS - {PageKind.BLOG, PageKind.CONTACT, PageKind.TESTIMONIAL}
_NAMED = re.compile(r"(?<=[a-z,;:] )[A-Z][\w&]+")


@audit(
    passes="Prominent lines made of stock phrases",
    fails="Prominent lines could stand on any company's website",
    version=8,
    dimension=Dimension.FOCUS,
    weight=0.15,
)
def buzzwords(site: Site) -> Verdict:
    """Judge a site."""
    explained = _run_in(site)
    lines = [(page, copy) for page, copy in site.copy(*_KINDS) if _prominent(copy) and copy.unit.id not in explained]
    stock = [(page, copy) for page, copy in lines if could_be_anyones(copy, site)]
    share = len(stock) / len(lines) if lines else 0.0
    numbers = {"lines": len(lines), "anyone's": len(stock), "share": round(share, 4)}
    stock.sort(key=lambda entry: (-_rank(site, *entry), entry[0].url, entry[1].unit.order))
    findings = [*_findings(site, stock), *_same(site), *_echoed(site), *_sold_alike(site)]
    if not lines or (len(lines) < MIN_LINES and not findings):
        return Verdict.not_enough(f"{len(lines)} prominent lines are too few to judge.", **numbers)
    few = "None" if not stock else str(len(stock))  # nothing more is said of the others: their words were not weighed
    summary = f"{few} of {len(lines)} headings and first-screen lines consist of stock phrases and praise alone."
    score = None if len(lines) < MIN_LINES else 1 - min(1.0, share / ALL)
    return Verdict(summary, score=score, findings=findings, numbers=numbers)


def _run_in(site: Site) -> set[str]:
    """The ids of short sentences that open a paragraph ("Peace of mind. Your plan pays ...") which then says what is meant."""
    found = set()
    for page in site.pages:
        before = None
        for copy, after in pairwise(page.copy):
            opens = before is None or before.unit.block != copy.unit.block or before.unit.level > 0
            short = copy.unit.role is Role.SENTENCE and word_count(copy.text) <= LABEL_WORDS
            same = copy.unit.block == after.unit.block and after.unit.role is Role.SENTENCE
            if opens and short and same and len(own_words(after.text)) >= LABEL_OWN:
                found.add(copy.unit.id)
            before = copy
    return found


def _prominent(copy: Copy) -> bool:
    """True for a heading, or a line of the first screen, that is long enough to claim something and no bare label."""
    loud = copy.unit.role is Role.HEADING or (
        copy.unit.region is Region.FIRST and copy.unit.role in (Role.SENTENCE, Role.BULLET)
    )
    label = copy.label in (Label.OTHER, Label.POLICY) and copy.sure
    return loud and not label and not copy.unit.cite and SHORTEST <= word_count(copy.text) <= LONGEST


def could_be_anyones(copy: Copy, site: Site) -> bool:
    """True where nothing of the line is left without name, stock words and customers, and it boasts."""
    text = site.name_pattern.sub(" ", copy.text)
    title = copy.unit.role is Role.HEADING
    if re.search(r"\d", text) or (not title and _NAMED.search(text)) or own_words(text):
        return False
    boast = lexicon.load("boast")
    if copy.text.rstrip().endswith("?") or boast.has(text, "not"):
        return False
    claims = {match.term for match in boast.find(text, "claim")}
    return boast.has(text, "phrase") or len(claims) >= CLAIMS


def _rank(site: Site, page: JudgedPage, copy: Copy) -> float:
    """How prominent a line is."""
    return (
        2.0 * (page is site.home and copy.unit.region is Region.FIRST)
        + 1.0 * (copy.unit.region is Region.FIRST)
        + 1.0 * (copy.unit.level == 1)
        + 0.5 * (copy.unit.role is Role.HEADING)
        + 0.5 * (page is site.home)
    )


def _findings(site: Site, stock: Sequence[tuple[JudgedPage, Copy]]) -> list[Finding]:
    """One finding with the most prominent lines: first-screen lines and main headlines lead, others stand further down."""
    # the home page's headline has a finding of its own, by first-screen, wherever it is repeated
    headlines = {copy.text.casefold() for copy in site.home.copy if copy.unit.level == 1} if site.home else set()
    if site.home is not None:
        headlines |= {piece.text.casefold() for piece in read_opening(site.home).pieces}
    stock = [(page, copy) for page, copy in stock if copy.text.casefold() not in headlines]
    if not stock:
        return []
    loud = [entry for entry in stock if _rank(site, *entry) >= 2]
    shown = (loud or stock)[:SHOWN]
    first = shown[0][1].text
    title = (
        f"A prominent line could stand on any company's website: “{first}”"
        if len(shown) == 1
        else f"{len(shown)} prominent lines could stand on any company's website, such as “{first}”"
    )
    return [
        finding(
            "buzzwords",
            "anyone",
            Tier.FIRST_SCREEN if loud else Tier.REST,
            title,
            [quote(copy) for _, copy in shown],
            why=f"Without your name nothing in {'it' if len(shown) == 1 else 'them'} says which trade, for whom or how: a rival could"
            f" print {'it' if len(shown) == 1 else 'them'} unchanged.",
            fix="Put in what only you can say (the trade, a figure, a customer, the way you do it), or delete the line.",
            weight=0.35 if loud else 0.2,
            lead=bool(loud),
        )
    ]


def _stencilled(site: Site) -> list[Copy]:
    """The line that most pages of offers share but for the name of the offer, as it stands on each, if several do."""
    shared: dict[str, dict[str, Copy]] = defaultdict(dict)
    for page in site.pages:
        if page.twin_of or page.kind not in (PageKind.SERVICE, PageKind.SOLUTION):
            continue
        named = set(bare_words(re.sub(r"\.\w+$", "", page.url.rstrip("/").rsplit("/", 1)[-1])).split())
        for copy in page.copy:
            if copy.unit.region.is_copy and copy.unit.role in (Role.HEADING, Role.SENTENCE) and not copy.unit.cite:
                words = bare_words(copy.text).split()
                rest = [word for word in words if word not in named]
                if len(rest) < len(words) <= LONGEST and sum(word not in _PLAIN for word in rest) >= SHORTEST:
                    shared[" ".join(rest)].setdefault(page.url, copy)
    told = max(
        shared.values(), key=lambda lines: (len(lines), -min(copy.unit.order for copy in lines.values())), default={}
    )
    texts = list({copy.text: copy for copy in told.values()}.values())
    return texts if len(texts) >= STENCILLED else []


def _same(site: Site) -> list[Finding]:
    """The pages of offers tell what any rival's would: without a figure on any, or in one line with only a name exchanged."""
    left = too_little_read(site) or any(
        _PRICED.search(f"{label} {key}"[:LONG]) for key, (label, _) in unread(site).items()
    )
    bare, texts = None if left else figureless(site), _stencilled(site)
    if bare is None and not texts:
        return []
    line = (
        f"one line stands on {len(texts)} pages with only a name exchanged: “{texts[0].text}”, “{texts[1].text}”"
        if texts
        else ""
    )
    title, shown, more = f"{line[:1].upper()}{line[1:]}", texts, ""
    if bare is not None:
        years = f" but “{bare.age}”" if bare.age else ""
        made = {page.kind for page in bare.pages}
        what = (
            "product pages"
            if made == {PageKind.PRODUCT}
            else "pages of products and services"
            if PageKind.PRODUCT in made
            else "pages of services"
        )
        few = len(bare.pages)
        title = (
            f"Not one of its {few} {what} holds a figure{years}: no price, no size, no quantity"
            if few == bare.of
            else f"{few} of its {bare.of} {what} hold no figure: no price, no size, no quantity"
        )
        more = f" Nor was a price found on the {site.read} read."
        if worn := _worn(site):
            told = listed(
                [f"“{word}” {'stands ' * (place == 0)}{count} times" for place, (word, count) in enumerate(worn)]
            )
            more += f" Instead {told}."
        more += f" {line[:1].upper()}{line[1:]}." if texts else ""
        shown = [*bare.lines[: SHOWN - 2 * bool(texts)], *texts[:2]]
    deal = dealings(site)
    return [
        finding(
            "buzzwords",
            "figureless" if bare is not None else "stencilled",
            Tier.PROOF if bare is not None else Tier.REST,
            title,
            [quote(copy) for copy in shown[:SHOWN]],
            why="Whoever compares three firms cannot tell this one's pages from the others', and asks the one that says how much, how long and how many."
            + more
            if bare is not None
            else "Whoever reads two of the pages sees one sentence twice, and learns from it nothing of either.",
            fix=f"Put on each page what is true there alone, with a figure: a usual {deal.usual} and its price, how long it takes, how large or how many, and what is included."
            if bare is not None
            else "Say on each page what is true there alone: who needs it and when, what is done, what it costs.",
            proposal=f"[A usual {deal.usual}]: {deal.measure}, for [price], [what] included."
            if bare is not None
            else "",
            weight=0.82 if bare is not None else 0.45,
            lead=bare is not None,
            key="stencilled" if bare is None else "figureless",
        )
    ]


def _worn(site: Site) -> list[tuple[str, int]]:
    """The words of praise that stand MIN_WORN times or more, on half of the pages or more, and how often; words of its own name and title are its trade."""
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    pages: dict[str, set[str]] = defaultdict(set)
    trade = bare_words(f"{site.name} {site.home.page.title if site.home else ''}")
    read = {page.url for page in site.pages if page.kind in _KINDS}
    for page, copy in site.copy(*_KINDS):
        if copy.unit.role is Role.QUOTE or copy.unit.cite:
            continue
        for match in _PRAISE.finditer(copy.text[:LONG]):
            root = match[0].casefold()[:WORN_ROOT]
            counts[root] += 1
            forms[root][match[0].casefold()] += 1
            pages[root].add(page.url)
    worn = [
        (forms[root].most_common(1)[0][0], count)
        for root, count in counts.most_common()
        if count >= MIN_WORN and 2 * len(pages[root]) >= len(read) and root not in trade
    ]
    return worn[:MOST_WORN]


_PRICED = re.compile(r"\b(?:pric\w+|rates?|fees?|tariffs?|costs?|packages?)\b", re.I)
"""A page that is linked and was not read, and may hold a price."""
_PRAISE = re.compile(
    r"\b(?:clean(?:er|ly)?|neat(?:er|ly)?|tid(?:y|ier|ily)|professional(?:ly|ism)?|(?:high[- ])?quality|skilled|expert(?:ise|ly)?|tailored|friendly|reliab(?:le|ly|ility)"
    r"|luxur(?:y|ious)|stunning|perfect(?:ly)?|passionate|trusted|seamless(?:ly)?|bespoke|dedicated|exceptional(?:ly)?|excellen(?:t|ce)|careful(?:ly)?"
    r"|innovati(?:ve|on)|robust|comprehensive|personali[sz]ed)\b",
    re.I,
)
"""Words of praise that every rival has as well."""


def _echoed(site: Site) -> list[Finding]:
    """Two pages that say the same."""
    found = echoes(site)
    if not found:
        return []
    echo = found[0]
    one, other = called(site, echo.page), called(site, echo.other)
    here, there = echo.lines[0]
    return [
        finding(
            "buzzwords",
            "echoed",
            Tier.PROOF,
            f"{one[:1].upper()}{one[1:]} and {other} say the same: {len(echo.lines)} of the {echo.of} lines of the one stand on the other",
            [quote(copy) for copy in dict.fromkeys((here, there, *(copy for copy, _ in echo.lines[1:4])))],
            why="Whoever opens the second page wanted to know more, and reads what they have read.",
            fix="Keep the lines on one of them; say on the other what only it can: who, since when, where, with what, for whom.",
            weight=0.68,
            lead=True,
            key=f"{echo.page.url}\n{echo.other.url}",
        )
    ]


def _sold_alike(site: Site) -> list[Finding]:
    """Offers that stand beside each other with one and the same sentence."""
    found = sold_alike(site)
    if not found:
        return []
    alike = found[0]
    many = len(alike.lines)
    told = (
        listed([f"“{name}”" for name in alike.names]) or f"{many} offers on {called(site, _page(site, alike.lines[0]))}"
    )
    cost = f", and cost {listed([f'“{copy.text}”' for copy in alike.prices])}" if alike.prices else ""
    return [
        finding(
            "buzzwords",
            "sold-alike",
            Tier.PROOF,
            f"{told[:1].upper()}{told[1:]} are sold with one and the same sentence{cost}",
            [quote(copy) for copy in (alike.lines[0], *alike.prices)][:SHOWN],
            why="Whoever has to choose between them learns only the name"
            + (" and the price, and takes the cheaper one." if alike.prices else ", and asks, or does not choose."),
            fix="Say of each what the other has not: for whom it is, how large, what is in it, and what the difference in price buys."
            if alike.prices
            else "Say of each what the other has not: for whom it is, how large, what is in it.",
            proposal=" ".join(
                f"{name}: for [whom], [how large], with [what the other has not]." for name in alike.names[:2]
            ),
            weight=0.78 if alike.prices else 0.55,
            lead=bool(alike.prices),
            key=alike.lines[0].text.casefold(),
        )
    ]


def _page(site: Site, copy: Copy) -> JudgedPage:
    return next(page for page in site.pages if page.url == copy.unit.page)
