"""What anybody asks of who sells: answered with the place, linked and not read, or not found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.answers import process
from auditor.audit import example, perform
from auditor.audits.self_service import self_service
from auditor.model import AuditResult, Link, Region, Status

REST = [
    "/about About",
    "[main sentence] company: We build pumps.",
    "/contact Contact",
    "[main sentence] other: A form.",
]


def judged(*lines: str) -> AuditResult:
    return perform(self_service, example("\n".join(("/ Acme", *lines, *REST))))


QUESTIONS = {"price": "what it costs", "person": "whom to reach", "heard": "how soon one hears"}


def state(question: str, *lines: str) -> tuple[str, str]:
    """The question's state and words; "not judged" where it is left out."""
    rows = {row["question"]: row for row in judged(*lines).numbers["answers"]}
    entry = rows.get(QUESTIONS[question]) or rows.get("any price at all" if question == "price" else "")
    return (entry["state"], entry["text"]) if entry else ("not judged", "")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "The small pump costs from $900."),
        ("price", "Price per jar is $6, paid at the stall."),
        ("price", "Garden rooms - 5000₹ INR with breakfast"),
        ("price", "4500/- with breakfast"),
        ("price", "A seat at the bench: 48 € per evening"),
        ("price", "The small plan costs 180 euros a month."),
        ("price", "Our advice is free of charge."),
        ("price", "A churn costs from $40, each additional lid $3."),
        ("price", "From R 1,250 with the lid."),
        ("price", "There is no fee unless the cow is found."),
        ("heard", "We reply within two days."),
        ("price", "Most barns pay around $700 to $1,900 per year, but yours depends on coverage, claims and limits."),
        ("person", "Ring Jo Ray on 555-010-2030."),
        ("person", "Write to jo@acme.example."),
    ],
)
def test_an_answer_in_a_line_is_found_with_its_words(question, line):
    assert state(question, f"[main sentence] feature: {line}") == ("answered", line)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "[main sentence] feature: Cover up to $50,000 a year."),
        ("price", "[main sentence] outcome: Saves a dairy $900 a month."),
        ("price", "[main sentence] feature: With CAT5 and CAT6."),
        ("price", "[main sentence] feature: From $900 in fines a year for spilt milk."),
        ("price", "[main heading] other: Recently completed\n[main cell] feature: $84,120"),
        ("person", "[main sentence] feature: Built since 1921."),
        ("heard", "[main sentence] feature: We answer everybody."),
    ],
)
def test_what_only_looks_like_an_answer_is_none(question, line):
    assert state(question, line)[0] == "not found"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "[main quote cite=Jo Ray] outcome: We paid $900 and never looked back."),
        ("price", "/blog/pumps What pumps cost\n[main sentence] feature: A pump costs from $900."),
        ("price", "[main sentence] outcome: A dairy spends $900 less each month."),
        ("price", "[main heading] feature: Milk yield calculator\n[main sentence] feature: $84,120"),
        ("price", "[main sentence] feature: With RS232 and RS485."),
        ("price", "[main sentence] feature: Loans for parlours from $2,000 to $5 million."),
        ("price", "[main sentence] feature: It pays as much as $900 per month to a widow."),
        ("price", "/customers/farms How farms use it\n[main sentence] feature: The dairy paid from $900 for its pump."),
        ("person", "/policy/data Privacy policy\n[main sentence] policy: Write to data@acme.example."),
        ("heard", "[main sentence] feature: A written turnaround of three days."),
    ],
)
def test_of_what_may_be_an_answer_nothing_is_said(question, line):
    expected = "not found" if "quote" in line else "not judged"  # what a customer says is nobody's price
    assert state(question, line)[0] == expected


@pytest.mark.parametrize(
    "due",
    [
        "It is kept for a $250 deposit at the gate.",
        "The deposit is just $250.",
        "Late payment fees are $12 per week.",
        "An administration fee of $10 is added to the bill.",
        "There is an additional $20/night for each cow.",
        "Travel: 20 miles are in it, then $0.60/mile.",
        "Extra days are booked at a rate of $70.",
    ],
)
def test_what_is_due_beside_a_price_is_no_price(due):
    assert state("price", f"[main sentence] feature: {due}")[0] != "answered"


def test_a_sum_under_a_heading_of_prices_is_one_and_under_another_none():
    fees = "[main heading 2] other: Fees from May\n[main bullet] {}: Milking lessons $7.20"
    assert state("price", fees.format("feature"))[0] == "answered"
    assert state("price", fees.format("policy"))[0] != "answered"
    assert state("price", fees.replace("Fees from May", "Days in May").format("feature"))[0] != "answered"


