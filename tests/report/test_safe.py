from __future__ import annotations

import re

import pytest

from auditor.model import Share
from auditor.report.copytext import pieces
from auditor.report.safe import LONGEST_CELL, bounded, cell, in_quotes, link, link_to, markdown, place, shown
from auditor.report.words import counted, day, estimate, percent, span
from auditor.text import listed
from tests.report.hostile import PAYLOADS, URLS


def test_control_and_direction_characters_become_visible() -> None:
    assert shown("\x1b[31mred\x07") == "␛[31mred␇"
    assert shown("a\u202eb\u2066c") == "a‹RLO›b‹LRI›c"
    assert shown("nul\x00 c1\x9b lone\ud800 tag\U000e0041") == "nul␀ c1\ufffd lone\ufffd tag\ufffd"
    assert shown("two\nlines\u2028and\ta tab") == "two lines and a tab"


@pytest.mark.parametrize(
    "text",
    ["Plain words.", "“Quotes” – dashes…", "größer, 日本語, שלום", "👩‍🔧 at work", "soft\u00adhyphen\u00a0space"],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tea at four", "“Tea at four”"),
        ("“Tea at four, as ever.”", "“Tea at four, as ever.”"),
        ('"Tea at four"', '"Tea at four"'),
        ("“Tea at four” — Ida Bell, Penrith", "“Tea at four” — Ida Bell, Penrith"),
        ("“Tea at four, and then…", "“Tea at four, and then…”"),
        ("She calls it “tea”", "“She calls it “tea””"),
        ("", "“”"),
    ],
)
def test_a_quote_that_begins_with_its_own_mark_gets_no_second_one(text: str, told: str) -> None:
    assert in_quotes(text) == told


def test_only_web_addresses_are_linked() -> None:
    assert [url for url in URLS if link(url)] == ["https://www.northbeck.example/ok"]
    assert link("http://127.0.0.1:8000/a?b=c") == "http://127.0.0.1:8000/a?b=c"
    assert link("") == link("https://") == link("/relative") == ""


def test_pages_of_a_folder_without_an_address_are_named_and_not_linked() -> None:
    assert link("http://public/about.html") == link_to("http://public/", "Pumps") == ""
    assert place("http://public/about.html", "public") == "/about.html"
    for url in ("http://intranet:8080/", "http://localhost/", "http://[::1]/", "https://www.northbeck.example/"):
        assert link(url) == url
    assert link("http://intranet/", given=True) == "http://intranet/"


def test_a_quote_links_to_its_words_on_the_page() -> None:
    url = "https://a.example/x"
    assert link_to(url, "Pumps, well-made") == f"{url}#:~:text=Pumps%2C%20well%2Dmade"
    assert link_to(url, "one two three four five six seven eight nine") == (
        f"{url}#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine"
    )
    assert link_to(url, "") == url
    assert link_to("javascript:x", "text") == ""


@pytest.mark.parametrize(
    "value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", '=cmd|"/c calc"!A1']
)
def test_a_spreadsheet_runs_no_formula_from_a_site(value: str) -> None:
    assert str(cell(value)).startswith("'")


def test_numbers_and_plain_words_reach_the_spreadsheet_unchanged() -> None:
    assert [cell(value) for value in (-3, 0.5, True, False, None, "Pumps - since 1921", "")] == [
        -3, 0.5, "yes", "no", "", "Pumps - since 1921", "",
    ]  # fmt: skip
    assert len(str(cell("x" * 20_000))) == LONGEST_CELL


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_of_a_site_is_only_text(payload: str) -> None:
    text = markdown(payload)
    assert "\n" not in text
    assert "<" not in text
    for mark in ("http://e", "www.e", "@every"):
        assert mark not in text
    assert not re.search(r"(?<!\\)[\[\]()`*#|]", text.replace("&#8203;", ""))


def test_long_text_is_cut_at_a_word() -> None:
    assert bounded("one two three", 9) == "one two…"
    assert bounded("x" * 50, 10) == "x" * 9 + "…"
    assert bounded("short", 10) == "short"


def test_a_page_is_named_by_its_path_and_by_its_host_where_that_differs() -> None:
    assert place("https://a.example/", "a.example") == "home page"
    assert place("https://a.example/b?c=d", "a.example") == "/b?c=d"
    assert place("https://b.example/c", "a.example") == "b.example/c"
    assert place("https://[bad", "a.example") == "https://[bad"
    assert place("javascript:alert(1)", "a.example") == "javascript:alert(1)"


@pytest.mark.parametrize("payload", [*PAYLOADS, "The stator halves the time", "İstanbul, İ and time"])
def test_words_that_carried_a_label_are_marked_without_changing_the_text(payload: str) -> None:
    cut = pieces(payload, ("time", "halves the", "(", "\\", "İ", ""))
    assert "".join(text for text, _ in cut) == payload


def test_only_whole_words_are_marked() -> None:
    assert pieces("Timely: time and TIME, sometimes", ("time",)) == (
        ("Timely: ", False), ("time", True), (" and ", False), ("TIME", True), (", sometimes", False),
    )  # fmt: skip


def test_numbers_read_as_a_person_would_say_them() -> None:
    assert [counted(1, "page"), counted(1200, "page"), counted(2, "address", "addresses")] == [
        "1 page",
        "1,200 pages",
        "2 addresses",
    ]
    assert [percent(value).replace("\u00a0", " ") for value in (0.0, 0.002, 0.5, 0.997, 1.0)] == [
        "0 %", "under 1 %", "50 %", "over 99 %", "100 %",
    ]  # fmt: skip
    assert span(0.11, 0.2).replace("\u00a0", " ") == "11 to 20 %"
    assert span(0.111, 0.113).replace("\u00a0", " ") == "11 %"
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert day("2026-11-14T09:01:12Z").replace("\u00a0", " ") == "14 November 2026"
    assert day("yesterday") == "yesterday"


def test_an_address_is_shown_as_a_person_writes_it_where_that_hides_nothing() -> None:
    assert place("https://a.example/index.html%3Fp=3.html", "a.example") == "/index.html?p=3.html"
    assert place("https://a.example/caf%C3%A9", "a.example") == "/café"
    for kept in ("/a%2Fb", "/a%20b", "/%3Cb%3E", "/x%E2%80%AEgnp", "/%FF", "/50%25", "/a%0Ab"):
        assert place(f"https://a.example{kept}", "a.example") == kept


def test_a_site_served_on_a_port_has_a_home_page_too() -> None:
    assert place("http://127.0.0.1:8971/", "127.0.0.1_8971") == "home page"
    assert place("http://127.0.0.1:8971/about.html", "127.0.0.1_8971") == "/about.html"
    assert place("http://127.0.0.1:9000/", "127.0.0.1_8971") == "127.0.0.1:9000/"


def test_a_share_in_words_says_why_it_is_not_in_percent() -> None:
    assert estimate(Share(3, 40, 0.1, 0.05, 0.2, "seldom")) == "10\u00a0% (5\u00a0to\u00a020\u00a0%)"
    assert estimate(Share(3, 9, None, None, None, "sometimes", "too few lines")) == (
        "sometimes: too few lines for a percentage"
    )
    assert estimate(Share(30, 994, 0.13, 0.0, 0.49, "seldom")) == (
        "seldom: the labels are not sure enough there for a percentage"
    )
    assert estimate(Share(30, 994, None, None, None, "seldom")) == "seldom"
    assert estimate(Share(0, 0, None, None, None, "never")) == "nothing to count"
