"""Can a reader check those who vouch for it: when they spoke, and where they are?

Why it matters
--------------
A name under a quotation can be anybody's. A date, a town and the work make it somebody who can be asked; and a company whose newest proof is fifteen years old lets a reader
ask what has become of it.

How it is measured
------------------
Quotations that surely begin and end somewhere are asked for a date and a place or company, in their own words, under
their name and in the short lines around them; it is told where from {MIN_QUOTES} on not one has a date and hardly one a place. Proof is old where the newest year in stories,
reports, awards and dated reviews lies {OLD} years or more behind the year that the site stamps itself with ("©", "modified").
Further: {RUN} words in a row, or a whole quotation of {WHOLE} or more, that stand under the names of two people; customers who are shown as pictures without a word, the company or one of its people quoted as an authority
("according to"), customers of rank ("leading firms") of whom none is named beside those quoted, and reviews that are counted or shown as stars where no word and no link says where they can be read. There is no score.

How to fix it
-------------
Add month, year and town to each quotation; put one piece of work of the last two
years first.

Limit
-----
It reads words: names and dates in pictures, and reviews that a script loads, are not seen. Where a date, a place or a
name might stand near, the answer is that it does.

Fails
-----
/ Acme
[first heading 1] company: Acme, pumps since 1921
[main quote cite=Jo Ray] company: They came at once and Karen was very kind.
[main quote cite=Ann Lee] company: They are lovely people to deal with.
[main quote cite=Di Moss] company: We would always call them again.

Passes
------
/ Acme
[first heading 1] company: Acme, pumps since 1921
[main quote cite=Jo Ray, Hilltop Dairy] company: They came at once in May 2024 and Karen was very kind.
[main quote cite=Ann Lee, North Farm] company: They are lovely people to deal with.
[main quote cite=Di Moss, Moss Farm] company: We would always call them again.
[main heading 2] company: Karen Ash, chief engineer

Sources
-------
Actual consumers, and who gains by an endorsement, after the Federal Trade Commission's guides (16 CFR Part 255). Word lists:
vouchers, names.
"""

from __future__ import annotations

import re

from auditor import witnesses
from auditor.anywhere import cases
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import one_served
from auditor.entities import clients, customers_words, entities, mentioned
from auditor.model import Finding, Tier
from auditor.organisation import organisation
from auditor.reasons import cut
from auditor.site import Site
from auditor.voices import Who
from auditor.witnesses import (
    aged,
    heard_unmarked,
    pictured,
    prominent,
    self_quoted,
    thin,
    told_twice,
    unsourced,
)

MIN_QUOTES = 3
"""Quotations from which it is said what they lack: a judgement."""

RUN, WHOLE = witnesses.RUN, witnesses.WHOLE
OLD = witnesses.OLD
"""As :mod:`auditor.witnesses` has them."""


@audit(
    passes="Those who vouch for it can be placed and dated",
    fails="Those who vouch for it leave out when, where or who",
    version=6,
)
def testimony(site: Site) -> Verdict:
    """What those who vouch leave out."""
    told = thin(site)
    checks = (
        _twice(site),
        _thin(site),
        _pictured(site),
        _self_quoted(site),
        _aged(site),
        _unsourced(site),
        _prominent(site),
    )
    findings = [entry for entry in checks if entry is not None]
    count = len(told.said)
    if not count and not findings:
        return Verdict.not_applicable(
            f"No quotation of a customer was recognised on the {site.read} read, nor a proof with its year."
        )
    numbers = {"quotations": count, "dated": told.dated, "placed": told.placed, "with_a_result": told.results}
    summary = (
        f"Of {count} quotation{'s' * (count != 1)} of customers, {told.dated} {'has' if told.dated == 1 else 'have'} a date and {told.placed} a place."
        if count
        else f"No quotation of a customer was recognised on the {site.read} read."
    )
    title = "" if findings or (told.dated and told.placed) else "How those who vouch for it can be checked"
    return Verdict(summary, None, findings, numbers=numbers, title=title)


def _twice(site: Site) -> Finding | None:
    """One story stands under the names of two people."""
    found = told_twice(site)
    if found is None:
        return None
    one, other = (cut(entry.cite) for entry in (found.one, found.other))
    return finding(
        "testimony",
        "same-words",
        Tier.VISIBLE,
        f"“{one}” and “{other}” tell the same story in the same words: “{cut(found.lines[0].text)}”",
        [quote(copy) for copy in found.lines],
        why="Whoever reads both takes all that customers are said to have said for written in the office.",
        fix="Look up who said it; leave it under that name, and take it away from under the other.",
        weight=0.97,
        key="same-words",
    )


