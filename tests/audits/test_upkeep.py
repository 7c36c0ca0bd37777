"""Upkeep: pages that hold nothing of what they are named for, and news that ended."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.upkeep import THIN, upkeep
from auditor.model import Finding

HOME = "/ Hollow Oak\n[first heading 1] feature: A riding school by the river\n[main sentence] feature: {}"


def told(home: str, *pages: str) -> dict[str, Finding]:
    text = "\n".join([HOME.format(home), *pages])
    return {entry.kind: entry for entry in perform(upkeep, example(text, name="Hollow Oak")).findings}


NONE = "Sorry, we currently have no shows planned."
SHOWS = f"/shows Shows\n[main heading 1] other: Shows\n[main sentence] other: {NONE}"


def test_a_page_without_what_it_is_named_for_is_told_beside_the_line_that_promises_it():
    found = told("We hold regular shows all summer.", SHOWS)["empty"]
    assert found.title == (
        f"The page “Shows” says that there is nothing on it: “{NONE}”, and another page promises “We hold regular shows”"
    )
    assert [quote.text for quote in found.quotes] == [NONE, "We hold regular shows all summer."]
    assert found.lead
    alone = told("We teach children from six.", SHOWS)["empty"]
    assert (alone.lead, len(alone.quotes)) == (False, 1)


@pytest.mark.parametrize(
    "line",
    [
        "There are no shows planned at the moment.",
        "We do not have any shows this week.",
        "No shows are scheduled yet.",
        "At present we have no shows.",
        "Check back soon for our shows.",
    ],
)
def test_it_is_said_in_many_words_that_there_is_nothing(line):
    assert "empty" in told("We hold regular shows.", SHOWS.replace(NONE, line))


@pytest.mark.parametrize(
    "line",
    [
        "The next show is on 4 March.",
        "There is no charge for shows at present.",
        "No shows without a hard hat, please.",
        "We have no hidden fees currently.",
        "No two shows are the same, so each is planned with you.",
        "No set dates: our shows can be booked any day.",
        "No tickets are needed, and places are available.",
        "No more than six shows are planned.",
        "No fewer than forty shows are planned.",
        "No shows without tickets available at the door.",
    ],
)
def test_a_page_that_holds_something_or_denies_something_else_is_left_alone(line):
    assert told("We hold regular shows.", SHOWS.replace(NONE, line)) == {}


def test_a_page_that_says_much_else_is_not_empty():
    more = "\n".join(
        f"[main sentence] feature: Ring {n} has a surface of sand and is lit in winter." for n in range(THIN // 10)
    )
    assert told("We hold regular shows.", f"{SHOWS}\n{more}") == {}


def test_vacancies_that_there_are_not_are_no_neglect():
    line = "[main sentence] other: There are currently no positions or places available."
    assert told("We hold regular shows.", f"/careers Careers\n[main heading 1] other: Careers\n{line}") == {}


def news(*dates: str, footer: str = "© 2024 Hollow Oak") -> dict[str, Finding]:
    lines = "\n".join(f"[main heading 2] other: {entry}" for entry in dates)
    return told("We teach children from six.", f"/news News\n{lines}", f"/team Team\n[footer sentence] other: {footer}")


def test_news_that_ended_years_before_the_site_s_own_newest_year_is_told():
    found = news("A new foal, May 2019", "The roof is on, 3 October 2018")["news"]
    assert found.title == "The newest of its news is of 2019; elsewhere the site names 2024"
    assert [quote.text for quote in found.quotes] == ["A new foal, May 2019", "© 2024 Hollow Oak"]


def test_news_of_the_last_years_one_date_alone_and_archives_are_left_alone():
    assert news("A new foal, May 2022", "The roof is on, 3 October 2018") == {}
    assert news("The yard was built in 2009") == {}
    assert news("A new foal, May 2019", "The roof is on, 2018", footer="© 2020 Hollow Oak") == {}
    archive = "/archive News archive\n[main heading 2] other: A foal, May 2009\n[main heading 2] other: The roof, 2008"
    assert told("© 2024.", archive) == {}