def test_praised_prices_without_a_price_are_told_and_with_one_are_not():
    praise = "[first sentence] company: We sell at competitive prices."
    assert "praised-price" in kinds(praise)
    assert "praised-price" not in kinds(praise, "[main sentence] feature: The small pump costs from $900.")


@pytest.mark.parametrize("offer", ["Free estimates for every farm", "Get your no-obligation quote"])
def test_no_price_is_missed_where_it_is_reckoned_for_nothing(offer):
    praise = "[first sentence] company: We sell at competitive prices."
    pumps = "/product/gx GX-200\n[first heading 1] feature: Pumps for dairies"
    assert "praised-price" not in kinds(praise, f"[main sentence] feature: {offer}")
    assert "no-price" not in kinds(pumps, f"[main button] other: {offer}")
    for plain in ("Get a quote", "A hassle-free quote"):
        assert "praised-price" in kinds(praise, f"[main sentence] feature: {plain}")


def test_costs_that_a_buyer_lowers_are_no_praise_of_prices():
    assert "praised-price" in kinds("[main bullet] feature: Low costs for our dairies")
    assert "praised-price" not in kinds("[main bullet] feature: Lower costs for your dairy")


def test_a_price_praised_for_its_carriage_is_no_praise_of_prices():
    far = "[main sentence] feature: Pumps are shipped across the country, often at low cost."
    assert "praised-price" not in {f.kind for f in judged(far).findings}


def test_a_price_that_is_missing_is_told_once_and_with_what_is_said_of_it():
    pumps = "/product/gx GX-200\n[first heading 1] feature: Pumps for dairies"
    fixed = "[main sentence] feature: Fixed fees."
    (several,) = judged(pumps, fixed).findings
    assert several.kind == "no-price"
    assert several.title.endswith("pages read (it says “Fixed fees”)")
    assert [entry.kind for entry in judged("[first sentence] company: We sell at competitive prices.").findings] == [
        "praised-price"
    ]


def test_no_price_anywhere_is_told_where_the_buyer_pays_himself():
    pumps = "/product/gx GX-200\n[first heading 1] feature: Pumps for dairies"
    assert "no-price" in kinds(pumps)
    assert "no-price" not in kinds("[first heading 1] company: Pumps of the county")  # nothing has a page of its own
    assert "no-price" not in kinds("[main sentence] feature: The small pump costs from $900.", pumps)
    assert "no-price" not in kinds("[main sentence] company: We sell at competitive prices.", pumps)  # told as praise
    assert "no-price" not in kinds("[main sentence] policy: We accept most insurance and Medicare.", pumps)
    assert "no-price" not in kinds("[main sentence] feature: The firmware is open source.", pumps)
    assert "no-price" not in kinds("[main button] other: Donate", pumps)


def kinds(*lines: str) -> set[str]:
    return {found.kind for found in judged(*lines).findings}


def test_too_few_pages_or_too_many_unread_miss_nothing():
    assert perform(self_service, example("/ Acme\n[main sentence] feature: Pumps.")).status is Status.NOT_ENOUGH
    site = example("\n".join(("/ Acme", "[main sentence] feature: Pumps.", *REST)))
    links = tuple(Link(f"https://example.com/p{n}", f"Pump {n}", Region.MAIN, True) for n in range(9))
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=links)), *site.pages[1:])
    capped = perform(self_service, replace(site, pages=pages, home=pages[0]))
    assert capped.status is Status.NOT_ENOUGH
    assert "9 pages" in capped.summary
    assert capped.findings == ()


def test_an_address_is_one_page_however_it_is_written():
    site = example("\n".join(("/ Acme", "[main sentence] feature: Pumps.", *REST)))
    links = tuple(
        Link(f"https://example.com/{name}", "Home", Region.NAV, True)
        for name in ("index.html", "#top", "about/", "about?x=1", "logo.png")
    )
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=links)), *site.pages[1:])
    assert perform(self_service, replace(site, pages=pages)).numbers["pages_linked_and_not_read"] == 0


