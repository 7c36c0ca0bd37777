"""For whom does the site say it is, and what could no rival say?

Why it matters
--------------
"For businesses of all sizes in every industry" leaves nobody out and so means nobody. A buyer looks for a sign that
somebody like them has been here before: their trade, their job, their situation. A list of twenty-six industries with not a
word to any of them says the opposite.

How it is measured
------------------
On the pages that a buyer reads, mentions of trades, roles, sizes and situations (public list "audience") are counted
where words for serving stand before them, in headings and in lists of those served; they are facts, no merit. A
finding is made of lines that take in everybody and go on to name fewer than {NAMED} trades, but not where nobody is to
be shut out: of a charity, a club, a school, a congregation or an authority, or beside words of inclusion (background,
faith, ability, income); and of a list of
{LONG_LIST} trades or more of which at most a share of {SPOKEN} are spoken of in any sentence, heading or page of their
own elsewhere. With names of rivals given (setting "rival"), the lines that name the company are read again with a
rival's name in its place: a line with a figure, another name or {OWN} words of its own could not be theirs. A finding is made where
{MIN_SWAP} such lines or more, and a share of {MOST_ALIKE}, could. It gives no score: naming trades must not earn
anything.

How to fix it
-------------
Name the two or three kinds of customers that you know best, and say to each what changes for them. Say for whom you
are not.

Limit
-----
Words for trades are listed, and a list is never whole. Whether a rival would really say a line is the reader's to
judge: only the words are compared, and only with rivals that are given.

Fails
-----
/ Acme
[first heading 1] feature: Pumps for businesses of all sizes
[main sentence] feature: We serve every industry with the same care.
[main sentence] feature: The yard lies behind the old station and holds sixty pumps of every make that we sell.
[main sentence] feature: A pump is tested on our bench, painted twice and brought to your yard on a pallet.

Passes
------
/ Acme
[first heading 1] outcome: Dairies milk on when a pump fails
[main sentence] feature: We serve dairies and breweries within an hour of our yard.
[main sentence] company: We are not the right choice for a hobby farm with three goats.
[main sentence] feature: The yard lies behind the old station and holds sixty pumps of every make that we sell.

Sources
-------
Trades after the section titles of ISIC Rev. 4 (United Nations 2008). Name swap: the test of a mission statement in
Bart 1997, "Industrial Firms and the Power of Mission", Industrial Marketing Management 26(4), used on other lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, Label, PageKind, Region, Role, Tier
from auditor.organisation import organisation
from auditor.site import FOCUS_KINDS, Site
from auditor.statement import own_words
from auditor.strength import called
from auditor.text import word_count
from auditor.voices import YEAR, proper, quoted

NAMED = 2
"""Trades or roles named in the line itself from which "all" is an opening and no empty word."""

LONG_LIST = 12
"""Trades in one list from which a list is a list of everybody."""

SPOKEN = 0.25
"""Largest share of the trades listed that are spoken of elsewhere, in a list that speaks to nobody."""

OWN = 3
"""Words of its own (no name, no stock words) from which a line could not be a rival's."""

MIN_SWAP = 3
MOST_ALIKE = 0.1
"""Lines that name the company, and their share, that could be a rival's, from which that is told."""

MIN_WORDS = 40
"""Fewer words of buyers' copy than this: not enough to judge."""

_KINDS = FOCUS_KINDS - {PageKind.BLOG, PageKind.CONTACT}
_TYPES = ("industry", "role", "size", "situation")
_TO = 45
_ITEM = 6
_NOT_SAID = (Role.QUOTE, Role.LINK, Role.BUTTON)


