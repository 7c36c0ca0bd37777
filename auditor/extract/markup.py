"""Markup that the parser would cut short or misplace, mended to what browsers make of it.

libxml2 stops for good at the first ``</html>`` (an include that ends too early, two documents in one file) and at
2,048 open elements; and where ``<body>`` is left out, as HTML allows, it takes what it does not know from before HTML 5
(``<main>``, ``<header>``) for a part of the head. All of that would be lost without a word.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

DEEPEST = 800
"""Boxes within boxes that are kept where a page nests too deep for the parser; of deeper ones only the text is."""

_BEYOND = re.compile(rb"</html\s*>(?:\s|<!--(?:(?!-->).)*-->|</(?:html|body)\s*>)*+\Z", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(rb"</(?:html|body)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-z][^\s/>]*)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>", re.IGNORECASE)
_OPENS = re.compile(rb"</?[a-z]", re.IGNORECASE)
_TELLING = etree.XPath(
    " | ".join(
        f"//@{name}/.."
        for name in ("itemtype", "aria-controls", "data-target", "data-bs-target", "onclick", "data-toggle")
    )
)
_REACH = 50
"""Open elements among which the one is looked for that an end tag closes."""

_RAW = frozenset(b"script style textarea title xmp iframe noembed noframes".split())
_HEAD = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr image frame".split())
_ENDLESS = frozenset(b"html head body p li dt dd td th tr thead tbody tfoot colgroup option optgroup".split())
_LEAVES = frozenset(b"a h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset(
    b"abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong "
    b"sub sup time tt u var a label".split()
)


def to_the_end(data: bytes) -> bytes:
    """The markup without its end tags for html and body, where anything stands behind the first ``</html>``."""
    at = data.lower().find(b"</html")
    if at < 0 or _BEYOND.match(data, at):
        return data
    return _ENDS.sub(b"", data)


def telling(root: Any) -> list[Any]:
    """The elements, in their order, that have a type of structured data or may control another one.

    libxml2 finds attributes far faster than elements that have them, and several in hardly more time than one.
    """
    found: Any = _TELLING(root)
    return list(found)


def embody(root: Any) -> None:
    """Move what stands in the head and is no part of one to the front of the body."""
    head = root[0] if len(root) and root[0].tag == "head" else None
    if head is None:
        return
    first = next((n for n, child in enumerate(head) if isinstance(child.tag, str) and child.tag not in _HEAD), None)
    if first is None:
        return
    body = next((child for child in root if child.tag == "body"), None)
    if body is None:
        body = etree.SubElement(root, "body")
    moved = head[first:]
    if body.text:
        moved[-1].tail = (moved[-1].tail or "") + body.text
        body.text = None
    body[:0] = moved


def flat(data: bytes, *, strictly: bool) -> bytes:
    """The markup with the tags of boxes more than DEEPEST deep taken out; their text stays, one paragraph a box.

    Links, headings, paragraphs, items and cells keep their tags at any depth, as they seldom nest by themselves;
    ``strictly`` takes out theirs too. Takes time linear in the length of ``data``.
    """
    kept = _VOID if strictly else _VOID | _ENDLESS | _LEAVES
    out: list[bytes] = []
    opened: list[bytes] = []
    begin = at = 0
    while (at := data.find(b"<", at)) >= 0:
        if data[at + 1 : at + 2] in (b"!", b"?"):
            end = data.find(b"-->" if data.startswith(b"<!--", at) else b">", at + 2)
            if end < 0:
                break
            at = end + 1
            continue
        if not _OPENS.match(data, at):
            at += 1
            continue
        found = _TAG.match(data, at)
        if found is None:  # a tag that never ends takes all the rest with it
            break
        name = found[2].lower()
        if name in _RAW and not found[1]:
            close = re.compile(rb"</" + name + rb"\b", re.IGNORECASE).search(data, found.end())
            if close is None:
                break
            at = close.start()
            continue
        if name not in kept and name not in _RAW and _is_beyond(opened, name, closes=bool(found[1])):
            out += (data[begin:at], b"" if name in _INLINE else b"<p>")
            begin = found.end()
        at = found.end()
    out.append(data[begin:])
    return b"".join(out)


def _is_beyond(opened: list[bytes], name: bytes, *, closes: bool) -> bool:
    """Take a tag into account; whether it belongs to an element more than DEEPEST deep, or to none."""
    if not closes:
        opened.append(name)
        return len(opened) > DEEPEST
    for back in range(1, min(len(opened), _REACH) + 1):
        if opened[-back] == name:
            beyond = len(opened) - back >= DEEPEST
            del opened[-back:]
            return beyond
    return True
