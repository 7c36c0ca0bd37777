"""Customers who speak on a page without anything that marks it."""

from __future__ import annotations

import pytest

from auditor.audit import example
from auditor.entities import customers_words
from auditor.passages import unmarked
from auditor.voices import quotations, quoted

PAGE = "/work Work\n[main heading 2] other: A barn on Mill Lane\n[main sentence] company: {}\n[main sentence] company: {}\n[main heading 2] other: Roofs\n[main sentence] feature: We mend roofs."


def spoken(first: str, second: str) -> list[str]:
    site = example("/ Acme\n[first heading 1] feature: Roofs\n" + PAGE.format(first, second), name="Acme")
    page = next(page for page in site.pages if page.url.endswith("/work"))
    found = unmarked(page)
    assert found <= quoted(site, page)
    return [copy.text for copy in page.copy if copy.unit.id in found]


PRICED = "Of five quotes theirs was reasonably priced."


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("I would highly recommend them.", "We would recommend a new gutter."),
        ("We wouldn't hesitate to recommend him.", "We don't hesitate to climb."),
        ("They were recommended to me by a friend.", "Slate was recommended to last."),
        ("We are so impressed with their work. Thank you all!", "We are so impressed with slate."),
    ],
)
def test_under_a_heading_where_a_customer_surely_speaks_all_lines_are_the_customer_s(line, other):
    assert spoken(PRICED, line) == [PRICED, line]
    assert spoken(PRICED, other) == []


def test_where_the_site_speaks_to_its_reader_under_the_same_heading_nothing_is_taken():
    assert spoken("Call us for your free quote.", "Our neighbours would recommend them.") == []
    assert spoken("Our customers are happy.", "They would recommend them.") == []


STAFF = "/ Acme\n[main heading 2] other: What our customers say\n[main quote cite={}] company: {}"


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("Rosa Quill", "Rosa trained as a joiner in Leeds and has mended barges since.", False),
        ("Rosa Quill", "Before she came here Rosa happily mended clocks for a museum.", False),
        ("Rosa Quill", "They mended my barge in a day and asked for half of it.", True),
        ("Rosa Quill", "My name is Rosa and my barge floats again, thank you.", True),
        ("Rosa Quill", "Harriet mended the barge in a day and was kind about it.", True),
        ("Tom Pyle", "Please leave us a review on the web, it helps other owners.", False),
        ("Tom Pyle", "I never write a review, but this barge came back like new.", True),
    ],
)
def test_who_is_told_of_by_name_does_not_speak_and_who_asks_for_reviews_gives_none(name, line, said):
    site = example(STAFF.format(name, line), name="Acme")
    assert [entry.cite for entry in quotations(site)] == [name] * said
    assert bool(quoted(site, site.pages[0])) is said


def test_the_site_s_own_words_in_one_frame_with_a_customer_s_do_not_make_him_one_of_its_people():
    text = (
        "/ Acme\n[main heading 2] other: What our customers say\n[main quote cite=Jo Pyle] company: {}\n"
        "[main heading 3] other: What our customers say of barges\n[main quote cite=Jo Pyle] company: {}"
    )
    own, review = (
        "We strive to be kind to barges and to those who live on them.",
        "They mended my barge and it floats again.",
    )
    site = example(text.format(own, review), name="Acme")
    assert [(entry.cite, entry.text) for entry in customers_words(site)] == [("Jo Pyle", review)]
    assert customers_words(example(text.format(own, own.replace("kind", "good")), name="Acme")) == ()
