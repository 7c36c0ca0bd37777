"""Phone numbers and addresses for mail in a line of copy, as they are shown; faxes are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.figures.base import Figure, Kind

_CONTACT = re.compile(
    r"(?<![\w.,/@+-])(?:\+?\d{1,3}[\s.-]?)?\(?\d{3,5}\)?[\s.-]\d{3}[\s.-]?\d{3,4}(?![\w-]|[.,]\d)|(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+"
)
_DIGITS = re.compile(r"\d{3}")
_FAX = re.compile(r"\bfax\b[\s:.]*$", re.I)


def contacts(text: str) -> Iterator[Figure]:
    """Every phone number (its subject the ten digits from the right) and address for mail, in order."""
    if "@" not in text and _DIGITS.search(text) is None:
        return
    for match in _CONTACT.finditer(text):
        digits = re.sub(r"\D", "", match[0])[-10:]
        value = match[0].casefold() if "@" in match[0] else digits
        if ("@" in match[0] or len(digits) == 10) and not _FAX.search(text[: match.start()]):
            yield Figure(Kind.CONTACT, value, 0.0, 0.0, "", *match.span())
