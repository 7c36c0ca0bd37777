"""How well extraction agrees with what a real browser shows: ``python tests/measure/visible.py [SITE ...] [--misses]``.

Needs ``../shared/sites`` (pages as served, and what Chromium showed of three pages of each site); says so and stops
where it is not there. Definitions, all over words (runs of letters and digits, case folded) and without blocks or
units that have none:

whole    (a) share of the words of visible main copy (blocks with region ``main`` that are in the served HTML) in
         blocks found *whole* in our copy: all words of the block, in order, without a gap, in the run of our copy units
         (first, second, main) in document order. A text that stands n times must be found n times. Floor 0.95.
blocks   the same, each block counting one.
any      the same as *whole*, in units of any region (what we call navigation or footer and the browser's tags do not).
copy     (b) share of the words of our copy units that stand whole in the run of the browser's main blocks, shown or
         openable. Floor 0.90.
slides   the same, where text that the browser clips at this moment (``hidden_by`` clip: the other slides of a carousel,
         the rest of a marquee) counts as visible: it comes into view by itself or with a click.
screen   (c) of the shown main blocks found in our copy: share on which "first screen" agrees. Floor 0.80.
f1       harder: F1 of the first screen itself, over words (blocks far below, easy to get right, do not count).
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared" / "sites"
TUNING = "scotland-manufacturing evolution-controls rfid-manufacturer smile-dental ibr-insurance sterling-tax unblock-any-drain".split()
JUDGING = "adco-machining cabins cleansweep graziano-law mathews-dickey".split()
COLUMNS = ("whole", "blocks", "any", "copy", "slides", "screen", "f1")
FLOORS = {"whole": 0.95, "copy": 0.90, "screen": 0.80}
_WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """Counts that shares are made of."""

    hit: dict[str, float] = field(default_factory=dict)
    all: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, hit: float, whole: float) -> None:
        self.hit[name] = self.hit.get(name, 0.0) + hit
        self.all[name] = self.all.get(name, 0.0) + whole

    def merge(self, other: Tally) -> None:
        for name in other.all:
            self.add(name, other.hit[name], other.all[name])

    def share(self, name: str) -> float:
        return self.hit.get(name, 0.0) / self.all[name] if self.all.get(name) else float("nan")


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("_", " "))


class Run:
    """The words of texts in order, in which other texts are looked for whole."""

    def __init__(self, texts: list[str]) -> None:
        self.starts: list[int] = []
        parts: list[str] = []
        self.owners: dict[int, int] = {}
        length = 1
        for number, text in enumerate(texts):
            for word in words(text):
                self.owners[length] = number
                parts.append(word)
                length += len(word) + 1
        self.line = " " + " ".join(parts) + " "

    def places(self, text: str) -> list[int]:
        """For each place where the text stands whole, the number of the text it begins in."""
        wanted = " " + " ".join(words(text)) + " "
        found, at = [], self.line.find(wanted)
        while at >= 0:
            found.append(self.owners[at + 1])
            at = self.line.find(wanted, at + 1)
        return found


def nearest(places: list[int], anchor: int) -> int:
    """Which of several places is meant: the nearest to the last text that stands only once, rather after it."""
    return min(places, key=lambda place: place - anchor if place >= anchor else 2 * (anchor - place))


def page_of(site: str, record: dict[str, Any]) -> Any:
    from auditor.extract import extract_page
    from auditor.model import Snapshot

    body = (SHARED / site / record["url_path"].lstrip("/")).read_bytes()
    url = "https://example.com" + record["url_path"]
    return extract_page(Snapshot(url, url, 200, {"content-type": "text/html"}, "", ""), body, "https://example.com")


def compare(site: str, record: dict[str, Any], misses: bool) -> Tally:
    """One page against what the browser shows of it."""
    from auditor.model import Region

    tally = Tally()
    page = page_of(site, record)
    copy = [unit for unit in page.units if unit.region.is_copy]
    ours, every = Run([unit.text for unit in copy]), Run([unit.text for unit in page.units])
    main = [block for block in record["blocks"] if block["region"] == "main" and words(block["text"])]
    told: dict[str, int] = {}
    anchor = 0
    first_hit = first_ours = first_theirs = 0
    for block in main:
        if not block["in_static"]:
            continue
        key = " ".join(words(block["text"]))
        nth = told.get(key, 0)
        told[key] = nth + 1
        count = len(words(block["text"]))
        places = ours.places(block["text"])
        found = nth < len(places)
        if len(places) == 1 and found:
            anchor = places[0]
        tally.add("whole", count * found, count)
        tally.add("blocks", found, 1)
        tally.add("any", count * (nth < len(every.places(block["text"]))), count)
        if misses and not found:
            where = "elsewhere" if nth < len(every.places(block["text"])) else "MISSING"
            print(f"  {where:9} {record['page']}: <{block['tag']}> {block['text'][:120]!r}")
        if found and block["shown"]:
            guess = copy[nearest(places, anchor)].region is Region.FIRST
            tally.add("screen", guess == block["first_screen"], 1)
            first_hit += count * (guess and block["first_screen"])
            first_ours += count * guess
            first_theirs += count * block["first_screen"]
            if misses and guess != block["first_screen"]:
                print(
                    f"  {'ours' if guess else 'theirs':9} first screen, top {block['top']:.0f}: {block['text'][:100]!r}"
                )
    tally.add("f1", 2 * first_hit, first_ours + first_theirs)
    theirs = Run([block["text"] for block in main])
    turned = Run(
        [block["text"] for block in record["blocks"] if block["region"] == "main" or block["hidden_by"] == "clip"]
    )
    for unit in copy:
        count = len(words(unit.text))
        seen = bool(theirs.places(unit.text)) if count else True
        tally.add("copy", count * seen, count)
        tally.add("slides", count * (seen or bool(turned.places(unit.text))), count)
        if misses and not seen:
            print(
                f"  extra     {unit.region}/{unit.role}{'/folded' if unit.folded else ''}: {unit.text[:120]!r} {unit.selector[-60:]}"
            )
    return tally


def main(arguments: list[str]) -> int:
    misses = "--misses" in arguments
    wanted = [name for name in arguments if not name.startswith("-")]
    if not (SHARED / "visible").is_dir():
        print(f"skipped: {SHARED / 'visible'} is not here")
        return 0
    print(f"{'site':26}" + "".join(f"{name:>8}" for name in COLUMNS))
    groups = {"tuning": TUNING, "judging": JUDGING} if not wanted else {"chosen": wanted}
    for group, sites in groups.items():
        total = Tally()
        for site in sites:
            tally = Tally()
            for path in sorted((SHARED / "visible").glob(f"{site}--*.json")):
                tally.merge(compare(site, json.loads(path.read_text()), misses))
            row(site, tally)
            total.merge(tally)
        row(f"all {group}", total)
    return 0


def row(name: str, tally: Tally) -> None:
    cells = []
    for column in COLUMNS:
        share = tally.share(column)
        cells.append(f"{share:7.3f}{'!' if share < FLOORS.get(column, 0) else ' '}")
    print(f"{name:26}" + "".join(cells))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
