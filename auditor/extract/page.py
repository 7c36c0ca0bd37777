"""One snapshot in, one Page out: the order of the work."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from auditor.addresses import HOST_ONLY, canonical, home, same_site
from auditor.extract import (
    charset,
    fingerprint,
    head,
    kinds,
    language,
    layout,
    markup,
    readable,
    regions,
    styles,
    visibility,
    ways,
)
from auditor.extract.blocks import MOST_NODES, walk
from auditor.extract.tree import COPY, FRAMED, Block, Box, Walked
from auditor.extract.units import MOST_UNITS, copy_digest, units
from auditor.model import Image, Link, Page, Readable, Region, Role, Snapshot, Unit
from auditor.text import fold, word_count

MOST_LINKS = 5_000
MOST_IMAGES = 2_000
_CONTROLS = bytes([*range(9), 11, *range(14, 32)])
_NO_CHARACTERS = ("\ufffe", "\uffff")
_SOLID = re.compile(rb"[!-~]")
_HOME = re.compile(r"^(?:home|home ?page|start|startseite|accueil|inicio)$", re.IGNORECASE)


def extract_page(snapshot: Snapshot, body: bytes, origin: str, aliases: tuple[str, ...] = ()) -> Page:
    """The page that a snapshot's body holds, as a visitor reads it.

    ``origin`` is the site's origin in page names ("https://example.com"); ``aliases`` are further origins that mean
    the same site: links to them are rewritten to ``origin``. A pure function of its arguments; it never raises on any
    bytes.
    """
    with _undisturbed():
        return _extract(snapshot, body, origin, aliases)


def _extract(snapshot: Snapshot, body: bytes, origin: str, aliases: tuple[str, ...]) -> Page:
    """The stages of the work on one page."""
    text, encoding = charset.decode(body, snapshot.headers)
    root, flattened = _parse(text)
    if root is None:
        return _empty(snapshot, encoding)
    telling = markup.telling(root)
    declared = head.read(root, snapshot.headers, telling)
    sheet = styles.read("\n".join(_sheets(root)))
    walked = walk(root, sheet, visibility.revealed(telling))
    regions.assign(walked)
    layout.place(walked)
    found = units(walked, snapshot.url)
    cut = "its markup nests too deep: what stands in the innermost boxes was read without them" if flattened else ""
    if walked.cut:
        cut = f"only its first {MOST_NODES:,} elements were read"
    elif len(found) >= MOST_UNITS:
        cut = f"only its first {MOST_UNITS:,} lines were read"
    base = (
        urljoin(snapshot.final_url or snapshot.url, declared.base)
        if declared.base
        else snapshot.final_url or snapshot.url
    )
    links = _links(walked, base, origin, aliases)
    page = _page(snapshot, encoding, root, declared, walked, found, links, base, origin, aliases, cut)
    for box in walked.boxes:
        box.items.clear()  # no circles: the tree goes at once
    return page


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for circular garbage while a page is taken apart: all that is made lives until the page is done.

    Up to a tenth of the time went into looking through the same few thousand boxes and blocks again and again.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _page(
    snapshot: Snapshot,
    encoding: str,
    root: Any,
    declared: head.Head,
    walked: Walked,
    found: tuple[Unit, ...],
    links: tuple[Link, ...],
    base: str,
    origin: str,
    aliases: tuple[str, ...],
    cut: str,
) -> Page:
    """Put a page together from its parts."""
    copy = [unit for unit in found if unit.region in COPY]
    whole = " ".join(unit.text for unit in copy)
    words = sum([block.words for block in walked.blocks if block.region in COPY])
    all_words = sum([block.words for block in walked.blocks])
    state = readable.decide(
        root, whole, words, all_words, walked, declared.title, snapshot.status, declared.refresh, declared.refresh_delay
    )
    first = next((unit.text for unit in copy if unit.level == 1), "") or next(
        (unit.text for unit in copy if unit.level), ""
    )
    own = [code for code, href in declared.alternates if _named_page(href, base, origin, aliases) == snapshot.url]
    label, section = _in_menu(walked, snapshot.url)
    evidence = kinds.Evidence(
        url=snapshot.url,
        origin=origin,
        title=declared.title,
        heading=first,
        schema_types=declared.schema_types,
        menu=section,
        menu_label=label,
        home_link=_leads_home(walked, snapshot.url),
        copy=kinds.small(whole[:20_000]),
        words=words,
        quotes=_share(copy, Role.QUOTE),
        questions=_questions(copy),
    )
    kind, why = kinds.decide(evidence)
    slug = unquote(urlsplit(snapshot.url).path.rsplit("/", 1)[-1].rsplit(".", 1)[0]).replace("-", " ").replace("_", " ")
    return Page(
        url=snapshot.url,
        snapshot=snapshot.digest,
        kind=kind,
        kind_why=why,
        title=declared.title,
        description=declared.description,
        lang=language.decide((unit.text for unit in copy or found), [*declared.languages, *own]),
        readable=state,
        units=found,
        links=links,
        images=_images(walked, base),
        names=_names(declared, walked, found, origin, first),
        schema_types=declared.schema_types,
        charset=encoding,
        canonical=_named_page(declared.canonical, base, origin, aliases),
        refresh=_named_page(declared.refresh, base, origin, aliases),
        index=declared.index,
        follow=declared.follow,
        digest=copy_digest(found),
        shingles=fingerprint.shingles(found, (slug, first)),
        comments=head.prose(walked.comments),
        cut=cut,
        declared=declared.declared,
        doors=ways.doors(root, walked, base),
    )


def _parse(text: str) -> tuple[Any | None, bool]:
    """(tree of a page, whether its deepest boxes were taken out for it); None where there is no tree."""
    for character in _NO_CHARACTERS:
        if character in text:
            text = text.replace(character, "")
    data = text.encode("utf-8", "ignore").translate(None, _CONTROLS)  # lone surrogates are left out
    if _SOLID.search(data) is None and not data.decode().strip():
        return None, False
    data = markup.to_the_end(data)
    if b"</br" in data or b"</BR" in data:  # HTML, "in body": a parser takes "</br>" for "<br>"
        data = _BROKEN_BREAK.sub(b"<br>", data)
    root, whole = _tree(data)
    if whole:
        return root, False
    for strictly in (False, True):
        root, whole = _tree(markup.flat(data, strictly=strictly))
        if whole:
            break
    return root, True


_BROKEN_BREAK = re.compile(rb"</br\s*/?>", re.I)


def _tree(data: bytes) -> tuple[Any | None, bool]:
    """(tree, whether the parser came to the end of ``data``)."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, True
    if root is not None:
        markup.embody(root)
    last = parser.error_log.last_error
    return root, last is None or last.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _empty(snapshot: Snapshot, encoding: str) -> Page:
    """The page of a body without a tree."""
    kind, why = kinds.decide(kinds.Evidence(snapshot.url, "", "", "", ()))
    return Page(snapshot.url, snapshot.digest, kind, why, "", "", "", Readable.EMPTY, charset=encoding)


