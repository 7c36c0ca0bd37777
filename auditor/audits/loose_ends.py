"""Does it finish what it begins to say?

Why it matters
--------------
A site that asks "How long is the guarantee?" and answers without a length, or calls a price fixed and lists what moves it,
has done the hard half: it knows what is asked. Whoever reads on to the
answer wanted to buy, and is left alone at just that place.

How it is measured
------------------
These questions are put to the copy, by a public word list ("loose"). Does a price that is called final (fixed, no hidden
charges, what we quote is what you pay) stand beside lines that move it (a least price, the time taken, a share, what is
left out)? Does a question of its own that asks for a price, a time or a number have a figure in its answer, and one that
asks what happens if it goes otherwise an answer that says what is done? Is a charge announced with its sum, and a free
trial with its length? Do the prices of rooms and stays ({MIN_PRICES} or more) say per night, per room or per person, on one line of the site at least? Is a price promised at once, and is the answer given days later? Articles, documentation and other people's words are left out; of terms only what moves a price is read. A question that self-service tells is left to it. There is
no score: whoever asks nothing leaves nothing open.

How to fix it
-------------
Give the other half where the first stands: the figure under the question, the sum beside the charge.

Limit
-----
An answer in a picture, a document or a window that a script opens is not seen; a figure may be agreed for each job, and then
an example with its figure answers.

Fails
-----
/ Acme
[first heading 1] feature: Pumps mended at your farm
[first sentence] feature: We mend pumps in every parlour of the county.
[main heading 2] feature: How long does a repair take?
[main sentence] feature: It depends on the pump, so please call us.
/about About
[main sentence] company: Acme has built pumps since 1921.
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.

Passes
------
/ Acme
[first heading 1] feature: Pumps mended at your farm
[first sentence] feature: We mend pumps in every parlour of the county.
[main heading 2] feature: How long does a repair take?
[main sentence] feature: Most repairs take two to four days, the bearings included.
/about About
[main sentence] company: Acme has built pumps since 1921.
/service Repairs
[main sentence] feature: We take the pump out and bring it back running.

Sources
-------
Information that is asked for and not there: Redish 2012, "Letting Go of the Words", chapters 1 and 6. The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor import lexicon
from auditor.answers import own_lines, own_lines_with
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import business
from auditor.concordance import entries
from auditor.figures.money import SUM
from auditor.model import Copy, Finding, Label, PageKind, Quote, Region, Role, Tier
from auditor.organisation import organisation
from auditor.replies import LONGEST_QUESTION, asks, told, under
from auditor.site import Site
from auditor.text import listed, word_count
from auditor.voices import LONG, TEACHING

FEW = 3
"""Words under a question that are no answer of its own but a label."""

MOST_NAMES = 40
"""Words of an answer from which it is taken to hold a name that was not known for one."""

SHORT = 12
"""Words up to which a line is told whole in a title."""

MIN_PRICES = 2
"""Prices of rooms from which it is told that none says for what."""

SHOWN = 3
"""Places shown with one finding."""

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|hundred|thousand|half|dozen|"
    r"once|twice|daily|weekly|monthly|quarterly|annual\w*|overnight|same[- ]day|next[- ]day|instant\w*|immediate\w*|minutes?|hours?|days?|"
    r"weeks?|months?|years?|lifetime|life|until|free|nothing|unlimited|no (?:cost|charge|fee|limit|minimum|deposit|need)|included|both|"
    r"as (?:many|much|long|often) as)\b",
    re.I,
)
"""A figure, or a word that stands for one."""

_FIRM = (re.compile(r"\bquoted? is\b|\bexactly what you\b", re.I), re.compile(r"\bhidden\b", re.I))
"""Promises that leave nothing open, the plainest first."""

_GENERAL = re.compile(r"price|charge[sd]? |hourly|estimate|maximum", re.I)
"""What moves every price of the site before what is left out of one."""

_PRICED = re.compile(r"\d|\b(?:free|nothing|no (?:cost|charge|fee)|included|dollars?|pounds?|hundred|thousand)\b", re.I)
_NAME = re.compile(
    r"(?<=[a-z,;:’'] )[A-Z][a-z]+|[A-Z][a-z]+(?:, | and | & | or )[A-Z]|\b[A-Z]{2,}\b|\b(?:all|any|every) (?:of |over |the )?"
)
"""A name within a sentence, or that it is all of them."""

_MORE = re.compile(r"(?:read|learn|find out|see|click|view) \w+|more\b|.*(?:…|\.\.\.)$", re.I)
"""An answer that goes on elsewhere."""

_ASKS = re.compile(r"\?")


@audit(
    passes="Loose ends in what it says",
    fails="Some of what it begins to say is left open",
    version=9,
)
def loose_ends(site: Site) -> Verdict:
    """Half answers: what the site itself raises and leaves open."""
    if not own_lines(site):
        return Verdict.not_enough("No line of copy was read.")
    made = (_final(site), *_asked(site), _charge(site), _per_what(site), _trial(site), _at_once(site))
    findings = [entry for entry in made if entry is not None]
    many = len(findings)
    told = f"{many} thing{'s' * (many != 1)} that the site begins to say {'are' if many > 1 else 'is'} left open"
    return Verdict(
        f"{told if many else 'No half answer of the kinds that are looked for was found'} on the {site.read} read.",
        None,
        findings,
        numbers={"left open": many, "of that questions of its own": sum(entry.kind == "asked" for entry in findings)},
    )


def _has(copy: Copy, *groups: str) -> bool:
    return lexicon.load("loose").has(copy.text[:LONG], *groups)


def _own(site: Site, group: str) -> list[Copy]:
    """The site's own lines in which this group stands."""
    return [copy for _, copy in own_lines_with(site, entries("loose", group)) if _has(copy, group)]


