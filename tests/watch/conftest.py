from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serves a dictionary of paths, which may change while it is served; gives its origin.

    Every page has an entity tag, and is not sent to whoever names it; ``asked`` hears of (path, status) where it is given.
    """
    servers: list[ThreadingHTTPServer] = []

    def start(pages: dict[str, str], asked: list[tuple[str, int]] | None = None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                text = pages.get(self.path)
                body = (text or "gone").replace("{origin}", origin).encode()
                tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
                status = 404 if text is None else 304 if self.headers["If-None-Match"] == tag else 200
                if asked is not None:
                    asked.append((self.path, status))
                self.send_response(status)
                self.send_header("ETag", tag)
                if status == 304:
                    self.end_headers()
                    return
                kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        origin = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        return origin

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
