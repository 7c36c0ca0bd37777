from auditor.audit import example
from auditor.focus import site_profile
from auditor.score import verdict


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
        == "It talks about the company itself. It never says what changes for the customer."
    )
    assert _verdict(outcome=30, feature=5) == "It says what changes for its customers. What it offers comes second."
    assert _verdict(feature=10, company=10, outcome=1).startswith("It says what the company offers and who it is.")


def test_no_copy_gets_no_verdict_on_focus() -> None:
    assert _verdict(other=3) == "There was no copy here that could be judged."


def test_generic_promises_alone_do_not_count_as_saying_what_changes() -> None:
    site = example(
        "/ A\n[first heading] outcome: Achieve more\n"
        + "\n".join(f"[main sentence] feature: Blade {n}" for n in range(20))
    )
    assert (
        verdict(site_profile(site)) == "It says what the company offers. It never says what changes for the customer."
    )
