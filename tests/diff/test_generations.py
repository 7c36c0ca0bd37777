"""Three generations of one site, audited, compared and gated as a person would; and what is kept on disk in between."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
import yaml
from click.testing import CliRunner

from auditor import reaudit, record
from auditor import run as path
from auditor.changes import Cause, Diff, Edit, FindingState, PageState
from auditor.cli import cli
from auditor.errors import ConfigError, UsageError
from auditor.history.retention import remove
from auditor.reaudit import ledger
from auditor.reaudit.gating import baseline_json, prepared
from auditor.settings import Settings
from tests.diff.generations import BASE, write
from tests.journeys.conftest import ROOT

HOST = BASE.removeprefix("https://")


@dataclass(frozen=True)
class Kept:
    """The runs of the generations 1, 2, 3 and 2 again, oldest first, under one output folder."""

    output: Path
    runs: tuple[Path, ...]

    def diff(self, before: int, after: int) -> Diff:
        return reaudit.diff(self.runs[before], self.runs[after])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    place = tmp_path_factory.mktemp("generations")
    runs = []
    for turn, generation in enumerate((1, 2, 3, 2)):
        site = write(generation, place / f"site-{turn}")
        settings = Settings(output=place / "output", base_url=BASE, fast=True, formats=("json",))
        runs.append(path.audit(str(site), settings, fresh=True)[1])
    return Kept(place / "output", tuple(runs))


def edits(diff: Diff) -> set[tuple[str, str, str]]:
    return {
        (
            change.edit.value,
            change.before.text[:34] if change.before else "",
            change.after.text[:34] if change.after else "",
        )
        for change in diff.edits(Cause.TEXT)
        if change.edit is not Edit.RELABELLED and change.shown.region.is_copy
    }


def test_the_second_generation_is_told_edit_by_edit(kept: Kept) -> None:
    diff = kept.diff(0, 1)
    assert edits(diff) == {
        ("replaced", "Three decades of refrigeration exc", "Your stock stays cold, even when a"),
        ("removed", "Our vans carry more than 400 spare", ""),
        ("removed", "Our customers come first in everyt", ""),
        ("replaced", "We respond quickly to every breakd", "A fitter reaches you within 3 hour"),
        ("replaced", "Our service contracts cover cleani", "You never write a gas log again: w"),
        ("reworded", "Unused goods can be returned withi", "Unused goods can be returned withi"),
    }
    states = {(change.state, change.url.removeprefix(BASE), change.was.removeprefix(BASE)) for change in diff.pages}
    assert (PageState.GONE, "/careers.html", "") in states
    for name in ("walk-in", "blast-chiller", "display-counter"):
        assert (PageState.MOVED, f"/range/{name}.html", f"/products/{name}.html") in states
    assert diff.comparable
    assert not diff.method


def test_a_contradiction_appears_is_fixed_and_comes_back_under_one_key(kept: Kept) -> None:
    def clash(diff: Diff) -> tuple[FindingState, str]:
        (found,) = [change for change in diff.findings if change.finding.kind == "return-period"]
        return found.state, found.key

    appeared, fixed, back = clash(kept.diff(0, 1)), clash(kept.diff(1, 2)), clash(kept.diff(2, 3))
    assert [state for state, _ in (appeared, fixed, back)] == [
        FindingState.NEW,
        FindingState.FIXED,
        FindingState.REOPENED,
    ]
    assert len({key for _, key in (appeared, fixed, back)}) == 1


def test_the_third_generation_brings_a_page_and_a_typing_error(kept: Kept) -> None:
    diff = kept.diff(1, 2)
    assert [change.url for change in diff.pages if change.state is PageState.ADDED] == [
        f"{BASE}/solutions/schools.html"
    ]
    (error,) = diff.found(FindingState.NEW)
    assert "maintainance" in error.finding.title
    assert all(change.cause is Cause.SCOPE for change in diff.lines if change.shown.url.endswith("schools.html"))


def test_two_audits_of_one_generation_have_nothing_between_them(kept: Kept) -> None:
    assert edits(kept.diff(1, 3)) == set()
    assert kept.diff(1, 3).still


def test_figures_add_up_by_cause(kept: Kept) -> None:
    for before, after in ((0, 1), (1, 2), (0, 2)):
        diff = kept.diff(before, after)
        for move in (*diff.shares, *diff.scores, *diff.audits):
            if None in (move.before, move.after, move.method, move.scope, move.text):
                continue
            assert move.method + move.scope + move.text == pytest.approx(move.after - move.before, abs=0.11)  # type: ignore[operator]


def _copied(kept: Kept, place: Path) -> Path:
    """The host's folder with all its runs, to be tampered with."""
    host = place / "output" / HOST
    shutil.copytree(kept.output / HOST, host)
    return host


