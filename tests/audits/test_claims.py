"""What is claimed, who is named, and what a claim can rest on."""

from __future__ import annotations

import pytest

from auditor.audit import example
from auditor.claims import Near, claims, nearest, proofs, specificity
from auditor.entities import clients, partners
from auditor.voices import Who, quotations, speaker


def site(*lines: str, page: str = "/ Acme", name: str = "Acme"):
    return example("\n".join([page, *lines]), name=name)


def kinds(text: str, label: str = "company", place: str = "main sentence") -> list[str]:
    return [claim.kind for claim in claims(site(f"[{place}] {label}: {text}"))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme is the leader in pumps for dairies.", "rank"),
        ("We are a leading manufacturer of pumps.", "rank"),
        ("The valley's most trusted pump company", "rank"),
        ("The county's fastest growing installer of pumps", "rank"),
        ("We are the number one choice for farmers.", "rank"),
        ("We are now one of the most wanted pump makers.", "rank"),
        ("It was one of the first firms in the valley to test on the bench.", "rank"),
        ("The valley's most diversified pump and pipe company", "rank"),
        ("Acme has the valley's broadest range of seals.", "rank"),
        ("Farm Pump Industry Leaders", "rank"),
        ("Acme has always been on the leading edge of pumping.", "rank"),
        ("We always achieve excellent results for our clients.", "record"),
        ("We always find you the lowest price.", "price"),
        ("You can expect 100% on-time delivery.", "absolute"),
        ("We guarantee on-time shipment.", "absolute"),
        ("Pumps mended, same-day guaranteed.", "absolute"),
        ("Guaranteed response times for every dairy", "absolute"),
        ("Our happiness guarantee", "absolute"),
        ("With a proven track record, you can rely on us.", "record"),
        ("Trusted by 500+ farmers", "crowd"),
        ("We have helped thousands of happy customers.", "crowd"),
        ("As a fully independent advisor I compare them all.", "independent"),
        ("Independent · Honest · Local", "independent"),
    ],
)
def test_a_claim_is_found(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "These prizes come from one of the country's largest insurance companies.",
        "Hilltop is our leading supplier of seals.",
        "We supply parts to a leading manufacturer of tractors.",
        "We work for the world's leading manufacturers.",
        "We aim to be the leading manufacturer of pumps.",
        "Are you looking for the best plumber in town?",
        "We cannot guarantee success.",
        "The best time to oil a pump is spring.",
        "It is one of the largest waterfalls in the county.",
        "The knee of the pipe is one of the most worn parts.",
        "We want to become one of the best pump makers.",
        "We have always kept our goals simple: good steel, fair prices, and every dairy 100% satisfied.",
        "We strive to leave each dairy 100% satisfied.",
        "We pump for the county's industry leaders.",
        "Our pumps are made of steel.",
        "Most dairies have two pumps.",
        "The leading cause of leaks is a worn seal.",
    ],
)
def test_what_is_no_claim_of_its_own_is_left_out(text):
    assert kinds(text) == []


def test_a_glossary_line_about_another_company_is_no_claim():
    assert kinds("A leading maker of chips and readers.", label="spec") == []


def test_customers_words_blog_posts_and_policies_claim_nothing():
    words = "[main sentence] company: Acme is the leader in pumps."
    assert not claims(site("[main quote cite=Jo Ray] company: Acme is the leader in pumps, by far."))
    assert not claims(site(words, page="/blog/one A post"))
    assert not claims(site(words, page="/policy Terms"))


def test_the_same_words_are_one_claim_and_the_home_page_comes_first():
    found = claims(
        example(
            """
            /about About
            [main sentence] company: Acme is the leader in pumps.
            / Acme
            [first heading 1] company: Acme is the leader in valves.
            [main sentence] company: Acme is the leader in hoses.
            """
        )
    )
    assert [(claim.words, claim.page.url) for claim in found] == [("the leader", "https://example.com/")]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("We are the best.", 0),
        ("Up to 40 % less", 1),
        ("40 % less downtime in 2024", 2),
        ("40 % less downtime in 2024 compared with 2023", 3),
        ("According to Hill Institute, 40 % less downtime in 2024 compared with 2023", 4),
    ],
)
def test_specificity_counts_figure_comparison_span_and_source(text, points):
    assert specificity(text) == points


@pytest.mark.parametrize(
    ("cite", "who"),
    [
        ("Jo Ray, Hilltop Dairy", Who.FULL),
        ("Mr. Anand Rao , Nerul", Who.FULL),
        ("Jo Ray — Operations Manager", Who.FULL),
        ("Jo Ray", Who.NAME),
        ("Dr. Jo Ray", Who.NAME),
        ("Jo R.", Who.FIRST),
        ("Jo Xxx", Who.FIRST),
        ("Jo xxxx", Who.FIRST),
        ("Jo", Who.FIRST),
        ("J. R.", Who.INITIALS),
        ("JR", Who.INITIALS),
        ("A satisfied customer", Who.KIND),
        ("Verified customer", Who.NOBODY),
        ("Plant Manager", Who.KIND),
        ("", Who.NOBODY),
        ("Love Jo Ray ❤️ x x", Who.NAME),
        ("Love ❤️ x x", Who.NOBODY),
        ("Kind regards, Jo Ray", Who.NAME),
        ("Parents of Lent Pumps Client", Who.KIND),
    ],
)
def test_a_speaker_is_read_as_the_page_names_him(cite, who):
    assert speaker(cite) is who


