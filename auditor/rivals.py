"""Several sites compared on the same scope: what can be told apart, what all of them say, what only one says.

Every site is cut to the same scope first: the groups of page kinds that all have, the same number of pages of each,
nearest to the home page first. A site that is simply larger, or has a page of terms more, does not differ by that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from msgspec import structs

from auditor import lexicon
from auditor.audit import quote
from auditor.classify import ShareModel
from auditor.entities import Kind, entities
from auditor.focus import GROUPS, KIND_WEIGHTS, site_profile
from auditor.likeness import LIKE_ELSEWHERE, assign, likeness
from auditor.model import AuditResult, Copy, JudgedPage, Label, PageKind, Quote, Region, Role, Rollup, Run, Score
from auditor.site import FOCUS_KINDS, Site, company_names
from auditor.statement import own_words
from auditor.strength import strongest
from auditor.text import word_count
from auditor.versus import SCHEMA, Apart, Seat, Shared, Slice, Swap, Versus, words_ahead
from auditor.voices import proper, quoted

CAP = 20
"""Pages of one group compared at most, where every site has as many."""

OWN = 3
"""Words of its own from which a line could not be a rival's (as in the audit of the audience)."""

QUOTES = 4
"""Quotes shown of one thing."""

ONLY = 6
"""Lines shown that only one site says."""

SHARED = 8
"""Things shown that all sites say."""

_FIGURES = re.compile(r"\d[\d.,]*")
_NOT_SAID = (Role.QUOTE, Role.LINK, Role.BUTTON)
_TYPES = {
    "rank": "that it leads or is the best",
    "record": "how long it has been in business",
    "price": "that its prices are good",
    "crowd": "that many trust it",
}
"""Types of claims by the public list "claims", as a reader would name them."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One site as it comes in: its run and its judged pages."""

    run: Run
    pages: tuple[JudgedPage, ...]


Perform = Callable[[Site], tuple[Sequence[AuditResult], Sequence[Score]]]


def compare(
    contenders: Sequence[Contender], perform: Perform, *, correction: ShareModel | None = None, cap: int = CAP
) -> Versus:
    """These sites side by side. ``perform`` runs the audits on the part of a site that is compared."""
    wholes = [_whole(contender, correction) for contender in contenders]
    slices, sites = same_scope(wholes, cap)
    told = [perform(site) for site in sites]
    echoed = _echoed(sites)
    seats = [
        _seat(contender, site, *found, said)
        for contender, site, found, said in zip(contenders, sites, told, echoed, strict=True)
    ]
    only = _only(sites)
    seats = [replace(seat, only=quotes) for seat, quotes in zip(seats, only, strict=True)]
    apart, together, unmeasured = told_apart(seats)
    last = contenders[-1].run
    return Versus(
        SCHEMA,
        last.auditor,
        last.method,
        tuple(seats),
        slices,
        apart,
        together,
        unmeasured,
        tuple(_shared(sites)),
        tuple(_notes([contender.run for contender in contenders], seats)),
    )


# --- the same scope -------------------------------------------------------------------------------------------------


def _whole(contender: Contender, correction: ShareModel | None) -> Site:
    run, pages = contender.run, tuple(sorted(contender.pages, key=lambda page: page.url))
    names = company_names(run.site, [page.page for page in pages], run.name)
    homes = sorted(
        (page for page in pages if page.clicks == 0 or page.kind is PageKind.HOME),
        key=lambda page: (page.clicks != 0, len(page.url), page.url),
    )
    return Site(run.site, run.name or run.site, names, pages, homes[0] if homes else None, correction)


def same_scope(sites: Sequence[Site], cap: int = CAP) -> tuple[tuple[Slice, ...], list[Site]]:
    """The groups of pages that are compared, and every site cut to them."""
    groups = [_groups(site) for site in sites]
    slices = []
    for group in KIND_WEIGHTS:
        found = tuple(len(own[group]) for own in groups)
        if any(found):
            slices.append(Slice(group, found, min(cap, *found)))
    cut = []
    for site, own in zip(sites, groups, strict=True):
        pages = [page for part in slices for page in own[part.group][: part.compared]]
        cut.append(cut_to(site, pages))
    return tuple(slices), cut


def _groups(site: Site) -> dict[str, list[JudgedPage]]:
    found: dict[str, list[JudgedPage]] = defaultdict(list)
    for page in sorted(site.pages, key=_nearness):
        if page.kind in FOCUS_KINDS and not page.twin_of:
            found[GROUPS[page.kind]].append(page)
    return found


def _nearness(page: JudgedPage) -> tuple[int, int, str]:
    return (page.clicks if page.clicks is not None else 10**6, len(page.url), page.url)


def cut_to(site: Site, pages: Sequence[JudgedPage]) -> Site:
    """The site with these pages alone; a unit that was counted on a page left out is counted where it now stands first."""
    seen: set[str] = set()
    kept = []
    for page in sorted(pages, key=_nearness):
        copy = []
        for one in page.copy:
            key = one.text.casefold()
            counts = one.unit.region.is_copy and key not in seen
            if counts:
                seen.add(key)
            copy.append(structs.replace(one, counted=counts) if counts is not one.counted else one)
        kept.append(replace(page, copy=tuple(copy)))
    kept.sort(key=lambda page: page.url)
    home = next((page for page in kept if site.home and page.url == site.home.url), None)
    return replace(site, pages=tuple(kept), home=home)


