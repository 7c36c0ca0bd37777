"""The first screen: what a sceptical chief executive reads, in words and with the site's own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from auditor.model import AuditResult, JudgedPage, PageKind, Quote, Rollup, Run, Share, Tier
from auditor.report.coverage import read_sentence, unjudged
from auditor.report.decided import decided_sentences
from auditor.report.ranking import Entry, Leads, Said, leads, ranked, said
from auditor.report.safe import bounded, passage
from auditor.report.words import WIDE, counted, number, span
from auditor.versus import words_ahead

NEARER = 25
"""Words by which a line that may be about a customer must stand before one that surely is, to be told as well."""

OPENS = 25
"""Words before a line up to which it belongs to how a page opens: a headline and a line under it."""

SIDES = 3
"""Quotes set side by side under one finding of the first screen; the rest stand under Findings."""

WARNINGS = 4
"""Remarks on the run that the first screen repeats; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it stands on the first screen.

    A long ``title`` ends where its quotes begin: they stand under it, or their ``places`` where it lists slips.
    ``fix`` leaves out sentences that another finding above it says. ``quotes`` are cut to what surrounds the words that the title names; ``places`` are shown in their stead where the
    title holds them whole, but for the home page's headline. A line that another finding of the first screen shows or names is not shown again.
    """

    title: str
    fix: str
    quotes: tuple[Said, ...] = ()
    places: tuple[Said, ...] = ()

    @property
    def line(self) -> Said | None:
        """The first quote."""
        return self.quotes[0] if self.quotes else None


@dataclass(frozen=True, slots=True)
class Front:
    """Everything the first screen says.

    ``first`` is the sentence on the home page's first customer line, "" where that is unknown or a finding says it;
    ``nothing`` is what stands there where no finding does; ``shown`` has an entry for each finding, by its rank.
    """

    verdict: str
    read: str
    counts: str
    first: str
    first_quote: Said | None
    leads: Leads
    shown: dict[int, Shown]
    nothing: str
    unjudged: tuple[str, ...]


def front(run: Run, pages: Sequence[JudgedPage]) -> Front:
    """The first screen of this run."""
    first, quote = first_result(run, pages)
    entries = ranked(run)
    chosen = leads(run, entries)
    late = any((item.finding.audit, item.finding.kind) == ("first-screen", "late") for item in entries)
    share = run.profile.shares.get(Rollup.CUSTOMER.value)
    if late or (share is not None and share.total and not share.count):  # a finding says it, or the count beside it
        first, quote = "", None
    judged = counted(run.coverage.read, "page")
    aside = "Beside what people dismissed, nothing" if any(entry.finding for entry in run.decided) else "Nothing"
    why = _no_percentage(run)
    return Front(
        verdict=run.verdict,
        read=read_sentence(run) + why + _praised(run),
        counts=counts(run),
        first=first,
        first_quote=quote,
        leads=chosen,
        shown=_shown(chosen.numbered, quote),
        nothing="" if chosen.numbered else f"{aside} to change was found on the {judged} read.",
        unjudged=(*unjudged(run), *decided_sentences(run), *_warnings(run)),
    )


def _shown(entries: Sequence[Entry], first: Said | None) -> dict[int, Shown]:
    """What stands under each finding; two sides of a contradiction are always both shown."""
    titles = " ".join(item.finding.title.casefold() for item in entries)
    told = {first.text.casefold()} if first else set()
    advice: set[str] = set()
    result = {}
    for item in entries:
        title, ended, slips = _title(item)
        fix = _news(item.finding.fix, advice)
        quotes = item.quotes[:SIDES] if item.versus or ended else item.quotes[:1]
        if slips or all(_begins(said) in title.casefold() for said in quotes):
            result[item.rank] = Shown(title, fix, places=_places(item))
        elif not ended and _stands(item, quotes, titles, told):
            result[item.rank] = Shown(title, fix)
        else:
            result[item.rank] = Shown(title, fix, _cut(item, quotes))
        told |= {said.text.casefold() for said in quotes}
    return result


def _title(item: Entry) -> tuple[str, bool, bool]:
    """The title as it is shown; whether it ends where its quotes begin; and whether it is long because it lists slips, which it keeps."""
    title = item.finding.title
    if len(title) <= LONG_TITLE or ": “" not in title:
        return title, False, False
    if item.finding.tier is Tier.VISIBLE and title.count("“") >= SIDES:
        return title, False, True
    return title[: title.index(": “")], True, False


def _news(fix: str, advice: set[str]) -> str:
    """The sentences of a fix that none above it says, which are remembered; all where that leaves none."""
    steps = re.split(r"(?<=[.!?]) (?=[A-Z])", fix)
    news = " ".join(step for step in steps if step not in advice)
    advice.update(steps)
    return news or fix


def _places(item: Entry) -> tuple[Said, ...]:
    """Where a finding's lines stand, a page once; a headline is the home page's."""
    places = {said.page: said for said in item.quotes if item.finding.tier is not Tier.FIRST_SCREEN}
    return tuple(places.values())[: SIDES + 1]


def _stands(item: Entry, quotes: Sequence[Said], titles: str, told: set[str]) -> bool:
    """Whether the one line of a finding stands on the screen already, or shows nothing, because something is missing."""
    if len(quotes) != 1:
        return False
    missing = item.pattern and item.finding.title.startswith("No ")
    return _in(quotes[0], titles) or quotes[0].text.casefold() in told or missing


def _cut(item: Entry, quotes: Sequence[Said]) -> tuple[Said, ...]:
    """The lines, each cut to what surrounds the words that the title names."""
    named = re.findall(r"“([^”]+)”", item.finding.title)
    return tuple(said if item.moved else replace(said, text=passage(said.text, named)) for said in quotes)


LONG_TITLE = 150
"""Characters from which a title that lists quotes is too long to be read as one."""

BEGINS = 50
"""Characters of a line in a title from which the line need not stand under it again; all of it stands under Findings."""


NAMED = 15
"""Characters that a line must have for another finding's title to be taken to quote it: a name stands in many."""


