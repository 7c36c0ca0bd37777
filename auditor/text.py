"""Plain text, pure functions: white space, sentences, words, identities.

The splitter is written for marketing copy, where most blocks are one headline, bullet or button: a block's end is
always a unit's end, so only stops *inside* a block have to be judged. Its golden list is ``tests/extract/test_sentences.py``.
Reading grades are in :func:`grades`.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import itertools
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any

# --- white space and characters -------------------------------------------------------------------------------------

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C, 0x180E]
    + list(range(0x202A, 0x202F))
    + list(range(0x2066, 0x206A))
    + [code for code in range(0x20) if code not in (0x09, 0x0A, 0x0C, 0x0D)]
    + list(range(0x7F, 0xA0))
    + list(range(0xD800, 0xE000))  # halves of characters: an escape in JSON makes them, and no file can hold them
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ODD = re.compile("[" + re.escape("".join(map(chr, [*_INVISIBLE, *_LIGATURES]))) + "]")


def visible(text: str) -> str:
    """``text`` without characters that show nothing: soft hyphens, zero-width and direction marks, controls.

    A zero-width joiner stays (it builds emoji), typographic ligatures become their letters.
    """
    if _ODD.search(text) is None:
        return text
    return text.translate(_INVISIBLE).translate(_LIGATURES)


def fold(text: str) -> str:
    """``text`` as a reader sees it on one line: invisible characters gone, any white space one blank."""
    bare = text.strip(" \n\t")
    if bare.isascii() and bare.isprintable():  # blanks are its only white space, and nothing in it is invisible
        return bare if "  " not in bare else " ".join(bare.split())
    return " ".join(visible(text).split())


def listed(parts: Sequence[str]) -> str:
    """Parts joined as in a sentence: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


_ALNUM = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['’.,/&-][^\W_]+)*", re.UNICODE)


def words(text: str) -> list[str]:
    """The words of a text, in order; "state-of-the-art", "24/7" and "3.5" are one word each."""
    # no word spans a blank, and most tokens are one word
    return [word for token in text.split() for word in ((token,) if token.isalnum() else _parts(token))]


@lru_cache(maxsize=1 << 13)
def _parts(token: str) -> tuple[str, ...]:
    """The words in a token that is not one itself; most such tokens come back on other pages."""
    return tuple(_WORD.findall(token))


@lru_cache(maxsize=1 << 15)
def word_count(text: str) -> int:
    """How many words a text has."""
    tokens = text.split()
    marked = [token for token in tokens if not token.isalnum()]
    return len(tokens) - len(marked) + sum([len(_parts(token)) for token in marked])


_COUNTS = re.compile(r"(?:(?:step|slide|no\.?|#)\s*)?[(\[]?\d{1,3}(?:\s*(?:/|\||of)\s*\d{1,3})?[)\]]?[.:]?", re.I)


def only_counts(text: str) -> bool:
    """Whether a text only counts steps or slides ("2", "Step 3", "1 / 26", "3 of 12"): it is nobody's copy."""
    return (not text[:1].isalpha() or text[0] in "sSnN\u017f") and _COUNTS.fullmatch(text) is not None


def words_unread(text: str, seen: set[str]) -> int:
    """How many words a text has: none where it only counts, or is among ``seen`` (a line that slides past again)."""
    key = text.casefold()
    if key in seen or only_counts(text):
        return 0
    seen.add(key)
    return word_count(text)


_DOUBLED = re.compile(r"\b(the|an?|of|to|in|on|at|and|or|for|with|is|are|was|by|from|we|you|your|our|it) \1\b", re.I)


def doubled(text: str) -> bool:
    """Whether a little word stands twice in a row ("at the the"): a line that is proposed to nobody."""
    return _DOUBLED.search(text) is not None


def has_letters(text: str) -> bool:
    """True where a text says something: it holds a letter or a digit of any script."""
    return text[:1].isalnum() or _ALNUM.search(text) is not None


def normal(text: str) -> str:
    """A text for comparison: folded, compatibility forms and case undone, typographic quotes and dashes plain."""
    plain = fold(text)
    if plain.isascii():
        return plain.lower()
    plain = unicodedata.normalize("NFKC", plain)
    for mark, typed in _PLAIN:  # faster than str.translate, which looks every character up
        plain = plain.replace(mark, typed)
    return plain.casefold()


_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("‑", "-"), ("\xa0", " "))


