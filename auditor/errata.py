"""What no reader of a website takes for intended: slips, gaps, and what a builder, a template or another site left.

Each place is a :class:`Hit`: its kind, where it stands, the words, and what was meant. What is to be said of a kind, and
how grave it is, stands in :mod:`auditor.audits.visible_errors`. What texts alone tell is in :mod:`auditor.slips` and
:mod:`auditor.spelling`; here is what needs the site: its pages, names, pictures, and who speaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from auditor import declared, grammar, lexicon, misprints, naming, slips, spelling, unfilled
from auditor.audit import quote
from auditor.cues import rare
from auditor.entities import entities
from auditor.figures.dates import is_over, misdated, years
from auditor.inflections import cased, plain
from auditor.leftovers import OF_FILLER, TEACHING, asides, cards, leftover
from auditor.misnamed import mistermed, own_name
from auditor.model import Copy, JudgedPage, PageKind, Quote, Region, Role
from auditor.passages import around
from auditor.places import Hit, Spot, prominence
from auditor.site import Site
from auditor.voices import quoted

SPACED = 3
"""Places with a blank before a stop from which it is a habit of the site and no trace of a missing word."""

STUB = 60
"""Words up to which a page that announces its own contents has nothing else to say."""

_SAME_KIND = {"entity": "escape", "mojibake": "garbled"}
_SHOWN_WIDER = frozenset({"slot", "garbled", "escape"})
_OWN_WORDS = frozenset("doubled confused letter mark gap question run until capital point amid small unended".split())
"""Kinds that are looked for in the company's own words alone."""
_CODING = frozenset({PageKind.DOCS, PageKind.SUPPORT})
_FOREIGN = rare(
    r"(?<![\w'’])(?:los|las|muy|usted|nosotros|para|por|con el|con la|y|que|und|für|der|avec|pour|les|della|che|amet|nec|nostra|donec|sociosqu)"
    r"(?![\w'’])"
)
_TERM = re.compile(r"[\"“][^\"“”.!?]{3,60}[\"”] \W{0,3}(?!(?:says?|said|wrote|writes)\b)[\w\"“].{20}")
_PRAISED = rare(r"review|testimonial|stories|feedback", re.I)
_SPACED = rare(r"\w [.,;](?=\s|$)")


def spots(site: Site) -> list[Spot]:
    """Every text of the site once, titles and descriptions among them, the first page a visitor meets first."""
    return list(_spots(site))


def errata(site: Site, spots: Sequence[Spot]) -> list[Hit]:
    """All that is wrong in plain sight on a site, among these texts of it and around them."""
    own = [spot for spot in spots if not _told(spot)]
    seen = {spot.text for spot in own}
    alts = [
        Spot(alt, Quote(alt, page.url, "alt"), page, 0.2)
        for alt, page in dict(reversed(list(_alts(site)))).items()
        if alt not in seen
    ]
    shown = [*own, *reversed(alts)]
    made = asides(page.page for page in site.pages)
    severed = list(declared.severed(site))
    cut = {hit.spot.text for hit in severed}
    aside = ((spot, made[spot.text]) for spot in spots if spot.text in made)
    hits = [
        *_traces(spots),
        *(Hit("aside", replace(spot, seen=sure * max(0.8, spot.seen)), spot.text) for spot, sure in aside),
        *_spelling(site, shown),
        *_quoted(spots),
        *_name(site, [*spots, *reversed(alts)]),
        *_variants(site, own),
        *_stops(own),
        *_ungrammatical(shown),
        *_small(site, own),
        *_convicted(site, own),
        *_listed(site),
        *_repeated(site),
        *declared.told(site),
        *severed,
        *_described(site),
        *_renamed(shown),
        *(Hit("weekday", spot, words, falls) for spot in spots for words, falls in misdated(spot.text)),
        *_unfinished(site),
        *_outdated(site),
    ]
    filler = {unit.text for page in site.pages for unit in cards(page.page)}
    # half a word at the end of what was cut off is no misspelling
    hits = [
        hit
        for hit in hits
        if hit.kind != "spelling" or not (hit.spot.text in cut and hit.spot.text.endswith(hit.words))
    ]
    hits = [*unfilled.left(site), *(hit for hit in hits if hit.spot.text not in filler)]
    return list(_everywhere(site, list(_apart(hits))))


