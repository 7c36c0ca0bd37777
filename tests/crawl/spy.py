"""An extraction that looks around in the process it runs in, and notes which names are looked up there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from auditor.model import Page, Snapshot
from tests.crawl import standin

_NOTES = Path(os.environ.get("AUDITOR_TEST_NOTES", os.devnull))


def _note(event: str, args: tuple) -> None:
    """Names looked up and addresses bound or connected to, whoever in this process does it."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.connect"):
        what = args[0] if event.startswith("socket.get") else args[1]
        what = what.decode() if isinstance(what, bytes) else what
        with _NOTES.open("a") as notes:
            notes.write(f"{event.removeprefix('socket.')} {what}\n")


if Path(os.devnull) != _NOTES:
    sys.addaudithook(_note)


def extract(snapshot: Snapshot, body: bytes, origin: str) -> Page | None:
    with _NOTES.open("a") as notes:
        notes.write(f"extract {snapshot.url}\n")
        for listening in _listening():
            notes.write(f"listen {listening}\n")
    return standin.extract(snapshot, body, origin)


def _listening() -> list[str]:
    """The listening TCP sockets of this process and of the one that it reads pages for (Linux)."""
    own = set()
    for handle in [*Path("/proc/self/fd").iterdir(), *Path(f"/proc/{os.getppid()}/fd").iterdir()]:
        try:
            own.add(os.readlink(handle))
        except OSError:
            continue
    found = []
    for table in ("/proc/self/net/tcp", "/proc/self/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            parts = line.split()
            if parts[3] == "0A" and f"socket:[{parts[9]}]" in own:
                found.append(parts[1])
    return found


def kill_at_five(snapshot: Snapshot, body: bytes, origin: str) -> Page | None:
    """Dies as by kill -9 at the fifth page."""
    with _NOTES.open("a") as notes:
        notes.write("page\n")
    if _NOTES.read_text().count("page\n") == 5:
        os.kill(os.getpid(), 9)
    return standin.extract(snapshot, body, origin)


def killed_by_a_word(snapshot: Snapshot, body: bytes, origin: str) -> Page | None:
    """Dies as by a crash of the parser at every page with two words in it."""
    if b"KILL ME" in body:
        os.kill(os.getpid(), 11)
    return standin.extract(snapshot, body, origin)
