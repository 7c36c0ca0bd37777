"""Tables of a page, rebuilt from the places of their cells: what stands under which header, in which row."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from auditor.model import Copy, JudgedPage, Role


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its heading, its header cells and its rows, as far as the cells' places tell."""

    page: JudgedPage
    heading: str
    header: tuple[Copy, ...]
    rows: tuple[tuple[Copy, ...], ...]


def tables(page: JudgedPage) -> list[Table]:
    """The tables of a page that have a header and at least one row."""
    cells: dict[str, dict[tuple[int, int], dict[int, Copy]]] = defaultdict(lambda: defaultdict(dict))
    for copy in page.copy:
        match = _CELL.search(copy.unit.selector) if copy.unit.role is Role.CELL else None
        if match:
            part = 0 if match["part"] == "thead" else 1
            cells[copy.unit.selector[: match.start()] + (match["nth"] or "")][
                (part, int(match["row"] or 1))
            ].setdefault(int(match["column"] or 1), copy)
    found = []
    for rows in cells.values():
        order = sorted(rows)
        lines = [tuple(rows[key][column] for column in sorted(rows[key])) for key in order]
        if len(lines) > 1 and len(lines[0]) > 1:
            found.append(Table(page, lines[0][0].unit.heading, lines[0], tuple(lines[1:])))
    return found


_CELL = re.compile(
    r"table(?P<nth>:nth-of-type\(\d+\))?(?: > (?P<part>thead|tbody|tfoot))?(?:[: >\w()-]*?)?tr(?::nth-of-type\((?P<row>\d+)\))?"
    r" > t[dh](?::nth-of-type\((?P<column>\d+)\))?"
)
