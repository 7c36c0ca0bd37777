from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from auditor.audit import finding
from auditor.model import AuditResult, Finding, Quote, Run, Status, Tier
from auditor.report.overlap import one_thing
from auditor.report.ranking import CHANGES, FRONT, blanks, entry, leads, ranked
from tests.report import northbeck


def run_with(*findings: tuple[str, str, Tier, float, bool]) -> Run:
    made = [
        finding(
            audit, kind, tier, f"{audit} {kind} {weight}", [Quote(f"{kind} {number}", "https://www.northbeck.example/")],
            why="w", fix="Fix", weight=weight, lead=lead,
        )
        for number, (audit, kind, tier, weight, lead) in enumerate(findings)
    ]  # fmt: skip
    return replace(northbeck.run([]), results=(AuditResult("any", 1, "t", Status.SCORED, "s", findings=tuple(made)),))


def shown(run: Run) -> tuple[list[str], list[str]]:
    chosen = leads(run, ranked(run))
    return [item.finding.title for item in chosen.correct], [item.finding.title for item in chosen.change]


def test_findings_stand_in_tier_order_and_heavier_first() -> None:
    run = run_with(
        ("a", "x", Tier.REST, 0.9, True), ("a", "x", Tier.VISIBLE, 0.1, True), ("a", "x", Tier.VISIBLE, 0.8, True)
    )
    assert [(item.rank, item.finding.title) for item in ranked(run)] == [(1, "a x 0.8"), (2, "a x 0.1"), (3, "a x 0.9")]


def test_the_first_screen_holds_eight_findings_and_five_changes_at_most() -> None:
    visible = [("v", f"k{n}", Tier.VISIBLE, 0.5, True) for n in range(20)]
    others = [(f"a{n}", "x", Tier.PROOF, 0.5, True) for n in range(20)]
    correct, change = shown(run_with(*visible, *others))
    assert (len(correct), len(change)) == (FRONT - CHANGES, CHANGES)
    correct, change = shown(run_with(*visible))
    assert (len(correct), len(change)) == (FRONT, 0)


def test_a_light_change_gives_its_place_to_a_correction_that_weighs_more() -> None:
    visible = [(f"v{n}", "x", Tier.VISIBLE, 0.8 - n / 100, True) for n in range(4)]
    others = [(f"a{n}", "x", Tier.PROOF, 0.7, True) for n in range(4)]
    correct, change = shown(run_with(*visible, *others, ("b", "light", Tier.REST, 0.4, True)))
    assert (len(correct), change) == (4, [f"a{n} x 0.7" for n in range(4)])
    correct, change = shown(run_with(*visible[:3], *others, ("b", "light", Tier.REST, 0.4, True)))
    assert (len(correct), change[-1]) == (3, "b light 0.4")


def test_one_audit_has_two_changes_on_the_first_screen_at_most() -> None:
    many = [("a", f"k{n}", Tier.FIRST_SCREEN, 0.9, True) for n in range(9)]
    chosen = leads(run := run_with(*many, ("b", "x", Tier.REST, 0.1, True)), ranked(run))
    assert Counter(item.finding.audit for item in chosen.change) == {"a": 2, "b": 1}


def test_five_typos_do_not_hide_a_contradiction() -> None:
    typos = [("visible-errors", "typo", Tier.VISIBLE, 0.9 - n / 100, True) for n in range(6)]
    changes = [(f"a{n}", "x", Tier.PROOF, 0.5, True) for n in range(5)]
    correct, _ = shown(run_with(*typos, ("one-voice", "price", Tier.VISIBLE, 0.2, True), *changes))
    assert correct == ["visible-errors typo 0.9", "visible-errors typo 0.89", "one-voice price 0.2"]


def test_contradictions_of_many_kinds_leave_a_place_to_the_slips() -> None:
    clashes = [("one-voice", f"k{n}", Tier.VISIBLE, 0.9 - n / 100, True) for n in range(4)]
    changes = [(f"a{n}", "x", Tier.PROOF, 0.5, True) for n in range(5)]
    correct, _ = shown(run_with(*clashes, ("visible-errors", "slips", Tier.VISIBLE, 0.7, True), *changes))
    assert correct == ["one-voice k0 0.9", "one-voice k1 0.89", "visible-errors slips 0.7"]


