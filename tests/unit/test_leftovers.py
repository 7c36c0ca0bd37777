"""Lines that are no words of the company to its readers: nobody counts them, praises them or asks for more of them."""

from __future__ import annotations

import pytest

from auditor.answers import own_lines
from auditor.audit import example, perform
from auditor.audits.merits import merits
from auditor.audits.visible_errors import visible_errors
from auditor.leftovers import asides, notes
from auditor.model import Label
from auditor.reasons import buried_reasons, shown_reasons

PUMPS = """
    / Acme
    [first heading 1] outcome: Keep milking when a pump fails
    [main sentence] feature: Every hose is rinsed, dried and tested under pressure before it leaves the yard.
    /service/a Acme | Repairs
"""


def asked(*lines: str) -> dict[str, int]:
    """Which of these lines of a little site speak of its making, and whether by their own words."""
    site = example(PUMPS + "\n".join(f"    [main sentence] feature: {line}" for line in lines))
    return asides(page.page for page in site.pages)


@pytest.mark.parametrize(
    "line",
    [
        "The ranges below are taken from the company brochure.",
        "Sizes on this page were transcribed directly from the supplied PDF.",
        "Use the supplied product photographs to highlight the larger tanks.",
        "This section should briefly explain why farmers stay with us.",
        "Opening words as per the brochure supplied.",
        "This page deliberately leaves out test results.",
        "Text to be supplied by the client.",
        "Biography to follow",
        "Plant data required: tank sizes and hoists will be published once we have them.",
        "Badges reproduced from the supplied certificate for the footer.",
    ],
)
def test_a_line_about_the_making_of_the_website_is_known_by_its_own_words(line: str) -> None:
    assert asked(line) == {line: 1}


@pytest.mark.parametrize(
    "line",
    [
        "We cut parts from your supplied drawings or from a sample.",
        "We print the mug from your supplied logo within two days.",
        "Prices below are taken from the county's list of 2026.",
        "Use the supplied hose to rinse the tank after each milking.",
        "This section should be completed by a parent or carer.",
        "This page intentionally left blank.",
        "Dinner as per the menu provided by the chef.",
        "Venue to be confirmed",
        "Photos to follow",
        "Read the provided safety notes before you start.",
        "Our profile rail is drawn from one piece of aluminium.",
        "Data required: your herd size and the length of the pipe.",
    ],
)
def test_a_line_to_customers_with_the_same_words_is_copy(line: str) -> None:
    assert asked(line) == {}


def test_what_repeats_the_companys_papers_is_told_only_beside_a_line_that_is_surely_a_note() -> None:
    hearsay = "The profile lists three workshops and a foundry."
    assert asked(hearsay) == {}
    sure = "Services below are based on the company profile."
    assert asked(hearsay, sure) == {hearsay: 0, sure: 1}


def test_articles_may_speak_of_templates_and_text_about_filler_of_filler() -> None:
    lines = "[main sentence] feature: This section should explain what the reader gains.\n    [main sentence] feature: Every theme holds placeholder text in its columns."
    site = example(f"{PUMPS}    /blog/a Acme | How to write a page\n    {lines}")
    assert notes(page.page for page in site.pages) == frozenset()
    service = example(f"{PUMPS}    {lines}")
    assert notes(page.page for page in service.pages) == {"This section should explain what the reader gains."}


def test_a_note_has_no_label_of_copy_and_is_counted_nowhere() -> None:
    offers = [
        "Tank sizes below are based on the company profile and supplied product images of the year.",
        "The company profile lists hoses of rubber, steel and brass in eleven widths for every milking parlour.",
        "TODO: describe the valves, their threads and the seals that hold them in the parlour.",
    ]
    site = example(PUMPS + "\n".join(f"    [main sentence] feature: {line}" for line in offers))
    told = {copy.text: (copy.label, copy.counted) for page in site.pages for copy in page.copy}
    assert [told[line] for line in offers] == [(Label.OTHER, False)] * 3
    assert told["Every hose is rinsed, dried and tested under pressure before it leaves the yard."][1]
    assert not set(offers) & {copy.text for _, copy in site.copy()}


@pytest.mark.parametrize("note", ["Wording as per the brochure supplied: ", "[Insert the year] "])
def test_nothing_is_praised_or_answered_by_a_note(note: str) -> None:
    promise = "You may cancel free of charge up to two days before, and we reply within one working day."
    plain = example(f"{PUMPS}    [main sentence] feature: {promise}")
    noted = example(f"{PUMPS}    [main sentence] feature: {note}{promise}")
    assert {entry.kind for entry in perform(merits, plain).keep} >= {"bound"}
    assert perform(merits, noted).keep == ()
    assert promise in {reason.copy.text for reason in (*shown_reasons(plain), *buried_reasons(plain))}
    assert not any(promise in reason.copy.text for reason in (*shown_reasons(noted), *buried_reasons(noted)))
    assert promise in {copy.text for _, copy in own_lines(plain)}
    assert not any(promise in copy.text for _, copy in own_lines(noted))


def test_notes_are_the_first_visible_error_and_quoted_whole_the_sure_one_first() -> None:
    lines = ["The profile lists three workshops.", "Services below are based on the company profile."]
    site = example(PUMPS + "\n".join(f"    [main sentence] company: {line}" for line in [*lines, "We recieve milk."]))
    findings = perform(visible_errors, site).findings
    assert findings[0].title == (
        f"2 lines speak of how the website was made, and not to its readers, such as “{lines[1]}”"
    )
    assert [quote.text for quote in findings[0].quotes] == lines[::-1]


def test_a_line_about_the_making_comes_before_other_notes_wherever_it_stands() -> None:
    site = example(
        f"{PUMPS}    [main heading 2] other: Information to be verified\n"
        "    [main sentence] feature: This page deliberately leaves out test results."
    )
    (left,) = [entry for entry in perform(visible_errors, site).findings if entry.kind == "left"]
    assert [quote.text for quote in left.quotes] == [
        "This page deliberately leaves out test results.",
        "Information to be verified",
    ]
