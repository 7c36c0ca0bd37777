"""Whole pages in, judgements out: on threads, while pages still arrive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from auditor.classify import features
from auditor.classify.classifier import Classifier, load
from auditor.classify.kept import KeptLabels
from auditor.model import Item, Judgement, Page, Unit, lean
from auditor.spread import cores


class Labeller:
    """Labels pages on threads; one session. Judgements never depend on the number of threads.

    ``asked`` counts the items that the classifier was asked for: those that no earlier run has left; ``recalled`` are
    the pages of which it was asked nothing. ``version`` is the classifier's.
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
    ) -> None:
        """Load the classifier of a mode for a language; raises UsageError where there is none.

        ``threads`` 0 takes one a core. ``kept`` is the file of labels that earlier runs left and this one adds to; without ``recall`` it is only added
        to. ``beside`` is called with every page submitted, on the same threads: for what else can be got ready meanwhile.
        """
        self.mode = mode
        self.language = language
        self._classifier: Classifier | None = load(mode, language)
        self.version = self._classifier.version
        self._pool = ThreadPoolExecutor(threads or cores(), thread_name_prefix="label")
        self._kept = KeptLabels(kept, self.version) if kept is not None else None
        self._recall = recall
        self._beside = beside
        self.asked = 0
        self.recalled: list[Page] = []
        self._pending: dict[str, Future[list[Judgement]]] = {}
        self._known: dict[Any, Any] = {}

    def __enter__(self) -> Labeller:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._kept is not None:
            self._kept.close()

    @property
    def trouble(self) -> str:
        """A sentence where the kept labels cannot be used, else ""."""
        return self._kept.trouble if self._kept is not None else ""

    def recall(self, page: Page, judgements: list[Judgement]) -> None:
        """Take the judgements of a page from an earlier run of the same classifier."""
        self.recalled.append(page)
        done: Future[list[Judgement]] = Future()
        done.set_result(self._lean(page, judgements))
        self._pending[page.url] = done

    def submit(self, page: Page) -> None:
        """Start to label a page."""
        self._pending[page.url] = self._pool.submit(self._label, page)
        if self._beside is not None:
            self._pool.submit(self._beside, page)

    def judgements(self, page: Page) -> list[Judgement]:
        """The judgements of a page's units, in order; waits for them, or labels now."""
        pending = self._pending.pop(page.url, None)
        return pending.result() if pending else self._label(page)

    def all_judgements(self, pages: Sequence[Page], told: Callable[[int, int], None]) -> list[list[Judgement]]:
        """The judgements of these pages, in order; ``told`` hears how many of them are labelled, and of how many."""
        under_way = [self._pending[page.url] for page in pages if page.url in self._pending]
        for done, one in enumerate(as_completed(under_way), 1):
            one.result()  # what went wrong is said at once, not when all the others are done
            told(done, len(pages))
        done, found = len(under_way), []
        for page in pages:
            waited = page.url in self._pending
            found.append(self.judgements(page))
            if not waited:
                done += 1
                told(done, len(pages))
        return found

    def rest(self) -> None:
        """Let go of the model, the threads and what is at hand, when all is labelled; nothing can be asked after that."""
        self._pool.shutdown(wait=True)
        self._classifier = None
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
        return [
            lean(one, self._known.get(one.why) or same(one.why, tuple([same(word, word) for word in one.why])))
            if unit.region.is_copy
            else same(one, one)
            for unit, one in zip(page.units, judged, strict=True)
        ]


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
