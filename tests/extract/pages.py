"""How the tests of extraction make a page from a piece of HTML."""

from auditor.extract import extract_page
from auditor.model import Page, Region, Snapshot, Unit

ORIGIN = "https://example.com"


def read(html: str | bytes, path: str = "/page.html", status: int = 200, **headers: str) -> Page:
    """The page that a server sent under ``path``. Header names are given with underscores."""
    url = ORIGIN + path
    body = html.encode() if isinstance(html, str) else html
    sent = {name.replace("_", "-"): value for name, value in {"content_type": "text/html", **headers}.items()}
    return extract_page(Snapshot(url, url, status, sent, "digest", "2026-11-22T00:00:00Z"), body, ORIGIN)


def body(html: str, path: str = "/page.html") -> Page:
    return read(f"<!doctype html><html lang=en><body>{html}</body></html>", path)


def texts(page: Page) -> list[str]:
    return [unit.text for unit in page.units]


def copy(page: Page) -> list[str]:
    return [unit.text for unit in page.units if unit.region.is_copy]


def inside(page: Page, region: Region) -> list[str]:
    return [unit.text for unit in page.units if unit.region is region]


def unit(page: Page, text: str) -> Unit:
    return next(unit for unit in page.units if unit.text == text)
