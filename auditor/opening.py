"""How a page opens: the parts a visitor meets first, and the words before the first line about a customer.

A line is about a customer where it tells a specific result or a problem; a generic promise, a button or a bare
allusion ("Need something custom?") is not enough. ``ahead`` counts to the first line that is likely
about a customer (LIKELY), ``hint`` to the first that a fair reader might take so (HINT): nothing is held against a page for
the words before a hint.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from auditor import lexicon
from auditor.cues import rare
from auditor.leftovers import leftover
from auditor.model import Copy, Image, JudgedPage, Label, PageKind, Region, Role, Rollup
from auditor.pictures import is_furniture
from auditor.site import Site, is_generic
from auditor.statement import SO_YOU, own_words
from auditor.text import only_counts, word_count, words_unread

LIKELY = 0.45
"""Probability of being about a customer from which a line counts as one, sure or not: rather a line too many than the
claim that a page has none.

A judgement that three scores hang on: those of first-screen, focus-mix and say-show."""

HINT = 0.3
"""Probability from which a fair reader might take a line so.

A judgement; no score hangs on it."""

NEAR = 25
"""Words up to which a line belongs to how a page opens: a headline and a line under it."""

FAR = 500
"""Words from which a first line about a customer is no opening any more."""

MIN_PAGES = 3
"""Fewer pages than this say nothing of descriptions."""

WELCOME = re.compile(r"(?i)\s*welcome\b")

_TIPS = rare(r"\b(?:tips?|did you know|facts?|myths?|news|blog)\b", re.I)
"""Headings over general education: what stands under them is true for everybody and promises nothing."""

_ASIDE = (Role.BUTTON, Role.LINK)

SECTION = re.compile(
    r"^(?:why|trusted by|how|what|where|when|who|about|meet|our|your|featured|latest|recent)\b"
    r"|\b(?:partners|clients|customers|services|products|solutions|team|news|events|reviews|testimonials|difference|advantage|promise)$",
    re.I,
)
"""How a heading begins or ends that names a section of the page."""

LABEL_WORDS = 5
"""Words up to which a heading is short enough to be a section's name."""


LONG_HEAD = 20
"""Words up to which a first-level heading is read as a headline."""

MOST_PIECES = 3
"""Short sentences that may stand on one side of the headline and belong to it."""

FEW = 3
"""Pages without which no word is known to be one of the trade."""

TRADE = 0.5
"""Share of the pages read on which a word must stand to be one of the trade."""

ROOT = 6
"""Letters at the beginning of a word by which its forms are known again."""

_PLACE = re.compile(
    r"^[A-Z][\w.]+(?: [A-Z]\w+)?['’]s\b"
    r"|\b(?:in|serving|across|throughout|around|near)\s+(?:(?:the|all|of|greater|and)\s+)*[A-Z].*$"
)
"""The place at the beginning or end of a headline: "Leeds’s ...", "... in Leeds and York"."""

_WELCOMED = re.compile(r"\s*[Ww]elcome to(?: the)?(?: [A-Z][\w&'’.-]*){1,4}\s*!?")
"""A welcome to a name, whether or not it is known to be the company's."""

FEELING = re.compile(
    r"\b(?:with confidence|confidence|peace of mind|thriv(?:e|es|ing)|freedom|with ease|(?:stress|worry|hassle|care)[- ]free|brighter|"
    r"better (?:tomorrow|future|life|lives|world)|empower\w*|unlock\w*|elevat(?:e|es|ing)|transform(?:s|ing)?|reimagin\w*|deserves?|possibilit\w+|ahead)\b",
    re.I,
)
"""What any rival promises of any trade: a feeling, a better life, a power."""


