"""What an audit is: a function from a Site to a Verdict, with its manual, and the one fence around it.

An audit is one file in ``auditor/audits``; file, function and id are the same noun (hyphens in the id). The module's
docstring is its manual, under fixed headings; ``{CONSTANT}`` in it is filled from the module's constants, so that no
number is written twice. The ``Fails`` and ``Passes`` sections hold little sites as labelled copy; they teach the
reader and test the audit (:func:`example`).

    / Acme Pumps | Industrial pumps             a page: path, then its title
    description: Pumps since 1921               its meta description
    [nav link] other: Products                  a unit: [region role], label: text
    [first heading 1] company: The leading maker of pumps
    [main quote cite=Jo Ray, Hilltop Dairy] outcome: We lost no milk last summer.
    (first image) a pump                        an image and its alt text
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import inspect
import pkgutil
import re
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from auditor.accord import agreed
from auditor.entities import customers_words, entities
from auditor.model import (
    AuditResult,
    Copy,
    Dimension,
    Finding,
    Image,
    JudgedPage,
    Judgement,
    Label,
    Link,
    Member,
    Page,
    PageKind,
    Quote,
    Readable,
    Region,
    Role,
    Status,
    Tier,
    Unit,
)
from auditor.organisation import COMPANY, organisation
from auditor.site import Site, assemble
from auditor.spread import spread
from auditor.text import doubled
from auditor.voices import quotations

HEADINGS = ("Why it matters", "How it is measured", "How to fix it", "Limit", "Fails", "Passes", "Sources")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The least an audit can say. ``score`` is 0-1, or None for an informative audit; ``numbers`` are plain JSON."""

    summary: str
    score: float | None = None
    findings: Sequence[Finding] = ()
    keep: Sequence[Finding] = ()
    numbers: dict[str, Any] = field(default_factory=dict)
    status: Status | None = None
    title: str = ""
    """What stands over it where the audit's own titles would both say more than was found."""

    @classmethod
    def not_applicable(cls, why: str) -> Verdict:
        """The question does not arise on this site; never a pass, weighs nothing."""
        return cls(why, status=Status.NOT_APPLICABLE)

    @classmethod
    def not_enough(cls, why: str, **numbers: Any) -> Verdict:
        """There is less evidence than the audit's minimum."""
        return cls(why, numbers=numbers, status=Status.NOT_ENOUGH)


@dataclass(frozen=True, slots=True)
class Manual:
    """An audit's manual page: the one-line question and its sections, by heading."""

    question: str
    sections: dict[str, str]


@dataclass(frozen=True, slots=True)
class Audit:
    """One entry of the catalogue. ``weight`` is its share within its dimension; 0 for informative audits."""

    id: str
    version: int
    dimension: Dimension | None
    weight: float
    passes: str
    fails: str
    manual: Manual
    judge: Callable[[Site], Verdict]


def audit(
    *, passes: str, fails: str, version: int = 1, dimension: Dimension | None = None, weight: float = 0.0
) -> Callable[[Callable[[Site], Verdict]], Audit]:
    """Declare an audit. ``passes`` and ``fails`` are its titles: sentences about the site."""

    def declare(judge: Callable[[Site], Verdict]) -> Audit:
        module = inspect.getmodule(judge)
        assert module is not None
        return Audit(
            judge.__name__.replace("_", "-"), version, dimension, weight, passes, fails, read_manual(module), judge
        )

    return declare


def read_manual(module: Any) -> Manual:
    """The manual in a module's docstring, constants filled in; raises ValueError where a heading is missing."""
    text = inspect.getdoc(module) or ""
    text = re.sub(r"\{([A-Z][A-Z_0-9]*)\}", lambda m: _shown(getattr(module, m[1])), text)
    question, _, rest = text.partition("\n")
    parts = re.split(r"^(%s)\n-+\n" % "|".join(HEADINGS), rest, flags=re.M)
    sections = {parts[i]: parts[i + 1].strip("\n") for i in range(1, len(parts), 2)}
    missing = [heading for heading in HEADINGS if not sections.get(heading, "").strip()]
    if missing:
        raise ValueError(f"{module.__name__}: the manual lacks {', '.join(missing)}")
    return Manual(question.strip(), sections)


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def catalogue() -> tuple[Audit, ...]:
    """Every audit, by id: whatever module of ``auditor.audits`` declares one."""
    package = importlib.import_module("auditor.audits")
    found = []
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"auditor.audits.{info.name}")
        found.append(getattr(module, info.name))
    return tuple(sorted(found, key=lambda entry: entry.id))


