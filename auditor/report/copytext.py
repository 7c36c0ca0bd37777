"""A page's copy in its own order, each line with its label: what the colours of the report stand on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Copy, JudgedPage, Label, PageKind, Region, Rollup, Run
from auditor.report.safe import bounded, link, place
from auditor.report.words import FOCUS, GROUPS, LABELS, NB, SELLING, SHORT, counted, number

INSIDE = 50
"""Pages whose copy stands in the report itself; the rest are in linked files beside it."""

CHUNK = 25
"""Pages in one linked file."""

LINES = 300
"""Lines of one page that are shown; the rest are counted (all of them are in units.csv)."""

LINE = 900
"""Characters of one line that are shown."""

WORDS = 8
"""Words behind a label that are underlined."""

SCREENS = {
    Region.FIRST: "First screen",
    Region.SECOND: "Second screen",
    Region.MAIN: "Rest of the page",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One unit as shown. ``pieces`` are (text, did it carry the label); ``screen`` is named where a screen begins.

    ``css`` are the class names of its colour and state.
    """

    css: str
    name: str
    pieces: tuple[tuple[str, bool], ...]
    tag: str
    marks: tuple[str, ...]
    why: str
    screen: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One page's copy. ``left`` lines are not shown; ``beside`` counts navigation, asides, footer and overlays;
    ``pictures`` what the pictures show by their words.
    """

    anchor: str
    url: str
    href: str
    path: str
    title: str
    kind: str
    summary: str
    lines: tuple[Line, ...]
    left: int
    beside: str
    pictures: str
    twin_of: str
    count: int


def anchor(url: str) -> str:
    """The page's fragment name in the report."""
    return "page-" + hashlib.blake2s(url.encode("utf-8", "replace"), digest_size=6).hexdigest()


def order(pages: Sequence[JudgedPage]) -> list[JudgedPage]:
    """Pages as a buyer meets them: home, the selling kinds, then the rest, each by clicks from home; twins are out."""
    kinds = [*SELLING, *(kind for kind in PageKind if kind not in SELLING)]
    return sorted(
        (page for page in pages if not page.twin_of),
        key=lambda page: (
            kinds.index(page.kind),
            page.clicks if page.clicks is not None else 10**6,
            len(page.url),
            page.url,
        ),
    )


def addresses(pages: Sequence[JudgedPage]) -> dict[str, str]:
    """URL -> where its copy stands, relative to report.html: "#page-..." or "pages/copy-2.html#page-..."."""
    result = {}
    for place_in_order, page in enumerate(order(pages)):
        name = anchor(page.url)
        if place_in_order < INSIDE:
            result[page.url] = f"#{name}"
        else:
            result[page.url] = f"pages/{chunk_name(place_in_order)}#{name}"
    return result


def chunk_name(place_in_order: int) -> str:
    """The linked file that holds the page at this place of the order."""
    return f"copy-{(place_in_order - INSIDE) // CHUNK + 1}.html"


def pictures(run: Run) -> dict[str, str]:
    """URL -> what the pictures of that page show, in words, as the first-screen audit counted them."""
    result = next((entry for entry in run.results if entry.id == "first-screen"), None)
    counts = result.numbers.get("pictures", {}) if result else {}
    pages = counts.get("pages", {}) if isinstance(counts, Mapping) else {}
    return {
        str(url): ", ".join(f"{number(int(many))} {name}" for name, many in told.items())
        for url, told in pages.items()
        if isinstance(told, Mapping)
    }


