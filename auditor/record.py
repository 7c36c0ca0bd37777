"""A Run on disk and back: ``run.json`` (one object) and ``copy.jsonl`` (one judged page a line).

The schema is the dataclasses of :mod:`auditor.model`; :data:`SCHEMA` is its version. Old runs are upgraded when they
are read (:data:`UPGRADES`), never rewritten; one of each version stays in the tests for ever. Files are written to a
part first and renamed, so that a killed process leaves a whole file or none.

What runs of a host have in common is kept once, under the SHA-256 of its bytes, in ``output/<host>/kept/``. A line of
``copy.jsonl`` names a page and its labels there, so a run costs the pages that changed. A run that is not the newest of
its host is packed: its records move there too, and ``run.json`` says where (:func:`pack`); :func:`read_file` gives them
as they were written, to the byte.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import structs

from auditor.columns import alone
from auditor.errors import OutputError, UsageError
from auditor.model import Copy, JudgedPage, Judgement, Label, Page, Run
from auditor.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = 3
"""Version of run.json and copy.jsonl; rises with every change that an old reader would trip over, or an old run has to be read by."""

VOLATILE = ("id", "started", "finished", "timing", "today")
"""Fields of run.json that differ between two audits of the same bytes; everything else is byte-equal."""


def _served(data: dict[str, Any]) -> dict[str, str]:
    """What a run of schema 2 called those served."""
    none: dict[str, Any] = {}
    first = next((result for result in data.get("results", ()) if result.get("id") == "first-screen"), none)
    return dict(first.get("numbers", {}).get("served") or {})


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    # 2 keeps the copy apart, once for all runs of a host; run.json itself is the same
    1: lambda data: data | {"schema": 2},
    # 3 says itself what those served are called; before it stood among the numbers of an audit
    2: lambda data: data | {"schema": 3, "served": _served(data)},
}
"""Schema version -> what turns a run.json of that version into one of the next."""

PACKED = ("crawl.jsonl", "crawl.json", "copy.jsonl", "run.json")
"""The records that move out of the folder of a run that is no longer the newest of its host; the run itself last."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of one unit of a page: a :class:`Copy` without the unit, which the page itself holds."""

    judgement: Judgement
    counted: bool = True
    copies: int = 1
    overridden: Label | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    """A :class:`JudgedPage` without the page."""

    copy: tuple[_Said, ...]
    twin_of: str = ""
    clicks: int | None = None
    small: bool = False
    beside: tuple[Label, ...] = ()


# Read by msgspec, and a run written by pydantic: to load pydantic and let it build the schema of a Run takes longer than
# all else that compares two runs, and what is on disk stays as it was written, to the byte. Of pages, in which no figure
# is above one, msgspec writes the same bytes sooner.
_PAGES = msgspec.json.Decoder(JudgedPage)
_PAGE = msgspec.json.Decoder(Page)
_JUDGED = msgspec.json.Decoder(_Judged)
_PAGE_TEXT = msgspec.json.Encoder()


@cache
def _written() -> TypeAdapter[Run]:
    from pydantic import TypeAdapter

    return TypeAdapter(Run)


def run_text(run: Run) -> bytes:
    """A run as ``run.json`` holds it."""
    return _written().dump_json(run, indent=1) + b"\n"


def write_run(run: Run, folder: Path) -> Path:
    """Write ``run.json``; raises OutputError."""
    return write(folder / "run.json", run_text(run))


def bodies(folder: Path) -> SnapshotStore:
    """The page bodies of a run's host."""
    return SnapshotStore(folder.parent / "snapshots")


def shared(folder: Path) -> SnapshotStore:
    """What the runs of a run's host share."""
    return SnapshotStore(folder.parent / "kept")


def read_file(folder: Path, name: str) -> bytes:
    """One of a run's records as it was written; raises FileNotFoundError where there is none, OSError, UsageError."""
    try:
        data = (folder / name).read_bytes()
        if name != "run.json":
            return data
    except FileNotFoundError:
        if name not in PACKED or name == "run.json":
            raise
        data = (folder / "run.json").read_bytes()
    stub = _stub(data)
    if stub is None:
        if name == "run.json":
            return data
        raise FileNotFoundError(name)
    if name not in stub["packed"]:
        raise FileNotFoundError(name)
    try:
        kept = shared(folder).get(stub["packed"][name])
    except KeyError:
        raise UsageError(f"{folder / name} is packed, and what it was packed into is gone or damaged.") from None
    return _filled(kept, stub["cut"]) if name == "run.json" else kept


def packed(folder: Path) -> dict[str, str]:
    """Where the records of a packed run are kept: file -> digest; empty where it is not packed."""
    try:
        stub = _stub((folder / "run.json").read_bytes())
    except OSError:
        return {}
    return dict(stub["packed"]) if stub else {}


