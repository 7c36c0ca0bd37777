"""Mailboxes of another house than the site's own, told from real markup."""

from __future__ import annotations

import pytest

from auditor.mailboxes import elsewhere
from auditor.model import Judgement, Label
from auditor.site import Site, assemble
from tests.extract.pages import body

PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)
OWN, OTHER = "jo@hollowoakbooks.example", "hello@leadsfirst.example"


def site(*lines: str, host: str = "hollow-oak", kind: str = "page") -> Site:
    """A site of which each page ends with one of these lines."""
    pages = [
        body(f"<title>{kind} {n}</title><h1>Part {n}</h1><p>We keep the books of {n + 2} cafés.</p><p>{line}</p>", f"/{kind}{n}.html")
        for n, line in enumerate(lines)
    ]  # fmt: skip
    labels = [[PLAIN for _ in page.units] for page in pages]
    return assemble(host, pages, labels, start="https://example.com/page0.html", name="Hollow Oak Books")


def test_a_mailbox_of_another_house_in_place_of_the_own_one_is_told_with_both():
    found = elsewhere(site(OWN, OWN, OTHER, OTHER))
    assert found is not None
    assert (found.mailbox, found.pages, found.own) == (OTHER, 2, OWN)


@pytest.mark.parametrize(
    "lines",
    [
        (OWN, OWN, OTHER, ""),  # one page may speak of somebody
        (OWN, OWN, f"{OWN} or {OTHER}", OTHER),  # both stand on one page
        (OWN, OWN, *["hollowoak@gmail.com"] * 2),  # anybody's house
        ("a@red.example", "a@red.example", OTHER, OTHER),  # which of the two is the own one nobody knows
        (OWN, OWN, *[f"If we do not settle it, the ombudsman hears you at {OTHER} free of charge."] * 2),
        (OWN, OWN, OTHER, OTHER, "c@third.example"),
    ],
)
def test_where_the_other_house_may_have_its_reason_nothing_is_told(lines):
    assert elsewhere(site(*lines)) is None


@pytest.mark.parametrize(
    ("host", "mailbox", "near"),
    [
        ("hollowoaktech.co.uk", "info@hollowoaktechnologies.co.uk", True),
        ("www.hollowoakbooks.com", "jo@holowoakbooks.com", True),
        ("hollowoakbooks.com", "jo@hollow-oak-books.com", False),
        ("hollowoakbooks.com", "jo@hollowoakbooks.co.uk", False),
        ("hollowoakbooks.com", "jo@bigparent.com", False),
        ("hollowoakbook.github.io", "jo@hollowoakbooks.com", False),
        ("hollow-oak-books", "jo@holowoakbooks.com", False),  # a folder without an address of its own
    ],
)
def test_a_house_that_is_nearly_the_host_s_is_told(host, mailbox, near):
    found = elsewhere(site(f"Write to {mailbox} before noon, or come to the shop.", "", host=host))
    assert (found is not None) is near
    if found:
        assert found.own == host.removeprefix("www.")
        assert elsewhere(site(mailbox, f"Write to jo@{found.own} too.", host=host)) is None
