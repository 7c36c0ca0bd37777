"""Pages are read in processes of their own, on the other cores, while the crawling process fetches the next ones.

The crawling process starts them as forks of itself before it loads anything of the network; bodies go to them over a
socket pair each, and what the walk has to know of each page comes back, with the event for the parent as the bytes that
are passed on. They die with the crawling process, and the crawling process dies as one of them did: which page brings
the reader down is for the parent to tell (:mod:`auditor.crawl.ward`).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
import signal
import socket
import traceback
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from auditor.crawl import events, job, ward
from auditor.crawl.events import Framed, Kept
from auditor.crawl.job import Job
from auditor.crawl.twins import copy_of
from auditor.crawl.ward import Ward
from auditor.model import Page, Readable, Snapshot

BUFFER = 1 << 20
"""Bytes that may wait in the socket pair, so that neither process waits for the other to look up from its work."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What the walk has to know of a page it fetched.

    ``found`` is false where there is no page in it, and ``warning`` may say why; ``leads`` are the addresses of the site
    that its links may be followed to, in its order; ``stub`` says that the page is only there to send visitors on to
    ``refresh``. ``event`` is the Kept of it, ``copy`` and ``canonical`` are as there.
    """

    event: Kept | Framed
    found: bool
    warning: str = ""
    copy: str = ""
    canonical: str = ""
    refresh: str = ""
    stub: bool = False
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One page to read: its snapshot and body, the names of its site, and what its Kept says beside."""

    snapshot: Snapshot
    body: bytes
    origin: str
    alias: str
    depth: int = 0
    resumed: bool = False
    unsent: str = ""


def read(work: Job, guard: Ward | None, asked: Asked) -> Gist:
    """Read a page in this process."""
    with guard.over(asked.snapshot.url) if guard is not None else contextlib.nullcontext():
        page, warning = job.read(work.extract, asked.snapshot, asked.body, asked.origin, asked.alias)
    told = asked.depth, asked.resumed, asked.unsent
    if page is None:
        return Gist(Kept(asked.snapshot, None, *told), False, warning)
    leads = [link.url for link in page.links if link.internal and link.follow] if page.follow else ()
    copy = copy_of(page)
    event = Kept(asked.snapshot, page if work.pages else None, *told, copy, page.canonical)
    return Gist(event, True, warning, copy, page.canonical, page.refresh, _sends_on(page), tuple(dict.fromkeys(leads)))


def _sends_on(page: Page) -> bool:
    """Whether a page is only there to send visitors to another one."""
    return bool(page.refresh) and page.refresh != page.url and (page.readable is Readable.STUB or not page.units)


class Desk:
    """The reading processes, as the crawling one sees them."""

    def __init__(self, folder: Path, ends: list[tuple[int, socket.socket]]) -> None:
        self._clerks = [_Clerk(self, number, pid, end) for number, (pid, end) in enumerate(ends)]
        self._folder = folder
        self._closed = False

    @classmethod
    def open(cls, work: Job, pipe: int, count: int) -> Desk | None:
        """Start ``count`` processes, fewer where the system allows no more; None where that is none.

        The crawling process itself reads the pages then. To be called before there is any thread. ``pipe`` is the way to the parent, which is not for the new processes.
        """
        if not hasattr(os, "fork"):
            return None
        ends: list[tuple[int, socket.socket]] = []
        for number in range(count):
            ours, theirs = socket.socketpair()
            for end in (ours, theirs):
                with contextlib.suppress(OSError):  # a system may allow less
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
            try:
                pid = os.fork()
            except OSError:  # no more processes are allowed here
                ours.close()
                theirs.close()
                break
            if pid == 0:
                try:
                    os.close(pipe)
                    for _, other in [*ends, (0, ours)]:
                        other.close()
                    _serve(work, theirs, number)
                    os._exit(0)
                except BaseException:  # noqa: BLE001 - nothing of the other process's may run here
                    traceback.print_exc()
                    os._exit(1)
            theirs.close()
            ends.append((pid, ours))
        return cls(work.folder, ends) if ends else None

    async def read(self, asked: Asked) -> Gist:
        """Have a page read by whoever has the least to do."""
        return await min(self._clerks, key=lambda clerk: len(clerk.answers)).read(asked)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._closed = True
        for clerk in self._clerks:
            with contextlib.suppress(OSError):
                os.kill(clerk.pid, signal.SIGKILL)
                os.waitpid(clerk.pid, 0)
            with contextlib.suppress(RuntimeError):  # the loop may be closed already, and the socket with it
                clerk.close()

    def died(self, number: int, pid: int) -> None:
        """One of the processes is gone: leave its note of what it was reading, and die as it did."""
        if self._closed:
            return
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        self._clerks = [clerk for clerk in self._clerks if clerk.pid != pid]
        self.close()
        ward.promote(self._folder, number)
        if code < 0:
            os.kill(os.getpid(), -code)
        os._exit(code or 1)


class _Clerk(asyncio.Protocol):
    """One reading process; ``answers`` are those that it owes, in order."""

    def __init__(self, desk: Desk, number: int, pid: int, end: socket.socket) -> None:
        self.desk = desk
        self.number = number
        self.pid = pid
        self.answers: deque[asyncio.Future[Gist]] = deque()
        self._end = end
        self._opened: asyncio.Future[Any] | None = None
        self._transport: asyncio.Transport | None = None
        self._unsent: list[bytes] = []
        self._unread = bytearray()

    async def read(self, asked: Asked) -> Gist:
        """Have a page read; pages are read in the order in which they are asked for."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Gist] = loop.create_future()
        self.answers.append(answer)
        self._send(events.frame(asked))
        if self._opened is None:
            self._opened = asyncio.ensure_future(loop.create_connection(lambda: self, sock=self._end))
        return await answer

    def _send(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)
        else:  # nobody may get ahead of who came first
            self._unsent.append(data)

    def close(self) -> None:
        """Let go of the socket."""
        if self._transport is not None:
            self._transport.abort()
        else:
            self._end.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The loop has taken the socket over (asyncio's interface, as the next two)."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.writelines(self._unsent)
        self._unsent.clear()

    def data_received(self, data: bytes) -> None:
        """A part of an answer, or of several."""
        self._unread += data
        while (frame := events.cut(self._unread)) is not None:
            answer = self.answers.popleft()
            if not answer.done():  # the walk may have been stopped
                answer.set_result(pickle.loads(frame))  # noqa: S301 - written by our own child, over a socket pair

    def connection_lost(self, exc: Exception | None) -> None:
        """The process is gone."""
        self.desk.died(self.number, self.pid)


def _serve(work: Job, end: socket.socket, number: int) -> None:
    """Read pages until nobody asks any more."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    guard = None
    with cast(BinaryIO, end.makefile("rb", buffering=BUFFER)) as asking:
        while (data := events.read(asking)) is not None:
            if (
                guard is None and work.patience
            ):  # not before: the walk says it better where the folder cannot be written
                guard = Ward(work.folder, work.patience, number)
            gist = read(work, guard, pickle.loads(data))  # noqa: S301 - written by the process that forked us
            end.sendall(events.frame(replace(gist, event=events.frame(gist.event))))
