"""What do its own terms of sale ask of a customer, and what do they grant in return?

Why it matters
--------------
Terms are read when something has gone wrong, and then every word of them. "No refunds after 24 hours" undoes a page of
promises; "cancel any time, by phone" is worth more than another one. Most hard terms were written once, for one bad
customer, and have met every good one since.

How it is measured
------------------
The vendor's own terms of sale and service: lines of pages of terms, and lines elsewhere that are surely rules. Left out
are the use of the website, privacy and cookies, boilerplate of law, and rules that others made (states, insurers, tax
offices). Among them public patterns (list "terms") find hard terms: no refund, no return, deposits kept, fees for
cancelling or paying late, sole discretion, prices changed without notice, automatic renewal, deadlines of days or
hours, costs of return. Lines that ask kindly, or grant, are no hard terms. One finding a kind, {MOST} at most, and in
each the term that costs most first (a share of the price before a sum, the whole before a half); a refund that one line
rules out and another grants under a condition is told with both. Duties
are lines that bind either side; a finding is made from {MIN_DUTIES} lines on the customer, where they are
{ONE_SIDED} times the vendor's own or more. On how many pages of terms a phone number, a mail address or a way to
contact somebody stands is counted, footers included. Reading grade: Flesch-Kincaid, from 100 words on. It gives no
score, because a site that hides its terms would do best, and it never counts towards focus.

How to fix it
-------------
Say why the term is there, what the customer can do to avoid it, and whom to call. Delete it if nobody remembers
why it was written.

Limit
-----
It is no legal advice, and a hard term may be fair or usual in the trade. It reads the pages found; terms in a PDF, a
quotation or a checkout are not seen.

Fails
-----
/ Acme
[first heading 1] company: Customers come first
/policy/terms Terms of sale
[main heading 1] policy: Terms of sale
[main sentence] policy: Deposits are non-refundable once a pump has been ordered.
[main sentence] policy: A restocking fee of 25% applies to every return.
[main sentence] policy: The customer must report defects in writing within 3 days of delivery.
[main sentence] policy: We may cancel an order at our sole discretion.

Passes
------
/ Acme
[first heading 1] company: Customers come first
/policy/terms Terms of sale
[main heading 1] policy: Terms of sale
[main sentence] policy: You may return a pump within 30 days and we will refund what you paid.
[main sentence] policy: We will repair a pump that fails in its first two years, on your yard.
[main sentence] policy: There is no restocking fee, and you can cancel at any time before we load the van.
[main sentence] policy: Call Jo on 555 010 2030 and tell us what happened.

Sources
-------
Kinds of terms after guidance for consumers on unfair contract terms (Competition and Markets Authority, CMA37, 2015),
retold as patterns. Flesch-Kincaid as computed by textstat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.cues import rare
from auditor.model import Copy, Finding, JudgedPage, PageKind, Role, Tier
from auditor.site import Site
from auditor.terms import HARSH, Term, harsh_terms, own_terms, reaches_somebody
from auditor.text import grades

MIN_LINES = 3
"""Fewer lines of own terms than this, and no hard one among them: not enough to judge."""

MIN_DUTIES = 6
ONE_SIDED = 4.0
"""Lines that bind the customer, and how many times the vendor's own, from which terms are called one-sided."""

MOST = 4
"""Hard terms told, the hardest kinds first."""

SHARED = 2
"""Longer words that the cases of a refusal and of a grant have in common where they are one: a judgement."""

_SAID = {
    "no-refund": "Its own terms rule out a refund",
    "no-return": "Its own terms rule out a return",
    "forfeit": "Its own terms keep the customer's money",
    "fee": "Its own terms charge a fee",
    "discretion": "Its own terms leave it to the company alone",
    "change": "Its own terms let prices change at any time",
    "renewal": "Its own terms renew by themselves",
    "deadline": "Its own terms give the customer little time",
    "costs": "Its own terms make the customer pay for putting it right",
}
_FEES = (
    (re.compile(r"\b(?:late (?:payment|fee|charge)|overdue|past due|interest)\b", re.I), "when a payment is late"),
    (re.compile(r"\brestocking\b", re.I), "for goods that come back"),
    (re.compile(r"\btermination\b", re.I), "when a contract ends early"),
    (re.compile(r"\b(?:cancel\w*|no[- ]?shows?|missed|reschedul\w+)\b", re.I), "when plans change"),
)
_SHARE = re.compile(
    r"(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)|\b(?:full|entire|whole|total)\b|\b(half)\b", re.I
)
# not figures.money.SUM: here the figure itself is weighed
_SUM = re.compile(r"[$€£]\s?(\d[\d,]*)")
_SIGNED = re.compile(r"i\b|i['’](?:ve|m)\b|the undersigned\b", re.I)
_WHY = "Whoever meets it after the promise will remember the term, and tell it."