def test_a_fourth_slip_is_not_told_before_what_would_cost_a_customer() -> None:
    slips = [("visible-errors", f"k{n}", Tier.VISIBLE, 0.9 - n / 10, True) for n in range(6)]
    others = [(f"a{n}", "x", Tier.REST, 0.55, False) for n in range(4)]
    chosen = leads(run := run_with(*slips, *others), ranked(run))
    assert [item.finding.title for item in chosen.correct] == [f"visible-errors k{n} {0.9 - n / 10}" for n in range(4)]
    assert [item.finding.title for item in chosen.consider] == [f"a{n} x 0.55" for n in range(4)]
    assert chosen.correct_more == 2


def test_a_finding_that_may_not_lead_stays_below() -> None:
    run = run_with(("a", "x", Tier.VISIBLE, 0.9, False), ("a", "y", Tier.PROOF, 0.9, False))
    assert shown(run) == ([], [])
    assert len(ranked(run)) == 2


def test_the_gravest_of_the_others_fill_the_places_that_are_left() -> None:
    lead = ("a", "x", Tier.PROOF, 0.9, True)
    others = [(f"b{n}", "x", Tier.REST, 0.8 - n / 20, False) for n in range(12)]
    chosen = leads(run := run_with(lead, *others), ranked(run))
    assert [item.finding.title for item in chosen.consider] == [f"b{n} x {0.8 - n / 20}" for n in range(7)]
    assert [item.rank for item in chosen.numbered] == list(range(1, FRONT + 1))
    assert [item.finding.id for item in ranked(run)[:FRONT]] == [item.finding.id for item in chosen.numbered]
    weak = leads(run := run_with(lead, ("b", "x", Tier.REST, 0.2, False)), ranked(run))
    assert weak.consider == ()


def test_two_figures_that_may_both_be_true_are_looked_at_before_a_small_fee() -> None:
    fee, soft = ("policy-friction", "fee", Tier.REST, 0.4, False), ("one-voice", "rule", Tier.VISIBLE, 0.45, False)
    slip = ("visible-errors", "space", Tier.VISIBLE, 0.45, False)
    chosen = leads(run := run_with(fee, slip, soft), ranked(run))
    assert [item.finding.audit for item in chosen.consider] == ["one-voice", "policy-friction"]
    assert chosen.correct == ()


def test_a_weak_finding_does_not_stand_before_a_grave_one() -> None:
    _, change = shown(run_with(("a", "x", Tier.FIRST_SCREEN, 0.35, True), ("b", "x", Tier.PROOF, 0.85, True)))
    assert change == ["b x 0.85", "a x 0.35"]


def test_a_line_that_two_audits_name_stands_on_the_first_screen_once() -> None:
    run = run_with(
        ("first-screen", "anyone", Tier.FIRST_SCREEN, 0.9, True),
        ("first-screen", "of-itself", Tier.FIRST_SCREEN, 0.8, True),
        ("buzzwords", "stock", Tier.REST, 0.9, True),
    )
    (result,) = run.results
    line = (Quote("Quality that lasts", "https://www.northbeck.example/"),)
    same = tuple(replace(found, quotes=line) for found in result.findings)
    _, change = shown(replace(run, results=(replace(result, findings=same),)))
    assert change == ["first-screen anyone 0.9"]


def told_of(*lines: tuple[str, str, Tier, str, tuple[str, ...]]) -> list[str]:
    """What the first screen tells, of findings by audit, kind, tier, title and the lines they quote, the heaviest first."""
    page = "https://www.northbeck.example/"
    made = [
        finding(
            audit, kind, tier, title, [Quote(line, page) for line in quoted], why="w", fix="Fix", weight=0.9 - n / 50
        )
        for n, (audit, kind, tier, title, quoted) in enumerate(lines)
    ]
    run = replace(northbeck.run([]), results=(AuditResult("any", 1, "t", Status.SCORED, "s", findings=tuple(made)),))
    return [item.finding.kind for item in leads(run, ranked(run)).numbered]


RANK = "We are the leader in gates for over 30 years."


