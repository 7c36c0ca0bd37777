"""One walk over a page's tree: boxes, blocks of text, links, images, comments.

The walk keeps its own stack, so that depth is no danger, and looks at every node once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from auditor.extract.inline import BROKEN, CLOSED, EDGED, OPEN, Mark, Piece, Token, pieces
from auditor.extract.names import NONE, Traits, traits
from auditor.extract.styles import Styles
from auditor.extract.tree import DEEPEST, FRAMED, Anchor, Block, Box, Picture, Walked
from auditor.extract.visibility import FOLDED, TELLING, Seen, Sight, judge, opens
from auditor.model import Role
from auditor.text import fold, has_letters, word_count

MOST_NODES = 400_000
"""Nodes of a page that are looked at; what comes after is a page nobody reads."""

BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td"
    " tfoot th thead tr caption ul button label svg text output marquee".split()
)
_KINDS = {
    "button": Role.BUTTON,
    "summary": Role.HEADING,
    "dt": Role.HEADING,
    "td": Role.CELL,
    "th": Role.CELL,
    "li": Role.BULLET,
    **dict.fromkeys("figcaption caption legend label text".split(), Role.CAPTION),
}
"""The roles that tags give to text directly in them."""
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_FOLDED, _OVERLAY, _MENU, _HIDDEN = Sight.FOLDED, Sight.OVERLAY, Sight.MENU, Sight.HIDDEN


class _Context(Struct, eq=False):
    """What an element inherits."""

    box: Box
    folded: bool
    overlay: bool
    menu: bool
    href: str
    button: bool
    quote: bool
    turning: bool


def walk(root: Any, styles: Styles, opened: frozenset[str]) -> Walked:
    """Walk the tree under ``root`` once."""
    return _Walk(styles, opened).run(root)


class _Walk:
    """The state of a walk."""

    def __init__(self, styles: Styles, opened: frozenset[str]) -> None:
        self.styles = styles
        self.opened = opened
        self.found = Walked([], [], [], [], [])
        self.tokens: list[Token] = []
        self.strong = 0
        self.seen_ids: set[str] = set()
        self.plain: dict[tuple[str, str, bool, bool, bool], tuple[Traits, Seen]] = {}
        self.drawn_text = False

    def run(self, root: Any) -> Walked:
        for outside in [*root.itersiblings(preceding=True), *root.itersiblings()]:
            self._comment(outside)
        box = Box(0, None, "html", NONE, "html")
        self.found.boxes.append(box)
        context = _Context(box, False, False, False, "", False, False, False)
        # a frame: children still to come, context, step of an inline element, tag counts, closing work
        stack: list[tuple[Iterator[Any], _Context, str, dict[str, int], Any]] = []
        self.drawn_text = next(root.iter("text"), None) is not None
        self._text(root.text)
        stack.append((iter(root), context, "", {}, None))
        nodes = 0
        while stack:
            children, context, step, counts, closing = stack[-1]
            element = next(children, None)
            if element is None:
                stack.pop()
                self._leave(closing, context)
                continue
            nodes += 1
            if nodes > MOST_NODES:
                self.found.cut = True
                break
            tag = element.tag
            if not isinstance(tag, str):
                self._comment(element)
                self._text(element.tail)
                continue
            frame = self._enter(element, tag, context, step, counts)
            if frame is not None:
                stack.append(frame)
        self._flush(context.box, context)
        return self.found

    # --- elements ---------------------------------------------------------------------------------------------------

    def _enter(
        self, element: Any, tag: str, context: _Context, step: str, counts: dict[str, int]
    ) -> tuple[Iterator[Any], _Context, str, dict[str, int], Any] | None:
        """Take in one element; the frame for its children, or None where it is done with."""
        nth = counts.get(tag, 0) + 1
        counts[tag] = nth
        if tag == "br":
            self.tokens.append(BROKEN)
            self._text(element.tail)
            return None
        if tag == "svg" and not (self.drawn_text and next(element.iter("text"), None) is not None):  # an icon
            self._text(element.tail)
            return None
        attributes = dict(element.items())
        said, seen = self._judge(tag, attributes, len(counts) == 1 and nth == 1, context.turning)
        if tag == "select" and "multiple" not in attributes:
            chosen = element.find(".//option[@selected]")
            chosen = element.find(".//option") if chosen is None else chosen
            self._alone(chosen.text or "" if chosen is not None else "", context, Role.CAPTION)
        sight = seen.sight
        if sight is _HIDDEN:
            if not opens(element, tag, attributes, said):
                self._skip(element, tag, context)
                return None
            seen, sight = FOLDED, _FOLDED
        if tag == "img" or tag == "image":
            self._picture(attributes, context)
            self._text(element.tail)
            return None
        if "onclick" in attributes and tag != "a":
            self._anchor(element, attributes, context)
        if tag in ("input", "textarea"):
            self._control(tag, attributes, context, element)
            return None
        here = f"{tag}:nth-of-type({nth})" if nth > 1 else tag
        folded = context.folded or sight is _FOLDED or sight is _MENU
        if tag not in BLOCKS and "-" not in tag:
            return self._enter_inline(
                element, tag, attributes, said, context, seen, f"{step} > {here}" if step else here, folded
            )
        if self.tokens:
            self._flush(context.box, context)
        inner = self._box(tag, attributes, said, context, seen, f"{step} > {here}" if step else here, folded)
        if tag == "p" and not inner.box.level and len(counts) > 1:
            inner.box.level = _meant_level(element)
        self._text(element.text)
        if len(element) == 0:
            self._leave((element, tag), inner)
            return None
        return iter(element), inner, "", {}, (element, tag)

    def _judge(self, tag: str, attributes: dict[str, str], first: bool, turning: bool) -> tuple[Traits, Seen]:
        """What an element's names say and how it stands to the eye; elements that tell no more are judged once a page."""
        names = attributes.get("class", "")
        if TELLING.isdisjoint(attributes):
            key = tag, names, bool(attributes), first, turning
            known = self.plain.get(key)
            if known is None:
                said = traits(names) if names else NONE
                known = said, judge(tag, attributes, self.styles, self.opened, said=said, first=first, turning=turning)
                self.plain[key] = known
            return known
        identity = attributes.get("id", "")
        said = traits(f"{names} {identity}" if identity else names) if names or identity else NONE
        return said, judge(tag, attributes, self.styles, self.opened, said=said, first=first, turning=turning)

    def _enter_inline(
        self,
        element: Any,
        tag: str,
        attributes: dict[str, str],
        said: Traits,
        context: _Context,
        seen: Seen,
        step: str,
        folded: bool,
    ) -> tuple[Iterator[Any], _Context, str, dict[str, int], Any] | None:
        """Take in an inline element."""
        href = attributes.get("href", "") if tag == "a" else ""
        role = attributes.get("role", "")
        button = role == "button" or (tag == "a" and said.pill)
        sight = seen.sight
        display = seen.look.display if seen.look is not None else ""
        stands = display in ("block", "flex", "grid", "table", "list-item") or (tag == "span" and said.block)
        turned = folded != context.folded
        apart = turned or sight is _OVERLAY or sight is _MENU
        inner = context
        if apart:
            self._flush(context.box, context)
        if apart or href or button:
            inner = _Context(
                context.box,
                folded,
                context.overlay or sight is _OVERLAY,
                context.menu or sight is _MENU,
                href or context.href,
                button or context.button,
                context.quote,
                context.turning,
            )
        if stands:
            self.tokens.append(EDGED)
        strong = tag in ("strong", "b")
        self.tokens.append(Mark(OPEN, tag, inner.href, inner.button, said.pill, strong))
        self._text(element.text)
        if tag == "a":
            self._anchor(element, attributes, context)
        if len(element) == 0:
            self._leave((element, tag, stands, turned), inner)
            return None
        return iter(element), inner, step, {}, (element, tag, stands, turned)

    def _leave(self, closing: Any, context: _Context) -> None:
        """Close an element whose children are all seen."""
        if closing is None:
            return
        if len(closing) == 2:
            element, _ = closing
            if self.tokens:
                self._flush(context.box, context)
            self._text(element.tail)
            return
        element, _, stands, flush = closing
        self.tokens.append(CLOSED)
        if flush:
            self._flush(context.box, context)
        if stands:
            self.tokens.append(EDGED)
        self._text(element.tail)

    def _box(
        self,
        tag: str,
        attributes: dict[str, str],
        said: Traits,
        context: _Context,
        seen: Seen,
        step: str,
        folded: bool,
    ) -> _Context:
        """Open a box for a block-level element and give the context of what is in it."""
        outer = context.box
        identity = attributes.get("id", "")
        role = attributes.get("role", "")
        sight = seen.sight
        box = Box(
            number=len(self.found.boxes),
            parent=outer,
            tag=tag,
            traits=said,
            step=step,
            role=role,
            look=seen.look,
            folded=folded,
            overlay=context.overlay or sight is _OVERLAY,
            menu=context.menu or sight is _MENU,
            href=context.href,
            level=_HEADINGS.get(tag, 0) or outer.level,
            quote=tag == "blockquote" or context.quote or said.quote,
            attributes=attributes,
            first_block=len(self.found.blocks),
            depth=outer.depth + (1 if tag != "body" or outer.parent is None else DEEPEST),
        )
        if identity and identity not in self.seen_ids:
            self.seen_ids.add(identity)
            box.identity = identity
        if role == "heading" and not box.level:
            level = attributes.get("aria-level", "2")
            box.level = min(6, max(1, int(level))) if level.isdecimal() and len(level) < 3 else 2
        box.kind = self._kind(tag, attributes, outer, box.level)
        outer.items.append(box)
        self.found.boxes.append(box)
        if tag == "details" and "open" not in attributes:
            folded = True
        if tag == "summary":
            folded = context.folded and not (outer.tag == "details" and not outer.folded)
            box.folded = folded
        button = tag == "button" or role == "button" or context.button
        return _Context(
            box,
            folded,
            box.overlay,
            box.menu,
            context.href,
            button,
            box.quote,
            context.turning or said.slider,
        )

    @staticmethod
    def _kind(tag: str, attributes: dict[str, str], outer: Box, level: int) -> Role | None:
        """The role that an element gives to text directly in it."""
        if level:
            return Role.HEADING
        if tag == "button" and "aria-expanded" in attributes and "aria-controls" in attributes:
            return Role.HEADING
        kind = outer.kind
        if kind is not None and tag in ("div", "p", "center"):
            return kind if kind is not Role.HEADING else None
        return _KINDS.get(tag)

    def _skip(self, element: Any, tag: str, context: _Context) -> None:
        """Pass over an element that is never seen; its links still lead somewhere."""
        if tag == "script":
            self.found.scripts += 1
        elif tag in ("map", "frameset"):
            for place in element.iter("area", "frame"):
                href = place.get("href") or place.get("src")
                if href:
                    self.found.anchors.append(Anchor(context.box, href, fold(place.get("alt") or ""), ""))
        elif tag == "iframe":  # what the site shows in a frame is its own page, and read as that
            self.found.anchors.append(Anchor(context.box, element.get("src") or "", "", FRAMED))
        elif tag not in ("style", "template", "noscript", "meta", "link", "head", "input", "select", "svg"):
            for anchor in element.iter("a"):
                self._anchor(anchor, anchor.attrib, context)
        self._text(element.tail)

    def _control(self, tag: str, attributes: dict[str, str], context: _Context, element: Any) -> None:
        """What a form's field or button says."""
        kind = attributes.get("type", "text").lower()
        if kind == "password" and not context.overlay and not context.folded:
            self.found.passwords += 1
        if tag == "input" and kind in ("submit", "button", "reset"):
            self._alone(attributes.get("value", ""), context, Role.BUTTON)
        elif tag == "textarea":
            self._alone(element.text or attributes.get("placeholder", ""), context, Role.CAPTION)
        else:
            self._alone(attributes.get("placeholder") or attributes.get("value", ""), context, Role.CAPTION)
        self._text(element.tail)

    def _alone(self, text: str, context: _Context, role: Role) -> None:
        """A block of its own from an attribute that is shown as text."""
        folded = fold(text[:2000])
        if not has_letters(folded):
            return
        self._flush(context.box, context)
        count = word_count(folded)
        piece = Piece(folded, button=role is Role.BUTTON, words=count)
        block = Block(context.box, [piece], count, context.folded, kind=role, control=True)
        context.box.items.append(block)
        self.found.blocks.append(block)

    def _picture(self, attributes: dict[str, str], context: _Context) -> None:
        source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
        if source.startswith("data:") and attributes.get("data-src"):
            source = attributes["data-src"]
        picture = Picture(
            context.box,
            source.strip(),
            attributes.get("alt"),
            _length(attributes.get("width", "")),
            _length(attributes.get("height", "")),
            context.folded,
        )
        context.box.items.append(picture)
        self.found.pictures.append(picture)

    def _anchor(self, element: Any, attributes: Any, context: _Context) -> None:
        href = attributes.get("href")
        if href is None or _LEFT_TO_A_SCRIPT.fullmatch(href):
            led = _LEADS.match(attributes.get("onclick") or href or "")
            href = led[1] if led else href
        if href is None:
            return
        text = fold(element.text or "" if len(element) == 0 else " ".join(_texts(element)))
        if not text:
            text = fold(attributes.get("aria-label") or attributes.get("title") or attributes.get("value") or "")
        if not text:
            image = element.find(".//img")
            text = fold((image.get("alt") or "") if image is not None else "")
        if not text and len(element) == 0 and len(attributes) == 1:
            return  # nothing to press: a place on the page that was meant to bear this name
        names = attributes.get("class") or ""
        if not href.strip():
            names = _SLIDES.sub(
                "", names
            )  # how a button moves; what turns a row of pictures has a "#", and says nothing
        plain = _PURPOSE.issuperset(attributes) and not hooked(names)
        self.found.anchors.append(Anchor(context.box, href, text[:300], attributes.get("rel", ""), plain=plain))

    def _comment(self, element: Any) -> None:
        text = element.text if not isinstance(element.tag, str) else None
        if text and len(text) < 4000:
            self.found.comments.append(text)

    def _text(self, text: str | None) -> None:
        if text and (self.tokens or not text.isspace()):
            self.tokens.append(text)

    # --- text -------------------------------------------------------------------------------------------------------

    def _flush(self, box: Box, context: _Context) -> None:
        """Make a block of the inline text gathered so far."""
        tokens = self.tokens
        if not tokens:
            return
        self.tokens = []
        found = pieces(
            tokens,
            heading=box.level > 0,
            spreads=box.tag != "p" and box.kind is not Role.BUTTON,
            href=context.href,
            button=box.tag == "button" or (context.button and not context.href),
        )
        if not found:
            return
        words = sum([piece.words for piece in found])
        block = Block(box, found, words, context.folded, kind=box.kind)
        box.items.append(block)
        self.found.blocks.append(block)


