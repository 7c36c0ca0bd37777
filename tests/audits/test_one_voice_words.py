"""One voice in words: a yes and a no to one thing contradict each other only where both are meant for the same."""

from __future__ import annotations

import pytest

from auditor import lexicon
from auditor.audit import example, perform
from auditor.audits.one_voice import one_voice
from auditor.stances import THINGS, stances

SERVICE = "/services/repairs Brindle | Repairs"
TERMS = "/terms Brindle | Terms and conditions"


def findings(*lines: str):
    return perform(one_voice, example("\n".join(lines))).findings


def between(one: str, other: str, where: str = SERVICE) -> list[str]:
    label = "policy" if where is TERMS else "feature"
    return [
        entry.title
        for entry in findings(
            "/ Brindle", f"[main sentence] feature: {one}", where, f"[main sentence] {label}: {other}"
        )
    ]


CONTRADICT = [
    ("money-back", "Not happy? We give you your money back.", "All sales are final."),
    ("money-back", "Every course has a money-back guarantee.", "Course fees are non-refundable."),
    ("leaving", "No contract, no fuss.", "We ask for 60 days' written notice."),
    ("leaving", "Cancel any time.", "An early termination fee of two months is due."),
    ("leaving", "There are no cancellation fees.", "Whoever leaves pays an early exit charge."),
    ("cards", "We accept all major credit cards.", "Payment is cash or cheque only."),
    ("cards", "Credit cards are accepted at the yard.", "Sorry, we do not take cards."),
    ("financing", "Payment plans are available.", "We do not offer payment plans."),
    ("price-match", "We beat any written quote in town.", "We do not price match."),
    ("commission", "Our advisers never take commissions.", "Our advisers receive a commission on each policy sold."),
    ("seven-days", "We are open seven days a week.", "Closed Sundays."),
    ("seven-days", "The farm shop is open daily.", "The shop is closed on Mondays."),
    ("round-the-clock", "Our garage is open 24/7.", "Monday to Friday 8 am - 6 pm"),
    ("visit", "Please stop by anytime to see the barn.", "Monday to Friday 8 am - 6 pm"),
    ("visit", "Drop in any time for a chat.", "Viewings are strictly by appointment."),
    ("tours", "Come and see the stables for yourself!", "At this time we are not allowing visitors on the yard."),
    ("tours", "Arrange a guided tour with Sal.", "All tours will be held online."),
    ("pay-by", "Please make cheques payable to Brindle.", "You are required to pay all fees by direct debit."),
    ("pay-by", "You can pay by card or cash.", "Bank transfer only."),
    ("new-clients", "We are always welcoming new patients.", "We are not accepting new patients."),
    ("emergency", "24/7 emergency plumbing from people you know.", "We do not offer emergency callouts."),
    ("family", "We are family-owned and proud of it.", "Since spring Brindle is employee-owned."),
    ("independent", "We are a fully independent garage.", "Brindle is a wholly owned subsidiary of a listed group."),
    ("own-people", "We never use subcontractors.", "Our partner installers fit it within the week."),
    ("own-people", "Every roof is laid by our own crews.", "We work with independent contractors on larger roofs."),
    ("solo", "I am a solo practitioner.", "Our team of experienced solicitors takes your call."),
    ("volunteers", "Our hotline is run entirely by volunteers.", "Our paid staff answer the hotline."),
    ("small-jobs", "No job is too small for us.", "The minimum project size is $5,000."),
    ("made-here", "Everything we sell is made in England.", "The uppers are manufactured in Vietnam."),
    ("made-here", "Proudly made in the USA.", "Our kettles are imported from Italy."),
    ("by-hand", "Everything is handmade in our workshop.", "The lamps are machine-made."),
    ("free-shipping", "We ship everything free.", "Shipping is calculated at the till."),
    ("credit-check", "No credit checks, no fuss.", "All applicants undergo a credit check."),
    ("every-card", "All major cards accepted.", "Sorry, we cannot take American Express."),
    ("satisfaction", "100% satisfaction guaranteed.", "We do not offer refunds."),
    ("new-firm", "We are a young company with one van.", "For over twenty years we have built boats."),
    ("selling", "We will never sell your data.", "We may sell your information to marketers."),
    ("leaving", "Cancel whenever you like.", "Thirty days' written notice is required."),
    ("family", "We are a family business.", "In 2019 we became part of the Veltra Group."),
    ("own-people", "Each of our fitters is our own employee; every fitter is our own employee.", "The work is carried out by trusted partners."),
    ("whole-country", "We are serving the entire state of Ohio.", "We work within 30 miles of Dayton."),
    ("small-jobs", "No job too big or too small.", "There is a minimum charge of $350."),
    ("money-back", "We refund you in full, refunded if you are not happy.", "Payments are non-refundable."),
    ("deposit", "No deposit needed.", "A deposit of 30% holds your date."),
    ("same-day", "Same-day repairs for the whole town.", "Same-day visits are subject to availability."),
    ("safety", "It keeps your crew safe on the scaffold.", "The net is not a safety device."),
    ("cure", "The tea cures insomnia.", "It is not intended to diagnose, treat or cure."),
    ("law-firm", "Our attorneys read each form.", "We are not a law firm."),
    ("lender", "We are a direct lender.", "Brindle is not a lender."),
    ("authorised", "Your authorised dealer in the valley.", "We are not an authorised dealer."),
    ("organic", "Everything is organic.", "Some of our flour is organic."),
    ("chemicals", "A chemical-free clean.", "We use mild pesticides."),
    ("insurance", "We accept most insurance plans.", "We do not accept insurance."),
    ("delivery", "We deliver right to your door.", "Pick-up only, from the side gate."),
    ("delivery", "Free delivery is available on all orders.", "We do not currently deliver."),
    ("abroad", "We ship worldwide from our mill.", "We only ship within the United States."),
    ("whole-country", "We serve homes across the whole state.", "We only serve homeowners in three counties."),
    ("shop", "Come and visit our showroom by the canal: visit our showroom.", "We do not have a showroom."),
    ("results", "Guaranteed results, or we keep working.", "We cannot guarantee any particular outcome."),
    ("on-time", "On-time delivery, guaranteed.", "Delivery dates are estimates."),
    ("sharing", "We never share your email with anyone.", "We may share your details with our partners."),
    ("cookies", "This website does not use cookies.", "We use Google Analytics to count visits."),
    ("security", "Your data is 100% secure with us.", "We cannot guarantee absolute security."),
    ("waiting", "There is no waiting list.", "We have a waiting list."),
    ("all-year", "The campsite is open all year.", "The campsite is closed from November to March."),
    ("appointment", "Walk-ins are welcome.", "We see people by appointment only."),
    ("children", "Children are welcome.", "This is an adults-only house."),
    ("public", "The gardens are open to the public.", "The gardens are closed to the public."),
    ("sign-up", "No registration is needed.", "You must first create an account."),
    ("wheelchair", "The house is fully wheelchair accessible.", "The house is not wheelchair accessible."),
    ("parking", "There is free parking.", "There is no parking."),
    ("painless", "It is absolutely painless.", "It is relatively painless."),
    ("tax", "Deep clean £84 (inc. VAT)", "All our prices exclude VAT."),
    ("tax", "Sales tax is included.", "Prices shown do not include sales tax."),
    ("beaten", "We will not be beaten on price.", "We beat any written quote from a registered yard."),
    ("beaten", "Even if you have one already, we beat any quote!", "We match written prices, subject to a like-for-like check."),
    ("deposit-kept", "You get a refund if you give us 7 days' notice.", "A £40 deposit, which is not refundable, holds your place."),
    ("allergens", "Our kitchen is 100% nut-free.", "Please note: may contain traces of nuts."),
    ("sharing", "They are never shared with third parties.", "We may share personal information about riders with:"),
    ("seen-by", "Your form is read only by our trustees.", "It is shared with your child's tutors."),
    ("marketing", "No marketing emails.", "We may send you promotional offers by e-mail."),
    ("trial", "Enjoy a free one-week trial before you decide.", "The first payment is due by 3 August."),
    ("trial", "No credit card needed.", "A valid debit card is required to begin."),
    ("refund-whole", "Cancel a day ahead without penalty.", "Refunds are subject to a £9 administration charge."),
    ("refund-whole", "You get a full refund.", "All cancellations are refunded minus a 10% handling fee."),
    ("refunds-given", "Refunds will be made where a storm closes the lido.", "No refunds will be made when a storm closes the lido."),
    ("match-or-refund", "Found it cheaper? We match it or refund you!", "If you find a lower price, we will match it."),
    ("no-fees", "No fees", "Paying by instalments adds 8% to the bill."),
    ("booking-fee", "We charge no booking fees.", "A £3 booking fee is added at the till."),
    ("admin-fee", "No admin fees.", "A £25 admin fee is payable."),
    ("joining-fee", "No joining fee.", "There is a £30 registration fee."),
    ("card-fee", "No card fees.", "There is a 2% card surcharge."),
    ("minimum-spend", "No minimum spend.", "There is a minimum spend of £20."),
    ("returns", "Free returns.", "The cost of returning it is the customer's responsibility."),
    ("voucher", "Free garden voucher when you get a quote.", "Vouchers are sent together with your contract."),
    ("instant", "Book your boat instantly.", "We write within two days to confirm your slot."),
    ("instant", "Instant confirmation.", "Bookings are not confirmed until you hear from us."),
    ("instant-quote", "Instant online quotes.", "We cannot give quotes online."),
    ("spaces", "Spaces available | Ring Ann today", "When it is full, I put you on my waiting list."),
    ("in-stock", "All parts are in stock.", "Parts that are not in stock are ordered."),
    ("answered", "You never get an answering machine.", "Please leave a message after six."),
    ("call-centre", "No call centres.", "Our call centre is here to help."),
    ("same-person", "You always have the same cleaner.", "Another cleaner may come when yours is away."),
    ("weekends", "Weekend lessons are available.", "Lessons take place Monday to Friday."),
    ("shut", "Opening hours: Mon - Sun 10 - 4", "Our kiosks are currently closed."),
    ("all-makes", "We repair all makes and models.", "We do not repair diesel vehicles."),
    ("all-qualified", "All our instructors are fully qualified.", "Lessons are given by a trainee instructor."),
    ("repairs-guaranteed", "All our repairs are guaranteed.", "We give no guarantee on repairs."),
    ("repairs-guaranteed", "All our work is guaranteed.", "There is no warranty on electrical work."),
    ("middleman", "Cut out the middleman.", "We act as an insurance intermediary."),
    ("insured", "We are fully insured.", "We are not liable for damage to your property."),
    ("en-suite", "All our rooms have en suites.", "Two of them have a shared bathroom."),
    ("fresh", "Our fish is never frozen.", "Scampi is cooked from frozen."),
    ("local-food", "We use only local farms.", "We buy local produce where possible."),
    ("beginners", "Complete beginners welcome.", "Basic knowledge is required."),
    ("never-alone", "Your dog is never left alone.", "Dogs are left for up to three hours."),
    ("no-cages", "We use no cages.", "At night dogs sleep in individual crates."),
    ("by-hand", "Our range is handmade.", "We make each strap on modern machinery."),
    ("solo", "I personally answer every letter.", "Our staff are trained in the house."),
    ("deposit", "You only pay when the job is done.", "Payment is required in advance."),
    ("deposit", "No deposits, ever.", "A 25% deposit secures your week."),
    ("deposit-kept", "A fully refundable deposit.", "Deposits are non-refundable."),
    ("trial", "Try a week free and pay only if you like it.", "Fees are payable in full on enrolment."),
    ("money-back", "Money back if you are not delighted.", "Credit notes only."),
    ("refund-whole", "Change your booking free of charge.", "A fee of £9 is charged for every change."),
    ("sharing", "We will never pass your details on.", "We may pass your details to our partner companies."),
    ("sharing", "Your data will never be passed on.", "We share your details with selected partners."),
    ("match-or-refund", "Cheaper on the quay? We refund the difference.", "We will match the price of any yard."),
    ("leaving", "No tie-in.", "You must give three months' notice."),
    ("seven-days", "Lessons seven days a week.", "Lessons are Monday to Friday only."),
    ("answered", "A real person always answers.", "Leave a message and we call back."),
    ("same-person", "Your groomer is always the same.", "Another groomer may step in."),
    ("all-makes", "We repair every brand.", "We do not repair steam products."),
    ("in-stock", "Everything in the shop is in stock.", "Some items have to be ordered."),
    ("solo", "I do every job myself.", "Our team will come to your house."),
    ("by-hand", "Every piece is made by hand.", "Our boards are cut on CNC machines."),
    ("booking-fee", "No booking fee.", "Tickets are subject to a £2 booking fee."),
    ("free-quote", "Free quotes.", "There is a £40 charge for quotations."),
    ("quick-goods", "Same-day dispatch for all orders.", "Please allow 3 working days for dispatch."),
    ("quick-goods", "Next day delivery.", "Parcels are delivered within 5-7 days."),
    ("family", "Established family business.", "Part of the Tarn Group."),
    ("children", "All ages welcome.", "Strictly over 18s only."),
    ("fresh", "Our fish is never frozen.", "Some dishes may contain frozen vegetables."),
    ("minimum-spend", "No minimum order.", "There is a minimum order of £20."),
    ("repairs-guaranteed", "We guarantee all our work.", "We give no guarantee on parts."),
    ("free-shipping", "Free delivery", "Delivery is £4 for every parcel."),
]  # fmt: skip


