"""Does it finish what it begins to say?

Why it matters
--------------
A site that asks "How long is the guarantee?" and answers without a length, calls a price fixed and lists what moves it, or
marks a figure with a star that leads to no note has done the hard half: it knows what is asked. Whoever reads on to the
answer wanted to buy, and is left alone at just that place.

How it is measured
------------------
These questions are put to the copy, by a public word list ("loose"). Does a price that is called final (fixed, no hidden
charges, what we quote is what you pay) stand beside lines that move it (a least price, the time taken, a share, what is
left out), or what costs nothing beside a share that is kept? Does a question of its own that asks for a price, a time or a number have a figure in its answer, and one that
asks what happens if it goes otherwise an answer that says what is done? Is a charge announced with its sum, a least price with what makes it more, and a free
trial with its length? Is a price promised at once, and is the answer given days later? Has every note its mark, and every mark its note? And of sites of {MIN_PAGES} pages or more, where
links were read and at least half of the linked pages were: is a document that the reader is sent to (terms, policy, guide, list) among the pages and links, and does
a link lead to a page or channel that the reader is sent on to? Articles, documentation and other people's words are left out; of terms only what moves a price is read. A question that self-service tells is left to it. There is
no score: whoever asks nothing leaves nothing open.

How to fix it
-------------
Give the other half where the first stands: the figure under the question, the note under the star.

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
Information that is asked for and not there, and pages that send the reader on: Redish 2012, "Letting Go of the Words", chapters 1
and 6. The thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor import lexicon
from auditor.answers import own_lines, own_lines_with, too_little_read
from auditor.audit import Verdict, audit, finding, quote
from auditor.concordance import entries
from auditor.cues import rare
from auditor.model import Copy, Finding, Label, PageKind, Quote, Region, Role, Tier
from auditor.organisation import organisation
from auditor.replies import LONGEST_QUESTION, asks, told, under
from auditor.site import Site
from auditor.text import word_count
from auditor.voices import LONG, TEACHING

MIN_PAGES = 3
"""Pages read under which nothing is said to be missing on the site."""

FEW = 3
"""Words under a question that are no answer of its own but a label."""

MOST_NAMES = 40
"""Words of an answer from which it is taken to hold a name that was not known for one."""

SHORT = 12
"""Words up to which a line is told whole in a title."""

MOST_NOTES = 4
"""Lines of a page that begin with a star above which they are a list."""

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

_NOTE = re.compile(r"^(\*{1,4}|†|‡)\s*(?=[\w(“\"£$€])")
_MARKS = re.compile(r"\*+|†|‡")
_RATED = re.compile(r"(?<![£$€₹\d.,])\b[0-7](?:[.,]\d)?$")
"""A number of stars."""

_MARK = re.compile(r"(?<=[\w)\"”.%])(\*{1,4}|†|‡)(?![\w*])")
_STAR, _ASKS = re.compile(r"[*†‡]"), re.compile(r"\?")
_SEE_NOTE = rare(r"\(?\bsee (?:the )?notes? (?:below|\d+)\)?", re.I)
_NOTED = re.compile(r"^(?:notes?|n\.b\.)\b", re.I)
_REQUIRED = re.compile(r"\b(?:required|mandatory|optional)\b", re.I)
_WORTH = re.compile(r"\d|\b(?:free|guarantee\w*|unlimited|best)\b", re.I)
"""What a star is set on to take something back; other stars are typing."""

_SEE = rare(
    r"\(?\b[Ss]ee (?:also |our |the )?((?:[A-Z][\w’'&-]*)(?: (?:[A-Z&][\w’'&-]*|of|and|for))*)(?: page| section)? (?:for|below)\b"
)
_TERMS = re.compile(r"\b(?:terms|conditions|t ?& ?c)", re.I)
_SMALL = frozenset(
    {"and", "of", "the", "or", "our", "my", "all", "to", "full", "on", "see", "read", "refer", "consult"}
)
_ACCEPTS = frozenset({"accept", "agree", "with", "complete", "standard", "current"})


@audit(
    passes="Loose ends in what it says",
    fails="Some of what it begins to say is left open",
    version=7,
)
def loose_ends(site: Site) -> Verdict:
    """Half answers: what the site itself raises and leaves open."""
    if not own_lines(site):
        return Verdict.not_enough("No line of copy was read.")
    made = [
        _final(site),
        _costless(site),
        *_asked(site),
        _charge(site),
        _least(site),
        _trial(site),
        _at_once(site),
        *_marks(site),
    ]
    linked = any(page.page.links for page in site.pages)
    if len(site.pages) >= MIN_PAGES and linked and not too_little_read(site):
        made += [_referred(site), _unlinked(site)]
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


def _costless(site: Site) -> Finding | None:
    """Something is said to cost nothing, and a share of what comes of it is kept."""
    said = _own(site, "costless")
    kept = [copy for copy in _own(site, "share") if copy not in said]
    if not said or not kept or not organisation(site).sells:
        return None
    return _found(
        "costless",
        f"It says “{_part(said[0], 'costless')}”, and keeps a share: “{_told(kept[0], 'share')}”",
        [quote(said[0]), quote(kept[0])],
        "Whoever read the first line feels misled by the second, though both may be meant well.",
        "Say in one sentence what is paid, by whom, out of what and when.",
        tier=Tier.VISIBLE,
        weight=0.6,
        proposal="You pay nothing before the end; then [share] of what you receive.",
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


def _least(site: Site) -> Finding | None:
    """A least price, and nothing that says what makes it more."""
    said = [copy for copy in _own(site, "least-price") if copy.label is not Label.OUTCOME]
    said = [copy for copy in said if not _has(copy, "no-price")]
    if not said or not organisation(site).sells or _own(site, "moved-by"):
        return None
    return _found(
        "least",
        f"It names a least price (“{_told(said[0], 'least-price')}”), and nothing in its offers says what makes it more or what it holds",
        [quote(copy) for copy in said[:SHOWN]],
        "A reader takes “from” for the price of something else than what they want.",
        "Say beside it what it holds, and what makes it more: size, season, number, distance.",
        weight=0.55,
        proposal=f"{_told(said[0], 'least-price')}: [what it holds]; more for [what], up to [how much].",
    )


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


def _marks(site: Site) -> Iterator[Finding]:
    """Notes that no line is marked with, and marks without a note."""
    for page in site.pages_with(_STAR, _SEE_NOTE):
        if page.twin_of or page.kind in TEACHING:
            continue
        lines = [copy for copy in page.copy if copy.unit.region not in (Region.NAV, Region.OVERLAY)]
        starred = [copy for copy in lines if any(mark in copy.text for mark in "*†‡")]
        begun = [(match[1], copy) for copy in starred if (match := _NOTE.match(copy.text))]
        # lines that all begin with a star are a list, and what stands between two stars is set in bold
        notes = {mark: copy for mark, copy in begun if len(begun) <= MOST_NOTES and copy.text.count(mark) == 1}
        marked: dict[str, Copy] = {}
        for copy in starred:
            if not _NOTE.match(copy.text):
                for match in _MARK.finditer(copy.text):
                    if copy.unit.role is not Role.CAPTION and not _RATED.search(copy.text[: match.start()]):
                        marked.setdefault(match[1], copy)
        notes = {mark: copy for mark, copy in notes.items() if not _REQUIRED.search(copy.text)}
        borne = {mark for copy in starred if not _NOTE.match(copy.text) for mark in _MARKS.findall(copy.text)}
        sent = [copy for copy in lines if "note" in copy.text.casefold() and _SEE_NOTE.search(copy.text)]
        loose = [copy for mark, copy in sorted(notes.items()) if mark not in borne]
        lacking = [
            copy
            for mark, copy in sorted(marked.items())
            if mark not in dict(begun) and _WORTH.search(copy.text) and not _REQUIRED.search(copy.text)
        ]
        said = f"“{match[0]}”" if sent and (match := _SEE_NOTE.search(sent[0].text)) else ""
        if sent and loose:
            mark = _NOTE.match(loose[0].text)
            title = f"{len(sent)} line{'s' * (len(sent) > 1)} send{'s' * (len(sent) == 1)} the reader to a note ({said}) and carr{'y' if len(sent) > 1 else 'ies'} no mark; the note is marked “{mark[1] if mark else ''}”"
            shown = [quote(sent[0]), quote(loose[0]), *(quote(copy) for copy in sent[1:2])]
        elif sent and not notes and not any(_NOTED.match(copy.text) for copy in lines):
            title, shown = f"The reader is sent to a note ({said}) that does not stand on the page", [quote(sent[0])]
        elif loose and not sent:
            mark = _NOTE.match(loose[0].text)
            title = f"A note is marked “{mark[1] if mark else ''}”, and no line of the page carries that mark"
            shown = [quote(loose[0])]
        elif lacking:
            title, shown = f"A mark leads to no note: “{lacking[0].text}”", [quote(lacking[0])]
        else:
            continue
        yield _found(
            "mark",
            title,
            shown,
            "A reader who looks for the small print and does not find it expects the worst of it.",
            "Put the mark on the lines that the note is for, and the note under them.",
            tier=Tier.VISIBLE,
            weight=0.66,
            key=f"{page.url}\n{shown[0].text}",
        )
        return


def _referred(site: Site) -> Finding | None:
    """The reader is sent to a document that no page, link or heading is named for."""
    known = _names(site)
    for page, copy in own_lines_with(site, entries("loose", "referred")):
        if not _has(copy, "referred") or copy.unit.href or page.kind is PageKind.POLICY:
            continue
        said = _part(copy, "referred")
        heads = [word for word in re.findall(r"[a-z]+", said.casefold()) if word not in _SMALL | _ACCEPTS]
        wanted = heads[:1] if _TERMS.search(said) else heads
        if not wanted or any(all(word[:6] in name for word in wanted) for name in known):
            continue
        plain = next(
            (
                line
                for _, line in site.lines_with(entries("loose", "label"))
                if line.unit.role is not Role.HEADING and not line.unit.href and _has(line, "label")
            ),
            None,
        )
        beside = plain is not None and wanted[0][:6] in plain.text.casefold()
        what = re.sub(r"^(?:see|refer to|consult|read|accept|agree to|agree with|on)\s+", "", said, flags=re.I)
        rest = f"; “{plain.text}” is no link" if beside and plain is not None else ""
        return _found(
            "referred",
            f"It refers to “{what}”, and no page, link or heading of that name was found on the {site.read} read{rest}",
            [quote(copy), *([quote(plain)] if beside and plain is not None else [])],
            "Whoever is bound by it, or wants to know it before paying, cannot read it.",
            "Link it where it is named, or say there what it says.",
            tier=Tier.VISIBLE,
            weight=0.6,
            key=said.casefold(),
        )
    return None


_HOSTS = {
    "twitter": ("twitter", "//x.com", "t.co/"),
    "youtube": ("youtube", "youtu.be"),
    "facebook": ("facebook", "fb.com", "fb.me"),
    "linkedin": ("linkedin", "lnkd.in"),
    "instagram": ("instagram", "instagr.am"),
}
"""Parts of the addresses that lead to a channel."""


def _unlinked(site: Site) -> Finding | None:
    """The reader is sent on to a page or a channel, and nothing leads there."""
    led = " ".join({link.url for page in site.pages for link in page.page.links}).casefold()
    titles = " | ".join(f"{page.page.title} {page.url.rsplit('/', 1)[-1]}" for page in site.pages)
    known = re.sub(r"[-_]", " ", titles).casefold()
    for page, copy in own_lines_with(site, entries("loose", "channel"), _SEE):
        if copy.unit.href:
            continue
        if _has(copy, "channel"):
            channel = _part(copy, "channel").split()[-1]
            if any(host in led for host in _HOSTS.get(channel.casefold(), (channel.casefold(),))):
                continue
            title = f"It sends the reader to {channel}, and no link on the {site.read} read leads there"
        elif "see " in copy.text.casefold() and (match := _SEE.search(copy.text[:LONG])):
            name = match[1].casefold()
            here = [link.text.casefold() for link in page.page.links if link.region.is_copy and link.text]
            if name not in known or any(name in label or label in name for label in here):
                continue
            title = f"It sends the reader to “{match[1]}”, and the words are no link"
        else:
            continue
        return _found(
            "unlinked",
            title,
            [quote(copy)],
            "Whoever wants to go on has to look for the way; most do not.",
            "Make a link of the words.",
            tier=Tier.VISIBLE,
            weight=0.55,
            key=copy.text.casefold(),
        )
    return None


def _names(site: Site) -> set[str]:
    """What links, pages, documents and headings with something under them are called, with their addresses."""
    found: set[str] = set()
    for page in site.pages:
        found.add(f"{page.page.title if page is not site.home else ''} {page.url.rsplit('/', 1)[-1]}".casefold())
        found.update(f"{link.text} {link.url.split('/', 3)[-1]}".casefold() for link in page.page.links)
        found.update(door.text.casefold() for door in page.page.doors if door.text and door.kind not in ("form", "map"))
        found.update(copy.text.casefold() for copy in page.copy if copy.unit.href or copy.unit.role is Role.HEADING)
    return found
