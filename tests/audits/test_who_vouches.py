"""Who stands behind a proof: said in the page's own words, never as a verdict on a person."""

from __future__ import annotations

import pytest

from auditor.audit import example, perform
from auditor.audits.who_vouches import who_vouches
from auditor.entities import spoken
from auditor.model import AuditResult, Finding, Judgement, Label, Status, Tier
from auditor.site import assemble
from auditor.voices import Who
from auditor.witnesses import pictured
from tests.extract.pages import body

ABOUT = "\n".join(
    f"[main sentence] feature: Pump number {number} is made of steel, painted twice and tested on the bench for a day."
    for number in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
)


def judged(text: str, name: str = "Acme") -> AuditResult:
    result = perform(who_vouches, example(text, name=name))
    assert all(entry.tier is Tier.PROOF or entry.kind in ("edition", "same-words") for entry in result.findings)
    return result


def kinds(text: str) -> set[str]:
    return {entry.kind for entry in judged(text).findings}


def quote(words: str, cite: str = "") -> str:
    return f"[main quote cite={cite}] company: {words}" if cite else f"[main quote] company: {words}"


def test_composite_stories_lead_and_withheld_names_do_not():
    composite = judged("/ Acme\n[main sentence] other: Composite scenarios from typical orders; client names withheld.")
    assert next((entry.kind, entry.lead) for entry in composite.findings) == ("composite", True)
    withheld = judged("/ Acme\n[main sentence] other: Client names have been changed for their privacy.\n" + ABOUT)
    assert ("withheld", False) in [(entry.kind, entry.lead) for entry in withheld.findings]


def test_a_composite_is_also_a_material():
    assert "composite" not in kinds("/ Acme\n[main heading] feature: Composite decking projects and examples\n" + ABOUT)


def test_nobody_but_the_company_speaks():
    result = judged("/ Acme\n[first sentence] company: We have made pumps for a hundred years.\n" + ABOUT)
    assert [entry.kind for entry in result.findings] == ["nobody"]
    assert "one page" in result.findings[0].title
    assert not result.findings[0].lead
    assert result.score == 0


def test_it_is_said_when_neither_a_voice_nor_a_year_nor_a_number_speaks_for_what_was_done():
    bare = "/ Acme\n[first sentence] company: We make pumps for dairy farms.\n[main sentence] feature: Call us on 01234 567890 or start here.\n"
    said = "no year and no number says what it has done: only the company speaks for itself"
    assert said in judged(bare + ABOUT).findings[0].title
    assert said in judged(bare + "[main sentence] other: © 2024 Acme Pumps\n" + ABOUT).findings[0].title
    for line in (
        "We opened in May 2009.",
        "We have fitted 340 pumps for 60 customers.",
        "Three generations, over forty years.",
    ):
        assert "no number" not in judged(f"{bare}[main sentence] company: {line}\n{ABOUT}").findings[0].title, line


def test_a_club_is_made_of_its_members_and_misses_none_of_them():
    told = f"/ Home\n[first heading 1] other: Hill Valley Archery Club\n{ABOUT}"
    assert [entry.kind for entry in judged(told, name="Hill Valley Archery Club").findings] == []
    assert [entry.kind for entry in judged(told, name="Hill Valley Archery Shop").findings] == ["nobody"]


def test_a_crowd_without_a_name_is_quoted_where_nobody_speaks():
    result = judged("/ Acme\n[first sentence] company: Trusted by 500+ farmers.\n" + ABOUT)
    assert "“Trusted by 500+ farmers”" in result.findings[0].title


def test_one_named_customer_a_list_or_a_review_platform_is_enough_not_to_say_nobody():
    for line in (
        quote("They are kind people and come at once.", "Jo Ray"),
        "[main sentence] company: Our customers include Hilltop Dairy.",
        "[main sentence] company: See our 40 Google reviews.",
        "[main heading] outcome: How Hilltop cut its milking time",
    ):
        assert "nobody" not in kinds(f"/ Acme\n{line}\n{ABOUT}"), line


def test_where_nothing_is_boasted_of_what_it_does_for_people_is_shown_with_nobody_to_bear_it_out():
    does = "From one pump to a whole parlour, we design it, build it and look after it."
    hopes = "We believe that every parlour deserves a pump that is looked after."

    def shown(line: str) -> list[str]:
        found = judged(f"/ Acme\n[first heading 1] feature: Pumps\n[main sentence] feature: {line}\n{ABOUT}").findings
        return [quoted.text for entry in found if entry.kind == "nobody" for quoted in entry.quotes]

    assert shown(does) == [does]
    assert hopes not in shown(hopes)


def test_own_people_are_counted_where_no_customer_speaks():
    own = (
        quote("I've been here for thirty years and like it.", "Joe Fox, Fitter")
        + "\n"
        + quote("It is a good place to work at every day.", "Ann Lee, Acme")
    )
    assert kinds(f"/ Acme\n{own}\n{ABOUT}") == {"own-people"}
    assert not kinds(f"/ Acme\n{own}\n{quote('They come at once when it leaks.', 'Jo Ray, Hilltop')}\n{ABOUT}")


def test_independence_vouched_for_by_a_partner_s_award():
    text = """
        / Acme
        [first sentence] company: As a fully independent advisor I compare them all for you.
        [main sentence] company: Carriers I work with
        [main sentence] other: iA Financial
        [main sentence] other: Sun Life
        [main heading] company: iA Star Award 2024
        """
    (found,) = [entry for entry in judged(text).findings if entry.kind == "partner-award"]
    assert "iA Financial" in found.title
    assert found.quotes[0].text == "iA Star Award 2024"  # the line that the proposal mends
    assert len(found.quotes) == 3
    assert "partner-award" not in kinds(text.replace("iA Star Award", "Sun Prairie Award"))
    assert "partner-award" not in kinds(text.replace("fully independent advisor", "friendly advisor"))


