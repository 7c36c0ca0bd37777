"""What the user named: a web address or a folder of HTML files, made into a start URL and a place for the results."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from auditor.addresses import canonical, origin_of, same_site
from auditor.crawl.folder import HTML, INDEXES, FolderSite
from auditor.crawl.guard import address, is_loopback
from auditor.errors import ConfigError, EmptySite, LoginWall, TargetError
from auditor.model import Page, Readable, Skip, SkipReason
from auditor.settings import Settings

PEEK = 200_000
"""Bytes of an index page or a sitemap read in search of the address that the folder's pages call their own."""

_CANONICAL = re.compile(
    rb"""<link\b(?=[^>]*\brel\s*=\s*["']?canonical\b)[^>]*\bhref\s*=\s*["']?(https?://[^"'\s>]+)""", re.I
)
_LOC = re.compile(rb"<loc>\s*(https?://[^<\s]+)\s*</loc>", re.I)
LONGEST_HOST, LONGEST_PART = 253, 63
"""Characters of a host name, and of each part between its dots (RFC 1035)."""
_HOST = re.compile(r"[A-Za-z0-9_.:\[\]-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_REACHES = re.compile(r"[^\s@]@[^\s@]|\w\.\w|://")
"""What a mail address or a web address cannot do without; whether somebody reads it there, nobody can tell."""


@dataclass(frozen=True, slots=True)
class Target:
    """What to crawl.

    ``name`` is what the user typed; ``start`` the start URL, in the space that pages are named in; ``host`` a folder
    name for the results ("example.com", "127.0.0.1_8000"), that of the base URL where one is given; ``folder`` the folder of HTML files, None for an address.
    """

    name: str
    start: str
    host: str
    folder: Path | None = None

    @property
    def local(self) -> bool:
        """True for a folder and for a server on this machine: a copy of a site, under a name of its own."""
        return self.folder is not None or is_loopback(_host(self.start))

    def names(self, base_url: str) -> tuple[str, str]:
        """The origin that a server on this machine is a copy of, and its own; ("", "") where it is none."""
        public = origin_of(canonical(base_url) or "") if self.local and self.folder is None else ""
        return (public, origin_of(self.start)) if public else ("", "")

    def nothing(self, pages: Iterable[Page], skips: Sequence[Skip]) -> Exception:
        """What to raise where none of these pages could be judged."""
        readable = {page.readable for page in pages}
        if Readable.SHELL in readable:
            return EmptySite(
                f"{self.start} shows nothing without a browser: its pages are built by scripts, so nothing was scored."
            )
        if Readable.LOGIN in readable:
            return LoginWall(f"{self.start} asks to sign in on every page; audit a public page or a saved folder.")
        if any(skip.reason is SkipReason.LANGUAGE for skip in skips):
            found = sorted({skip.detail for skip in skips if skip.reason is SkipReason.LANGUAGE})
            return EmptySite(f"{self.start} has no page in a supported language (found: {', '.join(found)}).")
        return EmptySite(f"{self.start} has no page with copy to judge; check the address and --include/--exclude.")


def resolve(target: str, settings: Settings) -> Target:
    """Understand TARGET; nothing is fetched and no name is looked up.

    An address without a scheme is taken for https (http on loopback); an HTML file stands for its folder, and begins it
    where the folder has no index page. Raises
    TargetError where it is neither an address nor a folder with HTML files, ConfigError for a base URL that is not one,
    and where a site that is not on this machine would be crawled without a contact.
    """
    base = ""
    if settings.base_url:
        base = canonical(settings.base_url) or ""
        if "@" in origin_of(settings.base_url):
            raise ConfigError("--base-url holds a user name or password; leave them out.")
        if not base:
            raise ConfigError(
                f"--base-url '{settings.base_url}' is not an address; give one such as https://example.com."
            )
    path = Path(target).expanduser()
    if "://" not in target and target.strip():
        try:
            if path.is_dir():
                return _folder(target, path, base)
            if path.is_file():
                if path.suffix.lower() not in HTML:
                    raise TargetError(f"{target} is not HTML; give a URL or a folder of HTML files.")
                return _folder(target, path.parent, base, first=path.name)
            if path.exists():  # a pipe or a device
                raise TargetError(f"{target} is no folder and no HTML file; give a URL or a folder of HTML files.")
        except PermissionError:
            raise TargetError(f"{target} cannot be read; give yourself the right to, or name another folder.") from None
        except (OSError, ValueError):
            pass
    found = _address(target, base)
    require_contact(found, settings)
    return found


def _address(target: str, base: str) -> Target:
    text = target.strip()
    if _CONTROL.search(text) or not text:
        raise TargetError("The target is empty or holds control characters; give a URL or a folder of HTML files.")
    if "@" in re.split(r"[/?#]", re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", text))[0]:
        raise TargetError(
            "The address holds a user name or password; give them with --auth or AUDITOR_AUTH, so that they are "
            "written nowhere."
        )
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", text)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise TargetError(f"Cannot audit {scheme[1]}:// addresses; give an http(s) URL or a folder of HTML files.")
    bare = text if scheme else f"https://{text}"
    host = _host(bare)
    if not scheme:
        if is_loopback(host):
            bare = f"http://{text}"
        elif text.startswith((".", "/", "~", "\\")) or not ("." in host or address(host) or ":" in text):
            raise TargetError(
                f"There is no folder {target}, and it is no web address; give a URL or a folder of HTML files."
            )
    start = canonical(bare)
    if start is None or not _is_host(_host(start)):
        raise TargetError(f"'{target}' is not a web address; give one such as https://example.com.")
    # a copy of a site is kept with the site itself: one history, one set of decisions
    return Target(target, start, _safe(urlsplit(base or start).netloc))


def _is_host(name: str) -> bool:
    parts = name.split(".")
    return bool(_HOST.fullmatch(name)) and len(name) <= LONGEST_HOST and max(map(len, parts)) <= LONGEST_PART


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def require_contact(target: Target, settings: Settings) -> None:
    """Raise ConfigError where a site that is not on this machine is to be crawled and no contact is given."""
    for value in (settings.contact, settings.user_agent):
        if _CONTROL.search(value) or not value.isascii():
            raise ConfigError("--contact and --user-agent must be plain ASCII on one line.")
    if target.folder is None and not settings.contact.strip() and not is_loopback(_host(target.start)):
        raise ConfigError(
            "Give --contact with a mail address or URL: the site's owner must be able to reach whoever crawls it."
        )
    if target.folder is None and settings.contact.strip() and not _REACHES.search(settings.contact):
        raise ConfigError(
            f"--contact '{settings.contact}' reaches nobody; give a mail address or URL, such as you@example.org."
        )


HOMES = frozenset({"home", "homepage", "home-page", "main", "start", "welcome"})
"""Names of a page with which a folder begins that has no index page, where just one bears such a name."""


def _folder(name: str, folder: Path, base: str, first: str = "") -> Target:
    """A folder; it begins with its index page, and where it has none with the page that the user named, or that is called home."""
    root = folder.resolve()
    site = FolderSite(root, limit=0)
    if site.index(root) is None:
        inner = [sub for sub in sorted(root.iterdir()) if sub.is_dir() and site.index(sub) is not None]
        if not first and len(inner) == 1:
            return _inner(name, root, inner[0], base)
        pages = site.files()
        if not pages:
            raise TargetError(f"There is no HTML file in {name}; give a folder of HTML files or a URL.")
        homes = [page.name for page in pages if page.parent == root and page.stem.casefold() in HOMES]
        first = first or (homes[0] if len(homes) == 1 else "")
        if not first:
            near = min(pages, key=lambda page: (len(page.parts), page)).relative_to(root)
            raise TargetError(f"{name} has no index page to begin with; name its first page, such as {near}.")
    start = (origin_of(base) or _own_origin(root) or f"http://{_safe(root.name)}") + "/"
    if site.index(root) is None:
        start += quote(first)
    return Target(name, start, _safe(urlsplit(start).netloc), root)


def _inner(name: str, root: Path, inner: Path, base: str) -> Target:
    """A folder whose one sub-folder is the site: as a path of the site where its links say so, else as its root."""
    page = b"".join(_peek(inner, place) for place in INDEXES)
    below = quote(inner.name)
    if re.search(rb"""["'(=]\s*/""" + re.escape(below.encode()) + rb"/", page):
        start = (origin_of(base) or _own_origin(inner) or f"http://{_safe(root.name)}") + f"/{below}/"
        return Target(name, canonical(start) or start, _safe(urlsplit(start).netloc), root)
    return _folder(name, inner, base)


def _own_origin(root: Path) -> str:
    """The one origin that the folder's index page (canonical link) and sitemap name, or ""."""
    origins: Counter[str] = Counter()
    for place in INDEXES:
        for found in _CANONICAL.finditer(_peek(root, place)):
            origins[_origin(found[1])] += 1_000_000
    for found in _LOC.finditer(_peek(root, "sitemap.xml")):
        origins[_origin(found[1])] += 1
    del origins[""]
    if not origins:
        return ""
    best = max(sorted(origins), key=origins.__getitem__)
    return best if all(same_site(other, best) for other in origins) else ""


def _origin(raw: bytes) -> str:
    return origin_of(canonical(raw.decode("utf-8", "replace")) or "")


def _peek(root: Path, name: str) -> bytes:
    try:
        path = (root / name).resolve()
        # a pipe would keep us waiting for ever, and a link may lead out of the folder
        if not path.is_file() or not path.is_relative_to(root):
            return b""
        with path.open("rb") as file:
            return file.read(PEEK)
    except (OSError, RuntimeError):
        return b""


def _safe(netloc: str) -> str:
    """A host as a folder name on every file system: letters, digits, dots, hyphens and underscores."""
    return re.sub(r"[^a-z0-9._-]+", "_", netloc.lower().strip("[]").replace("]:", ":")).strip(".") or "site"
