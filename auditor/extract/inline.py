"""Inline text: what a browser runs together on a line, and where a line holds several texts.

The walk hands over the tokens of one block: strings as they stand in the markup, and marks for inline elements that
open and close, for ``<br>`` and for the edges of inline elements that the style sheet sets as blocks. Out come pieces.
"""

from __future__ import annotations

import re

from msgspec import Struct

from auditor.text import fold, has_letters, word_count

OPEN, CLOSE, BREAK, EDGE = 0, 1, 2, 3


class Mark(Struct, eq=False, gc=False):
    """A place between the strings of a block. The fields after ``kind`` are of an element that opens."""

    kind: int
    tag: str = ""
    href: str = ""
    button: bool = False
    pill: bool = False
    strong: bool = False


CLOSED, BROKEN, EDGED = Mark(CLOSE), Mark(BREAK), Mark(EDGE)
Token = str | Mark


class Piece(Struct, eq=False, gc=False):
    """A part of a block that stands for itself. ``strong`` says that all of it is set bold."""

    text: str
    href: str = ""
    button: bool = False
    strong: bool = False
    words: int = 0


_NEAR = 60
"""Tokens looked at on each side of a place, so that a run of a million elements stays cheap."""
_GLUE = frozenset("a an and as at by for from in into is of on or our the to with your & – — - | ,".split())
_LISTED = re.compile(r"(?:[-–*+]\s|\(?\d{1,2}[.)]\s|[a-z][.)]\s|[^\w\s\"'“‘(¿¡$€£#@&])")
_ONLY_MARKS = re.compile(r"[\s|/·•,–—:>»›-]*")
_ARROWS = frozenset("→←↑↓›»«‹▼▾▸►▶❯❮⟶➔➜✓✔✕×★☆•+ ")
_BOXED = frozenset("a button".split())


def pieces(tokens: list[Token], *, heading: bool, spreads: bool, href: str = "", button: bool = False) -> list[Piece]:
    """The pieces of one block.

    In a heading everything is one piece, lines joined; ``spreads`` allows inline elements side by side with nothing
    between them to be taken for texts of their own (not in running text); ``href`` and ``button`` are the link and the
    button around the block.
    """
    if len(tokens) == 1:  # a paragraph of nothing but text
        return _single(tokens, 0, href, button) if isinstance(tokens[0], str) else []
    solid = [place for place, token in enumerate(tokens) if isinstance(token, str) and not token.isspace()]
    if len(solid) > 1 and _opens_more(tokens, solid[-1], str(tokens[solid[-2]])):
        tokens = [*tokens[: solid[-1]], *tokens[solid[-1] + 1 :]]
        solid.pop()
    if len(solid) <= 1:
        return _single(tokens, solid[0], href, button) if solid else []
    depths = _depths(tokens)
    spread = not heading and not button and _spread(tokens, depths, spreads)
    found: list[Piece] = []
    run: list[tuple[str, Mark]] = []
    opened: list[Mark] = [Mark(OPEN, "", href, button)]
    for index, token in enumerate(tokens):
        if isinstance(token, str):
            if spread and len(opened) == 1 and _ONLY_MARKS.fullmatch(token):
                _close(run, found)
            else:
                run.append((token, opened[-1]))
            continue
        parts = False
        if token.kind == OPEN:
            parts = bool(index) and _parted(tokens, depths, index, heading, spread)
            outer = opened[-1]
            opened.append(
                Mark(
                    OPEN,
                    token.tag,
                    token.href or outer.href,
                    token.button or outer.button,
                    False,
                    token.strong or outer.strong,
                )
            )
        elif token.kind == CLOSE:
            if len(opened) > 1:
                opened.pop()
        elif token.kind == EDGE or heading or _line_ends(tokens, index):
            parts = True
        else:
            run.append((" ", opened[-1]))
        if parts:
            if heading:
                run.append((" ", opened[-1]))
            else:
                _close(run, found)
    _close(run, found)
    return found


def _opens_more(tokens: list[Token], place: int, before: str) -> bool:
    """Whether the last string is the mark, in an element of its own, by which a question is opened ("What does it cost?+")."""
    sign, around = str(tokens[place]).strip(), tokens[place - 1]
    own = not isinstance(around, str) and around.kind == OPEN
    return own and len(sign) == 1 and sign in _ARROWS and before.rstrip().endswith("?")


def _single(tokens: list[Token], place: int, href: str, button: bool) -> list[Piece]:
    """The piece of a block with one string in it, at ``place``, and none where that says nothing."""
    text = fold(str(tokens[place]))
    if not has_letters(text):
        return []
    opened: list[Mark] = []
    for token in tokens[:place]:
        if not isinstance(token, str):
            if token.kind == OPEN:
                opened.append(token)
            elif token.kind == CLOSE and opened:
                opened.pop()
    strong = False
    for mark in opened:
        href, button, strong = mark.href or href, mark.button or button, mark.strong or strong
    return [Piece(text, href, button, strong, word_count(text))]