def _sheets(root: Any) -> list[str]:
    """The page's own style sheets that hold for a screen."""
    found = []
    for element in root.iter("style"):
        media = (element.get("media") or "").lower()
        if not media or "screen" in media or "all" in media:
            found.append(element.text or "")
    return found


def _named_page(address: str, base: str, origin: str, aliases: tuple[str, ...]) -> str:
    """An address as the name of a page, in the site's own spelling; "" where it is none."""
    url = canonical(address, base) if address else None
    return _at_home(url, origin, aliases) if url else ""


def _at_home(url: str, origin: str, aliases: tuple[str, ...]) -> str:
    """An address of the site, under whichever of its names, in the site's own spelling."""
    for alias in aliases or ("",):
        moved = home(url, origin, alias)
        if moved != url:
            return moved
    return url


_DRAWN_PAGE = re.compile(r"#!?/[\w./~-]{1,100}$")
_DIALS = re.compile(r"(tel|sms):\s*([+\d(][\d\s().+-]{5,24})(?:[?&;].*)?$", re.I)


def _links(walked: Walked, base: str, origin: str, aliases: tuple[str, ...]) -> tuple[Link, ...]:
    """The links of a page; every anchor is told where it leads."""
    found: dict[tuple[str, str, Region], Link] = {}
    top = HOST_ONLY.match(base)
    for anchor in walked.anchors:
        href = anchor.href.strip()
        if not href or href.startswith("#"):
            continue
        if href.startswith("/") and top:  # of the page's own address only the site counts
            target = _known_target(href, top[0], origin, aliases)
        elif href.startswith(("http://", "https://")):
            target = _known_target(href, "", origin, aliases)
        else:
            dialled = _DIALS.match(href)
            if dialled:  # leads to no page, but may dial another number than it shows
                called = Link(
                    f"{dialled[1].lower()}:{dialled[2]}", anchor.text, anchor.box.region, internal=False, follow=False
                )
                found.setdefault((called.url, called.text, called.region), called)
                continue
            target = _target(href, base, origin, aliases)
        if target is None:
            continue
        url, inside = target
        if anchor.rel == FRAMED and not inside:
            continue
        anchor.url = url
        region = anchor.box.region
        if (url, anchor.text, region) not in found and len(found) < MOST_LINKS:
            follow = "nofollow" not in anchor.rel.lower()
            # on other sites what stands behind "#!" names the page ("twitter.com/#!/name"), which a script there draws
            named = _DRAWN_PAGE.search(href) if not inside and "#" in href else None
            place = f"{url}{named[0]}" if named else url
            found[url, anchor.text, region] = Link(place, anchor.text, region, inside, follow)
    return tuple(found.values())


