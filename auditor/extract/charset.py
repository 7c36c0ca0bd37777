"""Bytes to text by the best evidence.

A byte order mark settles it; so does a body that is valid UTF-8, whatever its headers claim (text in another encoding
is almost never valid UTF-8 by chance). What is left is old or broken: there BeautifulSoup's detector weighs the HTTP
header, the ``<meta>`` declaration and the bytes, and mends UTF-8 with Windows quotation marks pasted in.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_MENDABLE = 2_000_000
"""Bytes up to which mixed encodings are mended byte by byte (it is slow)."""
_MOSTLY = 0.02
"""Share of undecodable bytes up to which a body still counts as UTF-8 with blemishes."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(body: bytes, headers: Mapping[str, str]) -> tuple[str, str]:
    """The text of a body and the name of the character set it was read with. Never raises."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    claimed = _HEADER.search(headers.get("content-type", ""))
    header = _known(claimed[1]) if claimed else ""
    if header.startswith("utf-16") or (b"\x00" in body[:200] and body[:200].count(b"\x00") > 20):
        wide = header if header in ("utf-16-le", "utf-16-be") else "utf-16-be" if body[:1] == b"\x00" else "utf-16-le"
        return body.decode(wide, "replace"), wide
    if not header.startswith("iso2022") and b"\x1b$" not in body[:4000]:
        try:
            return body.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _weigh(body, header)


def _weigh(body: bytes, header: str) -> tuple[str, str]:
    """The text of a body that is not plain UTF-8."""
    from bs4.dammit import EncodingDetector, UnicodeDammit  # only bodies that are in doubt pay for the import

    declared = _known(EncodingDetector.find_declared_encoding(body, is_html=True) or "")
    # the header wins where it decodes, as in browsers; but a header that says UTF-8 has just been proved wrong
    candidates = [name for name in (header, declared) if name and name != "utf-8"]
    if not candidates and _nearly_utf8(body):
        mended = UnicodeDammit.detwingle(body) if len(body) <= _MENDABLE else body
        return mended.decode("utf-8", "replace"), "utf-8"
    guess = UnicodeDammit(body, known_definite_encodings=[*candidates, "windows-1252"], is_html=True)
    if guess.unicode_markup is None or guess.contains_replacement_characters:
        name = candidates[0] if candidates else "windows-1252"
        return body.decode(name, "replace"), name
    return guess.unicode_markup, _known(guess.original_encoding or "") or "windows-1252"


def _nearly_utf8(body: bytes) -> bool:
    """Whether a body is UTF-8 but for a few bytes."""
    sample = body[:_MENDABLE]
    text = sample.decode("utf-8", "replace")
    wide = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    bad = text.count("\ufffd")
    return wide > bad and bad <= max(3, _MOSTLY * len(sample))


def _known(name: str) -> str:
    """The codec's own name for a declared character set ("" where Python does not know it or it is not for text)."""
    label = name.strip().lower()
    # what browsers do: ASCII and Latin-1 labels mean Windows-1252
    if label in ("iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "windows-1252", "cp1252"):
        return "windows-1252"
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    if not getattr(found, "_is_text_encoding", True) or found.name in ("idna", "punycode", "undefined", "mbcs"):
        return ""
    return found.name if found.name != "utf_8" else "utf-8"
