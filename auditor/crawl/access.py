"""What the user lets a staging site know (a password, headers, cookies), and what no one else may.

It is sent to the host that the user named and to no other, over https where the user named https; the crawling process
gets it over a pipe. A page that shows it (a debugging page does) is kept with stars in its place.
"""

from __future__ import annotations

import html
from base64 import b64encode
from urllib.parse import quote, urlsplit

from auditor.settings import Settings

SHORTEST = 8
"""Characters from which a value that is not letters alone is taken out of pages; a shorter one may be an ordinary word."""


class Access:
    """The credentials of one crawl that starts at ``start``."""

    def __init__(self, settings: Settings, start: str) -> None:
        self.start = urlsplit(start)
        self._headers: dict[str, str] = {}
        secrets: list[str] = []
        auth = settings.auth.get_secret_value()
        if auth:
            token = b64encode(auth.encode()).decode()
            self._headers["Authorization"] = f"Basic {token}"
            secrets += [auth, token, *_telling(auth.partition(":")[2])]
        for given in settings.header:
            name, _, value = given.get_secret_value().partition(":")
            self._headers[name.strip()] = value.strip()
            secrets += [part for word in (value.strip(), *value.split()) for part in _telling(word)]
        if settings.cookie:
            cookies = "; ".join(given.get_secret_value().strip("; ") for given in settings.cookie)
            self._headers["Cookie"] = cookies
            secrets += [part for pair in cookies.split(";") for part in _telling(pair.partition("=")[2].strip())]
        forms = {form for secret in secrets for form in (secret, html.escape(secret), quote(secret, safe=""))}
        # the longest first: one may be part of another
        self._forms = [form.encode() for form in sorted(forms, key=lambda form: (-len(form), form))]

    def __bool__(self) -> bool:
        """Whether the user gave anything."""
        return bool(self._headers)

    def headers(self, url: str) -> dict[str, str]:
        """The headers for a request to ``url``: none for any other host or port, or for http where https was named."""
        return self._headers if self.is_for(url) else {}

    def is_for(self, url: str) -> bool:
        """Whether ``url`` is on the host that the user named."""
        there = urlsplit(url)
        if there.hostname != self.start.hostname:
            return False
        if there.scheme == self.start.scheme:
            return there.port == self.start.port
        return there.scheme == "https" and there.port is None and self.start.port is None

    def hide(self, data: bytes) -> bytes:
        """The bytes with stars in place of every secret."""
        for form in self._forms:
            if form in data:
                data = data.replace(form, b"*" * len(form))
        return data

    def hidden(self, text: str) -> str:
        """As :meth:`hide`, for text."""
        return self.hide(text.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")


def _telling(value: str) -> list[str]:
    """The value, where it is long and odd enough to be no ordinary word of the site."""
    return [value] if len(value) >= SHORTEST and not value.isalpha() else []