def test_a_page_that_is_not_there_is_none_that_was_not_read():
    site = example("\n".join(("/ Acme", "[main sentence] feature: Pumps.", *REST)))
    links = tuple(Link(f"https://example.com/p{n}", f"Pump {n}", Region.MAIN, True) for n in range(9))
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=links)), *site.pages[1:])
    gone = frozenset(link.url for link in links[1:])
    found = perform(self_service, replace(site, pages=pages, home=pages[0], missing=gone))
    assert found.numbers["pages_linked_and_not_read"] == 1
    assert found.status is not Status.NOT_ENOUGH


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Stockists will be listed here.", "Coming soon"], True),
        (["Spring dates to be announced", "Opening soon."], True),
        (["Coming soon"], False),  # one is a notice
        (["More colours coming soon", "New dates coming soon"], False),  # there are some already
        (["Your invoice will be posted to you.", "The results will be shared with your vet."], False),
    ],
)
def test_lines_that_only_announce_are_told_from_two_on(lines, told):
    assert ("pending" in kinds(*(f"[main sentence] other: {line}" for line in lines))) is told


KITCHEN = "/ Ansty Kitchen\n[first sentence] company: We are a registered charity that cooks for Ansty.\n"
GIVE = "[main button] other: Donate now\n"
PAGES = "\n".join(f"/p{n} Page {n}\n[main sentence] company: The stove is lit at six." for n in range(3))


def asked(text: str, name: str) -> set[str]:
    return {found.kind for found in perform(self_service, example(f"{text}\n{PAGES}", name=name)).findings}


def test_a_charity_is_asked_what_becomes_of_a_gift_and_whom_it_reached():
    assert asked(KITCHEN + GIVE, "Ansty Kitchen") == {"gifts", "reached"}
    worth = "[main sentence] outcome: £4 pays for a hot supper.\n"
    accounts = "[main sentence] company: Our annual report shows every pound.\n"
    assert asked(KITCHEN + GIVE + worth + accounts, "Ansty Kitchen") == {"reached"}
    fed = "[main sentence] outcome: Last winter 340 people ate here.\n"
    assert asked(KITCHEN + GIVE + worth + fed, "Ansty Kitchen") == {"gifts"}
    assert asked(KITCHEN + fed, "Ansty Kitchen") == set()  # who asks for nothing owes no account here


def test_what_a_gift_does_and_where_each_goes_may_be_told_in_any_verb():
    worth = "[main sentence] outcome: £10 cooks for four.\n"
    accounts = "[main sentence] company: Every pound goes into food.\n"
    assert asked(KITCHEN + GIVE + worth + accounts, "Ansty Kitchen") == {"reached"}
    share = "[main sentence] company: 81p in each pound goes on beds and food.\n"
    assert asked(KITCHEN + GIVE + worth + share, "Ansty Kitchen") == {"reached"}
    vague = "[main sentence] outcome: £10 or more.\n[main sentence] company: Every pound counts.\n"
    assert asked(KITCHEN + GIVE + vague, "Ansty Kitchen") == {"gifts", "reached"}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://synod.example/give", {"reached"}),  # its accounts stand there
        ("https://www.justgiving.com/ansty", {"gifts", "reached"}),
    ],
)
def test_where_a_gift_goes_is_not_asked_of_who_sends_givers_to_another_body(url, told):
    site = example(f"{KITCHEN}{GIVE}{PAGES}", name="Ansty Kitchen")
    link = Link(url, "Donate now", Region.MAIN, internal=False)
    pages = (replace(site.pages[0], page=replace(site.pages[0].page, links=(link,))), *site.pages[1:])
    found = perform(self_service, replace(site, pages=pages, home=pages[0])).findings
    assert {entry.kind for entry in found} == told


def test_a_gift_of_which_only_the_accounts_are_missing_is_asked_for_those_alone():
    worth = "[main sentence] outcome: £4 pays for a hot supper.\n"
    result = perform(self_service, example(KITCHEN + GIVE + worth + PAGES, name="Ansty Kitchen"))
    found = next(entry for entry in result.findings if entry.kind == "gifts")
    assert "accounts" in found.title
    assert "what one gift does" not in found.title


def test_a_congregation_is_asked_what_a_first_visit_is_like():
    church = "/ St Bride's Church\n[first heading 1] other: Sundays at ten\n"
    assert asked(church, "St Bride's Church") == {"first-visit"}
    assert asked(church + "[main heading] other: If you are new\n", "St Bride's Church") == set()


def test_an_authority_is_not_judged():
    result = perform(self_service, example("/ Town\n[first sentence] company: Bins on Tuesday.", name="Town of Hill"))
    assert result.status is Status.NOT_APPLICABLE


def test_that_no_price_is_given_is_shown_at_the_offers():
    found = next(
        e
        for e in judged("/product/gx GX-200\n[first heading 1] feature: The small pump").findings
        if e.kind == "no-price"
    )
    assert [quote.text for quote in found.quotes] == ["The small pump"]


