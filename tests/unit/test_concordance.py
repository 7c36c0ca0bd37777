"""What a site's concordance tells is what a reader of every line would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import lexicon
from auditor.audit import example
from auditor.concordance import CUT, entries
from auditor.cues import rare
from auditor.site import Site

_PRICE = re.compile(r"£\d+$")
_RARE = rare(r"\bharbour\b", re.I)
_SAID = (
    "We mend boats.",
    "From £40",
    "From £40 a day in the HARBOUR",
    "Ask us for a quote.",
    "Apply by Friday.",
    "We answer within a day",
)


def _site(pages: list[list[str]]) -> Site:
    drawn = []
    for number, lines in enumerate(pages):
        drawn.append(f"/{f'about/{number}' if number else ''} Page {number}")
        drawn += [f"[main sentence] company: {line}" for line in lines]
    return example("\n".join(drawn))


@settings(deadline=None)  # the word list is read in the first example
@given(st.lists(st.lists(st.sampled_from(_SAID), max_size=5), min_size=1, max_size=4))
def test_the_lines_with_what_is_sought_are_those_that_a_reader_finds_in_the_order_of_the_pages(
    pages: list[list[str]],
) -> None:
    site = _site(pages)
    words = lexicon.load("answers")
    everything = [(page, copy) for page in site.pages for copy in page.copy]
    found = [line for line in everything if _PRICE.search(line[1].text) or _RARE.search(line[1].text)]
    assert list(site.lines_with(_PRICE, _RARE)) == found
    listed = [line for line in everything if words.has(line[1].text, "cost", "asks")]
    assert list(site.lines_with(entries("answers", "cost", "asks"))) == listed
    assert list(site.lines_with(entries("answers"))) == [line for line in everything if words.has(line[1].text)]
    assert list(site.texts_with(_PRICE)) == list(
        dict.fromkeys(copy.text for _, copy in everything if _PRICE.search(copy.text))
    )
    assert list(site.pages_with(_PRICE)) == [
        page for page in site.pages if any(_PRICE.search(copy.text) for copy in page.copy)
    ]
    assert list(site.texts) == list(dict.fromkeys(copy.text for _, copy in everything))


def test_the_home_page_comes_first_where_that_is_asked_for() -> None:
    site = example(
        "/ Home\n[main sentence] company: In the harbour.\n"
        "/about About\n[main sentence] company: By the harbour.\n[main sentence] company: In the harbour.\n"
    )
    site = Site(site.host, site.name, site.names, tuple(reversed(site.pages)), site.home)
    assert [page.url for page, _ in site.lines_with(_RARE)][-1] == site.home.url  # type: ignore[union-attr]
    lines = list(site.lines_with(_RARE, home_first=True))
    assert [page is site.home for page, _ in lines] == [True, False, False]
    assert [copy.text for _, copy in lines] == ["In the harbour.", "By the harbour.", "In the harbour."]


def test_a_line_of_which_the_beginning_alone_may_be_read_is_always_told() -> None:
    long = f"From £40{' and more' * CUT}"
    assert _PRICE.search(long) is None
    assert _PRICE.search(long[:8])
    assert list(_site([[long], ["We mend boats."]]).texts_with(_PRICE)) == [long]


def test_who_seeks_nothing_is_told_so() -> None:
    with pytest.raises(ValueError, match="nothing is sought"):
        list(_site([["We mend boats."]]).lines_with())
