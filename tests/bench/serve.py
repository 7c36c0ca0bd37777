"""The bench's server: every page in memory, made before the first request: ``python -m tests.bench.serve PAGES PORT_FILE``.

A process of its own, so that its CPU time can be told from that of whoever crawls it. It answers GET with keep-alive
and nothing else: it must never be what a crawl waits for.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.bench.site import addresses, page, sitemap


class Answers(asyncio.Protocol):
    """One connection."""

    known: dict[bytes, bytes]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.unread = b""

    def data_received(self, data: bytes) -> None:
        *requests, self.unread = (self.unread + data).split(b"\r\n\r\n")
        for request in requests:
            path = request.split(b" ", 2)[1].partition(b"?")[0]
            self.transport.write(
                self.known.get(path) or _answer(b"404 Not Found", b"text/plain", b"There is no such page.")
            )


def _answer(status: bytes, kind: bytes, body: bytes) -> bytes:
    head = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (status, kind, len(body))
    return head + body


async def serve(count: int, port_file: Path) -> None:
    """Serve a site of ``count`` pages on a free port of the loopback, written to ``port_file``, until killed."""
    server = await asyncio.get_running_loop().create_server(Answers, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    paths = addresses(count)
    html = b"text/html; charset=utf-8"
    Answers.known = {path.encode(): _answer(b"200 OK", html, page(i, paths).encode()) for i, path in enumerate(paths)}
    listed = sitemap(f"http://127.0.0.1:{port}", paths).encode()
    Answers.known[b"/sitemap.xml"] = _answer(b"200 OK", b"application/xml", listed)
    Answers.known[b"/robots.txt"] = _answer(b"200 OK", b"text/plain", b"User-agent: *\nAllow: /\n")
    part = port_file.with_suffix(".part")
    part.write_text(str(port), encoding="utf-8")
    part.replace(port_file)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
