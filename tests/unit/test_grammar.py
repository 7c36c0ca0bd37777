"""Grammar: what closed classes of words decide, and four hundred sentences of good English in which nothing is wrong."""

from __future__ import annotations

import pytest

from auditor import grammar

WRONG = {
    "The hut is named on following pages.": "on following pages",
    "The barn can take any guest and host unlimited number of mules.": "host unlimited number of",
    "Saddles must returned, and bridles should given back.": "should given",
    "Choose a day for you visit.": "for you visit",
    "He serves it with a Apple cake.": "a Apple",
    "We look forward to welcome you on board.": "look forward to welcome you",
    "The pupils loves the ponies.": "The pupils loves",
    "Free parking are available behind the barn.": "Free parking are available",
    "We open every days of the week.": "every days",
    "If you has a boat, tell us.": "If you has",
    "Our friendly staffs are there at seven.": "friendly staffs",
    "Ring us to discuss you requirements today.": "discuss you requirements",
    "Have you ever rode a mule?": "Have you ever rode",
    "Wool gives an endless possibilities.": "an endless possibilities",
    "It's perfect spot for a picnic.": "It's perfect spot for",
    "All colours is available.": "All colours is available",
    "The wooden gates keeps. The gates protects the yard.": "The gates protects",
    "Give has a call about the barn.": "Give has a",
    "Ask for our high experienced fitters.": "high experienced",
    "When a boiler goes terrible wrong, we come.": "goes terrible wrong",
    "She is Leeds born and bread.": "born and bread",
    "Leave a message if were away.": "if were away",
    "We look after your companies needs.": "your companies needs",
    "It is all in writing, so your assured of a fair price.": "so your assured",
    "Ring us if your leaving a child with us.": "if your leaving a",
    "The tank is rinsed ensuing that nothing is left.": "ensuing that",
    "The tent is quick to setup.": "quick to setup",
    "A none-slip floor in each stable.": "none-slip",
    "They are small works of arts.": "works of arts",
    "Most guests where impressed by the view.": "guests where impressed",
    "Please do no enter the yard.": "do no enter",
    "Do not hesitates to write.": "Do not hesitates",
    "A hose which can improves the flow.": "which can improves",
    "We manage small woods, protects hedges and plant.": "We manage small woods, protects hedges",
    "The lessons have help many riders.": "have help many",
    "You need to chose a day.": "need to chose",
    "We come, taking in consideration the weather.": "taking in consideration",
    "We work abiding to the law.": "abiding to",
    "There are no fees associated to the loan.": "fees associated to",
    "The club is committed to provide a safe ride.": "committed to provide",
    "Tell us your feed back.": "your feed back",
    "It insures you a seat by the window.": "insures you a seat",
    "We are late, so lets start.": "so lets start",
    "Spend the day the way you want too.": "way you want too",
    "All rooms are starting from.": "are starting from.",
    "Turn the tap by a or 90 degrees.": "a or",
    "It lasts, as its made of oak.": "as its made of",
    "Rent is due on the 5th each month.": "the 5th each month",
    "Here are a few example of our work.": "a few example",
    "Most of our room are on the ground floor.": "Most of our room are",
    "A mule needs three week's written notice.": "three week's written notice",
    "The barn is open on a Sunday afternoons.": "on a Sunday afternoons",
    "We keep a simple stable as is possible.": "keep a simple stable as is possible",
    "He has dedicated to mending saddles.": "He has dedicated to mending",
    "This saddle has shown to help with sores.": "This saddle has shown to help",
    "The yard is shut until the March 2031.": "until the March 2031",
    "We work with rough materials that has knots.": "with rough materials that has",
    "We will send you an information on the day.": "an information",
    "You get a 20 minutes of riding.": "a 20 minutes of",
    "He holds a masters degree in law.": "a masters degree",
    "She has a bachelors in music.": "a bachelors in",
    "Help with worker's compensation.": "worker's compensation",
    "We cared for a 90-year old mare.": "90-year old",
    "We copy your old CD's and tapes.": "CD's",
    "A farm with there families.": "with there families",
    "You will be able too see the loft.": "You will be able too see",
    "The mill is known for it's fine flour.": "known for it's fine",
    "The club celebrates it's tenth year.": "celebrates it's tenth",
    "It's chemical resistance is good.": "It's chemical resistance is",
    "A pump and it's own hose.": "it's own",
    "Its a short walk to the quay.": "Its a",
    "If your looking for a quiet week, ask.": "If your looking for",
    "Their are three rooms upstairs.": "Their are",
    "We talk to people whose been there.": "people whose been",
    "The walk is lead by a ranger.": "is lead by a",
    "Nobody wants to loose money on a barn.": "to loose money",
    "Damp can effect your health.": "can effect your health",
    "It is never to late to call.": "never to late",
    "Free advise for first-time buyers.": "Free advise",
    "Over the passed ten years we grew.": "the passed ten years",
    "He acts as principle designer on site.": "principle designer",
    "We follow the basic principals of design.": "basic principals of",
    "With us you can breath easy.": "can breath easy",
    "A field with peace and quite.": "peace and quite",
    "We except all major cards.": "We except all major cards",
    "Trees play a vital roll in towns.": "play a vital roll in",
    "She grew up on a building sight.": "building sight",
    "Cheap break pads wear out.": "break pads",
    "All of it is done by trained personal.": "trained personal",
    "Calls are answered in a timely manor.": "in a timely manor",
    "Were here to help, day or night.": "Were here to help",
    "A place were you can rest.": "A place were you can",
    "We take arial photos of farms.": "arial photos",
    "These range of hoses fit any tap.": "These range of",
    "We work for several company.": "several company",
    "He is a customers who pays.": "a customers",
    "There is many ways to say it.": "There is many",
    "There are a problem in the drains.": "There are a problem",
    "All equipments are kept dry.": "equipments",
    "The equipment are checked weekly.": "The equipment are",
    "Ask for childrens sizes.": "childrens",
    "The womens team trains on Mondays.": "womens",
    "We stock mens boots.": "mens",
    "What to do on your childs birthday.": "childs",
    "We ask for a months notice.": "a months notice",
    "It is a 45 minutes walk.": "a 45 minutes walk",
    "Bring a doctors referral.": "a doctors referral",
    "She is the principle dentist here.": "principle dentist",
    "We do it twice to insure that it holds.": "to insure that it",
    "See todays menu.": "todays",
    "We have lot of space for vans.": "have lot of",
    "Here is what they offers.": "they offers",
    "Call Bo. He have the keys.": "He have",
    "Our products helps you sleep.": "Our products helps",
    "Every room have a view.": "Every room have",
    "The cost of these repairs are low.": "The cost of these repairs are",
    "The benefits of this method is clear.": "The benefits of this method is",
    "It is a tool that are made by hand.": "It is a tool that are",
    "The workshop has is now in Hull.": "The workshop has is",
    "We decided to went by train.": "We decided to went",
    "Our aim is to provides calm.": "Our aim is to provides",
    "Meals are provide by the inn.": "are provide by",
    "I am able see you at nine.": "I am able see",
    "We look forward to hear from you.": "look forward to hear from",
    "You are suppose to ring twice.": "are suppose to",
    "We pride in our work.": "We pride in",
    "They have been provide meals.": "have been provide",
    "The set comprises of six chairs.": "comprises of",
    "You could of been here.": "could of been",
    "We meet on regular basis.": "on regular basis",
    "Orders leave in timely manner.": "in timely manner",
    "The shop offers wide range of paints.": "offers wide range of",
    "Hill Farm is leading supplier of hay.": "is leading supplier of",
    "After mile or so you see a gate.": "After mile or so",
    "The inn is in heart of the city.": "is in heart of the",
    "She has in depth knowledge of soils.": "in depth knowledge",
    "We open despite of the rain.": "despite of",
    "Let us discuss about your plans.": "Let us discuss about your",
    "The crane is capable to lift it.": "is capable to",
    "She is responsible of the herd.": "is responsible of the",
    "The price depends of the size.": "depends of the",
    "Oak is superior than pine.": "superior than",
    "Please get in contact to the office.": "get in contact to the",
    "Trades such us plumbing.": "such us",
    "Serving the valley since thirty years.": "since thirty years",
    "He has 30 year of experience.": "30 year of experience",
    "A bench of you're dreams.": "of you're dreams",
    "The hay comes from they're farm.": "from they're farm",
    "Ask the man who's name is on the door.": "man who's name",
    "The band is better then ever.": "better then ever",
    "The hall is two miles away form the station.": "miles away form the",
    "You get a through examination.": "a through examination",
    "Weather or not you rent, call.": "Weather or not you",
    "Every customers gets a key.": "Every customers gets",
    "One of our client is in Hull.": "One of our client",
    "A women is at the door.": "A women is",
    "We meet our clients requirements.": "meet our clients requirements",
    "We repair all type of pumps.": "all type of",
    "Those who has it all want more.": "Those who has",
    "People who is late wait outside.": "People who is",
    "The house itself include a loft.": "The house itself include",
    "We have became fairer.": "We have became",
    "It can helps a lot.": "It can helps",
    "Your able to bring a dog.": "Your able to",
    "They are interested about the view.": "are interested about the",
    "They are aware about the risk.": "are aware about the",
    "We work in accordance to the plan.": "in accordance to the",
}


