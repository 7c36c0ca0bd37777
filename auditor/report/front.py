"""The first screen: what a sceptical chief executive reads, in words and with the site's own lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import AuditResult, JudgedPage, PageKind, Quote, Rollup, Run, Share, Status, Tier
from auditor.report.coverage import read_sentence, unjudged
from auditor.report.decided import decided_sentences
from auditor.report.ranking import Leads, Said, leads, ranked, said
from auditor.report.safe import bounded
from auditor.report.words import UNSURE, WIDE, counted, number, span
from auditor.versus import words_ahead

NEARER = 25
"""Words by which a line that may be about a customer must stand before one that surely is, to be told as well."""

OPENS = 25
"""Words before a line up to which it belongs to how a page opens: a headline and a line under it."""

WARNINGS = 4
"""Remarks on the run that the first screen repeats; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Front:
    """Everything the first screen says. ``first`` is the sentence on the home page's first customer line."""

    verdict: str
    read: str
    counts: str
    first: str
    first_quote: Said | None
    leads: Leads
    correct_none: str
    change_none: str
    unjudged: tuple[str, ...]


def front(run: Run, pages: Sequence[JudgedPage]) -> Front:
    """The first screen of this run."""
    first, quote = first_result(run, pages)
    chosen = leads(run, ranked(run))
    judged = counted(run.coverage.read, "page")
    return Front(
        verdict=run.verdict,
        read=read_sentence(run),
        counts=counts(run),
        first=first,
        first_quote=quote,
        leads=chosen,
        correct_none=_none_broken(run, judged),
        change_none=f"No line on the {judged} read gave a change to propose with enough certainty"
        + ("; what to look at stands next." if chosen.consider else "."),
        unjudged=(*unjudged(run), *decided_sentences(run), *_warnings(run)),
    )


def _none_broken(run: Run, judged: str) -> str:
    """What stands where nothing is to correct for certain.

    A finding that people dismissed still stands on the site, and one that is less sure may: neither is denied.
    """
    aside = any(entry.finding is not None and entry.finding.tier is Tier.VISIBLE for entry in run.decided)
    doubtful = sum(entry.tier is Tier.VISIBLE for result in run.results for entry in result.findings)
    if doubtful:
        stands = "stands" if doubtful == 1 else "stand"
        return f"Nothing is wrong beyond doubt; {counted(doubtful, 'place')} to look at {stands} under Findings."
    head = "Beside what people dismissed, no" if aside else "No"
    return f"{head} broken text was found on the {judged} read{_compared(run)}"


def _compared(run: Run) -> str:
    """What was held against each other, and found to agree: enough of it, or nothing is said of contradictions."""
    result = next((entry for entry in run.results if entry.id == "one-voice"), None)
    count = result.numbers.get("compared") if result and result.status is Status.SCORED else None
    if not isinstance(count, int) or not count:
        return "; too few figures stand there twice to tell whether they agree."
    return f", and none of the {counted(count, 'figure')} that stand there more than once contradicts itself."


def counts(run: Run) -> str:
    """The count of customer lines with its range, as far as it may be said."""
    share = run.profile.shares.get(Rollup.CUSTOMER.value)
    if share is None or not share.total:
        return "No line about customers, product or company could be told with enough certainty."
    verb = "is" if share.count == 1 else "are"
    head = f"{number(share.count)} of {counted(share.total, 'line')} {verb} about {_served(run)}"
    if share.value is None or share.low is None or share.high is None:
        return f"{head}: {share.why or 'too few pages or lines'} to turn into a percentage."
    if share.high - share.low >= WIDE:
        return f"{head}. That is a rough count: {UNSURE}."
    return head + _range(share)


def _served(run: Run) -> str:
    """What those are called whom the organisation serves: customers, members, the people it serves."""
    many = run.served.many
    return f"the {many}" if many.startswith("people ") else many


