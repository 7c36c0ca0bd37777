"""The first screen: what a sceptical chief executive reads, in words and with the site's own lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.model import PageKind, Quote, Rollup, Run, Tier
from auditor.report.bars import weighed
from auditor.report.coverage import read_sentence, unjudged
from auditor.report.decided import decided_sentences
from auditor.report.ranking import Entry, Leads, Said, leads, ranked, said
from auditor.report.safe import bounded, passage
from auditor.report.words import WIDE, counted, number, percent, span
from auditor.text import listed

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

    ``first`` leads to ``first_quotes``, with which the home page opens: "" where they are unknown or a finding shows one;
    ``nothing`` is what stands there where no finding does; ``shown`` has an entry for each finding, by its rank.
    """

    verdict: str
    read: str
    counts: str
    first: str
    first_quotes: tuple[Said, ...]
    leads: Leads
    shown: dict[int, Shown]
    nothing: str
    unjudged: tuple[str, ...]


def front(run: Run) -> Front:
    """The first screen of this run."""
    first, quotes = opening(run)
    chosen = leads(run, ranked(run))
    if any(_in(quote, item.finding.title.casefold()) for quote in quotes for item in chosen.numbered):
        first, quotes = "", ()
    judged = counted(run.coverage.read, "page")
    aside = "Beside what people dismissed, nothing" if any(entry.finding for entry in run.decided) else "Nothing"
    why = _no_percentage(run)
    return Front(
        verdict=run.verdict,
        read=read_sentence(run) + why + _praised(run) + _apart(run),
        counts=counts(run),
        first=first,
        first_quotes=quotes,
        leads=chosen,
        shown=_shown(chosen.numbered, quotes),
        nothing="" if chosen.numbered else f"{aside} to change was found on the {judged} read.",
        unjudged=(*unjudged(run), *decided_sentences(run), *_warnings(run)),
    )


def _shown(entries: Sequence[Entry], first: Sequence[Said]) -> dict[int, Shown]:
    """What stands under each finding; two sides of a contradiction are always both shown."""
    titles = " ".join(item.finding.title.casefold() for item in entries)
    lines = Counter(words for item in entries for words in set(_named(item.finding.title.casefold())))
    told = {quote.text.casefold() for quote in first}
    advice: set[str] = set()
    result = {}
    for item in entries:
        title, ended, slips = _title(item)
        title = _once(title, lines)
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


def _once(title: str, lines: Counter[str]) -> str:
    """A title without what it begins with, where another title names the same words and it only says what is missing beside them."""
    match = _BESIDE.match(title)
    said = match[1].casefold() if match else ""
    if match is None or not any(said in words or words in said for words in (lines - Counter([said]))):
        return title
    return f"{match[2][0].upper()}{match[2][1:]}"


_BESIDE = re.compile(r"It (?:says|speaks of) “([^”]+)”, and (no \w[^“]*)$")


def _named(title: str) -> list[str]:
    """The words of the site that a title names."""
    return re.findall(r"“([^”]+)”", title)


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
    named = _named(item.finding.title)
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


def _apart(run: Run) -> str:
    """How many lines stand on pages outside the measure, terms aside, where that is much beside those that are counted."""
    pages = [page for page in run.pages if page.kind in _ASIDE and not page.twin_of]
    lines = {page.url: sum(share.count for share in page.profile.shares.values()) for page in pages}
    left = [page for page in pages if lines[page.url]]
    total = sum(lines.values())
    counted_lines = run.profile.shares.get(Rollup.CUSTOMER.value)
    if counted_lines is None or total < APART_LINES or total < APART_SHARE * counted_lines.total:
        return ""
    kinds = listed([name for kind, name in _ASIDE.items() if any(page.kind is kind for page in left)])
    return f". {counted(total, 'line')} on {counted(len(left), 'page')} of {kinds} are not counted"


_ASIDE = {
    PageKind.SUPPORT: "questions",
    PageKind.DOCS: "data sheets",
    PageKind.CAREERS: "jobs",
    PageKind.INVESTORS: "matters for investors",
}
"""Pages outside the measure that a buyer or member may read, as the first screen calls them."""

APART_LINES, APART_SHARE = 5, 0.1
"""Lines on pages outside the measure, and their share of those in it, from which the first screen names them; judgements."""


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
    low, high = share.low, share.high
    if not weighed(run):
        return f"{head}: {span(low, high)} of what the site says."
    return (
        f"{percent(share.value).capitalize()} of what the site says is about {_served(run)} ({span(low, high)}), weighted by kind"
        f" of page and corrected for misread lines; line by line it is {number(share.count)} of {number(share.total)}."
    )


def _served(run: Run) -> str:
    """What those are called whom the organisation serves: customers, members, the people it serves."""
    many = run.served.many
    return f"the {many}" if many.startswith("people ") else many


def _one(run: Run) -> str:
    """The same of one of them: a customer, a member, somebody it serves."""
    one = run.served.one
    return one.replace("person ", "somebody ") if one.startswith("person ") else f"a {one}"


def _warnings(run: Run) -> list[str]:
    left = len(run.warnings) - WARNINGS
    more = [f"{counted(left, 'more remark')} on this run {'stands' if left == 1 else 'stand'} under Method."]
    return [bounded(line, 300) for line in run.warnings[:WARNINGS]] + (more if left > 0 else [])


def opening(run: Run) -> tuple[str, tuple[Said, ...]]:
    """What the home page opens with: its headline and the line beneath, as it has them; "" where none is near its top."""
    result = next((entry for entry in run.results if entry.id == "first-screen"), None)
    if result is None:
        return "", ()
    home = next((page.url for page in run.pages if page.kind is PageKind.HOME), "")
    before, under = result.numbers.get("words_before_headline"), result.numbers.get("under")
    texts = [result.numbers.get("opens_with"), under.get("text") if isinstance(under, dict) else ""]
    if not isinstance(before, int) or before > NEAR or not texts[0]:
        return "", ()
    about = f" a line about {_one(run)}" if result.numbers.get("words_to_sure") == 0 else ""
    return f"The home page opens with{about}:", tuple(said(Quote(str(text), home), run.site) for text in texts if text)


NEAR = 5
"""Words of copy that may stand over a headline with which the page still opens: the firm's name; a judgement."""
