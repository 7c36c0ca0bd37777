"""Whether somebody served is named in running text, where no page or mark says so."""

from __future__ import annotations

import re

from auditor import lexicon, naming
from auditor.model import Label
from auditor.passages import NAMELIKE
from auditor.site import Site
from auditor.voices import LONG, proper

_NAMING = re.compile(
    r"\b(?:companies|customers|clients|brands|organi[sz]ations|firms|manufacturers)(?: \w+){0,2},? (?:such as|including|like) "
    r"|\b(?:contracts?|orders?) (?:for|with|from) |\b(?:used|trusted|chosen) by (?:\w+ ){0,3}?(?:at )?(?=[A-Z])"
    r"|\b(?:have |has )?worked (?:for|with) (?=[A-Z])"
)
"""What stands before the name of somebody served; any capital after it counts, because nobody named is claimed then."""


_VOUCHED = re.compile(
    r"\b(?:approved|certified|appointed|accredited|selected|chosen|nominated|recogni[sz]ed) by (?:the )?"
    rf"(?=[A-Z][^.;:!?]{{0,60}}?[ .,]{naming.FIRM}\b)"
)
"""What stands before a firm, told by its legal form, that stands up for the company."""


_ORDERED = re.compile(r"\b(?:contracted|commissioned|engaged|hired)\b[^.;:!?]{0,100}? (?:for|by) (?:the )?(?=[A-Z])")
"""What stands before the house that gave an order: "contracted to build a bar for"."""

_ROW_OF = re.compile(
    r"\b(?:(?:examples?|clients|customers|projects|jobs|references)(?: \w+){0,3}?(?:[;:]| (?:are|include[sd]?|including|such as|for|at|like))[;:]?"
    r"|(?:work(?:ed)?|seen|installed|installations|supplied|suppliers|built|made|delivered)(?: \w+){0,3}? (?:for|at|to)) ",
    re.I,
)
"""What stands before a row of names for whom one has worked."""

_AMONG = re.compile(
    r"\b(?:represent(?:s|ed|ing)?|act(?:s|ed|ing)? for|advis(?:es|ed|ing)|on behalf of|client base|clientele|customer base|clients|customers)\b"
    r"[^.;:!?]{0,80}?\b(?:includ(?:es?|ing)|such as|like|among them) ([^.;:!?]+)",
    re.I,
)
"""What stands before a list of those for whom one acts: one name among kinds is a name ("insurers, shipowners, Hull Mutual")."""

ROW = 3
"""Names behind such words from which they are those of customers."""

REACH = 80
"""Characters behind these words in which a name is looked for."""


def mentioned(site: Site) -> bool:
    """Whether a line of the running text names somebody served, or a firm that approved it: "a contract with Ray"."""
    for _, copy in site.copy():
        if _rowed(site, copy.text[:LONG]) or _among(site, copy.text[:LONG]):
            return True
        told = list(_VOUCHED.finditer(copy.text)) if copy.label is not Label.POLICY else []
        if copy.label in (Label.COMPANY, Label.FEATURE, Label.OUTCOME):
            told += [*_NAMING.finditer(copy.text), *_ORDERED.finditer(copy.text)]
        for match in told:
            first = naming.without_kinds(copy.text[match.end() : match.end() + REACH]).split(" ", 1)[0]
            if proper(first, site.common_words) and not site.name_pattern.search(first):
                return True
    return False


def _among(site: Site, text: str) -> bool:
    """Whether a list of those for whom it acts holds a name of two words or more beside the kinds; towns are none."""
    names = lexicon.load("names")
    for match in _AMONG.finditer(text):
        for part in re.split(r",(?: and)? | and ", match[1]):
            name = part.strip().removeprefix("the ")
            named = NAMELIKE.match(name) and " " in name and proper(name, site.common_words)
            if named and not site.name_pattern.search(name) and not names.has(name, "town", "place"):
                return True
    return False


def _rowed(site: Site, text: str) -> bool:
    """Whether a line names three or more one behind the other for whom it worked; towns, and words of its own, are none."""
    if text.count(",") + text.count(";") + text.count(" and ") < ROW - 1:
        return False
    names = lexicon.load("names")
    for match in _ROW_OF.finditer(text):
        row = 0
        for part in re.split(r",(?: and)? | and |; ", re.split(r"[.!?] ", text[match.end() :])[0].rstrip(".")):
            name = part.removeprefix("the ").removeprefix("The ").strip()
            if not NAMELIKE.match(name) or not proper(name, site.common_words) or site.name_pattern.search(name):
                break
            row += not names.has(name, "town", "place") or names.has(name, "organisation")
        if row >= ROW:
            return True
    return False
