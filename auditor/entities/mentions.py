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


REACH = 80
"""Characters behind these words in which a name is looked for."""


def mentioned(site: Site) -> bool:
    """Whether a line of the running text names somebody served: "companies such as Hilltop", "a contract with Ray"."""
    return any(
        proper(first, site.common_words) and not site.name_pattern.search(first)
        for _, copy in site.copy()
        if copy.label in (Label.COMPANY, Label.FEATURE, Label.OUTCOME)
        for match in _NAMING.finditer(copy.text)
        for first in (naming.without_kinds(copy.text[match.end() : match.end() + REACH]).split(" ", 1)[0],)
    )
