"""Phone numbers, addresses for mail and street addresses in a line of copy, as they are shown; faxes are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.addresses import MAIL
from auditor.cues import rare
from auditor.figures.base import Figure, Kind

_BETWEEN = r"[\s.-]{1,3}"
_PHONE = re.compile(
    rf"(?<![\w/@+])(?<!\d[.,-])(?<![A-Za-z]-)(?:"
    # with the country's code; "+44 (0)161 496 0000"
    rf"\+[1-9](?:[\s().-]{{0,3}}\d){{6,13}}\d"
    # with the zero of the trunk, and no date; "01548 854545", "(02) 9000 0000"
    rf"|(?!\d\d[./-]\d\d[./-](?:19|20)\d\d)\(?0[1-9](?:[\s().-]{{0,3}}\d){{6,8}}\d"
    # of North America; "1-212-555-0100", "1-800-MILKING"
    rf"|(?:1{_BETWEEN})?(?:\([1-9]\d\d\)[\s.-]{{0,3}}|[1-9]\d\d{_BETWEEN})\d{{3}}{_BETWEEN}\d{{4}}|1-?8\d\d-[A-Z\d-]{{7,12}}"
    # of Australia, whoever is called pays or shares; "1300 123 456", "1800 12 34 56"
    rf"|1[38]00(?:[\s-]?\d{{3}}[\s-]?\d{{3,4}}|(?:[\s-]\d\d){{3}})"
    # of Indian mobiles; "98765 43210"
    rf"|[6-9]\d{{4}}[\s-]\d{{5}}"
    rf")(?!\w|[-.,]\d)"
)
"""A telephone number that its own form tells."""
_CALLED = rare(
    r"\b(?:(?:tel|telephone|phone|call|ring)\b\.?(?: us| me)?(?: (?:on|at))?|(?:ph|mobile|mob|cell|text|hotline)(?=\.? ?:)\.?|ph\.) *:? *"
    r"(?P<number>(?!(?:19|20)\d\d[\s.-]|\d\d[.-]\d\d[.-](?:19|20)\d\d)\(?\d{2,5}\)?(?:[\s.-]{1,3}\d{2,5}){1,4}|\d{6,12})(?!\w|[-.,]\d)",
    re.I,
)
"""A number behind a word that says that it is called."""
_SHORT = re.compile(r"13 \d\d \d\d")
"""A short number of Australia; told only where it stands alone or behind a word."""
_LEAST_DIGITS = 6
_BEFORE = 40
"""Characters before a number in which its name is looked for."""
_COMPARED = 10
"""Digits from which two numbers are held against each other."""
_NATIONAL = 9
"""Digits from the right that a number has in common with and without its country's code: the zero before them goes with it."""
_NUMBERED = re.compile(
    r"(?:\b(?:order|part|item|article|company|charity|reg|registration|registered|licen[cs]e|account|invoice|model|serial|policy|permit|customer)\.? (?:no|nr|number|code)\b"
    r"|\b(?:ref|reference|sku|isbn|ean|gtin|iban|vat(?: (?:no|number|reg))?|abn|acn|iso|en|din|bs|astm)\b|(?<!tel/)(?<!phone/)(?<!(?:&|/) )(?<!and )\bfax)[\s.:#-]*$",
    re.I,
)
"""What makes of a number behind it a fax or no telephone's: "VAT no."."""
_DIGIT = re.compile(r"\d")
_HOUSE = re.compile(r"\d [A-Z]")
DIALLED = rare(r"(?:\d\D{0,4}){4}")
"""The digits of a text that may hold a telephone number (:func:`phones`), as near to each other as those of any; most lines have none."""
_STREETS = r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Close|Court|Highway|Hwy|Parkway|Pkwy|Place|Square|Terrace|Crescent"
_STREET = re.compile(
    r"(?<![\w.,#/-])(?P<number>[1-9]\d{0,4}) (?P<street>(?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w'’-]+ ){1,3}"
    rf"(?:{_STREETS}))\b\.?"
    r"(?:,? (?:Suite|Ste|Unit|Apt|Floor|#)\.? ?[\w-]{1,6})?,? (?P<town>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?)\b"
)
_PLACE = rare(
    rf"\b\d{{1,5}}[a-z]? (?:[A-Z][\w.'’]+ ){{1,4}}(?:{_STREETS})\b|\bP\.? ?O\.? Box\b|\b[A-Z]{{1,2}}\d{{1,2}}[A-Z]? ?\d[A-Z]{{2}}\b"
    r"|\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,? \d{5}\b"
)
"""A street with its house, a box, a British postcode, or an American state with its code."""
_NAMED_HOUSE = rare(
    rf"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}}, (?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREETS})\b\.?, [A-Z][a-z]"
)
"""A house that has a name for a number, its street and its town; a capital on every word."""
_READ = 600
"""Characters of a line that are searched for a house with a name: what is longer is no line of an address."""
_EIRCODE = rare(r"\b[AC-FHKNPRTV-Y]\d[\dW] (?=\d{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4}\b")
_REST = re.compile(
    r",? (?P<state>[A-Z]{2})\.? (?P<code>\d{5})\b|,? (?:[A-Z][a-z]+,? ){0,2}(?P<postcode>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b"
)
"""What follows the town of an address: state and code, or a county and a postcode."""
_ABROAD = re.compile(
    r"(?<![\w.,-])(?P<street>[^\W\d_][^\W\d_'’-]{3,}(?:[ -][^\W\d_]+){0,2}) (?P<number>\d{1,4})(?: ?[A-Z])?, (?P<code>\d{4,5}),? (?P<town>[^\W\d_]{3,})\b"
)
"""An address that names its street before its number and its code before its town."""
_CODE = rare(r", \d{4,5},? [^\W\d_]")
_SHORT_STREETS = {"st": "street", "rd": "road", "ave": "avenue", "ln": "lane", "dr": "drive", "blvd": "boulevard", "hwy": "highway", "pkwy": "parkway"}  # fmt: skip


