"""Who stands behind it: people who are praised, thanked or met and never named, and a house without an address."""

from __future__ import annotations

import time

import pytest

from auditor.audit import example, perform
from auditor.audits.accountability import accountability
from auditor.audits.proof import proof
from auditor.audits.who_vouches import who_vouches
from auditor.model import AuditResult, Finding, Judgement, Label, Tier
from auditor.site import Site, assemble
from tests.extract.pages import body

ABOUT = "\n".join(
    f"[main sentence] feature: Pump number {number} is made of steel, painted twice and tested on the bench for a day."
    for number in ("one", "two", "three", "four")
)
PLAIN = Judgement(Label.FEATURE, 0.97, (0.005, 0.005, 0.97, 0.005, 0.005, 0.005, 0.005), unsure=False, leading=True)


def judged(text: str) -> AuditResult:
    result = perform(accountability, example(text))
    assert all(entry.tier is Tier.PROOF for entry in result.findings)
    assert result.score is None
    return result


def kinds(text: str) -> set[str]:
    return {entry.kind for entry in judged(text).findings}


def one(text: str, kind: str = "people") -> Finding:
    (entry,) = (found for found in judged(text).findings if found.kind == kind)
    return entry


def quote(words: str, cite: str) -> str:
    return f"[main quote cite={cite}] company: {words}"


THANKS = "\n".join(
    (
        quote("Joe was very friendly and the pump runs again.", "Di Moss, Low Farm"),
        quote("Thanks to Karen for a quick answer.", "Bo Lund, Hay Farm"),
    )
)
PRAISE = "[main sentence] company: Our fully trained engineers come to your dairy."


def test_somebody_whom_customers_thank_and_the_site_names_nowhere_is_told():
    text = f"/ Acme\n{THANKS}\n{ABOUT}"
    entry = one(text)
    assert (
        entry.title
        == "Customers thank Joe and Karen, and outside their words none of those names stands on the one page read"
    )
    assert entry.lead
    team = "".join(
        f"\n[main heading 2] company: {name}\n[main bullet] company: {post}"
        for name, post in (("Anna Moss", "Chief engineer"), ("Peter Lund", "Workshop manager"))
    )
    assert "people" not in kinds(f"{text}\n/about Us{team}")  # those who answer for it are introduced
    assert "people" not in kinds(f"{text}\n[main heading 2] company: Joe Field and Karen Ash run the workshop")
    assert "people" not in kinds(f"{text}\n[footer bullet] other: Ask for Joe or Karen.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("A big thank you to Tavio from Acme, the milk is cold again.", True),
        ("Thanks Tavio and team, the milk is cold again.", True),
        ("Thanks to Tavio the milk is cold again.", False),  # may be a machine
        ("Thanks Plenty and team, the milk is cold again.", False),  # a word of the language
    ],
)
def test_a_name_that_no_list_holds_is_somebody_where_only_people_are_spoken_of_so(words, told):
    assert ("people" in kinds(f"/ Acme\n{quote(words, 'Di Moss, Low Farm')}\n{ABOUT}")) is told


def test_whom_a_customer_calls_his_own_is_none_of_the_companys_people():
    kin = quote("My husband Joe was at home and they still came in.", "Di Moss, Low Farm")
    assert "people" not in kinds(f"/ Acme\n{kin}\n{ABOUT}")
    assert "people" in kinds(f"/ Acme\n{kin.replace('My husband ', '')}\n{ABOUT}")


def test_people_who_are_praised_and_never_named_are_told():
    assert one(f"/ Acme\n{PRAISE}\n{ABOUT}").title == (
        "It praises “Our fully trained engineers”, and names nobody on the one page read"
    )
    heading = "[main heading 2] company: Experienced dairy advisers\n"
    assert "people" in kinds(f"/ Acme\n{heading}{ABOUT}")
    assert "people" not in kinds(f"/ Acme\n[main heading 2] feature: Training for dairy advisers\n{ABOUT}")


def test_the_dead_and_who_invented_what_is_used_are_not_who_works_there():
    text = f"/ Acme\n{PRAISE}\n{{}}\n{ABOUT}"
    founder = "[main sentence] company: Karen Ash died in 1972, and her son, Peter Ash, went on with the workshop."
    entry = one(text.format(founder))
    assert "nobody who works there today is named" in entry.title
    assert entry.quotes[0].text.startswith("Karen Ash died")
    assert entry.lead
    assert "people" not in kinds(text.format(f"{founder}\n[main sentence] company: Peter Ash answers the telephone."))
    inventor = "[main sentence] feature: The seal was originally developed by Dr Kenta Sato in Osaka."
    assert "people" in kinds(text.format(inventor))
    assert "people" not in kinds(text.format(inventor.replace("was originally developed", "is fitted")))
    assert "people" in kinds(text.format("[main sentence] feature: QX-Norv Vosmarada routers"))
    assert "people" not in kinds(text.format("[main sentence] feature: Quilleran Vosmarada packs it"))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[main sentence] other: Contact person: Wiebke Dobrin", "Wiebke Dobrin"),
        ("[main heading 2] company: Treasurer - Wiebke Dobrin", "Wiebke Dobrin"),
        ("[main sentence] other: CALL THE OWNER KAREN ASH DIRECT ON 0123 456 7890", "Karen Ash"),
        ("[main sentence] company: Karen, Peter & Jo welcome you to the yard.", "Karen, Peter and Jo"),
        ("[main sentence] company: Karen, Owner & Host", "Karen"),
        ("[main bullet] other: Peter: (518) 701-7328", "Peter"),
        ("[main sentence] company: The yard is run by Karen Ash.", "Karen Ash"),
        ("[main sentence] company: SDPO – Senior Dynamic Positioning Engineer", ""),
        ("[main bullet] other: Ash Call +1 (868) 361-2189", ""),
        ("[main bullet] other: 24HR Mobile +1 (868) 361-2189", ""),
        ("[main sentence] company: The yard is run by Karen’s son.", ""),
        ("[main sentence] company: The late Karen Ash, owner, died in 2001.", ""),
        ("[main sentence] company: We bought it in 1960 from its previous owner, Wiebke Dobrin.", ""),
        (quote("They were kind, ask for Karen Ash, owner.", "Di Moss, Low Farm"), ""),
    ],
)
def test_who_is_surely_named_and_there_today_is_credit_by_name(line, names):
    result = judged(f"/ Acme\n[first sentence] feature: Pumps.\n{line}\n{ABOUT}")
    assert [entry.title for entry in result.keep] == ([f"It names whom one deals with: {names}"] if names else [])
    assert result.summary.startswith("It names its people:") is bool(names)