def test_two_words_of_one_line_are_two_things_and_what_is_missing_rests_on_no_line() -> None:
    leader = ("proof", "unproved-rank", Tier.PROOF, "It ranks itself (“the leader”); nobody says so", (RANK,))
    years = ("other", "years", Tier.PROOF, "It says “over 30 years” and not since when", (RANK,))
    again = ("other", "rank", Tier.PROOF, "It calls itself “the leader in gates”", (RANK,))
    nobody = ("who-vouches", "nobody", Tier.PROOF, "No customer is named or quoted", (RANK,))
    people = ("accountability", "people", Tier.PROOF, "It counts on “the leader in gates”, and names nobody", (RANK,))
    assert told_of(leader, years) == ["unproved-rank", "years"]
    assert told_of(leader, again) == ["unproved-rank"]
    assert told_of(leader, nobody, people) == ["unproved-rank", "nobody", "people"]


def test_two_findings_on_the_same_lines_are_told_once_and_a_slip_is_not_what_a_line_says() -> None:
    fixed, open_ = "Our fixed pricing holds.", "Any estimate is subject to survey."
    promise = ("one-voice", "promise", Tier.VISIBLE, "“fixed pricing” and “subject to survey”", (fixed, open_))
    final = ("loose-ends", "final", Tier.VISIBLE, "It says “fixed pricing”, then “subject to survey”", (fixed, open_))
    free = ("loose-ends", "free", Tier.VISIBLE, "It says “estimate” and never what it costs", (open_,))
    slip = ("visible-errors", "left", Tier.VISIBLE, "A gap: “fixed pricing holds”", (fixed,))
    assert told_of(promise, final) == ["promise"]
    assert told_of(promise, free, slip) == ["promise", "free", "left"]


def test_a_finding_whose_lines_all_stand_in_another_is_told_with_it_and_one_that_shows_more_by_itself() -> None:
    lines = ("We compare 25 carriers.", "We ask 20 carriers.")
    clash = ("one-voice", "count", Tier.VISIBLE, "“25 carriers” and “20 carriers”", lines)
    board = (
        "first-screen",
        "scoreboard",
        Tier.FIRST_SCREEN,
        "It counts “25 carriers”, “400 families”",
        (lines[0], "400 families"),
    )
    bare = ("proof", "bare", Tier.PROOF, "It says “25 carriers” and names none", lines[:1])
    assert told_of(clash, board) == ["count", "scoreboard"]
    assert told_of(clash, bare) == ["count"]


def test_complaints_that_no_figure_stands_anywhere_take_one_place() -> None:
    alike = [
        ("promote", "no-figure", Tier.PROMOTE, "Not one result has a figure", ("A",)),
        ("buzzwords", "figureless", Tier.PROOF, "One text on 6 pages holds no figure", ("B",)),
        ("proof", "cases-without-result", Tier.PROOF, "No case has a figure", ("C",)),
        ("proof", "apart", Tier.PROOF, "The proof stands far away", ("D",)),
    ]
    assert told_of(*alike) == ["no-figure", "apart"]


PRICE, COVER = "what it costs", "how long the work is guaranteed (it says “our bill is insured”)"


@pytest.mark.parametrize(
    ("audit", "kind", "asks", "left"),
    [
        ("after-sale", "promised-warranty", COVER, False),
        ("after-sale", "promised-warranty", PRICE, True),
        ("buzzwords", "figureless", PRICE, False),
        ("buzzwords", "figureless", COVER, True),
        ("proof", "unshown-cover", COVER, True),
        ("proof", "unshown-cover", "whether it is insured", False),
    ],
)
def test_what_a_question_of_the_trade_asks_is_not_asked_again(audit, kind, asks, left) -> None:
    def made(audit: str, kind: str, title: str) -> Finding:
        page = Quote(title, "https://www.northbeck.example/")
        return finding(audit, kind, Tier.PROOF, title, [page], why="w", fix="Fix", weight=0.8)

    trade = made("self-service", "trade", f"No line on the 9 pages read says {asks}")
    again = made(audit, kind, "It leaves the same open")
    assert one_thing(again, trade) is not left
    assert not one_thing(trade, again)  # the trade asks more than that


