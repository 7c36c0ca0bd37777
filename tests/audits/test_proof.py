"""Claims with nothing to bear them out: said only where nothing stands on any page read."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.proof import proof
from auditor.model import AuditResult, Judgement, Label, Status, Tier
from auditor.site import assemble
from tests.extract.pages import body


def judged(text: str, name: str = "Acme") -> AuditResult:
    result = perform(proof, example(text, name=name))
    assert all(entry.tier is Tier.PROOF for entry in result.findings)
    return result


def kinds(text: str) -> set[str]:
    return {entry.kind for entry in judged(text).findings}


def test_a_rank_without_a_source_is_found_with_the_pages_read():
    result = judged(
        "/ Acme\n[first heading 1] company: The county's most trusted pump company\n/about/us We\n[main sentence] company: We like pumps."
    )
    (found,) = result.findings
    assert found.kind == "unproved-rank"
    assert "2 pages read" in found.title
    assert "“The county's most trusted pump company”" in found.title
    assert found.lead


def test_a_promise_with_a_measure_or_a_remedy_is_no_finding():
    promise = "/ Acme\n[first sentence] feature: We promise 100% satisfaction."
    assert kinds(promise) == {"unproved-absolute"}
    assert not kinds(promise + "\n[main sentence] feature: If you are not happy, we will come back and fix it.")
    assert not kinds(promise + "\n[main sentence] company: In 2024, 97% satisfied customers were counted.")


def test_a_warranty_is_no_remedy_for_a_late_delivery():
    text = "/ Acme\n[first sentence] feature: We promise 100% on-time delivery.\n[main sentence] feature: Every pump has a 2-year warranty."
    assert kinds(text) == {"unproved-absolute"}


def test_a_price_promise_held_to_a_rival_s_quote_is_kept():
    result = judged(
        """
        / Acme
        [first sentence] company: We give you the lowest price.
        [main sentence] feature: We will beat any written quote by 10% or the work is free.
        """
    )
    assert not result.findings
    assert [entry.kind for entry in result.keep] == ["remedy"]


def test_a_price_promise_and_the_customer_who_bears_it_out_are_brought_together():
    result = judged(
        """
        / Acme
        [first sentence] company: We give you the lowest price.
        [main heading] other: Reviews
        [main quote cite=Jo Ray] outcome: I got two pumps at half the price I expected.
        """
    )
    (found,) = result.findings
    assert found.kind == "apart"
    assert found.proposal.endswith("I got two pumps at half the price I expected. — Jo Ray")


def test_the_first_measured_result_is_a_third_party_s():
    filler = "\n".join(
        "[main sentence] feature: Every pump is painted twice and tested on the bench for days." for _ in range(15)
    )
    borrowed = "[main sentence] outcome: New pumps cut the power by 40 % (Hill Research Institute)."
    assert kinds(f"/ Acme\n[first heading 1] feature: Pumps\n{filler}\n{borrowed}") == {"borrowed"}
    assert not kinds(f"/ Acme\n[first heading 1] outcome: Hilltop cut its power by 30 %\n{filler}\n{borrowed}")


CASE = (
    "/customers/case-{0} Case {0}\n[main heading] feature: Pumps in place {0}\n"
    + "[main sentence] feature: The pumps were fitted in the cellar and connected to the tank by our fitters, who tested each of them, cleaned the place and left a folder with the drawings, the certificates and the numbers of all the parts, so that the next repair begins with the right seal in hand.\n"
)


def test_case_pages_without_a_result_are_counted():
    dumb = "".join(CASE.format(number) for number in "abc")
    assert kinds("/ Acme\n" + dumb) == {"cases-without-result"}
    assert not kinds(
        "/ Acme\n"
        + dumb
        + "[main sentence] outcome: It saved 30 % of the power."
        + "\n"
        + CASE.format("d")
        + "[main sentence] outcome: They cut it by 20 %."
    )


def test_reviews_that_are_announced_and_not_there_are_no_lead():
    result = judged("/ Acme\n[main heading] other: Check out our reviews")
    assert [(entry.kind, entry.lead) for entry in result.findings] == [("announced", False)]
    assert not kinds(
        "/ Acme\n[main heading] other: Check out our reviews\n[main quote cite=Jo Ray] company: Kind people and quick with repairs."
    )


def test_a_heading_for_customers_words_leads_where_nothing_under_it_could_show_any():
    judgement = Judgement(Label.OTHER, 0.97, (0.005,) * 6 + (0.97,), unsure=False, leading=True)
    for shown, leads in (("", [True]), ("<img src=a.jpg>", [False]), ("<div class=slider></div>", [False])):
        page = body(f"<h1>Pumps</h1><h2>What our customers say</h2>{shown}<h2>Hours</h2><p>We open at nine.</p>", "/")
        site = assemble("example.com", [page], [[judgement for _ in page.units]], start=page.url, name="Acme")
        assert [entry.lead for entry in perform(proof, site).findings if entry.kind == "announced"] == leads, shown


def test_reviews_that_a_frame_or_a_widget_may_show_are_not_called_missing():
    judgement = Judgement(Label.OTHER, 0.97, (0.005, 0.005, 0.005, 0.005, 0.005, 0.005, 0.97), unsure=False, leading=True)  # fmt: skip
    for shown, told in (
        ("", True),
        ("<iframe src=https://widgets.sociablekit.com/google-reviews/iframe/1></iframe>", False),
        ("<iframe src=https://frames.net/1></iframe>", False),
        ("<iframe src=https://www.youtube.com/embed/1></iframe>", True),
    ):
        page = body(f"<h1>Pumps</h1><h2>What our customers say</h2>{shown}<h2>Hours</h2><p>We open at nine.</p>", "/")
        site = assemble("example.com", [page], [[judgement for _ in page.units]], start=page.url, name="Acme")
        assert ("announced" in {entry.kind for entry in perform(proof, site).findings}) is told


def test_sources_with_their_year_are_kept():
    result = judged("/ Acme\n[main sentence] other: Old pumps waste 40 % of the power (Hill Research Institute 2023).")
    assert [entry.kind for entry in result.keep] == ["sources"]
    assert result.status is Status.INFORMATIVE


def test_without_a_claim_it_does_not_apply():
    assert judged("/ Acme\n[main sentence] feature: Our pumps are made of steel.").status is Status.NOT_APPLICABLE


def test_saying_it_twice_or_with_you_changes_nothing():
    once = judged("/ Acme\n[first sentence] company: We are the leading maker of pumps.")
    twice = judged(
        "/ Acme\n[first sentence] company: We are the leading maker of pumps.\n/about/us We\n[main sentence] company: We are the leading maker of pumps."
    )
    yours = judged("/ Acme\n[first sentence] company: Your leading maker of pumps, Acme.")
    assert once.score == twice.score == yours.score


def test_a_rank_that_only_the_browser_title_claims_is_told_with_the_title():
    (entry,) = judged("/ The county's best pump company | Acme\n[first heading 1] feature: Pumps of steel").findings
    assert (entry.kind, entry.quotes[0].source) == ("unproved-rank", "title")
    assert not judged("/ How to choose the best pump company\n[first heading 1] feature: Pumps of steel").findings


def test_what_stands_under_an_announcing_heading_without_marks_is_not_called_missing():
    said = "/ Acme\n[main heading 2] other: What our patients say\n[main sentence] other: Wonderful place.\n[main sentence] other: " + "The nurse was kind and the wait was short. " * 3 + "\n"  # fmt: skip
    kinds = {entry.kind for entry in perform(proof, example(said)).findings}
    assert "announced" not in kinds
    bare = "/ Acme\n[main heading 2] other: What our patients say\n[main heading 2] other: Opening hours\n[main sentence] feature: We open at nine.\n"
    assert "announced" in {entry.kind for entry in perform(proof, example(bare)).findings}


def unshown(*lines: str) -> list[str]:
    found = perform(
        proof, example("\n".join(("/ Acme", "[first heading 1] feature: Trees cut and stumps ground", *lines)))
    ).findings
    return [entry.title for entry in found if entry.kind.startswith("unshown")]


def test_cover_that_is_asserted_and_shown_nowhere_is_told_once():
    said = unshown(
        "[main sentence] company: We are fully insured!", "[footer sentence] company: Fully insured since 1988."
    )
    assert said == ["It says “fully insured”, and no sum, no insurer and no certificate was found on the one page read"]


@pytest.mark.parametrize(
    "line",
    [
        "We carry two million in public liability.",
        "Ask us for a certificate before we start.",
        "Insured by Harbour Mutual.",
        "Policy number HM 20417 covers every job.",
    ],
)
def test_an_insurer_a_sum_or_a_certificate_shows_the_cover_wherever_it_stands(line):
    assert unshown("[main sentence] company: We are fully insured!", f"[footer sentence] company: {line}") == []
    assert unshown("[main sentence] company: We are fully insured!", f"(footer image) {line}") == []


def test_a_licence_shows_who_is_licensed_and_not_who_is_insured():
    number = "[footer sentence] company: License Number: NY-5802A"
    assert unshown("[main sentence] company: We are licensed.", number) == []
    assert len(unshown("[main sentence] company: Licensed and insured.", number)) == 1
    assert len(unshown("[main sentence] company: We are fully insured.", number)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "[main sentence] feature: Make sure that whoever climbs your tree is licensed and insured.",
        "[main sentence] feature: Are you fully insured?",
        "[main quote cite=Jo Ray] company: They are fully insured and they sweep up.",
        "[main sentence] policy: The hirer shall be fully insured.",
    ],
)
def test_advice_a_question_a_rule_and_a_customer_s_words_assert_nothing(line):
    assert unshown(line) == []


def test_an_effect_without_a_test_a_study_or_a_figure_is_told():
    line = "[main sentence] feature: Our balm is clinically proven to calm the bark."
    assert unshown(line) == [
        "It says “clinically proven”; no figure, study or test of it was found on the one page read"
    ]
    assert unshown(line, "[main sentence] feature: Tested by the Orchard Institute to EN 14885.") == []
    assert unshown("[main sentence] feature: A simple, highly effective tool.") == []


def cured(*lines: str, page: str = "/service/feet Acme | Reflexology", kind: str = "feature") -> list[str]:
    """What is told of claims of a cure, of lines on a page beside the home page."""
    body = "\n".join(f"[main sentence] {kind}: {line}" for line in lines)
    found = judged(f"/ Acme\n[first heading 1] company: Feet in good hands\n{page}\n{body}").findings
    return [entry.title for entry in found if entry.kind == "unshown-cure"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Weekly reflexology prevents migraines and keeps you calm.", "prevents migraines"),
        ("Our massage oil combats stiffness and arthritis.", "combats stiffness and arthritis"),
        ("Acupuncture slows the progress of dementia.", "slows the progress of dementia"),
        ("Homeopathy treats asthma, eczema and more.", "treats asthma, eczema"),
        ("Six adjustments by our chiropractor make labour easier.", "make labour easier"),
        ("A salt room gets rid of hay fever for good.", "gets rid of hay fever"),
    ],
)
def test_an_illness_that_ends_by_what_is_sold_beside_medicine_is_told_where_no_source_stands(line, told):
    assert cured(line) == [f"It says flatly “{told}”; no study, guideline or other source stands on the page with it"]
    assert cured(line, "A study by the Vale Institute of 2021 followed ninety people.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Weekly reflexology may prevent migraines.",
        "Reflexology cannot cure arthritis.",
        "Does reflexology prevent migraines?",
        "Our osteopath treats arthritis, sprains and sports injuries.",  # a registered profession's own field
        "Reflexology eases tired feet after a long day.",
        "We fight for patients with asthma in court.",
        "Daily brushing prevents gum disease.",
        "A gentle massage treatment for cancer patients and those near to them.",
        "Treat yourself to a massage when your cancer care is over.",
        "Reiki healing for families who live with dementia.",
        "Reflexology evenings: help us fight cancer.",
        "Our massage table is out of order. Arthritis is common.",
    ],
)
def test_a_hedged_claim_and_what_a_profession_may_say_are_no_claims_of_a_cure(line):
    page = "/service/court Acme | Law" if "court" in line else "/service/feet Acme | Reflexology"
    assert cured(line, page=page) == []


def test_claims_of_a_cure_are_one_finding_and_articles_and_customers_make_none():
    lines = ["Reiki cures colic.", "Reiki reverses diabetes in months.", "Reiki is calm."]
    assert cured(*lines) == [
        "It says flatly “reverses diabetes” and “cures colic”; no study, guideline or other source stands on the page with it"
    ]
    again = ["Our osteopath makes labour and delivery easier.", "Osteopathy makes delivery easier."]
    assert cured(*again) == [
        "It says flatly “makes labour and delivery easier”; no study, guideline or other source stands on the page with it"
    ]
    assert cured(*lines, page="/blog/a Acme | What reiki does") == []
    quoted = "/service/feet Acme | Feet\n[main quote cite=Jo Ray, Hilltop] outcome: Reiki cured her colic."
    assert cured("Come and see us.", page=quoted) == []


def test_an_offer_to_beat_a_rivals_quote_is_no_remedy_for_a_promise_that_was_not_kept():
    result = judged("/ Acme\n[main sentence] company: We guarantee to beat any written quote for a pump.")
    assert result.keep == ()


def test_a_price_that_nobody_is_to_beat_is_a_claim_wherever_the_company_says_it():
    text = "/ Acme\n[first sentence] company: {}\n/about/us We\n[main sentence] company: We like pumps."
    assert kinds(text.format("All pumps at an unbeatable price.")) == {"unproved-price"}
    assert kinds(text.format("We will not be beaten on price.")) == {"unproved-price"}
    special = "\n[main sentence] feature: Ask about our £58 pump special."
    assert kinds(text.format("All pumps at an unbeatable price.") + special) == set()


def test_where_its_list_knows_no_claim_it_does_not_say_that_there_is_none():
    assert "does not know all" in judged("/ Acme\n[main sentence] company: We won several awards.").summary


def test_reviews_that_are_counted_and_can_be_read_nowhere_are_told():
    counted = "[main sentence] company: Based on over 350 reviews"
    (title,) = unshown(counted)
    assert "“over 350 reviews”" in title
    assert unshown(counted, "[footer sentence] other: Read them on Trustpilot.") == []
    assert unshown("[main sentence] company: All 4 reviews of this year stand below.") == []
    assert unshown("[main sentence] feature: We file 200 performance reviews a year for you.") == []
    assert unshown("[main sentence] company: You have read our 200 reviews.") != []
    assert unshown("[main sentence] company: Have you read our 200 reviews?") == []


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("We have won several awards.", "which, from whom and when"),
        ("Our award-winning crew climbs any tree.", "which, from whom and when"),
        ("We received the Golden Saw Award from the Guild of Climbers.", "of which year they are"),
    ],
)
def test_an_award_without_its_giver_or_its_year_is_told(line, lacks):
    (title,) = unshown(f"[main sentence] company: {line}")
    assert lacks in title
    assert (
        unshown(f"[main sentence] company: {line}", "[main sentence] company: Golden Saw Award of the Guild, 2023")
        == []
    )


def test_what_a_court_awards_or_another_won_is_no_award_of_its_own():
    assert unshown("[main sentence] company: Our client won, and the court awarded damages.") == []
    assert unshown("[main sentence] other: Our film received several awards.") != []
    assert unshown("[main sentence] other: The film received several awards.") == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Almost seven out of ten people never have their trees looked at.",
            "It gives “seven out of ten people” for a fact and names no source",
        ),
        (
            "More than 80% of homeowners wait until a branch falls.",
            "It gives “80% of homeowners” for a fact and names no source",
        ),
        (
            "Studies show that a tree pruned in winter heals by 12 May.",
            "It calls on studies (“Studies show that a tree pruned in winter heals by 12 May”) and names none",
        ),
    ],
)
def test_a_figure_or_a_study_of_the_world_without_a_source_is_told_for_what_it_is(line, title):
    assert unshown(f"[main sentence] problem: {line}") == [title]
    assert unshown(f"[main sentence] problem: {line}", "[main sentence] other: Source: Forest Survey 2022") == []


@pytest.mark.parametrize(
    "line",
    [
        "We finish 90% of our jobs within a day.",
        "Our gardens hold 60% of the children in town in spring.",
        "You are in the top 10% of homeowners.",
        "We pay up to 100% of homeowners' fees.",
    ],
)
def test_its_own_figures_and_places_in_a_ranking_are_no_figures_about_the_world(line):
    assert unshown(f"[main sentence] company: {line}") == []


def test_several_figures_are_one_finding_that_counts_the_others():
    (title,) = unshown(
        "[main sentence] problem: One in five homeowners has a leaning tree.",
        "[main heading 2] feature: Roots",
        "[main sentence] feature: They grow.",
        "[main sentence] problem: 40% of all drains are blocked by them, and 30% of households know.",
    )
    assert title == "It gives “One in five homeowners” for a fact and names no source, nor for 1 more of its figures"


def test_a_price_on_a_case_page_is_no_result_and_two_pages_without_one_are_told():
    words = (
        "The crew came on Monday, took the old pump out and put the new one in, and the dairy was back at work before noon. "
        * 3
    )
    page = (
        "/customers/case-{0} Case\n[first heading 1] feature: Pumps at farm {0}\n[main sentence] feature: A check is $2, paid on the day.\n[main sentence] feature: "
        + words
    )
    two = "/ Acme\n[first sentence] feature: Pumps.\n" + "\n".join(page.format(n) for n in ("one", "two"))
    (entry,) = (found for found in judged(two).findings if found.kind == "cases-without-result")
    assert entry.title == "Neither of its 2 case pages tells a result with a figure"
    told = two + "\n[main sentence] outcome: It cut their repairs by $900 a year."
    assert "cases-without-result" not in kinds(told)


def credit(text: str) -> dict[str, list[str]]:
    return {entry.kind: [quote.text for quote in entry.quotes] for entry in judged(text).keep}


SELLS = "/ Acme\n[first heading 1] feature: Roofs mended and gutters cleared\n[first sentence] feature: Call us for a free quote.\n"


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (
            "For lead roofs we gladly refer you to somebody who does nothing else.",
            "We will tell you straight about our new van.",
        ),
        ("You may not need a new roof at all.", "You may not have seen our new roof."),
        ("The foam is not suitable for barns.", "The foam is suitable for barns."),
        ("We do not recommend it for flat roofs.", "We never upsell."),
        ("Felt has poor resistance to frost.", "Felt has good resistance to frost."),
        ("There is no cure for dry rot; we can only stop it.", "We cure dry rot in a day."),
        ("It is cheaper to replace a short gutter.", "Call us first to make sure that somebody is in."),
        ("Ladders are not included in the rent.", "Ladders are included in the rent."),
        ("Rotten lath cannot be saved by any paint.", "Rotten lath can be seen by anybody."),
        ("A slate under ten years old is unlikely to benefit from a coat.", "It is unlikely that you find us out."),
        ("If we are unable to help, we point you to a thatcher we trust.", "If we are out, try the bell."),
        ("We never work for builders who pay by the day.", "We never work on Sundays."),
        ("Often a simple patch is all it takes.", "It takes a simple call."),
        ("Not every slate is available in every size.", "Every slate is available in every size."),
        ("The studies on green roofs are far from conclusive.", "The studies on green roofs are many."),
        ("If you clean it with acid, its colour may change.", "You may change its colour in the app."),
        ("Free to lay yourself, but heavier to lift than felt.", "It is heavier than it was, and stronger too."),
        ("Plastic gutters crack in frost, and we don't fit them.", "We don't fit on weekends, ring us first."),
    ],
)
def test_who_speaks_against_a_sale_gets_credit_for_it(line, other):
    assert credit(f"{SELLS}[main sentence] feature: {line}") == {"candid": [line]}
    assert credit(f"{SELLS}[main sentence] feature: {other}") == {}


def test_candour_in_terms_or_in_somebody_elses_mouth_is_no_credit():
    line = "The foam is not suitable for barns."
    assert credit(f"{SELLS}[main sentence] policy: {line}") == {}
    assert credit(f"{SELLS}[main quote cite=Jo Ray] feature: {line}") == {}
    assert credit(f"{SELLS}[main sentence] feature: We don't do that.") == {}
    assert credit(f"{SELLS}[main sentence] feature: Is it true that foam is not suitable for barns?") == {}


def test_eight_lines_with_measures_are_credit_and_seven_are_not():
    lines = [f"[main sentence] spec: Pump {chr(65 + n)} lifts {20 + n} litres to {n + 2} m." for n in range(8)]
    assert list(credit("\n".join([SELLS.strip(), *lines]))) == ["measured"]
    assert credit("\n".join([SELLS.strip(), *lines[1:]])) == {}
    assert (
        credit("\n".join([SELLS.strip(), *(line.replace(" litres", "").replace(" m.", ".") for line in lines)])) == {}
    )


@pytest.mark.parametrize(
    ("others", "own"),
    [
        ("The Register of Roofers lists those who have passed its test. They are all fully insured.", "We are all fully insured."),
        ("Members of the Guild of Sweeps are fully insured.", "Our sweeps of the Guild are fully insured."),
        ("Use a roofer of the Federation of Roofers who is fully insured.", "As a member of the Federation of Roofers we are fully insured."),
    ],
)  # fmt: skip
def test_the_cover_of_others_is_not_asked_of_the_company(others, own):
    assert unshown(f"[main sentence] feature: {others}") == []
    assert len(unshown(f"[main sentence] feature: {own}")) == 1


def test_a_date_alone_is_no_figure_with_its_source():
    assert credit(f"{SELLS}[main sentence] feature: Roof on Mill Lane (April 2026)") == {}
    sourced = "Of all roofs 31 % leak within ten years (National Roof Survey, 2024)."
    assert credit(f"{SELLS}[main sentence] feature: {sourced}") == {"sources": [sourced]}


def test_cases_that_are_told_are_a_record():
    text = "/ Acme\n[first heading 1] company: Acme has a proven track record\n/{} {}\n" + "\n".join(
        f"[main heading 3] other: {case}"
        for case in ("Mill at Ross, 2021", "Quay wall in Whitby, 2022", "Weir of Tarn")
    )
    assert "unproved-record" in kinds(text.format("team", "Our yard"))
    assert "unproved-record" not in kinds(text.format("work", "Past projects"))


def test_cases_told_with_their_sums_are_credited_and_sums_elsewhere_are_not():
    lines = "\n".join(
        f"[main sentence] company: {text}"
        for text in (
            "April 2019: $90,000 verdict for a driver whose leg was broken at a crossing.",
            "We obtained $210,000 for a roofer whose harness tore.",
            "A $45,000 settlement for a cook with burns on both hands.",
        )
    )

    def praised(name: str, text: str = lines) -> list[str]:
        return [praise.title for praise in judged(f"/ Acme Law\n/{name} {name.title()}\n{text}").keep]

    assert praised("verdicts") == ["3 of its cases are told with the sum that came of them"]
    assert praised("insurance") == []
    assert praised("verdicts", lines.replace("$210,000", "much")) == []


def test_the_title_of_a_paper_with_its_years_alone_is_no_figure_with_its_source():
    line = SELLS + "[main sentence] feature: {} (Roof Safety Guide 2016-19)\n"
    assert "sources" in credit(line.format("Gutters hold 4 times the rain of 1990"))
    assert "sources" not in credit(line.format("Safety on ladders and roofs"))


def test_a_promise_of_customers_words_over_its_own_is_told():
    for heading, under in (
        ("Customers voice", "Acme Pumps is a certified company of the highest standing."),
        ("Customer reviews", "We are proud of our five-star reputation across the county."),
    ):
        text = f"/ Acme Pumps\n[main heading 2] other: {heading}\n[main sentence] company: {under}"
        (found,) = (entry for entry in judged(text, "Acme Pumps").findings if entry.kind == "announced")
        assert found.title.startswith(f"Under “{heading}” stand the company's own words; no customer's stand")
        assert [entry.text for entry in found.quotes] == [heading, under]
        assert found.lead
    for under in (
        "[main quote cite=Jo Ray, Hilltop] company: Acme Pumps is a company of the highest standing.",
        "[main sentence] company: We have used Acme Pumps for years, and they always came at once.",
        "[main sentence] company: “Acme Pumps is a company of the highest standing.”\n[main sentence] other: Jo Ray, Hilltop",
        "[main sentence] feature: Every pump goes back on the same day, painted twice and tested on the bench for a whole day by two of them at once, and then again.",
    ):
        text = f"/ Acme Pumps\n[main heading 2] other: Customer reviews\n{under}"
        assert not [e for e in judged(text, "Acme Pumps").findings if "words of its own" in e.title], under


def test_what_is_said_to_last_a_lifetime_wants_a_remedy():
    line = "/ Acme\n[main sentence] feature: The care we take is what makes our pumps {}."
    assert "unproved-absolute" in kinds(line.format("last a lifetime"))
    assert "unproved-absolute" not in kinds(line.format("things that can last a lifetime"))
    assert "unproved-absolute" not in kinds(line.format("last") + "\n[main sentence] other: Memories last a lifetime.")
    assert "unproved-absolute" not in kinds(
        line.format("last") + "\n[main sentence] other: Memories to last a lifetime"
    )
    kept = "\n[main sentence] policy: If one fails within 20 years, we will replace it free of charge."
    assert "unproved-absolute" not in kinds(line.format("last a lifetime") + kept)


def test_praise_under_a_promise_of_customers_words_may_be_theirs():
    text = "/ Acme Pumps\n[main heading 2] other: Customers voice\n[main sentence] company: {}"
    for line in ("Acme Pumps is a great firm to deal with.", "We have used Acme Pumps for years and are glad of it."):
        assert "announced" not in kinds(text.format(line)), line
