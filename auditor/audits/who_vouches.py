"""Who stands behind what the site shows as proof?

Why it matters
--------------
The same words weigh differently in different mouths: a named customer with a result, a customer who praises, an
institute, a supplier who hands out awards, the company itself. A story that says of itself that nobody in particular
lived it weighs nothing, and makes a reader doubt the rest.

How it is measured
------------------
Quotations are found by their markup and marks, over several paragraphs too, and without marks under a heading that
promises what customers say; the name beside each, in its block or in one next to it, is read as a name with a company
or place, a full name, a first name, initials, a role or kind of customer, nobody, one of the company's own people, or a
regulator or inspector, who is no customer. A heading right over it that is a person's name is its name; where it was
given ("Google review", "Verified buyer") is nobody's.
A firm with a legal form that is told to have chosen the company, or to be supplied by it, is a named customer.
Named customers outside quotations, review platforms, third parties' figures, awards and certificates are found by a
public word list ("vouchers"). An award counts as a partner's where its name holds that of a company whose products the
site lists as sold. Each kind of voice has its points (POINTS); the score is the mean of the best {FULL} distinct
voices, so that repeating one adds nothing. From {MIN_QUOTES} quotations on it is said where not one has a full name: "Maria L." is nobody who can be asked, "Maria L., Leith" is, and nobody signs what was done to the body or the mind. A result
is told where a customer's words hold a figure, or a line of theirs is surely about an outcome. Where no customer is named or quoted on
any page, none stands in a list of those for whom it acts, no page or heading tells cases, projects or verdicts, and
neither a script nor a frame brings reviews in, what most needs a witness is shown: a crowd that trusts it, a rank, pleased customers, years; where no line holds a year or a number of that kind, that is said. Reviews under names
that templates come with ("John Doe") are told and count nothing, and so are {RUN} words in a row, or a whole quotation of {WHOLE} or more, under two people's names. Passages that are only indented are no quotations without marks, a name or the first person; its founders' and
staff's words are its own. Law, medicine and counselling are bound to secrecy and asked for no names. A congregation has
no buyer to convince and is not judged.

How to fix it
-------------
Ask three customers for one sentence each on what changed, with name, company and date. Say of every award who gives
it and for what.

Limit
-----
It reads words: names in pictures and reviews that a script loads are not seen. Where it is unclear whether somebody is
named, the answer is yes. It never judges a person, and praise of a person who works alone is welcome.

Fails
-----
/ Acme
[first heading 1] company: Acme, pumps since 1921
[first sentence] feature: Pumps of every size for dairies and breweries.
[main heading] other: How dairies use our pumps
[main sentence] other: Composite scenarios drawn from typical orders, client names withheld.
[main sentence] outcome: A dairy in the north cut its milking time.

Passes
------
/ Acme
[first heading 1] company: Acme, pumps since 1921
[first sentence] feature: Pumps of every size for dairies and breweries.
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
[main quote cite=Ann Lee, North Farm] company: They come out on Sundays when something breaks.
[main sentence] company: Tested by Dairy Research Institute in 2024, with the report on this page.

Sources
-------
Kinds of endorsement and material connection after the Federal Trade Commission's guides (16 CFR Part 255). Word
list: vouchers, which names its own sources.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor import lexicon
from auditor.anywhere import cases
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import buys_for_a_firm, dealings, many_served, one_served
from auditor.claims import award_giver, claims, proofs
from auditor.entities import clients, customers_words, entities, mentioned, partners, spoken
from auditor.model import Copy, Dimension, Finding, Label, PageKind, Tier
from auditor.organisation import bound_to_secrecy, organisation
from auditor.reasons import cut
from auditor.site import Site
from auditor.standing import MIN_QUOTES, nameless, together  # noqa: F401  the manual names the first
from auditor.strength import figures, tells_result
from auditor.text import word_count
from auditor.voices import (
    NAMED,
    Quotation,
    Who,
    marked,
    sample_names,
    share_of_lines,
    speaker,
)
from auditor.witnesses import (  # noqa: F401  the manual names the first
    RUN,
    WHOLE,
    brought_in,
    heard_unmarked,
    pictured,
    speaks_of_others,
    told_twice,
    unnumbered,
    unwitnessed,
)

POINTS = {
    "a named customer's result": 1.0,
    "a third party who tested or measured it": 0.9,
    "a regulator or inspector": 0.9,
    "a named customer's praise": 0.8,
    "reviews on a platform": 0.6,
    "a customer who is named": 0.5,
    "a certificate": 0.4,
    "a first name": 0.4,
    "an award": 0.4,
    "a third party's figure about the world": 0.3,
    "a partner's award": 0.2,
    "a voice without a name": 0.2,
    "its own people": 0.1,
}
"""What a voice counts: who could be asked, and who gains by it. A judgement by rank."""

FULL = 3
"""Distinct voices that are enough: the best of them make the score."""

MIN_WORDS = 150
"""Fewer words of copy on the site than this, with nobody quoted: not enough to judge."""

SOUND = 0.6
"""Score from which a finding takes nothing from those who are named."""

HEARD, TELLING = 2, 6
"""Customers quoted under full names from which it is credit, and words of a line that is shown for it."""

LONG_LINE = 30
"""Words from which a longer line of a customer's tells no more."""

