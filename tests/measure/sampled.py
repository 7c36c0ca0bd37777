"""How far the shares of a site read by sample are from those of one read whole: ``python tests/measure/sampled.py FOLDER... [--share 0.25]``.

Every folder of HTML is read by both models, whole. Then the budget is set to a part of its lines, and the pages are drawn
SEEDS times, each time with other luck. Printed are, for each share of talk in points: what the large model says of the whole
site, what the small one says, how far off the estimate is (mean and root mean square over the draws), how far off it is
where every line counts as it was answered, and how often the interval held what the large model says of all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.classify import sample  # noqa: E402
from auditor.classify.pages import Labeller  # noqa: E402
from auditor.classify.sample import Reading, lines_of  # noqa: E402
from auditor.classify.shares import share_model  # noqa: E402
from auditor.extract import extract_page  # noqa: E402
from auditor.focus import FOCUS, chosen_pages, site_profile  # noqa: E402
from auditor.layout import lay_out  # noqa: E402
from auditor.model import Judgement, Page, Readable, Snapshot  # noqa: E402
from auditor.site import Site, assemble  # noqa: E402
from tests.measure.gaming import pages_in  # noqa: E402
from tests.sites.test_gaming import ORIGIN  # noqa: E402

SEEDS = 100

Labels = Sequence[Sequence[Judgement]]


def read(place: Path) -> list[Page]:
    """The pages of a folder of HTML that can be judged."""
    found = []
    for name, html in pages_in(place).items():
        url = f"{ORIGIN}/" + ("" if name == "index.html" else name)
        snapshot = Snapshot(url, url, 200, {"content-type": "text/html"}, "", "")
        page = extract_page(snapshot, html.encode(), ORIGIN)
        if page.readable is Readable.YES and page.lang in ("", "en"):
            found.append(page)
    return sorted(found, key=lambda page: page.url)


def drawn(
    pages: Sequence[Page], large: Labels, small: Labels, chosen: dict[str, Reading], mode: str = "default"
) -> Site:
    """The site of these pages, each read by what was chosen for it."""
    reading = [chosen.get(page.url, Reading.LARGE) for page in pages]
    return assemble(
        "example.com",
        pages,
        [b if it is Reading.SMALL else a for a, b, it in zip(large, small, reading, strict=True)],
        start=f"{ORIGIN}/",
        correction=share_model(mode, "en"),
        small={page.url for page, it in zip(pages, reading, strict=True) if it is Reading.SMALL},
        beside={
            page.url: tuple(one.label for one in labels)
            for page, labels, it in zip(pages, small, reading, strict=True)
            if it is Reading.DRAWN
        },
    )


def shares(site: Site) -> np.ndarray:
    """Value, low and high of each share of talk, in points: a row a share; zeros where there is no percentage."""
    found = site_profile(site).shares
    return 100 * np.array(
        [[found[roll.value].value or 0, found[roll.value].low or 0, found[roll.value].high or 0] for roll in FOCUS]
    )


def measured(place: Path, share: float) -> str:
    """The lines of one folder."""
    pages, both = read(place), []
    for mode in ("default", "fast"):
        with Labeller(mode, "en", threads=1) as labeller:
            both.append(labeller.all_judgements(pages, lambda done, of: None))
    large, small = both
    laid = lay_out(pages, f"{ORIGIN}/")
    budget = round(share * sum(map(lines_of, pages)))
    truth, quick = shares(drawn(pages, large, small, {})), shares(drawn(pages, small, small, {}, "fast"))
    found, plain, spent = [], [], []
    luck = sample._luck
    for seed in range(SEEDS):
        sample._luck = lambda url, seed=seed: luck(f"{url}#{seed}")
        chosen = chosen_pages(pages, laid, budget)
        site = drawn(pages, large, small, chosen)
        found.append(shares(site))
        bare = replace(site, pages=tuple(replace(page, small=False, beside=()) for page in site.pages))
        plain.append(shares(bare)[:, 0])
        spent.append(sum(lines_of(page) for page in pages if chosen.get(page.url) is not Reading.SMALL))
    sample._luck = luck
    rows = np.array(found)
    off, naive = rows[:, :, 0] - truth[:, 0], np.array(plain) - truth[:, 0]
    held = (rows[:, :, 1] <= truth[:, 0]) & (truth[:, 0] <= rows[:, :, 2])
    out = [
        f"{place.name}: {len(pages)} pages, {sum(map(lines_of, pages))} lines, {np.mean(spent):.0f} of them read by the large model"
    ]
    for k, roll in enumerate(FOCUS):
        out.append(
            f"  {roll.value:9} whole {truth[k, 0]:5.1f} ({truth[k, 1]:.1f}-{truth[k, 2]:.1f})  small {quick[k, 0]:5.1f}  "
            f"estimate {off[:, k].mean():+5.2f}, rms {np.sqrt((off[:, k] ** 2).mean()):.2f}  "
            f"as answered {naive[:, k].mean():+5.2f}, rms {np.sqrt((naive[:, k] ** 2).mean()):.2f}  "
            f"width {np.mean(rows[:, k, 2] - rows[:, k, 1]):.1f}  held {held[:, k].mean():.0%}"
        )
    return "\n".join(out)


def main(arguments: list[str]) -> int:
    """Measure the folders given."""
    share = float(arguments.pop(arguments.index("--share") + 1)) if "--share" in arguments[:-1] else 0.25
    for name in arguments:
        if name != "--share":
            print(measured(Path(name), share), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
