"""A comparison as its reader meets it: on a wide screen, on a phone, without colours, by ear."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.report.diffs import diff_html
from tests.browser.conftest import Open
from tests.browser.test_report_in_browser import CONTRAST, wide
from tests.diff.test_compare import CLASH, SITE, without
from tests.diff.test_report import EVIL, compared

pytestmark = pytest.mark.browser

AFTER = CLASH.replace("founded by two pastry cooks in 2009", "founded by three pastry cooks in 2009").replace(
    "company: Eleven bakers work in two shifts.", "outcome: Your morning delivery never waits for the night shift."
)


@pytest.fixture(scope="module")
def diff(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A comparison with edits, findings, a page that came and one that went, figures and a name without a blank."""
    after = (
        without("/blog/rye", AFTER) + "\n/blog/spelt Spelt | Fold Bakery\n[main heading 1] other: What spelt needs\n"
    )
    after += f"[main sentence] feature: {'Unbreakable' * 12} crust on every loaf.\n"
    path = tmp_path_factory.mktemp("diff") / "diff.html"
    path.write_text(diff_html(compared(SITE, after)), encoding="utf-8")
    return path


def test_a_comparison_opens_offline_without_a_request_or_a_complaint(open_page: Open, diff: Path) -> None:
    page, seen = open_page(diff)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.wait_for_timeout(50)
    assert (seen.requests, seen.complaints) == ([], [])


def test_what_got_better_and_worse_stands_on_the_first_screen_of_a_desk(open_page: Open, diff: Path) -> None:
    page, _ = open_page(diff)
    for selector in ("h1", ".said", "#better-h"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= 800, selector


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_screen_scrolls_a_comparison_sideways(open_page: Open, diff: Path, width: int) -> None:
    page, _ = open_page(diff, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    assert wide(page) <= 0


def test_words_that_differ_are_marked_and_all_of_them_can_be_read(open_page: Open, diff: Path) -> None:
    page, _ = open_page(diff)
    assert page.locator("#lines del", has_text="two").count() >= 1
    assert page.locator("#lines ins", has_text="three").count() >= 1
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(CONTRAST) == [], scheme


@pytest.mark.parametrize("width", [390, 1280])
def test_a_comparison_breaks_no_rule_of_accessibility(open_page: Open, diff: Path, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    page, _ = open_page(diff, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")
    assert found["passes"]
    assert [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found["violations"]] == []


def test_nothing_of_a_hostile_edit_runs_or_calls_out(open_page: Open, tmp_path: Path) -> None:
    before = SITE.replace("Fresh loaves on your counter", f"Fresh {EVIL} loaves on your counter")
    path = tmp_path / "diff.html"
    path.write_text(diff_html(compared(before, before.replace("by six", "by five"))), encoding="utf-8")
    page, seen = open_page(path)
    page.wait_for_timeout(50)
    assert (seen.requests, seen.complaints) == ([], [])
    assert wide(page) <= 0