def test_whom_to_ask_on_a_contact_page_is_somebody_by_the_number_under_his_name():
    card = "/contact Contact\n[main sentence] other: Prava Dobrinka\n[main sentence] other: Drawings\n[main link] other: +44 1632 960123"
    assert judged(f"/ Acme\n{ABOUT}\n{card}").summary == "It names its people: Prava Dobrinka."
    assert judged(f"/ Acme\n{ABOUT}\n{card.replace('Prava Dobrinka', 'Spare Parts')}").numbers["named"] == 0


def test_who_signs_his_own_account_is_a_customer_whatever_trade_it_names():
    card = "[main heading 3] company: Karen Ash\n[main sentence] company: Dairy engineer"
    told = "[main sentence] company: Best engineer I have ever called."
    assert judged(f"/ Acme\n{ABOUT}\n/about Us\n{card}").numbers["named"] == 1
    assert judged(f"/ Acme\n{ABOUT}\n/about Us\n{told}\n{card}").numbers["named"] == 0


def test_what_stands_under_a_name_is_told_of_him_where_it_tells_what_he_has_learned():
    def kept(line: str) -> str:
        team = f"[main heading 2] other: Our team\n[main heading 3] company: Karen Ash\n[main sentence] company: {line}\n[main heading 3] company: Joe Field"
        return judged(f"/ Acme\n[first sentence] feature: Pumps.\n/team Team\n{team}").keep[0].title

    assert kept("Degree in dairying from Hill College, and fourteen years in the workshop.").startswith(
        "It says of its"
    )
    assert not kept("The bench stands by the window and the kettle is always on.").startswith("It says of its")


def test_a_post_is_that_of_the_name_over_it():
    table = "\n".join(
        f"[main cell] company: {line}"
        for line in ("Vera Woolner", "Deputy", "Karen Ash", "Workshop manager", "Joe Field", "Chief engineer")
    )
    (credit,) = judged(
        f"/ Acme\n[first sentence] feature: Pumps.\n/team Team\n[main heading 2] company: Our team\n{table}"
    ).keep
    assert "Vera Woolner (" not in credit.title
    assert "Karen Ash (Workshop manager)" in credit.title


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Acme is backed by over 10 years of hands-on experience.", "counts on “over 10 years of hands-on experience”"),
        (
            "Treatment is under the care of a fully chartered physiotherapist.",
            "praises “a fully chartered physiotherapist”",
        ),
        ("You sail for a day with an experienced skipper.", "praises “an experienced skipper”"),
    ],
)
def test_whose_experience_it_is_and_who_is_qualified_has_a_name(line, told):
    text = f"/ Acme\n[first sentence] company: {line}\n{{}}\n{ABOUT}"
    assert told in one(text.format("")).title
    assert "people" not in kinds(text.format("[main sentence] company: Karen Ash is there on weekdays."))


def test_a_page_about_the_company_that_names_nobody_is_told_though_nothing_leans_on_people():
    pages = "\n".join(
        f"/{name} {name.title()}\n[main sentence] feature: Pumps of {name}."
        for name in ("steel", "brass", "iron", "tin")
    )
    text = f"/ Acme\n{ABOUT}\n{pages}\n/about About us\n[main sentence] company: {{}}"
    found = one(text.format("Acme began in a barn and has three halls today."), "nobody-named")
    assert found.title == "The page “About us” names nobody, and no other of the 6 pages read does"
    assert [shown.text for shown in found.quotes] == ["Acme began in a barn and has three halls today."]
    assert "nobody-named" not in kinds(text.format("Acme began in the barn of Karen Ash, who owns it today."))
    assert "nobody-named" not in kinds(f"/ Acme\n{ABOUT}\n{pages}")


def test_a_site_that_bears_somebodys_name_names_him_though_no_list_knows_the_name():
    text = f"/ {{0}}\n[first sentence] feature: I mend your pump and I bring it back to you.\n[main sentence] feature: I lend you one.\n{ABOUT}"
    named, firm = (
        perform(accountability, example(text.format(name), name=name)) for name in ("Belavra Quintossi", "Acme Pumps")
    )
    assert [entry.kind for entry in named.findings] == []
    assert [entry.kind for entry in firm.findings] == ["people"]


def test_credit_for_naming_its_people_goes_to_names_alone():
    for line, named in (
        ("Contact Karen Ash on 01482 550101.", True),
        ("Contact Acme Customer Support on 01482 550101.", False),
        ("Contact Tap-to Pay on 01482 550101.", False),
    ):
        kept = [entry.title for entry in judged(f"/ Acme\n[first sentence] company: {line}\n{ABOUT}").keep]
        assert bool(kept) is named, line
    both = (
        "[first sentence] company: Contact Karen on 01482 550101.\n[main sentence] company: Acme is owned by Karen Ash."
    )
    (kept,) = judged(f"/ Acme\n{both}\n{ABOUT}").keep
    assert kept.title == "It names whom one deals with: Karen Ash"


def test_advice_to_look_for_somebody_qualified_praises_nobody():
    for line, told in (
        ("We work under a fully chartered physiotherapist.", True),
        ("Always ask for a fully chartered physiotherapist.", False),
        ("We are qualified welders with a forge.", True),
        ("We are looking for qualified welders with a forge.", False),
    ):
        assert ("people" in kinds(f"/ Acme\n[first sentence] company: {line}\n{ABOUT}")) is told, line


