"""Phone numbers, addresses for mail and street addresses in a line of copy, as they are shown; faxes are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.figures.base import Figure, Kind

_CONTACT = re.compile(
    r"(?<![\w.,/@+-])(?:\+?\d{1,3}[\s.-]?)?\(?\d{3,5}\)?[\s.-]\d{3}[\s.-]?\d{3,4}(?![\w-]|[.,]\d)|(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+"
)
_DIGITS = re.compile(r"\d{3}")
_FAX = re.compile(r"\bfax\b[\s:.]*$", re.I)
_STREET = re.compile(
    r"(?<![\w.,#/-])(?P<number>[1-9]\d{0,4}) (?P<street>(?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Highway|Hwy|Parkway|Pkwy|Place|Square|Terrace|Crescent))\b\.?"
    r"(?:,? (?:Suite|Ste|Unit|Apt|Floor|#)\.? ?[\w-]{1,6})?,? (?P<town>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?)\b"
)
_SHORT_STREETS = {"st": "street", "rd": "road", "ave": "avenue", "ln": "lane", "dr": "drive", "blvd": "boulevard", "hwy": "highway", "pkwy": "parkway"}  # fmt: skip


def contacts(text: str) -> Iterator[Figure]:
    """Every phone number (its subject the ten digits from the right), address for mail and street address with its town."""
    for match in _STREET.finditer(text):
        words = match["street"].replace(".", "").casefold().split()
        street = " ".join((*words[:-1], _SHORT_STREETS.get(words[-1], words[-1])))
        yield Figure(
            Kind.CONTACT, f"{match['number']} {street}, {match['town'].casefold()}", 0.0, 0.0, "", *match.span()
        )
    if "@" not in text and _DIGITS.search(text) is None:
        return
    for match in _CONTACT.finditer(text):
        digits = re.sub(r"\D", "", match[0])[-10:]
        value = match[0].casefold() if "@" in match[0] else digits
        if ("@" in match[0] or len(digits) == 10) and not _FAX.search(text[: match.start()]):
            yield Figure(Kind.CONTACT, value, 0.0, 0.0, "", *match.span())
