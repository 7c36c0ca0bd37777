"""Visible errors: what no reader takes for intended, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from types import SimpleNamespace
from typing import cast

import pytest

from auditor import misprints, slips, spelling
from auditor.audit import example, perform
from auditor.audits.visible_errors import TASKS, TRIFLE, visible_errors
from auditor.leftovers import leftover
from auditor.model import Finding, Image, Judgement, Label, Region, Run, Tier
from auditor.report import checklists
from auditor.report.ranking import WORTH
from auditor.site import assemble
from auditor.voices import quotations
from tests.extract.pages import body

FILLER = (
    "We rent out hygienic pumps by the day and collect them clean in the evening.",
    "Every hose is rinsed, dried and tested under pressure before it leaves the yard.",
    "A driver who knows the valley brings both to your gate at the hour you named.",
)


def kinds(*lines: str, name: str = "Acme", page: str = "/service/a Acme | Repairs") -> dict[str, str]:
    """Each kind of error found on a little site with these lines, and the title of the finding that tells it."""
    text = "\n".join(["/ Acme", *(f"[main sentence] feature: {line}" for line in FILLER), page, *lines])
    result = perform(visible_errors, example(text, name=name))
    assert all(finding.tier is Tier.VISIBLE for finding in result.findings)
    titles = {finding.kind: finding.title for finding in result.findings}
    return {kind: titles[TASKS.get(kind, kind)] for kind in result.numbers.get("errors", {})}


@pytest.mark.parametrize(
    "text",
    [
        "Recognized by year after year for outstanding work.",
        "These prizes are issued by — the oldest guild in town — and mean much to us.",
        "We meet the standards set by .",
        "A top mark with since 2019",
        "Serving the valley for over years.",
        "Call us at today for a visit.",
        "Save up to on your heating bill.",
        "Here at When you choose Acme, you get a clean pump.",
        "Trusted by over homeowners in the county.",
    ],
)
def test_a_gap_where_a_name_or_figure_was_to_stand_is_found(text):
    assert "slot" in kinds(f"[main sentence] company: {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Recognized by the county year after year for outstanding work.",
        "These are values we live by — honesty and thrift.",
        "The firm she has worked with since 2019 is ours.",
        "Serving the valley for over twenty years.",
        "Call us at any time, or email us at once.",
        "Made by and for farmers.",
        "Save up to 30 % on your heating bill.",
        "Here at the mill we do things slowly.",
        "Known for years of service.",
        "Your pump is null and void of bacteria.",
        "The price is given without VAT, and the the-atre is closed.",
        "We know that that pump had had a leak, and what it is is up to you.",
        "Vitamin A, zinc and iron.",
        "Email [email protected] for a visit.",
        "Get your offer before launch and print your logo here.",
        "Its a-frame is steel.",
        "It must of course be clean.",
        "Replace with precision: our crowns for pumps.",
        "We announce prices before launch, and review every page before launch with you.",
        "Sizes run from S to XXXL, and the number is 12.",
        "Soup of the day ........ $5",
        "Visit hillfarm.co.uk or pumps.Then.example for more, or write to anna.Berg@hill.example today.",
        "Open on Tuesday, March 11, 2025, and on Thursday 12 June 2025.",
        "It's first come, first served, and of its own kind.",
        "Pumps, hoses, etc., and valves by Hill Inc., all in stock...",
        "In 2.1 days, in half an hour or 1 1/2 days: with 1 years' experience.",
        "A fully licensed, insured firm, and one of the main reasons for calm.",
        "Take a one-off hire, a unique pump, a European hose, an hourly rate, an heir and an MOT.",
        "Vitamin a is in the milk, and an honest herd gives more.",
        "Open from 00:00 to 06:00, and just in time.",
        "One of our fitters and a mate of his; the A team, and the best of the four.",
        "Either or both, and/or neither: and, or so we hear, all they need to do is call.",
        "Each customer's yard, every two weeks, and each of our members have keys.",
        "What these pumps need is oil. Everything they do is by the book, and what the will says is law.",
        "This results in less waste, and this changes each year.",
        "Since two years ago we have a second yard; since 1998 the first.",
        "The more the better: more and more easier winters come.",
        "We advise you to call, and our advice is free. Take a break; pads are in the van.",
        "Quite a village: it lets you rest. Lets you and me talk at the everyday table.",
        "The herd's needs come first, and there needs to be water. It's in its natural place.",
        "Would you rather, then, wait? Its price is fair, and the price's right.",
        "Pre- and post-milking checks, a high- or low-pressure hose, and a step - by far - too far.",
        "Do you need a pump tonight? Are you ready: call. Have a good day.",
        "When It Rains, We Pump. If it rains, Hill Farm calls. Ann said, They come.",
        "Seals, hoses, pipes etc. we have them all, and approx. this many.",
        "Open from 6 pm till late, 9am to 5pm.",
        "Our pump(s), hose(es) and the function f(x) = ax.",
        "McDonald and DeWitt pumps from YouTube videos of theKnot.",
        "open monday to friday, by the yard in may",
        "See example.org/friday or #friday, and march in may; the i of a pump, or i = 5.",
        "We Have Pumps and Many Hoses. They Are the ones we Cover.",
        "Mail anna@example.com or info@example.community; www.example.org has an https page.",
        "Hello world of pumps, and one stet beside the dolor.",
        "Everyday",
        "Hoses for barn and everyday. The website's and the shop's prices agree.",
        "Tables show (first) panels, and the second panel of the barn is oak.",
    ],
)
def test_what_merely_looks_like_an_error_is_left_alone(text):
    assert kinds(f"[main sentence] company: {text}") == {}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("lorem", "Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
        ("note", "This page is a general template and not legal advice."),
        ("note", "We have served [your city] for many years."),
        ("code", "Hello {{first_name}}, welcome back."),
        ("code", "[object Object]"),
        ("standin", "Call 123-456-7890 today."),
        ("standin", "Visit us at 500 Terry Francois Street."),
        ("escape", "It&rsquo;s time to call."),
        ("escape", "Mother\\u2019s pump has come home."),
        ("garbled", "The pump is ready. \u00c2 Come and see it."),
        ("garbled", "Itâ€™s time to call."),
        ("doubled", "We repair the the pump on your farm."),
        ("date", "Our open day is on February 30."),
        ("confused", "All of your needs are meet."),
        ("confused", "This is one of the main reason."),
        ("confused", "The pump and it's own hose are in the crate."),
        ("confused", "Our experience team comes to your farm."),
        ("confused", "The warranty runs for 1 years from delivery."),
        ("confused", "Hoses from as low $12 a metre."),
        ("confused", "We have a easy answer for every dairy."),
        ("confused", "Ask us for an pump of your own."),
        ("confused", "Tell us what it's main uses are."),
        ("note", "The figures are representative sample data."),
        ("note", "Insert some text here!"),
        ("note", "Edit the address in config/site.json."),
        ("slot", "He rents two pumps and saves over 00 a year."),
        ("space", "Handy:Fits every tap on the farm."),
        ("space", "We run day camps,on-site repairs and tours."),
        ("doubled", "A pump that would would never stop."),
        ("doubled", "Two nights at the The Curlew by the marsh."),
        ("doubled", "We serve Hill Farm, North Dairy, and North Dairy in the valley."),
        ("note", "Replace with your verified numbers before publishing."),
        ("note", "Pump diagram placeholder"),
        ("note", "Head of Milking, Hilltop (placeholder)"),
        ("note", "This text should be reviewed by a lawyer before final publication."),
        ("slot", "Licensed by the county (No. XXXX) and insured."),
        ("slot", "Anna has run the workshop since xxx."),
        ("slot", "If the pump stops, please email or call ."),
        ("slot", "Our mechanics make sure that..........."),
        ("code", "Burn {#filename} to a disc."),
        ("code", 'Press <button class="call">Call</button> now.'),
        ("space", "We fix the pump.Then we clean it."),
        ("stops", "We lift any load, and any pump.."),
        ("weekday", "Come to the open day on Monday, March 11, 2025."),
        ("weekday", "Wir laden ein: Friday 12 June 2025, all day."),
        ("sample", "Caption Text"),
        ("sample", "Something Something Something Something Something Something Something"),
        ("sample", "Slide title 2"),
        ("placeholder", "Project 3"),
        ("placeholder", "Team member #2"),
        ("placeholder", "Something"),
        ("sample", "Add Your Heading Text Here"),
        ("escape", "They came on time&emdash;twice."),
        ("confused", "The barn opens on May 2rd."),
        ("confused", "Open Saturday's 9am to noon."),
        ("confused", "The workshop has is now moved to Hull."),
        ("confused", "I am able see you in the evening."),
        ("confused", "Nothing is fitted without a through explanation."),
        ("confused", "Speak to one of the our fitters."),
        ("confused", "Ask your vet and or the dairy."),
        ("confused", "We offers seals in nine sizes."),
        ("confused", "He are the oldest fitter in the valley."),
        ("confused", "Our products helps small farms."),
        ("confused", "Tanks are provide by the yard."),
        ("confused", "We look forward to hear from you."),
        ("confused", "We clean pumps, and every clients gets a report."),
        ("confused", "It keep the milk cold. He have the keys."),
        ("confused", "We stock all type of hoses."),
        ("confused", "Hired out by the same family since 20 years."),
        ("confused", "They are more easier to clean."),
        ("confused", "Collection is first come first serve."),
        ("confused", "Call us for free advise about seals."),
        ("confused", "We stock break pads for tankers."),
        ("confused", "A mill in a quite village."),
        ("confused", "A place were you can park."),
        ("confused", "Farmers with there own records."),
        ("confused", "A pump known for it's calm."),
        ("confused", "Hoses that compliment your existing range."),
        ("confused", "Meet us in the dinning room."),
        ("confused", "We would rather then wait come at once."),
        ("confused", "Lets talk about your herd."),
        ("confused", "We dont charge for the visit."),
        ("confused", "Open everyday from nine."),
        ("confused", "Send us photo's of the pump."),
        ("confused", "Open Saturday's and Sunday's in May."),
        ("capital", "The yard is open on monday and friday."),
        ("capital", "Prices hold until december of this year."),
        ("capital", "Ask Anna, since i have no time for the herd."),
        ("capital", "We Cover most of the valley."),
        ("capital", "Hoses, seals and Much more!"),
        ("address", "Write to anna@gmial.com for an offer."),
        ("address", "Write to anna@example.con for an offer."),
        ("address", "See wwww.example.org for all sizes."),
        ("lorem", "Clita erat ipsum et lorem et sit, sed stet no labore lorem sit."),
        ("sample", "Hello world!"),
        ("sample", "Uncategorized"),
        ("mark", "The third party\u00b4s hose is not ours."),
        ("mark", "We don`t rent tankers."),
        ("gap", "The deposit is non- refundable."),
        ("gap", "A state-of-the art workshop."),
        ("question", "Do you need a pump tonight."),
        ("question", "How can we help you with the herd."),
        ("run", "He fits pumps in Kent and Essex, He also mends them."),
        ("run", "Write to ann@example.org There is no charge for it."),
        ("run", "We fit seals (and hoses). plus we clean them."),
        ("until", "The yard is open from 6:00 pm till"),
        ("note", "[to the extent that the pump is lent free of charge, for any loss;]"),
        ("code", '.js">'),
        ("code", "/favicon.png"),
        ("sample", "Second Panel"),
        ("sample", "This is your third slide"),
        ("blank", "Big tanks , small prices."),
        ("blank", "We accept your terms ."),
        ("space", "Bring the pump(clean or not) to us."),
        ("space", "Closed onTuesdays in May."),
        ("space", "Our yard lies in Millford,TX beside the creek."),
        ("space", "We have Offices, Workshops, a Loading Hall,Storage and a Yard."),
    ],
)
def test_each_kind_of_trace_is_told_by_its_name(kind, text):
    assert kind in kinds(f"[main sentence] company: {text}")


def test_template_code_in_documentation_is_the_subject_and_no_error():
    assert kinds("[main sentence] feature: Write {{first_name}} where the name should go.", page="/docs/a Acme") == {}


def test_a_misspelled_word_is_named_with_what_was_meant():
    assert kinds("[main sentence] company: We rest when you are satisifed.") == {
        "spelling": "“satisifed” is misspelled (“satisfied”)"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Our colour-coded aluminium mouldings fulfil the behavioural programme.",
        "The pump hums while it works..... In short, we like it.",
        "See the drawing of our pumps.....",
        "Weldments, endodontics, thermoforming, passivation and the odd gearmotor.",
        "We use the Flowtrex valve and the Hydrasil seal.",
    ],
)
def test_trade_words_british_words_and_product_names_are_no_misspellings(text):
    assert kinds(f"[main sentence] feature: {text}") == {}


def test_a_customers_typing_error_is_told_apart_and_their_grammar_is_left_alone():
    told = kinds("[main quote cite=Jo Ray] company: They recieve my calls and are are kind.")
    assert told == {"quoted": "Quoted words hold a typing error: “recieve” (“receive”)"}
    assert kinds("[main quote cite=Jo Ray] company: They is kind to Hilltop Recieve.") == {}


def test_a_rare_right_word_and_a_term_of_the_trade_are_no_misspellings():
    words = [
        "therein",
        "sanitization",
        "backend",
        "skillset",
        "orthodontics",
        "percolation",
        "hypervisors",
        "soffit",
        "reciprocity",
    ]
    assert spelling.misspelled(dict.fromkeys(words, 1)) == {}


def test_a_slip_of_one_letter_in_a_word_common_in_english_needs_no_other_use_of_it():
    slips = {
        "deplyoment": "deployment",
        "incredbly": "incredibly",
        "ultimatley": "ultimately",
        "pannel": "panel",
        "indusrtry": "industry",
    }
    assert spelling.misspelled(dict.fromkeys(slips, 1)) == slips


def test_where_two_words_may_be_meant_the_one_that_the_site_uses_is_named():
    assert spelling.misspelled({"sanitzation": 1, "sanitization": 1}) == {"sanitzation": "sanitization"}


def test_a_name_near_a_common_word_is_no_misspelling():
    lines = [
        "[main sentence] company: Ask Marta Servicce for a person who knows.",
        "[main sentence] company: Write to Persson today.",
    ]
    assert kinds(*lines, "[main sentence] feature: Our service comes with a person, a service and a person.") == {}


def test_a_line_in_another_language_is_not_spelled_as_english():
    line = "[main sentence] other: Nuestra professionale ofrece materiale originale, creare globale eventi."
    assert kinds(line) == {}


def test_an_unknown_word_near_one_that_the_site_uses_is_misspelled_only_while_it_is_rare():
    assert spelling.misspelled({"flowmeters": 9, "flowmeterss": 1}) == {}
    assert spelling.misspelled({"galvanizing": 9, "galvanazing": 1}) == {"galvanazing": "galvanizing"}
    assert spelling.misspelled({"galvanizing": 9, "galvanazing": 5}) == {}


def test_no_known_word_is_on_the_list_of_misspellings():
    assert not spelling.known_words() & spelling.listed().keys()
    assert len(spelling.known_words()) > 80_000


def test_the_companys_own_name_with_a_slip_is_found_and_other_names_are_not():
    lines = [
        "[main sentence] company: Hillcroft Pumps was founded by a farmer.",
        "[main sentence] company: Hillcrofft Pumps is here.",
    ]
    assert "name" in kinds(*lines, name="Hillcroft Pumps")
    assert kinds("[main sentence] company: Hillside Pumps is a friend of ours.", name="Hillcroft Pumps") == {}


def test_of_two_spellings_of_the_company_s_name_the_one_it_is_called_by_is_no_slip():
    lines = ["Hillcroft Pumps was founded by a farmer.", "Hillcrofft Pumps is here."]
    text = "\n".join(["/ Acme", *(f"[main sentence] company: {line}" for line in (*FILLER, *lines))])
    site = replace(example(text, name="Hillcroft Pumps"), names=("Hillcroft Pumps", "Hillcrofft Pumps"))
    (found,) = perform(visible_errors, site).findings
    assert [quote.text for quote in found.quotes][:1] == ["Hillcrofft Pumps is here."]
    assert "(Hillcrofft Pumps)" not in found.title


def test_hostile_text_is_read_in_bounded_time():
    assert kinds("[main sentence] feature: " + "a ," * 20_000) is not None
    assert kinds("[main sentence] feature: " + "[" * 20_000) is not None


def test_a_word_in_two_spellings_is_told_and_no_hyphen_or_blank_more():
    text = [f"[main sentence] feature: {line}" for line in (
        "We mend moulded lids and turn-key presses.", "A molded lid costs less, and turnkey presses cost more.",
        "Each particle board is cut here.", "Our particleboard is dry.", "Lay the particleboard flat.")]  # fmt: skip
    assert kinds(*text)["twofold"] == "A word is written in two ways: “molded” and “moulded”"
    fine = [
        "They work out at the workout, over time and overtime.",
        "A filling for a filing room, four for our course.",
        "Re-cover the chair or recover the cost.",
    ]
    assert list(slips.written_twice(fine)) == []


def test_a_page_without_a_title_is_told_by_its_heading():
    lines = ["[main heading 1] feature: Repairs on the farm", "[main sentence] feature: We mend pumps."]
    home = ["/ Acme", *(f"[main sentence] feature: {line}" for line in FILLER)]
    site = example("\n".join([*home, "/service/a Acme", *lines]))
    first, second = (replace(page, clicks=0) for page in site.pages)
    bare = replace(site, pages=(first, replace(second, page=replace(second.page, title=""))))
    (finding,) = perform(visible_errors, bare).findings
    assert finding.title == "1 page of the site has no title; it begins “Repairs on the farm”"
    assert "nameless" not in kinds(*lines)
    third = "\n".join(
        ["/service/b Acme | Loans", "[main sentence] feature: We lend pumps.", "[main sentence] feature: By the day."]
    )
    first, *others = example("\n".join([*home, "/service/a Acme", *lines, third])).pages
    untitled = [replace(page, clicks=1, page=replace(page.page, title="")) for page in others]
    (finding,) = perform(visible_errors, replace(site, pages=(replace(first, clicks=0), *untitled))).findings
    assert finding.title == "2 pages of the site have no title; the first begins “Repairs on the farm”"


def test_a_common_word_with_a_slip_is_told_however_often_and_in_headings() -> None:
    assert misprints.far_off(["A permanet yard", "The permanet roof", "One permanet stove"]) == {
        "permanet": "permanent"
    }
    assert misprints.far_off(["A plain name: our gizmotron is a gizmotron, as gizmotrons are."] * 4) == {}
    assert misprints.far_off(["Our Renotaved Mill"]) == {"renotaved": "renovated"}
    assert misprints.far_off(["Rooms in Pernosal"]) == {}


def test_a_word_with_two_slips_is_told_by_the_site_or_by_the_one_common_word_it_begins_and_ends_like() -> None:
    assert misprints.far_off(["Bring marmalade", "Eat the marmelaide"]) == {"marmelaide": "marmalade"}
    assert misprints.far_off(["A substntual lunch."]) == {"substntual": "substantial"}
    assert misprints.far_off(["The barn is emphesised."]) == {"emphesised": "emphasised"}
    assert misprints.far_off(["A clarinetist with two clarinets; the boards corrugate.", "{% endcomment %}"]) == {}


def test_a_listed_misspelling_means_the_word_that_the_site_writes() -> None:
    ours = ["The tenancy of a barn.", "A tenancy is for a year.", "Your tenancy ends."]
    assert misprints.settled({"tendancy": "tendency"}, ours) == {"tendancy": "tenancy"}
    assert misprints.settled({"tendancy": "tendency"}, ours[:1]) == {"tendancy": ""}
    assert misprints.settled({"tendancy": "tendency"}, [*ours, "A tendency to rain."]) == {"tendancy": "tendency"}
    assert misprints.settled({"recieve": "receive"}, ours) == {"recieve": "receive"}


def test_a_mark_of_quotation_and_a_bracket_that_nothing_closes_are_told_and_a_long_quotation_is_not() -> None:
    assert "point" in kinds("[main sentence] feature: We call the pump “the old mule of the yard.")
    assert "point" not in kinds(
        "[main sentence] feature: She called it “a mule.", "[main sentence] feature: It pulls.”"
    )
    assert "point" not in kinds("[main sentence] feature: “The first line of what she said.")


def test_a_second_capital_in_a_known_word_is_told_and_short_forms_and_habits_are_not() -> None:
    assert list(misprints.two_capitals(["THe pump is oiled."])) == [("THe pump is oiled.", "THe")]
    assert list(misprints.two_capitals(["PDFs, ARmour by ARmour", "ARmour again", "ARmour"])) == []


def test_one_and_many_of_a_word_in_two_spellings_are_told_once() -> None:
    found = list(slips.written_twice(["Choose a color.", "We offer two colours.", "All colours and every colour."]))
    assert found == [("Choose a color.", "color", "colour")]


def test_the_companys_name_with_an_s_too_few_before_its_legal_form_is_told() -> None:
    right = [f"[main sentence] company: {verb} Brenwick Pumps Ltd today." for verb in ("Ring", "Write to", "Visit")]
    slip = "[main sentence] company: This is what Brenwick Pump Ltd says."
    assert "name" in kinds(*right, slip, name="Brenwick Pumps")
    assert "name" not in kinds(*right, "[main sentence] company: A Brenwick Pump is green.", name="Brenwick Pumps")


def test_a_dot_behind_a_name_is_an_ornament_and_behind_a_sentence_a_blank_too_many() -> None:
    assert list(slips.stops("Acme Pump Hire .")) == []
    assert [kind for kind, _ in slips.stops("We hire out pumps .")] == ["blank"]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("swalowing", "swallowing"),  # an l too few is no American spelling here
        ("briliant", "brilliant"),
        ("departmen", "department"),  # cut off
        ("recruitmentt", "recruitment"),
        ("comminity", "community"),  # no "comm inity"
        ("consultetion", "consultation"),
        ("downstram", "downstream"),
        ("refrigehation", "refrigeration"),  # any letter of a long word
        ("canditate", "candidate"),  # letters that sound alike
        ("proceedures", "procedures"),
        ("superceeded", "superseded"),  # a listed one with an ending
        ("masage", "massage"),  # one letter where two belong
    ],
)
def test_a_slip_in_a_common_word_is_told(wrong, meant):
    assert spelling.misspelled({wrong: 1}) == {wrong: meant}


@pytest.mark.parametrize(
    "words",
    [
        "travelling traveling counsellor woollen marvellous fulfilment skilful jewellery enrolment modelling",
        "focussed focused benefitted benefited formatting worshipping kidnapped",
        "waterpark trapshooter reroof superyacht microcontroller mouthguard rooflines recordkeeping unsaveable underuse",
        "prepay rebuy outcompeting nightguard lakehouse jumpstart slideware townhome drawdown",
        "musculoskeletal photogrammetrists capsulitis terpolymer implantologist lazarettes strimmers fatbergs",
    ],
)
def test_words_of_a_trade_and_of_either_side_of_the_ocean_are_none(words):
    assert spelling.misspelled(dict.fromkeys(words.split(), 1)) == {}


def test_a_line_with_accents_and_no_english_word_is_in_another_language():
    line = "Servicio completo en español"
    assert spelling.is_foreign(line)
    assert not spelling.is_foreign("Our café has a complet menu, and the décor is new.")
    assert "spelling" not in kinds(f"[main sentence] company: {line}")


def test_every_slip_stands_in_the_table_of_the_report_and_among_the_quotes() -> None:
    goods = "hoses taps seals tanks pipes vats mats lids".split()
    lines = [f"[main sentence] company: Get a qoute for {good}, and {good} , too." for good in goods]
    text = "\n".join(["/ Acme", *(f"[first sentence] feature: {line}" for line in FILLER), *lines])
    result = perform(visible_errors, example(text))
    (found,) = result.findings
    assert found.title.endswith("“hoses , too.”, “taps , too.”, “seals , too.” and 5 more")
    assert [quote.text for quote in found.quotes][7:] == ["Get a qoute for lids, and lids , too."]
    table = checklists.tables(cast(Run, SimpleNamespace(results=[result], site="acme.example")))["visible-errors"]
    assert [(row.name, row.state) for row in table.rows][:2] == [
        ("“qoute”", "is misspelled (“quote”)"),
        ("“hoses , too.”", "A blank stands beside a mark where none belongs"),
    ]
    assert len(table.rows) == 9
    assert table.rows[8].places[0].text == "Get a qoute for lids, and lids , too."


def test_slips_in_buttons_and_on_the_home_page_come_first() -> None:
    other = (
        "/service/a Acme | Repairs\n[main sentence] company: Your satisfacton counts.\n[main button] other: Get a qoute"
    )
    home = "[main sentence] company: We mend hoses that leak."
    text = "\n".join(["/ Acme", *(f"[first sentence] feature: {line}" for line in FILLER), home, other])
    (found,) = perform(visible_errors, example(text)).findings
    places = [found.title.index(word) for word in ("qoute", "satisfacton")]
    assert places == sorted(places)


def _slips(*lines: str, title: str = "Acme", inner: str = "") -> Finding:
    """The finding of slips of a home page with these lines, and of an inner page with one."""
    text = [f"/ {title}", *lines, *(f"[main sentence] feature: {line}" for line in FILLER)]
    other = ["/service/a Repairs | Acme", inner] if inner else []
    return next(f for f in perform(visible_errors, example("\n".join([*text, *other]))).findings if f.kind == "slips")


def test_slips_are_shown_headlines_first_then_copy_then_titles_and_trifles_last() -> None:
    lines = ["[main sentence] company: Speak to us , always.", "[main sentence] company: Your satisfacton counts."]
    found = _slips(*lines, "[first heading 1] company: Get a qoute", title="Acme: garanteed pumps")
    places = [found.title.index(word) for word in ("qoute", "satisfacton", "garanteed", "us , always")]
    assert places == sorted(places)
    plural = _slips(
        "[first sentence] company: We change LED's and relais at night , too.", "[main sentence] company: Get a qoute."
    )
    assert plural.title.index("qoute") < plural.title.index("LED's")


def test_a_slip_weighs_by_where_it_is_read_and_trifles_lead_only_in_the_headline() -> None:
    headline = _slips("[first heading 1] company: Get a qoute")
    inner = _slips(inner="[first sentence] company: Get a qoute.")
    title = _slips(title="Acme: get a qoute")
    assert headline.weight > inner.weight > title.weight
    blank = _slips("[main sentence] company: We mend pumps , too.")
    loud = _slips("[first heading 1] company: We mend pumps ,and hoses")
    assert (blank.lead, loud.lead) == (False, True)
    assert loud.weight <= TRIFLE < inner.weight
    many = [
        f"[first sentence] company: We mend {what} , too."
        for what in "hoses taps seals tanks pipes vats mats lids gates hats".split()
    ]
    assert _slips(*many).weight <= TRIFLE


def test_what_was_meant_has_the_capitals_of_the_word() -> None:
    told = kinds(
        "[main heading 2] other: REFUSE TO BE A VICTUM OF FLOODS TODAY", "[main sentence] other: Open on Thurday."
    )
    assert "“VICTUM” (VICTIM)" in told["spelling"]
    assert "“Thurday” (Thursday)" in told["spelling"]


def test_titles_that_do_not_say_whose_they_are_are_told_as_one() -> None:
    home = ["/ Hillcroft Pumps", *(f"[main sentence] feature: {line}" for line in FILLER)]
    pages = [
        f"/{title.split()[0]} {title}\n[main heading 1] feature: {title}"
        for title in ("Repairs", "For hire", "Meet us")
    ]
    result = perform(visible_errors, example("\n".join([*home, *pages]), name="Hillcroft Pumps"))
    assert [found.title for found in result.findings] == [
        "The titles of 3 pages do not say whose they are: “For hire” and others"
    ]
    named = [page.replace("\n", " | HP\n", 1) for page in pages]
    assert not perform(visible_errors, example("\n".join([*home, *named]), name="Hillcroft Pumps")).findings
    assert not perform(visible_errors, example("\n".join([*home, *pages[1:]]), name="Hillcroft Pumps")).findings


def test_slips_behind_pictures_are_told_once_and_after_those_that_are_seen() -> None:
    lines = [
        "(main image) Photo of a mechnical pump",
        "(main image) Photo of a mechnical pump",
        "[main sentence] other: Get a qoute.",
    ]
    text = "\n".join(["/ Acme", *(f"[first sentence] feature: {line}" for line in FILLER), *lines])
    (found,) = perform(visible_errors, example(text)).findings
    assert found.title == "At least 2 words are misspelled: “qoute” (quote), “mechnical” (mechanical)"
    assert [quote.source for quote in found.quotes] == ["text", "alt"]


def test_an_entry_that_stands_twice_in_one_list_is_told():
    towns = ["Hill Street baths", "Mill Lane school", "Quay House", "Hill Street baths", "Barn Lane"]
    items = [f"[main bullet] other: {town}" for town in towns]
    assert kinds(*items)["listed"] == "A list has one entry twice: “Hill Street baths”"
    assert "listed" not in kinds(*items[1:])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Open the app and use it to;", "to;"),
        ("See .https://hill.example for more.", "."),
        ("The room is 5000₹ INR a night.", "0₹ INR"),
        ("It costs £20 pounds.", "£20 pounds"),
        ("A job of $13 million dollars.", "$13 million dollars"),
        ("That was in the evening. . We left.", "."),
    ],
)
def test_a_mark_that_belongs_elsewhere_is_told(text, words):
    assert f"“{words}”" in kinds(f"[main sentence] company: {text}")["point"]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $20 a head; £20 is less.",
        "We came; we left.",
        "Version .net is in use.",
        "A pound of nails is £2 per pound.",
    ],
)
def test_marks_that_belong_where_they_are_are_left_alone(text):
    assert "point" not in kinds(f"[main sentence] company: {text}")


def test_a_name_with_and_without_its_apostrophe_is_told():
    sports = ["Sports Massage on Fridays.", "Ask about Sport's Massage."]
    assert "apostrophe" not in kinds(*(f"[main sentence] other: {line}" for line in sports))
    lines = ["Walk down to Potters Bridge.", "The ferry leaves from Potter's Bridge."]
    told = kinds(*(f"[main sentence] other: {line}" for line in lines))["apostrophe"]
    assert told.startswith("“Potters Bridge” should be “Potter's Bridge”")
    assert "apostrophe" not in kinds(
        *(f"[main sentence] other: {line}" for line in (lines[0], "Mr Potter's barge is blue."))
    )
    classes = ("The Gents Recurve begins at ten.", "The Gent's Recurve begins at ten.")
    assert "apostrophe" not in kinds(*(f"[main sentence] other: {line}" for line in classes))


def test_a_name_as_an_address_has_it_is_no_other_spelling_of_it():
    lines = ["Hill Farm Pumps mends pumps.", "Find us at facebook under Hill-Farm-Pumps today."]
    assert "variant" not in kinds(*(f"[main sentence] company: {line}" for line in lines), name="Hill Farm Pumps")
    lines[1] = "Find us at facebook under Hill Farm-Pumps today."
    assert "variant" in kinds(*(f"[main sentence] company: {line}" for line in lines), name="Hill Farm Pumps")


def test_a_sentence_that_begins_amid_another_is_told():
    told = kinds("[main sentence] feature: The lamp may be broken Remember to bring a torch.")["run"]
    assert "broken Remember to bring" in told
    assert "run" not in kinds("[main sentence] feature: Our book is called They came by sea, by Ann.")
    assert "run" in kinds("[main sentence] company: He taught two smiths; His son, Tom, and a friend.")


def test_a_slip_in_the_name_behind_a_picture_is_told_as_such_and_does_not_lead():
    text = (
        "/ Acme\n(first image) Hillcrofft Pumps\n"
        "[main sentence] feature: We rent out hygienic pumps by the day and collect them clean in the evening, all year, in four"
        " counties and on two islands."
    )
    result = perform(visible_errors, example(text, name="Hillcroft Pumps"))
    assert [(finding.kind, finding.lead) for finding in result.findings] == [("alt", False)]


def test_a_title_case_slip_counts_where_the_site_itself_uses_the_word():
    use = [
        f"[main sentence] feature: Our excellent pump number {word} runs day and night."
        for word in ("one", "two", "three")
    ]
    assert kinds(*use, "[main heading 2] company: Ecellent Customer Service") == {
        "spelling": "“Ecellent” is misspelled (“Excellent”)"
    }
    assert kinds("[main heading 2] company: Ecellent Andersson Flowtrexx") == {}


@pytest.mark.parametrize(
    "text", ["Suggested text: When visitors leave comments we keep them.", "It doesnu2019t have to leak."]
)
def test_what_a_site_builder_left_in_the_copy_is_named(text: str) -> None:
    plain = "\n".join(
        f"[main sentence] feature: Our {word} pump ships in a crate with a manual." for word in ("red", "blue", "old")
    )
    site = example(f"/ Acme | Pumps\n[first heading 1] feature: Pumps\n{plain}\n[main sentence] feature: {text}")
    assert [found.quotes[0].text for found in perform(visible_errors, site).findings] == [text]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", True),
        ("Lorem ipsum", True),
        ("Donec volutpat iaculis tellus nec varius.", True),
        ("Our Mauris pump and the Donec hose, by two founders.", False),
        ("Lorem ipsum is the filler that printers have used since the sixteenth century.", False),
        ("Our editor swaps every lorem ipsum for your words in one click.", False),
        ("Placeholder text", True),
        ("Placeholder text is greyed out until a visitor types into the field of the form.", False),
    ],
)
def test_filler_is_an_error_and_a_text_about_filler_is_none(text, flagged):
    assert bool({"lorem", "note"} & set(kinds(f"[main sentence] feature: {text}"))) is flagged


def test_two_words_run_together_are_told_apart_and_not_corrected_to_a_third():
    assert spelling.misspelled({"isused": 1}) == {"isused": "is used"}
    assert (
        spelling.misspelled(
            {"today": 1, "without": 1, "island": 1, "infringe": 1, "onboarding": 1, "offshore": 1, "isotope": 1}
        )
        == {}
    )


@pytest.mark.parametrize(
    "text",
    [
        "Your door code will be provided after confirmation of the visit.",
        "A parking permit will be sent after confirmation of your order.",
        "Trade terms will be confirmed upon approval of your application.",
        "Comments will be published after approval.",
    ],
)
def test_what_is_promised_to_those_who_book_or_write_is_no_note_to_the_owner(text):
    assert "note" not in kinds(f"[main sentence] feature: {text}")


@pytest.mark.parametrize(
    "text", ["The team's names will be added after client approval.", "Prices to be confirmed pending approval."]
)
def test_what_waits_for_the_owner_is_a_note(text):
    assert "note" in kinds(f"[main sentence] feature: {text}")


@pytest.mark.parametrize(
    ("left", "meant"),
    [
        ("TO BE COMPLETED", "The survey is to be completed before the pump is lent."),
        ("Our story - to be written", "A plan is to be written for each herd."),
        ("Milking parlour - photo coming soon", "A new pump is coming soon."),
        ("Draft - pending legal review.", "Draft beer is pending no review."),
        (
            "This page is a working draft that has not yet been reviewed by our solicitor.",
            "The plan is a draft that you review.",
        ),
    ],
)
def test_a_line_that_was_still_to_be_written_is_a_note_and_what_is_to_be_done_is_none(left, meant):
    assert "note" in kinds(f"[main sentence] feature: {left}")
    assert "note" not in kinds(f"[main sentence] feature: {meant}")


@pytest.mark.parametrize(
    ("left", "meant"),
    [
        ("Open apprenticeships will be listed here.", "Your orders will be listed here."),
        ("Pump curves will be available here soon", "Pump curves will be available here once you log in"),
        ("More plans will be added here later.", "Water will be added here by the pump."),
    ],
)
def test_what_is_to_stand_in_a_place_later_is_told_and_leads_nothing(left, meant):
    found = kinds(f"[main sentence] feature: {left}")
    assert found["unwritten"].startswith("What is to stand in a place is not there yet: “")
    assert "unwritten" not in kinds(f"[main sentence] feature: {meant}")
    site = example(
        "\n".join(["/ Acme", *(f"[main sentence] feature: {line}" for line in (*FILLER, left))]), name="Acme"
    )
    assert [entry.lead for entry in perform(visible_errors, site).findings if entry.kind == "left"] == [False]


def test_a_templates_own_title_is_a_note():
    assert "note" in kinds("[main heading 2] other: This is the second case study title")
    assert "note" not in kinds("[main heading 2] other: This is the third pump that we built for the dairy")


def test_a_note_that_stands_several_times_is_counted():
    twice = kinds("[main bullet] other: TO BE COMPLETED", "[main bullet] other: TO BE COMPLETED")["note"]
    assert twice == "A note meant for the site's owner is published: “TO BE COMPLETED”, 2 times"
    assert kinds("[main bullet] other: TO BE COMPLETED")["note"].endswith("“TO BE COMPLETED”")


@pytest.mark.parametrize("town", ["New York, New York", "San Juan, San Juan"])
def test_a_town_in_a_state_of_its_name_does_not_stand_twice(town):
    assert "doubled" not in kinds(f"[main sentence] company: Our second yard is in {town}.")


def test_no_correction_is_offered_where_two_common_words_are_as_near():
    assert spelling.is_open("liteary", "literary")
    assert not spelling.is_open("satisifed", "satisfied")
    assert not spelling.is_open("recieve", "receive")
    titles = kinds("[main sentence] feature: Each evening class adds to the liteary skills of grown people.")
    assert titles["spelling"] == "“liteary” is misspelled"


def test_of_a_text_of_made_up_words_only_the_listed_misspellings_are_told() -> None:
    syllables = ("ba", "ke", "lo", "mu", "ri", "sta", "pre", "vo", "gni", "dol", "wex")
    made_up = {a + b + c + d: 1 for a in syllables for b in syllables for c in syllables for d in ("tten", "rring")}
    assert len(made_up) > spelling.MOST_UNKNOWN[0]
    slip = {"sanitzation": 1, "sanitization": 1}
    assert spelling.misspelled(slip) == {"sanitzation": "sanitization"}
    assert spelling.misspelled({**made_up, **slip, "recieve": 1}) == {"recieve": "receive"}


def test_a_thousand_slips_are_each_held_against_the_words_they_begin_like_alone() -> None:
    common = [w for w, n in sorted(spelling.frequencies().items()) if n >= 20_000_000 and 8 <= len(w) <= 12][:900]
    slips = {word[:4] + word[5:]: word for word in common}
    began = process_time()
    doubtful = sum(spelling.is_open(slip, meant) for slip, meant in slips.items())
    assert 0 < doubtful < len(slips)
    assert process_time() - began < 3  # a tenth of a second; against the whole dictionary it took sixteen


def test_a_note_that_a_page_is_not_ready_over_a_page_that_says_more_is_told_as_that():
    more = [f"[main sentence] feature: The {what} is open to every rider." for what in ("barn", "mill", "yard")]
    note = "[main sentence] other: 3 May 2024: page under construction, come back soon."
    told = kinds(note, *more)
    assert told["unready"].startswith("A page has said since 3 May 2024 that it is not ready yet")
    assert "unfinished" not in told
    short = kinds(note, *more[:2])
    assert "unfinished" in short
    assert "unready" not in short


def test_what_a_template_left_beside_a_note_is_one_finding_with_it():
    note = "[main sentence] other: [Add a genuine customer quote here]"
    name, between = "[main sentence] other: Customer Name", "[main sentence] feature: We thatch barns by hand in May."
    other = between.replace("May", "June"), "[main sentence] other: Real reviews go here"
    lines = "\n".join(["/ Acme", note, name, between, *other])
    result = perform(visible_errors, example(lines, name="Acme"))
    assert {"card", "note"} <= result.numbers["errors"].keys()
    (found,) = result.findings
    assert found.kind == "left"
    assert "“Customer Name”" in found.title
    assert "“Real reviews go here”" in found.title
    assert "card" not in kinds("[main sentence] other: Customer Name")  # it may head a table


def test_a_gallery_whose_tiles_say_what_was_to_be_shown_is_told_where_nothing_could_show_a_picture():
    def told(shown: str, tiles: int = 3) -> set[str]:
        drawn = f"<p>Project photo</p>{shown}" * tiles
        html = f"<h1>Barns</h1><p>We thatch old barns by hand in May.</p><h2>Barn Gallery</h2>{drawn}"
        lines = "".join(f"<p>{line}</p>" for line in FILLER)
        page = body(f"{html}<h2>Hours</h2>{lines}", "/")
        sure = Judgement(Label.OTHER, 0.97, (0.005,) * 6 + (0.97,), unsure=False, leading=True)
        site = assemble("example.com", [page], [[sure for _ in page.units]], start=page.url, name="Acme")
        return {finding.kind for finding in perform(visible_errors, site).findings}

    assert "pictures" in told("")
    assert "pictures" not in told("<img src=a.jpg>")
    assert "pictures" not in told('<div class="grid-tile"></div>')
    assert "pictures" not in told("", tiles=1)


def test_a_page_that_only_announces_its_contents_is_told_and_an_announcement_on_a_full_page_is_not():
    full = [f"[main sentence] feature: Pump number {n} is run in on our own bench before it leaves." for n in range(8)]
    assert "“Coming soon”" in kinds("[main heading] other: Coming soon")["unfinished"]
    assert "unfinished" in kinds("[main sentence] other: This page is under construction.")
    assert "unfinished" not in kinds("[main heading] other: Coming soon", *full)
    assert "unfinished" not in kinds("[main sentence] other: More sizes coming soon.")
    assert "unfinished" not in kinds("[main sentence] feature: A barn under construction needs water early.")
    # what stands around every page fills none of them
    frame = [
        f"[main sentence] feature: Ask for our catalogue of pumps number {n} and for the sheet of its parts."
        for n in range(8)
    ]
    pages = [
        f"/p{n} Page\n" + "\n".join([f"[main sentence] feature: Bench {n} tests pumps for dairies.", *frame])
        for n in range(4)
    ]
    empty = "/news News\n" + "\n".join(["[main sentence] other: Under construction", *frame])
    result = perform(visible_errors, example("\n".join(["/ Acme\n[first heading 1] feature: Pumps", *pages, empty])))
    assert "unfinished" in {entry.kind for entry in result.findings}


def test_what_reads_like_a_samples_name_or_an_odd_ending_and_is_none_is_left_alone():
    fine = (
        "Caption", "Your photo caption prints on the back.", "He lost 11st in a year.", "The 1st, 2nd, 3rd and 112th pump.",
        "What the dairy has is time.", "Sunday's roast is served at noon.", "A through road passes the yard.",
    )  # fmt: skip
    assert kinds(*(f"[main sentence] feature: {text}" for text in fine)) == {}


def test_a_name_that_the_site_writes_right_elsewhere_is_told_with_the_institution_it_stands_for():
    found = kinds(
        "[main sentence] company: Our vet trained in Leeds and at the Universty College of Hull.",
        "[main sentence] company: She taught at the University College of Hull for six years.",
        "[main sentence] feature: Refuse to be a Victum",
        "[main sentence] feature: Refuse to be a Victim",
    )
    assert found["body"] == found["spelling"]
    assert (
        found["body"]
        == "At least 2 slips of spelling and language stand on 1 page: “Universty College of Hull”, “Victum” (Victim)"
    )
    only = kinds(
        "[main sentence] company: Our vet trained in Leeds and at the Universty College of Hull.",
        "[main sentence] company: She taught at the University College of Hull for six years.",
    )
    assert only["body"] == "The name of an institution is misspelled: “Universty College of Hull”"


def test_two_people_of_nearly_the_same_name_are_no_misspelling():
    assert kinds("[main sentence] other: Jonathen Kvist", "[main sentence] other: Jonathan Kvist") == {}


def test_a_line_of_capitals_is_read_as_a_sentence_and_a_row_of_short_forms_is_not():
    told = kinds("[main sentence] other: OUR VETERIANS PICNIC STANDS OPEN FOR EVERY FAMILY")
    assert told["spelling"] == "“VETERIANS” is misspelled (“VETERANS”)"
    assert kinds("[main sentence] spec: HYGIEN VALVX PUMPX") == {}


def test_a_day_of_the_week_and_a_word_without_its_last_letter_are_misspelled():
    assert spelling.misspelled({"thurday": 1, "complet": 1}) == {"thurday": "thursday", "complet": "complete"}
    assert spelling.misspelled({"sundays": 1, "mondays": 2, "fryday": 9}) == {}


def test_entries_of_a_year_that_is_over_are_told_beside_this_years_and_results_of_it_are_not():
    news = [
        "[main sentence] other: Bake of June 4th 2031",
        "[main sentence] other: Fair of May 2nd 2031",
        "[main sentence] other: Ride in 2031",
    ]
    old = ["[nav link /league] other: Summer league 2030", "[main sentence] other: OFFICERS 2029/30"]
    fine = [
        "[main sentence] other: Season 2030/31",
        "[main sentence] other: League results 2029",
        "[main sentence] other: Since 2019 a camp",
    ]
    found = kinds(*news, *old, *fine)["outdated"]
    assert found.startswith("2 entries still name a year that is over")
    assert kinds(*news, *old[:1], *fine) == {}
    assert kinds(*old, *fine) == {}


def test_frequent_slips_that_end_or_sound_like_words_are_on_the_list():
    slips = {"phazes": "phases", "comming": "coming", "sponser": "sponsor", "pavillion": "pavilion"}
    assert spelling.misspelled(dict.fromkeys(slips, 1)) == slips


def test_what_the_websites_builder_left_is_told_as_standing_in_the_page_where_it_may_be_hidden():
    found = kinds(
        "[main sentence] company: Publish your website to a local drive or wherever else you like.",
        "[main sentence] feature: This is a great place to tell people more about you.",
    )
    assert found["sample"].startswith("Texts of the website's builder stand in the pages: “Publish your website")


@pytest.mark.parametrize("text", ["Room 3", "Level 2", "Project 3: a barn in Hale", "Something to drink", "Step 4"])
def test_what_has_a_number_by_right_is_no_name_that_a_template_gave(text):
    assert "placeholder" not in kinds(f"[main heading 3] feature: {text}")


def test_a_builders_sample_is_no_copy_of_the_company_and_counted_nowhere():
    site = example(
        """
        / Acme
        [first heading 1] company: Pumps for dairies since 1950
        [main sentence] outcome: Every website has a story, and your visitors want to hear yours.
        """
    )
    told = {copy.text: (copy.label, copy.counted) for copy in site.pages[0].copy}
    assert told["Every website has a story, and your visitors want to hear yours."] == (Label.OTHER, False)
    assert told["Pumps for dairies since 1950"] == (Label.COMPANY, True)


def test_a_link_that_advertises_the_builder_is_none_of_the_companys_lines_and_one_to_a_supplier_is():
    assert leftover("free page maker", "https://mobirise.info/q") == "free page maker"
    assert not leftover("our supplier of seals", "https://seals.example/")


@pytest.mark.parametrize(
    "text",
    [
        "We publish your website and keep it running.",
        "Tell people more about your business with a sign on your van.",
        "Every barn has a story, and visitors want to hear it.",
        "Drop the blocks into the mould and let them dry.",
    ],
)
def test_a_trade_that_speaks_of_websites_or_blocks_is_not_taken_for_a_builders_sample(text):
    assert "sample" not in kinds(f"[main sentence] feature: {text}")


def test_a_quotation_mark_within_a_word_is_told_and_one_behind_a_word_is_not():
    told = kinds(
        '[main sentence] feature: A pump that doesn"t leak is dull.', "[main sentence] feature: The hose isn”t rigid."
    )
    assert told["mark"] == 'Quotation marks stand in place of apostrophes in 2 places, such as “doesn"t”'
    fine = ['A so-called "dry" pump.', 'The "wet"s of spring.', 'A hose of 5"d bore.']
    assert "mark" not in kinds(*(f"[main sentence] feature: {text}" for text in fine))


@pytest.mark.parametrize("text", ["Call me and l will come.", "So l'll bring the hose.", "Ring us lf you smell gas."])
def test_a_small_l_for_a_capital_i_is_told(text):
    assert "letter" in kinds(f"[main sentence] feature: {text}")


@pytest.mark.parametrize("text", ["A 5 l can of oil.", "Fill in w, h, l and d.", "Row l is short.", "Lt was his rank."])
def test_a_litre_a_length_and_a_row_are_no_capital_i(text):
    assert "letter" not in kinds(f"[main sentence] feature: {text}")


def test_a_point_among_thousands_is_told_where_the_site_sets_a_comma():
    line = "[main sentence] feature: The big station costs £450.000 with its tank."
    comma = "[main sentence] feature: The small one is £9,500 complete."
    assert kinds(line, comma)["amount"] == "“£450.000” has a point where a comma belongs (£450,000)"
    assert "amount" not in kinds(line)
    assert "amount" not in kinds(line, comma, "[main sentence] feature: Power costs £0.285 a unit.")
    litre = "[main sentence] feature: Oil is £1.500 a litre and the pump weighs 450.000 grams."
    assert "amount" not in kinds(litre, comma)


def test_an_apostrophe_is_told_where_the_site_writes_the_same_words_right():
    good, bad = "Members can swim at seven.", "Member's can park behind the hall."
    lines = [f"[main sentence] company: {text}" for text in (good, bad)]
    assert kinds(*lines)["apostrophe"].startswith("“Member's can”")
    assert "apostrophe" not in kinds(lines[1])
    fine = ["The member's can of paint stood here.", "Members of the club paint."]
    assert "apostrophe" not in kinds(*(f"[main sentence] company: {text}" for text in fine))


def test_an_unknown_word_is_told_by_the_sites_own_use_of_the_right_one():
    right = [f"{which} disbursements are listed on the {which} platform." for which in ("first", "second", "third")]
    assert misprints.respelled([*right, "plus disbursments", "our platfrom"]) == {
        "disbursments": "disbursements",
        "platfrom": "platform",
    }
    assert misprints.respelled([*right[1:], "plus disbursments"]) == {}  # twice: it may be made with "dis"


def test_one_line_that_writes_it_right_convicts_a_word_whatever_its_capitals():
    right = (
        "After Hurricane Olga we pumped for a week.",
        "Couplings for churns",
        "HARBOUR LANE",
        "On sewer replacement",
    )
    wrong = ["When Hurrican Ida came", "Coulpings", "HARBOR LAN AND HARBUOR", "Sewer Replacemant", "a long weak"]
    assert misprints.respelled([*right, *wrong]) == {
        "hurrican": "hurricane",
        "coulpings": "couplings",
        "harbuor": "harbour",
        "replacemant": "replacement",
    }
    assert misprints.respelled(wrong) == {}
    names = ["Ask Cristian Patteson.", "Centura Pumps by Salo", "Tripp and Persson", "a topo map"]
    assert (
        misprints.respelled(["Christian Patterson", "a century ago", "a sale, a trip, a person", "on top", *names])
        == {}
    )


def test_letters_in_a_wrong_order_and_words_with_several_meanings_are_told():
    assert spelling.misspelled_in(["Each farm is unquie."]) == {"unquie": "unique"}
    assert spelling.misspelled_in(["It is excempt from duty."]) == {"excempt": ""}  # exempt, or except
    assert spelling.misspelled_in(["He denied it entiredly."]) == {"entiredly": "entirely"}
    assert spelling.misspelled_in(["A pump of high milage that issubjected to frost."]) == {
        "milage": "mileage",
        "issubjected": "is subjected",
    }
    assert spelling.misspelled_in(["Ask Ann Wachter.", "The organo clay is gzipped by a lavalier."]) == {}


def test_capitals_hide_no_slip_that_names_seldom_look_like():
    assert spelling.misspelled_in(["Machiend Parts"]) == {"machiend": "machined"}
    assert spelling.misspelled_in(["BRUSTING LIMITS"]) == {"brusting": "bursting"}
    assert spelling.misspelled_in(["Bransley Close", "FOERSTER LANE", "To Bridgend", "Ask Patteson"]) == {}


def test_a_name_that_is_written_much_like_a_word_of_the_site_is_no_slip():
    houses = ["the lighthouse shines", "a lighthouse", "one lighthouse more"]
    assert misprints.respelled([*houses, "Lighhouse cameras"]) == {"lighhouse": "lighthouse"}
    assert misprints.respelled([*houses, "Lightthouse GmbH", "Lighthause Inn", "Lighthouser"]) == {}
    assert misprints.respelled(["a person", "no person", "any person", "Persson and sons"]) == {}


def test_a_blank_missing_behind_the_comma_of_a_date_or_a_place_is_told():
    told = [*slips.stops("We moved to the Harbour,beside the mill."), *slips.stops("Opened on March 28,2002 by Ann.")]
    assert told == [("space", "Harbour,beside"), ("space", "March 28,2002")]
    assert not [*slips.stops("On March 28, 2002 at 9,500 feet, see Hill,Sons and Zzyq,beside.")]


def test_a_short_common_word_with_two_letters_turned_round_is_on_the_list_however_often_it_stands():
    assert spelling.misspelled({"qoute": 12, "whihc": 1, "quote": 3}) == {"qoute": "quote", "whihc": "which"}


def test_short_words_with_one_slip_are_told_by_an_everyday_word_alone():
    assert spelling.misspelled({"souce": 1, "repait": 1, "cilvil": 1}) == {
        "souce": "source",
        "repait": "repair",
        "cilvil": "civil",
    }
    assert spelling.misspelled({"souce": 2, "zstdx": 1, "ohmes": 1, "ltrsb": 1}) == {}


def test_a_word_with_a_capital_amid_a_line_is_told_where_no_name_is_so_near_to_a_word_of_every_day():
    assert spelling.misspelled_in(["A member of the Five Valley Cosortium: come on Thurday eve."]) == {
        "cosortium": "consortium",
        "thurday": "thursday",
    }
    assert spelling.misspelled_in(["Call Anders Persson and Jo Marschall of Johnstown."]) == {}


def test_a_word_that_is_cut_off_is_no_misspelling():
    assert spelling.misspelled_in(["Read how the pump was deliverd… and recieve"]) == {"recieve": "receive"}


def test_a_passage_that_stands_twice_running_is_told_and_one_that_comes_back_later_is_not():
    said = ["We fit pumps in every barn.", "No job is too small for us."]
    assert list(slips.repeated([*said, *said, "Call us."])) == [(2, 2)]
    assert not list(slips.repeated([*said, "Call us.", *said]))
    assert not list(slips.repeated(["Yes", "Yes", "No", "No"]))
    lines = [f"[main sentence] feature: {text}" for text in said]
    assert "repeated" in kinds(*lines, *lines)
    assert "repeated" not in kinds(*(line.replace("[main", "[first") for line in (*lines, *lines)))


def site_of(*pages: str) -> dict[str, str]:
    words = [
        f"[main sentence] feature: {FILLER[0]}",
        f"[main sentence] feature: {FILLER[1]}",
        f"[main sentence] feature: {FILLER[2]}",
    ]
    many = " ".join(
        f"{a}{b}"
        for a in "alpha brave cargo delta eager fable gamma hotel igloo jolly".split()
        for b in "birds crops doors edges farms gates hills inlet joins kites".split()
    )
    result = perform(
        visible_errors, example("\n".join([pages[0], *words, f"[main sentence] other: {many}.", *pages[1:]]))
    )
    return {finding.kind: finding.title for finding in result.findings}


def test_a_description_that_shares_no_word_with_the_site_was_left_by_another():
    strange = "description: Watercolour diary of Josephine Tindall"
    assert site_of("/ Acme", strange)["left"] == (
        "What search engines are told of 1 page is not about this company: “Watercolour diary of Josephine Tindall”"
    )
    assert "left" not in site_of("/ Acme", "description: A diary of hygienic pumps")
    one = ("/service/a React App", "[main sentence] feature: We come at night.")
    two = ("/service/b React App", "[main sentence] feature: We bring the parts.")
    assert site_of("/ Acme", *one)["left"] == "1 page is called “React App” in the browser tab and in search"
    assert site_of("/ Acme", *one, *two)["left"] == "2 pages are called “React App” in the browser tab and in search"


def test_another_pages_title_is_told_and_one_title_for_all_is_none_of_it():
    def pages(*titles: str) -> list[str]:
        paths = ("about", "seals", "hoses", "tanks")
        return [
            f"/{path} {title}\n[first heading 1] feature: {path.title()} of ours"
            for path, title in zip(paths, titles, strict=True)
        ]

    about = "About us - Acme"
    assert (
        site_of("/ Acme", *pages(about, about, about, "Tanks"))["called"]
        == "Another page's title stands over 2 pages: “About us - Acme”"
    )
    assert "called" not in site_of("/ Acme", *pages(about, "Seals", "Hoses", "Tanks"))
    assert "called" not in site_of("/ Acme", *pages(*["Acme - pumps by the day"] * 4))


def test_a_builders_words_behind_pictures_are_told_below_the_rest():
    found = perform(
        visible_errors,
        example(
            "/ Acme\n"
            + "\n".join(f"[main sentence] feature: {line}" for line in FILLER)
            + "\n(main image) Mobirise\n(main image) Mobirise\n(main image) a pump"
        ),
    )
    assert [(entry.kind, entry.title, entry.lead) for entry in found.findings] == [
        ("described", "The text behind 2 pictures is the website builder's: “Mobirise”", False)
    ]


def test_a_name_that_stands_once_otherwise_than_everywhere_else_is_told():
    right = ["Tilda Brenwick fits pumps.", "Call Tilda Brenwick.", "Tilda Brenwick comes at night."]
    assert list(slips.renamed([*right, "Picture of Tilda Brenwck"])) == [
        ("Picture of Tilda Brenwck", "Brenwck", "Brenwick")
    ]
    assert not list(slips.renamed([*right, "Our friend Maria Brenwck"]))  # somebody else may be called so
    assert not list(slips.renamed([*right[:2], "Picture of Ann Brenwck"]))


def test_a_name_in_two_forms_leads_only_where_they_differ_by_more_than_a_blank_or_a_capital():
    def lead(one: str, other: str) -> bool:
        lines = [f"[main sentence] feature: {line}" for line in FILLER]
        said = [f"[main sentence] company: {words}" for words in (f"{one} rents out pumps.", f"Ask {other}.")]
        result = perform(visible_errors, example("\n".join(["/ Acme", *lines, "/service/a Repairs", *said]), name=one))
        (found,) = (entry for entry in result.findings if entry.kind == "variant")
        return found.lead

    assert not lead("PumpWorks", "Pumpworks")
    assert lead("Harpers Tree Service", "Harper's Tree Service")


def test_the_companys_name_in_two_forms_is_told():
    said = "[main sentence] company: {} rents out pumps."
    assert "variant" in kinds(
        said.format("Harpers Tree Service"), said.format("Harper's Tree Service"), name="Harpers Tree Service"
    )
    assert "variant" in kinds(said.format("PumpWorks"), "[main sentence] company: Ask Pumpworks.", name="PumpWorks")
    assert (
        kinds(said.format("Green Pumps"), "[main sentence] feature: Green pumps are cheap.", name="Green Pumps") == {}
    )
    assert (
        kinds(said.format("PumpWorks"), "[main sentence] other: Find us at pumpworks and PUMPWORKS.", name="PumpWorks")
        == {}
    )


def test_a_name_that_stands_often_in_both_forms_is_left_to_the_audit_that_holds_lines_against_each_other():
    both = [
        f"[main sentence] company: {name} {does}."
        for name in ("PumpWorks", "Pump-Works")
        for does in ("mends", "lends")
    ]
    assert "variant" not in kinds(*both, name="PumpWorks")
    assert "variant" in kinds(*both[:3], name="PumpWorks")


def test_a_known_word_in_a_long_name_is_a_slip_where_all_else_is_the_same():
    assert slips.is_slip_in_name("Hill View Places", "Hill View Palace")
    assert not slips.is_slip_in_name("Hill Places", "Hill Palace")
    assert not slips.is_slip_in_name("Hill View Houses", "Hill View House")
    assert not slips.is_slip_in_name("Hill View Garden", "Hill View Palace")


def test_two_wrong_letters_of_an_unknown_word_are_a_slip_in_a_long_name_alone():
    assert slips.is_slip_in_name("Hill Vikws Palace", "Hill Views Palace")
    assert slips.is_slip_in_name("Hill Clxst Palace", "Hill Coast Palace")
    assert not slips.is_slip_in_name("Clxst Palace", "Coast Palace")
    assert not slips.is_slip_in_name("Hill Dlxnt Palace", "Hill Coast Palace")
    told = kinds(
        "[main sentence] company: Hill Clxst Pumps mends pumps in the valley.",
        "[main sentence] company: Hill Coast Pumps lends hoses.",
        name="Hill Coast Pumps",
    )
    assert "“Hill Clxst Pumps”" in told["name"]


def test_words_of_law_and_latin_are_no_misspellings():
    latin = "We act in loco parentis", "A sui generis pump", "With a savoir faire of our own", "In memoriam Jo Ray"
    for text in latin:
        assert "spelling" not in kinds(f"[main sentence] company: {text}.")


def test_a_description_that_breaks_off_in_a_word_is_told_as_cut_off_and_not_as_a_misspelling():
    said = "[main sentence] company: Every tanker gets a coupling of its own and a dependable driver."
    cut = "We lend pumps and hoses by the day; every tanker gets a coupling of its own and a dependa"
    told = site_of("/ Acme", f"description: {cut}", said)
    assert told["severed"] == "What search engines are told of 1 page breaks off in a word: “… own and a dependa”"
    assert "dependa" not in told["slips"]
    assert "severed" not in site_of("/ Acme", f"description: {cut}ble", said)
    assert "severed" not in site_of("/ Acme", f"description: {cut}ble driver", said)
    alone = site_of("/ Acme", f"description: {cut}")  # nothing tells how it goes on
    assert "severed" not in alone
    assert "dependa" in alone["slips"]
    both = site_of("/ Acme", f"description: {cut}", said, "/b Bays | Acme", f"description: {cut[14:]}")
    assert both["severed"].startswith(
        "What search engines are told of 2 pages breaks off in a word: “… own and a depend"
    )


def test_an_apostrophe_left_out_behind_a_plural_leads_only_among_many():
    pedantic = _slips("[main sentence] company: 35+ Years Experience")
    assert "years'" in pedantic.title
    assert not pedantic.lead
    assert pedantic.weight <= TRIFLE
    assert _slips("[main sentence] company: Get a qoute.").lead


def test_slips_of_many_kinds_are_one_finding_the_gravest_and_most_seen_first():
    page = [
        "[main sentence] feature: We fit pumps , hoses and seals.", "[first heading 1] company: We rest when you are satisifed",
        "[main sentence] company: Speak to one of the our fitters.",
    ]  # fmt: skip
    text = "/ Acme\n" + "\n".join(f"[main sentence] feature: {line}" for line in FILLER)
    (only,) = perform(visible_errors, example("\n".join([text, *page]))).findings
    assert only.title == (
        "At least 3 slips of spelling and language stand on 1 page: “satisifed” (satisfied), “the our”, “pumps , hoses”"
    )
    assert [entry.text for entry in only.quotes] == [
        page[1].partition(": ")[2],
        page[2].partition(": ")[2],
        page[0].partition(": ")[2],
    ]
    assert only.lead


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our yard is a great a great place to learn the trade.", "a great a great"),
        ("We carry the pump to the shed to the shed at night.", "to the shed to the shed"),
        ("The wheel goes on and on and on for years.", ""),
        ("We look after more and more and more farms.", ""),
        ("A very very very old pump.", ""),
        ("Pump, pump and pump again: row by row by row.", ""),
        ("OVER THE HILL OVER THE HILL", ""),
        ("Milk The Cow Milk The Cow", ""),
        ("Row your boat Row your boat", ""),
        ("What it is it is, said the fitter.", ""),
        ("We change this page from time to time to say what is new.", ""),
        ("It went from hand to hand to the yard.", ""),
    ],
)
def test_a_phrase_that_stands_twice_running_is_told_and_what_is_said_for_effect_is_not(text, words):
    assert slips.doubled(text) == words
    assert ("doubled" in kinds(f"[main sentence] feature: {text}")) == bool(words)


def test_a_substance_is_told_as_the_site_or_its_stems_write_it():
    right, wrong = "Polytetrafluoroethylene", "Polytetrafloroethylene"
    seals = [f"{right} seals for milk pumps.", f"{wrong} rings in all sizes."]
    assert misprints.respelled(seals) == {wrong.lower(): right.lower()}
    assert "spelling" in kinds(*(f"[main sentence] feature: {line}" for line in seals))
    assert misprints.respelled(["Featherstonhaw and sons.", "Featherstonehaw and sons."]) == {}  # either may be right
    assert misprints.respelled(["Polymerisation of resins.", "Polymerization of resins."]) == {}


def test_a_capital_that_says_nothing_hides_no_slip_in_a_familiar_word():
    assert spelling.misspelled_in(["Throughhout the winter we rent out heaters."]) == {"throughhout": "throughout"}
    assert spelling.misspelled_in(["Telehpone and Address"]) == {"telehpone": "telephone"}
    assert spelling.misspelled_in(["Certaintly we come on Sundays."]) == {}  # certainly, or certainty
    assert spelling.misspelled_in(["Michelle Pattersen", "Ask for Hendersen at the gate."]) == {}


def test_a_name_that_is_written_otherwise_behind_a_picture_leads_nothing():
    line = "[main sentence] company: Ask Tilda Brenwick in the {} yard."
    copy = "\n".join(line.format(yard) for yard in ("upper", "lower", "east", "west"))
    found = perform(visible_errors, example(f"/ Acme\n{copy}\n(main image) Tilda Brenwck")).findings
    told = next(entry for entry in found if "Brenwck" in entry.title)
    assert not told.lead
    assert told.weight < WORTH  # no free place either


def test_one_small_slip_does_not_lead_and_many_do():
    small = [
        f"[main sentence] feature: We fit pumps , {what} and seals."
        for what in ("hoses", "taps", "valves", "tanks", "pipes")
    ]
    text = "/ Acme\n" + "\n".join(f"[main sentence] feature: {line}" for line in FILLER)
    (one,) = perform(visible_errors, example("\n".join([text, small[0]]))).findings
    (many,) = perform(visible_errors, example("\n".join([text, *small]))).findings
    assert (one.lead, many.lead) == (False, True)


def test_a_slip_that_stands_on_most_pages_says_on_how_many():
    pages = [
        f"/p{n} Acme | Page {n}\n[main sentence] company: Get a qoute in minutes.\n[main sentence] feature: {line}"
        for n, line in enumerate(FILLER)
    ]
    (found,) = perform(
        visible_errors, example("\n".join(["/ Acme", *pages, "[main sentence] feature: We fit seals , too."]))
    ).findings
    assert (
        found.title
        == "At least 2 slips of spelling and language stand on 3 pages: “qoute” (quote, on 3 pages), “seals , too.”"
    )


def test_a_slip_on_most_pages_and_slips_in_number_weigh_more() -> None:
    said = "[main sentence] company: Get a qoute in minutes."
    pages = [f"/p{n} Acme | Page {n}\n{said}\n[main sentence] feature: {line}" for n, line in enumerate(FILLER)]
    home = "/ Acme\n" + "\n".join(f"[first sentence] feature: {line}" for line in FILLER)
    (everywhere,) = perform(visible_errors, example("\n".join([home, *pages]))).findings
    (once,) = perform(visible_errors, example("\n".join([home, said.replace("main", "first")]))).findings
    many = [
        f"[first sentence] company: Get a qoute for {what}, and {what} , too."
        for what in "hoses taps seals tanks pipes vats mats lids gates".split()
    ]
    (number,) = perform(visible_errors, example("\n".join([home, *many]))).findings
    assert (round(once.weight, 2), round(everywhere.weight, 2), round(number.weight, 2)) == (0.75, 0.9, 0.85)


def test_a_list_says_what_is_wrong_with_words_that_do_not_show_it() -> None:
    said = ["[main sentence] company: Do you need a pump tonight.", "[main sentence] company: Get a qoute in minutes."]
    assert kinds(*said)["question"].endswith("“qoute” (quote), “Do you need a pump tonight.” (no question mark)")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Straps ( leather) are kept dry.", "Straps (leather) are kept dry."),
        ("Straps of oak (not pine ) last.", "Straps of oak (not pine) last."),
        ("Come and see us !", "Come and see us!"),
        ("How to look after the oven :", "Opening hours :"),
        ("We fit corporate /private gates.", "Read it under /private/gates or on http://a.example /b.html"),
        ("The ‘ 60 ’ s were kind to us.", "The mill's; the '60s were kind."),
        ("Leave it on for 3–5days.", "Leave it on for 3–5 days, or see mill.example/5days and #7days."),
    ],
)
def test_a_blank_beside_a_mark_or_missing_behind_a_number_is_told(wrong, right):
    assert {kind for kind, _ in slips.stops(wrong)} & {"blank", "space"}
    assert list(slips.stops(right)) == []


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("Contact US today", "Contact us, and see who sells to the US today", "capital"),
        ("Cut to length, e.g 3 m or i.e. less", "Cut to length, e.g. 3 m (i.e. less)", "point"),
        ("How it works?", "How does it work? How safe it is!", "point"),
        ("Roadmap content: pumps for wells.", "Content: pumps for wells, by roadmap.", "note"),
        ("Details to be confirmed", "Dates to be confirmed by the club", "note"),
        ("2 to 8 bar (sample range)", "2 to 8 bar (full range), with a sample", "note"),
    ],
)
def test_a_mark_a_capital_and_a_stand_in_that_nobody_meant_are_told(wrong, right, kind):
    assert kind in kinds(f"[main heading] feature: {wrong}")
    assert not {"capital", "point", "note"} & kinds(f"[main heading] feature: {right}").keys()


def test_two_slips_of_one_line_are_both_told_and_what_is_behind_a_picture_leads_nothing():
    line = "[main sentence] feature: Open everyday, and dont bring you're dog, its a farm."
    site = example("\n".join(["/ Acme", *(f"[first sentence] feature: {text}" for text in FILLER), line]))
    (slip,) = (found for found in perform(visible_errors, site).findings if "slips" in found.title)
    assert all(words in slip.title for words in ("everyday", "dont", "its a"))
    assert slip.lead
    clean = example("\n".join(["/ Acme", *(f"[first sentence] feature: {text}" for text in FILLER)]))
    behind = replace(clean.pages[0].page, images=(Image("a.jpg", "Childrens swing", Region.MAIN),))
    hidden = replace(clean, pages=(replace(clean.pages[0], page=behind),))
    (alone,) = perform(visible_errors, hidden).findings
    assert "Childrens" in alone.title
    assert not alone.lead


def test_two_names_behind_one_first_name_that_nearly_agree_are_told_and_neither_is_called_right():
    text = [
        "Ring Tilda Brenwick at the gate.",
        "Tilda Brenwcik keeps the keys.",
        "Ask Osric Halmere.",
        "Osric Dalmere is his cousin.",
    ]
    assert [(rare, usual) for _, rare, usual in slips.renamed(text)] == [("Brenwcik", "Brenwick")]
    told = kinds(*(f"[main sentence] company: {line}" for line in text))["renamed"]
    assert "“Brenwcik” and “Brenwick”" in told
    assert list(slips.renamed(["Ann Brenwick sings.", "Tilda Brenwcik sings.", "Tilda Brenwicks"])) == []


def test_what_a_form_must_have_filled_in_is_marked_without_a_blank():
    assert list(slips.stops("Full Name(Required)")) == []
    assert list(slips.stops("Town(optional)")) == []
    assert next(slips.stops("We fit stairs(oak only) in a day."))[0] == "space"


@pytest.mark.parametrize("line", ["a" * 100_000 + " . b", "a" * 100_000 + " .", "b," + "a" * 100_000 + "(" + " ,"])
def test_a_word_of_a_hundred_thousand_letters_before_a_stop_is_read_in_no_time(line):
    began = process_time()
    assert {kind for kind, _ in slips.stops("The mill ,and its yard; " + line)} >= {"blank"}
    assert process_time() - began < 1  # a letter's share each; from every letter to the stop it took minutes


def test_where_a_letter_too_many_is_as_near_as_another_letter_no_correction_is_offered() -> None:
    assert spelling.is_open("valvesw", "valves") is False  # the one word that is left without it
    assert spelling.is_open("negativer", "negatives")
    told = kinds("[main sentence] other: It has no positivew effect on the hose.")
    assert told["spelling"].startswith("“positivew” is misspelled")
    assert "(" not in told["spelling"]


@pytest.mark.parametrize(
    "words", ["through and through and", "over and over and", "again and again and", "on and on and"]
)
def test_a_pair_that_is_said_twice_is_no_doubled_phrase(words: str) -> None:
    assert slips.doubled(f"It is brass {words} it lasts.") == ""
    assert slips.doubled("It is brass with the with the hose.") == "with the with the"


def test_a_word_that_lacks_a_letter_is_told_beside_another_form_of_what_was_meant() -> None:
    other = "[main sentence] feature: Each churn comes with a cushion of wool."
    line = "[main bullet] feature: Furlock Cots and Merrow Cushons"
    assert kinds(line, other)["spelling"] == "“Cushons” is misspelled (“Cushions”)"
    assert kinds(line) == {}
    assert kinds("[main bullet] feature: Furlock Cots and MerCushons", other) == {}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("makeing", "making"), ("causeed", "caused"), ("coverd", "covered"), ("methodes", "methods"), ("approachs", "approaches"),
        ("currenty", "currently"), ("draging", "dragging"), ("happyness", "happiness"), ("additionnal", "additional"),
        ("carryed", "carried"), ("partnersship", "partnership"), ("countrys", ""),
    ],
)  # fmt: skip
def test_a_word_whose_ending_is_put_on_as_none_is_told(wrong: str, meant: str) -> None:
    assert misprints.misformed([f"It is {wrong} here."]) == {wrong: meant}
    told = kinds(f"[main sentence] company: It is {wrong} here.")["spelling"]
    assert told == f"“{wrong}” is misspelled" + f" (“{meant}”)" * bool(meant)


def test_words_whose_ending_is_put_on_as_endings_are_or_that_may_be_names_are_left_alone() -> None:
    fine = "A three tonner with tubbing, deadliness, queueing, ageing, travelling, traveling, focussed, benefitted, planing"
    assert (
        misprints.misformed([fine, "handless dyeing of fruity photos", "Ask the Kennedys, Churchs and Makeing."]) == {}
    )
    assert misprints.misformed(["the countrys"] * 3) == {}


def test_letters_of_a_small_word_turned_round_are_told_in_small_letters_alone() -> None:
    assert "“taht”" in kinds("[main sentence] company: We know taht each pump is old.")["spelling"]
    assert kinds("[main sentence] company: Ask TAHT or ADN for a pump.") == {}


def test_a_long_word_with_a_capital_and_one_wrong_letter_is_no_name() -> None:
    told = kinds("[main sentence] company: Acme Manufacjuring is a yard of pumps.")
    assert told["spelling"] == "“Manufacjuring” is misspelled (“Manufacturing”)"
    assert kinds("[main sentence] company: Acme Petersohnburg is a yard of pumps.") == {}


def test_a_letter_too_many_at_the_end_of_a_long_word_is_told_where_the_site_writes_the_word() -> None:
    right = "[main sentence] policy: Our regulations are kept in the barn."
    told = kinds("[main sentence] policy: See the Grievance Regulationsk in the barn.", right)
    assert told["spelling"] == "“Regulationsk” is misspelled (“Regulations”)"
    assert "spelling" not in kinds("[main sentence] policy: Grievance RegulationsK in the barn.", right)


def test_an_s_too_many_ahead_of_ship_and_a_wrong_letter_in_a_word_of_eight_are_told() -> None:
    told = kinds("[main sentence] company: A good partnersship with the owners of languakes and pumps.")
    assert "“partnersship” (partnership)" in told["spelling"]
    assert "“languakes” (languages)" in told["spelling"]
    assert kinds("[main sentence] company: Friendship and sportsmanship are our trade.") == {}


def test_a_slip_in_a_word_of_capitals_is_told_where_the_site_writes_it_otherwise() -> None:
    right = ("[main sentence] other: HARBOUR & WELL", "[main sentence] other: HARBOUR LANE")
    told = kinds("[main sentence] other: HARBUOR & MILL", *right)
    assert told["spelling"] == "“HARBUOR” is misspelled (“HARBOUR”)"
    assert kinds("[main sentence] other: FILLMORE & MILL", *right) == {}
    assert kinds("[main sentence] other: HARBOURS & MILL", *right) == {}
    assert kinds("[main sentence] other: HARBUOR & MILL") == {}


def test_a_sentence_that_begins_small_behind_another_is_told_and_an_item_of_a_list_is_not() -> None:
    para = "[main sentence] feature: "
    said = kinds(f"{para}We rinse each churn twice a day.", f"{para}then it dries in the sun for an hour.")
    assert said == {"small": "A sentence begins with a small letter: “then it dries”"}
    assert kinds(f"{para}We rinse churns, lids etc.", f"{para}then it dries in the sun for an hour.") == {}
    assert kinds("[main bullet] feature: rinse each churn.", "[main bullet] feature: dry it in the sun.") == {}
    assert kinds(f"{para}It was told in The Hill Gazette.", f"{para}acme is how we write it here.") == {}
    cards = [f"[main heading 3] feature: {name}" for name in ("Seals", "Hoses", "Taps", "Lids")]
    below = [f"[main sentence] feature: {text}" for text in ("Rubber lasts longest.", "Ten sizes.", "Brass or steel.")]
    row = [
        line
        for pair in zip(cards, [*below, "[main sentence] feature: your churn needs one too."], strict=True)
        for line in pair
    ]
    assert set(kinds(*row)) == {"small"}
    assert kinds(*row[:6]) == {}


def test_a_capital_behind_what_leads_into_a_sentence_is_no_second_sentence() -> None:
    said = kinds("[main sentence] company: And so, We go on to mend pumps.")
    assert said == {"amid": "A capital stands amid a sentence: “so, We go on”"}
    assert set(kinds("[main sentence] company: When the rain has gone, We come back.")) == {"amid"}
    assert set(kinds("[main sentence] company: Anna mends every pump, She also paints.")) == {"run"}


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("Rinse it right away.>", "Rinse it right away > then dry.", "point"),
        ("We mend all kinds including, pumps and taps.", "Pumps, including, but not only, ours.", "point"),
        ("A lid (up to 3 churns, any size (not oak)", "A lid (up to 3 churns), any size (not oak)", "point"),
        ('We heard: "Mend it.” Then it ran.', "We heard: “Mend it.” Then it ran.", "point"),
        ("3.What do you need?", "3. What do you need? Version 3.What", "space"),
        ("Ask for the offer.($9 each)", "Ask for the offer ($9 each).", "space"),
        ("We give a clean service service at dawn.", "A very very clean farm, a long long way off.", "doubled"),
        ("Bring the visitors’dogs and hats.", "Bring the visitors’ dogs; the crew’ll feed them.", "space"),
        ("It is sold “as is”,with no promise.", "It is sold “as is”, with a 5”x7” label.", "space"),
        ("We teach ‘First Strokes’and more.", "We teach ‘First Strokes’ and more.", "space"),
        (".Shoes are left outside the barn.", "A .Net firm keeps its shoes outside the barn.", "point"),
        ("A grant for means- tested farms.", "Pre- and post-tested hoses, open- or well-tested lids.", "gap"),
        ("Closed on 27 October May.", "Closed on 27 October, May 3 and 5 May.", "date"),
        ("2031>/p>", "2031 > /p and 3>/4.", "code"),
        (
            "It took a Allgood pump to do it.",
            "It took a European pump, a One-eyed dog and an Allgood pump.",
            "confused",
        ),
        ("The yard is run by an Bennock team.", "The yard is run by an RSPCA team and an NHS one.", "confused"),
        ("Spare Pump Equipment's.", "We trust the pump's maker, not the equipment's.", "confused"),
        ("A degree in art's helps.", "The art's worth is in the eye.", "confused"),
    ],
)
def test_signs_that_were_left_or_lost_are_told(wrong: str, right: str, kind: str) -> None:
    assert kind in kinds(f"[main sentence] feature: {wrong}")
    assert kinds(f"[main sentence] feature: {right}") == {}


def test_a_bracket_that_no_later_line_closes_is_told_and_one_that_the_next_sentence_closes_is_not() -> None:
    para, item = "[main sentence] feature: ", "[main bullet] feature: "
    told = kinds(f"{para}Ask for brass lids (they last for years.", f"{item}We are glad to help.")
    assert told == {"point": "A mark stands where another belongs, or none: “(they last for years.”"}
    assert kinds(f"{para}(We sell brass lids.", f"{para}They last for years.)") == {}
    assert kinds(f"{para}(We sell brass lids (and oak ones).", f"{para}They last for years.)") == {}
    assert kinds(f"{para}Two lids (max. 3 …", f"{para}We are glad :( to help.", f"{para}See the drawing (rev.") == {}


def test_of_a_name_with_and_without_an_apostrophe_the_rarer_form_is_never_told_as_right() -> None:
    often = [f"[main sentence] other: At Tarns Riding School we {verb} ponies." for verb in ("feed", "wash", "ride")]
    assert "apostrophe" not in kinds(*often, "[main sentence] other: Tarns’ Riding School is old.")


def test_a_slip_in_a_word_that_headings_are_about_is_named_before_others() -> None:
    lines = ("[main sentence] company: We recieve you at the mill.", "[main sentence] feature: Good galvanzing lasts.")
    about = "[main heading 2] feature: Galvanizing"
    assert kinds(*lines, about)["spelling"].endswith(": “galvanzing” (galvanizing), “recieve” (receive)")
    assert kinds(*lines, "[main heading 2] feature: Coating")["spelling"].endswith(": “recieve” (receive)") is False


def test_a_paragraph_that_ends_without_a_stop_is_told_where_all_others_end_with_one() -> None:
    def paragraphs(*last: str) -> list[str]:
        return [
            f"[main {line}"
            for number, end in enumerate(last)
            for line in (
                f"heading 3] feature: Yard {number}",
                "sentence] feature: It mends churns.",
                f"sentence] feature: {end}",
            )
        ]

    stopped = [f"In yard number {number} we rinse all of your churns." for number in range(8)]
    bare = "You can see our yard from the church on the hill"
    assert kinds(*paragraphs(*stopped, bare)) == {"unended": "A sentence ends without a stop: “church on the hill”"}
    assert kinds(*paragraphs(*stopped[:6], bare)) == {}  # too few to say what its habit is
    assert kinds(*paragraphs(*stopped, "With oats, barley, rye and a choice of spelt or wheat")) == {}
    # what is wrong with a sentence is told, and not its missing stop
    assert [*kinds(*paragraphs(*stopped, "You can see that this can used with care on the hill"))] == ["confused"]


def test_two_sentences_that_a_comma_joins_are_told_and_a_clause_that_hangs_on_another_is_not() -> None:
    assert kinds("[main sentence] company: We are a small yard, we can mend a pump at night.") == {
        "run": "Two sentences run into each other: “yard, we can mend”"
    }
    for text in (
        "When we are out, we can be called.",
        "We are small, so we can mend a pump at night.",
        "The pump we have, we can mend.",
        "Being a small yard that is open all night, we can mend a pump.",
        "Is it late, we are there?",
        "We are a yard, a mill and a shop; if you are near, we are open.",
    ):
        assert kinds(f"[main sentence] company: {text}") == {}, text


CARD = (
    "[main heading 5] other: Client Name",
    "[main sentence] company: Profession",
    "[main quote] other: Clita erat ipsum et lorem et sit.",
)
SAID = ("[main heading 5] other: Client Name", "[main quote cite=Jo Ray, Hilltop] outcome: They were here by seven.")


def test_cards_of_customers_that_still_hold_the_templates_names_are_told_as_one_and_as_no_slips():
    found = kinds("[main heading 2] other: What farmers say", *CARD, *CARD, *CARD)
    assert set(found) == {"card"}
    assert found["card"] == (
        "3 cards of what customers say still hold the template's text: “Client Name”, “Profession”, “Clita erat ipsum et lorem et sit.”"
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("[main quote cite=Your Name, Company] outcome: A very good service indeed.",), True),
        (("[main heading 4] other: Customer name", "[main sentence] other: Designation", SAID[1]), True),
        (("[main heading 4] other: Your name", "[main sentence] other: Company name", SAID[1]), False),  # asked for
        (SAID, False),  # a table of cases begins so too
        (("[main cell] other: Client name", "[main cell] other: Hilltop Dairy", "[main cell] other: Position"), False),
        (("[main quote cite=Jo Ray, Company secretary] outcome: They were here by seven.",), False),
    ],
)
def test_a_name_of_nobody_is_a_templates_beside_latin_or_with_a_post_over_somebodys_words(lines, told):
    assert ("card" in kinds(*lines)) is told


def test_what_a_template_says_in_customers_names_is_counted_nowhere_and_is_no_quotation():
    site = example("\n".join(("/ Acme", "[first sentence] feature: We rent out pumps.", "/customers Farms", *CARD)))
    assert quotations(site) == ()
    assert [copy.text for _, copy in site.copy()] == ["We rent out pumps."]
    real = example("\n".join(("/ Acme", "[first sentence] feature: We rent out pumps.", "/customers Farms", *SAID)))
    assert [entry.cite for entry in quotations(real)] == ["Jo Ray, Hilltop"]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("1234", "1234", "1234"), True),
        (("5000+", "5000+", "5000+"), True),
        (("1234", "1234", "87"), False),
        (("1234", "1234"), False),
        (("100%", "100%", "100%"), False),
        (("0", "0", "0"), False),  # a script counts from there
    ],
)
def test_counters_that_all_carry_one_number_are_the_templates(numbers, told):
    labels = ("Happy farms", "Pumps lent", "Prizes")
    lines = [
        line
        for number, label in zip(numbers, labels, strict=False)
        for line in (f"[main heading 2] other: {number}", f"[main sentence] other: {label}")
    ]
    found = kinds(*lines)
    assert ("counters" in found) is told
    if told:
        assert f"“{numbers[0]}”, of “Happy farms”, “Pumps lent” and “Prizes”" in found["counters"]


def test_a_dish_that_the_site_names_in_the_singular_too_is_no_misspelling():
    assert spelling.misspelled({"bridies": 1, "loaf": 4}) == {"bridies": "brides"}
    assert not spelling.misspelled({"bridies": 1, "bridie": 2, "loaf": 4})


def test_titles_are_not_said_to_name_nobody_where_the_name_is_not_known():
    titles = ("/ Gates of oak", "/a Prices", "/b Our people", "/c Visits")
    mended = ("oak gates", "a roof", "old stairs", "windows")
    pages = "\n".join(
        f"{title}\n[main sentence] feature: We mend {what}." for title, what in zip(titles, mended, strict=True)
    )
    assert [entry.kind for entry in perform(visible_errors, example(pages, name="Acme")).findings] == ["unnamed"]
    assert not perform(visible_errors, example(pages, name="example.com")).findings
