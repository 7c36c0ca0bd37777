"""One sentence in two versions: what a copy that was changed in one place alone gives away."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from auditor.restated import renamed_firm, versions


def differ(one: str, other: str, where: str = "/about Acme | About", first: str = "/ Acme") -> list[tuple[str, str]]:
    site = example(f"{first}\n[main sentence] feature: {one}\n{where}\n[main sentence] feature: {other}")
    return [(version.words, version.its_words) for version in versions(site)]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "All our vans leave the yard before 6:30 on a working day.",
            "All our vans leave the yard before 7:15 on a working day.",
            ("6:30", "7:15"),
        ),
        (
            "Every walk is led by a guide with 12 summers behind him.",
            "Every walk is led by a guide with 20 summers behind him.",
            ("12", "20"),
        ),
        (
            "Our tasting room has a window for seven guests by the press.",
            "Our tasting room has a window for nine guests by the press.",
            ("seven", "nine"),
        ),
        (
            "The boat is hosed down and its ropes are looked over weekly.",
            "The boat is hosed down and its ropes are looked over monthly.",
            ("weekly", "monthly"),
        ),
        (
            "The market stall in the old square is open on Tuesdays.",
            "The market stall in the old square is open on Fridays.",
            ("Tuesdays", "Fridays"),
        ),
    ],
)
def test_a_sentence_that_differs_in_one_figure_or_degree_stands_in_two_versions(one, other, words):
    assert differ(one, other) == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All our vans leave the yard before 6:30 on a working day.", "All our vans leave the yard before 6:30 on a working day"),
        ("All our vans leave the yard full on a working day.", "All our vans leave the yard empty on a working day."),
        ("Our vans leave at 6:30.", "Our vans leave at 7:15."),  # too short to be one sentence
        ("The Hatch stall at the market is open on Tuesdays all year.", "The Lodden stall at the market is open on Fridays all year."),
    ],
)  # fmt: skip
def test_sentences_alike_that_may_both_be_meant_are_no_two_versions(one, other):
    assert differ(one, other) == []


def test_a_bed_that_is_wider_on_one_page_is_told_where_the_sentence_names_the_room():
    room = "The Heron Room under the eaves has a {} bed and a bath."
    pages = {"where": "/product/heron Acme | Heron", "first": "/product/rooms Acme | Rooms"}
    assert differ(room.format("king"), room.format("super king"), **pages) == [("super king", "king")]
    assert differ(room.format("king"), room.format("king"), **pages) == []
    nameless = "This room under the eaves has a {} bed and a bath."  # each page's room has its own
    assert differ(nameless.format("king"), nameless.format("super king"), **pages) == []


def test_vague_amounts_are_told_beneath_the_rest():
    one, other = (f"Of those who bake here {amount} have baked since they left school." for amount in ("most", "some"))
    site = example(f"/ Acme\n[main sentence] company: {one}\n/about Acme\n[main sentence] company: {other}")
    assert [(entry.kind, entry.lead) for entry in perform(one_voice, site).findings] == [("versions", False)]


# --- another firm in the company's sentence ---------------------------------------------------------------------------


def other_names(one: str, other: str, where: str = "/about About us") -> list[str]:
    site = example(f"/ Quillford Dairy\n{one}\n{where}\n{other}", name="Quillford Dairy")
    return [name for _, _, name in renamed_firm(site)]


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("Quillford Dairy made our breakfasts worth getting up for.", "Brambling Milk made our breakfasts worth getting up for.", ["Brambling Milk"]),
        ("Ask at the gate of Quillford Dairy for cream.", "Ask at the gate of BML for cream.", ["BML"]),
        ("Quillford Dairy made our breakfasts worth getting up for.", "They made our breakfasts worth getting up for.", []),
        ("Quillford Dairy is open on every day of the week.", "Our Shop is open on every day of the week.", []),
        ("Quillford Dairy is new.", "Brambling Milk is new.", []),  # too short to be one sentence
        ("Welcome to the long history of Quillford Dairy and its cows.", "Welcome to the long history of Lower Barn and its cows.", ["Lower Barn"]),
    ],
)  # fmt: skip
def test_another_firm_in_a_sentence_of_the_companys_own_is_told(one, other, names):
    assert other_names(f"[main quote] company: {one}", f"[main quote] company: {other}") == names


def test_what_has_a_page_of_its_own_is_no_other_firm():
    one, other = "Welcome to the long history of {} and its cows.".format, "/barn Lower Barn"
    assert (
        other_names(
            f"[main sentence] company: {one('Quillford Dairy')}",
            f"[main heading 1] other: Lower Barn\n[main sentence] company: {one('Lower Barn')}",
            other,
        )
        == []
    )


def test_a_customer_whose_words_praise_two_firms_is_told_first():
    praise = "[main quote cite=Ida Rook, Rill] feature: {} brings the milk before the kettle boils.".format
    site = example(
        "\n".join(
            [
                "/ Quillford Dairy",
                praise("Quillford Dairy"),
                "[footer sentence] other: © Quillford Dairy",
                "/about About us",
                praise("Brambling Milk"),
                "[footer sentence] other: © Brambling Milk",
            ]
        ),
        name="Quillford Dairy",
    )
    (found,) = perform(one_voice, site).findings
    assert (found.kind, found.lead) == ("two-firms", True)
    assert (
        found.title
        == "Two firms' names stand on it as its own: “Quillford Dairy” and “Brambling Milk”, in one customer's words too"
    )
    assert [entry.text for entry in found.quotes] == [
        "Quillford Dairy brings the milk before the kettle boils.",
        "Brambling Milk brings the milk before the kettle boils.",
        "© Brambling Milk",
        "© Quillford Dairy",
    ]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("I also founded BramblingMilk, a round of 300 doorsteps.", []),
        ("Brambling Milk is part of the dairy.", []),
        ("We like Brambling Milk in our tea.", ["two-firms"]),
    ],
)
def test_whoever_says_how_the_other_name_belongs_to_it_is_no_second_firm(said, kinds):
    text = f"/ Quillford Dairy\n[main sentence] company: {said}\n[footer sentence] other: © Quillford Dairy\n/about About us\n[footer sentence] other: © Brambling Milk"
    assert [entry.kind for entry in perform(one_voice, example(text, name="Quillford Dairy")).findings] == kinds


def test_a_sentence_that_each_page_fills_in_for_its_own_product_is_no_version_of_another():
    line = "[main sentence] feature: Bakers who ask us in spring have their {} tins in {} days.".format
    pages = [
        f"/product/{name} Acme | {name}\n{line('first', days)}" for name, days in (("loaf", 4), ("bun", 6), ("pie", 9))
    ]
    home = f"/ Acme\n{line('first', 4)}"
    assert versions(example("\n".join([home, *pages]))) == []
    about = f"/about Acme | About\n{line('first', 6)}"
    (told,) = versions(example(f"{home}\n{about}"))
    assert (told.words, told.its_words) == ("4", "6")
    assert versions(example(f"{home}\n{pages[1]}")) != []  # it begins alike, and one page is of the whole company
    short = "[main sentence] feature: Our tins for you come in {} days from the smithy.".format
    assert versions(example(f"/ Acme\n{short(4)}\n/product/bun Acme | Bun\n{short(6)}")) == []
    assert versions(example(f"/ Acme\n{short(4)}\n/about Acme | About\n{short(6)}")) != []


def test_a_brand_named_in_one_sentence_is_no_second_firm_and_one_named_in_two_is():
    def told(*sentences: str) -> list[str]:
        pages = ("/ Quillford Dairy", "Quillford Dairy"), ("/about About us", "Brambling Milk")
        lines = [
            line
            for page, name in pages
            for line in (page, *(f"[main sentence] company: {s.format(name)}" for s in sentences))
        ]
        return [entry.kind for entry in perform(one_voice, example("\n".join(lines), name="Quillford Dairy")).findings]

    why, seen = "Why the whole lane buys its cream from {} today.", "{} has bottled in the old brewery for years."
    assert told(why) == []
    assert told(why, seen) == ["two-firms"]
    assert told("Click here to visit the yard of {} today.", "Follow {} to see the calves of the week.") == []
