"""Nothing that a server can send makes extraction fail, recurse or run away."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

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
        "<div>" * 100_000 + "deep",
        "<b>" * 100_000 + "deep",
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
