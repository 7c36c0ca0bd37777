"""What a command shows of its work while it is at it, and how it hears that it is to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from auditor.gather import Watch
from auditor.report.safe import shown


class Pace:
    """How long the rest of a piece of work takes, by how long the part before it took. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began: float | None = None
        self._from = (0.0, 0)
        self._told = 0.0

    def left(self, done: int, of: int) -> str:
        """The time left in words; "" as long as there is nothing to tell it by.

        What is done in the first SETTLING seconds was done before anybody waited for it and says nothing of the rest.
        """
        now = self._clock()
        if self._began is None:
            self._began = self._told = now
        if now - self._began < SETTLING:
            self._from = (now, done)
            return ""
        since, first = self._from
        if done <= first or done >= of:
            return ""
        seconds = (now - since) / (done - first) * (of - done)
        return f"about {max(1, round(seconds))} s left" if seconds < 90 else f"about {round(seconds / 60)} min left"

    def due(self) -> bool:
        """True at most every TELL_EVERY seconds: time for one more line where there is no terminal to draw in."""
        now = self._clock()
        if now - self._told < TELL_EVERY:
            return False
        self._told = now
        return True


SETTLING = 1.0
"""Seconds from the start of a piece of work that tell nothing of its pace."""

TELL_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""


@contextmanager
def watching(*, partial: bool = True) -> Iterator[Watch]:
    """Progress on stderr, and Ctrl-C that asks the crawl to stop (a second one stops everything).

    ``partial`` is whether the pages kept so far are worth a report; where they are not, the first one stops everything.
    """
    stopped = threading.Event()

    def ask(_: int, __: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()
        console.print("Stopping: the report will speak of the pages kept so far (Ctrl-C again stops at once).")

    console = Console(stderr=True, highlight=False)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=None, left="")
        pace = Pace()

        def stage(words: str) -> None:
            words = shown(words)  # they may name a folder, and whoever named that may have been anybody
            bar.update(task, description=words, total=None, left="")
            if not console.is_terminal:
                console.print(f"{words} ...", markup=False)

        def progress(kept: int, queued: int) -> None:
            bar.update(task, completed=kept, total=kept + queued)

        def labelled(done: int, of: int) -> None:
            left = pace.left(done, of)
            bar.update(task, completed=done, total=of, left=left)
            if not console.is_terminal and pace.due() and done < of:
                console.print(f"Labelled {done} of {of} pages{', ' * bool(left)}{left}", markup=False)

        def note(words: str) -> None:
            console.print(shown(words), markup=False, soft_wrap=True)

        restore = _on_signals(ask) if partial else lambda: None
        try:
            yield Watch(stage=stage, note=note, progress=progress, labelled=labelled, stop=stopped.is_set)
        finally:
            restore()


def _on_signals(handler: Callable[[int, FrameType | None], None]) -> Callable[[], None]:
    old = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, previous in old.items():
            signal.signal(number, previous)

    return restore
