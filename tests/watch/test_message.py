"""What a message says of runs drawn by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from msgspec import structs

from auditor.diff import Audited, compare
from auditor.model import Decided, Finding, Label, Member, SkipReason, Standing, Tier
from auditor.watch.lines import QUOTE, differing
from auditor.watch.message import MOST_WORDS, Message, after, first
from tests.diff.drawn import ERRORS, audited

TODAY = date(2026, 3, 1)

OLD = """
/ Fennel Ovens | Ovens for village bakers
[first heading 1] company: Ovens built by hand since 1921
[first sentence] feature: Our deck ovens hold two trays a deck.
[first sentence] feature: Every oven ships with a steam valve.
[second sentence] company: We ship with 25+ carriers for you.
[second quote cite=Mara Holt, Holt & Daughters] outcome: We bake the morning round an hour later and nobody waits.
[main sentence] feature: The stone is two fingers thick.
[main heading 2] feature: Maintainance and spare parts
[main sentence] feature: The control panel has one knob.
/service Fennel Ovens | Service
[main sentence] feature: A fitter calls on you twice a year.
[main sentence] policy: Visits must be booked by phone.
"""

NEW = OLD.replace(
    "[first sentence] feature: Our deck ovens hold two trays a deck.",
    "[first sentence] outcome: Your deck ovens bake two trays of 40 rolls in 12 minutes.",
).replace(
    "[main sentence] feature: A fitter calls on you twice a year.",
    "[main sentence] company: With over 15 carriers on our books we reach every valley.",
).replace(
    "[second quote cite=Mara Holt, Holt & Daughters] outcome: We bake the morning round an hour later and nobody waits.\n", ""
)  # fmt: skip


def _diff(old: Audited, new: Audited):  # type: ignore[no-untyped-def]
    return compare(old, new, errors=ERRORS)


def _pair(text: str = NEW, **changes: object) -> tuple[Audited, Audited]:
    return audited(OLD, day="2026-02-01"), audited(text, run="20260301T000000Z", day="2026-03-01", **changes)  # type: ignore[arg-type]


def _told(text: str = NEW, **changes: object) -> tuple[Message, ...]:
    old, new = _pair(text, **changes)
    return after(_diff(old, new), new.run, "output/x/report.html", TODAY)


def test_the_subject_is_the_verdict_and_lines_stand_before_and_after_with_page_and_label() -> None:
    (told,) = _told()
    assert told.subject == "2 lines better, 1 line worse, 1 new contradiction (example.com)"
    body = "\n".join(told.lines)
    assert (
        "Better (home page): “Our deck ovens hold two trays a deck.” is now “Your deck ovens bake two trays of 40 rolls"
        in body
    )
    assert "[feature to outcome]" in body
    assert "Proof gone (home page): “We bake the morning round an hour later and nobody waits.”" in body
    assert re.search(r"^New: The number of carriers is given as", body, re.M)
    assert re.search(r"^Still open: 1 finding, the oldest for 28 days\.$", body, re.M)
    assert re.search(r"^To do .*: .+", body, re.M)
    assert told.lines[-1] == "Report: output/x/report.html"
    # the contradiction
    assert (told.numbers["new"], told.numbers["better"], told.numbers["standing"]) == (1, 2, 1)


LONG = "Fennel Ovens builds deck ovens for village bakers between the moor and the sea, and has a fitter in {} of its four valleys."


def test_of_two_long_lines_the_words_around_the_first_difference_are_told() -> None:
    old, new = (LONG.format(word) for word in ("each", "two"))
    first, second = differing(old, new)
    assert ("each of its four" in first, "two of its four" in second) == (True, True)
    assert max(len(first), len(second)) <= QUOTE
    for pair in ((old, old + " Since 1921."), (old, "Gone."), ("x" * 200 + " a", "x" * 200 + " b"), (old, "")):
        told = differing(*pair)
        assert told[0] != told[1], pair
        assert all(len(text) <= QUOTE for text in told)
    assert differing("Ovens for bakers", "Ovens for cooks") == ("Ovens for bakers", "Ovens for cooks")


def test_what_is_paid_is_told_first_and_by_its_values_and_the_subject_counts_what_the_numbers_count() -> None:
    lines = "[main sentence] feature: A visit costs £80.\n[main sentence] other: Open 8 am to 6 pm.\n" + "".join(
        f"[main sentence] company: {LONG.format(word)}\n" for word in ("each",)
    )
    now = (
        (OLD + lines)
        .replace("£80", "£95")
        .replace("8 am to 6 pm", "9 am to 4 pm")
        .replace("in each of its", "in two of its")
        .replace(
            "[main sentence] policy: Visits must",
            "[main sentence] other: We are closed in August.\n[main sentence] policy: Visits must",
        )
    )
    old = audited(OLD + lines, day="2026-02-01")
    new = audited(now, run="20260301T000000Z", day="2026-03-01")
    (told,) = after(_diff(old, new), new.run, "", TODAY)
    assert told.subject == "1 price or fee changed, 1 figure changed, 2 other lines changed (example.com)"
    assert told.lines[:2] == ("Price (/service): £80, now £95", "Figure (/service): 8 am to 6 pm, now 9 am to 4 pm")
    body = "\n".join(told.lines)
    assert "each of its four" in body
    assert "two of its four" in body
    assert "Added (/service): “We are closed in August.”" in body
    assert {name: told.numbers[name] for name in ("lines", "prices", "figures", "better", "worse", "pages gone")} == {
        "lines": 4, "prices": 1, "figures": 1, "better": 0, "worse": 0, "pages gone": 0,
    }  # fmt: skip
    assert told.words < MOST_WORDS


def test_a_page_that_is_gone_is_counted_in_subject_and_numbers_alike() -> None:
    home = OLD[: OLD.index("/service")]
    (told,) = _told(home, skips={"/service": (SkipReason.HTTP_ERROR, "404")})
    assert "1 page gone" in told.subject
    assert (told.numbers["pages gone"], told.numbers["lost pages"]) == (1, 0)


def test_what_a_standing_finding_lists_anew_is_told_though_it_stands() -> None:
    def linking(side: Audited, *names: str) -> Audited:
        members = tuple(Member(name, 2, ("https://example.com/", "https://example.com/service")) for name in names)
        found = Finding(
            "d" * 12, "doors", "missing-page", Tier.VISIBLE, "A link leads to a page that is not there", (), "", "Mend it.",
            members=members,
        )  # fmt: skip
        results = [replace(one, findings=(found,) * (one.id == "doors")) for one in side.run.results]
        return replace(side, run=replace(side.run, results=tuple(results)))

    old, new = _pair(OLD)
    old, new = linking(old, "/flues", "/stones"), linking(new, "/flues", "/doughs")
    (told,) = after(_diff(old, new), new.run, "", TODAY)
    assert told.subject == "1 new broken link, 1 broken link mended (example.com)"
    assert "Broken links: new: /doughs (on 2 pages); 1 of 2 broken links fixed: /stones" in told.lines
    assert (told.numbers["new places"], told.numbers["mended places"]) == (1, 1)


def test_if_nothing_changed_it_is_one_line() -> None:
    (told,) = _told(OLD)
    assert told.subject == "No change in your copy (example.com)"
    assert len(told.lines) == 1
    assert re.fullmatch(
        r"No change in your copy\. 2 pages read\.( Still open: \d findings?, the oldest for 28 days\.)?", told.lines[0]
    )


def test_pages_that_could_not_be_read_are_no_improvement_and_no_verdict_on_the_copy() -> None:
    home = OLD[: OLD.index("/service")]
    (told,) = _told(home, skips={"/service": (SkipReason.BLOCKED, "503")})
    assert (told.kind, "Not comparable" in told.subject) == ("unlike", True)
    assert any("/service" in line for line in told.lines)
    assert not any("better" in line.lower() and "Nothing is called" not in line for line in told.lines)


def test_a_page_that_the_site_took_down_is_told_as_gone() -> None:
    home = OLD[: OLD.index("/service")]
    (told,) = _told(home, skips={"/service": (SkipReason.HTTP_ERROR, "404")})
    assert told.kind == "changed"
    assert any(line.startswith("Pages gone: /service") for line in told.lines)


def test_a_changed_measure_has_a_message_of_its_own() -> None:
    old, new = _pair(method="2+b")
    again = replace(old, run=replace(old.run, method="2+b"))
    diff = compare(old, new, errors=ERRORS, again=again)
    method, changed = after(diff, new.run, "r", TODAY)
    assert (method.kind, changed.kind) == ("method", "changed")
    assert "Your site did not change by this" in method.lines[0]
    assert "measure" not in " ".join(changed.lines)
    same = replace(new, pages=old.pages, run=replace(old.run, method="2+b", id="later"))
    only = after(compare(old, same, errors=ERRORS, again=again), same.run, "r", TODAY)
    assert [told.kind for told in only] == ["method", "still"]


def test_labels_that_people_set_are_no_change_of_the_site_and_are_told_apart() -> None:
    old, new = _pair(OLD)
    hand = Decided("r1", Standing.IN_FORCE, "q", "p", "", "Jo", "2026-02-20", label="outcome", was="feature")

    def labelled(side: Audited) -> Audited:
        home, *rest = side.pages
        copy = tuple(
            structs.replace(one, judgement=replace(one.judgement, label=Label.OUTCOME), overridden=one.label)
            if "steam valve" in one.text
            else one
            for one in home.copy
        )
        return replace(side, pages=(replace(home, copy=copy), *rest), run=replace(side.run, decided=(hand,)))

    diff = compare(old, labelled(new), errors=ERRORS, again=labelled(old))
    assert [(change.name, change.before, change.after) for change in diff.method] == [
        ("labels set by people", "0", "1")
    ]
    assert {change.cause.value for change in diff.lines} == {"method"}
    people, still = after(diff, new.run, "", TODAY)
    assert people.subject == "Labels set by people, no change of your site (example.com)"
    assert people.lines[0] == "Your site did not change by this: people set labels (0 before, 1 now)."
    assert still.kind == "still"


def test_a_dismissal_about_to_expire_is_announced_and_what_it_covers_is_not_counted_as_open() -> None:
    old, new = _pair(OLD)
    finding = next(found for result in new.run.results for found in result.findings)
    told = Decided(
        "d1", Standing.IN_FORCE, "q", "p", "r", "Jo", "2026-01-01", "2026-03-09", title="A thing", subject=finding.id,
        finding=finding,
    )  # fmt: skip
    results = tuple(
        replace(result, findings=tuple(found for found in result.findings if found is not finding))
        for result in new.run.results
    )
    (plain,) = after(_diff(old, new), new.run, "", TODAY)
    dismissed = replace(new, run=replace(new.run, results=results, decided=(told,)))
    (short,) = after(_diff(old, dismissed), dismissed.run, "", TODAY)
    assert "Dismissal ends 9\xa0March\xa02026: A thing" in short.lines[0]
    assert plain.numbers["standing"] - short.numbers["standing"] == 1
    far = replace(dismissed, run=replace(dismissed.run, decided=(replace(told, until="2027-01-01"),)))
    assert "Dismissal" not in after(_diff(old, far), far.run, "", TODAY)[0].lines[0]


def test_a_rewritten_site_still_fits_under_150_words_with_one_thing_to_do() -> None:
    lines = "\n".join(
        f"[main sentence] feature: Oven number {n} has a door of its own colour and a longer handle." for n in range(60)
    )
    news = lines.replace("has a door of its own colour", "keeps your crew from burning its fingers").replace(
        "feature:", "outcome:"
    )
    old = audited(OLD + lines, day="2026-02-01")
    new = audited(NEW + news, run="20260301T000000Z", day="2026-03-01")
    (told,) = after(_diff(old, new), new.run, "output/example.com/20260301T000000Z/report.html", TODAY)
    assert told.words < MOST_WORDS, told
    assert any(line.startswith("To do") for line in told.lines)
    assert "63 changed lines in all, in the report." in told.lines


def test_the_first_audit_is_told_as_such_and_a_message_keeps_its_identity() -> None:
    new = audited(NEW)
    told = first(new.run, "r", TODAY)
    assert (told.kind, told.subject.startswith("First audit: ")) == ("first", True)
    assert told == first(new.run, "r", TODAY)
    assert told.words < MOST_WORDS


def test_what_a_site_says_cannot_break_out_of_a_line() -> None:
    old, new = _pair()
    evil = "Your ovens bake 40 rolls\u2028\nTo: all@example.org\u202e in 12 minutes"
    (home, *rest) = new.pages
    copy = tuple(
        structs.replace(one, unit=structs.replace(one.unit, text=evil)) if "40 rolls" in one.text else one
        for one in home.copy
    )
    changed = replace(new, pages=(replace(home, copy=copy), *rest))
    (told,) = after(_diff(old, changed), changed.run, "", TODAY)
    assert "To: all@example.org" in "".join(told.lines)
    text = "".join((told.subject, *told.lines))
    assert not any(character in text for character in "\n\u2028\u202e")
