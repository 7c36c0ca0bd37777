"""Events cross a pipe and come out the same; what a site says twice is held once."""

from __future__ import annotations

from msgspec import structs

from auditor.crawl.events import Kept, Reader, frame
from auditor.model import Link, Page, PageKind, Readable, Region, Role, Snapshot, Unit


def _kept(url: str) -> Kept:
    unit = Unit(url, url, 0, "Boats mended while you wait", Role.HEADING, Region.MAIN, selector="main > h2", level=2)
    link = Link("https://boats.example/prices", "Prices", Region.NAV, internal=True)
    page = Page(url, "d", PageKind.HOME, "", "Boats", "", "en", Readable.YES, (unit,), (link,), names=("Boats",))
    return Kept(Snapshot(url, url, 200, {"content-type": "text/html"}, "d", "2026-01-01T00:00:00Z"), page, depth=1)


def test_an_event_comes_out_as_it_went_in_and_repeats_are_shared() -> None:
    sent = [_kept("https://boats.example/"), _kept("https://boats.example/yard")]
    reader = Reader()
    first, second = (reader.event(frame(one)[4:]) for one in sent)
    assert [first, second] == sent
    assert isinstance(first, Kept)
    assert isinstance(second, Kept)
    assert first.page is not None
    assert second.page is not None
    (one,), (other,) = first.page.units, second.page.units
    assert one.text is other.text
    assert one.selector is other.selector
    assert first.page.links[0] is second.page.links[0]
    assert structs.replace(one, id=other.id, page=other.page) == other
