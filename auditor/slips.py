"""Slips that a site convicts itself of: it writes the same word, phrase, amount or mark right elsewhere, or no hand meant it.

What is told by a dictionary alone stands in :mod:`auditor.spelling`. Pure functions of texts: what they find is a slip
in any trade, because the site's own other lines say what was meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from rapidfuzz.distance import OSA

from auditor import spelling
from auditor.cues import rare
from auditor.inflections import inflected, plain
from auditor.passages import around

SAME_PHRASE = 100_000
"""Uses in the dictionary's count from which a word may be what was meant where the site writes the same phrase with it."""

NEAR = 2
"""Letters by which a word may differ from the one that the site writes in the same phrase."""


def written_right(texts: Sequence[str]) -> dict[str, str]:
    """Unknown words that stand in a phrase which the site writes elsewhere with a known word of nearly the same letters.

    That both have the same neighbours (two words before and what follows, or one before and two that follow, of which two
    are known words) is evidence enough for words with a capital and for two letters: "Univerity College of" beside
    "University College of".
    """
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    uses: Counter[str] = Counter()
    suspects: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for text in dict.fromkeys(texts):
        words = ["", "", *map(str.casefold, spelling.words(text)), "", ""]
        for at in range(2, len(words) - 2):
            word, before, after = words[at], words[at - 2 : at], words[at + 1 : at + 3]
            uses[word] += 1
            if len(word) < spelling.SHORTEST_TURN:
                continue
            beside = ((*before, "", after[0]), (before[1], "", *after))
            keys = {key for key in beside if sum(map(spelling.is_word, filter(None, key))) > 1}
            if spelling.is_plain_word(word):
                for key in keys:
                    places[key].add(word)
            elif len(word) <= spelling.LONGEST and word.isascii():
                suspects[word] |= keys
    found: dict[str, str] = {}
    for word in sorted(suspects)[: spelling.MOST_UNKNOWN[1]]:
        if uses[word] > spelling.RARE:
            continue
        beside_it = (places.get(key, _NOTHING) for key in suspects[word])
        near = {other for words in beside_it if len(words) <= FILLS for other in words if _is_slip(word, other)}
        if len(near) == 1:
            found[word] = near.pop()
    return found


FILLS = 48
"""Known words that stand between the same words, above which these tell nothing of what was meant between them."""

_NOTHING: frozenset[str] = frozenset()


def _is_slip(word: str, other: str) -> bool:
    """True where ``word`` begins as ``other`` does, differs by up to NEAR letters, and is no form or spelling of it.

    A compound of two common words may be meant; one of a rare one ("univ ersty") is none.
    """
    return (
        word[0] == other[0]
        and OSA.distance(word, other, score_cutoff=NEAR) <= NEAR
        and min((spelling.frequencies().get(part, 0) for part in spelling.compound(word).split()), default=0)
        < spelling.COMMON
        and spelling.frequencies().get(other, 0) >= SAME_PHRASE
        and plain(word) != plain(other)
        and not inflected(word, other)
    )


_WHOSE = rare(
    r"(?<![\w'’-])([A-Za-z]{3,}?)(['’]s|s['’]|s) ((?i:compensation|comp|licen[cs]e|rights|health|association|degree|warranty|market|club|day|wear|clothing))\b"
)
_NAMED = rare(r"(?<![\w'’-])([A-Z][a-z]{2,}?)(['’]s|s['’]|s) ([A-Z][a-z]{2,})\b(?!['’])")
_GROUPS = frozenset(
    "sport sale saving good art arm game event system service project account window door part news gent boy girl junior senior member visitor parent student teacher veteran".split()
)
_ACTORS = rare(r"(?<![\w'’-])([A-Za-z][a-z]{3,}?)(['’]?)s (can|are|were|have|should|could)\b")