def _close(run: list[tuple[str, Mark]], found: list[Piece]) -> None:
    """Make a piece of a run of strings and empty the run."""
    if run:
        text = fold("".join([string for string, _ in run]))
        if has_letters(text):
            told = [mark for string, mark in run if has_letters(string)]
            href = told[0].href if told and all(mark.href for mark in told) else ""
            button, strong = all(mark.button for mark in told), all(mark.strong for mark in told)
            found.append(Piece(text, href, button, strong, word_count(text)))
        run.clear()


def _depths(tokens: list[Token]) -> list[int]:
    """How many inline elements are open around each token (an opening mark counts from outside)."""
    depths: list[int] = []
    depth = 0
    for token in tokens:
        if not isinstance(token, str):
            if token.kind == CLOSE:
                depth = max(0, depth - 1)
            depths.append(depth)
            if token.kind == OPEN:
                depth += 1
        else:
            depths.append(depth)
    return depths


def _spread(tokens: list[Token], depths: list[int], spreads: bool) -> bool:
    """Whether a block is nothing but inline elements side by side (links, badges, labels), each for itself."""
    count = boxed = pills = 0
    lined = begins = False
    fresh = True
    for token, depth in zip(tokens, depths, strict=True):
        if isinstance(token, str):
            if depth == 0:
                if not _ONLY_MARKS.fullmatch(token):
                    return False
                lined = lined or "\n" in token or not token.isspace()
            elif fresh and not token.isspace():
                first = token.lstrip()[:1]
                begins = begins or first.islower() or first in ",.;:)!?"
                fresh = False
        elif depth == 0 and token.kind == OPEN:
            count += 1
            boxed += token.tag in _BOXED
            pills += token.pill
            fresh = True
    if count < 2:
        return False
    return boxed == count or pills == count or (spreads and lined and not begins)


def _parted(tokens: list[Token], depths: list[int], index: int, heading: bool, spread: bool) -> bool:
    """Whether the inline element that opens at ``index`` is set apart from the one that closed before it."""
    if spread and depths[index] == 0:
        return True
    before = tokens[index - 1]
    if isinstance(before, str) or before.kind != CLOSE:
        return False
    left, right = _text_of(tokens, index - 1, -1), _text_of(tokens, index, 1)
    if not heading and right and all(character in _ARROWS for character in right):
        return True
    if len(left) < 2 or len(right) < 2 or not right[0].isalnum():
        return False
    if not (left[-1].isalnum() or left[-1] in '.!?:%+×"”’)'):
        return False
    if right[0].islower() and (heading or not (left[-1].isdigit() or " " in left)):
        return False
    if right[0].isupper() and left[-1].isupper() and " " not in left and " " not in right:
        return False
    return not (right[0].isdigit() and left[-1].isdigit() and " " not in left and " " not in right)


def _text_of(tokens: list[Token], index: int, way: int) -> str:
    """The text of the inline element that opens at ``index`` (``way`` is 1: forwards), or that closes there (-1: backwards)."""
    begins = OPEN if way == 1 else CLOSE
    strings: list[str] = []
    depth = 0
    for place in range(index, min(max(index + way * _NEAR, -1), len(tokens)), way):
        token = tokens[place]
        if isinstance(token, str):
            strings.append(token)
        elif token.kind in (OPEN, CLOSE):
            depth += 1 if token.kind == begins else -1
            if depth <= 0:
                break
    return fold("".join(strings[::way]))


def _line_ends(tokens: list[Token], index: int) -> bool:
    """Whether the line break at ``index`` parts two texts, or only wraps one."""
    left = right = ""
    for place in range(index - 1, max(-1, index - _NEAR), -1):
        token = tokens[place]
        if isinstance(token, str):
            if not token.isspace():
                left = fold(token)
                break
        elif token.kind in (BREAK, EDGE):
            return True
    for place in range(index + 1, min(len(tokens), index + _NEAR)):
        token = tokens[place]
        if isinstance(token, str):
            if not token.isspace():
                right = fold(token)
                break
        elif token.kind in (BREAK, EDGE):
            return True
    if not left or not right or _LISTED.match(right) or left[-1] in ".!?:;…|":
        return True
    last = left.rsplit(" ", 1)[-1].lower()
    if last in _GLUE or left[-1] in ",-–—&":
        # "12 Mill Road,<br>Leeds" is an address; "for teams,<br>big and small" is one sentence
        return left[-1] == "," and len(left) < 40 and right[0].isupper() and len(right) < 40
    return not (right[0].islower() or right[0] in ",.;:)&")
