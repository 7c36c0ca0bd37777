"""A stand-in for extraction: links and text by lxml, enough for a crawl to go on."""

from __future__ import annotations

import hashlib

from lxml import html

from auditor.addresses import canonical, same_site
from auditor.model import Link, Page, PageKind, Readable, Region, Role, Snapshot, Unit


def extract(snapshot: Snapshot, body: bytes, origin: str) -> Page | None:
    if b"BREAKS EXTRACTION" in body:
        raise ValueError("cannot read this")
    root = html.fromstring(body) if body.strip() else html.fromstring("<html></html>")
    base = snapshot.url
    for element in root.iter("base"):
        base = canonical(element.get("href", ""), base) or base
    links = []
    for a in root.iter("a"):
        url = canonical(a.get("href"), base) if a.get("href") is not None else None
        if url:
            follow = "nofollow" not in (a.get("rel") or "")
            links.append(Link(url, a.text_content(), Region.MAIN, same_site(url, origin), follow))
    near = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    metas = {(m.get("http-equiv") or m.get("name") or "").lower(): m.get("content", "") for m in root.iter("meta")}
    refresh = metas.get("refresh", "").partition("url=")[2]
    text = " ".join(" ".join(p.text_content() for p in root.iter("p", "h1")).split())
    units = (Unit("u", snapshot.url, 0, text, Role.SENTENCE, Region.MAIN),) if text else ()
    return Page(
        url=snapshot.url,
        snapshot=snapshot.digest,
        kind=PageKind.OTHER,
        kind_why="",
        title=(root.findtext(".//title") or ""),
        description="",
        lang="en",
        readable=Readable.STUB if refresh and not units else Readable.YES,
        units=units,
        links=tuple(links),
        canonical=(canonical(near[0], base) or "") if near else "",
        refresh=(canonical(refresh, base) or "") if refresh else "",
        follow="nofollow" not in metas.get("robots", ""),
        digest=hashlib.sha256(text.encode()).hexdigest() if text else "",
    )