@pytest.mark.parametrize(
    ("title", "cites", "told"),
    [
        ("Gates for farms", ("Samira G., Leith", "Ewan B. (Crail)", "Ola T., Perth"), False),
        ("Gates for farms", ("Samira G., Leith", "Ewan B.", "Ola"), True),
        ("Gates for farms", ("Samira G., Founder", "Ewan B., Shop owner", "Ola T., Manager"), True),
        ("Gates for farms", ("Samira, Leith", "Ewan, Crail", "Ola, Perth"), True),
        ("Brows and waxing in Leith", ("Samira", "Ewan", "Ola"), False),
        ("Counselling in Leith", ("S. G.", "E. B.", "O. T."), False),
    ],
)
def test_a_full_name_is_not_missed_beside_initial_and_town_nor_where_the_body_is_treated(title, cites, told):
    said = "\n".join(quote(f"They came on the day that they had named, {cite[0]}.", cite) for cite in cites)
    assert ("no-full-name" in kinds(f"/ {title}\n{said}\n{ABOUT}")) is told


def test_quotes_without_a_name_are_counted():
    bare = "\n".join(quote(f"They were kind and quick with pump {n}.", "J. R.") for n in ("one", "two", "three"))
    assert "no-full-name" in kinds(f"/ Acme\n{bare}\n{ABOUT}")
    named = "\n".join(quote(f"They were kind and quick with pump {n}.", "Jo Ray") for n in ("one", "two", "three"))
    assert "no-full-name" not in kinds(f"/ Acme\n{named}\n{ABOUT}")


def test_who_buys_for_himself_is_asked_for_his_town_and_not_for_a_company():
    bare = "\n".join(quote(f"They were kind and quick with pump {n}.", "J. R.") for n in ("one", "two", "three"))
    firms = "[first sentence] company: We make pumps for manufacturers, dairies and contractors."
    house = "/ Acme | Bed and breakfast\n[first heading 1] feature: Four guest rooms\n[first sentence] feature: Guests check in from 3 pm and a night has breakfast."
    asked = [
        next(found.proposal for found in judged(f"{text}\n{bare}\n{ABOUT}").findings if found.kind == "no-full-name")
        for text in (f"/ Acme | Pumps for industry\n{firms}", house)
    ]
    assert [proposal.partition("— ")[2] for proposal in asked] == [
        "[full name], [company or town].",
        "[full name], [town].",
    ]


def test_what_is_only_indented_is_nobodys_words():
    duties = "\n".join(
        (
            "[main quote cite=Good spelling and a driving licence.] other: Weekdays 5:30 to 7:30, at the gate on Mill Lane.",
            "[main quote cite=Hours] feature: Hang the gates, oil the hinges and paint the posts of every stable.",
            "[main quote cite=SEE MORE PICTURES OF OUR GATES] feature: Swinging gates are hung in an afternoon and last for years.",
            "[main quote cite=Finish: matt lacquer] spec: Height without the frame: 5 feet and a half in all.",
        )
    )
    assert judged(f"/ Acme\n{duties}\n{ABOUT}").numbers["quotations"] == 0
    for signed in ("Ana Ray", "Mara Holt, Holt & Daughters", "Ray & Daughters Ltd", "Homeowner", "J. R."):
        text = f"/ Acme\n{quote('Swinging gates were hung in an afternoon, and the mud was gone.', signed)}\n{ABOUT}"
        assert judged(text).numbers["quotations"] == 1, signed
    told = quote("My gate was hung in an afternoon, and the mud was gone.", "On the farm")
    assert judged(f"/ Acme\n{told}\n{ABOUT}").numbers["quotations"] == 1


def test_founders_who_are_quoted_in_running_text_are_its_own_people():
    words = "[main quote] company: “Our gates keep what they hold, and we mean to keep it so,” said {}."
    own = example("/ Acme\n" + words.format("President and Co-Founder Ana Ray") + "\n" + ABOUT, name="Acme")
    other = example("/ Acme\n" + words.format("Ana Ray, president of Hilltop Dairy") + "\n" + ABOUT, name="Acme")
    assert [entry.who for entry in spoken(own)] == [Who.OWN]
    assert [entry.who for entry in spoken(other)] == [Who.NOBODY]


def test_a_review_that_stands_twice_is_counted_once():
    long = quote("They hung my gate in an afternoon, swept up the mud and left the yard as it was.", "Jo Ray")
    short = quote("They hung my gate in an afternoon, swept up the mud", "Jo Ray")
    told = judged(f"/ Acme\n{long}\n{ABOUT}\n/about About\n{short}")
    assert told.numbers["quotations"] == 1
    assert told.summary.startswith("1 quotation of customers")


def test_those_who_are_bound_to_secrecy_are_asked_for_no_names():
    text = "/ Acme Law Firm\n[first heading 1] company: Attorneys for farms and dairies\n" + ABOUT
    (entry,) = judged(text).findings
    assert entry.kind == "nobody"
    assert "Name three" not in entry.fix
    assert "without names" in entry.fix
    (entry,) = judged("/ Acme\n[first heading 1] company: Gates for farms and dairies\n" + ABOUT).findings
    assert "Name three customers" in entry.fix
    bare = "\n".join(quote(f"They were kind and quick with matter {n}.", "J. R.") for n in ("one", "two", "three"))
    (entry,) = judged(f"{text}\n{bare}").findings
    assert (entry.kind, "full name" in entry.fix) == ("no-full-name", False)


def test_kinds_of_customer_written_with_capitals_name_nobody():
    crowd = "[main sentence] company: Trusted by P&I clubs, underwriters and oil majors."
    result = judged(f"/ Acme\n{crowd}\n{ABOUT}")
    assert "“Trusted by P&I clubs”" in result.findings[0].title
    listed = "[main sentence] company: Our clients include Fortune 100 companies and family farms."
    assert "nobody" in kinds(f"/ Acme\n{listed}\n{ABOUT}")
    assert "nobody" not in kinds(f"/ Acme\n{listed.replace('Fortune 100 companies', 'Hilltop Dairy')}\n{ABOUT}")


