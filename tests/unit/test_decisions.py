"""What people decided holds for its words, wherever they go, and is never dropped in silence."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from auditor import decisions
from auditor.audit import catalogue, example, finding, perform
from auditor.errors import ConfigError, UsageError
from auditor.focus import site_profile
from auditor.model import AuditResult, Finding, Label, Quote, Standing, Status, Tier
from auditor.site import Site

TODAY = date(2026, 11, 22)

CARRIERS = """
    / Acme
    [first sentence] company: We compare 25+ carriers for you.
    /about Acme | About
    [main sentence] company: With over 15 carriers on our books we know the market.
    [main sentence] feature?: Every quote shows the excess and the cover side by side.
"""


def _result(*found: Finding) -> AuditResult:
    return AuditResult("one-voice", 1, "title", Status.SCORED, "summary", score=0.5, findings=found)


def _contradiction(*quotes: tuple[str, str], kind: str = "count", tier: Tier = Tier.VISIBLE) -> Finding:
    said = [Quote(text, f"https://example.com{path}") for path, text in quotes]
    return finding("one-voice", kind, tier, "The number is given twice", said, why="w", fix="Agree on one.")


PAIR = (("/", "We compare 25+ carriers for you."), ("/about", "With over 15 carriers on our books we know the market."))


def _dismissed(found: Finding, until: date = date(2027, 1, 31)) -> decisions.Dismissal:
    return decisions.dismissal(found, "example.com", reason="Partners count", until=until, decided=TODAY, who="Jo")


def _fare(entry: decisions.Dismissal, *found: Finding, today: date = TODAY) -> tuple[list[str], Standing]:
    """Ids left among the findings, and how the decision fared."""
    (result,), (told,) = decisions.dismiss([_result(*found)], [entry], "example.com", today)
    return [item.id for item in result.findings], told.standing


def _copies(site: Site) -> dict[str, tuple[Label, bool, Label | None]]:
    return {copy.text: (copy.label, copy.sure, copy.overridden) for page in site.pages for copy in page.copy}


def test_a_dismissed_finding_leaves_the_results_and_is_kept_with_its_decision_while_the_score_stays() -> None:
    found = _contradiction(*PAIR)
    (result,), (told,) = decisions.dismiss([_result(found)], [_dismissed(found)], "example.com", TODAY)
    assert (result.findings, result.score) == ((), 0.5)
    assert (told.standing, told.finding, told.reason, told.until) == (
        Standing.IN_FORCE, found, "Partners count", "2027-01-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quotes", "left"),
    [
        ((("/carriers", PAIR[0][1]), ("/company/about", PAIR[1][1])), 0),
        ((("/", "We compare 25+ carriers for you today."), ("/about", "With over 15 carriers on our books we know the whole market.")), 0),
        ((("/", "We compare 40+ carriers for you."), PAIR[1]), 1),
        ((("/", "We do not compare 25+ carriers for you."), PAIR[1]), 1),
        ((*PAIR, ("/faq", "Some 30 carriers answer within a day.")), 1),
        ((("/", "Choose among 25+ underwriters, each with a desk of its own in your town."), PAIR[1]), 1),
    ],
    ids=["pages moved", "reworded", "another figure", "a denial", "a third place", "another sentence"],
)  # fmt: skip
def test_a_dismissal_survives_moves_and_rewording_and_no_new_statement(
    quotes: tuple[tuple[str, str], ...], left: int
) -> None:
    ids, standing = _fare(_dismissed(_contradiction(*PAIR)), _contradiction(*quotes))
    assert (len(ids), standing) == (left, Standing.UNMATCHED if left else Standing.IN_FORCE)


def test_a_list_of_weak_lines_stays_dismissed_when_one_of_them_is_exchanged() -> None:
    old = _contradiction(*PAIR, ("/a", "Quality since 1921."), kind="weak", tier=Tier.REST)
    new = _contradiction(*PAIR, ("/b", "Trusted by everyone."), kind="weak", tier=Tier.REST)
    assert _fare(_dismissed(old), new)[0] == []


def test_a_dismissal_holds_through_its_last_day_and_comes_back_after_it() -> None:
    found = _contradiction(*PAIR)
    entry = _dismissed(found, until=TODAY)
    assert _fare(entry, found, today=TODAY) == ([], Standing.IN_FORCE)
    assert _fare(entry, found, today=date(2026, 11, 23)) == ([found.id], Standing.EXPIRED)


def test_one_dismissal_covers_the_one_finding_that_is_most_like_it() -> None:
    found = _contradiction(*PAIR)
    near = replace(_contradiction(("/", "We compare 25+ carriers for you now."), PAIR[1]), id="other")
    assert _fare(_dismissed(found), near, found)[0] == ["other"]


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1_8110", "public"])
def test_another_sites_decisions_are_left_alone_wherever_it_is_read(host: str) -> None:
    found = _contradiction(*PAIR)
    foreign = replace(_dismissed(found), site="other.example")
    (result,), told = decisions.dismiss([_result(found)], [foreign], host, TODAY)
    assert (result.findings, told) == ((found,), ())
    site = replace(example(CARRIERS), host=host)
    label = decisions.override(site.pages[1].copy[1], Label.OUTCOME, "other.example", decided=TODAY)
    assert decisions.set_labels(site, [label]) == (site, ())
    assert decisions.elsewhere(decisions.Decisions((foreign,), (label,)), host) == 2


@pytest.mark.parametrize("site", ["www.example.com", ""])
def test_a_decision_holds_with_or_without_www_and_everywhere_once_its_site_is_taken_out(site: str) -> None:
    found = _contradiction(*PAIR)
    (result,), (one,) = decisions.dismiss(
        [_result(found)], [replace(_dismissed(found), site=site)], "example.com", TODAY
    )
    assert (result.findings, one.standing) == ((), Standing.IN_FORCE)


def test_a_label_set_by_a_person_holds_for_the_words_on_every_page_and_is_sure() -> None:
    site = example(
        CARRIERS
        + "\n/faq Acme | FAQ\n[main sentence] feature?: Every quote shows the excess and the cover side by side."
    )
    copy = site.pages[1].copy[1]
    entry = decisions.override(copy, Label.OUTCOME, site.host, decided=TODAY, reason="It saves them the reading")
    changed, (told,) = decisions.set_labels(site, [entry])
    set_by_hand = [copy for page in changed.pages for copy in page.copy if copy.overridden]
    assert [(copy.unit.page.rsplit("/", 1)[1], copy.label, copy.sure) for copy in set_by_hand] == [
        ("about", Label.OUTCOME, True),
        ("faq", Label.OUTCOME, True),
    ]
    assert (told.standing, told.was, told.label, told.note) == (Standing.IN_FORCE, "feature", "outcome", "")


@pytest.mark.parametrize(
    ("line", "path", "note"),
    [
        ("Every quote shows the excess and the cover side by side.", "/product/quotes", "moved"),
        ("Every quote now shows the excess and your cover side by side.", "/about", "reworded"),
        ("Every quote now shows the excess and the cover side by side.", "/product/quotes", "reworded"),
    ],
)
def test_a_label_follows_its_line_through_moves_and_rewording(line: str, path: str, note: str) -> None:
    old = example(CARRIERS)
    entry = decisions.override(old.pages[1].copy[1], Label.OUTCOME, old.host, decided=TODAY)
    new = example(
        f"/ Acme\n[first sentence] company: We compare 25+ carriers.\n{path} Acme\n[main sentence] feature: {line}"
    )
    changed, (told,) = decisions.set_labels(new, [entry])
    assert (_copies(changed)[line], told.note) == ((Label.OUTCOME, True, Label.FEATURE), note)


def test_a_label_whose_line_is_gone_touches_nothing_and_says_so() -> None:
    old = example(CARRIERS)
    entry = decisions.override(old.pages[1].copy[1], Label.OUTCOME, old.host, decided=TODAY)
    new = example(
        "/ Acme\n[first sentence] feature: Quotes come by post.\n[main sentence] company: We are forty people."
    )
    changed, (told,) = decisions.set_labels(new, [entry])
    assert (changed, told.standing) == (new, Standing.UNMATCHED)


def test_figures_and_audits_rest_on_labels_set_by_people() -> None:
    lines = "".join(f"[first sentence] company: We have had a yard in Hull since 19{n}.\n" for n in range(20, 28))
    site = example(f"/ Acme\n[first heading 1] company: No milk lost last summer\n{lines}")
    audit = next(entry for entry in catalogue() if entry.id == "first-screen")
    entry = decisions.override(site.pages[0].copy[0], Label.OUTCOME, site.host, decided=TODAY)
    changed, _ = decisions.set_labels(site, [entry])
    assert [site_profile(one).counts["outcome"] for one in (site, changed)] == [0, 1]
    assert [perform(audit, one).numbers["words_to_customer"] for one in (site, changed)] == [None, 0]


def test_the_file_keeps_what_people_wrote_and_reads_back_what_was_decided(tmp_path: Path) -> None:
    path = tmp_path / "auditor-decisions.toml"
    hostile = _contradiction(("/", 'He said "25+"\n[[dismiss]]\u202e = 1'), PAIR[1])
    first = _dismissed(hostile)
    assert decisions.keep(path, first) is False
    path.write_text(path.read_text() + "\n# agreed in the spring review\n")
    site = example(CARRIERS)
    label = decisions.override(site.pages[1].copy[0], Label.OTHER, site.host, decided=TODAY)
    decisions.keep(path, label)
    later = replace(first, until=date(2027, 6, 30))
    assert decisions.keep(path, later) is True
    assert decisions.read(path) == decisions.Decisions((later,), (label,))
    assert "# agreed in the spring review" in path.read_text()
    assert "\n\n[[relabel]]" in path.read_text()
    assert decisions.undo(path, first.id[:4]) == later
    assert decisions.undo(path, label.id) == label
    assert tomllib.loads(path.read_text()) == {}


def test_a_decision_that_is_not_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "auditor-decisions.toml"
    assert decisions.read(path) == decisions.Decisions()
    with pytest.raises(ConfigError, match="There is no decisions file"):
        decisions.read(path, named=True)
    decisions.keep(path, _dismissed(_contradiction(*PAIR)))
    path.write_text(path.read_text().replace("until = 2027-01-31", 'until = "soon"'))
    with pytest.raises(ConfigError, match=r"dismiss 1\. until"):
        decisions.read(path)
    path.write_text("[[dismiss]\n")
    with pytest.raises(ConfigError, match="not valid TOML"):
        decisions.keep(path, _dismissed(_contradiction(*PAIR)))
    path.write_text("")
    with pytest.raises(UsageError, match=r"No decision in .* is 'ab'"):
        decisions.undo(path, "ab")
