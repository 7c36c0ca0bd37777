"""From blocks to units: sentences with their role, region, heading above, attribution and place."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2s
from urllib.parse import urlsplit

from auditor import lexicon
from auditor.extract.inline import Piece
from auditor.extract.tree import COPY, DEEPEST, Block, Box, Walked
from auditor.model import Region, Role, Unit
from auditor.text import digest, has_letters, line_sentences, strip_marks

MOST_UNITS = 12_000
"""Units kept of one page."""
LONGEST = 2_000
"""Characters of a unit; a longer "sentence" is cut at a blank."""

_CSS_NAME = re.compile(r"-?[A-Za-z_][\w-]*")
_STOPS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»)]"
_OPENING, _CLOSING = '“"«„‘', '”"»“’'
_CELL_WORDS = 45
"""Words in a cell from which its table is no table of data."""
_LINK_WORDS, _BUTTON_WORDS, _TITLE_WORDS = 14, 9, 14


def units(walked: Walked, url: str) -> tuple[Unit, ...]:
    """The units of a page in document order."""
    _untable(walked)
    _attribute(walked)
    parts = urlsplit(url)
    place = parts.path + ("?" + parts.query if parts.query else "")
    here = blake2s(_told(place), digest_size=6)
    found: list[Unit] = []
    seen: dict[str, int] = {}
    headings = {True: "", False: ""}
    before = {True: "", False: ""}
    level = 1
    for number, block in enumerate(walked.blocks):
        if len(found) >= MOST_UNITS:
            break
        copy = block.region in COPY
        selector = select(block.box)
        named = ""
        for line, piece in enumerate(block.pieces):
            role, depth = _role(block, piece, level)
            cite = block.cite
            if len(block.pieces) > 1 and role in (Role.QUOTE, Role.SENTENCE, Role.BULLET):
                role, cite = _spoken(block, line, role)
            texts = _texts(piece.text)
            if role is Role.BULLET and len(texts) > 1:
                role = Role.SENTENCE
            for text in texts:
                nth = seen.get(text, 0)
                seen[text] = nth + 1
                found.append(
                    Unit(
                        id=_identity(here, text, nth),
                        page=url,
                        order=len(found),
                        text=text,
                        role=role,
                        region=block.region,
                        heading=headings[copy],
                        before=before[copy],
                        selector=selector,
                        block=number,
                        level=depth,
                        folded=block.folded,
                        href=piece.href,
                        cite=cite if role is Role.QUOTE else "",
                    )
                )
                before[copy] = text
            if role is Role.HEADING:
                named = _whole(block)
                level = depth
        if named:
            headings[copy] = named
    return tuple(found)


def _told(part: str) -> bytes:
    return f"{part}\x1f".encode("utf-8", "surrogatepass")


def _identity(here: blake2s, text: str, nth: int) -> str:
    """The identity of a unit: path (and query) of its page, its text, how many times it stood there before.

    It is :func:`auditor.text.digest` of these; ``here`` has taken in the first.
    """
    taken = here.copy()
    taken.update(_told(text) + b"%d" % nth)
    return taken.hexdigest()


def _ended(text: str) -> bool:
    """Whether a text ends with a stop, quotation marks and brackets after it apart."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def _untable(walked: Walked) -> None:
    """Take the cells of tables that only arrange a page for what they are: boxes with text in them."""
    arranging: set[int] = set()
    for box in walked.boxes:
        if box.tag != "table":
            continue
        if box.role in ("presentation", "none") or box.headings or box.longest > _CELL_WORDS:
            arranging.add(box.number)
        here = box.parent
        while here is not None and here.tag != "table":
            here = here.parent
        if here is not None:
            arranging.add(here.number)  # a table in a table
    if not arranging:
        return
    for block in walked.blocks:
        if block.kind is Role.CELL:
            here = block.box
            while here is not None and here.tag != "table":
                here = here.parent
            if here is not None and here.number in arranging:
                block.kind = None


def _whole(block: Block) -> str:
    """The text of a block in one string."""
    return " ".join([piece.text for piece in block.pieces])


def _spoken(block: Block, place: int, role: Role) -> tuple[Role, str]:
    """Of a block that holds quotations and names line by line: what one piece is, and whose words they are."""
    text = block.pieces[place].text
    if _is_name(text) and place:
        return Role.SENTENCE if role is Role.QUOTE else role, ""
    quoted = text[0] in _OPENING or text.rstrip(" .")[-1:] in _CLOSING
    if role is not Role.QUOTE and not (quoted and block.pieces[place].words >= 5):
        return role, ""
    following = next(
        (piece.text for piece in block.pieces[place + 1 :] if _is_name(piece.text) and not _given_on(piece.text)), ""
    )
    return Role.QUOTE, following.lstrip("—–-~ ") or block.cite


