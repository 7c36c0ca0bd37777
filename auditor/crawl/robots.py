"""robots.txt as RFC 9309 has it, for the product token ``auditor``."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

TOKEN = "auditor"  # noqa: S105 - a product token
MOST_BYTES = 512_000
"""Bytes of robots.txt that are read; the RFC asks for at least 500 KiB."""
LONGEST_DELAY = 30.0
"""Seconds: the largest Crawl-delay obeyed to the letter."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site's robots.txt says to us.

    ``word`` is one of obeyed, none, ignored, unreachable. Unreachable (5xx, 429, no answer) forbids everything.
    """

    word: str
    rules: Protego | None = None

    def allows(self, url: str) -> bool:
        """Whether the URL may be fetched."""
        if self.word == "unreachable":
            return False
        return self.rules is None or self.word == "ignored" or bool(self.rules.can_fetch(url, TOKEN))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for, at most LONGEST_DELAY; 0 where it asks for none."""
        if self.rules is None or self.word == "ignored":
            return 0.0
        rate = self.rules.request_rate(TOKEN)
        asked = max(
            float(self.rules.crawl_delay(TOKEN) or 0.0), float(rate.seconds) / max(rate.requests, 1) if rate else 0.0
        )
        return min(max(asked, 0.0), LONGEST_DELAY)

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that it names, in order."""
        return list(self.rules.sitemaps) if self.rules is not None else []


def read(status: int, body: bytes, *, ignore: bool = False) -> Robots:
    """What an answer to /robots.txt means; ``status`` 0 is no answer at all."""
    rules = None
    if 200 <= status < 300:
        text = body[:MOST_BYTES].decode("utf-8-sig", "replace")
        rules = Protego.parse(text.replace("\0", ""))
    if ignore:
        return Robots("ignored", rules)
    if rules is not None:
        return Robots("obeyed", rules)
    if status == 429 or not 100 <= status < 500:
        return Robots("unreachable")
    return Robots("none")
