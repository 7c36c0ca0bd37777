"""What would a visitor take for carelessness: typing errors, gaps, notes and samples left in published pages?

Why it matters
--------------
A buyer who finds "Recognized by year after year" or a page of Latin filler asks who checks the work if nobody checks the
words. Nothing on a website is cheaper to put right, and nothing here is a matter of taste.

How it is measured
------------------
All visible text, page titles and descriptions are read for traces that no reader takes for intended: sentences with a
gap where a name or figure was to stand; notes to the owner, the builder's sample text and links, and program code left in; contact data that
only ever stands for an example; characters garbled, or shown as the code that stands for them; doubled words and stops;
blanks missing between two sentences; small words that are wrong where they stand; days that no calendar has, and days
of the week that their date does not fall on; scraps of a sentence repeated on {SCRAP_PAGES} or more pages; headings cut
off in the middle; entries for what comes round each year ("summer league 2024")
under a year that is over by the site's own lines; pages of up to {STUB} words that only announce what will stand there; the company's own name with a slip in it or in two spellings. A word counts as misspelled only when
it stands on a public list of misspellings, or is unknown to a dictionary of 82,765 words and differs by a turn of two
letters, or by one letter, from a word that is common in English or that the site itself uses often; where another
common word is nearly as near, what was meant is not said. Apostrophes and amounts ("£450.000") are told where the site
itself writes the same right elsewhere; a quotation mark within a word ("doesn"t") and a small L for I need no other line. A phrase that stands elsewhere with a known word of nearly the
same letters is evidence enough for names too, and a school, a register or a council named so is told by itself. Never counted:
product names, British or American spelling, words in customers' quotes and in texts of another language, anything
written more than twice. One finding for each kind, {SHOWN} places shown.

How to fix it
-------------
Correct the places shown today; then search all pages for the same words, because a copied mistake seldom comes alone.

Limit
-----
A right word in the wrong place ("meat" for "meet") is not seen; grammar is not judged. What a script or an image shows
is not read.

Fails
-----
/ Acme
[first heading 1] company: Pumps that dairys trust
[first sentence] company: Recognized by year after year for outstanding service.
[main sentence] company: We will not rest until you are satisifed.
/policy Acme | Terms
[main sentence] policy: This page is a general template and not legal advice.

Passes
------
/ Acme
[first heading 1] outcome: Keep milking when a pump fails
[first sentence] company: Recognized by the county year after year for outstanding service.
[main sentence] feature: Our colour-coded aluminium couplings meet the behavioural standard in moulded parts.
[main quote cite=Jo Ray, Hilltop] company: They recieve my calls at any hour.

Sources
-------
The word lists visible-errors and misspellings name their own sources. That visible flaws cost trust: Fogg et al. 2001,
"What Makes Web Sites Credible?", CHI 2001 (typographical errors lowered credibility in a survey of 1,400 people).
Dictionary: symspellpy 6 (MIT), from the word counts of Google Books Ngram and the word lists of SCOWL.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor import lexicon, naming, slips, spelling
from auditor.audit import Verdict, audit, finding, quote
from auditor.entities import entities
from auditor.figures.dates import is_over, misdated, years
from auditor.model import Copy, Finding, JudgedPage, PageKind, Quote, Region, Role, Tier
from auditor.site import SELLING_KINDS, Site, leftover

SHOWN = 5
"""Places quoted for one kind of error."""

SCRAP_PAGES = 2
"""Pages on which the same loose end of a sentence must stand."""

SPACED = 3
"""Places with a blank before a stop from which it is a habit of the site and no trace of a missing word."""

SHORTEST_NAME = 8
"""Letters from which a company's name is looked for with a slip in it."""

STUB = 60
"""Words up to which a page that announces its own contents has nothing else to say."""

MIN_WORDS = 20
"""Fewer words on all pages than this: not enough to judge."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of error: what to say of one place and of several, why it matters, what to do, how much it weighs."""

    one: str
    many: str
    fix: str
    weight: float
    lead: bool = True
    why: str = "Visitors take it as a sample of how carefully the rest is done."


