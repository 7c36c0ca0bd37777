"""The evidence on disk: page bodies, content-addressed and compressed.

A body is stored once under the SHA-256 of its bytes, whatever page or run it came from, and written with a rename so
that a killed process leaves either the whole body or none.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import zlib
from collections.abc import Container, Iterator
from pathlib import Path

from auditor.errors import OutputError


def digest_of(body: bytes) -> str:
    """The name of a body: its SHA-256, hexadecimal."""
    return hashlib.sha256(body).hexdigest()


class SnapshotStore:
    """Bodies under ``folder``, two letters of the digest a sub-folder."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder`` (made when the first body is written)."""
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the body of this digest is kept."""
        return self.folder / digest[:2] / f"{digest}.gz"

    def put(self, body: bytes, *, settle: bool = False, digest: str = "") -> str:
        """Keep a body and return its digest; raises OutputError where the disk is full or read-only.

        ``digest`` is :func:`digest_of` the body where the caller has it. With ``settle`` it is on the disk itself when this returns: what it takes the place of may be removed then.
        """
        digest = digest or digest_of(body)
        path = self.path(digest)
        if path.exists() and not self.state(digest):
            return digest
        # in one folder for all: a file system looks for room near to a folder, and each of the many lies elsewhere
        part = self.folder / f"{digest}.{os.getpid()}.part"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # level 1: a marketing page shrinks to a fifth in a third of the time of the default level; mtime 0 keeps
            # equal bodies equal on disk
            part.write_bytes(gzip.compress(body, compresslevel=1, mtime=0))
            if settle:
                with open(part, "rb") as whole:
                    os.fsync(whole.fileno())
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise OutputError(
                f"Cannot write snapshots to {self.folder}: {error.strerror or error}; free some space or give another --output."
            ) from None
        return digest

    def get(self, digest: str) -> bytes:
        """The body of this digest; raises KeyError where it is not kept (pruned, damaged or never written)."""
        try:
            body = gzip.decompress(self.path(digest).read_bytes())
        except (OSError, EOFError, zlib.error):
            raise KeyError(digest) from None
        if digest_of(body) != digest:
            raise KeyError(digest)
        return body

    def state(self, digest: str) -> str:
        """What is wrong with a body: "gone", "damaged", or "" where it is kept as it came."""
        try:
            self.get(digest)
        except KeyError:
            return "damaged" if self.path(digest).exists() else "gone"
        return ""

    def digests(self) -> Iterator[str]:
        """The digests of all bodies kept, in no particular order."""
        for path in self.folder.glob("??/*.gz"):
            yield path.name.removesuffix(".gz")

    def keep_only(self, wanted: Container[str]) -> int:
        """Remove the bodies of other digests, and the parts that killed processes left; gives the number of bodies."""
        gone = 0
        # an earlier version wrote its parts beside the bodies
        for path in [*self.folder.glob("*.part"), *self.folder.glob("??/*")]:
            if path.suffix == ".part" or path.name.removesuffix(".gz") not in wanted:
                path.unlink(missing_ok=True)
                gone += path.suffix == ".gz"
        for folder in list(self.folder.glob("??")):
            with contextlib.suppress(OSError):  # still something in it
                folder.rmdir()
        return gone
