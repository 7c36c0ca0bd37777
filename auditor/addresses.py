"""Names of pages: what makes two addresses one page, which belong to a site, and which lead nowhere.

Extraction and crawl share these rules, so that a link found on a page and the page it leads to carry one name.
w3lib does the bytes (escapes, dots, IDNA, order of the query); the rest is ours: default ports, fragments, user
names, campaign and session parameters go. ``/`` and ``/index.html`` stay two names: only their bytes can tell that
they are one page.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from msgspec import structs
from w3lib.url import canonicalize_url

from auditor.model import Page

LONGEST = 8192
"""Characters of an address beyond which it is not one (browsers and servers stop at about that)."""
LONGEST_CRAWLED = 1024
MOST_SEGMENTS = 16
MOST_REPEATS = 3
MOST_PARAMETERS = 4

MAIL = re.compile(r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+")
"""An address for mail as it stands in a text."""

_ROUNDS = 6
"""What a rule leaves may be what another one drops; an address that does not settle in so many rounds is none."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_EDGES = "".join(map(chr, range(0x21)))
_BREAKS = re.compile(r"[\t\r\n]")
_ORIGIN = re.compile(r"(https?)://([^/?#]*)", re.I)
# an address that is canonical as it stands: lower-case host, no default port, a path of safe characters, no query
_PLAIN = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?!0|(?:80|443)(?:/|$))(?:[0-9]{1,4}|[1-5][0-9]{4}))?(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*/?"
)
_HOST = re.compile(r"[a-z0-9_-][a-z0-9._-]*|[0-9a-f:.]*:[0-9a-f:.]*")
HOST_ONLY = re.compile(r"https?://[^/]+")
"""Of an absolute address the part that one from the site's root on ("/about") is joined to."""

_TRACKING = re.compile(
    r"(?:utm_.*|mc_.*|pk_.*|mtm_.*|matomo_.*|hsa_.*|oly_.*_id|_hs.*|__hs.*|_ga|_gl|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|"
    r"msclkid|yclid|ttclid|twclid|igshid|li_fat_id|mkt_tok|vero_id|vero_conv|wickedid|rb_clickid|s_cid|hsctatracking|"
    r"srsltid|gad_source|_openstat|ef_id|epik)",
    re.I,
)
_SESSION = re.compile(
    r"(?:phpsessid|jsessionid|aspsessionid.*|sessionid|session_id|cfid|cftoken|oscsid|zenid|xtcsid)", re.I
)
_TOKEN = re.compile(r"[0-9A-Za-z]{16,}")
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?]*", re.I)
_DOTNET_SESSION = re.compile(r"/\([A-Z]\([0-9a-z]{20,}\)\)(?=/)", re.I)


def canonical(url: str, base: str = "") -> str | None:
    """The one name of the page that ``url`` leads to, absolute; None where it leads to no page.

    ``url`` may be relative to ``base`` (an absolute address). None for mailto:, tel:, javascript:, data: and every
    other scheme than http and https, for what is no address, and for more than LONGEST characters. Never raises.
    """
    if len(url) > LONGEST:
        return None
    url = url.strip(_EDGES)
    if "\n" in url or "\r" in url or "\t" in url:
        url = _BREAKS.sub("", url)
    found = _SCHEME.match(url)
    if found:
        if found[0].lower() not in ("http:", "https:"):
            return None
        if url[found.end() : found.end() + 2] in ("//", "\\\\", "/\\", "\\/"):
            return _absolute(url)
    if not base:
        return None
    if url.startswith("/") and not url.startswith(("//", "/\\")):
        origin = HOST_ONLY.match(base)
        return _absolute(origin[0] + url) if origin else None
    try:
        return _absolute(urljoin(base, url.replace("\\", "/")))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 14)
def _absolute(url: str) -> str | None:
    url = url.partition("#")[0]
    if _PLAIN.fullmatch(url):
        return url if url.count("/") > 2 else url + "/"
    try:
        for _ in range(_ROUNDS):
            before, url = url, _careful(url)
            if url == before:
                return url
    except (ValueError, RecursionError):
        pass
    return None


