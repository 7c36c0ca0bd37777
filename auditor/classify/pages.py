"""Whole pages in, judgements out: each distinct item is judged once, on threads, while pages still arrive."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from auditor.classify.classifier import load
from auditor.model import Item, Judgement, Page, Unit


class Labeller:
    """Labels pages on threads; one session, one cache. Judgements never depend on the number of threads."""

    def __init__(self, mode: str, language: str, *, threads: int) -> None:
        """Load the classifier of a mode for a language; raises UsageError where there is none."""
        self.mode = mode
        self.language = language
        self.classifier = load(mode, language)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="label")
        self._known: dict[Item, Judgement] = {}
        self._pending: dict[str, Future[list[Judgement]]] = {}

    def __enter__(self) -> Labeller:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def submit(self, page: Page) -> None:
        """Start to label a page."""
        self._pending[page.url] = self._pool.submit(self._label, page)

    def judgements(self, page: Page) -> list[Judgement]:
        """The judgements of a page's units, in order; waits for them, or labels now."""
        pending = self._pending.pop(page.url, None)
        return pending.result() if pending else self._label(page)

    def _label(self, page: Page) -> list[Judgement]:
        items = [item_of(unit, page) for unit in page.units]
        fresh = list(dict.fromkeys(item for item in items if item not in self._known))
        self._known.update(zip(fresh, self.classifier.label(fresh), strict=True))
        return [self._known[item] for item in items]


def item_of(unit: Unit, page: Page | None = None) -> Item:
    """A unit as the classifier reads it. Menus and footers are read without their page: they repeat on every one."""
    if not unit.region.is_copy:
        return Item(unit.text, role=unit.role.value, region=unit.region.value)
    return Item(
        unit.text,
        before=unit.before,
        heading=unit.heading,
        title=page.title if page else "",
        url=unit.page,
        role=unit.role.value,
        region=unit.region.value,
        page_kind=page.kind.value if page else "",
    )
