"""Does the site speak of customers elsewhere as it speaks to them?

Why it matters
--------------
Candidates, investors and partners have pages of their own, and customers read them too. A company that serves families
on its home page and "monetises its base" for investors has told both what it thinks.

How it is measured
------------------
Pages for candidates, investors and partners are read for words that make the customer a resource, pages of support and
documentation for words that blame them, and all of these for disparaging words beside a word for customers (public
list "two-faces"). Quotes, questions and lines about rivals' ways are left out. With the setting "comments", the
comments in the pages' source are read too, and shown as such. Every hit is told, once a kind; there is no score. It is
quiet on most sites, and is meant to be. Lines to candidates and investors that say what customers gain are credited.

How to fix it
-------------
Write for candidates and investors what customers gain; write in support what to do next, not who has done it.

Limit
-----
Words only. Where a role is to handle complaints, "difficult customers" may be an honest description. Comments are never
read unless asked for.

Fails
-----
/ Acme
[first heading 1] company: Families come first
/investors For investors
[first heading 1] company: For investors
[main sentence] company: We monetise our customer base and raise the share of wallet year by year.

Passes
------
/ Acme
[first heading 1] company: Families come first
/investors For investors
[first heading 1] company: For investors
[main sentence] outcome: We grow where we help families keep their milk cold, and nowhere else.

Sources
-------
The founding idea of this product (customer focus skin deep: internal against external words). Word list: two-faces.
"""

from __future__ import annotations

import re

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Finding, JudgedPage, Label, PageKind, Quote, Role, Tier
from auditor.site import Site
from auditor.voices import quoted

LONGEST = 600
"""Letters of a comment that are read and shown."""

MIN_WORDS = 3

_BEHIND = (PageKind.CAREERS, PageKind.INVESTORS)
_HELP = (PageKind.SUPPORT, PageKind.DOCS)
_PARTNERS = re.compile(r"\b(?:partners?|resellers?|affiliates?|franchis\w+|wholesale|dealers?|distributors?)\b", re.I)
_SAID = {
    "resource": (
        "To {whom} it speaks of customers as a resource",
        "Customers who read it learn what they are to the company.",
        "Say what customers gain, and that the company does well where they do.",
        0.3,
    ),
    "blame": (
        "In its help it says that the customer has done it",
        "Whoever needs help has trouble enough; blame is what reviews are written about.",
        "Replace the blame by the next step.",
        0.2,
    ),
    "scorn": (
        "To {whom} it speaks of customers with scorn",
        "It will be read by one of them, and passed on.",
        "Delete it.",
        0.35,
    ),
}


@audit(
    passes="It speaks of customers elsewhere as it speaks to them",
    fails="It speaks of customers elsewhere in other words than to them",
    version=2,
)
def two_faces(site: Site) -> Verdict:
    """Judge a site."""
    pages = [(page, whom) for page in site.pages if not page.twin_of and (whom := _reader(page))]
    comments = [(page, text) for page in site.pages for text in page.page.comments] if site.comments else []
    if not pages and not comments:
        read = "" if site.comments else "; comments in the source were not read (setting: comments)"
        return Verdict.not_applicable(
            f"No page was recognised as one for candidates, investors, partners or help{read}."
        )
    lists = lexicon.load("two-faces")
    found: dict[str, list[tuple[str, Quote]]] = {kind: [] for kind in _SAID}
    gains: list[Quote] = []
    for page, whom in pages:
        spoken = quoted(site, page)
        kinds = ("blame", "scorn") if page.kind in _HELP else ("resource", "scorn")
        for copy in page.copy:
            if not copy.unit.region.is_copy or not copy.counted or copy.unit.id in spoken or _left_out(copy.text):
                continue
            if copy.unit.role in (Role.LINK, Role.BUTTON, Role.QUOTE):
                continue
            for kind in kinds:
                if lists.has(copy.text, kind):
                    found[kind].append((whom, quote(copy)))
            gain = copy.label is Label.OUTCOME and copy.judgement.leading and lists.has(copy.text, "gains")
            if page.kind in _BEHIND and gain:
                gains.append(quote(copy))
    for page, text in comments:
        for kind in _SAID:
            if lists.has(text[:LONGEST], kind):
                found[kind].append(("those who read the source", Quote(text[:LONGEST], page.url, "comment")))
    findings = [_finding(kind, hits) for kind, hits in found.items() if hits]
    numbers = {"pages": len(pages), "comments": len(comments), **{kind: len(hits) for kind, hits in found.items()}}
    read = f"{len(pages)} page{'s' * (len(pages) != 1)} for candidates, investors, partners and help"
    source = f" and {len(comments)} comments in the source" if site.comments else ""
    told = sum(len(hits) for hits in found.values())
    return Verdict(
        f"Read: {read}{source}. {told or 'No'} line{'s' * (told > 1)} speak{'s' * (told < 2)} of customers in other words"
        " than to them.",
        findings=findings,
        keep=_kept(gains) if not findings else [],
        numbers=numbers,
    )


def _reader(page: JudgedPage) -> str:
    """Whom a page is for where it is not for customers, or ""."""
    if page.kind is PageKind.CAREERS:
        return "candidates"
    if page.kind is PageKind.INVESTORS:
        return "investors"
    if page.kind in _HELP:
        return "customers who need help"
    slug = page.url.rsplit("/", 1)[-1].replace("-", " ")
    return "partners" if page.kind is PageKind.OTHER and _PARTNERS.search(slug) else ""


def _left_out(text: str) -> bool:
    return len(text.split()) < MIN_WORDS or text.rstrip().endswith("?")


def _finding(kind: str, hits: list[tuple[str, Quote]]) -> Finding:
    title, why, fix, weight = _SAID[kind]
    return finding(
        "two-faces",
        kind,
        Tier.REST,
        title.format(whom=hits[0][0]),
        [said for _, said in hits[:3]],
        why=why,
        fix=fix,
        weight=weight,
        lead=False,
    )


def _kept(gains: list[Quote]) -> list[Finding]:
    return [
        finding(
            "two-faces",
            "gains",
            Tier.REST,
            "It tells candidates or investors what customers gain",
            [said],
            why="One face for everybody is believed.",
            fix="Keep it.",
            weight=0.1,
            lead=False,
        )
        for said in gains[:1]
    ]
