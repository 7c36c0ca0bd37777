"""A site's lines once, with what in them is written like a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor import naming
from auditor.model import Copy, JudgedPage, PageKind
from auditor.site import Site
from auditor.voices import (
    LONG,
    quoted,
)


@dataclass(slots=True)
class _Seen:
    """A name-like phrase: how often inside sentences, on which pages, and where first."""

    page: JudgedPage
    copy: Copy
    inside: int = 0
    pages: set[str] = field(default_factory=set)


class Lines:
    """The site's lines once, with the name-like phrases in them."""

    def __init__(self, site: Site) -> None:
        self.copies: list[tuple[JudgedPage, list[Copy]]] = []
        self.seen: dict[str, _Seen] = {}
        self.held: dict[str, list[tuple[int, int]]] = {}
        self.said = frozenset().union(*(quoted(site, page) for page in site.pages))
        for page in site.pages:
            if page.twin_of:
                continue
            lines = [copy for copy in page.copy if copy.counted and copy.unit.region.is_copy]
            self.copies.append((page, lines))
            if page.kind is PageKind.POLICY:
                continue
            for copy in lines:
                text = copy.text[:LONG]
                spans = [span for start, end in naming.phrases(text) for span in trimmed(text, start, end)]
                if not spans:
                    continue
                self.held[copy.unit.id] = spans
                prose = copy.unit.id not in self.said and is_prose(text, spans)
                for start, end in spans:
                    seen = self.seen.setdefault(text[start:end], _Seen(page, copy))
                    seen.pages.add(page.url)
                    seen.inside += prose and start > 0 and text[:start].rstrip()[-1:] not in _STOPS

    def spans(self, copy: Copy) -> list[tuple[int, int]]:
        """Where a line is written like a name."""
        return self.held.get(copy.unit.id, [])


_STOPS = frozenset('.!?:;“"‘(•·|–—')


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the function words that stand at its head because a sentence begins there."""
    while True:
        stop = text.find(" ", start, end)
        word = text[start : stop if stop > 0 else end]
        if word.casefold() not in naming.LEAD and naming.owner(word).casefold() not in naming.LEAD:
            break
        if stop < 0:
            return
        start = stop + 1
        while start < end and not (text[start].isupper() or text[start].isdigit()):
            stop = text.find(" ", start, end)
            if stop < 0:
                return
            start = stop + 1
    if end - start > 1:
        yield start, end


def is_prose(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a sentence and no title in capitals: most of it stands outside the spans."""
    return sum(end - start for start, end in spans) < 0.6 * len(text) and text.count(" ") >= 4
