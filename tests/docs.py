"""Generated parts of the README: ``python -m tests.docs`` writes them, ``--check`` fails where they are out of step.

Written with them: the cues of the word lists' patterns and of rare expressions (:mod:`auditor.cues`), which cost time alone
where they are missing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from auditor import buyers, cues, lexicon
from auditor.audit import catalogue
from auditor.cli import COMMANDS
from auditor.settings import describe

README = Path(__file__).resolve().parent.parent / "README.md"
CUES = README.parent / "auditor" / "data" / cues.KEPT


def _settings() -> str:
    rows = ["| setting | default | what it does |", "|---|---|---|"]
    rows += [f"| `{name}` | {f'`{default}`' if default else ''} | {text} |" for name, default, text in describe()]
    return "\n".join(rows)


def _audits() -> str:
    rows = ["| audit | asks | counts towards |", "|---|---|---|"]
    for entry in catalogue():
        place = (
            f"{entry.dimension.value} ({entry.weight:g})" if entry.dimension and entry.weight else "appendix, unscored"
        )
        rows.append(f"| `{entry.id}` | {entry.manual.question} | {place} |")
    return "\n".join(rows)


def _commands() -> str:
    rows = ["| command | does |", "|---|---|"]
    return "\n".join(rows + [f"| `auditor {name}` | {text} |" for name, (_, text) in COMMANDS.items()])


PARTS = {"settings": _settings, "audits": _audits, "commands": _commands}


def rendered(text: str) -> str:
    """The README with every generated part written anew."""
    for name, write in PARTS.items():
        mark = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        assert mark.search(text), f"README.md has no part <!-- {name} -->"
        text = mark.sub(lambda match, write=write: match[1] + write() + "\n" + match[2], text)
    return text


if __name__ == "__main__":
    old = README.read_text(encoding="utf-8")
    new = rendered(old)
    if "--check" in sys.argv:
        if old != new:
            sys.exit("README.md is out of step with the code; run: python -m tests.docs")
    else:
        README.write_text(new, encoding="utf-8")
        patterns = [pattern for name in lexicon.names() for pattern in lexicon.load(name).patterns]
        CUES.write_text(cues.text([*patterns, *buyers.patterns(), *cues.rare_shapes()]), encoding="utf-8")
