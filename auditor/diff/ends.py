"""Why a finding is told no more, and why one is new: somebody mended or broke it, or pages came and went around it.

A finding whose lines all stand as they stood was neither mended nor made by editing them. It may rest on other lines, and
it may rest on which pages there are: an address that stands nowhere is found on a page that was not read before, and is
missing again once the contact page is gone. Which of the two it was is asked of the audits themselves, run on the pages
that both runs read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.addresses import on_site
from auditor.changes import RETOLD, Cause, FindingState
from auditor.diff.members import Unknown, away, elsewhere
from auditor.model import Finding, JudgedPage, Quote
from auditor.text import listed

NAMED = 2
"""Pages that came or went named in a reason; the rest are counted."""

End = tuple[FindingState, Cause, str]
OnCommon = Callable[[Collection[str]], tuple[Sequence[Finding], Sequence[Finding]]]
"""Audits by id -> what they find, before and after, on the pages that both runs read."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which pages the two runs have. ``came`` are URLs that only the later one has, ``made`` those of them that the site did
    not have before; ``unknown`` is where the two cannot tell.

    ``later`` and ``earlier`` give the page that a URL of the other run is now, and was; ``on_common`` is None where the
    audits cannot be run again, and pages that came or went are then what did it.
    """

    came: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    unknown: Unknown = field(default_factory=Unknown)
    later: Mapping[str, JudgedPage] = field(default_factory=dict)
    earlier: Mapping[str, JudgedPage] = field(default_factory=dict)
    on_common: OnCommon | None = None

    @property
    def whole(self) -> bool:
        """True where both runs have the same pages."""
        return not (self.came or self.unknown.gone)


def ended(finding: Finding, told: Sequence[Finding], scope: Scope, same: Callable[..., Mapping[int, int]]) -> End:
    """What became of a finding that the later run has not; ``told`` are the later run's new ones.

    ``same`` pairs findings of two runs (:func:`auditor.diff.findings.same_findings`).
    """
    fixed = FindingState.FIXED, Cause.TEXT, ""
    unseen = FindingState.UNSEEN, Cause.SCOPE, ""
    if finding.members:
        went, hidden = away(finding, scope.unknown)
        return unseen if hidden else (FindingState.GONE, Cause.SCOPE, "its page is gone") if went else fixed
    if {quote.url for quote in finding.quotes} & scope.unknown.lost:
        return unseen
    left = [quote for quote in finding.quotes if quote.url not in scope.unknown.gone]
    if not all(_stands(quote, scope.later) for quote in left):
        return fixed
    if len(left) < len(finding.quotes):
        return FindingState.GONE, Cause.SCOPE, "a page that it quotes is gone" if left else "its page is gone"
    if scope.unknown.lost:
        return unseen
    lines = {quote.text for quote in finding.quotes}
    if any(other.audit == finding.audit and lines & {quote.text for quote in other.quotes} for other in told):
        return FindingState.GONE, Cause.TEXT, RETOLD
    if scope.whole:
        return fixed
    before, after = _on_common(finding, scope, same)
    if before and not after:
        return fixed
    if not (before and scope.came):
        return FindingState.GONE, Cause.SCOPE, _since(scope)
    if scope.came <= scope.made:
        return FindingState.FIXED, Cause.TEXT, f"by what stands on {_these('page', scope.made, 'the new ')}"
    return FindingState.GONE, Cause.SCOPE, "found on a page that was not read before"


def begun(finding: Finding, scope: Scope, same: Callable[..., Mapping[int, int]]) -> tuple[Cause, str]:
    """Why the later run has a finding that the earlier one has not, and in a phrase where its own lines are not new."""
    unread = "on a new page" if scope.came <= scope.made else "on a page that was not read before"
    pages = {quote.url for quote in finding.quotes}
    if elsewhere(finding.members, scope.came) or (pages and pages <= scope.came):
        return Cause.SCOPE, unread
    if finding.members or not pages or not all(_stands(quote, scope.earlier) for quote in finding.quotes):
        return Cause.TEXT, ""
    if scope.unknown.lost:
        return Cause.SCOPE, "perhaps only because pages were not read this time"
    if scope.whole:
        return Cause.TEXT, ""
    before, after = _on_common(finding, scope, same)
    if after and not before:
        return Cause.TEXT, ""
    return Cause.SCOPE, _since(scope) if scope.unknown.gone and (
        after or not scope.came
    ) else f"by what stands {unread}"


def _since(scope: Scope) -> str:
    gone = scope.unknown.gone
    return f"since {_these('', gone)} {'are' if len(gone) > 1 else 'is'} gone" if gone else "its pages are others now"


def _these(noun: str, urls: Collection[str], lead: str = "") -> str:
    """Some pages by their addresses: "the new page /team.html", "/a.html, /b.html and 3 more"."""
    names = sorted(map(on_site, urls))
    more = len(names) - NAMED
    told = listed([*names[:NAMED], f"{more} more"] if more > 0 else names)
    return f"{lead}{noun}{'s' * (len(names) > 1)} {told}" if noun else told


def _on_common(finding: Finding, scope: Scope, same: Callable[..., Mapping[int, int]]) -> tuple[bool, bool]:
    """Whether the audit finds it, before and after, on the pages that both runs read; on both where it cannot be asked."""
    if scope.on_common is None:
        return True, True
    before, after = scope.on_common([finding.audit])
    return bool(same([finding], before)), bool(same([finding], after))


def _stands(quote: Quote, pages: Mapping[str, JudgedPage]) -> bool:
    """Whether a quoted line stands on its page of the other run as it is; a row of a table by its cells in a row."""
    page = pages.get(quote.url)
    if page is None:
        return False
    heads = {page.page.title, page.page.description, *(link.text for link in page.page.links)}
    texts = [copy.text for copy in page.copy]
    return quote.text in heads or quote.text in texts or quote.text in " ".join(texts)