MISTAKEN = {
    "We ask for two weeks rent.": "two weeks rent",
    "Pay the first months rent.": "first months rent",
    "It is done at the tenants expense.": "the tenants expense",
    "A lamp allows tenants find the gate.": "allows tenants find",
    "Let us try find a barn.": "Let us try find",
    "Click here view our ferrets.": "Click here view",
    "We charge flat fee for shoeing.": "charge flat fee",
    "Safety is top priority here.": "is top priority",
    "We are a small team of experts start by listening.": "are a small team of experts start by",
    "Hooks that can used in stables.": "that can used",
    "Eels are kept by people which live there.": "people which live",
    "They are looking from homes to rent.": "looking from homes",
    "It is the pride of he town.": "of he town",
    "It makes your and your barn look tidy.": "your and your barn look",
    "Ring, and we will try are best.": "try are best",
    "Call into are shop in the square.": "into are shop",
    "We our proud to say so.": "We our proud",
    "Tell us what your looking for.": "your looking for",
    "A bed for you're dog.": "for you're dog",
    "Its impossible to say how old the oak is.": "Its impossible to say",
    "It was shut because its a Monday.": "because its a",
    "It holds more then ten litres.": "more then ten",
    "If the bell is broken, than call the office.": ", than call",
    "The new lathe is faster that the old one.": "faster that the",
    "Oak is much more durable that softwood.": "much more durable that softwood",
    "He had nobody to refer you too.": "refer you too",
    "It is all to easy to forget the frost.": "all to easy",
    "The combined affects of salt and sun.": "The combined affects",
    "Rain has no affect on the paint.": "no affect on",
    "Deposits maybe required in August.": "maybe required",
    "May be you know the farm already.": "May be you",
    "The kiosk is open everyday.": "everyday",
    "Made for every day use.": "every day use",
    "Fill in our contact from and wait.": "Fill in our contact from",
    "They from part of the harbour wall.": "They from part of",
    "There are quiet a few swans.": "quiet a few",
    "A jig to insure precise cuts.": "insure precise",
    "The stream goes threw the yard.": "goes threw",
    "Bare in mind that ice is slippery.": "Bare in mind",
    "Walk passed the church.": "Walk passed the",
    "Cushions that compliment your existing sofa.": "compliment your existing",
    "A tile that will perfectly compliment any wall.": "perfectly compliment",
    "Guests enjoy a complementary glass of cider.": "complementary glass",
    "We print wedding stationary.": "wedding stationary",
    "Stop for a coffee brake.": "coffee brake",
    "We fit drum breaks and hoses.": "drum breaks",
    "Ask a personnel trainer.": "personnel trainer",
    "She gives advise on soil.": "gives advise",
    "Why do people need to chose early?": "to chose",
    "Tell us weather you come by boat.": "Tell us weather you",
    "Whether permitting, we sail at noon.": "Whether permitting",
    "They where very kind to my mother.": "They where very",
    "Were always happy to chat.": "Were always happy",
    "Most visitors want to no how deep it is.": "want to no how",
    "Please let us now if you bring a dog.": "let us now if",
    "Perhaps you are looking to by a boat.": "looking to by",
    "The barn holds lots off old tools.": "lots off old",
    "Please drop of your keys.": "drop of your keys",
    "It means allot to us.": "allot to",
    "Start a free trail.": "free trail",
    "The next tow weeks are full.": "next tow weeks",
    "The team preformed their work at night.": "team preformed their",
    "Kent's and the region's premiere supplier.": "region's premiere supplier",
    "You may need planing permission.": "planing permission",
    "We do a through inspection.": "through inspection",
    "Steak, fish and deserts.": "and deserts",
    "Book an isle seat.": "isle seat",
    "A picnic lifts staff moral.": "staff moral",
    "Good costumer service.": "costumer service",
    "Twenty years in the filed of drains.": "in the filed of",
    "Born in the untied kingdom.": "untied kingdom",
    "We help you mange pain.": "you mange pain",
    "Outsite the gate stands a bench.": "Outsite the",
    "A course on muscular skeletal pain.": "muscular skeletal",
    "Twenty minutes in usually enough.": "minutes in usually enough",
    "A good lid would stop the prevent.": "the prevent",
    "The fence needs replace.": "",
    "The fence needs improve.": "needs improve",
    "We want to provides a good lunch.": "want to provides",
    "A walk helps to calm nerves and helps to sleep.": "helps to calm nerves and helps to",
    "There are a few of rules.": "a few of rules",
    "They doesn't mind mud.": "They doesn't",
    "These versatile range of clips fits any wall.": "These versatile range of",
    "Beads in different size and weight.": "",
    "Beads in different size, shape and weight.": "different size",
    "We get the bests results in spring.": "the bests results",
    "It is the highest efficient stove we sell.": "the highest efficient",
    "Past criteria was stricter.": "Past criteria was",
    "The overall quality of these cloths are poor.": "The overall quality of these cloths are",
    "Ask how this machines are oiled.": "this machines are",
    "Business that have a yard pay less.": "Business that have",
    "Price's vary with the season.": "Price's vary",
    "We do the following service's.": "the following service's",
    "Our machines is oiled daily.": "Our machines is",
    "Our kitchen are open at noon.": "Our kitchen are",
    "Children is welcome on the farm.": "Children is",
    "In winter the pond itself remain open.": "the pond itself remain",
    "If you want get the best seats, ring early.": "you want get",
    "It is cheap due to it's very low weight.": "due to it's very low",
    "Soup is served everyday and on Sundays.": "served everyday",
    "Look in, were sure to have a saddle for you.": "were sure to have",
    "Swimming for under 12's only.": "under 12's",
    "He has 20 years experience in roofs.": "20 years experience",
    "It has a 12-part hull with 18 months warranty.": "18 months warranty",
    "Cancel with 3 weeks notice.": "3 weeks notice",
    "We need 10 days notice.": "10 days notice",
    "Ring with 24 hours notice.": "24 hours notice",
    "We are dedicated in bringing you good bread.": "are dedicated in bringing",
    "We have trained staffs in each yard.": "trained staffs",
    "It is 20 minutes drive from here.": "20 minutes drive",
    "Patients like this: any clients needs come first.": "any clients needs",
    "Ask HRMC about your tax.": "HRMC",
    "Your health data is kept by HIPPA rules on privacy.": "HIPPA",
    "We follow GPDR where data is kept.": "GPDR",
    "The RSCPA asks for old towels for dogs.": "RSCPA",
    "An electrician of the NICIEC called.": "NICIEC",
    "Tell the DLVA that you sold the car.": "DLVA",
    "Read more on it's website.": "on it's website",
    "Bring your dogs favourite ball.": "your dogs favourite ball",
    "Good for your pets coat.": "for your pets coat",
    "We work within clients budgets.": "within clients budgets",
    "How we answer childrens' questions.": "childrens'",
    "The mens' team plays on Sunday.": "mens' team",
    "Customers Voice": "Customers Voice",
    "We have wide range of hoses.": "have wide range of",
    "We take maximum of two dogs.": "take maximum of two",
    "Pipes in various size.": "various size",
    "Company has been repairing pumps since 1950.": "Company has been repairing",
    "We pride ourselves at our work.": "pride ourselves at",
    "No dog is allowed top be loose.": "allowed top be",
    "The lake maybe divided in two.": "maybe divided",
    "Your yard. Our care. Everyday.": "Everyday.",
    "It is run by an Bennock team of ours.": "an Bennock",
    "Spare Pump Equipment's.": "Equipment's",
    "A degree in art's helps.": "degree in art's",
    "Founded on 13Th May.": "13Th",
}
"""Known words that stand for another, and forms that cannot stand where they do; "" where nothing may be told."""


