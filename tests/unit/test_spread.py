"""Work spread over the cores gives what one process alone gives."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from auditor import spread as module
from auditor.spread import spread

FORKS = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")


def _square(number: int) -> int:
    return number * number


def _slowly(number: int) -> tuple[int, int]:
    time.sleep(0.02)
    return number, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_stand_in_the_order_of_the_tasks_whoever_did_them(processes: int) -> None:
    tasks = [partial(_square, number) for number in range(600)]
    assert spread(tasks, processes) == [number * number for number in range(600)]
    assert spread(list[Callable[[], int]](), processes) == []


@FORKS
def test_each_task_is_done_once_and_forks_do_some_of_them() -> None:
    tasks = [partial(_slowly, number) for number in range(20)]
    found = spread(tasks, 2)
    assert [number for number, _ in found] == list(range(20))
    assert len({who for _, who in found}) == 2


@FORKS
def test_what_a_fork_does_not_hand_back_is_done_here() -> None:
    here = os.getpid()

    def dies(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02)
        return number

    def raises(number: int) -> int:
        if os.getpid() != here:
            raise RuntimeError
        time.sleep(0.02)
        return number

    def hands_back_what_cannot_be_sent(number: int) -> object:
        return (lambda: number) if os.getpid() != here else time.sleep(0.02)

    for task in (dies, raises):
        assert spread([partial(task, number) for number in range(6)], 3) == list(range(6))
    assert spread([partial(hands_back_what_cannot_be_sent, number) for number in range(6)], 2) == [None] * 6


def test_an_error_is_heard_here() -> None:
    def fails() -> int:
        raise ValueError("no such pump")

    for processes in (1, 2):
        with pytest.raises(ValueError, match="no such pump"):
            spread([partial(_square, 2), fails], processes)


@FORKS
def test_where_no_process_may_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refused)
    assert spread([partial(_square, number) for number in range(5)], 4) == [0, 1, 4, 9, 16]


@FORKS
def test_a_process_that_holds_much_goes_on_alone_unless_somebody_asks_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cores", lambda: 2)
    tasks = [partial(_slowly, number) for number in range(20)]
    monkeypatch.setattr(module, "ROOM", 1 << 40)  # what this process of tests holds by now is not what is asked
    assert len({who for _, who in spread(tasks)}) == 2
    monkeypatch.setattr(module, "ROOM", 1 << 20)
    assert {who for _, who in spread(tasks)} == {os.getpid()}
    assert len({who for _, who in spread(tasks, 2)}) == 2


@FORKS
@pytest.mark.parametrize(("bytes_short", "processes"), [(0, 2), (1, 1)])
def test_another_process_is_begun_where_there_is_room_for_what_it_comes_to_own_and_what_both_add(
    monkeypatch: pytest.MonkeyPatch, bytes_short: int, processes: int
) -> None:
    held = round((module.ROOM - 2 * module.GROWS) / (1 + module.OWNED))
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(module, "_held", lambda: held + 2 * bytes_short - 1)
    assert len({who for _, who in spread([partial(_slowly, number) for number in range(20)])}) == processes


@FORKS
def test_where_each_looks_at_a_part_of_what_is_held_there_is_room_for_more_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(module, "_held", lambda: (module.ROOM - 2 * module.GROWS) * 4 // 5)
    tasks = [partial(_slowly, number) for number in range(20)]
    assert {who for _, who in spread(tasks)} == {os.getpid()}
    assert len({who for _, who in spread(tasks, owned=0.24)}) == 2
    assert {who for _, who in spread(tasks, owned=0.26)} == {os.getpid()}


@FORKS
def test_no_task_is_done_twice_and_more_of_them_than_a_pipe_holds_are_all_done(tmp_path: Path) -> None:
    def noted(number: int) -> int:
        with open(tmp_path / "done", "ab") as file:
            file.write(b"%d\n" % number)
        return number

    for count in (300, 20_000):
        (tmp_path / "done").write_bytes(b"")
        assert spread([partial(noted, number) for number in range(count)], 3) == list(range(count))
        assert len((tmp_path / "done").read_text().split()) == count


def test_the_collector_looks_as_often_as_before_when_a_run_is_over_however_it_ended() -> None:
    before, meanwhile = gc.get_threshold(), []

    def breaks() -> None:
        with module.collecting_seldom():
            meanwhile.append(gc.get_threshold())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        breaks()
    assert meanwhile == [module.SELDOM] != [before]
    assert gc.get_threshold() == before
