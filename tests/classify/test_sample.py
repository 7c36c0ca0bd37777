"""A site too large for the large model: what is read, how the rest is reckoned, and that no line turns without need."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from auditor.classify import estimate, load
from auditor.classify import pages as pages_of
from auditor.classify.estimate import FOLD, Answers
from auditor.classify.pages import Labeller
from auditor.classify.sample import FIRST, Candidate, Reading, choose, lines_of
from auditor.classify.shares import LABELS
from auditor.focus import chosen_pages, sampled, share_of, site_profile, standing
from auditor.layout import lay_out
from auditor.model import JudgedPage, Label, Link, Page, PageKind, Readable, Region, Role, Unit
from auditor.site import Site, assemble

WEIGHTS = {"offer": 0.35, "blog": 0.1, "": 0.05}
ORIGIN = "https://loomworks.example"


def many(offers: int, blogs: int, lines: int = 20) -> list[Candidate]:
    return [
        *(Candidate(f"{ORIGIN}/looms/{n}", "offer", lines, n < 5) for n in range(offers)),
        *(Candidate(f"{ORIGIN}/diary/{n}", "blog", lines, False) for n in range(blogs)),
    ]


def kinds(found: dict[str, Reading], word: str) -> dict[Reading, int]:
    told = [reading for url, reading in found.items() if word in url]
    return {reading: told.count(reading) for reading in Reading}


def test_a_site_within_the_budget_is_read_by_the_large_model_whole() -> None:
    assert set(choose(many(5, 5), WEIGHTS, 200).values()) == {Reading.LARGE}
    assert Reading.SMALL in choose(many(5, 6), WEIGHTS, 200).values()


def test_the_pages_named_first_are_read_and_of_every_stratum_a_sample() -> None:
    found = choose(many(200, 200), WEIGHTS, 1000)
    first = [f"{ORIGIN}/looms/{n}" for n in range(5)]
    assert {found[url] for url in first} == {Reading.LARGE}
    offers, blogs = kinds(found, "/looms/"), kinds(found, "/diary/")
    assert offers[Reading.LARGE] == 5
    # what weighs more in the site's figure is read more, and what is small is not left out
    assert offers[Reading.DRAWN] > 2 * blogs[Reading.DRAWN] > 2
    assert 700 <= 20 * sum(reading is not Reading.SMALL for reading in found.values()) <= 1000


def test_what_is_named_first_takes_no_more_than_its_part_of_the_budget() -> None:
    all_first = [replace(one, first=True) for one in many(400, 0)]
    found = choose(all_first, WEIGHTS, 1000)
    assert kinds(found, "/looms/")[Reading.LARGE] == FIRST * 1000 / 20
    assert kinds(found, "/looms/")[Reading.DRAWN] > 10


def test_a_stratum_that_is_read_whole_needs_no_sample() -> None:
    found = choose(many(300, 2), WEIGHTS | {"blog": 50.0}, 1000)
    assert kinds(found, "/diary/") == {Reading.LARGE: 2, Reading.DRAWN: 0, Reading.SMALL: 0}
    assert kinds(found, "/looms/")[Reading.DRAWN] > 10


def test_who_is_drawn_hangs_on_no_order_and_on_no_host() -> None:
    pages = many(100, 100)
    found = choose(pages, WEIGHTS, 800)
    shuffled = [*pages[:5], *random.Random(3).sample(pages[5:], len(pages) - 5)]
    assert choose(shuffled, WEIGHTS, 800) == found
    elsewhere = [replace(one, url=one.url.replace(ORIGIN, "http://127.0.0.1:8000")) for one in pages]
    assert list(choose(elsewhere, WEIGHTS, 800).values()) == list(found.values())


def test_pages_that_come_turn_others_only_where_a_rate_steps_down() -> None:
    """Of 60 pages that come one by one, few turn any other, and what turns falls out of the sample: none comes in."""
    turned = []
    for before, after in pairwise(many(200, blogs) for blogs in range(100, 160)):
        one, two = choose(before, WEIGHTS, 900), choose(after, WEIGHTS, 900)
        turned.append([(reading, two[url]) for url, reading in one.items() if two[url] is not reading])
    assert sum(map(bool, turned)) <= 12
    # the stratum that grew is read less densely, and the lines that it gives up another stratum may take
    assert sum(map(len, turned)) < 60


# --- the estimate ---------------------------------------------------------------------------------------------------

TRUE = np.array([0.10, 0.05, 0.35, 0.10, 0.20, 0.05, 0.15])
BLIND = 0.65 * np.eye(7) + 0.35 * np.array([0.0, 0.0, 0.6, 0.1, 0.2, 0.0, 0.1])
BLIND[0] = [0.3, 0.0, 0.5, 0.0, 0.15, 0.0, 0.05]
"""A small model that takes most outcomes for features."""


def drawn_site(rng: np.random.Generator, pages: int = 80, read: int = 16, lines: int = 20) -> tuple[Answers, Answers]:
    """A site of two strata whose pages differ: as estimated from a sample, and as the small model alone would have it."""
    strata = np.arange(pages) % 2
    truth = np.array([rng.multinomial(lines, rng.dirichlet(8 * TRUE)) for _ in range(pages)])
    met = np.array([[rng.multinomial(count, BLIND[label]) for label, count in enumerate(page)] for page in truth])
    small = met.sum(axis=1)
    drawn = np.isin(np.arange(pages), rng.permutation(pages)[:read])
    pairs = met.transpose(0, 2, 1).reshape(pages, -1)
    given = np.where(drawn[:, None], truth, small)
    weights = np.array([0.7, 0.3])
    none = np.zeros(pages, dtype=bool)
    part = Answers(given, strata, weights, ~drawn, drawn, pairs, pairs[drawn])
    return part, Answers(small, strata, weights, none, none, pairs)


def test_the_share_hits_the_truth_where_the_small_model_is_far_off_and_its_interval_covers_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(estimate, "DRAWS", 150)
    folded = TRUE @ FOLD
    true = folded / folded.sum()
    found, plain, held = [], [], []
    for seed in range(80):
        part, alone = drawn_site(np.random.default_rng(seed))
        point, low, high = part.shares(None)
        found.append(point)
        plain.append(alone.shares(None)[0] if seed < 4 else plain[-1])
        held.append((low <= true) & (true <= high))
    assert np.abs(np.mean(plain, axis=0) - true)[0] > 0.08, "the small model alone is no example"
    assert np.abs(np.mean(found, axis=0) - true).max() < 0.015
    assert (np.mean(held, axis=0) >= 0.90).all()
    assert np.mean(held) <= 0.995, "an interval that always holds says nothing"


def test_a_larger_sample_narrows_the_interval() -> None:
    few, more = (drawn_site(np.random.default_rng(5), read=read)[0].shares(None) for read in (8, 60))
    assert more[2][0] - more[1][0] < 0.8 * (few[2][0] - few[1][0])


def test_estimated_counts_are_those_of_all_lines() -> None:
    part, _ = drawn_site(np.random.default_rng(7))
    assert part.counts().sum() == pytest.approx(part.read.sum())
    assert (part.counts() >= 0).all()


# --- pages and lines ------------------------------------------------------------------------------------------------

OPENERS = "Your weavers|The shuttle|Our mill|Each beam|A torn warp|The foreman|Every bobbin|Two sisters".split("|")
TALES = (
    "finish the order before Friday|is made of pear wood|has stood by the river since 1870|holds 400 ends|"
    "costs a village mill its week|answers within the hour|weighs 90 grams|stop paying for overtime"
).split("|")


def written(number: int, kind: PageKind, lines: int = 5) -> Page:
    draw = random.Random(f"loom {number}")
    url = f"{ORIGIN}/" if kind is PageKind.HOME else f"{ORIGIN}/{kind.value}/{number}"
    units = [Unit(f"{number}-menu", url, 0, "Looms and spares", Role.LINK, Region.NAV)]
    for order in range(1, lines + 1):
        text = f"{draw.choice(OPENERS)} {draw.choice(TALES)} at mill {number}-{order}."
        region = Region.FIRST if order < 3 else Region.MAIN
        units.append(Unit(f"{number}-{order}", url, order, text, Role.SENTENCE, region))
    links = tuple(Link(f"{ORIGIN}/product/{n}", "Loom", Region.MAIN, True) for n in range(1, 40))
    made = links if kind is PageKind.HOME else ()
    return Page(url, "", kind, "", f"Loom {number}", "", "en", Readable.YES, tuple(units), links=made)


PAGES = [
    written(0, PageKind.HOME),
    *(written(number, PageKind.PRODUCT) for number in range(1, 17)),
    *(written(number, PageKind.BLOG) for number in range(40, 49)),
]


@pytest.fixture(scope="module", autouse=True)
def _loaded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages_of, "load", cache(load))
        yield


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept") / "labels.sqlite"


def read(pages: list[Page], kept: Path, budget: int, arrived: list[Page] | None = None) -> Site:
    """The site as a run reads it: pages are submitted as they arrive, and what is read by which model is settled after."""
    laid = lay_out(pages, f"{ORIGIN}/")
    with Labeller("default", "en", threads=1, kept=kept, budget=budget) as labeller:
        for page in arrived or pages:
            labeller.submit(page)
        judged = labeller.all_judgements(pages, lambda done, of: None, chosen_pages(pages, laid, budget))
        return assemble(
            "loomworks.example",
            pages,
            judged,
            start=f"{ORIGIN}/",
            laid=laid,
            small=labeller.small,
            beside=labeller.beside,
        )


def labels(site: Site) -> dict[str, tuple[Label, tuple[float, ...]]]:
    return {copy.unit.id: (copy.label, copy.judgement.probabilities) for page in site.pages for copy in page.copy}


def test_each_page_is_read_by_one_model_exactly_as_that_model_reads_it_alone(known: Path) -> None:
    site, whole = read(PAGES, known, 60), read(PAGES, known, 0)
    with Labeller("fast", "en", threads=1) as labeller:
        quick = {page.url: labeller.judgements(page) for page in PAGES}
    large = {page.url: page.copy for page in whole.pages}
    assert sampled(whole.pages) is None
    for page in site.pages:
        if page.small:
            assert [copy.judgement for copy in page.copy] == quick[page.url]
        else:
            assert page.copy == large[page.url]
        if page.beside:
            assert page.beside == tuple(one.label for one in quick[page.url])
    told = sampled(site.pages)
    assert told is not None
    assert (told.of_lines, told.of_pages) == (5 * 26, 26)
    assert 40 <= told.lines == 5 * told.pages <= 70
    assert site.home is not None
    assert not site.home.small


def test_what_is_read_does_not_hang_on_the_order_in_which_pages_arrive(known: Path) -> None:
    backwards = read(PAGES, known, 60, PAGES[::-1])
    assert backwards.pages == read(PAGES, known, 60).pages


def test_a_page_more_turns_the_lines_of_no_page_that_is_read_by_the_same_model(known: Path) -> None:
    before, after = read(PAGES, known, 60), read([*PAGES, written(60, PageKind.BLOG)], known, 60)
    was, now = ({page.url: page for page in site.pages} for site in (before, after))
    turned = [url for url, page in was.items() if now[url].small is not page.small]
    assert len(turned) <= 3
    told = labels(after)
    for url, page in was.items():
        if url not in turned:
            assert all(told[copy.unit.id][0] is copy.label for copy in page.copy)


def test_a_budget_that_holds_the_site_changes_nothing(known: Path) -> None:
    lines = sum(map(lines_of, PAGES))
    assert read(PAGES, known, lines) == read(PAGES, known, 0)
    assert any(page.small for page in read(PAGES, known, lines - 1).pages)


def test_an_earlier_run_saves_the_reading_and_leaves_the_result(known: Path) -> None:
    site = read(PAGES, known, 60)
    laid = lay_out(PAGES, f"{ORIGIN}/")
    with Labeller("default", "en", threads=1, budget=60) as labeller:
        for page in site.pages:
            labeller.recall(page.page, [copy.judgement for copy in page.copy], small=page.small)
        labeller.all_judgements(PAGES, lambda done, of: None, chosen_pages(PAGES, laid, 60))
        assert labeller.asked == 0
        assert labeller.small == {page.url for page in site.pages if page.small}
        assert labeller.beside == {page.url: page.beside for page in site.pages if page.beside}


def test_drawn_pages_stand_for_those_that_only_the_small_model_read() -> None:
    def page(name: str, lines: int, hits: int, **more: object) -> JudgedPage:
        made = read_by_hand(name, lines, hits)
        return replace(made, **more)  # type: ignore[arg-type]

    first = page("first", 10, 10)
    drawn = page("drawn", 10, 2, beside=(Label.FEATURE,) * 10)
    small = [page(f"small{n}", 10, 0, small=True) for n in range(3)]
    stand = standing([first, drawn, *small])
    assert stand == {drawn.url: 4.0} | {one.url: 0.0 for one in small}
    lines = [(one, copy) for one in (first, drawn, *small) for copy in one.copy]
    assert share_of(lines, lambda copy: copy.label is Label.OUTCOME, stand) == (10 + 4 * 2) / 50
    assert standing([first, replace(drawn, beside=())]) == {}


def read_by_hand(name: str, lines: int, hits: int) -> JudgedPage:
    from auditor.audit import example

    rows = [f"[main sentence] {'outcome' if n < hits else 'feature'}: Loom {name} line {n}" for n in range(lines)]
    return example("\n".join([f"/product/{name} {name}", *rows])).pages[0]


def test_a_profile_counts_what_the_large_model_would_have_answered() -> None:
    """The small model calls every line a feature; of the drawn pages the large one calls every fourth an outcome."""
    pages = []
    for n in range(40):
        made = read_by_hand(f"p{n}", 20, 5 if n < 10 else 0)
        beside = (Label.FEATURE,) * 20 if n < 10 else ()
        pages.append(replace(made, small=n >= 10, beside=beside))
    site = Site("loomworks.example", "Loomworks", ("Loomworks",), tuple(pages))
    profile = site_profile(site)
    assert profile.counts["outcome"] == pytest.approx(200, abs=4)
    assert profile.counts["outcome"] + profile.counts["feature"] == 800
    share = profile.shares["customer"]
    assert share.value == pytest.approx(0.25, abs=0.01)
    assert share.low is not None
    assert share.high is not None
    assert share.low < 0.25 < share.high
    assert profile.specific == pytest.approx(200, abs=4)
    assert profile.prominent["customer"] == pytest.approx(0.25, abs=0.01)
    assert [LABELS.index(Label.OUTCOME), profile.pages] == [0, 40]
