"""A guess at how far down the page each block stands, from markup alone.

No browser is asked: boxes are stacked with the heights that their text would have in a column of the width they seem
to get (grids, flex rows, Bootstrap and Tailwind columns, the page's own style where it is simple). The figure serves
one question: which screen of a 1280 x 720 window a text stands on.
"""

from __future__ import annotations

import math
import re

from auditor.extract.blocks import Block, Box, Picture, Walked
from auditor.extract.styles import WIDTH
from auditor.model import Region

SCREEN = 720.0
"""Height of the visitor's window, CSS pixels."""
COLUMN = 1140.0
"""Width of a page's main column where its own style does not say."""
HEADER = 84.0
"""Height of a site's header bar."""

_SIZES = {"h1": 46.0, "h2": 34.0, "h3": 21.0, "h4": 18.0, "h5": 16.0, "h6": 15.0, "li": 15.5, "td": 15.0, "th": 15.0}
_MARGINS = {"h1": 20.0, "h2": 18.0, "h3": 12.0, "h4": 10.0, "h5": 8.0, "h6": 8.0, "p": 16.0, "li": 6.0, "tr": 4.0, "table": 16.0}
_TAILWIND = {"xs": 12, "sm": 14, "base": 16, "lg": 18, "xl": 20, "2xl": 24, "3xl": 30, "4xl": 36, "5xl": 48, "6xl": 60, "7xl": 72}
_TEXT_SIZE = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):)?text-(?:(xs|sm|base|lg|[2-7]?xl)|\[(\d+)px\])(?=\s|$)")
_GRID_COLUMNS = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):)?grid-cols-(\d+)(?=\s|$)")
_COLUMN_SHARE = re.compile(r"(?:^|\s)(?:col-(?:xs|sm|md|lg|xl)-(\d+)|col-(\d+)|span(\d+)|grid_(\d+)|(?:sm|md|lg)?:?w-(\d)/(\d+))(?=\s|$)")
_ROW = re.compile(r"(?:^|[\s_-])(?:row|grid|cols?|columns?|cards|flex|tiles|split|two-col|three-col|stats)(?=[\s_-]|\d|$)", re.IGNORECASE)
_HERO = re.compile(r"(?:^|[\s_-])(?:hero|jumbotron|banner|masthead|splash|showcase|slider|carousel|slideshow)(?=[\s_-]|$)", re.IGNORECASE)
_WRAP = re.compile(r"(?:^|[\s_-])(?:container|wrap|wrapper|inner|content|max-w-\S+|row)(?=[\s_-]|\d|$)", re.IGNORECASE)
_SMALL_PICTURE = re.compile(r"icon|logo|avatar|star|badge|flag|sprite|bullet|arrow", re.IGNORECASE)


def place(walked: Walked) -> None:
    """Give every box and block its guessed distance from the top, and copy its screen."""
    for box in walked.boxes:
        _measure_width(box)
    for box in reversed(walked.boxes):
        box.height = _height(box)
    for box in walked.boxes:
        _stack(box)
    for block in walked.blocks:
        if block.region is Region.MAIN:
            if block.top < SCREEN:
                block.region = Region.FIRST
            elif block.top < 2 * SCREEN:
                block.region = Region.SECOND
    for box in walked.boxes:
        if box.region is Region.MAIN:
            box.region = Region.FIRST if box.top < SCREEN else Region.SECOND if box.top < 2 * SCREEN else Region.MAIN


def _measure_width(box: Box) -> None:
    """The width a box seems to get, and how many columns it sets its boxes in."""
    outer = box.parent
    if outer is None:
        box.width = float(WIDTH)
    else:
        width = outer.width
        share = _COLUMN_SHARE.search(box.names) if box.names else None
        if share:
            width = width * _share(share)
        elif outer.columns > 1:
            width = width / outer.columns
        look = box.look
        if look is not None and 80 < look.width < width:
            width = look.width
        elif outer.width > COLUMN and (box.tag in ("main", "article") or (box.names and _WRAP.search(box.names))):
            width = COLUMN
        box.width = max(120.0, width)
    box.columns = _columns(box)


def _share(found: re.Match[str]) -> float:
    """The share of the row's width that a column class names."""
    if found[5]:
        return min(1.0, int(found[5]) / max(1, int(found[6])))
    twelfths = int(next(group for group in found.groups()[:4] if group))
    return min(1.0, max(1, twelfths) / 12)


