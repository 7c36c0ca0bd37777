"""Buried gold: which lines are strong, and where they stand."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.promote import IN_TITLE, MOST, OF_A_KIND, promote
from auditor.model import AuditResult, Finding
from auditor.reasons import FURTHER, LEAST, buried_reasons, house_age
from auditor.report.ranking import WORTH
from auditor.strength import reasons, strongest, worth_moving

HOME = """
/ Acme pumps
[first heading 1] company: The leading maker of pumps
[first sentence] company: Family owned and proud of it.
[main sentence] feature: Stainless steel and cast iron, with or without a tank.
"""


def said(text: str) -> AuditResult:
    return perform(promote, example(HOME + text))


def found(text: str) -> list[str]:
    return [reason.copy.text for reason in buried_reasons(example(HOME + text))]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("testimonial", "[main quote cite=Jo Ray] outcome: They cut our milking time by 40 minutes a day."),
        ("testimonial", "[main quote cite=Jo Ray] feature: I got a new pump within 3 hours at half the price."),
        ("service", "[main sentence] outcome: We had the Miller farm milking again within two hours."),
        ("service", "[main sentence] company: Send us those awkward, difficult jobs that nobody wants."),
        ("about", "[main sentence] company: My sister runs in every pump herself and signs the plate on its side."),
        ("service", "[main sentence] feature: Our fitters are at your door within 90 minutes."),
    ],
)
def test_these_are_gold(kind, line):
    text = line.split(": ", 1)[1]
    assert found(f"/{kind}/a A page\n{line}") == [text]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("service", "[main sentence] outcome: Studies show that 40% of farms lose milk."),
        ("service", "[main sentence] outcome: Order accuracy rises to 99% (Hill University Lab)."),
        ("service", "[main sentence] outcome: On average a farm saves 20% of its power."),
        ("blog", "[main sentence] outcome: We cut our milking time by 40 minutes a day."),
        ("policy", "[main sentence] policy: We refund you within 14 days."),
        ("service", "[main sentence] outcome: Achieve better results and grow your business."),
        ("service", "[main button] outcome: Save 20% today with us"),
        ("service", "[main sentence] outcome: Do you want to save two hours a day?"),
        ("service", "[main sentence] feature: A complex product for challenging applications."),
    ],
)
def test_these_are_not(kind, line):
    assert found(f"/{kind}/a A page\n{line}") == []


def test_a_composite_story_is_not_gold_but_the_rest_of_its_page_is():
    text = """
    /product/a Reader
    [main sentence] outcome: Your staff count a trolley in 20 seconds.
    [main heading 2] other: How buyers use it
    [main sentence] other: Composite scenarios; client names withheld.
    [main heading 3] other: A laundry
    [main sentence] outcome: Our staff saved 6 hours a week.
    [main heading 2] other: Questions
    """
    lines = "\n".join(line.strip() for line in text.splitlines())
    assert found(lines) == ["Your staff count a trolley in 20 seconds."]


def test_a_line_near_the_top_of_the_home_page_is_kept_not_moved():
    result = perform(
        promote,
        example(
            "/ Acme\n[first heading 1] outcome: We had the Miller farm milking again within two hours\n"
            "[main sentence] feature: Stainless steel and cast iron, with or without a tank.\n"
            "[main sentence] feature: Every pump is run in by one fitter, who signs the plate on its side before it leaves."
        ),
    )
    assert result.findings == ()
    assert len(result.keep) == 1
    assert result.score is None


def test_a_promise_that_the_first_screen_makes_already_is_not_buried():
    page = "/service/a Repairs\n[main sentence] feature: Our fitters are at your door within 90 minutes."
    site = example(HOME.replace("Family owned", "With you in 90 minutes, family owned") + page)
    assert perform(promote, site).findings == ()


def test_the_attribution_goes_along():
    result = said(
        "/testimonial/a Reviews\n[main quote cite=Jo Ray, Hilltop] outcome: They cut our milking by 40 minutes."
    )
    assert "“They cut our milking by 40 minutes.” — Jo Ray, Hilltop (the page “Reviews”)" in result.findings[0].title


def test_few_lines_are_told_at_once_in_one_finding():
    text = """
