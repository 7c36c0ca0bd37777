"""A guess at how far down the page each block stands, from markup alone.

No browser is asked: boxes are stacked with the heights that their text would have in a column of the width they seem
to get (grids, flex rows, Bootstrap and Tailwind columns, the page's own style where it is simple). The figure serves
one question: which screen of a 1280 x 720 window a text stands on.
"""

from __future__ import annotations

import math
import re

from auditor.extract.styles import WIDTH
from auditor.extract.tree import Block, Box, Picture, Walked
from auditor.model import Region

_SMALL_PICTURE = re.compile(r"icon|logo|avatar|star|badge|flag|sprite|bullet|arrow")
SCREEN = 720.0
"""Height of the visitor's window, CSS pixels."""
COLUMN = 1140.0
"""Width of a page's main column where its own style does not say."""
HEADER, TRAIL = 76.0, 32.0
"""Heights of a site's header, and of a breadcrumb or another thin bar."""
BUTTON = 22.0
"""What a button or a form's field is higher than its text."""
SECTION = 64.0
"""Room above and below the content of a section."""
HERO, OPENING, TITLE_BAND = 560.0, 420.0, 240.0
"""Least heights of a hero with a call to action, of a first section with one, and of a band with a page's title."""
TEXT_COLUMN = 720.0
"""Width that running text seldom exceeds."""

_MAIN, _NAV = Region.MAIN, Region.NAV
_SIZES = {"h1": 46.0, "h2": 34.0, "h3": 21.0, "h4": 18.0, "h5": 16.0, "h6": 15.0}
_MARGINS = {
    "h1": 20.0,
    "h2": 18.0,
    "h3": 12.0,
    "h4": 10.0,
    "h5": 8.0,
    "h6": 8.0,
    "p": 16.0,
    "li": 6.0,
    "tr": 4.0,
    "table": 16.0,
}


def place(walked: Walked) -> None:
    """Give every box and block its guessed distance from the top, and copy its screen."""
    _find_opening(walked)
    for box in walked.boxes:
        _measure_width(box)
    for box in reversed(walked.boxes):
        box.height = _height(box)
    for box in walked.boxes:
        _stack(box)
    for block in walked.blocks:
        if block.region is _MAIN:
            if block.top < SCREEN:
                block.region = Region.FIRST
            elif block.top < 2 * SCREEN:
                block.region = Region.SECOND
    for box in walked.boxes:
        if box.region is _MAIN and box.top < 2 * SCREEN:
            box.region = Region.FIRST if box.top < SCREEN else Region.SECOND


def _find_opening(walked: Walked) -> None:
    """Mark the outermost section or hero that opens the page."""
    for box in walked.boxes:
        if not box.region.is_copy or not box.words or box.folded:
            continue
        named = box.traits.hero and (box.headings or box.tag == "header") and box.words <= 160
        plain = box.tag in ("section", "header") and box.top_heading and box.words <= 110
        if named or plain:
            box.opens = True
            return
        if box.longest > 20 and box.first_block > 0 and not box.top_heading:
            return


def _measure_width(box: Box) -> None:
    """The width a box seems to get, and how many columns it sets its boxes in."""
    outer = box.parent
    if outer is None:
        box.width = float(WIDTH)
    else:
        width = outer.width
        if box.traits.share:
            width = width * box.traits.share
        elif outer.columns > 1:
            width = width / outer.columns
        look = box.look
        if look is not None and 80 < look.width < width:
            width = look.width
        elif outer.width > COLUMN and (box.tag in ("main", "article") or box.traits.wrap):
            width = COLUMN
        box.width = max(120.0, width)
    box.size = _size(box)
    box.columns = _columns(box)


