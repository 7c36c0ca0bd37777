"""What a finished run's files were: their SHA-256, written with the run, so that anyone can tell whether one changed.

``manifest.json`` names the run's records and its reports. Page bodies are kept under their own SHA-256, and the crawl's
record names them, so the manifest covers them too. Files that others put into the folder are nobody's business here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from auditor import record
from auditor.errors import UsageError

NAME = "manifest.json"
RECORDS = ("plan.json", "crawl.jsonl", "crawl.json", "copy.jsonl", "run.json")
"""Files that a run rests on; everything else in a manifest is a report and can be written again."""
REPORTS = ("report.html", "units.csv", "findings.csv", "pages.csv", "summary.md", "pages/copy-*.html")
_SCHEMA = 1


def write_manifest(folder: Path, coming: Mapping[str, bytes] | None = None) -> str:
    """Write the manifest of a run's folder; gives its own SHA-256. Raises OutputError.

    ``coming`` are files that will be written only after it (the run itself, whose presence says that all is there).
    Without them the run is as it was and only its reports are new: what the manifest says of its records stays.
    """
    files = {} if coming else dict(_known(folder).get("files", {}))
    if not files:
        files = {name: _digest(data) for name, data in (coming or {}).items()}
        files |= {name: _of_file(folder / name) for name in RECORDS if name not in files and (folder / name).is_file()}
    reports = {path.relative_to(folder).as_posix(): _of_file(path) for path in reports_of(folder)}
    text = json.dumps({"schema": _SCHEMA, "run": folder.name, "files": files, "reports": reports}, indent=1) + "\n"
    record.write(folder / NAME, text.encode())
    return _digest(text.encode())


def _known(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / NAME).read_bytes())
        return manifest if isinstance(manifest, dict) and isinstance(manifest.get("files"), dict) else {}
    except (OSError, ValueError):
        return {}


def manifest_digest(folder: Path) -> str:
    """The SHA-256 of a run's manifest, "" where it has none."""
    try:
        return _of_file(folder / NAME)
    except OSError:
        return ""


def differences(folder: Path) -> list[str]:
    """What of a run is not as its manifest says, a sentence each; empty where all is as it was.

    A report that is gone is no difference (``auditor report`` writes it again), one that was changed is.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / NAME).read_bytes())
        files, reports = dict(manifest["files"]), dict(manifest["reports"])
    except FileNotFoundError:
        return [f"{folder} has no manifest: it was made by an auditor that wrote none, or it was removed."]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{folder / NAME} cannot be read: {error}."]
    found = [] if manifest.get("run") == folder.name else [f"{folder / NAME} is that of run {manifest.get('run')}."]
    for name, digest in sorted((files | reports).items()):
        try:
            now = _digest(record.read_file(folder, name)) if name in RECORDS else _of_file(folder / name)
        except FileNotFoundError:
            if name in files:
                found.append(f"{folder / name} is gone.")
        except (OSError, UsageError) as error:
            found.append(f"{folder / name} cannot be read: {getattr(error, 'strerror', None) or error}.")
        else:
            if now != digest:
                found.append(f"{folder / name} was changed after the run.")
    return found + list(_lost(folder))


def bodies_of(folder: Path) -> dict[str, str]:
    """The page bodies that a run refers to, finished or not: digest -> the page's URL."""
    found: dict[str, str] = {}
    try:
        lines = record.read_file(folder, "crawl.jsonl").splitlines()
    except (OSError, UsageError):
        return found
    for line in lines:
        try:
            entry = json.loads(line)
        except ValueError:
            break  # the torn last line of a killed crawl
        if isinstance(entry, dict) and entry.get("kind") == "kept":
            found[str(entry.get("digest"))] = str(entry.get("url"))
    return found


def _lost(folder: Path) -> Iterator[str]:
    for digest in sorted(record.parts_of(folder)):
        state = record.shared(folder).state(digest)
        if state:
            yield f"A part of {folder} is {state} ({record.shared(folder).path(digest)})."
    for digest, url in bodies_of(folder).items():
        state = record.bodies(folder).state(digest)
        if state:
            yield f"The page kept of {url} is {state} ({record.bodies(folder).path(digest)})."


def reports_of(folder: Path) -> list[Path]:
    """The report files of a run that are there, sorted."""
    return sorted(path for pattern in REPORTS for path in folder.glob(pattern) if path.is_file())


def _of_file(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
