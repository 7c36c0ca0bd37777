"""Pages that say another one again are found among all pairs of pages without a look at each pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import echoes
from auditor.audit import example

WORDS = "we clear gutters roofs drains and sheds before the rain comes back to your lane".split()
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=6, max_size=10).map(" ".join), min_size=4, max_size=7)


def _copy(text: str) -> echoes.Copy:
    return example(f"/ Home\n[main sentence] feature: {text}").pages[0].copy[0]


COPY = _copy("We clear gutters")


@settings(deadline=None, max_examples=60)
@given(st.lists(LINES, min_size=2, max_size=5))
def test_no_pair_of_pages_that_share_enough_lines_is_passed_over(pages: list[list[str]]) -> None:
    left = {str(n): [(frozenset(text.split()), COPY) for text in lines] for n, lines in enumerate(pages)}
    shared = {
        (one, other)
        for one, other in combinations(sorted(left), 2)
        for short, long in ((one, other), (other, one))
        if len(list(echoes._shared(left[short], left[long]))) >= echoes.MIN_ECHOED
    }
    assert shared <= set(echoes._likely(left))


def test_pages_that_share_no_words_are_no_pair() -> None:
    gutters, bread = "we clear gutters and drains before rain", "warm loaves leave our oven at dawn"
    left = {
        name: [(frozenset((*text.split(), str(n))), COPY) for n in range(4)]
        for name, text in (("a", gutters), ("b", f"{gutters} comes"), ("c", bread.replace(" ", "x ")))
    }
    left["c"] = [(frozenset(word + "c" for word in bag), copy) for bag, copy in left["c"]]
    assert echoes._likely(left) == [("a", "b")]