# --- identities -----------------------------------------------------------------------------------------------------


def digest(*parts: str, size: int = 8) -> str:
    """A short stable identity of some texts (BLAKE2s, ``2 * size`` hexadecimal digits)."""
    return hashlib.blake2s("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


# --- sentences ------------------------------------------------------------------------------------------------------

# a stop after one of these never ends a sentence
_NEVER = frozenset(
    "mr mrs ms mx dr prof rev hon capt lt col sgt gen gov sen rep pres supt e.g i.e eg ie cf vs approx ca fig figs vol vols"
    " pp ed eds al viz resp incl excl max min temp dia diam nr ref sec ext ver attn tel dept est inst asst assoc bros mt ft."
    " z.b d.h u.a bzw usw. inkl zzgl tél mme mlle sra ud uds p.ej núm núms prop rs art abs str hr. fr."
    .split()
)  # fmt: skip
# a stop after one of these ends a sentence only before a word that usually begins one
_SELDOM = frozenset(
    "inc ltd co corp llc plc gmbh u.s u.s.a u.k e.u d.c n.y l.a st ave rd blvd hwy sq ste apt jr sr ph.d m.d d.d.s d.m.d"
    " b.sc m.sc b.a m.a esq cpa p.o jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri"
    " sat sun n s e w no nos"
    .split()
)  # fmt: skip
# a stop after one of these ends a sentence before any capital but a weekday, a month or a time zone
_OFTEN = frozenset("a.m p.m am pm etc mo yr yrs hr hrs min mins lb lbs oz ft in sq.ft cm mm km kg usw".split())
_STARTERS = frozenset(
    "a about after all also although an and another any are as ask at because before best book both but buy by call can"
    " check choose click come compare contact did discover do does don't each every everything explore find first for from"
    " get give go had has have he help her here his how however i i'm i've if in is it it's its join just keep learn let"
    " let's like make many more most my need new no not nothing now on once one only or our ours over people please read"
    " request save schedule see send she shop so some start still stop such take talk that that's the their them then"
    " there there's these they they're this those though through to today together too trust try under unlike until use"
    " visit want was we we'll we're we've welcome were what what's when where whether which while who whose why will with"
    " without work yes yet you you'll you're you've your"
    .split()
)  # fmt: skip
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april"
    " june july august september october november december est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet"
    .split()
)  # fmt: skip
_DOMAINS = frozenset("com net org io co ai ca uk us de js ts py md html htm php asp aspx pdf gov edu info biz".split())

_PLAIN_SHORT = frozenset(
    "it us you all day job one two way too now out up him her them yes can do go own new use ask".split()
)

LOOK_BACK = 1000
"""Characters before a stop that are looked at: a line of a hundred thousand stops takes a second, not an hour."""