def test_a_superseded_edition_is_named_unless_it_is_told_as_history():
    (found,) = [
        f
        for f in judged(f"/ Acme\n[main bullet] company: ISO 9001:2008 certified facility\n{ABOUT}").findings
        if f.kind == "edition"
    ]
    assert (found.title, found.tier) == ("It shows “ISO 9001:2008”, which ISO 9001:2015 has replaced", Tier.VISIBLE)
    assert "edition" in kinds(f"/ Acme\n[main bullet] company: Our plant works to OHSAS 18001 and TS 16949.\n{ABOUT}")
    for line in ("ISO 9001:2015 certified facility", "ISO 9001 certified", "First certified to ISO 9001:2008 long ago"):
        assert "edition" not in kinds(f"/ Acme\n[main bullet] company: {line}\n{ABOUT}"), line


def test_a_named_customer_with_a_result_is_kept_and_weighs_most():
    result = judged(f"/ Acme\n{quote('We saved 40 minutes a day with the pump.', 'Jo Ray, Hilltop')}\n{ABOUT}")
    assert [entry.kind for entry in result.keep] == ["full-names"]
    assert result.score is not None
    one = judged(f"/ Acme\n{quote('They are kind and come at once.', 'Jo Ray, Hilltop')}\n{ABOUT}")
    assert one.score is not None
    assert result.score > one.score


def test_of_what_a_named_customer_says_the_result_is_shown_and_not_the_longest_praise():
    said = (
        "/ Acme\n[main quote cite=Jo Ray, Hilltop] company: He is calm, he explains each step, and he never once made light of my questions.\n"
        "[main quote cite=Jo Ray, Hilltop] outcome: The new seal ended my night shifts.\n"
    )
    (kept,) = judged(said + ABOUT).keep
    assert [entry.text for entry in kept.quotes] == ["The new seal ended my night shifts."]
    assert not judged(said.replace("Jo Ray, Hilltop", "Jo R., Baker") + ABOUT).keep


def test_a_first_name_with_an_initial_is_nobody_who_can_be_asked():
    def reviews(*names: str) -> str:
        lines = "\n".join(
            quote(f"They cut our milking time by {n} minutes a day.", name) for n, name in enumerate(names, 21)
        )
        return f"/ Acme\n[main heading] other: What our customers say\n{lines}\n{ABOUT}"

    thin = judged(reviews("Nora B. Startup Founder", "Tess K., Entrepreneur", "Owen F."))
    assert [entry.title for entry in thin.findings] == ["Not one of the customers quoted is given a full name"]
    assert not thin.keep
    assert thin.numbers["attribution"]["a full name"] == 0
    trades = judged(reviews("Shop owner", "Bakery manager", "Small Business Owner"))
    assert [entry.title for entry in trades.findings] == ["Not one of the customers quoted is given a name"]
    assert judged(reviews("Nora Bell Owner", "Bakery manager", "Owen F.")).numbers["attribution"]["a full name"] == 1
    full = judged(reviews("Nora Bell, Bell & Sons", "Tess Kemp, Kemp Farm", "Owen F."))
    assert not full.findings
    assert [entry.title for entry in full.keep] == ["2 customers speak for it under their full names"]


def test_what_leads_in_to_reviews_a_button_and_whom_to_ask_are_nobodys_words():
    voices = "\n".join(
        (quote("They come at once when a pump stops.", "Jo Ray"), quote("They are kind people, and quick.", "Ann Lee"))
    )
    intro = quote("Feedback from dairies that trust us with their pumps.", "Jo Ray")
    told = example(f"/ Acme\n[main heading] other: What our customers say\n{intro}\n{voices}\n{ABOUT}")
    assert [entry.copies[0].text for entry in spoken(told)] == [
        "They come at once when a pump stops.",
        "They are kind people, and quick.",
    ]
    place = "My barn lies in the middle of the village and sleeps four."
    for cite in ("Book now on Staywell", "See all reviews"):
        assert not spoken(example(f"/ Acme\n{quote(place, cite)}\n{ABOUT}")), cite
    assert spoken(example(f"/ Acme\n{quote(place.replace('My barn', 'I loved it: the barn'), 'Jo Ray')}\n{ABOUT}"))
    asks = quote("For a first reply, send the drawing and the number of pieces.", "Mirela Dobrin")
    assert not spoken(example(f"/contact Contact\n{asks}\n{ABOUT}"))
    assert spoken(
        example(f"/contact Contact\n{quote('“They sent the drawing back on the same day.”', 'Mirela Dobrin')}\n{ABOUT}")
    )


def test_what_most_needs_a_witness_is_shown_where_no_customer_speaks():
    def found(line: str) -> Finding:
        return next(
            entry
            for entry in judged(f"/ Acme\n[first sentence] company: {line}\n{ABOUT}").findings
            if entry.kind == "nobody"
        )

    crowd = found("Trusted by breweries and dairies for difficult repairs.")
    assert crowd.title.startswith("It says “Trusted by breweries")
    years = found("We have been mending pumps in Ansty for over 35 years.")
    assert years.title.startswith("It speaks of “over 35 years”")
    assert found("We have mended pumps for thirty-three years.").title.startswith("It speaks of “thirty-three years”")
    assert years.quotes[0].text.endswith("for over 35 years.")
    assert found("Jo Ray, chief engineer, worked in Leeds for over 35 years.").title.startswith("No customer is named")
    assert found("Our shop is open on weekdays.").title.startswith("No customer is named")


