"""The way in: from the URL that the user gave to the site's origin, its robots.txt and its first page, or to a sentence
that says why there is none and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from auditor.addresses import canonical, home, origin_of, same_site
from auditor.crawl import robots as robots_txt
from auditor.crawl.access import Access
from auditor.crawl.answers import Outcome
from auditor.crawl.guard import names_private
from auditor.crawl.journal import Entry
from auditor.crawl.robots import Robots
from auditor.crawl.source import Source
from auditor.model import SkipReason

MOST_HOPS = 10
"""Redirects followed from the start URL."""
ROBOTS_HOPS = 5
"""Redirects followed for robots.txt (RFC 9309, 2.3.1.2)."""

_LOGIN = re.compile(r"/(?:log-?in|sign-?in|sso|auth|account/login|users/sign_in|wp-login\.php)(?:/|\.[a-z]+|$)", re.I)


class StartFailed(Exception):
    """The start URL gave no page; ``kind`` names a class of :mod:`auditor.errors`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Entrance:
    """Finds the first page of a site. ``robots`` is what its robots.txt says, ``passed`` the URLs that led on."""

    def __init__(self, source: Source, slow_down: Callable[[float], None] | None) -> None:
        self.source = source
        self.settings = source.job.settings
        self.slow_down = slow_down
        self.access = Access(self.settings, source.job.target.start)
        self.robots = Robots("none")
        self.passed: list[tuple[str, str]] = []

    async def find(self) -> tuple[str, Outcome | Entry]:
        """(URL, answer) of the first page; the source's origin is the site's from here on. Raises StartFailed."""
        source = self.source
        url = home(source.job.target.start, source.origin)
        try:
            await self._ask_robots(url)
        except StartFailed as error:
            if error.kind != "Unreachable" or "://" in source.job.target.name or not url.startswith("https:"):
                raise
            # the user named no scheme, and nobody answers at the one that was taken for granted
            url = url.replace("https:", "http:", 1)
            source.origin = origin_of(url)
            await self._ask_robots(url)
        for _ in range(MOST_HOPS):
            arrival = await source.page(url, first=True)
            target = self._target(url, arrival)
            if not target:
                return url, arrival
            if origin_of(target) != source.origin:
                source.adopt(origin_of(target))
                await self._ask_robots(target)
            elif target == url:
                break
            if home(url, source.origin) != target:
                self.passed.append((home(url, source.origin), target))
            url = target
        raise StartFailed("Unreachable", f"{source.job.target.start} redirects in a circle; open it in a browser.")

    def _target(self, url: str, arrival: Outcome | Entry) -> str:
        """Where the start URL redirects to, or "" where it is a page; raises StartFailed where it is neither."""
        if isinstance(arrival, Entry):
            return arrival.target
        if arrival.is_redirect:
            return self._redirect(url, arrival)
        status = arrival.status
        if arrival.reason is not None or status == 0:
            raise self._no_answer(url, arrival)
        if status in (401, 403):
            raise StartFailed("LoginWall", self._locked(url, status))
        if status >= 400:
            what = "check the address" if status < 500 and status != 429 else "try again later"
            raise StartFailed("Unreachable", f"{url} answered {status}; {what}.")
        if status >= 300:
            raise StartFailed("Unreachable", f"{url} answered {status} without saying where to go; check the address.")
        if arrival.not_html:
            raise StartFailed("NotHtml", f"{url} is {arrival.not_html}, not HTML; give the address of a web page.")
        return ""

    def _locked(self, url: str, status: int) -> str:
        """What to do about a start page that is not for everybody."""
        if not self.access:
            hint = "; with a user name and password, give them in AUDITOR_AUTH" if status == 401 else ""
            return (
                f"{url} answered {status}: it wants a sign-in or turns crawlers away; ask its owner for access{hint}."
            )
        if self.access.is_for(url):
            return f"{url} answered {status}: it does not accept what --auth, --header or --cookie gave; check it."
        return (
            f"{url} answered {status}, and what --auth, --header or --cookie gave goes only to the address that you "
            f"name; name this one if it is the site's."
        )

    def _no_answer(self, url: str, outcome: Outcome) -> StartFailed:
        if outcome.reason is SkipReason.PRIVATE:
            return StartFailed(
                "PrivateAddress",
                f"{url} is at {outcome.detail}, which is no public address; add --allow-private if that is meant.",
            )
        if outcome.reason is SkipReason.TOO_LARGE:
            return StartFailed(
                "NotHtml", f"{url} is larger than {self.settings.max_page_bytes} bytes; raise max_page_bytes."
            )
        return StartFailed("Unreachable", f"Cannot reach {url}: {outcome.detail}; check the address and the network.")

    def _redirect(self, url: str, outcome: Outcome) -> str:
        """Where a redirect of the start URL may be followed to."""
        source = self.source
        target = canonical(outcome.headers["location"], outcome.url)
        if not target:
            raise StartFailed("Unreachable", f"{url} redirects to no web address; check it in a browser.")
        if _LOGIN.search(urlsplit(target).path) and not _LOGIN.search(urlsplit(url).path):
            raise StartFailed("LoginWall", f"{url} redirects to the sign-in page {target}; ask its owner for access.")
        if same_site(target, source.origin):
            return target
        if source.alias and same_site(target, source.alias):
            return home(target, source.origin, source.alias)
        host, own = urlsplit(target).hostname or "", urlsplit(source.origin).hostname or ""
        if names_private(host):
            raise StartFailed("PrivateAddress", f"{url} redirects to {host}, which is no public address.")
        if host.endswith("." + own.removeprefix("www.")) and not names_private(own):
            return target
        raise StartFailed("Unreachable", f"{url} redirects to another site, {target}; give that address instead.")

    async def _ask_robots(self, url: str) -> None:
        """Fetch robots.txt of the origin; raises StartFailed where it does not let the start URL be fetched."""
        source = self.source
        if source.folder is not None:
            return
        address = first = f"{source.origin}/robots.txt"
        outcome = Outcome(address)
        for _ in range(ROBOTS_HOPS + 1):
            outcome = await source.file(address, robots_txt.MOST_BYTES)
            target = canonical(outcome.headers["location"], address) if outcome.is_redirect else None
            if not target or not same_site(target, source.origin):
                break
            address = target
        ignore = self.settings.ignore_robots and self.settings.i_own_this_site
        large = outcome.reason is SkipReason.TOO_LARGE
        if outcome.status == 0 and not large and not ignore:
            # no server at all, rather than one that will not say: the start URL would have the same answer
            raise self._no_answer(first if outcome.detail.startswith("no answer") else url, outcome)
        if large and not ignore:
            raise StartFailed("RobotsRefuse", f"{first} is too large to be read, so nobody can tell what it forbids.")
        # redirects that lead off the site or in a circle count as no robots.txt
        status = 404 if outcome.is_redirect else outcome.status
        self.robots = robots_txt.read(status, outcome.body, ignore=ignore)
        if self.robots.word == "unreachable":
            raise StartFailed(
                "RobotsRefuse",
                f"{first} answered {outcome.status}, and by RFC 9309 that means: do not crawl; try again later.",
            )
        if not self.robots.allows(url):
            raise StartFailed("RobotsRefuse", f"{first} does not allow {url} to be crawled; ask the site's owner.")
        if self.slow_down is not None and self.robots.delay:
            self.slow_down(self.robots.delay)
