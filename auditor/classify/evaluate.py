"""``auditor model evaluate``: everything that is promised of the labels, measured on any labelled file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from auditor.classify.calibrate import macro_f1
from auditor.classify.classifier import Classifier, TrainedClassifier, load
from auditor.classify.dataset import Example, pages_of, read_examples, read_records
from auditor.classify.explain import DeletionResult, deletion_check
from auditor.classify.measure import (
    LabelFigures,
    SiteFigures,
    answers_of,
    bootstrap,
    calibration,
    confusions,
    finding_precision,
    label_figures,
    near_duplicates,
    or_second_accuracy,
    rollup_accuracy,
    site_figures,
    truth_of,
)
from auditor.classify.metamorphic import FamilyResult, run_suite
from auditor.classify.shares import ShareModel, share_model
from auditor.model import Judgement


@dataclass(slots=True)
class Report:
    """The figures of one classifier on one file; ``text()`` is the page for people."""

    path: str
    version: str
    units: int
    natural: int
    sites: int
    macro_f1: float
    macro_f1_range: tuple[float, float]
    rollup: float
    rollup_range: tuple[float, float]
    or_second: float
    labels: list[LabelFigures]
    calibration_error: float
    finding: tuple[float, int]
    finding_range: tuple[float, float]
    finding_natural: tuple[float, int]
    leading: tuple[float, int]
    unsure: float
    share_sites: list[SiteFigures]
    share_error_raw: float
    share_error: float
    share_error_range: tuple[float, float]
    industries: dict[str, tuple[int, float, float]]
    errors: list[tuple[str, str, int]]
    duplicates: int | None
    why: DeletionResult | None
    metamorphic: list[FamilyResult]
    speed: dict[str, float] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """The report as plain data."""
        return asdict(self)

    def text(self) -> str:
        """The report as lines of text."""
        out = [
            f"{self.path}: {self.units} units ({self.natural} natural) of {self.sites} sites; {self.version}",
            f"macro-F1 {self.macro_f1:.3f} [{_span(self.macro_f1_range)}]   roll-up {self.rollup:.3f} "
            f"[{_span(self.rollup_range)}]   label or second {self.or_second:.3f}",
            f"{'label':9} {'prec':>6} {'recall':>6} {'F1':>6} {'units':>6}",
        ]
        out += [f"{x.label:9} {x.precision:6.3f} {x.recall:6.3f} {x.f1:6.3f} {x.units:6d}" for x in self.labels]
        out += [
            f"calibration error (natural) {self.calibration_error:.3f}",
            f"outcome/problem after abstention: precision {self.finding[0]:.3f} on {self.finding[1]} "
            f"[{_span(self.finding_range)}]; natural units {self.finding_natural[0]:.3f} on {self.finding_natural[1]}; "
            f"leading {self.leading[0]:.3f} on {self.leading[1]}; unsure units {self.unsure:.1%}",
            f"customer share, natural units, error a site in points: counted {self.share_error_raw:.1f}, "
            f"corrected {self.share_error:.1f} [{_span(self.share_error_range, 1)}]",
        ]
        out += [
            f"  {x.site:50} {x.units:4d} units  true {x.true:5.1f}  counted {x.raw:5.1f}  corrected {x.corrected:5.1f}"
            f"  accuracy {x.accuracy:.2f}"
            for x in self.share_sites
        ]
        out.append("industries (units, accuracy, macro-F1):")
        out += [f"  {name[:50]:50} {n:4d}  {a:.2f}  {f:.2f}" for name, (n, a, f) in self.industries.items()]
        out.append("most frequent errors: " + "; ".join(f"{a} as {b} {n}" for a, b, n in self.errors))
        if self.duplicates is not None:
            out.append(f"near duplicates of training units: {self.duplicates}")
        if self.why is not None:
            out.append(self.why.line())
        for family in self.metamorphic:
            out.append(f"metamorphic {family.name}: {family.passed}/{family.cases}")
            out += [f"    {failure}" for failure in family.failures]
        if self.speed:
            out.append("speed: " + ", ".join(f"{name} {value:.3g}" for name, value in self.speed.items()))
        return "\n".join(out)


def _span(pair: tuple[float, float], digits: int = 3) -> str:
    return f"{pair[0]:.{digits}f}-{pair[1]:.{digits}f}"


def evaluate(
    path: Path,
    *,
    mode: str = "default",
    language: str = "en",
    train: Path | None = None,
    full: bool = True,
    classifier: Classifier | None = None,
) -> Report:
    """Measure the classifier of a mode on a file of labelled JSON lines.

    ``train`` names the training texts to count near duplicates against; ``full`` adds what takes longer: the deletion
    check of *why*, the metamorphic suite and the speed of a fresh process.
    """
    judge = classifier or load(mode, language)
    examples = read_examples(path)
    judgements = judged(judge, examples)
    report = figures(examples, judgements, share_model(mode, language), name=path.name, version=judge.version)
    if train is not None:
        report.duplicates = near_duplicates(examples, [str(record["text"]) for record in read_records(train)])
    if full:
        if isinstance(judge, TrainedClassifier):
            report.why = deletion_check(judge, [example.item for example in examples])
        report.metamorphic = run_suite(lambda items: judge.label(items, why=False))
        report.speed = speed(path, mode, language)
    return report


def judged(judge: Classifier, examples: Sequence[Example]) -> list[Judgement]:
    """The judgements of examples in order, as in an audit: alone, then settled with what the file holds of their page."""
    items = [example.item for example in examples]
    found = judge.label(items, why=False)
    for rows in pages_of(examples).values():
        settled = judge.settle([items[row] for row in rows], [found[row] for row in rows], why=False)
        for row, judgement in zip(rows, settled, strict=True):
            found[row] = judgement
    return found


def figures(
    examples: Sequence[Example], judgements: Sequence[Judgement], shares: ShareModel, *, name: str, version: str
) -> Report:
    """All figures that follow from labels and judgements."""
    truth, guess = truth_of(examples), answers_of(judgements)
    rows = [row for row, example in enumerate(examples) if example.sample == "natural"]
    natural = [examples[row] for row in rows]
    natural_judgements = [judgements[row] for row in rows]
    sites = site_figures(natural, natural_judgements, shares)

    def precision(drawn: list[int]) -> float:
        return finding_precision([examples[k] for k in drawn], [judgements[k] for k in drawn], leading=False)[0]

    errors = np.array([[abs(site.raw - site.true), abs(site.corrected - site.true)] for site in sites])
    rng = np.random.default_rng(13)
    drawn = [errors[rng.integers(0, len(errors), len(errors)), 1].mean() for _ in range(1000)] if len(errors) else []
    industries: dict[str, list[int]] = defaultdict(list)
    for row, example in enumerate(examples):
        industries[example.industry or "?"].append(row)
    return Report(
        path=name,
        version=version,
        units=len(examples),
        natural=len(natural),
        sites=len({example.site for example in examples}),
        macro_f1=macro_f1(truth, guess),
        macro_f1_range=bootstrap(examples, lambda k: macro_f1(truth[k], guess[k])),
        rollup=rollup_accuracy(truth, guess),
        rollup_range=bootstrap(examples, lambda k: rollup_accuracy(truth[k], guess[k]), draws=300),
        or_second=or_second_accuracy(examples, guess),
        labels=label_figures(truth, guess),
        calibration_error=calibration(natural, natural_judgements) if natural else float("nan"),
        finding=finding_precision(examples, judgements, leading=False),
        finding_range=bootstrap(examples, precision, draws=300),
        finding_natural=finding_precision(natural, natural_judgements, leading=False),
        leading=finding_precision(examples, judgements, leading=True),
        unsure=sum(judgement.unsure for judgement in judgements) / max(1, len(judgements)),
        share_sites=sites,
        share_error_raw=float(errors[:, 0].mean()) if len(errors) else float("nan"),
        share_error=float(errors[:, 1].mean()) if len(errors) else float("nan"),
        share_error_range=(float(np.quantile(drawn, 0.05)), float(np.quantile(drawn, 0.95))) if drawn else (0.0, 0.0),
        industries={
            name: (len(k), float((truth[k] == guess[k]).mean()), macro_f1(truth[k], guess[k]))
            for name, k in sorted(industries.items())
        },
        errors=confusions(truth, guess),
        duplicates=None,
        why=None,
        metamorphic=[],
    )


_PROBE = """
import json, resource, sys, time
from pathlib import Path
began = time.perf_counter()
from auditor.classify.classifier import load
from auditor.classify.dataset import read_examples
judge = load(sys.argv[2], sys.argv[3])
loaded = time.perf_counter() - began
items = list(dict.fromkeys(example.item for example in read_examples(Path(sys.argv[1]))))[:400]
judge.label(items[:5], why=False)
for why in (False, True):
    start = time.process_time()
    judge.label(items, why=why)
    spent = time.process_time() - start
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    peak = next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps({"why": why, "rate": len(items) / spent, "loaded": loaded,
        "memory": peak}))