def test_an_inspectors_word_is_no_customers_and_is_told_beside_it():
    said = quote("“The care of the children is outstanding.”", "Ofsted Report 05/2015")
    school = judged(f"/ Acme\n{said}\n{ABOUT}")
    assert [entry.title for entry in school.findings] == [
        "No customer is named or quoted on the one page read: what is quoted is an inspector's or an authority's, “Ofsted Report 05/2015”"
    ]
    assert not judged(f"/ Acme\n{said}\n{quote('She runs in every morning.', 'Jo Ray, Ansty')}\n{ABOUT}").findings
    press = quote("“The care of the children is outstanding.”", "Download our newest Ofsted report here")
    led = judged(f"/ Acme\n[main sentence] company: What Ofsted says of us:\n{press}\n{ABOUT}")
    assert all("Download" not in entry.title for entry in led.findings)


def test_the_forces_in_a_career_are_no_customer():
    line = "[main sentence] company: Dana has worked with the {} for eight years."
    assert "nobody" in kinds(f"/ Acme\n{line.format('Military')}\n{ABOUT}")
    assert "nobody" not in kinds(f"/ Acme\n{line.format('Moorland Dairy')}\n{ABOUT}")


def test_repeating_one_voice_adds_nothing():
    line = quote("They are kind and come at once.", "Jo Ray, Hilltop")
    other = quote("They are kind and come late.", "Jo Ray, Hilltop")
    assert judged(f"/ Acme\n{line}\n{ABOUT}").score == judged(f"/ Acme\n{line}\n{other}\n{ABOUT}").score


def test_a_few_words_are_not_enough():
    assert judged("/ Acme\n[main sentence] company: We are Acme.").status is Status.NOT_ENOUGH


def test_one_quote_with_its_name_withheld_is_no_matter_of_all_stories():
    text = f"/ Acme\n{quote('They were kind and came at once.', 'Name withheld, baker')}\n[main sentence] other: Name withheld, baker\n{ABOUT}"
    assert "withheld" not in kinds(text)


def test_those_served_are_called_what_the_site_calls_them():
    patients = "\n".join(f"[main sentence] feature: Our patients sit in chair {n}." for n in ("one", "two", "three"))
    (found,) = judged(f"/ Acme\n{patients}\n{ABOUT}").findings
    assert found.title.startswith("No patient is named")


def apart(*blocks: tuple[str, str]) -> str:
    return (
        "/testimonial/a Voices\n"
        + "\n".join(f"[main {role}] company: {text}" for role, text in blocks)
        + f"\n[main heading] feature: Our pumps\n{ABOUT}"
    )


THREE = [
    ("“They came out on a Sunday and stayed until it ran.”", "Jo Ray, Hilltop Dairy"),
    ("“Our parlour has not stood still for one day since.”", "Ann Lee, North Farm"),
    ("“I would not let anybody else near the vacuum pump.”", "Tom Marsh"),
]


def test_a_name_in_a_block_of_its_own_under_or_over_a_quotation_is_its_name():
    under = [entry for words, name in THREE for entry in (("quote", words), ("bullet", f"— {name}"))]
    over = [entry for words, name in THREE for entry in (("heading", name), ("quote", words))]
    for blocks in (under, over):
        result = judged(apart(*blocks))
        assert "no-full-name" not in {entry.kind for entry in result.findings}
        assert result.numbers["attribution"]["nobody"] == 0
    bare = judged(apart(*[entry for words, _ in THREE for entry in (("quote", words), ("bullet", "Read more here"))]))
    assert "no-full-name" in {entry.kind for entry in bare.findings}


REVIEWS = """/ Acme
[first heading 1] company: Acme pumps
[main heading 2] other: What our customers say
[main sentence] company: They came out on a Sunday and I was milking again by six.
[main sentence] company: My men still talk about it.
[main sentence] other: Jo Ray, Hilltop Dairy
[main sentence] company: We had three bids and theirs was the only one that I understood.
[main sentence] other: Ann Lee, North Farm
[main heading 2] company: Who we are
[main sentence] company: We have built pumps in the valley since our grandfather's day.
"""


def test_customers_speak_without_marks_under_a_heading_that_promises_it():
    result = judged(REVIEWS + ABOUT)
    assert result.numbers["quotations"] == 2
    assert "nobody" not in {entry.kind for entry in result.findings}


def test_what_the_company_says_of_its_reviews_is_no_review():
    text = REVIEWS.replace("[main sentence] company: They", "[main sentence] company: Most of our work is by referral.\n[main sentence] company: They", 1)  # fmt: skip
    assert judged(text + ABOUT).numbers["quotations"] == 2


def test_a_quotation_may_run_over_paragraphs():
    text = """/ Acme
[first heading 1] company: Acme pumps
[main bullet] company: “They explained each part of the parlour to us.
[main bullet] company: We would never go anywhere else.”
[main bullet] company: Our fitters come from the valley.
"""
    assert judged(text + ABOUT).numbers["quotations"] == 1


def test_a_motto_in_marks_is_nobodys_review():
    text = '/ Acme\n[first heading 1] company: Acme pumps\n[main sentence] company: "Who pumps by night shall never thirst by day."\n'
    assert judged(text + ABOUT).numbers["quotations"] == 0


def test_reviews_under_a_templates_names_are_told_and_count_nothing():
    text = """/ Acme
[first heading 1] company: Acme pumps
[main quote cite=John Doe, CEO, Tech Corp] company: Working with Acme was an absolute pleasure for us.
[main quote cite=Jane Smith, Designer] company: They exceeded what we had hoped for in every way.
"""
    result = judged(text + ABOUT)
    assert [entry.lead for entry in result.findings if entry.kind == "sample-name"] == [True]
    assert result.numbers["quotations"] == 0
    assert "sample-name" not in {
        e.kind for e in judged(text.replace("John Doe, CEO, Tech Corp", "John Dole") + ABOUT).findings
    }