def _columns(box: Box) -> int:
    """How many boxes stand side by side in a box."""
    inner = [item for item in box.items if isinstance(item, Box) and not item.folded and item.words]
    count = len(inner)
    if count < 2:
        return 1
    if box.tag == "tr":
        return min(count, 8)
    look, names = box.look, box.names
    if look is not None and (look.columns or look.display):
        if look.columns:
            return min(look.columns, count)
        if look.display in ("flex", "inline-flex"):
            return 1 if look.stacked else min(count, 4)
        if look.display == "grid":
            return 1
    if not names:
        return 1
    tailwind = [int(number) for number in _GRID_COLUMNS.findall(names)]
    if tailwind:
        return min(max(tailwind), count)
    tokens = names.split()
    if "flex" in tokens or "d-flex" in tokens:
        stacked = any(token in ("flex-col", "flex-column") for token in tokens)
        widened = any(token in ("sm:flex-row", "md:flex-row", "lg:flex-row", "flex-md-row", "flex-lg-row") for token in tokens)
        return 1 if stacked and not widened else min(count, 4)
    if any(item.names and _COLUMN_SHARE.search(item.names) for item in inner):
        return 2 if count == 2 else min(count, 3)
    if _ROW.search(names) and box.tag not in ("body", "main", "form"):
        return min(count, 3)
    return 1


def _size(box: Box) -> float:
    """The font size of text in a box."""
    look = box.look
    if look is not None and look.size:
        return look.size
    if box.names and "text-" in box.names:
        sizes = [float(_TAILWIND[name] if name else number) for name, number in _TEXT_SIZE.findall(box.names)]
        if sizes:
            return max(sizes)
    return _SIZES.get(box.tag, 16.0)


def _text_height(block: Block, box: Box) -> float:
    """The height that a block's text takes."""
    if block.folded:
        return 0.0
    size = _size(box)
    lines = 0
    fits = max(8.0, box.width / (0.5 * size))
    if len(block.pieces) > 1 and sum(len(piece.text) for piece in block.pieces) < fits:
        lines = 1
    else:
        for piece in block.pieces:
            lines += math.ceil(len(piece.text) / fits)
    return lines * size * (1.2 if box.level else 1.5)


def _picture_height(picture: Picture, box: Box) -> float:
    """The height that a picture takes."""
    if picture.folded or picture.box.region is Region.NAV:
        return 0.0
    if picture.height:
        scale = min(1.0, box.width / picture.width) if picture.width else 1.0
        return min(600.0, picture.height * scale)
    if _SMALL_PICTURE.search(picture.src) or _SMALL_PICTURE.search(box.names):
        return 40.0
    return min(220.0, 0.5 * box.width)


def _room(box: Box) -> tuple[float, float]:
    """The room above and below the content of a box."""
    look = box.look
    if look is not None and (look.top or look.bottom):
        return look.top, look.bottom
    if box.tag == "section" or (box.names and _HERO.search(box.names) and box.headings):
        return (56.0, 56.0)
    return _MARGINS.get(box.tag, 0.0) / 2, _MARGINS.get(box.tag, 0.0) / 2


def _height(box: Box) -> float:
    """The height of a box from the heights of what is in it."""
    if box.folded or box.overlay or box.menu:
        return 0.0
    if box.region is Region.NAV:
        outer = box.parent
        if outer is not None and outer.region is Region.NAV:
            return 0.0
        return HEADER if box.words or box.items else 0.0
    if box.look is not None and box.look.absolute:
        return 0.0
    content = _content(box)
    top, bottom = _room(box)
    height = content + (top + bottom if content else min(top + bottom, 40.0))
    if box.look is not None:
        height = max(height, min(box.look.least, SCREEN), min(box.look.height, 900.0))
    return height


def _content(box: Box) -> float:
    """The height of the things in a box, side by side where it sets them so."""
    total = row = 0.0
    in_row = 0
    for item in box.items:
        if isinstance(item, Box):
            height = item.height
            if box.columns > 1 and item.words:
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
            if box.columns > 1 or (box.parent is not None and box.parent.columns > 1 and box.words > 15):
                height = min(height, 60.0)
        total += height
    return total + row


def _stack(box: Box) -> None:
    """Give the things in a box their distance from the top."""
    top, _ = _room(box)
    content = _content(box)
    if box.look is not None:
        least = max(min(box.look.least, SCREEN), min(box.look.height, 900.0))
        if least > content + 2 * top and box.look.display in ("flex", "grid"):
            top = (least - content) / 2
    cursor = box.top + (top if content else 0.0)
    row = 0.0
    in_row = 0
    for item in box.items:
        if isinstance(item, Box):
            item.top = cursor
            if box.columns > 1 and item.words:
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
            cursor += _picture_height(item, box)
