"""Sizes in a workshop's copy: how large a piece can be turned, milled, bent, and what a list of machines says of it.

Pure functions over text. A size is in inches; its dimension (diameter, length, travel) and its process (turning,
milling) are named the same however the text writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.cues import rare


@dataclass(frozen=True, slots=True)
class Size:
    """One size: its dimension ("size" where none is named), its value in inches, the words, and what stands before."""

    dimension: str
    inches: float
    words: str
    before: str


_LENGTH = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:[\s-](?P<fraction>\d/\d{1,2}))?\s*"
    r"(?P<unit>\"|”|″|''|in\b|in\.|inch(?:es)?\b|mm\b|cm\b|ft\b|feet\b|['’′](?!\w)|m\b)"
)
_DIMENSION = r"(?P<dimension>diameters?|dia\b\.?|lengths?|long|widths?|wide|heights?|high|tall|thick(?:ness)?|travels?|swing|[xyz][- ]axis)(?!-)"
_CLAIMED = (
    re.compile(
        rf"\b{_DIMENSION}\s+(?:of\s+)?(?:up\s+)?to\s+{_LENGTH}(?!\s*(?:tall|long|wide|high|thick|deep|in dia|dia))",
        re.I,
    ),
    rare(rf"\b(?:up\s+)?to\s+{_LENGTH}\s*(?:in\s+|inches\s+in\s+)?{_DIMENSION}", re.I),
    rare(
        r"\b(?:turning|milling|grinding|boring|sawing|cutting|rolling|bending|shearing|machining)\s+(?:capacity\s+)?(?:of\s+)?"
        rf"(?:up\s+)?to\s+{_LENGTH}(?P<dimension>)(?!\s*(?:dia|long|wide|high|tall|in dia))",
        re.I,
    ),
)
_LISTED = (
    re.compile(rf"\b{_DIMENSION}\s*[:=]?\s*(?:of\s+|is\s+)?{_LENGTH}", re.I),
    re.compile(rf"(?<!to )(?<![\d.,-]){_LENGTH}\s*{_DIMENSION}", re.I),
)
_FINE = r"(?:±|\+\s?/\s?-|plus or minus|plus/minus)?\s*(?P<number>\d*\.\d+|\d{1,3})\s*(?P<unit>\"|”|″|in\b\.?|inch(?:es)?\b|mm\b|thousandths?\b|microns?\b|µm|μm)"
_FORCE = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)[\s-]*(?P<unit>tons?|tonnes?|t)\b"
_EXACT = (
    rare(rf"\btoleranc(?:e|es|ing)\b[^.;!?\d±]{{0,40}}{_FINE}(?P<dimension>)", re.I),
    rare(rf"{_FINE}\s+(?:\w+\s+)?(?P<dimension>toleranc(?:e|es|ing))\b", re.I),
    rare(
        rf"\bwithin\s+{_FINE}(?P<dimension>)(?=[^.;!?]{{0,30}}\b(?:accura|toleranc|of (?:the )?(?:print|drawing|nominal))|\s*[.!]?$)",
        re.I,
    ),
)
_PRESSED = (
    re.compile(
        rf"\b(?:press(?:es|ing|ed)?|stamp(?:ing|ed)?|brakes?|mo(?:u)?lding|forg\w+)\b[^.;!?]{{0,40}}?\b(?:up )?to\s+{_FORCE}(?P<dimension>)",
        re.I,
    ),
)
_PLACED = (re.compile(rf"(?<!to )(?<![\d.,-]){_FORCE}(?P<dimension>)", re.I),)
_INCHES = {
    "mm": 1 / 25.4,
    "micron": 1 / 25400,
    "microns": 1 / 25400,
    "µm": 1 / 25400,
    "μm": 1 / 25400,
    "thousandth": 0.001,
    "thousandths": 0.001,
    "cm": 1 / 2.54,
    "m": 39.37,
    "ft": 12.0,
    "feet": 12.0,
    "'": 12.0,
    "’": 12.0,
    "′": 12.0,
}
_SAME = {
    "dia": "diameter", "long": "length", "wide": "width", "high": "height", "tall": "height", "thick": "thickness",
    "tons": "tonnage", "ton": "tonnage", "force": "tonnage", "tolerancing": "tolerance", "x-axi": "travel", "x axi": "travel", "y-axi": "cross travel", "y axi": "cross travel", "z-axi": "height", "z axi": "height",
}  # fmt: skip
_PROCESS = {
    "turn": "turning", "lathe": "turning", "swiss": "turning", "mill": "milling", "machining center": "milling",
    "machining centre": "milling", "vmc": "milling", "hmc": "milling", "grind": "grinding", "boring": "boring", "saw": "sawing",
    "bend": "bending", "press brake": "bending", "shear": "shearing", "rolling": "rolling", "weld": "welding", "drawn": "drawing",
}  # fmt: skip
_STEM = rare(rf"\b(?:{'|'.join(_PROCESS)})", re.I)
_HEADER = re.compile(
    r"\b(?:(?P<dimension>diameter|dia|length|width|height|thickness|travels?|swing|capacity|toleranc(?:es?|ing)|tonnage|tons|force)\b|(?P<axis>[xyz])\b(?:[- ]axis)?)",
    re.I,
)


_UP_TO = re.compile(r"[Oo]\s+\d")
"""What lengths and forces have before them: a cheap look first."""


def claimed(text: str) -> Iterator[Size]:
    """The sizes, forces (in tons) and tolerances up to which a text says that pieces are worked."""
    up_to = _UP_TO.search(text) is not None
    for pattern in _CLAIMED if up_to else ():
        for match in pattern.finditer(text):
            yield _size(match, text)
    yield from _exact(text)
    if up_to:
        yield from _forces(_PRESSED, text)


def _exact(text: str) -> Iterator[Size]:
    """Tolerances; one value is read once."""
    if "toleranc" not in text.casefold() and "within" not in text.casefold():
        return
    ends = -1
    for pattern in _EXACT:
        for match in pattern.finditer(text):
            value = _inches(match)
            if match.start() > ends and 0 < value < 0.25:
                ends = match.end()
                yield Size("tolerance", round(value, 6), text[match.start() : match.end()], text[: match.end()])


def _forces(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[Size]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            value = float(match["number"].replace(",", ""))
            yield Size("tonnage", value, text[match.start() : match.end()], text[: match.end()])


def listed(text: str) -> Iterator[Size]:
    """The sizes that an entry of a list of machines names with their dimension."""
    for pattern in _LISTED:
        for match in pattern.finditer(text):
            yield _size(match, text)
    if re.search(r"press|brake|stamp|mould|mold|forg", text, re.I):
        yield from _forces(_PLACED, text)


def best(dimension: str, text: str, label: str = "") -> float | None:
    """The best value of a cell: its largest length in inches or force in tons, its closest tolerance; None if none.

    ``label`` is the header over it, which may name the unit.
    """
    if dimension == "tolerance":
        unit = " mm" if re.search(r"\bmm\b", label, re.I) else '"'
        fine = [_inches(match) for match in re.finditer(_FINE, text)] or [
            _inches(match) for match in re.finditer(_FINE, text.strip() + unit)
        ]
        return round(min(fine), 6) if fine else None
    if dimension == "tonnage":
        forces = re.findall(r"\d{1,3}(?:,\d{3})+|\d+", text)
        return max(float(force.replace(",", "")) for force in forces) if forces else None
    found = [_inches(match) for match in re.finditer(_LENGTH, text)]
    return max(found) if found else None


def dimension_of(label: str) -> str:
    """The dimension that the label of a column or row names, or ""."""
    match = _HEADER.search(label)
    if match is None:
        return ""
    return _name(match["dimension"]) if match["dimension"] else _SAME[f"{match['axis'].casefold()}-axi"]


def process_of(*texts: str, before: str = "") -> str:
    """The process that is named last in ``before``, else first in the first telling text; "" where none is."""
    named = _STEM.findall(before)[-1:] or [match[0] for text in texts if (match := _STEM.search(text))]
    return _PROCESS[named[0].casefold()] if named else ""


def _size(match: re.Match[str], text: str) -> Size:
    words = text[match.start() : match.end()]
    return Size(_name(match["dimension"]) or "size", round(_inches(match), 3), words, text[: match.end()])


def _inches(match: re.Match[str]) -> float:
    value = float(match["number"].replace(",", ""))
    if match.groupdict().get("fraction"):
        top, _, bottom = match["fraction"].partition("/")
        value += int(top) / max(1, int(bottom))
    return value * _INCHES.get(match["unit"].casefold(), 1.0)


def _name(word: str) -> str:
    word = word.casefold().rstrip(".")
    word = word if word.endswith("ness") else word.rstrip("s")
    return _SAME.get(word, word)
