"""A name server that changes its mind, and the real resolver of a machine of its own that asks it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import ROOT

WAYS = (["unshare", "--mount", "--net"], ["unshare", "--user", "--map-root-user", "--mount", "--net"])


def _apart() -> list[str]:
    """The command that gives a process a network and mounts of its own, or a skip."""
    for way in WAYS if shutil.which("unshare") else ():
        if not subprocess.run([*way, "true"], capture_output=True, check=False).returncode:
            return way
    pytest.skip("this machine gives no process a network of its own (unshare)")


def test_a_name_that_stands_for_a_private_address_first_later_or_beside_leads_nowhere(tmp_path: Path) -> None:
    scenarios = ("beside", "first", "later", "allowed")
    done = subprocess.run(
        [*_apart(), sys.executable, "-m", "tests.crawl.rebinding", str(tmp_path), *scenarios],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["beside"] == {"kept": ["", "0", "1", "2", "3"], "skips": [], "secret": [], "lookups": 1}
    assert told["first"] == {"error": "PrivateAddress", "secret": [], "lookups": 1}
    # the first part of the crawl is kept, and the second one ends before anything is asked
    later = told["later"]
    assert later["kept"][:2] == ["", "0"]
    assert later | {"kept": []} == {
        "kept": [], "skips": ["interrupted"], "error": "PrivateAddress", "secret": [], "lookups": 2
    }  # fmt: skip
    # the private servers are within reach: without the guard they would have been asked
    assert told["allowed"]["kept"] == [""]
    assert "/" in told["allowed"]["secret"]