def names_section(text: str) -> bool:
    """True for a heading that names a section of the page ("Our services") and is no headline."""
    return word_count(text) <= LABEL_WORDS and SECTION.search(text) is not None


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of one page. ``lines`` are those of the first screen, links and buttons left out.

    ``customer`` is the first line likely about a customer, ``sure`` the first that surely is one. ``pieces`` are the
    headline and the short sentences that stand in a row with it ("Local advice. Fair terms. No fuss."), ``under`` is the
    first line after them.
    """

    page: JudgedPage
    headline: Copy | None
    under: Copy | None
    button: Copy | None
    picture: Image | None
    lines: tuple[Copy, ...]
    words: int
    ahead: int | None
    customer: Copy | None
    hint: int | None
    sure: Copy | None = None
    pieces: tuple[Copy, ...] = ()

    @property
    def heading(self) -> str:
        """The whole headline: its short sentences in a row, as a visitor reads them; "" where there is none."""
        return " ".join(copy.text for copy in self.pieces)

    def before(self, line: Copy) -> int:
        """Words of copy on the page before a line of it; what stands there again is not read again."""
        ahead = (copy for copy in self.page.copy if copy.unit.region.is_copy and copy.unit.order < line.unit.order)
        seen: set[str] = set()
        return sum(words_unread(copy.text, seen) for copy in ahead)

    @property
    def may_open(self) -> bool:
        """Whether one of the first lines may be about a customer by a fair reading: that is not denied."""
        return min(entry for entry in (self.ahead, self.hint, NEAR + 1) if entry is not None) <= NEAR

    @property
    def surely(self) -> int | None:
        """Words before the first line that is surely about a customer; None where there is none."""
        return None if self.sure is None else self.ahead if self.sure is self.customer else self.before(self.sure)


def nearness(ahead: int | None) -> float:
    """1 up to NEAR words before a line, 0 from FAR or where there is none, even steps by ratio between."""
    if ahead is None:
        return 0.0
    return min(1.0, max(0.0, math.log(FAR / max(ahead, 1)) / math.log(FAR / NEAR)))


def undescribed(site: Site) -> tuple[float, str, int]:
    """The share (0-1) of pages whose description is missing or shared; the most shared one, and on how many pages."""
    pages = [page for page in site.pages if page.page.index]
    if len(pages) < MIN_PAGES:
        return 0.0, "", 0
    counts = Counter(page.page.description.strip() for page in pages)
    missing = counts.pop("", 0)
    text, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    shared = sum(count for count in counts.values() if count > 1)
    return (missing + shared) / len(pages), text, most


def read_opening(page: JudgedPage) -> Opening:
    """The opening of a page, top to bottom in the order of its copy."""
    copies = [copy for copy in page.copy if copy.unit.region.is_copy and not only_counts(copy.text)]
    first = [copy for copy in copies if copy.unit.region is Region.FIRST]
    headline = _headline(copies)
    pieces = _pieces(copies, headline)
    after = [copy for copy in first if pieces and copy.unit.order > pieces[-1].unit.order]
    ahead = hint = customer = None
    sure = _sure(copies)
    count, seen = 0, set[str]()
    for copy in copies:
        if hint is None and (told(copy) >= HINT or SO_YOU.search(copy.text)):
            hint = count
        if is_of_customer(copy):
            ahead, customer = count, copy
            break
        count += words_unread(copy.text, seen)
    return Opening(
        page,
        headline,
        next((copy for copy in after if copy.unit.role in (Role.SENTENCE, Role.HEADING)), None),
        next((copy for copy in first if copy.unit.role is Role.BUTTON), None),
        _picture(page),
        tuple(copy for copy in first if copy.unit.role not in _ASIDE),
        sum(word_count(text) for text in {copy.text.casefold() for copy in copies}),
        ahead,
        customer,
        hint,
        sure,
        pieces,
    )


def _sure(copies: list[Copy]) -> Copy | None:
    """The first line surely about a customer; one that was unsure where it stood first is not made sure by repeating it."""
    doubted: set[str] = set()
    for copy in copies:
        text = copy.text.casefold() if copy.overridden is None else ""  # what a person said is not doubted
        if copy.sure and is_of_customer(copy) and text not in doubted:
            return copy
        if not copy.sure:
            doubted.add(text)
    return None


def _pieces(copies: list[Copy], headline: Copy | None) -> tuple[Copy, ...]:
    """The headline with the short sentences directly before and after it, where it is one of such a row itself."""
    if headline is None:
        return ()
    place = start = end = copies.index(headline)
    if _short(headline):
        while start > 0 and place - start < MOST_PIECES and _short(copies[start - 1]):
            start -= 1
        while end + 1 < len(copies) and end - place < MOST_PIECES and _short(copies[end + 1]):
            end += 1
    return tuple(copies[start : end + 1])


def _short(copy: Copy) -> bool:
    fits = copy.unit.role in (Role.HEADING, Role.SENTENCE) and copy.unit.region is Region.FIRST
    return fits and copy.text.endswith(".") and word_count(copy.text) <= LABEL_WORDS


ALONE = 2
"""Own words beside the feeling in a line up to which the feeling is all that it promises."""


def is_anybodys(text: str) -> bool:
    """True for a promise that anybody could make: a generic one (:func:`auditor.site.is_generic`), or of a feeling and hardly more."""
    if is_generic(text):
        return True
    feels = FEELING.search(text) is not None and not re.search(r"\d", text)
    return feels and len(own_words(FEELING.sub(" ", text))) <= ALONE


def told(copy: Copy) -> float:
    """How likely a line tells a specific result or a problem; 0 for buttons, links, tips and promises that are anybody's."""
    if copy.sure and copy.label.rollup is not Rollup.CUSTOMER:
        return 0.0  # most lines: nothing need be looked for in them
    if copy.overridden:  # a person has said so
        return 1.0
    if copy.unit.role in _ASIDE or word_count(copy.text) < 3 or not own_words(copy.text):
        return 0.0
    if (copy.label is Label.OUTCOME and is_anybodys(copy.text)) or _TIPS.search(copy.unit.heading):
        return 0.0
    return 1.0 if copy.sure else chance(copy)


