"""Where things stand on a page: navigation, footer, aside, overlay, or the copy itself.

Tags and roles decide first, names (classes, ids) second, and where both are silent the share of words that are links:
old sites set their menus in tables and lists.
"""

from __future__ import annotations

import re

from auditor.extract.names import NONE
from auditor.extract.tree import Box, Walked
from auditor.model import Region

_MENU_ROLES = ("navigation", "menu", "menubar")
_SETTLED = (Region.NAV, Region.FOOTER, Region.OVERLAY)
"""Regions in which everything is of the same region."""
_RIGHTS = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|copyright|all rights reserved", re.IGNORECASE)


def measure(walked: Walked) -> None:
    """Add up, bottom to top, what each box holds: words, words in links, the longest text, headings."""
    for block in walked.blocks:
        box = block.box
        box.words += block.words
        for piece in block.pieces:
            if len(piece.text) < 200 and _reserves(piece.text):
                box.rights = True
            if piece.words > box.longest:
                box.longest = piece.words
            if piece.button:
                box.buttons += 1
            if piece.href:
                box.link_words += piece.words
                box.links += 1
        if box.level and block.words:
            box.headings += 1
            box.top_heading = box.top_heading or box.level == 1
    for picture in walked.pictures:
        picture.box.pictures += 1
    for box in reversed(walked.boxes):
        outer = box.parent
        if outer is not None and (
            (not box.overlay and not box.menu) or (box.overlay == outer.overlay and box.menu == outer.menu)
        ):
            nav = box.tag == "nav" or box.role in _MENU_ROLES
            outer.words += box.words
            outer.pictures += box.pictures
            outer.buttons += box.buttons
            outer.nav_words += box.words if nav else box.nav_words
            outer.link_words += box.link_words
            outer.links += box.links
            outer.top_heading = outer.top_heading or box.top_heading
            if not nav:
                if box.longest > outer.longest:
                    outer.longest = box.longest
                outer.headings += box.headings
            # a footer that has its tag claims its rights for itself: what stands around it is the page
            outer.rights = outer.rights or (box.rights and box.tag != "footer")


def _reserves(text: str) -> bool:
    """Whether a text claims rights. Most texts are plain English that does not: they are told from that by substrings."""
    if text.isascii():
        small = text.lower()
        if "right" not in small and "(c)" not in small:
            return False
    return _RIGHTS.search(text) is not None


def assign(walked: Walked) -> None:
    """Give every box, and with it every block, its region (copy is ``Region.MAIN`` until the layout is known)."""
    measure(walked)
    total = len(walked.blocks)
    prose = _prose(walked)
    whole = walked.boxes[0].words
    every = sum([block.words for block in walked.blocks])
    for box in walked.boxes:
        outer = box.parent
        if (box.overlay or box.menu) and outer is not None:
            _release(box, outer, every)
        if outer is None:
            box.region = Region.MAIN
        elif box.overlay:
            box.region = Region.OVERLAY
        elif box.menu:
            box.region = Region.NAV
        elif outer.region in _SETTLED:
            box.region = outer.region
        else:
            box.region = _region(box, outer.region, total, prose, whole)
    for block in walked.blocks:
        block.region = block.box.region
    _take_in(walked)


ASIDE_IS_PAGE = 4
"""How many times the words of the copy its asides must hold for them to be the page: some builders set all text in them. A judgement."""


def _take_in(walked: Walked) -> None:
    """Take what stands in asides for the page's copy where the page has hardly any other; lists of links stay aside."""
    copy = sum(block.words for block in walked.blocks if block.region is Region.MAIN)
    apart = [box for box in walked.boxes if box.region is Region.ASIDE and 2 * box.link_words <= box.words]
    inside = {id(box) for box in apart}
    told = [block for block in walked.blocks if id(block.box) in inside]
    if sum(block.words for block in told) > ASIDE_IS_PAGE * copy:
        for box in apart:
            box.region = Region.MAIN
        for block in told:
            block.region = Region.MAIN


