import pytest

from auditor.audit import example
from auditor.classify import estimate
from auditor.focus import KIND_WEIGHTS, MIN_UNITS, in_words, kind_profiles, profile, site_profile
from auditor.site import Site


def _site(pages: int, *, extra: str = "") -> Site:
    lines = [
        "/ Acme",
        "[first heading 1] company: Acme since 1921",
        "[main sentence] outcome: Scrap fell by 40 % at Hilltop",
    ]
    for n in range(pages):
        lines += [f"/product/p{n} Pump {n}", f"[first heading 1] feature: Pump number {n}"]
        lines += [f"[main sentence] feature: Part {n} has {k} blades of its own" for k in range(3)]
        lines += [f"[main sentence] outcome: Plant {n} stopped losing batch {n}"]
    return example("\n".join(lines) + extra)


def test_few_units_get_counts_and_words_but_no_percentage() -> None:
    small = profile("home", [example("/ Acme\n[first heading 1] company: Acme").pages[0]])
    share = small.shares["company"]
    assert (share.count, share.total, share.value, share.low) == (1, 1, None, None)
    assert share.why == "too few lines and pages"
    assert small.counts["company"] < MIN_UNITS


def test_a_page_kind_gets_no_percentage_under_the_minimum_of_the_site() -> None:
    rows = "\n".join(f"[main sentence] feature: Frame {n} is welded by hand" for n in range(MIN_UNITS))
    (about,) = kind_profiles(example(f"/about About us\n{rows}"))
    share = about.shares["product"]
    assert (share.count, share.value, share.why) == (MIN_UNITS, None, "too few pages")
    assert {one.value is None for one in site_profile(_site(12)).shares.values()} == {False}


def test_a_share_stands_inside_its_interval() -> None:
    for share in site_profile(_site(12)).shares.values():
        assert share.value is not None
        assert share.low is not None
        assert share.high is not None
        assert 0 <= share.low <= share.value <= share.high <= 1


def test_the_same_site_gives_the_same_interval() -> None:
    assert site_profile(_site(12)) == site_profile(_site(12))


def test_an_interval_does_not_hang_on_how_many_pages_are_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = site_profile(_site(12))
    monkeypatch.setattr(estimate, "AT_ONCE", 40)
    assert site_profile(_site(12)) == at_once


def test_spec_pages_added_to_docs_do_not_move_the_figure() -> None:
    docs = "\n".join(f"\n/docs/d{n} Sheet\n[main cell] spec: {n} mm" for n in range(30))
    assert site_profile(_site(12)).shares == site_profile(_site(12, extra=docs)).shares


def test_more_product_pages_of_the_same_mix_hardly_move_the_figure() -> None:
    few, many = (site_profile(_site(n)).shares["customer"].value for n in (10, 40))
    assert few is not None
    assert many is not None
    assert abs(few - many) < 0.01


def test_unsure_units_count_by_their_likeliest_label_and_are_told() -> None:
    site = example("/ A\n[first heading] outcome?: Maybe\n[main sentence] feature: Surely")
    assert (site_profile(site).unsure, site_profile(site).counts["outcome"]) == (1, 1)


def test_a_prominent_line_weighs_more_than_a_buried_one() -> None:
    top = example(
        "/ A\n[first heading] outcome: Milk stays cold\n[main sentence] feature: A\n[main sentence] feature: B"
    )
    low = example(
        "/ A\n[first heading] feature: A\n[main sentence] outcome: Milk stays cold\n[main sentence] feature: B"
    )
    assert site_profile(top).prominent["customer"] > 0.6 > 0.3 > site_profile(low).prominent["customer"]


def test_policy_and_other_units_stay_out_of_focus() -> None:
    site = example(
        "/ A\n[main sentence] policy: No refunds\n[main sentence] other: Call us\n[main sentence] feature: Blades"
    )
    assert site_profile(site).shares["product"].total == 1


def test_kinds_stand_in_order_with_focus_kinds_first() -> None:
    site = example(
        "/policy/x T\n[main sentence] policy: No refunds\n/ A\n[main sentence] feature: B\n/about C\n[main sentence] company: D"
    )
    assert [entry.scope for entry in kind_profiles(site)] == ["home", "about", "policy"]


def test_weights_are_public_and_add_up() -> None:
    assert abs(sum(KIND_WEIGHTS.values()) - 1) < 1e-9
    assert [in_words(x) for x in (0, 0.1, 0.2, 0.5, 0.9)] == ["hardly ever", "seldom", "sometimes", "often", "mostly"]