@pytest.mark.parametrize(("thing", "one", "other"), CONTRADICT, ids=[f"{t}: {one[:25]}" for t, one, _ in CONTRADICT])
def test_a_promise_beside_its_opposite_contradicts_it(thing, one, other):
    where = SERVICE if THINGS[thing].whole and thing not in ("round-the-clock", "visit") else "/about Brindle | About"
    told = between(one, other, where)
    assert len(told) == 1
    assert told[0] == f"Promised: “{one.rstrip('.')}”. Taken back: “{other.rstrip('.')}”"


TAKEN_BACK = [
    (
        "compliance",
        "Ensure compliance from day one.",
        "We give no warranty that use of the rota means compliance with any law.",
    ),
    ("fees", "No hidden fees, ever.", "A booking fee of 4% is added to each order."),
    ("fees", "The price we quote is the price you pay.", "Additional charges may apply."),
    ("fees", "One clear price, no extras.", "A fuel surcharge applies to every order."),
    ("fixed-price", "What we quote is what you pay.", "The final amount may differ from the estimate."),
    ("unlimited", "Unlimited revisions.", "Fair use applies: up to 3 revisions."),
    ("unlimited", "Unlimited classes.", "Each pass is limited to three classes a week."),
    ("fixed-price", "You get a fixed quote in writing.", "Quotes are subject to change unless otherwise agreed."),
    ("fixed-price", "Our fixed pricing means no worries.", "The final price may vary."),
    ("money-back", "100% refunds, no questions asked.", "We do not offer refunds."),
    ("results", "We guarantee results for every shop.", "Results may vary."),
]


