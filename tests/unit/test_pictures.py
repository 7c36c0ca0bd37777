"""What pictures show, by their alternative text and file names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example
from auditor.model import Image, JudgedPage, Region
from auditor.pictures import count, is_furniture, shows

COPY = "[first heading 1] feature: Drain cleaning\n[main sentence] company: Since 1921."


def page(path: str = "/ Acme", *images: Image) -> JudgedPage:
    drawn = example(f"{path}\n{COPY}").pages[0]
    return replace(drawn, page=replace(drawn.page, images=images))


@pytest.mark.parametrize(
    ("alt", "src", "what"),
    [
        ("A farmer with her herd", "a.jpg", "customer"),
        ("", "kitchen-before-and-after.jpg", "result"),
        ("Our team at work", "b.jpg", "people"),
        ("GX-200 pump on a plinth", "c.jpg", "product"),
        ("img", "service-drain-cleaning.webp", "product"),
        (None, "dscf0646.jpg", "not told"),
        ("", "look-after-yourself.jpg", "not told"),
    ],
)
def test_a_picture_shows_what_its_words_tell(alt, src, what):
    assert shows(Image(src, alt, Region.MAIN), page()) == what


def test_a_name_is_a_person_only_where_people_are_introduced():
    image = Image("jo.jpg", "Jo Ray", Region.MAIN)
    assert shows(image, page("/about About us")) == "people"
    assert shows(image, page()) == "not told"


def test_furniture_and_repeats_are_not_counted():
    images = [Image("logo.png", "Acme logo", Region.FIRST), *[Image("p.jpg", "a pump", Region.FIRST)] * 2]
    assert is_furniture(images[0])
    assert count(page("/ Acme", *images)) == {"product": 1}
    assert count(page("/ Acme", *images), Region.MAIN) == {}