def _target(href: str, base: str, origin: str, aliases: tuple[str, ...]) -> tuple[str, bool] | None:
    """The page that a link leads to, and whether that is the site's; None where it leads to none."""
    url = canonical(href, base)
    if url is None:
        return None
    url = _at_home(url, origin, aliases)
    return url, same_site(url, origin)


_known_target = lru_cache(maxsize=1 << 13)(_target)
"""As :func:`_target`; most links of a page stand on other pages of its site as well."""


def _leads_home(walked: Walked, page: str) -> bool:
    """Whether the page's own home link leads to the page itself."""
    targets = {
        anchor.url for anchor in walked.anchors if anchor.url and "#" not in anchor.href and _HOME.match(anchor.text)
    }
    return targets == {page}


def _images(walked: Walked, base: str) -> tuple[Image, ...]:
    """The images of a page, as its markup describes them."""
    found: list[Image] = []
    for picture in walked.pictures[:MOST_IMAGES]:
        source = picture.src
        if source and not source.startswith("data:"):
            try:
                source = urljoin(base, source[:2000])
            except ValueError:
                source = picture.src[:2000]
        alt = fold(picture.alt) if picture.alt is not None else None
        found.append(Image(source[:2000], alt, picture.box.region, picture.width, picture.height))
    return tuple(found)


def _names(declared: head.Head, walked: Walked, found: tuple[Unit, ...], origin: str, first: str) -> tuple[str, ...]:
    """The company names that the page declares."""
    logos = [
        picture.alt
        for number, picture in enumerate(walked.pictures[:60])
        if picture.alt
        and (number < 3 or picture.box.region in (Region.NAV, Region.FOOTER))
        and (picture.box.traits.logo or head.is_logo(picture.src, picture.alt))
    ]
    rights = [
        unit.text for unit in found[-60:] if "©" in unit.text or "opyright" in unit.text or "(c)" in unit.text.lower()
    ]
    return head.names(declared, head.host_of(origin), logos, rights, first)


def _share(copy: list[Unit], role: Role) -> float:
    """The share of the copy's words in units of one role."""
    total = sum(len(unit.text) for unit in copy)
    return sum(len(unit.text) for unit in copy if unit.role is role) / total if total else 0.0


def _questions(copy: list[Unit]) -> float:
    """The share of headings that are questions."""
    headings = [unit.text for unit in copy if unit.role is Role.HEADING]
    return sum(1 for text in headings if text.endswith("?")) / len(headings) if len(headings) >= 4 else 0.0


def _in_menu(walked: Walked, page: str) -> tuple[str, str]:
    """What the menu calls this page, and under which heading of the menu it stands."""
    for anchor in walked.anchors:
        if anchor.url != page or anchor.box.region is not Region.NAV or not 0 < len(anchor.text) <= 60:
            continue
        label = anchor.text
        box: Box | None = anchor.box
        for _ in range(6):
            box = box.parent if box is not None else None
            if box is None or box.region is not Region.NAV:
                break
            first = next((item for item in box.items if isinstance(item, Block)), None)
            text = first.pieces[0].text.strip("▾▼+ ›»") if first is not None else ""
            if text and text != label and word_count(text) <= 4:
                return label, text
        return label, ""
    return "", ""