GATHERED = 0.05
"""Share of lines with a word of worship from which a site is a congregation's: a judgement."""

TOGETHER = 0.02
"""Share of lines with a word of common work (open source, a club) from which nobody is missed as a customer.

A judgement."""

_WHOLE = (Who.FULL, Who.NAME)
_STORY_KINDS = (PageKind.BLOG, PageKind.DOCS, PageKind.POLICY)
_PRIZE = re.compile(r"\b(?:award|premier|elite|circle|club|recogni[sz]ed|top (?:producer|performer))", re.I)
_REVIEWS = {"Review", "AggregateRating"}
_OURS = re.compile(r"\b(?:we|our|us)\b", re.I)
_COUNTED = re.compile(r"\byears\b|\b(?:since|in|founded|established) (?:19|20)\d\d$", re.I)


@audit(
    passes="Named people outside the company stand behind what it shows",
    fails="It is not clear who outside the company stands behind what it shows",
    version=29,
    dimension=Dimension.PROOF,
    weight=0.4,
)
def who_vouches(site: Site) -> Verdict:
    """Who stands behind each proof."""
    if share_of_lines(site, "congregation") >= GATHERED:
        return Verdict.not_applicable(
            "A congregation speaks here to those who belong to it: there is no buyer to convince."
        )
    samples = sample_names(site)
    left_out = set(map(id, samples))
    quoted = [entry for entry in spoken(site) if id(entry) not in left_out]
    said = customers_words(site)
    results = [entry for entry in said if tells_result(entry)]
    voices = _voices(site, said, results, quoted)
    words = site.words()
    if not voices and words < MIN_WORDS and not _lines(site, "composite"):
        return Verdict.not_enough(f"Only {words} words of copy, and nobody is quoted: too little to judge.")
    findings = [
        entry
        for entry in (
            _sample(samples),
            _twice(site),
            _composite(site),
            _award(site),
            _own(site, quoted, voices),
            _nobody(site, quoted, voices),
            _nameless(site),
            _edition(site),
        )
        if entry is not None
    ]
    best = sorted(voices.values(), reverse=True)[:FULL]
    score = sum(best) / FULL
    numbers = {
        "quotations": len(said),
        "own_peoples": sum(entry.who is Who.OWN for entry in quoted),
        "attribution": {who.value: sum(entry.who is who for entry in quoted) for who in Who},
        "with_a_result": len(results),
        "voices": dict(Counter(_KIND[key[0]] for key in sorted(voices))),
    }
    summary = (
        f"{len(said)} quotation{'s' * (len(said) != 1)} of customers, {len(results)} with a result;"
        f" {sum(entry.who in _WHOLE for entry in said)} with a full name."
    )
    named = any(entry.who in _WHOLE for entry in said)
    neutral = "It stays open who outside the company stands behind what it shows"
    if _outside(site, voices) or any(entry.who is Who.AUTHORITY for entry in quoted):
        neutral = "Others than the company speak for it"
    if findings:
        neutral = (
            "Named people stand behind what it shows, and not all of it convinces" if named and score >= SOUND else ""
        )
    elif named:
        neutral = ""
    return Verdict(summary, score, findings, _kept(site, said), numbers, title=neutral)


_KIND = {str(place): kind for place, kind in enumerate(POINTS)}
_CODE = {kind: code for code, kind in _KIND.items()}