# --- side by side ---------------------------------------------------------------------------------------------------


def _seat(
    contender: Contender, site: Site, results: Sequence[AuditResult], scores: Sequence[Score], echoed: set[str]
) -> Seat:
    run = contender.run
    first = next((result for result in results if result.id == "first-screen"), None)
    words, likely = words_ahead(first.numbers if first else {})
    why = ""
    if words is None:
        known = first is not None and "words_to_customer" in first.numbers
        why = "no line clearly about a customer on the home page" if known else "could not be measured"
        why += "" if likely is None else f"; one that may be after {likely:,}"
    return Seat(
        run.site,
        run.name or run.site,
        run.id,
        run.finished,
        run.verdict,
        run.coverage.read,
        len(site.pages),
        site_profile(site),
        tuple(scores),
        words,
        why,
        _swap(site, echoed),
    )


def told_apart(seats: Sequence[Seat]) -> tuple[tuple[Apart, ...], tuple[str, ...], tuple[str, ...]]:
    """The pairs whose intervals leave each other out, the measures without such a pair, and those without intervals."""
    apart: list[Apart] = []
    together, unmeasured = [], []
    for measure, spans in _measures(seats).items():
        known = [(place, span) for place, span in enumerate(spans) if span is not None]
        if len(known) < 2:
            unmeasured.append(measure)
            continue
        found = [Apart(measure, a, b, high, low) for a, high in known for b, low in known if high[0] > low[1]]
        apart += found
        if not found:
            together.append(measure)
    return tuple(apart), tuple(together), tuple(unmeasured)


def _measures(seats: Sequence[Seat]) -> dict[str, list[tuple[float, float] | None]]:
    """Every measure with its interval at each site, None where there is none."""
    found: dict[str, list[tuple[float, float] | None]] = {}
    for name in seats[0].profile.shares:
        shares = [seat.profile.shares[name] for seat in seats]
        found[f"talk about {_TALK[name]}"] = [
            (share.low, share.high) if share.low is not None and share.high is not None else None for share in shares
        ]
    for place, score in enumerate(seats[0].scores):
        scores = [seat.scores[place] for seat in seats]
        found[score.name] = [
            (one.low, one.high) if one.value is not None and one.low is not None and one.high is not None else None
            for one in scores
        ]
    return found


_TALK = {"customer": "customers", "product": "the product", "company": "the company itself"}


def _notes(runs: Sequence[Run], seats: Sequence[Seat]) -> Iterable[str]:
    for run in runs:
        if not run.coverage.complete:
            yield f"The crawl of {run.site} was interrupted: it is compared by the pages kept by then."
        if part := run.coverage.sampled:
            yield (
                f"Of {run.site} the large model read {part.lines:,} of {part.of_lines:,} lines and the small one the rest; its "
                "shares are corrected for the difference."
            )
    if any(run.settings.get("fast") for run in runs):
        yield "Lines were labelled with the small model, which is less accurate."
    days = sorted({run.finished[:10] for run in runs})
    if len(days) > 1:
        yield f"The sites were read on different days, from {days[0]} to {days[-1]}."
    if seats[0].pages == 0:
        yield "The sites have no kind of page in common: nothing could be compared."


# --- the name swap --------------------------------------------------------------------------------------------------


def _swap(site: Site, echoed: set[str]) -> Swap:
    lines = _lines(site)
    common = site.common_words
    swapped = [copy for copy in lines if copy.unit.id in echoed or not _particular(site, copy, common)]
    swapped.sort(key=lambda copy: (copy.unit.region is not Region.FIRST, -word_count(copy.text), copy.unit.id))
    return Swap(len(lines), len(swapped), tuple(quote(copy) for copy in swapped[:QUOTES]))


def _echoed(sites: Sequence[Site]) -> list[set[str]]:
    """Of each site the ids of the lines that another one says in nearly these words, the names apart."""
    lines = [_lines(site) for site in sites]
    bare = [[nameless(site, copy.text) for copy in own] for site, own in zip(sites, lines, strict=True)]
    found: list[set[str]] = [set() for _ in sites]
    for a, b in combinations(range(len(sites)), 2):
        for i, j, _ in assign(bare[a], bare[b], LIKE_ELSEWHERE):
            if _FIGURES.findall(bare[a][i]) == _FIGURES.findall(bare[b][j]):
                found[a].add(lines[a][i].unit.id)
                found[b].add(lines[b][j].unit.id)
    return found


def _lines(site: Site) -> list[Copy]:
    """The company's own lines that say something of customers, product or company with certainty."""
    found = []
    for page, copy in site.copy():
        if copy.unit.role in _NOT_SAID or copy.unit.cite or copy.unit.id in quoted(site, page) or not copy.sure:
            continue
        if copy.label in (Label.OTHER, Label.POLICY, Label.SPEC) or word_count(copy.text) <= OWN:
            continue
        found.append(copy)
    return found