@pytest.mark.parametrize(("thing", "one", "other"), TAKEN_BACK, ids=[one[:25] for _, one, _ in TAKEN_BACK])
def test_what_is_promised_at_large_and_taken_back_in_the_small_print_is_told_as_that(thing, one, other):
    (entry,) = findings("/ Brindle", f"[first heading] feature: {one}", TERMS, f"[main sentence] policy: {other}")
    assert entry.title == f"Promised: “{one.rstrip('.')}”. Taken back, in the small print: “{other.rstrip('.')}”"
    assert [quoted.text for quoted in entry.quotes] == [one, other]
    assert entry.lead


ONLY_SEEM_TO = [
    ("Enjoy a free one-week trial before you decide.", "Payment is taken monthly."),
    ("We will never sell your personal data.", "We may share information with:"),
    ("No joining fee if you join in May.", "There is a £30 joining fee."),
    ("Next day delivery when you order by noon.", "Parcels are delivered within 5-7 days."),
    ("Unlimited classes.", "Each hall holds up to 30 guests."),
    ("No minimum order.", "There is a minimum order of £20 for free delivery."),
    ("Free returns within 14 days.", "You pay for the wrapping."),
    ("You get a full refund.", "Late payers are charged a £9 administration fee."),
    ("Found it cheaper? We match it or refund you!", "If you find a lower price, we will match it or refund you."),
    ("No booking fees.", "There is a £3 fee for the ferry."),
    ("Free garden voucher when you get a quote.", "Vouchers are sent by post."),
    ("Weekend lessons are available.", "The office answers letters Monday to Friday."),
    ("We repair all makes and models.", "We do not repair umbrellas."),
    ("Refunds will be made where a storm closes the lido.", "No refunds will be made for a late start."),
    ("We are fully insured.", "We are not liable for the contents of other sites."),
    ("All our rooms have en suites.", "Share a bottle in the garden."),
    ("Our kiosks are currently closed.", "Opening hours of the park vary."),
    ("Book your boat instantly.", "We write within two days to say hello."),
    ("No call centres.", "Our call sheet is here to help."),
    ("We are open seven days a week.", "We are closed on Christmas Day."),
    ("We are open seven days a week.", "Our office is closed on Sundays."),
    ("Our garage is open 24/7.", "Office hours: Monday to Friday 8 am - 6 pm"),
    ("Cancel any time.", "Cancel with 24 hours' notice and the lesson costs nothing."),
    ("No contract, no fuss.", "Most gyms ask for 60 days' written notice."),
    ("No contract, no fuss.", "If you choose the annual plan, 30 days' notice is needed."),
    ("No job is too small for us.", "Is there a minimum project size?"),
    ("No job is too small for us.", "Other firms have a minimum project size of $5,000."),
    ("We accept all major credit cards.", "No credit card required."),
    ("We accept all major credit cards.", "We do not take cards for deposits when you book by post."),
    ("We never use subcontractors.", "Many roofers use independent contractors."),
    ("We never use subcontractors.", "No network of contractors, no strangers on your roof."),
    ("We never use subcontractors.", "You deal with us, not with our subcontractors."),
    ("We are family-owned.", "Harlow Partners Ltd is a division of a listed group."),
    ("We are a fully independent garage.", "The engine is a subsidiary assembly of the drive."),
    ("There are no hidden fees.", "A delivery fee of $40 is shown before you order."),
    ("There are no hidden fees.", "A travel fee applies and stands on your quote."),
    ("Every course has a money-back guarantee.", "Deposits for hall hire are non-refundable."),
    ("Every course has a money-back guarantee.", "Sale items: all sales are final."),
    ("Every course has a money-back guarantee.", "No refunds after 30 days."),
    ("We ship worldwide.", "We do not ship fresh cheese on weekends."),
    ("We deliver right to your door.", "We do not deliver on Sundays."),
    ("We accept most insurance plans.", "Unlike clinics that do not accept insurance, we bill for you."),
    ("Guaranteed results, or we keep working.", "Beware of anyone who says that results may vary."),
    ("We never share your email with anyone.", "We share our knowledge with our partners."),
    ("This website does not use cookies.", "Bake our cookies at home."),
    ("We are always welcoming new patients.", "We were not accepting new patients before the move, if you remember."),
    ("We serve homes across the whole state.", "Why do others only serve customers within ten miles?"),
    ("Walk-ins are welcome.", "Allergy tests are by appointment only."),
    ("Children are welcome.", "The night swim is adults-only."),
    ("A deposit is payable by card.", "Monthly fees are paid by direct debit."),
    ("Book your visit by telephone.", "We do not accept visitors' dogs."),
    ("There is free parking.", "There is no parking on the lawn of the chapel."),
    ("It is absolutely painless.", "Extractions are relatively painless."),
    ("Open seven days a week.", "Closed Sunday 25 December."),
    ("Our online shop is open 24/7.", "The workshop is open Monday to Friday, 9am to 5pm."),
    ("Cancel any time.", "We may terminate your account with 30 days' notice."),
    ("No long-term contracts.", "The landlord must give 30 days' notice to end a tenancy."),
    ("We are family-owned.", "Our supplier is a division of Orrin plc."),
    ("All major credit cards accepted.", "The parking meter is cash only."),
    ("No job too small.", "The minimum order for free delivery is $50."),
    ("We deliver right to your door.", "We do not deliver bad news by email."),
    ("No credit check.", "Employers may run a credit check."),
    ("100% gluten-free menu.", "Beer may contain gluten."),
    ("No hidden fees.", "Your bank may charge a transaction fee."),
    ("Same-day repairs are often possible.", "Same-day visits are subject to availability."),
    ("We prevent accidents.", "The tea is not intended to cure."),
    ("Our attorneys read each form.", "Is Brindle not a law firm?"),
    ("All our boots are made in England.", "Our bags are made in India."),
    ("Our garage is open 24/7.", "Store hours: Monday to Friday 8 am - 6 pm"),
    ("No deposit needed for tables.", "The hall needs a deposit of £50."),
    ("No deposits on small jobs.", "We ask for a 30% deposit."),
    ("Satisfaction guaranteed.", "No refunds on gift cards."),
    ("Cancel any time.", "Prices are subject to change with 30 days' notice."),
    ("No job is too small for us.", "The minimum contract is 12 months."),
    ("Everything we sell is made in England.", "Nothing is imported from anywhere."),
    ("We will never sell your data.", "We may sell your car for you."),
    ("We are a fully independent garage.", "We are part of the solution."),
    ("A chemical-free clean.", "Many cleaners use pesticides."),
    ("Unlimited calls.", "Calls are limited by nothing but your patience."),
    ("All our boots are made in England.", "Imported leather is not what we use; nothing is made overseas."),
    ("I am a solo practitioner.", "Your team of experts will thank you."),
    ("Our hotline is run entirely by volunteers.", "Volunteers thank our paid staff of the past, when there was one."),
    ("Deep clean £84 (inc. VAT)", "Our trade prices are £70 plus VAT."),
    ("Deep clean £84 (inc. VAT)", "Do your prices include VAT?"),
    ("We beat any quote!", "We beat eggs by hand, subject to nothing."),
    ("You get a refund if you give us 7 days' notice.", "Refunds of the balance need 30 days' notice; deposits are returned."),
    ("Ensure compliance from day one.", "We give no warranty for the compliance of others' sites."),
    ("Payment plans are available.", "We do not offer financing for boats if they are older than ten years."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONLY_SEEM_TO, ids=[other[:35] for _, other in ONLY_SEEM_TO])
def test_what_speaks_of_another_thing_or_on_a_condition_does_not(one, other):
    assert between(one, other) == []


def test_a_phone_that_is_always_answered_beside_hours_is_told_for_a_second_desk_may_explain_it():
    lines = ["/ Brindle", "[main sentence] feature: Call us day or night."]
    (entry,) = findings(*lines, "/contact Brindle | Contact", "[main sentence] other: Hours: Mon-Fri 9am-5pm")
    assert entry.title.startswith("Promised: “")
    assert not entry.lead


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A third-generation family business.", "Four generations of our family have run the mill."),
        ("We are now in the second generation.", "We are a 3rd-generation family firm."),
    ],
)
def test_a_family_is_in_one_generation_at_a_time(one, other):
    (entry,) = findings("/ Brindle", f"[main sentence] company: {one}", SERVICE, f"[main sentence] company: {other}")
    assert entry.kind == "generation"