@pytest.mark.parametrize(
    "named",
    [
        "[main heading 2] company: Meet our team\n[main sentence] company: Karen Ash, chief engineer",
        "[main heading 2] company: Arborist Karen Ash since 1999",
        "[main sentence] company: The workshop was founded by Oluwaseun in a barn.",
        "[main heading 2] company: Ngozi Okonjo",
        "[main sentence] other: Quilleran Vosbrook Drawings and enquiries",
        "[main sentence] company: Dr. Brandt looks after the laboratory.",
        "[footer bullet] other: karen@acme.example",
        "(main image) Ngozi Okonjo",
        "[main sentence] company: Craig answers the telephone himself.",
        "[main sentence] company: Just Craig — the owner — with a straight answer.",
        "(main image) Alex on a ladder",
        "[main heading 2] company: ZOË MÜLLER",
        "[main heading 2] company: J. Okonjo",
        "[main heading 2] company: Jo Stone\n[main sentence] company: Chief engineer",
        "[main heading 2] company: Tavio\n[main sentence] company: Chief engineer",
        "[main sentence] company: Tavio – engineer since 2010",
        "[main sentence] company: The workshop is run by Mark.",
        "[main heading 2] company: Meet the team\n(main image)\n(main image)",
        "[main sentence] company: Warm wishes, Dafydd",
        "[main sentence] company: Cheers, Zdenko",
        "[main heading 2] company: Linda",
        "[main heading 2] company: Kojo",
        "[main sentence] company: The bench is swept by Linda.",
        "[main sentence] company: Drivers: Kojo, Zdenko and Bethan.",
        "[main sentence] company: Drivers: Zdenko, Wojtan.",
        "[main sentence] company: Your driver is Zdenko.",
        "[main sentence] company: In one hand since 1961 by the Hargreaves.",
        "[main sentence] company: Owned by the Zdenkos.",
        "[main sentence] company: We are the Oakley family.",
        "[main sentence] company: Ruby and Mark have the dairy.",
        "[footer sentence] other: Low Farm Pumps, E. Smith t/a",
        "[footer sentence] other: E. Wroblen, Low Farm Pumps",
        "[main sentence] company: K. L. Stone keeps the books.",
        "[main sentence] company: Team: Ngozi Obi, Zdenko Vlk",
        "[main sentence] company: Started in 1970 by Len Acmeson.",
        "[main sentence] company: Led today by his daughter Jo.",
        "[main sentence] company: Owned by Good People and by his daughter Jo.",
    ],
)
def test_anybody_who_may_be_one_of_its_people_is_somebody_named(named):
    assert "people" not in kinds(f"/ Acme\n{PRAISE}\n{named}\n{ABOUT}")


@pytest.mark.parametrize(
    "other",
    [
        "[main heading 2] feature: Stainless Pumps\n[main sentence] feature: Engineer on the road",
        "[main heading 2] feature: MILKING PARLOURS",
        "[main sentence] other: Vosbrook drawings and enquiries",
        "[main sentence] feature: Service – engineers come by van",
        "[main heading 2] company: Meet the team",
        "[main sentence] company: The workshop is run by people.",
        "[footer bullet] other: office@acme.example",
        "[footer sentence] other: Website designed and developed by Joseph M Field",
        "[main bullet] feature: Santa Barbara northward",
        "[main sentence] company: We asked Chris and his team to come.",
        "[main sentence] company: Thank you so much Linda.",
        "[main sentence] company: Owned for years by Good People.",
        "[main sentence] company: My daughter Jo says so.",
        "[main sentence] company: We would recommend Linda!",
        "[main sentence] company: The next depot is in Florence.",
        "[main sentence] company: Rely on Grace.",
        "[main sentence] company: Cheers, Dairy",
        "[main sentence] company: Drivers: Vans, Tankers and Trailers.",
        "[main sentence] company: Your driver is Punctual.",
        "[main sentence] company: Loved by the farmers of the valley.",
        "[main sentence] company: We mend the Pump family of products.",
        "[main sentence] company: Steel and Rubber have a guarantee.",
        "[footer sentence] other: Low Farm Pumps Ltd t/a Acme",
        "[footer sentence] other: A. Payment is due on the day.",
        "[footer sentence] other: The U.S. Army buys them.",
        "[main sentence] company: We drive to Barry, Tenby, Swansea, Newport, Stanley and Gower.",
    ],
)
def test_what_nobody_takes_for_a_name_is_none(other):
    assert "people" in kinds(f"/ Acme\n{PRAISE}\n{other}\n{ABOUT}")


def test_a_reviewer_above_or_under_his_words_is_nobody_of_its_own():
    review = "[main heading 3] other: Karen Ash\n[main quote] company: “They were here within the hour and very kind.”"
    assert "people" in kinds(f"/ Acme\n{PRAISE}\n{ABOUT}\n{review}")
    assert "people" not in kinds(f"/ Acme\n{PRAISE}\n[main heading 3] company: Karen Ash\n{ABOUT}")


@pytest.mark.parametrize(
    "row", ["Ann, Joe, Karen, Peter and Sue", "the team: Barry, Tenby, Swansea, Newport and Gower"]
)
def test_a_row_of_names_is_of_people_where_most_are_given_names_or_a_team_is_spoken_of(row):
    assert "people" not in kinds(f"/ Acme\n{PRAISE}\n[main sentence] company: We are {row}.\n{ABOUT}")


def test_a_page_about_the_people_that_was_not_read_may_name_them():
    unread = "[nav link /our-team] other: Our team"
    assert "people" not in kinds(f"/ Acme\n{PRAISE}\n{unread}\n{ABOUT}")
    assert "people" in kinds(
        f"/ Acme\n{PRAISE}\n{unread.replace('our-team', 'prices').replace('Our team', 'Prices')}\n{ABOUT}"
    )


