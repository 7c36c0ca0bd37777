"""Runs in a network of its own (``unshare``), with a name server that changes its mind; prints what came of it as JSON.

``python -m tests.crawl.rebinding FOLDER SCENARIO...``: FOLDER takes the runs and is the name server's configuration. The
public site is served at PUBLIC, an address of the open internet that only this network has; what must stay unasked is
served at 127.0.0.1 and ::1, on the same port.
"""

from __future__ import annotations

import ctypes
import fcntl
import ipaddress
import json
import os
import socket
import struct
import sys
import threading
import time
from pathlib import Path

from auditor.errors import NothingToAudit
from tests.crawl.conftest import Crawler, Server, page

NAME = "shop.rebinding-test.example"
PUBLIC = "93.184.216.34"
PORT = 8123

PRIVATE = ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1"]

SCENARIOS: dict[str, list[list[str]]] = {
    "beside": [[*PRIVATE, PUBLIC]],
    "first": [PRIVATE],
    "later": [[PUBLIC], PRIVATE],
    "allowed": [PRIVATE],
}
"""What the name stands for at each lookup. A crawl looks a name up once; one that is taken up looks it up again."""


class Names(threading.Thread):
    """A name server on port 53 of loopback: A and AAAA records that live for no second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.answers: list[list[str]] = []
        self.lookups = 0
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))

    def run(self) -> None:
        while True:
            query, asker = self.socket.recvfrom(512)
            end = query.index(b"\0", 12) + 5
            (kind,) = struct.unpack("!H", query[end - 4 : end - 2])
            ours = _name(query) == NAME.encode()
            found = self.answers[min(self.lookups // 2, len(self.answers) - 1)] if ours else []
            self.lookups += ours  # a lookup asks twice: for A and for AAAA
            version = {1: 4, 28: 6}.get(kind)
            data = [ip.packed for ip in map(ipaddress.ip_address, found) if ip.version == version]
            head = query[:2] + struct.pack("!HHHHH", 0x8180, 1, len(data), 0, 0)
            records = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 0, len(one)) + one for one in data)
            self.socket.sendto(head + query[12:end] + records, asker)


def _name(query: bytes) -> bytes:
    parts, at = [], 12
    while query[at]:
        parts.append(query[at + 1 : at + 1 + query[at]])
        at += 1 + query[at]
    return b".".join(parts).lower()


def _network(folder: Path) -> None:
    """Bring loopback up, give it the public address, and make our name server the machine's own, in here alone."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:

        def address(name: bytes, ip: str) -> None:
            fcntl.ioctl(control, 0x8916, struct.pack("16sH2s4s8x", name, socket.AF_INET, b"", socket.inet_aton(ip)))

        address(b"lo", "127.0.0.1")
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x8 | 0x40))  # up, loopback, running
        address(b"lo:1", PUBLIC)
    config = folder / "resolv.conf"
    config.write_text("nameserver 127.0.0.1\noptions timeout:2 attempts:1\n")
    services = folder / "nsswitch.conf"
    services.write_text("hosts: files dns\n")
    libc = ctypes.CDLL(None, use_errno=True)
    for ours, theirs in ((config, "/etc/resolv.conf"), (services, "/etc/nsswitch.conf")):
        if libc.mount(os.fsencode(ours), os.fsencode(os.path.realpath(theirs)), None, 4096, None):  # MS_BIND
            raise OSError(ctypes.get_errno(), f"mount over {theirs}")


def _serve(host: str, pages: dict[str, str]) -> Server:
    server = Server(host, PORT)

    def answer(handler) -> None:  # type: ignore[no-untyped-def]
        body = pages.get(handler.path, "")
        time.sleep(0.4 if handler.path > "/0" else 0)  # there is time to stop a crawl after the first pages
        # every page asks for a connection of its own, and so for a lookup
        kind = {"content-type": "text/html", "connection": "close"}
        handler.reply(200 if body else 404, kind, body.encode())

    server.pages = {"*": answer}
    return server


def _crawl(crawler: Crawler, most: int, *, allow_private: bool) -> dict[str, object]:
    """What a crawl kept and why it left the rest; it is stopped once it has kept ``most`` pages."""
    try:
        found = crawler(
            f"http://{NAME}:{PORT}/",
            stop=lambda: len(crawler.result.kept) >= most,
            contact="me@example.org",
            delay=0,
            concurrency=1,
            allow_private=allow_private,
        )
    except NothingToAudit as error:
        return {"error": type(error).__name__}
    return {"kept": found.paths, "skips": sorted({skip.value for skip in found.skips.values()})}


def main() -> None:
    """Run the scenarios in turn."""
    folder = Path(sys.argv[1])
    _network(folder)
    names = Names()
    names.start()
    shop = {"/": page("shop", *(f"/{n}" for n in range(4)))} | {f"/{n}": page(f"page {n}") for n in range(4)}
    public = _serve(PUBLIC, shop)
    private = [_serve(host, {path: page("secret") for path in shop}) for host in ("127.0.0.1", "::1")]
    told = {}
    for scenario in sys.argv[2:]:
        names.answers, names.lookups = SCENARIOS[scenario], 0
        for server in (public, *private):
            server.asked.clear()
        crawler = Crawler(folder / scenario)
        said: dict[str, object] = {}
        for most in (2, 9)[-len(SCENARIOS[scenario]) :]:
            said |= _crawl(crawler, most, allow_private=scenario == "allowed")
        secret = [path for server in private for path in server.paths]
        told[scenario] = said | {"secret": secret, "lookups": names.lookups // 2}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
