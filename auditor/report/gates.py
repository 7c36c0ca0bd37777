"""Gates as pipelines read them: JUnit XML, and the Markdown of a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from auditor.changes import Diff, Gate
from auditor.model import Run
from auditor.report.diffs import diff_markdown
from auditor.report.markdown import summary
from auditor.report.safe import markdown, shown

LONGEST = 60_000
"""Characters of a comment at most: forges refuse longer ones (65,536 at the largest)."""


def junit(run: Run, gates: Sequence[Gate]) -> str:
    """The gates as JUnit XML, a test case a gate; without gates one case that the audit itself passed."""
    broken = sum(gate.passed is False for gate in gates)
    skipped = sum(gate.passed is None for gate in gates)
    counts = {"tests": str(max(1, len(gates))), "failures": str(broken), "errors": "0", "skipped": str(skipped)}
    root = Xml.Element("testsuites", {"name": "auditor", **counts})
    suite = Xml.SubElement(root, "testsuite", {"name": shown(run.site), **counts, "timestamp": run.finished[:19]})
    for gate in gates:
        case = Xml.SubElement(suite, "testcase", {"classname": f"auditor.{gate.kind}", "name": gate.name})
        said = shown(gate.said)
        if gate.passed is False:
            Xml.SubElement(case, "failure", {"message": said, "type": gate.kind}).text = said
        elif gate.passed is None:
            Xml.SubElement(case, "skipped", {"message": said})
        else:
            Xml.SubElement(case, "system-out").text = said
    if not gates:
        Xml.SubElement(suite, "testcase", {"classname": "auditor", "name": "audit"})
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def comment(run: Run, gates: Sequence[Gate], diff: Diff | None) -> str:
    """The Markdown of a pull request's comment: the gates first, then what moved, or the run where nothing is compared."""
    broken = [gate for gate in gates if gate.passed is False]
    lines = []
    if broken:
        lines.append(f"## {len(broken)} of {len(gates)} gates broken" if len(gates) > 1 else "## The gate is broken")
    elif gates:
        lines.append("## Every gate holds" if len(gates) > 1 else "## The gate holds")
    marks = {True: "held", False: "**broken**", None: "not measured"}
    lines += ["", *(f"- {marks[gate.passed]}: {markdown(gate.said)}" for gate in gates), "", ""] if gates else []
    text = "\n".join(lines) + (diff_markdown(diff) if diff else summary(run))
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition("\n")[0] + "\n\nThe rest is in the report.\n"