def pack(folder: Path) -> str:
    """Move the records of a finished run to what its host's runs share; gives the digest of the run itself.

    A run that found what another one found costs its volatile fields alone. Whatever is killed in between leaves the
    run readable: the records are settled on disk before ``run.json`` is replaced, and removed after that. Its time stays,
    by which others know whether a run was written anew. Raises OutputError.
    """
    run = folder / "run.json"
    data = run.read_bytes()
    stub = _stub(data)
    if stub is None:
        store = shared(folder)
        where = {}
        for name in PACKED[:-1]:
            with contextlib.suppress(FileNotFoundError):
                where[name] = store.put((folder / name).read_bytes(), settle=True)
        frozen, cut = _cut(data)
        where["run.json"] = store.put(frozen, settle=True)
        stub = {"packed": where, "schema": SCHEMA, "id": folder.name, "cut": cut}
        seen = run.stat()
        write(run, json.dumps(stub, ensure_ascii=False).encode() + b"\n")
        os.utime(run, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    for name in stub["packed"]:
        if name != "run.json":
            (folder / name).unlink(missing_ok=True)
    return str(stub["packed"]["run.json"])


def unpack(folder: Path) -> None:
    """Put the records of a packed run back into its folder; nothing where it is not packed. Raises OutputError."""
    for name in packed(folder):  # the run itself is the last
        write(folder / name, read_file(folder, name))


def frozen_digest(folder: Path) -> str:
    """The digest of a run without its volatile fields: equal for two runs that found the same."""
    known = packed(folder).get("run.json")
    return known or hashlib.sha256(_cut((folder / "run.json").read_bytes())[0]).hexdigest()


def states(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The digests of these records of a run, of those that it has: equal for equal records, packed or not."""
    where = packed(folder)
    found = {}
    for name in names:
        if name in where and name != "run.json":
            found[name] = where[name]
            continue
        with contextlib.suppress(OSError, UsageError):
            found[name] = hashlib.sha256(read_file(folder, name)).hexdigest()
    return found


def _stub(data: bytes) -> dict[str, Any] | None:
    """What a packed run's ``run.json`` says; None where it is the run itself."""
    return dict(json.loads(data)) if data.startswith(b'{"packed"') else None


def _cut(data: bytes) -> tuple[bytes, list[tuple[int, str]]]:
    """A run.json without the lines of its volatile fields, and these with their numbers."""
    left, cut, inside = [], [], False
    for number, line in enumerate(data.splitlines(keepends=True)):
        if line[:2] == b' "':  # a field of the run itself: it stands one blank in
            inside = line[2:].partition(b'"')[0].decode() in VOLATILE
        elif line[:1] == b"}":
            inside = False
        if inside:
            cut.append((number, line.decode()))
        else:
            left.append(line)
    return b"".join(left), cut


def _filled(frozen: bytes, cut: list[tuple[int, str]]) -> bytes:
    lines = frozen.splitlines(keepends=True)
    for number, line in cut:
        lines.insert(number, line.encode())
    return b"".join(lines)


def read_run(folder: Path) -> Run:
    """The run of this folder, upgraded to today's schema; raises UsageError where there is none or it is newer."""
    path = folder / "run.json"
    try:
        data = msgspec.json.decode(read_file(folder, "run.json"))
    except FileNotFoundError:
        raise UsageError(
            f"{folder} holds no run.json; name a run's folder, such as output/example.com/<run>."
        ) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from None
    version = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise UsageError(f"{path} is no run of auditor's; name a run's folder, such as output/example.com/<run>.")
    if version > SCHEMA:
        raise UsageError(f"{path} has schema {version}; this auditor reads up to {SCHEMA}. Use a newer auditor.")
    while version < SCHEMA:
        data = UPGRADES[version](data)
        version = data["schema"]
    try:
        return msgspec.convert(data, Run)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path} is not a run: {error}.") from None


def write_copy(pages: Iterable[JudgedPage], folder: Path) -> Path:
    """Write ``copy.jsonl``, pages in the order given, and what of them is not kept yet; raises OutputError."""
    return write(folder / "copy.jsonl", (_kept(page, shared(folder)) for page in pages))


def _kept(page: JudgedPage, store: SnapshotStore) -> bytes:
    """The line of a judged page, whose parts are in the store."""
    said = tuple(_Said(copy.judgement, copy.counted, copy.copies, copy.overridden) for copy in page.copy)
    if tuple(copy.unit for copy in page.copy) != page.page.units:
        return page_text(page)  # drawn by hand: its copy is not that of its page
    parts = {
        "page": store.put(_PAGE_TEXT.encode(_alone(page.page))),
        "copy": store.put(_PAGE_TEXT.encode(_Judged(said, page.twin_of, page.clicks, page.small, page.beside))),
    }
    return json.dumps({"url": page.url, "kept": parts}, ensure_ascii=False).encode() + b"\n"


def page_digest(page: Page) -> str:
    """The digest that a page is kept under."""
    return hashlib.sha256(_PAGE_TEXT.encode(_alone(page))).hexdigest()


def _alone(page: Page) -> Page:
    """The page as it is written down: what its units hold together stands with each of them."""
    return replace(page, units=tuple(map(alone, page.units)))


def read_page(digest: str, store: SnapshotStore) -> Page:
    """A page as it was read; raises KeyError where it is no longer kept, ValueError where it is none."""
    return _PAGE.decode(store.get(digest))


def read_judgements(digest: str, store: SnapshotStore) -> tuple[list[Judgement], bool] | None:
    """The model's judgements of a page, in order, and whether that was the small model on a site read by two.

    None where a person set a label among them. Raises as :func:`read_page`.
    """
    kept = _JUDGED.decode(store.get(digest))
    given = any(said.overridden is not None for said in kept.copy)
    return None if given else ([said.judgement for said in kept.copy], kept.small)


def named_parts(folder: Path) -> dict[str, tuple[str, str]]:
    """Where the pages of a run are kept: URL -> digests of the page and of its labels. Raises as :func:`read_file`."""
    rows = [json.loads(line) for line in read_file(folder, "copy.jsonl").splitlines() if line.startswith(b'{"url"')]
    return {row["url"]: (row["kept"]["page"], row["kept"]["copy"]) for row in rows}


def parts_of(folder: Path) -> set[str]:
    """The digests of all that a run refers to in what its host's runs share."""
    found = set(packed(folder).values())
    try:
        lines = read_file(folder, "copy.jsonl").splitlines()
    except (OSError, UsageError):
        return found
    for line in lines:
        with contextlib.suppress(ValueError, AttributeError):
            found.update(json.loads(line).get("kept", {}).values())
    return found


def page_text(page: JudgedPage) -> bytes:
    """A judged page as a line of JSON."""
    copy = tuple([structs.replace(one, unit=alone(one.unit)) for one in page.copy])
    return _PAGE_TEXT.encode(replace(page, page=_alone(page.page), copy=copy)) + b"\n"


def read_copy(folder: Path) -> Iterator[JudgedPage]:
    """The judged pages of a run, one by one; raises UsageError where the file is missing or damaged."""
    path = folder / "copy.jsonl"
    try:
        lines = read_file(folder, "copy.jsonl").splitlines()
    except FileNotFoundError:
        raise UsageError(f"{folder} holds no copy.jsonl; run 'auditor judge {folder}' to make it again.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error}.") from None
    store = shared(folder)
    for line in lines:
        try:
            yield _read_page(line, store)
        except KeyError as error:
            raise UsageError(
                f"A page of {path} is no longer kept ({error.args[0]}); run 'auditor judge {folder}' to make it again."
            ) from None
        except (ValueError, TypeError, AttributeError) as error:  # msgspec's errors are ValueErrors
            raise UsageError(f"{path} cannot be read: {str(error).splitlines()[0]}.") from None


def _read_page(line: bytes, store: SnapshotStore) -> JudgedPage:
    """The judged page of a line: whole in it (as schema 1 has it) or kept in the store."""
    if not line.startswith(b'{"url"'):
        return _PAGES.decode(line)
    parts = json.loads(line)["kept"]
    page = _PAGE.decode(store.get(parts["page"]))
    judged = _JUDGED.decode(store.get(parts["copy"]))
    said = zip(page.units, judged.copy, strict=True)
    copy = tuple(Copy(unit, it.judgement, it.counted, it.copies, it.overridden) for unit, it in said)
    return JudgedPage(page, copy, judged.twin_of, judged.clicks, judged.small, judged.beside)


def write(path: Path, data: bytes | Iterable[bytes]) -> Path:
    """Write a file, given in one piece or in several, whole or not at all; raises OutputError with what to do.

    A link stays one: what it points at is written. A device or a pipe (/dev/stdout) is written to and never replaced.
    """
    name = path
    try:
        # before the link is resolved: where /dev/stdout leads to a pipe, what it resolves to is no name of anything
        through = path.exists() and not path.is_file() and not path.is_dir()
        path = path.resolve() if path.is_symlink() and not through else path
    except (OSError, RuntimeError):
        raise OutputError(f"Cannot write {name}: the link leads back to itself; give another --output.") from None
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        if through:
            with open(name, "wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(part, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())  # the name must not be on disk before what it names
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write {name}: {reason}; free some space or give another --output.") from None
    return name