def test_qualified_people_without_a_body_a_school_or_a_number_are_told_so():
    claim = "[main heading 2] company: Qualified chartered surveyors"
    assert one(f"/ Acme\n{claim}\n{ABOUT}").title == (
        "It praises “Qualified chartered surveyors”, and not one of them is named on the one page read,"
        " nor a body or school that qualified them, nor a number to look up"
    )
    body_named = "[footer sentence] other: Regulated by the Institution of Field Surveyors."
    assert "nor a body" not in one(f"/ Acme\n{claim}\n{body_named}\n{ABOUT}").title
    badge = "(footer image) accreditation badge"
    assert "nor a body" not in one(f"/ Acme\n{claim}\n{badge}\n{ABOUT}").title


def test_credentials_of_people_who_are_named_are_asked_for_what_lets_one_check_them():
    text = f"/ Acme\n[main heading 2] company: Our certified arborists\n[main sentence] company: Karen Ash runs the office.\n{ABOUT}"
    entry = one(text, "unchecked")
    assert entry.title.startswith(
        "It says “Our certified arborists”, and nothing on the one page read lets a reader check it"
    )
    assert not entry.lead
    assert "unchecked" not in kinds(f"{text}\n[main sentence] company: She is certified by the Tree Council.")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("A family-run workshop near the river.", "family-run"),
        ("With us you speak directly to the engineer who comes.", "speak directly to the engineer who"),
        ("The owner answers every call.", "The owner answers"),
        ("Your own account manager keeps the dates in mind.", "Your own account manager"),
        ("The whole family runs on milk.", ""),
        ("Speak to your vet before you change the feed.", ""),
        ("Home owners love the quiet pump.", ""),
    ],
)
def test_who_counts_on_his_people_names_them(line, words):
    titles = [found.title for found in judged(f"/ Acme\n[main sentence] company: {line}\n{ABOUT}").findings]
    assert titles == (
        [f"It counts on who its people are (“{words}”), and names not one of them on the one page read"]
        if words
        else []
    )


def test_an_i_that_speaks_to_the_customer_has_a_name():
    spoken = (
        "[main sentence] feature: I will bring your pump back myself.\n"
        "[main sentence] feature: What I quote is what you pay."
    )
    assert one(f"/ Acme\n{spoken}\n{ABOUT}").title == (
        "Somebody speaks as “I” to the customer, and nothing on the one page read says who that is"
    )
    assert "people" not in kinds(f"/ Acme\n{spoken}\n[main sentence] company: I am Karen Ash.\n{ABOUT}")
    assert "people" not in kinds(f"/ Acme\n{spoken.splitlines()[0]}\n{ABOUT}")
    asked = spoken.replace("I will bring", "Will I bring").replace("myself.", "myself?").replace("pay.", "pay?")
    assert "people" not in kinds(f"/ Acme\n{asked}\n{ABOUT}")


def test_those_who_did_the_work_are_asked_for_where_customers_speak_of_them_by_trade():
    met = "\n".join(
        quote(words, name)
        for words, name in (
            ("The dentist explained every step to me.", "Di Moss"),
            ("I never feared my dentist again.", "Bo Lund"),
        )
    )
    assert one(f"/ Acme\n{met}\n{ABOUT}").title == (
        "Its customers speak of “the dentist”, and not one of its people is named on the one page read"
    )
    assert "people" not in kinds(f"/ Acme\n{met}\n{ABOUT}\n[main sentence] company: Dr. Brandt has the practice.")
    assert "people" not in kinds(f"/ Acme\n{met.splitlines()[0]}\n{ABOUT}")


def test_who_sells_nothing_is_not_asked():
    club = "[main sentence] company: Our club meets on Mondays.\n[main sentence] company: Join our club."
    assert "people" not in kinds(f"/ Acme\n{PRAISE}\n{club}\n{ABOUT}")


def test_what_its_people_have_learned_is_credit_before_their_posts_are():
    team = "\n".join(
        f"[main heading 2] company: {name}\n[main bullet] company: {post}"
        for name, post in (("Karen Ash", "Chief engineer"), ("Joe Field", "Workshop manager"))
    )
    text = f"/ Acme\n[first sentence] feature: Pumps.\n/about/team Team\n{team}"
    (credit,) = judged(text).keep
    assert credit.title.startswith("It names its people and what they do: Karen Ash (Chief engineer)")
    assert judged(text).title == "It shows who stands behind it"
    assert judged(f"/ Acme\n{ABOUT}").title == "Whether somebody stands behind it"
    assert [shown.text for shown in credit.quotes] == ["Karen Ash", "Chief engineer", "Joe Field", "Workshop manager"]
    trained = "He trained at Hilltop College and has been with us for nine years."
    (credit,) = judged(f"{text}\n[main sentence] company: {trained}").keep
    assert credit.title == "It says of its people what they have learned and done"
    team_of = "Acme has a team of old hands and professionals, founded in 1999, with ten years of work for dairies."
    (named,) = judged(f"{text}\n[main sentence] company: {team_of}").keep
    assert named.title.startswith("It names its people and what they do")
    assert [shown.text for shown in credit.quotes] == [trained]
    served = "Joe Field has worked in our foundry for nine years."
    (credit,) = judged(f"{text}\n[main sentence] company: {served}").keep
    assert credit.title == "It says of its people what they have done, and for how long"
    assert (
        judged(f"/ Acme\n[first sentence] feature: Pumps.\n{quote('Karen Ash trained at a college.', 'Di Moss')}").keep
        == ()
    )


FORM = "<h1>Write to us</h1><form action=/send method=post><input name=name placeholder=Name><input type=email name=email placeholder=Email><input name=phone placeholder=Phone><button>Send</button></form>"
FOOTER = "<footer><p>{}</p></footer>"
HOUSE = "Hollow Oak Ltd, 4 Mill Lane, Ashby"


