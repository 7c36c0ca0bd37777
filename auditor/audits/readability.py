"""How many years of school does the copy that buyers read ask for?

Why it matters
--------------
People read websites between two other things. A sentence that must be read twice is mostly not read once. But a grade
is arithmetic on word and sentence length, not on sense: it is a hint where to look, never a goal.

How it is measured
------------------
Sentences of the pages that a buyer reads, each once, without menus, footers, labels of one or two words, customers'
quotes, lists ({PIECES} pieces between commas or more, half of them of {PIECE} words at most and hardly any of {CLAUSE},
or many names) and what the law asks for (privacy, cookies, terms). Grades by named formulas (Flesch reading ease,
Flesch-Kincaid, Gunning fog, Coleman-Liau) as computed by textstat with our own syllable rule; the share of the words
that was scored is printed. Under {MIN_WORDS} words nothing is said. The hardest sentences, of {LONG} words and more, are quoted as they stand. Nothing here moves a score.

How to fix it
-------------
Take the hardest sentences one by one: one thought each, the verb early, the long noun made a verb again.

Limit
-----
The formulas are off by about one grade, and were made for school books. Names of products and terms of a trade raise a
grade without making a text harder for those who use them every day: on a machinist's page tolerances are no jargon.
English only.

Fails
-----
/ Acme
[main sentence] feature: Comprehensive instrumentation methodologies facilitate identification of irregularities.
[main sentence] feature: Organisational stakeholders appreciate institutionalised documentation infrastructures.
[main sentence] feature: Interoperability considerations necessitate multidisciplinary coordination of procurement.
[main sentence] feature: Configuration possibilities encompass innumerable permutations of subassemblies.
[main sentence] feature: Parameterisation of environmental variability ameliorates availability characteristics.
[main sentence] feature: Geographically distributed installations substantiate operational heterogeneity.
[main sentence] feature: Decommissioning, refurbishment and relocation presuppose authorisation by administrators.
[main sentence] feature: Consequential equipment degradation materialises independently of preventative maintenance.
[main sentence] feature: Regulatory functions throughout the anticipated operational lifetime remain indispensable.
[main sentence] feature: Procurement specifications accommodate hydrodynamic and electromechanical particularities.
[main sentence] feature: Unambiguous documentation of instrumentation accompanies every individual configuration.
[main sentence] feature: Institutionalised responsibilities guarantee administrative continuity across organisations.
[main sentence] feature: Engineering considerations notwithstanding, interdisciplinary communication is indispensable.
[main sentence] feature: Experience demonstrates that appropriately qualified administrators appreciate consistency.

Passes
------
/ Acme
[main sentence] outcome: When a pump stops at night, you call us and we bring you one that runs.
[main sentence] feature: It is clean, it is tested, and it fits the pipes you have in your yard.
[main sentence] feature: The next day we fetch the old one and look at what went wrong with it.
[main sentence] feature: Most of the time it is a seal, and a seal is cheap and quick to fit.
[main sentence] policy: You pay for the days you had our pump and for the parts we put in yours.
[main sentence] feature: We keep the old parts for a week, so that you can see them if you like.
[main sentence] feature: If the pump is too far gone, we tell you so and say what a new one costs.

Sources
-------
Flesch 1948 ("A new readability yardstick"); Kincaid, Fishburne, Rogers and Chissom 1975; Gunning 1952 ("The Technique
of Clear Writing"); Coleman and Liau 1975. Computed with textstat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from statistics import median

from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, JudgedPage, PageKind, Role, Tier
from auditor.site import FOCUS_KINDS, Site
from auditor.text import LEAST_GRADED, grades, syllables, word_count, words

MIN_WORDS = LEAST_GRADED
"""Fewer scored words than this: nothing is said (the formulas were made for passages)."""

LONG = 35
"""Words from which a sentence is long enough to be quoted as hard."""

HARD = 20.0
"""Points of hardness (Flesch-Kincaid grade of the one sentence) from which it is quoted."""

PIECES, PIECE = 6, 3
"""Pieces between commas from which a line may be a list, and the words that half of them have at most."""

CLAUSE, CLAUSES = 8, 0.25
"""Words from which a piece may be a clause with a verb of its own, and the share of a list's words that stand in such."""

