"""auditor explain score RUN: the sums behind a run's scores, and how far they hang on where a line stands."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from auditor.cli import COMMANDS, GROUPS, cli
from auditor.record import write_run
from auditor.score import dimension_scores, overall
from tests.report import northbeck

WAYS = {"every line alike": 0.5, "each screen alike": 0.4, "viewing time": 0.1}


def explained(folder: Path, *words: str) -> str:
    return CliRunner().invoke(cli, ["explain", *words, str(folder)]).output


def kept(folder: Path, *, ways: bool = True) -> Path:
    """A run on disk whose scores are the sums of its results."""
    run = northbeck.run()
    results = tuple(
        replace(result, numbers=result.numbers | {"by_prominence": WAYS})
        if ways and result.id == "focus-mix" and result.score is not None
        else result
        for result in run.results
    )
    scores = dimension_scores(results)
    write_run(replace(run, results=results, scores=scores, overall=overall(scores)), folder)
    return folder


def test_the_sums_of_a_run_can_be_redone_by_hand(tmp_path: Path) -> None:
    said = explained(kept(tmp_path), "score")
    sums: dict[str, list[float]] = {}
    name = ""
    for line in said.split("By how much")[0].splitlines():
        if match := re.match(r"  \S.*?\s+([\d.]+) x ([\d.]+) / ([\d.]+) = +([\d.]+)", line):
            value, weight, whole, part = map(float, match.groups())
            assert abs(value * weight / whole - part) < 0.2
            sums[name].append(part)
        elif match := re.match(r"(\w[\w -]*?)  +([\d.]+)$", line):
            name = match[1]
            sums[name] = [float(match[2])]
    assert "overall" in sums
    assert all(abs(total - sum(parts)) < 0.3 for total, *parts in sums.values())


def test_three_weightings_stand_beside_each_other(tmp_path: Path) -> None:
    said = explained(kept(tmp_path), "score")
    assert all(way in said for way in WAYS)
    assert re.search(r"moves by [\d.]+ points", said)
    assert "judge it again" in explained(kept(tmp_path, ways=False), "score")


def test_only_a_score_is_explained_by_a_run(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["explain", "mission", str(tmp_path)])
    assert result.exit_code != 0


def test_the_help_groups_every_command_once_and_begins_with_the_demo() -> None:
    said = CliRunner().invoke(cli, ["--help"]).output
    assert said.index("auditor demo") < said.index("Audit a site:") < said.index("Several sites, and by the clock:")
    assert [len(re.findall(rf"^  {name} ", said, re.M)) for name in COMMANDS] == [1] * len(COMMANDS)
    assert set(GROUPS) <= set(COMMANDS)


def test_the_examples_of_a_manual_say_how_they_are_read() -> None:
    assert "[screen role] label: copy" in CliRunner().invoke(cli, ["explain", "mission"]).output


def test_the_help_calls_settings_by_their_flags() -> None:
    said = " ".join(CliRunner().invoke(cli, ["audit", "--help"]).output.split())
    assert "only together with --i-own-this-site." in said
    assert not re.search(r"[a-z]_[a-z]", said)