def _house(match: re.Match[str]) -> str:
    """The number and the street of an address, the street in full."""
    words = match["street"].replace(".", "").casefold().split()
    return " ".join((match["number"], *words[:-1], _SHORT_STREETS.get(words[-1], words[-1])))


def contacts(text: str) -> Iterator[Figure]:
    """Every phone number (its subject the nine digits from the right), address for mail and street address with its town.

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
    for match in _ABROAD.finditer(text) if _CODE.search(text) else ():
        house, town = f"{match['street']} {match['number']}".casefold(), match["town"]
        if match["street"][0].isupper() and town[0].isupper():
            yield Figure(Kind.ADDRESS, house, 0.0, 0.0, f"{town.casefold()}|{match['code']}", *match.span())
    for match in MAIL.finditer(text) if "@" in text else ():
        yield Figure(Kind.CONTACT, match[0].casefold(), 0.0, 0.0, "", *match.span())
    for start, end in phones(text):
        digits = re.sub(r"\D", "", text[start:end])
        if len(digits) >= _COMPARED:
            yield Figure(Kind.CONTACT, digits[-_NATIONAL:], 0.0, 0.0, "", start, end)


def phones(text: str) -> tuple[tuple[int, int], ...]:
    """Where telephone numbers stand in a text, in their order; faxes and the numbers of orders, norms and registers are none."""
    return _phones(text) if DIALLED.search(text) is not None else ()


@lru_cache(maxsize=1 << 12)
def _phones(text: str) -> tuple[tuple[int, int], ...]:
    if _SHORT.fullmatch(text.strip(" .")):
        return ((0, len(text)),)
    found = [match.span() for match in _PHONE.finditer(text)]
    for match in _CALLED.finditer(text):
        start, end = match.span("number")
        if sum(map(str.isdigit, match["number"])) >= _LEAST_DIGITS and not any(a < end and start < b for a, b in found):
            found.append((start, end))
    return tuple(sorted(span for span in found if not _NUMBERED.search(text[max(0, span[0] - _BEFORE) : span[0]])))


def same_number(one: str, other: str) -> bool:
    """Whether two telephone numbers as they are written are one: with or without country and trunk, or the end of each other.

    A number with letters in it is every number: which keys they stand for differs.
    """
    if _LETTERED.search(one) or _LETTERED.search(other):
        return True
    # "+44 (0)161": the zero is dialled at home only
    first, second = (_NOT_DIGIT.sub("", number.replace("(0)", "")).lstrip("0") for number in (one, other))
    short = min(len(first), len(second), _ALIKE)
    return short < _LEAST_DIGITS - 1 or first[-short:] == second[-short:]


_LETTERED = re.compile(r"[A-Za-z]{2}")
_NOT_DIGIT = re.compile(r"\D")
_ALIKE = 8
"""Digits from the right in which two forms of one number agree, whatever country's code and trunk stand before them."""


