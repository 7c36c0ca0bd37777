"""The mix of each kind of page against what that kind is for."""

from __future__ import annotations

from auditor.audit import example, perform
from auditor.audits.focus_mix import MIN_UNITS, focus_mix
from auditor.model import AuditResult, Status


def lines(label: str, text: str, count: int, role: str = "sentence") -> str:
    return "\n".join(f"[main {role}] {label}: {text} number {n}." for n in range(count))


FEATURES = lines("feature", "This pump has a double seal and a painted housing", 24)
RESULTS = lines("outcome", "The dairy farm in the valley milks an hour less a day", 10)
PROBLEMS = lines("problem", "A pump that stops at night spoils the milk of the herd", 10)


def said(text: str) -> AuditResult:
    return perform(focus_mix, example(text))


def test_pages_for_buyers_without_customer_talk_are_named_with_typical_lines():
    result = said(f"/product/a Pumps\n{FEATURES}")
    assert [found.kind for found in result.findings] == ["product"]
    assert result.findings[0].quotes[0].text.startswith("This pump has")
    assert result.findings[0].title.startswith(
        "All 24 lines on the product and service pages are about the product, hardly one"
    )


def test_problems_count_as_much_as_results():
    assert said(f"/product/a P\n{FEATURES}\n{RESULTS}").score == said(f"/product/a P\n{FEATURES}\n{PROBLEMS}").score


def test_specifications_and_tables_cost_nothing():
    base = said(f"/product/a P\n{FEATURES}\n{RESULTS}")
    specs = lines("spec", "The shaft is ground to a tolerance of 0.01 mm at step", 60)
    cells = lines("feature", "Double seal and painted housing for the pump", 60, "cell")
    names = "\n".join(f"[main bullet] feature: Pump GX-{n}" for n in range(60))
    for more in (specs, cells, names):
        assert said(f"/product/a P\n{FEATURES}\n{RESULTS}\n{more}").score == base.score


def test_stuffing_generic_promises_does_not_help():
    stuffing = lines("outcome", "Achieve success", 30).replace(" number", "").replace(".", " today.")
    base, stuffed = (
        said(f"/product/a P\n{FEATURES}\n{RESULTS}"),
        said(f"/product/a P\n{FEATURES}\n{RESULTS}\n{stuffing}"),
    )
    assert base.score is not None
    assert stuffed.score is not None
    assert stuffed.score <= base.score


def test_repeating_a_line_on_many_pages_does_not_help():
    copies = "\n".join(
        f"/product/{n} P{n}\n{FEATURES}\n[main sentence] outcome: The herd is milked by six." for n in range(5)
    )
    once = said(f"/product/a P\n{FEATURES}\n[main sentence] outcome: The herd is milked by six.")
    assert said(copies).score == once.score


def test_docs_and_policies_stay_out():
    assert said(f"/docs/a Manual\n{FEATURES}\n/policy/b Terms\n{FEATURES}").status is Status.NOT_ENOUGH


def test_customers_quotes_of_praise_are_not_held_against_the_site():
    praise = "\n".join(f"[main quote cite=Jo Ray] company: Friendly people, visit number {n}." for n in range(40))
    home = f"/ Acme\n{FEATURES}\n{RESULTS}"
    assert said(f"{home}\n{praise}").score == said(home).score


def test_few_lines_give_counts_and_no_finding():
    result = said("/ Acme\n" + lines("feature", "This pump has a double seal and a painted housing", MIN_UNITS - 1))
    assert result.status is Status.NOT_ENOUGH
    assert result.findings == ()


def test_a_short_home_page_weighs_by_its_lines_beside_pages_that_have_enough():
    good = f"/service/a Pumps\n{FEATURES}\n{RESULTS}\n{PROBLEMS}"
    mute = lines("feature", "This pump has a double seal and a painted housing", 6)
    alone, short, full = (said(f"/ Acme\n{home}\n{good}").score for home in ("", mute, FEATURES))
    assert alone == 1.0
    assert alone > short > full
    told = "\n".join(
        f"[main sentence] outcome: Dairy number {n} is milked by six, an hour earlier than before." for n in range(6)
    )
    assert said(f"/ Acme\n{told}\n{good}").score == 1.0
    assert said(f"/ Acme\n{mute}\n/service/a Pumps\n{told}").status is Status.NOT_ENOUGH


def test_enough_customer_talk_is_kept():
    result = said(f"/ Acme\n{FEATURES}\n{RESULTS}\n{PROBLEMS}")
    assert result.findings == ()
    assert len(result.keep) == 1


def test_the_block_to_begin_with_is_one_of_the_offer_and_the_line_proposed_the_sites_own():
    own = "[main sentence] outcome: You milk an hour less a day when a pump of ours stands in your parlour."
    block = f"[main heading] feature: Rotary pumps\n{FEATURES}"
    (found,) = said(f"/product/a Pumps\n{block}\n/about/us Us\n{own}").findings
    assert "“Rotary pumps”" in found.fix
    assert found.proposal.startswith("You milk an hour less a day")
    (named,) = said(f"/product/a Pumps\n[main heading] other: Jo Ray\n{FEATURES}").findings
    assert "Jo Ray" not in named.fix
    assert named.proposal == ""


def test_the_title_counts_as_the_profile_does_and_says_how_many_are_clear():
    lines = [*(f"[main sentence] feature: The pump number {n} has a double seal of steel." for n in range(40)),
             "[main bullet] spec: 12 bar", "[main sentence] outcome: Your herd is milked by six, and the yard is quiet.",
             "[main sentence] outcome: Grow your business."]  # fmt: skip
    site = example("\n".join(("/ Acme", *lines)))
    (found,) = perform(focus_mix, site).findings
    counted = [copy for copy in site.home.copy if copy.label.rollup.value in ("customer", "product", "company")]
    assert found.title.startswith(f"Of {len(counted)} lines on the home page, 41 are about the product and 2 about the")
    assert found.title.endswith("1 of them clearly a specific result or problem")


def test_lines_that_may_be_the_customers_keep_it_quiet():
    lines = [f"[main sentence] feature: The pump number {n} has a double seal of steel." for n in range(16)]
    doubt = [f"[main sentence] outcome?: Farm {n} has its evenings back since the spring." for n in range(4)]
    assert perform(focus_mix, example("\n".join(("/ Acme", *lines)))).findings
    assert perform(focus_mix, example("\n".join(("/ Acme", *lines, *doubt)))).findings == ()


def test_a_heading_of_two_words_is_no_line_that_the_finding_counts():
    text = "/ Acme\n" + lines("feature", "Our pump number {n} comes in stainless steel with two seals.", 30)
    bare = said(text + "\n[main heading 2] feature: Pump repair\n[main heading 2] feature: Tanks")
    title = bare.findings[0].title
    assert title.startswith("All 30 lines on the home page, the shortest headings aside, are about the product")


def test_customers_words_among_the_lines_on_the_company_are_counted_apart():
    said = "".join(f"[main quote cite=Jo Ray] company: They came {n} times and were polite.\n" for n in range(6))
    result = perform(focus_mix, example(f"/ Acme\n[first heading 1] company: We are Acme\n{said}"))
    assert result.numbers["quoted_company_lines"] == 6
    told = said.replace("They came", "Jo Ray came")  # a biography, in the same markup
    result = perform(focus_mix, example(f"/ Acme\n[first heading 1] company: We are Acme\n{told}"))
    assert result.numbers["quoted_company_lines"] == 0