def _one(run: Run) -> str:
    """The same of one of them: a customer, a member, somebody it serves."""
    one = run.served.one
    return one.replace("person ", "somebody ") if one.startswith("person ") else f"a {one}"


def _range(share: Share) -> str:
    assert share.low is not None
    assert share.high is not None
    low, high = share.low, share.high
    if low <= share.count / share.total <= high:
        return f": {span(low, high)} of what the site says."
    return (
        f". Weighted by kind of page and corrected for misread lines, that is {span(low, high)} of what the site says."
    )


def _warnings(run: Run) -> list[str]:
    left = len(run.warnings) - WARNINGS
    more = [f"{counted(left, 'more remark')} on this run {'stands' if left == 1 else 'stand'} under Method."]
    return [bounded(line, 300) for line in run.warnings[:WARNINGS]] + (more if left > 0 else [])


def _no_line(run: Run) -> str:
    """“No line”, of its own words alone where a customer's account of a result stands on the home page and is told below."""
    home = {page.url for page in run.pages if page.kind is PageKind.HOME}
    told = (found for result in run.results for found in (*result.findings, *result.keep) if found.quotes)
    theirs = any(found.kind == "customer-result" and found.quotes[0].url in home for found in told)
    return "In its own words, no line" if theirs else "No line"


def first_result(run: Run, pages: Sequence[JudgedPage]) -> tuple[str, Said | None]:
    """How many words a visitor reads on the home page before the first line about the customer, and that line."""
    result = next((entry for entry in run.results if entry.id == "first-screen"), None)
    if result is None or "words_to_customer" not in result.numbers:
        return "How soon the home page speaks of the customer could not be measured.", None
    sure, words = words_ahead(result.numbers)
    one = _one(run)
    whose = f"a result or problem of {one}" if " " in one.removeprefix("a ") else f"{one}'s result or problem"
    maybe = f"The home page may open with {whose}: too close to call by its words alone."
    if words is None and result.numbers.get("may_open"):
        return maybe, None
    if words is None:
        return f"{_no_line(run)} on the home page is clearly about {whose}.", None
    line = result.numbers.get("sure_line")
    if not result.numbers.get("customer_sure", True) and sure is not None and isinstance(line, str):
        near = f"; one that may be stands after {number(words)}" if words else "; it may open with one"
        near = near if sure - words >= NEARER else ""
        home = next((page.url for page in run.pages if page.kind is PageKind.HOME), "")
        return (
            f"A visitor to the home page reads {counted(sure, 'word')} before the first line that is clearly about "
            f"{whose}{near}:",
            said(Quote(line, home), run.site),
        )
    if not result.numbers.get("customer_sure", True):
        if words <= OPENS:
            # a headline that may be one is denied nothing
            return maybe, None
        return (
            f"{_no_line(run)} on the home page is clearly about {whose}; the first that may be one comes after "
            f"{counted(words, 'word')}.",
            None,
        )
    quote = _first_quote(result, run, pages)
    shown = said(quote, run.site) if quote else None
    if words == 0:
        return f"The home page opens with a line about {one}:", shown
    return (
        f"A visitor to the home page reads {counted(words, 'word')} before the first result or problem of {one}:",
        shown,
    )


def _first_quote(result: AuditResult, run: Run, pages: Sequence[JudgedPage]) -> Quote | None:
    """The quote the audit names, else the home page's first sure customer line."""
    named: Any = result.numbers.get("customer_line")
    if isinstance(named, str) and named:
        return Quote(named, next((page.url for page in run.pages if page.kind is PageKind.HOME), ""))
    home = next((page for page in pages if page.kind is PageKind.HOME), None)
    for copy in home.copy if home else ():
        if copy.unit.region.is_copy and copy.sure and copy.label.rollup is Rollup.CUSTOMER:
            return Quote(copy.text, copy.unit.page, "text", copy.unit.region.value, copy.unit.id, copy.label.value)
    return None
