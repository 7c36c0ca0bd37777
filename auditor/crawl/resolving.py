"""The guard at work: a name resolver for Twisted that hands out only addresses that may be connected to.

Every connection, to an IP address in a URL too, asks the reactor's name resolver and connects to what it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from auditor.crawl.guard import Guard


@implementer(IResolutionReceiver)
class _Sieve:
    """Passes on what the guard admits once all answers are in."""

    def __init__(self, receiver: Any, guard: Guard, host: str, port: int) -> None:
        self.receiver, self.guard, self.host, self.port = receiver, guard, host, port
        self.answers: list[Any] = []

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's names
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:  # noqa: N802
        self.answers.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        good = set(self.guard.admit(self.host, self.port, [answer.host for answer in self.answers]))
        for answer in self.answers:
            if answer.host in good:
                self.receiver.addressResolved(answer)
        self.receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver:
    """A resolver in front of another one; :meth:`install` puts it in front of the reactor's own."""

    def __init__(self, inner: Any, guard: Guard) -> None:
        self.inner, self.guard = inner, guard

    @classmethod
    def install(cls, reactor: Any, guard: Guard) -> None:
        """Make every connection of the reactor's ask the guard."""
        reactor.installNameResolver(cls(reactor.nameResolver, guard))

    def resolveHostName(  # noqa: N802
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        """Resolve as the inner resolver does, and drop what may not be connected to (Twisted's interface)."""
        sieve = _Sieve(resolutionReceiver, self.guard, hostName, portNumber)
        return self.inner.resolveHostName(sieve, hostName, portNumber, addressTypes, transportSemantics)