def _voices(
    site: Site,
    said: Sequence[Quotation],
    results: Sequence[Quotation],
    quoted: Sequence[Quotation],
) -> dict[tuple[str, str], float]:
    """The distinct voices: (kind, who) -> points."""
    found: dict[tuple[str, str], float] = {}

    def add(kind: str, who: str) -> None:
        found[_CODE[kind], who.casefold()[:80]] = POINTS[kind]

    told = {id(entry) for entry in results}
    for entry in said:
        if entry.who in _WHOLE:
            add("a named customer's result" if id(entry) in told else "a named customer's praise", entry.cite)
        else:
            add("a first name" if entry.who is Who.FIRST else "a voice without a name", entry.cite)
    for customer in entities(site).unquoted():
        add("a customer who is named", customer.name)
    if any(entry.who is Who.OWN for entry in quoted):
        add("its own people", "")
    if any(entry.who is Who.AUTHORITY for entry in quoted):
        add("a regulator or inspector", "")
    gone = _invented(site)
    sold = partners(site)
    for proof in proofs(site):
        if proof.copy.unit.id in gone:
            continue
        if proof.kind == "source":
            ours = _OURS.search(proof.copy.text) or site.name_pattern.search(proof.copy.text)
            add("a third party who tested or measured it" if ours else "a third party's figure about the world", "")
        elif proof.kind == "platform":
            add("reviews on a platform", "")
        elif proof.kind == "award":
            add("a partner's award" if award_giver(proof.copy.text, sold) else "an award", "")
    if any(_REVIEWS & set(page.page.schema_types) for page in site.pages):
        add("reviews on a platform", "")
    if any(marked(site, copy, "certificate") for _, copy in site.copy() if copy.label is Label.COMPANY):
        add("a certificate", "")
    return found


def _lines(site: Site, *groups: str) -> list[Copy]:
    """The site's lines with an entry of these groups, each once, teaching and policy pages left out."""
    return [
        copy
        for page, copy in site.copy()
        if page.kind not in _STORY_KINDS and marked(site, copy, *groups) and word_count(copy.text) <= 45
    ]


def _invented(site: Site) -> set[str]:
    return {copy.unit.id for copy in _lines(site, "composite", "withheld")}


def _sample(samples: Sequence[Quotation]) -> Finding | None:
    """Reviews that a template came with."""
    if not samples:
        return None
    names = " and ".join(f"“{entry.cite.split(',')[0].strip()}”" for entry in samples[:2])
    return finding(
        "who-vouches",
        "sample-name",
        Tier.PROOF,
        f"It shows reviews under names that templates come with: {names}",
        [quote(entry.copies[0]) for entry in samples[:3]],
        why="Whoever knows the name takes every other review on the site for made up.",
        fix="Delete them today; put a real customer's words with name and place there, or nothing.",
        proposal="“[What changed for the customer]” — [name], [company or town].",
        weight=0.95,
        key="sample-name",
    )


def _twice(site: Site) -> Finding | None:
    """One story stands under the names of two people."""
    found = told_twice(site)
    if found is None:
        return None
    one, other = (cut(entry.cite) for entry in (found.one, found.other))
    return finding(
        "who-vouches",
        "same-words",
        Tier.VISIBLE,
        f"“{one}” and “{other}” tell the same story in the same words: “{cut(found.lines[0].text)}”",
        [quote(copy) for copy in found.lines],
        why="Whoever reads both takes all that customers are said to have said for written in the office.",
        fix="Look up who said it; leave it under that name, and take it away from under the other.",
        weight=0.97,
        key="same-words",
    )


def _composite(site: Site) -> Finding | None:
    """Stories that say themselves that nobody in particular lived them, or keep the name back."""
    invented = _lines(site, "composite")
    cites = " ".join(entry.cite for entry in spoken(site))
    lines = invented or [copy for copy in _lines(site, "withheld") if copy.text not in cites]
    if not lines or not (invented or organisation(site).sells):  # a charity owes silence to those whom it helps
        return None
    copies = max(copy.copies for copy in lines)
    pages = f" on {copies} pages" if copies > 1 else ""
    return finding(
        "who-vouches",
        "composite" if invented else "withheld",
        Tier.PROOF,
        f"It calls its own customer stories “{lexicon.load('vouchers').words(lines[0].text, 'composite')}”{pages}: no real customer tells them"
        if invented
        else f"Its customer stories keep back whose they are{pages}",
        [quote(copy) for copy in lines[:3]],
        why="It is honest to say so, but a story of nobody in particular proves nothing and costs the real ones trust.",
        fix="Put one real customer in place of each, with name, place and figure; call the rest examples of use."
        if invented
        else "Ask one customer to be named, or say the trade, size and place, and why the name is kept back.",
        proposal="[Customer’s name], [place]: [what changed, with a figure].",
        weight=0.95 if invented else 0.5,
        lead=bool(invented),
        key="composite",
    )