def _rewritten(folder: Path, **told: object) -> dict[str, Any]:
    """Set fields in the run.json of a folder, packed or not."""
    for name in record.PACKED[:-1]:
        (folder / name).write_bytes(record.read_file(folder, name))
    data: dict[str, Any] = json.loads(record.read_file(folder, "run.json")) | told
    (folder / "run.json").write_text(json.dumps(data))
    return data


@pytest.fixture
def older(kept: Kept, tmp_path: Path) -> Path:
    """The same history, its first run judged by a method that is no more, which labelled and scored otherwise."""
    folder = _copied(kept, tmp_path) / kept.runs[0].name
    data = _rewritten(folder, method="0.0.9+00000000")
    for result in data["results"]:
        if result["id"] == "one-voice":
            result["version"] = 0
    for score in (*data["scores"], data["overall"]):
        if score["value"] is not None:
            score["value"] = 11.0
    (folder / "run.json").write_text(json.dumps(data))
    return folder


def test_where_the_ruler_changed_the_earlier_pages_are_judged_again_and_nothing_of_theirs_is_touched(
    kept: Kept, older: Path
) -> None:
    later = older.parent / kept.runs[1].name
    was = {file.name: file.read_bytes() for file in older.iterdir() if file.is_file()}
    diff = reaudit.diff(older, later)
    assert {file.name: file.read_bytes() for file in older.iterdir() if file.is_file()} == was
    assert diff.again == "judged again"
    assert [change.name for change in diff.method][:1] == ["one-voice"]
    plain = {move.name: move for move in kept.diff(0, 1).scores}
    for move in diff.scores:
        if move.before is not None and move.again is not None:
            assert move.before == 11.0
            assert move.again == plain[move.name].before
            assert move.method == pytest.approx(move.again - 11.0, abs=0.05)
            assert (move.after, move.text) == (plain[move.name].after, plain[move.name].text)
    # nothing is judged a third time
    again = next((older.parent / reaudit.AGAIN).glob(f"{older.name}-*/run.json"))
    stamp = again.stat().st_mtime_ns
    assert reaudit.diff(older, later) == diff
    assert again.stat().st_mtime_ns == stamp


def test_where_the_pages_are_no_longer_kept_no_figure_is_compared_and_the_reason_is_said(
    kept: Kept, older: Path
) -> None:
    shutil.rmtree(older.parent / "snapshots")
    diff = reaudit.diff(older, older.parent / kept.runs[1].name)
    assert "kept" in diff.again
    assert all(move.after is None for move in diff.scores)
    assert not (older.parent / reaudit.AGAIN / older.name).exists()


def test_runs_of_two_sites_are_not_compared(kept: Kept, tmp_path: Path) -> None:
    host = _copied(kept, tmp_path)
    _rewritten(host / kept.runs[0].name, site="elsewhere.example")
    with pytest.raises(UsageError, match="two runs of one site"):
        reaudit.diff(host / kept.runs[0].name, host / kept.runs[1].name)


def test_two_hundred_runs_are_compared_without_reading_them_all(kept: Kept, tmp_path: Path) -> None:
    host = _copied(kept, tmp_path)
    (host / ledger.NAME).unlink(missing_ok=True)
    for number in range(200):
        folder = host / f"202601{1 + number // 24 % 28:02d}T{number % 24:02d}0000Z"
        shutil.copytree(kept.runs[number % 2], folder, copy_function=os.link)
    for run in kept.runs:
        shutil.rmtree(host / run.name)
    folders = sorted(host.glob("2026*"))
    reaudit.diff(folders[-2], folders[-1])
    assert (host / ledger.NAME).exists()
    began = time.process_time()
    diff = reaudit.diff(folders[-2], folders[-1])
    assert time.process_time() - began < 0.5
    assert max(change.runs for change in diff.findings) == 199
    (host / ledger.NAME).write_text("torn")
    assert reaudit.diff(folders[-2], folders[-1]) == diff


