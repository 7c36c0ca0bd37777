"""What a crawl says while it runs, and how it travels from the crawling process to ours.

Only plain data cross: the nouns of :mod:`auditor.model` in frames of four bytes of length and a pickle. The pipe joins
two processes of one run on one machine and is never read from a file or a socket.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, BinaryIO

from auditor.model import Link, Page, Region, Role, Skip, Snapshot, Unit


@dataclass(frozen=True, slots=True)
class Kept:
    """A page is kept: its body is in the store and its line in the journal.

    ``page`` is None where extraction broke or found no page in it, and where nobody asked for pages. ``depth`` is how many
    clicks from the start it was found at (pages that only the sitemap names count from 2). ``resumed`` is true for a page of
    an earlier, interrupted run that was read from the store and not fetched again, ``unsent`` says why the site did not send
    it ("304", "lastmod"; "" where it did). ``copy`` is the digest of the page's copy ("" where it has none), ``canonical``
    the address that it calls itself.
    """

    snapshot: Snapshot
    page: Page | None
    depth: int = 0
    resumed: bool = False
    unsent: str = ""
    copy: str = ""
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A URL of the site was found and is not among the pages; one such event a URL."""

    skip: Skip


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the crawl is, about four times a second: ``rate`` is pages kept per second over the last few seconds."""

    kept: int
    queued: int
    found: int
    rate: float


@dataclass(frozen=True, slots=True)
class Warned:
    """The run is good, but: a sentence for ``Run.warnings``."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every crawl that did not raise.

    ``origin`` is the site's origin as the crawl ended ("https://www.example.com"), the one that pages are named after;
    ``found`` counts the site's distinct URLs seen; ``robots`` is one of the words obeyed, none, ignored, or unknown where the crawling process died;
    ``complete`` is false where the crawl was stopped, killed or shut out before it was through (a page cap is not that:
    its URLs are skips); ``sitemap`` counts the URLs that sitemaps name. ``aliases`` gives for each kept URL that is the
    same page as another the one that stands for both; a Skipped(DUPLICATE) has been sent for each. ``stamp`` identifies
    what the sitemaps say (addresses and dates), "" where there are none.
    """

    origin: str
    found: int
    robots: str
    complete: bool
    sitemap: int
    aliases: dict[str, str] = field(default_factory=dict)
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """The crawl is impossible: the name of a class of :mod:`auditor.errors` and its sentence (stays in the package)."""

    kind: str
    message: str


Event = Kept | Skipped | Progress | Warned | Finished
Framed = bytes
"""An event as :func:`frame` made it, to be passed on as it is."""

_LENGTH = struct.Struct(">I")


def _reducer(cls: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    values = attrgetter(*(item.name for item in fields(cls)))
    alone = len(fields(cls)) == 1
    return lambda thing: (cls, (values(thing),) if alone else values(thing))


class _Pickler(pickle.Pickler):
    """Frozen, slotted dataclasses by their constructor: several times quicker than their own state protocol."""

    dispatch_table = copyreg.dispatch_table.copy()


for _cls in (Snapshot, Page, Skip, Kept, Skipped, Progress, Warned, Finished, Failed):
    _Pickler.dispatch_table[_cls] = _reducer(_cls)


def frame(said: object) -> Framed:
    """One event, or whatever else processes of one run say to each other, as bytes for a pipe."""
    out = io.BytesIO()
    out.write(b"\0\0\0\0")
    _Pickler(out, protocol=5).dump(said)
    data = out.getbuffer()
    _LENGTH.pack_into(data, 0, len(data) - _LENGTH.size)
    return bytes(data)


def read(pipe: BinaryIO) -> bytes | None:
    """The next frame, or None where the pipe ended (a torn frame at the end counts as the end)."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    data = pipe.read(size)
    return data if len(data) == size else None


def cut(unread: bytearray) -> bytes | None:
    """As :func:`read`, from the front of what has come so far; None where that is no whole frame."""
    if len(unread) < _LENGTH.size:
        return None
    end = _LENGTH.size + _LENGTH.unpack_from(unread)[0]
    if len(unread) < end:
        return None
    data = bytes(memoryview(unread)[_LENGTH.size : end])
    del unread[:end]
    return data


class Reader:
    """Makes events of frames, for one crawl.

    A site says the same thing on many pages: texts that are equal become one text, and equal links one link. It is a
    third of the memory that a site's pages take.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._links: dict[Link, Link] = {}

    def event(self, data: bytes) -> Event | Failed:
        """The event in a frame."""
        made: Event | Failed = _Unpickler(data, self).load()
        return made

    def unit(
        self,
        identity: str,
        page: str,
        order: int,
        text: str,
        role: Role,
        region: Region,
        heading: str,
        before: str,
        selector: str,
        block: int,
        level: int,
        folded: bool,
        href: str,
        cite: str,
    ) -> Unit:
        """A unit that shares its texts with earlier ones; its identity is its own."""
        same = self._texts.setdefault
        return Unit(
            identity,
            same(page, page),
            order,
            same(text, text),
            role,
            region,
            same(heading, heading),
            same(before, before),
            same(selector, selector),
            block,
            level,
            folded,
            same(href, href),
            same(cite, cite),
        )

    def link(self, *values: Any) -> Link:
        """A link, the earlier one where there was an equal one."""
        made = Link(*values)
        return self._links.setdefault(made, made)


class _Unpickler(pickle.Unpickler):
    """Builds units and links by way of a reader. Frames are written by our own child, over a pipe."""

    def __init__(self, data: bytes, reader: Reader) -> None:
        super().__init__(io.BytesIO(data))
        self._makers: dict[str, Callable[..., Any]] = {"Unit": reader.unit, "Link": reader.link}

    def find_class(self, module: str, name: str) -> Any:
        """The maker of a class that a frame names."""
        return (
            self._makers.get(name)
            if module == Unit.__module__ and name in self._makers
            else super().find_class(module, name)
        )