def test_three_generations_and_a_third_generation_are_the_same_and_customers_have_theirs():
    assert between("A third-generation family business.", "Three generations of our family have run the mill.") == []
    assert between("A third-generation family business.", "We cut hair for a second generation of customers.") == []


def test_decades_beside_a_dozen_years_are_two_ages():
    (entry,) = findings(
        "/ Brindle", "[main sentence] company: We have mended roofs for decades.", "[main sentence] company: We have been in business for 12 years."
    )  # fmt: skip
    assert entry.kind == "years"
    assert "for decades" in entry.title


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Find us at 2014 Harbour Street, Wexcombe.", ["Two addresses differ by one slip: “2041 Harbour St, Wexcombe” and “2014 Harbour Street, Wexcombe”"]),
        ("Find us at 2043 Harbour Street, Wexcombe.", []),
        ("Find us at 2014 Harbour Street, Leeds.", []),
    ],
)  # fmt: skip
def test_a_house_number_that_is_turned_round_is_told_and_a_neighbours_is_not(other, told):
    right = "[main sentence] other: 2041 Harbour St, Wexcombe"
    lines = ["/ Brindle", right, "/contact Brindle | Contact", right, SERVICE, f"[main sentence] other: {other}"]
    assert [entry.title for entry in findings(*lines)] == told


