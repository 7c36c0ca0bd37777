"""Words of a site made safe to show. Nothing here changes what they say; it changes what they can do.

HTML is escaped by Jinja's autoescape, with :func:`shown` applied to every expression; this module holds what autoescape
does not know: control and direction characters, link schemes, spreadsheet formulas, Markdown, and length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, unquote, urlsplit

LONGEST = 600
"""Characters of one quote or unit that the HTML and Markdown show; the CSV has up to LONGEST_CELL."""

LONGEST_CELL = 8000

_NAMED = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff]"
)
_BREAKS = re.compile("[\t\n\r\u2028\u2029]+")


def shown(text: str) -> str:
    """The text with control, direction and tag characters as visible stand-ins, line breaks as spaces."""
    if text.isprintable():  # nearly all text, and much faster than two searches
        return text
    return _ODD.sub(_stand_in, _BREAKS.sub(" ", text))


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\u2039{_NAMED[code]}\u203a" if code in _NAMED else "\ufffd"


def bounded(text: str, limit: int = LONGEST) -> str:
    """The text, cut at a word with an ellipsis where it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, _, tail = cut.rpartition(" ")
    return (head if head and len(tail) < 40 else cut).rstrip() + "\u2026"


PASSAGE = 180
"""Characters of a quote on the report's first screen: a sentence or two; all of it stands under Findings."""


def passage(text: str, named: Sequence[str], limit: int = PASSAGE) -> str:
    """The text, cut at words to about ``limit`` characters around the first of the named words that stands in it."""
    if len(text) <= limit:
        return text
    spots = (text.casefold().find(words.strip("… ").casefold()) for words in named)
    at = next((spot for spot in spots if spot > 0), 0)
    start = max(0, min(at - limit // 3, len(text) - limit))
    if start:
        start = text.find(" ", start) + 1
    return ("…" if start else "") + bounded(text[start:], limit)


def in_quotes(text: str) -> str:
    """The text in quotation marks, once: what begins or ends with a mark of its own gets no second one there."""
    if text[:1] not in _OPENS or not text:
        return f"“{text}" if text[-1:] == "”" and "“" not in text else f"“{text}”"
    return text if _CLOSES.search(text, 1) else f"“{text[1:]}”"


_OPENS = frozenset('"“„«')
_CLOSES = re.compile('["”“»]')


def link(url: str, *, given: bool = False) -> str:
    """The URL where it may be linked (http or https, with a host, no white space or controls), else "".

    A host of one word is linked only where a person gave the address: pages of a folder that says of no address that it
    is its own are named after the folder ("http://public/about.html"), which leads nowhere.
    """
    if not url or re.search(r"[\s\x00-\x20\x7f<>\"\\]", url) or _ODD.search(url) or len(url) > 2000:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    somewhere = given or port is not None or "." in host or ":" in host or host == "localhost"
    return url if somewhere else ""


def link_to(url: str, text: str) -> str:
    """A link that takes the reader to these words on the page, by a text fragment; "" where the URL is not linkable."""
    safe = link(url)
    words = text.split()
    if not safe or "#" in safe or not words or _ODD.search(text):
        return safe
    spans = [text] if len(words) <= 8 else [" ".join(words[:4]), " ".join(words[-4:])]
    return f"{safe}#:~:text=" + ",".join(quote(span, safe="").replace("-", "%2D") for span in spans)


def without_password(text: str) -> str:
    """The text without the name and password that an address in it may carry: reports are passed on."""
    return re.sub(r"(?<=//)[^/@\s]+@", "", text)


def place(url: str, host: str = "") -> str:
    """How a page is named in a line of text: its path, with the host where it is not the site's own."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return bounded(url, 70)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return bounded(url, 70)
    # a run's site is a folder name, in which a port follows an underscore
    own = not host or parts.netloc in (host, host.replace("_", ":"))
    path = _readable(parts.path) + (f"?{parts.query}" if parts.query else "")
    if path in ("", "/"):
        path = "home page" if own else "/"
    return bounded(path if own else f"{parts.netloc}{path}", 70)


def _readable(path: str) -> str:
    """The path as a person writes it, codes of signs undone; as it stands where that could hide or forge anything."""
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return path
    forged = plain.count("/") != path.count("/") or re.search(r"[\s<>\"'`\\%#|*_\[\]()]", plain)
    return path if forged or not plain.isprintable() else plain


def cell(value: object) -> str | int | float:
    """A value for a CSV file: text that a spreadsheet would run as a formula is prefixed with an apostrophe."""
    if type(value) is str and value.isprintable() and value[:1] not in _LOOK_TWICE and len(value) <= LONGEST_CELL:
        return value  # nearly every cell
    if not isinstance(value, str):
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        return value if isinstance(value, int | float) else cell(str(value))
    first = value[:1]
    risky = first in _RISKY or (first.isspace() and (first != " " or value.lstrip()[:1] in _RISKY))
    text = bounded(shown(value), LONGEST_CELL)
    return f"'{text}" if risky else text


_RISKY = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_LOOK_TWICE = _RISKY | {" "}


_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-!|~>])")


def markdown(text: str, limit: int = LONGEST) -> str:
    """The text as Markdown that reads as the text: no markup, HTML, mention or automatic link survives in it."""
    text = bounded(shown(text), limit)
    text = _MARKS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    text = re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)
    return re.sub(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)", "&#8203;", text)