def site(footer: str, form: str = FORM, more: str = "", name: str = "Hollow Oak") -> Site:
    pages = [
        (
            "/",
            f"<h1>Joinery for old houses</h1><p>We make windows and stairs in our own shop.</p>{FOOTER.format(footer)}",
        ),
        ("/stairs.html", f"<h1>Stairs</h1><p>We measure on a Tuesday and fit six weeks later.</p>{more}"),
        ("/write.html", form),
    ]
    read = [body(html, path) for path, html in pages]
    labels = [[PLAIN for _ in page.units] for page in read]
    return assemble("example.com", read, labels, start="https://example.com/", name=name)


def house(*parts: str, **more: str) -> str:
    return next(
        (found.title for found in perform(accountability, site(*parts, **more)).findings if found.kind == "house"), ""
    )


SKILLED = "<p>Our experienced joiners come to your house.</p>"
WORDS = "<p>“{}”</p><p>— {}</p>"
REVIEWS = WORDS.format("The stairs are a joy to climb every morning.", "Pete") + WORDS.format(
    "They left the hall cleaner than they found it.", "Jess"
)


def strangers(footer: str, more: str) -> list[Finding]:
    trade = "<p>We fit kitchens: our joiners give free estimates, and the workmanship shows in your house.</p>"
    found = perform(accountability, site(footer, more=trade + more, name="Hollow Oak Joinery")).findings
    return [entry for entry in found if entry.kind == "stranger"] or list(found)


def test_what_is_left_open_of_people_house_cover_and_customers_is_told_as_one_with_the_lines_of_all():
    (whole,) = strangers("© Hollow Oak", f"{SKILLED}<p>We are fully insured.</p>{REVIEWS}")
    assert whole.title == (
        "The 3 pages read give not one name behind"
        " “Our experienced joiners”, no postal address, no registered name or number, no privacy notice, no insurer"
        " behind “fully insured” and no full name under what 2 customers say"
    )
    assert {entry.text for entry in whole.quotes} >= {
        "Our experienced joiners come to your house.",
        "We are fully insured.",
        "“The stairs are a joy to climb every morning.”",
    }
    assert whole.lead


def test_what_is_left_open_alone_is_told_alone():
    licensed = "<p>Ask us for our licence.</p>"
    named = "<p>Karen Ash, joiner, trained at Ashby College.</p>"
    assert [entry.kind for entry in strangers(HOUSE, SKILLED + licensed)] == ["people"]
    assert [entry.kind for entry in strangers("© Hollow Oak", named + licensed)] == ["house"]
    (known,) = strangers(HOUSE, f"{SKILLED}<p>We are fully insured.</p>")
    assert known.title == (
        "The 3 pages read give not one name behind “Our experienced joiners” and no insurer behind “fully insured”"
    )
    assert [entry.kind for entry in strangers("© Hollow Oak", SKILLED)] == ["stranger"]


def test_somebody_who_is_promised_to_the_customer_is_told_as_nobody_named_after_the_cover():
    promised = "<p>You get your own contact for the whole job.</p><p>We are fully insured.</p>"
    (whole,) = strangers("© Hollow Oak", promised)
    assert " give no name of anybody who works there, no postal address" in whole.title
    assert [entry.text for entry in whole.quotes][:2] == [
        "We are fully insured.",
        "You get your own contact for the whole job.",
    ]
    (owned,) = strangers(
        "© Hollow Oak", promised.replace("You get your own contact for the whole job", "A family-run firm")
    )
    assert " give nobody's name behind “family-run”, no postal address" in owned.title
    assert owned.quotes[0].text == "A family-run firm."


def test_whoever_works_in_houses_and_says_no_word_on_insurance_or_a_licence_is_told_so_with_the_rest():
    (whole,) = strangers("© Hollow Oak", SKILLED)
    assert whole.title.endswith("no privacy notice and no word on insurance or a licence")
    for said in ("<p>Ask us for our licence.</p>", "<img src=/licence-2024.png width=90>"):
        assert "insurance" not in strangers("© Hollow Oak", SKILLED + said)[0].title


def test_nobody_named_and_no_word_on_insurance_are_one_finding_though_the_address_is_there():
    (whole,) = strangers(HOUSE, SKILLED)
    assert whole.title == (
        "The 3 pages read give not one name behind “Our experienced joiners” and no word on insurance or a licence"
    )
    assert "address" not in whole.fix + whole.proposal
    assert "who insures you" in whole.fix


def test_what_is_told_of_who_stands_behind_it_is_told_by_no_other_audit():
    said = f"<p>We are fully insured.</p>{REVIEWS}{WORDS.format('The doors close without a sound now.', 'Tim')}"
    whole = site("© Hollow Oak", more=f"{SKILLED}{said}")
    known = site(HOUSE, more=f"<p>Karen Ash, joiner, trained at Ashby College.</p>{said}")
    for judge, kind in ((proof, "unshown-cover"), (who_vouches, "no-full-name")):
        assert kind not in {entry.kind for entry in perform(judge, whole).findings}
        assert kind in {entry.kind for entry in perform(judge, known).findings}


def test_a_form_in_nobodys_house_is_told_with_what_is_missing():
    assert house("© Hollow Oak") == (
        "A form asks for a name, an email address and a telephone number, and the 3 pages read give no postal address,"
        " no registered name or number and no privacy notice"
    )
    assert house("© Hollow Oak <a href=https://policies.example.org/ours>Privacy</a>").endswith(
        "give no postal address and no registered name or number"
    )
    assert house("© Hollow Oak Ltd").endswith("give no postal address and no privacy notice")
    assert house("© Hollow Oak, licence number HO-5802").endswith("give no postal address and no privacy notice")
    assert house("© Hollow Oak Ltd <a href=https://policies.example.org/ours>Privacy</a>") == ""
    assert house("Hollow Oak, 4 Mill Lane, Ashby") == ""