@audit(
    passes="For whom it says it is",
    fails="It is for everybody, or could be anybody's",
    version=9,
)
def audience(site: Site) -> Verdict:
    """Judge a site."""
    lines = [(page, copy) for page, copy in site.copy(*sorted(_KINDS)) if not copy.unit.cite]
    if sum(word_count(copy.text) for _, copy in lines) < MIN_WORDS:
        return Verdict.not_enough("There are too few words on the pages that a buyer reads.")
    named = _named(lines, _own_trade(site))
    numbers: dict[str, object] = {
        f"named_{kind}": [text for text, _ in sorted(named[kind].items(), key=lambda item: (-item[1], item[0]))[:12]]
        for kind in _TYPES
    }
    numbers |= {f"{kind}_mentions": sum(named[kind].values()) for kind in _TYPES}
    everybody = _everybody(site, lines) if organisation(site).sells else []  # who serves a public is to shut nobody out
    findings = everybody + _listed(site, lines)
    keep = _meant(lines)
    if site.rivals:
        told, found, own = _swapped(site, lines)
        numbers |= {"rivals": list(site.rivals), "lines_naming_the_company": told, "could_be_a_rivals": len(found)}
        findings += _swap_finding(site, told, found)
        keep += _only(own)
    told_for = [_counted(len(named[kind]), *words) for kind, words in _WORDS.items() if named[kind]]
    summary = (
        f"It says that it is for at least {', '.join(told_for)}."
        if told_for
        else f"None of the trades, roles, sizes and situations of a customer that its list knows was recognised on the {site.read} crawled; it does not know all."
    )
    return Verdict(summary, findings=findings, keep=keep, numbers=numbers)


_WORDS = {
    "industry": ("trade", "trades"),
    "role": ("kind of people", "kinds of people"),
    "size": ("size", "sizes"),
    "situation": ("situation", "situations"),
}


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _named(lines: Sequence[tuple[JudgedPage, Copy]], trade: set[str]) -> dict[str, Counter[str]]:
    """What kinds of customers are named, by type, where the words before them or the heading say that they are served."""
    lists = lexicon.load("audience")
    named: dict[str, Counter[str]] = {kind: Counter() for kind in _TYPES}
    for page, copy in lines:
        matches = lists.find(copy.text, *_TYPES)
        listed = bool(matches) and lists.has(copy.unit.heading, "served")
        listed = listed or (page.kind is PageKind.SOLUTION and copy.unit.level == 1)
        for match in matches:
            word = copy.text[match.start : match.end].casefold()
            before, after = copy.text[max(0, match.start - _TO) : match.start], copy.text[match.end :]
            meant = lists.has(before, "to") and (lists.has(after, "end") or not after)
            if word not in trade and (listed or match.group == "situation" or meant):
                named[match.group][_kind(word)] += 1
    return {kind: _merged(counts) for kind, counts in named.items()}


_DETERMINERS = re.compile(r"\b(?:the|an?|your|their|my|our|his|her|some|most|many|all|any|several|of) ")


def _kind(word: str) -> str:
    """A mention without the articles in it, so that "behind on the rent" and "behind on rent" are one situation."""
    return _DETERMINERS.sub("", word)


def _merged(counts: Counter[str]) -> Counter[str]:
    """One kind for words that only differ in number, or of which one ends with the other ("owners", "business owners")."""
    merged: Counter[str] = Counter()
    for word, count in sorted(counts.items(), key=lambda item: (-len(item[0]), item[0])):
        same = [other for other in merged if _one(other) == _one(word) or _one(other).endswith(" " + _one(word))]
        merged[min(same, key=lambda other: (-merged[other], other)) if same else word] += count
    return merged


def _one(word: str) -> str:
    """A word in the singular, as far as its ending tells."""
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return re.sub(r"ies$", "y", word) if word.endswith(("ies", "ss")) else word.removesuffix("s")


def _own_trade(site: Site) -> set[str]:
    """The words for trades in the company's name and the home page's title: what it is, not whom it serves."""
    title = " ".join([site.name, *site.names, site.home.page.title if site.home else ""])
    return {title[match.start : match.end].casefold() for match in lexicon.load("audience").find(title, "industry")}


def _everybody(site: Site, lines: Sequence[tuple[JudgedPage, Copy]]) -> list[Finding]:
    """The most prominent lines that take in everybody."""
    lists = lexicon.load("audience")
    found = []
    for page, copy in lines:
        if copy.unit.role in _NOT_SAID or copy.text.rstrip().endswith("?") or lists.has(copy.text, "inclusion"):
            continue
        hits = lists.find(copy.text, "everybody")
        if any(_everyone(copy.text, match) for match in hits) and copy.unit.id not in quoted(site, page):
            found.append((page, copy))
    if not found:
        return []
    found.sort(key=lambda entry: (-_prominence(site, *entry), entry[0].url, entry[1].unit.order))
    first = found[0][1].text
    match = next(match for match in lists.find(first, "everybody") if _everyone(first, match))
    return [
        finding(
            "audience",
            "everybody",
            Tier.REST,
            f"It is for everybody: “{first[match.start : match.end]}”",
            [quote(copy) for _, copy in found[:3]],
            why="What is for everybody gives nobody a sign of being meant.",
            fix="Name the two or three kinds of customers that you know best in its place.",
            proposal=first[: match.start] + "[the kind of customer you know best]" + first[match.end :],
            weight=0.4,
            lead=_prominence(site, *found[0]) >= 2,
        )
    ]