def test_two_offices_and_three_offices_are_two_counts():
    told = between("We have two offices in the valley.", "Meet us at our three offices.", "/about Brindle | About")
    assert told == ["The number of offices is given as “have two offices” and “our three offices”"]


def test_a_customers_words_are_nobodys_promise():
    lines = ["/ Brindle", "[main quote cite=Ada Moss] outcome: They never use subcontractors."]
    assert findings(*lines, SERVICE, "[main sentence] feature: Our partner installers fit it within the week.") == ()


def test_two_houses_may_have_two_rules():
    mill = ["/stays/mill The Mill House", "[main sentence] feature: Children are welcome."]
    barn = ["/stays/barn The Hay Barn", "[main sentence] feature: The barn is adults-only."]
    assert findings(*mill, *barn) == ()


def test_a_shop_that_is_open_every_day_has_no_closed_day_in_its_hours():
    hours = ["/contact Brindle | Contact", "[main cell] other: Sunday", "[main cell] other: Closed"]
    (entry,) = findings("/ Brindle", "[first sentence] feature: We are open 7 days a week.", *hours)
    assert entry.title == "Promised: “We are open 7 days a week”. Taken back: “Sunday Closed”"


def test_the_same_two_lines_are_told_once():
    assert len(between("Cancel at any time.", "The contract runs for a minimum term of 12 months.")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Are walk-ins welcome?",
        "We never promise that there are no hidden fees elsewhere.",
        "Cheap movers use subcontractors.",
        "They are family-owned, we are not.",
        "We are striving for a year with no waiting list.",
    ],
)
def test_a_question_a_denial_and_what_others_do_take_no_side(line):
    assert stances(line) == ()


