"""Runs kept and found again. Their files under the output folder are the truth; whatever else is here can be rebuilt."""

from auditor.history.runs import RunSummary, hosts_of, resolve_run, runs_of, summary_of

__all__ = ["RunSummary", "hosts_of", "resolve_run", "runs_of", "summary_of"]
