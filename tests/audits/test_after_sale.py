"""Stages of a customer's life, and promises of what comes after the sale."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.after_sale import after_sale
from auditor.journey import Stage, pledges, stage_of
from auditor.model import AuditResult, Status

SHOP = [
    "/ Acme",
    "[first heading 1] feature: Pumps for dairies",
    "[first button /contact] other: Get a quote",
    "[first button /product/gx] other: Buy now",
    "[first button /contact] other: Book a visit",
]
REST = [
    "/product/gx GX-200",
    "[main sentence] feature: A pump.",
    "/contact Contact",
    "[main sentence] other: Write to us.",
]


def site(*lines: str, after: tuple[str, ...] = ()) -> AuditResult:
    return perform(after_sale, example("\n".join((*SHOP, *lines, *REST, *after))))


@pytest.mark.parametrize(
    ("label", "stage"),
    [
        ("Learn more", Stage.DISCOVER),
        ("Case studies", Stage.EVALUATE),
        ("Request a quote", Stage.BUY),
        ("555 010 2030", Stage.BUY),
        ("Getting started", Stage.START),
        ("User guide", Stage.USE),
        ("Client login", Stage.USE),
        ("Technical support", Stage.HELP),
        ("Report a claim", Stage.HELP),
        ("Renew your plan", Stage.LEAVE),
        ("Vow renewals", None),
        ("Stainless steel", None),
    ],
)
def test_a_label_serves_a_stage(label, stage):
    assert stage_of(label) is stage


def test_a_site_that_serves_only_buyers_has_its_stages_counted_and_is_told_nothing():
    result = site()
    assert not result.findings
    assert result.score is None
    assert result.numbers["stages"]["buy"] != "none found"
    assert result.numbers["stages"]["get help"] == "none found"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[main sentence] company: Every pump is backed by our full warranty.", "warranty"),
        ("[main sentence] company: We stand behind our work.", "warranty"),
        ("[main sentence] company: We give ongoing technical support.", "support"),
        ("[main sentence] company: Our work doesn't end when the pump runs.", "support"),
        ("[main bullet] feature: Hassle-free returns", "returns"),
        ("[main sentence] feature: We provide training for your staff.", "training"),
        ("[main sentence] feature: Follow every repair in our customer portal.", "portal"),
        ("[main sentence] feature: We offer yearly maintenance plans.", "maintenance"),
    ],
)
def test_a_promise_for_after_the_sale_is_found_and_not_met(line, kind):
    found = pledges(example("/ Acme\n" + line))
    assert {(entry.kind, entry.met) for entry in found} == {(kind, False)}


@pytest.mark.parametrize(
    ("way", "met"), [("Call 01632 960 187", True), ("yard@acme.example", True), ("By the lock", False)]
)
def test_help_that_is_promised_can_be_called_in_where_a_number_or_mailbox_stands(way, met):
    line = "[main sentence] company: We give ongoing technical support."
    (found,) = pledges(example(f"/ Acme\n{line}\n[footer sentence] other: {way}"))
    assert found.met is met


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: A plain overhaul starts at $240.",
        "[main sentence] company: We guarantee that all our work is done by the rules.",
        "[main sentence] company: Moments that stay with you long after the party.",
        "[main sentence] company: Join a team with ongoing support.",
        "[main quote cite=Jo Ray] company: They give ongoing support.",
        "[main sentence] company?: Every pump is backed by our full warranty.",
    ],
)
def test_what_only_sounds_like_one_is_none(line):
    assert pledges(example("/ Acme\n" + line)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: The 5-year warranty covers the shaft.",
        "[footer link /warranty] other: Warranty",
        "[main sentence] feature: If a seal fails, we come back and fix it free.",
    ],
)
def test_in_doubt_a_promise_is_met(line):
    promise = "[main sentence] company: Every pump is backed by our full warranty."
    assert all(entry.met for entry in pledges(example(f"/ Acme\n{promise}\n{line}")))


def test_a_broken_promise_is_one_finding_and_says_what_to_add():
    result = site(
        "[nav link /x] other: Support",
        "[main sentence] company: Every pump is backed by our full warranty.",
        "[main sentence] company: We stand behind our work.",
    )
    assert [f.kind for f in result.findings] == ["promised-warranty"]
    assert len(result.findings[0].quotes) == 2
    assert result.findings[0].fix.startswith("State")


def test_two_pages_are_too_few_to_miss_anything():
    assert perform(after_sale, example("/ Acme\n[main sentence] feature: Pumps.")).status is Status.NOT_ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "We buy our soaps from leading manufacturers, and many of them come with a full warranty.",
        "Most brands come with warranties.",
        "Every tap comes with a manufacturer's warranty.",
        "Our descaler gives guaranteed results.",
    ],
)
def test_the_warranty_of_a_maker_is_no_promise_of_the_vendors(line):
    assert not pledges(example("\n".join([*SHOP, f"[second sentence] company: {line}", *REST])))


@pytest.mark.parametrize("label", ["Move-in move-out cleaning", "Move Out Cleaning"])
def test_a_service_named_after_a_move_is_no_way_to_leave(label):
    assert stage_of(label) not in (Stage.LEAVE, Stage.START)


def test_a_club_is_not_said_to_have_no_members():
    result = perform(after_sale, example("\n".join(["/ Hill Rowing Club", *SHOP[1:], *REST]), name="Hill Rowing Club"))
    assert result.summary == "It is the site of a club: what comes after a sale is asked of companies alone."
