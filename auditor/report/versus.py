"""Several sites side by side, as HTML, Markdown, JSON, and in a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from auditor.errors import OutputError
from auditor.model import Label, Quote, Rollup
from auditor.report import bars
from auditor.report.frame import environment, frame, markdown_environment
from auditor.report.ranking import Said, said
from auditor.report.safe import bounded, in_quotes, shown
from auditor.report.words import counted, day, estimate, number, points, span
from auditor.text import listed
from auditor.versus import Apart, Seat, Versus

GROUPS = {
    "home": "Home page",
    "offer": "Product, service and solution pages",
    "pricing": "Pricing",
    "about": "About and mission",
    "proof": "Customers and testimonials",
    "blog": "Blog and education",
    "other": "Contact and other pages",
}
"""The groups of page kinds as the report names them."""


@dataclass(frozen=True, slots=True)
class SeatShown:
    """One site as shown. ``rows`` are (measure, figure)."""

    name: str
    host: str
    read: str
    verdict: str
    bar: bars.Bar
    rows: tuple[tuple[str, str], ...]
    swap: str
    swap_quotes: tuple[Said, ...]
    only: tuple[Said, ...]


def versus_json(versus: Versus) -> str:
    """The comparison as JSON."""
    return _adapter().dump_json(versus, indent=1).decode() + "\n"


@cache
def _adapter() -> TypeAdapter[Versus]:
    return TypeAdapter(Versus)


def versus_html(versus: Versus) -> str:
    """The comparison as one self-contained page."""
    return environment().get_template("compare.html.j2").render(_context(versus), **frame("report.css"))


def versus_markdown(versus: Versus) -> str:
    """The comparison as Markdown."""
    return markdown_environment().get_template("compare.md.j2").render(_context(versus))


def versus_lines(versus: Versus) -> list[str]:
    """The comparison in a few plain lines."""
    lines = [*sentences(versus), ""]
    for seat in versus.seats:
        lines.append(f"{shown(seat.name)} ({shown(seat.host)}), {_pages(seat)}")
        for name, figure in _rows(seat):
            told = _standing(versus, name)
            lines.append(f"  {name}: {figure}{f' ({told})' if told == NOT_COMPARED else ''}")
        lines.append(f"  {_swap(seat)}")
    if versus.shared:
        lines.append("All of them say:")
        lines += [f"  {shown(item.what)}: {' / '.join(_cut(quote) for quote in item.quotes)}" for item in versus.shared]
    for seat in versus.seats:
        if seat.only:
            lines.append(f"Only {shown(seat.name)} says:")
            lines += [f"  {_cut(quote)}" for quote in seat.only[:3]]
    return lines + [shown(note) for note in versus.notes]


def sentences(versus: Versus) -> list[str]:
    """What may be said of the sites together: the differences that the figures bear, and where they bear none."""
    lines = [shown(_apart(versus, apart)) for apart in versus.apart]
    if not lines and not versus.together:
        lines.append("There is too little on the same pages to tell these sites apart.")
    elif not lines:
        lines.append("Nothing tells these sites apart beyond what the figures could show by chance.")
    if versus.together and versus.apart:
        lines.append(f"No difference beyond chance: {listed(versus.together)}.")
    if versus.unmeasured and (versus.apart or versus.together):
        lines.append(f"Too little on the same scope, or no interval, to compare: {listed(versus.unmeasured)}.")
    return lines


NOT_COMPARED = "not compared: too little on the same pages, or no range"


def _standing(versus: Versus, name: str) -> str:
    """What may be made of one row of figures, told where they stand; "" for counts, which are not put in an order."""
    key = name.casefold()
    if key in (measure.casefold() for measure in versus.unmeasured):
        return NOT_COMPARED
    return "no difference beyond chance" if key in (measure.casefold() for measure in versus.together) else ""


def _apart(versus: Versus, apart: Apart) -> str:
    more, less = versus.seats[apart.more].name, versus.seats[apart.less].name
    if apart.measure.startswith("talk about "):
        return (
            f"{more} talks more about {apart.measure.removeprefix('talk about ')} than {less}: {span(*apart.high)} "
            f"against {span(*apart.low)}."
        )
    return (
        f"{more} stands higher than {less} in {apart.measure}: {points(apart.high[0])} to {points(apart.high[1])} against "
        f"{points(apart.low[0])} to {points(apart.low[1])}."
    )


def _context(versus: Versus) -> dict[str, Any]:
    told = sentences(versus)
    return {
        "versus": versus,
        "title": listed([seat.name for seat in versus.seats]),
        "headline": told[:2] if versus.apart else told[:1],
        "sentences": told[2:] if versus.apart else told[1:],
        "seats": [_seat(seat, place) for place, seat in enumerate(versus.seats)],
        "slices": [(GROUPS.get(part.group, part.group), part.found, part.compared) for part in versus.slices],
        "measures": [name for name, _ in _rows(versus.seats[0])],
        "standing": {name: _standing(versus, name) for name, _ in _rows(versus.seats[0])},
        "shared": [(item.what, [said(quote, "") for quote in item.quotes]) for item in versus.shared],
        "days": listed(sorted({day(seat.finished) for seat in versus.seats})),
        "compared": sum(part.compared for part in versus.slices),
    }


def _seat(seat: Seat, place: int) -> SeatShown:
    return SeatShown(
        seat.name,
        seat.host,
        _pages(seat),
        seat.verdict,
        bars.lines_bar(f"bar-seat-{place}", seat.name, bars.plain(seat.profile)),
        tuple(_rows(seat)),
        _swap(seat),
        tuple(_own(quote, seat) for quote in seat.swap.quotes),
        tuple(_own(quote, seat) for quote in seat.only),
    )


def _own(quote: Quote, seat: Seat) -> Said:
    return said(quote, seat.host)


def _pages(seat: Seat) -> str:
    return f"{counted(seat.pages, 'page')} compared of {number(seat.judged)} read on {day(seat.finished)}"


def _rows(seat: Seat) -> list[tuple[str, str]]:
    """The figures of one site, each with its interval where it has one."""
    shares = seat.profile.shares
    rows = [
        (f"Talk about {words}", estimate(shares[roll.value]))
        for roll, words in (
            (Rollup.CUSTOMER, "customers"),
            (Rollup.PRODUCT, "the product"),
            (Rollup.COMPANY, "the company itself"),
        )
        if roll.value in shares
    ]
    rows.append(("Lines that name an outcome", number(seat.profile.counts.get(Label.OUTCOME.value, 0))))
    rows.append(("of these specific", number(seat.profile.specific)))
    before = number(seat.words) if seat.words is not None else seat.words_why
    rows.append(("Words on the home page before the first line clearly about a customer", before))
    for score in seat.scores:
        interval = (
            f" ({points(score.low)} to {points(score.high)})"
            if score.low is not None and score.high is not None
            else ""
        )
        value = (
            f"{points(score.value)}{interval or ' (no interval)'}"
            if score.value is not None
            else score.why or "not measured"
        )
        rows.append((score.name.capitalize(), value))
    return rows


def _swap(seat: Seat) -> str:
    told, alike = seat.swap.told, seat.swap.alike
    if not told:
        return "No line of its own could be read with another name in its place."
    verb = "remains" if alike == 1 else "remain"
    return f"{number(alike)} of {counted(told, 'line')} {verb} true with another company’s name."


def _cut(quote: Quote) -> str:
    return in_quotes(shown(bounded(quote.text, 100)))


def write_versus(versus: Versus, folder: Path, formats: Collection[str]) -> dict[str, Path]:
    """Write the asked-for formats (html, md, json) as ``compare.*`` into ``folder``; raises OutputError."""
    made = {"html": versus_html, "md": versus_markdown, "json": versus_json}
    written = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in formats:
            path = folder / f"compare.{name}"
            part = path.with_name(path.name + ".part")
            part.write_text(made[name](versus), encoding="utf-8", newline="\n")
            written[name] = part.replace(path)
    except OSError as error:
        raise OutputError(f"Cannot write to {folder}: {error.strerror or error}; choose another --to.") from None
    return written