def _release(box: Box, outer: Box, total: int) -> None:
    """Let go of what a name took for a window or a menu and what is the page itself ("drawer-content", "is-loading")."""
    whole = (box.top_heading and box.words > 0.25 * total) or box.words > max(80, 0.8 * total)
    if outer.released or (whole and box.role not in ("dialog", "alertdialog")):
        box.overlay = box.menu = False
        box.released = True


def _prose(walked: Walked) -> list[int]:
    """For each block, how many words of running text or headings stand before it."""
    before: list[int] = []
    count = 0
    for block in walked.blocks:
        before.append(count)
        if block.box.level or (block.words >= 8 and block.box.link_words * 2 < block.words):
            count += block.words
    before.append(count)
    return before


def _region(box: Box, around: Region, total: int, prose: list[int], whole: int) -> Region:
    """The region of a box whose surroundings are copy (or an aside)."""
    tag, role, said = box.tag, box.role, box.traits
    if (tag == "nav" or role in _MENU_ROLES) and not (box.top_heading and box.longest > 14):
        return Region.NAV
    start = prose[min(box.first_block, total)]
    late = 2 * box.first_block >= total > 0 or start >= 0.95 * prose[-1] > 0
    if (tag == "footer" or role == "contentinfo") and not box.quote and _closes(box, total):
        return Region.FOOTER
    if tag == "aside" or (role == "complementary" and not _opens(box, start)):
        return Region.ASIDE
    if said is not NONE and tag not in ("body", "html", "main", "article"):
        if late and not box.quote and box.words < max(120, 0.4 * whole) and said.foot:
            return Region.FOOTER
        if said.trail and box.words < 60:
            return Region.NAV
        if said.nav and _is_menu(box, 0.6):
            return Region.NAV
        if said.side and box.words and box.link_words > 0.5 * box.words:
            return Region.ASIDE
    heads = (tag == "header" or role == "banner" or said.head) and start < 12 and _outermost(box) and _leads(box)
    if heads and box.words - box.nav_words < 80 and not box.headings and box.longest <= 14:
        return Region.NAV
    if box.words and box.links >= 4 and start < 20 and 2 * box.pictures < box.links and _is_menu(box, 0.85):
        return Region.NAV
    if late and box.rights and box.words < max(60, 0.2 * whole) and box.longest < 40 and not box.top_heading:
        return Region.FOOTER
    return around


def _opens(box: Box, start: int) -> bool:
    """Whether what is marked as beside the page is the picture and promise that it opens with: some builders mark them so."""
    return start == 0 and box.headings > 0 and not box.traits.side and 2 * box.link_words <= box.words


def _closes(box: Box, total: int) -> bool:
    """Whether a ``<footer>`` is the page's and not a card's or a quotation's."""
    parent = box.parent
    while parent is not None:
        if parent.tag in ("article", "blockquote", "figure", "li"):
            return False
        parent = parent.parent
    return box.rights or box.links >= 2 or box.first_block >= 0.5 * total


def _leads(box: Box) -> bool:
    """Whether a header leads somewhere (logo, menu, telephone) and is not the page's great first picture and promise."""
    if box.nav_words or box.links >= 3:
        return True
    return not box.traits.hero and (box.links == 2 or (box.first_block <= 1 and box.words <= 15))


def _outermost(box: Box) -> bool:
    """Whether a header is the site's and not a section's."""
    parent = box.parent
    while parent is not None:
        if parent.tag in ("article", "section", "blockquote"):
            return False
        parent = parent.parent
    return True


def _is_menu(box: Box, share: float) -> bool:
    """Whether a box is a list of short links and nothing else."""
    if not box.links:
        return box.words <= 6
    return (
        box.links >= 2
        and box.link_words >= share * box.words
        and box.link_words <= 4.5 * box.links
        and box.longest <= 9
        and box.headings <= box.links // 3
    )