@pytest.mark.parametrize(("text", "words"), (WRONG | MISTAKEN).items())
def test_a_slip_of_grammar_is_told_by_its_words(text, words):
    found = [found for found, _ in grammar.faults(text)]
    assert words in found or (not words and not found)


def test_no_rule_is_without_a_line_that_it_convicts():
    told = {rule for text in WRONG | MISTAKEN for rule in grammar.convicted(text)}
    assert [rule.shape for place, rule in enumerate(grammar.rules()) if place not in told] == []


def test_what_was_meant_is_said_where_it_is_certain():
    assert list(grammar.faults("Childrens shoes, and in depth advice.")) == [
        ("Childrens", "children's"),
        ("in depth advice", "in-depth"),
    ]
    assert list(grammar.faults("A 9-year old mare, none-slip mats and old CD\u2019s.")) == [
        ("none-slip", "non-slip"),
        ("9-year old", "9-year-old"),
        ("CD\u2019s", "CDs"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("A new boiler for your piece of mind.", "for your piece of mind", "peace of mind"),
        ("We carry pubic liability insurance.", "pubic liability", "public"),
        ("Our fitters are friendly and discrete.", "friendly and discrete", "discreet"),
        ("The yard has being in the family since 1950.", "has being in", "has been"),
        ("Our rods keep lightening strikes away.", "lightening strikes", "lightning"),
        ("Churns, lids, taps, ect.", "ect", "etc"),
        ("They didn’t went home late.", "didn’t went", "the plain verb"),
        ("Book now for Valentines Day!", "Valentines Day", "Valentine's Day"),
        ("Please feel free contact us.", "feel free contact", "feel free to"),
        ("The view out weighs the climb.", "out weighs", "outweigh"),
        ("They are millers since three generations.", "since three generations", "for years"),
        ("The mill is in the trade from 40 years.", "in the trade from 40 years", "for years"),
        ("An affordable priced barn.", "affordable priced", "affordably priced"),
        ("You will hear from us with in two days.", "with in two days", "within"),
        ("Our service include tea.", "Our service include", "includes"),
        ("The map will be send tomorrow.", "will be send", "sent"),
        ("We are specialised on harness.", "specialised on harness", "specialised in"),
        ("The mill stands in the left hand side.", "in the left hand side", "on that side"),
        ("We ask for advanced payment in May.", "advanced payment", "advance"),
        ("This is ruled by the law of contact.", "law of contact", "law of contract"),
        ("Those is the keys.", "Those is", "this is or these are"),
        ("We write to all our customer have.", "all our customer", "our customers"),
    ],
)
def test_a_mistaken_set_phrase_is_told_with_the_right_one(text: str, words: str, meant: str) -> None:
    assert list(grammar.faults(text)) == [(words, meant)]


SOUNDED = {
    "to the upmost": "utmost", "a skin care regiment": "regimen", "flee and tick": "flea", "tics and fleas": "ticks", "Easter Standard Time": "Eastern",
    "statue of limitations": "statute", "tow the line": "toe the line", "with baited breath": "bated breath", "pour over the plans": "pore over",
    "reign in costs": "rein in", "wreck havoc": "wreak havoc", "slight of hand": "sleight of hand", "left in tact": "intact", "at your beckon call": "beck and call",
    "chalk full of": "chock-full", "dew diligence": "due diligence", "nip it in the butt": "nip in the bud", "an old wise tale": "old wives' tale",
    "pass mustard": "pass muster", "tongue and cheek": "tongue in cheek", "unchartered waters": "uncharted", "worse case scenario": "worst-case",
    "made due with": "make do", "causing undo stress": "undue", "by in large": "by and large", "on a daily bases": "basis", "we would defiantly recommend": "definitely",
    "easy assess to": "access", "daily accept Sundays": "except", "married at the alter.": "altar", "a wide birth": "wide berth", "air-born dust": "borne",
    "pure-bread dogs": "bred", "canvass bags": "canvas", "9 carrot gold": "carat", "spinal chord": "cord", "golf coarse": "course", "counsel tax": "Council",
    "mobile devises": "device", "duel fuel": "dual", "back and fourth": "forth", "taxi fair": "fare", "heal spurs": "heel", "hole-grain": "whole",
    "a great incite into": "insight", "piano lessens": "lessons", "lesson the impact": "lessen", "loan workers": "lone", "the manner house": "manor",
    "meat your needs": "meet", "gold metal winner": "medal", "miner repairs": "minor", "window pains": "pane", "a pear of shoes": "pair", "colour pallet": "palette",
    "discerning palettes.": "palate", "wooden palettes": "pallet", "thank you for your patients": "patience", "new patience welcome": "patients",
    "brake peddle": "pedal", "plane English": "plain", "of pour quality": "poor", "birds of pray": "prey", "a strong presents on": "presence", "a price draw": "prize draw",
    "reins supreme": "reign supreme", "gift rap": "wrap", "local residence are": "residents", "right a review": "write a review", "a roll model": "role",
    "sausage roles": "roll", "boats for sell": "for sale", "We sale pumps": "sell", "shear delight": "sheer", "soul purpose": "sole", "stainless steal": "steel",
    "strait forward": "straight", "on-suite": "en suite", "bridle gown": "bridal", "the bridal path": "bridleway", "bathroom suits and": "suite",
    "teaming with fish": "teeming", "varicose vains": "vein", "weather vein": "weathervane", "food waist": "waste", "wait loss": "weight", "weighting list": "waiting",
    "waved the fee": "waive", "cook wear": "ware", "swim ware": "wear", "three days a weak.": "week", "hay bails": "bale", "boarder collies": "border",
    "parking censors": "sensor", "cereal number": "serial", "our web sight": "website", "on-sight parking": "on-site", "cost conscience": "conscious",
    "jump the que": "queue", "(formally known as": "formerly", "peace of furniture": "piece", "perspective buyers": "prospective",
    "precede to checkout": "proceed", "prostrate cancer": "prostate", "route canal": "root", "en root": "en route", "bus roots": "route",
    "silicon sealant": "silicone", "Silicone Valley": "Silicon Valley", "core tenants of": "tenets", "urinary track": "tract", "tract record": "track record",
    "a change of cloths": "clothes", "kitchen draws": "drawers", "parameter fence": "perimeter", "favourite past-time": "pastime",
    "trespassers will be persecuted": "prosecuted", "parking on the premise.": "on the premises", "refuge collection": "refuse", "suspended sealings": "ceiling",
    "rump stake": "steak", "steak holders": "stakeholder", "locally sauced produce": "sourced", "bridles and reigns": "reins", "a heard of cattle": "herd",
    "base guitar": "bass guitar", "aircraft hanger": "hangar", "coat hangars": "hanger", "hoards of tourists": "hordes", "roof leeks": "leak",
    "leak and potato": "leek", "toe truck": "tow", "rear axel": "axle", "electric wench": "winch", "hair dying": "dyeing", "sowing machine": "sewing machine",
    "sew seeds": "sow seeds", "walk tot he shop": "to the", "int he yard": "in the", "one oft he best": "of the", "ont he farm": "on the",
    "the parent's evening": "parents' evening", "grilled goats cheese": "goat's cheese", "a shepherds pie": "shepherd's pie",
    "ploughmans lunch": "ploughman's", "fresh cows milk": "cow's milk", "sheeps wool": "sheep's", "athletes foot": "athlete's foot",
    "around the crows feet": "crow's feet", "people with alzheimers": "Alzheimer's", "parkinsons disease": "Parkinson's", "rewarded the contract": "awarded",
}  # fmt: skip
"""Words for others that sound or look alike, in company that only the other keeps, each with what was meant."""