_NOTE = r"(?:(?:\[\d{1,3}\])+|(?:(?<=[a-z]{3}[.!?])|(?<=[a-z]{3}\.[\"”’)]))\d{1,2}(?=\s+[A-Z“]))?"  # a footnote: "the mill.4 A year"
_STOP = re.compile(
    rf"(?P<stop>\.{{2,}}|[.!?…؟।]+)(?P<close>[\"'”’»)\]*]*{_NOTE})"
    r"(?P<gap>\s+|(?=[A-Z“\"'(¿¡][^\W\d_'’]|[A-Z]\s)|$)|(?P<wide>[。！？]+[」』”]?)\s*"
)
_STOPS = re.compile(r"[.!?…؟।]+|[。！？]")  # the only places where one of those begins: none amid a run that is none
_NEXT = re.compile(r"[\"'“‘«(\[¿¡]*([^\s]*)")
_STEP = re.compile(r"(?:\(?\d{1,3}|[A-Za-z]|(?:step|phase|week|day|tip|no|q)\s*\d{1,2}|[ivx]{1,4})", re.IGNORECASE)
_AMOUNT = re.compile(r"[\d$€£.,]+")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_NO_NAME = re.compile(r"[^\w]")
_MARK = "•●▪◦‣∙■►▸➤➜✓✔✅☑✗✘★☆❖»"
_BULLET = re.compile(rf"(?:^|\s+)(?P<mark>[{_MARK}]|➡️|✔️|☑️|▶️|👉)️?\s*(?=\S)")
_MARKED = re.compile(rf"[{_MARK}➡✔☑▶👉]")
_BARE_MARK = re.compile(rf"^(?:[\s{_MARK}️·|]|[–—-](?!\d))+|[\s•●▪◦·|]+$")  # a dash before a figure is its sign


def sentences(text: str) -> list[str]:
    """The sentences of a text, white space folded; each is an exact substring of the folded line it stands on.

    A line end is always an end. Bullets set inline ("• Fast • Safe") are taken apart and lose their marks.
    """
    found: list[str] = []
    for line in visible(text).splitlines():
        folded = " ".join(line.split())
        if folded:
            found.extend(line_sentences(folded))
    return found


def line_sentences(line: str) -> list[str]:
    """The sentences of one line that is folded already."""
    if line.isascii():
        return _split(line)
    return [sentence for part in bullets(line) for sentence in _split(part)]


def bullets(line: str) -> list[str]:
    """A folded line cut at inline bullet marks; the line itself where it has fewer than two items."""
    if _MARKED.search(line) is None:
        return [line]
    marks = list(_BULLET.finditer(line))
    if not marks or (len(marks) == 1 and marks[0].start() > 0):
        return [line]
    kinds: dict[str, int] = {}
    for mark in marks:
        kinds[mark["mark"]] = kinds.get(mark["mark"], 0) + 1
    best = max(kinds.values())
    if len(marks) > 1 and best < 2:
        return [line]
    cuts = [mark for mark in marks if kinds[mark["mark"]] >= min(best, 2)]
    parts = [line[: cuts[0].start()]]
    parts += [line[here.end() : there.start()] for here, there in itertools.pairwise(cuts)]
    parts.append(line[cuts[-1].end() :])
    parts = [part.strip() for part in parts if has_letters(part)]
    return parts or [line]


def _split(line: str) -> list[str]:
    """The sentences of one folded line."""
    if len(line) < 4 or not _may_stop(line):
        return [line]
    lower = not any(character.isupper() for character in line)
    found: list[str] = []
    start = seen = past = 0
    said = False  # whether a letter or digit stands between start and seen: no stretch is looked through twice
    for mark in _STOPS.finditer(line):
        if mark.start() < past or not (match := _STOP.match(line, mark.start())):
            continue
        past = match.end()
        end = match.end("close") if match["stop"] else match.end("wide")
        if end >= len(line):
            break
        said = said or has_letters(line[seen : match.start()])
        seen = match.start()
        if match["wide"] or (said and _ends(line, start, match, lower)):
            found.append(line[start:end].strip())
            start = seen = end
            said = False
    found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]


def _may_stop(line: str) -> bool:
    """Whether a stop stands in a line before its last character."""
    if line.isascii():
        return line.find(".", 0, -1) >= 0 or line.find("!", 0, -1) >= 0 or line.find("?", 0, -1) >= 0
    return _STOP.search(line, 0, len(line) - 1) is not None


