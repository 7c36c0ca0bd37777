"""Is what the company claims of itself borne out by anything on the site?

Why it matters
--------------
Buyers discount what a seller says of himself: every rival is "leading" and promises "100 % on time". A figure with
its year, a customer's name, a source or a remedy costs one line, and is what a buyer can repeat to a colleague.

How it is measured
------------------
Claims are found by a public word list ("claims"): rank, price, promises without exception, a record, a crowd of
customers; those of others, aims, questions, denials and customers' words are left out, and the same words are one
claim. Each has a specificity from 0 to 4: a figure with its unit, a comparison, a time span, a named source. For each
the nearest proof of a kind it could rest on is looked for: in its block, on its page, on a linked page, anywhere on
the site. A claim counts the better of both (NEAR_POINTS; specificity by quarters); the score is the mean of the
{MOST} most prominent. Case pages tell a result where a line of theirs has a figure of money, share, ratio or time.
A finding is made only where no proof of the kind stands anywhere on the pages read; the home page's browser title is read
where no line claims a rank. Beside the claims, and in no score, what is asserted and left bare: that an illness ends by
what is sold beside medicine ("combats arthritis"), where its page names no source; that a customer is protected ("fully insured") or the offer works ("clinically tested") with nothing to check it by, footers included; reviews
counted from {FEW} on without a platform named or linked; awards without their giver or year; figures of people or firms
at large, and studies, without a source in their paragraph or {AROUND} lines around it. Credit is given for sources, remedies,
lines that say what speaks against a sale, and measures in {MEASURED} lines or more.

How to fix it
-------------
Put the proof in the same block as the claim, or put what you can prove in the claim's place.

Limit
-----
It reads words: proof in a picture, a video or a widget that a script loads is not seen. "Not found" means not found
on the pages read, not that there is none.

Fails
-----
/ Acme
[first heading 1] company: The county's most trusted pump company
[first sentence] feature: We promise zero defects and 100% on-time delivery.
[main sentence] feature: Our pumps come in stainless steel.

Passes
------
/ Acme
[first heading 1] company: The county's most trusted pump company
[first sentence] company: Voted first in the Dairy Award of 2024 by readers of Farm Weekly.
[main sentence] company: In 2024 we delivered 97% on time, measured by date promised.
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.

Sources
-------
Kinds of claim after public guidance on substantiation (named in the word list). That specific, sourced claims are
believed more: Fogg, "Stanford Guidelines for Web Credibility", 2002, guideline 1 (make it easy to verify).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor import assertions, lexicon
from auditor.answers import own_lines
from auditor.anywhere import CASES, cases
from auditor.assertions import Bare, bare
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import one_served
from auditor.claims import SUPPORT, TOP, Claim, Near, Proof, claims, nearest, proofs
from auditor.cues import rare
from auditor.entities import customers_words
from auditor.leftovers import cards
from auditor.model import Copy, Dimension, Finding, JudgedPage, Label, PageKind, Quote, Region, Tier
from auditor.organisation import organisation
from auditor.reasons import cut
from auditor.site import Site
from auditor.standing import together
from auditor.text import listed, word_count
from auditor.voices import LONG, NAMED, YEAR
from auditor.witnesses import brought_in, emptied, heard_unmarked, shown_elsewhere, unspoken

NEAR_POINTS = {Near.BLOCK: 1.0, Near.PAGE: 0.8, Near.LINKED: 0.6, Near.SITE: 0.4, Near.NONE: 0.0}
"""What a claim counts by the distance of its proof."""

MOST = 12
"""Claims that make the score: the most prominent."""

MIN_CASES = 2
"""Case pages from which it is said that none tells a result."""

FAR = 150
"""Words of copy above the first measured result from which it comes late: about what two screens hold."""

FEW, AROUND = assertions.FEW, assertions.AROUND
"""As :mod:`auditor.assertions` has them."""

TITLED = 0.7
"""Prominence of what the home page's browser title claims: search engines and tabs show it, the page does not. A judgement."""