@pytest.mark.parametrize(
    "address",
    [
        "4 Mill Lane",
        "Unit 7, Low Farm",
        "Ashby LE65 1AB",
        "Ashby, OH 44803",
        "PO Box 12",
        "Mumbai - 400063",
        "10115 Berlin",
        "Based in Ashby",
    ],
)
def test_an_address_of_any_country_is_one(address):
    assert "postal address" not in house(f"Hollow Oak, {address}")
    assert "postal address" in house("Hollow Oak, since May 2021, call 0161 555 0123")


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("Post: Low Bank, Ashby Rd, Coalville", True),
        ("The Low Barn, Mill Lane, Ashby", True),
        ("Visit us: The Low Barn, Breedon, Isle of Wight", True),
        ("Shop 4, Market Hall, Kisumu", True),
        ("Plot No. 14, Second Phase", True),
        ("Ennis V95 X2T4", True),
        ("<h3>Where we are</h3><p>The Low Barn</p>", True),
        ("<h3>Find us</h3><p>Breedon, Isle of Wight</p>", True),
        ("Post the form, then wait", False),
        ("Visit our shop, or write", False),
        ("Phase 2 of the works", False),
        ("We mend stairs, lanes and yards", False),
        ("Every house goes the whole way, every day", False),
        ("<h3>Stairs</h3><p>The Low Barn</p>", False),
        ("<h3>Find us</h3><p>We come to every village.</p>", False),
    ],
)
def test_whatever_could_be_an_address_is_one(line, there):
    assert ("postal address" not in house("© Hollow Oak", more=f"<div>{line}</div>")) is there


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("J. Oakes t/a Hollow Oak", True),
        ("J. Oakes, trading as Hollow Oak", True),
        ("Hollow Oak Stairs (Ashby) Ltd", True),
        ("HRB 8156 Amtsgericht Soest", True),
        ("USt-IdNr. DE998877665", True),
        ("SRA no. 812345", True),
        ("SRA ID: 812345", True),
        ("Partnership OC412345", True),
        ("Charity no. SC045678", True),
        ("KvK-nummer 87654321", True),
        ("Eichmann e.K.", True),
        ("Tammi Oy", True),
        ("Trapper ApS", True),
        ("Schody s.r.o.", True),
        ("FCA, firm reference number 812345", True),
        ("SIRET 123 456 789 00011", True),
        ("NIF: B12345678", True),
        ("Org.nr. 556123-4567", True),
        ("ABN 12 345 678 901", True),
        ("EIN 98-7654321", True),
        ("GST 123 456 789", True),
        ("VAT GB 123 4567 89", True),
        ("240 with VAT of 20%", False),
        ("GST 18 on top", False),
        ("Regulated by the SRA", False),
        ("What the FCA asks for", False),
        ("Our run for charity", False),
        ("A partnership since May", False),
        ("Windows and doors (old houses)", False),
    ],
)
def test_the_registers_of_many_countries_say_who_it_is(line, there):
    assert ("registered name" not in house(f"© Hollow Oak. {line}")) is there


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("How we look after your details", True),
        ("What we do with your data", True),
        ("Your details", True),
        ("Data protection", True),
        ("Datenschutzerklärung", True),
        ("We never pass your number to anybody.", True),
        ("We will not share your email.", True),
        ("GDPR", True),
        ("Cookie policy", True),
        ("How we look after your stairs", False),
        ("What we do with your old windows", False),
        ("Give us your number and we ring", False),
        ("We never pass a house by", False),
        ("Cookies and tea at three", False),
    ],
)
def test_a_word_on_what_happens_to_the_details_is_a_notice_whatever_it_is_called(line, there):
    assert ("privacy notice" not in house("© Hollow Oak", more=f"<p>{line}</p>")) is there


def test_lines_written_to_take_time_are_read_to_a_bound():
    start = time.process_time()
    long = "a.a" * 30_000
    more = f"<p>{long}</p><p><a href='mailto:{long}'>Write to us</a></p><img src=/x.png alt='{long}'>"
    assert house("© Hollow Oak", more=more).startswith("A form asks for a name")
    assert time.process_time() - start < 10
    assert "mailbox" in house("© Hollow Oak", more=f"<p>hollowoak@gmail.com {long}</p>")


def test_vets_and_nurses_are_people_too():
    assert one(
        f"/ Acme\n[main sentence] company: Our qualified vets and nurses come to you.\n{ABOUT}"
    ).title.startswith("It praises “Our qualified vets”")
    assert "people" not in kinds(f"/ Acme\n[main sentence] company: Our qualified milk and cheese keep well.\n{ABOUT}")


def test_who_only_gives_a_number_to_call_is_asked_for_address_and_name():
    alone = house("© Hollow Oak, 0161 496 0000", form="<h1>Write to us</h1><p>Ring the shop.</p>")
    assert alone == "It asks to be called, and the 3 pages read give no postal address and no registered name or number"
    assert house("Hollow Oak, 4 Mill Lane, 0161 496 0000", form="<h1>Write to us</h1><p>Ring the shop.</p>") == ""
    assert house("© Hollow Oak", form="<h1>Write to us</h1><p>Ring the shop.</p>") == ""


def test_the_firm_that_made_the_website_is_not_the_one_behind_it():
    assert "registered name" in house("© Hollow Oak. Website by Tall Tower Ltd.")
    assert "registered name" not in house("© Hollow Oak Ltd. All rights reserved.") != ""


def test_postcodes_of_where_it_works_are_no_address_of_its_own():
    assert "postal address" in house("© Hollow Oak", more="<p>Stairs for every house.</p>")
    read = body("<h1>Areas we cover</h1><p>Ashby LE65 1AB</p><p>Coalville LE67 3FS</p>", "/areas.html")
    pages = [*(page.page for page in site("© Hollow Oak").pages), read]
    labels = [[PLAIN for _ in page.units] for page in pages]
    built = assemble("example.com", pages, labels, start="https://example.com/", name="Hollow Oak")
    assert any("postal address" in found.title for found in perform(accountability, built).findings)