@pytest.mark.parametrize(("text", "meant"), SOUNDED.items())
def test_a_word_in_company_that_another_keeps_is_told_with_the_other(text: str, meant: str) -> None:
    assert [other for _, other in grammar.faults(text)] == [meant]


def test_words_that_sound_alike_are_left_alone_in_their_own_company() -> None:
    for line in IN_COMPANY.strip().splitlines():
        assert not list(grammar.faults(line)), line


OF_SMALL_FIRMS = {
    "Power coating for gates": "powder coating", "See our privacy police": "privacy policy", "Our refund police": "policy", "Contract us today": "contact us",
    "Contact with us": "contact us", "Our project manger": "manager", "A clinical trail": "trial", "Our desert menu": "dessert", "In a conversation area": "conservation area",
    "Heath and safety": "health", "A right angel": "right angle", "Sing up now": "sign up", "A film premier.": "premiere", "A master of ceremony": "master of ceremonies",
    "Sheet mental": "sheet metal", "Plumping repairs": "plumbing", "The view is breath taking": "breathtaking", "Topped with granted cheese": "grated",
    "Julian carrots": "julienne", "Margo chutney": "mango", "Served on a bed on rice": "a bed of", "Fried onions rings": "onion rings", "Hot chickens wings": "chicken wings",
    "Best served room temperature": "at room temperature", "A ceasar salad": "Caesar salad", "Her principle instrument": "principal instrument",
    "Terms and condition": "terms and conditions", "Frequently ask questions": "frequently asked questions", "All right reserved": "all rights reserved",
    "Copywrite 2021": "copyright", "Lean more": "learn more", "Leave us a massage below": "message", "Opening ours": "opening hours", "Add to card": "add to cart",
    "What are customers say": "what our", "What our guest say": "what our clients say", "How it work": "how it works", "Order know!": "now", "Trading since from 1961": "since",
    "Come to this years show": "this year's", "Off to todays meeting": "today's", "It changes peoples lives": "people's", "It is everyones park": "everyone's",
    "It cant rust": "can't or won't", "Im delighted": "I'm", "Ive been here": "I've", "Theyll ring": "they'll", "Theyve rung": "they've", "You should of asked": "would have",
    "Thanks you all": "thank you", "Thank you for you patience": "thank you for your", "Thank you for visit our barn": "thank you for visiting", "We have lot of eels": "a lot of",
    "A wide range of product in stock": "a range of several", "One of the best hotel in Wick": "one of several", "In all kind of weather": "all kinds of",
    "These sort of eels": "these kinds of", "People who needs eels": "who need", "Anyone who want an eel": "who needs", "Everyone are welcome": "everyone is",
    "Ring, and they offers tea": "they speak", "Founded on 1961 by Ada": "in", "We are small company of two": "we are a", "Ten years of experiences": "years of experience",
    "In order to keeping it dry": "to and the plain verb", "Do not hesitate call": "hesitate to", "By keep the lid on": "by and the form in -ing", "Come to discuss about your barn": "discuss",
    "It is locate in Wick": "located", "They are experience in eels": "experienced", "We are always their for you": "there", "Because off rain": "of", "We will be please": "pleased",
    "We are delight to call": "delighted", "Do you no the way": "know", "Find our more about eels": "find out more", "Out team is small": "our", "Your welcome!": "you are",
    "Care for you garden.": "your", "The are two eels": "there are or they are", "They are many ways in": "there are", "We are now excepting bookings": "accept",
    "Between 9am to 5pm": "and", "A two days course": "a two-day", "A modern two bedrooms flat": "a two-bedroom", "A five stars hotel": "a five-star", "Open 7 day a week": "days a week",
    "Fed every weeks.": "every week", "Few years ago it sank": "a few years ago", "It took many year of work": "many years", "Season's greeting": "Season's Greetings",
    "Happy new years!": "Happy New Year", "Stay tune": "stay tuned", "Follow use on foot": "us", "Please not that it rains": "please note", "Please be inform": "please be informed",
    "Please be advice": "please be advised", "In additional, it rains": "in addition", "Additional, we fish": "additionally", "Further more, it rains": "furthermore",
    "Never the less": "nevertheless", "There fore it rains": "therefore", "Any one who fishes": "anyone who", "Some one who fishes": "someone who", "Upto 9 eels": "up to",
    "Checkout our eels": "check out", "To setup a tent": "set up", "You can pickup your eels": "pick up", "Please backup the files": "back up", "By one get one free": "buy one get one",
    "Buy the way, it rains": "by the way", "Passed customers": "past", "Each of our barns are dry": "each of them is", "Each rooms": "each one", "We are provide lids": "we provide",
    "We ring a NHS line": "an", "A 8 hour walk": "an", "A honest eel": "an", "A Amazing Eel": "an", "On an UK farm": "a", "It is'nt deep": "n't", "You'r in": "you're or they're",
    "The eel in its' pond": "its", "A lid that let's you see": "lets", "The company's are big": "companies", "Our guest's are in": "customers", "The mill was found in 1961": "founded",
    "Our social medias": "social media", "The criterias": "already many", "It is childs play": "child's play", "To explain you the plan": "explain to", "We suggest you to fish": "suggest that you",
    "We provide you the best eels": "provide you with", "We offer you with eels": "offer you", "We emphasize on care": "emphasise", "A yard comprising of two": "comprising",
    "They comprise of two": "comprise", "Made since over 20 years": "for many years", "Me and my wife run it": "my team and I", "Please ring myself": "me",
    "Eels at reasonable price.": "at affordable prices", "We are having a team": "we have", "A state of the arts pond": "state of the art", "We are fully insure": "fully and the participle",
    "Made by certify engineers": "qualified", "It is free of charges": "free of charge", "News and event": "news and events", "Quick link": "quick links", "Recent post": "recent posts",
    "Term of use": "terms of use", "Like us in Facebook": "on", "A large amount of people": "number of", "Taylor made": "tailor-made", "A taylored lid": "tailored", "With out the mud": "without",
    "They was dry": "they were", "All these man have eels": "those men", "We deals in eels": "we deal in", "It is different then other eels": "different from", "Reach to us": "reach us",
    "For book a pond": "to book", "Weather your new or old": "whether you", "On bank holidays Monday": "bank holiday Monday", "With 10 year's warranty": "years'",
    "Two bedrooms flat": "two-bedroom", "A 20 pages book": "a 20-page", "Open 24/7 days a week": "24 hours a day", "Over the last 20 year.": "years", "Closed Sunday's": "Sundays",
    "They wash them selves": "ourselves", "You will not be disappoint": "disappointed", "More over, it rains": "moreover", "How ever, it rains": "however", "Some times it rains": "sometimes",
    "We are proudly to fish": "proud", "On behalf off Ada": "on behalf of", "If you dog is wet": "your home", "We now that it rains": "we know", "Lookout for our eels": "look out for",
    "Hooks designed for to hold": "designed to", "It is capable to do it": "capable of",
    "We ensure you that it holds": "assure you", "We our open": "we are", "A place too eat": "a place to", "We use high quality of woods": "high-quality",
}  # fmt: skip
"""Slips of headings, buttons and short sentences, one for each group of the list, each with what was meant."""


@pytest.mark.parametrize(("text", "meant"), OF_SMALL_FIRMS.items())
def test_a_slip_of_headings_and_short_sentences_is_told_with_what_was_meant(text: str, meant: str) -> None:
    assert meant in [other for _, other in grammar.faults(text)]