_SAID = {
    "rank": (
        "It calls itself “{}”, and nothing on the {} read says by whose count",
        "Name who ranks you so, and when; or put in its place a figure of yours that nobody else can give.",
        "“{}”: [who says so], [year].",
        0.85,
    ),
    "absolute": (
        "It promises “{}”; no measured figure and no remedy was found on the {} read",
        "Give the measured figure with its year, and say what the customer gets when it is missed.",
        "[your measured figure] % in [year]; if we miss it, [what the customer gets].",
        0.8,
    ),
    "price": (
        "It promises “{}”; no price and no comparison was found on the {} read",
        "Give an example price, or say what you do when somebody finds a lower one.",
        "“{}”: [an example with its price], or [what you do if it is cheaper elsewhere].",
        0.7,
    ),
    "record": (
        "It speaks of “{}”; no customer, result or figure of it was found on the {} read",
        "Show one piece of the record: a customer, what was done, what came of it.",
        "[Customer’s name]: [what came of it, with a figure].",
        0.75,
    ),
}
_FIGURE = re.compile(r"(?<![\d.,/–-])(?!(?:19|20)\d\d\b)\d")
"""A figure that is no year (nor the end of a span, "2016-19"): where only a date stands, nothing says where a figure comes from."""

WHOLE_LINE = 6
"""Words of a line from which it says by itself what speaks against a sale."""

MEASURED = 8
"""Lines with a measure from which it is credit to give them: a judgement."""

_NOT_SOLD = frozenset({PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS, PageKind.BLOG})
_MEASURE = re.compile(
    r"(?<![\w.,])\d[\d,.]*\s?(?:mm|cm|m|km|kg|g|lbs?|tonnes?|tons?|ft|feet|inch(?:es)?|sq\.? ?(?:m|ft)|acres?|hectares?|litres?|liters?|gallons?|ml|"
    r"k?W|kWh|[MG]?Hz|[MGT]B|V|volts?|amps?|psi|bar|rpm|µm|microns?|° ?[CF]|degrees?)(?![\w/])"
)
"""A figure with its unit of size, weight, volume, power, pressure, heat or storage; times and money are told elsewhere."""

NO_CLAIM = (
    "None of the claims of rank, price or record that its list knows was found on the {} read; it does not know all."
)
_STORY = re.compile(r"/(?:case|cases|case-stud|customer-stor|success|stories)[\w-]*", re.I)
_CHANGE = rare(r"\b(?:cut|reduc|sav|lift|rais|increas|improv|boost|fell|drop|grew|lower|shorten|gain|rose)\w*\b", re.I)


@audit(
    passes="What it claims is borne out on the site",
    fails="Some of what it claims rests on its own word",
    version=21,
    dimension=Dimension.PROOF,
    weight=0.6,
)
def proof(site: Site) -> Verdict:
    """Claims and the nearest proof."""
    found, evidence = claims(site), proofs(site)
    made = [(claim, *nearest(claim, evidence)) for claim in found if claim.kind != "independent"]
    alone = [claim for claim, near, _ in made if near is Near.NONE]
    findings = [entry for kind in _SAID if (entry := _unproved(site, [c for c in alone if c.kind == kind], kind))]
    if not any(claim.kind == "rank" for claim in found):
        findings += _titled(site, evidence)
    whole = together(site)
    told_with = whole.cover if whole else None  # who stands behind it is told as one, with it
    findings += [
        entry
        for entry in (
            _apart(site, made),
            _borrowed(site),
            _cases(site),
            _announced(site),
            *(_unshown(site, entry) for entry in bare(site).values() if entry is not told_with),
        )
        if entry
    ]
    keep = _kept(evidence) + _won(site, evidence) + _open(site)
    top = made[:MOST]
    numbers = {
        "claims": len(made),
        "near": {near.value: sum(entry[1] is near for entry in made) for near in Near},
        "proofs": {kind: sum(entry.kind == kind for entry in evidence) for kind in sorted({e.kind for e in evidence})},
        "years": _years(evidence),
        "list": [
            {
                "words": claim.words,
                "kind": claim.kind,
                "specificity": claim.specificity,
                "near": near.value,
                "url": claim.page.url,
            }
            for claim, near, _ in top
        ],
    }
    read = site.read
    if not made:
        if findings or keep:
            return Verdict(NO_CLAIM.format(read), None, findings, keep, numbers, title="What it shows as proof")
        return Verdict.not_applicable(NO_CLAIM.format(read))
    score = sum(max(NEAR_POINTS[near], claim.specificity / 4) for claim, near, _ in top) / len(top)
    summary = f"Of {len(made)} claim{'s' * (len(made) != 1)}, {len(alone)} had no proof of the kinds that its list knows on the {read} read."
    apart = "" if alone or not findings else "What it claims and what bears it out stand apart"
    return Verdict(summary, score, findings, keep, numbers, title=apart)