def test_a_congregation_has_no_buyer_to_convince():
    text = "/ Hill Chapel\n[first heading 1] company: A church for the valley\n[main sentence] company: Worship is on Sundays, and the pastor stays for tea.\n"
    assert judged(text + ABOUT.replace("Pump", "Sermon")).status is Status.NOT_APPLICABLE


def test_a_case_page_says_whose_words_it_quotes():
    lines = "\n".join(quote(f"Since the new pump our milk is cool by {n}.") for n in ("five", "six", "seven", "eight"))
    assert "no-full-name" in kinds("/testimonial/all Reviews\n" + lines + "\n" + ABOUT)
    assert "no-full-name" not in kinds("/customers/brandt Brandt Dairy\n" + lines + "\n" + ABOUT)


def test_somebody_served_who_is_named_in_the_running_text_is_named():
    talk = "\n".join(
        f"[main sentence] feature: Pump {n} is lent with its hoses, seals and a fitter for the day." for n in range(20)
    )
    named = "[main sentence] company: We have mended pumps for companies such as Hilltop and Northbeck.\n"
    plain = "[main sentence] company: We have mended pumps for companies such as dairies and breweries.\n"
    kinds = [
        {entry.kind for entry in perform(who_vouches, example(f"/ Acme\n{line}{talk}")).findings}
        for line in (named, plain)
    ]
    assert ["nobody" in entry for entry in kinds] == [False, True]


def test_somebody_who_works_there_by_the_site_s_own_word_is_no_customer() -> None:
    text = f"""
        / Acme
        [main quote cite=Ida Marsh] company: Every pump leaves the yard tested, and I sign for each of them myself.
        [main quote cite=Omar Bell] company: Nobody here goes home before the last call of the day is answered.
        {ABOUT}
        /about About
        [main heading 3] other: Ida Marsh
        [main sentence] other: Head of service
        [main heading 3] other: Omar Bell, Director
    """
    assert [entry.who for entry in spoken(example(text))] == [Who.OWN, Who.OWN]
    assert "own-people" in kinds(text)


def test_one_customer_named_in_two_places_is_one_voice() -> None:
    def score(*lines: str) -> float | None:
        said = "\n".join(f"[main sentence] company: {line}" for line in lines)
        return judged(f"/ Acme\n{said}\n{ABOUT}").score

    once = score("Our clients include Pemberly Foods.")
    assert once
    assert score("Our clients include Pemberly Foods.", "We are trusted by Pemberly Foods.") == once
    assert score("Our clients include Pemberly Foods.", "We are trusted by Orrin Rail.") != once


def test_customers_who_speak_under_their_names_are_credit_whatever_they_say():
    names = ("Jo Ray", "Ann Lee", "Al Fenn")
    lines = [f"[main quote cite={name}] company: They were kind to us, the {n} of us." for n, name in enumerate(names)]
    said = "\n".join(("/ Acme", "[first heading 1] feature: Pumps for dairies of every size", *lines))
    result = perform(who_vouches, example(said))
    assert [found.title for found in result.keep] == ["3 customers speak for it under their full names"]
    few = perform(who_vouches, example("\n".join(said.splitlines()[:-2])))
    assert few.keep == ()


def test_a_line_that_leads_in_to_what_others_say_is_nobodys_quotation():
    lead = (
        "[main sentence] other: Do not take our word for it.\n[main sentence] other: Here's what dairies around us say."
    )
    said = f"/ Acme\n[main heading] other: What our customers say\n{lead}\n" + quote(
        "They come at once whenever a pump stops.", "Jo Ray"
    )
    assert [entry.cite for entry in spoken(example(said))] == ["Jo Ray"]


def test_those_whom_a_charity_serves_are_asked_to_speak_with_their_consent():
    pages = "\n".join(
        f"/p{n} Page {n}\n[main sentence] feature: The stove is lit at six, and supper {n} is on the table by seven for whoever comes in from"
        " the cold, with bread from the mill, soup of the day, tea, and a seat by the fire until the doors close at ten at night."
        for n in range(6)
    )
    kitchen = "/ Ansty Kitchen\n[first sentence] company: We are a registered charity that cooks for Ansty.\n"
    result = perform(who_vouches, example(kitchen + pages, name="Ansty Kitchen"))
    found = next(entry for entry in result.findings if entry.kind == "nobody")
    assert found.title.startswith("No person it serves is named or quoted")
    assert "with their consent" in found.fix
    assert "company" not in found.proposal


def test_an_inspector_who_is_quoted_is_no_customer_and_no_named_person():
    for cite in (
        "Ofsted Report 03/2019",
        "Care Quality Commission",
        "Inspection report, 2021",
        "State Board of Health",
    ):
        result = judged(f"/ Puddle Lane\n{quote('The care given to the youngest is outstanding.', cite)}\n{ABOUT}")
        assert result.numbers["quotations"] == 0, cite
        assert result.numbers["voices"] == {"a regulator or inspector": 1}
        assert not result.title.startswith("Named people")
    named = judged(
        f"/ Acme\n{quote('They found the leak before the buyer did.', 'Jo Ray, Home Inspectors Ltd')}\n{ABOUT}"
    )
    assert named.numbers["quotations"] == 1


def test_named_praise_is_shown_by_its_longest_words_and_never_by_an_empty_line():
    lines = [
        "/ Acme",
        quote("They are always very kind.", "Ann Hill"),
        quote("My wife is very happy.", "Bo Marsh"),
        quote("They drove out on a Sunday and were as kind as ever.", "Cy Brook"),
    ]
    (kept,) = [entry for entry in judged("\n".join(lines)).keep if entry.kind == "full-names"]
    assert [shown.text[:10] for shown in kept.quotes] == ["They drove"]
    lines[-1] = quote("My men are very happy.", "Cy Brook")
    assert not [entry for entry in judged("\n".join(lines)).keep if entry.kind == "full-names"]