def test_prices_on_the_pages_of_the_offers_are_credit():
    offers = [f"/product/p{n} Pump {n}\n[main sentence] feature: Pump {n} costs from ${n}00." for n in range(1, 4)]
    said = "\n".join(("/ Acme", "[first heading 1] feature: Pumps", *offers, *REST))
    titles = [found.title for found in perform(self_service, example(said)).keep]
    assert titles == ["It gives a price on 3 of its 3 pages of products and services"]
    bare = [f"/product/q{n} Hose {n}\n[main sentence] feature: A hose of {n} metres." for n in range(4)]
    assert perform(self_service, example("\n".join((said, *bare)))).keep == ()


def test_parts_made_to_a_drawing_are_quoted_and_no_list_of_prices_is_missed():
    lines = "/ Acme\n[first heading 1] feature: Parts\n/service/a Turning\n[first heading 1] feature: The long shaft\n[main sentence] feature: We turn shafts."
    text = "\n".join((lines, *REST, "[nav link /contact] other: Contact"))
    kinds = {
        name: {entry.kind for entry in perform(self_service, example(text, name=name)).findings}
        for name in ("Hull Bakery", "Hull Precision Machining")
    }
    assert "no-price" in kinds["Hull Bakery"]
    assert "no-price" not in kinds["Hull Precision Machining"]


def test_where_a_page_is_named_for_what_is_made_to_a_drawing_no_price_is_missed():
    def told(name: str) -> bool:
        page = f"/product/a {name}\n[first heading 1] feature: For ships and mills"
        return any(entry.kind == "no-price" for entry in judged(page).findings)

    assert told("Bearings")
    assert not told("Machining and fabrication")


def test_a_price_for_everybody_on_a_page_of_cases_is_one_and_what_a_case_cost_is_none():
    case = "/customers/farms How farms use it"
    assert state("price", case, "[main sentence] feature: Price per pump is $900, paid in the shop.")[0] == "answered"
    assert state("price", case, "[main sentence] feature: The dairy paid from $900 for its pump.")[0] == "not judged"


def test_a_page_of_prices_answers_before_what_a_court_charges():
    court = "[main sentence] policy: The court charges a hearing fee of £408 and court costs of £120 per case."
    own = ["/pricing Prices", "[main sentence] feature: A will for one from: £140"]
    assert state("price", court) == ("not found", "")
    assert state("price", court, *own) == ("answered", "A will for one from: £140")
    elsewhere = "[main sentence] feature: A call-out costs from £60."
    assert state("price", elsewhere, *own)[1] == "A will for one from: £140"


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("Give us a ring", "Pick a day", "Sit back with a coffee"), True),
        (("Tell us what leaks", "Approve the quote", "We repair it the same week"), True),
        (("Step 1", "Step 2", "Step 3"), True),
        (("Step one: the visit", "Step two: the plan", "Step three: the pump"), True),
        (("How it works", "Pumps", "Tanks"), True),
        (("Call us today", "Get in touch", "Send us a message"), False),
        (("We repair pumps", "We build tanks", "Our seals"), False),
        (("Step up your yield", "Steps to the dairy", "Our team"), False),
        (("What happens if the vat runs dry?", "Tanks", "Seals"), False),
    ],
)
def test_how_it_works_is_told_by_a_heading_or_a_row_of_steps(heads, told):
    lines = (f"[main heading 3] other: {head}" for head in heads)
    assert (process(example("\n".join(("/ Acme", *lines, *REST)))) is not None) is told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("Once the visit is done, we send a drawing.", "We then build the pump.", "Finally we run it in with you."),
            True,
        ),
        (("1. Control unit, three points", "2. Seal, double", "3. Hose"), False),
        (("1) Your husband gets:", "2) Your sister gets:", "3) Your aunt gets:"), False),
    ],
)
def test_how_it_works_is_told_by_steps_in_prose(lines, told):
    said = (f"[main sentence] feature: {line}" for line in lines)
    assert (process(example("\n".join(("/ Acme", *said, *REST)))) is not None) is told


def test_what_few_of_a_trade_answer_is_credit_in_a_line_and_not_in_a_heading():
    ratio = "[main sentence] feature: One adult looks after at most four children (1:4)."

    def credit(*lines):
        text = "\n".join(("/ Puddle Lane Pre-School", *lines, *REST))
        return [entry.kind for entry in perform(self_service, example(text, name="Puddle Lane Pre-School")).keep]

    assert credit(ratio) == ["trade-answered"]
    assert credit("[main heading] other: Our ratios") == credit("[main sentence] other: Doors open at 1:45.") == []