def _unproved(site: Site, alone: Sequence[Claim], kind: str) -> Finding | None:
    """The claims of a kind that nothing on the site bears out, the most prominent named."""
    if not alone or (kind == "price" and _priced(site)) or (kind == "record" and cases(site)):
        return None
    return _alone(site, kind, alone[0].words, [quote(claim.copy) for claim in alone], alone[0].prominence)


def _priced(site: Site) -> bool:
    """Whether any sum stands on the pages read that may be a price of its own, a special offer too."""
    words = lexicon.load("merits")
    texts = {copy.text[:LONG] for page in site.pages for copy in page.copy}
    return any(words.has(text, "price") and not words.has(text, "price-not") for text in texts)


def _titled(site: Site, evidence: Sequence[Proof]) -> list[Finding]:
    """A rank that only the home page's browser title claims, where nothing of a kind that ranks stands on the site."""
    title = site.home.page.title if site.home else ""
    lists = lexicon.load("claims")
    words = lists.words(title, "rank")
    if not words or lists.has(title, "other") or any(entry.kind in SUPPORT["rank"] for entry in evidence):
        return []
    return [_alone(site, "rank", words, [Quote(title, site.home.url if site.home else "", "title")], TITLED)]


def _alone(site: Site, kind: str, words: str, quotes: Sequence[Quote], prominence: float) -> Finding:
    title, fix, proposal, weight = _SAID[kind]
    return finding(
        "proof",
        f"unproved-{kind}",
        Tier.PROOF,
        title.format(words, site.read),
        list(dict.fromkeys(quotes))[:3],
        why="A reader has only the company's word for it, and every rival can say the same.",
        fix=fix,
        proposal=proposal.format(words),
        weight=weight * (0.6 + 0.4 * prominence),
        lead=prominence >= 0.6,
        key=words.casefold(),
    )


def _apart(site: Site, made: Sequence[tuple[Claim, Near, Proof | None]]) -> Finding | None:
    """A price claim on the home page's first screen and a named customer who bears it out with a figure elsewhere."""
    top = [claim for claim, _, _ in made if claim.kind == "price" and claim.page is site.home]
    top = [claim for claim in top if claim.copy.unit.region in TOP]
    facts, lists = lexicon.load("specifics"), lexicon.load("vouchers")
    told = [
        (copy, entry)
        for entry in customers_words(site)
        if entry.who in NAMED
        for copy in entry.copies
        if lists.has(copy.text, "cheap") and facts.has(copy.text, "money", "share")
    ]
    if not top or not told:
        return None
    copy, entry = told[0]
    if copy.unit.region in TOP and entry.page is site.home:
        return None
    return finding(
        "proof",
        "apart",
        Tier.PROOF,
        f"A customer says “{cut(copy.text)}”, far from the promise that it bears out: “{top[0].words}”",
        [quote(top[0].copy), quote(copy)],
        why="Together the two convince; apart, the promise reads as a phrase and the proof is not found.",
        fix="Put the customer's words and name directly under the promise.",
        proposal=f"{top[0].copy.text} {copy.text} — {entry.cite}",
        weight=0.92,
    )


