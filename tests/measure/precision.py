"""How many of an audit's findings were right: ``python tests/measure/precision.py`` prints the tables.

The verdicts are in ``tests/audits/judgements``: one line a finding judged by a reader on real sites, by the finding's id
and the audit's version at the time, without the site's name or words. Most were judged on sites that the audits were
mended on: a later version was mended on the errors of the earlier one, so its figure is a hope, not a measurement.
Lines whose ``set`` is ``judging`` were read on sites that nothing was ever tuned on, each judged once and before anything
was mended; those of ``rebuilt`` the same on fourteen sites put together again (``rebuilt.py``: what exists only because
something was lost is left out), and those of ``rebuilt, after mending`` on ten others of them, read after what the
fourteen had shown was mended, and on the eleven that were left, read after what those ten had shown was. Those of ``rebuilt, whole reports`` are all that one audit told on the thirty-five judging
sites put together again, first screen or not, before it was mended; of ``rebuilt, seen`` the same after that, on sites
that had then been seen; those of ``judging, again`` on the five judging sites a second time, by another reader, after what
the first reading had shown was mended. Those of ``fresh`` are all that was told of four small sites taken whole, which
nobody had seen, each judged once before anything was mended, against the findings that another reader had written down
before there was any output, and those of ``fresh, four more`` the same on four others by another reader, and
those of ``fresh, last four`` on four more, after what those eight had shown was mended. ``fresh, fourth set`` and
``fresh, fifth set`` are four sites each, gathered later in the same way: the fourth judged before, the fifth after the
audits were widened by what readers had led with on all the others; ``fresh, sixth set`` are four more, judged
before the next widening, ``fresh, seventh set`` (five) and ``fresh, eighth set`` (four) after it: parts of the seventh had been seen by
somebody who wrote one of the audits, of the eighth one site could not be read. The ninth set (four) was judged while the audits were rebuilt on all the
others, the tenth (four) at the end, after what the ninth had shown was mended; the
eleventh (four) was judged before anything was mended on its account, the twelfth (four) after that, the thirteenth
(four) after what the twelfth had shown was mended, and so were the fourteenth and the fifteenth (four each, by two
readers, on one version), the sixteenth (four) after what these had shown was mended, the seventeenth (four) before anything
was mended on its account, the eighteenth and the nineteenth (four each) after
what the ones before them had shown was mended, and so were the twentieth and the
twenty-first (four each). ``lead`` says that the finding stood on the report's first screen (and, since the first
screen names further findings to look at, not among those, but in ``judging, again`` and the three ``fresh``). ``arguable`` (true, but its owner would
object to it with reason) is no success: the share right counts it with what was fired.

``python tests/measure/precision.py --write`` counts the verdicts on sites unseen by kind of finding into
``auditor/data/signed.json``: by it the report decides what may stand on its first screen (``auditor/report/signed.py``).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JUDGEMENTS = Path(__file__).resolve().parent.parent / "audits" / "judgements"
TUNED, JUDGING = "tuned on", "judging"
REBUILT, AFTER = "rebuilt", "rebuilt, after mending"
AGAIN = "judging, again"
FRESH = "fresh"
MORE, LAST = "fresh, four more", "fresh, last four"
FOURTH, FIFTH = "fresh, fourth set", "fresh, fifth set"
SIXTH, SEVENTH, EIGHTH = "fresh, sixth set", "fresh, seventh set", "fresh, eighth set"
NINTH, TENTH, ELEVENTH = "fresh, ninth set", "fresh, tenth set", "fresh, eleventh set"
TWELFTH, THIRTEENTH = "fresh, twelfth set", "fresh, thirteenth set"
FOURTEENTH, FIFTEENTH, SIXTEENTH = "fresh, fourteenth set", "fresh, fifteenth set", "fresh, sixteenth set"
SEVENTEENTH, EIGHTEENTH, NINETEENTH = "fresh, seventeenth set", "fresh, eighteenth set", "fresh, nineteenth set"
TWENTIETH = "fresh, twentieth set"
TWENTY_FIRST = "fresh, twenty-first set"
_GATHERED = (
    *(FRESH, MORE, LAST, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH, TENTH),
    *(
        ELEVENTH,
        TWELFTH,
        THIRTEENTH,
        FOURTEENTH,
        FIFTEENTH,
        SIXTEENTH,
        SEVENTEENTH,
        EIGHTEENTH,
        NINETEENTH,
        TWENTIETH,
        TWENTY_FIRST,
    ),
)
UNSEEN = (JUDGING, *_GATHERED)
"""Sets of whole sites that nothing had been tuned on when they were read: their lines name the ``kind`` of each finding."""
SIGNED = Path(__file__).resolve().parents[2] / "auditor" / "data" / "signed.json"
SETS = (TUNED, JUDGING, AGAIN, REBUILT, AFTER, *_GATHERED)
WHOLE = ("rebuilt, whole reports", "rebuilt, seen")
"""Sets of which whole reports were read, audit by audit: nothing is said of first screens."""


@dataclass(frozen=True, slots=True)
class Row:
    """The verdicts on one version of one audit on one set of sites, with the commonest error."""

    audit: str
    version: int
    sites: str
    right: int
    arguable: int
    wrong: int
    error: str

    @property
    def fired(self) -> int:
        """All findings judged."""
        return self.right + self.arguable + self.wrong


def rows() -> list[Row]:
    """Every audit judged, by name, version and set of sites."""
    found = []
    for path in sorted(JUDGEMENTS.glob("*.jsonl")):
        lines = _read(path)
        for version, sites in sorted({(line["version"], line.get("set", TUNED)) for line in lines}):
            told = [line for line in lines if (line["version"], line.get("set", TUNED)) == (version, sites)]
            found.append(_row(path.stem, version, sites, told))
    return found


def first_screens(sites: str = JUDGING) -> Row:
    """What stood on the first screens of the reports on one set of sites, all audits together."""
    lines = [line for path in sorted(JUDGEMENTS.glob("*.jsonl")) for line in _read(path)]
    told = [line for line in lines if line.get("lead") and line.get("set", TUNED) == sites]
    return _row("first screens", 0, sites, told)


def signed() -> dict[str, list[int]]:
    """By ``audit/kind``: findings of it that readers of sites unseen signed without reserve, and findings read; all versions."""
    counts: dict[str, list[int]] = {}
    for path in sorted(JUDGEMENTS.glob("*.jsonl")):
        for line in _read(path):
            if line.get("set") in UNSEEN:
                count = counts.setdefault(f"{path.stem}/{line['kind']}", [0, 0])
                count[0] += line["verdict"] == "right"
                count[1] += 1
    return dict(sorted(counts.items()))


def _kept(counts: Mapping[str, list[int]]) -> str:
    """The counts as the product keeps them, a kind a line."""
    return "{\n" + ",\n".join(f'  "{kind}": {json.dumps(count)}' for kind, count in counts.items()) + "\n}\n"


def _read(path: Path) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _row(audit: str, version: int, sites: str, lines: Iterable[Mapping[str, Any]]) -> Row:
    """The row of these verdicts; among errors equally common, the first by the alphabet."""
    lines = list(lines)
    verdicts = Counter(line["verdict"] for line in lines)
    errors = Counter(line["error"] for line in lines if line["verdict"] == "wrong")
    errors = errors or Counter(line["error"] for line in lines if line["verdict"] == "arguable")
    worst = min(errors, key=lambda error: (-errors[error], error), default="")
    return Row(audit, version, sites, verdicts["right"], verdicts["arguable"], verdicts["wrong"], worst)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        SIGNED.write_text(_kept(signed()), encoding="utf-8")
        sys.exit()
    print("| audit | version | sites | fired | right | arguable | wrong | share right | typical error |")
    print("|---|---|---|---|---|---|---|---|---|")
    for row in [*rows(), *map(first_screens, SETS[1:])]:
        share = f"{row.right / row.fired:.2f}"
        counts = f"{row.fired} | {row.right} | {row.arguable} | {row.wrong}"
        print(f"| {row.audit} | {row.version or ''} | {row.sites} | {counts} | {share} | {row.error} |")
