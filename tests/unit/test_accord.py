"""One report does not credit and fault the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditor
from auditor.accord import DENIED, SHOWN, agreed, denied
from auditor.audit import finding
from auditor.model import AuditResult, Finding, Quote, Status, Tier

PAGE = "https://www.alder.example/"


def told(name: str, title: str, *lines: str, tier: Tier = Tier.PROOF) -> Finding:
    audit, kind = name.split("/")
    return finding(audit, kind, tier, title, [Quote(line, PAGE) for line in lines], why="w", fix="Fix")


def left(*findings: Finding, keep: tuple[Finding, ...] = ()) -> tuple[list[str], list[str]]:
    """The kinds of what stands: findings, lines of praise."""
    (result,) = agreed([AuditResult("any", 1, "t", Status.SCORED, "s", findings=findings, keep=keep)])
    return [found.kind for found in result.findings], [praise.kind for praise in result.keep]


PRICES = told("merits/prices", "It says openly what it costs", "A stair from £4,200", "A handrail £310")
NO_PRICE = told(
    "self-service/no-price", "No price, range or example with its price was found on the 6 pages read", "Ask us"
)


def test_what_is_shown_stands_and_what_says_that_it_is_nowhere_falls():
    assert left(NO_PRICE) == (["no-price"], [])
    assert left(NO_PRICE, keep=(PRICES,)) == ([], ["prices"])
    other = told("who-vouches/nobody", "No customer is named or quoted on the 6 pages read", "Trusted locally")
    assert left(other, keep=(PRICES,)) == (["nobody"], ["prices"])


def test_praise_that_another_finding_faults_refutes_nothing():
    slip = told("visible-errors/slips", "2 slips", "A stair from £4,200", "A handrail £310", tier=Tier.VISIBLE)
    assert left(NO_PRICE, slip, keep=(PRICES,)) == (["no-price", "slips"], [])


def test_praise_of_a_promise_that_is_taken_back_falls_with_its_other_lines():
    free = told(
        "merits/free", "A first step costs nothing, and it says so", "A free trial week, then decide", "Free week"
    )
    back = "Promised: “A free trial week, then decide”. Taken back: “the year is due”"
    lines = ("A free trial week, then decide", "Before that the year is due.")
    assert left(told("one-voice/promise", back, *lines, tier=Tier.VISIBLE), keep=(free,)) == (["promise"], [])
    assert left(told("one-voice/versions", "Two versions", *lines, tier=Tier.VISIBLE), keep=(free,))[1] == ["free"]


@pytest.mark.parametrize(
    ("title", "things"),
    [
        ("No line on the 6 pages read says what a usual job or an hour costs; or how long it holds", {"a price"}),
        ("No line on the 6 pages read says how long it holds; or what it costs", {"a price"}),
        ("No line on the 6 pages read says what a missed appointment costs", set()),
        ("Under “Our prices” no price stands, while “From £9” stands elsewhere", set()),
        (
            "Whoever lets somebody in finds little to look up: not one name behind “our team”",
            {"somebody of its people"},
        ),
        (
            "It praises its service (“prompt”), and nothing on the 6 pages read says how soon one is answered",
            {"how soon it answers"},
        ),
    ],
)
def test_a_title_denies_what_it_says_of_no_other_place(title, things):
    assert denied(title) == things


def test_what_the_site_itself_says_denies_nothing():
    assert denied("It says “no telephone number, no waiting”, and names nobody on the 6 pages read") == {
        "somebody of its people"
    }
    assert denied("Its telephone number stands on each of the 6 pages read") == frozenset()


@pytest.mark.parametrize("thing", sorted(DENIED))
def test_each_thing_is_denied_in_words_and_credited_under_kinds_that_audits_use(thing):
    folder = Path(auditor.__file__).parent
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")) if path.name != "accord.py"
    )
    words += "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / "data" / "buyers").glob("*.toml")))
    assert DENIED[thing].search(words)
    for name in SHOWN[thing]:
        audit, kind = name.split("/")
        told_in = "\n".join(
            (folder / part).read_text(encoding="utf-8")
            for part in (f"audits/{audit.replace('-', '_')}.py",)
        )  # fmt: skip
        assert f'"{kind}"' in told_in


def test_a_praised_line_falls_where_it_is_faulted_and_takes_a_title_that_names_it_along():
    slip = told("visible-errors/slips", "A slip", "A stair from £4,200", tier=Tier.VISIBLE)
    (result,) = agreed([AuditResult("a", 1, "t", Status.SCORED, "s", findings=(slip,), keep=(PRICES,))])
    assert [quote.text for quote in result.keep[0].quotes] == ["A handrail £310"]
    named = told("merits/prices", "It names “A stair”", "A stair from £4,200", "A handrail £310")
    assert left(slip, keep=(named,)) == (["slips"], [])
    moved = told("promote/nearest", "Move it", "A stair from £4,200", tier=Tier.PROMOTE)
    assert left(moved, keep=(PRICES,)) == (["nearest"], ["prices"])


def test_a_line_that_is_recommended_counted_or_shown_beside_what_is_missing_is_not_faulted():
    call = "Ring the workshop on 01584 960 112"
    reached = told("way-in/reachable", "Its telephone number stands on each of the 6 pages read", call)
    unsaid = told(
        "way-in/unsaid", "It asks to be contacted, and nothing on the 6 pages read says how soon one hears", call
    )
    assert left(unsaid, keep=(reached,)) == (["unsaid"], ["reachable"])
    named = told("way-in/mute", "“ring the workshop” asks to act, and nothing there can be pressed for it", call)
    assert left(named, keep=(reached,)) == (["mute"], [])
    welcome = told("first-screen/anyone", "The headline says nothing (“Welcome”)", "Welcome", "A stair from £4,200")
    assert left(welcome, keep=(PRICES,)) == (["anyone"], ["prices"])
    greeting = told("merits/bound", "It binds itself", "Welcome")
    assert left(welcome, keep=(greeting,)) == (["anyone"], [])
    counted = told("focus-mix/home", "Of 20 lines 19 are about the product", "A stair from £4,200")
    assert left(counted, keep=(PRICES,)) == (["home"], ["prices"])


def test_praise_does_not_hold_one_side_of_a_contradiction():
    years = told(
        "one-voice/years", "It counts “over 30 years” and “50 years”", "For over 30 years", "50 years of stairs",
        tier=Tier.VISIBLE,
    )  # fmt: skip
    people = told(
        "accountability/people-named", "It says of its people what they have learned", "Ann has built for 50 years."
    )
    assert left(years, keep=(people,)) == (["years"], [])
    young = told(
        "accountability/people-named", "It says of its people what they have learned", "Ben has built for 150 years."
    )
    assert left(years, keep=(young,)) == (["years"], ["people-named"])


def test_a_line_is_not_moved_to_the_top_and_called_mere_praise():
    line = "Always on time, and the same joiner comes each day"
    moved = told("promote/counted-on", "The home page leaves it out", line, tier=Tier.PROMOTE)
    praise = told("service-measured/praised-punctuality", "It praises its service (“on time”)", line)
    assert left(moved) == (["counted-on"], [])
    assert left(moved, praise) == (["praised-punctuality"], [])
    example = told("focus-mix/product", "Of 40 lines 30 are about the product", line, tier=Tier.REST)
    assert left(moved, example) == (["counted-on", "product"], [])


def test_an_audit_whose_findings_all_fall_says_its_summary_and_keeps_its_score():
    result = AuditResult(
        "self-service", 1, "Prices are missing", Status.SCORED, "It was read.", 0.4, findings=(NO_PRICE,)
    )
    praising = AuditResult("merits", 1, "t", Status.SCORED, "s", keep=(PRICES,))
    first, second = agreed([result, praising])
    assert (first.title, first.findings, first.score) == ("It was read.", (), 0.4)
    assert second is praising
    assert agreed([first, second]) == (first, second)


def test_hours_are_not_praised_on_a_page_that_says_that_the_house_is_closed():
    hours = told(
        "merits/hours", "It gives its hours, evening or weekend among them", "We are open Tuesday to Sunday, 9.30 to 4"
    )
    shut = told("upkeep/lapsed", "What it shows as current is from 2020", "April 2020: our shops are closed.")
    fees = told("upkeep/lapsed", "What it shows as current is from 2020", "Fees for 2020")
    assert left(shut, keep=(hours, PRICES)) == (["lapsed"], ["prices"])
    assert left(fees, keep=(hours,)) == (["lapsed"], ["hours"])
    today = told("one-voice/absent", "It says two things", "Closed on Sundays", tier=Tier.VISIBLE)
    assert left(today, keep=(hours,)) == (["absent"], ["hours"])