IN_COMPANY = """
Powder coating, and the power of coatings. The police guard our privacy. They contract us to dig. Contact us with your plans. A manger in the stable.
A trail of eels, a free trail map. The desert is dry, deserts of sand. A conversation about the area. Heath Road, and a heath in bloom. An angel right above.
We sing up the hill. The premier came, a premier league. A ceremony of masters. Mental health. Plumping the cushions. Breathe, taking your time. Granted, cheese is dear.
Terms and condition of the barn. The right reserved for all. A copyright of 2021. Lean meat, lean more to the left. We give a massage. Ours is open. Add the card.
What are customers for? What our guests say. How it works. Do you know? We know. Since 1961. These years the show grew; last years are best. People live here.
Everyone's park, ones and twos. Cant is a word of thieves. Theyn is none. We should, of course, ask. Thanks to you. Thank you for your patience, thank you for visiting.
A lot of eels; the whole lot of them. A range of products, a number of product lines. One of the best hotels in Wick, one of the largest hotel chains.
It is all kind and good. These sorts of eels. One of those who knows. People who need eels, anyone who wants one. Are everyone's boots dry? Does everyone have one?
They and we offer tea. It was founded on 1961 principles. We are small. We are leading the way. Years of rich experience, a year of experience, twenty-year experience.
In order to keep it dry, to keeping it dry. We do not hesitate to call. The keepers stand by, keep out. We discuss it. They locate it. We experience rain. That is their dog, always their own.
Switch it off. The off season. We are pleased to please. There is no way. Find our latest more easily. Out of stock. Your welcome pack is here. They look to you, home and dry.
We give you home comforts; for you family comes first. They are many. They are many miles away. The many are here. Nobody excepting Ada. From 9am to 5pm, between 9am and 5pm.
A two-day course, two days of course work. A house of two bedrooms. Five stars. A 7 day a week service. Every few weeks. Few years pass so fast. Many a year passed.
Our greeting. Happy New Year, a happy new year. Stay in tune. For use on site, join use and need. Please do not. Please advise. In additional barns. Additional costs apply.
Further, more eels. It is never the best. There, before it rains. Any one of them, every one is different. Upton. The checkout is open, checkout our process.
The setup of a tent. A pickup truck. A backup of files. Get one by one. They buy the way they sell. Customers passed by. Each of our barns is dry. At each of our barns are two eels.
An NHS line, a NATO base, an hour, a one-off, a union. Vitamin A increases. A and B. A level. An 8 hour walk, a 7 day walk. An 18th cup. He isn't; it's its own. Let's see, that lets us see.
The company's eels are the best. The guest's boots are dry. Shoes were found in 1961, a purse was found in the mill. Social media. Childs is a name. To explain the plan, suggest that you go.
We provide you with eels, we offer you eels. They comprise two. Since 20 years ago. Ask me and my wife. Please ring. By myself. At a reasonable price. We are having tea. The arts of state.
We fully insure your barn. They certify engineers. Free of charge. News of the event. A quick link. A term of use to all. Follow us in the dark. Amount of rain. Taylor made it.
Come with, out the gate. If you were dry. These are man and wife. It was different then. A book for a pond. To booking is added tea. Whether your barn is dry.
Two bedrooms. The last 20 year-olds. Sunday's tea is open to all. Selves. A lookout for ships. We now see. More overgrown. How ever did it rain? The design is for two.
Each room. We are what we provide. We ensure you get one. Our open day. Their place, too. Wood of high quality.
The upmost shelf and the upmost layer of the roof. A regiment of guards in training; the Training Regiment marched past.
People flee the flea circus. Easter time is busy. The statue of liberty. He tows the boat and toes the line.
Pour over the beans. Thanks to your patients, doctor. Patience is a virtue of our dental team.
Air bases and basis points on a farm. We defiantly refused. Born again, born and raised here.
Coarse sand, coarse fishing and a coarse texture, of course. The spinal cord and a guitar chord.
A bare metal frame and gold metal rings. Window panes and pain relief. A pear of that tree is ripe.
Wooden pallets, your palate, a colour palette. A strong president presents the medal.
Roll on deodorant and a role in the play. The sale ends soon, we sell on Sundays. Soul music and sole agents.
They steal bikes. A bridle for the mare, a bridal gown for the bride. The suit fits: bathroom suites and tailored suits.
Teaming up with others. Spider webs, and vain hopes. Food waste and a slim waist. Weight training, long waiting times.
Wave the flag. Hard-wearing tableware and swimwear. A weak point each day. Bail for thieves, hay bales for cows.
A boarder at school, a border at the fence. The censor read the serial. A website on a site in sight.
We act in good conscience. A formally trained chef, formally dressed. Peace of mind, and a piece of cake.
Root vegetables beside the bus route. Our tenants of ten years. The cloths are clean, the clothes are dry.
He draws kitchens. A parameter of the pump. In past times this was a mill. On the premise that all is well, we start.
A refuge for birds. Sealing the leak, a leek soup. A hanger for coats in the hangar. We heard of cattle there.
It was formally opened. Wench and winch are two words. Hair dyeing, dying embers. Sow the seed and sew the hem.
Everyday wear. The 13th of May, 21 St James Street, 5 Thirsk Road. It's site work that we do.
A world-wide range of pumps in various sizes. A maximum of two. The various type faces, various product lines.
We take pride in our work and pride ourselves on it. He is the top man. Maybe divided loyalties were the cause.
For the GDPR, ask about data. HMRC taxes, HIPAA and privacy.
HRMC Ltd rents halls. RSCPA is a rowing club.
The customers voice their wishes to all clients. A client's needs, our clients' budgets, the clients need us.
Offers wide range of shades. The goats eat cheese, shepherds eat pies. Company provides comfort? The company has been good.
Parkinson's disease, rewarded with the thanks of all. Give your dogs regular walks and keep your pets healthy. Men's teams, the children's hour.
"""