def test_a_comparison_is_kept_until_its_runs_go_and_made_again_where_it_is_torn(kept: Kept, tmp_path: Path) -> None:
    host = _copied(kept, tmp_path)
    before, after = host / kept.runs[0].name, host / kept.runs[1].name
    shutil.rmtree(host / reaudit.AGAIN, ignore_errors=True)
    fresh = reaudit.diff(before, after)
    (file,) = (host / reaudit.AGAIN).glob("diff-*.json.gz")
    written = file.stat().st_mtime_ns
    assert reaudit.diff(before, after) == fresh == kept.diff(0, 1)
    assert file.stat().st_mtime_ns == written
    file.write_bytes(file.read_bytes()[:200])
    assert reaudit.diff(before, after) == fresh
    _rewritten(after, name="Another name")  # not the run that was compared
    assert reaudit.diff(before, after).name == "Another name"
    assert len(list((host / reaudit.AGAIN).glob("diff-*.json.gz"))) == 2
    file.write_bytes(b"no gzip at all")
    remove(host.parent, HOST, [before])
    assert list((host / reaudit.AGAIN).glob("diff-*.json.gz")) == []


def test_pages_that_two_runs_have_alike_are_not_read_to_compare_them(kept: Kept, tmp_path: Path) -> None:
    host = _copied(kept, tmp_path)
    before, after = host / kept.runs[1].name, host / kept.runs[3].name
    for digests in record.named_parts(before).values():
        for digest in digests:
            record.shared(before).path(digest).unlink(missing_ok=True)
    assert reaudit.diff(before, after) == kept.diff(1, 3)
    with pytest.raises(UsageError, match="no longer kept"):
        list(record.read_copy(before))


def test_a_comparison_loads_nothing_that_it_does_without(kept: Kept, tmp_path: Path) -> None:
    shutil.rmtree(kept.output / HOST / reaudit.AGAIN, ignore_errors=True)
    script = (
        "import sys\nfrom auditor.cli import cli\n"
        f"cli(['diff', '{HOST}~2', '{HOST}', '--output', {str(kept.output)!r}, '--to', {str(tmp_path)!r}], "
        "standalone_mode=False)\n"
        "heavy = {'numpy', 'pydantic', 'sqlalchemy', 'scrapy', 'lxml', 'onnxruntime', 'bs4'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    for a in (f"{HOST}~2", f"{HOST}~3"):  # nothing moved; and much moved, compared for the second time
        words = script.replace(f"{HOST}~2", a)
        done = [
            subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, cwd=ROOT, check=True).stdout
            for _ in range(2)
        ]
        assert done[-1].splitlines()[-1] == "[]", a


def test_the_command_names_the_last_two_runs_and_writes_what_was_asked_for(kept: Kept, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        cli,
        [
            "diff",
            f"{HOST}~3",
            f"{HOST}~2",
            "--output",
            str(kept.output),
            "--to",
            str(tmp_path),
            "--format",
            "html,md,json",
        ],
    )
    assert done.exit_code == 0, done.output
    assert "1 new contradiction" in done.output.splitlines()[0]
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".html", ".json", ".md"]
    printed = CliRunner().invoke(cli, ["diff", "--output", str(kept.output), "--print", "json"])
    assert json.loads(printed.output)["after"]["id"] == kept.runs[3].name


def test_the_first_run_of_a_site_has_nothing_to_compare_with(kept: Kept) -> None:
    done = CliRunner().invoke(cli, ["diff", f"{HOST}~3", "--output", str(kept.output)])
    assert isinstance(done.exception, UsageError)
    assert "first finished run" in str(done.exception)


def test_a_gate_that_is_none_is_said_before_anything_is_fetched() -> None:
    for settings, word in (
        (Settings(min_score=("focuss=5",)), "the scores are"),
        (Settings(max_drop=("5",), baseline="none.json"), "auditor baseline"),
        (Settings(baseline="somewhere"), "max_drop"),
    ):
        with pytest.raises(ConfigError, match=word):
            prepared(settings)


RECIPES = ROOT / "auditor" / "data" / "recipes"


