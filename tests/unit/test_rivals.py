"""Sites compared on the same scope: little is told apart, what all say and what one says is quoted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from msgspec import structs

from auditor import market, record
from auditor.errors import UsageError
from auditor.model import Score, Share
from auditor.report import versus as reports
from auditor.rivals import Contender, compare, nameless, same_scope, told_apart
from auditor.score import dimension_scores
from auditor.versus import Seat, Versus, words_ahead
from tests.diff.drawn import ERRORS, audited

OVENS = """
/ Fennel Ovens | Ovens for village bakers
[first heading 1] outcome: Your first loaves leave the oven 40 minutes sooner
[first sentence] company: We are committed to quality and service.
[first sentence] company: Fennel Ovens stands for quality and trust.
[first sentence] company: Fennel Ovens is a leading maker of deck ovens since 1921.
[second quote cite=Mara Holt, Holt & Daughters] outcome: We bake the morning round an hour later and nobody waits.
[main sentence] feature: The stone is two fingers thick and is cut in our own quarry above the village.
/about Fennel Ovens | About
[main sentence] company: Two brothers founded the foundry beside the canal in 1921.
/product/d40 Fennel Ovens | D40
[first heading 1] feature: D40
[main sentence] feature: The D40 is reliable and easy.
[main sentence] feature: Its chamber takes four trays of dough.
/product/d80 Fennel Ovens | D80
[first heading 1] feature: D80
[main sentence] feature: Its chamber takes eight trays of dough.
/careers Fennel Ovens | Jobs
[main sentence] company: We are looking for a fitter.
"""

KILNS = """
/ Brook Kilns | Kilns for potters
[first heading 1] company: Brook Kilns is a leading maker of kilns since 1988.
[first sentence] company: We are committed to quality and care.
[main sentence] company: Brook Kilns stands for quality and trust.
[main sentence] feature: Each lid is balanced with a spring from a lorry.
/about Brook Kilns | About
[main sentence] company: A family business on the river.
/product/k1 Brook Kilns | K1
[first heading 1] feature: K1
[main sentence] feature: The K1 fires a shelf of mugs overnight.
"""


def _contender(text: str, host: str, name: str) -> Contender:
    made = audited(text)
    pages = tuple(
        replace(page, page=replace(page.page, names=(name,)), clicks=len(page.url.split("/")) - 4)
        for page in made.pages
    )
    return Contender(replace(made.run, site=host, name=name), pages)


@pytest.fixture(scope="module")
def pair() -> tuple[Contender, Contender]:
    return _contender(OVENS, "ovens.example", "Fennel Ovens"), _contender(KILNS, "kilns.example", "Brook Kilns")


@pytest.fixture(scope="module")
def found(pair: tuple[Contender, Contender]) -> Versus:
    return compare(pair, market._perform, correction=ERRORS().correction)


def test_scores_have_intervals_where_there_are_pages_enough_and_no_order_where_these_overlap() -> None:
    def many(site: str, *lines: str) -> str:
        return site + "".join(
            f"/product/p{n} {n} | P{n}\n[first heading 1] feature: Model {n}\n"
            f"[main sentence] {lines[n % len(lines)].format(n=n)}\n"
            f"[main sentence] feature: Wall {n} is laid by hand from brick {n}.\n"
            for n in range(3, 30)
        )

    won = "outcome: Your morning crew of {n} goes home an hour sooner with this chamber."
    proud = "company: We are proud of kiln {n} and of our quality."
    heard = won + "\n[main quote cite=Ida] company: They were kind to me when I asked about kiln {n}."
    ovens, kilns = many(OVENS, won, won, proud), many(KILNS, proud, proud, heard, proud, proud)
    sides = [_contender(ovens, "ovens.example", "Fennel Ovens"), _contender(kilns, "kilns.example", "Brook Kilns")]
    steps: list[None] = []
    perform = partial(market._perform, errors=ERRORS(), step=lambda: steps.append(None))
    made = compare(sides, perform, correction=ERRORS().correction)
    assert len(steps) == 2 * market.DRAWS
    first, second = ({score.name: score for score in seat.scores} for seat in made.seats)
    for scores in (first, second):
        low, high = scores["focus"].low, scores["focus"].high
        assert low is not None
        assert low <= scores["focus"].value <= high
    assert first["focus"].low < second["focus"].high
    assert "focus" in made.together
    assert [(found.measure, found.more) for found in made.apart] == [("first screen", 0)]
    assert first["first screen"].low > second["first screen"].high
    # every draw of the second site's proof came to the same: that is no interval of no width
    proof = second["proof"]
    assert proof.value is not None
    assert proof.low is None
    focus = second["focus"]
    told = "\n".join(reports.versus_lines(made))
    assert f"Focus: {focus.value:.0f} ({focus.low:.0f} to {focus.high:.0f})" in told
    assert f"Proof: {proof.value:.0f} (no interval) (not compared: too little on the same pages" in told


def test_each_site_is_cut_to_the_same_number_of_pages_of_the_kinds_that_all_have(found: Versus) -> None:
    assert {part.group: (part.found, part.compared) for part in found.slices} == {
        "home": ((1, 1), 1), "offer": ((2, 1), 1), "about": ((1, 1), 1),
    }  # fmt: skip
    assert [seat.pages for seat in found.seats] == [3, 3]


def test_a_line_counts_again_where_the_page_that_counted_it_is_left_out(pair: tuple[Contender, Contender]) -> None:
    from auditor.site import Site

    line = "Its chamber takes four trays of dough."
    pages = {page.url.rsplit("/", 1)[1]: page for page in pair[0].pages}
    repeated = replace(
        pages["d80"],
        copy=tuple(
            structs.replace(copy, unit=structs.replace(copy.unit, text=line), counted=False)
            if "eight" in copy.text
            else copy
            for copy in pages["d80"].copy
        ),
        clicks=0,
    )
    whole = Site("a", "Fennel", ("Fennel",), (pages[""], pages["d40"], repeated), pages[""])
    _, (cut,) = same_scope([whole], cap=1)
    assert [(page.url.rsplit("/", 1)[1], copy.text) for page, copy in cut.copy() if copy.text == line] == [
        ("d80", line)
    ]


def test_lines_that_all_say_are_found_but_for_the_names(found: Versus) -> None:
    shared = [(item.what, [quote.text for quote in item.quotes]) for item in found.shared]
    lines = [quotes for what, quotes in shared if what == "the same line, but for the names"]
    assert ["Fennel Ovens stands for quality and trust.", "Brook Kilns stands for quality and trust."] in lines
    assert not any("1921" in text for quotes in lines for text in quotes)  # since another year: another statement
    assert "that it leads or is the best" in dict(shared)
    assert len({tuple(quotes) for _, quotes in shared}) == len(shared)
    assert all(len(quotes) == 2 for _, quotes in shared)


def test_lines_that_remain_true_with_another_name_are_counted_and_those_of_one_site_are_quoted(found: Versus) -> None:
    ovens, kilns = found.seats
    swapped = [quote.text for quote in ovens.swap.quotes]
    assert "Fennel Ovens stands for quality and trust." in swapped
    assert not any("quarry" in text or "1921" in text for text in swapped)
    assert 0 < ovens.swap.alike < ovens.swap.told
    assert "Fennel Ovens is a leading maker of deck ovens since 1921." not in swapped
    assert "Your first loaves leave the oven 40 minutes sooner" in [quote.text for quote in ovens.only]
    assert not any("quality and trust" in quote.text for seat in (ovens, kilns) for quote in seat.only)


def test_names_of_company_and_products_are_taken_out(pair: tuple[Contender, Contender]) -> None:
    _, (site, _) = same_scope([_site(one) for one in pair])
    assert nameless(site, "The D40 by Fennel Ovens is reliable") == "The by is reliable"


def _site(one: Contender):  # type: ignore[no-untyped-def]
    from auditor.rivals import _whole

    return _whole(one, None)


def test_small_sites_are_not_told_apart(found: Versus) -> None:
    assert found.apart == ()
    told = reports.sentences(found)
    assert told == ["There is too little on the same pages to tell these sites apart."]
    near = replace(found, seats=tuple(_seat(seat, 0.2, 0.4) for seat in found.seats), together=("focus",))
    assert reports.sentences(near)[0].startswith("Nothing tells these sites apart beyond what the figures")


def _seat(seat: Seat, low: float, high: float) -> Seat:
    shares = {name: Share(20, 80, (low + high) / 2, low, high, "often") for name in seat.profile.shares}
    scores = tuple(Score(score.name, 50.0, 100 * low, 100 * high, ()) for score in seat.scores)
    return replace(seat, profile=replace(seat.profile, shares=shares), scores=scores)


def test_only_intervals_that_leave_each_other_out_put_one_site_before_another(found: Versus) -> None:
    near = [_seat(found.seats[0], 0.20, 0.40), _seat(found.seats[1], 0.39, 0.60)]
    assert told_apart(near)[0] == ()
    far = [_seat(found.seats[0], 0.20, 0.30), _seat(found.seats[1], 0.39, 0.60), _seat(found.seats[1], 0.25, 0.50)]
    apart = [entry for entry in told_apart(far)[0] if entry.measure == "talk about customers"]
    assert [(entry.more, entry.less, entry.high, entry.low) for entry in apart] == [(1, 0, (0.39, 0.60), (0.20, 0.30))]


def test_the_comparison_is_written_whole_and_nothing_in_it_can_run(found: Versus, tmp_path: Path) -> None:
    evil = replace(
        found.seats[0],
        name="<script>alert(1)</script> | `x`",
        only=(replace(found.seats[0].only[0], text="=<img src=x>"),),
    )
    written = reports.write_versus(replace(found, seats=(evil, found.seats[1])), tmp_path, ("html", "md", "json"))
    html = written["html"].read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "<img src=x>" not in html
    for words in ("You all say this", "Only you say this", "With the names swapped", "There is no ranking"):
        assert words in html, words
    text = written["md"].read_text(encoding="utf-8")
    assert "<img" not in text
    assert next(line for line in text.splitlines() if line.startswith("|")).count(" | ") == 3
    assert json.loads(written["json"].read_text())["seats"][1]["host"] == "kilns.example"


def _kept(one: Contender, output: Path, **changes: object) -> Path:
    run = replace(one.run, **changes)  # type: ignore[arg-type]
    folder = output / run.site / "20260101T000000Z"
    record.write_run(run, folder)
    record.write_copy(one.pages, folder)
    return folder


def test_runs_of_two_methods_or_of_one_site_are_not_compared(pair: tuple[Contender, Contender], tmp_path: Path) -> None:
    one, other = _kept(pair[0], tmp_path), _kept(pair[1], tmp_path, method="9+z", finished="2027-01-01T00:00:00+00:00")
    with pytest.raises(UsageError, match="first run: auditor judge"):
        market.side_by_side([one, other])
    small = _kept(pair[0], tmp_path / "a folder", settings={"fast": True})
    whole = _kept(pair[1], tmp_path / "whole", method="9+z", settings={"fast": False})
    for order in ([small, whole], [whole, small]):
        with pytest.raises(UsageError, match=r"by the small model .+ by the default one") as told:
            market.side_by_side(order)
        assert str(told.value).endswith(f"first run: auditor judge '{small}' --no-fast")
    with pytest.raises(UsageError, match="named twice"):
        market.side_by_side([one, one])


def test_a_set_is_named_and_dated_and_gives_percentiles_from_100_sites_up(
    pair: tuple[Contender, Contender], tmp_path: Path
) -> None:
    def scored(value: float) -> dict[str, object]:
        return {"scores": (Score("focus", value, None, None, ()),)}

    def pages(name: str) -> dict[str, object]:
        return {"pages": tuple(replace(page, title=f"{page.title} | {name}") for page in pair[0].run.pages)}

    for n in range(101):
        _kept(pair[0], tmp_path, site=f"s{n:03}.example", **pages(f"Oven {n}"), **scored(float(n)))
    _kept(pair[0], tmp_path, site="other-method.example", method="9+z")
    made, path = market.build(tmp_path, "Oven makers", date(2026, 11, 22))
    assert (path.name, len(made.entries)) == ("oven-makers-2026-11-22.json", 101)
    assert made.left_out == {"other-method.example": "judged by another method (9+z)"}
    assert market.read(tmp_path, "oven makers") == market.read(tmp_path, "oven-makers-2026-11-22") == made
    once, _ = market.build(tmp_path, "twice", date(2026, 11, 22), ("s001.example", "www.s001.example", "s002.example"))
    assert [entry.host for entry in once.entries] == ["s001.example", "s002.example"]
    run = replace(pair[0].run, site="s025.example", **scored(25.0))  # type: ignore[arg-type]
    (focus,) = [one for one in market.standings(made, run) if one.measure == "focus"]
    assert (focus.below, focus.above, focus.of, focus.percentile) == (25, 75, 100, 25.0)
    few, _ = market.build(tmp_path, "few", date(2026, 11, 22), ["s001.example", "s025.example", "s090.example"])
    (focus,) = [one for one in market.standings(few, run) if one.measure == "focus"]
    assert (focus.below, focus.above, focus.percentile) == (1, 1, None)
    with pytest.raises(UsageError, match="cannot be compared"):
        market.standings(made, replace(run, method="9+z"))
    with pytest.raises(UsageError, match="known: few-2026-11-22, oven-makers-2026-11-22"):
        market.read(tmp_path, "pumps")
    with pytest.raises(UsageError, match="cannot name a set"):
        market.build(tmp_path, "../up", date(2026, 11, 22))


def test_scores_of_the_compared_pages_are_shown(found: Versus) -> None:
    assert [score.name for score in found.seats[0].scores] == [score.name for score in dimension_scores(())]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"words_to_customer": 30, "customer_sure": True, "words_to_sure": 30}, (30, 30)),
        ({"words_to_customer": 21, "customer_sure": False, "words_to_sure": 499}, (499, 21)),
        ({"words_to_customer": 21, "customer_sure": False, "words_to_sure": None}, (None, 21)),
        ({"words_to_customer": None, "customer_sure": False, "words_to_sure": None}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_words_are_counted_to_the_first_line_that_is_clearly_about_a_customer(
    numbers: dict[str, object], told: tuple[int | None, int | None]
) -> None:
    assert words_ahead(numbers) == told