def _everyone(text: str, match: lexicon.Match) -> bool:
    """Whether the words take in everybody: no trade stands before them, and none are named after."""
    lists = lexicon.load("audience")
    before, after = text[: match.start].split()[-1:], text[match.end :]
    plain = not before or before[0].casefold() in _PLAIN or not before[0][-1].isalnum()
    return plain and not _GOES_ON.match(after) and len(lists.find(after, "industry", "role")) < NAMED


_PLAIN = frozenset(
    "for to of with serve serves serving by from and the in help helps helping across suit every all as are have has offer offers".split()
)
_GOES_ON = re.compile(r"\W*(?:from|such as|including|like|whether)\b", re.I)


def _prominence(site: Site, page: JudgedPage, copy: Copy) -> int:
    return (
        2 * (page is site.home and copy.unit.region is Region.FIRST)
        + (page is site.home)
        + (copy.unit.role is Role.HEADING)
    )


def _listed(site: Site, lines: Sequence[tuple[JudgedPage, Copy]]) -> list[Finding]:
    """The longest list of trades with hardly a word to any of them."""
    lists = [entry for entry in _lists(lines) if len(entry[2]) >= LONG_LIST]
    if not lists:
        return []
    page, copies, items = max(lists, key=lambda entry: (len(entry[2]), entry[0].url))
    apart = {copy.unit.id for copy in copies}
    telling = _telling(site, apart)
    spoken = [item for item in items if _spoken(item, telling)]
    if len(spoken) > SPOKEN * len(items):
        return []
    rest = f"{len(spoken)} of them are spoken of" if spoken else "none of them is spoken of"
    return [
        finding(
            "audience",
            "list",
            Tier.REST,
            f"{called(site, page)[0].upper()}{called(site, page)[1:]} lists {len(items)} trades, and {rest} anywhere else",
            [quote(copy) for copy in copies[:4]],
            why="A long list shows that nobody was left out, not that anybody is known.",
            fix="Choose the three that you know best and say to each what changes for them.",
            proposal=f"{items[0]}: [what changes for them]. {items[1]}: [what changes for them].",
            weight=0.62,
            lead=True,
            key=f"{page.url} list",
        )
    ]


def _parts(text: str) -> list[str]:
    """The entries of a list in a sentence: "oil and gas" is one of them, and "and so on" none."""
    parts = re.split(r"[,;•|]", text)
    parts[-1:] = re.split(r"\band\b", parts[-1]) if len(parts) > 2 else parts[-1:]
    bare = (re.sub(r"^\s*(?:and|or|&)\s", "", part).strip(" .:&") for part in parts)
    return [
        part
        for part in bare
        if part and not re.match(r"(?:so on|so forth|etc|more|others?|many|much more)\b", part, re.I)
    ]


def _lists(lines: Sequence[tuple[JudgedPage, Copy]]) -> list[tuple[JudgedPage, list[Copy], list[str]]]:
    """Lists of those served: short items under a heading that says so, or the parts of one sentence."""
    words = lexicon.load("audience")
    found: list[tuple[JudgedPage, list[Copy], list[str]]] = []
    under: dict[tuple[str, str], tuple[JudgedPage, list[Copy], list[str]]] = {}
    for page, copy in lines:
        unit = copy.unit
        most = sum(map(copy.text.count, (",", ";", "•", "|", "and")))
        parts = _parts(copy.text) if most + 1 >= LONG_LIST else []
        long = len(parts) >= LONG_LIST
        if long and sum(words.has(part, "industry") for part in parts) >= len(parts) / 3:
            found.append((page, [copy], parts))
        elif words.has(unit.heading, "served") and word_count(copy.text) <= _ITEM and unit.role not in (Role.BUTTON,):
            entry = under.setdefault((page.url, unit.heading), (page, [], []))
            entry[1].append(copy)
            entry[2].append(copy.text.strip(" .:&"))
    named = (
        entry for entry in under.values() if sum(words.has(item, "industry") for item in entry[2]) >= len(entry[2]) / 3
    )
    return found + list(named)


