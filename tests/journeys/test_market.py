"""Sites compared and kept as a set, as a person does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import cli
from auditor.errors import UsageError

PAGE = """<!doctype html><html lang=en><title>{name}</title><body><main><h1>{head}</h1>
<p>We are committed to quality and service.</p><p>{line}</p></main></body></html>"""


def _say(*words: str) -> str:
    result = CliRunner().invoke(cli, list(words))
    if result.exception:
        raise result.exception
    return result.output


def test_two_folders_are_audited_compared_and_kept_as_a_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, head, line in (
        ("oven", "Your loaves are out by five", "Our deck ovens have burned beech since 1921."),
        ("kiln", "Kilns for every studio", "Each lid is hung on a spring from a lorry."),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE.format(name=name.title(), head=head, line=line))
    with pytest.raises(UsageError, match="Name two sites or more"):
        _say("compare", "oven")
    told = _say("compare", "oven", "kiln", "--fast", "--format", "json")
    assert "There is too little on the same pages to tell these sites apart." in told
    assert "We are committed to quality and service.” / “We are committed to quality and service." in told
    assert {path.name for path in Path("output/compare").iterdir()} == {"compare.html", "compare.md", "compare.json"}
    assert len(list(Path("output").glob("*/*/run.json"))) == 2
    again = json.loads(_say("compare", "oven", "kiln", "--print", "json"))  # the runs there are, no new audit
    assert [seat["host"] for seat in again["seats"]] == ["oven", "kiln"]
    assert len(list(Path("output").glob("*/*/run.json"))) == 2
    (kept,) = Path("output/kiln").glob("*/run.json")
    whole = kept.read_text(encoding="utf-8")
    other = json.loads(whole)
    other |= {"method": "of another budget", "settings": {**other["settings"], "label_budget": 9}}
    kept.write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(UsageError, match=r"first run: auditor judge \S*oven\S* --label-budget 9$"):
        _say("compare", "oven", "kiln")
    kept.write_text(whole, encoding="utf-8")
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror" / "index.html").write_bytes((tmp_path / "kiln" / "index.html").read_bytes())
    _say("audit", "mirror", "--fast", "--format", "json")
    told = _say("benchmark", "build", "fire")
    assert "left out: kiln, it has the pages of mirror, which was audited later" in told
    _say("purge", "mirror", "--yes")
    assert "2 sites. Too few for percentiles: 100 sites are needed." in _say("benchmark", "build", "fire")
    shown = _say("benchmark", "show", "fire", "kiln")
    assert "against “fire” of" in shown
    assert "the other site stands" in shown
    assert "%" not in shown  # one page a site is too few for a percentage, here as in the report
    assert "fire, 20" in _say("benchmark", "list")