def _part(copy: Copy, group: str) -> str:
    return lexicon.load("loose").words(copy.text[:LONG], group)


def _told(copy: Copy, group: str) -> str:
    """A short line whole; of another, the words that a group of the list names."""
    return copy.text.rstrip(".!") if word_count(copy.text) <= SHORT else _part(copy, group)


def _found(
    kind: str,
    title: str,
    shown: Sequence[Quote],
    why: str,
    fix: str,
    *,
    weight: float,
    tier: Tier = Tier.PROOF,
    lead: bool = False,
    proposal: str = "",
    key: str = "",
) -> Finding:
    """A finding of this audit; what is told as a visible error leads."""
    return finding(
        "loose-ends",
        kind,
        tier,
        title,
        list(dict.fromkeys(shown)),
        why=why,
        fix=fix,
        proposal=proposal,
        weight=weight,
        lead=lead or tier is Tier.VISIBLE,
        key=key or kind,
    )


def _final(site: Site) -> Finding | None:
    """A price that is called final, and lines that move it."""
    said = [copy for copy in _own(site, "final") if not copy.text.endswith("?") and copy.label is not Label.PROBLEM]
    if not said or not organisation(site).sells:
        return None
    terms = ((page, copy) for page, copy in site.lines_with(entries("loose", "moves")) if page.kind is PageKind.POLICY)
    moved = [*_own(site, "moves"), *(copy for _, copy in terms if copy.unit.region.is_copy and _has(copy, "moves"))]
    if not moved:
        return None
    said.sort(key=lambda copy: (copy.unit.role is Role.HEADING, _firmness(copy.text), copy not in moved))
    moved.sort(key=lambda copy: _GENERAL.search(_part(copy, "moves")) is None)
    against = ([said[0]] if said[0] in moved else []) + [copy for copy in moved if copy is not said[0]]
    against = against[:2]
    named = " and ".join(f"“{_told(copy, 'moves')}”" for copy in against)
    return _found(
        "final",
        f"It calls a price final (“{_told(said[0], 'final')}”), and says what moves it: {named}",
        [quote(copy) for copy in (said[0], *against, *said[1:2])],
        "Whoever was promised a price without surprises takes the first one for a broken word.",
        "Say beside the promise what the price holds and what it does not, and that nothing more is done before the customer agrees.",
        tier=Tier.VISIBLE,
        weight=0.86,
        proposal="The price holds [what]; if more is needed we stop, tell you what it costs, and go on when you say so.",
    )


