"""What became of the things that a finding lists, one by one: which are new, which were mended, which stand on fewer pages.

A finding on all links to missing pages, or on all slips, is one finding under one key however its list changes, so that
what people decided of it holds. That it stands says nothing of its list: that is compared here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from auditor.changes import Spread
from auditor.model import Finding, Member


@dataclass(frozen=True, slots=True)
class Unknown:
    """Where the two runs cannot tell: URLs of pages that the site dropped and of pages that were not read, and the
    addresses (without the site) of everything else that was linked and did not answer.
    """

    gone: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    def took(self, member: Member) -> bool:
        """True where a thing is no longer listed because all pages that had it went: nobody mended it."""
        return bool(member.urls) and len(member.urls) >= member.pages and set(member.urls) <= self.gone | self.lost

    def hides(self, member: Member) -> bool:
        """True where a thing may still be there: a page that had it was not read, or it is an address that did not answer."""
        return bool(set(member.urls) & self.lost) or member.name in self.silent


@dataclass(frozen=True, slots=True)
class Listed:
    """The things of two lists: new, mended, those whose number of pages differs, and how many could be told of before."""

    came: tuple[Member, ...] = ()
    went: tuple[Member, ...] = ()
    spread: tuple[Spread, ...] = ()
    of: int = 0


def compared(before: Finding, after: Finding, unknown: Unknown, came: Collection[str] = ()) -> Listed:
    """What became of the things that a standing finding lists; nothing where one of the two does not list them.

    A thing that is listed no more because its pages went, or were not read, is neither mended nor new. ``came`` are URLs
    of pages that only the later run has.
    """
    old, new = ({member.name.casefold(): member for member in finding.members} for finding in (before, after))
    if not old or not new:
        return Listed()
    left = [member for name, member in old.items() if name not in new]
    told = [member for member in left if not unknown.took(member) and not unknown.hides(member)]
    spread = [_spread(old[name], member, unknown, came) for name, member in new.items() if name in old]
    return Listed(
        tuple(member for name, member in new.items() if name not in old),
        tuple(told),
        tuple(one for one in spread if one is not None),
        len(old) - len(left) + len(told),
    )


def _spread(before: Member, after: Member, unknown: Unknown, came: Collection[str]) -> Spread | None:
    """A thing that stands on more or fewer pages, unless pages that came, went or were not read are all there is to it."""
    if before.pages == after.pages or unknown.hides(before):
        return None
    whole = len(before.urls) == before.pages and len(after.urls) == after.pages
    if not whole:  # which of its pages went or came is not known
        edited = 0 if came or unknown.gone else after.pages - before.pages
        return Spread(before.name, before.pages, after.pages, edited)
    edited = len(set(after.urls) - set(came)) - len(set(before.urls) - unknown.gone)
    return Spread(after.name, before.pages, after.pages, edited) if edited else None


def away(finding: Finding, unknown: Unknown) -> tuple[bool, bool]:
    """Of a finding that is told no more: whether all it listed went with its pages, and whether some of it may still be there."""
    return (
        all(unknown.took(member) for member in finding.members),
        any(unknown.hides(member) for member in finding.members),
    )


def elsewhere(members: Collection[Member], came: Collection[str]) -> bool:
    """True where things stand on pages alone that were not read before: nobody put them there since."""
    known = set(came)
    return bool(members) and all(member.urls and set(member.urls) <= known for member in members)
