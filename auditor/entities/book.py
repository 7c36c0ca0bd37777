"""The names of a site as nouns: what kinds there are, how each was told, and the register they are taken into."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from auditor import naming
from auditor.model import Copy, JudgedPage
from auditor.site import Site

MOST = 300
"""Names of one kind that are kept; who names more has a directory."""

WITNESSES = 5
"""Places kept of each name."""


class Kind(StrEnum):
    """What a name is the name of, in the order in which one is chosen where several could be."""

    COMPANY = "company"
    STAFF = "one of its people"
    CUSTOMER = "customer"
    PARTNER = "partner"
    AWARD = "award or award body"
    PRODUCT = "product"
    PERSON = "person"


class How(StrEnum):
    """What told it."""

    DECLARED = "structured data"
    NAMED = "declared name"
    QUOTED = "speaker of a quotation"
    LISTED = "list under a heading that says so"
    SAID = "words before or behind it"
    LOGO = "logo"
    STORY = "heading of a story"
    JOB = "job beside it"
    PAGE = "page of its own"
    MARK = "trade mark sign"
    SHAPE = "how it is written"


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a name stands and how it was told. ``text`` is the line or field, ``unit`` its id or ""."""

    how: How
    page: str
    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a site names. ``forms`` are the ways it is written, ``name`` the fullest.

    ``sure``: told by more than how it is written. ``human``: a person's name.
    """

    kind: Kind
    name: str
    forms: tuple[str, ...]
    told: tuple[Witness, ...]
    sure: bool = True
    human: bool = False


@dataclass(frozen=True)
class Entities:
    """Everything a site names, the company first, then by kind and place."""

    found: tuple[Entity, ...]

    def of(self, *kinds: Kind, sure: bool = False) -> tuple[Entity, ...]:
        """The names of these kinds (or of all), or only those that are sure."""
        return tuple(entry for entry in self.found if (not kinds or entry.kind in kinds) and (entry.sure or not sure))

    def unquoted(self) -> tuple[Entity, ...]:
        """The customers surely named elsewhere than under their own words."""
        return tuple(
            entry
            for entry in self.of(Kind.CUSTOMER, sure=True)
            if any(seen.how is not How.QUOTED for seen in entry.told)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sure names in small letters: what is no typing error. A product that stands once may be one."""
        return frozenset(
            word.casefold()
            for entry in self.found
            if entry.sure and (entry.kind is not Kind.PRODUCT or len({seen.text for seen in entry.told}) > 1)
            for form in entry.forms
            for word in re.findall(r"[^\W\d_]+", form)
            if len(word) > 1
        )

    @cached_property
    def _index(self) -> dict[str, dict[int, dict[str, list[Entity]]]]:
        """First word of a form, in small letters -> the forms by their length, longest first: hundreds may begin alike."""
        index: dict[str, dict[int, dict[str, list[Entity]]]] = {}
        for entry in self.found:
            for form in entry.forms:
                if start := re.search(r"\w+", form):
                    written = form[start.start() :].casefold()
                    alike = index.setdefault(start[0].casefold(), {}).setdefault(len(written), {})
                    alike.setdefault(written, []).append(entry)
        return {word: dict(sorted(sizes.items(), reverse=True)) for word, sizes in index.items()}

    def find(self, text: str, *kinds: Kind) -> list[tuple[int, int, Entity]]:
        """Where names of these kinds (or of all) stand in a text, none overlapping; the longest wins.

        A name written with a capital is found in any letters but small ones.
        """
        found: list[tuple[int, int, Entity]] = []
        folded, last = text.lower(), 0
        if len(folded) != len(text):
            folded = text  # a sign that grows when it is made small: then only the exact form is found
        for match in _TOKEN.finditer(text):
            start = match.start()
            if start < last or (sizes := self._index.get(match[0].casefold())) is None:
                continue
            for size, forms in sizes.items():
                end = start + size
                named = forms.get(folded[start:end])
                if named is None or text[end : end + 1].isalnum():
                    continue
                small = text[start:end].islower()
                for entry in named:
                    if (not kinds or entry.kind in kinds) and not (
                        small and not any(name.islower() for name in entry.forms)
                    ):
                        found.append((start, end, entry))
                        last = end
                        break
                if last == end:
                    break
        return found

    def begins(self, text: str, *kinds: Kind) -> bool:
        """Whether a line of several words begins with a sure name of these kinds: it speaks of that."""
        if text.count(" ") <= 3:
            return False
        start = _LEAD.match(text)
        at = start.end() if start else 0
        first = _TOKEN.match(text, at)
        if first is None or first[0].casefold() not in self._index:
            return False
        hits = self.find(text[at : at + naming.LONGEST], *kinds)
        return bool(hits) and hits[0][0] == 0 and hits[0][2].sure

    def without(self, text: str, *kinds: Kind, by: str = " ") -> str:
        """The text with names of these kinds (or of all) replaced."""
        parts, last = [], 0
        for start, end, _ in self.find(text, *kinds):
            parts += [text[last:start], by]
            last = end
        return "".join([*parts, text[last:]])

    def kind_of(self, name: str) -> Kind | None:
        """What a name is the name of; None where the site does not name it."""
        return self._kinds.get(naming.key(name))

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return {naming.key(form): entry.kind for entry in reversed(self.found) for form in entry.forms}