def test_of_named_praise_the_line_that_tells_what_happened_is_shown_before_a_longer_one():
    lines = [
        "/ Acme",
        quote(
            "They are all such lovely and friendly people to deal with from the first call to the last day of it.",
            "Jo Ray, Low Farm",
        ),
        quote("They fixed the pump on a Sunday night.", "Di Moss, Moss Farm"),
        quote("We were very pleased with all of them.", "Bo Lund, Hay Farm"),
    ]
    (kept,) = judged("\n".join(lines)).keep
    assert (kept.kind, kept.quotes[0].text) == ("full-names", "They fixed the pump on a Sunday night.")


CARDS = [("Mahika Modaro", "nothing was too much trouble for them"), ("Charles M", "they came back twice until it ran"),
         ("Eylin G", "I would call nobody else now"), ("Sarah", "they were kind to my mother and her dog")]  # fmt: skip


def cards(*, given: str, over: bool = True, between: str = "") -> str:
    lines = ["/ Acme", "[first heading 1] company: Acme pumps", "[main heading 2] other: Our work"]
    for name, words in CARDS:
        if over:
            lines.append(f"[main heading 3] other: {name}")
        if between:
            lines.append(f"[main sentence] other: {between}")
        lines += [
            f"[main quote cite={given}] company: “We rang on a Friday and {words}.”",
            f"[main sentence] other: {given}",
        ]
    return "\n".join([*lines, "[main heading 2] company: Where we are", ABOUT])


def test_the_heading_over_a_review_is_its_speaker_and_where_it_was_given_is_none():
    for given in ("Google review", "via Google", "Trustpilot review", "Verified customer", "Posted on Facebook"):
        for between in ("", "2 months ago", "5 stars"):
            result = judged(cards(given=given, between=between))
            assert "no-full-name" not in {entry.kind for entry in result.findings}, (given, between)
            assert result.numbers["attribution"]["nobody"] == 0
            assert result.numbers["attribution"]["a full name"] == 1
    bare = judged(cards(given="Google review", over=False))
    assert "Not one of the customers quoted is given a name" in [entry.title for entry in bare.findings]


def test_a_letter_in_a_pictures_stead_is_nobodys_name():
    reviews = "\n".join(
        f"[main bullet] other: {name[0]}\n[main heading 3] other: {name}\n[main bullet] other: Google review\n"
        f"[main bullet] other: G\n[main quote] company: “{words}”"
        for name, words in (
            ("Anna Moss", "They came on a Friday and were very kind to us."),
            ("Peter Lund", "A pleasure to deal with from the first call."),
            ("Karen Ash", "We would have them again next spring."),
        )
    )
    result = judged(
        f"/ Acme\n[first heading 1] feature: Pumps\n{reviews}\n[main heading 2] company: Where we are\n{ABOUT}"
    )
    assert "no-full-name" not in {entry.kind for entry in result.findings}
    assert result.numbers["attribution"]["a full name"] == 3


def test_what_a_review_is_about_is_nobodys_name():
    text = cards(given="Verified buyer")
    for (name, _), title in zip(
        CARDS, ("Great Service", "Loft Conversion", "Highly Recommended", "Boilers"), strict=True
    ):
        text = text.replace(f"other: {name}", f"other: {title}")
    result = judged(text)
    assert "Not one of the customers quoted is given a name" in [entry.title for entry in result.findings]
    assert not result.keep


def test_a_platform_beside_a_name_is_no_company():
    text = f"/ Acme\n{quote('They came at once and I was milking by six.', 'Jo Ray, Google review')}\n{ABOUT}"
    assert judged(text).numbers["attribution"]["a full name"] == 1


def test_a_firm_that_chose_it_or_is_supplied_by_it_is_somebody_who_is_named():
    for line in (
        "Last spring Acme was given the preferred Supplier status from M/s Moorland Tractors Ltd (a sister of Ridgeway).",
        "M/s Moorland Tractors Ltd. has certified us as a self-certified supplier.",
        "We are an approved vendor of Ridgeway Motors PLC.",
        "We supply castings to Hillcrest Dairies, Inc. and Northway Foods Corp.",
        "Our customers include Hillcrest Dairies Ltd and Northway Foods GmbH.",
        "In 2019 we were approved by Hillcrest Dairies Ltd as their source of castings.",
    ):
        for label in ("company", "other"):
            told = f"/ Acme\n[first heading 1] company: Acme castings\n[main sentence] {label}: {line}\n{ABOUT}"
            assert "nobody" not in kinds(told), line


def test_a_firm_whose_goods_it_sells_or_that_stands_there_otherwise_vouches_for_nothing():
    for line in (
        "We supply Hillcrest Pumps Ltd spares and fittings.",
        "We are suppliers of Hillcrest Ltd’s pumps.",
        "We supply pumps made by Hillcrest Ltd.",
        "We supply farms. Hillcrest Ltd is our bank.",
        "Acme Pumps Ltd has approved us.",
        "Our lorries are serviced by Hillcrest Ltd.",
    ):
        told = f"/ Acme\n[first heading 1] company: Acme castings\n[main sentence] company: {line}\n{ABOUT}"
        assert "nobody" in kinds(told), line


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("A few examples are: Kestrel Hall, Tamsin Theatre and Orrery Bank.", True),
        ("Our clients are bakers, millers and brewers.", False),
        ("Our work can be seen at Kestrel Hall, the Tamsin Theatre, and Orrery Bank.", True),
        ("Our work can be seen at Leeds, Bradford and York.", False),
        ("We were contracted to build a bar of slate for Kestrel Hall.", True),
        ("We were contracted to build a bar of slate for a hall.", False),
        ("Fitted for kitchens, with Kestrel Hall and Tamsin in mind.", False),
    ],
)
def test_houses_named_in_a_row_or_as_having_ordered_are_customers_named(line, named):
    text = f"/ Acme\n[main sentence] feature: {line}\n{ABOUT}"
    assert ("nobody" not in kinds(text)) is named


