"""Which labelled texts extraction reproduces: ``python tests/measure/gold.py [--misses]``.

Needs ``../shared/gold`` and ``../shared/sites``; says so and stops where they are not there. Gold sites are named after
their repositories; those whose pages are also served under ``sites`` are compared, page by page. *exact* is the share
of gold texts (train and dev) that are the text of one of our units, letter for letter after folding white space;
*loose* allows the marks at either end and the white space within to differ; *inside* counts texts that stand inside a
unit of ours or run over several.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared"
SITES = {
    "proudrfid+rfidmfg": "rfid-manufacturer",
    "ibrinsurance+IBRInsurance.ca": "ibr-insurance",
    "sterlingtax+sterlingtax": "sterling-tax",
    "UnblockAnyDrainLtd+UnblockAnyDrainSite": "unblock-any-drain",
    "josephgvariam+smiledentalnerul.in-new": "smile-dental",
    "MeganYippee+Evolution-Controls-Website": "evolution-controls/Evolution-Controls-Website",
    "4mber+ScotlandManufacturing": "scotland-manufacturing",
}


def loose(text: str) -> str:
    return re.sub(r"^\W+|\W+$", "", re.sub(r"\s+", "", text))


def main(arguments: list[str]) -> int:
    from auditor.extract import extract_page
    from auditor.model import Snapshot
    from auditor.text import fold

    if not (SHARED / "gold").is_dir() or not (SHARED / "sites").is_dir():
        print(f"skipped: {SHARED} has no gold or no sites")
        return 0
    rows = [json.loads(line) for name in ("train", "dev") for line in (SHARED / "gold" / f"{name}.jsonl").open()]
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        if row["site"] in SITES:
            wanted[row["site"], row["page"]].append(fold(row["text"]))
    totals = {name: [0, 0, 0, 0] for name in SITES}
    absent = 0
    for (site, place), texts in sorted(wanted.items()):
        path = SHARED / "sites" / SITES[site] / place
        if not path.is_file():
            absent += len(texts)
            continue
        url = f"https://example.com/{place}"
        page = extract_page(Snapshot(url, url, 200, {}, "", ""), path.read_bytes(), "https://example.com")
        ours = {unit.text for unit in page.units}
        bare = {loose(text) for text in ours}
        stream = re.sub(r"\W+", "", "".join(unit.text for unit in page.units))
        for text in texts:
            exact = text in ours
            near = exact or loose(text) in bare
            inside = near or re.sub(r"\W+", "", text) in stream
            for index, hit in enumerate((1, exact, near, inside)):
                totals[site][index] += hit
            if "--misses" in arguments and not near:
                print(f"{'inside' if inside else 'ABSENT'} {SITES[site]}/{place}: {text[:160]!r}")
    print(f"{'site':32}{'texts':>7}{'exact':>8}{'loose':>8}{'inside':>8}")
    for site, (count, exact, near, inside) in sorted(totals.items()):
        if count:
            print(f"{SITES[site][:31]:32}{count:7}{exact / count:8.3f}{near / count:8.3f}{inside / count:8.3f}")
    count, exact, near, inside = (sum(column) for column in zip(*totals.values(), strict=True))
    print(f"{'all':32}{count:7}{exact / count:8.3f}{near / count:8.3f}{inside / count:8.3f}")
    print(
        f"{len(rows)} labelled texts of {len({row['site'] for row in rows})} sites; {count} of {sum(1 for c in totals.values() if c[0])}"
        f" sites compared, {absent} on pages that are not served, the rest on sites that are not there"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