_FICTION = re.compile(
    r"0(?:207946|11[3-8]496|1[2-6]1496|191498|292018)0\d{3}|02896496\d{3}|01632960\d{3}|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}"
    r"|1?[2-9]\d{2}55501\d{2}"
)
"""Numbers that nobody has: Ofcom, "Telephone numbers for use in TV and radio drama programmes", and 555-0100 to 555-0199 of
North America (ATIS-0300115, "555 NXX Line Number Reference Document")."""
_COUNTED = "1234567"


def made_up(number: str) -> str:
    """How it is seen that a telephone number was put in for a real one, in words that follow "a number", or "".

    It counts up from 1 for seven digits or more (free numbers are sold so and are left out), counts ten digits down, ends in
    seven noughts, or is kept for films and plays.
    """
    digits = _NOT_DIGIT.sub("", number.replace("(0)", "")).removeprefix("00")
    home = f"0{digits[2:]}" if digits.startswith("44") else digits
    if _FICTION.fullmatch(home):
        return "that is kept for films and plays"
    if _COUNTED in digits and not _SOLD.match(home):
        return "whose digits only count up"
    if digits.endswith("9876543210"):
        return "whose digits only count down"
    return "of noughts" if digits.endswith("0000000") else ""


_SOLD = re.compile(r"0[389]\d\d|1?8(?:00|88|77|66|55|44|33)|1[38]00")
"""How numbers begin that are sold for being easily remembered."""


def located(text: str) -> bool:
    """Whether a text says where somebody is: a street with its house, a box, a place with its code."""
    if ", " in text and _NAMED_HOUSE.search(text, 0, _READ) is not None:
        return True
    if _DIGIT.search(text) is None and "Box" not in text:
        return False
    return (
        _EIRCODE.search(text) is not None
        or _PLACE.search(text) is not None
        or (_CODE.search(text) is not None and _ABROAD.search(text) is not None)
    )


_ADDRESSED = re.compile(
    r"\b\d{3} \d{3},? [A-Z]|\b[A-Z][a-z]+(?:,| -| –| :)? (?!(?:19|20)\d\d\b)\d{4,6}\b(?! ?\d)|\b(?!(?:19|20)\d\d\b)\d{4,5} [A-Z][a-z]{3,}"
    r"|\b(?i:\d+[a-z]?,? (?:[\w.'’-]+ ){1,4}(?:str|row|hill|park|estate|gardens|mews|quay|yard|house|building|centre|center|street|road|avenue|lane))\b"
    r"|\b(?i:(?:unit|suite|floor|plot|flat|block)s?(?: no\.?| number)?) \d|\b(?:Shop|Stall|Stand|Office|House|Phase|Sector)(?: [Nn]o\.?)? \d+[A-Za-z]?, [A-Z]"
    r"|\b[A-Z][\w'’-]+ (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Highway|Hwy|Terrace|Crescent)\.?, [A-Z][a-z]"
    r"|(?i:\b(?:post(?:al)?|visit(?: us)?|find us|where we are|come (?:and |to )?(?:see|find)(?: us)?)\b)(?: (?:at|in))?[ :–—-]{1,3}(?:[A-Z][\w'’-]+ ){0,4}[A-Z][\w'’-]+, [A-Z]|(?i:^(?:\w+ )?address\W)|\b(?i:(?:head|registered|main) office|headquarter(?:s|ed))\b|\b(?i:located|based) (?:at|in) [A-Z]"
)
"""What else a line of an address, or that gives the town, is known by in any country: then it is given."""


def addressed(text: str) -> bool:
    """Whether a text is known for an address, or for a line that gives the town, by what any country has beside it."""
    return _ADDRESSED.search(text) is not None