CLEAN = """
The glass protects the lamp, the class learns and the business provides.
The news spreads; the lens improves the view; the works requires care.
The gates protect the yard. The quality of our gates improves each year.
He gave him a piece of his mind, and a piece of mind reading came after.
The public can park here; two discrete parts and a friendly word.
A human being in the yard; it has its being in rest.
Lightening the load helps. ECT is a treatment, and so on, etc.
What they do not need, we take. Where the valentines danced, mothers sat.
Those are the keys, this is the door.
Our customer areas are dry, and all our customer records are kept.
What a call has now become is a chore, and each visit has a price.
The high-skilled trades are short of hands.
A high standard of training, and highly trained fitters.
If we were able to, we would; if they were not, so be it. As if were there no tomorrow!
Your businesses need care, and so do your homes and your companies; your companies need to grow.
Rest assured of our help, and of your assured tenancy.
If your planning is late, or your buying agent is away, tell us. If your heating is off, so are we.
The ensuing talk, ensuing questions and what ensued that night.
The setup fee is small, and the time to setup costs nothing.
None slip, for none of the floors is wet; bar none, stop here.
Works of art and works of arts and crafts.
The hall where impressed guests sat, and the rooms where guests sleep.
They do no harm, do no work on Sundays and have no need to enter.
What it does not give makes no odds, and what they don't like gets changed.
All that we can does not count for much; the best of what they can makes you smile.
We build a pump which saves oil, reduces noise and lasts.
We provide the hose, and it reduces noise.
They have help from friends, have help the whole week, and had help on the day.
She has to give, he wants to find; we need made-to-measure gates and want to make them.
Take it into consideration, and abide by it.
We are committed to bringing water, committed to excellence and committed to our town.
Write to tell us, feed back what you heard, and give us feedback.
It insures you against loss, and it ensures you a place.
She lets you keep the key, so he lets go; it is old but lets you in.
The way you want it, too. You want too much, whatever you like.
Prices are starting from £5. They start at dawn. What it costs, and what it starts at.
Row a or row b, 1 or 2, an hour or 2.
As its maker says, when its designed life is over, because its location is good.
On the 5th of each month, each year.
A few example sentences, several other service stations and many different class sizes.
Most of our room rates are fair, and some of your course fees are paid.
One of our products that has no lid; it is the doors that was meant. A range of materials that has grown.
A piece of equipment, an information leaflet, a training day and a regular maintenance schedule.
In a 20 minutes of rain or less; a 20 minute walk.
A master's degree, the masters in their halls, and bachelors of arts.
Workers' compensation, and the workers' comp office.
She is 90 years old, a 90-year-old.
The CD's cover, the PC's fan, one of the GP's. Our van's MOT's due.
It's clear that its weight is what makes it last.
It's good quality that counts, and it's good quality too.
It's electrical insulation.
Its chemical resistance is good.
It's the price that surprises people, and it's not a trick.
It's raining in the valley, but the barn is dry.
I can see what it's for, and all it's worth.
It's people who make a farm, and it's what they say that counts.
That is what it's about, and everything it's made of is local.
The best of it's that you pay nothing.
Whether it's a door, a gate or a lid, we fit it.
The dog lost its collar; its tag has our number.
Its a-frame is steel and its never-ending roof leaks no more.
When its roof was gone, the mill closed.
The point of its time to market is speed.
If you're in town, your room is ready when you're home.
What you're paying for is time, and who you're with matters.
If your looks matter to you, so does your hat.
If your planning permission has lapsed, call us.
Your entitled brother may wait; your about page may not.
All that you're in need of is tea.
There are their coats, and there they are.
Go there with friends; sit in there if it rains.
They live in a house they're proud of, near the one they're from.
We know the place they're in, and the road to where they're going.
Who's coming, and whose house is it?
People whose homes flood need pumps, and those whose wells run dry need them too.
Their own hens, their own eggs.
Lead is a soft metal, and to lead by example is hard.
The path has lead flashing and the team has lead times of a week.
They let the dogs loose, and a loose tile is a danger.
To effect a repair we need a part; the effect on you is small.
Children affect your sleep.
If it's better, then the answer is yes.
First it was cold, then a storm came; more came then than ever before.
The aim is to long outlast the roof.
Come to big meals and to small rooms.
It is ready to heavy users' surprise.
We advise you to wait, and our advice is free.
In the past ten years we have passed on every saving.
He walked past the hall and on to the mill.
The principal architect explained the principle of the arch.
In principle we agree, and our principals are both engineers.
Take a breath, then breathe easily.
Quite a village, quite a view, and it is quite quiet.
We accept cards, except at weekends.
She plays a role in the roll-out of new bread rolls.
The sight of the site from the hill is worth the walk.
Brake before the bend, then break for tea.
Personal calls are private, and trained personnel answer them.
Fill in the form the day you arrive, and pick it up from the desk.
We go, though the rain is heavy, and it works, though slowly.
Stay in a manor that is two hundred years old.
Look through the window and see how thorough a clean can be.
Were you here last year? Were they open?
Were we to close, you would get your money back.
Where we work, people know where to find us.
Whatever the weather, you can swim.
Arial is a typeface; aerial photographs are ours.
These ranges of hills are old, and this range of tools is new.
This type of roof lasts, and these types last longer.
These kinds of worries go away.
Each of our members has a key, and every customer's yard is clean.
Every two weeks each room's linen is changed.
This results in less waste, and this changes each year.
This works, this helps, and this matters to us.
Several service areas share one depot, and many a client stays.
These service vans are ours, and those customer lists are old.
Various company cars stood outside.
Two-room flats and three customer stories.
One of the family, one of the team, one of our best.
One of the most common questions is about cost.
One of our clients, one of our service vans, one of the few places that has a pool.
A services company and a sports club, a systems house and a means to an end.
A few customers wrote, and many a guest came back.
Such a products page, what a tools shop!
There is a number to call, and there are a number of ways to pay.
There are a few rooms left, a lot of seats, a range of prices and a dozen beds.
There is many a slip between cup and lip.
There are a shop and a bar at the gate.
There is plenty of time, and there was no queue.
Information about fees and equipment for hire are on the next page.
Companies providing the equipment are listed here.
The pieces of furniture which are oak cost more.
Mr Childs is a child's friend; a month's notice, a two-month wait, a days-old calf and two days of rain.
What our clients need, our clients' homes, the customers who have gardens and all patients.
A 45-minute walk, in a few minutes, a 10 minute break and a 5 years' warranty.
We insure the house, and in principle editors agree.
Women and men, and a women's team; each child and every man.
Women's Institute, children's shoes, men's hats and today's menu.
The rule of mens rea is old.
All kinds of trees, any kind of tree, and what kind of price.
A whole lot of fun, the whole lot of them, and lot of the day 12.
The number of rooms is small.
We offer help, they provide tea, and what we offer is rest.
What they do is simple, and who they are is plain.
It makes them proud. Let it be. If it were mine, it would go.
He has keys, she has time, and everyone has a bed.
Does it have a lid? Will she have time? Did he go?
Make it work, help it grow, let everyone have a say.
Our products help you sleep, and the product helps you rest.
Servicing machines takes time, and choosing products requires care.
More visits means more fuel.
One of our customers provides the hay.
What services does the inn offer? Which rooms has she seen?
A choice of rooms includes breakfast.
The range of products includes six oils.
Heritage Services provides heating, and Hill Properties is its name.
The set of tools that comes with it is yours.
One of the few companies that provides both is ours.
It is the range of services that makes it work.
The mix of people who is right for you varies.
Those who have, those who need, and those who want.
A group of people is here, and the number of people has grown.
Looking after people is hard; helping people has its own reward.
Every room has a view and every one of them was painted.
Every room and every hall were painted.
The cost of these repairs is low.
The quality of our stone and the skill of our masons are known.
The results of this test are clear.
One of the benefits of this method is speed.
A list of the parts of the engine is here.
The house itself remains open, and we let the dough itself stay cold.
Does the tank itself have a lid?
A set of tools that are made by hand.
It is a list of rooms that have a view.
The kind of company and service that are rare.
It is the people and the tools that make a workshop.
Clients who have lost a claim come to us.
All prices include VAT, and none does not.
What it is is simple, and what we have is enough.
The tools we have are old, and the best there is has gone.
It was, is and will be ours.
The problem is what has become of it.
We have become fairer, had done more and have taken less.
He went to see, went to drive and came to know.
It goes from great to good, and the road to broke is short.
Thanks to improved seals, next to provided bins.
What our aim provides, what the will provides for and what a can contains.
Can advanced users help? How will automated systems cope?
The will gives her the house, and a must makes no rule.
In May we went home; the might of the sea took it.
He might, given time, and could, made to measure.
What we do is provide tea, and all you do is choose a cake.
Those are complete, these were open and they are clean.
What they are doing are repairs.
It must be complete, could be open and should be clear.
The pool can be hot and the room should be free.
It is to be fair, and to be use-specific is fine.
Able seamen, able-bodied hands, and a most able guide.
We are able to see you, and you are welcome to see us.
In order to get a table, call; put the rooms in order before noon.
Listed in order: include all names.
What we stand for: provide, protect, improve.
By choice, for use, of value, without help.
By make and model, for work and play.
We look forward to hearing from you, and to your visit.
You are supposed to ring, and used to be late.
The room can be put to use, and what it is used for is plain.
Free for anyone it is use to.
We pride ourselves on bread, and take pride in it.
A pride of lions, and their pride in the town.
We have been through it, and you have been kind.
The set comprises six chairs and consists of oak.
It must of course be clean, and it could, of late, be better.
On a regular basis, on a daily basis, on this basis.
In a timely manner, and in good time.
The shop offers a wide range of paints in a full range of shades.
From our wide range of hats; the widest choice of oils.
Their full range of oils, this great choice of breads.
She is the leading supplier of hay, and they are leading suppliers.
He is leading company tours this year.
After a mile or so, an hour or two, half a day or more.
Just one week or two, by the hour or day.
In the heart of the city, at the very heart of it.
By heart, in the middle of town.
She knows soils in depth, knowledge that helps.
In-depth knowledge, in depth and width.
Despite the rain, and in spite of it.
We discuss it, talk about it and are happy to.
Capable of lifting, able to lift and responsible for it.
She specialises in clocks, and specialised at an early age.
Interested in a visit, and interested for many years.
The price depends on the size, and depends in part on you.
Superior to pine, rather than oak, prior to May.
According to plan, in accordance with the law.
We raise awareness about floods and are aware of the risk.
She became aware for the first time.
Contact us to book, keep in contact with us and contact the office.
Get in contact to find out more. First contact with us is free, and any contact on Sundays is by mail.
A wide range on offer.
Such as we have, as well as us.
Off the course, on course and of course.
Since 1998, since two years ago, since the first year.
A 30-year mortgage, a two-year degree, over 30 years of experience.
Over the year, in the year 2019, more than a year ago.
Terms and conditions apply.
Ring, write or call in; bring the dog.
Nobody was at home and nobody minded.
Grandad's garden gnomes grow grumpy.
My mother's cottage, my sisters' boats, the boss's van.
Small rooms, short walks, long views.
Tea is at four. Supper is not.
We cut, sew and finish each sail by hand in the loft above the harbour.
Two brothers, one lathe and forty years of swarf on the floor.
If the boiler fails on Christmas Eve, we come on Christmas Eve.
Your accounts are filed nine weeks before the deadline, so January is just another month.
Nothing leaves the bakery before it has been tasted by somebody who did not bake it.
What happens next: we ring you, we look, you decide.
Half the price was the scaffold; we used a ladder.
You hold the insurance, we hold the hose.
The court sets the date, the bailiff sets the hour, and we tell you both.
Patients who come early leave early.
Anyone who has ever tried to park here will know why we run a bus.
Some of the finest wool in the county is spun in a shed.
None of the above was easy; all of it was worth it.
Neither the tank nor the lid is made of plastic.
Either come in or stay out.
The committee meets on the first Tuesday; its minutes are kept in the hall.
Eight out of ten guests have stayed before.
Ten years is a long time in cheese.
Fish and chips is what they order, and fish and chips they get.
The news is good, the maths is simple and the series is long.
Measure twice, cut once.
I'd rather be late than lose a finger.
They're theirs, not ours, and there they stay.
Who does what, and when, is written on one page.
Most of what we sell is made here, and most of those who make it live here.
You may be asked to wait, and you might be offered tea.
To have and to hold, to be and to do.
The ones that got away were bigger, of course.
Let us know what you need and we will let you know what it costs.
Having two yards means that one of them is always open.
That that is so is why it is so.
We take great care and pride in our work.
With care and pride in every stitch, she finishes ten coats a year.
Skill and pride in our work show in every joint.
A simple will takes an hour.
A simple will offers peace of mind.
A professionally drafted will ensures your wishes are met.
Having a valid will makes probate easier.
An out-of-date will needs replacing.
A handwritten will needs two witnesses.
A watering can makes light work.
Doing all you can makes a difference.
Giving what you will helps more than you think.
Doing what you must takes courage.
Things to look out for include the state of the roof.
Brands we are known for include the Smith range.
What you pay for include your deposit and the keys.
Firms we have worked for include the county bank.
Costs you are responsible for include the gas.
Conditions we care for include all of these.
The first car I had broke down.
The van he had broke down outside.
The only oven we had gave up.
The people we spoke to gave us good advice.
The house we moved to became a home.
The event I came to took place in May.
The course she went to includes lunch.
The plan you subscribe to includes it.
The insurer it belongs to provides cover.
What this adds up to ensures a quiet life.
With full range of movement.
Restores full range of motion in six weeks.
You have full choice of menu.
Have complete choice of colour.
Financial services is a tough trade.
Happy customers is our goal.
Two classes is the least we take.
Thirty sessions is about right, and ten reasons is too many.
Good things comes from good soil, the rhyme goes; supporting students is our aim.
Great products is only the start.
Connecting people is our mission.
Our focus on people is what sets us apart.
Care for older people is changing.
Talking to people is key.
This skills gap is real.
This systems engineer is here.
This materials science course takes a year.
This treatments menu changes weekly.
This classes timetable is new.
This facilities manager will help.
This products page lists them all.
Another skills gap, another materials science degree, another events team.
Every services station on the road has one.
People whose suffering we can ease.
Those whose suffering goes unseen deserve a hearing.
Anyone whose going gets tough can ring us.
Those whose always-on phones ring at night know it.
There may be give and take.
It can be make or break for you.
This could be make or break.
There will be give in the joint.
It can be pay as you go.
It will be see for yourself.
There may be use for it yet.
The moment you walk in you're family.
Once you are in you're family.
Wherever you're from you're welcome.
Whatever you aim for you're covered.
Whatever you're looking for you're in the right place.
When you know who you deal with you're calm.
With nothing to pay for you're free to go.
Log in you're done.
Come in they're waiting.
Come in it's warm, and stay inside it's raining.
Wherever it comes from it's fresh.
Whatever it's made of it's strong.
Whoever you come with it's fun.
Enjoy the weather you get in May.
Bad weather or not, we open.
Weather it's a joy to paint in.
Students specialise for two years.
Doctors specialise on average at thirty.
Since three weeks is the norm, ask early.
Since several weeks may pass, book early.
Since two weeks of rain have passed, the field is soft.
From there business grew quickly.
From there home is ten minutes away.
Our in-house team grew and from there services expanded.
We meet there best of all in spring.
Families there own two cars.
Its essential oils soothe, its vital signs are good and its worth is beyond doubt.
Its possible uses are many.
Its a cappella choir sings on Sundays.
Its really soft wool comes from three farms.
Its always busy kitchen feeds the street.
Its going to the wall was no surprise.
It's members only on Fridays, and it's customers first on every other day.
It's own-label tea.
If your ready meals are cold, heat them.
Because your suffering matters, we listen.
Because your thinking about it has changed, so has ours.
Your going to the dentist twice a year pays.
Your A levels, and whether your A to Z is up to date.
You loose the straps before lifting.
We can effect your transfer in a day.
She works to effect change.
Children's flat affect on a bad day tells a teacher much.
We earned more then just after the war than we do now.
Life was better then, most people say.
First one hand, then the other, then the feet.
Go to early shows and to late ones.
Like us, they too the next day went home; here too the river runs.
If you're going too, get a ticket.
Only the best advise on tax.
We turn facts to advice you can trust.
From problem to advice on the day: one call.
Our professionals advise.
The exam candidates passed three days ago, and for passed modules you get a stamp.
She paid off the interest and the principal.
As a matter of principle designers sign what they draw.
Voice lessons go from posture to breath control.
Quite a time it was, and a quite separate one.
All offers end now except credit for returns.
We except nobody from the rule.
A big roll of carpet, a drum roll in the dark and a bread roll model in clay.
We insure precision instruments and the house you insure that week.
Building sight lines into a hall is an art.
You brake down the hill and break even in a year.
They break pads of paper into tens.
Qualified personal and business advisers.
Your personal trainer is here; medical personal data are kept apart.
The minutes form a record, and the mud takes a different form the day after.
We look though the house is empty, and you go though your knee hurts.
We'd love to guide you though the path is marked.
It stands in a very friendly manor house.
Games were won more through knowledge than luck.
A through check valve.
The first to reach the area were people with dogs.
At this point were they ready?
In no other place were you so welcome.
They are all kind of tired, and these sort of work.
The coaches give each lessons in turn.
We send each tips by post.
We give our clients privacy, promise our guests satisfaction and send our customers details.
We show the buyers homes and give the students projects.
Such equipment is rare, and so are remittance advices.
Your belongings and any equipment are insured.
The staff and your software are safe.
Class A materials are kept apart, and vitamin A benefits are known.
There are a class of machines that hum and a school of fish.
There are a garden, a pond and a shed.
A women-only class meets on Mondays, and a men only bar it is not.
An hours log, a minutes secretary and a months-old calf.
A doctors' surgery and a physiotherapists network.
One of the course leaders wrote it.
The best one of our property lawyers does wills.
What there is many want.
In every room are two beds, and with every course are two wines.
Behind every door are stories.
Some people who is who in town ask.
Ask people who is best.
Tell people who was there.
She is one of those who has both.
The mix of clients who is right for you varies.
All our prices are for what one person eats and does.
We ask that the house itself remain closed.
The rooms in the house itself are small.
Parts, labour and a tool that are all yours.
Every dog we have had took to the garden.
The staff we have took the course.
All that she has became ours.
Everything he has broke in the flood.
What they had went to auction.
Our two rules are avoid waste and reduce cost.
Those who are able help others.
The willing and able help the rest.
All who are able come.
The first three in order receive a prize.
Keep the shed in order, give it a shelf.
We look forward to work and to play.
The days we look forward to see us at the sea.
It's a trick we use to do it.
Tools we use to have our way.
It is free to use to the end.
We made the best we could of limited means.
In friendly fashion, they waved.
With great variety of sound.
After a week or so, within an hour or two.
We are one week or two from the harvest.
She is in good heart, a child at heart of sorts, and in the middle of it.
Look in depth, research well and report in depth.
There is much to discuss about the sale.
The terms discussed about the sale are fair.
She is the most responsible of all, and the more responsible of the two.
Interested for the first time, interested on the day.
It depends of course on the soil.
It depends, of the things we know, on one.
A design according with the rules.
Awareness on site is key.
The ship was blown off course, and lost.
Over 20 year olds are welcome, and a 10 year old is too.
What is the weather? Is it your turn? Are there any seats?
Rooms from £60. Dogs welcome. Breakfast included.
Free parking, late bars, early trains.
Sign here. Pay later. Sleep well.
Color, flavor and labor: all ours, all year, all in.
Need help? So did we.
The old man the boats.
The horse led past the barn fell.
Fat people eat accumulates.
The cotton clothing is made of grows in the south.
That she who knows knows is known.
Whose turn it is is written on the board.
What we have we share; what they have they keep.
Had we known, we would have gone.
Should it rain, the hall is yours.
Not one of the clients who rang that week was kept waiting.
Gotten wet? Come in and get dry.
Whilst stocks last, each order ships free.
Bright flat in heart of the old town.
Offers wide range of shades, low cost and quick fitting.
Book early, for they're popular; come soon, for it's lovely in June.
Become one of the community, one of the club, one of the class.
Bring boots, for there homes are built on mud.
The faculty are away; the team is in; the council have met.
We go into are you being served territory.
What you find are shops, and what we visit are clubs.
All you can do are best efforts.
What your planning costs is another matter.
He takes your looking away for shyness.
Its best days are over, and its great hall burnt down.
It failed because its a cappella choir was ill.
If you need more then call us.
Is it cheaper then? Ask, then decide rather than later.
It is better, then, to wait.
If it is warmer than you like, than which nothing is worse, open a window.
It is so much cheaper that the bank was surprised.
It is more likely that rain comes.
There is more work that needs doing.
We refer you to the other page, and other people too.
The cold affects the young, and the heat affects all of us.
What affects can you name?
The change takes effect in May, and this can effect a change.
Maybe used cars are best; we could, maybe, ask.
Old and maybe required by law.
May be opened by the guest.
In the everyday, ordinary way.
Good for everyday.
We use it every day, and every day of the week is market day.
Every day life goes on.
They form the basis of the plan, and from the form the rest follows.
Return the form to us, and how they differ form by form.
From part one to part two.
A quiet corner, a quiet man, quiet often found in churches, is rare.
Loose weights lie in the gym; tie loose hair back.
Due to loose control wires the lamp failed.
To insure the barn, ask a broker; insuring the best horse costs more.
He threw the ball in, and they all threw in a coin.
Can you bare all? A bare wall, bare bones and baring teeth.
She has just passed the test, and those who go passed three gates.
It is the principle matter of the day, a principle that holds.
The principals of the school and the firm.
Give compliments to the chef; they compliment the staff.
Complementary therapies, complementary colours, complementary medicine.
A stationary bike; stationary office workers need to walk.
The brakes, brake discs and hand brake.
Coffee breaks and power breakfasts.
Personnel training and personnel records.
We can best advise on soil, and further advise in writing.
They chose to stay, and those who can chose.
We check weather reports; whether you come or not, whether it rains.
They told us where very old trees stand.
Were open fires allowed in the barn?
To no avail, and to no one.
Let us now look at the map. Let us now praise good men.
Go there to buy a map, easy to get to by bus, where to by noon?
Ten pounds off the price, hundreds off your bill, a range off the beaten track.
The drop of your dreams; a drop of the river.
A free trail map, a trail free of mud.
Tow the car; the next tow truck comes at ten.
Preformed hoses are used, and have preformed pads.
The premiere of the film, a premiere night.
Planing wood, planing the edge.
He walked through in the dark, all through service.
A camel in the desert, and deserts of ice.
The moral of the tale; high moral ground.
Costumers sew dresses for the stage.
Filed under maps, they filed out.
The manger in the barn, and mange in foxes.
That is in usual order; what stands in always matters.
The needs improved; they need not remain; nobody need remain.
All we do is provide, and our aims are provide, teach and learn.
He wants to be; it has to is no English.
A few of the best, a few of them, a few of our own.
If it weren't for them; he and they don't mind.
These four kinds of tea; this range of hats; those last few.
Twenty years' experience; ten years of experience; experience of 30 years.
It is due to it's being Monday, and due to its low weight.
The twins, were they here, would laugh; the crew were sure to win.
Under 12s swim free, and the under-12s' coach is Ann.
We are dedicated in spirit and committed in 2020.
The staff's room.
The number of machines is large, and one of our machines has a bell.
This class are all eager.
What children is this about? Working with children is hard.
We let the pond itself remain, and must the field itself provide?
We want better seats.
If you want, get one. You plan trips, they hope.
A slightly different size of shoe, each in a different style.
At the services we ate; on this systems page stands a list.
The shop's prices vary. These people's homes, several children's books.
Many of our neighbour's are old.
A 20 minute drive. Twenty minutes drives you mad.
What the clients need; the client needs a lift.
Two weeks' rent, a months-long let. In six weeks time flies. Supply for two months is kept.
The owner's expense, the owners' risk.
We allow tenants time, people access, and you to know. Try finding a hotel, try to find it, try our soup.
Click here to view the ponies. Our charge: a flat fee of ten pounds. Safety is a top priority; it is high priority mail.
It is a team of experts who start by listening. We are a group of people with tools. A team of riders start to finish.
Oil can feed the lamp; this can need oil, which could need more. They must exceed the speed, we should proceed.
This can with a lid. A hundred would do. It could indeed rain. That must be seen to be believed. All that could be done is done.
The people which he left, the rules of people which are kept. Tenants with whom we speak, a home in which people live.
He looked from house to house, looking from a window. What he does, to he who waits. By he or by her.
Your and your partner's names. Our and our guests' safety.
We look forward to work, and to help from friends. One of the children has a pony. Every days' work is paid.
Parking and breakfast are included. Somebody close to you has the key; the man who hit you has no insurance.
The inn lies in Staffs. We can show you home plans, and on you go. Have you ever ridden? You did have, went he on.
It's perfect. It's great spot welding. A range of colours is available. An endless supply of tea.
Since 1990 we have grown; since ten years ago it stands; since we were five years old. Within a day. With in-house ovens.
He specialised on-site. Our services include tea. Does our price include tax? It was sent, and to be sender of it.
A European, a One-stop shop, a Euro, an Oak. Vitamin A Acid. On following him we saw it. Of unlimited number, it said.
In the right hand she held it; advanced payments technology. Here for you, visit us.
We know out of what weight it is made. On wheels, chairs roll. I trust worthy causes.
Three weeks' written notice is needed, and one week's notice for a mule.
The barn is open on Sunday afternoons, and on a Sunday afternoon in May.
We keep as simple a stable as possible and make every ride as calm as possible.
We offer the gentlest ride possible.
The drought led to people selling the mules, and to Ferrybank closing the barn.
The rain led to us being late, and the mud led to lost shoes.
He has dedicated himself to mending saddles, and dedicated the barn to his mother.
This saddle has been shown to help, and Anna has shown to all of us how.
The yard is shut until the March fair, until March 2031, and by the March 2031 deadline.
We invite expressions of interest from riders of other interests.
She tested positive and has been tested regularly for worms; an infectious disease keeps her home.
Infections spread fast, and infections and diseases are noted.
Bring your child; we will collect you from the station, and send you children's books.
We charge £2 per ride and £3 for every mile.
Please fill in this form, and fill our tank and form a queue.
""".strip().splitlines()


def test_good_english_holds_no_slip():
    assert len(CLEAN) > 400
    assert {text: found for text in CLEAN if (found := list(grammar.faults(text)))} == {}