def _thin(site: Site) -> Finding | None:
    """The quotations have no date and hardly a place: nobody could be asked."""
    told = thin(site)
    count = len(told.said)
    if count < MIN_QUOTES or told.dated or not organisation(site).sells:
        return None
    if 2 * sum(entry.who in (Who.FULL, Who.NAME) for entry in told.said) < count:
        return None  # that they have no full name is told by who-vouches
    if told.placed and (told.results or 2 * told.placed > count):
        return None
    if told.elsewhere:
        return None  # where it can be read, it is dated
    places = f"{told.placed} a place" if told.placed else "none a place"
    results = ", and none says what came of it" if not told.results else ""
    return finding(
        "testimony",
        "thin",
        Tier.PROOF,
        f"Of {count} {one_served(site)}s quoted, none has a date and {places}{results}",
        [quote(entry.copies[0]) for entry in told.said[:4]],
        why="A name alone can be anybody's; a date, a town and what was done make it somebody who can be asked.",
        fix="Add to each the month and year, the town or company, and what was done; ask the next ones what is different now.",
        proposal="“[…]” — [name], [town or company], [month and year]: [what was done].",
        weight=0.6 if not told.results else 0.5,
        lead=False,
        key="thin",
    )


def _pictured(site: Site) -> Finding | None:
    """Customers are shown as pictures alone."""
    shown = pictured(site)
    if shown is None:
        return None
    twice = f", {shown.twice} of them shown twice" if shown.twice else ""
    return finding(
        "testimony",
        "pictured",
        Tier.PROOF,
        f"Under “{shown.heading.text}” no name stands in words: {shown.pictures} pictures on that page have no text{twice}",
        [quote(shown.heading)],
        why="A logo says that somebody once bought; its name, the work and the result say why the next one should.",
        fix="Write under each who it is and what was done for them, with one sentence of theirs; give each picture its name as text.",
        proposal="[Client]: [what was done], [what came of it].",
        weight=0.55,
        lead=False,
        key="pictured",
    )


def _self_quoted(site: Site) -> Finding | None:
    """The company quotes itself as if somebody else had said it."""
    said = self_quoted(site)
    if said is None:
        return None
    copy, words = said
    return finding(
        "testimony",
        "self-quoted",
        Tier.PROOF,
        f"It quotes itself as an authority: “{words}”",
        [quote(copy)],
        why="A reader who sees that the seller is quoted on what he sells doubts the other sources too.",
        fix="Say it in your own voice, with what you earn by it where you do; quote somebody who gains nothing.",
        proposal="[Who gains nothing by it], [year]: “[…]”.",
        weight=0.75,
    )


def _aged(site: Site) -> Finding | None:
    """The newest year in its proof lies far behind the year that the site dates itself."""
    old = aged(site)
    if old is None:
        return None
    silent = not customers_words(site) and not heard_unmarked(site)
    return finding(
        "testimony",
        "aged",
        Tier.PROOF,
        f"The newest year in what it shows as proof is {old.last}; the site dates itself {old.latest}"
        + (f", and no {one_served(site)} speaks on the {site.read} read" if silent else ""),
        [*(quote(copy) for copy in old.lines[:2]), quote(old.dates_itself)],
        why="Old proof lets a reader ask what has become of the company since.",
        fix="Put one piece of work of the last two years first, with what the customer got from it; keep the old ones as history.",
        proposal="[Month and year]: [customer], [what was done], [what came of it].",
        weight=0.7,
        key="aged",
    )


def _unsourced(site: Site) -> Finding | None:
    """Stars or a rating are shown, and nobody can read the reviews anywhere; what counts them is told with the claims."""
    said = unsourced(site)
    if said is None:
        return None
    copy, words = said
    return finding(
        "testimony",
        "unsourced",
        Tier.PROOF,
        f"It shows “{words}”, and no word or link on the {site.read} read says where the reviews can be read",
        [quote(copy)],
        why="Stars without a place to read them are the company's own; one link makes them its customers'.",
        fix="Name beside it where the reviews stand and when they were counted, and link to them; or take it down.",
        proposal="[Number] reviews on [where], [month and year]: [link].",
        weight=0.74,
        key="unsourced",
    )


def _prominent(site: Site) -> Finding | None:
    """It claims customers of rank, and names none; where nobody at all speaks for it, who-vouches tells that with these lines."""
    lines = prominent(site)
    said = customers_words(site)
    if not lines or not said or any(entry.who is Who.NAME or _HOUSE.search(entry.cite) for entry in said):
        return None
    if clients(site) or mentioned(site) or entities(site).unquoted() or pictured(site) or cases(site):
        return None
    words = lines[0][1]
    return finding(
        "testimony",
        "prominent",
        Tier.PROOF,
        f"It claims “{words}”, and not one of them is named on the {site.read} read",
        [quote(copy) for copy, _ in lines[:MIN_QUOTES]],
        why="Whoever knows the trade asks which: the names would be the proof, and without them anybody could say it.",
        fix="Name two or three of them, with their consent, and what was done for each; or say plainly what kind of work it is.",
        proposal="[Name of the customer], [place]: [what was made or done], [year].",
        weight=0.72,
        key="prominent",
    )


_HOUSE = re.compile(r"[,|(/–—]| - ")
"""What stands between a person's name and the house that he speaks for."""
