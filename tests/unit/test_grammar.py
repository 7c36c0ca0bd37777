"""Grammar: what closed classes of words decide, and two hundred sentences of good English in which nothing is wrong."""

from __future__ import annotations

import pytest

from auditor import grammar

WRONG = {
    # its, it's
    "The mill is known for it's fine flour.": "for it's fine",
    "The club celebrates it's tenth year.": "celebrates it's tenth",
    "It's chemical resistance is good.": "It's chemical resistance is",
    "Brass is heavy, but it’s good stiffness allows a thin wall.": "it’s good stiffness allows",
    "A pump and it's own hose.": "it's own",
    "Its a short walk to the quay.": "Its a",
    "Call us when its time to sell.": "its time to",
    # your, there, who
    "We build the shed of you're dreams.": "of you're dreams",
    "If your looking for a quiet week, ask.": "If your looking for",
    "Your going to like the view.": "Your going to",
    "Farmers come with there families.": "with there families",
    "Owners keep there own records.": "there own",
    "We learn from they're notes.": "from they're notes",
    "Their are three rooms upstairs.": "Their are",
    "Ask the man who's house it is; who's job is it?": "who's house",
    "We talk to people whose been there.": "people whose been",
    # sounds alike
    "The walk is lead by a ranger.": "is lead by",
    "Nobody wants to loose money on a barn.": "to loose money",
    "Damp can effect your health.": "can effect your",
    "A new roof has a lasting affect on bills.": "lasting affect on",
    "Nothing is better then a dry floor.": "better then a",
    "It is never to late to call.": "never to late",
    "You will want too see the loft.": "want too see",
    "Free advise for first-time buyers.": "Free advise",
    "Ann will advice you on the lease.": "will advice you",
    "Over the passed ten years we grew.": "the passed ten years",
    "He acts as principle designer on site.": "principle designer",
    "We follow the basic principals of design.": "basic principals",
    "With us you can breath easy.": "can breath easy",
    "A field with peace and quite.": "peace and quite",
    "We except all major cards.": "We except all major",
    "Trees play a vital roll in towns.": "vital roll in",
    "She grew up on a building sight.": "building sight",
    "Cheap break pads wear out.": "break pads",
    "All of it is done by trained personal.": "trained personal",
    "The hall is two miles form the station.": "miles form the",
    "We talk you through it, then walk though the house.": "walk though the",
    "Calls are answered in a timely manor.": "in a timely manor",
    "You get a through inspection.": "a through inspection",
    "Were here to help, day or night.": "Were here to",
    "A place were you can rest.": "place were you",
    "Weather you rent or own, call.": "Weather you",
    "We take arial photos of farms.": "arial photos",
    # one and many
    "These range of hoses fit any tap.": "These range of",
    "Each customers gets a key.": "Each customers",
    "This machines cut steel.": "This machines",
    "We work for several company.": "several company",
    "One of our client in Hull said so.": "One of our client",
    "He is a customers who pays.": "a customers",
    "There is many ways to say it.": "There is many",
    "There are a problem in the drains.": "There are a problem",
    "All equipments are kept dry.": "equipments",
    "The equipment are checked weekly.": "The equipment are",
    "A women in blue opened the door.": "A women",
    "Ask for childrens sizes.": "childrens",
    "The womens team trains on Mondays.": "womens",
    "We stock mens boots.": "mens",
    "What to do on your childs birthday.": "childs",
    "We ask for a months notice.": "a months notice",
    "It is a 45 minutes walk.": "a 45 minutes walk",
    "We build to our clients requirements.": "our clients requirements",
    "Bring a doctors referral.": "a doctors referral",
    "She is the principle dentist here.": "principle dentist",
    "We do it twice to insure that it holds.": "insure that",
    "See todays menu.": "todays",
    "We repair all kind of pumps.": "all kind of",
    "We have lot of space for vans.": "have lot of",
    "The firm offers number of plans.": "offers number of",
    # verbs beside their subjects
    "Here is what they offers.": "they offers",
    "Call Bo. He have the keys.": "He have",
    "Our products helps you sleep.": "Our products helps",
    "Gifts for those who has it all.": "those who has",
    "Everybody knows people who is late.": "people who is",
    "Every room have a view.": "Every room have",
    "The cost of these repairs are low.": "The cost of these repairs are",
    "The benefits of this method is clear.": "The benefits of this method is",
    "The house itself remain closed.": "The house itself remain",
    "It is a tool that are made by hand.": "a tool that are",
    "We help clients who has lost a claim.": "clients who has",
    "All prices are net of VAT and does not cover fuel.": "All prices are net of VAT and does",
    # verbs beside verbs
    "The workshop has is now in Hull.": "The workshop has is",
    "Our fees have became fairer.": "have became",
    "We decided to went by train.": "to went",
    "Our aim is to provides calm.": "to provides",
    "Good seals can helps a lot.": "can helps",
    "Meals are provide by the inn.": "are provide",
    "The pass must be use by noon.": "must be use",
    "I am able see you at nine.": "am able see",
    "Call ahead in order get a table.": "in order get",
    "A kit for improve your grip.": "for improve",
    "We look forward to hear from you.": "look forward to hear",
    "You are suppose to ring twice.": "are suppose to",
    "We pride in our work.": "We pride in",
    "They have been provide meals.": "have been provide",
    # set phrases
    "The set comprises of six chairs.": "comprises of",
    "You could of been here.": "could of",
    "We meet on regular basis.": "on regular basis",
    "Orders leave in timely manner.": "in timely manner",
    "The shop offers wide range of paints.": "offers wide range of",
    "Hill Farm is leading supplier of hay.": "is leading supplier",
    "After mile or so you see a gate.": "After mile or so",
    "An inn in heart of the city.": "in heart of",
    "She has in depth knowledge of soils.": "in depth knowledge",
    "We open despite of the rain.": "despite of",
    "Let us discuss about your plans.": "discuss about",
    "The crane is capable to lift it.": "capable to",
    "She is responsible of the herd.": "responsible of",
    "We specialise on old clocks.": "specialise on",
    "Are you interested on a visit?": "interested on",
    "The price depends of the size.": "depends of",
    "Oak is superior than pine.": "superior than",
    "We work according with the plan.": "according with",
    "It builds awareness on safety.": "awareness on",
    "Please get in contact to the office.": "in contact to the",
    "Trades such us plumbing.": "such us",
    "It is free, off course.": "off course",
    "Serving the valley since thirty years.": "since thirty years",
    "He has 30 year of experience.": "30 year of experience",
}


@pytest.mark.parametrize(("text", "words"), WRONG.items())
def test_a_slip_of_grammar_is_told_by_its_words(text, words):
    assert words in [found for found, _ in grammar.faults(text)]


def test_no_rule_is_without_a_line_that_it_convicts():
    told = {rule for text in WRONG for rule in grammar.convicted(text)}
    assert [rule.shape for place, rule in enumerate(grammar.rules()) if place not in told] == []


def test_what_was_meant_is_said_where_it_is_certain():
    assert list(grammar.faults("Childrens shoes, and in depth advice.")) == [
        ("Childrens", "children's"),
        ("in depth advice", "in-depth"),
    ]


CLEAN = """
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
""".strip().splitlines()


def test_good_english_holds_no_slip():
    assert len(CLEAN) > 200
    assert {text: found for text in CLEAN if (found := list(grammar.faults(text)))} == {}