def _award(site: Site) -> Finding | None:
    """It calls itself independent, and shows an award of a company whose products it sells."""
    sold = partners(site)
    free = [entry for entry in claims(site) if entry.kind == "independent" and entry.copy.sure]
    free = [entry for entry in free if not entry.words.casefold().startswith("independently")]  # vetted by others
    if not sold or not free:
        return None
    given = [
        (copy, giver)
        for copy in _lines(site, "award")
        if _PRIZE.search(copy.text) and (giver := award_giver(copy.text, sold))
    ]
    given = [(copy, giver) for copy, giver in given if copy is not sold[giver]]
    if not given:
        return None
    copy, giver = max(given, key=lambda entry: (bool(re.search(r"\baward", entry[0].text, re.I)), -entry[0].unit.order))
    listed = [] if sold[giver].text == copy.text else [quote(sold[giver])]
    return finding(
        "who-vouches",
        "partner-award",
        Tier.PROOF,
        f"It calls itself independent, and the award it shows bears the name of {giver}, whose products it sells",
        [quote(copy), quote(free[0].copy), *listed],
        why="A supplier's award is given for business done with the supplier: it says nothing of independence.",
        fix="Say who gives the award and for what; put customers and measured comparisons behind “independent”.",
        proposal=f"{copy.text}: given by [who gives it] for [what it is given for].",
        weight=0.9,
        key="partner-award",
    )


def _own(site: Site, quoted: Sequence[Quotation], voices: dict[tuple[str, str], float]) -> Finding | None:
    """Every quotation is of its own people."""
    people = {entry.cite for entry in quoted if speaker(entry.cite) in NAMED}
    if len(people) < 2 or any(entry.who is not Who.OWN for entry in quoted) or _outside(site, voices):
        return None
    cites = [copy for entry in quoted for copy in entry.copies[:1]]
    return finding(
        "who-vouches",
        "own-people",
        Tier.PROOF,
        f"All {len(people)} people quoted work for the company; no {one_served(site)} speaks on the {site.read} read",
        [quote(copy) for copy in cites[:3]],
        why="Staff are expected to speak well of their company; whoever was served by it is not, and is believed.",
        fix=f"Keep one of them, and put beside it what one of the {many_served(site)} says, with name and {'company' if buys_for_a_firm(site) else 'town'}.",
        proposal=f"“[{dealings(site).told.capitalize()}]” — [name], [{'company' if buys_for_a_firm(site) else 'town'}].",
        weight=0.9,
        key="own-people",
    )


def _outside(site: Site, voices: dict[tuple[str, str], float]) -> bool:
    """Whether any customer is named, quoted or asked elsewhere; a line that only seems to name one is enough."""
    return bool(clients(site)) or any(
        "customer" in _KIND[code] or "name" in _KIND[code] or "reviews" in _KIND[code] for code, _ in voices
    )


def _nobody(site: Site, quoted: Sequence[Quotation], voices: dict[tuple[str, str], float]) -> Finding | None:
    """No customer is named or quoted anywhere; not said of a club, nor of those who build or do something together."""
    if (
        any(entry.who is not Who.AUTHORITY for entry in quoted)
        or _outside(site, voices)
        or heard_unmarked(site)
        or mentioned(site)
        or pictured(site)
        or cases(site)
        or brought_in(site)
        or share_of_lines(site, "community") >= TOGETHER
        or organisation(site).kind == "club"
    ):
        return None
    noun, many, told = one_served(site), many_served(site), dealings(site).told
    shown = unwitnessed(site)
    words = shown[0][1] if shown else ""
    lines = [copy for entry in quoted for copy in entry.copies]
    heard = next((copy for copy in lines if copy.text[:1] in "“\"‘'«"), lines[0] if lines else None)
    named = quoted[0].cite or cut(heard.text.strip("“”\"‘’'«». ")) if heard else ""
    alone = (
        f"what is quoted is an inspector's or an authority's, “{named}”"
        if heard
        else "only the company speaks for itself"
    )
    done = ", and no year and no number says what it has done" if not quoted and unnumbered(site) else ""
    secret = bound_to_secrecy(site)
    given = "[company], [town]" if buys_for_a_firm(site) else "[town], [month and year]"
    return finding(
        "who-vouches",
        "nobody",
        Tier.PROOF,
        f"It {'speaks of' if _COUNTED.search(words) else 'says'} “{words}”, and no {noun} is named or quoted on the {site.read} read"
        if words and not quoted
        else f"No {noun} is named or quoted on the {site.read} read{done}: {alone}",
        [quote(copy) for copy, _ in shown] or ([quote(heard)] if heard else []),
        why="Whoever would give, help or ask for help looks for somebody who already did."
        if organisation(site).kind == "charity"
        else f"{'An' if noun[0] in 'aeiou' else 'A'} {noun} who does not know the company looks for another who does.",
        fix=f"Link the reviews that {many} gave in public, or tell two cases without names: what it was like before, and how it ended."
        if secret
        else f"Name three {many}, each with one sentence on {told}."
        if organisation(site).sells
        else f"Let three {many} speak, with their consent: one sentence each on {told}.",
        proposal=f"“[{told.capitalize()}]” — [first name or initials, with consent], [where the review stands]."
        if secret
        else f"“[{told.capitalize()}]” — [full name], {given}."
        if organisation(site).sells
        else f"“[{told.capitalize()}]” — [first name, with consent], [town].",
        weight=0.85,
        lead=len(site.pages) > 2,
        key="nobody",
    )


