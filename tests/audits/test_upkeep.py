"""Upkeep: what a site tells of its age, and pages and headings that hold nothing of what they are named for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from auditor.audit import example, perform
from auditor.audits.upkeep import STALE, THIN, upkeep
from auditor.bygone import ASLEEP, MADE, OVER
from auditor.hollow import FEW
from auditor.model import Door, Finding, Image, Link, Region, Tier

HOME = "/ Hollow Oak\n[first heading 1] feature: A riding school by the river\n[main sentence] feature: {}"


def told(home: str, *pages: str) -> dict[str, Finding]:
    text = "\n".join([HOME.format(home), *pages])
    return {entry.kind: entry for entry in perform(upkeep, example(text, name="Hollow Oak")).findings}


NONE = "Sorry, we currently have no shows planned."
SHOWS = f"/shows Shows\n[main heading 1] other: Shows\n[main sentence] other: {NONE}"


def test_a_page_without_what_it_is_named_for_is_told_beside_the_line_that_promises_it():
    found = told("We hold regular shows all summer.", SHOWS)["empty"]
    assert found.title == (
        f"The page “Shows” says that there is nothing on it: “{NONE}”, and another page promises “We hold regular shows all summer”"
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
    assert "news" not in news("A new foal, May 2019", "The roof is on, 2018", footer="© 2020 Hollow Oak")
    archive = "/archive News archive\n[main heading 2] other: A foal, May 2009\n[main heading 2] other: The roof, 2008"
    assert told("© 2024.", archive) == {}


PAST, RECENT = MADE - OVER, MADE - OVER + 1


def line(text: str, *more: str) -> dict[str, Finding]:
    return told(text, *more, f"/team Team\n[footer sentence] other: © {MADE} Hollow Oak")


@pytest.mark.parametrize(
    "said",
    [
        "New for {}: a covered school with lights.",
        "In June {} we will open a second yard by the mill.",
        "Coming in spring {}: carriage rides along the towpath.",
        "Places on our summer weeks {} are going fast: book now for August {}.",
        "The price of hay is expected to double by {}.",
        "Our next show is on 4 March {}.",
    ],
)
def test_what_is_called_new_or_to_come_with_a_year_that_is_over_is_told(said):
    found = line(said.format(*[PAST] * 2))
    assert found["announced"].title.startswith("It calls new or still to come what is years past: “")
    assert found["announced"].lead
    assert "announced" not in line(said.format(*[RECENT] * 2))


@pytest.mark.parametrize(
    "said",
    [
        "The school was new in {}.",
        "We returned to driving after a break in {}.",
        "Our yard opened in {} with four ponies.",
        "By {} we had decided that the barn was to be sold in spring {}.",
    ],
)
def test_what_is_told_of_a_year_that_is_over_announces_nothing(said):
    assert "announced" not in line(said.format(*[PAST] * 2))


def test_of_the_news_only_the_newest_can_still_announce():
    coming = f"In May {PAST} the yard will be able to take donkeys."
    page = f"/blog Diary\n[main heading 2] other: Diary\n[main sentence] feature: {coming}"
    assert "announced" in line("We teach children from six.", page)
    later = f"{page}\n[main heading 2] other: The roof is on, June {MADE}"
    assert "announced" not in line("We teach children from six.", later)


OLDEST = MADE - ASLEEP


def test_what_waits_is_shown_beside_what_is_over_where_the_whole_site_is_as_old():
    page = "/shows Carnival\n[main sentence] feature: Carnival songs coming soon.\n[main sentence] feature: Everybody who rides with us may come along in a costume of their own making, with a pony plaited and painted, and parents help with the reins, the lanterns and the soup."
    found = told(f"New for {OLDEST}: a covered school.", page)["announced"]
    assert found.title.endswith("nothing on the 2 pages read is dated later")
    assert [quote.text for quote in found.quotes] == [
        f"New for {OLDEST}: a covered school.",
        "Carnival songs coming soon.",
    ]
    awake = line(f"New for {OLDEST}: a covered school.", page)["announced"]
    assert len(awake.quotes) == 1
    assert "dated later" not in awake.title


@pytest.mark.parametrize(
    ("dating", "weight"),
    [
        ("[footer sentence] other: © {} Hollow Oak", 0.4),
        ("[main sentence] company: Voted riding school of the county in {}.", 0.65),
        ("[main sentence] other: Inspectors' report 05/{}", 0.65),
        ("[main sentence] other: Updated: 3 May {}", 0.65),
    ],
)
def test_the_newest_year_of_a_site_is_told_where_a_line_dates_it_and_it_lies_years_back(dating, weight):
    team = "/team Team\n[main heading 1] other: Who teaches here, and since when they ride"
    found = told("We teach children from six.", f"{team}\n{dating.format(OLDEST)}")["dated"]
    assert found.title == f"Nothing on the 2 pages read is dated later than {OLDEST}"
    assert (found.weight, found.lead) == (weight, False)
    assert "dated" not in told("We teach children from six.", f"{team}\n{dating.format(OLDEST + 1)}")


def test_a_site_whose_newest_year_is_five_years_back_is_told_first_with_the_line_that_most_visitors_meet():
    year = MADE - STALE
    team = "/team Team\n[main heading 1] other: Who teaches here"
    news = f"{team}\n[main sentence] company: Voted riding school of the county in {year}."
    home = f"Hollow Oak is entering {year} with two new ponies."
    found = told(home, news)["dated"]
    assert (found.tier, found.lead) == (Tier.VISIBLE, True)
    assert found.quotes[0].text == home
    younger = told(home.replace(str(year), str(year + 1)), news.replace(str(year), str(year + 1)))["dated"]
    assert (younger.tier, younger.lead) == (Tier.PROOF, False)
    assert found.weight > younger.weight


@pytest.mark.parametrize(
    "later",
    [
        "[main sentence] company: Ponies rescued so far: see our letter of 3.4.{short}",
        "[main sentence] company: Hay is cut by the class of {year}.",
    ],
)
def test_anything_that_might_be_a_later_year_keeps_a_site_from_being_told_old(later):
    page = f"/team Team\n[footer sentence] other: © {OLDEST} Hollow Oak\n{later.format(year=MADE, short=MADE % 100)}"
    assert "dated" not in told("We teach children from six.", page)


def test_years_of_its_history_and_in_addresses_do_not_date_a_site():
    story = f"[main sentence] company: Ann learnt to ride at the games of {OLDEST} and taught from then on."
    assert "dated" not in told("We teach children from six.", f"/team Team\n{story}")
    assert "dated" not in told(
        "We teach children from six.", f"/team Team\n[footer sentence] other: © Since {OLDEST} Oak"
    )
    mail = f"[main sentence] other: Mail: yard{OLDEST}@hollow-oak.example"
    assert "dated" not in told("We teach children from six.", f"/team Team\n{mail}")


BEGAN = "Grandfather Oak entered the livery business in 1951."


def test_an_age_that_was_counted_once_is_told_beside_the_founding_year():
    found = line(f"{BEGAN}\n[main sentence] company: For over 57 years.")["counted"]
    assert found.title == "Counted from 1951, “over 57 years” was written in 2008"
    assert "since 1951" in found.fix
    assert [quote.text for quote in found.quotes] == ["For over 57 years.", BEGAN]


def test_experience_is_the_house_s_where_it_says_we_and_else_somebody_s():
    ours = "We bring over 57 years of experience, as a qualified yard."
    assert line(f"{BEGAN}\n[main sentence] company: {ours}")["counted"].title.startswith("Counted from 1951")
    assert "counted" not in line(f"{BEGAN}\n[main sentence] company: Ann Oak has over 57 years of experience.")


def test_few_years_are_the_house_s_where_it_says_we():
    began, lately = "Oak has been a livery yard since 2004.", "We use what we learnt in the last 14 years."
    assert line(f"{began}\n[main sentence] company: {lately}")["counted"].title == (
        "Counted from 2004, “the last 14 years” was written in 2018"
    )
    for other in ("The barn stood empty in the last 14 years.", "We use what we learnt in the last 9 years."):
        assert "counted" not in line(f"{began}\n[main sentence] company: {other}")


@pytest.mark.parametrize("age", ["For over 50 years.", "She rode with us for 57 years.", f"For {MADE - 1951} years."])
def test_round_ages_a_person_s_years_and_an_age_that_is_right_are_left_alone(age):
    assert "counted" not in line(f"{BEGAN}\n[main sentence] company: {age}")


def test_a_service_that_was_shut_down_is_told_where_it_is_named_or_linked():
    named = line("Lessons in theory are given by Skype on Mondays.")["ended"]
    assert named.title == (
        "It names Skype, which was shut down in 2025: “Lessons in theory are given by Skype on Mondays.”"
    )
    assert "ended" not in line("Lessons in theory are given by telephone on Mondays.")
    assert "ended" not in line("In the first winter we were all on Skype.")
    assert "ended" not in line("Lessons in theory are given by Skype for Business.")


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://plus.google.com/1146", "Each of the 2 pages read links to Google+, which was shut down in 2019"),
        ("https://join.skype.com/abc", "Each of the 2 pages read links to Skype, which was shut down in 2025"),
        ("https://www.google.com/maps", ""),
    ],
)
def test_a_link_to_a_service_that_was_shut_down_is_told_with_its_pages(url, title):
    site = example(HOME.format("Come in.") + "\n/team Team\n[main sentence] company: Ann teaches.", name="Hollow Oak")
    link = Link(url, "Follow us", Region.FOOTER, False)
    pages = tuple(replace(page, page=replace(page.page, links=(link,))) for page in site.pages)
    found = [entry for entry in perform(upkeep, replace(site, pages=pages)).findings if entry.kind == "ended"]
    assert [entry.title for entry in found] == ([title] if title else [])
    assert all(entry.quotes[0].text == "Follow us" for entry in found)


LINKED = "We teach children from six.\n[nav link /{0}] other: {1}"


def test_a_page_that_others_lead_to_and_that_holds_hardly_a_word_is_told():
    found = line(LINKED.format("donkeys", "Donkeys"), "/donkeys Donkeys\n[main heading 1] other: Donkeys")["bare"]
    assert found.title == "The page “Donkeys” holds one word of its own"
    assert [(quote.text, quote.source) for quote in found.quotes] == [("Donkeys", "text")]
    none = line(LINKED.format("donkeys", "Donkeys"), "/donkeys Donkeys")["bare"]
    assert none.title == "The page “Donkeys” holds no word of its own"
    assert [(quote.text, quote.source) for quote in none.quotes] == [("Donkeys", "title")]


NAMES = "Oak Ash Elm Beech Birch Alder Larch Pine Yew Holly Hazel Rowan".split()


def named(*lines: str, heading: str = "Planks", path: str = "product/planks") -> str | None:
    page = [f"/{path} {heading}", f"[main heading 1] feature: {heading}", *lines]
    found = line("We saw planks for boatyards.", "\n".join(page)).get("names")
    return found.title if found else None


def test_a_page_that_only_names_what_it_sells_is_told_with_how_many_names():
    bare = [f"[main bullet] feature: {name}" for name in NAMES]
    assert named(*bare) == (
        "The page “Planks” names 12 things and says of none what it is for, how large or long it is, or what it costs"
    )
    assert named(*bare[1:]) is None
    sized = [f"[main bullet] feature: {name}, {size} mm" for size, name in enumerate(NAMES, 20)]
    assert named(*sized) is None
    told = "[main sentence] feature: It is felled in winter and dried for two whole summers under our roof."
    assert named(*bare, told) is not None
    assert named(*bare, told, told.replace("two", "three"), told.replace("two", "four")) is None
    assert named(*[f"[main link /planks/{name.lower()}] feature: {name}" for name in NAMES]) is None


def test_places_and_people_need_no_more_than_a_name():
    bare = [f"[main bullet] feature: {name}" for name in NAMES]
    assert named(*bare, heading="Areas we cover") is None
    assert named(*bare, heading="Our clients") is None


def test_a_logo_that_stands_on_every_page_is_no_picture_beside_the_words_of_one():
    page = "/donkeys Donkeys\n[main heading 1] other: Donkeys\n/hay Hay\n[main sentence] feature: We cut it in June."
    site = example(HOME.format(LINKED.format("donkeys", "Donkeys")) + f"\n{page}", name="Hollow Oak")
    logo = (Image("/oak.png", "", Region.MAIN),)
    own = tuple(Image(f"/{n}.jpg", "", Region.MAIN) for n in range(4))

    def told(*beside: Image) -> str:
        pages = tuple(
            replace(page, page=replace(page.page, images=logo + beside * page.url.endswith("donkeys")))
            for page in site.pages
        )
        return next(f.title for f in perform(upkeep, replace(site, pages=pages)).findings if f.kind == "bare")

    assert told(*own).endswith("holds one word of its own beside 4 pictures")
    assert told(*own[:2]).endswith("holds one word of its own")


@pytest.mark.parametrize(
    ("path", "label"), [("pictures", "Gallery"), ("find", "Directions"), ("hours", "Opening hours"), ("book", "Book")]
)
def test_pages_that_are_for_pictures_hours_or_a_form_are_not_bare(path, label):
    assert "bare" not in line(LINKED.format(path, label), f"/{path} {label}\n[main heading 1] other: {label}")


def test_a_page_with_words_of_its_own_and_one_that_nobody_leads_to_are_not_bare():
    words = " ".join(["They carry children and hay up the hill."] * (FEW // 8 + 1))
    full = f"/donkeys Donkeys\n[main heading 1] other: Donkeys\n[main sentence] feature: {words}"
    assert "bare" not in line(LINKED.format("donkeys", "Donkeys"), full)
    assert "bare" not in line("We teach children from six.", "/donkeys Donkeys\n[main heading 1] other: Donkeys")


@pytest.mark.parametrize(
    "held",
    [
        {"doors": (Door("form", "", Region.MAIN),)},
        {"links": (Link("http://acme.test/donkeys.pdf", "All our donkeys", Region.MAIN, True),)},
    ],
)
def test_what_is_embedded_and_a_document_may_hold_what_a_page_is_for(held):
    text = f"{HOME.format(LINKED.format('donkeys', 'Donkeys'))}\n/donkeys Donkeys\n[main heading 1] other: Donkeys"
    site = example(text, name="Hollow Oak")
    assert [entry.kind for entry in perform(upkeep, site).findings] == ["bare"]
    pages = tuple(
        replace(page, page=replace(page.page, **held)) if page is not site.home else page for page in site.pages
    )
    assert perform(upkeep, replace(site, pages=pages)).findings == ()


def test_a_page_in_which_a_script_may_draw_something_is_not_bare_and_what_every_page_has_is_its_frame():
    linked = LINKED.format("donkeys", "Donkeys") + "\n[nav link /ponies] other: Ponies"
    named = "/{0} {1}\n[main heading 1] other: {1}"
    text = "\n".join(
        [
            HOME.format(linked),
            named.format("donkeys", "Donkeys"),
            named.format("ponies", "Ponies"),
            named.format("x", "X"),
            named.format("y", "Y"),
        ]
    )
    site = example(text, name="Hollow Oak")

    def bare(*drawn: str) -> list[str]:
        doors = {f"/{path}": (Door("drawn", "", Region.MAIN, "grid"),) for path in drawn}
        pages = tuple(
            replace(
                page, page=replace(page.page, doors=next((doors[key] for key in doors if page.url.endswith(key)), ()))
            )
            for page in site.pages
        )
        found = perform(upkeep, replace(site, pages=pages)).findings
        return [entry.title for entry in found if entry.kind == "bare"]

    assert bare() == ["The page “Donkeys” holds one word of its own; the page “Ponies” 1"]
    assert bare("donkeys") == ["The page “Ponies” holds one word of its own"]
    assert bare("donkeys", "ponies") == []
    assert bare("donkeys", "ponies", "x", "y") == bare()


def test_where_most_pages_hold_hardly_a_word_a_script_draws_them():
    linked = LINKED.format("donkeys", "Donkeys") + "\n[nav link /ponies] other: Ponies"
    empty = ("/donkeys Donkeys\n[main heading 1] other: Donkeys", "/ponies Ponies\n[main heading 1] other: Ponies")
    assert "bare" not in line(linked, *empty)
    words = " ".join(["They carry children and hay up the hill."] * (FEW // 8 + 1))
    assert "bare" in line(linked, *empty, f"/hay Hay\n[main sentence] feature: {words}")


def test_a_page_of_an_offer_that_has_one_sentence_is_told_with_it():
    linked = LINKED.format("service/donkeys", "Donkeys")
    one = "A donkey is an animal of the family of horses which has carried loads for people since the oldest days, and is still in wide use all over the world."
    page = f"/service/donkeys Donkeys\n[main heading 1] feature: Donkeys\n[main sentence] feature: {one}"
    found = line(linked, page)["bare"]
    assert found.title.startswith("The page “Donkeys” holds one sentence, “A donkey is an animal of the family")
    assert found.title.endswith("…”, and no figure")
    assert "bare" not in line(linked, f"{page}\n[main sentence] feature: Ours carry your bags up to the hut.")
    assert "bare" not in line(linked, page.replace("oldest days", "year 3000 BC"))
    assert "bare" not in line(linked.replace("service/", "about/"), page.replace("/service/", "/about/"))


def test_a_list_of_prices_needs_no_words():
    linked = LINKED.format("donkeys", "Donkeys")
    rides = "/donkeys Donkeys\n[main heading 1] other: Donkeys\n[main {}] feature: {}"
    assert "bare" in line(linked, rides.format("bullet", "Half an hour"))
    assert "bare" not in line(linked, rides.format("bullet", "Half an hour £12"))
    assert "bare" not in line(linked, rides.format("cell", "12.00"))


@pytest.mark.parametrize(
    "copy",
    ["We used Skype until the spring; now it is the telephone.", "Lessons are given by telephone instead of Skype."],
)
def test_a_service_of_which_a_line_says_that_it_was_left_is_not_told(copy):
    assert "ended" not in line(copy)
    assert "ended" in line("Lessons are given by Skype.")


def test_what_is_embedded_in_every_page_is_no_page_s_own():
    text = f"{HOME.format(LINKED.format('donkeys', 'Donkeys'))}\n/donkeys Donkeys\n[main heading 1] other: Donkeys"
    site = example(text, name="Hollow Oak")
    search = (Door("form", "", Region.MAIN),)
    pages = tuple(replace(page, page=replace(page.page, doors=search)) for page in site.pages)
    assert [entry.kind for entry in perform(upkeep, replace(site, pages=pages)).findings] == ["bare"]


def test_a_page_that_says_that_it_loads_something_may_hold_it():
    linked = LINKED.format("donkeys", "Donkeys")
    assert "bare" not in line(linked, "/donkeys Donkeys\n[main sentence] other: Loading our donkeys …")
    assert "bare" in line(linked, "/donkeys Donkeys\n[main sentence] other: All our donkeys …")


@pytest.mark.parametrize(
    "copy",
    [
        "Since opening in 2014 we have taught 300 riders.",
        "After launching in 2012 we moved the stables twice.",
        "The next year, 2012, brought a second yard.",
        "Our next step, in 2015, took us across the river.",
        "This girth will fit all saddles from 2012.",
        "The clip will go on any trailer built in 2016.",
        "Available from 2012 to 2018.",
    ],
)
def test_what_a_year_tells_of_the_past_or_of_a_make_is_not_called_still_to_come(copy):
    assert "announced" not in line(copy)
    assert "announced" in line("Our indoor school is opening in 2014.")


@pytest.mark.parametrize(
    "copy",
    [
        "Rated five stars on Google + Facebook.",
        "Our Google Plus Code is 9C4W.",
        "You find our stables on Vine Street.",
        "Sweet tomatoes on vine grow beside the stables.",
    ],
)
def test_words_that_are_also_the_name_of_a_service_tell_of_none(copy):
    assert "ended" not in line(copy)
    assert "ended" in line("See our foals on Vine.")
    assert "ended" in line("Follow us on Google+ and Facebook.")


def test_what_was_to_come_is_told_of_its_time_on_a_page_of_history():
    said = "[main heading 1] other: {0}\n[main sentence] feature: Our hall is opening in 2014."
    assert "announced" in line("We teach.", f"/hall Hall\n{said.format('Hall')}")
    assert "announced" not in line("We teach.", f"/timeline Timeline\n{said.format('Timeline')}")


TERMS = "/dates Dates\n[main heading 1] other: Term dates\n[main heading 2] other: {0}\n[main bullet] other: Half of it: 3 September - 20 December {0}"


@pytest.mark.parametrize(
    "line",
    [
        "FEES FOR SEPTEMBER 2017",
        "Christmas lunch menu 2016",
        "Summer camps 2019",
        "April 2020: our arena is currently closed.",
    ],
)
def test_fees_feasts_and_seasons_of_a_year_that_is_over_are_told_as_todays(line):
    found = told("We teach children from six.", f"/pay Pay\n[main heading 2] other: {line}")["lapsed"]
    assert found.title.startswith("What it shows as current is from 20")
    assert found.title.count(f"“{line}”") == 1
    assert found.lead


def test_dates_of_a_year_that_is_over_are_told_with_the_heading_over_them():
    dates = told("We teach children from six.", TERMS.format(2018))["lapsed"]
    assert "from 2018: “Term dates: 2018”" in dates.title
    assert "lapsed" not in told("We teach children from six.", TERMS.format(MADE))


@pytest.mark.parametrize(
    "line",
    [
        f"Fees for September {MADE}",
        f"Fees for {MADE - 1}",
        "Past summer camps 2016",
        "In the summer of 2017 we opened the second arena and doubled the number of horses.",
        "Winners of the spring season 2017",
    ],
)
def test_what_tells_of_a_year_that_is_over_or_names_this_one_has_not_lapsed(line):
    assert "lapsed" not in told("We teach children from six.", f"/pay Pay\n[main heading 2] other: {line}")


def test_a_year_that_is_over_beside_a_later_one_is_an_archive():
    page = f"/pay Pay\n[main heading 2] other: Fees for 2017\n[main heading 2] other: Fees for {MADE}"
    assert "lapsed" not in told("We teach children from six.", page)
    assert "lapsed" not in told("We teach children from six.", "/a Archive\n[main heading 2] other: Fees for 2017")


def test_what_bars_the_way_for_now_on_a_page_that_was_updated_years_ago_has_lapsed():
    bars = "[main sentence] other: At this time we are not taking visitors into the barn.\n"
    page = "/rules House rules\n[main sentence] other: Updated on 3 May {}.\n" + bars
    found = told("We teach children from six.", page.format(2021))["lapsed"]
    assert found.title.startswith(
        "What it shows as current is from 2021: “At this time we are not taking visitors into the barn.”"
    )
    assert "lapsed" not in told("We teach children from six.", page.format(MADE))
    assert "lapsed" not in told("We teach children from six.", f"/rules House rules\n{bars}")


def test_the_newest_inspection_is_told_where_it_is_an_old_one():
    line = "/care Care\n[main sentence] company: Our barn was last inspected by the county in March {}."
    assert "from 2017" in told("We teach children from six.", line.format(2017))["lapsed"].title
    assert "lapsed" not in told("We teach children from six.", line.format(MADE - 5))
    later = "\n[main sentence] company: In 2024 the county came again."
    assert "lapsed" not in told("We teach children from six.", line.format(2017) + later)


def test_what_has_lapsed_is_told_with_what_is_called_new_and_with_the_newest_year():
    found = told("New for 2016: a second arena.", "/pay Pay\n[main heading 2] other: Easter lunch menu 2015")
    assert not {"lapsed", "dated"} & found.keys()
    assert "; what it shows as current is from 2015: “Easter lunch menu 2015”; nothing" in found["announced"].title
    late = told(
        "We teach children from six.",
        "/pay Pay\n[main heading 2] other: Fees for 2017\n[footer sentence] other: 2019",
        "/a About\n[main sentence] company: Our herd of ponies grazes by the river all summer and in the barn all winter.",
    )
    assert late["lapsed"].title.endswith("; nothing on the 3 pages read is dated later than 2019")


def test_what_people_look_up_in_a_file_is_told_where_no_page_is_named_for_it():
    def documents(*links: Link, more: str = "") -> list[str]:
        site = example(
            f"{HOME.format('Come in.')}\n/food Food\n[main sentence] feature: Soup and bread.{more}", name="Hollow Oak"
        )
        pages = tuple(
            replace(entry, page=replace(entry.page, links=links)) if entry.url.endswith("/food") else entry
            for entry in site.pages
        )
        found = perform(upkeep, replace(site, pages=pages)).findings
        return [entry.title for entry in found if entry.kind == "document"]

    food = next(
        page.url for page in example("/ A\n/food Food\n[main sentence] feature: Soup.").pages if "food" in page.url
    )
    full = Link(food + ".pdf", "Full menu", Region.MAIN, True)
    told = "What people look up first is a file, and no page is named for it: “Full menu” (PDF)"
    assert documents(full) == [told]
    assert documents(full, structs.replace(full, text="Download our full menu")) == [told]
    assert documents(full, Link(food, "See our menu", Region.MAIN, True)) == [told]  # it leads to where the file is
    drinks = structs.replace(full, url=food + "-drinks.jpg", text="Drinks menu")
    assert documents(full, drinks) == [f"{told} and “Drinks menu” (JPG)"]
    assert documents(structs.replace(full, text="Our story")) == []
    assert documents(structs.replace(full, url=food + "/menu")) == []
    assert documents(structs.replace(full, internal=False)) == []
    assert documents(full, more="\n/menu Our menu\n[main sentence] feature: Soup £4, bread £1.") == []