"""


def speed(path: Path, mode: str, language: str = "en") -> dict[str, float]:
    """Distinct units a second and core (processor time), load time and memory of a fresh process."""
    command = [sys.executable, "-c", _PROBE, str(path), mode, language]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 our own probe
    plain, with_why = (json.loads(line) for line in done.stdout.strip().splitlines()[-2:])
    return {
        "units/s/core": plain["rate"],
        "ms a unit": 1000 / plain["rate"],
        "ms a unit with why": 1000 / with_why["rate"],
        "load s": plain["loaded"],
        "memory MB": with_why["memory"],
    }


def log_reading(report: Report, log: Path, command: str, note: str = "") -> None:
    """Append a reading of dev to the log."""
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    f1 = ", ".join(f"{line.label} {line.f1:.3f}" for line in report.labels)
    with log.open("a", encoding="utf-8") as file:
        file.write(
            f"- {when} UTC, `{report.version}`{', ' + note if note else ''}; `{command}`; {report.path}: "
            f"macro-F1 {report.macro_f1:.3f}, roll-up {report.rollup:.3f}, F1 {f1}; "
            f"label or second {report.or_second:.3f}; calibration error {report.calibration_error:.3f}; "
            f"outcome/problem after abstention {report.finding[0]:.3f} on {report.finding[1]}, leading "
            f"{report.leading[0]:.3f} on {report.leading[1]}; customer share error {report.share_error_raw:.1f} counted, {report.share_error:.1f} corrected\n"
        )