def is_of_customer(copy: Copy) -> bool:
    """True for a line that counts as about a customer: it likely tells a specific result or a problem.

    The one rule for whatever counts such lines, so that no two figures of a report disagree.
    """
    if not copy.sure and chance(copy) < LIKELY:
        return False  # told soonest of all that speaks against it
    return told(copy) >= LIKELY and not _only_addressed(copy)


def _only_addressed(copy: Copy) -> bool:
    """True where "you" may be all that makes a line the customer's: too close to call, and nothing in it changes.

    Its subject is "you" or something of yours, it asks nothing, and no word of change stands in it (list "links"). The
    company's own story told of "you" is such a line: the pronoun proves nothing (METHOD, section 3).
    """
    if copy.sure or copy.text.rstrip(' "”»').endswith("?") or not _ADDRESSED.match(copy.text):
        return False
    return not (lexicon.load("links").has(copy.text, "link", "effect") or _TROUBLE.search(copy.text))


_TROUBLE = re.compile(
    r"\b(?:never|without|lo(?:se|ses|sing|st)|fail\w*|wait\w*|late|pain\w*|leak\w*|stop\w*|miss\w*|broken?|risk\w*|worr\w+|struggl\w+)\b",
    re.I,
)
_ADDRESSED = rare(
    r"[\W_]*(?:(?:at|in|with|for|from|today|now)\b[^.;:!?]{0,40}?[, ] ?)?you(?:rs?|'re|’re|'ve|’ve)?\b", re.I
)


def chance(copy: Copy) -> float:
    """The probability that a line is about a customer's result or problem, whatever else speaks against it."""
    return sum(map(copy.judgement.probabilities.__getitem__, _CUSTOMER))


_CUSTOMER = tuple(list(Label).index(label) for label in (Label.OUTCOME, Label.PROBLEM))


def _headline(copies: list[Copy]) -> Copy | None:
    headings = [copy for copy in copies if copy.unit.role is Role.HEADING]
    top = next((copy for copy in headings if copy.unit.level == 1), None)
    if top is not None and word_count(top.text) <= LONG_HEAD:
        return top  # one of more words is a paragraph, and what stands above it is read as the headline
    return next(
        (
            copy
            for copy in headings
            if copy.unit.region is Region.FIRST and copy.label is not Label.OTHER and not names_section(copy.text)
        ),
        top,
    )


def _picture(page: JudgedPage) -> Image | None:
    return next((image for image in page.page.images if image.region.is_copy and not is_furniture(image)), None)


def of_the_trade(site: Site, word: str) -> bool:
    """True for a word that stands on so many of the site's pages that it only names what all of them are about."""
    root = word.casefold()[:ROOT]
    held = {text for text in site.texts if root in text.casefold()}
    having = sum(any(copy.unit.text in held for copy in page.copy) for page in site.pages)
    return len(site.pages) >= FEW and having >= TRADE * len(site.pages)


def is_stock(site: Site, text: str) -> bool:
    """True where nothing is left of a line without the name and stock words: no number, no trade, no mechanism."""
    bare = site.name_pattern.sub(" ", text)
    return word_count(text) > 1 and not re.search(r"\d", bare) and not own_words(bare)


def only_name(site: Site, text: str) -> bool:
    """True where a line is the name of the site, with or without a welcome, and nothing else."""
    bare = re.sub(r"(?i)\b(?:welcome|to|the|at|home|page)\b", " ", site.name_pattern.sub(" ", text))
    return word_count(bare) == 0 or _WELCOMED.fullmatch(text) is not None


