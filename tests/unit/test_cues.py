"""A cheap look before a search, and a search in small letters, find what the search itself finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import cues, lexicon
from auditor.cues import Likely, Quick, Sieve, cue_of, rare, work_out
from auditor.literals import edged, lowered

SHAPES = (
    r"\bwithin (?:an?|one|\d+) (?:hour|day)s?\b",
    r"(?:St|Street)\b",
    r"\b(the|our) \1\b",
    r"[^A-M ]end",
    r"(?<!not )[A-Z]{2}\d|ready$",
    r"^We (?=never)[a-z]+ (?!late)",
    r"\b(?:(?:we|within|an?)\b ?)+(?<!\w)(?:our |day(?!s)|street[.,]?)(?![\w-])",
    r"tea|",
)
WORDS = "We NEVER never late within Within AN a One day DAYS 3 the The OUR our Street st. Tea ready READY AB1 nend Qend not".split()


@settings(deadline=None)  # cues are worked out in the first example
@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.sampled_from(SHAPES))
def test_in_a_plain_text_made_small_the_small_pattern_finds_the_places_of_the_pattern_itself(
    text: str, shape: str
) -> None:
    small = lowered(shape)
    assert small is not None
    whole = [match.span() for match in re.finditer(shape, text, re.I)]
    assert [match.span() for match in small.finditer(text.lower())] == whole
    assert Quick(shape).search(text) == bool(re.search(shape, text, re.I))


def test_the_small_pattern_minds_letters_that_the_text_may_not_have() -> None:
    assert lowered(r"[A-Z]\d") is not None
    assert lowered(r"[A-Z]\d").search("gate B7 of the ferry".lower()).span() == (5, 7)  # type: ignore[union-attr]
    assert lowered(r"[A-Z]\d").search("7 gates of the ferry") is None  # type: ignore[union-attr]


@pytest.mark.parametrize("shape", [r"(?-i:NHS)\b", r"\b(?:(?-i:[A-Z])oss)", r"(a)?(?(1)b|c)"])
def test_a_pattern_of_which_a_part_minds_the_case_has_no_small_one(shape: str) -> None:
    assert lowered(shape) is None


def test_what_minds_the_case_is_found_as_it_is_written() -> None:
    quick = Quick(r"(?-i:NHS) dentists?")
    assert quick.search("An NHS Dentist in Leith")
    assert not quick.search("an nhs dentist in leith")


def test_a_sieve_names_what_is_found_in_its_own_order_whichever_is_met_first() -> None:
    sieve = Sieve({"pay": r"\bpaid\b", "time": r"\d+ minutes", "any": r"x?", "money": r"£\d"})
    assert sieve.found("In 20 Minutes, £5, PAID") == ("pay", "time", "any", "money")
    assert sieve.found("Unpaid for twenty minutes") == ("any",)
    assert sieve.found("") == ("any",)


def test_letters_beyond_the_plain_ones_are_searched_in_the_text_itself() -> None:
    sieve = Sieve({"cafe": r"\bcafé\b", "long s": r"\bsoup\b"})
    assert sieve.found("CAFÉ with Soup") == ("cafe", "long s")
    assert sieve.found("cafeteria") == ()


def test_the_patterns_of_every_word_list_find_the_same_in_small_letters() -> None:
    text = (
        "We reply within 2 Hours. OUR Team of 12 has 30 YEARS of experience; no call-out fee, $40 an hour. "
        "Click HERE to learn more about Us, Lorem Ipsum: prices FROM $19.99 per month. Call now! 24/7."
    )
    cued = [
        pattern
        for name in lexicon.names()
        for pattern in lexicon.load(name).patterns
        if any(string and string in edged(text.lower()) for string in cue_of(pattern).strings)
    ]
    found = 0
    for pattern in cued:
        spans = [match.span() for match in re.finditer(pattern, text, re.I)]
        small = lowered(pattern)
        if small is not None:
            assert [match.span() for match in small.finditer(text.lower())] == spans, pattern
            found += bool(spans)
    assert len(cued) > found > 5


@settings(deadline=None)  # cues are worked out in the first example
@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.sampled_from(SHAPES))
def test_what_is_not_likely_is_not_found(text: str, shape: str) -> None:
    if "it" not in Likely({"it": re.compile(shape, re.I)}).among(text):
        assert re.search(shape, text, re.I) is None


def test_the_likely_ones_are_told_by_what_must_stand_in_the_text_and_in_any_case() -> None:
    likely = Likely({"title": re.compile(r"\bDr\.? [A-Z]"), "paid": re.compile(r"\bpaid\b"), "any": re.compile(r"\w+")})
    assert likely.among("Ask for DR Holt") == {"title", "any"}
    assert likely.among("Unpaid for twenty minutes") == {"paid", "any"}  # a search has to tell
    assert likely.among("") == {"any"}


RARE = {(shape, flags): rare(shape, flags) for shape in SHAPES for flags in (0, re.I)}


@settings(deadline=None)  # cues are worked out in the first example
@given(
    st.lists(st.sampled_from([*WORDS, "ı", "ſtreet", "İn", "ß"]), max_size=8).map(" ".join),
    st.sampled_from(sorted(RARE)),
)
def test_a_rare_expression_finds_what_the_compiled_one_does_however_often_it_is_asked(
    text: str, asked: tuple[str, int]
) -> None:
    quick, whole = RARE[asked], re.compile(*asked)
    for _ in range(2):
        for one, other in ((quick.search(text), whole.search(text)), (quick.match(text), whole.match(text))):
            assert (one and one.span()) == (other and other.span())
        assert bool(quick.fullmatch(text)) == bool(whole.fullmatch(text))
        assert [hit.span() for hit in quick.finditer(text)] == [hit.span() for hit in whole.finditer(text)]
        assert quick.findall(text) == whole.findall(text)
    assert [hit.span() for hit in quick.finditer(text, 5)] == [hit.span() for hit in whole.finditer(text, 5)]
    assert quick.sub("-", text) == whole.sub("-", text)


@pytest.mark.parametrize(
    ("shape", "rightly", "vainly"),
    [
        (r"\b(?:art|arts)\b", "Modern art, daily", "Start in parts of Hartford"),
        (r"(?<![\w-])am(?!\w)", "at 9 am.", "The campus, amid exams"),
        (r"(?:^|[.!?] )We \w+", "We mend. We sew.", "Crowe Mills, ewe's wool; owe"),
        (r"\b(?:the )?(?:M\.D|PhD)$", "Dr Holt, M.D", "phds cmd dm.d."),
        (r"(?<!\S)\.(?=www\.|https)", "see .www.holt.example", "see www.holt.example. And"),
        (r"\b\$5", "is US$5", "is $5"),
        (r"tea(?![^\w])", "tearoom", "a cup of te"),
    ],
)
def test_a_cue_knows_where_words_begin_and_end_and_misses_nothing_by_it(shape: str, rightly: str, vainly: str) -> None:
    strings = work_out(shape).strings
    assert re.search(shape, rightly, re.I)
    assert any(string in edged(rightly.lower()) for string in strings)
    assert not any(string in edged(vainly.lower()) for string in strings)


def test_a_rare_expression_made_after_a_text_was_seen_is_found_in_it_too() -> None:
    text = "The ferry to Islay leaves at 7, dogs travel free"
    assert rare(r"\bislay\b").search(text) is None
    assert rare(r"\bislay\b", re.I).search(text) is not None
    cues.forget()
    assert rare(r"\bdogs\b").search(text) is not None


def test_what_was_searched_from_the_middle_in_vain_is_still_found_from_the_start() -> None:
    ferry = rare(r"\bferry\b")
    text = "The ferry to Islay"
    assert ferry.search(text, 8) is None
    assert ferry.search(text) is not None


def test_of_more_texts_than_are_kept_the_latest_are_still_searched_rightly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "SEEN", 3)
    crate = rare(r"crate \d\b")
    texts = [f"{'crate' if number % 2 else 'box'} {number}" for number in range(8)]
    for _ in range(2):
        assert [crate.search(text) is not None for text in texts] == [bool(number % 2) for number in range(8)]


FERRY = rare(r"\bferry (?:sails|lands)\b", re.I)


def test_where_an_expression_may_be_found_is_wherever_it_is_found_and_in_few_other_texts() -> None:
    texts = ["The FERRY SAILS at ten.", "We mend boats.", "A ferry at last"]
    seen = cues.looks(texts)
    assert 0 in cues.likely(FERRY, seen)
    assert 1 not in cues.likely(FERRY, seen)
    assert list(cues.likely(re.compile("boats"), seen)) == [0, 1, 2]


def test_an_expression_that_is_made_after_the_first_look_is_looked_for_too() -> None:
    texts = ["The barge sails at ten.", "We mend boats."]
    cues.looks(texts)
    barge = rare(r"\bbarge (?:sails|lands)\b", re.I)
    assert list(cues.likely(barge, cues.looks(texts))) == [0]
    assert barge.search(texts[0])
    assert not barge.search(texts[1])
