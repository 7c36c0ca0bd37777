"""What a customer can count on, and where it stands."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.promote import MOST, promote
from auditor.model import AuditResult, Finding
from auditor.reasons import CUT, KINDS, buried_reasons
from auditor.strength import reasons, strongest

HOME = """
/ Acme pumps
[first heading 1] feature: Milking pumps for dairies of any size
[first sentence] feature: Lent, mended and run in on the farm.
[main sentence] feature: Stainless steel and cast iron, with or without a tank.
"""


def said(text: str) -> AuditResult:
    return perform(promote, example(HOME + text))


def found(text: str) -> list[str]:
    return [reason.copy.text for reason in buried_reasons(example(HOME + text))]


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("gained", "/testimonial/a Voices", "[main quote cite=Jo Ray] outcome: They cut our milking by 40 minutes a day."),
        ("gained", "/testimonial/a Voices", "[main quote cite=Jo Ray] feature: We were milking two days earlier than we had hoped."),
        ("candid", "/about About", "[main sentence] company: We never upsell: a worn seal is all most of them need."),
        ("gratis", "/service/a Repairs", "[main sentence] feature: Delivery is included at no extra cost."),
        ("gratis", "/service/a Repairs", "[main sentence] feature: We begin with a free vacuum test of your parlour."),
        ("gratis", "/service/a Repairs", "[main sentence] feature: You pay nothing unless the pump runs."),
        ("remedy", "/service/a Repairs", "[main sentence] feature: If it leaks again, your fee will be refunded."),
        ("rare", "/service/a Repairs", "[main sentence] feature: We cast parts that are no longer made by anybody."),
        ("rare", "/service/a Repairs", "[main sentence] feature: Any pump is mended here, whether built by us or not."),
        ("care", "/about About", "[main sentence] company: We take a maximum of 6 learners per bench."),
        ("comes", "/service/a Repairs", "[main sentence] feature: Our vans on call carry every seal we fit."),
        ("open", "/service/a Courses", "[main sentence] feature: Newcomers are always welcome at the Thursday bench."),
        ("cover", "/about About", "[main sentence] company: We carry £2m professional indemnity insurance."),
        ("included", "/service/a Courses", "[main sentence] feature: The fee of £50 includes all tools and two lunches."),
        ("backed", "/about About", "[main sentence] company: We are the authorised service centre for two Dutch makers."),
        ("backed", "/about About", "[main sentence] company: Our carrier number CBD1882 stands on every van."),
        ("range", "/product/a Pumps", "[main sentence] spec: Our pumps stand pressures ranging from 2 bar to 40 bar."),
        ("able", "/product/a Pumps", "[main sentence] spec: Our bores keep a tolerance of ±0.01 mm all day."),
        ("own", "/about About", "[main sentence] company: Our shafts are made in Kerry, from the rod to the last cut."),
        ("record", "/about About", "[main sentence] company: We have repaired hundreds of pumps for dairies in Kerry."),
        ("spared", "/service/a Repairs", "[main sentence] feature: We visit you at your own home, evenings too."),
        ("checked", "/service/a Repairs", "[main sentence] feature: Every pump we build is tested under load."),
        ("hours", "/service/a Repairs", "[main sentence] feature: We keep Saturday appointments for small herds."),
    ],
)  # fmt: skip
def test_each_kind_of_line_that_can_be_counted_on_is_known(kind, text, line):
    (reason,) = buried_reasons(example(f"{HOME}{text}\n{line}"))
    assert reason.kind == kind


def test_every_kind_has_an_example_above():
    (mark,) = [mark for mark in test_each_kind_of_line_that_can_be_counted_on_is_known.pytestmark if mark.args]
    assert {row[0] for row in mark.args[1]} == set(KINDS)


@pytest.mark.parametrize(
    ("text", "line", "twin"),
    [
        # somebody's life, and how long it has been
        ("/about About", "company: She spent seven years at the Cork Dairy Board.", "company: We have mended hundreds of pumps and repaired hundreds of tanks."),
        # praise
        ("/about About", "company: Our fitters give you service that nobody else gives.", "company: Our fitters come to your house, evenings too."),
        # a rule for the reader
        ("/service/a Repairs", "policy: The deposit is non-refundable once you will be refunded nothing.", "policy: If it leaks again, your fee will be refunded."),
        ("/service/a Repairs", "feature: Please send a photograph, since delivery is at no extra cost.", "feature: Send a photograph; delivery is at no extra cost."),
        # what is taken back in the same breath
        ("/service/a Repairs", "feature: Delivery is at no extra cost, where applicable.", "feature: Delivery is at no extra cost, wherever you farm."),
        ("/service/a Repairs", "feature: Painted in your own colour (most without extra cost)", "feature: Painted in your own colour without extra cost"),
        # the law, an article, the terms, the menu
        ("/service/a Repairs", "feature: By law every seller refunds at no extra cost.", "feature: Like every good seller we refund at no extra cost."),
        ("/policy Terms", "policy: If it leaks again, your fee will be refunded.", "policy: You may cancel free of charge until the evening before."),
        ("/policy Terms", "policy: Our portal comes at no extra cost, and we may watch how you use it.", "policy: Our portal comes at no extra cost, and you may leave it any day."),
        # torn out of a sentence, or hanging on the one before
        ("/service/a Repairs", "feature: and we fetch your pump free of charge in the end.", "feature: We fetch your pump free of charge in the end."),
        ("/service/a Repairs", "feature: This is done at no extra cost for all.", "feature: Painting is done at no extra cost for all."),
        ("/service/a Repairs", "feature: Your pump is fetched free of charge (or on the", "feature: Your pump is fetched free of charge (or on the lorry)."),
        # a call, an answer to a form
        ("/service/a Repairs", "feature: Book a free vacuum test of your parlour today.", "feature: A free vacuum test of your parlour begins the work."),
        ("/thanks Thanks", "feature: Your request for a free vacuum test has arrived here.", "feature: Your parlour gets a free vacuum test before all else."),
        ("/service/a Repairs", "feature: We will tell you straight how we would run it.", "feature: We will tell you if you do not need a new one."),
        ("/service/a Repairs", "feature: Each pump carries a two year limited warranty from us.", "feature: Each pump carries a two year warranty from us."),
        ("/service/a Repairs", "feature: We lend money on equipment that you already own.", "feature: We work with equipment you already own, of any make."),
        # a fact of the world
        ("/product/a Pumps", "feature: Steel tanks have a life ranging from 50 to 125 years.", "feature: Steel tanks have a content ranging from 50 to 125 litres."),
        ("/service/a Stays", "feature: The park lies on 235 acres by the river.", "feature: Our park lies on 235 acres by the river."),
        ("/service/a Stays", "feature: The hall takes up to 70 guests at tables.", "feature: The boat takes no more than 7 guests at a time."),
        ("/service/a Repairs", "other: The weir was made in Kerry by monks long ago.", "company: The weir in our yard was made in Kerry."),
        # whose the money is that goes elsewhere
        ("/service/a Shop", "feature: All proceeds go straight to a printer in Kerry.", "feature: All proceeds go straight to families who lost their herd."),
        # deaths and children
        ("/about About", "company: Emil, who died in 1972, had repaired hundreds of pumps with us.", "company: Emil had repaired hundreds of pumps with us by 1972."),
        ("/about About", "company: We ride with our daughters, aged 12 and 16, on 30 acres.", "company: We ride with our neighbours on 30 acres."),
    ],
)  # fmt: skip
def test_what_no_reader_would_move_is_left_and_its_twin_is_told(text, line, twin):
    assert found(f"{text}\n[main sentence] {line}") == []
    assert found(f"{text}\n[main sentence] {twin}") == [twin.partition(": ")[2]]


@pytest.mark.parametrize("region", ["nav sentence", "footer sentence", "main button", "main link"])
def test_menus_footers_and_buttons_hold_no_line_to_move(region):
    assert found(f"/service/a Repairs\n[{region}] feature: Delivery is included at no extra cost.") == []


def test_praise_by_customers_and_a_customers_year_are_no_results():
    for line in (
        "Lovely people, I would recommend them to all 40 farms here.",
        "We have bought here since 2011, all of us.",
    ):
        assert found(f"/testimonial/a Voices\n[main quote cite=Jo Ray] outcome: {line}") == []


def test_what_the_home_page_tells_anywhere_is_not_told_again():
    line = "feature: Delivery to your yard is included at no extra cost."
    page = f"/service/a Repairs\n[main sentence] {line}"
    assert found(page)
    talk = "\n".join(f"[main sentence] feature: Pump {n} is cast and painted by one fitter." for n in range(30))
    for above in (
        line,
        "feature: To your yard we deliver without extra charge.",
        "feature: Our delivery to every yard is free of charge.",
    ):
        assert found(f"{talk}\n[main sentence] {above}\n{page}") == [], above
        assert found(f"{talk}\n[footer sentence] {above}\n{page}") == [], above
    picture = "(main image) Delivery to your yard included at no extra cost"
    assert found(f"{talk}\n{picture}\n{page}") == []
    assert found(f"{talk}\n[nav link /x] feature: Delivery\n{page}")


def test_what_the_home_page_says_in_another_sentence_is_not_told_whatever_else_stands_beside_it():
    line = "Every parlour is signed off under vacuum by the inspector, and you keep the chart in the dairy for your own records."
    there = f"/service/a Repairs\n[main sentence] feature: {line}"
    assert found(there) == [line]
    assert (
        found(
            f"[main sentence] feature: Collected free, signed off under vacuum by the inspector, back by Friday.\n{there}"
        )
        == []
    )
    assert found(
        f"[main sentence] feature: Collected free from the dairy, seen by the inspector, back by Friday.\n{there}"
    ) == [line]


def test_what_a_button_of_the_home_page_calls_free_is_told_there():
    page = "/service/a Repairs\n[main sentence] feature: A free vacuum test of your parlour begins the work."
    talk = "\n".join(f"[main sentence] feature: Pump {n} is cast and painted by one fitter." for n in range(30))
    assert found(f"{talk}\n[main button] other: Our pumps\n{page}")
    assert found(f"{talk}\n[main button] other: Free vacuum test\n{page}") == []


def test_guarantees_that_do_not_last_equally_long_are_not_put_forward():
    one = "/service/a Repairs\n[main sentence] feature: Our seals carry a 12 month warranty."
    assert found(one) == ["Our seals carry a 12 month warranty."]
    assert found(f"{one}\n[main sentence] feature: All our workmanship is guaranteed for 3 months.") == []
    assert found(f"{one}\n/b Seals\n[main sentence] feature: Each seal comes with a 12-month warranty.")


def test_what_costs_nothing_more_here_and_a_sum_there_is_not_put_forward():
    one = "/service/a Repairs\n[main sentence] feature: We send a vacuum test at no additional fee."
    assert found(one) == ["We send a vacuum test at no additional fee."]
    charge = "{}\n[main sentence] policy: Whoever sends a pump on a Friday is charged $25 for {}."
    assert found(charge.format(one, "half a vacuum test")) == []
    assert found(charge.format(one, "half a day of storage")) == ["We send a vacuum test at no additional fee."]


SIX = """
/service/a Repairs
[main sentence] feature: Every seal we fit is replaced free of charge for years.
[main sentence] feature: We collect your pump on Friday and bring it back on Monday.
/about About
[main sentence] company: We tell you if a new pump is not worth it.
[main sentence] company: Our bench is covered for £5m public liability.
[main sentence] company: We have repaired thousands of pumps for dairies from Kerry to Antrim.
"""


def test_few_lines_are_told_at_once_in_one_finding_one_of_each_kind():
    result = said(SIX)
    told = found(SIX)
    assert len(told) == MOST
    (entry,) = result.findings
    assert (entry.kind, entry.lead) == ("counted-on", True)
    assert [quote.text for quote in entry.quotes] == told
    assert entry.title.startswith(
        f"The home page leaves out what a customer can count on: “{told[0]}” (the page “About”), “"
    )
    assert entry.title.endswith(" and 1 more")
    assert "when it advises against its own interest" in entry.why


def test_a_second_line_of_a_kind_has_to_hold_a_figure():
    seals = "/service/a Repairs\n[main sentence] feature: Our seals are fitted at no extra cost.\n[main sentence] feature: {}"
    assert len(found(seals.format("Our tanks are cleaned free of charge in winter."))) == 1
    assert len(found(seals.format("Our tanks are cleaned free of charge 4 times in winter."))) == 2


def test_where_nothing_can_be_counted_on_nothing_is_told():
    dull = "\n".join(
        f"[main sentence] feature: Model {name} suits parlours, yards and tanks of a middling size."
        for name in "Ash Beech Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Willow".split()
    )
    result = said(f"/product/a Models\n{dull}")
    assert result.findings == ()
    assert result.title == "Which of its lines would persuade"


def test_where_the_headline_has_a_fault_the_lines_are_shown_with_it_and_not_here():
    praised = HOME.replace("feature: Milking pumps for dairies of any size", "company: Quality you can trust")
    assert perform(promote, example(praised + SIX)).findings == ()
    assert perform(promote, example(HOME + SIX)).findings != ()


def test_a_long_line_is_cut_in_the_title_and_quoted_whole_under_it():
    line = "We collect your pump on any working day of the year, whatever the weather, and bring it back run in, painted, signed and with a new hose."
    assert len(line) > CUT
    (entry,) = said(f"/service/a Repairs\n[main sentence] feature: {line}").findings
    assert "…” (the page “Repairs”)" in entry.title
    assert line not in entry.title
    assert entry.quotes[0].text == line


def test_a_charity_has_no_prices_and_no_remedies():
    home = HOME.replace("feature: Lent", "company: We are a registered charity; donate or volunteer. Lent")
    page = "/service/a Meals\n[main sentence] feature: Lunch is served free of charge."
    told = "\n[main sentence] company: Donations keep our volunteers on the road."
    assert buried_reasons(example(home + page + told, name="Vale Trust")) == ()
    assert buried_reasons(example(HOME + page)) != ()


def test_a_line_near_the_top_of_the_home_page_is_kept_not_moved():
    line = "[main sentence] feature: We fetch your pump free of charge."
    far = "\n".join(f"[main sentence] feature: Pump {n} is cast and painted by one fitter." for n in range(12))
    top = said(line)
    assert (top.findings, top.score) == ((), None)
    assert [(kept.kind, kept.quotes[0].text) for kept in top.keep] == [
        ("near-the-top", "We fetch your pump free of charge.")
    ]
    assert said(f"{far}\n{line}").keep == ()
    assert said("[main sentence] feature: We fetch your pump in a van.").keep == ()


def test_an_award_or_a_rank_that_stands_near_the_top_is_no_praise():
    plain = "We fetch your pump free of charge."
    assert [entry.kind for entry in said(f"[main sentence] feature: {plain}").keep] == ["near-the-top"]
    boast = "Our award-winning drivers fetch your pump free of charge."
    assert said(f"[main sentence] feature: {boast}").keep == ()


def test_a_page_is_called_by_what_no_other_page_is_called():
    titled = """
