import pytest

from auditor.audit import example
from auditor.leftovers import leftover
from auditor.model import Label, Region
from auditor.opening import is_of_customer, read_opening
from auditor.site import company_names, is_generic, relabel
from auditor.text import only_counts, words_unread
from tests.extract.pages import read


def test_a_unit_repeated_on_many_pages_counts_once_where_it_is_nearest_to_the_home_page() -> None:
    site = example("""
        / Acme
        [first heading 1] outcome: No milk lost last summer
        [main link /about] other: About us
        /about About
        [main sentence] outcome: No milk lost last summer
    """)
    counted = [
        (copy.unit.page, copy.copies)
        for page in site.pages
        for copy in page.copy
        if copy.counted and copy.label is Label.OUTCOME
    ]
    assert counted == [("https://example.com/", 2)]


def test_copy_leaves_out_menus_and_footers() -> None:
    site = example("""
        / Acme
        [nav link /pumps] other: Pumps
        [first heading 1] company: Acme since 1921
        [footer sentence] other: All rights reserved
    """)
    assert [copy.text for _, copy in site.copy()] == ["Acme since 1921"]


def test_clicks_are_counted_along_links() -> None:
    site = example("""
        / Acme
        [nav link /a] other: A
        /a A
        [main link /b] other: B
        /b B
        [main sentence] other: end
        /island Island
        [main sentence] other: nobody links here
    """)
    assert [(page.url.rsplit("/", 1)[1], page.clicks) for page in site.pages] == [
        ("", 0),
        ("a", 1),
        ("b", 2),
        ("island", None),
    ]


def test_an_override_is_in_force_and_remembers_what_it_replaced() -> None:
    site = example("""
        / Acme
        [first heading 1] company?: We cut scrap by half
    """)
    assert site.home
    unit = site.home.copy[0]
    changed = relabel(site, {unit.unit.id: Label.OUTCOME}).home
    assert changed
    assert (changed.copy[0].label, changed.copy[0].sure, changed.copy[0].overridden) == (
        Label.OUTCOME,
        True,
        Label.COMPANY,
    )


def test_a_promise_that_anyone_could_make_is_generic_and_stuffing_does_not_help() -> None:
    for text in (
        "Achieve more",
        "Grow your business",
        "Outcomes, results, ROI, success",
        "Unlock your full potential today",
    ):
        assert is_generic(text), text
    for text in ("Cut scrap by 40 %", "Your drivers spend the night at home", "Filings arrive before the deadline"):
        assert not is_generic(text), text


def test_regions_of_an_example_are_kept() -> None:
    site = example("""
        / Acme
        [second bullet] feature: Ships in a crate
    """)
    assert site.home
    assert site.home.copy[0].unit.region is Region.SECOND


def test_the_name_is_found_without_its_legal_form() -> None:
    site = example("/ Acme\n[first heading] company: About Hilltop Controls", name="Hilltop Controls, Inc.")
    assert site.name_pattern.search("Why Hilltop Controls?")
    assert not site.name_pattern.search("Why Hilltop?")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("outcome?: You are a family business in the third generation.", False),
        ("problem?: Your office was opened by the mayor in 1984.", False),
        ("outcome?: Your drivers keep their evenings, and loading takes less time.", True),
        ("problem?: You lose a day whenever the ferry is late?", True),
        ("outcome?: Builders are paid two weeks sooner.", True),
        ("outcome: You are home by six and nobody calls at night.", True),
        ("outcome: Achieve more success.", False),
        ("feature: You get our 24 V motor.", False),
    ],
)
def test_you_alone_makes_no_line_the_customers_where_the_label_is_too_close_to_call(line: str, told: bool) -> None:
    site = example(f"/ Acme\n[main sentence] {line}")
    assert [is_of_customer(copy) for _, copy in site.copy()] == [told]


def test_a_number_alone_counts_a_step_and_is_nobodys_copy() -> None:
    site = example("""
        / Acme
        [first heading 1] outcome: No milk lost last summer
        [main heading 3] feature: 1
        [main sentence] feature: Step 2
        [main sentence] feature: 3.
        [main sentence] feature: 3 pumps
    """)
    assert [copy.text for _, copy in site.copy()] == ["No milk lost last summer", "3 pumps"]
    assert {copy.text: copy.label for copy in site.pages[0].copy}["Step 2"] is Label.OTHER


@pytest.mark.parametrize("count", ["1 / 26", "26/26", "3 of 12", "[4 | 9]", "Slide 2 of 5"])
def test_the_counts_of_a_slider_are_nobodys_copy_and_no_words_read(count: str) -> None:
    site = example(f"""
        / Acme
        [first heading 1] outcome: No milk lost last summer
        [first sentence] feature: {count}
    """)
    assert [copy.text for _, copy in site.copy()] == ["No milk lost last summer"]
    assert words_unread(count, set()) == 0
    assert site.home is not None
    assert [copy.text for copy in read_opening(site.home).lines] == ["No milk lost last summer"]


@pytest.mark.parametrize("text", ["3 of 12 pumps", "9-5", "24/7 help", "12.5 / 4.0", "1,200"])
def test_figures_that_say_something_are_copy(text: str) -> None:
    assert not only_counts(text)


def test_a_link_whose_address_is_no_address_is_no_leftover():
    for address in ("http://[example.com]/buy", "http://[x"):
        assert leftover("Buy the small pump now", address) == ""