/service/a Repairs
[main sentence] feature: Our fitters are at your door within 90 minutes.
[main sentence] feature: Every seal we fit is replaced free of charge for 5 years.
[main sentence] feature: We collect your pump on Friday and bring it back on Monday.
/about About
[main sentence] company: We tell you straight away if a new pump is not worth it.
[main sentence] company: Our bench is covered for £5m public liability.
[main sentence] company: We have repaired thousands of pumps for dairies from Kerry to Antrim.
"""
    result = said(text)
    assert len(found(text)) == MOST
    (entry,) = result.findings
    assert [quote.text for quote in entry.quotes] == found(text)
    assert entry.title.startswith("Lines that would persuade stand where few people look: ")
    assert f"“{found(text)[0]}” (the page “" in entry.title
    assert entry.title.endswith(f"and {MOST - IN_TITLE} more")
    assert "what costs nothing extra" in entry.why
    assert entry.lead


def test_after_two_lines_only_what_is_worth_it_is_named():
    strong = [
        "[main sentence] company: If it fails in two years we take it back and pay for the carriage.",
        "[main sentence] company: We tell you straight away if a new pump is not worth it.",
    ]
    weak = "[main sentence] company: We work with farms of the valley and beyond it all year."
    told = buried_reasons(example("\n".join([HOME, "/service/a Repairs", *strong, weak])))
    assert [f"[main sentence] company: {reason.copy.text}" for reason in told] == strong
    (alone,) = buried_reasons(example("\n".join([HOME, "/service/a Repairs", weak])))
    assert LEAST <= alone.worth < FURTHER


def test_where_none_is_good_the_nearest_is_told_and_nothing_leads_with_it():
    dull = "\n".join(
        f"[main sentence] feature: Model {name} suits parlours, yards and tanks of a middling size."
        for name in "Ash Beech Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Willow".split()
    )
    (entry,) = said(f"/product/a Models\n{dull}").findings
    assert entry.kind == "nearest"
    assert not entry.lead
    assert entry.title.startswith("No line further on gives a strong reason")
    better = said(
        f"/product/a Models\n{dull}\n[main sentence] feature: Our fitters are at your door within 90 minutes."
    )
    assert [entry.kind for entry in better.findings] == ["buried"]


def test_a_long_line_is_cut_in_the_title_and_quoted_whole_under_it():
    line = "We collect your pump on any working day of the year, whatever the weather, and bring it back run in, painted and signed."
    (entry,) = said(f"/service/a Repairs\n[main sentence] feature: {line}").findings
    assert "…” (the page “Repairs”)" in entry.title
    assert line not in entry.title
    assert entry.quotes[0].text == line


def test_of_each_kind_no_more_than_two_are_told():
    promises = "\n".join(
        f"[main sentence] feature: We repair {thing} of any make within {hours} working hours."
        for thing, hours in (("the motor", 4), ("a burst line", 9), ("the tank", 20), ("a worn valve", 30))
    )
    assert len(found(f"/service/a Repairs\n{promises}")) == OF_A_KIND


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("candid", "/about About", "[main sentence] company: We never upsell: a worn seal is all most of them need."),
        ("spared", "/service/a Repairs", "[main sentence] feature: We visit you at your own home, evenings too."),
        ("care", "/about About", "[main sentence] company: We take a maximum of 6 learners per bench."),
        ("cover", "/about About", "[main sentence] company: We carry £2m professional indemnity insurance."),
        ("gratis", "/service/a Repairs", "[main sentence] feature: Delivery is included at no extra cost."),
        ("speed", "/service/a Repairs", "[main sentence] feature: Our fitters are at your door within 90 minutes."),
        ("record", "/about About", "[main sentence] company: We have repaired hundreds of pumps for dairies in Kerry."),
        ("checked", "/service/a Repairs", "[main sentence] feature: Every pump we build is tested under load."),
        ("won", "/about About", "[main sentence] company: We won the Royal Show medal in 2019."),
        ("won", "/about About", "[main sentence] company: Our course is approved by Kerry and Cork."),
        ("hands", "/about About", "[main bullet] company: UK Master Mariner"),
        ("scale", "/about About", "[main sentence] company: Our yard has worked 1300 days without a lost hour."),
        ("fixed", "/service/a Repairs", "[main sentence] feature: What we quote is what you pay."),
    ],
)
def test_each_kind_of_reason_is_known(kind, text, line):
    (reason,) = buried_reasons(example(f"{HOME}{text}\n{line}"))
    assert reason.kind == kind


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "/service/a Repairs",
            "[main sentence] policy: The deposit is non-refundable once you will be refunded nothing.",
        ),
        ("/service/a Repairs", "[main sentence] policy: You must give 48 hours' notice."),
        ("/service/a Repairs", "[main sentence] feature: By law every seller refunds at no extra cost."),
        ("/policy Terms", "[main sentence] policy: Faulty goods are repaired under a 12 month warranty."),
        ("/blog/a Notes", "[main sentence] feature: Delivery is included at no extra cost."),
        ("/service/a Repairs", "[main sentence] other: The weir was built by the monks of Fore in 1140."),
        ("/service/a Repairs", "[nav sentence] feature: Delivery is included at no extra cost."),
    ],
)
def test_rules_for_the_reader_and_other_peoples_reasons_are_none(text, line):
    assert buried_reasons(example(f"{HOME}{text}\n{line}")) == ()


def test_a_charity_has_no_prices_and_no_remedies():
    home = HOME.replace(
        "company: Family owned", "company: We are a registered charity; donate or volunteer. Family owned"
    )
    page = "/service/a Meals\n[main sentence] feature: Lunch is served free of charge."
    site = example(
        home + page + "\n[main sentence] company: Donations keep our volunteers on the road.", name="Vale Trust"
    )
    assert "gratis" not in {reason.kind for reason in buried_reasons(site)}


@pytest.mark.parametrize("words", ["25 years of experience", "500+ families", "since 1979", "24/7", "7 days a week"])
def test_the_vendors_own_counts_are_no_reason(words):
    assert not {"time", "money", "share", "ratio"} & set(reasons(f"We serve farms: {words}."))


def test_a_result_that_the_home_page_tells_in_other_words_is_not_called_missing_there():
    text = """