LONGEST = (
    ("one-voice",),
    ("proof", "who-vouches", "accountability"),
    ("visible-errors",),
    ("self-service",),
    ("promote", "first-screen"),
    ("way-in",),
    ("readability",),
    ("focus-mix",),
    ("merits",),
    ("service-measured",),
    ("upkeep",),
    ("buzzwords",),
    ("audience",),
    ("loose-ends",),
)
"""The audits that take longest on a large site, the longest first; those of a group share what no other one asks for.

Processes that share the work begin with these, each group in one of them. By CPU time on the bench's site; no result
hangs on it.
"""


def perform_all(
    entries: Sequence[Audit], site: Site, *, processes: int = 0, beside: Sequence[Callable[[], object]] = ()
) -> tuple[AuditResult, ...]:
    """Run these audits on as many processes (:func:`auditor.spread.spread`); what stands ``beside`` is done meanwhile.

    What the results refute of one another is left out (:mod:`auditor.accord`).
    """
    with contextlib.suppress(Exception):  # it comes up again inside the fence, for every audit that asks
        for fact in (
            organisation,
            entities,
            customers_words,
            quotations,
        ):  # what most audits ask for is worked out once for all
            fact(site)
    groups = _in_groups(entries)
    tasks: list[Callable[[], Any]] = [*beside, *(partial(_perform_each, group, site) for group in groups)]
    given = spread(tasks, processes)[len(beside) :]
    done = {
        id(entry): result
        for group, results in zip(groups, given, strict=True)
        for entry, result in zip(group, results, strict=True)
    }
    return agreed([done[id(entry)] for entry in entries])


def _in_groups(entries: Sequence[Audit]) -> list[list[Audit]]:
    """Audits as they are begun: those of :data:`LONGEST` in its order and groups, then every other one by itself."""
    groups = [[entry for name in names for entry in entries if entry.id == name] for names in LONGEST]
    named = {name for names in LONGEST for name in names}
    return [group for group in (*groups, *([entry] for entry in entries if entry.id not in named)) if group]


def _perform_each(entries: Sequence[Audit], site: Site) -> list[AuditResult]:
    return [perform(entry, site) for entry in entries]


def perform(entry: Audit, site: Site) -> AuditResult:
    """Run one audit and complete what it says. The one broad ``except``: an audit that breaks is an error result."""
    try:
        verdict = entry.judge(site)
        speak = organisation(site).speak
    except Exception as error:  # noqa: BLE001 - the fence
        place = traceback.extract_tb(error.__traceback__)[-1]
        verdict = Verdict(
            f"This audit failed to run ({type(error).__name__}, line {place.lineno}).", status=Status.ERROR
        )
        speak = COMPANY.speak
    summary = speak(verdict.summary)
    status = verdict.status or (Status.INFORMATIVE if verdict.score is None else Status.SCORED)
    score = verdict.score if status is Status.SCORED else None
    title = verdict.title or (entry.passes if not verdict.findings else entry.fails)
    return AuditResult(
        id=entry.id,
        version=entry.version,
        title=speak(title) if status in (Status.SCORED, Status.INFORMATIVE) else summary,
        status=status,
        summary=summary,
        score=None if score is None else round(min(1.0, max(0.0, score)), 4),
        dimension=entry.dimension,
        weight=entry.weight,
        findings=tuple(_spoken(entry, speak) for entry in verdict.findings),
        keep=tuple(_spoken(entry, speak) for entry in verdict.keep),
        numbers=verdict.numbers,
        limit=entry.manual.sections["Limit"].replace("\n", " "),
    )


def _spoken(found: Finding, speak: Callable[[str], str]) -> Finding:
    """The finding in the words for this kind of organisation; its quotes and its proposal are the site's own.

    A proposal in which a word stands twice ("at the the") is none: nobody is told to write an error.
    """
    proposal = "" if doubled(found.proposal) else found.proposal
    return replace(found, title=speak(found.title), why=speak(found.why), fix=speak(found.fix), proposal=proposal)


def finding(
    audit: str,
    kind: str,
    tier: Tier,
    title: str,
    quotes: Sequence[Quote],
    *,
    why: str,
    fix: str,
    proposal: str = "",
    weight: float = 0.5,
    lead: bool = True,
    key: str = "",
    members: Sequence[Member] = (),
) -> Finding:
    """A finding whose id hangs on its audit, kind and quoted words (or ``key``), not on its place in a list.

    ``members`` are all things that it lists, by which two runs are compared thing by thing; none of more than
    :data:`MOST_MEMBERS` are kept, as a part of them would pass for all.
    """
    listed = tuple(members) if len(members) <= MOST_MEMBERS else ()
    basis = key or "\n".join(sorted(quote.text.casefold() for quote in quotes))
    digest = hashlib.blake2s(f"{audit}\n{kind}\n{basis}".encode(), digest_size=8).hexdigest()
    return Finding(digest, audit, kind, tier, title, tuple(quotes), why, fix, proposal, round(weight, 4), lead, listed)


