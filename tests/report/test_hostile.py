from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from lxml import html

from auditor.report import summary_lines
from tests.report import hostile


@pytest.fixture(scope="module")
def page(hostile_report: Path) -> html.HtmlElement:
    return html.parse(str(hostile_report / "report.html"), html.HTMLParser(encoding="utf-8")).getroot()


def test_no_element_of_the_report_comes_from_the_site(page: html.HtmlElement) -> None:
    assert (
        len(page.xpath("//script"))
        == len(page.xpath("//style"))
        == len(page.xpath("//title")) - len(page.xpath("//svg/title"))
        == 1
    )
    assert (
        page.xpath("//img | //iframe | //object | //embed | //base | //link | //b[not(@class='tag')][text()='html']")
        == []
    )
    attributes = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert [name for name in attributes if name.startswith("on") or name in {"style", "srcdoc", "formaction"}] == []


def test_every_link_leads_to_the_web_or_into_the_report(page: html.HtmlElement) -> None:
    targets = page.xpath("//@href")
    assert targets
    assert [target for target in targets if not re.match(r"https?://www\.northbeck\.example|#|pages/", target)] == []


def test_every_word_of_the_site_is_still_there_to_read(page: html.HtmlElement) -> None:
    text = page.text_content()
    assert "<script>window.pwned=1</script>" in text
    assert "{{ 7*7 }}{% raw %}{# x #}" in text
    assert "␛[31mred" in text
    assert "‹RLO›evil" in text


def test_no_control_or_direction_character_reaches_any_file(hostile_report: Path) -> None:
    for path in sorted(hostile_report.rglob("*.*")):
        text = path.read_text(encoding="utf-8-sig")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), path.name


def test_no_cell_starts_like_a_formula(hostile_report: Path) -> None:
    for name in ("units.csv", "findings.csv", "pages.csv"):
        with (hostile_report / name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        assert [
            value
            for row in rows
            for value in row.values()
            if value.lstrip()[:1] in tuple("=+@＝") or (value[:1] in "\t\r\n" and value)
        ] == []


def test_the_spreadsheet_gives_back_the_text_of_a_unit(hostile_report: Path) -> None:
    with (hostile_report / "units.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    assert '"><svg onload=window.pwned=4>' in texts
    assert '\'=HYPERLINK("http://evil.example","x")' in texts


def test_markdown_holds_no_markup_of_the_site(hostile_report: Path) -> None:
    text = (hostile_report / "summary.md").read_text(encoding="utf-8")
    assert "<" not in text
    links = re.findall(r"(?<!\\)\]\(([^)]*)\)", text)
    assert links
    assert {target for target in links if not target.startswith("https://www.northbeck.example/")} == set()
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings[0].startswith("# It says")
    # every line of this site is one: what would be kept stands above already
    assert headings[1:] == ["## Correct today", "## Change next", "## Could not be judged"]


def test_no_escape_sequence_reaches_the_terminal() -> None:
    for line in summary_lines(hostile.run()):
        assert line.isprintable() or "\u00a0" in line
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)
        assert len(line) < 1000


def test_long_texts_do_not_swell_the_report(hostile_report: Path) -> None:
    assert (hostile_report / "report.html").stat().st_size < 1_000_000
