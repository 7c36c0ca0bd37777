"""Promises about the house itself, kept by tests rather than pleas."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.audit import HEADINGS, catalogue
from auditor.cli import COMMANDS, cli
from auditor.settings import names

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "auditor").rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [path for path in MODULES if path.stem in {"utils", "util", "helpers", "misc", "common", "core"}] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_is_longer_than_500_lines_but_the_nouns(path: Path) -> None:
    # the nouns stay in one module: half of it is what each field means
    limit = 660 if path.name == "model.py" and path.parent.name == "auditor" else 500
    text = path.read_text(encoding="utf-8")
    # an audit's docstring is its manual, which the report prints: it is no code
    manual = len((ast.get_docstring(ast.parse(text)) or "").splitlines()) if path.parent.name == "audits" else 0
    assert len(text.splitlines()) - manual <= limit


def test_no_file_holds_the_marks_of_a_merge() -> None:
    mark = re.compile(r"^(?:<{7}|>{7}) ", re.M)
    kinds = {".py", ".json", ".toml", ".md", ".j2", ".css", ".js", ".txt", ".html"}
    places = (
        *ROOT.glob("*.*"),
        *(path for name in ("auditor", "templates", "tests") for path in (ROOT / name).rglob("*")),
    )
    texts = [path for path in places if path.suffix in kinds and path.stat().st_size < 2_000_000]
    assert len(texts) > 300
    assert [path for path in texts if mark.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_every_setting_stands_in_the_readme() -> None:
    assert [name for name in names() if f"`{name}`" not in README] == []


def test_every_command_stands_in_the_readme_and_has_help() -> None:
    assert [name for name in COMMANDS if f"auditor {name}" not in README] == []
    for name in COMMANDS:
        result = CliRunner().invoke(cli, [name, "--help"])
        assert result.exit_code == 0, (name, result.output)
        assert len(result.output) > 150, name


def test_every_audit_stands_in_the_readme_and_has_a_whole_manual() -> None:
    for entry in catalogue():
        assert f"`{entry.id}`" in README, entry.id
        assert set(entry.manual.sections) == set(HEADINGS), entry.id


def test_no_manual_takes_longer_to_read_than_two_minutes_to_say_how_it_is_measured() -> None:
    # 450 words at the 238 a minute of Brysbaert 2019; who wants to know more reads the code
    long = {entry.id: len(entry.manual.sections["How it is measured"].split()) for entry in catalogue()}
    assert {name: words for name, words in long.items() if words > 450} == {}


def test_every_audit_has_one_entry_under_scores_with_the_version_that_runs() -> None:
    # the newest section alone: what a rule was before stands under its own release
    scores = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("### Scores")[1].split("\n## ")[0]
    told = [
        (name, int(version))
        for names, version in re.findall(r"^- ([a-z, -]+) \(version\s+(\d+)\)", scores, re.M)
        for name in names.split(", ")
    ]
    assert len(told) == len(dict(told))
    ruled = {entry.id: entry.version for entry in catalogue() if entry.version > 1}
    assert {name: version for name, version in told if version > 1} == ruled


def test_every_word_list_names_its_source_and_licence() -> None:
    data = ROOT / "auditor" / "data"
    lists = [*sorted((data / "lexicons").glob("*.toml")), *sorted((data / "buyers").glob("*.toml"))]
    assert {path.parent.name for path in lists} == {"lexicons", "buyers"}
    for path in lists:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        assert table.get("source"), path.name
        assert table.get("licence"), path.name


def test_the_constraints_pin_everything_and_name_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*==[0-9][^\s/]*", pin) for pin in pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"]) + [
        dep for extra in project["optional-dependencies"].values() for dep in extra
    ]
    named = {re.split(r"[\[<>=!~ ]", dep)[0].lower() for dep in wanted}
    assert named <= {pin.split("==")[0] for pin in pins}


def test_broad_excepts_stand_only_at_the_fences() -> None:
    fences = {"auditor/audit.py", "auditor/cli/__init__.py", "auditor/watch/loop.py"}
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and (
                node.type is None
                or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
            ):
                found.add(path.relative_to(ROOT).as_posix())
    # the crawl's child process runs a foreign callable (extraction) on hostile bytes: a page that breaks it is a warning
    assert {path for path in found if not path.startswith("auditor/crawl/")} <= fences


def test_no_font_script_or_style_is_fetched_by_a_template() -> None:
    for path in (ROOT / "templates").rglob("*.j2"):
        assert not re.search(
            r"(?:src|href)=[\"']https?://|@import|url\(\s*[\"']?http", path.read_text(encoding="utf-8")
        ), path