def test_a_newsletter_asks_for_too_little_and_a_footer_that_was_not_read_may_hold_it_all():
    letter = (
        "<h1>News</h1><form action=/send><input type=email name=email placeholder=Email><button>Send</button></form>"
    )
    assert house("© Hollow Oak", form=letter) == ""
    read = [
        body(html, path)
        for path, html in (
            ("/", "<h1>Joinery</h1><p>Windows and stairs.</p>"),
            ("/a.html", "<p>Windows.</p>"),
            ("/write.html", FORM),
        )
    ]
    built = assemble("example.com", read, [[PLAIN for _ in page.units] for page in read], start="https://example.com/")
    assert perform(accountability, built).findings == ()


def test_a_free_mailbox_is_named_beside_what_is_graver():
    mail = "<p><a href='mailto:hollowoak@gmail.com'>Write to the shop</a></p>"
    assert house("© Hollow Oak", more=mail).endswith("; mail goes to a free mailbox (hollowoak@gmail.com)")
    assert house(HOUSE, more=mail) == ""
    assert "mailbox" not in house("© Hollow Oak", more=mail.replace("gmail.com", "example.com"))


def test_a_line_of_numbers_names_people_where_each_has_his_own():
    def kept(line: str) -> list[str]:
        return [entry.title for entry in judged(f"/ Acme\n[main sentence] other: {line}\n{ABOUT}").keep]

    assert kept("Karen: 01632 960 123 or Marten: 01632 960 124") == ["It names whom one deals with: Karen and Marten"]
    twice = "Karen: 01632 960 123 or Marten: 01632 960 123"
    assert kept(twice) == []
    assert kept(f"{twice}\n[main sentence] other: Contact: Karen Ash (01632 960 123)") == []
    other = f"{twice}\n[main sentence] other: Contact: Karen Ash (01632 960 555)"
    assert kept(other) == ["It names whom one deals with: Karen Ash"]


def test_at_what_age_somebody_began_is_nothing_that_he_learned():
    def credit(line: str) -> str:
        names = "\n".join(f"[main heading 3] company: {n}" for n in ("Karen Ash", "Chief engineer"))
        text = f"/ Acme\n[first sentence] feature: Pumps.\n/team Team\n{names}\n[main sentence] company: {line}"
        return judged(text).keep[0].title

    assert credit("Karen Ash has been in the pump trade for nine years.").startswith("It says of its people")
    assert not credit("Karen Ash climbed her first pump at eight years old.").startswith("It says of its people")


def test_who_says_who_he_is_has_a_name_though_it_is_a_word():
    lines = "/ Slates\n[first heading 1] feature: Slate roofs mended\n[main sentence] company: I tell you if it is not worth doing.\n[main sentence] company: I look at your roof first, for nothing.\n{}\n/work Work\n[main sentence] feature: A ridge relaid.\n/prices Prices\n[main sentence] feature: A slate costs £60."
    assert "people" in kinds(lines.format("[main sentence] company: Slates are kept in the yard."))
    assert "people" not in kinds(lines.format("[main sentence] company: I'm Davy Pell, and I come on my own."))


def test_a_customer_who_signs_in_the_line_of_his_words_is_nobody_of_the_house():
    text = "/ Acme\n[first heading 1] feature: Pumps for dairies\n[main sentence] company: {}\n/about About\n[main sentence] company: We have built pumps since 1999.\n/fees Fees\n[main sentence] feature: A pump costs £60."
    own = judged(text.format("Priya Raman, managing director, answers the telephone."))
    theirs = judged(text.format("“We got our Mondays back.” — Priya Raman, managing director, Saltbox Kitchens"))
    assert any("Priya Raman" in entry.title for entry in own.keep)
    split = judged(
        text.format("“We got our Mondays back.”\n[main sentence] company: Priya Raman, CFO, Saltbox Kitchens")
    )
    assert not any("Priya Raman" in entry.title for entry in split.keep)
    assert not any("Priya Raman" in entry.title for entry in theirs.keep)


def test_a_town_before_its_state_is_nobody_however_a_trade_follows_it():
    def summary(head: str) -> str:
        return judged(
            f"/ Pell Law\n[first heading 1] other: {head}\n[main sentence] feature: We write wills.\n/about About\n[main sentence] feature: Wills and deeds."
        ).summary

    assert "Arvada" not in summary("Arvada, CO Attorney")
    assert summary("Jonah Pell, Attorney") == "It names its people: Jonah Pell."


def test_a_measuring_instrument_is_nobody_of_the_house():
    def summary(head: str, under: str) -> str:
        page = f"/lab Lab\n[main heading 3] other: {head}\n[main sentence] other: {under}"
        return judged(f"/ Pell Bolts\n[main sentence] feature: We turn bolts.\n{page}").summary

    assert "Tester" not in summary("Leeb Hardness Tester", "Thickness gauge inspector")
    assert "Jonah Pell" in summary("Jonah Pell", "Inspector")


def test_a_child_or_a_player_in_the_news_is_nobody_to_deal_with():
    def credit(line: str) -> tuple[str, list[str]]:
        result = judged(
            f"/ Acre Rowing Club\n[first heading 1] feature: Rowing on the Tamar\n[main sentence] other: {line}\n{ABOUT}"
        )
        return result.summary, [entry.title for entry in result.keep]

    told, kept = credit("Contact: Marjorie Pryce, 01822 730 219")
    assert told == "It names its people: Marjorie Pryce."
    assert kept == ["It names whom one deals with: Marjorie Pryce"]
    for line in (
        "Marjorie Pryce, aged 15, becomes the youngest captain to win the county sculls.",
        "Captain Marjorie Pryce takes the league championship at Saltash.",
        "Junior captain: Marjorie Pryce",
    ):
        assert credit(line)[1] == []
        assert "Marjorie" not in credit(line)[0]


def test_a_first_name_alone_is_praised_with_his_own_number_or_among_several_who_welcome():
    def kept(line: str) -> list[str]:
        return [entry.title for entry in judged(f"/ Oak Stoves\n[main sentence] other: {line}\n{ABOUT}").keep]

    assert kept("I'm Gareth.") == []
    assert kept("I'm Gareth Pell.") == ["It names whom one deals with: Gareth Pell"]
    assert kept("Gareth: 01822 730 219") == ["It names whom one deals with: Gareth"]
    assert kept("Gareth, Ruth & Owen welcome you to the yard") == [
        "It names whom one deals with: Gareth, Ruth and Owen"
    ]