def test_a_quotation_takes_the_name_that_follows_in_its_block():
    quoted = quotations(
        site(
            "[main heading] other: Testimonials",
            '[main bullet] company: "They are kind and quick with every repair.',
            '[main sentence] company: I will call them again."',
            "[main sentence] other: Jo Ray, Hilltop",
        )
    )
    assert [(len(entry.copies), entry.cite, entry.who) for entry in quoted] == [(2, "Jo Ray, Hilltop", Who.FULL)]


def test_a_company_s_own_people_are_told_from_customers():
    quoted = quotations(
        site(
            "[main quote cite=Ann Lee, Fitter, Acme] company: It is a good place to work at, every day.",
            "[main quote cite=Joe Fox, Fitter] company: I've been here for thirty years and like it.",
            "[main quote cite=Jo Ray, Hilltop] outcome: Our team saves an hour a day, and our customers notice.",
        )
    )
    assert [entry.who for entry in quoted] == [Who.OWN, Who.OWN, Who.FULL]


def test_named_customers_are_found_in_lists_and_case_headings():
    assert clients(site("[main sentence] company: Our customers include Hilltop Dairy and the county."))
    assert clients(site("[main heading] other: Case study: Hilltop", "[main sentence] feature: a pump for milk"))
    assert clients(site("[main heading] outcome: How Hilltop cut its milking time"))


def test_kinds_of_customers_are_no_names():
    assert not clients(
        site(
            "[main sentence] company: Our customers include dairies, breweries and the county.",
            "[main heading] company: Trusted by dairies",
        )
    )


def test_partners_are_read_from_the_list_that_says_so():
    found = partners(
        site(
            "[main sentence] company: Carriers I work with",
            "[main sentence] other: iA Financial",
            "[main sentence] other: Sun Life",
            "[main sentence] feature: We compare every plan that these companies offer to you.",
        )
    )
    assert sorted(found) == ["Sun Life", "iA Financial"]


def near(*lines: str) -> Near:
    drawn = site(*lines)
    return nearest(claims(drawn)[0], proofs(drawn))[0]


def test_the_nearest_proof_is_looked_for_by_kind_and_distance():
    claim = "[first heading 1] company: The county's most trusted pump company"
    assert near(claim, "[first sentence] company: Named first in the Dairy Award of 2024.") is Near.BLOCK
    assert near(claim, "[main heading] company: Voted first in the Dairy Award of 2024") is Near.PAGE
    assert near(claim, "[main heading] feature: Pumps from $40 a month") is Near.NONE


def test_a_third_party_s_figure_about_the_world_bears_out_no_rank():
    assert (
        near(
            "[first heading 1] company: The county's most trusted pump company",
            "[main heading] other: Old pumps waste 40 % of the power (Hill Research Institute).",
        )
        is Near.NONE
    )


def test_a_size_that_stands_beside_largest_is_its_proof():
    assert near("[first heading 1] company: The county's largest pump company: 4,000 pumps in 2024") is Near.BLOCK


def test_endless_and_odd_texts_are_read_in_bounded_time():
    words = "leading " * 4000 + "Our most " * 2000 + '"' * 2000
    drawn = site(f"[main sentence] company: {words}", f"[main quote cite={'A ' * 500}] company: {words}")
    assert proofs(drawn) is proofs(drawn)
    assert claims(drawn) == ()
    assert quotations(drawn) == ()  # the same words stand in the copy before


def test_logos_under_a_word_of_trust_name_customers():
    trust = "[main heading] company: Trusted by dairies in the county"
    assert clients(site(trust, "(main image) Hilltop Dairy logo"))
    assert clients(site(trust, "(main image) Hilltop"))
    assert not clients(site(trust, "(main image) a pump on a bench"))
    assert not clients(site("(main image) Hilltop Dairy"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Acme is the preferred choice for professional growers.", "the preferred choice for professional growers"),
        ("Guaranteed Best Quality - 100% of the time with us.", "Guaranteed Best Quality"),
        ("We support thousands of happy customers across the valley.", "thousands of happy customers"),
    ],
)
def test_a_claim_is_quoted_to_its_end_and_no_further(line: str, words: str) -> None:
    (claim,) = claims(example(f"/ Acme\n[main heading] company: {line}", name="Acme"))
    assert claim.words == words


def test_a_result_with_a_figure_bears_out_a_record() -> None:
    text = "/ Acme\n[main heading] company: Our track record\n[main sentence] outcome: Hilltop milks 40 minutes less a day, from 3 hours to 2."
    site = example(text, name="Acme")
    (claim,) = claims(site)
    assert nearest(claim, proofs(site))[0] is not Near.NONE


def test_the_words_of_a_claim_end_with_no_word_that_leads_on():
    line = "Our care has made us the leading choice for dairy pumps in Ansty, Dorset."
    found = claims(example(f"/ Acme\n[first sentence] company: {line}"))
    assert [entry.words.split()[-1] in ("in", "for", "of", "the") for entry in found] == [False]


def test_what_a_court_awards_is_no_prize():
    line = "The court upheld the attorney-fee award of the lower court."
    assert [entry.kind for entry in proofs(example(f"/ Acme\n[main sentence] company: {line}"))] == []
    prize = "[main sentence] company: Our pumps won the county's engineering award in 2024."
    assert [entry.kind for entry in proofs(example(f"/ Acme\n{prize}"))] == ["award"]