/service/repair Acme pumps
[main heading 1] feature: Pump repair in the field
[main sentence] feature: We fetch your pump free of charge, every day of the year.
"""
    (entry,) = said(titled).findings
    assert "the page “Pump repair in the field”" in entry.title
    (entry,) = said(titled.replace("/service/repair Acme pumps", "/service/repair Acme pumps | Repairs")).findings
    assert "the page “Repairs”" in entry.title
    (entry,) = said(titled.replace("[main heading 1] feature: Pump repair in the field", "")).findings
    assert "the page “repair”" in entry.title


def test_a_line_in_which_a_word_stands_twice_is_not_told():
    line = "/service/a Repairs\n[main sentence] feature: We fetch your pump free of charge at the{} farm."
    assert found(line.format(""))
    assert found(line.format(" the")) == []


def test_a_composite_story_is_told_by_nobody_but_the_rest_of_its_page_is():
    text = """
/product/a Reader
[main sentence] feature: Our reader is lent to you free of charge for a season.
[main heading 2] other: How buyers use it
[main sentence] other: Composite scenarios; client names withheld.
[main heading 3] other: A laundry
[main sentence] outcome: Our staff have counted hundreds of trolleys, all helped hundreds of times.
"""
    assert found(text) == ["Our reader is lent to you free of charge for a season."]


@pytest.mark.parametrize("words", ["25 years of experience", "500+ families", "since 1979", "24/7", "7 days a week"])
def test_the_vendors_own_counts_are_no_reason(words):
    assert not {"time", "money", "share", "ratio"} & set(reasons(f"We serve farms: {words}."))


def test_a_line_that_only_opens_the_door_is_no_headline():
    site = example(HOME + "/service/repair Repairs\n[main sentence] feature: No appointment needed at the yard.")
    assert strongest(site) == []
    assert [reason.kind for reason in buried_reasons(site)] == ["gratis"]


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


def test_a_promise_with_a_star_or_with_conditions_is_not_put_forward() -> None:
    text = "/service/a Repairs\n[main sentence] feature: We begin with a free vacuum test of your parlour{}."
    assert len(found(text.format(""))) == 1
    assert found(text.format("*")) == []
    assert found(text.format(", conditions apply")) == []


def test_homework_for_the_reader_is_nothing_to_count_on() -> None:
    text = "/service/a Repairs\n[main sentence] feature: {} at no extra cost."
    assert len(found(text.format("We track every pump of yours"))) == 1
    assert found(text.format("Track every pump of yours")) == []
