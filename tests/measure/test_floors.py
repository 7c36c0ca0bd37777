"""Floors of extraction against what a browser shows, on the sites it was tuned on. They rise; they fall only on purpose."""

import json

import pytest

from tests.measure import visible

pytestmark = pytest.mark.shared

FLOORS = {"whole": 0.95, "any": 0.995, "slides": 0.97, "screen": 0.92, "f1": 0.85}


@pytest.mark.skipif(not (visible.SHARED / "visible").is_dir(), reason="../shared/sites is not here")
def test_extraction_agrees_with_the_browser_on_the_tuning_sites() -> None:
    total = visible.Tally()
    for site in visible.TUNING:
        for path in sorted((visible.SHARED / "visible").glob(f"{site}--*.json")):
            total.merge(visible.compare(site, json.loads(path.read_text()), misses=False))
    assert {name: round(total.share(name), 3) for name, floor in FLOORS.items() if total.share(name) < floor} == {}
