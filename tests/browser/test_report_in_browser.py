from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from auditor.report import write
from tests.browser.conftest import Open
from tests.report import hostile, northbeck

pytestmark = pytest.mark.browser

CONTRAST = """() => {
  const channel = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const luminance = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length === 3 ? [...n, 1] : n; };
  const ground = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const colour = parse(getComputedStyle(node).backgroundColor);
      if (colour[3] > 0.99) { return colour; }
    }
    return [255, 255, 255, 1];
  };
  const poor = [];
  for (const details of document.querySelectorAll("details")) { details.open = true; }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || ["SCRIPT", "STYLE", "title"].includes(element.tagName)) { continue; }
    const style = getComputedStyle(element);
    let back = ground(element), front = parse(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    if (element.namespaceURI.endsWith("svg")) { back = parse(getComputedStyle(element.previousElementSibling).fill); }
    if (style.opacity === "0") { continue; }
    const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) { poor.push([node.textContent.trim().slice(0, 40), element.className, ratio.toFixed(2)]); }
  }
  return poor;
}"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("northbeck")
    judged = northbeck.pages()
    write(northbeck.run(judged), judged, folder, {"html"}, manuals=northbeck.MANUALS, method=northbeck.METHOD)
    return folder / "report.html"


def wide(page: Any) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_the_report_opens_offline_without_a_request_or_a_complaint(open_page: Open, report: Path) -> None:
    page, seen = open_page(report)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.wait_for_timeout(50)
    assert (seen.requests, seen.complaints) == ([], [])


def test_nothing_of_a_hostile_site_runs_or_calls_out(open_page: Open, tmp_path: Path) -> None:
    judged = hostile.pages()
    write(hostile.run(judged), judged, tmp_path, {"html"}, manuals={}, method={})
    page, seen = open_page(tmp_path / "report.html")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.mouse.move(300, 300)
    page.keyboard.press("Tab")
    page.wait_for_timeout(50)
    assert page.evaluate("window.pwned") is None
    assert (seen.requests, seen.complaints) == ([], [])
    assert wide(page) <= 0


def test_a_style_or_script_that_gets_in_anyway_is_refused(open_page: Open, report: Path, tmp_path: Path) -> None:
    text = report.read_text(encoding="utf-8")
    broken = tmp_path / "injected.html"
    broken.write_text(
        text.replace(
            "</main>",
            "<script>window.pwned=1</script><img src=x onerror='window.pwned=2'><p id=p style='color:red'></main>",
        ),
        encoding="utf-8",
    )
    page, seen = open_page(broken)
    page.wait_for_timeout(50)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
    assert len(seen.complaints) >= 3


def test_the_verdict_and_the_first_correction_stand_on_the_first_screen(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    for selector in ("h1", ".lede-counts > p:first-child", ".lede-first blockquote", "#correct-h", ".items h3"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= 800, selector


def test_without_scripts_everything_can_be_read_and_opened(open_page: Open, report: Path) -> None:
    page, _ = open_page(report, java_script_enabled=False)
    assert page.locator(".filter").is_hidden()
    assert page.locator("#findings article").count() == 12
    panel = page.locator("details.panel").first
    panel.locator("summary").click()
    assert panel.locator(".panel-body").is_visible()


def test_a_reader_can_filter_the_findings(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    shown = page.locator("#findings article:visible")
    audit, url = page.locator("select[data-by=audit]"), page.locator("select[data-by=pages]")
    audit.select_option("one-voice")
    assert shown.count() == 2
    assert page.locator(".filter [role=status]").inner_text() == "2 of 12 shown"
    url.select_option(label="https://www.northbeck.example/about")
    assert shown.count() == 1
    audit.select_option("")
    assert shown.count() == 2
    url.select_option("")
    assert shown.count() == 12


def test_a_link_to_a_manual_or_a_page_opens_it(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    assert page.locator("#audit-one-voice").is_hidden()
    page.locator("#findings .how a").first.click()
    page.locator("#audit-one-voice").wait_for(state="visible")
    page.locator("table.pages a").first.click()
    page.locator("details.page[open] .copy").nth(1).wait_for(state="visible")


def test_the_keyboard_reaches_the_verdict_and_walks_through_the_copy(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    first = page.locator("details.page[open] .u").first
    first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement.querySelector('.w')).opacity") == "1"
    page.keyboard.press("ArrowDown")
    assert "leading maker" in page.evaluate("document.activeElement.textContent")
    assert page.locator("details.page[open] .u[tabindex='0']").count() == 1


def test_all_text_has_contrast_enough_to_read(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(CONTRAST) == [], scheme


def test_the_groups_of_a_bar_differ_without_colour(open_page: Open, report: Path) -> None:
    grey = """() => ["customer", "product", "company"].map((group) => {
      const [r, g, b] = getComputedStyle(document.querySelector(".f-" + group)).fill.match(/[\\d.]+/g).map(Number);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })"""
    page, _ = open_page(report)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        shades = sorted(page.evaluate(grey))
        assert min(b - a for a, b in pairwise(shades)) > 15, (scheme, shades)


def test_no_screen_has_to_be_scrolled_sideways(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert wide(page) <= 0, width


def test_landmarks_and_names_are_there_for_a_screen_reader(open_page: Open, report: Path) -> None:
    page, _ = open_page(report)
    for role in ("main", "banner", "contentinfo", "navigation"):
        assert page.get_by_role(role).count() == 1, role
    unnamed = page.evaluate(
        "() => [...document.querySelectorAll('a, summary, select, [role=region], svg[role=img]')].filter((part) =>"
        " !(part.textContent.trim() || part.getAttribute('aria-label') || part.labels?.length)).length"
    )
    assert unnamed == 0
    assert page.evaluate("document.documentElement.lang") == "en"


def test_it_prints_without_its_controls_and_in_black_on_white(open_page: Open, report: Path) -> None:
    page, _ = open_page(report, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="The audits", exact=True).is_hidden()
    assert page.locator("#method details:not([open]):not(.skipped)").filter(visible=True).count() == 0
    whole = (
        "[...document.querySelectorAll('.finding, .fact, .part-head')].map(part => getComputedStyle(part).breakInside)"
    )
    assert set(page.evaluate(whole)) == {"avoid"}
    assert page.locator(".contents").is_hidden()
    assert page.locator(".filter").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
