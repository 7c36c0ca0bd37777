"""What a site's scores gain by tricks: ``python tests/measure/gaming.py FOLDER...`` prints each trick, before and after.

The tricks are those of ``tests/sites/test_gaming.py``, which asserts on two sites of our own that none gains; here they
are tried on whatever folders of HTML are given. It is a measurement and no test: on a real site a trick may gain a
little where a sentence cut in two, or told of "you", no longer says what it said.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def pages_in(folder: Path) -> dict[str, str]:
    """The HTML files of a folder by their paths; its shortest index page is called index.html."""
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    home = min((name for name in found if name.endswith("index.html")), key=lambda name: (len(name), name), default="")
    first = home or min(found, key=lambda name: (len(name), name))
    return {"index.html" if name == first else name: html for name, html in sorted(found.items())}


def main(arguments: list[str]) -> int:
    from auditor.classify.pages import Labeller
    from tests.sites.test_gaming import TRICKS, gains, scores

    if not arguments:
        print("usage: python tests/measure/gaming.py FOLDER...")
        return 2
    with Labeller("fast", "en", threads=1) as labeller:
        for place in map(Path, arguments):
            pages = pages_in(place)
            before = scores(pages, labeller)
            print(f"{place.name}: {before}")
            for name, trick in TRICKS.items():
                after = scores(trick(pages), labeller)
                moved = {
                    key: f"{before[key]} -> {after[key]}"
                    for key in before
                    if after.get(key, before[key]) != before[key]
                }
                lost = [key for key in before if key not in after]
                print(f"  {name}: {moved or 'as before'}{' GAINS' if gains(before, after) else ''}", *lost, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