_LEFT_TO_A_SCRIPT = re.compile(r"\s*(?:#|javascript:.*)?\s*", re.I | re.S)
_LEADS = re.compile(
    r"\s*(?:javascript:)?\s*(?:return\s+)?(?:(?:(?:window|document|self|top|parent|this)\.)*"
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\()|window\.open\s*\()\s*['\"]([^'\"\s]{1,500})['\"]\s*(?:[;,)]|$)",
    re.I,
)
"""What a press makes the browser do where a button stands for a link: go to a page that is named in full."""

_PURPOSE = frozenset(("href", "class", "target", "title", "rel", "style"))
"""Attributes of a link from which no script can tell it but by its class."""

_HOOK = re.compile(
    r"(?:^|[\s_-])(?:js|modal|popup|pop|open\w*|close\w*|toggle\w*|trigger|dropdown|drop|tab|tabs|scroll\w*|top|slid\w+|prev\w*"
    r"|next|carousel|swiper\w*|accordion|collapse\w*|expand\w*|hamburger|menu|filter\w*|lightbox|fancybox|gallery|play\w*|video|cart"
    r"|cookie\w*|chat|print|share|back|like|sort\w*|load\w*|more[-_]?less|w-inline-block|w-button)(?:$|[\s_-])",
    re.I,
)
"""Names in a link's class by which a script may take it up, or a site builder that sets its targets elsewhere."""

_SLIDES = re.compile(r"slid\w+", re.I)


@lru_cache(maxsize=1 << 12)
def hooked(names: str) -> bool:
    """Whether a link's or button's class names a hook; a site's links have few different classes."""
    return _HOOK.search(names) is not None


def _meant_level(element: Any) -> int:
    """The level of the empty heading that a paragraph follows: ``<h3><p>Roofs</p></h3>``, which the parser takes apart."""
    before = element.getprevious()
    if before is None or before.tag not in _HEADINGS or len(before):
        return 0
    empty = not (before.text or "").strip() and not (before.tail or "").strip()
    return _HEADINGS[before.tag] if empty else 0


def _texts(element: Any) -> Iterator[str]:
    """The visible strings in a link."""
    for node in element.iter():
        tag = node.tag
        if not isinstance(tag, str) or tag in ("script", "style", "title", "noscript"):
            if node is not element and node.tail:
                yield node.tail
            continue
        if node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def _length(value: str) -> int:
    """A width or height attribute in pixels, 0 where it is none."""
    digits = re.match(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$", value)
    return int(digits[1]) if digits else 0
