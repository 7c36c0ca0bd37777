"""What a walk over a page makes: boxes, and the blocks of text, pictures and links in them.

A *box* is a block-level element; a *block* is a run of inline text in a box, as a browser would set it on its own line
or lines; a *piece* (:mod:`auditor.extract.inline`) is a part of a block that stands for itself. Regions and the layout
write their findings into these.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from auditor.extract.inline import Piece
from auditor.extract.names import Traits
from auditor.extract.styles import Look
from auditor.model import Region, Role

COPY = (Region.FIRST, Region.SECOND, Region.MAIN)
"""The regions of the page's own copy (``Region.is_copy``, without the cost of a call)."""

DEEPEST = 60
"""Boxes on the way to a box that its selector names; what a second ``<body>`` holds counts as deeper than that."""


class Box(Struct, eq=False):
    """A block-level element with something in it. ``items`` are boxes, blocks and images in order of the page."""

    number: int
    parent: Box | None
    tag: str
    traits: Traits
    step: str
    identity: str = ""
    role: str = ""
    look: Look | None = None
    folded: bool = False
    overlay: bool = False
    menu: bool = False
    href: str = ""
    level: int = 0
    kind: Role | None = None
    quote: bool = False
    attributes: dict[str, str] = {}
    items: list[Box | Block | Picture] = []
    selector: str = ""
    depth: int = 0
    path: str | None = None
    first_block: int = 0
    words: int = 0
    link_words: int = 0
    nav_words: int = 0
    pictures: int = 0
    buttons: int = 0
    links: int = 0
    longest: int = 0
    headings: int = 0
    top_heading: bool = False
    rights: bool = False
    released: bool = False
    opens: bool = False
    region: Region = Region.MAIN
    top: float = 0.0
    height: float = 0.0
    content: float = 0.0
    width: float = 0.0
    columns: int = 1
    size: float = 16.0


class Block(Struct, eq=False):
    """A run of text set by itself."""

    box: Box
    pieces: list[Piece]
    words: int
    folded: bool
    kind: Role | None = None
    region: Region = Region.MAIN
    top: float = 0.0
    height: float = 0.0
    cite: str = ""
    control: bool = False


class Picture(Struct, eq=False):
    """An image, where it stands."""

    box: Box
    src: str
    alt: str | None
    width: int = 0
    height: int = 0
    folded: bool = False


FRAMED = "framed"
"""The ``rel`` of what is no link and shows another page within this one: it counts where that is the site's own."""


class Anchor(Struct, eq=False):
    """A link, where it stands."""

    box: Box
    href: str
    text: str
    rel: str
    url: str = ""
    plain: bool = False
    """True where nothing in its markup but an address gives it a purpose."""


@dataclass(slots=True)
class Walked:
    """What one walk over a page gives; ``cut`` where the page has more elements than are read."""

    boxes: list[Box]
    blocks: list[Block]
    pictures: list[Picture]
    anchors: list[Anchor]
    comments: list[str]
    scripts: int = 0
    passwords: int = 0
    cut: bool = False