def _begins(said: Said) -> str:
    return said.text[:BEGINS].casefold().rstrip()


def _in(said: Said, titles: str) -> bool:
    return len(said.text) >= NAMED and _begins(said) in titles


def _no_percentage(run: Run) -> str:
    """Why the count of customer lines is no percentage, to follow how many pages were read; "" where it is one."""
    share = run.profile.shares.get(Rollup.CUSTOMER.value)
    if share is None or not share.total:
        return ""
    if share.value is None or share.low is None or share.high is None:
        return f", {'too few' if share.why == 'too few pages' else share.why or 'too few lines'} for a percentage"
    return "; the labels are not sure enough for a percentage" if share.high - share.low >= WIDE else ""


def _praised(run: Run) -> str:
    """How many of the lines on the company are customers' own words, where that is much of the bar."""
    result = next((entry for entry in run.results if entry.id == "focus-mix"), None)
    said = result.numbers.get("quoted_company_lines") if result is not None else 0
    company = run.profile.counts.get("company", 0)
    if not isinstance(said, int) or said < PRAISED or said < company * MUCH:
        return ""
    return f". Of the {counted(company, 'line')} on the company, {number(said)} are customers' own words"


PRAISED, MUCH = 5, 0.2
"""Lines of customers' praise, and the share of the lines on the company, from which the bar over the report names them."""


def counts(run: Run) -> str:
    """The count of customer lines with its range, as far as it may be said."""
    share = run.profile.shares.get(Rollup.CUSTOMER.value)
    if share is None or not share.total:
        return "No line about customers, product or company could be told with enough certainty."
    verb = "is" if share.count == 1 else "are"
    head = f"{number(share.count)} of {counted(share.total, 'line')} {verb} about {_served(run)}"
    if share.value is None or share.low is None or share.high is None:
        return f"{head}."
    if share.high - share.low >= WIDE:
        return f"Roughly {head}."
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
    """How many words a visitor reads on the home page before the first line about the customer, and that line.

    Nothing is said where it was not measured, or where the page may open with such a line.
    """
    result = next((entry for entry in run.results if entry.id == "first-screen"), None)
    if result is None or "words_to_customer" not in result.numbers:
        return "", None
    sure, words = words_ahead(result.numbers)
    one = _one(run)
    whose = f"a result or problem of {one}" if " " in one.removeprefix("a ") else f"{one}'s result or problem"
    if words is None and result.numbers.get("may_open"):
        return "", None
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
            return "", None  # a headline that may be one is denied nothing
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