def _firmness(text: str) -> int:
    return next((place for place, pattern in enumerate(_FIRM) if pattern.search(text)), len(_FIRM))


def _asked(site: Site) -> Iterator[Finding]:
    """Questions of its own whose answers do not hold what was asked for."""
    found: list[tuple[Copy, Copy, str]] = []
    elsewhere = {half.place.text for reply in told(site) for half in reply.half if half.asked}
    for page in site.pages_with(_ASKS):
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.unit.region.is_copy]
        for place, copy in enumerate(lines):
            if "?" not in copy.text or len(copy.text) > LONGEST_QUESTION or copy.unit.role is Role.QUOTE:
                continue
            answer = under(lines, place)
            # what those who buy from such a business ask first is told with their questions
            if answer and answer[0].text not in elsewhere and (lack := _lacks(asks(copy.text), answer)):
                found.append((copy, answer[0], lack))
    found = list({copy.text.casefold(): (copy, reply, lack) for copy, reply, lack in reversed(found)}.values())[::-1]
    if not found:
        return
    copy, reply, lack = found[0]
    more = f"; so it is with {len(found) - 1} more" if len(found) > 1 else ""
    yield _found(
        "asked",
        f"It asks “{asks(copy.text)}” and answers without {lack}: “{reply.text}”{more}",
        [quote(entry) for asked, answer, _ in found[:SHOWN] for entry in (asked, answer)],
        "Whoever reads that far has asked just this; the answer sends them to somebody who gives it.",
        f"Answer with {lack}; where it differs from case to case, with the range or with one example.",
        weight=0.66,
        lead=True,
        key=f"asked\n{copy.text.casefold()}",
    )


def _lacks(question: str, reply: Sequence[Copy]) -> str:
    """What was asked for and is not in the answer, with its article; "" where it is, or nothing of that kind was asked."""
    words = lexicon.load("loose")
    groups = {match.group for match in words.find(question, "sum", "span", "number", "names", "mishap", "terms-asked")}
    said = " ".join(copy.text for copy in reply)
    # what ends in a colon leads on to a table or list
    if not groups or _MORE.match(reply[-1].text) or said.rstrip().endswith(":") or word_count(said) <= FEW:
        return ""
    if "sum" in groups:
        return "" if _PRICED.search(said) else "a price"
    if "names" in groups:
        return "" if _NAME.search(said) or word_count(said) > MOST_NAMES else "a name"
    if "mishap" in groups:
        return "" if words.has(said, "acts") else "what is done then"
    if groups & {"span", "number"}:
        return "" if _FIGURE.search(said) else "a figure"
    put_off = words.has(reply[0].text[:LONG], "put-off") and re.search(r"\d", said) is None
    return "a rule" if put_off else ""


def _charge(site: Site) -> Finding | None:
    """A charge is announced without its sum."""
    said = [copy for copy in _own(site, "charge") if not re.search(r"[\d£$€₹?]|\bno\b|\bnot\b", copy.text)]
    if not said:
        return None
    return _found(
        "charge",
        f"It announces a charge and not its sum: “{_told(said[0], 'charge')}”",
        [quote(copy) for copy in said[:SHOWN]],
        "A charge without a sum is feared to be more than it is, and comes as a surprise on the bill.",
        "Name the sum, or the range and what decides it.",
        weight=0.52,
        proposal=f"{said[0].text} [How much, for what.]",
        key=said[0].text.casefold(),
    )