@audit(
    passes="Hard words in its own terms",
    fails="Its own terms are hard on the customer",
    version=11,
)
def policy_friction(site: Site) -> Verdict:
    """Judge a site."""
    lines, hard = own_terms(site), harsh_terms(site)
    if not lines:
        return Verdict.not_applicable(
            f"No page or block of its own terms of sale or service was recognised on the {site.read} crawled."
        )
    facts = lexicon.load("terms")
    told = {page.url for page, _ in lines}
    pages = [page for page in site.pages if page.kind is PageKind.POLICY and page.url in told]
    theirs = [copy for _, copy in lines if facts.has(copy.text, "customer-duty")]
    bound = {copy.unit.id for copy in theirs}
    ours = [copy for _, copy in lines if copy.unit.id not in bound and facts.has(copy.text, "vendor-duty")]
    graded = grades([copy.text for _, copy in lines])
    numbers = {
        "lines": len(lines),
        "duties_of_the_customer": len(theirs),
        "duties_of_the_company": len(ours),
        "hard_terms": dict(sorted(Counter(term.kind for term in hard).items())),
        "grade": graded.flesch_kincaid if graded else None,
        "pages_with_somebody_to_ask": sum(reaches_somebody(page) for page in pages),
        "pages_of_terms": len(pages),
    }
    said = [copy for _, copy in site.copy() if copy.unit.role is not Role.QUOTE]
    findings = [*_hard(hard, said), *_one_sided(theirs, ours)]
    keep = _fair(lines)
    if len(lines) < MIN_LINES and not findings and not keep:
        few = "1 line of its own terms is" if len(lines) == 1 else f"{len(lines)} lines of its own terms are"
        return Verdict.not_enough(f"{few} too few to judge.", **numbers)
    hardness = f"{len(hard)} of them hard" if hard else "none of them of the hard kinds that are known"
    summary = (
        f"{len(lines)} line{'s' * (len(lines) != 1)} of its own terms of sale and service, {hardness};"
        f" {len(theirs)} bind the customer, {len(ours)} the company."
    )
    return Verdict(summary, findings=findings, keep=keep, numbers=numbers)


_GRANTED = rare(
    r"\brefund\w*\b(?! (?:polic|fee))[^.;]{0,60}\b(?:if|with|when|up to|until)\b[^.;]{0,40}\b(?:notice|hours?|days?|weeks?|before|prior|in advance)\b",
    re.I,
)


_DENIED = re.compile(r"\b(?:no|not|non|never|neither|nor|cannot|(?:ca|wo|do|does)n['’]t)\b", re.I)


def _grants(text: str) -> bool:
    """Whether a line grants a refund on a condition, and does not deny it on one."""
    found = _GRANTED.search(text)
    if found is None:
        return False
    start = max(text.rfind(stop, 0, found.start()) for stop in ".;!?") + 1
    return _DENIED.search(text[start : found.end()]) is None


_MONEY = {
    "deposit": re.compile(r"\bdeposits?\b", re.I),
    "ticket": re.compile(r"\b(?:tickets?|entr(?:y|ies)|registrations?)\b", re.I),
    "goods": re.compile(r"\b(?:orders?|goods|items?|products?|vouchers?|gift cards?)\b", re.I),
}
"""What money is paid for, where a line says it: of two of them each may have its own rule."""
_CASE = re.compile(
    r"\b(?:in the (?:event|case) of|in case of|if|when|where|once|after|due to|because|within|prior to|before|for (?!all\b|any\b|the (?:course|year))|less than|unless|until|owing to)\b(.*)",
    re.I,
)
"""When a rule holds."""


def _of_one(refused: str, granted: str) -> bool:
    """Whether a refund refused and one granted are of one money and one case: what is refused in a case of its own is no contradiction."""
    moneys = [{name for name, shape in _MONEY.items() if shape.search(text)} for text in (refused, granted)]
    if moneys[1] and moneys[0] != moneys[1]:
        return False
    case, other = (found[1] if (found := _CASE.search(text)) else "" for text in (refused, granted))
    words, others = (set(re.findall(r"[a-z]{5,}", text.casefold())) for text in (case, other))
    return not case or len(words & others) >= SHARED