def _columns(box: Box) -> int:
    """How many boxes stand side by side in a box."""
    if len(box.items) < 2:
        return 1
    inner = [item for item in box.items if isinstance(item, Box) and _flows(item)]
    count = len(inner)
    if count < 2:
        return 1
    if count <= 3 and _beside(inner[0], inner[1]):
        return 2
    if count > 2 and box.tag in ("ul", "div", "p") and box.traits.pills and box.longest <= 6:
        return min(count, 6)
    if box.tag == "tr":
        return min(count, 8)
    look, said = box.look, box.traits
    if look is not None and (look.columns or look.display):
        if look.columns:
            return min(look.columns, count)
        if look.display in ("flex", "inline-flex"):
            return 1 if look.stacked else min(count, 4)
        if look.display == "grid":
            return 1
    if said.columns:
        return min(said.columns, count)
    if said.flex:
        return min(count, 4)
    shares = [item.traits.share for item in inner if item.traits.share]
    if shares:
        return max(1, min(count, round(len(shares) / sum(shares))))
    if said.row and box.tag not in ("body", "main", "form"):
        return min(count, 3)
    return 1


def _flows(box: Box) -> bool:
    """Whether a box takes room among its neighbours."""
    return (
        bool(box.words or box.items)
        and not (box.folded or box.overlay or box.menu)
        and not (box.look is not None and box.look.absolute)
    )


def _floats(box: Box) -> bool:
    """Whether a box is a column beside the text (a side bar), which takes no height from what follows it."""
    return box.parent is not None and box.parent.columns == 1 and box.traits.floating


def _beside(one: Box, other: Box) -> bool:
    """Whether of two boxes one holds text under a heading and the other a picture, drawing or form beside it."""
    text, visual = (one, other) if one.words >= other.words else (other, one)
    if text.tag in ("header", "nav", "section") or visual.tag in ("header", "nav", "section", "footer"):
        return False
    return bool(text.headings) and text.words >= 12 and _visual(visual) and visual.words <= 0.5 * text.words


def _visual(box: Box) -> bool:
    """Whether a box is mostly a picture, a drawing or a form (looked for a few levels down)."""
    level = [box]
    for _ in range(4):
        deeper: list[Box] = []
        for inner in level[:6]:
            if inner.tag in ("svg", "form"):
                return True
            for item in inner.items[:6]:
                if isinstance(item, Picture):
                    return not _SMALL_PICTURE.search(item.src.lower())
                if isinstance(item, Box):
                    deeper.append(item)
        level = deeper
    return False


def _size(box: Box) -> float:
    """The font size of text in a box: its own where it is known, else that around it."""
    look = box.look
    if look is not None and look.size:
        return look.size
    return box.traits.size or _SIZES.get(box.tag) or (box.parent.size if box.parent is not None else 16.0)


def _text_height(block: Block, box: Box) -> float:
    """The height that a block's text takes."""
    if block.folded:
        return 0.0
    size = box.size
    fits = max(8.0, (min(box.width, TEXT_COLUMN) if not box.level else min(box.width, 900.0)) / (0.5 * size))
    pieces = block.pieces
    if len(pieces) == 1:
        lines = math.ceil(len(pieces[0].text) / fits)
        button = pieces[0].button
    else:
        lengths = [len(piece.text) for piece in pieces]
        lines = 1 if sum(lengths) < fits else sum([math.ceil(length / fits) for length in lengths])
        button = any(piece.button for piece in pieces)
    padded = BUTTON if button or block.control else 0.0
    return lines * size * (1.2 if box.level else 1.5) + padded


def _drawn(box: Box) -> float:
    """The height of a drawing: small ones are icons."""
    height = re.match(r"\d{1,4}", box.attributes.get("height", ""))
    if height:
        return float(height[0])
    view = box.attributes.get("viewbox", box.attributes.get("viewBox", "")).replace(",", " ").split()
    if len(view) == 4 and view[2].replace(".", "").isdigit() and view[3].replace(".", "").isdigit():
        wide, high = float(view[2]), float(view[3])
        if wide > 100 and box.words:
            return min(box.width, 600.0) * high / max(wide, 1.0)
    return 0.0


def _picture_height(picture: Picture, box: Box) -> float:
    """The height that a picture takes."""
    if picture.folded or picture.box.region is Region.NAV:
        return 0.0
    if picture.height:
        scale = min(1.0, box.width / picture.width) if picture.width else 1.0
        return min(600.0, picture.height * scale)
    if _SMALL_PICTURE.search(picture.src.lower()) or box.traits.small:
        return 40.0
    return min(300.0, 0.6 * box.width)