[main sentence] feature: Our engineers aim to be at your door within 90 minutes of the call.
/service/a Emergencies
[main sentence] outcome: Our engineers reach you in under 90 minutes, so your milking can go on.
"""
    result = said(text)
    assert len(found(text)) + len(result.keep) == 1


def test_two_results_with_the_same_span_of_time_stay_two():
    text = """
/service/a Repairs
[main sentence] outcome: We had the Miller farm milking again within two hours.
/service/b Cleaning
[main sentence] outcome: You get your carpets back dry and spotless within two hours.
"""
    assert len(found(text)) == 2


def test_what_a_customer_says_changed_for_him_is_gold_without_a_figure():
    told = "Over the years they have helped me overcome my fear of going to the dentist."
    line = f"[main quote cite=Jo Ray, Hilltop] outcome: {told}"
    result = said(f"/testimonial/a Voices\n{line}")
    assert [entry.quotes[0].text for entry in result.findings] == [told]
    assert "()" not in result.findings[0].title
    assert (
        found("/testimonial/a Voices\n[main quote cite=Jo Ray] company: Friendly people, kind people, lovely people.")
        == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "[main quote] outcome: My lads are home for supper now and the vet has stopped calling about the milk.",
        "[main quote] company: After the storm took the roof off our parlour, Al came over and had it patched by the evening.",
        "[main quote] feature: The seal was replaced the same day and we never missed a milking.",
    ],
)
def test_a_customers_own_account_is_strong_without_a_figure(line):
    assert found("/testimonial/a Reviews\n" + line)


@pytest.mark.parametrize(
    "line",
    [
        "[main quote] company: Lovely people, very professional, I would recommend them to anyone.",
        "[main sentence] outcome: With no downtime, see your results at once!",
    ],
)
def test_praise_a_call_and_the_companys_own_story_are_not(line):
    assert not found("/testimonial/a Reviews\n" + line)


def test_what_should_be_is_no_account():
    wish = "[main quote] outcome: No child in the valley should have to go to school without a warm breakfast."
    assert not found("/testimonial/a Reviews\n" + wish)


def test_no_strong_line_is_no_praise():
    assert (
        said(
            "[main sentence] feature: Each of them is painted twice, tested on the bench for a day and kept in stock."
        ).title
        == "Which of its lines would persuade"
    )


def test_a_page_is_called_by_what_no_other_page_is_called():
    titled = """
