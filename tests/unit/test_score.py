from dataclasses import replace

from auditor.audit import example
from auditor.focus import prominent_share, site_profile
from auditor.model import AuditResult, Dimension, Label, Region, Status
from auditor.score import praise, sensitivity, verdict


def result(name: str, dimension: Dimension, score: float, **more: object) -> AuditResult:
    return AuditResult(name, 1, name, Status.SCORED, "", score, dimension, 1.0, **more)


def _verdict(**counts: int) -> str:
    lines = ["/ Acme"]
    for label, count in counts.items():
        lines += [
            f"[main sentence] {label}: {label} sentence number {n} about the milk of plant {n}" for n in range(count)
        ]
    return verdict(site_profile(example("\n".join(lines))))


def test_the_verdict_says_in_words_what_the_site_talks_about() -> None:
    assert (
        _verdict(feature=30, company=5, outcome=2)
        == "It says what the company offers. It seldom says what changes for the customer."
    )
    assert (
        _verdict(company=30, feature=5)
        == "It talks about the company itself. Nothing on what changes for the customer was found."
    )
    assert _verdict(outcome=30, feature=5) == "It says what changes for its customers. What it offers comes second."
    assert _verdict(problem=30, outcome=3, feature=5).startswith("It speaks of what troubles its customers.")
    assert _verdict(feature=10, company=10, outcome=1).startswith("It says what the company offers and who it is.")


def test_the_verdict_leads_with_nothing_that_the_bar_beside_it_contradicts() -> None:
    lines = [f"[main sentence] problem: Your hay is wet again in week {n}" for n in range(20)]
    lines += [f"[main sentence] feature: Barn {n} has a fan" for n in range(12)]
    profile = site_profile(example("\n".join(["/ Acme", *lines])))
    customer, product = (profile.shares[name] for name in ("customer", "product"))
    weighed = {**profile.shares, "customer": replace(customer, value=0.3), "product": replace(product, value=0.7)}
    told = verdict(replace(profile, shares=weighed))
    assert told == "It speaks of its customers and of what it offers about equally."


def test_praise_by_customers_is_not_the_company_talking_about_itself():
    said = "\n".join(f"[main quote cite=Ida Marsh] company: They were kind to me at visit {n}." for n in range(12))
    own = "\n".join(f"[main sentence] company: We opened yard {n}." for n in range(4))
    offer = "\n".join(f"[main sentence] feature: Crowns are thinned on street {n}" for n in range(6))
    heard = example(f"/ Marsh Tree Care\n{own}\n{offer}\n/reviews Reviews\n{said}")
    assert praise(heard) == 12
    assert verdict(site_profile(heard), praise(heard)).startswith("Most of what it says of the company is praise by")
    boasting = example(f"/ Marsh Tree Care\n{own}\n{own.replace('opened', 'built')}\n{offer}\n/reviews Reviews\n{said}")
    assert verdict(site_profile(boasting), praise(boasting)).startswith("It talks about the company itself.")


def test_a_site_that_names_troubles_and_hardly_a_result_is_told_so() -> None:
    told = _verdict(feature=30, company=5, problem=6, outcome=1)
    assert told == "It says what the company offers. It sometimes speaks of what troubles the customer."
    assert "says what changes" in _verdict(feature=30, company=5, problem=4, outcome=2)


def test_a_handful_of_lines_gets_no_verdict_on_focus() -> None:
    assert _verdict(company=2, outcome=2) == "Too few lines were read to say what it talks about."
    assert _verdict(company=3, outcome=2) != "Too few lines were read to say what it talks about."


def test_no_copy_gets_no_verdict_on_focus() -> None:
    assert _verdict(other=3) == "There was no copy here that could be judged."


def test_generic_promises_alone_do_not_count_as_saying_what_changes() -> None:
    site = example(
        "/ A\n[first heading] outcome: Achieve more\n"
        + "\n".join(f"[main sentence] feature: Blade {n}" for n in range(20))
    )
    assert (
        verdict(site_profile(site))
        == "It says what the company offers. Nothing on what changes for the customer was found."
    )


def test_a_score_says_how_far_it_hangs_on_where_a_line_stands():
    ways = {"every line alike": 0.5, "viewing time": 0.25}
    mix = result("focus-mix", Dimension.FOCUS, 0.5, numbers={"by_prominence": ways})
    others = [result(d.value, d, 0.5) for d in Dimension if d is not Dimension.FOCUS]
    found = sensitivity([mix, *others])
    assert [(way, focus.value, whole.value) for way, (focus, whole) in found.items()] == [
        ("every line alike", 50.0, 50.0),
        ("viewing time", 25.0, 42.5),
    ]
    assert sensitivity(others) == {}


def test_a_line_counts_by_its_screen_or_like_any_other():
    site = example(
        "/ A\n[first heading 1] outcome: Milk flows again\n"
        + "\n".join(f"[main sentence] feature: Blade {n}" for n in range(9))
    )
    lines = [(page, copy) for page, copy in site.copy()]
    hits = [
        prominent_share(lines, lambda copy: copy.label is Label.OUTCOME, way)
        for way in (None, {Region.FIRST: 3, Region.MAIN: 1})
    ]
    assert hits == [0.1, 0.75]
