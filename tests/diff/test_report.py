"""The comparison as people see it: in a terminal, on a page, in the comment of a pull request, for programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from auditor.changes import MethodChange, Move
from auditor.diff import Diff, compare
from auditor.errors import OutputError
from auditor.model import SkipReason
from auditor.report.diffs import diff_html, diff_json, diff_lines, diff_markdown, read_diff, write_diff
from auditor.report.figures import score_sentence
from auditor.report.moved import method_sentences
from tests.diff.drawn import ERRORS, START, audited
from tests.diff.test_compare import CLASH, LATER, ONE, SITE, without

EVIL = "<script>alert(1)</script> **bold** [x](javascript:alert(1)) \x1b[31mred \u202eright @everyone | `code`"


def compared(before: str, after: str, **told: object) -> Diff:
    return compare(audited(before, audits=ONE), audited(after, audits=ONE, **(LATER | told)), errors=ERRORS)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def edited() -> Diff:
    after = CLASH.replace("founded by two pastry cooks in 2009", "founded by three pastry cooks in 2009").replace(
        "company: Eleven bakers work in two shifts.", "outcome: Your morning delivery never waits for the night shift."
    )
    return compared(SITE, after)


@pytest.fixture(scope="module")
def hostile() -> Diff:
    before = SITE.replace("Fresh loaves on your counter", f"Fresh {EVIL} loaves on your counter")
    after = before.replace("by six every morning", "by five every morning").replace("Who bakes here", EVIL)
    return compared(before, after)


def test_nothing_moved_is_one_sentence_everywhere() -> None:
    diff = compared(SITE, SITE)
    said = "Nothing moved since 1\u00a0January\u00a02026: 4 pages read, no line changed."
    assert diff_lines(diff) == [said]
    assert diff_markdown(diff).strip() == f"### {said}"
    assert "Nothing moved since" in diff_html(diff)
    assert 'class="act"' not in diff_html(diff)


def test_a_site_of_which_half_is_gone_is_told_as_that_before_anything_else() -> None:
    half = without("/about", without("/blog/rye"))
    told = diff_lines(compared(CLASH, half))
    assert told[0].startswith("2 of the 4 pages read before are gone; what follows speaks of the rest.")
    assert not any("beyond its interval" in line for line in told[:2])
    assert "are gone; what follows" not in diff_lines(compared(SITE, without("/blog/rye")))[0]


def test_two_runs_of_one_day_are_told_by_their_time_and_of_one_minute_by_their_seconds(edited: Diff) -> None:
    def told(first: str, second: str) -> str:
        sides = [replace(side, finished=time) for side, time in ((edited.before, first), (edited.after, second))]
        return diff_lines(replace(edited, before=sides[0], after=sides[1]))[1]

    assert "on 2\u00a0May\u00a02026 against" in told("2026-05-01T08:00:01+00:00", "2026-05-02T08:00:01+00:00")
    assert "at 09:30 against" in told("2026-05-02T08:00:01+00:00", "2026-05-02T09:30:09+00:00")
    told_apart = told("2026-05-02T08:00:01+00:00", "2026-05-02T08:00:41+00:00")
    assert "at 08:00:41 against" in told_apart
    assert "at 08:00:01;" in told_apart


def test_quotes_of_a_folder_without_an_address_are_named_by_their_page_and_not_linked(edited: Diff) -> None:
    text = diff_json(edited).replace(START, "http://sm").replace('"site":"example.com"', '"site":"sm"')
    folder = replace(read_diff(text), site="sm")
    for page in (diff_html(folder), diff_markdown(folder)):
        assert "http://sm" not in page
    assert "(/about)" in "\n".join(diff_lines(folder))
    assert START in diff_html(edited)


def test_the_first_line_says_what_got_better_and_what_got_worse(edited: Diff) -> None:
    head = diff_lines(edited)[0]
    assert head.startswith("1 line better, 1 new contradiction and 1 figure changed.")
    text = "\n".join(diff_lines(edited))
    assert "Better:" in text
    assert "Worse:" in text
    assert "To do:" in text
    assert "- [Company] Eleven bakers work in two shifts." in text
    assert "+ [Outcome] Your morning delivery never waits for the night shift." in text


@pytest.mark.parametrize(
    ("after", "findings", "says"),
    [
        (62.0, (1, 2), "Proof: 40 to 62 of 100, with 1 finding fixed."),
        (12.5, (1, 2), "Proof: 40 to 13 of 100, with 2 new findings."),
        (62.0, (0, 2), "Proof: 40 to 62 of 100; label error alone could have done that."),
    ],
)
def test_a_score_that_findings_moved_is_not_put_down_to_label_error(
    after: float, findings: tuple[int, int], says: str
) -> None:
    move = Move("proof", 40.0, 40.0, after, 0.0, 0.0, after - 40, -30.0, 30.0, findings=findings)
    assert score_sentence(move) == says


def test_the_findings_that_a_mended_contradiction_took_with_it_are_told_with_its_score() -> None:
    diff = compared(CLASH, SITE)
    told = {move.name: move.findings for move in (*diff.audits, *diff.scores)}
    assert (told["one-voice"], told["one voice"], told["focus"]) == ((1, 0), (1, 0), (0, 0))


def test_another_model_is_named_as_what_changed(edited: Diff) -> None:
    parts = (MethodChange("model", "small", "default"), MethodChange("method", "1+a", "1+b"))
    told = method_sentences(replace(edited, method=parts, again="judged again"))[0]
    assert told.startswith("The method changed between the runs (the model that labels lines: small, then default)")


def test_a_verdict_that_changed_is_said_both_ways(edited: Diff) -> None:
    turned = replace(edited, after=replace(edited.after, verdict="It says what changes for its customers."))
    said = f"The verdict was “{edited.verdict_again}” It is now “It says what changes for its customers.”"
    assert said in diff_lines(turned)
    assert said not in diff_lines(replace(turned, verdict_again=turned.after.verdict))


def test_the_page_shows_every_edit_side_by_side_with_the_words_that_differ_marked(edited: Diff) -> None:
    html = diff_html(edited)
    assert "founded by <del>two</del> pastry cooks" in html
    assert "founded by <ins>three</ins> pastry cooks" in html
    assert html.count('class="edit') >= len(edited.lines)


def test_a_run_that_read_less_says_so_first_and_shows_no_score() -> None:
    diff = compared(SITE, without("/blog/rye"), skips={"/blog/rye": (SkipReason.BLOCKED, "answered 403")})
    for text in (diff_lines(diff)[0], diff_markdown(diff).splitlines()[0]):
        assert "not comparable" in text
    html = diff_html(diff)
    assert "not comparable" in re.search(r"<h1.*?</h1>", html, re.S)[0]  # type: ignore[index]
    assert not re.search(r"\d+ to \d+ of 100", html + diff_markdown(diff))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_nothing_of_a_hostile_site_runs_or_points_anywhere(hostile: Diff) -> None:
    html = diff_html(hostile)
    tags = _Tags()
    tags.feed(html)
    names = [tag for tag, _ in tags.seen]
    assert names.count("script") == 1
    assert "alert(1)" in html
    policy = next(attrs["content"] for tag, attrs in tags.seen if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    links = [attrs["href"] or "" for tag, attrs in tags.seen if tag == "a"]
    assert all(href.startswith(("#", "https://example.com")) for href in links)
    for text in (html, diff_markdown(hostile), "\n".join(diff_lines(hostile))):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_nothing_of_a_hostile_site_is_markup_in_a_pull_request(hostile: Diff) -> None:
    text = diff_markdown(hostile)
    assert "<script" not in text
    assert "](javascript" not in text
    assert "@everyone" not in text
    # the only HTML is our own fold
    assert set(re.findall(r"<(/?\w+)", text)) <= {"details", "/details", "summary", "/summary"}


def test_the_json_is_the_whole_diff_and_reads_back(edited: Diff, hostile: Diff) -> None:
    for diff in (edited, hostile):
        assert read_diff(diff_json(diff)) == diff
        assert json.loads(diff_json(diff))["schema"] == 2


def test_equal_diffs_are_equal_bytes(edited: Diff) -> None:
    again = read_diff(diff_json(edited))
    assert (diff_html(again), diff_markdown(again)) == (diff_html(edited), diff_markdown(edited))


def test_a_folder_that_cannot_be_written_gets_a_sentence(edited: Diff, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="--to"):
        write_diff(edited, tmp_path / "taken", {"html"}, stem="diff")
    written = write_diff(edited, tmp_path / "fine", {"html", "md", "json"}, stem="diff")
    assert sorted(path.name for path in written.values()) == ["diff.html", "diff.json", "diff.md"]
    assert not list((tmp_path / "fine").glob("*.part"))
