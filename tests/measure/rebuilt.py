"""Websites put together again from the labelled copy: ``python tests/measure/rebuilt.py FOLDER`` writes them as HTML.

Needs ``../shared/gold``; says so and stops where it is not there. The labelled and the unlabelled units of a site hold
nearly all of its copy (nine in ten of the lines said to stand before a unit are themselves there), with page, title,
block and heading: enough to read an audit's findings on ninety sites of real companies that are not served whole.
What is lost is said here, because it bounds what such a reading proves: menus, footers and repeated lines (a text
stands once on a site), links and their addresses, images, marks within a block, structured data.

The sites that are also served whole are left out. The rest is dealt by the hash of its name into ``tune`` (mend audits
on these) and ``judge`` (read once, before anything is mended on what was seen there).
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared"

JUDGED_SHARE = 0.4
WRAPS = {
    "li": "<ul><li>{}</li></ul>",
    "td": "<table><tr><td>{}</td></tr></table>",
    "th": "<table><tr><th>{}</th></tr></table>",
    "a": '<p><a href="#">{}</a></p>',
    "summary": "<details open><summary>{}</summary></details>",
    "dd": "<dl><dd>{}</dd></dl>",
    "dt": "<dl><dt>{}</dt></dl>",
    "figcaption": "<figure><figcaption>{}</figcaption></figure>",
    "cite": "<p><cite>{}</cite></p>",
    "address": "<address>{}</address>",
    "button": "<button>{}</button>",
    "label": "<p>{}</p>",
}


def in_order(units: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A page's units, each behind the one said to stand before it; chains in the order of the file."""
    behind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    texts = {unit["text"] for unit in units}
    for unit in units:
        behind[unit.get("before", "") if unit.get("before", "") in texts else ""].append(unit)
    found: list[dict[str, Any]] = []
    waiting = list(reversed(behind.pop("", [])))
    while waiting or behind:
        if not waiting:  # lines that stand before one another in a circle
            waiting = list(reversed(behind.pop(next(iter(behind)))))
        unit = waiting.pop()
        found.append(unit)
        waiting += reversed(behind.pop(unit["text"], []))
    return found


def page_of(units: Sequence[dict[str, Any]]) -> str:
    """The page as HTML; a line known only as what stood before another is put back."""
    title = next((unit["title"] for unit in units if unit.get("title")), "")
    texts = {unit["text"] for unit in units}
    body: list[str] = []
    for unit in in_order(units):
        before = unit.get("before", "")
        if before and before not in texts:
            texts.add(before)
            body.append(f"<p>{html.escape(before)}</p>")
        tag = unit.get("tag", "p")
        wrap = WRAPS.get(tag, f"<{tag}>{{}}</{tag}>")
        body.append(wrap.format(html.escape(unit["text"])))
    lines = "\n".join(body)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(html.unescape(title))}</title></head>'
        f"<body><main>\n{lines}\n</main></body></html>\n"
    )


def set_of(site: str) -> str:
    """``judge`` or ``tune``, by the hash of the name."""
    share = int(hashlib.sha256(site.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
    return "judge" if share < JUDGED_SHARE else "tune"


def main(arguments: list[str]) -> int:
    from tests.measure.gold import SITES

    if not (SHARED / "gold").is_dir():
        print(f"skipped: {SHARED} has no gold")
        return 0
    if len(arguments) != 1:
        print("usage: python tests/measure/rebuilt.py FOLDER")
        return 2
    rows = [json.loads(line) for name in ("train", "unlabelled") for line in (SHARED / "gold" / f"{name}.jsonl").open()]
    pages: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["site"] not in SITES:
            pages[row["site"], row["page"]].append(row)
    for (site, place), units in sorted(pages.items()):
        name = re.sub(r"[^\w.-]+", "-", site)
        path = Path(arguments[0]) / set_of(site) / name / re.sub(r"\.(md|mdx|php)$", ".html", place)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_of(units), encoding="utf-8")
    sites = {site for site, _ in pages}
    for name in ("tune", "judge"):
        print(f"{name}: {sum(set_of(site) == name for site in sites)} sites")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
