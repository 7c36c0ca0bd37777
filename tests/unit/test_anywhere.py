"""What a report says to be missing is asked of all that stands on the pages read."""

from __future__ import annotations

import pytest

from auditor.anywhere import Thing, cases, spoken_of
from auditor.audit import example
from auditor.evidence import Evidence, missing

PLAIN = (
    "/ Alder Joinery\n[first heading 1] feature: Staircases in oak\n[main sentence] feature: We build them in Ludlow."
)


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("[main quote cite=Ann] other: We sold the house in nine days.", Thing.RESULT),
        ("[main sentence] other: Jury verdict against the carrier: $412,000.", Thing.RESULT),
        ("[main sentence] policy?: We come back within two working days.", Thing.MEASURE),
        ("[footer link /x] other: Same day call-outs", Thing.MEASURE),
        ("[footer sentence] other: No win, no fee.", Thing.REMEDY),
        ("[main sentence] feature?: A step that creaks is put right, guarantee or not.", Thing.REMEDY),
        ("[nav link /x] other: Client login", Thing.AFTER),
        ("(footer image) After-sales care", Thing.AFTER),
        ("[overlay sentence] policy: Unused lessons are refunded.", Thing.WAY_OUT),
    ],
)
def test_a_word_of_it_in_any_region_role_or_label_is_enough_not_to_call_it_missing(line, thing):
    assert thing not in spoken_of(example(PLAIN))
    assert thing in spoken_of(example(f"{PLAIN}\n{line}"))


def test_only_what_no_line_speaks_of_is_missing():
    assert missing(example(PLAIN)) == tuple(Evidence)
    site = example(f"{PLAIN}\n[footer sentence] other: Not happy? We do it again for free.")
    assert Evidence.GUARANTEE not in missing(site)
    assert Evidence.MEASURE in missing(site)
    kept = example(f"{PLAIN}\n[main sentence] policy: Deposits are non-refundable, and no refunds are given.")
    assert Evidence.GUARANTEE in missing(kept)


CAPTIONS = "\n".join(
    f"[main {role}] other: {text}"
    for role, text in (
        ("heading 3", "Spiral stair, Wrexham Library"),
        ("heading 3", "Bookcase for the Tolley family"),
        ("sentence", "Two landings, 2019"),
    )
)


@pytest.mark.parametrize("name", ["Recent projects", "Cases", "Our work", "Portfolio", "Verdicts and settlements"])
def test_cases_are_told_on_a_page_or_under_a_heading_of_that_name(name):
    assert cases(example(f"{PLAIN}\n/work {name}\n{CAPTIONS}")) is not None
    assert cases(example(f"{PLAIN}\n[main heading 2] other: {name}\n{CAPTIONS}")) is not None


def test_the_name_alone_and_captions_under_another_name_are_no_cases():
    assert cases(example(f"{PLAIN}\n/work Recent projects\n[main sentence] other: Coming soon")) is None
    assert cases(example(f"{PLAIN}\n[main heading 2] other: Timber\n{CAPTIONS}")) is None
    ended = f"{PLAIN}\n[main heading 2] other: Recent projects\n[main heading 2] other: Timber\n{CAPTIONS}"
    assert cases(example(ended)) is None
