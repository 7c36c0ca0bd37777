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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from auditor import lexicon
from auditor.model import Label

_LONG = 400
"""Characters of a line that are read: more is a paragraph."""

_PLAIN = re.compile(r"[a-z]+")
_NUMBER = (
    r"(?:\d+|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
)


def _has(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Callable[[str], float]:
    found = re.compile(pattern, flags).search
    return lambda text: float(found(text) is not None)


def _capitals(text: str) -> float:
    words = text.split()[1:]
    return sum(word[:1].isupper() for word in words) / max(1, len(words))


def _words(text: str) -> int:
    return len(text.split())


_MARKS: dict[str, Callable[[str], float]] = {
    "figure": _has(r"\d"),
    "money": _has(r"[$£€₹]\s?\d|\d\s?[$£€₹]"),
    "share": _has(r"\d ?(?:%|per ?cent)"),
    "time": _has(rf"\b{_NUMBER}[- ](?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b"),
    "year": _has(r"\b(?:1[6-9]|20)\d\d\b"),
    "number in words": _has(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty"
        r"|forty|fifty|hundreds?|thousands?|million|half|third|generations?)\b"
    ),
    "we": _has(r"\b(?:we|our|us|i|my)\b"),
    "you": _has(r"\byou(?:r|rs)?\b"),
    "he or she": _has(r"\b(?:he|she|his|her)\b"),
    "no or every": _has(r"\b(?:no|not|never|without|nothing|nobody|none|only|every|each|all)\b"),
    "a name": _has(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+", re.NOFLAG),
    "capitals": _capitals,
    "quoted": lambda text: float(text[:1] in '"“‘'),
    "whole sentence": lambda text: float(text.rstrip()[-1:] in '.”"'),
    "call": lambda text: float(text.rstrip()[-1:] == "!"),
    "colon": lambda text: float(":" in text),
    "brackets": lambda text: float("(" in text),
    "commas": lambda text: min(text.count(","), 8) / 4,
    "words": lambda text: min(_words(text), 40) / 20,
    "few words": lambda text: float(_words(text) < 6),
    "middling": lambda text: float(9 <= _words(text) <= 24),
    "many words": lambda text: float(_words(text) > 30),
    "rule": _has(
        r"\b(?:must|should|shall|may|might|required?|requires|need(?:s|ed)? to|please|request|asked to|recommend(?:ed|s)?|"
        r"advis(?:e|able|ed)|permitted|prohibited|responsible|subject to|notice|valid for|in advance|deposit)\b"
    ),
    "hangs": _has(
        r"^[\W\d]*(?:he|she|they|it|this|these|those|that|such|also|and|but|so|then|now|however|instead|therefore|whether|"
        r"because|additionally|furthermore|otherwise|after (?:that|each|this)|in addition|as such)\b"
    ),
    "asks": _has(
        r"^[\W\d]*(?:call|contact|get|visit|fill|find|see|send|tell|read|click|book|use|take|make|keep|check|learn|ask|"
        r"choose|select|enjoy|discover|explore|experience|join|request|schedule|browse|follow|look|let|start|don'?t|do not)\b"
    ),
    "circumstance first": _has(
        r"^[\W\d]*(?:if|when|while|as|although|since|after|before|during|for|to|with|from|in|on|at|by)\b"
    ),
    "others": _has(
        r"\b(?:most|many|some|often|usually|typically|generally|people|homeowners|companies|businesses|everyone|government|"
        r"department|act|law|state|national|country|county|city|town|according|studies|research)\b"
    ),
    "clock or weekday": _has(r"\d ?[ap]\.?m\b|\d[.:]\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"),
    "verb of being": _has(r"\b(?:is|are|was|were|has|have|had|will|can|be|been)\b"),
    "letters a word": lambda text: len(text) / max(1, _words(text)) / 6,
}
"""Marks of a line that are seen in any trade."""

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
    found = {name: ask(text) for name, ask in _MARKS.items()}
    chances = dict(zip(Label, probabilities, strict=True))
    own = max(found["we"], found["he or she"], math.sqrt(chances[Label.COMPANY]))
    for name, groups in _LISTS.items():
        held = lexicon.load(name).groups_in(text)
        found |= {
            f"{name} {group}".strip(): (own if group in _OF_SOMEBODY else 1.0)
            * (group in held or (not group and bool(held)))
            for group in groups
        }
    found |= {label.value: math.sqrt(chance) for label, chance in chances.items()}
    return {name: value for name, value in found.items() if value}


NAMES = (*_MARKS, *(f"{name} {group}".strip() for name, groups in _LISTS.items() for group in groups), *Label)
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