_KINDS = {
    "lorem": _Kind(
        "A page still holds Latin filler text", "{n} places still hold Latin filler text",
        "Replace the filler with your own words, or take the block out.", 1.0,
    ),
    "note": _Kind(
        "A note meant for the site's owner is published: “{hit}”", "{n} notes meant for the site's owner are published, such as “{hit}”",
        "Put in what was to stand there, or do what the note asks; then delete the note.", 0.95, why="It tells every visitor that the page was put up unread.",
    ),
    "sample": _Kind(
        "A text of the website's builder stands in the page: “{hit}”{times}", "Texts of the website's builder stand in the pages: {list}",
        "Look at the page, where it may be folded away or hidden; take its block out, or put your own words there.", 0.95,
        why="Search engines and screen readers take it for your words; a visitor who sees it knows that nobody looked.",
    ),
    "slot": _Kind(
        "A sentence has a gap where a name or figure should stand: “{hit}”",
        "{n} sentences have a gap where a name or figure should stand, such as “{hit}”",
        "Put the missing name or figure in, or rewrite the sentence without it.", 0.9,
        why="Where the gap names who recognised, certified or trusted you, the proof is what is missing.",
    ),
    "code": _Kind(
        "A page shows program code to visitors: “{hit}”", "{n} places show program code to visitors, such as “{hit}”",
        "Have the page's template corrected so that the value appears, or nothing.", 0.85,
    ),
    "standin": _Kind(
        "Contact data of an example is published: “{hit}”", "Contact data of an example is published in {n} places, such as “{hit}”",
        "Put your own address, number or name there.", 0.9, why="Whoever uses it does not reach you.",
    ),
    "placeholder": _Kind(
        "“{hit}” looks like an example that was never replaced", "{n} entries look like examples that were never replaced, such as “{hit}”",
        "Check whether it is real; if not, put your own there.", 0.4, lead=False,
    ),
    "name": _Kind(
        "The company's own name is misspelled: “{hit}” for “{meant}”", "The company's own name is misspelled in {n} places, such as “{hit}” for “{meant}”",
        "Write the name the same way everywhere.", 0.85,
    ),
    "body": _Kind(
        "The name of an institution is misspelled: “{hit}”", "The names of {n} institutions are misspelled: {list}",
        "Write the name as the institution itself does.", 0.85, why="Whoever checks the training, the register or the membership starts from this name.",
    ),
    "alt": _Kind(
        "The company's own name is misspelled in the text behind a picture: “{hit}” for “{meant}”",
        "The company's own name is misspelled in the text behind {n} pictures, such as “{hit}” for “{meant}”",
        "Correct the picture's alternative text.", 0.5, lead=False, why="Search engines and screen readers read it out.",
    ),
    "variant": _Kind(
        "The company's name is spelled in two ways: “{hit}” and “{meant}”", "The company's name is spelled in several ways, such as “{hit}” and “{meant}”",
        "Choose one spelling and use it everywhere.", 0.6,
    ),
    "spelling": _Kind(
        "“{hit}” is misspelled{told}", "{n} words are misspelled: {list}",
        "Correct the words, then let a spelling checker run over every page.", 0.75,
    ),
    "scrap": _Kind(
        "A loose end of a sentence stands on {pages} pages: “{hit}”", "Loose ends of sentences stand on {pages} pages, such as “{hit}”",
        "Join it to its sentence or delete it in the page template.", 0.7,
    ),
    "fragment": _Kind(
        "A heading stops in the middle: “{hit}”", "{n} headings stop in the middle, such as “{hit}”",
        "Finish the heading.", 0.5, lead=False,
    ),
    "garbled": _Kind(
        "Characters are garbled: “{hit}”", "Characters are garbled in {n} places, such as “{hit}”",
        "Have the page's character encoding set right (UTF-8) and the text pasted again.", 0.6,
    ),
    "escape": _Kind(
        "A page shows the code of a character instead of the character: “{hit}”",
        "{n} places show the code of a character instead of the character, such as “{hit}”",
        "Put the character itself in its place, or have the template stop escaping the text twice.", 0.6,
    ),
    "space": _Kind(
        "A space is missing: “{hit}”", "Spaces are missing in {n} places, such as “{hit}”",
        "Put a space behind the punctuation mark.", 0.45, lead=False,
    ),
    "stops": _Kind(
        "Two stops stand where one belongs: “{hit}”", "Two stops stand where one belongs in {n} places, such as “{hit}”",
        "Delete one of them.", 0.4, lead=False,
    ),
    "unfinished": _Kind(
        "A page is put up empty: “{hit}”", "{n} pages are put up empty, such as “{hit}”",
        "Fill the page, or take it out of the menu until it has something to say.", 0.7, why="Whoever clicked came for an answer and found none.",
    ),
    "weekday": _Kind(
        "The date and its day of the week do not fit: “{hit}” was a {meant}",
        "{n} dates and their days of the week do not fit, such as “{hit}” (a {meant})",
        "Find out which of the two is right.", 0.8, why="Whoever comes on the wrong day will not come again.",
    ),
    "outdated": _Kind(
        "An entry still names a year that is over: “{hit}”", "{n} entries still name a year that is over, such as “{hit}”",
        "Put this year's in their place, or say that they are past.", 0.65, why="Whoever plans by it cannot tell what else is out of date.",
    ),
    "doubled": _Kind(
        "A word stands twice: “{hit}”", "Words stand twice in {n} places, such as “{hit}”",
        "Delete the second word.", 0.6,
    ),
    "confused": _Kind(
        "A wrong word stands in a sentence: “{hit}”", "Wrong words stand in {n} sentences, such as “{hit}”",
        "Correct the word.", 0.55,
    ),
    "mark": _Kind(
        "A quotation mark stands in place of an apostrophe: “{hit}”", "Quotation marks stand in place of apostrophes in {n} places, such as “{hit}”",
        "Put the apostrophe in; search every page for the same mark inside a word.", 0.6,
    ),
    "letter": _Kind(
        "A small L stands in place of a capital I: “{hit}”", "A small L stands in place of a capital I in {n} places, such as “{hit}”",
        "Type the capital letter; the text was probably read by a scanner, so check the rest of it.", 0.5,
    ),
    "apostrophe": _Kind(
        "“{hit}” should be “{meant}”: the apostrophe is wrong here and right elsewhere", "{n} apostrophes are wrong here and right elsewhere: {list}",
        "Correct the apostrophes shown, then search for the same words on every page.", 0.55,
    ),
    "amount": _Kind(
        "“{hit}” has a point where a comma belongs ({meant})", "{n} amounts have a point where a comma belongs: {list}",
        "Set the comma, as elsewhere on the site.", 0.75, why="Read as it stands, the amount is a thousand times smaller.",
    ),
    "comma": _Kind(
        "A headline has its comma in the wrong place: “{hit}”", "{n} headlines have a comma in the wrong place, such as “{hit}”",
        "Move the space behind the comma.", 0.5,
    ),
    "date": _Kind("There is no such day: “{hit}”", "{n} dates do not exist, such as “{hit}”", "Correct the date.", 0.8),
}  # fmt: skip
_SAME_KIND = {"entity": "escape", "mojibake": "garbled"}
_SHOWN_WIDER = frozenset({"slot", "garbled", "escape"})
_TEACHING = frozenset({PageKind.DOCS, PageKind.SUPPORT, PageKind.BLOG})
_FOREIGN = re.compile(
    r"(?<![\w'’])(?:los|las|muy|usted|nosotros|para|por|con el|con la|y|que|und|für|der|avec|pour|les|della|che|amet|nec|nostra|donec|sociosqu)"
    r"(?![\w'’])"
)
_PRAISED = re.compile(r"review|testimonial|stories|feedback", re.I)
_SPACED = re.compile(r"\w [.,;](?=\s|$)")
_COMMA = re.compile(r"\w+ ,\w+")
_SCRAP = re.compile(r"(?:in|near|for|at|across) [A-Z][\w'’ -]{1,30}\.?")
_CUT = re.compile(r"(?:^|\s)(?:our|your|the|a|an|and|of)$")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A text of the site, where it stands, and how much it is seen (0-1)."""

    text: str
    quote: Quote
    page: JudgedPage
    seen: float
    copy: Copy | None = None

    @property
    def order(self) -> int:
        return self.copy.unit.order if self.copy else 0


@dataclass(frozen=True, slots=True)
class _Hit:
    kind: str
    spot: _Spot
    words: str
    meant: str = ""
    beside: Quote | None = None
    times: int = 1


@audit(
    passes="No error that a visitor would see was found", fails="It shows errors that every visitor can see", version=12
)
def visible_errors(site: Site) -> Verdict:
    """Judge a site."""
    spots = list(_spots(site))
    words = sum(len(spot.text.split()) for spot in spots)
    if words < MIN_WORDS:
        return Verdict.not_enough(f"Too little text to look for errors: {words} words.", words=words)
    hits = [
        *_traces(spots),
        *_spelling(site, spots),
        *_name(site, spots),
        *_variants(site, spots),
        *_scraps(site),
        *_headings(site, spots),
        *_stops(spots),
        *_convicted(spots),
        *(_Hit("weekday", spot, words, falls) for spot in spots for words, falls in misdated(spot.text)),
        *_unfinished(site),
        *_outdated(site),
    ]
    by_kind: dict[str, list[_Hit]] = defaultdict(list)
    for hit in sorted(hits, key=lambda hit: (-hit.spot.seen, hit.spot.quote.url, hit.spot.order, hit.spot.text)):
        by_kind[hit.kind].append(hit)
    findings = [_finding(kind, found) for kind, found in by_kind.items()]
    findings.sort(key=lambda entry: (-entry.weight, entry.id))
    counts = {kind: len(by_kind[kind]) for kind in _KINDS if kind in by_kind}
    total = sum(counts.values())
    pages = len({hit.spot.quote.url for hit in hits})
    summary = (
        f"{total} visible error{'s' * (total != 1)} on {pages} of {len(site.pages)} pages."
        if total
        else f"No visible error was found in {words:,} words on {site.read}."
    )
    return Verdict(summary, findings=findings, numbers={"errors": counts, "words": words, "pages": pages})


def _spots(site: Site) -> Iterator[_Spot]:
    """Every text of the site once, the first page a visitor meets first."""
    seen: set[str] = set()
    for page in sorted(site.pages, key=lambda p: (p is not site.home, p.clicks is None, p.clicks or 0, p.url)):
        for text, source in ((page.page.title, "title"), (page.page.description, "meta description")):
            if text and text.casefold() not in seen:
                seen.add(text.casefold())
                yield _Spot(text, Quote(text, page.url, source), page, 0.8)
        for copy in page.copy:
            key = copy.text.casefold()
            if key in seen or copy.unit.region is Region.OVERLAY:
                continue
            seen.add(key)
            yield _Spot(copy.text, quote(copy), page, _prominence(site, page, copy), copy)


def _unfinished(site: Site) -> Iterator[_Hit]:
    """Pages beside the home page that hold little but the announcement that something will stand there."""
    traces = lexicon.load("visible-errors")
    for page in site.pages:
        copies = [copy for copy in page.copy if copy.unit.region.is_copy]
        if page is site.home or page.twin_of or sum(len(copy.text.split()) for copy in copies) > STUB:
            continue
        for copy in copies:
            if found := traces.find(copy.text, "soon"):
                words = copy.text[found[0].start : found[0].end]
                yield _Hit(
                    "unfinished", _Spot(copy.text, quote(copy), page, _prominence(site, page, copy), copy), words
                )
                break


def _outdated(site: Site) -> Iterator[_Hit]:
    """Entries that name what comes round each year with a year that is over by the site's own news."""
    named = Counter(year for text in {copy.text for _, copy in site.copy()} for year in set(years(text)))
    now = max((year for year, lines in named.items() if lines >= NEWS), default=0)
    hits: dict[str, _Hit] = {}
    for page in site.pages:
        if page.kind in _PAST_KINDS or page.twin_of:
            continue
        for copy in page.copy:
            if is_over(copy.text, f"{copy.unit.heading} {page.page.title}", now):
                spot = _Spot(copy.text, quote(copy), page, _prominence(site, page, copy), copy)
                hits.setdefault(copy.text.casefold(), _Hit("outdated", spot, copy.text))
    if len(hits) >= OVERDUE:
        yield from hits.values()