def test_a_change_that_finds_no_place_among_five_stands_before_a_lighter_one_that_may_not_lead() -> None:
    changes = [(f"a{n}", "x", Tier.PROOF, 0.9, True) for n in range(CHANGES)]
    run = run_with(*changes, ("b", "x", Tier.PROOF, 0.6, True), ("c", "x", Tier.PROOF, 0.5, False))
    assert [item.finding.audit for item in leads(run, ranked(run)).consider] == ["b", "c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("upkeep", "lapsed"), ("visible-errors", "outdated")),
        (("visible-errors", "slips"), ("one-voice", "spelled")),
        (("visible-errors", "unfinished"), ("upkeep", "bare")),
        (("promote", "no-figure"), ("who-vouches", "nobody")),
        (("way-in", "far-phone"), ("way-in", "unsaid")),
        (("first-screen", "same-title"), ("visible-errors", "called")),
    ],
)
def test_what_two_audits_ask_for_in_one_stroke_takes_one_place(one, other) -> None:
    found = [(*one, Tier.VISIBLE, "It is so here", ("A",)), (*other, Tier.VISIBLE, "It is so there", ("B",))]
    assert told_of(*found) == [one[1]]
    assert sorted(told_of(found[0], ("doors", "nowhere", Tier.VISIBLE, "A link", ("C",)))) == sorted(
        [one[1], "nowhere"]
    )


def test_how_it_is_written_comes_after_what_costs_a_customer_unless_everybody_reads_it() -> None:
    nobody, rank = ("who-vouches", "nobody", Tier.PROOF, 0.85, True), ("proof", "rank", Tier.PROOF, 0.8, True)

    def order(weight: float, *others: tuple[str, str, Tier, float, bool]) -> list[str]:
        run = run_with(("visible-errors", "slips", Tier.VISIBLE, weight, True), *others)
        return [item.finding.kind for item in leads(run, ranked(run)).numbered]

    assert order(0.7, nobody, rank) == ["slips", "nobody", "rank"]
    dead, old = ("doors", "nowhere", Tier.VISIBLE, 0.7, True), ("upkeep", "dated", Tier.VISIBLE, 0.68, True)
    assert order(0.9, dead, nobody) == ["nowhere", "slips", "nobody"]
    assert order(0.9, dead, old, ("b", "x", Tier.VISIBLE, 0.66, True)) == ["nowhere", "dated", "slips", "x"]
    assert order(0.6, nobody, rank) == ["nobody", "rank", "slips"]
    assert order(0.45, nobody, rank) == ["nobody", "rank"]
    assert order(0.45, nobody, rank, ("a", "x", Tier.PROOF, 0.7, True)) == ["nobody", "rank", "x", "slips"]


def test_a_line_of_which_two_titles_name_a_part_stands_on_the_first_screen_once() -> None:
    asked, cover = ("self-service", "trade", Tier.PROOF, 0.9, True), ("proof", "cover", Tier.PROOF, 0.6, False)
    run = run_with(asked, cover)
    (result,) = run.results
    line = Quote("As an insured firm we mend every roof of the valley", "https://www.northbeck.example/")
    other = Quote("Book now", "https://www.northbeck.example/")

    def considered(title: str, of_trade: str = "It says only “insured firm”") -> list[str]:
        trade, proof = result.findings
        made = (replace(trade, title=of_trade, quotes=(other, line)), replace(proof, title=title, quotes=(line,)))
        told = replace(run, results=(replace(result, findings=made),))
        return [item.finding.kind for item in leads(told, ranked(told)).consider]

    assert considered("It says “insured” and shows no policy") == []
    assert considered("Nothing is shown of a policy") == ["cover"]  # the line is evidence alone
    assert considered("It says “insured” and shows no policy", "Nobody says who pays") == ["cover"]


def praised(*lines: tuple[str, str, float]) -> list[str]:
    """What is praised on the first screen, of lines by audit, text and weight."""
    made = [
        finding(audit, f"k{n}", Tier.PROOF, f"{audit} {n}", [Quote(text, "https://www.northbeck.example/")], why="w", fix="Fix", weight=weight)
        for n, (audit, text, weight) in enumerate(lines)
    ]  # fmt: skip
    run = replace(northbeck.run([]), results=(AuditResult("any", 1, "t", Status.SCORED, "s", keep=tuple(made)),))
    return [item.finding.title for item in leads(run, []).keep]