def test_the_words_to_fill_in_fit_whom_it_serves():
    def proposal(*lines: str, name: str) -> tuple[str, str]:
        text = "\n".join((f"/ {name}", *(f"[main sentence] feature: {line}" for line in lines), ABOUT))
        entry = next(entry for entry in judged(text, name=name).findings if entry.kind == "nobody")
        return entry.title.split(" is named")[0], entry.proposal.split("— ")[1]

    lessons = "Ballet classes for beginners with two teachers."
    asked = ("Parents wait in the hall.", "Parents may watch in June.", "Parents get the timetable by mail.")
    assert proposal(lessons, *asked, name="Lark Dance Centre") == (
        "No parent",
        "[full name], [town], [month and year].",
    )
    assert proposal(lessons, asked[0], name="Lark Dance Centre")[0] == "No customer"
    assert proposal("Turned parts of brass.", name="Lark") == ("No customer", "[full name], [company], [town].")


def test_portraits_and_the_wish_for_a_review_are_no_customers_who_speak_for_it():
    lines = [
        quote("They fixed the pump on a Sunday night.", "Di Moss"),
        quote("Our herd was back in the parlour before breakfast.", "Bo Lund"),
        quote("The motor has run without a cough since they rewound it.", "Jo Ray"),
    ]

    def praised(*more: str) -> list[str]:
        return [entry.title for entry in judged("\n".join(("/ Acme", *lines, *more))).keep]

    assert praised() == ["3 customers speak for it under their full names"]
    assert praised(quote("They came through the snow for one valve.", "C. Brook")) == praised()
    assert praised(quote("I never leave a review, and they earned one that night.", "Cy Brook"))[0].startswith("4 ")
    assert (
        praised(quote("Karen has rewound motors for thirty years and lives beside the shop.", "Karen Ash")) == praised()
    )
    assert (
        praised(quote("Tell us first when you are leaving negative feedback about our pumps.", "Joe Field"))
        == praised()
    )


def test_a_page_of_cases_stands_for_customers_and_its_name_alone_does_not():
    site = "/ Acme\n[first sentence] company: We have made pumps for a hundred years.\n" + ABOUT
    case = "The pump of a dairy that had stood still for two days was turned and back by milking."
    cases = "\n".join(f"[main sentence] feature: {case.replace('two', word)}" for word in ("two", "three", "four"))
    assert "nobody" in kinds(f"{site}\n/results Case studies\n[main sentence] company: We are proud of them.")
    assert "nobody" not in kinds(f"{site}\n/results Case studies\n{cases}")
    assert "nobody" in kinds(f"{site}\n/pumps Our pumps\n{cases}")


def test_one_name_in_a_list_of_those_for_whom_it_acts_is_a_named_customer():
    line = "[main sentence] company: We represent insurers, shipowners{} and yards including small ones in the north."
    acts = "[main sentence] company: Acme represents many houses, including insurers{}, dairies and growers."
    assert "nobody" in kinds(f"/ Acme\n{acts.format('')}\n{ABOUT}")
    assert "nobody" not in kinds(f"/ Acme\n{acts.format(', Tarn Mutual')}\n{ABOUT}")
    assert "nobody" in kinds(f"/ Acme\n{line.format('')}\n{ABOUT}")


OWN = [
    quote("A clock that is loved is worth the work on its wheels.", "Rosa Field"),
    quote("The best sound in the world is a gong that rings again.", "Tom Hale"),
]


@pytest.mark.parametrize(
    "text",
    [
        "/team Meet the team\n{}\n{}",
        "[main heading 2] company: Our people\n{}\n{}",
        "[main heading 2] company: A word from the owner\n{}\n[main heading 2] company: From our founders\n{}",
        "{}\n{}\n/about About us\n[main sentence] company: Rosa Field and Tom Hale founded the workshop in 1998.",
    ],
)
def test_its_own_people_are_no_customers_though_they_are_set_as_quotations(text):
    def of(text: str) -> tuple[int, list[str]]:
        result = judged(f"/ Acme\n{text.format(*OWN)}\n{ABOUT}")
        return result.numbers["quotations"], [praise.kind for praise in result.keep]

    assert of(text) == (0, [])
    assert of("[main heading 2] other: What customers say\n{}\n{}") == (2, ["full-names"])


def test_words_that_speak_of_nobody_but_us_are_credited_to_no_customer():
    ours = ("We never send one home that does not keep time.", "We wind every clock in our care on Mondays.")
    theirs = ("We sent them our clock, and they had it going in a week.", "We thank Acme for our grandmother's clock.")

    def praised_of(lines: tuple[str, str]) -> list[str]:
        one, other = (quote(line, name) for line, name in zip(lines, ("Rosa Field", "Tom Hale"), strict=True))
        return [praise.kind for praise in judged(f"/ Acme\n{one}\n{other}\n{ABOUT}").keep]

    assert praised_of(ours) == []
    assert praised_of(theirs) == ["full-names"]


