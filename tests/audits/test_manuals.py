"""Every audit has a manual whose examples do what they say."""

from __future__ import annotations

import re

import pytest

from auditor.audit import HEADINGS, Audit, AuditResult, catalogue, example, perform
from auditor.model import Status

AUDITS = catalogue()
VERBS_NOT = ("the ", "a ", "an ", "it ", "this ", "there ", "no ", "your ")


def ids(entry: Audit) -> str:
    return entry.id


def result(entry: Audit, heading: str) -> AuditResult:
    return perform(entry, example(entry.manual.sections[heading]))


def test_there_are_audits_and_no_two_have_one_id():
    assert AUDITS
    assert len({entry.id for entry in AUDITS}) == len(AUDITS)


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_an_id_is_a_kebab_noun_and_the_name_of_its_file(entry):
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", entry.id)
    assert entry.judge.__module__ == f"auditor.audits.{entry.id.replace('-', '_')}"


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_the_manual_is_complete_and_its_constants_are_filled(entry):
    assert entry.manual.question.endswith("?")
    assert set(HEADINGS) <= set(entry.manual.sections)
    for heading, text in entry.manual.sections.items():
        assert text.strip(), heading
        assert not re.search(r"\{[A-Z_]+[}:]", text), heading


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_titles_are_sentences_about_the_site(entry):
    for title in (entry.passes, entry.fails):
        assert title[0].isupper()
        assert " " in title
        assert not title.endswith(".")
        assert "-" not in entry.id or entry.id not in title.lower()


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_what_fails_is_found_and_what_passes_is_not(entry):
    failed, passed = result(entry, "Fails"), result(entry, "Passes")
    assert failed.status not in (Status.ERROR, Status.NOT_APPLICABLE, Status.NOT_ENOUGH), failed.summary
    assert passed.status is not Status.ERROR, passed.summary
    worse = failed.score is not None and passed.score is not None and failed.score < passed.score
    told = entry.dimension is None and not failed.findings and failed.numbers != passed.numbers  # facts, no finding
    assert failed.findings or worse or told
    assert not passed.findings
    if failed.score is not None and passed.score is not None:
        assert failed.score <= passed.score


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_findings_quote_the_site_and_say_what_to_do(entry):
    site = example(entry.manual.sections["Fails"])
    said = {copy.text for page in site.pages for copy in page.copy}
    fields = {page.page.title for page in site.pages} | {page.page.description for page in site.pages}
    for found in perform(entry, site).findings:
        assert found.audit == entry.id
        assert found.title[0].isupper() or found.title[0] in '“"0123456789'
        assert not found.title.endswith(".")
        assert found.why.strip()
        assert found.fix[0].isupper()
        assert not found.fix.lower().startswith(VERBS_NOT)
        for quoted in found.quotes:
            if quoted.source == "text":
                assert any(quoted.text in text for text in said), quoted.text
            elif quoted.source in ("title", "meta description"):
                assert quoted.text in fields


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_judging_twice_says_the_same(entry):
    for heading in ("Fails", "Passes"):
        assert result(entry, heading) == result(entry, heading)


@pytest.mark.parametrize("entry", AUDITS, ids=ids)
def test_no_audit_breaks_on_an_empty_or_bare_site(entry):
    for text in (
        "/ Acme",
        "/blog/one A post\n[main sentence] other: Hello there.",
        "/ Acme\n[nav link] other: Products",
    ):
        assert perform(entry, example(text)).status is not Status.ERROR
