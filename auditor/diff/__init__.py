"""What moved between two runs of one site, and whether the words, the pages or the ruler moved it.

Pure functions over the nouns; nothing here reads a file or judges copy (that is :mod:`auditor.reaudit`).
"""

from auditor.changes import (
    Audited,
    Cause,
    Diff,
    Edit,
    FindingChange,
    FindingState,
    Line,
    LineChange,
    MethodChange,
    Move,
    PageChange,
    PageState,
    Side,
)
from auditor.diff.compare import Changed, Commons, Rescored, compare, labels_set
from auditor.diff.findings import Past, Sighting, findings_of, same_findings
from auditor.likeness import likeness, marked

__all__ = [
    "Audited",
    "Cause",
    "Changed",
    "Commons",
    "Diff",
    "Edit",
    "FindingChange",
    "FindingState",
    "Line",
    "LineChange",
    "MethodChange",
    "Move",
    "PageChange",
    "PageState",
    "Past",
    "Rescored",
    "Side",
    "Sighting",
    "compare",
    "findings_of",
    "labels_set",
    "likeness",
    "marked",
    "same_findings",
]