def test_four_lines_are_praised_on_the_first_screen_the_heaviest_first_and_three_of_an_audit() -> None:
    many = [("a", f"Line {n}", 0.9 - n / 100) for n in range(6)]
    assert praised(*many, ("b", "Other", 0.5), ("c", "Third", 0.4), ("d", "Fourth", 0.3)) == [
        "a 0", "a 1", "a 2", "b 6"
    ]  # fmt: skip


def test_a_line_that_two_audits_praise_is_praised_once() -> None:
    assert praised(("a", "Free until the day before", 0.7), ("b", "Free until the day before", 0.6)) == ["a 0"]
    assert praised(("a", "Free until the day before", 0.7), ("b", "A visit costs 85", 0.6)) == ["a 0", "b 1"]


def test_lines_that_are_all_praised_above_are_not_praised_under_another_name() -> None:
    page = "https://www.northbeck.example/"
    first, second, third = (Quote(text, page) for text in ("One gate", "Two gates", "Three gates"))

    def told(*groups: tuple[Quote, ...]) -> list[str]:
        made = [
            finding(f"a{n}", "k", Tier.PROOF, f"t{n}", quotes, why="w", fix="Fix", weight=0.9 - n / 10)
            for n, quotes in enumerate(groups)
        ]
        result = AuditResult("any", 1, "t", Status.SCORED, "s", keep=tuple(made))
        return [item.finding.title for item in leads(replace(northbeck.run([]), results=(result,)), []).keep]

    assert told((first, second), (second,)) == ["t0"]
    run = run_with(("promote", "nearest", Tier.PROMOTE, 0.9, True))
    (result,) = run.results
    moved = replace(result.findings[0], quotes=(second,))

    def beside(*quotes: Quote) -> list[str]:
        praise = finding("a", "k", Tier.PROOF, "t", quotes, why="w", fix="Fix")
        both = replace(run, results=(replace(result, findings=(moved,), keep=(praise,)),))
        return [item.finding.title for item in leads(both, ranked(both)).keep]

    assert beside(second) == []
    assert beside(first, second) == ["t"]
    assert told((first, second), (third, second)) == ["t0", "t1"]


def test_blanks_of_a_proposal_are_told_from_its_words() -> None:
    assert blanks("Cut stops by [your number] % in [your time].") == (
        ("Cut stops by ", False), ("[your number]", True), (" % in ", False), ("[your time]", True), (".", False),
    )  # fmt: skip
    assert blanks("") == ()


def test_a_proposal_that_is_mostly_blanks_is_a_pattern_and_not_the_sites_own_words() -> None:
    line = Quote("Our gates come with a guarantee.", "https://www.northbeck.example/")
    made = finding("a", "k", Tier.REST, "t", [line], why="w", fix="Say it")

    def pattern(proposal: str) -> bool:
        return entry(replace(made, proposal=proposal), 1, "").pattern

    assert pattern("[How long] on [what is covered]; ring [number] and we [what you do].")
    assert pattern("guarantee: [who] comes within [time]; [what you get], and nothing to pay until [when].")
    assert not pattern("Our gates come with a guarantee of [how many] years.")
    assert not pattern("Our gates come with a guarantee.")


def test_a_line_that_is_only_to_be_moved_is_known_as_such() -> None:
    line = Quote("We change a stator in 40 minutes.", "https://www.northbeck.example/")
    whole = finding(
        "a",
        "k",
        Tier.PROMOTE,
        "t",
        [line],
        why="w",
        fix="Move it",
        proposal="“We change a stator in 40 minutes” — Jo Ray",
    )
    assert entry(whole, 1, "").moved
    assert not entry(replace(whole, proposal="We change a stator in 40 minutes, not [your number]."), 1, "").moved
    assert not entry(replace(whole, proposal=""), 1, "").moved


def test_a_description_in_the_words_of_a_line_does_not_hide_the_line() -> None:
    made = [
        finding(
            audit, "x", Tier.FIRST_SCREEN, audit, [Quote("Pumps for dairies.", "https://www.northbeck.example/", source)],
            why="w", fix="Fix",
        )
        for audit, source in (("first-screen", "meta description"), ("promote", "text"), ("say-show", "text"))
    ]  # fmt: skip
    run = replace(northbeck.run([]), results=(AuditResult("any", 1, "t", Status.SCORED, "s", findings=tuple(made)),))
    assert shown(run)[1] == ["first-screen", "promote"]
