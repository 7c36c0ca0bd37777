"""How much a line would persuade, wherever it stands: a small linear ranking, the same in every mode and on every machine.

What carries over from one trade to another is not a list of phrases but the make of a line: it has a figure, and of
what; it says who does the thing; its words are those of deeds and not of praise. A line's worth is the sum of one weight
for each such mark (:func:`marks`), for each of the label's probabilities, and the mean of its words' weights. The weights
are learnt by :mod:`auditor.worth.train` from lines that readers marked, business by business, and ship as
``data/model/worth.json``. About 0 is a line like most, 1 a good one, 2 one that a reader would move to the top.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from auditor import lexicon
from auditor.model import Label

_LONG = 400
"""Characters of a line that are read: more is a paragraph."""

_PLAIN = re.compile(r"[a-z]+")

_SAID: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "we": "we our us i my",
        "you": "you your yours",
        "he or she": "he she his her",
        "no or every": "no not never without nothing nobody none only every each all",
        "number in words": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " twenty thirty forty fifty hundred hundreds thousand thousands million half third generation generations",
        "rule": "must should shall may might require required requires need needs needed please request asked recommend"
        " recommended advise advised advisable permitted prohibited responsible subject notice valid advance deposit",
        "others": "most many some often usually typically generally people homeowners companies businesses everyone"
        " government department act law state national country county city town according studies research",
        "weekday": "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday"
        " saturdays sunday sundays",
        "verb of being": "is are was were has have had will can be been",
        "span of time": "second seconds minute minutes hour hours day days week weeks month months year years",
    }.items()
}
"""Marks that any of these words makes."""

_FIRST: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "hangs": "he she they it this these those that such also and but so then now however instead therefore whether"
        " because additionally furthermore otherwise",
        "asks": "call contact get visit fill find see send tell read click book use take make keep check learn ask choose"
        " select enjoy discover explore experience join request schedule browse follow look let start don do",
        "circumstance first": "if when while as although since after before during for to with from in on at by",
    }.items()
}
"""Marks that the first word makes."""

_FIGURES: dict[str, re.Pattern[str]] = {
    "money": re.compile(r"[$£€₹]\s?\d|\d\s?[$£€₹]"),
    "share": re.compile(r"\d ?(?:%|per ?cent)", re.I),
    "year": re.compile(r"\b(?:1[6-9]|20)\d\d\b"),
    "clock": re.compile(r"\d ?[ap]\.?m\b|\d[.:]\d\d\b", re.I),
}
"""Marks of a line that has a digit."""

_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")

_SHAPE = (
    "figure",
    "measured time",
    "a name",
    "capitals",
    "quoted",
    "whole sentence",
    "call",
    "colon",
    "brackets",
    "commas",
    "words",
    "few words",
    "middling",
    "many words",
    "letters a word",
)


def _shape(text: str) -> dict[str, float]:
    """What is seen of a line without reading it."""
    parts = text.split()
    count = len(parts)
    end = text.rstrip()[-1:]
    return {
        "figure": float(any(map(str.isdigit, text))),
        "a name": float(_NAMED.search(text) is not None),
        "capitals": sum([part[0].isupper() for part in parts[1:]]) / max(1, count - 1),
        "quoted": float(text[:1] in '"“‘'),
        "whole sentence": float(end in '.”"'),
        "call": float(end == "!"),
        "colon": float(":" in text),
        "brackets": float("(" in text),
        "commas": min(text.count(","), 8) / 4,
        "words": min(count, 40) / 20,
        "few words": float(count < 6),
        "middling": float(9 <= count <= 24),
        "many words": float(count > 30),
        "letters a word": min(len(text) / max(1, count), 20) / 6,
    }


_LISTS: dict[str, tuple[str, ...]] = {
    "reasons": (
        "remedy",
        "gratis",
        "fixed",
        "speed",
        "record",
        "able",
        "scale",
        "named",
        "won",
        "checked",
        "hands",
        "cover",
        "candid",
        "spared",
        "care",
        "own",
        "not-theirs",
    ),
    "specifics": ("money", "share", "time", "ratio", "once", "hard", "open", "deed", "when", "did", "voice", "vendor"),
    "commitments": ("remedy", "response"),
    "stock": ("",),
    "boast": ("",),
}
"""Word lists whose entries are marks as well; "" is any entry of the list."""

_OF_SOMEBODY = frozenset({"record", "able", "scale", "named", "won", "checked", "hands", "own"})
"""Groups that are a reason only where they are said of the company: they count as far as the line speaks of it."""


def marks(text: str, probabilities: Sequence[float]) -> dict[str, float]:
    """The marks of a line that are not 0; ``probabilities`` are those of its labels, in the order of :class:`Label`."""
    text = text[:_LONG]
    found, said = _shape(text), words(text)
    told, first = frozenset(said), said[0] if said else ""
    found |= {name: 1.0 for name, known in _SAID.items() if not told.isdisjoint(known)}
    found |= {name: 1.0 for name, known in _FIRST.items() if first in known}
    if found["figure"]:
        found |= {name: 1.0 for name, pattern in _FIGURES.items() if pattern.search(text)}
    if "span of time" in found and (found["figure"] or "number in words" in found):
        found["measured time"] = 1.0
    chances = [math.sqrt(chance) for chance in probabilities]
    own = 1.0 if "we" in found or "he or she" in found else chances[_COMPANY]
    for name, groups in _LISTS.items():
        if held := lexicon.load(name).groups_in(text):
            found |= {
                f"{name} {group}".strip(): own if group in _OF_SOMEBODY else 1.0
                for group in groups
                if not group or group in held
            }
    found |= dict(zip(_LABELS, chances, strict=True))
    return {name: value for name, value in found.items() if value}


_LABELS = tuple(label.value for label in Label)
_COMPANY = _LABELS.index(Label.COMPANY)

NAMES = (
    *_SHAPE,
    *_SAID,
    *_FIRST,
    *_FIGURES,
    *(f"{name} {group}".strip() for name, groups in _LISTS.items() for group in groups),
    *_LABELS,
)
"""Every mark, in the order in which weights are learnt."""


def words(text: str) -> list[str]:
    """The words of a line that may have a weight, in order, repeated ones too."""
    return _PLAIN.findall(text[:_LONG].lower())


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: a weight for each mark and for each known word, and where to begin."""

    start: float
    marks: dict[str, float]
    words: dict[str, float]
    digest: str
    """Of what they were learnt from: see :func:`auditor.worth.train.digest`."""

    def worth(self, text: str, probabilities: Sequence[float]) -> float:
        """The worth of a line, of four digits."""
        said = words(text)
        spoken = math.fsum(self.words.get(word, 0.0) for word in said) / max(1, len(said))
        marked = math.fsum(self.marks[name] * value for name, value in marks(text, probabilities).items())
        return round(self.start + marked + spoken, 4)


@cache
def load() -> Weights:
    """The weights that ship."""
    stored: dict[str, Any] = json.loads(
        (resources.files("auditor") / "data" / "model" / "worth.json").read_text(encoding="utf-8")
    )
    listed = stored["words"].split()
    return Weights(
        stored["start"],
        stored["marks"],
        {word: int(value) / stored["parts"] for word, value in zip(listed[::2], listed[1::2], strict=True)},
        stored["digest"],
    )


def worth(text: str, probabilities: Sequence[float]) -> float:
    """The worth of a line by the weights that ship."""
    return load().worth(text, probabilities)
