"""Whom a site serves is told by facts, and our words follow."""

from __future__ import annotations

import pytest

from auditor.audit import catalogue, example, perform
from auditor.organisation import KINDS, bound_to_secrecy, organisation

FEED = "[main sentence] feature: The kitchen opens at six and cooks for two hundred people every evening of the week."


@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        ("Ansty Rowing Club", "company: We row on the canal on Sundays.", "club"),
        ("St Bride's Church", "other: Sunday at ten.", "faith"),
        ("Ansty Kitchen", "company: We are a registered charity that cooks for Ansty.", "charity"),
        (
            "Ansty Kitchen",
            "outcome: Your gift helps us light the stove at six.\n[main button] other: Donate now",
            "charity",
        ),
        ("Open Door", "company: Open Door is a volunteer-led group of bakers.", "charity"),
        ("The Harefoots", "company: Our club met here first.\n[main sentence] feature: Our club runs at noon.", "club"),
        ("Acme", "company: Our club of loyal buyers saves at the till.", "company"),
        ("Acme", "feature: Your gift card helps you through December.", "company"),
        ("Acme", "feature: We keep the books of many a non-profit organization.", "company"),
        ("Acme", "company: Acme is proud to support a registered charity.", "company"),
        ("Clubhouse Pumps", "company: We build pumps for clubs.", "company"),
    ],
)
def test_the_kind_of_organisation_is_told_by_its_name_or_its_own_words(name, line, kind):
    assert organisation(example(f"/ {name}\n[first sentence] {line}\n{FEED}", name=name)).kind == kind


def test_a_club_is_known_by_how_its_people_speak_of_it_and_by_its_committee():
    said = (
        ("The club keeps its boats dry.", "Ask the club secretary on Sundays."),
        ("The club bought a skiff.", "Club records stand on the wall."),
        ("Every year the club rows to Hythe.", "The committee meets in the hut, and so does the club."),
    )

    def kind(pages: list[str]) -> str:
        return organisation(example("\n".join((*pages, FEED)), name="Ansty Oars")).kind

    lines = ["\n".join(f"[main sentence] company: {line}" for line in pair) for pair in said]
    pages = [f"/p{n} Page {n}\n{pair}" for n, pair in enumerate(lines)]
    assert kind(pages) == "club"
    # a shop for clubs speaks of them, and nobody is elected there
    assert (
        kind([page.replace("club secretary", "shop").replace("Ask", "The club asked") for page in pages]) == "company"
    )
    assert kind(["/ Home", *lines]) == "company"


def test_who_asks_for_gifts_on_most_pages_lives_on_gifts():
    pages = "\n".join(f"/p{n} Page {n}\n[first button] other: Donate now\n{FEED}" for n in range(3))
    assert organisation(example(pages)).kind == "charity"
    assert organisation(example(pages.replace("Donate now", "Call now"))).kind == "company"


def test_our_words_follow_and_the_sites_own_stay():
    speak = KINDS["charity"].speak
    assert speak("no line is about a customer's result or problem") == (
        "no line is about a result or problem of somebody it serves"
    )
    assert speak("what changes for customers, not for the company") == (
        "what changes for the people it serves, not for the organisation"
    )
    assert speak("It seldom says what changes for the customer.") == (
        "It seldom says what changes for the people it serves."
    )
    assert (
        speak("No declaration of customer focus was found")
        == "No declaration of care for the people it serves was found"
    )
    assert speak("what is different for a customer afterwards") == "what is different for somebody it serves afterwards"
    assert speak("It says what changes for its customers.") == "It says what changes for the people it serves."
    assert speak("It says “Happy customers” to customers") == "It says “Happy customers” to the people it serves"
    assert KINDS["club"].speak("Of 9 lines none is about the customer; a company speaks") == (
        "Of 9 lines none is about the member; a club speaks"
    )


