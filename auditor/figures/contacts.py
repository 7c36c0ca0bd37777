"""Phone numbers, addresses for mail and street addresses in a line of copy, as they are shown; faxes are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.figures.base import Figure, Kind

_CONTACT = re.compile(
    r"(?<![\w.,/@+-])(?:\+?\d{1,3}[\s.-]?)?\(?\d{3,5}\)?[\s.-]\d{3}[\s.-]?\d{3,4}(?![\w-]|[.,]\d)|(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+"
)
_DIGIT = re.compile(r"\d")
_HOUSE = re.compile(r"\d [A-Z]")
_DIGITS = re.compile(r"\d{3}")
_FAX = re.compile(r"\bfax\b[\s:.]*$", re.I)
_STREET = re.compile(
    r"(?<![\w.,#/-])(?P<number>[1-9]\d{0,4}) (?P<street>(?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Highway|Hwy|Parkway|Pkwy|Place|Square|Terrace|Crescent))\b\.?"
    r"(?:,? (?:Suite|Ste|Unit|Apt|Floor|#)\.? ?[\w-]{1,6})?,? (?P<town>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?)\b"
)
_REST = re.compile(
    r",? (?P<state>[A-Z]{2})\.? (?P<code>\d{5})\b|,? (?:[A-Z][a-z]+,? ){0,2}(?P<postcode>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b"
)
"""What follows the town of an address: state and code, or a county and a postcode."""
_ABROAD = re.compile(
    r"(?<![\w.,-])(?P<street>[^\W\d_][^\W\d_'’-]{3,}(?:[ -][^\W\d_]+){0,2}) (?P<number>\d{1,4})(?: ?[A-Z])?, (?P<code>\d{4,5}),? (?P<town>[^\W\d_]{3,})\b"
)
"""An address that names its street before its number and its code before its town."""
_CODE = re.compile(r", \d{4,5},? [^\W\d_]")
_SHORT_STREETS = {"st": "street", "rd": "road", "ave": "avenue", "ln": "lane", "dr": "drive", "blvd": "boulevard", "hwy": "highway", "pkwy": "parkway"}  # fmt: skip


def _house(match: re.Match[str]) -> str:
    """The number and the street of an address, the street in full."""
    words = match["street"].replace(".", "").casefold().split()
    return " ".join((match["number"], *words[:-1], _SHORT_STREETS.get(words[-1], words[-1])))


def contacts(text: str) -> Iterator[Figure]:
    """Every phone number (its subject the ten digits from the right), address for mail and street address with its town.

    A street address that ends in a code is an :attr:`Kind.ADDRESS` as well, whose unit is its town and its code.
    """
    if "@" not in text and _DIGIT.search(text) is None:
        return
    for match in _STREET.finditer(text) if _HOUSE.search(text) else ():
        house, town = _house(match), match["town"].casefold()
        yield Figure(Kind.CONTACT, f"{house}, {town}", 0.0, 0.0, "", *match.span())
        if rest := _REST.match(text, match.end()):
            code = rest["code"] or rest["postcode"]
            yield Figure(Kind.ADDRESS, house, 0.0, 0.0, f"{town}|{code}", match.start(), rest.end())
    if "@" not in text and _DIGITS.search(text) is None:
        return
    for match in _ABROAD.finditer(text) if _CODE.search(text) else ():
        house, town = f"{match['street']} {match['number']}".casefold(), match["town"]
        if match["street"][0].isupper() and town[0].isupper():
            yield Figure(Kind.ADDRESS, house, 0.0, 0.0, f"{town.casefold()}|{match['code']}", *match.span())
    for match in _CONTACT.finditer(text):
        digits = re.sub(r"\D", "", match[0])[-10:]
        value = match[0].casefold() if "@" in match[0] else digits
        if ("@" in match[0] or len(digits) == 10) and not _FAX.search(text[: match.start()]):
            yield Figure(Kind.CONTACT, value, 0.0, 0.0, "", *match.span())