def own_in(site: Site, text: str) -> tuple[str, ...]:
    """The own words of a headline without the name of the site, the place at its end and the feeling it promises."""
    return own_words(_PLACE.sub(" ", site.name_pattern.sub(" ", FEELING.sub(" ", text))))


_DOES = (
    r"(?: [A-Z][\w.&'’]*| (?:and|&|of|the)){0,4}(?:,[^,.]{1,80},?)?"
    r" (?:is|are|was founded|has been|have been|speciali[sz]es?|offers?|provides?|makes?|builds?|serves?|supplies|repairs?|helps?|works? with|exists)"
    r" (?!(?:not|also|now|open|closed|proud|committed|pleased|happy|excited|located|happening|back|here|currently|the only|available|registered|owned)\b)\w+"
)
"""What follows a name in a sentence that says what its bearer is or does."""

_WE = re.compile(r"(?:At [A-Z][^,]{2,50}, )?[Ww]e (?:are an? (?!member|proud|small\b)|speciali[sz]e in )")

MOST_WORDS = 45
"""A sentence of more words says too much to open with."""


def says_what(site: Site, lines: Sequence[Copy] | None = None) -> Copy | None:
    """The sentence that says what the organisation is or does, by its name or as "we": among these lines, or else the home
    page's first, then the About pages'.
    """
    order = (PageKind.HOME, PageKind.ABOUT, PageKind.MISSION, PageKind.SERVICE, PageKind.PRODUCT, PageKind.OTHER)
    pages = sorted(
        (page for page in site.pages if page.kind in order), key=lambda page: (order.index(page.kind), page.url)
    )
    copies = [copy for page in pages for copy in page.copy] if lines is None else lines
    named = re.compile(rf"\W*(?:The )?(?:{site.name_pattern.pattern}){_DOES}")
    for pattern in (named, _WE):
        for copy in copies:
            plain = copy.unit.role is Role.SENTENCE and copy.unit.region.is_copy and not copy.unit.cite
            if not plain or not 6 <= word_count(copy.text) <= MOST_WORDS or copy.label is Label.POLICY:
                continue
            if pattern.match(copy.text) and not copy.text.endswith("?"):
                return copy
    return None


THIN = 15
"""Different words up to which a home page says one line and no more."""

ALT = 4
"""Words of the first picture's text beyond which it may say what the lines do not."""


_NOTICE = re.compile(
    r"\b(?:covid(?:-19)?|coronavirus|self-isolat\w+|pandemic|lockdown|temporarily (?:closed|unavailable)|under construction)\b",
    re.I,
)
"""What a passing notice speaks of."""

_YEAR = re.compile(r"\W*(?:est(?:ablished|d)?\.?|since|founded)?\s*(?:in )?(?:1[6-9]|20)\d\d\W*", re.I)
_SOUGHT = re.compile(
    r"\W*(?:are you |is your \w+ )?(?:looking|searching|in (?:need|search)|hunting) (?:for|of)\b|\W*do you (?:need|want)\b|\W*need (?:an?|some|help|your)\b",
    re.I,
)
"""How a question begins that asks whether the visitor wants what every rival sells."""

NOTICED = 6
"""Lines within which a notice is the first thing that a visitor reads."""


def stand_in(site: Site, opening: Opening) -> tuple[str, Copy] | None:
    """(what a visitor reads in place of a headline, the line): a notice, the builder's sample text, a year, a question whether
    the trade is wanted, or the name alone; None where the home page has a headline.
    """
    shown = [
        copy
        for copy in opening.page.copy
        if (copy.unit.region.is_copy or copy.unit.region is Region.OVERLAY)
        and copy.unit.role not in (*_ASIDE, Role.CAPTION)
    ]
    before = takewhile(lambda copy: copy is not opening.headline, shown[:NOTICED])
    noticed = next((copy for copy in before if _NOTICE.search(copy.text)), None)
    if noticed is not None:
        return "notice", noticed
    if shown and leftover(shown[0].text, shown[0].unit.href):
        return "sample", shown[0]
    line, under = opening.headline, opening.under
    if line is None or len(opening.pieces) > 1:
        return None
    if _YEAR.fullmatch(line.text):
        return "year", line
    if line.text.rstrip().endswith("?") and _SOUGHT.match(line.text):
        return "question", line
    told_under = under is not None and not (
        under.label is Label.OTHER or names_section(under.text) or under.text.rstrip().endswith("?")
    )
    return ("name", line) if only_name(site, line.text) and not WELCOME.match(line.text) and not told_under else None