def _hard(hard: Sequence[Term], lines: Sequence[Copy]) -> list[Finding]:
    """One finding for each kind of hard term, with all its lines; a refund that another line grants is said beside it."""
    found = []
    refused = {term.copy.text for term in hard if term.kind == "no-refund"}
    others = [copy for copy in lines if copy.text not in refused and _grants(copy.text)]
    for place, kind in enumerate(kind for kind in HARSH if any(term.kind == kind for term in hard)):
        terms = sorted((term for term in hard if term.kind == kind), key=_cost, reverse=True)
        if kind == "no-refund":
            pair = next(((term, copy) for term in terms for copy in others if _of_one(term.copy.text, copy.text)), None)
            if pair is not None:
                found.append(_both(*pair))
                continue
        found.append(
            finding(
                "policy-friction",
                kind,
                Tier.REST,
                f"{_said(terms[0])}: “{terms[0].words.strip()}”",
                [quote(term.copy) for term in terms[:3]],
                why=_WHY,
                fix="State the term's reason and how to avoid it, soften it, or delete it.",
                # what a customer signs in the first person is the customer's sentence, and not ours to go on with
                proposal=f"{'' if _SIGNED.match(terms[0].copy.text) else terms[0].copy.text + ' '}This is because [reason]; if [what happens], call [name] on [number].",
                weight=0.45 - 0.05 * place,
                lead=False,
                key=terms[0].copy.text.casefold(),
            )
        )
    return found[:MOST]


def _both(term: Term, granted: Copy) -> Finding:
    """A refund that one line rules out and another grants."""
    return finding(
        "policy-friction",
        "refund-both",
        Tier.REST,
        f"A refund is ruled out in one place (“{term.words.strip()}”) and granted in another",
        [quote(term.copy), quote(granted)],
        why="Whoever pays has read one of the two, and counts on it.",
        fix="Say in one line what is kept, what is paid back, and until when.",
        proposal="[What] is kept; [what] is paid back until [when].",
        weight=0.5,
        lead=False,
        key=f"{term.copy.text}\n{granted.text}".casefold(),
    )


def _said(term: Term) -> str:
    """What the title says of a term: no more than its line does, the words that make it hard first."""
    texts = (term.words, term.copy.text) if term.kind == "fee" else ()
    case = next((case for text in texts for words, case in _FEES if words.search(text)), "")
    return f"{_SAID[term.kind]} {case}".strip()


def _cost(term: Term) -> tuple[float, float]:
    """What a term costs the customer, as far as its line says: the share of the price (0-1), then the sum."""
    share = _SHARE.search(term.copy.text)
    part = 0.0 if share is None else min(1.0, float(share[1]) / 100) if share[1] else 0.5 if share[2] else 1.0
    money = _SUM.search(term.copy.text)
    return part, float(money[1].replace(",", "")) if money and money[1].strip(",") else 0.0


def _one_sided(theirs: Sequence[Copy], ours: Sequence[Copy]) -> list[Finding]:
    if len(theirs) < MIN_DUTIES or len(theirs) < ONE_SIDED * max(1, len(ours)):
        return []
    return [
        finding(
            "policy-friction",
            "one-sided",
            Tier.REST,
            f"Its own terms bind the customer in {len(theirs)} lines and the company in {len(ours)}",
            [quote(copy) for copy in [*theirs[:2], *ours[:1]]],
            why="Terms that only ask read as if nothing were owed in return.",
            fix="Add what the company undertakes: by when, how, and what happens when it does not.",
            proposal="We will [what] within [time]; if we do not, you get [remedy].",
            weight=0.25,
            lead=False,
            key="one-sided",
        )
    ]


def _fair(lines: Sequence[tuple[JudgedPage, Copy]]) -> list[Finding]:
    """Credit: what a customer gets or may do, said plainly."""
    facts = lexicon.load("terms")
    fair = [
        copy
        for _, copy in lines
        if copy.judgement.leading and facts.has(copy.text, "fair") and not facts.has(copy.text, *HARSH)
    ]
    return [
        finding(
            "policy-friction",
            "fair",
            Tier.REST,
            "Its terms say plainly what the customer gets or may do",
            [quote(copy)],
            why="A right that is easy to read is a reason to buy.",
            fix="Keep it, and show it where people decide.",
            weight=0.3,
            lead=False,
        )
        for copy in fair[:2]
    ]