def apostrophes(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Where an apostrophe is missing or too many and the site writes the same words right: text, words, what was meant.

    Told are "workers compensation" beside "worker's compensation",
    "Potters Bridge" beside "Potter's Bridge", and "client's can" beside "clients can". Each form once, and no name that
    stands more often without one.
    """
    found: dict[tuple[str, ...], dict[bool, tuple[str, str, str]]] = defaultdict(dict)
    uses: Counter[tuple[object, ...]] = Counter()
    for text in dict.fromkeys(texts):
        for match in _WHOSE.finditer(text):
            right = match[2] != "s"
            found["", match[1].casefold(), match[3].casefold()].setdefault(right, (text, match[0], match[0]))
        for match in _NAMED.finditer(text):
            if match[1].casefold() in _GROUPS:
                continue  # a class, a cup, a room is of the many or of the one
            name, right = (match[1].casefold(), match[3].casefold()), match[2] != "s"
            uses[*name, right] += 1
            found["", *name].setdefault(right, (text, match[0], match[0]))
        for match in _ACTORS.finditer(text):
            right = (text, match[0], f"{match[1]}s {match[3]}")
            found["s", match[1].casefold(), match[3]].setdefault(not match[2], right)
    for key, forms in found.items():
        if True in forms and False in forms and uses[*key[1:], True] >= uses[*key[1:], False]:
            text, words, meant = forms[False]
            yield text, words, meant if key[0] else forms[True][1]


_AMOUNT = rare(r"(?<![\w.,])([$£])([1-9]\d{0,2}([.,])\d00)(?![\d%]|[.,]\d|\w)")
_BETWEEN_LETTERS = dict.fromkeys(map(ord, " .&'’-"))  # of a name: taken out of a text for a cheap look
_SMALL = rare(r"[$£]0?\.\d{3}(?!\d)")


def mispointed(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Amounts with a point among their thousands on a site that sets a comma there: text, words, what was meant.

    Ten thousand and more alone: "$2.500" may be the price of a litre. None where the site writes a price with three decimals.
    """
    if any(_SMALL.search(text) for text in texts):
        return
    found = [(text, match) for text in dict.fromkeys(texts) for match in _AMOUNT.finditer(text)]
    commas = {match[1] for _, match in found if match[3] == ","}
    for text, match in found:
        if match[3] == "." and match[1] in commas and len(match[2]) > len("9.900"):
            yield text, match[0], match[0].replace(".", ",")


_JOINED = rare(r"(?<![\w/@.#-])([A-Za-z]?[a-z]{2,})([.!?;:]|,)([A-Z]?[a-z]{2,})\b(?![/@(:-]|\.\w)")
_HYPHENS = re.compile(r"(?<![\w/@.#-])([a-z]{4,}),([a-z]{2,})-[a-z]{2,}\b(?![/@(:]|\.\w)")
_BRACKET = re.compile(r"(?<![\w.@/])[A-Za-z]{3,}\((?!dot\b|[Rr]equired\b|[Oo]ptional\b)[A-Za-z][a-z]{2,}[ )]")
_GLUED = re.compile(r"\b(?:on|and|of|from|with|are)(?=[A-Z])([A-Z][a-z]{3,})\b(?![(.]\w)")
_AHEAD = re.compile(
    r"[a-z)] ,(?=\s?\w)|[a-z]{3} \.$|[a-z] [!?](?=$| [A-Z])|(?:[a-z]+ ){4}:$|(?<![:;=-])\( (?=[a-z])|[a-z] \)(?!\w)|[a-z]{3} /(?=[a-z]{3,}(?![/\w.]))|\d ?[’'] s\b"
)
_NUMBERED = rare(
    r"(?<![\w.#/@-])\d{1,3}(?:days|weeks|months|years|hours|minutes|miles|people|guests|acres)\b(?![/.@-]\w)"
)
_COUNTED = re.compile(r"\d\d?\.[A-Z][a-z]{0,20} (?=[a-z])")  # "3.What", a list's number before its line
_STATE = re.compile(
    r"\b[A-Z][a-z]{2,},(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b(?![.@/-]\w)"
)
_OPENED = re.compile(r"[a-z]{3}[.,;]\([$£€A-Za-z\d]")
_LISTED = re.compile(r"[a-z], [A-Z][a-z]")
_CODE = frozenset("{};=")
_SUSPECT = re.compile(
    r"[a-z)][A-Z(]| [,.!?:/)’']|\( |\d[dwmyhpga]|[.,!?;:](?=[A-Za-z,;.(\d])|[”’](?:[a-z]{4}|and|or|is)|”[A-Z]|[”’],[a-z]"
)
"""What a text must hold for any of these to be looked for in it."""
_PLAIN = re.compile(r"(?<![\w/@.-])[a-z]{2,}(?![\w@])")
_QUOTED = re.compile(
    r"(?<=[a-z.,!?])”[A-Za-z]{2,}|\b[a-z]{3,}s’(?=([a-z]{4,})\b)|‘[^‘’]{2,30}’(?:and|or|is|are|for|with|in|to)\b|[a-z][”’],[a-z]{2,}"
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d\d?,(?:19|20)\d\d\b"
)
_TWO_STOPS = rare(r"\w(?:,,|;;|,\.|!\.|\?\.|(?<!\.)\.\.)(?=\s|$)")
_ABBREVIATED = re.compile(r"(?:etc|inc|ltd|co|corp|no|st|dr|approx|e\.g|i\.e)..$", re.I)


def stops(text: str) -> Iterator[tuple[str, str]]:
    """Blanks missing behind a stop, before a bracket or a capital ("space"; one a text), blanks where
    none belongs ("blank") and stops that stand twice ("stops"): which, and the words.
    """
    if not _SUSPECT.search(text):
        return
    if glued := _apart(text):
        yield "space", glued
    ahead = _AHEAD.search(text)
    if ahead and not (ahead[0][-1] == "." and not _PLAIN.search(text)):  # a name's ornament
        yield "blank", around(text, ahead.start() + 1, ahead.end())
    twice = _TWO_STOPS.search(text)
    if twice and not _ABBREVIATED.search(text[: twice.end()]):
        yield "stops", around(text, twice.start() + 1, twice.end())


def _apart(text: str) -> str:
    """The first words of a text that want a blank between them, or ""."""
    for match in _JOINED.finditer(text):
        one, stop, other = match.groups()
        ended = (one[0].islower() or match.start() == 0) and other[0].isupper()
        if stop == ",":  # between two capitals ("Hill,Sons") only where the line sets the blank elsewhere
            ended = other[0].islower() or bool(_LISTED.search(text))
        if ended and all(word.casefold() in spelling.known_words() for word in (one, other)):
            return match[0]
    for match in _HYPHENS.finditer(text):
        if all(word in spelling.known_words() for word in match.groups()):
            return match[0]
    if dated := _DATED.search(text) or _NUMBERED.search(text) or _COUNTED.match(text) or _STATE.search(text):
        return dated[0].strip()
    if (quoted := _QUOTED.search(text)) and (not quoted[1] or quoted[1] in spelling.known_words()):
        return around(text, quoted.start(), quoted.end())
    if opened := _OPENED.search(text):
        return around(text, opened.start(), opened.end())
    if _CODE.isdisjoint(text):
        if bracket := _BRACKET.search(text):
            return bracket[0].strip()
        for match in _GLUED.finditer(text):
            if spelling.frequencies().get(match[1].casefold(), 0) >= SAME_PHRASE:
                return match[0]
    return ""


def renamed(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Names with a letter too many or too few, or two turned round, beside the same neighbour: text, name, how it is mostly written.

    "Tilda Brenwck" where the site writes "Tilda Brenwick" three times, and twice as often. Only words that no dictionary knows.
    """
    uses: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    told: set[str] = set()
    for text in dict.fromkeys(texts):
        words = [match[0] for match in _CAPITALISED.finditer(text)]
        for at, word in enumerate(words):
            if len(word) >= SHORTEST_OF_NAME and word[1:].islower() and not spelling.is_word(word.casefold()):
                uses[word] += 1
                beside[word].update(words[max(0, at - 1) : at] + words[at + 1 : at + 2])
                first.setdefault(word, text)
    for word in sorted(uses) if len(uses) <= spelling.MOST_UNKNOWN[1] else ():
        low = word.casefold()
        near = {other.capitalize() for other in spelling.turned(low) | spelling.resized(low)}
        usual = [other for other in near & uses.keys() if uses[other] >= max(spelling.SURE, OFTENER * uses[word])]
        if len(usual) == 1 and beside[word] & beside[usual[0]] and not inflected(low, usual[0].casefold()):
            told |= {word, usual[0]}
            yield first[word], word, usual[0]
    yield from (found for found in _paired(texts) if told.isdisjoint(found[1:]))


def _paired(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Two names behind the same first name or title that differ by up to NEAR letters: text with the rarer, the rarer, the other.

    "Ada Brenwick" and "Ada Brenwcik", however often each stands: no dictionary knows either, and they begin alike.
    """
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[tuple[str, str], str] = {}
    for text in dict.fromkeys(texts):
        for match in _BEHIND.finditer(text):
            if not {match[2].casefold()} & spelling.frequencies().keys():
                uses[match[1]][match[2]] += 1
                where.setdefault((match[1], match[2]), text)
    for before, names in uses.items():
        for name, other in combinations(sorted(names), 2) if len(names) <= FILLS else ():
            low, also = name.casefold(), other.casefold()
            apart = NEAR if min(len(low), len(also)) > SHORTEST_OF_NAME else 1
            if (
                name[0] == other[0]
                and (name[-1] == "s") == (other[-1] == "s")  # else a family, or whose it is
                and OSA.distance(low, also, score_cutoff=apart) <= apart
                and not inflected(low, also)
            ):
                rare, usual = sorted((name, other), key=lambda form: (names[form], form))
                yield where[before, rare], rare, usual


_BEHIND = rare(r"(?<![\w/.@'’&#-])([A-Z][a-z]+)\.? (?=([A-Z][a-z]{4,})(?![\w/@-]|\.\w))")
_CAPITALISED = re.compile(r"(?<![\w/.@'’&#-])[A-Z][a-z]+(?![\w/@-]|\.\w)")
SHORTEST_OF_NAME, OFTENER = 5, 2
"""Letters from which a name is compared with the site's others, and times as often as it that the other must stand."""


LONG_WORD, TWICE = 4, 2
"""Letters from which a word that stands twice running is a slip (shorter ones are told where they are joints: the lexicon), and
how often it stands in its line: what stands oftener is meant to."""

_JOINTS = frozenset(
    "a an the of in at on to for from with by as and or is are was were be we you our your their its this that these".split()
)
_CLAUSE = frozenset("what who where it is are was we you that this do".split())
_PAIRING = frozenset("and or by after to upon on in for as but with".split())
_AGAIN = frozenset("through over again on by up down round around out more better less".split())


_FOR_EFFECT = frozenset(
    "very much many long really that well more deep never extra super over again knock hush chop tick sorry slowly gently only never ever"
    " great what blah test cheep quack meow woof clap yeah hear wait easy same".split()
)


def doubled(text: str) -> str:
    """A longer word, or two or three words, that stand twice running ("service service", "a great a great"), or "".

    A word said twice for effect is meant. Of several words one is a small word, which songs and cheers do without; all of the second are in small letters, and differ
    among themselves. "On and on and on" is meant.
    """
    words = text.split()
    folded = [word.casefold() for word in words]
    if len(words) == len(set(folded)):
        return ""
    if named := re.search(r"\bthe The(?= [A-Z])", text):  # a name brings its own: "at the The Curlew"
        return named[0]
    for one, other in pairwise(words):
        twice = len(one) >= LONG_WORD and one == other.rstrip(".,;:!?") and folded.count(one) <= TWICE
        if twice and one.islower() and one.isalpha() and one not in _FOR_EFFECT and spelling.is_form(one):
            return f"{one} {other}"
    if len(words) - len(set(folded)) < 2:
        return ""
    after = [word.rstrip(".,;:!?…") for word in folded]
    for size in (3, 2):
        for at in range(len(words) - 2 * size + 1):
            phrase, again = folded[at : at + size], words[at + size : at + 2 * size]
            if phrase != again or len(set(phrase)) < size or _JOINTS.isdisjoint(phrase) or _CLAUSE.issuperset(phrase):
                continue
            if size == 2 and phrase[1] in _PAIRING and phrase[0] not in _JOINTS:
                continue  # "from time to time to say what is new"
            ends = (at > 0 and folded[at - 1] == phrase[-1]) or after[at + 2 * size :][:1] == phrase[:1]
            paired = (ends or phrase[0] in _AGAIN) and not _PAIRING.isdisjoint(phrase)
            if not paired and all(word.replace("'", "").replace("’", "").isalpha() for word in phrase):
                return " ".join(words[at : at + 2 * size])
    return ""


_BRITISH = re.compile(
    r"(?P<is>is)(?:e[drs]?|ing|ations?)$|(?P<ys>ys)(?:e[dr]?|ing)$|(?P<our>(?<=col)our|(?<=behavi)our|(?<=fav)our|(?<=hon)our|(?<=lab)our|(?<=harb)our|(?<=neighb)our|"
    r"(?<=hum)our|(?<=flav)our|(?<=vap)our|(?<=arm)our|(?<=endeav)our)|(?P<re>(?<=cent)re|(?<=fib)re|(?<=theat)re)(?:s|d)?$|(?P<ogue>(?<=catal)ogue|(?<=dial)ogue|(?<=anal)ogue)s?$|"
    r"(?<=[aeiou][lmnrtvcgs][ae])(?P<ll>ll)(?:ed|ing|ers?|ors?)$|(?<=m)(?P<ou>ou)ld|(?:(?<=defen)|(?<=offen))(?P<c>c)e|(?<=alumin)(?P<ium>ium)|(?<=^gr)(?P<e>e)y|(?<=jewel)(?P<lery>lery)"
)
_AMERICAN = {
    "is": "iz",
    "ys": "yz",
    "our": "or",
    "re": "er",
    "ogue": "og",
    "ll": "l",
    "ou": "o",
    "c": "s",
    "ium": "um",
    "e": "a",
    "lery": "ry",
}


def written_twice(texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Words that a site writes in British and in American spelling: a text with the rarer, the rarer, the more frequent.

    Lower case alone, one and many together: what a name may keep is not compared. A hyphen or a blank more ("on-site", "health care") is nobody's slip.
    """
    uses: Counter[str] = Counter()
    first: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        for word in spelling.words(text):
            uses[word] += 1
            first.setdefault(word, text)
    told: set[str] = set()
    for word in sorted(uses):
        american = _american(word) if word.islower() else ""
        forms = (american, american + "s", american.removesuffix("s")) if american not in ("", word) else ()
        other = next((form for form in forms if uses.get(form)), "")
        if other and (one := word.removesuffix("s")) not in told:
            told.add(one)
            rare, usual = sorted((word, other), key=lambda form: (uses[form], form))
            yield first[rare], rare, usual


def _american(word: str) -> str:
    """The American spelling of a British word, or ""."""
    match = _BRITISH.search(word) if len(word) > LONGER_THAN else None
    if match is None or match.lastgroup is None:
        return ""
    group = match.lastgroup
    return word[: match.start(group)] + _AMERICAN.get(group, "") + word[match.end(group) :]


LONGER_THAN = 3
"""Letters of a word above which it may be spelled in two ways ("grey")."""


def listed_twice(items: Sequence[str]) -> list[str]:
    """Entries of two words and more that stand twice in one list of at least :data:`FEWEST_LISTED`."""
    if len(items) < FEWEST_LISTED:
        return []
    return [item for item, count in Counter(items).items() if count == 2 and len(item.split()) > 1]


def bare_titles(titles: Sequence[str], names: Sequence[str]) -> list[str]:
    """The titles of a site that are bare labels ("Lessons") and name nobody, where they are half of all and :data:`UNNAMED`."""
    own = {word for name in names for word in _PART.findall(name.casefold())}
    short = (title for title in titles if len(title.split()) <= BARE and not _SEPARATED.search(title))
    bare = [title for title in short if own.isdisjoint(_PART.findall(title.casefold()))]
    return bare if own and len(bare) >= max(UNNAMED, len(titles) / 2) else []


_PART = re.compile(r"\w{3,}")
_SEPARATED = re.compile(r"[|–—·•:»]| - ")  # from a name, which may be a short form of the company's
BARE, UNNAMED = 6, 3
"""Words up to which a title is a bare label, and how many of a site's must be."""

FEWEST_LISTED = 4
"""Entries from which a list is one in which an entry has no reason to stand twice."""

LONGEST_REPEAT, FEWEST_REPEATED = 8, 8
"""Lines of the longest passage that is looked for twice running, and words that it must have."""


def repeated(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Passages of a page that stand twice running: where the second begins, and its number of lines.

    A passage is up to LONGEST_REPEAT lines with FEWEST_REPEATED words and more, one of them a sentence.
    """
    places: dict[str, int] = {}
    for at, line in enumerate(lines):
        size = at - places.get(line, at)
        if 0 < size <= LONGEST_REPEAT and lines[at - size : at] == lines[at : at + size]:
            passage = lines[at : at + size]
            if sum(len(text.split()) for text in passage) >= FEWEST_REPEATED and any(t[-1:] in ".!?" for t in passage):
                yield at, size
        places[line] = at


def forms_of_name(name: str, texts: Sequence[str]) -> Counter[str]:
    """The ways in which these texts write a company's name: with another apostrophe, hyphen, blank or capital within it.

    Lines of capitals, and a name all in small letters, are left out; so is a difference of capitals alone between words
    of the dictionary ("Smile dental"), which may be no name there.
    """
    found: Counter[str] = Counter()
    shape, letters, plain = _shape_of_name(name)
    if shape is None:
        return found
    for text in texts:
        if letters[:2] in (folded := text.casefold()) and letters in folded.translate(_BETWEEN_LETTERS):
            found.update(match[0].replace("’", "'") for match in shape.finditer(text) if not _is_flat(match[0], name))
    if plain and " " in name:
        return Counter({form: n for form, n in found.items() if form.casefold() != name.casefold() or form == name})
    return found


@lru_cache(maxsize=4)
def _shape_of_name(name: str) -> tuple[re.Pattern[str] | None, str, bool]:
    """What finds a name however it is written (None where it is too short), its letters, and whether all words of it are plain."""
    letters = "".join(letter for letter in name.casefold() if letter.isalnum())
    if len(letters) < SHORTEST_NAME or not letters.isascii():
        return None, letters, False
    shape = re.compile(
        r"(?<![\w./@-])" + r"[ .&'’-]{0,2}".join(letters) + r"(?:(?-i:LLC|Ltd|Inc)\b)?(?![\w@]|['’-]\w|\.\w)", re.I
    )
    return shape, letters, all(spelling.frequencies().get(word, 0) for word in re.findall(r"[a-z]+", name.casefold()))


def _is_flat(form: str, name: str) -> bool:
    """Whether a form tells nothing of how the name is written: all in capitals or small letters, or as an address has it."""
    return form.isupper() or form.islower() or (" " in name and " " not in form and form.count("-") > 1)


SHORTEST_NAME = 6
"""Letters of a name from which its forms are compared, and slips in it looked for."""


def is_slip_in_name(text: str, name: str) -> bool | None:
    """True where two names differ by one slip in one word of five letters or more; None where they are the same."""
    ours, theirs = (re.findall(r"[a-z]+", value.casefold()) for value in (text, name))
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    if len(ours) != len(theirs) or not pairs:
        return False if len(ours) != len(theirs) else None
    a, b = pairs[0]
    if len(pairs) > 1 or min(len(a), len(b)) < 5 or a.rstrip("s") == b.rstrip("s"):
        return False
    # where all other words of a long name are the same, two letters may be wrong ("Hill View Places", "Hill Vikw Palace")
    if len(ours) > 2 and a[0] == b[0] and OSA.distance(a, b, score_cutoff=2) <= 2 and not inflected(a, b):
        return True
    if a in spelling.known_words():  # in a short one it may be another firm's
        return False
    return sorted(a) == sorted(b) or (abs(len(a) - len(b)) == 1 and len(set(a) ^ set(b)) <= 1 and a[:2] == b[:2])


INSTITUTION = re.compile(
    r"^(?: [A-Z][\w'’]+){0,2} (?:Academy|Association|Authority|Board|Chamber|College|Council|Federation|Guild|Institut(?:e|ion)|"
    r"Register|School|Society|University)\b(?: (?:of|for) (?:the )?[A-Z][\w'’]+(?: [A-Z][\w'’]+)*)?"
)
"""What follows the first word of a name for it to be that of a body which teaches, registers or admits members."""
