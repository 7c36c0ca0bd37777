"""How often does the copy say "you", how often "we", and how often its own name?

Why it matters
--------------
Many style guides count these words and call one more than the other good. The count is given here because people ask
for it, and kept out of every score because it says little: "You get our 24 V motor" is about a motor, "We get your
trucks back on the road today" is about the trucks' owner.

How it is measured
------------------
In the copy of the pages that a buyer reads (not menus, footers, policies, documentation or customers' quotes), each
text once: words for the reader (you, your, yours), words for the vendor (we, our, us), first-person singular (I, my),
and the company's name. Under {MIN_WORDS} words nothing is said. The figures are facts: they decide no label, move no
score and lead to no finding.

How to fix it
-------------
Do not count pronouns; ask of each line what is different for the customer afterwards. The profile of the copy says that.

Limit
-----
Commands ("Call today") speak to the reader without the word; "we" can include the reader. A solo adviser says "I".

Fails
-----
/ Acme
[first heading 1] company: We are Acme
[main sentence] company: We make pumps and we are proud of our pumps, our people and our workshop on the old canal.
[main sentence] company: We, at Acme, have our own foundry and we cast every housing of our pumps ourselves.
[main quote cite=Jo Ray, Hilltop] outcome: You saved our summer.

Passes
------
/ Acme
[first heading 1] outcome: You milk on when a pump fails
[main sentence] outcome: Your milk is cold at five, your yard is dry at six, and you are at breakfast with your family.
[main sentence] outcome: When one of your pumps fails at night, you have another before your cows are in the parlour.

Sources
-------
Studies disagree. "You" helped involvement in Cruz, Leonhardt and Pezzuti 2017 (Journal of Interactive Marketing 39);
"we" for firm and customer can put people off where it does not fit the bond: Sela, Wheeler and Sarial-Abi 2012
(Journal of Consumer Research 39); an agent's "I" did better than "we" or "you" in Packard, Moore and McFerran 2018
(Journal of Marketing Research 55).
"""

from __future__ import annotations

import re
from collections import Counter

from auditor.audit import Verdict, audit
from auditor.cues import rare
from auditor.model import PageKind, Role
from auditor.site import FOCUS_KINDS, Site
from auditor.text import word_count

MIN_WORDS = 30
"""Fewer words of buyers' copy than this: nothing is said."""

_READER = rare(r"\b(?:you|your|yours|yourself|yourselves)\b", re.I)
_VENDOR = re.compile(r"\b(?:[Ww]e|[Oo]urs?|ourselves|[Uu]s)\b")
_SINGLE = rare(r"\b(?:I|I'm|I’m|I've|I’ve|my|My|mine|me)\b")


@audit(passes="How often it says you, we and its own name", fails="How often it says you, we and its own name")
def voice(site: Site) -> Verdict:
    """Count, and say no more."""
    counts: Counter[str] = Counter()
    for page, copy in site.copy(*FOCUS_KINDS):
        if copy.unit.role is Role.QUOTE or copy.unit.cite or page.kind is PageKind.TESTIMONIAL:
            continue
        text = copy.text
        counts["words"] += word_count(text)
        counts["you"] += len(_READER.findall(text))
        counts["we"] += len(_VENDOR.findall(text))
        counts["i"] += len(_SINGLE.findall(text))
        counts["name"] += len(site.name_pattern.findall(text))
    words = counts["words"]
    numbers = {key: counts[key] for key in ("words", "you", "we", "i", "name")}
    if words < MIN_WORDS:
        return Verdict.not_enough(f"{words} words of copy are too few to count who is spoken of.", **numbers)
    per_hundred = {key: round(100 * counts[key] / words, 1) for key in ("you", "we", "i", "name")}
    single = f", I or my {counts['i']}" if counts["i"] else ""
    return Verdict(
        f"In {words:,} words of copy: you or your {counts['you']} times, we or our {counts['we']}{single}, the"
        f" company's name {counts['name']}. A fact, not a judgement.",
        numbers={**numbers, "per_100_words": per_hundred},
    )
