"""Runs kept and found again. Their files under the output folder are the truth; the index is rebuilt from them.

What is here reads files and costs little to import; what writes the index is :mod:`auditor.history.index`.
"""

from auditor.history.finish import finish, index_trouble
from auditor.history.glance import glance
from auditor.history.lock import writing
from auditor.history.manifest import bodies_of, differences, write_manifest
from auditor.history.recall import Extract, Recall, basis_of, code_of, own_code, recall
from auditor.history.runs import (
    RunSummary,
    SiteSummary,
    ahead,
    finished,
    folder_of,
    host_of,
    hosts_of,
    in_order,
    order,
    resolve_run,
    runs_of,
    sites_of,
    summary_of,
)

__all__ = [
    "Extract",
    "Recall",
    "RunSummary",
    "SiteSummary",
    "ahead",
    "basis_of",
    "bodies_of",
    "code_of",
    "differences",
    "finish",
    "finished",
    "folder_of",
    "glance",
    "host_of",
    "hosts_of",
    "in_order",
    "index_trouble",
    "order",
    "own_code",
    "recall",
    "resolve_run",
    "runs_of",
    "sites_of",
    "summary_of",
    "write_manifest",
    "writing",
]
