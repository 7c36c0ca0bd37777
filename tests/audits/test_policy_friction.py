"""Policy friction: the vendor's own terms of sale, the hard ones among them, and what is not his or not the sale."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.policy_friction import policy_friction
from auditor.model import Status
from auditor.terms import harsh_terms, own_terms

HOME = ["/ Acme", "[first heading 1] company: Customers come first"]


def terms(*lines: str, path: str = "/policy/terms", title: str = "Terms of sale"):
    body = [f"[main sentence] policy: {line}" for line in lines]
    return example("\n".join([*HOME, f"{path} {title}", f"[main heading 1] policy: {title}", *body]))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("no-refund", "Deposits are non-refundable."),
        ("no-refund", "Sorry, no refunds after 24 hours."),
        ("no-refund", "All sales are final once the van has left."),
        ("no-refund", "Hire charges will not be refunded for unused days."),
        ("no-return", "Cut hoses cannot be returned."),
        ("no-return", "We do not accept returns of seals."),
        ("forfeit", "The deposit is forfeited if you do not collect."),
        ("fee", "A restocking fee of 25% applies."),
        ("fee", "Missed appointments may result in a fee."),
        ("fee", "Late cancellations will be charged at the full price of the visit, or incur a fee."),
        ("discretion", "We may cancel an order at our sole discretion."),
        ("change", "Acme reserves the right to change prices."),
        ("change", "Prices are subject to change without notice."),
        ("renewal", "The service contract renews automatically each May."),
        ("deadline", "Defects must be reported in writing within 3 days of delivery."),
        ("deadline", "48 hours notice is required for every change."),
        ("costs", "Return shipping is at the customer's expense."),
    ],
)
def test_a_hard_term_is_known_by_its_kind(kind, line):
    (found,) = harsh_terms(terms(line))
    assert found.kind == kind
    assert found.words in line


@pytest.mark.parametrize(
    "line",
    [
        "There is no restocking fee.",
        "You will never be charged a cancellation fee.",
        "Please give us 24 hours notice to cancel where you can.",
        "We reply to every claim within 24 hours.",
        "You have the right to cancel within three business days.",
        "We will, at our sole discretion, repair or replace the pump.",
        "The IRS does not refund late filing fees.",
        "Your insurer may charge a cancellation fee.",
        "We may remove any user name at our sole discretion.",
        "We may, at our sole discretion and without notice, block any material posted.",
        "Use of this website is at your own risk and no refunds are given for downloads.",
    ],
)
def test_what_is_granted_asked_kindly_or_ruled_by_others_is_not_held_against_the_vendor(line):
    assert not harsh_terms(terms(line))


@pytest.mark.parametrize("title", ["Privacy policy", "Cookie notice", "Terms of use", "Code of conduct", "Disclaimer"])
def test_pages_about_the_website_data_or_conduct_hold_no_terms_of_sale(title):
    site = terms("Deposits are non-refundable.", path="/policy/page", title=title)
    assert not own_terms(site)
    assert perform(policy_friction, site).status is Status.NOT_APPLICABLE


def test_each_kind_is_one_finding_with_all_its_lines_and_a_pattern_that_gives_the_reason():
    site = terms("Deposits are non-refundable.", "Hire is non-refundable.", "A restocking fee of 25% applies.")
    found = perform(policy_friction, site).findings
    assert [entry.kind for entry in found] == ["no-refund", "fee"]
    assert len(found[0].quotes) == 2
    assert "[reason]" in found[0].proposal
    assert not any(entry.lead for entry in found)


def test_terms_that_bind_only_the_customer_are_told_and_a_duty_of_the_vendor_by_any_name_counts():
    asks = [
        f"The buyer must {verb} within the time agreed." for verb in "pay sign unload test store inspect return".split()
    ]
    assert "one-sided" in {entry.kind for entry in perform(policy_friction, terms(*asks)).findings}
    owes = [f"Acme will {verb} the pump in time." for verb in "deliver fit".split()]
    assert "one-sided" not in {entry.kind for entry in perform(policy_friction, terms(*asks, *owes)).findings}


def test_a_plain_right_is_praised_and_nothing_is_scored():
    result = perform(policy_friction, terms("You may return a pump within 30 days.", "We will refund what you paid."))
    assert [entry.kind for entry in result.keep] == ["fair", "fair"]
    assert result.score is None


def test_rules_on_other_pages_count_only_where_they_are_surely_rules():
    sure = example("\n".join([*HOME, "[main sentence] policy: Deposits are non-refundable."]))
    unsure = example("\n".join([*HOME, "[main sentence] policy?: Deposits are non-refundable."]))
    sold = example("\n".join([*HOME, "[main sentence] feature: Non-refundable fares from $40."]))
    assert [len(harsh_terms(site)) for site in (sure, unsure, sold)] == [1, 0, 0]


def test_a_booking_that_is_lost_is_told_before_a_small_fee():
    result = perform(
        policy_friction,
        terms(
            "Cancellations made earlier cost a cancellation fee of $20.",
            "In the last fortnight, 100% of the fee is forfeited.",
        ),
    )
    titles = [found.title for found in sorted(result.findings, key=lambda found: -found.weight)]
    assert titles == [
        "Its own terms keep the customer's money: “100% of the fee is forfeited”",
        "Its own terms charge a fee when plans change: “cancellation fee”",
    ]


def test_what_softens_a_term_is_quoted_with_it():
    (found,) = perform(
        policy_friction, terms("Later, 100% of the fee is forfeited unless we lend the pump again.")
    ).findings
    assert found.title.endswith("“100% of the fee is forfeited unless we lend the pump again”")


def test_of_several_fees_the_one_that_costs_most_is_told():
    said = terms("A late fee of $15 is added.", "Missed appointments will be charged the full price of the visit.")
    (found,) = perform(policy_friction, said).findings
    assert found.title.startswith(
        "Its own terms charge a fee when plans change: “appointments will be charged the full"
    )


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("A late payment charge of 2% applies.", "when a payment is late"),
        ("A restocking fee of 25% applies.", "for goods that come back"),
        ("An early termination fee applies.", "when a contract ends early"),
        ("A no-show fee of $30 applies.", "when plans change"),
    ],
)
def test_a_title_says_of_a_fee_what_its_term_says(line, case):
    (found,) = perform(policy_friction, terms(line)).findings
    assert found.title.startswith(f"Its own terms charge a fee {case}: “")


def test_one_line_of_terms_is_told_as_one():
    result = perform(policy_friction, terms("Invoices are sent on the first Monday of every month."))
    assert result.status is Status.NOT_ENOUGH
    assert result.summary == "1 line of its own terms is too few to judge."


def test_a_refund_that_one_line_rules_out_and_another_grants_is_told_with_both():
    kept = "[main sentence] policy: The deposit of $100 is non-refundable."
    given = "[main sentence] policy: A refund is made only if you give us 48 hours notice."
    found = perform(policy_friction, example(f"/ Acme\n/course Course\n{kept}\n{given}")).findings
    assert [entry.kind for entry in found] == ["refund-both"]
    assert len(found[0].quotes) == 2
    alone = perform(policy_friction, example(f"/ Acme\n/course Course\n{kept}")).findings
    assert [entry.kind for entry in alone] == ["no-refund"]


def test_two_refunds_of_two_moneys_or_in_two_cases_are_no_contradiction():
    for kept, given in (
        ("No refunds are given when a child is ill.", "The deposit will be refunded only if you write to us by June."),
        ("No refunds in the case of bad weather.", "A refund is made only if the tutor cancels."),
    ):
        assert "refund-both" not in {found.kind for found in perform(policy_friction, terms(kept, given)).findings}, (
            kept
        )
    one = "No refunds where a lesson is cancelled because of reasons outside our control."
    other = "A refund is made only with a day of notice, where a lesson is cancelled because of reasons outside our control."
    assert "refund-both" in {found.kind for found in perform(policy_friction, terms(one, other)).findings}


def test_a_refusal_with_a_deadline_grants_nothing():
    for denied in (
        "We will not issue a refund if you cancel with less than 30 hours notice.",
        "Deposits cannot be refunded if you cancel within 9 days of the day.",
    ):
        result = perform(policy_friction, terms("Deposits are non-refundable.", denied))
        assert "refund-both" not in {found.kind for found in result.findings}, denied