MOST_MEMBERS, MEMBER_URLS = 200, 40
"""Things that a finding lists one by one at most, and pages named of each: they stand in every run."""


def members(places: Iterable[tuple[str, str]], pages: Mapping[str, int] = MappingProxyType({})) -> list[Member]:
    """What a finding lists, from (name, URL of a page it stands on) pairs; names alike but for capitals are one.

    ``pages`` says on how many pages a name stands where more is known than the pairs tell.
    """
    found: dict[str, tuple[str, set[str]]] = {}
    for name, url in places:
        found.setdefault(name.casefold(), (name, set()))[1].add(url)
    return [
        Member(name, max(len(urls), pages.get(name, 0)), tuple(sorted(urls)[:MEMBER_URLS]))
        for _, (name, urls) in sorted(found.items())
    ]


def quote(copy: Copy) -> Quote:
    """The exact words of a unit, with where they stand."""
    return Quote(copy.text, copy.unit.page, "text", copy.unit.region.value, copy.unit.id, copy.label.value)


_PAGE = re.compile(r"^(/\S*)\s+(.*)$")
_UNIT = re.compile(r"^\[([^\]]+)\]\s+([a-z]+)(\?)?:\s+(.*)$")
_IMAGE = re.compile(r"^\((\w+) image\)\s*(.*)$")


def example(text: str, *, name: str = "Acme") -> Site:
    """The little site that this text draws (see the module docstring). ``label?`` marks an unsure unit.

    A page's kind is "home" for ``/``, else the first path segment if it names a kind, else "other".
    """
    drafts: list[dict[str, Any]] = []
    for raw in inspect.cleandoc(text).splitlines():
        line = raw.strip()
        if not line:
            continue
        if match := _PAGE.match(line):
            drafts.append(
                {"path": match[1], "title": match[2], "description": "", "units": [], "images": [], "links": []}
            )
        elif not drafts:
            drafts.append({"path": "/", "title": name, "description": "", "units": [], "images": [], "links": []})
        if _PAGE.match(line):
            continue
        if line.startswith("description:"):
            drafts[-1]["description"] = line.partition(":")[2].strip()
        elif match := _IMAGE.match(line):
            drafts[-1]["images"].append(Image("", match[2] or None, Region(match[1])))
        elif match := _UNIT.match(line):
            drafts[-1]["units"].append(match.groups())
        else:
            raise ValueError(f"not a line of an example: {line!r}")
    pages, judgements = [], []
    for draft in drafts:
        page, labels = _draw(draft, name)
        pages.append(page)
        judgements.append(labels)
    return assemble("example.com", pages, judgements, start="https://example.com/", name=name)


def _draw(draft: dict[str, Any], name: str) -> tuple[Page, list[Judgement]]:
    url = f"https://example.com{draft['path']}"
    segment = draft["path"].strip("/").split("/")[0]
    kind = PageKind.HOME if not segment else PageKind(segment) if segment in set(PageKind) else PageKind.OTHER
    units: list[Unit] = []
    links: list[Link] = []
    labels: list[Judgement] = []
    heading = before = ""
    block = 0
    for place, label, doubt, words in draft["units"]:
        place, _, cite = place.partition(" cite=")
        region, role, *rest = place.split()
        level = int(rest[0]) if rest and rest[0].isdigit() else 2 if role == "heading" else 0
        href = next((part for part in rest if part.startswith("/")), "")
        if role in ("heading", "bullet", "quote", "button") or not units:
            block += 1
        unit_id = hashlib.blake2s(f"{url}\n{len(units)}\n{words}".encode(), digest_size=8).hexdigest()
        units.append(
            Unit(
                unit_id,
                url,
                len(units),
                words,
                Role(role),
                Region(region),
                heading,
                before,
                "",
                block,
                level,
                False,
                href,
                cite,
            )
        )
        if role == "link" or href:
            links.append(Link(f"https://example.com{href or '/'}", words, Region(region), True))
        chance = 0.4 if doubt else 0.97
        spread = tuple(chance if entry == label else (1 - chance) / 6 for entry in Label)
        labels.append(Judgement(Label(label), chance, spread, unsure=bool(doubt), leading=not doubt))
        heading = words if role == "heading" else heading
        before = words
    page = Page(
        url=url,
        snapshot="",
        kind=kind,
        kind_why="example",
        title=draft["title"],
        description=draft["description"],
        lang="en",
        readable=Readable.YES,
        units=tuple(units),
        links=tuple(links),
        images=tuple(draft["images"]),
        names=(name,),
    )
    return page, labels


def judged(page: JudgedPage, *regions: Region) -> list[Copy]:
    """The units of a page in these regions, in order (all regions where none is given)."""
    return [copy for copy in page.copy if not regions or copy.unit.region in regions]