def _careful(url: str) -> str:
    head, mark, query = url.partition("?")
    url = head.replace("\\", "/") + mark + query
    parts = urlsplit(canonicalize_url(url))
    host = (parts.hostname or "").rstrip(".")
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise ValueError(url)
    port = parts.port
    if port == 0:
        raise ValueError(url)
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != (443 if scheme == "https" else 80):
        netloc = f"{netloc}:{port}"
    path = parts.path or "/"
    if ";" in path:
        path = _PATH_SESSION.sub("", path)
    if "(" in path:
        path = _DOTNET_SESSION.sub("", path)
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _dropped(pair))
    return f"{scheme}://{netloc}{path}" + (f"?{query}" if query else "")


def _dropped(pair: str) -> bool:
    """Whether a query pair says who came or from where, and not what to show."""
    key, _, value = pair.partition("=")
    if _TRACKING.fullmatch(key) or _SESSION.fullmatch(key):
        return True
    return key.lower() in ("sid", "s_id") and bool(_TOKEN.fullmatch(value))


def origin_of(url: str) -> str:
    """Scheme, host and port of an absolute address, without a slash at the end ("https://example.com"), or ""."""
    found = _ORIGIN.match(url)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 12)
def _site(origin: str) -> tuple[str, str]:
    """(host without "www.", port or "" where it is a default one) of an origin."""
    found = _ORIGIN.match(origin)
    if not found:
        return "", ""
    host, port = found[2].rpartition("@")[2].lower(), ""
    if not host.endswith("]") and ":" in host:
        host, _, port = host.rpartition(":")
    host = host.rstrip(".")
    rest = host.removeprefix("www.")
    return (rest if "." in rest else host), ("" if port in ("80", "443") else port)


def same_site(url: str, origin: str) -> bool:
    """Whether an absolute address is on the site of ``origin``: www. and apex, http and https are one site.

    Other sub-domains are not, and another port is not (80 and 443 count as none).
    """
    if len(origin) > 8 and url.startswith(origin) and url[len(origin) : len(origin) + 1] == "/":
        return True  # nearly every link of nearly every page
    head = origin_of(url)
    return bool(head) and _site(head) == _site(origin_of(origin))


def home(url: str, origin: str, alias: str = "") -> str:
    """An address in the site's own spelling: one on the site of ``origin`` (or ``alias``) gets exactly that origin.

    ``https://www.example.com/a`` is ``http://example.com/a`` where ``origin`` is ``http://example.com``; other sites'
    addresses come back as they are.
    """
    if len(origin) > 8 and url.startswith(origin) and url[len(origin) : len(origin) + 1] == "/":
        return url
    head, own = origin_of(url), origin_of(origin)
    if head == own or not head:
        return url
    site = _site(head)
    if site == _site(own) or (alias and site == _site(origin_of(alias))):
        return own + url[len(head) :]
    return url


def settle(page: Page, origin: str, alias: str = "") -> Page:
    """The page with its links, canonical and refresh in the site's own spelling (see :func:`home`).

    Extraction reads one page and cannot know that a site answers under two names; the crawl does. Whoever extracts
    again from snapshots calls this too, with the origin that the crawl ended with, so that links and pages carry one
    name.
    """
    own = origin_of(origin) + "/"
    links, moved = [], False
    for link in page.links:
        url = link.url
        if not url.startswith(own):
            url = home(url, origin, alias)
            if url is not link.url:
                moved = True
                link = structs.replace(link, url=url, internal=True)
        links.append(link)
    near = home(page.canonical, origin, alias), home(page.refresh, origin, alias)
    if not moved and near == (page.canonical, page.refresh):
        return page
    return dataclasses.replace(page, links=tuple(links), canonical=near[0], refresh=near[1])


def known_as(page: Page, public: str, origin: str) -> Page:
    """The page of a copy at ``origin`` under the addresses of the site that it is a copy of; as it is without ``public``."""
    if not public:
        return page
    url = home(page.url, public, origin)
    units = tuple(structs.replace(unit, page=url, href=home(unit.href, public, origin)) for unit in page.units)
    return settle(dataclasses.replace(page, url=url, units=units), public, origin)


