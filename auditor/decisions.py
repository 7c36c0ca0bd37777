"""What people decided about a site: findings dismissed until a day, labels set by hand.

Kept in a plain TOML file that can live in the site's own repository (``auditor-decisions.toml``), one table a decision,
so that a diff of it reads as what it is. A decision holds the exact words it was made on, and holds for them wherever
they go: a page may move, and a line may be reworded as far as a diff still calls it the same line (diff.likeness). A dismissal ends on its day (``until = "for good"`` has none), or
when a figure or a "not" in the words changes: that is another statement. A decision that matches nothing is said, never
dropped.

Labels are set before the audits run (:func:`set_labels`), so that figures and findings rest on them; findings are
dismissed afterwards (:func:`dismiss`). Dismissing hides nothing from the scores: it says what a reader need not be told
again.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

import tomlkit
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked
from tomlkit.items import AoT

from auditor import record
from auditor.errors import ConfigError, OutputError, UsageError
from auditor.likeness import LIKE, LIKE_ELSEWHERE, likeness
from auditor.model import AuditResult, Copy, Decided, Finding, Label, Quote, Standing, Tier
from auditor.site import Site, relabel
from auditor.text import digest, normal, words

HEADER = """\
Decisions of people about what auditor found. Written by 'auditor dismiss' and 'auditor relabel', safe to edit by hand;
keep it beside the site's sources. 'auditor decisions' lists it.
"""

FOR_GOOD: Final = "for good"
"""What stands for a last day in a dismissal that has none."""

_FIGURE = re.compile(r"\d")
_NEGATIONS = frozenset("no not never none neither nor without cannot can't don't doesn't isn't aren't won't".split())
_STRICT = ConfigDict(extra="forbid")
_Line = Annotated[str, Field(min_length=1, max_length=4000)]


@dataclass(frozen=True, slots=True)
class Where:
    """Words of the site and the page they stood on when the decision was made."""

    text: _Line
    page: str = ""


@checked(frozen=True, config=_STRICT)
class Dismissal:
    """A finding not to be told again until ``until`` (the last day it holds; FOR_GOOD: as long as its words stand)."""

    id: str
    audit: str
    kind: str
    title: str
    reason: _Line
    until: date | Literal["for good"]
    decided: date
    who: str = ""
    site: str = ""
    finding: str = ""
    quotes: tuple[Where, ...] = ()


@checked(frozen=True, config=_STRICT)
class Override:
    """A label that a person gave a line of copy."""

    id: str
    text: _Line
    label: Label
    decided: date
    was: str = ""
    page: str = ""
    reason: str = ""
    who: str = ""
    site: str = ""


@checked(frozen=True, config=_STRICT)
class Decisions:
    """A decisions file."""

    dismiss: tuple[Dismissal, ...] = ()
    relabel: tuple[Override, ...] = ()


Entry = TypeVar("Entry", Dismissal, Override)


@cache
def _adapter() -> TypeAdapter[Decisions]:
    return TypeAdapter(Decisions)


def read(path: Path, *, named: bool = False) -> Decisions:
    """The decisions in this file; none where it is not there, unless it was ``named`` by the user.

    Raises ConfigError with the entry and key that is wrong.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise ConfigError(f"There is no decisions file {path}; 'auditor dismiss' makes one.") from None
        return Decisions()
    except OSError as error:
        raise ConfigError(f"Cannot read {path}: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}.") from None
    try:
        return _adapter().validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
        place = [f"{part + 1}." if isinstance(part, int) else str(part) for part in first["loc"]]
        raise ConfigError(f"{path}, {' '.join(place)}: {first['msg']}.") from None


def dismissal(
    finding: Finding, site: str, *, reason: str, until: date | None, decided: date, who: str = ""
) -> Dismissal:
    """The decision to dismiss this finding, until a day or (None) for good."""
    quotes = tuple(Where(quote.text, quote.url) for quote in finding.quotes)
    said = [quote.text for quote in quotes] or [finding.id]
    key = digest("dismiss", site, finding.audit, finding.kind, *said)
    return Dismissal(
        key[:8],
        finding.audit,
        finding.kind,
        finding.title,
        reason,
        FOR_GOOD if until is None else until,
        decided,
        who,
        site,
        finding.id,
        quotes,
    )


def override(copy: Copy, label: Label, site: str, *, decided: date, reason: str = "", who: str = "") -> Override:
    """The decision to give this line a label."""
    was = (copy.overridden or copy.label).value
    key = digest("relabel", site, normal(copy.text))
    return Override(key[:8], copy.text, label, decided, was, copy.unit.page, reason, who, site)


