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


def test_a_site_that_serves_only_buyers_is_told_so_with_its_calls():
    result = site()
    assert [f.kind for f in result.findings] == ["forgotten"]
    assert [q.text for q in result.findings[0].quotes] == ["Get a quote", "Buy now", "Book a visit"]
    assert result.score is None


@pytest.mark.parametrize("label", ["Support", "Client login", "Care instructions", "Renew your plan"])
def test_one_door_for_customers_is_enough(label):
    assert not site(f"[nav link /x] other: {label}").findings


def test_donors_and_volunteers_are_not_told_that_they_have_bought():
    assert not site("[main button /give] other: Donate now").findings


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
        "[main sentence] feature: A simple return starts at $195.",
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


CLIENTS = "[main sentence] company: We keep you informed of every step of your matter."


@pytest.mark.parametrize(
    "line",
    [
        CLIENTS,
        "[main heading 2] feature: Ongoing phone access to your solicitor",
        "[main sentence] feature: A nurse makes a follow-up call in the first week.",
        "[main sentence] company: Existing clients ring the second number.",
        "[main bullet] feature: Aftercare at home",
    ],
)
def test_a_line_for_those_who_have_come_already_is_something_for_them(line):
    assert "forgotten" in {found.kind for found in site().findings}
    assert "forgotten" not in {found.kind for found in site(line).findings}


@pytest.mark.parametrize(
    "title", ["Acme | Weddings in the valley", "Acme | Holiday cottages", "Acme | Towing by night"]
)
def test_a_trade_that_is_over_with_the_day_has_forgotten_nobody(title):
    lines = ["/ " + title, *SHOP[1:], *REST]
    assert not perform(after_sale, example("\n".join(lines))).findings


def test_a_profession_is_told_in_its_own_words():
    (found,) = perform(after_sale, example("\n".join(["/ Acme | Solicitors in the valley", *SHOP[1:], *REST]))).findings
    assert "already a client" in found.title
    assert "fails" not in found.fix


def test_a_call_to_those_who_look_for_work_is_none_to_buyers():
    lines = [*SHOP[:-1], "[first button /jobs] other: Contact us to apply", *REST]
    assert not perform(after_sale, example("\n".join(lines))).findings


@pytest.mark.parametrize(
    "line",
    [
        "We buy our soaps from leading manufacturers, and many of them come with a full warranty.",
        "Most brands come with warranties.",
        "Every tap comes with a manufacturer's warranty.",
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


def test_to_call_is_one_call_to_act_however_many_numbers_are_shown():
    numbers = tuple(f"[main button] other: 01632 9600{n}" for n in range(11, 14))
    two = [line for line in SHOP if "Book" not in line and "Buy" not in line]
    told = {
        entry.title.split(" ")[0]
        for lines in ((), numbers)
        for entry in perform(after_sale, example("\n".join((*SHOP, *lines, *REST)))).findings
        if entry.kind == "forgotten"
    }
    assert told == {"3", "4"}
    few = perform(after_sale, example("\n".join((*two, *numbers, *REST)))).findings
    assert "forgotten" not in {entry.kind for entry in few}
