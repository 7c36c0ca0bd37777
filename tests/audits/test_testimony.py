"""What those who vouch leave out: dates, places, and the years since."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.testimony import testimony
from auditor.model import AuditResult, Status, Tier
from auditor.witnesses import pictured

ABOUT = "\n".join(
    f"[main sentence] feature: Pump number {number} is made of steel, painted twice and tested on the bench for a day."
    for number in ("one", "two", "three", "four")
)


def judged(text: str) -> AuditResult:
    result = perform(testimony, example(text))
    assert all(entry.tier is Tier.PROOF for entry in result.findings if entry.kind != "same-words")
    assert result.score is None
    return result


def kinds(text: str) -> set[str]:
    return {entry.kind for entry in judged(text).findings}


def quote(words: str, cite: str = "") -> str:
    return f"[main quote cite={cite}] company: {words}" if cite else f"[main quote] company: {words}"


def test_where_nobody_vouches_there_is_nothing_to_check():
    assert judged(f"/ Acme\n{ABOUT}").status is Status.NOT_APPLICABLE


def test_quotations_without_a_date_or_a_place_are_told_and_one_date_is_enough():
    quotes = "\n".join(quote(f"They were kind and friendly to us number {n}.", f"Jo Ray{n}") for n in "abcd")
    (entry,) = (found for found in judged(f"/ Acme\n{quotes}\n{ABOUT}").findings if found.kind == "thin")
    assert entry.title == "Of 4 customers quoted, none has a date and none a place, and none says what came of it"
    assert not entry.lead
    dated = f"{quotes}\n[main sentence] other: 3 May 2024"
    assert "thin" not in kinds(f"/ Acme\n{dated}\n{ABOUT}")
    placed = (
        quotes.replace("Rayd", "Rayd, Hilltop Dairy")
        .replace("Rayc", "Rayc, Moss Farm")
        .replace("Rayb", "Rayb, Low Farm")
    )
    assert "thin" not in kinds(f"/ Acme\n{placed}\n{ABOUT}")


def test_reviews_that_can_be_read_elsewhere_are_dated_there():
    quotes = "\n".join(
        f"[main heading 3] other: Jo Ray{n}\n{quote(f'“They were kind and friendly to us number {n}.”', 'Google review')}\n"
        "[main sentence] other: Google review"
        for n in "abcd"
    )
    assert "thin" not in kinds(f"/ Acme\n{quotes}\n{ABOUT}")
    assert "thin" in kinds(f"/ Acme\n{quotes}\n{ABOUT}".replace("Google review", "of Ansty"))


def test_unmarked_lines_between_signed_reviews_are_left_out_of_the_count():
    quotes = "\n".join(quote(f"They were kind and friendly to us number {n}.", f"Jo Ray{n}") for n in "abc")
    own = quote("Our father built the first pump here and we still run it.")
    titles = [found.title for found in judged(f"/ Acme\n{quotes}\n{own}\n{ABOUT}").findings]
    assert any(title.startswith("Of 3 customers quoted") for title in titles)


def test_proof_that_ends_years_before_the_site_dates_itself_is_told_with_both_years():
    text = "/ Acme\n[first sentence] feature: Pumps.\n{}\n/customers/hilltop Hilltop\n[first heading 1] other: Hilltop\n[main sentence] feature: In {} we fitted nine pumps there."
    stamp = "[footer sentence] other: © 2021 Acme"
    (entry,) = (found for found in judged(text.format(stamp, 2003)).findings if found.kind == "aged")
    assert entry.title.startswith("The newest year in what it shows as proof is 2003; the site dates itself 2021")
    assert [quoted.text for quoted in entry.quotes] == ["In 2003 we fitted nine pumps there.", "© 2021 Acme"]
    assert "aged" not in kinds(text.format(stamp, 2019))
    assert "aged" not in kinds(text.format("[footer sentence] other: Acme, Hill Valley", 2003))
    young = quote("They came at once in March 2021.", "Di Moss, Low Farm")
    assert "aged" not in kinds(f"{text.format(stamp, 2003)}\n{young}")


def test_customers_are_only_pictures_until_an_alternative_text_names_them():
    text = "/ Acme\n[first sentence] feature: Pumps.\n[main heading 2] other: Our Clients\n[main sentence] company: We have worked for many dairies, among them the following.\n{}\n"
    mute = "(main image)\n" * 3
    assert pictured(example(text.format(mute) + ABOUT))
    assert not pictured(example(text.format("(main image) Hilltop Dairy\n" * 3) + ABOUT))
    prose = "[main sentence] company: We value our customers and answer them the same day."
    assert not pictured(example(f"/ Acme\n[main heading 2] other: Customers\n{prose}\n{mute}{ABOUT}"))


STORY = "I came down the yard with a hand that would not close and a herd to milk by six, and nobody for miles to ask about a pump."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("K.S., baker", "J.M., student", True),
        ("Ottilie Marsh", "Jo Ray, Hilltop Dairy", True),
        ("Jennifer & Tom L", "Mike & Lisa T", True),
        ("K.S., baker", "K.S.", False),
        ("O. Marsh", "Ottilie Marsh", False),
        ("Jo Ray", "Di Ray", False),  # a couple
    ],
)
def test_one_story_under_the_names_of_two_people_is_told_with_both(one, other, told):
    lines = f"{quote(STORY, one)}\n{quote('They came at once.', 'Al Fenn')}\n{quote(STORY + ' It runs again.', other)}"
    found = [entry for entry in judged(f"/ Acme\n{lines}\n{ABOUT}").findings if entry.kind == "same-words"]
    assert bool(found) is told
    if told:
        assert found[0].title.startswith(f"“{one}” and “{other}” tell the same story in the same words: “I came down")
        assert (found[0].lead, found[0].tier, len(found[0].quotes)) == (True, Tier.VISIBLE, 2)


def test_two_people_may_say_the_same_short_thing_and_nobody_is_not_two():
    short = f"{quote('They were kind and quick, and I would call them again.', 'Ottilie Marsh')}\n{quote('They were kind and quick, and I would call them again.', 'Al Fenn')}"
    assert "same-words" not in kinds(f"/ Acme\n{short}\n{ABOUT}")
    unsigned = f"{quote(STORY, 'Ottilie Marsh')}\n[main heading 2] other: Words\n{quote(STORY)}"
    assert "same-words" not in kinds(f"/ Acme\n{unsigned}\n{ABOUT}")


def test_the_edition_of_a_standard_is_no_year_of_proof():
    stamp = "[footer sentence] other: © 2019 Acme"
    line = "/ Acme\n{}\n[main sentence] company: Our certificate: {} by a body that everybody knows.\n{}"
    assert "aged" in kinds(line.format(ABOUT, "the Queen's Award of 2003, certified", stamp))
    assert "aged" not in kinds(line.format(ABOUT, "ISO 9001:2003, an award, certified", stamp))