_TOKEN = re.compile(r"(?<!\w)\w+")
_LEAD = re.compile(r"\W*(?:(?:at|for|when|the)\s+)?(?=\w)", re.I)
_INITIAL = re.compile(r"[ .][^\W\d_]\.$")


@dataclass(slots=True)
class _Entry:
    forms: dict[str, None] = field(default_factory=dict)
    told: list[Witness] = field(default_factory=list)
    sure: bool = False
    human: bool = False


class Register:
    """Names as they are found: one entry for each kind and key."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries: dict[tuple[Kind, str], _Entry] = {}
        self.own = {naming.key(form) for form in site.called}
        self.counts: Counter[Kind] = Counter()

    def add(
        self,
        kind: Kind,
        name: str,
        how: How,
        page: JudgedPage,
        seen: Copy | str,
        *,
        sure: bool = True,
        human: bool = False,
    ) -> None:
        """Take in one name; what is no name by its letters, and the company's own, is passed over."""
        name = (
            " ".join(name.split()).strip(' ,.;:|·•–—-"“”()')
            if not _INITIAL.search(name)
            else name.strip(' ,;:|·•–—-"“”(')
        )
        key = naming.key(name)
        if len(key) < 2 or len(name) > naming.LONGEST or not any(sign.isalpha() for sign in name):
            return
        if key in self.own and not (kind is Kind.STAFF and human):
            return
        if (kind, key) not in self.entries:
            if self.counts[kind] >= MOST:
                return
            self.counts[kind] += 1
        entry = self.entries.setdefault((kind, key), _Entry())
        entry.forms[name] = None
        entry.sure, entry.human = entry.sure or sure, entry.human or human
        if len(entry.told) < WITNESSES:
            unit = "" if isinstance(seen, str) else seen.unit.id
            entry.told.append(Witness(how, page.url, seen if isinstance(seen, str) else seen.text, unit))

    def has(self, name: str, *kinds: Kind) -> bool:
        """Whether a name was taken in under one of these kinds."""
        return any((kind, naming.key(name)) in self.entries for kind in kinds)

    def settled(self) -> Iterator[Entity]:
        """The entries, each name under one kind: the first of the order that is sure, else the first."""
        order = {kind: place for place, kind in enumerate(Kind)}
        best: dict[str, Kind] = {}
        for kind, key in sorted(self.entries, key=lambda at: (not self.entries[at].sure, order[at[0]])):
            best.setdefault(key, kind)
        for (kind, key), entry in sorted(self.entries.items(), key=lambda item: order[item[0][0]]):
            if best[key] is kind:
                forms = tuple(sorted(entry.forms, key=lambda form: (-len(form), form)))
                yield Entity(kind, forms[0], forms, tuple(entry.told), entry.sure, entry.human)