def _borrowed(site: Site) -> Finding | None:
    """The first measured result on the home page is a third party's."""
    facts, lists = lexicon.load("specifics"), lexicon.load("vouchers")
    above = 0
    for copy in site.home.copy if site.home else ():
        if not copy.unit.region.is_copy:
            continue
        if facts.has(copy.text, "share", "ratio") and _CHANGE.search(copy.text) and copy.label is not Label.POLICY:
            if above < FAR or not lists.has(copy.text, "source"):
                return None
            return finding(
                "proof",
                "borrowed",
                Tier.PROOF,
                "The first result with a figure on the home page is a third party's, not its own customer's",
                [quote(copy)],
                why="A named source is credible, but it proves the kind of product, which every rival sells too.",
                fix="Put a result of your own customer, with its figure, on the first screen; keep the source beside it.",
                proposal="[Customer’s name] [went from … to …] with [your product].",
                weight=0.75,
            )
        above += word_count(copy.text)
    return None


def _cases(site: Site) -> Finding | None:
    """Case pages of which hardly one tells a result with a figure."""
    facts = lexicon.load("specifics")
    pages = [page for page in site.of_kind(PageKind.CUSTOMERS) if _STORY.search(page.url) and _length(page) > 50]
    dumb = [page for page in pages if not any(_result(facts, copy) for copy in page.copy)]
    if len(pages) < MIN_CASES or len(dumb) < 0.8 * len(pages):
        return None
    if len(dumb) == len(pages):
        title = f"{'None' if len(pages) > 2 else 'Neither'} of its {len(pages)} case pages tells a result with a figure"
    else:
        title = f"{len(dumb)} of its {len(pages)} case pages tell no result with a figure"
    heads = [next((copy for copy in page.copy if copy.unit.region.is_copy and copy.sure), None) for page in dumb]
    return finding(
        "proof",
        "cases-without-result",
        Tier.PROOF,
        title,
        [quote(copy) for copy in heads if copy is not None][:3],
        why="A case without a result shows what was sold, not what the customer got.",
        fix="Ask each customer for one figure before and after, and open the case with it.",
        proposal="[Customer] went from [before] to [after] in [time].",
        weight=0.7,
        key="cases",
    )


def _length(page: JudgedPage) -> int:
    return sum(word_count(copy.text) for copy in page.copy if copy.unit.region.is_copy)


def _result(facts: lexicon.Lexicon, copy: Copy) -> bool:
    text = facts.replace(copy.text, " ", "vendor")
    changed = copy.label is Label.OUTCOME or _CHANGE.search(text) is not None  # "$2 a check" is a price
    told = facts.has(text, "share", "ratio") or (facts.has(text, "money", "time") and changed)
    return told and copy.unit.region.is_copy and copy.label not in (Label.SPEC, Label.POLICY)


def _announced(site: Site) -> Finding | None:
    """Customers' words are announced, and no quotation stands on any page read."""
    if customers_words(site) or any(cards(page.page) for page in site.pages):
        return None  # or what a template says in their place, which is told
    found = unspoken(site)
    if found is None:
        return None
    copy, under = found
    empty = under is None and emptied(site, copy)
    headings = (line for page in site.pages if page.url == copy.unit.page for line in page.copy if line.unit.level)
    head = next((line for line in headings if line.text == copy.unit.heading), copy)
    if under is None and (heard_unmarked(site) or (brought_in(site) if empty else shown_elsewhere(site, copy))):
        return None
    return finding(
        "proof",
        "announced",
        Tier.PROOF,
        f"Under “{copy.text}” stand the company's own words; no customer's stand in the text of the {site.read} read"
        if under
        else f"No {one_served(site)}'s words stand under “{head.text}”, nor in the text of the {site.read} read"
        if empty
        else "It announces what customers say, and no customer's words stand in the text of the pages read",
        list(dict.fromkeys(quote(line) for line in (head if empty else copy, copy, under) if line)),
        why="Whoever looks there for what others say finds praise of oneself."
        if under
        else "Whoever looks there for what others say finds a heading, and so do search engines and assistants.",
        fix="Put two or three reviews, with name and date, under it; until you have them, take the heading out, and out of the menu."
        if empty
        else "Put two or three reviews, with name and date, into the page's own text.",
        weight=0.75 if empty else 0.7 if under else 0.5,
        lead=empty
        or (under is not None and not any(door.kind == "drawn" for page in site.pages for door in page.page.doors)),
        key="announced",
    )


