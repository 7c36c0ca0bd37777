"""What the classifier reads of an item: its text and a short, bounded view of what surrounds it.

Training and use go through this one module, so the model sees in a crawl exactly what it saw in training.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from auditor.model import Item, Role

TEXT_CHARS = 600
BEFORE_CHARS = 160
HEADING_CHARS = 100
TITLE_CHARS = 90
CAPS = (72, 20, 12, 14)
"""The most tokens the encoder reads of the text, the unit before it, role with heading, page with title."""
CLS, SEP = 101, 102
"""Marks of the encoder's vocabulary: beginning, and end of a part."""

_ROLES = frozenset(role.value for role in Role)
_TAG_ROLE = {
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
    "li": Role.BULLET,
    "summary": Role.HEADING,
    "a": Role.LINK,
    "button": Role.BUTTON,
    "td": Role.CELL,
    "th": Role.CELL,
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
}
_PAGE_NOISE = frozenset(
    "src pages page content templates template index html htm md php site app view views en us uk www http https com "
    "org net io partials includes include layouts posts post docs public static".split()
)
_PAGE_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")


def squeeze(text: str) -> str:
    """The text with runs of white space made one space."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # as nearly all texts come: blanks are its only white space
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def page_words(url: str) -> str:
    """The words of the last two parts of a URL's path or of a file name: ``services/roof-repair.html`` -> both."""
    path = urlsplit(url).path if "//" in url else url.split("?")[0].split("#")[0]
    parts = [part for part in re.sub(r"\.(html?|php|md|mdx|aspx?|jsx?|tsx?)$", "", unquote(path)).split("/") if part]
    words = [word.lower() for part in parts[-2:] for word in _PAGE_WORD.findall(part)]
    kept = [word for word in words if word not in _PAGE_NOISE]
    if not kept and url:
        return "home"
    return " ".join(kept[:5])


def role_of_tag(tag: str | None) -> str:
    """The role that stands for an HTML tag in labelled data."""
    return _TAG_ROLE.get(tag or "", Role.SENTENCE).value if tag else ""


def item_of_record(record: Mapping[str, Any]) -> Item:
    """An item from a JSON record: labelled data, the project's corpus, or a line given to ``auditor label``."""
    return Item(
        text=str(record.get("text") or ""),
        before=str(record.get("before") or ""),
        heading=str(record.get("heading") or ""),
        title=str(record.get("title") or ""),
        url=str(record.get("url") or record.get("page") or ""),
        role=str(record.get("role") or role_of_tag(record.get("tag"))),
        region=str(record.get("region") or ""),
        page_kind=str(record.get("page_kind") or ""),
    )


View = tuple[str, str, str, str]


def view(item: Item) -> View:
    """The four texts the models read: the unit, the unit before it, role with heading, page words with title."""
    text = squeeze(item.text)[:TEXT_CHARS]
    before = squeeze(item.before)[-BEFORE_CHARS:]
    heading = squeeze(item.heading)[:HEADING_CHARS]
    title = squeeze(item.title)[:TITLE_CHARS]
    if heading.lower() == text.lower():
        heading = ""
    if before.lower() == heading.lower():
        before = ""
    role = item.role if item.role in _ROLES else ""
    page = page_words(item.url) or (item.page_kind if item.page_kind != "other" else "")
    return text, before, f"{role} {heading}".strip(), f"{page} {title}".strip()