def _per_what(site: Site) -> Finding | None:
    """Prices of rooms and stays, and no line that says whether a night, a room or a person costs that."""
    kind = business(site)
    if kind is None or kind.kind != "lodging":
        return None
    priced = [
        (copy, f"{copy.unit.heading} | {copy.unit.before} | {copy.text}"[:LONG])
        for _, copy in own_lines_with(site, SUM)
    ]
    rooms = [(copy, text) for copy, text in priced if SUM.search(copy.text[:LONG]) and _ROOM.search(text)]
    bare = [copy for copy, _ in rooms if not _EXTRA.search(copy.text)]
    told = any(_UNIT.search(text) for _, text in priced) or any(_PER.search(text[:LONG]) for text in site.texts)
    if len(bare) < MIN_PRICES or told:
        return None
    words = listed([f"“{_told(copy, 'charge') or copy.text[:LONG]}”" for copy in bare[:2]])
    return _found(
        "per-what",
        f"It gives prices of rooms ({words}), and no line says whether per night, per room or per person",
        [quote(copy) for copy in bare[:SHOWN]],
        "A family of four reads four prices into it and compares the highest with those of others.",
        "Write behind each price for what it is: for one night, for how many people, with which meals and tax.",
        weight=0.6,
        lead=True,
        proposal="[Price] a night for [number] people, with [meals], [tax] included.",
    )


_ROOM = re.compile(
    r"\b(?:rooms?|suites?|doubles?|twins?|apartments?|cottages?|cabins?|villas?|chalets?|pods?|tents?|pitch(?:es)?|stays?)\b",
    re.I,
)
_EXTRA = re.compile(
    r"\b(?:breakfast(?! (?:is )?includ)|dinner|lunch|course|parking|wi-?fi|pets?|dogs?|linen|towels?|deposit|clean\w*|vouchers?|gift|massages?|hire|tours?)\b",
    re.I,
)
"""What is sold beside a room, and is no price of one."""
_PER = re.compile(
    r"\bper (?:night|room|person|head|couple|guest|adult|week|stay|pitch|unit|cabin|cottage|apartment|tent|villa)\b|/ ?(?:night|nt|room|person|week|pp)\b|\bnightly\b|\bpp(?:pn|rn)?\b|\bp\.p\.",
    re.I,
)
"""For what a price is, in whatever line."""
_UNIT = re.compile(
    rf"{_PER.pattern}|\b(?:an?|each|every|the|one|two|three|four|seven|\d+)[ -](?:nights?|rooms?|persons?|people|head|couple|guests?|adults?|weeks?|stay)\b|\b(?:single|double) (?:use|occupancy)\b|\bsleeps\b",
    re.I,
)
"""The same beside a sum."""


def _trial(site: Site) -> Finding | None:
    """Something may be tried for nothing, and nothing says for how long."""
    said = _own(site, "trial")
    told = (copy for _, copy in site.lines_with(entries("loose", "trial-told")) if copy.unit.region is not Region.NAV)
    if not said or any(_has(copy, "trial-told") for copy in told):
        return None
    return _found(
        "trial",
        f"It offers something to try (“{_part(said[0], 'trial')}”), and nothing on the {site.read} read says how long or how much of it",
        [quote(copy) for copy in said[:SHOWN]],
        "Nobody leaves an address for a trial without knowing what it holds and when payment begins.",
        "Say how long it runs, what it holds, whether a card is asked for, and what happens at its end.",
        weight=0.55,
        proposal="Try it for [how many days], with [how much of it]; no card, and it ends by itself.",
    )


def _at_once(site: Site) -> Finding | None:
    """A price is promised at once, and comes later."""
    now = _own(site, "at-once")
    later = [copy for copy in _own(site, "later") if not _has(copy, "at-once")]
    if not now or not later:
        return None
    soon, late = _told(now[0], "at-once"), _told(later[0], "later")
    return _found(
        "at-once",
        f"It promises a price at once (“{soon}”), and answers later: “{late}”",
        [quote(now[0]), *(quote(copy) for copy in later[:2])],
        "Whoever presses for it at once and waits was promised something else.",
        "Promise the time that is kept, on the button and beside the form.",
        weight=0.62,
        lead=True,
        key=f"{soon}\n{late}".casefold(),
    )
