"""Do home page, offers and company page promise the same thing?

Why it matters
--------------
A visitor who came for "less downtime" and finds product pages about price has to decide which company this is.
Each page may be good on its own; together they are remembered for nothing.

How it is measured
------------------
Lines that are surely outcomes on the home page, on the pages of products, services and solutions, and on the pages
about company and mission, each sorted by what it promises: money, time, risk, effort, health, knowledge, the customer's
own trade (public list "promises"; a line may promise several). A finding is made only where the home page's first
promise (at least {HOME_LINES} lines) stands on none of {OFFER_LINES} lines or more of the offers, and the offers' first
promise (at least {OFFER_FIRST} lines on two pages or more) not on the home page. It is quiet on most sites, and it
gives no score: a company may promise different things to different people.

How to fix it
-------------
Choose the promise that your best customers repeat, open the home page with it, and let each offer say how it keeps it.

Limit
-----
Promises are sorted by their words. Whether two pages speak to the same people is not read: a site for several kinds of
customers may rightly promise several things.

Fails
-----
/ Acme
[first heading 1] outcome: Lower costs from the first month
[first sentence] outcome: Dairies save a third of the price of a pump with us.
[main sentence] outcome: Your budget for repairs is cut to a fifth.
/product/gx GX
[main sentence] outcome: Your milker is safe from the shaft.
[main sentence] outcome: The tank is protected from dry runs.
[main sentence] outcome: A burst hose cannot injure anybody.
[main sentence] outcome: No flood in the parlour.
/product/hx HX
[main sentence] outcome: The risk of a spoiled tank is gone.
[main sentence] outcome: It keeps your herd safe at night.

Passes
------
/ Acme
[first heading 1] outcome: Lower costs from the first month
[first sentence] outcome: Dairies save a third of the price of a pump with us.
[main sentence] outcome: Your budget for repairs is cut to a fifth.
/product/gx GX
[main sentence] outcome: Your milker is safe from the shaft.
[main sentence] outcome: The tank is protected from dry runs.
[main sentence] outcome: It saves the price of a second pump.
[main sentence] outcome: No flood in the parlour.
/product/hx HX
[main sentence] outcome: The risk of a spoiled tank is gone.
[main sentence] outcome: It keeps your herd safe at night.

Sources
-------
Kinds of value after Almquist, Senior and Bloch 2016, "The Elements of Value", Harvard Business Review 94(9). The
thresholds are judgements made on the tuning sites.
"""

from __future__ import annotations

from collections import Counter

from auditor import lexicon
from auditor.audit import Verdict, audit, finding, quote
from auditor.model import Copy, Finding, Label, PageKind, Tier
from auditor.site import Site

HOME_LINES = 3
"""Lines of the home page with one promise from which it is the home page's."""

OFFER_LINES = 6
"""Lines of the offers with any promise, under which they do not say what they promise."""

OFFER_FIRST = 4
"""Lines of the offers with one promise from which it is theirs."""

MIN_LINES = 3
"""Fewer promises on the home page or on the offers than this: not enough to judge."""

_GROUPS = {
    "home": (PageKind.HOME,),
    "offers": (PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION),
    "company": (PageKind.ABOUT, PageKind.MISSION),
}
_SAID = {
    "money": "money",
    "time": "time",
    "risk": "safety",
    "effort": "less effort",
    "health": "health and comfort",
    "knowledge": "knowing more",
    "trade": "the customer's own growth",
}


@audit(
    passes="Home page, offers and company page promise alike",
    fails="The home page promises one thing and the offers another",
)
def consistency(site: Site) -> Verdict:
    """Judge a site."""
    promises = {name: _promises(site, kinds) for name, kinds in _GROUPS.items()}
    numbers = {
        name: {_SAID[kind]: len(lines) for kind, lines in sorted(found.items(), key=lambda item: -len(item[1]))}
        for name, found in promises.items()
    }
    home, offers = promises["home"], promises["offers"]
    counts = {
        name: len({copy.unit.id for lines in found.values() for copy in lines}) for name, found in promises.items()
    }
    if min(counts["home"], counts["offers"]) < MIN_LINES:
        return Verdict.not_enough(
            "Too few promises to compare: lines that surely name a result, on the home page"
            f" {counts['home']}, on the offers {counts['offers']}.",
            **numbers,
        )
    first, theirs = _first(home), _first(offers)
    findings = []
    apart = first not in offers and theirs not in home and counts["offers"] >= OFFER_LINES
    strong = len(home[first]) >= HOME_LINES and len(offers[theirs]) >= OFFER_FIRST
    if apart and strong and len({copy.unit.page for copy in offers[theirs]}) > 1:
        findings.append(_finding(first, home[first], theirs, offers[theirs]))
    summary = f"The home page promises mostly {_SAID[first]}, the offers mostly {_SAID[theirs]}."
    return Verdict(summary, findings=findings, numbers=numbers)


def _promises(site: Site, kinds: tuple[PageKind, ...]) -> dict[str, list[Copy]]:
    """The outcomes of these pages by what they promise; only kinds of promise that are there."""
    lists = lexicon.load("promises")
    found: dict[str, list[Copy]] = {}
    for _, copy in site.copy(*kinds):
        if copy.label is Label.OUTCOME and copy.sure:
            for kind in sorted({match.group for match in lists.find(copy.text)}):
                found.setdefault(kind, []).append(copy)
    return found


def _first(found: dict[str, list[Copy]]) -> str:
    counts = Counter({kind: len(lines) for kind, lines in found.items()})
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _finding(first: str, home: list[Copy], theirs: str, offers: list[Copy]) -> Finding:
    return finding(
        "consistency",
        "apart",
        Tier.REST,
        f"The home page promises {_SAID[first]}, and the offers {_SAID[theirs]}: neither promise stands on the other side",
        [quote(copy) for copy in [*home[:2], *offers[:2]]],
        why="A visitor who came for the one and finds the other has to find out which is meant.",
        fix="Choose one for the home page and let each offer say how it keeps it.",
        proposal=f"{home[0].text} [how this offer does that]",
        weight=0.15,
        lead=False,
        key=f"{first} {theirs}",
    )