def _ends(line: str, start: int, match: re.Match[str], lower: bool) -> bool:
    """Whether the stop at ``match`` ends the sentence that began at ``start``."""
    stop, tight = match["stop"], not match["gap"]
    before = line[max(start, match.start() - LOOK_BACK) : match.start()].strip()
    token = before.rsplit(None, 1)[-1].lstrip("(\"'“‘«[") if before else ""
    following = _NEXT.match(line, match.end())
    after = following.group(1) if following else ""
    opened = line[match.end() : match.end() + 1] in '"“‘«¿¡('
    if tight and not _tight_end(token, after, line, match):
        return False
    if stop == "." or (stop.startswith(".") and len(stop) == 1):
        return _dot_ends(before, token, after, lower, closed=bool(match["close"]))
    if after[:1].islower() and not _brand(after):
        return lower and stop[0] in "!?"
    if stop[0] == "…" or stop.startswith(".."):
        return len(before) > 3 and (after[:1].isupper() or opened or _brand(after))
    # "!" and "?": a quoted cry in the middle of a sentence and names with a mark ("Yahoo! Mail") go on
    return not (stop == "!" and token.lower() in ("yahoo", "jeopardy", "yum"))


def _dot_ends(before: str, token: str, after: str, lower: bool, *, closed: bool) -> bool:
    """Whether one full stop after ``token`` ends a sentence that goes on with ``after``."""
    bare = token.rstrip(".").lower()
    short = bare.rsplit("/", 1)[-1]
    following = after.rstrip(".,;:!?)\"'”’").lower()
    if _STEP.fullmatch(before):
        return False
    if bare in _NEVER or short in ("e.g", "i.e"):
        return False
    if bare in ("no", "nos") and not after[:1].isdigit():
        return True
    if short in _OFTEN:
        if after[:1].islower() and not _brand(after):
            return False
        number = before[: -len(token)].rstrip()[-1:].isdigit() or bool(_AMOUNT.match(token)) or "/" in token
        if short in ("in", "min", "ft", "am", "pm", "hr", "mo") and not number:
            return not token[:2].istitle()
        return following not in _CALENDAR
    if bare in _SELDOM or _INITIALS.fullmatch(bare):
        return following.replace("’", "'") in _STARTERS and after[:1].isupper() and bare not in ("st", "no", "nos")
    if len(bare) == 1 and bare.isalpha() and token[:1].isupper():  # an initial
        return following.replace("’", "'") in _STARTERS and following not in ("a", "i")
    if after[:1].islower() and not _brand(after):
        return lower or (not closed and bare.isalpha() and (len(bare) > 3 or bare in _PLAIN_SHORT))
    return True


def _tight_end(token: str, after: str, line: str, match: re.Match[str]) -> bool:
    """Whether a stop with no blank after it ends a sentence ("It's fast.It's cheap."), and is not a name or address."""
    whole = line[line.rfind(" ", 0, match.start()) + 1 : match.start()] + match["stop"] + after
    if "@" in whole or "://" in whole or "www." in whole.lower() or "/" in token:
        return False
    if match["close"]:
        return match["close"][0] not in "'’" and after[:1].isupper()
    core = token.rstrip("\"'”’)%")
    if len(core) < 2 or not (core[-1].islower() or core[-1].isdigit()):
        return False
    name = _NO_NAME.split(after, maxsplit=1)[0]
    return name.lower() not in _DOMAINS and bool(name) and "." not in core


def _brand(word: str) -> bool:
    """A word that begins small but is a name: iPhone, eBay."""
    return len(word) > 2 and word[0].islower() and word[1].isupper()


def strip_marks(text: str) -> str:
    """A text without bullet marks at its start and separators at its end."""
    if text[:1].isalnum() and (text[-1].isalnum() or text[-1] in ".!?"):
        return text
    stripped = _BARE_MARK.sub("", text)
    return stripped if has_letters(stripped) else text.strip()


# --- reading grades -------------------------------------------------------------------------------------------------