def _apart(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits without those whose words stand in what another of their kind tells of the same text, or stood before."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    same: set[tuple[str, str]] = set()
    for hit in hits:
        said, words = told[hit.kind, hit.spot.text], (hit.kind, hit.words.casefold())
        again = hit.kind in _OWN_WORDS and words in same
        if not again and not any(hit.words in words or words in hit.words for words in said):
            yield hit
        said.append(hit.words)
        same.add(words)


LONGEST_TEXT = 2000
"""Characters of a title, description or picture's text that are looked at, as many as a line of copy has."""


def _spots(site: Site) -> Iterator[Spot]:
    """Every text of the site once, the first page a visitor meets first."""
    seen: set[str] = set()
    for page in sorted(site.pages, key=lambda p: (p is not site.home, p.clicks is None, p.clicks or 0, p.url)):
        for whole, source in ((page.page.title, "title"), (page.page.description, "meta description")):
            text = whole[:LONGEST_TEXT]
            if text and text.casefold() not in seen:
                seen.add(text.casefold())
                yield Spot(text, Quote(text, page.url, source), page, 0.8)
        for copy in page.copy:
            key = copy.text.casefold()
            if key in seen or copy.unit.region is Region.OVERLAY:
                continue
            seen.add(key)
            said = (copy.unit.role is Role.QUOTE or bool(copy.unit.cite)) and copy.unit.id in quoted(site, page)
            yield Spot(copy.text, quote(copy), page, prominence(site, page, copy), copy, said)


def _unfinished(site: Site) -> Iterator[Hit]:
    """Pages beside the home page that hold little but the announcement that something will stand there."""
    traces = lexicon.load("visible-errors")
    for page in site.pages:
        copies = [copy for copy in page.copy if copy.unit.region.is_copy and not site.framed(copy.text)]
        if page is site.home or page.twin_of or sum(len(copy.text.split()) for copy in copies) > STUB:
            continue
        for copy in copies:
            if found := traces.find(copy.text, "soon"):
                words = copy.text[found[0].start : found[0].end]
                spot = Spot(copy.text, quote(copy), page, prominence(site, page, copy), copy)
                if _holds_more(page, copies, copy):
                    since = _DATED.match(copy.text)
                    yield Hit("unready", spot, words, f"has said since {since[1]}" if since else "says")
                else:
                    yield Hit("unfinished", spot, words)
                break


WHOLE, SEVERAL = 5, 3
"""Words from which a line beside such a note says something, and sentences that by themselves are more than a note: judgements."""

_DATED = re.compile(r"\W*((?:\d{1,2}(?:st|nd|rd|th)? )?(?:[JFMASOND][a-z]{2,8}) (?:\d{1,2}, )?20\d\d)\s?[:–—-]")
"""The date that heads a note."""


def _holds_more(page: JudgedPage, copies: Sequence[Copy], note: Copy) -> bool:
    """Whether beside a note that announces it the page holds several sentences, or one and something embedded."""
    other = [copy for copy in copies if copy is not note and copy.unit.role is Role.SENTENCE]
    said = sum(len(copy.text.split()) >= WHOLE for copy in other)
    embedded = any(door.kind in ("form", "map", "reviews") and not door.text for door in page.page.doors)
    return said >= SEVERAL or (said > 0 and embedded)


def _outdated(site: Site) -> Iterator[Hit]:
    """Entries that name what comes round each year with a year that is over by the site's own news."""
    named = Counter(year for text in {copy.text for _, copy in site.copy()} for year in set(years(text)))
    now = max((year for year, lines in named.items() if lines >= NEWS), default=0)
    hits: dict[str, Hit] = {}
    for page in site.pages:
        if page.kind in _PAST_KINDS or page.twin_of:
            continue
        for copy in page.copy:
            if is_over(copy.text, f"{copy.unit.heading} {page.page.title}", now):
                spot = Spot(copy.text, quote(copy), page, prominence(site, page, copy), copy)
                hits.setdefault(copy.text.casefold(), Hit("outdated", spot, copy.text))
    if len(hits) >= OVERDUE:
        yield from hits.values()


_PAST_KINDS = frozenset(map(PageKind, "blog policy careers investors customers testimonial docs".split()))
NEWS, OVERDUE = 3, 2
"""Lines that must name a year for it to be the site's present, and entries from which it is told that theirs is over."""


def _traces(spots: Sequence[Spot]) -> Iterator[Hit]:
    """What the lexicon of traces finds; a kind once in a text, slips each."""
    traces = lexicon.load("visible-errors")
    spaced = (spot.text for spot in spots if _SPACED.search(spot.text))
    habit = sum(not traces.has(text, "slot") for text in spaced) >= SPACED
    for spot in spots:
        done: set[str] = set()
        href = spot.copy.unit.href if spot.copy else ""  # a link that advertises it is mostly hidden: told last
        if left := leftover(spot.text, href):
            times = sum(copy.text == spot.text for copy in spot.page.copy)
            yield Hit("sample", replace(spot, seen=0.2) if href else spot, left, times=times)
        for match in traces.find(spot.text):
            if match.group == "soon":
                continue  # an announcement is no error; a page that holds nothing else is
            kind = _SAME_KIND.get(match.group, match.group)
            words = spot.text[match.start : match.end].strip()
            if spot.page.kind in TEACHING and kind in ("note", "unwritten", "code", "garbled", "escape", "placeholder"):
                continue
            if (kind, words)[kind in _OWN_WORDS] in done or (kind == "slot" and habit and _SPACED.search(words)):
                continue
            if kind in _OWN_WORDS and (_told(spot) or spelling.is_foreign(spot.text)):
                continue
            if kind in ("lorem", "note") and _spoken_of(spot, words):
                continue
            if kind == "capital" and spot.text.islower():
                continue  # a line set in small letters throughout means to be so
            done |= {kind, words}
            kind = "amid" if kind == "run" and misprints.leads_in(spot.text[: match.start], words) else kind
            times = spot.copy.copies if kind == "note" and spot.copy else 1  # a gap that was left thrice is three gaps
            shown = around(spot.text, match.start, match.end) if kind in _SHOWN_WIDER else words
            yield Hit(kind, spot, shown, times=times)


_FILLER = re.compile(r"lorem|placeholder|dummy text|filler|mock-?up|template", re.I)


def _spoken_of(spot: Spot, words: str) -> bool:
    """True for a text about filler and templates, which the site's trade may be: nobody forgot it there."""
    about = f"{spot.page.page.title} {spot.copy.unit.heading if spot.copy else ''}"
    if re.match(r"lorem|ipsum|dolor|consectetur|vestibulum", words, re.I):
        return not misprints.is_filler(spot.text)
    if words.casefold() in OF_FILLER:
        return bool(_FILLER.search(about)) or len(spot.text.split()) > 2 * len(words.split())
    return False


def _told(spot: Spot) -> bool:
    """True for words that are not the company's own: a customer's, or a foreign text."""
    praised = spot.page.kind is PageKind.TESTIMONIAL or bool(_PRAISED.search(urlsplit(spot.page.url).path))
    begun = spot.text[:1] in '"“‘«'
    said = spot.theirs or begun
    if said and not (spot.copy and spot.copy.unit.cite) and _TERM.match(spot.text):
        said = False  # a term in quotation marks, and then what the company says of it
    return said or praised or bool(_FOREIGN.search(spot.text))


def _quoted(spots: Sequence[Spot]) -> Iterator[Hit]:
    """Misspelled words in what customers say, each once: nobody minds that they are put right."""
    found = spelling.misspelled_in([spot.text for spot in spots if spot.theirs])
    for spot in spots:
        for word in spelling.words(spot.text) if found and spot.theirs else ():
            if word.islower() and word in found and not spelling.is_foreign(spot.text):
                meant = found.pop(word)
                yield Hit("quoted", spot, word, "" if spelling.is_open(word, meant) else meant)


def _spelling(site: Site, own: Sequence[Spot]) -> Iterator[Hit]:
    """Misspelled words, each once."""
    names = entities(site).words.union(word.casefold() for word in re.findall(r"[A-Za-z]+", site.host))
    texts = [spot.text for spot in own]
    found = {
        word: "" if spelling.is_open(word, meant) else meant for word, meant in spelling.misspelled_in(texts).items()
    }
    told = (
        misprints.misformed(texts)
        | misprints.respelled(texts)
        | misprints.far_off(texts)
        | misprints.settled(found, texts)
    )
    wrong = {word: meant for word, meant in told.items() if word not in names}
    for word, meant in slips.written_right(texts).items():
        if plain(wrong.get(word) or meant) == plain(meant):
            wrong[word] = meant  # in the site's own spelling
    by_text = {spot.text: spot for spot in own}
    for text, words, meant in mistermed(texts):
        if wrong.keys().isdisjoint(words.casefold().split()):
            yield Hit("confused", by_text[text], words, meant)
    done: set[str] = set()
    for spot in sorted(own, key=lambda spot: -spot.seen) if wrong else ():
        if wrong.keys().isdisjoint(map(str.casefold, spelling.words(spot.text))):
            continue
        for match in spelling.WORD.finditer(spot.text):
            word, low = match[0], match[0].casefold()
            if low in wrong and low not in done and not spelling.is_foreign(spot.text):
                done.add(low)
                named = word[0].isupper() and not word.isupper()
                body = slips.INSTITUTION.search(spot.text[match.end() :]) if named else None
                meant = "" if body else cased(wrong[low], word)
                yield Hit("body" if body else "spelling", spot, word + (body[0] if body else ""), meant)


def _stops(own: Sequence[Spot]) -> Iterator[Hit]:
    """Stops without a blank behind them, and stops that stand twice."""
    for spot in own:
        if spot.page.kind in _CODING or spot.copy is None:
            continue
        for kind, words in slips.stops(spot.text[:LONGEST_TEXT]):
            yield Hit(kind, spot, words)
        yield from (Hit("point", spot, words) for words in misprints.marks(spot.text[:LONGEST_TEXT]))
        if words := misprints.spliced(spot.text[:LONGEST_TEXT]):
            yield Hit("run", spot, words)


def _ungrammatical(own: Sequence[Spot]) -> Iterator[Hit]:
    """Phrases that stand twice running, and small words that cannot stand where they do, the same words once."""
    told: set[str] = set()
    for spot in own:
        if (words := slips.doubled(spot.text)) and not spelling.is_foreign(spot.text):
            yield Hit("doubled", spot, words)
        for words, meant in grammar.faults(spot.text):
            form = words.casefold().replace("’", "'")
            if form not in told and not spelling.is_foreign(spot.text):
                told.add(form)
                yield Hit("confused", spot, words, meant)


def _small(site: Site, own: Sequence[Spot]) -> Iterator[Hit]:
    """Sentences that begin with a small letter, and that end without a stop; brackets that are never closed."""
    spots = {spot.text: spot for spot in own}
    names = {word.casefold() for name in (site.name, *site.names, site.host.replace(".", " ")) for word in name.split()}
    for text, words in (found for page in site.pages for found in misprints.unclosed(page.copy)):
        if text in spots and spots[text].page.kind not in _CODING:
            yield Hit("point", spots[text], words)
    for text, words in (found for page in site.pages for found in misprints.small(page.copy)):
        if text in spots and names.isdisjoint(words.split()):
            yield Hit("small", spots[text], words)
    for text, end in misprints.unended(page.copy for page in site.pages):
        if text in spots and not any(grammar.faults(text)):  # what is wrong with it is told
            yield Hit("unended", spots[text], end)
    yield from (Hit("capital", spots[text], word) for text, word in misprints.two_capitals(list(spots)))


def _convicted(site: Site, own: Sequence[Spot]) -> Iterator[Hit]:
    """Apostrophes and amounts that the site itself writes right elsewhere, and words that it writes in two ways."""
    texts = {spot.text: spot for spot in own}
    lines = list(texts)
    judges = {"apostrophe": slips.apostrophes, "amount": slips.mispointed, "twofold": slips.written_twice}
    for kind, judge in judges.items():
        for text, words, meant in judge(lines):
            if words not in site.name:
                yield Hit(kind, texts[text], words, meant)


def _listed(site: Site) -> Iterator[Hit]:
    """Entries that stand twice in one list of a page."""
    for page in site.pages:
        if page.twin_of:
            continue
        for (role, _), units in groupby(page.copy, key=lambda copy: (copy.unit.role, copy.unit.heading)):
            entries = [copy for copy in units if copy.unit.region.is_copy] if role is Role.BULLET else []
            for words in slips.listed_twice([copy.text for copy in entries]):
                copy = next(copy for copy in entries if copy.text == words)
                yield Hit("listed", Spot(words, quote(copy), page, prominence(site, page, copy), copy), words)


def _repeated(site: Site) -> Iterator[Hit]:
    """Passages of the company's own that stand twice running on a page."""
    for page in site.pages:
        copies = [copy for copy in page.copy if copy.unit.region.is_copy and not copy.unit.folded]
        for at, _ in slips.repeated([copy.text for copy in copies]) if not page.twin_of else ():
            spot = Spot(copies[at].text, quote(copies[at]), page, prominence(site, page, copies[at]), copies[at])
            if not _told(spot) and spot.copy and spot.copy.unit.region is not Region.FIRST:  # two cuts of one opening
                yield Hit("repeated", spot, spot.text)


def _alts(site: Site) -> Iterator[tuple[str, JudgedPage]]:
    """What stands behind pictures, in page order."""
    for page in site.pages:
        for image in page.page.images:
            if image.alt:
                yield image.alt[:LONGEST_TEXT], page


def _described(site: Site) -> Iterator[Hit]:
    """What a builder writes behind pictures."""
    left = lexicon.load("leftovers")
    built = [(alt, page) for alt, page in _alts(site) if left.has(alt, "alt")]
    uses = Counter(alt for alt, _ in built)
    for alt, page in reversed(dict(reversed(built)).items()):
        yield Hit("described", Spot(alt, Quote(alt, page.url, "alt"), page, 0.2), alt, times=uses[alt])


def _renamed(shown: Sequence[Spot]) -> Iterator[Hit]:
    """Names of people and places that stand once as the site writes them nowhere else, in copy and behind pictures."""
    texts = {spot.text: spot for spot in shown}
    for text, words, usual in slips.renamed(list(texts)):
        yield Hit("renamed" if texts[text].quote.source != "alt" else "behind", texts[text], words, usual)


def _name(site: Site, spots: Sequence[Spot]) -> Iterator[Hit]:
    """The company's name with a slip in it."""
    called: list[str] = []
    for name in dict.fromkeys(naming.short(name) for name in (site.name, *site.names)):
        parts = name.split()
        # of two spellings the site is called by the first: the other is the slip
        if any(slips.is_slip_in_name(name, other) for other in called):
            continue
        called.append(name)
        if len(name) < slips.SHORTEST_NAME or any(part.isdigit() for part in parts):
            continue
        shape = re.compile(r"\b" + re.escape(name[0]) + r"[\w&'’.-]*" + r" [A-Z&][\w&'’.-]*" * (len(parts) - 1) + r"\b")
        done: set[str] = set()
        for spot in spots:
            for match in shape.finditer(spot.text):
                if match[0] not in done and slips.is_slip_in_name(match[0], name):
                    done.add(match[0])
                    yield Hit("alt" if spot.quote.source == "alt" else "name", spot, match[0], name)
        other = name.removesuffix("s") + "s" * (name[-1] != "s")
        wrong, right = (
            [spot for spot in spots if re.search(rf"\b{re.escape(form)}{_LEGAL}", spot.text)] for form in (other, name)
        )
        if wrong and len(wrong) < len(right):
            yield Hit("alt" if wrong[0].quote.source == "alt" else "name", wrong[0], other, name)


_LEGAL = r" (?:Ltd|Limited|LLC|Inc|plc)\b"
"""What stands behind a firm's name, and not behind what is a firm's: an s too many or too few is a slip before it."""


def _variants(site: Site, own: Sequence[Spot]) -> Iterator[Hit]:
    """The company's name in two forms."""
    name = naming.short(site.name)
    forms = slips.forms_of_name(name, [spot.text for spot in own])
    if len(forms) > 1 and len(own_name(site)) < 2:  # what stands twice in each form is a discord of one-voice
        (usual, _), (other, _) = sorted(forms.items(), key=lambda form: (-form[1], form[0]))[:2]
        first = {form: next(spot for spot in own if form in spot.text.replace("’", "'")) for form in (usual, other)}
        yield Hit("variant", first[other], other, usual, first[usual].quote)


def _everywhere(site: Site, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits with the pages that their texts stand on; what most pages show is seen as the home page's first screen is."""
    frames = {hit.spot.text for hit in hits if hit.spot.copy and hit.spot.copy.copies >= EVERYWHERE}
    shown = Counter(text for page in site.pages for text in frames.intersection(copy.text for copy in page.copy))
    for hit in hits:
        pages = max(hit.pages, shown[hit.spot.text])
        seen = 1.0 if pages >= max(EVERYWHERE, len(site.pages) / 2) else hit.spot.seen
        yield hit if hit.times > 1 else replace(hit, spot=replace(hit.spot, seen=seen), pages=pages)


EVERYWHERE = 3
"""Pages on which a text must stand for their number to be told; on half of all, its slip weighs as on the first screen."""
