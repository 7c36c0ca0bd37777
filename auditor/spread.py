"""Work spread over the cores: tasks that hang on nothing but what is in memory already, done by forks of this process too.

A fork sees all that was there when it began and hands back what its tasks gave. Which process does which task is left to
chance; what comes back is not: it stands in the order of the tasks, and what a fork did not hand back, for whatever
reason, is done here, where an error is heard. One core, a system on which a process with threads cannot be forked
safely, or one that allows no more processes: everything is done here.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

MOST = 4
"""Processes that share the work, unless somebody asks for more."""

ROOM = 600 << 20
"""Bytes that they may hold together, unless somebody asks for more: what a large site may take."""

OWNED = 0.8
"""The share of what this process holds that a fork comes to own, unless somebody knows better: to look at an object is to count
one who looks at it, and each page of memory written to is copied.

On 2,000 pages (``python -m tests.bench``) the audits' process held 265 MB where it forked, of which the two still shared 51 MB
some time before their end.
"""

GROWS = 45 << 20
"""Bytes that each process adds while it works: the same two came to 567 MB at most, 90 more than what they held and copied.

It is no bound: on a quiet machine the same run came to 573 MB, and with the default labels, of which more is held, to 618.
Since pages hold columns (:mod:`auditor.columns`) it comes to 501 MB on a busy machine, and to 515 with the default labels.
"""

SELDOM = (10_000, 10, 10)
"""Objects made before Python's collector looks through the youngest, and looks before it takes in the older ones and all.

A run makes millions of objects that stay to its end and hardly a cycle, and all of them are looked through whenever they
are a quarter more: ten thousand, a judgement, make the youngest worth a look.
"""

_NUMBER = 4
"""Bytes in which the number of a task is handed out."""

_WAITING = 1 << 14
"""Numbers that fit into a pipe before anybody reads it (64 KiB on Linux); of more tasks each number stands for several."""

_PR_SET_PDEATHSIG = 1
"""Linux's prctl: the signal that this process gets when the one that started it ends."""

_T = TypeVar("_T")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def collecting_seldom() -> Iterator[None]:
    """Have Python's collector look by :data:`SELDOM` meanwhile, and then as before."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def spread(tasks: Sequence[Callable[[], _T]], processes: int = 0, *, owned: float = OWNED) -> list[_T]:
    """What each of these tasks gives, in their order; they are begun in that order, so the longest should stand first.

    ``processes`` is how many share them, this one included; 0 takes one a core, at most :data:`MOST`, and as many as
    have :data:`ROOM`, where a further one comes to own the share ``owned`` of what this one holds. What a task gives should be
    picklable (it is done again here otherwise), and no other thread may hold a lock that a task needs. Raises what the first
    task that fails raises.
    """
    count = min(processes or min(cores(), MOST), len(tasks))
    # elsewhere system libraries do not survive a fork without an exec
    if sys.platform != "linux" or count < 2:
        return [task() for task in tasks]
    _let_go()
    if not processes:
        held = _held()
        count = min(count, 1 + int((ROOM - held - GROWS) / (owned * held + GROWS)))
    if count < 2:
        return [task() for task in tasks]
    try:
        waiting, numbers = os.pipe()  # what one process reads of it no other one reads
    except OSError:
        return [task() for task in tasks]
    step = -(-len(tasks) // _WAITING)
    forks: list[_Fork[_T]] = []
    gc.freeze()  # a collection would write to every object there is, and each page written to is copied
    try:
        with open(numbers, "wb") as out:
            out.write(b"".join(number.to_bytes(_NUMBER) for number in range(0, len(tasks), step)))
        for _ in range(count - 1):
            with contextlib.suppress(OSError):  # no more processes are allowed here
                forks.append(_Fork(tasks, waiting, step))
        done = dict(_do(tasks, waiting, step))
        for fork in forks:
            done.update(fork.answers())
    finally:
        for fork in forks:
            fork.end()
        os.close(waiting)
        gc.unfreeze()
    return [done[number] if number in done else task() for number, task in enumerate(tasks)]


def _let_go() -> None:
    """Hand back to the system what nobody uses any more; what is frozen is not looked at."""
    gc.collect()
    with contextlib.suppress(AttributeError):  # glibc's; others hand back of themselves
        ctypes.CDLL(None).malloc_trim(0)


def _held() -> int:
    """Bytes of memory that this process holds for itself (a library's code is one for all); more than any room where the
    system does not say.
    """
    try:
        _, resident, of_files, *_ = map(int, Path("/proc/self/statm").read_text(encoding="ascii").split())
        return (resident - of_files) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return ROOM + 1


def _do(tasks: Sequence[Callable[[], _T]], waiting: int, step: int) -> Iterator[tuple[int, _T]]:
    """Do tasks as long as any waits: their numbers and what they gave; what raises is left out."""
    while taken := os.read(waiting, _NUMBER):
        first = int.from_bytes(taken)
        for number in range(first, min(first + step, len(tasks))):
            with contextlib.suppress(Exception):
                yield number, tasks[number]()
            if any(gc.get_count()[1:]):  # the youngest objects were looked through meanwhile: the task made many
                _let_go()
                gc.freeze()  # what stays is kept for the next tasks: it is not looked through again after each


class _Fork(Generic[_T]):
    """A process that does tasks, as the one that started it sees it."""

    def __init__(self, tasks: Sequence[Callable[[], _T]], waiting: int, step: int) -> None:
        """Fork; raises OSError where that is not allowed."""
        parent = os.getpid()
        ours, theirs = os.pipe()
        try:
            with warnings.catch_warnings():
                # of the threads of ours, none holds a lock that a task asks for; more cannot be promised
                warnings.simplefilter("ignore", DeprecationWarning)
                self.pid = os.fork()
        except OSError:
            os.close(ours)
            os.close(theirs)
            raise
        if self.pid == 0:
            try:
                os.close(ours)
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process hears it and ends this one
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                # killed with the other one, so that a lock on the output is not held by who has no use for it
                ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
                if os.getppid() == parent:
                    answers = []
                    for answer in _do(tasks, waiting, step):
                        with contextlib.suppress(Exception):  # what cannot be sent is done again there
                            answers.append(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
                    with open(theirs, "wb") as out:  # at the end: nobody reads before
                        out.writelines(answers)
            finally:
                os._exit(0)  # nothing of the other process's may run here
        os.close(theirs)
        self._answers: BinaryIO = open(ours, "rb")  # noqa: SIM115 - closed at the end

    def answers(self) -> dict[int, _T]:
        """What the process found, once it is done; nothing where it died."""
        found: dict[int, _T] = {}
        with contextlib.suppress(EOFError, pickle.UnpicklingError):
            while True:
                number, answer = pickle.load(self._answers)  # noqa: S301 - written by our own fork, over a pipe
                found[number] = answer
        return found

    def end(self) -> None:
        """See that the process is gone."""
        self._answers.close()
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