def _particular(site: Site, copy: Copy, common: frozenset[str]) -> bool:
    """Whether a line could not be another company's once the names are swapped: a figure, a name, words of its own."""
    text = nameless(site, copy.text)
    return bool(re.search(r"\d", text)) or bool(proper(text, common)) or len(own_words(text)) >= OWN


def nameless(site: Site, text: str) -> str:
    """The text without the names of the company and of its products."""
    bare = entities(site).without(site.name_pattern.sub(" ", text), Kind.PRODUCT)
    return " ".join(bare.split())


def _only(sites: Sequence[Site]) -> list[tuple[Quote, ...]]:
    """Of each site the lines that none of the others says: strong ones first, then others with a figure or a result."""
    bare = [[(copy, nameless(site, copy.text)) for copy in _lines(site)] for site in sites]
    found = []
    for place, site in enumerate(sites):
        common = site.common_words
        ranked = [entry.copy for entry in strongest(site)] + [
            copy
            for copy in _loud(_lines(site))
            if copy.label.rollup is Rollup.CUSTOMER or (copy.label is Label.COMPANY and re.search(r"\d", copy.text))
        ]
        strong = [
            copy
            for copy in dict.fromkeys(ranked)
            # a postal address is a figure and names, and says nothing
            if _particular(site, copy, common) and 3 * copy.text.count(",") < word_count(copy.text)
        ]
        texts = [nameless(site, copy.text) for copy in strong]
        others = [text for other, lines in enumerate(bare) if other != place for _, text in lines]
        said = {i for i, _, _ in assign(texts, others, LIKE_ELSEWHERE)}
        chosen: list[int] = []
        for i in range(len(strong)):
            # lines cut from one pattern ("You win back 7 hours on line 6") are one thing to say
            if i not in said and all(likeness(texts[i], texts[other]) < LIKE_ELSEWHERE for other in chosen):
                chosen.append(i)
            if len(chosen) == ONLY:
                break
        found.append(tuple(quote(strong[i]) for i in chosen))
    return found


def _shared(sites: Sequence[Site]) -> list[Shared]:
    """What every site says: the same line but for the names, the same type of claim, the same words of praise."""
    lines = [_lines(site) for site in sites]
    found: dict[tuple[str, ...], Shared] = {}
    for item in (*_same_lines(sites, lines), *_same_claims(lines), *_same_words(lines)):
        found.setdefault(tuple(quote.text for quote in item.quotes), item)
    return list(found.values())[:SHARED]


def _same_lines(sites: Sequence[Site], lines: Sequence[Sequence[Copy]]) -> list[Shared]:
    first, *rest = ([nameless(site, copy.text) for copy in own] for site, own in zip(sites, lines, strict=True))
    pairs = [{i: j for i, j, _ in assign(first, other, LIKE_ELSEWHERE)} for other in rest]
    found = []
    for i, copy in enumerate(lines[0]):
        if pairs and all(i in pair for pair in pairs):
            others = [lines[place + 1][pair[i]] for place, pair in enumerate(pairs)]
            if len({tuple(_FIGURES.findall(one.text)) for one in (copy, *others)}) > 1:
                continue  # "since 1921" and "since 1988" are two statements
            found.append(Shared("the same line, but for the names", tuple(map(quote, (copy, *others)))))
    return found


def _same_claims(lines: Sequence[Sequence[Copy]]) -> list[Shared]:
    lists = lexicon.load("claims")
    found = []
    for group, words in _TYPES.items():
        hits = [next((copy for copy in _loud(own) if lists.has(copy.text, group)), None) for own in lines]
        if all(hits):
            found.append(Shared(words, tuple(quote(copy) for copy in hits if copy)))
    return found


def _same_words(lines: Sequence[Sequence[Copy]]) -> list[Shared]:
    lists = lexicon.load("boast")
    said: list[dict[str, Copy]] = []
    for own in lines:
        terms: dict[str, Copy] = {}
        for copy in _loud(own):
            for match in lists.find(copy.text, "phrase", "claim"):
                # one word in the middle of a sentence may mean anything ("guest experience"); in a heading it is a claim
                if " " not in match.term and copy.unit.role is not Role.HEADING:
                    continue
                terms.setdefault(copy.text[match.start : match.end].casefold(), copy)
        said.append(terms)
    every = set(said[0]).intersection(*said[1:])
    return [
        Shared(f"“{term}”", tuple(quote(own[term]) for own in said))
        for term in sorted(every, key=lambda t: (-len(t), t))
    ]


def _loud(lines: Sequence[Copy]) -> list[Copy]:
    """Lines as a visitor meets them: first screens and headings before the rest, short before long."""
    return sorted(
        lines,
        key=lambda copy: (
            copy.unit.region is not Region.FIRST,
            copy.unit.role is not Role.HEADING,
            word_count(copy.text),
            copy.unit.id,
        ),
    )
