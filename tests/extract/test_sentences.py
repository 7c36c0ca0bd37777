"""The golden list of the sentence splitter: one text a line, its parts between bars."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text import bullets, fold, sentences, words

GOLDEN = """
Ship faster. | Sleep better. | Build more.
One headline without a stop
Cut deploy time by 3.5x with Acme v2.1. | Start now.
Dr. Smith runs the U.S. team at 5 p.m. today.
Open Mon. to Fri., 9 a.m. to 5 p.m. | Call us.
Open until 5 p.m. Monday through Friday.
Live at 5 p.m. EST on Zoom.
It's fast. | It's cheap.
Need help? | Call us
iPhone users win. | iPad users too.
We love eBay. | eBay loves us.
1. Sign up. | 2. Pick a plan. | 3. Go.
Step 1. Sign up.
Only $9.99/mo. | Cancel anytime.
Pay $1,299.00 today. | Get $50.00 back.
Acme Inc. is great. | We like Acme Inc. | It works.
Acme Inc. Support
Acme Co. Ltd. ships worldwide.
U.S. Support
Based in the U.S. | We ship everywhere.
The U.K. office opened in 2019. | The U.S. one followed.
Wait... there's more. | So much more...
And so on… | We could go on.
“Great!” he said. | “I love it.” | She did too.
"We saved two days." | Thanks to Bo.
(It really works.) | Try it.
Visit www.acme.com.au or mail sales@acme.com today.
Visit acme.com. | It is free.
The mill closed in spring.4 | A year later it was a dairy.
“We stayed open.”12 | Nobody left.[3] | The yard grew.
See fig.4 A plan of the yard hangs there.
Built with Node.js. | Runs on ASP.NET too.
See Fig. 2 and vol. 3, approx. 5 in. wide. | Done.
See No. 5. | No. | We don't.
we design. | we build. | we ship.
What is it? | An app! | Yes.
St. Louis, MO. | Call now.
123 Main St. Suite 4, Springfield
Smith et al. found it. | We use it.
J. K. Rowling wrote it. | F. Scott did too.
Yahoo! Mail is good
Plan for 2024. | 2025 is next.
We work with Mr. and Mrs. Jones. | They are happy.
Prof. Lee, Ph.D., leads R&D. | She joined in 2010.
Weighs 3.5 lbs. | Ships free.
Size 4.5 in. x 6 in. sheets.
From 9 a.m. to 5 p.m., e.g. on weekdays, i.e. not on Sundays.
Pumps, valves, etc. in stock. | Pumps, valves, etc. | Call for more.
Version 2.0. | Faster than 1.9.
Save up to 40 % a year. | Really.
Rated 4.9/5 by 1,200 users. | See reviews.
Tel. 555 0100. | Fax 555 0101.
Est. 1979. | Family owned.
Min. order 500 pcs. | Max. 5,000.
Jan. 5 to Feb. 7 only. | Book today.
Mt. Hood and Ft. Worth are covered.
Dr. Ray Jones Jr. | He is our founder.
Jr. engineers wanted
Is it safe?! | Yes!!
First visit? | Great. | (Really.) | Yes.
Fast • Safe • Cheap
• Fast | • Safe | • Cheap
✓ No fees ✓ No contract ✓ No surprises
We fix it. | or you don't pay.
quality work. | We pride ourselves on it.
Sí. | ¿Qué hacemos? | ¡Todo!
Das kostet ca. 5 Euro, z.B. im Mai. | Wir liefern.
こんにちは。 | 元気ですか？ | はい
See docs.acme.com/v1.2/api. | It is short.
The 2.4 GHz band, 13.56 MHz and 860.5 MHz.
Ask for Jo. | She knows.
Our A.I. team grows. | We hire.
Approx. 40 sq. ft. of space.
Call 800.555.0100 now. | We answer.
"""
INLINE = {
    "• Fast | • Safe | • Cheap": (["Fast", "Safe", "Cheap"], "• Fast • Safe • Cheap"),
    "Fast • Safe • Cheap": (["Fast", "Safe", "Cheap"], "Fast • Safe • Cheap"),
    "✓ No fees ✓ No contract ✓ No surprises": (
        ["No fees", "No contract", "No surprises"],
        "✓ No fees ✓ No contract ✓ No surprises",
    ),
}
CASES = [line.strip() for line in GOLDEN.strip().splitlines()]


@pytest.mark.parametrize("line", CASES)
def test_a_text_is_split_as_a_reader_would(line: str) -> None:
    if line in INLINE:
        wanted, text = INLINE[line]
    else:
        wanted = [part.strip() for part in line.split(" | ")]
        text = " ".join(wanted)
    assert sentences(text) == wanted


def test_the_golden_list_is_long_enough_to_mean_something() -> None:
    assert len(CASES) >= 60


def test_a_missing_blank_after_a_stop_still_ends_a_sentence() -> None:
    assert sentences("It's fast.It's cheap.We fix it!You relax.") == [
        "It's fast.",
        "It's cheap.",
        "We fix it!",
        "You relax.",
    ]


def test_lines_are_ends() -> None:
    assert sentences("Fast\nSafe\n\nCheap. Really.") == ["Fast", "Safe", "Cheap.", "Really."]


def test_one_mark_in_the_middle_of_a_text_is_no_list() -> None:
    assert bullets("Boston • 5 offices") == ["Boston • 5 offices"]


def test_white_space_and_invisible_characters_are_folded_away() -> None:
    assert fold(" a\xa0\u200bb\xadc\n\u202ed ") == "a bc d"
    assert fold("e\ufb03cient") == "efficient"


def test_numbers_and_compounds_are_one_word_each() -> None:
    assert words("State-of-the-art, 24/7, 3.5x: R&D's best") == ["State-of-the-art", "24/7", "3.5x", "R&D's", "best"]


@given(st.text(alphabet=st.sampled_from("aB1 .!?…“”\"()•\n$eg'"), max_size=80))
def test_every_sentence_is_an_exact_part_of_its_folded_line(text: str) -> None:
    lines = [fold(line) for line in text.splitlines()]
    for sentence in sentences(text):
        assert any(sentence in line for line in lines)


@given(st.text(max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    kept = [character for character in "".join(sentences(text)) if character.isalnum()]
    assert kept == [character for character in "".join(fold(line) for line in text.splitlines()) if character.isalnum()]


def test_a_run_of_dots_amid_a_word_is_looked_at_once():
    began = process_time()
    assert sentences(f"Abc {'.' * 60_000}abc") == [f"Abc {'.' * 60_000}abc"]
    assert process_time() - began < 1  # five thousandths of a second; tried at every dot it took minutes
