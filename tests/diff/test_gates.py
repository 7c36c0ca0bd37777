"""Gates hold or break with a sentence, and fail closed."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from pydantic import ValidationError

from auditor.changes import Gate
from auditor.diff import compare
from auditor.diff.gates import Numbers, as_counted, baseline_of, faultless, hold, limits
from auditor.errors import ConfigError
from auditor.model import SkipReason, Status
from auditor.report.gates import comment, junit
from auditor.settings import Settings, load
from tests.diff.drawn import ERRORS, START, audited
from tests.diff.test_compare import CLASH, LATER, ONE, SITE, TWICE, without

AUDITS = ("one-voice", "proof", "say-show", "focus-mix")
AGREED = CLASH.replace("You may return unsold loaves within 5 days", "Cafés may return unsold loaves within 2 days")
FEW = CLASH
"""A site of which too few figures stand twice for a score: without its one contradiction it has no number."""

CLASH, AGREED = CLASH.rstrip() + TWICE, AGREED.rstrip() + TWICE
GOOD = audited(AGREED, audits=ONE)
WORSE = audited(CLASH, audits=ONE, **LATER)  # type: ignore[arg-type]


def told(gates: tuple[Gate, ...]) -> list[tuple[str, str, bool | None]]:
    return [(gate.kind, gate.name, gate.passed) for gate in gates]


def test_a_limit_is_a_number_for_the_overall_score_or_for_a_named_one() -> None:
    assert limits("min_score", ["60", "first screen=40", "one-voice=5", "audit:proof=70", "focus-mix=1"], AUDITS) == {
        "overall": 60,
        "first screen": 40,
        "one voice": 5,
        "audit:proof": 70,
        "audit:focus-mix": 1,
    }


@pytest.mark.parametrize("text", ["", "focus", "focus=x", "101", "-1", "nan", "nothing=5", "audit:focus=5"])
def test_what_is_no_limit_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(ConfigError, match=r"0 to 100|the scores are"):
        limits("min_score", [text], AUDITS)


def test_the_settings_file_takes_a_number_a_list_and_a_table(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for toml, expected in (
        ("max_drop = 5", ("5",)),
        ('max_drop = ["5", "focus=3"]', ("5", "focus=3")),
        ("max_drop = { overall = 5, focus = 3 }", ("overall=5", "focus=3")),
    ):
        (tmp_path / "auditor.toml").write_text(toml)
        assert load(environ={}).max_drop == expected
    assert load(environ={"AUDITOR_MIN_SCORE": "50, focus=3"}).min_score == ("50", "focus=3")
    with pytest.raises(ValidationError):
        Settings(baseline=3)  # type: ignore[arg-type]


def test_a_score_under_its_least_breaks_and_one_without_a_number_breaks_too() -> None:
    gates = hold(WORSE.run, {"one voice": 80, "first screen": 0}, {}, None)
    assert told(gates) == [("min-score", "first screen", False), ("min-score", "one voice", False)]
    assert gates[0].said.startswith("First screen has no number in this run; at least 0 was asked: ")
    assert "auditor explain score example.com" in gates[0].said
    assert gates[1].said == "One voice is only 75.0; at least 80 was asked."
    assert hold(WORSE.run, {"one voice": 75}, {}, None)[0].passed


def test_a_drop_is_measured_from_the_baseline_run_and_breaks_only_beyond_its_limit() -> None:
    diff = compare(GOOD, WORSE, errors=ERRORS)
    (broken,) = hold(WORSE.run, {}, {"one voice": 24.9}, diff)
    assert (broken.passed, broken.said) == (
        False,
        "One voice fell by 25.0 (100.0 to 75.0); 24.9 points were allowed.",
    )
    assert hold(WORSE.run, {}, {"one voice": 1}, diff)[0].said.endswith("; 1 point was allowed.")
    assert hold(WORSE.run, {}, {"one voice": 25}, diff)[0].passed
    assert hold(GOOD.run, {}, {"one voice": 0}, compare(WORSE, GOOD, errors=ERRORS))[0].passed


def test_a_drop_that_label_error_alone_could_have_done_holds_and_says_so() -> None:
    diff = compare(GOOD, WORSE, errors=ERRORS)
    noise = replace(diff, scores=tuple(replace(move, low=-30.0, high=3.0, called=False) for move in diff.scores))
    (gate,) = hold(WORSE.run, {}, {"one voice": 5}, noise)
    assert gate.passed is True
    assert gate.said.endswith("5 points were allowed. Held: label error alone could have done that.")


def test_a_drop_is_measured_from_a_file_alike() -> None:
    assert hold(WORSE.run, {}, {"audit:one-voice": 20}, baseline_of(GOOD.run))[0].passed is False
    assert hold(WORSE.run, {}, {"audit:one-voice": 25}, baseline_of(GOOD.run))[0].passed is True


def test_a_score_that_had_a_number_and_has_none_breaks() -> None:
    baseline = baseline_of(GOOD.run)
    gone = replace(WORSE.run, scores=tuple(replace(score, value=None) for score in WORSE.run.scores))
    (gate,) = hold(gone, {}, {"one voice": 50}, baseline)
    assert (gate.passed, "has no number now" in gate.said) == (False, True)
    (other,) = hold(gone, {}, {"first screen": 50}, baseline)
    assert other.passed is None


def test_to_mend_the_only_contradiction_breaks_no_gate_where_too_little_is_left_for_a_score() -> None:
    was, now = audited(FEW, audits=ONE), audited(SITE, audits=ONE, **LATER)  # type: ignore[arg-type]
    scores = [{score.name: score.value for score in side.run.scores} for side in (was, now)]
    assert [side["one voice"] for side in scores] == [75.0, None]
    assert (faultless(was.run), faultless(now.run)) == ((), ("one voice",))
    least, drops = {"one voice": 80, "audit:one-voice": 80}, {"one voice": 0, "audit:one-voice": 0}
    for against in (compare(was, now, errors=ERRORS), baseline_of(was.run)):
        gates = hold(now.run, least, drops, against)
        assert [gate.passed for gate in gates] == [None, None, True, True]  # too little to judge is no pass
        assert "One voice has no number in this run: no contradiction was found" in gates[1].said
        assert "One voice did not fall (75.0 to 100.0) (counted as 100 " in gates[3].said
    # and a new one breaks them, though the baseline had no number
    for against in (compare(now, was, errors=ERRORS), baseline_of(now.run)):
        gates = hold(was.run, {}, {"one voice": 24}, against, before=faultless(now.run))
        assert [gate.passed for gate in gates] == [False]


def test_an_audit_that_failed_or_still_finds_faults_has_no_number_and_breaks() -> None:
    was, now = audited(FEW, audits=ONE), audited(SITE, audits=ONE, **LATER)  # type: ignore[arg-type]
    for changes in (
        {"status": Status.ERROR},
        {"findings": next(result.findings for result in was.run.results if result.id == "one-voice")},
    ):
        results = tuple(replace(one, **changes) if one.id == "one-voice" else one for one in now.run.results)  # type: ignore[arg-type]
        run = replace(now.run, results=results)
        assert faultless(run) == ()
        assert [gate.passed for gate in hold(run, {"one voice": 1}, {"one voice": 1}, baseline_of(was.run))] == [
            False
        ] * 2


def test_the_overall_score_is_held_with_the_mended_dimension_in_it() -> None:
    def overall_of(scores: Numbers) -> float | None:
        told = [value for value in scores.values() if value is not None]
        return sum(told) / len(told) if len(told) > 2 else None

    was = {"overall": 58.3, "first screen": 40.0, "focus": 60.0, "one voice": 75.0}
    now = {**was, "overall": None, "one voice": None}
    assert as_counted(now, ("one voice",), overall_of)["overall"] == pytest.approx(200 / 3)
    assert as_counted(was, (), overall_of) == was


def test_a_run_that_read_less_than_its_baseline_breaks_whatever_its_scores() -> None:
    less = audited(
        without("/blog/rye", AGREED), audits=ONE, skips={"/blog/rye": (SkipReason.BLOCKED, "answered 403")}, **LATER
    )  # type: ignore[arg-type]
    for against in (compare(GOOD, less, errors=ERRORS), baseline_of(GOOD.run)):
        (gate,) = hold(less.run, {}, {"one voice": 100}, against, [START + "/blog/rye"])
        assert (gate.kind, gate.passed) == ("baseline", False)
        assert "/blog/rye" in gate.said or "not read this time" in gate.said
        assert "Run the audit again" in gate.said
        assert "--baseline" in gate.said


def test_a_baseline_of_another_method_breaks_and_says_how_to_measure_it_again() -> None:
    old = replace(baseline_of(GOOD.run), method="0+old")
    (gate,) = hold(WORSE.run, {}, {"one voice": 100}, old)
    assert (gate.passed, "auditor baseline" in gate.said) == (False, True)


def test_without_an_earlier_run_a_drop_is_not_measured_and_says_so() -> None:
    (gate,) = hold(WORSE.run, {}, {"one voice": 1}, None)
    assert (gate.passed, "no earlier run" in gate.said) == (None, True)


def test_junit_has_a_case_a_gate_and_survives_hostile_words() -> None:
    gates = (
        Gate("min-score", "focus", False, 'Focus is "only" <1> & \x00\x1b[31m; at least 5 was asked.'),
        Gate("max-drop", "overall", None, "There is no earlier run."),
        Gate("min-score", "overall", True, "The overall score is 60."),
    )
    suite = Xml.fromstring(junit(WORSE.run, gates)).find("testsuite")
    assert suite is not None
    assert [suite.get(key) for key in ("tests", "failures", "skipped", "errors")] == ["3", "1", "1", "0"]
    assert [child.tag for case in suite for child in case] == ["failure", "skipped", "system-out"]
    assert Xml.fromstring(junit(WORSE.run, ())).find("testsuite/testcase") is not None


def test_a_pull_request_is_told_the_gates_first_and_then_what_moved() -> None:
    diff = compare(GOOD, WORSE, errors=ERRORS)
    gates = hold(WORSE.run, {"one voice": 1}, {"one voice": 5}, diff)
    text = comment(WORSE.run, gates, diff)
    assert text.startswith("## 1 of 2 gates broken\n\n- held: ")
    assert "\n### 1 new contradiction and 1 figure changed." in text
    alone = comment(WORSE.run, hold(WORSE.run, {"one voice": 1}, {}, None), None)
    assert alone.startswith("## The gate holds\n")
    assert "\n# " in alone
