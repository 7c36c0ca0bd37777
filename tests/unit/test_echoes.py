"""Pages that say another one again are found by how their lines begin, in time that grows with the lines."""

from __future__ import annotations

import random
import time

from auditor.audit import example
from auditor.echoes import BEGINS, MOST_ALIKE, echoes

WORDS = "clear gutters roofs drains sheds before rain comes back your lane barn loft cart hay mill weir oak gate stone".split()
SAID = (
    "The mill stands by the weir and is driven by the stream alone.",
    "Two of us saw the oak that dries in the loft above.",
    "Each board is planed by hand before it goes on the cart.",
    "What is left over heats the house until the swallows are back.",
)


def pages(*copy: tuple[str, ...]) -> list[tuple[str, str, int]]:
    text = "\n".join(
        f"/service/p{n} P{n}\n" + "\n".join(f"[main sentence] feature: {line}" for line in lines)
        for n, lines in enumerate(copy)
    )
    found = echoes(example(f"/ Acme\n{text}"))
    return [(echo.page.url[-2:], echo.other.url[-2:], len(echo.lines)) for echo in found]


def test_lines_that_go_on_differently_after_the_same_beginning_are_not_the_same() -> None:
    apart = tuple(
        " ".join([*line.split()[:BEGINS], "nothing like what the other page has to say of it"]) for line in SAID
    )
    longer = tuple(f"{line.rstrip('.')}, all year round." for line in SAID)
    assert pages(SAID, longer) == [("p0", "p1", 4)]
    assert pages(SAID, apart) == []
    assert pages(SAID, tuple(f"Here, {line}" for line in apart)) == []


def test_beginnings_that_most_pages_share_are_their_frame() -> None:
    each = [tuple(f"{line.rstrip('.')} in lane number {WORDS[n]}." for line in SAID) for n in range(MOST_ALIKE + 1)]
    assert pages(*each[:2]) != []
    assert pages(*each) == []


def test_a_large_site_of_few_words_is_read_in_time_that_grows_with_its_lines() -> None:
    dice = random.Random(7)

    def line() -> str:
        return f"We {' '.join(dice.choice(WORDS) for _ in range(9))}."

    site = example(
        "/ Acme\n"
        + "\n".join(
            f"/service/p{n} P{n}\n" + "\n".join(f"[main sentence] feature: {line()}" for _ in range(40))
            for n in range(120)
        )
    )
    start = time.process_time()
    assert echoes(site) == ()
    assert time.process_time() - start < 4
