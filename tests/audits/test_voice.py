"""Voice: facts about pronouns, never a judgement."""

from __future__ import annotations

from auditor.audit import example, perform
from auditor.audits.voice import voice
from auditor.model import Status

LONG = "You and your farm get our pump when we say so, and Acme says so every morning at five o'clock sharp. "


def counted(text: str):
    return perform(voice, example(text))


def test_words_for_reader_vendor_and_name_are_counted_once_for_each_text():
    result = counted(
        f"""
        / Acme
        [main sentence] company: {LONG * 2}
        /service/a Acme
        [main sentence] company: {LONG * 2}
        """
    )
    assert {key: result.numbers[key] for key in ("you", "we", "i", "name")} == {"you": 4, "we": 4, "i": 0, "name": 2}


def test_the_united_states_are_not_the_vendor_and_customers_quotes_are_not_counted():
    result = counted(
        f"""
        / Acme
        [main sentence] company: {"Pumps shipped across the US on the day they are asked for by farmers. " * 3}
        [main quote cite=Jo Ray] outcome: {"You saved our summer and we thank you for it. " * 3}
        """
    )
    assert result.numbers["you"] == result.numbers["we"] == 0


def test_it_never_scores_and_never_finds():
    result = counted("/ Acme\n" + f"[main sentence] company: {LONG * 3}")
    assert result.status is Status.INFORMATIVE
    assert result.score is None
    assert not result.findings


def test_a_few_words_are_not_enough():
    assert counted("/ Acme\n[main sentence] company: We are Acme.").status is Status.NOT_ENOUGH
