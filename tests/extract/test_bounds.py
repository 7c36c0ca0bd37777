"""Nothing that a server can send makes extraction fail, recurse or run away."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from auditor.extract import markup
from auditor.text import fold
from tests.extract.pages import read, texts

TAGS = "div p a span h1 h2 ul li table tr td b strong br img button form input details summary section nav footer header aside blockquote svg text dl dt dd label template script style noscript select option x-y".split()
ATTRIBUTES = [
    "",
    " class='btn'",
    " class='hidden'",
    " hidden",
    " id=a",
    " style='display:none'",
    " href='/x'",
    " class='row'",
    " role=heading aria-level=99",
    " width=1e9",
    " class='\x00'",
]
PIECES = st.one_of(
    st.builds(lambda tag, more: f"<{tag}{more}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds(lambda tag: f"</{tag}>", st.sampled_from(TAGS)),
    st.text(alphabet=st.sampled_from("ab A.!?•©\x00\n\u00ad<&“é1"), max_size=12),
    st.sampled_from(
        ["<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#xD800;", "<style>.a{display:none", "<br>", "{", "}"]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40))
def test_any_markup_gives_a_page_whose_units_stand_in_its_text(pieces: list[str]) -> None:
    html = "".join(pieces)
    page = read(html)
    assert page == read(html)
    tree = etree.HTML(f"<html><body>{html}</body></html>".replace("\x00", ""))
    everything = "".join(tree.itertext()) if tree is not None else ""
    said = "".join(character for character in fold(everything) if character.isalnum())
    for found in page.units:
        assert found.text == fold(found.text) != ""
        rest = iter(said)  # in order, whatever unseen elements stand between
        assert all(character in rest for character in found.text if character.isalnum())
    assert len({found.id for found in page.units}) == len(page.units)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_page(data: bytes) -> None:
    read(data)
    read(b"<p>" + data, content_type="text/html; charset=utf-8")


def test_depth_and_breadth_are_bounded() -> None:
    for html in (
        "<p>a</p>" * 10_000,
        "<p>" + "<a href=/x>a</a> " * 8_000,
        "<p>" + "word " * 100_000,
        "<p>" + "a.b " * 50_000 + "<br>" * 20_000,
        "<p class='" + "hero row " * 200_000 + "'>a</p>",
        "<style>" + ".a{display:none}" * 20_000 + "</style><p class=a>a</p>",
        "<style>" + "@media x{" * 20_000 + "</style><p>a</p>",
        "<style>" + ".a{width:calc(" + "(" * 5_000 + "</style><p>a</p>",
    ):
        began = time.process_time()
        read(html)
        assert time.process_time() - began < 20, html[:20]


def test_a_text_without_an_end_is_cut_in_units() -> None:
    found = texts(read("<p>" + "word " * 2_000))
    assert len(found) > 1
    assert all(len(text) <= 2_000 for text in found)


def test_control_characters_do_not_reach_the_units() -> None:
    assert texts(read("<p>Fast\x00 \x01work\x7f</p>")) == ["Fast work"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</ul>"), ("<table><tr><td>", "</table>"), ("<div><p><b><a href=/x>", ""),
        ("<h2>", "</h2>"), ("<a href=/x>", "</a>"), ("<center>", ""), ("<dl><dd>", "</dl>"), ("<x-y>", "</x-y>"),
    ],
)  # fmt: skip
def test_what_stands_in_and_behind_boxes_without_end_is_read(opening: str, closing: str) -> None:
    levels = 2_100 // opening.count("<") + 1
    page = read(
        "<html lang=en><body><main><p>Before all boxes.</p>" + opening * levels + "<p>In the innermost box.</p>"
        "<a href=/deep.html>Deeper still</a>" + closing * levels + "<p>Behind all boxes.</p></main>"
    )
    said = " ".join(texts(page))
    assert all(words in said for words in ("Before all boxes.", "In the innermost box.", "Behind all boxes."))


def test_a_hundred_thousand_levels_are_read_and_the_reader_is_told() -> None:
    page = read("<body><p>Before.</p>" + "<div>" * 100_000 + "<p>Within.</p>" + "</div>" * 100_000 + "<p>Behind.</p>")
    assert texts(page) == ["Before.", "Within.", "Behind."]
    assert page.cut.startswith("its markup nests too deep")


@pytest.mark.parametrize(
    "trouble", ["<p ", "<p '", "<!--", "<script>", "<script></script>", "<", "</i>", "<!x", "<p a='>' ", "</html>"]
)
def test_taking_out_deep_boxes_takes_time_linear_in_the_page(trouble: str) -> None:
    html = ("<div>" * 3_000 + trouble * 20_000).encode()
    began = time.process_time()
    for strictly in (False, True):
        markup.flat(markup.to_the_end(html), strictly=strictly)
    assert time.process_time() - began < 2


def test_a_page_that_is_read_in_part_says_so() -> None:
    assert read("<p>One line.</p>").cut == ""
    assert read("<body>" + "<p>word</p>" * 12_500).cut == "only its first 12,000 lines were read"
    assert read("<body>" + "<br>" * 400_100 + "<p>Lost.</p>").cut == "only its first 400,000 elements were read"


def test_what_stands_behind_the_end_of_the_document_is_read_as_in_a_browser() -> None:
    assert texts(read("<html><head><title>x</title></head></html><body><p>An include ended it.</p></body></html>")) == [
        "An include ended it."
    ]
    twice = "<HTML><head><title>x</title></head><body><p>{}</p></body></HTML>\n"
    page = read(twice.format("One document.") + twice.format("And another. <a href=/b>b</a>"))
    assert texts(page)[:2] == ["One document.", "And another."]
    assert [link.url for link in page.links] == ["https://example.com/b"]
    assert texts(read("<body><p>One.</p></body></html><!-- made in 0.3 s -->\n")) == ["One."]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<!doctype html><html lang=en><title>Mill</title><main><h1>Flour</h1><p>We grind.</p></main>", ["Flour", "We grind."]),
        ("<title>x</title><section>First part.</section><p>Second part.", ["First part.", "Second part."]),
        ("<title>x</title><article>First part.</article>Second part.", ["First part.", "Second part."]),
        ("<title>x</title><meta name=a><my-page><p>First part.</p></my-page><link rel=x><p>Second part.", ["First part.", "Second part."]),
        ("<head><title>x</title></head><main><p>Only part.</p></main>", ["Only part."]),
        ("<title>x</title><script>1</script><style>p{}</style><noscript>n</noscript>", []),
    ],
)  # fmt: skip
def test_a_page_without_a_body_tag_is_read_as_in_a_browser(html: str, said: list[str]) -> None:
    assert texts(read(html)) == said


def test_links_in_a_header_before_any_body_are_found() -> None:
    page = read("<title>x</title><header><nav><a href=/a>Prices</a></nav></header><h1>Flour</h1>")
    assert [(link.url, link.text) for link in page.links] == [("https://example.com/a", "Prices")]


@pytest.mark.parametrize("mark", ["©", "A. ", ". ", "Inc. ", "e.g. ", "© - "])
def test_a_line_of_one_mark_without_end_takes_no_more_time_than_its_length(mark: str) -> None:
    line = mark * (60_000 // len(mark))
    began = time.process_time()
    read(f"<title>x</title><main><p>Flour {line}</p></main><footer>{line}</footer>")
    assert time.process_time() - began < 5


def test_buttons_deep_in_named_boxes_are_held_against_a_long_script_in_bounded_time() -> None:
    script = f"<script>var a = 1; {'x' * 150_000}</script>"
    boxes = "".join(f"<div class='q{n} r{n} s{n}'>" for n in range(500))
    buttons = "".join(f"<button class='b{n}'>Get {n}</button>" for n in range(300))
    start = time.perf_counter()
    page = read(script + boxes + buttons)
    assert time.perf_counter() - start < 5
    assert [door.text for door in page.doors if door.kind == "button"] == [f"Get {n}" for n in range(200)]
    taken = read(script.replace("var a", "var b7") + boxes + buttons)
    assert "Get 7" not in [door.text for door in taken.doors]
