"""Small sites, each audited once from its folder to its report, against what its ``expect.toml`` says.

Every site shows one trait that real sites have (a catalogue, a boast, a script-rendered shell, text that attacks the
report, ...). The expectations were written before the first run. ``expect.toml`` may hold:

``about``         what the site is for
``error``         the error of :mod:`auditor.errors` that takes the place of a run; ``says`` is part of its sentence
``pages``         paths of the pages judged, all of them
``skipped``       path -> reason, all of them
``kinds``         path -> page kind
``copies_of``     path -> the page that it is a near-copy of, all of them
``languages``     language -> pages kept
``charsets``      path -> character set that the page was read in
``warnings``      parts of warnings, one each, in order (none where it is left out)
``percentages``   whether the site's shares are told as percentages
``there``         path -> exact texts of units of the copy proper
``folded``        path -> exact texts of units that a click reveals
``absent``        texts that stand in no unit of the copy proper, on no page
``regions``       exact text -> region, on every page that has it
``roles``         exact text -> role
``labels``        exact text -> label, surely (for what nobody could mistake)
``leans``         exact text -> label, if surely any: a classifier that says it is unsure is not wrong
``findings``      [audit, part of a quote], or [audit, part of a quote, part of another quote of the same finding]
``keeps``         the same for what is praised
``not_quoted``    [audit, part of a quote] that no finding of the audit holds
``none_from``     audits that find nothing
``most``          most findings in all
``not_scored``    audits that give no score
``known``         expectation -> why it is not met yet; such an expectation must fail, or it is to be struck off
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from auditor import errors
from auditor.model import Copy, Finding, JudgedPage, Run
from auditor.record import read_copy
from auditor.run import audit
from auditor.settings import Settings

HERE = Path(__file__).parent
SITES = sorted(path.parent.name for path in HERE.glob("*/expect.toml"))


@dataclass(frozen=True)
class Outcome:
    """What an audit of one site came to."""

    run: Run | None = None
    folder: Path = Path()
    pages: tuple[JudgedPage, ...] = ()
    error: Exception | None = None

    def copy(self) -> Iterator[tuple[str, Copy]]:
        for page in self.pages:
            for copy in page.copy:
                yield path(page.url), copy

    def proper(self, where: str = "") -> Iterator[Copy]:
        """The copy proper, of one page or of all."""
        return (copy for at, copy in self.copy() if copy.unit.region.is_copy and (not where or at == where))


def path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Outcome]:
    """Audits a site, once."""
    known: dict[str, Outcome] = {}

    def of(name: str) -> Outcome:
        if name not in known:
            output = tmp_path_factory.mktemp(name)
            try:
                run, folder = audit(str(HERE / name), Settings(output=output, fast=True, formats=("html", "csv", "md")))
                known[name] = Outcome(run, folder, tuple(read_copy(folder)))
            except errors.AuditorError as error:
                known[name] = Outcome(error=error)
        return known[name]

    return of


def wrong(got: Outcome, expect: dict[str, Any]) -> dict[str, str]:
    """Expectation -> what was found in its place, for each that is not met."""
    if got.error is not None or "error" in expect:
        name = type(got.error).__name__ if got.error else "a run"
        told = {} if name == expect.get("error") else {"error": f"{name}: {got.error}"}
        says = expect.get("says", "")
        return told if says in str(got.error) else told | {"says": str(got.error)}
    assert got.run is not None
    failed: dict[str, str] = {}

    def check(key: str, right: bool, found: object) -> None:
        if not right:
            failed[key] = str(found)

    _check_coverage(got, got.run, expect, check)
    _check_copy(got, expect, check)
    _check_findings(got.run, expect, check)
    return failed


Check = Callable[[str, bool, object], None]


def _check_coverage(got: Outcome, run: Run, expect: dict[str, Any], check: Check) -> None:
    pages = sorted(path(page.url) for page in run.pages)
    check("pages", pages == sorted(expect["pages"]), pages)
    kinds = {path(page.url): page.kind.value for page in run.pages}
    for where, kind in expect.get("kinds", {}).items():
        check(f"kinds {where}", kinds.get(where) == kind, kinds.get(where))
    skipped = {path(skip.url): skip.reason.value for skip in run.coverage.examples}
    if "skipped" in expect:
        check("skipped", skipped == expect["skipped"], skipped)
    copies = {path(page.url): path(page.twin_of) for page in run.pages if page.twin_of}
    check("copies_of", copies == expect.get("copies_of", {}), copies)
    if "languages" in expect:
        check("languages", run.coverage.languages == expect["languages"], run.coverage.languages)
    charsets = {path(page.url): page.page.charset for page in got.pages}
    for where, charset in expect.get("charsets", {}).items():
        check(f"charsets {where}", charsets.get(where) == charset, charsets.get(where))
    parts = expect.get("warnings", [])
    told = len(parts) == len(run.warnings) and all(a in b for a, b in zip(parts, run.warnings, strict=True))
    check("warnings", told, run.warnings)
    if "percentages" in expect:
        shares = [share.value for share in run.profile.shares.values()]
        check("percentages", all((value is not None) == expect["percentages"] for value in shares), shares)


def _check_copy(got: Outcome, expect: dict[str, Any], check: Check) -> None:
    for where, texts in expect.get("there", {}).items():
        have = [copy.text for copy in got.proper(where)]
        for text in texts:
            check(f"there {text}", text in have, have)
    for where, texts in expect.get("folded", {}).items():
        have = [copy.text for copy in got.proper(where) if copy.unit.folded]
        for text in texts:
            check(f"folded {text}", text in have, have)
    for text in expect.get("absent", []):
        found = [copy.text for copy in got.proper() if text in copy.text]
        check(f"absent {text}", not found, found)
    for key, of in (
        ("regions", lambda copy: copy.unit.region.value),
        ("roles", lambda copy: copy.unit.role.value),
        ("labels", lambda copy: f"{copy.label.value}{'' if copy.sure else ' (unsure)'}"),
    ):
        for text, value in expect.get(key, {}).items():
            places = [copy for _, copy in got.copy() if copy.text == text]
            if key != "regions":
                places = [copy for copy in places if copy.unit.region.is_copy] or places
            seen = [of(copy) for copy in places]
            check(f"{key} {text}", bool(seen) and set(seen) == {value}, seen)
    for text, value in expect.get("leans", {}).items():
        told = [copy for copy in got.proper() if copy.text == text]
        check(f"leans {text}", bool(told) and all(copy.label == value or not copy.sure for copy in told), _labels(told))


def _labels(copies: list[Copy]) -> list[str]:
    return [f"{copy.label.value} {copy.judgement.probability:.2f}{'' if copy.sure else ' (unsure)'}" for copy in copies]


def _check_findings(run: Run, expect: dict[str, Any], check: Check) -> None:
    for key in ("findings", "keeps"):
        told = {
            result.id: (result.findings if key == "findings" else result.keep) for result in run.results
        }  # fmt: skip
        for name, *parts in expect.get(key, []):
            check(f"{key} {name}: {parts[0]}", any(_quotes(entry, parts) for entry in told[name]), _told(told[name]))
    results = {result.id: result for result in run.results}
    for name, part in expect.get("not_quoted", []):
        held = any(_quotes(entry, [part]) for entry in results[name].findings)
        check(f"not_quoted {name}: {part}", not held, _told(results[name].findings))
    for name in expect.get("none_from", []):
        check(f"none_from {name}", not results[name].findings, _told(results[name].findings))
    for name in expect.get("not_scored", []):
        check(f"not_scored {name}", results[name].score is None, results[name].score)
    broken = [result.id for result in run.results if result.status.value == "error"]
    check("errors", not broken, broken)
    every = [entry for result in run.results for entry in result.findings]
    if "most" in expect:
        check("most", len(every) <= expect["most"], _told(every))


def _quotes(entry: Finding, parts: list[str]) -> bool:
    """Whether a finding quotes all of these, each in a quote of its own."""
    left = [quote.text for quote in entry.quotes]
    for part in parts:
        found = next((text for text in left if part in text), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _told(entries: Any) -> list[str]:
    return [f"{entry.audit}: {entry.title} {[quote.text for quote in entry.quotes]}" for entry in entries]


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_judged_as_expected_and_told_safely(name: str, outcome: Callable[[str], Outcome]) -> None:
    """All that is asked of one site stands in one test, so that each is audited once however tests are spread."""
    with open(HERE / name / "expect.toml", "rb") as file:
        expect = tomllib.load(file)
    got = outcome(name)
    failed = wrong(got, expect)
    known = expect.get("known", {})
    news = {key: found for key, found in failed.items() if key not in known}
    assert not news, "\n".join(f"{key}: found {found}" for key, found in news.items())
    assert not set(known) - set(failed), "these are met now: strike them off [known]"
    if got.run is not None:
        every_quote_is_words_of_the_site(got, got.run)
        nothing_of_the_site_comes_alive_in_the_report(got)
        no_cell_of_the_csv_files_is_a_formula(got)
        the_summary_is_plain_words(got)
    if name == "hostile":
        hostile_words_are_told_as_words(got)


def every_quote_is_words_of_the_site(got: Outcome, run: Run) -> None:
    words: dict[str, set[str]] = {}
    for page in got.pages:
        own = words.setdefault(page.url, set())
        own |= {copy.text for copy in page.copy} | {page.page.title, page.page.description}
        own |= {image.alt or "" for image in page.page.images} | {image.src for image in page.page.images}
        own |= (
            {link.text for link in page.page.links} | {copy.unit.cite for copy in page.copy} | set(page.page.comments)
        )
    for result in run.results:
        for entry in (*result.findings, *result.keep):
            for quote in entry.quotes:
                assert any(quote.text in text for text in words[quote.url]), (result.id, quote)


# --- what a site may not do to those who read about it


class Tags(HTMLParser):
    """The elements and attributes of a page, as a browser would make them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def nothing_of_the_site_comes_alive_in_the_report(got: Outcome) -> None:
    for file in got.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        page = Tags()
        page.feed(text)
        for tag, attributes in page.tags:
            assert tag not in ("iframe", "object", "embed", "base"), tag
            assert not any(key.startswith("on") for key in attributes), (tag, attributes)
            for key in ("href", "src", "action", "formaction"):
                value = (attributes.get(key) or "").strip().lower()
                assert not re.match(r"(?:javascript|vbscript|data:text)", value), (tag, value)
            assert "pwned" not in " ".join(attributes).lower()
            if tag in ("img", "script", "link"):
                assert not re.match(r"(?:https?:)?//", attributes.get("src") or attributes.get("href") or ""), (
                    attributes
                )
        assert not any("pwned" in script.lower() for script in page.scripts)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def no_cell_of_the_csv_files_is_a_formula(got: Outcome) -> None:
    files = sorted(got.folder.glob("*.csv"))
    assert files
    for file in files:
        with open(file, encoding="utf-8-sig", newline="") as opened:
            for row in csv.reader(opened):
                for cell in row:
                    number = re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", cell)
                    assert number or not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), cell
                    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\t\n]", cell), cell


