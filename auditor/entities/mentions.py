"""Whether somebody served is named in running text, where no page or mark says so."""

from __future__ import annotations

import re

from auditor.model import Label
from auditor.site import Site
from auditor.voices import proper

_NAMING = re.compile(
    r"\b(?:companies|customers|clients|brands|organi[sz]ations|firms|manufacturers)(?: \w+){0,2},? (?:such as|including|like) "
    r"|\b(?:contracts?|orders?) (?:for|with|from) |\b(?:used|trusted|chosen) by (?:\w+ ){0,3}?(?:at )?(?=[A-Z])"
    r"|\b(?:have |has )?worked (?:for|with) (?=[A-Z])"
)
"""What stands before the name of somebody served; any capital after it counts, because nobody named is claimed then."""


def mentioned(site: Site) -> bool:
    """Whether a line of the running text names somebody served: "companies such as Hilltop", "a contract with Ray"."""
    return any(
        proper(copy.text[match.end() :].split(" ", 1)[0], site.common_words)
        for _, copy in site.copy()
        if copy.label in (Label.COMPANY, Label.FEATURE, Label.OUTCOME)
        for match in _NAMING.finditer(copy.text)
        if not site.name_pattern.search(copy.text[match.end() :].split(" ", 1)[0])
    )