_BARE = {
    "cure": (
        "It says flatly {}; no study, guideline or other source stands on the page with it",
        "Rules of advertising want the proof in hand (UK: CAP Code, section 12; US: the FTC's guidance on health products), and whoever has the illness looks for it first.",
        "Say what it may do and for whom, and name the study or guideline that shows it; or leave the illness out.",
        "[What you do] may ease [what], for [whom]: [study or guideline, year].",
    ),
    "cover": (
        "It says “{}”, and no {}, no insurer and no certificate was found on the {} read",
        "Whoever lets strangers work on what is theirs wants to see it, and every rival writes the same words.",
        "Write beside it who insures you and for how much, with the licence number where there is one, or that the certificate is shown on request.",
        "{}: by [insurer], up to [sum]; [licence number]; certificate on request.",
    ),
    "effect": (
        "It says “{}”; no figure, study or test of it was found on the {} read",
        "It is the promise that decides, and a reader has only the company's word for it.",
        "Say in how many cases, by which test or in whose study; or tell one case.",
        "[In how many of how many cases], [measured by whom, when].",
    ),
    "reviews": (
        "It counts “{}”, and nothing on the {} read says where they stand: no platform is named or linked",
        "A count that nobody can look up is taken for the company's own, and casts doubt on the reviews that are shown.",
        "Name the platform and link the count to it, with the date on which it was counted.",
        "{} on [platform, linked], counted in [month and year].",
    ),
    "winner": (
        "It tells of awards (“{}”): {} is not said on the {} read",
        "An award convinces by its name, its year and what it was given for; without them it may be anything.",
        "Say which award, from whom, in which year and for what work; show that work.",
        "[Award], [who gives it], [year], for [the work].",
    ),
    "statistic": (
        "It gives “{}” for a fact and names no source",
        "A figure about everybody is easy to doubt, and whoever doubts it doubts the advice that rests on it.",
        "Name who counted it and when, with a link; leave out what you cannot source.",
        "{}, says [who counted it], [year].",
    ),
}
"""How each kind of assertion that nothing shows (:mod:`auditor.assertions`) is told."""

CURES = 3
"""Claims of a cure that the title tells."""

_MISSING = {
    ("giver", "year"): "which, from whom and when",
    ("giver",): "who gave them",
    ("year",): "of which year they are",
}


def _unshown(site: Site, entry: Bare) -> Finding:
    """What is to protect or convince the customer, asserted and shown nowhere."""
    title, why, fix, proposal = _BARE[entry.kind]
    first = entry.said[0]
    told: tuple[str, ...] = {
        "cover": (first.words, *entry.lacks, site.read),
        "winner": (first.words, _MISSING.get(entry.lacks, ""), site.read),
        "statistic": (first.words,),
        "cure": (listed([f"“{words}”" for words in entry.different][:CURES]),),
    }.get(entry.kind, (first.words, site.read))
    if entry.lacks == ("study",):
        title = "It calls on studies (“{}”) and names none"
    home = first.page is site.home
    many = len({said.copy.text for said in entry.said}) > 1
    return finding(
        "proof",
        f"unshown-{entry.kind}",
        Tier.PROOF,
        title.format(*told)
        + (f", nor for {len(entry.said) - 1} more of its figures" if entry.kind == "statistic" and many else ""),
        list(dict.fromkeys(quote(said.copy) for said in entry.said))[:3],
        why=why,
        fix=fix,
        proposal=proposal.format(first.words),
        weight=0.85 if entry.kind == "cure" else 0.6 + 0.05 * home,
        lead=entry.kind == "cure" or (entry.kind in ("reviews", "statistic") and (home or many)),
        key=first.words.casefold(),
    )