@pytest.mark.parametrize(
    "widget",
    [
        '<script src="https://cdn.trustindex.io/loader.js"></script>',
        '<iframe src="https://www.example.net/google-reviews/12"></iframe>',
        '<div class="elfsight-app-12"></div><script src="/app.js"></script>',
        '<div id="reviews-carousel"><p>Wait</p></div><script src="/app.js"></script>',
    ],
)
def test_reviews_that_a_script_or_frame_brings_in_may_name_customers(widget):
    def told(more: str) -> set[str]:
        mills = "flour paper oil corn malt silk wool bone lead ink cocoa sugar spice rag saw tan".split()
        lines = "".join(
            f"<p>We have turned the shafts of {mill} mills in this valley since the flood.</p>" for mill in mills
        )
        pages = [body(f"<h1>Acme</h1>{lines}{more}", "/"), body("<h1>About</h1><p>We turn shafts.</p>", "/about.html")]
        company = Judgement(
            Label.COMPANY, 0.97, (0.005, 0.005, 0.005, 0.005, 0.97, 0.005, 0.005), unsure=False, leading=True
        )
        site = assemble(
            "example.com", pages, [[company for _ in page.units] for page in pages],
            start="https://example.com/", name="Acme",
        )  # fmt: skip
        return {found.kind for found in perform(who_vouches, site).findings}

    assert "nobody" in told('<div class="map"></div><script src="/app.js"></script>')
    assert "nobody" not in told(widget)


def test_words_under_a_name_with_the_day_they_were_said_are_a_customers():
    words = "dry by teatime, and the lads swept the path before they left"
    for signed in ("Enid Marl, Batley, March 2025", "Enid Marl, Batley (2025)"):
        assert judged(f"/ Acme\n{quote(words, signed)}\n{ABOUT}").numbers["quotations"] == 1, signed
    assert judged(f"/ Acme\n{quote(words, 'Open from March 2025')}\n{ABOUT}").numbers["quotations"] == 0


def test_the_owner_of_another_house_is_a_customer_and_its_own_owner_is_none():
    words = "My gate was hung in an afternoon, and the mud was gone."

    def who(cite):
        text = f"/ Acme\n{quote(words, cite)}\n[main sentence] other: {cite}\n{ABOUT}"
        return [entry.who for entry in spoken(example(text, name="Acme"))]

    assert who("Anneke Vos, owner, Two Hands, Hull") == [Who.FULL]
    assert who("Anneke Vos, owner, Acme, Hull") == [Who.OWN]


def test_a_charity_that_keeps_back_the_names_of_those_it_helps_is_not_faulted():
    line = "[main sentence] other: Names have been changed for their privacy.\n"
    ours = "[main sentence] company: We are a registered charity that finds beds.\n"
    assert "withheld" in kinds(f"/ Acme\n{line}{ABOUT}")
    assert "withheld" not in kinds(f"/ Acme\n{line}{ours}{ABOUT}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("We supply high-profile clients at home and abroad.", "supply high-profile clients"),
        ("Acme is a supplier to the top dairies and the leading cheese manufacturers.", "supplier to the top dairies and the leading cheese manufacturers"),
        ("Acme has worked with some of Ireland’s leading breweries and manufacturers.", "worked with some of Ireland’s leading breweries and manufacturers"),
        ("Acme has built up an excellent reputation for mending pumps.", "built up an excellent reputation for mending pumps"),
    ],
)  # fmt: skip
def test_customers_of_rank_and_a_reputation_are_what_nobody_bears_out(line, words):
    (found,) = judged(
        f"/ Acme\n[main sentence] company: Established in 1950.\n[main sentence] company: {line}\n{ABOUT}"
    ).findings
    assert found.kind == "nobody"
    assert found.title.startswith(f"It says “{words}”, and no customer is named or quoted")


def test_towns_from_which_customers_come_name_no_customer():
    lines = "[main sentence] company: {}\n[main sentence] company: We mend pumps for clients on both shores."
    towns = "Clients come to us from Nether Compton, Upper Slaughter and Great Wishford."
    assert "nobody" in kinds(f"/ Acme\n{lines.format(towns)}\n{ABOUT}")
    named = "Our clients include Hilltop Dairy, Low Farm Creamery and the Wishford Mill."
    assert "nobody" not in kinds(f"/ Acme\n{lines.format(named)}\n{ABOUT}")


def test_a_result_that_the_home_page_promises_is_what_nobody_bears_out():
    (found,) = judged(f"/ Acme\n[first heading 1] outcome: Pay less for water\n{ABOUT}").findings
    assert found.title.startswith("It says “Pay less for water”, and no customer is named or quoted")
    (found,) = judged(f"/ Acme\n[first heading 1] feature: Pumps for water\n{ABOUT}").findings
    assert found.title.startswith("No customer is named or quoted")


@pytest.mark.parametrize(
    "line",
    [
        "Acme has supplied some of Ireland’s leading breweries.\n[main sentence] company: Clients include Hill Brewing Ltd.",
        "We boast of having Hilltop Breweries as our leading client.",
        "We count North Farm Dairies among our customers.",
    ],
)
def test_a_customer_named_before_the_word_is_named(line):
    assert "nobody" not in kinds(f"/ Acme\n[main sentence] company: {line}\n{ABOUT}")


def test_what_is_best_in_a_place_is_the_name_of_nobody():
    text = "/ Acme\n[main sentence] company: Acme has supplied to some of {}.\n" + ABOUT
    assert "nobody" in kinds(text.format("Ireland’s leading breweries"))
    assert "nobody" not in kinds(text.format("the farms of Hilltop Breweries"))


def test_a_post_at_another_house_under_a_speakers_name_makes_him_none_of_its_people():
    def said(house: str) -> str:
        lines = "\n".join(
            f"[main quote] outcome: “They cut {number} days from our shutdown.”\n[main sentence] other: {name}\n[main sentence] other: {post}, {house}"
            for number, name, post in (
                (3, "Marta Thorn", "Maintenance Manager"),
                (4, "Elsa Rossi", "Operations Director"),
            )
        )
        return f"/ Acme\n[main heading 2] other: Testimonials\n{lines}\n{ABOUT}"

    assert "own-people" not in kinds(said("Northfield Cement"))
    assert [entry.who for entry in spoken(example(said("Northfield Cement"), name="Acme"))] != [Who.OWN, Who.OWN]
    assert [entry.who for entry in spoken(example(said("Acme"), name="Acme"))] == [Who.OWN, Who.OWN]


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