@pytest.fixture
def repository(kept: Kept, tmp_path: Path) -> Path:
    """A site's repository in a pipeline: sources, a baseline, and what a runner has on its path."""
    repo = tmp_path / "repository"
    write(1, repo / "src")
    (repo / "Makefile").write_text("public:\n\tcp -r src public\n")
    baseline = json.loads(baseline_json(kept.runs[0])) | {"site": "www.example.com"}  # the host that the recipes name
    (repo / "auditor-baseline.json").write_text(json.dumps(baseline))
    (repo / "auditor.toml").write_text('fast = true\nmin_score = { one-voice = 90 }\nformats = ["json"]\n')
    (repo / "tools").mkdir()
    (repo / "tools" / "auditor").symlink_to(ROOT)
    # a forge and a package registry cannot be had in a test; what they are asked is written down
    programs = repo / "bin"
    programs.mkdir()
    for name in ("pip", "gh"):
        (programs / name).write_text(f'#!/bin/sh\necho {name} "$@" >> asked.txt\n')
    (programs / "auditor").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m auditor "$@"\n')
    for program in programs.iterdir():
        program.chmod(0o755)
    return repo


def _shell(repo: Path, command: str) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": f"{repo / 'bin'}:/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(repo)}
    clean |= {"GITHUB_STEP_SUMMARY": str(repo / "step.md"), "PULL_REQUEST": "7"}
    return subprocess.run(
        ["bash", "-e", "-c", command], cwd=repo, env=clean, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_github_recipe_breaks_on_a_worse_site_and_says_so_on_the_pull_request(repository: Path) -> None:
    # the site of the pull request contradicts itself
    support = repository / "src" / "support.html"
    support.write_text(support.read_text().replace("within 30 days", "within 14 days"))
    steps = yaml.safe_load((RECIPES / "github.yml").read_text())["jobs"]["copy"]["steps"]
    codes: dict[str, int] = {}
    failed = False
    for step in steps:
        if "run" in step and (not failed or step.get("if") == "always()"):
            done = _shell(repository, step["run"])
            codes[step["name"]] = done.returncode
            failed = failed or done.returncode != 0
            told = done.stderr if step["name"] == "Audit the copy" else ""
            if told:
                assert "gate broken: min-score one voice: One voice is only 75.0; at least 90 was asked." in told
    assert [name for name, code in codes.items() if code] == ["Audit the copy"]
    assert codes["Audit the copy"] == 10
    assert (repository / "step.md").read_text().startswith("## 1 of 2 gates broken")
    asked = (repository / "asked.txt").read_text().splitlines()
    assert asked == [
        "pip install -c tools/auditor/constraints.txt ./tools/auditor",
        "gh pr comment 7 --edit-last --create-if-none --body-file copy.md",
    ]
    assert (repository / "tools" / "auditor" / "constraints.txt").exists()
    (failure,) = Xml.fromstring((repository / "copy.xml").read_text()).iter("failure")
    assert failure.get("type") == "min-score"


def test_the_gitlab_recipe_passes_an_unchanged_site_and_leaves_its_artifacts(repository: Path) -> None:
    # its pages state too few figures twice for agreement to have a number
    (repository / "auditor.toml").write_text('fast = true\nmin_score = { first-screen = 1 }\nformats = ["json"]\n')
    job = yaml.safe_load((RECIPES / "gitlab.yml").read_text())["copy"]
    for command in job["script"]:
        done = _shell(repository, command)
        assert done.returncode == 0, done.stderr
    assert (repository / "copy.md").read_text().startswith("## Every gate holds")
    suite = Xml.fromstring((repository / job["artifacts"]["reports"]["junit"]).read_text())
    assert (suite.get("tests"), suite.get("failures")) == ("2", "0")
    assert all((repository / name).exists() for name in job["artifacts"]["paths"])


def test_explain_prints_the_recipes() -> None:
    for name in ("github", "gitlab"):
        told = CliRunner().invoke(cli, ["explain", name])
        assert told.output == (RECIPES / f"{name}.yml").read_text()


def test_a_baseline_keeps_no_copy(kept: Kept) -> None:
    text = baseline_json(kept.runs[0]).decode()
    run = record.read_run(kept.runs[0])
    assert "ice house" not in text.lower()
    assert json.loads(text)["scores"]["overall"] == run.overall.value


def test_runs_are_compared_where_the_environment_says_they_are(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_OUTPUT", str(kept.output))
    printed = CliRunner().invoke(cli, ["diff", "--print", "json"])
    assert printed.exit_code == 0, printed.output