_PAST_KINDS = frozenset(map(PageKind, "blog policy careers investors customers testimonial docs".split()))
NEWS, OVERDUE = 3, 2
"""Lines that must name a year for it to be the site's present, and entries from which it is told that theirs is over."""


def _prominence(site: Site, page: JudgedPage, copy: Copy) -> float:
    first = page is site.home and copy.unit.region is Region.FIRST
    loud = copy.unit.role is Role.HEADING or copy.unit.region is Region.FIRST
    return 1.0 if first else 0.8 if loud else 0.6 if page.kind in SELLING_KINDS or page is site.home else 0.4


def _traces(spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """What the lexicon of traces finds; a kind once in a text."""
    traces = lexicon.load("visible-errors")
    spaced = (spot.text for spot in spots if _SPACED.search(spot.text))
    habit = sum(not traces.has(text, "slot") for text in spaced) >= SPACED
    for spot in spots:
        kinds: set[str] = set()
        href = spot.copy.unit.href if spot.copy else ""  # a link that advertises it is mostly hidden: told last
        if left := leftover(spot.text, href):
            times = sum(copy.text == spot.text for copy in spot.page.copy)
            yield _Hit("sample", replace(spot, seen=0.2) if href else spot, left, times=times)
        for match in traces.find(spot.text):
            if match.group == "soon":
                continue  # an announcement is no error; a page that holds nothing else is
            kind = _SAME_KIND.get(match.group, match.group)
            words = spot.text[match.start : match.end].strip()
            if spot.page.kind in _TEACHING and kind in ("note", "code", "garbled", "escape", "placeholder"):
                continue
            if kind in kinds or (kind == "slot" and habit and _SPACED.search(words)):
                continue
            if kind in ("doubled", "confused", "letter", "mark") and (_told(spot) or spelling.is_foreign(spot.text)):
                continue
            if kind in ("lorem", "note") and _spoken_of(spot, words):
                continue
            kinds.add(kind)
            yield _Hit(kind, spot, slips.around(spot.text, match.start, match.end) if kind in _SHOWN_WIDER else words)


_LATIN = re.compile(
    r"\b(?:lorem|ipsum|dolor|sit|amet|consectetur|adipisc?ing|elit|sed|eiusmod|tempor|incididunt|labore|dolore|magna|aliqua|enim|minim|veniam|quis|nostrud|vestibulum|nulla|vel|nec)\b",
    re.I,
)
_FILLER = re.compile(r"lorem|placeholder|dummy text|filler|mock-?up|template", re.I)
_BARE = frozenset(
    {"placeholder text", "replace this text", "this is placeholder text", "this is sample text", "this is dummy text"}
)
LATIN = 0.5
"""Share of a text's words that must be Latin filler for it to be filler, and not a text about it."""


def _spoken_of(spot: _Spot, words: str) -> bool:
    """True for a text about filler and templates, which the site's trade may be: nobody forgot it there."""
    about = f"{spot.page.page.title} {spot.copy.unit.heading if spot.copy else ''}"
    latin = len(_LATIN.findall(spot.text)) / max(1, len(spot.text.split()))
    if re.match(r"lorem|ipsum|dolor|consectetur|vestibulum", words, re.I):
        return latin < LATIN
    if words.casefold() in _BARE:
        return bool(_FILLER.search(about)) or len(spot.text.split()) > 2 * len(words.split())
    return False


def _told(spot: _Spot) -> bool:
    """True for words that are not the company's own: a customer's, or a foreign text."""
    copy = spot.copy
    quoted = copy is not None and (copy.unit.role is Role.QUOTE or bool(copy.unit.cite))
    praised = spot.page.kind is PageKind.TESTIMONIAL or bool(_PRAISED.search(urlsplit(spot.page.url).path))
    return quoted or praised or spot.text[:1] in '"“‘«' or bool(_FOREIGN.search(spot.text))


def _spelling(site: Site, spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """Misspelled words, each once."""
    own = [spot for spot in spots if not _told(spot)]
    names = entities(site).words.union(word.casefold() for word in re.findall(r"[A-Za-z]+", site.host))
    texts = [spot.text for spot in own]
    found = spelling.misspelled_in(texts)
    wrong = {word: "" if spelling.is_open(word, meant) else meant for word, meant in found.items() if word not in names}
    wrong = {word: meant for word, meant in slips.respelled(texts).items() if word not in names} | wrong
    for word, meant in slips.written_right(texts).items():
        if spelling.plain(wrong.get(word) or meant) == spelling.plain(meant):
            wrong[word] = meant  # in the site's own spelling
    done: set[str] = set()
    for spot in sorted(own, key=lambda spot: -spot.seen) if wrong else ():
        for match in spelling.WORD.finditer(spot.text):
            word, low = match[0], match[0].casefold()
            if low in wrong and low not in done and not spelling.is_foreign(spot.text):
                done.add(low)
                body = (
                    spelling.INSTITUTION.search(spot.text[match.end() :])
                    if word[0].isupper() and not word.isupper()
                    else None
                )
                yield _Hit("body", spot, word + body[0]) if body else _Hit("spelling", spot, word, wrong[low])


def _stops(spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """Stops without a blank behind them, and stops that stand twice."""
    for spot in spots:
        if spot.page.kind in _TEACHING or _told(spot) or spot.copy is None:
            continue
        for kind, words in slips.stops(spot.text):
            yield _Hit(kind, spot, words)


def _convicted(spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """Apostrophes and amounts that the site itself writes right elsewhere."""
    own = {spot.text: spot for spot in spots if not _told(spot)}
    for kind, found in (("apostrophe", slips.apostrophes(list(own))), ("amount", slips.mispointed(list(own)))):
        for text, words, meant in found:
            yield _Hit(kind, own[text], words, meant)


def _name(site: Site, spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """The company's name with a slip in it."""
    alts = [
        _Spot(image.alt, Quote(image.alt, page.url, "alt"), page, 0.2)
        for page in site.pages
        for image in page.page.images
        if image.alt
    ]
    for name in sorted({naming.short(name) for name in (site.name, *site.names)}):
        parts = name.split()
        if len(name) < SHORTEST_NAME or any(part.isdigit() for part in parts):
            continue
        shape = re.compile(r"\b" + re.escape(name[0]) + r"[\w&'’.-]*" + r" [A-Z&][\w&'’.-]*" * (len(parts) - 1) + r"\b")
        done: set[str] = set()
        for spot in (*spots, *alts):
            for match in shape.finditer(spot.text):
                if match[0] not in done and spelling.is_slip_in_name(match[0], name):
                    done.add(match[0])
                    yield _Hit("alt" if spot.quote.source == "alt" else "name", spot, match[0], name)


def _variants(site: Site, spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """A longer form of the company's name that stands in British and in American spelling."""
    name = naming.short(site.name)
    if len(name) < SHORTEST_NAME or not name[0].isupper():
        return
    longer = re.compile(r"\b" + re.escape(name) + r"(?: [A-Z][a-z]+){1,3}\b")
    forms: dict[str, dict[str, _Spot]] = defaultdict(dict)
    for spot in spots:
        for match in longer.finditer(spot.text):
            for end in [match.end(), *(match.start() + found.start() for found in re.finditer(" ", match[0]))]:
                text = spot.text[match.start() : end]
                if len(text) > len(name):
                    forms[" ".join(map(spelling.plain, text.casefold().split()))].setdefault(text, spot)
    twofold = [found for found in forms.values() if len(found) > 1]
    if twofold:
        (one, spot), (other, second) = sorted(max(twofold, key=lambda found: len(next(iter(found)))).items())[:2]
        yield _Hit("variant", spot, one, other, second.quote)


def _scraps(site: Site) -> Iterator[_Hit]:
    """The same short end of a sentence, cut loose by a full stop, on several pages."""
    places: dict[str, list[_Spot]] = defaultdict(list)
    ahead: dict[str, Quote] = {}
    for page in site.pages:
        for before, copy in zip(page.copy, page.copy[1:], strict=False):
            loose = _SCRAP.fullmatch(copy.text) and copy.unit.block == before.unit.block and before.text[-1:] in ".!"
            if loose and copy.unit.region.is_copy:
                ahead[copy.unit.id] = quote(before)
                places[copy.text].append(_Spot(copy.text, quote(copy), page, _prominence(site, page, copy), copy))
    for text, spots in places.items():
        pages = len({spot.page.url for spot in spots})
        if pages >= SCRAP_PAGES:
            best = max(spots, key=lambda spot: (spot.seen, spot.page.url))
            yield _Hit("scrap", best, text, str(pages), ahead[best.quote.unit])


def _headings(site: Site, spots: Sequence[_Spot]) -> Iterator[_Hit]:
    """Headings that stop in the middle or have a comma in the wrong place."""
    following = {a.unit.id: b for page in site.pages for a, b in zip(page.copy, page.copy[1:], strict=False)}
    for spot in spots:
        copy = spot.copy
        if copy is None or copy.unit.role is not Role.HEADING:
            continue
        if match := _COMMA.search(spot.text):
            yield _Hit("comma", spot, match[0])
        after = following.get(copy.unit.id)
        goes_on = after is not None and (
            after.unit.role is Role.HEADING or len(after.text.split()) < 5 or after.text[0].islower()
        )
        if _CUT.search(spot.text) and not goes_on and len(spot.text.split()) > 1:
            yield _Hit("fragment", spot, spot.text)


def _finding(kind: str, hits: Sequence[_Hit]) -> Finding:
    """One finding for all places of a kind."""
    told, first = _KINDS[kind], hits[0]
    values = {
        "hit": first.words[:90],
        "meant": first.meant,
        "told": f" (“{first.meant}”)" if first.meant else "",
        "n": len(hits),
        "times": f", {first.times} times" * (first.times > 1),
        "pages": max(int(hit.meant) for hit in hits) if kind == "scrap" else 0,
        "list": ", ".join(f"“{hit.words}”" + f" ({hit.meant})" * bool(hit.meant) for hit in hits[:SHOWN])
        + (", …" if len(hits) > SHOWN else ""),
    }
    pairs = [[hit.beside, hit.spot.quote] if kind == "scrap" else [hit.spot.quote, hit.beside] for hit in hits]
    quotes = list(dict.fromkeys(entry for pair in pairs for entry in pair if entry))[:SHOWN]
    weight = told.weight * (0.7 + 0.3 * first.spot.seen)
    title = (told.one if len(hits) == 1 else told.many).format(**values)
    return finding(
        "visible-errors", kind, Tier.VISIBLE, title, quotes, why=told.why, fix=told.fix, weight=weight, lead=told.lead
    )
