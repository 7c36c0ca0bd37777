"""Which network addresses a crawl may connect to.

The check sits in the name resolver that every connection asks (:mod:`auditor.crawl.resolving`), so the address that is
judged is the one that is connected to: a name that answers with another address later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAMES = re.compile(
    r"(?:localhost|[^.]+|.*\.(?:localhost|local|internal|intranet|lan|home|corp|private|test|home\.arpa))", re.I
)


def address(text: str) -> Address | None:
    """An IP address in any spelling a URL may hold (brackets, zone, decimal, octal or hex parts); None for a name."""
    text = text.strip("[]").partition("%")[0]
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        pass
    if not re.fullmatch(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}\.?", text, re.I):
        return None
    try:
        parts = [_number(part) for part in text.rstrip(".").split(".")]
        value = parts.pop()
        if value >= 256 ** (4 - len(parts)) or any(part > 255 for part in parts):
            return None
        return ipaddress.IPv4Address(value + sum(part << (8 * (3 - place)) for place, part in enumerate(parts)))
    except ValueError:
        return None


def _number(part: str) -> int:
    if part.lower().startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part.startswith("0") else int(part)


def _plain(ip: Address) -> Address:
    """The IPv4 address inside an IPv6 one (mapped, 6to4, NAT64), or the address itself."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return ip.ipv4_mapped
        if ip.sixtofour:
            return ip.sixtofour
        if ip in _NAT64 or int(ip) >> 32 == 0:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if int(ip) > 1 else ip
    return ip


def is_public(ip: Address) -> bool:
    """Whether an address is one of the open internet: not private, loopback, link-local, shared (CGNAT) or reserved."""
    ip = _plain(ip)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_loopback(host: str) -> bool:
    """Whether a host, as written, can only be this machine (no name is resolved)."""
    ip = address(host)
    if ip is not None:
        return _plain(ip).is_loopback
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(".localhost")


def names_private(host: str) -> bool:
    """Whether a host, as written, is plainly not on the open internet (no name is resolved)."""
    ip = address(host)
    return not is_public(ip) if ip is not None else bool(_LOCAL_NAMES.fullmatch(host.rstrip(".")))


@dataclass(slots=True)
class Guard:
    """What one crawl may connect to: public addresses, and the host that the user named.

    ``host`` and ``port`` are those of the start URL. A private start host is let in where the user wrote one that is
    plainly private (an address, localhost, a name such as nas.local), or with ``allow_private``; link-local addresses
    (cloud metadata) only with the latter. Once the start host has answered with a public address, no private address
    is ever let in, whatever is allowed. ``proxy`` (host, port) is the user's own and passes.
    """

    host: str
    port: int
    allow_private: bool = False
    proxy: tuple[str, int] | None = None
    refused: dict[str, str] = field(default_factory=dict)
    _public: bool | None = None

    def admit(self, host: str, port: int, answers: list[str]) -> list[str]:
        """Those of a host's resolved addresses that may be connected to; a host with none is noted in ``refused``."""
        if self.proxy is not None and (host.lower(), port) == self.proxy:
            return answers
        found = [(text, address(text)) for text in answers]
        public = [text for text, ip in found if ip is not None and is_public(ip)]
        own = self._is_own(host)
        if own and self._public is None and found:
            self._public = bool(public)
        if self._public is not False:
            good = public
        else:
            good = [text for text, ip in found if ip is not None and self._lets_in(ip, host, port, own)]
        if answers and not good:
            self.refused[host.lower()] = answers[0]
        return good

    def _is_own(self, host: str) -> bool:
        return host.lower().rstrip(".").removeprefix("www.") == self.host.lower().rstrip(".").removeprefix("www.")

    def _lets_in(self, ip: Address, host: str, port: int, own: bool) -> bool:
        if is_public(ip) or self.allow_private:
            return True
        plain = _plain(ip)
        if plain.is_link_local or plain.is_multicast or not own or not names_private(self.host):
            return False
        return port == self.port or {port, self.port} == {80, 443}