def keep(path: Path, entry: Dismissal | Override) -> bool:
    """Write a decision into the file, in place of one with the same id; gives whether there was one.

    What people wrote into the file stays as it is. Raises ConfigError where the file cannot be read, OutputError where
    it cannot be written.
    """
    read(path)
    document = _document(path)
    name = "dismiss" if isinstance(entry, Dismissal) else "relabel"
    table = _table(entry)
    entries = document.setdefault(name, tomlkit.aot())
    assert isinstance(entries, AoT)
    for old in entries:
        if old.get("id") == entry.id:
            for key in set(old) - set(table):
                del old[key]
            old.update(table)  # key by key, so that a person's comments in the table stay
            _write(path, document)
            return True
    entries.append(table)
    _write(path, document)
    return False


def undo(path: Path, key: str) -> Dismissal | Override:
    """Take a decision out of the file by its id, else by its finding's id (or the beginning); raises UsageError."""
    kept = read(path, named=True)
    entries: list[Dismissal | Override] = [*kept.dismiss, *kept.relabel]
    found = [entry for entry in entries if entry.id.startswith(key)] if key else []
    if key and not found:
        found = [entry for entry in kept.dismiss if entry.finding.startswith(key)]
    if len(found) != 1:
        known = ", ".join(entry.id for entry in entries[:12]) or "none"
        raise UsageError(f"{'No' if not found else 'More than one'} decision in {path} is '{key}'; known: {known}.")
    document = _document(path)
    name = "dismiss" if isinstance(found[0], Dismissal) else "relabel"
    tables = document[name]
    assert isinstance(tables, AoT)
    del tables[[table.get("id") for table in tables].index(found[0].id)]
    if not len(tables):
        del document[name]
    _write(path, document)
    return found[0]


def _document(path: Path) -> tomlkit.TOMLDocument:
    if path.exists():
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    document = tomlkit.document()
    for line in HEADER.splitlines():
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    return document


def _table(entry: Dismissal | Override) -> Any:
    """A decision as a TOML table, one key a line and one quote a line, empty keys left out."""
    table = tomlkit.table()
    order = (
        ("id", "title", "reason", "until", "who", "decided", "site", "audit", "kind", "finding")
        if isinstance(entry, Dismissal)
        else ("id", "text", "label", "was", "reason", "who", "decided", "site", "page")
    )
    for key in order:
        value = getattr(entry, key)
        if value:
            table.add(key, value.value if isinstance(value, Label) else value)
    if isinstance(entry, Dismissal) and entry.quotes:
        lines = tomlkit.array().multiline(True)
        for quote in entry.quotes:
            place = tomlkit.inline_table()
            place.update({"page": quote.page, "text": quote.text})
            lines.append(place)
        table.add("quotes", lines)
    return table


def _write(path: Path, document: tomlkit.TOMLDocument) -> None:
    # a blank line before every decision: a diff then shows whole ones
    text = re.sub(r"\n+(?=\[\[(?:dismiss|relabel)\]\]\n)", "\n\n", tomlkit.dumps(document)).rstrip() + "\n"
    try:
        record.write(path, text.encode())
    except OutputError as error:
        raise OutputError(str(error).replace("--output", "--decisions")) from None


# --- in force -------------------------------------------------------------------------------------------------------


def for_site(entries: Iterable[Entry], host: str) -> list[Entry]:
    """The decisions that concern a site: its own, and those whose ``site`` a person took out of the file.

    A folder or a server on this machine is the site that --base-url says it is: words alone never carry a decision from
    one company's site to another's, wherever both are read.
    """
    return [entry for entry in entries if not entry.site or _bare(entry.site) == _bare(host)]


def elsewhere(kept: Decisions, host: str) -> int:
    """The number of decisions in the file that are for other sites than this."""
    here = len(for_site(kept.dismiss, host)) + len(for_site(kept.relabel, host))
    return len(kept.dismiss) + len(kept.relabel) - here


def set_labels(site: Site, overrides: Sequence[Override]) -> tuple[Site, tuple[Decided, ...]]:
    """The site with people's labels in force, and how each decision fared.

    A line with the same words has the label wherever it stands; failing that the line most like it, on its own page
    first.
    """
    mine = for_site(overrides, site.host)
    if not mine:
        return site, ()
    copies = [copy for page in site.pages for copy in page.copy]
    known: dict[str, list[Copy]] = {}
    for copy in copies:
        known.setdefault(normal(copy.text), []).append(copy)
    taken = {normal(entry.text) for entry in mine} & set(known)
    labels: dict[str, Label] = {}
    told = []
    for entry in mine:
        found, note = known.get(normal(entry.text), []), ""
        if not found:
            near = _reworded(entry, [copy for copy in copies if normal(copy.text) not in taken])
            found = known[normal(near.text)] if near else []
            note = "reworded" if near else ""
        elif entry.page and not any(_path(copy.unit.page) == _path(entry.page) for copy in found):
            note = "moved"
        # an exact match is the later word on a line that an older decision reaches only by likeness
        labels |= {copy.unit.id: entry.label for copy in found if not note or copy.unit.id not in labels}
        told.append(
            Decided(
                entry.id,
                Standing.IN_FORCE if found else Standing.UNMATCHED,
                found[0].text if found else entry.text,
                found[0].unit.page if found else entry.page,
                entry.reason,
                entry.who,
                entry.decided.isoformat(),
                label=entry.label.value,
                was=found[0].label.value if found else entry.was,
                subject=found[0].unit.id if found else "",
                note=note,
            )
        )
    return relabel(site, labels), tuple(told)


