"""Whether an audit's time grows with the copy or faster: ``python tests/measure/growth.py [LINES] [KIND...]``.

A site of nothing but one kind of line (claims, quotations, terms, short forms, ...) is judged by every audit with LINES
of them (500 where none are given) and with twice as many. An audit that takes more than 2.7 times as long for twice the
lines, and more than half a second of CPU, is named: a page of such lines would hold the run up. What a machine is busy
with otherwise moves the figures, so what is named is to be looked at and not yet found.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

FASTER = 2.7
"""Times as long for twice the lines from which it is said: linear is two, quadratic four."""

WORTH = 0.5
"""Seconds of CPU from which it is worth saying."""

Line = Callable[[Callable[..., str], int], str]

LINES: dict[str, Line] = {
    "claims": lambda w, i: f"[main sentence] company: We are the leading {w(2)} company in {w().title()} and the most trusted {w(2)}.",
    "quotes": lambda w, i: f"[main quote cite=Jo {w().title()}] outcome: They cut our {w(3)} by {i} minutes a day with {w(6)}.",
    "terms": lambda w, i: f"[main sentence] policy: You must pay a fee of {i} dollars if the {w(3)} is late; deposits are non-refundable.",
    "contacts": lambda w, i: f"[main sentence] other: Call +1 212 {i % 900 + 100} {i:04d} or write to {w()}{i}@{w()}.example.com",
    "prices": lambda w, i: f"[main sentence] feature: The {w().title()} costs ${i + 10} a month with a {i % 50 + 1}-day trial.",
    "promises": lambda w, i: f"[main sentence] feature: We reply to {w(2)} within {i % 40 + 1} hours, {i % 99}% on-time {w(2)}.",
    "clients": lambda w, i: f"[main sentence] company: Our clients include {w().title()} Dairy and {w().title()} {w().title()} Foods.",
    "cards": lambda w, i: f"[main heading 3] company: Jane {w().title()}{w()}\n[main sentence] company: Director of {w(2)} since {1960 + i % 60}.",
    "missions": lambda w, i: f"[main heading 2] company: Our mission\n[main sentence] company: Our mission is to help {w(2)} keep {w(3)}.",
    "composites": lambda w, i: f"[main sentence] outcome: This story is a composite of several customers: {w(4)} saved {i} hours.",
    "declarations": lambda w, i: f"[main sentence] company: Customers come first: your satisfaction with {w(3)} is our top priority.",
    "outcomes": lambda w, i: f"[main sentence] outcome: {w().title()} Dairy saves {i} hours a week and {i % 90}% of {w(3)}.",
    "headings": lambda w, i: f"[main heading 2] feature: The {w(2)} pump {i}",
    "products": lambda w, i: f"[main sentence] feature: The {w().title()}{w()} {i % 9}00 works with {w().title()}{w()[:3]}® for {w(3)}.",
    "short forms": lambda w, i: f"[main sentence] feature: Our {''.join('BCDFGHKLMN'[int(d)] for d in f'{i:04d}')} handles {w(3)}.",
    "trades": lambda w, i: f"[main sentence] feature: We serve {w()} makers, {w()} farms, {w()} shops and families in {w().title()}.",
    "slips": lambda w, i: f"[main sentence] feature: {w()[:-2]}{w()[1:]} and {w()[:3]}{w()[4:]} are kept in {w(2)}.",
    "buttons": lambda w, i: f"[main button] other: Get {w(2)} now\n[main link] other: {w(3)} guide",
}  # fmt: skip


def site_of(kind: str, count: int) -> str:
    """A site of three pages with this many lines of a kind, as labelled copy; the same for the same count."""
    from auditor.spelling import FAMILIAR, frequencies

    known = [word for word, uses in frequencies().items() if uses > FAMILIAR and len(word) > 4]
    luck = Random(count)

    def words(some: int = 1) -> str:
        return " ".join(luck.choice(known) for _ in range(some))

    lines = [LINES[kind](words, i) for i in range(count)]
    half = count // 2
    return "\n".join(
        ["/ Acme", *lines[:half], "/about About", *lines[half::2], "/service/a Services", *lines[half + 1 :: 2]]
    )


def main(arguments: list[str]) -> int:
    from auditor.audit import catalogue, example, perform

    lines = int(arguments[0]) if arguments else 500
    for kind in arguments[1:] or LINES:
        spent: dict[str, list[float]] = {entry.id: [] for entry in catalogue()}
        for count in (lines, 2 * lines):
            site = example(site_of(kind, count))
            for entry in catalogue():
                began = time.process_time()
                perform(entry, site)
                spent[entry.id].append(time.process_time() - began)
        faster = [name for name, (one, two) in spent.items() if two > WORTH and two > FASTER * one]
        sums = [sum(times) for times in zip(*spent.values(), strict=True)]
        named = ", ".join(f"{name} {spent[name][0]:.1f} to {spent[name][1]:.1f} s" for name in faster)
        print(
            f"{kind}: {sums[0]:.1f} to {sums[1]:.1f} s{f'; FASTER THAN THE COPY: {named}' if named else ''}", flush=True
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
