import os
import re
import types
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import (
    LONGEST,
    Audit,
    Manual,
    Verdict,
    audit,
    catalogue,
    example,
    finding,
    perform,
    perform_all,
    read_manual,
)
from auditor.model import Dimension, Quote, Status, Tier
from auditor.score import dimension_scores, overall
from auditor.site import Site

MANUAL = Manual("Does it?", {"Limit": "Words\nonly."})
SITE = example("/ Acme\n[first heading 1] company: Acme")


def _audit(judge: object, *, weight: float = 1.0) -> Audit:
    return Audit("an-audit", 3, Dimension.FOCUS, weight, "It does", "It does not", MANUAL, judge)  # type: ignore[arg-type]


def test_an_audit_that_breaks_is_an_error_result_and_leaves_its_dimension_without_a_number() -> None:
    def broken(site: Site) -> Verdict:
        raise ZeroDivisionError

    def fine(site: Site) -> Verdict:
        return Verdict("good", score=0.9)

    results = [perform(_audit(broken), SITE), perform(_audit(fine), SITE)]
    assert [result.status for result in results] == [Status.ERROR, Status.SCORED]
    focus = next(score for score in dimension_scores(results) if score.name == "focus")
    assert focus.value is None
    assert "failed to run" in focus.why


def test_audits_that_processes_share_say_what_each_says_alone_and_what_stands_beside_is_done(tmp_path: Path) -> None:
    def broken(site: Site) -> Verdict:
        raise ZeroDivisionError

    entries = [_audit(broken), *(_audit(lambda site, n=n: Verdict(f"{n} pumps", score=n / 9)) for n in range(9))]
    alone = tuple(perform(entry, SITE) for entry in entries)
    for processes in (1, 2, 4):
        copied = tmp_path / f"{processes}.txt"
        shared = perform_all(
            entries, SITE, processes=processes, beside=[lambda copied=copied: copied.write_text("done")]
        )
        assert shared == alone
        assert copied.read_text() == "done"


def test_the_longest_audits_are_begun_first_and_whoever_needs_the_same_is_judged_in_one_process() -> None:
    longest = [name for names in LONGEST for name in names]
    assert set(longest) < {entry.id for entry in catalogue()}
    assert len(set(longest)) == len(longest)

    def here(site: Site) -> Verdict:
        return Verdict(f"judged in {os.getpid()}")

    entries = [replace(_audit(here), id=name) for name in ("a-new-one", *reversed(longest))]
    results = perform_all(entries, SITE, processes=2)
    assert [result.id for result in results] == [entry.id for entry in entries]
    who = {result.id: result.summary.split()[-1] for result in results}
    assert all(len({who[name] for name in names}) == 1 for names in LONGEST)


def test_not_applicable_weighs_nothing_and_is_no_pass() -> None:
    results = [
        perform(_audit(lambda site: Verdict("half", score=0.5), weight=9), SITE),
        perform(_audit(lambda site: Verdict.not_applicable("nothing declared"), weight=1), SITE),
    ]
    focus = next(score for score in dimension_scores(results) if score.name == "focus")
    assert focus.value == 50.0
    assert results[1].score is None


def test_a_dimension_without_its_main_audit_has_no_number_and_stays_out_of_the_overall_score() -> None:
    lesser = perform(_audit(lambda site: Verdict("clean", score=1.0), weight=0.15), SITE)
    others = [
        replace(lesser, id=dimension.value, dimension=dimension, score=0.5)
        for dimension in Dimension
        if dimension is not Dimension.FOCUS
    ]
    reasons = {
        "not measured: an-audit is not applicable": Verdict.not_applicable("nothing declared"),
        "not measured: an-audit found not enough to judge": Verdict.not_enough("four lines"),
    }
    for why, verdict in reasons.items():
        main = perform(_audit(lambda site, verdict=verdict: verdict, weight=1.0), SITE)
        scores = dimension_scores([main, replace(lesser, id="lesser"), *others])
        focus = next(score for score in scores if score.name == "focus")
        assert (focus.value, focus.parts, focus.why) == (None, (), why)
        assert overall(scores).value == 50.0


def test_a_dimension_that_nobody_scored_is_not_measured() -> None:
    assert {score.why for score in dimension_scores([])} == {"not measured"}
    assert overall(dimension_scores([])).value is None


def test_a_finding_keeps_its_id_when_it_moves_and_loses_it_when_its_words_change() -> None:
    one = finding("a", "k", Tier.REST, "T", [Quote("Words", "https://x/1")], why="w", fix="f", weight=0.1)
    two = finding("a", "k", Tier.REST, "T", [Quote("Words", "https://x/2")], why="w", fix="f", weight=0.9)
    three = finding("a", "k", Tier.REST, "T", [Quote("Other words", "https://x/1")], why="w", fix="f")
    assert one.id == two.id != three.id


def test_a_manual_without_all_its_headings_is_refused() -> None:
    module = types.ModuleType("auditor.audits.half", "Does it?\n\nWhy it matters\n--------------\nBecause.\n")
    with pytest.raises(ValueError, match="lacks How it is measured"):
        read_manual(module)


def test_numbers_in_a_manual_come_from_the_constants() -> None:
    body = "".join(
        f"{h}\n{'-' * len(h)}\nAt least {{MIN_LINES}} lines.\n\n"
        for h in ("Why it matters", "How it is measured", "How to fix it", "Limit", "Fails", "Passes", "Sources")
    )
    module = types.ModuleType("auditor.audits.whole", f"Does it?\n\n{body}")
    module.MIN_LINES = 6  # type: ignore[attr-defined]
    manual = read_manual(module)
    assert manual.question == "Does it?"
    assert all(re.fullmatch("At least 6 lines.", text) for text in manual.sections.values())


def test_an_example_that_is_not_one_is_refused() -> None:
    with pytest.raises(ValueError, match="not a line of an example"):
        example("/ Acme\nsome words")


def test_the_decorator_names_the_audit_after_its_function() -> None:
    with pytest.raises(ValueError, match="manual lacks"):
        audit(passes="p", fails="f")(lambda site: Verdict("x"))
