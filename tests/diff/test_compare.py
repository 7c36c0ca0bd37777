"""What moved, and why: every change is put down to the words, the pages, or the ruler."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from auditor.audit import example
from auditor.diff import Audited, Cause, Diff, FindingState, Past, Rescored, Sighting, compare, findings_of
from auditor.diff.draws import redrawn
from auditor.diff.pages import page_changes, pair_pages
from auditor.model import Finding, Judgement, Label, Quote, SkipReason, Tier
from auditor.opening import is_of_customer
from auditor.report.diffs import diff_lines
from tests.diff.drawn import ERRORS, START, audited

ONE = frozenset({"one-voice", "visible-errors"})
LATER = {"run": "20260201T000000Z", "day": "2026-02-01"}

SITE = """
/ Fold Bakery | Bread for cafés
[first heading 1] outcome: Fresh loaves on your counter by six every morning
[first sentence] feature: We bake sourdough, rye and focaccia in a wood-fired oven.
[main sentence] feature: Orders are delivered within 24 hours.
[main sentence] company: Fold Bakery was founded by two pastry cooks in 2009.
/support Ordering | Fold Bakery
[main heading 1] feature: How to order
[main sentence] policy: You may return unsold loaves within 2 days.
/about About us | Fold Bakery
[main heading 1] company: Who bakes here
[main sentence] company: Eleven bakers work in two shifts.
/blog/rye Rye | Fold Bakery
[main heading 1] other: Why rye keeps for a week
[main sentence] other: Rye binds water, so the crumb stays moist.
"""


def moved(after: str, before: str = SITE, **told: object) -> Diff:
    return compare(audited(before, audits=ONE), audited(after, audits=ONE, **(LATER | told)), errors=ERRORS)  # type: ignore[arg-type]


def states(diff: Diff) -> list[tuple[str, str]]:
    return [(change.state.value, change.url.removeprefix(START)) for change in diff.pages]


def without(path: str, site: str = SITE) -> str:
    pages = [page for page in site.strip().split("\n/") if not ("/" + page.lstrip("/")).startswith(path + " ")]
    return "\n/".join(pages)


def test_a_page_that_nothing_links_to_any_more_is_gone_and_the_runs_still_compare() -> None:
    diff = moved(without("/blog/rye"))
    assert states(diff) == [("gone", "/blog/rye")]
    assert diff.comparable
    assert {change.cause for change in diff.lines} == {Cause.SCOPE}
    assert not diff.edits(Cause.TEXT)


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        (SkipReason.BLOCKED, "answered 403"),
        (SkipReason.UNREACHABLE, "no answer"),
        (SkipReason.HTTP_ERROR, "answered 503"),
        (SkipReason.CAP, "after 3 pages"),
        (SkipReason.SHELL, "needs a browser"),
        (SkipReason.ROBOTS, ""),
    ],
)
def test_a_page_that_could_not_be_read_makes_the_runs_not_comparable(reason: SkipReason, detail: str) -> None:
    diff = moved(without("/blog/rye"), skips={"/blog/rye": (reason, detail)})
    assert states(diff) == [("lost", "/blog/rye")]
    assert not diff.comparable
    assert diff.why_not.startswith("1 of the 4 pages that the earlier run judged was not read this time")
    assert reason.value in diff.why_not
    assert all(move.before is move.after is None for move in (*diff.shares, *diff.scores, *diff.audits))
    assert diff.lines == ()  # what stood on a page that was not read is not known to be gone


@pytest.mark.parametrize("detail", ["answered 404", "answered 410"])
def test_a_page_that_its_server_says_is_gone_is_gone(detail: str) -> None:
    diff = moved(without("/blog/rye"), skips={"/blog/rye": (SkipReason.HTTP_ERROR, detail)})
    assert (states(diff), diff.comparable) == ([("gone", "/blog/rye")], True)


def test_an_interrupted_run_is_not_comparable_even_where_it_lost_nothing_known() -> None:
    assert not moved(SITE, complete=False).comparable


def test_a_page_that_was_blocked_before_and_is_read_now_is_no_new_page() -> None:
    before = audited(without("/blog/rye"), audits=ONE, skips={"/blog/rye": (SkipReason.BLOCKED, "answered 403")})
    diff = compare(before, audited(SITE, audits=ONE, **LATER), errors=ERRORS)
    assert (states(diff), diff.comparable) == ([("read again", "/blog/rye")], True)


def test_a_page_at_another_address_is_the_same_page_by_its_lines_or_by_its_redirect() -> None:
    by_lines = moved(SITE.replace("/blog/rye Rye", "/blog/keeping-rye Rye"))
    assert states(by_lines) == [("moved", "/blog/keeping-rye")]
    rewritten = (
        SITE.replace("/blog/rye Rye", "/blog/bread Bread")
        .replace("Why rye keeps for a week", "Ten shapes of bread")
        .replace("Rye binds water, so the crumb stays moist.", "A batard is proved in a basket.")
    )
    by_redirect = moved(rewritten, skips={"/blog/rye": (SkipReason.REDIRECT, f"to {START}/blog/bread")})
    assert states(by_redirect) == [("moved", "/blog/bread")]
    assert by_redirect.lines[0].cause is Cause.TEXT


CLASH = SITE.replace("unsold loaves within 2 days", "unsold loaves within 2 days").replace(
    "[main sentence] feature: Orders are delivered within 24 hours.\n",
    "[main sentence] feature: Orders are delivered within 24 hours.\n"
    "[main sentence] policy: You may return unsold loaves within 5 days.\n",
)


def test_a_contradiction_that_appears_is_new_and_one_that_goes_is_fixed() -> None:
    (new,) = moved(CLASH).found(FindingState.NEW)
    assert (new.cause, new.finding.audit) == (Cause.TEXT, "one-voice")
    (fixed,) = moved(SITE, before=CLASH).found(FindingState.FIXED)
    assert (fixed.cause, fixed.before, fixed.after) == (Cause.TEXT, new.after, None)


def test_a_finding_whose_lines_are_reworded_is_the_same_finding_under_its_first_key() -> None:
    reworded = CLASH.replace("You may return unsold loaves within 5 days", "You can return unsold loaves within 5 days")
    (standing,) = moved(reworded, before=CLASH).findings
    assert standing.state is FindingState.STANDING
    assert standing.before is not None
    assert standing.after is not None
    assert standing.key == standing.before.id != standing.after.id


def test_a_finding_keeps_its_key_and_age_from_the_history_and_one_that_came_back_is_reopened() -> None:
    clash = audited(CLASH, audits=ONE)
    (finding,) = findings_of(clash.run)
    seen = Sighting("first", "2025-06-01", 7)
    known = compare(clash, audited(CLASH, audits=ONE, **LATER), errors=ERRORS, past=Past({finding.id: seen}))
    assert [(c.key, c.since, c.runs, c.state) for c in known.findings] == [
        ("first", "2025-06-01", 7, FindingState.STANDING)
    ]
    back = compare(
        audited(SITE, audits=ONE), audited(CLASH, audits=ONE, **LATER), errors=ERRORS, past=Past({}, ((seen, finding),))
    )
    assert [(c.key, c.since, c.state) for c in back.findings] == [("first", "2025-06-01", FindingState.REOPENED)]


def quoting(side: Audited, *texts: str, page: str = "/support") -> Audited:
    """The run with one error that quotes these lines."""
    quotes = tuple(Quote(text, START + page) for text in texts)
    found = Finding("f" * 12, "visible-errors", "typo", Tier.VISIBLE, "Words are misspelt", quotes, "", "Mend them.")
    results = [replace(result, findings=(found,) * (result.id == "visible-errors")) for result in side.run.results]
    return replace(side, run=replace(side.run, results=tuple(results)))


WRONG = (
    "Ovens are fierd at two",
    "Dough rests over nihgt",
    "Loaves are cuont at four",
    "Crates go out at fvie",
    "Vans are loded",
)


def test_an_error_of_which_some_lines_were_mended_still_stands_and_the_work_is_told() -> None:
    sides = audited(SITE, audits=ONE), audited(SITE, audits=ONE, **LATER)
    before = quoting(sides[0], *WRONG)
    diff = compare(before, quoting(sides[1], WRONG[1] + " long", WRONG[3]), errors=ERRORS)
    (change,) = diff.findings
    assert (change.state, change.mended, change.of) == (FindingState.STANDING, 3, 5)
    assert diff_lines(diff)[0].startswith("1 finding partly fixed.")
    assert any("Partly fixed: Words are misspelt (3 of 5 lines fixed; since" in line for line in diff_lines(diff))
    same = compare(before, quoting(sides[1], *WRONG), errors=ERRORS)
    # as many are quoted as before: more may be left than are quoted
    other = compare(before, quoting(sides[1], *WRONG[:4], "Quite another eror"), errors=ERRORS)
    assert [found.mended for found in (*same.findings, *other.findings)] == [0, 0]
    # a page that was not read mends nothing
    left = {"/support": (SkipReason.BLOCKED, "answered 403")}
    unread = quoting(audited(without("/support"), audits=ONE, skips=left, **LATER), *WRONG[:2])
    assert [found.mended for found in compare(before, unread, errors=ERRORS).findings] == [0]


def saying(side: Audited, kind: str, weight: float) -> Audited:
    """The run with one finding of this kind on a line that stands in both runs."""
    quote = Quote("Eleven bakers work in two shifts.", START + "/about")
    found = Finding(kind, "one-voice", kind, Tier.VISIBLE, kind, (quote,), "", "Mend it.", weight=weight)
    results = [replace(one, findings=(found,) * (one.id == "one-voice")) for one in side.run.results]
    return replace(side, run=replace(side.run, results=tuple(results)))


def test_what_is_told_of_the_same_lines_under_another_kind_was_not_fixed_and_is_news_only_where_it_is_graver() -> None:
    sides = audited(SITE, audits=ONE), audited(SITE, audits=ONE, **LATER)
    graver = compare(saying(sides[0], "less", 0.5), saying(sides[1], "more", 0.9), errors=ERRORS)
    assert [(c.finding.kind, c.state, c.retold) for c in graver.findings] == [
        ("more", FindingState.NEW, False), ("less", FindingState.GONE, True),
    ]  # fmt: skip
    assert diff_lines(graver)[0].startswith("1 new contradiction.")
    milder = compare(saying(sides[0], "more", 0.9), saying(sides[1], "less", 0.5), errors=ERRORS)
    assert [c.retold for c in milder.findings] == [True, True]
    assert not {"Better:", "Worse:"} & set(diff_lines(milder))


def test_a_finding_whose_page_was_not_read_is_neither_fixed_nor_standing() -> None:
    after = audited(
        without("/support", CLASH), audits=ONE, skips={"/support": (SkipReason.BLOCKED, "answered 403")}, **LATER
    )
    diff = compare(audited(CLASH, audits=ONE), after, errors=ERRORS)
    assert [change.state for change in diff.findings] == [FindingState.UNSEEN]


def test_a_finding_that_goes_with_its_page_is_scope() -> None:
    typo = SITE.replace("Eleven bakers work in two shifts.", "[Insert customer quote here]")
    (change,) = moved(without("/about"), before=typo).findings
    assert (change.state, change.cause, change.why) == (FindingState.GONE, Cause.SCOPE, "its page is gone")


def test_where_the_ruler_changed_both_numbers_are_shown_and_its_part_is_no_edit() -> None:
    before = audited(CLASH, audits=ONE, method="1+a")
    # the later method knows one finding less and reads one line otherwise
    again = _read_anew(audited(CLASH, audits=ONE, method="2+b"), "Who bakes here", Label.OTHER)
    results = tuple(
        replace(result, findings=(), version=999) if result.id == "one-voice" else result
        for result in again.run.results
    )
    again = replace(again, run=replace(again.run, results=results))
    after = _read_anew(audited(SITE, audits=ONE, method="2+b", **LATER), "Who bakes here", Label.OTHER)
    results = tuple(
        replace(result, version=999) if result.id == "one-voice" else result for result in after.run.results
    )
    after = replace(after, run=replace(after.run, results=results))
    diff = compare(before, after, errors=ERRORS, again=again)
    assert diff.again == "judged again"
    assert [(c.edit.value, c.shown.text) for c in diff.edits(Cause.METHOD)] == [("relabelled", "Who bakes here")]
    assert [(c.edit.value, c.shown.text) for c in diff.edits(Cause.TEXT)] == [
        ("removed", "You may return unsold loaves within 5 days.")
    ]
    assert [(c.state, c.cause) for c in diff.findings] == [(FindingState.FIXED, Cause.METHOD)]
    assert [change.name for change in diff.method] == ["one-voice", "method"]
    for move in (*diff.shares, *diff.scores):
        if move.before is not None and move.again is not None and move.after is not None and move.text is not None:
            assert move.method is not None
            assert move.scope is not None
            assert move.method + move.scope + move.text == pytest.approx(move.after - move.before, abs=0.11)


def _read_anew(side: Audited, text: str, label: Label) -> Audited:
    spread = tuple(0.97 if entry is label else 0.005 for entry in Label)
    judgement = Judgement(label, 0.97, spread, unsure=False, leading=True)
    pages = tuple(
        replace(
            page,
            copy=tuple(structs.replace(copy, judgement=judgement) if copy.text == text else copy for copy in page.copy),
        )
        for page in side.pages
    )
    return replace(side, pages=pages)


def test_where_the_ruler_changed_and_the_pages_are_no_longer_kept_no_figure_is_compared() -> None:
    diff = compare(
        audited(SITE, audits=ONE),
        audited(SITE, audits=ONE, method="2+b", **LATER),
        errors=ERRORS,
        why_not_again="4 of its pages are no longer kept.",
    )
    assert diff.comparable
    assert diff.again == "4 of its pages are no longer kept."
    assert all(move.after is None and "no longer kept" in move.why for move in (*diff.shares, *diff.scores))


LONG = "".join(
    f"/{kind}/{n} Page {n} | Fold Bakery\n[main heading 1] feature: Loaf number {n} from the oven\n"
    + "".join(f"[main sentence] feature: Loaf {n} has a crust of grade {k} and weighs {k}00 g.\n" for k in range(1, 6))
    for n, kind in enumerate(["product"] * 9)
)


def rewritten(lines: int, *, sure: bool = True) -> str:
    text = SITE + LONG
    for n in range(lines):
        old = f"feature: Loaf {n} has a crust of grade 1 and weighs 100 g."
        assert old in text
        mark = "" if sure else "?"
        text = text.replace(old, f"outcome{mark}: Your café {n} sells out by noon and bins nothing.")
    return text


def customer(diff: Diff):  # type: ignore[no-untyped-def]
    return next(move for move in diff.shares if move.name == "customer")


def test_a_share_is_called_moved_only_beyond_the_label_error_of_the_changed_lines() -> None:
    surely = customer(moved(rewritten(8), before=SITE + LONG))
    assert surely.called
    assert surely.low is not None
    assert surely.low > 0
    unsurely = customer(moved(rewritten(2, sure=False), before=SITE + LONG))
    assert unsurely.after > unsurely.before
    assert not unsurely.called
    assert unsurely.low is not None
    assert unsurely.low <= 0


def test_unchanged_lines_cancel_however_badly_they_are_labelled() -> None:
    text = (SITE + LONG).replace("feature: Loaf", "feature?: Loaf")
    move = customer(moved(text, before=text))
    assert (move.low, move.high, move.text, move.called) == (0.0, 0.0, 0.0, False)


def test_a_line_reworded_under_its_label_moves_nothing_however_unsure_it_is() -> None:
    before = (SITE + LONG).replace("feature: Loaf", "feature?: Loaf")
    move = customer(moved(before.replace("has a crust of grade", "comes with a crust of grade"), before=before))
    assert (move.low, move.high, move.called) == (0.0, 0.0, False)


def test_what_a_page_that_went_does_to_a_share_is_scope_and_not_editing() -> None:
    company = "/about/history History | Fold Bakery\n" + "".join(
        f"[main sentence] company: In {year} Fold Bakery opened its shop number {year - 2008}.\n"
        for year in range(2010, 2022)
    )
    move = customer(moved(SITE + LONG, before=SITE + LONG + company))
    assert move.text == pytest.approx(0, abs=1e-9)
    assert move.scope == pytest.approx(move.after - move.before, abs=2e-4)


TWICE = """
/service/terms Terms of trade
[main sentence] feature: We reply to every enquiry within 4 hours.
[main sentence] feature: Every oven comes with a 5-year warranty.
[main sentence] feature: Start with a 30-day free trial.
[main sentence] feature: The minimum order is $40.
[main sentence] company: We have 30 years of experience.
[main sentence] policy: Cancel up to 7 days before the delivery.
[main sentence] company: We employ 11 bakers.
[main sentence] company: We supply 140 cafés.
[main sentence] company: Fold Bakery was founded in 2009.
[main sentence] company: We deliver to 3 countries.
[main sentence] company: We have 2 locations.
/about About the bakery
[main sentence] feature: Every enquiry gets a reply within 4 hours.
[main sentence] feature: A 5-year warranty stands on every oven.
[main sentence] feature: The 30-day free trial is open to every café.
[main sentence] feature: What is ordered is delivered within 24 hours.
[main sentence] feature: Minimum order: $40.
[main sentence] company: Our 30 years of experience went into each loaf.
[main sentence] policy: You can cancel up to 7 days before a delivery.
[main sentence] company: Our bakery employs 11 bakers.
[main sentence] company: More than 140 cafés are supplied by us.
[main sentence] company: Founded in 2009, Fold Bakery is still in the family.
[main sentence] company: Our bread goes to 3 countries.
[main sentence] company: There are 2 locations.
"""
"""Figures that stand twice and agree: enough of them that agreement can be told."""


def test_in_a_draw_a_line_counts_for_what_was_drawn_however_likely_it_had_been() -> None:
    (copy,) = example("/ Acme\n[main sentence] outcome?: Builders are paid two weeks sooner.").pages[0].copy
    assert is_of_customer(copy)
    told = [redrawn(copy, number / 50, ERRORS()) for number in range(50)]
    assert {is_of_customer(one) for one in told} == {True, False}
    assert all(is_of_customer(one) == (one.label in (Label.OUTCOME, Label.PROBLEM)) for one in told)
    assert redrawn(copy, None, ERRORS()) is copy


def test_a_score_is_called_moved_only_where_its_spread_leaves_zero_out() -> None:
    clash = CLASH.rstrip() + TWICE
    agreed = clash.replace("You may return unsold loaves within 5 days", "Cafés may return unsold loaves within 2 days")

    def told(low: float, high: float) -> tuple[float | None, float | None, bool]:
        diff = compare(
            audited(clash, audits=ONE),
            audited(agreed, audits=ONE, **LATER),
            errors=ERRORS,
            rescore=lambda changed: Rescored(spread={"one voice": (low, high)}),
        )
        move = next(move for move in diff.scores if move.name == "one voice")
        return move.before, move.after, move.called

    assert told(5.0, 30.0) == (75.0, 100.0, True)
    assert told(-1.0, 30.0) == (75.0, 100.0, False)


def test_a_copy_of_the_site_at_another_origin_has_the_same_pages_and_none_has_moved() -> None:
    before = audited(
        "/ Acme\n[main sentence] company: We bake rye.\n/about Acme\n[main sentence] company: We are two sisters."
    )
    pages = tuple(
        replace(page, page=replace(page.page, url=page.url.replace("https://example.com", "http://127.0.0.1:8101")))
        for page in before.pages
    )
    pairs = pair_pages(before, replace(before, pages=pages))
    assert [(pair.before.url, pair.after.url) for pair in pairs if pair.before and pair.after] == [
        ("https://example.com/", "http://127.0.0.1:8101/"),
        ("https://example.com/about", "http://127.0.0.1:8101/about"),
    ]
    assert page_changes(pairs, before, replace(before, pages=pages)) == []
    assert compare(before, replace(before, pages=pages), errors=ERRORS).pages == ()
