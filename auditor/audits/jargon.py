"""Are there short forms on the buyers' pages that nobody explains?

Why it matters
--------------
A short form saves its writer four words and costs every reader who does not know it the sentence. The engineer knows;
the person who approves the order reads on elsewhere.

How it is measured
------------------
Short forms in capitals of three to six letters in the sentences and headings of home, product, service, solution and
price pages. Left out are those that a buyer of any trade may be expected to know (public list "jargon"),
the company's own names, those it writes on more than {TRADE_PAGES} pages (the words of its trade, for which its buyers
search), everyday words of {EMPHASIS} letters or more in capitals for emphasis, those set in a line of capitals or written small elsewhere, those beside another name, lines of specifications
and about the company, and those that the site spells out anywhere: in brackets, beside a dash or colon, or in words of the same initials. All
that are left are listed; a finding is made where {STRONG} or more stand on the home page, because a page for
specialists speaks to specialists. It gives no score. Reading grades are given by the audit of readability.

How to fix it
-------------
Write it out where it stands first, with the short form in brackets.

Limit
-----
Whether a reader knows a word is not to be read from a page. On a page for specialists a short form can be the plainest
word there is.

Fails
-----
/ Acme
[first heading 1] feature: Pumps with full CIP and SIP support
[first sentence] feature: Each pump ships with its FAT report and is ready for your CMMS.
[main sentence] feature: We also read your P&ID and send the VFD settings along.

Passes
------
/ Acme
[first heading 1] feature: Pumps that are cleaned in place (CIP)
[first sentence] feature: Each pump ships with its factory acceptance test (FAT), as a PDF by e-mail.
[main sentence] feature: CIP takes eleven minutes.

Sources
-------
"Explain abbreviations on first use" in the Plain English Campaign's guide to plain English and in the Web Content
Accessibility Guidelines 2.2, criterion 3.1.4. The threshold is a judgement made on the tuning sites.
"""

from __future__ import annotations

import re
from collections import defaultdict

from auditor import lexicon, spelling
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, Label, Role, Tier
from auditor.site import SELLING_KINDS, SHORT_FORM, Site
from auditor.strength import called
from auditor.text import word_count

TRADE_PAGES = SHORT_FORM
"""Pages on which a short form stands from which it is the trade's own word."""

STRONG = 3
"""Different unexplained short forms on the home page from which that is told."""

EMPHASIS = 4
"""Letters from which an everyday word in capitals is a word and no short form."""

MOST_FORMS = 100
"""Different short forms that are looked up: more than a site has use for, and each is looked for in all the site says."""

MIN_WORDS = 15
"""Fewer words on the pages read than this: not enough to judge."""

# three letters or more: two are mostly a name, a place or a measure; none beside a word with a capital, which makes a name
_SHORT = re.compile(r"(?<![\w&-])[A-Z](?:[A-Z]|&(?=[A-Z])){2,5}s?(?![\w&-]|\.\w| [A-Z])")
_NOT_READ = (Label.SPEC, Label.OTHER, Label.COMPANY, Label.POLICY)
_ROLES = (Role.SENTENCE, Role.HEADING, Role.BULLET)


@audit(
    passes="Its short forms are explained or everybody's",
    fails="Some of its short forms are explained nowhere",
    version=4,
)
def jargon(site: Site) -> Verdict:
    """Judge a site."""
    lines = [(page, copy) for page, copy in site.copy(*sorted(SELLING_KINDS)) if copy.unit.role in _ROLES]
    if sum(word_count(copy.text) for _, copy in lines) < MIN_WORDS:
        return Verdict.not_enough("There are too few words on the pages that a buyer reads.")
    found: dict[str, dict[str, Copy]] = defaultdict(dict)
    common, known, text = site.common_words, lexicon.load("jargon").terms("known"), ""
    explained: dict[str, bool] = {}
    for page, copy in lines:
        if copy.label in _NOT_READ or copy.unit.cite or _shouted(copy.text):
            continue
        for form in _SHORT.findall(copy.text):
            bare = form.removesuffix("s")
            if bare.casefold() in known or bare.casefold() in common or form.casefold() in known or _is_word(form):
                continue
            if bare not in explained:
                if len(explained) == MOST_FORMS:
                    continue  # neither praised nor blamed
                text = text or _everything(site)
                explained[bare] = _spelled_out(bare, text) or bool(site.name_pattern.search(bare))
            if not explained[bare]:
                found[page.url].setdefault(bare, copy)
    numbers = {"unexplained": sorted({form for forms in found.values() for form in forms})[:20]}
    forms = found.get(site.home.url, {}) if site.home else {}
    findings = [_finding(site, site.home, forms)] if site.home and len(forms) >= STRONG else []
    count = len({form for forms in found.values() for form in forms})
    return Verdict(
        f"{count} short form{'s' * (count != 1)} on the buyers' pages {'are' if count != 1 else 'is'} explained nowhere"
        " and not everybody's.",
        findings=findings,
        numbers=numbers,
    )


def _everything(site: Site) -> str:
    return "\n".join(copy.text for page in site.pages for copy in page.copy)


def _shouted(text: str) -> bool:
    """A line in capitals: its short words are no short forms."""
    words: list[str] = re.findall(r"[^\W\d_]{3,}", text)
    return len(words) > 1 and sum(word.isupper() for word in words) > len(words) / 2


def _is_word(form: str) -> bool:
    """A word of the language, set in capitals for emphasis."""
    return len(form) >= EMPHASIS and spelling.frequencies().get(form.casefold(), 0) >= spelling.FAMILIAR


def _spelled_out(form: str, text: str) -> bool:
    """Whether the site says anywhere what a short form stands for: in brackets, or in words of these initials."""
    short = re.escape(form)
    if re.search(
        rf"\(\s*{short}s?\b|\b{short}s?(?:\s*(?:\(|\bstands for\b|\bis short for\b|[—–:=] )| - )"
        rf"|\([^()\n]*\b(?:as|called|or|short) {short}s?\s*\)|^(?:[A-Za-z-]+ ){{1,4}}(?:[—–-] |= ){short}s?\.?$",
        text,
        re.M,
    ):
        return True
    initials = r"[\s-]+(?:(?:and|of|the|for|in|to|&)\s+)?".join(
        rf"{letter}[a-z]+" for letter in form.replace("&", "").casefold()
    )
    return re.search(rf"\b{initials}", text, re.I) is not None


def _finding(site: Site, page: JudgedPage, forms: dict[str, Copy]) -> Finding:
    names = sorted(forms)
    where = called(site, page)
    return finding(
        "jargon",
        "short-forms",
        Tier.REST,
        f"{len(names)} short forms on {where} are explained nowhere: {', '.join(names[:6])}",
        [quote(copy) for copy in dict.fromkeys(forms[name] for name in names[:4])],
        why="Whoever does not know one of them has to guess what the sentence says.",
        fix="Write each out where it stands first, with the short form in brackets.",
        proposal=f"[{names[0]} in words] ({names[0]})",
        weight=0.15,
        lead=False,
        key=page.url,
    )
