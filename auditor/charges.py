"""Fees, deposits and sums from which something is free or taken: one charge with two sums, and one for what is given at no charge.

Charges of two seasons, places or kinds of customers are two; a page that gives several sums of one charge sets them side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from auditor.cues import rare
from auditor.discord import Discord
from auditor.figures import Kind, circumstances
from auditor.model import Copy, JudgedPage, Role
from auditor.site import Site
from auditor.things import GENERAL, READ, nouns
from auditor.voices import quoted

LONGEST = 400
"""Characters of a line that is read."""

MOST_HELD = 60
"""Names of one sum that are held against each other."""

_SUM = r"[$£€]\s?\d{1,3}(?:,\d{3})+(?:\.\d\d)?|[$£€]\s?\d+(?:\.\d\d)?"
_CHARGE = r"(?:fee|charge|deposit|surcharge)"
_FEE = re.compile(
    rf"(?P<sum>{_SUM})\s(?P<name>(?:[A-Za-z-]+ ){{0,3}}?)(?P<what>{_CHARGE})\b"
    rf"|\b(?P<name2>(?:[A-Za-z-]+,? ){{0,3}}?)(?P<what2>{_CHARGE})(?: of| is|:| will be| –| -)?\s(?P<sum2>{_SUM})",
    re.I,
)
_SIGN = re.compile(r"[$£€]")
_OF_EVERY = frozenset({"if", "mostly", "delivery", "standard"})
_OF_EACH = frozenset({"deposit", "booking", "surcharge", "holding"})
_NO_NAME = frozenset(
    "non refundable flat one time only small additional extra per single set is of a an will be just there our we charge fee require required".split()
)
_FREE_FROM = re.compile(
    rf"(?<!-)\bfree (?:[a-z-]+ ){{0,3}}(?:delivery|shipping|postage)\b[^.;!?£$€]{{0,40}}?\b(?:over|above|of|from|exceeding|more than|worth)\s(?:just )?(?P<sum>{_SUM})"
    rf"|\b(?:orders?|spend|purchases)\b[^.;!?£$€]{{0,20}}\b(?:over|above|of)\s(?P<sum2>{_SUM})[^.;!?£$€]{{0,40}}(?<!-)\b(?:free (?:[a-z-]+ ){{0,2}}(?:delivery|shipping|postage)|(?:ship|deliver|post)(?:ped|ed)? (?:for )?free)\b",
    re.I,
)
_LEAST = re.compile(
    rf"\bminimum (?:order|spend|purchase)(?: value| amount)?(?: for (?:local |free |home |all )?(?:delivery|orders|collection))?(?: is| of|:| –| -)?\s(?P<sum>{_SUM})",
    re.I,
)
_ZONE = re.compile(
    r"\b(?:uk|mainland|local|international|europe\w*|ireland|highlands|islands|usa?|canada|express|next[- ]day|standard|wholesale|trade|collection|delivery)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Charge:
    """A sum that a line names: ``name`` the words of its name, ``tied`` what it is tied to, ``general`` on a page of the whole company."""

    copy: Copy
    url: str
    general: bool
    words: str
    amount: float
    name: frozenset[str]
    tied: frozenset[str]


def discords(site: Site) -> Iterator[Discord]:
    """Every charge that is told with two sums, one of a kind, and the first for what another line gives at none."""
    fees: list[_Charge] = []
    free: list[_Charge] = []
    least: list[_Charge] = []
    for page, copy in site.lines_with(_SIGN):
        if _SIGN.search(copy.text) is None or not _own(site, page, copy):
            continue
        for found, pattern in ((fees, _FEE), (free, _FREE_FROM), (least, _LEAST)):
            found += [_read(copy, page, match) for match in pattern.finditer(copy.text)]
    for read in (
        _two_sums([fee for fee in fees if fee.name], "One charge has two sums", "charge"),
        _two_sums(free, "Delivery is free from two sums", "threshold"),
        _two_sums(least, "The smallest order has two sums", "smallest-order"),
        _at_none(site),
    ):
        yield from islice(read, 1)


def _own(site: Site, page: JudgedPage, copy: Copy) -> bool:
    said = copy.unit.region.is_copy and copy.unit.role is not Role.QUOTE and len(copy.text) <= LONGEST
    return said and not page.twin_of and page.kind in READ and copy.unit.id not in quoted(site, page)


def _at_none(site: Site) -> Iterator[Discord]:
    """What is given at no further charge, and charged with a sum elsewhere."""
    for page, copy in site.lines_with(_NO_CHARGE):
        given = _FOR_NOTHING.search(copy.text) if _own(site, page, copy) else None
        if given and (asked := taken_back(site, copy.text)) and (words := _ASKED.search(asked.text)):
            title = f"Promised: “{given[0].strip()}”. Taken back: “{words[0].strip()}”"
            fix = "Say beside the promise when it costs something and how much, or take the charge away."
            yield Discord("free-charged", title, ((copy,), (asked,)), fix, 0.9)


def _read(copy: Copy, page: JudgedPage, match: re.Match[str]) -> _Charge:
    groups = match.groupdict()
    amount = groups["sum"] or groups.get("sum2") or ""
    name = nouns(f"{groups.get('name') or groups.get('name2') or ''} {groups.get('what') or groups.get('what2') or ''}")
    # the words of a fee's own name are no circumstance of it; those of a sum from which something is free are
    beside = f"{copy.text[: match.start()]} {copy.text[match.end() :]}" if name else copy.text
    around = f"{beside} {copy.unit.heading}"
    tied = circumstances(around, Kind.PRICE) | set(map(str.casefold, _ZONE.findall(around)))
    tied -= frozenset() if name else _OF_EVERY
    value = float(re.sub(r"[^\d.]", "", amount))
    return _Charge(copy, page.url, page.kind in GENERAL, match[0].strip(), value, name - _NO_NAME, frozenset(tied))


def _two_sums(found: Sequence[_Charge], what: str, kind: str) -> Iterator[Discord]:
    """One charge that two pages give with two sums, each of them with one; one of the pages speaks of the whole company."""
    by_name: dict[tuple[frozenset[str], frozenset[str]], dict[str, list[_Charge]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for charge in found:
        by_name[charge.name, charge.tied][charge.url].append(charge)
    for by_page in by_name.values():
        alone = [charges[0] for charges in by_page.values() if len({charge.amount for charge in charges}) == 1]
        for one, other in combinations(alone[:MOST_HELD], 2):
            # each service may ask for a deposit of its own
            whole = one.general and other.general if one.name <= _OF_EACH else one.general or other.general
            if one.amount != other.amount and whole:
                title = f"{what}: “{one.words}” and “{other.words}”"
                fix = "Decide which holds and write it in both places; where these are two charges, name each."
                yield Discord(kind, title, ((one.copy,), (other.copy,)), fix, 0.9)


_NO_CHARGE = rare(r"\b(?:additional|extra|further) (?:fee|charge|cost)", re.I)
_FOR_NOTHING = re.compile(
    r"(?P<what>[^.;:!?]{3,60}?),? (?:at|with|for|without) (?:no |any )?(?:additional|extra|further) (?:fee|charge|cost)s?\b"
    r"|\bno (?:additional|extra|further) (?:fee|charge|cost)s? for (?P<what2>[^.;:!?]{3,40})",
    re.I,
)
_ASKED = re.compile(
    rf"\bcharged (?:at )?(?:an? )?(?:additional |extra |further )?(?:fee of )?{_SUM}(?: extra| each)? for (?P<what>[^.;:!?]{{3,60}})",
    re.I,
)


def taken_back(site: Site, text: str) -> Copy | None:
    """The line that asks a sum for what this text gives at no further charge ("charged $18 for half a day of daycare"), or None."""
    given = _FOR_NOTHING.search(text[:LONGEST])
    words = re.findall(r"[a-z]{3,}", (given["what"] or given["what2"] or "").casefold()) if given else []
    if not words:
        return None
    head = nouns(words[-1])  # in "free doggie daycare" what is given is daycare
    for page in site.pages:
        for copy in page.copy if not page.twin_of and page.kind in READ else ():
            asked = _ASKED.search(copy.text[:LONGEST]) if copy.unit.region.is_copy and "charged" in copy.text else None
            if asked and head and head <= nouns(asked["what"]):
                return copy
    return None
