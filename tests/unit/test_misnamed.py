"""Names that stand in two forms: of people and places, and of the firm that signs the pages."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from auditor.misnamed import mistermed, signed, spelled_twice, spoken_of


def spellings(*lines: str) -> list[list[str]]:
    return [sorted(place.name for place in forms) for forms in spelled_twice(example("\n".join(["/ Acme", *lines])))]


def said(*texts: str) -> list[list[str]]:
    return spellings(*(f"[main sentence] company: {text}" for text in texts))


def test_a_person_whose_name_two_pages_spell_differently_has_a_name_in_two_spellings():
    found = spellings(
        "[main sentence] company: Ring our bookings clerk Doreen Tapleigh before noon.",
        "/about Acme | About",
        "[main sentence] company: The tea hut has been run by Doreen Taplegh since the flood.",
    )
    assert found == [["Doreen Taplegh", "Doreen Tapleigh"]]


def test_a_plain_word_beside_a_slip_of_it_is_no_name_in_two_spellings():
    assert said("PLATFORM WEIGHBRIDGE is the heavy one.", "Platfrom Weighbridge stands in the yard.") == []
    assert len(said("Wenvoe Weighbridge is the heavy one.", "Wenove Weighbridge stands in the yard.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Our treasurer is Nora O'Harrow.", "Ring Nora O'Harow about the tent."),
        ("Walter Hatchet built the weir.", "The weir was built by Walter Hatchett."),  # a dictionary knows one of them
    ],
)
def test_a_surname_behind_one_given_name_is_spelled_twice_whatever_a_dictionary_knows(one, other):
    assert len(said(one, other)) == 1
    assert said(one, other.replace("Nora", "Gate").replace("Walter", "Gate")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The chapel of St Wenvoe stands behind us.", "Park beside St Wenove and walk down."),  # two letters turned
        ("Kerridge & Sons took our first cart.", "A cart for Kerrige and Sons left in May."),  # joined otherwise
        ("Mrs Hollingswoth keeps the keys.", "Ask Mrs Hollinsgworth for a key."),  # two letters of a long name
    ],
)
def test_one_word_of_a_name_may_be_spelled_in_two_ways_beside_the_same_other_word(one, other):
    assert len(said(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ring Doreen Tapleigh.", "Doreen Tapleigh's tea is strong."),  # the possessive
        ("Ring Doreen Tapleigh.", "Ring Maureen Tapley."),  # another person
        ("Marie Onslow sells eggs.", "Maria Onslow sells honey."),  # two names that people have
        ("We repair the Velda Bakker oven.", "We repair the Velda Bakkers ovens."),  # the plural
        ("Mrs Hollin likes the tea.", "Mrs Hallin likes the cake."),  # two customers
        ("Sleep at Villa Quarla.", "Sleep at Villa Quarlo."),  # an ending
        ("Ring Doreen Tapleigh.", "Ring Doreen Fapleigh."),  # a slip hardly ever hits the first letter
        ("Our Grinding Wheel is new.", "Our Grinding Whele is new and the whele turns."),  # a word, and no name
        ("Fetch Doreen Tapleigh or Doreen Taplegh.", "Both are in on Mondays."),  # one line tells two apart
        ("Rafael Vidál mends clocks.", "Rafael Vidal mends clocks."),  # an accent is no letter
        ("We deal with the Cavendish Council.", "We deal with the Cavendish Counsil."),  # a misspelled word is told as one
    ],
)  # fmt: skip
def test_two_names_are_no_two_spellings_of_one(one, other):
    assert said(one, other) == []


def test_entries_of_one_list_are_two_and_the_same_in_two_texts_are_one():
    villages = ("Nether Quarle", "Nether Quorle")
    listed = ("[main heading] other: Villages", *(f"[main bullet] other: {village}" for village in villages))
    assert spellings(*listed) == []
    assert said(*(f"We mow in {village}." for village in villages)) == [sorted(villages)]


def test_both_spellings_are_meant_where_both_stand_often():
    came = [
        [f"Doreen {name} came {when}." for when in ("first", "again", "late", "last")]
        for name in ("Tapleigh", "Taplegh")
    ]
    assert said(*came[0][:3], *came[1][:3]) == []
    assert said(*came[0], *came[1][:1]) == []  # four to one, of names no dictionary knows: an error, told as one
    assert len(said(*came[0][:2], *came[1][:1])) == 1


def test_names_are_read_in_titles_and_behind_pictures_too():
    site = example(
        "/ Acme\n[main sentence] other: You look out on St Wenvoe.\n(main image) The tower of St Wenove at dusk"
    )
    found = [entry for entry in perform(one_voice, site).findings if entry.kind == "spelled"]
    assert [{(entry.text, entry.source) for entry in each.quotes} for each in found] == [
        {("You look out on St Wenvoe.", "text"), ("The tower of St Wenove at dusk", "alt")}
    ]


def test_a_spelling_that_only_machines_read_is_told_beneath_the_rest():
    seen, behind = (
        perform(one_voice, example(f"/ Acme\n[main sentence] other: You look out on St Wenvoe.\n{line}")).findings
        for line in ("[main sentence] other: St Wenove rings at noon.", "(main image) The tower of St Wenove at dusk")
    )
    assert [(entry.kind, entry.lead) for entry in seen] == [("spelled", True)]
    assert [(entry.kind, entry.lead) for entry in behind] == [("spelled", False)]


# --- who signs ---------------------------------------------------------------------------------------------------------


def owners(one: str, other: str, name: str = "Quillford Dairy") -> list[str]:
    lines = [
        f"/ {name}",
        f"[main sentence] company: {name} bottles before dawn.",
        f"[footer sentence] other: {one}",
        "/about About us",
        "[main sentence] company: We bottle before dawn.",
        f"[footer sentence] other: {other}",
    ]
    return list(signed(example("\n".join(lines), name=name)))


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ("© 2021 Brambling Milk. All rights reserved.", ["Quillford Dairy", "Brambling Milk"]),
        ("Copyright (c) 2019-2022 Brambling Milk Ltd", ["Quillford Dairy", "Brambling Milk"]),
        ("© Quillford Dairy 2021", []),
        ("© 2021 Quillford Farm Shop", []),  # a word of its own name
        ("© 2021 QD", []),
        ("© All rights reserved.", []),
        ("Photographs © Edda Brink", []),
        ("© Website by Brambling Studio", []),
        ("© Crown copyright 2021", []),
    ],
)
def test_pages_signed_by_another_firm_are_told_from_pages_signed_otherwise(other, named):
    assert owners("© 2021 Quillford Dairy", other) == named


def test_who_signs_beside_the_company_on_one_page_drew_that_page():
    both = example(
        "/ Quillford Dairy\n[footer sentence] other: © Quillford Dairy\n[footer sentence] other: © Brambling Themes",
        name="Quillford Dairy",
    )
    assert signed(both) == {}


OTHERWISE = [
    "/ Acme", "[main sentence] company: Tidewater Boats and Moorings is a yard on the quay.",
    "/about Acme | About", "[main sentence] company: Tidewater Boats and Moorings, formerly Hull & Sons, builds dinghies.",
    "/contact Acme | Contact", "[main sentence] company: Come by boat.",
]  # fmt: skip


def test_a_name_that_titles_alone_have_and_another_that_the_text_speaks_of_are_told():
    shown, copy, name = spoken_of(example("\n".join(OTHERWISE)))
    assert (shown.source, copy.unit.page, name) == ("title", "https://example.com/", "Tidewater Boats and Moorings")
    kinds = {entry.kind: entry.title for entry in perform(one_voice, example("\n".join(OTHERWISE))).findings}
    assert kinds["two-names"] == (
        "Its pages' titles say “Acme”, which no line does; the text speaks of “Tidewater Boats and Moorings”"
    )


def test_the_text_calls_the_firm_as_the_titles_do_or_speaks_of_others_in_passing():
    assert spoken_of(example("\n".join([*OTHERWISE, "[footer sentence] company: © Acme"]))) is None
    assert spoken_of(example("\n".join([*OTHERWISE[:3], *OTHERWISE[4:]]))) is None  # on one page alone
    assert spoken_of(example("\n".join(OTHERWISE[:4]))) is None  # two titles


def test_a_term_with_one_slip_is_told_beside_the_term_as_the_site_writes_it():
    lines = [f"A filter press for {what} of the mill." for what in ("sludge", "cider", "clay", "wine")]
    assert list(mistermed([*lines, "Our Filler Press"])) == [("Our Filler Press", "Filler Press", "Filter Press")]


def test_a_term_beside_one_that_is_written_seldom_or_whose_word_stands_elsewhere_is_no_slip():
    lines = [f"A filter press for {what} of the mill." for what in ("sludge", "cider", "clay", "wine")]
    assert list(mistermed([*lines[1:], "Our Filler Press"])) == []
    assert list(mistermed([*lines, "Our Filler Press", "The filler is of clay."])) == []
    assert list(mistermed([*lines, "Our filters press."])) == []
    assert (
        list(mistermed([*(f"A green salad with {what}" for what in "oil nuts eggs corn".split()), "Greek salad"])) == []
    )