def _nameless(site: Site) -> Finding | None:
    """Not one of those quoted has a full name."""
    bounded, whole = nameless(site), together(site)
    if not bounded or (whole is not None and whole.nameless):
        return None  # who stands behind it is told as one, with them
    secret = bound_to_secrecy(site)
    half = any(entry.who is Who.FIRST for entry in bounded)
    place = "company or town" if buys_for_a_firm(site) else "town"
    return finding(
        "who-vouches",
        "no-full-name",
        Tier.PROOF,
        f"Not one of the {many_served(site)} quoted is given {'a full name' if half else 'a name'}",
        [quote(entry.copies[0]) for entry in bounded[:4]],
        why="Anybody could have written a quote without a name.",
        fix="Link each to the review that was given in public, or say when it was given and in what kind of case."
        if secret
        else f"Add the full name with the {place}, or link the review where it was given.",
        proposal="“[…]” — [initials or first name, with consent], [year and kind of case]."
        if secret
        else f"“[…]” — [full name], [{place}].",
        weight=0.75,
        lead=not secret and one_served(site) != "patient",
        key="no-full-name",
    )


def _edition(site: Site) -> Finding | None:
    """A certificate to an edition that a newer one has replaced."""
    lines = [
        copy
        for copy in _lines(site, "superseded")
        if copy.label in (Label.COMPANY, Label.SPEC, Label.FEATURE)
        and not lexicon.load("vouchers").has(copy.text, "past")
    ]
    if not lines:
        return None
    match = lexicon.load("editions").find(lines[0].text)[0]
    return finding(
        "who-vouches",
        "edition",
        Tier.VISIBLE,
        f"It shows “{lines[0].text[match.start : match.end]}”, which {match.group} has replaced",
        [quote(copy) for copy in lines[:3]],
        why="A buyer's quality department sees at a glance that the certificate, or the page, is years old.",
        fix="Name the edition you are certified to today, with the certificate's number, body and date.",
        proposal="[standard and edition], certificate [number], [body], valid until [date].",
        weight=0.85,
    )


def _kept(site: Site, said: Sequence[Quotation]) -> list[Finding]:
    """Credit: customers speak under names that can be asked; the most telling lines of two of them."""
    named = {
        entry.cite.casefold(): entry
        for entry in said
        if entry.who in _WHOLE and not _INITIAL.fullmatch(entry.cite) and speaks_of_others(site, entry)
    }
    best = [
        max((copy for copy in entry.copies if word_count(copy.text) >= TELLING), key=_telling, default=None)
        for entry in named.values()
    ]
    lines = sorted((copy for copy in best if copy is not None), key=_telling, reverse=True)
    alone = len(named) == 1 and all(entry.who is Who.FULL and tells_result(entry) for entry in named.values())
    if not lines or not (alone or len(named) >= HEARD):
        return []
    return [
        finding(
            "who-vouches",
            "full-names",
            Tier.PROOF,
            f"{len(named)} customers speak for it under their full names"
            if not alone
            else "A named customer says what came of it",
            [quote(copy) for copy in lines[:2]],
            why="A full name makes a quotation somebody's who can be asked; without one it could be anybody's.",
            fix="Keep the names, and ask each what changed, with a figure.",
            weight=0.55,
            key="full-names",
        )
    ]


_INITIAL = re.compile(
    r"(?:M(?:r|rs|s|iss)\.? |Dr\.? )?(?:[A-Z]\.? ?){1,2} [A-Z][\w'’-]+|M(?:r|rs|s|iss)\.? [A-Z][\w'’-]+"
)
"""A surname with letters or a title before it: hardly a name under which somebody can be asked."""


def _telling(copy: Copy) -> tuple[bool, int, bool, int, str]:
    """How much a line of a customer's tells: what changed or was wrong, a figure, what was done; then its length."""
    happened = lexicon.load("vouchers").has(copy.text, "told")
    changed = copy.label in (Label.OUTCOME, Label.PROBLEM)
    return changed, len(figures(copy.text)), happened, min(word_count(copy.text), LONG_LINE), copy.text