_AT = re.compile(
    r"(?<![.!?] )\b(?:in|across|throughout|serv(?:es|ing)|around|near|covering|of) (?:the |all |of )*(?-i:[A-Z][a-z]{2,})"
)
_STATE = re.compile(r"\b[A-Z][a-z]+, [A-Z]{2}\b")
"""A town with its state's letters."""
_WORKS_IN = re.compile(
    r"\b(?:serv(?:e|es|ing)|cover(?:s|ing)?|based in|located (?:in|at|near)|throughout|across|clients in) (?:[a-z]+ ){0,4}(?-i:[A-Z][a-z]{2,})",
    re.I,
)


def where_it_works(site: Site, opening: Opening) -> Copy | None:
    """The first line that says where the company works, where the first screen names no place at all; else None."""
    top = [copy.text for copy in (*opening.pieces, *opening.lines)]
    if any(_AT.search(text) or _STATE.search(text) for text in (*top, site.name)):
        return None
    names = lexicon.load("names")
    if any(names.has(text, "place", "town") for text in top):
        return None
    pages = sorted(site.pages, key=lambda page: (page is not site.home, page.kind is not PageKind.ABOUT, page.url))
    for page in pages:
        for copy in page.copy if page.kind in (PageKind.HOME, PageKind.ABOUT, PageKind.CONTACT) else ():
            plain = copy.unit.region is not Region.NAV and copy.sure and copy.label in (Label.COMPANY, Label.FEATURE)
            if plain and not copy.unit.cite and word_count(copy.text) <= MOST_WORDS and _WORKS_IN.search(copy.text):
                return copy
    return None


def silence(site: Site, opening: Opening) -> tuple[Copy, Copy, bool] | None:
    """(first line, the sentence elsewhere that says what this is, whether the whole home page is one line) where a visitor
    reads the name and no more; None where the first screen says something, or no sentence does.
    """
    copies = tuple(copy for copy in opening.page.copy if copy.unit.region.is_copy)
    whole = sum(word_count(text) for text in {copy.text.casefold() for copy in copies}) <= THIN
    lines = copies if whole else opening.lines
    first = next((copy for copy in lines if not whole or word_count(copy.text) > 1), None)
    alt = (opening.picture.alt or "") if opening.picture else ""
    if first is None or len(site.pages) < FEW or word_count(site.name_pattern.sub(" ", alt)) > ALT:
        return None
    if not whole and not (only_name(site, first.text) and all(_says_nothing(site, copy) for copy in lines)):
        return None
    line = says_what(site)
    return None if line is None or line in lines else (first, line, whole)


def _says_nothing(site: Site, copy: Copy) -> bool:
    """Whether a line of the first screen tells nothing of what this is: a name, a section's, an address."""
    return only_name(site, copy.text) or names_section(copy.text) or (copy.sure and copy.label is Label.OTHER)


def subject_of(copy: Copy | None) -> str:
    """What a line is about, in a word."""
    if copy is None:
        return "none"
    if not copy.sure:
        return "unsure"
    generic = copy.label is Label.OUTCOME and is_anybodys(copy.text)
    return "generic promise" if generic else copy.label.rollup.value


def subjects(opening: Opening) -> str:
    """What the sure lines of an opening are about, counted, in a phrase."""
    counts = Counter(copy.label.rollup for copy in opening.lines if copy.sure)
    said = [
        f"{counts[roll]} line{'s' * (counts[roll] != 1)} about the {roll.value}"
        for roll in (Rollup.COMPANY, Rollup.PRODUCT)
        if counts[roll]
    ]
    return " and ".join(said) or "nothing that is clearly about them"


def says_of(site: Site, opening: Opening) -> float:
    """1 where headline or the line under it is about the customer, one half where it names what is offered."""
    lines = [copy for copy in (opening.headline, opening.under) if copy is not None and copy.sure]
    if any(copy.label.rollup is Rollup.CUSTOMER and not is_anybodys(copy.text) for copy in lines):
        return 1.0
    named = (own_words(site.name_pattern.sub(" ", copy.text)) for copy in lines)
    return 0.5 if any(named) else 0.0
