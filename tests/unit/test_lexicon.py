"""Word lists are found as phrases, say where they come from, and never overlap."""

import re
from time import process_time

import pytest

from auditor import cues, lexicon, literals


def small(**groups: dict) -> lexicon.Lexicon:
    return lexicon.build("small", {"about": "a", "source": "s", "licence": "l", "groups": groups})


@pytest.mark.parametrize("name", lexicon.names())
def test_every_list_compiles_and_names_its_source_and_licence(name):
    entry = lexicon.load(name)
    assert entry.about
    assert entry.source
    assert entry.licence
    assert entry.find("Plain words about a brown fox.") is not None


def test_a_phrase_is_found_whatever_its_case_hyphens_and_apostrophes():
    words = small(a={"terms": ["customer first", "we're here"]})
    found = words.find("A Customer-first house. We’re here.")
    assert [(m.term, m.group) for m in found] == [("customer first", "a"), ("we're here", "a")]
    assert "A Customer-first house."[found[0].start : found[0].end] == "Customer-first"


def test_words_that_lines_are_made_of_are_asked_one_by_one():
    words = small(plain={"terms": ["the", "company"], "words": True}, other={"terms": ["the company way"]})
    assert words.knows("companies", "plain")
    assert [match.group for match in words.find("The company way is the company's.")] == ["other"]
    with pytest.raises(ValueError, match="word by word"):
        words.has("The company", "plain")
    with pytest.raises(ValueError, match="no word"):
        small(plain={"patterns": ["the"], "words": True})


def test_only_whole_words_count():
    assert not small(a={"terms": ["art"]}).has("a start")


def test_the_longest_of_two_that_start_together_wins():
    words = small(a={"terms": ["top"]}, b={"terms": ["top priority"]})
    assert [m.group for m in words.find("our top priority")] == ["b"]
    assert [m.group for m in words.find("our top priority", "a")] == ["a"]


def test_count_replace_and_terms():
    words = small(a={"terms": ["red", "blue"]}, b={"patterns": [r"\bgr\w+n\b"]})
    assert words.count("red green Blue") == {"a": 2, "b": 1}
    assert words.replace("red green Blue", "_", "a") == "_ green _"
    assert "blue" in words.terms("a")


def test_phrases_of_one_group_do_not_overlap_and_may_begin_with_a_sign():
    words = small(a={"terms": ["one two", "two three", "#1"]}, b={"terms": ["two three four"]})
    assert [m.term for m in words.find("one two three, #1")] == ["one two", "#1"]
    assert [m.term for m in words.find("one two three four", "b")] == ["two three four"]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bputs? (?:our |the )?customers? first\b", {"customer first", "customers first"}),
        (r"\b(the|an) (?=[a-z])\1\b", {"the the", "an an"}),
        (r"[3-5]\.\d+ ?(?:/|of)", {"3.", "4.", "5."}),
        (r"\.{5,}|n ?= ?\d+", {".....", "n=", "n ="}),
        (r"\b(?:in|at) (?:\w+ ){0,2}?(?:days?|weeks?)", {"day", "week"}),
        (r"\b(?:Reduc|sav)\w+ \d+", {"reduc", "sav"}),
        (r"\d+(?:\.\d+)? ?%", {"%"}),
        (r"(?:no )*(?!more)\w+", {""}),
        (r"(?-i:TODO)|x", {"todo", "x"}),
    ],
)
def test_a_pattern_names_the_words_without_which_it_cannot_match(pattern, needed):
    assert {string.replace(literals.EDGE, "") for string in cues.work_out(pattern).strings} == needed


@pytest.mark.parametrize(
    ("pattern", "digits"),
    [
        (r"\b\d{3,5}[\s-]\d{5,8}\b", 5),
        (r"(?:24|\d+) hours", 1),
        (r"one|\d+", 0),
        (r"(?:\d{4})? ?x", 0),
        (r"[\d.]+ kg", 0),
    ],
)
def test_a_pattern_says_how_many_digits_in_a_row_it_needs(pattern, digits):
    assert cues.work_out(pattern).digits == digits


def test_the_cues_that_are_kept_are_those_that_the_patterns_have():
    patterns = {pattern for name in lexicon.names() for pattern in lexicon.load(name).patterns}
    assert len(patterns) > 300
    assert all(cues.cue_of(pattern) == cues.work_out(pattern) for pattern in patterns)


