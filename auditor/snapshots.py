"""The evidence on disk: page bodies, content-addressed and compressed.

A body is stored once under the SHA-256 of its bytes, whatever page or run it came from, and written with a rename so
that a killed process leaves either the whole body or none. Earlier versions packed them with gzip: those are read as well.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import sys
import zlib
from collections.abc import Container, Iterator
from pathlib import Path

from auditor.errors import OutputError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_ENDINGS = (".zst", ".gz")
"""How the names of bodies end, those of today first."""

_pack = zstd.ZstdCompressor(level=1)
"""Level 1 makes of a marketing page a quarter, in a quarter of the time of gzip's quickest. One for all bodies: to set a packer up
takes as long as to pack one."""


def digest_of(body: bytes) -> str:
    """The name of a body: its SHA-256, hexadecimal."""
    return hashlib.sha256(body).hexdigest()


class SnapshotStore:
    """Bodies under ``folder``, two letters of the digest a sub-folder."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder`` (made when the first body is written)."""
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the body of this digest is kept, or would be."""
        place = f"{self.folder}{os.sep}{digest[:2]}{os.sep}{digest}"
        # by the name alone: it is asked of every page, and a Path for each takes longer than the system does
        kept = (ending for ending in _ENDINGS if os.path.exists(place + ending))  # noqa: PTH110
        return Path(place + next(kept, _ENDINGS[0]))

    def put(self, body: bytes, *, settle: bool = False, digest: str = "") -> str:
        """Keep a body and return its digest; raises OutputError where the disk is full or read-only.

        ``digest`` is :func:`digest_of` the body where the caller has it. With ``settle`` it is on the disk itself when this returns: what it takes the place of may be removed then.
        """
        digest = digest or digest_of(body)
        known = self.path(digest)
        if known.exists() and not self.state(digest):
            return digest
        path = known.with_suffix(_ENDINGS[0])
        # in one folder for all: a file system looks for room near to a folder, and each of the many lies elsewhere
        part = self.folder / f"{digest}.{os.getpid()}.part"
        try:
            if not path.parent.is_dir():
                path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_pack.compress(body, _pack.FLUSH_FRAME))
            if settle:
                with open(part, "rb") as whole:
                    os.fsync(whole.fileno())
            part.replace(path)
            if known != path:  # an earlier version's, and damaged
                known.unlink()
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
            path = self.path(digest)
            packed = path.read_bytes()
            body = gzip.decompress(packed) if path.suffix == ".gz" else zstd.decompress(packed)
        except (OSError, EOFError, zlib.error, zstd.ZstdError):
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
        for path in self.folder.glob("??/*"):
            if path.suffix in _ENDINGS:
                yield path.stem

    def keep_only(self, wanted: Container[str]) -> int:
        """Remove the bodies of other digests, and the parts that killed processes left; gives the number of bodies."""
        gone = 0
        # an earlier version wrote its parts beside the bodies
        for path in [*self.folder.glob("*.part"), *self.folder.glob("??/*")]:
            if path.suffix == ".part" or path.stem not in wanted:
                path.unlink(missing_ok=True)
                gone += path.suffix in _ENDINGS
        for folder in list(self.folder.glob("??")):
            with contextlib.suppress(OSError):  # still something in it
                folder.rmdir()
        return gone
