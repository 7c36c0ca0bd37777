"""Whole pages in, judgements out: on threads, while pages still arrive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from auditor.classify import features
from auditor.classify.classifier import Classifier, load
from auditor.classify.kept import KeptLabels
from auditor.classify.sample import Reading, lines_of
from auditor.columns import lean
from auditor.model import Item, Judgement, Label, Page, Unit
from auditor.spread import cores


class Labeller:
    """Labels pages on threads; one session. Judgements never depend on the number of threads.

    ``asked`` counts the items that the classifier was asked for: those that no earlier run has left; ``recalled`` are
    the pages of which it was asked nothing. ``version`` is the classifier's. ``small`` and ``beside`` are, by URL, what
    :class:`auditor.model.JudgedPage` calls so, once all is labelled; ``budget`` is as given.
    """

    def __init__(
        self,
        mode: str,
        language: str,
        *,
        threads: int,
        kept: Path | None = None,
        recall: bool = True,
        beside: Callable[[Page], object] | None = None,
        budget: int = 0,
    ) -> None:
        """Load the classifier of a mode for a language; raises UsageError where there is none.

        ``threads`` 0 takes one a core. ``kept`` is the file of labels that earlier runs left and this one adds to; without ``recall`` it is only added
        to. ``beside`` is called with every page submitted, on the same threads: for what else can be got ready meanwhile. With a
        ``budget``, the lines of copy that the classifier reads, pages that come when it is spent wait for :meth:`all_judgements`,
        which is told what to read, and the small model begins with all.
        """
        self.mode = mode
        self.language = language
        self._classifier: Classifier | None = load(mode, language)
        self.version = self._classifier.version
        self._pool = ThreadPoolExecutor(threads or cores(), thread_name_prefix="label")
        self._kept = KeptLabels(kept, self.version) if kept is not None else None
        self._recall = recall
        self._read_ahead = beside
        self.asked = 0
        self.recalled: list[Page] = []
        self.small: set[str] = set()
        self.beside: dict[str, tuple[Label, ...]] = {}
        self._pending: dict[str, Future[list[Judgement]]] = {}
        self._known: dict[Any, Any] = {}
        self.budget = budget
        self._left = budget or None
        self._quick: _Quick | None = None

    def __enter__(self) -> Labeller:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._quick is not None:
            self._quick.pool.shutdown(wait=False, cancel_futures=True)
        if self._kept is not None:
            self._kept.close()

    @property
    def trouble(self) -> str:
        """A sentence where the kept labels cannot be used, else ""."""
        return self._kept.trouble if self._kept is not None else ""

    def recall(self, page: Page, judgements: list[Judgement], *, small: bool = False) -> None:
        """Take the judgements of a page from an earlier run of the same classifier, or of the ``small`` one beside it."""
        self.recalled.append(page)
        done: Future[list[Judgement]] = Future()
        done.set_result(self._lean(page, judgements))
        self._spend(page)
        (self._small().pending if small else self._pending)[page.url] = done

    def submit(self, page: Page) -> None:
        """Start to label a page."""
        if self._spend(page):
            self._pending[page.url] = self._pool.submit(self._label, page)
        else:
            self._small().submit(page)
        if self._read_ahead is not None:
            self._pool.submit(self._read_ahead, page)

    def _spend(self, page: Page) -> bool:
        """Whether the budget holds this page and all before it; once it does not, what waits is taken back."""
        if self._left is None:
            return True
        before, self._left = self._left, self._left - lines_of(page)
        if self._left < 0 <= before:
            for url in [url for url, waiting in self._pending.items() if waiting.cancel()]:
                del self._pending[url]
        return self._left >= 0

    def _small(self) -> _Quick:
        if self._quick is None:
            self._quick = _Quick(self.language, self._lean)
        return self._quick

    def judgements(self, page: Page) -> list[Judgement]:
        """The judgements of a page's units, in order; waits for them, or labels now."""
        pending = self._pending.pop(page.url, None)
        return pending.result() if pending else self._label(page)

    def all_judgements(
        self,
        pages: Sequence[Page],
        told: Callable[[int, int], None],
        chosen: Mapping[str, Reading] = MappingProxyType({}),
    ) -> list[list[Judgement]]:
        """The judgements of these pages, in order; ``told`` hears how many of them are labelled, and of how many.

        ``chosen`` names for each page, by URL, what reads it; without it the classifier reads them all.
        """
        large = [page for page in pages if chosen.get(page.url, Reading.LARGE) is not Reading.SMALL]
        small = [page for page in pages if chosen.get(page.url, Reading.LARGE) is not Reading.LARGE]
        wanted = {page.url for page in large}
        for url in [url for url in self._pending if url not in wanted]:
            self._pending.pop(url).cancel()
        for page in large:
            if page.url not in self._pending:
                self._pending[page.url] = self._pool.submit(self._label, page)
        quick = self._small().wanted(small) if small else {}
        rest = [quick[page.url] for page in small if page.url not in wanted]
        for done, one in enumerate(as_completed(list(chain(self._pending.values(), rest))), 1):
            one.result()  # what went wrong is said at once, not when all the others are done
            told(done, len(pages))
        self.small = {page.url for page in small} - wanted
        self.beside = {
            page.url: tuple(one.label for one in quick[page.url].result()) for page in small if page.url in wanted
        }
        found = [quick[page.url].result() if page.url in self.small else self.judgements(page) for page in pages]
        if self._quick is not None:
            self._quick.pending.clear()
        return found

    def rest(self) -> None:
        """Let go of the model, the threads and what is at hand, when all is labelled; nothing can be asked after that."""
        self._pool.shutdown(wait=True)
        if self._quick is not None:
            self._quick.pool.shutdown(wait=True)
        self._classifier = self._quick = None
        self._known.clear()
        features.forget()

    def _label(self, page: Page) -> list[Judgement]:
        assert self._classifier is not None
        items = [item_of(unit, page) for unit in page.units]
        if self._kept is None:
            self.asked += len(items)
            return self._lean(page, self._classifier.settle(items, self._classifier.label(items)))
        fresh = list(dict.fromkeys(items))
        known = self._kept.find(fresh) if self._recall else {}
        fresh = [item for item in fresh if item not in known]
        judged = dict(zip(fresh, self._classifier.label(fresh), strict=True))
        self.asked += len(fresh)
        self._kept.keep(judged)
        known |= judged
        return self._lean(page, self._classifier.settle(items, [known[item] for item in items]))

    def _lean(self, page: Page, judged: Sequence[Judgement]) -> list[Judgement]:
        """The judgements of a page in less room: what menus and footers say is one for all pages, and so is each reason."""
        same = self._known.setdefault
        own = iter(lean([one for unit, one in zip(page.units, judged, strict=True) if unit.region.is_copy], self._why))
        return [
            next(own) if unit.region.is_copy else same(one, one) for unit, one in zip(page.units, judged, strict=True)
        ]

    def _why(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The same reasons, one for all whom they are told of."""
        same = self._known.setdefault
        known: tuple[str, ...] = self._known.get(words) or same(words, tuple([same(word, word) for word in words]))
        return known


class _Quick:
    """The small model beside the large one, on a thread of its own: its work is Python's, which runs on one at a time."""

    def __init__(self, language: str, leaned: Callable[[Page, Sequence[Judgement]], list[Judgement]]) -> None:
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="label-small")
        self.pending: dict[str, Future[list[Judgement]]] = {}
        self._classifier = load("fast", language)
        self._lean = leaned

    def submit(self, page: Page) -> Future[list[Judgement]]:
        """Start to label a page."""
        found = self.pending[page.url] = self.pool.submit(self._label, page)
        return found

    def wanted(self, pages: Sequence[Page]) -> dict[str, Future[list[Judgement]]]:
        """What is found of these pages, by URL; those that are not under way are begun, the others are let go."""
        kept = {page.url: self.pending.get(page.url) or self.submit(page) for page in pages}
        for url, one in self.pending.items():
            if url not in kept:
                one.cancel()
        self.pending = kept
        return kept

    def _label(self, page: Page) -> list[Judgement]:
        items = [item_of(unit, page) for unit in page.units]
        return self._lean(page, self._classifier.settle(items, self._classifier.label(items)))


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
