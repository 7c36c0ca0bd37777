"""Jargon, short-term, consistency and two-faces: unscored, and quiet unless strong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor import run
from auditor.audit import Audit, example, perform
from auditor.audits.consistency import consistency
from auditor.audits.jargon import MOST_FORMS, jargon
from auditor.audits.short_term import short_term
from auditor.audits.two_faces import two_faces
from auditor.model import Status
from auditor.settings import Settings

FILL = "[main sentence] feature: The yard lies behind the old station and holds sixty pumps of every make that we sell."


def judged(entry: Audit, *lines: str):
    return perform(entry, example("\n".join(["/ Acme", *lines, FILL])))


# --- jargon ---------------------------------------------------------------------------------------------------------

SHORT = [
    "[first heading 1] feature: Pumps with full CIP support",
    "[main sentence] feature: It sends alarms to your CMMS.",
]


def test_an_everyday_word_in_capitals_is_no_short_form():
    result = judged(jargon, *SHORT, "[main sentence] feature: Whom do you TRUST with your pump?")
    assert result.numbers["unexplained"] == ["CIP", "CMMS"]


def test_three_short_forms_on_the_home_page_that_are_explained_nowhere_are_told_by_name():
    (found,) = judged(jargon, *SHORT, "[main sentence] feature: A VFD is fitted.").findings
    assert found.title == "3 short forms on the home page are explained nowhere: CIP, CMMS, VFD"


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: A variable frequency drive is fitted; the VFD is ours.",
        "[main sentence] feature: The drive (VFD) is fitted; a VFD is quiet.",
        "[main sentence] feature: VFD - drive of the motor",
        "[main sentence] feature: The motor's drive (also known as VFD) is fitted.",
        "[main sentence] feature: VFD: motor drive",
        "[main bullet] feature: Motor drive - VFD",
        "[main sentence] feature: A PDF of the CEO's letter is at hand.",
        "[main sentence] spec: VFD 0.75 kW",
        "[main sentence] company: VFD made us a partner in May.",
        "[main sentence] feature: The VFD Group makes the drive.",
        "[main sentence] feature: EVERY PUMP HAS A VFD FITTED.",
        "[main quote cite=Jo Ray] feature: The VFD is quiet.",
    ],
)
def test_short_forms_spelled_out_known_measured_named_shouted_or_quoted_are_left_alone(line):
    assert not judged(jargon, *SHORT, line).findings


def test_a_short_form_that_ends_a_list_in_brackets_is_not_explained_by_it():
    found = judged(jargon, *SHORT, "[main sentence] feature: Two motors (pump, fan, VFD) are fitted.").findings
    assert [entry.kind for entry in found] == ["short-forms"]


def test_a_short_form_that_another_page_explains_is_left_alone():
    lines = [
        *SHORT,
        "[main sentence] feature: A VFD is fitted.",
        "/product/a A",
        "[main sentence] feature: VFD - motor drive",
    ]
    assert not judged(jargon, *lines).findings


def test_a_product_page_may_speak_to_specialists_and_its_short_forms_are_only_listed():
    lines = ["/product/gx GX", "[main sentence] feature: The CIP, the CMMS and the VFD are joined."]
    result = judged(jargon, *lines)
    assert not result.findings
    assert result.numbers["unexplained"] == ["CIP", "CMMS", "VFD"]


# --- short-term -----------------------------------------------------------------------------------------------------

OURS = "[main sentence] company: We are Acme and we make pumps."


@pytest.mark.parametrize(
    "line",
    [
        "Our goal is sustained growth and higher shareholder value.",
        "We aim to double our turnover by the end of the decade.",
        "Our mission: to increase market share in every county.",
        "We strive to work safely and profitably.",
    ],
)
def test_the_companys_own_money_as_an_aim_is_told(line):
    assert [found.kind for found in judged(short_term, OURS, f"[main sentence] company: {line}").findings] == ["money"]


@pytest.mark.parametrize(
    "line",
    [
        "Our goal is your growth and your profit.",
        "We aim to help dairies grow their business.",
        "We want to find the best pump for every client.",
        "We have grown every year since 1921.",
        "We aim to be the leading pump maker of the county.",
        "Do we aim at sustained growth?",
    ],
)
def test_the_customers_money_a_history_a_question_and_one_rank_are_left_alone(line):
    assert not judged(short_term, OURS, f"[main sentence] company: {line}").findings


def test_two_ranks_as_aims_are_told():
    ranks = ["We aim to be the leading pump maker of the county.", "Our vision is to become number one in seals."]
    assert [f.kind for f in judged(short_term, *[f"[main sentence] company: {line}" for line in ranks]).findings] == [
        "rank"
    ]


# --- consistency ----------------------------------------------------------------------------------------------------


def promised(home: list[str], offers: list[str]):
    first = [f"[main sentence] outcome: {line}" for line in home]
    pages = []
    for n, line in enumerate(offers):
        pages += [f"/product/p{n} P{n}", f"[main sentence] outcome: {line}"]
    return perform(consistency, example("\n".join(["/ Acme", *first, *pages])))


CHEAP = [
    "You save a third of what a pump costs.",
    "Your budget for repairs is cut.",
    "It is cheaper from the first month.",
]
SAFE = [
    f"Your {who} is safe from the {what}."
    for who, what in zip("herd tank yard vet cow dog".split(), "abcdef", strict=True)
]


def test_two_promises_that_never_meet_are_told_with_both_sides_quoted():
    (found,) = promised(CHEAP, SAFE).findings
    assert "promises money, and the offers safety" in found.title
    assert len(found.quotes) == 4


def test_one_line_in_common_or_too_few_lines_say_nothing():
    assert not promised(CHEAP, [*SAFE, "It saves the price of a second pump."]).findings
    assert not promised([*CHEAP, "Your herd is safe."], SAFE).findings
    assert not promised(CHEAP, SAFE[:4]).findings
    assert promised(CHEAP[:1], SAFE).status is Status.NOT_ENOUGH


# --- two-faces ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "page", "line"),
    [
        ("resource", "/investors", "We monetise our customer base year by year."),
        ("resource", "/careers", "You will upsell existing customers by phone."),
        ("resource", "/other/partners", "Share of wallet grows with every visit."),
        ("blame", "/support", "A dry run is user error and not covered."),
        ("blame", "/docs", "You probably forgot to open the valve."),
        ("scorn", "/careers", "Can stay calm with annoying customers all day."),
    ],
)
def test_words_to_others_about_customers_are_told_by_kind(kind, page, line):
    result = judged(two_faces, f"{page} Page", f"[main sentence] company: {line}")
    assert [found.kind for found in result.findings] == [kind]


def test_the_same_words_to_customers_quoted_or_asked_are_not_this_audits():
    assert judged(two_faces, "[main sentence] company: We monetise our customer base.").status is Status.NOT_APPLICABLE
    for line in (
        "[main quote cite=Jo Ray] company: Share of wallet grows.",
        "[main sentence] other: Is it user error?",
    ):
        assert not judged(two_faces, "/support Help", line).findings


def test_what_customers_gain_told_to_candidates_is_praised():
    line = "[main sentence] outcome: You help families keep their milk cold through the summer."
    assert [found.kind for found in judged(two_faces, "/careers Jobs", line).keep] == ["gains"]


def test_comments_in_the_source_are_read_only_when_asked_for():
    site = example("/ Acme\n/careers Jobs\n[main sentence] company: We hire fitters.")
    pages = tuple(
        replace(page, page=replace(page.page, comments=("hide this from the stupid customers",))) for page in site.pages
    )
    quiet = perform(two_faces, replace(site, pages=pages))
    (found,) = perform(two_faces, replace(site, pages=pages, comments=True)).findings
    assert not quiet.findings
    assert found.quotes[0].source == "comment"
    assert found.title.startswith("To those who read the source")


def test_rivals_and_comments_reach_the_audits_from_the_settings(tmp_path):
    (tmp_path / "site").mkdir()
    lines = [
        "<p>Acme values its customers and their trust.</p>",
        "<p>Acme offers quality service and quality products.</p>",
        "<p>At Acme, we are committed to excellence.</p>",
        "<p>Our yard lies behind the old station, and its sixty pumps of every make can be seen by daylight.</p>",
    ]
    (tmp_path / "site" / "index.html").write_text(
        "<html lang=en><title>Acme</title><h1>Acme pumps</h1><!-- hide this from the stupid customers -->"
        + "".join(lines)
    )
    settings = Settings(
        output=tmp_path / "out", name="Acme", rival=("Northway",), comments=True, fast=True, formats=("json",)
    )
    found, _ = run.audit(str(tmp_path / "site"), settings)
    by_id = {result.id: result for result in found.results}
    assert by_id["audience"].numbers["rivals"] == ["Northway"]
    assert [entry.kind for entry in by_id["two-faces"].findings] == ["scorn"]


def test_of_short_forms_without_end_no_more_are_looked_up_than_any_real_site_has():
    forms = [a + b + c for a in "BCDFGHKL" for b in "XZQWVJ" for c in "BCDFG"]
    lines = [f"[main sentence] feature: Our {form} pump keeps the yard dry." for form in forms]
    result = jargon.judge(example("\n".join(["/ Acme", *lines])))
    assert len(forms) > MOST_FORMS
    assert f"{MOST_FORMS} short forms" in result.summary