def test_a_name_in_an_address_with_no_post_beside_it_is_not_praised():
    def kept(under: str) -> list[str]:
        page = f"/contact Contact\n[main sentence] other: Mr. R. T. Anand,\n[main sentence] other: {under}\n[main sentence] other: 12 Mill Lane"
        return [
            entry.title
            for entry in judged(f"/ Oak Seals\n[main sentence] feature: Seals of oak.\n{ABOUT}\n{page}").keep
        ]

    assert kept("Oak Seals Ltd.") == []
    assert [title.startswith("It names") for title in kept("Sales manager")] == [True]


def test_whom_one_deals_with_is_shown_in_the_line_that_presents_him():
    page = "/find-us Find us\n[main sentence] other: Karen Ash\n[footer sentence] other: Ask the secretary, Karen Ash, on 01822 730 219."
    (kept,) = judged(f"/ Acre Rowing Club\n[main sentence] other: Contact: Karen Ash\n{ABOUT}\n{page}").keep
    assert [quote.text for quote in kept.quotes] == ["Contact: Karen Ash"]
    (kept,) = judged(
        f"/ Acre Rowing Club\n[first sentence] feature: Rowing.\n{ABOUT}\n{page.replace('find-us Find us', 'contact Contact')}"
    ).keep
    assert "Ask the secretary, Karen Ash, on 01822 730 219." in [quote.text for quote in kept.quotes]


def test_a_credential_that_is_still_pending_is_told_with_its_words():
    found = one(f"/ Oak Soil\n[main sentence] company: Jo Ray, CPSC (Pending), soil surveyor\n{ABOUT}", "awaited")
    assert found.title.startswith("It shows “CPSC (Pending)”: by its own words")
    assert found.lead
    for line, words in (
        ("Fully licensed for moves between states (Licence # pending).", "Licence # pending"),
        ("We test to the standard (SOILAC accreditation pending).", "SOILAC accreditation pending"),
    ):
        assert f"“{words}”" in one(f"/ Oak Soil\n[main sentence] company: {line}\n{ABOUT}", "awaited").title


@pytest.mark.parametrize(
    "line",
    [
        "If your licence (pending) is delayed, we lend you a driver.",
        "Our patent is pending.",
        "While the case is pending, a licence may be suspended.",
        "Orders (pending) are shipped on Friday.",
        "Is the registration pending?",
    ],
)
def test_what_others_wait_for_is_no_credential_of_the_house(line):
    assert "awaited" not in kinds(f"/ Oak Soil\n[main sentence] company: {line}\n{ABOUT}")


def test_the_first_words_of_the_companys_own_name_are_nobody():
    page = "/ Stone Mill Kennel & Cattery\n[first heading 1] other: Stone Mill Kennel & Cattery\n{}\n[main sentence] company: {} has been a dream for many years."
    assert not judged(page.format(ABOUT, "Stone Mill Kennel & Cattery")).summary.startswith("It names its people")
    owner = f"[main sentence] other: Stone Mill, owner\n{ABOUT}"
    (dealt_with,) = judged(page.format(owner, "Stone Mill Kennel & Cattery")).keep
    (told_of,) = judged(page.format(owner, "Stone Mill")).keep
    assert [entry.text for entry in dealt_with.quotes] == ["Stone Mill, owner"]
    assert told_of.quotes[0].text == "Stone Mill has been a dream for many years."


ASKED = "[main sentence] other: Please contact Lucy on 07700 900123.\n[main sentence] other: Email Ana at ana@oakswim.example."


def test_people_who_have_first_names_alone_are_told():
    found = one(f"/ Oak Swim School\n{ASKED}\n{ABOUT}", "first-names")
    assert found.title.startswith("Of its people it gives first names alone (“Lucy” and “Ana”): not one of them")
    assert [entry.text[:14] for entry in found.quotes] == ["Please contact", "Email Ana at a"]
    cards = "[main sentence] other: Emma\n[main sentence] other: Owner\n[main sentence] other: Erin\n[main sentence] other: Kennel Manager"
    assert "“Emma (Owner)” and “Erin (Kennel Manager)”" in one(f"/ Oak\n{cards}\n{ABOUT}", "first-names").title


@pytest.mark.parametrize(
    "more",
    [
        "[main sentence] other: Lucy Hart, head teacher, has taught since 1999.",
        "[main sentence] company: Our head teacher is Karen Ash.",
        "[footer link] other: Lucy Hart",
    ],
)
def test_one_surname_anywhere_is_a_surname(more):
    assert "first-names" not in kinds(f"/ Oak Swim School\n{ASKED}\n{more}\n{ABOUT}")


def test_one_first_name_and_a_desk_are_no_people_without_surnames():
    desk = "[main sentence] other: Please contact Reception on 07700 900123.\n[main sentence] other: Email Sales at sales@oak.example."
    assert "first-names" not in kinds(f"/ Oak\n{desk}\n{ABOUT}")
    assert "first-names" not in kinds(f"/ Oak\n{ASKED.splitlines()[0]}\n{ABOUT}")


@pytest.mark.parametrize(("line", "told"), [("Registered nurses", False), ("Our registered nurses come to you", True)])
def test_those_whom_a_recruiter_finds_for_others_are_not_its_own_praised_people(line, told):
    home = "/ Larch | Recruitment agency\n[first heading 1] feature: Recruiters for farms\n[main sentence] feature: Candidates for your vacancies."
    pages = f"{home}\n[main bullet] feature: {line}\n{ABOUT}\n/find Find us\n[main sentence] other: By the quay."
    assert ("people" in kinds(pages)) is told
    walls = pages.replace("Recruitment agency", "Plasterers").replace("Recruiters for farms", "Plastering")
    assert "people" in kinds(walls.replace("Candidates for your vacancies", "We plaster your house, insured."))
