"""What a line is worth: the order of lines in invented sites that nothing was learnt from, bounds, the same numbers."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from auditor.audit import example
from auditor.model import Copy, Label
from auditor.reasons import MOST, buried_reasons
from auditor.worth import NAMES, Weights, load, marks, words, worth
from auditor.worth.train import FOLDS, SOURCES, digest, lists

UNSURE = (1 / len(Label),) * len(Label)

BELLFOUNDRY = """
/ Pell Bells
[first heading 1] feature: Bells for church and ship
[first sentence] company: We are passionate about bells and proud of our reputation.
/service/tuning Tuning
*[main sentence] feature: Every bell is tuned in front of you, and you strike it yourself before it leaves us.
[main sentence] feature: Tuning removes metal from the inside of the bell.
[main sentence] feature: We offer a comprehensive tuning service for bells of all sizes.
[main sentence] policy: Customers are required to insure bells in transit.
/about About
*[main sentence] company: Four of us cast by hand in the pit that my grandfather dug in 1931.
[main sentence] company: Our dedicated team is committed to the highest standards of quality.
[main sentence] other: Bronze is an alloy of copper and tin.
[main sentence] company: Visit us on stand 14 at the campanology fair.
"""

SWIMMING = """
/ Otter Lessons
[first heading 1] feature: Swimming lessons in Ludgate
[first sentence] outcome: Learn to swim with confidence.
/service/lessons Lessons
*[main sentence] feature: We never take more than three children in the water with one teacher.
[main sentence] feature: Lessons are available for all ages and abilities.
[main sentence] policy: Goggles must be worn in the deep pool.
*[main sentence] feature: If your child is too scared to get in, we give you back the whole term.
[main sentence] other: Swimming is a great way to stay fit and healthy.
/about About
[main sentence] company: A friendly and professional team that you can trust.
[main sentence] company: Our pool is situated close to the station and has ample parking.
"""

HAULIER = """
/ Brand Haulage
[first heading 1] feature: Road haulage in the north
[first sentence] company: A leading provider of transport solutions.
/service/loads Loads
[main sentence] feature: General haulage, pallets, low loaders, storage and distribution.
*[main sentence] feature: Your driver rings you himself an hour before he arrives, and it is the same man each week.
[main sentence] feature: Our modern fleet is maintained to the highest standard.
/about About
*[main sentence] company: In nineteen years we have lost two pallets out of 410,000, and we paid for both within a week.
[main sentence] company: We pride ourselves on customer service and competitive prices.
[main sentence] problem: Rising fuel costs are a challenge for many companies.
"""


@pytest.mark.parametrize("drawn", [BELLFOUNDRY, SWIMMING, HAULIER], ids=["bells", "swimming", "haulage"])
def test_the_lines_that_a_reader_would_move_up_come_first(drawn):
    wanted = {line.split(": ", 1)[1] for line in drawn.splitlines() if line.startswith("*")}
    site = example(drawn.replace("*[", "["))
    ranked = sorted((copy for page in site.pages for copy in page.copy), key=lambda copy: -said(copy))
    assert {copy.text for copy in ranked[: len(wanted)]} == wanted
    told = buried_reasons(site)
    assert told[0].copy.text == ranked[0].text
    assert len(told) <= MOST


def said(copy: Copy) -> float:
    return worth(copy.text, copy.judgement.probabilities)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("We have never charged for a second visit.", "We offer exceptional service at competitive prices."),
        ("She was a river pilot for nineteen years.", "Our experienced team is here to help."),
        ("We come back free of charge if the moss returns.", "Moss thrives in damp and shady places."),
        ("Every boat is tried on the lake by the man who built it.", "Boats must be returned by nine."),
        ("Last year we mended 312 clocks and gave up on two.", "Clocks, watches, barometers and music boxes"),
    ],
)
def test_a_deed_is_worth_more_than_a_boast_a_rule_or_a_list(better, worse):
    assert worth(better, UNSURE) > worth(worse, UNSURE)


@pytest.mark.parametrize("text", ["", "!", "7", "word " * 5000, "“" * 400, "Ω≈ç√ 漢字", "no charge " * 900])
def test_no_line_is_worth_more_than_a_page_can_bear(text):
    assert -5 < worth(text, UNSURE) < 8


def test_the_name_of_a_line_of_numbers_is_the_same_in_another_process():
    line = "Two of us have wound every spring by hand since 1974."
    script = (
        "import json, sys; from auditor.worth import worth;"
        f"print(json.dumps([worth({line!r}, {UNSURE!r}), 'onnxruntime' in sys.modules, 'numpy' in sys.modules]))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    value, encoder, _ = json.loads(told.stdout)
    assert value == worth(line, UNSURE)
    assert not encoder  # it works where the encoder is not even loaded


def test_a_worth_can_be_summed_by_hand():
    known = Weights(0.1, dict.fromkeys(NAMES, 0.0) | {"figure": 0.5, "we": 0.25}, {"free": 2.0}, "")
    assert words("We fit 9 free.") == ["we", "fit", "free"]
    assert {"figure", "we"} <= marks("We fit 9 free.", UNSURE).keys()
    assert known.worth("We fit 9 free.", UNSURE) == pytest.approx(0.1 + 0.5 + 0.25 + 2 / 3, abs=1e-4)


def test_the_weights_that_ship_were_learnt_from_the_marks_that_ship():
    assert load().digest == digest()
    assert set(load().marks) == set(NAMES)


def test_every_business_that_was_written_has_lines_to_move_and_lines_to_leave():
    by_business: dict[str, set[int]] = {}
    for line in lists():
        by_business.setdefault(line.business, set()).add(line.mark)
        assert line.text == line.text.strip() != ""
    assert len(by_business) > 25 > FOLDS
    assert all({0, 2} <= given <= {0, 1, 2} for given in by_business.values())
    assert set(SOURCES) == {"lists", "corpus", "gold"}
