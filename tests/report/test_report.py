from __future__ import annotations

import base64
import csv
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from msgspec import structs

from auditor.audit import finding
from auditor.errors import OutputError
from auditor.model import Finding, JudgedPage, PageKind, Quote, Run, Score, Served, SkipReason, Tier
from auditor.report import summary_lines, write
from auditor.report.bars import front_bar
from auditor.report.coverage import unjudged
from auditor.report.frame import templates
from auditor.report.front import Shown, counts
from auditor.report.front import front as first_screen
from auditor.report.ruler import dial
from auditor.report.safe import in_quotes
from auditor.report.words import points
from tests.report import northbeck


def render(
    folder: Path, run: Run, judged: list[JudgedPage], formats: tuple[str, ...] = ("html",), **more: bool
) -> html.HtmlElement:
    write(run, judged, folder, formats, manuals=northbeck.MANUALS, method=northbeck.METHOD, **more)
    return parse(folder / "report.html")


def parse(path: Path) -> html.HtmlElement:
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def page(northbeck_report: Path) -> html.HtmlElement:
    return parse(northbeck_report / "report.html")


@pytest.fixture(scope="module")
def front(page: html.HtmlElement) -> html.HtmlElement:
    return page.xpath("//section[@class='front']")[0]


@pytest.fixture(scope="module")
def unmeasured(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    return render(tmp_path_factory.mktemp("unmeasured"), northbeck.unmeasured(), [])


def test_the_first_screen_says_in_words_what_the_site_talks_about(front: html.HtmlElement) -> None:
    assert words(front.xpath(".//h1")[0]) == "It says what you make. It seldom says what changes for the buyer."
    assert re.search(r"\d+ of \d+ lines are about customers: \d+ to \d+ % of what the site says\.", words(front))
    # another spelling of a page and a redirect to one are no pages of their own
    assert "14 pages read of 26 addresses found." in words(front)


def opened(run: Run, **numbers: object) -> list[str]:
    results = tuple(replace(r, numbers={**r.numbers, **numbers}) if r.id == "first-screen" else r for r in run.results)
    return [line for line in summary_lines(replace(run, results=results)) if line.startswith("The home page opens")]


def test_the_first_screen_shows_what_the_home_page_opens_with() -> None:
    run = northbeck.run(northbeck.pages())
    said = {"opens_with": "Pumps for boatyards", "words_before_headline": 4}
    under = {"under": {"text": "Cast and turned in Northbeck."}}
    assert opened(run, **said, **under) == [
        "The home page opens with: “Pumps for boatyards” “Cast and turned in Northbeck.”"
    ]
    assert opened(run, **said) == ["The home page opens with: “Pumps for boatyards”"]
    assert opened(run, **{**said, "words_before_headline": 300}) == []  # it stands far down the page
    assert opened(run, **{**said, "opens_with": ""}) == []
    to_customers = {**said, "opens_with": "Your boat is back by Friday", "words_to_sure": 0}
    assert opened(run, **to_customers) == [
        "The home page opens with a line about a customer: “Your boat is back by Friday”"
    ]


def test_a_headline_that_a_finding_names_is_not_shown_above_it() -> None:
    run = northbeck.run(northbeck.pages())
    (told,) = (r for r in run.results if r.id == "first-screen")
    quiet = tuple(replace(result, findings=()) for result in run.results if result.id != "first-screen")
    found = _leading("of-itself", "The headline praises the company: “The best pumps afloat”", "The best pumps afloat")
    first = replace(told, findings=(found,))
    both = replace(run, results=(first, *quiet))
    assert opened(both, opens_with="The best pumps afloat", words_before_headline=0) == []
    assert opened(both, opens_with="Pumps for boatyards", words_before_headline=0) != []


def test_the_first_screen_shows_contradictions_side_by_side(front: html.HtmlElement) -> None:
    pair = front.xpath(".//h3[contains(., 'around the clock')]/following-sibling::div[@class='versus'][1]")[0]
    assert [words(quote) for quote in pair.xpath(".//blockquote")] == [
        "“Our helpline answers around the clock, 24/7.”",
        "“Support is available Monday to Friday, 8 am to 5 pm.”",
    ]


def test_a_change_shows_the_line_now_and_a_proposal_with_its_blanks(front: html.HtmlElement) -> None:
    item = front.xpath(".//li[.//h3[contains(., 'first button')]]")[0]
    assert [words(part) for part in item.xpath(".//dt")] == ["The line now", "To fill in", "To do"]
    assert [words(blank) for blank in item.xpath(".//span[@class='blank']")] == ["[time]"]


def test_a_line_to_be_moved_is_not_repeated_as_its_own_proposal(front: html.HtmlElement) -> None:
    item = front.xpath(".//li[.//h3[contains(., 'Next-morning')]]")[0]
    assert words(item).count("Order a stator by 2 pm") == 1


def test_the_first_screen_holds_no_audit_name_probability_or_overall_score(front: html.HtmlElement) -> None:
    text = words(front)
    assert [name for name in northbeck.MANUALS if "-" in name and name in text] == []
    assert "sure" not in text
    assert "verall" not in text
    assert len(front.xpath(".//ol[@class='items']/li")) <= 8


def test_the_overall_score_shows_only_where_it_is_asked_for(tmp_path: Path) -> None:
    judged = northbeck.pages()
    shown = render(tmp_path, northbeck.run(judged), judged, show_score=True)
    assert "Overall 38 (31–45) of 100." in words(shown.xpath("//section[@class='front']")[0])


def test_what_could_not_be_judged_is_told_in_sentences(front: html.HtmlElement, page: html.HtmlElement) -> None:
    lines = [words(line) for line in front.xpath(".//ul[@class='reservations']/li")]
    assert "1 page stays empty until a script runs and was not scored." in lines
    assert "4 pages are in other languages (German 4)." in lines
    # what is too thin to measure is told beside the number that is missing, and a few unsure lines in the method
    assert not any("mission" in line or "too close to call" in line for line in lines)
    told = words(page.xpath("//section[@id='method']")[0])
    assert re.search(r"2 of \d+ lines \(2 %\) were too close to call: counted as what they most likely are", told)


def test_many_lines_that_are_too_close_to_call_are_told_on_the_first_screen() -> None:
    run = northbeck.run(northbeck.pages())
    total = sum(run.profile.counts.values())
    shaky = replace(run, profile=replace(run.profile, unsure=total // 5))
    assert unjudged(shaky)[-1].startswith(f"{total // 5} of {total} lines (")
    assert "too close to call" not in " ".join(unjudged(run))


def test_robots_ignored_an_interrupted_run_and_the_small_model_are_told_first(tmp_path: Path) -> None:
    judged = northbeck.pages()
    run = northbeck.run(judged)
    run = replace(
        run,
        coverage=replace(run.coverage, complete=False),
        settings={"ignore_robots": True, "i_own_this_site": True, "fast": True},
    )
    lines = [words(line) for line in render(tmp_path, run, judged).xpath("//ul[@class='reservations']/li")]
    assert lines[0].startswith("The run was stopped before the site was read to the end")
    assert lines[1].startswith("robots.txt was not obeyed")
    assert "small model" in lines[2]


def test_nothing_found_is_said_without_praise(tmp_path: Path) -> None:
    judged = northbeck.pages()
    quiet = replace(northbeck.run(judged), results=())
    text = words(render(tmp_path, quiet, judged))
    assert "Nothing to change was found on the 14 pages read." in text
    assert [head for head in ("Correct today", "Change next", "What is good", "stood out enough") if head in text] == []
    assert "No audit found anything to change on the 14 pages read." in text


def test_what_was_not_measured_is_called_so_and_never_zero(unmeasured: html.HtmlElement) -> None:
    text = words(unmeasured)
    assert [words(part) for part in unmeasured.xpath("//p[contains(@class, 'dial-value')]")] == ["not measured"] * 5
    assert "No line about customers, product or company could be told with enough certainty." in text
    assert "proof could not be judged." in text
    assert "1 check failed to run and is left without a number" in text
    assert " 0 %" not in text
    assert "NaN" not in text


def test_a_range_too_wide_to_tell_anything_is_told_as_a_count() -> None:
    run = northbeck.run(northbeck.pages())
    share = replace(run.profile.shares["customer"], value=0.2, low=0.05, high=0.45)
    wide = replace(run, profile=replace(run.profile, shares={**run.profile.shares, "customer": share}))
    told = counts(wide)
    assert f"{share.count} of {share.total} lines are about customers" in told
    assert "%" not in told
    assert told.startswith("Roughly")


def test_the_sentence_and_the_bar_of_the_first_screen_say_one_thing_where_lines_alike_would_say_another(
    tmp_path: Path,
) -> None:
    run = northbeck.run(northbeck.pages())
    shares = run.profile.shares
    alike = {key: share.count / share.total for key, share in shares.items()}
    far = {key: replace(share, value=1 / 3, low=0.3, high=0.36) for key, share in shares.items()}
    assert any(not 0.3 <= value <= 0.36 for value in alike.values())
    told = replace(run, profile=replace(run.profile, shares=far))
    share = shares["customer"]
    assert counts(told) == (
        "33\u00a0% of what the site says is about customers (30\u00a0to\u00a036\u00a0%), weighted by kind of page and corrected for"
        f" misread lines; line by line it is {share.count} of {share.total}."
    )
    assert front_bar(told).figures == tuple((name, None, "33\u00a0%") for name in ("Customer", "Product", "Company"))
    near = {
        key: replace(share, value=alike[key], low=max(0.0, alike[key] - 0.1), high=min(1.0, alike[key] + 0.1))
        for key, share in shares.items()
    }
    same = replace(run, profile=replace(run.profile, shares=near))
    assert [count for _, count, _ in front_bar(same).figures] == [entry.count for entry in shares.values()]
    assert "weighted" not in counts(same)


def test_a_clubs_members_are_not_called_customers_on_the_first_screen() -> None:
    run = replace(northbeck.run(northbeck.pages()), served=Served("member", "members"))
    assert any("lines are about members" in line for line in summary_lines(run))
    said = {"opens_with": "Swim with us at seven", "words_before_headline": 0, "words_to_sure": 0}
    assert opened(run, **said) == ["The home page opens with a line about a member: “Swim with us at seven”"]


def test_one_page_speaks_for_itself_only(tmp_path: Path) -> None:
    judged = [page for page in northbeck.pages() if page.kind is PageKind.CUSTOMERS]
    run = replace(northbeck.run(judged), results=())
    text = words(render(tmp_path, run, judged))
    assert "4 of 6 lines are about customers." in text
    assert "too few lines and pages for a percentage." in text
    assert "Only one page was read, so nothing here speaks for the whole site." in text


def _leading(kind: str, title: str, *said: str) -> Finding:
    home = "https://northbeck-pumps.example/"
    quotes = [Quote(text, home) for text in said]
    return finding("first-screen", kind, Tier.FIRST_SCREEN, title, quotes, why="Why.", fix="Do it.", weight=0.9)


def test_a_line_stands_once_on_the_first_screen() -> None:
    judged = northbeck.pages()
    run = northbeck.run(judged)
    long = "It was in the spring that " + "we looked at pumps and valves " * 12 + "and called it trusted by the yards."
    found = (
        _leading("late", "No line in 220 words is about a customer", "Pumps for yards"),
        _leading("headline", "The headline names the trade: “Pumps for yards”", "Pumps for yards"),
    )
    quiet = tuple(replace(result, findings=()) for result in run.results)
    told = first_screen(replace(run, results=(*quiet[1:], replace(quiet[0], findings=found))))
    # what a title quotes is not shown under it or under another one
    assert [told.shown[item.rank] for item in told.leads.numbered] == [
        Shown(item.finding.title, "Do it.") for item in told.leads.numbered
    ]
    same = (
        _leading("nobody", "It says “the yards' first choice”, and no customer is named on the 9 pages read", "Q"),
        _leading("rank", "It calls itself “the yards' first choice”, and nothing says by whose count", "Q"),
    )
    once = first_screen(replace(run, results=(*quiet[1:], replace(quiet[0], findings=same))))
    assert [once.shown[item.rank].title for item in once.leads.numbered] == [
        "No customer is named on the 9 pages read",
        same[1].title,
    ]
    alone = first_screen(replace(run, results=(*quiet[1:], replace(quiet[0], findings=same[:1]))))
    assert [alone.shown[item.rank].title for item in alone.leads.numbered] == [same[0].title]
    shown = first_screen(
        replace(run, results=(replace(quiet[0], findings=(_leading("x", "It says “trusted by”", long),)),))
    )
    line = next(iter(shown.shown.values())).line
    assert line is not None
    assert line.text.startswith("…")
    assert line.text.endswith("and called it trusted by the yards.")
    assert len(line.text) < 200
    assert line.text[1:] in long


def test_a_long_title_ends_where_its_quotes_begin() -> None:
    judged = northbeck.pages()
    run = northbeck.run(judged)
    lines = [
        f"The {part} of the pump is cast, turned and painted by one and the same fitter."
        for part in ("shaft", "rotor", "seal")
    ]
    title = f"Its best lines stand where few look: “{lines[0]}”, “{lines[1]}” and “{lines[2]}”"
    found = _leading("x", title, *lines)
    told = first_screen(replace(run, results=(replace(run.results[0], findings=(found,)),)))
    (shown,) = told.shown.values()
    assert shown.title == "Its best lines stand where few look"
    assert [said.text for said in shown.quotes] == lines
    long = " ".join(lines)
    found = _leading("x", f"The first line praises the company: “{long}”", long)
    told = first_screen(replace(run, results=(replace(run.results[0], findings=(found,)),)))
    (shown,) = told.shown.values()
    assert (shown.title, len(shown.quotes)) == ("The first line praises the company", 1)


def test_a_quote_has_one_pair_of_marks() -> None:
    assert in_quotes("Plain words") == "“Plain words”"
    assert in_quotes("It saved us a week.”") == "“It saved us a week.”"
    assert in_quotes("“It saved us a week.”") == "“It saved us a week.”"
    assert in_quotes("“It saved us a week, he said.") == "“It saved us a week, he said.”"


def test_few_lines_are_drawn_as_blocks_and_many_as_a_bar(page: html.HtmlElement) -> None:
    blocks = page.xpath("//svg[@aria-labelledby='bar-about-title']/rect")
    assert len(blocks) == 9
    assert all("%" not in block.get("x") for block in blocks)
    assert all("%" in part.get("width") for part in page.xpath("//svg[@aria-labelledby='bar-product-title']/rect"))


def test_the_bars_of_a_row_fill_it_and_their_table_says_the_same(page: html.HtmlElement) -> None:
    widths = [float(part.get("width")[:-1]) for part in page.xpath("//svg[@aria-labelledby='bar-product-title']/rect")]
    assert sum(widths) == pytest.approx(100, abs=0.1)
    row = page.xpath("//table[caption='Lines by kind of page']//tr[th[starts-with(., 'Product pages')]]")[0]
    counts = [words(cell).split()[0] for cell in row.xpath("td")]
    assert counts == [page.xpath("//svg[@aria-labelledby='bar-product-title']/text")[0].text, "28", "0"]


def test_kinds_apart_from_focus_have_bars_of_their_own(page: html.HtmlElement) -> None:
    apart = page.xpath("//h3[.='Apart from the measure of focus']/following-sibling::div[@class='bars'][1]")[0]
    assert [words(name) for name in apart.xpath(".//div[@class='row-name']/span")] == ["Support", "Policies and terms"]


def test_the_weights_by_screen_name_their_source_and_are_called_a_heuristic(page: html.HtmlElement) -> None:
    text = words(page.xpath("//section[@id='profile']")[0])
    assert "first 57, second 17, main 26; Fessenden, Scrolling and Attention" in text
    assert "heuristic" in text


def test_findings_stand_in_rank_order_with_quotes_linked_to_their_words(page: html.HtmlElement) -> None:
    findings = page.xpath("//section[@id='findings']//article")
    assert [words(item.xpath(".//span[@class='rank']")[0]) for item in findings] == [str(n) for n in range(1, 13)]
    link = findings[1].xpath(".//figcaption//a")[0]
    assert link.get("href").startswith("https://www.northbeck.example/about#:~:text=Recognized%20by")
    assert link.get("rel") == "noopener noreferrer nofollow"


def test_every_link_within_the_report_has_a_target(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [target for target in page.xpath("//@href") if target.startswith("#") and target[1:] not in ids] == []
    assert [part for part in page.xpath("//@aria-labelledby") if part not in ids] == []


def test_headings_follow_each_other_without_a_gap(page: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_picture_has_a_name_and_every_table_column_headers(page: html.HtmlElement) -> None:
    for svg in page.xpath("//svg"):
        assert svg.get("aria-hidden") == "true" or (
            svg.get("role") == "img" and (svg.get("aria-label") or svg.get("aria-labelledby"))
        )
    for table in page.xpath("//table"):
        assert table.xpath("./thead//th[@scope='col']")


def test_pages_are_listed_worst_first_and_link_to_their_copy(page: html.HtmlElement) -> None:
    rows = page.xpath("//table[@class='pages']/tbody/tr")
    assert words(rows[0].xpath("./th/a")[0]) == "About Northbeck"
    assert "apart from focus" in words(rows[-1])
    assert len(rows) == 12


def test_copy_keeps_its_order_its_headings_and_its_marks(page: html.HtmlElement) -> None:
    home = page.xpath("//details[@class='page'][1]")[0]
    lines = home.xpath(".//li[contains(@class, 'u ')]")
    assert words(lines[0]).startswith("Company H1 Engineering excellence since 1921")
    assert [words(screen) for screen in home.xpath(".//li[@class='screen']")] == [
        "First screen",
        "Second screen",
        "Rest of the page",
    ]
    text = words(home)
    assert "stands 3×" in text
    assert "Outcome? Solutions that keep your business moving." in text
    assert "said by Maintenance lead, Hallam Dairy" in text
    assert "Beside the copy, not coloured and not counted: 3 in menus, 1 in the footer." in text
    product = words(page.xpath("//details[@class='page'][2]")[0])
    assert "A flushing port is standard. folded" in product


def test_the_method_names_weights_thresholds_accuracy_and_what_was_skipped(page: html.HtmlElement) -> None:
    text = words(page.xpath("//section[@id='method']")[0])
    for part in (
        "0.25Home page",
        "unsure under",
        "held-out copy: 86 %",
        "Macro F1 0.83",
        "max pages",
        "redirect: 5 addresses not judged",
        "/de/",
    ):
        assert part in text, part


def test_manuals_stand_in_the_report_without_their_examples(page: html.HtmlElement) -> None:
    panel = words(page.xpath("//div[@id='audit-first-screen']")[0])
    assert "Why it matters" in panel
    assert "units of the copy proper are read in order" in panel
    assert "The leading provider" not in panel


def test_the_content_policy_names_the_very_style_and_script(northbeck_report: Path) -> None:
    text = (northbeck_report / "report.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")  # type: ignore[index]
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.S)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not re.search(r'\sstyle="|\son\w+="', text)


def test_no_template_trusts_a_value() -> None:
    for path in sorted(templates().rglob("*.j2")):
        assert not re.search(r"\|\s*safe|autoescape", path.read_text(encoding="utf-8")), path


def test_the_same_run_gives_the_same_bytes(northbeck_report: Path, tmp_path: Path) -> None:
    judged = northbeck.pages()[::-1]
    write(
        northbeck.run(judged[::-1]),
        judged,
        tmp_path,
        ["md", "csv", "html"],
        manuals=northbeck.MANUALS,
        method=northbeck.METHOD,
    )
    for path in sorted(tmp_path.rglob("*.*")):
        assert path.read_bytes() == (northbeck_report / path.relative_to(tmp_path)).read_bytes(), path.name


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    judged = northbeck.pages()
    written = write(northbeck.run(judged), judged, tmp_path, {"csv", "json"}, manuals={}, method={})
    assert sorted(written) == ["findings", "pages", "units"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["findings.csv", "pages.csv", "units.csv"]


def test_a_report_without_manuals_and_method_still_stands(tmp_path: Path) -> None:
    judged = northbeck.pages()
    write(northbeck.run(judged), judged, tmp_path, {"html"}, manuals={}, method={})
    assert "The accuracy of the classifier was not handed to this report." in words(parse(tmp_path / "report.html"))


def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"Cannot write the report to .*; choose another --output\."):
        write(northbeck.run([]), [], tmp_path / "file", {"html"}, manuals={}, method={})


def test_units_and_findings_are_all_in_the_spreadsheets(northbeck_report: Path) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        with (northbeck_report / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    assert len(rows("units.csv")) == sum(len(page.copy) for page in northbeck.pages())
    findings = rows("findings.csv")
    assert [row["rank"] for row in findings] == [str(n) for n in range(1, 13)]
    assert [row["first_screen"] for row in findings].count("yes") == 8
    assert rows("pages.csv")[0]["url"] == "https://www.northbeck.example/about"


def test_the_terminal_gets_the_verdict_the_errors_and_the_next_steps() -> None:
    lines = summary_lines(northbeck.run())
    assert lines[0] == "It says what you make. It seldom says what changes for the buyer."
    assert "Correct today:" in lines
    assert [line[:5].strip() for line in lines if re.match(r"  \d\.", line)] == [f"{n}." for n in range(1, 9)]
    assert all(len(line) < 500 for line in lines)


def test_markdown_says_what_the_first_screen_says(northbeck_report: Path) -> None:
    text = (northbeck_report / "summary.md").read_text(encoding="utf-8")
    assert text.startswith("# It says what you make. It seldom says what changes for the buyer.\n")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Correct today", "## Change next", "## Keep", "## Could not be judged",
    ]  # fmt: skip
    assert r"Get a stator by \[time\] tomorrow" in text


def many(count: int) -> list[JudgedPage]:
    """Many pages made from Northbeck's dairy page."""
    model = next(page for page in northbeck.pages() if page.url.endswith("/solution/dairy"))
    home = next(page for page in northbeck.pages() if page.kind is PageKind.HOME)
    result = [home]
    for number in range(count - 1):
        url = f"https://{northbeck.HOST}/solution/{number:04}"
        copies = tuple(
            structs.replace(copy, unit=structs.replace(copy.unit, page=url, id=f"{number}-{copy.unit.order}"))
            for copy in model.copy
        )
        result.append(
            replace(
                model, page=replace(model.page, url=url, units=tuple(c.unit for c in copies)), copy=copies, clicks=2
            )
        )
    return result


def test_five_hundred_pages_stay_readable_and_nothing_is_lost(tmp_path: Path) -> None:
    judged = many(500)
    run = replace(
        northbeck.run(judged[:1]),
        pages=tuple(northbeck.record(judged[1]) if n else northbeck.record(judged[0]) for n in range(1)),
    )
    record = northbeck.record(judged[1])
    run = replace(run, results=(), pages=(run.pages[0], *(replace(record, url=page.url) for page in judged[1:])))
    page = render(tmp_path, run, judged)
    assert len(page.xpath("//details[@class='page']")) == 50
    assert "450 more pages stand in files beside this one:" in words(page)
    assert "300 more pages are in pages.csv." in words(page)
    files = sorted((tmp_path / "pages").glob("copy-*.html"))
    assert len(files) == 18
    assert sum(len(parse(path).xpath("//details[@class='page']")) for path in files) == 450
    assert (tmp_path / "report.html").stat().st_size < 1_000_000
    further = [target for target in page.xpath("//table[@class='pages']//a/@href") if target.startswith("pages/")]
    name, _, anchor = further[0].partition("#")
    assert parse(tmp_path / name).xpath(f"//details[@id='{anchor}']")
    assert page.xpath("//ul[@class='chunks']//a/@href")[0] == "pages/copy-1.html"


def test_files_of_an_earlier_rendering_do_not_stay_behind(tmp_path: Path) -> None:
    judged = many(80)
    run = replace(northbeck.run(judged[:1]), results=())
    render(tmp_path, run, judged)
    assert [path.name for path in sorted((tmp_path / "pages").iterdir())] == ["copy-1.html", "copy-2.html"]
    render(tmp_path, run, judged[:60])
    assert [path.name for path in sorted((tmp_path / "pages").iterdir())] == ["copy-1.html"]


def test_passwords_in_addresses_are_not_passed_on(tmp_path: Path) -> None:
    run = replace(
        northbeck.run(), target="https://jo:secret@staging.example/", settings={"proxy": "http://jo:secret@proxy:3128"}
    )
    render(tmp_path, run, northbeck.pages())
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "secret" not in text
    assert "http://proxy:3128" in text


def test_a_folder_without_an_address_of_its_own_is_named_and_not_linked(tmp_path: Path) -> None:
    judged = northbeck.pages()
    run = northbeck.run(judged)
    for site, target, linked in (
        ("public", "/home/me/public", []),
        ("www.northbeck.example", "/home/me/public", ["https://www.northbeck.example/"]),
        ("intranet", "http://intranet/", ["http://intranet/"]),
    ):
        page = render(tmp_path, replace(run, site=site, target=target), judged)
        assert page.xpath("//p[@class='mast-when']/a/@href") == linked
        assert site in words(page.xpath("//p[@class='mast-when']")[0])


@pytest.mark.parametrize(
    ("score", "told"),
    [(84.5, "85"), (86.5, "87"), (84.51, "85"), (84.46, "85"), (84.44, "84"), (0.0, "0"), (99.9, "100")],
)
def test_a_score_is_rounded_by_one_rule_as_a_dimension_and_as_an_audit(score: float, told: str) -> None:
    assert points(score) == told
    assert dial(Score("focus", round(score, 1), None, None, (("focus-mix", score, 1.0),))).value == told


def test_what_a_folder_does_not_hold_was_asked_of_no_server() -> None:
    run = northbeck.run()
    cover = replace(run.coverage, skipped={SkipReason.ABSENT.value: 2})
    told = unjudged(replace(run, coverage=cover))
    assert "2 addresses are not in the folder." in told
    assert not any("answer" in line for line in told)


def test_the_bar_says_how_many_of_the_lines_on_the_company_are_customers_words() -> None:
    run = northbeck.run()
    company = run.profile.counts["company"]

    def read(quoted: int) -> str:
        (mix,) = [entry for entry in run.results if entry.id == "focus-mix"]
        others = tuple(entry for entry in run.results if entry is not mix)
        changed = replace(mix, numbers={**mix.numbers, "quoted_company_lines": quoted})
        return first_screen(replace(run, results=(*others, changed))).read

    assert f"Of the {company} lines on the company, {company} are customers' own words" in read(company)
    assert "own words" not in read(1)
    assert company >= 5


def test_the_first_screen_says_how_many_lines_stand_on_pages_that_are_not_counted() -> None:
    run = northbeck.run()

    def read(kind: PageKind) -> str:
        pages = tuple(replace(page, kind=kind) if "/product/" in page.url else page for page in run.pages)
        return first_screen(replace(run, pages=pages)).read

    assert "33 lines on 4 pages of questions are not counted" in read(PageKind.SUPPORT)
    assert "33 lines on 4 pages of questions and jobs are not counted" in read(PageKind.CAREERS)
    assert "not counted" not in read(PageKind.POLICY)
    assert "not counted" not in read(PageKind.PRODUCT)


def test_prices_that_are_praised_are_not_said_to_be_missing(tmp_path: Path) -> None:
    whole = northbeck.run(northbeck.pages())
    run = replace(whole, profiles=tuple(entry for entry in whole.profiles if entry.scope != "pricing"))
    line = [Quote("Valves from £12", "https://www.northbeck.example/tuition")]

    def missing(kind: str) -> str:
        praise = finding("merits", kind, Tier.PROOF, "t", line, why="w", fix="Fix")
        results = (*run.results[:-1], replace(run.results[-1], keep=(praise,)))
        said = words(render(tmp_path / kind, replace(run, results=results), [])).partition(
            "taken for a page of this kind: "
        )
        return said[2].partition(". What")[0]

    assert "pricing" in missing("hours").split(", ")
    assert "pricing" not in missing("prices").split(", ")