/service/repair Acme pumps
[main heading 1] feature: Pump repair in the field
[main sentence] outcome: Your herd is milked 40 minutes sooner, every day of the year.
"""
    (entry,) = said(titled).findings
    assert "the page “Pump repair in the field”" in entry.title
    (entry,) = said(titled.replace("/service/repair Acme pumps", "/service/repair Acme pumps | Repairs")).findings
    assert "the page “Repairs”" in entry.title
    (entry,) = said(titled.replace("[main heading 1] feature: Pump repair in the field", "")).findings
    assert "the page “repair”" in entry.title


def test_what_the_first_screen_says_already_is_not_told_to_be_moved_up():
    line = "[main sentence] outcome: Hilltop Dairy milks 40 minutes less a day on every farm in the valley."
    assert found("/service/repair Repairs\n" + line)
    above = "[first sentence] outcome: Hilltop Dairy milks 40 minutes less on every farm in the valley."
    same = HOME.replace("[first sentence] company: Family owned and proud of it.", above)
    assert perform(promote, example(same + "/service/repair Repairs\n" + line)).findings == ()


def test_a_line_in_which_a_word_stands_twice_is_not_told():
    twice = "[main sentence] outcome: Hilltop Dairy milks 40 minutes less a day at the the farm."
    assert not found("/service/repair Repairs\n" + twice)


def figureless(text: str) -> list[Finding]:
    return [entry for entry in said(text).findings if entry.kind == "no-figure"]


def test_a_site_without_one_figured_result_is_told_so_and_any_that_may_be_one_silences_it():
    talk = "\n".join(
        f"[main sentence] feature: Pump {n} is cast, painted, run in and signed by one fitter." for n in range(12)
    )
    pages = "\n".join(f"/service/{place} Pumps {place}\n{talk}" for place in ("north", "south", "east", "west"))
    assert figureless(pages) == []  # no result is stated: there is none that wants its figure
    stated = "A spare pump on the wall keeps your parlour milking through a breakdown."
    for other in (
        "Stay ahead of every breakdown in your parlour.",
        "Our goal is a yard that helps you sleep at night.",
    ):
        assert figureless(f"{pages}\n[main sentence] outcome: {other}") == []
    pages += f"\n[main sentence] outcome: {stated}"
    (told_so,) = figureless(pages)
    assert "5 pages read" in told_so.title
    assert stated in told_so.title
    assert [shown.text for shown in told_so.quotes] == [stated]
    assert not told_so.lead
    stays = perform(promote, example(f"/ Quay Cottages\n{pages}", name="Quay Cottages")).findings
    assert "no-figure" not in {entry.kind for entry in stays}  # no holiday is counted in hours
    stay = "\n".join(f"[main sentence] feature: Guests of hut {n} light the stove themselves." for n in range(8))
    assert figureless(f"{pages}\n/huts Huts\n{stay}") == []  # nor a night in a house that receives guests
    maybe = "\n[main sentence] unsure: Most farms are milking again within 3 hours."
    told = "\n[main quote] other: Back to milking in 40 minutes, thank you."
    scene = "\n[main quote cite=Jo Ray] other: Our pump died at noon and was fixed the same evening."
    assert "no-figure" not in {entry.kind for entry in said(pages + scene).findings}
    door = "\n[main sentence] feature: No appointment needed at the yard."
    assert figureless(pages + door)
    assert "no-figure" not in {entry.kind for entry in said(pages + told).findings}
    assert "no-figure" not in {entry.kind for entry in said(pages + maybe.replace("unsure", "outcome")).findings}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("You pay nothing unless the pump runs.", "open"),
        ("No appointment needed: come between six and nine.", "open"),
        ("Just turn up in boots.", "open"),
        ("Your quote is fixed, whatever we find.", "fixed"),
        ("Just turn up with a bucket.", "open"),
        ("You don't have to be a member to ride along.", "open"),
    ],
)
def test_what_takes_away_the_risk_of_beginning_is_worth_moving_up(line, kind):
    away = f"/service/repair Repairs\n[main sentence] feature: {line}"
    assert [reason.kind for reason in buried_reasons(example(HOME + away))] == [kind]
    assert said(f"[main sentence] feature: {line}\n{away}").findings == ()  # the home page has it


def test_a_line_that_only_opens_the_door_is_no_headline():
    site = example(HOME + "/service/repair Repairs\n[main sentence] feature: No appointment needed at the yard.")
    assert strongest(site) == []
    assert [line.kind for line in worth_moving(site)] == ["open door"]


@pytest.mark.parametrize(
    "line", ["No obligation, ever.", "No smoking is needed here.", "Do not pay the first invoice."]
)
def test_what_takes_no_risk_away_is_not(line):
    assert said(f"/service/repair Repairs\n[main sentence] feature: {line}").findings == ()


def test_an_own_deed_with_its_figure_is_a_result_on_whatever_page_it_is_told():
    site = example(HOME + "/winter Winter\n[main sentence] outcome: Raised 40 % more hay on the same meadow.")
    assert len(buried_reasons(site)) == 1


def test_who_is_bound_to_secrecy_is_asked_how_matters_ended_and_for_no_name():
    talk = "\n".join(
        f"[main sentence] feature: Claim {n} is read, weighed and signed by one advocate, and no other."
        for n in range(12)
    )
    pages = "\n".join(f"/service/{place} Claims {place}\n{talk}" for place in ("north", "south", "east", "west"))
    pages += "\n[main sentence] outcome: An early letter keeps a quarrel between neighbours out of court."
    site = example(
        f"/ Vane Law Firm\n[first heading 1] feature: Claims in three counties\n{pages}", name="Vane Law Firm"
    )
    found = next(entry for entry in perform(promote, site).findings if entry.kind == "no-figure")
    assert "without names" in found.fix
    assert "name" not in found.proposal


def untold(*lines: str) -> list[str]:
    home = (
        "/ Acme",
        "[first heading 1] feature: Pumps for dairies",
        "[first sentence] feature: Steel, with a double seal.",
    )
    return [reason.copy.text for reason in buried_reasons(example("\n".join((*home, *lines)))) if reason.kind == "age"]


@pytest.mark.parametrize(
    "line",
    [
        "The fifth generation of the family now stands at the bench.",
        "Our family has forged here for over 90 years.",
        "It was first started by a miller in the late 1920's.",
    ],
)
def test_how_long_the_house_has_stood_is_told_where_the_home_page_keeps_it_to_itself(line):
    about = ("/about About", f"[main sentence] company: {line}")
    assert untold(*about) == [line]
    assert untold("[main sentence] company: Twelve generations of one family have stood here.", *about) in ([], [line])


def test_an_age_is_told_where_the_home_page_tells_of_less_and_at_its_foot():
    foot = "Our workshop has stood by the weir since 1904."
    home = f"{HOME}[footer sentence] company: {foot}\n/about About\n[main sentence] other: Hi."
    (entry,) = perform(promote, example(home)).findings
    assert entry.title.endswith(f"“{foot}” (at the foot of the home page)")
    about = ("/about About", "[main sentence] company: The fifth generation of the family now stands at the bench.")
    assert untold("[main sentence] company: We have built pumps for over 40 years.", *about)


def test_a_founding_year_is_counted_to_a_fixed_year():
    assert house_age("Our workshop has stood by the weir since 1904.", own=True) == (116, "since 1904")


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] company: We have built pumps since 2011.",
        "[main sentence] company: The abbey was built in 1642.",
        "[main sentence] outcome: Half of all farms are gone by the third generation.",
        "[main quote cite=Jo Ray] company: We have bought here for over 40 years.",
        "[main sentence] company: The second generation has taken over.",
        "[main sentence] company: Our fitters have more than 120 years of combined experience.",
        "[main sentence] company: Between them, our people have spent over 90 years at the lathe.",
        "[main sentence] company: We bring over 80 years of collective know-how to your yard.",
        "[main sentence] company: Our engineers have over 60 years of experience.",
        "[main sentence] company: We offer more than 400 years of practice.",
    ],
)
def test_what_is_young_or_not_the_houses_own_age_is_left_where_it_stands(line):
    assert untold("/about About", line) == []


def test_of_customers_who_speak_down_the_home_page_one_stands_for_all():
    filler = [
        f"[main sentence] feature: Plate number {n} is cut, bent and welded on the same bench as the one before it."
        for n in range(12)
    ]
    said = [
        "[main quote cite=Jo Ray, Hilltop Dairy] outcome: They cut our milking time by 40 minutes a day.",
        "[main quote cite=Al Moss, Lower Farm] outcome: Our vet bills fell by 900 euros in one winter.",
    ]
    found = perform(
        promote, example("\n".join(("/ Acme", "[first heading 1] feature: Pumps", *filler, *said)))
    ).findings
    assert [entry.kind for entry in found].count("customer-result") == 1


def test_the_same_words_with_more_years_are_not_told_above():
    above = HOME.replace("Family owned and proud of it.", "Acme has cast pumps as one family for over 25 years.")
    line = "Acme has cast pumps as one family for over 60 years."
    site = example(f"{above}/about About\n[main sentence] company: {line}")
    assert [reason.copy.text for reason in buried_reasons(site)] == [line]


@pytest.mark.parametrize(
    ("private", "open_"),
    [
        ("We buried the old pump with Emil, who died in 1972, and built the next for 40 farms.", "We buried the old pump in 1972 and built the next for 40 farms."),
        ("We ride for fun with our daughters, aged 12 and 16, on 30 ponies of our own.", "We ride for fun on 30 ponies of our own."),
    ],
)  # fmt: skip
def test_deaths_and_somebodys_children_are_no_lines_to_sell_with(private, open_):
    page = "/about About\n[main sentence] company: {}"
    assert found(page.format(open_)) == [open_]
    assert found(page.format(private)) == []


def test_a_good_line_leads_and_one_that_is_hardly_good_is_told_further_down():
    strong = "/about About\n[main sentence] company: If it fails in two years we take it back free of charge and pay for the carriage."
    middling = (
        "/about About\n[main sentence] company: If it fails in two years we take it back and pay for the carriage."
    )
    (best,), (less,) = said(strong).findings, said(middling).findings
    assert (best.kind, best.lead, less.kind, less.lead) == ("buried", True, "buried", False)
    assert less.weight < WORTH < best.weight
