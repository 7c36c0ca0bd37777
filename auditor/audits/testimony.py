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
Further: {RUN} words in a row, or a whole quotation of {WHOLE} or more, that stand under the names of two people. There is no score.

How to fix it
-------------
Add month, year and town to each quotation; put one piece of work of the last two
years first.

Limit
-----
It reads words: names and dates in pictures, and reviews that a script loads, are not seen. Where a date or a place
might stand near, the answer is that it does.

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

from auditor import witnesses
from auditor.audit import Verdict, audit, finding, quote
from auditor.buyers import one_served
from auditor.entities import customers_words
from auditor.model import Finding, Tier
from auditor.organisation import organisation
from auditor.reasons import cut
from auditor.site import Site
from auditor.voices import Who
from auditor.witnesses import (
    aged,
    heard_unmarked,
    thin,
    told_twice,
)

MIN_QUOTES = 3
"""Quotations from which it is said what they lack: a judgement."""

RUN, WHOLE = witnesses.RUN, witnesses.WHOLE
OLD = witnesses.OLD
"""As :mod:`auditor.witnesses` has them."""


@audit(
    passes="Those who vouch for it can be placed and dated",
    fails="Those who vouch for it leave out when, where or who",
    version=7,
)
def testimony(site: Site) -> Verdict:
    """What those who vouch leave out."""
    told = thin(site)
    checks = (
        _twice(site),
        _thin(site),
        _aged(site),
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
