"""The two-by-two picture of said and shown, the pairs beside it, and the tables of what buyers and customers find."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from auditor.audit import catalogue, example, perform
from auditor.model import AuditResult, Run, Status
from auditor.report import checklists, twobytwo
from auditor.report.html import report
from tests.report import hostile, northbeck

SITE = (
    """
/ Acme
[nav link /support] other: Support
[first heading 1] company: At Acme, customers come first
[first sentence] company: Your satisfaction is our top priority.
[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.
"""
    + "\n".join(f"[main sentence] feature: Pump number {n} has a double seal and a painted housing." for n in range(20))
    + """
/policy/terms Terms of sale
[main sentence] policy: Deposits are non-refundable once a pump has been ordered.
/support Help with your pump
[main sentence] feature: Support on 555 010 2030.
"""
)


def audited(text: str = SITE) -> Run:
    site = example(text)
    results = tuple(perform(entry, site) for entry in catalogue())
    return replace(northbeck.run(), results=results, site="example.com")


def page(run: Run) -> html.HtmlElement:
    text = report(run, northbeck.pages(), manuals={}, method={}, show_score=False)
    return html.fromstring(text)


def test_the_picture_says_in_words_all_that_it_draws():
    run = audited()
    tree = page(run)
    picture = twobytwo.picture(run)
    assert picture is not None
    (svg,) = tree.xpath("//section[@id='said']//*[local-name()='svg']")
    assert svg.get("role") == "img"
    title, described = svg.get("aria-labelledby").split()
    assert tree.get_element_by_id(title).text_content() == f"Said and shown: the site {picture.name}"
    words = tree.get_element_by_id(described).text_content()
    for axis, value, span in picture.figures:
        of = "" if value == "not measured" else " of 100"
        assert f"{axis.lower()} {value}{of}, from {span}" in words
    cells = tree.xpath("//section[@id='said']//figcaption//td/text()")
    assert cells == [text for _, value, span in picture.figures for text in (value, span)]


def test_the_point_lies_in_its_range_and_the_range_in_the_field():
    picture = twobytwo.picture(audited())
    assert picture is not None
    x, y, width, height = picture.box
    assert 0 <= x <= picture.x <= x + width <= twobytwo.SIDE
    assert 0 <= y <= picture.y <= y + height <= twobytwo.SIDE


@pytest.mark.parametrize(
    ("say", "show", "name"),
    [
        (0.1, 0.9, "says little, shows much"),
        (0.9, 0.9, "says much, shows much"),
        (0.1, 0.1, "says little, shows little"),
        (0.5, 0.49, "says much, shows little"),
    ],
)
def test_the_field_is_named_by_halves(say, show, name):
    assert twobytwo.quadrant(say, show) == name


def test_a_range_over_several_fields_is_said_so():
    result = AuditResult("say-show", 1, "t", Status.SCORED, "s", 0.5, None, 1.0)
    numbers = {"say": 0.6, "say_low": 0.45, "say_high": 0.9, "show": 0.2, "show_low": 0.1, "show_high": 0.3}
    wide = twobytwo.picture(replace(audited(), results=(replace(result, numbers=numbers),)))
    sure = twobytwo.picture(replace(audited(), results=(replace(result, numbers=numbers | {"say_low": 0.55}),)))
    assert wide is not None
    assert sure is not None
    assert wide.name == "most likely says much, shows little"
    assert wide.reaches == "The range also reaches into: says little, shows little."
    assert sure.name == "says much, shows little"
    assert sure.reaches == ""


def test_a_range_over_more_than_half_of_an_axis_puts_the_site_in_no_field():
    result = AuditResult("say-show", 1, "t", Status.SCORED, "s", 0.5, None, 1.0)
    numbers = {"say": 0.6, "say_low": 0.01, "say_high": 1.0, "show": 0.2, "show_low": 0.1, "show_high": 0.3}
    run = replace(audited(), results=(replace(result, numbers=numbers),))
    vague = twobytwo.picture(run)
    assert vague is not None
    assert (vague.placed, vague.name) == (False, "cannot be placed")
    assert vague.figures == (("Says", "not measured", "1 to 100"), ("Shows", "20", "10 to 30"))
    assert "much" not in vague.label.replace("how much", "")
    section = page(run).get_element_by_id("said")
    assert not section.xpath(".//*[local-name()='circle']")
    declared = ["[main sentence] company: Your satisfaction is our top priority."]
    declared += ["[main heading 2] company: Customers come first"]
    declared += [f"[main sentence] feature: Gate number {n} swings both ways." for n in range(20)]
    (told,) = [entry for entry in catalogue() if entry.id == "say-show"]
    assert perform(told, example("\n".join(declared))).numbers["position"] == "not measured"


def test_declarations_stand_beside_what_the_site_shows_and_the_hard_term_once():
    tree = page(audited())
    pairs = [" ".join(pair.text_content().split()) for pair in tree.find_class("pair")]
    assert len(pairs) == 2
    assert "At Acme, customers come first" in pairs[0]
    assert "They cut our milking time by 40 minutes a day." in pairs[0]
    assert "Its own terms say “Deposits are non-refundable once a pump has been ordered.”" in pairs[0]
    assert "a guarantee with its length or remedy" in pairs[1]
    assert "Its own terms say" not in pairs[1]


@pytest.mark.parametrize("numbers", [{}, {"say": "much", "show": None}, {"say": 0.4, "say_low": 0.1, "say_high": 0.9}])
def test_without_figures_there_is_no_picture_and_no_section(numbers):
    result = AuditResult("say-show", 1, "t", Status.NOT_APPLICABLE, "s", None, None, 1.0, numbers=numbers)
    run = replace(audited(), results=(result,))
    assert twobytwo.picture(run) is None
    assert not page(run).xpath("//*[@id='said'] | //a[@href='#said']")
    assert twobytwo.picture(replace(run, results=())) is None


def test_a_site_that_attacks_the_report_stays_text_in_picture_and_tables():
    attack = '<img src=x onerror=alert(1)>"\u202e'
    line = {
        "text": attack,
        "url": "javascript:alert(1)",
        "source": "text",
        "kind": attack,
        "question": attack,
        "state": attack,
    }
    says = {"say": 1, "say_low": 0, "say_high": 1, "show": 0, "show_low": 0, "show_high": 1, "evidence": [attack]}
    says["pairs"] = [{"topic": attack, "said": line, "shown": [line], "missing": [attack], "against": line}]
    results = (
        AuditResult("say-show", 1, "t", Status.SCORED, "s", 0.5, None, 1.0, numbers=says),
        AuditResult("self-service", 1, "t", Status.INFORMATIVE, "s", None, None, 0.0, numbers={"answers": [line]}),
    )
    text = report(replace(hostile.run(), results=results), hostile.pages(), manuals={}, method={}, show_score=False)
    assert "<img" not in text
    assert not re.search(r"href=[\"']javascript", text)
    assert "\u202e" not in text


def test_the_tables_of_buyers_and_customers_stand_under_their_audits():
    run = audited()
    found = checklists.tables(run)
    assert set(found) == {"after-sale", "self-service"}
    assert [row.name for row in found["self-service"].rows][:2] == ["What it costs", "How soon one hears"]
    stages = {row.name: row for row in found["after-sale"].rows}
    assert stages["Get help"].state.startswith("1 page")
    assert stages["Renew or leave"].state == "none found"
    captions = page(run).xpath("//table[@class='checklist']/caption/text()")
    assert sorted(captions) == ["What serves each stage", "What somebody who reads alone finds"]


def test_an_older_run_without_these_numbers_has_no_tables():
    results = tuple(
        AuditResult(audit, 1, "t", Status.INFORMATIVE, "s", None, None, 0.0)
        for audit in ("after-sale", "self-service", "service-measured")
    )
    assert checklists.tables(replace(northbeck.run(), results=results)) == {}
