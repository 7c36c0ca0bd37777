"""Labels through our own extraction against the labels of readers: ``python tests/measure/end_to_end.py [--fast]``.

Needs ``../shared/gold`` and ``../shared/sites``; says so and stops where they are not there. The classifier learnt from
units cut by a simpler splitter, with the context that one saw. Here the pages of labelled sites are extracted as in an
audit, and every labelled text that is a unit of ours is labelled twice: with its context from the labelled file, and as our
unit with ours. Texts that we cut otherwise are counted: a unit of ours that holds the text is judged in its stead.

Sites of ``dev`` were never learnt from; of the others the network has seen the labels, so that for them only the
difference of the two columns tells anything. Running this is a reading of dev: log it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]
from gold import SHARED, SITES, loose  # noqa: E402

HELD = {
    "ADCO-CNC-Machining+adcocnc.com": "adco-machining",
    "hidden-lake+cabins-website": "cabins",
    "bneradt+cleansweep-cleaning.com": "cleansweep",
    "grazianolawgroup+grazianolawgroup.github.io": "graziano-law",
    "colinaholland+Mathews-Dickey": "mathews-dickey",
}


def main(arguments: list[str]) -> int:
    """Print, for every site and for both sets, accuracy with either context and what extraction did to the texts."""
    from auditor.classify.classifier import load
    from auditor.classify.inputs import item_of_record
    from auditor.classify.pages import item_of
    from auditor.extract import extract_page
    from auditor.model import Label, Snapshot

    if not (SHARED / "gold").is_dir() or not (SHARED / "sites").is_dir():
        print(f"skipped: {SHARED} has no gold or no sites")
        return 0
    classifier = load("fast" if "--fast" in arguments else "default")
    rows = [json.loads(line) for name in ("train", "dev") for line in (SHARED / "gold" / f"{name}.jsonl").open()]
    wanted: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if row["site"] in SITES or row["site"] in HELD:
            wanted[row["site"], row["page"]].append(row)
    pairs: dict[str, list[tuple[Label, Label, Label]]] = defaultdict(list)
    cut: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (site, place), records in sorted(wanted.items()):
        path = SHARED / "sites" / {**SITES, **HELD}[site] / place
        if not path.is_file():
            cut[site][3] += len(records)
            continue
        url = f"https://example.com/{place}"
        page = extract_page(Snapshot(url, url, 200, {}, "", ""), path.read_bytes(), "https://example.com")
        whole = {loose(unit.text): unit for unit in reversed(page.units)}
        for record in records:
            unit = whole.get(loose(record["text"]))
            kind = 0
            if unit is None:
                bare = re.sub(r"\W+", "", record["text"])
                unit = next((found for found in page.units if bare in re.sub(r"\W+", "", found.text)), None)
                kind = 1
            if unit is None:
                cut[site][2] += 1
                continue
            cut[site][kind] += 1
            theirs, ours = classifier.label([item_of_record(record), item_of(unit, page)], why=False)
            pairs[site].append((Label(record["label"]), theirs.label, ours.label))
    print(
        f"{'site':24}{'units':>6}{'theirs':>8}{'ours':>8}{'roll-up':>9}{'ours':>7}   same text, inside, cut apart, page absent"
    )
    for name, sites in (("seen in training", SITES), ("never seen", HELD)):
        everything = []
        for site in sorted(sites):
            everything += pairs[site]
            _line(sites[site].split("/")[0], pairs[site], cut[site])
        totals = [sum(column) for column in zip(*(cut[site] for site in sites), strict=True)]
        _line(name, everything, totals)
    return 0


def _line(name: str, pairs: list[tuple[Label, Label, Label]], cut: list[int]) -> None:  # noqa: F821 imported late
    if not pairs:
        return
    count = len(pairs)
    plain = [sum(pair[0] == pair[k] for pair in pairs) / count for k in (1, 2)]
    rolled = [sum(pair[0].rollup == pair[k].rollup for pair in pairs) / count for k in (1, 2)]
    print(
        f"{name[:23]:24}{count:6}{plain[0]:8.3f}{plain[1]:8.3f}{rolled[0]:9.3f}{rolled[1]:7.3f}   "
        + ", ".join(str(value) for value in cut)
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