def page_copy(page: JudgedPage, host: str, pictures: str = "") -> Shown:
    """One page's copy as shown."""
    proper = [copy for copy in page.copy if copy.unit.region.is_copy]
    beside = Counter(copy.unit.region for copy in page.copy if not copy.unit.region.is_copy)
    lines = []
    before: Region | None = None
    for copy in proper[:LINES]:
        region = copy.unit.region
        lines.append(_line(copy, SCREENS.get(region, "") if region is not before else ""))
        before = region
    names = {Region.ASIDE: "aside", Region.NAV: "in menus", Region.FOOTER: "in the footer", Region.OVERLAY: "overlay"}
    return Shown(
        anchor=anchor(page.url),
        url=page.url,
        href=link(page.url),
        path=place(page.url, host),
        title=bounded(page.page.title, 140),
        kind=SHORT[page.kind],
        summary=_summary(proper, small=page.small),
        lines=tuple(lines),
        left=max(0, len(proper) - LINES),
        beside=", ".join(f"{number(beside[region])} {name}" for region, name in names.items() if beside[region]),
        pictures=pictures,
        twin_of=page.twin_of,
        count=len(proper),
    )


def _summary(proper: Sequence[Copy], *, small: bool) -> str:
    groups = Counter(copy.label.rollup for copy in proper)
    unsure = sum(not copy.sure for copy in proper)
    parts = [f"{GROUPS[group][0].lower()}{NB}{number(groups[group])}" for group in Rollup if group in FOCUS]
    rest = groups[Rollup.TERMS] + groups[Rollup.OTHER]
    parts += [f"terms and other{NB}{number(rest)}"] if rest else []
    parts += [f"of these unsure{NB}{number(unsure)}"] if unsure else []
    parts += ["read by the small model"] if small else []
    return f"{counted(len(proper), 'line')}: {', '.join(parts)}"


def _line(copy: Copy, screen: str) -> Line:
    unit = copy.unit
    name, _ = LABELS[copy.label]
    marks = []
    if unit.folded:
        marks.append("folded")
    if copy.copies > 1:
        marks.append(f"stands {copy.copies}×" if copy.counted else f"repeat, stands {copy.copies}×")
    elif not copy.counted:
        marks.append("repeat")
    if copy.overridden is not None:
        marks.append(f"label set by a person; was {LABELS[copy.overridden][0].lower()}")
    if unit.cite:
        marks.append(f"said by {bounded(unit.cite, 80)}")
    tag = f"H{unit.level}" if unit.level else unit.role.value if unit.role.value in ("button", "quote", "cell") else ""
    css = f"u lb-{copy.label.rollup.value}{'' if copy.counted else ' rep'}{'' if copy.sure else ' uns'}"
    if tag:
        css += f" is-{tag.lower()}"
    return Line(
        css=css,
        name=f"{name}?" if not copy.sure else name,
        pieces=pieces(bounded(unit.text, LINE), copy.judgement.why),
        tag=tag,
        marks=tuple(marks),
        why=_why(copy),
        screen=screen,
    )


_ALL = tuple(Label)


def _why(copy: Copy) -> str:
    judgement = copy.judgement
    if copy.overridden is not None:
        return "Set by a person."
    certainty = f"{round(judgement.probability * 100)}{NB}% sure"
    if judgement.unsure:
        ranking = sorted(zip(judgement.probabilities, _ALL, strict=False), key=lambda item: -item[0])
        rivals = [LABELS[label][0].lower() for _, label in ranking[:2]]
        return f"Too close to call: {' or '.join(rivals)} ({certainty})."
    words = ", ".join(f"“{bounded(word, 40)}”" for word in judgement.why[:3])
    return f"{certainty}; carried by {words}." if words else f"{certainty}."


def pieces(text: str, why: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces: (piece, is it one of the words that carried the label). Joined they are the text."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is longer: places would not agree
        return ((text, False),)
    spans: list[tuple[int, int]] = []
    for word in why[:WORDS]:
        needle = word.strip().lower()
        start = low.find(needle) if needle else -1
        while start >= 0:
            end = start + len(needle)
            inside = (start and low[start - 1].isalnum()) or (end < len(low) and low[end].isalnum())
            if not inside and all(end <= first or start >= last for first, last in spans):
                spans.append((start, end))
            start = low.find(needle, end)
    result: list[tuple[str, bool]] = []
    done = 0
    for start, end in sorted(spans):
        if start > done:
            result.append((text[done:start], False))
        result.append((text[start:end], True))
        done = end
    if done < len(text):
        result.append((text[done:], False))
    return tuple(result)
