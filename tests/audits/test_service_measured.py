"""Promises of service: adjectives against times, rates and rules, in the company's own voice."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.service_measured import service_measured
from auditor.model import AuditResult, Status
from auditor.promises import promises

FILL = "\n".join(
    f"[main sentence] feature: Pump number {n} has a double seal and a painted housing." for n in range(20)
)


def said(*lines: str) -> AuditResult:
    return perform(service_measured, example("\n".join(("/ Acme", *lines, FILL))))


def kinds(line: str) -> set[tuple[str, bool]]:
    return {(entry.kind, entry.defined) for entry in promises(example("/ Acme\n" + line))}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[main sentence] company: Our office is known for its prompt and courteous replies.", "answer"),
        ("[main bullet] feature: Fast turnaround", "speed"),
        ("[main sentence] company: We always deliver on time.", "punctuality"),
        ("[main sentence] company: Guaranteed uptime for every shop we host.", "uptime"),
        ("[main sentence] company: We are proud of our outstanding customer service.", "satisfaction"),
    ],
)
def test_praise_without_a_measure_is_of_its_kind(line, kind):
    assert kinds(line) == {(kind, False)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[main sentence] feature: We call you back within 15 minutes.", "answer"),
        ("[main sentence] feature: Our emergency line is open 24/7.", "answer"),
        ("[main bullet] feature: Seals shipped in 3 working days", "speed"),
        ("[main sentence] company: In spring 96% of our deliveries were on time.", "punctuality"),
        ("[main sentence] feature: The portal runs with 99.9% uptime.", "uptime"),
        ("[main sentence] company: Rated 4.8 out of 5 by our guests.", "satisfaction"),
        ("[main sentence] feature: Not happy? We give you a full refund.", "satisfaction"),
    ],
)
def test_a_time_a_rate_or_a_remedy_defines_it(line, kind):
    assert (kind, True) in kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        "[main quote cite=Jo Ray] company: They gave us fast and friendly service.",
        "[main sentence] company: Most companies promise fast service.",
        "[main sentence] company: It is our goal to give prompt service.",
        "[main sentence] feature: The pump has a fast or a gradual start.",
        "[main sentence] company?: We give fast service.",
        "[main sentence] feature: Do you want faster delivery?",
        "[main bullet] feature: 100% on-time delivery",
        "[main sentence] feature: Slide 1 / 5",
        "[main sentence] feature: Printed by SLA from liquid resin.",
        "[main sentence] company: Named by the dairy board for excellent customer service.",
        "[main sentence] policy: We answer requests about your personal data within 30 days.",
    ],
)
def test_what_is_not_the_companys_own_promise_of_service_is_none(line):
    assert kinds(line) == set()


def test_reviews_without_marks_are_not_the_companys_words():
    site = example("/testimonial/all Reviews\n[main sentence] company: Fast service, great service, done the same day.")
    assert promises(site) == ()


def test_an_adjective_is_answered_by_a_measure_of_the_same_kind_only():
    praise = "[first heading 2] feature: Fast and reliable repair service"
    assert [f.kind for f in said(praise).findings] == ["praised-speed"]
    assert [f.kind for f in said(praise, "[main sentence] feature: We call back within 1 hour.").findings] == [
        "praised-speed"
    ]
    assert not said(praise, "[main sentence] feature: Repairs are done in 2 days.").findings


def test_praise_of_how_good_it_is_is_not_told_where_customers_cases_or_a_remedy_say_so():
    praise = "[first heading 1] company: Unmatched personal service"
    assert [found.kind for found in said(praise).findings] == ["praised-satisfaction"]
    for line in (
        "[main quote cite=Jo Ray, Hilltop] company: They stayed until the last of it was dry.",
        "[footer sentence] other: You pay nothing unless you win.",
        "[main heading 2] other: Our verdicts\n" + "[main sentence] other: A driver was paid $90,000.\n" * 3,
    ):
        assert not said(praise, line).findings, line


def test_one_line_far_down_is_no_finding():
    assert not said("[main sentence] company: We give fast service.").findings


def test_a_rate_without_who_counted_when_is_told_and_one_with_is_not():
    bare = said("[main sentence] company: 98% customer satisfaction.")
    assert [f.kind for f in bare.findings] == ["rate-without-method"]
    sourced = said(
        "[main sentence] company: 98% customer satisfaction.", "[main sentence] other: 212 replies, survey of 2024."
    )
    assert not sourced.findings
    assert not said("[main sentence] feature: Backed by a 99.9% uptime SLA.").findings


def test_what_is_defined_is_counted_and_nothing_is_scored():
    result = said("[main sentence] feature: We call you back within 15 minutes.")
    assert [entry["words"] for entry in result.numbers["measures"]] == ["within 15 minutes"]
    assert result.score is None


def test_a_site_that_promises_nothing_is_not_judged():
    assert said().status is Status.NOT_APPLICABLE
    assert perform(service_measured, example("/ Acme\n[main sentence] feature: Pumps.")).status is Status.NOT_ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "Within 14 days of arrival, the whole booking is forfeited.",
        "Your deposit is non-refundable and the date is confirmed within 2 days.",
        "Cancellations within 24 hours of delivery incur a fee of $40.",
        "If you cancel within two days of the visit, we complete the invoice within 24 hours.",
    ],
)
def test_what_a_customer_loses_or_pays_is_no_promise_of_service(line):
    assert not kinds(f"[main sentence] policy: {line}")


def test_that_one_can_call_day_and_night_does_not_say_how_soon_somebody_answers():
    fast = ("[main sentence] company: Our team responds fast.", "[main bullet] company: Fast response to every call")
    always = "[main sentence] feature: 24/7 call-out support"
    assert [entry.kind for entry in said(*fast, always).findings] == ["praised-answer"]
    assert said(*fast, "[main sentence] feature: We answer every call within two hours.").findings == ()


def test_the_hint_in_a_field_of_a_form_promises_nothing():
    assert kinds("[main sentence] feature: We answer within 4 hours.") == {("answer", True)}
    assert kinds("[main sentence] feature: e.g. We answer within 4 hours.") == set()


def test_how_fast_it_is_may_stand_in_a_customers_words_alone():
    praise = "[first heading 1] feature: Fast repairs for every dairy"
    (bare,) = [entry for entry in said(praise).findings if entry.kind == "praised-speed"]
    assert bare.title.endswith("and nothing on the one page read says how fast it is")
    told = "[main quote cite=Jo Ray] company: They had the pump back to us the same day, running like new."
    (heard,) = [entry for entry in said(praise, told).findings if entry.kind == "praised-speed"]
    assert heard.title.endswith("and only a customer says how fast it is")


def test_how_soon_one_is_answered_is_believed_of_terms_and_help_too():
    praise = "[first heading 1] company: Prompt replies and responsive support"
    assert "praised-answer" in {found.kind for found in said(praise).findings}
    told = "/blog/how How we work\n[main sentence] other: Whoever writes to us gets a reply within two working days."
    assert "praised-answer" not in {found.kind for found in said(praise, told).findings}
