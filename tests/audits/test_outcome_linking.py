"""Outcome linking: how far up the ladder from feature to outcome each block gets, and what is never held against a page."""

from __future__ import annotations

from time import process_time

import pytest

from auditor.audit import example, perform
from auditor.audits.outcome_linking import outcome_linking
from auditor.model import Status

HOME = ["/ Acme", "[first heading 1] outcome: Hilltop Dairy milks 40 minutes less a day"]
FEATURES = [
    "[main bullet] feature: Two-stage impeller with open vanes",
    "[main bullet] feature: Control panel with two buttons and a lamp",
    "[main bullet] feature: Flange and clamp connections as standard",
    "[main bullet] feature: Trolley with four wheels and a shelf for the hose",
    "[main bullet] feature: A tank and a second hose can be ordered with it",
]


def judged(*lines: str):
    return perform(outcome_linking, example("\n".join([*HOME, *lines])))


def page(*lines: str, path: str = "/product/gx"):
    return [f"{path} GX pump", "[first heading 1] feature: GX pump", *lines]


def deepest(*lines: str) -> str:
    rungs = judged(*lines).numbers["pages"]
    return next((rung for url, rung in rungs.items() if "/product/" in url), "")


def test_of_a_page_that_never_gets_past_its_features_the_rung_is_counted_and_nothing_is_told():
    assert deepest(*page(*FEATURES)) == "attribute"
    assert not judged(*page(*FEATURES)).findings


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] outcome: Your herd is milked by six and the yard is dry.",
        "[main sentence] problem: A worn seal spoils a day's milk.",
        "[main sentence] feature: The lamp shows a dry run early, so that nobody has to get up at night.",
        "[main sentence] feature: The vanes save a third of the current.",
    ],
)
def test_one_line_that_leads_on_takes_the_page_further(line):
    assert deepest(*page(*FEATURES, line)) in ("benefit", "outcome")


def test_a_page_of_nothing_but_headings_takes_no_more_time_than_their_number():
    headings = [f"[main heading 2] feature: Pump GX-{number}" for number in range(6000)]
    site = example("\n".join([*HOME, *page(*headings, *FEATURES)]))
    began = process_time()
    assert outcome_linking.judge(site).numbers["offering_blocks"] == 1
    assert process_time() - began < 1.5  # a tenth of a second; each was held against all before it: over three


def test_a_datasheet_is_supposed_to_hold_specifications():
    specs = [
        f"[main bullet] spec: The {part} is made of steel 1.4404" for part in "shaft housing flange cover foot".split()
    ]
    result = judged(*page(*specs))
    assert not deepest(*page(*specs))
    assert result.status is Status.NOT_ENOUGH


def test_lists_of_places_uses_and_names_describe_nothing():
    places = ["[main heading] other: Our service area", *[f"[main bullet] feature: Yard {n}" for n in range(8)]]
    uses = ["[main heading] other: Applications", *FEATURES]
    assert judged(*page(*places, *uses)).numbers["offering_blocks"] == 0
    assert judged(*page(*FEATURES)).numbers["offering_blocks"] > 0


def test_link_words_and_empty_promises_are_a_benefit_and_earn_nothing():
    blocks = []
    for n in range(5):
        blocks += [f"[main heading] feature: Part {n}", *[line + f" no {n}" for line in FEATURES[:2]]]
        blocks += ["[main sentence] outcome: Achieve more success, so that you get results"]
    result = judged(*page(*blocks))
    assert deepest(*page(*blocks)) == "benefit"
    assert result.numbers["reached"] == 0


def test_the_score_is_of_blocks_so_that_splitting_a_sentence_or_saying_it_twice_changes_nothing():
    def site(outcome: list[str]):
        blocks = []
        for n in range(6):
            blocks += [f"[main heading] feature: Part {n}", *[line + f" no {n}" for line in FEATURES[:2]]]
        return judged(*page(*outcome, *blocks)).numbers["reached"]

    whole = ["[main sentence] outcome: Your herd is milked by six, and the yard is dry by seven."]
    split = [
        "[main sentence] outcome: Your herd is milked by six.",
        "[main sentence] outcome: The yard is dry by seven.",
    ]
    assert site(whole) == site(split) == site(whole * 2)


def test_a_sentence_that_joins_a_feature_to_what_it_leads_to_is_praised():
    line = "[main sentence] outcome: The lamp shows a dry run early, so that your milker sleeps until five."
    assert [found.kind for found in judged(*page(*FEATURES, line)).keep] == ["linked"]


def test_adding_or_deleting_a_datasheet_moves_nothing():
    blocks = []
    for n in range(6):
        blocks += [f"[main heading] feature: Part {n}", *[line + f" no {n}" for line in FEATURES[:2]]]
    blocks += ["[main sentence] outcome: Your herd is milked by six, and the yard is dry by seven."]
    specs = [f"[main bullet] spec: The {part} is of steel 1.4404" for part in "shaft housing flange cover foot".split()]
    sheet = ["/product/sheet Data", "[first heading 1] feature: Data", *specs, *FEATURES[:3]]
    without, with_it = judged(*page(*blocks)), judged(*page(*blocks), *sheet)
    assert without.numbers["reached"] == with_it.numbers["reached"]
    assert without.numbers["reached"] is not None
    assert without.numbers["reached"] > 0


def test_splitting_the_sentences_of_a_feature_changes_nothing():
    whole = "The flushed bearing housing takes the load off the shaft and the cover opens with two clamps."
    parts = ["The flushed bearing housing takes the load off the shaft", "and the cover opens with two clamps."]

    def site(lines: list[str]):
        blocks = []
        for n in range(6):
            blocks += [
                f"[main heading] feature: Part {n}",
                *[f"[main sentence] feature: {line} ({n})" for line in lines],
            ]
        return judged(*page("[main sentence] outcome: Your herd is milked by six.", *blocks)).numbers["reached"]

    assert site([whole]) == site(parts)