def the_summary_is_plain_words(got: Outcome) -> None:
    text = (got.folder / "summary.md").read_text(encoding="utf-8")
    assert not re.search(r"(?<!\\)<[a-z/!]", text, re.I), "HTML in Markdown"
    assert not re.search(r"(?<!\\)\]\((?:javascript|data):", text, re.I)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def hostile_words_are_told_as_words(got: Outcome) -> None:
    """The checks above would pass on a report that left the words out."""
    report = (got.folder / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;pwned()&lt;/script&gt;" in report
    assert "&lt;svg onload=pwned()&gt;" in report
    assert "{{ 7 * 7 }}" in report
    with open(got.folder / "units.csv", encoding="utf-8-sig", newline="") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    assert {"'=cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0", "'+49 locks in a box", "'＝1+1 padlocks"} <= texts
    summary = (got.folder / "summary.md").read_text(encoding="utf-8")
    assert '&lt;img src=x onerror="pwned' in summary
    links = [copy.unit.href for copy in got.proper() if copy.text in ("Press here", "Or here", "Or there")]
    assert len(links) == 3, "the page's own links are known, and lead nowhere in the report"


# --- the two pronoun sites


def test_pronouns_do_not_change_what_a_line_is_about(outcome: Callable[[str], Outcome]) -> None:
    """Line by line the two sites say the same, one with "you", one with "we"; see METHOD, section 3."""
    with open(HERE / "pronouns_we" / "expect.toml", "rb") as file:
        known = set(tomllib.load(file).get("known_pairs", {}))
    ours, yours = (list(outcome(name).proper("/")) for name in ("pronouns_we", "pronouns_you"))
    assert len(ours) == len(yours)
    turned = {
        our.text
        for our, your in zip(ours, yours, strict=True)
        if our.label is not your.label and our.sure and your.sure
    }
    assert turned == known
