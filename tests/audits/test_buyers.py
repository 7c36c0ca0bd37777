"""What buyers of one kind of business ask: which kind a site is of, what answers, and what is told where nothing does."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from auditor import buyers, cues
from auditor.audit import example, perform
from auditor.audits.loose_ends import loose_ends
from auditor.audits.merits import merits
from auditor.audits.self_service import self_service
from auditor.model import Finding, Image, Link, Region
from auditor.replies import replies
from auditor.replies import told as told_of
from auditor.report.ranking import WORTH
from auditor.site import Site

INN = (
    "/ The Curlew | Bed and breakfast by the marsh",
    "[first heading 1] feature: Four rooms above the marsh",
    "[first sentence] feature: Guests wake to geese, and breakfast is laid until ten.",
    "[main sentence] feature: Each room has a double bed and its own shower room.",
    "[main sentence] feature: A night for two costs £96.",
    "[main sentence] feature: Check-in from 3 pm, check-out by 11 am.",
    "[main sentence] feature: Well-behaved dogs are welcome.",
    "[main sentence] feature: Linen and firewood are included.",
)
WALLS = (
    "/ Fenwick & Daughter | Plasterers in Alnwick",
    "[first heading 1] feature: Plastering of ceilings and walls",
    "[first sentence] feature: We look after your house from March to November.",
    "[main sentence] feature: Free estimates for homeowners.",
)
STOVES = (
    "/ Marram Heating | Boilers and stoves",
    "[first heading 1] feature: Log burners fitted and boilers serviced",
    "[first sentence] feature: We install stoves in your home.",
    "[main sentence] feature: Free estimates for homeowners.",
)
BARE = (*tuple(line for line in WALLS if "Free estimates" not in line), "[main sentence] feature: For homeowners.")
REST = (
    "/about About",
    "[main sentence] company: It began in a shed.",
    "/find Find us",
    "[main sentence] other: By the quay.",
)
NAMES = {STOVES: "Marram Heating", INN: "The Curlew", WALLS: "Fenwick & Daughter", BARE: "Fenwick & Daughter"}


def site(*lines: str, of: tuple[str, ...]) -> Site:
    return example("\n".join((*of, *lines, *REST)), name=NAMES[of])


def told(*lines: str, of: tuple[str, ...] = INN) -> Finding | None:
    return next((f for f in perform(self_service, site(*lines, of=of)).findings if f.kind == "trade"), None)


def open_still(*lines: str, of: tuple[str, ...] = INN) -> set[str]:
    return {reply.question.id for reply in replies(site(*lines, of=of)) if reply.state == "not found"}


def state(of: Site, question: str) -> str:
    return next(reply.state for reply in replies(of) if reply.question.id == question)


def kind(text: str, name: str) -> str:
    found = buyers.business(example("\n".join((text, *REST)), name=name))
    return found.kind if found else ""


def test_the_cues_of_their_patterns_are_kept():
    found = buyers.patterns()
    assert len(found) > 150
    assert {cues.digest(pattern) for pattern in found} <= set(cues._kept())


@pytest.mark.parametrize("name", buyers.kinds())
def test_every_kind_has_two_hard_questions_or_more_that_are_clauses_with_a_line_to_write(name):
    one = buyers.load(name)
    assert len(one.questions) >= 2
    assert len({question.id for question in one.questions}) == len(one.questions)
    for question in one.questions:
        assert question.asks.split()[0] in {
            "what",
            "who",
            "whom",
            "whether",
            "which",
            "how",
            "until",
            "by",
            "from",
            "when",
            "where",
            "on",
            "for",
            "with",
            "in",
            "up",
            "at",
        }
        assert "[" in question.write
        assert question.write.endswith((".", "]"))
        assert 0 < question.grave <= 1
        assert question.price or f"{question.id} answered" in one.words.groups


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("\n".join(INN), "The Curlew", "lodging"),
        ("\n".join(WALLS), "Fenwick & Daughter", "building"),
        (
            "/ Ostler Law\n[first heading 1] feature: Solicitors for farms\n[main sentence] feature: Your contracts, your court.",
            "Ostler Law",
            "advice",
        ),
        (
            "/ Tamar Spindles | CNC machining\n[first heading 1] feature: Precision parts in brass\n[main sentence] spec: Turned and milled to 5 microns.",
            "Tamar Spindles",
            "makers",
        ),
        (
            "/ Wherry | Boat repairs\n[first heading 1] feature: Outboard servicing\n[main sentence] feature: We overhaul your engine.",
            "Wherry",
            "repair",
        ),
        ("/ Hill Rowing Club\n[first heading 1] company: We row on Tuesdays", "Hill Rowing Club", "club"),
        (
            "/ Ostrea | Seafood restaurant\n[first heading 1] feature: Our restaurant\n[main sentence] feature: Lunch and dinner from two chefs.",
            "Ostrea",
            "tables",
        ),
        (
            "/ Tithe Barn | Wedding venue\n[first heading 1] feature: Weddings and events\n[main sentence] feature: Your wedding breakfast, a dance floor.",
            "Tithe Barn",
            "venues",
        ),
        (
            "/ Brine | Chandlery shop\n[first heading 1] feature: Shop ropes\n[main sentence] feature: Forty brands in stock.",
            "Brine",
            "shops",
        ),
        (
            "/ Low Kiln | Pottery classes\n[first heading 1] feature: Evening classes\n[main sentence] feature: Beginners have lessons with two teachers.",
            "Low Kiln",
            "classes",
        ),
        (
            "/ Tallyho | Stock software\n[first heading 1] feature: The app that counts sheep\n[main sentence] feature: The dashboard shows your data.",
            "Tallyho",
            "software",
        ),
        (
            "/ Fernlink | IT support\n[first heading 1] feature: Managed IT services\n[main sentence] feature: Remote support for your servers.",
            "Fernlink",
            "it",
        ),
        (
            "/ Harker Physiotherapy\n[first heading 1] feature: Physiotherapy for backs\n[main sentence] feature: Patients leave with exercises.",
            "Harker",
            "health",
        ),
        (
            "/ Conkers | Childcare\n[first heading 1] feature: A day nursery in the orchard\n[main sentence] feature: Children and parents.",
            "Conkers",
            "children",
        ),
        (
            "/ Sorrel | House cleaning\n[first heading 1] feature: Your house, cleaned on Fridays\n[main sentence] feature: Two cleaners vacuum and dust.",
            "Sorrel",
            "cleaning",
        ),
        (
            "/ Low Barn | Kennels and cattery\n[first heading 1] feature: Boarding for dogs\n[main sentence] feature: Dogs have walks, cats a window.",
            "Low Barn",
            "pets",
        ),
        (
            "/ Pet Hotel Low Barn\n[first heading 1] feature: A pet hotel\n[main sentence] feature: Dogs have walks at noon.",
            "Pet Hotel Low Barn",
            "pets",
        ),
        (
            "/ Heron Vets\n[first heading 1] feature: Veterinary surgeons\n[main sentence] feature: Vaccinations for your dog, and emergencies.",
            "Heron Vets",
            "vets",
        ),
        (
            "/ Ostler Removals | Home removals\n[first heading 1] feature: Removals with care\n[main sentence] feature: We pack your furniture in vans.",
            "Ostler Removals",
            "moving",
        ),
        (
            "/ Brant Freight | Freight forwarding\n[first heading 1] feature: Freight by sea\n[main sentence] feature: Containers, customs and pallets.",
            "Brant Freight",
            "freight",
        ),
        (
            "/ Marram & Co | Estate agents\n[first heading 1] feature: Lettings and sales\n[main sentence] feature: Landlords and tenants, viewings on Saturdays.",
            "Marram & Co",
            "property",
        ),
        (
            "/ Linden House | Care home\n[first heading 1] feature: Residential care\n[main sentence] feature: Residents with dementia have carers of their own.",
            "Linden House",
            "care",
        ),
        (
            "/ Ida Fell | Wedding photographer\n[first heading 1] feature: Photography for weddings\n[main sentence] feature: Portraits of your day, in prints and albums.",
            "Ida Fell",
            "occasions",
        ),
        (
            "/ Seal Boats | Boat trips\n[first heading 1] feature: Boat trips to the islands\n[main sentence] feature: Two skippers; tours depart from the pier.",
            "Seal Boats",
            "tours",
        ),
        (
            "/ Inkwell | Printers and signage\n[first heading 1] feature: Print shop\n[main sentence] feature: Flyers and banners from your artwork.",
            "Inkwell",
            "print",
        ),
        (
            "/ Tern Trading Company | Importers\n[first heading 1] feature: Wholesale of lamps\n[main sentence] feature: Forty brands, imported by the pallet for retailers.",
            "Tern Trading Company",
            "distributors",
        ),
        (
            "/ Fathom | Structural engineers\n[first heading 1] feature: Structural surveys\n[main sentence] feature: Reports on walls, drawings for planning permission.",
            "Fathom",
            "engineers",
        ),
        (
            "/ Larch | Recruitment agency\n[first heading 1] feature: Recruiters for farms\n[main sentence] feature: Candidates for your vacancies.",
            "Larch",
            "recruiters",
        ),
        (
            "/ Bolt | Burglar alarms\n[first heading 1] feature: Alarm systems\n[main sentence] feature: Cameras and sensors, and alarms that ring.",
            "Bolt",
            "security",
        ),
        (
            "/ Yarrow & Sons | Funeral directors\n[first heading 1] feature: Funerals\n[main sentence] feature: Coffins, flowers and a chapel for families.",
            "Yarrow & Sons",
            "funerals",
        ),
        (
            "/ Cairn Insurance Brokers\n[first heading 1] feature: Farm insurance\n[main sentence] feature: Policies and claims, quotes by noon.",
            "Cairn Insurance Brokers",
            "insurance",
        ),
        (
            "/ Loom | Museum of wool\n[first heading 1] feature: A museum in a mill\n[main sentence] feature: Admission, galleries and trails for visitors.",
            "Loom",
            "museums",
        ),
        (
            "/ Hob Saddlery | Saddlers\n[first heading 1] feature: Saddlers since the flood\n[main sentence] feature: Handmade bridles in leather, made to measure.",
            "Hob Saddlery",
            "craft",
        ),
        ("/ Fell Silver Band\n[first heading 1] company: We play on Tuesdays", "Fell Silver Band", "club"),
        (
            "/ Otter Swim School\n[first heading 1] feature: Swimming lessons for children\n[main sentence] feature: Our teachers swim with children and parents.\n[main sentence] feature: Lessons for children and babies.",
            "Otter Swim School",
            "classes",
        ),
        # who sells what cleans, trains cleaners' dogs or equips clinics is none of these
        (
            "/ Fell Supplies | Cleaning products\n[first heading 1] feature: Cleaning for your house\n[main sentence] feature: Vacuum cleaners for cleaners.",
            "Fell Supplies",
            "",
        ),
        (
            "/ Kestrel | Physiotherapy equipment\n[first heading 1] feature: Equipment for physiotherapy\n[main sentence] feature: Patients like our treatment tables.",
            "Kestrel",
            "",
        ),
        # one sign is none, whatever it is
        ("/ The Curlew\n[first heading 1] feature: A place to think", "The Curlew Inn", ""),
        ("/ Marl\n[first heading 1] feature: We write letters for you", "Marl", ""),
        # a house that is sold receives no guests
        ("\n".join(INN).replace("Bed and breakfast by the marsh", "Cottage for sale"), "The Curlew", ""),
    ],
)
def test_a_kind_of_business_is_known_by_two_signs(text, name, found):
    assert kind(text, name) == found


def test_a_house_whose_name_says_nothing_is_known_by_what_its_lines_speak_of():
    lines = [line.replace("| Bed and breakfast by the marsh", "") for line in INN]
    rooms = ["[nav link /rooms] other: Guest rooms", "[main sentence] feature: Your stay begins with tea."]
    assert kind("\n".join((*lines, *rooms)), "Curlew Hall") == "lodging"
    assert kind("\n".join(lines), "Curlew Hall") == ""


def test_the_gravest_open_questions_are_told_with_what_is_said_instead():
    found = told("[main sentence] policy: A deposit of £50 keeps the room.", "[first button] other: Book now")
    assert found
    assert "what a guest who must cancel gets back (it says “A deposit of £50 keeps the room”)" in found.title
    assert "what a night costs" not in found.title
    assert found.quotes[0].text == "A deposit of £50 keeps the room."
    assert found.proposal.startswith("You pay [share] when you book")
    assert found.lead


def test_of_what_may_be_an_answer_and_is_not_sure_to_be_one_nothing_is_said():
    maybe = "[main sentence] feature: Should your plans change, ring Hester."
    assert "cancelling" not in open_still(maybe)
    assert state(site(maybe, of=INN), "cancelling") == "not judged"
    rows = perform(self_service, site(maybe, of=INN)).numbers
    assert "what a guest who must cancel gets back" not in {row["question"] for row in rows["answers"]}
    assert rows["not_judged"] == 1
    sure = "[main sentence] policy: Cancel a week ahead and the deposit is refunded."
    assert state(site(sure, of=INN), "cancelling") == "answered"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[main sentence] policy: Cancel a week ahead and the deposit is refunded.", "answered"),
        ("[main heading 3] other: Free cancellation until Friday", "not judged"),  # a heading tells no rule
        ("[main caption] other: Free cancellation until Friday", "not judged"),
        ("[main quote cite=Jo Ray, Leeds] outcome: We had to cancel and were refunded, how kind.", "not judged"),
        ("[main quote cite=Jo Ray, Leeds] outcome: My cancelled train did not matter to them.", "not found"),
        ("/blog/tides Tides\n[main sentence] feature: Cancel a week ahead and the deposit is refunded.", "not judged"),
        ("[main caption] other: e.g. cancel a booking in June", "not found"),  # a hint in a form
    ],
)
def test_only_running_copy_of_its_own_answers(line, found):
    assert state(site(line, of=INN), "cancelling") == found


def test_what_stands_under_its_heading_or_question_is_the_answer_to_it():
    under = "[main heading 3] other: {}\n[main sentence] policy: {}"
    said = "All of it is yours again until a week before you come to us."
    assert state(site(under.format("Cancellation policy", said), of=INN), "cancelling") == "answered"
    assert state(site(under.format("A word from Hester", said), of=INN), "cancelling") == "not found"
    repair = "Ours is twelve months on every wall."
    assert state(site(under.format("How long is your guarantee?", repair), of=WALLS), "guarantee") == "answered"
    assert state(site(under.format("How long is a wall?", repair), of=WALLS), "guarantee") == "not found"
    assert state(site(under.format("Our guarantee", repair), of=WALLS), "guarantee") == "answered"
    assert state(site(under.format("From first spade to guarantee", repair), of=WALLS), "guarantee") == "not judged"
    assert (
        state(site(under.format("How long is your guarantee?", "A quote comes in two months."), of=WALLS), "guarantee")
        == "not judged"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Cancel up to five days before and we keep nothing.",
        "Deposits are refunded in full until Thursday.",
        "The deposit is non-refundable.",
    ],
)
def test_a_rule_answers(line):
    assert "cancelling" in open_still()
    assert "cancelling" not in open_still(f"[main sentence] policy: {line}")
    assert told(f"[main sentence] policy: {line}") is None  # no other question of that weight is open


GUARANTEED = "[main bullet] feature: All work is guaranteed for twelve months"


def test_what_decides_nothing_by_itself_is_not_told_beside_what_does_and_leads_nowhere():
    both = told("[main bullet] feature: Fully insured", of=WALLS)
    assert both
    assert "how long the work is guaranteed" in both.title
    assert "insured" not in both.title
    alone = told("[main bullet] feature: Fully insured", GUARANTEED, of=WALLS)
    assert alone
    assert "insured" in alone.title
    assert (both.lead, alone.lead, alone.weight < WORTH) == (True, False, True)


def test_insured_is_half_an_answer_and_a_sum_is_one():
    found = told("[main bullet] feature: Fully insured", GUARANTEED, of=WALLS)
    assert found
    assert "up to what sum damage to the customer's property is insured (it says “Fully insured”)" in found.title
    assert "insured" not in open_still("[main bullet] feature: Insured up to £2 million", of=WALLS)


def test_a_word_in_a_long_line_is_no_half_answer():
    long = (
        "[main sentence] company: After the flood our own insurance took a year to send anybody who could read a map."
    )
    found = told(long, GUARANTEED, of=WALLS)
    assert found
    assert "it says “insurance”" not in found.title
    assert "up to what sum damage" in found.title


def test_what_stands_under_its_own_question_is_told_with_it_and_not_again():
    asked = (
        "[main heading 3] other: How much does a wall cost?",
        "[main sentence] other: That depends on the wall, so please ring.",
    )
    found = told(*asked, of=BARE)
    assert found
    assert (
        "(to its own question “How much does a wall cost?” it says “That depends on the wall, so please ring”)"
        in found.title
    )
    assert "asked" not in {f.kind for f in perform(loose_ends, site(*asked, of=BARE)).findings}
    other = (
        "[main heading 3] other: How long is the walk to the sea?",
        "[main sentence] other: That depends on the tide, so please ring us.",
    )
    assert "asked" in {f.kind for f in perform(loose_ends, site(*other, of=INN)).findings}


def test_an_own_question_about_somebody_elses_cover_is_no_half_answer():
    other = "[main heading 3] other: Should I claim on my home insurance?"
    own = "[main heading 3] other: Are you fully insured?"
    put_off = "[main sentence] other: It depends on the wall, so please ring."
    asked_of_them = told(other, put_off, GUARANTEED, of=WALLS)
    asked_of_it = told(own, put_off, GUARANTEED, of=WALLS)
    assert asked_of_them
    assert asked_of_it
    assert "it says" not in asked_of_them.title
    assert (
        "(to its own question “Are you fully insured?” it says “It depends on the wall, so please ring”)"
        in asked_of_it.title
    )


def test_no_price_is_asked_of_who_reckons_it_for_nothing():
    asked = "what a usual job or an hour costs"
    free, none = told(of=WALLS), told(of=BARE)
    assert free
    assert none
    assert asked not in free.title
    assert asked in none.title


def test_a_fee_that_falls_due_when_something_is_won_is_reckoned():
    lines = (
        "[main sentence] feature: Our clients come with claims.",
        "[main sentence] feature: You pay nothing unless we win.",
    )
    law = ("/ Rowan Law | Lawyers in Selby", "[first heading 1] feature: Lawyers for claims and wills")
    asked = [
        [reply.question.id for reply in told_of(example("\n".join((*law, *more, *REST)), name="Rowan Law"))]
        for more in (lines[:1], lines)
    ]
    assert ["price" in ids for ids in asked] == [True, False]


def test_an_estimate_is_no_answer_of_who_promises_open_prices():
    found = told("[main sentence] feature: We are known for upfront pricing.", of=WALLS)
    assert found
    assert "costs (it says “We are known for upfront pricing”)" in found.title
    found = told("[main sentence] feature: We are known for affordable pricing.", of=WALLS)
    assert found
    assert "costs" not in found.title


def test_a_price_that_is_missing_is_told_once_with_the_questions_of_the_trade():
    praise = "[main sentence] company: We work at competitive prices."
    kinds = [f.kind for f in perform(self_service, site(praise, of=BARE)).findings]
    assert kinds.count("trade") == 1
    assert not {"praised-price", "no-price"} & set(kinds)


def test_a_question_is_asked_only_of_those_whose_headings_speak_of_its_matter():
    books = (
        "/ Ostler & Co | Accountants\n[first heading 1] feature: Accountants for farms",
        "[main sentence] feature: Your tax return, your clients.",
    )
    law = (
        "/ Ostler Law | Solicitors\n[first heading 1] feature: Solicitors for farms",
        "[main sentence] feature: Your contracts, your court.",
    )

    def asked(lines: tuple[str, ...], name: str) -> set[str]:
        return {reply.question.id for reply in replies(example("\n".join((*lines, *REST)), name=name))}

    assert "software" in asked(books, "Ostler & Co")
    assert asked(law, "Ostler Law") == {"price", "first", "regulated", "bring"}


MENDER = (
    "We bring your {0} back to life in a day. Every {0} is repaired in our workshop, and a broken {0} is collected."
)
CARER = "Each patient is seen by the same doctor. Treatments for pain, and appointments on Saturdays."


def test_who_works_on_gas_electricity_or_fires_is_asked_where_it_is_registered():
    assert "registered" in open_still(of=STOVES)
    assert "registered" not in {reply.question.id for reply in replies(site(of=WALLS))}
    asked = told(of=STOVES)
    assert asked is not None
    assert "with whom it is registered or licensed to work on gas, electricity or fires" in asked.title


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[main sentence] company: Gas Safe registered, no. 518274.", "answered"),
        ("[main sentence] company: Contractor's licence no. EC 30271.", "answered"),
        ("[footer sentence] company: Members of HETAS.", "not judged"),
        ("[main sentence] company: Our fitters are certified.", "not judged"),
        ("(main image) A badge with NICEIC on it", "not judged"),
        ("(main image) A van in the yard", "not found"),
        ("[main sentence] feature: Signed off with the council.", "not found"),
    ],
)
def test_a_register_a_licence_or_a_badge_anywhere_is_enough_for_nothing_to_be_said(line, found):
    assert state(site(line, of=STOVES), "registered") == found


def test_a_badge_is_known_by_its_files_name_too():
    plain = site(of=STOVES)
    badge = Image("http://acme.test/img/gas-safe-logo.png", None, Region.FOOTER)
    page = replace(plain.pages[0], page=replace(plain.pages[0].page, images=(badge,)))
    pages = (page, *plain.pages[1:])
    assert state(replace(plain, pages=pages, home=page), "registered") == "not judged"


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("Wharf PC Clinic", MENDER.format("laptop"), False),
        ("The Phone Doctor", MENDER.format("phone"), False),
        ("Hollins Computer Hospital", MENDER.format("computer"), False),
        ("Old Town Doll Hospital", MENDER.format("doll"), False),
        ("Window Doctor", MENDER.format("sash"), False),
        ("Bramley Tree Surgery", MENDER.format("wall"), False),
        ("Kite Clinic", MENDER.format("kite"), False),
        ("Phone Doctor", CARER, False),  # whatever its lines hold, it is named for what it mends
        ("Wharf Clinic", CARER, True),
        ("Bramley Surgery", CARER, True),
        ("Window Street Doctors", CARER, True),
        ("Hollins Dental", MENDER.format("smile"), True),
    ],
)
def test_a_clinic_or_a_doctor_needs_patients_in_its_lines_to_be_of_medicine(name, line, found):
    page = f"/ {name}\n[first heading 1] feature: {name}\n[main sentence] feature: " + line.replace(
        ". ", ".\n[main sentence] feature: "
    )
    assert (kind(page, name) == "health") is found


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("Alder Plant Nursery", "Families like our roses, and children may pick a bulb.", ""),
        ("Alder Nursery", "We grow roses and dig them in November.", ""),
        ("Alder Nursery", "Children paint with their key person, and parents see it.", "children"),
        ("Tarn Driving Academy", "Lessons with patient instructors for beginners.", "classes"),
        ("Ginger Hair Studio", "A cut and a wash with Mina.", "beauty"),
    ],
)
def test_a_nursery_an_academy_and_a_studio_are_known_by_what_they_say_of_their_trade(name, line, found):
    text = f"/ {name}\n[first heading 1] feature: {name}\n" + 2 * f"[main sentence] feature: {line}\n"
    assert kind(text.strip(), name) == found


SALON = (
    "/ Sable Rooms | {}\n[first heading 1] feature: {}\n/care {}: aftercare\n[main sentence] feature: Come back in May."
)
HOMES = "\n[main sentence] feature: Free estimates for homeowners: we install tiles in a day."


@pytest.mark.parametrize(
    ("title", "heading", "lines", "found"),
    [
        ("Bathroom renovation", "An hour at a time", "", ""),  # the titles of other pages repeat it
        ("Bathroom renovation", "Bathroom renovation", "", "building"),
        ("Bathroom renovation", "An hour at a time", HOMES, "building"),
        ("Mole removal", "Mole removal", HOMES, ""),  # no trade of removals
        ("Tree removal", "Tree removal", HOMES, "gardens"),
    ],
)
def test_a_trade_that_only_title_and_menu_name_is_none(title, heading, lines, found):
    assert kind(SALON.format(title, heading, title) + lines, "Sable Rooms") == found


def test_who_sells_and_is_of_no_kind_is_asked_what_anybody_is():
    found = example("\n".join(("/ Marl\n[first heading 1] feature: We write letters for you", *REST)), name="Marl")
    assert buyers.business(found) is None
    assert [reply.question.id for reply in replies(found)] == ["price", "heard"]
    assert told_of(found) == ()


def linked(*links: Link) -> Site:
    bare = site(of=INN)
    home = replace(bare.pages[0], page=replace(bare.pages[0].page, links=links))
    return replace(bare, pages=(home, *bare.pages[1:]), home=home)


def test_what_may_stand_on_a_page_that_was_not_read_is_not_called_missing():
    terms = Link("https://example.com/booking-terms", "Booking terms", Region.FOOTER, True)
    assert state(linked(terms), "cancelling") == "linked, not read"
    for label in ("Walks", "Privacy policy"):
        other = Link("https://example.com/other", label, Region.FOOTER, True)
        assert state(linked(other), "cancelling") == "not found"


def test_a_link_to_book_elsewhere_answers_nothing_and_is_told():
    away = linked(Link("https://rooms.example.net/curlew", "Book your stay", Region.MAIN, False))
    assert state(away, "cancelling") == "not found"
    found = next(f for f in perform(self_service, away).findings if f.kind == "trade")
    assert "(“Book your stay” leads away from the site)" in found.title
    paper = linked(Link("https://files.example.net/terms.pdf", "Booking conditions", Region.FOOTER, False))
    assert state(paper, "cancelling") == "linked, not read"


def test_a_club_is_asked_what_a_year_costs():
    club = "/ Hill Rowing Club\n[first heading 1] company: Become a member\n"
    pages = "\n".join(
        f"/p{n} Page {n}\n[main sentence] company: The boats lie at the quay on Mondays." for n in range(3)
    )

    def title(*lines: str) -> str:
        found = perform(self_service, example("\n".join((club, *lines, pages)), name="Hill Rowing Club")).findings
        return next((entry.title for entry in found if entry.kind == "trade"), "")

    fees = "[main sentence] policy: Send your application with a $10 fee.\n[main heading] other: Summer\n[main sentence] feature: Lobster supper (costs $20)."
    assert "what a year costs (it says “Send your application with a $10 fee”)" in title(fees)
    assert "what a year costs" not in title("[main sentence] feature: A year of membership costs £60.")
    off = title("[main sentence] feature: If you stay, £25 will be deducted from your first subscription.")
    assert "what a year costs (it says “£25 will be deducted from your first subscription”)" in off


def test_a_sum_in_any_money_is_a_price():
    assert "price" in open_still(of=tuple_without_price())
    assert "price" not in open_still("[main sentence] feature: From R1 250", of=tuple_without_price())


def tuple_without_price() -> tuple[str, ...]:
    bare = tuple(line for line in INN if "£96" not in line)
    NAMES[bare] = "The Curlew"
    return bare


def test_what_is_denied_is_no_half_answer():
    denied = "[main sentence] feature: There is no minimum charge in Alnwick."
    found = told(denied, of=BARE)
    assert found
    assert "minimum charge" not in found.title
    said = told("[main sentence] feature: There is a minimum charge in Alnwick.", of=BARE)
    assert said
    assert "minimum charge" in said.title


def test_a_name_that_says_nothing_is_made_up_for_by_headings_and_menu_together():
    heads = (
        "[first heading 1] feature: Roofing and gutters",
        "[main heading] feature: Plastering",
        "[main heading] feature: Painting and decorating",
    )
    menu = ("[nav link /roofs] other: Roofing", "[nav link /walls] other: Plastering")
    said = (
        "[main sentence] feature: We look after your house.",
        "[main sentence] feature: Free estimates for homeowners.",
    )
    assert kind("\n".join(("/ Corvid", *heads, *menu, *said)), "Corvid") == "building"
    assert kind("\n".join(("/ Corvid", *heads, *said)), "Corvid") == ""


LINES = tomllib.loads((Path(__file__).parent / "answers_of_buyers.toml").read_text(encoding="utf-8"))


QUESTIONS = {
    question.id: (question, buyers.load(kind).words)
    for kind in (*buyers.kinds(), buyers.ANYBODY)
    for question in buyers.load(kind).questions
    if not question.price
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_subject_is_answered_by_its_figure_or_rule_and_not_by_a_line_that_shares_a_word(name):
    question, words = QUESTIONS[name]
    lines = LINES[name]
    assert [line for line in lines["answers"] if not words.has(line, f"{name} answered")] == []
    assert [line for line in lines["none"] if words.has(line, f"{name} answered")] == []

    def touched(line: str) -> bool:
        spoken = words.has(line, f"{name} mention", f"{name} answered")
        return spoken and (question.needs is None or question.needs.search(line) is not None)

    assert [line for line in lines["touches"] if not touched(line)] == []


def test_every_subject_is_asked_of_somebody():
    assert set(LINES) == set(QUESTIONS) == set(buyers._data(buyers.SUBJECTS)) - {"price", "about", "source", "licence"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Staff rotas for care homes", ""),
        ("Care homes in Leeds", "care"),
        ("Websites for restaurants", ""),
        ("Restaurant on the quay", "tables"),
        ("Laundry for hotels and guest houses", ""),
        ("Hotel for walkers", "lodging"),
        ("Signs of spring", ""),
        ("Shop signs and signage", "print"),
        ("Second Spring", ""),
        ("Compression springs", "makers"),
    ],
)
def test_whom_something_is_for_and_a_proper_name_tell_no_kind(title, found):
    named = {
        kind for kind, part in map(str.split, buyers.signs().groups_in(buyers._FOR.sub(" ", title))) if part == "named"
    }
    assert (found in named) if found else not named


def test_a_number_of_the_charities_register_in_the_footer_is_a_charitys():
    text = "/ Tamar Springs | Compression springs\n[first heading 1] feature: Compression springs\n[main sentence] spec: Wound and machined to 5 microns."
    assert kind(text, "Tamar") == "makers"
    assert kind(f"{text}\n[footer sentence] other: Registered charity 1100220.", "Tamar") == "charity"
    assert kind(f"{text}\n[footer sentence] other: We give to a registered charity every year.", "Tamar") == "makers"


@pytest.mark.parametrize(
    ("name", "found"),
    [("Orchard Nursery School", "children"), ("Orchard Primary School", ""), ("Orchard Junior and Infant School", "")],
)
def test_a_school_that_everybody_goes_to_is_not_asked_what_a_nursery_is(name, found):
    told = "[main sentence] feature: Children come with their parents at nine.\n[main sentence] feature: Each child has a peg and a pot of seeds."
    assert kind(f"/ {name}\n[first heading 1] company: {name}\n{told}", name) == found


CLEAN = (
    "/ Sorrel | House cleaning",
    "[first heading 1] feature: Your house, cleaned on Fridays",
    "[first sentence] feature: Two cleaners vacuum and dust.",
    "[main sentence] feature: An hour costs £18.",
)
NAMES[CLEAN] = "Sorrel"
PUT = "[main heading 3] other: {}\n[main sentence] other: {}"
ASKED = "Are you insured and honest?"


def test_who_cleans_is_not_asked_what_a_builder_is():
    found = told(of=CLEAN)
    assert found
    assert "whether it is insured, and who pays if something is broken or stolen" in found.title
    assert "guarantee" not in found.title + found.proposal
    assert "material" not in found.proposal
    assert "covered" not in open_still("[main bullet] feature: Fully bonded and insured", of=CLEAN)


def test_a_question_that_is_dodged_is_no_credit_among_those_that_it_answers():
    others = [
        PUT.format(f"How long does a house of {n} rooms take?", f"That takes about {n} hours.") for n in range(2, 6)
    ]
    dodge = PUT.format("What if I am not happy with it?", "Ours is a craft of three generations, and we love it")
    every = PUT.format("What if I am not happy with it?", "We come back the next day and clean it again, free")

    def credit(*lines: str) -> list[str]:
        return [entry.title for entry in perform(merits, site(*lines, of=CLEAN)).keep if entry.kind == "asked"]

    assert credit(*others, dodge) == ["It answers 4 questions"]
    assert credit(*others, every) == ["It answers 5 questions in a row"]
    assert credit(*others[1:], dodge) == []


def test_a_question_of_its_own_that_is_dodged_is_told_first_with_both():
    dodge = PUT.format("What if I am not happy with it?", "Ours is a craft of three generations, and we love it")
    found = told(dodge, of=CLEAN)
    assert found
    first = "what happens if something was not cleaned well (to its own question “What if I am not happy with it?” it says “Ours is a craft of three generations, and we love it”)"
    assert found.title.startswith(f"No line on the 3 pages read says {first}; ")
    assert "whether it is insured" in found.title
    assert [entry.text for entry in found.quotes[:2]] == [
        "What if I am not happy with it?",
        "Ours is a craft of three generations, and we love it",
    ]
    plain = told(of=CLEAN)
    assert plain
    assert (found.weight > plain.weight, "read as a no" in found.why, "read as a no" in plain.why) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("question", "reply", "dodged"),
    [
        (ASKED, "We are a family of five who care for every home.", True),
        (ASKED, "Yes, and we care for every home.", False),
        (ASKED, "By all means, yes. Every home is cared for.", False),
        (ASKED, "We make it right. Every home is cared for.", False),
        ("Do you accept my health insurance?", "We are a family of five who care for every home.", False),
        (ASKED, "We are. Every home is cared for.", False),
        (ASKED, "Of course, every home is cared for.", False),
        (ASKED, "Our policy is with Harl and covers every home: we are insured.", False),
        (ASKED, "If a vase is broken, we pay for it.", False),
        (ASKED, "Everything is told on the page about us.", False),  # the way to more
        (ASKED, "Up to £2 million in every home.", False),
        (ASKED, "Ask us.", False),  # too short to be told
        (ASKED, "Your name\n[main sentence] other: Your telephone number and street in Alnwick", False),  # a form
        (ASKED, "It depends on the insurance you have, so please call us.", True),
        ("Have you ever wondered who is insured?", "We are a family of five who care for every home.", False),
        ("Insured?", "We are a family of five who care for every home.", False),
        ("Are your windows dirty?", "We are a family of five who care for every home.", False),
    ],
)
def test_what_dodges_a_question_has_neither_its_subject_nor_a_yes_a_figure_or_a_way_to_more(question, reply, dodged):
    found = [entry for entry in replies(site(PUT.format(question, reply), of=CLEAN)) if entry.dodged]
    assert [entry.question.id for entry in found] == ["covered"] * dodged


ROOFS = (
    "/ Marram Roofs | Roofers",
    "[first heading 1] feature: Roofing and repairs",
    "[first sentence] feature: We look after the roof of your home.",
    "[main sentence] feature: Free estimates for homeowners.",
)
NAMES[ROOFS] = "Marram Roofs"


@pytest.mark.parametrize(
    ("question", "reply", "dodged"),
    [
        ("Do you come in an emergency?", "We know a wet attic cannot wait.\n[main sentence] other: Call us on 01632 960441 and we will discuss it.", ["urgent"]),
        ("Do you come in an emergency?", "Yes, call us on 01632 960441 and we will discuss it.", []),
        ("Do you come in an emergency?", "A van is there by 9 pm on any day of the year.", []),
        ("How long does a new roof take?", "This varies with the size of the roof and the slates.\n[main sentence] other: You have a clearer timeframe in the offer.", ["begins"]),
        ("How long does a new roof take?", "This varies with the size, and most take a week or so.", []),
        ("How long does a new roof take?", "This varies with the size, and most take days rather than weeks.", []),
        ("What does a new roof cost?", "It depends on the slates and the height of your house.", ["price"]),
        ("What does a new roof cost?", "It depends on the slates: see our page of prices for each.", []),
    ],
)  # fmt: skip
def test_a_telephone_number_and_it_varies_answer_nothing_and_a_measure_does(question, reply, dodged):
    found = [entry for entry in replies(site(PUT.format(question, reply), of=ROOFS)) if entry.dodged]
    assert [entry.question.id for entry in found] == dodged
    assert all(entry in told_of(site(PUT.format(question, reply), of=ROOFS)) for entry in found)


def test_a_heading_answers_nothing_by_itself_nor_what_is_said_of_a_visitors_data():
    club = "/ Hill Rowing Club\n[first heading 1] company: We row on Tuesdays\n{}"
    under = "[main heading 2] other: Membership\n[main sentence] other: Members are the heart of the whole of our club."
    assert state(example("\n".join((club.format(under), *REST)), name="Hill Rowing Club"), "joining") != "answered"
    rule = "[main sentence] policy: Cancel a week ahead and the deposit is refunded."
    assert state(site("/privacy Privacy notice", rule, of=INN), "cancelling") != "answered"
    assert state(site("/terms Terms", rule, of=INN), "cancelling") == "answered"


def test_all_lines_under_a_question_are_its_answer():
    care = "We are a family of five who care for every home."
    more = PUT.format(ASKED, care) + "\n[main sentence] other: {}"
    assert any(entry.dodged for entry in replies(site(more.format("Ask the neighbours."), of=CLEAN)))
    assert not any(entry.dodged for entry in replies(site(more.format("Harl & Sons insure us."), of=CLEAN)))


def test_what_is_answered_elsewhere_is_not_told_as_dodged():
    dodge = PUT.format(ASKED, "We are a family of five who care for every home.")
    assert "to its own question" in getattr(told(dodge, of=CLEAN), "title", "")
    elsewhere = "[main bullet] feature: Fully bonded and insured"
    assert "insured" not in getattr(told(dodge, elsewhere, of=CLEAN), "title", "")


def test_who_is_of_no_kind_is_told_what_it_asks_itself_and_dodges_and_nothing_else():
    marl = "/ Marl\n[first heading 1] feature: We write letters for you"

    def title(*lines: str, name: str = "Marl") -> str:
        found = perform(self_service, example("\n".join((marl, *lines, *REST)), name=name)).findings
        return next((entry.title for entry in found if entry.kind == "trade"), "")

    asked = "Is the deposit refundable?"
    dodge = PUT.format(asked, "Letters are our life, and have been for long.")
    assert title() == ""
    assert title(dodge).startswith(
        "No line on the 3 pages read says what somebody who cancels gets back (to its own question"
    )
    assert title(PUT.format(asked, "It comes back in full if you tell us by Friday.")) == title() == ""
    # who sells cover asks the reader whether he has it
    cover = PUT.format("Are you insured?", "A flood takes what a life has built, and leaves the debt.")
    assert "insured" in title(cover)
    broker = "/ Cairn Insurance Brokers\n[first heading 1] feature: Farm insurance\n[main sentence] feature: Policies and claims, quotes by noon."
    asked_of = replies(example("\n".join((broker, cover, *REST)), name="Cairn Insurance Brokers"))
    assert "covered" not in {entry.question.id for entry in asked_of}


def test_a_word_that_two_trades_speak_of_counts_for_both():
    shop = "/ Brine | {}\n[first heading 1] feature: {}\n[main sentence] feature: Forty brands in stock."
    assert kind(shop.format("Rope shop", "Shop ropes"), "Brine") == "shops"
    assert kind(shop.format("Wholesale of ropes", "Rope importers"), "Brine") == "distributors"


def test_a_charity_is_asked_what_its_headings_speak_of():
    home = "/ Hill Trust\n[first heading 1] company: {}\n[main sentence] company: Hens and cats live here.\n[footer sentence] other: Registered charity 1100220."

    def asked(heading: str) -> set[str]:
        found = example("\n".join((home.format(heading), *REST)), name="Hill Trust")
        return {reply.question.id for reply in replies(found) if reply.state == "not found"}

    assert asked("A home for old age") == set()
    assert asked("Animals in need") == {"urgent"}
    assert asked("Donate to the hens") == {"give"}


def test_a_band_is_a_club_and_asked_how_well_one_has_to_play():
    band = example(
        "\n".join(("/ Fell Silver Band\n[first heading 1] company: Rehearsals", *REST)), name="Fell Silver Band"
    )
    assert "level" in {reply.question.id for reply in replies(band)}
    rowers = example(
        "\n".join(("/ Hill Rowing Club\n[first heading 1] company: Boats", *REST)), name="Hill Rowing Club"
    )
    assert "level" not in {reply.question.id for reply in replies(rowers)}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Landscape photographer", {"occasions"}),
        ("Landscape gardeners", {"gardens"}),
        ("Cargo bikes for families", set()),
        ("Air cargo", {"freight"}),
        ("CCTV drain surveys", {"building"}),
        ("CCTV and alarm systems", {"security"}),
        ("Potter and Weaver, solicitors", {"advice"}),
        ("Pottery by the sea", {"craft"}),
        ("Barber shop", {"beauty"}),
        ("Museum shop", {"museums"}),
        ("Pet cremation", set()),
        ("Vehicle livery", {"print"}),
        ("Livery stables", {"pets"}),
        ("3D printing", {"makers"}),
        ("Home care products", set()),
        ("Software architects", {"software"}),
        ("Vacuum cleaners", set()),
        ("Window cleaners", {"cleaning"}),
        ("Teeth cleaning", set()),
        ("Photography classes", {"classes"}),
        ("Power distribution", set()),
    ],
)
def test_a_word_that_belongs_to_another_trade_names_none(title, found):
    groups = (group.split() for group in buyers.signs().groups_in(buyers._FOR.sub(" ", title)))
    assert {kind for kind, part in groups if part == "named"} == found


def test_a_share_is_a_price_where_it_is_a_fee_and_free_admission_one_too():
    agents = (
        "/ Marram & Co | Estate agents",
        "[first heading 1] feature: Sales and lettings",
        "[main sentence] feature: Landlords and tenants, viewings on Saturdays.",
    )
    mill = (
        "/ Loom | Museum of wool",
        "[first heading 1] feature: A museum in a mill",
        "[main sentence] feature: Galleries and trails for visitors.",
    )
    NAMES.update({agents: "Marram & Co", mill: "Loom"})
    line = "[main sentence] policy: {}"
    assert state(site(line.format("Our fee is 1.5% of the price."), of=agents), "price") == "answered"
    for other in ("Eight in ten houses sell: 80%.", "Cancel late and a fee of 50% is due."):
        assert state(site(line.format(other), of=agents), "price") == "not found"
    assert state(site(line.format("Admission is free."), of=mill), "price") == "answered"
    assert state(site(line.format("Feel free to ask."), of=mill), "price") == "not found"


def test_where_animals_sleep_in_the_house_somebody_is_with_them_at_night():
    pets = (
        "/ Low Barn | Kennels and cattery",
        "[first heading 1] feature: Boarding for dogs",
        "[main sentence] feature: Dogs have walks, cats a window.",
    )
    NAMES[pets] = "Low Barn"
    asked = "who is with the animals at night"
    assert asked in getattr(told(of=pets), "title", "")
    for line in ("Dogs live in our own home.", "Hester sleeps next door.", "The kennels are on our premises."):
        assert "nights" not in open_still(f"[main sentence] feature: {line}", of=pets)
    assert "nights" in open_still("[main sentence] feature: A night costs £20.", of=pets)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Marl is a consultancy for soils and drains in Alnwick.", "engineers"),
        ("We are a small soil consultancy.", "engineers"),
        ("Marl is a partner of soil consultants.", ""),
        ("Our clients are structural engineers.", ""),
        ("We are a family that likes structural engineers.", ""),
        ("Tern is an independent soil consultancy.", ""),
        ("Marl is a place for walks.", ""),
    ],
)
def test_what_a_site_says_that_it_is_is_a_sign(line, found):
    text = "/ Marl\n[first heading 1] feature: Wherever you may be\n[main sentence] feature: We take samples of soil, and reports follow.\n[main sentence] company: "
    assert kind(text + line, "Marl") == found
    bare = text.split("\n[main")[0] + "\n[main sentence] company: "
    assert kind(bare + line, "Marl") == ""  # it is one sign
    blog = text + "Walks.\n/blog/tides Tides\n[main sentence] company: " + line
    assert kind(blog, "Marl") == ""
