"""What a page says of itself: title, description, names, structured data, robots, refresh, comments."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from auditor.naming import LONGEST, short
from auditor.text import fold, has_letters, visible, word_count

LARGEST_JSON = 500_000
MOST_NAMES = 8
_MARKUP = re.compile(r"<[A-Za-z/!][^>]*>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_REFRESH = re.compile(
    r"^\s*(\d+)(?:\.\d*)?\s*(?:[;,]\s*(?:url\s*=\s*)?[\"']?\s*([^\"']+?)\s*[\"']?\s*)?$", re.IGNORECASE | re.DOTALL
)
_CODE = re.compile(
    r"[{};]|</?\w+[^>]*>|\bfunction\b|^\s*(?:\[if|<!\[|end\s?if|begin\b|\s*/?ko\b|wp:|#)|=\s*[\"']|//|\$\(|::",
    re.IGNORECASE,
)
_ORGANISATIONS = frozenset(
    "organization organisation localbusiness corporation website ngo brand professionalservice store restaurant hotel"
    " dentist physician medicalbusiness legalservice attorney insuranceagency accountingservice plumber electrician"
    " homeandconstructionbusiness generalcontractor roofingcontractor hvacbusiness autorepair automotivebusiness school"
    " collegeoruniversity educationalorganization financialservice realestateagent lodgingbusiness medicalorganization"
    " sportsactivitylocation foodestablishment beautysalon healthandbeautybusiness softwarecompany movingcompany".split()
)
_PRODUCTS = frozenset("product softwareapplication mobileapplication webapplication productmodel vehicle book".split())
_BESIDE = {
    **dict.fromkeys(("founder", "founders", "employee", "employees", "alumni"), "person"),
    "author": "reviewer",
    **dict.fromkeys(("award", "awards"), "award"),
    **dict.fromkeys(("memberOf", "affiliation", "sponsor", "funder", "recognizedBy", "parentOrganization"), "body"),
    "customer": "customer",
    "brand": "brand",
}
"""A property of structured data -> the part that whoever it names has in the company's life."""
MOST_DECLARED = 100
"""Names of others that are taken from one page's structured data."""
_SEPARATOR = re.compile(r"\s+[|–—·•»:]\s+|\s+-\s+|\s*»+\s*|\s*\|\s*|\s+:\s+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©,]{0,20}(?:(?:19|20)\d\d)?(?:\s{0,9}[-–—]\s{0,9}(?:(?:19|20)\d\d|present))?[\s,.|]{0,20}(?:by\s+)?(?P<name>[A-Z0-9][^|•·©]{2,60})",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:[,.]?\s*all rights? reserved.*|\.\s.*|\s[-–—|].*|,?\s*(?:19|20)\d\d.*|\bdesigned\b.*|\bpowered\b.*|\bwebsite\b.*)$",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"[^a-z0-9]")
_LOGO = re.compile(r"logo|brand", re.IGNORECASE)
_LOGO_WORDS = re.compile(
    r"\b(?:logo|logotype|image|icon|home ?page|home|brand|white|black|the|footer|header|company|site|website|main|mobile|banner)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """The declarations of a page."""

    title: str = ""
    description: str = ""
    languages: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    canonical: str = ""
    base: str = ""
    refresh: str = ""
    refresh_delay: int = -1
    index: bool = True
    follow: bool = True
    site_name: str = ""
    schema_types: tuple[str, ...] = ()
    schema_names: tuple[str, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()


def plain(text: str) -> str:
    """The text of a field that may hold markup ("Fast &lt;b&gt;drain&lt;/b&gt; repair"), folded.

    Fields of structured data and descriptions often carry HTML; BeautifulSoup reads the fragment.
    """
    if _MARKUP.search(text):
        from bs4 import BeautifulSoup

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in range(2):  # escaped once more by the editor that wrote it
                if not _MARKUP.search(text):
                    break
                text = BeautifulSoup(visible(text[:LARGEST_JSON]), "lxml").get_text(" ")
        text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    return fold(text)


def read(root: Any, headers: dict[str, str], telling: Sequence[Any]) -> Head:
    """Read the declarations in a page's tree and headers; ``telling`` are its elements by :func:`.markup.telling`."""
    head = Head()
    robots: list[str] = [headers.get("x-robots-tag", "")]
    og: dict[str, str] = {}
    schema: list[Any] = []
    told = root.get("lang") or root.get("xml:lang")
    if told:
        head.languages.append(told)
    for element in root.iter("title", "meta", "link", "base", "script"):
        tag = element.tag
        if tag == "title":
            if not head.title and not _in_svg(element):
                head.title = fold("".join(element.itertext()))
        elif tag == "meta":
            _meta(element, head, og, robots)
        elif tag == "link":
            rel = (element.get("rel") or "").lower().split()
            if "canonical" in rel and not head.canonical:
                head.canonical = (element.get("href") or "").strip()
            if "alternate" in rel and element.get("hreflang"):
                head.alternates.append((element.get("hreflang"), (element.get("href") or "").strip()))
        elif tag == "base":
            head.base = head.base or (element.get("href") or "").strip()
        elif "ld+json" in (element.get("type") or "").lower():
            schema.extend(_json(element.text or ""))
    head.description = head.description or plain(og.get("og:description", ""))
    head.title = head.title or plain(og.get("og:title", ""))
    head.site_name = plain(og.get("og:site_name", "")) or plain(og.get("application-name", ""))
    if og.get("og:locale"):
        head.languages.append(og["og:locale"])
    if headers.get("content-language"):
        head.languages.append(headers["content-language"])
    asked = " ".join(robots).lower()
    head.index = "noindex" not in asked and "none" not in asked.replace(",", " ").split()
    head.follow = "nofollow" not in asked and "none" not in asked.replace(",", " ").split()
    head.schema_types, head.schema_names, head.declared = _schema(schema, telling)
    return head


def _in_svg(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in ("head", "html", "body")


def _meta(element: Any, head: Head, og: dict[str, str], robots: list[str]) -> None:
    """Take in one ``<meta>``."""
    content = element.get("content") or ""
    name = (element.get("name") or element.get("property") or "").strip().lower()
    equiv = (element.get("http-equiv") or "").strip().lower()
    if name == "description":
        head.description = head.description or plain(content)
    elif name in ("robots", "googlebot"):
        robots.append(content)
    elif name in ("og:site_name", "og:title", "og:description", "og:locale", "application-name"):
        og.setdefault(name, content)
    elif name in ("language", "dc.language") or equiv == "content-language":
        head.languages.append(content)
    if equiv == "refresh" and not head.refresh:
        found = _REFRESH.match(content)
        if found and found[2]:
            head.refresh, head.refresh_delay = found[2].strip(), int(found[1][:6])


def _json(text: str) -> Iterator[Any]:
    """The objects of a JSON-LD script, flat; nothing where it cannot be read."""
    text = text.strip()
    if not text or len(text) > LARGEST_JSON:
        return
    text = re.sub(r"^\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]>|-->)\s*$", "", text)
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    waiting, seen = [data], 0
    while waiting and seen < 2000:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in reversed(list(value.values())) if isinstance(inner, dict | list))


def _schema(
    objects: list[Any], telling: Sequence[Any]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Types, organisation names, and others named with their part, in structured data (JSON-LD, microdata)."""
    types: list[str] = []
    names: list[str] = []
    others: dict[str, str] = {}
    for value in objects:
        kinds = _types(value)
        types.extend(kinds)
        told = {kind.lower() for kind in kinds}
        # whoever stands beside the company in an object of its own says so there, before or behind
        for part, named in _BESIDE.items():
            if part != "author" or told & {"review", "userreview", "testimonial"}:
                for name in _named(value.get(part)):
                    others.setdefault(name, named)
    for value in objects:
        told = {kind.lower() for kind in _types(value)}
        for name in _named(value):
            if told & _ORGANISATIONS and name not in others:
                names.append(name)
            elif "person" in told or told & _PRODUCTS:
                others.setdefault(name, "person" if "person" in told else "product")
    for element in [element for element in telling if element.get("itemtype") is not None][:200]:
        kind = element.get("itemtype").rstrip("/").rsplit("/", 1)[-1]
        types.append(kind)
        if kind.lower() in _PRODUCTS or kind.lower() == "person":
            inner = element.xpath(".//*[@itemprop='name']")[:1]
            name = plain("".join(inner[0].itertext())[:300]) if inner else ""
            own = inner and next((up for up in inner[0].iterancestors() if up.get("itemtype")), None) is element
            if own and 1 < len(name) <= LONGEST:
                author = "author" in (element.get("itemprop") or "")
                others.setdefault(name, "reviewer" if author else "person" if kind.lower() == "person" else "product")
    kept = tuple((part, name) for name, part in others.items())[:MOST_DECLARED]
    return tuple(dict.fromkeys(kind for kind in types if kind)), tuple(dict.fromkeys(names)), kept


def _types(value: dict[str, Any]) -> list[str]:
    kinds = value.get("@type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return [fold(kind).rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str)]


def _named(value: Any) -> list[str]:
    """The names that a property gives: a text, an object with a name, or a list of them."""
    found = []
    for entry in value[:50] if isinstance(value, list) else [value]:
        name = entry.get("name") if isinstance(entry, dict) else entry
        if isinstance(name, str) and not name.startswith(("http:", "https:", "#", "/")):
            name = plain(name[:300])
            if 1 < len(name) <= LONGEST:
                found.append(name)
    return found


def names(
    head: Head, host: str, logos: Iterable[str], copyright_lines: Iterable[str], first_heading: str
) -> tuple[str, ...]:
    """The company names that a page declares, best first.

    What the page says in so many words (structured data, ``og:site_name``) comes before what has to be guessed: the
    copyright line, the logo's alternative text, the part of the title that the host or another source confirms.
    """
    told = [name for name in (*head.schema_names, head.site_name) if name]
    rights = [name for line in copyright_lines if (name := copyright_name(line))]
    logo = [name for alt in logos if (name := _logo_name(alt))]
    parts = [part.strip() for part in _SEPARATOR.split(head.title) if part.strip()]
    compact = re.sub(r"[^a-z0-9]", "", host.lower().removeprefix("www.").rsplit(".", 1)[0])
    known = {_bare(name) for name in [*told, *rights, *logo] if name}
    titled = [part for part in parts if _confirmed(part, compact, known)]
    last = parts[-1] if len(parts) > 1 else ""
    if (
        last
        and not (told or rights or titled)
        and word_count(last) <= 5
        and last.casefold() != first_heading.casefold()
    ):
        titled = [last]
    found: dict[str, str] = {}
    for name in [*told, *rights, *titled, *logo]:
        name = name.strip(" .,|-–—")
        if 1 < len(name) <= 80 and has_letters(name) and word_count(name) <= 9:
            found.setdefault(_bare(name), name)
    return tuple(found.values())[:MOST_NAMES]


def _confirmed(part: str, compact: str, known: set[str]) -> bool:
    """Whether a part of a title is the company: the host or another source says the same."""
    bare = _bare(part)
    if len(bare) < 3 or word_count(part) > 7:
        return False
    return bare in known or (
        len(compact) > 3
        and (bare == compact or (len(bare) > 4 and compact.startswith(bare)) or bare.startswith(compact))
    )


def _bare(name: str) -> str:
    return _NO_LETTER.sub("", short(name).casefold())


def copyright_name(line: str) -> str:
    """The holder that a copyright line names, or ""."""
    found = _RIGHTS.search(line)
    if not found:
        return ""
    name = _AFTER_NAME.sub("", found["name"]).strip(" .,-–—|")
    if name.lower().startswith(("all rights", "copyright", "the website", "reserved")) or not re.search(
        r"[A-Za-z]{2}", name
    ):
        return ""
    return name if word_count(name) <= 8 else ""


def _logo_name(alt: str) -> str:
    name = fold(_LOGO_WORDS.sub(" ", alt)).strip(" -–—|.,")
    return name if 2 < len(name) <= 60 and word_count(name) <= 6 else ""


def is_logo(src: str, alt: str) -> bool:
    """Whether an image is the company's logo."""
    return bool(_LOGO.search(src.rsplit("/", 1)[-1]) or _LOGO.search(alt))


def prose(comments: Iterable[str]) -> tuple[str, ...]:
    """The HTML comments that hold prose: four words or more, no code, no conditional comment, no repeated frame."""
    found: list[str] = []
    for comment in comments:
        text = fold(comment).strip("-–=* #/")
        if len(text) > 600:
            text = text[:600]
        if word_count(text) >= 4 and not _CODE.search(text) and _sounds_like_prose(text):
            found.append(text)
    counted = Counter(found)
    return tuple(text for text in dict.fromkeys(found) if counted[text] <= 3)[:50]


def _sounds_like_prose(text: str) -> bool:
    letters = sum(1 for character in text if character.isalpha() or character == " ")
    small = sum(1 for word in text.split() if word.isalpha() and word.islower())
    return letters > 0.75 * len(text) and small >= 2


def host_of(url: str) -> str:
    """The host name of an address."""
    return urlsplit(url).hostname or ""
