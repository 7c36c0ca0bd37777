"""Whom customers thank by name, and whether the site itself names them anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor import lexicon, spelling
from auditor.entities import Kind, customers_words, entities
from auditor.model import Copy, JudgedPage
from auditor.site import Site
from auditor.voices import LONG, once, quoted


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody whom customers name in their words and no line of the site's own does."""

    name: str
    page: JudgedPage
    copy: Copy


_DID = (
    r"(?:was|is|were|are|did|does|came|made|took|helped|explained|went|has|had|fixed|arrived|showed|answered|kept|got|gave|worked|responded"
    r"|and (?:his|her|the) (?:team|crew|men|staff|guys))"
)
_THANKS = r"(?:[Tt]hanks?(?: you)?(?: so much| very much| again)?,?(?: to)?|[Aa]sk for|[Dd]ealt with|[Ww]orked with|[Ss]poke (?:to|with))"
_NAMED = re.compile(
    rf"(?<![\w'’.&] )\b([A-Z][a-z]{{2,}}) {_DID}\b|\b{_THANKS} ([A-Z][a-z]{{2,}})\b(?! [A-Z])(?:(?:,| and| &) ([A-Z][a-z]{{2,}})\b)?"
)
_HUMAN = re.compile(
    r" (?:helped|explained|fixed|arrived|answered|responded|came|showed|and (?:his|her|the) )|,? and team\b"
)
"""What only people do: a name that is none of the language and does it is somebody's."""

_KIN = re.compile(r"\b(?:my|our|his|her|their) (?:[\w-]+,? ){0,2}$", re.I)


@once
def thanked(site: Site) -> tuple[Thanked, ...]:
    """The people whom customers name and the site does not, most often named first."""
    given = lexicon.load("names").terms("given")
    found: dict[str, list[Thanked]] = {}
    signed = {word for entry in customers_words(site) for word in re.findall(r"[^\W\d_]+", entry.cite)}
    for entry in customers_words(site):
        for copy in entry.copies:
            text = copy.text[:LONG]
            for match in _NAMED.finditer(text):
                for place, name in enumerate(match.groups()):
                    if not name or name in signed or _KIN.search(text[: match.start()]):
                        continue
                    behind = text[match.end(place + 1) :]
                    own = re.match(r" (?:from|at|of) ", behind) and site.name_pattern.match(behind.split(" ", 2)[2])
                    strange = not spelling.is_word(name.casefold())
                    if name.casefold() in given or own or (strange and _HUMAN.match(behind)):
                        found.setdefault(name, []).append(Thanked(name, entry.page, copy))
    own_words = _own_words(site) if found else frozenset()
    absent = [told for name, told in found.items() if name.casefold() not in own_words]
    return tuple(told[0] for told in sorted(absent, key=lambda told: (-len(told), told[0].name)))


def _own_words(site: Site) -> frozenset[str]:
    """Every word that stands outside customers' words: copy, menus, titles, pictures, structured data, addresses."""
    words: set[str] = set()
    for page in site.pages:
        spoken = quoted(site, page)
        texts: Iterable[str] = (copy.text for copy in page.copy if copy.unit.id not in spoken)
        more = (page.page.title, page.page.description, page.url, *(image.alt or "" for image in page.page.images))
        links = (f"{link.text} {link.url}" for link in page.page.links)
        for text in (*texts, *more, *links):
            words.update(word.casefold() for word in re.findall(r"[^\W\d_]+", text))
    words |= {word.casefold() for name in (site.name, *site.names) for word in re.findall(r"[^\W\d_]+", name)}
    for entity in entities(site).of(Kind.STAFF):
        words |= {word.casefold() for word in entity.name.split()}
    return frozenset(words)
