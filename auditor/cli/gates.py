"""What `auditor audit` does for a pipeline: hold the gates, write them for machines, say which are broken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from auditor import record
from auditor.changes import Baseline, Gate
from auditor.errors import EXIT_GATE, EXIT_OK
from auditor.gather import Watch
from auditor.model import Run
from auditor.reaudit import gating
from auditor.report import gates as reports
from auditor.settings import Settings


def hold(
    run: Run,
    folder: Path,
    settings: Settings,
    baseline: Path | Baseline | None,
    watch: Watch,
    *,
    junit: Path | None,
    comment: Path | None,
) -> tuple[Gate, ...]:
    """Every gate and whether the run holds it; writes what was asked for. Raises OutputError."""
    gates, diff = gating.gates(run, folder, settings, baseline, watch)
    if junit is not None:
        record.write(junit, reports.junit(run, gates).encode())
    if comment is not None:
        record.write(comment, reports.comment(run, gates, diff).encode())
    return gates


def tell(gates: Sequence[Gate]) -> int:
    """Say every gate that is broken, and every one that could not be measured, in a sentence; the exit code."""
    for gate in gates:
        if gate.passed is None:
            click.echo(f"auditor: not measured: {gate.kind} {gate.name}: {gate.said}", err=True)
    broken = [gate for gate in gates if gate.passed is False]
    for gate in broken:
        click.echo(f"auditor: gate broken: {gate.kind} {gate.name}: {gate.said}", err=True)
    return EXIT_GATE if broken else EXIT_OK