def _room(box: Box) -> tuple[float, float]:
    """The room above and below the content of a box."""
    look = box.look
    if look is not None and (look.top or look.bottom):
        return look.top, look.bottom
    if box.traits.room is not None:
        return box.traits.room
    if _spacious(box):
        return (SECTION, SECTION) if box.parent is None or not _spacious(box.parent) else (0.0, 0.0)
    room = _MARGINS.get(box.tag, 0.0) / 2
    return room, room


def _least(box: Box) -> float:
    """The height that a box has at least."""
    told = box.traits.least
    if box.look is not None:
        told = max(told, min(box.look.least, SCREEN), min(box.look.height, 900.0))
    return told or _opening(box)


def _opening(box: Box) -> float:
    """The least height of the page's opening: what stands first, with the main heading and little else."""
    if not box.opens or (box.look is not None and (box.look.top or box.look.bottom)) or box.traits.room is not None:
        return 0.0
    if not (box.links or box.buttons):
        return TITLE_BAND  # an inner page's heading with a line below it asks for nothing
    return HERO if box.traits.hero else OPENING


def _spacious(box: Box) -> bool:
    """Whether a box is a section with room around its content."""
    return box.tag == "section" or (box.traits.hero and box.headings > 0)


def _height(box: Box) -> float:
    """The height of a box from the heights of what is in it."""
    if box.folded or box.overlay or box.menu:
        return 0.0
    if box.region is _NAV:
        outer = box.parent
        if outer is not None and outer.region is _NAV:
            return 0.0
        if not (box.words or box.items):
            return 0.0
        if outer is not None and outer.tag == "header" and len(outer.items) > 1:
            return HEADER / 2
        thin = box.traits.trail or box.traits.bar or (box.tag != "nav" and box.words <= 6 and not box.pictures)
        return TRAIL if box.tag != "header" and thin else HEADER
    if box.tag == "svg":
        return min(_drawn(box), 480.0)
    if box.tag == "marquee":
        return 160.0
    if box.look is not None and box.look.absolute:
        return 0.0
    box.content = content = _content(box)
    top, bottom = _room(box)
    height = content + (top + bottom if content else min(top + bottom, 40.0))
    return max(height, _least(box))


def _content(box: Box) -> float:
    """The height of the things in a box, side by side where it sets them so."""
    total = row = beside = 0.0
    in_row = pictures = 0
    for item in box.items:
        if isinstance(item, Box):
            height = item.height
            if _floats(item):
                beside = max(beside, total + height)
                continue
            if box.columns > 1 and _flows(item):
                row = max(row, height)
                in_row += 1
                if in_row == box.columns:
                    total += row
                    row, in_row = 0.0, 0
                continue
        elif isinstance(item, Block):
            height = _text_height(item, box)
            item.height = height
        else:
            height = _picture_height(item, box)
            pictures += 1
            if pictures > 1 and (pictures - 1) % 4:
                height = 0.0
        total += height
    return max(total + row, beside)


def _stack(box: Box) -> None:
    """Give the things in a box their distance from the top."""
    if not box.items:
        return
    if box.top >= 2 * SCREEN:  # below both screens: it is asked no more how far
        for item in box.items:
            if not isinstance(item, Picture):
                item.top = box.top
        return
    top, _ = _room(box)
    content = box.content
    least = _least(box)
    centred = box.opens or box.traits.centred or (box.look is not None and box.look.display in ("flex", "grid"))
    if least > content + 2 * top and centred:
        top = (least - content) / 2
    cursor = box.top + (top if content else 0.0)
    row = 0.0
    in_row = pictures = 0
    if box.tag in ("svg", "marquee"):
        for item in box.items:
            if not isinstance(item, Picture):
                item.top = box.top
        return
    for item in box.items:
        if isinstance(item, Box):
            item.top = cursor
            if _floats(item):
                continue
            if box.columns > 1 and _flows(item):
                row = max(row, item.height)
                in_row += 1
                if in_row == box.columns:
                    cursor += row
                    row, in_row = 0.0, 0
                continue
            cursor += item.height
        elif isinstance(item, Block):
            item.top = cursor
            cursor += item.height
        else:
            pictures += 1
            if pictures == 1 or (pictures - 1) % 4 == 0:
                cursor += _picture_height(item, box)
