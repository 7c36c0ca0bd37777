from __future__ import annotations

import gc
import weakref

import pytest

from auditor.classify.pages import Labeller
from auditor.cli import progress
from auditor.cli.progress import SETTLING, TELL_EVERY, Pace
from tests.report import northbeck


class Clock:
    """Seconds that pass only when somebody says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_the_pace_and_not_what_was_done_before_anybody_waited() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.left(50, 100) == ""  # labelled while the crawl went on
    clock.now += SETTLING + 10
    assert pace.left(60, 100) == "about 44 s left"
    clock.now += 500
    assert pace.left(61, 100).endswith("min left")
    assert pace.left(100, 100) == ""


def test_a_line_of_progress_is_due_every_few_seconds_at_most() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left(0, 9)
    told = []
    for _ in range(30):
        clock.now += 1
        told.append(pace.due())
    assert sum(told) == 30 // TELL_EVERY
    assert not told[0]


def test_labelling_tells_every_page_once_and_gives_the_judgements_in_order() -> None:
    pages = [judged.page for judged in northbeck.pages()[:4]]
    told: list[tuple[int, int]] = []
    with Labeller("fast", "en", threads=2) as labeller:
        for page in pages[:3]:  # the fourth was not sent ahead
            labeller.submit(page)
        found = labeller.all_judgements(pages, lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [len(one) for one in found] == [len(page.units) for page in pages]


def test_without_a_terminal_labelling_is_told_in_plain_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "TELL_EVERY", 0.0)
    with progress.watching() as watch:
        watch.stage("Labelling the copy of 3 pages")
        for done in (1, 2, 3):
            watch.labelled(done, 3)
    lines = [line for line in capsys.readouterr().err.splitlines() if line.strip()]
    assert lines[:3] == ["Labelling the copy of 3 pages ...", "Labelled 1 of 3 pages", "Labelled 2 of 3 pages"]


def test_the_model_is_let_go_when_all_is_labelled() -> None:
    (page,) = northbeck.pages()[:1]
    with Labeller("fast", "en", threads=1) as labeller:
        labeller.submit(page.page)
        labeller.all_judgements([page.page], lambda done, of: None)
        before = labeller.version
        held = weakref.ref(labeller._classifier)
        labeller.rest()
        gc.collect()
        assert held() is None
        assert labeller.version == before
