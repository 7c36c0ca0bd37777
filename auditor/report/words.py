"""Numbers and names of the method as words: what the report calls things, in one place."""

from __future__ import annotations

import math

from auditor.model import Label, PageKind, Rollup, Share

NB = "\u00a0"

WIDE = 0.25
"""Width of a share's range from which no percentage is told: "5 to 45 %" tells a chief executive nothing."""

UNSURE = "the labels are not sure enough there for a percentage"
"""Why nothing is told in percent where enough was read and the range is WIDE."""

LABELS: dict[Label, tuple[str, str]] = {
    Label.OUTCOME: ("Outcome", "a result, change or goal in the customer’s own world"),
    Label.PROBLEM: ("Problem", "the customer’s situation, need or worry before the vendor enters"),
    Label.FEATURE: ("Feature", "what the product or service is, has, does or costs"),
    Label.SPEC: ("Spec", "a measured or standardised technical property"),
    Label.COMPANY: ("Company", "the vendor itself: history, size, people, awards, values"),
    Label.POLICY: ("Terms", "a rule or condition that the customer has to accept"),
    Label.OTHER: ("Other", "navigation, bare calls to action, contact data, general facts"),
}
"""Each label's name in the report and the definition in one phrase (in full: the codebook)."""

GROUPS: dict[Rollup, tuple[str, str]] = {
    Rollup.CUSTOMER: ("Customer", "outcomes and problems"),
    Rollup.PRODUCT: ("Product", "features and specs"),
    Rollup.COMPANY: ("Company", "the vendor itself"),
    Rollup.TERMS: ("Terms", "rules and conditions"),
    Rollup.OTHER: ("Other", "none of these"),
}

FOCUS = (Rollup.CUSTOMER, Rollup.PRODUCT, Rollup.COMPANY)

KINDS: dict[PageKind, str] = {
    PageKind.HOME: "Home page",
    PageKind.PRODUCT: "Product pages",
    PageKind.SERVICE: "Service pages",
    PageKind.SOLUTION: "Solution and industry pages",
    PageKind.PRICING: "Pricing",
    PageKind.ABOUT: "About",
    PageKind.MISSION: "Mission and values",
    PageKind.CUSTOMERS: "Customers and cases",
    PageKind.TESTIMONIAL: "Testimonials",
    PageKind.BLOG: "Blog and education",
    PageKind.SUPPORT: "Support",
    PageKind.DOCS: "Documentation",
    PageKind.POLICY: "Policies and terms",
    PageKind.CAREERS: "Careers",
    PageKind.INVESTORS: "Investors",
    PageKind.CONTACT: "Contact",
    PageKind.OTHER: "Other pages",
}

SHORT = {kind: name.removesuffix(" pages") for kind, name in KINDS.items()}
"""The same where one page is meant."""

APART = frozenset({PageKind.SUPPORT, PageKind.DOCS, PageKind.POLICY, PageKind.CAREERS, PageKind.INVESTORS})
"""Page kinds outside the measure of focus (METHOD, section 1): they have bars of their own."""

SELLING = (PageKind.HOME, PageKind.PRODUCT, PageKind.SERVICE, PageKind.SOLUTION, PageKind.PRICING)
"""Page kinds a buyer reads to decide; their copy is shown first."""


def number(value: int) -> str:
    """An integer with thousands separated."""
    return f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 page", "27 pages"."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def points(value: float) -> str:
    """A score (0-100) in whole points, a half rounded up; scores are kept in tenths, so that every place says the same."""
    return str(math.floor(round(value, 1) + 0.5))


def percent(value: float) -> str:
    """A share (0-1) in whole percent; what is not nothing is never shown as 0, nor what is not all as 100."""
    whole = round(value * 100)
    if value > 0 and whole == 0:
        return f"under 1{NB}%"
    if value < 1 and whole == 100:
        return f"over 99{NB}%"
    return f"{whole}{NB}%"


def span(low: float, high: float) -> str:
    """An interval of shares: "11 to 20 %", or one figure where both ends round alike."""
    first, last = round(low * 100), round(high * 100)
    return f"{first}{NB}%" if first == last else f"{first}{NB}to{NB}{last}{NB}%"


def in_percent(share: Share) -> bool:
    """Whether a share is told in percent: enough was read, and its range is narrower than WIDE."""
    return (
        share.value is not None and share.low is not None and share.high is not None and share.high - share.low < WIDE
    )


def estimate(share: Share) -> str:
    """A share as far as it may be said: "15 % (11 to 20 %)", or a word and why there is no percentage."""
    if not share.total:
        return "nothing to count"
    if share.value is None or share.low is None or share.high is None:
        return f"{share.word}: {share.why} for a percentage" if share.why else share.word
    if share.high - share.low >= WIDE:
        return f"{share.word}: {UNSURE}"
    return f"{percent(share.value)} ({span(share.low, share.high)})"


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…”\"'" else f"{text}."


def day(stamp: str) -> str:
    """The date of an ISO time as people write it: "14 November 2026"; the text itself where it is none."""
    months = "January February March April May June July August September October November December".split()
    parts = stamp[:10].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return stamp
    return f"{int(parts[2])}{NB}{months[int(parts[1]) - 1]}{NB}{parts[0]}"
