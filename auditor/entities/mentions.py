"""Whether somebody served is named in running text, where no page or mark says so."""

from __future__ import annotations

import re

from auditor import naming
from auditor.model import Label
from auditor.site import Site
from auditor.voices import proper

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


REACH = 80
"""Characters behind these words in which a name is looked for."""


def mentioned(site: Site) -> bool:
    """Whether a line of the running text names somebody served, or a firm that approved it: "a contract with Ray"."""
    for _, copy in site.copy():
        told = list(_VOUCHED.finditer(copy.text)) if copy.label is not Label.POLICY else []
        if copy.label in (Label.COMPANY, Label.FEATURE, Label.OUTCOME):
            told += _NAMING.finditer(copy.text)
        for match in told:
            first = naming.without_kinds(copy.text[match.end() : match.end() + REACH]).split(" ", 1)[0]
            if proper(first, site.common_words) and not site.name_pattern.search(first):
                return True
    return False