def test_every_thing_has_words_for_both_sides():
    groups = set(lexicon.load("stances").groups)
    assert groups == {f"{thing}-{side}" for thing in THINGS for side in ("yes", "no")}


def test_of_a_long_line_the_title_gives_the_words_that_promise():
    long = "Ring before noon, tell us the size of the pan, the colour of the lid and your street, and we ship everything free."
    assert between(long, "Delivery is £4 for every parcel.") == [
        "Promised: “we ship everything free”. Taken back: “Delivery is £4 for every parcel”"
    ]


def test_a_bar_over_the_menu_promises_and_an_entry_of_the_menu_does_not():
    bar, entry = "[nav sentence] feature: Spaces available", "[nav link /book] feature: Spaces available"
    back = ("/book Book", "[main sentence] feature: We keep a waiting list.")
    title = "Promised: “Spaces available”. Taken back: “We keep a waiting list”"
    assert [told.title for told in findings("/ Brindle", bar, *back)] == [title]
    assert findings("/ Brindle", entry, *back) == ()


def test_lessons_on_weekdays_take_back_the_saturday_of_the_hours_and_two_times_of_a_door_are_told_once():
    hours = ("/contact Brindle | Contact", "[main sentence] feature: Saturday 9.30 am - 4 pm")
    lessons = "[main sentence] feature: Lessons operate Monday to Friday."
    (entry,) = findings("/ Brindle", lessons, *hours)
    assert entry.title == "Promised: “Saturday 9.30 am - 4 pm”. Taken back: “Lessons operate Monday to Friday”"
    closed = findings("/ Brindle", "[footer sentence] feature: Saturday: closed", *hours)
    assert not [told for told in closed if told.title.startswith("Promised")]


def test_what_costs_nothing_more_and_is_charged_elsewhere_is_told():
    free = "[main sentence] feature: Supper at no extra charge"
    for other, told in (
        ("Guests who come after nine will be charged £12 for a late supper.", ["£12 for a late supper"]),
        ("Guests who come after nine will be charged £12 for the porter.", []),
        ("Supper is included for £12 a night.", []),
    ):
        found = findings("/ Brindle", free, "/service/stay Stay", f"[main sentence] feature: {other}")
        assert [entry.title for entry in found] == [
            f"Promised: “Supper at no extra charge”. Taken back: “{back}”" for back in told
        ]