def test_a_club_has_no_buyers_to_answer():
    site = example("\n".join(f"/p{n} Page {n}\n{FEED}" for n in range(4)), name="Ansty Rowing Club")
    for entry in catalogue():
        result = perform(entry, site)
        assert "customer" not in result.summary or entry.id not in ("first-screen", "focus-mix")
        if entry.id == "after-sale":
            assert result.status.value == "not applicable"


@pytest.mark.parametrize(
    ("name", "line", "many"),
    [
        ("Puddle Lane Pre-School", "We paint on Mondays.", "families"),
        ("Otterbourne Kindergarten", "Mud kitchen after lunch.", "families"),
        ("Thornhill Primary School", "Doors open at ten to nine.", "families"),
        ("Marsh End Nursery", "The children nap at one, and parents may ring us. Each child has a peg.", "families"),
        ("Marsh End School", "Our pupils walk to the mill with a parent in May.", "families"),
        ("Marsh End School", "Students sit the paper in June.", "students"),
        ("Castleford Driving School", "Parents may sit in the back.", "students"),
        ("Fenwick College", "Bring your children to the open day.", "students"),
        ("Harbour Academy", "Our trainees weld from the first week.", "students"),
        ("Fernhill Nursery", "Our ferns are grown on from our own spores.", "customers"),
    ],
)
def test_a_school_of_small_children_is_spoken_of_with_families_and_a_college_with_students(name, line, many):
    site = example(f"/ {name}\n[first sentence] company: {line}\n[main sentence] feature: As ever: {line}", name=name)
    assert organisation(site).many == many


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Puddle Lane Pre-School", "a pre-school"),
        ("Otterbourne Kindergarten", "a kindergarten"),
        ("Marsh End Day Nursery", "a nursery"),
        ("Thornhill Primary School", "a school"),
        ("Marsh End Montessori", "a school"),
    ],
)
def test_a_house_for_small_children_is_called_what_its_name_says(name, called):
    site = example(
        f"/ {name}\n[first sentence] company: Children nap at one.\n[main sentence] other: Parents may ring.\n[main sentence] feature: Each child paints.",
        name=name,
    )
    assert organisation(site).small
    assert organisation(site).named == called


def test_a_shop_that_speaks_of_the_buyers_gift_is_no_charity():
    shop = example(
        "/ Basket House\n[main sentence] feature: Your gift makes their evening.\n[main button] other: Buy now\n/product/p Basket\n[first heading] feature: Big basket"
    )
    assert organisation(shop).kind == "company"
    assert organisation(shop).named == "a company"


@pytest.mark.parametrize(
    ("name", "secret"),
    [("Marsh Clinic", True), ("Marsh PC Clinic", False), ("Marsh Tree Surgeons", False), ("Marsh Surgeons", True)],
)
def test_who_mends_computers_or_trees_is_bound_to_no_secrecy(name, secret):
    assert bound_to_secrecy(example(f"/ {name}\n[main sentence] feature: Open on Mondays.", name=name)) is secret


def test_a_school_whose_name_only_its_title_tells_is_a_school():
    page = "/ St Hilda's Primary School, Yass\n[first sentence] company: Nine classes learn here.\n" + FEED
    host = example(page).host
    assert organisation(example(page, name=host)).kind == "school"
    assert organisation(example(page.replace("Primary School", "Plumbing"), name=host)).kind == "company"


@pytest.mark.parametrize(("young", "grown", "many"), [(12, 0, "families"), (9, 0, "students"), (12, 4, "students")])
def test_an_academy_whose_lines_nearly_all_speak_of_children_is_spoken_of_with_families(young, grown, many):
    lines = [f"[main sentence] feature: The children of room {n} sing." for n in range(young)]
    lines += [f"[main sentence] feature: The students of hall {n} sit a paper." for n in range(grown)]
    site = example("\n".join(("/ Harbour Academy", *lines)), name="Harbour Academy")
    assert organisation(site).many == many