def _kept(evidence: Sequence[Proof]) -> list[Finding]:
    """Credit: sources named with their year, and remedies."""
    kept = []
    sourced = [entry.copy for entry in evidence if entry.kind == "source" and _FIGURE.search(entry.copy.text)]
    if sourced:
        quotes = list(dict.fromkeys(map(quote, sorted(sourced, key=lambda copy: not YEAR.search(copy.text)))))[:3]
        kept.append(
            finding(
                "proof",
                "sources",
                Tier.PROOF,
                "One of its lines says where its figure comes from"
                if len(sourced) == 1
                else f"{len(sourced)} of its lines say where their figures come from",
                quotes,
                why="A figure with its source can be checked, and is believed.",
                fix="Keep the sources; add the year where one is missing.",
            )
        )
    held = [e.copy for e in evidence if e.kind == "remedy" and e.copy.unit.region is not Region.FOOTER]
    own = [
        copy
        for copy in held
        if copy.label is not Label.POLICY and re.search(r"\b(?:we|our|us|i|my)\b", copy.text, re.I)
    ]
    if own:
        kept.append(
            finding(
                "proof",
                "remedy",
                Tier.PROOF,
                "It says what the customer gets when the promise is not kept",
                [quote(own[0])],
                why="A remedy puts the company's money behind its words.",
                fix="Keep it, and show it near the price or the first button.",
            )
        )
    return kept


def _won(site: Site, evidence: Sequence[Proof]) -> list[Finding]:
    """Credit: cases that are told one by one, each with the sum that came of it."""
    page = cases(site)
    told = [entry.copy for entry in evidence if entry.kind == "won" and page is not None and entry.page.url == page.url]
    if len(told) < CASES:
        return []
    title = f"{len(told)} of its cases are told with the sum that came of them"
    why = "A case with its sum is a result that can be checked, and nobody else has it."
    fix = "Keep them, with year and court or place, and let the home page lead there."
    return [
        finding(
            "proof", "cases", Tier.PROOF, title, list(map(quote, told))[:3], why=why, fix=fix, weight=0.6, key="cases"
        )
    ]


def _open(site: Site) -> list[Finding]:
    """Credit: it says what speaks against a sale, and gives measures."""
    lists, kept = lexicon.load("claims"), []
    own = [copy for page, copy in own_lines(site) if copy.label is not Label.POLICY and page.kind not in _NOT_SOLD]
    whole = [copy for copy in own if not copy.text.endswith("?") and word_count(copy.text) >= WHOLE_LINE]
    against = [copy for copy in whole if lists.has(copy.text[:LONG], "against")]
    if against and organisation(site).sells:
        kept.append(
            finding(
                "proof",
                "candid",
                Tier.PROOF,
                "It says what speaks against a sale, or where its offer ends",
                list(map(quote, against))[:3],
                why="Who names a limit is believed in the rest.",
                fix="Keep these lines; one of them near the offer that it speaks of is worth more than another praise.",
                weight=0.57,
                key="candid",
            )
        )
    measured = [(len(_MEASURE.findall(copy.text)), copy) for copy in own if _MEASURE.search(copy.text)]
    if len(measured) >= MEASURED:
        measured.sort(key=lambda pair: -min(pair[0], 3))
        kept.append(
            finding(
                "proof",
                "measured",
                Tier.PROOF,
                f"{len(measured)} of its lines give measures that a buyer can check",
                [quote(copy) for _, copy in measured[:3]],
                why="A size, a limit or a rating is what is compared and passed on.",
                fix="Keep them; put the ones that decide beside the name of what they belong to.",
                weight=0.35,
                key="measured",
            )
        )
    return kept


def _years(evidence: Sequence[Proof]) -> list[str]:
    """The oldest and the newest year named in a proof."""
    years = sorted({year for entry in evidence for year in re.findall(r"\b(?:199|20[0-3])\d\b", entry.copy.text)})
    return [years[0], years[-1]] if years else []