def test_what_a_person_says_of_a_line_is_believed_where_a_slide_before_it_has_the_same_words() -> None:
    site = example("""
        / Acme
        [first sentence] outcome?: Sleep without toothache after one visit
        [main heading 2] feature: Our chairs
        [main sentence] feature: Sleep without toothache after one visit
    """)
    assert site.home is not None
    last = site.home.copy[-1]
    assert read_opening(site.home).sure is None
    changed = relabel(site, {last.unit.id: Label.OUTCOME}).home
    assert changed is not None
    found = read_opening(changed).sure
    assert found is not None
    assert found.unit.id == last.unit.id


def _named(*pages: tuple[str, str, str]) -> str:
    """What a site of these pages (path, title, body) is called."""
    frame = "<!doctype html><html lang=en><title>{}</title><body>{}</body></html>"
    return company_names("a-folder", [read(frame.format(title, html), path) for path, title, html in pages])[0]


def test_a_picture_beside_the_name_is_not_what_the_company_is_called() -> None:
    banner = "<div><img id=logo alt='Anchor Logo' src=/logo.png><h1>{}</h1></div>"
    pages = [("/", "Harbour Street Dentists"), ("/team.html", "Our team"), ("/find.html", "Find us")]
    named = banner.format("Harbour Street Dentists")
    assert _named(*((path, title, f"{named}<p>{title}.</p>") for path, title in pages)) == "Harbour Street Dentists"
    # where no line says the title, the picture is all that names it
    other = banner.format("Welcome")
    assert _named(*((path, title, f"{other}<p>{title}.</p>") for path, title in pages)) == "Anchor"


def test_the_home_pages_title_that_all_titles_begin_with_is_the_name_though_no_address_spells_it() -> None:
    pages = [
        ("/", "Hearth B&amp;B"),
        *((f"/{name.lower()}.html", f"Hearth B&amp;B - {name}") for name in ("Tariff", "Contact")),
    ]
    assert _named(*((path, title, "<p>Contact us or ask for the tariff.</p>") for path, title in pages)) == "Hearth B&B"
    slogan = [("/", "Sleep well"), ("/a.html", "Sleep well - Hearth House"), ("/b.html", "Rooms - Hearth House")]
    assert _named(*((path, title, "<p>Ask for the tariff.</p>") for path, title in slogan)) == "Hearth House"


def test_what_most_titles_begin_with_is_the_name_though_the_home_pages_ends_with_a_town() -> None:
    pages = [("/", "Marlow House The Retreat | Penbey"), *((f"/{name}", f"Marlow House The Retreat - {name}") for name in ("Rooms", "Tariff", "Contact"))]  # fmt: skip
    assert _named(*((path, title, "<p>We open in May.</p>") for path, title in pages)) == "Marlow House The Retreat"


def test_a_name_is_told_without_the_places_behind_it_where_the_copy_calls_it_so() -> None:
    name = "Jo's Tyre Centre"
    pages = [("/", f"{name}, Penbey, Harle"), *((f"/{page}", f"{page} - {name}, Penbey, Harle") for page in ("tyres", "find"))]  # fmt: skip
    assert _named(*((path, title, f"<p>At {name} we fit tyres.</p>") for path, title in pages)) == name
    whole = f"<p>{name}, Penbey, Harle fits tyres.</p>"
    assert _named(*((path, title, whole) for path, title in pages)) == f"{name}, Penbey, Harle"


def test_of_two_spellings_of_its_name_the_one_that_is_written_more_often_is_believed() -> None:
    right, slip = "Quarry Lane Dance Theatre", "Quarry Lane Dance Theater"
    pages = [("/", right), ("/classes.html", "Classes"), ("/visit.html", "Visit")]
    page = f"<h2>{right}</h2><p>{right} is open on Mondays.</p><footer>© 2024 {slip}</footer>"
    assert _named(*((path, title, page) for path, title in pages)) == right
    page = f"<p>Open on Mondays.</p><footer>© 2024 {slip}</footer>"
    assert _named(*((path, title, page) for path, title in pages)) == slip


def test_what_is_done_in_which_town_is_no_name_though_titles_end_with_it() -> None:
    line = "<div><img id=logo alt='Marsh Lawyers' src=/logo.png></div><p>We stand by families.</p>"
    pages = [("/", "Solicitors in Penby - Marsh Lawyers", line)]
    pages += [(f"/{name}", f"{name.title()} - Solicitors in Penby", line) for name in ("wills", "estates", "contact")]
    assert _named(*pages) == "Marsh Lawyers"


def test_what_most_pages_bear_as_all_of_their_title_is_the_name_though_the_home_page_says_more() -> None:
    pages = [
        ("/", "Harbour Metal Finishing Norland"),
        *((f"/{name}.html", "Harbour Metal Finishing") for name in ("about", "colours", "gallery", "visit")),
    ]
    assert _named(*((path, title, "<p>Call us.</p>") for path, title in pages)) == "Harbour Metal Finishing"
    template = [(f"/{name}", "Bootstrap Theme") for name in ("", "a.html", "b.html", "c.html")]
    assert (
        company_names("a-folder", [read(f"<title>{title}</title><p>Call us.</p>", path) for path, title in template])
        == ()
    )
    few = [("/", "Hill Works"), ("/a.html", "About us"), ("/b.html", "About us"), ("/c.html", "Hill Works")]
    assert _named(*((path, title, "<p>Call us.</p>") for path, title in few)) == "Hill Works"
