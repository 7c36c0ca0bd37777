from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from auditor.audit import finding
from auditor.model import AuditResult, Quote, Run, Status, Tier
from auditor.report import signed
from auditor.report.html import report
from auditor.report.ranking import leads, ranked
from auditor.report.tables import write_findings
from tests.measure import precision
from tests.report import northbeck


def run_with(*kinds: str, keep: tuple[str, ...] = ()) -> Run:
    def made(kind: str, number: int) -> object:
        quote = Quote(f"Our own line {number}", "https://www.northbeck.example/")
        return finding("any", kind, Tier.PROOF, f"any {kind}", [quote], why="w", fix="Fix", weight=0.9 - number / 10)

    findings = tuple(made(kind, number) for number, kind in enumerate(kinds))
    praised = tuple(made(kind, number) for number, kind in enumerate(keep))
    result = AuditResult("any", 1, "t", Status.SCORED, "s", findings=findings, keep=praised)  # type: ignore[arg-type]
    return replace(northbeck.run([]), results=(result,))


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers signed none of three findings of one kind, and two of three of another."""
    monkeypatch.setattr(signed, "verdicts", lambda: {"any/refused": (0, 3), "any/signed": (2, 3)})


@pytest.mark.usefixtures("refused")
def test_a_kind_that_readers_refuse_stands_below_the_first_screen_however_grave_it_is() -> None:
    run = run_with("refused", "signed")
    chosen = leads(run, ranked(run))
    assert [item.finding.kind for item in chosen.numbered] == ["signed"]
    assert [(item.rank, item.finding.kind) for item in ranked(run)] == [(1, "signed"), (2, "refused")]


@pytest.mark.usefixtures("refused")
def test_a_kind_that_nobody_has_judged_yet_may_lead() -> None:
    run = run_with("new")
    assert [item.finding.kind for item in leads(run, ranked(run)).numbered] == ["new"]


@pytest.mark.usefixtures("refused")
def test_praise_of_a_kind_that_readers_refuse_is_not_on_the_first_screen() -> None:
    run = run_with(keep=("refused", "signed"))
    assert [item.finding.kind for item in leads(run, ranked(run)).keep] == ["signed"]


@pytest.mark.usefixtures("refused")
def test_an_entry_knows_how_readers_judged_its_kind() -> None:
    told, new = ranked(run_with("signed", "new"))
    assert (told.verdicts, new.verdicts) == ((2, 3), (0, 0))


def test_a_kind_that_readers_nearly_always_refuse_comes_last_and_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed, "verdicts", lambda: {"any/never": (0, 5), "any/seldom": (1, 5)})
    run = run_with("never", "seldom", "new")
    assert [(item.finding.kind, item.aside) for item in ranked(run)] == [
        ("new", False),
        ("seldom", False),
        ("never", True),
    ]
    whole = report(run, [], manuals={}, method={}, show_score=False)
    listed, folded = whole.split('<details class="aside">')
    assert "any seldom" in listed
    assert "any never" not in listed.partition('id="findings"')[2]
    assert "1 more finding, of kinds that readers mostly refused" in folded
    assert "any never" in folded
    table = io.StringIO()
    write_findings(table, run)
    rows = list(csv.DictReader(table.getvalue().splitlines()))
    assert [(row["kind"], row["aside"]) for row in rows] == [("new", "no"), ("seldom", "no"), ("never", "yes")]


@pytest.mark.parametrize(
    ("of", "read", "leads_on"), [(0, 0, True), (0, 1, True), (0, 2, False), (1, 3, True), (1, 4, False), (6, 13, True)]
)
def test_a_kind_stands_below_once_two_refusals_outweigh_what_was_signed(of: int, read: int, leads_on: bool) -> None:
    assert (signed.chance(of, read) >= signed.LEAST) is leads_on


def test_the_counts_in_the_product_are_those_of_the_verdicts() -> None:
    kept = {kind: list(counts) for kind, counts in signed.verdicts().items()}
    assert kept == precision.signed()
    assert (
        precision.SIGNED.read_text(encoding="utf-8")
        == json.dumps(kept, indent=2).replace("[\n    ", "[").replace(",\n    ", ", ").replace("\n  ]", "]") + "\n"
    )


def test_every_verdict_on_a_site_unseen_names_the_kind_of_its_finding() -> None:
    lines = [line for path in precision.JUDGEMENTS.glob("*.jsonl") for line in precision._read(path)]
    unseen = [line for line in lines if line.get("set") in precision.UNSEEN]
    assert len(unseen) > 250
    assert all(line["kind"] for line in unseen)
