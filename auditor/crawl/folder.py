"""A folder of HTML files answered for as a small static web server would, without opening a port.

Pages carry addresses of the site that the folder holds; each address is looked up in the folder, so a run over a folder
is the same everywhere and nothing listens.
"""

from __future__ import annotations

import mimetypes
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

HTML = (".html", ".htm", ".xhtml", ".shtml")
INDEXES = ("index.html", "index.htm", "default.html", "default.htm", "index.xhtml")
MOST_FILES = 100_000

_NOT_PAGES = re.compile(r"(?:40[0-9]|50[0-9x]|google[0-9a-f]{8,}|yandex_[0-9a-f]+|pinterest-[0-9a-f]+)\.html?", re.I)
"""Error pages and proofs of ownership: nobody visits them, so no run starts from them."""

_TYPES = mimetypes.MimeTypes()  # Python's own table: what the machine adds to it must not change a run
_PARTS = frozenset(
    "assets img images css js scripts fonts media vendor node_modules bower_components wp-content wp-includes".split()
)
"""Folders of what pages are made of: HTML in there is a template or an error page saved in the place of a picture."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the folder answers: an HTTP status, a content type, a body, and for 301 where to go instead."""

    status: int
    content_type: str = ""
    body: bytes = b""
    location: str = ""


@dataclass(slots=True)
class FolderSite:
    """A folder as a web site. Nothing outside of ``root`` is ever read, symbolic links included."""

    root: Path
    limit: int
    served: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()

    def answer(self, url: str) -> Answer:
        """Look an address up: its file, an index for a folder, ``about.html`` for ``/about``, else the 404 page.

        Bodies longer than ``limit`` bytes come back as status 413 and unread, files that are no text without a body.
        """
        path = unquote_to_bytes(urlsplit(url).path)
        found = None if b"\0" in path else self._find(os.fsdecode(path).strip("/"))
        if found is None:
            return self._missing()
        if found.is_dir():
            if not urlsplit(url).path.endswith("/"):
                return Answer(301, location=urlsplit(url).path + "/")
            index = self.index(found)
            if index is None:
                return self._missing()
            found = index
        return self._read(found)

    def _find(self, path: str) -> Path | None:
        parts = [part for part in path.split("/") if part]
        if ".." in parts or any(part.startswith(".") and part != ".well-known" for part in parts):
            return None
        plain = self.root.joinpath(*parts)
        for candidate in (plain, *(plain.with_name(plain.name + end) for end in HTML[:2] if parts)):
            found = self._inside(candidate)
            if found is not None:
                return found
        return None

    def _inside(self, path: Path) -> Path | None:
        """The file that a path ends at, where that is in the folder and there is one."""
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        return real if real.is_relative_to(self.root) and (real.is_file() or real.is_dir()) else None

    def index(self, folder: Path) -> Path | None:
        """The file that answers for a folder's address, or None."""
        for name in INDEXES:
            found = self._inside(folder / name)
            if found is not None and found.is_file():
                return found
        # "Index.html", as a copy made on a system that takes both for one has it
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.lower() in INDEXES and (found := self._inside(path)) is not None and found.is_file():
                return found
        return None

    def _read(self, path: Path, status: int = 200) -> Answer:
        # a file of no known type (a page saved as "about" or "about.php") goes without one, and its content decides
        kind = "text/html" if path.suffix.lower() in HTML else _TYPES.guess_type(path.name)[0] or ""
        if kind not in ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain"):
            return Answer(status, kind)
        try:
            if path.stat().st_size > self.limit:
                return Answer(413, kind)
            body = path.read_bytes()
        except OSError:
            return Answer(403, "text/plain")
        self.served.add(path)
        return Answer(status, kind, body)

    def _missing(self) -> Answer:
        page = self._inside(self.root / "404.html")
        return self._read(page, 404) if page is not None and page.is_file() else Answer(404, "text/plain")

    def files(self) -> list[Path]:
        """All HTML files of the folder that are pages, sorted.

        Hidden folders, folders of parts (pictures, scripts) and links that lead out of the folder are left out.
        """
        found: list[Path] = []
        for top, folders, names in os.walk(self.root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name.lower() not in _PARTS)
            for name in sorted(names):
                if name.lower().endswith(HTML) and not name.startswith(".") and not _NOT_PAGES.fullmatch(name):
                    real = self._inside(Path(top) / name)
                    if real is not None and real.is_file():
                        found.append(Path(top) / name)
            if len(found) >= MOST_FILES:
                break
        return sorted(found)

    def paths(self, *, unserved: bool = False) -> list[str]:
        """The URL paths of :meth:`files`: "/a/b.html", and "/a/" for an index; only those not yet read on request."""
        result = []
        indexes: dict[Path, Path | None] = {}
        for file in self.files():
            real = file.resolve()
            if unserved and real in self.served:
                continue
            folder = file.parent
            if folder not in indexes:
                indexes[folder] = self.index(folder)
            whole = real != indexes[folder]
            text = (file if whole else folder).relative_to(self.root).as_posix()
            text = "/" if text == "." else f"/{text}" if whole else f"/{text}/"
            result.append(quote(os.fsencode(text)))
        return result