def _telling(site: Site, apart: set[str]) -> str:
    """What speaks of a trade, in small letters: titles, addresses, headings and sentences that are no list."""
    said = [page.page.title + "\n" + page.url.rsplit("/", 1)[-1] for page in site.pages]
    for page in site.pages:
        for copy in page.copy:
            tells = copy.unit.role is Role.HEADING or word_count(copy.text) > _ITEM
            if (
                tells
                and copy.unit.region.is_copy
                and copy.text.count(",") < LONG_LIST / 2
                and copy.unit.id not in apart
            ):
                said.append(copy.text)
    return "\n".join(said).casefold()


def _spoken(item: str, telling: str) -> bool:
    """Whether a listed trade has a page, a heading or a sentence of its own elsewhere."""
    stem = re.sub(r"(?:ies|s|ing|al)$", "", max(item.casefold().split(), key=len))
    return re.search(rf"\b{re.escape(stem)}", telling) is not None


def _meant(lines: Sequence[tuple[JudgedPage, Copy]]) -> list[Finding]:
    """Credit: it says for whom it is not."""
    lists = lexicon.load("audience")
    for page, copy in lines:
        if copy.counted and lists.has(copy.text, "against") and copy.label is not Label.POLICY and page.kind in _KINDS:
            return [
                finding(
                    "audience",
                    "against",
                    Tier.REST,
                    "It says for whom it is not",
                    [quote(copy)],
                    why="Who turns somebody away is believed by the others.",
                    fix="Keep it.",
                    weight=0.3,
                )
            ]
    return []


# --- the name swap --------------------------------------------------------------------------------------------------


def _swapped(site: Site, lines: Sequence[tuple[JudgedPage, Copy]]) -> tuple[int, list[Copy], list[Copy]]:
    """How many lines name the company; those that could be a rival's; those that could not, best first."""
    common = site.common_words
    alike: list[Copy] = []
    own: list[Copy] = []
    for page, copy in lines:
        text = site.name_pattern.sub(" ", copy.text)
        if text == copy.text or copy.unit.role in _NOT_SAID or not copy.sure or _ASKS.match(copy.text):
            continue
        if copy.label in (Label.OTHER, Label.POLICY) or word_count(text) <= OWN or copy.unit.id in quoted(site, page):
            continue
        bare = [word for word in own_words(text) if word.casefold() not in _EVERY_TRADE]
        particular = bool(re.search(r"\d", text)) or bool(proper(text, common)) or len(bare) >= OWN
        (own if particular else alike).append(copy)
    own.sort(key=lambda copy: (-bool(YEAR.search(copy.text)), -copy.judgement.probability, copy.unit.id))
    return len(alike) + len(own), alike, own


_ASKS = re.compile(r"(?:why|what|how|who|where|when|which|is|are|do|does|can)\b|.*\?\s*$", re.I)
_EVERY_TRADE = frozenset("product products service services team staff offer offers".split())


def _swap_finding(site: Site, told: int, alike: Sequence[Copy]) -> list[Finding]:
    if len(alike) < MIN_SWAP or len(alike) < MOST_ALIKE * told:
        return []
    rival = site.rivals[0]
    return [
        finding(
            "audience",
            "swap",
            Tier.REST,
            f"{len(alike)} of the {told} lines that name the company would read the same with {rival} in its place",
            [quote(copy) for copy in alike[:4]],
            why="What a rival could say word for word is no reason to choose you. Read aloud: "
            + f"“{site.name_pattern.sub(rival, alike[0].text)}”",
            fix="Put into each what only you can say: a figure, a customer, the way you do it.",
            weight=0.4,
            lead=False,
            key="swap",
        )
    ]


def _only(own: Sequence[Copy]) -> list[Finding]:
    """Credit: a line with a year that no rival can say."""
    return [
        finding(
            "audience",
            "only",
            Tier.REST,
            "No rival could say this line",
            [quote(copy)],
            why="With a rival's name in it, it would be false.",
            fix="Keep it, and move it up.",
            weight=0.3,
        )
        for copy in own[:1]
        if YEAR.search(copy.text)
    ]