NAMES = 0.4
"""Share of the words with a capital from which such a line is a list of names."""

SHOWN = 3
"""Hard sentences quoted."""

_KINDS = FOCUS_KINDS - {PageKind.BLOG, PageKind.TESTIMONIAL}
_LEGAL = re.compile(
    r"^(?:our )?(?:(?:privacy|cookies?|accessibility)(?: (?:policy|policies|notice|statement|settings|information)\b| *(?:$|[|–—-]))|terms\b|disclaimers?\b"
    r"|legal (?:notice|information)|imprint)",
    re.I,
)
_TEXT = (Role.SENTENCE, Role.BULLET)


@audit(passes="How hard the copy is to read", fails="Some of the copy is hard to read", version=3)
def readability(site: Site) -> Verdict:
    """Grade the buyers' pages, and say no more."""
    pages = {page.url for page in site.pages if _LEGAL.match(_titled(page))}
    sentences = [
        copy
        for page, copy in site.copy(*_KINDS)
        if copy.unit.role in _TEXT and not copy.unit.cite and page.url not in pages and not _is_list(copy.text)
    ]
    graded = grades([copy.text for copy in sentences])
    if graded is None or graded.words < MIN_WORDS:
        found = sum(word_count(copy.text) for copy in sentences)
        return Verdict.not_enough(f"{found} words of sentences are too few for a reading grade.", words=found)
    whole = site.words(*_KINDS)
    share = round(min(1.0, graded.words / max(1, whole)), 3)
    summary = (
        f"The buyers' pages read at about grade {graded.flesch_kincaid:.0f} (Flesch-Kincaid), {graded.gunning_fog:.0f}"
        f" (Gunning fog); Flesch reading ease {graded.flesch_reading_ease:.0f}. Scored: {share:.0%} of their"
        f" {whole:,} words; headings, labels, lists and tables are not."
    )
    return Verdict(
        summary, findings=_findings(sentences), numbers={**asdict(graded), "share": share, "copy_words": whole}
    )


def _titled(page: JudgedPage) -> str:
    """A page's first heading, else its title."""
    return next((copy.text for copy in page.copy if copy.unit.level == 1), page.page.title).strip()


def _is_list(text: str) -> bool:
    """Whether a line lists things or names, and so holds no second thought to split it at."""
    pieces = [piece.split() for piece in re.split(r"[,;:•|]|\s[–—-]\s", text) if piece.strip()]
    if len(pieces) < PIECES:
        return False
    total = sum(map(len, pieces))
    clauses = sum(len(piece) for piece in pieces if len(piece) >= CLAUSE)
    names = sum(word[0].isupper() for piece in pieces for word in piece)
    return (median(map(len, pieces)) <= PIECE and clauses <= CLAUSES * total) or names >= NAMES * total


def _findings(sentences: Sequence[Copy]) -> list[Finding]:
    """The hardest sentences as one finding for the appendix."""
    hard = sorted((copy for copy in sentences if _is_hard(copy)), key=lambda copy: (-_grade(copy), copy.unit.id))[
        :SHOWN
    ]
    if not hard:
        return []
    lengths = sorted(word_count(copy.text) for copy in hard)
    title = (
        f"A sentence is {lengths[0]} words long"
        if len(hard) == 1
        else f"The {len(hard)} hardest sentences are {lengths[0]} to {lengths[-1]} words long"
    )
    return [
        finding(
            "readability",
            "hard",
            Tier.REST,
            title,
            [quote(copy) for copy in hard],
            why="A sentence of this length is seldom read to its end on a screen.",
            fix=f"Split {'it' if len(hard) == 1 else 'each'} at its second thought and put the verb early.",
            weight=0.1,
            lead=False,
        )
    ]


def _is_hard(copy: Copy) -> bool:
    return word_count(copy.text) >= LONG and _grade(copy) >= HARD and copy.text.rstrip()[-1:] in ".!?:;…"


def _grade(copy: Copy) -> float:
    """The Flesch-Kincaid grade of one sentence."""
    found = words(copy.text)
    return 0.39 * len(found) + 11.8 * sum(syllables(word) for word in found) / max(1, len(found)) - 15.59
