"""The fuzz targets for a moment each, on random pieces, on their seeds, and on all that fuzzing ever found."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import FOUND, SEEDS, TARGETS

KNOWN = [(name, data) for name in TARGETS for data in (*SEEDS[name], *FOUND[name])]


@pytest.mark.parametrize(("name", "data"), KNOWN)
def test_what_was_found_once_stays_mended(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_input_breaks_a_promise(name: str, data: st.DataObject) -> None:
    words = [piece for seed in SEEDS[name] for piece in (seed, *seed.split(), *seed.replace(b">", b"> ").split(b" "))]
    piece = st.one_of(
        st.sampled_from(words),
        st.binary(max_size=20),
        st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace")),
    )
    TARGETS[name](b"".join(data.draw(st.lists(piece, max_size=12))))
