"""What a model said of exactly this input is not asked again, and comes back to the last digit."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.classify import load
from auditor.classify.kept import MOST_VERSIONS, KeptLabels
from auditor.classify.pages import Labeller
from auditor.model import Item, Page, PageKind, Readable, Region, Role, Unit

ITEMS = [
    Item("Your drivers spend the night at home"),
    Item("Sealed to IP67", heading="The housing", role="bullet", region="main"),
    Item("Founded by two sisters in 1974\x1fand a dog 🐕", before="Who we are"),
]


def test_a_judgement_comes_back_to_the_last_digit(tmp_path: Path) -> None:
    judged = dict(zip(ITEMS, load("fast").label(ITEMS), strict=True))
    kept = KeptLabels(tmp_path / "labels.sqlite", "one")
    kept.keep(judged)
    kept.close()
    again = KeptLabels(tmp_path / "labels.sqlite", "one")
    assert again.find(ITEMS) == judged
    assert again.find([replace(ITEMS[0], heading="Another heading")]) == {}
    assert again.trouble == ""


def test_another_model_has_labels_of_its_own_and_the_oldest_go(tmp_path: Path) -> None:
    judged = dict(zip(ITEMS, load("fast").label(ITEMS), strict=True))
    assert MOST_VERSIONS == 2
    for version, known in (("one", False), ("two", False), ("one", True), ("three", False), ("two", False)):
        kept = KeptLabels(tmp_path / "labels.sqlite", version)
        assert bool(kept.find(ITEMS)) == known, version
        kept.keep(judged)
        kept.close()


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "labels.sqlite"
    path.write_bytes(b"this was a database once" * 100)
    kept = KeptLabels(path, "one")
    judged = dict(zip(ITEMS, load("fast").label(ITEMS), strict=True))
    kept.keep(judged)
    assert (kept.find(ITEMS), kept.trouble) == (judged, "")


def test_a_place_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "labels.sqlite").mkdir()
    kept = KeptLabels(tmp_path / "labels.sqlite", "one")
    kept.keep(dict(zip(ITEMS, load("fast").label(ITEMS), strict=True)))
    assert kept.find(ITEMS) == {}
    assert "the next run labels everything again" in kept.trouble


def test_many_threads_may_ask_and_keep_at_once(tmp_path: Path) -> None:
    kept = KeptLabels(tmp_path / "labels.sqlite", "one")
    judgement = load("fast").label(ITEMS[:1])[0]
    items = [[Item(f"Line {n} of thread {t}") for n in range(40)] for t in range(4)]

    def work(mine: list[Item]) -> None:
        for item in mine:
            kept.keep({item: judgement})
            assert kept.find([item]) == {item: judgement}

    threads = [threading.Thread(target=work, args=(mine,)) for mine in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.find([item for mine in items for item in mine])) == 160
    assert kept.trouble == ""


@pytest.mark.parametrize("recall", [True, False])
def test_a_second_run_asks_the_model_for_what_changed_alone(tmp_path: Path, recall: bool) -> None:
    def page(*texts: str) -> Page:
        url = "https://fenwick.example/"
        units = tuple(Unit(str(n), url, n, text, Role.SENTENCE, Region.MAIN) for n, text in enumerate(texts))
        return Page(url, "", PageKind.HOME, "", "Fenwick Boats", "", "en", Readable.YES, units)

    first, second = page("We mend wooden boats.", "No job too small."), page("We mend wooden boats.", "Since 1974.")
    path = tmp_path / "labels.sqlite"
    with Labeller("fast", "en", threads=1, kept=path) as labeller:
        before = labeller.judgements(first)
        assert labeller.asked == 2
    with Labeller("fast", "en", threads=1, kept=path, recall=recall) as labeller:
        after = labeller.judgements(second)
        assert labeller.asked == (1 if recall else 2)
    assert after[0].label == before[0].label  # its page has changed, so that its probability may
    with Labeller("fast", "en", threads=1) as bare:
        assert bare.judgements(second) == after
