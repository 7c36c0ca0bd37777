"""The run in a page of Markdown, fit for a pull request or a mail, and in a few lines for the terminal."""

from __future__ import annotations

from auditor.model import Run
from auditor.report.decided import decided_sentences
from auditor.report.front import front
from auditor.report.ranking import Said
from auditor.report.safe import bounded, in_quotes, shown
from auditor.report.words import number

TERMINAL = 110
"""Characters of one quote in the terminal."""


def summary(run: Run) -> str:
    """The whole of summary.md."""
    from auditor.report.frame import markdown_environment  # the few lines for the terminal do without templates

    env = markdown_environment()
    return env.get_template("summary.md.j2").render(run=run, front=front(run))


def summary_lines(run: Run) -> list[str]:
    """The run in a few plain lines for a terminal; no control character of the site survives in them."""
    first = front(run)
    lines = [shown(run.verdict), f"{first.counts} {first.read}."]
    if first.first:
        lines.append(" ".join([shown(first.first), *(_quoted(said) for said in first.first_quotes)]))
    lines.append("")
    if first.nothing:
        lines.append(first.nothing)
    correct = first.leads.correct
    if correct:
        lines.append("Correct today:")
        for place, item in enumerate(correct, 1):
            lines.append(f"  {place}. {shown(bounded(first.shown[item.rank].title, TERMINAL))}")
            lines += [f"     {_said(said)}" for said in first.shown[item.rank].quotes]
            lines += [f"     {shown(said.page)}" for said in first.shown[item.rank].places]
        if first.leads.correct_more:
            lines.append(f"  and {number(first.leads.correct_more)} more in the report")
    if first.leads.change:
        lines.append("Change next:")
        for place, item in enumerate(first.leads.change, len(correct) + 1):
            lines.append(f"  {place}. {shown(bounded(first.shown[item.rank].title, TERMINAL))}")
            lines.append(f"     {shown(bounded(first.shown[item.rank].fix, TERMINAL))}")
    if first.leads.consider:
        lines.append("Then look at:")
        before = len(correct) + len(first.leads.change)
        for place, item in enumerate(first.leads.consider, before + 1):
            lines.append(f"  {place}. {shown(bounded(first.shown[item.rank].title, TERMINAL))}")
    told = decided_sentences(run)
    rest = [line for line in first.unjudged[:4] if line not in told]
    if rest:
        lines += ["Not judged:", *(f"  {shown(line)}" for line in rest)]
    if told:
        lines += ["Decided by people:", *(f"  {shown(line)}" for line in told)]
    return lines


def _quoted(said: Said) -> str:
    return in_quotes(shown(bounded(said.text, TERMINAL)))


def _said(said: Said) -> str:
    return f"{_quoted(said)} ({shown(said.page)})"