LINES = (
    "Ring 0161 496 0000 or write to desk@kiln.example: we answer within 4 working hours, and 97% are back in a day.",
    "Number one for bakers since 1987, rated 4.9 out of 5 by 212 of them - and from £45 a month, no deposit.",
    "How our process works: you call, we measure, the oven is in by Friday, or the first week is free of charge.",
    "Our mission is to become the leading maker of the the finest hearths in the valley .",
    "“They cut our gas bill by a third and stopped the 3 a.m. call-outs,” says Mo Reed, Tern Bakery, Whitby.",
    "[Insert your city] Customers come first, and their satisfaction is our top-priority; see {{ price_list }}.",
    "For small bakeries that lose half a night to a cold oven.",
    "FAQ",
    "24/7",
)


def test_a_list_finds_on_the_shelf_what_its_patterns_find_by_themselves():
    tried = 0
    for name in lexicon.names():
        entry = lexicon.load(name)
        for line in LINES:
            plain = line.replace("“", '"').replace("”", '"')
            searched = [group for group in entry.groups if group not in entry._words]
            told = {(match.start, match.end) for group in searched for match in entry.find(line, group)}
            for pattern in entry.patterns:
                hits = {hit.span() for hit in re.finditer(pattern, plain, re.I) if hit[0]}
                tried += len(hits)
                assert all(any(a < end and start < b for a, b in told) for start, end in hits), (name, pattern, line)
    assert tried > 60


def test_lines_that_were_read_ahead_hold_what_they_hold_without_whichever_thread_loaded_the_list():
    names = ("vouchers", "claims", "service", "specifics")
    fresh = [line + " Truly." for line in LINES]
    before = {(name, line): lexicon.load(name).find(line) for name in names for line in fresh}
    lexicon.read_ahead(fresh)
    again = {name: lexicon.load.__wrapped__(name) for name in names}
    assert {key: lexicon.load(key[0]).find(key[1]) for key in before} == before
    assert {(name, line): again[name].find(line) for name, line in before} == before
    assert sum(map(len, before.values())) > 10


def test_a_list_without_source_is_refused():
    with pytest.raises(ValueError, match="source"):
        lexicon.build("x", {"about": "a", "licence": "l", "groups": {"a": {"terms": ["b"]}}})


def test_an_entry_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        small(a={"terms": ["red car"]}, b={"terms": ["Red-car"]})


@pytest.mark.parametrize(
    "said",
    [
        "We put our customers first.",
        "Your satisfaction is our top priority.",
        "Here the customer always comes first.",
        "Customers are at the heart of everything we do.",
        "We pride ourselves on customer service.",
        "We treat every client like family.",
        "You're never just a number here.",
    ],
)
def test_declarations_of_customer_focus_are_found(said):
    assert lexicon.load("declarations").has(said)


@pytest.mark.parametrize(
    "said",
    [
        "The first customer bought a pump.",
        "Customers pay first, we ship second.",
        "Our pumps are at the heart of the dairy.",
        "The family owns the firm.",
        "We went above the limit and beyond the bay.",
    ],
)
def test_ordinary_talk_is_no_declaration(said):
    assert not lexicon.load("declarations").has(said)


def test_what_is_found_of_a_line_is_the_same_after_all_was_forgotten():
    line = "We put our customers first, says everyone."
    lexicon.read_ahead([line])
    entry = lexicon.load("declarations")
    before = entry.find(line), entry.find("customers first")
    lexicon.forget()
    assert lexicon._LINES.get(line) is None
    assert (entry.find(line), entry.find("customers first")) == before


@pytest.mark.parametrize("line", ["1," * 20_000, "(" * 20_000])
def test_a_line_of_digits_or_brackets_is_read_in_time_that_grows_with_it(line):
    lists = [lexicon.load(name) for name in ("specifics", "claims")]
    assert lists[0].has("Tested by 1,250,000.50 kg of grain over 12,000 hours")
    begun = process_time()
    assert not any(words.has(line) for words in lists)
    assert process_time() - begun < 1.0


@pytest.mark.parametrize("said", ["hassle-free onboarding", "a stress free onboarding", "Risk-Free onboarding"])
def test_free_that_is_the_end_of_another_word_is_not_cut_out_of_it(said: str) -> None:
    promised = lexicon.load("journey").words(f"You get {said} for every team.", "promised_training")
    assert not promised.casefold().startswith("free")
    assert lexicon.load("journey").words("You get free onboarding.", "promised_training") == "free onboarding"