_LEAVE = {"logout", "log-out", "log_out", "signout", "sign-out", "sign_out", "logoff", "log-off"}
_LEAVE |= {"wp-admin", "wp-login"}
_SHOP = {"cart", "basket", "shopping-cart", "shopping_cart", "shopping-bag", "shoppingcart", "warenkorb", "panier"}
_SHOP_FIRST = {"checkout", "wishlist", "wish-list", "my-account", "myaccount", "customer-account", "cdn-cgi"}
_ACTION = re.compile(
    r"(?:add[-_]?to[-_]?(?:cart|basket|wishlist|compare)|remove[-_]?(?:item|from[-_]?cart)|undo_item|add_item|"
    r"empty[-_]cart)",
    re.I,
)
_LEAVING = re.compile(r"(?:^|&)(?:action|do|task|option|route)=[^&]*(?:log-?_?out|sign-?_?out)")
_VIEW = re.compile(
    r"(?:sort|sort_?by|sort_?order|order_?by|orderby|filter.*|facet.*|refine.*|min_price|max_price|price_?(?:from|to|min|max)|"
    r"rating_filter|per_?page|page_?size|items_per_page|product_list_.*|viewmode|query_type_.*)(?:\[.*\])?",
    re.I,
)
_SEARCH = {"s", "q", "search", "query", "keyword", "keywords", "searchterm", "search_query"}
_DATE_KEYS = set(
    "month year day week date cal calendar tribe-bar-date eventdate event-date event_date startdate start_date mois "
    "monat ajaxcalendar yr mo ical outlook-ical eventdisplay".split()
)
_ASIDE = set("replytocom share print unapproved moderation-hash redirect_to return_to returnurl return_url".split())
_CALENDAR = re.compile(
    r"/(?:calendar|events?|event-calendar|events-calendar|agenda|kalender|schedule|diary)(?:/[a-z-]+){0,2}"
    r"/\d{4}(?:[-/]\d{1,2}){0,2}(?:/(?:day|week|month|list|today))?/?$",
    re.I,
)


@lru_cache(maxsize=1 << 14)
def on_site(url: str) -> str:
    """An address without its site, as people name a page: its path and query."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def alike(url: str) -> str:
    """What the addresses of one page have in common for a reader: without query, fragment, ending and the name of an index.

    A guess, for telling where a link means to lead: only their bytes tell whether two addresses are one page.
    """
    return _ENDING.sub("", url.split("#")[0].split("?")[0].rstrip("/")).rstrip("/")


_ENDING = re.compile(r"/(?:index|home|default)\.\w+$|\.(?:html?|php|aspx?)$", re.I)


def trap(url: str) -> str:
    """Why a crawler must not follow a canonical address, in a phrase, or "" where it may.

    Actions (log out, put in a cart), calendars and facets that go on for ever, searches, path segments that repeat (a
    relative link that eats its own tail), and addresses too long to be meant. The start URL is never put to this test.
    """
    if len(url) > LONGEST_CRAWLED:
        return "address too long"
    parts = urlsplit(url)
    path = parts.path
    segments = [segment for segment in path.lower().split("/") if segment]
    if len(segments) > MOST_SEGMENTS:
        return "path too deep"
    names = [segment.rpartition(".")[0] or segment for segment in segments]
    if not _LEAVE.isdisjoint(names):
        return "signs in or out"
    if names and (names[0] in _SHOP | _SHOP_FIRST or names[-1] in _SHOP):
        return "cart or account"
    if _ACTION.search(path):
        return "an action, not a page"
    if names and names[0] == "search" and (len(names) == 1 or parts.query):
        return "search results"
    if len(segments) >= MOST_REPEATS:
        if max(Counter(segments).values()) >= MOST_REPEATS:
            return "path repeats itself"
        pairs = list(itertools.pairwise(segments))
        if len(segments) >= 4 and any(a == b for a, b in zip(pairs, pairs[2:], strict=False)):
            return "path repeats itself"
    if _CALENDAR.search(path):
        return "calendar"
    return _query_trap(parts.query.lower()) if parts.query else ""


def _query_trap(query: str) -> str:
    keys = [pair.partition("=")[0] for pair in query.split("&")]
    known = set(keys)
    if _ACTION.search(query) or _LEAVING.search(query):
        return "an action, not a page"
    if not known.isdisjoint(_DATE_KEYS):
        return "calendar"
    if not known.isdisjoint(_SEARCH):
        return "search results"
    if not known.isdisjoint(_ASIDE):
        return "a page's side door"
    if any(_VIEW.fullmatch(key) for key in known):
        return "sorted or filtered view"
    if len(keys) > MOST_PARAMETERS:
        return "too many parameters"
    return ""
