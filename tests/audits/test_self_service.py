"""A buyer's eight questions: answered with the place, linked and not read, or not found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit import example, perform
from auditor.audits.self_service import QUESTIONS, self_service
from auditor.model import AuditResult, Link, Region, Status

REST = [
    "/about About",
    "[main sentence] company: We build pumps.",
    "/contact Contact",
    "[main sentence] other: A form.",
]


def judged(*lines: str) -> AuditResult:
    return perform(self_service, example("\n".join(("/ Acme", *lines, *REST))))


def state(question: str, *lines: str) -> tuple[str, str]:
    entry = next(e for e in judged(*lines).numbers["answers"] if e["question"] == QUESTIONS[question])
    return entry["state"], entry["text"]


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
        ("price", "Most barns pay around $700 to $1,900 per year, but yours depends on coverage, claims and limits."),
        ("terms", "Deposits are refunded within 14 days."),
        ("person", "Ring Jo Ray on 555-010-2030."),
        ("person", "Write to jo@acme.example."),
    ],
)
def test_an_answer_in_a_line_is_found_with_its_words(question, line):
    label = "policy" if question == "terms" else "feature"
    assert state(question, f"[main sentence] {label}: {line}") == ("answered", line)


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("process", "How it works"),
        ("process", "Getting started is easy"),
        ("audience", "Industries we serve"),
        ("faq", "Frequently asked questions"),
        ("comparison", "GX-200 vs HX-300"),
        ("comparison", "Which is right for a small parlour?"),
        ("terms", "Returns and refunds"),
    ],
)
def test_a_heading_that_names_the_answer_is_its_place(question, heading):
    assert state(question, f"[main heading] feature: {heading}") == ("answered", heading)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("price", "[main sentence] feature: Cover up to $50,000 a year."),
        ("price", "[main sentence] outcome: Saves a dairy $900 a month."),
        ("price", "[main sentence] feature: With RS232 and RS485."),
        ("price", "[main heading] feature: Milk yield calculator\n[main sentence] feature: $84,120"),
        ("price", "[main sentence] feature: From $900 in fines a year for spilt milk."),
        ("process", "[main heading] other: What happens if the vat runs dry?"),
        ("terms", "[main heading] policy: No warranty"),
        ("terms", "[main sentence] policy: This page does not bind, alter or cancel any cover."),
        ("audience", "[main heading] other: Areas we serve"),
        ("comparison", "[main heading] feature: The VSPD control unit"),
        ("process", "[main bullet] feature: 1. Control unit, three points"),
        ("person", "[main sentence] feature: Built since 1921."),
    ],
)
def test_what_only_looks_like_an_answer_is_none(question, line):
    assert state(question, line)[0] == "not found"


def test_steps_told_in_prose_are_an_answer():
    lines = ["Once the visit is done, we send a drawing.", "We then build the pump.", "Finally we run it in with you."]
    assert state("process", *(f"[main sentence] feature: {line}" for line in lines))[0] == "answered"


def test_reviews_on_a_platform_are_linked_and_not_read():
    assert state("proof", "[main button] other: Trustpilot") == ("linked, not read", "Trustpilot")


def test_the_deciding_questions_left_open_are_one_finding():
    result = judged("[first button /contact] other: Contact us")
    open_still = next(found for found in result.findings if found.kind == "unanswered")
    assert "what it costs" in open_still.title
    assert "how it compares" not in open_still.title
    assert "3 pages read" in open_still.title
    assert result.score is None


def test_a_finding_quotes_the_site_even_where_nothing_calls_to_action():
    found = judged("[main heading] feature: Pumps for dairies").findings[0]
    assert [q.text for q in found.quotes] == ["Pumps for dairies"]


def test_praised_prices_without_a_price_are_told_and_with_one_are_not():
    praise = "[first sentence] company: We sell at competitive prices."
    assert "praised-price" in {f.kind for f in judged(praise).findings}
    price = "[main sentence] feature: The small pump costs from $900."
    assert "praised-price" not in {f.kind for f in judged(praise, price).findings}


def test_a_price_praised_for_its_carriage_is_no_praise_of_prices():
    far = "[main sentence] feature: Pumps are shipped across the country, often at low cost."
    assert "praised-price" not in {f.kind for f in judged(far).findings}


def test_questions_that_want_no_answer_are_no_frequent_questions():
    teasers = ("A gift for your herdsman?", "Or maybe for the vet?", "For the whole yard?", "Even for the dog?")
    assert state("faq", *(f"[main sentence] feature: {line}" for line in teasers))[0] == "not found"
    asked = ("Do pumps freeze?", "Can I rent one?", "How loud is it?", "Who repairs it?")
    assert state("faq", *(f"[main sentence] feature: {line}" for line in asked))[0] == "answered"


def test_a_price_that_is_missing_is_told_once():
    several = judged("/product/gx GX-200\n[first heading 1] feature: Pumps for dairies").findings
    assert [found.kind for found in several] == ["no-price", "unanswered"]
    assert "what it costs" not in several[1].title
    praised = judged("[first sentence] company: We sell at competitive prices.").findings
    assert [found.kind for found in praised] == ["praised-price", "unanswered"]
    assert "what it costs" not in praised[1].title


def test_no_price_anywhere_is_told_where_the_buyer_pays_himself():
    pumps = "/product/gx GX-200\n[first heading 1] feature: Pumps for dairies"
    assert "no-price" in kinds(pumps)
    assert "no-price" not in kinds("[first heading 1] company: Pumps of the county")  # nothing has a page of its own
    assert "no-price" not in kinds("[main sentence] feature: The small pump costs from $900.", pumps)
    assert "no-price" not in kinds("[main sentence] company: We sell at competitive prices.", pumps)  # told as praise
    assert "no-price" not in kinds("[main sentence] policy: We accept most insurance and Medicare.", pumps)
    assert "no-price" not in kinds("[main sentence] feature: The firmware is open source.", pumps)
    assert "no-price" not in kinds("[main button] other: Donate", pumps)


@pytest.mark.parametrize(
    "answer",
    [
        "We reply within two working days.",
        "We'll come out and measure the parlour.",
        "What to expect",
        "During your estimate we look at the wiring as well.",
        "The free estimate takes half an hour.",
    ],
)
def test_something_free_to_begin_with_needs_a_word_on_what_happens_then(answer):
    offer = "[first button /contact] other: Get your free estimate"
    found = next(entry for entry in judged(offer).findings if entry.kind == "next-step")
    assert "“free estimate”" in found.title
    assert "next-step" not in kinds(offer, f"[main heading] other: {answer}")
    assert "next-step" not in kinds("[first button /contact] other: Contact us")


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


def asked(text: str, name: str) -> set[str]:
    pages = "\n".join(f"/p{n} Page {n}\n[main sentence] company: The stove is lit at six." for n in range(3))
    return {found.kind for found in perform(self_service, example(f"{text}\n{pages}", name=name)).findings}


def test_a_charity_is_asked_what_becomes_of_a_gift_and_whom_it_reached():
    assert asked(KITCHEN + GIVE, "Ansty Kitchen") == {"gifts", "reached"}
    worth = "[main sentence] outcome: £4 pays for a hot supper.\n"
    accounts = "[main sentence] company: Our annual report shows every pound.\n"
    assert asked(KITCHEN + GIVE + worth + accounts, "Ansty Kitchen") == {"reached"}
    fed = "[main sentence] outcome: Last winter 340 people ate here.\n"
    assert asked(KITCHEN + GIVE + worth + fed, "Ansty Kitchen") == {"gifts"}
    assert asked(KITCHEN + fed, "Ansty Kitchen") == set()  # who asks for nothing owes no account here


def test_a_gift_of_which_only_the_accounts_are_missing_is_asked_for_those_alone():
    worth = "[main sentence] outcome: £4 pays for a hot supper.\n"
    pages = "\n".join(f"/p{n} Page {n}\n[main sentence] company: The stove is lit at six." for n in range(3))
    result = perform(self_service, example(KITCHEN + GIVE + worth + pages, name="Ansty Kitchen"))
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


def test_the_only_price_far_down_a_page_that_promises_none_is_told():
    talk = "\n".join(
        f"[main sentence] feature: Pump {n} is cast, painted, run in and signed by one fitter." for n in range(16)
    )
    price = "[main sentence] feature: The small pump costs from $900."
    deep = f"/service/repair Repairs\n{talk}\n{price}"
    found = next(entry for entry in judged(deep).findings if entry.kind == "deep-price")
    assert "190 words down the page “Repairs”" in found.title
    assert found.quotes[0].text == "The small pump costs from $900."
    assert "deep-price" not in kinds(f"/service/repair Repairs\n{price}\n{talk}")
    assert "deep-price" not in kinds(deep.replace("/service/repair Repairs", "/service/prices Prices"))
    assert "deep-price" not in kinds("[main sentence] feature: Pumps from $900.", deep)
    assert "deep-price" not in kinds("[main heading] other: Our prices", deep)
    # whatever its label, a sum at the top of any other page is met first
    top = "/service/fitting Fitting\n[first heading 1] feature: Fitting\n[first sentence] other: From $140 a visit"
    assert "deep-price" not in kinds(deep, top)
    assert "deep-price" in kinds(deep, top.replace("/service/fitting", "/blog/fitting"))


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


def test_what_is_left_open_is_not_called_found():
    told = (
        "[main quote cite=Jo Ray, Hilltop Dairy] company: They come out on Sundays.",
        "[main heading] other: How it works",
        "[main sentence] feature: The small pump costs from $900.",
        "[main sentence] other: Ring Jo Ray on 555-010-2030.",
    )
    terms = "[main sentence] policy: Deposits are refunded within 14 days."
    assert judged(*told).title == "What a buyer who reads alone finds"
    assert judged(*told, terms).title == "A buyer who reads alone finds the answers that decide"


def test_a_price_for_everybody_on_a_page_of_cases_is_one_and_what_a_case_cost_is_none():
    case = "/customers/farms How farms use it"
    assert state("price", case, "[main sentence] feature: Price per pump is $900, paid in the shop.")[0] == "answered"
    assert state("price", case, "[main sentence] feature: The dairy paid from $900 for its pump.")[0] == "not found"


def test_a_page_of_prices_answers_before_what_a_court_charges():
    court = "[main sentence] policy: The court charges a hearing fee of £408 and court costs of £120 per case."
    own = ["/pricing Prices", "[main sentence] feature: A will for one from: £140"]
    assert state("price", court) == ("not found", "")
    assert state("price", court, *own) == ("answered", "A will for one from: £140")
    elsewhere = "[main sentence] feature: A call-out costs from £60."
    assert state("price", elsewhere, *own)[1] == "A will for one from: £140"


def test_a_list_of_the_law_tells_no_process_and_who_the_firm_is_says_nobody_whom_it_serves():
    law = [f"[main sentence] policy: {n}) Your {who} gets:" for n, who in enumerate(("husband", "sister", "aunt"), 1)]
    assert state("process", *law) == ("not found", "")
    for heading in ("Who are Acme?", "Who are we?"):
        assert state("audience", f"[main heading 2] other: {heading}") == ("not found", "")
    assert state("audience", "[main heading 2] other: Who is it for?")[0] == "answered"


@pytest.mark.parametrize(
    "heads",
    [
        ("Give us a ring", "Pick a day", "Sit back with a coffee"),
        ("Tell us what leaks", "Approve the quote", "We repair it the same week"),
        ("Step 1", "Step 2", "Step 3"),
        ("Step one: the visit", "Step two: the plan", "Step three: the pump"),
    ],
)
def test_steps_told_by_a_row_of_headings_are_an_answer(heads):
    assert state("process", *(f"[main heading 3] other: {head}" for head in heads))[0] == "answered"


@pytest.mark.parametrize(
    "heads",
    [
        ("Call us today", "Get in touch", "Send us a message"),
        ("We repair pumps", "We build tanks", "Our seals"),
        ("Step up your yield", "Steps to the dairy", "Our team"),
    ],
)
def test_a_row_of_calls_or_of_services_tells_no_process(heads):
    assert state("process", *(f"[main heading 3] other: {head}" for head in heads))[0] != "answered"


def test_what_few_of_a_trade_answer_is_credit_in_a_line_and_not_in_a_heading():
    ratio = "[main sentence] feature: One adult looks after at most four (1:4) of the youngest."

    def credit(*lines):
        text = "\n".join(("/ Puddle Lane Pre-School", *lines, *REST))
        return [entry.kind for entry in perform(self_service, example(text, name="Puddle Lane Pre-School")).keep]

    assert credit(ratio) == ["trade-answered"]
    assert credit("[main heading] other: Our ratios") == credit("[main sentence] other: Doors open at 1:45.") == []
