"""Sizes in a workshop's copy: how large a piece can be turned, milled, bent, and what a list of machines says of it.

Pure functions over text. A size is in inches; its dimension (diameter, length, travel) and its process (turning,
milling) are named the same however the text writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


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
    re.compile(rf"\b(?:up\s+)?to\s+{_LENGTH}\s*(?:in\s+|inches\s+in\s+)?{_DIMENSION}", re.I),
    re.compile(
        r"\b(?:turning|milling|grinding|boring|sawing|cutting|rolling|bending|shearing|machining)\s+(?:capacity\s+)?(?:of\s+)?"
        rf"(?:up\s+)?to\s+{_LENGTH}(?P<dimension>)(?!\s*(?:dia|long|wide|high|tall|in dia))",
        re.I,
    ),
)
_LISTED = (
    re.compile(rf"\b{_DIMENSION}\s*[:=]?\s*(?:of\s+|is\s+)?{_LENGTH}", re.I),
    re.compile(rf"(?<!to )(?<![\d.,-]){_LENGTH}\s*{_DIMENSION}", re.I),
)
_INCHES = {"mm": 1 / 25.4, "cm": 1 / 2.54, "m": 39.37, "ft": 12.0, "feet": 12.0, "'": 12.0, "’": 12.0, "′": 12.0}
_SAME = {
    "dia": "diameter", "long": "length", "wide": "width", "high": "height", "tall": "height", "thick": "thickness",
    "x-axi": "travel", "x axi": "travel", "y-axi": "cross travel", "y axi": "cross travel", "z-axi": "height", "z axi": "height",
}  # fmt: skip
_PROCESS = {
    "turn": "turning", "lathe": "turning", "swiss": "turning", "mill": "milling", "machining center": "milling",
    "machining centre": "milling", "vmc": "milling", "hmc": "milling", "grind": "grinding", "boring": "boring", "saw": "sawing",
    "bend": "bending", "press brake": "bending", "shear": "shearing", "rolling": "rolling", "weld": "welding", "drawn": "drawing",
}  # fmt: skip
_STEM = re.compile(rf"\b(?:{'|'.join(_PROCESS)})", re.I)
_HEADER = re.compile(
    r"\b(?:(?P<dimension>diameter|dia|length|width|height|thickness|travels?|swing|capacity)\b|(?P<axis>[xyz])\b(?:[- ]axis)?)",
    re.I,
)


def claimed(text: str) -> Iterator[Size]:
    """The sizes up to which a text says that pieces are worked."""
    for pattern in _CLAIMED:
        for match in pattern.finditer(text):
            yield _size(match, text)


def listed(text: str) -> Iterator[Size]:
    """The sizes that an entry of a list of machines names with their dimension."""
    for pattern in _LISTED:
        for match in pattern.finditer(text):
            yield _size(match, text)


def lengths(text: str) -> list[float]:
    """Every length of a cell, in inches."""
    return [_inches(match) for match in re.finditer(_LENGTH, text)]


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
    if match["fraction"]:
        top, _, bottom = match["fraction"].partition("/")
        value += int(top) / max(1, int(bottom))
    return value * _INCHES.get(match["unit"].casefold(), 1.0)


def _name(word: str) -> str:
    word = word.casefold().rstrip(".")
    word = word if word.endswith("ness") else word.rstrip("s")
    return _SAME.get(word, word)