def _reworded(entry: Override, copies: Sequence[Copy]) -> Copy | None:
    """The line that this one became, if one is like enough."""
    best: tuple[float, bool, Copy] | None = None
    for copy in copies:
        same_page = _path(copy.unit.page) == _path(entry.page)
        value = likeness(entry.text, copy.text)
        if value >= (LIKE if same_page else LIKE_ELSEWHERE) and (best is None or (value, same_page) > best[:2]):
            best = (value, same_page, copy)
    return best[2] if best else None


def dismiss(
    results: Sequence[AuditResult], dismissals: Sequence[Dismissal], host: str, today: date
) -> tuple[tuple[AuditResult, ...], tuple[Decided, ...]]:
    """The results without the findings that are dismissed on ``today``, and how each decision fared.

    One decision covers one finding, the one most like what was decided on. Scores stay as they were measured.
    """
    mine = for_site(dismissals, host)
    findings = [finding for result in results for finding in result.findings]
    pairs = sorted(
        ((rank, -place, -number) for place, entry in enumerate(mine) for number, finding in enumerate(findings)
         if (rank := _match(entry, finding))),
        reverse=True,
    )  # fmt: skip
    matched: dict[int, Finding] = {}
    gone: set[str] = set()
    used: set[int] = set()
    for _, minus_place, minus_number in pairs:
        if -minus_place not in matched and -minus_number not in used:
            matched[-minus_place] = findings[-minus_number]
            used.add(-minus_number)
    told = []
    for place, entry in enumerate(mine):
        finding = matched.get(place)
        expired = over(entry, today)
        if finding and not expired:
            gone.add(finding.id)
        told.append(_fared(entry, finding, expired=expired))
    left = tuple(
        replace(result, findings=tuple(finding for finding in result.findings if finding.id not in gone))
        if any(finding.id in gone for finding in result.findings)
        else result
        for result in results
    )
    return left, tuple(told)


def over(entry: Dismissal, today: date) -> bool:
    """Whether a dismissal's last day is past; never where it holds for good."""
    return not isinstance(entry.until, str) and entry.until < today


def _fared(entry: Dismissal, finding: Finding | None, *, expired: bool) -> Decided:
    standing = Standing.UNMATCHED if finding is None else Standing.EXPIRED if expired else Standing.IN_FORCE
    quote = finding.quotes[0] if finding and finding.quotes else None
    first = entry.quotes[0] if entry.quotes else Where("-")
    note = ""
    if quote and normal(quote.text) != normal(first.text):
        note = "reworded"
    elif quote and _path(quote.url) != _path(first.page):
        note = "moved"
    return Decided(
        entry.id,
        standing,
        quote.text if quote else first.text if entry.quotes else "",
        quote.url if quote else first.page,
        entry.reason,
        entry.who,
        entry.decided.isoformat(),
        until="" if isinstance(entry.until, str) else entry.until.isoformat(),
        title=finding.title if finding else entry.title,
        subject=finding.id if finding else entry.finding,
        note=note,
        finding=finding if standing is Standing.IN_FORCE else None,
    )


def _match(entry: Dismissal, finding: Finding) -> tuple[bool, int, int] | None:
    """How well a finding is the one that was dismissed, the better the larger; None where it is another one.

    What is broken or contradicts itself must be covered quote by quote: one more place is news. Elsewhere the leading
    quote and half of the rest must be covered.
    """
    if (entry.audit, entry.kind) != (finding.audit, finding.kind):
        return None
    if not finding.quotes or not entry.quotes:
        same = entry.finding == finding.id and not finding.quotes and not entry.quotes
        return (True, 0, 0) if same else None
    said = [next((old for old in entry.quotes if _same(old, quote)), None) for quote in finding.quotes]
    covered = sum(old is not None for old in said)
    enough = len(said) if finding.tier is Tier.VISIBLE else (len(said) + 1) // 2
    if said[0] is None or covered < enough:
        return None
    places = sum(
        old is not None and _path(old.page) == _path(quote.url) for old, quote in zip(said, finding.quotes, strict=True)
    )
    return (entry.finding == finding.id, covered, places)


def _same(old: Where, quote: Quote) -> bool:
    one, other = normal(old.text), normal(quote.text)
    return one == other or (_fixed(one) == _fixed(other) and likeness(one, other) >= LIKE)


def _fixed(text: str) -> Counter[str]:
    """What must not change in a rewording: the figures of a text and its words of denial."""
    return Counter(word for word in words(text) if _FIGURE.search(word) or word in _NEGATIONS)


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.path.rstrip('/') or '/'}?{parts.query}"


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")