_LABEL = re.compile(
    r":$|^(?:special |please )?(?:note|notice|important|attention|reminder|warning|tip|update|hours)s?\b"
    r"|^(?:the|it|we|you|this|that|they|there|our|my|please|all|no)\b.*\.$",
    re.IGNORECASE,
)
"""What stands beside a quotation and is no name: what says what follows ("Pictured:", "Special note"), a sentence."""


def _given_on(text: str) -> bool:
    """Whether a line beside a quotation says where or how it was given ("Google review"): nobody's name."""
    return lexicon.load("vouchers").has(text, "given-on")


def _is_name(text: str) -> bool:
    """Whether a line reads like who said it: short, a name first, no sentence."""
    bare = text.lstrip("—–-~ ")
    return (
        not _LABEL.search(bare)
        and len(bare) <= 60
        and bare[:1].isupper()
        and not _ended(bare.rstrip(" ."))
        and len(bare.split()) <= 9
    )


@lru_cache(maxsize=1 << 13)
def _texts(text: str) -> tuple[str, ...]:
    """The unit texts of a piece: sentences that say something, without bullet marks, none endless.

    Most lines of a page stand on other pages of its site as well.
    """
    result: list[str] = []
    for sentence in line_sentences(text):
        sentence = strip_marks(sentence)
        if not has_letters(sentence):
            continue
        while len(sentence) > LONGEST:
            cut = sentence.rfind(" ", LONGEST // 2, LONGEST)
            cut = cut if cut > 0 else LONGEST
            result.append(sentence[:cut].strip())
            sentence = sentence[cut:].strip()
        if sentence:
            result.append(sentence)
    return tuple(result)


def _role(block: Block, piece: Piece, level: int) -> tuple[Role, int]:
    """The role of a piece, with its level where it is a heading."""
    box = block.box
    count = piece.words
    if box.level:
        return Role.HEADING, box.level
    asks = box.tag == "button" and count >= 4 and piece.text.endswith("?")
    if (block.kind is Role.HEADING and count <= 30) or asks:
        return Role.HEADING, min(6, level + 1)
    ended = _ended(piece.text)
    if piece.button and count <= _BUTTON_WORDS:
        return Role.BUTTON, 0
    if block.cite and not piece.button:
        return Role.QUOTE, 0
    if block.kind is Role.QUOTE:
        return Role.QUOTE, 0
    if piece.href and count <= _LINK_WORDS and not ended and block.kind is not Role.CELL:
        return Role.LINK, 0
    if block.kind in (Role.CELL, Role.CAPTION):
        return block.kind, 0
    if (
        not ended
        and count <= _TITLE_WORDS
        and block.region in COPY
        and len(block.pieces) == 1
        and _looks_titled(box, piece)
    ):
        return Role.HEADING, min(6, max(2, level + 1))
    if block.kind is Role.BULLET:
        return Role.BULLET, 0
    return Role.SENTENCE, 0


def _looks_titled(box: Box, piece: Piece) -> bool:
    """Whether a short text without a heading tag is set like a heading."""
    if box.kind is not None or box.quote:
        return False
    if box.traits.title:
        return True
    if box.look is not None and box.look.size >= 24 and piece.words >= 2:
        return True
    return piece.strong and box.tag == "p"


def select(box: Box) -> str:
    """A CSS path that finds the box's element: from the nearest ancestor with an id of its own, else from the body."""
    if box.selector:
        return box.selector
    if box.depth < DEEPEST:
        box.selector = _path(box).removeprefix(" > ").strip()
        return box.selector
    steps: list[str] = []
    here: Box | None = box
    start = ""
    while here is not None and len(steps) < DEEPEST:
        if here.selector:
            start = here.selector
            break
        if here.identity and _CSS_NAME.fullmatch(here.identity):
            start = "#" + here.identity
            break
        steps.append(here.step)
        here = here.parent
    path = ""
    for step in reversed(steps):
        if step == "html":
            continue
        if step == "body" and not start:
            start = step
            continue
        # a browser puts a <tbody> between a table and its rows where the markup has none
        path += (" " if step.startswith("tr") else " > ") + step
    box.selector = f"{start}{path}".strip() if start else path.removeprefix(" > ").strip()
    return box.selector


def _path(box: Box) -> str:
    """The selector of a box that is not too deep, from that of the box around it, each worked out once."""
    if box.path is None:
        around = _path(box.parent) if box.parent is not None else ""
        if box.identity and _CSS_NAME.fullmatch(box.identity):
            box.path = "#" + box.identity
        elif box.step == "html":
            box.path = around
        elif box.step == "body" and not around:
            box.path = box.step
        else:
            # a browser puts a <tbody> between a table and its rows where the markup has none
            box.path = around + (" " if box.step.startswith("tr") else " > ") + box.step
    return box.path


def _attribute(walked: Walked) -> None:
    """Find the quotations of a page and who is named with them."""
    blocks = walked.blocks
    ends: list[int] = []
    for number, block in enumerate(blocks):
        if block.words < 4 or block.box.level or block.region not in COPY or block.kind in (Role.HEADING, Role.BUTTON):
            continue
        text = _whole(block)
        marked = text[0] in _OPENING and text.rstrip(".")[-1] in _CLOSING and block.words >= 5
        least = 4 if _in_blockquote(block.box) else 8
        whole = _ended(text) or _signed_below(blocks, number)
        if not marked and not (block.box.quote and block.words >= least and whole):
            continue
        block.kind = Role.QUOTE
        ends = ends or _ends(walked)
        block.cite = _cite(blocks, number, ends)


def _signed_below(blocks: list[Block], number: int) -> bool:
    """Whether a name may stand right under words without a stop, in one quotation of the markup: customers leave it out."""
    if (
        number + 1 == len(blocks)
        or not _in_blockquote(blocks[number].box)
        or not _in_blockquote(blocks[number + 1].box)
    ):
        return False
    words, below = blocks[number].words, blocks[number + 1]
    name = _whole(below).lstrip("—–-~ ")
    return words >= 8 > below.words and name[:1].isupper() and not _ended(name)


def _in_blockquote(box: Box) -> bool:
    """Whether a box stands in a quotation that the markup names as one, and not only a class name."""
    here: Box | None = box
    while here is not None:
        if here.tag == "blockquote":
            return True
        here = here.parent
    return False


def _ends(walked: Walked) -> list[int]:
    """For each box, the number of the first block after it."""
    ends = [box.first_block for box in walked.boxes]
    for number, block in enumerate(walked.blocks):
        ends[block.box.number] = max(ends[block.box.number], number + 1)
    for box in reversed(walked.boxes):
        if box.parent is not None:
            ends[box.parent.number] = max(ends[box.parent.number], ends[box.number])
    return ends


def _cite(blocks: list[Block], number: int, ends: list[int]) -> str:
    """Who a quotation is from: the short text beside it in the smallest box that holds both."""
    block = blocks[number]
    last = block.pieces[-1].text
    dash = re.search(r"[”\"»]\s*[—–-]+\s*([A-Z][^.!?]{2,60})$", last)
    if dash:
        return dash[1].strip()
    box: Box | None = block.box
    for _ in range(4):
        box = box.parent if box is not None else None
        if box is None or box.tag in ("body", "main"):
            return ""
        start, end = box.first_block, ends[box.number]
        if end - start > 12:
            return ""
        best, given = "", 0
        for place in [*range(number + 1, end), *range(start, number)]:
            other = blocks[place]
            if other.words > 12:
                if other.box.quote and other.words >= 8 and place != number + 1:
                    break
                continue
            if other.kind in (Role.HEADING, Role.BUTTON) or not other.words or other.region not in COPY:
                continue
            text = other.pieces[0].text.lstrip("—–-~ ").strip()
            if (
                not text
                or not text[0].isupper()
                or len(text) < 3
                or _LABEL.search(text)
                or text.lower() in ("read more", "verified")
            ):
                continue
            if _given_on(text):
                given += 1
                continue
            if other.box.tag in ("cite", "figcaption", "footer") or other.box.traits.person:
                return _whole(other).lstrip("—–-~ ").strip()
            best = best or text
        if best or given > 1:  # more than one review's: what else stands here is another's
            return best
    return ""


def copy_digest(found: tuple[Unit, ...]) -> str:
    """The identity of a page's copy: its units' texts in order, whatever the page around them."""
    texts = [unit.text for unit in found if unit.region in COPY or unit.region is Region.ASIDE]
    return digest(*texts, size=12) if texts else ""