LEAST_GRADED = 100
"""Words under which no grade is given: the formulas were made for passages."""
AT_ONCE = 100
"""Sentences that textstat is given at once: it keeps a word list or two of the last 128 texts that it was given."""
_SHORT = 2
_PARTED = re.compile(r"(?<=\w)[-–—/‐‑](?=\w)")
_INNER_STOP = re.compile(r"[.!?…]+(?=.)|[.!?…]+$")
_VOWELS = re.compile(r"[aeiouy]+")
# vowels written together and spoken apart
_APART = re.compile(
    r"(?<![ct])ia(?!ge)|(?<![cstgx])io(?!u)|(?<![cstgx])iou|(?<![ct])ie(?=t|nt|nc)|(?<=..)ier(?=s?$)|iest$|(?<![qg])ua|(?<![qg])ue(?=n|l$)"
    r"|eo(?!p|u|wn)|crea(?!m|s|k)|rea(?=ct|pp|li)|[aeiouy]ing|(?:i|a)sm(?=s?$)|thm(?=s?$)|iu|uou|(?:c|t)iat"
)
_SILENT = re.compile(
    r"(?<=[aeiouy][bcdfgklmnprstvz])e(?=(?:tim|lin|ments?|ly|ful|fully|less|ness|works?|sid|war|pag|hous|plac|mad|sal|room"
    r"|town|way|ways|land|m[ae]n|board|keeping|guard|shop|mark|lift|field|view|st|thing|what|where|times|one|body)$)"
)
_LIQUID = re.compile(r"[bcdfgkpstz]l$")
_COUNTED = {
    1: "aged once ones one some done gone come love give have live move prove where were here there more fire hire tire wire"
    " world girl through we're you're they're there's i'm we've you've they've we'll you'll don't our hour hours tier tiers"
    " pier clothes eyes buys sense since league leagues queue queues",
    2: "about ago being business client clients cover diet dial doing every evening fluid giant giants going guidance"
    " homepage ideal interest lion loyal maybe people poem poet power powers quiet ruin seeing someone"
    " something sometimes somewhere system systems trial trust tuesday wednesday website websites therefore sales"
    " chocolate camera heroes fuels aren't isn't doesn't didn't wasn't couldn't wouldn't haven't"
    " forehead reuse toward towards create creates naked sacred wicked cafe coffee science hello",
    3: "another anything area areas businesses companies company created creating customer customers different"
    " differently employee employees everyone everything families family favorite favourite general however idea ideas"
    " interested interesting library licences licenses natural restaurant separate temperate vegetable"
    " vehicle vehicles everyday anyone anytime beautiful employer employers theatre genuine recipe recipes apostrophe ruining oasis"
    " museum creator creators realize realise wherever evenings",
    4: "definitely especially everybody experience experienced facility ideally interestingly necessary category"
    " temperature temperatures aluminum cooperate reliably separately naturally"
    " generally originally environment environments associate",
    5: "immediately creativity opportunity university individual individuals refrigerator refrigerators",
}
_SYLLABLES = {word: count for count, listed in _COUNTED.items() for word in listed.split()}


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> int:
    """How many syllables an English word has: groups of vowels, corrected, with a list of common exceptions."""
    word = word.lower().replace("’", "'")
    if word in _SYLLABLES:
        return _SYLLABLES[word]
    stem = re.sub(r"[^a-z]", "", word.removesuffix("'s"))
    if len(stem) > 3:
        past = stem.endswith("ed") and stem[-3] not in "tdaeiou"
        if past or (stem.endswith("es") and stem[-3] not in "sxzcgaeiou" and stem[-4:-2] not in ("ch", "sh")):
            stem = stem[:-2]
        elif stem.endswith("e") and stem[-2] not in "aeiouy":
            stem = stem[:-1]
        liquid = 1 if len(stem) > 2 and _LIQUID.search(stem) else 0
        stem = _SILENT.sub("", stem)
        return max(1, len(_VOWELS.findall(stem)) + len(_APART.findall(stem)) + liquid)
    return max(1, len(_VOWELS.findall(stem)))


class _Pronunciations(dict[str, list[list[str]]]):
    """What textstat takes for the CMU dictionary: any word, with as many stressed sounds as it has syllables."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["V1"] * syllables(word)]


@dataclass(frozen=True, slots=True)
class Grades:
    """Reading grades of a passage. ``share`` is the share of the words given that were scored (labels are not)."""

    words: int
    sentences: int
    share: float
    flesch_reading_ease: float
    flesch_kincaid: float
    gunning_fog: float
    coleman_liau: float


@contextlib.contextmanager
def _without(name: str) -> Iterator[None]:
    """Have what is imported meanwhile find an empty module of this name, where it has not been loaded yet.

    textstat loads all of NLTK (40 MB, a quarter of a second) for a dictionary that it is not asked for here.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = ModuleType(name)
    try:
        yield
    finally:
        del sys.modules[name]


@lru_cache(maxsize=1)
def _textstat() -> Any:
    """A textstat of our own, English, that needs no downloaded dictionary. The import is slow, so it waits for a use."""
    with _without("nltk"):
        counting = importlib.import_module("textstat.backend.counts._count_syllables")
        textstat = importlib.import_module("textstat").textstat
    pronunciations = _Pronunciations()
    vars(counting)["get_cmudict"] = lambda _lang: pronunciations
    vars(counting)["get_pyphen"] = lambda _lang: None  # for words without a pronunciation, of which there are none
    own = type(textstat)()
    own.set_lang("en_US")
    return own


def grades(units: Iterable[str]) -> Grades | None:
    """The reading grades of English sentences by named formulas (textstat), or None under 100 words.

    ``units`` are sentences already parted. Units of one or two words are labels and are left out; stops inside a
    sentence ("3.5", "Dr.") and hyphens are taken out first, because the formulas' own tokeniser stumbles over them.
    textstat counts, passage by passage; the formulas are those it uses (Flesch 1948, Kincaid and others 1975, Gunning
    1952, Coleman and Liau 1975), worked out over the sums, so that a site's words are never all held at once.
    """
    total = 0
    kept: list[str] = []
    for unit in units:
        count = word_count(unit)
        total += count
        if count > _SHORT:
            kept.append(" ".join(_INNER_STOP.sub("", _PARTED.sub(" ", fold(unit))).split()))
    scored = sum(len(sentence.split()) for sentence in kept)
    if scored < LEAST_GRADED:
        return None
    textstat = _textstat()
    said = syllabled = ended = letters = hard = 0
    for passage in _passages(kept):
        said += textstat.lexicon_count(passage)
        ended += textstat.sentence_count(passage)
        syllabled += textstat.syllable_count(passage)
        letters += textstat.letter_count(passage)
        hard += textstat.difficult_words(passage, syllable_threshold=3, unique=False)
    said = max(1, said)
    length, weight = said / max(1, ended), syllabled / said
    return Grades(
        words=scored,
        sentences=len(kept),
        share=round(min(1.0, sum(map(word_count.__wrapped__, kept)) / max(1, total)), 3),  # asked once each
        flesch_reading_ease=round(206.835 - 1.015 * length - 84.6 * weight, 1),
        flesch_kincaid=round(0.39 * length + 11.8 * weight - 15.59, 1),
        gunning_fog=round(0.4 * (length + 100 * hard / said), 1),
        coleman_liau=round(0.058 * (letters / said * 100) - 0.296 * (ended / said * 100) - 15.8, 1),
    )


def _passages(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences as passages of :data:`AT_ONCE` each; the last one is longer, so that none is of a few words."""
    last = max(1, len(sentences) // AT_ONCE) - 1
    for place in range(last + 1):
        some = sentences[place * AT_ONCE : (place + 1) * AT_ONCE if place < last else None]
        yield ". ".join(some) + "."
